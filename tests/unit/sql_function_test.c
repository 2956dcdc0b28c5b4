/* sql_function_test.c: the SQL of choices, casts, texts and numbers, for the three dialects.
 *
 * It knows nothing of what the databases compute: tests/conform/expression_values_test.c does. ctest runs it.
 */
#include "sql_dialects.h"

static void choices(void **state)
{
	(void)state;
	const bool no = false;
	CHECK_WHERE(IS_DISTINCT(users.bio, "x"),
		"\"users\".\"bio\" IS NOT ?",
		"\"users\".\"bio\" IS DISTINCT FROM $1",
		"NOT (`users`.`bio` <=> ?)");
	CHECK_WHERE(IS_NOT_DISTINCT(users.boss_id, NULL),
		"\"users\".\"boss_id\" IS NULL",
		"\"users\".\"boss_id\" IS NOT DISTINCT FROM NULL",
		"`users`.`boss_id` <=> NULL");
	CHECK_WHERE(NOT(IS_DISTINCT(users.age, 3)),
		"NOT (\"users\".\"age\" IS NOT ?)",
		"NOT (\"users\".\"age\" IS DISTINCT FROM $1)",
		"NOT (NOT (`users`.`age` <=> ?))");
	CHECK_WHERE(AND(IS_DISTINCT(users.age, users.id), users.is_active),
		"\"users\".\"age\" IS NOT \"users\".\"id\" AND \"users\".\"is_active\"",
		"\"users\".\"age\" IS DISTINCT FROM \"users\".\"id\" AND \"users\".\"is_active\"",
		"NOT (`users`.`age` <=> `users`.`id`) AND `users`.`is_active`");
	CHECK_ITEM(CASE(CASE_WHEN(GT(posts.votes, 3), "many"), CASE_WHEN(OR(EQ(posts.votes, 1), IS_NULL(posts.rating)), posts.title), ELSE("few")),
		"CASE WHEN \"posts\".\"votes\" > ? THEN ? WHEN \"posts\".\"votes\" = ? OR \"posts\".\"rating\" IS NULL "
		"THEN \"posts\".\"title\" ELSE ? END",
		"CASE WHEN \"posts\".\"votes\" > $1 THEN $2 WHEN \"posts\".\"votes\" = $3 OR \"posts\".\"rating\" IS "
		"NULL THEN \"posts\".\"title\" ELSE $4 END",
		"CASE WHEN `posts`.`votes` > ? THEN ? WHEN `posts`.`votes` = ? OR `posts`.`rating` IS NULL THEN "
		"`posts`.`title` ELSE ? END");
	CHECK_ITEM(CASE(CASE_WHEN(GT(posts.votes, 3), 1), ELSE(2)),
		"CASE WHEN \"posts\".\"votes\" > ? THEN ? ELSE ? END",
		"CASE WHEN \"posts\".\"votes\" > $1 THEN CAST($2 AS INTEGER) ELSE CAST($3 AS INTEGER) END",
		"CASE WHEN `posts`.`votes` > ? THEN ? ELSE ? END");
	CHECK_ITEM(CASE(WHEN(no, CASE_WHEN(GT(posts.votes, 3), posts.id)), ELSE(posts.author_id)),
		"\"posts\".\"author_id\"",
		"\"posts\".\"author_id\"",
		"`posts`.`author_id`");
	/* Neither what decides nor a number gives a text its collation. */
	CHECK_ITEM(EQ(CASE(CASE_WHEN(EQ(posts.title, "x"), "a"), ELSE("b")), "A"),
		"CASE WHEN \"posts\".\"title\" = ? THEN ? ELSE ? END = ?",
		"CASE WHEN \"posts\".\"title\" = $1 THEN CAST($2 AS TEXT) ELSE CAST($3 AS TEXT) END = $4",
		"CONVERT(CASE WHEN `posts`.`title` = ? THEN ? ELSE ? END USING utf8mb4) COLLATE utf8mb4_nopad_bin = ?");
	CHECK_ITEM(EQ(SUBSTR("abc", posts.votes), SUBQUERY(SELECT(VALUE("C")))),
		"SUBSTR(?, \"posts\".\"votes\") = (SELECT ?)",
		"SUBSTR(CAST($1 AS TEXT), \"posts\".\"votes\") = (SELECT CAST($2 AS TEXT))",
		"CONVERT(SUBSTR(?, `posts`.`votes`) USING utf8mb4) COLLATE utf8mb4_nopad_bin = (SELECT ?)");
	CHECK_ITEM(NULLIF(posts.title, ""),
		"NULLIF(\"posts\".\"title\", ?)",
		"NULLIF(\"posts\".\"title\", $1)",
		"NULLIF(`posts`.`title`, ?)");
	CHECK_ITEM(NULLIF(VALUE("a"), "b"),
		"NULLIF(?, ?)",
		"NULLIF(CAST($1 AS TEXT), CAST($2 AS TEXT))",
		"NULLIF(CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin, ?)");
	CHECK_WHERE(EQ(ROW(users.age, users.username), ROW(3, "ann")),
		"(\"users\".\"age\", \"users\".\"username\") = (?, ?)",
		"(\"users\".\"age\", \"users\".\"username\") = ($1, $2)",
		"(`users`.`age`, `users`.`username`) = (?, ?)");
	CHECK_WHERE(LT(ROW(3, users.username), ROW(users.age, "ann")),
		"(?, \"users\".\"username\") < (\"users\".\"age\", ?)",
		"($1, \"users\".\"username\") < (\"users\".\"age\", $2)",
		"(?, `users`.`username`) < (`users`.`age`, ?)");
	CHECK_WHERE(IN(ROW(users.age, users.username), ROW(3, "ann"), ROW(4, "bob")),
		"(\"users\".\"age\", \"users\".\"username\") IN (VALUES (?, ?), (?, ?))",
		"(\"users\".\"age\", \"users\".\"username\") IN (($1, $2), ($3, $4))",
		"(`users`.`age`, `users`.`username`) IN ((?, ?), (?, ?))");
	CHECK_WHERE(NOT_IN(ROW(users.id, VALUE(1)), SUBQUERY_ROWS(SELECT(boss.id, boss.age), FROM(boss))),
		"(\"users\".\"id\", ?) NOT IN (SELECT \"boss\".\"id\", \"boss\".\"age\" FROM \"users\" AS \"boss\")",
		"(\"users\".\"id\", CAST($1 AS INTEGER)) NOT IN (SELECT \"boss\".\"id\", \"boss\".\"age\" FROM \"users\" "
		"AS \"boss\")",
		"(`users`.`id`, ?) NOT IN (SELECT `boss`.`id`, `boss`.`age` FROM `users` AS `boss`)");
	CHECK_WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(ALONG(posts.author_id))),
		"EXISTS (SELECT \"posts\".\"id\" FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\")",
		"EXISTS (SELECT \"posts\".\"id\" FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\")",
		"EXISTS (SELECT `posts`.`id` FROM `posts` WHERE `posts`.`author_id` = `users`.`id`)");
	CHECK_WHERE(EXISTS(SELECT(boss.id), FROM(boss), WHERE(ALONG(users.boss_id, boss))),
		"EXISTS (SELECT \"boss\".\"id\" FROM \"users\" AS \"boss\" WHERE \"users\".\"boss_id\" = \"boss\".\"id\")",
		"EXISTS (SELECT \"boss\".\"id\" FROM \"users\" AS \"boss\" WHERE \"users\".\"boss_id\" = \"boss\".\"id\")",
		"EXISTS (SELECT `boss`.`id` FROM `users` AS `boss` WHERE `users`.`boss_id` = `boss`.`id`)");
	CHECK_ITEM(FUNC(DOUBLE, "abs", posts.rating),
		"abs(\"posts\".\"rating\")",
		"abs(\"posts\".\"rating\")",
		"abs(`posts`.`rating`)");
}

static void casts(void **state)
{
	(void)state;
	CHECK_ITEM(CAST(posts.rating, INTEGER),
		"CAST(ROUND(\"posts\".\"rating\") AS INTEGER)",
		"CAST(TRUNC(\"posts\".\"rating\") + TRUNC((\"posts\".\"rating\" - TRUNC(\"posts\".\"rating\")) * 2) AS "
		"INTEGER)",
		"((TRUNCATE(`posts`.`rating`, 0) + TRUNCATE((`posts`.`rating` - TRUNCATE(`posts`.`rating`, 0)) * 2, 0)) "
		"DIV 1)");
	CHECK_ITEM(CAST(posts.price, BIGINT),
		"CAST(ROUND(\"posts\".\"price\") AS INTEGER)",
		"CAST(\"posts\".\"price\" AS BIGINT)",
		"(ROUND(`posts`.`price`) DIV 1)");
	CHECK_ITEM(CAST(posts.votes, DOUBLE),
		"CAST(\"posts\".\"votes\" AS REAL)",
		"CAST(\"posts\".\"votes\" AS DOUBLE PRECISION)",
		"CAST(`posts`.`votes` AS DOUBLE)");
	CHECK_ITEM(CAST(posts.votes, DECIMAL(10, 2)),
		"ROUND(\"posts\".\"votes\", 2)",
		"ROUND(CAST(\"posts\".\"votes\" AS NUMERIC), 2)",
		"CAST(`posts`.`votes` AS DECIMAL(65, 2))");
	CHECK_ITEM(CAST(posts.title, DECIMAL(10, 2)),
		"ROUND(CAST(\"posts\".\"title\" AS NUMERIC), 2)",
		"ROUND(CAST(\"posts\".\"title\" AS NUMERIC), 2)",
		"CAST(`posts`.`title` AS DECIMAL(65, 2))");
	CHECK_ITEM(CAST(posts.price, TEXT),
		"CAST(\"posts\".\"price\" AS TEXT)",
		"CAST(\"posts\".\"price\" AS TEXT)",
		"CAST(`posts`.`price` AS CHAR)");
	CHECK_ITEM(CAST(GT(posts.votes, 1), BIGINT),
		"CAST(\"posts\".\"votes\" > ? AS INTEGER)",
		"CAST(CAST(\"posts\".\"votes\" > $1 AS INTEGER) AS BIGINT)",
		"CAST(`posts`.`votes` > ? AS SIGNED)");
	CHECK_ITEM(CAST(posts.votes, BOOLEAN),
		"(\"posts\".\"votes\" <> 0)",
		"(\"posts\".\"votes\" <> 0)",
		"(`posts`.`votes` <> 0)");
	CHECK_ITEM(CAST(posts.day, TIMESTAMP),
		"(\"posts\".\"day\" || ' 00:00:00.000000')",
		"(CAST(\"posts\".\"day\" AS TIMESTAMP) AT TIME ZONE 'UTC')",
		"CAST(`posts`.`day` AS DATETIME(6))");
	CHECK_ITEM(CAST(CAST(posts.title, TIMESTAMP), DATE),
		"substr(CASE WHEN \"posts\".\"title\" GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]' THEN strftime('%Y-%m-%d "
		"%H:%M:%S', substr(\"posts\".\"title\", 1, length(\"posts\".\"title\") - 7)) || "
		"substr(\"posts\".\"title\", -7) ELSE strftime('%Y-%m-%d %H:%M:%f000', \"posts\".\"title\") END, 1, 10)",
		"CAST(CAST(\"posts\".\"title\" AS TIMESTAMP WITH TIME ZONE) AT TIME ZONE 'UTC' AS DATE)",
		"CAST(CAST(`posts`.`title` AS DATETIME(6)) AS DATE)");
	CHECK_ITEM(CAST(posts.title, TIME),
		"CASE WHEN \"posts\".\"title\" GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]' THEN strftime('%H:%M:%S', "
		"substr(\"posts\".\"title\", 1, length(\"posts\".\"title\") - 7)) || substr(\"posts\".\"title\", -7) "
		"ELSE strftime('%H:%M:%f000', \"posts\".\"title\") END",
		"CAST(\"posts\".\"title\" AS TIME)",
		"CAST(`posts`.`title` AS TIME(6))");
	CHECK_ITEM(CAST(posts.key, TEXT),
		"\"posts\".\"key\"",
		"CAST(\"posts\".\"key\" AS TEXT)",
		"`posts`.`key`");
	CHECK_ITEM(CAST(posts.title, JSON),
		"json(\"posts\".\"title\")",
		"CAST(\"posts\".\"title\" AS JSONB)",
		"JSON_COMPACT(`posts`.`title`)");
	CHECK_ITEM(CAST(VALUE("3"), SMALLINT),
		"CAST(? AS INTEGER)",
		"CAST(CAST($1 AS TEXT) AS SMALLINT)",
		"CAST(? AS SIGNED)");
	CHECK_WHERE(EQ(CAST(users.role, TEXT), "owner"),
		"\"users\".\"role\" = ?",
		"CAST(\"users\".\"role\" AS TEXT) = $1",
		"CONVERT(`users`.`role` USING utf8mb4) COLLATE utf8mb4_nopad_bin = ?");
	/* The column itself would be compared as a number with a text that reads as one. */
	CHECK_WHERE(EQ(CAST(users.created_at, TEXT), "x"),
		"CAST(\"users\".\"created_at\" AS TEXT) = ?",
		"to_char(\"users\".\"created_at\" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') = $1",
		"CONVERT(DATE_FORMAT(`users`.`created_at`, '%Y-%m-%d %H:%i:%s.%f') USING utf8mb4) COLLATE "
		"utf8mb4_nopad_bin = ?");
}

static void texts(void **state)
{
	(void)state;
	const int64_t big = 2;
	CHECK_ITEM(TRIM(posts.title),
		"TRIM(\"posts\".\"title\")",
		"TRIM(\"posts\".\"title\")",
		"TRIM(`posts`.`title`)");
	CHECK_ITEM(SUBSTR(posts.title, 2),
		"SUBSTR(\"posts\".\"title\", ?)",
		"SUBSTR(\"posts\".\"title\", CAST($1 AS INTEGER))",
		"SUBSTR(`posts`.`title`, ?)");
	CHECK_ITEM(SUBSTR(posts.title, posts.id, big),
		"SUBSTR(\"posts\".\"title\", \"posts\".\"id\", ?)",
		"SUBSTR(\"posts\".\"title\", CAST(\"posts\".\"id\" AS INTEGER), CAST($1 AS INTEGER))",
		"SUBSTR(`posts`.`title`, `posts`.`id`, ?)");
	CHECK_ITEM(REPLACE(posts.title, "a", "b"),
		"REPLACE(\"posts\".\"title\", ?, ?)",
		"REPLACE(\"posts\".\"title\", CAST($1 AS TEXT), CAST($2 AS TEXT))",
		"REPLACE(`posts`.`title`, ?, ?)");
	CHECK_ITEM(POSITION("a", posts.title),
		"INSTR(\"posts\".\"title\", ?)",
		"STRPOS(\"posts\".\"title\", CAST($1 AS TEXT))",
		"LOCATE(?, CONVERT(`posts`.`title` USING utf8mb4) COLLATE utf8mb4_nopad_bin)");
	CHECK_ITEM(LENGTH(posts.title),
		"LENGTH(\"posts\".\"title\")",
		"LENGTH(\"posts\".\"title\")",
		"CHAR_LENGTH(`posts`.`title`)");
	CHECK_ITEM(LENGTH(posts.picture),
		"LENGTH(\"posts\".\"picture\")",
		"LENGTH(\"posts\".\"picture\")",
		"OCTET_LENGTH(`posts`.`picture`)");
	CHECK_WHERE(EQ(VALUE("a"), VALUE("b")),
		"? = ?",
		"CAST($1 AS TEXT) = CAST($2 AS TEXT)",
		"CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin = ?");
	CHECK_WHERE(EQ(LOWER(users.username), "ann"),
		"LOWER(\"users\".\"username\") = ?",
		"LOWER(\"users\".\"username\") = $1",
		"LOWER(`users`.`username`) = ?");
	CHECK_WHERE(LIKE(CAST(users.age, TEXT), "1%"),
		"CAST(\"users\".\"age\" AS TEXT) LIKE ? ESCAPE '!'",
		"CAST(\"users\".\"age\" AS TEXT) LIKE $1 ESCAPE '!'",
		"CONVERT(CAST(`users`.`age` AS CHAR) USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE ? ESCAPE '!'");
	CHECK_WHERE(ILIKE(users.username, "a%"),
		"LOWER(\"users\".\"username\") LIKE LOWER(?) ESCAPE '!'",
		"\"users\".\"username\" ILIKE $1 ESCAPE '!'",
		"LOWER(`users`.`username`) LIKE LOWER(?) ESCAPE '!'");
	CHECK_WHERE(IN(VALUE("a"), "b", "c"),
		"? IN (?, ?)",
		"CAST($1 AS TEXT) IN (CAST($2 AS TEXT), CAST($3 AS TEXT))",
		"CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin IN (?, ?)");
}

static void numbers(void **state)
{
	(void)state;
	CHECK_ITEM(ABS(posts.price),
		"ABS(\"posts\".\"price\")",
		"ABS(\"posts\".\"price\")",
		"ABS(`posts`.`price`)");
	CHECK_ITEM(ROUND(posts.rating),
		"ROUND(\"posts\".\"rating\")",
		"(TRUNC(\"posts\".\"rating\") + TRUNC((\"posts\".\"rating\" - TRUNC(\"posts\".\"rating\")) * 2))",
		"CAST(TRUNCATE(`posts`.`rating`, 0) + TRUNCATE((`posts`.`rating` - TRUNCATE(`posts`.`rating`, 0)) * 2, 0) AS DOUBLE)");
	CHECK_ITEM(ROUND(posts.rating, 2),
		"ROUND(\"posts\".\"rating\", ?)",
		"CAST(ROUND(CAST(\"posts\".\"rating\" AS NUMERIC), CAST($1 AS INTEGER)) AS DOUBLE PRECISION)",
		"CAST(ROUND(CAST(`posts`.`rating` AS DECIMAL(65, 30)), ?) AS DOUBLE)");
	CHECK_ITEM(ROUND(posts.price, 1),
		"ROUND(\"posts\".\"price\", ?)",
		"ROUND(\"posts\".\"price\", CAST($1 AS INTEGER))",
		"ROUND(`posts`.`price`, ?)");
	CHECK_ITEM(ROUND(posts.votes, -1),
		"\"posts\".\"votes\"",
		"CAST(ROUND(CAST(\"posts\".\"votes\" AS NUMERIC), CAST($1 AS INTEGER)) AS SMALLINT)",
		"ROUND(`posts`.`votes`, ?)");
	CHECK_ITEM(FLOOR(posts.weight),
		"FLOOR(\"posts\".\"weight\")",
		"CAST(FLOOR(\"posts\".\"weight\") AS REAL)",
		"CAST(FLOOR(`posts`.`weight`) AS DOUBLE)");
	CHECK_ITEM(CEIL(posts.rating),
		"CEIL(\"posts\".\"rating\")",
		"CEIL(\"posts\".\"rating\")",
		"CAST(CEIL(`posts`.`rating`) AS DOUBLE)");
	CHECK_ITEM(CEIL(posts.votes),
		"CEIL(\"posts\".\"votes\")",
		"\"posts\".\"votes\"",
		"CEIL(`posts`.`votes`)");
	CHECK_ITEM(POWER(posts.votes, 2),
		"POW(\"posts\".\"votes\", ?)",
		"POWER(CAST(\"posts\".\"votes\" AS DOUBLE PRECISION), CAST(CAST($1 AS INTEGER) AS DOUBLE PRECISION))",
		"POW(`posts`.`votes`, ?)");
	CHECK_ITEM(DIV(posts.votes, 2),
		"\"posts\".\"votes\" / ?",
		"\"posts\".\"votes\" / CAST($1 AS INTEGER)",
		"`posts`.`votes` DIV ?");
	CHECK_ITEM(AVG(posts.votes),
		"AVG(\"posts\".\"votes\")",
		"CAST(AVG(\"posts\".\"votes\") AS DOUBLE PRECISION)",
		"AVG(CAST(`posts`.`votes` AS DOUBLE))");
	CHECK_ITEM(AVG(posts.rating),
		"AVG(\"posts\".\"rating\")",
		"AVG(\"posts\".\"rating\")",
		"AVG(`posts`.`rating`)");
	CHECK_ITEM(SUM(posts.votes),
		"SUM(\"posts\".\"votes\")",
		"SUM(\"posts\".\"votes\")",
		"(SUM(`posts`.`votes`) DIV 1)");
}

static void refused(void **state)
{
	(void)state;
	CHECK_REFUSED(cq__dialect_sqlite, SQL(SELECT(FUNC(INTEGER, "abs(1) --", posts.votes)), FROM(posts)), CQ_MISUSE, "no function's name");
	CHECK_REFUSED(cq__dialect_sqlite, SQL(SELECT(FUNC(INTEGER, "")), FROM(posts)), CQ_MISUSE, "no function's name");
	CHECK_REFUSED(cq__dialect_sqlite, SQL(SELECT(FUNC(INTEGER, "1abs")), FROM(posts)), CQ_MISUSE, "no function's name");
	CHECK_REFUSED(cq__dialect_sqlite, SQL(SELECT(CAST(forms.amount, BIGINT)), FROM(forms)), CQ_UNSUPPORTED, "STORED_AS");
	CHECK_REFUSED(cq__dialect_mariadb, SQL(SELECT(ROUND(forms.exact, 1)), FROM(forms)), CQ_UNSUPPORTED, "STORED_AS");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(choices),
		cmocka_unit_test(casts),
		cmocka_unit_test(texts),
		cmocka_unit_test(numbers),
		cmocka_unit_test(refused),
	};
	return cmocka_run_group_tests(tests, kit_setup, kit_teardown);
}
