/* tests/fault/restart_test.c: a PostgreSQL of the test's own is killed and started again under load: the pool serves within a
 * second of the server, never makes more connections than it may, and no acknowledged write is lost.
 *
 * CQUEL_TEST_LONG: 50 restarts instead of 3.
 */
#include "fault/server.h"

#include <cquel/schema.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TASKS = 8, POOL = 4, MOST_MARKS = 2000000 };

static struct {
	char folder[64], url[200];
	cq_engine *engine;
	bool stopping;
	int64_t next;
	unsigned char *told;
	unsigned long acknowledged, unclear, refused;
	double last_success;
	double slowest; /* seconds until the pool served again */
} run;

/* ---- the server ------------------------------------------------------------------------------------------------------ */

static pid_t begin_script(const char *verb)
{
	fflush(NULL);
	const pid_t child = fork();
	if (child == 0) {
		/* What the shell starts in the background holds no pipe of ours. */
		if (freopen("/dev/null", "w", stdout) == NULL)
			_exit(127);
		execl("/bin/sh", "sh", CQ_TEST_SOURCE_DIR "/tests/support/servers.sh", verb, run.folder, "postgres", (char *)NULL);
		_exit(127);
	}
	assert_true(child > 0);
	return child;
}

static void finish_script(pid_t child)
{
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

/* ---- the load -------------------------------------------------------------------------------------------------------- */

static cq_status write_on(cq_engine *engine, void *argument)
{
	const bool in_transaction = ((intptr_t)argument & 1) != 0;
	cq_connection *db;
	CQ_TRY(cq_current(engine, &db));
	while (!run.stopping && run.next < MOST_MARKS) {
		const int64_t id = run.next++;
		Mark mark = CQ_NEW(Mark, .id = id, .note = "written");
		cq_status status = in_transaction ? cq_begin(db, NULL) : CQ_OK;
		const bool begun = in_transaction && status == CQ_OK;
		if (status == CQ_OK)
			status = cq_insert(db, Mark, &mark);
		/* An INSERT by itself that was under way is as unclear as a COMMIT. */
		bool unclear = !in_transaction && status != CQ_OK;
		if (begun && status == CQ_OK)
			unclear = (status = cq_commit(db)) == CQ_COMMIT_UNKNOWN;
		else if (begun)
			(void)!cq_rollback(db);
		run.told[id] = status == CQ_OK ? 1 : unclear ? 2 : 3;
		run.acknowledged += status == CQ_OK;
		run.unclear += unclear;
		run.refused += status != CQ_OK && !unclear;
		if (status == CQ_OK)
			run.last_success = seconds_now();
		/* Whoever is refused tries again a little later. */
		else if (cq_task_sleep(engine, 5) != CQ_OK)
			break;
	}
	return CQ_OK;
}

static void check_marks(void)
{
	cq_connection *db;
	cq_rows(Mark) rows;
	assert_int_equal(cq_connect(run.engine, &db), CQ_OK);
	if (cq_all(db, Mark, &rows, SQL(SELECT_ALL(marks), FROM(marks))) != CQ_OK)
		fail_msg("%s", cq_last_error(db)->message);
	for (size_t i = 0; i < rows.count; i++) {
		if (run.told[rows.items[i].id] == 3)
			fail_msg("mark %lld was refused and is there", (long long)rows.items[i].id);
		run.told[rows.items[i].id] = 0;
	}
	cq_free(&rows);
	cq_disconnect(&db);
	for (int64_t id = 1; id < run.next; id++)
		if (run.told[id] == 1)
			fail_msg("the acknowledged mark %lld is lost", (long long)id);
}

/* Until all tasks have found their connections. */
static void let_all_work(void)
{
	for (double begun = seconds_now(); seconds_now() - begun < 0.1;)
		assert_int_equal(cq_engine_drive(run.engine, 5), CQ_OK);
}

static void restart_once(void)
{
	cq_pool_counters before, after;
	cq_engine_pool_counters(run.engine, &before);
	const pid_t script = begin_script("restart");
	int status = 0;
	while (waitpid(script, &status, WNOHANG) == 0)
		assert_int_equal(cq_engine_drive(run.engine, 5), CQ_OK);
	assert_int_equal(status, 0);
	const double up = seconds_now();
	while (run.last_success < up && seconds_now() - up < 5)
		assert_int_equal(cq_engine_drive(run.engine, 5), CQ_OK);
	const double took = run.last_success - up;
	if (took > run.slowest)
		run.slowest = took;
	if (took < 0 || took > 1)
		fail_msg("the pool served %.2f s after the server", took);
	let_all_work();
	cq_engine_pool_counters(run.engine, &after);
	if (after.in_use + after.idle + after.shared > POOL)
		fail_msg("the pool has %zu connections", (size_t)(after.in_use + after.idle + after.shared));
	if (after.opened - before.opened > POOL)
		fail_msg("the pool made %zu connections for one restart", (size_t)(after.opened - before.opened));
}

static void the_pool_comes_back(void **state)
{
	(void)state;
	const int restarts = is_long() ? 50 : 3;
	/* A key that is 0 is the database's to make. */
	run.next = 1;
	cq_task *tasks[TASKS];
	for (int i = 0; i < TASKS; i++)
		assert_int_equal(cq_spawn(run.engine, &tasks[i], write_on, (void *)(intptr_t)i, NULL), CQ_OK);
	let_all_work();
	for (int i = 0; i < restarts; i++)
		restart_once();
	run.stopping = true;
	for (int i = 0; i < TASKS; i++) {
		assert_int_equal(cq_task_await_until(tasks[i], 5000), CQ_OK);
		cq_task_release(&tasks[i]);
	}
	check_marks();
	print_message("%d restarts; %lu writes acknowledged, %lu unclear, %lu refused; served at most %.0f ms after the server\n", restarts,
		run.acknowledged, run.unclear, run.refused, run.slowest * 1000);
	assert_true(run.acknowledged > 100u * (unsigned)restarts);
	assert_true(run.refused + run.unclear > 0);
}

static int open_all(void **state)
{
	(void)state;
	char message[CQ_ERROR_TEXT];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	cq_connection *db;
	options.timeout_ms = 2000;
	options.pool.size = POOL;
	options.pool.max_overflow = 0;
	run.told = calloc(MOST_MARKS, 1);
	assert_non_null(run.told);
	snprintf(run.folder, sizeof run.folder, "/tmp/cquel-restart-XXXXXX");
	assert_non_null(mkdtemp(run.folder));
	finish_script(begin_script("start"));
	/* The server of the tests acknowledges a commit before it is written; here a restart must not lose it. */
	snprintf(run.url, sizeof run.url, "postgresql://cquel@/postgres?host=%s/p&options=-c%%20synchronous_commit%%3Don", run.folder);
	if (cq_engine_open(&run.engine, run.url, &options, message) != CQ_OK)
		fail_msg("%s", message);
	if (cq_connect(run.engine, &db) != CQ_OK)
		fail_msg("%s", cq_engine_error(run.engine)->message);
	const cq_table *const tables[] = { CQ_TABLE(marks) };
	if (cq_create_all(db, tables, 1) != CQ_OK)
		fail_msg("%s", cq_last_error(db)->message);
	cq_disconnect(&db);
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	cq_engine_close(&run.engine);
	finish_script(begin_script("stop"));
	free(run.told);
	return 0;
}

int main(void)
{
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_pool_comes_back) };
	return cmocka_run_group_tests(tests, open_all, close_all);
}
