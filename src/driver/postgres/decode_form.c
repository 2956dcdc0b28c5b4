/* driver/postgres/decode_form.c: what decode.c does not take in its stride: columns of another type than their member's,
 * infinities, decimals, intervals, enums, bytes, JSON and lists.
 *
 * It knows nothing of rows. A value that does not become the member exactly is an error that names field and row.
 */
#include "driver/postgres/decode_parts.h"

#include "base/text.h"
#include "driver/postgres/numeric.h"
#include "meta/convert.h"
#include "meta/row_list.h"

#include <float.h>
#include <math.h>

#define refuse(from, status, ...) cq__field_refuse((from)->place, (from)->entry, status, __VA_ARGS__)

static cq_status no_memory(const cq__pg_source *from)
{
	return cq__error_set(from->place->error, CQ_NO_MEMORY, NULL);
}

static const char *member_type(const cq__pg_source *from)
{
	return cq_type_name((cq_type)from->entry->type);
}

static cq_status refuse_length(const cq__pg_source *from)
{
	return refuse(from, CQ_WRONG_TYPE, "%d bytes are no value of PostgreSQL's type %u", from->length, (unsigned)from->type);
}

static cq_status refuse_text(const cq__pg_source *from, cq_status status)
{
	if (status == CQ_NO_MEMORY)
		return no_memory(from);
	return refuse(from, status, "\"%.64s\" is no %s", from->data, member_type(from));
}

cq_status cq__pg_convert_nothing(const cq__pg_source *from, void *member)
{
	(void)member;
	return refuse(from, CQ_WRONG_TYPE, "a value of PostgreSQL's type %u stands where %s is read", (unsigned)from->type,
		member_type(from));
}

#define STORE(type, optional, given) CQ__FIELD_STORE(from->entry, type, optional, given)

/* ---- whole numbers ----------------------------------------------------------------------------------------------- */

/* An int2, int4, int8 or oid. */
static cq_status read_integer(const cq__pg_source *from, int64_t *out)
{
	const int wanted = from->type == CQ__OID_INT2 ? 2 : from->type == CQ__OID_INT8 ? 8 : 4;
	if (from->length != wanted)
		return refuse_length(from);
	if (wanted == 8)
		*out = (int64_t)cq__wire_get_64(from->data);
	else if (wanted == 2)
		*out = (int16_t)cq__wire_get_16(from->data);
	else if (from->type == CQ__OID_OID)
		*out = cq__wire_get_32(from->data);
	else
		*out = (int32_t)cq__wire_get_32(from->data);
	return CQ_OK;
}

static cq_status refuse_number(const cq__pg_source *from, int64_t number)
{
	return refuse(from, CQ_OUT_OF_RANGE, "%lld does not fit %s", (long long)number, member_type(from));
}

static cq_status store_integer(const cq__pg_source *from, int64_t number, void *member)
{
	switch (from->entry->type) {
	case CQ_TYPE_BIGINT:
		STORE(int64_t, cq_opt_int64, number);
	case CQ_TYPE_INTEGER:
		if (number == (int32_t)number)
			STORE(int32_t, cq_opt_int32, (int32_t)number);
		break;
	case CQ_TYPE_SMALLINT:
		if (number == (int16_t)number)
			STORE(int16_t, cq_opt_int16, (int16_t)number);
		break;
	default:
		if (number == 0 || number == 1)
			STORE(bool, cq_opt_bool, number != 0);
		break;
	}
	return refuse_number(from, number);
}

static cq_status integer_of_integer(const cq__pg_source *from, void *member)
{
	int64_t number = 0;
	CQ_TRY(read_integer(from, &number));
	return store_integer(from, number, member);
}

static cq_status boolean_of_boolean(const cq__pg_source *from, void *member)
{
	if (from->length != 1)
		return refuse_length(from);
	STORE(bool, cq_opt_bool, from->data[0] != 0);
}

static cq_status refuse_numeric(const cq__pg_source *from, const cq__numeric *number, cq_status status)
{
	char text[CQ__NUMERIC_TEXT];
	if (status == CQ_NO_MEMORY)
		return no_memory(from);
	return refuse(from, status, status == CQ_WRONG_TYPE ? "%s stands where %s is read" : "%s does not fit %s",
		cq__numeric_show(number, text), member_type(from));
}

static cq_status integer_of_numeric(const cq__pg_source *from, void *member)
{
	cq__numeric number;
	int64_t whole = 0;
	if (!cq__numeric_read(from->data, from->length, &number))
		return refuse_length(from);
	const cq_status status = cq__numeric_to_integer(&number, &whole);
	return status == CQ_OK ? store_integer(from, whole, member) : refuse_numeric(from, &number, status);
}

/* ---- reals ------------------------------------------------------------------------------------------------------- */

static cq_status store_real(const cq__pg_source *from, double number, void *member)
{
	if (from->entry->type == CQ_TYPE_DOUBLE)
		STORE(double, cq_opt_double, number);
	if (isfinite(number) && fabs(number) > (double)FLT_MAX)
		return refuse(from, CQ_OUT_OF_RANGE, "%g does not fit REAL", number);
	STORE(float, cq_opt_float, (float)number);
}

static cq_status read_real(const cq__pg_source *from, double *out)
{
	if (from->length != (from->type == CQ__OID_FLOAT4 ? 4 : 8))
		return refuse_length(from);
	*out = from->type == CQ__OID_FLOAT4 ? (double)cq__wire_get_float(from->data) : cq__wire_get_double(from->data);
	return CQ_OK;
}

static cq_status real_of_real(const cq__pg_source *from, void *member)
{
	double number = 0;
	CQ_TRY(read_real(from, &number));
	return store_real(from, number, member);
}

static cq_status real_of_integer(const cq__pg_source *from, void *member)
{
	int64_t number = 0;
	CQ_TRY(read_integer(from, &number));
	if (number > CQ__EXACT_DOUBLE || number < -CQ__EXACT_DOUBLE)
		return refuse_number(from, number);
	return store_real(from, (double)number, member);
}

static cq_status real_of_numeric(const cq__pg_source *from, void *member)
{
	cq__numeric numeric;
	double number = 0;
	if (!cq__numeric_read(from->data, from->length, &numeric))
		return refuse_length(from);
	const cq_status status = cq__numeric_to_double(&numeric, &number);
	return status == CQ_OK ? store_real(from, number, member) : refuse_numeric(from, &numeric, status);
}

/* ---- decimals ---------------------------------------------------------------------------------------------------- */

static cq_status decimal_of_numeric(const cq__pg_source *from, void *member)
{
	cq__numeric numeric;
	cq_decimal number = { 0, 0 };
	if (!cq__numeric_read(from->data, from->length, &numeric))
		return refuse_length(from);
	const cq_status status = cq__numeric_to_decimal(&numeric, from->entry->scale, &number);
	if (status != CQ_OK)
		return refuse_numeric(from, &numeric, status);
	STORE(cq_decimal, cq_opt_decimal, number);
}

static cq_status decimal_of_integer(const cq__pg_source *from, void *member)
{
	const uint8_t scale = from->entry->scale;
	cq_decimal number = { 0, 0 };
	CQ_TRY(read_integer(from, &number.coefficient));
	const int64_t given = number.coefficient;
	if (from->entry->storage == CQ_STORAGE_INTEGER)
		number.scale = scale;
	if (number.scale != scale && cq_decimal_rescale(number, scale, &number) != CQ_OK)
		return refuse_number(from, given);
	STORE(cq_decimal, cq_opt_decimal, number);
}

static cq_status decimal_of_real(const cq__pg_source *from, void *member)
{
	double real = 0;
	cq_decimal number = { 0, 0 };
	CQ_TRY(read_real(from, &real));
	if (cq__decimal_from_double(real, from->entry->scale, &number) != CQ_OK)
		return refuse(from, CQ_OUT_OF_RANGE, "%.17g does not fit DECIMAL", real);
	STORE(cq_decimal, cq_opt_decimal, number);
}

static cq_status decimal_of_text(const cq__pg_source *from, void *member)
{
	cq_decimal number;
	const cq_status status = cq__decimal_parse(from->data, (size_t)from->length, &number);
	if (status != CQ_OK)
		return refuse_text(from, status);
	if (number.scale != from->entry->scale && cq_decimal_rescale(number, from->entry->scale, &number) != CQ_OK)
		return refuse_text(from, CQ_OUT_OF_RANGE);
	STORE(cq_decimal, cq_opt_decimal, number);
}

/* ---- dates and times --------------------------------------------------------------------------------------------- */

static cq_status read_days(const cq__pg_source *from, int32_t *out)
{
	if (from->length != 4)
		return refuse_length(from);
	const int32_t days = (int32_t)cq__wire_get_32(from->data);
	if (days == INT32_MIN || days == INT32_MAX)
		*out = days;
	else if (__builtin_add_overflow(days, CQ__WIRE_EPOCH_DAYS, out) || *out == INT32_MAX)
		return refuse(from, CQ_OUT_OF_RANGE, "a date so far away does not fit %s", member_type(from));
	return CQ_OK;
}

static cq_status read_moment(const cq__pg_source *from, int64_t *out)
{
	if (from->length != 8)
		return refuse_length(from);
	const int64_t microseconds = (int64_t)cq__wire_get_64(from->data);
	if (microseconds == INT64_MIN || microseconds == INT64_MAX)
		*out = microseconds;
	else if (__builtin_add_overflow(microseconds, CQ__WIRE_EPOCH_MICROSECONDS, out) || *out == INT64_MAX)
		return refuse(from, CQ_OUT_OF_RANGE, "a moment so far away does not fit %s", member_type(from));
	return CQ_OK;
}

static cq_status date_of_date(const cq__pg_source *from, void *member)
{
	cq_date date = { 0 };
	CQ_TRY(read_days(from, &date.days));
	STORE(cq_date, cq_opt_date, date);
}

/* Midnight is a date; any other hour would be lost. */
static cq_status date_of_moment(const cq__pg_source *from, void *member)
{
	int64_t moment = 0;
	cq_date date = { 0 };
	CQ_TRY(read_moment(from, &moment));
	if (moment == INT64_MIN || moment == INT64_MAX)
		date.days = moment < 0 ? INT32_MIN : INT32_MAX;
	else if (moment % CQ__DAY_MICROSECONDS == 0)
		date.days = (int32_t)(moment / CQ__DAY_MICROSECONDS);
	else
		return refuse(from, CQ_WRONG_TYPE, "a timestamp that is not midnight stands where DATE is read");
	STORE(cq_date, cq_opt_date, date);
}

static cq_status date_of_text(const cq__pg_source *from, void *member)
{
	cq_date date;
	const cq_status status = cq__date_or_midnight_parse(from->data, (size_t)from->length, &date);
	if (status != CQ_OK)
		return refuse_text(from, status);
	STORE(cq_date, cq_opt_date, date);
}

static cq_status time_of_time(const cq__pg_source *from, void *member)
{
	if (from->length != 8)
		return refuse_length(from);
	const cq_time time = { (int64_t)cq__wire_get_64(from->data) };
	STORE(cq_time, cq_opt_time, time);
}

static cq_status time_of_text(const cq__pg_source *from, void *member)
{
	cq_time time;
	const cq_status status = cq__time_parse(from->data, (size_t)from->length, &time);
	if (status != CQ_OK)
		return refuse_text(from, status);
	STORE(cq_time, cq_opt_time, time);
}

static cq_status timestamp_of_moment(const cq__pg_source *from, void *member)
{
	cq_timestamp timestamp = { 0 };
	CQ_TRY(read_moment(from, &timestamp.microseconds));
	STORE(cq_timestamp, cq_opt_timestamp, timestamp);
}

static cq_status timestamp_of_date(const cq__pg_source *from, void *member)
{
	cq_date date = { 0 };
	cq_timestamp timestamp = { 0 };
	CQ_TRY(read_days(from, &date.days));
	if (cq__timestamp_of_date(date, &timestamp) != CQ_OK)
		return refuse(from, CQ_OUT_OF_RANGE, "a date so far away does not fit TIMESTAMP");
	STORE(cq_timestamp, cq_opt_timestamp, timestamp);
}

static cq_status timestamp_of_text(const cq__pg_source *from, void *member)
{
	cq_timestamp timestamp;
	const cq_status status = cq__timestamp_parse(from->data, (size_t)from->length, &timestamp);
	if (status != CQ_OK)
		return refuse_text(from, status);
	STORE(cq_timestamp, cq_opt_timestamp, timestamp);
}

/* STORED_AS(INTEGER): days or microseconds. */
static cq_status moment_of_integer(const cq__pg_source *from, void *member)
{
	int64_t number = 0;
	CQ_TRY(read_integer(from, &number));
	if (from->entry->type == CQ_TYPE_TIMESTAMP)
		STORE(cq_timestamp, cq_opt_timestamp, (cq_timestamp){ number });
	if (from->entry->type == CQ_TYPE_TIME) {
		if (number < 0 || number > CQ__DAY_MICROSECONDS)
			return refuse_number(from, number);
		STORE(cq_time, cq_opt_time, (cq_time){ number });
	}
	if (number != (int32_t)number)
		return refuse_number(from, number);
	STORE(cq_date, cq_opt_date, (cq_date){ (int32_t)number });
}

static cq_status interval_of_interval(const cq__pg_source *from, void *member)
{
	if (from->length != 16)
		return refuse_length(from);
	const cq_interval interval = {
		.microseconds = (int64_t)cq__wire_get_64(from->data),
		.days = (int32_t)cq__wire_get_32(from->data + 8),
		.months = (int32_t)cq__wire_get_32(from->data + 12),
	};
	STORE(cq_interval, cq_opt_interval, interval);
}

static cq_status interval_of_text(const cq__pg_source *from, void *member)
{
	cq_interval interval;
	const cq_status status = cq__interval_parse(from->data, (size_t)from->length, &interval);
	if (status != CQ_OK)
		return refuse_text(from, status);
	STORE(cq_interval, cq_opt_interval, interval);
}

/* ---- UUID, ENUM -------------------------------------------------------------------------------------------------- */

/* Of a uuid, and of a bytea of 16 bytes. */
static cq_status uuid_of_bytes(const cq__pg_source *from, void *member)
{
	cq_uuid uuid;
	if (from->length != (int)sizeof uuid.bytes)
		return refuse(from, CQ_WRONG_TYPE, "a UUID has 16 bytes");
	memcpy(uuid.bytes, from->data, sizeof uuid.bytes);
	STORE(cq_uuid, cq_opt_uuid, uuid);
}

static cq_status uuid_of_text(const cq__pg_source *from, void *member)
{
	cq_uuid uuid;
	const cq_status status = cq__uuid_parse(from->data, (size_t)from->length, &uuid);
	if (status != CQ_OK)
		return refuse_text(from, status);
	STORE(cq_uuid, cq_opt_uuid, uuid);
}

static cq_status enum_of_text(const cq__pg_source *from, void *member)
{
	return cq__field_set_label(from->place, from->entry, from->data, (size_t)from->length, member);
}

static cq_status enum_of_integer(const cq__pg_source *from, void *member)
{
	int64_t number = 0;
	CQ_TRY(read_integer(from, &number));
	return cq__field_set_enum(from->place, from->entry, number, member);
}

/* ---- BYTES, texts, LIST ------------------------------------------------------------------------------------------ */

static cq_status bytes_of_bytes(const cq__pg_source *from, void *member)
{
	return cq__field_set_bytes(from->place, from->arena, from->data, (size_t)from->length, member);
}

static cq_status store_text(const cq__pg_source *from, const char *text, size_t length, void *member)
{
	char *const copy = cq__arena_text(from->arena, text, length);
	if (copy == NULL)
		return no_memory(from);
	*(const char **)member = copy;
	return CQ_OK;
}

static cq_status text_of_text(const cq__pg_source *from, void *member)
{
	return store_text(from, from->data, (size_t)from->length, member);
}

/* The value of a type that the database made itself: an enum's is its label. Others may be anything. */
static cq_status text_of_own(const cq__pg_source *from, void *member)
{
	if (cq__text_check(from->data, (size_t)from->length) != CQ_OK)
		return refuse(from, CQ_WRONG_TYPE, "a value of PostgreSQL's type %u is no text", (unsigned)from->type);
	return text_of_text(from, member);
}

/* The JSON behind a jsonb's version, or a json or text as it is. */
static cq_status read_json(const cq__pg_source *from, const char **text, size_t *length)
{
	*text = from->data;
	*length = (size_t)from->length;
	if (from->type != CQ__OID_JSONB)
		return CQ_OK;
	if (from->length < 1 || from->data[0] != 1)
		return refuse(from, CQ_WRONG_TYPE, "a jsonb of an unknown version");
	++*text;
	--*length;
	return CQ_OK;
}

static cq_status text_of_json(const cq__pg_source *from, void *member)
{
	const char *text;
	size_t length;
	CQ_TRY(read_json(from, &text, &length));
	return store_text(from, text, length, member);
}

/* The rows that COLLECT gathered; the message of row_list.c says which of them it does not take. */
static cq_status list_of_json(const cq__pg_source *from, void *member)
{
	const char *text;
	size_t length;
	CQ_TRY(read_json(from, &text, &length));
	return cq__row_list_parse(text, length, from->entry->rows, from->arena, member, from->place->error);
}

/* ---- which conversion -------------------------------------------------------------------------------------------- */

static bool is_integer(Oid type)
{
	return type == CQ__OID_INT2 || type == CQ__OID_INT4 || type == CQ__OID_INT8 || type == CQ__OID_OID;
}

static bool is_real(Oid type)
{
	return type == CQ__OID_FLOAT4 || type == CQ__OID_FLOAT8;
}

static bool is_text(Oid type)
{
	return type == CQ__OID_TEXT || type == CQ__OID_VARCHAR || type == CQ__OID_BPCHAR || type == CQ__OID_NAME ||
		type == CQ__OID_UNKNOWN;
}

static bool is_moment(Oid type)
{
	return type == CQ__OID_TIMESTAMPTZ || type == CQ__OID_TIMESTAMP;
}

#define OWN_PACE(own, name) \
	do { \
		if (type == (own)) \
			*pace = CQ__PG_PACE_##name; \
	} while (0)

static cq__pg_convert *convert_to_number(const cq__decode *entry, Oid type, uint8_t *pace)
{
	switch (entry->type) {
	case CQ_TYPE_BOOLEAN:
		OWN_PACE(CQ__OID_BOOL, BOOLEAN);
		return type == CQ__OID_BOOL ? boolean_of_boolean : is_integer(type) ? integer_of_integer : NULL;
	case CQ_TYPE_SMALLINT:
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_BIGINT:
		if (entry->type == CQ_TYPE_SMALLINT)
			OWN_PACE(CQ__OID_INT2, SMALLINT);
		else if (entry->type == CQ_TYPE_INTEGER)
			OWN_PACE(CQ__OID_INT4, INTEGER);
		else
			OWN_PACE(CQ__OID_INT8, BIGINT);
		return is_integer(type) ? integer_of_integer : type == CQ__OID_NUMERIC ? integer_of_numeric : NULL;
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE:
		if (entry->type == CQ_TYPE_REAL)
			OWN_PACE(CQ__OID_FLOAT4, REAL);
		else
			OWN_PACE(CQ__OID_FLOAT8, DOUBLE);
		return is_real(type) ? real_of_real : is_integer(type) ? real_of_integer :
			type == CQ__OID_NUMERIC ? real_of_numeric : NULL;
	default:
		return type == CQ__OID_NUMERIC ? decimal_of_numeric : is_integer(type) ? decimal_of_integer :
			is_real(type) ? decimal_of_real : is_text(type) ? decimal_of_text : NULL;
	}
}

static cq__pg_convert *convert_to_moment(const cq__decode *entry, Oid type, uint8_t *pace)
{
	if (is_integer(type))
		return entry->storage == CQ_STORAGE_INTEGER ? moment_of_integer : NULL;
	switch (entry->type) {
	case CQ_TYPE_DATE:
		OWN_PACE(CQ__OID_DATE, DATE);
		return type == CQ__OID_DATE ? date_of_date : is_moment(type) ? date_of_moment : is_text(type) ? date_of_text : NULL;
	case CQ_TYPE_TIME:
		OWN_PACE(CQ__OID_TIME, TIME);
		return type == CQ__OID_TIME ? time_of_time : is_text(type) ? time_of_text : NULL;
	default:
		if (is_moment(type))
			*pace = CQ__PG_PACE_TIMESTAMP;
		return is_moment(type) ? timestamp_of_moment : type == CQ__OID_DATE ? timestamp_of_date :
			is_text(type) ? timestamp_of_text : NULL;
	}
}

static cq__pg_convert *convert_to_text(const cq__decode *entry, Oid type, uint8_t *pace)
{
	if (is_text(type) || type == CQ__OID_JSON || type == CQ__OID_XML) {
		*pace = CQ__PG_PACE_TEXT;
		return text_of_text;
	}
	if (type == CQ__OID_JSONB)
		return text_of_json;
	return type >= CQ__OID_FIRST_OWN && entry->type != CQ_TYPE_JSON ? text_of_own : NULL;
}

static cq__pg_convert *find(const cq__decode *entry, Oid type, uint8_t *pace)
{
	switch (entry->type) {
	case CQ_TYPE_BOOLEAN:
	case CQ_TYPE_SMALLINT:
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_BIGINT:
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE:
	case CQ_TYPE_DECIMAL:
		return convert_to_number(entry, type, pace);
	case CQ_TYPE_DATE:
	case CQ_TYPE_TIME:
	case CQ_TYPE_TIMESTAMP:
		return convert_to_moment(entry, type, pace);
	case CQ_TYPE_INTERVAL:
		return type == CQ__OID_INTERVAL ? interval_of_interval : is_text(type) ? interval_of_text : NULL;
	case CQ_TYPE_UUID:
		OWN_PACE(CQ__OID_UUID, UUID);
		return type == CQ__OID_UUID || type == CQ__OID_BYTEA ? uuid_of_bytes : is_text(type) ? uuid_of_text : NULL;
	case CQ_TYPE_ENUM:
		return is_text(type) || type >= CQ__OID_FIRST_OWN ? enum_of_text : is_integer(type) ? enum_of_integer : NULL;
	case CQ_TYPE_BYTES:
		return type == CQ__OID_BYTEA ? bytes_of_bytes : NULL;
	case CQ_TYPE_LIST:
		return type == CQ__OID_JSON || type == CQ__OID_JSONB || is_text(type) ? list_of_json : NULL;
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON:
		return convert_to_text(entry, type, pace);
	default:
		return NULL;
	}
}

cq__pg_convert *cq__pg_find_convert(const cq__decode *entry, Oid type, uint8_t *pace)
{
	*pace = CQ__PG_PACE_CONVERT;
	cq__pg_convert *const convert = find(entry, type, pace);
	return convert != NULL ? convert : cq__pg_convert_nothing;
}
