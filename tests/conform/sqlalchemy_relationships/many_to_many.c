/* tests/conform/sqlalchemy_relationships/many_to_many.c: many to many through an association table, and what deletes its rows.
 */
#include "support/snippet.h"

/* page: many_to_many_models */
#define left_table_COLUMNS(COLUMN)                          \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define left_table_RELATIONS(RELATION)                      \
	RELATION(children, MANY_TO_MANY(Child, association, left_id, right_id), BACK(parents))

#define right_table_COLUMNS(COLUMN)                         \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define right_table_RELATIONS(RELATION)                     \
	RELATION(parents, MANY_TO_MANY(Parent, association, right_id, left_id), BACK(children))

#define association_COLUMNS(COLUMN)                         \
	COLUMN(left_id,  BIGINT, PRIMARY_KEY, REFERENCES(left_table, id)) \
	COLUMN(right_id, BIGINT, PRIMARY_KEY, REFERENCES(right_table, id))

CQ_MODEL(Parent, left_table)
CQ_MODEL(Child, right_table)
CQ_ASSOCIATION(association)
CQ_RELATIONS(left_table, right_table)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(left_table), CQ_TABLE(right_table), CQ_TABLE(association)

SNIPPET(many_to_many)
{
	/* page: many_to_many */
	Parent *first, *second;
	Child *shared;
	CQ_TRY(cq_add_new(session, Parent, &first));
	CQ_TRY(cq_add_new(session, Parent, &second));
	CQ_TRY(cq_add_new(session, Child, &shared));
	CQ_TRY(cq_append(session, first, left_table.children, shared));
	CQ_TRY(cq_append(session, shared, right_table.parents, second));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT_EITHER(3, 4, "BEGIN; INSERT left_table 2; INSERT right_table 1; INSERT association 2; COMMIT",
		"BEGIN; INSERT left_table 2; INSERT right_table 1; INSERT association 2; COMMIT");
	assert_ptr_equal(cq_items(second->children)[0], shared);
	assert_int_equal(cq_count(shared->parents), 2);
	/* page: many_to_many_remove */
	CQ_TRY(cq_remove(session, first, left_table.children, shared));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(1, 1, "BEGIN; DELETE association 1; COMMIT");
	/* page: many_to_many_delete */
	CQ_TRY(cq_delete(session, shared));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 2, "BEGIN; DELETE association 1; DELETE right_table 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM left_table"), 2);
	return CQ_OK;
}
