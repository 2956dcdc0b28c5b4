/* driver/postgres/script.c: several statements in one text, by the simple protocol.
 *
 * It knows nothing of what they do. The connection leaves pipeline mode for one and comes back behind it. The server runs the
 * statements as one transaction, unless the text has BEGIN and COMMIT of its own: all, or up to the first that fails.
 */
#include "driver/postgres/postgres.h"

static cq_status send_script(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_request_clear(item->request);
	if (!cq__pg_command_room(connection, 1))
		return cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	CQ_TRY(cq__pg_sent(connection, item, PQsendQuery(connection->handle, item->request->text->sql)));
	cq__pg_command_push(connection, item, CQ__PG_TAG_RUN);
	return CQ_OK;
}

/* A COPY has nothing to send and nobody to give anything to: it is ended, and what it gives is dropped. */
static void take_script(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	switch (PQresultStatus(result)) {
	case PGRES_COPY_IN:
		(void)PQputCopyEnd(connection->handle, "a script has no data for COPY FROM STDIN");
		break;
	case PGRES_COPY_OUT:
		item->copying = true;
		break;
	case PGRES_EMPTY_QUERY:
		break;
	default:
		cq__pg_take_result(connection, item, tag, result);
		break;
	}
}

static void drop_copied(cq__connection *connection, cq__pg_item *item)
{
	char *row;
	int size;
	while ((size = PQgetCopyData(connection->handle, &row, 1)) > 0)
		PQfreemem(row);
	item->copying = size == 0;
}

const cq__pg_kind cq__pg_kind_script = { .send = send_script, .result = take_script, .ready = drop_copied, .simple = true };
