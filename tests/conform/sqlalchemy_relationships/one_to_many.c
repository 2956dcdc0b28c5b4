/* tests/conform/sqlalchemy_relationships/one_to_many.c: one to many: from the parent alone, and from both sides.
 */
#include "support/snippet.h"

/* page: one_to_many_models */
#define parents_COLUMNS(COLUMN)                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parents_RELATIONS(RELATION)                         \
	RELATION(children, HAS_MANY(Child, parent_id))

#define children_COLUMNS(COLUMN)                            \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(parents, id))

CQ_MODEL(Parent, parents)
CQ_MODEL(Child, children)
CQ_RELATIONS(parents)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parents), CQ_TABLE(children)

SNIPPET(one_to_many)
{
	/* page: one_to_many */
	Parent parent = CQ_NEW(Parent);
	Child first = CQ_NEW(Child), second = CQ_NEW(Child);
	CQ_TRY(cq_add(session, Parent, &parent));
	CQ_TRY(cq_append(session, &parent, parents.children, &first));
	CQ_TRY(cq_append(session, &parent, parents.children, &second));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 3, "BEGIN; INSERT parents 1; INSERT children 2; COMMIT");
	assert_int_equal(cq_count(parent.children), 2);
	assert_int_equal(second.parent_id.value, parent.id);
	return cq_expunge_all(session);
}
