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
cq_status cq__check_derived(const cq__checker *checker);
cq_status cq__check_options(const cq__checker *checker);
cq_status cq__check_types(const cq__checker *checker);
cq_status cq__check_combinations(const cq__checker *checker);
cq_status cq__check_groups(const cq__checker *checker);
cq_status cq__check_windows(const cq__checker *checker);
cq_status cq__check_assignments(const cq__checker *checker);
cq_status cq__check_results(const cq__checker *checker);

/* Records a broken rule at a node: "WHERE: LIKE(users.age, a TEXT value): both sides must be text". A column, where
 * given, is named behind the node and in the error. Returns CQ_RULE, or CQ_NO_MEMORY. */
cq_status cq__report(const cq__checker *checker, cq__rule rule, uint32_t node, const cq_column *column);

/* The same at a field of a row: "SELECT_ROW: field title, posts.title: …". */
cq_status cq__report_field(const cq__checker *checker, cq__rule rule, uint32_t node, const char *field);

/* The same about a relation that cannot be what it says: "JOIN: ALONG(users.posts): writer_id: …". `rule` is one of cquel/rules.h. */
cq_status cq__report_relation(const cq__checker *checker, uint32_t node, const char *rule, const char *name);

/* The same about a parameter of its text: "RAW_SQL(...): :limit: …". */
cq_status cq__report_parameter(const cq__checker *checker, cq__rule rule, uint32_t node, const char *name, size_t length);

/* What single nodes hold, for the parts that walk the program. */
cq_status cq__check_contents(const cq__checker *checker, uint32_t node);
/* Whether a node has a value for each row, and not one for the whole statement. */
bool cq__holds_column(const cq__tree *tree, uint32_t node);
cq_status cq__check_raw(const cq__checker *checker, uint32_t node);
/* Whether a ROW stands on a side of a comparison, and the check of one where it does. */
bool cq__compares_rows(const cq__tree *tree, uint32_t node);
cq_status cq__check_rows_compared(const cq__checker *checker, uint32_t node);
cq_status cq__check_function(const cq__checker *checker, uint32_t node);

/* Whether a node is COUNT, SUM … itself. */
bool cq__is_aggregate(uint16_t op);

/* The first aggregate of this query level at or below a node, or a label of one; CQ__NO_NODE when there is none. An
 * aggregate over a window is none, what stands in it may be. */
uint32_t cq__find_aggregate(const cq__checker *checker, uint32_t node);

/* The same for a window: the OVER node. */
uint32_t cq__find_window(const cq__checker *checker, uint32_t node);

/* Whether two expressions are written alike. Values count as alike: what they are is only known later. */
bool cq__same_expression(const cq__tree *tree, uint32_t a, uint32_t b);

/* What an ordering or a grouping is by: without ASC, DESC, NULLS_FIRST, a label's item without its AS. */
uint32_t cq__meant_by(const cq__tree *tree, uint32_t query, uint32_t node);

/* The head of a query: its SELECT…, INSERT_INTO, UPDATE, DELETE_FROM or RAW_SQL; CQ__NO_NODE when there is none. */
uint32_t cq__query_head(const cq__tree *tree, uint32_t query);

/* Whether a clause is the SELECT of a query. */
static inline bool cq__is_select(uint16_t op) { return op == CQ_OP_SELECT || op == CQ_OP_SELECT_ALL || op == CQ_OP_SELECT_ROW; }

/* A join with conditions. */
static inline bool cq__takes_condition(uint16_t op) { return cq__is_join(op) && op != CQ_OP_CROSS_JOIN; }

/* Whether a node is a clause of a query: the ORDER_BY inside OVER is none. */
static inline bool cq__is_clause(const cq__tree *tree, uint32_t node)
{
	return cq__operator_sort(tree->nodes[node].op) == CQ__SORT_CLAUSE && tree->parent[node] != CQ__NO_NODE &&
		cq__is_query(tree, tree->parent[node]);
}

/* The clause around a node, or the node itself when it is one; CQ__NO_NODE for what stands in none. */
static inline uint32_t cq__clause_at(const cq__tree *tree, uint32_t node)
{
	while (node != CQ__NO_NODE && !cq__is_clause(tree, node))
		node = tree->parent[node];
	return node;
}

/* Whether a statement inserts what a query selects: its SETs are the select list, over the tables of its FROM. */
static inline bool cq__is_insert_of_query(const cq__tree *tree, uint32_t query)
{
	const uint32_t insert = cq__query_clause(tree, query, CQ_OP_INSERT_INTO);
	if (insert == CQ__NO_NODE || cq__query_clause(tree, query, CQ_OP_FROM) == CQ__NO_NODE)
		return false;
	return tree->nodes[insert].count == 0 || tree->nodes[cq__operand(tree, insert, 0)].op != CQ_OP_ROWS;
}

static inline const cq_node *cq__node(const cq__checker *checker, uint32_t node) { return &checker->tree->nodes[node]; }

/* What ADD, MIN and the like say of one node. */
static inline const cq__typed *cq__typed_of(const cq__checker *checker, uint32_t node) { return &checker->typing->node[node]; }

/* One column that a query gives. */
typedef struct cq__given {
	uint32_t item;             /* the node that gives it; of a whole table the ALL or SELECT_ALL */
	const cq_column *column;   /* of a whole table, else NULL */
	cq__families families;     /* all of them for a bare NULL */
	cq_type type;
	uint8_t nullable;          /* CQ__NULLABLE_… */
	bool is_value;             /* a C value, which has no column's width */
} cq__given;

/* The columns of a select list one after the other, those of a whole table each for itself:
 *     cq__columns columns = cq__columns_of(checker, clause); while (cq__next_column(&columns, &given)) … */
typedef struct cq__columns {
	const cq__checker *checker;
	uint32_t clause;
	uint32_t operand;
	uint32_t column;
} cq__columns;

cq__columns cq__columns_of(const cq__checker *checker, uint32_t clause);
bool cq__next_column(cq__columns *columns, cq__given *out);
uint32_t cq__count_columns(const cq__checker *checker, uint32_t clause);

/* Whether a place of one type takes every value of another: same family, at least as wide. A const char * takes both
 * texts and JSON. */
bool cq__is_wide_enough(cq_type place, cq_type given);

/* Whether two row types are one, perhaps another unit's copy. */
bool cq__same_row(const cq_row_type *a, const cq_row_type *b);

/* Each select list whose rows a query gives: that of its own, then those of its UNION, INTERSECT …; after CQ__NO_NODE,
 * which begins, and the last one comes CQ__NO_NODE. *clause is where it stands: the list itself, or the UNION. */
uint32_t cq__next_list(const cq__tree *tree, uint32_t query, uint32_t *clause);

/* Whether a node can serve as that type. */
static inline bool cq__serves(const cq__checker *checker, uint32_t node, cq_type type)
{
	return (cq__node_families(checker->tree, checker->typing, node) & cq__type_families(type)) != 0;
}

static inline bool cq__is_number(const cq__checker *checker, uint32_t node)
{
	return cq__serves(checker, node, CQ_TYPE_BIGINT) || cq__serves(checker, node, CQ_TYPE_DECIMAL) || cq__serves(checker, node, CQ_TYPE_DOUBLE);
}

/* A whole number: of a C value, one whatever column it meets. */
static inline bool cq__is_whole(const cq__checker *checker, uint32_t node) { return cq__serves(checker, node, CQ_TYPE_BIGINT); }

static inline bool cq__is_text(const cq__checker *checker, uint32_t node) { return cq__serves(checker, node, CQ_TYPE_TEXT); }

/* The word NULL, with or without a type. */
static inline bool cq__is_null_word(const cq__checker *checker, uint32_t node) { return cq__node(checker, node)->op == CQ_OP_NULL; }

/* The word NULL without a type, which is of every type. */
static inline bool cq__is_bare_null(const cq__checker *checker, uint32_t node)
{
	return cq__is_null_word(checker, node) && cq__node(checker, node)->type == CQ_TYPE_NONE;
}

/* What a node can serve as; the bare NULL as everything. */
static inline cq__families cq__families_or_null(const cq__checker *checker, uint32_t node)
{
	return cq__is_bare_null(checker, node) ? CQ__FAMILIES_ALL : cq__node_families(checker->tree, checker->typing, node);
}

/* Every operand of a node that is there: CQ__EACH_OPERAND(tree, node, operand) { … } */
#define CQ__EACH_OPERAND(tree, node, operand)                                                                     \
	for (uint32_t operand##_index = 0, operand; operand##_index < (tree)->nodes[node].count; operand##_index++)   \
		if (operand = cq__operand(tree, node, operand##_index), !cq__absent(tree, operand))

#endif
