/* tests/conform/sqlalchemy_relationships/one_to_one.c: one to one: the other side's key is unique, and who is displaced loses it.
 */
#include "support/snippet.h"

/* page: one_to_one_models */
#define parents_COLUMNS(COLUMN)                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parents_RELATIONS(RELATION)                         \
	RELATION(child, HAS_ONE(Child, parent_id), BACK(parent))

#define children_COLUMNS(COLUMN)                            \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, NULLABLE(BIGINT), UNIQUE, REFERENCES(parents, id))
#define children_RELATIONS(RELATION)                        \
	RELATION(parent, BELONGS_TO(Parent, parent_id), BACK(child))

CQ_MODEL(Parent, parents)
CQ_MODEL(Child, children)
CQ_RELATIONS(parents, children)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parents), CQ_TABLE(children)

SNIPPET(one_to_one)
{
	Parent *parent;
	Child *first;
	CQ_TRY(cq_add_new(session, Parent, &parent));
	CQ_TRY(cq_add_new(session, Child, &first));
	CQ_TRY(cq_assign(session, parent, parents.child, first));
	CQ_TRY(cq_commit(session));
	SENT(2, 2, "BEGIN; INSERT parents 1; INSERT children 1; COMMIT");
	/* page: one_to_one */
	Child *second;
	CQ_TRY(cq_add_new(session, Child, &second));
	CQ_TRY(cq_assign(session, parent, parents.child, second)); /* the first one's parent_id becomes NULL */
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 2, "BEGIN; UPDATE children 1; INSERT children 1; COMMIT");
	assert_false(first->parent_id.present);
	assert_null(cq_related(first->parent));
	assert_int_equal(second->parent_id.value, parent->id);
	return CQ_OK;
}
