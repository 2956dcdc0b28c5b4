/* tests/conform/session_transact_test.c: cq_transact of a session: what is run again, what the session is between two attempts, and real
 * collisions on each database.
 */
#include "relation.h"

static cq_transact_options quick(uint32_t attempts)
{
	return (cq_transact_options){ .attempts = attempts, .backoff_ms = 1, .backoff_max_ms = 4 };
}

static User ann;

static void one_user(void)
{
	ann = CQ_NEW(User, .name = "ann");
	ADDED(User, &ann);
	COMMIT();
	forget_sent();
}

/* ---- what is run again ---------------------------------------------------------------------------------------------- */

typedef struct plan {
	const cq_status *gives; /* one for each attempt, the last for all behind it */
	size_t count;
	uint32_t attempts;      /* seen */
	bool open_more;         /* leaves a savepoint behind each time, with something unwritten in it */
} plan;

static cq_status follow(cq_session *own, void *argument, uint32_t attempt)
{
	plan *const it = argument;
	it->attempts++;
	assert_ptr_equal(own, session);
	assert_int_equal(attempt, it->attempts);
	assert_true(cq_in_transaction(own));
	Note *note;
	CQ_TRY(cq_add_new(own, Note, &note, .text = "attempt"));
	CQ_TRY(cq_flush(own));
	if (it->open_more) {
		CQ_TRY(cq_begin(own, NULL));
		CQ_TRY(cq_add_new(own, Note, &note, .text = "more"));
	}
	return it->gives[attempt - 1 < it->count ? attempt - 1 : it->count - 1];
}

static void only_collisions_are_run_again(void **state)
{
	(void)state;
	const cq_transact_options options = quick(5);
	for (int i = CQ_OK + 1; i < CQ_STATUS_COUNT; i++) {
		const cq_status gives[] = { (cq_status)i, (cq_status)i, CQ_OK };
		plan it = { .gives = gives, .count = 3, .open_more = i % 2 == 0 };
		const bool again = i == CQ_SERIALIZATION || i == CQ_DEADLOCK || i == CQ_SNAPSHOT || i == CQ_BUSY || i == CQ_STALE;
		ELSEWHERE("DELETE FROM notes");
		assert_int_equal(cq_transact(session, follow, &it, &options), again ? CQ_OK : (cq_status)i);
		assert_int_equal(it.attempts, again ? 3 : 1);
		assert_false(cq_in_transaction(session));
		assert_int_equal(SEEN("SELECT COUNT(*) FROM notes"), again ? 1 + (i % 2 == 0) : 0);
	}
}

static void it_ends_after_so_many_attempts(void **state)
{
	(void)state;
	static const cq_status always[] = { CQ_SERIALIZATION };
	for (uint32_t attempts = 0; attempts < 4; attempts++) {
		plan it = { .gives = always, .count = 1 };
		const cq_transact_options options = quick(attempts);
		assert_int_equal(cq_transact(session, follow, &it, &options), CQ_SERIALIZATION);
		assert_int_equal(it.attempts, attempts > 1 ? attempts : 1);
		assert_int_equal(SEEN("SELECT COUNT(*) FROM notes"), 0);
	}
	plan it = { .gives = always, .count = 1 };
	assert_int_equal(cq_transact(session, follow, &it, NULL), CQ_SERIALIZATION);
	assert_int_equal(it.attempts, 5);
	REFUSED(cq_transact(session, NULL, &it, NULL), CQ_MISUSE, "cq_transact", "NULL");
	assert_int_equal(cq_transact((cq_session *)NULL, follow, &it, NULL), CQ_MISUSE);
}

static void inside_a_transaction_it_is_a_savepoint(void **state)
{
	(void)state;
	static const cq_status once[] = { CQ_SERIALIZATION, CQ_OK }, well[] = { CQ_OK };
	plan failing = { .gives = once, .count = 2 }, succeeding = { .gives = well, .count = 1 };
	/* What is not written is written before the savepoint. */
	Note before = CQ_NEW(Note, .text = "before");
	ADDED(Note, &before);
	MUST(cq_begin(session, NULL));
	assert_int_equal(cq_transact(session, follow, &failing, NULL), CQ_SERIALIZATION);
	assert_int_equal(failing.attempts, 1);
	assert_int_equal(cq_state_of(session, &before), CQ_PERSISTENT);
	MUST(cq_transact(session, follow, &succeeding, NULL));
	assert_true(cq_in_transaction(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM notes"), 0);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM notes"), 2);
}

/* The transaction of the handle's is not the session's to run again. */
static void a_transaction_of_the_handle_counts(void **state)
{
	(void)state;
	static const cq_status once[] = { CQ_DEADLOCK, CQ_OK };
	plan it = { .gives = once, .count = 2 };
	cq_connection *db;
	cq_session *const usual = session;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_session_on(db, NULL, &session), CQ_OK);
	assert_int_equal(cq_begin(db, NULL), CQ_OK);
	assert_int_equal(cq_transact(session, follow, &it, NULL), CQ_DEADLOCK);
	assert_int_equal(it.attempts, 1);
	assert_true(cq_in_transaction(db));
	assert_int_equal(cq_rollback(db), CQ_OK);
	it.attempts = 0;
	MUST(cq_transact(session, follow, &it, NULL));
	assert_int_equal(it.attempts, 2);
	cq_session_close(&session);
	cq_disconnect(&db);
	session = usual;
	assert_int_equal(SEEN("SELECT COUNT(*) FROM notes"), 1);
}

/* ---- the session between two attempts --------------------------------------------------------------------------------- */

typedef struct change {
	User *user;
	Note note;
	uint32_t attempts;
	bool alone;             /* there is one attempt at most */
} change;

static cq_status change_once_in_vain(cq_session *own, void *argument, uint32_t attempt)
{
	change *const it = argument;
	it->attempts = attempt;
	/* As before the first attempt, but for what must be read again. */
	assert_int_equal(cq_state_of(own, &it->note), CQ_TRANSIENT);
	assert_int_equal(it->note.id, 0);
	assert_string_equal(it->user->name, "ann");
	assert_int_equal(cq_state_of(own, it->user), CQ_PERSISTENT);
	assert_int_equal(cq_is_expired(own, it->user), !it->alone);
	assert_false(cq_has_changes(own));
	User *again;
	CQ_TRY(cq_get(own, User, &again, it->user->id));
	assert_ptr_equal(again, it->user);
	again->name = "anna";
	CQ_TRY(cq_add(own, Note, &it->note));
	CQ_TRY(cq_append(own, again, users.notes, &it->note));
	CQ_TRY(cq_flush(own));
	assert_true(it->note.id != 0);
	/* Not written by the attempt that fails. */
	again->bio = "changed";
	return attempt < 3 ? CQ_DEADLOCK : CQ_OK;
}

static void the_session_is_put_back_between_attempts(void **state)
{
	(void)state;
	const cq_transact_options options = quick(5);
	one_user();
	change it = { .user = &ann, .note = CQ_NEW(Note, .text = "n") };
	MUST(cq_transact(session, change_once_in_vain, &it, &options));
	assert_int_equal(it.attempts, 3);
	assert_int_equal(cq_state_of(session, &it.note), CQ_PERSISTENT);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users JOIN notes ON owner_id = users.id WHERE name = 'anna' AND bio = 'changed'"), 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM notes"), 1);
	/* What the last attempt gave up is undone as by a rollback. */
	change vain = { .user = &ann, .note = CQ_NEW(Note, .text = "n"), .alone = true };
	ann.name = "ann";
	COMMIT();
	const cq_transact_options once = quick(1);
	assert_int_equal(cq_transact(session, change_once_in_vain, &vain, &once), CQ_DEADLOCK);
	assert_int_equal(vain.attempts, 1);
	assert_int_equal(cq_state_of(session, &vain.note), CQ_TRANSIENT);
	assert_string_equal(ann.name, "ann");
	assert_false(cq_is_expired(session, &ann));
}

static cq_status nothing(cq_session *own, void *argument, uint32_t attempt)
{
	(void)own;
	*(uint32_t *)argument = attempt;
	return CQ_OK;
}

static void unwritten_changes_would_be_lost(void **state)
{
	(void)state;
	uint32_t attempts = 0;
	one_user();
	ann.name = "changed";
	REFUSED(cq_transact(session, nothing, &attempts, NULL), CQ_MISUSE, "changes that are not written");
	assert_int_equal(attempts, 0);
	assert_string_equal(ann.name, "changed");
	/* With one attempt nothing can be lost. */
	const cq_transact_options once = quick(1);
	MUST(cq_transact(session, nothing, &attempts, &once));
	assert_int_equal(attempts, 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'changed'"), 1);
	/* One that only looks takes a transaction and nothing else. */
	forget_sent();
	MUST(cq_transact(session, nothing, &attempts, NULL));
	assert_sent("BEGIN; COMMIT");
}

static cq_status end_it(cq_session *own, void *argument, uint32_t attempt)
{
	uint32_t *const attempts = argument;
	*attempts = attempt;
	return cq_commit(own);
}

static void a_function_that_ends_the_transaction_is_told(void **state)
{
	(void)state;
	uint32_t attempts = 0;
	REFUSED(cq_transact(session, end_it, &attempts, NULL), CQ_MISUSE, "no open transaction to commit");
	assert_int_equal(attempts, 1);
	assert_false(cq_in_transaction(session));
}

/* ---- real collisions -------------------------------------------------------------------------------------------------- */

typedef struct collision {
	int64_t id;
	uint32_t attempts;
	bool meanwhile;        /* somebody else changes it in the midst of the first attempt */
} collision;

static cq_status add_to_the_text(cq_session *own, void *argument, uint32_t attempt)
{
	collision *const it = argument;
	char text[40];
	Document *document;
	it->attempts = attempt;
	CQ_TRY(cq_get(own, Document, &document, it->id));
	(void)snprintf(text, sizeof text, "%s+1", document->text);
	if (attempt == 1 && it->meanwhile)
		ELSEWHERE("UPDATE documents SET text = 'theirs', version = version + 1");
	CQ_TRY(cq_set_field(own, document, "text", (const char *)text));
	return CQ_OK;
}

/* Read before the transaction began, and changed by somebody else before that, too. Where somebody can change it in the midst of an attempt as well,
 * that one is in vain. */
static void what_is_stale_is_read_again(void **state)
{
	(void)state;
	const cq_transact_options options = quick(3);
	const bool meanwhile = database_kind() == CLIENT_POSTGRES;
	Document document = CQ_NEW(Document, .text = "0");
	ADDED(Document, &document);
	COMMIT();
	ELSEWHERE("UPDATE documents SET text = 'theirs', version = version + 1");
	collision it = { .id = document.id, .meanwhile = meanwhile };
	MUST(cq_transact(session, add_to_the_text, &it, &options));
	assert_int_equal(it.attempts, meanwhile ? 2 : 1);
	assert_string_equal(document.text, "theirs+1");
	assert_int_equal(document.version, meanwhile ? 4 : 3);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM documents WHERE text = 'theirs+1'"), 1);
	it.meanwhile = false;
	/* Without another attempt the failure is the program's. */
	ELSEWHERE("UPDATE documents SET text = 'again', version = version + 1");
	const cq_transact_options once = quick(1);
	REFUSED(cq_transact(session, add_to_the_text, &it, &once), CQ_STALE, "documents");
	assert_false(cq_in_transaction(session));
}

static cq_status add_mine(cq_session *own, void *argument, uint32_t attempt)
{
	char text[40];
	User *user;
	*(uint32_t *)argument = attempt;
	assert_false(cq_is_loaded(ann.notes));
	CQ_TRY(cq_get(own, User, &user, ann.id));
	assert_ptr_equal(user, &ann);
	(void)snprintf(text, sizeof text, "%s mine", user->bio);
	return cq_set_field(own, user, "bio", (const char *)text);
}

/* No VERSION would tell that the row is another by now, nor would the database, which knows nothing of what was read before. */
static void what_was_read_before_is_not_computed_with(void **state)
{
	(void)state;
	cq_transact_options options = quick(3);
	options.transaction.isolation = CQ_ISOLATION_SERIALIZABLE;
	uint32_t attempts = 0;
	one_user();
	for (int i = 0; i < 2; i++) {
		MUST(cq_load(session, &ann, users.notes));
		ELSEWHERE("UPDATE users SET bio = COALESCE(bio, 'it is') || ' theirs'");
		MUST(cq_transact(session, add_mine, &attempts, &options));
		assert_int_equal(attempts, 1);
		assert_string_equal(ann.bio, i == 0 ? "it is theirs mine" : "it is theirs mine theirs mine");
	}
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE bio = 'it is theirs mine theirs mine'"), 1);
}

static void postgresql_ends_one_of_two(void **state)
{
	(void)state;
	database_only(CLIENT_POSTGRES);
	cq_transact_options options = quick(3);
	options.transaction.isolation = CQ_ISOLATION_REPEATABLE_READ;
	Document document = CQ_NEW(Document, .text = "0");
	ADDED(Document, &document);
	COMMIT();
	session_again();
	collision it = { .id = document.id, .meanwhile = true };
	MUST(cq_transact(session, add_to_the_text, &it, &options));
	assert_int_equal(it.attempts, 2);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM documents WHERE text = 'theirs+1'"), 1);
}

/* One that began by reading, and writes when others have. */
static void sqlite_has_a_snapshot_too_old(void **state)
{
	(void)state;
	database_only(CLIENT_SQLITE);
	cq_transact_options options = quick(3);
	options.transaction.read_only = true;
	Document document = CQ_NEW(Document, .text = "0");
	ADDED(Document, &document);
	COMMIT();
	cq_session *const usual = session;
	cq_connection *db;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_session_on(db, NULL, &session), CQ_OK);
	collision it = { .id = document.id, .meanwhile = true };
	MUST(cq_transact(session, add_to_the_text, &it, &options));
	assert_int_equal(it.attempts, 2);
	cq_session_close(&session);
	cq_disconnect(&db);
	session = usual;
	assert_int_equal(SEEN("SELECT COUNT(*) FROM documents WHERE text = 'theirs+1'"), 1);
}

/* ---- handles ---------------------------------------------------------------------------------------------------------- */

static void the_handle_of_a_session_is_not_disconnected(void **state)
{
	(void)state;
	cq_connection *own = cq_session_connection(session);
	cq_connection *const same = own;
	cq_disconnect(&own);
	assert_ptr_equal(own, same);
	assert_int_equal(cq_last_error(own)->code, CQ_MISUSE);
	assert_non_null(strstr(cq_last_error(own)->message, "a session works on the handle"));
	one_user();
	/* One of the program's, while sessions work on it. */
	cq_session *first, *second;
	assert_int_equal(cq_connect(engine, &own), CQ_OK);
	assert_int_equal(cq_session_on(own, NULL, &first), CQ_OK);
	assert_int_equal(cq_session_on(own, NULL, &second), CQ_OK);
	cq_session_close(&first);
	cq_disconnect(&own);
	assert_non_null(own);
	User *user;
	assert_int_equal(cq_get(second, User, &user, ann.id), CQ_OK);
	assert_string_equal(user->name, "ann");
	cq_session_close(&second);
	cq_disconnect(&own);
	assert_null(own);
	/* An engine that closes takes all of them along. */
	assert_int_equal(cq_connect(engine, &own), CQ_OK);
	assert_int_equal(cq_session_on(own, NULL, &second), CQ_OK);
	cq_engine_close(&engine);
	assert_int_equal(cq_flush(second), CQ_MISUSE);
	cq_session_close(&second);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_collisions_are_run_again),
		TEST(it_ends_after_so_many_attempts),
		TEST(inside_a_transaction_it_is_a_savepoint),
		TEST(a_transaction_of_the_handle_counts),
		TEST(the_session_is_put_back_between_attempts),
		TEST(unwritten_changes_would_be_lost),
		TEST(a_function_that_ends_the_transaction_is_told),
		TEST(what_is_stale_is_read_again),
		TEST(what_was_read_before_is_not_computed_with),
		TEST(postgresql_ends_one_of_two),
		TEST(sqlite_has_a_snapshot_too_old),
		TEST(the_handle_of_a_session_is_not_disconnected),
	};
	if (database_missing() != 0)
		return database_missing();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
