/* tests/conform/load_explicit_test.c: cq_load and cq_load_all: one relation of objects that the program names.
 */
#include "conform/library.h"

static User *user_of(cq_session *session, int64_t id)
{
	User *user;
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, id)))));
	return user;
}

static void one_relation_of_one_object(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 3);
	User *const user = user_of(session, 2);
	assert_false(cq_is_loaded(user->posts));
	library_listen();
	MUST(cq_load(session, user, users.posts));
	SENT(1);
	assert_int_equal(cq_count(user->posts), 3);
	MUST(cq_load(session, user, users.mentor));
	SENT(2);
	assert_int_equal(cq_related(user->mentor)->id, 1);
	MUST(cq_load(session, cq_items(user->posts)[1], posts.tags));
	SENT(3);
	assert_int_equal(cq_count(cq_items(user->posts)[1]->tags), 1);
}

static void clauses_of_one_object(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 6);
	User *const user = user_of(session, 1);
	library_listen();
	MUST(cq_load(session, user, users.posts, WHERE(posts.is_public), ORDER_BY(DESC(posts.id)), LIMIT(2)));
	SENT(1);
	assert_int_equal(cq_count(user->posts), 2);
	assert_int_equal(cq_items(user->posts)[0]->id, 5);
	assert_int_equal(cq_items(user->posts)[1]->id, 3);
	/* Anew, with what stands behind. */
	library_listen();
	MUST(cq_load(session, user, users.posts, OPTIONS(SELECTIN(posts.tags), JOINED(posts.author))));
	/* The author is there. */
	SENT(2);
	assert_int_equal(cq_count(user->posts), 6);
	assert_int_equal(cq_count(cq_items(user->posts)[5]->tags), 2);
}

static void many_objects_at_once(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(4, 2);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id))));
	library_listen();
	MUST(cq_load_all(session, found.items, found.count, users.posts, WHERE(GT(posts.id, 2))));
	SENT(1);
	assert_int_equal(cq_count(found.items[0]->posts), 0);
	assert_int_equal(cq_count(found.items[3]->posts), 2);
	/* The same one twice is loaded once; nobody at all takes no statement. */
	User *const twice[] = { found.items[1], found.items[1] };
	MUST(cq_load_all(session, twice, 2, users.profile));
	SENT(2);
	assert_string_equal(opened.parameters[1], "[[2]]");
	MUST(cq_load_all(session, found.items, 0, users.profile));
	SENT(2);
	User *const both[] = { found.items[0], found.items[1] };
	assert_int_equal(cq_load_all(session, both, 2, users.posts, LIMIT(1)), CQ_MISUSE);
	cq_free(&found);
}

static void what_the_database_has_now(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 2);
	User *const user = user_of(session, 1);
	MUST(cq_load(session, user, users.posts));
	Post *const first = cq_items(user->posts)[0];
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(post_tags), ALL_ROWS)));
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(posts), WHERE(EQ(posts.id, 2)))));
	MUST(cq_execute(opened.db, NULL, SQL(UPDATE(posts, SET(title, "elsewhere")), WHERE(EQ(posts.id, 1)))));
	MUST(cq_load(session, user, users.posts));
	assert_int_equal(cq_count(user->posts), 1);
	/* Its objects are not written over. */
	assert_ptr_equal(cq_items(user->posts)[0], first);
	assert_string_equal(first->title, "post 1");
}

static void an_expired_object_is_read_first(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 1);
	Post *post;
	MUST(cq_one(session, Post, &post, SQL(SELECT_ALL(posts), FROM(posts), WHERE(EQ(posts.id, 1)))));
	MUST(cq_execute(opened.db, NULL, SQL(UPDATE(posts, SET(author_id, 3)), WHERE(EQ(posts.id, 1)))));
	MUST(cq_expire(session, post));
	library_listen();
	MUST(cq_load(session, post, posts.author));
	SENT(2);
	assert_int_equal(post->author_id, 3);
	assert_int_equal(cq_related(post->author)->id, 3);
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(post_tags), ALL_ROWS)));
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(posts), WHERE(EQ(posts.id, 1)))));
	MUST(cq_expire(session, post));
	assert_int_equal(cq_load(session, post, posts.author), CQ_NO_ROW);
}

static void what_is_new_is_written_first(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 1);
	Post post = CQ_NEW(Post, .id = 900, .author_id = 2, .title = "new", .is_public = true);
	MUST(cq_add(session, Post, &post));
	MUST(cq_load(session, &post, posts.author));
	assert_int_equal(cq_state_of(session, &post), CQ_PERSISTENT);
	assert_int_equal(cq_related(post.author)->id, 2);
	MUST(cq_rollback(session));
}

static void what_is_not_written_is_refused(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 1);
	Post post = CQ_NEW(Post, .id = 900, .author_id = 2, .title = "new", .is_public = true);
	MUST(cq_add(session, Post, &post));
	library_listen();
	assert_int_equal(cq_load(session, &post, posts.author), CQ_MISUSE);
	SENT(0);
	assert_non_null(strstr(cq_session_error(session)->message, "cq_flush"));
	MUST(cq_expunge(session, &post));
}

static void refusals_have_a_sentence(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 1);
	User *const user = user_of(session, 1);
	library_listen();
	assert_int_equal(cq_load(session, user, users.drafts), CQ_MISUSE);
	assert_string_equal(cq_session_error(session)->message,
		"cq_load: users.drafts is write-only: it is never loaded; select what it leads to by a statement");
	User stranger = { .id = 1 };
	assert_int_equal(cq_load(session, &stranger, users.posts), CQ_MISUSE);
	cq_objects(User) found;
	assert_int_equal(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.drafts)))), CQ_MISUSE);
	assert_null(found.items);
	SENT(0);
}

static void a_failure_leaves_members_as_they_were(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 2);
	User *const user = user_of(session, 1);
	/* The column is there for the checks, and not for the database. */
	MUST(cq_execute(opened.db, NULL, RAW_SQL("ALTER TABLE posts RENAME COLUMN title TO headline")));
	assert_int_not_equal(cq_load(session, user, users.posts), CQ_OK);
	assert_false(cq_is_loaded(user->posts));
	assert_true(strlen(cq_session_error(session)->sql) != 0);
	cq_objects(User) found;
	assert_int_not_equal(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.profile), SELECTIN(users.posts)))), CQ_OK);
	assert_null(found.items);
	MUST(cq_execute(opened.db, NULL, RAW_SQL("ALTER TABLE posts RENAME COLUMN headline TO title")));
	MUST(cq_load(session, user, users.posts));
	assert_int_equal(cq_count(user->posts), 2);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(one_relation_of_one_object),
		TEST(clauses_of_one_object),
		TEST(many_objects_at_once),
		TEST(what_the_database_has_now),
		TEST(an_expired_object_is_read_first),
		TEST(what_is_new_is_written_first),
		cmocka_unit_test_setup_teardown(what_is_not_written_is_refused, library_open_without_autoflush, library_close),
		TEST(refusals_have_a_sentence),
		TEST(a_failure_leaves_members_as_they_were),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
