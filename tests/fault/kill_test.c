/* tests/fault/kill_test.c: backends are killed while tasks commit in loops: no acknowledged commit is lost, none is there twice,
 * what is unclear is reported so, and the pool goes on.
 *
 * CQUEL_TEST_LONG: 1,000 kills, at least 100 of them in COMMIT, instead of 200 and 20.
 */
#include "fault/server.h"

enum { TASKS = 4, MOST_MARKS = 200000 };

static struct {
	server server;
	cq_engine *engine;
	bool stopping;
	bool committing[TASKS];
	int32_t backend[TASKS];
	int64_t next;
	unsigned char *told; /* by mark: 0 not tried, 1 acknowledged, 2 unknown, 3 failed */
	unsigned long tried, acknowledged, unknown, failed, kills, kills_in_commit;
} run;

static cq_status commit_one(cq_connection *db, int number, int64_t mark)
{
	Mark it = CQ_NEW(Mark, .id = mark, .note = "committed");
	cq_status status = cq_begin(db, NULL);
	if (status != CQ_OK)
		return status;
	int32_t backend = 0;
	status = cq_scalar(db, &backend, RAW_SQL("SELECT pg_backend_pid()"));
	run.backend[number] = backend;
	if (status == CQ_OK)
		status = cq_insert(db, Mark, &it);
	/* What has begun must be ended, also when the connection is gone. */
	if (status == CQ_OK) {
		run.committing[number] = true;
		status = cq_commit(db);
		run.committing[number] = false;
	} else {
		(void)!cq_rollback(db);
	}
	run.backend[number] = 0;
	return status;
}

static cq_status commit_on(cq_engine *engine, void *argument)
{
	const int number = (int)(intptr_t)argument;
	cq_connection *db;
	CQ_TRY(cq_current(engine, &db));
	while (!run.stopping && run.next < MOST_MARKS) {
		const int64_t mark = run.next++;
		const cq_status status = commit_one(db, number, mark);
		run.told[mark] = status == CQ_OK ? 1 : status == CQ_COMMIT_UNKNOWN ? 2 : 3;
		run.tried++;
		run.acknowledged += status == CQ_OK;
		run.unknown += status == CQ_COMMIT_UNKNOWN;
		run.failed += status != CQ_OK && status != CQ_COMMIT_UNKNOWN;
		if (status != CQ_OK && cq_status_class(status) != CQ_CLASS_CONNECTION && status != CQ_DATABASE)
			fail_msg("%s: %s", cq_status_name(status), cq_last_error(db)->message);
	}
	return CQ_OK;
}

static void kill_backend(int number)
{
	char sql[80];
	snprintf(sql, sizeof sql, "SELECT pg_terminate_backend(%d)", (int)run.backend[number]);
	run.kills++;
	run.kills_in_commit += run.committing[number];
	plainly(&run.server, sql);
}

/* What the server has against what the tasks were told. */
static void check_marks(void)
{
	client_rows rows = { 0 };
	static const char sql[] = "SELECT id, count(*) FROM marks GROUP BY id ORDER BY id";
	if (!client_query(run.server.plain, sql, &rows))
		fail_msg("%s", client_message(run.server.plain));
	bool *const there = calloc(MOST_MARKS, sizeof *there);
	assert_non_null(there);
	for (size_t i = 0; i < rows.rows; i++) {
		if (strcmp(client_cell(&rows, i, 1), "1") != 0)
			fail_msg("mark %s is there %s times", client_cell(&rows, i, 0), client_cell(&rows, i, 1));
		there[strtoll(client_cell(&rows, i, 0), NULL, 10)] = true;
	}
	client_rows_release(&rows);
	unsigned long lost = 0, wrong = 0, unclear = 0;
	for (int64_t mark = 1; mark < run.next; mark++) {
		lost += run.told[mark] == 1 && !there[mark];
		wrong += run.told[mark] == 3 && there[mark];
		unclear += run.told[mark] == 2 && there[mark];
	}
	free(there);
	print_message("%lu commits tried, %lu acknowledged, %lu unclear (%lu of them are there), %lu failed; %lu backends killed, %lu of them in COMMIT\n",
		run.tried, run.acknowledged, run.unknown, unclear, run.failed, run.kills, run.kills_in_commit);
	assert_int_equal(lost, 0);
	assert_int_equal(wrong, 0);
}

static void no_acknowledged_commit_is_lost(void **state)
{
	(void)state;
	/* A key that is 0 is the database's to make. */
	run.next = 1;
	const unsigned long kills = is_long() ? 1000 : 200, in_commit = is_long() ? 100 : 20;
	/* A check at COMMIT that takes a while, so that a kill can hit it. */
	plainly(&run.server, "CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.0005); RETURN NULL; END'");
	plainly(&run.server, "CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON marks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle()");
	cq_task *tasks[TASKS];
	for (int i = 0; i < TASKS; i++)
		assert_int_equal(cq_spawn(run.engine, &tasks[i], commit_on, (void *)(intptr_t)i, NULL), CQ_OK);
	uint64_t seed = 42;
	const double begun = seconds_now();
	while ((run.kills < kills || run.kills_in_commit < in_commit) && run.next < MOST_MARKS && seconds_now() - begun < (is_long() ? 300 : 60)) {
		for (uint64_t turns = random_next(&seed) % 12 + 1; turns != 0; turns--)
			assert_int_equal(cq_engine_drive(run.engine, 2), CQ_OK);
		const int victim = (int)(random_next(&seed) % TASKS);
		if (run.backend[victim] != 0)
			kill_backend(victim);
	}
	run.stopping = true;
	for (int i = 0; i < TASKS; i++) {
		assert_int_equal(cq_task_await_until(tasks[i], 5000), CQ_OK);
		cq_task_release(&tasks[i]);
	}
	check_marks();
	assert_true(run.kills >= kills);
	assert_true(run.kills_in_commit >= in_commit);
	assert_true(run.acknowledged > run.kills);
	assert_true(run.unknown > 0 && run.failed > 0);
	cq_connection *db;
	assert_int_equal(cq_connect(run.engine, &db), CQ_OK);
	assert_false(cq_in_transaction(db));
	cq_disconnect(&db);
}

static int open_all(void **state)
{
	(void)state;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.timeout_ms = 2000;
	run.told = calloc(MOST_MARKS, 1);
	assert_non_null(run.told);
	run.engine = server_open_with(&run.server, false, &options);
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	free(run.told);
	return server_close_with(&run.server, &run.engine);
}

int main(void)
{
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = { cmocka_unit_test(no_acknowledged_commit_is_lost) };
	return cmocka_run_group_tests(tests, open_all, close_all);
}
