/* sql/render_write.c: INSERT, UPDATE and DELETE with RETURNING.
 *
 * It knows nothing of expressions. render_statement.c and render.c call it.
 */
#include "sql/render_state.h"

/* Whether a bit of a column mask is set. */
static bool has_column(const uint64_t *columns, uint32_t index)
{
	return (columns[index / 64] >> (index % 64) & 1) != 0;
}

void cq__render_returning(cq__renderer *renderer, uint32_t statement)
{
	const uint32_t items = cq__query_items(renderer->tree, statement);
	if (items == CQ__NO_NODE)
		return;
	renderer->query = statement;
	renderer->returns_rows = true;
	renderer->returning = true;
	cq__put(renderer, " RETURNING ");
	/* Only the written table stands here, and SQLite knows it by its name alone. */
	renderer->bare_tables = true;
	cq__render_items(renderer, items);
	renderer->bare_tables = false;
}

static uint32_t render_column_list(cq__renderer *renderer, const cq_table *table, const uint64_t *columns)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < table->column_count; i++) {
		if (!has_column(columns, i))
			continue;
		cq__put(renderer, count == 0 ? " (" : ", ");
		cq__render_name(renderer, cq__column_sql_name(&cq_table_columns(table)[i]));
		count++;
	}
	return count;
}

void cq__render_object_rows(cq__renderer *renderer, const cq_table *table, const uint64_t *columns, uint32_t row_count)
{
	cq__put(renderer, "INSERT INTO ");
	cq__render_target(renderer, table);
	if (render_column_list(renderer, table, columns) == 0) {
		cq__put(renderer, " ");
		cq__put(renderer, renderer->dialect->default_values);
		if (row_count != 1)
			cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: one INSERT cannot add several rows of nothing but defaults",
				table->name);
		return;
	}
	cq__put(renderer, ") VALUES ");
	for (uint32_t row = 0; row < row_count && renderer->status == CQ_OK; row++) {
		cq__put(renderer, row == 0 ? "(" : ", (");
		bool first = true;
		for (uint32_t i = 0; i < table->column_count; i++) {
			if (!has_column(columns, i))
				continue;
			cq__put(renderer, first ? "" : ", ");
			first = false;
			cq__render_row_placeholder(renderer, i);
		}
		cq__put(renderer, ")");
	}
}

/* One row, without what the database makes. */
static void render_one_object(cq__renderer *renderer, const cq_table *table)
{
	enum { WORDS = 64 };
	uint64_t columns[WORDS] = { 0 };
	if (table->column_count > WORDS * 64) {
		cq__render_fail(renderer, CQ_TOO_LARGE, "%s has more than %d columns", table->name, WORDS * 64);
		return;
	}
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		if ((column->flags & CQ_COLUMN_GENERATED) == 0 && !cq__column_auto_key(column))
			columns[i / 64] |= UINT64_C(1) << (i % 64);
	}
	cq__render_object_rows(renderer, table, columns, 1);
}

/* Whether an operand of INSERT_INTO or UPDATE is written: an assignment that is there. */
static bool is_assignment(cq__renderer *renderer, uint32_t operand)
{
	if (cq__absent(renderer->tree, operand))
		return false;
	const cq_operator op = (cq_operator)cq__node(renderer, operand)->op;
	if (op != CQ_OP_SET)
		cq__render_fail(renderer, CQ_MISUSE, "%s is no assignment", cq__operator_text((uint16_t)op));
	return op == CQ_OP_SET;
}

/* The assignments of a clause: their columns, their values, or both with = between them. `opening` stands before the
 * first; false when there is none. */
static bool render_assignments(cq__renderer *renderer, uint32_t clause, const char *opening, bool columns, bool values)
{
	bool first = true;
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t set = cq__operand(renderer->tree, clause, i);
		if (!is_assignment(renderer, set))
			continue;
		cq__put(renderer, first ? opening : ", ");
		first = false;
		if (columns)
			cq__render_name(renderer, cq__column_sql_name(cq__node(renderer, set)->ref));
		cq__put(renderer, columns && values ? " = " : "");
		if (values)
			cq__render_expression(renderer, cq__operand(renderer->tree, set, 0), CQ__LEVEL_ANY, true);
	}
	return !first;
}

static void render_assigned_row(cq__renderer *renderer, uint32_t clause)
{
	cq__put(renderer, "INSERT INTO ");
	cq__render_target(renderer, cq__node(renderer, clause)->ref);
	if (render_assignments(renderer, clause, " (", true, false)) {
		(void)render_assignments(renderer, clause, ") VALUES (", false, true);
		cq__put(renderer, ")");
	} else {
		cq__put(renderer, " ");
		cq__put(renderer, renderer->dialect->default_values);
	}
}

void cq__render_insert(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	uint32_t rows = CQ__NO_NODE;
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t operand = cq__operand(renderer->tree, clause, i);
		if (cq__node(renderer, operand)->op == CQ_OP_ROWS)
			rows = operand;
	}
	if (rows != CQ__NO_NODE)
		render_one_object(renderer, cq__node(renderer, clause)->ref);
	else
		render_assigned_row(renderer, clause);
	cq__render_returning(renderer, statement);
}

/* Whether an ALL_OF or ANY_OF over nothing stands in a clause, not counting subqueries. */
static bool has_empty_quantifier(const cq__renderer *renderer, uint32_t clause)
{
	const cq__tree *const tree = renderer->tree;
	for (uint32_t i = 0; i < clause; i++) {
		const cq_node *const node = &tree->nodes[i];
		if ((node->op != CQ_OP_ALL_OF && node->op != CQ_OP_ANY_OF) || cq__present_operands(tree, i) != 0)
			continue;
		if (tree->query[i] != tree->query[clause])
			continue;
		uint32_t above = tree->parent[i];
		while (above != CQ__NO_NODE && above != clause)
			above = tree->parent[above];
		if (above == clause)
			return true;
	}
	return false;
}

/* The checker has judged this before; here nothing is sent by mistake to every row. */
static void render_where(cq__renderer *renderer, uint32_t statement, const cq_table *table, const char *what)
{
	const bool all_rows = cq__query_clause(renderer->tree, statement, CQ_OP_ALL_ROWS) != CQ__NO_NODE;
	const uint32_t where = cq__query_clause(renderer->tree, statement, CQ_OP_WHERE);
	const bool conditional = where != CQ__NO_NODE && cq__present_operands(renderer->tree, where) != 0;
	if (!all_rows && (!conditional || has_empty_quantifier(renderer, where))) {
		cq__render_fail(renderer, CQ_NO_CONDITION, "%s(%s): no condition is left and ALL_ROWS is not there", what,
			table->name);
		return;
	}
	if (conditional) {
		cq__put(renderer, " WHERE ");
		cq__render_conjunction(renderer, where);
	}
}

static bool is_set(cq__renderer *renderer, uint32_t clause, const cq_column *column)
{
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t set = cq__operand(renderer->tree, clause, i);
		if (is_assignment(renderer, set) && cq__same_column(cq__node(renderer, set)->ref, column))
			return true;
	}
	return false;
}

static void render_updated_now(cq__renderer *renderer, uint32_t clause, const cq_table *table)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		if ((column->flags & CQ_COLUMN_ON_UPDATE_NOW) == 0 || is_set(renderer, clause, column))
			continue;
		cq__put(renderer, ", ");
		cq__render_name(renderer, cq__column_sql_name(column));
		cq__put(renderer, " = ");
		cq__put(renderer, renderer->dialect->now((cq_type)column->type, cq__sql_storage(column)));
	}
}

void cq__render_update(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq_table *const table = cq__node(renderer, clause)->ref;
	cq__put(renderer, "UPDATE ");
	cq__render_target(renderer, table);
	if (render_assignments(renderer, clause, " SET ", true, true))
		render_updated_now(renderer, clause, table);
	else
		cq__render_fail(renderer, CQ_MISUSE, "UPDATE(%s): nothing is set", table->name);
	render_where(renderer, statement, table, "UPDATE");
	cq__render_returning(renderer, statement);
}

void cq__render_delete(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq_table *const table = cq__node(renderer, clause)->ref;
	cq__put(renderer, "DELETE FROM ");
	cq__render_target(renderer, table);
	render_where(renderer, statement, table, "DELETE_FROM");
	cq__render_returning(renderer, statement);
}
