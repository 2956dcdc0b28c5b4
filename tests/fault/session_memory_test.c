/* session_memory_test.c: each allocation of a piece of work with a session fails in turn: what is committed is all of it or nothing, the
 * objects say which, and the session goes on.
 *
 * Leaks are found by the sanitizer this is built with.
 */
#include "conform/relation.h"

#include "fault/in_turn.h"

typedef struct work {
	User ann;
	Post one, two;
	Tag tag;
} work;

static cq_status inside(cq_session *of, work *w)
{
	User *found;
	CQ_TRY(cq_add(of, User, &w->ann));
	CQ_TRY(cq_append(of, &w->ann, users.posts, &w->one));
	CQ_TRY(cq_append(of, &w->one, posts.tags, &w->tag));
	CQ_TRY(cq_flush(of));
	CQ_TRY(cq_get(of, User, &found, w->ann.id));
	assert_ptr_equal(found, &w->ann);
	CQ_TRY(cq_begin(of, NULL));
	w->ann.bio = "in a savepoint";
	CQ_TRY(cq_append(of, &w->ann, users.posts, &w->two));
	CQ_TRY(cq_flush(of));
	CQ_TRY(cq_rollback(of));
	CQ_TRY(cq_set_field(of, &w->ann, "bio", "set"));
	return cq_commit(of);
}

static cq_status behind(cq_session *of, const work *w)
{
	cq_objects(User) all;
	CQ_TRY(cq_expire_all(of));
	CQ_TRY(cq_all(of, User, &all, SQL(SELECT_ALL(users), FROM(users))));
	const cq_status status = cq_load_all(of, all.items, all.count, users.posts);
	cq_free(&all);
	CQ_TRY(status);
	return cq_refresh(of, (void *)(uintptr_t)&w->ann);
}

/* Whether it was committed. */
static bool check_stored(void)
{
	const int64_t users_ = SEEN("SELECT COUNT(*) FROM users WHERE bio = 'set'");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), users_);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts"), users_);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags"), users_);
	ELSEWHERE("DELETE FROM post_tags");
	ELSEWHERE("DELETE FROM posts");
	ELSEWHERE("DELETE FROM tags");
	ELSEWHERE("DELETE FROM users");
	return users_ != 0;
}

static void each_allocation_fails_in_turn(void **state)
{
	(void)state;
	in_turn at = { 0 };
	do {
		work w = { .ann = CQ_NEW(User, .name = "ann"), .one = CQ_NEW(Post, .title = "one"), .two = CQ_NEW(Post, .title = "two"),
			.tag = CQ_NEW(Tag, .name = "t") };
		session_again();
		in_turn_begin(&at);
		const cq_status written = inside(session, &w);
		const cq_status status = written == CQ_OK ? behind(session, &w) : written;
		in_turn_end(&at, status);
		if (written != CQ_OK) {
			/* The savepoint, and the transaction. */
			do
				MUST(cq_rollback(session));
			while (cq_in_transaction(session));
			assert_int_equal(cq_state_of(session, &w.ann), CQ_TRANSIENT);
			assert_int_equal(cq_state_of(session, &w.tag), CQ_TRANSIENT);
			assert_int_equal(w.ann.id, 0);
			assert_int_equal(w.one.id, 0);
			assert_false(cq_has_changes(session));
			assert_false(check_stored());
			/* And again. */
			w.ann.bio = NULL;
			MUST(inside(session, &w));
		}
		assert_int_equal(cq_state_of(session, &w.ann), CQ_PERSISTENT);
		assert_int_equal(cq_state_of(session, &w.two), CQ_TRANSIENT);
		MUST(behind(session, &w));
		assert_holds(w.ann.posts, &w.one);
		assert_string_equal(w.ann.bio, "set");
		assert_true(check_stored());
	} while (at.reached);
	print_message("%ld allocations failed\n", at.failures);
	assert_true(at.failures > 20);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(each_allocation_fails_in_turn),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
