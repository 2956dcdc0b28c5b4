/* tests/conform/sqlalchemy_cascades/passive.c: what ON DELETE does is left to the database; or a key that may not be NULL forbids it.
 */
#include "support/snippet.h"

/* page: passive_deletes_models */
#define parents_COLUMNS(COLUMN)                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parents_RELATIONS(RELATION)                         \
	RELATION(children, HAS_MANY(Child, parent_id), BACK(parent), CASCADE(ALL), PASSIVE_DELETES) \
	RELATION(desks,    HAS_MANY(Desk, parent_id))

#define children_COLUMNS(COLUMN)                            \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(parents, id), ON_DELETE(CASCADE))
#define children_RELATIONS(RELATION)                        \
	RELATION(parent, BELONGS_TO(Parent, parent_id), BACK(children))

#define desks_COLUMNS(COLUMN)                               \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, BIGINT, REFERENCES(parents, id))

CQ_MODEL(Parent, parents)
CQ_MODEL(Child, children)
CQ_MODEL(Desk, desks)
CQ_RELATIONS(parents, children)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parents), CQ_TABLE(children), CQ_TABLE(desks)

static cq_status family(cq_session *session, Parent **out)
{
	Child *each;
	CQ_TRY(cq_add_new(session, Parent, out));
	for (int i = 0; i < 3; i++) {
		CQ_TRY(cq_add_new(session, Child, &each));
		CQ_TRY(cq_append(session, *out, parents.children, each));
	}
	return cq_commit(session);
}

SNIPPET(passive_deletes_unloaded)
{
	Parent *my_parent;
	CQ_TRY(family(session, &my_parent));
	CQ_TRY(cq_expunge_all(session));
	CQ_TRY(cq_get(session, Parent, &my_parent, 1));
	FORGET();
	/* page: passive_deletes_unloaded */
	CQ_TRY(cq_delete(session, my_parent)); /* its children are not loaded */
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(1, 1, "BEGIN; DELETE parents 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM children"), 0);
	return CQ_OK;
}

SNIPPET(passive_deletes_loaded)
{
	Parent *my_parent;
	CQ_TRY(family(session, &my_parent));
	Child *const first = cq_items(my_parent->children)[0];
	FORGET();
	/* page: passive_deletes_loaded */
	CQ_TRY(cq_delete(session, my_parent)); /* its children are loaded: their objects are expired */
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(1, 2, "BEGIN; DELETE parents 1; COMMIT");
	assert_true(cq_is_expired(session, first));
	return CQ_OK;
}

SNIPPET(not_null_prevents)
{
	Parent *my_parent;
	Desk *desk;
	CQ_TRY(cq_add_new(session, Parent, &my_parent));
	CQ_TRY(cq_add_new(session, Desk, &desk));
	CQ_TRY(cq_append(session, my_parent, parents.desks, desk));
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: not_null_prevents */
	CQ_TRY(cq_delete(session, my_parent)); /* it has desks, and their parent_id is NOT NULL */
	const cq_status status = cq_flush(session);
	if (status != CQ_OK)
		CQ_TRY(cq_rollback(session));
	/* page ends */
	assert_int_equal(status, CQ_MISUSE);
	assert_non_null(strstr(cq_session_error(session)->message, "desks.parent_id may not be NULL"));
	assert_int_equal(cq_state_of(session, my_parent), CQ_PERSISTENT);
	return CQ_OK;
}
