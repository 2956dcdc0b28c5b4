/* sql/render_items.c: what a SELECT or RETURNING lists, and the labels that name its items.
 *
 * It knows nothing of the clauses around the list. render_statement.c, render_write.c and render_expression.c call it.
 */
#include "sql/render_state.h"

/* A label whose item uses labels, and so on; further down it refers to itself. */
enum { DEEPEST_LABEL = 16 };

static void count_column(cq__renderer *renderer)
{
	if (renderer->query == renderer->tree->root)
		renderer->column_count++;
}

/* What stands behind a column: the name that the query around it asks for, or its own label. */
static void finish_column(cq__renderer *renderer, uint32_t *position, const char *label)
{
	count_column(renderer);
	if (!cq__render_given_name(renderer, *position, " AS ") && label != NULL) {
		cq__put(renderer, " AS ");
		cq__render_name(renderer, label);
	}
	++*position;
}

static void render_all_columns(cq__renderer *renderer, const cq_table *table, uint32_t *position)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		cq__put(renderer, *position == 0 ? "" : ", ");
		cq__render_column(renderer, &cq_table_columns(table)[i]);
		finish_column(renderer, position, NULL);
	}
}

static void render_item(cq__renderer *renderer, uint32_t item, const char *label, uint32_t *position)
{
	const cq_node *node = cq__node(renderer, item);
	if (node->op == CQ_OP_AS) {
		if (label == NULL)
			label = node->ref;
		item = cq__operand(renderer->tree, item, 0);
		node = cq__node(renderer, item);
	}
	if (node->op == CQ_OP_ALL) {
		render_all_columns(renderer, node->ref, position);
		return;
	}
	cq__put(renderer, *position == 0 ? "" : ", ");
	cq__render_item_value(renderer, item, *position);
	finish_column(renderer, position, label);
}

void cq__render_items(cq__renderer *renderer, uint32_t clause)
{
	const cq_node *const node = cq__node(renderer, clause);
	uint32_t position = 0;
	if (node->op == CQ_OP_SELECT_ALL || node->op == CQ_OP_RETURNING_ALL) {
		render_all_columns(renderer, node->ref, &position);
		return;
	}
	const bool labelled = node->op == CQ_OP_SELECT_ROW || node->op == CQ_OP_RETURNING_ROW;
	const cq_row_type *const row = labelled ? node->ref : NULL;
	uint32_t field = 0;
	for (uint32_t i = 0; i < node->count; i++) {
		const uint32_t item = cq__operand(renderer->tree, clause, i);
		if (cq__absent(renderer->tree, item))
			continue;
		render_item(renderer, item, row != NULL && field < row->count ? row->fields[field].name : NULL, &position);
		field++;
	}
	if (position == 0)
		cq__render_fail(renderer, CQ_MISUSE, "%s: nothing is selected", cq__operator_text(node->op));
}

/* The place of an item's column among all that its query gives. */
static uint32_t position_of(const cq__renderer *renderer, uint32_t query, uint32_t item)
{
	const uint32_t count = cq__query_column_count(renderer->tree, query);
	const cq_column *column;
	uint32_t position = 0;
	while (position < count && cq__query_item(renderer->tree, query, position, &column) != item)
		position++;
	return position;
}

void cq__render_label_name(cq__renderer *renderer, uint32_t node)
{
	const char *const label = cq__node(renderer, node)->ref;
	const uint32_t item = cq__query_label(renderer->tree, renderer->query, label);
	if (item == CQ__NO_NODE || !cq__render_given_name(renderer, position_of(renderer, renderer->query, item), ""))
		cq__render_name(renderer, label);
}

/* GROUP BY too gets the expression: PostgreSQL would take a column of the label's name before the label. */
void cq__render_label(cq__renderer *renderer, uint32_t node, cq__level level)
{
	const char *const label = cq__node(renderer, node)->ref;
	const uint32_t item = cq__query_label(renderer->tree, renderer->query, label);
	if (item == CQ__NO_NODE) {
		cq__render_fail(renderer, CQ_MISUSE, "%s is no label of the select list", label);
		return;
	}
	if (renderer->label_depth == DEEPEST_LABEL) {
		cq__render_fail(renderer, CQ_MISUSE, "the label %s stands in the item that it names", label);
		return;
	}
	renderer->label_depth++;
	cq__render_expression(renderer, item, level, false);
	renderer->label_depth--;
}
