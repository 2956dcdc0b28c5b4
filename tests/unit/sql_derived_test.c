/* sql_derived_test.c: WITH, WITH_RECURSIVE and the sources that stand for tables: QUERY, LATERAL, VALUES_AS.
 *
 * It knows nothing of what a database makes of the texts. ctest runs it.
 */
#include "sql_clause_kit.h"

static void with(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(WITH(named, SELECT(users.id, users.username), FROM(users)), SELECT(named.id), FROM(named), WHERE(GT(named.id, 3))),
		"WITH \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\", \"users\".\"username\" FROM \"users\") "
		"SELECT \"named\".\"id\" FROM \"named\" WHERE \"named\".\"id\" > ?",
		"WITH \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\", \"users\".\"username\" FROM \"users\") "
		"SELECT \"named\".\"id\" FROM \"named\" WHERE \"named\".\"id\" > $1",
		"WITH `named` (`id`, `name`) AS (SELECT `users`.`id`, `users`.`username` FROM `users`) SELECT "
		"`named`.`id` FROM `named` WHERE `named`.`id` > ?");
	CHECK_CLAUSES(SQL(WITH(named, SELECT_ROW(Named), FROM(users)), WITH(found, SELECT(named.id, UPPER(named.name)), FROM(named)), SELECT(found.id, other.name), FROM(found), JOIN(other, EQ(other.id, found.id))),
		"WITH \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS "
		"\"name\" FROM \"users\"), \"found\" (\"id\", \"name\") AS (SELECT \"named\".\"id\", "
		"UPPER(\"named\".\"name\") FROM \"named\") SELECT \"found\".\"id\", \"other\".\"name\" FROM \"found\" "
		"JOIN \"named\" AS \"other\" ON \"other\".\"id\" = \"found\".\"id\"",
		"WITH \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS "
		"\"name\" FROM \"users\"), \"found\" (\"id\", \"name\") AS (SELECT \"named\".\"id\", "
		"UPPER(\"named\".\"name\") FROM \"named\") SELECT \"found\".\"id\", \"other\".\"name\" FROM \"found\" "
		"JOIN \"named\" AS \"other\" ON \"other\".\"id\" = \"found\".\"id\"",
		"WITH `named` (`id`, `name`) AS (SELECT `users`.`id` AS `id`, `users`.`username` AS `name` FROM "
		"`users`), `found` (`id`, `name`) AS (SELECT `named`.`id`, UPPER(`named`.`name`) FROM `named`) SELECT "
		"`found`.`id`, `other`.`name` FROM `found` JOIN `named` AS `other` ON `other`.`id` = `found`.`id`");
	CHECK_CLAUSES(SQL(SELECT(users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(WITH(named, SELECT(posts.author_id, posts.title), FROM(posts)), SELECT(named.id), FROM(named))))),
		"SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" IN (WITH \"named\" (\"id\", \"name\") AS "
		"(SELECT \"posts\".\"author_id\", \"posts\".\"title\" FROM \"posts\") SELECT \"named\".\"id\" FROM "
		"\"named\")",
		"SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" IN (WITH \"named\" (\"id\", \"name\") AS "
		"(SELECT \"posts\".\"author_id\", \"posts\".\"title\" FROM \"posts\") SELECT \"named\".\"id\" FROM "
		"\"named\")",
		"SELECT `users`.`id` FROM `users` WHERE `users`.`id` IN (WITH `named` (`id`, `name`) AS (SELECT "
		"`posts`.`author_id`, `posts`.`title` FROM `posts`) SELECT `named`.`id` FROM `named`)");
}

static void with_before_writes(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(WITH(named, SELECT_ROW(Named), FROM(users)), UPDATE(posts, SET(votes, 3)), WHERE(IN(posts.author_id, SUBQUERY(SELECT(named.id), FROM(named))))),
		"WITH \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS "
		"\"name\" FROM \"users\") UPDATE \"posts\" SET \"votes\" = ? WHERE \"posts\".\"author_id\" IN (SELECT "
		"\"named\".\"id\" FROM \"named\")",
		"WITH \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS "
		"\"name\" FROM \"users\") UPDATE \"posts\" SET \"votes\" = $1 WHERE \"posts\".\"author_id\" IN (SELECT "
		"\"named\".\"id\" FROM \"named\")",
		NULL);
	CHECK_CLAUSES(SQL(WITH(named, SELECT_ROW(Named), FROM(users)), DELETE_FROM(posts), USING(named), WHERE(EQ(posts.author_id, named.id))),
		"WITH \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS "
		"\"name\" FROM \"users\") DELETE FROM \"posts\" WHERE rowid IN (SELECT \"posts\".rowid FROM \"posts\" "
		"JOIN \"named\" WHERE \"posts\".\"author_id\" = \"named\".\"id\")",
		"WITH \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS "
		"\"name\" FROM \"users\") DELETE FROM \"posts\" USING \"named\" WHERE \"posts\".\"author_id\" = "
		"\"named\".\"id\"",
		NULL);
	CHECK_CLAUSES(SQL(WITH(named, SELECT_ROW(Named), FROM(users)), INSERT_INTO(posts, SET(author_id, named.id), SET(title, named.name)), FROM(named)),
		"WITH \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS "
		"\"name\" FROM \"users\") INSERT INTO \"posts\" (\"author_id\", \"title\") SELECT \"named\".\"id\", "
		"\"named\".\"name\" FROM \"named\"",
		"WITH \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS "
		"\"name\" FROM \"users\") INSERT INTO \"posts\" (\"author_id\", \"title\") SELECT \"named\".\"id\", "
		"\"named\".\"name\" FROM \"named\"",
		"INSERT INTO `posts` (`author_id`, `title`) WITH `named` (`id`, `name`) AS (SELECT `users`.`id` AS `id`, "
		"`users`.`username` AS `name` FROM `users`) SELECT `named`.`id`, `named`.`name` FROM `named`");
}

static void recursion(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(WITH_RECURSIVE(named, SELECT(VALUE(1), VALUE("x")), UNION_ALL(SELECT(ADD(named.id, 1), CONCAT(named.name, "y")), FROM(named), WHERE(LT(named.id, 5)))), SELECT(named.id, named.name), FROM(named), ORDER_BY(named.id)),
		"WITH RECURSIVE \"named\" (\"id\", \"name\") AS (SELECT ?, ? UNION ALL SELECT \"named\".\"id\" + ?, "
		"\"named\".\"name\" || ? FROM \"named\" WHERE \"named\".\"id\" < ?) SELECT \"named\".\"id\", "
		"\"named\".\"name\" FROM \"named\" ORDER BY \"named\".\"id\"",
		"WITH RECURSIVE \"named\" (\"id\", \"name\") AS (SELECT CAST($1 AS BIGINT), CAST($2 AS TEXT) UNION ALL "
		"SELECT CAST(\"named\".\"id\" + CAST($3 AS INTEGER) AS BIGINT), CAST(\"named\".\"name\" || $4 AS TEXT) "
		"FROM \"named\" WHERE \"named\".\"id\" < $5) SELECT \"named\".\"id\", \"named\".\"name\" FROM \"named\" "
		"ORDER BY \"named\".\"id\"",
		"WITH RECURSIVE `named` (`id`, `name`) AS (SELECT ?, CAST(? AS CHAR(16777216)) UNION ALL SELECT "
		"`named`.`id` + ?, CAST(CONCAT(`named`.`name`, ?) AS CHAR(16777216)) FROM `named` WHERE `named`.`id` < "
		"?) SELECT `named`.`id`, `named`.`name` FROM `named` ORDER BY `named`.`id`");
	CHECK_CLAUSES(SQL(WITH_RECURSIVE(named, SELECT(users.id, users.username), FROM(users), WHERE(IS_NULL(users.boss_id)), UNION(SELECT(users.id, named.name), FROM(users), JOIN(named, EQ(users.boss_id, named.id)))), SELECT(named.id, named.name), FROM(named)),
		"WITH RECURSIVE \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\", \"users\".\"username\" FROM "
		"\"users\" WHERE \"users\".\"boss_id\" IS NULL UNION SELECT \"users\".\"id\", \"named\".\"name\" FROM "
		"\"users\" JOIN \"named\" ON \"users\".\"boss_id\" = \"named\".\"id\") SELECT \"named\".\"id\", "
		"\"named\".\"name\" FROM \"named\"",
		"WITH RECURSIVE \"named\" (\"id\", \"name\") AS (SELECT \"users\".\"id\", CAST(\"users\".\"username\" AS "
		"TEXT) FROM \"users\" WHERE \"users\".\"boss_id\" IS NULL UNION SELECT \"users\".\"id\", "
		"\"named\".\"name\" FROM \"users\" JOIN \"named\" ON \"users\".\"boss_id\" = \"named\".\"id\") SELECT "
		"\"named\".\"id\", \"named\".\"name\" FROM \"named\"",
		"WITH RECURSIVE `named` (`id`, `name`) AS (SELECT `users`.`id`, CAST(`users`.`username` AS "
		"CHAR(16777216)) FROM `users` WHERE `users`.`boss_id` IS NULL UNION SELECT `users`.`id`, `named`.`name` "
		"FROM `users` JOIN `named` ON `users`.`boss_id` = `named`.`id`) SELECT `named`.`id`, `named`.`name` FROM "
		"`named`");
}

static void queries_as_tables(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(named.id, named.name), FROM(QUERY(named, SELECT(AS(users.id, x), LOWER(users.username)), FROM(users), ORDER_BY(DESC(LABEL(x))), LIMIT(3)))),
		"SELECT \"named\".\"id\", \"named\".\"name\" FROM (SELECT \"users\".\"id\" AS \"id\", "
		"LOWER(\"users\".\"username\") AS \"name\" FROM \"users\" ORDER BY \"id\" DESC LIMIT ?) AS \"named\"",
		"SELECT \"named\".\"id\", \"named\".\"name\" FROM (SELECT \"users\".\"id\" AS \"id\", "
		"LOWER(\"users\".\"username\") AS \"name\" FROM \"users\" ORDER BY \"id\" DESC LIMIT $1) AS \"named\"",
		"SELECT `named`.`id`, `named`.`name` FROM (SELECT `users`.`id` AS `id`, LOWER(`users`.`username`) AS "
		"`name` FROM `users` ORDER BY `id` DESC LIMIT ?) AS `named`");
	CHECK_CLAUSES(SQL(SELECT(users.age, named.name), FROM(users), LEFT_JOIN(QUERY(named, SELECT(posts.author_id, VALUE("a")), FROM(posts)), EQ(named.id, users.id), GT(users.age, 3))),
		"SELECT \"users\".\"age\", \"named\".\"name\" FROM \"users\" LEFT JOIN (SELECT \"posts\".\"author_id\" "
		"AS \"id\", ? AS \"name\" FROM \"posts\") AS \"named\" ON \"named\".\"id\" = \"users\".\"id\" AND "
		"\"users\".\"age\" > ?",
		"SELECT \"users\".\"age\", \"named\".\"name\" FROM \"users\" LEFT JOIN (SELECT \"posts\".\"author_id\" "
		"AS \"id\", CAST($1 AS TEXT) AS \"name\" FROM \"posts\") AS \"named\" ON \"named\".\"id\" = "
		"\"users\".\"id\" AND \"users\".\"age\" > $2",
		"SELECT `users`.`age`, `named`.`name` FROM `users` LEFT JOIN (SELECT `posts`.`author_id` AS `id`, ? AS "
		"`name` FROM `posts`) AS `named` ON `named`.`id` = `users`.`id` AND `users`.`age` > ?");
	CHECK_CLAUSES(SQL(SELECT(users.id, named.name), FROM(users), LEFT_JOIN(LATERAL(named, SELECT(posts.id, posts.title), FROM(posts), WHERE(EQ(posts.author_id, users.id)), LIMIT(1)), GT(named.id, 0))),
		NULL,
		"SELECT \"users\".\"id\", \"named\".\"name\" FROM \"users\" LEFT JOIN LATERAL (SELECT \"posts\".\"id\" "
		"AS \"id\", \"posts\".\"title\" AS \"name\" FROM \"posts\" WHERE \"posts\".\"author_id\" = "
		"\"users\".\"id\" LIMIT $1) AS \"named\" ON \"named\".\"id\" > $2",
		NULL);
	CHECK_CLAUSES(SQL(SELECT(named.id, found.name), FROM(QUERY(named, SELECT_ROW(Named), FROM(users), UNION(SELECT(posts.id, posts.title), FROM(posts)))), CROSS_JOIN(QUERY(found, SELECT_ROW(Named), FROM(users)))),
		"SELECT \"named\".\"id\", \"found\".\"name\" FROM (SELECT \"users\".\"id\" AS \"id\", "
		"\"users\".\"username\" AS \"name\" FROM \"users\" UNION SELECT \"posts\".\"id\", \"posts\".\"title\" "
		"FROM \"posts\") AS \"named\" JOIN (SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS "
		"\"name\" FROM \"users\") AS \"found\"",
		"SELECT \"named\".\"id\", \"found\".\"name\" FROM (SELECT \"users\".\"id\" AS \"id\", "
		"\"users\".\"username\" AS \"name\" FROM \"users\" UNION SELECT \"posts\".\"id\", \"posts\".\"title\" "
		"FROM \"posts\") AS \"named\" CROSS JOIN (SELECT \"users\".\"id\" AS \"id\", \"users\".\"username\" AS "
		"\"name\" FROM \"users\") AS \"found\"",
		"SELECT `named`.`id`, `found`.`name` FROM (SELECT `users`.`id` AS `id`, `users`.`username` AS `name` "
		"FROM `users` UNION SELECT `posts`.`id`, `posts`.`title` FROM `posts`) AS `named` CROSS JOIN (SELECT "
		"`users`.`id` AS `id`, `users`.`username` AS `name` FROM `users`) AS `found`");
}

static void lists_of_rows(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(SELECT(users.id, named.name), FROM(users), JOIN(VALUES_AS(named, ROW(1, "a"), ROW(2, "b")), EQ(users.id, named.id))),
		"SELECT \"users\".\"id\", \"named\".\"name\" FROM \"users\" JOIN (SELECT ? AS \"id\", ? AS \"name\" "
		"UNION ALL SELECT ?, ?) AS \"named\" ON \"users\".\"id\" = \"named\".\"id\"",
		"SELECT \"users\".\"id\", \"named\".\"name\" FROM \"users\" JOIN (SELECT CAST($1 AS BIGINT) AS \"id\", "
		"CAST($2 AS TEXT) AS \"name\" UNION ALL SELECT CAST($3 AS BIGINT), CAST($4 AS TEXT)) AS \"named\" ON "
		"\"users\".\"id\" = \"named\".\"id\"",
		"SELECT `users`.`id`, `named`.`name` FROM `users` JOIN (SELECT ? AS `id`, ? AS `name` UNION ALL SELECT "
		"?, ?) AS `named` ON `users`.`id` = `named`.`id`");
	CHECK_CLAUSES(SQL(SELECT(named.id, named.name), FROM(VALUES_AS(named, ROW(1, "a")))),
		"SELECT \"named\".\"id\", \"named\".\"name\" FROM (SELECT ? AS \"id\", ? AS \"name\") AS \"named\"",
		"SELECT \"named\".\"id\", \"named\".\"name\" FROM (SELECT CAST($1 AS BIGINT) AS \"id\", CAST($2 AS TEXT) "
		"AS \"name\") AS \"named\"",
		"SELECT `named`.`id`, `named`.`name` FROM (SELECT ? AS `id`, ? AS `name`) AS `named`");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(with),
		cmocka_unit_test(with_before_writes),
		cmocka_unit_test(recursion),
		cmocka_unit_test(queries_as_tables),
		cmocka_unit_test(lists_of_rows),
	};
	return cmocka_run_group_tests(tests, clause_setup, kit_teardown);
}
