/* driver/postgres/statement.c: one statement: its values become parameters, and its rows the request's.
 *
 * It knows nothing of groups and Syncs. pipeline.c gives it its turn, pipeline_read.c its results.
 */
#include "driver/postgres/postgres.h"

/* ---- a request's outputs ------------------------------------------------------------------------------------------ */

void cq__pg_request_empty(cq__request *request, bool own_arena)
{
	request->items = NULL;
	request->item_count = request->item_capacity = 0;
	request->rows_seen = request->changes = 0;
	if (own_arena) {
		cq__arena_destroy(request->arena);
		request->arena = NULL;
	}
}

void cq__pg_request_clear(cq__request *request)
{
	request->items = NULL;
	request->item_count = request->item_capacity = 0;
	request->changes = request->rows_seen = request->last_key = 0;
	request->prepare_ns = request->run_ns = request->wait_ns = request->decode_ns = 0;
	request->status = CQ_OK;
	request->abandoned = false;
	request->was_cached = false;
}

/* ---- results ------------------------------------------------------------------------------------------------------ */

/* The number in the tag of what writes: "INSERT 0 5", "UPDATE 5", "DELETE 5", "MERGE 5"; SELECT, FETCH and MOVE change nothing. */
static int64_t changes_of(const PGresult *result)
{
	PGresult *const asked = (PGresult *)(uintptr_t)result; /* libpq only reads it */
	const char *const tag = PQcmdStatus(asked);
	const bool writes = tag[0] == 'I' || tag[0] == 'U' || tag[0] == 'D' || (tag[0] == 'M' && tag[1] == 'E') ||
		(tag[0] == 'C' && tag[1] == 'O' && tag[2] == 'P');
	if (!writes)
		return 0;
	int64_t number = 0;
	for (const char *at = PQcmdTuples(asked); *at >= '0' && *at <= '9'; at++)
		number = number * 10 + (*at - '0');
	return number;
}

static inline cq_status take_rows(cq__request *request, cq__pg_decoder *decoder, const PGresult *result)
{
	if (request->plan == NULL)
		request->rows_seen += PQntuples(result);
	else
		CQ_TRY(cq__pg_decode(decoder, result, request));
	if (request->text->reads_only)
		return CQ_OK;
	request->changes += changes_of(result);
	/* It asks for two to see that there is no second. */
	if (__builtin_expect(request->text->returning && request->sink == CQ__SINK_FIRST && request->row_limit == 2 &&
			PQntuples(result) > 1, 0))
		return cq__error_set(request->error, CQ_TOO_MANY_ROWS, NULL);
	return CQ_OK;
}

cq_status cq__pg_take_rows(cq__request *request, cq__pg_decoder *decoder, const PGresult *result)
{
	return take_rows(request, decoder, result);
}

void cq__pg_take_success(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	cq__request *const request = item->request;
	const uint64_t begun = request->timing ? cq__monotonic_ns() : 0;
	cq__pg_decoder *const decoder = item->prepared != NULL ? &item->prepared->decoder : &connection->decoder;
	/* A cursor's rows, and those of a statement that was prepared anew meanwhile, may have other columns. */
	const bool other = item->prepared != NULL && (tag != CQ__PG_TAG_RUN || item->generation != item->prepared->generation);
	if (other)
		decoder->settled = NULL;
	item->status = take_rows(request, decoder, result);
	if (other)
		decoder->settled = NULL;
	if (__builtin_expect(item->prepared != NULL && PQntuples(result) > CQ__PG_MANY_ROWS, 0))
		cq__pg_scan_note(&item->prepared->scan, request, (size_t)PQntuples(result));
	if (request->timing)
		request->decode_ns += (int64_t)(cq__monotonic_ns() - begun);
}

void cq__pg_take_result(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	if (cq__pg_take_status(connection, item, result) == CQ_OK && item->request != NULL)
		cq__pg_take_success(connection, item, tag, result);
}

/* ---- through the queue -------------------------------------------------------------------------------------------- */

static cq_status send_statement(cq__connection *connection, cq__pg_item *item)
{
	cq__request *const request = item->request;
	cq__pg_request_clear(request);
	CQ_TRY(cq__pg_encode_statement(&connection->encoder, item->error, request->text, request->values));
	return cq__pg_send_statement(connection, item, CQ__PG_TAG_RUN, request->text, 1);
}

const cq__pg_kind cq__pg_kind_statement = { .send = send_statement };
const cq__pg_kind cq__pg_kind_returning = { .send = send_statement, .alone = true, .looks = true };

/* ---- only prepared ------------------------------------------------------------------------------------------------ */

/* How often the objects' parameters stand in it: a COPY has none, arrays hold those of all objects. */
static size_t runs_of(const cq__text *text)
{
	if (text->rows_form != CQ__ROWS_VALUES)
		return text->rows_form == CQ__ROWS_COPY ? 0 : 1;
	return text->rows_per_run > 1 ? text->rows_per_run : 1;
}

/* Anew and without a name: what was prepared before may be of an older schema. */
static cq_status send_prepare(cq__connection *connection, cq__pg_item *item)
{
	cq__request *const request = item->request;
	const cq__text *const text = request->text;
	const size_t runs = runs_of(text);
	cq__pg_request_clear(request);
	Oid *const types = cq__alloc_array(text->bind_count * runs + text->value_bind_count + 1, sizeof *types);
	if (types == NULL)
		return cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	const size_t count = cq__pg_parameter_types(text, runs, types);
	const cq_status status = cq__pg_send_parse(connection, item, CQ__PG_TAG_PARSE, "", text->sql, (int)count, types);
	cq__free(types);
	if (status != CQ_OK)
		return status;
	CQ_TRY(cq__pg_sent(connection, item, PQsendDescribePrepared(connection->handle, "")));
	cq__pg_command_push(connection, item, CQ__PG_TAG_DESCRIBE);
	return CQ_OK;
}

static void take_prepared(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	if (cq__pg_take_status(connection, item, result) != CQ_OK || tag != CQ__PG_TAG_DESCRIBE)
		return;
	const cq__request *const request = item->request;
	if (request->plan != NULL)
		item->status = cq__pg_decoder_fit(&connection->decoder, result, request->plan, item->error);
}

const cq__pg_kind cq__pg_kind_prepare = { .send = send_prepare, .result = take_prepared, .alone = true };
