/* session/object.h: objects come into a session, leave it, and are declared out of date: what the calls of object.c are inside.
 * It knows nothing of the database. Transactions, merging and statements that change rows call it.
 */
#ifndef CQ__SESSION_OBJECT_H
#define CQ__SESSION_OBJECT_H

#include "session/session.h"

/* The object is added as cq_add does it, with what its cascades reach; one that is in the session stays, no longer to be deleted. flags:
 * CQ__ENTRY_OWN or 0. Journalled. *out may be NULL. The caller has set its mark in the journal: on failure it goes back there. */
CQ_CHECKED cq_status cq__object_add(cq_session *session, cq__model *model, void *object, uint8_t flags, cq__entry **out);

/* The same without what its cascades reach. */
CQ_CHECKED cq_status cq__object_add_alone(cq_session *session, cq__model *model, void *object, uint8_t flags, cq__entry **out);

/* A new object in the session's memory: zero, its relations not loaded. NULL: no memory, recorded. */
void *cq__object_make(cq_session *session, const cq__model *model);

/* An entry is out of date: its object is what its snapshot is, its relations are not loaded. Nothing is cascaded. Only of persistent ones.
 * In two steps: what can fail, cq__relations_unload, comes for all that are concerned before the second, which is not journalled. */
void cq__expire_columns(cq_session *session, cq__entry *entry);

/* Both steps for all persistent ones of a model (NULL: any): all or none of them. */
CQ_CHECKED cq_status cq__expire_all(cq_session *session, const cq__model *model);

/* The same, whatever happens: where there is no memory to note what relations held, these stay as they are. */
void cq__expire_all_somehow(cq_session *session);

/* An entry leaves the session: with its links, without cascades. */
CQ_CHECKED cq_status cq__object_leave(cq_session *session, cq__entry *entry);

/* value.c: a value that the program gives for a column, in the form that keys have. Borrows its text.
 * CQ_WRONG_TYPE, CQ_OUT_OF_RANGE, CQ_NULL_VALUE, CQ_TOO_LARGE. */
struct cq__part;
CQ_CHECKED cq_status cq__value_part(cq_session *session, const char *call, const cq__model *model, uint32_t column, uint8_t type,
	const cq_value *value, struct cq__part *out);

#endif
