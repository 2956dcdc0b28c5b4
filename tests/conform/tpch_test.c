/* tpch_test: the 22 questions of TPC-H in cquel's language, each compared, row by row and value by value, with the published
 * SQL that sqlite3 runs on the same file.
 */
#include "support/record.h"
#include "tpch/questions.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

static struct store {
	char folder[64];
	char path[96];
	cq_engine *engine;
	cq_connection *db;
	sqlite3 *direct;
} store;

static int open_store(void **state)
{
	(void)state;
	char url[128], message[CQ_ERROR_TEXT];
	const cq_table *const tables[] = {
		CQ_TABLE(region), CQ_TABLE(nation), CQ_TABLE(supplier), CQ_TABLE(customer),
		CQ_TABLE(part), CQ_TABLE(partsupp), CQ_TABLE(orders), CQ_TABLE(lineitem),
	};
	record_begin(tables, sizeof tables / sizeof *tables);
	store = (struct store){.folder = "/tmp/cquel-tpch-XXXXXX"};
	assert_non_null(mkdtemp(store.folder));
	snprintf(store.path, sizeof store.path, "%s/tpch.db", store.folder);
	snprintf(url, sizeof url, "sqlite:///%s", store.path);
	assert_int_equal(cq_engine_open(&store.engine, url, NULL, message), CQ_OK);
	assert_int_equal(cq_connect(store.engine, &store.db), CQ_OK);
	if (tpch_load(store.db) != CQ_OK)
		fail_msg("%s", cq_last_error(store.db)->message);
	assert_int_equal(sqlite3_open(store.path, &store.direct), SQLITE_OK);
	return 0;
}

static int close_store(void **state)
{
	(void)state;
	char path[112];
	cq_disconnect(&store.db);
	cq_engine_close(&store.engine);
	assert_int_equal(sqlite3_close(store.direct), SQLITE_OK);
	static const char *const endings[] = {"", "-wal", "-shm"};
	for (size_t i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s%s", store.path, endings[i]);
		unlink(path);
	}
	assert_int_equal(rmdir(store.folder), 0);
	return 0;
}

/* ---- comparing -------------------------------------------------------------------------------------------------------- */

/* A field's value as a number or a text; neither: NULL. */
typedef struct cell {
	bool number, text;
	double value;
	double slack; /* half a unit of the last digit that a DECIMAL keeps */
	char buffer[CQ_DATE_TEXT];
	const char *string;
} cell;

static cell decimal_cell(cq_decimal decimal)
{
	return (cell){.number = true, .value = cq_decimal_to_double(decimal), .slack = 0.5 * pow(10, -decimal.scale)};
}

static cell read_field(const cq_row_field *field, const char *row)
{
	const void *const at = row + field->offset;
	cell read = {0};
	switch ((cq_type)field->type) {
	case CQ_TYPE_INTEGER:
		assert_false(field->nullable);
		read = (cell){.number = true, .value = *(const int32_t *)at};
		break;
	case CQ_TYPE_BIGINT:
		read = field->nullable ? (cell){.number = ((const cq_opt_int64 *)at)->present, .value = (double)((const cq_opt_int64 *)at)->value} :
			(cell){.number = true, .value = (double)*(const int64_t *)at};
		break;
	case CQ_TYPE_DOUBLE:
		assert_true(field->nullable);
		read = (cell){.number = ((const cq_opt_double *)at)->present, .value = ((const cq_opt_double *)at)->value};
		break;
	case CQ_TYPE_DECIMAL:
		read = decimal_cell(field->nullable ? ((const cq_opt_decimal *)at)->value : *(const cq_decimal *)at);
		read.number = field->nullable ? ((const cq_opt_decimal *)at)->present : true;
		break;
	case CQ_TYPE_TEXT:
		read.string = *(const char *const *)at;
		read.text = read.string != NULL;
		break;
	case CQ_TYPE_DATE:
		assert_false(field->nullable);
		read.text = true;
		cq_date_format(*(const cq_date *)at, read.buffer);
		break;
	default:
		fail_msg("field %s: no question has a %s", field->name, cq_type_name((cq_type)field->type));
	}
	return read;
}

static void compare_cell(sqlite3_stmt *statement, int column, const cq_row_field *field, const char *row, size_t number)
{
	const cell read = read_field(field, row);
	const int type = sqlite3_column_type(statement, column);
	if (type == SQLITE_NULL) {
		assert_false(read.number || read.text);
	} else if (type == SQLITE_TEXT) {
		assert_true(read.text);
		assert_string_equal(read.string != NULL ? read.string : read.buffer, (const char *)sqlite3_column_text(statement, column));
	} else {
		const double expected = sqlite3_column_double(statement, column);
		assert_true(read.number);
		if (!(fabs(read.value - expected) <= read.slack + 1e-9 * fabs(expected)))
			fail_msg("row %zu, %s: %.17g, not %.17g", number, field->name, read.value, expected);
	}
}

static void compare(sqlite3_stmt *statement, const tpch_answer *answer)
{
	assert_int_equal(sqlite3_column_count(statement), (int)answer->type->count);
	for (size_t i = 0; i < answer->rows.count; i++) {
		assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
		for (uint32_t k = 0; k < answer->type->count; k++)
			compare_cell(statement, (int)k, &answer->type->fields[k], (const char *)answer->rows.items + i * answer->type->size, i);
	}
	assert_int_equal(sqlite3_step(statement), SQLITE_DONE);
	assert_true(answer->rows.count > 0);
}

static void ask(void **state)
{
	const size_t number = (size_t)(uintptr_t)*state;
	tpch_answer answer;
	sqlite3_stmt *statement;
	const tpch_question question = number <= 11 ? tpch_questions_to_11[number - 1] : tpch_questions_from_12[number - 12];
	if (question(store.db, &answer) != CQ_OK)
		fail_msg("%s\n%s", cq_last_error(store.db)->message, cq_last_error(store.db)->sql);
	assert_int_equal(sqlite3_prepare_v2(store.direct, tpch_sql[number - 1], -1, &statement, NULL), SQLITE_OK);
	compare(statement, &answer);
	sqlite3_finalize(statement);
	cq_free(&answer.rows);
}

int main(void)
{
	static char names[22][16];
	struct CMUnitTest tests[22];
	for (size_t i = 0; i < 22; i++) {
		snprintf(names[i], sizeof names[i], "question %zu", i + 1);
		tests[i] = (struct CMUnitTest){.name = names[i], .test_func = ask, .initial_state = (void *)(uintptr_t)(i + 1)};
	}
	return cmocka_run_group_tests_name("the 22 questions of TPC-H", tests, open_store, close_store);
}
