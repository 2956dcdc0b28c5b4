/* sql_write_test.c: INSERT from what a query selects, UPDATE and DELETE with other tables, assignments that read each other.
 *
 * It knows nothing of what a database makes of the texts. ctest runs it.
 */
#include "sql_clause_kit.h"

static void inserting_what_is_selected(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(INSERT_INTO(users, SET(username, posts.title), SET(age, 3), SET(bio, NULL_TEXT), SET(role, ROLE_EDITOR)), FROM(posts), WHERE(GT(posts.votes, 1))),
		"INSERT INTO \"users\" (\"username\", \"age\", \"bio\", \"role\") SELECT \"posts\".\"title\", ?, NULL, ? "
		"FROM \"posts\" WHERE \"posts\".\"votes\" > ?",
		"INSERT INTO \"users\" (\"username\", \"age\", \"bio\", \"role\") SELECT \"posts\".\"title\", CAST($1 AS "
		"INTEGER), NULL, CAST($2 AS TEXT) FROM \"posts\" WHERE \"posts\".\"votes\" > $3",
		"INSERT INTO `users` (`username`, `age`, `bio`, `role`) SELECT `posts`.`title`, ?, NULL, ? FROM `posts` "
		"WHERE `posts`.`votes` > ?");
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, SET(label, posts.title), SET(note, MAX(users.bio))), FROM(posts), JOIN(users, EQ(users.id, posts.author_id)), GROUP_BY(posts.title), HAVING(GT(COUNT(posts.id), 2)), ORDER_BY(posts.title), LIMIT(3)),
		"INSERT INTO \"tags\" (\"label\", \"note\") SELECT \"posts\".\"title\", MAX(\"users\".\"bio\") FROM "
		"\"posts\" JOIN \"users\" ON \"users\".\"id\" = \"posts\".\"author_id\" GROUP BY \"posts\".\"title\" "
		"HAVING COUNT(\"posts\".\"id\") > ? ORDER BY \"posts\".\"title\" LIMIT ?",
		"INSERT INTO \"tags\" (\"label\", \"note\") SELECT \"posts\".\"title\", MAX(\"users\".\"bio\") FROM "
		"\"posts\" JOIN \"users\" ON \"users\".\"id\" = \"posts\".\"author_id\" GROUP BY \"posts\".\"title\" "
		"HAVING COUNT(\"posts\".\"id\") > $1 ORDER BY \"posts\".\"title\" LIMIT $2",
		"INSERT INTO `tags` (`label`, `note`) SELECT `posts`.`title`, MAX(`users`.`bio`) FROM `posts` JOIN "
		"`users` ON `users`.`id` = `posts`.`author_id` GROUP BY `posts`.`title` HAVING COUNT(`posts`.`id`) > ? "
		"ORDER BY `posts`.`title` LIMIT ?");
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, SET(label, named.name)), FROM(QUERY(named, SELECT_ROW(Named), FROM(users))), RETURNING(tags.label)),
		"INSERT INTO \"tags\" (\"label\") SELECT \"named\".\"name\" FROM (SELECT \"users\".\"id\" AS \"id\", "
		"\"users\".\"username\" AS \"name\" FROM \"users\") AS \"named\" RETURNING \"tags\".\"label\"",
		"INSERT INTO \"tags\" (\"label\") SELECT \"named\".\"name\" FROM (SELECT \"users\".\"id\" AS \"id\", "
		"\"users\".\"username\" AS \"name\" FROM \"users\") AS \"named\" RETURNING \"tags\".\"label\"",
		"INSERT INTO `tags` (`label`) SELECT `named`.`name` FROM (SELECT `users`.`id` AS `id`, "
		"`users`.`username` AS `name` FROM `users`) AS `named` RETURNING `tags`.`label`");
}

static void updating_from(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(UPDATE(users, SET(age, posts.votes), SET(bio, posts.title)), FROM(posts), WHERE(EQ(posts.author_id, users.id))),
		"UPDATE \"users\" SET \"age\" = \"posts\".\"votes\", \"bio\" = \"posts\".\"title\", \"updated_at\" = "
		"strftime('%Y-%m-%d %H:%M:%f000', 'now') FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\"",
		"UPDATE \"users\" SET \"age\" = \"posts\".\"votes\", \"bio\" = \"posts\".\"title\", \"updated_at\" = "
		"CURRENT_TIMESTAMP FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\"",
		"UPDATE `users` CROSS JOIN `posts` SET `users`.`age` = `posts`.`votes`, `users`.`bio` = `posts`.`title`, "
		"`users`.`updated_at` = UTC_TIMESTAMP(6) WHERE `posts`.`author_id` = `users`.`id`");
	CHECK_CLAUSES(SQL(UPDATE(users, SET(age, posts.votes)), FROM(posts), LEFT_JOIN(boss, EQ(boss.id, posts.author_id)), WHERE(EQ(posts.author_id, users.id), OR(GT(users.age, 1), IS_NULL(boss.bio)))),
		"UPDATE \"users\" SET \"age\" = \"posts\".\"votes\", \"updated_at\" = strftime('%Y-%m-%d %H:%M:%f000', "
		"'now') FROM \"posts\" LEFT JOIN \"users\" AS \"boss\" ON \"boss\".\"id\" = \"posts\".\"author_id\" "
		"WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND (\"users\".\"age\" > ? OR \"boss\".\"bio\" IS NULL)",
		"UPDATE \"users\" SET \"age\" = \"posts\".\"votes\", \"updated_at\" = CURRENT_TIMESTAMP FROM \"posts\" "
		"LEFT JOIN \"users\" AS \"boss\" ON \"boss\".\"id\" = \"posts\".\"author_id\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\" AND (\"users\".\"age\" > $1 OR \"boss\".\"bio\" IS NULL)",
		"UPDATE `users` CROSS JOIN `posts` LEFT JOIN `users` AS `boss` ON `boss`.`id` = `posts`.`author_id` SET "
		"`users`.`age` = `posts`.`votes`, `users`.`updated_at` = UTC_TIMESTAMP(6) WHERE `posts`.`author_id` = "
		"`users`.`id` AND (`users`.`age` > ? OR `boss`.`bio` IS NULL)");
	CHECK_CLAUSES(SQL(UPDATE(users, SET(age, orders.line)), FROM(posts), RIGHT_JOIN(orders, EQ(orders.line, posts.votes)), WHERE(EQ(orders.number, users.age))),
		"UPDATE \"users\" SET \"age\" = \"the orders\".\"line\", \"updated_at\" = strftime('%Y-%m-%d "
		"%H:%M:%f000', 'now') FROM \"posts\" RIGHT JOIN \"the orders\" ON \"the orders\".\"line\" = "
		"\"posts\".\"votes\" WHERE \"the orders\".\"order\" = \"users\".\"age\"",
		"UPDATE \"users\" SET \"age\" = \"the orders\".\"line\", \"updated_at\" = CURRENT_TIMESTAMP FROM "
		"\"posts\" RIGHT JOIN \"the orders\" ON \"the orders\".\"line\" = \"posts\".\"votes\" WHERE \"the "
		"orders\".\"order\" = \"users\".\"age\"",
		"UPDATE `users` CROSS JOIN (`posts` RIGHT JOIN `the orders` ON `the orders`.`line` = `posts`.`votes`) "
		"SET `users`.`age` = `the orders`.`line`, `users`.`updated_at` = UTC_TIMESTAMP(6) WHERE `the "
		"orders`.`order` = `users`.`age`");
	CHECK_CLAUSES(SQL(UPDATE(users, SET(bio, named.name)), FROM(QUERY(named, SELECT(posts.author_id, posts.title), FROM(posts))), WHERE(EQ(named.id, users.id))),
		"UPDATE \"users\" SET \"bio\" = \"named\".\"name\", \"updated_at\" = strftime('%Y-%m-%d %H:%M:%f000', "
		"'now') FROM (SELECT \"posts\".\"author_id\" AS \"id\", \"posts\".\"title\" AS \"name\" FROM \"posts\") "
		"AS \"named\" WHERE \"named\".\"id\" = \"users\".\"id\"",
		"UPDATE \"users\" SET \"bio\" = \"named\".\"name\", \"updated_at\" = CURRENT_TIMESTAMP FROM (SELECT "
		"\"posts\".\"author_id\" AS \"id\", \"posts\".\"title\" AS \"name\" FROM \"posts\") AS \"named\" WHERE "
		"\"named\".\"id\" = \"users\".\"id\"",
		"UPDATE `users` CROSS JOIN (SELECT `posts`.`author_id` AS `id`, `posts`.`title` AS `name` FROM `posts`) "
		"AS `named` SET `users`.`bio` = `named`.`name`, `users`.`updated_at` = UTC_TIMESTAMP(6) WHERE "
		"`named`.`id` = `users`.`id`");
	CHECK_CLAUSES(SQL(UPDATE(users, SET(age, posts.votes)), FROM(posts), WHERE(EQ(posts.author_id, users.id), IN(users.id, SUBQUERY(SELECT(boss.boss_id), FROM(boss))))),
		"UPDATE \"users\" SET \"age\" = \"posts\".\"votes\", \"updated_at\" = strftime('%Y-%m-%d %H:%M:%f000', "
		"'now') FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND \"users\".\"id\" IN (SELECT "
		"\"boss\".\"boss_id\" FROM \"users\" AS \"boss\")",
		"UPDATE \"users\" SET \"age\" = \"posts\".\"votes\", \"updated_at\" = CURRENT_TIMESTAMP FROM \"posts\" "
		"WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND \"users\".\"id\" IN (SELECT \"boss\".\"boss_id\" "
		"FROM \"users\" AS \"boss\")",
		"UPDATE `users` CROSS JOIN `posts` SET `users`.`age` = `posts`.`votes`, `users`.`updated_at` = "
		"UTC_TIMESTAMP(6) WHERE `posts`.`author_id` = `users`.`id` AND `users`.`id` IN (SELECT `boss`.`boss_id` "
		"FROM (SELECT `users`.`id`, `users`.`username`, `users`.`bio`, `users`.`age`, `users`.`is_active`, "
		"`users`.`role`, `users`.`boss_id`, `users`.`created_at`, `users`.`updated_at` FROM `users`) AS `boss`)");
	CHECK_CLAUSES(SQL(UPDATE(users, SET(age, posts.votes)), FROM(posts), WHERE(EQ(posts.author_id, users.id)), RETURNING(users.id)),
		"UPDATE \"users\" SET \"age\" = \"posts\".\"votes\", \"updated_at\" = strftime('%Y-%m-%d %H:%M:%f000', "
		"'now') FROM \"posts\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" RETURNING \"users\".\"id\"",
		"UPDATE \"users\" SET \"age\" = \"posts\".\"votes\", \"updated_at\" = CURRENT_TIMESTAMP FROM \"posts\" "
		"WHERE \"posts\".\"author_id\" = \"users\".\"id\" RETURNING \"users\".\"id\"",
		NULL);
}

static void updating_by_itself(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(UPDATE(users, SET(age, ADD(users.age, 1))), WHERE(EQ(users.age, SUBQUERY(SELECT(MAX(boss.age)), FROM(boss))))),
		"UPDATE \"users\" SET \"age\" = \"users\".\"age\" + ?, \"updated_at\" = strftime('%Y-%m-%d %H:%M:%f000', "
		"'now') WHERE \"users\".\"age\" = (SELECT MAX(\"boss\".\"age\") FROM \"users\" AS \"boss\")",
		"UPDATE \"users\" SET \"age\" = \"users\".\"age\" + CAST($1 AS INTEGER), \"updated_at\" = "
		"CURRENT_TIMESTAMP WHERE \"users\".\"age\" = (SELECT MAX(\"boss\".\"age\") FROM \"users\" AS \"boss\")",
		"UPDATE `users` SET `age` = `users`.`age` + ?, `updated_at` = UTC_TIMESTAMP(6) WHERE `users`.`age` = "
		"(SELECT MAX(`boss`.`age`) FROM `users` AS `boss`)");
	CHECK_CLAUSES(SQL(UPDATE(posts, SET(votes, 3)), WHERE(EQ(posts.id, 3)), RETURNING(posts.id)),
		"UPDATE \"posts\" SET \"votes\" = ? WHERE \"posts\".\"id\" = ? RETURNING \"posts\".\"id\"",
		"UPDATE \"posts\" SET \"votes\" = $1 WHERE \"posts\".\"id\" = $2 RETURNING \"posts\".\"id\"",
		NULL);
}

static void assigning_at_once(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(UPDATE(posts, SET(author_id, 3), SET(votes, posts.author_id), SET(title, "x")), WHERE(EQ(posts.id, 3))),
		"UPDATE \"posts\" SET \"author_id\" = ?, \"votes\" = \"posts\".\"author_id\", \"title\" = ? WHERE "
		"\"posts\".\"id\" = ?",
		"UPDATE \"posts\" SET \"author_id\" = $1, \"votes\" = \"posts\".\"author_id\", \"title\" = $2 WHERE "
		"\"posts\".\"id\" = $3",
		"UPDATE `posts` SET `votes` = `posts`.`author_id`, `author_id` = ?, `title` = ? WHERE `posts`.`id` = ?");
	CHECK_CLAUSES(SQL(UPDATE(orders, SET(number, orders.line), SET(line, orders.number)), WHERE(EQ(orders.number, 3))),
		"UPDATE \"the orders\" SET \"order\" = \"the orders\".\"line\", \"line\" = \"the orders\".\"order\" "
		"WHERE \"the orders\".\"order\" = ?",
		"UPDATE \"the orders\" SET \"order\" = \"the orders\".\"line\", \"line\" = \"the orders\".\"order\" "
		"WHERE \"the orders\".\"order\" = $1",
		NULL);
}

static void deleting_using(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(DELETE_FROM(posts), USING(users), WHERE(EQ(posts.author_id, users.id), GT(users.age, 3))),
		"DELETE FROM \"posts\" WHERE rowid IN (SELECT \"posts\".rowid FROM \"posts\" JOIN \"users\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\" AND \"users\".\"age\" > ?)",
		"DELETE FROM \"posts\" USING \"users\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND "
		"\"users\".\"age\" > $1",
		"DELETE `posts` FROM `posts` CROSS JOIN `users` WHERE `posts`.`author_id` = `users`.`id` AND "
		"`users`.`age` > ?");
	CHECK_CLAUSES(SQL(DELETE_FROM(posts), USING(users), JOIN(boss, EQ(boss.id, users.boss_id)), WHERE(EQ(posts.author_id, users.id), GT(boss.age, 3))),
		"DELETE FROM \"posts\" WHERE rowid IN (SELECT \"posts\".rowid FROM \"posts\" JOIN \"users\" JOIN "
		"\"users\" AS \"boss\" ON \"boss\".\"id\" = \"users\".\"boss_id\" WHERE \"posts\".\"author_id\" = "
		"\"users\".\"id\" AND \"boss\".\"age\" > ?)",
		"DELETE FROM \"posts\" USING \"users\" JOIN \"users\" AS \"boss\" ON \"boss\".\"id\" = "
		"\"users\".\"boss_id\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND \"boss\".\"age\" > $1",
		"DELETE `posts` FROM `posts` CROSS JOIN `users` JOIN `users` AS `boss` ON `boss`.`id` = "
		"`users`.`boss_id` WHERE `posts`.`author_id` = `users`.`id` AND `boss`.`age` > ?");
	CHECK_CLAUSES(SQL(DELETE_FROM(posts), USING(users), WHERE(EQ(posts.author_id, users.id), EQ(posts.votes, SUBQUERY(SELECT(MAX(posts.votes)), FROM(posts))))),
		"DELETE FROM \"posts\" WHERE rowid IN (SELECT \"posts\".rowid FROM \"posts\" JOIN \"users\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\" AND \"posts\".\"votes\" = (SELECT MAX(\"posts\".\"votes\") "
		"FROM \"posts\"))",
		"DELETE FROM \"posts\" USING \"users\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" AND "
		"\"posts\".\"votes\" = (SELECT MAX(\"posts\".\"votes\") FROM \"posts\")",
		"DELETE `posts` FROM `posts` CROSS JOIN `users` WHERE `posts`.`author_id` = `users`.`id` AND "
		"`posts`.`votes` = (SELECT MAX(`posts`.`votes`) FROM (SELECT `posts`.`id`, `posts`.`author_id`, "
		"`posts`.`title`, `posts`.`price`, `posts`.`rating`, `posts`.`weight`, `posts`.`votes`, `posts`.`body`, "
		"`posts`.`picture`, `posts`.`key`, `posts`.`day`, `posts`.`slug` FROM `posts`) AS `posts`)");
	CHECK_CLAUSES(SQL(DELETE_FROM(posts), USING(users), WHERE(EQ(posts.author_id, users.id)), RETURNING(posts.id)),
		"DELETE FROM \"posts\" WHERE rowid IN (SELECT \"posts\".rowid FROM \"posts\" JOIN \"users\" WHERE "
		"\"posts\".\"author_id\" = \"users\".\"id\") RETURNING \"posts\".\"id\"",
		"DELETE FROM \"posts\" USING \"users\" WHERE \"posts\".\"author_id\" = \"users\".\"id\" RETURNING "
		"\"posts\".\"id\"",
		NULL);
	CHECK_CLAUSES(SQL(DELETE_FROM(posts), WHERE(GT(posts.votes, 1)), RETURNING(posts.id)),
		"DELETE FROM \"posts\" WHERE \"posts\".\"votes\" > ? RETURNING \"posts\".\"id\"",
		"DELETE FROM \"posts\" WHERE \"posts\".\"votes\" > $1 RETURNING \"posts\".\"id\"",
		"DELETE FROM `posts` WHERE `posts`.`votes` > ? RETURNING `posts`.`id`");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(inserting_what_is_selected),
		cmocka_unit_test(updating_from),
		cmocka_unit_test(updating_by_itself),
		cmocka_unit_test(assigning_at_once),
		cmocka_unit_test(deleting_using),
	};
	return cmocka_run_group_tests(tests, clause_setup, kit_teardown);
}
