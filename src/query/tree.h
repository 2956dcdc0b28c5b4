/* query/tree.h: a flat postfix program read as a tree: for each node its operands.
 * It knows nothing of rules, types or SQL text; the checker, the typing pass and the renderer walk it.
 * Made only when a shape is seen for the first time.
 */
#ifndef CQUEL_QUERY_TREE_H
#define CQUEL_QUERY_TREE_H

#include <cquel/query.h>

/** How deep operands may nest: walkers recurse, and no database takes more. */
enum { CQ__TREE_DEEPEST = 500 };

/** No node: for instance the parent of the root. */
#define CQ__NO_NODE UINT32_MAX

typedef enum cq__sort {
	CQ__SORT_LEAF,
	CQ__SORT_VALUE,
	CQ__SORT_EXPRESSION,
	CQ__SORT_CONDITION,
	CQ__SORT_WINDOW,
	CQ__SORT_PART,
	CQ__SORT_ORDERING,
	CQ__SORT_SOURCE,
	CQ__SORT_CLAUSE,
	CQ__SORT_ASSIGNMENT,
	CQ__SORT_STATEMENT
} cq__sort;

typedef struct cq__tree {
	const cq_node *nodes; /* borrowed from the statement */
	uint32_t count;
	uint32_t value_count; /* VALUE nodes */
	uint32_t *first;      /* count entries: where a node's operands start in `operands` */
	uint32_t *operands;   /* node indexes, each node's operands in order */
	uint32_t *value;      /* count entries: for VALUE nodes the index of their value, else 0 */
	uint32_t *parent;     /* count entries: the node that takes it as an operand; of the root CQ__NO_NODE */
	uint32_t *query;      /* count entries: the STATEMENT or SUBQUERY whose clauses it stands in; see cq__tree_init */
	uint8_t *absent;      /* count entries: 1: as if not written, see cq__absent */
	uint32_t root;        /* the STATEMENT node (or the one result of a condition) */
} cq__tree;

/** Reads a program. CQ_MISUSE when it is not well formed (an operand missing, results left over, an unknown operator, a
 *  reference missing), CQ_TOO_LARGE when it nests deeper than CQ__TREE_DEEPEST, CQ_NO_MEMORY; the tree is then empty.
 *
 *  `query` of a SUBQUERY is the query around it; of the root it is the root itself. */
CQ_CHECKED cq_status cq__tree_init(cq__tree *tree, const cq_node *nodes, uint32_t count);
void cq__tree_release(cq__tree *tree);

/** The i-th operand of a node, from 0. */
static inline uint32_t cq__operand(const cq__tree *tree, uint32_t node, uint32_t i) { return tree->operands[tree->first[node] + i]; }

/** Whether a node is as if not written: the placeholder of a WHEN that is false, and what vanishes with it. Lists (AND,
 *  OR, CASE, select items, clauses, the list of IN, the rows of VALUES_AS …) lose their absent operands and vanish when all
 *  of them are absent; FILTER loses its condition, OVER its parts, STRING_AGG and JSON_AGG their ORDER_BY; every other
 *  operator vanishes with any of its operands, and what stands inside something absent is absent. ALL_OF and ANY_OF over
 *  nothing are there. */
static inline bool cq__absent(const cq__tree *tree, uint32_t node) { return tree->absent[node] != 0; }

/** How many of a node's operands are there. */
uint32_t cq__present_operands(const cq__tree *tree, uint32_t node);

/** The kinds of clauses, in the order in which they stand in a statement; clauses of one kind stand for each other. */
typedef enum cq__rank {
	CQ__RANK_NONE, /* no clause of a statement, or one that stays where it is, as those of an INSERT do */
	CQ__RANK_WITH,
	CQ__RANK_HEAD,
	CQ__RANK_DISTINCT,
	CQ__RANK_SOURCE,
	CQ__RANK_JOIN,
	CQ__RANK_ALL_ROWS,
	CQ__RANK_WHERE,
	CQ__RANK_GROUP,
	CQ__RANK_HAVING,
	CQ__RANK_COMBINATION,
	CQ__RANK_ORDER,
	CQ__RANK_LIMIT,
	CQ__RANK_OFFSET,
	CQ__RANK_LOCK,
	CQ__RANK_CONFLICT,
	CQ__RANK_OPTIONS,
	CQ__RANK_RETURNING
} cq__rank;

cq__rank cq__clause_rank(uint16_t op);

/** The clause of that operator in a query (a STATEMENT or SUBQUERY node), the first present one, or CQ__NO_NODE. */
uint32_t cq__query_clause(const cq__tree *tree, uint32_t query, cq_operator op);

/** The SELECT, SELECT_ALL or SELECT_ROW of a query, or its RETURNING…; CQ__NO_NODE when it gives no rows that are known. */
uint32_t cq__query_items(const cq__tree *tree, uint32_t query);

/** The item of a query's select list with that label (the AS node, or the item of a SELECT_ROW), or CQ__NO_NODE. */
uint32_t cq__query_label(const cq__tree *tree, uint32_t query, const char *label);

/** The SOURCE that stands for the table of a FROM, USING or join, or CQ__NO_NODE: then the name itself stands there. */
uint32_t cq__clause_source(const cq__tree *tree, uint32_t clause);

/** The place of the first condition among the operands of a join: behind its SOURCE, if it has one. */
static inline uint32_t cq__first_condition(const cq__tree *tree, uint32_t join)
{
	return cq__clause_source(tree, join) != CQ__NO_NODE ? 1 : 0;
}

/** Whether a node has clauses of its own. */
static inline bool cq__is_query(const cq__tree *tree, uint32_t node)
{
	return tree->nodes[node].op == CQ_OP_STATEMENT || tree->nodes[node].op == CQ_OP_SUBQUERY;
}

/** JOIN, LEFT_JOIN, RIGHT_JOIN, FULL_JOIN or CROSS_JOIN. */
bool cq__is_join(uint16_t op);

/** FROM, USING or a join: its reference is a table that is read. */
static inline bool cq__names_source(uint16_t op) { return op == CQ_OP_FROM || op == CQ_OP_USING || cq__is_join(op); }

/** UNION, UNION_ALL, INTERSECT or EXCEPT. */
bool cq__is_set_operation(uint16_t op);

/** ON_CONFLICT_NOTHING or ON_CONFLICT_UPDATE. */
static inline bool cq__is_on_conflict(uint16_t op) { return op == CQ_OP_ON_CONFLICT_NOTHING || op == CQ_OP_ON_CONFLICT_UPDATE; }

/** The SUBQUERY that a WITH, WITH_RECURSIVE, QUERY, LATERAL, COLLECT, EXISTS or set operation takes: a node's one operand.
 *  CQ__NO_NODE when that is none. */
uint32_t cq__query_inside(const cq__tree *tree, uint32_t node);

/** What CQ_OPERATOR_LIST says of an operator. */
cq__sort cq__operator_sort(uint16_t op);
const char *cq__operator_text(uint16_t op);

#endif
