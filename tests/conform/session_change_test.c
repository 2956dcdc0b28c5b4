/* tests/conform/session_change_test.c: UPDATE, DELETE_FROM and INSERT_INTO on a session: which objects are out of date, and which leave.
 */
#include "conform/library.h"

static cq_objects(User) people;

static void load_people(cq_session *session)
{
	MUST(cq_all(session, User, &people, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(SELECTIN(users.posts)))));
	library_listen();
}

static void an_update_expires_what_it_matches(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(4, 1);
	load_people(session);
	int64_t changes;
	MUST(cq_execute(session, &changes, SQL(UPDATE(users, SET(name, "new")), WHERE(GT(users.id, 2)))));
	assert_int_equal(changes, 2);
	assert_false(cq_is_expired(session, people.items[1]));
	assert_true(cq_is_expired(session, people.items[2]));
	assert_true(cq_is_expired(session, people.items[3]));
	assert_true(cq_is_loaded(people.items[1]->posts));
	assert_false(cq_is_loaded(people.items[2]->posts));
	/* What it holds stays readable until it is read again. */
	assert_string_equal(people.items[2]->name, "user 3");
	User *user;
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 3)))));
	assert_ptr_equal(user, people.items[2]);
	assert_string_equal(user->name, "new");
	cq_free(&people);
	MUST(cq_rollback(session));
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 3)))));
	assert_string_equal(user->name, "user 3");
}

static void nothing_is_added_where_no_object_is_known(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 1);
	MUST(cq_begin(session, NULL));
	library_listen();
	MUST(cq_execute(session, NULL, SQL(UPDATE(users, SET(name, "new")), WHERE(GT(users.id, 1)))));
	SENT(1);
	assert_null(strstr(opened.texts[0], "RETURNING"));
	MUST(cq_rollback(session));
	load_people(session);
	MUST(cq_begin(session, NULL));
	library_listen();
	MUST(cq_execute(session, NULL, SQL(UPDATE(users, SET(name, "new")), WHERE(GT(users.id, 1)))));
	SENT(1);
	TEXT_IS(0, "UPDATE \"users\" SET \"name\" = ? WHERE \"users\".\"id\" > ? RETURNING \"users\".\"id\"",
		"UPDATE \"users\" SET \"name\" = $1 WHERE \"users\".\"id\" > $2 RETURNING \"users\".\"id\"");
	cq_free(&people);
	MUST(cq_rollback(session));
}

static void a_delete_lets_go_of_what_it_matches(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 0);
	load_people(session);
	int64_t changes;
	MUST(cq_execute(session, &changes, SQL(DELETE_FROM(users), WHERE(EQ(users.id, 3)))));
	assert_int_equal(changes, 1);
	assert_int_equal(cq_state_of(session, people.items[2]), CQ_DELETED);
	assert_int_equal(cq_state_of(session, people.items[1]), CQ_PERSISTENT);
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, people.items[2]), CQ_PERSISTENT);
	MUST(cq_execute(session, NULL, SQL(DELETE_FROM(users), WHERE(EQ(users.id, 3)))));
	MUST(cq_commit(session));
	assert_int_equal(cq_state_of(session, people.items[2]), CQ_DETACHED);
	assert_string_equal(people.items[2]->name, "user 3");
	cq_free(&people);
}

static void what_is_changed_is_written_before(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 0);
	load_people(session);
	people.items[1]->name = "mine";
	MUST(cq_execute(session, NULL, SQL(UPDATE(users, SET(name, CONCAT(users.name, "!"))), WHERE(EQ(users.name, "mine")))));
	MUST(cq_refresh(session, people.items[1]));
	assert_string_equal(people.items[1]->name, "mine!");
	cq_free(&people);
}

static void its_own_returning_expires_the_table(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 1);
	load_people(session);
	cq_rows(int64_t) keys;
	MUST(cq_scalars(session, &keys, SQL(UPDATE(users, SET(name, "new")), WHERE(EQ(users.id, 1)), RETURNING(users.id))));
	assert_int_equal(keys.count, 1);
	cq_free(&keys);
	for (size_t i = 0; i < 3; i++)
		assert_true(cq_is_expired(session, people.items[i]));
	Post *post;
	MUST(cq_first(session, Post, &post, SQL(SELECT_ALL(posts), FROM(posts))));
	assert_false(cq_is_expired(session, post));
	cq_free(&people);
}

static void text_of_the_programs_own_expires_all(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 1);
	load_people(session);
	int64_t count;
	MUST(cq_scalar(session, &count, RAW_SQL("  SELECT count(*) FROM users")));
	assert_false(cq_is_expired(session, people.items[0]));
	MUST(cq_execute(session, NULL, RAW_SQL("UPDATE users SET name = 'raw'")));
	assert_true(cq_is_expired(session, people.items[0]));
	MUST(cq_refresh(session, people.items[0]));
	assert_string_equal(people.items[0]->name, "raw");
	/* What is returned is up to date, all else is not. */
	User *user;
	MUST(cq_one(session, User, &user, RAW_SQL("/* mine */ UPDATE users SET name = 'again' WHERE id = 2 RETURNING *")));
	assert_ptr_equal(user, people.items[1]);
	assert_string_equal(user->name, "again");
	assert_false(cq_is_expired(session, user));
	assert_true(cq_is_expired(session, people.items[0]));
	MUST(cq_one(session, User, &user, RAW_SQL("WITH chosen AS (SELECT * FROM users WHERE id = 1) SELECT * FROM chosen")));
	assert_ptr_equal(user, people.items[0]);
	assert_false(cq_is_expired(session, people.items[1]));
	cq_free(&people);
	MUST(cq_rollback(session));
	MUST(cq_one(session, User, &user, RAW_SQL("SELECT * FROM users WHERE id = 2")));
	assert_string_equal(user->name, "user 2");
	assert_false(cq_in_transaction(session));
}

static void what_is_returned_whole_is_brought_up_to_date(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 0);
	load_people(session);
	cq_objects(User) written;
	MUST(cq_all(session, User, &written, SQL(UPDATE(users, SET(name, "new")), WHERE(GT(users.id, 2)), RETURNING_ALL(users))));
	assert_int_equal(written.count, 1);
	assert_ptr_equal(written.items[0], people.items[2]);
	assert_string_equal(people.items[2]->name, "new");
	assert_false(cq_is_expired(session, people.items[2]));
	cq_free(&written);
	cq_objects(Country) found;
	MUST(cq_all(session, Country, &found, SQL(INSERT_INTO(countries, SET(code, "de"), SET(name, "Germany")), RETURNING_ALL(countries))));
	Country *const country = found.items[0];
	assert_int_equal(cq_state_of(session, country), CQ_PERSISTENT);
	cq_free(&found);
	MUST(cq_all(session, Country, &found, SQL(INSERT_INTO(countries, SET(code, "de"), SET(name, "Deutschland")),
		ON_CONFLICT_DO_UPDATE(countries, KEY(code), SET(name, EXCLUDED(countries.name))), RETURNING_ALL(countries))));
	assert_ptr_equal(found.items[0], country);
	assert_string_equal(country->name, "Deutschland");
	cq_free(&found);
	MUST(cq_all(session, Country, &found, SQL(DELETE_FROM(countries), WHERE(EQ(countries.code, "de")), RETURNING_ALL(countries))));
	assert_ptr_equal(found.items[0], country);
	assert_int_equal(cq_state_of(session, country), CQ_DELETED);
	cq_free(&found);
	cq_free(&people);
}

static void keys_that_change_expire_the_table(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	Country both[] = { { .code = "de", .name = "Germany" }, { .code = "fr", .name = "France" } };
	MUST(cq_insert_many(opened.db, Country, both, 2));
	cq_objects(Country) found;
	MUST(cq_all(session, Country, &found, SQL(SELECT_ALL(countries), FROM(countries), ORDER_BY(countries.code))));
	MUST(cq_execute(session, NULL, SQL(UPDATE(countries, SET(code, "xx")), WHERE(EQ(countries.code, "fr")))));
	assert_true(cq_is_expired(session, found.items[0]));
	assert_true(cq_is_expired(session, found.items[1]));
	cq_free(&found);
	/* What a conflict has updated is not known one by one. */
	MUST(cq_all(session, Country, &found, SQL(SELECT_ALL(countries), FROM(countries), ORDER_BY(countries.code))));
	assert_false(cq_is_expired(session, found.items[0]));
	MUST(cq_execute(session, NULL, SQL(INSERT_INTO(countries, SET(code, "it"), SET(name, "Italy")))));
	assert_false(cq_is_expired(session, found.items[0]));
	MUST(cq_execute(session, NULL, SQL(INSERT_INTO(countries, SET(code, "de"), SET(name, "Deutschland")),
		ON_CONFLICT_DO_UPDATE(countries, KEY(code), SET(name, EXCLUDED(countries.name))))));
	assert_true(cq_is_expired(session, found.items[0]));
	cq_free(&found);
}

static void keys_of_two_columns(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	for (int32_t i = 1; i <= 3; i++) {
		Album album = { .artist = "someone", .number = i, .title = "an album" };
		MUST(cq_insert(opened.db, Album, &album));
	}
	cq_objects(Album) found;
	MUST(cq_all(session, Album, &found, SQL(SELECT_ALL(albums), FROM(albums), ORDER_BY(albums.number))));
	MUST(cq_execute(session, NULL, SQL(UPDATE(albums, SET(title, "another")), WHERE(EQ(albums.number, 2)))));
	assert_false(cq_is_expired(session, found.items[0]));
	assert_true(cq_is_expired(session, found.items[1]));
	MUST(cq_execute(session, NULL, SQL(DELETE_FROM(albums), WHERE(NE(albums.number, 2)))));
	assert_int_equal(cq_state_of(session, found.items[0]), CQ_DELETED);
	assert_int_equal(cq_state_of(session, found.items[1]), CQ_PERSISTENT);
	cq_free(&found);
}

/* What is assigned is needed until the next flush, also where it says what was there. */
static void a_text_that_says_the_same_is_let_go_of(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 0);
	load_people(session);
	User *const user = people.items[1];
	char *const text = malloc(20);
	(void)snprintf(text, 20, "user 2");
	user->name = text;
	MUST(cq_flush(session));
	SENT(0);
	(void)snprintf(text, 20, "another");
	free(text);
	MUST(cq_flush(session));
	SENT(0);
	assert_string_equal(user->name, "user 2");
	cq_free(&people);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(an_update_expires_what_it_matches),
		TEST(nothing_is_added_where_no_object_is_known),
		TEST(a_delete_lets_go_of_what_it_matches),
		TEST(what_is_changed_is_written_before),
		TEST(its_own_returning_expires_the_table),
		TEST(text_of_the_programs_own_expires_all),
		TEST(what_is_returned_whole_is_brought_up_to_date),
		TEST(keys_that_change_expire_the_table),
		TEST(keys_of_two_columns),
		TEST(a_text_that_says_the_same_is_let_go_of),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
