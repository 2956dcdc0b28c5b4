/* query/typing_parts.h: what the parts of the typing pass share.
 * It knows nothing of rules, and only src/query/typing*.c, columns.c and meaning.c include it.
 */
#ifndef CQUEL_QUERY_TYPING_PARTS_H
#define CQUEL_QUERY_TYPING_PARTS_H

#include "query/typing.h"

typedef struct cq__typing_pass {
	const cq__tree *tree;
	cq__typed *node;
} cq__typing_pass;

static inline const cq__typed *cq__typed_operand(const cq__typing_pass *p, uint32_t node, uint32_t i)
{
	return &p->node[cq__operand(p->tree, node, i)];
}

/** The union of what makes operands NULL, and whether one holds an aggregate or a window. */
cq__typed cq__typed_of_any(const cq__typing_pass *p, uint32_t node, cq_type type);

/** What is one of two values: `a`, as wide as both and NULL when either can be. */
cq__typed cq__typed_either(const cq__typed *a, cq__typed b);

/** What a branch of CASE gives: the value of a CASE_WHEN or ELSE; any other node itself. */
uint32_t cq__branch_value(const cq__tree *tree, uint32_t node);

/** Among a node's operands from the `from`-th on, all but the node `except`: the first that is not a bare value and has a
 *  type, else the first value that has one, else CQ__NO_NODE. Branches of CASE count as their values. */
uint32_t cq__speaking_operand(const cq__tree *tree, const cq__typed *typed, uint32_t node, uint32_t from, uint32_t except);

/** cq__query_column while the pass is under way. */
cq__typed cq__column_of_query(const cq__tree *tree, const cq__typed *node, uint32_t query, uint32_t i);

/* Numbers and choices: typing_number.c. */
cq__typed cq__typed_arithmetic(const cq__typing_pass *p, uint32_t node);
cq__typed cq__typed_coalesce(const cq__typing_pass *p, uint32_t node);
cq__typed cq__typed_case(const cq__typing_pass *p, uint32_t node);
cq__typed cq__typed_sum(const cq__typing_pass *p, uint32_t node);

/* Functions, aggregates and windows: typing_function.c. False when the node is none of them. */
bool cq__typed_function(const cq__typing_pass *p, uint32_t node, cq__typed *result);
bool cq__typed_window(const cq__typing_pass *p, uint32_t node, cq__typed *result);

#endif
