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
	{ "IS_DISTINCT(users.bio, NULL)", CQ_TYPE_BOOLEAN, 0, false, NULL },
	{ "IS_NOT_DISTINCT(posts.id, users.id)", CQ_TYPE_BOOLEAN, 0, false, NULL },
	{ "ALONG(posts.author_id)", CQ_TYPE_BOOLEAN, CQ__NULLABLE_OUTER, false, NULL },
	{ "TUPLE(users.id, users.bio)", CQ_TYPE_NONE, CQ__NULLABLE_ITSELF, false, NULL },
	{ "CASE(CASE_WHEN(users.is_active, users.mood), ELSE(int))", CQ_TYPE_ENUM, CQ__NULLABLE_ITSELF, false, "mood" },
	{ "CASE(CASE_WHEN(users.is_active, int), ELSE(users.id))", CQ_TYPE_BIGINT, 0, false, "id" },
	{ "CASE(CASE_WHEN(IS_NULL(users.bio), int), CASE_WHEN(users.is_active, int))", CQ_TYPE_INTEGER, CQ__NULLABLE_ITSELF, false, NULL },
	{ "CASE(CASE_WHEN(EQ(users.bio, text), users.age), ELSE(users.id))", CQ_TYPE_BIGINT, 0, false, "age" },
	{ "CASE(CASE_WHEN(users.is_active, posts.views), ELSE(COUNT_ROWS))", CQ_TYPE_BIGINT, CQ__NULLABLE_OUTER, true, "views" },
	{ "CASE(CASE_WHEN(EQ(COUNT_ROWS, int), users.age), ELSE(int))", CQ_TYPE_INTEGER, 0, true, "age" },
	{ "CASE(~, ELSE(users.age))", CQ_TYPE_INTEGER, 0, false, "age" },
	{ "CASE(CASE_WHEN(~, users.bio), CASE_WHEN(users.is_active, users.username), ~)", CQ_TYPE_VARCHAR, CQ__NULLABLE_ITSELF, false, "username" },
	{ "CAST(BIGINT users.bio)", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF, false, NULL },
	{ "CAST(TEXT posts.id)", CQ_TYPE_TEXT, CQ__NULLABLE_OUTER, false, NULL },
	{ "CAST(TEXT COUNT_ROWS)", CQ_TYPE_TEXT, 0, true, NULL },
	{ "CAST(ENUM users.mood)", CQ_TYPE_ENUM, CQ__NULLABLE_ITSELF, false, "mood" },
	{ "NULLIF(users.username, text)", CQ_TYPE_VARCHAR, CQ__NULLABLE_ITSELF, false, "username" },
	{ "NULLIF(posts.id, int)", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF | CQ__NULLABLE_OUTER, false, "id" },
	{ "ABS(posts.views)", CQ_TYPE_SMALLINT, CQ__NULLABLE_OUTER, false, NULL },
	{ "ROUND(users.salary, int)", CQ_TYPE_DECIMAL, CQ__NULLABLE_ITSELF, false, NULL },
	{ "CEIL(users.rating)", CQ_TYPE_DOUBLE, CQ__NULLABLE_ITSELF, false, NULL },
	{ "POWER(users.age, int)", CQ_TYPE_DOUBLE, 0, false, NULL },
	{ "TRIM(users.username)", CQ_TYPE_TEXT, 0, false, NULL },
	{ "SUBSTR(users.bio, int, int)", CQ_TYPE_TEXT, CQ__NULLABLE_ITSELF, false, NULL },
	{ "REPLACE(users.username, text, text)", CQ_TYPE_TEXT, 0, false, NULL },
	{ "POSITION(text, posts.title)", CQ_TYPE_INTEGER, CQ__NULLABLE_OUTER, false, NULL },
	{ "NOW(TIMESTAMP)", CQ_TYPE_TIMESTAMP, 0, false, NULL },
	{ "NOW(DATE)", CQ_TYPE_DATE, 0, false, NULL },
	{ "DATE_TRUNC([MONTH] users.created_at)", CQ_TYPE_TIMESTAMP, 0, false, NULL },
	{ "DATE_TRUNC([MONTH] date)", CQ_TYPE_DATE, 0, false, NULL },
	{ "DATE_TRUNC([MONTH] users.age)", CQ_TYPE_NONE, 0, false, NULL },
	{ "EXTRACT([YEAR] posts.created_at)", CQ_TYPE_INTEGER, CQ__NULLABLE_OUTER, false, NULL },
	{ "EXTRACT([EPOCH] users.created_at)", CQ_TYPE_BIGINT, 0, false, NULL },
	{ "DATE_ADD([DAY] users.created_at, users.boss_id)", CQ_TYPE_TIMESTAMP, CQ__NULLABLE_ITSELF, false, NULL },
	{ "DATE_DIFF([DAY] users.created_at, posts.created_at)", CQ_TYPE_BIGINT, CQ__NULLABLE_OUTER, false, NULL },
	{ "INTERVAL_ADD(users.created_at, interval)", CQ_TYPE_TIMESTAMP, 0, false, NULL },
	{ "FUNC(TEXT 'initcap', posts.title)", CQ_TYPE_TEXT, CQ__NULLABLE_OUTER, false, NULL },
	{ "FUNC(TEXT [NULLABLE] 'nothing')", CQ_TYPE_TEXT, CQ__NULLABLE_ITSELF, false, NULL },
	{ "JSON_GET(users.settings, text)", CQ_TYPE_JSON, CQ__NULLABLE_ITSELF, false, NULL },
	{ "JSON_TEXT(json, text, int)", CQ_TYPE_TEXT, CQ__NULLABLE_ITSELF, false, NULL },
	{ "JSON_LENGTH(json)", CQ_TYPE_INTEGER, CQ__NULLABLE_ITSELF, false, NULL },
	{ "JSON_OBJECT(text, users.bio)", CQ_TYPE_JSON, 0, false, NULL },
	{ "JSON_ARRAY(posts.id, COUNT_ROWS)", CQ_TYPE_JSON, 0, true, NULL },
	{ "JSON_AGG(posts.id, ORDER_BY(posts.title))", CQ_TYPE_JSON, CQ__NULLABLE_ITSELF, true, NULL },
	{ "STRING_AGG(users.username, text, ~)", CQ_TYPE_TEXT, CQ__NULLABLE_ITSELF, true, NULL },
	{ "FILTER(COUNT_ROWS, EQ(users.bio, text))", CQ_TYPE_BIGINT, 0, true, NULL },
	{ "FILTER(MAX(users.mood), ~)", CQ_TYPE_ENUM, CQ__NULLABLE_ITSELF, true, "mood" },
	{ "EXCLUDED(users.bio)", CQ_TYPE_TEXT, CQ__NULLABLE_ITSELF, false, "bio" },
	{ "OVER(SUM(users.age), PARTITION_BY(users.bio))", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF, false, NULL },
	{ "OVER(SUM(COUNT(users.age)), ORDER_BY(users.bio))", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF, true, NULL },
	{ "OVER(FILTER(COUNT_ROWS, users.is_active))", CQ_TYPE_BIGINT, 0, false, NULL },
	{ "OVER(FILTER(SUM(MAX(users.age)), users.is_active), ~)", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF, true, NULL },
	{ "OVER(ROW_NUMBER, ORDER_BY(COUNT_ROWS))", CQ_TYPE_BIGINT, 0, true, NULL },
	{ "OVER(NTILE(int), ORDER_BY(users.bio))", CQ_TYPE_BIGINT, 0, false, NULL },
	{ "OVER(NTILE(integer?), ORDER_BY(users.bio))", CQ_TYPE_BIGINT, CQ__NULLABLE_ITSELF, false, NULL },
	{ "OVER(LAG(users.age, integer?, int))", CQ_TYPE_INTEGER, CQ__NULLABLE_ITSELF, false, "age" },
	{ "OVER(PERCENT_RANK)", CQ_TYPE_DOUBLE, 0, false, NULL },
	{ "OVER(LAG(users.age))", CQ_TYPE_INTEGER, CQ__NULLABLE_ITSELF, false, "age" },
	{ "OVER(LAG(users.age, int, int))", CQ_TYPE_INTEGER, 0, false, "age" },
	{ "OVER(LEAD(users.mood, int, int))", CQ_TYPE_ENUM, CQ__NULLABLE_ITSELF, false, "mood" },
	{ "OVER(LEAD(users.age, int, NULL))", CQ_TYPE_INTEGER, CQ__NULLABLE_ITSELF, false, "age" },
	{ "OVER(FIRST_VALUE(users.age))", CQ_TYPE_INTEGER, CQ__NULLABLE_ITSELF, false, "age" },
	{ "OVER(NTH_VALUE(users.age, int), FRAME([ROWS PRECEDING CURRENT_ROW] int))", CQ_TYPE_INTEGER, CQ__NULLABLE_ITSELF, false, "age" },
	{ "COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, tags.word) FROM(tags)))", CQ_TYPE_LIST, 0, false, NULL },
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
		{ "COALESCE(users.salary, int)", 2 }, { "users.age", 0 }, { "CAST(DECIMAL [SCALE_4] users.salary)", 4 },
		{ "ROUND(users.salary)", 2 }, { "FLOOR(users.salary)", 0 }, { "totals.price", 3 }, { "others.price", 3 },
		{ "CASE(CASE_WHEN(users.is_active, users.salary), ELSE(totals.price))", 3 },
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

static void what_holds_a_window(void **state)
{
	(void)state;
	static const struct {
		const char *expression;
		bool window;
	} windows[] = {
		{ "OVER(ROW_NUMBER)", true }, { "ADD(OVER(ROW_NUMBER), int)", true }, { "COALESCE(OVER(LAG(users.bio)), text)", true },
		{ "CASE(CASE_WHEN(EQ(OVER(RANK), int), int))", true }, { "AS('n', OVER(COUNT_ROWS))", true }, { "SUM(OVER(COUNT_ROWS))", true },
		{ "SUM(users.age)", false }, { "SUBQUERY(SELECT(OVER(ROW_NUMBER)) FROM(tags))", false },
	};
	for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
		cq_statement s;
		cq__tree tree;
		cq__typing typing;
		const uint32_t item = type_item(windows[i].expression, &s, &tree, &typing);
		if (typing.node[item].window != windows[i].window)
			fail_msg("%s", windows[i].expression);
		cq__typing_release(&typing);
		cq__tree_release(&tree);
	}
}

/* What the first two columns of a query are, over all of its arms. */
static void what_queries_give(void **state)
{
	(void)state;
	static const struct {
		const char *program;
		uint32_t count;
		cq_type type[2];
		unsigned nullable[2];
	} queries[] = {
		{ "SELECT(users.id, users.bio) FROM(users)", 2, { CQ_TYPE_BIGINT, CQ_TYPE_TEXT }, { 0, CQ__NULLABLE_ITSELF } },
		{ "SELECT(~, users.id) FROM(users)", 1, { CQ_TYPE_BIGINT, CQ_TYPE_NONE }, { 0, 0 } },
		{ "SELECT_ALL(totals) FROM(totals)", 3, { CQ_TYPE_TEXT, CQ_TYPE_BIGINT }, { 0, CQ__NULLABLE_ITSELF } },
		{ "SELECT(users.age, ALL(posts)) FROM(users) LEFT_JOIN(posts, ALONG(posts.author_id))", 6,
		  { CQ_TYPE_INTEGER, CQ_TYPE_BIGINT }, { 0, CQ__NULLABLE_OUTER } },
		{ "SELECT(users.age, int) FROM(users) UNION(SUBQUERY(SELECT(users.id, NULL) FROM(users)))", 2,
		  { CQ_TYPE_BIGINT, CQ_TYPE_INTEGER }, { 0, CQ__NULLABLE_ITSELF } },
		{ "SELECT(int, NULL) UNION(SUBQUERY(SELECT(users.mood, users.username) FROM(users)))", 2,
		  { CQ_TYPE_ENUM, CQ_TYPE_VARCHAR }, { CQ__NULLABLE_ITSELF, CQ__NULLABLE_ITSELF } },
		{ "SELECT(users.age, users.bio) FROM(users) EXCEPT(SUBQUERY(SELECT(users.boss_id, text) FROM(users)))", 2,
		  { CQ_TYPE_INTEGER, CQ_TYPE_TEXT }, { 0, CQ__NULLABLE_ITSELF } },
		{ "SELECT_ALL(totals) FROM(totals) UNION_ALL(SUBQUERY(SELECT(users.bio, int, users.salary) FROM(users)))", 3,
		  { CQ_TYPE_TEXT, CQ_TYPE_BIGINT }, { CQ__NULLABLE_ITSELF, CQ__NULLABLE_ITSELF } },
		{ "UPDATE(users, SET(users.age, int)) ALL_ROWS RETURNING(users.id)", 1, { CQ_TYPE_BIGINT, CQ_TYPE_NONE }, { 0, 0 } },
		{ "UPDATE(users, SET(users.age, int)) ALL_ROWS", 0, { CQ_TYPE_NONE, CQ_TYPE_NONE }, { 0, 0 } },
	};
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		cq_statement s;
		cq__tree tree;
		cq__typing typing;
		write_program(&s, queries[i].program);
		assert_int_equal(cq__tree_init(&tree, s.nodes, s.node_count), CQ_OK);
		assert_int_equal(cq__typing_init(&typing, &tree, s.value_count), CQ_OK);
		assert_int_equal(cq__query_column_count(&tree, tree.root), queries[i].count);
		for (uint32_t k = 0; k < 2; k++) {
			const cq__typed column = cq__query_column(&tree, &typing, tree.root, k);
			if (column.type != queries[i].type[k] || column.nullable != queries[i].nullable[k])
				fail_msg("%s: column %u: %s, nullable %u", queries[i].program, k, cq_type_name((cq_type)column.type), column.nullable);
		}
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
		{ "CASE(CASE_WHEN(users.is_active, int), ELSE(NULL))", "BOOLEAN SMALLINT INTEGER BIGINT REAL DOUBLE DECIMAL ENUM" },
		{ "CASE(CASE_WHEN(users.is_active, int), ELSE(decimal))", "DECIMAL" },
		{ "CASE(CASE_WHEN(users.is_active, int), ELSE(users.age))", "SMALLINT INTEGER BIGINT" },
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
		{ "SELECT(CASE(CASE_WHEN(users.is_active, int), ELSE(users.mood))) FROM(users)", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(CASE(CASE_WHEN(users.is_active, users.mood), ELSE(int))) FROM(users)", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(users.id) FROM(users) WHERE(EQ(users.mood, CASE(CASE_WHEN(users.is_active, int), ELSE(int))))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(users.id) FROM(users) WHERE(EQ(int, CASE(CASE_WHEN(users.is_active, users.mood))))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "UPDATE(users, SET(users.salary, CASE(CASE_WHEN(users.is_active, int)))) ALL_ROWS", CQ_TYPE_DECIMAL, CQ__USE_ASSIGN, "salary" },
		{ "SELECT(CASE(CASE_WHEN(boolean, users.id))) FROM(users)", CQ_TYPE_BOOLEAN, CQ__USE_PLAIN, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(IS_NOT_DISTINCT(users.mood, int))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(NULLIF(users.mood, int)) FROM(users)", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(CAST(TEXT int)) FROM(users)", CQ_TYPE_NONE, CQ__USE_PLAIN, NULL },
		{ "SELECT(SUBSTR(users.bio, bigint)) FROM(users)", CQ_TYPE_INTEGER, CQ__USE_PLAIN, NULL },
		{ "SELECT(REPLACE(users.bio, text, text)) FROM(users)", CQ_TYPE_TEXT, CQ__USE_PLAIN, NULL },
		{ "SELECT(ROUND(users.rating, int)) FROM(users)", CQ_TYPE_INTEGER, CQ__USE_PLAIN, NULL },
		{ "SELECT(DATE_ADD([DAY] users.created_at, bigint)) FROM(users)", CQ_TYPE_INTEGER, CQ__USE_PLAIN, NULL },
		{ "SELECT(INTERVAL_ADD(users.created_at, interval)) FROM(users)", CQ_TYPE_INTERVAL, CQ__USE_PLAIN, NULL },
		{ "SELECT(JSON_GET(users.settings, text)) FROM(users)", CQ_TYPE_TEXT, CQ__USE_PLAIN, NULL },
		{ "SELECT(JSON_TEXT(users.settings, bigint)) FROM(users)", CQ_TYPE_INTEGER, CQ__USE_PLAIN, NULL },
		{ "SELECT(JSON_LENGTH(text)) FROM(users)", CQ_TYPE_JSON, CQ__USE_PLAIN, NULL },
		{ "SELECT(JSON_OBJECT(text, users.id)) FROM(users)", CQ_TYPE_TEXT, CQ__USE_PLAIN, NULL },
		{ "SELECT(STRING_AGG(users.bio, text)) FROM(users)", CQ_TYPE_TEXT, CQ__USE_PLAIN, NULL },
		{ "SELECT(OVER(LAG(users.mood, NULL, int))) FROM(users)", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(users.id) FROM(users) WHERE(STARTS_WITH(users.bio, COALESCE(text?, text)))", CQ_TYPE_TEXT, CQ__USE_PLAIN, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(ENDS_WITH(users.bio, CASE(CASE_WHEN(users.is_active, text))))", CQ_TYPE_TEXT, CQ__USE_PLAIN, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(CONTAINS(users.bio, SUBQUERY(SELECT(text))))", CQ_TYPE_TEXT, CQ__USE_PLAIN, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(STARTS_WITH(users.bio, CASE(~, ELSE(COALESCE(~, text)))))", CQ_TYPE_TEXT, CQ__USE_PREFIX, NULL },
		{ "SELECT_ROW(Counted, ~, users.username, int) FROM(users)", CQ_TYPE_BIGINT, CQ__USE_PLAIN, NULL },
		{ "SELECT(OVER(NTILE(bigint))) FROM(users)", CQ_TYPE_INTEGER, CQ__USE_PLAIN, NULL },
		{ "SELECT(OVER(COUNT_ROWS, FRAME([ROWS PRECEDING CURRENT_ROW] int))) FROM(users)", CQ_TYPE_BIGINT, CQ__USE_PLAIN, NULL },
		{ "SELECT(OVER(COUNT_ROWS, ORDER_BY(users.id), FRAME([RANGE PRECEDING CURRENT_ROW] int))) FROM(users)", CQ_TYPE_BIGINT, CQ__USE_PLAIN, NULL },
		{ "SELECT(OVER(COUNT_ROWS, ORDER_BY(DESC(users.rating)), FRAME([RANGE PRECEDING CURRENT_ROW] double))) FROM(users)", CQ_TYPE_DOUBLE, CQ__USE_PLAIN, NULL },
		{ "SELECT(OVER(COUNT_ROWS, ORDER_BY(~, users.salary), FRAME([RANGE PRECEDING CURRENT_ROW] int))) FROM(users)", CQ_TYPE_DECIMAL, CQ__USE_PLAIN, "salary" },
		{ "SELECT(OVER(COUNT_ROWS, ORDER_BY(users.created_at), FRAME([RANGE PRECEDING CURRENT_ROW] interval))) FROM(users)", CQ_TYPE_INTERVAL, CQ__USE_PLAIN, NULL },
		{ "SELECT(FILTER(COUNT_ROWS, boolean)) FROM(users)", CQ_TYPE_BOOLEAN, CQ__USE_PLAIN, NULL },
		{ "SELECT(users.id) FROM(users) WHERE(EQ(TUPLE(int, int), TUPLE(users.mood, users.id)))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(users.id) FROM(users) WHERE(IN(TUPLE(users.id, users.mood), TUPLE(users.id, int)))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(users.id) FROM(users) WHERE(IN_QUERY(TUPLE(users.id, int), SUBQUERY(SELECT(users.id, users.mood) FROM(users))))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(users.id) FROM(users) WHERE(IN_QUERY(users.mood, SUBQUERY(SELECT(int))))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(NULL, int, NULL)))", CQ_TYPE_BIGINT, CQ__USE_PLAIN, "n" },
		{ "SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(SELECT(users.bio, NULL, ADD(int, int)) FROM(users))))", CQ_TYPE_NONE, CQ__USE_PLAIN, NULL },
		{ "SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(SELECT(users.bio, NULL, int) FROM(users))))", CQ_TYPE_DECIMAL, CQ__USE_PLAIN, "price" },
		{ "SELECT(users.id, users.mood) FROM(users) UNION(SUBQUERY(SELECT(NULL, int)))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(AS('m', int)) UNION(SUBQUERY(SELECT(users.mood) FROM(users)))", CQ_TYPE_ENUM, CQ__USE_PLAIN, "mood" },
		{ "SELECT(int) UNION(SUBQUERY(SELECT(ADD(users.id, users.id)) FROM(users)))", CQ_TYPE_BIGINT, CQ__USE_PLAIN, NULL },
		{ "INSERT_INTO(users, SET(users.salary, users.salary)) ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.id), SET(users.mood, int))", CQ_TYPE_ENUM, CQ__USE_ASSIGN, "mood" },
		{ "SELECT(users.id) FROM(users) RIGHT_JOIN(posts, int)", CQ_TYPE_BOOLEAN, CQ__USE_PLAIN, NULL },
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
		cmocka_unit_test(what_holds_a_window),
		cmocka_unit_test(what_queries_give),
		cmocka_unit_test(what_fits_what),
		cmocka_unit_test(what_values_are_meant_for),
		cmocka_unit_test(labels_and_providers),
		cmocka_unit_test(typing_can_fail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
