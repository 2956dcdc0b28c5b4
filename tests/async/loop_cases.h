/* tests/async/loop_cases.h: what holds for an engine in any event loop: the cases, over an adapter's table of functions.
 *
 * It knows nothing of any loop. A test of an adapter defines `tested` and runs LOOP_CASES.
 */
#ifndef CQ_TEST_LOOP_CASES_H
#define CQ_TEST_LOOP_CASES_H

#include "async/loop_kit.h"
#include "support/database.h"

/* The program's own part of the loop: a timer that writes into one end of a socket, and who reads at the other. */
typedef struct others {
	void *loop;
	int ends[2];
	int ticks, echoes, wanted;
	loop_work *work;
} others;

typedef struct loop_adapter {
	void *(*begin)(others *own); /* a loop with a timer of 2 ms that calls tick, and ends[0] watched for echo */
	void (*turn)(others *own);   /* once, without waiting for anything */
	void (*run)(others *own);    /* until nothing is left in it */
	void (*end)(others *own);
	cq_status (*attach)(cq_engine *engine, void *loop);
	cq_status (*detach)(cq_engine *engine, void *loop);
} loop_adapter;

static const loop_adapter tested;

/* True when it was the last one. */
static inline bool tick(others *own)
{
	assert_int_equal(write(own->ends[1], "x", 1), 1);
	if (++own->ticks < own->wanted)
		return false;
	own->work->enough = true;
	return true;
}

static inline bool echo(others *own)
{
	char byte;
	assert_int_equal(read(own->ends[0], &byte, 1), 1);
	return ++own->echoes == own->wanted;
}

static inline void begin_others(others *own, loop_work *work, int wanted)
{
	memset(own, 0, sizeof *own);
	own->work = work;
	own->wanted = wanted;
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, own->ends), 0);
	assert_non_null(own->loop = tested.begin(own));
}

static inline void begin_attached(others *own, loop_work *work, void **state, int wanted)
{
	loop_begin(work, state);
	begin_others(own, work, wanted);
	assert_int_equal(tested.attach(work->engine, own->loop), CQ_OK);
}

static inline void end_others(others *own)
{
	tested.end(own);
	(void)close(own->ends[0]);
	(void)close(own->ends[1]);
}

static inline void end_attached(others *own)
{
	assert_int_equal(tested.detach(own->work->engine, own->loop), CQ_OK);
	end_others(own);
}

/* ---- cases -------------------------------------------------------------------------------------------------------- */

static inline void all_goes_on_in_one_loop(void **state)
{
	loop_work work;
	others own;
	begin_attached(&own, &work, state, 10);
	loop_submit(&work);
	cq_task *task;
	assert_int_equal(cq_spawn(work.engine, &task, loop_task, &work, NULL), CQ_OK);
	/* It ends by itself, when the engine waits for nothing and the rest has stopped. */
	tested.run(&own);
	assert_int_equal(work.called_back, LOOP_STATEMENTS);
	assert_int_equal(work.slept, 5);
	assert_in_range(work.took_ms, 20, 2000);
	assert_int_equal(own.ticks, 10);
	assert_int_equal(own.echoes, 10);
	assert_int_equal(cq_engine_pending(work.engine), 0);
	assert_int_equal(cq_task_status(task), CQ_OK);
	cq_task_release(&task);
	end_attached(&own);
}

static inline void nobody_is_starved(void **state)
{
	loop_work work;
	others own;
	begin_attached(&own, &work, state, 20);
	const int64_t began = loop_now_ms();
	assert_int_equal(cq_spawn(work.engine, NULL, loop_hog, &work, NULL), CQ_OK);
	tested.run(&own);
	assert_true(loop_now_ms() - began < 2000);
	assert_int_equal(own.ticks, 20);
	assert_int_equal(own.echoes, 20);
	assert_true(work.yields > 1000);
	end_attached(&own);
}

static inline void a_deadline_is_met(void **state)
{
	loop_work work;
	others own;
	int64_t number;
	begin_attached(&own, &work, state, 1);
	const int64_t began = loop_now_ms();
	cq_operation *operation = loop_submit_endless(&work, &number);
	tested.run(&own);
	assert_in_range(loop_now_ms() - began, 30, 2000);
	assert_int_equal(cq_operation_status(operation), CQ_TIMEOUT);
	cq_operation_release(&operation);
	end_attached(&own);
}

/* Without memory for a watch all goes on nevertheless, and the loop ends as ever. */
static inline void what_cannot_be_watched_is_looked_at(void **state)
{
	loop_work work;
	others own;
	begin_attached(&own, &work, state, 3);
	loop_no_memory = true;
	loop_submit(&work);
	tested.run(&own);
	assert_int_equal(work.called_back, LOOP_STATEMENTS);
	assert_int_equal(own.echoes, 3);
	/* More than one look is needed. */
	int64_t number;
	cq_operation *operation = loop_submit_endless(&work, &number);
	tested.run(&own);
	assert_int_equal(cq_operation_status(operation), CQ_TIMEOUT);
	cq_operation_release(&operation);
	loop_no_memory = false;
	work.called_back = 0;
	loop_submit(&work);
	tested.run(&own);
	assert_int_equal(work.called_back, LOOP_STATEMENTS);
	end_attached(&own);
}

/* The loop is told of one engine, and what is under way is another's, which was opened beside it. */
static inline void without_memory_it_looks_for_those_beside_it(void **state)
{
	loop_work work, second = { 0 };
	others own;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	int64_t number;
	begin_attached(&own, &work, state, 3);
	options.beside = work.engine;
	assert_int_equal(cq_engine_open(&second.engine, database_url(), &options, NULL), CQ_OK);
	assert_int_equal(cq_connect(second.engine, &second.db), CQ_OK);
	loop_no_memory = true;
	/* More than one look is needed, and nothing of it is the engine's own. */
	cq_operation *operation = loop_submit_endless(&second, &number);
	assert_int_equal(cq_engine_pending(work.engine), 1);
	assert_int_equal(cq_engine_pending(second.engine), 1);
	tested.run(&own);
	loop_no_memory = false;
	assert_int_equal(cq_operation_status(operation), CQ_TIMEOUT);
	assert_int_equal(cq_engine_pending(work.engine), 0);
	cq_operation_release(&operation);
	cq_disconnect(&second.db);
	cq_engine_close(&second.engine);
	end_attached(&own);
}

static inline void detaching_leaves_nothing(void **state)
{
	loop_work work;
	others own;
	/* What the loop and the engine open the first time they wait, they keep. */
	begin_attached(&own, &work, state, 3);
	assert_int_equal(tested.attach(NULL, own.loop), CQ_MISUSE);
	assert_int_equal(tested.attach(work.engine, NULL), CQ_MISUSE);
	loop_submit(&work);
	tested.run(&own);
	const int before = loop_descriptors();
	for (int round = 0; round < 5; round++) {
		/* Under way: what is left is the engine's, which goes on without the loop. */
		work.called_back = 0;
		loop_submit(&work);
		tested.turn(&own);
		assert_int_equal(tested.detach(work.engine, own.loop), CQ_OK);
		tested.run(&own);
		while (cq_engine_pending(work.engine) != 0)
			assert_int_equal(cq_engine_drive(work.engine, -1), CQ_OK);
		assert_int_equal(work.called_back, LOOP_STATEMENTS);
		assert_int_equal(loop_descriptors(), before);
		assert_int_equal(tested.attach(work.engine, own.loop), CQ_OK);
		/* A second one takes the place of the first. */
		assert_int_equal(tested.attach(work.engine, own.loop), CQ_OK);
	}
	end_attached(&own);
}

static inline void close_engine(void *user, cq_operation *operation, cq_status status)
{
	loop_work *const work = user;
	assert_int_equal(status, CQ_OK);
	work->called_back++;
	cq_operation_release(&operation);
	cq_engine_close(&work->engine);
}

static inline void closing_the_engine_detaches(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 3);
	assert_int_equal(cq_engine_open(&work.engine, database_url(), NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect(work.engine, &work.db), CQ_OK);
	assert_int_equal(tested.attach(work.engine, own.loop), CQ_OK);
	cq_connection *const db = work.db;
	MUST(cq_submit_scalar(db, &work.counts[0], &work.operations[0], SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	MUST(cq_operation_on_done(work.operations[0], close_engine, &work));
	tested.run(&own);
	assert_null(work.engine);
	assert_int_equal(work.called_back, 1);
	assert_int_equal(own.echoes, 3);
	end_others(&own);
}

#define LOOP_CASE(name) cmocka_unit_test_setup_teardown(name, shop_open_shared, shop_close)
#define LOOP_CASES \
	LOOP_CASE(all_goes_on_in_one_loop), LOOP_CASE(nobody_is_starved), LOOP_CASE(a_deadline_is_met), \
		LOOP_CASE(what_cannot_be_watched_is_looked_at), LOOP_CASE(without_memory_it_looks_for_those_beside_it), \
		LOOP_CASE(detaching_leaves_nothing), LOOP_CASE(closing_the_engine_detaches)

#endif
