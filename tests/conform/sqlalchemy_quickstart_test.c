/* tests/conform/sqlalchemy_quickstart_test.c: SQLAlchemy's ORM Quick Start.
 */
#include "conform/sqlalchemy/accounts.h"

static void tell(void *user, const cq_log_record *record)
{
	(void)user;
	(void)record;
}

static cq_status open_engine(cq_engine **out)
{
	char message[CQ_ERROR_TEXT];
	/* page: create_an_engine */
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = tell;
	options.log_level = CQ_LOG_STATEMENT;
	cq_engine *engine;
	CQ_TRY(cq_engine_open(&engine, "sqlite://", &options, message));
	/* page ends */
	*out = engine;
	return CQ_OK;
}

SNIPPET(create_an_engine)
{
	cq_engine *own = NULL;
	CQ_TRY(open_engine(&own));
	assert_non_null(own);
	cq_engine_close(&own);
	return CQ_OK;
}

SNIPPET(emit_create_table)
{
	cq_connection *plain;
	CQ_TRY(cq_connect(engine, &plain));
	snippet_must(cq_execute(plain, NULL, RAW_SQL("DROP TABLE address")), plain, __FILE__, __LINE__);
	snippet_must(cq_execute(plain, NULL, RAW_SQL("DROP TABLE user_account")), plain, __FILE__, __LINE__);
	cq_disconnect(&plain);
	/* page: emit_create_table */
	CQ_TRY(cq_create_all(session, CQ_TABLES(user_account, address)));
	/* page ends */
	assert_int_equal(SEEN("SELECT COUNT(*) FROM address"), 0);
	return CQ_OK;
}

SNIPPET(create_objects_and_persist)
{
	/* page: create_objects_and_persist */
	User spongebob = CQ_NEW(User, .name = "spongebob", .fullname = "Spongebob Squarepants");
	User sandy = CQ_NEW(User, .name = "sandy", .fullname = "Sandy Cheeks");
	User patrick = CQ_NEW(User, .name = "patrick", .fullname = "Patrick Star");
	Address addresses[] = {
		CQ_NEW(Address, .email_address = "spongebob@sqlalchemy.org"),
		CQ_NEW(Address, .email_address = "sandy@sqlalchemy.org"),
		CQ_NEW(Address, .email_address = "sandy@squirrelpower.org"),
	};
	CQ_TRY(cq_add(session, User, &spongebob));
	CQ_TRY(cq_add(session, User, &sandy));
	CQ_TRY(cq_add(session, User, &patrick));
	CQ_TRY(cq_append(session, &spongebob, user_account.addresses, &addresses[0]));
	CQ_TRY(cq_append(session, &sandy, user_account.addresses, &addresses[1]));
	CQ_TRY(cq_append(session, &sandy, user_account.addresses, &addresses[2]));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 6, "BEGIN; INSERT user_account 3; INSERT address 3; COMMIT");
	assert_int_equal(addresses[2].user_id, sandy.id);
	assert_ptr_equal(cq_related(addresses[0].user), &spongebob);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM address JOIN user_account u ON u.id = user_id WHERE name = 'sandy'"), 2);
	/* Objects of this function must not be the session's behind it. */
	return cq_expunge_all(session);
}

SNIPPET(simple_select)
{
	CQ_TRY(three_users(session));
	/* page: simple_select */
	cq_objects(User) found;
	CQ_TRY(cq_all(session, User, &found, SQL(
		SELECT_ALL(user_account), FROM(user_account),
		WHERE(IN(user_account.name, "spongebob", "sandy")))));
	for (size_t i = 0; i < found.count; i++)
		printf("%lld %s %s\n", (long long)found.items[i]->id, found.items[i]->name, found.items[i]->fullname);
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_int_equal(found.count, 2);
	cq_free(&found);
	return CQ_OK;
}

SNIPPET(select_with_join)
{
	CQ_TRY(three_users(session));
	/* page: select_with_join */
	Address *sandy_address;
	CQ_TRY(cq_one(session, Address, &sandy_address, SQL(
		SELECT_ALL(address), FROM(address),
		JOIN(user_account, ALONG(address.user)),
		WHERE(EQ(user_account.name, "sandy"), EQ(address.email_address, "sandy@sqlalchemy.org")))));
	/* page ends */
	SENT(1, 1, "SELECT address");
	assert_string_equal(sandy_address->email_address, "sandy@sqlalchemy.org");
	return CQ_OK;
}

SNIPPET(make_changes)
{
	CQ_TRY(three_users(session));
	Address *sandy_address;
	CQ_TRY(cq_one(session, Address, &sandy_address, SQL(SELECT_ALL(address), FROM(address), WHERE(EQ(address.id, 2)))));
	FORGET();
	/* page: make_changes */
	User *patrick;
	CQ_TRY(cq_one(session, User, &patrick, SQL(
		SELECT_ALL(user_account), FROM(user_account), WHERE(EQ(user_account.name, "patrick")))));

	Address patricks = CQ_NEW(Address, .email_address = "patrickstar@sqlalchemy.org");
	CQ_TRY(cq_append(session, patrick, user_account.addresses, &patricks));

	sandy_address->email_address = "sandy_cheeks@sqlalchemy.org";

	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(3, 4, "SELECT user_account; BEGIN; INSERT address 1; UPDATE address 1; COMMIT");
	assert_int_equal(patricks.user_id, patrick->id);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM address WHERE email_address = 'sandy_cheeks@sqlalchemy.org'"), 1);
	return cq_expunge_all(session);
}

SNIPPET(some_deletes)
{
	CQ_TRY(three_users(session));
	Address *sandy_address;
	CQ_TRY(cq_one(session, Address, &sandy_address, SQL(SELECT_ALL(address), FROM(address), WHERE(EQ(address.id, 2)))));
	User *patrick;
	CQ_TRY(user_named(session, "patrick", &patrick));
	/* page: some_deletes_orphan */
	User *sandy;
	CQ_TRY(cq_get(session, User, &sandy, 2));
	CQ_TRY(cq_remove(session, sandy, user_account.addresses, sandy_address));
	CQ_TRY(cq_flush(session));
	/* page ends */
	SENT(2, 3, "SELECT user_account; BEGIN; DELETE address 1");
	/* page: some_deletes_cascade */
	CQ_TRY(cq_delete(session, patrick));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 2, "SELECT address; DELETE user_account 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM address"), 2);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM user_account"), 2);
	return CQ_OK;
}

#define SNIPPETS(X)                                                                                                \
	X(create_an_engine) X(emit_create_table) X(create_objects_and_persist) X(simple_select) X(select_with_join)    \
	X(make_changes) X(some_deletes)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { SNIPPETS(SNIPPET_TEST) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
