/* query/typing.c: what each node of a program yields, from its operands upward.
 * It reports nothing and takes programs that break rules: what makes no sense has no type. The checker judges.
 * Called when a shape is first seen; query/meaning.c adds what the values are meant for.
 */
#include "query/typing.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "meta/type_registry.h"
#include "query/meaning.h"

#include <string.h>

#define FAMILY(name) (UINT32_C(1) << CQ__FAMILY_##name)

cq__families cq__type_families(cq_type type)
{
	if (type == CQ_TYPE_NONE)
		return CQ__FAMILIES_ALL;
	const cq__family family = cq__type_info(type)->family;
	return family == CQ__FAMILY_NONE ? 0 : UINT32_C(1) << family;
}

cq__families cq__node_families(const cq__tree *tree, const cq__typing *typing, uint32_t node)
{
	const cq_node *const n = &tree->nodes[node];
	if (n->op == CQ_OP_AS)
		return cq__node_families(tree, typing, cq__operand(tree, node, 0));
	const cq_type type = (cq_type)typing->node[node].type;
	const cq__families own = cq__type_families(type);
	if (n->op == CQ_OP_NULL && type == CQ_TYPE_NONE)
		return 0;
	if (n->op != CQ_OP_VALUE || type == CQ_TYPE_NONE)
		return own;
	/* The elements of an array go to the database as they are. */
	if ((n->flags & CQ_VALUE_ARRAY) != 0)
		return type == CQ_TYPE_INTEGER ? own | FAMILY(ENUM) : own == FAMILY(TEXT) ? own | FAMILY(JSON) : own;
	if ((n->flags & CQ_VALUE_LITERAL_INT) != 0)
		return own | FAMILY(BOOLEAN) | FAMILY(INTEGER) | FAMILY(REAL) | FAMILY(DECIMAL) | FAMILY(ENUM);
	if (own == FAMILY(INTEGER))
		return own | FAMILY(REAL) | FAMILY(DECIMAL);
	if (own == FAMILY(TEXT))
		return own | FAMILY(JSON);
	return own;
}

/* Whether the clause gives its query a table that a column can belong to. */
static bool provides(const cq_node *clause, const cq_table *table)
{
	switch ((cq_operator)clause->op) {
	case CQ_OP_FROM: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE: case CQ_OP_DELETE_FROM:
		return cq__same_table(clause->ref, table);
	default:
		return false;
	}
}

/* The clause of `query` that provides the table to what stands within its clause `within`. */
static uint32_t providing_clause(const cq__tree *tree, uint32_t query, uint32_t within, const cq_table *table)
{
	const cq_operator inside = (cq_operator)tree->nodes[within].op;
	if (inside == CQ_OP_INSERT_INTO)
		return CQ__NO_NODE;
	for (uint32_t i = 0; i < tree->nodes[query].count; i++) {
		const uint32_t clause = cq__operand(tree, query, i);
		const bool too_late = (inside == CQ_OP_JOIN || inside == CQ_OP_LEFT_JOIN) && clause > within;
		if (!too_late && !cq__absent(tree, clause) && provides(&tree->nodes[clause], table))
			return clause;
	}
	return CQ__NO_NODE;
}

uint32_t cq__table_provider(const cq__tree *tree, uint32_t node, const cq_table *table, uint32_t *clause)
{
	*clause = CQ__NO_NODE;
	for (uint32_t within = node; tree->parent[within] != CQ__NO_NODE; within = tree->parent[within]) {
		const uint32_t query = tree->parent[within];
		const cq_operator op = (cq_operator)tree->nodes[query].op;
		if (op != CQ_OP_STATEMENT && op != CQ_OP_SUBQUERY)
			continue;
		*clause = providing_clause(tree, query, within, table);
		if (*clause != CQ__NO_NODE)
			return query;
	}
	return CQ__NO_NODE;
}

static uint8_t outer_nullable(const cq__tree *tree, uint32_t node, const cq_table *table)
{
	uint32_t clause;
	if (cq__table_provider(tree, node, table, &clause) == CQ__NO_NODE)
		return 0;
	return tree->nodes[clause].op == CQ_OP_LEFT_JOIN ? CQ__NULLABLE_OUTER : 0;
}

typedef struct pass {
	const cq__tree *tree;
	cq__typed *node;
} pass;

static const cq__typed *operand_of(const pass *p, uint32_t node, uint32_t i)
{
	return &p->node[cq__operand(p->tree, node, i)];
}

/* The union of what makes operands NULL, and whether one holds an aggregate. */
static cq__typed any_operand(const pass *p, uint32_t node, cq_type type)
{
	cq__typed result = { .type = (uint8_t)type };
	for (uint32_t i = 0; i < p->tree->nodes[node].count; i++) {
		const cq__typed *const operand = operand_of(p, node, i);
		result.nullable |= operand->nullable;
		result.aggregate |= operand->aggregate;
	}
	return result;
}

/* A C int takes the type of what it meets: users.views + 1 is a SMALLINT. */
static bool is_int(const cq_node *node)
{
	return node->op == CQ_OP_VALUE && (node->flags & CQ_VALUE_LITERAL_INT) != 0 && node->type == CQ_TYPE_INTEGER;
}

static uint8_t width_type(const pass *p, uint32_t node)
{
	return is_int(&p->tree->nodes[node]) ? CQ_TYPE_NONE : p->node[node].type;
}

static uint8_t wider(uint8_t a, uint8_t b)
{
	const cq__family family_a = cq__type_info((cq_type)a)->family;
	const cq__family family_b = cq__type_info((cq_type)b)->family;
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
	const cq__family family = cq__type_info((cq_type)type)->family;
	return family == CQ__FAMILY_INTEGER || family == CQ__FAMILY_REAL;
}

static cq__typed arithmetic(const pass *p, uint32_t node)
{
	cq__typed result = any_operand(p, node, CQ_TYPE_NONE);
	const uint32_t left = cq__operand(p->tree, node, 0), right = cq__operand(p->tree, node, 1);
	result.type = wider(width_type(p, left), width_type(p, right));
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

/* The first operand from `from` on that says of itself what type it has, or the first that has one at all. */
uint32_t cq__speaking_operand(const cq__tree *tree, const cq__typed *typed, uint32_t node, uint32_t from, uint32_t except)
{
	uint32_t fallback = CQ__NO_NODE;
	for (uint32_t i = from; i < tree->nodes[node].count; i++) {
		const uint32_t operand = cq__operand(tree, node, i);
		if (operand == except || typed[operand].type == CQ_TYPE_NONE || cq__absent(tree, operand))
			continue;
		if (!is_bare_value(&tree->nodes[operand]))
			return operand;
		if (fallback == CQ__NO_NODE)
			fallback = operand;
	}
	return fallback;
}

static cq__typed coalesce(const pass *p, uint32_t node)
{
	cq__typed result = { 0 };
	const uint32_t speaking = cq__speaking_operand(p->tree, p->node, node, 0, CQ__NO_NODE);
	if (speaking != CQ__NO_NODE)
		result = p->node[speaking];
	const cq__typed any = any_operand(p, node, CQ_TYPE_NONE);
	result.aggregate = any.aggregate;
	result.nullable = any.nullable;
	for (uint32_t i = 0; i < p->tree->nodes[node].count; i++) {
		const uint32_t operand = cq__operand(p->tree, node, i);
		const uint8_t type = width_type(p, operand);
		if (cq__absent(p->tree, operand))
			continue;
		if (p->node[operand].nullable == 0)
			result.nullable = 0;
		if (cq__type_info((cq_type)type)->family == cq__type_info((cq_type)result.type)->family && is_sized(type))
			result.type = wider(result.type, type);
	}
	return result;
}

static cq__typed sum(const cq__typed *operand)
{
	cq__typed result = { .nullable = CQ__NULLABLE_ITSELF, .aggregate = 1 };
	switch (cq__type_info((cq_type)operand->type)->family) {
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

static cq__typed of_column(const pass *p, uint32_t node)
{
	const cq_column *const column = p->tree->nodes[node].ref;
	cq__typed result = { .type = column->type, .scale = cq__column_scale(column), .column = column };
	if ((column->flags & CQ_COLUMN_NULLABLE) != 0)
		result.nullable |= CQ__NULLABLE_ITSELF;
	result.nullable |= outer_nullable(p->tree, node, cq_column_table(column));
	return result;
}

/* A label yields what its item does; one that stands before the select list is out of order and yields nothing. */
static cq__typed of_label(const pass *p, uint32_t node)
{
	const uint32_t item = cq__query_label(p->tree, p->tree->query[node], p->tree->nodes[node].ref);
	return item < node ? p->node[item] : (cq__typed){ 0 };
}

/* What a query of one column gives where one value stands: NULL when it gives no row. */
static cq__typed of_subquery(const pass *p, uint32_t node)
{
	cq__typed result = { .nullable = CQ__NULLABLE_ITSELF };
	const uint32_t items = cq__query_items(p->tree, node);
	if (items == CQ__NO_NODE)
		return result;
	for (uint32_t i = 0; i < p->tree->nodes[items].count; i++) {
		const uint32_t item = cq__operand(p->tree, items, i);
		if (cq__absent(p->tree, item))
			continue;
		result.type = p->node[item].type;
		result.scale = p->node[item].scale;
		result.column = p->node[item].column;
		return result;
	}
	return result;
}

/* Any text or bytes may be a NULL pointer, which only the value shows; an optional says it by its type. */
static bool can_be_null(const cq_node *value)
{
	return (value->flags & CQ_VALUE_CAN_BE_NULL) != 0 && !cq__type_info((cq_type)value->type)->pointer_null;
}

static cq__typed of_node(const pass *p, uint32_t node)
{
	const cq_node *const n = &p->tree->nodes[node];
	cq__typed result;
	switch ((cq_operator)n->op) {
	case CQ_OP_COLUMN:
		return of_column(p, node);
	case CQ_OP_VALUE:
		return (cq__typed){ .type = n->type, .nullable = can_be_null(n) ? CQ__NULLABLE_ITSELF : 0 };
	case CQ_OP_NULL:
		return (cq__typed){ .type = n->type, .nullable = CQ__NULLABLE_ITSELF };
	case CQ_OP_LABEL:
		return of_label(p, node);
	case CQ_OP_ALL: case CQ_OP_SELECT_ALL: case CQ_OP_RETURNING_ALL:
		return (cq__typed){ .type = CQ_TYPE_OBJECT, .nullable = outer_nullable(p->tree, node, n->ref) };
	case CQ_OP_COUNT_ROWS: case CQ_OP_COUNT: case CQ_OP_COUNT_DISTINCT:
		return (cq__typed){ .type = CQ_TYPE_BIGINT, .aggregate = 1 };
	case CQ_OP_RAW:
		result = any_operand(p, node, (cq_type)n->type);
		result.nullable &= CQ__NULLABLE_OUTER;
		result.nullable |= (n->flags & CQ_RAW_NULLABLE) != 0 ? CQ__NULLABLE_ITSELF : 0;
		return result;
	case CQ_OP_IS_NULL: case CQ_OP_IS_NOT_NULL: case CQ_OP_EXISTS:
		result = any_operand(p, node, CQ_TYPE_BOOLEAN);
		result.nullable = 0;
		return result;
	case CQ_OP_ADD: case CQ_OP_SUB: case CQ_OP_MUL: case CQ_OP_DIV: case CQ_OP_MOD:
		return arithmetic(p, node);
	case CQ_OP_NEG:
		result = *operand_of(p, node, 0);
		result.column = NULL;
		return result;
	case CQ_OP_CONCAT: case CQ_OP_LOWER: case CQ_OP_UPPER:
		return any_operand(p, node, CQ_TYPE_TEXT);
	case CQ_OP_LENGTH:
		return any_operand(p, node, CQ_TYPE_INTEGER);
	case CQ_OP_COALESCE:
		return coalesce(p, node);
	case CQ_OP_SUM:
		return sum(operand_of(p, node, 0));
	case CQ_OP_AVG:
		return (cq__typed){ .type = CQ_TYPE_DOUBLE, .nullable = CQ__NULLABLE_ITSELF, .aggregate = 1 };
	case CQ_OP_MIN: case CQ_OP_MAX:
		result = *operand_of(p, node, 0);
		result.nullable = CQ__NULLABLE_ITSELF;
		result.aggregate = 1;
		return result;
	case CQ_OP_AS: case CQ_OP_ASC: case CQ_OP_DESC: case CQ_OP_SET:
		return *operand_of(p, node, 0);
	case CQ_OP_SUBQUERY:
		return of_subquery(p, node);
	default:
		break;
	}
	if (cq__operator_sort(n->op) == CQ__SORT_CONDITION)
		return any_operand(p, node, CQ_TYPE_BOOLEAN);
	return (cq__typed){ 0 };
}

cq_status cq__typing_init(cq__typing *typing, const cq__tree *tree, uint32_t value_count)
{
	memset(typing, 0, sizeof *typing);
	if (value_count != tree->value_count)
		return CQ_MISUSE;
	typing->node = cq__alloc_array(tree->count, sizeof *typing->node);
	typing->value = cq__alloc_array(value_count, sizeof *typing->value);
	if (typing->node == NULL || typing->value == NULL) {
		cq__typing_release(typing);
		return CQ_NO_MEMORY;
	}
	const pass p = { tree, typing->node };
	for (uint32_t i = 0; i < tree->count; i++) {
		if (!cq__absent(tree, i))
			typing->node[i] = of_node(&p, i);
	}
	const cq_status status = cq__values_mean(typing, tree);
	if (status != CQ_OK)
		cq__typing_release(typing);
	return status;
}

void cq__typing_release(cq__typing *typing)
{
	cq__free(typing->node);
	cq__free(typing->value);
	memset(typing, 0, sizeof *typing);
}
