/* session_key_test.c: one object a row, whatever the type of its key is, and however the program writes a key.
 */
#include "one_session.h"

#include <math.h>

#define texts_COLUMNS(COLUMN)                    \
	COLUMN(k, TEXT, PRIMARY_KEY)                 \
	COLUMN(v, INTEGER)
#define decimals_COLUMNS(COLUMN)                 \
	COLUMN(k, DECIMAL(10, 2), PRIMARY_KEY)       \
	COLUMN(v, INTEGER)
#define blobs_COLUMNS(COLUMN)                    \
	COLUMN(k, BYTES, PRIMARY_KEY)                \
	COLUMN(v, INTEGER)
#define uuids_COLUMNS(COLUMN)                    \
	COLUMN(k, UUID, PRIMARY_KEY)                 \
	COLUMN(v, INTEGER)
#define doubles_COLUMNS(COLUMN)                  \
	COLUMN(k, DOUBLE, PRIMARY_KEY)               \
	COLUMN(v, INTEGER)
#define reals_COLUMNS(COLUMN)                    \
	COLUMN(k, REAL, PRIMARY_KEY)                 \
	COLUMN(v, INTEGER)
#define moments_COLUMNS(COLUMN)                  \
	COLUMN(k, TIMESTAMP, PRIMARY_KEY)            \
	COLUMN(v, INTEGER)
#define spans_COLUMNS(COLUMN)                    \
	COLUMN(k, INTERVAL, PRIMARY_KEY)             \
	COLUMN(v, INTEGER)
#define flags_COLUMNS(COLUMN)                    \
	COLUMN(k, BOOLEAN, PRIMARY_KEY)              \
	COLUMN(v, INTEGER)

CQ_MODEL(Text, texts)
CQ_MODEL(Decimal, decimals)
CQ_MODEL(Blob, blobs)
CQ_MODEL(Uuid, uuids)
CQ_MODEL(Double, doubles)
CQ_MODEL(Real, reals)
CQ_MODEL(Moment, moments)
CQ_MODEL(Span, spans)
CQ_MODEL(Flag, flags)

static int open_keys(void **state)
{
	(void)state;
	return one_session_open((const cq_table *const[]){ CQ_TABLE(texts), CQ_TABLE(decimals), CQ_TABLE(blobs), CQ_TABLE(uuids),
		CQ_TABLE(doubles), CQ_TABLE(reals), CQ_TABLE(moments), CQ_TABLE(spans), CQ_TABLE(flags) }, 9);
}

/* Rows with these keys: written, found in the session and by a statement, changed, read again, found again, deleted. */
#define CHECK_KEYS(S, t, ...)                                                                                     \
	do {                                                                                                      \
		S given[] = { __VA_ARGS__ };                                                                      \
		enum { COUNT_OF_KEYS = sizeof given / sizeof *given };                                            \
		S *found, *again;                                                                                 \
		cq_objects(S) all;                                                                                \
		MUST(cq_add_all(session, S, given, COUNT_OF_KEYS));                                               \
		MUST(cq_commit(session));                                                                         \
		forget_sent();                                                                                    \
		for (int i = 0; i < COUNT_OF_KEYS; i++) {                                                         \
			MUST(cq_get(session, S, &found, given[i].k));                                             \
			assert_ptr_equal(found, &given[i]);                                                       \
			given[i].v = i + 1;                                                                       \
		}                                                                                                 \
		assert_sent("");                                                                                  \
		MUST(cq_all(session, S, &all, SQL(SELECT_ALL(t), FROM(t))));                                      \
		assert_int_equal(all.count, COUNT_OF_KEYS);                                                       \
		for (size_t i = 0; i < all.count; i++)                                                            \
			assert_true(all.items[i] >= given && all.items[i] < given + COUNT_OF_KEYS);               \
		cq_free(&all);                                                                                    \
		MUST(cq_commit(session));                                                                         \
		session_again();                                                                                  \
		for (int i = 0; i < COUNT_OF_KEYS; i++) {                                                         \
			MUST(cq_get(session, S, &found, given[i].k));                                             \
			assert_non_null(found);                                                                   \
			assert_int_equal(found->v, i + 1);                                                        \
			assert_sent("SELECT");                                                                    \
			MUST(cq_get(session, S, &again, given[i].k));                                             \
			assert_ptr_equal(again, found);                                                           \
			assert_sent("");                                                                          \
		}                                                                                                 \
		MUST(cq_all(session, S, &all, SQL(SELECT_ALL(t), FROM(t))));                                      \
		for (size_t i = 0; i < all.count; i++)                                                            \
			MUST(cq_delete(session, all.items[i]));                                                   \
		cq_free(&all);                                                                                    \
		MUST(cq_commit(session));                                                                         \
		assert_int_equal(seen(STATEMENT(SQL(SELECT(COUNT(t.v)), FROM(t)))), 0);                           \
	} while (0)

static void texts_and_bytes(void **state)
{
	(void)state;
	CHECK_KEYS(Text, texts, { .k = "a" }, { .k = "a " }, { .k = "A" }, { .k = "" }, { .k = " " }, { .k = "\xc3\xa4" },
		{ .k = "a\xcc\x88" }, { .k = "a\t" });
	CHECK_KEYS(Blob, blobs, { .k = { "a\0b", 3 } }, { .k = { "a\0c", 3 } }, { .k = { "a", 1 } }, { .k = { "a\0", 2 } }, { .k = { "", 0 } },
		{ .k = { "\0", 1 } });
	CHECK_KEYS(Uuid, uuids, { .k = { { 0 } } }, { .k = { { 1 } } }, { .k = { { [15] = 1 } } });
}

static void numbers(void **state)
{
	(void)state;
	CHECK_KEYS(Decimal, decimals, { .k = { 5, 0 } }, { .k = { 50, 0 } }, { .k = { 505, 2 } }, { .k = { -5, 1 } }, { .k = { 0, 0 } });
	CHECK_KEYS(Double, doubles, { .k = 0.1 }, { .k = -0.0 }, { .k = 1e308 }, { .k = INFINITY }, { .k = -INFINITY });
	CHECK_KEYS(Real, reals, { .k = 0.1F }, { .k = -0.0F }, { .k = 1e38F }, { .k = 16777216.0F });
	CHECK_KEYS(Flag, flags, { .k = true }, { .k = false });
}

static void times(void **state)
{
	(void)state;
	CHECK_KEYS(Moment, moments, { .k = { 0 } }, { .k = { INT64_MAX } }, { .k = { INT64_MIN } }, { .k = { -1 } }, { .k = { 1 } });
	CHECK_KEYS(Span, spans, { .k = { 1, 0, 0 } }, { .k = { 0, 31, 0 } }, { .k = { 0, 0, 1 } }, { .k = { -1, 2, -3 } });
}

/* A number is its key however it is written: with another scale, as an integer, as a double. */
static void ways_of_writing_a_number(void **state)
{
	(void)state;
	Decimal five = { .k = { 500, 2 } }, *found;
	Real tenth = { .k = 0.1F }, *real;
	MUST(cq_add(session, Decimal, &five));
	MUST(cq_add(session, Real, &tenth));
	MUST(cq_commit(session));
	forget_sent();
	MUST(cq_get(session, Decimal, &found, 5));
	assert_ptr_equal(found, &five);
	MUST(cq_get(session, Decimal, &found, ((cq_decimal){ 50, 1 })));
	assert_ptr_equal(found, &five);
	MUST(cq_get(session, Real, &real, 0.1));
	assert_ptr_equal(real, &tenth);
	/* No change either. */
	five.k = (cq_decimal){ 5, 0 };
	MUST(cq_flush(session));
	assert_sent("");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_keys, one_session_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(texts_and_bytes),
		TEST(numbers),
		TEST(times),
		TEST(ways_of_writing_a_number),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
