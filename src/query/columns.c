/* query/columns.c: the columns that a query gives, one by one, whether it lists items or selects whole tables.
 * It knows nothing of rules. Declared in query/typing.h; the typing pass, the checker and the renderer ask it.
 */
#include "query/typing.h"

#include "meta/model.h"
#include "query/typing_parts.h"

/* The table whose columns an item stands for, or NULL for an item that is one column. */
static const cq_table *whole_table(const cq_node *node)
{
	return node->op == CQ_OP_ALL || node->op == CQ_OP_SELECT_ALL || node->op == CQ_OP_RETURNING_ALL ? node->ref : NULL;
}

static uint32_t item_width(const cq_node *item)
{
	const cq_table *const table = whole_table(item);
	return table != NULL ? table->column_count : 1;
}

uint32_t cq__query_column_count(const cq__tree *tree, uint32_t query)
{
	const uint32_t items = cq__query_items(tree, query);
	if (items == CQ__NO_NODE)
		return 0;
	if (whole_table(&tree->nodes[items]) != NULL)
		return item_width(&tree->nodes[items]);
	uint32_t width = 0;
	for (uint32_t i = 0; i < tree->nodes[items].count; i++) {
		const uint32_t item = cq__operand(tree, items, i);
		if (!cq__absent(tree, item))
			width += item_width(&tree->nodes[item]);
	}
	return width;
}

/* The column of a whole table's item, or NULL and the item itself. */
static uint32_t part_of(const cq__tree *tree, uint32_t item, uint32_t i, const cq_column **column)
{
	const cq_table *const table = whole_table(&tree->nodes[item]);
	*column = table != NULL ? &cq_table_columns(table)[i] : NULL;
	return item;
}

uint32_t cq__query_item(const cq__tree *tree, uint32_t query, uint32_t i, const cq_column **column)
{
	const uint32_t items = cq__query_items(tree, query);
	*column = NULL;
	if (items == CQ__NO_NODE)
		return CQ__NO_NODE;
	if (whole_table(&tree->nodes[items]) != NULL)
		return i < item_width(&tree->nodes[items]) ? part_of(tree, items, i, column) : CQ__NO_NODE;
	for (uint32_t k = 0; k < tree->nodes[items].count; k++) {
		const uint32_t item = cq__operand(tree, items, k);
		if (cq__absent(tree, item))
			continue;
		const uint32_t width = item_width(&tree->nodes[item]);
		if (i < width)
			return part_of(tree, item, i, column);
		i -= width;
	}
	return CQ__NO_NODE;
}

static cq__typed column_of_table(const cq__typed *item, const cq_column *column)
{
	cq__typed typed = { .type = column->type, .nullable = item->nullable, .scale = cq__column_scale(column), .column = column };
	if ((column->flags & CQ_COLUMN_NULLABLE) != 0)
		typed.nullable |= CQ__NULLABLE_ITSELF;
	return typed;
}

/* What only the query's own first arm says of a column: an item that lists it already holds the other arms. */
static cq__typed of_first_arm(const cq__tree *tree, const cq__typed *node, uint32_t query, uint32_t i, bool *whole)
{
	const cq_column *column;
	const uint32_t item = cq__query_item(tree, query, i, &column);
	*whole = column != NULL;
	if (item == CQ__NO_NODE)
		return (cq__typed){ 0 };
	return column != NULL ? column_of_table(&node[item], column) : node[item];
}

cq__typed cq__column_of_query(const cq__tree *tree, const cq__typed *node, uint32_t query, uint32_t i)
{
	bool whole;
	cq__typed typed = of_first_arm(tree, node, query, i, &whole);
	for (uint32_t k = 0; whole && k < tree->nodes[query].count; k++) {
		const uint32_t clause = cq__operand(tree, query, k);
		const uint16_t op = tree->nodes[clause].op;
		if (cq__absent(tree, clause) || (op != CQ_OP_UNION && op != CQ_OP_UNION_ALL))
			continue;
		const uint32_t arm = cq__query_inside(tree, clause);
		if (arm != CQ__NO_NODE)
			typed = cq__typed_either(&typed, cq__column_of_query(tree, node, arm, i));
	}
	return typed;
}

cq__typed cq__query_column(const cq__tree *tree, const cq__typing *typing, uint32_t query, uint32_t i)
{
	return cq__column_of_query(tree, typing->node, query, i);
}
