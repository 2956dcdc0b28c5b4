/* random_expression/things.c: the rows of the table.
 *
 * It knows nothing of expressions or databases. See things.h.
 */
#include "things.h"

#include <stdlib.h>
#include <string.h>

Thing thing_rows[THING_COUNT];

#define SOME(...) { .present = true, .value = __VA_ARGS__ }
#define NONE { .present = false }

typedef struct line {
	cq_opt_int64 parent_id;
	int16_t small;
	cq_opt_int32 votes;
	int32_t size;
	cq_opt_int64 big;
	cq_opt_double ratio;
	double weight;
	const char *price, *discount, *name, *note, *code, *data, *day, *due, *clock, *moment, *until, *span, *token, *document, *tags;
	Mood mood;
	cq_opt_enum feeling;
	bool flag;
	cq_opt_bool maybe;
} line;

static const line lines[THING_COUNT] = {
	{ NONE, 0, SOME(3), 10, SOME(5000000), SOME(0.5), 1.0, "10.00", "0.125", "ann", "it's a note", "abcd", "abc", "2024-02-29", "2024-03-31",
		"23:59:59.123456", "2024-02-29 23:59:59.123456", "2024-03-01 00:00:00", "P1Y2M3DT4H5M6.000007S", "00000000-0000-0000-0000-000000000001",
		"{\"a\": 1, \"b\": \"text\", \"c\": [1, \"x\", null, true, 2.5], \"n\": null, \"t\": true, \"d\": {\"a\": \"deep\"}}", "[\"red\", \"green\"]",
		MOOD_CALM, SOME(MOOD_ODD), true, SOME(true) },
	{ SOME(1), -3, SOME(-7), 0, NONE, SOME(-2.25), 0.125, "9.75", NULL, "Bob", NULL, "Cdef", NULL, "1969-12-31", NULL,
		"00:00:00", "1969-12-31 23:59:58", "1970-01-01 00:00:01.5", NULL, "123e4567-e89b-12d3-a456-426614174000", NULL, "[]",
		MOOD_MERRY, NONE, false, NONE },
	{ SOME(1), 7, NONE, -4, SOME(-12), NONE, -3.5, "-0.25", "-1.500", "", "", NULL, "", "2000-01-01", "2000-12-31",
		NULL, "2000-01-01 00:00:00", NULL, "P3D", NULL, "{}", "[1, 2, 3]",
		MOOD_ODD, SOME(MOOD_CALM), true, SOME(false) },
	{ SOME(2), 40, SOME(0), 7, SOME(0), SOME(1024.75), 2.5, "0.00", "12.000", "100%_sure!", "x%y_z!", "it's", "\x01\xff'", "1999-12-31", "1900-03-01",
		"12:30:00.5", "1999-12-31 12:30:00.500000", "1999-12-31 12:30:00.499999", "-P1M", "ffffffff-0000-4000-8000-00000000000a",
		"[1, [2, {\"a\": null}], \"\\u00e9\\\"q\\\\\"]", "[null]",
		MOOD_CALM, SOME(MOOD_MERRY), false, SOME(true) },
	{ SOME(3), 1, SOME(12), 1, SOME(77), SOME(0.0), 0.75, "99999.50", "0.250", "\xC3\xA9t\xC3\xA9 \xE2\x82\xAC", "\xF0\x9F\x98\x80 smile", "\xC3\xA9t\xC3\xA9s", "x", "2023-01-31", "2023-02-28",
		"00:00:01", "2023-01-31 10:00:00.000001", "2023-02-28 10:00:00", "PT1.5S", NULL, "{\"a\": -2.5, \"\xC3\xA9\": {\"b c\": [true]}, \"b\": \"\"}", "[true, false]",
		MOOD_MERRY, SOME(MOOD_MERRY), true, NONE },
	{ NONE, -40, SOME(3), -9, SOME(123456789), SOME(-0.5), 16.0, "-7.50", NULL, "  padded  both", " blanks  inside ", "zz z", "\xe2\x82\xac", "2024-12-30", "2025-01-01",
		"18:45:12.000001", "2024-12-30 18:45:12", "2025-01-01 00:00:00", "P2W", "00000000-0000-0000-0000-0000000000ff", "{\"t\": false, \"a\": 1}", "[[1, 2], {\"a\": 3}]",
		MOOD_ODD, NONE, false, SOME(false) },
	{ SOME(4), 12, NONE, 25, NONE, NONE, -0.5, "2.25", "2.250", "Ann", "ann", "ABCD", NULL, "1900-02-28", NULL,
		NULL, "1900-02-28 00:00:00", NULL, NULL, NULL, NULL, "[\"a\", \"b\", \"c\", \"d\"]",
		MOOD_CALM, SOME(MOOD_CALM), true, SOME(true) },
	{ SOME(7), 3, SOME(3), 10, SOME(5000000), SOME(0.5), 1.0, "10.00", "0.125", "ann", "it's a note", "abcd", "abc", "2024-02-29", "2024-02-29",
		"23:59:59.123456", "2024-02-29 23:59:59.123456", "2024-02-29 23:59:59.123456", "PT0S", "00000000-0000-0000-0000-000000000001", "{\"a\": \"1\"}", "[0]",
		MOOD_MERRY, SOME(MOOD_ODD), false, NONE },
	{ SOME(8), -1, SOME(100), 100, SOME(-5000000), SOME(3.0), 8.25, "1234.50", "-0.125", "zebra", "Zoo", NULL, "ABC", "2030-06-15", "2030-06-14",
		"06:15:30.25", "2030-06-15 06:15:30.250000", "2031-06-15 06:15:30.250000", "P1Y", "abcdefab-cdef-abcd-efab-cdefabcdefab", "{\"c\": [], \"b\": \"it's\"}", "[\"x\"]",
		MOOD_ODD, SOME(MOOD_ODD), true, SOME(true) },
};

static void must(cq_status status)
{
	if (status != CQ_OK)
		abort();
}

static cq_decimal decimal_of(const char *text)
{
	cq_decimal value;
	must(cq_decimal_parse(text, &value));
	return value;
}

static void fill_times(Thing *thing, const line *from)
{
	must(cq_date_parse(from->day, &thing->day));
	must(cq_timestamp_parse(from->moment, &thing->moment));
	thing->due.present = from->due != NULL;
	thing->clock.present = from->clock != NULL;
	thing->until.present = from->until != NULL;
	thing->span.present = from->span != NULL;
	thing->token.present = from->token != NULL;
	if (from->due != NULL)
		must(cq_date_parse(from->due, &thing->due.value));
	if (from->clock != NULL)
		must(cq_time_parse(from->clock, &thing->clock.value));
	if (from->until != NULL)
		must(cq_timestamp_parse(from->until, &thing->until.value));
	if (from->span != NULL)
		must(cq_interval_parse(from->span, &thing->span.value));
	if (from->token != NULL)
		must(cq_uuid_parse(from->token, &thing->token.value));
}

static void fill(Thing *thing, const line *from, int64_t id)
{
	*thing = (Thing){ .id = id };
	thing->parent_id = from->parent_id;
	thing->small = from->small;
	thing->votes = from->votes;
	thing->size = from->size;
	thing->big = from->big;
	thing->ratio = from->ratio;
	thing->weight = from->weight;
	thing->single = (float)from->weight;
	thing->price = decimal_of(from->price);
	if (from->discount != NULL)
		thing->discount = (cq_opt_decimal){ true, decimal_of(from->discount) };
	thing->name = from->name;
	thing->note = from->note;
	thing->code = from->code;
	thing->data = (cq_bytes){ from->data, from->data != NULL ? strlen(from->data) : 0 };
	thing->document = from->document;
	thing->tags = from->tags;
	thing->mood = from->mood;
	thing->feeling = from->feeling;
	thing->flag = from->flag;
	thing->maybe = from->maybe;
	fill_times(thing, from);
}

void things_fill(void)
{
	for (int i = 0; i < THING_COUNT; i++)
		fill(&thing_rows[i], &lines[i], i + 1);
}
