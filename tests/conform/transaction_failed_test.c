/* tests/conform/transaction_failed_test.c: transactions in which something failed, and those whose end is not what was asked for.
 *
 * What no database does when asked (to lose its answer to COMMIT) is done by a driver's table with another `run` in it.
 */
#include "conform/shop.h"

#include "exec/engine.h"

static cq_status add_note(cq_connection *db, int64_t id)
{
	Note note = { .id = id, .body = "a" };
	return cq_insert(db, Note, &note);
}

static void assert_tells(cq_connection *db, const char *part)
{
	if (strstr(cq_last_error(db)->message, part) == NULL)
		fail_msg("\"%s\" is not in: %s", part, cq_last_error(db)->message);
}

/* ---- a statement in it fails ---------------------------------------------------------------------------------------- */

/* Looks away from a failure. */
static cq_status ignore_a_failure(cq_connection *db)
{
	CQ_TRANSACTION(db) {
		CQ_TRY(add_note(db, 1));
		assert_int_equal(add_note(db, 1), CQ_UNIQUE);
		if (!is_postgres())
			break;
		assert_true(cq_in_transaction(db));
		/* All that follows tells the first cause. */
		int64_t count;
		assert_int_equal(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))), CQ_DATABASE);
		assert_tells(db, "notes");
		assert_string_equal(cq_last_error(db)->sqlstate, "25P02");
		assert_int_equal(add_note(db, 2), CQ_DATABASE);
		assert_tells(db, "rolled back");
		assert_int_equal(cq_savepoint(db), CQ_DATABASE);
		assert_tells(db, "duplicate");
	}
	return CQ_OK;
}

/* COMMIT of a transaction that has failed rolls it back, and must not look like a success. */
static void a_failed_transaction_is_not_committed(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(ignore_a_failure(db), is_postgres() ? CQ_DATABASE : CQ_OK);
		if (is_postgres()) {
			assert_tells(db, "rolled back by the database");
			assert_tells(db, "duplicate");
		}
		assert_false(cq_in_transaction(db));
		assert_int_equal(count_notes(db), 0);
	}
	/* By call, and with a savepoint that is left open. */
	if (is_postgres()) {
		MUST(cq_begin(db, NULL));
		MUST(cq_savepoint(db));
		assert_int_equal(cq_execute(db, NULL, RAW_SQL("SELECT 1 / 0")), CQ_DATABASE);
		assert_int_equal(cq_commit(db), CQ_DATABASE);
		assert_tells(db, "division");
		assert_true(cq_in_transaction(db));
		MUST(cq_rollback(db));
		MUST(add_note(db, 7));
		MUST(cq_commit(db));
		assert_int_equal(count_notes(db), 1);
	}
}

static cq_status recover(cq_connection *db, int how)
{
	CQ_TRANSACTION(db) {
		CQ_TRY(add_note(db, 1));
		for (int i = 0; i < 3; i++) {
			cq_status status = CQ_OK;
			CQ_SAVEPOINT_STATUS(db, &status) {
				CQ_TRY(add_note(db, 100 + i));
				assert_int_equal(add_note(db, 1), CQ_UNIQUE);
				if (how == 0)
					break;
				/* Its end is reached: on PostgreSQL that is none. */
			}
			assert_int_equal(status, how != 0 && is_postgres() ? CQ_DATABASE : CQ_OK);
			assert_true(cq_in_transaction(db));
		}
		CQ_TRY(add_note(db, 2));
	}
	return CQ_OK;
}

static void a_savepoint_around_it_recovers(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (int how = 0; how < 2; how++) {
		MUST(recover(db, how));
		assert_int_equal(count_notes(db), how != 0 && !is_postgres() ? 5 : 2);
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
	}
}

/* What the program itself did wrong was never sent, and ends nothing. */
static void what_was_not_sent_ends_nothing(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_begin(db, NULL));
	Note nothing = { .id = 3, .body = NULL };
	assert_int_equal(cq_insert(db, Note, &nothing), CQ_NULL_VALUE);
	Note *none;
	assert_int_equal(cq_one(db, Note, &none, SQL(SELECT_ALL(notes), FROM(notes))), CQ_NO_ROW);
	MUST(add_note(db, 1));
	MUST(cq_commit(db));
	assert_int_equal(count_notes(db), 1);
}

static void an_operation_tells_the_cause_too(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	if (!is_postgres())
		return;
	MUST(cq_begin(db, NULL));
	MUST(add_note(db, 1));
	assert_int_equal(add_note(db, 1), CQ_UNIQUE);
	cq_operation *operation;
	MUST(cq_submit_execute(db, NULL, &operation, SQL(DELETE_FROM(notes), ALL_ROWS)));
	assert_int_equal(cq_await(operation), CQ_DATABASE);
	assert_non_null(strstr(cq_operation_error(operation)->message, "duplicate"));
	cq_operation_release(&operation);
	MUST(cq_rollback(db));
}

/* ---- the end is not what was asked for ------------------------------------------------------------------------------ */

/* What is done to the next control of a kind, before or instead of what it asks for. */
typedef struct trick {
	const cq__driver *real;
	cq__driver driver;
	cq__control at;
	cq_status status;
	bool abandoned;
	bool sent;        /* carried out before its answer is lost */
	bool gone;        /* the connection says that no transaction is open behind it */
	int seen[8];      /* controls, by kind */
	bool timed[8];    /* had a deadline */
} trick;

static trick played;

static bool no_transaction(cq__connection *connection)
{
	(void)connection;
	return false;
}

static void trick_run(cq__connection *connection, cq__request *request)
{
	if (request->kind == CQ__REQUEST_CONTROL) {
		played.seen[request->control]++;
		played.timed[request->control] = request->deadline_ns != 0;
	}
	if (request->kind != CQ__REQUEST_CONTROL || request->control != played.at || played.status == CQ_OK) {
		played.real->run(connection, request);
		return;
	}
	if (played.sent)
		played.real->run(connection, request);
	request->status = cq__error_set(request->error, played.status, "the wire was cut");
	request->abandoned = played.abandoned;
	if (played.gone)
		played.driver.in_transaction = no_transaction;
	played.status = CQ_OK;
}

static void play(cq_connection *db, const trick *how)
{
	played = *how;
	played.real = db->driver;
	played.driver = *db->driver;
	played.driver.run = trick_run;
	db->driver = &played.driver;
}

static void stop(cq_connection *db)
{
	db->driver = played.real;
}

static cq_status add_in_scope(cq_connection *db, int64_t id, int *ran)
{
	CQ_TRANSACTION(db) {
		++*ran;
		CQ_TRY(add_note(db, id));
	}
	return CQ_OK;
}

/* However the driver says it: by its own status, or as a wait that was given up. */
static void an_unknown_commit_is_told_as_such(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const trick ways[] = {
		{ .at = CQ__CONTROL_COMMIT, .status = CQ_COMMIT_UNKNOWN, .sent = true },
		{ .at = CQ__CONTROL_COMMIT, .status = CQ_COMMIT_UNKNOWN, .sent = false },
		{ .at = CQ__CONTROL_COMMIT, .status = CQ_TIMEOUT, .sent = true, .abandoned = true },
		{ .at = CQ__CONTROL_COMMIT, .status = CQ_CANCELLED, .sent = false, .abandoned = true },
		{ .at = CQ__CONTROL_COMMIT, .status = CQ_CONNECTION, .sent = true, .abandoned = true },
	};
	int64_t there = 0;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		int ran = 0;
		play(db, &ways[i]);
		assert_int_equal(add_in_scope(db, 10 + (int64_t)i, &ran), CQ_COMMIT_UNKNOWN);
		assert_int_equal(ran, 1);
		assert_int_equal(played.seen[CQ__CONTROL_COMMIT], 1);
		assert_tells(db, "the wire was cut");
		assert_tells(db, "look for what it wrote");
		assert_int_equal(cq_last_error(db)->kind, CQ_CLASS_CONNECTION);
		/* Whatever is left of it has ended, and the connection serves on. */
		assert_false(cq_in_transaction(db));
		stop(db);
		there += ways[i].sent ? 1 : 0;
		assert_int_equal(count_notes(db), there);
		MUST(cq_begin(db, NULL));
		assert_int_equal(db->levels, 1);
		MUST(cq_rollback(db));
	}
}

/* An answer to BEGIN that comes after all must not leave the statements that follow in a transaction that nobody ends. */
static void a_begin_that_was_given_up_leaves_nothing_open(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (int sent = 0; sent < 2; sent++) {
		const trick given_up = { .at = CQ__CONTROL_BEGIN, .status = CQ_TIMEOUT, .sent = sent != 0, .abandoned = true };
		int ran = 0;
		play(db, &given_up);
		assert_int_equal(add_in_scope(db, 1, &ran), CQ_TIMEOUT);
		assert_int_equal(ran, 0);
		assert_int_equal(played.seen[CQ__CONTROL_ROLLBACK], 1);
		stop(db);
		assert_false(cq_in_transaction(db));
		assert_int_equal(count_notes(db), 0);
	}
}

/* With its connection a transaction is rolled back, whoever asks for it. */
static void a_connection_lost_while_rolling_back_has(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const trick lost = { .at = CQ__CONTROL_ROLLBACK, .status = CQ_CONNECTION, .sent = true };
	MUST(cq_begin(db, NULL));
	MUST(add_note(db, 1));
	play(db, &lost);
	MUST(cq_rollback(db));
	assert_int_equal(db->levels, 0);
	stop(db);
	assert_int_equal(count_notes(db), 0);
}

/* A savepoint that cannot be undone because all is gone: nothing is sent outside of what the program believes to be in. */
static void a_connection_lost_within_takes_nothing_more(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const trick lost = { .at = CQ__CONTROL_ROLLBACK_TO, .status = CQ_CONNECTION, .gone = true };
	MUST(cq_begin(db, NULL));
	MUST(cq_savepoint(db));
	play(db, &lost);
	assert_int_equal(cq_rollback(db), CQ_CONNECTION);
	assert_int_equal(add_note(db, 1), CQ_DATABASE);
	assert_tells(db, "the wire was cut");
	assert_int_equal(cq_commit(db), CQ_DATABASE);
	MUST(cq_rollback(db));
	stop(db);
	MUST(cq_rollback(db));
	assert_int_equal(count_notes(db), 0);
}

/* SQLite waits for nobody when it rolls back, and must not be stopped; a server may have stopped answering. */
static void what_undoes_has_a_deadline_where_somebody_must_answer(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const trick none = { .at = CQ__CONTROL_NONE };
	for (int limited = 0; limited < 2; limited++) {
		MUST(cq_connection_set_timeout(db, limited != 0 ? 60000 : 0));
		play(db, &none);
		MUST(cq_begin(db, NULL));
		MUST(cq_savepoint(db));
		MUST(cq_rollback(db));
		MUST(cq_rollback(db));
		stop(db);
		assert_int_equal(played.timed[CQ__CONTROL_BEGIN], limited);
		assert_int_equal(played.timed[CQ__CONTROL_ROLLBACK_TO], is_postgres());
		assert_int_equal(played.timed[CQ__CONTROL_RELEASE], is_postgres());
		assert_int_equal(played.timed[CQ__CONTROL_ROLLBACK], is_postgres());
	}
}

/* Sent together, before anybody could know. */
static void what_was_sent_behind_a_failure_tells_it(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_operation *operations[3];
	if (!is_postgres())
		skip();
	MUST(cq_begin(db, NULL));
	MUST(cq_submit_execute(db, NULL, &operations[0], SQL(INSERT_INTO(notes, SET(body, "first")))));
	MUST(cq_submit_execute(db, NULL, &operations[1], RAW_SQL("SELECT 1 / 0")));
	MUST(cq_submit_execute(db, NULL, &operations[2], SQL(INSERT_INTO(notes, SET(body, "third")))));
	assert_int_equal(cq_await(operations[0]), CQ_OK);
	assert_int_equal(cq_await(operations[1]), CQ_DATABASE);
	assert_int_equal(cq_await(operations[2]), CQ_DATABASE);
	assert_non_null(strstr(cq_operation_error(operations[2])->message, "division"));
	for (int i = 0; i < 3; i++)
		cq_operation_release(&operations[i]);
	assert_int_equal(cq_commit(db), CQ_DATABASE);
	assert_tells(db, "division");
	assert_int_equal(count_notes(db), 0);
}

/* ---- a server that really does it ----------------------------------------------------------------------------------- */

/* COMMIT takes twenty seconds once a note was inserted. */
static void make_commit_slow(cq_connection *db)
{
	if (!is_postgres())
		skip();
	MUST(cq_execute(db, NULL, RAW_SQL("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS "
		"$$ BEGIN PERFORM pg_sleep(20); RETURN NULL; END $$")));
	MUST(cq_execute(db, NULL, RAW_SQL("CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON notes DEFERRABLE INITIALLY DEFERRED "
		"FOR EACH ROW EXECUTE FUNCTION slow()")));
}

/* A little later the server ends the connection's session. */
static cq_operation *end_session(cq_connection *db, cq_connection *other)
{
	int32_t session;
	cq_operation *ending;
	MUST(cq_scalar(db, &session, RAW_SQL("SELECT pg_backend_pid()")));
	assert_int_equal(cq_submit_execute(other, NULL, &ending,
		RAW_SQL("SELECT pg_terminate_backend(CAST(:session AS INTEGER)) FROM pg_sleep(0.2)", BIND(session, session))), CQ_OK);
	assert_int_equal(cq_engine_drive(cq_connection_engine(other), 0), CQ_OK);
	return ending;
}

static void a_commit_that_is_late_is_stopped(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	int ran = 0;
	make_commit_slow(db);
	MUST(cq_connection_set_timeout(db, 150));
	assert_int_equal(add_in_scope(db, 1, &ran), CQ_TIMEOUT);
	assert_int_equal(ran, 1);
	MUST(cq_connection_set_timeout(db, 0));
	assert_false(cq_in_transaction(db));
	assert_int_equal(count_notes(db), 0);
}

static void a_session_that_ends_in_commit(void **state)
{
	cq_connection *db = ((shop *)*state)->db, *other;
	int64_t count;
	make_commit_slow(db);
	MUST(cq_connect(((shop *)*state)->engine, &other));
	MUST(cq_begin(db, NULL));
	MUST(add_note(db, 1));
	cq_operation *ending = end_session(db, other);
	assert_int_equal(cq_commit(db), CQ_COMMIT_UNKNOWN);
	assert_tells(db, "look for what it wrote");
	assert_false(cq_in_transaction(db));
	assert_int_equal(db->levels, 0);
	assert_int_equal(cq_rollback(db), CQ_MISUSE);
	assert_int_equal(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))), CQ_CONNECTION);
	assert_int_equal(cq_await(ending), CQ_OK);
	cq_operation_release(&ending);
	assert_int_equal(count_notes(other), 0);
}

static void a_session_that_ends_within(void **state)
{
	cq_connection *db = ((shop *)*state)->db, *other;
	if (!is_postgres())
		skip();
	MUST(cq_connect(((shop *)*state)->engine, &other));
	MUST(cq_begin(db, NULL));
	MUST(cq_savepoint(db));
	MUST(add_note(db, 1));
	cq_operation *ending = end_session(db, other);
	assert_int_equal(cq_execute(db, NULL, RAW_SQL("SELECT pg_sleep(20)")), CQ_CONNECTION);
	/* It is not taken for a new one's beginning, nor for the outside of the old one. */
	assert_int_equal(add_note(db, 2), CQ_DATABASE);
	assert_int_equal(cq_begin(db, NULL), CQ_DATABASE);
	assert_int_equal(cq_commit(db), CQ_DATABASE);
	MUST(cq_rollback(db));
	MUST(cq_rollback(db));
	assert_int_equal(cq_rollback(db), CQ_MISUSE);
	assert_int_equal(cq_begin(db, NULL), CQ_CONNECTION);
	assert_int_equal(cq_await(ending), CQ_OK);
	cq_operation_release(&ending);
	assert_int_equal(count_notes(other), 0);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_failed_transaction_is_not_committed, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_savepoint_around_it_recovers, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(what_was_not_sent_ends_nothing, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(an_operation_tells_the_cause_too, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(an_unknown_commit_is_told_as_such, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_begin_that_was_given_up_leaves_nothing_open, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_connection_lost_while_rolling_back_has, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_connection_lost_within_takes_nothing_more, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(what_undoes_has_a_deadline_where_somebody_must_answer, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(what_was_sent_behind_a_failure_tells_it, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_commit_that_is_late_is_stopped, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_session_that_ends_in_commit, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_session_that_ends_within, shop_open, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
