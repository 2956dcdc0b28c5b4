/* driver/value_member.c: members of objects and elements of arrays as values, and members that are set.
 *
 * It knows nothing of any database library. See value.h.
 */
#include "driver/value.h"

#include "meta/convert.h"

#include <stdio.h>

/* LOAD reads a member whose nullable form is `optional`, an optional struct; `present` stands first in it. */
#define LOAD(type, optional, to) \
	do { \
		if (bind->nullable) { \
			const optional *const given = member; \
			value->is_null = !given->present; \
			(to) = given->value; \
		} else { \
			(to) = *(const type *)member; \
		} \
	} while (0)

void cq__value_of_member(const cq__bind *bind, const void *member, cq_value *value)
{
	value->is_null = 0;
	switch (bind->from) {
	case CQ_TYPE_BOOLEAN:
		/* Memory that is no bool must be seen as what it is, and refused. */
		if (bind->nullable) {
			value->is_null = ((const unsigned char *)member)[offsetof(cq_opt_bool, present)] == 0;
			value->integer = ((const unsigned char *)member)[offsetof(cq_opt_bool, value)];
		} else {
			value->integer = *(const unsigned char *)member;
		}
		break;
	case CQ_TYPE_SMALLINT:
		LOAD(int16_t, cq_opt_int16, value->integer);
		break;
	case CQ_TYPE_INTEGER:
		LOAD(int32_t, cq_opt_int32, value->integer);
		break;
	case CQ_TYPE_BIGINT:
		LOAD(int64_t, cq_opt_int64, value->integer);
		break;
	case CQ_TYPE_REAL:
		LOAD(float, cq_opt_float, value->real);
		break;
	case CQ_TYPE_DOUBLE:
		LOAD(double, cq_opt_double, value->real);
		break;
	case CQ_TYPE_DECIMAL:
		LOAD(cq_decimal, cq_opt_decimal, value->decimal);
		break;
	case CQ_TYPE_DATE:
		if (bind->nullable) {
			value->is_null = !((const cq_opt_date *)member)->present;
			value->integer = ((const cq_opt_date *)member)->value.days;
		} else {
			value->integer = ((const cq_date *)member)->days;
		}
		break;
	case CQ_TYPE_TIME:
		if (bind->nullable) {
			value->is_null = !((const cq_opt_time *)member)->present;
			value->integer = ((const cq_opt_time *)member)->value.microseconds;
		} else {
			value->integer = ((const cq_time *)member)->microseconds;
		}
		break;
	case CQ_TYPE_TIMESTAMP:
		if (bind->nullable) {
			value->is_null = !((const cq_opt_timestamp *)member)->present;
			value->integer = ((const cq_opt_timestamp *)member)->value.microseconds;
		} else {
			value->integer = ((const cq_timestamp *)member)->microseconds;
		}
		break;
	case CQ_TYPE_INTERVAL:
		LOAD(cq_interval, cq_opt_interval, value->interval);
		break;
	case CQ_TYPE_UUID:
		LOAD(cq_uuid, cq_opt_uuid, value->uuid);
		break;
	case CQ_TYPE_ENUM:
		LOAD(int, cq_opt_enum, value->integer);
		break;
	case CQ_TYPE_BYTES:
		value->bytes.data = ((const cq_bytes *)member)->data;
		value->bytes.size = ((const cq_bytes *)member)->size;
		break;
	default:
		value->text = *(const char *const *)member;
		break;
	}
}

/* ---- members that are read --------------------------------------------------------------------------------------- */

cq_status cq__field_refuse(const cq__field_place *place, const cq__decode *entry, cq_status status, const char *format,
	...)
{
	char what[256];
	va_list arguments;
	va_start(arguments, format);
	(void)vsnprintf(what, sizeof what, format, arguments);
	va_end(arguments);
	const char *const plan = place->plan->name;
	const char *const field = entry->name;
	return cq__error_set(place->error, status, "row %lld, %s%s%s: %s", (long long)place->row,
		plan != NULL ? plan : "", plan != NULL && field != NULL ? "." : "", field != NULL ? field : "", what);
}

#define ABSENT(optional) \
	do { \
		*(optional *)member = (optional){ .present = false }; \
		return CQ_OK; \
	} while (0)

cq_status cq__field_set_null(const cq__field_place *place, const cq__decode *entry, void *member)
{
	if (!entry->nullable)
		return cq__field_refuse(place, entry, CQ_NULL_VALUE, "NULL stands in a field that cannot hold it");
	switch (entry->type) {
	case CQ_TYPE_BOOLEAN:
		ABSENT(cq_opt_bool);
	case CQ_TYPE_SMALLINT:
		ABSENT(cq_opt_int16);
	case CQ_TYPE_INTEGER:
		ABSENT(cq_opt_int32);
	case CQ_TYPE_BIGINT:
		ABSENT(cq_opt_int64);
	case CQ_TYPE_REAL:
		ABSENT(cq_opt_float);
	case CQ_TYPE_DOUBLE:
		ABSENT(cq_opt_double);
	case CQ_TYPE_DECIMAL:
		ABSENT(cq_opt_decimal);
	case CQ_TYPE_DATE:
		ABSENT(cq_opt_date);
	case CQ_TYPE_TIME:
		ABSENT(cq_opt_time);
	case CQ_TYPE_TIMESTAMP:
		ABSENT(cq_opt_timestamp);
	case CQ_TYPE_INTERVAL:
		ABSENT(cq_opt_interval);
	case CQ_TYPE_UUID:
		ABSENT(cq_opt_uuid);
	case CQ_TYPE_ENUM:
		ABSENT(cq_opt_enum);
	case CQ_TYPE_BYTES:
		*(cq_bytes *)member = (cq_bytes){ NULL, 0 };
		return CQ_OK;
	default:
		*(const char **)member = NULL;
		return CQ_OK;
	}
}

cq_status cq__field_set_label(const cq__field_place *place, const cq__decode *entry, const char *label, size_t length,
	void *member)
{
	const cq_enum *const labels = entry->labels;
	int32_t number = 0;
	if (labels == NULL)
		return cq__field_refuse(place, entry, CQ_MISUSE, "the field's enum is not known");
	if (!cq__enum_number(labels, label, length, &number))
		return cq__field_refuse(place, entry, CQ_WRONG_TYPE, "\"%.64s\" is no label of enum %s", label, labels->name);
	CQ__FIELD_STORE(entry, int, cq_opt_enum, number);
}

cq_status cq__field_set_enum(const cq__field_place *place, const cq__decode *entry, int64_t number, void *member)
{
	const cq_enum *const labels = entry->labels;
	if (labels == NULL)
		return cq__field_refuse(place, entry, CQ_MISUSE, "the field's enum is not known");
	if (!cq__enum_has(labels, number))
		return cq__field_refuse(place, entry, CQ_OUT_OF_RANGE, "%lld is no value of enum %s", (long long)number,
			labels->name);
	CQ__FIELD_STORE(entry, int, cq_opt_enum, (int)number);
}

cq_status cq__field_set_bytes(const cq__field_place *place, cq__arena *arena, const void *data, size_t size, void *member)
{
	void *const copy = cq__arena_alloc(arena, size + 1);
	if (copy == NULL)
		return cq__error_set(place->error, CQ_NO_MEMORY, NULL);
	if (size != 0)
		memcpy(copy, data, size);
	*(cq_bytes *)member = (cq_bytes){ copy, size };
	return CQ_OK;
}

cq_status cq__date_or_midnight_parse(const char *text, size_t length, cq_date *out)
{
	const cq_status status = cq__date_parse(text, length, out);
	if (status != CQ_WRONG_TYPE)
		return status;
	cq_timestamp moment;
	CQ_TRY(cq__timestamp_parse(text, length, &moment));
	if (moment.microseconds % CQ__DAY_MICROSECONDS != 0)
		return CQ_WRONG_TYPE;
	out->days = (int32_t)(moment.microseconds / CQ__DAY_MICROSECONDS);
	return CQ_OK;
}
