/* tests/conform/sqlalchemy_relationships/association_and_many_to_many.c: the same rows as objects, and as what binds two others.
 */
#include "support/snippet.h"

/* page: association_and_many_to_many_models */
#define left_table_COLUMNS(COLUMN)                          \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define left_table_RELATIONS(RELATION)                      \
	RELATION(children, MANY_TO_MANY(Child, association, left_id, right_id)) \
	RELATION(child_associations, HAS_MANY(Association, left_id), BACK(parent))

#define right_table_COLUMNS(COLUMN)                         \
	COLUMN(id, BIGINT, PRIMARY_KEY)

#define association_COLUMNS(COLUMN)                         \
	COLUMN(left_id,    BIGINT, PRIMARY_KEY, REFERENCES(left_table, id))  \
	COLUMN(right_id,   BIGINT, PRIMARY_KEY, REFERENCES(right_table, id)) \
	COLUMN(extra_data, NULLABLE(TEXT))
#define association_RELATIONS(RELATION)                     \
	RELATION(parent, BELONGS_TO(Parent, left_id), BACK(child_associations)) \
	RELATION(child,  BELONGS_TO(Child, right_id))

CQ_MODEL(Parent, left_table)
CQ_MODEL(Child, right_table)
CQ_MODEL(Association, association)
CQ_RELATIONS(left_table, association)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(left_table), CQ_TABLE(right_table), CQ_TABLE(association)

SNIPPET(association_and_many_to_many)
{
	/* page: association_and_many_to_many */
	Parent *p1;
	Child *c1;
	CQ_TRY(cq_add_new(session, Parent, &p1));
	CQ_TRY(cq_add_new(session, Child, &c1));
	CQ_TRY(cq_append(session, p1, left_table.children, c1));
	CQ_TRY(cq_commit(session));
	CQ_TRY(cq_load(session, p1, left_table.child_associations)); /* each of the two is as it was read */
	/* page ends */
	SENT(4, 4, "BEGIN; INSERT left_table 1; INSERT right_table 1; INSERT association 1; COMMIT; SELECT association");
	assert_int_equal(cq_count(p1->child_associations), 1);
	assert_int_equal(cq_items(p1->child_associations)[0]->right_id, c1->id);
	return CQ_OK;
}
