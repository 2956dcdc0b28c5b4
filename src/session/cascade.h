/* session/cascade.h: what happens along relations by itself: adding, deleting, orphans, taking out, expiring.
 * It knows nothing of SQL but the statements that write for many rows at once what no object stands for.
 * The calls on objects (object.c, enter.c) and the flush call it.
 */
#ifndef CQ__SESSION_CASCADE_H
#define CQ__SESSION_CASCADE_H

#include "session/session.h"

/* Entries, in the order they were found. The memory is the caller's to free: cq__reached_release. All zero is none. */
typedef struct cq__reached {
	cq__entry **entries;
	uint32_t count, capacity;
} cq__reached;

void cq__reached_release(cq__reached *reached);
CQ_CHECKED cq_status cq__reached_add(cq_session *session, cq__reached *reached, cq__entry *entry);

/* Adds an entry, unless one of its model is there; *added: there was none. */
CQ_CHECKED cq_status cq__reached_add_model(cq_session *session, cq__reached *models, cq__entry *entry, bool *added);

/* An entry was added (also again, after it was taken out): its relations begin, what they hold and is not in the session is added along those with
 * SAVE_UPDATE, and what a pending one of the two sides has to write is linked. cq_add calls it once the entry is PENDING, or PERSISTENT again. */
CQ_CHECKED cq_status cq__cascade_add(cq_session *session, cq__entry *entry);

/* The beginning of a flush, in four steps; the caller has set its mark in the journal and goes back there when one fails.
 *
 * replaced: what stood in a relation to one that was not loaded when another object was assigned is read, and leaves it.
 * deletes: orphans that have a row are marked CQ__ENTRY_DELETE, and what the deletion of objects means along their relations is carried out:
 * DELETE marks what is reached, too (reading what is not loaded; nothing is read along PASSIVE_DELETES); without it the keys of children
 * become NULL (links), rows of associations go (notes). Then no loaded relation holds an object that is marked. A pending object that is reached
 * is marked, too: the flush leaves it out. CQ_MISUSE when a key that may not be NULL would have to be.
 * write: what that means for rows of relations that are not loaded is sent, one statement each: UPDATE of children's keys to NULL, DELETE
 * of rows of associations. To be called when the transaction, and a savepoint in it, stands, before other writes.
 * deleted: when all is written and nothing can fail any more, before the marks are taken away: pending objects that are marked leave the
 * session, children along PASSIVE_DELETES are expired. */
CQ_CHECKED cq_status cq__cascade_replaced(cq_session *session);
CQ_CHECKED cq_status cq__cascade_deletes(cq_session *session);
CQ_CHECKED cq_status cq__cascade_write(cq_session *session);
void cq__cascade_deleted(cq_session *session);

/* A new object is given up (cq_delete of a pending one): it leaves whatever holds it, and the session; what it holds is nobody's then. Journalled, but for
 * its leaving. */
CQ_CHECKED cq_status cq__cascade_discard(cq_session *session, cq__entry *entry);

/* Takes out of the session what EXPUNGE reaches from the entry, which the caller takes out itself. */
CQ_CHECKED cq_status cq__cascade_expunge(cq_session *session, cq__entry *entry);

/* Expires what REFRESH_EXPIRE reaches from the entry, and, when told, that itself: all or none. One that the caller reads again itself is not. */
CQ_CHECKED cq_status cq__cascade_expire(cq_session *session, cq__entry *entry, bool itself);

/* An object that is taken out of a relation with DELETE_ORPHAN, in two steps: begin can fail, and marks one that has a row (journalled);
 * end takes one that has none out of the session, with what EXPUNGE reaches from it, when all went well. entry NULL: nothing. */
typedef struct cq__orphan {
	cq__entry *entry;   /* that is to leave the session */
	cq__reached reached;
} cq__orphan;

CQ_CHECKED cq_status cq__orphan_begin(cq_session *session, cq__entry *entry, cq__orphan *orphan);
void cq__orphan_end(cq_session *session, cq__orphan *orphan, bool well);

#endif
