/* async/language_test.c: each kind of the larger statements as an operation and as a stream: together, told by callback,
 * cancelled, timed out, beside others. What runs too long is a WITH_RECURSIVE without an end, where queries read and where
 * statements write.
 */
#include "fault/language.h"

/* Numbers without an end; what follows says what is done with them. */
#define ENDLESS WITH_RECURSIVE(numbers, SELECT(VALUE(1)), UNION_ALL(SELECT(ADD(numbers.n, 1)), FROM(numbers)))
#define COUNT_ENDLESS SQL(ENDLESS, SELECT(COUNT_ROWS()), FROM(numbers))

static int with_all(void **state)
{
	shop_open(state);
	language_fill(((shop *)*state)->db);
	return 0;
}

/* ---- together, and by callback */

typedef struct submitted {
	cq_rows(Named) rows;
	const char *expected;
	cq_operation *operation;
	int calls;
} submitted;

#define SUBMIT(one, wanted, ...)                                                                 \
	do {                                                                                         \
		(one)->expected = wanted;                                                                \
		MUST(cq_submit_all(db, Named, &(one)->rows, &(one)->operation, SQL(__VA_ARGS__)));       \
		(one)++;                                                                                 \
	} while (0)

/* Values are copied: the text that is given here has another content when the statements run. */
static size_t submit_each(cq_connection *db, submitted *all)
{
	char text[] = "b";
	int64_t three = 3;
	submitted *next = all;
	SUBMIT(next, "2 bob,", WITH(named, SELECT_ROW(Named), FROM(users)), SELECT(named.id, named.name), FROM(named),
		WHERE(STARTS_WITH(named.name, text)));
	SUBMIT(next, "3 b,9 b,", SELECT(AS(users.id, key), VALUE(text)), FROM(users), WHERE(EQ(users.id, three)),
		UNION_ALL(SELECT(VALUE(9), VALUE(text))), ORDER_BY(LABEL(key)));
	SUBMIT(next, "1 b,", SELECT(named.id, named.name), FROM(VALUES_AS(named, ROW(1, text), ROW(three, "x"))), WHERE(EQ(named.name, text)));
	SUBMIT(next, "3 b!,", SELECT(users.id, CASE(CASE_WHEN(EQ(users.id, three), CONCAT(text, "!")), ELSE(text))), FROM(users), LIMIT(1), OFFSET(2));
	SUBMIT(next, "3 b,4 b,", SELECT(named.id, named.name),
		FROM(QUERY(named, SELECT(OVER(ROW_NUMBER(), ORDER_BY(users.id)), VALUE(text)), FROM(users))), WHERE(GE(named.id, three)));
	SUBMIT(next, "4 b,", WITH_RECURSIVE(numbers, SELECT(VALUE(1)), UNION_ALL(SELECT(ADD(numbers.n, three)), FROM(numbers), WHERE(LT(numbers.n, 4)))),
		SELECT(numbers.n, VALUE(text)), FROM(numbers), WHERE(GT(numbers.n, 1)));
	SUBMIT(next, "3 b,", INSERT_INTO(notes, SET(body, CONCAT(text, ""))), FROM(users), WHERE(EQ(users.id, three)), RETURNING(VALUE(three), notes.body));
	SUBMIT(next, "2 b,", UPDATE(users, SET(bio, text)), FROM(posts), WHERE(ALONG(posts.author_id), EQ(posts.title, "x")),
		RETURNING(users.id, COALESCE(users.bio, "")));
	SUBMIT(next, "1 w,", DELETE_FROM(posts), USING(users), WHERE(ALONG(posts.author_id), EQ(users.id, SUB(three, 2)), NE(posts.title, "v")),
		RETURNING(posts.author_id, posts.title));
	memset(text, '?', sizeof text);
	three = 1000;
	return (size_t)(next - all);
}

enum { MOST_SUBMITTED = 16 };

static void each_kind_is_awaited_with_the_others(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	submitted all[MOST_SUBMITTED] = { 0 };
	cq_operation *operations[MOST_SUBMITTED];
	const size_t count = submit_each(db, all);
	for (size_t i = 0; i < count; i++)
		operations[i] = all[i].operation;
	MUST(cq_await_all(count, operations));
	for (size_t i = 0; i < count; i++) {
		expect_named(all[i].rows.items, all[i].rows.count, all[i].expected);
		cq_free(&all[i].rows);
		cq_operation_release(&all[i].operation);
	}
}

static void check_one(void *user, cq_operation *operation, cq_status status)
{
	submitted *const one = user;
	assert_int_equal(status, CQ_OK);
	assert_ptr_equal(operation, one->operation);
	expect_named(one->rows.items, one->rows.count, one->expected);
	one->calls++;
	cq_free(&one->rows);
	cq_operation_release(&one->operation);
}

static void each_kind_is_told_by_callback(void **state)
{
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	submitted all[MOST_SUBMITTED] = { 0 };
	const size_t count = submit_each(db, all);
	for (size_t i = 0; i < count; i++)
		MUST(cq_operation_on_done(all[i].operation, check_one, &all[i]));
	while (cq_engine_pending(opened->engine) != 0)
		MUST(cq_engine_drive(opened->engine, -1));
	for (size_t i = 0; i < count; i++)
		assert_int_equal(all[i].calls, 1);
}

static void lists_and_arrays_are_submitted(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_rows(Author) authors;
	cq_operation *lists, *array;
	int64_t changes;
	User people[3] = { CQ_NEW(User, .username = "new"), CQ_NEW(User, .username = "bob"), CQ_NEW(User, .username = "newer") };
	MUST(cq_submit_all(db, Author, &authors, &lists, SQL(SELECT_ROW(Author), FROM(users), ORDER_BY(users.id))));
	/* An array of objects is the one thing that is not copied: it cannot be submitted. */
	assert_int_equal(cq_submit_execute(db, &changes, &array, SQL(INSERT_INTO(users, VALUES(people, 3)), ON_CONFLICT_DO_NOTHING(users))), CQ_UNSUPPORTED);
	assert_null(array);
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(users, VALUES(people, 3)), ON_CONFLICT_DO_NOTHING(users))));
	assert_int_equal(changes, 2);
	MUST(cq_await(lists));
	assert_int_equal(authors.count, USERS);
	for (int i = 0; i < USERS; i++)
		expect_author(&authors.items[i], i);
	cq_free(&authors);
	cq_operation_release(&lists);
}

static void an_extended_statement_is_submitted(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_statement kept = CQ_STATEMENT(SQL(SELECT(users.id, users.username), FROM(users)));
	for (int64_t i = 0; i < 40; i++)
		MUST(cq_extend(&kept, WHERE(NE(users.id, 100 + i))));
	MUST(cq_extend(&kept, ORDER_BY(DESC(users.id)), LIMIT(2)));
	submitted one = { .expected = "4 dan,3 cat," };
	MUST(cq_submit_all(db, Named, &one.rows, &one.operation, kept));
	MUST(cq_await(one.operation));
	expect_named(one.rows.items, one.rows.count, one.expected);
	cq_free(&one.rows);
	cq_operation_release(&one.operation);
	cq_statement_release(&kept);
}

/* ---- without an end */

static void a_recursion_is_cancelled(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_operation *slow, *listing, *queued;
	int64_t number;
	cq_rows(Number) rows;
	submitted one = { .expected = "1 ann," };
	MUST(cq_submit_scalar(db, &number, &slow, COUNT_ENDLESS));
	MUST(cq_submit_all(db, Number, &rows, &listing, SQL(ENDLESS, SELECT(numbers.n), FROM(numbers), WHERE(LT(numbers.n, 0)),
		UNION_ALL(SELECT(users.id), FROM(users)))));
	MUST(cq_submit_all(db, Named, &one.rows, &queued, SQL(SELECT_ROW(Named), FROM(users), LIMIT(1))));
	assert_int_equal(cq_await_until(slow, 20), CQ_TIMEOUT);
	cq_operation_cancel(slow);
	assert_int_equal(cq_await(slow), CQ_CANCELLED);
	assert_int_equal(cq_await_until(listing, 20), CQ_TIMEOUT);
	cq_operation_cancel(listing);
	assert_int_equal(cq_await(listing), CQ_CANCELLED);
	assert_null(rows.items);
	assert_int_equal(rows.count, 0);
	MUST(cq_await(queued));
	expect_named(one.rows.items, one.rows.count, one.expected);
	cq_free(&one.rows);
	cq_operation_release(&slow);
	cq_operation_release(&listing);
	cq_operation_release(&queued);
}

static void a_recursion_meets_its_deadline(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	int64_t number;
	cq_operation *slow;
	cq_stream *stream;
	Number *row = (Number *)&row;
	MUST(cq_connection_set_timeout(db, 60));
	assert_int_equal(cq_scalar(db, &number, COUNT_ENDLESS), CQ_TIMEOUT);
	MUST(cq_submit_scalar(db, &number, &slow, COUNT_ENDLESS));
	assert_int_equal(cq_await(slow), CQ_TIMEOUT);
	cq_operation_release(&slow);
	assert_int_equal(cq_stream_open(db, Number, NULL, &stream, SQL(ENDLESS, SELECT(numbers.n), FROM(numbers), WHERE(LT(numbers.n, 0)))), CQ_TIMEOUT);
	assert_null(stream);
	/* The second row is never found; the first is given. */
	MUST(cq_stream_open(db, Number, &(cq_stream_options){ .buffer_rows = 1 }, &stream,
		SQL(ENDLESS, SELECT(numbers.n), FROM(numbers), WHERE(EQ(numbers.n, 5)))));
	MUST(cq_stream_next(stream, &row));
	assert_int_equal(row->n, 5);
	assert_int_equal(cq_stream_next(stream, &row), CQ_TIMEOUT);
	assert_null(row);
	cq_stream_close(&stream);
	assert_int_equal(count_users(db), USERS);
}

/* What it has written so far is gone with it; of a transaction around it all is. */
static void a_write_is_stopped(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const char *before = language_state(db), *behind;
	int64_t changes;
	cq_operation *slow;
	MUST(cq_submit_execute(db, &changes, &slow, SQL(ENDLESS, INSERT_INTO(notes, SET(body, CAST(numbers.n, TEXT))), FROM(numbers))));
	assert_int_equal(cq_await_until(slow, 30), CQ_TIMEOUT);
	cq_operation_cancel(slow);
	assert_int_equal(cq_await(slow), CQ_CANCELLED);
	cq_operation_release(&slow);
	assert_false(cq_in_transaction(db));
	behind = language_state(db);
	assert_string_equal(behind, before);
	cq_free(&behind);
	MUST(cq_begin(db, NULL));
	Note note = { .body = "lost" };
	MUST(cq_insert(db, Note, &note));
	MUST(cq_connection_set_timeout(db, 40));
	assert_int_equal(cq_execute(db, &changes, SQL(ENDLESS, UPDATE(users, SET(age, 3)), FROM(numbers), WHERE(EQ(users.id, SUB(0, numbers.n))))), CQ_TIMEOUT);
	MUST(cq_connection_set_timeout(db, 0));
	if (cq_in_transaction(db)) {
		MUST(cq_rollback(db));
	} else {
		assert_int_equal(cq_scalar(db, &changes, SQL(SELECT(COUNT_ROWS()), FROM(users))), CQ_DATABASE);
		MUST(cq_rollback(db));
	}
	behind = language_state(db);
	assert_string_equal(behind, before);
	cq_free(&behind);
	cq_free(&before);
}

/* ---- streams */

static void add_many_notes(cq_connection *db)
{
	MUST(cq_execute(db, NULL, SQL(WITH_RECURSIVE(numbers, SELECT(VALUE(1)), UNION_ALL(SELECT(ADD(numbers.n, 1)), FROM(numbers), WHERE(LT(numbers.n, 1000)))),
		INSERT_INTO(notes, SET(body, CONCAT("note ", CAST(numbers.n, TEXT)))), FROM(numbers))));
}

static void a_stream_of_a_union_beside_others(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const cq_stream_options small = { .buffer_rows = 5 };
	cq_stream *stream, *second;
	Named *row, *other_row;
	int rows = 0;
	add_many_notes(db);
	MUST(cq_stream_open(db, Named, &small, &stream, SQL(SELECT(AS(notes.id, key), notes.body), FROM(notes), WHERE(LE(notes.id, 600)),
		UNION_ALL(SELECT(notes.id, VALUE("again")), FROM(notes), WHERE(LE(notes.id, 400))), ORDER_BY(LABEL(key)))));
	MUST(cq_stream_open(db, Named, &small, &second, SQL(SELECT(AS(users.id, key), users.username), FROM(users),
		EXCEPT(SELECT(VALUE(1), VALUE("ann"))), ORDER_BY(LABEL(key)))));
	for (;; rows++) {
		MUST(cq_stream_next(stream, &row));
		if (row == NULL)
			break;
		const int64_t id = rows < 800 ? rows / 2 + 1 : rows - 400 + 1;
		assert_int_equal(row->id, id);
		if (rows % 50 == 0) {
			const char *body;
			MUST(cq_scalar(db, &body, SQL(SELECT(notes.body), FROM(notes), WHERE(EQ(notes.id, id)))));
			assert_true(strcmp(row->name, body) == 0 || strcmp(row->name, "again") == 0);
			cq_free(&body);
		}
		if (rows == 100 || rows == 200) {
			MUST(cq_stream_next(second, &other_row));
			assert_int_equal(other_row->id, rows / 100 + 1);
		}
	}
	assert_int_equal(rows, 1000);
	cq_stream_close(&stream);
	cq_stream_close(&second);
}

static void a_stream_of_lists_beside_others(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	const cq_stream_options small = { .buffer_rows = 1 };
	cq_stream *stream;
	Author *author;
	cq_operation *operation;
	int i = 0;
	MUST(cq_stream_open(db, Author, &small, &stream, SQL(SELECT_ROW(Author), FROM(users), ORDER_BY(users.id))));
	for (;; i++) {
		MUST(cq_stream_next(stream, &author));
		if (author == NULL)
			break;
		Author *same;
		int64_t changes;
		MUST(cq_submit_execute(db, &changes, &operation, SQL(UPDATE(users, SET(age, 30)), WHERE(EQ(users.username, author->username)))));
		MUST(cq_one(db, Author, &same, SQL(SELECT_ROW(Author), FROM(users), WHERE(EQ(users.username, author->username)))));
		expect_author(author, i);
		expect_author(same, i);
		cq_free(&same);
		MUST(cq_await(operation));
		assert_int_equal(changes, 1);
		cq_operation_release(&operation);
	}
	assert_int_equal(i, USERS);
	cq_stream_close(&stream);
}

/* Of rows without an end, as many as are wanted. PostgreSQL completes the result when another statement comes: it would never
 * end, but for its deadline. */
static void an_endless_stream_is_closed(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_stream *stream;
	Number *row;
	MUST(cq_stream_open(db, Number, NULL, &stream, SQL(ENDLESS, SELECT(numbers.n), FROM(numbers))));
	for (int64_t i = 1; i <= 2000; i++) {
		MUST(cq_stream_next(stream, &row));
		assert_int_equal(row->n, i);
		if (i % 500 == 0 && database_kind() == CLIENT_SQLITE)
			assert_int_equal(count_users(db), USERS);
	}
	if (database_kind() != CLIENT_SQLITE) {
		int64_t count;
		MUST(cq_connection_set_timeout(db, 60));
		assert_int_equal(cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users))), CQ_TIMEOUT);
		MUST(cq_connection_set_timeout(db, 0));
	}
	cq_stream_close(&stream);
	assert_int_equal(count_users(db), USERS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_kind_is_awaited_with_the_others, with_all, shop_close),
		cmocka_unit_test_setup_teardown(each_kind_is_told_by_callback, with_all, shop_close),
		cmocka_unit_test_setup_teardown(lists_and_arrays_are_submitted, with_all, shop_close),
		cmocka_unit_test_setup_teardown(an_extended_statement_is_submitted, with_all, shop_close),
		cmocka_unit_test_setup_teardown(a_recursion_is_cancelled, with_all, shop_close),
		cmocka_unit_test_setup_teardown(a_recursion_meets_its_deadline, with_all, shop_close),
		cmocka_unit_test_setup_teardown(a_write_is_stopped, with_all, shop_close),
		cmocka_unit_test_setup_teardown(a_stream_of_a_union_beside_others, with_all, shop_close),
		cmocka_unit_test_setup_teardown(a_stream_of_lists_beside_others, with_all, shop_close),
		cmocka_unit_test_setup_teardown(an_endless_stream_is_closed, with_all, shop_close),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
