/* tests/async/task_handle_test.c: one handle in the hands of two tasks: the second is refused, or closes what is its own; nothing
 * is freed under who waits, and the handle is free when all have got up.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <cquel/listen.h>
#include <cquel/task.h>

/* Whoever calls this waits inside of its handle for a while. */
static cq_status sleep_in_database(cq_connection *db)
{
	if (database_kind() == CLIENT_POSTGRES)
		return cq_execute(db, NULL, RAW_SQL("SELECT pg_sleep(0.3)"));
	return cq_execute(db, NULL,
		RAW_SQL("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT COUNT(*) FROM n"));
}

typedef struct actor {
	cq_connection *db;
	cq_task *task;
	cq_listener *listener;
	cq_stream *stream;
	cq_status status;
	bool began;
} actor;

static int open_shared(void **state)
{
	return shop_open_with(state, database_create_shared(), NULL);
}

static void start(cq_engine *engine, cq_task_function *function, actor *who)
{
	assert_int_equal(cq_spawn(engine, &who->task, function, who, NULL), CQ_OK);
}

static cq_status finish(actor *who)
{
	const cq_status status = cq_task_await(who->task);
	cq_task_release(&who->task);
	return status;
}

static void expect_free(cq_connection *db)
{
	int64_t count = -1;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	assert_int_equal(count, 0);
}

static cq_status sleep_inside(cq_engine *engine, void *argument)
{
	(void)engine;
	actor *const own = argument;
	own->began = true;
	own->status = sleep_in_database(own->db);
	return own->status;
}

static cq_status disconnect(cq_engine *engine, void *argument)
{
	(void)engine;
	actor *const own = argument;
	cq_disconnect(&own->db);
	return CQ_OK;
}

/* ---- closing beside who waits ------------------------------------------------------------------------------------------- */

static cq_status open_and_leave_scope(cq_engine *engine, void *argument)
{
	actor *const own = argument;
	CQ_TRANSACTION_STATUS(own->db, &own->status) {
		own->began = true;
		own->status = cq_task_sleep(engine, 50);
		break;
	}
	return own->status;
}

static void a_scope_is_left_while_another_task_waits(void **state)
{
	const shop *const it = *state;
	actor scope = { .db = it->db }, sleeper = { .db = it->db };
	start(it->engine, open_and_leave_scope, &scope);
	while (!scope.began)
		assert_int_equal(cq_engine_drive(it->engine, 10), CQ_OK);
	start(it->engine, sleep_inside, &sleeper);
	assert_int_equal(finish(&sleeper), CQ_OK);
	assert_int_equal(finish(&scope), CQ_OK);
	expect_free(it->db);
	assert_false(cq_in_transaction(it->db));
}

static cq_status close_listener(cq_engine *engine, void *argument)
{
	(void)engine;
	actor *const own = argument;
	cq_listener_close(&own->listener);
	return CQ_OK;
}

static void a_listener_is_closed_while_another_task_waits(void **state)
{
	database_only(CLIENT_POSTGRES);
	const shop *const it = *state;
	cq_connection *const db = it->db;
	actor closer = { .db = db }, sleeper = { .db = db };
	MUST(cq_listen(db, "orders", &closer.listener));
	start(it->engine, sleep_inside, &sleeper);
	start(it->engine, close_listener, &closer);
	assert_int_equal(finish(&sleeper), CQ_OK);
	assert_int_equal(finish(&closer), CQ_OK);
	expect_free(db);
}

/* ---- a handle stays under who waits ------------------------------------------------------------------------------------- */

/* An engine on the same database whose one connection is taken. */
static cq_engine *open_taken(cq_connection **only)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	cq_engine *engine;
	options.pool = (cq_pool_options){ .size = 1, .timeout_ms = 5000 };
	assert_int_equal(cq_engine_open(&engine, database_url(), &options, NULL), CQ_OK);
	assert_int_equal(cq_connect(engine, only), CQ_OK);
	return engine;
}

static cq_status open_stream(cq_engine *engine, void *argument)
{
	(void)engine;
	actor *const own = argument;
	cq_connection *const db = own->db;
	own->began = true;
	own->status = cq_stream_open(db, Note, NULL, &own->stream, SQL(SELECT_ALL(notes), FROM(notes)));
	cq_stream_close(&own->stream);
	cq_disconnect(&own->db);
	return own->status;
}

static void a_stream_that_waits_for_a_connection_keeps_its_handle(void **state)
{
	shop *const it = *state;
	cq_connection *only;
	cq_engine *engine = open_taken(&only);
	actor streamer = { 0 }, thief = { 0 };
	assert_int_equal(cq_connect_shared(engine, &streamer.db), CQ_OK);
	thief.db = streamer.db;
	start(engine, open_stream, &streamer);
	start(engine, disconnect, &thief);
	assert_int_equal(finish(&thief), CQ_OK);
	assert_int_equal(cq_last_error(streamer.db)->code, CQ_MISUSE);
	assert_non_null(strstr(cq_last_error(streamer.db)->message, "cq_disconnect: a task waits on this handle already"));
	assert_ptr_equal(thief.db, streamer.db);
	cq_disconnect(&only);
	assert_int_equal(finish(&streamer), CQ_OK);
	cq_engine_close(&engine);
	expect_free(it->db);
}

static const char second_use[] = "a task waits on this handle already";

static void expect_refused(cq_connection *db, cq_status status, const char *call)
{
	assert_int_equal(status, CQ_MISUSE);
	assert_int_equal(cq_last_error(db)->code, CQ_MISUSE);
	if (strstr(cq_last_error(db)->message, second_use) == NULL || strstr(cq_last_error(db)->message, call) == NULL)
		fail_msg("%s", cq_last_error(db)->message);
}

/* Whatever waits on the handle is refused while a stream of it waits for a connection. */
static cq_status use_it(cq_engine *engine, void *argument)
{
	(void)engine;
	actor *const own = argument;
	cq_connection *const db = own->db;
	int64_t number;
	cq_stream *stream = NULL;
	Note note = CQ_NEW(Note, .body = "second");
	own->began = true;
	expect_refused(db, cq_scalar(db, &number, SQL(SELECT(COUNT(notes.id)), FROM(notes))), "cq_scalar");
	expect_refused(db, cq_stream_open(db, Note, NULL, &stream, SQL(SELECT_ALL(notes), FROM(notes))), "cq_stream_open");
	assert_null(stream);
	expect_refused(db, cq_insert(db, Note, &note), "cq_insert");
	expect_refused(db, cq_begin(db, NULL), "cq_begin");
	assert_false(cq_in_transaction(db));
	return CQ_OK;
}

/* The same for a stream that is opened outside of tasks, and turns the loop: a task comes by, and lets go of the connection. */
static cq_status use_it_and_make_room(cq_engine *engine, void *argument)
{
	const cq_status status = use_it(engine, argument);
	cq_disconnect(&((actor *)argument)[1].db);
	return status;
}

static void a_second_use_is_refused_while_a_stream_waits_for_a_connection(void **state)
{
	shop *const it = *state;
	cq_connection *only;
	cq_engine *engine = open_taken(&only);
	actor streamer = { 0 }, user = { 0 };
	assert_int_equal(cq_connect_shared(engine, &streamer.db), CQ_OK);
	user.db = streamer.db;
	start(engine, open_stream, &streamer);
	start(engine, use_it, &user);
	assert_int_equal(finish(&user), CQ_OK);
	assert_true(user.began && streamer.began);
	cq_disconnect(&only);
	assert_int_equal(finish(&streamer), CQ_OK);
	/* Outside of tasks. */
	actor two[2] = { 0 };
	cq_connection *db;
	cq_stream *stream;
	assert_int_equal(cq_connect(engine, &two[1].db), CQ_OK);
	assert_int_equal(cq_connect_shared(engine, &db), CQ_OK);
	two[0].db = db;
	start(engine, use_it_and_make_room, &two[0]);
	MUST(cq_stream_open(db, Note, NULL, &stream, SQL(SELECT_ALL(notes), FROM(notes))));
	assert_int_equal(finish(&two[0]), CQ_OK);
	cq_stream_close(&stream);
	expect_free(db);
	cq_disconnect(&db);
	cq_engine_close(&engine);
	expect_free(it->db);
}

static cq_status collide(cq_connection *db, void *argument, uint32_t attempt)
{
	(void)db;
	((actor *)argument)->began = true;
	return attempt == 1 ? CQ_BUSY : CQ_OK;
}

static cq_status transact(cq_engine *engine, void *argument)
{
	(void)engine;
	actor *const own = argument;
	return cq_transact(own->db, collide, own, &(cq_transact_options){ .attempts = 3, .backoff_ms = 400, .backoff_max_ms = 400 });
}

static void a_transaction_that_waits_for_its_next_attempt_keeps_its_handle(void **state)
{
	const shop *const it = *state;
	actor again = { .db = it->db }, thief = { .db = it->db };
	start(it->engine, transact, &again);
	while (!again.began)
		assert_int_equal(cq_engine_drive(it->engine, 10), CQ_OK);
	assert_int_equal(cq_task_sleep(it->engine, 80), CQ_OK);
	start(it->engine, disconnect, &thief);
	assert_int_equal(finish(&thief), CQ_OK);
	assert_int_equal(cq_last_error(it->db)->code, CQ_MISUSE);
	assert_int_equal(finish(&again), CQ_OK);
	expect_free(it->db);
}

static void who_waits_outside_of_tasks_keeps_its_handle(void **state)
{
	const shop *const it = *state;
	/* SQLite's driver does not turn the loop there. */
	database_only(CLIENT_POSTGRES);
	actor thief = { .db = it->db };
	start(it->engine, disconnect, &thief);
	assert_int_equal(sleep_in_database(it->db), CQ_OK);
	assert_true(cq_task_is_done(thief.task));
	assert_ptr_equal(thief.db, it->db);
	assert_int_equal(finish(&thief), CQ_OK);
	expect_free(it->db);
}

static cq_status read_slowly(cq_engine *engine, void *argument)
{
	(void)engine;
	actor *const own = argument;
	Note *note;
	CQ_TRY(cq_stream_open(own->db, Note, &(cq_stream_options){ .buffer_rows = 2 }, &own->stream,
		RAW_SQL("SELECT i AS id, CAST(pg_sleep(CASE WHEN i > 4 THEN 0.2 ELSE 0 END) AS text) AS body "
				"FROM generate_series(CAST(1 AS BIGINT), 30) AS i")));
	own->began = true;
	do
		own->status = cq_stream_next(own->stream, &note);
	while (own->status == CQ_OK && note != NULL);
	return own->status;
}

static cq_status close_stream(cq_engine *engine, void *argument)
{
	/* It is open then, and its reader waits. */
	CQ_TRY(cq_task_sleep(engine, 100));
	cq_stream_close(&((actor *)argument)->stream);
	return CQ_OK;
}

static void a_stream_is_closed_while_another_task_waits_in_it(void **state)
{
	database_only(CLIENT_POSTGRES);
	const shop *const it = *state;
	actor reader = { .db = it->db };
	cq_task *closer;
	start(it->engine, read_slowly, &reader);
	while (!reader.began)
		assert_int_equal(cq_engine_drive(it->engine, 10), CQ_OK);
	assert_int_equal(cq_spawn(it->engine, &closer, close_stream, &reader, NULL), CQ_OK);
	assert_int_equal(cq_task_await(closer), CQ_OK);
	cq_task_release(&closer);
	assert_int_equal(finish(&reader), CQ_CANCELLED);
	expect_free(it->db);
}

static void a_stream_is_closed_by_a_task_while_it_is_read_outside(void **state)
{
	database_only(CLIENT_POSTGRES);
	const shop *const it = *state;
	actor reader = { .db = it->db };
	cq_task *closer;
	assert_int_equal(cq_spawn(it->engine, &closer, close_stream, &reader, NULL), CQ_OK);
	assert_int_equal(read_slowly(it->engine, &reader), CQ_CANCELLED);
	assert_null(reader.stream);
	assert_int_equal(cq_task_await(closer), CQ_OK);
	cq_task_release(&closer);
	expect_free(it->db);
}

/* ---- tasks that run while a callback waits ------------------------------------------------------------------------------ */

typedef struct callback_scene {
	cq_engine *engine;
	cq_operation *slow;
	actor late;
} callback_scene;

static cq_status count_in_task(cq_engine *engine, void *argument)
{
	actor *const own = argument;
	cq_connection *db = NULL;
	int64_t count;
	own->status = cq_scalar(own->db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes)));
	if (own->status == CQ_OK)
		own->status = cq_current(engine, &db);
	if (own->status == CQ_OK)
		own->status = cq_connect(engine, &db);
	cq_disconnect(&db);
	own->began = true;
	return own->status;
}

static void release_slow(void *user, cq_operation *operation, cq_status status)
{
	callback_scene *const scene = user;
	(void)operation;
	assert_int_equal(status, CQ_OK);
	start(scene->engine, count_in_task, &scene->late);
	/* Waits for the cancellation, and the loop turns. */
	cq_operation_release(&scene->slow);
	assert_null(scene->slow);
}

static void a_task_that_runs_while_a_callback_releases_is_no_callback(void **state)
{
	database_only(CLIENT_POSTGRES);
	const shop *const it = *state;
	cq_connection *const db = it->db;
	cq_connection *slow;
	cq_operation *quick;
	callback_scene scene = { .engine = it->engine };
	int64_t count;
	MUST(cq_connect(it->engine, &slow));
	MUST(cq_connect(it->engine, &scene.late.db));
	MUST(cq_submit_execute(slow, NULL, &scene.slow, RAW_SQL("SELECT pg_sleep(2)")));
	MUST(cq_submit_scalar(db, &count, &quick, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	MUST(cq_operation_on_done(quick, release_slow, &scene));
	while (!scene.late.began)
		assert_int_equal(cq_engine_drive(it->engine, 100), CQ_OK);
	assert_int_equal(scene.late.status, CQ_OK);
	assert_int_equal(finish(&scene.late), CQ_OK);
	cq_operation_release(&quick);
	cq_disconnect(&slow);
	cq_disconnect(&scene.late.db);
}

/* ---- waits that cannot end ---------------------------------------------------------------------------------------------- */

static actor circle[3];
static bool told;

/* The next call in any task clears the record. */
static cq_status hear_refusal(cq_engine *engine, cq_status status)
{
	told = strstr(cq_engine_error(engine)->message, "would wait for itself") != NULL;
	return status;
}

static cq_status gather_other(cq_engine *engine, void *argument)
{
	(void)engine;
	(void)argument;
	return cq_gather(2, (cq_task *[]){ circle[2].task, circle[1].task }, CQ_GATHER_ALL);
}

static cq_status await_other(cq_engine *engine, void *argument)
{
	(void)argument;
	return hear_refusal(engine, cq_task_await(circle[0].task));
}

static cq_status gather_first(cq_engine *engine, void *argument)
{
	(void)argument;
	CQ_TRY(cq_task_yield(engine));
	return hear_refusal(engine, cq_gather(1, &circle[0].task, CQ_GATHER_CANCEL));
}

static cq_status yield_twice(cq_engine *engine, void *argument)
{
	(void)argument;
	CQ_TRY(cq_task_yield(engine));
	return cq_task_yield(engine);
}

/* Whoever closes the circle is told, with a server as without one, and the others end. */
static void tasks_that_gather_each_other_are_refused(void **state)
{
	const shop *const it = *state;
	cq_task_function *const last[] = { await_other, gather_first };
	for (int i = 0; i < 2; i++) {
		start(it->engine, gather_other, &circle[0]);
		start(it->engine, last[i], &circle[1]);
		start(it->engine, yield_twice, &circle[2]);
		assert_int_equal(cq_task_await_until(circle[1].task, 2000), CQ_MISUSE);
		assert_true(told);
		told = false;
		assert_int_equal(finish(&circle[0]), CQ_MISUSE);
		assert_int_equal(finish(&circle[1]), CQ_MISUSE);
		assert_int_equal(finish(&circle[2]), CQ_OK);
	}
}

static cq_status connect_briefly(cq_engine *engine, void *argument)
{
	(void)argument;
	cq_connection *db;
	CQ_TRY(cq_connect(engine, &db));
	cq_disconnect(&db);
	return CQ_OK;
}

/* A server's connections are watched: there something may always come. */
static void a_wait_that_nothing_can_end_is_refused(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	cq_engine *engine;
	cq_connection *only;
	actor connects = { 0 };
	options.pool = (cq_pool_options){ .size = 1, .timeout_ms = -1 };
	assert_int_equal(cq_engine_open(&engine, database_url(), &options, NULL), CQ_OK);
	assert_int_equal(cq_connect(engine, &only), CQ_OK);
	start(engine, connect_briefly, &connects);
	assert_int_equal(cq_task_await(connects.task), CQ_MISUSE);
	assert_non_null(strstr(cq_engine_error(engine)->message, "nothing that could end the wait"));
	assert_false(cq_task_is_done(connects.task));
	cq_disconnect(&only);
	assert_int_equal(finish(&connects), CQ_OK);
	cq_engine_close(&engine);
}

/* ---- handles that a callback makes -------------------------------------------------------------------------------------- */

typedef struct maker {
	cq_engine *engine;
	cq_connection *made, *current, *exclusive;
	cq_status statuses[3];
} maker;

static void make_handles(void *user, cq_operation *operation, cq_status status)
{
	maker *const own = user;
	assert_int_equal(status, CQ_OK);
	own->statuses[0] = cq_connect_shared(own->engine, &own->made);
	own->statuses[1] = cq_current(own->engine, &own->current);
	own->statuses[2] = cq_connect(own->engine, &own->exclusive);
	cq_operation_release(&operation);
}

static void make_in_callback(const char *url)
{
	maker own = { 0 };
	cq_connection *db;
	cq_operation *operation;
	int64_t one = 0;
	assert_int_equal(cq_engine_open(&own.engine, url, NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect(own.engine, &db), CQ_OK);
	MUST(cq_submit_scalar(db, &one, &operation, RAW_SQL("SELECT 1")));
	MUST(cq_operation_on_done(operation, make_handles, &own));
	while (cq_engine_pending(own.engine) != 0)
		assert_int_equal(cq_engine_drive(own.engine, -1), CQ_OK);
	assert_int_equal(own.statuses[0], CQ_OK);
	assert_int_equal(own.statuses[1], CQ_OK);
	assert_int_equal(own.statuses[2], CQ_MISUSE);
	one = 0;
	assert_int_equal(cq_scalar(own.made, &one, RAW_SQL("SELECT 1")), CQ_OK);
	assert_int_equal(one, 1);
	assert_int_equal(cq_scalar(own.current, &one, RAW_SQL("SELECT 2")), CQ_OK);
	assert_int_equal(one, 2);
	cq_disconnect(&own.made);
	cq_disconnect(&db);
	cq_engine_close(&own.engine);
}

static void a_callback_makes_shared_handles(void **state)
{
	(void)state;
	make_in_callback(database_url());
	if (database_kind() == CLIENT_SQLITE)
		make_in_callback("sqlite://");
}

/* ---- sleeping outside of tasks ------------------------------------------------------------------------------------------ */

static void hear(void *user, cq_listener *listener, const cq_notification *notification, cq_status status)
{
	(void)listener;
	assert_int_equal(status, CQ_OK);
	assert_string_equal(notification->payload, "42");
	++*(int *)user;
}

static void who_sleeps_hears_notifications(void **state)
{
	database_only(CLIENT_POSTGRES);
	const shop *const it = *state;
	cq_connection *const db = it->db;
	cq_listener *listener;
	int heard = 0;
	MUST(cq_listen(db, "orders", &listener));
	MUST(cq_listener_on_notification(listener, hear, &heard));
	MUST(cq_notify(db, "orders", "42"));
	assert_int_equal(cq_task_sleep(it->engine, 200), CQ_OK);
	assert_int_equal(heard, 1);
	cq_listener_close(&listener);
}

#define SHOP(test) cmocka_unit_test_setup_teardown(test, open_shared, shop_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		SHOP(a_scope_is_left_while_another_task_waits),
		SHOP(a_listener_is_closed_while_another_task_waits),
		SHOP(a_stream_that_waits_for_a_connection_keeps_its_handle),
		SHOP(a_second_use_is_refused_while_a_stream_waits_for_a_connection),
		SHOP(a_transaction_that_waits_for_its_next_attempt_keeps_its_handle),
		SHOP(who_waits_outside_of_tasks_keeps_its_handle),
		SHOP(a_stream_is_closed_while_another_task_waits_in_it),
		SHOP(a_stream_is_closed_by_a_task_while_it_is_read_outside),
		SHOP(a_task_that_runs_while_a_callback_releases_is_no_callback),
		SHOP(tasks_that_gather_each_other_are_refused),
		SHOP(a_wait_that_nothing_can_end_is_refused),
		SHOP(a_callback_makes_shared_handles),
		SHOP(who_sleeps_hears_notifications),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
