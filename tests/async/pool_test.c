/* tests/async/pool_test.c: connections come from a pool: used again, reset, waited for in order, limited, counted, told of.
 */
#include "async/pool_kit.h"

#include <cquel/driver/sqlite.h>
#include <cquel/task.h>

#include <sqlite3.h>
#include <sys/wait.h>

/* What the engine told. */
static struct {
	char warnings[4000];
	bool cached;
} heard;

static void hear(void *user, const cq_log_record *record)
{
	(void)user;
	const size_t length = strlen(heard.warnings);
	if (record->level == CQ_LOG_WARNING)
		snprintf(heard.warnings + length, sizeof heard.warnings - length, "%s\n", record->message);
	if (record->level == CQ_LOG_STATEMENT)
		heard.cached = record->cached;
}

static cq_engine *open_loud(cq_pool_options pool)
{
	heard.warnings[0] = '\0';
	return open_engine_with(pool, hear);
}

/* ---- one after the other ------------------------------------------------------------------------------------------ */

static void a_connection_is_used_again(void **state)
{
	(void)state;
	cq_engine *engine = open_loud((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *db;
	for (int i = 0; i < 3; i++) {
		CONNECT(engine, &db);
		assert_int_equal(count(engine).in_use, 1);
		assert_int_equal(count_users(db), 0);
		/* What was prepared stays prepared. */
		assert_true(heard.cached == (i != 0));
		cq_disconnect(&db);
		assert_null(db);
		assert_int_equal(count(engine).in_use, 0);
		assert_int_equal(count(engine).idle + count(engine).unready, 1);
	}
	const cq_pool_counters counters = count(engine);
	assert_int_equal(counters.opened, 1);
	assert_int_equal(counters.closed, 0);
	assert_int_equal(counters.lent, 4);
	/* For a server's first connection, while it was made. */
	assert_int_equal(counters.waits, database_kind() == CLIENT_SQLITE ? 0 : 1);
	cq_engine_close(&engine);
	assert_string_equal(heard.warnings, "");
}

static void what_was_begun_is_rolled_back(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *db;
	CONNECT(engine, &db);
	MUST(cq_begin(db, NULL));
	add_user(db, "ann");
	cq_disconnect(&db);
	/* It is looked at when it comes back, so that the next one finds nothing open. */
	CONNECT(engine, &db);
	assert_false(cq_in_transaction(db));
	assert_int_equal(count_users(db), 0);
	MUST(cq_execute(db, NULL, RAW_SQL("BEGIN")));
	add_user(db, "ben");
	cq_disconnect(&db);
	CONNECT(engine, &db);
	assert_int_equal(count_users(db), 0);
	cq_disconnect(&db);
	assert_int_equal(count(engine).opened, 1);
	cq_engine_close(&engine);
}

static void streams_and_operations_end_first(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *db;
	CONNECT(engine, &db);
	add_user(db, "ann");
	add_user(db, "ben");
	cq_stream *stream;
	User *user;
	int64_t users_then;
	cq_operation *operation;
	MUST(cq_stream_open(db, User, NULL, &stream, SQL(SELECT_ALL(users), FROM(users))));
	MUST(cq_stream_next(stream, &user));
	MUST(cq_submit_scalar(db, &users_then, &operation, SQL(SELECT(COUNT(users.id)), FROM(users))));
	cq_disconnect(&db);
	cq_operation_release(&operation);
	cq_stream_close(&stream);
	CONNECT(engine, &db);
	assert_int_equal(count_users(db), 2);
	cq_disconnect(&db);
	/* Of a server, the cancellation may be on its way still, and the second one had another connection. */
	assert_in_range(count(engine).idle + count(engine).unready, 1, database_kind() == CLIENT_SQLITE ? 1 : 2);
	assert_int_equal(count(engine).in_use, 0);
	cq_engine_close(&engine);
}

static void what_the_program_left_unfinished_is_reset(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	cq_engine *engine = open_engine((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *db;
	sqlite3_stmt *statement;
	CONNECT(engine, &db);
	add_user(db, "ann");
	add_user(db, "ben");
	sqlite3 *const native = cq_sqlite_handle(db);
	assert_int_equal(sqlite3_prepare_v2(native, "SELECT * FROM users", -1, &statement, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	cq_disconnect(&db);
	assert_int_equal(sqlite3_stmt_busy(statement), 0);
	CONNECT(engine, &db);
	assert_ptr_equal(cq_sqlite_handle(db), native);
	sqlite3_finalize(statement);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void what_is_too_many_or_too_old_is_closed(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 1, .max_overflow = 2, .timeout_ms = 100, .recycle_ms = 60000 });
	cq_connection *three[3];
	for (int i = 0; i < 3; i++)
		CONNECT(engine, &three[i]);
	assert_int_equal(count(engine).opened, 3);
	for (int i = 0; i < 3; i++)
		cq_disconnect(&three[i]);
	assert_int_equal(count(engine).closed, 2);
	assert_int_equal(count(engine).idle, 1);
	cq_engine_close(&engine);
	database_drop();

	engine = open_engine((cq_pool_options){ .size = 3, .timeout_ms = 100, .recycle_ms = 20 });
	CONNECT(engine, &three[0]);
	pause_ms(25);
	cq_disconnect(&three[0]);
	assert_int_equal(count(engine).idle, 0);
	assert_int_equal(count(engine).closed, count(engine).opened);
	/* Also one that became old while it was idle. */
	CONNECT(engine, &three[0]);
	cq_disconnect(&three[0]);
	assert_int_equal(count(engine).idle, 1);
	const uint64_t opened = count(engine).opened;
	pause_ms(25);
	CONNECT(engine, &three[0]);
	assert_int_equal(count(engine).opened, opened + 1);
	cq_disconnect(&three[0]);
	cq_engine_close(&engine);
}

static void connections_are_made_ahead(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 4, .max_overflow = 3, .timeout_ms = 1000 });
	cq_connection *db;
	assert_int_equal(cq_engine_warm(engine, 3), CQ_OK);
	assert_int_equal(count(engine).idle, 3);
	CONNECT(engine, &db);
	assert_int_equal(cq_engine_warm(engine, 100), CQ_OK);
	assert_int_equal(count(engine).idle, 3);
	assert_int_equal(count(engine).in_use, 1);
	cq_disconnect(&db);
	assert_int_equal(count(engine).idle, 4);
	assert_int_equal(count(engine).opened, 4);
	assert_int_equal(cq_engine_warm(NULL, 1), CQ_MISUSE);
	cq_engine_close(&engine);
}

static void memory_is_not_kept(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	cq_engine *engine;
	cq_connection *db, *other;
	assert_int_equal(cq_engine_open(&engine, "sqlite://", &(cq_engine_options){ .pool = { .size = 5 } }, NULL), CQ_OK);
	CONNECT(engine, &db);
	CONNECT(engine, &other);
	shop_create(db);
	add_user(db, "ann");
	shop_create(other);
	assert_int_equal(count_users(other), 0);
	cq_disconnect(&db);
	assert_int_equal(count(engine).idle, 0);
	assert_int_equal(cq_engine_warm(engine, 3), CQ_OK);
	assert_int_equal(count(engine).opened, 2);
	assert_int_equal(count(engine).closed, 1);
	cq_disconnect(&other);
	cq_engine_close(&engine);
}

static void the_last_to_close_is_who_can_fold_the_log_up(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	char file[4096], log[4200];
	cq_engine *engine = open_engine((cq_pool_options){ .size = 4 });
	cq_connection *db, *shared;
	CONNECT(engine, &db);
	snprintf(file, sizeof file, "%s", sqlite3_db_filename(cq_sqlite_handle(db), "main"));
	snprintf(log, sizeof log, "%s-wal", file);
	SHARE(engine, &shared);
	add_user(shared, "ann");
	assert_int_equal(count_users(shared), 1);    /* by a member that only reads, the youngest */
	assert_int_equal(count(engine).opened - count(engine).closed, 3);
	assert_int_equal(access(log, F_OK), 0);
	cq_disconnect(&shared);
	cq_disconnect(&db);
	cq_engine_close(&engine);
	assert_int_equal(access(file, F_OK), 0);
	assert_int_equal(access(log, F_OK), -1);
}

static void what_cannot_be_opened_leaves_its_place(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	cq_engine *engine;
	cq_connection *db;
	assert_int_equal(cq_engine_open(&engine, "sqlite:////nowhere/at/all.db", &(cq_engine_options){ .pool = { .size = 1 } }, NULL), CQ_OK);
	for (int i = 0; i < 5; i++) {
		assert_int_equal(cq_connect(engine, &db), CQ_CONNECTION);
		assert_null(db);
		assert_non_null(strstr(cq_engine_error(engine)->message, "/nowhere/at/all.db"));
	}
	assert_int_equal(cq_engine_warm(engine, 1), CQ_CONNECTION);
	assert_non_null(strstr(cq_engine_error(engine)->message, "/nowhere/at/all.db"));
	assert_int_equal(cq_engine_error(engine)->line, 0); /* there is no handle, whose place it would be */
	assert_int_equal(count(engine).failed, 6);
	assert_int_equal(count(engine).waiting, 0);
	assert_int_equal(count(engine).unready, 0);
	cq_engine_close(&engine);
}

/* ---- too many at once --------------------------------------------------------------------------------------------- */

static void a_time_out_names_the_holders(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 1, .max_overflow = 1, .timeout_ms = 300 });
	cq_connection *db, *other, *third;
	char place[80];
	CONNECT(engine, &db);
	CONNECT(engine, &other); const int line = __LINE__;
	assert_int_equal(count_users(other), 0);
	const int64_t begun = now_ms();
	assert_int_equal(cq_connect(engine, &third), CQ_TIMEOUT);
	const int64_t waited = now_ms() - begun;
	assert_in_range(waited, 299, 500);
	assert_null(third);
	const char *const message = cq_engine_error(engine)->message;
	snprintf(place, sizeof place, "%s:%d for 0.", __FILE__, line);
	if (strstr(message, place) == NULL || strstr(message, "SELECT COUNT(") == NULL || strstr(message, "shop.h:") == NULL)
		fail_msg("%s", message);
	assert_non_null(strstr(message, "300 ms"));
	assert_int_equal(count(engine).timeouts, 1);
	assert_int_equal(count(engine).waiting, 0);
	/* Its place in the queue has gone, no connection has. */
	cq_disconnect(&db);
	CONNECT(engine, &db);
	cq_disconnect(&db);
	cq_disconnect(&other);
	cq_engine_close(&engine);
}

static void nobody_queues_without_a_time(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 1, .timeout_ms = 0 });
	cq_connection *db, *other;
	CONNECT(engine, &db);
	const int64_t begun = now_ms();
	assert_int_equal(cq_connect(engine, &other), CQ_TIMEOUT);
	assert_in_range(now_ms() - begun, 0, 40);
	cq_disconnect(&db);
	CONNECT(engine, &other);
	cq_disconnect(&other);
	cq_engine_close(&engine);
}

/* ---- tasks wait --------------------------------------------------------------------------------------------------- */

enum { TASKS = 60 };

static struct {
	int order[TASKS];
	int count;
	int most, now;
} served;

static cq_status take_and_give_back(cq_engine *engine, void *argument)
{
	cq_connection *db;
	CQ_TRY(cq_connect(engine, &db));
	served.order[served.count++] = (int)(intptr_t)argument;
	served.now++;
	served.most = served.now > served.most ? served.now : served.most;
	cq_status status = cq_task_yield(engine);
	int64_t users_then;
	if (status == CQ_OK)
		status = cq_scalar(db, &users_then, SQL(SELECT(COUNT(users.id)), FROM(users)));
	served.now--;
	cq_disconnect(&db);
	return status;
}

static void tasks_are_served_in_the_order_of_asking(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 2, .max_overflow = 1, .timeout_ms = 20000 });
	cq_task *tasks[TASKS];
	memset(&served, 0, sizeof served);
	for (int i = 0; i < TASKS; i++)
		assert_int_equal(cq_spawn(engine, &tasks[i], take_and_give_back, (void *)(intptr_t)i, NULL), CQ_OK);
	assert_int_equal(cq_gather(TASKS, tasks, CQ_GATHER_ALL), CQ_OK);
	for (int i = 0; i < TASKS; i++) {
		assert_int_equal(served.order[i], i);
		cq_task_release(&tasks[i]);
	}
	const cq_pool_counters counters = count(engine);
	if (database_kind() == CLIENT_SQLITE) {
		assert_int_equal(served.most, 3);
		assert_int_equal(counters.waits, TASKS - 3);
	} else {
		/* Others come back while further ones are made. */
		assert_in_range(served.most, 1, 3);
		assert_in_range(counters.waits, TASKS - 3, TASKS);
	}
	assert_true(counters.wait_ns >= counters.longest_ns && counters.longest_ns > 0);
	assert_true(counters.opened <= 3);
	assert_int_equal(counters.timeouts, 0);
	cq_engine_close(&engine);
}

static cq_status only_take(cq_engine *engine, void *argument)
{
	cq_connection *db;
	const cq_status status = cq_connect(engine, &db);
	*(cq_status *)argument = status;
	cq_disconnect(&db);
	return status;
}

static void a_cancelled_wait_leaves_its_place(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 1, .timeout_ms = 20000 });
	cq_connection *db;
	cq_task *tasks[8];
	cq_status seen[8];
	CONNECT(engine, &db);
	for (int i = 0; i < 8; i++)
		assert_int_equal(cq_spawn(engine, &tasks[i], only_take, &seen[i], NULL), CQ_OK);
	assert_int_equal(cq_engine_drive(engine, 0), CQ_OK);
	assert_int_equal(count(engine).waiting, 8);
	for (int i = 0; i < 8; i += 2)
		cq_task_cancel(tasks[i]);
	assert_int_equal(cq_engine_drive(engine, 0), CQ_OK);
	assert_int_equal(count(engine).waiting, 4);
	/* One is cancelled when it was handed the connection already: it gives it back. */
	cq_task_cancel(tasks[1]);
	cq_disconnect(&db);
	for (int i = 0; i < 8; i++) {
		(void)!cq_task_await(tasks[i]);
		assert_int_equal(seen[i], i % 2 == 0 || (i == 1 && seen[1] != CQ_OK) ? CQ_CANCELLED : CQ_OK);
		cq_task_release(&tasks[i]);
	}
	assert_int_equal(count(engine).idle, 1);
	assert_int_equal(count(engine).waiting, 0);
	cq_engine_close(&engine);
}

static void a_task_times_out_alone(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 1, .timeout_ms = 40 });
	cq_connection *db;
	cq_task *tasks[5];
	cq_status seen[5];
	CONNECT(engine, &db);
	const int64_t begun = now_ms();
	for (int i = 0; i < 5; i++)
		assert_int_equal(cq_spawn(engine, &tasks[i], only_take, &seen[i], NULL), CQ_OK);
	assert_int_equal(cq_gather(5, tasks, CQ_GATHER_ALL), CQ_TIMEOUT);
	assert_in_range(now_ms() - begun, 39, 240);
	for (int i = 0; i < 5; i++) {
		assert_int_equal(seen[i], CQ_TIMEOUT);
		cq_task_release(&tasks[i]);
	}
	assert_int_equal(count(engine).timeouts, 5);
	cq_disconnect(&db);
	CONNECT(engine, &db);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void who_waits_is_told_of_the_end(void **state)
{
	(void)state;
	cq_engine *engine = open_loud((cq_pool_options){ .size = 1, .timeout_ms = -1 });
	cq_connection *db;
	cq_task *task;
	cq_status seen = CQ_OK;
	CONNECT(engine, &db);
	assert_int_equal(cq_spawn(engine, &task, only_take, &seen, NULL), CQ_OK);
	assert_int_equal(cq_engine_drive(engine, 0), CQ_OK);
	cq_engine_close(&engine);
	assert_int_equal(seen, CQ_CANCELLED);
	cq_task_release(&task);
}

/* ---- told --------------------------------------------------------------------------------------------------------- */

static void what_nobody_gave_back_is_told(void **state)
{
	(void)state;
	cq_engine *engine = open_loud((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *db, *other;
	char wanted[200];
	CONNECT(engine, &db); const int line = __LINE__;
	CONNECT(engine, &other);
	cq_disconnect(&other);
	cq_engine_close(&engine);
	snprintf(wanted, sizeof wanted, "a connection was not given back before its engine closed (%s:%d)\n", __FILE__, line);
	assert_string_equal(heard.warnings, wanted);
}

static void the_plain_functions_are_there(void **state)
{
	(void)state;
	cq_engine *engine = open_loud((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *db;
	assert_int_equal((cq_connect)(engine, &db), CQ_OK);
	assert_int_equal(count_users(db), 0);
	cq_disconnect(&db);
	assert_int_equal(cq_connect_at(engine, &db, "far.c", 7), CQ_OK);
	cq_engine_close(&engine);
	assert_non_null(strstr(heard.warnings, "(far.c:7)"));
	assert_int_equal((cq_connect)(NULL, &db), CQ_MISUSE);
	assert_null(db);
	cq_pool_counters counters = { .in_use = 7 };
	cq_engine_pool_counters(NULL, &counters);
	assert_int_equal(counters.in_use, 0);
}

static void a_child_closes_nothing(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *db, *other;
	CONNECT(engine, &db);
	assert_int_equal(cq_engine_warm(engine, 2), CQ_OK);
	MUST(cq_begin(db, NULL));
	add_user(db, "ann");
	const pid_t child = fork();
	if (child == 0) {
		cq_pool_counters counters;
		bool right = cq_connect(engine, &other) == CQ_MISUSE && cq_connect_shared(engine, &other) == CQ_MISUSE
			&& cq_engine_warm(engine, 5) == CQ_MISUSE;
		cq_engine_pool_counters(engine, &counters);
		right = right && counters.opened == 0;
		cq_disconnect(&db);
		cq_engine_close(&engine);
		_exit(right ? 0 : 1);
	}
	int result;
	assert_int_equal(waitpid(child, &result, 0), child);
	assert_int_equal(result, 0);
	/* The parent's transaction stands. */
	MUST(cq_commit(db));
	CONNECT(engine, &other);
	assert_int_equal(count_users(other), 1);
	cq_disconnect(&other);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_connection_is_used_again, drop),
		cmocka_unit_test_teardown(what_was_begun_is_rolled_back, drop),
		cmocka_unit_test_teardown(streams_and_operations_end_first, drop),
		cmocka_unit_test_teardown(what_the_program_left_unfinished_is_reset, drop),
		cmocka_unit_test_teardown(what_is_too_many_or_too_old_is_closed, drop),
		cmocka_unit_test_teardown(connections_are_made_ahead, drop),
		cmocka_unit_test(memory_is_not_kept),
		cmocka_unit_test_teardown(the_last_to_close_is_who_can_fold_the_log_up, drop),
		cmocka_unit_test(what_cannot_be_opened_leaves_its_place),
		cmocka_unit_test_teardown(a_time_out_names_the_holders, drop),
		cmocka_unit_test_teardown(nobody_queues_without_a_time, drop),
		cmocka_unit_test_teardown(tasks_are_served_in_the_order_of_asking, drop),
		cmocka_unit_test_teardown(a_cancelled_wait_leaves_its_place, drop),
		cmocka_unit_test_teardown(a_task_times_out_alone, drop),
		cmocka_unit_test_teardown(who_waits_is_told_of_the_end, drop),
		cmocka_unit_test_teardown(what_nobody_gave_back_is_told, drop),
		cmocka_unit_test_teardown(the_plain_functions_are_there, drop),
		cmocka_unit_test_teardown(a_child_closes_nothing, drop),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
