/* tests/conform/sqlalchemy_relationships/association_object.c: an association with columns of its own is a model; and a way past it.
 */
#include "support/snippet.h"

/* page: association_object_models */
#define left_table_COLUMNS(COLUMN)                          \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define left_table_RELATIONS(RELATION)                      \
	RELATION(children, HAS_MANY(Association, left_id), BACK(parent))

#define right_table_COLUMNS(COLUMN)                         \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define right_table_RELATIONS(RELATION)                     \
	RELATION(parents, HAS_MANY(Association, right_id), BACK(child))

#define association_COLUMNS(COLUMN)                         \
	COLUMN(left_id,    BIGINT, PRIMARY_KEY, REFERENCES(left_table, id))  \
	COLUMN(right_id,   BIGINT, PRIMARY_KEY, REFERENCES(right_table, id)) \
	COLUMN(extra_data, NULLABLE(TEXT))
#define association_RELATIONS(RELATION)                     \
	RELATION(parent, BELONGS_TO(Parent, left_id), BACK(children)) \
	RELATION(child,  BELONGS_TO(Child, right_id), BACK(parents))

CQ_MODEL(Parent, left_table)
CQ_MODEL(Child, right_table)
CQ_MODEL(Association, association)
CQ_RELATIONS(left_table, right_table, association)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(left_table), CQ_TABLE(right_table), CQ_TABLE(association)

SNIPPET(association_object)
{
	/* page: association_object */
	Parent *p;
	Child *c;
	Association *a;
	CQ_TRY(cq_add_new(session, Parent, &p));
	CQ_TRY(cq_add_new(session, Child, &c));
	CQ_TRY(cq_add_new(session, Association, &a, .extra_data = "some data"));
	CQ_TRY(cq_assign(session, a, association.child, c));
	CQ_TRY(cq_append(session, p, left_table.children, a));

	CQ_EACH(Association, each, p->children)
		printf("%s: child %lld\n", each->extra_data, (long long)cq_related(each->child)->id);
	/* page ends */
	CQ_TRY(cq_commit(session));
	SENT(3, 3, "BEGIN; INSERT left_table 1; INSERT right_table 1; INSERT association 1; COMMIT");
	assert_int_equal(a->left_id, p->id);
	assert_int_equal(a->right_id, c->id);
	return CQ_OK;
}
