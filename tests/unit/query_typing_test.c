/* query_typing_test.c: what expressions yield, what values are meant for, and which families fit.
 *
 * It knows nothing of rules: programs that break them are typed all the same.
 */
#include "query_language.h"

#include "base/alloc.h"
#include "query/typing.h"

static struct typed_case {
	const char *expression;
	cq_type type;
	unsigned nullable; /* CQ__NULLABLE_… */
	bool aggregate;
	const char *column; /* passed on, or NULL */
} const cases[] = {
	{ "users.id", CQ_TYPE_BIGINT, 0, false, "id" },
	{ "users.bio", CQ_TYPE_TEXT, CQ__NULLABLE_ITSELF, false, "bio" },
	{ "posts.title", CQ_TYPE_VARCHAR, CQ__NULLABLE_OUTER, false, "title" },
	{ "int", CQ_TYPE_INTEGER, 0, false, NULL },
	{ "bigint?", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF, false, NULL },
	{ "text?", CQ_TYPE_TEXT, 0, false, NULL },
	{ "NULL_TEXT", CQ_TYPE_TEXT, CQ__NULLABLE_ITSELF, false, NULL },
	{ "NULL", CQ_TYPE_NONE, CQ__NULLABLE_ITSELF, false, NULL },
	{ "ALL(users)", CQ_TYPE_OBJECT, 0, false, NULL },
	{ "ALL(posts)", CQ_TYPE_OBJECT, CQ__NULLABLE_OUTER, false, NULL },
	{ "EQ(users.id, int)", CQ_TYPE_BOOLEAN, 0, false, NULL },
	{ "EQ(users.boss_id, posts.id)", CQ_TYPE_BOOLEAN, CQ__NULLABLE_ITSELF | CQ__NULLABLE_OUTER, false, NULL },
	{ "IS_NULL(users.bio)", CQ_TYPE_BOOLEAN, 0, false, NULL },
	{ "NOT(IS_NOT_NULL(posts.id))", CQ_TYPE_BOOLEAN, 0, false, NULL },
	{ "ADD(users.age, int)", CQ_TYPE_INTEGER, 0, false, NULL },
	{ "ADD(users.age, users.id)", CQ_TYPE_BIGINT, 0, false, NULL },
	{ "SUB(users.age, bigint)", CQ_TYPE_BIGINT, 0, false, NULL },
	{ "DIV(users.age, int)", CQ_TYPE_INTEGER, 0, false, NULL },
	{ "MUL(users.salary, int)", CQ_TYPE_DECIMAL, CQ__NULLABLE_ITSELF, false, NULL },
	{ "ADD(users.salary, users.rating)", CQ_TYPE_DOUBLE, CQ__NULLABLE_ITSELF, false, NULL },
	{ "MOD(users.age, double)", CQ_TYPE_DOUBLE, 0, false, NULL },
	{ "NEG(users.age)", CQ_TYPE_INTEGER, 0, false, NULL },
	{ "CONCAT(users.username, users.bio)", CQ_TYPE_TEXT, CQ__NULLABLE_ITSELF, false, NULL },
	{ "LOWER(posts.title)", CQ_TYPE_TEXT, CQ__NULLABLE_OUTER, false, NULL },
	{ "LENGTH(users.username)", CQ_TYPE_INTEGER, 0, false, NULL },
	{ "COALESCE(users.bio, text)", CQ_TYPE_TEXT, 0, false, "bio" },
	{ "COALESCE(bigint?, users.boss_id)", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF, false, "boss_id" },
	{ "COALESCE(users.age, users.id)", CQ_TYPE_BIGINT, 0, false, "age" },
	{ "ADD(int, int)", CQ_TYPE_INTEGER, 0, false, NULL },
	{ "ADD(posts.views, int)", CQ_TYPE_SMALLINT, CQ__NULLABLE_OUTER, false, NULL },
	{ "COALESCE(posts.id, users.boss_id)", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF | CQ__NULLABLE_OUTER, false, "id" },
	{ "COALESCE(posts.id, ~, int)", CQ_TYPE_BIGINT, 0, false, "id" },
	{ "COUNT_ROWS", CQ_TYPE_BIGINT, 0, true, NULL },
	{ "COUNT(posts.id)", CQ_TYPE_BIGINT, 0, true, NULL },
	{ "COUNT_DISTINCT(users.bio)", CQ_TYPE_BIGINT, 0, true, NULL },
	{ "SUM(users.age)", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF, true, NULL },
	{ "SUM(users.rating)", CQ_TYPE_DOUBLE, CQ__NULLABLE_ITSELF, true, NULL },
	{ "SUM(users.salary)", CQ_TYPE_DECIMAL, CQ__NULLABLE_ITSELF, true, NULL },
	{ "AVG(users.salary)", CQ_TYPE_DOUBLE, CQ__NULLABLE_ITSELF, true, NULL },
	{ "MAX(users.mood)", CQ_TYPE_ENUM, CQ__NULLABLE_ITSELF, true, "mood" },
	{ "MIN(users.username)", CQ_TYPE_VARCHAR, CQ__NULLABLE_ITSELF, true, "username" },
	{ "ADD(COUNT_ROWS, int)", CQ_TYPE_BIGINT, 0, true, NULL },
	{ "COALESCE(SUM(users.age), int)", CQ_TYPE_BIGINT, 0, true, NULL },
	{ "AS('n', users.mood)", CQ_TYPE_ENUM, CQ__NULLABLE_ITSELF, false, "mood" },
	{ "RAW(DATE 'current_date')", CQ_TYPE_DATE, 0, false, NULL },
	{ "RAW(TEXT 'upper(?)', posts.title)", CQ_TYPE_TEXT, CQ__NULLABLE_OUTER, false, NULL },
	{ "SUBQUERY(SELECT(COUNT(tags.word)) FROM(tags))", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF, false, NULL },
	{ "IN_QUERY(users.id, SUBQUERY(SELECT(tags.post_id) FROM(tags)))", CQ_TYPE_BOOLEAN, CQ__NULLABLE_ITSELF, false, NULL },
	{ "EXISTS(SUBQUERY(SELECT(MAX(tags.word)) FROM(tags)))", CQ_TYPE_BOOLEAN, 0, false, NULL },
};

/* The typing of SELECT(<expression>) FROM(users) LEFT_JOIN(posts, …), and the node of the expression. */
static uint32_t type_item(const char *expression, cq_statement *s, cq__tree *tree, cq__typing *typing)
{
	char program[300];
	snprintf(program, sizeof program, "SELECT(%s) FROM(users) LEFT_JOIN(posts, EQ(posts.author_id, users.id))", expression);
	write_program(s, program);
	assert_int_equal(cq__tree_init(tree, cq_statement_nodes(s), s->node_count), CQ_OK);
	assert_int_equal(cq__typing_init(typing, tree, s->value_count), CQ_OK);
	return cq__operand(tree, cq__query_items(tree, tree->root), 0);
}

static void what_expressions_yield(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct typed_case *const expected = &cases[i];
		cq_statement s;
		cq__tree tree;
		cq__typing typing;
		const uint32_t item = type_item(expected->expression, &s, &tree, &typing);
		const cq__typed got = typing.node[item];
		if (got.type != expected->type || got.nullable != expected->nullable || got.aggregate != expected->aggregate)
			fail_msg("%s: %s, nullable %u, aggregate %u", expected->expression, cq_type_name((cq_type)got.type), got.nullable, got.aggregate);
		assert_string_equal(got.column != NULL ? got.column->name : "", expected->column != NULL ? expected->column : "");
		cq__typing_release(&typing);
		cq__tree_release(&tree);
	}
}

static void scales_of_decimals(void **state)
{
	(void)state;
	static const struct {
		const char *expression;
		unsigned scale;
	} scales[] = {
		{ "users.salary", 2 }, { "SUM(users.salary)", 2 }, { "MUL(users.salary, users.salary)", 4 }, { "ADD(users.salary, int)", 2 },
		{ "COALESCE(users.salary, int)", 2 }, { "users.age", 0 },
	};
	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
		cq_statement s;
		cq__tree tree;
		cq__typing typing;
		const uint32_t item = type_item(scales[i].expression, &s, &tree, &typing);
		if (typing.node[item].scale != scales[i].scale)
			fail_msg("%s: %u", scales[i].expression, typing.node[item].scale);
		cq__typing_release(&typing);
		cq__tree_release(&tree);
	}
}

/* Which types of columns each kind of operand fits. */
static void what_fits_what(void **state)
{
	(void)state;
	static const struct {
		const char *operand;
		const char *types;
	} fits[] = {
		{ "int", "BOOLEAN SMALLINT INTEGER BIGINT REAL DOUBLE DECIMAL ENUM" },
		{ "bigint", "SMALLINT INTEGER BIGINT REAL DOUBLE DECIMAL" },
		{ "double", "REAL DOUBLE" },
		{ "decimal", "DECIMAL" },
		{ "text", "TEXT VARCHAR CHAR JSON" },
		{ "boolean", "BOOLEAN" },
		{ "bytes", "BYTES" },
		{ "timestamp", "TIMESTAMP" },
		{ "date", "DATE" },
		{ "uuid", "UUID" },
		{ "interval", "INTERVAL" },
		{ "users.age", "SMALLINT INTEGER BIGINT" },
		{ "users.salary", "DECIMAL" },
		{ "users.settings", "JSON" },
		{ "users.mood", "ENUM" },
		{ "users.bio", "TEXT VARCHAR CHAR" },
		{ "AS('n', int)", "BOOLEAN SMALLINT INTEGER BIGINT REAL DOUBLE DECIMAL ENUM" },
		{ "ALL(users)", "" },
		{ "bigint[]", "SMALLINT INTEGER BIGINT" },
		{ "integer[]", "SMALLINT INTEGER BIGINT ENUM" },
		{ "text[]", "TEXT VARCHAR CHAR JSON" },
		{ "NULL", "" },
		{ "NULL_DATE", "DATE" },
	};
	for (size_t i = 0; i < sizeof fits / sizeof *fits; i++) {
		cq_statement s;
		cq__tree tree;
		cq__typing typing;
		char types[200] = "";
		const uint32_t item = type_item(fits[i].operand, &s, &tree, &typing);
		for (int type = CQ_TYPE_BOOLEAN; type <= CQ_TYPE_ENUM; type++) {
			if ((cq__node_families(&tree, &typing, item) & cq__type_families((cq_type)type)) == 0)
				continue;
			const size_t length = strlen(types);
			snprintf(types + length, sizeof types - length, "%s%s", length != 0 ? " " : "", cq_type_name((cq_type)type));
		}
		if (strcmp(types, fits[i].types) != 0)
			fail_msg("%s fits %s", fits[i].operand, types);
		cq__typing_release(&typing);
		cq__tree_release(&tree);
	}
}

static void what_values_are_meant_for(void **state)
{
	(void)state;
	static const struct {
		const char *program; /* its first value is looked at */
		cq_type type;
		cq__use use;
		const char *column;
	} values[] = {
		{ "SELECT(users.id) FROM(users) WHERE(EQ(users.age, int))", CQ_TYPE_INTEGER, CQ__USE_PLAIN, "age" },
		{ "SELECT(users.id) FROM(users) WHERE(EQ(int, users.salary))", CQ_TYPE_DECIMAL, CQ__USE_PLAIN, "salary" },
		{ "SELECT(users.id) FROM(users) WHERE(EQ(int, int))", CQ_TYPE_NONE, CQ__USE_PLAIN, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(BETWEEN(int, users.age, int))", CQ_TYPE_INTEGER, CQ__USE_PLAIN, "age" },
		{ "SELECT(users.id) FROM(users) WHERE(IN(users.mood, int))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(users.id) FROM(users) WHERE(IN_ARRAY(users.id, bigint[]))", CQ_TYPE_BIGINT, CQ__USE_PLAIN, "id" },
		{ "SELECT(users.id) FROM(users) WHERE(EQ(COUNT(users.id), int))", CQ_TYPE_BIGINT, CQ__USE_PLAIN, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(EQ(users.mood, COALESCE(users.mood, int)))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(users.id) FROM(users) WHERE(EQ(users.mood, COALESCE(int, int)))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(users.id) FROM(users) WHERE(LIKE(users.bio, text))", CQ_TYPE_TEXT, CQ__USE_PLAIN, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(STARTS_WITH(users.bio, text))", CQ_TYPE_TEXT, CQ__USE_PREFIX, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(ENDS_WITH(users.bio, text))", CQ_TYPE_TEXT, CQ__USE_SUFFIX, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(CONTAINS(users.bio, text))", CQ_TYPE_TEXT, CQ__USE_INFIX, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(CONTAINS(text, users.bio))", CQ_TYPE_TEXT, CQ__USE_PLAIN, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(int)", CQ_TYPE_BOOLEAN, CQ__USE_PLAIN, NULL },
		{ "SELECT(users.id) FROM(users) LIMIT(int)", CQ_TYPE_BIGINT, CQ__USE_LIMIT, NULL },
		{ "SELECT(int)", CQ_TYPE_NONE, CQ__USE_PLAIN, NULL },
		{ "SELECT_ROW(Counted, text, int) FROM(users)", CQ_TYPE_TEXT, CQ__USE_PLAIN, NULL },
		{ "UPDATE(users, SET(users.salary, int)) ALL_ROWS", CQ_TYPE_DECIMAL, CQ__USE_ASSIGN, "salary" },
		{ "UPDATE(users, SET(users.mood, COALESCE(int, int))) ALL_ROWS", CQ_TYPE_ENUM, CQ__USE_ASSIGN, "mood" },
		{ "INSERT_INTO(users, ROWS(users, object[]))", CQ_TYPE_OBJECT, CQ__USE_PLAIN, NULL },
	};
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		cq_statement s;
		cq__tree tree;
		cq__typing typing;
		write_program(&s, values[i].program);
		assert_int_equal(cq__tree_init(&tree, s.nodes, s.node_count), CQ_OK);
		assert_int_equal(cq__typing_init(&typing, &tree, s.value_count), CQ_OK);
		const cq__meant *const meant = &typing.value[0];
		if (meant->type != values[i].type || meant->use != values[i].use)
			fail_msg("%s: %s, use %u", values[i].program, cq_type_name((cq_type)meant->type), meant->use);
		assert_string_equal(meant->column != NULL ? meant->column->name : "", values[i].column != NULL ? values[i].column : "");
		cq__typing_release(&typing);
		cq__tree_release(&tree);
	}
}

static void labels_and_providers(void **state)
{
	(void)state;
	cq_statement s;
	cq__tree tree;
	cq__typing typing;
	write_program(&s, "SELECT(AS('n', COUNT(posts.id))) FROM(posts) WHERE(EXISTS(SUBQUERY(SELECT(posts.id) FROM(users)))) ORDER_BY(LABEL('n'))");
	assert_int_equal(cq__tree_init(&tree, s.nodes, s.node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, s.value_count), CQ_OK);
	const uint32_t order = cq__query_clause(&tree, tree.root, CQ_OP_ORDER_BY);
	const cq__typed *const label = &typing.node[cq__operand(&tree, order, 0)];
	assert_int_equal(label->type, CQ_TYPE_BIGINT);
	assert_int_equal(label->aggregate, 1);
	const uint32_t where = cq__query_clause(&tree, tree.root, CQ_OP_WHERE);
	const uint32_t subquery = cq__operand(&tree, cq__operand(&tree, where, 0), 0);
	const uint32_t inner = cq__operand(&tree, cq__query_items(&tree, subquery), 0);
	uint32_t clause;
	assert_int_equal(cq__table_provider(&tree, inner, &posts.table, &clause), tree.root);
	assert_int_equal(clause, cq__query_clause(&tree, tree.root, CQ_OP_FROM));
	assert_int_equal(cq__table_provider(&tree, inner, &users_elsewhere.table, &clause), subquery);
	assert_int_equal(cq__table_provider(&tree, inner, &boss.table, &clause), CQ__NO_NODE);
	cq__typing_release(&typing);
	cq__tree_release(&tree);
}

static void typing_can_fail(void **state)
{
	(void)state;
	cq_statement s;
	cq__tree tree;
	cq__typing typing;
	write_program(&s, "SELECT(users.id) FROM(users) WHERE(EQ(users.age, int))");
	assert_int_equal(cq__tree_init(&tree, s.nodes, s.node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, 2), CQ_MISUSE);
	for (long n = 1; n <= 3; n++) {
		cq__alloc_fail_after(n);
		assert_int_equal(cq__typing_init(&typing, &tree, 1), CQ_NO_MEMORY);
		cq__alloc_fail_after(0);
		assert_null(typing.node);
	}
	assert_int_equal(cq__typing_init(&typing, &tree, 1), CQ_OK);
	cq__typing_release(&typing);
	cq__tree_release(&tree);
}

int main(void)
{
	place_columns();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_expressions_yield),
		cmocka_unit_test(scales_of_decimals),
		cmocka_unit_test(what_fits_what),
		cmocka_unit_test(what_values_are_meant_for),
		cmocka_unit_test(labels_and_providers),
		cmocka_unit_test(typing_can_fail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
