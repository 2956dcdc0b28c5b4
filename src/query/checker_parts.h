/* query/checker_parts.h: what the parts of the checker share.
 * It knows nothing of the single rules, and nothing outside src/query/checker*.c includes it.
 */
#ifndef CQ__QUERY_CHECKER_PARTS_H
#define CQ__QUERY_CHECKER_PARTS_H

#include "query/checker.h"
#include "query/rules.h"

typedef struct cq__checker {
	const cq__tree *tree;
	const cq__typing *typing;
	cq__error *error;
} cq__checker;

/* The parts, in the order they run; each walks the whole program and stops at the first broken rule. */
cq_status cq__check_operands(const cq__checker *checker);
cq_status cq__check_clauses(const cq__checker *checker);
cq_status cq__check_tables(const cq__checker *checker);
cq_status cq__check_types(const cq__checker *checker);
cq_status cq__check_groups(const cq__checker *checker);
cq_status cq__check_assignments(const cq__checker *checker);
cq_status cq__check_results(const cq__checker *checker);

/* Records a broken rule at a node: "WHERE: LIKE(users.age, a TEXT value): both sides must be text". A column, where
 * given, is named behind the node and in the error. Returns CQ_RULE, or CQ_NO_MEMORY. */
cq_status cq__report(const cq__checker *checker, cq__rule rule, uint32_t node, const cq_column *column);

/* The same at a field of a row: "SELECT_ROW: field title, posts.title: …". */
cq_status cq__report_field(const cq__checker *checker, cq__rule rule, uint32_t node, const char *field);

/* The same about a parameter of its text: "RAW_SQL(...): :limit: …". */
cq_status cq__report_parameter(const cq__checker *checker, cq__rule rule, uint32_t node, const char *name, size_t length);

/* Whether a node is COUNT, SUM … itself. */
bool cq__is_aggregate(uint16_t op);

/* The head of a query: its SELECT…, INSERT_INTO, UPDATE, DELETE_FROM or RAW_SQL; CQ__NO_NODE when there is none. */
uint32_t cq__query_head(const cq__tree *tree, uint32_t query);

/* Whether a clause is the SELECT of a query. */
static inline bool cq__is_select(uint16_t op) { return op == CQ_OP_SELECT || op == CQ_OP_SELECT_ALL || op == CQ_OP_SELECT_ROW; }

static inline bool cq__is_returning(uint16_t op)
{
	return op == CQ_OP_RETURNING || op == CQ_OP_RETURNING_ALL || op == CQ_OP_RETURNING_ROW;
}

static inline const cq_node *cq__node(const cq__checker *checker, uint32_t node) { return &checker->tree->nodes[node]; }

/* What ADD, MIN and the like say of one node. */
static inline const cq__typed *cq__typed_of(const cq__checker *checker, uint32_t node) { return &checker->typing->node[node]; }

/* Every operand of a node that is there: CQ__EACH_OPERAND(tree, node, operand) { … } */
#define CQ__EACH_OPERAND(tree, node, operand)                                                                     \
	for (uint32_t operand##_index = 0, operand; operand##_index < (tree)->nodes[node].count; operand##_index++)   \
		if (operand = cq__operand(tree, node, operand##_index), !cq__absent(tree, operand))

#endif
