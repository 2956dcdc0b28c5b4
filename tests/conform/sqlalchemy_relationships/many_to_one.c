/* tests/conform/sqlalchemy_relationships/many_to_one.c: many to one, from one side and from both; it may be none.
 */
#include "support/snippet.h"

/* page: many_to_one_models */
#define parents_COLUMNS(COLUMN)                             \
	COLUMN(id,       BIGINT, PRIMARY_KEY)                   \
	COLUMN(child_id, NULLABLE(BIGINT), REFERENCES(children, id))
#define parents_RELATIONS(RELATION)                         \
	RELATION(child, BELONGS_TO(Child, child_id), BACK(parents))

#define children_COLUMNS(COLUMN)                            \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define children_RELATIONS(RELATION)                        \
	RELATION(parents, HAS_MANY(Parent, child_id), BACK(child))

CQ_MODEL(Parent, parents)
CQ_MODEL(Child, children)
CQ_RELATIONS(parents, children)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parents), CQ_TABLE(children)

SNIPPET(many_to_one)
{
	/* page: many_to_one */
	Parent *first, *second;
	Child *only;
	CQ_TRY(cq_add_new(session, Parent, &first));
	CQ_TRY(cq_add_new(session, Parent, &second));
	CQ_TRY(cq_add_new(session, Child, &only));
	CQ_TRY(cq_assign(session, first, parents.child, only));
	CQ_TRY(cq_assign(session, second, parents.child, only));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 3, "BEGIN; INSERT children 1; INSERT parents 2; COMMIT");
	assert_int_equal(cq_count(only->parents), 2);
	assert_int_equal(second->child_id.value, only->id);
	/* page: many_to_one_nullable */
	CQ_TRY(cq_assign(session, first, parents.child, NULL));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(1, 1, "BEGIN; UPDATE parents 1; COMMIT");
	assert_false(first->child_id.present);
	assert_int_equal(cq_count(only->parents), 1);
	return CQ_OK;
}
