/* driver/postgres/control.c: BEGIN, COMMIT, ROLLBACK and savepoints.
 *
 * It knows nothing of levels. They are never prepared: a transaction that has failed takes nothing but its end, and that must
 * not fail for want of a prepared statement.
 */
#include "driver/postgres/postgres.h"

#include <string.h>

static cq_status send_control(cq__connection *connection, cq__pg_item *item)
{
	const cq__text *const text = item->request->text;
	cq__pg_request_clear(item->request);
	return cq__pg_send_text(connection, item, CQ__PG_TAG_RUN, text->sql, NULL, false);
}

/* COMMIT of a transaction that has failed is answered with success, and its tag says what was done. */
static void take_commit(cq__connection *connection, cq__pg_item *item, const PGresult *result)
{
	PGresult *const asked = (PGresult *)(uintptr_t)result; /* libpq only reads it */
	connection->in_transaction = false;
	if (strcmp(PQcmdStatus(asked), "COMMIT") == 0) {
		item->committed = true;
		return;
	}
	item->failed = true;
	item->status = cq__error_set(item->error, CQ_DATABASE,
		"the transaction was rolled back, for a statement in it had failed");
}

static void take_control(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	const cq__control control = item->request->control;
	(void)tag;
	if (cq__pg_take_status(connection, item, result) != CQ_OK)
		return;
	switch (control) {
	case CQ__CONTROL_BEGIN:
		connection->in_transaction = true;
		break;
	case CQ__CONTROL_COMMIT:
		take_commit(connection, item, result);
		break;
	case CQ__CONTROL_ROLLBACK:
		connection->in_transaction = false;
		break;
	default:
		break;
	}
}

const cq__pg_kind cq__pg_kind_control = { .send = send_control, .result = take_control };
