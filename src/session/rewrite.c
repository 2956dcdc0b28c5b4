/* session/rewrite.c: a statement's program written anew, with something added, replaced or left out on the way.
 * It knows nothing of what is added. query.c and soft_delete.c call it.
 */
#include "session/rewrite.h"

#include "query/statement.h"

void cq__rewrite_begin(cq__rewrite *rewrite, const cq_statement *statement)
{
	rewrite->nodes = cq_statement_nodes(statement);
	rewrite->values = cq_statement_values(statement);
	rewrite->node_count = statement->node_count;
	rewrite->at = 0;
	rewrite->value_at = 0;
	cq_statement_init(&rewrite->to, statement->site);
	rewrite->to.failure = statement->failure;
}

void cq__rewrite_copy(cq__rewrite *rewrite, uint32_t until)
{
	if (rewrite->at >= until)
		return;
	const cq_value *const values = rewrite->values + rewrite->value_at;
	rewrite->value_at += cq__push_copies(&rewrite->to, rewrite->nodes + rewrite->at, until - rewrite->at, values);
	rewrite->at = until;
}

void cq__rewrite_skip(cq__rewrite *rewrite, uint32_t until)
{
	for (; rewrite->at < until; rewrite->at++)
		rewrite->value_at += rewrite->nodes[rewrite->at].op == CQ_OP_VALUE;
}

void cq__rewrite_node(cq__rewrite *rewrite, const cq_node *node)
{
	(void)cq__push_copies(&rewrite->to, node, 1, NULL);
	rewrite->at++;
}

cq_status cq__rewrite_end(cq__rewrite *rewrite, cq_statement *statement)
{
	cq__rewrite_copy(rewrite, rewrite->node_count);
	const cq_status status = (cq_status)rewrite->to.failure;
	if (status != CQ_OK) {
		cq_statement_release(&rewrite->to);
		return status;
	}
	cq_statement_release(statement);
	*statement = rewrite->to;
	return CQ_OK;
}
