/* query/typing.c: what each node of a program yields, from its operands upward.
 * It reports nothing and takes programs that break rules: what makes no sense has no type. The checker judges.
 * Called when a shape is first seen; query/meaning.c adds what the values are meant for.
 */
#include "query/typing.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "meta/type_registry.h"
#include "query/meaning.h"
#include "query/relation.h"
#include "query/typing_parts.h"

#include <string.h>

#define FAMILY(name) (UINT32_C(1) << CQ__FAMILY_##name)

cq__families cq__type_families(cq_type type)
{
	if (type == CQ_TYPE_NONE)
		return CQ__FAMILIES_ALL;
	const cq__family family = cq__type_info(type)->family;
	return family == CQ__FAMILY_NONE ? 0 : UINT32_C(1) << family;
}

/* A CASE of nothing but C values can serve as what all of them can: the place it stands in decides. False when a branch is
 * more than a value. */
static bool families_of_values(const cq__tree *tree, const cq__typing *typing, uint32_t node, cq__families *families)
{
	*families = CQ__FAMILIES_ALL;
	for (uint32_t i = 0; i < tree->nodes[node].count; i++) {
		const uint32_t operand = cq__operand(tree, node, i);
		const uint32_t value = cq__branch_value(tree, operand);
		if (cq__absent(tree, operand) || tree->nodes[value].op == CQ_OP_NULL)
			continue;
		if (tree->nodes[value].op != CQ_OP_VALUE)
			return false;
		*families &= cq__node_families(tree, typing, value);
	}
	return *families != CQ__FAMILIES_ALL;
}

cq__families cq__node_families(const cq__tree *tree, const cq__typing *typing, uint32_t node)
{
	const cq_node *const n = &tree->nodes[node];
	if (n->op == CQ_OP_AS)
		return cq__node_families(tree, typing, cq__operand(tree, node, 0));
	cq__families families;
	if (n->op == CQ_OP_CASE && families_of_values(tree, typing, node, &families))
		return families;
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

static uint8_t outer_nullable(const cq__typing_pass *p, uint32_t node, const cq_table *table)
{
	return cq__is_outer_joined(p->tree, node, table) ? CQ__NULLABLE_OUTER : 0;
}

static cq__typed plain_column(const cq_column *column)
{
	cq__typed result = { .type = column->type, .scale = cq__column_scale(column), .column = column };
	if ((column->flags & CQ_COLUMN_NULLABLE) != 0)
		result.nullable = CQ__NULLABLE_ITSELF;
	return result;
}

static cq__typed of_column(const cq__typing_pass *p, uint32_t node)
{
	const cq_column *const column = p->tree->nodes[node].ref;
	cq__typed result = plain_column(column);
	result.nullable |= outer_nullable(p, node, cq_column_table(column));
	return result;
}

/* NULL when a column on either side is. */
static cq__typed of_along_relation(const cq__typing_pass *p, uint32_t node)
{
	cq__typed result = { .type = CQ_TYPE_BOOLEAN };
	cq__relation_join join;
	if (!cq__along_join(p->tree, node, &join, NULL))
		return result;
	const bool through = join.through != NULL;
	for (uint32_t i = 0; i < join.near_count; i++)
		result.nullable |= plain_column(join.near[i]).nullable | (through ? plain_column(join.through_near[i]).nullable : 0);
	for (uint32_t i = 0; i < join.far_count; i++)
		result.nullable |= plain_column(join.far[i]).nullable | (through ? plain_column(join.through_far[i]).nullable : 0);
	result.nullable |= outer_nullable(p, node, join.own) | outer_nullable(p, node, join.target);
	return result;
}

static cq__typed of_along(const cq__typing_pass *p, uint32_t node)
{
	if (cq__along_relation(p->tree, node) != NULL)
		return of_along_relation(p, node);
	cq__typed result = cq__typed_of_any(p, node, CQ_TYPE_BOOLEAN);
	const cq_column *const target = cq__along_target(p->tree, node);
	if (target != NULL)
		result.nullable |= plain_column(target).nullable | outer_nullable(p, node, cq_column_table(target));
	return result;
}

/* A label yields what its item does; one that stands before the select list is out of order and yields nothing. */
static cq__typed of_label(const cq__typing_pass *p, uint32_t node)
{
	const uint32_t item = cq__query_label(p->tree, p->tree->query[node], p->tree->nodes[node].ref);
	return item < node ? p->node[item] : (cq__typed){ 0 };
}

/* Whether a query is a COUNT_OF, which gives one row whatever is stored: it counts, and goes along a relation first. */
static bool counts_along(const cq__typing_pass *p, uint32_t query)
{
	const uint32_t select = cq__query_clause(p->tree, query, CQ_OP_SELECT), where = cq__query_clause(p->tree, query, CQ_OP_WHERE);
	if (select == CQ__NO_NODE || where == CQ__NO_NODE || p->tree->nodes[select].count != 1 || p->tree->nodes[where].count == 0)
		return false;
	const uint32_t last = p->tree->nodes[query].count - 1;
	return cq__operand(p->tree, query, last) == where && p->tree->nodes[cq__operand(p->tree, select, 0)].op == CQ_OP_COUNT_ROWS &&
		cq__along_relation(p->tree, cq__operand(p->tree, where, 0)) != NULL;
}

/* What a query of one column gives where one value stands: NULL when it gives no row. */
static cq__typed of_subquery(const cq__typing_pass *p, uint32_t node)
{
	const cq__typed column = cq__column_of_query(p->tree, p->node, node, 0);
	cq__typed result = { .nullable = counts_along(p, node) ? 0 : CQ__NULLABLE_ITSELF };
	result.type = column.type;
	result.scale = column.scale;
	result.column = column.column;
	return result;
}

/* A C value or NULL that is selected takes the type of what the other arm gives in its place, if it can serve as that. */
static cq__typed meet_item(const cq__typing_pass *p, uint32_t item, cq__typed other)
{
	const cq__typing so_far = { .node = p->node };
	const bool named = p->tree->nodes[item].op == CQ_OP_AS;
	const uint32_t inner = named ? cq__operand(p->tree, item, 0) : item;
	const uint16_t op = p->tree->nodes[inner].op;
	const bool serves = op == CQ_OP_NULL ||
		(op == CQ_OP_VALUE && (cq__node_families(p->tree, &so_far, inner) & cq__type_families((cq_type)other.type)) != 0);
	if (!serves || other.column == NULL)
		return cq__typed_either(&p->node[item], other);
	other.nullable |= p->node[item].nullable;
	other.aggregate = other.window = 0;
	return other;
}

/* What the rows of another arm make of the items of a query's select list. Whole tables are asked column by column. */
static void meet_arm(const cq__typing_pass *p, uint32_t clause)
{
	const uint32_t query = p->tree->query[clause];
	const uint32_t arm = cq__query_inside(p->tree, clause);
	const uint32_t width = arm != CQ__NO_NODE ? cq__query_column_count(p->tree, arm) : 0;
	for (uint32_t i = 0; i < width; i++) {
		const cq_column *column;
		const uint32_t item = cq__query_item(p->tree, query, i, &column);
		if (item == CQ__NO_NODE || item > clause)
			return;
		if (column == NULL)
			p->node[item] = meet_item(p, item, cq__column_of_query(p->tree, p->node, arm, i));
	}
}

/* Any text or bytes may be a NULL pointer, which only the value shows; an optional says it by its type. */
static bool can_be_null(const cq_node *value)
{
	return (value->flags & CQ_VALUE_CAN_BE_NULL) != 0 && !cq__type_info((cq_type)value->type)->pointer_null;
}

static cq__typed of_node(const cq__typing_pass *p, uint32_t node)
{
	const cq_node *const n = &p->tree->nodes[node];
	cq__typed result;
	if (cq__typed_function(p, node, &result) || cq__typed_window(p, node, &result))
		return result;
	switch ((cq_operator)n->op) {
	case CQ_OP_COLUMN:
		return of_column(p, node);
	case CQ_OP_EXCLUDED:
		return plain_column(n->ref);
	case CQ_OP_VALUE:
		return (cq__typed){ .type = n->type, .nullable = can_be_null(n) ? CQ__NULLABLE_ITSELF : 0 };
	case CQ_OP_NULL:
		return (cq__typed){ .type = n->type, .nullable = CQ__NULLABLE_ITSELF };
	case CQ_OP_LABEL:
		return of_label(p, node);
	case CQ_OP_ALL: case CQ_OP_SELECT_ALL: case CQ_OP_RETURNING_ALL:
		return (cq__typed){ .type = CQ_TYPE_OBJECT, .nullable = outer_nullable(p, node, n->ref) };
	case CQ_OP_IS_NULL: case CQ_OP_IS_NOT_NULL: case CQ_OP_EXISTS: case CQ_OP_IS_DISTINCT: case CQ_OP_IS_NOT_DISTINCT:
		result = cq__typed_of_any(p, node, CQ_TYPE_BOOLEAN);
		result.nullable = 0;
		return result;
	case CQ_OP_ALONG:
		return of_along(p, node);
	case CQ_OP_TUPLE: case CQ_OP_PARTITION_BY:
		return cq__typed_of_any(p, node, CQ_TYPE_NONE);
	case CQ_OP_ADD: case CQ_OP_SUB: case CQ_OP_MUL: case CQ_OP_DIV: case CQ_OP_MOD:
		return cq__typed_arithmetic(p, node);
	case CQ_OP_COALESCE:
		return cq__typed_coalesce(p, node);
	case CQ_OP_CASE:
		return cq__typed_case(p, node);
	case CQ_OP_CASE_WHEN: {
		const cq__typed *const condition = cq__typed_operand(p, node, 0);
		result = *cq__typed_operand(p, node, 1);
		result.aggregate |= condition->aggregate;
		result.window |= condition->window;
		return result;
	}
	case CQ_OP_ELSE: case CQ_OP_AS: case CQ_OP_ASC: case CQ_OP_DESC: case CQ_OP_NULLS_FIRST: case CQ_OP_NULLS_LAST: case CQ_OP_SET:
		return *cq__typed_operand(p, node, 0);
	case CQ_OP_SUBQUERY:
		return of_subquery(p, node);
	case CQ_OP_COLLECT:
		return (cq__typed){ .type = CQ_TYPE_LIST };
	default:
		break;
	}
	if (cq__operator_sort(n->op) == CQ__SORT_CONDITION)
		return cq__typed_of_any(p, node, CQ_TYPE_BOOLEAN);
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
	const cq__typing_pass p = { tree, typing->node };
	for (uint32_t i = 0; i < tree->count; i++) {
		if (cq__absent(tree, i))
			continue;
		typing->node[i] = of_node(&p, i);
		if (tree->nodes[i].op == CQ_OP_UNION || tree->nodes[i].op == CQ_OP_UNION_ALL)
			meet_arm(&p, i);
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
