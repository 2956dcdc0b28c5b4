/* sql/ddl_default.c: the constant of a DEFAULT as a literal in the form that its column is stored in.
 *
 * It knows nothing of the rest of the table. ddl_table.c calls it.
 */
#include "sql/ddl_state.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

/* What stands in the model, as a text and in its own type. */
typedef struct constant {
	const cq_column *column;
	cq_storage storage;
	cq_type type; /* BIGINT, DOUBLE or TEXT */
	int64_t integer;
	double real;
	const char *text;
} constant;

static void fail_type(cq__ddl_writer *writer, const constant *value)
{
	cq__ddl_fail(writer, CQ_WRONG_TYPE, "%s.%s: the DEFAULT is no %s", cq_column_table(value->column)->name,
		value->column->name, cq_type_name((cq_type)value->column->type));
}

static void put_text(cq__ddl_writer *writer, const char *text)
{
	cq__sql_text_literal(writer->dialect, &writer->text, text);
}

static void put_bytes(cq__ddl_writer *writer, const void *bytes, size_t size)
{
	cq__ddl_put(writer, writer->dialect->bytes_literal[0]);
	for (size_t i = 0; i < size; i++)
		cq__buffer_append_format(&writer->text, "%02x", ((const unsigned char *)bytes)[i]);
	cq__ddl_put(writer, writer->dialect->bytes_literal[1]);
}

static void put_integer(cq__ddl_writer *writer, const constant *value)
{
	const bool small = value->type == CQ_TYPE_DOUBLE && value->real > -0x1p53 && value->real < 0x1p53;
	const bool whole = small && (double)(int64_t)value->real == value->real;
	if (value->type == CQ_TYPE_BIGINT)
		cq__buffer_append_int64(&writer->text, value->integer);
	else if (whole)
		cq__buffer_append_int64(&writer->text, (int64_t)value->real);
	else
		fail_type(writer, value);
}

static void put_boolean(cq__ddl_writer *writer, const constant *value)
{
	if (value->type != CQ_TYPE_BIGINT || (value->integer != 0 && value->integer != 1))
		fail_type(writer, value);
	else
		cq__ddl_put(writer, value->integer != 0 ? writer->dialect->true_text : writer->dialect->false_text);
}

static void put_real(cq__ddl_writer *writer, const constant *value)
{
	if (value->type == CQ_TYPE_BIGINT)
		cq__buffer_append_int64(&writer->text, value->integer);
	else if (value->type == CQ_TYPE_DOUBLE && isfinite(value->real))
		cq__buffer_append_double(&writer->text, value->real);
	else
		fail_type(writer, value);
}

static void put_decimal(cq__ddl_writer *writer, const constant *value)
{
	char digits[CQ__NUMBER_TEXT], text[CQ_DECIMAL_TEXT];
	const char *given = value->text;
	if (value->type == CQ_TYPE_BIGINT)
		cq__int64_format(value->integer, digits);
	else if (value->type == CQ_TYPE_DOUBLE)
		cq__double_format(value->real, digits);
	if (value->type != CQ_TYPE_TEXT)
		given = digits;
	cq_decimal decimal;
	if (cq_decimal_parse(given, &decimal) != CQ_OK) {
		fail_type(writer, value);
		return;
	}
	if (cq_decimal_rescale(decimal, cq__column_scale(value->column), &decimal) != CQ_OK) {
		cq__ddl_fail(writer, CQ_OUT_OF_RANGE, "%s.%s: the DEFAULT does not fit", cq_column_table(value->column)->name,
			value->column->name);
		return;
	}
	cq_decimal_format(decimal, text);
	if (value->storage == CQ_STORAGE_INTEGER)
		cq__buffer_append_int64(&writer->text, decimal.coefficient);
	else if (value->storage == CQ_STORAGE_TEXT)
		put_text(writer, text);
	else
		cq__ddl_put(writer, text);
}

static void put_date(cq__ddl_writer *writer, const constant *value)
{
	char text[CQ_DATE_TEXT];
	cq_date date;
	if (value->type != CQ_TYPE_TEXT || cq_date_parse(value->text, &date) != CQ_OK)
		fail_type(writer, value);
	else if (value->storage == CQ_STORAGE_INTEGER)
		cq__buffer_append_int64(&writer->text, date.days);
	else
		put_text(writer, cq_date_format(date, text));
}

static void put_time(cq__ddl_writer *writer, const constant *value)
{
	char text[CQ_TIME_TEXT];
	cq_time time;
	if (value->type != CQ_TYPE_TEXT || cq_time_parse(value->text, &time) != CQ_OK)
		fail_type(writer, value);
	else if (value->storage == CQ_STORAGE_INTEGER)
		cq__buffer_append_int64(&writer->text, time.microseconds);
	else
		put_text(writer, cq_time_format(time, text));
}

static void put_timestamp(cq__ddl_writer *writer, const constant *value)
{
	char text[CQ_TIMESTAMP_TEXT];
	cq_timestamp timestamp;
	if (value->type != CQ_TYPE_TEXT || cq_timestamp_parse(value->text, &timestamp) != CQ_OK) {
		fail_type(writer, value);
	} else if (value->storage == CQ_STORAGE_INTEGER) {
		cq__buffer_append_int64(&writer->text, timestamp.microseconds);
	} else {
		/* Where the type knows time zones, a text without one would be read in the session's. */
		const bool zoned = value->storage == CQ_STORAGE_NATURAL &&
			cq__dialect_can(writer->dialect, CQ__DIALECT_TIME_ZONES);
		cq__buffer whole = { 0 };
		const char *const moment = cq_timestamp_format(timestamp, text);
		cq__buffer_append_format(&whole, "%s%s", moment, zoned && strchr(moment, ':') != NULL ? "+00" : "");
		if (whole.status != CQ_OK)
			cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
		put_text(writer, cq__buffer_text(&whole));
		cq__buffer_release(&whole);
	}
}

static void put_uuid(cq__ddl_writer *writer, const constant *value)
{
	char text[CQ_UUID_TEXT];
	cq_uuid uuid;
	if (value->type != CQ_TYPE_TEXT || cq_uuid_parse(value->text, &uuid) != CQ_OK)
		fail_type(writer, value);
	else if (value->storage == CQ_STORAGE_BYTES)
		put_bytes(writer, uuid.bytes, sizeof uuid.bytes);
	else
		put_text(writer, cq_uuid_format(uuid, text));
}

static void put_interval(cq__ddl_writer *writer, const constant *value)
{
	char text[CQ_INTERVAL_TEXT];
	cq_interval interval;
	if (value->type != CQ_TYPE_TEXT || cq_interval_parse(value->text, &interval) != CQ_OK)
		fail_type(writer, value);
	else
		put_text(writer, cq_interval_format(interval, text));
}

static bool is_label(const cq_enum *labels, uint32_t index, const constant *value)
{
	if (value->type == CQ_TYPE_TEXT)
		return strcmp(labels->labels[index], value->text) == 0;
	return value->type == CQ_TYPE_BIGINT && labels->values[index] == value->integer;
}

static void put_label(cq__ddl_writer *writer, const constant *value)
{
	const cq_enum *const labels = cq__column_enum(value->column);
	uint32_t i = 0;
	while (labels != NULL && i < labels->count && !is_label(labels, i, value))
		i++;
	if (labels == NULL || i == labels->count)
		fail_type(writer, value);
	else if (value->storage == CQ_STORAGE_INTEGER)
		cq__buffer_append_int64(&writer->text, labels->values[i]);
	else
		put_text(writer, labels->labels[i]);
}

void cq__ddl_default(cq__ddl_writer *writer, const cq_column *column, const cq_attribute *attribute)
{
	const constant value = { column, cq__sql_storage(column), (cq_type)attribute->number, attribute->integer,
		attribute->real, attribute->first };
	switch ((cq_type)column->type) {
	case CQ_TYPE_BOOLEAN: put_boolean(writer, &value); return;
	case CQ_TYPE_SMALLINT:
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_BIGINT: put_integer(writer, &value); return;
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE: put_real(writer, &value); return;
	case CQ_TYPE_DECIMAL: put_decimal(writer, &value); return;
	case CQ_TYPE_DATE: put_date(writer, &value); return;
	case CQ_TYPE_TIME: put_time(writer, &value); return;
	case CQ_TYPE_TIMESTAMP: put_timestamp(writer, &value); return;
	case CQ_TYPE_INTERVAL: put_interval(writer, &value); return;
	case CQ_TYPE_UUID: put_uuid(writer, &value); return;
	case CQ_TYPE_ENUM: put_label(writer, &value); return;
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON:
	case CQ_TYPE_BYTES:
	case CQ_TYPE_NONE:
	case CQ_TYPE_OBJECT:
	case CQ_TYPE_LIST:
	case CQ_TYPE_COUNT: break;
	}
	if (value.type != CQ_TYPE_TEXT || value.text == NULL)
		fail_type(writer, &value);
	else if (column->type == CQ_TYPE_BYTES)
		put_bytes(writer, value.text, strlen(value.text));
	else
		put_text(writer, value.text);
}
