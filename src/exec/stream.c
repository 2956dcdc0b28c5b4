/* exec/stream.c: the rows of a statement one at a time, with a bounded number of them in memory.
 * It knows nothing of how a driver reads ahead. Programs call it through cq_stream_open and directly.
 */
#include "exec/await.h"
#include "exec/binding.h"
#include "exec/operation.h"
#include "exec/run.h"
#include "exec/site.h"

enum { LARGEST_BUFFER = 1024 * 1024 };

struct cq_stream {
	cq__request request;
	cq_connection *db;       /* NULL when it was disconnected */
	cq__list_link link;      /* in db->streams */
	cq__arena *arena;        /* this struct and the copies of its values */
	cq__compiled *compiled;
	const cq_site *site;
	cq__error error;
	cq__waiter *waiter;      /* of the task that waits for rows, or NULL */
	void *first;             /* the row that opening it has read already, or NULL */
	bool ended;              /* no row comes any more */
	bool inside;             /* a call that may wait is under way */
	bool closed;             /* by another task meanwhile: that call frees it */
	cq_status status;        /* how it ended */
};

static cq_status make(cq_connection *db, const cq_statement *statement, const cq_target *target, cq_stream **out)
{
	cq__arena *const arena = cq__arena_create(CQ__ARENA_SMALL);
	cq_stream *const stream = arena != NULL ? cq__arena_zalloc(arena, sizeof *stream) : NULL;
	if (stream == NULL) {
		cq__arena_destroy(arena);
		return cq__error_set(&db->working, CQ_NO_MEMORY, NULL);
	}
	cq__request *const request = &stream->request;
	cq_status status = cq__request_make(db, statement, target, request, &stream->compiled, &db->working);
	if (status == CQ_OK && stream->compiled->rows)
		status = cq__error_set(&db->working, CQ_UNSUPPORTED,
			"INSERT_INTO(table, VALUES(...)) is several statements, whose rows cannot be streamed");
	if (status == CQ_OK && (request->values = cq__values_copy(arena, stream->compiled, request->values)) == NULL)
		status = cq__error_set(&db->working, CQ_NO_MEMORY, NULL);
	if (status != CQ_OK) {
		cq__arena_destroy(arena);
		return status;
	}
	stream->arena = arena;
	stream->db = db;
	stream->site = statement->site;
	stream->compiled->references++;
	request->sink = CQ__SINK_STREAM;
	request->error = &stream->error;
	request->owner = stream;
	*out = stream;
	return CQ_OK;
}

/* ---- waiting in a task ------------------------------------------------------------------------------------------ */

static void rows_came(cq__request *request)
{
	cq_stream *const stream = request->owner;
	if (stream->waiter != NULL)
		cq__waiter_wake(stream->db->engine->loop, stream->waiter);
}

static struct cq__sitter sitter_of(const cq_stream *stream)
{
	return (struct cq__sitter){ .site = stream->site, .text = stream->compiled->text.sql };
}

/* Once: rows may have come, and others have taken their place. */
static cq_status suspend(cq_stream *stream, cq__deadline until, bool shielded)
{
	struct cq__sitter sitter = sitter_of(stream);
	cq__waiter waiter = { 0 };
	stream->waiter = &waiter;
	const cq_status status = cq__suspend_in(stream->db, &waiter, until, shielded, &sitter);
	stream->waiter = NULL;
	return status;
}

static bool is_ready(cq_stream *stream)
{
	return stream->db->driver->stream_ready(stream->db->driven, &stream->request);
}

/* What was asked for is stopped, so that whatever follows does not wait. */
static void stop(cq_stream *stream)
{
	if (is_ready(stream))
		return;
	stream->db->driver->cancel(stream->db->driven, &stream->request);
	while (!is_ready(stream))
		(void)suspend(stream, 0, true);
}

/* Whether the caller is a task; from then on the driver tells when rows come. */
static bool is_in_task(cq_stream *stream)
{
	if (!cq__may_be_in_task(stream->db) || !cq__inside_task(stream->db->engine->loop))
		return false;
	stream->request.completed = rows_came;
	return true;
}

/* In a task: returns when there is a row, an end or a failure to take without waiting. */
static cq_status wait_for_rows(cq_stream *stream)
{
	cq_status status = CQ_OK;
	if (!is_in_task(stream))
		return CQ_OK;
	while (status == CQ_OK && !is_ready(stream))
		status = suspend(stream, (cq__deadline)stream->request.deadline_ns, false);
	if (status != CQ_OK)
		stop(stream);
	return status;
}

static cq_status take_row(cq_stream *stream, void **row)
{
	cq_connection *const db = stream->db;
	if (!cq__may_be_in_task(db) || is_in_task(stream)) {
		CQ_TRY(wait_for_rows(stream));
		return db->driver->stream_next(db->driven, &stream->request, stream->request.deadline_ns, row);
	}
	/* The driver may turn the loop, and tasks run. */
	struct cq__sitter sitter = sitter_of(stream);
	cq__sit_down(db, &sitter);
	const cq_status status = db->driver->stream_next(db->driven, &stream->request, stream->request.deadline_ns, row);
	cq__get_up(db, &sitter);
	return status;
}

/* ---- opening and closing ------------------------------------------------------------------------------------------ */

/* The stream's failure, as the connection's too. */
static cq_status fail(cq_stream *stream, cq_status status)
{
	stream->ended = true;
	stream->status = status;
	if (!cq__error_is_set(&stream->error))
		cq__error_set(&stream->error, status, NULL);
	cq__error_place(&stream->error, stream->site, stream->compiled);
	cq__error_copy(&stream->db->working, &stream->error);
	return cq__connection_leave(stream->db, status);
}

static void release(cq_stream *stream)
{
	cq__compiled_release(stream->compiled);
	cq__error_release(&stream->error);
	cq__arena_destroy(stream->arena);
}

/* What it came to is told. */
static void tell(const cq_stream *stream)
{
	if (stream->db->timing)
		cq__echo(stream->db->engine, stream->site, stream->compiled, &stream->request, stream->request.values);
	cq__site_count(stream->db, stream->site, &stream->request);
}

/* Ends it at the driver. */
static void detach(cq_stream *stream)
{
	if (stream->request.kind != CQ__REQUEST_PREPARE) {
		if (is_in_task(stream))
			stop(stream);
		stream->db->driver->stream_close(stream->db->driven, &stream->request);
	}
	tell(stream);
	cq__list_remove(&stream->link);
	stream->db = NULL;
}

/* A dry run's stream is at its end. */
static cq_status begin(cq_stream *stream, size_t buffer_rows)
{
	cq_connection *const db = stream->db;
	if (stream->request.kind == CQ__REQUEST_PREPARE) {
		stream->request.sink = CQ__SINK_NONE;
		cq__sit_out(db, &stream->request);
		stream->ended = true;
		return stream->request.status;
	}
	(void)is_in_task(stream);
	/* A shared handle waits for a connection there. */
	struct cq__sitter sitter = sitter_of(stream);
	cq__sit_down(db, &sitter);
	cq_status status = db->driver->stream_open(db->driven, &stream->request, buffer_rows);
	cq__get_up(db, &sitter);
	if (status != CQ_OK)
		return status;
	/* The first row shows whether the database took the statement. */
	status = take_row(stream, &stream->first);
	if (status != CQ_OK)
		db->driver->stream_close(db->driven, &stream->request);
	stream->ended = stream->first == NULL;
	return status;
}

cq_status cq_stream_open_statement(cq_connection *db, cq_statement *statement, const cq_target *target,
	const cq_stream_options *options, cq_stream **out)
{
	static const cq_stream_options standard = CQ_STREAM_OPTIONS_INIT;
	const size_t asked = (options != NULL ? options : &standard)->buffer_rows;
	if (out != NULL)
		*out = NULL;
	cq_status status = cq__connection_enter_statement(db, "cq_stream_open",
		out != NULL && statement != NULL && target != NULL);
	if (status == CQ_OK)
		status = cq__statement_route(&db, statement, "cq_stream_open", true);
	if (status != CQ_OK)
		return cq__statement_refuse(db, statement, status);
	cq_stream *stream = NULL;
	status = make(db, statement, target, &stream);
	cq_statement_release(statement);
	if (status != CQ_OK)
		return cq__connection_leave(db, status);
	status = begin(stream, asked == 0 ? 1 : asked > LARGEST_BUFFER ? LARGEST_BUFFER : asked);
	if (status != CQ_OK) {
		tell(stream);
		(void)fail(stream, status);
		release(stream);
		return status;
	}
	cq__list_push_back(&db->streams, &stream->link);
	*out = stream;
	return CQ_OK;
}

/* Another task closed it while this one waited in it. */
static cq_status end_closed(cq_stream *stream)
{
	cq_connection *const db = stream->db;
	detach(stream);
	release(stream);
	return cq__connection_leave(db, cq__error_set(&db->working, CQ_CANCELLED, "cq_stream_next: the stream was closed meanwhile"));
}

cq_status cq_stream_next(cq_stream *stream, void *row)
{
	if (row != NULL)
		*(void **)row = NULL;
	if (stream == NULL || stream->db == NULL)
		return CQ_MISUSE;
	CQ_TRY(cq__connection_enter(stream->db, "cq_stream_next"));
	if (__builtin_expect(row == NULL, 0))
		return cq__connection_leave(stream->db,
			cq__error_set(&stream->db->working, CQ_MISUSE, "cq_stream_next: the row is NULL"));
	if (stream->first != NULL) {
		*(void **)row = stream->first;
		stream->first = NULL;
		return CQ_OK;
	}
	if (stream->ended)
		return stream->status;
	/* Each part has a limit of its own, however slowly the program reads. */
	stream->request.deadline_ns = cq__connection_deadline(stream->db);
	void *next = NULL;
	stream->inside = true;
	const cq_status status = take_row(stream, &next);
	stream->inside = false;
	if (__builtin_expect(stream->closed, 0))
		return end_closed(stream);
	if (__builtin_expect(status != CQ_OK, 0))
		return fail(stream, status);
	stream->ended = next == NULL;
	*(void **)row = next;
	return CQ_OK;
}

void cq_stream_close(cq_stream **stream)
{
	if (stream == NULL || *stream == NULL)
		return;
	cq_stream *const closing = *stream;
	*stream = NULL;
	if (closing->db != NULL) {
		if (!cq__engine_entered(closing->db->engine))
			return;
		if (closing->inside) {
			/* Whoever waits there frees it. */
			closing->closed = true;
			closing->db->driver->cancel(closing->db->driven, &closing->request);
			return;
		}
		closing->inside = true;
		detach(closing);
	}
	release(closing);
}

void cq__streams_end(cq_connection *db)
{
	CQ__LIST_EACH(link, &db->streams) {
		cq_stream *const stream = CQ__LIST_ENTRY(link, cq_stream, link);
		detach(stream);
		stream->ended = true;
	}
}
