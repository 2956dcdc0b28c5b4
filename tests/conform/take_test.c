/* tests/conform/take_test.c: a copy of an object with all that is loaded outlives its session, as deep as it is loaded.
 */
#include "conform/relation.h"

static int open_filled(void **state)
{
	relation_open(state);
	ELSEWHERE("INSERT INTO users (name, bio) VALUES ('ann', 'long enough to stand somewhere'), ('bob', NULL)");
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'one'), (1, 'two')");
	ELSEWHERE("INSERT INTO tags (name) VALUES ('red')");
	ELSEWHERE("INSERT INTO post_tags (post_id, tag_id) VALUES (1, 1), (2, 1)");
	return 0;
}

static void it_is_as_deep_as_it_is_loaded(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *copy;
	LOAD(ann, users.posts);
	LOAD(ann, users.profile);
	LOAD(cq_items(ann->posts)[0], posts.tags);
	forget_sent();
	MUST(cq_take(session, User, ann, &copy));
	assert_sent("");
	cq_session_close(&session);
	assert_string_equal(copy->name, "ann");
	assert_string_equal(copy->bio, "long enough to stand somewhere");
	assert_int_equal(cq_count(copy->posts), 2);
	assert_null(cq_related(copy->profile));
	assert_false(cq_is_loaded(copy->notes));
	Post *const one = cq_items(copy->posts)[0], *const two = cq_items(copy->posts)[1];
	assert_string_equal(one->title, "one");
	assert_ptr_equal(cq_related(one->author), copy);
	assert_ptr_equal(cq_related(two->author), copy);
	assert_int_equal(cq_count(one->tags), 1);
	assert_string_equal(cq_items(one->tags)[0]->name, "red");
	assert_false(cq_is_loaded(two->tags));
	cq_free(&copy);
	assert_null(copy);
}

static void the_sessions_objects_are_not_changed(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *copy;
	LOAD(ann, users.posts);
	Post *const one = cq_items(ann->posts)[0];
	MUST(cq_take(session, User, ann, &copy));
	copy->name = "other";
	cq_items(copy->posts)[0]->title = "other";
	assert_string_equal(ann->name, "ann");
	assert_string_equal(one->title, "one");
	assert_false(cq_has_changes(session));
	assert_int_equal(cq_state_of(session, copy), CQ_TRANSIENT);
	cq_free(&copy);
}

static void bytes_and_what_is_not_there(void **state)
{
	(void)state;
	static const unsigned char bytes[] = { 0, 1, 2, 3 };
	Document full = CQ_NEW(Document, .text = ""), empty = CQ_NEW(Document, .text = "x"), none = CQ_NEW(Document, .text = "y");
	full.data = (cq_bytes){ bytes, sizeof bytes };
	empty.data = (cq_bytes){ "", 0 };
	Document *copy;
	ADDED(Document, &full);
	ADDED(Document, &empty);
	ADDED(Document, &none);
	MUST(cq_take(session, Document, &full, &copy));
	assert_ptr_not_equal(copy->data.data, bytes);
	assert_memory_equal(copy->data.data, bytes, sizeof bytes);
	assert_string_equal(copy->text, "");
	cq_free(&copy);
	MUST(cq_take(session, Document, &empty, &copy));
	assert_non_null(copy->data.data);
	assert_int_equal(copy->data.size, 0);
	cq_free(&copy);
	MUST(cq_take(session, Document, &none, &copy));
	assert_null(copy->data.data);
	cq_free(&copy);
	/* What is left to the database is left to it. */
	User cid = CQ_NEW(User, .name = "cid"), *user;
	ADDED(User, &cid);
	MUST(cq_take(session, User, &cid, &user));
	assert_ptr_equal(user->mood, cq_default_text);
	cq_free(&user);
}

/* What was taken is the program's: it can be added to another session, arrays and all. */
static void a_copy_can_come_in_again(void **state)
{
	(void)state;
	User eve = CQ_NEW(User, .name = "eve"), *copy;
	Post first = CQ_NEW(Post, .title = "first"), second = CQ_NEW(Post, .title = "second");
	ADDED(User, &eve);
	APPEND(&eve, users.posts, &first);
	MUST(cq_take(session, User, &eve, &copy));
	session_again();
	ADDED(User, copy);
	assert_int_equal(cq_state_of(session, cq_items(copy->posts)[0]), CQ_PENDING);
	APPEND(copy, users.posts, &second);
	REMOVE(copy, users.posts, cq_items(copy->posts)[0]);
	assert_holds(copy->posts, &second);
	COMMIT();
	assert_int_equal(second.author_id, copy->id);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts WHERE title IN ('first', 'second')"), 1);
	cq_session_close(&session);
	cq_free(&copy);
}

static void only_of_the_sessions(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *copy;
	User stranger = CQ_NEW(User, .name = "stranger");
	REFUSED(cq_take(session, User, &stranger, &copy), CQ_MISUSE, "cq_take", "not in the session");
	assert_null(copy);
	REFUSED(cq_session_take(session, NULL, &copy), CQ_MISUSE, "cq_take");
	REFUSED(cq_session_take(session, ann, NULL), CQ_MISUSE, "the output is NULL");
	/* What was taken out of it can be copied as long as it is remembered. */
	MUST(cq_expunge(session, ann));
	MUST(cq_take(session, User, ann, &copy));
	assert_string_equal(copy->name, "ann");
	cq_free(&copy);
}

#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_filled, one_session_close)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(it_is_as_deep_as_it_is_loaded),
		TEST(the_sessions_objects_are_not_changed),
		TEST(bytes_and_what_is_not_there),
		TEST(a_copy_can_come_in_again),
		TEST(only_of_the_sessions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
