/* meta/convert.h: the conversions of cquel/types.h for texts with a length, and those that only the library needs.
 *
 * It knows nothing of columns or databases. Binders and decoders call it; the public functions are thin over it.
 *
 * Each parse wants the whole text to be the value, writes zero on failure and gives CQ_WRONG_TYPE for what is no such
 * value and CQ_OUT_OF_RANGE for one that does not fit. Each format writes a NUL-terminated text and gives its length.
 */
#ifndef CQ__META_CONVERT_H
#define CQ__META_CONVERT_H

#include <cquel/types.h>

#include <string.h>

CQ_CHECKED cq_status cq__decimal_parse(const char *text, size_t size, cq_decimal *out);
CQ_CHECKED cq_status cq__date_parse(const char *text, size_t size, cq_date *out);
CQ_CHECKED cq_status cq__time_parse(const char *text, size_t size, cq_time *out);
CQ_CHECKED cq_status cq__timestamp_parse(const char *text, size_t size, cq_timestamp *out);
CQ_CHECKED cq_status cq__interval_parse(const char *text, size_t size, cq_interval *out);
CQ_CHECKED cq_status cq__uuid_parse(const char *text, size_t size, cq_uuid *out);

size_t cq__decimal_format(cq_decimal value, char out[CQ_DECIMAL_TEXT]);
size_t cq__date_format(cq_date value, char out[CQ_DATE_TEXT]);
size_t cq__time_format(cq_time value, char out[CQ_TIME_TEXT]);
size_t cq__timestamp_format(cq_timestamp value, char out[CQ_TIMESTAMP_TEXT]);
size_t cq__interval_format(cq_interval value, char out[CQ_INTERVAL_TEXT]);
size_t cq__uuid_format(cq_uuid value, char out[CQ_UUID_TEXT]);

/* The decimal of that scale nearest to what the double shows in 15 digits: 2328.59999999996 with scale 2 is 2328.60.
 * CQ_OUT_OF_RANGE for what does not fit, infinities and NaN. */
CQ_CHECKED cq_status cq__decimal_from_double(double number, int32_t scale, cq_decimal *out);

/* Whether a public parse has what it needs; without a text there is nothing in its output. */
static inline bool cq__parse_given(const char *text, void *out, size_t size)
{
	if (text == NULL && out != NULL)
		memset(out, 0, size);
	return text != NULL && out != NULL;
}

/* Whether the value is one that its type's comment in cquel/types.h allows. */
bool cq__decimal_is_valid(cq_decimal value);
bool cq__time_is_valid(cq_time value);

/* The moment at which a day begins; CQ_OUT_OF_RANGE beyond the timestamps. Infinities stay what they are. */
CQ_CHECKED cq_status cq__timestamp_of_date(cq_date date, cq_timestamp *out);

#endif
