/* session/flush.h: a flush: what was added, changed and deleted is written, in one go, in an order that the database takes.
 * It knows nothing of SQL. cq_flush, cq_commit, beginning a savepoint and statements that must see what is pending call it; docs/unit-of-work.md
 * tells how it works.
 */
#ifndef CQ__SESSION_FLUSH_H
#define CQ__SESSION_FLUSH_H

#include "session/session.h"

/* Writes what there is to write; sends nothing, and begins no transaction, when there is nothing. The caller has entered the session.
 * On failure, recorded in session->working, everything is as before the call: objects keep what is changed and not written, a
 * transaction that the flush itself began is rolled back, and in one that was open before what the flush wrote is undone: by a savepoint where
 * a failed statement leaves the transaction usable (SQLite), elsewhere (PostgreSQL) the transaction takes nothing more until
 * it is rolled back. */
CQ_CHECKED cq_status cq__flush(cq_session *session);

/* The flush in front of a call that is to see what is pending; none where the options say no_autoflush. A failure says that it is the flush's. */
CQ_CHECKED cq_status cq__autoflush(cq_session *session);

/* Whether a flush would write something, looking at every object; nothing is sent. cq_has_changes. */
bool cq__flush_wanted(const cq_session *session);

#endif
