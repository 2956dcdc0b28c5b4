/* sql/render_update.c: UPDATE and DELETE, alone and with the tables of FROM and USING.
 *
 * It knows nothing of expressions. render_statement.c calls it.
 */
#include "sql/render_state.h"

#include "base/text.h"

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
static void render_where(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq_node *const node = cq__node(renderer, clause);
	const bool all_rows = cq__query_clause(renderer->tree, statement, CQ_OP_ALL_ROWS) != CQ__NO_NODE;
	const uint32_t where = cq__query_clause(renderer->tree, statement, CQ_OP_WHERE);
	const bool conditional = where != CQ__NO_NODE && cq__present_operands(renderer->tree, where) != 0;
	if (!all_rows && (!conditional || has_empty_quantifier(renderer, where))) {
		cq__render_fail(renderer, CQ_NO_CONDITION, "%s(%s): no condition is left and ALL_ROWS is not there",
			cq__operator_text(node->op), ((const cq_table *)node->ref)->name);
	} else if (conditional) {
		cq__put(renderer, " WHERE ");
		cq__render_conjunction(renderer, where);
	}
}

/* ---- the other tables ---------------------------------------------------------------------------------------------- */

static bool is_other_table(const cq__renderer *renderer, uint32_t clause)
{
	const uint16_t op = cq__node(renderer, clause)->op;
	return (op == CQ_OP_FROM || op == CQ_OP_USING || cq__is_join(op)) && !cq__absent(renderer->tree, clause);
}

static bool has_other_tables(const cq__renderer *renderer, uint32_t statement)
{
	for (uint32_t i = 0; i < cq__node(renderer, statement)->count; i++)
		if (is_other_table(renderer, cq__operand(renderer->tree, statement, i)))
			return true;
	return false;
}

static bool keeps_unmatched(const cq__renderer *renderer, uint32_t clause)
{
	const uint16_t op = cq__node(renderer, clause)->op;
	return op == CQ_OP_RIGHT_JOIN || op == CQ_OP_FULL_JOIN;
}

static bool has_unmatched(const cq__renderer *renderer, uint32_t statement)
{
	for (uint32_t i = 0; i < cq__node(renderer, statement)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, statement, i);
		if (keeps_unmatched(renderer, clause) && !cq__absent(renderer->tree, clause))
			return true;
	}
	return false;
}

/* b JOIN c ON …, `opening` before the first. */
static void render_others(cq__renderer *renderer, uint32_t statement, const char *opening)
{
	for (uint32_t i = 0; i < cq__node(renderer, statement)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, statement, i);
		if (!is_other_table(renderer, clause))
			continue;
		const bool join = cq__is_join(cq__node(renderer, clause)->op);
		cq__render_joined(renderer, clause, join ? cq__join_text(renderer, clause) : opening);
		opening = renderer->dialect->cross_join;
		if (join)
			cq__render_on(renderer, clause);
	}
}

/* The same joined to the written table before them, whose rows no join of theirs may lose or leave out. */
static void render_beside(cq__renderer *renderer, uint32_t statement)
{
	const char *const cross = renderer->dialect->cross_join;
	if (!has_unmatched(renderer, statement)) {
		render_others(renderer, statement, cross);
		return;
	}
	cq__put(renderer, cross);
	cq__put(renderer, "(");
	render_others(renderer, statement, "");
	cq__put(renderer, ")");
}

/* ---- UPDATE --------------------------------------------------------------------------------------------------------- */

static void render_set_list(cq__renderer *renderer, uint32_t clause, const cq_table *table)
{
	if (!cq__render_assignments(renderer, clause, " SET ", table))
		cq__render_fail(renderer, CQ_MISUSE, "UPDATE(%s): nothing is set", ((const cq_table *)cq__node(renderer, clause)->ref)->name);
}

/* UPDATE a JOIN b SET a.x = … WHERE … */
static void render_joined_update(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq_table *const table = cq__node(renderer, clause)->ref;
	if (!cq__dialect_has(renderer->dialect, CQ__CLAUSES_READS_WRITTEN))
		renderer->shielded = table;
	render_beside(renderer, statement);
	render_set_list(renderer, clause, table);
	render_where(renderer, statement, clause);
}

void cq__render_update(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq__dialect *const dialect = renderer->dialect;
	cq__render_write_withs(renderer, statement);
	cq__put(renderer, "UPDATE ");
	cq__render_target(renderer, cq__node(renderer, clause)->ref);
	if (!has_other_tables(renderer, statement)) {
		render_set_list(renderer, clause, NULL);
		render_where(renderer, statement, clause);
	} else if (cq__dialect_has(dialect, CQ__CLAUSES_UPDATE_FROM)) {
		render_set_list(renderer, clause, NULL);
		render_others(renderer, statement, " FROM ");
		render_where(renderer, statement, clause);
	} else {
		render_joined_update(renderer, statement, clause);
	}
	if (cq__query_items(renderer->tree, statement) != CQ__NO_NODE && !cq__dialect_has(dialect, CQ__CLAUSES_RETURNING_UPDATED))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "RETURNING: %s has it for INSERT_INTO and DELETE_FROM, not for UPDATE",
			dialect->name);
	cq__render_returning(renderer, statement);
}

/* ---- DELETE --------------------------------------------------------------------------------------------------------- */

/* One of the names by which SQLite knows the number of a row, that no column has. */
static const char *row_number_name(cq__renderer *renderer, const cq_table *table)
{
	static const char *const names[] = { "rowid", "_rowid_", "oid" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		bool taken = false;
		for (uint32_t k = 0; k < table->column_count; k++)
			taken = taken || cq__text_equal_ascii(cq__column_sql_name(&cq_table_columns(table)[k]), names[i]);
		if (!taken)
			return names[i];
	}
	cq__render_fail(renderer, CQ_UNSUPPORTED, "DELETE_FROM(%s): its columns hide the number of the row", table->name);
	return names[0];
}

/* DELETE FROM a WHERE rowid IN (SELECT a.rowid FROM a JOIN b WHERE …) */
static void render_delete_rows(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq_table *const table = cq__node(renderer, clause)->ref;
	const char *const row = row_number_name(renderer, table);
	cq__put(renderer, " WHERE ");
	cq__put(renderer, row);
	cq__put(renderer, " IN (SELECT ");
	cq__render_target(renderer, table);
	cq__put(renderer, ".");
	cq__put(renderer, row);
	cq__put(renderer, " FROM ");
	cq__render_target(renderer, table);
	render_beside(renderer, statement);
	render_where(renderer, statement, clause);
	cq__put(renderer, ")");
}

/* DELETE a FROM a JOIN b WHERE … */
static void render_joined_delete(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq_table *const table = cq__node(renderer, clause)->ref;
	if (!cq__dialect_has(renderer->dialect, CQ__CLAUSES_READS_WRITTEN))
		renderer->shielded = table;
	if (cq__query_items(renderer->tree, statement) != CQ__NO_NODE)
		cq__render_fail(renderer, CQ_UNSUPPORTED, "RETURNING: %s has none for DELETE_FROM with USING", renderer->dialect->name);
	cq__put(renderer, "DELETE ");
	cq__render_target(renderer, table);
	cq__put(renderer, " FROM ");
	cq__render_target(renderer, table);
	render_beside(renderer, statement);
	render_where(renderer, statement, clause);
}

void cq__render_delete(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq__dialect *const dialect = renderer->dialect;
	const bool joined = has_other_tables(renderer, statement);
	const bool using = cq__dialect_has(dialect, CQ__CLAUSES_DELETE_USING);
	const bool rows = cq__dialect_has(dialect, CQ__CLAUSES_DELETE_ROWS);
	cq__render_write_withs(renderer, statement);
	if (joined && !using && !rows) {
		render_joined_delete(renderer, statement, clause);
		return;
	}
	cq__put(renderer, "DELETE FROM ");
	cq__render_target(renderer, cq__node(renderer, clause)->ref);
	if (joined && rows) {
		render_delete_rows(renderer, statement, clause);
	} else {
		render_others(renderer, statement, " USING ");
		render_where(renderer, statement, clause);
	}
	cq__render_returning(renderer, statement);
}
