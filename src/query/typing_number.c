/* query/typing_number.c: the types of arithmetic, and of what is one of several values: COALESCE, CASE, the arms of a UNION.
 * It reports nothing: what makes no sense has no type. Part of the typing pass.
 */
#include "query/typing_parts.h"

#include "meta/type_registry.h"

cq__typed cq__typed_of_any(const cq__typing_pass *p, uint32_t node, cq_type type)
{
	cq__typed result = { .type = (uint8_t)type };
	for (uint32_t i = 0; i < p->tree->nodes[node].count; i++) {
		const cq__typed *const operand = cq__typed_operand(p, node, i);
		result.nullable |= operand->nullable;
		result.aggregate |= operand->aggregate;
		result.window |= operand->window;
	}
	return result;
}

static cq__family family_of(uint8_t type)
{
	return cq__type_info((cq_type)type)->family;
}

/* The type of what can be one of two values: of their family the wider one, of the numbers as in arithmetic. */
static uint8_t wider_type(uint8_t a, uint8_t b)
{
	const cq__family family_a = family_of(a);
	const cq__family family_b = family_of(b);
	if (a == CQ_TYPE_NONE || b == CQ_TYPE_NONE)
		return a == CQ_TYPE_NONE ? b : a;
	if (family_a == family_b)
		return a > b ? a : b;
	if (family_a == CQ__FAMILY_REAL || family_b == CQ__FAMILY_REAL)
		return CQ_TYPE_DOUBLE;
	if (family_a == CQ__FAMILY_DECIMAL || family_b == CQ__FAMILY_DECIMAL)
		return CQ_TYPE_DECIMAL;
	return a;
}

/* Whether the type is one of a family whose members differ in width. */
static bool is_sized(uint8_t type)
{
	return family_of(type) == CQ__FAMILY_INTEGER || family_of(type) == CQ__FAMILY_REAL;
}

/* The type of what is one of two values: families do not mix there, whatever they do in arithmetic. */
static uint8_t common_type(uint8_t a, uint8_t b)
{
	return family_of(a) == family_of(b) && is_sized(b) ? wider_type(a, b) : a;
}

cq__typed cq__typed_either(const cq__typed *a, cq__typed b)
{
	cq__typed result = *a;
	result.type = a->type == CQ_TYPE_NONE ? b.type : common_type(a->type, b.type);
	result.nullable |= b.nullable;
	if (b.scale > result.scale && result.type == CQ_TYPE_DECIMAL)
		result.scale = b.scale;
	return result;
}

/* A C int takes the type of what it meets: users.views + 1 is a SMALLINT. */
static bool is_int(const cq_node *node)
{
	return node->op == CQ_OP_VALUE && (node->flags & CQ_VALUE_LITERAL_INT) != 0 && node->type == CQ_TYPE_INTEGER;
}

uint32_t cq__branch_value(const cq__tree *tree, uint32_t node)
{
	if (tree->nodes[node].op == CQ_OP_CASE_WHEN)
		return cq__operand(tree, node, 1);
	return tree->nodes[node].op == CQ_OP_ELSE ? cq__operand(tree, node, 0) : node;
}

static uint8_t width_type(const cq__typing_pass *p, uint32_t node)
{
	const uint32_t value = cq__branch_value(p->tree, node);
	return is_int(&p->tree->nodes[value]) ? CQ_TYPE_NONE : p->node[value].type;
}

cq__typed cq__typed_arithmetic(const cq__typing_pass *p, uint32_t node)
{
	cq__typed result = cq__typed_of_any(p, node, CQ_TYPE_NONE);
	const uint32_t left = cq__operand(p->tree, node, 0), right = cq__operand(p->tree, node, 1);
	result.type = wider_type(width_type(p, left), width_type(p, right));
	if (result.type == CQ_TYPE_NONE && (is_int(&p->tree->nodes[left]) || is_int(&p->tree->nodes[right])))
		result.type = CQ_TYPE_INTEGER;
	if (result.type == CQ_TYPE_DECIMAL) {
		const unsigned a = p->node[left].scale, b = p->node[right].scale;
		const unsigned scale = p->tree->nodes[node].op == CQ_OP_MUL ? a + b : a > b ? a : b;
		result.scale = (uint8_t)(scale > 18 ? 18 : scale);
	}
	return result;
}

static bool is_bare_value(const cq_node *node)
{
	return node->op == CQ_OP_VALUE || node->op == CQ_OP_NULL || node->op == CQ_OP_ABSENT;
}

uint32_t cq__speaking_operand(const cq__tree *tree, const cq__typed *typed, uint32_t node, uint32_t from, uint32_t except)
{
	uint32_t fallback = CQ__NO_NODE;
	for (uint32_t i = from; i < tree->nodes[node].count; i++) {
		const uint32_t operand = cq__operand(tree, node, i);
		if (operand == except || typed[operand].type == CQ_TYPE_NONE || cq__absent(tree, operand))
			continue;
		if (!is_bare_value(&tree->nodes[cq__branch_value(tree, operand)]))
			return operand;
		if (fallback == CQ__NO_NODE)
			fallback = operand;
	}
	return fallback;
}

/* What speaks for a node's operands, as wide as the widest of them; NULL when any of them can be. */
static cq__typed common(const cq__typing_pass *p, uint32_t node)
{
	cq__typed result = { 0 };
	const uint32_t speaking = cq__speaking_operand(p->tree, p->node, node, 0, CQ__NO_NODE);
	if (speaking != CQ__NO_NODE)
		result = p->node[speaking];
	const cq__typed any = cq__typed_of_any(p, node, CQ_TYPE_NONE);
	result.aggregate = any.aggregate;
	result.window = any.window;
	result.nullable = any.nullable;
	for (uint32_t i = 0; i < p->tree->nodes[node].count; i++) {
		const uint32_t operand = cq__operand(p->tree, node, i);
		if (cq__absent(p->tree, operand))
			continue;
		result.type = common_type(result.type, width_type(p, operand));
		if (result.type == CQ_TYPE_DECIMAL && p->node[operand].scale > result.scale)
			result.scale = p->node[operand].scale;
	}
	return result;
}

cq__typed cq__typed_coalesce(const cq__typing_pass *p, uint32_t node)
{
	cq__typed result = common(p, node);
	for (uint32_t i = 0; i < p->tree->nodes[node].count; i++) {
		const uint32_t operand = cq__operand(p->tree, node, i);
		if (!cq__absent(p->tree, operand) && p->node[operand].nullable == 0)
			result.nullable = 0;
	}
	return result;
}

/* NULL when no branch fits and nothing stands for the rest. */
cq__typed cq__typed_case(const cq__typing_pass *p, uint32_t node)
{
	cq__typed result = common(p, node);
	bool otherwise = false;
	for (uint32_t i = 0; i < p->tree->nodes[node].count; i++) {
		const uint32_t operand = cq__operand(p->tree, node, i);
		otherwise |= p->tree->nodes[operand].op == CQ_OP_ELSE && !cq__absent(p->tree, operand);
	}
	if (!otherwise)
		result.nullable |= CQ__NULLABLE_ITSELF;
	return result;
}

cq__typed cq__typed_sum(const cq__typing_pass *p, uint32_t node)
{
	const cq__typed *const operand = cq__typed_operand(p, node, 0);
	cq__typed result = { .nullable = CQ__NULLABLE_ITSELF, .aggregate = 1, .window = operand->window };
	switch (family_of(operand->type)) {
	case CQ__FAMILY_INTEGER:
		result.type = CQ_TYPE_BIGINT;
		break;
	case CQ__FAMILY_REAL:
		result.type = CQ_TYPE_DOUBLE;
		break;
	case CQ__FAMILY_DECIMAL:
		result.type = CQ_TYPE_DECIMAL;
		result.scale = operand->scale;
		break;
	default:
		break;
	}
	return result;
}
