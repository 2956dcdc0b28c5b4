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

static void separate(cq__renderer *renderer, bool *first)
{
	if (!*first)
		cq__put(renderer, ", ");
	*first = false;
}

static void render_all_columns(cq__renderer *renderer, const cq_table *table, bool *first)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		separate(renderer, first);
		cq__render_column(renderer, &cq_table_columns(table)[i]);
		count_column(renderer);
	}
}

static void render_item(cq__renderer *renderer, uint32_t item, const char *label, bool *first)
{
	const cq_node *node = cq__node(renderer, item);
	if (node->op == CQ_OP_AS) {
		if (label == NULL)
			label = node->ref;
		item = cq__operand(renderer->tree, item, 0);
		node = cq__node(renderer, item);
	}
	if (node->op == CQ_OP_ALL) {
		render_all_columns(renderer, node->ref, first);
		return;
	}
	separate(renderer, first);
	cq__render_expression(renderer, item, CQ__LEVEL_ANY, false);
	count_column(renderer);
	if (label != NULL) {
		cq__put(renderer, " AS ");
		cq__render_name(renderer, label);
	}
}

void cq__render_items(cq__renderer *renderer, uint32_t clause)
{
	const cq_node *const node = cq__node(renderer, clause);
	bool first = true;
	if (node->op == CQ_OP_SELECT_ALL || node->op == CQ_OP_RETURNING_ALL) {
		render_all_columns(renderer, node->ref, &first);
		return;
	}
	const bool labelled = node->op == CQ_OP_SELECT_ROW || node->op == CQ_OP_RETURNING_ROW;
	const cq_row_type *const row = labelled ? node->ref : NULL;
	for (uint32_t i = 0; i < node->count; i++) {
		const uint32_t item = cq__operand(renderer->tree, clause, i);
		if (!cq__absent(renderer->tree, item))
			render_item(renderer, item, row != NULL && i < row->count ? row->fields[i].name : NULL, &first);
	}
	if (first)
		cq__render_fail(renderer, CQ_MISUSE, "%s: nothing is selected", cq__operator_text(node->op));
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
