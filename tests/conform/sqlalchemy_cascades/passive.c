/* tests/conform/sqlalchemy_cascades/passive.c: what ON DELETE does is left to the database; or a key that may not be NULL forbids it.
 */
#include "support/snippet.h"

/* page: passive_deletes_models */
#define parent_COLUMNS(COLUMN)                              \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define parent_RELATIONS(RELATION)                          \
	RELATION(children, HAS_MANY(Child, parent_id), BACK(parent), CASCADE(ALL), PASSIVE_DELETES) \
	RELATION(desks,    HAS_MANY(Desk, parent_id))

#define child_COLUMNS(COLUMN)                               \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(parent, id), ON_DELETE(CASCADE))
#define child_RELATIONS(RELATION)                           \
	RELATION(parent, BELONGS_TO(Parent, parent_id), BACK(children))

#define desk_COLUMNS(COLUMN)                                \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(parent_id, BIGINT, REFERENCES(parent, id))

CQ_MODEL(Parent, parent)
CQ_MODEL(Child, child)
CQ_MODEL(Desk, desk)
CQ_RELATIONS(parent, child)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(parent), CQ_TABLE(child), CQ_TABLE(desk)

static cq_status family(cq_session *session, Parent **out)
{
	Child *each;
	CQ_TRY(cq_add_new(session, Parent, out));
	for (int i = 0; i < 3; i++) {
		CQ_TRY(cq_add_new(session, Child, &each));
		CQ_TRY(cq_append(session, *out, parent.children, each));
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
	SENT(1, 1, "BEGIN; DELETE parent 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM child"), 0);
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
	SENT(1, 2, "BEGIN; DELETE parent 1; COMMIT");
	assert_true(cq_is_expired(session, first));
	return CQ_OK;
}

SNIPPET(not_null_prevents)
{
	Parent *my_parent;
	Desk *desk_of;
	CQ_TRY(cq_add_new(session, Parent, &my_parent));
	CQ_TRY(cq_add_new(session, Desk, &desk_of));
	CQ_TRY(cq_append(session, my_parent, parent.desks, desk_of));
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: not_null_prevents */
	CQ_TRY(cq_delete(session, my_parent)); /* it has desks, and their parent_id is NOT NULL */
	const cq_status status = cq_flush(session);
	if (status != CQ_OK)
		CQ_TRY(cq_rollback(session));
	/* page ends */
	assert_int_equal(status, CQ_MISUSE);
	assert_non_null(strstr(cq_session_error(session)->message, "desk.parent_id may not be NULL"));
	assert_int_equal(cq_state_of(session, my_parent), CQ_PERSISTENT);
	return CQ_OK;
}
