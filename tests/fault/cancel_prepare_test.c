/* tests/fault/cancel_prepare_test.c: a statement that several have sent is prepared by the first of them; when that one is cancelled
 * while the server prepares it, the others are still answered, however often it happens to them.
 *
 * The server is held up by a lock on the table, which it needs to prepare.
 */
#include "fault/server.h"

#include <cquel/op.h>

#include <unistd.h>

enum { ASKERS = 8, STEPS = 60, ROUNDS = 20, MANY_ROUNDS = 400 };

static struct {
	server server;
	cq_engine *engine;
	cq_connection *dbs[ASKERS];
	cq_operation *operations[ASKERS];
	bool stopped[ASKERS];
	int64_t counts[ASKERS];
	uint64_t random;
	unsigned long cancelled, answered;
} run;

static unsigned draw(unsigned below)
{
	return (unsigned)(random_next(&run.random) % below);
}

static void drive(void)
{
	if (cq_engine_drive(run.engine, 0) != CQ_OK)
		fail_msg("%s", cq_engine_error(run.engine)->message);
}

/* All from one place; each shape is a text of its own, which nobody has prepared yet. */
static void ask(int i, unsigned bits)
{
	run.stopped[i] = false;
	run.counts[i] = -1;
	if (cq_submit_scalar(run.dbs[i], &run.counts[i], &run.operations[i], SQL(SELECT(COUNT_ROWS()), FROM(marks), WHERE(GT(marks.id, 0),
		WHEN(bits & 1, GT(marks.id, 1)), WHEN(bits & 2, GT(marks.id, 2)), WHEN(bits & 4, GT(marks.id, 3)),
		WHEN(bits & 8, GT(marks.id, 4)), WHEN(bits & 16, GT(marks.id, 5)), WHEN(bits & 32, GT(marks.id, 6)),
		WHEN(bits & 64, GT(marks.id, 7)), WHEN(bits & 128, GT(marks.id, 8)), WHEN(bits & 256, GT(marks.id, 9))))) != CQ_OK)
		fail_msg("%s", cq_last_error(run.dbs[i])->message);
}

static void finish(int i)
{
	const cq_status status = cq_await(run.operations[i]);
	if (status != CQ_OK && !(status == CQ_CANCELLED && run.stopped[i]))
		fail_msg("%s: %s", cq_status_name(status), cq_last_error(run.dbs[i])->message);
	if (status == CQ_OK && run.counts[i] != 0)
		fail_msg("%lld rows were counted", (long long)run.counts[i]);
	run.cancelled += status == CQ_CANCELLED;
	run.answered += status == CQ_OK;
	cq_operation_release(&run.operations[i]);
}

static void step(unsigned round)
{
	const int i = (int)draw(ASKERS);
	if (run.operations[i] == NULL) {
		ask(i, round);
	} else if (cq_operation_is_done(run.operations[i])) {
		finish(i);
	} else if (draw(3) == 0) {
		run.stopped[i] = true;
		cq_operation_cancel(run.operations[i]);
	}
	if (draw(2) == 0)
		usleep(draw(1000));
	if (draw(3) != 0)
		drive();
}

static void whoever_prepares_may_be_cancelled(void **state)
{
	const unsigned rounds = is_long() ? MANY_ROUNDS : ROUNDS;
	(void)state;
	run.random = 20;
	for (int i = 0; i < ASKERS; i++) {
		if (cq_connect_shared(run.engine, &run.dbs[i]) != CQ_OK)
			fail_msg("%s", cq_engine_error(run.engine)->message);
	}
	for (unsigned round = 0; round < rounds; round++) {
		plainly(&run.server, "BEGIN");
		plainly(&run.server, "LOCK TABLE marks IN ACCESS EXCLUSIVE MODE");
		for (int i = 0; i < STEPS; i++)
			step(round);
		plainly(&run.server, "COMMIT");
		for (int i = 0; i < ASKERS; i++) {
			if (run.operations[i] != NULL)
				finish(i);
		}
	}
	print_message("%lu cancelled, %lu answered\n", run.cancelled, run.answered);
	assert_true(run.cancelled > rounds && run.answered > 0);
	for (int i = 0; i < ASKERS; i++)
		cq_disconnect(&run.dbs[i]);
}

static int open_all(void **state)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	(void)state;
	options.pool.size = 1;
	options.pool.max_overflow = 0;
	run.engine = server_open_with(&run.server, false, &options);
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
	const struct CMUnitTest tests[] = { cmocka_unit_test(whoever_prepares_may_be_cancelled) };
	return cmocka_run_group_tests(tests, open_all, close_all);
}
