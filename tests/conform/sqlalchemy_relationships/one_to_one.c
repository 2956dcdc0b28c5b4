/* tests/conform/sqlalchemy_relationships/one_to_one.c: one to one: the other side's key is unique, and who is displaced loses it.
 */
#include "support/snippet.h"

/* page: one_to_one_models */
#define parent_COLUMNS(COLUMN)                              \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parent_RELATIONS(RELATION)                          \
	RELATION(child, HAS_ONE(Child, parent_id), BACK(parent))

#define child_COLUMNS(COLUMN)                               \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, NULLABLE(BIGINT), UNIQUE, REFERENCES(parent, id))
#define child_RELATIONS(RELATION)                           \
	RELATION(parent, BELONGS_TO(Parent, parent_id), BACK(child))

CQ_MODEL(Parent, parent)
CQ_MODEL(Child, child)
CQ_RELATIONS(parent, child)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parent), CQ_TABLE(child)

SNIPPET(one_to_one)
{
	Parent *parent_of;
	Child *first;
	CQ_TRY(cq_add_new(session, Parent, &parent_of));
	CQ_TRY(cq_add_new(session, Child, &first));
	CQ_TRY(cq_assign(session, parent_of, parent.child, first));
	CQ_TRY(cq_commit(session));
	SENT(2, 2, "BEGIN; INSERT parent 1; INSERT child 1; COMMIT");
	/* page: one_to_one */
	Child *second;
	CQ_TRY(cq_add_new(session, Child, &second));
	CQ_TRY(cq_assign(session, parent_of, parent.child, second)); /* the first one's parent_id becomes NULL */
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 2, "BEGIN; UPDATE child 1; INSERT child 1; COMMIT");
	assert_false(first->parent_id.present);
	assert_null(cq_related(first->parent));
	assert_int_equal(second->parent_id.value, parent_of->id);
	return CQ_OK;
}
