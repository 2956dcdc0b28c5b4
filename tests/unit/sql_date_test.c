/* sql_date_test.c: the SQL of moments: truncated, taken apart, moved, subtracted, for the three dialects.
 *
 * It knows nothing of what the databases compute: tests/conform/expression_values_test.c does. ctest runs it.
 */
#include "sql_dialects.h"

static void truncated(void **state)
{
	(void)state;
	const cq_date day = { 1 };
	const cq_timestamp at = { 1 };
	CHECK_WHERE(GE(users.created_at, DATE_TRUNC(DAY, NOW())),
		"\"users\".\"created_at\" >= strftime('%Y-%m-%d 00:00:00.000000', substr(strftime('%Y-%m-%d "
		"%H:%M:%f000', 'now'), 1, 19))",
		"\"users\".\"created_at\" >= date_trunc('day', CURRENT_TIMESTAMP, 'UTC')",
		"`users`.`created_at` >= CAST(DATE_FORMAT(UTC_TIMESTAMP(6), '%Y-%m-%d') AS DATETIME(6))");
	CHECK_WHERE(EQ(DATE_TRUNC(SECOND, users.created_at), at),
		"strftime('%Y-%m-%d %H:%M:%S.000000', substr(\"users\".\"created_at\", 1, 19)) = ?",
		"date_trunc('second', \"users\".\"created_at\", 'UTC') = $1",
		"CAST(DATE_FORMAT(`users`.`created_at`, '%Y-%m-%d %H:%i:%s') AS DATETIME(6)) = ?");
	CHECK_WHERE(EQ(DATE_TRUNC(WEEK, users.created_at), at),
		"strftime('%Y-%m-%d 00:00:00.000000', substr(\"users\".\"created_at\", 1, 19), '-6 days', 'weekday 1') = ?",
		"date_trunc('week', \"users\".\"created_at\", 'UTC') = $1",
		"CAST(DATE(`users`.`created_at`) - INTERVAL WEEKDAY(`users`.`created_at`) DAY AS DATETIME(6)) = ?");
	CHECK_WHERE(EQ(DATE_TRUNC(QUARTER, users.created_at), at),
		"strftime('%Y-%m-%d 00:00:00.000000', substr(\"users\".\"created_at\", 1, 19), 'start of month', "
		"-((strftime('%m', substr(\"users\".\"created_at\", 1, 19)) - 1) % 3) || ' months') = ?",
		"date_trunc('quarter', \"users\".\"created_at\", 'UTC') = $1",
		"CAST(CAST(DATE_FORMAT(`users`.`created_at`, '%Y-01-01') AS DATE) + INTERVAL "
		"(QUARTER(`users`.`created_at`) - 1) QUARTER AS DATETIME(6)) = ?");
	CHECK_ITEM(DATE_TRUNC(DAY, posts.day),
		"\"posts\".\"day\"",
		"\"posts\".\"day\"",
		"`posts`.`day`");
	CHECK_ITEM(DATE_TRUNC(WEEK, posts.day),
		"strftime('%Y-%m-%d', \"posts\".\"day\", '-6 days', 'weekday 1')",
		"CAST(date_trunc('week', CAST(\"posts\".\"day\" AS TIMESTAMP)) AS DATE)",
		"CAST(DATE(`posts`.`day`) - INTERVAL WEEKDAY(`posts`.`day`) DAY AS DATE)");
	CHECK_ITEM(DATE_TRUNC(MONTH, posts.day),
		"strftime('%Y-%m-01', \"posts\".\"day\")",
		"CAST(date_trunc('month', CAST(\"posts\".\"day\" AS TIMESTAMP)) AS DATE)",
		"CAST(DATE_FORMAT(`posts`.`day`, '%Y-%m-01') AS DATE)");
	CHECK_ITEM(DATE_TRUNC(QUARTER, posts.day),
		"strftime('%Y-%m-%d', \"posts\".\"day\", 'start of month', -((strftime('%m', \"posts\".\"day\") - 1) % "
		"3) || ' months')",
		"CAST(date_trunc('quarter', CAST(\"posts\".\"day\" AS TIMESTAMP)) AS DATE)",
		"CAST(CAST(DATE_FORMAT(`posts`.`day`, '%Y-01-01') AS DATE) + INTERVAL (QUARTER(`posts`.`day`) - 1) "
		"QUARTER AS DATE)");
	CHECK_ITEM(DATE_TRUNC(YEAR, day),
		"strftime('%Y-01-01', ?)",
		"CAST(date_trunc('year', CAST(CAST($1 AS DATE) AS TIMESTAMP)) AS DATE)",
		"CAST(DATE_FORMAT(CAST(? AS DATE), '%Y-01-01') AS DATE)");
	CHECK_ITEM(TODAY(),
		"strftime('%Y-%m-%d', 'now')",
		"CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS DATE)",
		"UTC_DATE()");
}

static void extracted(void **state)
{
	(void)state;
	const cq_timestamp at = { 1 };
	CHECK_WHERE(EQ(EXTRACT(SECOND, users.created_at), 3),
		"CAST(strftime('%S', substr(\"users\".\"created_at\", 1, 19)) AS INTEGER) = ?",
		"CAST(FLOOR(EXTRACT(SECOND FROM \"users\".\"created_at\" AT TIME ZONE 'UTC')) AS INTEGER) = $1",
		"EXTRACT(SECOND FROM `users`.`created_at`) = ?");
	CHECK_WHERE(EQ(EXTRACT(EPOCH, users.created_at), 3),
		"CAST(strftime('%s', substr(\"users\".\"created_at\", 1, 19)) AS INTEGER) = ?",
		"CAST(FLOOR(EXTRACT(EPOCH FROM \"users\".\"created_at\")) AS BIGINT) = $1",
		"TIMESTAMPDIFF(SECOND, '1970-01-01', CAST(`users`.`created_at` AS DATETIME)) = ?");
	CHECK_ITEM(EXTRACT(YEAR, posts.day),
		"CAST(strftime('%Y', substr(\"posts\".\"day\", 1, 19)) AS INTEGER)",
		"CAST(EXTRACT(YEAR FROM CAST(\"posts\".\"day\" AS TIMESTAMP)) AS INTEGER)",
		"EXTRACT(YEAR FROM `posts`.`day`)");
	CHECK_ITEM(EXTRACT(QUARTER, posts.day),
		"((strftime('%m', substr(\"posts\".\"day\", 1, 19)) + 2) / 3)",
		"CAST(EXTRACT(QUARTER FROM CAST(\"posts\".\"day\" AS TIMESTAMP)) AS INTEGER)",
		"EXTRACT(QUARTER FROM `posts`.`day`)");
	CHECK_ITEM(EXTRACT(WEEK, posts.day),
		"((strftime('%j', substr(\"posts\".\"day\", 1, 19), '-3 days', 'weekday 4') - 1) / 7 + 1)",
		"CAST(EXTRACT(WEEK FROM CAST(\"posts\".\"day\" AS TIMESTAMP)) AS INTEGER)",
		"WEEK(`posts`.`day`, 3)");
	CHECK_ITEM(EXTRACT(DAY_OF_WEEK, posts.day),
		"((strftime('%w', substr(\"posts\".\"day\", 1, 19)) + 6) % 7 + 1)",
		"CAST(EXTRACT(ISODOW FROM CAST(\"posts\".\"day\" AS TIMESTAMP)) AS INTEGER)",
		"(WEEKDAY(`posts`.`day`) + 1)");
	CHECK_ITEM(EXTRACT(DAY_OF_YEAR, at),
		"CAST(strftime('%j', substr(?, 1, 19)) AS INTEGER)",
		"CAST(EXTRACT(DOY FROM CAST($1 AS TIMESTAMP WITH TIME ZONE) AT TIME ZONE 'UTC') AS INTEGER)",
		"DAYOFYEAR(CAST(? AS DATETIME(6)))");
}

static void added(void **state)
{
	(void)state;
	const int64_t big = 2;
	const cq_interval span = { 1, 1, 1 };
	CHECK_WHERE(LT(users.created_at, DATE_ADD(DAY, NOW(), -7)),
		"\"users\".\"created_at\" < (strftime('%Y-%m-%d %H:%M:%S', substr(strftime('%Y-%m-%d %H:%M:%f000', "
		"'now'), 1, 19), ? || ' days') || substr(strftime('%Y-%m-%d %H:%M:%f000', 'now'), 20))",
		"\"users\".\"created_at\" < ((CURRENT_TIMESTAMP AT TIME ZONE 'UTC' + CAST($1 AS INTEGER) * INTERVAL '1 "
		"day') AT TIME ZONE 'UTC')",
		"`users`.`created_at` < (UTC_TIMESTAMP(6) + INTERVAL ? DAY)");
	CHECK_WHERE(LT(users.created_at, DATE_ADD(MONTH, users.updated_at, users.age)),
		"\"users\".\"created_at\" < (min(strftime('%Y-%m-%d', substr(\"users\".\"updated_at\", 1, 10), "
		"(\"users\".\"age\") || ' months'), strftime('%Y-%m-%d', substr(\"users\".\"updated_at\", 1, 10), 'start "
		"of month', (\"users\".\"age\" + 1) || ' months', '-1 day')) || substr(\"users\".\"updated_at\", 11))",
		"\"users\".\"created_at\" < ((\"users\".\"updated_at\" AT TIME ZONE 'UTC' + \"users\".\"age\" * INTERVAL "
		"'1 month') AT TIME ZONE 'UTC')",
		"`users`.`created_at` < (`users`.`updated_at` + INTERVAL `users`.`age` MONTH)");
	CHECK_ITEM(DATE_ADD(DAY, posts.day, 1),
		"strftime('%Y-%m-%d', \"posts\".\"day\", ? || ' days')",
		"CAST(\"posts\".\"day\" + CAST($1 AS INTEGER) * INTERVAL '1 day' AS DATE)",
		"(`posts`.`day` + INTERVAL ? DAY)");
	CHECK_ITEM(DATE_ADD(WEEK, posts.day, posts.votes),
		"strftime('%Y-%m-%d', \"posts\".\"day\", (\"posts\".\"votes\" * 7) || ' days')",
		"CAST(\"posts\".\"day\" + \"posts\".\"votes\" * INTERVAL '7 days' AS DATE)",
		"(`posts`.`day` + INTERVAL `posts`.`votes` WEEK)");
	CHECK_ITEM(DATE_ADD(YEAR, posts.day, big),
		"min(strftime('%Y-%m-%d', \"posts\".\"day\", (? * 12) || ' months'), strftime('%Y-%m-%d', "
		"\"posts\".\"day\", 'start of month', (?1 * 12 + 1) || ' months', '-1 day'))",
		"CAST(\"posts\".\"day\" + CAST($1 AS INTEGER) * INTERVAL '1 year' AS DATE)",
		"(`posts`.`day` + INTERVAL ? YEAR)");
	CHECK_ITEM(DATE_ADD(posts.day, span),
		NULL,
		"CAST(\"posts\".\"day\" + CAST($1 AS INTERVAL) AS DATE)",
		NULL);
}

static void apart(void **state)
{
	(void)state;
	const cq_date day = { 1 };
	CHECK_WHERE(GT(DATE_DIFF(HOUR, NOW(), users.created_at), 3),
		"(((strftime('%s', substr(strftime('%Y-%m-%d %H:%M:%f000', 'now'), 1, 19)) - strftime('%s', "
		"substr(\"users\".\"created_at\", 1, 19))) * 1000000 + substr(strftime('%Y-%m-%d %H:%M:%f000', 'now') || "
		"'000000', 21, 6) - substr(\"users\".\"created_at\" || '000000', 21, 6)) / 3600000000) > ?",
		"CAST(TRUNC(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP - \"users\".\"created_at\") / 3600) AS BIGINT) > $1",
		"TIMESTAMPDIFF(HOUR, `users`.`created_at`, UTC_TIMESTAMP(6)) > ?");
	CHECK_ITEM(DATE_DIFF(DAY, day, posts.day),
		"((strftime('%s', ?) - strftime('%s', \"posts\".\"day\")) / 86400)",
		"CAST(CAST($1 AS DATE) - \"posts\".\"day\" AS BIGINT)",
		"TIMESTAMPDIFF(DAY, `posts`.`day`, CAST(? AS DATE))");
	CHECK_ITEM(DATE_DIFF(WEEK, posts.day, day),
		"((strftime('%s', \"posts\".\"day\") - strftime('%s', ?)) / 604800)",
		"CAST((\"posts\".\"day\" - CAST($1 AS DATE)) / 7 AS BIGINT)",
		"TIMESTAMPDIFF(WEEK, CAST(? AS DATE), `posts`.`day`)");
}

static void refused(void **state)
{
	(void)state;
	const cq_interval span = { 1, 1, 1 };
	CHECK_REFUSED(cq__dialect_sqlite, SQL(SELECT(DATE_TRUNC(DAY, forms.at)), FROM(forms)), CQ_UNSUPPORTED, "STORED_AS");
	CHECK_REFUSED(cq__dialect_postgres, SQL(SELECT(EXTRACT(DAY, forms.on_day)), FROM(forms)), CQ_UNSUPPORTED, "STORED_AS");
	CHECK_REFUSED(cq__dialect_mariadb, SQL(SELECT(DATE_ADD(posts.day, span)), FROM(posts)), CQ_UNSUPPORTED, "INTERVAL");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(truncated),
		cmocka_unit_test(extracted),
		cmocka_unit_test(added),
		cmocka_unit_test(apart),
		cmocka_unit_test(refused),
	};
	return cmocka_run_group_tests(tests, kit_setup, kit_teardown);
}
