/* tests/fault/commit_unknown_test.c: the connection goes while COMMIT is under way, at a known place: the server has answered it and
 * the answer is lost; it has not come to the server; the answer has come to us and the server has gone.
 *
 * The wire is held where it must be, so nothing here is a matter of luck: what the program is told, and what is stored.
 */
#include "fault/server.h"

#include "exec/engine.h"

#include <libpq-fe.h>
#include <sched.h>

enum { ROUNDS = 20 };

/* Where the wire is held while COMMIT is sent. */
typedef enum place { BEHIND_SERVER, BEFORE_SERVER } place;

static struct {
	server server;
	cq_engine *engine;
	cq_connection *db;
	place held;
	int64_t mark;
	bool committing;
	cq_status commit;
} run;

static cq_status commit_mark(cq_engine *engine, void *argument)
{
	(void)argument;
	Mark mark = CQ_NEW(Mark, .id = run.mark, .note = "committed");
	CQ_TRY(cq_connect(engine, &run.db));
	if (cq_begin(run.db, NULL) != CQ_OK || cq_insert(run.db, Mark, &mark) != CQ_OK)
		fail_msg("%s", cq_last_error(run.db)->message);
	proxy_hold(run.server.wire, run.held == BEHIND_SERVER ? PROXY_TO_CLIENT : PROXY_TO_SERVER);
	run.committing = true;
	run.commit = cq_commit(run.db);
	assert_false(cq_in_transaction(run.db));
	cq_disconnect(&run.db);
	return CQ_OK;
}

/* Until COMMIT is on its way. */
static cq_task *begin_commit(place held)
{
	cq_task *task;
	const double begun = seconds_now();
	run.held = held;
	run.mark++;
	run.committing = false;
	assert_int_equal(cq_spawn(run.engine, &task, commit_mark, NULL, NULL), CQ_OK);
	while (!run.committing || PQtransactionStatus(run.db->driver->native(run.db->driven)) != PQTRANS_ACTIVE) {
		if (seconds_now() - begun > 10 || cq_task_is_done(task))
			fail_msg("COMMIT was not sent");
		assert_int_equal(cq_engine_drive(run.engine, 10), CQ_OK);
	}
	/* The one that stirs the loop no more: it has all been written. */
	for (int i = 0; i < 5; i++)
		assert_int_equal(cq_engine_drive(run.engine, 1), CQ_OK);
	return task;
}

static void await_mark(void)
{
	const double begun = seconds_now();
	while (!mark_is_there(&run.server, run.mark))
		if (seconds_now() - begun > 10)
			fail_msg("the server has not committed");
}

/* The server has seen the end of the session: what is not there now will never be. */
static void await_no_session(void)
{
	static const char sessions[] = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
		"AND backend_type = 'client backend'";
	const double begun = seconds_now();
	while (plain_number(&run.server, sessions) != 0)
		if (seconds_now() - begun > 10)
			fail_msg("a session is left");
}

static void finish(cq_task *task, cq_status expected)
{
	const double begun = seconds_now();
	if (cq_task_await_until(task, 5000) != CQ_OK)
		fail_msg("not done after %.1f s", seconds_now() - begun);
	cq_task_release(&task);
	if (run.commit != expected)
		fail_msg("COMMIT gave %s instead of %s", cq_status_name(run.commit), cq_status_name(expected));
	proxy_let_go(run.server.wire);
	proxy_heal(run.server.wire);
}

/* Whoever comes next has a connection that works. */
static void check_next(void)
{
	cq_connection *db;
	int64_t found = 0;
	if (cq_connect(run.engine, &db) != CQ_OK)
		fail_msg("%s", cq_engine_error(run.engine)->message);
	assert_false(cq_in_transaction(db));
	assert_int_equal(cq_scalar(db, &found, SQL(SELECT(COUNT(marks.id)), FROM(marks), WHERE(EQ(marks.id, run.mark)))), CQ_OK);
	assert_int_equal(found, mark_is_there(&run.server, run.mark));
	cq_disconnect(&db);
}

static proxy_cut manner_of(int round)
{
	static const proxy_cut manners[] = { PROXY_FIN, PROXY_RESET };
	return manners[round % 2];
}

/* The row is there, and the program cannot know. */
static void answered_and_the_answer_is_lost(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		cq_task *const task = begin_commit(BEHIND_SERVER);
		await_mark();
		assert_int_equal(cq_engine_drive(run.engine, 1), CQ_OK);
		assert_false(cq_task_is_done(task));
		proxy_cut_all(run.server.wire, manner_of(round), false);
		finish(task, CQ_COMMIT_UNKNOWN);
		assert_true(mark_is_there(&run.server, run.mark));
		check_next();
	}
	print_message("COMMIT answered and the answer lost: %d unknown, %d rows there\n", ROUNDS, ROUNDS);
}

/* The row is not there. For the program it is the same: all has been sent, and nothing has come. */
static void it_never_came_to_the_server(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		cq_task *const task = begin_commit(BEFORE_SERVER);
		assert_false(cq_task_is_done(task));
		proxy_cut_all(run.server.wire, manner_of(round), false);
		finish(task, CQ_COMMIT_UNKNOWN);
		await_no_session();
		assert_false(mark_is_there(&run.server, run.mark));
		check_next();
	}
	print_message("COMMIT never came to the server: %d unknown, no row there\n", ROUNDS);
}

/* The session ends behind its answer, which comes: it is a commit. */
static void answered_before_the_server_went(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		cq_task *const task = begin_commit(BEHIND_SERVER);
		await_mark();
		server_end_sessions(&run.server);
		proxy_let_go(run.server.wire);
		finish(task, CQ_OK);
		assert_true(mark_is_there(&run.server, run.mark));
		/* Until its end has come to us, whoever comes next would be the one to find it. */
		while (proxy_open(run.server.wire) != 0)
			sched_yield();
		check_next();
	}
}

/* The session ends in front of COMMIT, which finds it ended: nothing is there, and the server's last words say so, or the end of
 * the connection leaves it open. */
static void the_session_ended_before_it(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		cq_connection *db;
		Mark mark = CQ_NEW(Mark, .id = ++run.mark, .note = "rolled back");
		assert_int_equal(cq_connect(run.engine, &db), CQ_OK);
		assert_int_equal(cq_begin(db, NULL), CQ_OK);
		assert_int_equal(cq_insert(db, Mark, &mark), CQ_OK);
		server_end_sessions(&run.server);
		const cq_status status = cq_commit(db);
		if (status != CQ_COMMIT_UNKNOWN && status != CQ_CONNECTION)
			fail_msg("COMMIT gave %s", cq_status_name(status));
		assert_false(cq_in_transaction(db));
		cq_disconnect(&db);
		assert_false(mark_is_there(&run.server, run.mark));
		check_next();
	}
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
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answered_and_the_answer_is_lost),
		cmocka_unit_test(it_never_came_to_the_server),
		cmocka_unit_test(answered_before_the_server_went),
		cmocka_unit_test(the_session_ended_before_it),
	};
	return cmocka_run_group_tests(tests, open_all, close_all);
}
