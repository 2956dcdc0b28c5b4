/* driver/postgres/stream_cursor.c: what streams send: DECLARE, FETCH, CLOSE, and the transaction around a cursor that nobody
 * sees.
 *
 * It knows nothing of who reads. stream.c calls it; the pipeline calls its kinds and, before each request,
 * cq__pg_stream_yield.
 */
#include "driver/postgres/cursor.h"
#include "driver/postgres/stream.h"

#include "base/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

enum {
	TAG_SETTING = CQ__PG_TAG_OWN, /* BEGIN and the like */
	TAG_DECLARE,
	TAG_FETCH,
	TAG_END,
	FIRST_ROWS = 64, /* of the first chunk, whose size nobody knows yet */
};
#define CHUNK_BYTES ((size_t)1024 * 1024)

/* ---- chunks -------------------------------------------------------------------------------------------------------- */

static cq__pg_chunk *filled_chunk(cq__pg_stream *stream)
{
	return &stream->chunks[1 - stream->reading];
}

static cq_status prepare_chunk(cq__pg_stream *stream)
{
	cq__pg_chunk *const chunk = filled_chunk(stream);
	chunk->count = 0;
	chunk->rows = NULL;
	if (chunk->arena != NULL && cq__arena_bytes(chunk->arena) > 4 * CHUNK_BYTES) {
		cq__arena_destroy(chunk->arena);
		chunk->arena = NULL;
	}
	if (chunk->arena != NULL)
		cq__arena_reset(chunk->arena);
	else
		chunk->arena = cq__arena_create(CQ__ARENA_SMALL);
	stream->work.arena = chunk->arena;
	stream->work.items = NULL;
	stream->work.item_count = stream->work.item_capacity = 0;
	return chunk->arena != NULL ? CQ_OK : cq__error_set(&stream->error, CQ_NO_MEMORY, NULL);
}

/* How many rows the next FETCH asks for: about as many bytes as a chunk has. */
static void adapt(cq__pg_stream *stream)
{
	const size_t bytes = cq__arena_bytes(filled_chunk(stream)->arena);
	if (bytes > CHUNK_BYTES && stream->next_rows > 1)
		stream->next_rows /= 2;
	else if (bytes < CHUNK_BYTES / 2)
		stream->next_rows *= 2;
	if (stream->next_rows > stream->chunk_rows)
		stream->next_rows = stream->chunk_rows;
}

/* What was fetched is told to the reader. */
static void fill(cq__pg_stream *stream)
{
	cq__request *const request = stream->request;
	stream->filled = true;
	stream->fills++;
	cq__loop_stir(stream->connection->loop);
	if (!stream->awaited || request == NULL)
		return;
	stream->awaited = false;
	if (request->timing)
		cq__pg_stream_add_times(request, (int64_t)cq__monotonic_ns() - request->decode_ns - stream->awaited_ns, 0);
	if (request->completed != NULL)
		request->completed(request);
}

void cq__pg_stream_fail(cq__pg_stream *stream, cq_status status, const cq__error *error)
{
	stream->ended = true;
	if (stream->failure == CQ_OK) {
		stream->failure = status;
		if (!cq__error_is_set(&stream->error) && error != NULL && cq__error_is_set(error))
			(void)cq__error_copy(&stream->error, error);
		else if (!cq__error_is_set(&stream->error))
			(void)cq__error_set(&stream->error, status, NULL);
	}
	if (!stream->filled) {
		filled_chunk(stream)->count = 0;
		fill(stream);
	}
}

void cq__pg_stream_release(cq__pg_stream *stream)
{
	if (stream->items != 0 || stream->request != NULL)
		return;
	for (int i = 0; i < 2; i++)
		cq__arena_destroy(stream->chunks[i].arena);
	if (stream->connection->own_stream == stream)
		stream->connection->own_stream = NULL;
	cq__timer_stop(stream->connection->loop, &stream->patience);
	cq__pg_decoder_release(&stream->decoder);
	cq__error_release(&stream->error);
	cq__free(stream);
}

/* An item is done with it. */
static void let_go(cq__pg_stream *stream)
{
	stream->items--;
	cq__pg_stream_release(stream);
}

/* ---- fetching ------------------------------------------------------------------------------------------------------ */

static cq_status encode_values(cq__connection *connection, cq__pg_stream *stream, cq__pg_item *item)
{
	CQ_TRY(cq__pg_encode_begin(&connection->encoder, item->error, stream->text->bind_count));
	return cq__pg_encode_values(&connection->encoder, stream->text, stream->request->values);
}

cq_status cq__pg_send_declare(cq__connection *connection, cq__pg_item *item, uint32_t tag, const cq__text *text,
	const char *name, bool holds)
{
	cq__buffer sql = { 0 };
	Oid *const types = cq__alloc_array(text->bind_count + 1, sizeof *types);
	cq__buffer_append_format(&sql, "DECLARE \"%s\" NO SCROLL CURSOR %sFOR ", name, holds ? "WITH HOLD " : "");
	cq__buffer_append(&sql, text->sql, text->length);
	cq_status status;
	if (types == NULL || sql.status != CQ_OK) {
		status = cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	} else {
		(void)cq__pg_parameter_types(text, 1, types);
		status = cq__pg_send_text(connection, item, tag, cq__buffer_text(&sql), types, true);
	}
	cq__free(types);
	cq__buffer_release(&sql);
	return status;
}

/* What stands before the first FETCH. */
static cq_status open_cursor(cq__connection *connection, cq__pg_stream *stream, cq__pg_item *item)
{
	CQ_TRY(encode_values(connection, stream, item));
	if (stream->place == CQ__PG_CURSOR_OWN)
		CQ_TRY(cq__pg_send_text(connection, item, TAG_SETTING, stream->reads_only ? "BEGIN READ ONLY" : "BEGIN", NULL, false));
	stream->declared = true;
	CQ_TRY(cq__pg_send_text(connection, item, TAG_SETTING, CQ__PG_WHOLE_RESULT, NULL, false));
	char name[32];
	(void)snprintf(name, sizeof name, "cq_stream_%u", stream->number);
	return cq__pg_send_declare(connection, item, TAG_DECLARE, stream->text, name,
		!connection->unnamed && (stream->place == CQ__PG_CURSOR_OWN || stream->reads_only));
}

/* The rows that are still wanted of a limit. */
static size_t wanted_rows(const cq__pg_stream *stream)
{
	const size_t limit = stream->work.row_limit, seen = (size_t)stream->work.rows_seen;
	const size_t left = limit == 0 ? SIZE_MAX : limit > seen ? limit - seen : 0;
	return left < stream->next_rows ? left : stream->next_rows;
}

static cq_status send_fetch(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_stream *const stream = item->owner;
	/* Closed, or its transaction is over, before its turn came. */
	if (stream->request == NULL || stream->place == CQ__PG_CURSOR_GONE)
		return CQ_OK;
	if (stream->place == CQ__PG_CURSOR_NEVER) {
		CQ_TRY(encode_values(connection, stream, item));
		return cq__pg_send_statement(connection, item, TAG_FETCH, stream->text, 1);
	}
	if (connection->lost && stream->place == CQ__PG_CURSOR_WITHIN)
		return cq__error_set(item->error, CQ_DATABASE, "the transaction that the stream is a part of was not begun");
	if (stream->reopens)
		stream->reopens = stream->declared = false;
	if (!stream->declared)
		CQ_TRY(open_cursor(connection, stream, item));
	char sql[96];
	(void)snprintf(sql, sizeof sql, "FETCH FORWARD %zu FROM \"cq_stream_%u\"", wanted_rows(stream), stream->number);
	return cq__pg_send_text(connection, item, TAG_FETCH, sql, NULL, false);
}

/* The rows before the one that does not fit are the reader's all the same, as with every other database. */
static size_t decode_up_to_failure(cq__pg_stream *stream, const PGresult *result)
{
	cq__request *const work = &stream->work;
	const size_t size = work->plan->row_size;
	size_t count = 0;
	if (work->items == NULL)
		return 0;
	while (count < (size_t)PQntuples(result) && cq__pg_decode_row(&stream->decoder, result, (int)count,
		work->rows_seen + 1 + (int64_t)count, work->arena, work->error, (char *)work->items + count * size) == CQ_OK)
		count++;
	return count;
}

static void take_rows(cq__pg_stream *stream, const PGresult *result)
{
	cq__pg_chunk *const chunk = filled_chunk(stream);
	const bool whole = stream->place == CQ__PG_CURSOR_NEVER;
	const size_t asked = wanted_rows(stream);
	if (stream->request == NULL || stream->failure != CQ_OK)
		return;
	cq_status status = prepare_chunk(stream);
	const uint64_t begun = stream->request->timing ? cq__monotonic_ns() : 0;
	if (status == CQ_OK)
		status = cq__pg_decode(&stream->decoder, result, &stream->work);
	if (stream->request->timing) {
		const int64_t decode_ns = (int64_t)(cq__monotonic_ns() - begun);
		stream->request->decode_ns += decode_ns;
		stream->request->run_ns += decode_ns;
	}
	chunk->count = status == CQ_OK ? stream->work.item_count : status != CQ_NO_MEMORY ? decode_up_to_failure(stream, result) : 0;
	chunk->rows = stream->work.items;
	if (status != CQ_OK) {
		stream->failure = status;
		stream->ended = true;
		return;
	}
	stream->ended = whole || (size_t)PQntuples(result) < asked ||
		(stream->work.row_limit != 0 && (size_t)stream->work.rows_seen >= stream->work.row_limit);
	adapt(stream);
}

/* Whether the server only says that it has no cursor for such a statement. */
static bool takes_no_cursor(const cq__pg_stream *stream, uint32_t tag, const PGresult *result)
{
	const char *const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	return tag == TAG_DECLARE && stream->place == CQ__PG_CURSOR_OWN && !stream->reads_only && state != NULL &&
		strcmp(state, "0A000") == 0;
}

static void take_fetched(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	cq__pg_stream *const stream = item->owner;
	if (PQresultStatus(result) == PGRES_FATAL_ERROR && takes_no_cursor(stream, tag, result))
		stream->refused = true;
	if (cq__pg_take_status(connection, item, result) == CQ_OK && tag == TAG_FETCH)
		take_rows(stream, result);
}

/* Another's cancellation has met the first chunk, of which nobody has seen a row: outside of the program's transactions the stream
 * begins again. Later the rows would be those of another moment. */
static bool begins_again(cq__connection *connection, cq__pg_stream *stream, const cq__pg_item *item)
{
	const bool own = stream->place == CQ__PG_CURSOR_OWN;
	const bool alone = stream->place == CQ__PG_CURSOR_NEVER && !stream->within && !connection->in_transaction;
	if (!item->hit || item->told || item->stopped || connection->broken || stream->request == NULL || stream->fills != 0 ||
		stream->failure != CQ_OK || !(own || alone))
		return false;
	if (own) {
		/* The transaction has failed: it takes nothing but ROLLBACK. */
		stream->refused = true;
		cq__pg_stream_drop_cursor(stream);
		stream->refused = false;
		stream->place = CQ__PG_CURSOR_OWN;
		stream->reopens = true;
		connection->own_stream = stream;
		connection->hidden_transactions++;
	}
	cq__pg_stream_fetch(stream);
	return true;
}

/* The chunk is there, or it never will be. */
static void fetch_done(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_stream *const stream = item->owner;
	stream->fetch = NULL;
	if (stream->yield == NULL)
		cq__timer_stop(connection->loop, &stream->patience);
	if (begins_again(connection, stream, item)) {
		let_go(stream);
		return;
	}
	if (stream->refused && stream->request != NULL) {
		/* In its own transaction nothing has happened yet. */
		cq__pg_stream_drop_cursor(stream);
		stream->refused = false;
		stream->place = CQ__PG_CURSOR_NEVER;
		cq__pg_stream_fetch(stream);
		let_go(stream);
		return;
	}
	if (item->status != CQ_OK) {
		cq__pg_stream_fail(stream, item->status, item->error);
		/* The program's transaction is the program's to end, and what failed in it has closed nothing. */
		if (stream->place != CQ__PG_CURSOR_OWN)
			stream->place = CQ__PG_CURSOR_GONE;
	}
	/* Open cursors keep locks and a snapshot. */
	if (stream->ended)
		cq__pg_stream_drop_cursor(stream);
	if (!stream->filled)
		fill(stream);
	let_go(stream);
}

static const cq__pg_kind kind_fetch = { .send = send_fetch, .result = take_fetched, .done = fetch_done };

void cq__pg_stream_fetch(cq__pg_stream *stream)
{
	cq__connection *const connection = stream->connection;
	if (stream->place == CQ__PG_CURSOR_GONE) {
		const cq_status status = stream->yielded ? CQ_UNSUPPORTED : CQ_DATABASE;
		(void)cq__error_set(&stream->error, status, stream->yielded ?
			"behind a pooler (prepare=unnamed) a stream ends with its transaction, and at another statement of its connection: "
			"it needs a connection of its own" : "the transaction or savepoint that the stream was opened in was rolled back");
		cq__pg_stream_fail(stream, status, NULL);
		return;
	}
	cq__pg_item *const item = cq__pg_enqueue(connection, &kind_fetch, NULL, stream);
	if (item == NULL) {
		cq__pg_stream_fail(stream, CQ_NO_MEMORY, NULL);
		return;
	}
	stream->fetch = item;
	stream->items++;
}

static void stop_fetch(cq__timer *timer)
{
	cq__pg_stream *const stream = timer->user;
	cq__connection *const connection = stream->connection;
	cq__pg_enter(connection);
	if (stream->fetch != NULL)
		cq__pg_stop(connection, stream->fetch, false);
	if (stream->yield != NULL)
		cq__pg_stop(connection, stream->yield, false);
	cq__pg_leave(connection);
}

void cq__pg_stream_lose_patience(cq__pg_stream *stream)
{
	enum { PATIENCE_MS = 50 };
	if (stream->fetch == NULL && stream->yield == NULL)
		return;
	stream->patience.fire = stop_fetch;
	stream->patience.user = stream;
	cq__timer_set(stream->connection->loop, &stream->patience, cq__deadline_after_ms(PATIENCE_MS));
}

/* ---- ending -------------------------------------------------------------------------------------------------------- */

static cq_status send_close(cq__connection *connection, cq__pg_item *item)
{
	const cq__pg_stream *const stream = item->owner;
	char sql[48];
	if (!stream->declared)
		return CQ_OK;
	(void)snprintf(sql, sizeof sql, "CLOSE \"cq_stream_%u\"", stream->number);
	return cq__pg_send_text(connection, item, TAG_END, sql, NULL, false);
}

static cq_status send_rollback(cq__connection *connection, cq__pg_item *item)
{
	const cq__pg_stream *const stream = item->owner;
	return stream->declared ? cq__pg_send_text(connection, item, TAG_END, "ROLLBACK", NULL, false) : CQ_OK;
}

static cq_status send_commit(cq__connection *connection, cq__pg_item *item)
{
	const cq__pg_stream *const stream = item->owner;
	return stream->declared ? cq__pg_send_text(connection, item, TAG_END, "COMMIT", NULL, false) : CQ_OK;
}

static cq_status send_close_and_commit(cq__connection *connection, cq__pg_item *item)
{
	CQ_TRY(send_close(connection, item));
	return send_commit(connection, item);
}

static void take_end(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	(void)tag;
	(void)cq__pg_take_status(connection, item, result);
}

/* What is sent behind it may be answered before the server is asked again. */
static void take_own_end(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	PGresult *const asked = (PGresult *)(uintptr_t)result; /* libpq only reads it */
	take_end(connection, item, tag, result);
	if (strcmp(PQcmdStatus(asked), "COMMIT") == 0 || strcmp(PQcmdStatus(asked), "ROLLBACK") == 0)
		connection->in_transaction = false;
}

/* A COMMIT that fails has ended its transaction as well. */
static void take_yield(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	take_own_end(connection, item, tag, result);
	if (PQresultStatus(result) == PGRES_FATAL_ERROR)
		connection->in_transaction = false;
}

static void close_done(cq__connection *connection, cq__pg_item *item)
{
	(void)connection;
	let_go(item->owner);
}

/* The transaction was ended for another statement's sake: what is left of the result stands on the server now. */
static void yield_done(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_stream *const stream = item->owner;
	stream->yield = NULL;
	if (stream->fetch == NULL)
		cq__timer_stop(connection->loop, &stream->patience);
	if (item->status != CQ_OK && stream->request != NULL) {
		stream->place = CQ__PG_CURSOR_GONE;
		if (stream->fetch == NULL)
			cq__pg_stream_fail(stream, item->status, item->error);
	}
	let_go(stream);
}

static const cq__pg_kind kind_close = { .send = send_close, .result = take_end, .done = close_done };
static const cq__pg_kind kind_rollback = { .send = send_rollback, .result = take_own_end, .done = close_done, .ends_hidden = true };
static const cq__pg_kind kind_commit = { .send = send_close_and_commit, .result = take_own_end, .done = close_done, .ends_hidden = true };
static const cq__pg_kind kind_yield = { .send = send_commit, .result = take_yield, .done = yield_done, .ends_hidden = true };

static cq__pg_item *enqueue_end(cq__pg_stream *stream, const cq__pg_kind *kind)
{
	if (stream->connection->broken)
		return NULL;
	cq__pg_item *const item = cq__pg_enqueue(stream->connection, kind, NULL, stream);
	if (item == NULL)
		cq__pg_break(stream->connection, "out of memory while a stream was closed");
	else
		stream->items++;
	return item;
}

void cq__pg_stream_drop_cursor(cq__pg_stream *stream)
{
	cq__connection *const connection = stream->connection;
	const cq__pg_cursor_place place = (cq__pg_cursor_place)stream->place;
	if (place != CQ__PG_CURSOR_NEVER)
		stream->place = CQ__PG_CURSOR_GONE;
	if (connection->own_stream == stream)
		connection->own_stream = NULL;
	if (place == CQ__PG_CURSOR_OWN)
		(void)enqueue_end(stream, stream->reads_only || stream->refused || stream->failure != CQ_OK ? &kind_rollback : &kind_commit);
	else if (place == CQ__PG_CURSOR_WITHIN || place == CQ__PG_CURSOR_HELD)
		(void)enqueue_end(stream, &kind_close);
}

/* ---- other statements of the connection ---------------------------------------------------------------------------- */

/* The level in a savepoint's name, 0 for others. */
static uint32_t level_of(const char *sql)
{
	const char *const name = strstr(sql, "\"cq_");
	return name != NULL ? (uint32_t)strtoul(name + sizeof "\"cq_" - 1, NULL, 10) : 0;
}

/* The cursors of a transaction follow it: committed they go on, rolled back they are gone. */
static void follow(cq__connection *connection, const cq__request *request)
{
	const cq__control control = request->control;
	const bool savepoint = control == CQ__CONTROL_RELEASE || control == CQ__CONTROL_ROLLBACK_TO;
	const uint32_t level = savepoint ? level_of(request->text->sql) : 0;
	CQ__LIST_EACH(link, &connection->streams) {
		cq__pg_stream *const stream = CQ__LIST_ENTRY(link, cq__pg_stream, link);
		if (stream->place != CQ__PG_CURSOR_WITHIN)
			continue;
		if (control == CQ__CONTROL_COMMIT) {
			stream->yielded = connection->unnamed;
			stream->place = stream->reads_only && !connection->unnamed ? CQ__PG_CURSOR_HELD : CQ__PG_CURSOR_GONE;
		} else if (control == CQ__CONTROL_ROLLBACK || (control == CQ__CONTROL_ROLLBACK_TO && stream->depth >= level))
			stream->place = CQ__PG_CURSOR_GONE;
		else if (control == CQ__CONTROL_RELEASE && stream->depth >= level && level != 0)
			stream->depth = level - 1;
	}
	if (control == CQ__CONTROL_SAVEPOINT)
		connection->depth = level_of(request->text->sql);
	else if (control == CQ__CONTROL_ROLLBACK_TO)
		connection->depth = level;
	else if (control == CQ__CONTROL_RELEASE)
		connection->depth = level != 0 ? level - 1 : 0;
	else
		connection->depth = 0;
}

void cq__pg_stream_yield(cq__connection *connection, const cq__request *request)
{
	cq__pg_stream *const stream = connection->own_stream;
	if (__builtin_expect(stream != NULL, 0) && connection->unnamed) {
		/* What is held stands in one session of the server, and the next statement may meet another one. */
		stream->yielded = true;
		cq__pg_stream_drop_cursor(stream);
	} else if (__builtin_expect(stream != NULL, 0)) {
		connection->own_stream = NULL;
		stream->place = CQ__PG_CURSOR_HELD;
		stream->yield = enqueue_end(stream, &kind_yield);
	}
	if (request != NULL && request->kind == CQ__REQUEST_CONTROL)
		follow(connection, request);
}

/* ---- beginning ----------------------------------------------------------------------------------------------------- */

/* Whether a text of the program's own may have a cursor: one that writes never has. */
static bool is_select(const char *sql)
{
	const char *const word = sql + strspn(sql, " \t\r\n(");
	return strncasecmp(word, "select", 6) == 0 || strncasecmp(word, "values", 6) == 0 || strncasecmp(word, "table", 5) == 0;
}

cq__pg_stream *cq__pg_stream_create(cq__connection *connection, cq__request *request, size_t chunk_rows)
{
	cq__pg_stream *const stream = cq__zalloc(sizeof *stream);
	if (stream == NULL)
		return NULL;
	const bool within = request->within || cq__pg_in_transaction(connection);
	/* Two cursors cannot have a transaction each. */
	cq__pg_stream_yield(connection, NULL);
	stream->connection = connection;
	stream->request = request;
	stream->text = request->text;
	stream->reads_only = request->text->reads_only;
	stream->reading = 0;
	stream->chunk_rows = chunk_rows;
	stream->next_rows = chunk_rows < FIRST_ROWS ? chunk_rows : FIRST_ROWS;
	stream->number = ++connection->streams_opened;
	stream->depth = connection->depth;
	stream->within = within;
	stream->work = (cq__request){ .sink = CQ__SINK_ARRAY, .plan = request->plan, .row_limit = request->row_limit, .error = &stream->error };
	if (!stream->reads_only && !is_select(request->text->sql))
		stream->place = CQ__PG_CURSOR_NEVER;
	else
		stream->place = within ? CQ__PG_CURSOR_WITHIN : CQ__PG_CURSOR_OWN;
	if (stream->place == CQ__PG_CURSOR_OWN) {
		connection->own_stream = stream;
		connection->hidden_transactions++;
	}
	cq__list_push_back(&connection->streams, &stream->link);
	return stream;
}
