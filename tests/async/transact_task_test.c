/* tests/async/transact_task_test.c: cq_transact in tasks: who waits, who is cancelled, and two that collide for real.
 */
#include "conform/shop.h"

#include "base/clock.h"

#include <cquel/task.h>

typedef struct actor {
	cq_connection *db;
	int64_t first, second; /* notes that it writes to, in this order */
	uint32_t attempts;
	int64_t backoff_ms;
	cq_task *task;
} actor;

typedef struct stage {
	shop shop; /* first: shop_close looks there */
	cq_connection *other;
} stage;

static int open_stage(void **state)
{
	static stage opened;
	shop *made;
	shop_open_with((void **)&made, database_create_shared(), NULL);
	opened.shop = *made;
	cq_connection *const db = opened.shop.db;
	assert_int_equal(cq_connect(opened.shop.engine, &opened.other), CQ_OK);
	Note two[] = { { .id = 1, .body = "" }, { .id = 2, .body = "" } };
	MUST(cq_insert_many(db, Note, two, 2));
	*state = &opened;
	return 0;
}

static cq_status add_and_collide(cq_connection *db, void *argument, uint32_t attempt)
{
	actor *const it = argument;
	Note note = { .id = 100 + attempt, .body = "a" };
	it->attempts = attempt;
	CQ_TRY(cq_insert(db, Note, &note));
	return CQ_SERIALIZATION;
}

static cq_status collide(cq_engine *engine, void *argument)
{
	actor *const it = argument;
	const cq_transact_options options = { .attempts = 3, .backoff_ms = it->backoff_ms, .backoff_max_ms = it->backoff_ms };
	(void)engine;
	return cq_transact(it->db, add_and_collide, it, &options);
}

static cq_status count_turns(cq_engine *engine, void *argument)
{
	int *const turns = argument;
	for (;;) {
		CQ_TRY(cq_task_sleep(engine, 5));
		++*turns;
	}
}

static void others_go_on_meanwhile(void **state)
{
	stage *const it = *state;
	cq_connection *const db = it->shop.db;
	actor colliding = { .db = db, .backoff_ms = 120 };
	int turns = 0;
	cq_task *counting;
	assert_int_equal(cq_spawn(it->shop.engine, &counting, count_turns, &turns, NULL), CQ_OK);
	assert_int_equal(cq_spawn(it->shop.engine, &colliding.task, collide, &colliding, NULL), CQ_OK);
	assert_int_equal(cq_task_await(colliding.task), CQ_SERIALIZATION);
	assert_int_equal(colliding.attempts, 3);
	/* It waited at least 60 milliseconds twice. */
	assert_true(turns >= 5);
	cq_task_release(&colliding.task);
	cq_task_release(&counting);
	assert_int_equal(count_notes(db), 2);
}

static void who_is_cancelled_while_it_waits_stops(void **state)
{
	stage *const it = *state;
	cq_connection *const db = it->shop.db;
	actor colliding = { .db = db, .backoff_ms = 60000 };
	const uint64_t begun = cq__monotonic_ns();
	assert_int_equal(cq_spawn(it->shop.engine, &colliding.task, collide, &colliding, NULL), CQ_OK);
	while (colliding.attempts == 0 || cq_in_transaction(db))
		assert_int_equal(cq_engine_drive(it->shop.engine, 10), CQ_OK);
	cq_task_cancel(colliding.task);
	assert_int_equal(cq_task_await(colliding.task), CQ_CANCELLED);
	assert_true(cq__monotonic_ns() - begun < UINT64_C(20000000000));
	assert_int_equal(colliding.attempts, 1);
	cq_task_release(&colliding.task);
	assert_false(cq_in_transaction(db));
	assert_int_equal(count_notes(db), 2);
}

/* Its waits are over, and what it wrote is undone nevertheless. */
static cq_status stop_oneself(cq_connection *db, void *argument, uint32_t attempt)
{
	actor *const it = argument;
	Note note = { .id = 100, .body = "a" };
	it->attempts = attempt;
	CQ_TRY(cq_begin(db, NULL));
	CQ_TRY(cq_insert(db, Note, &note));
	cq_task_cancel(cq_task_current(cq_connection_engine(db)));
	note.id = 101;
	return cq_insert(db, Note, &note);
}

static cq_status run_stopped(cq_engine *engine, void *argument)
{
	actor *const it = argument;
	(void)engine;
	return cq_transact(it->db, stop_oneself, it, NULL);
}

static void a_cancelled_one_rolls_back(void **state)
{
	stage *const it = *state;
	cq_connection *const db = it->shop.db;
	actor stopping = { .db = db };
	assert_int_equal(cq_spawn(it->shop.engine, &stopping.task, run_stopped, &stopping, NULL), CQ_OK);
	assert_int_equal(cq_task_await(stopping.task), CQ_CANCELLED);
	assert_int_equal(stopping.attempts, 1);
	cq_task_release(&stopping.task);
	assert_false(cq_in_transaction(db));
	assert_int_equal(count_notes(db), 2);
}

static cq_status append(cq_connection *db, int64_t id)
{
	return cq_execute(db, NULL, SQL(UPDATE(notes, SET(body, CONCAT(notes.body, "x"))), WHERE(EQ(notes.id, id))));
}

static cq_status write_both(cq_connection *db, void *argument, uint32_t attempt)
{
	actor *const it = argument;
	it->attempts = attempt;
	CQ_TRY(append(db, it->first));
	CQ_TRY(cq_task_sleep(cq_connection_engine(db), 30));
	return append(db, it->second);
}

static cq_status act(cq_engine *engine, void *argument)
{
	actor *const it = argument;
	const cq_transact_options options = { .attempts = 20, .backoff_ms = 20, .backoff_max_ms = 200 };
	(void)engine;
	return cq_transact(it->db, write_both, it, &options);
}

/* Each holds what the other wants: one is ended and comes again. */
static void two_that_wait_for_each_other(void **state)
{
	stage *const it = *state;
	cq_connection *const db = it->shop.db;
	actor actors[] = { { .db = db, .first = 1, .second = 2 }, { .db = it->other, .first = 2, .second = 1 } };
	if (database_kind() == CLIENT_POSTGRES) {
		MUST(cq_execute(db, NULL, RAW_SQL("SET deadlock_timeout = '50ms'")));
		assert_int_equal(cq_execute(it->other, NULL, RAW_SQL("SET deadlock_timeout = '50ms'")), CQ_OK);
	}
	for (int i = 0; i < 2; i++)
		assert_int_equal(cq_spawn(it->shop.engine, &actors[i].task, act, &actors[i], NULL), CQ_OK);
	assert_int_equal(cq_gather(2, (cq_task *const[]){ actors[0].task, actors[1].task }, CQ_GATHER_ALL), CQ_OK);
	for (int i = 0; i < 2; i++)
		cq_task_release(&actors[i].task);
	if (database_kind() == CLIENT_POSTGRES)
		assert_true(actors[0].attempts + actors[1].attempts >= 3);
	for (int64_t id = 1; id <= 2; id++) {
		const char *body;
		MUST(cq_scalar_one(db, &body, SQL(SELECT(notes.body), FROM(notes), WHERE(EQ(notes.id, id)))));
		assert_string_equal(body, "xx");
		cq_free(&body);
	}
}

/* ---- cancelled at any moment ---------------------------------------------------------------------------------------- */

typedef struct storm {
	cq_connection *db;
	int64_t id;           /* of the note that the scope writes */
	int64_t ended[CQ_STATUS_COUNT];
	uint64_t seed;
} storm;

static cq_status write_in_scopes(cq_engine *engine, void *argument)
{
	const storm *const it = argument;
	Note note = { .id = it->id, .body = "a" };
	(void)engine;
	CQ_TRANSACTION(it->db) {
		CQ_TRY(cq_insert(it->db, Note, &note));
		CQ_SAVEPOINT(it->db) {
			CQ_TRY(append(it->db, it->id));
		}
	}
	return CQ_OK;
}

static uint64_t random_number(storm *it)
{
	it->seed ^= it->seed << 13;
	it->seed ^= it->seed >> 7;
	it->seed ^= it->seed << 17;
	return it->seed;
}

/* What a scope leaves behind when its task is cancelled up to so many nanoseconds after it began: all of its work or nothing. */
static cq_status cancel_one(cq_engine *engine, storm *it, uint64_t most_ns)
{
	cq_connection *const db = it->db;
	const uint64_t until = cq__monotonic_ns() + random_number(it) % most_ns;
	cq_task *task;
	it->id++;
	CQ_TRY(cq_spawn(engine, &task, write_in_scopes, it, NULL));
	while (cq__monotonic_ns() < until && !cq_task_is_done(task))
		CQ_TRY(cq_task_yield(engine));
	cq_task_cancel(task);
	const cq_status status = cq_task_await(task);
	cq_task_release(&task);
	it->ended[status]++;
	assert_false(cq_in_transaction(db));
	int64_t count;
	CQ_TRY(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(EQ(notes.id, it->id)))));
	assert_int_equal(count, status == CQ_OK);
	return CQ_OK;
}

static cq_status cancel_many(cq_engine *engine, void *argument)
{
	storm *const it = argument;
	/* The time is found that lets some of them end and some not, however fast the machine is. */
	uint64_t most_ns = 1000000;
	for (int i = 0; i < 400; i++) {
		const int64_t well = it->ended[CQ_OK];
		CQ_TRY(cancel_one(engine, it, most_ns));
		most_ns = it->ended[CQ_OK] == well ? most_ns + most_ns / 8 : most_ns - most_ns / 4;
	}
	return CQ_OK;
}

static void cancelled_at_any_moment_it_is_all_or_nothing(void **state)
{
	stage *const it = *state;
	storm random = { .db = it->shop.db, .id = 1000, .seed = UINT64_C(88172645463325252) };
	cq_task *task;
	assert_int_equal(cq_spawn(it->shop.engine, &task, cancel_many, &random, NULL), CQ_OK);
	assert_int_equal(cq_task_await(task), CQ_OK);
	cq_task_release(&task);
	print_message("%lld ended well, %lld were cancelled\n", (long long)random.ended[CQ_OK], (long long)random.ended[CQ_CANCELLED]);
	assert_int_equal(random.ended[CQ_OK] + random.ended[CQ_CANCELLED], 400);
	assert_true(random.ended[CQ_OK] >= 50);
	assert_true(random.ended[CQ_CANCELLED] >= 100);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(others_go_on_meanwhile, open_stage, shop_close),
		cmocka_unit_test_setup_teardown(who_is_cancelled_while_it_waits_stops, open_stage, shop_close),
		cmocka_unit_test_setup_teardown(a_cancelled_one_rolls_back, open_stage, shop_close),
		cmocka_unit_test_setup_teardown(two_that_wait_for_each_other, open_stage, shop_close),
		cmocka_unit_test_setup_teardown(cancelled_at_any_moment_it_is_all_or_nothing, open_stage, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
