/* tests/conform/sqlalchemy_relationships/graph.c: many to many from a model to itself.
 */
#include "support/snippet.h"

/* page: self_referential_many_to_many_models */
#define node_COLUMNS(COLUMN)                                \
	COLUMN(id,    BIGINT, PRIMARY_KEY)                      \
	COLUMN(label, TEXT)
#define node_RELATIONS(RELATION)                            \
	RELATION(right_nodes, MANY_TO_MANY(Node, node_to_node, left_node_id, right_node_id), BACK(left_nodes)) \
	RELATION(left_nodes,  MANY_TO_MANY(Node, node_to_node, right_node_id, left_node_id), BACK(right_nodes))

#define node_to_node_COLUMNS(COLUMN)                        \
	COLUMN(left_node_id,  BIGINT, PRIMARY_KEY, REFERENCES(node, id)) \
	COLUMN(right_node_id, BIGINT, PRIMARY_KEY, REFERENCES(node, id))

CQ_MODEL(Node, node)
CQ_ASSOCIATION(node_to_node)
CQ_RELATIONS(node)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(node), CQ_TABLE(node_to_node)

SNIPPET(self_referential_many_to_many)
{
	/* page: self_referential_many_to_many */
	Node *left, *right;
	CQ_TRY(cq_add_new(session, Node, &left, .label = "left"));
	CQ_TRY(cq_add_new(session, Node, &right, .label = "right"));
	CQ_TRY(cq_append(session, left, node.right_nodes, right));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 3, "BEGIN; INSERT node 2; INSERT node_to_node 1; COMMIT");
	assert_ptr_equal(cq_items(right->left_nodes)[0], left);
	CQ_TRY(cq_expire_all(session));
	CQ_TRY(cq_load(session, left, node.right_nodes));
	assert_int_equal(cq_count(left->right_nodes), 1);
	return CQ_OK;
}
