/* sql/render_assign.c: SET in UPDATE and ON_CONFLICT_DO_UPDATE.
 *
 * It knows nothing of the clauses around. render_update.c and render_conflict.c call it.
 */
#include "sql/render_state.h"

/* Where the database assigns one after another, more than these are not put in order. */
enum { MOST_ORDERED = 256 };

bool cq__is_assignment(cq__renderer *renderer, uint32_t operand)
{
	if (cq__absent(renderer->tree, operand))
		return false;
	const cq_operator op = (cq_operator)cq__node(renderer, operand)->op;
	if (op == CQ_OP_CONFLICT_KEY)
		return false;
	if (op != CQ_OP_SET)
		cq__render_fail(renderer, CQ_MISUSE, "%s is no assignment", cq__operator_text((uint16_t)op));
	return op == CQ_OP_SET;
}

static bool is_set(cq__renderer *renderer, uint32_t clause, const cq_column *column)
{
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t set = cq__operand(renderer->tree, clause, i);
		if (cq__is_assignment(renderer, set) && cq__same_column(cq__node(renderer, set)->ref, column))
			return true;
	}
	return false;
}

static void render_set_column(cq__renderer *renderer, const cq_column *column, const cq_table *table)
{
	if (table != NULL) {
		cq__render_target(renderer, table);
		cq__put(renderer, ".");
	}
	cq__render_name(renderer, cq__column_sql_name(column));
	cq__put(renderer, " = ");
}

static void render_set(cq__renderer *renderer, uint32_t set, const cq_table *table)
{
	cq__check_assigned_form(renderer, set);
	render_set_column(renderer, cq__node(renderer, set)->ref, table);
	cq__render_expression(renderer, cq__operand(renderer->tree, set, 0), CQ__LEVEL_ANY, true);
}

/* ---- one after another --------------------------------------------------------------------------------------------- */

/* Whether the value of one SET reads the column of another. */
static bool reads(const cq__renderer *renderer, uint32_t reader, uint32_t written)
{
	const cq__tree *const tree = renderer->tree;
	uint32_t first = reader;
	while (tree->nodes[first].count != 0)
		first = cq__operand(tree, first, 0);
	for (uint32_t i = first; reader != written && i < reader; i++)
		if (tree->nodes[i].op == CQ_OP_COLUMN && !cq__absent(tree, i) &&
			cq__same_column(tree->nodes[i].ref, tree->nodes[written].ref))
			return true;
	return false;
}

/* Whether a SET can be written now: none of those still to come needs what its column holds. */
static bool is_free(const cq__renderer *renderer, const uint32_t *sets, uint32_t count, uint32_t candidate)
{
	for (uint32_t i = 0; i < count; i++)
		if (i != candidate && reads(renderer, sets[i], sets[candidate]))
			return false;
	return true;
}

/* Puts those first that read what others write. A ring cannot be written. */
static void put_in_order(cq__renderer *renderer, uint32_t *sets, uint32_t count)
{
	for (uint32_t done = 0; done < count; done++) {
		uint32_t next = 0;
		while (next < count - done && !is_free(renderer, sets + done, count - done, next))
			next++;
		if (next == count - done) {
			const cq_column *const column = cq__node(renderer, sets[done])->ref;
			cq__render_fail(renderer, CQ_UNSUPPORTED, "SET(%s): %s assigns one column after another, and here each needs what "
				"another held before", column->name, renderer->dialect->name);
			return;
		}
		const uint32_t chosen = sets[done + next];
		for (uint32_t i = done + next; i > done; i--)
			sets[i] = sets[i - 1];
		sets[done] = chosen;
	}
}

static bool render_ordered(cq__renderer *renderer, uint32_t clause, const char *opening, const cq_table *table)
{
	uint32_t sets[MOST_ORDERED], count = 0;
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t set = cq__operand(renderer->tree, clause, i);
		if (!cq__is_assignment(renderer, set))
			continue;
		if (count == MOST_ORDERED) {
			cq__render_fail(renderer, CQ_UNSUPPORTED, "SET: %s takes %d of them", renderer->dialect->name, MOST_ORDERED);
			return true;
		}
		sets[count++] = set;
	}
	put_in_order(renderer, sets, count);
	for (uint32_t i = 0; i < count; i++) {
		cq__put(renderer, i == 0 ? opening : ", ");
		render_set(renderer, sets[i], table);
	}
	return count != 0;
}

/* ---- all at once --------------------------------------------------------------------------------------------------- */

static bool render_sets(cq__renderer *renderer, uint32_t clause, const char *opening, const cq_table *table)
{
	bool first = true;
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t set = cq__operand(renderer->tree, clause, i);
		if (!cq__is_assignment(renderer, set))
			continue;
		cq__put(renderer, first ? opening : ", ");
		first = false;
		render_set(renderer, set, table);
	}
	return !first;
}

void cq__render_updated_now(cq__renderer *renderer, uint32_t clause, const cq_table *table)
{
	const cq_table *const written = cq__node(renderer, clause)->ref;
	for (uint32_t i = 0; i < written->column_count; i++) {
		const cq_column *const column = &cq_table_columns(written)[i];
		if ((column->flags & CQ_COLUMN_ON_UPDATE_NOW) == 0 || is_set(renderer, clause, column))
			continue;
		cq__put(renderer, ", ");
		render_set_column(renderer, column, table);
		cq__put(renderer, renderer->dialect->now((cq_type)column->type, cq__sql_storage(column)));
	}
}

bool cq__render_assignments(cq__renderer *renderer, uint32_t clause, const char *opening, const cq_table *table)
{
	const bool at_once = cq__dialect_has(renderer->dialect, CQ__CLAUSES_ASSIGNS_AT_ONCE);
	const bool any = at_once ? render_sets(renderer, clause, opening, table) : render_ordered(renderer, clause, opening, table);
	if (any)
		cq__render_updated_now(renderer, clause, table);
	return any;
}
