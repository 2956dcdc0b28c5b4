/* tests/conform/types_test.c: every type in each of its stored forms: inserted one by one and by thousands, read back, compared
 * and looked for in arrays, all through the driver of the database that the run is about.
 */
#include "conform/shop.h"
#include "support/database.h"

#define Mood_VALUES(VALUE) VALUE(MOOD_GLAD, "glad") VALUE(MOOD_SO, "so-so") VALUE(MOOD_SAD, "sad \"and\" \\ tired")
CQ_ENUM(Mood)

#define plain_COLUMNS(COLUMN)            \
	COLUMN(id, BIGINT, PRIMARY_KEY)      \
	COLUMN(flag, BOOLEAN)                \
	COLUMN(small, SMALLINT)              \
	COLUMN(middle, INTEGER)              \
	COLUMN(single, REAL)                 \
	COLUMN(real, DOUBLE)                 \
	COLUMN(price, DECIMAL(12, 3))        \
	COLUMN(body, TEXT)                   \
	COLUMN(label, VARCHAR(20))           \
	COLUMN(code, CHAR(6))                \
	COLUMN(raw, BYTES)                   \
	COLUMN(day, DATE)                    \
	COLUMN(hour, TIME)                   \
	COLUMN(moment, TIMESTAMP)            \
	COLUMN(span, INTERVAL)               \
	COLUMN(number, UUID)                 \
	COLUMN(document, JSON)               \
	COLUMN(mood, ENUM(Mood))
#define stored_COLUMNS(COLUMN)                                   \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(price_text, DECIMAL(12, 3), STORED_AS(TEXT))          \
	COLUMN(price_integer, DECIMAL(12, 3), STORED_AS(INTEGER))    \
	COLUMN(price_real, DECIMAL(12, 3), STORED_AS(REAL))          \
	COLUMN(day_text, DATE, STORED_AS(TEXT))                      \
	COLUMN(day_integer, DATE, STORED_AS(INTEGER))                \
	COLUMN(hour_text, TIME, STORED_AS(TEXT))                     \
	COLUMN(hour_integer, TIME, STORED_AS(INTEGER))               \
	COLUMN(moment_text, TIMESTAMP, STORED_AS(TEXT))              \
	COLUMN(moment_integer, NULLABLE(TIMESTAMP), STORED_AS(INTEGER)) \
	COLUMN(number_text, UUID, STORED_AS(TEXT))                   \
	COLUMN(number_bytes, UUID, STORED_AS(BYTES))                 \
	COLUMN(mood_text, ENUM(Mood), STORED_AS(TEXT))               \
	COLUMN(mood_integer, NULLABLE(ENUM(Mood)), STORED_AS(INTEGER))
CQ_MODEL(Plain, plain)
CQ_MODEL(Stored, stored)

static int open_types(void **state)
{
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	const cq_table *const tables[] = { cq_target_Plain.target.descriptor, cq_target_Stored.target.descriptor };
	MUST(cq_create_all(db, tables, 2));
	return 0;
}

static cq_uuid uuid_of(int64_t i)
{
	return (cq_uuid){ { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, (uint8_t)(i >> 8), (uint8_t)i } };
}

static Plain plain_of(int64_t i)
{
	static const Mood moods[] = { MOOD_GLAD, MOOD_SO, MOOD_SAD };
	return (Plain){ .id = i, .flag = i % 2 != 0, .small = (int16_t)-i, .middle = (int32_t)i * 100000, .single = (float)i / 4,
		.real = (double)i / 10, .price = { i * 1001, 3 }, .body = i % 3 != 0 ? "it's \xc3\xa4 \"body\"" : "", .label = "label", .code = "sixsix",
		.raw = { "\0\1\2", (size_t)(i % 4) }, .day = { (int32_t)i * 30 }, .hour = { i * 1000001 }, .moment = { i * INT64_C(86400000001) },
		.span = { (int32_t)i, 3, -i }, .number = uuid_of(i), .document = "{\"a\": [1, 2]}", .mood = moods[i % 3] };
}

static Stored stored_of(int64_t i)
{
	const Plain same = plain_of(i);
	return (Stored){ .id = i, .price_text = same.price, .price_integer = same.price, .price_real = same.price, .day_text = same.day,
		.day_integer = same.day, .hour_text = same.hour, .hour_integer = same.hour, .moment_text = same.moment,
		.moment_integer = { i % 5 != 0, i % 5 != 0 ? same.moment : (cq_timestamp){ 0 } }, .number_text = same.number,
		.number_bytes = same.number, .mood_text = same.mood, .mood_integer = { i % 7 != 0, i % 7 != 0 ? (int)same.mood : 0 } };
}

static void check_plain(const Plain *a)
{
	const Plain b = plain_of(a->id);
	assert_true(a->flag == b.flag && a->small == b.small && a->middle == b.middle && a->single == b.single && a->real == b.real);
	assert_true(a->price.coefficient == b.price.coefficient && a->price.scale == 3);
	assert_string_equal(a->body, b.body);
	assert_string_equal(a->label, b.label);
	assert_string_equal(a->code, b.code);
	assert_int_equal(a->raw.size, b.raw.size);
	assert_non_null(a->raw.data);
	assert_memory_equal(a->raw.data, b.raw.data, b.raw.size);
	assert_true(a->day.days == b.day.days && a->hour.microseconds == b.hour.microseconds && a->moment.microseconds == b.moment.microseconds);
	assert_true(a->span.months == b.span.months && a->span.days == b.span.days && a->span.microseconds == b.span.microseconds);
	assert_memory_equal(&a->number, &b.number, sizeof b.number);
	assert_string_equal(a->document, b.document);
	assert_int_equal(a->mood, b.mood);
}

static void check_stored(const Stored *a)
{
	const Stored b = stored_of(a->id);
	assert_true(a->price_text.coefficient == b.price_text.coefficient && a->price_integer.coefficient == b.price_text.coefficient &&
		a->price_real.coefficient == b.price_text.coefficient);
	assert_true(a->day_text.days == b.day_text.days && a->day_integer.days == b.day_text.days);
	assert_true(a->hour_text.microseconds == b.hour_text.microseconds && a->hour_integer.microseconds == b.hour_text.microseconds);
	assert_int_equal(a->moment_text.microseconds, b.moment_text.microseconds);
	assert_true(a->moment_integer.present == b.moment_integer.present &&
		a->moment_integer.value.microseconds == b.moment_integer.value.microseconds);
	assert_memory_equal(&a->number_text, &b.number_text, sizeof b.number_text);
	assert_memory_equal(&a->number_bytes, &b.number_text, sizeof b.number_text);
	assert_true(a->mood_text == b.mood_text && a->mood_integer.present == b.mood_integer.present && a->mood_integer.value == b.mood_integer.value);
}

/* One, a statement of values, and what goes as arrays or as COPY. */
static void objects_come_back(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const int64_t counts[] = { 1, 2, 7, 5000 };
	enum { MOST = 5000 };
	static Plain plains[MOST];
	static Stored storeds[MOST];
	for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(plain), ALL_ROWS)));
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(stored), ALL_ROWS)));
		for (int64_t i = 0; i < counts[c]; i++) {
			plains[i] = plain_of(i + 1);
			storeds[i] = stored_of(i + 1);
		}
		MUST(cq_insert_many(db, Plain, plains, (size_t)counts[c]));
		MUST(cq_insert_many(db, Stored, storeds, (size_t)counts[c]));
		cq_rows(Plain) plain_rows;
		MUST(cq_all(db, Plain, &plain_rows, SQL(SELECT_ALL(plain), FROM(plain), ORDER_BY(plain.id))));
		assert_int_equal(plain_rows.count, counts[c]);
		for (size_t i = 0; i < plain_rows.count; i++)
			check_plain(&plain_rows.items[i]);
		cq_free(&plain_rows);
		cq_rows(Stored) stored_rows;
		MUST(cq_all(db, Stored, &stored_rows, SQL(SELECT_ALL(stored), FROM(stored), ORDER_BY(stored.id))));
		assert_int_equal(stored_rows.count, counts[c]);
		for (size_t i = 0; i < stored_rows.count; i++)
			check_stored(&stored_rows.items[i]);
		cq_free(&stored_rows);
	}
}

static int with_six(void **state)
{
	open_types(state);
	cq_connection *const db = ((shop *)*state)->db;
	Plain plains[6];
	Stored storeds[6];
	for (int64_t i = 0; i < 6; i++) {
		plains[i] = plain_of(i + 1);
		storeds[i] = stored_of(i + 1);
	}
	MUST(cq_insert_many(db, Plain, plains, 6));
	MUST(cq_insert_many(db, Stored, storeds, 6));
	return 0;
}

static int64_t count_of(cq_connection *db, cq_statement statement)
{
	int64_t count = -1;
	MUST(cq_scalar(db, &count, statement));
	return count;
}

#define COUNTS(wanted, table, ...) \
	assert_int_equal(count_of(db, CQ_STATEMENT(SQL(SELECT(COUNT((table).id)), FROM(table), WHERE(__VA_ARGS__)))), wanted)

static void values_are_compared(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const Plain two = plain_of(2);
	COUNTS(3, plain, plain.flag);
	COUNTS(3, plain, EQ(plain.flag, false));
	COUNTS(1, plain, EQ(plain.small, -2));
	COUNTS(1, plain, EQ(plain.middle, (int64_t)200000));
	COUNTS(1, plain, EQ(plain.single, 0.5f));
	COUNTS(1, plain, EQ(plain.real, 0.2));
	COUNTS(1, plain, EQ(plain.price, two.price));
	COUNTS(1, plain, EQ(plain.price, cq_decimal_constant("2.00200")));
	COUNTS(4, plain, GT(plain.price, cq_decimal_constant("2.50001")));
	COUNTS(2, plain, LT(plain.price, 3));
	COUNTS(4, plain, EQ(plain.body, two.body));
	COUNTS(4, plain, CONTAINS(plain.body, "\"body"));
	COUNTS(6, plain, EQ(plain.code, "sixsix"));
	COUNTS(1, plain, EQ(plain.raw, ((cq_bytes){ "\0\1\2", 3 })));
	COUNTS(1, plain, EQ(plain.day, two.day));
	COUNTS(1, plain, EQ(plain.hour, two.hour));
	COUNTS(4, plain, GT(plain.moment, two.moment));
	COUNTS(1, plain, EQ(plain.number, two.number));
	COUNTS(2, plain, EQ(plain.mood, MOOD_SAD));
	COUNTS(1, stored, EQ(stored.price_text, two.price));
	COUNTS(1, stored, EQ(stored.price_integer, two.price));
	COUNTS(1, stored, EQ(stored.price_real, two.price));
	COUNTS(1, stored, EQ(stored.day_text, two.day));
	COUNTS(1, stored, EQ(stored.day_integer, two.day));
	COUNTS(1, stored, EQ(stored.hour_text, two.hour));
	COUNTS(1, stored, EQ(stored.hour_integer, two.hour));
	COUNTS(1, stored, EQ(stored.moment_text, two.moment));
	COUNTS(1, stored, EQ(stored.moment_integer, two.moment));
	COUNTS(1, stored, EQ(stored.number_text, two.number));
	COUNTS(1, stored, EQ(stored.number_bytes, two.number));
	COUNTS(2, stored, EQ(stored.mood_text, MOOD_SAD));
	COUNTS(2, stored, EQ(stored.mood_integer, MOOD_SAD));
}

static void values_are_looked_for_in_arrays(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const Plain two = plain_of(2), five = plain_of(5);
	const int16_t smalls[] = { -2, -5, 7 };
	const int32_t middles[] = { 200000, 500000 };
	const int64_t large[] = { -2, INT64_MAX, -5 };
	const double reals[] = { 0.2, 0.5 };
	const cq_decimal prices[] = { two.price, five.price };
	const char *const texts[] = { "nothing", two.body };
	const char *const codes[] = { "sixsix" };
	const cq_date days[] = { two.day, five.day };
	const cq_time hours[] = { two.hour, five.hour };
	const cq_timestamp moments[] = { two.moment, five.moment };
	const cq_uuid numbers[] = { two.number, five.number };
	const Mood moods[] = { MOOD_SAD, MOOD_GLAD };
	COUNTS(2, plain, IN_ARRAY(plain.small, smalls, 3));
	COUNTS(2, plain, IN_ARRAY(plain.small, large, 3));
	COUNTS(2, plain, IN_ARRAY(plain.middle, middles, 2));
	COUNTS(4, plain, NOT_IN_ARRAY(plain.middle, middles, 2));
	COUNTS(2, plain, IN_ARRAY(plain.real, reals, 2));
	COUNTS(2, plain, IN_ARRAY(plain.price, prices, 2));
	COUNTS(4, plain, IN_ARRAY(plain.body, texts, 2));
	COUNTS(6, plain, IN_ARRAY(plain.code, codes, 1));
	COUNTS(2, plain, IN_ARRAY(plain.day, days, 2));
	COUNTS(2, plain, IN_ARRAY(plain.hour, hours, 2));
	COUNTS(2, plain, IN_ARRAY(plain.moment, moments, 2));
	COUNTS(2, plain, IN_ARRAY(plain.number, numbers, 2));
	COUNTS(4, plain, IN_ARRAY(plain.mood, moods, 2));
	COUNTS(0, plain, IN_ARRAY(plain.mood, moods, 0));
	COUNTS(2, stored, IN_ARRAY(stored.price_text, prices, 2));
	COUNTS(2, stored, IN_ARRAY(stored.price_integer, prices, 2));
	COUNTS(2, stored, IN_ARRAY(stored.day_text, days, 2));
	COUNTS(2, stored, IN_ARRAY(stored.day_integer, days, 2));
	COUNTS(2, stored, IN_ARRAY(stored.hour_integer, hours, 2));
	COUNTS(2, stored, IN_ARRAY(stored.moment_text, moments, 2));
	COUNTS(2, stored, IN_ARRAY(stored.number_text, numbers, 2));
	COUNTS(4, stored, IN_ARRAY(stored.mood_text, moods, 2));
	COUNTS(4, stored, IN_ARRAY(stored.mood_integer, moods, 2));
}

static void what_does_not_fit_is_refused(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Plain one = plain_of(100);
	one.label = "more than twenty characters";
	assert_int_equal(cq_insert(db, Plain, &one), CQ_TOO_LARGE);
	assert_string_equal(cq_last_error(db)->column, "label");
	one = plain_of(100);
	one.price = (cq_decimal){ 12345, 4 };
	assert_int_equal(cq_insert(db, Plain, &one), CQ_OUT_OF_RANGE);
	one = plain_of(100);
	one.body = "\xff";
	assert_int_equal(cq_insert(db, Plain, &one), CQ_BAD_TEXT);
	one = plain_of(100);
	one.body = NULL;
	assert_int_equal(cq_insert(db, Plain, &one), CQ_NULL_VALUE);
	one = plain_of(100);
	one.hour.microseconds = -1;
	assert_int_equal(cq_insert(db, Plain, &one), CQ_OUT_OF_RANGE);
	/* The connection is as it was. */
	one = plain_of(100);
	MUST(cq_insert(db, Plain, &one));
	COUNTS(7, plain, GT(plain.id, 0));
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(objects_come_back, open_types, shop_close),
		cmocka_unit_test_setup_teardown(values_are_compared, with_six, shop_close),
		cmocka_unit_test_setup_teardown(values_are_looked_for_in_arrays, with_six, shop_close),
		cmocka_unit_test_setup_teardown(what_does_not_fit_is_refused, with_six, shop_close),
	};
	return cmocka_run_group_tests_name("types", tests, NULL, NULL);
}
