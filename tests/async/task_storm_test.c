/* tests/async/task_storm_test.c: tasks that are cancelled at random moments of a transaction: what was acknowledged is there, what was
 * cancelled is not, and the next one finds nothing open.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <cquel/task.h>

enum { ROUNDS = 12, TASKS = 24 };

typedef struct actor {
	cq_engine *engine;
	int64_t id;
	int phase;       /* how far it came */
	bool own;        /* a connection of its own, not the shared handle */
	bool dirty;      /* it was handed one with a transaction open */
	cq_task *task;
} actor;

enum { PHASE_CONNECT, PHASE_BEGIN, PHASE_FIRST, PHASE_SLEEP, PHASE_SECOND, PHASE_COMMIT, PHASE_DONE, PHASES };

static cq_status write_two(cq_connection *db, actor *own)
{
	own->dirty = cq_in_transaction(db);
	own->phase = PHASE_BEGIN;
	CQ_TRANSACTION(db) {
		Note first = { .id = 2 * own->id, .body = "first" }, second = { .id = 2 * own->id + 1, .body = "second" };
		own->phase = PHASE_FIRST;
		CQ_TRY(cq_insert(db, Note, &first));
		own->phase = PHASE_SLEEP;
		if (own->id % 2 == 0)
			CQ_TRY(cq_task_sleep(own->engine, 1));
		own->phase = PHASE_SECOND;
		CQ_TRY(cq_insert(db, Note, &second));
		own->phase = PHASE_COMMIT;
	}
	own->phase = PHASE_DONE;
	return CQ_OK;
}

static cq_status act(cq_engine *engine, void *argument)
{
	actor *const own = argument;
	cq_connection *db;
	if (!own->own) {
		CQ_TRY(cq_current(engine, &db));
		return write_two(db, own);
	}
	CQ_TRY(cq_connect(engine, &db));
	const cq_status status = write_two(db, own);
	cq_disconnect(&db);
	return status;
}

static unsigned seed = 12345;

static unsigned draw(unsigned below)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % below;
}

static int64_t count_of(cq_connection *db, int64_t id)
{
	int64_t count = -1;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(IN(notes.id, 2 * id, 2 * id + 1)))));
	return count;
}

/* One that is at that point now and was not cancelled there yet, or NULL. */
static const actor *find(const actor *actors, int phase)
{
	const unsigned from = draw(TASKS);
	for (unsigned i = 0; i < TASKS; i++) {
		const actor *const one = &actors[(from + i) % TASKS];
		if (one->phase == phase && !cq_task_is_done(one->task))
			return one;
	}
	return NULL;
}

static int open_storm(void **state)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.pool.size = 3;
	options.pool.max_overflow = 1;
	return shop_open_with(state, database_create_shared(), &options);
}

static void cancelled_at_any_moment(void **state)
{
	cq_engine *const engine = ((shop *)*state)->engine;
	cq_connection *const db = ((shop *)*state)->db;
	int landed[PHASES] = { 0 }, committed = 0, cancelled = 0, unknown = 0;
	for (int round = 0; round < ROUNDS; round++) {
		actor actors[TASKS] = { { 0 } };
		for (int i = 0; i < TASKS; i++) {
			actors[i] = (actor){ .engine = engine, .id = 1 + round * TASKS + i, .own = i % 3 == 0 };
			assert_int_equal(cq_spawn(engine, &actors[i].task, act, &actors[i], NULL), CQ_OK);
		}
		/* Some before they begin, others while they wait for a connection, a lock, a statement, or the end. */
		for (int i = 0; i < TASKS / 2; i++) {
			const int wanted = (int)draw(PHASE_DONE);
			const actor *found = NULL;
			for (int turns = 0; found == NULL && turns < 20; turns++) {
				assert_int_equal(cq_engine_drive(engine, draw(2) == 0 ? 0 : 1), CQ_OK);
				found = find(actors, wanted);
			}
			cq_task_cancel(found != NULL ? found->task : actors[draw(TASKS)].task);
		}
		for (int i = 0; i < TASKS; i++) {
			const cq_status status = cq_task_await(actors[i].task);
			cq_task_release(&actors[i].task);
			const int64_t count = count_of(db, actors[i].id);
			assert_false(actors[i].dirty);
			if (status == CQ_OK) {
				assert_int_equal(actors[i].phase, PHASE_DONE);
				assert_int_equal(count, 2);
				committed++;
			} else if (status == CQ_COMMIT_UNKNOWN) {
				assert_true(count == 0 || count == 2);
				unknown++;
			} else {
				if (status != CQ_CANCELLED || count != 0)
					fail_msg("task %d of round %d in phase %d: %s, %d rows", i, round, actors[i].phase, cq_status_name(status), (int)count);
				cancelled++;
				landed[actors[i].phase]++;
			}
		}
	}
	print_message("%d committed, %d cancelled (%d connecting, %d beginning, %d and %d inserting, %d sleeping, %d committing), %d unknown\n",
		committed, cancelled, landed[PHASE_CONNECT], landed[PHASE_BEGIN], landed[PHASE_FIRST], landed[PHASE_SECOND], landed[PHASE_SLEEP],
		landed[PHASE_COMMIT], unknown);
	assert_true(committed >= ROUNDS);
	assert_true(cancelled >= ROUNDS);
	/* They landed inside of transactions, too. */
	assert_true(landed[PHASE_FIRST] + landed[PHASE_SLEEP] + landed[PHASE_SECOND] + landed[PHASE_COMMIT] >= ROUNDS);
	assert_int_equal(cq_engine_pending(engine), 0);
	assert_false(cq_in_transaction(db));
}

static cq_status run_endless(cq_engine *engine, void *argument)
{
	cq_connection *const db = argument;
	int64_t number;
	(void)engine;
	return cq_scalar(db, &number, RAW_SQL("WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n "
		"WHERE i < 4000000000) SELECT COUNT(*) FROM n"));
}

/* Also one that the database had not begun when it was told to stop it. The connection goes on serving. */
static void a_statement_is_stopped_however_early(void **state)
{
	cq_engine *const engine = ((shop *)*state)->engine;
	cq_connection *const db = ((shop *)*state)->db;
	for (int i = 0; i < 100; i++) {
		cq_task *task;
		assert_int_equal(cq_spawn(engine, &task, run_endless, db, NULL), CQ_OK);
		for (int turns = 0; turns < 1 + i % 4; turns++)
			assert_int_equal(cq_engine_drive(engine, 0), CQ_OK);
		cq_task_cancel(task);
		assert_int_equal(cq_task_await(task), CQ_CANCELLED);
		cq_task_release(&task);
		assert_int_equal(count_of(db, 1), 0);
	}
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_statement_is_stopped_however_early, open_storm, shop_close),
		cmocka_unit_test_setup_teardown(cancelled_at_any_moment, open_storm, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
