/* session/relation.h: one object is put into a relation of another, or taken out: both sides, and what it means to the database.
 * It knows nothing of calls and of how objects come into the session. relation.c has the calls; merge.c and cascade.c use it.
 *
 * All of these keep both sides in step where they are loaded, and note in links and associations what is to be written. All or
 * nothing: on failure, recorded in session->working, both sides are as before. Nothing waits.
 */
#ifndef CQ__SESSION_RELATION_H
#define CQ__SESSION_RELATION_H

#include "session/session.h"

/* Puts an object into a relation to any number; nothing happens when it is in it. It leaves the parent that it had along the same foreign key. */
CQ_CHECKED cq_status cq__relate(cq_session *session, const cq__relation *relation, cq__entry *entry, cq__entry *other);

/* Takes one out of it; nothing happens when it is not in it. Along DELETE_ORPHAN it is an orphan then: one that has a row yet is marked, a pending one is
 * taken out of the session. */
CQ_CHECKED cq_status cq__unrelate(cq_session *session, const cq__relation *relation, cq__entry *entry, cq__entry *other);

/* Sets a relation to one. other: NULL for none. */
CQ_CHECKED cq_status cq__relate_one(cq_session *session, const cq__relation *relation, cq__entry *entry, cq__entry *other);

/* The parent that an object has along a HAS_ONE or HAS_MANY of that, as far as the session knows; NULL: none that is in the session. */
const cq__entry *cq__relation_parent(cq_session *session, const cq__relation *has, const cq__entry *child);

/* What stood in a relation to one that was not loaded when something else was assigned is looked up by the next flush. */
typedef struct cq__replacement {
	struct cq__replacement *next;
	const cq__relation *relation; /* HAS_ONE */
	cq__entry *entry;
} cq__replacement;

/* "the User 7", "a new User": for messages. */
enum { CQ__ENTRY_TEXT = 192 };
const char *cq__entry_text(const cq__entry *entry, char out[CQ__ENTRY_TEXT]);

#endif
