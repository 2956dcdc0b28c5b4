/* query/checker_tables.c: whether every table that is used is provided, once, and every label exists.
 * It knows nothing of types. Part of the checker.
 */
#include "query/checker_parts.h"

#include "meta/model.h"

#include <string.h>

static bool names_source(uint16_t op)
{
	return op == CQ_OP_FROM || op == CQ_OP_JOIN || op == CQ_OP_LEFT_JOIN;
}

/* Two sources that columns are written behind by one name cannot be told apart, be they one table or not. */
static cq_status check_sources(const cq__checker *checker, uint32_t query)
{
	const cq__tree *const tree = checker->tree;
	CQ__EACH_OPERAND(tree, query, clause) {
		if (!names_source(tree->nodes[clause].op))
			continue;
		const char *const name = cq__table_exposed_name(tree->nodes[clause].ref);
		for (uint32_t i = 0; i < clause_index; i++) {
			const uint32_t earlier = cq__operand(tree, query, i);
			if (cq__absent(tree, earlier) || !names_source(tree->nodes[earlier].op))
				continue;
			if (strcmp(name, cq__table_exposed_name(tree->nodes[earlier].ref)) == 0)
				return cq__report(checker, CQ__RULE_TABLE_TWICE, clause, NULL);
		}
	}
	return CQ_OK;
}

/* The table that a node uses without naming it as a source, or NULL. */
static const cq_table *used_table(const cq_node *node)
{
	switch ((cq_operator)node->op) {
	case CQ_OP_COLUMN:
		return cq_column_table(node->ref);
	case CQ_OP_ALL: case CQ_OP_SELECT_ALL: case CQ_OP_RETURNING_ALL:
		return node->ref;
	default:
		return NULL;
	}
}

static bool takes_labels(const cq__tree *tree, uint32_t node)
{
	for (uint32_t up = tree->parent[node]; up != CQ__NO_NODE; up = tree->parent[up]) {
		if (cq__operator_sort(tree->nodes[up].op) == CQ__SORT_CLAUSE)
			return tree->nodes[up].op == CQ_OP_GROUP_BY || tree->nodes[up].op == CQ_OP_ORDER_BY;
	}
	return false;
}

static cq_status check_node(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const cq_node *const n = &tree->nodes[node];
	const cq_table *const table = used_table(n);
	uint32_t clause;
	if (table != NULL && cq__table_provider(tree, node, table, &clause) == CQ__NO_NODE)
		return cq__report(checker, CQ__RULE_TABLE_NOT_IN_FROM, node, NULL);
	switch ((cq_operator)n->op) {
	case CQ_OP_STATEMENT: case CQ_OP_SUBQUERY:
		return check_sources(checker, node);
	case CQ_OP_LABEL:
		if (!takes_labels(tree, node) || cq__query_label(tree, tree->query[node], n->ref) == CQ__NO_NODE)
			return cq__report(checker, CQ__RULE_LABEL_UNKNOWN, node, NULL);
		return CQ_OK;
	case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE: case CQ_OP_DELETE_FROM:
		if (((const cq_table *)n->ref)->alias_of != NULL)
			return cq__report(checker, CQ__RULE_ALIAS_TARGET, node, NULL);
		return CQ_OK;
	default:
		return CQ_OK;
	}
}

cq_status cq__check_tables(const cq__checker *checker)
{
	cq_status status = CQ_OK;
	for (uint32_t node = 0; node < checker->tree->count && status == CQ_OK; node++) {
		if (!cq__absent(checker->tree, node))
			status = check_node(checker, node);
	}
	return status;
}
