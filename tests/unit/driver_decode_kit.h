/* unit/driver_decode_kit.h: what the tests of every driver's decoder read values into.
 *
 * It knows nothing of any database.
 */
#ifndef CQ_TEST_DRIVER_DECODE_KIT_H
#define CQ_TEST_DRIVER_DECODE_KIT_H

#include "driver/driver.h"

static const char *const mood_labels[] = { "glad", "sad" };
static const int32_t mood_values[] = { 1, 7 };
static const cq_enum mood = { "Mood", 2, mood_labels, mood_values };

/* Room for every member; nonsense before the row is decoded. */
typedef union member {
	bool boolean;
	int16_t small;
	int32_t integer;
	int64_t big;
	float real;
	double number;
	cq_decimal decimal;
	const char *text;
	cq_bytes bytes;
	cq_date date;
	cq_time time;
	cq_timestamp timestamp;
	cq_interval interval;
	cq_uuid uuid;
	int label;
	cq_any_list list;
	cq_opt_bool opt_boolean;
	cq_opt_int16 opt_small;
	cq_opt_int32 opt_integer;
	cq_opt_int64 opt_big;
	cq_opt_float opt_real;
	cq_opt_double opt_number;
	cq_opt_decimal opt_decimal;
	cq_opt_date opt_date;
	cq_opt_time opt_time;
	cq_opt_timestamp opt_timestamp;
	cq_opt_interval opt_interval;
	cq_opt_uuid opt_uuid;
	cq_opt_enum opt_label;
	unsigned char raw[32];
} member;

#define TYPE(t, ...) (cq__decode) { .type = CQ_TYPE_##t, __VA_ARGS__ }

#endif
