/* tests/unit/meta_row_list_test.c: rows read out of JSON: every type, lists within lists, and what is refused with a sentence.
 */
#include "meta/row_list.h"

#include "base/alloc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct Tag { int16_t number; const char *name; } Tag;
typedef enum Mood { GOOD = 1, BAD = 5 } Mood;
typedef struct Everything {
	bool boolean;
	int32_t integer;
	int64_t bigint;
	double real;
	float single;
	cq_decimal decimal;
	const char *text;
	cq_bytes bytes;
	cq_date date;
	cq_time time;
	cq_timestamp timestamp;
	cq_interval interval;
	cq_uuid uuid;
	Mood mood;
	cq_opt_int64 maybe;
	const char *perhaps;
	cq_any_list tags;
} Everything;

#define FIELD_OF(T, member, kind, ...) {.name = #member, .offset = offsetof(T, member), .type = CQ_TYPE_##kind, __VA_ARGS__}

static const char *const mood_labels[] = { "good", "bad" };
static const int32_t mood_values[] = { GOOD, BAD };
static const cq_enum moods = { "Mood", 2, mood_labels, mood_values };
static const cq_row_field tag_fields[] = { FIELD_OF(Tag, number, SMALLINT), FIELD_OF(Tag, name, TEXT) };
static const cq_row_type tag_type = { "Tag", tag_fields, 2, sizeof(Tag) };
static const cq_row_field fields[] = {
	FIELD_OF(Everything, boolean, BOOLEAN), FIELD_OF(Everything, integer, INTEGER), FIELD_OF(Everything, bigint, BIGINT),
	FIELD_OF(Everything, real, DOUBLE), FIELD_OF(Everything, single, REAL), FIELD_OF(Everything, decimal, DECIMAL, .scale = 2),
	FIELD_OF(Everything, text, TEXT), FIELD_OF(Everything, bytes, BYTES), FIELD_OF(Everything, date, DATE), FIELD_OF(Everything, time, TIME),
	FIELD_OF(Everything, timestamp, TIMESTAMP), FIELD_OF(Everything, interval, INTERVAL), FIELD_OF(Everything, uuid, UUID),
	FIELD_OF(Everything, mood, ENUM, .detail = &moods), FIELD_OF(Everything, maybe, BIGINT, .nullable = 1),
	FIELD_OF(Everything, perhaps, TEXT, .nullable = 1), FIELD_OF(Everything, tags, LIST, .detail = &tag_type),
};
static const cq_row_type everything = { "Everything", fields, sizeof fields / sizeof *fields, sizeof(Everything) };

#define ROW_1 "[true, -7, 9223372036854775807, \"0.10000000000000001\", 1.5, \"12.345\", \"\\u00e4 \\\"q\\\" \\ud83d\\udca9\\n\", \"00fF\", " \
	"\"2024-02-29\", \"23:59:59.000001\", \"2024-02-29 01:02:03.000004\", \"P1Y2M\", \"00112233-4455-6677-8899-aabbccddeeff\", \"bad\", null, null, [[1, \"a\"], [-32768, \"\"]]]"
#define ROW_2 "[0, \"8\", 0, 1e300, 0, 5, \"\", \"\", \"1970-01-01\", \"00:00:00\", \"1970-01-01 00:00:00\", \"PT0S\", \"00112233445566778899AABBCCDDEEFF\", 1, 4, \"x\", []]"

static void every_type_is_read(void **state)
{
	(void)state;
	static const char json[] = " [ " ROW_1 " , " ROW_2 " ] ";
	cq__arena *const arena = cq__arena_create(64);
	cq__error error = { 0 };
	cq_any_list list;
	const cq_status status = cq__row_list_parse(json, sizeof json - 1, &everything, arena, &list, &error);
	if (status != CQ_OK)
		fail_msg("%s", cq__error_get(&error)->message);
	assert_int_equal(list.count, 2);
	const Everything *const rows = list.items;
	assert_true(rows[0].boolean && !rows[1].boolean);
	assert_int_equal(rows[0].integer, -7);
	assert_int_equal(rows[1].integer, 8);
	assert_true(rows[0].bigint == INT64_MAX);
	assert_true(rows[0].real == 0.1 && rows[1].real == 1e300 && rows[0].single == 1.5f);
	assert_int_equal(rows[0].decimal.coefficient, 1235);
	assert_int_equal(rows[1].decimal.coefficient, 500);
	assert_int_equal(rows[1].decimal.scale, 2);
	assert_string_equal(rows[0].text, "\xc3\xa4 \"q\" \xf0\x9f\x92\xa9\n");
	assert_int_equal(rows[0].bytes.size, 2);
	assert_memory_equal(rows[0].bytes.data, "\0\xff", 2);
	assert_non_null(rows[1].bytes.data);
	assert_int_equal(rows[1].bytes.size, 0);
	assert_int_equal(rows[0].date.days, 19782);
	assert_true(rows[0].time.microseconds == INT64_C(86399000001));
	assert_true(rows[0].timestamp.microseconds == INT64_C(19782) * 86400000000 + INT64_C(3723000004));
	assert_int_equal(rows[0].interval.months, 14);
	assert_memory_equal(&rows[0].uuid, &rows[1].uuid, sizeof rows[0].uuid);
	assert_int_equal(rows[0].mood, BAD);
	assert_int_equal(rows[1].mood, GOOD);
	assert_false(rows[0].maybe.present);
	assert_true(rows[1].maybe.present && rows[1].maybe.value == 4);
	assert_null(rows[0].perhaps);
	assert_string_equal(rows[1].perhaps, "x");
	assert_int_equal(rows[0].tags.count, 2);
	assert_int_equal(((const Tag *)rows[0].tags.items)[1].number, -32768);
	assert_string_equal(((const Tag *)rows[0].tags.items)[0].name, "a");
	assert_int_equal(rows[1].tags.count, 0);
	assert_null(rows[1].tags.items);
	cq__arena_destroy(arena);
}

static void lists_grow(void **state)
{
	(void)state;
	static char json[64 * 1024];
	size_t length = 0;
	json[length++] = '[';
	for (int i = 0; i < 3000; i++)
		length += (size_t)snprintf(json + length, sizeof json - length, "%s[%d,\"%d\"]", i != 0 ? "," : "", i, i);
	json[length++] = ']';
	cq__arena *const arena = cq__arena_create(64);
	cq_any_list list;
	assert_int_equal(cq__row_list_parse(json, length, &tag_type, arena, &list, NULL), CQ_OK);
	assert_int_equal(list.count, 3000);
	assert_int_equal(((const Tag *)list.items)[2999].number, 2999);
	assert_string_equal(((const Tag *)list.items)[1234].name, "1234");
	cq__arena_destroy(arena);
}

static void assert_refused(const char *json, cq_status wanted, const char *part)
{
	cq__arena *const arena = cq__arena_create(64);
	cq__error error = { 0 };
	cq_any_list list = { &error, 7 };
	const cq_status status = cq__row_list_parse(json, strlen(json), &tag_type, arena, &list, &error);
	if (status != wanted || strstr(cq__error_get(&error)->message, part) == NULL)
		fail_msg("%s: %s: %s", json, cq_status_name(status), cq__error_get(&error)->message);
	assert_null(list.items);
	assert_int_equal(list.count, 0);
	cq__error_release(&error);
	cq__arena_destroy(arena);
}

static void what_is_no_list_is_refused(void **state)
{
	(void)state;
	assert_refused("", CQ_WRONG_TYPE, "element 1 of a list of Tag: an array");
	assert_refused("{}", CQ_WRONG_TYPE, "an array");
	assert_refused("[1]", CQ_WRONG_TYPE, "an array");
	assert_refused("[[1, \"a\"]", CQ_WRONG_TYPE, "goes on where its list should end");
	assert_refused("[[1, \"a\"]] x", CQ_WRONG_TYPE, "behind its list");
	assert_refused("[[1]]", CQ_WRONG_TYPE, "too few");
	assert_refused("[[1, \"a\", 2]]", CQ_WRONG_TYPE, "too many");
	assert_refused("[[1, \"a\"], [2, \"b]]", CQ_WRONG_TYPE, "element 2 of a list of Tag, field name: the JSON ends inside a string");
	assert_refused("[[1, \"a\\", CQ_WRONG_TYPE, "inside a string");
	assert_refused("[[1, ", CQ_WRONG_TYPE, "before its end");
	assert_refused("[[1, [\"a\"]]]", CQ_WRONG_TYPE, "a value of JSON is expected");
	assert_refused("[[1, 2]]", CQ_WRONG_TYPE, "\"2\" is no TEXT");
	assert_refused("[[\"a\", \"a\"]]", CQ_WRONG_TYPE, "field number: \"a\" is no SMALLINT");
	assert_refused("[[1.5, \"a\"]]", CQ_WRONG_TYPE, "no SMALLINT");
	assert_refused("[[40000, \"a\"]]", CQ_OUT_OF_RANGE, "\"40000\" is no SMALLINT");
	assert_refused("[[null, \"a\"]]", CQ_NULL_VALUE, "cannot hold it");
	assert_refused("[[1, \"a\\u0000b\"]]", CQ_BAD_TEXT, "escape");
	assert_refused("[[1, \"\\ud800\"]]", CQ_BAD_TEXT, "escape");
	assert_refused("[[1, \"\\ud800\\u0041\"]]", CQ_BAD_TEXT, "escape");
	assert_refused("[[1, \"\\x\"]]", CQ_BAD_TEXT, "escape");
	assert_refused("[[1, \"\\u12\"]]", CQ_BAD_TEXT, "escape");
	assert_refused("[[1, \"\xff\"]]", CQ_BAD_TEXT, "UTF-8");
}

static void each_allocation_may_fail(void **state)
{
	(void)state;
	static const char json[] = "[" ROW_1 ", " ROW_2 "]";
	for (size_t n = 1; n < 100; n++) {
		cq__arena *const arena = cq__arena_create(64);
		cq_any_list list;
		cq__alloc_fail_from((long)n);
		const cq_status status = cq__row_list_parse(json, sizeof json - 1, &everything, arena, &list, NULL);
		cq__alloc_fail_from(0);
		cq__arena_destroy(arena);
		if (status == CQ_OK) {
			assert_true(n > 1);
			return;
		}
		assert_int_equal(status, CQ_NO_MEMORY);
		assert_null(list.items);
	}
	fail_msg("it never succeeds");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_type_is_read),
		cmocka_unit_test(lists_grow),
		cmocka_unit_test(what_is_no_list_is_refused),
		cmocka_unit_test(each_allocation_may_fail),
	};
	return cmocka_run_group_tests_name("rows out of JSON", tests, NULL, NULL);
}
