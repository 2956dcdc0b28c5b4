/* tests/async/task_test.c: tasks: begun, awaited, gathered, cancelled in each state, timed out, many at once, misused.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <cquel/task.h>

#include <pthread.h>
#include <time.h>

static int64_t now_ms(void)
{
	struct timespec now;
	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static cq_engine *engine_of(void **state)
{
	return ((shop *)*state)->engine;
}

static cq_task *spawn(cq_engine *engine, cq_task_function *function, void *argument)
{
	cq_task *task;
	if (cq_spawn(engine, &task, function, argument, NULL) != CQ_OK)
		fail_msg("%s", cq_engine_error(engine)->message);
	return task;
}

/* Awaits it and lets go of it. */
static cq_status finish(cq_task *task)
{
	const cq_status status = cq_task_await(task);
	assert_true(cq_task_is_done(task));
	assert_int_equal(cq_task_status(task), status);
	cq_task_release(&task);
	assert_null(task);
	return status;
}

static cq_status add_note(cq_connection *db, int64_t id)
{
	Note note = { .id = id, .body = "n" };
	return cq_insert(db, Note, &note);
}

/* ---- beginning, ending ------------------------------------------------------------------------------------------------ */

static cq_status count_in_task(cq_engine *engine, void *argument)
{
	cq_connection *db;
	CQ_TRY(cq_current(engine, &db));
	assert_non_null(cq_task_current(engine));
	assert_string_equal(cq_task_name(cq_task_current(engine)), "counter");
	return cq_scalar(db, (int64_t *)argument, SQL(SELECT(COUNT(notes.id)), FROM(notes)));
}

static void a_task_runs_when_the_loop_does(void **state)
{
	cq_engine *const engine = engine_of(state);
	cq_connection *const db = ((shop *)*state)->db;
	MUST(add_note(db, 1));
	int64_t count = -1;
	cq_task *task;
	const cq_task_options options = { .name = "counter", .stack_bytes = 128 * 1024 };
	assert_int_equal(cq_spawn(engine, &task, count_in_task, &count, &options), CQ_OK);
	assert_string_equal(cq_task_name(task), "counter");
	assert_false(cq_task_is_done(task));
	assert_int_equal(cq_task_status(task), CQ_OK);
	assert_int_equal(cq_engine_pending(engine), 1);
	assert_null(cq_task_current(engine));
	assert_int_equal(count, -1);
	while (cq_engine_pending(engine) != 0)
		assert_int_equal(cq_engine_drive(engine, -1), CQ_OK);
	assert_true(cq_task_is_done(task));
	assert_int_equal(count, 1);
	assert_int_equal(cq_task_await(task), CQ_OK);
	assert_int_equal(finish(task), CQ_OK);
}

static cq_status sleep_for(cq_engine *engine, void *argument)
{
	return cq_task_sleep(engine, *(const int64_t *)argument);
}

static void awaiting_ends_in_time(void **state)
{
	cq_engine *const engine = engine_of(state);
	int64_t milliseconds = 40;
	const int64_t began = now_ms();
	cq_task *const task = spawn(engine, sleep_for, &milliseconds);
	assert_int_equal(cq_task_await_until(task, 0), CQ_TIMEOUT);
	assert_int_equal(cq_task_await_until(task, 5), CQ_TIMEOUT);
	assert_false(cq_task_is_done(task));
	assert_int_equal(cq_task_await_until(task, 5000), CQ_OK);
	assert_in_range(now_ms() - began, 40, 2000);
	assert_int_equal(finish(task), CQ_OK);
	/* Outside of tasks it is the loop that is turned meanwhile, with or without anything in it. */
	int64_t before = now_ms();
	assert_int_equal(cq_task_sleep(engine, 10), CQ_OK);
	assert_true(now_ms() - before >= 10);
	cq_task *const other = spawn(engine, sleep_for, &milliseconds);
	assert_int_equal(cq_task_sleep(engine, 60), CQ_OK);
	assert_true(cq_task_is_done(other));
	assert_int_equal(cq_task_yield(engine), CQ_OK);
	assert_int_equal(finish(other), CQ_OK);
}

/* ---- the task's own handle -------------------------------------------------------------------------------------------- */

typedef struct own_handle {
	cq_connection *first, *again, *renewed;
	int64_t id;
} own_handle;

static cq_status use_own_handle(cq_engine *engine, void *argument)
{
	own_handle *const own = argument;
	CQ_TRY(cq_current(engine, &own->first));
	CQ_TRY(add_note(own->first, own->id));
	CQ_TRY(cq_task_sleep(engine, 5));
	CQ_TRY(cq_current(engine, &own->again));
	cq_connection *closing = own->again;
	cq_disconnect(&closing);
	CQ_TRY(cq_current(engine, &own->renewed));
	return own->id % 2 == 0 ? CQ_OK : add_note(own->renewed, own->id + 100);
}

static void each_task_has_its_own_handle(void **state)
{
	cq_engine *const engine = engine_of(state);
	own_handle own[6] = { { 0 } };
	cq_task *tasks[6];
	cq_connection *outside, *again;
	assert_int_equal(cq_current(engine, &outside), CQ_OK);
	for (int i = 0; i < 6; i++) {
		own[i].id = i + 1;
		tasks[i] = spawn(engine, use_own_handle, &own[i]);
	}
	assert_int_equal(cq_gather(6, tasks, CQ_GATHER_ALL), CQ_OK);
	for (int i = 0; i < 6; i++) {
		assert_ptr_equal(own[i].first, own[i].again);
		assert_ptr_not_equal(own[i].first, outside);
		assert_non_null(own[i].renewed);
		for (int k = 0; k < i; k++)
			assert_ptr_not_equal(own[i].first, own[k].first);
		cq_task_release(&tasks[i]);
	}
	assert_int_equal(cq_current(engine, &again), CQ_OK);
	assert_ptr_equal(outside, again);
	assert_int_equal(count_notes(outside), 9);
	cq_disconnect(&again);
	assert_int_equal(cq_current(engine, &outside), CQ_OK);
	assert_int_equal(count_notes(outside), 9);
}

/* ---- gathering -------------------------------------------------------------------------------------------------------- */

typedef struct step {
	int64_t milliseconds;
	cq_status status;
	bool ended;
} step;

static cq_status take_step(cq_engine *engine, void *argument)
{
	step *const own = argument;
	const cq_status slept = cq_task_sleep(engine, own->milliseconds);
	own->ended = true;
	return slept != CQ_OK ? slept : own->status;
}

static void gathering_waits_for_all(void **state)
{
	cq_engine *const engine = engine_of(state);
	step steps[] = { { 20, CQ_OK, false }, { 10, CQ_NO_ROW, false }, { 1, CQ_UNIQUE, false } };
	cq_task *tasks[4] = { NULL };
	for (int i = 0; i < 3; i++)
		tasks[i + (i != 0)] = spawn(engine, take_step, &steps[i]);
	assert_int_equal(cq_gather(4, tasks, CQ_GATHER_ALL), CQ_NO_ROW);
	for (int i = 0; i < 3; i++)
		assert_true(steps[i].ended);
	/* Those that have ended count as well. */
	assert_int_equal(cq_gather(4, tasks, CQ_GATHER_CANCEL), CQ_NO_ROW);
	assert_int_equal(cq_gather(0, NULL, CQ_GATHER_ALL), CQ_OK);
	assert_int_equal(cq_gather(1, (cq_task *[]){ NULL }, CQ_GATHER_ALL), CQ_OK);
	for (int i = 0; i < 4; i++)
		cq_task_release(&tasks[i]);
}

static void the_first_failure_cancels_the_rest(void **state)
{
	cq_engine *const engine = engine_of(state);
	step steps[] = { { 60000, CQ_OK, false }, { 10, CQ_NO_ROW, false }, { 60000, CQ_OK, false }, { 1, CQ_OK, false } };
	cq_task *tasks[4];
	for (int i = 0; i < 4; i++)
		tasks[i] = spawn(engine, take_step, &steps[i]);
	assert_int_equal(cq_gather(4, tasks, CQ_GATHER_CANCEL), CQ_NO_ROW);
	assert_int_equal(cq_task_status(tasks[0]), CQ_CANCELLED);
	assert_int_equal(cq_task_status(tasks[2]), CQ_CANCELLED);
	assert_int_equal(cq_task_status(tasks[3]), CQ_OK);
	for (int i = 0; i < 4; i++) {
		assert_true(steps[i].ended);
		cq_task_release(&tasks[i]);
	}
}

typedef struct family {
	cq_task *children[3];
	step steps[3];
	cq_status gathered;
	bool ended_first;
} family;

static cq_status raise_family(cq_engine *engine, void *argument)
{
	family *const own = argument;
	for (int i = 0; i < 3; i++)
		CQ_TRY(cq_spawn(engine, &own->children[i], take_step, &own->steps[i], NULL));
	own->gathered = cq_gather(3, own->children, CQ_GATHER_ALL);
	own->ended_first = true;
	for (int i = 0; i < 3; i++) {
		own->ended_first = own->ended_first && cq_task_is_done(own->children[i]);
		cq_task_release(&own->children[i]);
	}
	return own->gathered;
}

static void whoever_gathers_takes_its_tasks_along(void **state)
{
	cq_engine *const engine = engine_of(state);
	family cancelled = { .steps = { { 60000, CQ_OK, false }, { 60000, CQ_OK, false }, { 1, CQ_OK, false } } };
	cq_task *parent = spawn(engine, raise_family, &cancelled);
	settle(engine);
	cq_task_cancel(parent);
	assert_int_equal(finish(parent), CQ_CANCELLED);
	assert_true(cancelled.ended_first);
	family undisturbed = { .steps = { { 3, CQ_OK, false }, { 2, CQ_OK, false }, { 1, CQ_OK, false } } };
	assert_int_equal(finish(spawn(engine, raise_family, &undisturbed)), CQ_OK);
	assert_true(undisturbed.ended_first);
}

/* ---- cancelling ------------------------------------------------------------------------------------------------------- */

typedef struct cancelled {
	cq_connection *db;
	cq_status status, again, cleaned;
	int64_t count;
} cancelled;

static cq_status clean_up(cq_engine *engine, void *argument)
{
	cancelled *const own = argument;
	CQ_TRY(cq_task_sleep(engine, 1));
	return add_note(own->db, 99);
}

static cq_status run_endless(cq_engine *engine, void *argument)
{
	cancelled *const own = argument;
	CQ_TRY(cq_connect(engine, &own->db));
	int64_t number;
	own->status = cq_scalar(own->db, &number, ENDLESS_COUNT);
	/* For good: the next one gives the same. Clean-up is another thing. */
	own->again = cq_scalar(own->db, &own->count, SQL(SELECT(COUNT(notes.id)), FROM(notes)));
	own->cleaned = cq_shielded(engine, clean_up, own);
	cq_disconnect(&own->db);
	return own->status;
}

static void a_statement_under_way_is_cancelled(void **state)
{
	cq_engine *const engine = engine_of(state);
	cq_connection *const db = ((shop *)*state)->db;
	cancelled own = { .cleaned = CQ_NO_ROW };
	cq_task *const task = spawn(engine, run_endless, &own);
	while (own.db == NULL)
		assert_int_equal(cq_engine_drive(engine, 10), CQ_OK);
	assert_int_equal(cq_task_sleep(engine, 30), CQ_OK);
	const int64_t began = now_ms();
	cq_task_cancel(task);
	assert_int_equal(finish(task), CQ_CANCELLED);
	assert_true(now_ms() - began < 5000);
	assert_int_equal(own.again, CQ_CANCELLED);
	assert_int_equal(own.cleaned, CQ_OK);
	assert_int_equal(count_notes(db), 1);
}

static cq_status fill_transaction(cq_engine *engine, void *argument)
{
	cancelled *const own = argument;
	CQ_TRY(cq_current(engine, &own->db));
	CQ_TRANSACTION(own->db) {
		CQ_TRY(add_note(own->db, 1));
		own->count = 1;
		CQ_TRY(cq_task_sleep(engine, 60000));
		own->count = 2;
	}
	return CQ_OK;
}

static void a_scope_is_rolled_back(void **state)
{
	cq_engine *const engine = engine_of(state);
	cq_connection *const db = ((shop *)*state)->db;
	cancelled own = { 0 };
	cq_task *const task = spawn(engine, fill_transaction, &own);
	while (own.count == 0)
		assert_int_equal(cq_engine_drive(engine, -1), CQ_OK);
	cq_task_cancel(task);
	assert_int_equal(finish(task), CQ_CANCELLED);
	assert_int_equal(own.count, 1);
	assert_int_equal(count_notes(db), 0);
	/* Nothing is left that would be in the way of the next writer. */
	MUST(add_note(db, 1));
}

static cq_status begin_cancelled(cq_engine *engine, void *argument)
{
	cancelled *const own = argument;
	own->count++;
	own->status = cq_task_yield(engine);
	own->again = cq_connect(engine, &own->db);
	return own->status;
}

static void one_that_has_not_begun_begins_cancelled(void **state)
{
	cq_engine *const engine = engine_of(state);
	cancelled own = { 0 };
	cq_task *const task = spawn(engine, begin_cancelled, &own);
	cq_task_cancel(task);
	assert_int_equal(own.count, 0);
	assert_int_equal(finish(task), CQ_CANCELLED);
	assert_int_equal(own.count, 1);
	/* A free connection may be had without a wait; then it is one. */
	if (own.again == CQ_OK)
		cq_disconnect(&own.db);
	else
		assert_int_equal(own.again, CQ_CANCELLED);
	cq_task_cancel(NULL);
}

static cq_status cancel_itself(cq_engine *engine, void *argument)
{
	(void)argument;
	cq_task_cancel(cq_task_current(engine));
	return cq_task_sleep(engine, 60000);
}

static void one_may_cancel_itself(void **state)
{
	assert_int_equal(finish(spawn(engine_of(state), cancel_itself, NULL)), CQ_CANCELLED);
}

/* ---- timeouts --------------------------------------------------------------------------------------------------------- */

static cq_status run_timed(cq_engine *engine, void *argument)
{
	cancelled *const own = argument;
	own->status = cq_with_timeout(engine, 30, run_endless, own);
	/* Behind it nothing is left of it. */
	CQ_TRY(cq_task_sleep(engine, 1));
	int64_t soon = 1;
	own->again = cq_with_timeout(engine, 60000, sleep_for, &soon);
	own->cleaned = cq_with_timeout(engine, 0, sleep_for, &soon);
	return own->status;
}

static void a_timeout_stops_what_runs_inside(void **state)
{
	cq_engine *const engine = engine_of(state);
	cancelled own = { 0 };
	int64_t began = now_ms();
	assert_int_equal(finish(spawn(engine, run_timed, &own)), CQ_TIMEOUT);
	assert_in_range(now_ms() - began, 30, 5000);
	assert_int_equal(own.again, CQ_OK);
	assert_int_equal(own.cleaned, CQ_TIMEOUT);
	/* Only tasks have timeouts; a shield outside of one is none. */
	int64_t soon = 1;
	assert_int_equal(cq_with_timeout(engine, 10, sleep_for, &soon), CQ_MISUSE);
	assert_non_null(strstr(cq_engine_error(engine)->message, "no task runs"));
	assert_int_equal(cq_shielded(engine, sleep_for, &soon), CQ_OK);
}

/* ---- misuse ----------------------------------------------------------------------------------------------------------- */

typedef struct pair {
	cq_task *tasks[2];
	cq_status statuses[2];
	cq_status driven, gathered, itself;
} pair;

static cq_status await_other(cq_engine *engine, pair *own, int self)
{
	own->itself = cq_task_await(own->tasks[self]);
	own->gathered = cq_gather(2, own->tasks, CQ_GATHER_ALL);
	own->driven = cq_engine_drive(engine, 0);
	own->statuses[self] = cq_task_await(own->tasks[1 - self]);
	return CQ_OK;
}

static cq_status await_second(cq_engine *engine, void *argument)
{
	return await_other(engine, argument, 0);
}

static cq_status await_first(cq_engine *engine, void *argument)
{
	return await_other(engine, argument, 1);
}

static void waiting_in_a_circle_is_misuse(void **state)
{
	cq_engine *const engine = engine_of(state);
	pair own = { .itself = CQ_OK };
	own.tasks[0] = spawn(engine, await_second, &own);
	own.tasks[1] = spawn(engine, await_first, &own);
	assert_int_equal(cq_gather(2, own.tasks, CQ_GATHER_ALL), CQ_OK);
	assert_int_equal(own.itself, CQ_MISUSE);
	assert_int_equal(own.gathered, CQ_MISUSE);
	assert_int_equal(own.driven, CQ_MISUSE);
	assert_int_equal(own.statuses[0], CQ_OK);
	assert_int_equal(own.statuses[1], CQ_MISUSE);
	cq_task_release(&own.tasks[0]);
	cq_task_release(&own.tasks[1]);
}

static cq_status share_handle(cq_engine *engine, void *argument)
{
	cq_connection *const db = argument;
	int64_t number;
	(void)engine;
	return cq_scalar(db, &number, ENDLESS_COUNT);
}

static void two_tasks_on_one_handle_are_told_apart(void **state)
{
	cq_engine *const engine = engine_of(state);
	cq_connection *const db = ((shop *)*state)->db;
	cq_task *const first = spawn(engine, share_handle, db);
	settle(engine);
	int64_t count;
	assert_int_equal(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))), CQ_MISUSE);
	/* Both places: of the one that waits, and of the one that came second. */
	assert_non_null(strstr(cq_last_error(db)->message, "task_test.c:"));
	assert_string_equal(cq_last_error(db)->file, __FILE__);
	assert_int_not_equal(cq_last_error(db)->line, 0);
	assert_int_equal(finish(spawn(engine, share_handle, db)), CQ_MISUSE);
	assert_int_equal(cq_task_sleep(engine, 30), CQ_OK);
	cq_task_cancel(first);
	assert_int_equal(finish(first), CQ_CANCELLED);
	assert_int_equal(count_notes(db), 0);
}

static void *call_from_elsewhere(void *argument)
{
	cq_task *task = argument;
	const bool refused = cq_task_await(task) == CQ_MISUSE && cq_task_status(task) == CQ_MISUSE && !cq_task_is_done(task)
		&& cq_gather(1, &task, CQ_GATHER_ALL) == CQ_MISUSE;
	cq_task_cancel(task);
	return refused ? argument : NULL;
}

static void other_calls_that_make_no_sense(void **state)
{
	cq_engine *const engine = engine_of(state);
	int64_t milliseconds = 1;
	cq_task *task = NULL;
	assert_int_equal(cq_spawn(NULL, &task, sleep_for, NULL, NULL), CQ_MISUSE);
	assert_int_equal(cq_spawn(engine, &task, NULL, NULL, NULL), CQ_MISUSE);
	assert_int_equal(cq_spawn(engine, &task, sleep_for, &milliseconds, &(cq_task_options){ .stack_bytes = SIZE_MAX }), CQ_MISUSE);
	assert_null(task);
	assert_int_equal(cq_task_await(NULL), CQ_MISUSE);
	assert_int_equal(cq_task_await_until(NULL, 1), CQ_MISUSE);
	assert_int_equal(cq_task_status(NULL), CQ_MISUSE);
	assert_int_equal(cq_gather(1, NULL, CQ_GATHER_ALL), CQ_MISUSE);
	assert_int_equal(cq_task_sleep(NULL, 1), CQ_MISUSE);
	assert_int_equal(cq_task_yield(NULL), CQ_MISUSE);
	assert_int_equal(cq_current(engine, NULL), CQ_MISUSE);
	assert_int_equal(cq_with_timeout(NULL, 1, sleep_for, NULL), CQ_MISUSE);
	assert_int_equal(cq_shielded(engine, NULL, NULL), CQ_MISUSE);
	assert_null(cq_task_current(NULL));
	assert_string_equal(cq_task_name(NULL), "");
	cq_task_release(NULL);
	cq_task_release(&task);
	cq_task_detach(&task);
	/* Another thread's. */
	task = spawn(engine, sleep_for, &milliseconds);
	pthread_t thread;
	void *refused = NULL;
	assert_int_equal(pthread_create(&thread, NULL, call_from_elsewhere, task), 0);
	assert_int_equal(pthread_join(thread, &refused), 0);
	assert_non_null(refused);
	assert_int_equal(finish(task), CQ_OK);
}

/* ---- letting go ------------------------------------------------------------------------------------------------------- */

static void a_release_cancels_and_waits(void **state)
{
	cq_engine *const engine = engine_of(state);
	step waiting = { 60000, CQ_OK, false }, unbegun = { 60000, CQ_OK, false }, detached = { 5, CQ_OK, false };
	cq_task *task = spawn(engine, take_step, &waiting);
	settle(engine);
	cq_task_release(&task);
	assert_true(waiting.ended);
	task = spawn(engine, take_step, &unbegun);
	cq_task_release(&task);
	assert_true(unbegun.ended);
	task = spawn(engine, take_step, &detached);
	cq_task_detach(&task);
	assert_null(task);
	assert_false(detached.ended);
	while (cq_engine_pending(engine) != 0)
		assert_int_equal(cq_engine_drive(engine, -1), CQ_OK);
	assert_true(detached.ended);
}

static cq_status release_other(cq_engine *engine, void *argument)
{
	step inner = { 60000, CQ_OK, false };
	cq_task *task;
	CQ_TRY(cq_spawn(engine, &task, take_step, &inner, NULL));
	CQ_TRY(cq_task_sleep(engine, 2));
	/* Also where the releasing task is cancelled itself: `inner` stands on its stack. */
	cq_task_cancel(cq_task_current(engine));
	cq_task_release(&task);
	*(bool *)argument = inner.ended;
	return CQ_OK;
}

static void a_task_may_release_another(void **state)
{
	bool ended = false;
	assert_int_equal(finish(spawn(engine_of(state), release_other, &ended)), CQ_OK);
	assert_true(ended);
}

typedef struct called {
	cq_engine *engine;
	cq_task *task, *spawned;
	step first, second;
	cq_status awaited, slept, gathered, driven;
	bool seen;
} called;

static void in_callback(void *user, cq_operation *operation, cq_status status)
{
	called *const own = user;
	(void)operation;
	assert_int_equal(status, CQ_OK);
	own->awaited = cq_task_await(own->task);
	own->slept = cq_task_sleep(own->engine, 1);
	own->gathered = cq_gather(1, &own->task, CQ_GATHER_ALL);
	/* Of two refusals the second is told. */
	own->driven = cq_engine_drive(own->engine, 0);
	assert_non_null(strstr(cq_engine_error(own->engine)->message, "must not drive"));
	cq_task_release(&own->task);
	own->spawned = spawn(own->engine, take_step, &own->second);
	own->seen = true;
}

static void callbacks_do_not_wait_for_tasks(void **state)
{
	cq_engine *const engine = engine_of(state);
	cq_connection *const db = ((shop *)*state)->db;
	called own = { .engine = engine, .first = { 60000, CQ_OK, false }, .second = { 1, CQ_OK, false } };
	own.task = spawn(engine, take_step, &own.first);
	cq_operation *operation;
	int64_t count;
	MUST(cq_submit_scalar(db, &count, &operation, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	MUST(cq_operation_on_done(operation, in_callback, &own));
	while (cq_engine_pending(engine) != 0)
		assert_int_equal(cq_engine_drive(engine, -1), CQ_OK);
	assert_true(own.seen);
	assert_int_equal(own.awaited, CQ_MISUSE);
	assert_int_equal(own.slept, CQ_MISUSE);
	assert_int_equal(own.gathered, CQ_MISUSE);
	assert_int_equal(own.driven, CQ_MISUSE);
	assert_null(own.task);
	/* Cancelled there, it has ended by itself. */
	assert_true(own.first.ended);
	assert_true(own.second.ended);
	assert_int_equal(finish(own.spawned), CQ_OK);
	cq_operation_release(&operation);
}

/* ---- operations in tasks ---------------------------------------------------------------------------------------------- */

static cq_status await_operations(cq_engine *engine, void *argument)
{
	int64_t *const counts = argument;
	cq_operation *operations[8];
	cq_connection *db;
	CQ_TRY(cq_current(engine, &db));
	for (int i = 0; i < 8; i++)
		CQ_TRY(cq_submit_scalar(db, &counts[i], &operations[i], SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(LE(notes.id, (int64_t)i + 1)))));
	const cq_status status = cq_await_all(8, operations);
	for (int i = 0; i < 8; i++)
		cq_operation_release(&operations[i]);
	return status;
}

static void operations_are_awaited_in_tasks(void **state)
{
	cq_engine *const engine = engine_of(state);
	cq_connection *const db = ((shop *)*state)->db;
	for (int i = 0; i < 8; i++)
		MUST(add_note(db, i + 1));
	int64_t counts[4][8];
	cq_task *tasks[4];
	for (int i = 0; i < 4; i++)
		tasks[i] = spawn(engine, await_operations, counts[i]);
	assert_int_equal(cq_gather(4, tasks, CQ_GATHER_CANCEL), CQ_OK);
	for (int i = 0; i < 4; i++) {
		for (int k = 0; k < 8; k++)
			assert_int_equal(counts[i][k], k + 1);
		cq_task_release(&tasks[i]);
	}
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_open_shared, shop_close)
	const struct CMUnitTest tests[] = {
		TEST(a_task_runs_when_the_loop_does),
		TEST(awaiting_ends_in_time),
		TEST(each_task_has_its_own_handle),
		TEST(gathering_waits_for_all),
		TEST(the_first_failure_cancels_the_rest),
		TEST(whoever_gathers_takes_its_tasks_along),
		TEST(a_statement_under_way_is_cancelled),
		TEST(a_scope_is_rolled_back),
		TEST(one_that_has_not_begun_begins_cancelled),
		TEST(one_may_cancel_itself),
		TEST(a_timeout_stops_what_runs_inside),
		TEST(waiting_in_a_circle_is_misuse),
		TEST(two_tasks_on_one_handle_are_told_apart),
		TEST(other_calls_that_make_no_sense),
		TEST(a_release_cancels_and_waits),
		TEST(a_task_may_release_another),
		TEST(callbacks_do_not_wait_for_tasks),
		TEST(operations_are_awaited_in_tasks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
