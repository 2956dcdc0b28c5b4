/* exec/echo.c: log records of statements: their text, their values as JSON, their timings.
 * It knows nothing of how a statement ran. The executors call it when the program asked for such records.
 */
#include "exec/run.h"

#include "base/text.h"
#include "meta/type_registry.h"

#include <stdio.h>

enum { LONGEST_TEXT = 60, MOST_ELEMENTS = 5, MOST_PARAMETERS = 100 };

/* A text as JSON, cut at a character's end. */
static void append_text(cq__buffer *buffer, const char *text, size_t size)
{
	size_t shown = size;
	if (shown > LONGEST_TEXT) {
		shown = LONGEST_TEXT;
		while (shown > 0 && ((unsigned char)text[shown] & 0xC0) == 0x80)
			shown--;
	}
	if (!cq__text_is_utf8(text, shown)) {
		cq__buffer_append_format(buffer, "\"(%zu bytes that are not UTF-8)\"", size);
		return;
	}
	cq__json_append(buffer, text, shown);
	if (shown < size) {
		cq__buffer_truncate(buffer, buffer->length - 1);
		cq__buffer_append_format(buffer, "... (%zu bytes)\"", size);
	}
}

static void append_quoted(cq__buffer *buffer, const char *text)
{
	cq__json_append(buffer, text, strlen(text));
}

static void append_enum(cq__buffer *buffer, const cq__bind *bind, int64_t number)
{
	for (uint32_t i = 0; bind->labels != NULL && i < bind->labels->count; i++)
		if (bind->labels->values[i] == number) {
			append_quoted(buffer, bind->labels->labels[i]);
			return;
		}
	cq__buffer_append_int64(buffer, number);
}

static void append_scalar(cq__buffer *buffer, const cq__bind *bind, const cq_value *value)
{
	char text[CQ_INTERVAL_TEXT];
	if (value->is_null || (cq__type_info((cq_type)bind->from)->pointer_null && value->text == NULL)) {
		cq__buffer_append_text(buffer, "null");
		return;
	}
	/* A C int may be meant as a truth value or an enum. */
	switch (bind->to == CQ_TYPE_BOOLEAN || bind->to == CQ_TYPE_ENUM ? bind->to : bind->from) {
	case CQ_TYPE_BOOLEAN:
		cq__buffer_append_text(buffer, value->integer != 0 ? "true" : "false");
		return;
	case CQ_TYPE_ENUM:
		append_enum(buffer, bind, value->integer);
		return;
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE:
		if (value->real - value->real == 0)
			cq__buffer_append_double(buffer, value->real);
		else
			cq__buffer_append_text(buffer, value->real > 0 ? "\"inf\"" : value->real < 0 ? "\"-inf\"" : "\"nan\"");
		return;
	case CQ_TYPE_DECIMAL:
		append_quoted(buffer, cq_decimal_format(value->decimal, text));
		return;
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON:
		append_text(buffer, value->text, strlen(value->text));
		return;
	case CQ_TYPE_BYTES:
		cq__buffer_append_format(buffer, "\"(%zu bytes)\"", value->bytes.size);
		return;
	case CQ_TYPE_DATE:
		append_quoted(buffer, cq_date_format((cq_date){ (int32_t)value->integer }, text));
		return;
	case CQ_TYPE_TIME:
		append_quoted(buffer, cq_time_format((cq_time){ value->integer }, text));
		return;
	case CQ_TYPE_TIMESTAMP:
		append_quoted(buffer, cq_timestamp_format((cq_timestamp){ value->integer }, text));
		return;
	case CQ_TYPE_INTERVAL:
		append_quoted(buffer, cq_interval_format(value->interval, text));
		return;
	case CQ_TYPE_UUID:
		append_quoted(buffer, cq_uuid_format(value->uuid, text));
		return;
	default:
		cq__buffer_append_int64(buffer, value->integer);
	}
}

/* The element of an array as a value by itself. */
static cq_value element(cq_type type, const cq_value *array, size_t index)
{
	const size_t size = cq__type_info(type)->size;
	const char *const place = (const char *)array->bytes.data + index * size;
	cq_value value = { 0 };
	int16_t small;
	int32_t middle;
	float real;
	switch (type) {
	case CQ_TYPE_BOOLEAN:
		value.integer = *(const bool *)(const void *)place;
		break;
	case CQ_TYPE_SMALLINT:
		memcpy(&small, place, sizeof small);
		value.integer = small;
		break;
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_DATE:
	case CQ_TYPE_ENUM:
		memcpy(&middle, place, sizeof middle);
		value.integer = middle;
		break;
	case CQ_TYPE_REAL:
		memcpy(&real, place, sizeof real);
		value.real = (double)real;
		break;
	default:
		memcpy(&value, place, size);
	}
	return value;
}

static void append_array(cq__buffer *buffer, const cq__bind *bind, const cq_value *array)
{
	const size_t count = array->bytes.size;
	cq__buffer_append_char(buffer, '[');
	for (size_t i = 0; i < count && i < MOST_ELEMENTS; i++) {
		const cq_value one = element((cq_type)bind->from, array, i);
		cq__buffer_append_text(buffer, i != 0 ? ", " : "");
		append_scalar(buffer, bind, &one);
	}
	if (count > MOST_ELEMENTS)
		cq__buffer_append_format(buffer, ", \"... (%zu)\"", count);
	cq__buffer_append_char(buffer, ']');
}

static void append_parameters(cq__buffer *buffer, const cq__text *text, const cq_value *values)
{
	cq__buffer_append_char(buffer, '[');
	for (uint32_t i = 0; i < text->bind_count && i < MOST_PARAMETERS; i++) {
		const cq__bind *const bind = &text->binds[i];
		const cq_value *const value = &values[bind->source];
		cq__buffer_append_text(buffer, i != 0 ? ", " : "");
		if ((bind->flags & CQ_VALUE_ARRAY) != 0)
			append_array(buffer, bind, value);
		else
			append_scalar(buffer, bind, value);
	}
	if (text->bind_count > MOST_PARAMETERS)
		cq__buffer_append_format(buffer, ", \"... (%u)\"", text->bind_count);
	cq__buffer_append_char(buffer, ']');
}

static void write_record(cq_engine *engine, const cq_site *site, const char *sql, const char *parameters,
	const cq__request *request)
{
	const cq_log_record record = {
		.level = CQ_LOG_STATEMENT,
		.message = request->status == CQ_OK ? "" : cq_status_text(request->status),
		.sql = sql,
		.parameters = parameters,
		.cached = request->was_cached,
		.queue_ns = (uint64_t)request->queue_ns,
		.prepare_ns = (uint64_t)request->prepare_ns,
		.wait_ns = (uint64_t)request->wait_ns,
		.decode_ns = (uint64_t)request->decode_ns,
		.run_ns = (uint64_t)request->run_ns,
		.total_ns = (uint64_t)(request->queue_ns + request->prepare_ns + request->run_ns),
		.rows = request->text != NULL && request->text->returns_rows ? request->rows_seen : request->changes,
		.file = site != NULL ? site->file : NULL,
		.line = site != NULL ? site->line : 0,
	};
	cq__log_write(&engine->log, &record);
}

void cq__echo(cq_engine *engine, const cq_site *site, const cq__compiled *compiled, const cq__request *request,
	const cq_value *values)
{
	if (!cq__log_wants(&engine->log, CQ_LOG_STATEMENT))
		return;
	cq__buffer buffer = { 0 };
	append_parameters(&buffer, &compiled->text, values);
	write_record(engine, site, compiled->text.sql, cq__buffer_text(&buffer), request);
	cq__buffer_release(&buffer);
}

void cq__echo_text(cq_engine *engine, const char *sql, const cq__request *request)
{
	if (!cq__log_wants(&engine->log, CQ_LOG_STATEMENT))
		return;
	char parameters[64] = "[]";
	if (request->kind == CQ__REQUEST_ROWS)
		(void)snprintf(parameters, sizeof parameters, "[\"(%zu objects)\"]", request->row_count);
	write_record(engine, NULL, sql, parameters, request);
}
