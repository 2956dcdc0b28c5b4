/* session/upsert.c: objects that are inserted, or written to the rows that have their unique key, and then are those rows.
 * It knows nothing of SQL text: the statement is written as a program's, with ON_CONFLICT_DO_UPDATE and RETURNING_ALL.
 * Programs call it by cq_upsert of cquel/upsert.h.
 */
#include <cquel/upsert.h>

#include "base/alloc.h"
#include "exec/insert_plan.h"
#include "meta/model.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/flush.h"
#include "session/journal.h"
#include "session/model.h"
#include "session/snapshot.h"

#include <string.h>

typedef struct upsert {
	cq_session *session;
	cq__model *model;
	cq__insert_plan *plan;
	cq__columns key;         /* that is looked for */
	uint16_t key_indexes[CQ__MOST_KEY];
	char *objects;
	size_t count;
	bool written;            /* a statement was run */
} upsert;

static void *object_at(const upsert *u, size_t i)
{
	return u->objects + i * u->model->table->object_size;
}

/* ---- the statement ---------------------------------------------------------------------------------------------------- */

static bool in_columns(const cq__columns *columns, uint32_t column)
{
	for (uint32_t i = 0; i < columns->count; i++) {
		if (columns->indexes[i] == column)
			return true;
	}
	return false;
}

/* What a row that is there gets: what the objects give, but for keys; its version is counted by itself. */
static bool is_set(const upsert *u, const uint64_t *given, uint32_t column)
{
	return cq__column_in(given, column) && !in_columns(&u->key, column) && !in_columns(&u->model->key, column)
		&& column != u->model->version;
}

static void push_set(cq_statement *statement, const cq_column *column)
{
	cq_push_ref(statement, CQ_OP_EXCLUDED, 0, column);
	cq_push_ref(statement, CQ_OP_SET, 1, column);
}

static uint32_t push_sets(const upsert *u, cq_statement *statement, const uint64_t *given)
{
	const cq_column *const columns = cq_table_columns(u->model->table);
	uint32_t count = 0;
	for (uint32_t i = 0; i < u->model->table->column_count; i++) {
		if (is_set(u, given, i)) {
			push_set(statement, &columns[i]);
			count++;
		}
	}
	if (u->model->version != UINT16_MAX) {
		const cq_column *const version = &columns[u->model->version];
		cq_push_column(statement, version);
		cq_push_value(statement, CQ_TYPE_INTEGER, 0, (cq_value){ .integer = 1 });
		cq_push(statement, CQ_OP_ADD, 2);
		cq_push_ref(statement, CQ_OP_SET, 1, version);
		count++;
	}
	/* A row that nothing is set of would not come back. */
	if (count == 0) {
		push_set(statement, &columns[u->key.indexes[0]]);
		count++;
	}
	return count;
}

/* INSERT_INTO(t, VALUES(objects, count)), ON_CONFLICT_DO_UPDATE(t, KEY(...), SET(...)...), RETURNING_ALL(t) */
static void write_statement(const upsert *u, cq_statement *statement, size_t first, size_t count, const uint64_t *given)
{
	const cq_table *const table = u->model->table;
	cq_statement_init(statement, NULL);
	cq_push_value(statement, CQ_TYPE_NONE, CQ_VALUE_ARRAY, (cq_value){ .bytes = { object_at(u, first), count } });
	cq_push_ref(statement, CQ_OP_ROWS, 1, table);
	cq_push_ref(statement, CQ_OP_INSERT_INTO, 1, table);
	for (uint32_t i = 0; i < u->key.count; i++)
		cq_push_column(statement, cq__model_column(u->model, u->key.indexes[i]));
	cq_push(statement, CQ_OP_CONFLICT_KEY, u->key.count);
	cq_push_ref(statement, CQ_OP_ON_CONFLICT_UPDATE, 1 + push_sets(u, statement, given), table);
	cq_push_ref(statement, CQ_OP_RETURNING_ALL, 0, table);
	cq_push(statement, CQ_OP_STATEMENT, 3);
}

/* ---- objects become their rows ---------------------------------------------------------------------------------------- */

enum { SERVED = 1 << 30 };

/* The object that the row stands for, by the key that was looked for: open addressing over the objects of a group. */
typedef struct owners {
	uint32_t *slots;         /* index in the group + 1, and SERVED when it has got a row */
	uint32_t mask;
	size_t first;
} owners;

static cq_status find_owners(const upsert *u, owners *out, size_t first, size_t count)
{
	uint32_t capacity = 4;
	while (capacity < 2 * count)
		capacity *= 2;
	*out = (owners){ .slots = cq__alloc_array(capacity, sizeof *out->slots), .mask = capacity - 1, .first = first };
	if (out->slots == NULL)
		return cq__session_fail(u->session, CQ_NO_MEMORY, NULL);
	memset(out->slots, 0, capacity * sizeof *out->slots);
	for (size_t i = 0; i < count; i++) {
		cq__key key;
		cq__key_read(&key, u->model, &u->key, object_at(u, first + i));
		uint32_t slot = (uint32_t)key.hash & out->mask;
		while (out->slots[slot] != 0)
			slot = (slot + 1) & out->mask;
		out->slots[slot] = (uint32_t)i + 1;
	}
	return CQ_OK;
}

/* Of several with one key each gets a row of its own, in their order. */
static void *owner_of(const upsert *u, const owners *among, const void *row)
{
	cq__key wanted;
	cq__key_read(&wanted, u->model, &u->key, row);
	for (uint32_t slot = (uint32_t)wanted.hash & among->mask; among->slots[slot] != 0; slot = (slot + 1) & among->mask) {
		if ((among->slots[slot] & SERVED) != 0)
			continue;
		void *const object = object_at(u, among->first + among->slots[slot] - 1);
		if (!cq__key_same(u->model, &u->key, object, row))
			continue;
		among->slots[slot] |= SERVED;
		return object;
	}
	return NULL;
}

/* The session's own object of the row is written over; the one that was given holds the same. */
static cq_status write_over(cq_session *session, cq__entry *entry, void *object, const void *row)
{
	CQ_TRY(cq__journal_snapshot(session, entry, true));
	CQ_TRY(cq__journal_entry(session, entry));
	CQ_TRY(cq__object_fill(session, entry->model, entry->object, row));
	CQ_TRY(cq__snapshot_take(session, entry));
	cq__entry_clear_flags(session, entry, CQ__ENTRY_EXPIRED);
	return cq__object_fill(session, entry->model, object, row);
}

static cq_status become(cq_session *session, cq__model *model, void *object, const void *row)
{
	cq__key key;
	cq__entry *entry;
	cq__key_read(&key, model, &model->key, row);
	entry = cq__entry_of_key(session, model, &key);
	if (entry != NULL)
		return write_over(session, entry, object, row);
	CQ_TRY(cq__entry_new(session, model, object, CQ_PERSISTENT, 0, &entry));
	CQ_TRY(cq__journal_added(session, entry));
	CQ_TRY(cq__journal_snapshot(session, entry, true));
	CQ_TRY(cq__object_fill(session, model, object, row));
	CQ_TRY(cq__snapshot_take(session, entry));
	return cq__key_put(session, entry);
}

static cq_status take_rows(const upsert *u, size_t first, size_t count, const cq_any_rows *rows)
{
	const uint32_t size = u->model->table->object_size;
	owners among;
	CQ_TRY(find_owners(u, &among, first, count));
	cq_status status = CQ_OK;
	for (size_t i = 0; i < rows->count && status == CQ_OK; i++) {
		const char *const row = (const char *)rows->items + i * size;
		void *const object = count == 1 ? object_at(u, first) : owner_of(u, &among, row);
		status = object != NULL ? become(u->session, u->model, object, row)
			: cq__session_fail(u->session, CQ_DATABASE, "cq_upsert(%s): a row came back under another key than was given", u->model->table->name);
	}
	cq__free(among.slots);
	return status;
}

/* ---- groups: neighbours that give the same columns -------------------------------------------------------------------- */

static cq_status send_group(upsert *u, size_t first, size_t count, const uint64_t *given)
{
	cq_statement statement;
	cq_any_rows rows;
	const cq_target target = { .kind = CQ_TARGET_OBJECT, .type = CQ_TYPE_OBJECT, .size = u->model->table->object_size,
		.descriptor = u->model->table };
	write_statement(u, &statement, first, count, given);
	cq_status status = cq_run_all(u->session->db, &statement, &target, &rows);
	if (status != CQ_OK)
		return cq__session_db_failed(u->session, status);
	u->written = true;
	status = take_rows(u, first, count, &rows);
	cq_free_memory(&rows, sizeof rows);
	return status;
}

static cq_status send_groups(upsert *u)
{
	uint64_t given[CQ__INSERT_WORDS] = { 0 };
	for (size_t first = 0, end; first < u->count; first = end) {
		cq__insert_columns(u->plan, object_at(u, first), given);
		for (end = first + 1; end < u->count && cq__insert_gives(u->plan, object_at(u, end), given); end++)
			;
		CQ_TRY(send_group(u, first, end - first, given));
	}
	return CQ_OK;
}

/* ---- entering --------------------------------------------------------------------------------------------------------- */

static cq_status find_key(upsert *u, const char *const *names, size_t count)
{
	const cq_column *columns[CQ__MOST_KEY];
	if (count == 0 || count > CQ__MOST_KEY)
		return cq__session_fail(u->session, CQ_MISUSE, "cq_upsert(%s): name the columns of a unique key", u->model->table->name);
	for (size_t i = 0; i < count; i++) {
		columns[i] = cq__table_column(u->model->table, names[i]);
		if (columns[i] == NULL)
			return cq__session_fail(u->session, CQ_MISUSE, "cq_upsert: %s has no column %s", u->model->table->name, names[i]);
		u->key_indexes[i] = (uint16_t)cq_column_index(columns[i]);
	}
	if (!cq__table_unique_over(u->model->table, columns, (uint32_t)count))
		return cq__session_fail(u->session, CQ_MISUSE, "cq_upsert(%s): %s%s is no unique key of it", u->model->table->name, names[0],
			count > 1 ? ", ..." : "");
	u->key = (cq__columns){ (uint32_t)count, u->key_indexes };
	return CQ_OK;
}

static cq_status check_objects(const upsert *u)
{
	for (size_t i = 0; i < u->count; i++) {
		if (cq__entry_of_object(u->session, object_at(u, i)) != NULL)
			return cq__session_fail(u->session, CQ_MISUSE, "cq_upsert(%s): the session has object %zu already: change it, and flush",
				u->model->table->name, i);
	}
	return CQ_OK;
}

/* All or none: a statement of one object is that by itself. */
static cq_status send_all(upsert *u)
{
	cq_session *const session = u->session;
	const cq__mark mark = cq__journal_mark(session);
	cq_status status = u->count > 1 ? cq_savepoint(session->db) : CQ_OK;
	if (status != CQ_OK)
		return cq__session_db_failed(session, status);
	status = send_groups(u);
	if (status == CQ_OK && u->count > 1 && (status = cq_commit(session->db)) != CQ_OK)
		(void)cq__session_db_failed(session, status);
	if (status == CQ_OK)
		return CQ_OK;
	cq__journal_undo_to(session, mark);
	/* The first cause is recorded; a handle that cannot roll back is one that has lost its transaction. */
	if (u->count > 1)
		(void)!cq_rollback(session->db);
	return status;
}

static cq_status carry_out(upsert *u, const cq_table *table, const char *const *names, size_t name_count)
{
	cq_session *const session = u->session;
	if (table == NULL || (u->objects == NULL && u->count != 0) || names == NULL)
		return cq__session_fail(session, CQ_MISUSE, "cq_upsert: an argument is NULL that must not be");
	CQ_TRY(cq__model_find(session, table, &u->model));
	CQ_TRY(find_key(u, names, name_count));
	CQ_TRY(check_objects(u));
	if (u->count == 0)
		return CQ_OK;
	CQ_TRY(cq__autoflush(session));
	cq_status status = cq__insert_plan_find(session->db->engine, u->model->table, &session->working, &u->plan);
	if (status != CQ_OK)
		return cq__session_fail(session, status, NULL);
	CQ_TRY(cq__entry_reserve(session, u->count));
	const bool began = session->began;
	CQ_TRY(cq__session_begin_writing(session));
	const cq__mark mark = cq__journal_mark(session);
	status = send_all(u);
	/* Of several what was written is undone by now; one has no savepoint of its own. */
	if (status != CQ_OK && u->count == 1 && u->written)
		cq__session_take_back(session, mark, began);
	else if (status != CQ_OK)
		cq__session_unbegin(session, began);
	return status;
}

cq_status cq_session_upsert(cq_session *session, const cq_table *table, void *objects, size_t count, const char *const *columns,
	size_t column_count)
{
	CQ_TRY(cq__session_enter(session, "cq_upsert"));
	upsert u = { .session = session, .objects = objects, .count = count };
	return cq__session_leave(session, carry_out(&u, table, columns, column_count));
}
