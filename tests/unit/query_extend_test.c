/* query_extend_test.c: adding clauses to a statement that is a value.
 *
 * It knows nothing of what the expressions mean: what is made must be, node for node, what could have been written.
 */
#include "query_language.h"

#include "base/alloc.h"
#include "query/shape.h"

static void expect_same(const cq_statement *got, const cq_statement *expected, const char *what)
{
	if (!cq__shape_equal(cq_statement_nodes(got), got->node_count, cq_statement_nodes(expected), expected->node_count))
		fail_msg("%s: another program", what);
	assert_int_equal(got->value_count, expected->value_count);
	for (uint32_t i = 0; i < got->value_count; i++)
		assert_int_equal(cq_statement_values(got)[i].integer, cq_statement_values(expected)[i].integer);
}

static const struct extended {
	const char *before;
	const char *clauses;
	const char *after;
} extended[] = {
	{ "SELECT(users.id) FROM(users)", "WHERE(EQ(users.age, int))", "SELECT(users.id) FROM(users) WHERE(EQ(users.age, int))" },
	{ "SELECT(users.id) FROM(users) WHERE(users.is_active) LIMIT(int)", "WHERE(EQ(users.age, int), ~)",
	  "SELECT(users.id) FROM(users) WHERE(users.is_active, EQ(users.age, int), ~) LIMIT(int)" },
	{ "SELECT(users.id) FROM(users) WHERE(~)", "WHERE(users.is_active)", "SELECT(users.id) FROM(users) WHERE(~, users.is_active)" },
	{ "SELECT(users.id) FROM(users) ORDER_BY(DESC(users.age))", "ORDER_BY(users.id) LIMIT(int) OFFSET(bigint)",
	  "SELECT(users.id) FROM(users) ORDER_BY(DESC(users.age), users.id) LIMIT(int) OFFSET(bigint)" },
	{ "SELECT(users.id) FROM(users) LIMIT(int) OFFSET(int)", "OFFSET(bigint)", "SELECT(users.id) FROM(users) LIMIT(int) OFFSET(bigint)" },
	{ "SELECT(users.id) FROM(users) LIMIT(int)", "LIMIT(~) WHERE(~)", "SELECT(users.id) FROM(users) LIMIT(int)" },
	{ "SELECT(users.id) FROM(users) LIMIT(int)", "~ ~", "SELECT(users.id) FROM(users) LIMIT(int)" },
	{ "SELECT(users.id) FROM(users) LIMIT(int)", "", "SELECT(users.id) FROM(users) LIMIT(int)" },
	{ "SELECT(users.id) FROM(users) ~ LIMIT(int)", "WHERE(users.is_active)", "SELECT(users.id) FROM(users) WHERE(users.is_active) ~ LIMIT(int)" },
	{ "SELECT(users.id) FROM(users) JOIN(posts, EQ(posts.author_id, int)) WHERE(users.is_active)",
	  "JOIN(tags, EQ(tags.post_id, bigint)) LEFT_JOIN(boss, EQ(boss.id, users.boss_id))",
	  "SELECT(users.id) FROM(users) JOIN(posts, EQ(posts.author_id, int)) JOIN(tags, EQ(tags.post_id, bigint)) "
	  "LEFT_JOIN(boss, EQ(boss.id, users.boss_id)) WHERE(users.is_active)" },
	{ "SELECT(users.age, COUNT_ROWS) FROM(users) GROUP_BY(users.age)", "HAVING(GT(COUNT_ROWS, int)) GROUP_BY(users.bio) DISTINCT",
	  "SELECT(users.age, COUNT_ROWS) DISTINCT FROM(users) GROUP_BY(users.age, users.bio) HAVING(GT(COUNT_ROWS, int))" },
	{ "SELECT(users.id) DISTINCT FROM(users)", "DISTINCT_ON(users.id)", "SELECT(users.id) DISTINCT_ON(users.id) FROM(users)" },
	{ "WITH(totals, SUBQUERY(SELECT_ROW(Total, int))) SELECT(totals.n) FROM(totals) UNION(SUBQUERY(SELECT(int))) ORDER_BY(LABEL('n'))",
	  "EXCEPT(SUBQUERY(SELECT(bigint))) LIMIT(int)",
	  "WITH(totals, SUBQUERY(SELECT_ROW(Total, int))) SELECT(totals.n) FROM(totals) UNION(SUBQUERY(SELECT(int))) "
	  "EXCEPT(SUBQUERY(SELECT(bigint))) ORDER_BY(LABEL('n')) LIMIT(int)" },
	{ "SELECT(users.id) FROM(users)", "FOR_UPDATE([SHARE])", "SELECT(users.id) FROM(users) FOR_UPDATE([SHARE])" },
	{ "UPDATE(users, SET(users.age, int)) WHERE(users.is_active) RETURNING(users.id)", "RETURNING_ALL(users) WHERE(EQ(users.id, bigint))",
	  "UPDATE(users, SET(users.age, int)) WHERE(users.is_active, EQ(users.id, bigint)) RETURNING_ALL(users)" },
	{ "INSERT_INTO(users, SET(users.age, int)) ON_CONFLICT_NOTHING(users)", "RETURNING(users.id)",
	  "INSERT_INTO(users, SET(users.age, int)) ON_CONFLICT_NOTHING(users) RETURNING(users.id)" },
};

static void what_clauses_add(void **state)
{
	(void)state;
	cq_site site = { "here", 7, 0 };
	for (size_t i = 0; i < sizeof extended / sizeof *extended; i++) {
		cq_statement s, clauses, after;
		write_program(&s, extended[i].before);
		write_program(&clauses, extended[i].clauses);
		write_program(&after, extended[i].after);
		s.site = &site;
		assert_int_equal(cq_statement_extend(&s, &clauses), CQ_OK);
		expect_same(&s, &after, extended[i].after);
		assert_ptr_equal(s.site, &site);
		assert_null(s.spilled_nodes);
	}
}

static void values_keep_their_places(void **state)
{
	(void)state;
	cq_statement s, clauses;
	write_program(&s, "SELECT(int) FROM(users) WHERE(EQ(users.age, int)) LIMIT(int)");
	write_program(&clauses, "JOIN(posts, EQ(posts.id, int)) WHERE(EQ(users.id, int), EQ(users.id, int)) LIMIT(int) OFFSET(int)");
	for (uint32_t i = 0; i < s.value_count; i++)
		s.values[i].integer = 10 + i;
	for (uint32_t i = 0; i < clauses.value_count; i++)
		clauses.values[i].integer = 20 + i;
	assert_int_equal(cq_statement_extend(&s, &clauses), CQ_OK);
	static const int64_t expected[] = { 10, 20, 11, 21, 22, 23, 24 };
	assert_int_equal(s.value_count, 7);
	for (uint32_t i = 0; i < s.value_count; i++)
		assert_int_equal(s.values[i].integer, expected[i]);
}

static const char *const refused[][2] = {
	{ "RAW_SQL('select 1')", "LIMIT(int)" },
	{ "SELECT(users.id) FROM(users)", "FROM(posts)" },
	{ "SELECT(users.id) FROM(users)", "SELECT(users.age)" },
	{ "SELECT(users.id) FROM(users)", "SELECT(users.age) WHERE(users.is_active)" },
	{ "SELECT(users.id) FROM(users)", "users.is_active" },
	{ "SELECT(users.id) FROM(users)", "WHERE(users.is_active) WHERE(users.is_active)" },
	{ "SELECT(users.id) FROM(users) LIMIT(int)", "LIMIT(int) LIMIT(int)" },
	{ "SELECT(users.id) FROM(users)", "DISTINCT DISTINCT_ON(users.id)" },
	{ "SELECT(users.id) FROM(users)", "WITH(totals, SUBQUERY(SELECT(int)))" },
	{ "UPDATE(users, SET(users.age, int)) ALL_ROWS", "SET(users.id, int)" },
	{ "SELECT(users.id) FROM(users) UNION(SUBQUERY(SELECT(int)))", "WHERE(users.is_active)" },
	{ "SELECT(users.id) FROM(users) UNION(SUBQUERY(SELECT(int)))", "JOIN(posts, EQ(posts.author_id, int))" },
	{ "SELECT(users.id) FROM(users) EXCEPT(SUBQUERY(SELECT(int)))", "GROUP_BY(users.id)" },
};

static void what_cannot_be_added(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		cq_statement s, before, clauses;
		write_program(&s, refused[i][0]);
		write_program(&before, refused[i][0]);
		write_program(&clauses, refused[i][1]);
		if (cq_statement_extend(&s, &clauses) != CQ_MISUSE)
			fail_msg("%s", refused[i][1]);
		expect_same(&s, &before, refused[i][0]);
	}
}

static void programs_that_are_none(void **state)
{
	(void)state;
	cq_statement s, before, clauses;
	write_program(&s, "SELECT(users.id) FROM(users)");
	write_program(&before, "SELECT(users.id) FROM(users)");
	cq_statement_init(&clauses, NULL);
	assert_int_equal(cq_statement_extend(&s, &clauses), CQ_MISUSE);
	write_parts(&clauses, "WHERE(users.is_active)");
	assert_int_equal(cq_statement_extend(&s, &clauses), CQ_MISUSE);
	cq_push(&clauses, CQ_OP_STATEMENT, 2);
	assert_int_equal(cq_statement_extend(&s, &clauses), CQ_MISUSE);
	write_program(&clauses, "LIMIT(int)");
	clauses.value_count = 0;
	assert_int_equal(cq_statement_extend(&s, &clauses), CQ_MISUSE);
	write_program(&clauses, "LIMIT(int)");
	clauses.nodes[1].count = 2;
	assert_int_equal(cq_statement_extend(&s, &clauses), CQ_MISUSE);
	clauses.nodes[1].count = UINT32_MAX;
	assert_int_equal(cq_statement_extend(&s, &clauses), CQ_MISUSE);
	write_program(&clauses, "LIMIT(int)");
	clauses.failure = CQ_TOO_LARGE;
	assert_int_equal(cq_statement_extend(&s, &clauses), CQ_TOO_LARGE);
	expect_same(&s, &before, "as it was");
	clauses.failure = CQ_OK;
	s.failure = CQ_NO_MEMORY;
	assert_int_equal(cq_statement_extend(&s, &clauses), CQ_NO_MEMORY);
	s.failure = CQ_OK;
	s.node_count--;
	assert_int_equal(cq_statement_extend(&s, &clauses), CQ_MISUSE);
}

/* Extended again and again it leaves its inline arrays; what it held stays in order. */
static void a_statement_grows(void **state)
{
	(void)state;
	enum { TIMES = 40 };
	cq_statement s, clauses;
	write_program(&s, "SELECT(users.id) FROM(users)");
	for (int64_t i = 0; i < TIMES; i++) {
		write_program(&clauses, "WHERE(EQ(users.age, int)) LIMIT(int)");
		clauses.values[0].integer = i;
		clauses.values[1].integer = 1000 + i;
		assert_int_equal(cq_statement_extend(&s, &clauses), CQ_OK);
	}
	assert_int_equal(s.value_count, TIMES + 1);
	assert_int_equal(s.node_count, 3 + 3 * TIMES + 1 + 2 + 1);
	for (int64_t i = 0; i < TIMES; i++)
		assert_int_equal(cq_statement_values(&s)[i].integer, i);
	assert_int_equal(cq_statement_values(&s)[TIMES].integer, 1000 + TIMES - 1);
	assert_int_equal(cq_statement_check(&s, NULL, NULL, 0), CQ_OK);
	cq_statement copy;
	cq_statement_copy(&copy, &s);
	expect_same(&copy, &s, "a copy");
	cq_push_column(&copy, &users.columns[0]);
	assert_int_equal(copy.node_count, s.node_count + 1);
	cq_statement_release(&copy);
	cq_statement_release(&s);
}

static void extending_can_fail(void **state)
{
	(void)state;
	for (long n = 1;; n++) {
		cq_statement s, clauses, before;
		write_program(&s, "SELECT(users.id) FROM(users) WHERE(IN(users.id, int, int, int, int, int, int, int, int, int, int, int, int, int, int))");
		before = s;
		write_program(&clauses, "WHERE(IN(users.age, int, int, int, int, int, int, int, int, int, int, int, int, int, int, "
			"int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int))");
		cq__alloc_fail_after(n);
		const cq_status status = cq_statement_extend(&s, &clauses);
		cq__alloc_fail_after(0);
		cq_statement_release(&clauses);
		if (status == CQ_OK) {
			assert_true(n > 3);
			assert_int_equal(s.value_count, 51);
			cq_statement_release(&s);
			break;
		}
		assert_int_equal(status, CQ_NO_MEMORY);
		expect_same(&s, &before, "as it was");
	}
}

int main(void)
{
	place_columns();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_clauses_add),
		cmocka_unit_test(values_keep_their_places),
		cmocka_unit_test(what_cannot_be_added),
		cmocka_unit_test(programs_that_are_none),
		cmocka_unit_test(a_statement_grows),
		cmocka_unit_test(extending_can_fail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
