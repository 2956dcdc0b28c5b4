/* query/extend.h: where the clauses of a program stand.
 * It knows nothing of expressions. query/extend.c merges statements with it, and the session takes them apart with it.
 */
#ifndef CQUEL_QUERY_EXTEND_H
#define CQUEL_QUERY_EXTEND_H

#include <cquel/query.h>

/** One clause of a statement: its nodes, the last of which is the clause itself, and its values. */
typedef struct cq__piece {
	const cq_node *nodes;
	const cq_value *values;
	uint32_t node_count;
	uint32_t value_count;
} cq__piece;

/** How many clauses a program has that is closed by a STATEMENT; 0 too when it is no such program. */
uint32_t cq__count_pieces(const cq_statement *statement);

/** Finds the clauses of a program, cq__count_pieces of them, in order. CQ_OK, or CQ_MISUSE when it is not well formed. */
CQ_CHECKED cq_status cq__find_pieces(const cq_statement *statement, cq__piece *pieces);

#endif
