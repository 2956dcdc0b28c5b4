/* tests/fault/cancel_phase_test.c: tasks are cancelled while they are in BEGIN, COMMIT, ROLLBACK, preparing and fetching: whoever
 * has the connection next finds no transaction open, and a commit that was cancelled is never told as a plain failure.
 *
 * CQUEL_TEST_LONG: 1,000 landed cancellations in each phase instead of 60.
 */
#include "fault/server.h"

typedef enum phase { IDLE, BEGIN, WRITE, COMMIT, ROLLBACK, PREPARE, FETCH, PHASES } phase;
static const char *const phase_names[PHASES] = { "idle", "BEGIN", "a write", "COMMIT", "ROLLBACK", "prepare", "fetch" };

static struct {
	server server;
	cq_engine *engine;
	phase now;
	int64_t mark;          /* of the task under way */
	cq_status commit;      /* what its COMMIT gave */
	unsigned long unique;
	unsigned long landed[PHASES], acknowledged, unknown, refused;
} run;

/* Where the task is while a call of it waits. */
#define DURING(phase_, call) __extension__ ({ run.now = (phase_); status = (call); run.now = IDLE; status; })

static cq_status work(cq_engine *engine, void *argument)
{
	const phase wanted = *(const phase *)argument;
	cq_connection *db;
	cq_status status;
	CQ_TRY(cq_connect(engine, &db));
	run.commit = CQ_OK;
	if (wanted == PREPARE) {
		/* Each shape is a text of its own, and what was prepared of them is forgotten when the pool's connections are. */
		cq_rows(Mark) rows;
		const unsigned long bits = run.unique++;
		(void)DURING(PREPARE, cq_all(db, Mark, &rows, SQL(SELECT_ALL(marks), FROM(marks), WHERE(EQ(marks.note, "none"),
			WHEN(bits & 1, GT(marks.id, 1)), WHEN(bits & 2, GT(marks.id, 2)), WHEN(bits & 4, GT(marks.id, 3)),
			WHEN(bits & 8, GT(marks.id, 4)), WHEN(bits & 16, GT(marks.id, 5)), WHEN(bits & 32, GT(marks.id, 6)),
			WHEN(bits & 64, GT(marks.id, 7)), WHEN(bits & 128, GT(marks.id, 8)), WHEN(bits & 256, GT(marks.id, 9)),
			WHEN(bits & 512, GT(marks.id, 10)), WHEN(bits & 1024, GT(marks.id, 11))))));
		cq_free(&rows);
	} else if (wanted == FETCH) {
		cq_rows(Mark) rows;
		(void)DURING(FETCH, cq_all(db, Mark, &rows, SQL(SELECT_ALL(marks), FROM(marks), WHERE(LE(marks.id, 5000)))));
		cq_free(&rows);
	} else if (DURING(BEGIN, cq_begin(db, NULL)) == CQ_OK) {
		Mark mark = CQ_NEW(Mark, .id = run.mark, .note = "cancelled");
		if (DURING(WRITE, cq_insert(db, Mark, &mark)) == CQ_OK && wanted != ROLLBACK) {
			run.commit = DURING(COMMIT, cq_commit(db));
		} else {
			(void)DURING(ROLLBACK, cq_rollback(db));
		}
	}
	cq_disconnect(&db);
	return status;
}

/* Drives until the task is where it is wanted; false when it ended before. */
static bool reach(cq_task *task, phase wanted)
{
	while (!cq_task_is_done(task)) {
		if (run.now == wanted)
			return true;
		assert_int_equal(cq_engine_drive(run.engine, 1000), CQ_OK);
	}
	return false;
}

/* The server's own word on what our sessions are in. */
static void check_server(void)
{
	static const char open_ones[] = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
		"AND backend_type = 'client backend' AND state LIKE 'idle in transaction%'";
	if (plain_number(&run.server, open_ones) != 0)
		fail_msg("a session is left in a transaction");
}

static void check_next_borrower(phase wanted)
{
	cq_connection *db;
	int64_t count;
	cq_status status = cq_connect(run.engine, &db);
	if (status != CQ_OK)
		fail_msg("behind a cancelled %s: %s", phase_names[wanted], cq_engine_error(run.engine)->message);
	if (cq_in_transaction(db))
		fail_msg("behind a cancelled %s the next borrower is in a transaction", phase_names[wanted]);
	status = cq_scalar(db, &count, SQL(SELECT(COUNT(marks.id)), FROM(marks), WHERE(EQ(marks.id, 7))));
	if (status != CQ_OK || count != 1)
		fail_msg("behind a cancelled %s the next borrower got %lld, %s", phase_names[wanted], (long long)count, cq_last_error(db)->message);
	cq_disconnect(&db);
}

static void check_commit(cq_status status, phase wanted)
{
	const bool there = mark_is_there(&run.server, run.mark);
	if (wanted != COMMIT) {
		if (there)
			fail_msg("cancelled in %s, and committed", phase_names[wanted]);
		return;
	}
	if (run.commit == CQ_OK && !there)
		fail_msg("an acknowledged COMMIT is lost");
	if (run.commit != CQ_OK && run.commit != CQ_COMMIT_UNKNOWN && there)
		fail_msg("COMMIT gave %s, and the row is there", cq_status_name(run.commit));
	run.acknowledged += run.commit == CQ_OK;
	run.unknown += run.commit == CQ_COMMIT_UNKNOWN;
	run.refused += run.commit != CQ_OK && run.commit != CQ_COMMIT_UNKNOWN;
	(void)status;
}

static void cancel_in(phase wanted, unsigned long goal)
{
	uint64_t seed = 0x9E3779B97F4A7C15u + (uint64_t)wanted;
	for (unsigned long tries = 0; run.landed[wanted] < goal; tries++) {
		cq_task *task;
		phase argument = wanted;
		if (tries > 20 * goal)
			fail_msg("only %lu cancellations landed in %s", run.landed[wanted], phase_names[wanted]);
		run.mark++;
		run.now = IDLE;
		assert_int_equal(cq_spawn(run.engine, &task, work, &argument, NULL), CQ_OK);
		if (reach(task, wanted)) {
			/* Sometimes at once, sometimes when the server is at it. */
			if (random_next(&seed) % 2 == 0)
				assert_int_equal(cq_engine_drive(run.engine, 0), CQ_OK);
			run.landed[wanted] += run.now == wanted;
			cq_task_cancel(task);
		}
		const double begun = seconds_now();
		const cq_status status = cq_task_await_until(task, 3000);
		if (status == CQ_TIMEOUT)
			fail_msg("cancelled in %s, and not done after %.1f s", phase_names[wanted], seconds_now() - begun);
		cq_task_release(&task);
		check_next_borrower(wanted);
		check_commit(status, wanted);
	}
	check_server();
	print_message("%s: %lu cancellations landed\n", phase_names[wanted], run.landed[wanted]);
	assert_true(run.landed[wanted] >= goal);
}

static void the_next_one_finds_nothing_open(void **state)
{
	(void)state;
	static const phase phases[] = { BEGIN, COMMIT, ROLLBACK, PREPARE, FETCH };
	plainly(&run.server, "INSERT INTO marks(id, note) SELECT n, 'note ' || n FROM generate_series(1, 5000) AS n");
	run.mark = 100000;
	for (size_t i = 0; i < sizeof phases / sizeof *phases; i++)
		cancel_in(phases[i], is_long() ? 1000 : 60);
	print_message("cancelled COMMITs: %lu acknowledged, %lu unknown, %lu refused\n", run.acknowledged, run.unknown, run.refused);
}

static int open_all(void **state)
{
	(void)state;
	char message[CQ_ERROR_TEXT];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.pool.size = 2;
	options.pool.max_overflow = 2;
	server_open(&run.server);
	if (cq_engine_open(&run.engine, run.server.direct, &options, message) != CQ_OK)
		fail_msg("%s", message);
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	cq_engine_close(&run.engine);
	server_close(&run.server);
	return 0;
}

int main(void)
{
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_next_one_finds_nothing_open) };
	return cmocka_run_group_tests(tests, open_all, close_all);
}
