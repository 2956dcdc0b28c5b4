/* tests/fault/cancel_storm_test.c: statements of random length, many in flight on shared and exclusive connections, are cancelled
 * at random: each answer belongs to its question, each operation completes once, and no connection is out of step.
 *
 * A cancellation has landed where the server has stopped the statement (57014); what had not been sent, what was given up and what
 * came too late is counted for itself. CQUEL_TEST_LONG: 10,000 cancellations, of which 3,000 must land, instead of 400 and 100.
 */
#include "fault/server.h"

enum { HANDLES = 6, IN_FLIGHT = 12 };

typedef struct question {
	cq_operation *operation;
	int64_t asked, answer;
	unsigned completed;
	bool cancelled;
} question;

static struct {
	server server;
	cq_engine *engine;
	cq_connection *shared, *own[HANDLES];
	uint64_t seed;
	int64_t next;
	question questions[IN_FLIGHT];
	unsigned long answered, cancelled, landed, unsent, given_up, too_late, steps, lost;
} run;

static void note_completion(void *user, cq_operation *operation, cq_status status)
{
	(void)operation;
	(void)status;
	((question *)user)->completed++;
}

static cq_connection *any_handle(uint64_t random)
{
	return random % 3 == 0 ? run.shared : run.own[random / 3 % HANDLES];
}

/* Takes from nothing to some sixteen milliseconds on the server; a fifth are writes, which have a Sync of their own. */
static void ask(question *it)
{
	const uint64_t random = random_next(&run.seed);
	cq_connection *const db = any_handle(random >> 32);
	const double pause = random % 4 != 0 ? (double)(random >> 8 & 16383) / 1e6 : 0;
	*it = (question){ .asked = run.next++ };
	cq_status status;
	if (random % 5 == 0)
		status = cq_submit_scalar(db, &it->answer, &it->operation,
			RAW_SQL("WITH waited AS MATERIALIZED (SELECT pg_sleep(:pause)) "
			"UPDATE marks SET note = note FROM waited WHERE id = 1 RETURNING CAST(:asked AS bigint)",
				BIND(pause, pause), BIND(asked, it->asked)));
	else
		status = cq_submit_scalar(db, &it->answer, &it->operation,
			SQL(SELECT(RAW(BIGINT, "(SELECT ? FROM pg_sleep(?))", CAST(it->asked, BIGINT), CAST(pause, DOUBLE))), FROM(marks), WHERE(EQ(marks.id, 1))));
	if (status != CQ_OK)
		fail_msg("%s", cq_last_error(db)->message);
	assert_int_equal(cq_operation_on_done(it->operation, note_completion, it), CQ_OK);
}

static void note_cancelled(const cq_error *error)
{
	if (error->sqlstate != NULL && strcmp(error->sqlstate, "57014") == 0)
		run.landed++;
	else if (strstr(error->message, "before it began") != NULL)
		run.unsent++;
	else
		run.given_up++;
}

static void check_answer(question *it)
{
	const cq_status status = cq_operation_status(it->operation);
	if (it->completed != 1)
		fail_msg("an operation completed %u times", it->completed);
	if (status == CQ_OK) {
		if (it->answer != it->asked)
			fail_msg("question %lld got the answer %lld", (long long)it->asked, (long long)it->answer);
		run.answered++;
		run.too_late += it->cancelled;
	} else if (status != CQ_CANCELLED || !it->cancelled) {
		fail_msg("%s (%s): %s", cq_status_name(status), it->cancelled ? "cancelled" : "not cancelled", cq_operation_error(it->operation)->message);
	} else {
		note_cancelled(cq_operation_error(it->operation));
	}
	cq_operation_release(&it->operation);
}

/* A statement on each connection, whose answers must be their own. */
static void check_steps(void)
{
	for (int i = 0; i < HANDLES + 3; i++) {
		int64_t answer = 0;
		const int64_t asked = run.next++;
		cq_connection *const db = i < HANDLES ? run.own[i] : run.shared;
		if (cq_scalar(db, &answer, RAW_SQL("SELECT CAST(:asked AS bigint)", BIND(asked, asked))) != CQ_OK)
			fail_msg("%s", cq_last_error(db)->message);
		if (answer != asked)
			fail_msg("a connection is out of step: %lld for %lld", (long long)answer, (long long)asked);
		run.steps++;
	}
}

static void answers_belong_to_their_questions(void **state)
{
	(void)state;
	const unsigned long goal = is_long() ? 10000 : 400, least = is_long() ? 3000 : 100;
	plainly(&run.server, "INSERT INTO marks(id, note) VALUES (1, 'one')");
	run.seed = 88172645463325252u;
	run.next = 1;
	for (int i = 0; i < IN_FLIGHT; i++)
		ask(&run.questions[i]);
	const double started = seconds_now();
	for (unsigned long turn = 0; run.cancelled < goal || run.landed < least; turn++) {
		if (seconds_now() - started > (is_long() ? 600 : 100))
			fail_msg("%lu cancellations, %lu landed", run.cancelled, run.landed);
		question *const victim = &run.questions[random_next(&run.seed) % IN_FLIGHT];
		if (!victim->cancelled && victim->completed == 0 && random_next(&run.seed) % 2 == 0) {
			victim->cancelled = true;
			run.cancelled++;
			cq_operation_cancel(victim->operation);
		}
		/* Mostly what has been asked gets some time to begin. */
		const double until = seconds_now() + (double)(random_next(&run.seed) % 4) / 1000;
		do
			assert_int_equal(cq_engine_drive(run.engine, 1), CQ_OK);
		while (seconds_now() < until);
		for (int i = 0; i < IN_FLIGHT; i++)
			if (run.questions[i].completed != 0) {
				check_answer(&run.questions[i]);
				ask(&run.questions[i]);
			}
		if (turn % 100 == 99)
			check_steps();
	}
	const double begun = seconds_now();
	while (cq_engine_pending(run.engine) != 0 && seconds_now() - begun < 10)
		assert_int_equal(cq_engine_drive(run.engine, 100), CQ_OK);
	for (int i = 0; i < IN_FLIGHT; i++)
		check_answer(&run.questions[i]);
	check_steps();
	cq_pool_counters counters;
	cq_engine_pool_counters(run.engine, &counters);
	print_message("%lu cancellations: %lu landed, %lu came before the statement was sent, %lu were given up, %lu came too late\n", run.cancelled,
		run.landed, run.unsent, run.given_up, run.too_late);
	print_message("%lu questions answered, each with its own answer; %lu steps compared; %llu connections opened, %llu closed\n", run.answered,
		run.steps, (unsigned long long)counters.opened, (unsigned long long)counters.closed);
	assert_true(run.landed >= least);
	assert_true(run.answered >= least);
	assert_true(run.steps >= 12);
	/* None but those whose server did not say in time that it has stopped. */
	assert_int_equal(counters.closed, run.lost);
	assert_true(run.lost <= run.given_up);
}

/* A connection that is out of step would be lost for another reason. */
static void hear(void *user, const cq_log_record *record)
{
	(void)user;
	if (strstr(record->message, "is lost") == NULL && strstr(record->message, "is closed") == NULL)
		return;
	run.lost++;
	if (strstr(record->message, "did not stop a statement that was cancelled") == NULL && strstr(record->message, "did not drain") == NULL)
		fail_msg("%s", record->message);
}

static int open_all(void **state)
{
	(void)state;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.pool.size = HANDLES + 4;
	options.pool.max_overflow = 0;
	options.log = hear;
	options.log_level = CQ_LOG_WARNING;
	run.engine = server_open_with(&run.server, false, &options);
	assert_int_equal(cq_connect_shared(run.engine, &run.shared), CQ_OK);
	for (int i = 0; i < HANDLES; i++)
		assert_int_equal(cq_connect(run.engine, &run.own[i]), CQ_OK);
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	cq_disconnect(&run.shared);
	for (int i = 0; i < HANDLES; i++)
		cq_disconnect(&run.own[i]);
	return server_close_with(&run.server, &run.engine);
}

int main(void)
{
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = { cmocka_unit_test(answers_belong_to_their_questions) };
	return cmocka_run_group_tests(tests, open_all, close_all);
}
