/* tests/conform/statement_value_test.c: statements as values: built in one place, extended in another, kept, copied, run again.
 */
#include "conform/shop.h"
#include "support/database.h"

static int with_users(void **state)
{
	static const char *const names[] = {"ann", "bob", "cid", "dan", "eva", "fay"};
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		User user = CQ_NEW(User, .username = names[i], .age = ((cq_opt_int16){i % 2 == 0, (int16_t)(20 + i)}), .is_active = i != 3);
		MUST(cq_insert(db, User, &user));
		Post post = {.author_id = user.id, .title = i < 2 ? "news" : "notes"};
		MUST(cq_insert(db, Post, &post));
	}
	return 0;
}

typedef cq_rows(User) UserRows;

/* What one module gives, and others add to. */
static cq_statement active_users(void)
{
	return CQ_STATEMENT(SQL(SELECT_ALL(users), FROM(users), WHERE(users.is_active)));
}

static cq_status add_page(cq_statement *statement, int64_t page, int64_t size)
{
	return cq_extend(statement, LIMIT(size), OFFSET(page * size));
}

static cq_status add_filters(cq_statement *statement, const char *title, const char *prefix)
{
	if (title != NULL)
		CQ_TRY(cq_extend(statement, JOIN(posts, ALONG(posts.author_id)), WHERE(EQ(posts.title, title))));
	return cq_extend(statement, WHEN(prefix, WHERE(STARTS_WITH(users.username, prefix))));
}

static void expect(cq_connection *db, cq_statement *statement, const char *names)
{
	UserRows rows;
	char found[64] = "";
	size_t length = 0;
	MUST(cq_all(db, User, &rows, *statement));
	for (size_t i = 0; i < rows.count && length < sizeof found; i++)
		length += (size_t)snprintf(found + length, sizeof found - length, "%s ", rows.items[i].username);
	assert_string_equal(found, names);
	cq_free(&rows);
}

static void statements_are_extended(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_statement statement = active_users();
	MUST(add_filters(&statement, NULL, NULL));
	MUST(cq_extend(&statement, ORDER_BY(DESC(users.username))));
	expect(db, &statement, "fay eva cid bob ann ");
	MUST(add_page(&statement, 1, 2));
	expect(db, &statement, "cid bob ");
	MUST(add_page(&statement, 0, 3));
	expect(db, &statement, "fay eva cid ");
	MUST(add_filters(&statement, "news", NULL));
	expect(db, &statement, "bob ann ");
	MUST(add_filters(&statement, NULL, "a"));
	expect(db, &statement, "ann ");
	expect(db, &statement, "ann ");
}

static void a_copy_goes_its_own_way(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_statement first = active_users(), second;
	MUST(cq_extend(&first, ORDER_BY(users.id)));
	cq_statement_copy(&second, &first);
	MUST(cq_extend(&second, WHERE(IS_NULL(users.age))));
	expect(db, &first, "ann bob cid eva fay ");
	expect(db, &second, "bob fay ");
}

/* Far more than stands in the statement itself. */
static void a_long_statement_is_extended(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_statement statement = active_users();
	for (int64_t i = 100; i < 160; i++)
		MUST(cq_extend(&statement, WHERE(NE(users.id, i))));
	MUST(cq_extend(&statement, ORDER_BY(users.id), LIMIT(1)));
	expect(db, &statement, "ann ");
	expect(db, &statement, "ann ");
	cq_statement_release(&statement);
}

static void the_same_runs_on_every_database(void **state)
{
	(void)state;
	static const char *const dialects[] = {"sqlite", "postgresql", "mariadb"};
	static const char *const parts[] = {"= ? ORDER BY", "= $1 ORDER BY", "= ? ORDER BY"};
	cq_statement statement = active_users();
	assert_int_equal(cq_extend(&statement, WHERE(EQ(users.username, "ann")), ORDER_BY(users.id)), CQ_OK);
	for (size_t i = 0; i < 3; i++) {
		char *text, message[CQ_ERROR_TEXT];
		if (cq_sql_text(dialects[i], &text, message, statement) != CQ_OK)
			fail_msg("%s", message);
		assert_non_null(strstr(text, parts[i]));
		cq_text_free(text);
	}
}

static void what_breaks_a_rule_is_found_when_it_runs(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_statement statement = active_users();
	UserRows rows;
	assert_int_equal(cq_extend(&statement, WHERE(EQ(posts.title, "news"))), CQ_OK);
	assert_int_equal(cq_all(db, User, &rows, statement), CQ_RULE);
	assert_string_equal(cq_last_error(db)->rule, "table-not-in-from");
	cq_statement raw = CQ_STATEMENT(RAW_SQL("SELECT 1"));
	assert_int_not_equal(cq_extend(&raw, WHERE(users.is_active)), CQ_OK);
	int64_t one;
	MUST(cq_scalar(db, &one, raw));
	assert_int_equal(one, 1);
	cq_statement remove = CQ_STATEMENT(SQL(DELETE_FROM(users), WHERE(WHEN(false, users.is_active))));
	assert_int_equal(cq_execute(db, NULL, remove), CQ_NO_CONDITION);
	MUST(cq_extend(&remove, WHERE(EQ(users.id, 99))));
	MUST(cq_execute(db, NULL, remove));
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(statements_are_extended, with_users, shop_close),
		cmocka_unit_test_setup_teardown(a_copy_goes_its_own_way, with_users, shop_close),
		cmocka_unit_test_setup_teardown(a_long_statement_is_extended, with_users, shop_close),
		cmocka_unit_test(the_same_runs_on_every_database),
		cmocka_unit_test_setup_teardown(what_breaks_a_rule_is_found_when_it_runs, with_users, shop_close),
	};
	return cmocka_run_group_tests_name("statements as values", tests, NULL, NULL);
}
