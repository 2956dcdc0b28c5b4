/* query/checker.h: the second enforcer of the rules: over a whole program, when its shape is first seen.
 * It knows nothing of databases and SQL text. The executors and cq_statement_check call it; src/query/checker_*.c are its parts.
 */
#ifndef CQ__QUERY_CHECKER_H
#define CQ__QUERY_CHECKER_H

#include "base/error.h"
#include "query/rules.h"
#include "query/typing.h"

/** Checks a statement's shape against every rule. CQ_OK, or with *error filled: CQ_RULE (message, rule, table, column),
 *  CQ_NO_CONDITION (an UPDATE or DELETE whose condition has vanished), CQ_MISUSE (not a statement), CQ_NO_MEMORY. */
CQ_CHECKED cq_status cq__check(const cq__tree *tree, const cq__typing *typing, cq__error *error);

/** Checks what only the values show: a NULL text compared or written to a NOT NULL column, VALUES of no rows. */
CQ_CHECKED cq_status cq__check_values(const cq__tree *tree, const cq__typing *typing, const cq_value *values, cq__error *error);

/** Checks that a statement's columns, by position, fit the fields of a row (field-count, field-type, field-null …). */
CQ_CHECKED cq_status cq__check_row(const cq__tree *tree, const cq__typing *typing, const cq_row_type *row, cq__error *error);

/** Checks that a statement gives one column that a variable of this SQL type holds (scalar-columns, scalar-type). */
CQ_CHECKED cq_status cq__check_scalar(const cq__tree *tree, const cq__typing *typing, cq_type variable, cq__error *error);

/* ---- between the parts of the checker */

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
