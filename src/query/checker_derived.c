/* query/checker_derived.c: tables that are queries: whether each is defined where it is used, and gives the columns of its row list.
 * It knows nothing of clauses and values. Part of the checker.
 */
#include "query/checker_parts.h"

#include "meta/model.h"

/* A table that stands for a query: the statement must say which. */
static cq_status check_use(const cq__checker *checker, uint32_t clause)
{
	const cq__tree *const tree = checker->tree;
	const cq_table *const table = tree->nodes[clause].ref;
	const uint32_t source = cq__clause_source(tree, clause);
	if (source != CQ__NO_NODE)
		return cq__same_table(tree->nodes[source].ref, table) ? CQ_OK : cq__report(checker, CQ__RULE_DERIVED_UNKNOWN, clause, NULL);
	if (cq__table_derived(table) && cq__derived_definition(tree, clause, table) == CQ__NO_NODE)
		return cq__report(checker, CQ__RULE_DERIVED_UNKNOWN, clause, NULL);
	return CQ_OK;
}

static bool is_list_of(const cq__checker *checker, uint32_t item, const cq_row_type *row)
{
	const cq_node *const n = cq__node(checker, item);
	return n->op == CQ_OP_COLLECT && cq__same_row(n->ref, row);
}

/* The rule that a value breaks by standing for a column of a row list; CQ__RULE_COUNT: none. */
static cq__rule broken_by(const cq__checker *checker, const cq_table *table, const cq_column *column, const cq__given *given)
{
	const cq_row_type *const row = cq__table_row(table);
	if (column->type == CQ_TYPE_LIST && row != NULL)
		return is_list_of(checker, given->item, row->fields[cq_column_index(column)].detail) ? CQ__RULE_COUNT : CQ__RULE_DERIVED_SHAPE;
	if ((given->families & cq__type_families((cq_type)column->type)) == 0 ||
		(!given->is_value && !cq__is_wide_enough((cq_type)column->type, given->type)))
		return CQ__RULE_DERIVED_SHAPE;
	return given->nullable == 0 || (column->flags & CQ_COLUMN_NULLABLE) != 0 ? CQ__RULE_COUNT : CQ__RULE_FIELD_NULL;
}

/* A SELECT_ROW of the table's own row is judged with all the others, by its fields. */
static bool is_own_row(const cq__checker *checker, uint32_t list, const cq_table *table)
{
	const cq_node *const n = cq__node(checker, list);
	return n->op == CQ_OP_SELECT_ROW && cq__same_row(n->ref, cq__table_row(table));
}

/* A select list, or a row of VALUES_AS, against the columns of the table that it stands for. */
static cq_status check_list(const cq__checker *checker, uint32_t definition, uint32_t list)
{
	const cq_table *const table = cq__node(checker, definition)->ref;
	cq__columns columns = cq__columns_of(checker, list);
	cq__given given;
	if (is_own_row(checker, list, table))
		return CQ_OK;
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		if (!cq__next_column(&columns, &given))
			return cq__report(checker, CQ__RULE_DERIVED_SHAPE, definition, column);
		const cq__rule rule = broken_by(checker, table, column, &given);
		if (rule == CQ__RULE_DERIVED_SHAPE)
			return cq__report(checker, rule, definition, column);
		if (rule != CQ__RULE_COUNT)
			return cq__report_field(checker, rule, given.item, column->name);
	}
	return cq__next_column(&columns, &given) ? cq__report(checker, CQ__RULE_DERIVED_SHAPE, definition, NULL) : CQ_OK;
}

static cq_status check_query(const cq__checker *checker, uint32_t definition)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t query = cq__query_inside(tree, definition);
	uint32_t clause = CQ__NO_NODE;
	cq_status status = CQ_OK;
	for (uint32_t list; status == CQ_OK && (list = cq__next_list(tree, query, &clause)) != CQ__NO_NODE;)
		status = check_list(checker, definition, list);
	return status;
}

static cq_status check_definition(const cq__checker *checker, uint32_t definition)
{
	const cq__tree *const tree = checker->tree;
	if (!cq__table_derived(tree->nodes[definition].ref))
		return cq__report(checker, CQ__RULE_DERIVED_SHAPE, definition, NULL);
	if (tree->nodes[definition].op != CQ_OP_VALUES_AS)
		return check_query(checker, definition);
	CQ__EACH_OPERAND(tree, definition, row) {
		const cq_status status = check_list(checker, definition, row);
		if (status != CQ_OK)
			return status;
	}
	return CQ_OK;
}

cq_status cq__check_derived(const cq__checker *checker)
{
	const cq__tree *const tree = checker->tree;
	cq_status status = CQ_OK;
	for (uint32_t node = 0; node < tree->count && status == CQ_OK; node++) {
		const uint16_t op = tree->nodes[node].op;
		if (cq__absent(tree, node))
			continue;
		if (cq__names_source(op))
			status = check_use(checker, node);
		else if (op == CQ_OP_WITH || op == CQ_OP_WITH_RECURSIVE || cq__operator_sort(op) == CQ__SORT_SOURCE)
			status = check_definition(checker, node);
	}
	return status;
}
