/* driver/sqlite/stream.c: a result read piece by piece, with a bounded number of rows in memory.
 *
 * It knows nothing of the program's loop over the rows. There are two chunks: while one is read, the other is filled by
 * the worker, in its turn among the connection's other requests; so these run between chunks, and a reader who takes
 * long holds nobody up.
 */
#include "driver/sqlite/sqlite.h"

/* A chunk ends at this many bytes, however few rows these are. */
#define CHUNK_BYTES ((size_t)1024 * 1024)

typedef struct chunk {
	cq__arena *arena;
	char *rows;
	size_t count;
} chunk;

/* What the stream's own request asks for when it is carried out. */
typedef enum part { PART_OPEN, PART_FILL, PART_CLOSE } part;

struct cq__stream {
	cq__list_link link;     /* in the connection's streams */
	cq__connection *connection;
	cq__request *request;   /* the executor's */
	cq__request work;       /* the stream's own, with error */
	cq__error error;
	/* Of whoever carries out `work`. */
	part part;
	cq__prepared *prepared; /* NULL at the end, so that an open result holds no lock longer than it must */
	cq__arena *scratch;     /* bound texts */
	bool counted;           /* among the connection's open_streams */
	const cq__decode_plan *plan; /* with the columns found; NULL before the first row */
	int64_t rows_read;
	/* Of the reader; `work` touches the other chunk only. */
	chunk chunks[2];
	unsigned reading;
	size_t at;              /* the next row of the chunk that is read */
	size_t chunk_rows;
	uint64_t fills;
	bool under_way;         /* `work` was submitted */
	bool came;              /* and is done */
	bool wanted;            /* the reader is to be told then */
	bool ended;             /* there is nothing more to fill */
	cq_status failure;      /* comes behind the rows that were read before it */
};

/* ---- in the thread that has the handle --------------------------------------------------------------------------- */

static void end_reading(cq__connection *connection, cq__stream *stream)
{
	if (stream->counted)
		connection->open_streams--;
	stream->counted = false;
	if (stream->prepared != NULL)
		cq__sqlite_done_with(connection, stream->prepared);
	stream->prepared = NULL;
	cq__arena_destroy(stream->scratch);
	stream->scratch = NULL;
}

static cq_status open_reading(cq__connection *connection, cq__stream *stream)
{
	cq__request *const work = &stream->work;
	CQ_TRY(cq__sqlite_prepare(connection, work, work->text, &stream->prepared));
	stream->counted = true;
	connection->open_streams++;
	if ((uint32_t)sqlite3_bind_parameter_count(stream->prepared->statement) != work->text->bind_count)
		return cq__error_set(work->error, CQ_MISUSE, "the statement has %d parameters and is given %u values",
			sqlite3_bind_parameter_count(stream->prepared->statement), (unsigned)work->text->bind_count);
	/* The stream outlives the call that opened it, and with it the values. */
	cq__binder binder = { .statement = stream->prepared->statement, .scratch = &stream->scratch,
		.handle = connection->handle, .giver.error = work->error, .copies = true };
	const cq_status status = cq__sqlite_bind_values(&binder, work->text, work->values);
	stream->prepared->binds_array = binder.bound_array;
	return status;
}

static cq_status add_row(cq__stream *stream, chunk *to, cq__decoder *decoder)
{
	if (stream->plan == NULL) {
		CQ_TRY(cq__sqlite_check_columns(decoder, &stream->scratch));
		stream->plan = decoder->plan;
	}
	decoder->row = ++stream->rows_read;
	const int64_t stands_for = stream->work.timing ? cq__sqlite_sample(decoder->row) : 0;
	const uint64_t begun = stands_for != 0 ? cq__monotonic_ns() : 0;
	CQ_TRY(cq__sqlite_decode_row(decoder, to->rows + to->count * decoder->plan->row_size));
	if (stands_for != 0)
		stream->work.decode_ns += (int64_t)(cq__monotonic_ns() - begun) * stands_for;
	to->count++;
	return CQ_OK;
}

static cq_status prepare_chunk(cq__stream *stream, chunk *to)
{
	const size_t row_size = stream->work.plan->row_size;
	to->count = 0;
	size_t bytes;
	if (__builtin_mul_overflow(row_size, stream->chunk_rows, &bytes))
		return cq__error_set(&stream->error, CQ_NO_MEMORY, NULL);
	if (to->arena != NULL && cq__arena_bytes(to->arena) > bytes + 2 * CHUNK_BYTES) {
		cq__arena_destroy(to->arena);
		to->arena = NULL;
	}
	if (to->arena != NULL)
		cq__arena_reset(to->arena);
	else
		to->arena = cq__arena_create(bytes + CQ__ARENA_SMALL);
	to->rows = to->arena != NULL ? cq__arena_alloc(to->arena, bytes) : NULL;
	return to->rows != NULL ? CQ_OK : cq__error_set(&stream->error, CQ_NO_MEMORY, NULL);
}

static cq_status fill(cq__connection *connection, cq__stream *stream, bool *ended)
{
	chunk *const to = &stream->chunks[1 - stream->reading];
	CQ_TRY(prepare_chunk(stream, to));
	sqlite3_stmt *const statement = stream->prepared->statement;
	cq__decoder decoder = { .statement = statement, .arena = to->arena, .error = &stream->error,
		.plan = stream->plan != NULL ? stream->plan : stream->work.plan };
	const size_t bytes_before = cq__arena_bytes(to->arena);
	while (to->count < stream->chunk_rows && cq__arena_bytes(to->arena) - bytes_before < CHUNK_BYTES) {
		const int64_t limit = (int64_t)stream->work.row_limit;
		const int code = limit != 0 && stream->rows_read >= limit ? SQLITE_DONE : sqlite3_step(statement);
		if (code == SQLITE_DONE) {
			*ended = true;
			return CQ_OK;
		}
		if (code != SQLITE_ROW)
			return cq__sqlite_failed(connection, &stream->work, code, false);
		CQ_TRY(add_row(stream, to, &decoder));
	}
	return CQ_OK;
}

cq_status cq__sqlite_run_stream(cq__connection *connection, cq__request *request)
{
	cq__stream *const stream = request->stream;
	if (connection->sharing)
		cq__sqlite_share_end(connection);
	if (stream->part == PART_CLOSE) {
		end_reading(connection, stream);
		return CQ_OK;
	}
	bool ended = false;
	cq_status status = CQ_OK;
	if (stream->part == PART_OPEN) {
		status = open_reading(connection, stream);
		stream->part = PART_FILL;
	}
	if (status == CQ_OK)
		status = fill(connection, stream, &ended);
	if (status != CQ_OK || ended)
		end_reading(connection, stream);
	return status;
}

/* ---- in the reader's thread -------------------------------------------------------------------------------------- */

/* `work` is done, and nobody waited for it: whoever wants its rows is told. */
static void chunk_came(cq__request *work)
{
	cq__stream *const stream = work->owner;
	cq__request *const request = stream->request;
	stream->came = true;
	if (!stream->wanted)
		return;
	stream->wanted = false;
	stream->connection->chunks_wanted--;
	if (request->completed != NULL)
		request->completed(request);
}

static void want_no_more(cq__stream *stream)
{
	if (!stream->wanted)
		return;
	stream->wanted = false;
	stream->connection->chunks_wanted--;
	cq__sqlite_rewatch(stream->connection);
}

static void release(cq__stream *stream)
{
	cq__list_remove(&stream->link);
	for (int i = 0; i < 2; i++)
		cq__arena_destroy(stream->chunks[i].arena);
	cq__error_release(&stream->error);
	if (stream->request != NULL)
		stream->request->stream = NULL;
	cq__free(stream);
}

/* The request that fills a chunk is used again and again. */
static void renew_work(cq__stream *stream, int64_t deadline_ns)
{
	stream->work.job = (cq__job){ .state = CQ__JOB_NEW };
	stream->work.deadline_ns = deadline_ns;
	stream->work.status = CQ_OK;
	stream->work.queue_ns = stream->work.prepare_ns = stream->work.run_ns = stream->work.wait_ns = stream->work.decode_ns = 0;
	/* A part that is never carried out leaves no rows of an earlier one behind. */
	stream->chunks[1 - stream->reading].count = 0;
}

/* The earlier of two deadlines, 0 being none. */
static int64_t earlier(int64_t a, int64_t b)
{
	return (int64_t)cq__deadline_earlier((cq__deadline)a, (cq__deadline)b);
}

/* What the last part came to; the reader goes on with the other chunk. */
static void turn_over(cq__stream *stream)
{
	stream->under_way = stream->came = false;
	stream->reading = 1 - stream->reading;
	stream->at = 0;
	stream->fills++;
	stream->request->was_cached = stream->work.was_cached;
	stream->request->queue_ns += stream->work.queue_ns;
	stream->request->prepare_ns += stream->work.prepare_ns;
	stream->request->run_ns += stream->work.run_ns;
	stream->request->wait_ns += stream->work.wait_ns;
	stream->request->decode_ns += stream->work.decode_ns;
	stream->failure = stream->work.status;
	stream->ended = stream->failure != CQ_OK || stream->prepared == NULL;
}

cq_status cq__sqlite_stream_open(cq__connection *connection, cq__request *request, size_t buffer_rows)
{
	request->stream = NULL;
	if (request->plan == NULL)
		return request->status = cq__error_set(request->error, CQ_MISUSE, "a stream needs to know where its rows go");
	cq__stream *const stream = cq__zalloc(sizeof *stream);
	if (stream == NULL)
		return request->status = cq__error_set(request->error, CQ_NO_MEMORY, NULL);
	stream->connection = connection;
	stream->request = request;
	stream->chunk_rows = buffer_rows > 1 ? buffer_rows / 2 : 1;
	stream->reading = 1;
	stream->work = (cq__request){ .kind = CQ__REQUEST_STATEMENT, .sink = CQ__SINK_STREAM, .text = request->text,
		.values = request->values, .plan = request->plan, .row_limit = request->row_limit, .stream = stream,
		.error = &stream->error, .timing = request->timing, .completed = chunk_came, .owner = stream };
	request->stream = stream;
	request->status = CQ_OK;
	cq__list_push_back(&connection->streams, &stream->link);
	/* Whoever can be told does not wait. */
	if (request->completed != NULL)
		return CQ_OK;
	renew_work(stream, request->deadline_ns);
	cq__sqlite_run(connection, &stream->work);
	turn_over(stream);
	stream->work.values = NULL;
	request->status = stream->failure;
	if (stream->failure == CQ_OK || stream->chunks[stream->reading].count != 0)
		return request->status = CQ_OK;
	const cq_status status = stream->failure;
	if (request->error != NULL)
		(void)cq__error_move(request->error, &stream->error);
	release(stream);
	return status;
}

static void submit_chunk(cq__connection *connection, cq__stream *stream)
{
	renew_work(stream, stream->request->deadline_ns);
	stream->under_way = true;
	cq__sqlite_submit(connection, &stream->work);
}

/* From the third chunk on somebody reads on and on, and the worker fills the next one meanwhile. */
static void read_ahead(cq__connection *connection, cq__stream *stream)
{
	if (!stream->ended && !stream->under_way && stream->fills >= 2)
		submit_chunk(connection, stream);
}

bool cq__sqlite_stream_ready(cq__connection *connection, cq__request *request)
{
	cq__stream *const stream = request->stream;
	if (stream == NULL || stream->at < stream->chunks[stream->reading].count || stream->ended || stream->came)
		return true;
	if (!stream->under_way)
		submit_chunk(connection, stream);
	else
		__atomic_store_n(&stream->work.deadline_ns, request->deadline_ns, __ATOMIC_RELAXED);
	if (!stream->wanted && !stream->came) {
		stream->wanted = true;
		connection->chunks_wanted++;
		cq__sqlite_rewatch(connection);
	}
	return stream->came;
}

void cq__sqlite_stream_cancel(cq__connection *connection, cq__request *request)
{
	cq__stream *const stream = request->stream;
	if (stream != NULL && stream->under_way)
		cq__sqlite_cancel(connection, &stream->work);
}

static void next_chunk(cq__connection *connection, cq__stream *stream, int64_t deadline_ns)
{
	const int64_t deadline = earlier(stream->request->deadline_ns, deadline_ns);
	if (stream->under_way) {
		__atomic_store_n(&stream->work.deadline_ns, deadline, __ATOMIC_RELAXED);
		cq__sqlite_wait(connection, &stream->work);
	} else {
		renew_work(stream, deadline);
		cq__sqlite_run(connection, &stream->work);
	}
	want_no_more(stream);
	turn_over(stream);
}

cq_status cq__sqlite_stream_next(cq__connection *connection, cq__request *request, int64_t deadline_ns, void **row)
{
	cq__stream *const stream = request->stream;
	*row = NULL;
	if (stream == NULL)
		return cq__error_set(request->error, CQ_MISUSE, "the stream is closed");
	if (stream->at == stream->chunks[stream->reading].count && !stream->ended)
		next_chunk(connection, stream, deadline_ns);
	const chunk *const from = &stream->chunks[stream->reading];
	if (stream->at < from->count) {
		if (stream->at == 0)
			read_ahead(connection, stream);
		*row = from->rows + stream->at++ * request->plan->row_size;
		request->rows_seen++;
		return CQ_OK;
	}
	request->in_transaction = stream->work.in_transaction;
	if (stream->failure == CQ_OK)
		return CQ_OK;
	request->status = stream->failure;
	if (request->error != NULL && cq__error_is_set(&stream->error))
		(void)cq__error_move(request->error, &stream->error);
	return stream->failure;
}

static void orphan_closed(cq__request *work)
{
	cq__stream *const stream = work->owner;
	stream->wanted = false;
	stream->connection->chunks_wanted--;
	/* Refused: then nobody else has the handle any more, or ever had. */
	end_reading(stream->connection, stream);
	release(stream);
}

/* Nobody waits for the end of what nobody reads any more: the others' requests come first. */
static void orphan(cq__connection *connection, cq__stream *stream)
{
	static const cq__text nothing = { .sql = "" };
	stream->request->stream = NULL;
	stream->request = NULL;
	stream->work.text = &nothing;
	stream->work.plan = NULL;
	stream->work.completed = orphan_closed;
	stream->wanted = true;
	connection->chunks_wanted++;
	cq__sqlite_submit(connection, &stream->work);
	cq__sqlite_rewatch(connection);
}

void cq__sqlite_stream_close(cq__connection *connection, cq__request *request)
{
	cq__stream *const stream = request->stream;
	if (stream == NULL)
		return;
	want_no_more(stream);
	if (stream->under_way) {
		/* The part is not wanted any more: it stops at the next look. */
		__atomic_store_n(&stream->work.cancelled, 1, __ATOMIC_RELAXED);
		__atomic_store_n(&stream->work.deadline_ns, 0, __ATOMIC_RELAXED);
		cq__sqlite_wait(connection, &stream->work);
		turn_over(stream);
	}
	if (!stream->ended || stream->prepared != NULL) {
		stream->part = PART_CLOSE;
		renew_work(stream, 0);
		stream->work.cancelled = 0;
		if (!cq__worker_alone(&connection->worker)) {
			orphan(connection, stream);
			return;
		}
		cq__sqlite_run(connection, &stream->work);
	}
	release(stream);
}

void cq__sqlite_stream_end_all(cq__connection *connection)
{
	cq__list_link *link;
	while ((link = cq__list_first(&connection->streams)) != NULL) {
		cq__stream *const stream = CQ__LIST_ENTRY(link, cq__stream, link);
		end_reading(connection, stream);
		release(stream);
	}
}
