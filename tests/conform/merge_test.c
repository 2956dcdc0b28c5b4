/* tests/conform/merge_test.c: cq_merge: objects of the program, of another session and copies are taken over by key, with what they have loaded.
 */
#include "conform/relation.h"

static int open_filled(void **state)
{
	relation_open(state);
	ELSEWHERE("INSERT INTO users (name, bio) VALUES ('ann', 'old'), ('bob', NULL)");
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'one'), (1, 'two'), (2, 'three')");
	ELSEWHERE("INSERT INTO profiles (user_id, text) VALUES (1, 'first')");
	ELSEWHERE("INSERT INTO tags (name) VALUES ('red'), ('blue')");
	ELSEWHERE("INSERT INTO post_tags (post_id, tag_id) VALUES (1, 1), (1, 2)");
	ELSEWHERE("INSERT INTO nodes (parent_id, name) VALUES (NULL, 'root'), (1, 'leaf')");
	ELSEWHERE("INSERT INTO documents (version, text) VALUES (3, 'draft')");
	return 0;
}

/* ---- single objects ------------------------------------------------------------------------------------------------ */

static void what_has_a_row_is_read_and_changed(void **state)
{
	(void)state;
	char name[] = "anna";
	const User given = { .id = 1, .name = name, .bio = "new", .mood = cq_default_text };
	User *ann;
	MUST(cq_merge(session, User, &given, &ann));
	assert_sent("SELECT");
	assert_int_equal(cq_state_of(session, ann), CQ_PERSISTENT);
	assert_ptr_not_equal(ann, &given);
	/* Its texts are the session's own. */
	memset(name, 'x', sizeof name - 1);
	assert_string_equal(ann->name, "anna");
	assert_string_equal(ann->mood, "calm");
	COMMIT();
	assert_sent("BEGIN; UPDATE users 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'anna' AND bio = 'new' AND mood = 'calm'"), 1);
	/* Again: it is known, and nothing differs. */
	User *again;
	MUST(cq_merge(session, User, ann, &again));
	assert_ptr_equal(again, ann);
	const User same = { .id = 1, .name = "anna", .bio = "new", .mood = "calm" };
	MUST(cq_merge(session, User, &same, &again));
	assert_ptr_equal(again, ann);
	COMMIT();
	assert_sent("");
}

static void what_has_none_is_new(void **state)
{
	(void)state;
	const User without_key = CQ_NEW(User, .name = "cid"), with_key = CQ_NEW(User, .id = 77, .name = "dan");
	User *cid, *dan;
	MUST(cq_merge(session, User, &without_key, &cid));
	assert_sent("");
	MUST(cq_merge(session, User, &with_key, &dan));
	assert_int_equal(cq_state_of(session, cid), CQ_PERSISTENT); /* what is pending is flushed before anything is read */
	assert_int_equal(cq_state_of(session, dan), CQ_PENDING);
	COMMIT();
	assert_true(cid->id > 2);
	assert_int_equal(dan->id, 77);
	assert_string_equal(dan->mood, "calm");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), 4);
}

static void a_version_that_is_gone_is_stale(void **state)
{
	(void)state;
	static const unsigned char bytes[] = { 1, 0, 2 };
	Document *draft;
	const Document old = { .id = 1, .version = 2, .text = "mine" };
	REFUSED(cq_merge(session, Document, &old, &draft), CQ_STALE, "cq_merge", "the Document 1", "version 3", "2");
	assert_null(draft);
	assert_string_equal(GET(Document, 1)->text, "draft");
	const Document current = { .id = 1, .version = 3, .text = "mine", .data = { bytes, sizeof bytes } };
	MUST(cq_merge(session, Document, &current, &draft));
	COMMIT();
	assert_int_equal(draft->version, 4);
	assert_int_equal(draft->data.size, 3);
	assert_ptr_not_equal(draft->data.data, bytes);
	/* A struct that says nothing of it. */
	const Document unversioned = { .id = 1, .text = "ours" };
	MUST(cq_merge(session, Document, &unversioned, &draft));
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM documents WHERE text = 'ours' AND version = 5"), 1);
}

static void nonsense_is_refused(void **state)
{
	(void)state;
	User *user;
	REFUSED(cq_session_merge(session, MODEL(User), NULL, &user), CQ_MISUSE, "the object is NULL");
	REFUSED(cq_session_merge(session, MODEL(User), GET(Post, 1), &user), CQ_MISUSE, "a Post", "no User");
	assert_null(user);
}

/* ---- with relations ------------------------------------------------------------------------------------------------ */

/* A copy of a user with posts, their tags and the profile, as another session took it. */
static User *taken_elsewhere(int64_t id)
{
	cq_session *const here = session;
	assert_int_equal(cq_session_open(engine, NULL, &session), CQ_OK);
	User *const user = GET(User, id), *copy;
	LOAD(user, users.posts);
	LOAD(user, users.profile);
	CQ_EACH(Post, post, user->posts) LOAD(post, posts.tags);
	MUST(cq_take(session, User, user, &copy));
	cq_session_close(&session);
	session = here;
	forget_sent();
	return copy;
}

static void a_whole_graph_by_one_statement_a_table(void **state)
{
	(void)state;
	User *copy = taken_elsewhere(1), *ann;
	cq_items(copy->posts)[0]->title = "changed";
	MUST(cq_merge(session, User, copy, &ann));
	/* users, posts, profiles and tags by key; then the posts and their tags that there are. */
	assert_sent("SELECT; SELECT; SELECT; SELECT; SELECT; SELECT");
	assert_holds(ann->posts, GET(Post, 1), GET(Post, 2));
	assert_holds(GET(Post, 1)->tags, GET(Tag, 1), GET(Tag, 2));
	assert_ptr_equal(cq_related(GET(Post, 1)->author), ann);
	assert_ptr_equal(cq_related(ann->profile), GET(Profile, 1));
	COMMIT();
	assert_sent("BEGIN; UPDATE posts 1; COMMIT");
	cq_free(&copy);
	assert_string_equal(GET(Post, 1)->title, "changed");
}

static void what_the_given_collection_lacks_is_taken_out(void **state)
{
	(void)state;
	User *copy = taken_elsewhere(1), *ann;
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'of somebody else')");
	Post *const first = cq_items(copy->posts)[0];
	/* The program's own struct among them, and a tag less. */
	Post new_one = CQ_NEW(Post, .title = "new");
	Post *two[] = { first, &new_one };
	copy->posts.items = two;
	first->tags.count = 1;
	MUST(cq_merge(session, User, copy, &ann));
	assert_int_equal(cq_count(ann->posts), 2);
	assert_ptr_equal(cq_items(ann->posts)[0], GET(Post, 1));
	assert_int_equal(cq_count(cq_items(ann->posts)[0]->tags), 1);
	Post *const added = cq_items(ann->posts)[1];
	assert_ptr_not_equal(added, &new_one);
	assert_int_equal(cq_state_of(session, added), CQ_PENDING);
	assert_int_equal(cq_state_of(session, GET(Post, 2)), CQ_PERSISTENT);
	COMMIT();
	assert_int_equal(added->author_id, 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts WHERE author_id = 1"), 2);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags"), 1);
	cq_free(&copy);
}

static void a_parent_is_taken_over(void **state)
{
	(void)state;
	cq_session *const here = session;
	assert_int_equal(cq_session_open(engine, NULL, &session), CQ_OK);
	Post *const post = GET(Post, 1), *copy, *merged;
	LOAD(post, posts.author);
	ASSIGN(post, posts.author, GET(User, 2));
	MUST(cq_take(session, Post, post, &copy));
	cq_session_close(&session);
	session = here;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	LOAD(ann, users.posts);
	LOAD(bob, users.posts);
	MUST(cq_merge(session, Post, copy, &merged));
	cq_free(&copy);
	assert_ptr_equal(cq_related(merged->author), bob);
	assert_holds(ann->posts, GET(Post, 2));
	assert_holds(bob->posts, GET(Post, 3), merged);
	COMMIT();
	assert_int_equal(SEEN("SELECT author_id FROM posts WHERE id = 1"), 2);
}

static void cycles_and_sharing_stay(void **state)
{
	(void)state;
	cq_session *const here = session;
	assert_int_equal(cq_session_open(engine, NULL, &session), CQ_OK);
	Node *const root = GET(Node, 1), *copy, *merged;
	Node fresh = CQ_NEW(Node, .name = "fresh");
	LOAD(root, nodes.children);
	LOAD(root, nodes.sees);
	APPEND(root, nodes.children, &fresh);
	APPEND(root, nodes.sees, &fresh);
	APPEND(&fresh, nodes.sees, &fresh);
	MUST(cq_take(session, Node, root, &copy));
	cq_session_close(&session);
	session = here;
	MUST(cq_merge(session, Node, copy, &merged));
	cq_free(&copy);
	assert_int_equal(cq_count(merged->children), 2);
	Node *const child = cq_items(merged->children)[1];
	assert_ptr_equal(cq_related(child->parent), merged);
	assert_holds(merged->sees, child);
	assert_holds(child->sees, child);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM nodes"), 3);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM sights"), 2);
}

static void two_of_one_key_are_one(void **state)
{
	(void)state;
	Tag first = CQ_NEW(Tag, .id = 50, .name = "first"), second = CQ_NEW(Tag, .id = 50, .name = "second");
	Tag *both[] = { &first, &second };
	Post given = CQ_NEW(Post, .title = "given", .author_id = 1), *post;
	given.tags.items = both;
	given.tags.count = 2;
	given.tags.flags = CQ_RELATION_LOADED;
	MUST(cq_merge(session, Post, &given, &post));
	assert_int_equal(cq_count(post->tags), 1);
	assert_string_equal(cq_items(post->tags)[0]->name, "second");
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags WHERE tag_id = 50"), 1);
	assert_int_equal(post->author_id, 1);
}

static void what_fails_leaves_nothing(void **state)
{
	(void)state;
	User *copy = taken_elsewhere(1), *ann;
	LOAD(GET(User, 1), users.posts);
	copy->name = "changed";
	Post new_one = CQ_NEW(Post, .title = "new");
	Post *only[] = { &new_one };
	copy->posts.items = only;
	copy->posts.count = 1;
	/* A tag that is given as if it were a post of the session's. */
	cq_any_one *const profile = (cq_any_one *)(void *)&copy->profile;
	profile->object = GET(Tag, 1);
	REFUSED(cq_merge(session, User, copy, &ann), CQ_MISUSE, "a Tag", "no Profile");
	assert_null(ann);
	assert_string_equal(GET(User, 1)->name, "ann");
	assert_holds(GET(User, 1)->posts, GET(Post, 1), GET(Post, 2));
	assert_false(cq_has_changes(session));
	cq_free(&copy);
}

/* The stack is not as deep as the graph. */
static void a_long_chain(void **state)
{
	(void)state;
	enum { LENGTH = 20000 };
	Node *const chain = calloc(LENGTH, sizeof *chain);
	Node **const nexts = calloc(LENGTH, sizeof *nexts);
	assert_non_null(chain);
	assert_non_null(nexts);
	for (unsigned i = 0; i < LENGTH; i++) {
		chain[i] = CQ_NEW(Node, .name = "link");
		nexts[i] = &chain[i + 1];
		if (i + 1 < LENGTH) {
			chain[i].sees.items = &nexts[i];
			chain[i].sees.count = 1;
			chain[i].sees.flags = CQ_RELATION_LOADED;
		}
	}
	Node *first, *copy;
	MUST(cq_merge(session, Node, chain, &first));
	free(chain);
	free(nexts);
	MUST(cq_take(session, Node, first, &copy));
	size_t length = 1;
	for (const Node *at = copy; cq_count(at->sees) != 0; at = cq_items(at->sees)[0])
		length++;
	assert_int_equal(length, LENGTH);
	cq_free(&copy);
	ROLLBACK();
	assert_int_equal(cq_state_of(session, first), CQ_TRANSIENT);
}

#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_filled, one_session_close)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(what_has_a_row_is_read_and_changed),
		TEST(what_has_none_is_new),
		TEST(a_version_that_is_gone_is_stale),
		TEST(nonsense_is_refused),
		TEST(a_whole_graph_by_one_statement_a_table),
		TEST(what_the_given_collection_lacks_is_taken_out),
		TEST(a_parent_is_taken_over),
		TEST(cycles_and_sharing_stay),
		TEST(two_of_one_key_are_one),
		TEST(what_fails_leaves_nothing),
		TEST(a_long_chain),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
