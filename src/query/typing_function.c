/* query/typing_function.c: what functions, aggregates and windows yield.
 * It reports nothing: what makes no sense has no type. Part of the typing pass.
 */
#include "query/typing_parts.h"

/* What keeps the type of its first operand without being the column any more. */
static cq__typed like_first(const cq__typing_pass *p, uint32_t node)
{
	cq__typed result = cq__typed_of_any(p, node, (cq_type)cq__typed_operand(p, node, 0)->type);
	result.scale = cq__typed_operand(p, node, 0)->scale;
	return result;
}

/* The same of moments: nothing else has units. */
static cq__typed moment(const cq__typing_pass *p, uint32_t node)
{
	cq__typed result = like_first(p, node);
	if (result.type != CQ_TYPE_DATE && result.type != CQ_TYPE_TIMESTAMP)
		result.type = CQ_TYPE_NONE;
	return result;
}

/* The stored form of an ENUM is its column's; a cast gives every other type its plain form. */
static cq__typed cast(const cq__typing_pass *p, uint32_t node)
{
	const cq_node *const n = &p->tree->nodes[node];
	cq__typed result = cq__typed_of_any(p, node, (cq_type)n->type);
	if (n->type == CQ_TYPE_DECIMAL)
		result.scale = n->flags;
	if (n->type == CQ_TYPE_ENUM)
		result.column = cq__typed_operand(p, node, 0)->column;
	return result;
}

/* As nullable as it says, and through the outer joins of its operands. */
static cq__typed raw(const cq__typing_pass *p, uint32_t node)
{
	const cq_node *const n = &p->tree->nodes[node];
	cq__typed result = cq__typed_of_any(p, node, (cq_type)n->type);
	result.nullable &= CQ__NULLABLE_OUTER;
	result.nullable |= (n->flags & CQ_RAW_NULLABLE) != 0 ? CQ__NULLABLE_ITSELF : 0;
	return result;
}

static cq__typed with_null(cq__typed typed)
{
	typed.nullable |= CQ__NULLABLE_ITSELF;
	return typed;
}

static cq__typed aggregated(const cq__typing_pass *p, uint32_t node, cq_type type, uint8_t nullable)
{
	return (cq__typed){ .type = (uint8_t)type, .nullable = nullable, .aggregate = 1, .window = cq__typed_of_any(p, node, type).window };
}

bool cq__typed_function(const cq__typing_pass *p, uint32_t node, cq__typed *result)
{
	const cq_node *const n = &p->tree->nodes[node];
	switch ((cq_operator)n->op) {
	case CQ_OP_RAW: case CQ_OP_FUNC:
		*result = raw(p, node);
		return true;
	case CQ_OP_CAST:
		*result = cast(p, node);
		return true;
	case CQ_OP_NULLIF:
		*result = with_null(like_first(p, node));
		result->column = cq__typed_operand(p, node, 0)->column;
		return true;
	case CQ_OP_NEG: case CQ_OP_ABS: case CQ_OP_ROUND:
		*result = like_first(p, node);
		return true;
	case CQ_OP_FLOOR: case CQ_OP_CEIL:
		*result = like_first(p, node);
		result->scale = 0;
		return true;
	case CQ_OP_POWER:
		*result = cq__typed_of_any(p, node, CQ_TYPE_DOUBLE);
		return true;
	case CQ_OP_CONCAT: case CQ_OP_LOWER: case CQ_OP_UPPER: case CQ_OP_TRIM: case CQ_OP_SUBSTR: case CQ_OP_REPLACE:
		*result = cq__typed_of_any(p, node, CQ_TYPE_TEXT);
		return true;
	case CQ_OP_LENGTH: case CQ_OP_POSITION:
		*result = cq__typed_of_any(p, node, CQ_TYPE_INTEGER);
		return true;
	case CQ_OP_NOW:
		*result = (cq__typed){ .type = n->type != CQ_TYPE_NONE ? n->type : CQ_TYPE_TIMESTAMP };
		return true;
	case CQ_OP_DATE_TRUNC: case CQ_OP_DATE_ADD: case CQ_OP_INTERVAL_ADD:
		*result = moment(p, node);
		return true;
	case CQ_OP_EXTRACT:
		*result = cq__typed_of_any(p, node, n->flags == CQ_UNIT_EPOCH ? CQ_TYPE_BIGINT : CQ_TYPE_INTEGER);
		return true;
	case CQ_OP_DATE_DIFF:
		*result = cq__typed_of_any(p, node, CQ_TYPE_BIGINT);
		return true;
	case CQ_OP_JSON_GET:
		*result = with_null(cq__typed_of_any(p, node, CQ_TYPE_JSON));
		return true;
	case CQ_OP_JSON_TEXT:
		*result = with_null(cq__typed_of_any(p, node, CQ_TYPE_TEXT));
		return true;
	case CQ_OP_JSON_LENGTH:
		*result = with_null(cq__typed_of_any(p, node, CQ_TYPE_INTEGER));
		return true;
	case CQ_OP_JSON_OBJECT: case CQ_OP_JSON_ARRAY:
		*result = cq__typed_of_any(p, node, CQ_TYPE_JSON);
		result->nullable = 0;
		return true;
	default:
		return false;
	}
}

/* Whether the function of an OVER holds an aggregate in its operands: those are the query's own, computed before. */
static uint8_t aggregate_inside(const cq__typing_pass *p, uint32_t node)
{
	uint8_t aggregate = 0;
	for (uint32_t i = 0; i < p->tree->nodes[node].count; i++) {
		const uint32_t operand = cq__operand(p->tree, node, i);
		if (i == 0 && p->tree->nodes[node].op == CQ_OP_FILTER)
			aggregate |= aggregate_inside(p, operand);
		else
			aggregate |= p->node[operand].aggregate;
	}
	return aggregate;
}

static cq__typed over(const cq__typing_pass *p, uint32_t node)
{
	cq__typed result = *cq__typed_operand(p, node, 0);
	result.aggregate = aggregate_inside(p, cq__operand(p->tree, node, 0));
	for (uint32_t i = 1; i < p->tree->nodes[node].count; i++) {
		const uint32_t part = cq__operand(p->tree, node, i);
		result.aggregate |= cq__typed_of_any(p, part, CQ_TYPE_NONE).aggregate;
	}
	result.window = 1;
	return result;
}

/* LAG and LEAD: the value of another row; where there is none NULL, or what the third operand says. NULL rows away is NULL. */
static cq__typed other_row(const cq__typing_pass *p, uint32_t node)
{
	cq__typed result = *cq__typed_operand(p, node, 0);
	const cq__typed any = cq__typed_of_any(p, node, CQ_TYPE_NONE);
	result.aggregate = any.aggregate;
	result.window = any.window;
	result.nullable = any.nullable;
	if (p->tree->nodes[node].count == 3)
		return cq__typed_either(&result, *cq__typed_operand(p, node, 2));
	return with_null(result);
}

static cq__typed filtered(const cq__typing_pass *p, uint32_t node)
{
	cq__typed result = *cq__typed_operand(p, node, 0);
	const cq__typed any = cq__typed_of_any(p, node, CQ_TYPE_NONE);
	result.aggregate = any.aggregate;
	result.window = any.window;
	return result;
}

bool cq__typed_window(const cq__typing_pass *p, uint32_t node, cq__typed *result)
{
	switch ((cq_operator)p->tree->nodes[node].op) {
	case CQ_OP_COUNT_ROWS: case CQ_OP_COUNT: case CQ_OP_COUNT_DISTINCT:
		*result = aggregated(p, node, CQ_TYPE_BIGINT, 0);
		return true;
	case CQ_OP_SUM:
		*result = cq__typed_sum(p, node);
		return true;
	case CQ_OP_AVG:
		*result = aggregated(p, node, CQ_TYPE_DOUBLE, CQ__NULLABLE_ITSELF);
		return true;
	case CQ_OP_STRING_AGG:
		*result = aggregated(p, node, CQ_TYPE_TEXT, CQ__NULLABLE_ITSELF);
		return true;
	case CQ_OP_JSON_AGG:
		*result = aggregated(p, node, CQ_TYPE_JSON, CQ__NULLABLE_ITSELF);
		return true;
	case CQ_OP_MIN: case CQ_OP_MAX:
		*result = *cq__typed_operand(p, node, 0);
		result->nullable = CQ__NULLABLE_ITSELF;
		result->aggregate = 1;
		return true;
	case CQ_OP_FILTER:
		*result = filtered(p, node);
		return true;
	case CQ_OP_OVER:
		*result = over(p, node);
		return true;
	case CQ_OP_ROW_NUMBER: case CQ_OP_RANK: case CQ_OP_DENSE_RANK: case CQ_OP_NTILE:
		*result = cq__typed_of_any(p, node, CQ_TYPE_BIGINT);
		return true;
	case CQ_OP_PERCENT_RANK: case CQ_OP_CUME_DIST:
		*result = (cq__typed){ .type = CQ_TYPE_DOUBLE };
		return true;
	case CQ_OP_LAG: case CQ_OP_LEAD:
		*result = other_row(p, node);
		return true;
	case CQ_OP_FIRST_VALUE: case CQ_OP_LAST_VALUE: case CQ_OP_NTH_VALUE:
		*result = with_null(filtered(p, node));
		return true;
	default:
		return false;
	}
}
