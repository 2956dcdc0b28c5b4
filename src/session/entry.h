/* session/entry.h: the entries of a session: where they stand, and how one is found by object or by key.
 * It knows nothing of the database. entry.c and identity.c hold the code; all of src/session calls it.
 *
 * Nothing here waits or runs hooks. What fails for want of memory has changed nothing; the failure is recorded with
 * cq__session_fail.
 */
#ifndef CQ__SESSION_ENTRY_H
#define CQ__SESSION_ENTRY_H

#include "session/identity.h"

/* Makes the next `count` of cq__entry_new and cq__key_put succeed. */
CQ_CHECKED cq_status cq__entry_reserve(cq_session *session, size_t count);

/* Makes the next `count` of cq__key_put succeed, and none of them make the map of keys larger. */
CQ_CHECKED cq_status cq__key_reserve(cq_session *session, size_t count);

/* A new entry: found by its object, not yet by a key; no snapshot, no links. The object is not in the session (its tombstone may be,
 * and goes). Counts pending_count for CQ_PENDING. Notes nothing in the journal: see cq__journal_added and cq__journal_loaded. */
CQ_CHECKED cq_status cq__entry_new(cq_session *session, cq__model *model, void *object, cq_object_state state, uint8_t flags,
	cq__entry **out);

/* The entry of an object, or NULL: of those that are pending, persistent or deleted. */
cq__entry *cq__entry_of_object(const cq_session *session, const void *object);

/* The same, and CQ_MISUSE when there is none; call: for the sentence. */
CQ_CHECKED cq_status cq__entry_need(cq_session *session, const char *call, const void *object, cq__entry **out);

/* The entry that stands for a row, or NULL: of those that are persistent. */
cq__entry *cq__entry_of_key(const cq_session *session, const cq__model *model, const cq__key *key);

/* Puts a persistent entry under the key of its snapshot, or of its object while it has no snapshot; takes it out again. Another
 * entry under that key stays: CQ_MISUSE naming table and key. Put after a change of the snapshot, taken before it. */
CQ_CHECKED cq_status cq__key_put(cq_session *session, cq__entry *entry);

/* The same under a key that cq__entry_of_key has just found nothing for: the entry's own. */
CQ_CHECKED cq_status cq__key_put_new(cq_session *session, cq__entry *entry, const cq__key *key);
void cq__key_take(cq_session *session, cq__entry *entry);

/* Who else stands under the entry's key stands for a row that is gone with a rollback, and is detached. */
void cq__key_vacate(cq_session *session, const cq__entry *entry);

/* The database has taken a new row under the entry's key: who still stands under it stands for a row that is gone, and is CQ_DELETED, noted;
 * the entry is put in its place. */
CQ_CHECKED cq_status cq__key_put_over(cq_session *session, cq__entry *entry);

/* The entry is put under its key soon: its slot is fetched meanwhile. Changes nothing. */
void cq__key_fetch(const cq_session *session, const cq__entry *entry);

/* Changes the state, with the session's counts; notes nothing. The key is the caller's. */
void cq__entry_set_state(cq_session *session, cq__entry *entry, cq_object_state state);

/* State and flags at once, as they were noted. */
void cq__entry_assign(cq_session *session, cq__entry *entry, cq_object_state state, uint8_t flags);

/* Sets and clears flags, with the session's count of what is to be deleted; notes nothing. */
void cq__entry_set_flags(cq_session *session, cq__entry *entry, uint8_t flags);
void cq__entry_clear_flags(cq_session *session, cq__entry *entry, uint8_t flags);

/* Takes an entry out of the session: nothing finds it by object or key any more. state: CQ_TRANSIENT, or CQ_DETACHED for what
 * had a row, which cq_state_of remembers. The entry's memory stays until the journal is dropped, and notes of it are then void. */
void cq__entry_free(cq_session *session, cq__entry *entry, cq_object_state state);

/* All entries: for (uint32_t i = 0; i < session->entry_count; i++) { entry = cq__entry_at(session, i); if (!cq__entry_live(entry)) … } */
enum { CQ__FIRST_BLOCK = 32, CQ__LARGEST_BLOCK = 4096 };

static inline cq__entry *cq__entry_at(const cq_session *session, uint32_t index)
{
	if (index < CQ__FIRST_BLOCK)
		return &session->blocks[0][index];
	if (index >= CQ__LARGEST_BLOCK)
		return &session->blocks[7 + index / CQ__LARGEST_BLOCK][index % CQ__LARGEST_BLOCK];
	const uint32_t top = 31 - (uint32_t)__builtin_clz(index);
	return &session->blocks[top - 4][index - (1u << top)];
}

static inline bool cq__entry_live(const cq__entry *entry)
{
	return entry->state == CQ_PENDING || entry->state == CQ_PERSISTENT || entry->state == CQ_DELETED;
}

/* The entry of an object, also the tombstone of one that has left the session; or NULL. */
cq__entry *cq__entry_of_any(const cq_session *session, const void *object);

/* The object of a new entry is moved to its last place before anybody has seen it. */
void cq__entry_move(cq_session *session, cq__entry *entry, void *object);

/* Gives entries that have left the session to new ones. Nobody may hold one, nor may the journal. */
void cq__entries_recycle(cq_session *session);

/* Bytes of entries and maps. */
size_t cq__entry_bytes(const cq_session *session);

/* Frees them all; the objects are not touched. */
void cq__entries_release(cq_session *session);

#endif
