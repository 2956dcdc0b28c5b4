/* session/journal.c: what puts the session's state back: notes, the latest first, in memory that goes with the transaction.
 * It knows nothing of the database. See session/journal.h.
 */
#include "session/journal.h"

#include "session/enter.h"
#include "session/entry.h"
#include "session/model.h"
#include "session/snapshot.h"

#include <string.h>

/* What a note says. */
enum {
	ADDED,    /* the entry was made */
	ENTRY,    /* data: a kept_entry */
	SNAPSHOT, /* data: a kept_snapshot */
	INSERTED, /* data: a kept_inserts */
	BYTES,    /* data: a kept_bytes */
	LOADED,
};

enum { MOST_INSERTED = 64 * 1024 }; /* bytes of a note about insertions, where one of them takes no more */

typedef struct kept_entry {
	cq__link *links;
	uint8_t state, flags;
} kept_entry;

/* Entries that a flush has inserted, one kept_insert behind the other. */
typedef struct kept_inserts {
	size_t used, room;     /* bytes */
	uint32_t epoch;        /* of the session: behind a mark another note begins */
	_Alignas(8) char bytes[];
} kept_inserts;

/* What an INSERT changes of an object are some words of eight bytes: keys and what the database makes. */
typedef struct kept_insert {
	cq__link *links;
	uint32_t entry;        /* its index */
	uint8_t flags;         /* it was pending */
	uint64_t words[];      /* which words of the columns, as bits; and these, as they were */
} kept_insert;

typedef struct kept_snapshot {
	bool keyed;
	bool columns;      /* the object's columns follow those of the snapshot */
	void *snapshot;    /* where it stood; NULL: there was none */
	_Alignas(16) char bytes[];
} kept_snapshot;

typedef struct kept_bytes {
	void *at;
	char bytes[];
} kept_bytes;

/* ---- noting --------------------------------------------------------------------------------------------------------- */

static size_t rounded(size_t size)
{
	return (size + 15) & ~(size_t)15;
}

/* A note with `size` bytes of data behind it. */
static cq_status note(cq_session *session, uint8_t what, cq__entry *entry, size_t size, cq__undo **out)
{
	const size_t whole = rounded(sizeof(cq__undo)) + rounded(size);
	cq__undo *undo = NULL;
	if (session->journal_spare_size >= whole) {
		undo = (cq__undo *)(void *)session->journal_spare;
		session->journal_spare += whole;
		session->journal_spare_size -= whole;
	} else {
		undo = cq__arena_alloc(session->journal_memory, whole);
	}
	if (undo == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	*undo = (cq__undo){ .before = session->journal, .what = what, .entry = entry,
		.data = size != 0 ? (char *)undo + rounded(sizeof *undo) : NULL };
	*out = undo;
	return CQ_OK;
}

cq_status cq__journal_reserve(cq_session *session, size_t entries, size_t bytes)
{
	const size_t each = 3 * rounded(sizeof(cq__undo)) + rounded(sizeof(kept_entry)) + rounded(sizeof(kept_snapshot) + 2 * rounded(bytes));
	if (entries > SIZE_MAX / 2 / each)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	if (session->journal_spare_size >= entries * each)
		return CQ_OK;
	char *const spare = cq__arena_alloc(session->journal_memory, entries * each);
	if (spare == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	session->journal_spare = spare;
	session->journal_spare_size = entries * each;
	return CQ_OK;
}

cq_status cq__journal_added(cq_session *session, cq__entry *entry)
{
	cq__undo *undo = NULL;
	CQ_TRY(note(session, ADDED, entry, 0, &undo));
	session->journal = undo;
	return CQ_OK;
}

cq_status cq__journal_entry(cq_session *session, cq__entry *entry)
{
	cq__undo *undo = NULL;
	CQ_TRY(note(session, ENTRY, entry, sizeof(kept_entry), &undo));
	*(kept_entry *)undo->data = (kept_entry){ entry->links, entry->state, entry->flags };
	session->journal = undo;
	return CQ_OK;
}

cq_status cq__journal_snapshot(cq_session *session, cq__entry *entry, bool columns)
{
	const size_t size = entry->model->columns_end;
	const size_t each = rounded(size);
	cq__undo *undo = NULL;
	CQ_TRY(note(session, SNAPSHOT, entry, sizeof(kept_snapshot) + ((entry->snapshot != NULL) + (columns ? 1u : 0u)) * each, &undo));
	kept_snapshot *const kept = undo->data;
	*kept = (kept_snapshot){ .keyed = (entry->flags & CQ__ENTRY_KEYED) != 0, .columns = columns, .snapshot = entry->snapshot };
	if (entry->snapshot != NULL)
		memcpy(kept->bytes, entry->snapshot, size);
	if (columns)
		memcpy(kept->bytes + (entry->snapshot != NULL ? each : 0), entry->object, size);
	session->journal = undo;
	return CQ_OK;
}

/* How many words the columns have, and how many their bits take. The last word may end with the columns. */
static uint32_t words_of(const cq__model *model)
{
	return (model->columns_end + 7) / 8;
}

static uint32_t mask_of(const cq__model *model)
{
	return (words_of(model) + 63) / 64;
}

/* The note that takes the next insertion, with room for `size` bytes; each is twice as large as the one before it. */
static cq_status room_for_insert(cq_session *session, size_t size, kept_inserts **out)
{
	cq__undo *undo = session->journal;
	kept_inserts *kept = undo != NULL && undo->what == INSERTED ? undo->data : NULL;
	if (kept == NULL || kept->epoch != session->epoch || kept->room - kept->used < size) {
		size_t room = kept != NULL && kept->epoch == session->epoch ? 2 * kept->room : 0;
		room = room < MOST_INSERTED ? room : MOST_INSERTED;
		room = room < size ? size : room;
		CQ_TRY(note(session, INSERTED, NULL, sizeof *kept + room, &undo));
		kept = undo->data;
		kept->used = 0;
		kept->room = room;
		kept->epoch = session->epoch;
		session->journal = undo;
	}
	*out = kept;
	return CQ_OK;
}

cq_status cq__journal_inserted(cq_session *session, cq__entry *entry, const void *row)
{
	const cq__model *const model = entry->model;
	const uint32_t words = words_of(model), mask = mask_of(model);
	kept_inserts *all;
	CQ_TRY(room_for_insert(session, sizeof(kept_insert) + (mask + (size_t)words) * 8, &all));
	kept_insert *const kept = (kept_insert *)(void *)(all->bytes + all->used);
	kept->links = entry->links;
	kept->entry = entry->index;
	kept->flags = entry->flags;
	memset(kept->words, 0, mask * sizeof *kept->words);
	uint64_t *next = kept->words + mask;
	for (uint32_t i = 0, at = 0; i < words; i++, at += 8) {
		const size_t size = model->columns_end - at;
		uint64_t old = 0, new = 0;
		if (size >= 8) {
			memcpy(&old, (char *)entry->object + at, 8);
			memcpy(&new, (const char *)row + at, 8);
		} else {
			memcpy(&old, (char *)entry->object + at, size);
			memcpy(&new, (const char *)row + at, size);
		}
		if (old == new)
			continue;
		kept->words[i / 64] |= UINT64_C(1) << (i % 64);
		*next++ = old;
		memcpy((char *)entry->object + at, &new, size < 8 ? size : 8);
	}
	all->used = (size_t)((char *)next - all->bytes);
	return CQ_OK;
}

cq_status cq__journal_bytes(cq_session *session, cq__entry *entry, void *at, size_t size)
{
	cq__undo *undo = NULL;
	CQ_TRY(note(session, BYTES, entry, sizeof(kept_bytes) + size, &undo));
	kept_bytes *const kept = undo->data;
	kept->at = at;
	memcpy(kept->bytes, at, size);
	undo->number = (uint32_t)size;
	session->journal = undo;
	return CQ_OK;
}

cq_status cq__journal_member(cq_session *session, cq__entry *entry, const cq__relation *relation)
{
	_Static_assert(sizeof(cq_any_one) == sizeof(cq_any_many), "members of both kinds are as large");
	return cq__journal_bytes(session, entry, (char *)entry->object + relation->offset, sizeof(cq_any_one));
}

cq_status cq__journal_associations(cq_session *session)
{
	return cq__journal_bytes(session, NULL, &session->associations, sizeof session->associations);
}

cq_status cq__journal_loaded(cq_session *session, cq__entry *entry)
{
	cq__undo *undo = NULL;
	if (!session->began)
		return CQ_OK;
	CQ_TRY(note(session, LOADED, entry, 0, &undo));
	session->journal = undo;
	return CQ_OK;
}

/* ---- putting back --------------------------------------------------------------------------------------------------- */

/* Where a swap of keys is undone, another entry may still stand under this one's key: it is put when all are undone.
 * A rollback gives objects their snapshots' columns at its end: what they held before may be texts that the program has freed. */
static void put_back_snapshot(cq_session *session, const cq__undo *undo, bool rolls_back)
{
	cq__entry *const entry = undo->entry;
	const kept_snapshot *const kept = undo->data;
	const size_t size = entry->model->columns_end;
	cq__key_take(session, entry);
	if (kept->columns && (!rolls_back || kept->snapshot == NULL))
		memcpy(entry->object, kept->bytes + (kept->snapshot != NULL ? rounded(size) : 0), size);
	if (kept->snapshot != NULL)
		memcpy(kept->snapshot, kept->bytes, size);
	entry->snapshot = kept->snapshot;
}

static void put_back_entry(cq_session *session, cq__entry *entry, const kept_entry *kept)
{
	if (kept->state != CQ_PERSISTENT)
		cq__key_take(session, entry);
	entry->links = kept->links;
	/* What is out of date does not get better by a rollback. */
	cq__entry_assign(session, entry, (cq_object_state)kept->state, (uint8_t)(kept->flags | (entry->flags & CQ__ENTRY_EXPIRED)));
}

/* What an insertion has changed of the columns is what it was. Returns what stands behind the note. */
static const void *put_back_words(const kept_insert *kept, const cq__model *model, char *columns)
{
	const uint64_t *next = kept->words + mask_of(model);
	for (uint32_t i = 0, at = 0; i < words_of(model); i++, at += 8) {
		const size_t left = model->columns_end - at;
		if ((kept->words[i / 64] >> (i % 64) & 1) == 0)
			continue;
		if (columns != NULL)
			memcpy(columns + at, next, left < 8 ? left : 8);
		next++;
	}
	return next;
}

/* Returns what stands behind the note. What was made of the snapshot since is undone already. */
static const void *put_back_insert(cq_session *session, const kept_insert *kept, bool rolls_back)
{
	cq__entry *const entry = cq__entry_at(session, kept->entry);
	const kept_entry before = { kept->links, CQ_PENDING, kept->flags };
	const void *end;
	if (!cq__entry_live(entry)) {
		/* What is known of an object that has left is known again when it comes back: there is no such row. */
		if (entry->state == CQ_DETACHED)
			entry->snapshot = NULL;
		return put_back_words(kept, entry->model, NULL);
	}
	/* The key is that of the snapshot. */
	cq__key_take(session, entry);
	if (rolls_back && entry->snapshot != NULL) {
		/* The object may be changed since, and the texts that were inserted may be freed by now. */
		cq__snapshot_restore(entry);
		end = put_back_words(kept, entry->model, entry->snapshot);
		cq__snapshot_lend_texts(entry, entry->snapshot);
		memcpy(entry->object, entry->snapshot, entry->model->columns_end);
	} else {
		end = put_back_words(kept, entry->model, entry->object);
	}
	entry->snapshot = NULL;
	put_back_entry(session, entry, &before);
	return end;
}

static void put_back_inserts(cq_session *session, const kept_inserts *all, bool rolls_back)
{
	for (const char *at = all->bytes; at != all->bytes + all->used;)
		at = put_back_insert(session, (const kept_insert *)(const void *)at, rolls_back);
}

/* What is known of an object that has left is known again when it comes back: it must be what the database has. */
static void put_back_detached(const cq__undo *undo)
{
	cq__entry *const entry = undo->entry;
	if (undo->what == SNAPSHOT) {
		const kept_snapshot *const kept = undo->data;
		if (kept->snapshot != NULL)
			memcpy(kept->snapshot, kept->bytes, entry->model->columns_end);
		entry->snapshot = kept->snapshot;
	}
}

static void put_back(cq_session *session, const cq__undo *undo, bool rolls_back)
{
	cq__entry *const entry = undo->entry;
	if (entry != NULL && !cq__entry_live(entry)) {
		if (entry->state == CQ_DETACHED)
			put_back_detached(undo);
		return;
	}
	switch (undo->what) {
	case ADDED:
		cq__entry_free(session, entry, CQ_TRANSIENT);
		break;
	case ENTRY:
		put_back_entry(session, entry, undo->data);
		break;
	case INSERTED:
		put_back_inserts(session, undo->data, rolls_back);
		break;
	case SNAPSHOT:
		put_back_snapshot(session, undo, rolls_back);
		break;
	case BYTES: {
		const kept_bytes *const kept = undo->data;
		memcpy(kept->at, kept->bytes, undo->number);
		break;
	}
	case LOADED:
		if (rolls_back)
			cq__entry_set_flags(session, entry, CQ__ENTRY_EXPIRED);
		break;
	default:
		break;
	}
}

/* What was found by its key before is again. There is room: none was taken away. Who was read under that key meanwhile stands for a row
 * that is gone with the rollback. */
static void put_keys_back(cq_session *session, const cq__undo *first, cq__mark mark)
{
	for (const cq__undo *undo = first; undo != mark; undo = undo->before) {
		if ((undo->what != SNAPSHOT && undo->what != ENTRY) || undo->entry->state != CQ_PERSISTENT)
			continue;
		cq__key_vacate(session, undo->entry);
		if (cq__key_put(session, undo->entry) != CQ_OK)
			cq__error_clear(&session->working);
	}
}

static void undo_to(cq_session *session, cq__mark mark, bool rolls_back)
{
	cq__error kept = { 0 };
	cq__undo *const first = session->journal;
	cq__error_move(&kept, &session->working);
	for (const cq__undo *undo = first; undo != mark; undo = undo->before)
		put_back(session, undo, rolls_back);
	put_keys_back(session, first, mark);
	session->journal = mark;
	session->epoch++;
	cq__error_move(&session->working, &kept);
}

void cq__journal_undo_to(cq_session *session, cq__mark mark)
{
	undo_to(session, mark, false);
}

void cq__journal_take_back_to(cq_session *session, cq__mark mark)
{
	for (const cq__undo *undo = session->journal; undo != mark; undo = undo->before)
		if (undo->what == LOADED && cq__entry_live(undo->entry))
			cq__entry_set_flags(session, undo->entry, CQ__ENTRY_EXPIRED);
	undo_to(session, mark, false);
}

void cq__journal_roll_back_to(cq_session *session, cq__mark mark)
{
	undo_to(session, mark, true);
	for (uint32_t i = 0; i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		if (entry->state == CQ_PERSISTENT && entry->snapshot != NULL && cq__snapshot_changed(entry))
			cq__snapshot_restore(entry);
	}
	if (mark == NULL)
		cq__journal_drop(session);
}

void cq__journal_drop(cq_session *session)
{
	session->journal = NULL;
	session->epoch++;
	/* They stand in its memory, too: those that were not undone are written. */
	session->links_noted = 0;
	session->journal_spare = NULL;
	session->journal_spare_size = 0;
	cq__arena_reset(session->journal_memory);
	cq__entries_recycle(session);
}
