/* tests/fault/exec_memory_test.c: each allocation of a small program fails in turn: a status each time, nothing is lost.
 *
 * Leaks are found by the sanitizer this is built with; the wrong status is found here.
 */
#include "conform/shop.h"

#include "base/alloc.h"

#include <limits.h>

/* Everything an executor does, once. The first failure ends it. */
static cq_status use(cq_connection *db)
{
	Note some[3] = { { .body = "a" }, { .body = "b" }, { .body = "c" } };
	User ann = CQ_NEW(User, .username = "ann");
	const cq_table *const tables[] = { cq_target_User.target.descriptor, cq_target_Note.target.descriptor };
	CQ_TRY(cq_create_all(db, tables, 2));
	CQ_TRANSACTION(db) {
		CQ_TRY(cq_insert(db, User, &ann));
		CQ_TRY(cq_insert_many(db, Note, some, 3));
	}
	cq_rows(Note) rows;
	CQ_TRY(cq_all(db, Note, &rows, SQL(SELECT_ALL(notes), FROM(notes))));
	cq_free(&rows);
	User *user;
	CQ_TRY(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.username, "ann")))));
	cq_free(&user);
	const char *name;
	CQ_TRY(cq_scalar(db, &name, SQL(SELECT(users.username), FROM(users))));
	cq_free(&name);
	return CQ_OK;
}

static cq_status use_operations(cq_connection *db)
{
	cq_rows(Note) rows = { 0 };
	cq_operation *operation = NULL;
	cq_status status = cq_submit_all(db, Note, &rows, &operation, SQL(SELECT_ALL(notes), FROM(notes), WHERE(NE(notes.body, "z"))));
	if (status == CQ_OK)
		status = cq_await(operation);
	cq_operation_release(&operation);
	cq_free(&rows);
	if (status != CQ_OK)
		return status;
	cq_stream *stream;
	CQ_TRY(cq_stream_open(db, Note, NULL, &stream, SQL(SELECT_ALL(notes), FROM(notes), WHERE(NE(notes.body, "z")))));
	Note *note;
	while ((status = cq_stream_next(stream, &note)) == CQ_OK && note != NULL)
		;
	cq_stream_close(&stream);
	return status;
}

static cq_status run_all(void)
{
	cq_engine *engine;
	cq_connection *db;
	cq_status status = cq_engine_open(&engine, "sqlite://?cache_size=100", NULL, NULL);
	if (status == CQ_OK)
		status = cq_connect(engine, &db);
	if (status == CQ_OK)
		status = use(db);
	if (status == CQ_OK)
		status = use_operations(db);
	cq_engine_close(&engine);
	return status;
}

static void each_allocation_may_fail(void **state)
{
	(void)state;
	assert_int_equal(run_all(), CQ_OK);
	cq__alloc_fail_after(LONG_MAX);
	assert_int_equal(run_all(), CQ_OK);
	const long count = cq__alloc_count();
	assert_true(count > 50);
	long failed = 0;
	for (long n = 1; n <= count; n++) {
		cq__alloc_fail_after(n);
		const cq_status status = run_all();
		cq__alloc_fail_after(0);
		/* What only makes things faster may do without. */
		if (status != CQ_OK && status != CQ_NO_MEMORY)
			fail_msg("allocation %ld: %s", n, cq_status_name(status));
		failed += status == CQ_NO_MEMORY;
	}
	assert_true(failed > count / 2);
}

static void none_may_be_left(void **state)
{
	(void)state;
	cq__alloc_fail_after(LONG_MAX);
	assert_int_equal(run_all(), CQ_OK);
	const long count = cq__alloc_count();
	for (long n = 1; n <= count; n++) {
		cq__alloc_fail_from(n);
		const cq_status status = run_all();
		cq__alloc_fail_from(0);
		if (status != CQ_OK && status != CQ_NO_MEMORY)
			fail_msg("from allocation %ld: %s", n, cq_status_name(status));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_allocation_may_fail),
		cmocka_unit_test(none_may_be_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
