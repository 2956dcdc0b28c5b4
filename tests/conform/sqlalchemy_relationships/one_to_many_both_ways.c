/* tests/conform/sqlalchemy_relationships/one_to_many_both_ways.c: one to many from both sides, kept in step.
 */
#include "support/snippet.h"

/* page: one_to_many_both_ways_models */
#define parents_COLUMNS(COLUMN)                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parents_RELATIONS(RELATION)                         \
	RELATION(children, HAS_MANY(Child, parent_id), BACK(parent))

#define children_COLUMNS(COLUMN)                            \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, BIGINT, REFERENCES(parents, id))
#define children_RELATIONS(RELATION)                        \
	RELATION(parent, BELONGS_TO(Parent, parent_id), BACK(children))

CQ_MODEL(Parent, parents)
CQ_MODEL(Child, children)
CQ_RELATIONS(parents, children)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parents), CQ_TABLE(children)

SNIPPET(one_to_many_both_ways)
{
	/* page: one_to_many_both_ways */
	Parent *mother, *father;
	Child *child;
	CQ_TRY(cq_add_new(session, Parent, &mother));
	CQ_TRY(cq_add_new(session, Parent, &father));
	CQ_TRY(cq_add_new(session, Child, &child));
	CQ_TRY(cq_append(session, mother, parents.children, child));
	assert(cq_related(child->parent) == mother);
	CQ_TRY(cq_assign(session, child, children.parent, father));
	assert(cq_count(mother->children) == 0 && cq_count(father->children) == 1);
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 3, "BEGIN; INSERT parents 2; INSERT children 1; COMMIT");
	assert_int_equal(child->parent_id, father->id);
	return CQ_OK;
}
