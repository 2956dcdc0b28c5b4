/* sql/render_statement.c: SELECT with its clauses, and which kind of statement a program is.
 *
 * It knows nothing of expressions. render.c and, for subqueries, render_expression.c call it.
 */
#include "sql/render_state.h"

static void render_joins(cq__renderer *renderer, uint32_t query)
{
	bool first = true;
	for (uint32_t i = 0; i < cq__node(renderer, query)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, query, i);
		const cq_node *const node = cq__node(renderer, clause);
		if (cq__absent(renderer->tree, clause))
			continue;
		if (node->op == CQ_OP_FROM) {
			cq__put(renderer, first ? " FROM " : ", ");
			first = false;
			cq__render_source(renderer, node->ref);
		} else if (node->op == CQ_OP_JOIN || node->op == CQ_OP_LEFT_JOIN) {
			cq__put(renderer, node->op == CQ_OP_JOIN ? " JOIN " : " LEFT JOIN ");
			cq__render_source(renderer, node->ref);
			cq__put(renderer, " ON ");
			cq__render_conjunction(renderer, clause);
		}
	}
}

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

static void render_ordering(cq__renderer *renderer, uint32_t ordering)
{
	const char *direction = "";
	const cq_operator op = (cq_operator)cq__node(renderer, ordering)->op;
	if (op == CQ_OP_ASC || op == CQ_OP_DESC) {
		direction = op == CQ_OP_ASC ? " ASC" : " DESC";
		ordering = cq__operand(renderer->tree, ordering, 0);
	}
	const cq_node *const node = cq__node(renderer, ordering);
	/* Only here does every database look for a label first. */
	if (node->op == CQ_OP_LABEL)
		cq__render_name(renderer, node->ref);
	else
		cq__render_expression(renderer, ordering, CQ__LEVEL_ANY, false);
	cq__put(renderer, direction);
}

static void render_order(cq__renderer *renderer, uint32_t query)
{
	const uint32_t clause = cq__query_clause(renderer->tree, query, CQ_OP_ORDER_BY);
	if (clause == CQ__NO_NODE)
		return;
	bool first = true;
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t ordering = cq__operand(renderer->tree, clause, i);
		if (cq__absent(renderer->tree, ordering))
			continue;
		cq__put(renderer, first ? " ORDER BY " : ", ");
		first = false;
		render_ordering(renderer, ordering);
	}
}

static void render_limits(cq__renderer *renderer, uint32_t query)
{
	const uint32_t limit = cq__query_clause(renderer->tree, query, CQ_OP_LIMIT);
	const uint32_t offset = cq__query_clause(renderer->tree, query, CQ_OP_OFFSET);
	if (limit != CQ__NO_NODE) {
		cq__put(renderer, " LIMIT ");
		cq__render_expression(renderer, cq__operand(renderer->tree, limit, 0), CQ__LEVEL_CONCAT, true);
	} else if (offset != CQ__NO_NODE && renderer->dialect->no_limit[0] != '\0') {
		cq__put(renderer, " ");
		cq__put(renderer, renderer->dialect->no_limit);
	}
	if (offset != CQ__NO_NODE) {
		cq__put(renderer, " OFFSET ");
		cq__render_expression(renderer, cq__operand(renderer->tree, offset, 0), CQ__LEVEL_CONCAT, true);
	}
}

void cq__render_query(cq__renderer *renderer, uint32_t query)
{
	const uint32_t outer = renderer->query;
	const uint32_t items = cq__query_items(renderer->tree, query);
	if (items == CQ__NO_NODE) {
		cq__render_fail(renderer, CQ_MISUSE, "a query without SELECT");
		return;
	}
	renderer->query = query;
	cq__put(renderer, "SELECT ");
	if (cq__query_clause(renderer->tree, query, CQ_OP_DISTINCT) != CQ__NO_NODE)
		cq__put(renderer, "DISTINCT ");
	cq__render_items(renderer, items);
	render_joins(renderer, query);
	render_conditions(renderer, query, CQ_OP_WHERE, " WHERE ");
	render_groups(renderer, query);
	render_conditions(renderer, query, CQ_OP_HAVING, " HAVING ");
	render_order(renderer, query);
	render_limits(renderer, query);
	renderer->query = outer;
}

typedef void writer(cq__renderer *renderer, uint32_t statement, uint32_t clause);

static void write_select(cq__renderer *renderer, uint32_t statement, uint32_t clause)
{
	(void)clause;
	renderer->reads_only = true;
	renderer->returns_rows = true;
	cq__render_query(renderer, statement);
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
