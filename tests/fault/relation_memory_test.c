/* tests/fault/relation_memory_test.c: whichever allocation fails while relations are changed, both sides stay in step and nothing is half done.
 *
 * Each operation is tried with the first allocation failing, the second, and so on, and with so and so many bytes left in the session's arenas,
 * until it succeeds; after each failure all that the session's objects say of each other is compared with what they said before.
 */
#include "base/alloc.h"
#include "session/session.h"

#include "conform/relation.h"

/* ann has two posts and a profile, bob has one post; the first post has a tag. All is loaded. */
typedef struct world {
	User *ann, *bob;
	Post *one, *two, *three;
	Tag *red, *blue;
	Profile *face;
	Node *root, *leaf;
} world;

static world w;

static int open_filled(void **state)
{
	relation_open(state);
	ELSEWHERE("INSERT INTO users (name) VALUES ('ann'), ('bob')");
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'one'), (1, 'two'), (2, 'three')");
	ELSEWHERE("INSERT INTO profiles (user_id, text) VALUES (1, 'first')");
	ELSEWHERE("INSERT INTO tags (name) VALUES ('red'), ('blue')");
	ELSEWHERE("INSERT INTO post_tags (post_id, tag_id) VALUES (1, 1)");
	ELSEWHERE("INSERT INTO nodes (parent_id, name) VALUES (NULL, 'root'), (1, 'leaf')");
	return 0;
}

static void load_world(void)
{
	session_again();
	w = (world){ GET(User, 1), GET(User, 2), GET(Post, 1), GET(Post, 2), GET(Post, 3), GET(Tag, 1), GET(Tag, 2), GET(Profile, 1), GET(Node, 1),
		GET(Node, 2) };
	LOAD(w.ann, users.posts);
	LOAD(w.bob, users.posts);
	LOAD(w.ann, users.profile);
	LOAD(w.bob, users.profile);
	LOAD(w.one, posts.tags);
	LOAD(w.two, posts.tags);
	LOAD(w.red, tags.posts);
	LOAD(w.blue, tags.posts);
	LOAD(w.root, nodes.children);
	LOAD(w.leaf, nodes.parent);
}

/* ---- what the objects say ------------------------------------------------------------------------------------------- */

static size_t say(char *text, size_t size, size_t length, const char *name, const void *const *items, size_t count)
{
	length += (size_t)snprintf(text + length, size - length, "%s:", name);
	for (size_t i = 0; i < count; i++)
		length += (size_t)snprintf(text + length, size - length, " %p", items[i]);
	length += (size_t)snprintf(text + length, size - length, "; ");
	assert_true(length < size);
	return length;
}

#define SAY_MANY(of, member) \
	length = say(text, size, length, #of "." #member, (const void *const *)(const void *)w.of->member.items, \
		cq_is_loaded(w.of->member) ? w.of->member.count : 0)
#define SAY_ONE(of, member) \
	length = say(text, size, length, #of "." #member, (const void *const[]){ w.of->member.object }, 1)

static void describe(char *text, size_t size)
{
	size_t length = 0;
	SAY_MANY(ann, posts);
	SAY_MANY(bob, posts);
	SAY_MANY(one, tags);
	SAY_MANY(two, tags);
	SAY_MANY(red, posts);
	SAY_MANY(blue, posts);
	SAY_MANY(root, children);
	SAY_ONE(ann, profile);
	SAY_ONE(bob, profile);
	SAY_ONE(face, user);
	SAY_ONE(one, author);
	SAY_ONE(two, author);
	SAY_ONE(three, author);
	SAY_ONE(leaf, parent);
	length += (size_t)snprintf(text + length, size - length, "changes: %d", cq_has_changes(session));
}

/* ---- trying ---------------------------------------------------------------------------------------------------------- */

static Post new_post;
static Profile new_profile;

static cq_status move_a_child(void) { return cq_append(session, w.bob, users.posts, w.one); }
static cq_status append_a_new_one(void) { return cq_append(session, w.ann, users.posts, &new_post); }
static cq_status take_one_out(void) { return cq_remove(session, w.ann, users.posts, w.two); }
static cq_status assign_a_parent(void) { return cq_assign(session, w.one, posts.author, w.bob); }
static cq_status assign_none(void) { return cq_assign(session, w.one, posts.author, NULL); }
static cq_status displace_one(void) { return cq_assign(session, w.ann, users.profile, &new_profile); }
static cq_status move_the_one(void) { return cq_assign(session, w.face, profiles.user, w.bob); }
static cq_status associate(void) { return cq_append(session, w.two, posts.tags, w.red); }
static cq_status associate_back(void) { return cq_append(session, w.blue, tags.posts, w.one); }
static cq_status dissociate(void) { return cq_remove(session, w.one, posts.tags, w.red); }
static cq_status become_an_own_parent(void) { return cq_append(session, w.leaf, nodes.children, w.root); }
static cq_status expire_it(void) { return cq_expire(session, w.ann); }

typedef struct operation {
	const char *name;
	cq_status (*run)(void);
} operation;

#define OPERATION(function) { #function, function }
static const operation operations[] = {
	OPERATION(move_a_child), OPERATION(append_a_new_one), OPERATION(take_one_out), OPERATION(assign_a_parent), OPERATION(assign_none),
	OPERATION(displace_one), OPERATION(move_the_one), OPERATION(associate), OPERATION(associate_back), OPERATION(dissociate),
	OPERATION(become_an_own_parent), OPERATION(expire_it),
};

/* All but `room` bytes of what the arena has are used up. */
static void leave_room(cq__arena *arena, size_t room)
{
	while ((size_t)(arena->back - arena->front) < room)
		assert_non_null(cq__arena_alloc(arena, CQ__ARENA_ALIGNMENT));
	const size_t left = (size_t)(arena->back - arena->front) - room;
	if (left >= CQ__ARENA_ALIGNMENT)
		assert_non_null(cq__arena_alloc(arena, left & ~(size_t)(CQ__ARENA_ALIGNMENT - 1)));
}

/* Which memory ends: that of members and objects, or that of the journal. */
typedef enum shortage { NOWHERE, OF_MEMBERS, OF_THE_JOURNAL } shortage;

static void fall_short(shortage where, long step)
{
	enum { PLENTY = 8000 };
	if (where == NOWHERE) {
		cq__alloc_fail_after(step);
		return;
	}
	leave_room(session->memory, where == OF_MEMBERS ? 16 * (size_t)(step - 1) : PLENTY);
	leave_room(session->journal_memory, where == OF_THE_JOURNAL ? 16 * (size_t)(step - 1) : PLENTY);
	session->journal_spare_size = 0;
	cq__alloc_fail_from(1);
}

enum { MOST_STEPS = 120 };

/* How often the operation failed before it did not. */
static unsigned fail_each_allocation(const operation *each, shortage where)
{
	char before[2048], after[2048];
	for (long step = 1;; step++) {
		/* What asks for more than the arenas have fails however much these have. */
		if (where != NOWHERE && step > MOST_STEPS)
			return (unsigned)step - 1;
		load_world();
		new_post = CQ_NEW(Post, .title = "new");
		new_profile = CQ_NEW(Profile, .text = "new");
		describe(before, sizeof before);
		fall_short(where, step);
		const cq_status status = each->run();
		cq__alloc_fail_after(0);
		if (status == CQ_OK)
			return (unsigned)step - 1;
		if (status != CQ_NO_MEMORY)
			fail_msg("%s, step %ld: %s", each->name, step, cq_session_error(session)->message);
		describe(after, sizeof after);
		if (strcmp(before, after) != 0)
			fail_msg("%s, step %ld of %d:\n%s\n%s", each->name, step, (int)where, before, after);
		/* It can be done now, and undone. */
		MUST(each->run());
		ROLLBACK();
		describe(after, sizeof after);
		if (each->run != expire_it && strcmp(before, after) != 0)
			fail_msg("%s, step %ld of %d, rolled back:\n%s\n%s", each->name, step, (int)where, before, after);
	}
}

static void changing_relations(void **state)
{
	(void)state;
	unsigned failures = 0;
	for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
		(void)fail_each_allocation(&operations[i], NOWHERE);
		failures += fail_each_allocation(&operations[i], OF_MEMBERS);
		assert_true(fail_each_allocation(&operations[i], OF_THE_JOURNAL) > 4);
	}
	assert_true(failures > 10);
}

/* Many changes in a row, each of which is tried again when it fails: an allocation fails now and then. */
static void many_changes(void **state)
{
	(void)state;
	char before[2048], after[2048];
	unsigned failures = 0, seed = 7;
	for (unsigned round = 0; round < 40; round++) {
		load_world();
		new_post = CQ_NEW(Post, .title = "new");
		new_profile = CQ_NEW(Profile, .text = "new");
		for (unsigned step = 0; step < 60; step++) {
			seed = seed * 1103515245u + 12345u;
			const operation *const each = &operations[seed / 65536 % (sizeof operations / sizeof *operations - 1)];
			describe(before, sizeof before);
			leave_room(session->memory, seed / 65536 % 7 * 16);
			leave_room(session->journal_memory, seed / 65536 % 29 * 16);
			cq__alloc_fail_from(1);
			const cq_status status = each->run();
			cq__alloc_fail_after(0);
			if (status != CQ_NO_MEMORY)
				continue;
			failures++;
			describe(after, sizeof after);
			if (strcmp(before, after) != 0)
				fail_msg("round %u, step %u, %s:\n%s\n%s", round, step, each->name, before, after);
		}
	}
	assert_true(failures > 500);
}

static void merging_and_taking(void **state)
{
	(void)state;
	char before[2048], after[2048];
	load_world();
	User *copy, *merged, *again;
	MUST(cq_take(session, User, w.ann, &copy));
	copy->name = "changed";
	cq_items(copy->posts)[0]->title = "changed";
	cq_items(copy->posts)[0]->tags.count = 0;
	copy->posts.count = 1;
	for (long n = 1;; n++) {
		load_world();
		describe(before, sizeof before);
		cq__alloc_fail_after(n);
		const cq_status status = cq_merge(session, User, copy, &merged);
		cq__alloc_fail_after(0);
		if (status == CQ_OK)
			break;
		assert_int_equal(status, CQ_NO_MEMORY);
		describe(after, sizeof after);
		assert_string_equal(before, after);
		assert_string_equal(w.ann->name, "ann");
	}
	assert_string_equal(w.ann->name, "changed");
	assert_holds(w.ann->posts, w.one);
	unsigned failures = 0;
	for (long n = 1;; n++) {
		cq__alloc_fail_after(n);
		const cq_status status = cq_take(session, User, w.ann, &again);
		cq__alloc_fail_after(0);
		if (status == CQ_OK)
			break;
		failures++;
		assert_int_equal(status, CQ_NO_MEMORY);
		assert_null(again);
	}
	assert_true(failures >= 3);
	cq_free(&again);
	cq_free(&copy);
}

static void deleting(void **state)
{
	(void)state;
	char before[2048], after[2048];
	unsigned failures = 0;
	for (long n = 1;; n++) {
		load_world();
		MUST(cq_delete(session, w.ann));
		describe(before, sizeof before);
		cq__alloc_fail_after(n);
		const cq_status status = cq_flush(session);
		cq__alloc_fail_after(0);
		if (status == CQ_OK)
			break;
		failures++;
		assert_int_equal(status, CQ_NO_MEMORY);
		describe(after, sizeof after);
		if (strcmp(before, after) != 0)
			fail_msg("allocation %ld:\n%s\n%s", n, before, after);
		assert_int_equal(cq_state_of(session, w.one), CQ_PERSISTENT);
	}
	assert_true(failures > 5);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts"), 1);
}

#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_filled, one_session_close)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(changing_relations),
		TEST(many_changes),
		TEST(merging_and_taking),
		TEST(deleting),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
