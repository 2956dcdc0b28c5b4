/* query/checker_options.c: OPTIONS: the paths of relations, from what the statement selects, and what is asked of their ends.
 * It knows nothing of how they are loaded. Part of the checker; it runs once every table is known.
 */
#include "query/checker_parts.h"

#include "meta/model.h"
#include "query/relation.h"

/* Whether an item of a list is an object of that table. */
static bool is_object_of(const cq__tree *tree, uint32_t node, const cq_table *table)
{
	const cq_node *const n = &tree->nodes[node];
	switch ((cq_operator)n->op) {
	case CQ_OP_SELECT_ALL: case CQ_OP_RETURNING_ALL: case CQ_OP_ALL:
		return cq__same_table(n->ref, table);
	case CQ_OP_AS: case CQ_OP_SELECT: case CQ_OP_SELECT_ROW: case CQ_OP_RETURNING: case CQ_OP_RETURNING_ROW:
		CQ__EACH_OPERAND(tree, node, operand) {
			if (is_object_of(tree, operand, table))
				return true;
		}
		return false;
	default:
		return false;
	}
}

static cq_status check_path(const cq__checker *checker, uint32_t load)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t items = cq__query_items(tree, tree->root);
	const cq_table *at = NULL;
	CQ__EACH_OPERAND(tree, load, operand) {
		if (tree->nodes[operand].op != CQ_OP_RELATION)
			break;
		const cq_relation *const relation = tree->nodes[operand].ref;
		cq__relation_fault fault;
		if (!cq__relation_check(relation, &fault))
			return cq__report_relation(checker, operand, fault.rule, fault.name);
		if (operand_index == 0 && (items == CQ__NO_NODE || !is_object_of(tree, items, relation->table)))
			return cq__report(checker, CQ__RULE_OPTIONS_TABLE, load, NULL);
		if (operand_index != 0 && !cq__same_table(relation->table, at))
			return cq__report(checker, CQ__RULE_RELATION_PATH, operand, NULL);
		at = *relation->target;
	}
	return CQ_OK;
}

/* Behind the path stand a WHERE and an ORDER_BY, each once, in that order; they are about rows one by one. */
static cq_status check_clauses(const cq__checker *checker, uint32_t load)
{
	const cq__tree *const tree = checker->tree;
	cq__rank reached = CQ__RANK_NONE;
	CQ__EACH_OPERAND(tree, load, clause) {
		const cq__rank rank = cq__clause_rank(tree->nodes[clause].op);
		if (tree->nodes[clause].op == CQ_OP_RELATION ? reached != CQ__RANK_NONE : rank <= reached)
			return cq__report(checker, CQ__RULE_LOAD_CLAUSE, load, NULL);
		reached = rank;
		const uint32_t aggregate = cq__find_aggregate(checker, clause), window = cq__find_window(checker, clause);
		if (aggregate != CQ__NO_NODE)
			return cq__report(checker, CQ__RULE_AGGREGATE_IN_WHERE, aggregate, NULL);
		if (window != CQ__NO_NODE && rank == CQ__RANK_WHERE)
			return cq__report(checker, CQ__RULE_WINDOW_MISPLACED, window, NULL);
	}
	return CQ_OK;
}

cq_status cq__check_options(const cq__checker *checker)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t options = cq__query_clause(tree, tree->root, CQ_OP_OPTIONS);
	if (options == CQ__NO_NODE)
		return CQ_OK;
	CQ__EACH_OPERAND(tree, options, option) {
		if (tree->nodes[option].op != CQ_OP_LOAD)
			continue;
		cq_status status = check_path(checker, option);
		if (status == CQ_OK)
			status = check_clauses(checker, option);
		if (status != CQ_OK)
			return status;
	}
	return CQ_OK;
}
