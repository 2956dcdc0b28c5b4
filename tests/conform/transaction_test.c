/* tests/conform/transaction_test.c: transactions and savepoints, by call and by scope, left in every way.
 */
#include "conform/shop.h"

static cq_status leave_early(cq_connection *db, int how)
{
	CQ_TRANSACTION(db) {
		CQ_TRY(cq_execute(db, NULL, SQL(DELETE_FROM(users), ALL_ROWS)));
		if (how == 1)
			return CQ_CANCELLED;
		if (how == 2)
			break;
		if (how == 3)
			goto out;
		if (how == 4)
			CQ_TRY(cq_execute(db, NULL, RAW_SQL("this is no SQL")));
	}
out:
	return CQ_OK;
}

static void a_scope_commits_only_at_its_end(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	add_user(db, "ann");
	assert_int_equal(leave_early(db, 1), CQ_CANCELLED);
	assert_int_equal(count_users(db), 1);
	assert_int_equal(leave_early(db, 2), CQ_OK);
	assert_int_equal(count_users(db), 1);
	assert_int_equal(leave_early(db, 3), CQ_OK);
	assert_int_equal(count_users(db), 1);
	assert_int_equal(leave_early(db, 4), CQ_SYNTAX);
	assert_int_equal(cq_last_error(db)->code, CQ_SYNTAX);
	assert_int_equal(count_users(db), 1);
	assert_false(cq_in_transaction(db));
	assert_int_equal(leave_early(db, 0), CQ_OK);
	assert_int_equal(count_users(db), 0);
}

static cq_status nest(cq_connection *db, bool inner_fails)
{
	CQ_TRANSACTION(db) {
		add_user(db, "outer");
		CQ_SAVEPOINT(db) {
			add_user(db, "inner");
			CQ_TRANSACTION(db) {
				add_user(db, "innermost");
				if (inner_fails)
					break;
			}
			if (inner_fails)
				break;
		}
		assert_true(cq_in_transaction(db));
	}
	return CQ_OK;
}

static void scopes_nest(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(nest(db, true));
	assert_int_equal(count_users(db), 1);
	MUST(cq_execute(db, NULL, SQL(DELETE_FROM(users), ALL_ROWS)));
	MUST(nest(db, false));
	assert_int_equal(count_users(db), 3);
}

static void calls_nest_as_savepoints(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_begin(db, NULL));
	add_user(db, "ann");
	MUST(cq_begin(db, NULL));
	add_user(db, "bob");
	MUST(cq_rollback(db));
	MUST(cq_savepoint(db));
	add_user(db, "cid");
	MUST(cq_commit(db));
	assert_true(cq_in_transaction(db));
	MUST(cq_commit(db));
	assert_false(cq_in_transaction(db));
	assert_int_equal(count_users(db), 2);
}

static void nothing_open_is_misuse(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	assert_int_equal(cq_commit(db), CQ_MISUSE);
	assert_int_equal(cq_rollback(db), CQ_MISUSE);
	assert_int_equal(cq_savepoint(db), CQ_MISUSE);
	cq_status status = CQ_OK;
	int ran = 0;
	CQ_SAVEPOINT_STATUS(db, &status)
		ran++;
	assert_int_equal(status, CQ_MISUSE);
	assert_int_equal(ran, 0);
}

static void a_status_scope_stores(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_status status = CQ_BUSY;
	CQ_TRANSACTION_STATUS(db, &status) {
		add_user(db, "ann");
		CQ_SAVEPOINT_STATUS(db, &status)
			add_user(db, "bob");
	}
	assert_int_equal(status, CQ_OK);
	assert_int_equal(count_users(db), 2);
}

/* SQLite rolls back the whole transaction for some failures; what was counted is then wrong. */
static void the_database_is_asked(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_begin(db, NULL));
	MUST(cq_savepoint(db));
	MUST(cq_execute(db, NULL, RAW_SQL("ROLLBACK")));
	assert_false(cq_in_transaction(db));
	assert_int_equal(cq_commit(db), CQ_DATABASE);
	/* Nobody knows who has ended it. */
	assert_non_null(strstr(cq_last_error(db)->message, "or a statement of the program's own has ended it"));
	MUST(cq_begin(db, NULL));
	add_user(db, "ann");
	MUST(cq_commit(db));
	MUST(cq_execute(db, NULL, RAW_SQL("BEGIN")));
	assert_true(cq_in_transaction(db));
	MUST(cq_rollback(db));
	assert_false(cq_in_transaction(db));
	assert_int_equal(count_users(db), 1);
}

/* A table whose constraint makes SQLite roll back everything, and one row that the next will violate it with. No other database has
 * such a thing: transaction_failed_test.c is about those. */
static void make_touchy(cq_connection *db)
{
	if (database_kind() != CLIENT_SQLITE)
		skip();
	MUST(cq_execute(db, NULL, RAW_SQL("CREATE TABLE touchy (a INTEGER UNIQUE ON CONFLICT ROLLBACK)")));
	MUST(cq_execute(db, NULL, RAW_SQL("INSERT INTO touchy VALUES (1)")));
}

static cq_status touch(cq_connection *db)
{
	return cq_execute(db, NULL, RAW_SQL("INSERT INTO touchy VALUES (1)"));
}

static cq_status go_on_after_a_loss(cq_connection *db, bool inside)
{
	CQ_TRANSACTION(db) {
		Note note = CQ_NEW(Note, .body = "before");
		CQ_TRY(cq_insert(db, Note, &note));
		cq_status status = CQ_OK;
		if (inside) {
			CQ_SAVEPOINT_STATUS(db, &status) {
				assert_int_equal(touch(db), CQ_UNIQUE);
				break;
			}
		} else {
			assert_int_equal(touch(db), CQ_UNIQUE);
		}
		assert_int_equal(cq_savepoint(db), CQ_DATABASE);
		cq_operation *operation;
		assert_int_equal(cq_submit_execute(db, NULL, &operation, SQL(DELETE_FROM(notes), ALL_ROWS)), CQ_DATABASE);
		assert_null(operation);
		note.id = 0;
		assert_int_equal(cq_insert(db, Note, &note), CQ_DATABASE);
		assert_int_equal(cq_insert_many(db, Note, &note, 1), CQ_DATABASE);
		cq_stream *stream;
		assert_int_equal(cq_stream_open(db, Note, NULL, &stream, SQL(SELECT_ALL(notes), FROM(notes))), CQ_DATABASE);
		assert_int_equal(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)), CQ_DATABASE);
		assert_non_null(strstr(cq_last_error(db)->message, "rolled"));
	}
	return CQ_OK;
}

/* Nothing of a scope may stay behind once the database has undone a part of it. */
static void a_lost_transaction_takes_nothing_more(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	make_touchy(db);
	for (int inside = 0; inside < 2; inside++) {
		assert_int_equal(go_on_after_a_loss(db, inside != 0), CQ_DATABASE);
		assert_non_null(strstr(cq_last_error(db)->message, "rolled back by the database"));
		assert_non_null(strstr(cq_last_error(db)->message, "touchy"));
		assert_int_equal(count_notes(db), 0);
		assert_false(cq_in_transaction(db));
	}
	Note note = CQ_NEW(Note, .body = "after");
	MUST(cq_insert(db, Note, &note));
	assert_int_equal(count_notes(db), 1);
}

static void a_lost_transaction_ends_by_call(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	int64_t none;
	make_touchy(db);
	MUST(cq_begin(db, NULL));
	MUST(cq_savepoint(db));
	assert_int_equal(touch(db), CQ_UNIQUE);
	MUST(cq_rollback(db));
	assert_int_equal(cq_scalar(db, &none, SQL(SELECT(COUNT(notes.id)), FROM(notes))), CQ_DATABASE);
	MUST(cq_rollback(db));
	assert_int_equal(count_notes(db), 0);
	assert_int_equal(cq_rollback(db), CQ_MISUSE);
	MUST(cq_begin(db, NULL));
	assert_int_equal(touch(db), CQ_UNIQUE);
	assert_int_equal(cq_commit(db), CQ_DATABASE);
	assert_int_equal(count_notes(db), 0);
	MUST(cq_begin(db, NULL));
	MUST(cq_commit(db));
}

static void an_operation_may_lose_it(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	make_touchy(db);
	MUST(cq_begin(db, NULL));
	cq_operation *operation;
	MUST(cq_submit_execute(db, NULL, &operation, RAW_SQL("INSERT INTO touchy VALUES (1)")));
	assert_int_equal(cq_await(operation), CQ_UNIQUE);
	cq_operation_release(&operation);
	assert_int_equal(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)), CQ_DATABASE);
	MUST(cq_rollback(db));
	assert_int_equal(count_notes(db), 0);
}

/* What was sent before anybody could know must not be committed by itself either. */
static void what_waits_behind_a_loss_is_refused(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	make_touchy(db);
	for (int how = 0; how < 2; how++) {
		MUST(cq_begin(db, NULL));
		cq_operation *operations[2];
		MUST(cq_submit_execute(db, NULL, &operations[0], RAW_SQL("INSERT INTO touchy VALUES (1)")));
		MUST(cq_submit_execute(db, NULL, &operations[1], SQL(INSERT_INTO(notes, SET(body, "behind")))));
		Note note = CQ_NEW(Note, .body = "called");
		if (how == 0)
			assert_int_equal(cq_insert(db, Note, &note), CQ_DATABASE);
		else
			assert_int_equal(cq_execute(db, NULL, SQL(INSERT_INTO(notes, SET(body, "called")))), CQ_DATABASE);
		assert_int_equal(cq_await(operations[0]), CQ_UNIQUE);
		assert_int_equal(cq_await(operations[1]), CQ_DATABASE);
		cq_operation_release(&operations[0]);
		cq_operation_release(&operations[1]);
		MUST(cq_rollback(db));
		assert_int_equal(count_notes(db), 0);
	}
}

static void a_transaction_that_writes_locks_at_once(void **state)
{
	(void)state;
	char path[] = "/tmp/cquel-transaction-XXXXXX";
	const int file = mkstemp(path);
	assert_true(file >= 0);
	char url[128];
	(void)snprintf(url, sizeof url, "sqlite:///%s?busy_timeout=20", path);
	cq_engine *engine;
	cq_connection *db, *other;
	assert_int_equal(cq_engine_open(&engine, url, NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_connect(engine, &other), CQ_OK);
	shop_create(db);
	MUST(cq_begin(db, NULL));
	assert_int_equal(cq_begin(other, NULL), CQ_BUSY);
	assert_int_equal(cq_status_class(cq_last_error(other)->code), CQ_CLASS_RETRYABLE);
	const cq_transaction_options reading = { .read_only = true };
	MUST(cq_begin(other, &reading));
	assert_int_equal(count_users(other), 0);
	MUST(cq_rollback(other));
	MUST(cq_rollback(db));
	cq_engine_close(&engine);
	assert_null(engine);
	(void)remove(path);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_scope_commits_only_at_its_end, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(scopes_nest, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(calls_nest_as_savepoints, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(nothing_open_is_misuse, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_status_scope_stores, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(the_database_is_asked, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_lost_transaction_takes_nothing_more, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_lost_transaction_ends_by_call, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(an_operation_may_lose_it, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(what_waits_behind_a_loss_is_refused, shop_open, shop_close),
		cmocka_unit_test(a_transaction_that_writes_locks_at_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
