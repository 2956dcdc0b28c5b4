/* tests/fault/cancel_phase_test.c: tasks are cancelled while they are in BEGIN, COMMIT, ROLLBACK, preparing and fetching: whoever
 * has the connection next finds no transaction open, and a commit that was cancelled is never told as a plain failure.
 *
 * A cancellation counts where the server was at the statement, and is told apart from one that came before anything was sent. What a
 * server does in no time (BEGIN, COMMIT, ROLLBACK) is held on the wire for some of them, on its way there or back, a little or until
 * it is given up. CQUEL_TEST_LONG: 1,000 in each phase instead of 60.
 */
#include "fault/server.h"

#include "exec/engine.h"

#include <libpq-fe.h>
#include <unistd.h>

typedef enum phase { IDLE, BEGIN, WRITE, COMMIT, ROLLBACK, PREPARE, FETCH, PHASES } phase;
static const char *const phase_names[PHASES] = { "idle", "BEGIN", "a write", "COMMIT", "ROLLBACK", "prepare", "fetch" };

typedef struct count {
	unsigned long before;  /* cancelled when nothing had been sent */
	unsigned long within;  /* when it was under way */
	unsigned long held;    /* of these: the wire was held on its way there or back */
	unsigned long given_up; /* of these: nobody waited for its answer any more */
	unsigned long asked;   /* how often the server was asked to stop */
	unsigned long stopped; /* how often it did: 57014 */
} count;

static struct {
	server server;
	cq_engine *engine;
	cq_connection *db;      /* the task's */
	phase now;
	phase hold_in;          /* the wire is held when the task comes there; IDLE: nowhere */
	proxy_direction hold;
	bool held_long;         /* ... for longer than anybody waits */
	int64_t mark;           /* of the task under way */
	cq_status commit;       /* what its COMMIT gave; CQ_MISUSE: there was none */
	unsigned long shape;
	count counts[PHASES];
	unsigned long acknowledged, unknown, refused;
} run;

/* ---- the task ------------------------------------------------------------------------------------------------------- */

static void note_stopped(phase at, cq_status status)
{
	const char *const sqlstate = status != CQ_OK ? cq_last_error(run.db)->sqlstate : NULL;
	run.counts[at].stopped += sqlstate != NULL && strcmp(sqlstate, "57014") == 0;
	run.counts[at].given_up += run.held_long && (status == CQ_CANCELLED || status == CQ_COMMIT_UNKNOWN);
}

static void arrive(phase at)
{
	run.now = at;
	if (run.hold_in == at)
		proxy_hold(run.server.wire, run.hold);
}

/* Where the task is while a call of it waits. */
#define DURING(phase_, call) __extension__ ({ arrive(phase_); status = (call); run.now = IDLE; note_stopped((phase_), status); status; })

/* Each shape is a text of its own, and each is asked for twice, the second time behind a cancelled first one. */
static cq_status ask_shape(cq_connection *db)
{
	cq_rows(Mark) rows;
	const unsigned long bits = run.shape / 2;
	const cq_status status = cq_all(db, Mark, &rows, SQL(SELECT_ALL(marks), FROM(marks), WHERE(EQ(marks.note, "none"),
		WHEN(bits & 1, GT(marks.id, 1)), WHEN(bits & 2, GT(marks.id, 2)), WHEN(bits & 4, GT(marks.id, 3)),
		WHEN(bits & 8, GT(marks.id, 4)), WHEN(bits & 16, GT(marks.id, 5)), WHEN(bits & 32, GT(marks.id, 6)),
		WHEN(bits & 64, GT(marks.id, 7)), WHEN(bits & 128, GT(marks.id, 8)), WHEN(bits & 256, GT(marks.id, 9)),
		WHEN(bits & 512, GT(marks.id, 10)), WHEN(bits & 1024, GT(marks.id, 11)))));
	if (status == CQ_OK && rows.count != 0)
		fail_msg("a shape found %zu rows", rows.count);
	cq_free(&rows);
	return status;
}

static cq_status fetch(cq_connection *db)
{
	cq_rows(Mark) rows;
	const cq_status status = cq_all(db, Mark, &rows, SQL(SELECT_ALL(marks), FROM(marks), WHERE(LE(marks.id, 5000))));
	if (status == CQ_OK && rows.count != 5000)
		fail_msg("%zu rows were fetched", rows.count);
	cq_free(&rows);
	return status;
}

static cq_status work(cq_engine *engine, void *argument)
{
	const phase wanted = *(const phase *)argument;
	cq_status status;
	CQ_TRY(cq_connect(engine, &run.db));
	if (wanted == PREPARE) {
		(void)DURING(PREPARE, ask_shape(run.db));
	} else if (wanted == FETCH) {
		(void)DURING(FETCH, fetch(run.db));
	} else if (DURING(BEGIN, cq_begin(run.db, NULL)) == CQ_OK) {
		Mark mark = CQ_NEW(Mark, .id = run.mark, .note = "cancelled");
		if (DURING(WRITE, cq_insert(run.db, Mark, &mark)) == CQ_OK && wanted != ROLLBACK)
			run.commit = DURING(COMMIT, cq_commit(run.db));
		else if (DURING(ROLLBACK, cq_rollback(run.db)) != CQ_OK)
			fail_msg("ROLLBACK: %s", cq_last_error(run.db)->message);
	}
	cq_disconnect(&run.db);
	return status;
}

/* ---- what must hold behind it --------------------------------------------------------------------------------------- */

/* The server's own word on what our sessions are in. */
static void check_server(phase wanted)
{
	static const char open_ones[] = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
		"AND backend_type = 'client backend' AND state LIKE 'idle in transaction%'";
	if (plain_number(&run.server, open_ones) != 0)
		fail_msg("behind a cancelled %s a session is left in a transaction", phase_names[wanted]);
}

/* The pool has one connection: it is the same one, or that one was closed. */
static void check_next_borrower(phase wanted)
{
	cq_connection *db;
	int64_t found;
	cq_status status = cq_connect(run.engine, &db);
	if (status != CQ_OK)
		fail_msg("behind a cancelled %s: %s", phase_names[wanted], cq_engine_error(run.engine)->message);
	if (cq_in_transaction(db))
		fail_msg("behind a cancelled %s the next borrower is in a transaction", phase_names[wanted]);
	status = cq_scalar(db, &found, SQL(SELECT(COUNT(marks.id)), FROM(marks), WHERE(EQ(marks.id, 7))));
	if (status != CQ_OK || found != 1)
		fail_msg("behind a cancelled %s the next borrower got %lld, %s", phase_names[wanted], (long long)found, cq_last_error(db)->message);
	if (wanted == PREPARE && ask_shape(db) != CQ_OK)
		fail_msg("what was cancelled while it was prepared does not run: %s", cq_last_error(db)->message);
	check_server(wanted);
	cq_disconnect(&db);
}

static void check_commit(phase wanted)
{
	const bool there = mark_is_there(&run.server, run.mark);
	if (wanted != COMMIT) {
		/* It may have been too late to cancel anything. */
		if (there && run.commit != CQ_OK)
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
}

/* ---- cancelling ----------------------------------------------------------------------------------------------------- */

/* Connections that the wire has seen and the pool has not made: those that ask the server to stop. */
static unsigned long asked_so_far(void)
{
	cq_pool_counters counters;
	cq_engine_pool_counters(run.engine, &counters);
	return proxy_connections(run.server.wire) - (unsigned long)(counters.opened + counters.failed);
}

/* Something was sent and not answered, as far as libpq knows. */
static bool under_way(void)
{
	return PQtransactionStatus(run.db->driver->native(run.db->driven)) == PQTRANS_ACTIVE;
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

/* A fifth before anything is sent; the others when it has gone out, at once or a little later. */
static void cancel_at_some_moment(cq_task *task, phase wanted, uint64_t random)
{
	if (random % 5 != 0) {
		while (run.now == wanted && !under_way())
			assert_int_equal(cq_engine_drive(run.engine, 0), CQ_OK);
		if (random % 5 > 1)
			usleep((useconds_t)(random >> 8) % 1500);
	}
	if (run.now == wanted) {
		run.counts[wanted].before += !under_way();
		run.counts[wanted].within += under_way();
	}
	cq_task_cancel(task);
}

/* The task is cancelled, and what it is in is on the wire: it goes on soon, or when it has been given up. */
static void let_go_at_some_moment(cq_task *task, phase wanted, uint64_t random)
{
	run.held_long = random % 8 == 0;
	run.counts[wanted].held++;
	const double until = seconds_now() + (run.held_long ? 0.15 : (double)(random >> 8 & 4095) / 1e6);
	while (seconds_now() < until && !cq_task_is_done(task))
		assert_int_equal(cq_engine_drive(run.engine, 1), CQ_OK);
	/* What undoes is waited for, and behind a BEGIN whose answer has not come there is something to undo. */
	if (cq_task_is_done(task) && wanted != COMMIT)
		fail_msg("%s was not undone", phase_names[wanted]);
	proxy_let_go(run.server.wire);
}

/* What a cancelled task leaves is waited for. */
static void finish(cq_task *task, phase wanted)
{
	const double begun = seconds_now();
	proxy_let_go(run.server.wire);
	if (cq_task_await_until(task, 3000) == CQ_TIMEOUT)
		fail_msg("cancelled in %s, and not done after %.1f s", phase_names[wanted], seconds_now() - begun);
	cq_task_release(&task);
	run.held_long = false;
}

static void check_counts(phase wanted, unsigned long goal)
{
	const count *const seen = &run.counts[wanted];
	const bool is_held = wanted == BEGIN || wanted == COMMIT || wanted == ROLLBACK;
	print_message("%s: %lu cancellations landed while it was under way (%lu held on the wire, %lu of them until it was given up), the server was "
		"asked %lu times and stopped %lu; %lu came before it was sent\n", phase_names[wanted], seen->within, seen->held, seen->given_up, seen->asked,
		seen->stopped, seen->before);
	assert_true(seen->within >= goal && seen->before >= goal / 10);
	assert_true(seen->held >= (is_held ? goal / 4 : 0));
	/* What undoes is not cancelled; all else is, at the server. */
	if (wanted == ROLLBACK)
		assert_int_equal(seen->asked, 0);
	else
		assert_true(seen->asked >= goal * 9 / 10);
	if (wanted == BEGIN || wanted == COMMIT)
		assert_true(seen->given_up >= goal / 50);
	if (wanted == COMMIT || wanted == PREPARE || wanted == FETCH)
		assert_true(seen->stopped >= goal / 10);
}

static void cancel_in(phase wanted, unsigned long goal)
{
	uint64_t seed = 0x9E3779B97F4A7C15u + (uint64_t)wanted;
	count *const seen = &run.counts[wanted];
	const unsigned long asked_before = asked_so_far();
	for (unsigned long tries = 0; seen->within < goal; tries++) {
		cq_task *task;
		phase argument = wanted;
		if (tries > 20 * goal)
			fail_msg("only %lu cancellations landed in %s", seen->within, phase_names[wanted]);
		/* The server stays in it until it is stopped: it waits for the table as it prepares. */
		const bool locked = wanted == PREPARE && tries % 2 == 0;
		if (locked)
			plainly(&run.server, "BEGIN; LOCK TABLE marks");
		run.mark++;
		run.shape++;
		run.now = IDLE;
		run.commit = CQ_MISUSE;
		const uint64_t random = random_next(&seed);
		const bool held = (wanted == BEGIN || wanted == COMMIT || wanted == ROLLBACK) && tries % 5 < 2;
		run.hold_in = held ? wanted : IDLE;
		run.hold = random >> 40 & 1 ? PROXY_TO_SERVER : PROXY_TO_CLIENT;
		assert_int_equal(cq_spawn(run.engine, &task, work, &argument, NULL), CQ_OK);
		if (reach(task, wanted)) {
			const unsigned long within = seen->within;
			cancel_at_some_moment(task, wanted, random);
			if (held && seen->within != within)
				let_go_at_some_moment(task, wanted, random_next(&seed));
		}
		finish(task, wanted);
		if (locked)
			plainly(&run.server, "ROLLBACK");
		check_next_borrower(wanted);
		check_commit(wanted);
	}
	seen->asked = asked_so_far() - asked_before;
	check_counts(wanted, goal);
}

static void the_next_one_finds_nothing_open(void **state)
{
	(void)state;
	static const phase phases[] = { BEGIN, COMMIT, ROLLBACK, PREPARE, FETCH };
	/* More than fits into the wire, so that a cancellation meets a server that is still at it. */
	plainly(&run.server, "INSERT INTO marks(id, note) SELECT n, 'note ' || n || repeat('.', 150) FROM generate_series(1, 5000) AS n");
	/* A check at COMMIT that takes a while, so that a cancellation can hit it. */
	plainly(&run.server, "CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.001); RETURN NULL; END'");
	plainly(&run.server, "CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON marks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle()");
	run.mark = 100000;
	for (size_t i = 0; i < sizeof phases / sizeof *phases; i++)
		cancel_in(phases[i], is_long() ? 1000 : 60);
	cq_pool_counters counters;
	cq_engine_pool_counters(run.engine, &counters);
	print_message("cancelled COMMITs: %lu acknowledged, %lu unknown, %lu refused; connections opened %llu\n", run.acknowledged, run.unknown,
		run.refused, (unsigned long long)counters.opened);
	assert_true(run.acknowledged > 0 && run.unknown > 0 && run.refused > 0);
	/* What is given up drains. But a COMMIT is followed by a ROLLBACK, for which nobody waits that long again. */
	assert_true(counters.opened <= 1 + run.counts[COMMIT].given_up);
}

static int open_all(void **state)
{
	(void)state;
	run.engine = server_open_with_one(&run.server);
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	return server_close_with(&run.server, &run.engine);
}

int main(void)
{
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_next_one_finds_nothing_open) };
	return cmocka_run_group_tests(tests, open_all, close_all);
}
