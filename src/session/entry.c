/* session/entry.c: the entries of a session: their blocks, and the two maps that find one by its object and by its key.
 * It knows nothing of the database. See session/entry.h.
 *
 * Both maps are open addressing over indexes + 1: 4 bytes a slot, at most half full, for each slot in vain is an entry that is not at hand.
 * A slot does not keep its hash: the entry has what it is made from. What is taken out leaves no mark; those behind it move up.
 */
#include "session/entry.h"

#include "base/alloc.h"
#include "session/enter.h"
#include "session/journal.h"
#include "session/model.h"

enum {
	LEAST_SLOTS = 16,
	MOST_GONE = 65536, /* detached objects that are remembered; then the first are forgotten */
	TO_DELETE = CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN,
};

/* ---- hashes --------------------------------------------------------------------------------------------------------- */

static uint64_t hash_object(const void *object)
{
	const uint64_t hash = ((uint64_t)(uintptr_t)object >> 3) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 29;
}

static uint64_t hash_key(const cq__model *model, const cq__key *key)
{
	const uint64_t hash = (key->hash + model->number) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 29;
}

static uint64_t hash_by_object(const cq__entry *entry)
{
	return hash_object(entry->object);
}

static uint64_t hash_by_key(const cq__entry *entry)
{
	cq__key key;
	cq__key_of_entry(&key, entry);
	return hash_key(entry->model, &key);
}

/* ---- maps ----------------------------------------------------------------------------------------------------------- */

typedef uint64_t hash_function(const cq__entry *entry);

/* The entry of a slot that is in use. */
static cq__entry *entry_of(const cq_session *session, uint32_t slot)
{
	return cq__entry_at(session, slot - 1);
}

static void put(uint32_t *slots, uint32_t capacity, uint64_t hash, uint32_t value)
{
	uint32_t at = (uint32_t)hash & (capacity - 1);
	while (slots[at] != 0)
		at = (at + 1) & (capacity - 1);
	slots[at] = value;
}

/* The slot of an entry, which is in the map. */
static uint32_t slot_of(const uint32_t *slots, uint32_t capacity, uint64_t hash, uint32_t value)
{
	uint32_t at = (uint32_t)hash & (capacity - 1);
	while (slots[at] != value)
		at = (at + 1) & (capacity - 1);
	return at;
}

/* Empties a slot, and moves up what would not be found any more. */
static void take(const cq_session *session, uint32_t *slots, uint32_t capacity, uint32_t empty, hash_function *hash)
{
	for (uint32_t at = (empty + 1) & (capacity - 1); slots[at] != 0; at = (at + 1) & (capacity - 1)) {
		const uint32_t home = (uint32_t)hash(entry_of(session, slots[at])) & (capacity - 1);
		if (((at - home) & (capacity - 1)) >= ((at - empty) & (capacity - 1))) {
			slots[empty] = slots[at];
			empty = at;
		}
	}
	slots[empty] = 0;
}

/* Room for `wanted` in all. */
static bool grow(const cq_session *session, uint32_t **slots, uint32_t *capacity, size_t wanted, hash_function *hash)
{
	size_t larger = *capacity < LEAST_SLOTS ? LEAST_SLOTS : *capacity;
	while (wanted > larger / 2)
		larger *= 2;
	if (larger == *capacity)
		return true;
	if (larger > UINT32_MAX / 2)
		return false;
	uint32_t *const fresh = cq__alloc_array(larger, sizeof *fresh);
	if (fresh == NULL)
		return false;
	for (uint32_t i = 0; i < *capacity; i++)
		if ((*slots)[i] != 0)
			put(fresh, (uint32_t)larger, hash(entry_of(session, (*slots)[i])), (*slots)[i]);
	cq__free(*slots);
	*slots = fresh;
	*capacity = (uint32_t)larger;
	return true;
}

/* ---- blocks --------------------------------------------------------------------------------------------------------- */

static size_t entries_of_block(size_t block)
{
	if (block == 0)
		return CQ__FIRST_BLOCK;
	return block < 8 ? (size_t)CQ__FIRST_BLOCK << (block - 1) : CQ__LARGEST_BLOCK;
}

static size_t block_of(size_t index)
{
	if (index < CQ__FIRST_BLOCK)
		return 0;
	if (index >= CQ__LARGEST_BLOCK)
		return 7 + index / CQ__LARGEST_BLOCK;
	return 31 - (size_t)__builtin_clz((unsigned)index) - 4;
}

static bool have_blocks(cq_session *session, size_t wanted)
{
	const size_t blocks = wanted == 0 ? 0 : block_of(wanted - 1) + 1;
	if (blocks > session->block_capacity) {
		const size_t capacity = blocks < 8 ? 8 : blocks + blocks / 2;
		cq__entry **const more = cq__realloc_array(session->blocks, capacity, sizeof(cq__entry *));
		if (more == NULL)
			return false;
		session->blocks = more;
		for (size_t i = session->block_capacity; i < capacity; i++)
			more[i] = NULL;
		session->block_capacity = (uint32_t)capacity;
	}
	for (size_t i = blocks; i-- > 0 && session->blocks[i] == NULL;)
		if ((session->blocks[i] = cq__alloc_array(entries_of_block(i), sizeof(cq__entry))) == NULL)
			return false;
	return true;
}

static bool has_slots(uint32_t capacity, size_t wanted)
{
	return capacity != 0 && wanted <= capacity / 2;
}

/* Whether the block of the next new entry is there. */
static bool has_block(const cq_session *session)
{
	const size_t block = block_of(session->entry_count);
	return block < session->block_capacity && session->blocks[block] != NULL;
}

static bool reserve(cq_session *session, size_t entries, size_t keys)
{
	if (entries <= 1 && has_block(session) && has_slots(session->object_capacity, session->object_used + entries) &&
		has_slots(session->key_capacity, session->key_used + keys))
		return true;
	return session->entry_count + entries < UINT32_MAX / 2 && have_blocks(session, session->entry_count + entries)
		&& grow(session, &session->by_object, &session->object_capacity, session->object_used + entries, hash_by_object)
		&& grow(session, &session->by_key, &session->key_capacity, session->key_used + keys, hash_by_key);
}

cq_status cq__entry_reserve(cq_session *session, size_t count)
{
	return reserve(session, count, count) ? CQ_OK : cq__session_fail(session, CQ_NO_MEMORY, NULL);
}

cq_status cq__key_reserve(cq_session *session, size_t count)
{
	return grow(session, &session->by_key, &session->key_capacity, session->key_used + count, hash_by_key)
		? CQ_OK
		: cq__session_fail(session, CQ_NO_MEMORY, NULL);
}

/* ---- states --------------------------------------------------------------------------------------------------------- */

void cq__entry_assign(cq_session *session, cq__entry *entry, cq_object_state state, uint8_t flags)
{
	session->pending_count -= entry->state == CQ_PENDING;
	session->pending_count += state == CQ_PENDING;
	session->deleted_count -= entry->state == CQ_DELETED;
	session->deleted_count += state == CQ_DELETED;
	session->delete_count -= (entry->flags & TO_DELETE) != 0;
	session->delete_count += (flags & TO_DELETE) != 0;
	entry->state = (uint8_t)state;
	entry->flags = (uint8_t)((flags & ~CQ__ENTRY_KEYED) | (entry->flags & CQ__ENTRY_KEYED));
}

void cq__entry_set_state(cq_session *session, cq__entry *entry, cq_object_state state)
{
	cq__entry_assign(session, entry, state, entry->flags);
}

void cq__entry_set_flags(cq_session *session, cq__entry *entry, uint8_t flags)
{
	cq__entry_assign(session, entry, (cq_object_state)entry->state, (uint8_t)(entry->flags | flags));
}

void cq__entry_clear_flags(cq_session *session, cq__entry *entry, uint8_t flags)
{
	cq__entry_assign(session, entry, (cq_object_state)entry->state, (uint8_t)(entry->flags & ~flags));
}

/* ---- by object ------------------------------------------------------------------------------------------------------ */

cq__entry *cq__entry_of_any(const cq_session *session, const void *object)
{
	if (session->object_capacity == 0 || object == NULL)
		return NULL;
	uint32_t at = (uint32_t)hash_object(object) & (session->object_capacity - 1);
	for (; session->by_object[at] != 0; at = (at + 1) & (session->object_capacity - 1)) {
		cq__entry *const entry = entry_of(session, session->by_object[at]);
		if (entry->object == object)
			return entry;
	}
	return NULL;
}

cq__entry *cq__entry_of_object(const cq_session *session, const void *object)
{
	cq__entry *const entry = cq__entry_of_any(session, object);
	return entry != NULL && cq__entry_live(entry) ? entry : NULL;
}

cq_status cq__entry_need(cq_session *session, const char *call, const void *object, cq__entry **out)
{
	*out = cq__entry_of_object(session, object);
	if (*out != NULL)
		return CQ_OK;
	if (object == NULL)
		return cq__session_fail(session, CQ_MISUSE, "%s: the object is NULL", call);
	return cq__session_fail(session, CQ_MISUSE, "%s: the object is not of this session: add it first, or take one that it has read", call);
}

static void forget_object(cq_session *session, cq__entry *entry)
{
	const uint32_t slot = slot_of(session->by_object, session->object_capacity, hash_by_object(entry), entry->index + 1);
	take(session, session->by_object, session->object_capacity, slot, hash_by_object);
	session->object_used--;
	entry->object = NULL;
}

static void know_object(cq_session *session, cq__entry *entry, void *object)
{
	entry->object = object;
	put(session->by_object, session->object_capacity, hash_by_object(entry), entry->index + 1);
	session->object_used++;
}

void cq__entry_move(cq_session *session, cq__entry *entry, void *object)
{
	/* A key that is read from the object is the same at its new place. */
	forget_object(session, entry);
	cq__entry *const tombstone = cq__entry_of_any(session, object);
	if (tombstone != NULL)
		forget_object(session, tombstone);
	know_object(session, entry, object);
}

/* ---- by key --------------------------------------------------------------------------------------------------------- */

/* The slot of a key: its entry's, or the empty one where that would be. There is an empty one. */
static uint32_t slot_of_key(const cq_session *session, const cq__model *model, const cq__key *key)
{
	cq__key other;
	uint32_t at = (uint32_t)hash_key(model, key) & (session->key_capacity - 1);
	for (; session->by_key[at] != 0; at = (at + 1) & (session->key_capacity - 1)) {
		const cq__entry *const entry = entry_of(session, session->by_key[at]);
		if (entry->model != model)
			continue;
		cq__key_of_entry(&other, entry);
		if (cq__key_equal(&other, key))
			break;
	}
	return at;
}

cq__entry *cq__entry_of_key(const cq_session *session, const cq__model *model, const cq__key *key)
{
	if (session->key_capacity == 0 || key->null)
		return NULL;
	const uint32_t slot = session->by_key[slot_of_key(session, model, key)];
	return slot != 0 ? entry_of(session, slot) : NULL;
}

cq_status cq__key_put_new(cq_session *session, cq__entry *entry, const cq__key *key)
{
	/* A fuller map is slower, not wrong. */
	if (!reserve(session, 0, 1) && session->key_used + 1 >= session->key_capacity)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	put(session->by_key, session->key_capacity, hash_key(entry->model, key), entry->index + 1);
	session->key_used++;
	entry->flags |= CQ__ENTRY_KEYED;
	return CQ_OK;
}

cq_status cq__key_put(cq_session *session, cq__entry *entry)
{
	cq__key key;
	char text[CQ__KEY_TEXT];
	if ((entry->flags & CQ__ENTRY_KEYED) != 0)
		return CQ_OK;
	cq__key_of_entry(&key, entry);
	if (cq__entry_of_key(session, entry->model, &key) != NULL)
		return cq__session_fail(session, CQ_MISUSE, "the session has another object for the row of %s with the key %s",
			entry->model->table->name, cq__key_text(&key, text));
	return cq__key_put_new(session, entry, &key);
}

/* Its row is gone, for another has its key: a rollback brings it back. */
static cq_status give_up_key(cq_session *session, cq__entry *holder)
{
	CQ_TRY(cq__journal_snapshot(session, holder, false));
	CQ_TRY(cq__journal_entry(session, holder));
	cq__key_take(session, holder);
	holder->links = NULL;
	cq__entry_clear_flags(session, holder, TO_DELETE);
	cq__entry_set_state(session, holder, CQ_DELETED);
	return CQ_OK;
}

cq_status cq__key_put_over(cq_session *session, cq__entry *entry)
{
	cq__key key;
	if ((entry->flags & CQ__ENTRY_KEYED) != 0)
		return CQ_OK;
	cq__key_of_entry(&key, entry);
	if (!key.null && has_slots(session->key_capacity, session->key_used + 1)) {
		uint32_t *const slot = &session->by_key[slot_of_key(session, entry->model, &key)];
		if (*slot == 0) {
			*slot = entry->index + 1;
			session->key_used++;
			entry->flags |= CQ__ENTRY_KEYED;
			return CQ_OK;
		}
	}
	cq__entry *const holder = cq__entry_of_key(session, entry->model, &key);
	if (holder != NULL)
		CQ_TRY(give_up_key(session, holder));
	return cq__key_put(session, entry);
}

void cq__key_fetch(const cq_session *session, const cq__entry *entry)
{
	if (session->key_capacity != 0)
		__builtin_prefetch(&session->by_key[hash_by_key(entry) & (session->key_capacity - 1)], 1);
}

void cq__key_take(cq_session *session, cq__entry *entry)
{
	if ((entry->flags & CQ__ENTRY_KEYED) == 0)
		return;
	const uint32_t slot = slot_of(session->by_key, session->key_capacity, hash_by_key(entry), entry->index + 1);
	take(session, session->by_key, session->key_capacity, slot, hash_by_key);
	session->key_used--;
	entry->flags &= (uint8_t)~CQ__ENTRY_KEYED;
}

/* ---- coming and going ----------------------------------------------------------------------------------------------- */

static cq__entry *next_free(cq_session *session)
{
	if (session->free_entry == 0) {
		cq__entry *const entry = cq__entry_at(session, session->entry_count);
		entry->index = session->entry_count++;
		return entry;
	}
	cq__entry *const entry = entry_of(session, session->free_entry);
	session->free_entry = (uint32_t)(uintptr_t)entry->links;
	return entry;
}

cq_status cq__entry_new(cq_session *session, cq__model *model, void *object, cq_object_state state, uint8_t flags, cq__entry **out)
{
	*out = NULL;
	if (!reserve(session, 1, 0))
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	/* Where nothing was detached there is no tombstone. */
	cq__entry *const tombstone = session->gone_count != 0 ? cq__entry_of_any(session, object) : NULL;
	if (tombstone != NULL)
		forget_object(session, tombstone);
	cq__entry *const entry = next_free(session);
	*entry = (cq__entry){ .model = model, .index = entry->index };
	know_object(session, entry, object);
	cq__entry_assign(session, entry, state, flags);
	*out = entry;
	return CQ_OK;
}

void cq__entry_free(cq_session *session, cq__entry *entry, cq_object_state state)
{
	cq__key_take(session, entry);
	cq__entry_assign(session, entry, state, entry->flags & CQ__ENTRY_OWN);
	/* What was known of a detached object is known again when it comes back. */
	if (state != CQ_DETACHED)
		entry->snapshot = NULL;
	entry->links = NULL;
	if (state != CQ_DETACHED) {
		forget_object(session, entry);
		entry->links = (cq__link *)(uintptr_t)session->void_first;
		session->void_first = entry->index + 1;
		return;
	}
	if (session->gone_last != 0)
		entry_of(session, session->gone_last)->links = (cq__link *)(uintptr_t)(entry->index + 1);
	else
		session->gone_first = entry->index + 1;
	session->gone_last = entry->index + 1;
	session->gone_count++;
}

void cq__key_vacate(cq_session *session, const cq__entry *entry)
{
	cq__key key;
	cq__key_of_entry(&key, entry);
	cq__entry *const holder = cq__entry_of_key(session, entry->model, &key);
	if (holder == NULL || holder == entry)
		return;
	holder->links = NULL;
	cq__entry_free(session, holder, CQ_DETACHED);
}

static void recycle(cq_session *session, cq__entry *entry)
{
	if (entry->object != NULL)
		forget_object(session, entry);
	entry->state = CQ_TRANSIENT;
	entry->links = (cq__link *)(uintptr_t)session->free_entry;
	session->free_entry = entry->index + 1;
}

void cq__entries_recycle(cq_session *session)
{
	while (session->void_first != 0) {
		cq__entry *const entry = entry_of(session, session->void_first);
		session->void_first = (uint32_t)(uintptr_t)entry->links;
		recycle(session, entry);
	}
	while (session->gone_count > MOST_GONE) {
		cq__entry *const entry = entry_of(session, session->gone_first);
		session->gone_first = (uint32_t)(uintptr_t)entry->links;
		session->gone_count--;
		recycle(session, entry);
	}
}

size_t cq__entry_bytes(const cq_session *session)
{
	size_t bytes = ((size_t)session->object_capacity + session->key_capacity) * sizeof(uint32_t);
	for (uint32_t i = 0; i < session->block_capacity; i++)
		bytes += session->blocks[i] != NULL ? entries_of_block(i) * sizeof(cq__entry) : 0;
	return bytes;
}

void cq__entries_release(cq_session *session)
{
	for (uint32_t i = 0; i < session->block_capacity; i++)
		cq__free(session->blocks[i]);
	cq__free(session->blocks);
	cq__free(session->by_object);
	cq__free(session->by_key);
	session->blocks = NULL;
	session->by_object = session->by_key = NULL;
	session->block_capacity = session->entry_count = session->free_entry = 0;
	session->object_capacity = session->object_used = session->key_capacity = session->key_used = 0;
	session->gone_first = session->gone_last = session->gone_count = session->void_first = 0;
	session->pending_count = session->delete_count = session->deleted_count = 0;
}
