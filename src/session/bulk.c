/* session/bulk.c: arrays of objects that are inserted, updated and deleted past the unit of work.
 * It knows nothing of how they travel: exec does it, as for a connection.
 * Programs call it by cq_insert, cq_insert_many, cq_update_many and cq_delete_many for a session.
 */
#include <cquel/upsert.h>

#include "session/collection.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/flush.h"
#include "session/journal.h"
#include "session/model.h"
#include "session/object.h"

/* What was added or changed before is written before; and the transaction begins. *began: it was there before. */
static cq_status prepare(cq_session *session, bool *began)
{
	CQ_TRY(cq__autoflush(session));
	*began = session->began;
	return cq__session_begin_writing(session);
}

/* What has failed leaves no transaction behind that was begun for it. */
static cq_status failed(cq_session *session, bool began, cq_status status)
{
	(void)cq__session_db_failed(session, status);
	cq__session_unbegin(session, began);
	return status;
}

/* ---- inserting: no object of the session stands for a new row --------------------------------------------------------- */

static cq_status insert(cq_session *session, const cq_table *table, void *objects, size_t count, bool one)
{
	if (count == 0)
		return CQ_OK;
	bool began;
	CQ_TRY(prepare(session, &began));
	const cq_status status = one ? cq_run_insert(session->db, table, objects) : cq_run_insert_many(session->db, table, objects, count);
	return status == CQ_OK ? CQ_OK : failed(session, began, status);
}

cq_status cq_session_run_insert(cq_session *session, const cq_table *table, void *object)
{
	CQ_TRY(cq__session_enter(session, "cq_insert"));
	return cq__session_leave(session, insert(session, table, object, 1, true));
}

cq_status cq_session_run_insert_many(cq_session *session, const cq_table *table, void *objects, size_t count)
{
	CQ_TRY(cq__session_enter(session, "cq_insert_many"));
	return cq__session_leave(session, insert(session, table, objects, count, false));
}

/* ---- updating and deleting -------------------------------------------------------------------------------------------- */

static cq_status leave(cq_session *session, cq__entry *entry)
{
	CQ_TRY(cq__journal_entry(session, entry));
	CQ_TRY(cq__journal_snapshot(session, entry, false));
	cq__key_take(session, entry);
	cq__entry_set_state(session, entry, CQ_DELETED);
	return CQ_OK;
}

/* The session's objects of the rows that the objects given have the keys of. */
static cq_status each_entry(cq_session *session, const cq_table *table, const void *objects, size_t count,
	cq_status (*change)(cq_session *session, cq__entry *entry))
{
	cq__model *model;
	CQ_TRY(cq__model_find(session, table, &model));
	for (size_t i = 0; i < count; i++) {
		cq__key key;
		cq__key_read(&key, model, &model->key, (const char *)objects + i * table->object_size);
		cq__entry *const entry = cq__entry_of_key(session, model, &key);
		if (entry != NULL)
			CQ_TRY(change(session, entry));
	}
	return CQ_OK;
}

static cq_status expire_columns(cq_session *session, cq__entry *entry)
{
	cq__expire_columns(session, entry);
	return CQ_OK;
}

static cq_status expire_rows(cq_session *session, const cq_table *table, const void *objects, size_t count)
{
	CQ_TRY(each_entry(session, table, objects, count, cq__relations_unload));
	return each_entry(session, table, objects, count, expire_columns);
}

/* What was written is not to stand, when the objects could not be told. */
static cq_status told(cq_session *session, cq__mark mark, bool began, cq_status status)
{
	if (status != CQ_OK)
		cq__session_take_back(session, mark, began);
	return status;
}

static cq_status update(cq_session *session, const cq_table *table, int64_t *changes, const void *objects, size_t count,
	const char *const *columns, size_t column_count)
{
	if (count == 0)
		return CQ_OK;
	bool began;
	CQ_TRY(prepare(session, &began));
	const cq__mark mark = cq__journal_mark(session);
	const cq_status status = cq_run_update_many(session->db, table, changes, objects, count, columns, column_count);
	if (status != CQ_OK)
		return failed(session, began, status);
	return told(session, mark, began, expire_rows(session, table, objects, count));
}

cq_status cq_session_run_update_many(cq_session *session, const cq_table *table, int64_t *changes, const void *objects, size_t count,
	const char *const *columns, size_t column_count)
{
	if (changes != NULL)
		*changes = 0;
	CQ_TRY(cq__session_enter(session, "cq_update_many"));
	return cq__session_leave(session, update(session, table, changes, objects, count, columns, column_count));
}

static cq_status delete_rows(cq_session *session, const cq_table *table, int64_t *changes, const void *objects, size_t count)
{
	if (count == 0)
		return CQ_OK;
	bool began;
	CQ_TRY(prepare(session, &began));
	const cq__mark mark = cq__journal_mark(session);
	const cq_status status = cq_run_delete_many(session->db, table, changes, objects, count);
	if (status != CQ_OK)
		return failed(session, began, status);
	return told(session, mark, began, each_entry(session, table, objects, count, leave));
}

cq_status cq_session_run_delete_many(cq_session *session, const cq_table *table, int64_t *changes, const void *objects, size_t count)
{
	if (changes != NULL)
		*changes = 0;
	CQ_TRY(cq__session_enter(session, "cq_delete_many"));
	return cq__session_leave(session, delete_rows(session, table, changes, objects, count));
}
