/* sql/render_form.c: columns that are stored in another form than their type's own (STORED_AS), which no database knows of.
 *
 * It knows nothing of how anything is written. The other parts of the renderer ask it.
 */
#include "sql/render_state.h"

static bool is_stored_as_text(const cq__renderer *renderer, cq_type type)
{
	return (renderer->dialect->text_types >> type & 1) != 0;
}

void cq__check_form(cq__renderer *renderer, uint32_t node, const char *what)
{
	const cq_column *const column = renderer->typing->node[node].column;
	if (column == NULL)
		return;
	const cq_storage storage = cq__sql_storage(column);
	if (storage != CQ_STORAGE_NATURAL && !(storage == CQ_STORAGE_TEXT && is_stored_as_text(renderer, (cq_type)column->type)))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: %s.%s is stored in another form (STORED_AS), which %s does not look into",
			what, cq_column_table(column)->name, column->name, renderer->dialect->name);
}

/* The form of a column's values. All decimal numbers compare but those that are stored without their point. */
static cq_storage form_of_column(const cq__renderer *renderer, const cq_column *column)
{
	const cq_storage storage = cq__sql_storage(column);
	const bool same = column->type == CQ_TYPE_DECIMAL ? storage != CQ_STORAGE_INTEGER :
		storage == CQ_STORAGE_TEXT && is_stored_as_text(renderer, (cq_type)column->type);
	return same ? CQ_STORAGE_NATURAL : storage;
}

/* Whether it is known in what form a node's value stands. A C value takes that of what it meets, and what is computed from
 * numbers is what they make it. */
static bool has_form(const cq__renderer *renderer, uint32_t node, cq_storage *form)
{
	const cq__typed *const typed = &renderer->typing->node[node];
	*form = typed->column != NULL ? form_of_column(renderer, typed->column) : CQ_STORAGE_NATURAL;
	switch ((cq_operator)cq__node(renderer, node)->op) {
	case CQ_OP_VALUE: case CQ_OP_NULL:
		return false;
	case CQ_OP_NOW: case CQ_OP_DATE_TRUNC: case CQ_OP_DATE_ADD: case CQ_OP_INTERVAL_ADD:
		return true;
	case CQ_OP_CAST:
		return typed->column != NULL || typed->type > CQ_TYPE_DECIMAL;
	default:
		return typed->column != NULL;
	}
}

static bool needs_one_form(cq_operator op)
{
	switch (op) {
	case CQ_OP_EQ: case CQ_OP_NE: case CQ_OP_LT: case CQ_OP_LE: case CQ_OP_GT: case CQ_OP_GE:
	case CQ_OP_IS_DISTINCT: case CQ_OP_IS_NOT_DISTINCT: case CQ_OP_BETWEEN: case CQ_OP_IN: case CQ_OP_NOT_IN:
	case CQ_OP_IN_QUERY: case CQ_OP_NOT_IN_QUERY: case CQ_OP_NULLIF: case CQ_OP_COALESCE: case CQ_OP_CASE: case CQ_OP_LAG:
	case CQ_OP_LEAD:
		return true;
	default:
		return false;
	}
}

static void fail_form(cq__renderer *renderer, const char *what)
{
	cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: a column with STORED_AS meets what is stored in another form, which %s does not "
		"see", what, renderer->dialect->name);
}

void cq__check_one_form(cq__renderer *renderer, uint32_t node)
{
	const cq_operator op = (cq_operator)cq__node(renderer, node)->op;
	const bool counts_rows = op == CQ_OP_LAG || op == CQ_OP_LEAD;
	cq_storage first = CQ_STORAGE_NATURAL, form;
	bool known = false;
	for (uint32_t i = 0; needs_one_form(op) && i < cq__node(renderer, node)->count; i++) {
		const uint32_t operand = cq__operand(renderer->tree, node, i);
		const uint32_t value = op == CQ_OP_CASE ? cq__branch_of_case(renderer, operand) : operand;
		if (cq__absent(renderer->tree, operand) || (counts_rows && i == 1) || !has_form(renderer, value, &form))
			continue;
		if (known && form != first)
			fail_form(renderer, cq__operator_text((uint16_t)op));
		first = form;
		known = true;
	}
}

void cq__check_assigned_form(cq__renderer *renderer, uint32_t set)
{
	const cq_column *const column = cq__node(renderer, set)->ref;
	cq_storage form;
	if (has_form(renderer, cq__operand(renderer->tree, set, 0), &form) && form != form_of_column(renderer, column))
		fail_form(renderer, "SET");
}

void cq__check_combined_form(cq__renderer *renderer, const cq__typed *first, const cq__typed *other)
{
	if (first->column != NULL && other->column != NULL &&
		form_of_column(renderer, first->column) != form_of_column(renderer, other->column))
		fail_form(renderer, "UNION");
}
