/* tests/conform/sqlalchemy_loading/default.c: how a relation is loaded, said in the model; and statements that say otherwise.
 */
#include "support/snippet.h"

/* page: strategy_in_the_model_models */
#define parent_COLUMNS(COLUMN)                              \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parent_RELATIONS(RELATION)                          \
	RELATION(children, HAS_MANY(Child, parent_id), LOADED(SELECTIN))

#define child_COLUMNS(COLUMN)                               \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, BIGINT, REFERENCES(parent, id))

CQ_MODEL(Parent, parent)
CQ_MODEL(Child, child)
CQ_RELATIONS(parent)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parent), CQ_TABLE(child)

static cq_status two_families(cq_session *session)
{
	Parent *each;
	Child *one;
	for (int i = 0; i < 4; i++) {
		if (i % 2 == 0)
			CQ_TRY(cq_add_new(session, Parent, &each));
		CQ_TRY(cq_add_new(session, Child, &one));
		CQ_TRY(cq_append(session, each, parent.children, one));
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
	cq_objects(Parent) parents;
	CQ_TRY(cq_all(session, Parent, &parents, SQL(SELECT_ALL(parent), FROM(parent))));
	/* page ends */
	SENT(2, 2, "SELECT parent; SELECT child");
	assert_int_equal(cq_count(parents.items[1]->children), 2);
	cq_free(&parents);
	return CQ_OK;
}

SNIPPET(lazyload_wildcard)
{
	CQ_TRY(two_families(session));
	/* page: lazyload_wildcard */
	cq_objects(Parent) parents;
	CQ_TRY(cq_all(session, Parent, &parents, SQL(SELECT_ALL(parent), FROM(parent), OPTIONS(UNLOADED(parent.children)))));
	assert(!cq_is_loaded(parents.items[0]->children));
	/* page ends */
	SENT(1, 1, "SELECT parent");
	cq_free(&parents);
	return CQ_OK;
}
