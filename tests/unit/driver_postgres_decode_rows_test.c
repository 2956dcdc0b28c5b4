/* unit/driver_postgres_decode_rows_test.c: how the rows of a result become an array of structs with objects behind them, and what
 * is left of them when one fails.
 *
 * It knows nothing of connections and of the executor: decode plans are made by hand.
 */
#include "driver_postgres_decode_kit.h"

typedef struct inner {
	int32_t id;
	const char *name;
} inner;

typedef struct row {
	int64_t number;
	const char *text;
	inner *first;
	inner *second;
	int32_t unset;
} row;

static const cq__decode row_columns[] = {
	{ .column = 0, .offset = offsetof(row, number), .type = CQ_TYPE_BIGINT, .name = "number" },
	{ .column = 1, .offset = offsetof(row, text), .type = CQ_TYPE_TEXT, .nullable = 1, .name = "text" },
	{ .column = 2, .offset = offsetof(inner, id), .type = CQ_TYPE_INTEGER, .object = 1, .name = "first_id" },
	{ .column = 3, .offset = offsetof(inner, name), .type = CQ_TYPE_TEXT, .nullable = 1, .object = 1, .name = "first_name" },
	{ .column = 4, .offset = offsetof(inner, id), .type = CQ_TYPE_INTEGER, .object = 2, .name = "second_id" },
	{ .column = 5, .offset = offsetof(inner, name), .type = CQ_TYPE_TEXT, .nullable = 1, .object = 2, .name = "second_name" },
};

static const cq__decode_object row_objects[] = {
	{ .offset = offsetof(row, first), .size = sizeof(inner), .first = 2, .last = 4, .key_first = 2, .has_key = 1, .nullable = 1 },
	{ .offset = offsetof(row, second), .size = sizeof(inner), .first = 4, .last = 6, .nullable = 1 },
};

static const cq__decode_plan row_plan = { .row_size = sizeof(row), .column_count = 6, .object_count = 2, .result_columns = 6,
	.columns = row_columns, .objects = row_objects, .name = "Row" };

static const char row_sql[] = "SELECT n::int8 AS number, CASE WHEN n % 3 <> 0 THEN 'text ' || n END AS text, "
	"CASE WHEN n % 2 = 0 THEN n::int4 END AS first_id, 'first ' || n AS first_name, "
	"CASE WHEN n % 5 = 0 THEN n::int4 END AS second_id, CASE WHEN n % 5 = 0 THEN 'second' END AS second_name "
	"FROM generate_series(1, 1000) AS n";

static void check_row(const row *at, int64_t n)
{
	char text[32];
	assert_int_equal(at->number, n);
	(void)snprintf(text, sizeof text, "text %d", (int)n);
	if (n % 3 != 0)
		assert_string_equal(at->text, text);
	else
		assert_null(at->text);
	(void)snprintf(text, sizeof text, "first %d", (int)n);
	if (n % 2 == 0) {
		assert_int_equal(at->first->id, n);
		assert_string_equal(at->first->name, text);
	} else {
		assert_null(at->first);
	}
	if (n % 5 == 0)
		assert_string_equal(at->second->name, "second");
	else
		assert_null(at->second);
	assert_int_equal(at->unset, 0);
}

static void test_rows_with_objects(void **state)
{
	NEEDS_SERVER;
	PGresult *const result = kit_rows(row_sql, NULL, NULL);
	cq__pg_decoder decoder = { 0 };
	cq__request request = { .plan = &row_plan, .sink = CQ__SINK_ARRAY };
	assert_int_equal(decode_all(&decoder, result, &request), CQ_OK);
	assert_int_equal(request.item_count, 1000);
	assert_int_equal(request.rows_seen, 1000);
	for (int i = 0; i < 1000; i++)
		check_row((const row *)request.items + i, i + 1);
	/* The same again goes on behind them. */
	assert_int_equal(decode_all(&decoder, result, &request), CQ_OK);
	assert_int_equal(request.item_count, 2000);
	check_row((const row *)request.items + 1999, 1000);
	check_row((const row *)request.items, 1);
	/* One row, as a stream takes it. */
	row one;
	memset(&one, 0xa5, sizeof one);
	assert_int_equal(cq__pg_decoder_fit(&decoder, result, &row_plan, NULL), CQ_OK);
	assert_int_equal(cq__pg_decode_row(&decoder, result, 9, 10, kept, NULL, &one), CQ_OK);
	check_row(&one, 10);
	cq__pg_decoder_release(&decoder);
	PQclear(result);
}

typedef struct sparse {
	cq_opt_int64 big;
	cq_opt_bool flag;
	cq_opt_uuid uuid;
	cq_opt_int16 small;
	cq_opt_double real;
	cq_opt_int32 number;
} sparse;

static const cq__decode sparse_columns[] = {
	{ .column = 0, .offset = offsetof(sparse, big), .type = CQ_TYPE_BIGINT, .nullable = 1, .name = "big" },
	{ .column = 1, .offset = offsetof(sparse, flag), .type = CQ_TYPE_BOOLEAN, .nullable = 1, .name = "flag" },
	{ .column = 2, .offset = offsetof(sparse, uuid), .type = CQ_TYPE_UUID, .nullable = 1, .name = "uuid" },
	{ .column = 3, .offset = offsetof(sparse, small), .type = CQ_TYPE_SMALLINT, .nullable = 1, .name = "small" },
	{ .column = 4, .offset = offsetof(sparse, real), .type = CQ_TYPE_DOUBLE, .nullable = 1, .name = "real" },
	{ .column = 5, .offset = offsetof(sparse, number), .type = CQ_TYPE_INTEGER, .nullable = 1, .name = "number" },
};

/* Whether column k of row n is NULL: each pattern of six comes, also a row of nothing else. */
static bool is_sparse(int64_t n, int k)
{
	return (n * 37 % 64 >> k & 1) != 0;
}

static void check_sparse(const sparse *at, int64_t n, uint32_t columns)
{
	cq_uuid uuid;
	memset(uuid.bytes, (int)(n % 10) * 0x11, sizeof uuid.bytes);
	assert_true(at->big.present != is_sparse(n, 0) && at->big.value == (at->big.present ? n : 0));
	if (columns < 6)
		return;
	assert_true(at->flag.present != is_sparse(n, 1) && at->flag.value == (at->flag.present && n % 2 != 0));
	assert_true(at->uuid.present != is_sparse(n, 2) && (!at->uuid.present || memcmp(&at->uuid.value, &uuid, sizeof uuid) == 0));
	assert_true(at->small.present != is_sparse(n, 3) && at->small.value == (at->small.present ? n : 0));
	assert_true(at->real.present != is_sparse(n, 4) && at->real.value == (at->real.present ? (double)n / 2 : 0));
	assert_true(at->number.present != is_sparse(n, 5) && at->number.value == (at->number.present ? -n : 0));
}

/* A value of fixed size is mostly known by where the next one stands: NULLs before, between, behind, in results of any length. */
static void test_nulls_anywhere(void **state)
{
	NEEDS_SERVER;
	static const uint32_t widths[] = { 6, 1 };
	for (size_t w = 0; w < COUNT(widths); w++) {
		const cq__decode_plan plan = { .row_size = sizeof(sparse), .column_count = widths[w], .result_columns = widths[w],
			.columns = sparse_columns, .name = "Sparse" };
		cq__pg_decoder decoder = { 0 };
		for (int count = 1; count <= 3000; count = count < 70 ? count + 1 : count * 3) {
			char sql[1024];
			int length = snprintf(sql, sizeof sql, "SELECT CASE WHEN n * 37 %% 64 & 1 = 0 THEN n END");
			if (widths[w] == 6)
				length += snprintf(sql + length, sizeof sql - (size_t)length, ", CASE WHEN n * 37 %% 64 & 2 = 0 THEN n %% 2 <> 0 END, "
					"CASE WHEN n * 37 %% 64 & 4 = 0 THEN repeat((n %% 10)::text, 32)::uuid END, "
					"CASE WHEN n * 37 %% 64 & 8 = 0 THEN n::int2 END, CASE WHEN n * 37 %% 64 & 16 = 0 THEN n / 2.0::float8 END, "
					"CASE WHEN n * 37 %% 64 & 32 = 0 THEN -n::int4 END");
			(void)snprintf(sql + length, sizeof sql - (size_t)length, " FROM generate_series(1::int8, %d) AS n", count);
			PGresult *const result = kit_rows(sql, NULL, NULL);
			cq__request request = { .plan = &plan, .sink = CQ__SINK_ARRAY };
			assert_int_equal(decode_all(&decoder, result, &request), CQ_OK);
			assert_int_equal(request.item_count, count);
			for (int i = 0; i < count; i++)
				check_sparse((const sparse *)request.items + i, i + 1, widths[w]);
			PQclear(result);
		}
		cq__pg_decoder_release(&decoder);
	}
}

static void test_objects_that_must_be_there(void **state)
{
	NEEDS_SERVER;
	cq__decode_object objects[2];
	memcpy(objects, row_objects, sizeof objects);
	objects[1].nullable = 0;
	cq__decode_plan plan = row_plan;
	plan.objects = objects;
	PGresult *const result = kit_rows(row_sql, NULL, NULL);
	cq__pg_decoder decoder = { 0 };
	cq__request request = { .plan = &plan, .sink = CQ__SINK_ARRAY };
	assert_int_equal(decode_all(&decoder, result, &request), CQ_NULL_VALUE);
	assert_string_equal(last_message, "row 1 of Row: object 2 is not there, and may not be absent");
	cq__pg_decoder_release(&decoder);
	PQclear(result);
}

/* Columns are decoded one after the other; the message is of the first row. */
static void test_the_first_row_that_fails_is_named(void **state)
{
	NEEDS_SERVER;
	static const cq__decode columns[] = {
		{ .column = 0, .offset = 0, .type = CQ_TYPE_SMALLINT, .name = "a" },
		{ .column = 1, .offset = 8, .type = CQ_TYPE_TEXT, .name = "b" },
	};
	static const cq__decode_plan plan = { .row_size = 16, .column_count = 2, .result_columns = 2, .columns = columns, .name = "Row" };
	PGresult *const result = kit_rows("SELECT CASE WHEN n = 90 THEN 70000 ELSE n END, CASE WHEN n <> 80 THEN 'text' END "
		"FROM generate_series(1, 200) AS n", NULL, NULL);
	cq__pg_decoder decoder = { 0 };
	cq__request request = { .plan = &plan, .sink = CQ__SINK_ARRAY };
	assert_int_equal(decode_all(&decoder, result, &request), CQ_NULL_VALUE);
	assert_string_equal(last_message, "row 80, Row.b: NULL stands in a field that cannot hold it");
	cq__pg_decoder_release(&decoder);
	PQclear(result);
}

static void test_by_name(void **state)
{
	NEEDS_SERVER;
	cq__decode_plan plan = row_plan;
	plan.by_name = true;
	plan.result_columns = 0;
	PGresult *result = kit_rows("SELECT 'second' AS second_name, 10 AS second_id, 0 AS other, 'first 10' AS first_name, 10 AS first_id, "
		"'text 10' AS \"TEXT\", 10::int8 AS number", NULL, NULL);
	cq__pg_decoder decoder = { 0 };
	cq__request request = { .plan = &plan, .sink = CQ__SINK_ARRAY };
	assert_int_equal(decode_all(&decoder, result, &request), CQ_OK);
	check_row(request.items, 10);
	PQclear(result);
	/* The same types under other names. */
	result = kit_rows("SELECT 'first 10' AS first_name, 10 AS second_id, 0 AS other, 'second' AS second_name, 10 AS first_id, "
		"'text 10' AS text, 10::int8 AS number", NULL, NULL);
	assert_int_equal(decode_all(&decoder, result, &request), CQ_OK);
	check_row((const row *)request.items + 1, 10);
	PQclear(result);
	result = kit_rows("SELECT 1 AS number", NULL, NULL);
	assert_int_equal(decode_all(&decoder, result, &request), CQ_WRONG_TYPE);
	assert_string_equal(last_message, "the result has no column called text, which Row has");
	PQclear(result);
	cq__pg_decoder_release(&decoder);
}

static void test_another_number_of_columns(void **state)
{
	NEEDS_SERVER;
	cq__decode_plan plan = row_plan;
	PGresult *const result = kit_rows("SELECT 1, 'x'", NULL, NULL);
	cq__pg_decoder decoder = { 0 };
	cq__request request = { .plan = &plan, .sink = CQ__SINK_ARRAY };
	assert_int_equal(decode_all(&decoder, result, &request), CQ_WRONG_TYPE);
	assert_string_equal(last_message, "the result has 2 columns where Row has 6");
	plan.result_columns = 0;
	assert_int_equal(decode_all(&decoder, result, &request), CQ_WRONG_TYPE);
	assert_string_equal(last_message, "the result has 2 columns, and Row reads number 3");
	cq__pg_decoder_release(&decoder);
	PQclear(result);
}

/* A prepared statement's columns may change their types behind a change of the schema. */
static void test_columns_that_change(void **state)
{
	NEEDS_SERVER;
	static const cq__decode column = { .type = CQ_TYPE_BIGINT, .name = "n" };
	static const cq__decode_plan plan = { .row_size = 8, .column_count = 1, .result_columns = 1, .columns = &column, .name = "Row" };
	static const char *const texts[] = { "SELECT 7::int8", "SELECT 7::int4", "SELECT 7::numeric", "SELECT 7::int2" };
	cq__pg_decoder decoder = { 0 };
	for (size_t i = 0; i < COUNT(texts); i++) {
		PGresult *const result = kit_rows(texts[i], NULL, NULL);
		cq__request request = { .plan = &plan, .sink = CQ__SINK_FIRST };
		assert_int_equal(decode_all(&decoder, result, &request), CQ_OK);
		assert_int_equal(*(const int64_t *)request.items, 7);
		PQclear(result);
	}
	cq__pg_decoder_release(&decoder);
}

static void test_sinks_and_limits(void **state)
{
	NEEDS_SERVER;
	static const cq__decode column = { .type = CQ_TYPE_INTEGER, .name = "n" };
	static const cq__decode_plan plan = { .row_size = 4, .column_count = 1, .result_columns = 1, .columns = &column, .complete = true };
	static const cq__text reading = { .reads_only = true }, writing = { .returning = true };
	PGresult *const result = kit_rows("SELECT n FROM generate_series(1, 10) AS n", NULL, NULL);
	const struct {
		const cq__text *text;
		cq__sink sink;
		size_t limit;
		cq_status status;
		size_t items;
		int64_t seen;
	} cases[] = {
		{ &reading, CQ__SINK_ARRAY, 0, CQ_OK, 10, 10 },
		{ &reading, CQ__SINK_ARRAY, 3, CQ_OK, 3, 3 },
		{ &reading, CQ__SINK_FIRST, 2, CQ_OK, 1, 2 },
		{ &reading, CQ__SINK_FIRST, 1, CQ_OK, 1, 1 },
		{ &reading, CQ__SINK_NONE, 0, CQ_OK, 0, 10 },
		{ &writing, CQ__SINK_ARRAY, 3, CQ_OK, 3, 10 },
		{ &writing, CQ__SINK_FIRST, 2, CQ_TOO_MANY_ROWS, 0, 0 },
		{ &writing, CQ__SINK_FIRST, 0, CQ_OK, 1, 10 },
		{ &writing, CQ__SINK_NONE, 0, CQ_OK, 0, 10 },
	};
	cq__pg_decoder decoder = { 0 };
	for (size_t i = 0; i < COUNT(cases); i++) {
		cq__request request = { .text = cases[i].text, .plan = &plan, .sink = cases[i].sink, .row_limit = cases[i].limit };
		assert_int_equal(decode_all(&decoder, result, &request), cases[i].status);
		assert_int_equal(request.item_count, cases[i].items);
		assert_int_equal(request.rows_seen, cases[i].seen);
		for (size_t n = 0; n < request.item_count; n++)
			assert_int_equal(((const int32_t *)request.items)[n], n + 1);
	}
	/* Results of single rows add up. */
	cq__request request = { .text = &reading, .plan = &plan, .sink = CQ__SINK_ARRAY, .row_limit = 15 };
	PGresult *const one = kit_rows("SELECT 5 AS n", NULL, NULL);
	for (int i = 0; i < 20; i++)
		assert_int_equal(decode_all(&decoder, one, &request), CQ_OK);
	assert_int_equal(request.item_count, 15);
	assert_int_equal(request.rows_seen, 15);
	PQclear(one);
	cq__pg_decoder_release(&decoder);
	PQclear(result);
}

static void test_each_allocation_may_fail(void **state)
{
	NEEDS_SERVER;
	PGresult *const result = kit_rows(row_sql, NULL, NULL);
	bool done = false;
	for (long n = 1; !done; n++) {
		cq__pg_decoder decoder = { 0 };
		cq__error error = { 0 };
		cq__request request = { .plan = &row_plan, .sink = CQ__SINK_ARRAY, .error = &error };
		cq__alloc_fail_after(n);
		const cq_status status = cq__pg_decode(&decoder, result, &request);
		cq__alloc_fail_after(0);
		done = status == CQ_OK;
		assert_true(done || (status == CQ_NO_MEMORY && error.shown.code == CQ_NO_MEMORY));
		assert_true(n < 1000);
		cq__arena_destroy(request.arena);
		cq__pg_decoder_release(&decoder);
		cq__error_release(&error);
	}
	PQclear(result);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_rows_with_objects, no_message),
		cmocka_unit_test_setup(test_nulls_anywhere, no_message),
		cmocka_unit_test_setup(test_objects_that_must_be_there, no_message),
		cmocka_unit_test_setup(test_the_first_row_that_fails_is_named, no_message),
		cmocka_unit_test_setup(test_by_name, no_message),
		cmocka_unit_test_setup(test_another_number_of_columns, no_message),
		cmocka_unit_test_setup(test_columns_that_change, no_message),
		cmocka_unit_test_setup(test_sinks_and_limits, no_message),
		cmocka_unit_test_setup(test_each_allocation_may_fail, no_message),
	};
	return kit_result(cmocka_run_group_tests(tests, kit_connect, close_all));
}
