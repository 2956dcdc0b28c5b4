/* session_outdated_test.c: objects are declared out of date, by the program or by a statement that writes past them, and each allocation of that
 * fails in turn: all of them are, or none, and nothing stands in the database of a call that failed.
 *
 * Leaks are found by the sanitizer this is built with.
 */
#include "conform/relation.h"

#include "base/alloc.h"

#include <cquel/upsert.h>

enum { USERS = 24, POSTS = 2 };

static User *users_[USERS];
static Post *post;
static Tag *tag;

static void store(void)
{
	session_again();
	for (int i = 0; i < USERS; i++) {
		User *user;
		MUST(cq_add_new(session, User, &user, .name = "ann", .bio = "old"));
		for (int k = 0; k < POSTS; k++) {
			MUST(cq_add_new(session, Post, &post, .title = "old"));
			APPEND(user, users.posts, post);
		}
	}
	MUST(cq_add_new(session, Tag, &tag, .name = "t"));
	COMMIT();
}

/* Users with posts, whose relations are loaded, and a tag. */
static void prepare(bool begins)
{
	cq_objects(User) found;
	store();
	session_again();
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id),
		OPTIONS(SELECTIN(users.posts), SELECTIN(users.notes), SELECTIN(users.profile), SELECTIN(users.posts, posts.tags)))));
	assert_int_equal(found.count, USERS);
	memcpy(users_, found.items, sizeof users_);
	cq_free(&found);
	post = cq_items(users_[0]->posts)[0];
	MUST(cq_one(session, Tag, &tag, SQL(SELECT_ALL(tags), FROM(tags))));
	if (begins)
		MUST(cq_begin(session, NULL));
}

static void clear(void)
{
	cq_session_close(&session);
	ELSEWHERE("DELETE FROM post_tags");
	ELSEWHERE("DELETE FROM posts");
	ELSEWHERE("DELETE FROM tags");
	ELSEWHERE("DELETE FROM users");
}

/* ---- what is done --------------------------------------------------------------------------------------------------- */

static cq_status expire_one(void)
{
	return cq_expire(session, users_[1]);
}

static cq_status expire_each(void)
{
	return cq_expire_all(session);
}

static cq_status update_some(void)
{
	return cq_execute(session, NULL, SQL(UPDATE(users, SET(bio, "new")), ALL_ROWS));
}

static cq_status update_raw(void)
{
	return cq_execute(session, NULL, RAW_SQL("UPDATE users SET bio = 'new'"));
}

static cq_status update_and_take(void)
{
	cq_objects(User) found;
	CQ_TRY(cq_all(session, User, &found, SQL(UPDATE(users, SET(bio, "new")), WHERE(EQ(users.name, "ann")), RETURNING_ALL(users))));
	cq_free(&found);
	return CQ_OK;
}

static cq_status update_many(void)
{
	User given[USERS];
	for (int i = 0; i < USERS; i++) {
		given[i] = *users_[i];
		given[i].bio = "new";
	}
	return cq_update_many(session, User, NULL, given, USERS, bio);
}

static cq_status delete_some(void)
{
	return cq_execute(session, NULL, SQL(DELETE_FROM(tags), ALL_ROWS));
}

static cq_status delete_many(void)
{
	const Tag given = *tag;
	return cq_delete_many(session, Tag, NULL, &given, 1);
}

static cq_status upsert(void)
{
	Tag given = CQ_NEW(Tag, .id = tag->id, .name = "u");
	/* It is the session's own that is written over. */
	return cq_upsert(session, Tag, &given, id);
}

/* ---- what must hold ------------------------------------------------------------------------------------------------- */

/* How many of the users are expired; of those, and of no others, nothing is loaded. */
static int count_expired(bool anew)
{
	int count = 0;
	for (int i = 0; i < USERS; i++) {
		const bool expired = cq_is_expired(session, users_[i]);
		count += expired;
		if (!anew && expired == cq_is_loaded(users_[i]->posts))
			fail_msg("user %d is %sexpired, and its posts are %sloaded", i, expired ? "" : "not ", expired ? "" : "not ");
		assert_int_equal(cq_state_of(session, users_[i]), CQ_PERSISTENT);
	}
	return count;
}

static bool is_written(void)
{
	return SEEN("SELECT COUNT(*) FROM users WHERE bio = 'new'") + SEEN("SELECT COUNT(*) FROM tags WHERE name = 'u'") != 0 ||
		SEEN("SELECT COUNT(*) FROM tags") == 0;
}

static void fail_in_turn(cq_status (*call)(void), bool begins, bool writes, int expires)
{
	int failures = 0;
	for (long n = 1, most = 1; n <= most; n++) {
		prepare(begins);
		cq__alloc_fail_after(n);
		const cq_status status = call();
		if (cq__alloc_count() >= n)
			most = n + 1;
		cq__alloc_fail_after(0);
		if (status != CQ_OK && status != CQ_NO_MEMORY)
			fail_msg("allocation %ld: %s: %s", n, cq_status_name(status), cq_session_error(session)->message);
		/* What was written over and is put back may be out of date. */
		const bool anew = call == update_and_take;
		const int expired = count_expired(anew);
		if (!anew && expired != (status == CQ_OK ? expires : 0))
			fail_msg("allocation %ld: %s, and %d users are expired", n, cq_status_name(status), expired);
		if (status != CQ_OK) {
			failures++;
			assert_int_equal(cq_state_of(session, tag), CQ_PERSISTENT);
			assert_int_equal(cq_in_transaction(session), begins);
			/* A program that does not look goes on to commit. */
			(void)!cq_commit(session);
			if (is_written())
				fail_msg("allocation %ld: what a call has written that failed is committed", n);
			ROLLBACK();
			assert_int_equal(cq_state_of(session, tag), CQ_PERSISTENT);
			if (!anew)
				assert_int_equal(count_expired(false), 0);
			MUST(call());
		}
		COMMIT();
		assert_int_equal(is_written(), writes);
		clear();
	}
	assert_true(failures > 0);
}

static void in_and_out(cq_status (*call)(void), bool writes, int expires)
{
	fail_in_turn(call, false, writes, expires);
	fail_in_turn(call, true, writes, expires);
}

static void an_object_and_what_it_reaches(void **state)
{
	(void)state;
	in_and_out(expire_one, false, 1);
}

static void all_objects_while_something_is_noted(void **state)
{
	(void)state;
	int failures = 0;
	for (long n = 1, most = 1; n <= most; n++) {
		prepare(false);
		APPEND(post, posts.tags, tag);
		users_[0]->bio = "changed, and not written";
		cq__alloc_fail_after(n);
		const cq_status status = expire_each();
		if (cq__alloc_count() >= n)
			most = n + 1;
		cq__alloc_fail_after(0);
		assert_int_equal(count_expired(false), status == CQ_OK ? USERS : 0);
		assert_string_equal(users_[0]->bio, status == CQ_OK ? "old" : "changed, and not written");
		failures += status != CQ_OK;
		clear();
	}
	assert_true(failures > 0);
}

/* Behind a rollback nothing is noted any more: then nothing needs memory, and all are expired or none. */
static void all_objects_behind_a_rollback(void **state)
{
	(void)state;
	for (long n = 1, most = 1; n <= most; n++) {
		prepare(false);
		APPEND(users_[1], users.posts, post);
		ROLLBACK();
		cq__alloc_fail_after(n);
		const cq_status status = expire_each();
		if (cq__alloc_count() >= n)
			most = n + 1;
		cq__alloc_fail_after(0);
		assert_int_equal(count_expired(false), status == CQ_OK ? USERS : 0);
		clear();
	}
}

static void an_update_that_tells_its_keys(void **state)
{
	(void)state;
	in_and_out(update_some, true, USERS);
}

static void an_update_that_may_have_met_any(void **state)
{
	(void)state;
	in_and_out(update_raw, true, USERS);
}

static void an_update_that_gives_its_objects(void **state)
{
	(void)state;
	in_and_out(update_and_take, true, 0);
}

static void an_update_of_many(void **state)
{
	(void)state;
	in_and_out(update_many, true, USERS);
}

static void a_deletion(void **state)
{
	(void)state;
	in_and_out(delete_some, true, 0);
}

static void a_deletion_of_many(void **state)
{
	(void)state;
	in_and_out(delete_many, true, 0);
}

static void an_upsert(void **state)
{
	(void)state;
	in_and_out(upsert, true, 0);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(an_object_and_what_it_reaches),
		TEST(all_objects_while_something_is_noted),
		TEST(all_objects_behind_a_rollback),
		TEST(an_update_that_tells_its_keys),
		TEST(an_update_that_may_have_met_any),
		TEST(an_update_that_gives_its_objects),
		TEST(an_update_of_many),
		TEST(a_deletion),
		TEST(a_deletion_of_many),
		TEST(an_upsert),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
