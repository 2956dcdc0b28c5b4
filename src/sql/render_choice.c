/* sql/render_choice.c: CASE, NULLIF, rows of values, and what a column's foreign key joins along.
 *
 * It knows nothing of clauses. render_expression.c and render_condition.c call it.
 */
#include "sql/render_state.h"

#include "query/relation.h"
#include "query/scope.h"

uint32_t cq__branch_of_case(const cq__renderer *renderer, uint32_t branch)
{
	return cq__operand(renderer->tree, branch, cq__node(renderer, branch)->op == CQ_OP_CASE_WHEN ? 1 : 0);
}

static bool branches_tell_type(const cq__renderer *renderer, uint32_t node)
{
	for (uint32_t i = 0; i < cq__node(renderer, node)->count; i++) {
		const uint32_t branch = cq__operand(renderer->tree, node, i);
		if (!cq__absent(renderer->tree, branch) && cq__tells_type(renderer, cq__branch_of_case(renderer, branch)))
			return true;
	}
	return false;
}

uint32_t cq__case_otherwise(const cq__renderer *renderer, uint32_t node)
{
	uint32_t otherwise = CQ__NO_NODE;
	for (uint32_t i = 0; i < cq__node(renderer, node)->count; i++) {
		const uint32_t branch = cq__operand(renderer->tree, node, i);
		if (cq__absent(renderer->tree, branch))
			continue;
		if (cq__node(renderer, branch)->op != CQ_OP_ELSE)
			return CQ__NO_NODE;
		otherwise = cq__branch_of_case(renderer, branch);
	}
	return otherwise;
}

void cq__render_case(cq__renderer *renderer, uint32_t node)
{
	const bool typed = branches_tell_type(renderer, node);
	cq__put(renderer, "CASE");
	for (uint32_t i = 0; i < cq__node(renderer, node)->count; i++) {
		const uint32_t branch = cq__operand(renderer->tree, node, i);
		if (cq__absent(renderer->tree, branch))
			continue;
		if (cq__node(renderer, branch)->op == CQ_OP_CASE_WHEN) {
			cq__put(renderer, " WHEN ");
			cq__render_expression(renderer, cq__operand(renderer->tree, branch, 0), CQ__LEVEL_OR, true);
			cq__put(renderer, " THEN ");
		} else {
			cq__put(renderer, " ELSE ");
		}
		cq__render_expression(renderer, cq__branch_of_case(renderer, branch), CQ__LEVEL_OR, typed);
	}
	cq__put(renderer, " END");
}

/* Whether a row that this one is compared with tells the type of its i-th member, or this one itself does. */
static bool member_is_told(const cq__renderer *renderer, uint32_t node, uint32_t member)
{
	const uint32_t parent = renderer->tree->parent[node];
	for (uint32_t i = 0; i < cq__node(renderer, parent)->count; i++) {
		const uint32_t row = cq__operand(renderer->tree, parent, i);
		if (cq__node(renderer, row)->op == CQ_OP_TUPLE && member < cq__node(renderer, row)->count &&
			cq__tells_type(renderer, cq__operand(renderer->tree, row, member)))
			return true;
	}
	return false;
}

/* In a VALUES the members' types are those of the values alone. */
void cq__render_tuple(cq__renderer *renderer, uint32_t node, bool typed)
{
	cq__put(renderer, "(");
	for (uint32_t i = 0; i < cq__node(renderer, node)->count; i++) {
		cq__put(renderer, i == 0 ? "" : ", ");
		cq__render_expression(renderer, cq__operand(renderer->tree, node, i), CQ__LEVEL_ANY,
			typed && member_is_told(renderer, node, i));
	}
	cq__put(renderer, ")");
}

/* posts.author_id = users.id */
void cq__render_along(cq__renderer *renderer, uint32_t node)
{
	if (cq__along_relation(renderer->tree, node) != NULL) {
		cq__render_along_relation(renderer, node);
		return;
	}
	const cq_column *const target = cq__along_target(renderer->tree, node);
	if (target == NULL) {
		cq__render_fail(renderer, CQ_MISUSE, "ALONG: the table that the column references is not there, or more than once");
		return;
	}
	cq__render_expression(renderer, cq__operand(renderer->tree, node, 0), CQ__LEVEL_CONCAT, true);
	cq__put(renderer, " = ");
	cq__render_column(renderer, target);
}
