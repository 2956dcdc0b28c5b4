/* tests/conform/flush_version_test.c: rows that somebody else has changed or deleted since they were read.
 */
#include "conform/flush.h"

static Document first, second;

static void add_two(void)
{
	first = CQ_NEW(Document, .text = "one");
	second = CQ_NEW(Document, .text = "two");
	MUST(cq_add(session, Document, &first));
	MUST(cq_add(session, Document, &second));
	MUST(cq_commit(session));
	forget_sent();
}

static void versions_are_counted(void **state)
{
	(void)state;
	add_two();
	assert_int_equal(first.version, 1);
	first.text = "more";
	MUST(cq_flush(session));
	assert_string_equal(sent_text("UPDATE"), database_kind() == CLIENT_SQLITE
		? "UPDATE \"documents\" SET \"version\" = ?, \"text\" = ? WHERE \"documents\".\"id\" = ? AND \"documents\".\"version\" = ?"
		: "UPDATE \"documents\" SET \"version\" = $1, \"text\" = $2 WHERE \"documents\".\"id\" = $3 AND \"documents\".\"version\" = $4");
	assert_int_equal(first.version, 2);
	first.text = "still more";
	MUST(cq_commit(session));
	assert_int_equal(first.version, 3);
	assert_int_equal(second.version, 1);
	MUST(cq_delete(session, &first));
	forget_sent();
	MUST(cq_flush(session));
	assert_non_null(strstr(sent_text("DELETE"), "AND \"documents\".\"version\" = "));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM documents"), 1);
}

static void a_zero_is_no_version(void **state)
{
	(void)state;
	Document bare = { .text = "bare" };
	MUST(cq_add(session, Document, &bare));
	MUST(cq_commit(session));
	assert_int_equal(bare.version, 1);
}

static void who_comes_second_is_told(void **state)
{
	(void)state;
	char key[32];
	add_two();
	ELSEWHERE("UPDATE documents SET version = 2, text = 'theirs' WHERE text = 'two'");
	first.text = "mine";
	second.text = "mine";
	(void)snprintf(key, sizeof key, "documents %lld", (long long)second.id);
	REFUSED(cq_commit(session), CQ_STALE, key, "changed or deleted by somebody else");
	assert_int_equal(cq_session_error(session)->kind, CQ_CLASS_RETRYABLE);
	assert_int_equal(first.version, 1);
	assert_string_equal(first.text, "mine");
	MUST(cq_rollback(session));
	assert_string_equal(first.text, "one");
	assert_int_equal(SEEN("SELECT count(*) FROM documents WHERE text IN ('one', 'theirs')"), 2);
	MUST(cq_refresh(session, &second));
	assert_string_equal(second.text, "theirs");
	second.text = "mine";
	MUST(cq_commit(session));
	assert_int_equal(second.version, 3);
}

/* The flush began the transaction, and it is gone with it: nothing has to be rolled back before it is tried again. */
static void a_flush_that_fails_leaves_no_transaction_of_its_own(void **state)
{
	(void)state;
	add_two();
	ELSEWHERE("UPDATE documents SET version = 2 WHERE text = 'two'");
	second.text = "mine";
	REFUSED(cq_flush(session), CQ_STALE, "documents");
	assert_false(cq_in_transaction(cq_session_connection(session)));
	MUST(cq_refresh(session, &second));
	second.text = "mine";
	MUST(cq_commit(session));
	assert_int_equal(second.version, 3);
}

static void among_many_those_that_are_stale_are_named(void **state)
{
	(void)state;
	Document many[40];
	char one[24], other[24];
	for (int i = 0; i < 40; i++)
		many[i] = CQ_NEW(Document, .text = "many");
	MUST(cq_add_all(session, Document, many, 40));
	MUST(cq_commit(session));
	ELSEWHERE("UPDATE documents SET version = 7 WHERE id % 40 IN (5, 25)");
	for (int i = 0; i < 40; i++)
		many[i].text = "changed";
	one[0] = other[0] = '\0';
	for (int i = 0; i < 40; i++)
		if (many[i].id % 40 == 5 || many[i].id % 40 == 25)
			(void)snprintf(one[0] == '\0' ? one : other, sizeof one, "%lld", (long long)many[i].id);
	REFUSED(cq_flush(session), CQ_STALE, one, ", ", other);
	assert_null(strchr(strchr(cq_session_error(session)->message, ',') + 1, ','));
	assert_int_equal(SEEN("SELECT count(*) FROM documents WHERE text = 'many'"), 40);
}

static void what_is_deleted_must_be_as_it_was_read(void **state)
{
	(void)state;
	add_two();
	ELSEWHERE("UPDATE documents SET version = 2 WHERE text = 'two'");
	MUST(cq_delete(session, &first));
	MUST(cq_delete(session, &second));
	REFUSED(cq_commit(session), CQ_STALE, "documents");
	assert_int_equal(cq_state_of(session, &first), CQ_PERSISTENT);
	MUST(cq_rollback(session));
	assert_int_equal(SEEN("SELECT count(*) FROM documents"), 2);
}

static void a_row_without_a_version_must_be_there_to_be_updated(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .username = "ann"), bob = CQ_NEW(User, .username = "bob");
	MUST(cq_add(session, User, &ann));
	MUST(cq_add(session, User, &bob));
	MUST(cq_commit(session));
	ELSEWHERE("DELETE FROM users WHERE username = 'ann'");
	ann.age = 5;
	REFUSED(cq_flush(session), CQ_STALE, "users");
	/* And may be gone when it is to be deleted. */
	MUST(cq_rollback(session));
	MUST(cq_delete(session, &ann));
	MUST(cq_commit(session));
	assert_int_equal(cq_state_of(session, &ann), CQ_DETACHED);
}

/* What this flush has written before the stale row goes, wherever the transaction was begun. */
static void rows_of_a_flush_that_fails_go(void **state)
{
	(void)state;
	add_two();
	ELSEWHERE("UPDATE documents SET version = 2 WHERE text = 'two'");
	MUST(cq_begin(session, NULL));
	User before = CQ_NEW(User, .username = "before"), with = CQ_NEW(User, .username = "with");
	MUST(cq_add(session, User, &before));
	MUST(cq_flush(session));
	MUST(cq_add(session, User, &with));
	second.text = "mine";
	REFUSED(cq_flush(session), CQ_STALE, "documents");
	assert_int_equal(cq_state_of(session, &with), CQ_PENDING);
	assert_int_equal(with.id, 0);
	assert_int_equal(cq_state_of(session, &before), CQ_PERSISTENT);
	if (database_kind() == CLIENT_SQLITE) {
		/* The transaction goes on, with what it had before. */
		MUST(cq_expire(session, &second));
		MUST(cq_commit(session));
		assert_int_equal(SEEN("SELECT count(*) FROM users"), 2);
	} else {
		REFUSED(cq_flush(session), CQ_DATABASE, "the database has rolled the session's transaction back");
		MUST(cq_rollback(session));
		assert_int_equal(cq_state_of(session, &before), CQ_TRANSIENT);
		assert_int_equal(SEEN("SELECT count(*) FROM users"), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(versions_are_counted),
		TEST(a_zero_is_no_version),
		TEST(who_comes_second_is_told),
		TEST(a_flush_that_fails_leaves_no_transaction_of_its_own),
		TEST(among_many_those_that_are_stale_are_named),
		TEST(what_is_deleted_must_be_as_it_was_read),
		TEST(a_row_without_a_version_must_be_there_to_be_updated),
		TEST(rows_of_a_flush_that_fails_go),
	};
	if (database_missing() != 0)
		return database_missing();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
