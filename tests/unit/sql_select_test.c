/* sql_select_test.c: joins that keep both sides, DISTINCT_ON, the place of NULL, limits and locks.
 *
 * It knows nothing of what a database makes of the texts. ctest runs it.
 */
#include "sql_clause_kit.h"

static void joins(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id, posts.id), FROM(users), RIGHT_JOIN(posts, EQ(posts.author_id, users.id))),
		"SELECT \"users\".\"id\", \"posts\".\"id\" FROM \"users\" RIGHT JOIN \"posts\" ON "
		"\"posts\".\"author_id\" = \"users\".\"id\"",
		"SELECT \"users\".\"id\", \"posts\".\"id\" FROM \"users\" RIGHT JOIN \"posts\" ON "
		"\"posts\".\"author_id\" = \"users\".\"id\"",
		"SELECT `users`.`id`, `posts`.`id` FROM `users` RIGHT JOIN `posts` ON `posts`.`author_id` = `users`.`id`");
	CHECK_CLAUSES(SQL(SELECT(users.id, posts.id), FROM(users), FULL_JOIN(posts, EQ(posts.author_id, users.id), GT(posts.votes, 3))),
		"SELECT \"users\".\"id\", \"posts\".\"id\" FROM \"users\" FULL JOIN \"posts\" ON \"posts\".\"author_id\" "
		"= \"users\".\"id\" AND \"posts\".\"votes\" > ?",
		"SELECT \"users\".\"id\", \"posts\".\"id\" FROM \"users\" FULL JOIN \"posts\" ON \"posts\".\"author_id\" "
		"= \"users\".\"id\" AND \"posts\".\"votes\" > $1",
		NULL);
	CHECK_CLAUSES(SQL(SELECT(users.id, posts.id), FROM(users), CROSS_JOIN(posts)),
		"SELECT \"users\".\"id\", \"posts\".\"id\" FROM \"users\" JOIN \"posts\"",
		"SELECT \"users\".\"id\", \"posts\".\"id\" FROM \"users\" CROSS JOIN \"posts\"",
		"SELECT `users`.`id`, `posts`.`id` FROM `users` CROSS JOIN `posts`");
}

static void distinct_on(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(posts.author_id, posts.id), DISTINCT_ON(posts.author_id), FROM(posts), ORDER_BY(posts.author_id, DESC(posts.id))),
		NULL,
		"SELECT DISTINCT ON (\"posts\".\"author_id\") \"posts\".\"author_id\", \"posts\".\"id\" FROM \"posts\" "
		"ORDER BY \"posts\".\"author_id\", \"posts\".\"id\" DESC",
		NULL);
}

static void places_of_null(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), ORDER_BY(NULLS_FIRST(users.bio), NULLS_LAST(DESC(users.boss_id)), users.id)),
		"SELECT \"users\".\"id\" FROM \"users\" ORDER BY \"users\".\"bio\" NULLS FIRST, \"users\".\"boss_id\" "
		"DESC NULLS LAST, \"users\".\"id\"",
		"SELECT \"users\".\"id\" FROM \"users\" ORDER BY \"users\".\"bio\" NULLS FIRST, \"users\".\"boss_id\" "
		"DESC NULLS LAST, \"users\".\"id\"",
		"SELECT `users`.`id` FROM `users` ORDER BY `users`.`bio` IS NULL DESC, `users`.`bio`, `users`.`boss_id` "
		"IS NULL, `users`.`boss_id` DESC, `users`.`id`");
	CHECK_CLAUSES(SQL(SELECT(AS(MAX(users.bio), last)), FROM(users), GROUP_BY(users.age), ORDER_BY(NULLS_FIRST(ASC(LABEL(last))))),
		"SELECT MAX(\"users\".\"bio\") AS \"last\" FROM \"users\" GROUP BY \"users\".\"age\" ORDER BY \"last\" "
		"ASC NULLS FIRST",
		"SELECT MAX(\"users\".\"bio\") AS \"last\" FROM \"users\" GROUP BY \"users\".\"age\" ORDER BY \"last\" "
		"ASC NULLS FIRST",
		"SELECT MAX(`users`.`bio`) AS `last` FROM `users` GROUP BY `users`.`age` ORDER BY MAX(`users`.`bio`) IS "
		"NULL DESC, `last` ASC");
}

static void limits(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), OFFSET(20)),
		"SELECT \"users\".\"id\" FROM \"users\" LIMIT -1 OFFSET ?",
		"SELECT \"users\".\"id\" FROM \"users\" OFFSET $1",
		"SELECT `users`.`id` FROM `users` LIMIT 18446744073709551615 OFFSET ?");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts), ORDER_BY(posts.id), LIMIT(3))))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" IN (SELECT \"posts\".\"author_id\" FROM "
		"\"posts\" ORDER BY \"posts\".\"id\" LIMIT ?)",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" IN (SELECT \"posts\".\"author_id\" FROM "
		"\"posts\" ORDER BY \"posts\".\"id\" LIMIT $1)",
		"SELECT `users`.`id` FROM `users` WHERE `users`.`id` IN (SELECT `limited`.`1` FROM (SELECT "
		"`posts`.`author_id` AS `1` FROM `posts` ORDER BY `posts`.`id` LIMIT ?) AS `limited`)");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(NOT_IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts), OFFSET(3))))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" NOT IN (SELECT \"posts\".\"author_id\" "
		"FROM \"posts\" LIMIT -1 OFFSET ?)",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" NOT IN (SELECT \"posts\".\"author_id\" "
		"FROM \"posts\" OFFSET $1)",
		"SELECT `users`.`id` FROM `users` WHERE `users`.`id` NOT IN (SELECT `limited`.`1` FROM (SELECT "
		"`posts`.`author_id` AS `1` FROM `posts` LIMIT 18446744073709551615 OFFSET ?) AS `limited`)");
}

static void locks(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)), ORDER_BY(users.id), LIMIT(1), FOR_UPDATE(SKIP_LOCKED)),
		NULL,
		"SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"age\" > $1 ORDER BY \"users\".\"id\" LIMIT $2 "
		"FOR UPDATE SKIP LOCKED",
		"SELECT `users`.`id` FROM `users` WHERE `users`.`age` > ? ORDER BY `users`.`id` LIMIT ? FOR UPDATE SKIP "
		"LOCKED");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), FOR_SHARE(NOWAIT)),
		NULL,
		"SELECT \"users\".\"id\" FROM \"users\" FOR SHARE NOWAIT",
		"SELECT `users`.`id` FROM `users` LOCK IN SHARE MODE NOWAIT");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), JOIN(posts, EQ(posts.author_id, users.id)), FOR_UPDATE(OF(users, posts))),
		NULL,
		"SELECT \"users\".\"id\" FROM \"users\" JOIN \"posts\" ON \"posts\".\"author_id\" = \"users\".\"id\" FOR "
		"UPDATE OF \"users\", \"posts\"",
		NULL);
}

static void values_written_twice(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(AS(DIV(users.age, 10), decade), AS(COUNT_ROWS(), n)), FROM(users), GROUP_BY(LABEL(decade)), ORDER_BY(NULLS_LAST(LABEL(decade)))),
		"SELECT \"users\".\"age\" / ? AS \"decade\", COUNT(*) AS \"n\" FROM \"users\" GROUP BY \"users\".\"age\" "
		"/ ?1 ORDER BY \"decade\" NULLS LAST",
		"SELECT \"users\".\"age\" / CAST($1 AS INTEGER) AS \"decade\", COUNT(*) AS \"n\" FROM \"users\" GROUP BY "
		"\"users\".\"age\" / CAST($1 AS INTEGER) ORDER BY \"decade\" NULLS LAST",
		"SELECT `users`.`age` DIV ? AS `decade`, COUNT(*) AS `n` FROM `users` GROUP BY `users`.`age` DIV ? ORDER "
		"BY `users`.`age` DIV ? IS NULL, `decade`");
}

/* Fields are those of the items that are there. */
static void fields_behind_what_is_absent(void **state)
{
	(void)state;
	cq_statement statement;
	cq_statement_init(&statement, NULL);
	cq_push(&statement, CQ_OP_ABSENT, 0);
	cq_push_column(&statement, CQ_COLUMN(users.id));
	cq_push_column(&statement, CQ_COLUMN(users.username));
	cq_push_ref(&statement, CQ_OP_SELECT_ROW, 3, &cq_row_Named);
	cq_push_ref(&statement, CQ_OP_FROM, 0, CQ_TABLE(users));
	cq_push_ref(&statement, CQ_OP_LABEL, 0, "name");
	cq_push(&statement, CQ_OP_ORDER_BY, 1);
	cq_push(&statement, CQ_OP_STATEMENT, 3);
	check_clauses(&statement,
		"SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS \"name\" FROM \"users\" ORDER BY \"name\"",
		"SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS \"name\" FROM \"users\" ORDER BY \"name\"",
		"SELECT `users`.`id` AS `id`, `users`.`username` AS `name` FROM `users` ORDER BY `name`", __LINE__);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_behind_what_is_absent),
		cmocka_unit_test(joins),
		cmocka_unit_test(distinct_on),
		cmocka_unit_test(places_of_null),
		cmocka_unit_test(limits),
		cmocka_unit_test(locks),
		cmocka_unit_test(values_written_twice),
	};
	return cmocka_run_group_tests(tests, clause_setup, kit_teardown);
}
