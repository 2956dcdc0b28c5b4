/* session/crud.c: lists, counts, creations, changes and deletions of a model's objects: what CQ_CRUD's functions share.
 * It knows nothing of the session but its public functions, how a call is refused, and whose memory an object's texts are.
 * Programs call it by the functions that CQ_CRUD makes.
 */
#include <cquel/crud.h>

#include "meta/model.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/flush.h"
#include "session/snapshot.h"

#include <string.h>

static cq_status refuse(cq_session *session, const char *call, const char *what)
{
	CQ_TRY(cq__session_enter(session, call));
	return cq__session_leave(session, cq__session_fail(session, CQ_MISUSE, "%s: %s is NULL", call, what));
}

/* FROM(t) and, for a list, ORDER_BY(key ...), LIMIT, OFFSET; how many clauses. */
static uint32_t push_page(cq_statement *statement, const cq_table *table, int64_t offset, int64_t limit)
{
	uint32_t clauses = 1, keys = 0;
	for (const cq_column *key = NULL; (key = cq__primary_key_next(table, key)) != NULL; keys++)
		cq_push_column(statement, key);
	cq_push(statement, CQ_OP_ORDER_BY, keys);
	const int64_t numbers[] = { limit < 0 ? INT64_MAX : limit, offset };
	const cq_operator ops[] = { CQ_OP_LIMIT, CQ_OP_OFFSET };
	for (int i = 0; i < 2; i++, clauses++) {
		cq_push_value(statement, CQ_TYPE_BIGINT, 0, (cq_value){ .integer = numbers[i] });
		cq_push(statement, ops[i], 1);
	}
	return clauses;
}

cq_status cq_crud_list(cq_session *session, const cq_table *table, int64_t offset, int64_t limit, void *out_objects)
{
	if (table == NULL)
		return refuse(session, "cq_crud_list", "the table");
	cq_statement statement;
	const cq_target target = { .kind = CQ_TARGET_OBJECT, .type = CQ_TYPE_OBJECT, .size = table->object_size, .descriptor = table };
	cq_statement_init(&statement, NULL);
	cq_push_ref(&statement, CQ_OP_SELECT_ALL, 0, table);
	cq_push_ref(&statement, CQ_OP_FROM, 0, table);
	cq_push(&statement, CQ_OP_STATEMENT, 2 + push_page(&statement, table, offset < 0 ? 0 : offset, limit));
	return cq_session_run_all(session, &statement, &target, out_objects);
}

cq_status cq_crud_count(cq_session *session, const cq_table *table, int64_t *out)
{
	if (table == NULL)
		return refuse(session, "cq_crud_count", "the table");
	cq_statement statement;
	const cq_target target = { .kind = CQ_TARGET_SCALAR, .type = CQ_TYPE_BIGINT, .size = sizeof *out };
	cq_statement_init(&statement, NULL);
	cq_push(&statement, CQ_OP_COUNT_ROWS, 0);
	cq_push(&statement, CQ_OP_SELECT, 1);
	cq_push_ref(&statement, CQ_OP_FROM, 0, table);
	cq_push(&statement, CQ_OP_STATEMENT, 2);
	return cq_session_run_scalar(session, &statement, &target, CQ_WANT_ONE, out);
}

static void *forget(void *out)
{
	void *object;
	memcpy(&object, out, sizeof object);
	memset(out, 0, sizeof object);
	return object;
}

cq_status cq_crud_create(cq_session *session, const cq_table *table, const void *values, void *out)
{
	CQ_TRY(cq_session_add_new(session, table, values, out));
	const cq_status status = cq_flush(session);
	/* What the database refused is not tried again by the next flush. */
	if (status != CQ_OK)
		(void)!cq_expunge(session, forget(out));
	return status;
}

/* Texts that a change has brought are a request's, and end before the session does. What was refused stays changed until a rollback,
 * which looks at it, as the next flush does; without memory for it the change is given up. */
static cq_status own_texts(cq_session *session, cq__entry *entry)
{
	if (entry->snapshot == NULL || !entry->model->has_texts)
		return CQ_OK;
	if (!cq__snapshot_changed(entry)) {
		memcpy(entry->object, entry->snapshot, entry->model->columns_end);
		return CQ_OK;
	}
	const cq_status status = cq__object_fill(session, entry->model, entry->object, entry->object);
	if (status != CQ_OK)
		cq__snapshot_restore(entry);
	return status;
}

static cq_status update(cq_session *session, void *object)
{
	cq__entry *entry;
	CQ_TRY(cq__entry_need(session, "cq_crud_update", object, &entry));
	const cq_status status = cq__flush(session), owned = own_texts(session, entry);
	return status == CQ_OK ? owned : status;
}

cq_status cq_crud_update(cq_session *session, void *object)
{
	CQ_TRY(cq__session_enter(session, "cq_crud_update"));
	return cq__session_leave(session, update(session, object));
}

cq_status cq_crud_delete(cq_session *session, void *object, bool *found)
{
	if (found == NULL)
		return refuse(session, "cq_crud_delete", "found");
	*found = false;
	CQ_TRY(cq_delete(session, object));
	CQ_TRY(cq_flush(session));
	*found = true;
	return CQ_OK;
}
