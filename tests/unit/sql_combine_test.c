/* sql_combine_test.c: UNION, UNION_ALL, INTERSECT and EXCEPT: from left to right on every database.
 *
 * It knows nothing of what a database makes of the texts. ctest runs it.
 */
#include "sql_clause_kit.h"

static void from_left_to_right(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), UNION(SELECT(posts.author_id), FROM(posts))),
		"SELECT \"users\".\"id\" FROM \"users\" UNION SELECT \"posts\".\"author_id\" FROM \"posts\"",
		"SELECT \"users\".\"id\" FROM \"users\" UNION SELECT \"posts\".\"author_id\" FROM \"posts\"",
		"SELECT `users`.`id` FROM `users` UNION SELECT `posts`.`author_id` FROM `posts`");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), UNION_ALL(SELECT(posts.author_id), FROM(posts)), EXCEPT(SELECT(posts.id), FROM(posts))),
		"SELECT \"users\".\"id\" FROM \"users\" UNION ALL SELECT \"posts\".\"author_id\" FROM \"posts\" EXCEPT "
		"SELECT \"posts\".\"id\" FROM \"posts\"",
		"SELECT \"users\".\"id\" FROM \"users\" UNION ALL SELECT \"posts\".\"author_id\" FROM \"posts\" EXCEPT "
		"SELECT \"posts\".\"id\" FROM \"posts\"",
		"SELECT `users`.`id` FROM `users` UNION ALL SELECT `posts`.`author_id` FROM `posts` EXCEPT SELECT "
		"`posts`.`id` FROM `posts`");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), UNION(SELECT(posts.author_id), FROM(posts)), INTERSECT(SELECT(posts.id), FROM(posts))),
		"SELECT \"users\".\"id\" FROM \"users\" UNION SELECT \"posts\".\"author_id\" FROM \"posts\" INTERSECT "
		"SELECT \"posts\".\"id\" FROM \"posts\"",
		"(SELECT \"users\".\"id\" FROM \"users\" UNION SELECT \"posts\".\"author_id\" FROM \"posts\") INTERSECT "
		"SELECT \"posts\".\"id\" FROM \"posts\"",
		"(SELECT `users`.`id` FROM `users` UNION SELECT `posts`.`author_id` FROM `posts`) INTERSECT SELECT "
		"`posts`.`id` FROM `posts`");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), INTERSECT(SELECT(posts.author_id), FROM(posts)), UNION(SELECT(posts.id), FROM(posts))),
		"SELECT \"users\".\"id\" FROM \"users\" INTERSECT SELECT \"posts\".\"author_id\" FROM \"posts\" UNION "
		"SELECT \"posts\".\"id\" FROM \"posts\"",
		"SELECT \"users\".\"id\" FROM \"users\" INTERSECT SELECT \"posts\".\"author_id\" FROM \"posts\" UNION "
		"SELECT \"posts\".\"id\" FROM \"posts\"",
		"SELECT `users`.`id` FROM `users` INTERSECT SELECT `posts`.`author_id` FROM `posts` UNION SELECT "
		"`posts`.`id` FROM `posts`");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), EXCEPT(SELECT(posts.author_id), FROM(posts)), INTERSECT(SELECT(posts.id), FROM(posts)), UNION(SELECT(boss.id), FROM(boss)), INTERSECT(SELECT(VALUE(5)))),
		"SELECT \"users\".\"id\" FROM \"users\" EXCEPT SELECT \"posts\".\"author_id\" FROM \"posts\" INTERSECT "
		"SELECT \"posts\".\"id\" FROM \"posts\" UNION SELECT \"boss\".\"id\" FROM \"users\" AS \"boss\" "
		"INTERSECT SELECT ?",
		"((SELECT \"users\".\"id\" FROM \"users\" EXCEPT SELECT \"posts\".\"author_id\" FROM \"posts\") "
		"INTERSECT SELECT \"posts\".\"id\" FROM \"posts\" UNION SELECT \"boss\".\"id\" FROM \"users\" AS "
		"\"boss\") INTERSECT SELECT CAST($1 AS BIGINT)",
		"((SELECT `users`.`id` FROM `users` EXCEPT SELECT `posts`.`author_id` FROM `posts`) INTERSECT SELECT "
		"`posts`.`id` FROM `posts` UNION SELECT `boss`.`id` FROM `users` AS `boss`) INTERSECT SELECT ?");
}

static void order_and_limits(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(AS(users.id, key)), FROM(users), WHERE(GT(users.age, 3)), UNION(SELECT(posts.author_id), FROM(posts)), ORDER_BY(DESC(LABEL(key))), LIMIT(3), OFFSET(1)),
		"SELECT \"users\".\"id\" AS \"key\" FROM \"users\" WHERE \"users\".\"age\" > ? UNION SELECT "
		"\"posts\".\"author_id\" FROM \"posts\" ORDER BY \"key\" DESC LIMIT ? OFFSET ?",
		"SELECT \"users\".\"id\" AS \"key\" FROM \"users\" WHERE \"users\".\"age\" > $1 UNION SELECT "
		"\"posts\".\"author_id\" FROM \"posts\" ORDER BY \"key\" DESC LIMIT $2 OFFSET $3",
		"SELECT `users`.`id` AS `key` FROM `users` WHERE `users`.`age` > ? UNION SELECT `posts`.`author_id` FROM "
		"`posts` ORDER BY `key` DESC LIMIT ? OFFSET ?");
	CHECK_CLAUSES(SQL(SELECT(AS(users.boss_id, key)), FROM(users), UNION(SELECT(posts.author_id), FROM(posts)), ORDER_BY(NULLS_LAST(LABEL(key)))),
		"SELECT \"users\".\"boss_id\" AS \"key\" FROM \"users\" UNION SELECT \"posts\".\"author_id\" FROM "
		"\"posts\" ORDER BY \"key\" NULLS LAST",
		"SELECT \"users\".\"boss_id\" AS \"key\" FROM \"users\" UNION SELECT \"posts\".\"author_id\" FROM "
		"\"posts\" ORDER BY \"key\" NULLS LAST",
		"SELECT `users`.`boss_id` AS `key` FROM `users` UNION SELECT `posts`.`author_id` FROM `posts` ORDER BY "
		"`key` IS NULL, `key`");
}

static void in_subqueries(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts), UNION(SELECT(boss.id), FROM(boss)), INTERSECT(SELECT(VALUE(4))))))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" IN (SELECT \"posts\".\"author_id\" FROM "
		"\"posts\" UNION SELECT \"boss\".\"id\" FROM \"users\" AS \"boss\" INTERSECT SELECT ?)",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" IN ((SELECT \"posts\".\"author_id\" FROM "
		"\"posts\" UNION SELECT \"boss\".\"id\" FROM \"users\" AS \"boss\") INTERSECT SELECT CAST($1 AS BIGINT))",
		"SELECT `users`.`id` FROM `users` WHERE `users`.`id` IN ((SELECT `posts`.`author_id` FROM `posts` UNION "
		"SELECT `boss`.`id` FROM `users` AS `boss`) INTERSECT SELECT ?)");
}

static void typed_null(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id, NULL_OF(DATE)), FROM(users), UNION_ALL(SELECT(posts.id, posts.day), FROM(posts))),
		"SELECT \"users\".\"id\", NULL FROM \"users\" UNION ALL SELECT \"posts\".\"id\", \"posts\".\"day\" FROM "
		"\"posts\"",
		"SELECT \"users\".\"id\", CAST(NULL AS DATE) FROM \"users\" UNION ALL SELECT \"posts\".\"id\", "
		"\"posts\".\"day\" FROM \"posts\"",
		"SELECT `users`.`id`, NULL FROM `users` UNION ALL SELECT `posts`.`id`, `posts`.`day` FROM `posts`");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(from_left_to_right),
		cmocka_unit_test(order_and_limits),
		cmocka_unit_test(in_subqueries),
		cmocka_unit_test(typed_null),
	};
	return cmocka_run_group_tests(tests, clause_setup, kit_teardown);
}
