/* tests/conform/result_test.c: each executor: what it gives for no row, one and several, and what it refuses.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <time.h>

static int with_three(void **state)
{
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	add_user(db, "ann");
	add_user(db, "bob");
	add_user(db, "cid");
	return 0;
}

#define UserName_FIELDS(FIELD)             \
	FIELD(id, BIGINT, users.id)            \
	FIELD(username, TEXT, users.username)
CQ_ROW(UserName)

#define Authored_FIELDS(FIELD)                         \
	FIELD(username, TEXT, users.username)              \
	FIELD(title, NULLABLE(TEXT), posts.title)          \
	FIELD(posts, BIGINT, COUNT(posts.id))
CQ_ROW(Authored)

static void all_gives_every_row(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_rows(UserName) rows;
	MUST(cq_all(db, UserName, &rows, SQL(SELECT_ROW(UserName), FROM(users), ORDER_BY(users.id))));
	assert_int_equal(rows.count, 3);
	assert_int_equal(rows.items[0].id, 1);
	assert_string_equal(rows.items[2].username, "cid");
	cq_free(&rows);
	assert_null(rows.items);
	assert_int_equal(rows.count, 0);
	cq_free(&rows);
	MUST(cq_all(db, UserName, &rows, SQL(SELECT_ROW(UserName), FROM(users), WHERE(GT(users.id, 9)))));
	assert_int_equal(rows.count, 0);
	assert_null(rows.items);
	cq_free(&rows);
}

static void one_tells_none_from_many(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	User *user;
	MUST(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.username, "bob")))));
	assert_int_equal(user->id, 2);
	assert_null(user->bio);
	assert_false(user->age.present);
	assert_true(user->is_active);
	cq_free(&user);
	assert_null(user);
	assert_int_equal(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 9)))), CQ_NO_ROW);
	assert_null(user);
	assert_int_equal(cq_last_error(db)->code, CQ_NO_ROW);
	assert_string_equal(cq_last_error(db)->file, __FILE__);
	assert_int_equal(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users))), CQ_TOO_MANY_ROWS);
	assert_null(user);
	MUST(cq_one_or_none(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 9)))));
	assert_null(user);
	assert_int_equal(cq_one_or_none(db, User, &user, SQL(SELECT_ALL(users), FROM(users))), CQ_TOO_MANY_ROWS);
	MUST(cq_first(db, User, &user, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(DESC(users.id)))));
	assert_string_equal(user->username, "cid");
	cq_free(&user);
	MUST(cq_first(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 9)))));
	assert_null(user);
}

static void scalars_come_in_their_own_types(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	int64_t count;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users))));
	assert_int_equal(count, 3);
	const char *name;
	MUST(cq_scalar(db, &name, SQL(SELECT(users.username), FROM(users), WHERE(EQ(users.id, 2)))));
	assert_string_equal(name, "bob");
	cq_free(&name);
	assert_null(name);
	cq_opt_int16 age = { true, 7 };
	MUST(cq_scalar(db, &age, SQL(SELECT(users.age), FROM(users), WHERE(EQ(users.id, 2)))));
	assert_false(age.present);
	age.present = true;
	MUST(cq_scalar(db, &age, SQL(SELECT(users.age), FROM(users), WHERE(EQ(users.id, 9)))));
	assert_false(age.present);
	int64_t id = 5;
	assert_int_equal(cq_scalar(db, &id, SQL(SELECT(users.id), FROM(users), WHERE(EQ(users.id, 9)))), CQ_NO_ROW);
	assert_int_equal(id, 0);
	assert_int_equal(cq_scalar_one(db, &id, SQL(SELECT(users.id), FROM(users))), CQ_TOO_MANY_ROWS);
	assert_int_equal(cq_scalar_one_or_none(db, &age, SQL(SELECT(users.age), FROM(users))), CQ_TOO_MANY_ROWS);
	cq_rows(const char *) names;
	MUST(cq_scalars(db, &names, SQL(SELECT(users.username), FROM(users), ORDER_BY(users.id))));
	assert_int_equal(names.count, 3);
	assert_string_equal(names.items[1], "bob");
	cq_free(&names);
}

static void execute_counts_what_changed(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	int64_t changes = -1;
	MUST(cq_execute(db, &changes, SQL(UPDATE(users, SET(bio, "x")), WHERE(GT(users.id, 1)))));
	assert_int_equal(changes, 2);
	MUST(cq_execute(db, &changes, SQL(DELETE_FROM(users), WHERE(EQ(users.id, 77)))));
	assert_int_equal(changes, 0);
	MUST(cq_execute(db, NULL, SQL(DELETE_FROM(users), ALL_ROWS)));
	assert_int_equal(count_users(db), 0);
}

static void returning_gives_rows(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_rows(UserName) rows;
	MUST(cq_all(db, UserName, &rows, SQL(UPDATE(users, SET(bio, "y")), WHERE(LT(users.id, 3)), RETURNING_ROW(UserName))));
	assert_int_equal(rows.count, 2);
	cq_free(&rows);
	User *user;
	MUST(cq_one(db, User, &user, SQL(DELETE_FROM(users), WHERE(EQ(users.id, 1)), RETURNING_ALL(users))));
	assert_string_equal(user->bio, "y");
	cq_free(&user);
	assert_int_equal(count_users(db), 2);
}

static void an_outer_joined_value_is_null(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	Post post = CQ_NEW(Post, .author_id = 2, .title = "hello");
	MUST(cq_insert(db, Post, &post));
	cq_rows(Authored) rows;
	MUST(cq_all(db, Authored, &rows, SQL(SELECT_ROW(Authored), FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id)), GROUP_BY(users.id, users.username, posts.title),
		ORDER_BY(users.id))));
	assert_int_equal(rows.count, 3);
	assert_null(rows.items[0].title);
	assert_int_equal(rows.items[0].posts, 0);
	assert_string_equal(rows.items[1].title, "hello");
	cq_free(&rows);
}

static void raw_columns_go_by_name(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	UserName *row;
	MUST(cq_one(db, UserName, &row, RAW_SQL("SELECT username, 1 AS extra, id FROM users WHERE id = :id", BIND(id, 3))));
	assert_int_equal(row->id, 3);
	assert_string_equal(row->username, "cid");
	cq_free(&row);
	assert_int_equal(cq_one(db, UserName, &row, RAW_SQL("SELECT username FROM users WHERE id = :id", BIND(id, 3))),
		CQ_WRONG_TYPE);
	assert_non_null(strstr(cq_last_error(db)->message, "id"));
}

static void wrong_values_are_refused(void **state)
{
	database_only(CLIENT_SQLITE);
	cq_connection *const db = ((shop *)*state)->db;
	/* Another program has written these: SQLite stores what it is given. */
	MUST(cq_execute(db, NULL, RAW_SQL("UPDATE users SET age = 40000 WHERE id = 1")));
	MUST(cq_execute(db, NULL, RAW_SQL("UPDATE users SET age = 'old' WHERE id = 2")));
	MUST(cq_execute(db, NULL, RAW_SQL("UPDATE users SET username = CAST(x'ff' AS TEXT) WHERE id = 3")));
	User *user;
	assert_int_equal(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1)))),
		CQ_OUT_OF_RANGE);
	assert_non_null(strstr(cq_last_error(db)->message, "age"));
	assert_null(user);
	assert_int_equal(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)))), CQ_WRONG_TYPE);
	assert_int_equal(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 3)))), CQ_BAD_TEXT);
	int64_t number;
	assert_int_equal(cq_scalar(db, &number, RAW_SQL("SELECT NULL")), CQ_NULL_VALUE);
	assert_int_equal(number, 0);
	cq_rows(User) users_read;
	assert_int_equal(cq_all(db, User, &users_read, SQL(SELECT_ALL(users), FROM(users))), CQ_OUT_OF_RANGE);
	assert_int_equal(users_read.count, 0);
	assert_null(users_read.arena);
}

static void values_that_do_not_fit_are_not_sent(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	assert_int_equal(cq_execute(db, NULL, SQL(UPDATE(users, SET(username, "far too long for twenty")), WHERE(EQ(users.id, 1)))),
		CQ_TOO_LARGE);
	assert_int_equal(cq_execute(db, NULL, SQL(UPDATE(users, SET(age, 70000)), WHERE(EQ(users.id, 1)))), CQ_OUT_OF_RANGE);
	const char *nothing = NULL;
	assert_int_equal(cq_execute(db, NULL, SQL(UPDATE(users, SET(username, nothing)), WHERE(EQ(users.id, 1)))),
		CQ_NULL_VALUE);
	MUST(cq_execute(db, NULL, SQL(UPDATE(users, SET(bio, nothing)), WHERE(EQ(users.id, 1)))));
}

static void a_vanished_condition_deletes_nothing(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	bool wanted = false;
	assert_int_equal(cq_execute(db, NULL, SQL(DELETE_FROM(users), WHERE(WHEN(wanted, EQ(users.id, 1))))), CQ_NO_CONDITION);
	assert_int_equal(count_users(db), 3);
	wanted = true;
	MUST(cq_execute(db, NULL, SQL(DELETE_FROM(users), WHERE(WHEN(wanted, EQ(users.id, 1))))));
	assert_int_equal(count_users(db), 2);
}

static void an_error_stays_until_the_next(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	assert_int_equal(cq_last_error(db)->code, CQ_OK);
	User again = CQ_NEW(User, .username = "ann");
	assert_int_equal(cq_insert(db, User, &again), CQ_UNIQUE);
	assert_int_equal(count_users(db), 3);
	const cq_error *const error = cq_last_error(db);
	assert_int_equal(error->code, CQ_UNIQUE);
	assert_int_equal(error->kind, CQ_CLASS_INTEGRITY);
	assert_non_null(strstr(error->sql, "INSERT INTO"));
	assert_int_equal(again.id, 0);
}

static void values_are_bound_not_pasted(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	add_user(db, "'; DROP TABLE x --");
	User *user;
	MUST(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.username, "'; DROP TABLE x --")))));
	assert_string_equal(user->username, "'; DROP TABLE x --");
	cq_free(&user);
}

/* How many of the users are not active. */
static int64_t inactive(cq_connection *db)
{
	int64_t count = -1;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(EQ(users.is_active, false)))));
	return count;
}

static void a_write_whose_rows_cannot_be_given_is_undone(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	User *user;
	cq_rows(User) all;
	int64_t id;
	/* PostgreSQL's transaction has failed with the statement, like with every failure, and only a rollback is left. */
	if (database_kind() == CLIENT_POSTGRES) {
		MUST(cq_begin(db, NULL));
		assert_int_equal(cq_one(db, User, &user, SQL(UPDATE(users, SET(is_active, false)), ALL_ROWS, RETURNING(ALL(users)))),
			CQ_TOO_MANY_ROWS);
		assert_int_equal(cq_scalar(db, &id, SQL(SELECT(COUNT(users.id)), FROM(users))), CQ_DATABASE);
		MUST(cq_rollback(db));
		assert_int_equal(inactive(db), 0);
	}
	for (int inside = 0; inside < (database_kind() == CLIENT_SQLITE ? 2 : 1); inside++) {
		if (inside)
			MUST(cq_begin(db, NULL));
		assert_int_equal(cq_one(db, User, &user, SQL(UPDATE(users, SET(is_active, false)), ALL_ROWS, RETURNING(ALL(users)))),
			CQ_TOO_MANY_ROWS);
		assert_null(user);
		assert_string_equal(cq_last_error(db)->file, __FILE__);
		assert_int_equal(inactive(db), 0);
		assert_int_equal(cq_scalar_one(db, &id, SQL(UPDATE(users, SET(is_active, false)), ALL_ROWS, RETURNING(users.id))),
			CQ_TOO_MANY_ROWS);
		assert_int_equal(inactive(db), 0);
		assert_int_equal(cq_in_transaction(db), inside != 0);
		/* FIRST does not mind more rows. */
		MUST(cq_first(db, User, &user, SQL(UPDATE(users, SET(is_active, false)), WHERE(GT(users.id, 1)), RETURNING(ALL(users)))));
		assert_non_null(user);
		cq_free(&user);
		assert_int_equal(inactive(db), 2);
		MUST(cq_all(db, User, &all, SQL(UPDATE(users, SET(is_active, true)), ALL_ROWS, RETURNING(ALL(users)))));
		assert_int_equal(all.count, 3);
		cq_free(&all);
		assert_int_equal(inactive(db), 0);
		if (inside)
			MUST(cq_commit(db));
	}
	Note two[] = { CQ_NEW(Note, .body = "a"), CQ_NEW(Note, .body = "b") };
	Note *note;
	assert_int_equal(cq_one(db, Note, &note, SQL(INSERT_INTO(notes, VALUES(two, 2)), RETURNING(ALL(notes)))), CQ_TOO_MANY_ROWS);
	MUST(cq_scalar(db, &id, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	assert_int_equal(id, 0);

	/* A value that its column's type does not have, written by another program. */
	if (database_kind() != CLIENT_SQLITE)
		return;
	MUST(cq_execute(db, NULL, RAW_SQL("UPDATE users SET balance = 'abc' WHERE id = 2")));
	for (int inside = 0; inside < 2; inside++) {
		if (inside)
			MUST(cq_begin(db, NULL));
		assert_int_equal(cq_all(db, User, &all, SQL(UPDATE(users, SET(is_active, false)), ALL_ROWS, RETURNING(ALL(users)))),
			CQ_WRONG_TYPE);
		assert_int_equal(inactive(db), 0);
		assert_int_equal(cq_all(db, User, &all, SQL(DELETE_FROM(users), ALL_ROWS, RETURNING(ALL(users)))), CQ_WRONG_TYPE);
		MUST(cq_scalar(db, &id, SQL(SELECT(COUNT(users.id)), FROM(users))));
		assert_int_equal(id, 3);
		if (inside)
			MUST(cq_rollback(db));
	}
}

static void many_values_are_taken_up_to_the_limit(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	enum { MANY = 30000, TOO_MANY = 250001 };
	const clock_t begun = clock();
	int64_t count = -1;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(ANY_OF(i, MANY, EQ(users.id, (int64_t)i + 2))))));
	assert_int_equal(count, 2);
	assert_true(clock() - begun < 2 * CLOCKS_PER_SEC);
	assert_int_equal(cq_scalar(db, &count,
		SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(ANY_OF(i, TOO_MANY, EQ(users.id, (int64_t)i))))), CQ_TOO_LARGE);
	assert_non_null(strstr(cq_last_error(db)->message, "250001 values"));
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(all_gives_every_row, with_three, shop_close),
		cmocka_unit_test_setup_teardown(one_tells_none_from_many, with_three, shop_close),
		cmocka_unit_test_setup_teardown(scalars_come_in_their_own_types, with_three, shop_close),
		cmocka_unit_test_setup_teardown(execute_counts_what_changed, with_three, shop_close),
		cmocka_unit_test_setup_teardown(returning_gives_rows, with_three, shop_close),
		cmocka_unit_test_setup_teardown(an_outer_joined_value_is_null, with_three, shop_close),
		cmocka_unit_test_setup_teardown(raw_columns_go_by_name, with_three, shop_close),
		cmocka_unit_test_setup_teardown(wrong_values_are_refused, with_three, shop_close),
		cmocka_unit_test_setup_teardown(values_that_do_not_fit_are_not_sent, with_three, shop_close),
		cmocka_unit_test_setup_teardown(a_vanished_condition_deletes_nothing, with_three, shop_close),
		cmocka_unit_test_setup_teardown(an_error_stays_until_the_next, with_three, shop_close),
		cmocka_unit_test_setup_teardown(values_are_bound_not_pasted, with_three, shop_close),
		cmocka_unit_test_setup_teardown(a_write_whose_rows_cannot_be_given_is_undone, with_three, shop_close),
		cmocka_unit_test_setup_teardown(many_values_are_taken_up_to_the_limit, with_three, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
