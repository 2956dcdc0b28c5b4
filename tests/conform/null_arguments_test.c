/* null_arguments_test.c: what must not be NULL and is, is told as CQ_MISUSE, where nothing is asked of a database yet.
 */
#include "helpers.h"

#include <cquel/crud.h>

static void values(void **state)
{
	(void)state;
	cq_decimal number = { .coefficient = 7, .scale = 2 };
	cq_date date = { .days = 7 };
	cq_time time = { .microseconds = 7 };
	cq_timestamp moment = { .microseconds = 7 };
	cq_interval span = { .months = 7 };
	cq_uuid uuid = { .bytes = { 7 } };
	assert_int_equal(cq_decimal_parse(NULL, &number), CQ_MISUSE);
	assert_true(number.coefficient == 0 && number.scale == 0);
	assert_int_equal(cq_date_parse(NULL, &date), CQ_MISUSE);
	assert_int_equal(date.days, 0);
	assert_int_equal(cq_time_parse(NULL, &time), CQ_MISUSE);
	assert_int_equal(time.microseconds, 0);
	assert_int_equal(cq_timestamp_parse(NULL, &moment), CQ_MISUSE);
	assert_int_equal(moment.microseconds, 0);
	assert_int_equal(cq_interval_parse(NULL, &span), CQ_MISUSE);
	assert_int_equal(span.months, 0);
	assert_int_equal(cq_uuid_parse(NULL, &uuid), CQ_MISUSE);
	assert_int_equal(uuid.bytes[0], 0);
	number = cq_decimal_constant(NULL);
	assert_int_equal(number.coefficient, 0);
}

static void outputs_of_values(void **state)
{
	(void)state;
	assert_int_equal(cq_decimal_parse("1", NULL), CQ_MISUSE);
	assert_int_equal(cq_decimal_rescale((cq_decimal){ .coefficient = 1 }, 2, NULL), CQ_MISUSE);
	assert_int_equal(cq_date_parse("2024-02-29", NULL), CQ_MISUSE);
	assert_int_equal(cq_date_make(2024, 2, 29, NULL), CQ_MISUSE);
	assert_int_equal(cq_time_parse("12:00", NULL), CQ_MISUSE);
	assert_int_equal(cq_timestamp_parse("2024-02-29", NULL), CQ_MISUSE);
	assert_int_equal(cq_interval_parse("P1D", NULL), CQ_MISUSE);
	assert_int_equal(cq_uuid_parse("00000000-0000-0000-0000-000000000000", NULL), CQ_MISUSE);
	assert_int_equal(cq_uuid_random(NULL), CQ_MISUSE);
	assert_string_equal(cq_decimal_format((cq_decimal){ .coefficient = 1 }, NULL), "");
	assert_string_equal(cq_date_format((cq_date){ .days = 1 }, NULL), "");
	assert_string_equal(cq_time_format((cq_time){ .microseconds = 1 }, NULL), "");
	assert_string_equal(cq_timestamp_format((cq_timestamp){ .microseconds = 1 }, NULL), "");
	assert_string_equal(cq_interval_format((cq_interval){ .days = 1 }, NULL), "");
	assert_string_equal(cq_uuid_format((cq_uuid){ .bytes = { 1 } }, NULL), "");
}

static void statements(void **state)
{
	(void)state;
	char text[CQ_ERROR_TEXT];
	const char *rule;
	cq_statement statement = STATEMENT(SQL(SELECT_ALL(people), FROM(people))), copy;
	assert_int_equal(cq_statement_check(NULL, &rule, text, sizeof text), CQ_MISUSE);
	assert_non_null(strstr(text, "NULL"));
	assert_string_equal(rule, "");
	assert_int_equal(cq_statement_extend(NULL, &statement), CQ_MISUSE);
	assert_int_equal(cq_statement_extend(&statement, NULL), CQ_MISUSE);
	cq_statement_copy(NULL, &statement);
	cq_statement_copy(&copy, NULL);
	assert_int_equal(cq_statement_check(&copy, &rule, text, sizeof text), CQ_MISUSE);
	cq_statement_release(&copy);
	cq_statement_release(NULL);
	assert_int_equal(cq_create_sql("sqlite", CQ_TABLES(people), NULL, text), CQ_MISUSE);
	assert_non_null(strstr(text, "NULL"));
}

static void tables_of_helpers(void **state)
{
	(void)state;
	cq_objects(Person) found;
	int64_t count = 7;
	REFUSED(cq_crud_list(session, NULL, 0, 10, &found), CQ_MISUSE, "cq_crud_list", "the table is NULL");
	REFUSED(cq_crud_count(session, NULL, &count), CQ_MISUSE, "cq_crud_count", "the table is NULL");
	assert_int_equal(cq_crud_list(NULL, NULL, 0, 10, &found), CQ_MISUSE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values),
		cmocka_unit_test(outputs_of_values),
		cmocka_unit_test(statements),
		TEST(tables_of_helpers),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
