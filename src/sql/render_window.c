/* sql/render_window.c: window functions and what stands in their OVER: partitions, order, frame.
 *
 * It knows nothing of clauses. render_expression.c and render_aggregate.c call it.
 */
#include "sql/render_state.h"

static const char *const functions[CQ_OP_COUNT_OF] = {
	[CQ_OP_ROW_NUMBER] = "ROW_NUMBER(",
	[CQ_OP_RANK] = "RANK(",
	[CQ_OP_DENSE_RANK] = "DENSE_RANK(",
	[CQ_OP_PERCENT_RANK] = "PERCENT_RANK(",
	[CQ_OP_CUME_DIST] = "CUME_DIST(",
	[CQ_OP_NTILE] = "NTILE(",
	[CQ_OP_LAG] = "LAG(",
	[CQ_OP_LEAD] = "LEAD(",
	[CQ_OP_FIRST_VALUE] = "FIRST_VALUE(",
	[CQ_OP_LAST_VALUE] = "LAST_VALUE(",
	[CQ_OP_NTH_VALUE] = "NTH_VALUE(",
};

/* No label of the select list is known inside a window: what it names is written again. */
void cq__render_window_order(cq__renderer *renderer, uint32_t order)
{
	const bool outer = renderer->within_call;
	renderer->within_call = true;
	cq__render_orderings(renderer, order);
	renderer->within_call = outer;
}

static void render_bound(cq__renderer *renderer, uint32_t frame, cq_frame_bound bound, uint32_t *used)
{
	const bool typed = (cq__node(renderer, frame)->flags & CQ_FRAME_KIND) == CQ_FRAME_RANGE;
	switch (bound) {
	case CQ_BOUND_UNBOUNDED_PRECEDING: cq__put(renderer, "UNBOUNDED PRECEDING"); return;
	case CQ_BOUND_UNBOUNDED_FOLLOWING: cq__put(renderer, "UNBOUNDED FOLLOWING"); return;
	case CQ_BOUND_CURRENT_ROW: cq__put(renderer, "CURRENT ROW"); return;
	case CQ_BOUND_PRECEDING:
	case CQ_BOUND_FOLLOWING: break;
	}
	if (!cq__dialect_can(renderer->dialect, CQ__DIALECT_FRAME_VALUES))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "OVER: %s takes no value before PRECEDING and FOLLOWING",
			renderer->dialect->name);
	cq__render_expression(renderer, cq__operand(renderer->tree, frame, (*used)++), CQ__LEVEL_ATOM, !typed);
	cq__put(renderer, bound == CQ_BOUND_PRECEDING ? " PRECEDING" : " FOLLOWING");
}

static void render_frame(cq__renderer *renderer, uint32_t frame)
{
	static const char *const kinds[] = { "ROWS BETWEEN ", "RANGE BETWEEN ", "GROUPS BETWEEN " };
	const uint8_t flags = cq__node(renderer, frame)->flags;
	const uint8_t kind = flags & CQ_FRAME_KIND;
	uint32_t used = 0;
	if (kind == CQ_FRAME_GROUPS && !cq__dialect_can(renderer->dialect, CQ__DIALECT_FRAME_GROUPS))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "GROUPS_BETWEEN: %s has none", renderer->dialect->name);
	if (kind > CQ_FRAME_GROUPS) {
		cq__render_fail(renderer, CQ_MISUSE, "OVER: a frame of an unknown kind");
		return;
	}
	cq__put(renderer, kinds[kind]);
	render_bound(renderer, frame, (cq_frame_bound)(flags / CQ_FRAME_START % 8), &used);
	cq__put(renderer, " AND ");
	render_bound(renderer, frame, (cq_frame_bound)(flags / CQ_FRAME_END), &used);
}

void cq__render_window(cq__renderer *renderer, uint32_t over)
{
	bool first = true;
	cq__put(renderer, " OVER (");
	for (uint32_t i = 1; i < cq__node(renderer, over)->count; i++) {
		const uint32_t part = cq__operand(renderer->tree, over, i);
		const uint16_t op = cq__node(renderer, part)->op;
		if (cq__absent(renderer->tree, part))
			continue;
		cq__put(renderer, first ? "" : " ");
		if (op == CQ_OP_PARTITION_BY) {
			cq__put(renderer, "PARTITION BY ");
			cq__render_operands(renderer, part, 0, ", ", CQ__LEVEL_ANY, false);
		} else if (op == CQ_OP_ORDER_BY) {
			cq__render_window_order(renderer, part);
		} else {
			render_frame(renderer, part);
		}
		first = false;
	}
	cq__put(renderer, ")");
}

/* The value, how many rows away, and what stands where there is no such row. */
static void render_offset(cq__renderer *renderer, uint32_t node, uint32_t over)
{
	const uint32_t count = cq__node(renderer, node)->count;
	const uint32_t value = cq__operand(renderer->tree, node, 0);
	cq__check_one_form(renderer, node);
	const bool otherwise = count == 3;
	const bool emulated = otherwise && !cq__dialect_can(renderer->dialect, CQ__DIALECT_LAG_OTHERWISE);
	const bool typed = otherwise && !emulated &&
		(cq__tells_type(renderer, value) || cq__tells_type(renderer, cq__operand(renderer->tree, node, 2)));
	/* Only a value that never is NULL tells by NULL that there is no row. */
	if (emulated && renderer->typing->node[value].nullable != 0)
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: %s takes a third operand only of what is never NULL",
			cq__operator_text(cq__node(renderer, node)->op), renderer->dialect->name);
	cq__put(renderer, emulated ? "COALESCE(" : "");
	cq__put(renderer, functions[cq__node(renderer, node)->op]);
	cq__render_expression(renderer, value, CQ__LEVEL_ANY, typed);
	if (count > 1) {
		cq__put(renderer, ", ");
		cq__render_argument(renderer, cq__operand(renderer->tree, node, 1), CQ__LEVEL_ANY,
			cq__dialect_can(renderer->dialect, CQ__DIALECT_TYPED_VALUES));
	}
	cq__put(renderer, otherwise && !emulated ? ", " : ")");
	if (otherwise && !emulated) {
		cq__render_expression(renderer, cq__operand(renderer->tree, node, 2), CQ__LEVEL_ANY, typed);
		cq__put(renderer, ")");
	}
	cq__render_window(renderer, over);
	if (emulated) {
		cq__put(renderer, ", ");
		cq__render_expression(renderer, cq__operand(renderer->tree, node, 2), CQ__LEVEL_ANY, true);
		cq__put(renderer, ")");
	}
}

static void render_simple(cq__renderer *renderer, uint32_t node, uint32_t over)
{
	const bool typed_values = cq__dialect_can(renderer->dialect, CQ__DIALECT_TYPED_VALUES);
	const bool narrow = cq__node(renderer, node)->op == CQ_OP_NTILE && typed_values;
	cq__put(renderer, narrow ? "CAST(" : "");
	cq__put(renderer, functions[cq__node(renderer, node)->op]);
	for (uint32_t i = 0; i < cq__node(renderer, node)->count; i++) {
		const bool number = i == 1 || cq__node(renderer, node)->op == CQ_OP_NTILE;
		cq__put(renderer, i == 0 ? "" : ", ");
		cq__render_argument(renderer, cq__operand(renderer->tree, node, i), CQ__LEVEL_ANY, number && typed_values);
	}
	cq__put(renderer, ")");
	cq__render_window(renderer, over);
	cq__put(renderer, narrow ? " AS BIGINT)" : "");
}

void cq__render_over(cq__renderer *renderer, uint32_t node)
{
	const uint32_t call = cq__operand(renderer->tree, node, 0);
	const cq_operator op = (cq_operator)cq__node(renderer, call)->op;
	if (op == CQ_OP_FILTER)
		cq__render_filter(renderer, call, node);
	else if (cq__renders_aggregate(op))
		cq__render_aggregate(renderer, call, CQ__NO_NODE, node);
	else if (op == CQ_OP_LAG || op == CQ_OP_LEAD)
		render_offset(renderer, call, node);
	else if (functions[op] != NULL)
		render_simple(renderer, call, node);
	else
		cq__render_fail(renderer, CQ_MISUSE, "OVER: %s is no function of a window", cq__operator_text((uint16_t)op));
}
