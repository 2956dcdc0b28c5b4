/* base_error_test.c: the record of a failure, statuses, log records and the version.
 *
 * It knows the internal headers only.
 */
#include "base/alloc.h"
#include "base/error.h"
#include "base/log.h"

#include <cquel/version.h>

#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void assert_complete(const cq_error *shown)
{
#define CHECK(name) assert_non_null(shown->name);
	CQ__ERROR_TEXT_LIST(CHECK)
#undef CHECK
}

static void nothing_failed(void **state)
{
	(void)state;
	cq__error error = { .owned = { NULL } };
	const cq_error *const shown = cq__error_get(&error);
	assert_int_equal(shown->code, CQ_OK);
	assert_complete(shown);
	cq__error_set_sql(&error, "SELECT 1");
	cq__error_set_site(&error, "a.c", 1);
	cq__error_set_native(&error, 5);
	assert_int_equal(cq__error_set(&error, CQ_OK, NULL), CQ_OK);
	assert_false(cq__error_is_set(&error));
	assert_string_equal(cq__error_get(&error)->sql, "");
	assert_int_equal(cq__error_get(NULL)->code, CQ_OK);
	assert_int_equal(cq__error_set(NULL, CQ_IO, "%d", 1), CQ_IO);
	cq__error_clear(&error);
}

static void fill(cq__error *error)
{
	assert_int_equal(cq__error_set(error, CQ_UNIQUE, "%s of %d", "name", 7), CQ_UNIQUE);
	cq__error_set_sqlstate(error, "23505");
	cq__error_set_constraint(error, "users_name_key");
	cq__error_set_table(error, "users");
	cq__error_set_column(error, "name");
	cq__error_set_rule(error, NULL);
	cq__error_set_sql(error, "INSERT");
	cq__error_set_site(error, "query.c", 12);
	cq__error_set_native(error, 2067);
}

static void the_first_cause_stays(void **state)
{
	(void)state;
	cq__error error = { .owned = { NULL } };
	fill(&error);
	assert_int_equal(cq__error_set(&error, CQ_IO, "rollback failed"), CQ_IO);
	cq__error_set_sql(&error, "ROLLBACK");
	cq__error_set_table(&error, "posts");
	cq__error_set_site(&error, "other.c", 99);
	cq__error_set_native(&error, 1);
	const cq_error *const shown = cq__error_get(&error);
	assert_complete(shown);
	assert_int_equal(shown->code, CQ_UNIQUE);
	assert_int_equal(shown->kind, CQ_CLASS_INTEGRITY);
	assert_string_equal(shown->message, "name of 7");
	assert_string_equal(shown->sqlstate, "23505");
	assert_string_equal(shown->constraint, "users_name_key");
	assert_string_equal(shown->table, "users");
	assert_string_equal(shown->column, "name");
	assert_string_equal(shown->rule, "");
	assert_string_equal(shown->sql, "INSERT");
	assert_string_equal(shown->file, "query.c");
	assert_int_equal(shown->line, 12);
	assert_int_equal(shown->native, 2067);
	cq__error_clear(&error);
	cq__error_set(&error, CQ_BUSY, NULL);
	assert_string_equal(cq__error_get(&error)->message, cq_status_text(CQ_BUSY));
	assert_string_equal(cq__error_get(&error)->table, "");
	cq__error_release(&error);
}

static void copies_and_moves(void **state)
{
	(void)state;
	cq__error first = { .owned = { NULL } };
	cq__error second = { .owned = { NULL } };
	cq__error third = { .owned = { NULL } };
	fill(&first);
	cq__error_set(&second, CQ_IO, "old");
	assert_int_equal(cq__error_copy(&second, &first), CQ_UNIQUE);
	assert_int_equal(cq__error_move(&third, &first), CQ_UNIQUE);
	assert_false(cq__error_is_set(&first));
	assert_string_equal(cq__error_get(&second)->table, cq__error_get(&third)->table);
	assert_ptr_not_equal(cq__error_get(&second)->table, cq__error_get(&third)->table);
	assert_string_equal(cq__error_get(&second)->message, "name of 7");
	assert_int_equal(cq__error_get(&second)->line, 12);
	cq__error_move(&third, &third);
	cq__error_copy(&third, &third);
	assert_string_equal(cq__error_get(&third)->sql, "INSERT");
	assert_int_equal(cq__error_copy(&second, &first), CQ_OK);
	assert_false(cq__error_is_set(&second));
	cq__error_clear(&third);
}

static void without_memory_it_is_still_usable(void **state)
{
	(void)state;
	cq__error error = { .owned = { NULL } };
	cq__error copy = { .owned = { NULL } };
	cq__alloc_fail_after(LONG_MAX);
	fill(&error);
	cq__error_copy(&copy, &error);
	const long allocations = cq__alloc_count();
	assert_true(allocations >= 14);
	for (long n = 1; n <= allocations; n++) {
		cq__error_clear(&error);
		cq__error_clear(&copy);
		cq__alloc_fail_from(n);
		fill(&error);
		cq__error_copy(&copy, &error);
		assert_complete(cq__error_get(&error));
		assert_complete(cq__error_get(&copy));
		assert_int_equal(cq__error_get(&copy)->code, CQ_UNIQUE);
		assert_true(strlen(cq__error_get(&copy)->message) > 0);
	}
	cq__alloc_fail_from(1);
	cq__error_clear(&error);
	cq__error_set(&error, CQ_NO_MEMORY, "%s", "cannot be had");
	assert_string_equal(cq__error_get(&error)->message, "out of memory");
	cq__alloc_fail_from(0);
	cq__error_clear(&error);
	cq__error_clear(&copy);
}

static void statuses_have_names(void **state)
{
	(void)state;
	for (int i = 0; i < CQ_STATUS_COUNT; i++) {
		assert_memory_equal(cq_status_name((cq_status)i), "CQ_", 3);
		assert_true(strlen(cq_status_text((cq_status)i)) > 3);
		assert_true((i == CQ_OK) == (cq_status_class((cq_status)i) == CQ_CLASS_NONE));
	}
	assert_string_equal(cq_status_name(CQ_COMMIT_UNKNOWN), "CQ_COMMIT_UNKNOWN");
	assert_int_equal(cq_status_class(CQ_SNAPSHOT), CQ_CLASS_RETRYABLE);
	assert_non_null(cq_status_name((cq_status)9999));
	assert_non_null(cq_status_text((cq_status)9999));
	assert_int_equal(cq_status_class((cq_status)9999), CQ_CLASS_PROGRAMMING);
}

static void keep_record(void *user, const cq_log_record *record)
{
	*(cq_log_record *)user = *record;
	assert_non_null(record->message);
	assert_non_null(record->sql);
	assert_non_null(record->parameters);
	assert_non_null(record->file);
}

static void log_records(void **state)
{
	(void)state;
	cq_log_record seen = { .line = -1 };
	const cq__log log = { keep_record, &seen, CQ_LOG_STATEMENT };
	assert_false(cq__log_wants(NULL, CQ_LOG_ERROR));
	assert_false(cq__log_wants(&(cq__log){ .user = NULL }, CQ_LOG_ERROR));
	cq__log_write(&log, &(cq_log_record){ .level = CQ_LOG_TRACE, .line = 3 });
	assert_int_equal(seen.line, -1);
	cq__log_write(&log, &(cq_log_record){ .level = CQ_LOG_STATEMENT, .line = 3, .rows = 8, .sql = "SELECT 1" });
	assert_int_equal(seen.line, 3);
	assert_int_equal(seen.rows, 8);
	assert_string_equal(seen.sql, "SELECT 1");
	cq__log_message(&log, CQ_LOG_WARNING, "%0700d", 1);
	assert_int_equal(seen.level, CQ_LOG_WARNING);
	assert_int_equal(seen.rows, -1);
	assert_string_equal(cq_log_level_name(CQ_LOG_WARNING), "CQ_LOG_WARNING");
	assert_string_equal(cq_log_level_name((cq_log_level)77), "CQ_LOG_?");
}

static void the_version(void **state)
{
	(void)state;
	char expected[40];
	snprintf(expected, sizeof expected, "%d.%d.%d", CQ_VERSION_MAJOR, CQ_VERSION_MINOR, CQ_VERSION_PATCH);
	assert_string_equal(cq_version(), expected);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_failed),
		cmocka_unit_test(the_first_cause_stays),
		cmocka_unit_test(copies_and_moves),
		cmocka_unit_test(without_memory_it_is_still_usable),
		cmocka_unit_test(statuses_have_names),
		cmocka_unit_test(log_records),
		cmocka_unit_test(the_version),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
