/* session_transaction_test.c: reading outside and writing inside, commits, rollbacks that put back, savepoints, scopes, and what the
 * database ends by itself.
 */
#include "relation.h"

#include <cquel/upsert.h>

/* Refused at COMMIT only. */
#define promises_COLUMNS(COLUMN)                     \
	COLUMN(id, BIGINT, PRIMARY_KEY)                  \
	COLUMN(user_id, NULLABLE(BIGINT))
CQ_MODEL(Promise, promises)

static User ann;

static void one_user(void)
{
	ann = CQ_NEW(User, .name = "ann");
	ADDED(User, &ann);
	COMMIT();
	forget_sent();
}

/* ---- reading outside, writing inside -------------------------------------------------------------------------------- */

static void the_first_write_begins_it(void **state)
{
	(void)state;
	one_user();
	session_again();
	User *const user = GET(User, ann.id);
	assert_false(cq_in_transaction(session));
	COMMIT();
	ROLLBACK();
	assert_sent("SELECT");
	user->name = "anna";
	assert_false(cq_in_transaction(session));
	FLUSH();
	assert_true(cq_in_transaction(session));
	assert_sent("BEGIN; UPDATE users 1");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'anna'"), 0);
	COMMIT();
	assert_false(cq_in_transaction(session));
	assert_sent("COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'anna'"), 1);
}

static void what_others_commit_is_seen_while_nothing_is_written(void **state)
{
	(void)state;
	one_user();
	int64_t count = -1;
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT(users.id)), FROM(users))));
	assert_int_equal(count, 1);
	ELSEWHERE("INSERT INTO users (name) VALUES ('bob')");
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT(users.id)), FROM(users))));
	assert_int_equal(count, 2);
}

static void an_isolation_begins_it_with_the_first_read(void **state)
{
	(void)state;
	one_user();
	const cq_session_options options = { .transaction = { .isolation = CQ_ISOLATION_REPEATABLE_READ } };
	session_with(&options);
	assert_string_equal(GET(User, ann.id)->name, "ann");
	assert_true(cq_in_transaction(session));
	assert_sent("BEGIN; SELECT");
	COMMIT();
	assert_sent("COMMIT");
}

static void it_can_be_begun_by_a_call(void **state)
{
	(void)state;
	MUST(cq_begin(session, NULL));
	assert_true(cq_in_transaction(session));
	one_user();
	assert_false(cq_in_transaction(session));
	MUST(cq_begin(session, &(cq_transaction_options){ .read_only = true, .isolation = CQ_ISOLATION_REPEATABLE_READ }));
	MUST(cq_expire(session, &ann));
	assert_ptr_equal(GET(User, ann.id), &ann);
	ROLLBACK();
	assert_sent("BEGIN; SELECT; ROLLBACK");
}

/* ---- rollback ------------------------------------------------------------------------------------------------------- */

static void a_rollback_puts_back(void **state)
{
	(void)state;
	one_user();
	User bob = CQ_NEW(User, .name = "bob"), gone = CQ_NEW(User, .name = "gone");
	ADDED(User, &gone);
	COMMIT();
	Post hello = CQ_NEW(Post, .title = "hello");
	ADDED(User, &bob);
	APPEND(&ann, users.posts, &hello);
	ann.name = "anna";
	DELETED(&gone);
	FLUSH();
	assert_true(bob.id != 0 && hello.author_id == ann.id);
	assert_int_equal(cq_state_of(session, &gone), CQ_DELETED);
	ann.bio = "not written";
	forget_sent();
	ROLLBACK();
	assert_sent("ROLLBACK");
	assert_int_equal(cq_state_of(session, &bob), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, &hello), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, &gone), CQ_PERSISTENT);
	assert_int_equal(bob.id, 0);
	assert_int_equal(hello.id, 0);
	assert_string_equal(ann.name, "ann");
	assert_null(ann.bio);
	assert_empty(ann.posts);
	assert_ptr_equal(GET(User, gone.id), &gone);
	assert_false(cq_has_changes(session));
	/* All of it can be done again: the database makes keys and defaults anew. */
	ADDED(User, &bob);
	COMMIT();
	assert_sent("BEGIN; INSERT users 1; COMMIT");
	assert_true(bob.id != 0);
	assert_string_equal(bob.mood, "calm");
}

static void what_was_never_written_is_lost_too(void **state)
{
	(void)state;
	one_user();
	User bob = CQ_NEW(User, .name = "bob");
	ADDED(User, &bob);
	ann.name = "anna";
	DELETED(&ann);
	ROLLBACK();
	assert_sent("");
	assert_int_equal(cq_state_of(session, &bob), CQ_TRANSIENT);
	assert_string_equal(ann.name, "ann");
	assert_false(cq_is_modified(session, &ann));
}

static void what_was_read_inside_is_out_of_date(void **state)
{
	(void)state;
	one_user();
	session_again();
	MUST(cq_execute(session, NULL, SQL(UPDATE(users, SET(name, "inside")), ALL_ROWS)));
	User *const user = GET(User, ann.id);
	assert_string_equal(user->name, "inside");
	ROLLBACK();
	assert_int_equal(cq_state_of(session, user), CQ_PERSISTENT);
	assert_true(cq_is_expired(session, user));
	assert_ptr_equal(GET(User, ann.id), user);
	assert_string_equal(user->name, "ann");
}

/* ---- savepoints ----------------------------------------------------------------------------------------------------- */

static void a_savepoint_is_undone_alone(void **state)
{
	(void)state;
	one_user();
	User bob = CQ_NEW(User, .name = "bob"), carol = CQ_NEW(User, .name = "carol");
	MUST(cq_begin(session, NULL));
	ADDED(User, &bob);
	ann.name = "anna";
	MUST(cq_begin(session, NULL));
	/* A flush of several statements inside a transaction is all or nothing where a failed one leaves it usable. */
	if (database_kind() == CLIENT_SQLITE)
		assert_sent("BEGIN; SAVEPOINT; INSERT users 1; UPDATE users 1; RELEASE; SAVEPOINT");
	else
		assert_sent("BEGIN; INSERT users 1; UPDATE users 1; SAVEPOINT");
	ADDED(User, &carol);
	ann.name = "annette";
	DELETED(&bob);
	FLUSH();
	forget_sent();
	ROLLBACK();
	assert_sent("ROLLBACK; RELEASE");
	assert_string_equal(ann.name, "anna");
	assert_int_equal(cq_state_of(session, &bob), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(session, &carol), CQ_TRANSIENT);
	assert_int_equal(carol.id, 0);
	assert_true(cq_in_transaction(session));
	MUST(cq_savepoint(session));
	ADDED(User, &carol);
	COMMIT();
	assert_sent("SAVEPOINT; INSERT users 1; RELEASE");
	COMMIT();
	assert_sent("COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name IN ('anna', 'bob', 'carol')"), 3);
	REFUSED(cq_savepoint(session), CQ_MISUSE, "inside a transaction");
}

static void the_outermost_takes_savepoints_with_it(void **state)
{
	(void)state;
	one_user();
	ann.name = "anna";
	FLUSH();
	MUST(cq_begin(session, NULL));
	ann.name = "annette";
	COMMIT();
	ROLLBACK();
	assert_string_equal(ann.name, "ann");
	assert_false(cq_in_transaction(session));
	assert_sent("BEGIN; UPDATE users 1; SAVEPOINT; UPDATE users 1; RELEASE; ROLLBACK");
}

/* ---- scopes --------------------------------------------------------------------------------------------------------- */

static cq_status scoped(User *user, bool fails)
{
	CQ_TRANSACTION(session) {
		CQ_TRY(cq_add(session, User, user));
		CQ_SAVEPOINT(session) {
			user->bio = "inside";
		}
		if (fails)
			return CQ_NO_ROW;
	}
	return CQ_OK;
}

static cq_status savepoint_alone(void)
{
	CQ_SAVEPOINT(session) {
		fail();
	}
	return CQ_OK;
}

static void scopes_leave_nothing_open(void **state)
{
	(void)state;
	User bob = CQ_NEW(User, .name = "bob");
	assert_int_equal(scoped(&bob, true), CQ_NO_ROW);
	assert_false(cq_in_transaction(session));
	assert_int_equal(cq_state_of(session, &bob), CQ_TRANSIENT);
	assert_sent("BEGIN; INSERT users 1; SAVEPOINT; UPDATE users 1; RELEASE; ROLLBACK");
	bob.bio = NULL;
	MUST(scoped(&bob, false));
	assert_false(cq_in_transaction(session));
	assert_sent("BEGIN; INSERT users 1; SAVEPOINT; UPDATE users 1; RELEASE; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE bio = 'inside'"), 1);
	REFUSED(savepoint_alone(), CQ_MISUSE, "CQ_SAVEPOINT", "none is open");
	cq_status status = CQ_NO_ROW;
	CQ_TRANSACTION_STATUS(session, &status) {
		bob.bio = "again";
	}
	MUST(status);
	assert_sent("BEGIN; UPDATE users 1; COMMIT");
}

/* ---- ends ----------------------------------------------------------------------------------------------------------- */

static void objects_stay_or_expire_on_commit(void **state)
{
	(void)state;
	one_user();
	assert_false(cq_is_expired(session, &ann));
	assert_string_equal(ann.name, "ann");
	const cq_session_options options = { .expire_on_commit = true };
	session_with(&options);
	User *const user = GET(User, ann.id);
	LOAD(user, users.posts);
	user->name = "anna";
	COMMIT();
	assert_true(cq_is_expired(session, user));
	assert_false(cq_is_loaded(user->posts));
	assert_string_equal(user->name, "anna");
	/* That is not undone by a rollback that has nothing to undo. */
	ROLLBACK();
	assert_true(cq_is_expired(session, user));
	assert_false(cq_is_loaded(user->posts));
	ELSEWHERE("UPDATE users SET name = 'else'");
	assert_ptr_equal(GET(User, ann.id), user);
	assert_string_equal(user->name, "else");
}

static void a_failed_flush_changes_nothing(void **state)
{
	(void)state;
	Tag one = CQ_NEW(Tag, .name = "x"), two = CQ_NEW(Tag, .name = "y"), three = CQ_NEW(Tag, .name = "x");
	ADDED(Tag, &one);
	COMMIT();
	forget_sent();
	ADDED(Tag, &two);
	ADDED(Tag, &three);
	one.name = "z";
	two.name = "z";
	REFUSED(cq_commit(session), CQ_UNIQUE, "");
	assert_int_equal(cq_state_of(session, &two), CQ_PENDING);
	assert_int_equal(cq_state_of(session, &three), CQ_PENDING);
	assert_int_equal(two.id, 0);
	assert_true(cq_is_modified(session, &one));
	assert_false(cq_in_transaction(session));
	two.name = "y";
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM tags WHERE name IN ('x', 'y', 'z')"), 3);
}

static void what_commit_refuses_is_rolled_back(void **state)
{
	(void)state;
	cq_connection *const db = cq_session_connection(session);
	MUST(cq_execute(db, NULL, RAW_SQL("CREATE TABLE promises (id BIGINT PRIMARY KEY, user_id BIGINT REFERENCES users (id) "
		"DEFERRABLE INITIALLY DEFERRED)")));
	Promise promise = { .id = 1, .user_id = { true, 77 } };
	ADDED(Promise, &promise);
	forget_sent();
	REFUSED(cq_commit(session), CQ_FOREIGN_KEY, "");
	/* SQLite keeps the transaction open, for the program to do something about it; PostgreSQL has ended it. */
	if (database_kind() == CLIENT_SQLITE) {
		assert_true(cq_in_transaction(session));
		assert_int_equal(cq_state_of(session, &promise), CQ_PERSISTENT);
		ROLLBACK();
	}
	assert_false(cq_in_transaction(session));
	assert_int_equal(cq_state_of(session, &promise), CQ_TRANSIENT);
	promise.user_id.present = false;
	ADDED(Promise, &promise);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM promises"), 1);
}

/* ---- what the database ends ----------------------------------------------------------------------------------------- */

/* The transaction ends beneath the session. */
static void break_it(void)
{
	if (database_kind() == CLIENT_SQLITE)
		assert_int_equal(cq_execute(cq_session_connection(session), NULL, RAW_SQL("ROLLBACK")), CQ_OK);
	else
		ELSEWHERE("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'");
}

static void a_lost_transaction_is_rolled_back_and_the_session_goes_on(void **state)
{
	(void)state;
	if (database_pooled())
		skip();
	one_user();
	User bob = CQ_NEW(User, .name = "bob");
	ADDED(User, &bob);
	ann.name = "anna";
	FLUSH();
	break_it();
	ann.name = "annette";
	assert_int_not_equal(cq_flush(session), CQ_OK);
	assert_int_not_equal(cq_commit(session), CQ_OK);
	assert_int_equal(cq_state_of(session, &bob), CQ_PERSISTENT);
	ROLLBACK();
	assert_int_equal(cq_state_of(session, &bob), CQ_TRANSIENT);
	assert_string_equal(ann.name, "ann");
	ann.name = "again";
	ADDED(User, &bob);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name IN ('bob', 'again')"), 2);
}

/* ---- joining -------------------------------------------------------------------------------------------------------- */

static void a_transaction_of_the_program_is_joined(void **state)
{
	(void)state;
	cq_connection *db;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	for (int round = 0; round < 2; round++) {
		const bool commits = round == 1;
		cq_session *inner;
		User bob = CQ_NEW(User, .name = "bob");
		MUST(cq_begin(db, NULL));
		MUST(cq_execute(db, NULL, SQL(INSERT_INTO(users, SET(name, "outer")))));
		assert_int_equal(cq_session_on(db, NULL, &inner), CQ_OK);
		assert_ptr_equal(cq_session_connection(inner), db);
		MUST(cq_add(inner, User, &bob));
		forget_sent();
		if (commits)
			MUST(cq_commit(inner));
		else
			MUST(cq_flush(inner));
		assert_sent(commits ? "SAVEPOINT; INSERT users 1; RELEASE" : "SAVEPOINT; INSERT users 1");
		cq_session_close(&inner);
		assert_sent(commits ? "" : "ROLLBACK; RELEASE");
		assert_true(cq_in_transaction(db));
		MUST(cq_commit(db));
	}
	cq_disconnect(&db);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'outer'"), 2);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'bob'"), 1);
}

/* On SQLite it would keep all others from writing. */
static void a_failed_statement_leaves_no_transaction(void **state)
{
	(void)state;
	one_user();
	const Tag first = { .id = 1, .name = "c" };
	Tag tag = first, two[] = { { .id = 2, .name = "d" }, first };
	MUST(cq_insert(session, Tag, &tag));
	COMMIT();
	forget_sent();
	REFUSED(cq_execute(session, NULL, RAW_SQL("INSERT INTO tags (id, name) VALUES (1, 'e')")), CQ_UNIQUE, "tags");
	assert_false(cq_in_transaction(session));
	int64_t id;
	REFUSED(cq_scalar(session, &id, RAW_SQL("INSERT INTO tags (id, name) VALUES (1, 'e') RETURNING id")), CQ_UNIQUE, "tags");
	assert_false(cq_in_transaction(session));
	REFUSED(cq_insert(session, Tag, &tag), CQ_UNIQUE, "tags");
	assert_false(cq_in_transaction(session));
	REFUSED(cq_insert_many(session, Tag, two, 2), CQ_UNIQUE, "tags");
	assert_false(cq_in_transaction(session));
	two[1] = (Tag){ .id = 3, .name = "c" };
	REFUSED(cq_upsert_all(session, Tag, two, 2, id), CQ_UNIQUE, "tags");
	assert_false(cq_in_transaction(session));
	ELSEWHERE("INSERT INTO tags (id, name) VALUES (4, 'e')");
	/* What was written before in it is not undone. */
	ann.name = "anna";
	REFUSED(cq_insert(session, Tag, &tag), CQ_UNIQUE, "tags");
	assert_true(cq_in_transaction(session));
	ROLLBACK();
	/* That there is no row is an answer. */
	User *user;
	REFUSED(cq_one(session, User, &user, SQL(UPDATE(users, SET(name, "n")), WHERE(EQ(users.id, 77)), RETURNING_ALL(users))), CQ_NO_ROW, "row");
	assert_true(cq_in_transaction(session));
	ROLLBACK();
}

static void closing_rolls_back(void **state)
{
	(void)state;
	one_user();
	ann.name = "anna";
	FLUSH();
	cq_session_close(&session);
	assert_null(session);
	assert_sent("BEGIN; UPDATE users 1; ROLLBACK");
	assert_string_equal(ann.name, "anna");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'ann'"), 1);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(the_first_write_begins_it),
		TEST(what_others_commit_is_seen_while_nothing_is_written),
		TEST(an_isolation_begins_it_with_the_first_read),
		TEST(it_can_be_begun_by_a_call),
		TEST(a_rollback_puts_back),
		TEST(what_was_never_written_is_lost_too),
		TEST(what_was_read_inside_is_out_of_date),
		TEST(a_savepoint_is_undone_alone),
		TEST(the_outermost_takes_savepoints_with_it),
		TEST(scopes_leave_nothing_open),
		TEST(objects_stay_or_expire_on_commit),
		TEST(a_failed_flush_changes_nothing),
		TEST(what_commit_refuses_is_rolled_back),
		TEST(a_lost_transaction_is_rolled_back_and_the_session_goes_on),
		TEST(a_transaction_of_the_program_is_joined),
		TEST(a_failed_statement_leaves_no_transaction),
		TEST(closing_rolls_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
