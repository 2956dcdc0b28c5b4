/* tests/conform/sqlalchemy_relationships/one_to_many.c: one to many: from the parent alone, and from both sides.
 */
#include "support/snippet.h"

/* page: one_to_many_models */
#define parent_COLUMNS(COLUMN)                              \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parent_RELATIONS(RELATION)                          \
	RELATION(children, HAS_MANY(Child, parent_id))

#define child_COLUMNS(COLUMN)                               \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(parent, id))

CQ_MODEL(Parent, parent)
CQ_MODEL(Child, child)
CQ_RELATIONS(parent)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parent), CQ_TABLE(child)

SNIPPET(one_to_many)
{
	/* page: one_to_many */
	Parent parent_of = CQ_NEW(Parent);
	Child first = CQ_NEW(Child), second = CQ_NEW(Child);
	CQ_TRY(cq_add(session, Parent, &parent_of));
	CQ_TRY(cq_append(session, &parent_of, parent.children, &first));
	CQ_TRY(cq_append(session, &parent_of, parent.children, &second));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 3, "BEGIN; INSERT parent 1; INSERT child 2; COMMIT");
	assert_int_equal(cq_count(parent_of.children), 2);
	assert_int_equal(second.parent_id.value, parent_of.id);
	return cq_expunge_all(session);
}
