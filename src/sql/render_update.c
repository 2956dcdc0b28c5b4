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

/* The checker has judged this before; here nothing is sent by mistake to every row. `opened`: whether a condition of a
 * join stands there already. */
static void render_where(cq__renderer *renderer, uint32_t statement, uint32_t clause, bool opened)
{
	const cq_node *const node = cq__node(renderer, clause);
	const bool all_rows = cq__query_clause(renderer->tree, statement, CQ_OP_ALL_ROWS) != CQ__NO_NODE;
	const uint32_t where = cq__query_clause(renderer->tree, statement, CQ_OP_WHERE);
	const bool conditional = where != CQ__NO_NODE && cq__present_operands(renderer->tree, where) != 0;
	if (!all_rows && (!conditional || has_empty_quantifier(renderer, where))) {
		cq__render_fail(renderer, CQ_NO_CONDITION, "%s(%s): no condition is left and ALL_ROWS is not there",
			cq__operator_text(node->op), ((const cq_table *)node->ref)->name);
	} else if (conditional && opened) {
		cq__render_more_conditions(renderer, where, "", &opened);
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

/* Whether what stands in a clause uses the table that `head` writes. */
static bool uses_target(const cq__renderer *renderer, uint32_t clause, uint32_t head)
{
	const cq__tree *const tree = renderer->tree;
	uint32_t first = clause;
	while (tree->nodes[first].count != 0)
		first = cq__operand(tree, first, 0);
	for (uint32_t i = first; i < clause; i++) {
		const cq_node *const node = &tree->nodes[i];
		if (cq__absent(tree, i) || (node->op != CQ_OP_COLUMN && node->op != CQ_OP_ALONG))
			continue;
		/* What ALONG refers to may be the table, and is not looked for further. */
		const cq_table *const table = node->op == CQ_OP_COLUMN ? cq_column_table(node->ref) :
			node->ref != NULL ? node->ref : tree->nodes[head].ref;
		uint32_t provider;
		if (cq__table_provider(tree, i, table, &provider) != CQ__NO_NODE && provider == head)
			return true;
	}
	return false;
}

static bool keeps_unmatched(const cq__renderer *renderer, uint32_t clause)
{
	const uint16_t op = cq__node(renderer, clause)->op;
	return op == CQ_OP_RIGHT_JOIN || op == CQ_OP_FULL_JOIN;
}

/* Whether a join that keeps rows without a match of those before it stands from an operand of the statement on. */
static bool unmatched_follow(const cq__renderer *renderer, uint32_t statement, uint32_t from)
{
	for (uint32_t i = from; i < cq__node(renderer, statement)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, statement, i);
		if (keeps_unmatched(renderer, clause) && !cq__absent(renderer->tree, clause))
			return true;
	}
	return false;
}

/* Whether the condition of a join has to stand in WHERE: in FROM and USING the written table is not known. */
static bool is_moved(const cq__renderer *renderer, uint32_t clause, uint32_t head)
{
	return cq__node(renderer, clause)->op == CQ_OP_JOIN && uses_target(renderer, clause, head);
}

/* The conditions of moved joins behind " WHERE "; true when there is one. */
static bool render_moved(cq__renderer *renderer, uint32_t statement, uint32_t head)
{
	bool opened = false;
	for (uint32_t i = 0; i < cq__node(renderer, statement)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, statement, i);
		if (is_other_table(renderer, clause) && is_moved(renderer, clause, head))
			cq__render_more_conditions(renderer, clause, " WHERE ", &opened);
	}
	return opened;
}

static void refuse_outer_use(cq__renderer *renderer, uint32_t clause, uint32_t head)
{
	const cq_table *const target = cq__node(renderer, head)->ref;
	cq__render_fail(renderer, CQ_UNSUPPORTED, "%s(%s): in %s its condition cannot use %s, the table that is written",
		cq__operator_text(cq__node(renderer, clause)->op), ((const cq_table *)cq__node(renderer, clause)->ref)->name,
		renderer->dialect->name, target->name);
}

/* FROM a JOIN b, apart from the written table. */
static void render_apart(cq__renderer *renderer, uint32_t statement, uint32_t head, const char *opening)
{
	for (uint32_t i = 0; i < cq__node(renderer, statement)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, statement, i);
		if (!is_other_table(renderer, clause))
			continue;
		if (!cq__is_join(cq__node(renderer, clause)->op)) {
			cq__render_joined(renderer, clause, opening);
			opening = renderer->dialect->cross_join;
		} else if (!uses_target(renderer, clause, head)) {
			cq__render_joined(renderer, clause, cq__join_text(renderer, clause));
			cq__render_on(renderer, clause);
		} else {
			if (!is_moved(renderer, clause, head) || unmatched_follow(renderer, statement, i + 1))
				refuse_outer_use(renderer, clause, head);
			cq__render_joined(renderer, clause, renderer->dialect->cross_join);
		}
	}
}

/* The same behind the written table, to which they are joined. */
static void render_beside(cq__renderer *renderer, uint32_t statement, uint32_t head)
{
	const bool apart = unmatched_follow(renderer, statement, 0);
	const char *opening = renderer->dialect->cross_join;
	cq__put(renderer, apart ? opening : "");
	cq__put(renderer, apart ? "(" : "");
	if (apart)
		opening = "";
	for (uint32_t i = 0; i < cq__node(renderer, statement)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, statement, i);
		if (!is_other_table(renderer, clause))
			continue;
		const bool join = cq__is_join(cq__node(renderer, clause)->op);
		if (apart && join && uses_target(renderer, clause, head))
			refuse_outer_use(renderer, clause, head);
		cq__render_joined(renderer, clause, join ? cq__join_text(renderer, clause) : opening);
		opening = renderer->dialect->cross_join;
		if (join)
			cq__render_on(renderer, clause);
	}
	cq__put(renderer, apart ? ")" : "");
}

/* What stands in RETURNING may be only the written table's, where the database knows no other there. */
static void check_returning(cq__renderer *renderer, uint32_t statement, uint32_t head)
{
	const cq__tree *const tree = renderer->tree;
	const uint32_t items = cq__query_items(tree, statement);
	if (items == CQ__NO_NODE || cq__dialect_has(renderer->dialect, CQ__CLAUSES_RETURNING_OTHERS))
		return;
	for (uint32_t i = 0; i <= items; i++) {
		const cq_node *const node = &tree->nodes[i];
		const cq_table *const table = node->op == CQ_OP_COLUMN ? cq_column_table(node->ref) :
			node->op == CQ_OP_ALL || node->op == CQ_OP_RETURNING_ALL ? node->ref : NULL;
		uint32_t above = i;
		while (above != items && above != CQ__NO_NODE)
			above = tree->parent[above];
		uint32_t provider;
		if (above != items || table == NULL || cq__absent(tree, i))
			continue;
		if (cq__table_provider(tree, i, table, &provider) == statement && provider != head)
			cq__render_fail(renderer, CQ_UNSUPPORTED, "RETURNING: %s returns columns of the written table only, and not of %s",
				renderer->dialect->name, table->name);
	}
}

/* ---- UPDATE --------------------------------------------------------------------------------------------------------- */

static void render_set_list(cq__renderer *renderer, uint32_t clause, const cq_table *table)
{
	if (!cq__render_assignments(renderer, clause, " SET ", table))
		cq__render_fail(renderer, CQ_MISUSE, "UPDATE(%s): nothing is set", ((const cq_table *)cq__node(renderer, clause)->ref)->name);
}

/* UPDATE a SET … FROM b WHERE … */
static void render_update_from(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	render_set_list(renderer, clause, NULL);
	render_apart(renderer, statement, clause, " FROM ");
	render_where(renderer, statement, clause, render_moved(renderer, statement, clause));
}

/* UPDATE a JOIN b SET a.x = … WHERE … */
static void render_joined_update(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq_table *const table = cq__node(renderer, clause)->ref;
	if (!cq__dialect_has(renderer->dialect, CQ__CLAUSES_READS_WRITTEN))
		renderer->shielded = table;
	render_beside(renderer, statement, clause);
	render_set_list(renderer, clause, table);
	render_where(renderer, statement, clause, false);
}

void cq__render_update(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq__dialect *const dialect = renderer->dialect;
	cq__render_write_withs(renderer, statement);
	cq__put(renderer, "UPDATE ");
	cq__render_target(renderer, cq__node(renderer, clause)->ref);
	if (!has_other_tables(renderer, statement)) {
		render_set_list(renderer, clause, NULL);
		render_where(renderer, statement, clause, false);
	} else if (cq__dialect_has(dialect, CQ__CLAUSES_UPDATE_FROM)) {
		render_update_from(renderer, statement, clause);
	} else {
		render_joined_update(renderer, statement, clause);
	}
	if (cq__query_items(renderer->tree, statement) != CQ__NO_NODE && !cq__dialect_has(dialect, CQ__CLAUSES_RETURNING_UPDATED))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "RETURNING: %s has it for INSERT_INTO and DELETE_FROM, not for UPDATE",
			dialect->name);
	check_returning(renderer, statement, clause);
	cq__render_returning(renderer, statement);
}

/* ---- DELETE --------------------------------------------------------------------------------------------------------- */

/* DELETE FROM a USING b WHERE … */
static void render_delete_using(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	render_apart(renderer, statement, clause, " USING ");
	render_where(renderer, statement, clause, render_moved(renderer, statement, clause));
}

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
	render_beside(renderer, statement, clause);
	render_where(renderer, statement, clause, false);
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
	render_beside(renderer, statement, clause);
	render_where(renderer, statement, clause, false);
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
	if (!joined)
		render_where(renderer, statement, clause, false);
	else if (using)
		render_delete_using(renderer, statement, clause);
	else
		render_delete_rows(renderer, statement, clause);
	check_returning(renderer, statement, clause);
	cq__render_returning(renderer, statement);
}
