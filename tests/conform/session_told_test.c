/* session_told_test.c: what is said of a session: that a failure was that of the flush before the call, and who never closed it; and that what has
 * left it, and is held yet, is led on from no more.
 */
#include "relation.h"

/* ---- the flush before a call --------------------------------------------------------------------------------------- */

/* The name of a tag that there is, taken again. */
static void take_twice(Tag *tag)
{
	ELSEWHERE("INSERT INTO tags (id, name) VALUES (1, 'taken')");
	*tag = CQ_NEW(Tag, .id = 2, .name = "taken");
	ADDED(Tag, tag);
}

#define SAYS_SO(call, name) REFUSED(call, CQ_UNIQUE, " (in the flush that comes before " name "; where that is too early, set no_autoflush)")

static void a_failure_says_that_the_flush_before_failed(void **state)
{
	(void)state;
	Tag tag;
	User *user;
	cq_objects(User) found;
	int64_t count;
	take_twice(&tag);
	SAYS_SO(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users))), "cq_all");
	/* What the database said is there as ever. */
	assert_string_equal(cq_session_error(session)->table, "tags");
	assert_non_null(strstr(cq_session_error(session)->sql, "INSERT INTO \"tags\""));
	assert_non_null(strstr(cq_session_error(session)->file, "session_told_test.c"));
	SAYS_SO(cq_scalar(session, &count, SQL(SELECT(COUNT_ROWS()), FROM(users))), "cq_scalar");
	SAYS_SO(cq_execute(session, NULL, SQL(DELETE_FROM(users), ALL_ROWS)), "cq_execute");
	SAYS_SO(cq_get(session, User, &user, 1), "cq_get");
	tag.name = "free";
	MUST(cq_get(session, User, &user, 1));
	COMMIT();
}

static void who_flushes_is_told_plainly(void **state)
{
	(void)state;
	Tag tag;
	take_twice(&tag);
	REFUSED(cq_flush(session), CQ_UNIQUE, "name");
	assert_null(strstr(cq_session_error(session)->message, "no_autoflush"));
	REFUSED(cq_commit(session), CQ_UNIQUE, "name");
	assert_null(strstr(cq_session_error(session)->message, "no_autoflush"));
}

static void without_it_nothing_is_flushed(void **state)
{
	(void)state;
	Tag tag;
	cq_objects(User) found;
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.no_autoflush = true;
	session_with(&options);
	take_twice(&tag);
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users))));
	cq_free(&found);
	assert_int_equal(cq_state_of(session, &tag), CQ_PENDING);
}

/* ---- who never closed it ------------------------------------------------------------------------------------------- */

static char warned[1000];

static void hear(void *user, const cq_log_record *record)
{
	(void)user;
	if (record->level <= CQ_LOG_WARNING)
		(void)snprintf(warned + strlen(warned), sizeof warned - strlen(warned), "%s\n", record->message);
}

static void a_session_left_open_is_called_one(void **state)
{
	(void)state;
	char message[CQ_ERROR_TEXT], wanted[300];
	cq_engine *loud;
	cq_session *open, *closed;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = hear;
	options.log_level = CQ_LOG_WARNING;
	warned[0] = '\0';
	assert_int_equal(cq_engine_open(&loud, database_create_shared(), &options, message), CQ_OK);
	assert_int_equal(cq_session_open(loud, NULL, &closed), CQ_OK);
	assert_int_equal(cq_session_open(loud, NULL, &open), CQ_OK); const int line = __LINE__;
	cq_session_close(&closed);
	cq_engine_close(&loud);
	(void)snprintf(wanted, sizeof wanted, "a session was not closed before its engine closed (%s:%d)\n", __FILE__, line);
	assert_string_equal(warned, wanted);
	cq_session_close(&open);
}

/* ---- what has left ------------------------------------------------------------------------------------------------- */

static void what_has_left_is_led_on_from_no_more(void **state)
{
	(void)state;
	cq_objects(User) found;
	ELSEWHERE("INSERT INTO users (id, name) VALUES (1, 'ann')");
	ELSEWHERE("INSERT INTO posts (id, author_id, title) VALUES (1, 1, 'one')");
	User *const ann = GET(User, 1);
	LOAD(ann, users.notes);
	LOAD(ann, users.posts);
	Post *const post = cq_items(ann->posts)[0];
	MUST(cq_expunge(session, post));
	assert_int_equal(cq_state_of(session, post), CQ_DETACHED);
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts), SELECTIN(users.posts, posts.tags)))));
	assert_int_equal(found.count, 1);
	assert_ptr_equal(found.items[0], ann);
	assert_holds(ann->posts, post);
	assert_false(cq_is_loaded(post->tags));
	cq_free(&found);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(a_failure_says_that_the_flush_before_failed),
		TEST(who_flushes_is_told_plainly),
		TEST(without_it_nothing_is_flushed),
		TEST(a_session_left_open_is_called_one),
		TEST(what_has_left_is_led_on_from_no_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
