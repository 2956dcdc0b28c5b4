/* session/hook.h: the program's hooks: who is called for which event, and what they may do.
 * It knows nothing of when an event happens: the flush, the loading and the transaction calls of a session call it.
 * Behind it stands hook.c.
 */
#ifndef CQ__SESSION_HOOK_H
#define CQ__SESSION_HOOK_H

#include "session/session.h"

/* Whether somebody listens for an event at all: a bit test, for who would have to prepare something. */
bool cq__hooks_wanted(const cq_session *session, cq_event event);

/* Calls the hooks for the event, in the order of the options: those without a table and those of the model's table. model and
 * object are NULL for CQ_BEFORE_COMMIT, CQ_AFTER_COMMIT and CQ_AFTER_ROLLBACK.
 *
 * For a BEFORE event the first status other than CQ_OK ends it: it is recorded in session->working, naming event and table, and
 * returned. For the others what a hook returns is logged, and CQ_OK returned.
 *
 * While a hook runs, every call of it that would wait, on the session or its handle, is CQ_MISUSE. Who calls it must have
 * entered the session, and must look at the object's columns behind a BEFORE event again: the hook may have changed them.
 * AFTER_LOAD and the other AFTER events come when the object's snapshot is taken, so what a hook changes then is an ordinary
 * change of the object, for the next flush. */
CQ_CHECKED cq_status cq__hooks_run(cq_session *session, cq_event event, const cq__model *model, void *object);

#endif
