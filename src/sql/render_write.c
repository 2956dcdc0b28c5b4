/* sql/render_write.c: INSERT of objects, of one row and of what a query selects, and RETURNING.
 *
 * It knows nothing of expressions. render_statement.c, render_update.c and render.c call it.
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

/* The columns or the values of the SETs of a clause behind `opening`; false when there is none. */
static bool render_set_columns(cq__renderer *renderer, uint32_t clause, const char *opening)
{
	bool first = true;
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t set = cq__operand(renderer->tree, clause, i);
		if (!cq__is_assignment(renderer, set))
			continue;
		cq__put(renderer, first ? opening : ", ");
		first = false;
		cq__render_name(renderer, cq__column_sql_name(cq__node(renderer, set)->ref));
	}
	return !first;
}

/* `typed`: what stands around tells the types of parameters; a select list does not. */
static void render_set_values(cq__renderer *renderer, uint32_t clause, bool typed)
{
	uint32_t position = 0;
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t set = cq__operand(renderer->tree, clause, i);
		if (!cq__is_assignment(renderer, set))
			continue;
		const uint32_t value = cq__operand(renderer->tree, set, 0);
		cq__check_assigned_form(renderer, set);
		cq__put(renderer, position == 0 ? "" : ", ");
		/* A NULL without a type is of the column's. */
		cq__render_expression(renderer, value, CQ__LEVEL_ANY, typed || cq__node(renderer, value)->op == CQ_OP_NULL);
		(void)cq__render_given_name(renderer, position++, " AS ");
	}
}

static void render_one_row(cq__renderer *renderer, uint32_t clause)
{
	if (render_set_columns(renderer, clause, " (")) {
		cq__put(renderer, ") VALUES (");
		render_set_values(renderer, clause, true);
		cq__put(renderer, ")");
	} else {
		cq__put(renderer, " ");
		cq__put(renderer, renderer->dialect->default_values);
	}
}

/* ---- what a query selects ------------------------------------------------------------------------------------------ */

static void render_selection(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const bool conflict = cq__conflict_clause(renderer, statement) != CQ__NO_NODE;
	cq__put(renderer, "SELECT ");
	render_set_values(renderer, clause, false);
	/* An ON behind a table would be that of a join. */
	cq__render_tail(renderer, statement, conflict);
}

/* Whether the rows come from the table that they go to, in a database that then confuses the two in what a conflict sets. */
static bool is_ambiguous(const cq__renderer *renderer, uint32_t statement, const cq_table *table)
{
	if (cq__dialect_has(renderer->dialect, CQ__CLAUSES_ON_CONFLICT) ||
		cq__conflict_clause(renderer, statement) == CQ__NO_NODE)
		return false;
	for (uint32_t i = 0; i < cq__node(renderer, statement)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, statement, i);
		const cq_node *const node = cq__node(renderer, clause);
		if ((node->op == CQ_OP_FROM || cq__is_join(node->op)) && !cq__absent(renderer->tree, clause) &&
			cq__same_table(node->ref, table))
			return true;
	}
	return false;
}

/* INSERT INTO t (…) SELECT row.1, row.2 FROM (SELECT …) AS row */
static void render_apart(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq__naming *const outer = renderer->naming;
	const cq__naming naming = { .query = statement, .labels = true };
	uint32_t position = 0;
	renderer->naming = &naming;
	cq__put(renderer, "SELECT ");
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		if (!cq__is_assignment(renderer, cq__operand(renderer->tree, clause, i)))
			continue;
		cq__put(renderer, position == 0 ? "" : ", ");
		cq__render_name(renderer, "row");
		(void)cq__render_given_name(renderer, position++, ".");
	}
	cq__put(renderer, " FROM (");
	render_selection(renderer, statement, clause);
	cq__put(renderer, ") AS ");
	cq__render_name(renderer, "row");
	renderer->naming = outer;
}

static void render_selected_rows(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq_table *const table = cq__node(renderer, clause)->ref;
	if (!render_set_columns(renderer, clause, " (")) {
		cq__render_fail(renderer, CQ_MISUSE, "INSERT_INTO(%s): nothing is set", table->name);
		return;
	}
	cq__put(renderer, ") ");
	if (!cq__dialect_has(renderer->dialect, CQ__CLAUSES_WITH_WRITES))
		cq__render_withs(renderer, statement);
	if (is_ambiguous(renderer, statement, table))
		render_apart(renderer, statement, clause);
	else
		render_selection(renderer, statement, clause);
}

static uint32_t rows_of(const cq__renderer *renderer, uint32_t clause)
{
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t operand = cq__operand(renderer->tree, clause, i);
		if (cq__node(renderer, operand)->op == CQ_OP_ROWS)
			return operand;
	}
	return CQ__NO_NODE;
}

void cq__render_insert(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	const cq_table *const table = cq__node(renderer, clause)->ref;
	const bool selects = cq__query_clause(renderer->tree, statement, CQ_OP_FROM) != CQ__NO_NODE;
	if (!selects || cq__dialect_has(renderer->dialect, CQ__CLAUSES_WITH_WRITES))
		cq__render_write_withs(renderer, statement);
	if (rows_of(renderer, clause) != CQ__NO_NODE) {
		render_one_object(renderer, table);
	} else {
		cq__put(renderer, "INSERT INTO ");
		cq__render_target(renderer, table);
		if (selects)
			render_selected_rows(renderer, statement, clause);
		else
			render_one_row(renderer, clause);
	}
	cq__render_conflict(renderer, statement, table);
	cq__render_returning(renderer, statement);
}

void cq__render_write_withs(cq__renderer *renderer, uint32_t statement)
{
	const bool any = cq__query_clause(renderer->tree, statement, CQ_OP_WITH) != CQ__NO_NODE ||
		cq__query_clause(renderer->tree, statement, CQ_OP_WITH_RECURSIVE) != CQ__NO_NODE;
	if (any && !cq__dialect_has(renderer->dialect, CQ__CLAUSES_WITH_WRITES))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "WITH: %s takes none before INSERT of one row, UPDATE and DELETE_FROM; write "
			"the query where it is used", renderer->dialect->name);
	cq__render_withs(renderer, statement);
}
