/* sql_soft_test.c: the texts of statements whose tables hide what is deleted softly: in joins of every kind, and through associations.
 *
 * It knows nothing of what a database makes of the texts. ctest runs it.
 */
#define rooms_RELATIONS(RELATION) RELATION(guests, MANY_TO_MANY(Guest, stays, room_id, guest_id))

#include "sql_clause_kit.h"

#include "session/soft_delete.h"

#define rooms_COLUMNS(COLUMN)            \
	COLUMN(id, BIGINT, PRIMARY_KEY)      \
	CQ_SOFT_DELETE(COLUMN)
#define guests_COLUMNS(COLUMN)           \
	COLUMN(id, BIGINT, PRIMARY_KEY)      \
	COLUMN(name, VARCHAR(20), SQL_NAME("full name"))
#define stays_COLUMNS(COLUMN)            \
	COLUMN(room_id, BIGINT, PRIMARY_KEY) \
	COLUMN(guest_id, BIGINT, PRIMARY_KEY) \
	CQ_SOFT_DELETE(COLUMN)
CQ_MODEL(Room, rooms)
CQ_MODEL(Guest, guests)
CQ_ASSOCIATION(stays)
CQ_ALIAS(rooms, others)

static int soft_setup(void **state)
{
	static const cq_table *tables[8];
	size_t count;
	cq__ddl ddl;
	const cq_table *const *const kit = kit_tables(&count);
	if (clause_setup(state) != 0)
		return -1;
	memcpy(tables, kit, count * sizeof *tables);
	tables[count++] = CQ_TABLE(tags);
	const cq_table *const own[] = { CQ_TABLE(rooms), CQ_TABLE(guests), CQ_TABLE(stays) };
	memcpy(tables + count, own, sizeof own);
	assert_int_equal(cq__ddl_create(&cq__dialect_sqlite, own, 3, &ddl, NULL), CQ_OK);
	kit_run(kit_database, &ddl);
	cq__ddl_release(&ddl);
	record_begin(tables, count + 3);
	return 0;
}

#define CHECK_HIDDEN(clauses, sqlite, postgres, mariadb)                                   \
	do {                                                                                    \
		cq_statement hidden = STATEMENT(clauses);                                           \
		assert_int_equal(cq__soft_delete_filter(NULL, &hidden), CQ_OK);                     \
		check_clauses(&hidden, sqlite, postgres, mariadb, __LINE__);              \
	} while (0)

static void joins(void **state)
{
	(void)state;
	CHECK_HIDDEN(SQL(SELECT(guests.id), FROM(guests), LEFT_JOIN(rooms, EQ(rooms.id, guests.id))),
		"SELECT \"guests\".\"id\" FROM \"guests\" LEFT JOIN \"rooms\" ON \"rooms\".\"id\" = \"guests\".\"id\" "
		"AND \"rooms\".\"deleted_at\" IS NULL",
		"SELECT \"guests\".\"id\" FROM \"guests\" LEFT JOIN \"rooms\" ON \"rooms\".\"id\" = \"guests\".\"id\" "
		"AND \"rooms\".\"deleted_at\" IS NULL",
		"SELECT `guests`.`id` FROM `guests` LEFT JOIN `rooms` ON `rooms`.`id` = `guests`.`id` "
		"AND `rooms`.`deleted_at` IS NULL");
	CHECK_HIDDEN(SQL(SELECT(guests.id), FROM(rooms), LEFT_JOIN(guests, EQ(rooms.id, guests.id))),
		"SELECT \"guests\".\"id\" FROM \"rooms\" LEFT JOIN \"guests\" ON \"rooms\".\"id\" = \"guests\".\"id\" "
		"WHERE \"rooms\".\"deleted_at\" IS NULL",
		"SELECT \"guests\".\"id\" FROM \"rooms\" LEFT JOIN \"guests\" ON \"rooms\".\"id\" = \"guests\".\"id\" "
		"WHERE \"rooms\".\"deleted_at\" IS NULL",
		"SELECT `guests`.`id` FROM `rooms` LEFT JOIN `guests` ON `rooms`.`id` = `guests`.`id` "
		"WHERE `rooms`.`deleted_at` IS NULL");
	CHECK_HIDDEN(SQL(SELECT(guests.id), FROM(rooms), RIGHT_JOIN(guests, EQ(rooms.id, guests.id)), WHERE(GT(guests.id, 3))),
		"SELECT \"guests\".\"id\" FROM (SELECT \"rooms\".\"id\", \"rooms\".\"deleted_at\" FROM \"rooms\" WHERE "
		"\"rooms\".\"deleted_at\" IS NULL) AS \"rooms\" RIGHT JOIN \"guests\" ON \"rooms\".\"id\" = "
		"\"guests\".\"id\" WHERE \"guests\".\"id\" > ?",
		"SELECT \"guests\".\"id\" FROM (SELECT \"rooms\".\"id\", \"rooms\".\"deleted_at\" FROM \"rooms\" WHERE "
		"\"rooms\".\"deleted_at\" IS NULL) AS \"rooms\" RIGHT JOIN \"guests\" ON \"rooms\".\"id\" = "
		"\"guests\".\"id\" WHERE \"guests\".\"id\" > $1",
		"SELECT `guests`.`id` FROM (SELECT `rooms`.`id`, `rooms`.`deleted_at` FROM `rooms` WHERE "
		"`rooms`.`deleted_at` IS NULL) AS `rooms` RIGHT JOIN `guests` ON `rooms`.`id` = "
		"`guests`.`id` WHERE `guests`.`id` > ?");
	CHECK_HIDDEN(SQL(SELECT(guests.name), FROM(guests), RIGHT_JOIN(others, EQ(others.id, guests.id))),
		"SELECT \"guests\".\"full name\" FROM \"guests\" RIGHT JOIN (SELECT \"rooms\".\"id\", "
		"\"rooms\".\"deleted_at\" FROM \"rooms\" WHERE \"rooms\".\"deleted_at\" IS NULL) AS \"others\" ON "
		"\"others\".\"id\" = \"guests\".\"id\"",
		"SELECT \"guests\".\"full name\" FROM \"guests\" RIGHT JOIN (SELECT \"rooms\".\"id\", "
		"\"rooms\".\"deleted_at\" FROM \"rooms\" WHERE \"rooms\".\"deleted_at\" IS NULL) AS \"others\" ON "
		"\"others\".\"id\" = \"guests\".\"id\"",
		"SELECT `guests`.`full name` FROM `guests` RIGHT JOIN (SELECT `rooms`.`id`, "
		"`rooms`.`deleted_at` FROM `rooms` WHERE `rooms`.`deleted_at` IS NULL) AS `others` ON "
		"`others`.`id` = `guests`.`id`");
	CHECK_HIDDEN(SQL(SELECT(guests.id), FROM(rooms), FULL_JOIN(guests, EQ(rooms.id, guests.id))),
		"SELECT \"guests\".\"id\" FROM (SELECT \"rooms\".\"id\", \"rooms\".\"deleted_at\" FROM \"rooms\" WHERE "
		"\"rooms\".\"deleted_at\" IS NULL) AS \"rooms\" FULL JOIN \"guests\" ON \"rooms\".\"id\" = "
		"\"guests\".\"id\"",
		"SELECT \"guests\".\"id\" FROM (SELECT \"rooms\".\"id\", \"rooms\".\"deleted_at\" FROM \"rooms\" WHERE "
		"\"rooms\".\"deleted_at\" IS NULL) AS \"rooms\" FULL JOIN \"guests\" ON \"rooms\".\"id\" = "
		"\"guests\".\"id\"",
		NULL);
}

static void associations(void **state)
{
	(void)state;
	CHECK_HIDDEN(SQL(SELECT(guests.id), FROM(rooms), JOIN(guests, ALONG(rooms.guests))),
		"SELECT \"guests\".\"id\" FROM \"rooms\" JOIN (\"stays\" AS \"through_1\" JOIN \"guests\" ON "
		"\"through_1\".\"guest_id\" = \"guests\".\"id\" AND \"through_1\".\"deleted_at\" IS NULL) ON "
		"\"through_1\".\"room_id\" = \"rooms\".\"id\" WHERE \"rooms\".\"deleted_at\" IS NULL",
		"SELECT \"guests\".\"id\" FROM \"rooms\" JOIN (\"stays\" AS \"through_1\" JOIN \"guests\" ON "
		"\"through_1\".\"guest_id\" = \"guests\".\"id\" AND \"through_1\".\"deleted_at\" IS NULL) ON "
		"\"through_1\".\"room_id\" = \"rooms\".\"id\" WHERE \"rooms\".\"deleted_at\" IS NULL",
		"SELECT `guests`.`id` FROM `rooms` JOIN (`stays` AS `through_1` JOIN `guests` ON "
		"`through_1`.`guest_id` = `guests`.`id` AND `through_1`.`deleted_at` IS NULL) ON "
		"`through_1`.`room_id` = `rooms`.`id` WHERE `rooms`.`deleted_at` IS NULL");
	CHECK_HIDDEN(SQL(SELECT(rooms.id), FROM(guests), LEFT_JOIN(rooms, ALONG(rooms.guests))),
		"SELECT \"rooms\".\"id\" FROM \"guests\" LEFT JOIN (\"stays\" AS \"through_1\" JOIN \"rooms\" ON "
		"\"through_1\".\"room_id\" = \"rooms\".\"id\" AND \"through_1\".\"deleted_at\" IS NULL) ON "
		"\"through_1\".\"guest_id\" = \"guests\".\"id\" AND \"rooms\".\"deleted_at\" IS NULL",
		"SELECT \"rooms\".\"id\" FROM \"guests\" LEFT JOIN (\"stays\" AS \"through_1\" JOIN \"rooms\" ON "
		"\"through_1\".\"room_id\" = \"rooms\".\"id\" AND \"through_1\".\"deleted_at\" IS NULL) ON "
		"\"through_1\".\"guest_id\" = \"guests\".\"id\" AND \"rooms\".\"deleted_at\" IS NULL",
		"SELECT `rooms`.`id` FROM `guests` LEFT JOIN (`stays` AS `through_1` JOIN `rooms` ON "
		"`through_1`.`room_id` = `rooms`.`id` AND `through_1`.`deleted_at` IS NULL) ON "
		"`through_1`.`guest_id` = `guests`.`id` AND `rooms`.`deleted_at` IS NULL");
	CHECK_HIDDEN(SQL(SELECT(guests.id), FROM(rooms), RIGHT_JOIN(guests, ALONG(rooms.guests))),
		"SELECT \"guests\".\"id\" FROM (SELECT \"rooms\".\"id\", \"rooms\".\"deleted_at\" FROM \"rooms\" WHERE "
		"\"rooms\".\"deleted_at\" IS NULL) AS \"rooms\" RIGHT JOIN (\"stays\" AS \"through_1\" JOIN "
		"\"guests\" ON \"through_1\".\"guest_id\" = \"guests\".\"id\" AND \"through_1\".\"deleted_at\" IS "
		"NULL) ON \"through_1\".\"room_id\" = \"rooms\".\"id\"",
		"SELECT \"guests\".\"id\" FROM (SELECT \"rooms\".\"id\", \"rooms\".\"deleted_at\" FROM \"rooms\" WHERE "
		"\"rooms\".\"deleted_at\" IS NULL) AS \"rooms\" RIGHT JOIN (\"stays\" AS \"through_1\" JOIN "
		"\"guests\" ON \"through_1\".\"guest_id\" = \"guests\".\"id\" AND \"through_1\".\"deleted_at\" IS "
		"NULL) ON \"through_1\".\"room_id\" = \"rooms\".\"id\"",
		"SELECT `guests`.`id` FROM (SELECT `rooms`.`id`, `rooms`.`deleted_at` FROM `rooms` WHERE "
		"`rooms`.`deleted_at` IS NULL) AS `rooms` RIGHT JOIN (`stays` AS `through_1` JOIN "
		"`guests` ON `through_1`.`guest_id` = `guests`.`id` AND `through_1`.`deleted_at` IS "
		"NULL) ON `through_1`.`room_id` = `rooms`.`id`");
	CHECK_HIDDEN(SQL(SELECT(rooms.id), FROM(guests), RIGHT_JOIN(rooms, ALONG(rooms.guests))),
		"SELECT \"rooms\".\"id\" FROM \"guests\" RIGHT JOIN (\"stays\" AS \"through_1\" JOIN (SELECT "
		"\"rooms\".\"id\", \"rooms\".\"deleted_at\" FROM \"rooms\" WHERE \"rooms\".\"deleted_at\" IS NULL) AS "
		"\"rooms\" ON \"through_1\".\"room_id\" = \"rooms\".\"id\" AND \"through_1\".\"deleted_at\" IS NULL) "
		"ON \"through_1\".\"guest_id\" = \"guests\".\"id\"",
		"SELECT \"rooms\".\"id\" FROM \"guests\" RIGHT JOIN (\"stays\" AS \"through_1\" JOIN (SELECT "
		"\"rooms\".\"id\", \"rooms\".\"deleted_at\" FROM \"rooms\" WHERE \"rooms\".\"deleted_at\" IS NULL) AS "
		"\"rooms\" ON \"through_1\".\"room_id\" = \"rooms\".\"id\" AND \"through_1\".\"deleted_at\" IS NULL) "
		"ON \"through_1\".\"guest_id\" = \"guests\".\"id\"",
		"SELECT `rooms`.`id` FROM `guests` RIGHT JOIN (`stays` AS `through_1` JOIN (SELECT "
		"`rooms`.`id`, `rooms`.`deleted_at` FROM `rooms` WHERE `rooms`.`deleted_at` IS NULL) AS "
		"`rooms` ON `through_1`.`room_id` = `rooms`.`id` AND `through_1`.`deleted_at` IS NULL) "
		"ON `through_1`.`guest_id` = `guests`.`id`");
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(joins), cmocka_unit_test(associations) };
	return cmocka_run_group_tests(tests, soft_setup, kit_teardown);
}
