/* tests/conform/sqlalchemy_relationships/one_to_many_both_ways.c: one to many from both sides, kept in step.
 */
#include "support/snippet.h"

/* page: one_to_many_both_ways_models */
#define parent_COLUMNS(COLUMN)                              \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parent_RELATIONS(RELATION)                          \
	RELATION(children, HAS_MANY(Child, parent_id), BACK(parent))

#define child_COLUMNS(COLUMN)                               \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, BIGINT, REFERENCES(parent, id))
#define child_RELATIONS(RELATION)                           \
	RELATION(parent, BELONGS_TO(Parent, parent_id), BACK(children))

CQ_MODEL(Parent, parent)
CQ_MODEL(Child, child)
CQ_RELATIONS(parent, child)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parent), CQ_TABLE(child)

SNIPPET(one_to_many_both_ways)
{
	/* page: one_to_many_both_ways */
	Parent *mother, *father;
	Child *child_of;
	CQ_TRY(cq_add_new(session, Parent, &mother));
	CQ_TRY(cq_add_new(session, Parent, &father));
	CQ_TRY(cq_add_new(session, Child, &child_of));
	CQ_TRY(cq_append(session, mother, parent.children, child_of));
	assert(cq_related(child_of->parent) == mother);
	CQ_TRY(cq_assign(session, child_of, child.parent, father));
	assert(cq_count(mother->children) == 0 && cq_count(father->children) == 1);
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 3, "BEGIN; INSERT parent 2; INSERT child 1; COMMIT");
	assert_int_equal(child_of->parent_id, father->id);
	return CQ_OK;
}
