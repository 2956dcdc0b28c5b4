/* driver/postgres/pipeline.c: the queue of a connection, whose turn it is, and what shares a Sync with what.
 *
 * It knows nothing of values and results. driver.c puts items in; the loop has them sent once a turn, so that what was
 * submitted meanwhile goes out together.
 */
#include "base/clear.h"
#include "driver/postgres/postgres.h"

#include <stdio.h>

/* ---- items -------------------------------------------------------------------------------------------------------- */

enum { MOST_SPARE = 256 };

static inline cq__pg_item *make_item(cq__connection *connection, const cq__pg_kind *kind, cq__request *request, void *owner)
{
	cq__list_link *const link = cq__list_pop_front(&connection->spare);
	cq__pg_item *item;
	if (__builtin_expect(link != NULL, 1)) {
		item = CQ__LIST_ENTRY(link, cq__pg_item, link);
		connection->spare_count--;
		cq__clear(item, offsetof(cq__pg_item, own_error));
		item->kind = kind;
	} else {
		item = cq__zalloc(sizeof *item);
		if (item == NULL)
			return NULL;
		item->kind = kind;
	}
	connection->items++;
	item->connection = connection;
	item->request = request;
	item->owner = owner;
	item->error = request != NULL && request->error != NULL ? request->error : &item->own_error;
	if (request != NULL) {
		item->own_arena = request->arena == NULL;
		item->begins = request->kind == CQ__REQUEST_CONTROL && request->control == CQ__CONTROL_BEGIN;
		request->job.next = &item->job;
	}
	return item;
}

cq__pg_item *cq__pg_item_new(cq__connection *connection, const cq__pg_kind *kind, cq__request *request, void *owner)
{
	return make_item(connection, kind, request, owner);
}

void cq__pg_item_free(cq__connection *connection, cq__pg_item *item)
{
	if (item->prepared != NULL)
		cq__pg_cache_done(&connection->cache, item->prepared);
	if (item->other != NULL)
		cq__pg_cache_done(&connection->cache, item->other);
	cq__error_clear(&item->own_error);
	cq__list_remove(&item->link);
	item->place = CQ__PG_FREE;
	connection->items--;
	if (connection->spare_count == MOST_SPARE) {
		cq__free(item);
		return;
	}
	cq__list_push_front(&connection->spare, &item->link);
	connection->spare_count++;
}

cq__pg_item *cq__pg_enqueue(cq__connection *connection, const cq__pg_kind *kind, cq__request *request, void *owner)
{
	cq__pg_item *const item = make_item(connection, kind, request, owner);
	if (item == NULL)
		return NULL;
	if (request != NULL) {
		connection->load++;
		connection->unsent++;
		if (request->timing)
			item->queued_ns = cq__monotonic_ns();
	}
	item->place = CQ__PG_QUEUED;
	cq__list_push_back(&connection->queued, &item->link);
	if (!connection->connecting)
		cq__loop_defer(connection->loop, &connection->flush);
	return item;
}

/* ---- whose turn it is --------------------------------------------------------------------------------------------- */

static uint8_t mode_of(const cq__connection *connection, const cq__pg_item *item)
{
	const cq__request *const request = item->request;
	if (item->kind != &cq__pg_kind_statement || request == NULL)
		return CQ__PG_GROUP_SINGLE;
	if (request->within)
		return CQ__PG_GROUP_WITHIN;
	/* A transaction that the program's own SQL began has no reads that may be sent again. */
	return request->text->reads_only && !connection->in_transaction && !item->hit ? CQ__PG_GROUP_READS : CQ__PG_GROUP_SINGLE;
}

/* Whether nothing may be sent now; what is queued is looked at again when that has changed. */
static bool must_wait(const cq__connection *connection, const cq__pg_item *item)
{
	if (connection->holder != NULL || connection->blocked)
		return true;
	if (item->kind->simple && connection->command_count != 0)
		return true;
	/* Were the BEGIN to fail, what belongs to its transaction would be committed by itself. */
	return connection->beginner != NULL && item->request != NULL && item->request->within;
}

/* A BEGIN has failed: what was to be a part of its transaction must not be done by itself. */
static cq_status meet_loss(cq__connection *connection, cq__pg_item *item)
{
	const cq__request *const request = item->request;
	if (request == NULL || !connection->lost)
		return CQ_OK;
	if (request->within && request->kind != CQ__REQUEST_CONTROL)
		return cq__error_set(item->error, CQ_DATABASE, "the transaction that this is a part of was not begun");
	if (!request->within)
		connection->lost = false;
	return CQ_OK;
}

static void note_sent(cq__pg_item *item)
{
	if (item->request == NULL || !item->request->timing)
		return;
	item->sent_ns = cq__monotonic_ns();
	item->request->queue_ns = item->queued_ns != 0 ? (int64_t)(item->sent_ns - item->queued_ns) : 0;
}

bool cq__pg_enter_mode(cq__connection *connection, cq__pg_mode mode)
{
	PGconn *const handle = connection->handle;
	if (connection->mode == mode)
		return true;
	bool done = PQsetnonblocking(handle, mode != CQ__PG_MODE_ALONE) == 0;
	if (mode == CQ__PG_MODE_PIPELINE)
		done = done && PQenterPipelineMode(handle) == 1;
	else if (connection->mode == CQ__PG_MODE_PIPELINE)
		done = done && PQexitPipelineMode(handle) == 1;
	if (!done) {
		cq__pg_break(connection, NULL);
		return false;
	}
	connection->mode = (uint8_t)mode;
	return true;
}

void cq__pg_settle_group(cq__connection *connection, cq__pg_item *item)
{
	const cq__pg_kind *const kind = item->kind;
	if (kind->simple) {
		connection->group++;
		return;
	}
	connection->group_mode = item->mode;
	if (item->begins) {
		/* What belongs to its transaction may share its group. */
		connection->group_mode = CQ__PG_GROUP_WITHIN;
		connection->opening = item;
	} else if (kind->looks) {
		if (PQsendFlushRequest(connection->handle) == 0)
			connection->refused = true;
	} else if (item->mode == CQ__PG_GROUP_SINGLE) {
		cq__pg_sync(connection);
	}
}

void cq__pg_group_sync(cq__connection *connection)
{
	if (connection->group_mode == CQ__PG_GROUP_NONE)
		return;
	cq__pg_sync(connection);
	if (connection->opening != NULL) {
		connection->beginner = connection->opening;
		connection->opening = NULL;
	}
}

static void send(cq__connection *connection, cq__pg_item *item)
{
	const cq__pg_kind *const kind = item->kind;
	item->mode = mode_of(connection, item);
	cq_status status = meet_loss(connection, item);
	if (status == CQ_OK) {
		const cq__pg_mode mode = kind->simple ? CQ__PG_MODE_SIMPLE : CQ__PG_MODE_PIPELINE;
		if (connection->mode != mode && !cq__pg_enter_mode(connection, mode))
			return;
		if (connection->group_mode != CQ__PG_GROUP_NONE &&
			(connection->group_mode != item->mode || item->mode == CQ__PG_GROUP_SINGLE))
			cq__pg_group_sync(connection);
		item->group = connection->group;
		item->cancel_epoch = connection->cancels;
		item->inside = cq__pg_in_transaction(connection);
		note_sent(item);
		status = kind->send(connection, item);
	}
	if (status != CQ_OK && item->open_commands != 0 && !connection->refused) {
		/* A part of it is on its way, and must not be kept. */
		item->status = status;
		item->failed = true;
		cq__pg_send_undo(connection, item);
		status = CQ_OK;
	}
	if (status == CQ_OK && item->open_commands != 0) {
		cq__list_remove(&item->link);
		cq__list_push_back(&connection->sent, &item->link);
		item->place = CQ__PG_SENT;
		cq__pg_settle_group(connection, item);
		if (kind->simple || kind->holds || kind->looks)
			connection->holder = item;
		return;
	}
	item->status = status;
	if (connection->refused) {
		/* Its commands are noted, or not: the connection breaks behind this. */
		cq__list_remove(&item->link);
		cq__list_push_back(&connection->sent, &item->link);
		item->place = CQ__PG_SENT;
		return;
	}
	cq__pg_finish(connection, item);
}

/* ---- statements that the cache has dropped ------------------------------------------------------------------------ */

static cq_status send_deallocate(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_cache *const cache = &connection->cache;
	char sql[CQ__PG_NAME + 16];
	const char *const name = cache->dropped[cache->dropped_count - 1];
	(void)snprintf(sql, sizeof sql, "DEALLOCATE %s", name);
	const cq_status status = cq__pg_send_text(connection, item, CQ__PG_TAG_DEALLOCATE, sql, NULL, false);
	if (status == CQ_OK)
		cache->dropped_count--;
	return status;
}

/* One that is not there any more fails, in a group of its own: that is nobody's business. */
static void ignore_result(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	(void)connection;
	(void)item;
	(void)tag;
	(void)result;
}

static const cq__pg_kind deallocate = { .send = send_deallocate, .result = ignore_result, .alone = true };

/* A failure would end an open transaction, so they wait until there is none. */
static void tell_dropped(cq__connection *connection)
{
	if (connection->cache.dropped_count == 0 || connection->in_transaction || connection->holder != NULL ||
		connection->beginner != NULL || connection->group_mode == CQ__PG_GROUP_WITHIN || connection->blocked)
		return;
	while (connection->cache.dropped_count != 0 && !connection->refused && !connection->broken) {
		const uint32_t before = connection->cache.dropped_count;
		cq__pg_item *const item = cq__pg_item_new(connection, &deallocate, NULL, NULL);
		if (item == NULL)
			return;
		cq__list_push_back(&connection->queued, &item->link);
		item->place = CQ__PG_QUEUED;
		send(connection, item);
		if (connection->cache.dropped_count == before)
			return;
	}
}

/* ---- sending ------------------------------------------------------------------------------------------------------ */

static void flush_socket(cq__connection *connection)
{
	const int left = PQflush(connection->handle);
	connection->blocked = left == 1;
	if (left < 0)
		connection->refused = true;
}

/* Every item whose turn it is. */
static void send_queued(cq__connection *connection)
{
	enum { BETWEEN_FLUSHES = 64 };
	unsigned count = 0;
	cq__list_link *link;
	while ((link = cq__list_first(&connection->queued)) != NULL && !connection->broken && !connection->refused) {
		cq__pg_item *const item = CQ__LIST_ENTRY(link, cq__pg_item, link);
		if (must_wait(connection, item))
			break;
		send(connection, item);
		if (++count % BETWEEN_FLUSHES == 0 && !connection->refused)
			flush_socket(connection);
	}
	connection->unsent = 0;
}

/* Where the socket is full, libpq reads while it sends, so that neither side waits for the other, and the socket tells nothing of what has been
 * read: that may be the failure of what was sent first, behind which the server says no more before the Sync. */
static void look_for_answers(cq__connection *connection)
{
	if (connection->broken || connection->command_count == 0 || (connection->holder != NULL && connection->holder->copying))
		return;
	if (!PQisBusy(connection->handle))
		cq__loop_defer(connection->loop, &connection->read_on);
}

static bool can_send(const cq__connection *connection)
{
	return !connection->connecting && !connection->broken && !connection->closed && !cq__pg_cancelling(connection);
}

void cq__pg_send_ahead(cq__connection *connection)
{
	if (!can_send(connection) || connection->refused)
		return;
	cq__pg_enter(connection);
	send_queued(connection);
	if (!connection->refused && !connection->broken && connection->command_count != 0)
		flush_socket(connection);
	cq__pg_leave(connection);
}

void cq__pg_flush(cq__connection *connection)
{
	cq__loop_undefer(connection->loop, &connection->flush);
	if (!can_send(connection))
		return;
	cq__pg_enter(connection);
	send_queued(connection);
	if (connection->holder == NULL || !connection->holder->kind->looks)
		cq__pg_group_sync(connection);
	tell_dropped(connection);
	if (!connection->refused && !connection->broken && connection->command_count != 0)
		flush_socket(connection);
	if (connection->refused && !connection->broken)
		cq__pg_break(connection, NULL);
	look_for_answers(connection);
	cq__pg_watch(connection);
	cq__pg_leave(connection);
}

void cq__pg_watch(cq__connection *connection)
{
	if (connection->connecting || connection->broken || connection->closed)
		return;
	int mask = connection->command_count != 0 || connection->notified != NULL ? CQ__LOOP_READ : 0;
	if (connection->blocked || (connection->holder != NULL && connection->holder->wants_write))
		mask |= CQ__LOOP_WRITE;
	if (connection->watch.mask != mask)
		cq__loop_want(connection->loop, &connection->watch, mask, 0);
}
