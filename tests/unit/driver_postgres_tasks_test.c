/* driver_postgres_tasks_test.c: large data and notifications in tasks: streams that others' statements run beside, stopped early
 * inside of transactions, cancelled; bulk inserts of many tasks; listeners that wait.
 *
 * It knows nothing of how tasks switch. ctest runs it.
 */
#include "unit/driver_postgres_shop.h"

#include <cquel/listen.h>
#include <cquel/task.h>

enum { MANY = 5000, TASKS = 8 };

static int open_full(void **state)
{
	shop_open(state);
	told("INSERT INTO notes SELECT n, 'note ' || n FROM generate_series(1, 5000) AS n");
	return 0;
}

static cq_status read_all(cq_connection *db, int64_t *sum, size_t most)
{
	cq_stream *stream;
	Note *note;
	size_t count = 0;
	cq_status status = cq_stream_open(db, Note, &(cq_stream_options){ 64 }, &stream,
		SQL(SELECT_ALL(notes), FROM(notes), WHERE(LE(notes.id, MANY)), ORDER_BY(notes.id)));
	*sum = 0;
	while (status == CQ_OK && count < most && (status = cq_stream_next(stream, &note)) == CQ_OK && note != NULL) {
		*sum += note->id;
		count++;
	}
	cq_stream_close(&stream);
	return status;
}

static void run_tasks(cq_engine *engine, cq_task_function *function, cq_connection **handles)
{
	cq_task *tasks[TASKS];
	for (int i = 0; i < TASKS; i++)
		assert_int_equal(cq_spawn(engine, &tasks[i], function, handles[i], NULL), CQ_OK);
	for (int i = 0; i < TASKS; i++) {
		const cq_status status = cq_task_await(tasks[i]);
		if (status != CQ_OK)
			fail_msg("%s: %s", cq_status_name(status), cq_last_error(handles[i])->message);
		cq_task_release(&tasks[i]);
	}
}

static void with_handles(shop *opened, cq_task_function *function, bool shared)
{
	cq_connection *handles[TASKS];
	for (int i = 0; i < TASKS; i++)
		assert_int_equal(shared ? cq_connect_shared(opened->engine, &handles[i]) : cq_connect(opened->engine, &handles[i]), CQ_OK);
	run_tasks(opened->engine, function, handles);
	for (int i = 0; i < TASKS; i++)
		cq_disconnect(&handles[i]);
}

static cq_status stream_twice(cq_engine *engine, void *argument)
{
	(void)engine;
	int64_t sum;
	for (int i = 0; i < 2; i++) {
		CQ_TRY(read_all(argument, &sum, SIZE_MAX));
		assert_int_equal(sum, (int64_t)MANY * (MANY + 1) / 2);
		CQ_TRY(read_all(argument, &sum, 100));
		assert_int_equal(sum, 5050);
	}
	return CQ_OK;
}

static void many_streams(void **state)
{
	with_handles(*state, stream_twice, false);
	with_handles(*state, stream_twice, true);
}

/* A stream that is stopped early leaves the transaction that it stands in as it is. */
static cq_status stop_early_within(cq_engine *engine, void *argument)
{
	cq_connection *const db = argument;
	int64_t sum;
	(void)engine;
	for (int i = 0; i < 10; i++) {
		CQ_TRY(cq_begin(db, NULL));
		CQ_TRY(cq_execute(db, NULL, SQL(UPDATE(notes, SET(body, "seen")), WHERE(EQ(notes.id, -1)))));
		CQ_TRY(read_all(db, &sum, 70));
		assert_int_equal(sum, 70 * 71 / 2);
		CQ_TRY(cq_execute(db, NULL, SQL(UPDATE(notes, SET(body, "seen")), WHERE(EQ(notes.id, -1)))));
		CQ_TRY(cq_commit(db));
	}
	return CQ_OK;
}

static void streams_stopped_early_within_transactions(void **state)
{
	with_handles(*state, stop_early_within, false);
	with_handles(*state, stop_early_within, true);
}

static cq_status insert_in_bulk(cq_engine *engine, void *argument)
{
	(void)engine;
	Note *const made = make_notes(3000, 0);
	cq_status status = cq_insert_many((cq_connection *)argument, Note, made, 3000);
	for (size_t i = 0; status == CQ_OK && i < 3000; i++)
		made[i].id += 1000000;
	if (status == CQ_OK)
		status = cq_insert_many((cq_connection *)argument, Note, made, 3000);
	free(made);
	return status;
}

static void bulk_inserts_side_by_side(void **state)
{
	told("ALTER TABLE notes ALTER COLUMN id RESTART WITH 10001");
	with_handles(*state, insert_in_bulk, false);
	assert_int_equal(asked("SELECT count(*) FROM notes"), MANY + 2LL * TASKS * 3000);
	told("DELETE FROM notes WHERE id > 5000");
	with_handles(*state, insert_in_bulk, true);
	assert_int_equal(asked("SELECT count(*) FROM notes"), MANY + 2LL * TASKS * 3000);
}

/* A cancelled task ends in the middle of a stream, and the connection serves the next one. */
static cq_status stream_slowly(cq_engine *engine, void *argument)
{
	cq_connection *const db = argument;
	cq_stream *stream;
	Note *note;
	(void)engine;
	CQ_TRY(cq_stream_open(db, Note, &(cq_stream_options){ 2 }, &stream,
		RAW_SQL("SELECT n AS id, 'x' || CASE WHEN n % 5 = 0 THEN pg_sleep(0.2)::text ELSE '' END AS body "
			"FROM generate_series(1, 1000) AS n")));
	cq_status status = CQ_OK;
	while (status == CQ_OK)
		status = cq_stream_next(stream, &note);
	cq_stream_close(&stream);
	return status;
}

static void a_cancelled_stream(void **state)
{
	shop *const opened = *state;
	for (int i = 0; i < 5; i++) {
		cq_task *task;
		assert_int_equal(cq_spawn(opened->engine, &task, stream_slowly, opened->db, NULL), CQ_OK);
		assert_int_equal(cq_task_await_until(task, 30 + 40 * i), CQ_TIMEOUT);
		cq_task_cancel(task);
		assert_int_equal(cq_task_await(task), CQ_CANCELLED);
		cq_task_release(&task);
		assert_int_equal(count_users(opened->db), 0);
	}
}

static cq_status listen_for_ten(cq_engine *engine, void *argument)
{
	cq_connection *const db = argument;
	cq_listener *listener;
	cq_notification heard;
	(void)engine;
	CQ_TRY(cq_listen(db, "news", &listener));
	cq_status status = CQ_OK;
	for (int i = 0; i < 10 && status == CQ_OK; i++) {
		char payload[16];
		(void)snprintf(payload, sizeof payload, "%d", i);
		if ((status = cq_listener_next(listener, 5000, &heard)) == CQ_OK)
			assert_string_equal(heard.payload, payload);
	}
	cq_listener_close(&listener);
	return status;
}

static cq_status tell_ten(cq_engine *engine, void *argument)
{
	CQ_TRY(cq_task_sleep(engine, 300));
	for (int i = 0; i < 10; i++) {
		char payload[16];
		(void)snprintf(payload, sizeof payload, "%d", i);
		CQ_TRY(cq_notify((cq_connection *)argument, "news", payload));
		CQ_TRY(cq_task_sleep(engine, 5));
	}
	return CQ_OK;
}

static cq_status wait_for_ever(cq_engine *engine, void *argument)
{
	cq_listener *listener;
	cq_notification heard;
	(void)engine;
	CQ_TRY(cq_listen(argument, "silence", &listener));
	const cq_status status = cq_listener_next(listener, -1, &heard);
	cq_listener_close(&listener);
	return status;
}

static void listeners_wait(void **state)
{
	shop *const opened = *state;
	cq_connection *handles[TASKS];
	cq_task *tasks[TASKS];
	for (int i = 0; i < TASKS; i++)
		assert_int_equal(cq_connect(opened->engine, &handles[i]), CQ_OK);
	for (int i = 0; i < TASKS; i++)
		assert_int_equal(cq_spawn(opened->engine, &tasks[i], i == 0 ? tell_ten : listen_for_ten, handles[i], NULL), CQ_OK);
	for (int i = 0; i < TASKS; i++) {
		assert_int_equal(cq_task_await(tasks[i]), CQ_OK);
		cq_task_release(&tasks[i]);
	}
	/* One that waits without limit ends with its task. */
	cq_task *endless;
	assert_int_equal(cq_spawn(opened->engine, &endless, wait_for_ever, handles[0], NULL), CQ_OK);
	assert_int_equal(cq_task_await_until(endless, 100), CQ_TIMEOUT);
	cq_task_cancel(endless);
	assert_int_equal(cq_task_await(endless), CQ_CANCELLED);
	cq_task_release(&endless);
	assert_int_equal(count_users(handles[0]), 0);
	for (int i = 0; i < TASKS; i++)
		cq_disconnect(&handles[i]);
}

int main(void)
{
	const int missing = shop_on_postgres();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(many_streams, open_full, shop_close),
		cmocka_unit_test_setup_teardown(streams_stopped_early_within_transactions, open_full, shop_close),
		cmocka_unit_test_setup_teardown(bulk_inserts_side_by_side, open_full, shop_close),
		cmocka_unit_test_setup_teardown(a_cancelled_stream, open_full, shop_close),
		cmocka_unit_test_setup_teardown(listeners_wait, open_full, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
