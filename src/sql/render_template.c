/* sql/render_template.c: the texts by which a dialect says how an operator is written, with marks where its operands stand.
 *
 * It knows nothing of what they say. render_function.c and render_json.c call it.
 */
#include "sql/render_state.h"

#include "meta/type_registry.h"

#include <string.h>

enum { MARK_LENGTH = 3 };

/* Whether a mark is an argument of its own, so that its operand needs no parentheses. */
static bool stands_alone(const char *text, const char *mark, const char *behind)
{
	while (mark > text && mark[-1] == ' ')
		mark--;
	return mark > text && (mark[-1] == '(' || mark[-1] == ',') &&
		(*behind == ')' || *behind == ',' || strncmp(behind, " AS ", 4) == 0);
}

void cq__render_template(cq__renderer *renderer, const char *text, cq__fill *fill, void *context)
{
	const char *rest = text;
	for (const char *mark; (mark = strchr(rest, '{')) != NULL && cq__render_goes_on(renderer); rest = strchr(mark, '}') + 1) {
		const char *const behind = strchr(mark, '}') + 1;
		cq__buffer_append(&renderer->text, rest, (size_t)(mark - rest));
		const bool integer = behind - mark > MARK_LENGTH;
		const bool alone = integer || stands_alone(text, mark, behind);
		fill(renderer, context, mark[1], alone ? CQ__LEVEL_ANY : CQ__LEVEL_ATOM, integer);
	}
	cq__put(renderer, rest);
}

void cq__render_argument(cq__renderer *renderer, uint32_t node, cq__level level, bool integer)
{
	const bool value = cq__node(renderer, node)->op == CQ_OP_VALUE;
	const uint8_t meant = value ? renderer->typing->value[renderer->tree->value[node]].type : CQ_TYPE_NONE;
	const uint8_t type = meant != CQ_TYPE_NONE ? meant : renderer->typing->node[node].type;
	const bool cast = integer && type != CQ_TYPE_INTEGER && type != CQ_TYPE_SMALLINT;
	cq__put(renderer, cast ? "CAST(" : "");
	cq__render_expression(renderer, node, cast ? CQ__LEVEL_ANY : level, false);
	cq__put(renderer, cast ? " AS INTEGER)" : "");
}
