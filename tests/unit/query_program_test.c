/* query_program_test.c: writing statements of any size, conditions as values, and reading programs as trees.
 *
 * It knows nothing of rules and types, which have tests of their own.
 */
#include "query_language.h"

#include "base/alloc.h"
#include "query/raw.h"
#include "query/shape.h"
#include "query/statement.h"
#include "query/tree.h"

static void push_equals(cq_statement *s, int64_t number)
{
	cq_push_column(s, &users.columns[0]);
	cq_push_value(s, CQ_TYPE_BIGINT, 0, (cq_value){ .integer = number });
	cq_push(s, CQ_OP_EQ, 2);
}

enum { MANY = 1000 };

static void write_many(cq_statement *s)
{
	cq_statement_init(s, NULL);
	for (int64_t i = 0; i < MANY; i++)
		push_equals(s, i);
	cq_push(s, CQ_OP_OR, MANY);
}

static void a_statement_outgrows_itself(void **state)
{
	(void)state;
	cq_statement s;
	write_many(&s);
	assert_int_equal(s.failure, CQ_OK);
	assert_int_equal(s.node_count, 3 * MANY + 1);
	assert_int_equal(s.value_count, MANY);
	const cq_node *const nodes = cq_statement_nodes(&s);
	const cq_value *const values = cq_statement_values(&s);
	assert_ptr_not_equal(nodes, s.nodes);
	for (uint32_t i = 0; i < MANY; i++) {
		assert_ptr_equal(nodes[3 * i].ref, &users.columns[0]);
		assert_int_equal(nodes[3 * i + 1].op, CQ_OP_VALUE);
		assert_int_equal(nodes[3 * i + 2].op, CQ_OP_EQ);
		assert_int_equal(values[i].integer, i);
	}
	cq__tree tree;
	assert_int_equal(cq__tree_init(&tree, nodes, s.node_count), CQ_OK);
	assert_int_equal(tree.value_count, MANY);
	assert_int_equal(tree.value[cq__operand(&tree, cq__operand(&tree, tree.root, MANY - 1), 1)], MANY - 1);
	cq__tree_release(&tree);
	cq_statement_release(&s);
	assert_int_equal(s.node_count, 0);
	cq_statement_release(&s);
}

static void a_statement_without_memory_says_so(void **state)
{
	(void)state;
	long n = 1;
	for (;; n++) {
		cq_statement s;
		cq__alloc_fail_after(n);
		write_many(&s);
		const bool failed = cq__alloc_count() >= n;
		cq__alloc_fail_after(0);
		cq__error error = { 0 };
		assert_int_equal(s.failure, failed ? CQ_NO_MEMORY : CQ_OK);
		assert_int_equal(cq__statement_failure(&s, &error), s.failure);
		assert_int_equal(cq_statement_check(&s, NULL, NULL, 0), failed ? CQ_NO_MEMORY : CQ_MISUSE);
		cq__error_release(&error);
		cq_statement_release(&s);
		if (!failed)
			break;
	}
	assert_true(n > 2);
}

static cq_condition condition_of(int64_t number)
{
	cq_statement s;
	cq_condition condition;
	cq_statement_init(&s, NULL);
	push_equals(&s, number);
	cq_condition_from(&condition, &s);
	assert_int_equal(condition.failure, CQ_OK);
	return condition;
}

static void conditions_are_values(void **state)
{
	(void)state;
	const cq_condition both[] = { condition_of(7), condition_of(8) };
	cq_statement written, direct;
	cq_statement_init(&written, NULL);
	cq_push_condition(&written, &both[1]);
	cq_push_conditions(&written, CQ_OP_ANY_OF, 2, both);
	cq_push(&written, CQ_OP_AND, 2);

	cq_statement_init(&direct, NULL);
	push_equals(&direct, 8);
	push_equals(&direct, 7);
	push_equals(&direct, 8);
	cq_push(&direct, CQ_OP_ANY_OF, 2);
	cq_push(&direct, CQ_OP_AND, 2);

	assert_true(cq__shape_equal(cq_statement_nodes(&written), written.node_count, cq_statement_nodes(&direct), direct.node_count));
	assert_int_equal(cq__shape_hash(written.nodes, written.node_count), cq__shape_hash(direct.nodes, direct.node_count));
	for (uint32_t i = 0; i < direct.value_count; i++)
		assert_int_equal(written.values[i].integer, direct.values[i].integer);
	direct.nodes[0].ref = &users.columns[1];
	assert_false(cq__shape_equal(written.nodes, written.node_count, direct.nodes, direct.node_count));
	assert_int_not_equal(cq__shape_hash(written.nodes, written.node_count), cq__shape_hash(direct.nodes, direct.node_count));
	assert_false(cq__shape_equal(written.nodes, written.node_count, written.nodes, written.node_count - 1));
}

static void a_condition_of_nothing_is_absent(void **state)
{
	(void)state;
	const cq_condition none = { 0 };
	cq_statement s;
	cq_statement_init(&s, NULL);
	cq_push_condition(&s, &none);
	assert_int_equal(s.node_count, 1);
	assert_int_equal(s.nodes[0].op, CQ_OP_ABSENT);
	cq_push_conditions(&s, CQ_OP_ALL_OF, 0, NULL);
	assert_int_equal(s.nodes[1].op, CQ_OP_ALL_OF);
	assert_int_equal(s.nodes[1].count, 0);
}

static void conditions_that_cannot_be(void **state)
{
	(void)state;
	cq_statement s;
	cq_condition condition;
	write_many(&s);
	cq_condition_from(&condition, &s);
	assert_int_equal(condition.failure, CQ_TOO_LARGE);
	cq_statement_release(&s);

	const char *rule;
	char text[200];
	cq_statement_init(&s, NULL);
	cq_push_condition(&s, &condition);
	assert_int_equal(cq_statement_check(&s, &rule, text, sizeof text), CQ_RULE);
	assert_string_equal(rule, "condition-too-large");

	cq_statement_init(&s, NULL);
	cq_condition_from(&condition, &s);
	assert_int_equal(condition.failure, CQ_MISUSE);
	push_equals(&s, 1);
	push_equals(&s, 2);
	cq_condition_from(&condition, &s);
	assert_int_equal(condition.failure, CQ_MISUSE);
	cq_statement_init(&s, NULL);
	cq_push(&s, CQ_OP_EQ, 2);
	cq_condition_from(&condition, &s);
	assert_int_equal(condition.failure, CQ_MISUSE);
	cq_push_condition(&s, &condition);
	assert_int_equal(cq_statement_check(&s, NULL, NULL, 0), CQ_MISUSE);
}

static void expect_tree(const cq_node *nodes, uint32_t count, cq_status status)
{
	cq__tree tree;
	assert_int_equal(cq__tree_init(&tree, nodes, count), status);
	assert_null(status == CQ_OK ? NULL : tree.first);
	cq__tree_release(&tree);
}

static void programs_that_are_not_well_formed(void **state)
{
	(void)state;
	const cq_node column = { .op = CQ_OP_COLUMN, .ref = &users.columns[0] };
	const cq_node value = { .op = CQ_OP_VALUE, .type = CQ_TYPE_BIGINT };
	const cq_node good[] = { column, value, { .op = CQ_OP_EQ, .count = 2 } };
	expect_tree(good, 3, CQ_OK);
	expect_tree(good, 2, CQ_MISUSE); /* two results */
	expect_tree(good, 0, CQ_MISUSE);
	expect_tree((const cq_node[]){ column, { .op = CQ_OP_EQ, .count = 2 } }, 2, CQ_MISUSE);
	expect_tree((const cq_node[]){ column, { .op = CQ_OP_EQ, .count = 1 } }, 2, CQ_MISUSE);
	expect_tree((const cq_node[]){ column, { .op = CQ_OP_COUNT_OF, .count = 1 } }, 2, CQ_MISUSE);
	expect_tree((const cq_node[]){ { .op = CQ_OP_COLUMN } }, 1, CQ_MISUSE);
	expect_tree((const cq_node[]){ { .op = CQ_OP_VALUE, .type = CQ_TYPE_COUNT } }, 1, CQ_MISUSE);
	expect_tree((const cq_node[]){ column, { .op = CQ_OP_VALUE, .count = 1 } }, 2, CQ_MISUSE);
	expect_tree((const cq_node[]){ column, { .op = CQ_OP_EXISTS, .count = 1 } }, 2, CQ_MISUSE);
	expect_tree((const cq_node[]){ column, value, { .op = CQ_OP_IN_ARRAY, .count = 2 } }, 3, CQ_MISUSE);
	expect_tree((const cq_node[]){ column, { .op = CQ_OP_EQ, .count = UINT32_MAX } }, 2, CQ_MISUSE);
}

/* What no macro writes: sources beside their table's name, frames without their bounds, units and types that are none. */
static void parts_that_do_not_fit(void **state)
{
	(void)state;
	static const struct {
		const char *program;
		bool fits;
	} parts[] = {
		{ "FROM(totals, QUERY(totals, SUBQUERY(SELECT(int))))", true }, { "FROM(totals, QUERY(others, SUBQUERY(SELECT(int))))", false },
		{ "FROM(users, users.id)", false }, { "CROSS_JOIN(users, users.is_active)", false }, { "JOIN(users, users.is_active)", true },
		{ "JOIN(totals, LATERAL(totals, SUBQUERY(SELECT(int))), users.is_active)", true },
		{ "JOIN(users, VALUES_AS(totals, TUPLE(int)), users.is_active)", false }, { "USING(totals, VALUES_AS(totals, TUPLE(int)))", true },
		{ "QUERY(totals, users.id)", false }, { "WITH(totals, users.id)", false }, { "UNION(users.id)", false },
		{ "UNION(SUBQUERY(SELECT(int)))", true }, { "COLLECT(Listed, users.id)", false }, { "UNION()", false },
		{ "FRAME([ROWS UNBOUNDED_PRECEDING CURRENT_ROW])", true }, { "FRAME([ROWS PRECEDING FOLLOWING] int, int)", true },
		{ "FRAME([ROWS PRECEDING FOLLOWING] int)", false }, { "FRAME([RANGE CURRENT_ROW CURRENT_ROW] int)", false },
		{ "FRAME([RANGE GROUPS])", false }, { "FRAME([GROUPS UNBOUNDED_FOLLOWING UNBOUNDED_PRECEDING])", true },
		{ "CAST(INTEGER users.id)", true }, { "CAST(NONE users.id)", false }, { "CAST(OBJECT users.id)", false },
		{ "SUBSTR(users.bio)", false }, { "NOW(DATE)", true }, { "NOW(DATE int)", false }, { "ROUND(users.id, int, int)", false },
	};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		cq_statement s;
		cq__tree tree;
		cq_statement_init(&s, NULL);
		assert_int_equal(write_parts(&s, parts[i].program), 1);
		if (cq__tree_init(&tree, s.nodes, s.node_count) != (parts[i].fits ? CQ_OK : CQ_MISUSE))
			fail_msg("%s", parts[i].program);
		cq__tree_release(&tree);
	}
	const cq_node column = { .op = CQ_OP_COLUMN, .ref = &users.columns[0] };
	expect_tree((const cq_node[]){ column, { .op = CQ_OP_EXTRACT, .count = 1, .flags = CQ_UNIT_EPOCH } }, 2, CQ_OK);
	expect_tree((const cq_node[]){ column, { .op = CQ_OP_EXTRACT, .count = 1, .flags = CQ_UNIT_COUNT_OF } }, 2, CQ_MISUSE);
	expect_tree((const cq_node[]){ { .op = CQ_OP_FRAME, .flags = CQ_FRAME_START * 5 } }, 1, CQ_MISUSE);
	expect_tree((const cq_node[]){ { .op = CQ_OP_FRAME, .flags = CQ_FRAME_KIND } }, 1, CQ_MISUSE);
	expect_tree((const cq_node[]){ { .op = CQ_OP_EXCLUDED } }, 1, CQ_MISUSE);
}

/* Every node inside a query that stands for itself belongs to that query, and the query to the one around it. */
static void queries_within_queries(void **state)
{
	(void)state;
	cq_statement s;
	cq__tree tree;
	write_program(&s, "WITH(totals, SUBQUERY(SELECT(users.id) FROM(users) UNION(SUBQUERY(SELECT(tags.note) FROM(tags))))) SELECT(posts.id) "
		"FROM(posts) JOIN(others, LATERAL(others, SUBQUERY(SELECT(boss.id) FROM(boss))), GT(posts.views, int))");
	assert_int_equal(cq__tree_init(&tree, s.nodes, s.node_count), CQ_OK);
	const uint32_t with = cq__query_clause(&tree, tree.root, CQ_OP_WITH);
	const uint32_t first = cq__query_inside(&tree, with);
	const uint32_t arm = cq__query_inside(&tree, cq__query_clause(&tree, first, CQ_OP_UNION));
	const uint32_t join = cq__query_clause(&tree, tree.root, CQ_OP_JOIN);
	const uint32_t lateral = cq__query_inside(&tree, cq__clause_source(&tree, join));
	const struct {
		const cq_column *column;
		uint32_t query;
	} columns[] = { { &users.columns[0], first }, { &tags.columns[2], arm }, { &posts.columns[0], tree.root }, { &boss.columns[0], lateral } };
	for (uint32_t node = 0; node < tree.count; node++) {
		for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
			if (tree.nodes[node].op == CQ_OP_COLUMN && tree.nodes[node].ref == columns[i].column)
				assert_int_equal(tree.query[node], columns[i].query);
		}
	}
	assert_int_equal(tree.query[first], tree.root);
	assert_int_equal(tree.query[arm], first);
	assert_int_equal(tree.query[lateral], tree.root);
	assert_int_equal(cq__first_condition(&tree, join), 1);
	assert_int_equal(cq__clause_source(&tree, cq__query_clause(&tree, tree.root, CQ_OP_FROM)), CQ__NO_NODE);
	assert_int_equal(cq__query_inside(&tree, join), CQ__NO_NODE);
	cq__tree_release(&tree);
}

static void nesting_has_an_end(void **state)
{
	(void)state;
	static cq_node nodes[CQ__TREE_DEEPEST + 1];
	nodes[0] = (cq_node){ .op = CQ_OP_COLUMN, .ref = &users.columns[4] };
	for (uint32_t i = 1; i <= CQ__TREE_DEEPEST; i++)
		nodes[i] = (cq_node){ .op = CQ_OP_NOT, .count = 1 };
	expect_tree(nodes, CQ__TREE_DEEPEST, CQ_OK);
	expect_tree(nodes, CQ__TREE_DEEPEST + 1, CQ_TOO_LARGE);
}

static void trees_need_memory(void **state)
{
	(void)state;
	cq_statement s;
	write_program(&s, "SELECT(users.id) FROM(users)");
	for (long n = 1; n <= 2; n++) {
		cq__alloc_fail_after(n);
		expect_tree(s.nodes, s.node_count, CQ_NO_MEMORY);
		cq__alloc_fail_after(0);
	}
}

static void what_vanishes(void **state)
{
	(void)state;
	static const struct {
		const char *expression;
		bool absent;
	} cases[] = {
		{ "~", true }, { "users.id", false }, { "EQ(users.id, ~)", true }, { "EQ(users.id, int)", false }, { "NOT(~)", true },
		{ "AND(~, ~)", true }, { "AND(~, users.is_active)", false }, { "OR(~)", true }, { "AND()", false }, { "ALL_OF()", false },
		{ "ANY_OF(~)", true }, { "IN(users.id, ~, int)", false }, { "IN(users.id, ~)", true }, { "IN(users.id)", false },
		{ "IN(~, int)", true }, { "BETWEEN(users.id, int, ~)", true }, { "COALESCE(~, int)", false }, { "COUNT(~)", true },
		{ "NOT(AND(~, NOT(~)))", true }, { "WHERE(~)", true }, { "WHERE(AND(~), users.is_active)", false }, { "GROUP_BY(~)", true },
		{ "ORDER_BY(DESC(~))", true }, { "LIMIT(~)", true }, { "SELECT(~)", false }, { "JOIN(users, ~)", false },
		{ "SET(users.age, ~)", true }, { "UPDATE(users, ~)", false }, { "RAW(TEXT '?', ~)", true }, { "AS('x', ~)", true },
		{ "CASE(CASE_WHEN(~, int), ELSE(int))", false }, { "CASE(CASE_WHEN(users.is_active, ~), ELSE(~))", true }, { "CASE(~)", true },
		{ "CASE()", false }, { "TUPLE(users.id, ~)", true }, { "FUNC(TEXT 'f', ~)", true }, { "JSON_OBJECT(text, ~)", true },
		{ "JSON_ARRAY(int, ~)", true }, { "FILTER(COUNT_ROWS, ~)", false }, { "FILTER(~, users.is_active)", true },
		{ "OVER(ROW_NUMBER, PARTITION_BY(~), ORDER_BY(~), FRAME([ROWS PRECEDING CURRENT_ROW] ~))", false },
		{ "OVER(SUM(~), PARTITION_BY(users.id))", true }, { "PARTITION_BY(~, users.id)", false }, { "PARTITION_BY(~)", true },
		{ "STRING_AGG(users.bio, text, ~)", false }, { "STRING_AGG(users.bio, ~)", true }, { "JSON_AGG(users.id, ORDER_BY(~))", false },
		{ "JSON_AGG(~)", true }, { "LAG(users.id, ~)", true }, { "NULLS_LAST(DESC(~))", true }, { "DISTINCT_ON(~)", true },
		{ "FULL_JOIN(users, ~)", false }, { "VALUES_AS(totals, TUPLE(~))", false }, { "FOR_UPDATE(TABLE(users), ~)", false },
		{ "CONFLICT_KEY(users.id, ~)", true }, { "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.id), ~)", false },
		{ "FROM(totals, VALUES_AS(totals, ~))", false }, { "COLLECT(Listed, SUBQUERY(SELECT(~)))", false },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		cq_statement s;
		cq__tree tree;
		cq_statement_init(&s, NULL);
		assert_int_equal(write_parts(&s, cases[i].expression), 1);
		assert_int_equal(cq__tree_init(&tree, s.nodes, s.node_count), CQ_OK);
		if (cq__absent(&tree, tree.root) != cases[i].absent)
			fail_msg("%s", cases[i].expression);
		for (uint32_t node = 0; cases[i].absent && node < tree.count; node++)
			assert_true(cq__absent(&tree, node));
		cq__tree_release(&tree);
	}
}

static void queries_and_their_clauses(void **state)
{
	(void)state;
	cq_statement s;
	cq__tree tree;
	write_program(&s, "SELECT(AS('n', users.id)) FROM(users) WHERE(EXISTS(SUBQUERY(SELECT_ALL(posts) FROM(posts) LIMIT(~))))");
	assert_int_equal(cq__tree_init(&tree, s.nodes, s.node_count), CQ_OK);
	const uint32_t where = cq__query_clause(&tree, tree.root, CQ_OP_WHERE);
	const uint32_t subquery = cq__operand(&tree, cq__operand(&tree, where, 0), 0);
	assert_int_equal(tree.nodes[subquery].op, CQ_OP_SUBQUERY);
	assert_int_equal(tree.query[subquery], tree.root);
	assert_int_equal(tree.parent[tree.root], CQ__NO_NODE);
	const uint32_t all = cq__query_items(&tree, subquery);
	assert_int_equal(tree.nodes[all].op, CQ_OP_SELECT_ALL);
	assert_int_equal(tree.query[all], subquery);
	assert_int_equal(cq__query_clause(&tree, subquery, CQ_OP_LIMIT), CQ__NO_NODE);
	assert_int_equal(cq__query_clause(&tree, tree.root, CQ_OP_HAVING), CQ__NO_NODE);
	assert_int_not_equal(cq__query_label(&tree, tree.root, "n"), CQ__NO_NODE);
	assert_int_equal(cq__query_label(&tree, tree.root, "m"), CQ__NO_NODE);
	assert_int_equal(cq__query_label(&tree, subquery, "n"), CQ__NO_NODE);
	cq__tree_release(&tree);
}

/* The parts of a text, each parameter in brackets. */
static void expect_parts(const char *text, char mark, const char *parts)
{
	char out[200];
	size_t length = 0;
	cq__raw_part part;
	while (cq__raw_next(&text, mark, &part))
		length += (size_t)snprintf(out + length, sizeof out - length, part.parameter ? "[%.*s]" : "%.*s", (int)part.length, part.text);
	out[length] = '\0';
	assert_string_equal(out, parts);
}

static void parameters_of_raw_texts(void **state)
{
	(void)state;
	expect_parts("", '?', "");
	expect_parts("substr(?, ?)", '?', "substr([?], [?])");
	expect_parts("a ?? b and ?", '?', "a ? b and [?]");
	expect_parts("'?' \"?\" `?` -- ?\n?", '?', "'?' \"?\" `?` -- ?\n[?]");
	expect_parts("'it''s ?' ?", '?', "'it''s ?' [?]");
	expect_parts("/* ? /* ? */ ? */ ?", '?', "/* ? /* ? */ ? */ [?]");
	expect_parts("$$ ? $$ $tag$ ? $$ ? $tag$ ?", '?', "$$ ? $$ $tag$ ? $$ ? $tag$ [?]");
	expect_parts("E'\\'?' ?", '?', "E'\\'?' [?]");
	expect_parts("'\\' ?", '?', "'\\' [?]");
	expect_parts("where a = :a and b=:b2_", ':', "where a = [a] and b=[b2_]");
	expect_parts(":a::int", ':', "[a]::int");
	expect_parts("x::text := ':q' \":q\" a[1:n]", ':', "x::text := ':q' \":q\" a[1:n]");
	expect_parts("'unclosed :a", ':', "'unclosed :a");
	expect_parts("? :a", ':', "? [a]");
	assert_int_equal(cq__raw_count("? '?' ?? ?"), 2);
}

int main(void)
{
	place_columns();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_statement_outgrows_itself),
		cmocka_unit_test(a_statement_without_memory_says_so),
		cmocka_unit_test(conditions_are_values),
		cmocka_unit_test(a_condition_of_nothing_is_absent),
		cmocka_unit_test(conditions_that_cannot_be),
		cmocka_unit_test(programs_that_are_not_well_formed),
		cmocka_unit_test(parts_that_do_not_fit),
		cmocka_unit_test(queries_within_queries),
		cmocka_unit_test(nesting_has_an_end),
		cmocka_unit_test(trees_need_memory),
		cmocka_unit_test(what_vanishes),
		cmocka_unit_test(queries_and_their_clauses),
		cmocka_unit_test(parameters_of_raw_texts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
