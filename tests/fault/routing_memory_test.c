/* tests/fault/routing_memory_test.c: each allocation of replicas, marked reads and bound models fails in turn: no call but says so,
 * nothing is lost, and the next call works.
 */
#include "conform/shop.h"

#include "base/alloc.h"

#include <cquel/op.h>
#include <cquel/routing.h>

/* What a program does with replicas, from its beginning to its end; the first failure. */
static cq_status use(const char *url, const char *replica)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	cq_engine *engine = NULL, *other = NULL;
	cq_connection *db = NULL, *report = NULL;
	cq_operation *operation = NULL;
	int64_t n = 0;
	options.replicas = (const char *const[]){ replica, replica };
	options.replica_count = 2;
	cq_status status = cq_engine_open(&engine, url, &options, NULL);
	options.beside = engine;
	if (status == CQ_OK)
		status = cq_engine_open(&other, url, &options, NULL);
	if (status == CQ_OK)
		status = cq_engine_bind(engine, CQ_TABLE(notes), other);
	if (status == CQ_OK)
		status = cq_connect_read_only(engine, &report);
	if (status == CQ_OK)
		status = cq_scalar(report, &n, SQL(SELECT(COUNT(users.id)), FROM(users)));
	if (status == CQ_OK)
		status = cq_connect_shared(engine, &db);
	if (status == CQ_OK)
		status = cq_scalar(cq_replica(db), &n, SQL(SELECT(COUNT(users.id)), FROM(users)));
	if (status == CQ_OK)
		status = cq_scalar(db, &n, SQL(SELECT(COUNT(notes.id)), FROM(notes)));
	if (status == CQ_OK)
		status = cq_submit_scalar(cq_replica(db), &n, &operation, SQL(SELECT(COUNT(notes.id)), FROM(notes)));
	if (status == CQ_OK)
		status = cq_await(operation);
	cq_operation_release(&operation);
	const bool refused = status != CQ_OK || cq_execute(cq_replica(db), NULL, SQL(DELETE_FROM(users), ALL_ROWS)) != CQ_OK;
	assert_true(refused);
	cq_disconnect(&report);
	cq_disconnect(&db);
	cq_engine_close(&other);
	cq_engine_close(&engine);
	return status;
}

static void each_allocation_fails(void **state)
{
	(void)state;
	const char *const url = database_create_shared();
	char replica[260];
	snprintf(replica, sizeof replica, "%s%s", url, database_kind() == CLIENT_SQLITE ? "?mode=ro" : "");
	cq_engine *engine;
	cq_connection *db;
	assert_int_equal(cq_engine_open(&engine, url, NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	shop_create(db);
	cq_disconnect(&db);
	cq_engine_close(&engine);
	int failed = 0;
	for (long n = 1;; n++) {
		cq__alloc_fail_after(n);
		const cq_status status = use(url, replica);
		const long asked = cq__alloc_count();
		cq__alloc_fail_after(0);
		if (asked < n) {
			assert_int_equal(status, CQ_OK);
			break;
		}
		failed += status != CQ_OK;
	}
	printf("routing: %d allocations failed\n", failed);
	assert_true(failed > 30);
	assert_int_equal(use(url, replica), CQ_OK);
	database_drop();
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_allocation_fails),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
