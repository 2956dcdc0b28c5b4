/* sql/render_joins.c: the tables of a query and how they are joined.
 *
 * It knows nothing of the queries that stand for tables. render_statement.c and render_update.c call it.
 */
#include "sql/render_state.h"

#include "query/relation.h"

const char *cq__join_text(cq__renderer *renderer, uint32_t clause)
{
	switch ((cq_operator)cq__node(renderer, clause)->op) {
	case CQ_OP_JOIN: return " JOIN ";
	case CQ_OP_LEFT_JOIN: return " LEFT JOIN ";
	case CQ_OP_RIGHT_JOIN: return " RIGHT JOIN ";
	case CQ_OP_CROSS_JOIN: return renderer->dialect->cross_join;
	case CQ_OP_FULL_JOIN:
		if (!cq__dialect_has(renderer->dialect, CQ__CLAUSES_FULL_JOIN))
			cq__render_fail(renderer, CQ_UNSUPPORTED, "FULL_JOIN: %s has none; a UNION_ALL of a LEFT_JOIN and of what a "
				"RIGHT_JOIN finds nothing for gives the same", renderer->dialect->name);
		return " FULL JOIN ";
	default: return NULL;
	}
}

void cq__render_joined(cq__renderer *renderer, uint32_t clause, const char *how)
{
	const uint32_t source = cq__clause_source(renderer->tree, clause);
	cq__put(renderer, how);
	if (source != CQ__NO_NODE)
		cq__render_derived(renderer, source);
	else if (cq__join_through(renderer->tree, clause) != CQ__NO_NODE)
		cq__render_through(renderer, clause);
	else
		cq__render_source(renderer, clause);
}

void cq__render_more_conditions(cq__renderer *renderer, uint32_t clause, const char *opening, bool *opened)
{
	const uint32_t source = cq__clause_source(renderer->tree, clause);
	for (uint32_t i = 0; i < cq__node(renderer, clause)->count; i++) {
		const uint32_t condition = cq__operand(renderer->tree, clause, i);
		if (condition == source || cq__absent(renderer->tree, condition))
			continue;
		cq__put(renderer, *opened ? " AND " : opening);
		*opened = true;
		cq__render_expression(renderer, condition, CQ__LEVEL_AND, true);
	}
}

void cq__render_on(cq__renderer *renderer, uint32_t clause)
{
	bool opened = false;
	if (cq__node(renderer, clause)->op == CQ_OP_CROSS_JOIN)
		return;
	cq__put(renderer, " ON ");
	if (cq__clause_source(renderer->tree, clause) == CQ__NO_NODE) {
		cq__render_conjunction(renderer, clause);
		return;
	}
	cq__render_more_conditions(renderer, clause, "", &opened);
	if (!opened)
		cq__put(renderer, renderer->dialect->true_text);
}

void cq__render_joins(cq__renderer *renderer, uint32_t query)
{
	bool first = true;
	for (uint32_t i = 0; i < cq__node(renderer, query)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, query, i);
		const uint16_t op = cq__node(renderer, clause)->op;
		if (cq__absent(renderer->tree, clause))
			continue;
		if (op == CQ_OP_FROM) {
			cq__render_joined(renderer, clause, first ? " FROM " : ", ");
			first = false;
		} else if (cq__is_join(op)) {
			cq__render_joined(renderer, clause, cq__join_text(renderer, clause));
			cq__render_on(renderer, clause);
		}
	}
}
