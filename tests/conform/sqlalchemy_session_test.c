/* tests/conform/sqlalchemy_session_test.c: the snippets of SQLAlchemy's pages on the basics of the session and on the states of objects.
 */
#include "conform/sqlalchemy/accounts.h"

/* page: querying_rows */
#define UserAddress_FIELDS(FIELD)                           \
	FIELD(user,    OBJECT(User),    ALL(user_account))      \
	FIELD(address, OBJECT(Address), ALL(address))
CQ_ROW(UserAddress)

#define Names_FIELDS(FIELD)                                 \
	FIELD(name,     TEXT,           user_account.name)      \
	FIELD(fullname, NULLABLE(TEXT), user_account.fullname)
CQ_ROW(Names)
/* page ends */

SNIPPET(querying)
{
	CQ_TRY(three_users(session));
	/* page: querying */
	cq_objects(User) users; /* objects */
	CQ_TRY(cq_all(session, User, &users, SQL(SELECT_ALL(user_account), FROM(user_account), WHERE(EQ(user_account.name, "sandy")))));

	cq_rows(UserAddress) pairs; /* rows of two objects */
	CQ_TRY(cq_all(session, UserAddress, &pairs, SQL(
		SELECT_ROW(UserAddress), FROM(user_account), JOIN(address, ALONG(user_account.addresses)),
		WHERE(EQ(user_account.name, "sandy")))));

	cq_rows(Names) names; /* rows of columns */
	CQ_TRY(cq_all(session, Names, &names, SQL(SELECT_ROW(Names), FROM(user_account))));
	/* page ends */
	SENT(3, 3, "SELECT user_account; SELECT user_account; SELECT user_account");
	assert_ptr_equal(pairs.items[1].user, users.items[0]);
	assert_int_equal(names.count, 3);
	cq_free(&users);
	cq_free(&pairs);
	cq_free(&names);
	return CQ_OK;
}

SNIPPET(adding)
{
	/* page: adding */
	User *user1, *user2;
	CQ_TRY(cq_add_new(session, User, &user1, .name = "user1"));
	CQ_TRY(cq_add_new(session, User, &user2, .name = "user2"));
	CQ_TRY(cq_commit(session)); /* writes them */
	/* page ends */
	SENT(1, 2, "BEGIN; INSERT user_account 2; COMMIT");
	/* page: add_all */
	User items[] = { CQ_NEW(User, .name = "item1"), CQ_NEW(User, .name = "item2"), CQ_NEW(User, .name = "item3") };
	CQ_TRY(cq_add_all(session, User, items, 3));
	/* page ends */
	CQ_TRY(cq_commit(session));
	SENT(1, 3, "BEGIN; INSERT user_account 3; COMMIT");
	return cq_expunge_all(session);
}

SNIPPET(deleting)
{
	CQ_TRY(three_users(session));
	Address *obj1, *obj2;
	CQ_TRY(cq_get(session, Address, &obj1, 1));
	CQ_TRY(cq_get(session, Address, &obj2, 2));
	FORGET();
	/* page: deleting */
	CQ_TRY(cq_delete(session, obj1));
	CQ_TRY(cq_delete(session, obj2));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(1, 1, "BEGIN; DELETE address 2; COMMIT");
	assert_int_equal(cq_state_of(session, obj1), CQ_DETACHED);
	return CQ_OK;
}

SNIPPET(flushing)
{
	User *user;
	CQ_TRY(cq_add_new(session, User, &user, .name = "x"));
	/* page: flushing */
	CQ_TRY(cq_flush(session));
	/* page ends */
	SENT(1, 1, "BEGIN; INSERT user_account 1");
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: no_autoflush */
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.no_autoflush = true;
	cq_session *mine;
	CQ_TRY(cq_session_open(engine, &options, &mine));
	/* page ends */
	int64_t count;
	CQ_TRY(cq_add_new(mine, User, &user, .name = "y"));
	CQ_TRY(cq_scalar(mine, &count, SQL(SELECT(COUNT(user_account.id)), FROM(user_account))));
	SENT(1, 1, "SELECT user_account");
	assert_int_equal(count, 1);
	cq_session_close(&mine);
	return CQ_OK;
}

SNIPPET(get_by_primary_key)
{
	CQ_TRY(three_users(session));
	/* page: get_by_primary_key */
	User *sandy, *again, *none;
	CQ_TRY(cq_get(session, User, &sandy, 2));
	CQ_TRY(cq_get(session, User, &again, 2)); /* the session has it */
	CQ_TRY(cq_get(session, User, &none, 99));
	assert(sandy == again && none == NULL);
	/* page ends */
	SENT(2, 2, "SELECT user_account; SELECT user_account");
	return CQ_OK;
}

SNIPPET(one_object_a_row)
{
	CQ_TRY(three_users(session));
	/* page: one_object_a_row */
	User *u1, *u2;
	CQ_TRY(cq_first(session, User, &u1, SQL(SELECT_ALL(user_account), FROM(user_account), WHERE(EQ(user_account.id, 2)))));
	CQ_TRY(cq_first(session, User, &u2, SQL(SELECT_ALL(user_account), FROM(user_account), WHERE(EQ(user_account.id, 2)))));
	assert(u1 == u2);
	/* page ends */
	SENT(2, 2, "SELECT user_account; SELECT user_account");
	return CQ_OK;
}

SNIPPET(expiring_and_refreshing)
{
	CQ_TRY(three_users(session));
	User *u1;
	CQ_TRY(cq_get(session, User, &u1, 2));
	ELSEWHERE("UPDATE user_account SET fullname = 'changed' WHERE id = 2");
	/* page: expiring */
	CQ_TRY(cq_expire(session, u1)); /* what it holds stays readable; nothing is read by touching it */
	CQ_TRY(cq_get(session, User, &u1, 2));
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_string_equal(u1->fullname, "changed");
	ELSEWHERE("UPDATE user_account SET fullname = 'again' WHERE id = 2");
	/* page: refreshing */
	CQ_TRY(cq_refresh(session, u1));
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_string_equal(u1->fullname, "again");
	ELSEWHERE("UPDATE user_account SET fullname = 'and again' WHERE id = 2");
	/* page: populate_existing */
	User *u2;
	CQ_TRY(cq_first(session, User, &u2, SQL(
		SELECT_ALL(user_account), FROM(user_account), WHERE(EQ(user_account.id, 2)), OPTIONS(POPULATE_EXISTING))));
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_ptr_equal(u1, u2);
	assert_string_equal(u1->fullname, "and again");
	return CQ_OK;
}

SNIPPET(auto_begin)
{
	/* page: auto_begin */
	User *user;
	int64_t count;
	assert(!cq_in_transaction(session));
	CQ_TRY(cq_scalar(session, &count, SQL(SELECT(COUNT(user_account.id)), FROM(user_account)))); /* reading begins none */
	CQ_TRY(cq_add_new(session, User, &user, .name = "x")); /* nor does what is only pending */
	assert(!cq_in_transaction(session));
	CQ_TRY(cq_flush(session));
	assert(cq_in_transaction(session));
	/* page ends */
	SENT(2, 2, "SELECT user_account; BEGIN; INSERT user_account 1");
	return cq_rollback(session);
}

SNIPPET(committing)
{
	/* page: committing */
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.expire_on_commit = true; /* SQLAlchemy's default, and not ours */
	cq_session *expiring;
	CQ_TRY(cq_session_open(engine, &options, &expiring));
	/* page ends */
	User *user;
	CQ_TRY(cq_add_new(expiring, User, &user, .name = "x"));
	CQ_TRY(cq_commit(expiring));
	assert_true(cq_is_expired(expiring, user));
	cq_session_close(&expiring);
	/* Without a transaction a commit does nothing. */
	FORGET();
	CQ_TRY(cq_commit(session));
	SENT(0, 0, "");
	return CQ_OK;
}

SNIPPET(rolling_back)
{
	CQ_TRY(three_users(session));
	/* page: rolling_back */
	User *sandy, *patrick, *gary;
	CQ_TRY(cq_get(session, User, &sandy, 2));
	CQ_TRY(cq_get(session, User, &patrick, 3));
	CQ_TRY(cq_add_new(session, User, &gary, .name = "gary"));
	CQ_TRY(cq_delete(session, patrick));
	sandy->fullname = "changed";
	CQ_TRY(cq_flush(session));
	CQ_TRY(cq_rollback(session));
	assert(cq_state_of(session, gary) == CQ_TRANSIENT && gary->id == 0);
	assert(cq_state_of(session, patrick) == CQ_PERSISTENT);
	assert(strcmp(sandy->fullname, "Sandy Cheeks") == 0); /* what it was, without asking the database */
	/* page ends */
	SENT(6, 7, "SELECT user_account; SELECT user_account; SELECT address; BEGIN; INSERT user_account 1; UPDATE user_account 1; DELETE user_account 1; ROLLBACK");
	return CQ_OK;
}

SNIPPET(failed_flush)
{
	CQ_TRY(three_users(session));
	/* page: failed_flush */
	Address *nobodys;
	CQ_TRY(cq_add_new(session, Address, &nobodys, .email_address = "x", .user_id = 99));
	const cq_status status = cq_flush(session);
	if (status != CQ_OK)
		CQ_TRY(cq_expunge(session, nobodys)); /* the transaction that the flush began is rolled back; nothing else is to be done */
	/* page ends */
	assert_int_equal(status, CQ_FOREIGN_KEY);
	assert_false(cq_in_transaction(session));
	assert_int_equal(cq_state_of(session, nobodys), CQ_TRANSIENT);
	CQ_TRY(cq_commit(session));
	return CQ_OK;
}

SNIPPET(states)
{
	/* page: states */
	User ed = CQ_NEW(User, .name = "ed");
	assert(cq_state_of(session, &ed) == CQ_TRANSIENT);
	CQ_TRY(cq_add(session, User, &ed));
	assert(cq_state_of(session, &ed) == CQ_PENDING && cq_has_changes(session));
	CQ_TRY(cq_flush(session));
	assert(cq_state_of(session, &ed) == CQ_PERSISTENT);
	ed.fullname = "Ed Jones";
	assert(cq_is_modified(session, &ed));
	CQ_TRY(cq_delete(session, &ed));
	CQ_TRY(cq_flush(session));
	assert(cq_state_of(session, &ed) == CQ_DELETED);
	CQ_TRY(cq_commit(session));
	assert(cq_state_of(session, &ed) == CQ_DETACHED);
	/* page ends */
	return cq_expunge_all(session);
}

SNIPPET(merging)
{
	CQ_TRY(three_users(session));
	/* page: merging */
	User existing = { .id = 2, .name = "sandy", .fullname = "Sandra Cheeks" }; /* from a form, a file, another session */
	User *merged;
	CQ_TRY(cq_merge(session, User, &existing, &merged));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 2, "SELECT user_account; BEGIN; UPDATE user_account 1; COMMIT");
	assert_string_equal(merged->fullname, "Sandra Cheeks");
	assert_int_equal(cq_state_of(session, &existing), CQ_TRANSIENT);
	return CQ_OK;
}

SNIPPET(merge_tips)
{
	CQ_TRY(three_users(session));
	/* page: merge_tips */
	User *u1;
	CQ_TRY(cq_one(session, User, &u1, SQL(
		SELECT_ALL(user_account), FROM(user_account), WHERE(EQ(user_account.id, 2)), OPTIONS(SELECTIN(user_account.addresses)))));
	Address a1 = CQ_NEW(Address, .id = 2, .email_address = "sandy@sea.org", .user_id = u1->id);
	Address *merged;
	CQ_TRY(cq_merge(session, Address, &a1, &merged)); /* a1's relations are not loaded, so they say nothing */
	assert(merged == cq_items(u1->addresses)[0] && cq_related(merged->user) == u1);
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(3, 3, "SELECT user_account; SELECT address; BEGIN; UPDATE address 1; COMMIT");
	return CQ_OK;
}

SNIPPET(expunging)
{
	CQ_TRY(three_users(session));
	User *obj1;
	CQ_TRY(cq_get(session, User, &obj1, 1));
	FORGET();
	/* page: expunging */
	CQ_TRY(cq_expunge(session, obj1));
	CQ_TRY(cq_expunge_all(session));
	/* page ends */
	SENT(0, 0, "");
	assert_int_equal(cq_state_of(session, obj1), CQ_DETACHED);
	assert_string_equal(obj1->name, "spongebob");
	return CQ_OK;
}

/* page: session_scope_functions */
static cq_status thing_one(cq_session *session)
{
	return cq_execute(session, NULL, SQL(UPDATE(user_account, SET(fullname, "five")), ALL_ROWS));
}

static cq_status thing_two(cq_session *session)
{
	return cq_execute(session, NULL, SQL(UPDATE(address, SET(email_address, "eighteen")), ALL_ROWS));
}

static cq_status run_my_program(cq_session *session)
{
	CQ_TRANSACTION(session) {
		CQ_TRY(thing_one(session));
		CQ_TRY(thing_two(session));
	}
	return CQ_OK;
}
/* page ends */

SNIPPET(session_scope)
{
	CQ_TRY(three_users(session));
	CQ_TRY(run_my_program(session));
	/* page sent: session_scope_functions */
	SENT(2, 2, "BEGIN; UPDATE user_account 3; UPDATE address 3; COMMIT");
	return CQ_OK;
}

#define SNIPPETS(X)                                                                                                \
	X(querying) X(adding) X(deleting) X(flushing) X(get_by_primary_key) X(one_object_a_row)                        \
	X(expiring_and_refreshing) X(auto_begin) X(committing) X(rolling_back) X(failed_flush) X(states) X(merging)    \
	X(merge_tips) X(expunging) X(session_scope)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { SNIPPETS(SNIPPET_TEST) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
