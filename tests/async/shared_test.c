/* tests/async/shared_test.c: handles without a connection of their own: order, transactions, streams, cancelling.
 */
#include "async/pool_kit.h"

#include <cquel/driver/sqlite.h>

static bool is_file(void)
{
	return database_kind() == CLIENT_SQLITE;
}

/* An engine and two shared handles of it. */
static cq_engine *open_two(cq_pool_options pool, cq_connection **db, cq_connection **other)
{
	cq_engine *const engine = open_engine(pool);
	SHARE(engine, db);
	SHARE(engine, other);
	return engine;
}

static void close_two(cq_engine **engine, cq_connection **db, cq_connection **other)
{
	cq_disconnect(db);
	cq_disconnect(other);
	cq_engine_close(engine);
}

/* ---- statements --------------------------------------------------------------------------------------------------- */

static void a_handle_costs_nothing_and_reads_what_it_wrote(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *many[200];
	for (int i = 0; i < 200; i++)
		SHARE(engine, &many[i]);
	assert_int_equal(count(engine).opened, 1);
	for (int i = 0; i < 200; i++) {
		cq_connection *const db = many[i];
		char name[16];
		snprintf(name, sizeof name, "user%d", i);
		add_user(db, name);
		/* The write was the writer's, the read is a reader's. */
		assert_int_equal(count_users(db), i + 1);
		assert_int_equal(count_users(many[199 - i]), i + 1);
		assert_int_equal(count(engine).in_use, 0);
	}
	assert_true(count(engine).opened <= (is_file() ? 3u : 2u));
	assert_int_equal(count(engine).shared, is_file() ? 2 : 1);
	for (int i = 0; i < 200; i++)
		cq_disconnect(&many[i]);
	cq_engine_close(&engine);
}

static void operations_run_in_their_order(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 4, .timeout_ms = 5000, .shared_depth = 1 });
	cq_connection *db;
	cq_operation *operations[40];
	int64_t counts[20];
	SHARE(engine, &db);
	/* Reads follow the write before them, writes wait for the reads before them. */
	for (int i = 0; i < 20; i++) {
		char name[16];
		snprintf(name, sizeof name, "user%d", i);
		MUST(cq_submit_execute(db, NULL, &operations[2 * i],
			SQL(INSERT_INTO(users, SET(username, name), SET(balance, (cq_decimal){ 0 })))));
		MUST(cq_submit_scalar(db, &counts[i], &operations[2 * i + 1], SQL(SELECT(COUNT(users.id)), FROM(users))));
	}
	MUST(cq_await_all(40, operations));
	for (int i = 0; i < 20; i++)
		assert_int_equal(counts[i], i + 1);
	for (int i = 0; i < 40; i++)
		cq_operation_release(&operations[i]);
	cq_disconnect(&db);
	assert_int_equal(count(engine).in_use, 0);
	cq_engine_close(&engine);
}

static void more_connections_join_when_the_others_are_busy(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 4, .timeout_ms = 5000, .shared = 4, .shared_depth = 2 });
	cq_connection *handles[12];
	cq_operation *operations[12];
	int64_t counts[12];
	for (int i = 0; i < 12; i++)
		SHARE(engine, &handles[i]);
	/* A server's joins when it is made, which may be behind these statements. */
	for (int round = 0; round < 200 && count(engine).shared < 2; round++) {
		for (int i = 0; i < 12; i++) {
			cq_connection *const db = handles[i];
			MUST(cq_submit_scalar(db, &counts[i], &operations[i], SQL(SELECT(COUNT(users.id)), FROM(users))));
		}
		for (int i = 0; i < 12; i++) {
			assert_int_equal(cq_await(operations[i]), CQ_OK);
			assert_int_equal(counts[i], 0);
			cq_operation_release(&operations[i]);
		}
	}
	for (int i = 0; i < 12; i++)
		cq_disconnect(&handles[i]);
	/* SQLite: one of the four is the writer. */
	assert_in_range(count(engine).shared, 2, is_file() ? 3 : 4);
	cq_engine_close(&engine);
}

/* On SQLite nothing tells which reader it was. */
static cq_status submit_read(cq_connection *db, bool asks_who, int64_t *answer, cq_operation **operation)
{
	if (asks_who && !is_file())
		return cq_submit_scalar(db, answer, operation, SQL(SELECT(RAW(BIGINT, "max(pg_backend_pid())")), FROM(users)));
	return cq_submit_scalar(db, answer, operation, SQL(SELECT(COUNT(users.id)), FROM(users)));
}

static size_t count_different(const int64_t *numbers, size_t length, size_t step)
{
	size_t different = 0;
	for (size_t i = 0; i < length; i += step) {
		size_t j = 0;
		while (j < i && numbers[j] != numbers[i])
			j += step;
		different += i == j;
	}
	return different;
}

/* Two hundred reads of one handle go to several connections; a write behind them waits for all, and what is read behind it sees it. */
static void reads_of_one_handle_are_spread_and_writes_keep_their_place(void **state)
{
	(void)state;
	enum { READS = 200, ALL = READS + 2 };
	cq_engine *engine = open_engine((cq_pool_options){ .size = 4, .timeout_ms = 5000, .shared = 4, .shared_depth = 16 });
	cq_connection *db;
	static cq_operation *operations[ALL];
	static int64_t answers[ALL];
	assert_int_equal(cq_engine_warm(engine, 4), CQ_OK);
	SHARE(engine, &db);
	add_user(db, "first");
	for (int round = 1; round <= 8; round++) {
		char name[16];
		snprintf(name, sizeof name, "user%d", round);
		for (int i = 0; i < READS; i++)
			MUST(submit_read(db, i % 2 == 0, &answers[i], &operations[i]));
		MUST(cq_submit_execute(db, NULL, &operations[READS],
			SQL(INSERT_INTO(users, SET(username, name), SET(balance, (cq_decimal){ 0 })))));
		MUST(submit_read(db, false, &answers[READS + 1], &operations[READS + 1]));
		MUST(cq_await_all(ALL, operations));
		for (int i = 1; i < READS; i += 2)
			assert_int_equal(answers[i], round);
		assert_int_equal(answers[READS + 1], round + 1);
		if (!is_file())
			assert_in_range(count_different(answers, READS, 2), 2, 4);
		for (int i = 0; i < ALL; i++)
			cq_operation_release(&operations[i]);
	}
	assert_in_range(count(engine).shared, 2, 4);
	/* A file's were made for cq_connect, and give way to its writer and readers. */
	if (!is_file())
		assert_int_equal(count(engine).closed, 0);
	cq_disconnect(&db);
	assert_int_equal(count(engine).in_use, 0);
	cq_engine_close(&engine);
}

static void a_failure_is_its_statements(void **state)
{
	(void)state;
	cq_connection *db, *other;
	cq_engine *engine = open_two((cq_pool_options)CQ_POOL_OPTIONS_INIT, &db, &other);
	add_user(db, "ann");
	User again = CQ_NEW(User, .username = "ann");
	assert_int_equal(cq_insert(other, User, &again), CQ_UNIQUE);
	assert_int_equal(cq_last_error(other)->code, CQ_UNIQUE);
	assert_int_equal(cq_last_error(db)->code, CQ_OK);
	assert_int_equal(count_users(other), 1);
	close_two(&engine, &db, &other);
}

/* ---- transactions ------------------------------------------------------------------------------------------------- */

static void a_transaction_has_a_connection_of_its_own(void **state)
{
	(void)state;
	cq_connection *db, *other;
	cq_engine *engine = open_two((cq_pool_options)CQ_POOL_OPTIONS_INIT, &db, &other);
	MUST(cq_begin(db, NULL));
	assert_true(cq_in_transaction(db));
	assert_false(cq_in_transaction(other));
	assert_int_equal(count(engine).in_use, 1);
	add_user(db, "ann");
	MUST(cq_savepoint(db));
	add_user(db, "ben");
	assert_int_equal(count_users(db), 2);
	assert_int_equal(count_users(other), 0);
	MUST(cq_rollback(db));
	assert_int_equal(count_users(db), 1);
	assert_int_equal(count(engine).in_use, 1);
	MUST(cq_commit(db));
	assert_false(cq_in_transaction(db));
	assert_int_equal(count(engine).in_use, 0);
	assert_int_equal(count_users(other), 1);
	/* Nothing is open, so there is nothing to end. */
	assert_int_equal(cq_commit(db), CQ_MISUSE);
	assert_int_equal(cq_rollback(db), CQ_MISUSE);
	cq_status status = CQ_OK;
	CQ_TRANSACTION_STATUS(other, &status) {
		add_user(other, "carl");
		MUST(cq_savepoint(other));
		add_user(other, "dora");
		MUST(cq_commit(other));
	}
	assert_int_equal(status, CQ_OK);
	assert_int_equal(count(engine).in_use, 0);
	assert_int_equal(count_users(db), 3);
	close_two(&engine, &db, &other);
}

static void an_open_transaction_ends_with_its_handle(void **state)
{
	(void)state;
	cq_connection *db, *other;
	cq_engine *engine = open_two((cq_pool_options)CQ_POOL_OPTIONS_INIT, &db, &other);
	MUST(cq_begin(db, NULL));
	add_user(db, "ann");
	cq_disconnect(&db);
	/* It is rolled back before the connection is anybody else's. */
	assert_int_equal(count_users(other), 0);
	add_user(other, "ann");
	assert_int_equal(count_users(other), 1);
	assert_int_equal(count(engine).in_use, 0);
	cq_disconnect(&other);
	cq_engine_close(&engine);
}

static void what_the_program_begins_in_sql_is_kept(void **state)
{
	(void)state;
	cq_connection *db, *other;
	cq_engine *engine = open_two((cq_pool_options)CQ_POOL_OPTIONS_INIT, &db, &other);
	MUST(cq_execute(db, NULL, RAW_SQL(" begin")));
	assert_true(cq_in_transaction(db));
	assert_int_equal(count(engine).in_use, 1);
	add_user(db, "ann");
	assert_int_equal(count_users(other), 0);
	MUST(cq_execute(db, NULL, RAW_SQL("COMMIT")));
	assert_false(cq_in_transaction(db));
	assert_int_equal(count(engine).in_use, 0);
	assert_int_equal(count_users(other), 1);
	close_two(&engine, &db, &other);
}

static void objects_go_in_together(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *db;
	Note notes_to_add[300];
	int64_t notes_then;
	SHARE(engine, &db);
	for (int i = 0; i < 300; i++)
		notes_to_add[i] = (Note){ .body = "text" };
	MUST(cq_insert_many(db, Note, notes_to_add, 300));
	MUST(cq_scalar(db, &notes_then, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	assert_int_equal(notes_then, 300);
	assert_int_equal(count(engine).in_use, 0);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void a_read_only_transaction_is_a_readers(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	cq_connection *db, *other;
	cq_engine *engine = open_two((cq_pool_options)CQ_POOL_OPTIONS_INIT, &db, &other);
	add_user(db, "ann");
	MUST(cq_begin(db, NULL));
	add_user(db, "ben");
	/* The writer is taken; readers go on, with one state of the database from the first statement to the last. */
	assert_int_equal(cq_begin(other, &(cq_transaction_options){ .read_only = true }), CQ_OK);
	assert_int_equal(count_users(other), 1);
	MUST(cq_commit(db));
	assert_int_equal(count_users(other), 1);
	User carl = CQ_NEW(User, .username = "carl");
	assert_int_equal(cq_insert(other, User, &carl), CQ_READ_ONLY);
	assert_int_equal(cq_commit(other), CQ_OK);
	assert_int_equal(count_users(other), 2);
	close_two(&engine, &db, &other);
}

/* ---- waiting ------------------------------------------------------------------------------------------------------ */

static void one_writer_is_waited_for_with_a_limit(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	cq_engine *engine = open_engine((cq_pool_options){ .size = 5, .timeout_ms = 80, .shared_depth = 64 });
	cq_connection *db, *other;
	SHARE(engine, &db); const int line = __LINE__;
	SHARE(engine, &other);
	MUST(cq_begin(db, NULL));
	add_user(db, "ann");
	User ben = CQ_NEW(User, .username = "ben");
	const int64_t begun = now_ms();
	assert_int_equal(cq_insert(other, User, &ben), CQ_TIMEOUT);
	assert_in_range(now_ms() - begun, 79, 280);
	char place[100];
	snprintf(place, sizeof place, "there is one writer; %s:%d for 0.", __FILE__, line);
	if (strstr(cq_last_error(other)->message, place) == NULL)
		fail_msg("%s", cq_last_error(other)->message);
	/* Reading goes on. */
	assert_int_equal(count_users(other), 0);
	MUST(cq_commit(db));
	assert_int_equal(cq_insert(other, User, &ben), CQ_OK);
	assert_int_equal(count_users(db), 2);
	cq_disconnect(&db);
	cq_disconnect(&other);
	assert_int_equal(count(engine).waiting, 0);
	cq_engine_close(&engine);
}

static void what_waits_can_be_cancelled(void **state)
{
	(void)state;
	cq_connection *db, *other;
	cq_engine *engine = open_two((cq_pool_options){ .size = 1, .timeout_ms = 5000, .shared_depth = 64 }, &db, &other);
	MUST(cq_begin(db, NULL));
	add_user(db, "ann");
	cq_operation *operations[3];
	for (int i = 0; i < 3; i++) {
		char name[16];
		snprintf(name, sizeof name, "user%d", i);
		assert_int_equal(cq_submit_execute(other, NULL, &operations[i],
			SQL(INSERT_INTO(users, SET(username, name), SET(balance, (cq_decimal){ 0 })))), CQ_OK);
	}
	assert_int_equal(count(engine).waiting, 1);
	cq_operation_cancel(operations[0]);
	assert_int_equal(cq_await(operations[0]), CQ_CANCELLED);
	assert_int_equal(count(engine).waiting, 1);
	/* Let go of without waiting: it was never sent. */
	cq_operation_release(&operations[2]);
	MUST(cq_commit(db));
	assert_int_equal(cq_await(operations[1]), CQ_OK);
	assert_int_equal(count_users(db), 2);
	cq_operation_release(&operations[0]);
	cq_operation_release(&operations[1]);
	/* A handle that closes takes along what waits. */
	MUST(cq_begin(db, NULL));
	assert_int_equal(cq_submit_execute(other, NULL, &operations[0], SQL(DELETE_FROM(users), ALL_ROWS)), CQ_OK);
	cq_disconnect(&other);
	assert_int_equal(cq_operation_status(operations[0]), CQ_CANCELLED);
	cq_operation_release(&operations[0]);
	assert_int_equal(count(engine).waiting, 0);
	MUST(cq_commit(db));
	assert_int_equal(count_users(db), 2);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void a_deadline_holds_in_the_queue(void **state)
{
	(void)state;
	cq_connection *db, *other;
	cq_engine *engine = open_two((cq_pool_options){ .size = 1, .timeout_ms = 60000, .shared_depth = 64 }, &db, &other);
	MUST(cq_begin(db, NULL));
	add_user(db, "ann");
	assert_int_equal(cq_connection_set_timeout(other, 50), CQ_OK);
	int64_t begun = now_ms();
	assert_int_equal(cq_execute(other, NULL, SQL(DELETE_FROM(users), ALL_ROWS)), CQ_TIMEOUT);
	assert_in_range(now_ms() - begun, 49, 250);
	assert_non_null(strstr(cq_last_error(other)->message, "before the pool had a connection"));
	cq_operation *operation;
	begun = now_ms();
	assert_int_equal(cq_submit_execute(other, NULL, &operation, SQL(DELETE_FROM(users), ALL_ROWS)), CQ_OK);
	while (!cq_operation_is_done(operation))
		assert_int_equal(cq_engine_drive(engine, -1), CQ_OK);
	assert_int_equal(cq_operation_status(operation), CQ_TIMEOUT);
	assert_in_range(now_ms() - begun, 49, 250);
	assert_non_null(strstr(cq_operation_error(operation)->message, "before the pool had a connection"));
	cq_operation_release(&operation);
	MUST(cq_commit(db));
	assert_int_equal(count_users(other), 1);
	close_two(&engine, &db, &other);
}

static void one_connection_serves_everybody_in_turn(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 1, .timeout_ms = 5000, .shared_depth = 64 });
	cq_connection *db, *other, *own;
	SHARE(engine, &db);
	SHARE(engine, &other);
	for (int i = 0; i < 20; i++) {
		char name[16];
		snprintf(name, sizeof name, "user%d", i);
		add_user(db, name);
		MUST(cq_begin(db, NULL));
		assert_int_equal(count_users(db), i + 1);
		MUST(cq_commit(db));
		assert_int_equal(cq_connect(engine, &own), CQ_OK);
		assert_int_equal(count_users(own), i + 1);
		cq_disconnect(&own);
		assert_int_equal(count_users(other), i + 1);
	}
	assert_int_equal(count(engine).opened, 1);
	close_two(&engine, &db, &other);
}

/* ---- streams ------------------------------------------------------------------------------------------------------ */

static void a_stream_has_a_connection_while_it_is_open(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *db;
	cq_stream *stream, *second;
	User *user, *beside;
	SHARE(engine, &db);
	MUST(cq_begin(db, NULL));
	for (int i = 0; i < 100; i++) {
		char name[16];
		snprintf(name, sizeof name, "user%d", i);
		add_user(db, name);
	}
	MUST(cq_commit(db));
	MUST(cq_stream_open(db, User, NULL, &stream, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id))));
	assert_int_equal(count(engine).in_use, 1);
	int rows = 0;
	for (;;) {
		MUST(cq_stream_next(stream, &user));
		if (user == NULL)
			break;
		assert_int_equal(user->id, ++rows);
		if (rows == 10) {
			/* Others run beside it, and a second one has another connection. */
			MUST(cq_stream_open(db, User, NULL, &second, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id))));
			assert_int_equal(count(engine).in_use, 2);
			MUST(cq_stream_next(second, &beside));
			assert_int_equal(beside->id, 1);
			cq_stream_close(&second);
			assert_int_equal(count(engine).in_use, 1);
			add_user(db, "beside");
			assert_int_equal(count_users(db), 101);
		}
	}
	assert_in_range(rows, 100, 101);
	cq_stream_close(&stream);
	assert_int_equal(count(engine).in_use, 0);
	/* In a transaction it is read where the transaction is, and holds that connection beyond its end. */
	MUST(cq_begin(db, NULL));
	add_user(db, "within");
	MUST(cq_stream_open(db, User, NULL, &stream, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.username, "within")))));
	MUST(cq_stream_next(stream, &user));
	assert_string_equal(user->username, "within");
	assert_int_equal(count(engine).in_use, 1);
	cq_stream_close(&stream);
	MUST(cq_commit(db));
	assert_int_equal(count(engine).in_use, 0);
	/* One that the database does not accept gives its connection back. */
	assert_int_not_equal(cq_stream_open(db, User, NULL, &stream, RAW_SQL("SELECT nothing FROM nowhere")), CQ_OK);
	assert_int_equal(count(engine).in_use, 0);
	/* And one that is still open when the handle closes. */
	MUST(cq_stream_open(db, User, NULL, &stream, SQL(SELECT_ALL(users), FROM(users))));
	cq_disconnect(&db);
	assert_int_equal(count(engine).in_use, 0);
	cq_stream_close(&stream);
	cq_engine_close(&engine);
}

/* ---- the rest ----------------------------------------------------------------------------------------------------- */

static void in_memory_each_handle_is_alone(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	cq_engine *engine;
	cq_connection *db, *other;
	assert_int_equal(cq_engine_open(&engine, "sqlite://", NULL, NULL), CQ_OK);
	SHARE(engine, &db);
	SHARE(engine, &other);
	shop_create(db);
	add_user(db, "ann");
	assert_int_equal(count_users(db), 1);
	int64_t none;
	assert_int_not_equal(cq_scalar(other, &none, SQL(SELECT(COUNT(users.id)), FROM(users))), CQ_OK);
	assert_int_equal(count(engine).in_use, 2);
	close_two(&engine, &db, &other);
}

static void the_database_itself_is_there_while_it_is_held(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	cq_engine *engine = open_engine((cq_pool_options)CQ_POOL_OPTIONS_INIT);
	cq_connection *db;
	SHARE(engine, &db);
	assert_null(cq_sqlite_handle(db));
	MUST(cq_begin(db, NULL));
	assert_non_null(cq_sqlite_handle(db));
	MUST(cq_rollback(db));
	assert_null(cq_sqlite_handle(db));
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void the_first_reader_finds_a_file(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	cq_engine *engine;
	cq_connection *db;
	int64_t one = 0;
	assert_int_equal(cq_engine_open(&engine, database_create_shared(), NULL, NULL), CQ_OK);
	SHARE(engine, &db);
	MUST(cq_scalar(db, &one, SQL(SELECT(VALUE(1)))));
	assert_int_equal(one, 1);
	shop_create(db);
	assert_int_equal(count_users(db), 0);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_handle_costs_nothing_and_reads_what_it_wrote, drop),
		cmocka_unit_test_teardown(operations_run_in_their_order, drop),
		cmocka_unit_test_teardown(more_connections_join_when_the_others_are_busy, drop),
		cmocka_unit_test_teardown(reads_of_one_handle_are_spread_and_writes_keep_their_place, drop),
		cmocka_unit_test_teardown(a_failure_is_its_statements, drop),
		cmocka_unit_test_teardown(a_transaction_has_a_connection_of_its_own, drop),
		cmocka_unit_test_teardown(an_open_transaction_ends_with_its_handle, drop),
		cmocka_unit_test_teardown(what_the_program_begins_in_sql_is_kept, drop),
		cmocka_unit_test_teardown(objects_go_in_together, drop),
		cmocka_unit_test_teardown(a_read_only_transaction_is_a_readers, drop),
		cmocka_unit_test_teardown(one_writer_is_waited_for_with_a_limit, drop),
		cmocka_unit_test_teardown(what_waits_can_be_cancelled, drop),
		cmocka_unit_test_teardown(a_deadline_holds_in_the_queue, drop),
		cmocka_unit_test_teardown(one_connection_serves_everybody_in_turn, drop),
		cmocka_unit_test_teardown(a_stream_has_a_connection_while_it_is_open, drop),
		cmocka_unit_test(in_memory_each_handle_is_alone),
		cmocka_unit_test_teardown(the_database_itself_is_there_while_it_is_held, drop),
		cmocka_unit_test_teardown(the_first_reader_finds_a_file, drop),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
