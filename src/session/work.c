/* session/work.c: the memory and the lists of a flush: items, tables, groups, and rows found by what they hold.
 * It knows nothing of the order of writes. The other files of the flush call it.
 */
#include "session/work.h"

#include "base/alloc.h"
#include "session/enter.h"
#include "session/identity.h"
#include "session/model.h"
#include "session/snapshot.h"

void cq__work_release(cq__work *work)
{
	cq__free(work->items);
	cq__free(work->edges);
	cq__free(work->tables);
	cq__free(work->groups);
	cq__free(work->batches);
	cq__map_release(&work->column_groups);
	cq__arena_destroy(work->memory);
}

cq_status cq__work_begin(cq__work *work, void **list, uint32_t count, uint32_t *capacity, size_t size)
{
	void *const grown = cq__realloc_array(*list, count, size);
	if (grown == NULL)
		return cq__session_fail(work->session, CQ_NO_MEMORY, NULL);
	*list = grown;
	*capacity = count;
	return CQ_OK;
}

cq_status cq__work_grow(cq__work *work, void **list, uint32_t count, uint32_t *capacity, size_t size)
{
	const uint32_t larger = count < 16 ? 16 : count <= UINT32_MAX / 2 ? 2 * count : count;
	if (larger == count)
		return cq__session_fail(work->session, CQ_NO_MEMORY, NULL);
	return cq__work_begin(work, list, larger, capacity, size);
}

void *cq__work_room(cq__work *work, size_t size)
{
	if (work->memory == NULL)
		work->memory = cq__arena_create(CQ__ARENA_SMALL);
	void *const memory = work->memory != NULL ? cq__arena_alloc(work->memory, size) : NULL;
	if (memory == NULL)
		(void)cq__session_fail(work->session, CQ_NO_MEMORY, NULL);
	return memory;
}

void *cq__work_memory(cq__work *work, size_t size)
{
	void *const memory = cq__work_room(work, size);
	return memory != NULL ? memset(memory, 0, size) : NULL;
}

/* ---- tables --------------------------------------------------------------------------------------------------------------- */

uint32_t cq__work_place(const cq__work *work, const cq__model *model)
{
	const uint32_t place = model->number < work->place_count ? work->place_of[model->number] : 0;
	return place != 0 ? place - 1 : CQ__NO_ITEM;
}

static cq_status know_number(cq__work *work, uint32_t number)
{
	if (number < work->place_count)
		return CQ_OK;
	const uint32_t count = number + 32;
	uint32_t *const places = cq__work_memory(work, count * sizeof *places);
	if (places == NULL)
		return CQ_NO_MEMORY;
	if (work->place_count != 0)
		memcpy(places, work->place_of, work->place_count * sizeof *places);
	work->place_of = places;
	work->place_count = count;
	return CQ_OK;
}

/* The place of a model among the tables, made when it has none. */
static cq_status need_table(cq__work *work, cq__model *model, uint32_t *out)
{
	*out = cq__work_place(work, model);
	if (*out != CQ__NO_ITEM)
		return CQ_OK;
	CQ_TRY(know_number(work, model->number));
	CQ_TRY(CQ__WORK_ROOM(work, tables));
	work->tables[work->tables_count] = (cq__table_work){ .model = model };
	*out = work->tables_count++;
	work->place_of[model->number] = work->tables_count;
	return CQ_OK;
}

/* ---- items and groups ------------------------------------------------------------------------------------------------------ */

cq_status cq__work_add(cq__work *work, cq__write write, cq__entry *entry, cq__model *model, uint32_t *out)
{
	uint32_t place;
	CQ_TRY(need_table(work, model, &place));
	CQ_TRY(CQ__WORK_ROOM(work, items));
	*out = work->items_count++;
	work->items[*out] = (cq__work_item){ .entry = entry, .model = model, .of = CQ__NO_ITEM, .write = (uint8_t)write };
	return CQ_OK;
}

static cq_status new_group(cq__work *work, const cq__work_item *item, uint32_t *out)
{
	CQ_TRY(CQ__WORK_ROOM(work, groups));
	*out = work->groups_count++;
	work->groups[*out] = (cq__group){
		.model = item->model,
		.columns = item->columns,
		.relation = item->association != NULL ? item->association->relation : NULL,
		.write = item->write,
	};
	return CQ_OK;
}

/* What tells the groups apart that are not found by their table alone. */
typedef struct group_key {
	const void *of;
	uint64_t write;
	uint64_t columns[];
} group_key;

static cq_status find_group(cq__work *work, cq__work_item *item)
{
	const uint32_t words = item->columns != NULL ? cq__column_words(item->model) : 0;
	const size_t size = sizeof(group_key) + words * sizeof(uint64_t);
	group_key *const key = cq__work_memory(work, size);
	if (key == NULL)
		return CQ_NO_MEMORY;
	key->of = item->association != NULL ? (const void *)item->association->relation : item->model;
	key->write = item->write;
	if (words != 0)
		memcpy(key->columns, item->columns, words * sizeof(uint64_t));
	const uint64_t hash = cq__hash(key, size, 0);
	const uintptr_t found = (uintptr_t)cq__map_get_hashed(&work->column_groups, hash, key, size);
	if (found != 0) {
		item->group = (uint32_t)(found - 1);
		return CQ_OK;
	}
	CQ_TRY(new_group(work, item, &item->group));
	if (cq__map_put_hashed(&work->column_groups, hash, key, size, (void *)((uintptr_t)item->group + 1), NULL) != CQ_OK)
		return cq__session_fail(work->session, CQ_NO_MEMORY, NULL);
	return CQ_OK;
}

cq_status cq__work_group(cq__work *work, cq__work_item *item)
{
	if (item->write != CQ__WRITE_INSERT && item->write != CQ__WRITE_DELETE)
		return find_group(work, item);
	cq__table_work *const table = &work->tables[cq__work_place(work, item->model)];
	uint32_t *const known = item->write == CQ__WRITE_INSERT ? &table->insert_group : &table->delete_group;
	if (*known == 0) {
		CQ_TRY(new_group(work, item, known));
		++*known;
	}
	item->group = *known - 1;
	return CQ_OK;
}

/* ---- keys from row to row --------------------------------------------------------------------------------------------------- */

/* Members of one type that is no pointer, and that both may not be NULL: most keys. */
static bool copies_plainly(const cq_column *from, const cq_column *to)
{
	return from->type == to->type && ((from->flags | to->flags) & CQ_COLUMN_NULLABLE) == 0 &&
		(from->type == CQ_TYPE_BIGINT || from->type == CQ_TYPE_INTEGER || from->type == CQ_TYPE_UUID);
}

/* A foreign key of several columns says nothing when one of them is NULL: those that may not be, an account that both ends are of, stay. */
static void keep_what_is_never_null(cq__key *key, const cq__model *model, const cq__columns *columns, const void *row)
{
	bool one = false;
	for (uint32_t i = 0; i < columns->count; i++)
		one |= (cq__model_column(model, columns->indexes[i])->flags & CQ_COLUMN_NULLABLE) != 0;
	for (uint32_t i = 0; one && i < columns->count; i++) {
		const cq_column *const column = cq__model_column(model, columns->indexes[i]);
		if ((column->flags & CQ_COLUMN_NULLABLE) == 0)
			cq__part_read(&key->parts[i], column, cq__model_member(model, row, columns->indexes[i]));
	}
}

cq_status cq__work_copy_key(cq__work *work, const cq__model *from_model, const cq__columns *from, const void *from_row,
	const cq__model *to_model, const cq__columns *to, void *to_row)
{
	cq__key key;
	if (from_row != NULL && to->count == 1) {
		const cq_column *const source = cq__model_column(from_model, from->indexes[0]);
		const cq_column *const target = cq__model_column(to_model, to->indexes[0]);
		if (copies_plainly(source, target)) {
			const size_t size = source->type == CQ_TYPE_BIGINT ? 8 : source->type == CQ_TYPE_INTEGER ? 4 : sizeof(cq_uuid);
			memcpy(cq__model_member(to_model, to_row, to->indexes[0]), cq__model_member(from_model, from_row, from->indexes[0]), size);
			return CQ_OK;
		}
	}
	if (from_row != NULL) {
		cq__key_read(&key, from_model, from, from_row);
	} else {
		memset(&key, 0, offsetof(cq__key, parts) + to->count * sizeof key.parts[0]);
		key.count = to->count;
		for (uint32_t i = 0; i < to->count; i++)
			key.parts[i].null = true;
		cq__key_finish(&key);
		keep_what_is_never_null(&key, to_model, to, to_row);
	}
	return cq__key_write(work->session, &key, to_model, to, to_row);
}

/* ---- rows by what they hold ------------------------------------------------------------------------------------------------- */

cq_status cq__lookup_init(cq__work *work, cq__lookup *lookup, const cq__columns *columns, bool old, uint32_t count)
{
	uint32_t capacity = 8;
	while (capacity < 2 * count)
		capacity *= 2;
	*lookup = (cq__lookup){ .mask = capacity - 1, .columns = columns, .old = old };
	lookup->slots = cq__work_memory(work, capacity * sizeof *lookup->slots);
	return lookup->slots != NULL ? CQ_OK : CQ_NO_MEMORY;
}

static const void *row_of(const cq__lookup *lookup, const cq__work_item *item)
{
	return lookup->old ? item->old : item->row;
}

void cq__lookup_put(const cq__work *work, cq__lookup *lookup, uint32_t item)
{
	cq__key key;
	const cq__work_item *const put = &work->items[item];
	cq__key_read(&key, put->model, lookup->columns, row_of(lookup, put));
	if (key.null)
		return;
	uint32_t at = (uint32_t)key.hash & lookup->mask;
	while (lookup->slots[at] != 0)
		at = (at + 1) & lookup->mask;
	lookup->slots[at] = item + 1;
}

uint32_t cq__lookup_find(const cq__work *work, const cq__lookup *lookup, const cq__model *model, const cq__columns *columns,
	const void *row)
{
	cq__key key, other;
	cq__key_read(&key, model, columns, row);
	if (key.null)
		return CQ__NO_ITEM;
	for (uint32_t at = (uint32_t)key.hash & lookup->mask; lookup->slots[at] != 0; at = (at + 1) & lookup->mask) {
		const uint32_t found = lookup->slots[at] - 1;
		const cq__work_item *const item = &work->items[found];
		cq__key_read(&other, item->model, lookup->columns, row_of(lookup, item));
		if (other.hash == key.hash && cq__key_equal(&key, &other))
			return found;
	}
	return CQ__NO_ITEM;
}
