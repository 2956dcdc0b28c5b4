/* driver/postgres/pipeline_read.c: libpq's answers go to the items that they belong to, until nothing more has come.
 *
 * It knows nothing of rows. The connection's watch calls it; statement.c and the other kinds take the results.
 */
#include "driver/postgres/postgres.h"

#include <poll.h>
#include <string.h>

/* ---- the end of a group ------------------------------------------------------------------------------------------- */

/* What the server says of transactions is only known when nothing is under way. */
static void note_transaction(cq__connection *connection)
{
	const PGTransactionStatusType status = PQtransactionStatus(connection->handle);
	if (status != PQTRANS_ACTIVE)
		connection->in_transaction = status != PQTRANS_IDLE;
}

/* Not run, for a statement before it had failed: outside of a transaction that is nobody's fault, and it goes again. What ends
 * a transaction never does: that has failed with it, and a second COMMIT would succeed with nothing to keep. */
static bool may_go_again(const cq__connection *connection, const cq__pg_item *item)
{
	if (item->told || item->request == NULL || item->request->within || connection->in_transaction || item->inside || item->stopped ||
		item->kind->answered != NULL || item->kind->simple || (item->kind == &cq__pg_kind_control && !item->begins))
		return false;
	return item->resend || (item->aborted && !item->failed && item->mode == CQ__PG_GROUP_READS);
}

static void tell_not_run(cq__pg_item *item)
{
	item->status = cq__error_set(item->error, item->late ? CQ_TIMEOUT : CQ_CANCELLED, "%s before the statement ran",
		item->late ? "the deadline passed" : "the operation was cancelled");
}

static void explain_abort(cq__pg_item *item)
{
	/* It would have gone again, for what failed was not its own fault. */
	if (item->stopped && item->resend && !item->told) {
		cq__error_clear(item->error);
		tell_not_run(item);
		return;
	}
	if (!item->aborted || item->status != CQ_OK)
		return;
	if (item->stopped) {
		tell_not_run(item);
		return;
	}
	item->status = cq__error_set(item->error, CQ_DATABASE,
		"it was not run, for a statement that was sent before it in the same transaction had failed");
	cq__error_set_sqlstate(item->error, "25P02");
}

static void requeue(cq__connection *connection, cq__pg_item *item, cq__list *again)
{
	cq__list_remove(&item->link);
	if (connection->holder == item)
		connection->holder = NULL;
	item->place = CQ__PG_QUEUED;
	item->status = CQ_OK;
	item->aborted = item->failed = item->resend = item->begun = item->synced = false;
	item->step = 0;
	cq__error_clear(item->error);
	cq__pg_request_empty(item->request, item->own_arena);
	cq__list_push_back(again, &item->link);
}

/* It sends more, in a group of its own. */
static bool go_on(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_group_sync(connection);
	item->group = connection->group;
	item->synced = false;
	if (!item->kind->answered(connection, item))
		return false;
	if (item->open_commands == 0)
		return false;
	cq__list_remove(&item->link);
	cq__list_push_back(&connection->sent, &item->link);
	cq__pg_settle_group(connection, item);
	if (!connection->refused && !connection->broken && PQflush(connection->handle) == 1)
		connection->blocked = true;
	return true;
}

static void end_item(cq__connection *connection, cq__pg_item *item, cq__list *again)
{
	if (connection->beginner == item)
		connection->beginner = NULL;
	if (may_go_again(connection, item)) {
		requeue(connection, item, again);
		return;
	}
	explain_abort(item);
	if (!item->told && item->status == CQ_OK && item->kind->answered != NULL) {
		if (go_on(connection, item))
			return;
	}
	cq__pg_finish(connection, item);
}

static void end_group(cq__connection *connection, uint32_t group)
{
	cq__list again;
	cq__list_init(&again);
	if (connection->command_count == 0)
		note_transaction(connection);
	cq__list_link *link;
	while (!connection->broken && (link = cq__list_first(&connection->sent)) != NULL) {
		cq__pg_item *const item = CQ__LIST_ENTRY(link, cq__pg_item, link);
		if (item->group != group)
			break;
		end_item(connection, item, &again);
	}
	cq__list rest;
	cq__list_init(&rest);
	cq__list_append_all(&rest, &connection->queued);
	cq__list_append_all(&connection->queued, &again);
	cq__list_append_all(&connection->queued, &rest);
}

/* ---- results ------------------------------------------------------------------------------------------------------ */

/* A cancellation of another request may have met this one. */
static bool was_bystander(const cq__connection *connection, const cq__pg_item *item, const PGresult *result)
{
	const char *const code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	return code != NULL && strcmp(code, "57014") == 0 && !item->stopped && connection->cancels != item->cancel_epoch;
}

/* Of two texts that were sent in one group an answer does not tell which one it is about. */
static void renew_both(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_cache_renew(&connection->cache, item->prepared);
	cq__pg_cache_renew(&connection->cache, item->other);
}

static cq_status take_failure(cq__connection *connection, cq__pg_item *item, const PGresult *result)
{
	item->failed = true;
	if (cq__pg_is_fatal(result) && !cq__error_is_set(&connection->broken_error))
		(void)cq__pg_result_failed(connection, result, &connection->broken_error);
	if (item->prepared != NULL && cq__pg_is_stale(result)) {
		if (item->other != NULL)
			renew_both(connection, item);
		else if (item->generation == item->prepared->generation)
			cq__pg_cache_renew(&connection->cache, item->prepared);
		/* Whose Parse was another's, which may have been cancelled, is not to blame however often that happens. */
		if (!item->again || !item->prepares)
			item->resend = item->again = true;
	}
	if (was_bystander(connection, item, result))
		item->resend = item->hit = true;
	const cq_status status = cq__pg_result_failed(connection, result, item->error);
	if (item->status == CQ_OK)
		item->status = status;
	return status;
}

cq_status cq__pg_take_status(cq__connection *connection, cq__pg_item *item, const PGresult *result)
{
	switch (PQresultStatus(result)) {
	case PGRES_COMMAND_OK:
	case PGRES_TUPLES_OK:
	case PGRES_SINGLE_TUPLE:
		return item->status;
	case PGRES_PIPELINE_ABORTED:
		item->aborted = true;
		return CQ_DATABASE;
	case PGRES_EMPTY_QUERY:
		item->failed = true;
		item->status = cq__error_set(item->error, CQ_SYNTAX, "the text holds no statement");
		return item->status;
	case PGRES_COPY_IN:
	case PGRES_COPY_OUT:
	case PGRES_COPY_BOTH:
		item->failed = true;
		item->status = cq__error_set(item->error, CQ_UNSUPPORTED, "COPY from or to the client is not a statement to be run");
		connection->refused = true;
		return item->status;
	default:
		return take_failure(connection, item, result);
	}
}

/* The server has not got the statement that it was to prepare. */
static void note_unparsed(cq__connection *connection, cq__pg_item *item)
{
	if (item->prepared == NULL)
		return;
	if (item->other != NULL)
		renew_both(connection, item);
	else if (item->generation == item->prepared->generation)
		item->prepared->parsed = false;
}

/* The answer to a Parse; its failure is the statement's. */
static void take_parse(cq__connection *connection, cq__pg_item *item, const PGresult *result)
{
	if (PQresultStatus(result) == PGRES_COMMAND_OK) {
		if (item->request != NULL && item->request->timing)
			item->request->prepare_ns = (int64_t)(cq__monotonic_ns() - item->sent_ns);
		return;
	}
	note_unparsed(connection, item);
	(void)cq__pg_take_status(connection, item, result);
}

static inline void take_result(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result,
	ExecStatusType status)
{
	if (tag == CQ__PG_TAG_UNDO)
		return;
	if (item->told && status != PGRES_COPY_IN && status != PGRES_COPY_OUT) {
		/* Nobody wants it; but whether the server has the statement is ours to know. */
		if (tag == CQ__PG_TAG_PARSE && status != PGRES_COMMAND_OK)
			note_unparsed(connection, item);
		if (item->begins && status != PGRES_COMMAND_OK)
			connection->lost = true;
		if (cq__pg_is_fatal(result) && !cq__error_is_set(&connection->broken_error))
			(void)cq__pg_result_failed(connection, result, &connection->broken_error);
		return;
	}
	if (item->request != NULL && item->request->timing && !item->begun && tag != CQ__PG_TAG_PARSE) {
		item->begun = true;
		item->request->wait_ns = (int64_t)(cq__monotonic_ns() - item->sent_ns);
	}
	if (tag == CQ__PG_TAG_PARSE && item->prepared != NULL)
		take_parse(connection, item, result);
	else if (item->kind->result != NULL)
		item->kind->result(connection, item, tag, result);
	else if ((status == PGRES_TUPLES_OK) & (item->status == CQ_OK) & (item->request != NULL))
		cq__pg_take_success(connection, item, tag, result);
	else
		cq__pg_take_result(connection, item, tag, result);
}

/* What has been done in a group is only kept at its Sync: that this fails is the failure of all of it, but for a COMMIT that was
 * answered: a session may be ended between the two. */
static void take_sync_failure(cq__connection *connection, uint32_t group, const PGresult *result)
{
	if (cq__pg_is_fatal(result) && !cq__error_is_set(&connection->broken_error))
		(void)cq__pg_result_failed(connection, result, &connection->broken_error);
	CQ__LIST_EACH(link, &connection->sent) {
		cq__pg_item *const item = CQ__LIST_ENTRY(link, cq__pg_item, link);
		if (item->group != group)
			break;
		if (!item->told && !item->committed && item->status == CQ_OK)
			(void)take_failure(connection, item, result);
	}
}

/* The rows have been seen, and nothing of it is kept yet. */
static void look(cq__connection *connection, cq__pg_item *item)
{
	if (item->kind->look != NULL && !item->told && !item->failed && !item->aborted && item->status == CQ_OK) {
		item->kind->look(connection, item);
		if (item->open_commands != 0 && item->status == CQ_OK) {
			/* It goes on in the same group. */
			if (PQsendFlushRequest(connection->handle) == 0)
				connection->refused = true;
			else
				connection->blocked = PQflush(connection->handle) == 1;
			return;
		}
	}
	/* It goes on in the same group. */
	if (item->open_commands != 0 && !item->told && item->status == CQ_OK) {
		cq__pg_settle_group(connection, item);
		if (!connection->refused && PQflush(connection->handle) == 1)
			connection->blocked = true;
		return;
	}
	item->synced = true;
	if (!item->failed && (item->told || item->status != CQ_OK))
		cq__pg_send_undo(connection, item);
	cq__pg_group_sync(connection);
	if (!connection->refused && PQflush(connection->handle) == 1)
		connection->blocked = true;
	/* In a transaction nothing more is decided at the Sync. */
	if (item->status == CQ_OK && !item->aborted && !item->told && item->request != NULL && item->request->within)
		cq__pg_finish(connection, item);
}

/* All results of the first command have come. */
static void end_command(cq__connection *connection)
{
	const cq__pg_command command = *cq__pg_command_first(connection);
	cq__pg_item *const item = command.item;
	cq__pg_command_pop(connection);
	if (item == NULL || --item->open_commands != 0)
		return;
	if (item->kind->simple || connection->mode != CQ__PG_MODE_PIPELINE)
		end_group(connection, item->group);
	else if (item->kind->looks && !item->synced)
		look(connection, item);
	else if (item->mode == CQ__PG_GROUP_READS && !item->told && !item->aborted && !item->resend)
		cq__pg_finish(connection, item);
}

/* ---- reading ------------------------------------------------------------------------------------------------------ */

static void take(cq__connection *connection, PGresult *result)
{
	cq__pg_command *const command = cq__pg_command_first(connection);
	const ExecStatusType status = PQresultStatus(result);
	if (status == PGRES_PIPELINE_SYNC) {
		const uint32_t group = command->tag;
		if (!command->sync) {
			cq__pg_break(connection, "libpq's answers do not match what was sent");
			return;
		}
		cq__pg_command_pop(connection);
		end_group(connection, group);
		return;
	}
	command->seen = true;
	if (command->sync)
		take_sync_failure(connection, command->tag, result);
	else if (command->item != NULL)
		take_result(connection, command->item, command->tag, result, status);
}

/* In a pipeline the NULL behind a result is libpq's own: nothing has to come for it. */
static inline bool is_there(cq__connection *connection)
{
	const cq__pg_command *const command = cq__pg_command_first(connection);
	const bool given = (connection->mode == CQ__PG_MODE_PIPELINE) & command->seen & !command->sync;
	return given || !PQisBusy(connection->handle);
}

/* One answer; false when there is none. */
static bool read_one(cq__connection *connection, unsigned *empty)
{
	cq__pg_item *const holder = connection->holder;
	if (holder != NULL && holder->copying) {
		holder->kind->ready(connection, holder);
		return !holder->copying;
	}
	if (!is_there(connection))
		return false;
	PGresult *const result = PQgetResult(connection->handle);
	if (result != NULL) {
		*empty = 0;
		take(connection, result);
		PQclear(result);
		return true;
	}
	if (PQstatus(connection->handle) == CONNECTION_BAD)
		return false;
	cq__pg_command *const command = cq__pg_command_first(connection);
	if (command->seen && !command->sync) {
		end_command(connection);
	} else if (++*empty > 2) {
		/* Behind the failure of a Sync stands one NULL; more would never end. */
		cq__pg_break(connection, "libpq has no answer to what was sent");
	}
	return true;
}

static void read_all(cq__connection *connection)
{
	unsigned empty = 0;
	while (connection->command_count != 0 && !connection->broken && !connection->refused)
		if (!read_one(connection, &empty))
			break;
}

void cq__pg_watch_ready(cq__watch *watch, int mask)
{
	cq__connection *const connection = watch->user;
	cq__pg_enter(connection);
	if (connection->connecting) {
		cq__pg_connect_ready(connection);
	} else {
		if ((mask & CQ__LOOP_WRITE) != 0 && connection->blocked)
			connection->blocked = PQflush(connection->handle) == 1;
		cq__pg_read(connection);
	}
	(void)cq__pg_deliver(connection);
	cq__pg_leave(connection);
}

void cq__pg_read_on(cq__connection *connection)
{
	cq__pg_enter(connection);
	cq__pg_read(connection);
	(void)cq__pg_deliver(connection);
	cq__pg_leave(connection);
}

void cq__pg_read(cq__connection *connection)
{
	if (connection->broken || connection->connecting)
		return;
	cq__pg_enter(connection);
	/* What came before the end of the connection is still given. */
	const bool alive = PQconsumeInput(connection->handle) != 0;
	read_all(connection);
	if (!connection->broken)
		cq__pg_notifications(connection);
	/* Behind a failure that ends the session nothing more comes. */
	if (!connection->broken && (!alive || connection->refused || PQstatus(connection->handle) == CONNECTION_BAD ||
			cq__error_is_set(&connection->broken_error)))
		cq__pg_break(connection, NULL);
	if (!connection->broken && !connection->closed) {
		cq__pg_cancel_head(connection);
		if (!cq__list_empty(&connection->queued) || connection->cache.dropped_count != 0)
			cq__pg_flush(connection);
		cq__pg_watch(connection);
	}
	cq__pg_leave(connection);
}

bool cq__pg_look_alive(cq__connection *connection)
{
	enum { MOST_LOOKS = 8 };
	for (int i = 0; i < MOST_LOOKS && !connection->broken; i++) {
		struct pollfd descriptor = { .fd = PQsocket(connection->handle), .events = POLLIN };
		if (descriptor.fd >= 0 && poll(&descriptor, 1, 0) <= 0)
			break;
		/* The last words of a server, then the end. */
		if (PQconsumeInput(connection->handle) == 0 || PQstatus(connection->handle) == CONNECTION_BAD)
			cq__pg_break(connection, NULL);
		else
			(void)PQisBusy(connection->handle);
	}
	/* What has been read is not told by the socket again. */
	if (!connection->broken)
		cq__pg_notifications(connection);
	return !connection->broken;
}
