/* tests/conform/sqlalchemy_cascades/many_to_many.c: deleting along many to many, by the session and by ON DELETE.
 */
#include "support/snippet.h"

/* page: delete_many_to_many_models */
#define left_table_COLUMNS(COLUMN)                          \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define left_table_RELATIONS(RELATION)                      \
	RELATION(children, MANY_TO_MANY(Child, association, left_id, right_id), BACK(parents), CASCADE(ALL))

#define right_table_COLUMNS(COLUMN)                         \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define right_table_RELATIONS(RELATION)                     \
	RELATION(parents, MANY_TO_MANY(Parent, association, right_id, left_id), BACK(children), PASSIVE_DELETES)

#define association_COLUMNS(COLUMN)                         \
	COLUMN(left_id,  BIGINT, PRIMARY_KEY, REFERENCES(left_table, id), ON_DELETE(CASCADE)) \
	COLUMN(right_id, BIGINT, PRIMARY_KEY, REFERENCES(right_table, id), ON_DELETE(CASCADE))

CQ_MODEL(Parent, left_table)
CQ_MODEL(Child, right_table)
CQ_ASSOCIATION(association)
CQ_RELATIONS(left_table, right_table)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(left_table), CQ_TABLE(right_table), CQ_TABLE(association)

SNIPPET(delete_many_to_many)
{
	Parent *mine, *other;
	Child *each;
	CQ_TRY(cq_add_new(session, Parent, &mine));
	CQ_TRY(cq_add_new(session, Parent, &other));
	for (int i = 0; i < 2; i++) {
		CQ_TRY(cq_add_new(session, Child, &each));
		CQ_TRY(cq_append(session, mine, left_table.children, each));
		CQ_TRY(cq_append(session, other, left_table.children, each));
	}
	CQ_TRY(cq_commit(session));
	CQ_TRY(cq_expunge_all(session));
	FORGET();
	/* page: delete_many_to_many */
	Parent *my_parent;
	CQ_TRY(cq_get(session, Parent, &my_parent, 1));
	CQ_TRY(cq_delete(session, my_parent));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(5, 5, "SELECT left_table; SELECT association; BEGIN; DELETE association 2; DELETE right_table 2; DELETE left_table 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM association"), 0);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM left_table"), 1);
	return CQ_OK;
}
