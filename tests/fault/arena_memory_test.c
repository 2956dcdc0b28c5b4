/* arena_memory_test.c: each allocation of sessions on memory that the program gave fails in turn: what they read and wrote until then stays readable
 * when they are closed, and what they are made of is given back.
 *
 * Leaks are found by the sanitizer this is built with.
 */
#include "conform/relation.h"

#include "fault/in_turn.h"

enum { MOST_SEEN = 16 };

/* What the sessions gave, to be looked at when they are closed. */
typedef struct seen_objects {
	cq_arena *arena;
	User *users[MOST_SEEN];
	size_t count;
} seen_objects;

static cq_status open_again(seen_objects *of)
{
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.arena = of->arena;
	cq_session_close(&session);
	return cq_session_open(engine, &options, &session);
}

static cq_status read_all(seen_objects *of)
{
	cq_objects(User) all;
	CQ_TRY(cq_all(session, User, &all, SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts)))));
	for (size_t i = 0; i < all.count && of->count < MOST_SEEN; i++)
		of->users[of->count++] = all.items[i];
	cq_free(&all);
	return CQ_OK;
}

static cq_status add_one(seen_objects *of)
{
	User *eve;
	Post *post;
	CQ_TRY(cq_add_new(session, User, &eve, .name = "eve", .bio = "short"));
	CQ_TRY(cq_add_new(session, Post, &post, .title = "hers"));
	CQ_TRY(cq_append(session, eve, users.posts, post));
	CQ_TRY(cq_flush(session));
	CQ_TRY(cq_set_field(session, eve, "bio", "long enough to stand somewhere"));
	of->users[of->count++] = eve;
	return cq_rollback(session);
}

static cq_status work(seen_objects *of)
{
	CQ_TRY(cq_arena_open(&of->arena));
	CQ_TRY(open_again(of));
	CQ_TRY(read_all(of));
	CQ_TRY(add_one(of));
	CQ_TRY(open_again(of));
	return read_all(of);
}

static void look(const seen_objects *of)
{
	for (size_t i = 0; i < of->count; i++) {
		const User *const user = of->users[i];
		assert_in_range(strlen(user->name), 3, 3);
		if (user->bio != NULL)
			assert_in_range(strlen(user->bio), 5, 30);
		for (uint32_t k = 0; cq_is_loaded(user->posts) && k < cq_count(user->posts); k++)
			assert_in_range(strlen(cq_items(user->posts)[k]->title), 3, 5);
	}
}

static void each_allocation_fails_in_turn(void **state)
{
	(void)state;
	in_turn at = { 0 };
	ELSEWHERE("INSERT INTO users (name, bio) VALUES ('ann', 'long enough to stand somewhere'), ('bob', NULL)");
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'one'), (1, 'two'), (2, 'three')");
	do {
		seen_objects of = { 0 };
		session_again();
		in_turn_begin(&at);
		const cq_status status = work(&of);
		in_turn_end(&at, status);
		cq_session_close(&session);
		look(&of);
		if (status == CQ_OK)
			assert_int_equal(of.count, 5);
		cq_arena_close(&of.arena);
	} while (at.reached);
	print_message("%ld allocations failed\n", at.failures);
	assert_true(at.failures > 20);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { TEST(each_allocation_fails_in_turn) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
