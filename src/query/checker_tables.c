/* query/checker_tables.c: whether every table that is used is provided, once, and every label exists.
 * It knows nothing of types. Part of the checker.
 */
#include "query/checker_parts.h"

#include "meta/model.h"
#include "query/relation.h"
#include "query/scope.h"

#include <string.h>

/* The name that a clause gives a table in its query, or NULL. What INSERT_INTO writes to is not among the tables it reads. */
static const char *source_name(const cq__tree *tree, uint32_t clause)
{
	const cq_node *const n = &tree->nodes[clause];
	if (cq__absent(tree, clause) || !(cq__names_source(n->op) || n->op == CQ_OP_UPDATE || n->op == CQ_OP_DELETE_FROM))
		return NULL;
	return cq__table_exposed_name(n->ref);
}

static const char *with_name(const cq__tree *tree, uint32_t clause)
{
	const cq_node *const n = &tree->nodes[clause];
	if (cq__absent(tree, clause) || (n->op != CQ_OP_WITH && n->op != CQ_OP_WITH_RECURSIVE))
		return NULL;
	return cq__table_exposed_name(n->ref);
}

/* Two sources that columns are written behind by one name cannot be told apart, be they one table or not; nor can two WITHs. */
static cq_status check_names(const cq__checker *checker, uint32_t query, const char *name_of(const cq__tree *, uint32_t))
{
	const cq__tree *const tree = checker->tree;
	CQ__EACH_OPERAND(tree, query, clause) {
		const char *const name = name_of(tree, clause);
		for (uint32_t i = 0; i < clause_index && name != NULL; i++) {
			const char *const earlier = name_of(tree, cq__operand(tree, query, i));
			if (earlier != NULL && strcmp(name, earlier) == 0)
				return cq__report(checker, CQ__RULE_TABLE_TWICE, clause, NULL);
		}
	}
	return CQ_OK;
}

/* Whether a query between a column and the one that provides its table has another source of the name that the column is
 * written behind: the database would look there. Only by SQL_NAME have two tables one name. */
static bool is_captured(const cq__tree *tree, uint32_t node, const cq_table *table)
{
	uint32_t found;
	const uint32_t provider = cq__table_provider(tree, node, table, &found);
	if (provider == CQ__NO_NODE || (table->alias_of == NULL && cq__table_schema(table) != NULL))
		return false;
	for (uint32_t query = tree->query[node]; query != provider && query != tree->root; query = tree->query[query]) {
		CQ__EACH_OPERAND(tree, query, clause) {
			const char *const name = source_name(tree, clause);
			if (name != NULL && strcmp(name, cq__table_exposed_name(table)) == 0)
				return true;
		}
	}
	return false;
}

/* Whether a WITH of the statement has the name of a table that a clause reads, and would be read instead. */
static bool is_hidden(const cq__tree *tree, uint32_t clause)
{
	const cq_table *const table = tree->nodes[clause].ref;
	if (cq__table_derived(table) || cq__table_schema(table) != NULL)
		return false;
	for (uint32_t node = 0; node < tree->count; node++) {
		const char *const name = with_name(tree, node);
		if (name != NULL && cq__table_derived(tree->nodes[node].ref) && strcmp(name, cq__table_sql_name(table)) == 0)
			return true;
	}
	return false;
}

/* The table that a node uses without naming it as a source, or NULL. */
static const cq_table *used_table(const cq_node *node)
{
	switch ((cq_operator)node->op) {
	case CQ_OP_COLUMN:
		return cq_column_table(node->ref);
	case CQ_OP_ALL: case CQ_OP_SELECT_ALL: case CQ_OP_RETURNING_ALL: case CQ_OP_TABLE:
		return node->ref;
	default:
		return NULL;
	}
}

/* The columns of a KEY are those of the table that is written to, and are compared with it elsewhere. A table that is locked
 * stands in the very query that locks it. */
static bool is_provided(const cq__tree *tree, uint32_t node, const cq_table *table)
{
	uint32_t clause;
	if (tree->nodes[tree->parent[node]].op == CQ_OP_CONFLICT_KEY)
		return true;
	const uint32_t query = cq__table_provider(tree, node, table, &clause);
	return query != CQ__NO_NODE && (tree->nodes[node].op != CQ_OP_TABLE || query == tree->query[node]);
}

static bool takes_labels(const cq__tree *tree, uint32_t node)
{
	const uint32_t clause = cq__clause_at(tree, node);
	if (clause == CQ__NO_NODE || (tree->nodes[clause].op != CQ_OP_GROUP_BY && tree->nodes[clause].op != CQ_OP_ORDER_BY))
		return false;
	for (; node != clause; node = tree->parent[node]) {
		if (tree->nodes[node].op == CQ_OP_OVER || cq__is_aggregate(tree->nodes[node].op))
			return false;
	}
	return true;
}

static bool provides_all(const cq__tree *tree, uint32_t node, const cq_table *a, const cq_table *b)
{
	uint32_t clause;
	return cq__table_provider(tree, node, a, &clause) != CQ__NO_NODE && cq__table_provider(tree, node, b, &clause) != CQ__NO_NODE;
}

/* Whether an ALONG through an association is the one such condition of a join of one of the sides, where the association gets its place. */
static bool joins_a_side(const cq__tree *tree, uint32_t along, const cq__relation_join *join)
{
	const uint32_t clause = tree->parent[along];
	const cq_node *const n = &tree->nodes[clause];
	return cq__takes_condition(n->op) && cq__clause_source(tree, clause) == CQ__NO_NODE && cq__join_through(tree, clause) == along &&
		(cq__same_table(n->ref, join->own) || cq__same_table(n->ref, join->target));
}

/* A join along a relation: both sides are there, and so is the association when the statement joins it itself. */
static cq_status check_along_relation(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const unsigned step = tree->nodes[node].flags & CQ_ALONG_STEP;
	cq__relation_join join;
	cq__relation_fault fault;
	if (!cq__along_join(tree, node, &join, &fault))
		return cq__report_relation(checker, node, fault.rule, fault.name);
	if (step != 0 && join.through == NULL)
		return cq__report(checker, CQ__RULE_ALONG_MANY, node, NULL);
	const cq_table *const own = step == CQ_ALONG_FAR ? join.through : join.own;
	const cq_table *const other = step == CQ_ALONG_NEAR ? join.through : join.target;
	if (!provides_all(tree, node, own, other))
		return cq__report(checker, CQ__RULE_TABLE_NOT_IN_FROM, node, NULL);
	if (cq__same_table(own, other))
		return cq__report(checker, CQ__RULE_TABLE_TWICE, node, NULL);
	if (cq__goes_through(tree, node) && !joins_a_side(tree, node, &join))
		return cq__report(checker, CQ__RULE_ALONG_MANY, node, NULL);
	return CQ_OK;
}

/* A join along a reference: the column has one, and what it references is there to be joined. */
static cq_status check_along(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t operand = cq__operand(tree, node, 0);
	const char *table, *name;
	if (cq__along_relation(tree, node) != NULL)
		return check_along_relation(checker, node);
	if (tree->nodes[operand].op != CQ_OP_COLUMN || !cq__column_reference(tree->nodes[operand].ref, &table, &name))
		return cq__report(checker, CQ__RULE_NOT_A_REFERENCE, node, NULL);
	const cq_table *const alias = tree->nodes[node].ref;
	if (alias != NULL && strcmp(cq__table_base(alias)->name, table) != 0)
		return cq__report(checker, CQ__RULE_NOT_A_REFERENCE, node, NULL);
	return cq__along_target(tree, node) != NULL ? CQ_OK : cq__report(checker, CQ__RULE_TABLE_NOT_IN_FROM, node, NULL);
}

/* The row that was refused is only known to what is done instead, and has the columns of the table that is written to. */
static cq_status check_excluded(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t clause = cq__clause_at(tree, node);
	if (clause == CQ__NO_NODE || tree->nodes[clause].op != CQ_OP_ON_CONFLICT_UPDATE)
		return cq__report(checker, CQ__RULE_EXCLUDED_MISPLACED, node, NULL);
	if (!cq__same_table(cq_column_table(tree->nodes[node].ref), tree->nodes[clause].ref))
		return cq__report(checker, CQ__RULE_SET_OTHER_TABLE, node, tree->nodes[node].ref);
	return CQ_OK;
}

static cq_status check_node(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const cq_node *const n = &tree->nodes[node];
	const cq_table *const table = used_table(n);
	if (table != NULL && !is_provided(tree, node, table))
		return cq__report(checker, CQ__RULE_TABLE_NOT_IN_FROM, node, NULL);
	if ((n->op == CQ_OP_COLUMN && is_captured(tree, node, table)) || (cq__names_source(n->op) && is_hidden(tree, node)))
		return cq__report(checker, CQ__RULE_TABLE_TWICE, node, NULL);
	switch ((cq_operator)n->op) {
	case CQ_OP_STATEMENT: case CQ_OP_SUBQUERY: {
		const cq_status status = check_names(checker, node, source_name);
		return status == CQ_OK ? check_names(checker, node, with_name) : status;
	}
	case CQ_OP_LABEL:
		if (!takes_labels(tree, node) || cq__query_label(tree, tree->query[node], n->ref) == CQ__NO_NODE)
			return cq__report(checker, CQ__RULE_LABEL_UNKNOWN, node, NULL);
		return CQ_OK;
	case CQ_OP_ALONG:
		return check_along(checker, node);
	case CQ_OP_EXCLUDED:
		return check_excluded(checker, node);
	case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE: case CQ_OP_DELETE_FROM:
		if (((const cq_table *)n->ref)->alias_of != NULL || cq__table_derived(n->ref))
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
