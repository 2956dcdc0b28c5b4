/* tests/fault/transact_memory_test.c: each allocation of a transaction that is run again, and of writes by key, fails in turn.
 *
 * Leaks are found by the sanitizer this is built with; the wrong status, and what is left behind, is found here.
 */
#include "conform/shop.h"

#include "base/alloc.h"

#include <limits.h>

/* Fails like a collision the first time, behind a savepoint that stays open. */
static cq_status rewrite(cq_connection *db, void *argument, uint32_t attempt)
{
	Note *const written = argument;
	int64_t changes;
	CQ_TRY(cq_update_many(db, Note, &changes, written, 3, body));
	assert_int_equal(changes, 3);
	if (attempt == 1) {
		CQ_TRY(cq_begin(db, NULL));
		CQ_TRY(cq_delete_many(db, Note, NULL, written, 3));
		return CQ_SERIALIZATION;
	}
	return cq_delete_many(db, Note, NULL, written, 1);
}

/* All of it or nothing: *count is what there is then. */
static cq_status use(cq_connection *db, int64_t *count)
{
	Note some[3] = { { .id = 1, .body = "a" }, { .id = 2, .body = "b" }, { .id = 3, .body = "c" } };
	const cq_table *const tables[] = { CQ_TABLE(notes) };
	const cq_transact_options options = { .attempts = 3, .backoff_ms = 1, .backoff_max_ms = 1 };
	CQ_TRY(cq_create_all(db, tables, 1));
	CQ_TRY(cq_insert_many(db, Note, some, 3));
	const cq_status status = cq_transact(db, rewrite, some, &options);
	assert_false(cq_in_transaction(db));
	cq__alloc_fail_after(0);
	assert_int_equal(cq_scalar(db, count, SQL(SELECT(COUNT(notes.id)), FROM(notes))), CQ_OK);
	return status;
}

static cq_status run_all(int64_t *count)
{
	cq_engine *engine;
	cq_connection *db;
	*count = -1;
	cq_status status = cq_engine_open(&engine, "sqlite://?cache_size=100", NULL, NULL);
	if (status == CQ_OK)
		status = cq_connect(engine, &db);
	if (status == CQ_OK)
		status = use(db, count);
	cq_engine_close(&engine);
	return status;
}

static void each_allocation_may_fail(void **state)
{
	(void)state;
	int64_t left;
	long failed = 0, n = 1;
	assert_int_equal(run_all(&left), CQ_OK);
	assert_int_equal(left, 2);
	/* Until one number is beyond the last allocation and changes nothing any more. */
	for (long unchanged = 0; unchanged < 20; n++) {
		cq__alloc_fail_after(n);
		const cq_status status = run_all(&left);
		cq__alloc_fail_after(0);
		if (status != CQ_OK && status != CQ_NO_MEMORY)
			fail_msg("allocation %ld: %s", n, cq_status_name(status));
		if (left >= 0)
			assert_int_equal(left, status == CQ_OK ? 2 : 3);
		failed += status == CQ_NO_MEMORY;
		unchanged = status == CQ_OK ? unchanged + 1 : 0;
	}
	assert_true(failed > 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(each_allocation_may_fail) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
