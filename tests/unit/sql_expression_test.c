/* sql_expression_test.c: the SQL of every operator, for both dialects.
 *
 * It knows nothing of clauses but what carries an expression. ctest runs it.
 */
#include "sql_kit.h"

/* A condition on users, and an item of posts. */
#define CHECK_WHERE(condition, sqlite, postgres) \
	CHECK_SQL(SQL(SELECT(users.id), FROM(users), WHERE(condition)), "SELECT \"users\".\"id\" FROM \"users\" WHERE " sqlite, \
		"SELECT \"users\".\"id\" FROM \"users\" WHERE " postgres)
#define CHECK_ITEM(item, sqlite, postgres) \
	CHECK_SQL(SQL(SELECT(item), FROM(posts)), "SELECT " sqlite " FROM \"posts\"", "SELECT " postgres " FROM \"posts\"")

static void comparisons(void **state)
{
	(void)state;
	const int64_t id = 7;
	CHECK_WHERE(EQ(users.id, id), "\"users\".\"id\" = ?", "\"users\".\"id\" = $1");
	CHECK_WHERE(NE(users.username, "ann"), "\"users\".\"username\" <> ?", "\"users\".\"username\" <> $1");
	CHECK_WHERE(LT(users.age, 3), "\"users\".\"age\" < ?", "\"users\".\"age\" < $1");
	CHECK_WHERE(LE(users.age, users.id),
		"\"users\".\"age\" <= \"users\".\"id\"",
		"\"users\".\"age\" <= \"users\".\"id\"");
	CHECK_WHERE(GT(7, users.age), "? > \"users\".\"age\"", "$1 > \"users\".\"age\"");
	CHECK_WHERE(GE(VALUE(1), VALUE(2)), "? >= ?", "CAST($1 AS INTEGER) >= CAST($2 AS INTEGER)");
	CHECK_WHERE(EQ(users.role, ROLE_OWNER), "\"users\".\"role\" = ?", "\"users\".\"role\" = $1");
	CHECK_WHERE(EQ(users.is_active, true), "\"users\".\"is_active\" = ?", "\"users\".\"is_active\" = $1");
	CHECK_WHERE(EQ(GT(users.age, 3), users.is_active),
		"(\"users\".\"age\" > ?) = \"users\".\"is_active\"",
		"(\"users\".\"age\" > $1) = \"users\".\"is_active\"");
	CHECK_WHERE(BETWEEN(users.age, 1, ADD(users.id, 2)),
		"\"users\".\"age\" BETWEEN ? AND \"users\".\"id\" + ?",
		"\"users\".\"age\" BETWEEN $1 AND \"users\".\"id\" + CAST($2 AS INTEGER)");
	CHECK_WHERE(BETWEEN(VALUE(1), VALUE(2), VALUE(3)),
		"? BETWEEN ? AND ?",
		"CAST($1 AS INTEGER) BETWEEN CAST($2 AS INTEGER) AND CAST($3 AS INTEGER)");
	CHECK_WHERE(IS_NULL(users.bio), "\"users\".\"bio\" IS NULL", "\"users\".\"bio\" IS NULL");
	CHECK_WHERE(IS_NOT_NULL(CONCAT(users.bio, "!")),
		"\"users\".\"bio\" || ? IS NOT NULL",
		"\"users\".\"bio\" || $1 IS NOT NULL");
	CHECK_WHERE(users.is_active, "\"users\".\"is_active\"", "\"users\".\"is_active\"");
	CHECK_WHERE(VALUE(true), "?", "$1");
}

static void logic(void **state)
{
	(void)state;
	const bool no = false;
	CHECK_WHERE(AND(users.is_active, EQ(users.age, 1), OR(EQ(users.age, 2), EQ(users.age, 3))),
		"\"users\".\"is_active\" AND \"users\".\"age\" = ? AND (\"users\".\"age\" = ? OR \"users\".\"age\" = ?)",
		"\"users\".\"is_active\" AND \"users\".\"age\" = $1 AND (\"users\".\"age\" = $2 OR \"users\".\"age\" = $3)");
	CHECK_WHERE(OR(AND(users.is_active, EQ(users.age, 1)), EQ(users.age, 2)),
		"\"users\".\"is_active\" AND \"users\".\"age\" = ? OR \"users\".\"age\" = ?",
		"\"users\".\"is_active\" AND \"users\".\"age\" = $1 OR \"users\".\"age\" = $2");
	CHECK_WHERE(AND(AND(users.is_active, EQ(users.age, 1)), users.is_active),
		"\"users\".\"is_active\" AND \"users\".\"age\" = ? AND \"users\".\"is_active\"",
		"\"users\".\"is_active\" AND \"users\".\"age\" = $1 AND \"users\".\"is_active\"");
	CHECK_WHERE(NOT(users.is_active), "NOT \"users\".\"is_active\"", "NOT \"users\".\"is_active\"");
	CHECK_WHERE(NOT(EQ(users.age, 1)), "NOT (\"users\".\"age\" = ?)", "NOT (\"users\".\"age\" = $1)");
	CHECK_WHERE(NOT(NOT(OR(users.is_active, EQ(users.age, 1)))),
		"NOT (NOT (\"users\".\"is_active\" OR \"users\".\"age\" = ?))",
		"NOT (NOT (\"users\".\"is_active\" OR \"users\".\"age\" = $1))");
	CHECK_WHERE(OR(WHEN(no, users.is_active), AND(EQ(users.age, 1), WHEN(no, EQ(users.age, 2)))),
		"\"users\".\"age\" = ?",
		"\"users\".\"age\" = $1");
	CHECK_WHERE(AND(OR(EQ(users.age, 1), users.is_active), RAW(BOOLEAN, "1 = 1 OR 2 = 3")),
		"(\"users\".\"age\" = ? OR \"users\".\"is_active\") AND (1 = 1 OR 2 = 3)",
		"(\"users\".\"age\" = $1 OR \"users\".\"is_active\") AND (1 = 1 OR 2 = 3)");
	CHECK_WHERE(RAW(BOOLEAN, "1 = 1 OR 2 = 3"), "1 = 1 OR 2 = 3", "1 = 1 OR 2 = 3");
}

static void run_time_lists(void **state)
{
	(void)state;
	const int ages[] = { 1, 2, 3 };
	const char *names[] = { "ann", "bob" };
	const size_t none = 0;
	CHECK_WHERE(ANY_OF(i, 3, EQ(users.age, ages[i])),
		"\"users\".\"age\" = ? OR \"users\".\"age\" = ? OR \"users\".\"age\" = ?",
		"\"users\".\"age\" = $1 OR \"users\".\"age\" = $2 OR \"users\".\"age\" = $3");
	CHECK_WHERE(AND(users.is_active, ANY_OF(i, 2, EQ(users.age, ages[i]))),
		"\"users\".\"is_active\" AND (\"users\".\"age\" = ? OR \"users\".\"age\" = ?)",
		"\"users\".\"is_active\" AND (\"users\".\"age\" = $1 OR \"users\".\"age\" = $2)");
	CHECK_WHERE(ALL_OF(i, 1, EQ(users.age, ages[i])), "\"users\".\"age\" = ?", "\"users\".\"age\" = $1");
	CHECK_WHERE(ANY_OF(i, none, EQ(users.age, ages[i])), "0", "FALSE");
	CHECK_WHERE(NOT(ALL_OF(i, none, EQ(users.age, ages[i]))), "NOT 1", "NOT TRUE");
	CHECK_WHERE(IN(users.age, 1, 2, users.id),
		"\"users\".\"age\" IN (?, ?, \"users\".\"id\")",
		"\"users\".\"age\" IN ($1, $2, \"users\".\"id\")");
	CHECK_WHERE(NOT_IN(users.username, "ann", "bob"),
		"\"users\".\"username\" NOT IN (?, ?)",
		"\"users\".\"username\" NOT IN ($1, $2)");
	CHECK_WHERE(IN_ARRAY(users.age, ages, 3),
		"\"users\".\"age\" IN (SELECT value FROM json_each(?))",
		"\"users\".\"age\" = ANY($1)");
	CHECK_WHERE(NOT_IN_ARRAY(LOWER(users.username), names, 2),
		"LOWER(\"users\".\"username\") NOT IN (SELECT value FROM json_each(?))",
		"LOWER(\"users\".\"username\") <> ALL($1)");
}

static void subqueries(void **state)
{
	(void)state;
	CHECK_WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id), GT(posts.votes, 3))),
		"EXISTS (SELECT \"posts\".\"id\" FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND "
		"\"posts\".\"votes\" > ?)",
		"EXISTS (SELECT \"posts\".\"id\" FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND "
		"\"posts\".\"votes\" > $1)");
	CHECK_WHERE(NOT(EXISTS(SELECT(posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id)))),
		"NOT EXISTS (SELECT \"posts\".\"id\" FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\")",
		"NOT EXISTS (SELECT \"posts\".\"id\" FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\")");
}

static void texts(void **state)
{
	(void)state;
	const char *const part = "a";
	CHECK_WHERE(LIKE(users.username, "a!_%"),
		"\"users\".\"username\" LIKE ? ESCAPE '!'",
		"\"users\".\"username\" LIKE $1 ESCAPE '!'");
	CHECK_WHERE(ILIKE(users.username, "A%"),
		"LOWER(\"users\".\"username\") LIKE LOWER(?) ESCAPE '!'",
		"\"users\".\"username\" ILIKE $1 ESCAPE '!'");
	CHECK_WHERE(STARTS_WITH(users.username, part),
		"\"users\".\"username\" LIKE ? ESCAPE '!'",
		"\"users\".\"username\" LIKE $1 ESCAPE '!'");
	CHECK_WHERE(ENDS_WITH(users.username, part),
		"\"users\".\"username\" LIKE ? ESCAPE '!'",
		"\"users\".\"username\" LIKE $1 ESCAPE '!'");
	CHECK_WHERE(CONTAINS(users.username, part),
		"\"users\".\"username\" LIKE ? ESCAPE '!'",
		"\"users\".\"username\" LIKE $1 ESCAPE '!'");
	CHECK_WHERE(STARTS_WITH(users.username, users.bio),
		"\"users\".\"username\" LIKE REPLACE(REPLACE(REPLACE(\"users\".\"bio\", '!', '!!'), '%', '!%'), '_', '!_') "
		"|| '%' ESCAPE '!'",
		"\"users\".\"username\" LIKE REPLACE(REPLACE(REPLACE(\"users\".\"bio\", '!', '!!'), '%', '!%'), '_', '!_') "
		"|| '%' ESCAPE '!'");
	CHECK_WHERE(ENDS_WITH(users.username, CONCAT(users.bio, "x")),
		"\"users\".\"username\" LIKE '%' || REPLACE(REPLACE(REPLACE(\"users\".\"bio\" || ?, '!', '!!'), '%', '!%'), "
		"'_', '!_') ESCAPE '!'",
		"\"users\".\"username\" LIKE '%' || REPLACE(REPLACE(REPLACE(\"users\".\"bio\" || $1, '!', '!!'), '%', '!%'), "
		"'_', '!_') ESCAPE '!'");
	CHECK_WHERE(CONTAINS(CONCAT(users.username, users.bio), users.bio),
		"\"users\".\"username\" || \"users\".\"bio\" LIKE '%' || REPLACE(REPLACE(REPLACE(\"users\".\"bio\", '!', "
		"'!!'), '%', '!%'), '_', '!_') || '%' ESCAPE '!'",
		"\"users\".\"username\" || \"users\".\"bio\" LIKE '%' || REPLACE(REPLACE(REPLACE(\"users\".\"bio\", '!', "
		"'!!'), '%', '!%'), '_', '!_') || '%' ESCAPE '!'");
	CHECK_ITEM(CONCAT(posts.title, " by ", posts.slug),
		"\"posts\".\"title\" || ? || \"posts\".\"slug\"",
		"\"posts\".\"title\" || $1 || \"posts\".\"slug\"");
	CHECK_ITEM(CONCAT(VALUE("a"), "b"), "? || ?", "CAST($1 AS TEXT) || CAST($2 AS TEXT)");
	CHECK_ITEM(LOWER(posts.title), "LOWER(\"posts\".\"title\")", "LOWER(\"posts\".\"title\")");
	CHECK_ITEM(UPPER(CONCAT(posts.title, "x")), "UPPER(\"posts\".\"title\" || ?)", "UPPER(\"posts\".\"title\" || $1)");
	CHECK_ITEM(LENGTH(posts.picture), "LENGTH(\"posts\".\"picture\")", "LENGTH(\"posts\".\"picture\")");
	CHECK_ITEM(LENGTH(VALUE("x")), "LENGTH(?)", "LENGTH(CAST($1 AS TEXT))");
}

static void numbers(void **state)
{
	(void)state;
	const int64_t big = 5;
	CHECK_ITEM(ADD(posts.votes, 1), "\"posts\".\"votes\" + ?", "\"posts\".\"votes\" + CAST($1 AS INTEGER)");
	CHECK_ITEM(SUB(posts.id, SUB(posts.votes, big)),
		"\"posts\".\"id\" - (\"posts\".\"votes\" - ?)",
		"\"posts\".\"id\" - (\"posts\".\"votes\" - CAST($1 AS BIGINT))");
	CHECK_ITEM(SUB(SUB(posts.id, posts.votes), posts.id),
		"\"posts\".\"id\" - \"posts\".\"votes\" - \"posts\".\"id\"",
		"\"posts\".\"id\" - \"posts\".\"votes\" - \"posts\".\"id\"");
	CHECK_ITEM(MUL(ADD(posts.id, posts.votes), NEG(SUB(posts.id, 2))),
		"(\"posts\".\"id\" + \"posts\".\"votes\") * -(\"posts\".\"id\" - ?)",
		"(\"posts\".\"id\" + \"posts\".\"votes\") * -(\"posts\".\"id\" - CAST($1 AS INTEGER))");
	CHECK_ITEM(ADD(posts.id, MUL(posts.votes, posts.id)),
		"\"posts\".\"id\" + \"posts\".\"votes\" * \"posts\".\"id\"",
		"\"posts\".\"id\" + \"posts\".\"votes\" * \"posts\".\"id\"");
	CHECK_ITEM(SUB(posts.id, NEG(NEG(posts.votes))),
		"\"posts\".\"id\" - -(-\"posts\".\"votes\")",
		"\"posts\".\"id\" - -(-\"posts\".\"votes\")");
	CHECK_ITEM(DIV(posts.id, posts.votes),
		"\"posts\".\"id\" / \"posts\".\"votes\"",
		"\"posts\".\"id\" / \"posts\".\"votes\"");
	CHECK_ITEM(DIV(posts.price, 4),
		"CAST(\"posts\".\"price\" AS REAL) / ?",
		"\"posts\".\"price\" / CAST($1 AS INTEGER)");
	CHECK_ITEM(DIV(ADD(posts.price, posts.price), posts.price),
		"CAST(\"posts\".\"price\" + \"posts\".\"price\" AS REAL) / \"posts\".\"price\"",
		"(\"posts\".\"price\" + \"posts\".\"price\") / \"posts\".\"price\"");
	CHECK_ITEM(DIV(posts.rating, posts.votes),
		"\"posts\".\"rating\" / \"posts\".\"votes\"",
		"\"posts\".\"rating\" / \"posts\".\"votes\"");
	CHECK_ITEM(MOD(posts.id, DIV(posts.id, 2)),
		"\"posts\".\"id\" % (\"posts\".\"id\" / ?)",
		"\"posts\".\"id\" % (\"posts\".\"id\" / CAST($1 AS INTEGER))");
	CHECK_ITEM(NEG(posts.rating), "-\"posts\".\"rating\"", "-\"posts\".\"rating\"");
	CHECK_ITEM(COALESCE(posts.rating, 0.5), "COALESCE(\"posts\".\"rating\", ?)", "COALESCE(\"posts\".\"rating\", $1)");
	CHECK_ITEM(COALESCE(NULL_OF(BIGINT), VALUE(3)),
		"COALESCE(NULL, ?)",
		"COALESCE(CAST(NULL AS BIGINT), CAST($1 AS BIGINT))");
}

static void aggregates(void **state)
{
	(void)state;
	CHECK_ITEM(COUNT_ROWS(), "COUNT(*)", "COUNT(*)");
	CHECK_ITEM(COUNT(posts.rating), "COUNT(\"posts\".\"rating\")", "COUNT(\"posts\".\"rating\")");
	CHECK_ITEM(COUNT_DISTINCT(posts.author_id),
		"COUNT(DISTINCT \"posts\".\"author_id\")",
		"COUNT(DISTINCT \"posts\".\"author_id\")");
	CHECK_ITEM(SUM(posts.votes), "SUM(\"posts\".\"votes\")", "SUM(\"posts\".\"votes\")");
	CHECK_ITEM(SUM(posts.id), "SUM(\"posts\".\"id\")", "CAST(SUM(\"posts\".\"id\") AS BIGINT)");
	CHECK_ITEM(SUM(posts.price), "SUM(\"posts\".\"price\")", "SUM(\"posts\".\"price\")");
	CHECK_ITEM(SUM(posts.weight), "SUM(\"posts\".\"weight\")", "CAST(SUM(\"posts\".\"weight\") AS DOUBLE PRECISION)");
	CHECK_ITEM(AVG(posts.votes), "AVG(\"posts\".\"votes\")", "CAST(AVG(\"posts\".\"votes\") AS DOUBLE PRECISION)");
	CHECK_ITEM(AVG(posts.rating), "AVG(\"posts\".\"rating\")", "AVG(\"posts\".\"rating\")");
	CHECK_ITEM(AVG(posts.price), "AVG(\"posts\".\"price\")", "CAST(AVG(\"posts\".\"price\") AS DOUBLE PRECISION)");
	CHECK_ITEM(MIN(posts.title), "MIN(\"posts\".\"title\")", "MIN(\"posts\".\"title\")");
	CHECK_ITEM(MAX(MUL(posts.price, 2)),
		"MAX(\"posts\".\"price\" * ?)",
		"MAX(\"posts\".\"price\" * CAST($1 AS INTEGER))");
}

static void values_and_nulls(void **state)
{
	(void)state;
	const cq_date day = { 1 };
	CHECK_ITEM(VALUE(3), "?", "CAST($1 AS INTEGER)");
	CHECK_ITEM(VALUE("x"), "?", "CAST($1 AS TEXT)");
	CHECK_ITEM(VALUE(1.5), "?", "CAST($1 AS DOUBLE PRECISION)");
	CHECK_ITEM(VALUE(true), "?", "CAST($1 AS INTEGER)");
	CHECK_ITEM(VALUE(day), "?", "CAST($1 AS DATE)");
	CHECK_ITEM(NULL_TEXT, "NULL", "CAST(NULL AS TEXT)");
	CHECK_ITEM(GT(posts.votes, 3), "\"posts\".\"votes\" > ?", "\"posts\".\"votes\" > $1");
	CHECK_ITEM(AS(ADD(posts.votes, 1), more),
		"\"posts\".\"votes\" + ? AS \"more\"",
		"\"posts\".\"votes\" + CAST($1 AS INTEGER) AS \"more\"");
}

static void raw_expressions(void **state)
{
	(void)state;
	CHECK_ITEM(RAW(TEXT, "substr(?, ?, 2)", posts.title, 3),
		"substr(\"posts\".\"title\", ?, 2)",
		"substr(\"posts\".\"title\", CAST($1 AS INTEGER), 2)");
	CHECK_ITEM(RAW(TEXT, "'?' || ? -- why ?", posts.title), "'?' || \"posts\".\"title\" -- why ?\n",
		"'?' || \"posts\".\"title\" -- why ?\n");
	CHECK_ITEM(ADD(RAW(BIGINT, "? /* ? */ + 1", ADD(posts.votes, 1)), 1),
		"((\"posts\".\"votes\" + ?) /* ? */ + 1) + ?",
		"((\"posts\".\"votes\" + CAST($1 AS INTEGER)) /* ? */ + 1) + CAST($2 AS INTEGER)");
}

static void refused(void **state)
{
	(void)state;
	CHECK_REFUSED(cq__dialect_sqlite, SQL(SELECT(MOD(posts.price, 2)), FROM(posts)), CQ_UNSUPPORTED, "MOD");
	CHECK_REFUSED(cq__dialect_postgres, SQL(SELECT(MOD(posts.rating, 2)), FROM(posts)), CQ_UNSUPPORTED, "MOD");
	CHECK_REFUSED(cq__dialect_postgres, SQL(SELECT(MAX(posts.key)), FROM(posts)), CQ_UNSUPPORTED, "UUID");
	const cq_uuid keys[2] = { { { 0 } }, { { 0 } } };
	CHECK_REFUSED(cq__dialect_sqlite, SQL(SELECT(forms.key), FROM(forms), WHERE(IN_ARRAY(forms.key, keys, 2))), CQ_UNSUPPORTED, "BYTES");
}

/* One condition more than SQLite's deepest expression, were it one chain. */
static void long_chains(void **state)
{
	(void)state;
	const size_t count = 5000;
	cq_statement statement = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(ANY_OF(i, count, EQ(users.id, (int64_t)i)))));
	cq__rendered rendered;
	assert_int_equal(kit_render(&cq__dialect_sqlite, &statement, &rendered, NULL), CQ_OK);
	assert_int_equal(rendered.parameter_count, count);
	for (uint32_t i = 0; i < rendered.parameter_count; i++)
		assert_int_equal(rendered.parameters[i], i);
	kit_prepare(&rendered);
	cq__rendered_release(&rendered);
	cq_statement_release(&statement);
}

/* IN with a subquery, written by functions. */
static void in_subquery(void **state)
{
	(void)state;
	const cq_operator operators[] = { CQ_OP_IN_QUERY, CQ_OP_NOT_IN_QUERY };
	const char *const words[] = { "IN", "NOT IN" };
	for (int i = 0; i < 2; i++) {
		cq_statement statement;
		char sql[200];
		cq_statement_init(&statement, NULL);
		cq_push_column(&statement, CQ_COLUMN(users.id));
		cq_push(&statement, CQ_OP_SELECT, 1);
		cq_push_ref(&statement, CQ_OP_FROM, 0, CQ_TABLE(users));
		cq_push_column(&statement, CQ_COLUMN(users.id));
		cq_push_column(&statement, CQ_COLUMN(boss.boss_id));
		cq_push(&statement, CQ_OP_SELECT, 1);
		cq_push_ref(&statement, CQ_OP_FROM, 0, CQ_TABLE(boss));
		cq_push(&statement, CQ_OP_SUBQUERY, 2);
		cq_push(&statement, operators[i], 2);
		cq_push(&statement, CQ_OP_WHERE, 1);
		cq_push(&statement, CQ_OP_STATEMENT, 3);
		snprintf(sql, sizeof sql, "SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" %s "
			"(SELECT \"boss\".\"boss_id\" FROM \"users\" AS \"boss\")", words[i]);
		kit_check(&statement, sql, sql, __FILE__, __LINE__);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comparisons),
		cmocka_unit_test(logic),
		cmocka_unit_test(run_time_lists),
		cmocka_unit_test(subqueries),
		cmocka_unit_test(texts),
		cmocka_unit_test(numbers),
		cmocka_unit_test(aggregates),
		cmocka_unit_test(values_and_nulls),
		cmocka_unit_test(raw_expressions),
		cmocka_unit_test(refused),
		cmocka_unit_test(long_chains),
		cmocka_unit_test(in_subquery),
	};
	return cmocka_run_group_tests(tests, kit_setup, kit_teardown);
}
