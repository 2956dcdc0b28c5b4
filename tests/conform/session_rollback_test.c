/* tests/conform/session_rollback_test.c: what a rollback knows of objects that left the session meanwhile, of rows that were read
 * under a key which comes back, and of texts that the program has freed since they were written; what is changed in objects that are
 * out of date.
 */
#include "conform/library.h"

static cq_session *session_of(void **state)
{
	return ((library *)*state)->session;
}

static int64_t count_named(const char *name)
{
	int64_t count = -1;
	MUST(cq_scalar(opened.db, &count, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(EQ(users.name, name)))));
	return count;
}

/* ---- objects that have left ------------------------------------------------------------------------------------------------ */

static void inserted_and_taken_out(void **state)
{
	cq_session *const session = session_of(state);
	User ann = CQ_NEW(User, .name = "ann");
	MUST(cq_add(session, User, &ann));
	MUST(cq_flush(session));
	MUST(cq_expunge(session, &ann));
	MUST(cq_rollback(session));
	MUST(cq_add(session, User, &ann));
	assert_int_equal(cq_state_of(session, &ann), CQ_PENDING);
	MUST(cq_commit(session));
	assert_int_equal(count_named("ann"), 1);
}

static void inserted_and_all_taken_out(void **state)
{
	cq_session *const session = session_of(state);
	User ann = CQ_NEW(User, .name = "ann");
	MUST(cq_add(session, User, &ann));
	MUST(cq_flush(session));
	MUST(cq_expunge_all(session));
	MUST(cq_rollback(session));
	MUST(cq_add(session, User, &ann));
	MUST(cq_commit(session));
	assert_int_equal(count_named("ann"), 1);
}

static void changed_and_taken_out(void **state)
{
	cq_session *const session = session_of(state);
	library_people(1, 0);
	User *user;
	MUST(cq_get(session, User, &user, 1));
	MUST(cq_begin(session, NULL));
	user->name = "first";
	MUST(cq_savepoint(session));
	user->name = "second";
	MUST(cq_flush(session));
	MUST(cq_expunge(session, user));
	MUST(cq_rollback(session));
	/* The row says "first", the object "second". */
	MUST(cq_add(session, User, user));
	assert_true(cq_is_modified(session, user));
	MUST(cq_commit(session));
	assert_int_equal(count_named("second"), 1);
}

/* What is still true of one that has left stays known. */
static void taken_out_unchanged(void **state)
{
	cq_session *const session = session_of(state);
	library_people(1, 0);
	User *user;
	MUST(cq_get(session, User, &user, 1));
	MUST(cq_begin(session, NULL));
	MUST(cq_expunge_all(session));
	MUST(cq_rollback(session));
	MUST(cq_add(session, User, user));
	assert_int_equal(cq_state_of(session, user), CQ_PERSISTENT);
	library_listen();
	MUST(cq_commit(session));
	SENT(0);
}

/* ---- keys that come back --------------------------------------------------------------------------------------------------- */

static void a_row_has_one_object(void **state)
{
	cq_session *const session = session_of(state);
	library_people(1, 0);
	User *user, *other, *again;
	MUST(cq_get(session, User, &user, 1));
	MUST(cq_delete(session, user));
	MUST(cq_flush(session));
	MUST(cq_execute(session, NULL, RAW_SQL("INSERT INTO users (id, name) VALUES (1, 'other')")));
	MUST(cq_get(session, User, &other, 1));
	assert_ptr_not_equal(user, other);
	assert_string_equal(other->name, "other");
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, user), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(session, other), CQ_DETACHED);
	MUST(cq_get(session, User, &again, 1));
	assert_ptr_equal(again, user);
	user->name = "changed";
	MUST(cq_commit(session));
	assert_int_equal(count_named("changed"), 1);
}

/* Somebody else has deleted a row, and another object is written under its key. */
static void who_gives_up_its_key_has_it_again(void **state)
{
	cq_session *const session = session_of(state);
	library_people(2, 0);
	User *old, *got;
	User taken = CQ_NEW(User, .id = 2, .name = "new");
	MUST(cq_get(session, User, &old, 2));
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(profiles), ALL_ROWS)));
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(users), WHERE(EQ(users.id, 2)))));
	MUST(cq_add(session, User, &taken));
	MUST(cq_flush(session));
	assert_int_equal(cq_state_of(session, old), CQ_DELETED);
	MUST(cq_get(session, User, &got, 2));
	assert_ptr_equal(got, &taken);
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, &taken), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, old), CQ_PERSISTENT);
	MUST(cq_get(session, User, &got, 2));
	assert_ptr_equal(got, old);
	MUST(cq_add(session, User, &taken));
	MUST(cq_commit(session));
	assert_int_equal(cq_state_of(session, old), CQ_DETACHED);
	assert_int_equal(count_named("new"), 1);
}

/* ---- texts that are gone --------------------------------------------------------------------------------------------------- */

static char *copy(const char *text)
{
	char *const made = strdup(text);
	assert_non_null(made);
	return made;
}

/* In the session's own objects they are needed until the flush. */
static void texts_given_to_the_sessions_objects(void **state)
{
	cq_session *const session = session_of(state);
	User *user, *made;
	char *text;
	MUST(cq_add_new(session, User, &made, .name = "new"));
	text = copy("first");
	made->bio = text;
	MUST(cq_flush(session));
	free(text);
	made->name = "changed";
	MUST(cq_flush(session));
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, made), CQ_TRANSIENT);
	assert_string_equal(made->name, "new");
	assert_string_equal(made->bio, "first");
	assert_int_equal(made->id, 0);

	library_people(1, 0);
	MUST(cq_get(session, User, &user, 1));
	MUST(cq_begin(session, NULL));
	text = copy("first");
	user->bio = text;
	MUST(cq_flush(session));
	free(text);
	MUST(cq_savepoint(session));
	text = copy("second");
	user->bio = text;
	MUST(cq_flush(session));
	free(text);
	MUST(cq_rollback(session));
	assert_string_equal(user->bio, "first");
	MUST(cq_rollback(session));
	assert_null(user->bio);
}

/* In the program's own objects those that stand there now are needed, and no others. */
static void texts_of_the_programs_objects(void **state)
{
	cq_session *const session = session_of(state);
	char *const texts[] = { copy("first"), copy("second"), copy("third"), copy("fourth") };
	User ann = CQ_NEW(User, .name = texts[0]);
	MUST(cq_add(session, User, &ann));
	MUST(cq_flush(session));
	ann.name = texts[1];
	free(texts[0]);
	MUST(cq_flush(session));
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, &ann), CQ_TRANSIENT);
	assert_string_equal(ann.name, "first");
	free(texts[1]);

	MUST(cq_add(session, User, &ann));
	MUST(cq_commit(session));
	ann.name = texts[2];
	MUST(cq_flush(session));
	ann.name = texts[3];
	free(texts[2]);
	MUST(cq_flush(session));
	MUST(cq_rollback(session));
	free(texts[3]);
	assert_string_equal(ann.name, "first");
	MUST(cq_commit(session));
	assert_int_equal(count_named("first"), 1);
}

/* ---- changes behind what is out of date ------------------------------------------------------------------------------------ */

static void what_is_changed_when_expired_is_written(void **state)
{
	cq_session *const session = session_of(state);
	library_people(1, 0);
	User *user, *again;
	MUST(cq_get(session, User, &user, 1));
	MUST(cq_execute(session, NULL, SQL(UPDATE(users, SET(bio, "x")), WHERE(EQ(users.id, 1)))));
	user->name = "changed";
	assert_true(cq_has_changes(session));
	MUST(cq_commit(session));
	assert_int_equal(count_named("changed"), 1);
	/* What the statement has set was not known, and is not written over. */
	assert_true(cq_is_expired(session, user));
	MUST(cq_get(session, User, &again, 1));
	assert_string_equal(user->bio, "x");
	/* Reading it again writes what was changed before. */
	MUST(cq_expire(session, user));
	user->name = "again";
	MUST(cq_get(session, User, &again, 1));
	assert_string_equal(user->name, "again");
	MUST(cq_commit(session));
	assert_int_equal(count_named("again"), 1);
}

/* What is read while nothing is flushed takes only the place of what is not changed. */
static void what_is_changed_when_expired_is_not_read_over(void **state)
{
	cq_session *const session = session_of(state);
	library_people(2, 1);
	User *user, *other, *again;
	MUST(cq_get(session, User, &user, 1));
	MUST(cq_get(session, User, &other, 2));
	MUST(cq_execute(opened.db, NULL, SQL(UPDATE(users, SET(name, "elsewhere"), SET(bio, "new")), ALL_ROWS)));
	MUST(cq_expire(session, user));
	MUST(cq_expire(session, other));
	user->name = "mine";
	other->mentor_id = (cq_opt_int64){ 0 };
	MUST(cq_one(session, User, &again, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1)))));
	assert_ptr_equal(user, again);
	assert_string_equal(user->name, "mine");
	assert_string_equal(user->bio, "new");
	/* Along a relation, with the memory of the result or a copy. */
	Post *post;
	MUST(cq_one(session, Post, &post, SQL(SELECT_ALL(posts), FROM(posts), WHERE(EQ(posts.id, 2)), OPTIONS(SELECTIN(posts.author)))));
	assert_ptr_equal(cq_related(post->author), other);
	assert_string_equal(other->name, "elsewhere");
	assert_false(other->mentor_id.present);
	assert_false(cq_is_expired(session, user));
	assert_false(cq_is_expired(session, other));
	assert_true(cq_has_changes(session));
	MUST(cq_commit(session));
	assert_int_equal(count_named("mine"), 1);
	assert_int_equal(count_named("elsewhere"), 1);
	int64_t count = -1;
	MUST(cq_scalar(opened.db, &count, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(IS_NULL(users.mentor_id), EQ(users.bio, "new")))));
	assert_int_equal(count, 2);
	/* What is asked for anew is. */
	user->name = "given up";
	MUST(cq_refresh(session, user));
	assert_string_equal(user->name, "mine");
}

static void what_is_deleted_softly_when_expired_is_written(void **state)
{
	cq_session *const session = session_of(state);
	library_people(1, 1);
	library_comments(1);
	Comment *comment;
	int64_t left = -1;
	MUST(cq_get(session, Comment, &comment, 11));
	MUST(cq_expire(session, comment));
	MUST(cq_delete(session, comment));
	MUST(cq_commit(session));
	MUST(cq_scalar(opened.db, &left, SQL(SELECT(COUNT(comments.id)), FROM(comments), WHERE(IS_NULL(comments.deleted_at)))));
	assert_int_equal(left, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(inserted_and_taken_out),
		TEST(inserted_and_all_taken_out),
		TEST(changed_and_taken_out),
		TEST(taken_out_unchanged),
		TEST(a_row_has_one_object),
		TEST(who_gives_up_its_key_has_it_again),
		TEST(texts_given_to_the_sessions_objects),
		TEST(texts_of_the_programs_objects),
		TEST(what_is_changed_when_expired_is_written),
		cmocka_unit_test_setup_teardown(what_is_changed_when_expired_is_not_read_over, library_open_without_autoflush, library_close),
		TEST(what_is_deleted_softly_when_expired_is_written),
	};
	if (database_missing())
		return 77;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
