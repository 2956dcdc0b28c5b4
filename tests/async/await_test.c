/* tests/async/await_test.c: statements, operations and streams that are waited for inside of tasks, and engines that share a loop.
 */
#include "conform/shop.h"
#include "support/database.h"

#include "base/clock.h"

#include <cquel/op.h>
#include <cquel/task.h>

typedef struct stage {
	shop shop; /* first: shop_close looks there */
	cq_connection *other;
} stage;

static stage opened;
static int errors_logged;

static void log_error(void *user, const cq_log_record *record)
{
	(void)user;
	errors_logged += record->level == CQ_LOG_ERROR && strstr(record->message, "waits on this handle") != NULL;
}

static int open_stage_with(void **state, size_t cache_bytes)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = log_error;
	options.log_level = CQ_LOG_ERROR;
	options.statement_cache_bytes = cache_bytes;
	shop *made;
	shop_open_with((void **)&made, database_create_shared(), &options);
	opened.shop = *made;
	assert_int_equal(cq_connect(made->engine, &opened.other), CQ_OK);
	cq_connection *const db = made->db;
	for (int64_t i = 1; i <= 300; i++) {
		Note note = { .id = i, .body = "a note" };
		MUST(cq_insert(db, Note, &note));
	}
	errors_logged = 0;
	*state = &opened;
	return 0;
}

static int open_stage(void **state)
{
	return open_stage_with(state, 1024 * 1024);
}

static int open_with_a_tiny_cache(void **state)
{
	return open_stage_with(state, 1);
}

static cq_task *spawn(cq_task_function *function, void *argument)
{
	cq_task *task;
	assert_int_equal(cq_spawn(opened.shop.engine, &task, function, argument, NULL), CQ_OK);
	return task;
}

static void finish(cq_task *task, cq_status expected)
{
	const cq_status status = cq_task_await(task);
	if (status != expected)
		fail_msg("%s, not %s: %s", cq_status_name(status), cq_status_name(expected), cq_last_error(opened.shop.db)->message);
	cq_task_release(&task);
}

/* ---- statements ---------------------------------------------------------------------------------------------------- */

static int order;

typedef struct actor {
	cq_connection *db;
	int ended; /* in what order */
	cq_status status;
} actor;

static cq_status run_endless(cq_engine *engine, void *argument)
{
	actor *const it = argument;
	int64_t number = 0;
	(void)engine;
	it->status = cq_scalar(it->db, &number, ENDLESS_COUNT);
	it->ended = ++order;
	return it->status;
}

static cq_status run_short_ones(cq_engine *engine, void *argument)
{
	actor *const it = argument;
	(void)engine;
	for (int i = 0; i < 20; i++)
		assert_int_equal(count_notes(it->db), 300);
	it->ended = ++order;
	return CQ_OK;
}

static void others_run_while_a_task_waits(void **state)
{
	(void)state;
	actor slow = { .db = opened.shop.db }, quick = { .db = opened.other };
	order = 0;
	assert_int_equal(cq_connection_set_timeout(slow.db, 1000), CQ_OK);
	cq_task *const first = spawn(run_endless, &slow), *const second = spawn(run_short_ones, &quick);
	const uint64_t begun = cq__monotonic_ns();
	finish(first, CQ_TIMEOUT);
	assert_true(cq__monotonic_ns() - begun < UINT64_C(5000000000));
	finish(second, CQ_OK);
	assert_int_equal(quick.ended, 1);
	assert_int_equal(slow.ended, 2);
	assert_int_equal(cq_last_error(slow.db)->code, CQ_TIMEOUT);
	assert_non_null(strstr(cq_last_error(slow.db)->sql, "RECURSIVE"));
	/* The handle serves on. */
	assert_int_equal(cq_connection_set_timeout(slow.db, 0), CQ_OK);
	assert_int_equal(count_notes(slow.db), 300);
}

static cq_status write_and_wait(cq_engine *engine, void *argument)
{
	actor *const it = argument;
	cq_connection *const db = it->db;
	(void)engine;
	CQ_TRANSACTION(db) {
		Note note = { .id = 1000, .body = "never kept" };
		int64_t number;
		MUST(cq_insert(db, Note, &note));
		it->status = cq_scalar(db, &number, ENDLESS_COUNT);
		if (it->status != CQ_OK)
			break;
	}
	assert_int_equal(cq_last_error(db)->code, CQ_CANCELLED);
	it->ended = ++order;
	/* A cancelled task begins nothing more. */
	assert_int_equal(cq_begin(db, NULL), CQ_CANCELLED);
	assert_false(cq_in_transaction(db));
	return it->status;
}

static void a_cancelled_task_undoes_what_it_did(void **state)
{
	(void)state;
	actor it = { .db = opened.shop.db };
	cq_task *const task = spawn(write_and_wait, &it);
	assert_int_equal(cq_task_sleep(opened.shop.engine, 50), CQ_OK);
	assert_int_equal(it.ended, 0);
	const uint64_t begun = cq__monotonic_ns();
	cq_task_cancel(task);
	finish(task, CQ_CANCELLED);
	assert_true(cq__monotonic_ns() - begun < UINT64_C(5000000000));
	assert_false(cq_in_transaction(opened.shop.db));
	assert_int_equal(count_notes(opened.shop.db), 300);
	assert_int_equal(count_notes(opened.other), 300);
}

/* ---- one handle, two tasks ------------------------------------------------------------------------------------------ */

static int line_of_first, line_of_second;

static cq_status hold_the_handle(cq_engine *engine, void *argument)
{
	int64_t number;
	(void)engine;
	(void)argument;
	line_of_first = __LINE__ + 1;
	return cq_scalar(opened.shop.db, &number, ENDLESS_COUNT);
}

static void check_refused(void)
{
	const cq_error *const error = cq_last_error(opened.shop.db);
	char place[64];
	(void)snprintf(place, sizeof place, "await_test.c:%d;", line_of_first);
	assert_int_equal(error->code, CQ_MISUSE);
	if (strstr(error->message, place) == NULL)
		fail_msg("%s names no %s", error->message, place);
}

static void try_everything(void)
{
	cq_connection *const db = opened.shop.db;
	int64_t number = 7;
	Note note = { .id = 2000, .body = "" };
	line_of_second = __LINE__ + 1;
	assert_int_equal(cq_scalar(db, &number, SQL(SELECT(COUNT(notes.id)), FROM(notes))), CQ_MISUSE);
	check_refused();
	assert_int_equal(cq_last_error(db)->line, line_of_second);
	assert_int_equal(number, 0);
	assert_int_equal(cq_insert(db, Note, &note), CQ_MISUSE);
	check_refused();
	assert_int_equal(cq_begin(db, NULL), CQ_MISUSE);
	check_refused();
	assert_non_null(strstr(cq_last_error(db)->message, "cq_begin"));
	cq_stream *stream;
	assert_int_equal(cq_stream_open(db, Note, NULL, &stream, SQL(SELECT_ALL(notes), FROM(notes))), CQ_MISUSE);
	check_refused();
	cq_connection *same = db;
	const int logged = errors_logged;
	cq_disconnect(&same);
	assert_int_equal(errors_logged, logged + 1);
	/* What does not wait is let in: here one that fails and one that does not. */
	cq_operation *operation;
	assert_int_equal(cq_submit_execute(db, NULL, &operation, SQL(INSERT_INTO(notes, VALUES(&note, 1)))), CQ_UNSUPPORTED);
	assert_int_equal(cq_last_error(db)->code, CQ_UNSUPPORTED);
	MUST(cq_submit_scalar(db, &number, &operation, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	cq_operation_release(&operation);
}

static cq_status try_in_a_task(cq_engine *engine, void *argument)
{
	(void)engine;
	(void)argument;
	try_everything();
	return CQ_OK;
}

static void a_handle_serves_one_task_at_a_time(void **state)
{
	(void)state;
	cq_task *const first = spawn(hold_the_handle, NULL);
	assert_int_equal(cq_task_sleep(opened.shop.engine, 20), CQ_OK);
	finish(spawn(try_in_a_task, NULL), CQ_OK);
	/* Nor anybody outside of tasks. */
	try_everything();
	assert_false(cq_task_is_done(first));
	cq_task_cancel(first);
	finish(first, CQ_CANCELLED);
	/* The failure of what was under way is its own. */
	assert_int_equal(cq_last_error(opened.shop.db)->code, CQ_CANCELLED);
	assert_int_equal(cq_last_error(opened.shop.db)->line, line_of_first);
	assert_int_equal(count_notes(opened.shop.db), 300);
}

static cq_status compile_many(cq_engine *engine, void *argument)
{
	cq_connection *const db = opened.other;
	int64_t number;
	(void)engine;
	(void)argument;
	for (int i = 0; i < 4; i++) {
		MUST(cq_scalar(db, &number, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(GT(notes.id, i)))));
		MUST(cq_scalar(db, &number, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(GE(notes.id, i), IS_NOT_NULL(notes.body)))));
		MUST(cq_scalar(db, &number, SQL(SELECT(COUNT_ROWS()), FROM(notes), WHERE(LT(notes.id, 100)))));
	}
	return CQ_OK;
}

static cq_status wait_for_a_statement(cq_engine *engine, void *argument)
{
	cq_connection *const db = opened.shop.db;
	int64_t number;
	(void)engine;
	(void)argument;
	MUST(cq_connection_set_timeout(db, 200));
	assert_int_equal(cq_scalar(db, &number, ENDLESS_COUNT), CQ_TIMEOUT);
	MUST(cq_connection_set_timeout(db, 0));
	assert_non_null(strstr(cq_last_error(db)->sql, "RECURSIVE"));
	for (int64_t i = 0; i < 30; i++) {
		Note note = { .id = 500 + i, .body = "more" };
		MUST(cq_insert(db, Note, &note));
		MUST(cq_scalar(db, &number, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(GE(notes.id, 500)))));
		assert_int_equal(number, i + 1);
	}
	for (int64_t i = 0; i < 10; i++) {
		Note made[70];
		cq_rows(Note) given;
		for (int64_t j = 0; j < 70; j++)
			made[j] = (Note){ .id = 1000 + i * 100 + j, .body = "many" };
		MUST(cq_all(db, Note, &given, SQL(INSERT_INTO(notes, VALUES(made, 70)), RETURNING_ALL(notes))));
		assert_int_equal(given.count, 70);
		cq_free(&given);
		assert_int_equal(cq_all(db, Note, &given, SQL(INSERT_INTO(notes, VALUES(made, 70)), RETURNING_ALL(notes))), CQ_UNIQUE);
		assert_int_equal(given.count, 0);
	}
	return CQ_OK;
}

static void what_is_waited_for_stays_in_the_cache(void **state)
{
	(void)state;
	cq_task *const first = spawn(wait_for_a_statement, NULL);
	while (!cq_task_is_done(first))
		finish(spawn(compile_many, NULL), CQ_OK);
	finish(first, CQ_OK);
}

/* ---- operations ----------------------------------------------------------------------------------------------------- */

static int callbacks;

static void count_callback(void *user, cq_operation *operation, cq_status status)
{
	(void)user;
	(void)operation;
	(void)status;
	callbacks++;
}

static cq_status await_many(cq_engine *engine, void *argument)
{
	cq_connection *const db = argument;
	cq_operation *operations[32];
	Note *found[32];
	for (int i = 0; i < 32; i++)
		MUST(cq_submit_one_or_none(db, Note, &found[i], &operations[i],
			SQL(SELECT_ALL(notes), FROM(notes), WHERE(EQ(notes.id, (int64_t)i * 10)))));
	MUST(cq_operation_on_done(operations[3], count_callback, NULL));
	MUST(cq_await_all(32, operations));
	for (int i = 0; i < 32; i++) {
		assert_true(i == 0 || i == 31 ? found[i] == NULL : found[i]->id == i * 10);
		cq_operation_release(&operations[i]);
		cq_free(&found[i]);
	}
	assert_int_equal(cq_engine_drive(engine, 0), CQ_MISUSE);
	return CQ_OK;
}

static void operations_are_awaited_in_tasks(void **state)
{
	(void)state;
	callbacks = 0;
	cq_task *const first = spawn(await_many, opened.shop.db), *const second = spawn(await_many, opened.other);
	finish(first, CQ_OK);
	finish(second, CQ_OK);
	assert_true(callbacks <= 2);
	assert_int_equal(cq_engine_pending(opened.shop.engine), 0);
}

static cq_operation *shared_operation;

static cq_status await_shared(cq_engine *engine, void *argument)
{
	(void)engine;
	(void)argument;
	return cq_await(shared_operation);
}

static cq_status await_shared_a_little(cq_engine *engine, void *argument)
{
	(void)argument;
	assert_int_equal(cq_await_until(shared_operation, 30), CQ_TIMEOUT);
	assert_false(cq_operation_is_done(shared_operation));
	assert_int_equal(cq_task_sleep(engine, 30), CQ_OK);
	cq_operation_cancel(shared_operation);
	return CQ_OK;
}

static void two_tasks_await_one_operation(void **state)
{
	cq_connection *const db = opened.shop.db;
	int64_t number;
	(void)state;
	MUST(cq_submit_scalar(db, &number, &shared_operation, ENDLESS_COUNT));
	cq_task *const first = spawn(await_shared, NULL), *const second = spawn(await_shared, NULL);
	cq_task *const third = spawn(await_shared, NULL), *const fourth = spawn(await_shared_a_little, NULL);
	assert_int_equal(cq_task_sleep(opened.shop.engine, 10), CQ_OK);
	/* Who is cancelled leaves the operation to the others. */
	cq_task_cancel(third);
	finish(third, CQ_CANCELLED);
	assert_false(cq_operation_is_done(shared_operation));
	finish(fourth, CQ_OK);
	finish(first, CQ_CANCELLED);
	finish(second, CQ_CANCELLED);
	cq_operation_release(&shared_operation);
	assert_int_equal(count_notes(db), 300);
}

static bool beats_go_on;
static int beats;

static cq_status beat(cq_engine *engine, void *argument)
{
	(void)argument;
	for (beats = 0; beats_go_on; beats++)
		CQ_TRY(cq_task_sleep(engine, 1));
	return CQ_OK;
}

static cq_status let_go(cq_engine *engine, void *argument)
{
	cq_connection *db = argument;
	cq_operation *operations[3];
	int64_t numbers[3] = { 0 };
	/* A cancelled task lets go as well. */
	cq_task_cancel(cq_task_current(engine));
	for (int i = 0; i < 3; i++)
		MUST(cq_submit_scalar(db, &numbers[i], &operations[i], ENDLESS_COUNT));
	MUST(cq_operation_on_done(operations[1], count_callback, NULL));
	assert_int_equal(cq_await(operations[0]), CQ_CANCELLED);
	cq_operation_release(&operations[0]);
	cq_operation_release(&operations[1]);
	cq_disconnect(&db);
	assert_true(cq_operation_is_done(operations[2]));
	assert_int_equal(cq_operation_status(operations[2]), CQ_CANCELLED);
	cq_operation_release(&operations[2]);
	for (int i = 0; i < 3; i++)
		assert_int_equal(numbers[i], 0);
	return CQ_OK;
}

static void letting_go_in_a_task(void **state)
{
	(void)state;
	callbacks = 0;
	beats_go_on = true;
	cq_task *const heart = spawn(beat, NULL);
	finish(spawn(let_go, opened.other), CQ_OK);
	beats_go_on = false;
	finish(heart, CQ_OK);
	assert_int_equal(callbacks, 0);
	assert_int_equal(cq_engine_pending(opened.shop.engine), 0);
}

/* ---- streams -------------------------------------------------------------------------------------------------------- */

static cq_status read_notes(cq_engine *engine, void *argument)
{
	const cq_stream_options options = { .buffer_rows = 8 };
	cq_connection *const db = argument;
	cq_stream *stream;
	Note *note;
	int64_t seen = 0;
	(void)engine;
	MUST(cq_stream_open(db, Note, &options, &stream, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
	for (;;) {
		MUST(cq_stream_next(stream, &note));
		if (note == NULL)
			break;
		assert_int_equal(note->id, ++seen);
		if (seen % 50 == 0)
			assert_int_equal(count_notes(db), 300);
	}
	assert_int_equal(seen, 300);
	MUST(cq_stream_next(stream, &note));
	assert_null(note);
	cq_stream_close(&stream);

	/* Half of it. */
	MUST(cq_stream_open(db, Note, &options, &stream, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
	for (int i = 0; i < 20; i++)
		MUST(cq_stream_next(stream, &note));
	cq_stream_close(&stream);
	return CQ_OK;
}

static void streams_are_read_in_tasks(void **state)
{
	(void)state;
	cq_task *const first = spawn(read_notes, opened.shop.db), *const second = spawn(read_notes, opened.other);
	finish(first, CQ_OK);
	finish(second, CQ_OK);
	assert_int_equal(count_notes(opened.shop.db), 300);
	/* Outside of tasks it is the same. */
	assert_int_equal(read_notes(opened.shop.engine, opened.shop.db), CQ_OK);
}

static cq_status open_a_stream_that_fails(cq_engine *engine, void *argument)
{
	cq_connection *const db = argument;
	cq_stream *stream;
	Note *note;
	(void)engine;
	(void)note;
	assert_int_equal(cq_stream_open(db, Note, NULL, &stream, RAW_SQL("SELECT id, body FROM no_such_table")), CQ_SYNTAX);
	assert_null(stream);
	assert_non_null(strstr(cq_last_error(db)->message, "no_such_table"));
	return CQ_OK;
}

static cq_status open_an_endless_stream(cq_engine *engine, void *argument)
{
	cq_connection *const db = argument;
	cq_stream *stream;
	(void)engine;
	return cq_stream_open(db, Note, NULL, &stream,
		RAW_SQL("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000000000)"
			" SELECT COUNT(*) AS id, 'x' AS body FROM n"));
}

static void streams_that_end_badly_in_tasks(void **state)
{
	cq_connection *const db = opened.shop.db;
	(void)state;
	finish(spawn(open_a_stream_that_fails, db), CQ_OK);
	assert_int_equal(open_a_stream_that_fails(opened.shop.engine, db), CQ_OK);
	MUST(cq_connection_set_timeout(db, 50));
	finish(spawn(open_an_endless_stream, db), CQ_TIMEOUT);
	MUST(cq_connection_set_timeout(db, 0));
	cq_task *const task = spawn(open_an_endless_stream, db);
	assert_int_equal(cq_task_sleep(opened.shop.engine, 30), CQ_OK);
	cq_task_cancel(task);
	finish(task, CQ_CANCELLED);
	assert_int_equal(count_notes(db), 300);
}

/* ---- engines that share a loop -------------------------------------------------------------------------------------- */

typedef struct pair {
	cq_engine *first, *second;
	int calls;
} pair;

static void open_second(pair *both, cq_connection **db)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	char message[CQ_ERROR_TEXT];
	both->first = opened.shop.engine;
	options.beside = both->first;
	if (cq_engine_open(&both->second, database_url(), &options, message) != CQ_OK)
		fail_msg("%s", message);
	assert_int_equal(cq_connect(both->second, db), CQ_OK);
}

static void neither_may_wait(void *user, cq_operation *operation, cq_status status)
{
	pair *const both = user;
	cq_connection *db;
	both->calls++;
	assert_int_equal(status, CQ_OK);
	assert_int_equal(cq_engine_drive(both->first, 0), CQ_MISUSE);
	assert_int_equal(cq_engine_drive(both->second, 0), CQ_MISUSE);
	assert_int_equal(cq_connect(both->first, &db), CQ_MISUSE);
	assert_int_equal(cq_connect(both->second, &db), CQ_MISUSE);
	cq_operation_release(&operation);
}

static void engines_share_a_loop(void **state)
{
	pair both = { 0 };
	cq_connection *db;
	cq_operation *operation;
	int64_t first, second;
	(void)state;
	open_second(&both, &db);
	MUST(cq_submit_scalar(opened.shop.db, &first, &operation, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	MUST(cq_operation_on_done(operation, neither_may_wait, &both));
	MUST(cq_submit_scalar(db, &second, &operation, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	MUST(cq_operation_on_done(operation, neither_may_wait, &both));
	/* Of the one whose loop it is: all that a drive of it drives. */
	assert_int_equal(cq_engine_pending(both.first), 2);
	assert_int_equal(cq_engine_pending(both.second), 1);
	while (both.calls < 2)
		assert_int_equal(cq_engine_drive(both.second, 5000), CQ_OK);
	assert_int_equal(first, 300);
	assert_int_equal(second, 300);
	cq_engine_close(&both.second);
	assert_null(both.second);
	assert_int_equal(count_notes(opened.shop.db), 300);
}

static cq_status use_both(cq_engine *engine, void *argument)
{
	cq_connection *const db = argument;
	(void)engine;
	for (int i = 0; i < 10; i++) {
		assert_int_equal(count_notes(db), 300);
		assert_int_equal(count_notes(opened.other), 300);
	}
	return CQ_OK;
}

static void a_task_uses_engines_that_share_its_loop(void **state)
{
	pair both = { 0 };
	cq_connection *db;
	cq_task *task;
	(void)state;
	open_second(&both, &db);
	assert_int_equal(cq_spawn(both.second, &task, use_both, db, NULL), CQ_OK);
	finish(task, CQ_OK);
	finish(spawn(use_both, db), CQ_OK);
	cq_engine_close(&both.second);
}

static void close_both(void *user, cq_operation *operation, cq_status status)
{
	pair *const both = user;
	(void)status;
	both->calls++;
	cq_operation_release(&operation);
	/* In the wrong order, and inside of a drive of theirs. */
	cq_engine_close(&both->first);
	cq_engine_close(&both->second);
}

static void engines_that_share_a_loop_are_closed_inside_of_it(void **state)
{
	pair both = { 0 };
	cq_connection *db;
	cq_operation *operation;
	int64_t number;
	stage *const stood = *state;
	open_second(&both, &db);
	MUST(cq_submit_scalar(db, &number, &operation, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	MUST(cq_operation_on_done(operation, close_both, &both));
	while (both.calls == 0)
		assert_int_equal(cq_engine_drive(both.second, 5000), CQ_OK);
	assert_null(both.first);
	assert_null(both.second);
	stood->shop.engine = NULL;
}

static void what_cannot_stand_beside(void **state)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	char message[CQ_ERROR_TEXT];
	cq_engine *engine, *third;
	pair both = { 0 };
	cq_connection *db;
	(void)state;
	open_second(&both, &db);
	/* Beside one that is beside another: all three share. */
	options.beside = both.second;
	assert_int_equal(cq_engine_open(&third, database_url(), &options, message), CQ_OK);
	assert_int_equal(cq_engine_drive(third, 0), CQ_OK);
	cq_engine_close(&third);
	options.beside = both.second;
	cq_engine_close(&both.second);
	engine = opened.shop.engine;
	options.beside = engine;
	assert_int_equal(cq_engine_open(&third, "nonsense", &options, message), CQ_INVALID_URL);
	assert_null(third);
	assert_int_equal(cq_engine_drive(engine, 0), CQ_OK);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_stage, shop_close)
	const struct CMUnitTest tests[] = {
		TEST(others_run_while_a_task_waits),
		TEST(a_cancelled_task_undoes_what_it_did),
		TEST(a_handle_serves_one_task_at_a_time),
		cmocka_unit_test_setup_teardown(what_is_waited_for_stays_in_the_cache, open_with_a_tiny_cache, shop_close),
		TEST(operations_are_awaited_in_tasks),
		TEST(two_tasks_await_one_operation),
		TEST(letting_go_in_a_task),
		TEST(streams_are_read_in_tasks),
		TEST(streams_that_end_badly_in_tasks),
		TEST(engines_share_a_loop),
		TEST(a_task_uses_engines_that_share_its_loop),
		TEST(engines_that_share_a_loop_are_closed_inside_of_it),
		TEST(what_cannot_stand_beside),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
