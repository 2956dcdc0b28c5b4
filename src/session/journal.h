/* session/journal.h: what puts the session's state back when the transaction, a savepoint or a flush fails or is rolled back.
 * It knows nothing of the database. Whoever changes an entry, a snapshot, a relation's member, a link or an association notes
 * here, before the change, what there was.
 *
 * There is always a journal: it begins with the session and with each end of the outermost transaction. A mark is a place in it;
 * undoing to a mark puts back all that was noted since, the latest first. Putting back never fails. A note that cannot be made
 * (CQ_NO_MEMORY, recorded) means that the change must not be made; cq__journal_reserve makes the next notes succeed.
 */
#ifndef CQ__SESSION_JOURNAL_H
#define CQ__SESSION_JOURNAL_H

#include "session/session.h"

typedef cq__undo *cq__mark;

static inline cq__mark cq__journal_mark(cq_session *session)
{
	session->epoch++;
	return session->journal;
}

/* The entry was made by cq_add and its kin: undone, its object is transient. Noted behind cq__entry_new. */
CQ_CHECKED cq_status cq__journal_added(cq_session *session, cq__entry *entry);

/* State, flags and links of an entry. */
CQ_CHECKED cq_status cq__journal_entry(cq_session *session, cq__entry *entry);

/* The snapshot of an entry, the columns of its object's struct where `columns` is set (keys and database defaults that an INSERT
 * writes back), and under which key it is found. Undone, the entry is found by what it was found by before. */
CQ_CHECKED cq_status cq__journal_snapshot(cq_session *session, cq__entry *entry, bool columns);

/* A flush has inserted the row of a pending entry that has no snapshot: the object's columns become the row's (which becomes the snapshot: the
 * caller's affair), and what that changes of them is noted with state, flags and links. Many of them share a note. */
CQ_CHECKED cq_status cq__journal_inserted(cq_session *session, cq__entry *entry, const void *row);

/* The member of a relation. The array of a collection is not copied: it must not be changed, but replaced. */
CQ_CHECKED cq_status cq__journal_member(cq_session *session, cq__entry *entry, const cq__relation *relation);

/* The list of associations that are not yet written. The list's elements must not be changed, but replaced. */
CQ_CHECKED cq_status cq__journal_associations(cq_session *session);

/* Any bytes that live as long as the session. entry: whose they are (when it has left the session they are not put back), or NULL. */
CQ_CHECKED cq_status cq__journal_bytes(cq_session *session, cq__entry *entry, void *at, size_t size);

/* The entry was made, or filled anew, by a statement inside the database's transaction: undone by a rollback (not by a failed
 * flush) it is expired. Nothing is noted while the database has none of the session's. */
CQ_CHECKED cq_status cq__journal_loaded(cq_session *session, cq__entry *entry);

/* Makes notes of entry, snapshot, added and loaded for `entries` entries of up to `bytes` of struct each succeed. */
CQ_CHECKED cq_status cq__journal_reserve(cq_session *session, size_t entries, size_t bytes);

/* Undoes a flush or a call that failed: states, snapshots, keys, members, links. Objects keep what is changed and not written. */
void cq__journal_undo_to(cq_session *session, cq__mark mark);

/* The same for a statement that was run and is not to stand: what was loaded since is expired. */
void cq__journal_take_back_to(cq_session *session, cq__mark mark);

/* Undoes a rolled-back transaction (mark NULL) or savepoint: the same, what was loaded since is expired, and every persistent
 * object's columns become its snapshot's. */
void cq__journal_roll_back_to(cq_session *session, cq__mark mark);

/* The outermost transaction is over: nothing of it can be undone. */
void cq__journal_drop(cq_session *session);

#endif
