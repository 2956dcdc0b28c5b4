/* rollback_failure_test.c: what a flush that fails cannot take back, because its ROLLBACK fails, too: the session says so and takes nothing more until
 * a rollback does it, what it has acknowledged is right, and the connection of the pool is not given to the next one as it is.
 *
 * On SQLite, whose steps can be made to fail one by one.
 */
#include "conform/relation.h"

#include <dlfcn.h>

enum { IO_ERROR = 10 };
static const char *failing = "";
static int failures_left, failed;

const char *sqlite3_sql(void *statement);
int sqlite3_step(void *statement);

int sqlite3_step(void *statement)
{
	static int (*real)(void *);
	if (real == NULL)
		*(void **)(void *)&real = dlsym(RTLD_NEXT, "sqlite3_step");
	assert_non_null(real);
	const char *const sql = sqlite3_sql(statement);
	const bool whole = strcmp(failing, "ROLLBACK") == 0;
	if (failures_left == 0 || sql == NULL || (whole ? strcmp(sql, failing) : strncmp(sql, failing, strlen(failing))) != 0)
		return real(statement);
	failures_left--;
	failed++;
	return IO_ERROR;
}

/* The next `count` statements that begin so fail; of "ROLLBACK" only those that are just that. */
static void fail_next(const char *sql, int count)
{
	failing = sql;
	failures_left = count;
	failed = 0;
}

static const char not_rolled_back[] = "what a call that failed has written is not rolled back yet; cq_rollback must do it before the session goes on";

enum { TAGS = 40 };
static Tag tags_[TAGS];
static char names[TAGS][16];

/* Many tags, the last of which has a name that is taken. */
static void add_tags(void)
{
	ELSEWHERE("INSERT INTO tags (id, name) VALUES (1000, 'taken')");
	for (int i = 0; i < TAGS; i++) {
		(void)snprintf(names[i], sizeof names[i], i == TAGS - 1 ? "taken" : "t%d", i);
		tags_[i] = CQ_NEW(Tag, .name = names[i]);
		ADDED(Tag, &tags_[i]);
	}
}

static void free_name(void)
{
	(void)snprintf(names[TAGS - 1], sizeof names[0], "free");
}

static void nothing_but_a_rollback(void)
{
	User *user;
	cq_objects(User) found;
	assert_true(cq_in_transaction(session));
	REFUSED(cq_flush(session), CQ_DATABASE, not_rolled_back);
	REFUSED(cq_commit(session), CQ_DATABASE, not_rolled_back);
	REFUSED(cq_begin(session, NULL), CQ_DATABASE, not_rolled_back);
	REFUSED(cq_get(session, User, &user, 1), CQ_DATABASE, not_rolled_back);
	REFUSED(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users))), CQ_DATABASE, not_rolled_back);
	REFUSED(cq_execute(session, NULL, SQL(DELETE_FROM(users), ALL_ROWS)), CQ_DATABASE, not_rolled_back);
}

/* The rows are what they were, the objects new again, and what is committed from here on is there. */
static void then_it_goes_on(void)
{
	assert_int_equal(cq_state_of(session, &tags_[0]), CQ_TRANSIENT);
	assert_int_equal(tags_[0].id, 0);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM tags"), 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), 0);
	User ann = CQ_NEW(User, .name = "ann");
	ADDED(User, &ann);
	ADDED(Tag, &tags_[0]);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM tags"), 2);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), 1);
	MUST(cq_expunge(session, &ann));
}

/* The transaction is the flush's own. */
static void the_rollback_of_a_flush_fails(void **state)
{
	(void)state;
	add_tags();
	fail_next("ROLLBACK", 1);
	REFUSED(cq_flush(session), CQ_UNIQUE, "tags.name");
	assert_int_equal(failed, 1);
	assert_int_equal(cq_state_of(session, &tags_[0]), CQ_PENDING);
	assert_int_equal(tags_[0].id, 0);
	/* Also when the name is free: the others' rows are there yet, and would be written again. */
	free_name();
	nothing_but_a_rollback();
	ROLLBACK();
	assert_false(cq_in_transaction(session));
	then_it_goes_on();
}

/* The transaction is the program's, and the savepoint the flush's own. */
static void the_rollback_to_its_savepoint_fails(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann");
	add_tags();
	MUST(cq_begin(session, NULL));
	ADDED(User, &ann);
	fail_next("ROLLBACK TO \"", 1);
	REFUSED(cq_flush(session), CQ_UNIQUE, "tags.name");
	assert_int_equal(failed, 1);
	assert_int_equal(cq_state_of(session, &ann), CQ_PENDING);
	free_name();
	nothing_but_a_rollback();
	ROLLBACK();
	assert_false(cq_in_transaction(session));
	then_it_goes_on();
}

/* What insertions of many rows are guarded by is inside of the flush's: who rolls that back takes it along. */
static void the_rollback_of_a_guard_fails(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann");
	add_tags();
	MUST(cq_begin(session, NULL));
	ADDED(User, &ann);
	fail_next("ROLLBACK TO cquel_guard", 1);
	REFUSED(cq_flush(session), CQ_UNIQUE, "tags.name");
	assert_int_equal(failed, 1);
	assert_int_equal(cq_state_of(session, &ann), CQ_PENDING);
	free_name();
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM tags"), TAGS + 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), 1);
}

/* It is the program's rollback that fails: once, then it works. */
static void the_rollback_itself_fails(void **state)
{
	(void)state;
	add_tags();
	free_name();
	FLUSH();
	fail_next("ROLLBACK", 1);
	REFUSED(cq_rollback(session), CQ_DATABASE, "could not be rolled back");
	assert_int_equal(failed, 1);
	assert_true(cq_in_transaction(session));
	assert_int_equal(cq_state_of(session, &tags_[0]), CQ_PERSISTENT);
	ROLLBACK();
	assert_false(cq_in_transaction(session));
	then_it_goes_on();
}

/* No ROLLBACK ever works: the connection is closed with its session, and with it what it had written. */
static void the_connection_is_not_used_again(void **state)
{
	(void)state;
	for (int round = 0; round < 3; round++) {
		Tag tag = CQ_NEW(Tag, .name = "of nobody"), again = CQ_NEW(Tag, .name = "of nobody");
		ADDED(Tag, &tag);
		ADDED(Tag, &again);
		fail_next("ROLLBACK", 1000);
		REFUSED(cq_flush(session), CQ_UNIQUE, "name");
		REFUSED(cq_rollback(session), CQ_DATABASE, "could not be rolled back");
		assert_true(failed >= 2);
		session_again();
		fail_next("", 0);
		assert_int_equal(SEEN("SELECT COUNT(*) FROM tags"), round);
		(void)snprintf(names[round], sizeof names[0], "kept%d", round);
		Tag kept = CQ_NEW(Tag, .name = names[round]);
		ADDED(Tag, &kept);
		COMMIT();
		assert_int_equal(SEEN("SELECT COUNT(*) FROM tags"), round + 1);
		session_again();
	}
}

int main(void)
{
	if (database_kind() != CLIENT_SQLITE)
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = {
		TEST(the_rollback_of_a_flush_fails),
		TEST(the_rollback_to_its_savepoint_fails),
		TEST(the_rollback_of_a_guard_fails),
		TEST(the_rollback_itself_fails),
		TEST(the_connection_is_not_used_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
