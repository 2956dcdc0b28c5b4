/* tests/fault/cancel_storm_test.c: statements of random length, many in flight on shared and exclusive connections, are cancelled
 * at random: each answer belongs to its question, each operation completes once, and no connection is out of step.
 *
 * CQUEL_TEST_LONG: 10,000 cancellations, of which 3,000 must land, instead of 400 and 100.
 */
#include "fault/server.h"

enum { IN_FLIGHT = 24 };

typedef struct question {
	cq_operation *operation;
	int64_t asked, answer;
	unsigned completed;
	bool cancelled;
} question;

static struct {
	server server;
	cq_engine *engine;
	cq_connection *shared, *own;
	uint64_t seed;
	int64_t next;
	question questions[IN_FLIGHT];
	unsigned long answered, cancelled, landed, late;
} run;

static void note_completion(void *user, cq_operation *operation, cq_status status)
{
	(void)operation;
	(void)status;
	((question *)user)->completed++;
}

/* Takes from nothing to some two milliseconds on the server; a third are writes, which have a Sync of their own. */
static void ask(question *it)
{
	const uint64_t random = random_next(&run.seed);
	cq_connection *const db = random % 5 == 0 ? run.own : run.shared;
	const double pause = random % 7 == 0 ? (double)(random >> 8 & 2047) / 1e6 : 0;
	*it = (question){ .asked = run.next++ };
	cq_status status;
	if (random % 3 == 0)
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

static void check_answer(question *it)
{
	const cq_status status = cq_operation_status(it->operation);
	if (it->completed != 1)
		fail_msg("an operation completed %u times", it->completed);
	if (status == CQ_OK) {
		if (it->answer != it->asked)
			fail_msg("question %lld got the answer %lld", (long long)it->asked, (long long)it->answer);
		run.answered++;
	} else if (status != CQ_CANCELLED || !it->cancelled) {
		fail_msg("%s (%s): %s", cq_status_name(status), it->cancelled ? "cancelled" : "not cancelled", cq_operation_error(it->operation)->message);
	} else {
		run.landed++;
	}
	cq_operation_release(&it->operation);
}

/* A statement on each connection, whose answers must be their own. */
static void check_steps(void)
{
	for (int i = 0; i < 6; i++) {
		int64_t answer = 0;
		const int64_t asked = run.next++;
		cq_connection *const db = i % 3 == 0 ? run.own : run.shared;
		if (cq_scalar(db, &answer, RAW_SQL("SELECT CAST(:asked AS bigint)", BIND(asked, asked))) != CQ_OK)
			fail_msg("%s", cq_last_error(db)->message);
		if (answer != asked)
			fail_msg("a connection is out of step: %lld for %lld", (long long)answer, (long long)asked);
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
	for (unsigned long turn = 0; run.cancelled < goal; turn++) {
		question *const victim = &run.questions[random_next(&run.seed) % IN_FLIGHT];
		if (!victim->cancelled && victim->completed == 0 && random_next(&run.seed) % 6 == 0) {
			victim->cancelled = true;
			run.cancelled++;
			cq_operation_cancel(victim->operation);
		}
		assert_int_equal(cq_engine_drive(run.engine, random_next(&run.seed) % 4 == 0 ? 1 : 0), CQ_OK);
		for (int i = 0; i < IN_FLIGHT; i++)
			if (run.questions[i].completed != 0) {
				check_answer(&run.questions[i]);
				ask(&run.questions[i]);
			}
		if (turn % 5000 == 4999)
			check_steps();
	}
	const double begun = seconds_now();
	while (cq_engine_pending(run.engine) != 0 && seconds_now() - begun < 10)
		assert_int_equal(cq_engine_drive(run.engine, 100), CQ_OK);
	for (int i = 0; i < IN_FLIGHT; i++)
		check_answer(&run.questions[i]);
	check_steps();
	print_message("%lu cancellations, %lu landed, %lu questions answered, each with its own answer\n", run.cancelled, run.landed, run.answered);
	assert_true(run.landed >= least);
	assert_true(run.answered >= least);
}

static int open_all(void **state)
{
	(void)state;
	char message[CQ_ERROR_TEXT];
	server_open(&run.server);
	if (cq_engine_open(&run.engine, run.server.direct, NULL, message) != CQ_OK)
		fail_msg("%s", message);
	assert_int_equal(cq_connect_shared(run.engine, &run.shared), CQ_OK);
	assert_int_equal(cq_connect(run.engine, &run.own), CQ_OK);
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	cq_disconnect(&run.shared);
	cq_disconnect(&run.own);
	cq_engine_close(&run.engine);
	server_close(&run.server);
	return 0;
}

int main(void)
{
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = { cmocka_unit_test(answers_belong_to_their_questions) };
	return cmocka_run_group_tests(tests, open_all, close_all);
}
