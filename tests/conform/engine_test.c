/* tests/conform/engine_test.c: opening and closing, who may call, what the log says, the bounds of the cache, the schema.
 */
#include "conform/shop.h"

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cquel/driver/sqlite.h>

static void failures_to_open_are_explained(void **state)
{
	(void)state;
	cq_engine *engine = (cq_engine *)&engine;
	char message[CQ_ERROR_TEXT];
	assert_int_equal(cq_engine_open(&engine, "sqlite:///x?moed=ro", NULL, message), CQ_INVALID_URL);
	assert_null(engine);
	assert_non_null(strstr(message, "moed"));
	assert_int_equal(cq_engine_open(&engine, NULL, NULL, message), CQ_MISUSE);
	assert_int_equal(cq_engine_open(NULL, "sqlite://", NULL, message), CQ_MISUSE);
	assert_int_equal(cq_engine_open(&engine, "sqlite:////no/such/folder/app.db", NULL, message), CQ_OK);
	assert_string_equal(message, "");
	cq_connection *db = (cq_connection *)&engine;
	assert_int_not_equal(cq_connect(engine, &db), CQ_OK);
	assert_null(db);
	assert_non_null(strstr(cq_engine_error(engine)->message, "/no/such/folder/app.db"));
	cq_disconnect(&db);
	cq_engine_close(&engine);
	cq_engine_close(&engine);
	cq_engine_close(NULL);
	assert_int_equal(cq_last_error(NULL)->code, CQ_MISUSE);
}

static void a_memory_database_is_its_connections(void **state)
{
	database_only(CLIENT_SQLITE);
	shop *const opened = *state;
	cq_connection *db = opened->db, *other;
	add_user(db, "ann");
	MUST(cq_connect(opened->engine, &other));
	int64_t count;
	assert_int_equal(cq_scalar(other, &count, SQL(SELECT(COUNT(users.id)), FROM(users))), CQ_SYNTAX);
	shop_create(other);
	assert_int_equal(count_users(other), 0);
	assert_int_equal(count_users(db), 1);
	assert_ptr_equal(cq_connection_engine(other), opened->engine);
	assert_non_null(cq_sqlite_handle(other));
	cq_disconnect(&other);
	assert_null(other);
}

static void *call_from_elsewhere(void *argument)
{
	shop *const opened = argument;
	int64_t count = 3;
	cq_connection *db = opened->db, *made;
	if (cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users))) != CQ_MISUSE || count != 0)
		return argument;
	if (cq_begin(db, NULL) != CQ_MISUSE || cq_connect(opened->engine, &made) != CQ_MISUSE || cq_in_transaction(db))
		return argument;
	if (cq_last_error(db)->code != CQ_MISUSE || cq_sqlite_handle(db) != NULL || cq_engine_drive(opened->engine, 0) != CQ_MISUSE)
		return argument;
	cq_operation *operation;
	if (cq_submit_scalar(db, &count, &operation, SQL(SELECT(COUNT(users.id)), FROM(users))) != CQ_MISUSE || operation != NULL)
		return argument;
	if (strstr(cq_last_error(db)->message, "another thread") == NULL)
		return argument;
	cq_disconnect(&db);
	return db == NULL ? NULL : argument;
}

static void another_thread_is_refused(void **state)
{
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	pthread_t thread;
	void *failed;
	assert_int_equal(pthread_create(&thread, NULL, call_from_elsewhere, opened), 0);
	assert_int_equal(pthread_join(thread, &failed), 0);
	assert_null(failed);
	add_user(db, "ann");
	assert_int_equal(count_users(db), 1);
}

static void a_child_is_refused(void **state)
{
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	add_user(db, "ann");
	const pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		int64_t count;
		cq_engine *engine = opened->engine;
		const bool refused = cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users))) == CQ_MISUSE
			&& strstr(cq_last_error(db)->message, "before this process was forked") != NULL
			&& strstr(cq_engine_error(engine)->message, "before this process was forked") != NULL;
		cq_engine_close(&engine);
		_exit(refused && engine == NULL ? 0 : 1);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(count_users(db), 1);
}

/* ---- the log ------------------------------------------------------------------------------------------------------- */

typedef struct echoed {
	char text[8192];
	size_t length;
	int timed;
} echoed;

static void echo(void *user, const cq_log_record *record)
{
	echoed *const seen = user;
	const int length = snprintf(seen->text + seen->length, sizeof seen->text - seen->length, "%s%s %s %lld%s\n", record->message,
		record->sql, record->parameters, (long long)record->rows, record->cached ? " cached" : "");
	assert_true(length > 0 && seen->length + (size_t)length < sizeof seen->text);
	seen->length += (size_t)length;
	seen->timed += record->total_ns != 0;
}

typedef struct logged_failure {
	int count, line;
	char file[200], message[200];
} logged_failure;

static void note_failure(void *user, const cq_log_record *record)
{
	logged_failure *const seen = user;
	if (record->level != CQ_LOG_ERROR)
		return;
	seen->count++;
	seen->line = record->line;
	(void)snprintf(seen->file, sizeof seen->file, "%s", record->file);
	(void)snprintf(seen->message, sizeof seen->message, "%s", record->message);
}

/* A failure's record says where the statement stands, and that of cq_connect where that stands. */
static void failures_are_logged_with_their_place(void **state)
{
	(void)state;
	static logged_failure seen;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = note_failure;
	options.log_user = &seen;
	options.log_level = CQ_LOG_ERROR;
	cq_engine *engine;
	cq_connection *db;
	int64_t count;
	assert_int_equal(cq_engine_open(&engine, database_create(), &options, NULL), CQ_OK);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	int line = __LINE__ + 1;
	assert_int_equal(cq_scalar(db, &count, RAW_SQL("SELECT nothing FROM nowhere")), CQ_SYNTAX);
	assert_int_equal(seen.count, 1);
	assert_int_equal(seen.line, line);
	assert_string_equal(seen.file, __FILE__);
	assert_non_null(strstr(seen.message, cq_last_error(db)->message));
	cq_disconnect(&db);
	cq_engine_close(&engine);
	assert_int_equal(cq_engine_open(&engine, "sqlite:////no/such/folder/app.db", &options, NULL), CQ_OK);
	line = __LINE__ + 1;
	assert_int_equal(cq_connect(engine, &db), CQ_CONNECTION);
	assert_int_equal(seen.count, 2);
	assert_int_equal(seen.line, line);
	assert_string_equal(seen.file, __FILE__);
	assert_int_equal(cq_engine_error(engine)->line, line);
	cq_engine_close(&engine);
}

static void statements_are_echoed(void **state)
{
	(void)state;
	database_session(); /* it tells what was prepared before */
	static echoed seen;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = echo;
	options.log_user = &seen;
	void *own;
	shop_open_with(&own, database_create(), &options);
	shop *const opened = own;
	cq_connection *const db = opened->db;
	const bool sqlite = database_kind() == CLIENT_SQLITE;
	seen = (echoed){ 0 };
	Note note = { .body = "x" };
	MUST(cq_insert(db, Note, &note));
	const char *const long_text = "0123456789012345678901234567890123456789012345678901234567890123456789";
	const int64_t ids[] = { 1, 2, 3, 4, 5, 6 };
	for (int i = 0; i < 2; i++) {
		cq_rows(Note) rows;
		MUST(cq_all(db, Note, &rows, SQL(SELECT_ALL(notes), FROM(notes), WHERE(EQ(notes.body, long_text), IN_ARRAY(notes.id, ids, 6)))));
		cq_free(&rows);
	}
	MUST(cq_execute(db, NULL, SQL(UPDATE(users, SET(bio, NULL_TEXT), SET(balance, ((cq_decimal){ 1250, 2 })), SET(is_active, false)),
		WHERE(EQ(users.created_at, (cq_timestamp){ 0 })))));
	assert_int_equal(cq_execute(db, NULL, SQL(INSERT_INTO(notes, SET(body, "a\"b")))), CQ_OK);
	cq_disconnect(&opened->db);
	cq_engine_close(&opened->engine);
	/* PostgreSQL takes the list as an array, and tells the key with the row. */
	assert_string_equal(seen.text, sqlite ?
		"INSERT INTO \"notes\" (\"body\") VALUES (?) [\"(1 objects)\"] 1\n"
		"SELECT \"notes\".\"id\", \"notes\".\"body\" FROM \"notes\" WHERE \"notes\".\"body\" = ? AND \"notes\".\"id\" IN (SELECT value "
		"FROM json_each(?)) [\"012345678901234567890123456789012345678901234567890123456789... (70 bytes)\", [1, 2, 3, 4, 5, \"... "
		"(6)\"]] 0\n"
		"SELECT \"notes\".\"id\", \"notes\".\"body\" FROM \"notes\" WHERE \"notes\".\"body\" = ? AND \"notes\".\"id\" IN (SELECT value "
		"FROM json_each(?)) [\"012345678901234567890123456789012345678901234567890123456789... (70 bytes)\", [1, 2, 3, 4, 5, \"... "
		"(6)\"]] 0 cached\n"
		"UPDATE \"users\" SET \"bio\" = NULL, \"balance\" = ?, \"is_active\" = ? WHERE \"users\".\"created_at\" = ? [\"12.50\", false, "
		"\"1970-01-01 00:00:00.000000\"] 0\n"
		"INSERT INTO \"notes\" (\"body\") VALUES (?) [\"a\\\"b\"] 1\n" :
		"INSERT INTO \"notes\" (\"body\") VALUES ($1) RETURNING \"notes\".\"id\" [\"(1 objects)\"] 1\n"
		"SELECT \"notes\".\"id\", \"notes\".\"body\" FROM \"notes\" WHERE \"notes\".\"body\" = $1 AND \"notes\".\"id\" = ANY($2) "
		"[\"012345678901234567890123456789012345678901234567890123456789... (70 bytes)\", [1, 2, 3, 4, 5, \"... (6)\"]] 0\n"
		"SELECT \"notes\".\"id\", \"notes\".\"body\" FROM \"notes\" WHERE \"notes\".\"body\" = $1 AND \"notes\".\"id\" = ANY($2) "
		"[\"012345678901234567890123456789012345678901234567890123456789... (70 bytes)\", [1, 2, 3, 4, 5, \"... (6)\"]] 0 cached\n"
		"UPDATE \"users\" SET \"bio\" = NULL, \"balance\" = $1, \"is_active\" = $2 WHERE \"users\".\"created_at\" = $3 [\"12.50\", false, "
		"\"1970-01-01 00:00:00.000000\"] 0\n"
		"INSERT INTO \"notes\" (\"body\") VALUES ($1) [\"a\\\"b\"] 1\n");
	assert_int_equal(seen.timed, 5);
}

/* ---- the cache ----------------------------------------------------------------------------------------------------- */

/* A statement of a shape of its own for each number: its conditions are the number's bits. */
static cq_status run_shape(cq_connection *db, unsigned number)
{
	cq_statement statement;
	cq_statement_init(&statement, NULL);
	cq_push_ref(&statement, CQ_OP_SELECT_ALL, 0, cq_target_Note.target.descriptor);
	cq_push_ref(&statement, CQ_OP_FROM, 0, cq_target_Note.target.descriptor);
	const cq_column *const id = cq_table_columns(cq_target_Note.target.descriptor);
	for (unsigned bit = 0; bit < 14; bit++) {
		cq_push_column(&statement, id);
		cq_push_value(&statement, CQ_TYPE_BIGINT, 0, (cq_value){ .integer = bit });
		cq_push(&statement, number >> bit & 1 ? CQ_OP_EQ : CQ_OP_GE, 2);
	}
	cq_push(&statement, CQ_OP_WHERE, 14);
	cq_push(&statement, CQ_OP_STATEMENT, 3);
	return cq_run_execute(db, NULL, &statement);
}

static void the_cache_is_bounded_in_bytes(void **state)
{
	(void)state;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.statement_cache_bytes = 200 * 1024;
	void *own;
	shop_open_with(&own, database_create(), &options);
	shop *const opened = own;
	cq_connection *const db = opened->db;
	cq_cache_counters before, after;
	cq_engine_cache_counters(opened->engine, &before);
	for (unsigned i = 0; i < 10000; i++) {
		MUST(run_shape(db, i));
		if (i % 100 == 0) {
			cq_engine_cache_counters(opened->engine, &after);
			assert_true(after.bytes <= options.statement_cache_bytes);
			MUST(run_shape(db, 0)); /* used often enough to stay */
		}
	}
	cq_engine_cache_counters(opened->engine, &after);
	assert_true(after.compiled - before.compiled >= 10000);
	assert_true(after.evicted > 9000);
	assert_true(after.statements > 10);
	const uint64_t hits = after.hits;
	MUST(run_shape(db, 9999));
	cq_engine_cache_counters(opened->engine, &after);
	assert_int_equal(after.hits, hits + 1);
	cq_engine_close(&opened->engine);
}

static cq_status find_user(cq_connection *db, int64_t id, bool active_only, int64_t *count)
{
	return cq_scalar(db, count, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(EQ(users.id, id), WHEN(active_only, users.is_active))));
}

static void one_place_may_have_several_shapes(void **state)
{
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	add_user(db, "ann");
	MUST(cq_execute(db, NULL, SQL(UPDATE(users, SET(is_active, false)), ALL_ROWS)));
	cq_cache_counters before, after;
	cq_engine_cache_counters(opened->engine, &before);
	for (int i = 0; i < 10; i++) {
		int64_t count;
		MUST(find_user(db, 1, i % 2 == 0, &count));
		assert_int_equal(count, i % 2);
	}
	cq_engine_cache_counters(opened->engine, &after);
	assert_int_equal(after.compiled - before.compiled, 2);
	assert_int_equal(after.hits - before.hits, 8);
}

/* ---- the schema and the text ---------------------------------------------------------------------------------------- */

static void tables_are_made_once(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	add_user(db, "ann");
	shop_create(db);
	assert_int_equal(count_users(db), 1);
	const cq_table *const tables[] = { cq_target_User.target.descriptor, cq_target_Post.target.descriptor };
	MUST(cq_drop_all(db, tables, 2));
	MUST(cq_drop_all(db, tables, 2));
	int64_t count;
	assert_int_not_equal(cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users))), CQ_OK);
	assert_non_null(strstr(cq_last_error(db)->message, database_kind() == CLIENT_SQLITE ? "no such table" : "does not exist"));
	assert_int_equal(cq_create_all(db, tables + 1, 1), CQ_MISUSE);
	const cq_table *const nothing[] = { NULL };
	assert_int_equal(cq_create_all(db, nothing, 1), CQ_MISUSE);
	assert_false(cq_in_transaction(db));
	char *text, message[CQ_ERROR_TEXT];
	assert_int_equal(cq_create_sql("postgresql", tables, 2, &text, message), CQ_OK);
	assert_non_null(strstr(text, "CREATE TABLE IF NOT EXISTS \"users\""));
	cq_text_free(text);
	assert_int_equal(cq_create_sql("access", tables, 2, &text, message), CQ_UNSUPPORTED);
	assert_null(text);
	assert_non_null(strstr(message, "sqlite, postgresql or mariadb"));
}

static void text_needs_no_connection(void **state)
{
	(void)state;
	char *text, message[CQ_ERROR_TEXT];
	assert_int_equal(cq_sql_text("sqlite", &text, message, SQL(SELECT(notes.id), FROM(notes), WHERE(EQ(notes.body, "x")))), CQ_OK);
	assert_string_equal(text, "SELECT \"notes\".\"id\" FROM \"notes\" WHERE \"notes\".\"body\" = ?");
	cq_text_free(text);
	assert_int_equal(cq_sql_text("postgresql", &text, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)), CQ_OK);
	assert_string_equal(text, "DELETE FROM \"notes\"");
	cq_text_free(text);
	cq_text_free(NULL);
	assert_int_equal(cq_sql_text("sqlite", &text, message, SQL(DELETE_FROM(notes), WHERE(WHEN(text == NULL, EQ(notes.id, 1))))),
		CQ_NO_CONDITION);
	assert_null(text);
}

/* A pointer that is missing is told of; it is not followed. */
static void nothing_where_something_must_be_is_misuse(void **state)
{
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	const cq_table *const table = cq_target_Note.target.descriptor;
	const cq_target *const target = &cq_target_Note.target;
	const cq_target number = { .kind = CQ_TARGET_SCALAR, .type = CQ_TYPE_BIGINT, .size = sizeof(int64_t) };
	cq_rows(Note) rows = { 0 };
	Note *note = NULL;
	int64_t count = 0;
	cq_stream *stream = NULL;
	cq_operation *operation = NULL;
	char *text = NULL, message[CQ_ERROR_TEXT];
	cq_statement all = CQ_STATEMENT(SQL(SELECT_ALL(notes), FROM(notes)));
	assert_int_equal(cq_run_insert(db, table, NULL), CQ_MISUSE);
	assert_non_null(strstr(cq_last_error(db)->message, "cq_insert: "));
	assert_int_equal(cq_run_insert(db, NULL, &count), CQ_MISUSE);
	assert_int_equal(cq_run_insert_many(db, table, NULL, 3), CQ_MISUSE);
	MUST(cq_run_insert_many(db, table, NULL, 0));
	assert_int_equal(cq_run_all(db, NULL, target, &rows), CQ_MISUSE);
	assert_int_equal(cq_run_all(db, &all, NULL, &rows), CQ_MISUSE);
	assert_int_equal(cq_run_all(db, &all, target, NULL), CQ_MISUSE);
	assert_int_equal(cq_run_scalars(db, &all, NULL, &rows), CQ_MISUSE);
	assert_int_equal(cq_run_one(db, NULL, target, CQ_WANT_ONE, &note), CQ_MISUSE);
	assert_int_equal(cq_run_one(db, &all, NULL, CQ_WANT_ONE, &note), CQ_MISUSE);
	assert_int_equal(cq_run_one(db, &all, target, CQ_WANT_ONE, NULL), CQ_MISUSE);
	assert_int_equal(cq_run_scalar(db, NULL, &number, CQ_WANT_ONE, &count), CQ_MISUSE);
	assert_int_equal(cq_run_scalar(db, &all, NULL, CQ_WANT_ONE, &count), CQ_MISUSE);
	assert_int_equal(cq_run_scalar(db, &all, &number, CQ_WANT_ONE, NULL), CQ_MISUSE);
	assert_int_equal(cq_run_execute(db, NULL, NULL), CQ_MISUSE);
	assert_non_null(strstr(cq_last_error(db)->message, "cq_execute: "));
	assert_int_equal(cq_run_submit_all(db, NULL, target, &rows, &operation), CQ_MISUSE);
	assert_int_equal(cq_run_submit_all(db, &all, target, NULL, &operation), CQ_MISUSE);
	assert_int_equal(cq_run_submit_one(db, &all, NULL, CQ_WANT_ONE, &note, &operation), CQ_MISUSE);
	assert_int_equal(cq_run_submit_one(db, &all, target, CQ_WANT_ONE, NULL, &operation), CQ_MISUSE);
	assert_int_equal(cq_run_submit_scalar(db, &all, NULL, CQ_WANT_ONE, &count, &operation), CQ_MISUSE);
	assert_int_equal(cq_run_submit_execute(db, NULL, &all, NULL), CQ_MISUSE);
	assert_int_equal(cq_await_all(2, NULL), CQ_MISUSE);
	assert_int_equal(cq_stream_open_statement(db, &all, target, NULL, NULL), CQ_MISUSE);
	assert_int_equal(cq_stream_open_statement(db, &all, NULL, NULL, &stream), CQ_MISUSE);
	all = CQ_STATEMENT(SQL(SELECT_ALL(notes), FROM(notes)));
	MUST(cq_stream_open_statement(db, &all, target, NULL, &stream));
	assert_int_equal(cq_stream_next(stream, NULL), CQ_MISUSE);
	assert_int_equal(cq_stream_next(NULL, &note), CQ_MISUSE);
	cq_stream_close(&stream);
	assert_int_equal(cq_run_sql_text("sqlite", NULL, &text, message), CQ_MISUSE);
	assert_non_null(strstr(message, "NULL"));
	assert_int_equal(cq_run_sql_text("sqlite", &all, NULL, message), CQ_MISUSE);
	cq_engine_cache_counters(opened->engine, NULL);
	cq_statement_release(&all);
}

static void trace(void *user, const cq_log_record *record)
{
	unsigned *const seen = user;
	if (record->level != CQ_LOG_TRACE)
		return;
	*seen |= strncmp(record->message, "connected", 9) == 0 ? 1U : 0;
	*seen |= strncmp(record->message, "statement", 9) == 0 ? 2U : 0;
	*seen |= strncmp(record->message, "disconnected", 12) == 0 ? 4U : 0;
}

static void connections_and_the_cache_are_traced(void **state)
{
	(void)state;
	unsigned seen = 0;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = trace;
	options.log_user = &seen;
	options.log_level = CQ_LOG_TRACE;
	options.statement_cache_bytes = 1;
	void *own;
	shop_open_with(&own, database_create(), &options);
	shop *const opened = own;
	assert_int_equal(seen & 1U, 1);
	add_user(opened->db, "ann");
	assert_int_equal(count_users(opened->db), 1);
	add_user(opened->db, "bob");
	assert_int_equal(seen, 3);
	cq_engine_close(&opened->engine);
	assert_int_equal(seen, 7);
}

/* A message that is read by somebody who looks for the place. */
static void messages_name_what_is_wrong(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const char *const none = NULL;
	assert_int_equal(cq_execute(db, NULL, RAW_SQL("SELECT :here + :there", BIND(here, 1))), CQ_RULE);
	assert_non_null(strstr(cq_last_error(db)->message, "RAW_SQL(...): :there: "));
	assert_int_equal(cq_execute(db, NULL, RAW_SQL("SELECT :here", BIND(here, 1), BIND(surplus, 2))), CQ_RULE);
	assert_non_null(strstr(cq_last_error(db)->message, ":surplus: "));
	assert_int_equal(cq_execute(db, NULL, RAW_SQL("SELECT :here", BIND(here, 1), BIND(here, 2))), CQ_RULE);
	assert_non_null(strstr(cq_last_error(db)->message, ":here: "));
	assert_int_equal(cq_execute(db, NULL, SQL(DELETE_FROM(users), WHERE(EQ(users.username, none)))), CQ_NULL_VALUE);
	assert_null(strstr(cq_last_error(db)->message, "value NULL"));
	assert_int_equal(cq_execute(db, NULL, SQL(DELETE_FROM(users), WHERE(EQ(CONCAT(users.username, users.username), none)))),
		CQ_NULL_VALUE);
	assert_null(strstr(cq_last_error(db)->message, "value NULL"));
	User user = CQ_NEW(User, .username = NULL);
	assert_int_equal(cq_insert(db, User, &user), CQ_NULL_VALUE);
	assert_null(strstr(cq_last_error(db)->message, "object"));
	User both[] = { CQ_NEW(User, .username = "ann"), user };
	assert_int_equal(cq_insert_many(db, User, both, 2), CQ_NULL_VALUE);
	assert_non_null(strstr(cq_last_error(db)->message, "object 1: "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(failures_to_open_are_explained),
		cmocka_unit_test_setup_teardown(a_memory_database_is_its_connections, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(another_thread_is_refused, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_child_is_refused, shop_open, shop_close),
		cmocka_unit_test(statements_are_echoed),
		cmocka_unit_test(failures_are_logged_with_their_place),
		cmocka_unit_test(the_cache_is_bounded_in_bytes),
		cmocka_unit_test_setup_teardown(one_place_may_have_several_shapes, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(tables_are_made_once, shop_open, shop_close),
		cmocka_unit_test(text_needs_no_connection),
		cmocka_unit_test_setup_teardown(nothing_where_something_must_be_is_misuse, shop_open, shop_close),
		cmocka_unit_test(connections_and_the_cache_are_traced),
		cmocka_unit_test_setup_teardown(messages_name_what_is_wrong, shop_open, shop_close),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
