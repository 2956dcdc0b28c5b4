/* session/rewrite.h: a statement's program written anew, with something added, replaced or left out on the way.
 * It knows nothing of what is added. query.c does it for loading and for what a statement changes, soft_delete.c for rows that are deleted softly.
 */
#ifndef CQ__SESSION_REWRITE_H
#define CQ__SESSION_REWRITE_H

#include "session/session.h"

#include <cquel/query.h>

/* The old program is gone through once, from its first node to its last; what is new is pushed in between with the functions of
 * cquel/query.h, onto `to`:
 *
 *     cq__rewrite r;
 *     cq__rewrite_begin(&r, statement);
 *     cq__rewrite_copy(&r, join);             all nodes before `join`, with their values
 *     cq_push_column(&r.to, deleted_at);
 *     cq_push(&r.to, CQ_OP_IS_NULL, 1);
 *     cq_node node = r.nodes[join];
 *     node.count++;
 *     cq__rewrite_node(&r, &node);            in place of `join`
 *     CQ_TRY(cq__rewrite_end(&r, statement));  the rest as it is */
typedef struct cq__rewrite {
	const cq_node *nodes;    /* of the old program */
	const cq_value *values;
	uint32_t node_count;
	uint32_t at;             /* the next old node */
	uint32_t value_at;       /* the next old value */
	cq_statement to;
} cq__rewrite;

void cq__rewrite_begin(cq__rewrite *rewrite, const cq_statement *statement);

/* Takes over (or leaves out) the old nodes before `until`, which is not before those that were taken over already. */
void cq__rewrite_copy(cq__rewrite *rewrite, uint32_t until);
void cq__rewrite_skip(cq__rewrite *rewrite, uint32_t until);

/* Writes a node in place of the next old one, which is no VALUE. */
void cq__rewrite_node(cq__rewrite *rewrite, const cq_node *node);

/* Takes over the rest and puts the new program into the statement, which keeps its place in the source. On failure (CQ_NO_MEMORY, what the
 * pushes found wrong) the statement is as it was. */
CQ_CHECKED cq_status cq__rewrite_end(cq__rewrite *rewrite, cq_statement *statement);

#endif
