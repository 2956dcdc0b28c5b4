/* sql_conflict_test.c: ON_CONFLICT_DO_NOTHING and ON_CONFLICT_DO_UPDATE behind every kind of INSERT.
 *
 * It knows nothing of what a database makes of the texts. ctest runs it.
 */
#include "sql_clause_kit.h"

static void nothing(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, SET(label, "a")), ON_CONFLICT_DO_NOTHING(tags)),
		"INSERT INTO \"tags\" (\"label\") VALUES (?) ON CONFLICT DO NOTHING",
		"INSERT INTO \"tags\" (\"label\") VALUES ($1) ON CONFLICT DO NOTHING",
		"INSERT INTO `tags` (`label`) VALUES (?) ON DUPLICATE KEY UPDATE `tags`.`label` = `tags`.`label`");
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, SET(label, "a")), ON_CONFLICT_DO_NOTHING(tags, KEY(label))),
		"INSERT INTO \"tags\" (\"label\") VALUES (?) ON CONFLICT (\"label\") DO NOTHING",
		"INSERT INTO \"tags\" (\"label\") VALUES ($1) ON CONFLICT (\"label\") DO NOTHING",
		"INSERT INTO `tags` (`label`) VALUES (?) ON DUPLICATE KEY UPDATE `tags`.`label` = `tags`.`label`");
	CHECK_CLAUSES(SQL(INSERT_INTO(users, SET(username, "a")), ON_CONFLICT_DO_NOTHING(users)),
		"INSERT INTO \"users\" (\"username\") VALUES (?) ON CONFLICT DO NOTHING",
		"INSERT INTO \"users\" (\"username\") VALUES ($1) ON CONFLICT DO NOTHING",
		"INSERT INTO `users` (`username`) VALUES (?) ON DUPLICATE KEY UPDATE `users`.`id` = `users`.`id`");
	CHECK_CLAUSES(SQL(INSERT_INTO(users, SET(username, "a")), ON_CONFLICT_DO_NOTHING(users, KEY(username))),
		"INSERT INTO \"users\" (\"username\") VALUES (?) ON CONFLICT (\"username\") DO NOTHING",
		"INSERT INTO \"users\" (\"username\") VALUES ($1) ON CONFLICT (\"username\") DO NOTHING",
		NULL);
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, SET(label, "a")), ON_CONFLICT_DO_NOTHING(tags), RETURNING(tags.uses)),
		"INSERT INTO \"tags\" (\"label\") VALUES (?) ON CONFLICT DO NOTHING RETURNING \"tags\".\"uses\"",
		"INSERT INTO \"tags\" (\"label\") VALUES ($1) ON CONFLICT DO NOTHING RETURNING \"tags\".\"uses\"",
		NULL);
}

static void update(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, SET(label, "a"), SET(uses, 1)), ON_CONFLICT_DO_UPDATE(tags, KEY(label), SET(uses, ADD(tags.uses, EXCLUDED(tags.uses))), SET(note, "again"))),
		"INSERT INTO \"tags\" (\"label\", \"uses\") VALUES (?, ?) ON CONFLICT (\"label\") DO UPDATE SET \"uses\" "
		"= \"tags\".\"uses\" + excluded.\"uses\", \"note\" = ?, \"used_at\" = strftime('%Y-%m-%d %H:%M:%f000', "
		"'now')",
		"INSERT INTO \"tags\" (\"label\", \"uses\") VALUES ($1, $2) ON CONFLICT (\"label\") DO UPDATE SET "
		"\"uses\" = \"tags\".\"uses\" + excluded.\"uses\", \"note\" = $3, \"used_at\" = CURRENT_TIMESTAMP",
		"INSERT INTO `tags` (`label`, `uses`) VALUES (?, ?) ON DUPLICATE KEY UPDATE `tags`.`uses` = "
		"`tags`.`uses` + VALUES(`uses`), `tags`.`note` = ?, `tags`.`used_at` = UTC_TIMESTAMP(6)");
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, SET(label, "a")), ON_CONFLICT_DO_UPDATE(tags, KEY(label), SET(uses, 3), SET(note, CONCAT(tags.note, "x"))), RETURNING(tags.uses)),
		"INSERT INTO \"tags\" (\"label\") VALUES (?) ON CONFLICT (\"label\") DO UPDATE SET \"uses\" = ?, "
		"\"note\" = \"tags\".\"note\" || ?, \"used_at\" = strftime('%Y-%m-%d %H:%M:%f000', 'now') RETURNING "
		"\"tags\".\"uses\"",
		"INSERT INTO \"tags\" (\"label\") VALUES ($1) ON CONFLICT (\"label\") DO UPDATE SET \"uses\" = $2, "
		"\"note\" = \"tags\".\"note\" || $3, \"used_at\" = CURRENT_TIMESTAMP RETURNING \"tags\".\"uses\"",
		"INSERT INTO `tags` (`label`) VALUES (?) ON DUPLICATE KEY UPDATE `tags`.`uses` = ?, `tags`.`note` = "
		"CONCAT(`tags`.`note`, ?), `tags`.`used_at` = UTC_TIMESTAMP(6) RETURNING `tags`.`uses`");
	CHECK_CLAUSES(SQL(INSERT_INTO(users, SET(username, "a")), ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(age, EXCLUDED(users.age)))),
		"INSERT INTO \"users\" (\"username\") VALUES (?) ON CONFLICT (\"username\") DO UPDATE SET \"age\" = "
		"excluded.\"age\", \"updated_at\" = strftime('%Y-%m-%d %H:%M:%f000', 'now')",
		"INSERT INTO \"users\" (\"username\") VALUES ($1) ON CONFLICT (\"username\") DO UPDATE SET \"age\" = "
		"excluded.\"age\", \"updated_at\" = CURRENT_TIMESTAMP",
		NULL);
}

static void of_what_is_selected(void **state)
{
	(void)state;
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, SET(label, posts.title)), FROM(posts), ON_CONFLICT_DO_UPDATE(tags, KEY(label), SET(uses, ADD(tags.uses, 1)))),
		"INSERT INTO \"tags\" (\"label\") SELECT \"posts\".\"title\" FROM \"posts\" WHERE 1 ON CONFLICT "
		"(\"label\") DO UPDATE SET \"uses\" = \"tags\".\"uses\" + ?, \"used_at\" = strftime('%Y-%m-%d "
		"%H:%M:%f000', 'now')",
		"INSERT INTO \"tags\" (\"label\") SELECT \"posts\".\"title\" FROM \"posts\" WHERE TRUE ON CONFLICT "
		"(\"label\") DO UPDATE SET \"uses\" = \"tags\".\"uses\" + CAST($1 AS INTEGER), \"used_at\" = "
		"CURRENT_TIMESTAMP",
		"INSERT INTO `tags` (`label`) SELECT `posts`.`title` FROM `posts` WHERE TRUE ON DUPLICATE KEY UPDATE "
		"`tags`.`uses` = `tags`.`uses` + ?, `tags`.`used_at` = UTC_TIMESTAMP(6)");
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, SET(label, UPPER(tags.label)), SET(uses, 3)), FROM(tags), WHERE(GT(tags.uses, 1)), ON_CONFLICT_DO_UPDATE(tags, KEY(label), SET(uses, EXCLUDED(tags.uses)))),
		"INSERT INTO \"tags\" (\"label\", \"uses\") SELECT UPPER(\"tags\".\"label\"), ? FROM \"tags\" WHERE "
		"\"tags\".\"uses\" > ? ON CONFLICT (\"label\") DO UPDATE SET \"uses\" = excluded.\"uses\", \"used_at\" = "
		"strftime('%Y-%m-%d %H:%M:%f000', 'now')",
		"INSERT INTO \"tags\" (\"label\", \"uses\") SELECT UPPER(\"tags\".\"label\"), CAST($1 AS INTEGER) FROM "
		"\"tags\" WHERE \"tags\".\"uses\" > $2 ON CONFLICT (\"label\") DO UPDATE SET \"uses\" = "
		"excluded.\"uses\", \"used_at\" = CURRENT_TIMESTAMP",
		"INSERT INTO `tags` (`label`, `uses`) SELECT `row`.`1`, `row`.`2` FROM (SELECT UPPER(`tags`.`label`) AS "
		"`1`, ? AS `2` FROM `tags` WHERE `tags`.`uses` > ?) AS `row` ON DUPLICATE KEY UPDATE `tags`.`uses` = "
		"VALUES(`uses`), `tags`.`used_at` = UTC_TIMESTAMP(6)");
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, SET(label, posts.title)), FROM(posts), CROSS_JOIN(users), ON_CONFLICT_DO_NOTHING(tags)),
		"INSERT INTO \"tags\" (\"label\") SELECT \"posts\".\"title\" FROM \"posts\" JOIN \"users\" WHERE 1 ON "
		"CONFLICT DO NOTHING",
		"INSERT INTO \"tags\" (\"label\") SELECT \"posts\".\"title\" FROM \"posts\" CROSS JOIN \"users\" WHERE "
		"TRUE ON CONFLICT DO NOTHING",
		"INSERT INTO `tags` (`label`) SELECT `posts`.`title` FROM `posts` CROSS JOIN `users` WHERE TRUE ON "
		"DUPLICATE KEY UPDATE `tags`.`label` = `tags`.`label`");
}

static void of_objects(void **state)
{
	(void)state;
	Tag objects[2] = { { 0 }, { 0 } };
	CHECK_CLAUSES(SQL(INSERT_INTO(tags, VALUES(objects, 2)), ON_CONFLICT_DO_UPDATE(tags, KEY(label), SET(uses, EXCLUDED(tags.uses)))),
		"INSERT INTO \"tags\" (\"label\", \"uses\", \"note\", \"used_at\") VALUES (?, ?, ?, ?) ON CONFLICT "
		"(\"label\") DO UPDATE SET \"uses\" = excluded.\"uses\", \"used_at\" = strftime('%Y-%m-%d %H:%M:%f000', "
		"'now')",
		"INSERT INTO \"tags\" (\"label\", \"uses\", \"note\", \"used_at\") VALUES ($1, $2, $3, $4) ON CONFLICT "
		"(\"label\") DO UPDATE SET \"uses\" = excluded.\"uses\", \"used_at\" = CURRENT_TIMESTAMP",
		"INSERT INTO `tags` (`label`, `uses`, `note`, `used_at`) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE "
		"`tags`.`uses` = VALUES(`uses`), `tags`.`used_at` = UTC_TIMESTAMP(6)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing),
		cmocka_unit_test(update),
		cmocka_unit_test(of_what_is_selected),
		cmocka_unit_test(of_objects),
	};
	return cmocka_run_group_tests(tests, clause_setup, kit_teardown);
}
