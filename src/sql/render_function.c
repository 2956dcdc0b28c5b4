/* sql/render_function.c: functions of texts, numbers, dates and casts, as the dialect writes them, and the database's own.
 *
 * It knows nothing of aggregates or JSON. render_expression.c calls it.
 */
#include "sql/render_state.h"

#include <ctype.h>

static void fill_operand(cq__renderer *renderer, void *context, char mark, cq__level level, bool integer)
{
	const uint32_t node = *(const uint32_t *)context;
	if (mark == 's')
		cq__buffer_append_unsigned(&renderer->text, cq__node(renderer, node)->flags);
	else
		cq__render_argument(renderer, cq__operand(renderer->tree, node, (uint32_t)(mark - '1')), level, integer);
}

void cq__render_function(cq__renderer *renderer, uint32_t node)
{
	const cq_node *const n = cq__node(renderer, node);
	const uint32_t first = cq__operand(renderer->tree, node, 0);
	const cq__asked asked = {
		.op = (cq_operator)n->op,
		.flags = n->flags,
		.count = (uint8_t)n->count,
		.result = (cq_type)(n->op == CQ_OP_CAST ? n->type : renderer->typing->node[node].type),
		.operand = (cq_type)renderer->typing->node[first].type,
	};
	const char *const text = renderer->dialect->expression(&asked);
	if (text == NULL) {
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: %s has no such thing",
			n->op == CQ_OP_INTERVAL_ADD ? "DATE_ADD of an INTERVAL" : cq__operator_text(n->op), renderer->dialect->name);
		return;
	}
	for (uint32_t i = 0; i < n->count; i++)
		cq__check_form(renderer, cq__operand(renderer->tree, node, i), cq__operator_text(n->op));
	cq__render_template(renderer, text, fill_operand, &node);
}

/* The name stands bare in the text, so it must be one. */
static bool is_function_name(const char *name)
{
	if (!isalpha((unsigned char)*name) && *name != '_')
		return false;
	for (; *name != '\0'; name++) {
		const unsigned char c = (unsigned char)*name;
		if (c >= 0x80 || (!isalnum(c) && c != '_' && c != '.'))
			return false;
	}
	return true;
}

void cq__render_named_function(cq__renderer *renderer, uint32_t node)
{
	const char *const name = cq__node(renderer, node)->ref;
	if (!is_function_name(name)) {
		cq__render_fail(renderer, CQ_MISUSE, "FUNC: %.40s is no function's name: letters, digits, _ and . only", name);
		return;
	}
	cq__put(renderer, name);
	cq__put(renderer, "(");
	cq__render_operands(renderer, node, 0, ", ", CQ__LEVEL_ANY, false);
	cq__put(renderer, ")");
}
