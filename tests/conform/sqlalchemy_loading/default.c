/* tests/conform/sqlalchemy_loading/default.c: how a relation is loaded, said in the model; and statements that say otherwise.
 */
#include "support/snippet.h"

/* page: strategy_in_the_model_models */
#define parents_COLUMNS(COLUMN)                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parents_RELATIONS(RELATION)                         \
	RELATION(children, HAS_MANY(Child, parent_id), LOADED(SELECTIN))

#define children_COLUMNS(COLUMN)                            \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, BIGINT, REFERENCES(parents, id))

CQ_MODEL(Parent, parents)
CQ_MODEL(Child, children)
CQ_RELATIONS(parents)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parents), CQ_TABLE(children)

static cq_status two_families(cq_session *session)
{
	Parent *each;
	Child *one;
	for (int i = 0; i < 4; i++) {
		if (i % 2 == 0)
			CQ_TRY(cq_add_new(session, Parent, &each));
		CQ_TRY(cq_add_new(session, Child, &one));
		CQ_TRY(cq_append(session, each, parents.children, one));
	}
	CQ_TRY(cq_commit(session));
	CQ_TRY(cq_expunge_all(session));
	FORGET();
	return CQ_OK;
}

SNIPPET(strategy_in_the_model)
{
	CQ_TRY(two_families(session));
	/* page: strategy_in_the_model */
	cq_objects(Parent) found;
	CQ_TRY(cq_all(session, Parent, &found, SQL(SELECT_ALL(parents), FROM(parents))));
	/* page ends */
	SENT(2, 2, "SELECT parents; SELECT children");
	assert_int_equal(cq_count(found.items[1]->children), 2);
	cq_free(&found);
	return CQ_OK;
}

SNIPPET(lazyload_wildcard)
{
	CQ_TRY(two_families(session));
	/* page: lazyload_wildcard */
	cq_objects(Parent) found;
	CQ_TRY(cq_all(session, Parent, &found, SQL(SELECT_ALL(parents), FROM(parents), OPTIONS(UNLOADED(parents.children)))));
	assert(!cq_is_loaded(found.items[0]->children));
	/* page ends */
	SENT(1, 1, "SELECT parents");
	cq_free(&found);
	return CQ_OK;
}
