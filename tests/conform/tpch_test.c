/* tpch_test: the 22 questions of TPC-H in cquel's language, each compared, row by row and value by value, with the published
 * SQL that the database's plain client runs.
 */
#include "support/database.h"
#include "support/record.h"
#include "tpch/questions.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct store {
	cq_engine *engine;
	cq_connection *db;
} store;

/* The published SQL is written with two functions of SQLite's. */
static const char *const functions[] = {
	"CREATE FUNCTION date(day text, span text) RETURNS date LANGUAGE sql IMMUTABLE AS 'SELECT CAST(CAST(day AS date) + CAST(span AS interval) AS date)'",
	"CREATE FUNCTION strftime(form text, day date) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT CAST(EXTRACT(YEAR FROM day) AS text)'",
	"ANALYZE",
};

static void make_functions(void)
{
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		if (!client_execute(database_client(), functions[i]))
			fail_msg("%s: %s", client_message(database_client()), functions[i]);
	}
}

static int open_store(void **state)
{
	(void)state;
	char message[CQ_ERROR_TEXT];
	const cq_table *const tables[] = {
		CQ_TABLE(region), CQ_TABLE(nation), CQ_TABLE(supplier), CQ_TABLE(customer),
		CQ_TABLE(part), CQ_TABLE(partsupp), CQ_TABLE(orders), CQ_TABLE(lineitem),
	};
	record_begin(tables, sizeof tables / sizeof *tables);
	assert_int_equal(cq_engine_open(&store.engine, database_create_shared(), NULL, message), CQ_OK);
	assert_int_equal(cq_connect(store.engine, &store.db), CQ_OK);
	if (tpch_load(store.db) != CQ_OK)
		fail_msg("%s", cq_last_error(store.db)->message);
	if (database_kind() == CLIENT_POSTGRES)
		make_functions();
	return 0;
}

static int close_store(void **state)
{
	(void)state;
	cq_disconnect(&store.db);
	cq_engine_close(&store.engine);
	database_drop();
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

static void compare_cell(const char *expected, const cq_row_field *field, const char *row, size_t number)
{
	const cell read = read_field(field, row);
	if (expected == NULL) {
		assert_false(read.number || read.text);
	} else if (!read.number) {
		assert_true(read.text);
		assert_string_equal(read.string != NULL ? read.string : read.buffer, expected);
	} else {
		char *end;
		const double value = strtod(expected, &end);
		if (*end != '\0' || !(fabs(read.value - value) <= read.slack + 1e-9 * fabs(value)))
			fail_msg("row %zu, %s: %.17g, not %s", number, field->name, read.value, expected);
	}
}

static void compare(const client_rows *by_hand, const tpch_answer *answer)
{
	assert_int_equal(by_hand->columns, answer->type->count);
	assert_int_equal(by_hand->rows, answer->rows.count);
	for (size_t i = 0; i < answer->rows.count; i++) {
		const char *const row = (const char *)answer->rows.items + i * answer->type->size;
		for (uint32_t k = 0; k < answer->type->count; k++)
			compare_cell(client_cell(by_hand, i, k), &answer->type->fields[k], row, i);
	}
	assert_true(answer->rows.count > 0);
}

static void ask(void **state)
{
	const size_t number = (size_t)(uintptr_t)*state;
	tpch_answer answer;
	client_rows by_hand;
	const tpch_question question = number <= 11 ? tpch_questions_to_11[number - 1] : tpch_questions_from_12[number - 12];
	if (question(store.db, &answer) != CQ_OK)
		fail_msg("%s\n%s", cq_last_error(store.db)->message, cq_last_error(store.db)->sql);
	if (!client_query(database_client(), tpch_sql[number - 1], &by_hand))
		fail_msg("%s\n%s", client_message(database_client()), tpch_sql[number - 1]);
	compare(&by_hand, &answer);
	client_rows_release(&by_hand);
	cq_free(&answer.rows);
}

int main(void)
{
	static char names[22][16];
	struct CMUnitTest tests[22];
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	for (size_t i = 0; i < 22; i++) {
		snprintf(names[i], sizeof names[i], "question %zu", i + 1);
		tests[i] = (struct CMUnitTest){.name = names[i], .test_func = ask, .initial_state = (void *)(uintptr_t)(i + 1)};
	}
	return cmocka_run_group_tests_name("the 22 questions of TPC-H", tests, open_store, close_store);
}
