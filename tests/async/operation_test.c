/* tests/async/operation_test.c: operations: awaited alone and together, told by callback, cancelled, timed out, let go.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <poll.h>

static int with_users(void **state)
{
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	char name[16];
	for (int i = 0; i < 50; i++) {
		(void)snprintf(name, sizeof name, "user%d", i);
		add_user(db, name);
	}
	return 0;
}

static void many_are_awaited_together(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_operation *operations[64];
	User *found[64];
	for (int i = 0; i < 64; i++)
		MUST(cq_submit_one_or_none(db, User, &found[i], &operations[i],
			SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, (int64_t)i + 1)))));
	assert_int_equal(cq_engine_pending(((shop *)*state)->engine), 64);
	MUST(cq_await_all(64, operations));
	assert_int_equal(cq_engine_pending(((shop *)*state)->engine), 0);
	for (int i = 0; i < 64; i++) {
		assert_true(cq_operation_is_done(operations[i]));
		if (i < 50)
			assert_int_equal(found[i]->id, i + 1);
		else
			assert_null(found[i]);
		cq_operation_release(&operations[i]);
		assert_null(operations[i]);
		cq_free(&found[i]);
	}
}

static void values_are_copied(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	char name[] = "user3";
	const char *names[] = { name, "user4" };
	int64_t ids[] = { 4, 5 };
	cq_rows(User) by_name, by_id;
	cq_operation *first, *second, *third;
	int64_t changes;
	MUST(cq_submit_all(db, User, &by_name, &first, SQL(SELECT_ALL(users), FROM(users), WHERE(IN_ARRAY(users.username, names, 2)))));
	MUST(cq_submit_all(db, User, &by_id, &second, SQL(SELECT_ALL(users), FROM(users), WHERE(IN_ARRAY(users.id, ids, 2)))));
	MUST(cq_submit_execute(db, &changes, &third, SQL(UPDATE(users, SET(bio, name)), WHERE(EQ(users.username, name)))));
	memset(name, 'x', sizeof name - 1);
	memset(ids, 0, sizeof ids);
	names[0] = names[1] = NULL;
	MUST(cq_await_all(3, (cq_operation *[]){ first, second, third }));
	assert_int_equal(by_name.count, 2);
	assert_int_equal(by_id.count, 2);
	assert_int_equal(changes, 1);
	cq_free(&by_name);
	cq_free(&by_id);
	cq_operation_release(&first);
	cq_operation_release(&second);
	cq_operation_release(&third);
}

static void a_failure_is_the_operations(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_operation *good, *bad;
	int64_t count, changes;
	MUST(cq_submit_execute(db, &changes, &bad, SQL(INSERT_INTO(users, SET(username, "user1"), SET(balance, (cq_decimal){ 0 })))));
	MUST(cq_submit_scalar(db, &count, &good, SQL(SELECT(COUNT(users.id)), FROM(users))));
	assert_int_equal(cq_await_all(2, (cq_operation *[]){ good, bad }), CQ_UNIQUE);
	assert_int_equal(count, 50);
	assert_int_equal(cq_operation_status(good), CQ_OK);
	assert_int_equal(cq_operation_error(good)->code, CQ_OK);
	assert_int_equal(cq_operation_error(bad)->code, CQ_UNIQUE);
	assert_string_equal(cq_operation_error(bad)->file, __FILE__);
	assert_non_null(strstr(cq_operation_error(bad)->sql, "INSERT"));
	assert_int_equal(cq_last_error(db)->code, CQ_UNIQUE);
	cq_operation_release(&good);
	cq_operation_release(&bad);
}

typedef struct told {
	cq_connection *db;
	cq_engine *engine;
	cq_operation *operation;
	cq_status status;
	int calls;
	int depth;
} told;

static void count_call(void *user, cq_operation *operation, cq_status status)
{
	told *const seen = user;
	seen->calls++;
	seen->status = status;
	assert_ptr_equal(operation, seen->operation);
	/* Waiting here would wait for ourselves. */
	assert_int_equal(cq_await(operation), status);
	int64_t count;
	assert_int_equal(cq_scalar(seen->db, &count, SQL(SELECT(COUNT(users.id)), FROM(users))), CQ_MISUSE);
	assert_int_equal(cq_engine_drive(seen->engine, -1), CQ_MISUSE);
	cq_operation_release(&seen->operation);
}

static void callbacks_come_from_the_drive(void **state)
{
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	int64_t count = 0;
	told seen = { .db = db, .engine = opened->engine };
	MUST(cq_submit_scalar(db, &count, &seen.operation, SQL(SELECT(COUNT(users.id)), FROM(users))));
	MUST(cq_operation_on_done(seen.operation, count_call, &seen));
	assert_int_equal(cq_operation_on_done(seen.operation, count_call, &seen), CQ_MISUSE);
	assert_int_equal(seen.calls, 0);
	while (cq_engine_pending(opened->engine) != 0)
		MUST(cq_engine_drive(opened->engine, -1));
	assert_int_equal(seen.calls, 1);
	assert_int_equal(count, 50);
	assert_null(seen.operation);
	MUST(cq_engine_drive(opened->engine, -1));
}

static void close_all(void *user, cq_operation *operation, cq_status status)
{
	told *const seen = user;
	(void)operation;
	assert_int_equal(status, CQ_OK);
	seen->calls++;
	cq_operation_release(&seen->operation);
	cq_engine_close(&seen->engine);
}

static void a_callback_may_close_everything(void **state)
{
	(void)state;
	void *own;
	shop_open(&own);
	shop *const opened = own;
	cq_connection *const db = opened->db;
	told seen = { .db = db, .engine = opened->engine };
	cq_operation *other;
	cq_rows(User) rows;
	int64_t count;
	MUST(cq_submit_scalar(db, &count, &seen.operation, SQL(SELECT(COUNT(users.id)), FROM(users))));
	MUST(cq_submit_all(db, User, &rows, &other, ENDLESS_COUNT));
	MUST(cq_operation_on_done(seen.operation, close_all, &seen));
	MUST(cq_operation_on_done(other, close_all, &seen));
	while (seen.calls == 0)
		assert_int_equal(cq_engine_drive(opened->engine, -1), CQ_OK);
	assert_int_equal(seen.calls, 1);
	assert_true(cq_operation_is_done(other));
	assert_int_equal(cq_operation_status(other), CQ_CANCELLED);
	assert_int_equal(rows.count, 0);
	cq_operation_release(&other);
}

static void a_cancelled_one_ends(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_operation *slow, *queued;
	int64_t number, count;
	MUST(cq_submit_scalar(db, &number, &slow, ENDLESS_COUNT));
	MUST(cq_submit_scalar(db, &count, &queued, SQL(SELECT(COUNT(users.id)), FROM(users))));
	assert_int_equal(cq_await_until(slow, 20), CQ_TIMEOUT);
	assert_false(cq_operation_is_done(slow));
	cq_operation_cancel(slow);
	assert_int_equal(cq_await(slow), CQ_CANCELLED);
	assert_int_equal(number, 0);
	MUST(cq_await(queued));
	assert_int_equal(count, 50);
	cq_operation_release(&slow);
	cq_operation_release(&queued);
	/* Letting go of one under way cancels it too. */
	MUST(cq_submit_scalar(db, &number, &slow, ENDLESS_COUNT));
	cq_operation_release(&slow);
	assert_int_equal(count_users(db), 50);
}

static void a_deadline_ends_what_runs_and_what_waits(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_operation *slow, *queued;
	int64_t number, count;
	MUST(cq_connection_set_timeout(db, 60));
	assert_int_equal(cq_scalar(db, &number, ENDLESS_COUNT), CQ_TIMEOUT);
	assert_int_equal(cq_last_error(db)->kind, CQ_CLASS_TIMEOUT);
	MUST(cq_connection_set_timeout(db, 0));
	MUST(cq_submit_scalar(db, &number, &slow, ENDLESS_COUNT));
	MUST(cq_connection_set_timeout(db, 60));
	MUST(cq_submit_scalar(db, &count, &queued, SQL(SELECT(COUNT(users.id)), FROM(users))));
	MUST(cq_connection_set_timeout(db, 0));
	assert_int_equal(cq_await_until(queued, 5000), CQ_TIMEOUT);
	assert_true(cq_operation_is_done(queued));
	assert_int_equal(cq_operation_error(queued)->code, CQ_TIMEOUT);
	assert_false(cq_operation_is_done(slow));
	cq_operation_cancel(slow);
	assert_int_equal(cq_await(slow), CQ_CANCELLED);
	cq_operation_release(&slow);
	cq_operation_release(&queued);
}

typedef struct hooked {
	int descriptor, changes;
	unsigned mask;
} hooked;

static void watch(void *user, int descriptor, unsigned mask, int deadline_ms)
{
	hooked *const seen = user;
	/* The engine's own timers have a descriptor that is never ready. */
	if (mask == 0 && descriptor != seen->descriptor)
		return;
	assert_int_equal(deadline_ms, -1);
	seen->descriptor = descriptor;
	seen->mask = mask;
	seen->changes++;
}

static void another_loop_is_told_of_changes(void **state)
{
	/* How a socket is watched is told in tests/async/loop_*_test.c. */
	database_only(CLIENT_SQLITE);
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	hooked seen = { .descriptor = -1 };
	const cq_loop_hook hook = { .want = watch, .user = &seen };
	MUST(cq_engine_attach(opened->engine, &hook));
	assert_int_equal(seen.changes, 0);
	cq_operation *operation;
	int64_t count = 0;
	MUST(cq_submit_scalar(db, &count, &operation, SQL(SELECT(COUNT(users.id)), FROM(users))));
	assert_int_equal(seen.changes, 1);
	assert_int_equal(seen.mask, CQ_WANT_READ);
	while (!cq_operation_is_done(operation)) {
		struct pollfd waited = { .fd = seen.descriptor, .events = POLLIN };
		assert_int_equal(poll(&waited, 1, 5000), 1);
		MUST(cq_engine_drive(opened->engine, 0));
	}
	assert_int_equal(seen.changes, 2);
	assert_int_equal(seen.mask, 0);
	assert_int_equal(count, 50);
	cq_operation_release(&operation);
	MUST(cq_engine_attach(opened->engine, NULL));
}

static void note_due(void *user, int descriptor, unsigned mask, int deadline_ms)
{
	int *const due_ms = user;
	(void)descriptor;
	if (mask == 0)
		*due_ms = deadline_ms;
}

static void count_told(void *user, cq_operation *operation, cq_status status)
{
	(void)operation;
	assert_int_equal(status, CQ_OK);
	++*(int *)user;
}

static void another_loop_is_told_of_callbacks(void **state)
{
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	int due_ms = -1, calls = 0;
	const cq_loop_hook hook = { .want = note_due, .user = &due_ms };
	cq_operation *operation;
	int64_t count = 0;
	MUST(cq_submit_scalar(db, &count, &operation, SQL(SELECT(COUNT(users.id)), FROM(users))));
	MUST(cq_await(operation));
	MUST(cq_engine_attach(opened->engine, &hook));
	assert_int_not_equal(due_ms, 0);
	/* Nothing will become readable for it. */
	MUST(cq_operation_on_done(operation, count_told, &calls));
	assert_int_equal(due_ms, 0);
	MUST(cq_engine_drive(opened->engine, 0));
	assert_int_equal(calls, 1);
	assert_int_not_equal(due_ms, 0);
	cq_operation_release(&operation);
	MUST(cq_engine_attach(opened->engine, NULL));
}

static void warn(void *user, const cq_log_record *record)
{
	int *const warnings = user;
	if (record->level == CQ_LOG_WARNING && strstr(record->message, "neither awaited") != NULL)
		++*warnings;
}

static void a_forgotten_one_is_reported(void **state)
{
	(void)state;
	int warnings = 0;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = warn;
	options.log_user = &warnings;
	options.log_level = CQ_LOG_WARNING;
	void *own;
	shop_open_with(&own, database_create(), &options);
	shop *const opened = own;
	cq_connection *const db = opened->db;
	cq_operation *forgotten, *awaited;
	int64_t count, again;
	MUST(cq_submit_scalar(db, &count, &forgotten, SQL(SELECT(COUNT(users.id)), FROM(users))));
	MUST(cq_submit_scalar(db, &again, &awaited, SQL(SELECT(COUNT(users.id)), FROM(users))));
	MUST(cq_await(awaited));
	cq_disconnect(&opened->db);
	assert_int_equal(warnings, 1);
	assert_true(cq_operation_is_done(forgotten));
	cq_operation_release(&forgotten);
	cq_operation_release(&awaited);
	cq_engine_close(&opened->engine);
}

static void connect_inside(void *user, cq_operation *operation, cq_status status)
{
	(void)status;
	shop *const opened = user;
	cq_connection *other = opened->db;
	assert_int_equal(cq_connect(opened->engine, &other), CQ_MISUSE);
	assert_null(other);
	assert_non_null(strstr(cq_engine_error(opened->engine)->message, "callback"));
	cq_operation_release(&operation);
}

static void a_callback_does_not_connect(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_operation *operation;
	int64_t count;
	MUST(cq_submit_scalar(db, &count, &operation, SQL(SELECT(COUNT(users.id)), FROM(users))));
	MUST(cq_operation_on_done(operation, connect_inside, *state));
	while (cq_engine_pending(((shop *)*state)->engine) != 0)
		MUST(cq_engine_drive(((shop *)*state)->engine, -1));
}

/* What await looks at must live until it returns, whoever lets go of it meanwhile. */
static void release_it(void *user, cq_operation *operation, cq_status status)
{
	(void)operation;
	(void)status;
	cq_operation_release(user);
}

static void one_that_is_awaited_may_be_released(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (int how = 0; how < 3; how++) {
		cq_operation *early, *awaited;
		int64_t count, endless;
		MUST(cq_submit_scalar(db, &count, &early, SQL(SELECT(COUNT(users.id)), FROM(users))));
		MUST(cq_submit_scalar(db, &endless, &awaited, ENDLESS_COUNT));
		MUST(cq_operation_on_done(early, release_it, &awaited));
		cq_operation *const both[] = { early, awaited };
		assert_int_equal(how == 0 ? cq_await(awaited) : how == 1 ? cq_await_until(awaited, 10000) : cq_await_all(2, both),
			CQ_CANCELLED);
		assert_null(awaited);
		cq_operation_release(&early);
	}
}

static void disconnect_it(void *user, cq_operation *operation, cq_status status)
{
	(void)status;
	cq_operation_release(&operation);
	cq_disconnect(user);
}

static void one_that_is_awaited_may_lose_its_connection(void **state)
{
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	cq_operation *early, *awaited;
	int64_t count, endless;
	MUST(cq_submit_scalar(db, &count, &early, SQL(SELECT(COUNT(users.id)), FROM(users))));
	MUST(cq_submit_scalar(db, &endless, &awaited, ENDLESS_COUNT));
	MUST(cq_operation_on_done(early, disconnect_it, &opened->db));
	assert_int_equal(cq_await(awaited), CQ_CANCELLED);
	assert_null(opened->db);
	cq_operation_release(&awaited);
}

static void what_was_awaited_is_the_last_error(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_operation *bad, *worse;
	MUST(cq_submit_execute(db, NULL, &bad, RAW_SQL("INSERT INTO nowhere VALUES (1)")));
	assert_int_equal(cq_await(bad), CQ_SYNTAX);
	assert_int_equal(cq_last_error(db)->code, CQ_SYNTAX);
	assert_string_equal(cq_last_error(db)->message, cq_operation_error(bad)->message);
	MUST(cq_submit_execute(db, NULL, &worse, RAW_SQL("DELETE FROM elsewhere")));
	assert_int_equal(cq_await_all(2, (cq_operation *[]){ worse, bad }), CQ_SYNTAX);
	assert_string_equal(cq_last_error(db)->message, cq_operation_error(worse)->message);
	assert_int_equal(cq_await_until(bad, 1), CQ_SYNTAX);
	assert_string_equal(cq_last_error(db)->message, cq_operation_error(bad)->message);
	cq_operation_release(&bad);
	cq_operation_release(&worse);
}

/* The earliest deadline is found whatever the order they were given in, and the next when it is gone. */
static void each_deadline_is_met_in_its_turn(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const int64_t limits[] = { 60000, 120, 60, 0 };
	cq_operation *operations[4];
	int64_t counts[4];
	for (int i = 0; i < 4; i++) {
		MUST(cq_connection_set_timeout(db, limits[i]));
		MUST(cq_submit_scalar(db, &counts[i], &operations[i], ENDLESS_COUNT));
	}
	assert_int_equal(cq_await_until(operations[2], 10000), CQ_TIMEOUT);
	assert_true(cq_operation_is_done(operations[2]));
	assert_false(cq_operation_is_done(operations[1]));
	assert_int_equal(cq_await_until(operations[1], 10000), CQ_TIMEOUT);
	assert_true(cq_operation_is_done(operations[1]));
	assert_false(cq_operation_is_done(operations[0]));
	for (int i = 0; i < 4; i++)
		cq_operation_release(&operations[i]);
	assert_int_equal(cq_engine_pending(((shop *)*state)->engine), 0);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(many_are_awaited_together, with_users, shop_close),
		cmocka_unit_test_setup_teardown(values_are_copied, with_users, shop_close),
		cmocka_unit_test_setup_teardown(a_failure_is_the_operations, with_users, shop_close),
		cmocka_unit_test_setup_teardown(callbacks_come_from_the_drive, with_users, shop_close),
		cmocka_unit_test(a_callback_may_close_everything),
		cmocka_unit_test_setup_teardown(a_cancelled_one_ends, with_users, shop_close),
		cmocka_unit_test_setup_teardown(a_deadline_ends_what_runs_and_what_waits, with_users, shop_close),
		cmocka_unit_test_setup_teardown(another_loop_is_told_of_changes, with_users, shop_close),
		cmocka_unit_test_setup_teardown(another_loop_is_told_of_callbacks, with_users, shop_close),
		cmocka_unit_test(a_forgotten_one_is_reported),
		cmocka_unit_test_setup_teardown(a_callback_does_not_connect, with_users, shop_close),
		cmocka_unit_test_setup_teardown(one_that_is_awaited_may_be_released, with_users, shop_close),
		cmocka_unit_test_setup_teardown(one_that_is_awaited_may_lose_its_connection, with_users, shop_close),
		cmocka_unit_test_setup_teardown(what_was_awaited_is_the_last_error, with_users, shop_close),
		cmocka_unit_test_setup_teardown(each_deadline_is_met_in_its_turn, with_users, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
