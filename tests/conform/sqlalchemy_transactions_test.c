/* tests/conform/sqlalchemy_transactions_test.c: the snippets of SQLAlchemy's page on transactions and connections.
 */
#include "support/snippet.h"

#define some_table_COLUMNS(COLUMN)                          \
	COLUMN(id,   BIGINT, PRIMARY_KEY)                       \
	COLUMN(data, TEXT, UNIQUE)
CQ_MODEL(SomeClass, some_table)

#define SNIPPET_TABLES CQ_TABLE(some_table)

/* page: begin_block_function */
static cq_status add_two(cq_session *session)
{
	CQ_TRANSACTION(session) {
		SomeClass *some_object, *some_other_object;
		CQ_TRY(cq_add_new(session, SomeClass, &some_object, .data = "one"));
		CQ_TRY(cq_add_new(session, SomeClass, &some_other_object, .data = "two"));
	}
	/* committed at the block's end; a failure, return or break inside has rolled back */
	return CQ_OK;
}
/* page ends */

SNIPPET(begin_block)
{
	CQ_TRY(add_two(session));
	/* page sent: begin_block_function */
	SENT_EITHER(1, 2, "BEGIN; SAVEPOINT; INSERT some_table 2; RELEASE; COMMIT",
		"BEGIN; INSERT some_table 2; COMMIT");
	assert_int_equal(add_two(session), CQ_UNIQUE);
	assert_false(cq_in_transaction(session));
	FORGET();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM some_table"), 2);
	return CQ_OK;
}

SNIPPET(commit_as_you_go)
{
	/* page: commit_as_you_go */
	SomeClass *one, *two, *more;
	CQ_TRY(cq_add_new(session, SomeClass, &one, .data = "one"));
	CQ_TRY(cq_add_new(session, SomeClass, &two, .data = "two"));
	CQ_TRY(cq_commit(session)); /* commits */

	int64_t count;
	CQ_TRY(cq_scalar(session, &count, SQL(SELECT(COUNT(some_table.id)), FROM(some_table))));
	CQ_TRY(cq_add_new(session, SomeClass, &more, .data = "three"));
	CQ_TRY(cq_commit(session)); /* commits */

	CQ_TRY(cq_add_new(session, SomeClass, &more, .data = "four"));
	CQ_TRY(cq_flush(session));
	CQ_TRY(cq_rollback(session)); /* "four" is transient again */
	/* page ends */
	SENT(4, 5, "BEGIN; INSERT some_table 2; COMMIT; SELECT some_table; BEGIN; INSERT some_table 1; COMMIT; BEGIN; INSERT some_table 1; ROLLBACK");
	assert_int_equal(count, 2);
	assert_int_equal(cq_state_of(session, more), CQ_TRANSIENT);
	return CQ_OK;
}

/* page: with_session_function */
static cq_status with_session(cq_engine *engine)
{
	CQ_SESSION(engine, NULL, session) { /* closed however it is left */
		SomeClass *some_object, *some_other_object;
		CQ_TRY(cq_add_new(session, SomeClass, &some_object, .data = "one"));
		CQ_TRY(cq_add_new(session, SomeClass, &some_other_object, .data = "two"));
		CQ_TRY(cq_commit(session));
	}
	return CQ_OK;
}
/* page ends */

SNIPPET(with_session_block)
{
	CQ_TRY(with_session(engine));
	/* page sent: with_session_function */
	SENT(1, 2, "BEGIN; INSERT some_table 2; COMMIT");
	return CQ_OK;
}

SNIPPET(close_rolls_back)
{
	cq_session *own;
	SomeClass *one;
	CQ_TRY(cq_session_open(engine, NULL, &own));
	CQ_TRY(cq_add_new(own, SomeClass, &one, .data = "one"));
	CQ_TRY(cq_flush(own));
	FORGET();
	/* page: close_rolls_back */
	cq_session_close(&own); /* rolls back what is open, and frees the objects */
	/* page ends */
	SENT(0, 0, "ROLLBACK");
	assert_null(own);
	return CQ_OK;
}

/* page: sessionmaker_begin_function */
static cq_status in_a_transaction(cq_session_factory *factory)
{
	cq_session *session;
	CQ_TRY(cq_session_new(factory, &session));
	const cq_status status = add_two(session); /* its CQ_TRANSACTION commits */
	cq_session_close(&session);
	return status;
}
/* page ends */

SNIPPET(sessionmaker_begin)
{
	/* page: sessionmaker_begin */
	cq_session_factory *factory; /* once, beside the engine */
	CQ_TRY(cq_session_factory_open(engine, NULL, &factory));
	const cq_status status = in_a_transaction(factory);
	/* page ends */
	cq_session_factory_close(&factory);
	SENT_EITHER(1, 2, "BEGIN; SAVEPOINT; INSERT some_table 2; RELEASE; COMMIT",
		"BEGIN; INSERT some_table 2; COMMIT");
	return status;
}

SNIPPET(begin_nested)
{
	/* page: begin_nested */
	SomeClass *u1, *u2, *u3;
	CQ_TRY(cq_begin(session, NULL));
	CQ_TRY(cq_add_new(session, SomeClass, &u1, .data = "u1"));
	CQ_TRY(cq_add_new(session, SomeClass, &u2, .data = "u2"));

	CQ_TRY(cq_savepoint(session)); /* flushes first */
	CQ_TRY(cq_add_new(session, SomeClass, &u3, .data = "u3"));
	CQ_TRY(cq_rollback(session)); /* the innermost: rolls back u3, keeps u1 and u2 */

	CQ_TRY(cq_commit(session)); /* commits u1 and u2 */
	/* page ends */
	SENT_EITHER(1, 2, "BEGIN; SAVEPOINT; INSERT some_table 2; RELEASE; SAVEPOINT; ROLLBACK TO; RELEASE; COMMIT",
		"BEGIN; INSERT some_table 2; SAVEPOINT; ROLLBACK TO; RELEASE; COMMIT");
	assert_int_equal(cq_state_of(session, u3), CQ_TRANSIENT);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM some_table"), 2);
	return CQ_OK;
}

/* page: skip_duplicates_function */
static cq_status add_record(cq_session *session, const char *data)
{
	CQ_SAVEPOINT(session) {
		SomeClass *object;
		CQ_TRY(cq_add_new(session, SomeClass, &object, .data = data));
	}
	return CQ_OK;
}

static cq_status add_records(cq_session *session, const char *const *records, size_t count)
{
	CQ_TRANSACTION(session) {
		for (size_t i = 0; i < count; i++) {
			const cq_status status = add_record(session, records[i]);
			if (status == CQ_UNIQUE)
				printf("skipped %s: it is there already\n", records[i]);
			else
				CQ_TRY(status);
		}
	}
	return CQ_OK;
}
/* page ends */

SNIPPET(skip_duplicates)
{
	CQ_TRY(add_records(session, (const char *const[]){ "a", "b", "a", "c" }, 4));
	/* page sent: skip_duplicates_function */
	SENT(4, 4, "BEGIN; SAVEPOINT; INSERT some_table 1; RELEASE; SAVEPOINT; INSERT some_table 1; RELEASE; SAVEPOINT; INSERT some_table 0; "
		"ROLLBACK TO; RELEASE; SAVEPOINT; INSERT some_table 1; RELEASE; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM some_table"), 3);
	return CQ_OK;
}

static cq_status four(cq_session *session)
{
	const char *const names[] = { "one", "two", "three", "four" };
	SomeClass *each;
	for (size_t i = 0; i < 4; i++)
		CQ_TRY(cq_add_new(session, SomeClass, &each, .data = names[i]));
	CQ_TRY(cq_commit(session));
	CQ_TRY(cq_expunge_all(session));
	FORGET();
	return CQ_OK;
}

/* page: explicit_begin_function */
static cq_status change_both(cq_session *session)
{
	SomeClass *item1, *item2;
	CQ_TRY(cq_get(session, SomeClass, &item1, 1));
	CQ_TRY(cq_get(session, SomeClass, &item2, 2));
	item1->data = "foo";
	item2->data = "bar";
	return cq_commit(session);
}
/* page ends */

SNIPPET(explicit_begin)
{
	CQ_TRY(four(session));
	/* page: explicit_begin */
	CQ_TRY(cq_begin(session, NULL));
	cq_status status = change_both(session);
	if (status != CQ_OK)
		CQ_TRY(cq_rollback(session));
	/* page ends */
	SENT_EITHER(3, 3, "BEGIN; SELECT some_table; SELECT some_table; SAVEPOINT; UPDATE some_table 2; RELEASE; COMMIT",
		"BEGIN; SELECT some_table; SELECT some_table; UPDATE some_table 2; COMMIT");
	return status;
}

SNIPPET(isolation_of_a_sessionmaker)
{
	/* page: isolation_of_a_sessionmaker */
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.transaction.isolation = CQ_ISOLATION_REPEATABLE_READ;
	cq_session_factory *factory;
	CQ_TRY(cq_session_factory_open(engine, &options, &factory));
	/* page ends */
	cq_session *own;
	SomeClass *one;
	CQ_TRY(cq_session_new(factory, &own));
	CQ_TRY(cq_add_new(own, SomeClass, &one, .data = "one"));
	CQ_TRY(cq_commit(own));
	SENT_EITHER(1, 1, "BEGIN; INSERT some_table 1; COMMIT", "BEGIN ISOLATION; INSERT some_table 1; COMMIT");
	cq_session_close(&own);
	cq_session_factory_close(&factory);
	return CQ_OK;
}

SNIPPET(isolation_of_a_session)
{
	/* page: isolation_of_a_session */
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.transaction.isolation = CQ_ISOLATION_SERIALIZABLE;
	cq_session *strict;
	CQ_TRY(cq_session_open(engine, &options, &strict));
	/* page ends */
	int64_t count;
	CQ_TRY(cq_scalar(strict, &count, SQL(SELECT(COUNT(some_table.id)), FROM(some_table))));
	CQ_TRY(cq_commit(strict));
	SENT_EITHER(1, 1, "BEGIN; SELECT some_table; COMMIT", "BEGIN ISOLATION; SELECT some_table; COMMIT");
	cq_session_close(&strict);
	return CQ_OK;
}

SNIPPET(isolation_of_a_transaction)
{
	/* page: isolation_of_a_transaction */
	const cq_transaction_options serializable = { .isolation = CQ_ISOLATION_SERIALIZABLE };
	CQ_TRANSACTION_WITH(session, &serializable) {
		SomeClass *one;
		CQ_TRY(cq_add_new(session, SomeClass, &one, .data = "one"));
	}
	/* page ends */
	SENT_EITHER(1, 1, "BEGIN; INSERT some_table 1; COMMIT", "BEGIN ISOLATION; INSERT some_table 1; COMMIT");
	return CQ_OK;
}

/* page: transaction_events_hook */
static cq_status count_commits(cq_session *session, cq_event event, const cq_table *table, void *object, void *argument)
{
	(void)session, (void)event, (void)table, (void)object;
	++*(int *)argument;
	return CQ_OK;
}
/* page ends */

SNIPPET(transaction_events)
{
	int commits = 0;
	cq_session *own;
	SomeClass *one;
	/* page: transaction_events */
	const cq_hook hooks[] = { { CQ_AFTER_COMMIT, NULL, count_commits, &commits } };
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.hooks = hooks;
	options.hook_count = 1;
	CQ_TRY(cq_session_open(engine, &options, &own));
	/* page ends */
	CQ_TRY(cq_add_new(own, SomeClass, &one, .data = "one"));
	CQ_TRY(cq_commit(own));
	assert_int_equal(commits, 1);
	cq_session_close(&own);
	return CQ_OK;
}

/* page: external_transaction_function */
static cq_status something_with_rollbacks(cq_session *session)
{
	SomeClass *bar, *foo;
	CQ_TRY(cq_add_new(session, SomeClass, &bar, .data = "bar"));
	CQ_TRY(cq_flush(session));
	CQ_TRY(cq_rollback(session));
	CQ_TRY(cq_add_new(session, SomeClass, &foo, .data = "foo"));
	return cq_commit(session);
}

static cq_status test_case(cq_connection *db)
{
	cq_session *session;
	CQ_TRY(cq_begin(db, NULL));
	cq_status status = cq_session_on(db, NULL, &session);
	if (status == CQ_OK)
		status = something_with_rollbacks(session); /* its commits are savepoints' */
	cq_session_close(&session);
	CQ_TRY(cq_rollback(db)); /* nothing of it was */
	return status;
}
/* page ends */

SNIPPET(external_transaction)
{
	cq_connection *db;
	CQ_TRY(cq_connect(engine, &db));
	snippet_must(test_case(db), db, __FILE__, __LINE__);
	/* page sent: external_transaction_function */
	SENT(2, 2, "BEGIN; SAVEPOINT; INSERT some_table 1; ROLLBACK TO; RELEASE; SAVEPOINT; INSERT some_table 1; RELEASE; ROLLBACK");
	cq_disconnect(&db);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM some_table"), 0);
	return CQ_OK;
}

#define SNIPPETS(X)                                                                                                   \
	X(begin_block) X(commit_as_you_go) X(with_session_block) X(close_rolls_back) X(sessionmaker_begin) X(begin_nested) \
	X(skip_duplicates) X(explicit_begin) X(isolation_of_a_sessionmaker) X(isolation_of_a_session)                     \
	X(isolation_of_a_transaction) X(transaction_events) X(external_transaction)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { SNIPPETS(SNIPPET_TEST) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
