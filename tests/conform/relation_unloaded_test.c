/* tests/conform/relation_unloaded_test.c: collections that are not loaded are changed all the same; loading shows what is not written yet.
 */
#include "conform/relation.h"

/* ann has two posts and a profile, bob has none; one post has two tags. */
static int open_filled(void **state)
{
	relation_open(state);
	ELSEWHERE("INSERT INTO users (name) VALUES ('ann'), ('bob')");
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'one'), (1, 'two')");
	ELSEWHERE("INSERT INTO profiles (user_id, text) VALUES (1, 'first')");
	ELSEWHERE("INSERT INTO tags (name) VALUES ('red'), ('blue'), ('green')");
	ELSEWHERE("INSERT INTO post_tags (post_id, tag_id) VALUES (1, 1), (1, 2)");
	ELSEWHERE("INSERT INTO events (user_id, what) VALUES (1, 'came')");
	ELSEWHERE("INSERT INTO notes (owner_id, text) VALUES (1, 'note')");
	return 0;
}

/* Statements of a session flush first; these tests are about what is not flushed. */
static void without_autoflush(void)
{
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.no_autoflush = true;
	session_with(&options);
}

static void an_append_sends_nothing_and_is_seen_once_loaded(void **state)
{
	(void)state;
	without_autoflush();
	User *const ann = GET(User, 1);
	Post three = CQ_NEW(Post, .title = "three");
	forget_sent();
	APPEND(ann, users.posts, &three);
	APPEND(ann, users.posts, &three);
	assert_false(cq_is_loaded(ann->posts));
	assert_int_equal(ann->posts.count, 0);
	assert_ptr_equal(cq_related(three.author), ann);
	assert_sent("");
	LOAD(ann, users.posts);
	assert_sent("SELECT");
	assert_holds(ann->posts, GET(Post, 1), GET(Post, 2), &three);
	assert_ptr_equal(cq_related(GET(Post, 1)->author), ann);
	COMMIT();
	assert_sent("BEGIN; INSERT posts 1; COMMIT");
	assert_int_equal(three.author_id, 1);
	LOAD(ann, users.posts);
	assert_holds(ann->posts, GET(Post, 1), GET(Post, 2), &three);
}

static void loading_again_keeps_what_is_not_written(void **state)
{
	(void)state;
	without_autoflush();
	User *const ann = GET(User, 1);
	Post *const one = GET(Post, 1), *const two = GET(Post, 2);
	LOAD(ann, users.posts);
	LOAD(ann, users.profile);
	Post three = CQ_NEW(Post, .title = "three");
	Profile second = CQ_NEW(Profile, .text = "second");
	APPEND(ann, users.posts, &three);
	ASSIGN(ann, users.profile, &second);
	LOAD(ann, users.posts);
	LOAD(ann, users.profile);
	assert_holds(ann->posts, one, two, &three);
	assert_ptr_equal(cq_related(ann->profile), &second);
	ROLLBACK();
	assert_holds(ann->posts, one, two);
	assert_string_equal(cq_related(ann->profile)->text, "first");
}

static void what_has_left_is_not_loaded(void **state)
{
	(void)state;
	without_autoflush();
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	Post *const one = GET(Post, 1), *const two = GET(Post, 2);
	APPEND(bob, users.posts, one);
	assert_ptr_equal(cq_related(one->author), bob);
	LOAD(ann, users.posts);
	LOAD(bob, users.posts);
	assert_holds(ann->posts, two);
	assert_holds(bob->posts, one);
	/* Loading one's own side changes nothing of what is to be written. */
	LOAD(one, posts.author);
	assert_ptr_equal(cq_related(one->author), bob);
	forget_sent();
	COMMIT();
	assert_sent("BEGIN; UPDATE posts 1; COMMIT");
	assert_int_equal(SEEN("SELECT author_id FROM posts WHERE id = 1"), 2);
}

static void what_was_written_meanwhile_is_not_remembered(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	Post three = CQ_NEW(Post, .title = "three");
	APPEND(ann, users.posts, &three);
	COMMIT();
	ELSEWHERE("UPDATE posts SET author_id = 2 WHERE title = 'three'");
	LOAD(ann, users.posts);
	assert_holds(ann->posts, GET(Post, 1), GET(Post, 2));
}

static void removing_from_an_unloaded_collection(void **state)
{
	(void)state;
	without_autoflush();
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	Post *const one = GET(Post, 1);
	REFUSED(cq_remove(session, bob, users.posts, one), CQ_MISUSE, "users.posts", "the Post 1", "the User 2", "is not in");
	REMOVE(ann, users.posts, one);
	assert_null(cq_related(one->author));
	LOAD(ann, users.posts);
	assert_holds(ann->posts, GET(Post, 2));
	forget_sent();
	COMMIT();
	/* It is an orphan; its tags go with it, by one statement, for nobody has read them. */
	assert_sent("BEGIN; DELETE post_tags 2; DELETE posts 1; COMMIT");
	assert_int_equal(cq_state_of(session, one), CQ_DETACHED);
}

static void many_to_many_unloaded(void **state)
{
	(void)state;
	without_autoflush();
	Post *const one = GET(Post, 1);
	Tag *const red = GET(Tag, 1), *const blue = GET(Tag, 2), *const green = GET(Tag, 3);
	APPEND(one, posts.tags, green);
	REMOVE(one, posts.tags, red);
	assert_false(cq_is_loaded(one->tags));
	LOAD(one, posts.tags);
	assert_holds(one->tags, blue, green);
	LOAD(red, tags.posts);
	assert_empty(red->posts);
	LOAD(green, tags.posts);
	assert_holds(green->posts, one);
	forget_sent();
	COMMIT();
	assert_sent("BEGIN; DELETE post_tags 1; INSERT post_tags 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags WHERE post_id = 1 AND tag_id IN (2, 3)"), 2);
}

static void what_is_loaded_on_the_other_side_is_known(void **state)
{
	(void)state;
	Post *const one = GET(Post, 1);
	Tag *const red = GET(Tag, 1);
	LOAD(red, tags.posts);
	forget_sent();
	APPEND(one, posts.tags, red);
	COMMIT();
	assert_sent("");
	REFUSED(cq_remove(session, GET(Post, 2), posts.tags, red), CQ_MISUSE, "posts.tags", "the Tag 1", "the Post 2");
}

static void a_write_only_collection(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	Event *const came = GET(Event, 1);
	Event went = CQ_NEW(Event, .what = "went");
	forget_sent();
	APPEND(ann, users.events, &went);
	APPEND(bob, users.events, came);
	assert_false(cq_is_loaded(ann->events));
	COMMIT();
	assert_sent("BEGIN; INSERT events 1; UPDATE events 1; COMMIT");
	assert_int_equal(went.user_id.value, 1);
	assert_int_equal(came->user_id.value, 2);
	REMOVE(bob, users.events, came);
	REFUSED(cq_remove(session, bob, users.events, came), CQ_MISUSE, "users.events");
	COMMIT();
	assert_sent("BEGIN; UPDATE events 1; COMMIT");
	assert_false(came->user_id.present);
	/* Also of a new object: it is never read. */
	User cid = CQ_NEW(User, .name = "cid");
	ADDED(User, &cid);
	assert_false(cq_is_loaded(cid.events));
	APPEND(&cid, users.events, came);
	COMMIT();
	assert_int_equal(came->user_id.value, cid.id);
}

static void what_stood_in_an_unloaded_relation_to_one(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	Profile second = CQ_NEW(Profile, .text = "second");
	forget_sent();
	ASSIGN(ann, users.profile, &second);
	assert_ptr_equal(cq_related(ann->profile), &second);
	assert_sent("");
	COMMIT();
	assert_sent("SELECT; BEGIN; DELETE profiles 1; INSERT profiles 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM profiles WHERE text = 'second' AND user_id = 1"), 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM profiles"), 1);
}

static void none_in_an_unloaded_relation_to_one(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	ASSIGN(ann, users.profile, NULL);
	assert_null(cq_related(ann->profile));
	assert_true(cq_has_changes(session));
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM profiles"), 0);
	/* Where there is none anyway. */
	User *const bob = GET(User, 2);
	ASSIGN(bob, users.profile, NULL);
	forget_sent();
	COMMIT();
	assert_sent("SELECT");
}

static void the_same_again_in_an_unloaded_relation_to_one(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	Profile *const first = GET(Profile, 1);
	ASSIGN(ann, users.profile, first);
	forget_sent();
	COMMIT();
	assert_sent("");
	assert_ptr_equal(cq_related(ann->profile), first);
	assert_ptr_equal(cq_related(first->user), ann);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM profiles WHERE user_id = 1"), 1);
}

static void loading_one_side_loads_the_way_back(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	LOAD(ann, users.profile);
	forget_sent();
	CQ_EACH(Post, post, ann->posts) assert_ptr_equal(cq_related(post->author), ann);
	assert_ptr_equal(cq_related(cq_related(ann->profile)->user), ann);
	assert_sent("");
}

static void expiring_keeps_what_is_not_written(void **state)
{
	(void)state;
	without_autoflush();
	User *const ann = GET(User, 1);
	Post *const one = GET(Post, 1);
	LOAD(ann, users.posts);
	Post three = CQ_NEW(Post, .title = "three");
	APPEND(ann, users.posts, &three);
	APPEND(GET(User, 2), users.posts, one);
	MUST(cq_expire(session, ann));
	assert_false(cq_is_loaded(ann->posts));
	MUST(cq_refresh(session, ann));
	LOAD(ann, users.posts);
	assert_holds(ann->posts, GET(Post, 2), &three);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts WHERE author_id = 1"), 2);
}

/* Notes of what was put into a collection that nobody loads do not pile up. */
static void many_commits_of_an_unloaded_collection(void **state)
{
	(void)state;
	static Note notes_of[300];
	User *const ann = GET(User, 1);
	for (unsigned i = 0; i < 300; i++) {
		notes_of[i] = CQ_NEW(Note, .text = "n");
		APPEND(ann, users.notes, &notes_of[i]);
		if (i % 3 == 2)
			COMMIT();
	}
	LOAD(ann, users.notes);
	assert_int_equal(cq_count(ann->notes), 301);
}

static void a_key_by_hand_leaves_the_member_as_it_was(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	Post *const one = GET(Post, 1);
	LOAD(ann, users.posts);
	one->author_id = 2;
	COMMIT();
	assert_sent("SELECT; SELECT; SELECT; SELECT; BEGIN; UPDATE posts 1; COMMIT");
	assert_ptr_equal(cq_related(one->author), ann);
	LOAD(one, posts.author);
	assert_ptr_equal(cq_related(one->author), bob);
	LOAD(ann, users.posts);
	assert_holds(ann->posts, GET(Post, 2));
}

#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_filled, one_session_close)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(an_append_sends_nothing_and_is_seen_once_loaded),
		TEST(loading_again_keeps_what_is_not_written),
		TEST(what_has_left_is_not_loaded),
		TEST(what_was_written_meanwhile_is_not_remembered),
		TEST(removing_from_an_unloaded_collection),
		TEST(many_to_many_unloaded),
		TEST(what_is_loaded_on_the_other_side_is_known),
		TEST(a_write_only_collection),
		TEST(what_stood_in_an_unloaded_relation_to_one),
		TEST(none_in_an_unloaded_relation_to_one),
		TEST(the_same_again_in_an_unloaded_relation_to_one),
		TEST(loading_one_side_loads_the_way_back),
		TEST(expiring_keeps_what_is_not_written),
		TEST(many_commits_of_an_unloaded_collection),
		TEST(a_key_by_hand_leaves_the_member_as_it_was),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
