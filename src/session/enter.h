/* session/enter.h: who may enter a session, how a call ends, and how the transaction of the database begins beneath it.
 * It knows nothing of objects. Every public function of src/session enters and leaves by it.
 *
 * Where a call stands in the program: the macros of cquel/session.h put cq_session_at(session, __FILE__, __LINE__) in the place of
 * their session; it notes the place, and cq__session_enter takes it for the call. Functions with a statement pass its
 * site to cq__session_enter_at instead. There is no other way, and none is needed: the functions behind the macros have no
 * parameters for it. Inside src the macros are undefined: cq_flush there is the function.
 *
 * A function looks like this:
 *     cq_status cq_session_x(cq_session *session, …)
 *     {
 *         CQ_TRY(cq__session_enter(session, "cq_x"));
 *         return cq__session_leave(session, x(session, …));
 *     }
 * and x, like all inside, records failures by cq__session_fail or cq__session_db_failed. Functions inside never enter.
 */
#ifndef CQ__SESSION_ENTER_H
#define CQ__SESSION_ENTER_H

#include "session/session.h"

/* Lets a call in that may wait. CQ_MISUSE, recorded where that is no race: NULL, another thread's, a forked child's, a closed
 * engine's; a call under way by another task ("cq_get at a.c:3: the session is in cq_flush at b.c:7"); and any from inside a hook (session/hook.h). */
CQ_CHECKED cq_status cq__session_enter(cq_session *session, const char *call);

/* The same for a call with a statement: site may be NULL. The statement, when it is not let in, is released. */
CQ_CHECKED cq_status cq__session_enter_at(cq_session *session, const char *call, cq_statement *statement);

/* The same for a call that never waits: it is let in inside a hook, too. */
CQ_CHECKED cq_status cq__session_enter_still(cq_session *session, const char *call);

/* Whether a call that only looks may: no more than its thread and process is asked. */
bool cq__session_enter_anywhere(const cq_session *session);

/* Ends a call that was let in: a failure in session->working becomes session->error. Returns `status`. */
cq_status cq__session_leave(cq_session *session, cq_status status);

/* Records a failure of the call under way (the first cause stays) and returns it. */
__attribute__((format(printf, 3, 4))) cq_status cq__session_fail(cq_session *session, cq_status status, const char *format, ...);

/* Records what session->db has recorded for a failure that one of its functions has just given, and returns it. */
cq_status cq__session_db_failed(cq_session *session, cq_status status);

/* The transaction of the database begins, if there is none of the session's yet: before anything is written. CQ_DATABASE when it
 * was rolled back by the database, until the session is rolled back. */
CQ_CHECKED cq_status cq__session_begin_writing(cq_session *session);

/* Before a statement that only reads: where the options ask for REPEATABLE_READ or more, the transaction begins now, too. */
CQ_CHECKED cq_status cq__session_begin_reading(cq_session *session);

/* The transaction that cq__session_begin_writing has begun within the call under way is rolled back, for the call has failed. began: what
 * session->began was before it: when true, nothing happens. Entries and journal are the caller's. */
void cq__session_unbegin(cq_session *session, bool began);

/* A statement was run, and the call fails behind it (session->working says why): what it has written is not to stand. The journal goes back to the mark, and
 * objects that were read since are out of date. A transaction that was begun for it is rolled back; one that was open before takes nothing more
 * until its innermost level is rolled back. mark, began: as they were before the statement. */
void cq__session_take_back(cq_session *session, cq__undo *mark, bool began);

#endif
