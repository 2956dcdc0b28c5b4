/* tests/conform/relation_basic_test.c: cq_append, cq_remove and cq_assign on relations that are loaded: both sides, and what is written.
 */
#include "conform/relation.h"

/* ---- one to many --------------------------------------------------------------------------------------------------- */

static void what_is_appended_comes_into_the_session(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann");
	Post hello = CQ_NEW(Post, .title = "hello"), again = CQ_NEW(Post, .title = "again");
	ADDED(User, &ann);
	assert_empty(ann.posts);
	assert_true(cq_is_loaded(ann.profile));
	APPEND(&ann, users.posts, &hello);
	APPEND(&ann, users.posts, &again);
	assert_int_equal(cq_state_of(session, &hello), CQ_PENDING);
	assert_holds(ann.posts, &hello, &again);
	assert_ptr_equal(cq_related(hello.author), &ann);
	COMMIT();
	assert_sent("BEGIN; INSERT users 1; INSERT posts 2; COMMIT");
	assert_int_equal(hello.author_id, ann.id);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts JOIN users ON users.id = posts.author_id WHERE name = 'ann'"), 2);
	FLUSH();
	assert_sent("");
}

static void append_twice_is_once(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann");
	Post hello = CQ_NEW(Post, .title = "hello");
	ADDED(User, &ann);
	APPEND(&ann, users.posts, &hello);
	APPEND(&ann, users.posts, &hello);
	assert_holds(ann.posts, &hello);
	COMMIT();
	forget_sent();
	APPEND(&ann, users.posts, &hello);
	assert_holds(ann.posts, &hello);
	COMMIT();
	assert_sent("");
}

static void a_child_leaves_the_parent_it_had(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann"), bob = CQ_NEW(User, .name = "bob");
	Post hello = CQ_NEW(Post, .title = "hello"), stays = CQ_NEW(Post, .title = "stays");
	ADDED(User, &ann);
	ADDED(User, &bob);
	APPEND(&ann, users.posts, &hello);
	APPEND(&ann, users.posts, &stays);
	COMMIT();
	forget_sent();
	APPEND(&bob, users.posts, &hello);
	assert_holds(ann.posts, &stays);
	assert_holds(bob.posts, &hello);
	assert_ptr_equal(cq_related(hello.author), &bob);
	COMMIT();
	assert_sent("BEGIN; UPDATE posts 1; COMMIT");
	assert_int_equal(hello.author_id, bob.id);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts WHERE author_id = (SELECT id FROM users WHERE name = 'bob')"), 1);
	/* The same by its own side. */
	ASSIGN(&hello, posts.author, &ann);
	assert_holds(ann.posts, &stays, &hello);
	assert_empty(bob.posts);
	/* There and back again writes nothing. */
	APPEND(&bob, users.posts, &hello);
	COMMIT();
	assert_sent("");
}

static void what_is_assigned_adds_the_parent(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann");
	Post hello = CQ_NEW(Post, .title = "hello");
	ADDED(Post, &hello);
	assert_true(cq_is_loaded(hello.author));
	assert_null(cq_related(hello.author));
	ASSIGN(&hello, posts.author, &ann);
	assert_int_equal(cq_state_of(session, &ann), CQ_PENDING);
	assert_holds(ann.posts, &hello);
	COMMIT();
	assert_sent("BEGIN; INSERT users 1; INSERT posts 1; COMMIT");
	assert_int_equal(hello.author_id, ann.id);
}

static void a_key_that_is_set_by_hand_is_not_taken_for_none(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann");
	ADDED(User, &ann);
	COMMIT();
	Post hello = CQ_NEW(Post, .title = "hello", .author_id = ann.id);
	ADDED(Post, &hello);
	assert_false(cq_is_loaded(hello.author));
	assert_true(cq_is_loaded(hello.tags));
	COMMIT();
	assert_int_equal(hello.author_id, ann.id);
}

static void one_sided_collections(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann"), bob = CQ_NEW(User, .name = "bob");
	Note one = CQ_NEW(Note, .text = "one"), two = CQ_NEW(Note, .text = "two");
	ADDED(User, &ann);
	ADDED(User, &bob);
	APPEND(&ann, users.notes, &one);
	APPEND(&ann, users.notes, &two);
	APPEND(&ann, users.notes, &two);
	COMMIT();
	assert_sent("BEGIN; INSERT users 2; INSERT notes 2; COMMIT");
	assert_true(one.owner_id.present);
	assert_int_equal(one.owner_id.value, ann.id);
	APPEND(&bob, users.notes, &one);
	assert_holds(ann.notes, &two);
	assert_holds(bob.notes, &one);
	REMOVE(&ann, users.notes, &two);
	assert_empty(ann.notes);
	COMMIT();
	assert_sent("BEGIN; UPDATE notes 2; COMMIT");
	assert_int_equal(one.owner_id.value, bob.id);
	assert_false(two.owner_id.present);
	assert_int_equal(cq_state_of(session, &two), CQ_PERSISTENT);
}

/* ---- one to one ---------------------------------------------------------------------------------------------------- */

static void one_to_one_from_either_side(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann"), bob = CQ_NEW(User, .name = "bob");
	Profile first = CQ_NEW(Profile, .text = "first");
	ADDED(User, &ann);
	ADDED(User, &bob);
	ASSIGN(&ann, users.profile, &first);
	assert_ptr_equal(cq_related(first.user), &ann);
	ASSIGN(&first, profiles.user, &bob);
	assert_null(cq_related(ann.profile));
	assert_ptr_equal(cq_related(bob.profile), &first);
	COMMIT();
	assert_sent("BEGIN; INSERT users 2; INSERT profiles 1; COMMIT");
	assert_int_equal(first.user_id, bob.id);
	ASSIGN(&ann, users.profile, &first);
	assert_null(cq_related(bob.profile));
	COMMIT();
	assert_sent("BEGIN; UPDATE profiles 1; COMMIT");
	assert_int_equal(first.user_id, ann.id);
}

static void what_is_displaced_is_an_orphan(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann");
	Profile first = CQ_NEW(Profile, .text = "first"), second = CQ_NEW(Profile, .text = "second"), third = CQ_NEW(Profile, .text = "third");
	ADDED(User, &ann);
	ASSIGN(&ann, users.profile, &first);
	COMMIT();
	forget_sent();
	ASSIGN(&ann, users.profile, &second);
	assert_null(cq_related(first.user));
	/* It has no row yet, and is nobody's: it leaves. */
	ASSIGN(&ann, users.profile, &third);
	assert_int_equal(cq_state_of(session, &second), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, &first), CQ_PERSISTENT);
	COMMIT();
	assert_sent("BEGIN; DELETE profiles 1; INSERT profiles 1; COMMIT");
	assert_int_equal(cq_state_of(session, &first), CQ_DETACHED);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM profiles"), 1);
	ASSIGN(&ann, users.profile, NULL);
	assert_null(cq_related(ann.profile));
	COMMIT();
	assert_sent("BEGIN; DELETE profiles 1; COMMIT");
}

/* ---- many to many -------------------------------------------------------------------------------------------------- */

static void many_to_many_from_either_side(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann");
	Post hello = CQ_NEW(Post, .title = "hello"), again = CQ_NEW(Post, .title = "again");
	Tag red = CQ_NEW(Tag, .name = "red"), blue = CQ_NEW(Tag, .name = "blue");
	ADDED(User, &ann);
	APPEND(&ann, users.posts, &hello);
	APPEND(&ann, users.posts, &again);
	APPEND(&hello, posts.tags, &red);
	APPEND(&hello, posts.tags, &blue);
	APPEND(&red, tags.posts, &hello);
	APPEND(&red, tags.posts, &again);
	assert_holds(hello.tags, &red, &blue);
	assert_holds(again.tags, &red);
	assert_holds(red.posts, &hello, &again);
	assert_holds(blue.posts, &hello);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags"), 3);
	REMOVE(&red, tags.posts, &hello);
	assert_holds(hello.tags, &blue);
	assert_holds(red.posts, &again);
	/* What is taken away and put back writes nothing, nor what is put and taken away. */
	REMOVE(&hello, posts.tags, &blue);
	APPEND(&blue, tags.posts, &hello);
	APPEND(&again, posts.tags, &blue);
	REMOVE(&blue, tags.posts, &again);
	assert_holds(blue.posts, &hello);
	assert_holds(again.tags, &red);
	COMMIT();
	assert_sent("BEGIN; DELETE post_tags 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags"), 2);
}

static void one_sided_many_to_many(void **state)
{
	(void)state;
	Note note = CQ_NEW(Note, .text = "note");
	Tag red = CQ_NEW(Tag, .name = "red"), blue = CQ_NEW(Tag, .name = "blue");
	ADDED(Note, &note);
	APPEND(&note, notes.labels, &red);
	APPEND(&note, notes.labels, &blue);
	APPEND(&note, notes.labels, &red);
	COMMIT();
	forget_sent();
	REMOVE(&note, notes.labels, &red);
	assert_holds(note.labels, &blue);
	COMMIT();
	assert_sent("BEGIN; DELETE note_labels 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM note_labels"), 1);
}

/* ---- trees and graphs ---------------------------------------------------------------------------------------------- */

static void a_tree_is_built_and_rebuilt(void **state)
{
	(void)state;
	Node root = CQ_NEW(Node, .name = "root"), left = CQ_NEW(Node, .name = "left"), right = CQ_NEW(Node, .name = "right"),
		leaf = CQ_NEW(Node, .name = "leaf");
	ADDED(Node, &root);
	APPEND(&root, nodes.children, &left);
	APPEND(&root, nodes.children, &right);
	APPEND(&left, nodes.children, &leaf);
	COMMIT();
	assert_int_equal(leaf.parent_id.value, left.id);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM nodes WHERE parent_id = (SELECT id FROM nodes WHERE name = 'root')"), 2);
	ASSIGN(&leaf, nodes.parent, &right);
	ASSIGN(&right, nodes.parent, NULL);
	assert_empty(left.children);
	assert_holds(root.children, &left);
	assert_holds(right.children, &leaf);
	COMMIT();
	assert_sent("BEGIN; UPDATE nodes 2; COMMIT");
	assert_false(right.parent_id.present);
	assert_int_equal(leaf.parent_id.value, right.id);
	/* A node may be its own parent. */
	APPEND(&root, nodes.children, &root);
	COMMIT();
	assert_int_equal(root.parent_id.value, root.id);
	assert_holds(root.children, &left, &root);
}

static void a_graph_has_two_ends(void **state)
{
	(void)state;
	Node one = CQ_NEW(Node, .name = "one"), two = CQ_NEW(Node, .name = "two");
	ADDED(Node, &one);
	APPEND(&one, nodes.sees, &two);
	APPEND(&two, nodes.sees, &one);
	APPEND(&one, nodes.sees, &one);
	assert_holds(one.sees, &two, &one);
	assert_holds(one.seen_by, &two, &one);
	assert_holds(two.seen_by, &one);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM sights"), 3);
	REMOVE(&two, nodes.seen_by, &one);
	REMOVE(&one, nodes.seen_by, &one);
	assert_empty(one.sees);
	assert_holds(one.seen_by, &two);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM sights"), 1);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(what_is_appended_comes_into_the_session),
		TEST(append_twice_is_once),
		TEST(a_child_leaves_the_parent_it_had),
		TEST(what_is_assigned_adds_the_parent),
		TEST(a_key_that_is_set_by_hand_is_not_taken_for_none),
		TEST(one_sided_collections),
		TEST(one_to_one_from_either_side),
		TEST(what_is_displaced_is_an_orphan),
		TEST(many_to_many_from_either_side),
		TEST(one_sided_many_to_many),
		TEST(a_tree_is_built_and_rebuilt),
		TEST(a_graph_has_two_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
