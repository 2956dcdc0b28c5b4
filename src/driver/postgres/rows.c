/* driver/postgres/rows.c: one statement over an array of objects: run after run, or an array for each column.
 *
 * It knows nothing of why the executor chose a form; copy.c has that of COPY. All runs of a request stand in one group, which
 * the server keeps or gives up as a whole. They go out without waiting for each other, a portion of bounded size at a time.
 */
#include "driver/postgres/bulk.h"

enum {
	FIRST_ARRAYS = 128, /* objects of the first run, whose size nobody knows yet */
	TAG_OBJECT = CQ__PG_TAG_OWN, /* and higher: the run of one object among several, by its number */
};
/* What is sent before answers are waited for. */
#define PORTION_BYTES ((size_t)1024 * 1024)
#define RUN_BYTES (PORTION_BYTES / 2)
/* More than this no run of several objects is encoded with: it is tried with fewer. */
#define MOST_RUN_BYTES (8 * PORTION_BYTES)

static size_t step_of(const cq__text *text)
{
	return text->rows_per_run > 1 ? text->rows_per_run : 1;
}

/* ---- one run ------------------------------------------------------------------------------------------------------- */

/* The text that the next objects are sent with, and how many it takes. */
static const cq__text *next_text(const cq__pg_item *item, const cq__pg_rows *rows, size_t *count)
{
	const cq__request *const request = item->request;
	const size_t left = request->row_count - rows->at;
	const cq__text *const text = item->kind == &cq__pg_kind_by_tail ? request->tail : request->text;
	const size_t step = step_of(text);
	if (text->rows_form == CQ__ROWS_ARRAYS) {
		const size_t most = rows->run < step ? rows->run : step;
		*count = left < most ? left : most;
		return text;
	}
	*count = left >= step ? step : 1;
	return left >= step ? text : request->tail;
}

static cq_status encode_objects(cq__connection *connection, const cq__request *request, const cq__text *text, size_t first,
	size_t count)
{
	cq__pg_encoder *const encoder = &connection->encoder;
	const char *const objects = request->rows;
	if (text->rows_form == CQ__ROWS_ARRAYS) {
		for (uint32_t i = 0; i < text->bind_count; i++)
			CQ_TRY(cq__pg_encode_members(encoder, &text->binds[i], objects, first, count, request->row_stride));
		return CQ_OK;
	}
	for (size_t i = first; i < first + count; i++)
		CQ_TRY(cq__pg_encode_object(encoder, text, objects + i * request->row_stride, i));
	return CQ_OK;
}

/* The parameters of the next run. */
static cq_status encode_run(cq__connection *connection, const cq__request *request, const cq__text *text, size_t count,
	cq__error *error)
{
	cq__pg_encoder *const encoder = &connection->encoder;
	const size_t rows = text->rows_form == CQ__ROWS_ARRAYS ? 1 : count;
	CQ_TRY(cq__pg_encode_begin(encoder, error, rows * text->bind_count + text->value_bind_count));
	encoder->giver.many = request->row_count > 1;
	if (text->rows_form == CQ__ROWS_ARRAYS && count > 1 && encoder->most > MOST_RUN_BYTES)
		encoder->most = MOST_RUN_BYTES;
	CQ_TRY(encode_objects(connection, request, text, connection->rows.at, count));
	return text->value_bind_count != 0 ? cq__pg_encode_behind(encoder, text, request->values) : CQ_OK;
}

/* The next run: as many objects as its text takes, or fewer where these are too large to go together. */
static cq_status encode_next(cq__connection *connection, cq__pg_item *item, const cq__text **text, size_t *count)
{
	cq__pg_rows *const rows = &connection->rows;
	for (;;) {
		*text = next_text(item, rows, count);
		cq_status status = encode_run(connection, item->request, *text, *count, item->error);
		if (status == CQ_OK || !connection->encoder.full || *count == 1)
			return status;
		if ((*text)->rows_form != CQ__ROWS_ARRAYS) {
			if (item->request->tail == NULL)
				return status;
			cq__error_clear(item->error);
			*text = item->request->tail;
			*count = 1;
			return encode_run(connection, item->request, *text, 1, item->error);
		}
		cq__error_clear(item->error);
		rows->run = *count / 2;
	}
}

/* Runs of arrays become as large as RUN_BYTES, whatever the objects hold. */
static void adapt(cq__pg_rows *rows, size_t bytes)
{
	if (bytes < RUN_BYTES / 2)
		rows->run *= 2;
	else if (bytes > RUN_BYTES && rows->run > 1)
		rows->run /= 2;
}

static cq_status send_run(cq__connection *connection, cq__pg_item *item, size_t *bytes)
{
	cq__pg_rows *const rows = &connection->rows;
	size_t count;
	const cq__text *text;
	CQ_TRY(encode_next(connection, item, &text, &count));
	/* The text before it may have been sent in the same group. */
	if (item->prepared != NULL && item->prepared->entry.id != text->id) {
		cq__pg_prepared *const before = item->prepared;
		item->prepared = item->other;
		item->other = before;
	}
	const bool alone = count == 1 && item->request->row_count > 1 && rows->at < UINT32_MAX - TAG_OBJECT;
	const uint32_t tag = alone ? TAG_OBJECT + (uint32_t)rows->at : (uint32_t)CQ__PG_TAG_RUN;
	CQ_TRY(cq__pg_send_statement(connection, item, tag, text, text->rows_form == CQ__ROWS_ARRAYS ? 1 : count));
	const size_t size = connection->encoder.bytes;
	rows->at += count;
	*bytes += size;
	adapt(rows, size);
	return CQ_OK;
}

/* ---- all of them --------------------------------------------------------------------------------------------------- */

static cq_status send_portion(cq__connection *connection, cq__pg_item *item)
{
	size_t bytes = 0;
	while (connection->rows.at < item->request->row_count && (bytes < PORTION_BYTES || !item->kind->looks))
		CQ_TRY(send_run(connection, item, &bytes));
	return CQ_OK;
}

static cq_status send_rows(cq__connection *connection, cq__pg_item *item)
{
	cq__pg_rows *const rows = &connection->rows;
	const cq__request *const request = item->request;
	cq__pg_rows_begin(rows);
	cq__pg_request_clear(item->request);
	rows->run = FIRST_ARRAYS;
	if (request->text->rows_form == CQ__ROWS_VALUES && request->row_count % step_of(request->text) != 0 && request->tail == NULL)
		return cq__error_set(item->error, CQ_MISUSE, "%zu objects are no multiple of %zu, and there is no tail",
			request->row_count, step_of(request->text));
	return send_portion(connection, item);
}

/* A portion is answered, and nothing of it is kept yet: the next one goes into the same group. */
static void send_more(cq__connection *connection, cq__pg_item *item)
{
	const cq_status status = send_portion(connection, item);
	if (status != CQ_OK)
		item->status = status;
}

void cq__pg_name_object(cq__error *error, size_t object)
{
	cq__error named = { 0 };
	const cq_error *const was = cq__error_get(error);
	if (was->code == CQ_OK)
		return;
	cq__error_set(&named, was->code, "object %zu: %s", object, was->message);
	cq__error_set_sqlstate(&named, was->sqlstate);
	cq__error_set_constraint(&named, was->constraint);
	cq__error_set_table(&named, was->table);
	cq__error_set_column(&named, was->column);
	(void)cq__error_move(error, &named);
}

static void take_run(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	const bool failed = item->failed;
	cq__pg_take_result(connection, item, tag, result);
	if (!failed && item->failed && tag >= TAG_OBJECT)
		cq__pg_name_object(item->error, tag - TAG_OBJECT);
}

const cq__pg_kind cq__pg_kind_rows = { .send = send_rows, .result = take_run, .look = send_more, .looks = true };
const cq__pg_kind cq__pg_kind_by_tail = { .send = send_rows, .result = take_run, .look = send_more, .looks = true };
const cq__pg_kind cq__pg_kind_row = { .send = send_rows, .result = take_run };

/* ---- which kind ---------------------------------------------------------------------------------------------------- */

/* Whether it is sent in one go. */
static bool is_one_run(const cq__request *request)
{
	const cq__text *const text = request->text;
	if (text->rows_form == CQ__ROWS_ARRAYS)
		return request->row_count <= FIRST_ARRAYS;
	return request->row_count == step_of(text) || (request->row_count == 1 && request->tail != NULL);
}

bool cq__pg_gives_keys(const cq__decode_plan *plan)
{
	if (plan == NULL || plan->object_count != 0)
		return plan == NULL;
	for (uint32_t i = 0; i < plan->column_count; i++)
		if (plan->columns[i].nullable || plan->columns[i].type < CQ_TYPE_SMALLINT || plan->columns[i].type > CQ_TYPE_BIGINT)
			return false;
	return true;
}

const cq__pg_kind *cq__pg_rows_kind(const cq__request *request)
{
	if (request->text->rows_form == CQ__ROWS_COPY)
		return &cq__pg_kind_copy_probe;
	const bool looked_at = request->text->returning && (!cq__pg_gives_keys(request->plan) || request->row_limit != 0);
	return is_one_run(request) && !looked_at ? &cq__pg_kind_row : &cq__pg_kind_rows;
}
