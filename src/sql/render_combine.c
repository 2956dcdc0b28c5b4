/* sql/render_combine.c: UNION, UNION_ALL, INTERSECT and EXCEPT behind a query, applied from left to right on every database.
 *
 * It knows nothing of what the queries select. render_statement.c calls it.
 */
#include "sql/render_state.h"

static bool is_arm(const cq__renderer *renderer, uint32_t clause)
{
	return cq__is_set_operation(cq__node(renderer, clause)->op) && !cq__absent(renderer->tree, clause);
}

bool cq__is_combined(const cq__renderer *renderer, uint32_t query)
{
	for (uint32_t i = 0; i < cq__node(renderer, query)->count; i++)
		if (is_arm(renderer, cq__operand(renderer->tree, query, i)))
			return true;
	return false;
}

/* Where INTERSECT binds more tightly, what stands before it is one operand only in parentheses. `loose` tells whether
 * something that binds less tightly has been written since the last closing one. */
static bool closes(const cq__renderer *renderer, uint32_t clause, bool *loose)
{
	const bool tight = cq__node(renderer, clause)->op == CQ_OP_INTERSECT;
	const bool close = tight && *loose;
	*loose = !tight;
	return close && cq__dialect_has(renderer->dialect, CQ__CLAUSES_INTERSECT_FIRST);
}

uint32_t cq__leading_parentheses(const cq__renderer *renderer, uint32_t query)
{
	uint32_t count = 0;
	bool loose = false;
	for (uint32_t i = 0; i < cq__node(renderer, query)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, query, i);
		if (is_arm(renderer, clause))
			count += closes(renderer, clause, &loose);
	}
	return count;
}

static const char *operation_text(cq_operator op)
{
	switch (op) {
	case CQ_OP_UNION: return " UNION ";
	case CQ_OP_UNION_ALL: return " UNION ALL ";
	case CQ_OP_INTERSECT: return " INTERSECT ";
	default: return " EXCEPT ";
	}
}

/* The columns of the other parts are what those of the first are. */
static cq__naming arm_naming(const cq__renderer *renderer, uint32_t query, uint32_t arm)
{
	cq__naming naming = { 0 };
	if (renderer->naming != NULL && renderer->naming->query == query)
		naming = *renderer->naming;
	naming.query = arm;
	naming.labels = false;
	return naming;
}

void cq__render_arms(cq__renderer *renderer, uint32_t query)
{
	const cq__naming *const outer = renderer->naming;
	bool loose = false;
	for (uint32_t i = 0; i < cq__node(renderer, query)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, query, i);
		if (!is_arm(renderer, clause))
			continue;
		if (closes(renderer, clause, &loose))
			cq__put(renderer, ")");
		cq__put(renderer, operation_text((cq_operator)cq__node(renderer, clause)->op));
		const uint32_t arm = cq__operand(renderer->tree, clause, 0);
		const cq__naming naming = arm_naming(renderer, query, arm);
		renderer->naming = &naming;
		cq__render_query(renderer, arm);
		renderer->naming = outer;
	}
}

/* What the column of a query itself is; NULL when that is not known. */
static const cq__typed *own_type(const cq__renderer *renderer, uint32_t query, uint32_t position)
{
	const cq_column *column;
	const uint32_t item = cq__query_item(renderer->tree, query, position, &column);
	if (item == CQ__NO_NODE || column != NULL || renderer->typing->node[item].type == CQ_TYPE_NONE)
		return NULL;
	return &renderer->typing->node[item];
}

static const cq__typed *type_below(const cq__renderer *renderer, uint32_t query, uint32_t position)
{
	const cq__typed *found = own_type(renderer, query, position);
	for (uint32_t i = 0; found == NULL && i < cq__node(renderer, query)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, query, i);
		if (is_arm(renderer, clause))
			found = type_below(renderer, cq__operand(renderer->tree, clause, 0), position);
	}
	return found;
}

const cq__typed *cq__combined_type(const cq__renderer *renderer, uint32_t query, uint32_t position)
{
	const cq__tree *const tree = renderer->tree;
	while (tree->parent[query] != CQ__NO_NODE && cq__is_set_operation(tree->nodes[tree->parent[query]].op))
		query = tree->query[query];
	return type_below(renderer, query, position);
}
