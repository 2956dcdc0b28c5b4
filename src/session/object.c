/* session/object.c: objects come into a session and leave it, are marked for deletion, declared out of date, and asked about.
 * It knows nothing of the database, and sends nothing. See session/object.h; programs call the public ones.
 */
#include "session/object.h"

#include "session/cascade.h"
#include "session/collection.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/flush.h"
#include "session/journal.h"
#include "session/link.h"
#include "session/model.h"
#include "session/snapshot.h"

/* ---- coming --------------------------------------------------------------------------------------------------------- */

static cq_status refuse_known(cq_session *session, const cq__model *model, const cq__entry *entry)
{
	if (entry->model != model)
		return cq__session_fail(session, CQ_MISUSE, "the object is in the session as a %s, and cannot be a %s too", entry->model->table->object,
			model->table->object);
	if (entry->state == CQ_DELETED)
		return cq__session_fail(session, CQ_MISUSE, "the row of the object was deleted in this transaction; it can be added again when that is "
			"committed");
	return CQ_OK;
}

/* One that is in the session already: no longer to be deleted. */
static cq_status keep(cq_session *session, const cq__model *model, cq__entry *entry)
{
	CQ_TRY(refuse_known(session, model, entry));
	if ((entry->flags & (CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN)) == 0)
		return CQ_OK;
	CQ_TRY(cq__journal_entry(session, entry));
	cq__entry_clear_flags(session, entry, CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN);
	return CQ_OK;
}

/* What an object that was taken out of the session was known to have, when it still stands for the same row. */
static void *left_snapshot(const cq_session *session, const cq__model *model, const void *object, uint8_t *flags)
{
	const cq__entry *const left = cq__entry_of_any(session, object);
	if (left == NULL || left->state != CQ_DETACHED || left->model != model || left->snapshot == NULL
		|| !cq__key_same(model, &model->key, object, left->snapshot))
		return NULL;
	*flags |= left->flags & CQ__ENTRY_OWN;
	return left->snapshot;
}

static cq_status come(cq_session *session, cq__model *model, void *object, uint8_t flags, cq__entry **out)
{
	void *const snapshot = left_snapshot(session, model, object, &flags);
	CQ_TRY(cq__entry_new(session, model, object, snapshot != NULL ? CQ_PERSISTENT : CQ_PENDING, flags, out));
	(*out)->snapshot = snapshot;
	cq_status status = cq__journal_added(session, *out);
	if (status == CQ_OK && snapshot != NULL)
		status = cq__key_put(session, *out);
	if (status != CQ_OK && cq__entry_live(*out))
		cq__entry_free(session, *out, CQ_TRANSIENT);
	return status;
}

cq_status cq__object_add_alone(cq_session *session, cq__model *model, void *object, uint8_t flags, cq__entry **out)
{
	*out = cq__entry_of_object(session, object);
	if (*out != NULL)
		return keep(session, model, *out);
	return come(session, model, object, flags, out);
}

cq_status cq__object_add(cq_session *session, cq__model *model, void *object, uint8_t flags, cq__entry **out)
{
	cq__entry *entry;
	if (out == NULL)
		out = &entry;
	CQ_TRY(cq__object_add_alone(session, model, object, flags, out));
	return cq__cascade_add(session, *out);
}

void *cq__object_make(cq_session *session, const cq__model *model)
{
	void *const object = cq__arena_zalloc(session->objects, model->table->object_size);
	if (object == NULL)
		(void)cq__session_fail(session, CQ_NO_MEMORY, NULL);
	return object;
}

/* All or none of them. */
static cq_status add_all(cq_session *session, const cq_table *table, char *objects, size_t count)
{
	cq__model *model;
	CQ_TRY(cq__model_find(session, table, &model));
	if (objects == NULL && count != 0)
		return cq__session_fail(session, CQ_MISUSE, "cq_add: the object is NULL");
	const cq__mark mark = cq__journal_mark(session);
	cq_status status = cq__entry_reserve(session, count);
	for (size_t i = 0; i < count && status == CQ_OK; i++)
		status = cq__object_add(session, model, objects + i * model->table->object_size, 0, NULL);
	if (status != CQ_OK)
		cq__journal_undo_to(session, mark);
	return status;
}

cq_status cq_session_add(cq_session *session, const cq_table *table, void *object)
{
	CQ_TRY(cq__session_enter_still(session, "cq_add"));
	return cq__session_leave(session, add_all(session, table, object, 1));
}

cq_status cq_session_add_all(cq_session *session, const cq_table *table, void *objects, size_t count)
{
	CQ_TRY(cq__session_enter_still(session, "cq_add_all"));
	return cq__session_leave(session, add_all(session, table, objects, count));
}

static cq_status add_new(cq_session *session, const cq_table *table, const void *values, void **out)
{
	cq__model *model;
	CQ_TRY(cq__model_find(session, table, &model));
	if (values == NULL || out == NULL)
		return cq__session_fail(session, CQ_MISUSE, "cq_add_new: an argument is NULL that must not be");
	void *const object = cq__object_make(session, model);
	if (object == NULL)
		return CQ_NO_MEMORY;
	CQ_TRY(cq__object_fill(session, model, object, values));
	const cq__mark mark = cq__journal_mark(session);
	const cq_status status = cq__object_add(session, model, object, CQ__ENTRY_OWN, NULL);
	if (status != CQ_OK)
		cq__journal_undo_to(session, mark);
	else
		*out = object;
	return status;
}

cq_status cq_session_add_new(cq_session *session, const cq_table *table, const void *values, void *out)
{
	if (out != NULL)
		*(void **)out = NULL;
	CQ_TRY(cq__session_enter_still(session, "cq_add_new"));
	return cq__session_leave(session, add_new(session, table, values, out));
}

/* ---- leaving -------------------------------------------------------------------------------------------------------- */

cq_status cq__object_leave(cq_session *session, cq__entry *entry)
{
	CQ_TRY(cq__links_settle(session, entry));
	cq__entry_free(session, entry, entry->state == CQ_PENDING ? CQ_TRANSIENT : CQ_DETACHED);
	return CQ_OK;
}

static cq_status delete_object(cq_session *session, const void *object)
{
	cq__entry *entry;
	CQ_TRY(cq__entry_need(session, "cq_delete", object, &entry));
	if (entry->state == CQ_PENDING)
		return cq__cascade_discard(session, entry);
	if (entry->state == CQ_DELETED || (entry->flags & CQ__ENTRY_DELETE) != 0)
		return CQ_OK;
	CQ_TRY(cq__journal_entry(session, entry));
	cq__entry_set_flags(session, entry, CQ__ENTRY_DELETE);
	return CQ_OK;
}

cq_status cq_delete(cq_session *session, void *object)
{
	CQ_TRY(cq__session_enter_still(session, "cq_delete"));
	return cq__session_leave(session, delete_object(session, object));
}

static cq_status expunge(cq_session *session, const void *object)
{
	cq__entry *entry;
	CQ_TRY(cq__entry_need(session, "cq_expunge", object, &entry));
	if (entry->state == CQ_DELETED)
		return cq__session_fail(session, CQ_MISUSE, "cq_expunge: the row of the object was deleted in this transaction; the object leaves the session "
			"when that is committed");
	const cq__mark mark = cq__journal_mark(session);
	cq_status status = cq__cascade_expunge(session, entry);
	if (status == CQ_OK && cq__entry_live(entry))
		status = cq__object_leave(session, entry);
	if (status != CQ_OK)
		cq__journal_undo_to(session, mark);
	return status;
}

cq_status cq_expunge(cq_session *session, void *object)
{
	CQ_TRY(cq__session_enter_still(session, "cq_expunge"));
	return cq__session_leave(session, expunge(session, object));
}

cq_status cq_expunge_all(cq_session *session)
{
	CQ_TRY(cq__session_enter_still(session, "cq_expunge_all"));
	if (session->flushing)
		return cq__session_leave(session, cq__session_fail(session, CQ_MISUSE, "cq_expunge_all: a flush is under way"));
	cq__links_clear(session);
	for (uint32_t i = 0; i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		if (cq__entry_live(entry))
			cq__entry_free(session, entry, entry->state == CQ_PENDING ? CQ_TRANSIENT : CQ_DETACHED);
	}
	/* A rollback has to know yet which of them lose their rows. */
	if (!session->began)
		cq__journal_drop(session);
	return cq__session_leave(session, CQ_OK);
}

/* ---- expiring ------------------------------------------------------------------------------------------------------- */

void cq__expire_columns(cq_session *session, cq__entry *entry)
{
	cq__snapshot_restore(entry);
	cq__entry_set_flags(session, entry, CQ__ENTRY_EXPIRED);
}

static bool is_concerned(const cq__entry *entry, const cq__model *model)
{
	return entry->state == CQ_PERSISTENT && (model == NULL || entry->model == model);
}

static void expire_all_columns(cq_session *session, const cq__model *model)
{
	for (uint32_t i = 0; i < session->entry_count; i++)
		if (is_concerned(cq__entry_at(session, i), model))
			cq__expire_columns(session, cq__entry_at(session, i));
}

cq_status cq__expire_all(cq_session *session, const cq__model *model)
{
	const cq__mark mark = cq__journal_mark(session);
	for (uint32_t i = 0; i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		const cq_status status = is_concerned(entry, model) ? cq__relations_unload(session, entry) : CQ_OK;
		if (status != CQ_OK) {
			cq__journal_undo_to(session, mark);
			return status;
		}
	}
	expire_all_columns(session, model);
	return CQ_OK;
}

void cq__expire_all_somehow(cq_session *session)
{
	for (uint32_t i = 0; i < session->entry_count; i++)
		if (is_concerned(cq__entry_at(session, i), NULL) && cq__relations_unload(session, cq__entry_at(session, i)) != CQ_OK)
			cq__error_clear(&session->working);
	expire_all_columns(session, NULL);
}

static cq_status expire(cq_session *session, const void *object)
{
	cq__entry *entry;
	CQ_TRY(cq__entry_need(session, "cq_expire", object, &entry));
	if (entry->state != CQ_PERSISTENT)
		return cq__session_fail(session, CQ_MISUSE, "cq_expire: the object has no row that could be read again");
	return cq__cascade_expire(session, entry, true);
}

cq_status cq_expire(cq_session *session, void *object)
{
	CQ_TRY(cq__session_enter_still(session, "cq_expire"));
	return cq__session_leave(session, expire(session, object));
}

cq_status cq_expire_all(cq_session *session)
{
	CQ_TRY(cq__session_enter_still(session, "cq_expire_all"));
	return cq__session_leave(session, cq__expire_all(session, NULL));
}

/* ---- asking --------------------------------------------------------------------------------------------------------- */

cq_object_state cq_state_of(const cq_session *session, const void *object)
{
	if (!cq__session_enter_anywhere(session))
		return CQ_TRANSIENT;
	const cq__entry *const entry = cq__entry_of_any(session, object);
	return entry != NULL ? (cq_object_state)entry->state : CQ_TRANSIENT;
}

bool cq_is_expired(const cq_session *session, const void *object)
{
	if (!cq__session_enter_anywhere(session))
		return false;
	const cq__entry *const entry = cq__entry_of_object(session, object);
	return entry != NULL && (entry->flags & CQ__ENTRY_EXPIRED) != 0;
}

bool cq_is_modified(cq_session *session, const void *object)
{
	if (!cq__session_enter_anywhere(session))
		return false;
	const cq__entry *const entry = cq__entry_of_object(session, object);
	if (entry == NULL || entry->state == CQ_DELETED)
		return false;
	if (entry->state == CQ_PENDING || entry->links != NULL || (entry->flags & (CQ__ENTRY_DELETE | CQ__ENTRY_ORPHAN)) != 0)
		return true;
	for (const cq__association *noted = session->associations; noted != NULL; noted = noted->next)
		if (noted->near == entry || noted->far == entry)
			return true;
	return cq__snapshot_changed(entry);
}

bool cq_has_changes(cq_session *session)
{
	return cq__session_enter_anywhere(session) && cq__flush_wanted(session);
}
