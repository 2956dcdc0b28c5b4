/* query/checker_results.c: whether what a statement gives fits the row or variable that takes it.
 * It knows nothing of decoding. Part of the checker; the executors call the two public ones with what the caller gave.
 */
#include "query/checker_parts.h"

#include "meta/model.h"

#include <string.h>

/* A C value that is selected as it is has no column's width. */
static bool is_c_value(const cq_node *node)
{
	return node->op == CQ_OP_VALUE;
}

static bool is_object_of(const cq_node *node, const cq_table *table)
{
	return node->op == CQ_OP_ALL && cq__same_table(cq__table_base(node->ref), cq__table_base(table));
}

/* A list comes from a COLLECT of its rows, or from the column of a query that gave one. */
static bool is_list_of(const cq_node *node, const cq_row_type *row)
{
	if (node->op == CQ_OP_COLLECT)
		return cq__same_row(node->ref, row);
	if (node->op != CQ_OP_COLUMN)
		return false;
	const cq_column *const column = node->ref;
	const cq_row_type *const fields = cq__table_row(cq_column_table(column));
	return column->type == CQ_TYPE_LIST && fields != NULL && cq__same_row(fields->fields[cq_column_index(column)].detail, row);
}

static bool fits_field(const cq__checker *checker, uint32_t item, const cq_row_field *field)
{
	if (field->type == CQ_TYPE_OBJECT)
		return is_object_of(cq__node(checker, item), *(const cq_table *const *)field->detail);
	if (field->type == CQ_TYPE_LIST)
		return is_list_of(cq__node(checker, item), field->detail);
	if ((cq__families_or_null(checker, item) & cq__type_families((cq_type)field->type)) == 0)
		return false;
	return is_c_value(cq__node(checker, item)) || cq__is_wide_enough((cq_type)field->type, (cq_type)cq__typed_of(checker, item)->type);
}

static cq_status check_field(const cq__checker *checker, uint32_t item, const cq_row_field *field)
{
	const uint8_t nullable = cq__typed_of(checker, item)->nullable;
	if (!fits_field(checker, item, field))
		return cq__report_field(checker, CQ__RULE_FIELD_TYPE, item, field->name);
	if (nullable == 0 || field->nullable != 0)
		return CQ_OK;
	return cq__report_field(checker, (nullable & CQ__NULLABLE_ITSELF) != 0 ? CQ__RULE_FIELD_NULL : CQ__RULE_FIELD_NULL_OUTER, item,
		field->name);
}

static cq_status check_items(const cq__checker *checker, uint32_t clause, const cq_row_type *row)
{
	const cq__tree *const tree = checker->tree;
	if (cq__present_operands(tree, clause) != row->count)
		return cq__report(checker, CQ__RULE_FIELD_COUNT, clause, NULL);
	uint32_t place = 0;
	CQ__EACH_OPERAND(tree, clause, item) {
		const cq_status status = check_field(checker, item, &row->fields[place++]);
		if (status != CQ_OK)
			return status;
	}
	return CQ_OK;
}

/* SELECT_ALL gives the columns of its table; a row that takes them has a field for each. */
static cq_status check_columns(const cq__checker *checker, uint32_t clause, const cq_row_type *row)
{
	const cq_table *const table = cq__node(checker, clause)->ref;
	const cq_column *const columns = cq_table_columns(table);
	const uint8_t outer = cq__typed_of(checker, clause)->nullable;
	if (table->column_count != row->count)
		return cq__report(checker, CQ__RULE_FIELD_COUNT, clause, NULL);
	for (uint32_t i = 0; i < row->count; i++) {
		const cq_row_field *const field = &row->fields[i];
		if (field->type == CQ_TYPE_OBJECT || field->type == CQ_TYPE_LIST || !cq__is_wide_enough((cq_type)field->type, (cq_type)columns[i].type))
			return cq__report(checker, CQ__RULE_FIELD_TYPE, clause, &columns[i]);
		if (field->nullable == 0 && (columns[i].flags & CQ_COLUMN_NULLABLE) != 0)
			return cq__report(checker, CQ__RULE_FIELD_NULL, clause, &columns[i]);
		if (field->nullable == 0 && outer != 0)
			return cq__report(checker, CQ__RULE_FIELD_NULL_OUTER, clause, &columns[i]);
	}
	return CQ_OK;
}

static cq_status check_list(const cq__checker *checker, uint32_t clause, const cq_row_type *row)
{
	const uint16_t op = cq__node(checker, clause)->op;
	return op == CQ_OP_SELECT_ALL || op == CQ_OP_RETURNING_ALL ? check_columns(checker, clause, row) : check_items(checker, clause, row);
}

/* The rows come from the first select list of a query and from those that are combined with it. */
static cq_status check_query(const cq__checker *checker, uint32_t query, const cq_row_type *row)
{
	uint32_t clause = CQ__NO_NODE;
	cq_status status = CQ_OK;
	for (uint32_t list; status == CQ_OK && (list = cq__next_list(checker->tree, query, &clause)) != CQ__NO_NODE;)
		status = check_list(checker, list, row);
	return status;
}

cq_status cq__check_results(const cq__checker *checker)
{
	const cq__tree *const tree = checker->tree;
	cq_status status = CQ_OK;
	for (uint32_t node = 0; node < tree->count && status == CQ_OK; node++) {
		const cq_node *const n = &tree->nodes[node];
		if (!cq__absent(tree, node) && (n->op == CQ_OP_SELECT_ROW || n->op == CQ_OP_RETURNING_ROW))
			status = check_query(checker, tree->query[node], n->ref);
	}
	return status;
}

/* The select list of the whole statement. A raw statement's columns are only known when it has run. */
static uint32_t result_clause(const cq__tree *tree, bool *known)
{
	*known = cq__query_clause(tree, tree->root, CQ_OP_RAW_SQL) == CQ__NO_NODE;
	return cq__query_items(tree, tree->root);
}

cq_status cq__check_row(const cq__tree *tree, const cq__typing *typing, const cq_row_type *row, cq__error *error)
{
	const cq__checker checker = { tree, typing, error };
	bool known;
	const uint32_t clause = result_clause(tree, &known);
	if (!known)
		return CQ_OK;
	if (clause == CQ__NO_NODE)
		return cq__report(&checker, CQ__RULE_FIELD_COUNT, tree->root, NULL);
	return check_query(&checker, tree->root, row);
}

static bool fits_variable(const cq__checker *checker, uint32_t item, cq_type variable)
{
	if (is_c_value(cq__node(checker, item)))
		return cq__serves(checker, item, variable);
	return cq__is_wide_enough(variable, (cq_type)cq__typed_of(checker, item)->type);
}

cq_status cq__check_scalar(const cq__tree *tree, const cq__typing *typing, cq_type variable, cq__error *error)
{
	const cq__checker checker = { tree, typing, error };
	bool known;
	const uint32_t clause = result_clause(tree, &known);
	if (!known)
		return CQ_OK;
	if (clause != CQ__NO_NODE && typing->node[clause].type == CQ_TYPE_OBJECT)
		return cq__report(&checker, CQ__RULE_SCALAR_TYPE, clause, NULL);
	if (clause == CQ__NO_NODE || cq__present_operands(tree, clause) != 1)
		return cq__report(&checker, CQ__RULE_SCALAR_COLUMNS, clause == CQ__NO_NODE ? tree->root : clause, NULL);
	uint32_t combination = CQ__NO_NODE;
	for (uint32_t list; (list = cq__next_list(tree, tree->root, &combination)) != CQ__NO_NODE;) {
		CQ__EACH_OPERAND(tree, list, item) {
			if (!fits_variable(&checker, item, variable))
				return cq__report(&checker, CQ__RULE_SCALAR_TYPE, item, NULL);
		}
	}
	return CQ_OK;
}
