/* tests/conform/cascade_session_test.c: what comes into a session along with an object, leaves it with one, and is expired with one.
 */
#include "conform/relation.h"

static int open_filled(void **state)
{
	relation_open(state);
	ELSEWHERE("INSERT INTO users (name) VALUES ('ann'), ('bob')");
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'one'), (1, 'two')");
	ELSEWHERE("INSERT INTO profiles (user_id, text) VALUES (1, 'first')");
	ELSEWHERE("INSERT INTO notes (owner_id, text) VALUES (1, 'note')");
	ELSEWHERE("INSERT INTO tags (name) VALUES ('red')");
	ELSEWHERE("INSERT INTO post_tags (post_id, tag_id) VALUES (1, 1)");
	return 0;
}

/* ---- leaving and coming back --------------------------------------------------------------------------------------- */

static void what_is_expunged_takes_along(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	LOAD(ann, users.profile);
	LOAD(ann, users.notes);
	Post *const one = GET(Post, 1);
	Note *const note = GET(Note, 1);
	Tag *const red = GET(Tag, 1);
	LOAD(one, posts.tags);
	MUST(cq_expunge(session, ann));
	assert_int_equal(cq_state_of(session, ann), CQ_DETACHED);
	assert_int_equal(cq_state_of(session, one), CQ_DETACHED);
	assert_int_equal(cq_state_of(session, cq_related(ann->profile)), CQ_DETACHED);
	/* These relations have no EXPUNGE. */
	assert_int_equal(cq_state_of(session, note), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(session, red), CQ_PERSISTENT);
	/* All stays readable. */
	assert_string_equal(cq_items(ann->posts)[1]->title, "two");
	one->title = "changed outside";
	forget_sent();
	COMMIT();
	assert_sent("");
	/* Back again, with what it holds, and what was changed meanwhile. */
	ADDED(User, ann);
	assert_int_equal(cq_state_of(session, ann), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(session, one), CQ_PERSISTENT);
	assert_ptr_equal(GET(Post, 1), one);
	COMMIT();
	assert_sent("BEGIN; UPDATE posts 1; COMMIT");
	Post three = CQ_NEW(Post, .title = "three");
	APPEND(ann, users.posts, &three);
	COMMIT();
	assert_int_equal(three.author_id, 1);
}

static void a_new_graph_comes_back_with_its_links(void **state)
{
	(void)state;
	User cid = CQ_NEW(User, .name = "cid");
	Post hello = CQ_NEW(Post, .title = "hello");
	Tag blue = CQ_NEW(Tag, .name = "blue");
	Profile face = CQ_NEW(Profile, .text = "face");
	ADDED(User, &cid);
	APPEND(&cid, users.posts, &hello);
	APPEND(&hello, posts.tags, &blue);
	ASSIGN(&cid, users.profile, &face);
	MUST(cq_expunge(session, &cid));
	assert_int_equal(cq_state_of(session, &hello), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, &face), CQ_TRANSIENT);
	ADDED(User, &cid);
	assert_int_equal(cq_state_of(session, &hello), CQ_PENDING);
	COMMIT();
	assert_int_equal(hello.author_id, cid.id);
	assert_int_equal(face.user_id, cid.id);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags JOIN tags ON tags.id = tag_id WHERE name = 'blue'"), 1);
	/* From the child's side, too. */
	User dan = CQ_NEW(User, .name = "dan");
	Post late = CQ_NEW(Post, .title = "late");
	ADDED(User, &dan);
	APPEND(&dan, users.posts, &late);
	MUST(cq_expunge(session, &dan));
	ADDED(Post, &late);
	assert_int_equal(cq_state_of(session, &dan), CQ_PENDING);
	COMMIT();
	assert_int_equal(late.author_id, dan.id);
}

static void a_parent_that_leaves_is_still_the_parent(void **state)
{
	(void)state;
	User *const bob = GET(User, 2);
	Note note = CQ_NEW(Note, .text = "new");
	APPEND(bob, users.notes, &note);
	MUST(cq_expunge(session, bob));
	COMMIT();
	assert_true(note.owner_id.present);
	assert_int_equal(note.owner_id.value, 2);
	/* One that never had a row is none. */
	User cid = CQ_NEW(User, .name = "cid");
	Note other = CQ_NEW(Note, .text = "other");
	ADDED(User, &cid);
	APPEND(&cid, users.notes, &other);
	MUST(cq_expunge(session, &cid));
	COMMIT();
	assert_int_equal(cq_state_of(session, &other), CQ_PERSISTENT);
	assert_false(other.owner_id.present);
	/* Nor is a row of an association with one. */
	Post *const two = GET(Post, 2);
	Tag blue = CQ_NEW(Tag, .name = "blue");
	APPEND(two, posts.tags, &blue);
	MUST(cq_expunge(session, &blue));
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags WHERE post_id = 2"), 0);
}

/* A struct that is assigned takes the members of relations along: what they hold is somebody's. */
static void a_copy_takes_nothing_away(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	User copy = *ann;
	copy.id = 0;
	copy.name = "copy";
	REFUSED(cq_add(session, User, &copy), CQ_MISUSE, "users.posts", "a new User holds the Post 1", "belongs to the User 1");
	assert_int_equal(cq_state_of(session, &copy), CQ_TRANSIENT);
	assert_int_equal(cq_count(ann->posts), 2);
	assert_false(cq_has_changes(session));
	/* To one, and without a way back. */
	MUST(cq_expire(session, ann));
	LOAD(ann, users.profile);
	copy = *ann;
	copy.id = 0;
	REFUSED(cq_add(session, User, &copy), CQ_MISUSE, "users.profile", "the Profile 1", "the User 1");
	MUST(cq_expire(session, ann));
	LOAD(ann, users.notes);
	copy = *ann;
	copy.id = 0;
	REFUSED(cq_add(session, User, &copy), CQ_MISUSE, "users.notes", "the Note 1", "the User 1");
	/* The columns alone, and what nobody has any more. */
	User columns = CQ_NEW(User, .name = ann->name, .bio = ann->bio), heir = *ann;
	ADDED(User, &columns);
	MUST(cq_delete(session, ann));
	heir.id = 0;
	ADDED(User, &heir);
	COMMIT();
	assert_int_equal(cq_count(columns.notes), 0);
	assert_int_equal(cq_count(heir.notes), 1);
	assert_int_equal(cq_items(heir.notes)[0]->owner_id.value, heir.id);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM notes JOIN users ON users.id = owner_id WHERE users.id <> 1"), 1);
	MUST(cq_expunge(session, &columns));
	MUST(cq_expunge(session, &heir));
}

static void tags_are(const Post *post, const char *first, const char *second)
{
	assert_int_equal(cq_count(post->tags), second != NULL ? 2 : 1);
	assert_string_equal(cq_items(post->tags)[0]->name, first);
	if (second != NULL)
		assert_string_equal(cq_items(post->tags)[1]->name, second);
}

/* Of a MANY_TO_MANY a copy has what the other has, but not in the same array. */
static void a_copy_has_a_collection_of_its_own(void **state)
{
	(void)state;
	Post *const one = GET(Post, 1);
	Tag blue = CQ_NEW(Tag, .name = "blue"), green = CQ_NEW(Tag, .name = "green"), grey = CQ_NEW(Tag, .name = "grey");
	LOAD(one, posts.tags);
	MUST(cq_begin(session, NULL));
	APPEND(one, posts.tags, &grey);
	MUST(cq_remove(session, one, posts.tags, &grey));
	Post twin = *one;
	twin.id = 0;
	ADDED(Post, &twin);
	APPEND(one, posts.tags, &blue);
	tags_are(&twin, "red", NULL);
	APPEND(&twin, posts.tags, &green);
	tags_are(one, "red", "blue");
	tags_are(&twin, "red", "green");
	MUST(cq_savepoint(session));
	MUST(cq_remove(session, one, posts.tags, cq_items(one->tags)[0]));
	tags_are(one, "blue", NULL);
	tags_are(&twin, "red", "green");
	MUST(cq_rollback(session));
	tags_are(one, "red", "blue");
	tags_are(&twin, "red", "green");
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags JOIN tags ON tags.id = tag_id WHERE post_id = 1 AND name IN ('red', 'blue')"), 2);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags JOIN tags ON tags.id = tag_id WHERE post_id > 2 AND name IN ('red', 'green')"), 2);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags"), 4);
	/* Changed by the copy only, and undone. */
	Post third = twin;
	third.id = 0;
	ADDED(Post, &third);
	MUST(cq_remove(session, &third, posts.tags, cq_items(third.tags)[0]));
	tags_are(&third, "green", NULL);
	tags_are(&twin, "red", "green");
	MUST(cq_rollback(session));
	tags_are(&twin, "red", "green");
	tags_are(&third, "red", "green");
	MUST(cq_expunge_all(session));
}

static void adding_again_adds_what_came_since(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	forget_sent();
	ADDED(User, ann);
	assert_false(cq_is_loaded(ann->posts));
	assert_false(cq_is_loaded(ann->profile));
	COMMIT();
	assert_sent("");
	assert_false(cq_is_loaded(ann->posts));
}

static void a_deep_graph_is_added(void **state)
{
	(void)state;
	enum { DEPTH = 20000 };
	Node *const chain = calloc(DEPTH, sizeof *chain);
	assert_non_null(chain);
	for (unsigned i = 0; i < DEPTH; i++)
		chain[i] = CQ_NEW(Node, .name = "link");
	ADDED(Node, &chain[0]);
	for (unsigned i = 1; i < DEPTH; i++)
		APPEND(&chain[i - 1], nodes.sees, &chain[i]);
	for (unsigned i = 0; i < DEPTH; i++)
		MUST(cq_expunge(session, &chain[i]));
	ADDED(Node, &chain[DEPTH / 2]);
	assert_int_equal(cq_state_of(session, &chain[0]), CQ_PENDING);
	assert_int_equal(cq_state_of(session, &chain[DEPTH - 1]), CQ_PENDING);
	ROLLBACK();
	assert_int_equal(cq_state_of(session, &chain[0]), CQ_TRANSIENT);
	free(chain);
}

/* Deleting what has no row yet: nobody holds it any more, on either side. */
static void a_new_object_is_given_up(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	LOAD(ann, users.notes);
	Post *const one = GET(Post, 1), *const two = GET(Post, 2);
	LOAD(two, posts.tags);
	Tag *const red = GET(Tag, 1);
	LOAD(red, tags.posts);
	Note *const note = GET(Note, 1);
	LOAD(note, notes.labels);
	Post hello = CQ_NEW(Post, .title = "hello");
	Note remark = CQ_NEW(Note, .text = "remark");
	Tag blue = CQ_NEW(Tag, .name = "blue");
	APPEND(ann, users.posts, &hello);
	APPEND(ann, users.notes, &remark);
	APPEND(&hello, posts.tags, red);
	APPEND(&hello, posts.tags, &blue);
	APPEND(two, posts.tags, &blue);
	APPEND(note, notes.labels, &blue);
	DELETED(&hello);
	assert_int_equal(cq_state_of(session, &hello), CQ_TRANSIENT);
	assert_holds(ann->posts, one, two);
	assert_holds(red->posts, one);
	assert_holds(blue.posts, two);
	DELETED(&blue);
	assert_int_equal(cq_state_of(session, &blue), CQ_TRANSIENT);
	assert_empty(two->tags);
	assert_empty(note->labels);
	DELETED(&remark);
	assert_holds(ann->notes, note);
	forget_sent();
	COMMIT();
	assert_sent("");
	/* A new parent sets its children free; those with DELETE_ORPHAN go with it. */
	User cid = CQ_NEW(User, .name = "cid");
	ADDED(User, &cid);
	APPEND(&cid, users.notes, note);
	APPEND(&cid, users.posts, &hello);
	DELETED(&cid);
	assert_int_equal(cq_state_of(session, &hello), CQ_TRANSIENT);
	COMMIT();
	assert_false(note->owner_id.present);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts"), 2);
}

/* ---- out of date --------------------------------------------------------------------------------------------------- */

static void what_is_expired_takes_along(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	LOAD(ann, users.posts);
	LOAD(ann, users.notes);
	Post *const one = GET(Post, 1);
	Note *const note = GET(Note, 1);
	ELSEWHERE("UPDATE posts SET title = 'changed' WHERE id = 1");
	MUST(cq_expire(session, ann));
	assert_true(cq_is_expired(session, ann));
	assert_true(cq_is_expired(session, one));
	assert_false(cq_is_expired(session, note));
	assert_false(cq_is_expired(session, bob));
	assert_false(cq_is_loaded(ann->posts));
	assert_string_equal(one->title, "one");
	MUST(cq_refresh(session, one));
	assert_string_equal(one->title, "changed");
}

static void what_is_refreshed_takes_along(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	LOAD(ann, users.profile);
	Post *const one = GET(Post, 1);
	ELSEWHERE("UPDATE posts SET title = 'changed' WHERE id = 1");
	ELSEWHERE("UPDATE users SET name = 'anna' WHERE id = 1");
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'three')");
	MUST(cq_refresh(session, ann));
	assert_string_equal(ann->name, "anna");
	assert_int_equal(cq_count(ann->posts), 3);
	assert_string_equal(one->title, "changed");
	assert_non_null(cq_related(ann->profile));
}

#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_filled, one_session_close)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(what_is_expunged_takes_along),
		TEST(a_new_graph_comes_back_with_its_links),
		TEST(a_parent_that_leaves_is_still_the_parent),
		TEST(a_copy_takes_nothing_away),
		TEST(a_copy_has_a_collection_of_its_own),
		TEST(adding_again_adds_what_came_since),
		TEST(a_deep_graph_is_added),
		TEST(a_new_object_is_given_up),
		TEST(what_is_expired_takes_along),
		TEST(what_is_refreshed_takes_along),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
