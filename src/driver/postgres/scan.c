/* driver/postgres/scan.c: a result that was large the last time is fetched through a cursor, some chunks under way at once: the
 * server works on the next one while one is decoded, and what is decoded has not left the processor's cache.
 *
 * It knows nothing of streams. The plan of a cursor is never parallel, so each statement's two ways are timed, and the slower one
 * is only tried now and then. In a transaction, where the cursor would have to be closed for a row that does not fit, results
 * come whole.
 */
#include "driver/postgres/cursor.h"

enum {
	TAG_SETTING = CQ__PG_TAG_OWN,
	TAG_DECLARE,
	TAG_FETCH,
	TAG_CLOSE,
	LARGE_ROWS = 8192,  /* from here on a result is large */
	CHUNK_ROWS = 2000,
	CHUNKS_AHEAD = 3,
	TRIED_AGAIN = 64,   /* runs between two looks at the slower way */
};

/* An item's step. */
enum {
	STEP_WHOLE,         /* without a cursor */
	STEP_OPEN,          /* the cursor is open, and there may be further rows */
	STEP_ENDED          /* its last row was fetched, and its CLOSE is sent */
};
#define FETCH_TEXT "FETCH FORWARD 2000 FROM \"cq_scan\""
_Static_assert(CHUNK_ROWS == 2000, "the text says so");

/* A way is given up for being so much slower than the other. */
#define SLOWER 1.15

void cq__pg_scan_note(cq__pg_scan *scan, const cq__request *request, size_t rows)
{
	if (rows >= LARGE_ROWS && request->text->reads_only && request->sink == CQ__SINK_ARRAY) {
		scan->large = true;
		scan->rows = rows;
	}
}

bool cq__pg_scan_wanted(const cq__connection *connection, const cq__request *request)
{
	const cq__text *const text = request->text;
	if (!text->reads_only || request->sink != CQ__SINK_ARRAY || request->plan == NULL || request->row_limit != 0 ||
		request->within || connection->in_transaction || connection->unnamed)
		return false;
	const cq__pg_prepared *const prepared = cq__pg_cache_find(&connection->cache, text->id);
	return prepared != NULL && prepared->scan.large;
}

/* Whether this run goes through the cursor. */
static bool choose(cq__pg_scan *scan)
{
	const uint32_t run = scan->runs++;
	if (scan->chunked_ns == 0)
		return true;
	if (scan->whole_ns == 0)
		return false;
	const bool chunked = scan->chunked_ns <= scan->whole_ns * SLOWER;
	return run % TRIED_AGAIN == 0 ? !chunked : chunked;
}

static cq_status send_fetch(cq__connection *connection, cq__pg_item *item)
{
	return cq__pg_send_text(connection, item, TAG_FETCH, FETCH_TEXT, NULL, false);
}

/* The cursor is declared WITH HOLD, which needs no BEGIN, and closed before the Sync, so that nothing is held. */
static cq_status send_cursor(cq__connection *connection, cq__pg_item *item)
{
	CQ_TRY(cq__pg_send_text(connection, item, TAG_SETTING, CQ__PG_WHOLE_RESULT, NULL, false));
	CQ_TRY(cq__pg_send_declare(connection, item, TAG_DECLARE, item->request->text, "cq_scan", true));
	for (int i = 0; i < CHUNKS_AHEAD; i++)
		CQ_TRY(send_fetch(connection, item));
	return CQ_OK;
}

/* Room for as many rows as the last time and some more: chunk after chunk would grow it again and again. */
static cq_status make_room(cq__request *request, size_t rows)
{
	if (request->items != NULL)
		return CQ_OK;
	CQ_TRY(cq__items_need_arena(request, 0));
	return cq__items_grow(request, rows + rows / 16) ? CQ_OK : cq__items_no_memory(request);
}

static cq_status send_scan(cq__connection *connection, cq__pg_item *item)
{
	cq__request *const request = item->request;
	cq__pg_request_clear(request);
	if (item->prepared == NULL && (item->prepared = cq__pg_cache_take(&connection->cache, request->text)) == NULL)
		return cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	CQ_TRY(cq__pg_encode_begin(&connection->encoder, item->error, request->text->bind_count));
	CQ_TRY(cq__pg_encode_values(&connection->encoder, request->text, request->values));
	connection->scan_begun = cq__monotonic_ns();
	item->step = choose(&item->prepared->scan) ? STEP_OPEN : STEP_WHOLE;
	if (item->step == STEP_WHOLE)
		return cq__pg_send_statement(connection, item, CQ__PG_TAG_RUN, request->text, 1);
	CQ_TRY(make_room(request, item->prepared->scan.rows));
	return send_cursor(connection, item);
}

/* A full chunk means that another one is worth asking for; the first that is not is the last. */
static void go_on(cq__connection *connection, cq__pg_item *item, const PGresult *result)
{
	if (item->step != STEP_OPEN || item->status != CQ_OK || item->stopped)
		return;
	cq_status status;
	if (PQntuples(result) == CHUNK_ROWS) {
		status = send_fetch(connection, item);
	} else {
		item->step = STEP_ENDED;
		status = cq__pg_send_text(connection, item, TAG_CLOSE, "CLOSE \"cq_scan\"", NULL, false);
	}
	if (status != CQ_OK) {
		item->status = status;
		return;
	}
	cq__pg_settle_group(connection, item);
	if (!connection->refused && PQflush(connection->handle) == 1)
		connection->blocked = true;
}

static void take_scan(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	if (tag == TAG_FETCH && PQresultStatus(result) == PGRES_TUPLES_OK)
		go_on(connection, item, result);
	if (tag == TAG_FETCH || tag == CQ__PG_TAG_RUN)
		cq__pg_take_result(connection, item, tag, result);
	else
		(void)cq__pg_take_status(connection, item, result);
}

/* All rows are there. */
static void note_time(cq__connection *connection, cq__pg_item *item)
{
	const int64_t rows = item->request->rows_seen;
	cq__pg_scan *const scan = &item->prepared->scan;
	if (rows < LARGE_ROWS) {
		*scan = (cq__pg_scan){ 0 };
		return;
	}
	scan->rows = (size_t)rows;
	const double each = (double)(cq__monotonic_ns() - connection->scan_begun) / (double)rows;
	double *const average = item->step != STEP_WHOLE ? &scan->chunked_ns : &scan->whole_ns;
	*average = *average == 0 ? each : (3 * *average + each) / 4;
}

/* A stop between two chunks hits nothing at the server, and only keeps the next one from being asked for: what was fetched is
 * not all, and the cursor is still open. */
static void look_at_scan(cq__connection *connection, cq__pg_item *item)
{
	if (item->step == STEP_OPEN)
		item->status = cq__error_set(item->error, CQ_CANCELLED, "the operation was cancelled while its rows were fetched");
	else
		note_time(connection, item);
}

const cq__pg_kind cq__pg_kind_scan = { .send = send_scan, .result = take_scan, .look = look_at_scan, .looks = true };
