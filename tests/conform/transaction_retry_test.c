/* tests/conform/transaction_retry_test.c: cq_transact: what is run again, how often, and what it leaves behind; real collisions of two
 * connections on each database.
 */
#include "conform/shop.h"

#include "base/clock.h"
#include "exec/engine.h"

#define doctors_COLUMNS(COLUMN)                  \
	COLUMN(id, BIGINT, PRIMARY_KEY)              \
	COLUMN(on_call, BOOLEAN)                     \
	COLUMN(calls, INTEGER, DEFAULT(0))
CQ_MODEL(Doctor, doctors)

typedef struct ward {
	shop shop; /* first: shop_close looks there */
	cq_connection *other;
} ward;

static int open_ward(void **state)
{
	static ward opened;
	shop *made;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.busy_timeout_ms = 10;
	shop_open_with((void **)&made, database_create_shared(), &options);
	opened.shop = *made;
	cq_connection *const db = opened.shop.db;
	assert_int_equal(cq_connect(opened.shop.engine, &opened.other), CQ_OK);
	const cq_table *const tables[] = { CQ_TABLE(doctors) };
	MUST(cq_create_all(db, tables, 1));
	Doctor two[] = { { .id = 1, .on_call = true }, { .id = 2, .on_call = true } };
	MUST(cq_insert_many(db, Doctor, two, 2));
	*state = &opened;
	return 0;
}

static cq_transact_options quick(uint32_t attempts)
{
	return (cq_transact_options){ .attempts = attempts, .backoff_ms = 1, .backoff_max_ms = 4 };
}

/* ---- what is run again ---------------------------------------------------------------------------------------------- */

typedef struct plan {
	const cq_status *gives; /* one for each attempt, the last for all behind it */
	size_t count;
	uint32_t attempts;      /* seen */
	bool open_more;         /* leaves a savepoint and a note behind each time */
} plan;

static cq_status follow(cq_connection *db, void *argument, uint32_t attempt)
{
	plan *const it = argument;
	it->attempts++;
	assert_int_equal(attempt, it->attempts);
	assert_true(cq_in_transaction(db));
	Note note = CQ_NEW(Note, .body = "attempt");
	CQ_TRY(cq_insert(db, Note, &note));
	if (it->open_more) {
		CQ_TRY(cq_begin(db, NULL));
		note.id = 0;
		CQ_TRY(cq_insert(db, Note, &note));
	}
	return it->gives[attempt - 1 < it->count ? attempt - 1 : it->count - 1];
}

static void only_collisions_are_run_again(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (int i = CQ_OK + 1; i < CQ_STATUS_COUNT; i++) {
		const cq_status gives[] = { (cq_status)i, (cq_status)i, CQ_OK };
		plan it = { .gives = gives, .count = 3, .open_more = i % 2 == 0 };
		const bool again = i == CQ_SERIALIZATION || i == CQ_DEADLOCK || i == CQ_SNAPSHOT || i == CQ_BUSY || i == CQ_STALE;
		const cq_transact_options options = quick(5);
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
		assert_int_equal(cq_transact(db, follow, &it, &options), again ? CQ_OK : (cq_status)i);
		assert_int_equal(it.attempts, again ? 3 : 1);
		/* Of those that failed nothing is left. */
		assert_false(cq_in_transaction(db));
		assert_int_equal(count_notes(db), again ? 1 + (i % 2 == 0) : 0);
	}
}

static void it_ends_after_so_many_attempts(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const cq_status always[] = { CQ_SERIALIZATION };
	for (uint32_t attempts = 0; attempts < 4; attempts++) {
		plan it = { .gives = always, .count = 1 };
		const cq_transact_options options = quick(attempts);
		assert_int_equal(cq_transact(db, follow, &it, &options), CQ_SERIALIZATION);
		assert_int_equal(it.attempts, attempts > 1 ? attempts : 1);
		assert_int_equal(count_notes(db), 0);
	}
	plan it = { .gives = always, .count = 1 };
	assert_int_equal(cq_transact(db, follow, &it, NULL), CQ_SERIALIZATION);
	assert_int_equal(it.attempts, 5);
	assert_int_equal(cq_transact(db, NULL, &it, NULL), CQ_MISUSE);
	assert_int_equal(cq_transact(NULL, follow, &it, NULL), CQ_MISUSE);
}

static void it_waits_between_them(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const cq_status always[] = { CQ_DEADLOCK };
	plan it = { .gives = always, .count = 1 };
	/* At least 10 + 20 + 25 + 25, and at most twice that, give or take the machine. */
	const cq_transact_options options = { .attempts = 5, .backoff_ms = 20, .backoff_max_ms = 50 };
	const uint64_t begun = cq__monotonic_ns();
	assert_int_equal(cq_transact(db, follow, &it, &options), CQ_DEADLOCK);
	const uint64_t took = cq__monotonic_ns() - begun;
	assert_int_equal(it.attempts, 5);
	assert_true(took >= UINT64_C(80000000));
	assert_true(took < UINT64_C(5000000000));
	/* Numbers that make no time are no time. */
	it.attempts = 0;
	const cq_transact_options none = { .attempts = 200, .backoff_ms = -5, .backoff_max_ms = -1 };
	assert_int_equal(cq_transact(db, follow, &it, &none), CQ_DEADLOCK);
	assert_int_equal(it.attempts, 200);
}

/* What collides is the whole transaction, so a part of it is not run again. */
static void inside_a_transaction_it_is_a_savepoint(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const cq_status once[] = { CQ_SERIALIZATION, CQ_OK }, well[] = { CQ_OK };
	plan failing = { .gives = once, .count = 2 }, succeeding = { .gives = well, .count = 1 };
	MUST(cq_begin(db, NULL));
	assert_int_equal(cq_transact(db, follow, &failing, NULL), CQ_SERIALIZATION);
	assert_int_equal(failing.attempts, 1);
	assert_true(cq_in_transaction(db));
	MUST(cq_transact(db, follow, &succeeding, NULL));
	assert_true(cq_in_transaction(db));
	MUST(cq_commit(db));
	assert_int_equal(count_notes(db), 1);
}

/* ---- never again ---------------------------------------------------------------------------------------------------- */

static const cq__driver *real_driver;
static int lost_commits;

static void lose_commits(cq__connection *connection, cq__request *request)
{
	real_driver->run(connection, request);
	if (request->kind != CQ__REQUEST_CONTROL || request->control != CQ__CONTROL_COMMIT)
		return;
	lost_commits++;
	request->status = cq__error_set(request->error, CQ_COMMIT_UNKNOWN, NULL);
}

static void an_unknown_commit_is_never_repeated(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const cq_status well[] = { CQ_OK };
	plan it = { .gives = well, .count = 1 };
	cq__driver losing = *db->driver;
	real_driver = db->driver;
	losing.run = lose_commits;
	lost_commits = 0;
	db->driver = &losing;
	const cq_status status = cq_transact(db, follow, &it, NULL);
	db->driver = real_driver;
	assert_int_equal(status, CQ_COMMIT_UNKNOWN);
	assert_int_equal(lost_commits, 1);
	assert_int_equal(it.attempts, 1);
	assert_int_equal(count_notes(db), 1);
}

/* ---- collisions ----------------------------------------------------------------------------------------------------- */

static cq_status go_off_call(cq_connection *db, int64_t id)
{
	int64_t count;
	CQ_TRY(cq_scalar(db, &count, SQL(SELECT(COUNT(doctors.id)), FROM(doctors), WHERE(doctors.on_call))));
	return count < 2 ? CQ_OK : cq_execute(db, NULL, SQL(UPDATE(doctors, SET(on_call, false)), WHERE(EQ(doctors.id, id))));
}

static uint32_t attempts_made;

/* The first time the other goes off call meanwhile, having seen two as well. */
static cq_status skew(cq_connection *db, void *argument, uint32_t attempt)
{
	ward *const it = argument;
	attempts_made = attempt;
	CQ_TRY(go_off_call(db, 1));
	if (attempt != 1)
		return CQ_OK;
	cq_connection *const other = it->other;
	CQ_TRY(cq_begin(other, &(cq_transaction_options){ .isolation = CQ_ISOLATION_SERIALIZABLE }));
	CQ_TRY(go_off_call(other, 2));
	return cq_commit(other);
}

static int64_t count_on_call(cq_connection *db)
{
	int64_t count = -1;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(doctors.id)), FROM(doctors), WHERE(doctors.on_call))));
	return count;
}

/* Each alone would leave one on call; both together none. */
static void write_skew_is_run_again(void **state)
{
	ward *const it = *state;
	cq_connection *const db = it->shop.db;
	cq_transact_options options = quick(3);
	options.transaction.isolation = CQ_ISOLATION_SERIALIZABLE;
	/* SQLite has never two that write: the other cannot begin while this one is at it. */
	options.attempts = 1;
	assert_int_equal(cq_transact(db, skew, it, &options), is_postgres() ? CQ_SERIALIZATION : CQ_BUSY);
	if (is_postgres())
		assert_string_equal(cq_last_error(db)->sqlstate, "40001");
	assert_int_equal(count_on_call(db), is_postgres() ? 1 : 2);
	MUST(cq_execute(db, NULL, SQL(UPDATE(doctors, SET(on_call, true)), ALL_ROWS)));
	options.attempts = 3;
	MUST(cq_transact(db, skew, it, &options));
	assert_int_equal(attempts_made, 2);
	assert_int_equal(count_on_call(db), 1);
}

static cq_status call(cq_connection *db, int64_t id)
{
	return cq_execute(db, NULL, SQL(UPDATE(doctors, SET(calls, ADD(doctors.calls, 1))), WHERE(EQ(doctors.id, id))));
}

static int64_t count_calls(cq_connection *db)
{
	int64_t calls = -1;
	MUST(cq_scalar(db, &calls, SQL(SELECT(COALESCE(SUM(doctors.calls), 0)), FROM(doctors))));
	return calls;
}

/* Reads, lets the other write, and writes: SQLite's snapshot is too old then, PostgreSQL's row has changed. */
static cq_status write_late(cq_connection *db, void *argument, uint32_t attempt)
{
	ward *const it = argument;
	attempts_made = attempt;
	if (count_on_call(db) != 2)
		return CQ_MISUSE;
	if (attempt == 1)
		CQ_TRY(call(it->other, 1));
	return call(db, 1);
}

static void an_old_snapshot_is_run_again(void **state)
{
	ward *const it = *state;
	cq_connection *const db = it->shop.db;
	cq_transact_options options = quick(3);
	options.transaction.isolation = CQ_ISOLATION_REPEATABLE_READ;
	/* SQLite's own DEFERRED; it lets a reader write. */
	options.transaction.read_only = !is_postgres();
	options.attempts = 1;
	assert_int_equal(cq_transact(db, write_late, it, &options), is_postgres() ? CQ_SERIALIZATION : CQ_SNAPSHOT);
	options.attempts = 3;
	MUST(cq_transact(db, write_late, it, &options));
	assert_int_equal(attempts_made, 2);
	assert_int_equal(count_calls(db), 3);
}

/* Looks away from the failure; the first cause is looked at nevertheless. */
static cq_status write_late_carelessly(cq_connection *db, void *argument, uint32_t attempt)
{
	(void)write_late(db, argument, attempt);
	return CQ_OK;
}

static void a_cause_that_was_looked_away_from_counts(void **state)
{
	ward *const it = *state;
	cq_connection *const db = it->shop.db;
	if (!is_postgres())
		return;
	cq_transact_options options = quick(3);
	options.transaction.isolation = CQ_ISOLATION_REPEATABLE_READ;
	MUST(cq_transact(db, write_late_carelessly, it, &options));
	assert_int_equal(attempts_made, 2);
	assert_int_equal(count_calls(db), 2);
}

static cq_status call_once(cq_connection *db, void *argument, uint32_t attempt)
{
	(void)argument;
	attempts_made = attempt;
	return call(db, 1);
}

/* A lock that cannot be had when the transaction begins is a collision like any other. */
static void a_lock_at_the_beginning_is_waited_for(void **state)
{
	ward *const it = *state;
	cq_connection *const db = it->shop.db, *const other = it->other;
	if (is_postgres())
		return;
	const cq_transact_options options = quick(3);
	assert_int_equal(cq_begin(other, NULL), CQ_OK);
	attempts_made = 0;
	assert_int_equal(cq_transact(db, call_once, it, &options), CQ_BUSY);
	assert_int_equal(attempts_made, 0);
	assert_int_equal(cq_commit(other), CQ_OK);
	MUST(cq_transact(db, call_once, it, &options));
	assert_int_equal(attempts_made, 1);
}

/* Without a write-ahead log a reader keeps the other's COMMIT out, which leaves the transaction open. */
static void a_commit_that_finds_a_lock_is_sent_again(void **state)
{
	ward *const it = *state;
	char url[300];
	cq_engine *engine;
	cq_connection *db, *reader;
	if (is_postgres())
		skip();
	cq_engine_close(&it->shop.engine);
	(void)snprintf(url, sizeof url, "%s?journal_mode=delete&busy_timeout=10", database_url());
	assert_int_equal(cq_engine_open(&engine, url, NULL, NULL), CQ_OK);
	it->shop.engine = engine;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_connect(engine, &reader), CQ_OK);
	assert_int_equal(cq_begin(reader, &(cq_transaction_options){ .read_only = true }), CQ_OK);
	assert_int_equal(count_on_call(reader), 2);
	MUST(cq_begin(db, NULL));
	MUST(call(db, 1));
	assert_int_equal(cq_commit(db), CQ_BUSY);
	assert_true(cq_in_transaction(db));
	assert_int_equal(cq_commit(reader), CQ_OK);
	MUST(cq_commit(db));
	assert_int_equal(count_calls(reader), 1);
	/* With cq_transact that is an attempt: what it wrote is undone, and written again. */
	assert_int_equal(cq_begin(reader, &(cq_transaction_options){ .read_only = true }), CQ_OK);
	assert_int_equal(count_on_call(reader), 2);
	const cq_transact_options options = quick(3);
	assert_int_equal(cq_transact(db, call_once, it, &options), CQ_BUSY);
	assert_int_equal(attempts_made, 3);
	assert_int_equal(cq_commit(reader), CQ_OK);
	MUST(cq_transact(db, call_once, it, &options));
	assert_int_equal(attempts_made, 1);
	assert_int_equal(count_calls(reader), 2);
}

static cq_operation *waiting;

/* The first time two wait for each other; the server ends this one, and the other goes on. */
static cq_status lock_both(cq_connection *db, void *argument, uint32_t attempt)
{
	ward *const it = argument;
	attempts_made = attempt;
	if (attempt != 1) {
		CQ_TRY(cq_await(waiting));
		cq_operation_release(&waiting);
		CQ_TRY(cq_commit(it->other));
	}
	CQ_TRY(call(db, 2));
	if (attempt == 1) {
		CQ_TRY(cq_submit_execute(it->other, NULL, &waiting,
			SQL(UPDATE(doctors, SET(calls, ADD(doctors.calls, 1))), WHERE(EQ(doctors.id, 2)))));
		CQ_TRY(cq_engine_drive(it->shop.engine, 0));
	}
	return call(db, 1);
}

static void a_deadlock_is_run_again(void **state)
{
	ward *const it = *state;
	cq_connection *const db = it->shop.db;
	if (!is_postgres())
		return;
	/* Whoever looks first is the one that ends. */
	MUST(cq_execute(db, NULL, RAW_SQL("SET deadlock_timeout = '20ms'")));
	assert_int_equal(cq_execute(it->other, NULL, RAW_SQL("SET deadlock_timeout = '20s'")), CQ_OK);
	assert_int_equal(cq_begin(it->other, NULL), CQ_OK);
	assert_int_equal(call(it->other, 1), CQ_OK);
	const cq_transact_options options = quick(3);
	MUST(cq_transact(db, lock_both, it, &options));
	assert_int_equal(attempts_made, 2);
	assert_int_equal(count_calls(db), 4);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(only_collisions_are_run_again, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(it_ends_after_so_many_attempts, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(it_waits_between_them, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(inside_a_transaction_it_is_a_savepoint, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(an_unknown_commit_is_never_repeated, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(write_skew_is_run_again, open_ward, shop_close),
		cmocka_unit_test_setup_teardown(an_old_snapshot_is_run_again, open_ward, shop_close),
		cmocka_unit_test_setup_teardown(a_cause_that_was_looked_away_from_counts, open_ward, shop_close),
		cmocka_unit_test_setup_teardown(a_lock_at_the_beginning_is_waited_for, open_ward, shop_close),
		cmocka_unit_test_setup_teardown(a_commit_that_finds_a_lock_is_sent_again, open_ward, shop_close),
		cmocka_unit_test_setup_teardown(a_deadlock_is_run_again, open_ward, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
