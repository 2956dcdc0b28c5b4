/* tests/conform/session_query_test.c: statements on a session: whose objects they give, and what is sent before them.
 */
#include "conform/library.h"

#include "base/alloc.h"

static void a_row_is_one_object(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 2);
	User *first, *again;
	MUST(cq_one(session, User, &first, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)))));
	MUST(cq_execute(opened.db, NULL, SQL(UPDATE(users, SET(name, "elsewhere")), WHERE(EQ(users.id, 2)))));
	MUST(cq_one(session, User, &again, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)))));
	assert_ptr_equal(first, again);
	/* What is there is not written over, unless the statement says so. */
	assert_string_equal(first->name, "user 2");
	MUST(cq_one(session, User, &again, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)), OPTIONS(POPULATE_EXISTING))));
	assert_ptr_equal(first, again);
	assert_string_equal(first->name, "elsewhere");
	/* A join that gives an object twice gives it twice. */
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), JOIN(posts, EQ(posts.author_id, users.id)), ORDER_BY(posts.id))));
	assert_int_equal(found.count, 4);
	assert_ptr_equal(found.items[0], found.items[1]);
	assert_ptr_equal(found.items[3], first);
	cq_free(&found);
}

static void what_is_changed_is_sent_before(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 0);
	User *user;
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)))));
	library_listen();
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)))));
	SENT(1);
	user->name = "changed";
	library_listen();
	int64_t count;
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(EQ(users.name, "changed")))));
	SENT(3);
	assert_non_null(strstr(opened.texts[0], "BEGIN"));
	assert_non_null(strstr(opened.texts[1], "UPDATE"));
	assert_int_equal(count, 1);
	MUST(cq_rollback(session));
	assert_string_equal(user->name, "user 2");
}

/* A change is made to what the lock has found. */
static void what_is_locked_is_read_anew(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	if (!is_postgres())
		skip();
	library_people(2, 0);
	User *user, *again;
	MUST(cq_get(session, User, &user, 2));
	MUST(cq_execute(opened.db, NULL, SQL(UPDATE(users, SET(name, "elsewhere")), WHERE(EQ(users.id, 2)))));
	MUST(cq_one(session, User, &again, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)), FOR_UPDATE())));
	assert_ptr_equal(user, again);
	assert_string_equal(user->name, "elsewhere");
	assert_false(cq_has_changes(session));
	MUST(cq_commit(session));
	MUST(cq_execute(opened.db, NULL, SQL(UPDATE(users, SET(name, "once more")), WHERE(EQ(users.id, 2)))));
	/* What the program has changed is written before, and stays. */
	user->bio = "mine";
	MUST(cq_one(session, User, &again, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)), FOR_SHARE())));
	assert_string_equal(user->name, "once more");
	assert_string_equal(user->bio, "mine");
	MUST(cq_commit(session));
}

static void what_is_locked_keeps_what_is_not_written(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	if (!is_postgres())
		skip();
	library_people(2, 0);
	User *user, *again;
	MUST(cq_get(session, User, &user, 2));
	MUST(cq_execute(opened.db, NULL, SQL(UPDATE(users, SET(name, "elsewhere")), WHERE(EQ(users.id, 2)))));
	user->bio = "mine";
	MUST(cq_one(session, User, &again, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)), FOR_UPDATE())));
	assert_string_equal(user->name, "elsewhere");
	assert_string_equal(user->bio, "mine");
	MUST(cq_commit(session));
	MUST(cq_refresh(session, user));
	assert_string_equal(user->name, "elsewhere");
	assert_string_equal(user->bio, "mine");
}

static void unless_the_session_does_not(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 0);
	User *user;
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)))));
	user->name = "changed";
	library_listen();
	int64_t count;
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(EQ(users.name, "changed")))));
	SENT(1);
	assert_int_equal(count, 0);
	assert_string_equal(user->name, "changed");
}

static void reading_begins_no_transaction(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 1);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts)))));
	cq_free(&found);
	assert_false(cq_in_transaction(session));
	SENT(2);
	MUST(cq_execute(session, NULL, SQL(DELETE_FROM(post_tags), ALL_ROWS)));
	assert_true(cq_in_transaction(session));
	MUST(cq_rollback(session));
	if (is_postgres()) {
		MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), FOR_UPDATE())));
		assert_true(cq_in_transaction(session));
		cq_free(&found);
		MUST(cq_rollback(session));
	}
}

#define Authored_FIELDS(FIELD)              \
	FIELD(title, TEXT, posts.title)         \
	FIELD(author, OBJECT(User), ALL(users)) \
	FIELD(mentor, OBJECT(User), ALL(boss))
CQ_ALIAS(users, boss)
CQ_ROW(Authored)

static void rows_point_to_the_sessions_objects(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 2);
	Authored *one;
	MUST(cq_first(session, Authored, &one, SQL(SELECT_ROW(Authored), FROM(posts), JOIN(users, EQ(users.id, posts.author_id)),
		LEFT_JOIN(boss, EQ(boss.id, users.mentor_id)), ORDER_BY(posts.id))));
	assert_null(one->mentor);
	User *const first = one->author;
	cq_free(&one);
	cq_rows(Authored) rows;
	MUST(cq_all(session, Authored, &rows, SQL(SELECT_ROW(Authored), FROM(posts), JOIN(users, EQ(users.id, posts.author_id)),
		LEFT_JOIN(boss, EQ(boss.id, users.mentor_id)), ORDER_BY(posts.id), OPTIONS(SELECTIN(users.posts)))));
	assert_int_equal(rows.count, 6);
	assert_ptr_equal(rows.items[0].author, first);
	assert_ptr_equal(rows.items[5].mentor, first);
	assert_int_equal(cq_count(rows.items[5].author->posts), 2);
	User *const last = rows.items[5].author;
	cq_free(&rows);
	assert_string_equal(last->name, "user 3");
	assert_int_equal(cq_state_of(session, last), CQ_PERSISTENT);
}

static void scalars_are_the_programs(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 0);
	cq_rows(int64_t) keys;
	MUST(cq_scalars(session, &keys, SQL(SELECT(users.id), FROM(users), ORDER_BY(DESC(users.id)))));
	assert_int_equal(keys.count, 3);
	assert_int_equal(keys.items[0], 3);
	cq_free(&keys);
	const char *name;
	MUST(cq_scalar_one(session, &name, SQL(SELECT(users.name), FROM(users), WHERE(EQ(users.id, 2)))));
	assert_string_equal(name, "user 2");
	cq_free(&name);
	int64_t none;
	assert_int_equal(cq_scalar_one(session, &none, SQL(SELECT(users.id), FROM(users), WHERE(EQ(users.id, 9)))), CQ_NO_ROW);
	assert_int_equal(cq_session_error(session)->code, CQ_NO_ROW);
}

static void failures_stand_in_the_session(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 1);
	User *user;
	assert_int_equal(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users))), CQ_TOO_MANY_ROWS);
	assert_null(user);
	assert_string_equal(cq_session_error(session)->file, __FILE__);
	assert_int_equal(cq_session_run_one(session, NULL, &cq_target_User.target, CQ_WANT_ONE, &user), CQ_MISUSE);
	/* A path of another model: the second enforcer's, for a statement that was kept. */
	cq_statement kept = STATEMENT(SQL(SELECT_ALL(users), FROM(users)));
	cq_push_relation(&kept, CQ_RELATION(posts.author));
	cq_statement_release(&kept);
	cq_statement_init(&kept, NULL);
	cq_push_ref(&kept, CQ_OP_SELECT_ALL, 0, CQ_TABLE(users));
	cq_push_ref(&kept, CQ_OP_FROM, 0, CQ_TABLE(users));
	cq_push_relation(&kept, CQ_RELATION(posts.author));
	cq_push_node(&kept, CQ_OP_LOAD, CQ_TYPE_NONE, CQ_LOAD_SELECTIN, 1, NULL);
	cq_push(&kept, CQ_OP_OPTIONS, 1);
	cq_push(&kept, CQ_OP_STATEMENT, 3);
	cq_objects(User) found;
	assert_int_equal(cq_session_run_all(session, &kept, &cq_target_User.target, &found), CQ_RULE);
	assert_string_equal(cq_session_error(session)->message, "OPTIONS: posts.author: is no relation of what the statement gives");
}

/* ---- no memory ------------------------------------------------------------------------------------------------------------- */

static cq_status everything(cq_session *session, User **user)
{
	cq_objects(User) found;
	CQ_TRY(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), LIMIT(2),
		OPTIONS(SELECTIN(users.profile), JOINED(users.mentor), SELECTIN(users.posts, WHERE(GT(posts.id, 0))), SELECTIN(users.posts, posts.tags),
			SELECTIN(users.posts, posts.comments)))));
	*user = found.items[0];
	cq_free(&found);
	CQ_TRY(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), LIMIT(2), OPTIONS(JOINED(users.mentees), POPULATE_EXISTING))));
	cq_free(&found);
	CQ_TRY(cq_load(session, *user, users.posts, ORDER_BY(DESC(posts.id)), OPTIONS(JOINED(posts.author))));
	cq_rows(Authored) rows;
	CQ_TRY(cq_all(session, Authored, &rows, SQL(SELECT_ROW(Authored), FROM(posts), JOIN(users, EQ(users.id, posts.author_id)),
		LEFT_JOIN(boss, EQ(boss.id, users.mentor_id)), ORDER_BY(posts.id), OPTIONS(SELECTIN(users.mentor)))));
	cq_free(&rows);
	CQ_TRY(cq_execute(session, NULL, SQL(UPDATE(users, SET(bio, "new")), WHERE(EQ(users.id, 2)))));
	CQ_TRY(cq_all(session, User, &found, SQL(UPDATE(users, SET(bio, "newer")), WHERE(EQ(users.id, 3)), RETURNING_ALL(users))));
	cq_free(&found);
	return CQ_OK;
}

/* Wherever memory ends, the session can go on and gives what it should. */
static void memory_may_end_anywhere(void **state)
{
	cq_session *session = ((library *)*state)->session;
	library_people(3, 3);
	library_comments(1);
	User *user;
	long failed = 0;
	for (long n = 1;; n++) {
		cq_session *fresh;
		MUST(cq_session_open(opened.engine, NULL, &fresh));
		cq__alloc_fail_after(n);
		const cq_status status = everything(fresh, &user);
		const long asked = cq__alloc_count();
		cq__alloc_fail_after(0);
		if (status != CQ_OK && status != CQ_NO_MEMORY)
			fail_msg("allocation %ld: %s: %s", n, cq_status_name(status), cq_session_error(fresh)->message);
		failed += status == CQ_NO_MEMORY;
		/* The same session again. */
		if (cq_in_transaction(fresh))
			assert_int_equal(cq_rollback(fresh), CQ_OK);
		const cq_status again = everything(fresh, &user);
		if (again != CQ_OK)
			fail_msg("after allocation %ld: %s: %s", n, cq_status_name(again), cq_session_error(fresh)->message);
		assert_int_equal(cq_count(user->posts), 3);
		assert_int_equal(cq_items(user->posts)[0]->id, 3);
		assert_int_equal(cq_count(cq_items(user->posts)[2]->comments), 2);
		assert_int_equal(cq_count(user->mentees), 2);
		assert_int_equal(cq_rollback(fresh), CQ_OK);
		cq_session_close(&fresh);
		if (asked < n)
			break;
	}
	assert_true(failed > 20);
	(void)session;
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(a_row_is_one_object),
		TEST(what_is_changed_is_sent_before),
		TEST(what_is_locked_is_read_anew),
		cmocka_unit_test_setup_teardown(what_is_locked_keeps_what_is_not_written, library_open_without_autoflush, library_close),
		cmocka_unit_test_setup_teardown(unless_the_session_does_not, library_open_without_autoflush, library_close),
		TEST(reading_begins_no_transaction),
		TEST(rows_point_to_the_sessions_objects),
		TEST(scalars_are_the_programs),
		TEST(failures_stand_in_the_session),
		TEST(memory_may_end_anywhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
