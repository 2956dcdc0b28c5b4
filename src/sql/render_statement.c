/* sql/render_statement.c: SELECT with its clauses, and which kind of statement a program is.
 *
 * It knows nothing of expressions. render.c and, for subqueries, render_expression.c call it.
 */
#include "sql/render_state.h"

/* " WHERE a AND b", or nothing when the clause is not there. */
static void render_conditions(cq__renderer *renderer, uint32_t query, cq_operator op, const char *word)
{
	const uint32_t clause = cq__query_clause(renderer->tree, query, op);
	if (clause == CQ__NO_NODE || cq__present_operands(renderer->tree, clause) == 0)
		return;
	cq__put(renderer, word);
	cq__render_conjunction(renderer, clause);
}

static void render_groups(cq__renderer *renderer, uint32_t query)
{
	const uint32_t clause = cq__query_clause(renderer->tree, query, CQ_OP_GROUP_BY);
	if (clause == CQ__NO_NODE || cq__present_operands(renderer->tree, clause) == 0)
		return;
	cq__put(renderer, " GROUP BY ");
	cq__render_operands(renderer, clause, 0, ", ", CQ__LEVEL_ANY, false);
}

/* A key of an ORDER BY. Only here does every database look for a label first; inside an expression none need. */
static void render_key(cq__renderer *renderer, uint32_t key, bool inside)
{
	const bool label = cq__node(renderer, key)->op == CQ_OP_LABEL;
	if (label && !renderer->within_call && (!inside || cq__is_combined(renderer, renderer->query)))
		cq__render_label_name(renderer, key);
	else
		cq__render_expression(renderer, key, inside ? CQ__LEVEL_CONCAT : CQ__LEVEL_ANY, false);
}

static void render_ordering(cq__renderer *renderer, uint32_t ordering)
{
	const char *direction = "", *nulls = "";
	cq_operator op = (cq_operator)cq__node(renderer, ordering)->op;
	const bool first = op == CQ_OP_NULLS_FIRST;
	const bool placed = first || op == CQ_OP_NULLS_LAST;
	if (placed) {
		ordering = cq__operand(renderer->tree, ordering, 0);
		op = (cq_operator)cq__node(renderer, ordering)->op;
	}
	if (op == CQ_OP_ASC || op == CQ_OP_DESC) {
		direction = op == CQ_OP_ASC ? " ASC" : " DESC";
		ordering = cq__operand(renderer->tree, ordering, 0);
	}
	if (placed && cq__dialect_has(renderer->dialect, CQ__CLAUSES_NULLS_ORDER)) {
		nulls = first ? " NULLS FIRST" : " NULLS LAST";
	} else if (placed) {
		render_key(renderer, ordering, true);
		cq__put(renderer, first ? " IS NULL DESC, " : " IS NULL, ");
	}
	render_key(renderer, ordering, false);
	cq__put(renderer, direction);
	cq__put(renderer, nulls);
}

void cq__render_orderings(cq__renderer *renderer, uint32_t clause)
{
	bool first = true;
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t ordering = cq__operand(renderer->tree, clause, i);
		if (cq__absent(renderer->tree, ordering))
			continue;
		cq__put(renderer, !first ? ", " : renderer->within_call ? "ORDER BY " : " ORDER BY ");
		first = false;
		render_ordering(renderer, ordering);
	}
}

/* LIMIT and OFFSET. */
static void render_number(cq__renderer *renderer, uint32_t clause, const char *word)
{
	const uint32_t number = cq__operand(renderer->tree, clause, 0);
	if (cq__node(renderer, number)->op != CQ_OP_VALUE && !cq__dialect_has(renderer->dialect, CQ__CLAUSES_LIMIT_EXPRESSIONS))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: %s takes one value and no expression",
			cq__operator_text(cq__node(renderer, clause)->op), renderer->dialect->name);
	cq__put(renderer, word);
	cq__render_expression(renderer, number, CQ__LEVEL_CONCAT, true);
}

static void render_limits(cq__renderer *renderer, uint32_t query)
{
	const uint32_t limit = cq__query_clause(renderer->tree, query, CQ_OP_LIMIT);
	const uint32_t offset = cq__query_clause(renderer->tree, query, CQ_OP_OFFSET);
	if (limit != CQ__NO_NODE) {
		render_number(renderer, limit, " LIMIT ");
	} else if (offset != CQ__NO_NODE && renderer->dialect->no_limit[0] != '\0') {
		cq__put(renderer, " ");
		cq__put(renderer, renderer->dialect->no_limit);
	}
	if (offset != CQ__NO_NODE)
		render_number(renderer, offset, " OFFSET ");
}

static const char *lock_word(const cq__renderer *renderer, uint32_t clause)
{
	return (cq__node(renderer, clause)->flags & CQ_LOCK_SHARE) != 0 ? "FOR_SHARE" : "FOR_UPDATE";
}

static void render_locked_tables(cq__renderer *renderer, uint32_t clause)
{
	bool first = true;
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t table = cq__operand(renderer->tree, clause, i);
		if (cq__absent(renderer->tree, table))
			continue;
		if (!cq__dialect_has(renderer->dialect, CQ__CLAUSES_LOCKS_OF_TABLES))
			cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: %s has no OF; it locks the rows of all tables",
				lock_word(renderer, clause), renderer->dialect->name);
		cq__put(renderer, first ? " OF " : ", ");
		first = false;
		/* Without its schema, which PostgreSQL takes only in FROM. */
		cq__render_name(renderer, cq__table_exposed_name(cq__node(renderer, table)->ref));
	}
}

static void render_lock(cq__renderer *renderer, uint32_t query)
{
	const uint32_t clause = cq__query_clause(renderer->tree, query, CQ_OP_FOR_UPDATE);
	if (clause == CQ__NO_NODE)
		return;
	const unsigned flags = cq__node(renderer, clause)->flags;
	if (!cq__dialect_has(renderer->dialect, CQ__CLAUSES_LOCKS))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: %s locks no rows; begin the transaction as a writer instead",
			lock_word(renderer, clause), renderer->dialect->name);
	renderer->locks = true;
	cq__put(renderer, (flags & CQ_LOCK_SHARE) != 0 ? renderer->dialect->lock_share : " FOR UPDATE");
	render_locked_tables(renderer, clause);
	if ((flags & CQ_LOCK_SKIP_LOCKED) != 0)
		cq__put(renderer, " SKIP LOCKED");
	else if ((flags & CQ_LOCK_NOWAIT) != 0)
		cq__put(renderer, " NOWAIT");
}

static void render_distinct(cq__renderer *renderer, uint32_t query)
{
	const uint32_t distinct_on = cq__query_clause(renderer->tree, query, CQ_OP_DISTINCT_ON);
	if (cq__query_clause(renderer->tree, query, CQ_OP_DISTINCT) != CQ__NO_NODE)
		cq__put(renderer, "DISTINCT ");
	if (distinct_on == CQ__NO_NODE)
		return;
	if (!cq__dialect_has(renderer->dialect, CQ__CLAUSES_DISTINCT_ON))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "DISTINCT_ON: %s has none; number the rows of each group with OVER and "
			"take the first", renderer->dialect->name);
	cq__put(renderer, "DISTINCT ON (");
	cq__render_operands(renderer, distinct_on, 0, ", ", CQ__LEVEL_ANY, false);
	cq__put(renderer, ") ");
}

static void render_body(cq__renderer *renderer, uint32_t query, bool conditional)
{
	cq__render_joins(renderer, query);
	const size_t before = renderer->text.length;
	render_conditions(renderer, query, CQ_OP_WHERE, " WHERE ");
	if (conditional && renderer->text.length == before) {
		cq__put(renderer, " WHERE ");
		cq__put(renderer, renderer->dialect->true_text);
	}
	render_groups(renderer, query);
	render_conditions(renderer, query, CQ_OP_HAVING, " HAVING ");
}

static void render_end(cq__renderer *renderer, uint32_t query)
{
	const uint32_t order = cq__query_clause(renderer->tree, query, CQ_OP_ORDER_BY);
	if (order != CQ__NO_NODE)
		cq__render_orderings(renderer, order);
	render_limits(renderer, query);
	render_lock(renderer, query);
}

void cq__render_tail(cq__renderer *renderer, uint32_t query, bool conditional)
{
	render_body(renderer, query, conditional);
	render_end(renderer, query);
}

/* A limited query of an IN, where the database takes none. */
static bool must_be_wrapped(const cq__renderer *renderer, uint32_t query)
{
	const cq__tree *const tree = renderer->tree;
	if (cq__dialect_has(renderer->dialect, CQ__CLAUSES_LIMITED_LISTS) || tree->parent[query] == CQ__NO_NODE)
		return false;
	if (renderer->naming != NULL && renderer->naming->query == query)
		return false;
	const uint16_t above = tree->nodes[tree->parent[query]].op;
	return (above == CQ_OP_IN_QUERY || above == CQ_OP_NOT_IN_QUERY) &&
		(cq__query_clause(tree, query, CQ_OP_LIMIT) != CQ__NO_NODE || cq__query_clause(tree, query, CQ_OP_OFFSET) != CQ__NO_NODE);
}

void cq__render_query(cq__renderer *renderer, uint32_t query)
{
	const uint32_t outer = renderer->query;
	const bool outer_call = renderer->within_call;
	const uint32_t items = cq__query_items(renderer->tree, query);
	if (items == CQ__NO_NODE) {
		cq__render_fail(renderer, CQ_MISUSE, "a query without SELECT");
		return;
	}
	if (must_be_wrapped(renderer, query)) {
		cq__render_listed(renderer, query, "limited");
		return;
	}
	renderer->query = query;
	renderer->within_call = false;
	cq__render_withs(renderer, query);
	for (uint32_t i = cq__leading_parentheses(renderer, query); i != 0; i--)
		cq__put(renderer, "(");
	cq__put(renderer, "SELECT ");
	render_distinct(renderer, query);
	cq__render_items(renderer, items);
	render_body(renderer, query, false);
	cq__render_arms(renderer, query);
	render_end(renderer, query);
	renderer->query = outer;
	renderer->within_call = outer_call;
}

typedef void writer(cq__renderer *renderer, uint32_t statement, uint32_t clause);

static void write_select(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	(void)clause;
	renderer->returns_rows = true;
	cq__render_query(renderer, statement);
	renderer->reads_only = !renderer->locks;
}

static void write_raw(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	(void)statement;
	cq__render_raw_sql(renderer, clause);
}

void cq__render_statement(cq__renderer *renderer, uint32_t statement)
{
	static const struct {
		cq_operator op;
		writer *write;
	} kinds[] = {
		{ CQ_OP_RAW_SQL, write_raw },
		{ CQ_OP_SELECT, write_select },
		{ CQ_OP_SELECT_ALL, write_select },
		{ CQ_OP_SELECT_ROW, write_select },
		{ CQ_OP_INSERT_INTO, cq__render_insert },
		{ CQ_OP_UPDATE, cq__render_update },
		{ CQ_OP_DELETE_FROM, cq__render_delete },
	};
	if (cq__node(renderer, statement)->op != CQ_OP_STATEMENT) {
		cq__render_fail(renderer, CQ_MISUSE, "only a whole statement has a text");
		return;
	}
	renderer->query = statement;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const uint32_t clause = cq__query_clause(renderer->tree, statement, kinds[i].op);
		if (clause != CQ__NO_NODE) {
			kinds[i].write(renderer, statement, clause);
			return;
		}
	}
	cq__render_fail(renderer, CQ_MISUSE, "a statement without SELECT, INSERT_INTO, UPDATE, DELETE_FROM or RAW_SQL");
}
