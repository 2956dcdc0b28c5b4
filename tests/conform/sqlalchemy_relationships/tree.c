/* tests/conform/sqlalchemy_relationships/tree.c: a table that refers to itself: a tree.
 */
#include "support/snippet.h"

/* page: adjacency_list_models */
#define node_COLUMNS(COLUMN)                                \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(node, id)) \
	COLUMN(data,      VARCHAR(50))
#define node_RELATIONS(RELATION)                            \
	RELATION(children, HAS_MANY(Node, parent_id), BACK(parent), ORDERED_BY(id)) \
	RELATION(parent,   BELONGS_TO(Node, parent_id), BACK(children))

CQ_MODEL(Node, node)
CQ_RELATIONS(node)
CQ_ALIAS(node, upper)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(node)

static cq_status grow(cq_session *session, Node *parent, const char *data, Node **out)
{
	CQ_TRY(cq_add_new(session, Node, out, .data = data));
	return parent == NULL ? CQ_OK : cq_append(session, parent, node.children, *out);
}

static cq_status plant(cq_session *session)
{
	/* page: adjacency_list */
	Node *root, *child1, *child2, *child3, *subchild1, *subchild2;
	CQ_TRY(grow(session, NULL, "root", &root)); /* cq_add_new, and cq_append(session, parent, node.children, child) */
	CQ_TRY(grow(session, root, "child1", &child1));
	CQ_TRY(grow(session, root, "child2", &child2));
	CQ_TRY(grow(session, child2, "subchild1", &subchild1));
	CQ_TRY(grow(session, child2, "subchild2", &subchild2));
	CQ_TRY(grow(session, root, "child3", &child3));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(3, 6, "BEGIN; INSERT node 1; INSERT node 3; INSERT node 2; COMMIT");
	assert_int_equal(subchild2->parent_id.value, child2->id);
	CQ_TRY(cq_expunge_all(session));
	return CQ_OK;
}

SNIPPET(adjacency_list)
{
	CQ_TRY(plant(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM node AS n JOIN node AS p ON p.id = n.parent_id WHERE p.data = 'root'"), 3);
	return CQ_OK;
}

SNIPPET(self_referential_query)
{
	CQ_TRY(plant(session));
	/* page: self_referential_query */
	cq_objects(Node) named, found;
	CQ_TRY(cq_all(session, Node, &named, SQL(SELECT_ALL(node), FROM(node), WHERE(EQ(node.data, "child2")))));
	CQ_TRY(cq_all(session, Node, &found, SQL(
		SELECT_ALL(node), FROM(node),
		JOIN(upper, ALONG(node.parent, upper)),
		WHERE(EQ(node.data, "subchild1"), EQ(upper.data, "child2")))));
	/* page ends */
	SENT(2, 2, "SELECT node; SELECT node");
	assert_int_equal(named.count, 1);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.items[0]->parent_id.value, named.items[0]->id);
	cq_free(&named);
	cq_free(&found);
	return CQ_OK;
}

SNIPPET(self_referential_eager_loading)
{
	CQ_TRY(plant(session));
	/* page: self_referential_eager_loading */
	cq_objects(Node) roots;
	CQ_TRY(cq_all(session, Node, &roots, SQL(
		SELECT_ALL(node), FROM(node), WHERE(IS_NULL(node.parent_id)),
		OPTIONS(JOINED(node.children), JOINED(node.children, node.children)))));
	/* page ends */
	SENT(1, 1, "SELECT node");
	assert_int_equal(roots.count, 1);
	assert_int_equal(cq_count(roots.items[0]->children), 3);
	assert_int_equal(cq_count(cq_items(roots.items[0]->children)[1]->children), 2);
	cq_free(&roots);
	return CQ_OK;
}
