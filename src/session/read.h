/* session/read.h: rows that a statement gives become objects of the session.
 * It knows nothing of what the statement asks for. cq_get, cq_refresh, statements on a session and loading call it.
 *
 * Of a row whose entry the session has already nothing is taken, unless the entry is expired, or all are to be written over. Of one that
 * is expired, what was changed since and is not written stays in the object.
 * The relations of a new or expired entry's object are not loaded. What a result brings stays in the result's memory, which the
 * session then adopts, when at least half of its objects are new; else the new ones are copied.
 */
#ifndef CQ__SESSION_READ_H
#define CQ__SESSION_READ_H

#include "session/identity.h"

enum {
	CQ__READ_POPULATE = 1, /* entries that the session has already are written over, with what is changed and not written */
	CQ__READ_COPY = 2,     /* the result's memory stays the caller's: objects are always copied */
	CQ__READ_ANEW = 4,     /* the same, but what is changed and not written stays */
};

/* One object of a result. */
typedef struct cq__arrival {
	cq__model *model;
	void *object;       /* in the result's memory; NULL: there is none (an outer join). Behind the call: the session's own */
	cq__entry *entry;   /* out; NULL for no object */
	bool fresh;         /* out: the entry is new, or was filled anew; its relations are not loaded */
} cq__arrival;

/* Finds or makes the entries of a result's objects, all or none, and runs CQ_AFTER_LOAD of those that are fresh. arena: the
 * result's memory; it is adopted or destroyed, also on failure, unless CQ__READ_COPY. */
CQ_CHECKED cq_status cq__read_resolve(cq_session *session, cq_arena *arena, cq__arrival *arrivals, size_t count, unsigned flags);

/* Runs a statement that selects objects of a model, SELECT_ALL(table), and gives their entries in order; a row that comes twice
 * comes twice. *entries is freed with cq__free. The statement is used up. On failure *entries is NULL. Begins the transaction only
 * where the options ask for it; does not flush. */
CQ_CHECKED cq_status cq__session_read(cq_session *session, cq_statement *statement, cq__model *model, unsigned flags,
	cq__entry ***entries, size_t *count);

/* The statement SELECT_ALL(table), FROM(table), WHERE(key = the values): for one entry or key. Released by who runs it. */
void cq__read_statement_by_key(cq_statement *statement, const cq__model *model, const cq__key *key);

/* Reads the row of an entry anew, writing over what it holds. *found: whether there is one. */
CQ_CHECKED cq_status cq__read_entry(cq_session *session, cq__entry *entry, bool *found);

#endif
