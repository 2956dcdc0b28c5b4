/* sql_window_test.c: the SQL of aggregates with FILTER and ORDER BY, window functions and frames, for the three dialects.
 *
 * It knows nothing of what the databases compute: tests/conform/expression_values_test.c does. ctest runs it.
 */
#include "sql_dialects.h"

static void aggregates(void **state)
{
	(void)state;
	CHECK_ITEM(FILTER(COUNT_ROWS(), GT(posts.votes, 3)),
		"COUNT(*) FILTER (WHERE \"posts\".\"votes\" > ?)",
		"COUNT(*) FILTER (WHERE \"posts\".\"votes\" > $1)",
		"COUNT(CASE WHEN `posts`.`votes` > ? THEN 1 END)");
	CHECK_ITEM(FILTER(SUM(posts.id), GT(posts.votes, 3)),
		"SUM(\"posts\".\"id\") FILTER (WHERE \"posts\".\"votes\" > ?)",
		"CAST(SUM(\"posts\".\"id\") FILTER (WHERE \"posts\".\"votes\" > $1) AS BIGINT)",
		"(SUM(CASE WHEN `posts`.`votes` > ? THEN `posts`.`id` END) DIV 1)");
	CHECK_ITEM(FILTER(AVG(posts.votes), IS_NULL(posts.rating)),
		"AVG(\"posts\".\"votes\") FILTER (WHERE \"posts\".\"rating\" IS NULL)",
		"CAST(AVG(\"posts\".\"votes\") FILTER (WHERE \"posts\".\"rating\" IS NULL) AS DOUBLE PRECISION)",
		"AVG(CASE WHEN `posts`.`rating` IS NULL THEN CAST(`posts`.`votes` AS DOUBLE) END)");
	CHECK_ITEM(FILTER(COUNT_DISTINCT(posts.author_id), AND(GT(posts.votes, 3), LT(posts.votes, 9))),
		"COUNT(DISTINCT \"posts\".\"author_id\") FILTER (WHERE \"posts\".\"votes\" > ? AND \"posts\".\"votes\" < ?)",
		"COUNT(DISTINCT \"posts\".\"author_id\") FILTER (WHERE \"posts\".\"votes\" > $1 AND \"posts\".\"votes\" "
		"< $2)",
		"COUNT(DISTINCT CASE WHEN `posts`.`votes` > ? AND `posts`.`votes` < ? THEN `posts`.`author_id` END)");
	CHECK_ITEM(STRING_AGG(posts.title, ", "),
		"group_concat(\"posts\".\"title\", ?)",
		"STRING_AGG(\"posts\".\"title\", CAST($1 AS TEXT))",
		"SUBSTR(GROUP_CONCAT(CONCAT(?, `posts`.`title`) SEPARATOR ''), CHAR_LENGTH(?) + 1)");
	CHECK_ITEM(STRING_AGG(posts.title, "|", ORDER_BY(posts.id)),
		NULL,
		"STRING_AGG(\"posts\".\"title\", CAST($1 AS TEXT) ORDER BY \"posts\".\"id\")",
		"SUBSTR(GROUP_CONCAT(CONCAT(?, `posts`.`title`) ORDER BY `posts`.`id` SEPARATOR ''), CHAR_LENGTH(?) + 1)");
	CHECK_ITEM(FILTER(STRING_AGG(posts.title, "|"), GT(posts.votes, 3)),
		"group_concat(\"posts\".\"title\", ?) FILTER (WHERE \"posts\".\"votes\" > ?)",
		"STRING_AGG(\"posts\".\"title\", CAST($1 AS TEXT)) FILTER (WHERE \"posts\".\"votes\" > $2)",
		"SUBSTR(GROUP_CONCAT(CASE WHEN `posts`.`votes` > ? THEN CONCAT(?, `posts`.`title`) END SEPARATOR ''), "
		"CHAR_LENGTH(?) + 1)");
	CHECK_ITEM(FILTER(JSON_AGG(posts.id), GT(posts.votes, 3)),
		"NULLIF(json_group_array(\"posts\".\"id\") FILTER (WHERE \"posts\".\"votes\" > ?), '[]')",
		"jsonb_agg(\"posts\".\"id\") FILTER (WHERE \"posts\".\"votes\" > $1)",
		NULL);
}

static void functions(void **state)
{
	(void)state;
	const int64_t big = 2;
	CHECK_ITEM(OVER(ROW_NUMBER(), PARTITION_BY(posts.author_id, posts.day), ORDER_BY(DESC(posts.votes))),
		"ROW_NUMBER() OVER (PARTITION BY \"posts\".\"author_id\", \"posts\".\"day\" ORDER BY \"posts\".\"votes\" "
		"DESC)",
		"ROW_NUMBER() OVER (PARTITION BY \"posts\".\"author_id\", \"posts\".\"day\" ORDER BY \"posts\".\"votes\" "
		"DESC)",
		"ROW_NUMBER() OVER (PARTITION BY `posts`.`author_id`, `posts`.`day` ORDER BY `posts`.`votes` DESC)");
	CHECK_ITEM(OVER(RANK(), ORDER_BY(NULLS_FIRST(posts.rating))),
		"RANK() OVER (ORDER BY \"posts\".\"rating\" NULLS FIRST)",
		"RANK() OVER (ORDER BY \"posts\".\"rating\" NULLS FIRST)",
		"RANK() OVER (ORDER BY `posts`.`rating` IS NULL DESC, `posts`.`rating`)");
	/* The ORDER BY of a query inside is one of its own. */
	CHECK_ITEM(OVER(ROW_NUMBER(), ORDER_BY(SUBQUERY(SELECT(AS(users.age, years)), FROM(users), WHERE(EQ(users.id, 3)), ORDER_BY(LABEL(years)), LIMIT(1)))),
		"ROW_NUMBER() OVER (ORDER BY (SELECT \"users\".\"age\" AS \"years\" FROM \"users\" WHERE \"users\".\"id\" = ? "
		"ORDER BY \"years\" LIMIT ?))",
		"ROW_NUMBER() OVER (ORDER BY (SELECT \"users\".\"age\" AS \"years\" FROM \"users\" WHERE \"users\".\"id\" = $1 "
		"ORDER BY \"years\" LIMIT $2))",
		"ROW_NUMBER() OVER (ORDER BY (SELECT `users`.`age` AS `years` FROM `users` WHERE `users`.`id` = ? ORDER BY "
		"`years` LIMIT ?))");
	CHECK_ITEM(OVER(COUNT_ROWS()),
		"COUNT(*) OVER ()",
		"COUNT(*) OVER ()",
		"COUNT(*) OVER ()");
	CHECK_ITEM(OVER(SUM(posts.id), PARTITION_BY(posts.author_id)),
		"SUM(\"posts\".\"id\") OVER (PARTITION BY \"posts\".\"author_id\")",
		"CAST(SUM(\"posts\".\"id\") OVER (PARTITION BY \"posts\".\"author_id\") AS BIGINT)",
		"(SUM(`posts`.`id`) OVER (PARTITION BY `posts`.`author_id`) DIV 1)");
	CHECK_ITEM(OVER(FILTER(SUM(posts.votes), GT(posts.votes, 3)), ORDER_BY(posts.id)),
		"SUM(\"posts\".\"votes\") FILTER (WHERE \"posts\".\"votes\" > ?) OVER (ORDER BY \"posts\".\"id\")",
		"SUM(\"posts\".\"votes\") FILTER (WHERE \"posts\".\"votes\" > $1) OVER (ORDER BY \"posts\".\"id\")",
		"(SUM(CASE WHEN `posts`.`votes` > ? THEN `posts`.`votes` END) OVER (ORDER BY `posts`.`id`) DIV 1)");
	CHECK_ITEM(OVER(FILTER(MIN(posts.votes), GT(posts.votes, 3)), ORDER_BY(posts.id)),
		"MIN(CASE WHEN \"posts\".\"votes\" > ? THEN \"posts\".\"votes\" END) OVER (ORDER BY \"posts\".\"id\")",
		"MIN(\"posts\".\"votes\") FILTER (WHERE \"posts\".\"votes\" > $1) OVER (ORDER BY \"posts\".\"id\")",
		"MIN(CASE WHEN `posts`.`votes` > ? THEN `posts`.`votes` END) OVER (ORDER BY `posts`.`id`)");
	CHECK_ITEM(OVER(NTILE(4), ORDER_BY(posts.id)),
		"NTILE(?) OVER (ORDER BY \"posts\".\"id\")",
		"CAST(NTILE(CAST($1 AS INTEGER)) OVER (ORDER BY \"posts\".\"id\") AS BIGINT)",
		"NTILE(?) OVER (ORDER BY `posts`.`id`)");
	CHECK_ITEM(OVER(LAG(posts.title), ORDER_BY(posts.id)),
		"LAG(\"posts\".\"title\") OVER (ORDER BY \"posts\".\"id\")",
		"LAG(\"posts\".\"title\") OVER (ORDER BY \"posts\".\"id\")",
		"LAG(`posts`.`title`) OVER (ORDER BY `posts`.`id`)");
	CHECK_ITEM(OVER(LAG(posts.title, 2, "none"), ORDER_BY(posts.id)),
		"LAG(\"posts\".\"title\", ?, ?) OVER (ORDER BY \"posts\".\"id\")",
		"LAG(\"posts\".\"title\", CAST($1 AS INTEGER), $2) OVER (ORDER BY \"posts\".\"id\")",
		"COALESCE(LAG(`posts`.`title`, ?) OVER (ORDER BY `posts`.`id`), ?)");
	CHECK_ITEM(OVER(LEAD(posts.rating, big, 0.5), ORDER_BY(posts.id)),
		"LEAD(\"posts\".\"rating\", ?, ?) OVER (ORDER BY \"posts\".\"id\")",
		"LEAD(\"posts\".\"rating\", CAST($1 AS INTEGER), $2) OVER (ORDER BY \"posts\".\"id\")",
		NULL);
	CHECK_ITEM(OVER(FIRST_VALUE(posts.title), ORDER_BY(posts.id)),
		"FIRST_VALUE(\"posts\".\"title\") OVER (ORDER BY \"posts\".\"id\")",
		"FIRST_VALUE(\"posts\".\"title\") OVER (ORDER BY \"posts\".\"id\")",
		"FIRST_VALUE(`posts`.`title`) OVER (ORDER BY `posts`.`id`)");
	CHECK_ITEM(OVER(NTH_VALUE(posts.title, 2), ORDER_BY(posts.id)),
		"NTH_VALUE(\"posts\".\"title\", ?) OVER (ORDER BY \"posts\".\"id\")",
		"NTH_VALUE(\"posts\".\"title\", CAST($1 AS INTEGER)) OVER (ORDER BY \"posts\".\"id\")",
		"NTH_VALUE(`posts`.`title`, ?) OVER (ORDER BY `posts`.`id`)");
	CHECK_ITEM(OVER(STRING_AGG(posts.title, ","), ORDER_BY(posts.id)),
		"group_concat(\"posts\".\"title\", ?) OVER (ORDER BY \"posts\".\"id\")",
		"STRING_AGG(\"posts\".\"title\", CAST($1 AS TEXT)) OVER (ORDER BY \"posts\".\"id\")",
		NULL);
	CHECK_ITEM(OVER(CUME_DIST(), ORDER_BY(posts.id)),
		"CUME_DIST() OVER (ORDER BY \"posts\".\"id\")",
		"CUME_DIST() OVER (ORDER BY \"posts\".\"id\")",
		"CUME_DIST() OVER (ORDER BY `posts`.`id`)");
}

static void frames(void **state)
{
	(void)state;
	const int64_t big = 2;
	CHECK_ITEM(OVER(SUM(posts.votes), ORDER_BY(posts.id), ROWS_BETWEEN(UNBOUNDED_PRECEDING, CURRENT_ROW)),
		"SUM(\"posts\".\"votes\") OVER (ORDER BY \"posts\".\"id\" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)",
		"SUM(\"posts\".\"votes\") OVER (ORDER BY \"posts\".\"id\" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)",
		"(SUM(`posts`.`votes`) OVER (ORDER BY `posts`.`id` ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) DIV 1)");
	CHECK_ITEM(OVER(SUM(posts.votes), ORDER_BY(posts.id), ROWS_BETWEEN(PRECEDING(2), FOLLOWING(big))),
		"SUM(\"posts\".\"votes\") OVER (ORDER BY \"posts\".\"id\" ROWS BETWEEN ? PRECEDING AND ? FOLLOWING)",
		"SUM(\"posts\".\"votes\") OVER (ORDER BY \"posts\".\"id\" ROWS BETWEEN $1 PRECEDING AND $2 FOLLOWING)",
		NULL);
	CHECK_ITEM(OVER(SUM(posts.votes), ORDER_BY(posts.votes), RANGE_BETWEEN(PRECEDING(2), UNBOUNDED_FOLLOWING)),
		"SUM(\"posts\".\"votes\") OVER (ORDER BY \"posts\".\"votes\" RANGE BETWEEN ? PRECEDING AND UNBOUNDED "
		"FOLLOWING)",
		"SUM(\"posts\".\"votes\") OVER (ORDER BY \"posts\".\"votes\" RANGE BETWEEN CAST($1 AS BIGINT) PRECEDING "
		"AND UNBOUNDED FOLLOWING)",
		NULL);
	CHECK_ITEM(OVER(SUM(posts.votes), ORDER_BY(posts.votes), GROUPS_BETWEEN(CURRENT_ROW, FOLLOWING(1))),
		"SUM(\"posts\".\"votes\") OVER (ORDER BY \"posts\".\"votes\" GROUPS BETWEEN CURRENT ROW AND ? FOLLOWING)",
		"SUM(\"posts\".\"votes\") OVER (ORDER BY \"posts\".\"votes\" GROUPS BETWEEN CURRENT ROW AND $1 FOLLOWING)",
		NULL);
}

static void refused(void **state)
{
	(void)state;
	CHECK_REFUSED(cq__dialect_sqlite, SQL(SELECT(STRING_AGG(posts.title, ",", ORDER_BY(posts.id))), FROM(posts)), CQ_UNSUPPORTED,
		"ORDER_BY");
	CHECK_REFUSED(cq__dialect_postgres, SQL(SELECT(OVER(COUNT_DISTINCT(posts.votes), ORDER_BY(posts.id))), FROM(posts)),
		CQ_UNSUPPORTED, "OVER");
	CHECK_REFUSED(cq__dialect_postgres, SQL(SELECT(OVER(JSON_AGG(posts.votes, ORDER_BY(posts.id)))), FROM(posts)), CQ_UNSUPPORTED,
		"ORDER_BY");
	CHECK_REFUSED(cq__dialect_mariadb,
		SQL(SELECT(OVER(SUM(posts.votes), ORDER_BY(posts.id), ROWS_BETWEEN(PRECEDING(1), CURRENT_ROW))), FROM(posts)), CQ_UNSUPPORTED,
		"PRECEDING");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(aggregates),
		cmocka_unit_test(functions),
		cmocka_unit_test(frames),
		cmocka_unit_test(refused),
	};
	return cmocka_run_group_tests(tests, kit_setup, kit_teardown);
}
