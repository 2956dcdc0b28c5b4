/* tests/unit/sql_begin_test.c: the statement by which each database begins a transaction, for every combination of options.
 */
#include "sql/dialect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void says(const cq__dialect *dialect, const cq_transaction_options *options, const char *expected)
{
	char text[CQ__LONGEST_BEGIN];
	const char *const said = cq__sql_begin(dialect, options, text);
	assert_non_null(said);
	assert_string_equal(said, expected);
}

static void postgres_says_all_in_one(void **state)
{
	(void)state;
	const cq__dialect *const dialect = &cq__dialect_postgres;
	says(dialect, &(cq_transaction_options){ 0 }, "BEGIN");
	says(dialect, &(cq_transaction_options){ .read_only = true }, "BEGIN READ ONLY");
	says(dialect, &(cq_transaction_options){ .isolation = CQ_ISOLATION_READ_COMMITTED }, "BEGIN ISOLATION LEVEL READ COMMITTED");
	says(dialect, &(cq_transaction_options){ .isolation = CQ_ISOLATION_REPEATABLE_READ, .read_only = true },
		"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
	says(dialect, &(cq_transaction_options){ .isolation = CQ_ISOLATION_SERIALIZABLE, .read_only = true, .deferrable = true },
		"BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE");
}

static void sqlite_has_all_that_can_be_asked_for(void **state)
{
	(void)state;
	for (int level = CQ_ISOLATION_DEFAULT; level <= CQ_ISOLATION_SERIALIZABLE; level++)
		for (int read_only = 0; read_only < 2; read_only++)
			for (int deferrable = 0; deferrable < 2; deferrable++) {
				const cq_transaction_options options = { .isolation = (cq_isolation)level, .read_only = read_only != 0,
					.deferrable = deferrable != 0 };
				says(&cq__dialect_sqlite, &options, read_only != 0 ? "BEGIN" : "BEGIN IMMEDIATE");
			}
}

static void mariadb_is_not_asked_for_a_level(void **state)
{
	(void)state;
	char text[CQ__LONGEST_BEGIN];
	says(&cq__dialect_mariadb, &(cq_transaction_options){ .read_only = true }, "START TRANSACTION READ ONLY");
	assert_null(cq__sql_begin(&cq__dialect_mariadb, &(cq_transaction_options){ .isolation = CQ_ISOLATION_SERIALIZABLE }, text));
}

static void there_is_no_other_level(void **state)
{
	(void)state;
	char text[CQ__LONGEST_BEGIN];
	assert_null(cq__sql_begin(&cq__dialect_postgres, &(cq_transaction_options){ .isolation = (cq_isolation)4 }, text));
	assert_null(cq__sql_begin(&cq__dialect_sqlite, &(cq_transaction_options){ .isolation = (cq_isolation)-1 }, text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(postgres_says_all_in_one),
		cmocka_unit_test(sqlite_has_all_that_can_be_asked_for),
		cmocka_unit_test(mariadb_is_not_asked_for_a_level),
		cmocka_unit_test(there_is_no_other_level),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
