/* driver/postgres/stream.c: a result read piece by piece through a cursor, with a bounded number of rows in memory: what the
 * reader calls. stream_cursor.c sends the statements.
 *
 * It knows nothing of the program's loop over the rows. There are two chunks: while one is read the other is fetched, in its
 * turn among the connection's other statements.
 */
#include "driver/postgres/stream.h"

#include "io/waiter.h"

/* ---- the reader's side --------------------------------------------------------------------------------------------- */

/* The reader goes on with the other chunk, and the one that it is through with is fetched again. */
static void turn_over(cq__pg_stream *stream)
{
	stream->reading = 1 - stream->reading;
	stream->at = 0;
	stream->filled = false;
	if (!stream->ended && stream->failure == CQ_OK)
		cq__pg_stream_fetch(stream);
	/* What is queued now, the end of the cursor perhaps, must not wait for the program's next turn of the loop. */
	cq__pg_flush(stream->connection);
}

static bool has_row(const cq__pg_stream *stream)
{
	return stream->at < stream->chunks[stream->reading].count;
}

/* Whether the next row, the end or the failure is known. */
static bool is_ready(const cq__pg_stream *stream)
{
	return has_row(stream) || stream->filled || stream->ended || stream->failure != CQ_OK;
}

static void sit(cq__pg_stream *stream, int64_t deadline_ns)
{
	cq__connection *const connection = stream->connection;
	const cq__deadline deadline = cq__deadline_earlier((cq__deadline)deadline_ns, (cq__deadline)stream->request->deadline_ns);
	if (stream->filled || cq__pg_wait_for(connection, &stream->filled, deadline))
		return;
	if (stream->fetch != NULL)
		cq__pg_stop(connection, stream->fetch, true);
	/* Whatever is asked to stop ends soon. */
	while (!cq__pg_wait_for(connection, &stream->filled, 0))
		;
}

/* Sits until the chunk that is fetched is there. */
static void sit_out(cq__pg_stream *stream, int64_t deadline_ns)
{
	cq__request *const request = stream->request;
	const uint64_t begun = request->timing ? cq__monotonic_ns() : 0;
	const int64_t decoded = request->decode_ns;
	sit(stream, deadline_ns);
	if (request->timing)
		cq__pg_stream_add_times(request, (int64_t)(cq__monotonic_ns() - begun), request->decode_ns - decoded);
}

/* The failure becomes the request's. */
static cq_status report(cq__pg_stream *stream, cq__request *request)
{
	request->status = stream->failure;
	request->in_transaction = cq__pg_in_transaction(stream->connection);
	if (request->error != NULL && cq__error_is_set(&stream->error))
		(void)cq__error_move(request->error, &stream->error);
	return stream->failure;
}

cq_status cq__pg_stream_open(cq__connection *connection, cq__request *request, size_t buffer_rows)
{
	request->stream = NULL;
	if (request->plan == NULL)
		return request->status = cq__error_set(request->error, CQ_MISUSE, "a stream needs to know where its rows go");
	if (connection->broken)
		return request->status = request->error != NULL ? cq__error_copy(request->error, &connection->broken_error) : CQ_CONNECTION;
	cq__pg_enter(connection);
	cq__pg_stream *const stream = cq__pg_stream_create(connection, request, buffer_rows > 1 ? buffer_rows / 2 : 1);
	if (stream == NULL) {
		cq__pg_leave(connection);
		return request->status = cq__error_set(request->error, CQ_NO_MEMORY, NULL);
	}
	request->stream = stream;
	request->status = CQ_OK;
	cq__pg_stream_fetch(stream);
	/* Outside of tasks it is known at once whether the statement is right. */
	if (!cq__inside_task(connection->loop)) {
		sit_out(stream, request->deadline_ns);
		turn_over(stream);
		if (stream->failure != CQ_OK && !has_row(stream)) {
			(void)report(stream, request);
			cq__pg_stream_close(connection, request);
		}
	}
	cq__pg_leave(connection);
	return request->status;
}

cq_status cq__pg_stream_next(cq__connection *connection, cq__request *request, int64_t deadline_ns, void **row)
{
	cq__pg_stream *const stream = request->stream;
	*row = NULL;
	if (__builtin_expect(stream == NULL, 0))
		return cq__error_set(request->error, CQ_MISUSE, "the stream is closed");
	if (__builtin_expect(!has_row(stream), 0)) {
		cq__pg_enter(connection);
		if (!is_ready(stream)) {
			if (cq__inside_task(connection->loop)) {
				cq__pg_leave(connection);
				return cq__error_set(request->error, CQ_MISUSE, "a task must wait until the stream is ready");
			}
			sit_out(stream, deadline_ns);
		}
		if (stream->filled)
			turn_over(stream);
		cq__pg_leave(connection);
	}
	if (__builtin_expect(has_row(stream), 1)) {
		*row = stream->chunks[stream->reading].rows + stream->at++ * request->plan->row_size;
		request->rows_seen++;
		return CQ_OK;
	}
	request->in_transaction = cq__pg_in_transaction(connection);
	return stream->failure == CQ_OK ? CQ_OK : report(stream, request);
}

bool cq__pg_stream_ready(cq__connection *connection, cq__request *request)
{
	(void)connection;
	cq__pg_stream *const stream = request->stream;
	if (stream == NULL || is_ready(stream))
		return true;
	stream->awaited = true;
	stream->awaited_ns = request->timing ? (int64_t)cq__monotonic_ns() - request->decode_ns : 0;
	return false;
}

void cq__pg_stream_cancel(cq__connection *connection, cq__request *request)
{
	cq__pg_stream *const stream = request->stream;
	if (stream == NULL || stream->fetch == NULL)
		return;
	cq__pg_enter(connection);
	if (stream->fills == 0) {
		cq__pg_stop(connection, stream->fetch, false);
	} else {
		/* The reader is told now, whatever becomes of the chunk. */
		cq__pg_stream_fail(stream, CQ_CANCELLED, NULL);
		cq__pg_stream_lose_patience(stream);
	}
	cq__pg_leave(connection);
}

void cq__pg_stream_close(cq__connection *connection, cq__request *request)
{
	cq__pg_stream *const stream = request->stream;
	if (stream == NULL)
		return;
	request->stream = NULL;
	stream->request = NULL;
	cq__list_remove(&stream->link);
	cq__pg_enter(connection);
	/* In the program's transaction the chunk is waited for, however long it takes: to stop it would fail the transaction. */
	if (stream->place == CQ__PG_CURSOR_WITHIN)
		cq__timer_stop(connection->loop, &stream->patience);
	else if (stream->fetch != NULL && stream->fills == 0)
		cq__pg_stop(connection, stream->fetch, false);
	else
		cq__pg_stream_lose_patience(stream);
	cq__pg_stream_drop_cursor(stream);
	cq__pg_stream_release(stream);
	cq__pg_flush(connection);
	cq__pg_leave(connection);
}

void cq__pg_stream_end_all(cq__connection *connection)
{
	CQ__LIST_EACH(link, &connection->streams) {
		cq__pg_stream *const stream = CQ__LIST_ENTRY(link, cq__pg_stream, link);
		stream->place = CQ__PG_CURSOR_GONE;
		if (stream->fetch != NULL || stream->ended)
			continue; /* its item tells */
		cq__pg_stream_fail(stream, CQ_CONNECTION, &connection->broken_error);
	}
	connection->own_stream = NULL;
}
