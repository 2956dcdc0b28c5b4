/* session/collection.c: the arrays of collections and the members that point to them: put, take, load, unload.
 * It knows nothing of the other side of a relation. See session/collection.h.
 */
#include "session/collection.h"

#include "session/enter.h"
#include "session/entry.h"
#include "session/journal.h"
#include "session/link.h"

enum { LEAST_CAPACITY = 4 };

static cq__items_head *head_of(void *const *items)
{
	return items != NULL ? (cq__items_head *)(void *)((char *)(uintptr_t)items - sizeof(cq__items_head)) : NULL;
}

static void **items_of(cq__items_head *head)
{
	return (void **)(void *)(head + 1);
}

/* Zero is no epoch. */
static uint32_t epoch_now(const cq_session *session)
{
	return session->epoch + 1;
}

/* An array of the session's with the first `count` of the items; NULL: no memory, recorded. */
static cq__items_head *array_create(cq_session *session, void *const *items, uint32_t count, size_t capacity)
{
	cq__items_head *const head =
		capacity <= UINT32_MAX / 2 ? cq__arena_alloc(session->objects, sizeof *head + capacity * sizeof(void *)) : NULL;
	if (head == NULL) {
		(void)cq__session_fail(session, CQ_NO_MEMORY, NULL);
		return NULL;
	}
	*head = (cq__items_head){ .capacity = (uint32_t)capacity };
	if (count != 0)
		memcpy(items_of(head), items, count * sizeof *items);
	return head;
}

static uint32_t used(const cq_any_many *member)
{
	return (member->flags & CQ__MEMBER_NOTED) != 0 ? head_of(member->items)->noted : member->count;
}

/* ---- reading -------------------------------------------------------------------------------------------------------- */

uint32_t cq__member_items(const cq__relation *relation, const void *object, void *one[1], void *const **items)
{
	*items = NULL;
	if (!cq__member_loaded(relation, object))
		return 0;
	if (relation->many) {
		*items = cq__member_many(relation, object)->items;
		return cq__member_many(relation, object)->count;
	}
	one[0] = cq__member_one(relation, object)->object;
	*items = one;
	return one[0] != NULL ? 1 : 0;
}

static uint32_t find(const cq_any_many *member, const void *item)
{
	uint32_t i = 0;
	while (i < member->count && member->items[i] != item)
		i++;
	return i;
}

bool cq__collection_has(const cq__relation *relation, const void *object, const void *item)
{
	const cq_any_many *const member = cq__member_many(relation, object);
	return find(member, item) != member->count;
}

/* ---- changing ------------------------------------------------------------------------------------------------------- */

/* The member is in the journal, and its array has room, or is nobody else's. */
static cq_status make_own(cq_session *session, const cq__relation *relation, cq__entry *entry, bool to_put)
{
	cq_any_many *const member = cq__member_many(relation, entry->object);
	cq__items_head *const old = head_of(member->items);
	const uint32_t epoch = epoch_now(session), count = used(member);
	const bool given = (member->flags & CQ__MEMBER_GIVEN) != 0;
	const bool suits = old != NULL && !given && (to_put ? count < old->capacity : old->copied == epoch);
	if (old == NULL && !to_put)
		return CQ_OK;
	if (old == NULL || given || old->journalled != epoch)
		CQ_TRY(cq__journal_member(session, entry, relation));
	if (suits) {
		old->journalled = epoch;
		return CQ_OK;
	}
	size_t capacity = old != NULL ? old->capacity : LEAST_CAPACITY;
	if (count == capacity && to_put)
		capacity *= 2;
	cq__items_head *const made = array_create(session, member->items, count, capacity);
	if (made == NULL)
		return CQ_NO_MEMORY;
	made->journalled = made->copied = epoch;
	made->noted = old != NULL ? old->noted : 0;
	member->items = items_of(made);
	member->flags &= ~(uint32_t)CQ__MEMBER_GIVEN;
	/* Before this it held nothing that a program sees. */
	if ((member->flags & CQ_RELATION_LOADED) == 0)
		member->flags |= CQ__MEMBER_NOTED;
	return CQ_OK;
}

/* What is noted of an object in the relation, and not written yet. */
typedef enum noted { NOTHING, TO_COME, TO_GO } noted;

static noted noted_of(const cq_session *session, const cq__relation *relation, cq__entry *entry, const void *item)
{
	cq__entry *const other = cq__entry_of_object(session, item);
	if (other == NULL)
		return NOTHING;
	if (relation->said->kind == CQ_MANY_TO_MANY) {
		const cq__association *const row = cq__association_find(session, relation, entry, other);
		return row == NULL ? NOTHING : row->added ? TO_COME : TO_GO;
	}
	const cq__link *const link = cq__link_find(other, relation);
	return link == NULL ? NOTHING : link->parent == entry ? TO_COME : TO_GO;
}

/* Room for one more in the notes of a collection that is not loaded: where there is none, what has been written since is left out. */
static cq_status make_room_to_note(cq_session *session, const cq__relation *relation, cq__entry *entry)
{
	cq_any_many *const member = cq__member_many(relation, entry->object);
	const cq__items_head *const old = head_of(member->items);
	if (old == NULL || old->noted < old->capacity)
		return make_own(session, relation, entry, true);
	uint32_t due = 0;
	for (uint32_t i = 0; i < old->noted; i++)
		due += noted_of(session, relation, entry, member->items[i]) == TO_COME;
	cq__items_head *const made = array_create(session, NULL, 0, 2 * (size_t)due + LEAST_CAPACITY);
	if (made == NULL)
		return CQ_NO_MEMORY;
	for (uint32_t i = 0; i < old->noted; i++)
		if (noted_of(session, relation, entry, member->items[i]) == TO_COME)
			items_of(made)[made->noted++] = member->items[i];
	CQ_TRY(cq__journal_member(session, entry, relation));
	made->journalled = made->copied = epoch_now(session);
	member->items = items_of(made);
	return CQ_OK;
}

cq_status cq__collection_ready_to_put(cq_session *session, const cq__relation *relation, cq__entry *entry)
{
	if (relation->said->write_only)
		return CQ_OK;
	if (!cq__member_loaded(relation, entry->object))
		return make_room_to_note(session, relation, entry);
	return make_own(session, relation, entry, true);
}

void cq__collection_put(const cq__relation *relation, cq__entry *entry, void *item)
{
	if (relation->said->write_only)
		return;
	cq_any_many *const member = cq__member_many(relation, entry->object);
	cq__items_head *const head = head_of(member->items);
	if ((member->flags & CQ_RELATION_LOADED) == 0)
		items_of(head)[head->noted++] = item;
	else
		items_of(head)[member->count++] = item;
}

cq_status cq__collection_ready_to_take(cq_session *session, const cq__relation *relation, cq__entry *entry)
{
	return cq__member_loaded(relation, entry->object) ? make_own(session, relation, entry, false) : CQ_OK;
}

void cq__collection_take(const cq__relation *relation, cq__entry *entry, const void *item)
{
	if (!cq__member_loaded(relation, entry->object))
		return;
	cq_any_many *const member = cq__member_many(relation, entry->object);
	const uint32_t at = find(member, item);
	if (at == member->count)
		return;
	void **const items = items_of(head_of(member->items));
	member->count--;
	memmove(items + at, items + at + 1, (member->count - at) * sizeof *items);
}

cq_status cq__collection_take_all(cq_session *session, const cq__relation *relation, cq__entry *entry,
	bool (*leaves)(const cq_session *session, const void *item))
{
	cq_any_many *const member = cq__member_many(relation, entry->object);
	uint32_t kept = 0;
	while (kept < member->count && !leaves(session, member->items[kept]))
		kept++;
	if (kept == member->count)
		return CQ_OK;
	CQ_TRY(cq__collection_ready_to_take(session, relation, entry));
	void **const items = items_of(head_of(member->items));
	for (uint32_t i = kept + 1; i < member->count; i++)
		if (!leaves(session, items[i]))
			items[kept++] = items[i];
	member->count = kept;
	return CQ_OK;
}

cq_status cq__member_set(cq_session *session, const cq__relation *relation, cq__entry *entry, void *item)
{
	cq_any_one *const member = cq__member_one(relation, entry->object);
	if ((member->flags & CQ_RELATION_LOADED) != 0 && member->object == item)
		return CQ_OK;
	CQ_TRY(cq__journal_member(session, entry, relation));
	*member = (cq_any_one){ .object = item, .flags = CQ_RELATION_LOADED };
	return CQ_OK;
}

/* ---- loading -------------------------------------------------------------------------------------------------------- */

/* Whether something that is not written yet makes a collection differ from the database. */
static bool anything_noted(const cq_session *session)
{
	return session->links_noted != 0 || session->associations != NULL;
}

/* The collection is what a loader has read, put right: what is leaving is not in it, what it held or was noted and is not written yet is. */
static cq_status load_many(cq_session *session, const cq__relation *relation, cq__entry *entry, void *const *items, size_t count)
{
	cq_any_many *const member = cq__member_many(relation, entry->object);
	const bool mixes = anything_noted(session);
	const uint32_t held = mixes && member->items != NULL ? used(member) : 0;
	cq_any_many loaded = { .flags = CQ_RELATION_LOADED };
	cq__items_head *const head = count + held != 0 ? array_create(session, NULL, 0, count + held) : NULL;
	if (count + held != 0 && head == NULL)
		return CQ_NO_MEMORY;
	if (head != NULL)
		loaded.items = items_of(head);
	for (size_t i = 0; i < count; i++)
		if (!mixes || noted_of(session, relation, entry, items[i]) != TO_GO)
			items_of(head)[loaded.count++] = items[i];
	bool differs = (member->flags & CQ__MEMBER_NOTED) != 0 || loaded.count != count;
	for (uint32_t i = 0; i < held; i++) {
		if (noted_of(session, relation, entry, member->items[i]) != TO_COME || find(&loaded, member->items[i]) != loaded.count)
			continue;
		items_of(head)[loaded.count++] = member->items[i];
		differs = true;
	}
	/* Outside of a transaction what was read stays right whatever is rolled back, unless it was mixed with what is not written. */
	if (session->began || differs) {
		CQ_TRY(cq__journal_member(session, entry, relation));
		if (head != NULL)
			head->journalled = head->copied = epoch_now(session);
	}
	*member = loaded;
	return CQ_OK;
}

static cq_status load_one(cq_session *session, const cq__relation *relation, cq__entry *entry, void *item)
{
	bool differs = false;
	if (session->links_noted != 0) {
		const cq__link *const link = relation->said->kind == CQ_BELONGS_TO ? cq__link_find(entry, relation) : NULL;
		if (link != NULL) {
			item = link->parent != NULL ? link->parent->object : NULL;
			differs = true;
		} else if (relation->said->kind == CQ_HAS_ONE) {
			void *const held = cq__member_one(relation, entry->object)->object;
			void *const read = item;
			if (item != NULL && noted_of(session, relation, entry, item) == TO_GO)
				item = NULL;
			if (held != NULL && noted_of(session, relation, entry, held) == TO_COME)
				item = held;
			differs = item != read;
		}
	}
	if (session->began || differs)
		return cq__member_set(session, relation, entry, item);
	*cq__member_one(relation, entry->object) = (cq_any_one){ .object = item, .flags = CQ_RELATION_LOADED };
	return CQ_OK;
}

/* Where each object has one that it leads back to, that is this one. */
static cq_status load_back(cq_session *session, const cq__relation *back, cq__entry *entry, void *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		cq_any_one *const member = cq__member_one(back, items[i]);
		if ((member->flags & CQ_RELATION_LOADED) != 0 && member->object == entry->object)
			continue;
		if (!session->began) {
			*member = (cq_any_one){ .object = entry->object, .flags = CQ_RELATION_LOADED };
			continue;
		}
		cq__entry *const other = cq__entry_of_object(session, items[i]);
		if (other != NULL)
			CQ_TRY(cq__member_set(session, back, other, entry->object));
	}
	return CQ_OK;
}

cq_status cq__relation_set_loaded(cq_session *session, const cq__relation *relation, cq__entry *entry, void *const *items,
	size_t count)
{
	if (relation->said->write_only)
		return CQ_OK;
	if (relation->many)
		CQ_TRY(load_many(session, relation, entry, items, count));
	else
		CQ_TRY(load_one(session, relation, entry, count != 0 ? items[0] : NULL));
	if (relation->back == NULL || relation->back->many)
		return CQ_OK;
	void *one[1];
	void *const *held;
	const uint32_t held_count = cq__member_items(relation, entry->object, one, &held);
	return load_back(session, relation->back, entry, held, held_count);
}

void cq__relation_set_part(const cq__relation *relation, cq__entry *entry)
{
	if (!cq__member_loaded(relation, entry->object))
		return;
	if (relation->many)
		cq__member_many(relation, entry->object)->flags |= CQ__MEMBER_PART;
	else
		cq__member_one(relation, entry->object)->flags |= CQ__MEMBER_PART;
}

/* ---- unloading and beginning ---------------------------------------------------------------------------------------- */

/* While nothing has been changed since the latest commit there is nothing that a rollback would put back: what was unloaded stays so. */
static cq_status journal_unloading(cq_session *session, const cq__relation *relation, cq__entry *entry)
{
	return session->began || session->journal != NULL ? cq__journal_member(session, entry, relation) : CQ_OK;
}

static cq_status unload_many(cq_session *session, const cq__relation *relation, cq__entry *entry)
{
	cq_any_many *const member = cq__member_many(relation, entry->object);
	if ((member->flags & CQ_RELATION_LOADED) == 0)
		return CQ_OK;
	cq_any_many unloaded = { 0 };
	if (anything_noted(session) && member->count != 0) {
		cq__items_head *const head = array_create(session, NULL, 0, member->count);
		if (head == NULL)
			return CQ_NO_MEMORY;
		for (uint32_t i = 0; i < member->count; i++)
			if (noted_of(session, relation, entry, member->items[i]) == TO_COME)
				items_of(head)[head->noted++] = member->items[i];
		if (head->noted != 0)
			unloaded = (cq_any_many){ .items = items_of(head), .flags = CQ__MEMBER_NOTED };
	}
	CQ_TRY(journal_unloading(session, relation, entry));
	*member = unloaded;
	return CQ_OK;
}

static cq_status unload_one(cq_session *session, const cq__relation *relation, cq__entry *entry)
{
	cq_any_one *const member = cq__member_one(relation, entry->object);
	if ((member->flags & CQ_RELATION_LOADED) == 0)
		return CQ_OK;
	/* What was assigned and is not written yet would be lost to the other side only. */
	if (relation->said->kind == CQ_BELONGS_TO && cq__link_find(entry, relation) != NULL)
		return CQ_OK;
	if (relation->said->kind == CQ_HAS_ONE && member->object != NULL && noted_of(session, relation, entry, member->object) == TO_COME)
		return CQ_OK;
	CQ_TRY(journal_unloading(session, relation, entry));
	*member = (cq_any_one){ 0 };
	return CQ_OK;
}

cq_status cq__relations_unload(cq_session *session, cq__entry *entry)
{
	for (uint32_t i = 0; i < entry->model->relation_count; i++) {
		const cq__relation *const relation = &entry->model->relations[i];
		CQ_TRY(relation->many ? unload_many(session, relation, entry) : unload_one(session, relation, entry));
	}
	return CQ_OK;
}

static bool any_byte(const cq__part *part)
{
	for (size_t i = 0; part->data != NULL && i < part->size; i++)
		if (((const char *)part->data)[i] != 0)
			return true;
	return false;
}

bool cq__foreign_key_set(const cq__relation *relation, const void *object)
{
	if (relation->said->kind != CQ_BELONGS_TO)
		return false;
	for (uint32_t i = 0; i < relation->near.count; i++) {
		const uint32_t index = relation->near.indexes[i];
		const cq_column *const column = &cq_table_columns(relation->own->table)[index];
		cq__part part;
		cq__part_read(&part, column, (const char *)object + relation->own->table->offsets[index]);
		if (part.null)
			continue;
		if ((column->flags & CQ_COLUMN_NULLABLE) != 0 || part.number != 0 || any_byte(&part))
			return true;
	}
	return false;
}

/* The array may be of another session, with its epochs, or another object's. */
static void forget_epochs(const cq__relation *relation, cq__entry *entry)
{
	cq__items_head *const head = relation->many ? head_of(cq__member_many(relation, entry->object)->items) : NULL;
	if (head == NULL)
		return;
	head->journalled = head->copied = 0;
	if (entry->state == CQ_PENDING)
		cq__member_many(relation, entry->object)->flags |= CQ__MEMBER_GIVEN;
}

cq_status cq__relations_begin(cq_session *session, cq__entry *entry)
{
	for (uint32_t i = 0; i < entry->model->relation_count; i++) {
		const cq__relation *const relation = &entry->model->relations[i];
		if (cq__member_loaded(relation, entry->object)) {
			forget_epochs(relation, entry);
			continue;
		}
		/* What has a row may well have more. */
		if (entry->state != CQ_PENDING || relation->said->write_only || cq__foreign_key_set(relation, entry->object))
			continue;
		CQ_TRY(cq__journal_member(session, entry, relation));
		if (relation->many)
			*cq__member_many(relation, entry->object) = (cq_any_many){ .flags = CQ_RELATION_LOADED };
		else
			*cq__member_one(relation, entry->object) = (cq_any_one){ .flags = CQ_RELATION_LOADED };
	}
	return CQ_OK;
}
