/* tests/conform/sqlalchemy_bulk_test.c: the snippets of SQLAlchemy's page on INSERT, UPDATE and DELETE of many rows.
 */
#include "support/snippet.h"

#define user_account_COLUMNS(COLUMN)                        \
	COLUMN(id,       BIGINT, PRIMARY_KEY)                   \
	COLUMN(name,     VARCHAR(30), UNIQUE)                   \
	COLUMN(fullname, NULLABLE(TEXT))                        \
	COLUMN(species,  NULLABLE(TEXT), DEFAULT_SQL("'unknown'"))
#define address_COLUMNS(COLUMN)                             \
	COLUMN(id,            BIGINT, PRIMARY_KEY)              \
	COLUMN(user_id,       BIGINT, REFERENCES(user_account, id)) \
	COLUMN(email_address, TEXT)
#define log_record_COLUMNS(COLUMN)                          \
	COLUMN(id,        BIGINT, PRIMARY_KEY)                  \
	COLUMN(message,   TEXT)                                 \
	COLUMN(code,      TEXT)                                 \
	COLUMN(timestamp, TIMESTAMP, DEFAULT_NOW)
CQ_MODEL(User, user_account)
CQ_MODEL(Address, address)
CQ_MODEL(LogRecord, log_record)

#define SNIPPET_TABLES CQ_TABLE(user_account), CQ_TABLE(address), CQ_TABLE(log_record)

static cq_status five_users(cq_session *session)
{
	/* page: bulk_insert */
	User users[] = {
		CQ_NEW(User, .name = "spongebob", .fullname = "Spongebob Squarepants"),
		CQ_NEW(User, .name = "sandy", .fullname = "Sandy Cheeks"),
		CQ_NEW(User, .name = "patrick", .fullname = "Patrick Star"),
		CQ_NEW(User, .name = "squidward", .fullname = "Squidward Tentacles"),
		CQ_NEW(User, .name = "ehkrabs", .fullname = "Eugene H. Krabs"),
	};
	CQ_TRY(cq_insert_many(session, User, users, 5));
	/* page ends */
	SENT(1, 1, "BEGIN; SAVEPOINT; INSERT user_account 5; RELEASE");
	/* Keys and defaults are written back, in order. */
	assert_int_equal(users[4].id, 5);
	assert_string_equal(users[0].species, "unknown");
	CQ_TRY(cq_commit(session));
	FORGET();
	return CQ_OK;
}

SNIPPET(bulk_insert)
{
	CQ_TRY(five_users(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM user_account"), 5);
	return CQ_OK;
}

SNIPPET(bulk_insert_returning)
{
	/* page: bulk_insert_returning */
	User users[] = {
		CQ_NEW(User, .name = "spongebob", .fullname = "Spongebob Squarepants"),
		CQ_NEW(User, .name = "sandy", .fullname = "Sandy Cheeks"),
	};
	cq_objects(User) made;
	CQ_TRY(cq_all(session, User, &made, SQL(INSERT_INTO(user_account, VALUES(users, 2)), RETURNING_ALL(user_account))));
	/* page ends */
	SENT(1, 1, "BEGIN; SAVEPOINT; INSERT user_account 2; RELEASE");
	assert_int_equal(made.count, 2);
	assert_int_equal(cq_state_of(session, made.items[1]), CQ_PERSISTENT);
	assert_string_equal(made.items[1]->species, "unknown");
	cq_free(&made);
	return cq_commit(session);
}

SNIPPET(bulk_insert_in_order)
{
	/* page: bulk_insert_in_order */
	User data[] = {
		CQ_NEW(User, .name = "pearl", .fullname = "Pearl Krabs"),
		CQ_NEW(User, .name = "plankton", .fullname = "Plankton"),
		CQ_NEW(User, .name = "gary", .fullname = "Gary"),
	};
	CQ_TRY(cq_insert_many(session, User, data, 3)); /* data[i].id is the key of the row of data[i] */
	/* page ends */
	SENT(1, 3, "BEGIN; SAVEPOINT; INSERT user_account 3; RELEASE");
	User *gary;
	CQ_TRY(cq_get(session, User, &gary, data[2].id));
	assert_string_equal(gary->name, "gary");
	return cq_commit(session);
}

SNIPPET(heterogeneous)
{
	/* page: heterogeneous */
	User users[] = {
		CQ_NEW(User, .name = "spongebob", .fullname = "Spongebob Squarepants", .species = "Sea Sponge"),
		CQ_NEW(User, .name = "sandy", .fullname = "Sandy Cheeks", .species = "Squirrel"),
		CQ_NEW(User, .name = "patrick", .species = "Starfish"),
		CQ_NEW(User, .name = "squidward", .fullname = "Squidward Tentacles"), /* its species is the database's default */
		CQ_NEW(User, .name = "ehkrabs", .fullname = "Eugene H. Krabs", .species = "Crab"),
	};
	CQ_TRY(cq_insert_many(session, User, users, 5));
	/* page ends */
	SENT(3, 4, "BEGIN; SAVEPOINT; INSERT user_account 3; INSERT user_account 1; INSERT user_account 1; RELEASE");
	assert_string_equal(users[3].species, "unknown");
	assert_null(users[2].fullname);
	return cq_commit(session);
}

SNIPPET(null_values)
{
	/* page: null_values */
	User users[] = {
		CQ_NEW(User, .name = "name_a", .fullname = "Employee A", .species = "Squid"),
		CQ_NEW(User, .name = "name_b", .fullname = "Employee B", .species = "Squirrel"),
		CQ_NEW(User, .name = "name_c", .fullname = "Employee C", .species = NULL), /* NULL, and not the default */
		CQ_NEW(User, .name = "name_d", .fullname = "Employee D", .species = "Bluefish"),
	};
	CQ_TRY(cq_insert_many(session, User, users, 4));
	/* page ends */
	SENT(1, 1, "BEGIN; SAVEPOINT; INSERT user_account 4; RELEASE");
	CQ_TRY(cq_commit(session));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM user_account WHERE species IS NULL"), 1);
	return CQ_OK;
}

SNIPPET(insert_with_expressions)
{
	/* page: insert_with_expressions */
	LogRecord records[4];
	const char *const messages[] = { "log message #1", "log message #2", "log message #3", "log message #4" };
	for (size_t i = 0; i < 4; i++)
		records[i] = CQ_NEW(LogRecord, .message = messages[i], .code = "SQLA"); /* timestamp: DEFAULT_NOW */
	CQ_TRY(cq_insert_many(session, LogRecord, records, 4));
	/* page ends */
	SENT(1, 1, "BEGIN; SAVEPOINT; INSERT log_record 4; RELEASE");
	assert_true(records[3].timestamp.microseconds > 0);
	return cq_commit(session);
}

SNIPPET(insert_per_row_expressions)
{
	CQ_TRY(five_users(session));
	/* page: insert_per_row_expressions */
	cq_objects(Address) made;
	CQ_TRY(cq_all(session, Address, &made, SQL(
		INSERT_INTO(address, SET(user_id, user_account.id), SET(email_address, CONCAT(user_account.name, "@company.com"))),
		FROM(user_account), WHERE(IN(user_account.name, "sandy", "spongebob", "patrick")),
		RETURNING_ALL(address))));
	/* page ends */
	SENT(1, 1, "BEGIN; INSERT address 3");
	assert_int_equal(made.count, 3);
	cq_free(&made);
	return cq_commit(session);
}

SNIPPET(upsert)
{
	User before[] = { CQ_NEW(User, .name = "sandy"), CQ_NEW(User, .name = "spongebob", .fullname = "Spongebob Squarepants") };
	CQ_TRY(cq_insert_many(session, User, before, 2));
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: upsert */
	User users[] = {
		CQ_NEW(User, .name = "spongebob", .fullname = "Spongebob Squarepants"),
		CQ_NEW(User, .name = "sandy", .fullname = "Sandy Cheeks"),
		CQ_NEW(User, .name = "patrick", .fullname = "Patrick Star"),
	};
	CQ_TRY(cq_execute(session, NULL, SQL(
		INSERT_INTO(user_account, VALUES(users, 3)),
		ON_CONFLICT_DO_UPDATE(user_account, KEY(name), SET(fullname, EXCLUDED(user_account.fullname))))));
	/* page ends */
	SENT(1, 1, "BEGIN; SAVEPOINT; INSERT user_account 3; RELEASE");
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: upsert_returning */
	CQ_TRY(cq_upsert_all(session, User, users, 3, name)); /* the users are the session's objects from here on */
	/* page ends */
	SENT(1, 1, "BEGIN; SAVEPOINT; SAVEPOINT; INSERT user_account 3; RELEASE; RELEASE");
	assert_int_equal(users[1].id, before[0].id);
	assert_int_equal(cq_state_of(session, &users[2]), CQ_PERSISTENT);
	CQ_TRY(cq_commit(session));
	return cq_expunge_all(session);
}

SNIPPET(bulk_update_by_primary_key)
{
	CQ_TRY(five_users(session));
	/* page: bulk_update_by_primary_key */
	const User changed[] = {
		{ .id = 1, .fullname = "Spongebob Squarepants" },
		{ .id = 3, .fullname = "Patrick Star" },
		{ .id = 5, .fullname = "Eugene H. Krabs" },
	};
	CQ_TRY(cq_update_many(session, User, NULL, changed, 3, fullname));
	/* page ends */
	SENT(1, 1, "BEGIN; UPDATE user_account 3");
	return cq_commit(session);
}

/* page: bulk_update_by_name_rows */
#define Fullname_FIELDS(FIELD)                              \
	FIELD(name,     TEXT)                                   \
	FIELD(fullname, TEXT)
CQ_ROW(Fullname)
CQ_DERIVED(Fullname, given)
/* page ends */

SNIPPET(bulk_update_by_name)
{
	CQ_TRY(five_users(session));
	/* page: bulk_update_by_name */
	CQ_TRY(cq_execute(session, NULL, SQL(
		UPDATE(user_account, SET(fullname, given.fullname)),
		FROM(VALUES_AS(given, ROW("spongebob", "Spongebob Squarepants"), ROW("patrick", "Patrick Star"))),
		WHERE(EQ(user_account.name, given.name)))));
	/* page ends */
	SENT(1, 1, "BEGIN; UPDATE user_account 2");
	return cq_commit(session);
}

SNIPPET(update_and_delete_where)
{
	CQ_TRY(five_users(session));
	User *squidward;
	CQ_TRY(cq_get(session, User, &squidward, 4));
	FORGET();
	/* page: update_where */
	int64_t count;
	CQ_TRY(cq_execute(session, &count, SQL(
		UPDATE(user_account, SET(fullname, "Name starts with S")),
		WHERE(IN(user_account.name, "squidward", "sandy")))));
	/* page ends */
	SENT(1, 1, "BEGIN; UPDATE user_account 2");
	assert_int_equal(count, 2);
	/* page: synchronize_update */
	assert(cq_is_expired(session, squidward)); /* the session's object of a row that was updated; the next to read it writes it anew */
	CQ_TRY(cq_refresh(session, squidward));
	/* page ends */
	SENT(1, 0, "SELECT user_account");
	assert_string_equal(squidward->fullname, "Name starts with S");
	/* page: delete_where */
	CQ_TRY(cq_execute(session, NULL, SQL(
		DELETE_FROM(user_account), WHERE(IN(user_account.name, "squidward", "sandy")))));
	assert(cq_state_of(session, squidward) == CQ_DELETED);
	/* page ends */
	SENT(1, 1, "DELETE user_account 2");
	CQ_TRY(cq_rollback(session));
	assert_int_equal(cq_state_of(session, squidward), CQ_PERSISTENT);
	return CQ_OK;
}

SNIPPET(synchronize_not)
{
	CQ_TRY(five_users(session));
	User *squidward;
	CQ_TRY(cq_get(session, User, &squidward, 4));
	FORGET();
	/* page: synchronize_not */
	CQ_TRY(cq_begin(session, NULL)); /* or else the statement is committed by itself */
	CQ_TRY(cq_execute(cq_session_connection(session), NULL, SQL(
		UPDATE(user_account, SET(fullname, "Squidward Tentacles")), WHERE(EQ(user_account.name, "squidward")))));
	/* page ends */
	SENT(1, 1, "BEGIN; UPDATE user_account 1");
	assert_false(cq_is_expired(session, squidward));
	return cq_commit(session);
}

SNIPPET(update_returning)
{
	CQ_TRY(five_users(session));
	/* page: update_returning */
	cq_objects(User) changed;
	CQ_TRY(cq_all(session, User, &changed, SQL(
		UPDATE(user_account, SET(fullname, "Squidward Tentacles")), WHERE(EQ(user_account.name, "squidward")),
		RETURNING_ALL(user_account))));
	/* page ends */
	SENT(1, 1, "BEGIN; UPDATE user_account 1");
	assert_int_equal(changed.count, 1);
	assert_string_equal(changed.items[0]->fullname, "Squidward Tentacles");
	cq_free(&changed);
	/* page: delete_returning */
	cq_rows(int64_t) gone;
	CQ_TRY(cq_scalars(session, &gone, SQL(
		DELETE_FROM(user_account), WHERE(EQ(user_account.name, "squidward")), RETURNING(user_account.id))));
	/* page ends */
	SENT(1, 1, "DELETE user_account 1");
	assert_int_equal(gone.count, 1);
	assert_int_equal(gone.items[0], 4);
	cq_free(&gone);
	return cq_commit(session);
}

#define SNIPPETS(X)                                                                                              \
	X(bulk_insert) X(bulk_insert_returning) X(bulk_insert_in_order) X(heterogeneous) X(null_values)              \
	X(insert_with_expressions) X(insert_per_row_expressions) X(upsert) X(bulk_update_by_primary_key)             \
	X(bulk_update_by_name) X(update_and_delete_where) X(synchronize_not) X(update_returning)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { SNIPPETS(SNIPPET_TEST) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
