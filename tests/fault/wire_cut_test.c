/* tests/fault/wire_cut_test.c: the wire to PostgreSQL is cut at every byte of a scripted session, in both directions, by FIN,
 * RST, half-close and silence: every operation completes once, nothing waits past its deadline, what was acknowledged is
 * there and what was refused is not, and the same engine serves again.
 *
 * The short form takes every so-manieth byte; CQUEL_TEST_LONG takes each.
 */
#include "fault/server.h"

enum { TIMEOUT_MS = 400, GRACE_MS = 200, SUBMITTED = 6 };

static struct {
	server server;
	unsigned long sessions, cuts, failures, commits, unknown, late;
	double longest; /* seconds that a call took beyond its deadline */
	int64_t next;   /* the next mark's key */
} run;

typedef struct session {
	cq_engine *engine;
	cq_connection *db;
	unsigned completed[SUBMITTED];
	bool submitted[SUBMITTED];
	bool failed;
	int64_t plain_mark, committed_mark;
	cq_status plain_status, commit_status;
} session;

/* ---- time ----------------------------------------------------------------------------------------------------------- */

static double begin_call(void)
{
	return seconds_now();
}

/* deadlines: how many of them may follow each other within one call. */
static void end_call(double begun, int deadlines, const char *what)
{
	const double beyond = seconds_now() - begun - deadlines * (TIMEOUT_MS / 1000.0);
	if (beyond > run.longest)
		run.longest = beyond;
	if (beyond <= GRACE_MS / 1000.0)
		return;
	run.late++;
	print_message("%s came %.0f ms behind its deadline\n", what, beyond * 1000);
}

/* ---- the script ----------------------------------------------------------------------------------------------------- */

static void note_completion(void *user, cq_operation *operation, cq_status status)
{
	(void)operation;
	(void)status;
	++*(unsigned *)user;
}

static void submit_all(session *it)
{
	cq_operation *operations[SUBMITTED] = { NULL };
	static int64_t counts[SUBMITTED];
	for (int i = 0; i < SUBMITTED; i++) {
		const cq_status status = i % 3 == 1
			? cq_submit_execute(it->db, NULL, &operations[i], SQL(UPDATE(marks, SET(note, "seen")), WHERE(EQ(marks.id, i))))
			: cq_submit_scalar(it->db, &counts[i], &operations[i], SQL(SELECT(COUNT(marks.id)), FROM(marks), WHERE(GT(marks.id, i))));
		it->submitted[i] = status == CQ_OK;
		if (status == CQ_OK)
			assert_int_equal(cq_operation_on_done(operations[i], note_completion, &it->completed[i]), CQ_OK);
	}
	const double begun = begin_call();
	while (cq_engine_pending(it->engine) != 0 && seconds_now() - begun < 3)
		assert_int_equal(cq_engine_drive(it->engine, 50), CQ_OK);
	end_call(begun, 1, "what was submitted");
	for (int i = 0; i < SUBMITTED; i++) {
		it->failed |= operations[i] == NULL || cq_operation_status(operations[i]) != CQ_OK;
		cq_operation_release(&operations[i]);
	}
}

static cq_status commit_one(session *it)
{
	cq_transaction_options options = CQ_TRANSACTION_OPTIONS_INIT;
	Mark mark = CQ_NEW(Mark, .id = it->committed_mark, .note = "committed");
	double begun = begin_call();
	cq_status status = cq_begin(it->db, &options);
	end_call(begun, 1, "BEGIN");
	if (status != CQ_OK)
		return status;
	begun = begin_call();
	status = cq_insert(it->db, Mark, &mark);
	end_call(begun, 1, "INSERT");
	begun = begin_call();
	if (status == CQ_OK)
		status = cq_commit(it->db);
	else
		(void)!cq_rollback(it->db);
	end_call(begun, 1, "COMMIT");
	return status;
}

static void read_stream(session *it)
{
	cq_stream *stream;
	Mark *mark;
	int rows = 0;
	double begun = begin_call();
	cq_status status = cq_stream_open(it->db, Mark, NULL, &stream, SQL(SELECT_ALL(marks), FROM(marks), ORDER_BY(ASC(marks.id))));
	end_call(begun, 1, "opening a stream");
	while (status == CQ_OK && rows++ < 10) {
		begun = begin_call();
		status = cq_stream_next(stream, &mark);
		end_call(begun, 1, "a row of a stream");
	}
	begun = begin_call();
	cq_stream_close(&stream);
	end_call(begun, 1, "closing a stream");
	it->failed |= status != CQ_OK;
}

static void follow_script(session *it)
{
	it->plain_mark = run.next++;
	it->committed_mark = run.next++;
	it->plain_status = it->commit_status = CQ_CANCELLED;
	double begun = begin_call();
	cq_status status = cq_connect(it->engine, &it->db);
	end_call(begun, 1, "connecting");
	it->failed = status != CQ_OK;
	if (status != CQ_OK)
		return;
	submit_all(it);
	Mark mark = CQ_NEW(Mark, .id = it->plain_mark, .note = "plain");
	begun = begin_call();
	it->plain_status = cq_insert(it->db, Mark, &mark);
	end_call(begun, 1, "INSERT");
	it->commit_status = commit_one(it);
	it->failed |= it->plain_status != CQ_OK || it->commit_status != CQ_OK;
	read_stream(it);
	begun = begin_call();
	cq_disconnect(&it->db);
	end_call(begun, 1, "disconnecting");
}

/* ---- what must hold behind it --------------------------------------------------------------------------------------- */

static void check_marks(const session *it)
{
	/* An outcome that the program was not told may be either. */
	const bool plain = mark_is_there(&run.server, it->plain_mark), committed = mark_is_there(&run.server, it->committed_mark);
	if (it->plain_status == CQ_OK && !plain)
		fail_msg("an acknowledged INSERT is lost");
	if (it->commit_status == CQ_OK && !committed)
		fail_msg("an acknowledged COMMIT is lost");
	if (it->commit_status != CQ_OK && it->commit_status != CQ_COMMIT_UNKNOWN && committed)
		fail_msg("a transaction that was said to have failed (%s) is committed", cq_status_name(it->commit_status));
	run.commits += it->commit_status == CQ_OK;
	run.unknown += it->commit_status == CQ_COMMIT_UNKNOWN;
}

static void check_completions(const session *it)
{
	for (int i = 0; i < SUBMITTED; i++)
		if (it->completed[i] != (it->submitted[i] ? 1 : 0))
			fail_msg("operation %d completed %u times", i, it->completed[i]);
}

/* The same engine, its pool and all, once the wire is whole again. */
static void check_service(session *it)
{
	int64_t count;
	cq_connection *db;
	proxy_heal(run.server.wire);
	const double begun = seconds_now();
	cq_status status;
	/* A connection that is stalled may be found out only now. */
	do {
		status = cq_connect(it->engine, &db);
		if (status == CQ_OK)
			status = cq_scalar(db, &count, SQL(SELECT(COUNT(marks.id)), FROM(marks)));
		if (status != CQ_OK && seconds_now() - begun > 1)
			fail_msg("the engine does not serve again: %s: %s", cq_status_name(status),
				db != NULL ? cq_last_error(db)->message : cq_engine_error(it->engine)->message);
		cq_disconnect(&db);
	} while (status != CQ_OK);
}

static void play(const char *name)
{
	session it = { 0 };
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	char message[CQ_ERROR_TEXT];
	options.timeout_ms = options.connect_timeout_ms = options.pool.timeout_ms = TIMEOUT_MS;
	if (cq_engine_open(&it.engine, run.server.url, &options, message) != CQ_OK)
		fail_msg("%s", message);
	follow_script(&it);
	check_completions(&it);
	check_service(&it);
	check_marks(&it);
	run.sessions++;
	run.failures += it.failed;
	if (name == NULL)
		assert_false(it.failed);
	cq_engine_close(&it.engine);
	char sql[100];
	snprintf(sql, sizeof sql, "DELETE FROM marks WHERE id IN (%lld, %lld)", (long long)it.plain_mark, (long long)it.committed_mark);
	plainly(&run.server, sql);
}

static void cut_everywhere(proxy_direction direction, proxy_cut cut, uint64_t bytes, uint64_t step)
{
	/* The first byte differs, so that runs of the short form with another step see other places. */
	for (uint64_t at = 0; at < bytes; at += step) {
		proxy_cut_at(run.server.wire, direction, at, cut);
		play(proxy_cut_name(cut));
		run.cuts++;
	}
}

static void a_cut_wire_loses_nothing(void **state)
{
	(void)state;
	run.next = 1000;
	plainly(&run.server, "INSERT INTO marks(id, note) SELECT n, 'note ' || n FROM generate_series(1, 40) AS n");
	play(NULL);
	uint64_t bytes[PROXY_DIRECTIONS];
	for (int i = 0; i < PROXY_DIRECTIONS; i++)
		bytes[i] = proxy_bytes(run.server.wire, (proxy_direction)i);
	assert_true(bytes[PROXY_TO_SERVER] > 500 && bytes[PROXY_TO_CLIENT] > 1000);
	for (int i = 0; i < PROXY_DIRECTIONS; i++)
		for (proxy_cut cut = 0; cut < PROXY_CUTS; cut++) {
			/* Silence costs several deadlines a session. */
			const uint64_t step = is_long() ? cut == PROXY_STALL ? 37 : 1 : cut == PROXY_STALL ? 997 : 61;
			cut_everywhere((proxy_direction)i, cut, bytes[i], step);
		}
	print_message("%lu sessions, %lu cuts (%llu and %llu bytes), %lu of them felt; %lu commits acknowledged, %lu unknown; at most %.0f ms beyond a deadline\n",
		run.sessions, run.cuts, (unsigned long long)bytes[0], (unsigned long long)bytes[1], run.failures, run.commits, run.unknown, run.longest * 1000);
	assert_int_equal(run.late, 0);
	assert_true(run.cuts >= (is_long() ? 10000 : 200));
	/* Every cut before the script's end is felt by something. */
	assert_true(run.failures >= run.cuts * 9 / 10);
	assert_true(run.unknown > 0 && run.commits > 0);
}

static int open_all(void **state)
{
	(void)state;
	server_open(&run.server);
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	server_close(&run.server);
	return 0;
}

int main(void)
{
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_cut_wire_loses_nothing) };
	return cmocka_run_group_tests(tests, open_all, close_all);
}
