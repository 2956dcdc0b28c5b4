/* session/level.h: the transaction of a session, its savepoints, and how they end.
 * It knows nothing of objects beyond the journal. session.c, transaction.c and the scopes call it.
 */
#ifndef CQ__SESSION_LEVEL_H
#define CQ__SESSION_LEVEL_H

#include "session/journal.h"

/* What cq_begin has begun. */
struct cq__level {
	struct cq__level *outer;
	cq__mark mark;       /* where the journal stood; NULL for the outermost */
	uint32_t db_level;   /* of the handle: the transaction, or a savepoint */
};

/* Begins the transaction, or, when there is one, flushes and begins a savepoint. */
CQ_CHECKED cq_status cq__levels_begin(cq_session *session, const cq_transaction_options *options);

/* Flushes and commits the innermost level, or what the session began by itself. */
CQ_CHECKED cq_status cq__levels_commit(cq_session *session);

/* Undoes the innermost level, or what the session began by itself. */
CQ_CHECKED cq_status cq__levels_rollback(cq_session *session);

/* Ends all levels from the one with that number on, each by `end`, one of the two above. */
CQ_CHECKED cq_status cq__levels_end_to(cq_session *session, uint32_t level, cq_status (*end)(cq_session *session));

/* Undoes all of it: the session is closed. */
void cq__levels_end(cq_session *session);

#endif
