/* query_checker_test.c: every rule that the checker can see: statements that break it, and the same made well.
 *
 * It knows nothing of the macros that enforce the same rules in the compiler.
 */
#include "query_checker_cases.h"
#include "query_language.h"

#include "base/alloc.h"
#include "query/checker.h"
#include "query/rules.h"

/* Rules that only the compiler, or an executor with what the caller gave, can see. */
static const char *const unseen[] = {
	"ternary-mismatch", "outside-sql", "raw-nul", "scalar-null", "object-type", "object-null-outer",
	"unknown-word-in-list", "c-condition",
	"target-lacks", /* the renderer says CQ_UNSUPPORTED */
	"version-type", "soft-delete-type", "relation-kind",
};

/* Those that query_relation_test.c has. */
static const char *const of_relations[] = {
	"relation-target", "relation-column", "relation-key", "relation-type", "relation-back", "relation-trait", "not-a-relation",
	"relation-path", "along-many-to-many", "relation-alias", "not-an-option", "load-clause", "options-table", "options-without-session",
};

static bool is_listed(const char *const *list, size_t count, const char *rule)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(list[i], rule) == 0)
			return true;
	}
	return false;
}

static const struct rule_case {
	const char *rule;
	const char *bad;
	const char *good;
} cases[] = {
#define CASE(rule, bad, good) { rule, bad, good },
	CASES(CASE)
	QUERY_CASES(CASE)
	EXPRESSION_CASES(CASE)
#undef CASE
};
enum { CASE_COUNT = sizeof cases / sizeof *cases };

static cq_status check_text(const char *program, const char **rule, char *text, size_t size)
{
	cq_statement s;
	write_program(&s, program);
	const cq_status status = cq_statement_check(&s, rule, text, size);
	cq_statement_release(&s);
	return status;
}

/* Whether a statement is judged as it should be; NULL: it is in order. */
static bool is_judged(const char *program, const char *expected)
{
	char text[400];
	const char *rule;
	const cq_status status = check_text(program, &rule, text, sizeof text);
	const bool good = expected == NULL ? status == CQ_OK && *rule == '\0' && *text == '\0' :
		status == CQ_RULE && strcmp(rule, expected) == 0;
	if (!good)
		print_error("%s: %s, but: %s (%s)\n", program, expected == NULL ? "in order" : expected, text, rule);
	return good;
}

static void every_case(void **state)
{
	(void)state;
	int failures = 0;
	for (size_t i = 0; i < CASE_COUNT; i++)
		failures += !is_judged(cases[i].bad, cases[i].rule) + !is_judged(cases[i].good, NULL);
	assert_int_equal(failures, 0);
}

static bool has_case(const char *rule)
{
	for (size_t i = 0; i < CASE_COUNT; i++) {
		if (strcmp(cases[i].rule, rule) == 0)
			return true;
	}
	if (is_listed(unseen, sizeof unseen / sizeof *unseen, rule) || is_listed(of_relations, sizeof of_relations / sizeof *of_relations, rule))
		return true;
	/* These have tests of their own below. */
	return strcmp(rule, "condition-too-large") == 0 || strcmp(rule, "scalar-columns") == 0 || strcmp(rule, "scalar-type") == 0;
}

static void every_rule_has_a_case(void **state)
{
	(void)state;
	for (int rule = 0; rule < CQ__RULE_COUNT; rule++) {
		if (!has_case(cq__rule_texts[rule].id))
			fail_msg("no case for %s; only what the compiler alone sees is listed as unseen", cq__rule_texts[rule].id);
	}
}

static void expect_message(const char *program, const char *message)
{
	char text[400];
	const char *rule;
	assert_int_equal(check_text(program, &rule, text, sizeof text), CQ_RULE);
	assert_string_equal(text, message);
}

static void messages_name_clause_and_columns(void **state)
{
	(void)state;
	expect_message(GOOD " WHERE(EQ(users.age, text))", "WHERE: EQ(users.age, a TEXT value): " CQ_SAY_TYPE_MISMATCH);
	expect_message(GOOD " HAVING(GT(users.age, int))", "HAVING: " CQ_SAY_HAVING_WITHOUT_GROUP);
	expect_message("SELECT(SUM(COUNT(users.id))) FROM(users)", "SELECT: SUM(COUNT(users.id)): " CQ_SAY_AGGREGATE_OF_AGGREGATE);
	expect_message(GOOD " JOIN(posts)", "JOIN(posts): " CQ_SAY_JOIN_WITHOUT_ON);
	expect_message("INSERT_INTO(users, SET(users.bio, text))", "INSERT_INTO(users): users.username: " CQ_SAY_COLUMN_MISSING);
	expect_message("FROM(users)", "SQL: " CQ_SAY_CLAUSE_MISSING);
	expect_message("SELECT_ROW(Name, users.bio) FROM(users)", "SELECT_ROW: field username, users.bio: " CQ_SAY_FIELD_NULL);
	expect_message("DELETE_FROM(users) WHERE(GT(COUNT_ROWS, int))", "WHERE: COUNT_ROWS(): " CQ_SAY_AGGREGATE_IN_WHERE);
	expect_message("SELECT(OVER(LAG(users.age, text), ORDER_BY(users.id), FRAME([ROWS PRECEDING CURRENT_ROW] int))) FROM(users)",
		"SELECT: LAG(users.age, a TEXT value): " CQ_SAY_NOT_NUMERIC);
	expect_message(GOOD " WHERE(GT(OVER(SUM(users.age), ORDER_BY(DESC(users.id)), FRAME([ROWS PRECEDING CURRENT_ROW] int)), int))",
		"WHERE: OVER(SUM(users.age), ORDER_BY(DESC(users.id)), ROWS_BETWEEN(PRECEDING(...), CURRENT_ROW)): " CQ_SAY_WINDOW_MISPLACED);
	expect_message("SELECT(CASE(CASE_WHEN(users.is_active, users.age), ELSE(text))) FROM(users)",
		"SELECT: CASE(CASE_WHEN(users.is_active, users.age), ELSE(a TEXT value)): " CQ_SAY_TYPE_MISMATCH);
	expect_message("SELECT(CAST(BIGINT, users.created_at)) FROM(users)", "SELECT: CAST(users.created_at, BIGINT): " CQ_SAY_CAST_TYPE);
	expect_message("SELECT(EXTRACT([YEAR] users.age)) FROM(users)", "SELECT: EXTRACT(YEAR, users.age): " CQ_SAY_NOT_A_DATE);
	expect_message("SELECT(posts.id) FROM(posts) JOIN(tags, ALONG(boss, posts.title))", "JOIN: ALONG(posts.title, boss): " CQ_SAY_NOT_A_REFERENCE);
	expect_message(GOOD " WHERE(EQ(TUPLE(users.id, users.age), TUPLE(int)))",
		"WHERE: EQ(ROW(users.id, users.age), ROW(a C int)): " CQ_SAY_ROW_SHAPE);
	expect_message("SELECT(totals.n) FROM(totals)", "FROM(totals): " CQ_SAY_DERIVED_UNKNOWN);
	expect_message("SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(SELECT(users.username, users.bio, NULL) FROM(users))))",
		"FROM: QUERY(totals, ...): totals.n: " CQ_SAY_DERIVED_SHAPE);
	expect_message(GOOD " UNION(SUBQUERY(SELECT(posts.title) FROM(posts)))", "UNION: " CQ_SAY_UNION_SHAPE);
	expect_message("SELECT(COUNT_ROWS) FROM(users) FOR_UPDATE([SHARE])", "FOR_SHARE: " CQ_SAY_LOCK_MISPLACED);
	expect_message("INSERT_INTO(users, SET(users.username, text)) ON_CONFLICT_NOTHING(users, CONFLICT_KEY(users.bio))",
		"ON_CONFLICT_DO_NOTHING: KEY(users.bio): " CQ_SAY_CONFLICT_TARGET);
	expect_message("SELECT(RAW(TEXT '?')) FROM(users)", "SELECT: RAW(...): " CQ_SAY_RAW_PARAMETERS);
	expect_message(GOOD " WHERE(IN(users.age, int, int, int, int, text))",
		"WHERE: IN(users.age, a C int, a C int, a C int, ...): " CQ_SAY_TYPE_MISMATCH);
}

static void errors_name_table_and_column(void **state)
{
	(void)state;
	cq_statement s;
	cq__tree tree;
	cq__typing typing;
	cq__error error = { 0 };
	write_program(&s, "INSERT_INTO(users, SET(users.bio, text))");
	assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(&s), s.node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, s.value_count), CQ_OK);
	assert_int_equal(cq__check(&tree, &typing, &error), CQ_RULE);
	assert_string_equal(cq__error_get(&error)->rule, "column-missing");
	assert_string_equal(cq__error_get(&error)->table, "users");
	assert_string_equal(cq__error_get(&error)->column, "username");
	assert_int_equal(cq__error_get(&error)->code, CQ_RULE);
	cq__error_release(&error);
	cq__typing_release(&typing);
	cq__tree_release(&tree);
}

static void a_condition_that_vanished_sends_nothing(void **state)
{
	(void)state;
	static const char *const programs[] = {
		"DELETE_FROM(users) WHERE(~)", "DELETE_FROM(users) ~", "DELETE_FROM(users) WHERE(AND(~, ~))",
		"DELETE_FROM(users) WHERE(NOT(~))", "DELETE_FROM(users) WHERE(ALL_OF())", "DELETE_FROM(users) WHERE(ANY_OF())",
		"DELETE_FROM(users) WHERE(OR(EQ(users.id, int), ALL_OF()))", "DELETE_FROM(users) WHERE(EQ(users.id, ~))",
		"UPDATE(users, SET(users.age, int)) WHERE(~, ANY_OF())", "DELETE_FROM(users) WHERE(IN(users.id, ~))",
	};
	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
		char text[400];
		const char *rule;
		if (check_text(programs[i], &rule, text, sizeof text) != CQ_NO_CONDITION)
			fail_msg("%s: %s", programs[i], text);
		assert_string_equal(rule, "");
	}
	char text[400];
	assert_int_equal(check_text("DELETE_FROM(users) ALL_ROWS WHERE(~)", NULL, text, sizeof text), CQ_OK);
	assert_int_equal(check_text("DELETE_FROM(users) WHERE(AND(EQ(users.id, int), ALL_OF()))", NULL, text, sizeof text), CQ_OK);
	assert_int_equal(check_text(GOOD " WHERE(ALL_OF())", NULL, text, sizeof text), CQ_OK);
	assert_int_equal(check_text(GOOD " WHERE(~)", NULL, text, sizeof text), CQ_OK);
}

static void rows_and_scalars(void **state)
{
	(void)state;
	static const struct {
		const char *program;
		const char *row;  /* NULL: a scalar */
		cq_type variable;
		const char *rule; /* NULL: in order */
	} results[] = {
		{ "SELECT(users.username) FROM(users)", "Name", 0, NULL },
		{ "SELECT(users.username, users.id) FROM(users)", "Name", 0, "field-count" },
		{ "SELECT(users.age) FROM(users)", "Name", 0, "field-type" },
		{ "SELECT(users.bio) FROM(users)", "Name", 0, "field-null" },
		{ "SELECT(posts.title) FROM(users) LEFT_JOIN(posts, int)", "Name", 0, "field-null-outer" },
		{ "SELECT_ALL(users) FROM(users)", "Name", 0, "field-count" },
		{ "DELETE_FROM(users) ALL_ROWS", "Name", 0, "field-count" },
		{ "DELETE_FROM(users) ALL_ROWS RETURNING(users.username)", "Name", 0, NULL },
		{ "SELECT(users.username) FROM(users) UNION(SUBQUERY(SELECT(posts.title) FROM(posts)))", "Name", 0, NULL },
		{ "SELECT(users.username) FROM(users) UNION(SUBQUERY(SELECT(tags.note) FROM(tags)))", "Name", 0, "field-null" },
		{ "SELECT(users.username, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(posts)))) FROM(users)", "WithList", 0, NULL },
		{ "SELECT(users.username, users.settings) FROM(users)", "WithList", 0, "field-type" },
		{ WITH_TOTALS "SELECT_ALL(totals) FROM(totals)", "Total", 0, NULL },
		{ WITH_TOTALS "SELECT(totals.username) FROM(users) LEFT_JOIN(totals, int)", "Name", 0, "field-null-outer" },
		{ "INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) RETURNING(users.username)", "Name", 0, NULL },
		{ "INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts)", "Name", 0, "field-count" },
		{ "RAW_SQL('select 1')", "Name", 0, NULL },
		{ "SELECT(COUNT_ROWS) FROM(users)", NULL, CQ_TYPE_BIGINT, NULL },
		{ "SELECT(COUNT_ROWS) FROM(users)", NULL, CQ_TYPE_INTEGER, "scalar-type" },
		{ "SELECT(COUNT_ROWS) FROM(users)", NULL, CQ_TYPE_TEXT, "scalar-type" },
		{ "SELECT(users.username) FROM(users)", NULL, CQ_TYPE_TEXT, NULL },
		{ "SELECT(OVER(RANK, ORDER_BY(users.id))) FROM(users)", NULL, CQ_TYPE_BIGINT, NULL },
		{ "SELECT(int) FROM(posts) UNION(SUBQUERY(SELECT(users.id) FROM(users)))", NULL, CQ_TYPE_SMALLINT, "scalar-type" },
		{ "SELECT(COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(posts)))) FROM(users)", NULL, CQ_TYPE_JSON, "scalar-type" },
		{ "SELECT(int)", NULL, CQ_TYPE_BOOLEAN, NULL },
		{ "SELECT_ALL(users) FROM(users)", NULL, CQ_TYPE_BIGINT, "scalar-type" },
		{ "SELECT(ALL(users)) FROM(users)", NULL, CQ_TYPE_BIGINT, "scalar-type" },
		{ "SELECT(users.id, users.age) FROM(users)", NULL, CQ_TYPE_BIGINT, "scalar-columns" },
		{ "DELETE_FROM(users) ALL_ROWS", NULL, CQ_TYPE_BIGINT, "scalar-columns" },
	};
	for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
		cq_statement s;
		cq__tree tree;
		cq__typing typing;
		cq__error error = { 0 };
		write_program(&s, results[i].program);
		assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(&s), s.node_count), CQ_OK);
		assert_int_equal(cq__typing_init(&typing, &tree, s.value_count), CQ_OK);
		const cq_status status = results[i].row != NULL ? cq__check_row(&tree, &typing, find_row(results[i].row, strlen(results[i].row)), &error) :
			cq__check_scalar(&tree, &typing, results[i].variable, &error);
		if (status != (results[i].rule == NULL ? CQ_OK : CQ_RULE))
			fail_msg("%s: %s", results[i].program, cq__error_get(&error)->message);
		assert_string_equal(cq__error_get(&error)->rule, results[i].rule == NULL ? "" : results[i].rule);
		cq__error_release(&error);
		cq__typing_release(&typing);
		cq__tree_release(&tree);
	}
}

static void insert_of_no_rows(void **state)
{
	(void)state;
	cq_statement s;
	const char *rule;
	char text[200];
	cq_statement_init(&s, NULL);
	cq_push_value(&s, CQ_TYPE_OBJECT, CQ_VALUE_ARRAY, (cq_value){ .bytes = { &s, 0 } });
	cq_push_ref(&s, CQ_OP_ROWS, 1, &users.table);
	cq_push_ref(&s, CQ_OP_INSERT_INTO, 1, &users.table);
	cq_push(&s, CQ_OP_STATEMENT, 1);
	assert_int_equal(cq_statement_check(&s, &rule, text, sizeof text), CQ_RULE);
	assert_string_equal(rule, "empty-values");
}

static void functions_have_names(void **state)
{
	(void)state;
	static const char *const bad[] = { "SELECT(FUNC(TEXT ''))", "SELECT(FUNC(TEXT 'f(x'))", "SELECT(FUNC(TEXT '1f'))", "SELECT(FUNC(TEXT 'a b'))" };
	char text[200];
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(check_text(bad[i], NULL, text, sizeof text), CQ_MISUSE);
	assert_int_equal(check_text("SELECT(FUNC(TEXT 'pg_catalog.md5', text))", NULL, text, sizeof text), CQ_OK);
}

static void messages_fit_where_they_go(void **state)
{
	(void)state;
	char text[8];
	assert_int_equal(check_text(GOOD " WHERE(users.age)", NULL, text, sizeof text), CQ_RULE);
	assert_string_equal(text, "WHERE: ");
	assert_int_equal(check_text(GOOD " WHERE(users.age)", NULL, NULL, 0), CQ_RULE);
}

static void no_allocation_is_taken_for_granted(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i += 7) {
		cq_statement s;
		write_program(&s, cases[i].bad);
		for (long n = 1;; n++) {
			const char *rule;
			char text[400];
			cq__alloc_fail_after(n);
			const cq_status status = cq_statement_check(&s, &rule, text, sizeof text);
			const bool failed = cq__alloc_count() >= n;
			cq__alloc_fail_after(0);
			assert_true(status == CQ_RULE || (failed && status == CQ_NO_MEMORY));
			if (!failed)
				break;
		}
	}
}

int main(void)
{
	place_columns();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_case),
		cmocka_unit_test(every_rule_has_a_case),
		cmocka_unit_test(messages_name_clause_and_columns),
		cmocka_unit_test(errors_name_table_and_column),
		cmocka_unit_test(a_condition_that_vanished_sends_nothing),
		cmocka_unit_test(rows_and_scalars),
		cmocka_unit_test(insert_of_no_rows),
		cmocka_unit_test(functions_have_names),
		cmocka_unit_test(messages_fit_where_they_go),
		cmocka_unit_test(no_allocation_is_taken_for_granted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
