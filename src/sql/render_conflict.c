/* sql/render_conflict.c: what an INSERT does about a row whose key is there: ON_CONFLICT_DO_NOTHING, ON_CONFLICT_DO_UPDATE.
 *
 * It knows nothing of the rows that are inserted. render_write.c and render.c call it.
 */
#include "sql/render_state.h"

uint32_t cq__conflict_clause(const cq__renderer *renderer, uint32_t statement)
{
	const uint32_t update = cq__query_clause(renderer->tree, statement, CQ_OP_ON_CONFLICT_UPDATE);
	return update != CQ__NO_NODE ? update : cq__query_clause(renderer->tree, statement, CQ_OP_ON_CONFLICT_NOTHING);
}

/* The KEY of the clause, or CQ__NO_NODE. */
static uint32_t key_of(const cq__renderer *renderer, uint32_t clause)
{
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t operand = cq__operand(renderer->tree, clause, i);
		if (cq__node(renderer, operand)->op == CQ_OP_CONFLICT_KEY && !cq__absent(renderer->tree, operand))
			return operand;
	}
	return CQ__NO_NODE;
}

static void render_key_columns(cq__renderer *renderer, uint32_t key)
{
	for (uint32_t i = 0; i < cq__node(renderer, key)->count; i++) {
		cq__put(renderer, i == 0 ? " (" : ", ");
		cq__render_name(renderer, cq__column_sql_name(cq__node(renderer, cq__operand(renderer->tree, key, i))->ref));
	}
	cq__put(renderer, ")");
}

static void render_on_conflict(cq__renderer *renderer, uint32_t clause, const cq_table *table)
{
	const uint32_t key = key_of(renderer, clause);
	cq__put(renderer, " ON CONFLICT");
	if (key != CQ__NO_NODE)
		render_key_columns(renderer, key);
	if (cq__node(renderer, clause)->op == CQ_OP_ON_CONFLICT_NOTHING)
		cq__put(renderer, " DO NOTHING");
	else if (!cq__render_assignments(renderer, clause, " DO UPDATE SET ", NULL))
		cq__render_fail(renderer, CQ_MISUSE, "ON_CONFLICT_DO_UPDATE(%s): nothing is set", table->name);
}

/* A column that can be set to what it holds. */
static const cq_column *unchanged_column(const cq_table *table)
{
	const cq_column *const key = cq__primary_key_next(table, NULL);
	if (key != NULL)
		return key;
	for (uint32_t i = 0; i < table->column_count; i++)
		if ((cq_table_columns(table)[i].flags & CQ_COLUMN_GENERATED) == 0)
			return &cq_table_columns(table)[i];
	return NULL;
}

static void render_unchanged(cq__renderer *renderer, const cq_table *table)
{
	const cq_column *const column = unchanged_column(table);
	if (column == NULL) {
		cq__render_fail(renderer, CQ_MISUSE, "%s has no column that can be set", table->name);
		return;
	}
	for (int side = 0; side < 2; side++) {
		cq__put(renderer, side == 0 ? " ON DUPLICATE KEY UPDATE " : " = ");
		cq__render_target(renderer, table);
		cq__put(renderer, ".");
		cq__render_name(renderer, cq__column_sql_name(column));
	}
}

/* A row that runs into any key is one that is there already, so a KEY can be told only where it is the only one; and the
 * row that is there comes back although nothing was done. */
static void render_on_duplicate_key(cq__renderer *renderer, uint32_t statement, uint32_t clause, const cq_table *table)
{
	const bool nothing = cq__node(renderer, clause)->op == CQ_OP_ON_CONFLICT_NOTHING;
	if (key_of(renderer, clause) != CQ__NO_NODE && cq__table_unique_count(table) > 1)
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s(%s): the table has several unique keys, and %s cannot tell which of "
			"them a row ran into", cq__operator_text(cq__node(renderer, clause)->op), table->name, renderer->dialect->name);
	if (nothing && cq__query_items(renderer->tree, statement) != CQ__NO_NODE)
		cq__render_fail(renderer, CQ_UNSUPPORTED, "ON_CONFLICT_DO_NOTHING(%s): %s would also return the rows that are not "
			"inserted", table->name, renderer->dialect->name);
	if (nothing)
		render_unchanged(renderer, table);
	else if (!cq__render_assignments(renderer, clause, " ON DUPLICATE KEY UPDATE ", table))
		cq__render_fail(renderer, CQ_MISUSE, "ON_CONFLICT_DO_UPDATE(%s): nothing is set", table->name);
}

void cq__render_conflict(cq__renderer *renderer, uint32_t statement, const cq_table *table)
{
	const uint32_t clause = cq__conflict_clause(renderer, statement);
	if (clause == CQ__NO_NODE)
		return;
	renderer->query = statement;
	if (cq__dialect_has(renderer->dialect, CQ__CLAUSES_ON_CONFLICT))
		render_on_conflict(renderer, clause, table);
	else
		render_on_duplicate_key(renderer, statement, clause, table);
}

void cq__render_excluded(cq__renderer *renderer, const cq_column *column)
{
	cq__put(renderer, renderer->dialect->excluded[0]);
	cq__render_name(renderer, cq__column_sql_name(column));
	cq__put(renderer, renderer->dialect->excluded[1]);
}
