/* tests/conform/sqlalchemy_loading_test.c: the snippets of SQLAlchemy's page on loading relationships. The mappings that are not those of the quick
 * start have files of their own in the folder beside.
 */
#include "conform/sqlalchemy/accounts.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

SNIPPET(lazy_loading)
{
	CQ_TRY(three_users(session));
	User *sandy;
	CQ_TRY(user_named(session, "sandy", &sandy));
	/* page: lazy_loading */
	CQ_TRY(cq_load(session, sandy, user_account.addresses));
	CQ_EACH(Address, each, sandy->addresses)
		puts(each->email_address);
	/* page ends */
	SENT(1, 1, "SELECT address");
	assert_int_equal(cq_count(sandy->addresses), 2);
	CQ_TRY(cq_expunge(session, sandy));
	/* page: lazy_loading_many_to_one */
	cq_objects(Address) all;
	cq_objects(User) users;
	CQ_TRY(cq_all(session, User, &users, SQL(SELECT_ALL(user_account), FROM(user_account))));
	CQ_TRY(cq_all(session, Address, &all, SQL(SELECT_ALL(address), FROM(address))));
	CQ_TRY(cq_load_all(session, all.items, all.count, address.user)); /* they are all there */
	/* page ends */
	SENT(2, 2, "SELECT user_account; SELECT address");
	assert_string_equal(cq_related(all.items[0]->user)->name, "spongebob");
	cq_free(&all);
	cq_free(&users);
	return CQ_OK;
}

/* Whether the child process that does this is ended by it. */
static bool aborts(const User *user)
{
	int status = 0;
	const pid_t child = fork();
	if (child == 0) {
		(void)freopen("/dev/null", "w", stderr);
		(void)signal(SIGABRT, SIG_DFL);
		CQ_EACH(Address, each, user->addresses)
			puts(each->email_address);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status);
}

SNIPPET(raiseload)
{
	CQ_TRY(three_users(session));
	/* page: raiseload */
	User *sandy;
	CQ_TRY(cq_get(session, User, &sandy, 2));
	assert(!cq_is_loaded(sandy->addresses)); /* and CQ_EACH, cq_items, cq_count, cq_related abort */
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_true(aborts(sandy));
	/* page: raiseload_wildcard */
	CQ_TRY(cq_one(session, User, &sandy, SQL(
		SELECT_ALL(user_account), FROM(user_account), WHERE(EQ(user_account.id, 2)), OPTIONS(JOINED(user_account.addresses)))));
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_false(aborts(sandy));
	return CQ_OK;
}

SNIPPET(joined_eager_loading)
{
	CQ_TRY(three_users(session));
	/* page: joined_eager_loading */
	cq_objects(User) found;
	CQ_TRY(cq_all(session, User, &found, SQL(
		SELECT_ALL(user_account), FROM(user_account), WHERE(EQ(user_account.name, "sandy")),
		OPTIONS(JOINED(user_account.addresses)))));
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_int_equal(found.count, 1);
	assert_int_equal(cq_count(found.items[0]->addresses), 2);
	cq_free(&found);
	return CQ_OK;
}

SNIPPET(joined_with_limit)
{
	CQ_TRY(three_users(session));
	/* page: joined_with_limit */
	cq_objects(User) found;
	CQ_TRY(cq_all(session, User, &found, SQL(
		SELECT_ALL(user_account), FROM(user_account), ORDER_BY(user_account.name, user_account.id), LIMIT(2),
		OPTIONS(JOINED(user_account.addresses)))));
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_int_equal(found.count, 2);
	assert_int_equal(cq_count(found.items[1]->addresses), 2);
	cq_free(&found);
	return CQ_OK;
}

SNIPPET(join_is_not_loading)
{
	CQ_TRY(three_users(session));
	/* page: join_to_order */
	cq_objects(User) found;
	CQ_TRY(cq_all(session, User, &found, SQL(
		SELECT_ALL(user_account), FROM(user_account), JOIN(address, ALONG(user_account.addresses)),
		WHERE(EQ(user_account.name, "sandy")), ORDER_BY(address.email_address))));
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_int_equal(found.count, 2);
	assert_ptr_equal(found.items[0], found.items[1]);
	cq_free(&found);
	CQ_TRY(cq_expunge_all(session));
	/* page: join_to_filter_and_joined */
	CQ_TRY(cq_all(session, User, &found, SQL(
		SELECT_ALL(user_account), FROM(user_account), JOIN(address, ALONG(user_account.addresses)),
		WHERE(EQ(user_account.name, "sandy"), EQ(address.email_address, "sandy@sqlalchemy.org")),
		OPTIONS(JOINED(user_account.addresses)))));
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_int_equal(found.count, 1);
	assert_int_equal(cq_count(found.items[0]->addresses), 2);
	cq_free(&found);
	CQ_TRY(cq_expunge_all(session));
	/* page: join_to_filter_and_selectin */
	CQ_TRY(cq_all(session, User, &found, SQL(
		SELECT_ALL(user_account), FROM(user_account), JOIN(address, ALONG(user_account.addresses)),
		WHERE(EQ(user_account.name, "sandy"), EQ(address.email_address, "sandy@sqlalchemy.org")),
		OPTIONS(SELECTIN(user_account.addresses)))));
	/* page ends */
	SENT(2, 2, "SELECT user_account; SELECT address");
	assert_int_equal(cq_count(found.items[0]->addresses), 2);
	cq_free(&found);
	return CQ_OK;
}

SNIPPET(selectin_loading)
{
	CQ_TRY(three_users(session));
	/* page: selectin_loading */
	cq_objects(User) found;
	CQ_TRY(cq_all(session, User, &found, SQL(
		SELECT_ALL(user_account), FROM(user_account),
		WHERE(OR(EQ(user_account.name, "spongebob"), EQ(user_account.name, "sandy"))), ORDER_BY(user_account.id),
		OPTIONS(SELECTIN(user_account.addresses)))));
	/* page ends */
	SENT(2, 2, "SELECT user_account; SELECT address");
	assert_int_equal(cq_count(found.items[1]->addresses), 2);
	cq_free(&found);
	CQ_TRY(cq_expunge_all(session));
	/* page: selectin_many_to_one */
	cq_objects(Address) addresses;
	CQ_TRY(cq_all(session, Address, &addresses, SQL(SELECT_ALL(address), FROM(address), OPTIONS(SELECTIN(address.user)))));
	/* page ends */
	SENT(2, 2, "SELECT address; SELECT user_account");
	assert_string_equal(cq_related(addresses.items[2]->user)->name, "sandy");
	cq_free(&addresses);
	return CQ_OK;
}

SNIPPET(subquery_loading)
{
	CQ_TRY(three_users(session));
	/* page: subquery_loading */
	User *first;
	CQ_TRY(cq_one(session, User, &first, SQL(
		SELECT_ALL(user_account), FROM(user_account), ORDER_BY(user_account.name, user_account.id), LIMIT(1), OFFSET(1),
		OPTIONS(SELECTIN(user_account.addresses)))));
	/* page ends */
	SENT(2, 2, "SELECT user_account; SELECT address");
	assert_string_equal(first->name, "sandy");
	assert_int_equal(cq_count(first->addresses), 2);
	return CQ_OK;
}

/* page: contains_eager_rows */
#define UserAddress_FIELDS(FIELD)                           \
	FIELD(user,    OBJECT(User),    ALL(user_account))      \
	FIELD(address, OBJECT(Address), ALL(address))
CQ_ROW(UserAddress)
/* page ends */

SNIPPET(contains_eager)
{
	CQ_TRY(three_users(session));
	/* page: contains_eager */
	cq_rows(UserAddress) rows; /* both objects of each pair, by one statement */
	CQ_TRY(cq_all(session, UserAddress, &rows, SQL(
		SELECT_ROW(UserAddress), FROM(user_account), JOIN(address, ALONG(user_account.addresses)))));
	/* page ends */
	SENT(1, 1, "SELECT user_account");
	assert_int_equal(rows.count, 3);
	assert_int_equal(rows.items[2].address->user_id, rows.items[2].user->id);
	cq_free(&rows);
	return CQ_OK;
}

SNIPPET(contains_eager_filtered)
{
	CQ_TRY(three_users(session));
	/* page: contains_eager_filtered */
	cq_objects(User) found;
	CQ_TRY(cq_all(session, User, &found, SQL(
		SELECT_ALL(user_account), FROM(user_account),
		WHERE(ANY(user_account.addresses, ENDS_WITH(address.email_address, "@squirrelpower.org"))),
		OPTIONS(SELECTIN(user_account.addresses, WHERE(ENDS_WITH(address.email_address, "@squirrelpower.org"))), POPULATE_EXISTING))));
	/* page ends */
	SENT(2, 1, "SELECT user_account; SELECT address");
	assert_int_equal(found.count, 1);
	assert_int_equal(cq_count(found.items[0]->addresses), 1);
	cq_free(&found);
	return CQ_OK;
}

#define SNIPPETS(X)                                                                                                      \
	X(lazy_loading) X(raiseload) X(joined_eager_loading) X(joined_with_limit) X(join_is_not_loading) X(selectin_loading) \
	X(subquery_loading) X(contains_eager) X(contains_eager_filtered)                                                     \
	X(strategy_in_the_model) X(lazyload_wildcard) X(options_of_a_statement) X(options_chained) X(options_of_a_lazy_load) \
	X(criteria_in_options) X(sub_options) X(joined_many_to_one)

SNIPPETS(SNIPPET_DECLARED)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { SNIPPETS(SNIPPET_TEST) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
