/* session/read.c: rows that a statement gives become objects of the session.
 * It knows nothing of what the statement asks for. See session/read.h.
 *
 * First each row finds its entry, or gets one; then it is decided where new objects stand; then they get their snapshots. Up
 * to there a failure takes the new entries back. Entries that are filled anew are each done as a whole.
 */
#include "session/read.h"

#include "base/alloc.h"
#include "session/arena.h"
#include "session/collection.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/hook.h"
#include "session/journal.h"
#include "session/model.h"
#include "session/snapshot.h"

#include <string.h>

/* A result under way. */
typedef struct reading {
	cq_session *session;
	cq__arrival *arrivals;
	size_t count;
	size_t objects; /* arrivals that have one */
	size_t fresh;   /* of them new, or to be filled anew */
	bool stays;     /* in the result's memory */
	bool keeps;     /* what is changed in objects, and not written */
} reading;

/* A new entry has no snapshot before its object has its place. */
static bool is_new(const cq__arrival *arrival)
{
	return arrival->fresh && arrival->entry->snapshot == NULL;
}

/* ---- finding -------------------------------------------------------------------------------------------------------- */

static cq_status find_entry(reading *it, cq__arrival *arrival, bool populate)
{
	cq__key key;
	cq__key_read(&key, arrival->model, &arrival->model->key, arrival->object);
	cq__entry *entry = cq__entry_of_key(it->session, arrival->model, &key);
	if (entry != NULL) {
		/* The same row may come twice. */
		arrival->fresh = (populate || (entry->flags & CQ__ENTRY_EXPIRED) != 0) && (entry->flags & CQ__ENTRY_VISITED) == 0;
		arrival->entry = entry;
	} else {
		CQ_TRY(cq__entry_new(it->session, arrival->model, arrival->object, CQ_PERSISTENT, CQ__ENTRY_OWN, &entry));
		arrival->entry = entry;
		arrival->fresh = true;
		CQ_TRY(cq__key_put_new(it->session, entry, &key));
	}
	if (arrival->fresh) {
		entry->flags |= CQ__ENTRY_VISITED;
		it->fresh++;
	}
	return CQ_OK;
}

static cq_status find_entries(reading *it, bool populate)
{
	for (size_t i = 0; i < it->count; i++) {
		cq__arrival *const arrival = &it->arrivals[i];
		arrival->entry = NULL;
		arrival->fresh = false;
	}
	/* The first large result need not grow the maps step by step. */
	if (it->session->key_used < it->count / 4)
		CQ_TRY(cq__entry_reserve(it->session, it->count));
	for (size_t i = 0; i < it->count; i++) {
		if (it->arrivals[i].object == NULL)
			continue;
		it->objects++;
		CQ_TRY(find_entry(it, &it->arrivals[i], populate));
	}
	return CQ_OK;
}

/* ---- placing -------------------------------------------------------------------------------------------------------- */

static cq_status copy_object(cq_session *session, cq__arrival *arrival)
{
	const cq__model *const model = arrival->model;
	void *const object = cq__arena_zalloc(session->objects, model->table->object_size);
	if (object == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	CQ_TRY(cq__object_fill(session, model, object, arrival->object));
	cq__entry_move(session, arrival->entry, object);
	return CQ_OK;
}

static cq_status place_new(reading *it)
{
	for (size_t i = 0; i < it->count; i++) {
		cq__arrival *const arrival = &it->arrivals[i];
		if (!is_new(arrival))
			continue;
		CQ_TRY(cq__journal_loaded(it->session, arrival->entry));
		if (!it->stays)
			CQ_TRY(copy_object(it->session, arrival));
		CQ_TRY(cq__snapshot_take_loaded(it->session, arrival->entry));
		arrival->object = arrival->entry->object;
	}
	return CQ_OK;
}

/* What is changed and not written differs from what is known from here on, too. */
static cq_status fill_unchanged(reading *it, const cq__arrival *arrival)
{
	if (!it->stays)
		CQ_TRY(cq__object_fill(it->session, arrival->model, arrival->object, arrival->object));
	cq__snapshot_take_row(arrival->entry, arrival->object);
	return CQ_OK;
}

static cq_status fill_whole(reading *it, const cq__arrival *arrival)
{
	if (it->stays)
		memcpy(arrival->entry->object, arrival->object, arrival->model->columns_end);
	else
		CQ_TRY(cq__object_fill(it->session, arrival->model, arrival->entry->object, arrival->object));
	return cq__snapshot_take_loaded(it->session, arrival->entry);
}

static cq_status fill_anew(reading *it, cq__arrival *arrival)
{
	cq_session *const session = it->session;
	cq__entry *const entry = arrival->entry;
	CQ_TRY(cq__journal_loaded(session, entry));
	CQ_TRY(cq__relations_unload(session, entry));
	CQ_TRY(it->keeps && cq__snapshot_changed(entry) ? fill_unchanged(it, arrival) : fill_whole(it, arrival));
	cq__entry_clear_flags(session, entry, CQ__ENTRY_EXPIRED);
	return CQ_OK;
}

/* What a program's object points to is then the session's. */
static cq_status fill_known(reading *it)
{
	for (size_t i = 0; i < it->count; i++) {
		cq__arrival *const arrival = &it->arrivals[i];
		if (arrival->entry == NULL)
			continue;
		if (arrival->fresh && arrival->object != arrival->entry->object)
			CQ_TRY(fill_anew(it, arrival));
		arrival->object = arrival->entry->object;
	}
	return CQ_OK;
}

/* ---- all of it ------------------------------------------------------------------------------------------------------ */

static void end_visits(const reading *it)
{
	for (size_t i = 0; i < it->count; i++)
		if (it->arrivals[i].entry != NULL)
			it->arrivals[i].entry->flags &= (uint8_t)~CQ__ENTRY_VISITED;
}

/* Their notes are void with them. */
static void take_back(const reading *it)
{
	for (size_t i = 0; i < it->count; i++) {
		cq__arrival *const arrival = &it->arrivals[i];
		if (arrival->fresh && arrival->entry != NULL && cq__entry_live(arrival->entry) && is_new(arrival))
			cq__entry_free(it->session, arrival->entry, CQ_TRANSIENT);
		arrival->entry = NULL;
	}
}

static cq_status resolve(reading *it, cq_arena *arena, unsigned flags)
{
	it->keeps = (flags & CQ__READ_POPULATE) == 0;
	CQ_TRY(find_entries(it, (flags & (CQ__READ_POPULATE | CQ__READ_ANEW)) != 0));
	it->stays = (flags & CQ__READ_COPY) == 0 && it->fresh != 0 && it->fresh * 2 >= it->objects;
	CQ_TRY(place_new(it));
	/* From here on the entries are the session's. */
	if (it->stays) {
		const cq_status status = cq__session_adopt(it->session, arena);
		if (status != CQ_OK) {
			it->stays = false;
			return status;
		}
	}
	return CQ_OK;
}

static cq_status run_hooks(const reading *it)
{
	if (!cq__hooks_wanted(it->session, CQ_AFTER_LOAD))
		return CQ_OK;
	for (size_t i = 0; i < it->count; i++)
		if (it->arrivals[i].fresh)
			CQ_TRY(cq__hooks_run(it->session, CQ_AFTER_LOAD, it->arrivals[i].model, it->arrivals[i].object));
	return CQ_OK;
}

cq_status cq__read_resolve(cq_session *session, cq_arena *arena, cq__arrival *arrivals, size_t count, unsigned flags)
{
	reading it = { .session = session, .arrivals = arrivals, .count = count };
	cq_status status = resolve(&it, arena, flags);
	if (status != CQ_OK) {
		it.stays = false;
		end_visits(&it);
		for (size_t i = 0; i < count; i++)
			if (arrivals[i].fresh && arrivals[i].entry != NULL && arrivals[i].entry->object == arrivals[i].object)
				arrivals[i].entry->snapshot = NULL;
		take_back(&it);
	} else {
		status = fill_known(&it);
		end_visits(&it);
	}
	if (!it.stays && (flags & CQ__READ_COPY) == 0)
		cq__arena_destroy(arena);
	return status == CQ_OK ? run_hooks(&it) : status;
}

/* ---- statements ----------------------------------------------------------------------------------------------------- */

static cq_status resolve_rows(cq_session *session, cq__model *model, unsigned flags, const cq_any_rows *rows, cq__entry ***entries)
{
	cq__arrival *const arrivals = cq__alloc_array(rows->count, sizeof *arrivals);
	cq__entry **const found = cq__alloc_array(rows->count, sizeof *found);
	cq_status status = CQ_NO_MEMORY;
	if (arrivals == NULL || found == NULL) {
		cq__arena_destroy(rows->arena);
		(void)cq__session_fail(session, CQ_NO_MEMORY, NULL);
	} else {
		for (size_t i = 0; i < rows->count; i++)
			arrivals[i] = (cq__arrival){ .model = model, .object = (char *)rows->items + i * model->table->object_size };
		status = cq__read_resolve(session, rows->arena, arrivals, rows->count, flags);
	}
	if (status == CQ_OK) {
		for (size_t i = 0; i < rows->count; i++)
			found[i] = arrivals[i].entry;
		*entries = found;
	} else {
		cq__free(found);
	}
	cq__free(arrivals);
	return status;
}

cq_status cq__session_read(cq_session *session, cq_statement *statement, cq__model *model, unsigned flags, cq__entry ***entries,
	size_t *count)
{
	const cq_target target = { CQ_TARGET_OBJECT, CQ_TYPE_OBJECT, 0, model->table->object_size, model->table };
	cq_any_rows rows;
	*entries = NULL;
	*count = 0;
	const bool began = session->began;
	cq_status status = cq__session_begin_reading(session);
	if (status != CQ_OK) {
		cq_statement_release(statement);
		return status;
	}
	if ((status = cq_run_all(session->db, statement, &target, &rows)) != CQ_OK) {
		(void)cq__session_db_failed(session, status);
		cq__session_unbegin(session, began);
		return status;
	}
	if (rows.count == 0) {
		cq__arena_destroy(rows.arena);
		return CQ_OK;
	}
	CQ_TRY(resolve_rows(session, model, flags & ~(unsigned)CQ__READ_COPY, &rows, entries));
	*count = rows.count;
	return CQ_OK;
}

static void push_part(cq_statement *statement, const cq_column *column, const cq__part *part)
{
	cq_value value = { .integer = part->number };
	cq_type type = (cq_type)column->type;
	switch (type) {
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON:
		type = CQ_TYPE_TEXT;
		value.text = part->data;
		break;
	case CQ_TYPE_BYTES:
		value.bytes.data = part->data;
		value.bytes.size = part->size;
		break;
	case CQ_TYPE_UUID:
	case CQ_TYPE_INTERVAL:
		memcpy(&value, part->data, 16);
		break;
	case CQ_TYPE_DECIMAL:
		value.decimal = (cq_decimal){ part->number, (int32_t)part->size };
		break;
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE:
		memcpy(&value.real, &part->number, sizeof value.real);
		break;
	default:
		break;
	}
	cq_push_value(statement, type, 0, value);
}

void cq__read_statement_by_key(cq_statement *statement, const cq__model *model, const cq__key *key)
{
	cq_statement_init(statement, NULL);
	cq_push_ref(statement, CQ_OP_SELECT_ALL, 0, model->table);
	cq_push_ref(statement, CQ_OP_FROM, 0, model->table);
	for (uint32_t i = 0; i < key->count; i++) {
		const cq_column *const column = cq__model_column(model, model->key.indexes[i]);
		cq_push_column(statement, column);
		push_part(statement, column, &key->parts[i]);
		cq_push(statement, CQ_OP_EQ, 2);
	}
	cq_push(statement, CQ_OP_WHERE, key->count);
	cq_push(statement, CQ_OP_STATEMENT, 3);
}

cq_status cq__read_entry(cq_session *session, cq__entry *entry, bool *found)
{
	cq_statement statement;
	cq__key key;
	cq__entry **entries;
	size_t count;
	cq__key_of_entry(&key, entry);
	cq__read_statement_by_key(&statement, entry->model, &key);
	CQ_TRY(cq__session_read(session, &statement, entry->model, CQ__READ_POPULATE, &entries, &count));
	*found = count != 0;
	cq__free(entries);
	return CQ_OK;
}
