/* tests/conform/load_soft_test.c: rows that are deleted softly, in statements on a session and in what is loaded.
 */
#include "conform/library.h"

static void they_are_not_seen(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(1, 1);
	library_comments(1);
	cq_objects(Comment) found;
	MUST(cq_all(session, Comment, &found, SQL(SELECT_ALL(comments), FROM(comments), ORDER_BY(comments.id))));
	assert_int_equal(found.count, 2);
	cq_free(&found);
	MUST(cq_all(session, Comment, &found, SQL(SELECT_ALL(comments), FROM(comments), ORDER_BY(comments.id), OPTIONS(WITH_DELETED))));
	assert_int_equal(found.count, 3);
	cq_free(&found);
	int64_t count;
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT(comments.id)), FROM(comments))));
	assert_int_equal(count, 2);
}

static void nor_are_they_loaded(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(1, 2);
	library_comments(1);
	cq_objects(Post) found;
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id), OPTIONS(SELECTIN(posts.comments)))));
	SENT(2);
	assert_int_equal(cq_count(found.items[0]->comments), 2);
	cq_free(&found);
	MUST(cq_expunge_all(session));
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id), OPTIONS(JOINED(posts.comments)))));
	assert_int_equal(found.count, 2);
	assert_int_equal(cq_count(found.items[0]->comments), 2);
	assert_int_equal(cq_count(found.items[1]->comments), 0);
	cq_free(&found);
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id),
		OPTIONS(SELECTIN(posts.comments), WITH_DELETED, POPULATE_EXISTING))));
	assert_int_equal(cq_count(found.items[0]->comments), 3);
	cq_free(&found);
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id),
		OPTIONS(JOINED(posts.comments), WITH_DELETED, POPULATE_EXISTING))));
	assert_int_equal(found.count, 2);
	assert_int_equal(cq_count(found.items[0]->comments), 3);
	Post *const post = found.items[0];
	cq_free(&found);
	MUST(cq_load(session, post, posts.comments));
	assert_int_equal(cq_count(post->comments), 2);
}

static int open_with_deleted(void **state)
{
	const cq_session_options options = { .with_deleted = true };
	return library_open_with(state, &options);
}

static void a_session_may_see_all(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(1, 1);
	library_comments(1);
	Post *post;
	MUST(cq_one(session, Post, &post, SQL(SELECT_ALL(posts), FROM(posts), OPTIONS(SELECTIN(posts.comments)))));
	assert_int_equal(cq_count(post->comments), 3);
	MUST(cq_load(session, post, posts.comments));
	assert_int_equal(cq_count(post->comments), 3);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(they_are_not_seen),
		TEST(nor_are_they_loaded),
		cmocka_unit_test_setup_teardown(a_session_may_see_all, open_with_deleted, library_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
