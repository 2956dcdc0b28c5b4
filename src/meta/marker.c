/* meta/marker.c: leaves a member of an object to the database, as CQ_NEW does.
 * It knows nothing of columns or statements: the type alone decides; meta/model.c recognises what it puts there.
 * The function that CQ_MODEL expands behind CQ_NEW calls it.
 */
#include "meta/type_registry.h"
#include <cquel/model.h>

#include <string.h>

/* The bits of the least number of each type, of its reserved text, or of its reserved NaN. */
static void put_value(cq_type type, void *value)
{
	switch (type) {
	case CQ_TYPE_SMALLINT: *(int16_t *)value = INT16_MIN; break;
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_ENUM: *(int32_t *)value = INT32_MIN; break;
	case CQ_TYPE_BIGINT: *(int64_t *)value = INT64_MIN; break;
	case CQ_TYPE_REAL: memcpy(value, &(const uint32_t){0x7fc0c0de}, sizeof(uint32_t)); break;
	case CQ_TYPE_DOUBLE: memcpy(value, &(const uint64_t){0x7ff800000000c0de}, sizeof(uint64_t)); break;
	case CQ_TYPE_DECIMAL: ((cq_decimal *)value)->coefficient = INT64_MIN; break;
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON: *(const char **)value = cq_default_text; break;
	case CQ_TYPE_BYTES: *(cq_bytes *)value = (cq_bytes){cq_default_text, 0}; break;
	case CQ_TYPE_DATE: ((cq_date *)value)->days = INT32_MIN; break;
	case CQ_TYPE_TIME: ((cq_time *)value)->microseconds = INT64_MIN; break;
	case CQ_TYPE_TIMESTAMP: ((cq_timestamp *)value)->microseconds = INT64_MIN + 1; break;
	case CQ_TYPE_INTERVAL: ((cq_interval *)value)->microseconds = INT64_MIN; break;
	case CQ_TYPE_UUID: memset(value, 0xff, sizeof(cq_uuid)); break;
	default: break;
	}
}

void cq_mark_default(cq_type type, bool nullable, void *member)
{
	const cq__type_information *info = cq__type_info(type);
	if (nullable && !info->pointer_null) {
		*(bool *)member = true;
		put_value(type, (char *)member + info->value_offset);
	} else {
		put_value(type, member);
	}
}
