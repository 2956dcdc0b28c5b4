/* language_error_test.c: what fails midway gives nothing by halves: a list's element that does not fit, a write whose rows
 * cannot be handed over, an array that several statements take, thousands of parameters. Whatever it is that runs it (cq_all,
 * a stream, an operation), the transaction that was open is open, and only the failing statement is undone.
 */
#include "fault/language.h"

#include <sqlite3.h>

static int with_all(void **state)
{
	shop_open(state);
	language_fill(((shop *)*state)->db);
	return 0;
}

/* bob's paper, of which a list of ann's and bob's posts holds a price that is none. PostgreSQL's column takes one only when
 * somebody has changed it. */
static void spoil(cq_connection *db)
{
	if (database_kind() == CLIENT_POSTGRES)
		MUST(cq_execute(db, NULL, RAW_SQL("ALTER TABLE papers ALTER COLUMN price TYPE numeric")));
	MUST(cq_execute(db, NULL, RAW_SQL("UPDATE papers SET price = 1e300 WHERE owner = 'bob'")));
}

static void expect_misfit(cq_connection *db, cq_status status)
{
	assert_int_not_equal(status, CQ_OK);
	assert_int_equal(cq_last_error(db)->code, status);
	if (strstr(cq_last_error(db)->message, "list of Written") == NULL && strstr(cq_last_error(db)->message, "list of Sheet") == NULL)
		fail_msg("%s", cq_last_error(db)->message);
}

static void a_misfit_in_a_list_gives_nothing(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	spoil(db);
	for (int inside = 0; inside < 2; inside++) {
		if (inside)
			MUST(cq_begin(db, NULL));
		ROWS_OF(Author, rows);
		Author *one = (Author *)&one;
		expect_misfit(db, cq_all(db, Author, &rows, SQL(SELECT_ROW(Author), FROM(users), ORDER_BY(users.id))));
		assert_null(rows.items);
		assert_null(rows.arena);
		assert_int_equal(rows.count, 0);
		expect_misfit(db, cq_one(db, Author, &one, SQL(SELECT_ROW(Author), FROM(users), WHERE(EQ(users.id, 2)))));
		assert_null(one);
		assert_int_equal(cq_in_transaction(db), inside);
		MUST(cq_one(db, Author, &one, SQL(SELECT_ROW(Author), FROM(users), WHERE(EQ(users.id, 1)))));
		expect_author(one, 0);
		cq_free(&one);
		if (inside)
			MUST(cq_commit(db));
	}
}

static void a_stream_ends_at_the_misfit(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const size_t buffers[] = { 1, 100 };
	spoil(db);
	for (int b = 0; b < 2; b++) {
		const cq_stream_options options = { .buffer_rows = buffers[b] };
		cq_stream *stream;
		Author *author;
		MUST(cq_begin(db, NULL));
		MUST(cq_stream_open(db, Author, &options, &stream, SQL(SELECT_ROW(Author), FROM(users), ORDER_BY(users.id))));
		MUST(cq_stream_next(stream, &author));
		expect_author(author, 0);
		expect_misfit(db, cq_stream_next(stream, &author));
		assert_null(author);
		assert_int_not_equal(cq_stream_next(stream, &author), CQ_OK);
		assert_null(author);
		cq_stream_close(&stream);
		assert_true(cq_in_transaction(db));
		MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
		MUST(cq_commit(db));
	}
}

static void an_operation_fails_alone(void **state)
{
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	spoil(db);
	ROWS_OF(Author, rows);
	ROWS_OF(Named, more);
	Author *one = (Author *)&one;
	cq_operation *operations[3];
	MUST(cq_submit_all(db, Author, &rows, &operations[0], SQL(SELECT_ROW(Author), FROM(users))));
	MUST(cq_submit_one(db, Author, &one, &operations[1], SQL(SELECT_ROW(Author), FROM(users), WHERE(EQ(users.id, 2)))));
	MUST(cq_submit_all(db, Named, &more, &operations[2], SQL(SELECT_ROW(Named), FROM(users), UNION(SELECT(VALUE(9), VALUE("z"))))));
	assert_int_not_equal(cq_await_all(3, operations), CQ_OK);
	expect_misfit(db, cq_operation_status(operations[0]));
	assert_int_not_equal(cq_operation_status(operations[1]), CQ_OK);
	assert_int_equal(cq_operation_status(operations[2]), CQ_OK);
	assert_null(rows.items);
	assert_int_equal(rows.count, 0);
	assert_null(one);
	assert_int_equal(more.count, USERS + 1);
	cq_free(&more);
	for (int i = 0; i < 3; i++)
		cq_operation_release(&operations[i]);
}

/* ---- writes */

static void expect_state(cq_connection *db, const char *before)
{
	const char *state = language_state(db);
	assert_string_equal(state, before);
	cq_free(&state);
}

/* Each statement of these fails, alone and in a transaction, of which all else stays. */
typedef cq_status failing_write(cq_connection *db);

static void expect_undone(cq_connection *db, failing_write *write, cq_status expected)
{
	const char *before = language_state(db);
	cq_status status = write(db);
	if (status != expected)
		fail_msg("%s: %s", cq_status_name(status), cq_last_error(db)->message);
	assert_false(cq_in_transaction(db));
	expect_state(db, before);
	cq_free(&before);
	MUST(cq_begin(db, NULL));
	Note note = { .body = "kept" };
	MUST(cq_insert(db, Note, &note));
	before = language_state(db);
	/* PostgreSQL takes nothing more behind a failure, until what is around it is rolled back. */
	if (database_kind() == CLIENT_POSTGRES) {
		MUST(cq_savepoint(db));
		assert_int_equal(write(db), expected);
		MUST(cq_rollback(db));
		expect_state(db, before);
		MUST(cq_commit(db));
		expect_state(db, before);
		cq_free(&before);
		return;
	}
	assert_int_equal(write(db), expected);
	assert_true(cq_in_transaction(db));
	expect_state(db, before);
	MUST(cq_savepoint(db));
	assert_int_equal(write(db), expected);
	MUST(cq_commit(db));
	MUST(cq_commit(db));
	expect_state(db, before);
	cq_free(&before);
}

static cq_status update_returns_misfit(cq_connection *db)
{
	ROWS_OF(User, rows);
	const cq_status status = cq_all(db, User, &rows, SQL(UPDATE(users, SET(bio, posts.title)), FROM(posts),
		WHERE(ALONG(posts.author_id)), RETURNING_ALL(users)));
	assert_int_equal(rows.count, 0);
	assert_null(rows.items);
	return status;
}

static cq_status delete_returns_misfit(cq_connection *db)
{
	ROWS_OF(User, rows);
	return cq_all(db, User, &rows, SQL(DELETE_FROM(users), USING(papers), WHERE(EQ(papers.owner, users.username)), RETURNING_ALL(users)));
}

static cq_status delete_returns_two(cq_connection *db)
{
	Named *one = (Named *)&one;
	const cq_status status = cq_one(db, Named, &one, SQL(DELETE_FROM(posts), USING(users),
		WHERE(ALONG(posts.author_id), EQ(users.username, "ann")), RETURNING(posts.id, posts.title)));
	assert_null(one);
	return status;
}

static cq_status submitted_returns_two(cq_connection *db)
{
	Named *one = (Named *)&one;
	cq_operation *operation;
	cq_status status = cq_submit_one_or_none(db, Named, &one, &operation, SQL(UPDATE(posts, SET(title, users.username)), FROM(users),
		WHERE(ALONG(posts.author_id)), RETURNING(posts.id, posts.title)));
	if (status == CQ_OK)
		status = cq_await(operation);
	cq_operation_release(&operation);
	assert_null(one);
	return status;
}

static cq_status upsert_returns_misfit(cq_connection *db)
{
	User people[3] = { CQ_NEW(User, .username = "new"), CQ_NEW(User, .username = "bob"), CQ_NEW(User, .username = "newer") };
	ROWS_OF(User, rows);
	return cq_all(db, User, &rows, SQL(INSERT_INTO(users, VALUES(people, 3)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(bio, "there")), RETURNING_ALL(users)));
}

static void what_cannot_be_returned_is_not_written(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	expect_undone(db, delete_returns_two, CQ_TOO_MANY_ROWS);
	expect_undone(db, submitted_returns_two, CQ_TOO_MANY_ROWS);
	if (database_kind() == CLIENT_POSTGRES)
		MUST(cq_execute(db, NULL, RAW_SQL("ALTER TABLE users ALTER COLUMN age TYPE bigint")));
	MUST(cq_execute(db, NULL, RAW_SQL("UPDATE users SET age = 70000 WHERE username = 'bob'")));
	expect_undone(db, update_returns_misfit, CQ_OUT_OF_RANGE);
	expect_undone(db, delete_returns_misfit, CQ_OUT_OF_RANGE);
	expect_undone(db, upsert_returns_misfit, CQ_OUT_OF_RANGE);
}

static cq_status select_breaks_a_key(cq_connection *db)
{
	return cq_execute(db, NULL, SQL(INSERT_INTO(users, SET(username, posts.title), SET(balance, cq_decimal_constant("0"))), FROM(posts),
		CROSS_JOIN(papers), ORDER_BY(posts.id)));
}

static cq_status update_breaks_a_key(cq_connection *db)
{
	return cq_execute(db, NULL, SQL(UPDATE(users, SET(username, CASE(CASE_WHEN(EQ(posts.author_id, 2), "cat"), ELSE(CONCAT("new", posts.title))))),
		FROM(posts), WHERE(ALONG(posts.author_id))));
}

static void what_breaks_a_key_midway_is_not_written(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	expect_undone(db, select_breaks_a_key, CQ_UNIQUE);
	expect_undone(db, update_breaks_a_key, CQ_UNIQUE);
}

/* ---- arrays that several statements take */

enum { PEOPLE = 40000 };
static User *people;
static char (*names)[16];

static int make_people(void **state)
{
	people = calloc(PEOPLE, sizeof *people);
	names = calloc(PEOPLE, sizeof *names);
	assert_true(people != NULL && names != NULL);
	for (int i = 0; i < PEOPLE; i++) {
		(void)snprintf(names[i], sizeof names[i], "user%d", i);
		people[i] = CQ_NEW(User, .username = names[i]);
	}
	return with_all(state);
}

static int free_people(void **state)
{
	free(people);
	free(names);
	return shop_close(state);
}

/* The last of 1,000: a key of ann's row under another name, against which ON_CONFLICT says nothing. */
static cq_status last_breaks_another_key(cq_connection *db)
{
	people[999].id = 1;
	const cq_status status = cq_execute(db, NULL, SQL(INSERT_INTO(users, VALUES(people, 1000)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(bio, EXCLUDED(users.username)))));
	people[999].id = 0;
	return status;
}

static cq_status last_is_null(cq_connection *db)
{
	people[999].username = NULL;
	ROWS_OF(User, rows);
	const cq_status status = cq_all(db, User, &rows, SQL(INSERT_INTO(users, VALUES(people, 1000)), ON_CONFLICT_DO_NOTHING(users), RETURNING_ALL(users)));
	assert_null(rows.items);
	people[999].username = names[999];
	return status;
}

static cq_status last_is_too_long(cq_connection *db)
{
	people[999].username = "a name of more than twenty characters";
	int64_t changes = -1;
	const cq_status status = cq_execute(db, &changes, SQL(INSERT_INTO(users, VALUES(people, 1000)), ON_CONFLICT_DO_NOTHING(users)));
	people[999].username = names[999];
	assert_int_equal(changes, 0);
	return status;
}

static void an_array_is_written_whole_or_not_at_all(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	int64_t changes;
	expect_undone(db, last_breaks_another_key, CQ_UNIQUE);
	expect_undone(db, last_is_null, CQ_NULL_VALUE);
	expect_undone(db, last_is_too_long, CQ_TOO_LARGE);
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(users, VALUES(people, PEOPLE)), ON_CONFLICT_DO_NOTHING(users, KEY(username)))));
	assert_int_equal(changes, PEOPLE);
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(users, VALUES(people, PEOPLE)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(bio, EXCLUDED(users.username))))));
	assert_int_equal(changes, PEOPLE);
	MUST(cq_scalar(db, &changes, SQL(SELECT(COUNT_ROWS()), FROM(users), WHERE(EQ(users.bio, users.username)))));
	assert_int_equal(changes, PEOPLE);
}

/* ---- thousands of parameters, each a value of its own */

static void write_in_list(cq_statement *statement, int64_t count)
{
	cq_statement_init(statement, NULL);
	cq_push_column(statement, CQ_COLUMN(users.id));
	cq_push(statement, CQ_OP_COUNT, 1);
	cq_push(statement, CQ_OP_SELECT, 1);
	cq_push_ref(statement, CQ_OP_FROM, 0, CQ_TABLE(users));
	cq_push_column(statement, CQ_COLUMN(users.id));
	for (int64_t i = 0; i < count; i++)
		cq_push_value(statement, CQ_TYPE_BIGINT, 0, (cq_value){ .integer = 2 * i });
	cq_push(statement, CQ_OP_IN, (uint32_t)count + 1);
	cq_push(statement, CQ_OP_WHERE, 1);
	cq_push(statement, CQ_OP_STATEMENT, 3);
}

static int most_parameters(void)
{
	sqlite3 *handle;
	if (database_kind() == CLIENT_POSTGRES)
		return 65535;
	assert_int_equal(sqlite3_open(":memory:", &handle), SQLITE_OK);
	const int most = sqlite3_limit(handle, SQLITE_LIMIT_VARIABLE_NUMBER, -1);
	(void)sqlite3_close(handle);
	return most;
}

static void thousands_of_parameters(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const char *const dialects[] = { "sqlite", "postgresql", "mariadb" };
	cq_statement statement;
	int64_t count = -1;
	write_in_list(&statement, 30000);
	MUST(cq_scalar(db, &count, statement));
	assert_int_equal(count, 2);
	cq_statement_release(&statement);
	write_in_list(&statement, 40000);
	const cq_status status = cq_scalar(db, &count, statement);
	if (status != (most_parameters() < 40000 ? CQ_TOO_LARGE : CQ_OK))
		fail_msg("%s: %s", cq_status_name(status), cq_last_error(db)->message);
	assert_int_equal(count_users(db), USERS);
	for (int i = 0; i < 3; i++) {
		char *text, message[CQ_ERROR_TEXT];
		if (cq_sql_text(dialects[i], &text, message, statement) != CQ_OK)
			fail_msg("%s: %s", dialects[i], message);
		assert_true(strlen(text) > 80000);
		cq_text_free(text);
	}
	cq_operation *operation;
	if (cq_submit_scalar(db, &count, &operation, statement) == CQ_OK)
		assert_int_equal(cq_await(operation), status);
	cq_operation_release(&operation);
	cq_statement_release(&statement);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_misfit_in_a_list_gives_nothing, with_all, shop_close),
		cmocka_unit_test_setup_teardown(a_stream_ends_at_the_misfit, with_all, shop_close),
		cmocka_unit_test_setup_teardown(an_operation_fails_alone, with_all, shop_close),
		cmocka_unit_test_setup_teardown(what_cannot_be_returned_is_not_written, with_all, shop_close),
		cmocka_unit_test_setup_teardown(what_breaks_a_key_midway_is_not_written, with_all, shop_close),
		cmocka_unit_test_setup_teardown(an_array_is_written_whole_or_not_at_all, make_people, free_people),
		cmocka_unit_test_setup_teardown(thousands_of_parameters, with_all, shop_close),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
