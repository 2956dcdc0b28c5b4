/* query/checker_columns.c: the columns that a query gives, whatever its select list is made of.
 * It knows nothing of rules. The parts of the checker that compare queries with each other and with rows call it.
 */
#include "query/checker_parts.h"

#include "meta/type_registry.h"

#include <string.h>

cq__columns cq__columns_of(const cq__checker *checker, uint32_t clause)
{
	return (cq__columns){ .checker = checker, .clause = clause };
}

/* The next column of a whole table; false behind the last. */
static bool next_of_table(cq__columns *columns, uint32_t node, cq__given *out)
{
	const cq_table *const table = cq__node(columns->checker, node)->ref;
	if (columns->column == table->column_count)
		return false;
	const cq_column *const column = &cq_table_columns(table)[columns->column++];
	*out = (cq__given){ .item = node, .column = column, .type = (cq_type)column->type, .families = cq__type_families((cq_type)column->type),
		.nullable = cq__typed_of(columns->checker, node)->nullable };
	if ((column->flags & CQ_COLUMN_NULLABLE) != 0)
		out->nullable |= CQ__NULLABLE_ITSELF;
	return true;
}

static void give_item(const cq__checker *checker, uint32_t item, cq__given *out)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t inner = tree->nodes[item].op == CQ_OP_AS ? cq__operand(tree, item, 0) : item;
	const cq__typed *const typed = cq__typed_of(checker, item);
	*out = (cq__given){ .item = item, .type = (cq_type)typed->type, .nullable = typed->nullable,
		.families = cq__families_or_null(checker, inner),
		.is_value = tree->nodes[inner].op == CQ_OP_VALUE };
}

bool cq__next_column(cq__columns *columns, cq__given *out)
{
	const cq__tree *const tree = columns->checker->tree;
	const cq_node *const clause = &tree->nodes[columns->clause];
	if (clause->op == CQ_OP_SELECT_ALL || clause->op == CQ_OP_RETURNING_ALL)
		return next_of_table(columns, columns->clause, out);
	for (; columns->operand < clause->count; columns->operand++, columns->column = 0) {
		const uint32_t item = cq__operand(tree, columns->clause, columns->operand);
		if (cq__absent(tree, item))
			continue;
		if (tree->nodes[item].op != CQ_OP_ALL) {
			columns->operand++;
			give_item(columns->checker, item, out);
			return true;
		}
		if (next_of_table(columns, item, out))
			return true;
	}
	return false;
}

uint32_t cq__count_columns(const cq__checker *checker, uint32_t clause)
{
	cq__columns columns = cq__columns_of(checker, clause);
	cq__given given;
	uint32_t count = 0;
	while (cq__next_column(&columns, &given))
		count++;
	return count;
}

bool cq__is_wide_enough(cq_type place, cq_type given)
{
	const cq__family family = cq__type_info(place)->family;
	if (given == CQ_TYPE_NONE)
		return true;
	if (family != cq__type_info(given)->family)
		return family == CQ__FAMILY_TEXT && given == CQ_TYPE_JSON;
	return (family != CQ__FAMILY_INTEGER && family != CQ__FAMILY_REAL) || place >= given;
}

bool cq__same_row(const cq_row_type *a, const cq_row_type *b)
{
	return a == b || (strcmp(a->name, b->name) == 0 && a->count == b->count && a->size == b->size);
}

/* The place of the first of a query's clauses behind one of them: they stand in the order of their nodes. */
static uint32_t place_behind(const cq__tree *tree, uint32_t query, uint32_t clause)
{
	uint32_t low = 0, high = tree->nodes[query].count;
	while (low < high) {
		const uint32_t middle = low + (high - low) / 2;
		if (cq__operand(tree, query, middle) <= clause)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t cq__next_list(const cq__tree *tree, uint32_t query, uint32_t *clause)
{
	if (*clause == CQ__NO_NODE) {
		*clause = cq__query_items(tree, query);
		return *clause;
	}
	for (uint32_t i = place_behind(tree, query, *clause); i < tree->nodes[query].count; i++) {
		*clause = cq__operand(tree, query, i);
		if (!cq__absent(tree, *clause) && cq__is_set_operation(tree->nodes[*clause].op))
			return cq__query_items(tree, cq__query_inside(tree, *clause));
	}
	*clause = CQ__NO_NODE;
	return CQ__NO_NODE;
}
