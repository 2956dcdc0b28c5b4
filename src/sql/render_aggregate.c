/* sql/render_aggregate.c: aggregates with what may stand inside and behind them: ORDER BY, FILTER, OVER.
 *
 * It knows nothing of clauses. render_expression.c calls it; render_window.c writes what stands behind OVER.
 */
#include "sql/render_state.h"

static const char *const functions[CQ_OP_COUNT_OF] = {
	[CQ_OP_COUNT_ROWS] = "COUNT(",
	[CQ_OP_COUNT] = "COUNT(",
	[CQ_OP_COUNT_DISTINCT] = "COUNT(DISTINCT ",
	[CQ_OP_SUM] = "SUM(",
	[CQ_OP_AVG] = "AVG(",
	[CQ_OP_MIN] = "MIN(",
	[CQ_OP_MAX] = "MAX(",
	[CQ_OP_STRING_AGG] = "",
	[CQ_OP_JSON_AGG] = "",
};

bool cq__renders_aggregate(cq_operator op)
{
	return functions[op] != NULL;
}

/* An aggregate and what belongs to it. */
typedef struct call {
	cq__renderer *renderer;
	uint32_t node;
	uint32_t condition; /* of FILTER, or CQ__NO_NODE */
	uint32_t over;      /* the OVER, or CQ__NO_NODE */
	cq_operator op;
} call;

static uint32_t call_operand(const call *c, uint32_t i)
{
	return cq__operand(c->renderer->tree, c->node, i);
}

/* The ORDER_BY inside, or CQ__NO_NODE. */
static uint32_t call_order(const call *c)
{
	const uint32_t count = cq__node(c->renderer, c->node)->count;
	for (uint32_t i = 1; i < count; i++) {
		const uint32_t operand = call_operand(c, i);
		if (cq__node(c->renderer, operand)->op == CQ_OP_ORDER_BY && !cq__absent(c->renderer->tree, operand))
			return operand;
	}
	return CQ__NO_NODE;
}

static void fail_without(const call *c, const char *what)
{
	cq__render_fail(c->renderer, CQ_UNSUPPORTED, "%s: %s has no %s there", cq__operator_text((uint16_t)c->op),
		c->renderer->dialect->name, what);
}

static void check_call(const call *c)
{
	const cq__dialect *const dialect = c->renderer->dialect;
	const bool list = c->op == CQ_OP_STRING_AGG || c->op == CQ_OP_JSON_AGG;
	if (call_order(c) != CQ__NO_NODE && !cq__dialect_can(dialect, CQ__DIALECT_ORDERED_AGGREGATES))
		fail_without(c, "ORDER_BY");
	if (c->over == CQ__NO_NODE)
		return;
	if (c->op == CQ_OP_COUNT_DISTINCT || (list && !cq__dialect_can(dialect, CQ__DIALECT_LIST_WINDOWS)))
		fail_without(c, "OVER");
	if (call_order(c) != CQ__NO_NODE)
		cq__render_fail(c->renderer, CQ_UNSUPPORTED, "%s: under OVER no database takes an ORDER_BY inside",
			cq__operator_text((uint16_t)c->op));
}

/* Where there is no FILTER, what does not fit is NULL, which no aggregate counts. */
static bool inside(const call *c)
{
	const cq__dialect *const dialect = c->renderer->dialect;
	const bool least = c->op == CQ_OP_MIN || c->op == CQ_OP_MAX;
	const bool lost = least && c->over != CQ__NO_NODE && cq__dialect_can(dialect, CQ__DIALECT_LOSES_FILTER);
	return c->condition != CQ__NO_NODE && (lost || !cq__dialect_can(dialect, CQ__DIALECT_FILTER));
}

static void open_condition(const call *c)
{
	if (!inside(c))
		return;
	cq__put(c->renderer, "CASE WHEN ");
	cq__render_expression(c->renderer, c->condition, CQ__LEVEL_OR, true);
	cq__put(c->renderer, " THEN ");
}

static void close_condition(const call *c)
{
	cq__put(c->renderer, inside(c) ? " END" : "");
}

static void put_order(const call *c)
{
	const uint32_t order = call_order(c);
	if (order == CQ__NO_NODE)
		return;
	cq__put(c->renderer, " ");
	cq__render_window_order(c->renderer, order);
}

static void put_behind(const call *c)
{
	if (c->condition != CQ__NO_NODE && !inside(c)) {
		cq__put(c->renderer, " FILTER (WHERE ");
		cq__render_expression(c->renderer, c->condition, CQ__LEVEL_ANY, true);
		cq__put(c->renderer, ")");
	}
	if (c->over != CQ__NO_NODE)
		cq__render_window(c->renderer, c->over);
}

static void put_cast(const call *c, const char *cast)
{
	cq__put(c->renderer, " AS ");
	cq__put(c->renderer, cast);
	cq__put(c->renderer, ")");
}

static void render_plain(const call *c)
{
	cq__renderer *const renderer = c->renderer;
	const cq__dialect *const dialect = renderer->dialect;
	const cq_type given = (cq_type)renderer->typing->node[call_operand(c, 0)].type;
	const cq_type result = (cq_type)renderer->typing->node[c->node].type;
	const char *cast = NULL;
	if (c->op == CQ_OP_SUM || c->op == CQ_OP_AVG)
		cast = dialect->aggregate_cast(given, result, c->op == CQ_OP_AVG);
	else if ((c->op == CQ_OP_MIN || c->op == CQ_OP_MAX) && (dialect->unordered_types >> given & 1) != 0)
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: %s has no least and greatest %s", cq__operator_text((uint16_t)c->op),
			dialect->name, cq_type_name(given));
	const bool make_double = c->op == CQ_OP_AVG && cq__dialect_can(dialect, CQ__DIALECT_AVERAGES_DECIMAL) &&
		given != CQ_TYPE_REAL && given != CQ_TYPE_DOUBLE;
	const bool divide = cast != NULL && cq__dialect_can(dialect, CQ__DIALECT_CASTS_CLIP);
	cq__put(renderer, cast == NULL ? "" : divide ? "(" : "CAST(");
	cq__put(renderer, functions[c->op]);
	open_condition(c);
	cq__put(renderer, make_double ? "CAST(" : "");
	cq__render_expression(renderer, call_operand(c, 0), inside(c) && !make_double ? CQ__LEVEL_OR : CQ__LEVEL_ANY, false);
	if (make_double)
		put_cast(c, "DOUBLE");
	close_condition(c);
	cq__put(renderer, ")");
	put_behind(c);
	if (divide)
		cq__put(renderer, " DIV 1)");
	else if (cast != NULL)
		put_cast(c, cast);
}

static void render_count_rows(const call *c)
{
	cq__put(c->renderer, functions[c->op]);
	open_condition(c);
	cq__put(c->renderer, inside(c) ? "1" : "*");
	close_condition(c);
	cq__put(c->renderer, ")");
	put_behind(c);
}

/* GROUP_CONCAT takes no expression for its separator, so each text brings one along and the first is cut off. */
static void render_group_concat(const call *c)
{
	cq__renderer *const renderer = c->renderer;
	cq__put(renderer, "SUBSTR(GROUP_CONCAT(");
	open_condition(c);
	cq__put(renderer, "CONCAT(");
	cq__render_expression(renderer, call_operand(c, 1), CQ__LEVEL_ANY, false);
	cq__put(renderer, ", ");
	cq__render_expression(renderer, call_operand(c, 0), CQ__LEVEL_ANY, false);
	cq__put(renderer, ")");
	close_condition(c);
	put_order(c);
	cq__put(renderer, " SEPARATOR '')");
	put_behind(c);
	cq__put(renderer, ", CHAR_LENGTH(");
	cq__render_expression(renderer, call_operand(c, 1), CQ__LEVEL_ANY, false);
	cq__put(renderer, ") + 1)");
}

static void render_string_agg(const call *c)
{
	cq__renderer *const renderer = c->renderer;
	if (renderer->dialect->string_agg == NULL) {
		render_group_concat(c);
		return;
	}
	cq__put(renderer, renderer->dialect->string_agg);
	cq__render_expression(renderer, call_operand(c, 0), CQ__LEVEL_ANY, false);
	cq__put(renderer, ", ");
	cq__render_expression(renderer, call_operand(c, 1), CQ__LEVEL_ANY, false);
	put_order(c);
	cq__put(renderer, ")");
	put_behind(c);
}

/* An array counts NULL like any other value, so a CASE inside would not leave it out. */
static void render_json_agg(const call *c)
{
	if (inside(c))
		fail_without(c, "FILTER");
	cq__put(c->renderer, c->renderer->dialect->json_agg[0]);
	cq__render_json_value(c->renderer, call_operand(c, 0));
	put_order(c);
	cq__put(c->renderer, ")");
	put_behind(c);
	cq__put(c->renderer, c->renderer->dialect->json_agg[1]);
}

void cq__render_aggregate(cq__renderer *renderer, uint32_t node, uint32_t condition, uint32_t over)
{
	const call c = { renderer, node, condition, over, (cq_operator)cq__node(renderer, node)->op };
	check_call(&c);
	switch (c.op) {
	case CQ_OP_COUNT_ROWS: render_count_rows(&c); break;
	case CQ_OP_STRING_AGG: render_string_agg(&c); break;
	case CQ_OP_JSON_AGG: render_json_agg(&c); break;
	default: render_plain(&c); break;
	}
}

void cq__render_filter(cq__renderer *renderer, uint32_t node, uint32_t over)
{
	const uint32_t condition = cq__operand(renderer->tree, node, 1);
	cq__render_aggregate(renderer, cq__operand(renderer->tree, node, 0),
		cq__absent(renderer->tree, condition) ? CQ__NO_NODE : condition, over);
}
