/* query/checker_assignments.c: what INSERT_INTO, UPDATE and ON_CONFLICT write: which columns, how often, of what types, over which key.
 * It knows nothing of conditions and groups. Part of the checker.
 */
#include "query/checker_parts.h"

#include "meta/model.h"

static cq_status check_value(const cq__checker *checker, uint32_t set)
{
	const cq_column *const column = cq__node(checker, set)->ref;
	const uint32_t value = cq__operand(checker->tree, set, 0);
	if ((cq__families_or_null(checker, value) & cq__type_families((cq_type)column->type)) == 0)
		return cq__report(checker, CQ__RULE_VALUE_TYPE, set, column);
	if ((column->flags & CQ_COLUMN_NULLABLE) == 0 && cq__typed_of(checker, value)->nullable != 0)
		return cq__report(checker, CQ__RULE_NULL_INTO_NOT_NULL, set, column);
	return CQ_OK;
}

static bool is_set_before(const cq__tree *tree, uint32_t clause, uint32_t before, const cq_column *column)
{
	for (uint32_t i = 0; i < before; i++) {
		const uint32_t set = cq__operand(tree, clause, i);
		if (!cq__absent(tree, set) && tree->nodes[set].op == CQ_OP_SET && cq__same_column(tree->nodes[set].ref, column))
			return true;
	}
	return false;
}

static cq_status check_set(const cq__checker *checker, uint32_t clause, uint32_t place, uint32_t set)
{
	const cq_table *const target = cq__node(checker, clause)->ref;
	const cq_column *const column = cq__node(checker, set)->ref;
	if (!cq__same_table(cq_column_table(column), target))
		return cq__report(checker, CQ__RULE_SET_OTHER_TABLE, set, column);
	if ((column->flags & CQ_COLUMN_GENERATED) != 0 || cq__column_auto_key(column))
		return cq__report(checker, CQ__RULE_COLUMN_READ_ONLY, set, column);
	if (is_set_before(checker->tree, clause, place, column))
		return cq__report(checker, CQ__RULE_COLUMN_SET_TWICE, set, column);
	return check_value(checker, set);
}

static cq_status check_required(const cq__checker *checker, uint32_t insert)
{
	const cq__tree *const tree = checker->tree;
	const cq_table *const target = tree->nodes[insert].ref;
	const cq_column *const columns = cq_table_columns(target);
	for (uint32_t i = 0; i < target->column_count; i++) {
		if (cq__column_required(&columns[i]) && !is_set_before(tree, insert, tree->nodes[insert].count, &columns[i]))
			return cq__report(checker, CQ__RULE_COLUMN_MISSING, insert, &columns[i]);
	}
	return CQ_OK;
}

/* VALUES stands for every column; SETs are taken one by one. */
static cq_status check_clause(const cq__checker *checker, uint32_t clause)
{
	const cq__tree *const tree = checker->tree;
	CQ__EACH_OPERAND(tree, clause, assignment) {
		const uint16_t op = tree->nodes[assignment].op;
		if (op == CQ_OP_ROWS) {
			if (!cq__same_table(tree->nodes[assignment].ref, tree->nodes[clause].ref))
				return cq__report(checker, CQ__RULE_SET_OTHER_TABLE, assignment, NULL);
			return CQ_OK;
		}
		const cq_status status = op == CQ_OP_SET ? check_set(checker, clause, assignment_index, assignment) : CQ_OK;
		if (status != CQ_OK)
			return status;
	}
	return tree->nodes[clause].op == CQ_OP_INSERT_INTO ? check_required(checker, clause) : CQ_OK;
}

enum { MOST_KEY_COLUMNS = 32 };

/* The columns of a KEY are of the table, each once, and some unique constraint is over just these. */
static cq_status check_key(const cq__checker *checker, uint32_t key, const cq_table *target)
{
	const cq__tree *const tree = checker->tree;
	const cq_column *columns[MOST_KEY_COLUMNS];
	uint32_t count = 0;
	CQ__EACH_OPERAND(tree, key, operand) {
		const cq_column *const column = tree->nodes[operand].ref;
		if (!cq__same_table(cq_column_table(column), target))
			return cq__report(checker, CQ__RULE_SET_OTHER_TABLE, operand, column);
		if (count == MOST_KEY_COLUMNS)
			return cq__report(checker, CQ__RULE_CONFLICT_TARGET, key, NULL);
		columns[count++] = &cq_table_columns(target)[cq_column_index(column)];
	}
	return cq__table_unique_over(target, columns, count) ? CQ_OK : cq__report(checker, CQ__RULE_CONFLICT_TARGET, key, NULL);
}

static cq_status check_conflict(const cq__checker *checker, uint32_t conflict, const cq_table *target)
{
	const cq__tree *const tree = checker->tree;
	if (!cq__same_table(tree->nodes[conflict].ref, target))
		return cq__report(checker, CQ__RULE_SET_OTHER_TABLE, conflict, NULL);
	CQ__EACH_OPERAND(tree, conflict, key) {
		const cq_status status = tree->nodes[key].op == CQ_OP_CONFLICT_KEY ? check_key(checker, key, target) : CQ_OK;
		if (status != CQ_OK)
			return status;
	}
	return check_clause(checker, conflict);
}

cq_status cq__check_assignments(const cq__checker *checker)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t head = cq__query_head(tree, tree->root);
	if (head == CQ__NO_NODE || (tree->nodes[head].op != CQ_OP_INSERT_INTO && tree->nodes[head].op != CQ_OP_UPDATE))
		return CQ_OK;
	cq_status status = check_clause(checker, head);
	CQ__EACH_OPERAND(tree, tree->root, clause) {
		if (status == CQ_OK && cq__is_on_conflict(tree->nodes[clause].op))
			status = check_conflict(checker, clause, tree->nodes[head].ref);
	}
	return status;
}
