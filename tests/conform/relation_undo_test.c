/* tests/conform/relation_undo_test.c: what relations held comes back when a transaction or a savepoint is rolled back; what is refused changes nothing.
 */
#include "conform/relation.h"

#include "base/alloc.h"

static int open_filled(void **state)
{
	relation_open(state);
	ELSEWHERE("INSERT INTO users (name) VALUES ('ann'), ('bob')");
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'one'), (1, 'two'), (1, 'three')");
	ELSEWHERE("INSERT INTO profiles (user_id, text) VALUES (1, 'first')");
	ELSEWHERE("INSERT INTO tags (name) VALUES ('red'), ('blue')");
	ELSEWHERE("INSERT INTO post_tags (post_id, tag_id) VALUES (1, 1)");
	return 0;
}

/* ---- rollback ------------------------------------------------------------------------------------------------------ */

static void what_was_put_and_taken_comes_back(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	LOAD(ann, users.posts);
	LOAD(bob, users.posts);
	Post *const one = GET(Post, 1), *const two = GET(Post, 2), *const three = GET(Post, 3);
	Post four = CQ_NEW(Post, .title = "four");
	APPEND(ann, users.posts, &four);
	APPEND(bob, users.posts, two);
	REMOVE(ann, users.posts, three);
	FLUSH();
	assert_holds(ann->posts, one, &four);
	assert_int_equal(two->author_id, 2);
	ROLLBACK();
	assert_holds(ann->posts, one, two, three);
	assert_empty(bob->posts);
	assert_ptr_equal(cq_related(two->author), ann);
	assert_int_equal(two->author_id, 1);
	assert_int_equal(cq_state_of(session, &four), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, three), CQ_PERSISTENT);
	forget_sent();
	COMMIT();
	assert_sent("");
	/* And it can be done again. */
	APPEND(ann, users.posts, &four);
	APPEND(bob, users.posts, two);
	COMMIT();
	assert_holds(ann->posts, one, three, &four);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts WHERE author_id = 1"), 3);
}

static void what_was_not_flushed_comes_back(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	LOAD(ann, users.posts);
	LOAD(ann, users.profile);
	Post *const one = GET(Post, 1), *const two = GET(Post, 2), *const three = GET(Post, 3);
	Profile *const first = cq_related(ann->profile);
	LOAD(one, posts.tags);
	Tag *const red = GET(Tag, 1), *const blue = GET(Tag, 2);
	APPEND(bob, users.posts, one);
	ASSIGN(ann, users.profile, NULL);
	REMOVE(one, posts.tags, red);
	APPEND(one, posts.tags, blue);
	ROLLBACK();
	assert_holds(ann->posts, one, two, three);
	assert_false(cq_is_loaded(bob->posts));
	assert_ptr_equal(cq_related(ann->profile), first);
	assert_ptr_equal(cq_related(first->user), ann);
	assert_holds(one->tags, red);
	forget_sent();
	COMMIT();
	assert_sent("");
	LOAD(bob, users.posts);
	assert_empty(bob->posts);
}

static void each_savepoint_has_its_own(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	Post *const one = GET(Post, 1), *const two = GET(Post, 2), *const three = GET(Post, 3);
	Post four = CQ_NEW(Post, .title = "four"), five = CQ_NEW(Post, .title = "five"), six = CQ_NEW(Post, .title = "six");
	MUST(cq_begin(session, NULL));
	APPEND(ann, users.posts, &four);
	MUST(cq_savepoint(session));
	APPEND(ann, users.posts, &five);
	REMOVE(ann, users.posts, one);
	MUST(cq_savepoint(session));
	REMOVE(ann, users.posts, two);
	REMOVE(ann, users.posts, three);
	APPEND(ann, users.posts, &six);
	assert_holds(ann->posts, &four, &five, &six);
	ROLLBACK();
	assert_holds(ann->posts, two, three, &four, &five);
	REMOVE(ann, users.posts, &four);
	ROLLBACK();
	assert_holds(ann->posts, one, two, three, &four);
	assert_int_equal(cq_state_of(session, &five), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, &four), CQ_PERSISTENT);
	APPEND(ann, users.posts, &six);
	COMMIT();
	assert_holds(ann->posts, one, two, three, &four, &six);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts WHERE author_id = 1"), 5);
}

/* An array that grew in place, was rolled back, and grows again. */
static void what_stood_behind_the_end_is_no_ones(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann");
	Note note_of[12];
	ADDED(User, &ann);
	for (unsigned i = 0; i < 12; i++)
		note_of[i] = CQ_NEW(Note, .text = "n");
	APPEND(&ann, users.notes, &note_of[0]);
	COMMIT();
	for (unsigned round = 1; round < 4; round++) {
		for (unsigned i = 1; i < 12; i++)
			APPEND(&ann, users.notes, &note_of[i]);
		REMOVE(&ann, users.notes, &note_of[0]);
		assert_int_equal(cq_count(ann.notes), 11);
		if (round % 2 == 1)
			FLUSH();
		ROLLBACK();
		assert_holds(ann.notes, &note_of[0]);
		APPEND(&ann, users.notes, &note_of[round]);
		REMOVE(&ann, users.notes, &note_of[round]);
		assert_holds(ann.notes, &note_of[0]);
		COMMIT();
	}
	assert_int_equal(SEEN("SELECT COUNT(*) FROM notes WHERE owner_id IS NOT NULL"), 1);
}

static void what_was_loaded_in_a_lost_transaction_is_unloaded(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	LOAD(bob, users.posts);
	MUST(cq_begin(session, NULL));
	Post four = CQ_NEW(Post, .title = "four");
	APPEND(ann, users.posts, &four);
	LOAD(ann, users.posts);
	assert_int_equal(cq_count(ann->posts), 4);
	ROLLBACK();
	assert_false(cq_is_loaded(ann->posts));
	assert_true(cq_is_loaded(bob->posts));
	LOAD(ann, users.posts);
	assert_int_equal(cq_count(ann->posts), 3);
}

/* Without a transaction, and without changes, there is nothing to put back; least of all what is out of date. */
static void what_was_expired_stays_unloaded(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	MUST(cq_expire(session, ann));
	ELSEWHERE("DELETE FROM posts WHERE id = 3");
	assert_ptr_equal(GET(User, 1), ann);
	ROLLBACK();
	assert_false(cq_is_loaded(ann->posts));
	LOAD(ann, users.posts);
	assert_int_equal(cq_count(ann->posts), 2);
}

/* ---- refusals ------------------------------------------------------------------------------------------------------ */

/* As a binding to another language calls it, without the compiler's checks. */
static cq_status append_any(const void *relation, void *object, void *other)
{
	return cq_session_append(session, relation, object, other);
}

static cq_status assign_any(const void *relation, void *object, void *other)
{
	return cq_session_assign(session, relation, object, other);
}

static void what_cannot_be_is_refused(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	Post *const one = GET(Post, 1);
	Tag *const red = GET(Tag, 1);
	LOAD(ann, users.posts);
	LOAD(bob, users.posts);
	REFUSED(cq_remove(session, bob, users.posts, one), CQ_MISUSE, "cq_remove", "the Post 1", "users.posts", "the User 2");
	REFUSED(append_any(CQ_RELATION(users.posts), ann, red), CQ_MISUSE, "users.posts", "Post objects", "a Tag");
	REFUSED(append_any(CQ_RELATION(users.posts), one, one), CQ_MISUSE, "users.posts", "no relation of a Post");
	REFUSED(append_any(CQ_RELATION(users.profile), ann, NULL), CQ_MISUSE, "users.profile", "cq_assign");
	REFUSED(assign_any(CQ_RELATION(users.posts), ann, one), CQ_MISUSE, "users.posts", "cq_append");
	REFUSED(append_any(CQ_RELATION(users.posts), ann, NULL), CQ_MISUSE, "users.posts", "the Post is NULL");
	REFUSED(append_any(NULL, ann, one), CQ_MISUSE, "the relation is NULL");
	REFUSED(append_any(CQ_RELATION(users.posts), NULL, one), CQ_MISUSE, "cq_append");
	User nobody = CQ_NEW(User, .name = "nobody");
	REFUSED(cq_append(session, &nobody, users.posts, one), CQ_MISUSE, "cq_append", "session");
	Post new_one = CQ_NEW(Post, .title = "new");
	REFUSED(cq_remove(session, ann, users.posts, &new_one), CQ_MISUSE, "cq_remove", "session");
	/* Without SAVE_UPDATE nothing comes in along the relation. */
	Team team = CQ_NEW(Team, .name = "team");
	Desk desk = CQ_NEW(Desk, .place = "window");
	ADDED(Team, &team);
	REFUSED(cq_append(session, &team, teams.desks, &desk), CQ_MISUSE, "teams.desks", "SAVE_UPDATE", "Desk");
	assert_int_equal(cq_state_of(session, &desk), CQ_TRANSIENT);
	assert_empty(team.desks);
	assert_int_equal(cq_count(ann->posts), 3);
	assert_ptr_equal(cq_related(one->author), ann);
	forget_sent();
}

static void what_is_deleted_is_refused(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	Post *const one = GET(Post, 1), *const two = GET(Post, 2);
	DELETED(one);
	REFUSED(cq_append(session, bob, users.posts, one), CQ_MISUSE, "the Post 1", "is deleted");
	FLUSH();
	REFUSED(cq_append(session, bob, users.posts, one), CQ_MISUSE, "the Post 1", "is deleted");
	REFUSED(cq_assign(session, one, posts.author, bob), CQ_MISUSE, "the Post 1", "is deleted");
	DELETED(ann);
	REFUSED(cq_append(session, ann, users.posts, two), CQ_MISUSE, "the User 1", "is deleted");
	REFUSED(cq_assign(session, two, posts.author, ann), CQ_MISUSE, "the User 1", "is deleted");
	ROLLBACK();
	APPEND(bob, users.posts, one);
	COMMIT();
}

static cq_status last_refusal;
static User *hooked_user;
static Tag *hooked_tag;

static cq_status change_in_a_hook(cq_session *of, cq_event event, const cq_table *table, void *object, void *argument)
{
	(void)event, (void)table, (void)argument, (void)hooked_user;
	last_refusal = cq_append(of, (Post *)object, posts.tags, hooked_tag);
	return CQ_OK;
}

static void nothing_moves_inside_a_flush(void **state)
{
	(void)state;
	const cq_hook hook = { .event = CQ_BEFORE_INSERT, .table = MODEL(Post), .function = change_in_a_hook };
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.hooks = &hook;
	options.hook_count = 1;
	session_with(&options);
	hooked_tag = GET(Tag, 1);
	User *const ann = GET(User, 1);
	Post four = CQ_NEW(Post, .title = "four");
	APPEND(ann, users.posts, &four);
	last_refusal = CQ_OK;
	COMMIT();
	assert_int_equal(last_refusal, CQ_MISUSE);
	assert_empty(four.tags);
}

#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_filled, one_session_close)

/* ---- no memory ----------------------------------------------------------------------------------------------------- */

static void expiring_all_without_memory_is_all_or_nothing(void **state)
{
	(void)state;
	enum { ROUNDS = 40, NEW = 1000 };
	static Post new[NEW];
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	unsigned failures = 0;
	/* Memory is asked for only when the latest block is full, so the call that fails is one of many. */
	for (int round = 0; round < ROUNDS; round++) {
		LOAD(ann, users.posts);
		LOAD(ann, users.profile);
		LOAD(bob, users.posts);
		MUST(cq_begin(session, NULL));
		for (int i = 0; i < NEW; i++) {
			new[i] = CQ_NEW(Post, .title = "new");
			APPEND(bob, users.posts, &new[i]);
		}
		ann->name = "changed";
		cq__alloc_fail_after(1);
		const cq_status status = cq_expire_all(session);
		cq__alloc_fail_after(0);
		const bool loaded = (ann->posts.flags & CQ_RELATION_LOADED) != 0;
		assert_int_equal(loaded, status != CQ_OK);
		assert_int_equal((bob->posts.flags & CQ_RELATION_LOADED) != 0, loaded);
		assert_int_equal(ann->profile.object != NULL, loaded);
		assert_string_equal(ann->name, loaded ? "changed" : "ann");
		if (status != CQ_OK) {
			assert_int_equal(status, CQ_NO_MEMORY);
			assert_int_equal(cq_session_error(session)->code, CQ_NO_MEMORY);
			assert_int_equal(ann->posts.count, 3);
			assert_int_equal(bob->posts.count, NEW);
			failures++;
		}
		ROLLBACK();
	}
	assert_true(failures > 0);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(what_was_put_and_taken_comes_back),
		TEST(what_was_not_flushed_comes_back),
		TEST(each_savepoint_has_its_own),
		TEST(what_stood_behind_the_end_is_no_ones),
		TEST(what_was_loaded_in_a_lost_transaction_is_unloaded),
		TEST(what_was_expired_stays_unloaded),
		TEST(what_cannot_be_is_refused),
		TEST(what_is_deleted_is_refused),
		TEST(nothing_moves_inside_a_flush),
		TEST(expiring_all_without_memory_is_all_or_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
