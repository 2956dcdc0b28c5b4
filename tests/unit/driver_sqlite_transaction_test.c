/* unit/driver_sqlite_transaction_test.c: transactions, other connections' locks, violated constraints, objects in bulk.
 *
 * It knows nothing of the executor. The second connection is SQLite's own, so that locks are real.
 */
#include "support/driver_sqlite.h"

#include <unistd.h>

typedef struct fixture {
	kit_file file;
	cq__connection *connection;
	sqlite3 *other;
} fixture;

static int set_up(void **state)
{
	static fixture it;
	kit_file_make(&it.file);
	it.connection = kit_open_with(it.file.path, 1024 * 1024, 50);
	kit_execute(it.connection, "CREATE TABLE users(id INTEGER PRIMARY KEY, username TEXT NOT NULL UNIQUE, age INTEGER,"
		" CONSTRAINT users_age CHECK (age >= 0), CONSTRAINT pair UNIQUE (username, age));"
		"CREATE TABLE posts(id INTEGER PRIMARY KEY, author INTEGER NOT NULL REFERENCES users(id));"
		"CREATE UNIQUE INDEX lower_name ON users(lower(username)) WHERE username < 'a'");
	assert_int_equal(sqlite3_open(it.file.path, &it.other), SQLITE_OK);
	*state = &it;
	return 0;
}

static int tear_down(void **state)
{
	fixture *const it = *state;
	sqlite3_close(it->other);
	cq__driver_sqlite.close(it->connection);
	kit_file_remove(&it->file);
	return 0;
}

static void other(fixture *it, const char *sql)
{
	char *message = NULL;
	if (sqlite3_exec(it->other, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
}

static void test_settings(void **state)
{
	fixture *const it = *state;
	assert_int_equal(kit_integer(it->connection, "SELECT foreign_keys FROM pragma_foreign_keys"), 1);
	assert_int_equal(kit_integer(it->connection, "SELECT synchronous FROM pragma_synchronous"), 1);
	assert_int_equal(kit_integer(it->connection, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
	assert_int_equal(kit_integer(it->connection, "SELECT 'A' LIKE 'a'"), 0);
	/* A misspelt identifier is no text. */
	assert_int_equal(kit_try(it->connection, "INSERT INTO users(username) VALUES (\"nosuchcolumn\")"), CQ_SYNTAX);
	assert_true(cq__driver_sqlite.bind_limit(it->connection) >= 999);

	static const char *const asked[] = { "synchronous", "full", "cache_size", "-100", "temp_store", "memory", NULL };
	const cq__open_options options = { .loop = kit_loop(), .path = it->file.path, .busy_timeout_ms = 50, .settings = asked };
	cq__error error = { 0 };
	cq__connection *connection;
	assert_int_equal(cq__driver_sqlite.open(&options, &error, &connection), CQ_OK);
	assert_int_equal(kit_integer(connection, "SELECT synchronous FROM pragma_synchronous"), 2);
	assert_int_equal(kit_integer(connection, "SELECT cache_size FROM pragma_cache_size"), -100);
	assert_int_equal(kit_integer(connection, "SELECT temp_store FROM pragma_temp_store"), 2);
	cq__driver_sqlite.close(connection);
}

static void test_what_cannot_be_opened(void **state)
{
	fixture *const it = *state;
	static const char *const hostile[] = { "synchronous", "1; DROP TABLE users", NULL };
	char missing[160], damaged[160];
	(void)snprintf(missing, sizeof missing, "%s/no/such.db", it->file.directory);
	(void)snprintf(damaged, sizeof damaged, "%s/damaged.db", it->file.directory);
	FILE *const file = fopen(damaged, "w");
	assert_non_null(file);
	for (int i = 0; i < 2000; i++)
		fputs("this is no database ", file);
	fclose(file);
	const struct {
		cq__open_options options;
		cq_status status;
	} cases[] = {
		{ { .loop = kit_loop(), .path = missing, .create = true }, CQ_CONNECTION },
		{ { .loop = kit_loop(), .path = missing }, CQ_CONNECTION },
		{ { .loop = kit_loop(), .path = damaged }, CQ_CORRUPT },
		{ { .loop = kit_loop(), .path = damaged, .read_only = true }, CQ_CORRUPT },
		{ { .loop = kit_loop(), .path = it->file.path, .settings = hostile }, CQ_MISUSE },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		cq__error error = { 0 };
		cq__connection *connection;
		assert_int_equal(cq__driver_sqlite.open(&cases[i].options, &error, &connection), cases[i].status);
		assert_null(connection);
		assert_int_equal(cq__error_get(&error)->code, cases[i].status);
		/* Which file it was. */
		assert_non_null(strstr(cq__error_get(&error)->message, cases[i].options.path));
		cq__error_release(&error);
	}
	unlink(damaged);
	const cq__open_options options = { .loop = kit_loop(), .path = it->file.path, .read_only = true };
	cq__error error = { 0 };
	cq__connection *connection;
	assert_int_equal(cq__driver_sqlite.open(&options, &error, &connection), CQ_OK);
	assert_int_equal(kit_try(connection, "INSERT INTO users(username) VALUES ('x')"), CQ_READ_ONLY);
	cq__driver_sqlite.close(connection);
}

static void test_constraints_are_named(void **state)
{
	fixture *const it = *state;
	kit_execute(it->connection, "INSERT INTO users VALUES (1, 'ann', 3), (2, 'BOB', 4)");
	static const struct {
		const char *sql;
		cq_status status;
		const char *constraint;
		const char *table;
		const char *column;
	} cases[] = {
		{ "INSERT INTO users VALUES (1, 'bob', 3)", CQ_UNIQUE, "", "users", "id" },
		{ "INSERT INTO users(username) VALUES ('ann')", CQ_UNIQUE, "", "users", "username" },
		{ "INSERT INTO users(username) VALUES ('BoB')", CQ_UNIQUE, "lower_name", "", "" },
		{ "INSERT INTO users(username) VALUES (NULL)", CQ_NOT_NULL, "", "users", "username" },
		{ "INSERT INTO users VALUES (NULL, 'bob', -1)", CQ_CHECK, "users_age", "", "" },
		{ "INSERT INTO posts(author) VALUES (99)", CQ_FOREIGN_KEY, "", "", "" },
		{ "INSERT INTO users(id, username) VALUES ('x', 'bob')", CQ_WRONG_TYPE, "", "", "" },
		{ "INSERT INTO nowhere VALUES (1)", CQ_SYNTAX, "", "", "" },
		{ "SELEC 1", CQ_SYNTAX, "", "", "" },
		{ "SELECT 1; SELECT 2", CQ_SYNTAX, "", "", "" },
		{ "-- nothing", CQ_SYNTAX, "", "", "" },
		{ "SELECT abs(-9223372036854775807 - 1)", CQ_DATABASE, "", "", "" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		const cq__text text = kit_text(cases[i].sql, NULL, 0);
		cq__error error = { 0 };
		cq__request request = kit_request(&text, NULL, &error);
		cq__driver_sqlite.run(it->connection, &request);
		const cq_error *const shown = cq__error_get(&error);
		if (request.status != cases[i].status)
			fail_msg("%s: %s, %s", cases[i].sql, cq_status_name(request.status), shown->message);
		assert_string_equal(shown->constraint, cases[i].constraint);
		assert_string_equal(shown->table, cases[i].table);
		assert_string_equal(shown->column, cases[i].column);
		cq__error_release(&error);
	}
	/* Comments and blanks behind a statement are no second one. */
	kit_execute(it->connection, "SELECT 1; -- and that is all\n /* really */ ;");
}

static void test_two_column_constraint_names_the_table(void **state)
{
	fixture *const it = *state;
	kit_execute(it->connection, "CREATE TABLE pairs(a, b, UNIQUE (a, b)); INSERT INTO pairs VALUES (1, 2)");
	const cq__text text = kit_text("INSERT INTO pairs VALUES (1, 2)", NULL, 0);
	cq__error error = { 0 };
	cq__request request = kit_request(&text, NULL, &error);
	cq__driver_sqlite.run(it->connection, &request);
	assert_int_equal(request.status, CQ_UNIQUE);
	assert_string_equal(cq__error_get(&error)->table, "pairs");
	assert_string_equal(cq__error_get(&error)->column, "");
	assert_int_equal(cq__error_get(&error)->native, SQLITE_CONSTRAINT_UNIQUE);
	cq__error_release(&error);
}

static void test_locks_of_others(void **state)
{
	fixture *const it = *state;
	other(it, "BEGIN IMMEDIATE");
	uint64_t begun = cq__monotonic_ns();
	assert_int_equal(kit_try(it->connection, "INSERT INTO users(username) VALUES ('x')"), CQ_BUSY);
	assert_true(cq__monotonic_ns() - begun >= UINT64_C(45000000));
	kit_control(it->connection, CQ__CONTROL_BEGIN, "BEGIN IMMEDIATE", CQ_BUSY);
	assert_false(cq__driver_sqlite.in_transaction(it->connection));

	/* A deadline before the timeout wins, and says so. */
	cq__connection *const patient = kit_open_with(it->file.path, 1024 * 1024, 60000);
	const cq__text text = kit_text("INSERT INTO users(username) VALUES ('x')", NULL, 0);
	cq__error error = { 0 };
	cq__request request = kit_request(&text, NULL, &error);
	request.deadline_ns = (int64_t)cq__deadline_after_ms(30);
	begun = cq__monotonic_ns();
	cq__driver_sqlite.run(patient, &request);
	assert_int_equal(request.status, CQ_TIMEOUT);
	assert_true(cq__monotonic_ns() - begun < UINT64_C(5000000000));
	cq__error_clear(&error);
	/* So does whoever cancels it. */
	request = kit_request(&text, NULL, &error);
	cq__driver_sqlite.submit(patient, &request);
	usleep(20000);
	cq__driver_sqlite.cancel(patient, &request);
	cq__driver_sqlite.wait(patient, &request);
	assert_int_equal(request.status, CQ_CANCELLED);
	cq__error_release(&error);
	cq__driver_sqlite.close(patient);
	other(it, "COMMIT");
	kit_execute(it->connection, "INSERT INTO users(username) VALUES ('x')");
}

static void test_old_snapshot(void **state)
{
	fixture *const it = *state;
	kit_control(it->connection, CQ__CONTROL_BEGIN, "BEGIN", CQ_OK);
	assert_int_equal(kit_integer(it->connection, "SELECT count(*) FROM posts"), 0);
	other(it, "INSERT INTO users(username) VALUES ('newer')");
	assert_int_equal(kit_try(it->connection, "INSERT INTO users(username) VALUES ('older')"), CQ_SNAPSHOT);
	assert_true(cq__driver_sqlite.in_transaction(it->connection));
	kit_control(it->connection, CQ__CONTROL_ROLLBACK, "ROLLBACK", CQ_OK);
	kit_control(it->connection, CQ__CONTROL_ROLLBACK, "ROLLBACK", CQ_OK);
	kit_control(it->connection, CQ__CONTROL_COMMIT, "COMMIT", CQ_DATABASE);
}

static void test_busy_commit_can_be_sent_again(void **state)
{
	fixture *const it = *state;
	static const char *const asked[] = { "journal_mode", "delete", NULL };
	char path[160];
	(void)snprintf(path, sizeof path, "%s/journal.db", it->file.directory);
	const cq__open_options options = { .loop = kit_loop(), .path = path, .create = true, .settings = asked, .busy_timeout_ms = 20,
		.statement_cache_bytes = 1000000 };
	cq__error error = { 0 };
	cq__connection *connection;
	assert_int_equal(cq__driver_sqlite.open(&options, &error, &connection), CQ_OK);
	kit_execute(connection, "CREATE TABLE t(n)");
	sqlite3 *reader;
	sqlite3_stmt *reading;
	assert_int_equal(sqlite3_open(path, &reader), SQLITE_OK);
	assert_int_equal(sqlite3_exec(reader, "BEGIN; SELECT * FROM t", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(reader, "SELECT 1 FROM sqlite_schema", -1, &reading, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(reading), SQLITE_ROW);

	kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN IMMEDIATE", CQ_OK);
	kit_execute(connection, "INSERT INTO t VALUES (1)");
	kit_control(connection, CQ__CONTROL_COMMIT, "COMMIT", CQ_BUSY);
	assert_true(cq__driver_sqlite.in_transaction(connection));
	sqlite3_finalize(reading);
	sqlite3_close(reader);
	kit_control(connection, CQ__CONTROL_COMMIT, "COMMIT", CQ_OK);
	assert_false(cq__driver_sqlite.in_transaction(connection));
	assert_int_equal(kit_integer(connection, "SELECT count(*) FROM t"), 1);
	cq__driver_sqlite.close(connection);
	unlink(path);
}

static void test_savepoints(void **state)
{
	fixture *const it = *state;
	kit_control(it->connection, CQ__CONTROL_BEGIN, "BEGIN IMMEDIATE", CQ_OK);
	kit_execute(it->connection, "INSERT INTO users(username) VALUES ('first')");
	kit_control(it->connection, CQ__CONTROL_SAVEPOINT, "SAVEPOINT a", CQ_OK);
	kit_execute(it->connection, "INSERT INTO users(username) VALUES ('second')");
	kit_control(it->connection, CQ__CONTROL_ROLLBACK_TO, "ROLLBACK TO a", CQ_OK);
	kit_control(it->connection, CQ__CONTROL_RELEASE, "RELEASE a", CQ_OK);
	kit_control(it->connection, CQ__CONTROL_COMMIT, "COMMIT", CQ_OK);
	assert_int_equal(kit_integer(it->connection, "SELECT count(*) FROM users WHERE username = 'second'"), 0);
	assert_int_equal(kit_integer(it->connection, "SELECT count(*) FROM users WHERE username = 'first'"), 1);
}

/* ---- objects ----------------------------------------------------------------------------------------------------- */

typedef struct object {
	int64_t id;
	const char *name;
	cq_opt_int32 age;
	cq_timestamp seen;
	bool active;
	cq_decimal balance;
	cq_uuid key;
	cq_bytes blob;
	float share;
	int mood;
} object;

static const char *const mood_labels[] = { "glad", "sad" };
static const int32_t mood_values[] = { 0, 5 };
static const cq_enum mood = { "Mood", 2, mood_labels, mood_values };

static const cq__bind members[] = {
	{ .source = offsetof(object, id), .from = CQ_TYPE_BIGINT, .to = CQ_TYPE_BIGINT },
	{ .source = offsetof(object, name), .from = CQ_TYPE_VARCHAR, .to = CQ_TYPE_VARCHAR, .length = 12 },
	{ .source = offsetof(object, age), .from = CQ_TYPE_INTEGER, .to = CQ_TYPE_INTEGER, .nullable = 1 },
	{ .source = offsetof(object, seen), .from = CQ_TYPE_TIMESTAMP, .to = CQ_TYPE_TIMESTAMP },
	{ .source = offsetof(object, active), .from = CQ_TYPE_BOOLEAN, .to = CQ_TYPE_BOOLEAN },
	{ .source = offsetof(object, balance), .from = CQ_TYPE_DECIMAL, .to = CQ_TYPE_DECIMAL, .scale = 2, .precision = 10 },
	{ .source = offsetof(object, key), .from = CQ_TYPE_UUID, .to = CQ_TYPE_UUID },
	{ .source = offsetof(object, blob), .from = CQ_TYPE_BYTES, .to = CQ_TYPE_BYTES, .nullable = 1 },
	{ .source = offsetof(object, share), .from = CQ_TYPE_REAL, .to = CQ_TYPE_REAL },
	{ .source = offsetof(object, mood), .from = CQ_TYPE_ENUM, .to = CQ_TYPE_ENUM, .labels = &mood },
};

static const cq__decode fields[] = {
	{ .column = 0, .offset = offsetof(object, id), .type = CQ_TYPE_BIGINT, .name = "id" },
	{ .column = 1, .offset = offsetof(object, name), .type = CQ_TYPE_VARCHAR, .name = "name" },
	{ .column = 2, .offset = offsetof(object, age), .type = CQ_TYPE_INTEGER, .nullable = 1, .name = "age" },
	{ .column = 3, .offset = offsetof(object, seen), .type = CQ_TYPE_TIMESTAMP, .name = "seen" },
	{ .column = 4, .offset = offsetof(object, active), .type = CQ_TYPE_BOOLEAN, .name = "active" },
	{ .column = 5, .offset = offsetof(object, balance), .type = CQ_TYPE_DECIMAL, .scale = 2, .name = "balance" },
	{ .column = 6, .offset = offsetof(object, key), .type = CQ_TYPE_UUID, .name = "key" },
	{ .column = 7, .offset = offsetof(object, blob), .type = CQ_TYPE_BYTES, .nullable = 1, .name = "blob" },
	{ .column = 8, .offset = offsetof(object, share), .type = CQ_TYPE_REAL, .name = "share" },
	{ .column = 9, .offset = offsetof(object, mood), .type = CQ_TYPE_ENUM, .labels = &mood, .name = "mood" },
};
static const cq__decode_plan object_plan = { .row_size = sizeof(object), .column_count = 10, .result_columns = 10,
	.columns = fields, .name = "Object" };

#define INSERT "INSERT INTO objects VALUES "
#define PLACES "(?,?,?,?,?,?,?,?,?,?)"

static void make_objects(object *objects, size_t count, char names[][16])
{
	memset(objects, 0, count * sizeof *objects);
	for (size_t i = 0; i < count; i++) {
		(void)snprintf(names[i], 16, "object %u", (unsigned)i % 1000);
		objects[i] = (object){ .id = (int64_t)i + 1, .name = names[i], .seen = { (int64_t)i * 1000003 },
			.active = i % 2 == 0, .balance = { (int64_t)i * 5, 1 }, .share = (float)i / 3, .mood = i % 2 == 0 ? 0 : 5 };
		objects[i].age.present = i % 3 != 0;
		objects[i].age.value = (int32_t)i;
		objects[i].key.bytes[15] = (uint8_t)i;
		objects[i].blob = i % 4 == 0 ? (cq_bytes){ NULL, 0 } : (cq_bytes){ names[i], i % 5 };
	}
}

enum { OBJECTS = 23 };

static void test_objects_in_bulk_and_back(void **state)
{
	fixture *const it = *state;
	kit_execute(it->connection, "CREATE TABLE objects(id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER, seen TEXT,"
		" active BOOLEAN, balance DECIMAL(10, 2), key TEXT, blob BLOB, share REAL, mood TEXT)");
	object objects[OBJECTS];
	char names[OBJECTS][16];
	make_objects(objects, OBJECTS, names);
	cq__text five = kit_text(INSERT PLACES "," PLACES "," PLACES "," PLACES "," PLACES " RETURNING id", members, 10);
	cq__text one = kit_text(INSERT PLACES " RETURNING id", members, 10);
	five.rows_per_run = 5;
	for (int inside = 0; inside < 2; inside++) {
		kit_execute(it->connection, "DELETE FROM objects");
		if (inside != 0)
			kit_control(it->connection, CQ__CONTROL_BEGIN, "BEGIN IMMEDIATE", CQ_OK);
		cq__error error = { 0 };
		cq__request request = kit_request(&five, NULL, &error);
		request.kind = CQ__REQUEST_ROWS;
		request.rows = objects;
		request.row_count = OBJECTS;
		request.row_stride = sizeof(object);
		request.tail = &one;
		request.plan = &kit_integer_plan;
		request.sink = CQ__SINK_ARRAY;
		cq__driver_sqlite.run(it->connection, &request);
		if (request.status != CQ_OK)
			fail_msg("%s", cq__error_get(&error)->message);
		assert_int_equal(request.changes, OBJECTS);
		assert_int_equal(request.last_key, OBJECTS);
		assert_int_equal(request.item_count, OBJECTS);
		for (int i = 0; i < OBJECTS; i++)
			assert_int_equal(((const int64_t *)request.items)[i], i + 1);
		cq__arena_destroy(request.arena);
		assert_int_equal(request.in_transaction, inside != 0);

		/* One that does not fit: all go, also those of the runs before it. */
		objects[20].name = "longer than twelve";
		for (int i = 0; i < OBJECTS; i++)
			objects[i].id += 100;
		request.arena = NULL;
		cq__driver_sqlite.run(it->connection, &request);
		assert_int_equal(request.status, CQ_TOO_LARGE);
		assert_non_null(strstr(cq__error_get(&error)->message, "object 20: "));
		assert_int_equal(request.in_transaction, inside != 0);
		assert_int_equal(kit_integer(it->connection, "SELECT count(*) FROM objects"), OBJECTS);
		cq__error_clear(&error);
		objects[20].name = names[20];
		/* One that the database refuses. */
		objects[22].id = 1;
		request.arena = NULL;
		cq__driver_sqlite.run(it->connection, &request);
		assert_int_equal(request.status, CQ_UNIQUE);
		assert_int_equal(kit_integer(it->connection, "SELECT count(*) FROM objects"), OBJECTS);
		cq__error_release(&error);
		make_objects(objects, OBJECTS, names);
		if (inside != 0)
			kit_control(it->connection, CQ__CONTROL_COMMIT, "COMMIT", CQ_OK);
	}

	const cq__text select = kit_text("SELECT id, name, age, seen, active, balance, key, blob, share, mood FROM objects ORDER BY id", NULL, 0);
	cq__error error = { 0 };
	cq__request request = kit_request(&select, NULL, &error);
	request.plan = &object_plan;
	request.sink = CQ__SINK_ARRAY;
	cq__driver_sqlite.run(it->connection, &request);
	if (request.status != CQ_OK)
		fail_msg("%s", cq__error_get(&error)->message);
	assert_int_equal(request.item_count, OBJECTS);
	const object *const back = request.items;
	for (int i = 0; i < OBJECTS; i++) {
		assert_int_equal(back[i].id, objects[i].id);
		assert_string_equal(back[i].name, objects[i].name);
		assert_int_equal(back[i].age.present, objects[i].age.present);
		assert_int_equal(back[i].age.value, objects[i].age.present ? objects[i].age.value : 0);
		assert_int_equal(back[i].seen.microseconds, objects[i].seen.microseconds);
		assert_int_equal(back[i].active, objects[i].active);
		assert_int_equal(cq_decimal_compare(back[i].balance, objects[i].balance), 0);
		assert_memory_equal(back[i].key.bytes, objects[i].key.bytes, 16);
		assert_int_equal(back[i].blob.size, objects[i].blob.size);
		assert_int_equal(back[i].blob.data == NULL, objects[i].blob.data == NULL);
		if (objects[i].blob.size != 0)
			assert_memory_equal(back[i].blob.data, objects[i].blob.data, objects[i].blob.size);
		assert_true(back[i].share == objects[i].share);
		assert_int_equal(back[i].mood, objects[i].mood);
	}
	cq__arena_destroy(request.arena);
}

static void test_objects_that_leave_a_rest_need_a_tail(void **state)
{
	fixture *const it = *state;
	cq__text two = kit_text("INSERT INTO posts(id, author) SELECT 1, 1 WHERE ? + ? < 0", members, 1);
	two.rows_per_run = 2;
	const object objects[3] = { { .id = 1 }, { .id = 2 }, { .id = 3 } };
	cq__error error = { 0 };
	cq__request request = kit_request(&two, NULL, &error);
	request.kind = CQ__REQUEST_ROWS;
	request.rows = objects;
	request.row_count = 3;
	request.row_stride = sizeof(object);
	cq__driver_sqlite.run(it->connection, &request);
	assert_int_equal(request.status, CQ_MISUSE);
	cq__error_clear(&error);
	request.row_count = 2;
	cq__driver_sqlite.run(it->connection, &request);
	assert_int_equal(request.status, CQ_OK);
	assert_int_equal(request.changes, 0);
	two.rows_per_run = 3;
	request.row_count = 3;
	cq__driver_sqlite.run(it->connection, &request);
	assert_int_equal(request.status, CQ_MISUSE);
	cq__error_release(&error);
}

static void test_scripts_stop_at_the_first_failure(void **state)
{
	fixture *const it = *state;
	assert_int_equal(kit_try(it->connection, "CREATE TABLE s(n); INSERT INTO s VALUES (1); INSERT INTO nowhere VALUES (1);"
		" INSERT INTO s VALUES (2)"), CQ_SYNTAX);
	assert_int_equal(kit_integer(it->connection, "SELECT count(*) FROM s"), 1);
	kit_execute(it->connection, " ;; -- nothing\n ");
	/* A statement that changes no rows does not repeat the number of the one before it. */
	kit_execute(it->connection, "INSERT INTO s VALUES (3), (4)");
	const cq__text text = kit_text("CREATE TABLE s2(n)", NULL, 0);
	cq__request request = kit_request(&text, NULL, NULL);
	cq__driver_sqlite.run(it->connection, &request);
	assert_int_equal(request.status, CQ_OK);
	assert_int_equal(request.changes, 0);
}

/* In nanoseconds it is more than 64 bits hold. */
static void test_a_huge_busy_timeout_is_no_short_one(void **state)
{
	fixture *const it = *state;
	cq__connection *const connection = kit_open_with(it->file.path, 1024 * 1024, INT64_C(18446744073710));
	other(it, "BEGIN IMMEDIATE");
	const cq__text text = kit_text("INSERT INTO users(username) VALUES ('x')", NULL, 0);
	cq__error error = { 0 };
	cq__request request = kit_request(&text, NULL, &error);
	request.deadline_ns = (int64_t)cq__monotonic_ns() + 50000000;
	cq__driver_sqlite.run(connection, &request);
	assert_int_equal(request.status, CQ_TIMEOUT);
	cq__error_release(&error);
	other(it, "ROLLBACK");
	cq__driver_sqlite.close(connection);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_settings),
		TEST(test_a_huge_busy_timeout_is_no_short_one),
		TEST(test_what_cannot_be_opened),
		TEST(test_constraints_are_named),
		TEST(test_two_column_constraint_names_the_table),
		TEST(test_locks_of_others),
		TEST(test_old_snapshot),
		TEST(test_busy_commit_can_be_sent_again),
		TEST(test_savepoints),
		TEST(test_objects_in_bulk_and_back),
		TEST(test_objects_that_leave_a_rest_need_a_tail),
		TEST(test_scripts_stop_at_the_first_failure),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
