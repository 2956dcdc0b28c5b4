/* session/collect.c: what there is to write: every object that was added, that differs from its snapshot, or that is to be deleted.
 * It knows nothing of the order of writes, nor of how they are sent. flush.c calls it.
 */
#include "session/work.h"

#include "meta/model.h"
#include "meta/type_registry.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/flush.h"
#include "session/hook.h"
#include "session/identity.h"
#include "session/link.h"
#include "session/model.h"
#include "session/relation.h"
#include "session/snapshot.h"

/* ---- which objects ---------------------------------------------------------------------------------------------------------- */

/* What a flush does with an entry; -1: nothing. */
static int write_of(const cq__entry *entry)
{
	if (entry->state == CQ_PENDING)
		return (entry->flags & (CQ__ENTRY_ORPHAN | CQ__ENTRY_DELETE)) == 0 ? CQ__WRITE_INSERT : -1;
	if (entry->state != CQ_PERSISTENT)
		return -1;
	if ((entry->flags & CQ__ENTRY_DELETE) != 0)
		return CQ__WRITE_DELETE;
	if (entry->links != NULL)
		return CQ__WRITE_UPDATE;
	if (entry->snapshot != NULL && __builtin_expect(memcmp(entry->object, entry->snapshot, entry->model->columns_end) == 0, 1))
		return -1;
	if (cq__snapshot_changed(entry))
		return CQ__WRITE_UPDATE;
	/* A text that was assigned and says the same is needed no longer: the session's object has the session's. */
	if ((entry->flags & CQ__ENTRY_OWN) != 0)
		memcpy(entry->object, entry->snapshot, entry->model->columns_end);
	return -1;
}

static bool has_associations(const cq_session *session)
{
	for (const cq__association *each = session->associations; each != NULL; each = each->next)
		if (cq__association_due(each))
			return true;
	return false;
}

bool cq__flush_wanted(const cq_session *session)
{
	if (session->pending_count != 0 || session->delete_count != 0 || session->replacements != NULL || has_associations(session))
		return true;
	for (uint32_t i = 0; i < session->entry_count; i++)
		if (write_of(cq__entry_at(session, i)) >= 0)
			return true;
	return false;
}

static void count_insert(cq__work *work, const cq__work_item *item, int32_t more)
{
	if (item->write != CQ__WRITE_INSERT)
		return;
	work->tables[cq__work_place(work, item->model)].inserts += (uint32_t)more;
	work->inserts += (uint32_t)more;
}

/* Room to find the item of each entry. */
static cq_status begin_notes(cq__work *work)
{
	work->item_of_count = work->session->entry_count;
	work->item_of = cq__work_memory(work, work->item_of_count * sizeof *work->item_of);
	return work->item_of != NULL ? CQ_OK : CQ_NO_MEMORY;
}

static cq_status scan(cq__work *work)
{
	cq_session *const session = work->session;
	if (session->pending_count != 0)
		CQ_TRY(cq__work_begin(work, (void **)&work->items, session->pending_count, &work->items_capacity, sizeof *work->items));
	for (uint32_t i = 0; i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		const int write = write_of(entry);
		uint32_t item;
		if (write < 0)
			continue;
		if (work->item_of == NULL)
			CQ_TRY(begin_notes(work));
		CQ_TRY(cq__work_add(work, (cq__write)write, entry, entry->model, &item));
		work->item_of[i] = item + 1;
		count_insert(work, &work->items[item], 1);
	}
	return CQ_OK;
}

/* A hook may have changed its object back, or taken an object out. */
static void look_again(cq__work *work)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < work->items_count; i++)
		if (write_of(work->items[i].entry) == work->items[i].write)
			work->items[kept++] = work->items[i];
		else
			count_insert(work, &work->items[i], -1);
	work->items_count = kept;
}

static cq_status run_hooks(cq__work *work)
{
	for (uint32_t i = 0; i < work->items_count; i++) {
		const cq__work_item *const item = &work->items[i];
		const cq_event event = item->write == CQ__WRITE_INSERT ? CQ_BEFORE_INSERT
			: item->write == CQ__WRITE_UPDATE ? CQ_BEFORE_UPDATE
			: CQ_BEFORE_DELETE;
		/* One before it may have taken this one out. */
		if (write_of(item->entry) == item->write)
			CQ_TRY(cq__hooks_run(work->session, event, item->model, item->entry->object));
	}
	look_again(work);
	/* Hooks may have added objects, which the next flush writes. */
	if (work->item_of_count != work->session->entry_count)
		return begin_notes(work);
	return CQ_OK;
}

/* ---- rows ------------------------------------------------------------------------------------------------------------------- */

/* The place of a column's value in a row, that is made present. */
static void *value_place(const cq__model *model, uint32_t index, void *row)
{
	const cq_column *const column = cq__model_column(model, index);
	char *const member = cq__model_member(model, row, index);
	if ((column->flags & CQ_COLUMN_NULLABLE) == 0)
		return member;
	const cq__type_information *const information = cq__type_info((cq_type)column->type);
	memset(member, 0, information->nullable_size);
	*(bool *)(void *)member = true;
	return member + information->value_offset;
}

static void set_integer(const cq__model *model, uint32_t index, void *row, int64_t number)
{
	void *const place = value_place(model, index, row);
	switch (cq__model_column(model, index)->type) {
	case CQ_TYPE_SMALLINT: *(int16_t *)place = (int16_t)number; break;
	case CQ_TYPE_INTEGER: *(int32_t *)place = (int32_t)number; break;
	default: *(int64_t *)place = number; break;
	}
}

static int64_t get_integer(const cq__model *model, uint32_t index, const void *row)
{
	cq__part part;
	cq__part_read(&part, cq__model_column(model, index), cq__model_member(model, row, index));
	return part.null ? 0 : part.number;
}

static bool set_now(const cq__model *model, uint32_t index, void *row)
{
	static const int64_t day = INT64_C(86400) * 1000000;
	const int64_t now = cq_now().microseconds;
	const uint8_t type = cq__model_column(model, index)->type;
	if (type != CQ_TYPE_TIMESTAMP && type != CQ_TYPE_DATE && type != CQ_TYPE_TIME)
		return false;
	void *const place = value_place(model, index, row);
	if (type == CQ_TYPE_TIMESTAMP)
		((cq_timestamp *)place)->microseconds = now;
	else if (type == CQ_TYPE_DATE)
		((cq_date *)place)->days = (int32_t)(now / day);
	else
		((cq_time *)place)->microseconds = now % day;
	return true;
}

/* So many bytes of the session's for rows that become snapshots; they are taken when the flush has succeeded. What a failed flush
 * leaves serves the next: a program that tries again and again needs no more and no more. */
static char *room_for_rows(cq_session *session, size_t size)
{
	if (session->row_spare_size < size) {
		const size_t twice = 2 * session->row_spare_size;
		const size_t wanted = size < twice ? twice : size;
		char *const room = cq__arena_alloc(session->memory, wanted);
		if (room == NULL) {
			(void)cq__session_fail(session, CQ_NO_MEMORY, NULL);
			return NULL;
		}
		session->row_spare = room;
		session->row_spare_size = wanted;
	}
	return session->row_spare;
}

/* The rows of one table's inserts stand side by side, so that they are sent as they are. */
static cq_status give_room(cq__work *work)
{
	size_t size = 0;
	if (work->inserts == 0)
		return CQ_OK;
	for (uint32_t i = 0; i < work->tables_count; i++)
		size += work->tables[i].inserts * cq__work_stride(work->tables[i].model);
	work->rows_size = size;
	char *rows = room_for_rows(work->session, size);
	if (rows == NULL)
		return CQ_NO_MEMORY;
	for (uint32_t i = 0; i < work->tables_count; i++) {
		work->tables[i].rows = rows;
		rows += work->tables[i].inserts * cq__work_stride(work->tables[i].model);
	}
	return CQ_OK;
}

void cq__work_keep_rows(const cq__work *work)
{
	cq_session *const session = work->session;
	session->row_spare_size -= work->rows_size;
	session->row_spare = session->row_spare_size != 0 ? session->row_spare + work->rows_size : NULL;
}

/* Whether the entry's row is inserted by this flush. */
static bool is_inserted(const cq__work *work, const cq__entry *entry)
{
	return entry->state == CQ_PENDING && cq__work_item_of(work, entry) != NULL;
}

/* Which of the item's links wait for keys that the database makes, and whether there are others. */
static void look_at_links(cq__work *work, cq__work_item *item)
{
	for (const cq__link *link = item->entry->links; link != NULL; link = link->next) {
		if (!cq__link_due(link))
			continue;
		if (link->parent == NULL || !is_inserted(work, link->parent)) {
			work->unresolved = true;
			continue;
		}
		const ptrdiff_t along = link->relation - item->model->relations;
		const bool only = !item->links && link->relation->said->kind == CQ_BELONGS_TO && link->relation->own == item->model &&
			along < UINT8_MAX;
		item->parent = only ? work->item_of[link->parent->index] : 0;
		item->along = only ? (uint8_t)along : 0;
		item->links = true;
	}
}

static cq_status begin_insert(cq__work *work, cq__work_item *item)
{
	const cq__model *const model = item->model;
	cq__table_work *const table = &work->tables[cq__work_place(work, model)];
	item->row = table->rows;
	table->rows += cq__work_stride(model);
	memcpy(item->row, item->entry->object, model->columns_end);
	if (model->version != UINT16_MAX && get_integer(model, model->version, item->row) == 0)
		set_integer(model, model->version, item->row, 1);
	look_at_links(work, item);
	return CQ_OK;
}

static cq_status begin_update(cq__work *work, cq__work_item *item)
{
	const cq__model *const model = item->model;
	uint64_t *const columns = cq__work_memory(work, cq__column_words(model) * sizeof *columns);
	if (columns == NULL || (item->row = cq__work_room(work, model->table->object_size)) == NULL)
		return CQ_NO_MEMORY;
	work->unresolved = true;
	item->columns = columns;
	item->old = item->entry->snapshot;
	memcpy(item->row, item->entry->object, model->columns_end);
	(void)cq__snapshot_changed_columns(item->entry, columns);
	return CQ_OK;
}

static cq_status begin_row(cq__work *work, cq__work_item *item)
{
	if (item->write == CQ__WRITE_INSERT)
		return begin_insert(work, item);
	if (item->write == CQ__WRITE_UPDATE)
		return begin_update(work, item);
	item->old = item->entry->snapshot != NULL ? item->entry->snapshot : item->entry->object;
	item->row = (void *)(uintptr_t)item->old;
	return CQ_OK;
}

/* ---- links ------------------------------------------------------------------------------------------------------------------- */

/* Whether the foreign key is set by another write, behind a cycle. */
static bool set_late(const cq__work *work, const cq__work_item *item, const cq__columns *columns)
{
	for (uint32_t i = item->halves; i != 0; i = work->items[i - 1].halves) {
		const cq__columns *const own = work->items[i - 1].late->own;
		if (own->count == columns->count && memcmp(own->indexes, columns->indexes, own->count * sizeof *own->indexes) == 0)
			return true;
	}
	return false;
}

/* The row that has the parent's key. */
static const void *parent_row(const cq__work_item *item, const cq__entry *parent)
{
	if (item != NULL)
		return item->row;
	return parent->snapshot != NULL ? parent->snapshot : parent->object;
}

cq_status cq__work_resolve(cq__work *work, cq__work_item *item, bool later)
{
	for (const cq__link *link = item->entry->links; link != NULL; link = link->next) {
		if (!cq__link_due(link))
			continue;
		const cq__columns *const columns = cq__link_columns(link);
		const cq__work_item *const parent = link->parent != NULL ? cq__work_item_of(work, link->parent) : NULL;
		const bool inserted = parent != NULL && parent->write == CQ__WRITE_INSERT;
		if (inserted && !later)
			item->links = true;
		if (inserted != later || (later && set_late(work, item, columns)))
			continue;
		const cq__model *const model = link->parent != NULL ? link->parent->model : NULL;
		CQ_TRY(cq__work_copy_key(work, model, cq__link_sources(link), model != NULL ? parent_row(parent, link->parent) : NULL,
			item->model, columns, item->row));
	}
	return CQ_OK;
}

cq_status cq__work_resolve_insert(cq__work *work, cq__work_item *item)
{
	if (item->parent == 0 || item->halves != 0)
		return cq__work_resolve(work, item, true);
	const cq__work_item *const parent = &work->items[item->parent - 1];
	const cq__relation *const relation = &item->model->relations[item->along];
	return cq__work_copy_key(work, parent->model, &relation->far, parent->row, item->model, &relation->near, item->row);
}

/* ---- what an update sets ------------------------------------------------------------------------------------------------------ */

static bool differs(const cq__work_item *item, uint32_t index)
{
	const uint16_t indexes[] = { (uint16_t)index };
	return !cq__key_same(item->model, &(const cq__columns){ 1, indexes }, item->row, item->old);
}

/* A link is the last word on its columns, whatever the struct holds. */
static void apply_links(const cq__work *work, const cq__work_item *item, uint64_t *columns)
{
	for (const cq__link *link = item->entry->links; link != NULL; link = link->next) {
		const cq__columns *const set = cq__link_columns(link);
		const cq__work_item *const parent = link->parent != NULL ? cq__work_item_of(work, link->parent) : NULL;
		const bool inserted = parent != NULL && parent->write == CQ__WRITE_INSERT;
		for (uint32_t i = 0; i < set->count; i++) {
			const uint32_t index = set->indexes[i];
			if (inserted || differs(item, index))
				cq__column_add(columns, index);
			else
				columns[index / 64] &= ~(UINT64_C(1) << (index % 64));
		}
	}
}

/* Mostly another object was written into the variable of one that has a row. */
static cq_status refuse_key(cq__work *work, const cq__work_item *item)
{
	char text[CQ__ENTRY_TEXT];
	return cq__session_fail(work->session, CQ_MISUSE, "cq_flush: %s has another %s.%s by now, %lld: the database makes that key, and a row keeps it; "
		"a new object needs memory of its own, as cq_add_new gives it", cq__entry_text(item->entry, text), item->model->table->name,
		cq__model_column(item->model, item->model->key.indexes[0])->name, (long long)get_integer(item->model, item->model->key.indexes[0], item->row));
}

static cq_status check_columns(cq__work *work, const cq__work_item *item, uint64_t *columns)
{
	const cq__model *const model = item->model;
	if (model->auto_key && cq__column_in(columns, model->key.indexes[0]))
		return refuse_key(work, item);
	for (uint32_t i = 0; i < model->table->column_count; i++) {
		const cq_column *const column = cq__model_column(model, i);
		if (!cq__column_in(columns, i))
			continue;
		if ((column->flags & CQ_COLUMN_GENERATED) != 0)
			columns[i / 64] &= ~(UINT64_C(1) << (i % 64));
		else if ((column->flags & CQ_COLUMN_DATABASE_DEFAULT) != 0 &&
			cq__is_default_marker(column, cq__model_member(model, item->row, i)))
			return cq__session_fail(work->session, CQ_MISUSE,
				"cq_flush: an object leaves %s.%s to the database, which fills it only when a row is inserted",
				model->table->name, column->name);
	}
	return CQ_OK;
}

/* What every update of a row changes by itself. */
static void touch(const cq__work_item *item, uint64_t *columns)
{
	const cq__model *const model = item->model;
	for (uint32_t i = 0; i < model->table->column_count; i++)
		if ((cq__model_column(model, i)->flags & CQ_COLUMN_ON_UPDATE_NOW) != 0 && !cq__column_in(columns, i) &&
			set_now(model, i, item->row))
			cq__column_add(columns, i);
	if (model->version != UINT16_MAX) {
		set_integer(model, model->version, item->row, get_integer(model, model->version, item->old) + 1);
		cq__column_add(columns, model->version);
	}
}

/* *any: whether there is something to set. */
static cq_status finish_update(cq__work *work, cq__work_item *item, bool *any)
{
	uint64_t *const columns = (uint64_t *)(uintptr_t)item->columns;
	apply_links(work, item, columns);
	CQ_TRY(check_columns(work, item, columns));
	*any = false;
	for (uint32_t i = 0; i < cq__column_words(item->model); i++)
		*any |= columns[i] != 0;
	if (*any)
		touch(item, columns);
	return CQ_OK;
}

/* ---- all of it ---------------------------------------------------------------------------------------------------------------- */

static void note_items(cq__work *work)
{
	memset(work->item_of, 0, work->item_of_count * sizeof *work->item_of);
	for (uint32_t i = 0; i < work->items_count; i++)
		work->item_of[work->items[i].entry->index] = i + 1;
}

/* Updates that turn out to change nothing are none. */
static cq_status finish_rows(cq__work *work)
{
	uint32_t kept = 0;
	bool dropped = false;
	if (!work->unresolved)
		return CQ_OK;
	for (uint32_t i = 0; i < work->items_count; i++) {
		cq__work_item *const item = &work->items[i];
		bool any = true;
		if (item->write != CQ__WRITE_DELETE && item->entry->links != NULL)
			CQ_TRY(cq__work_resolve(work, item, false));
		if (item->write == CQ__WRITE_UPDATE)
			CQ_TRY(finish_update(work, item, &any));
		if (!any)
			item->write = UINT8_MAX;
		dropped |= !any;
	}
	if (!dropped)
		return CQ_OK;
	for (uint32_t i = 0; i < work->items_count; i++) {
		if (work->items[i].write == UINT8_MAX)
			continue;
		work->items[kept] = work->items[i];
		work->items[kept++].parent = 0;
	}
	work->items_count = kept;
	note_items(work);
	return CQ_OK;
}

cq_status cq__work_collect(cq__work *work)
{
	cq_session *const session = work->session;
	CQ_TRY(scan(work));
	if (session->options.hook_count != 0 && work->items_count != 0) {
		CQ_TRY(run_hooks(work));
		note_items(work);
	}
	CQ_TRY(give_room(work));
	for (uint32_t i = 0; i < work->items_count; i++) {
		cq__work_item *const item = &work->items[i];
		CQ_TRY(begin_row(work, item));
		if (item->write == CQ__WRITE_INSERT)
			CQ_TRY(cq__work_group(work, item));
	}
	CQ_TRY(finish_rows(work));
	CQ_TRY(cq__associate_collect(work));
	for (uint32_t i = 0; work->inserts != work->items_count && i < work->items_count; i++)
		if (work->items[i].write != CQ__WRITE_INSERT)
			CQ_TRY(cq__work_group(work, &work->items[i]));
	return CQ_OK;
}
