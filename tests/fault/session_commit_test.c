/* session_commit_test.c: what a session knows when its COMMIT ends in the dark: the objects are as after a commit, and out of date;
 * and when the connection was lost before it: all is put back. Either way the session goes on.
 */
#include "fault/server.h"

#include "exec/engine.h"

#include <cquel/session.h>

#include <libpq-fe.h>

static struct {
	server server;
	cq_engine *engine;
	cq_session *session;
	Mark kept, added, gone;
	bool committing;
	cq_status commit;
} run;

#define MUST(call)                                                                                             \
	do {                                                                                                       \
		if ((call) != CQ_OK)                                                                                   \
			fail_msg("line %d: %s", __LINE__, cq_session_error(run.session)->message);                         \
	} while (0)

static cq_status commit(cq_engine *engine, void *argument)
{
	(void)engine;
	proxy_hold(run.server.wire, *(const proxy_direction *)argument);
	run.committing = true;
	run.commit = cq_commit(run.session);
	return CQ_OK;
}

/* The native connection of the transaction, or NULL. */
static PGconn *native(void)
{
	cq_connection *const db = cq_session_connection(run.session);
	return db->driver->native(db->driven);
}

static cq_task *begin_commit(const proxy_direction *held)
{
	cq_task *task;
	const double begun = seconds_now();
	run.committing = false;
	MUST(cq_flush(run.session));
	assert_int_equal(cq_spawn(run.engine, &task, commit, (void *)(uintptr_t)held, NULL), CQ_OK);
	while (!run.committing || native() == NULL || PQtransactionStatus(native()) != PQTRANS_ACTIVE) {
		if (seconds_now() - begun > 10 || cq_task_is_done(task))
			fail_msg("COMMIT was not sent");
		assert_int_equal(cq_engine_drive(run.engine, 10), CQ_OK);
	}
	for (int i = 0; i < 5; i++)
		assert_int_equal(cq_engine_drive(run.engine, 1), CQ_OK);
	return task;
}

/* One is kept and changed, one added, one deleted. */
static void prepare(int64_t id)
{
	assert_int_equal(cq_session_open(run.engine, NULL, &run.session), CQ_OK);
	run.kept = CQ_NEW(Mark, .id = id, .note = "old");
	run.gone = CQ_NEW(Mark, .id = id + 1, .note = "old");
	MUST(cq_add(run.session, Mark, &run.kept));
	MUST(cq_add(run.session, Mark, &run.gone));
	MUST(cq_commit(run.session));
	run.added = CQ_NEW(Mark, .id = id + 2, .note = "new");
	run.kept.note = "new";
	MUST(cq_add(run.session, Mark, &run.added));
	MUST(cq_delete(run.session, &run.gone));
}

static void end_in_the_dark(int64_t id, proxy_direction held, bool stored)
{
	Mark *found;
	prepare(id);
	cq_task *task = begin_commit(&held);
	const double begun = seconds_now();
	while (stored && !mark_is_there(&run.server, id + 2))
		if (seconds_now() - begun > 10)
			fail_msg("the server has not committed");
	proxy_cut_all(run.server.wire, PROXY_RESET, false);
	assert_int_equal(cq_task_await_until(task, 5000), CQ_OK);
	cq_task_release(&task);
	assert_int_equal(run.commit, CQ_COMMIT_UNKNOWN);
	proxy_let_go(run.server.wire);
	proxy_heal(run.server.wire);
	assert_false(cq_in_transaction(run.session));
	assert_int_equal(cq_state_of(run.session, &run.kept), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(run.session, &run.added), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(run.session, &run.gone), CQ_DETACHED);
	assert_true(cq_is_expired(run.session, &run.kept) && cq_is_expired(run.session, &run.added));
	/* What is read next is the truth. */
	assert_int_equal(cq_refresh(run.session, &run.added), stored ? CQ_OK : CQ_NO_ROW);
	MUST(cq_get(run.session, Mark, &found, id));
	assert_ptr_equal(found, &run.kept);
	assert_string_equal(run.kept.note, stored ? "new" : "old");
	MUST(cq_get(run.session, Mark, &found, id + 1));
	assert_int_equal(found == NULL, stored);
	cq_session_close(&run.session);
}

static void the_answer_is_lost(void **state)
{
	(void)state;
	end_in_the_dark(10, PROXY_TO_CLIENT, true);
}

static void it_never_came_to_the_server(void **state)
{
	(void)state;
	end_in_the_dark(20, PROXY_TO_SERVER, false);
}

static void the_connection_was_lost_before(void **state)
{
	(void)state;
	prepare(30);
	MUST(cq_flush(run.session));
	server_end_sessions(&run.server);
	const cq_status status = cq_commit(run.session);
	if (status == CQ_COMMIT_UNKNOWN) {
		assert_true(cq_is_expired(run.session, &run.kept));
	} else {
		assert_int_not_equal(status, CQ_OK);
		assert_int_equal(cq_rollback(run.session), CQ_OK);
		assert_int_equal(cq_state_of(run.session, &run.added), CQ_TRANSIENT);
		assert_int_equal(cq_state_of(run.session, &run.gone), CQ_PERSISTENT);
		assert_string_equal(run.kept.note, "old");
		run.kept.note = "again";
		MUST(cq_commit(run.session));
		assert_int_equal(plain_number(&run.server, "SELECT count(*) FROM marks WHERE id = 30 AND note = 'again'"), 1);
	}
	assert_false(mark_is_there(&run.server, 32));
	cq_session_close(&run.session);
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
		cmocka_unit_test(the_answer_is_lost),
		cmocka_unit_test(it_never_came_to_the_server),
		cmocka_unit_test(the_connection_was_lost_before),
	};
	return cmocka_run_group_tests(tests, open_all, close_all);
}
