/* tests/async/task_close_test.c: engines that close while tasks are alive, tasks that nobody waits for, and ten thousand of them.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <cquel/task.h>

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define INSTRUMENTED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define INSTRUMENTED 1
#endif
#endif

/* ---- closing ---------------------------------------------------------------------------------------------------------- */

typedef struct witness {
	cq_engine *engine;
	cq_status status, respawned, closed;
	bool began, cleaned;
} witness;

static cq_status just_end(cq_engine *engine, void *argument)
{
	(void)engine;
	(void)argument;
	return CQ_OK;
}

/* Writes, waits, and is to be rolled back. */
static cq_status hold_transaction(cq_engine *engine, void *argument)
{
	witness *const own = argument;
	cq_connection *db;
	CQ_TRY(cq_current(engine, &db));
	CQ_TRANSACTION_STATUS(db, &own->status) {
		Note note = { .id = 7, .body = "never" };
		own->status = cq_insert(db, Note, &note);
		own->began = true;
		if (own->status == CQ_OK)
			own->status = cq_task_sleep(engine, 60000);
		if (own->status != CQ_OK)
			break;
	}
	own->respawned = cq_spawn(engine, NULL, just_end, NULL, NULL);
	own->cleaned = !cq_in_transaction(db);
	return own->status;
}

static cq_status wait_for_statement(cq_engine *engine, void *argument)
{
	witness *const own = argument;
	cq_connection *db;
	int64_t number;
	CQ_TRY(cq_connect(engine, &db));
	own->began = true;
	own->status = cq_scalar(db, &number, ENDLESS_COUNT);
	cq_disconnect(&db);
	own->cleaned = true;
	return own->status;
}

static cq_status sleep_long(cq_engine *engine, void *argument)
{
	witness *const own = argument;
	own->began = true;
	own->status = cq_task_sleep(engine, 60000);
	own->cleaned = true;
	return own->status;
}

static void tasks_end_before_their_engine(void **state)
{
	shop *const opened = *state;
	cq_engine *engine;
	assert_int_equal(cq_engine_open(&engine, database_url(), NULL, NULL), CQ_OK);
	witness own[4] = { { 0 } };
	cq_task_function *const functions[4] = { hold_transaction, wait_for_statement, sleep_long, sleep_long };
	cq_task *tasks[4];
	for (int i = 0; i < 3; i++)
		assert_int_equal(cq_spawn(engine, &tasks[i], functions[i], &own[i], NULL), CQ_OK);
	while (!own[0].began || !own[1].began || !own[2].began)
		assert_int_equal(cq_engine_drive(engine, -1), CQ_OK);
	assert_int_equal(cq_task_sleep(engine, 10), CQ_OK);
	/* One that has not begun begins. */
	assert_int_equal(cq_spawn(engine, &tasks[3], functions[3], &own[3], NULL), CQ_OK);
	cq_engine_close(&engine);
	assert_null(engine);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(own[i].status, CQ_CANCELLED);
		assert_true(own[i].cleaned);
		/* The handles outlive it. */
		assert_true(cq_task_is_done(tasks[i]));
		assert_int_equal(cq_task_await(tasks[i]), CQ_CANCELLED);
		cq_task_cancel(tasks[i]);
		cq_task_release(&tasks[i]);
	}
	assert_int_equal(own[0].respawned, CQ_MISUSE);
	assert_int_equal(count_notes(opened->db), 0);
}

static cq_status close_own(cq_engine *engine, void *argument)
{
	witness *const own = argument;
	cq_engine *closing = engine;
	cq_engine_close(&closing);
	own->cleaned = closing == engine;
	own->closed = cq_engine_error(engine)->code;
	return cq_task_sleep(engine, 1);
}

static void a_task_does_not_close_its_engine(void **state)
{
	cq_engine *const engine = ((shop *)*state)->engine;
	witness own = { .engine = engine };
	cq_task *task;
	assert_int_equal(cq_spawn(engine, &task, close_own, &own, NULL), CQ_OK);
	assert_int_equal(cq_task_await(task), CQ_OK);
	assert_true(own.cleaned);
	assert_int_equal(own.closed, CQ_MISUSE);
	cq_task_release(&task);
}

static cq_status close_other(cq_engine *engine, void *argument)
{
	witness *const own = argument;
	cq_engine_close(&own->engine);
	return cq_task_sleep(engine, 1);
}

/* Both share a loop: the task of one waits until those of the other have ended. */
static void a_task_closes_another_engine(void **state)
{
	cq_engine *const engine = ((shop *)*state)->engine;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.beside = engine;
	witness closing = { 0 }, other = { 0 };
	assert_int_equal(cq_engine_open(&closing.engine, database_url(), &options, NULL), CQ_OK);
	cq_task *tasks[2];
	assert_int_equal(cq_spawn(closing.engine, &tasks[0], wait_for_statement, &other, NULL), CQ_OK);
	while (!other.began)
		assert_int_equal(cq_engine_drive(engine, -1), CQ_OK);
	assert_int_equal(cq_spawn(engine, &tasks[1], close_other, &closing, NULL), CQ_OK);
	assert_int_equal(cq_gather(2, tasks, CQ_GATHER_ALL), CQ_CANCELLED);
	assert_true(other.cleaned);
	assert_null(closing.engine);
	assert_int_equal(cq_task_status(tasks[1]), CQ_OK);
	cq_task_release(&tasks[0]);
	cq_task_release(&tasks[1]);
}

static void close_in_callback(void *user, cq_operation *operation, cq_status status)
{
	witness *const own = user;
	assert_int_equal(status, CQ_OK);
	cq_operation_release(&operation);
	cq_engine_close(&own->engine);
	own->closed = CQ_OK;
}

static void a_callback_closes_with_tasks_alive(void **state)
{
	(void)state;
	witness closing = { .closed = CQ_MISUSE }, waiting = { 0 };
	cq_connection *db;
	assert_int_equal(cq_engine_open(&closing.engine, database_url(), NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect(closing.engine, &db), CQ_OK);
	cq_task *task;
	assert_int_equal(cq_spawn(closing.engine, &task, wait_for_statement, &waiting, NULL), CQ_OK);
	while (!waiting.began)
		assert_int_equal(cq_engine_drive(closing.engine, -1), CQ_OK);
	cq_operation *operation;
	int64_t count;
	MUST(cq_submit_scalar(db, &count, &operation, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	MUST(cq_operation_on_done(operation, close_in_callback, &closing));
	while (closing.engine != NULL)
		assert_int_equal(cq_engine_drive(closing.engine, -1), CQ_OK);
	assert_int_equal(closing.closed, CQ_OK);
	assert_true(waiting.cleaned);
	assert_int_equal(cq_task_await(task), CQ_CANCELLED);
	cq_task_release(&task);
}

/* ---- nobody waits ------------------------------------------------------------------------------------------------------ */

typedef struct heard {
	int warnings;
	char message[200];
} heard;

static void hear(void *user, const cq_log_record *record)
{
	heard *const own = user;
	if (record->level != CQ_LOG_WARNING || strstr(record->message, "nobody waits") == NULL)
		return;
	own->warnings++;
	(void)snprintf(own->message, sizeof own->message, "%s", record->message);
}

static cq_status fall_short(cq_engine *engine, void *argument)
{
	(void)argument;
	CQ_TRY(cq_task_yield(engine));
	return CQ_NO_ROW;
}

static void a_failure_that_nobody_hears_of_is_logged(void **state)
{
	(void)state;
	heard own = { 0 };
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = hear;
	options.log_user = &own;
	options.log_level = CQ_LOG_WARNING;
	cq_engine *engine;
	assert_int_equal(cq_engine_open(&engine, database_url(), &options, NULL), CQ_OK);
	const cq_task_options named = { .name = "sweeper" };
	assert_int_equal(cq_spawn(engine, NULL, fall_short, NULL, &named), CQ_OK);
	assert_int_equal(cq_spawn(engine, NULL, just_end, NULL, NULL), CQ_OK);
	cq_task *task;
	assert_int_equal(cq_spawn(engine, &task, fall_short, NULL, NULL), CQ_OK);
	while (cq_engine_pending(engine) != 0)
		assert_int_equal(cq_engine_drive(engine, -1), CQ_OK);
	assert_int_equal(own.warnings, 1);
	assert_non_null(strstr(own.message, "\"sweeper\""));
	assert_non_null(strstr(own.message, "CQ_NO_ROW"));
	assert_int_equal(cq_task_status(task), CQ_NO_ROW);
	cq_task_release(&task);
	cq_engine_close(&engine);
}

/* ---- very many --------------------------------------------------------------------------------------------------------- */

/* Kilobytes of memory that this process has had at most, or has now. */
static long read_status(const char *name)
{
	char line[256];
	long kilobytes = -1;
	FILE *const file = fopen("/proc/self/status", "r");
	if (file == NULL)
		return -1;
	while (kilobytes < 0 && fgets(line, sizeof line, file) != NULL)
		if (strncmp(line, name, strlen(name)) == 0)
			kilobytes = strtol(line + strlen(name), NULL, 10);
	(void)fclose(file);
	return kilobytes;
}

typedef struct crowd {
	int waiting, done;
	int64_t sum;
	long most;
} crowd;

static cq_status ask_one(cq_engine *engine, void *argument)
{
	crowd *const own = argument;
	cq_connection *db;
	int64_t number = 0;
	own->waiting++;
	CQ_TRY(cq_current(engine, &db));
	CQ_TRY(cq_scalar(db, &number, SQL(SELECT(notes.id), FROM(notes), WHERE(EQ(notes.id, INT64_C(5))))));
	own->waiting--;
	own->done++;
	own->sum += number;
	return CQ_OK;
}

static void very_many_at_once(void **state)
{
#ifdef INSTRUMENTED
	enum { MANY = 300 };
#else
	enum { MANY = 10000 };
#endif
	cq_engine *const engine = ((shop *)*state)->engine;
	cq_connection *const db = ((shop *)*state)->db;
	Note note = { .id = 5, .body = "five" };
	MUST(cq_insert(db, Note, &note));
	static cq_task *tasks[MANY];
	crowd own = { 0 };
	/* What a first task needs is there. */
	assert_int_equal(cq_spawn(engine, &tasks[0], ask_one, &own, NULL), CQ_OK);
	assert_int_equal(cq_task_await(tasks[0]), CQ_OK);
	cq_task_release(&tasks[0]);
	const long before = read_status("VmHWM:");
	for (int round = 0; round < 2; round++) {
		own = (crowd){ 0 };
		for (int i = 0; i < MANY; i++)
			if (cq_spawn(engine, &tasks[i], ask_one, &own, NULL) != CQ_OK)
				fail_msg("task %d: %s", i, cq_engine_error(engine)->message);
		assert_int_equal(cq_engine_pending(engine), MANY);
		assert_int_equal(cq_gather(MANY, tasks, CQ_GATHER_CANCEL), CQ_OK);
		assert_int_equal(own.done, MANY);
		assert_int_equal(own.sum, 5 * MANY);
		for (int i = 0; i < MANY; i++)
			cq_task_release(&tasks[i]);
	}
	const long after = read_status("VmHWM:");
	print_message("%d tasks: %.1f KiB resident each at most\n", (int)MANY, (double)(after - before) / MANY);
#ifndef INSTRUMENTED
	assert_true(after - before <= 16L * MANY);
#endif
}

static cq_status dig(cq_engine *engine, int depth)
{
	volatile char frame[4096];
	frame[0] = frame[sizeof frame - 1] = (char)depth;
	const cq_status status = depth == 0 ? cq_task_yield(engine) : dig(engine, depth - 1);
	return frame[0] == frame[sizeof frame - 1] ? status : CQ_NO_ROW;
}

static cq_status dig_deep(cq_engine *engine, void *argument)
{
	return dig(engine, *(const int *)argument);
}

static void a_stack_is_as_large_as_asked(void **state)
{
	cq_engine *const engine = ((shop *)*state)->engine;
	int depth = 300;
	const cq_task_options large = { .stack_bytes = 8 * 1024 * 1024 };
	cq_task *task;
	assert_int_equal(cq_spawn(engine, &task, dig_deep, &depth, &large), CQ_OK);
	assert_int_equal(cq_task_await(task), CQ_OK);
	cq_task_release(&task);
}

static void one_that_is_too_small_ends_the_process(void **state)
{
	(void)state;
	const pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		(void)signal(SIGSEGV, SIG_DFL);
		cq_engine *engine;
		cq_task *task;
		int depth = 1000;
		if (cq_engine_open(&engine, "sqlite://", NULL, NULL) != CQ_OK || cq_spawn(engine, &task, dig_deep, &depth, NULL) != CQ_OK)
			_exit(2);
		_exit(cq_task_await(task) == CQ_OK ? 3 : 4);
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGSEGV);
}

static void a_child_has_no_tasks(void **state)
{
	cq_engine *const engine = ((shop *)*state)->engine;
	witness own = { 0 };
	cq_task *task;
	assert_int_equal(cq_spawn(engine, &task, sleep_long, &own, NULL), CQ_OK);
	settle(engine);
	const pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		cq_task *copy = task, *spawned;
		const bool refused = cq_task_await(task) == CQ_MISUSE && cq_spawn(engine, &spawned, just_end, NULL, NULL) == CQ_MISUSE
			&& cq_task_sleep(engine, 1) == CQ_MISUSE;
		cq_task_release(&copy);
		_exit(refused ? 0 : 1);
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	cq_task_release(&task);
	assert_int_equal(own.status, CQ_CANCELLED);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_open_shared, shop_close)
	const struct CMUnitTest tests[] = {
		TEST(very_many_at_once),
		TEST(tasks_end_before_their_engine),
		TEST(a_task_does_not_close_its_engine),
		TEST(a_task_closes_another_engine),
		TEST(a_callback_closes_with_tasks_alive),
		TEST(a_failure_that_nobody_hears_of_is_logged),
		TEST(a_stack_is_as_large_as_asked),
		TEST(one_that_is_too_small_ends_the_process),
		TEST(a_child_has_no_tasks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
