/* tests/unit/sql_keyed_test.c: UPDATE and DELETE by primary key: the texts of both forms, and what their parameters are made of.
 */
#include "exec/compile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <cquel/define.h>

#define tracks_COLUMNS(COLUMN)                                                  \
	COLUMN(album, BIGINT, PRIMARY_KEY)                                          \
	COLUMN(place, VARCHAR(8), PRIMARY_KEY, SQL_NAME("order"))                   \
	COLUMN(title, NULLABLE(VARCHAR(20)))                                        \
	COLUMN(price, DECIMAL(10, 2))                                               \
	COLUMN(touched, NULLABLE(TIMESTAMP), ON_UPDATE_NOW)
#define tracks_OPTIONS(OPTION) OPTION(SCHEMA("music"))
CQ_MODEL(Track, tracks)

static void no_text_is_forgotten(void *user, uint32_t text)
{
	(void)user;
	(void)text;
}

static cq__cache cache;

static int open_cache(void **state)
{
	(void)state;
	cache = (cq__cache){ 0 };
	cq__cache_init(&cache, 1024 * 1024, no_text_is_forgotten, NULL);
	return 0;
}

static int close_cache(void **state)
{
	(void)state;
	cq__cache_release(&cache);
	return 0;
}

enum { ALBUM, PLACE, TITLE, PRICE };
static const uint32_t updated[] = { TITLE, PRICE, ALBUM, PLACE };

static void push_member(cq_statement *statement, cq_type type, bool nullable)
{
	cq_push_value(statement, type, nullable ? CQ_VALUE_CAN_BE_NULL : 0, (cq_value){ .integer = 0 });
}

/* UPDATE(tracks, SET(title, …), SET(price, …)), or DELETE_FROM(tracks), WHERE(EQ(tracks.album, …), EQ(tracks.place, …)) */
static void write_one(cq_statement *statement, bool update)
{
	const cq_column *const columns = cq_table_columns(CQ_TABLE(tracks));
	cq_statement_init(statement, NULL);
	if (update) {
		push_member(statement, CQ_TYPE_TEXT, true);
		cq_push_ref(statement, CQ_OP_SET, 1, &columns[TITLE]);
		push_member(statement, CQ_TYPE_DECIMAL, false);
		cq_push_ref(statement, CQ_OP_SET, 1, &columns[PRICE]);
	}
	cq_push_ref(statement, update ? CQ_OP_UPDATE : CQ_OP_DELETE_FROM, update ? 2 : 0, CQ_TABLE(tracks));
	cq_push_column(statement, &columns[ALBUM]);
	push_member(statement, CQ_TYPE_BIGINT, false);
	cq_push(statement, CQ_OP_EQ, 2);
	cq_push_column(statement, &columns[PLACE]);
	push_member(statement, CQ_TYPE_TEXT, false);
	cq_push(statement, CQ_OP_EQ, 2);
	cq_push(statement, CQ_OP_WHERE, 2);
	cq_push(statement, CQ_OP_STATEMENT, 2);
}

static const cq__compiled *compile(const cq__dialect *dialect, bool update, cq__rows_form form, cq_status expected)
{
	cq_statement statement;
	cq__compiled *compiled;
	cq__error error = { 0 };
	write_one(&statement, update);
	assert_int_equal(cq__compile_keyed(&cache, dialect, &statement, CQ_TABLE(tracks), update ? updated : updated + 2,
		form == CQ__ROWS_VALUES ? 1 : 4096, form, &error, &compiled), expected);
	cq_statement_release(&statement);
	cq__error_release(&error);
	return compiled;
}

static void each_object_has_a_statement(void **state)
{
	(void)state;
	assert_string_equal(compile(&cq__dialect_sqlite, true, CQ__ROWS_VALUES, CQ_OK)->text.sql,
		"UPDATE \"music\".\"tracks\" SET \"title\" = ?, \"price\" = ?, \"touched\" = strftime('%Y-%m-%d %H:%M:%f000', 'now') "
		"WHERE \"music\".\"tracks\".\"album\" = ? AND \"music\".\"tracks\".\"order\" = ?");
	assert_string_equal(compile(&cq__dialect_sqlite, false, CQ__ROWS_VALUES, CQ_OK)->text.sql,
		"DELETE FROM \"music\".\"tracks\" WHERE \"music\".\"tracks\".\"album\" = ? AND \"music\".\"tracks\".\"order\" = ?");
}

static void arrays_are_a_table(void **state)
{
	(void)state;
	assert_string_equal(compile(&cq__dialect_postgres, true, CQ__ROWS_ARRAYS, CQ_OK)->text.sql,
		"UPDATE \"music\".\"tracks\" SET \"title\" = \"the objects\".\"1\", \"price\" = \"the objects\".\"2\", "
		"\"touched\" = CURRENT_TIMESTAMP FROM unnest(CAST($1 AS TEXT[]), CAST($2 AS NUMERIC[]), CAST($3 AS BIGINT[]), "
		"CAST($4 AS TEXT[])) AS \"the objects\" (\"1\", \"2\", \"3\", \"4\") WHERE \"music\".\"tracks\".\"album\" = "
		"\"the objects\".\"3\" AND \"music\".\"tracks\".\"order\" = \"the objects\".\"4\"");
	assert_string_equal(compile(&cq__dialect_postgres, false, CQ__ROWS_ARRAYS, CQ_OK)->text.sql,
		"DELETE FROM \"music\".\"tracks\" USING unnest(CAST($1 AS BIGINT[]), CAST($2 AS TEXT[])) AS \"the objects\" "
		"(\"1\", \"2\") WHERE \"music\".\"tracks\".\"album\" = \"the objects\".\"1\" AND \"music\".\"tracks\".\"order\" = "
		"\"the objects\".\"2\"");
}

static void not_every_database_has_them(void **state)
{
	(void)state;
	assert_null(compile(&cq__dialect_sqlite, true, CQ__ROWS_ARRAYS, CQ_UNSUPPORTED));
	assert_null(compile(&cq__dialect_mariadb, false, CQ__ROWS_ARRAYS, CQ_UNSUPPORTED));
}

/* The key is compared, the rest is stored and must fit; both forms bind the same. */
static void parameters_are_members(void **state)
{
	(void)state;
	for (int form = CQ__ROWS_VALUES; form <= CQ__ROWS_ARRAYS; form++) {
		const cq__compiled *const compiled = compile(&cq__dialect_postgres, true, (cq__rows_form)form, CQ_OK);
		const cq__text *const text = &compiled->text;
		assert_int_equal(text->bind_count, 4);
		assert_int_equal(text->value_bind_count, 0);
		assert_int_equal(text->rows_form, form);
		assert_int_equal(text->rows_per_run, form == CQ__ROWS_VALUES ? 1 : 4096);
		for (int i = 0; i < 4; i++) {
			assert_int_equal(text->binds[i].source, CQ_TABLE(tracks)->offsets[updated[i]]);
			assert_int_equal(text->binds[i].use, i < 2 ? CQ__BIND_ASSIGN : CQ__BIND_PLAIN);
		}
		assert_int_equal(text->binds[0].length, 20);
		assert_int_equal(text->binds[0].nullable, 1);
		assert_int_equal(text->binds[1].scale, 2);
		assert_int_equal(text->binds[3].length, 0);
		assert_false(text->returns_rows || text->reads_only);
	}
}

static void each_form_is_kept(void **state)
{
	(void)state;
	const cq__compiled *const values = compile(&cq__dialect_postgres, true, CQ__ROWS_VALUES, CQ_OK);
	const cq__compiled *const arrays = compile(&cq__dialect_postgres, true, CQ__ROWS_ARRAYS, CQ_OK);
	assert_ptr_not_equal(values, arrays);
	assert_ptr_equal(values, compile(&cq__dialect_postgres, true, CQ__ROWS_VALUES, CQ_OK));
	assert_ptr_equal(arrays, compile(&cq__dialect_postgres, true, CQ__ROWS_ARRAYS, CQ_OK));
}

/* A clear error instead of a number that wraps. */
static void more_members_than_a_statement_takes(void **state)
{
	(void)state;
	cache.bind_limit = 3;
	assert_null(compile(&cq__dialect_sqlite, true, CQ__ROWS_VALUES, CQ_TOO_LARGE));
	assert_non_null(compile(&cq__dialect_sqlite, false, CQ__ROWS_VALUES, CQ_OK));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_object_has_a_statement, open_cache, close_cache),
		cmocka_unit_test_setup_teardown(arrays_are_a_table, open_cache, close_cache),
		cmocka_unit_test_setup_teardown(not_every_database_has_them, open_cache, close_cache),
		cmocka_unit_test_setup_teardown(parameters_are_members, open_cache, close_cache),
		cmocka_unit_test_setup_teardown(each_form_is_kept, open_cache, close_cache),
		cmocka_unit_test_setup_teardown(more_members_than_a_statement_takes, open_cache, close_cache),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
