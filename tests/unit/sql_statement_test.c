/* sql_statement_test.c: the SQL of every clause and kind of statement, for both dialects.
 *
 * It knows nothing of what stands in the clauses beyond examples. ctest runs it.
 */
#include "sql_kit.h"

#define TopAuthor_FIELDS(FIELD)             \
	FIELD(username, TEXT, users.username)   \
	FIELD(post_count, BIGINT, COUNT(posts.id))
CQ_ROW(TopAuthor)

#define Pair_FIELDS(FIELD)                          \
	FIELD(user, OBJECT(User), ALL(users))           \
	FIELD(title, NULLABLE(TEXT), posts.title)
CQ_ROW(Pair)

static void selecting(void **state)
{
	(void)state;
	check_sql(STATEMENT(SQL(SELECT_ALL(orders), FROM(orders))),
		"SELECT \"the orders\".\"order\", \"the orders\".\"line\", \"the orders\".\"the \"\"what\"\"\", \"the "
		"orders\".\"taken\" FROM \"the orders\"",
		"SELECT \"the orders\".\"order\", \"the orders\".\"line\", \"the orders\".\"the \"\"what\"\"\", \"the "
		"orders\".\"taken\" FROM \"the orders\"");
	check_sql(STATEMENT(SQL(SELECT(ALL(orders), users.id), FROM(orders), JOIN(users, EQ(users.age, orders.line)))),
		"SELECT \"the orders\".\"order\", \"the orders\".\"line\", \"the orders\".\"the \"\"what\"\"\", \"the "
		"orders\".\"taken\", \"users\".\"id\" FROM \"the orders\" JOIN \"users\" ON \"users\".\"age\" = \"the "
		"orders\".\"line\"",
		"SELECT \"the orders\".\"order\", \"the orders\".\"line\", \"the orders\".\"the \"\"what\"\"\", \"the "
		"orders\".\"taken\", \"users\".\"id\" FROM \"the orders\" JOIN \"users\" ON \"users\".\"age\" = \"the "
		"orders\".\"line\"");
	check_sql(STATEMENT(SQL(SELECT(users.age), DISTINCT, FROM(users))),
		"SELECT DISTINCT \"users\".\"age\" FROM \"users\"",
		"SELECT DISTINCT \"users\".\"age\" FROM \"users\"");
	check_sql(STATEMENT(SQL(SELECT_ROW(Pair), FROM(users), LEFT_JOIN(posts, EQ(posts.author_id, users.id)))),
		"SELECT \"users\".\"id\", \"users\".\"username\", \"users\".\"bio\", \"users\".\"age\", "
		"\"users\".\"is_active\", \"users\".\"role\", \"users\".\"boss_id\", \"users\".\"created_at\", "
		"\"users\".\"updated_at\", \"posts\".\"title\" AS \"title\" FROM \"users\" LEFT JOIN \"posts\" ON "
		"\"posts\".\"author_id\" = \"users\".\"id\"",
		"SELECT \"users\".\"id\", \"users\".\"username\", \"users\".\"bio\", \"users\".\"age\", "
		"\"users\".\"is_active\", \"users\".\"role\", \"users\".\"boss_id\", \"users\".\"created_at\", "
		"\"users\".\"updated_at\", \"posts\".\"title\" AS \"title\" FROM \"users\" LEFT JOIN \"posts\" ON "
		"\"posts\".\"author_id\" = \"users\".\"id\"");
	check_sql(STATEMENT(SQL(SELECT(users.id, boss.username), FROM(users), LEFT_JOIN(boss, EQ(boss.id, users.boss_id)))),
		"SELECT \"users\".\"id\", \"boss\".\"username\" FROM \"users\" LEFT JOIN \"users\" AS \"boss\" ON "
		"\"boss\".\"id\" = \"users\".\"boss_id\"",
		"SELECT \"users\".\"id\", \"boss\".\"username\" FROM \"users\" LEFT JOIN \"users\" AS \"boss\" ON "
		"\"boss\".\"id\" = \"users\".\"boss_id\"");
	check_sql(STATEMENT(SQL(SELECT(VALUE(1)))), "SELECT ?", "SELECT CAST($1 AS INTEGER)");
}

static void top_authors(void **state)
{
	(void)state;
	const cq_timestamp since = { 0 };
	const char *const prefix = "a";
	const int64_t least = 2;
	for (int all = 0; all < 2; all++) {
		const bool recent_only = all == 1, newest = all == 1;
		cq_statement statement = STATEMENT(SQL(
			SELECT_ROW(TopAuthor),
			FROM(users),
			LEFT_JOIN(posts, EQ(posts.author_id, users.id), WHEN(recent_only, GE(users.created_at, since))),
			WHERE(users.is_active, WHEN(recent_only, STARTS_WITH(users.username, prefix))),
			GROUP_BY(users.id, users.username),
			HAVING(GE(COUNT(posts.id), least)),
			ORDER_BY(newest ? DESC(users.created_at) : ASC(users.username)),
			LIMIT(20)));
		if (all == 1)
			check_sql(statement,
				"SELECT \"users\".\"username\" AS \"username\", COUNT(\"posts\".\"id\") AS \"post_count\" FROM \"users\" "
				"LEFT JOIN \"posts\" ON \"posts\".\"author_id\" = \"users\".\"id\" AND \"users\".\"created_at\" >= ? WHERE "
				"\"users\".\"is_active\" AND \"users\".\"username\" LIKE ? ESCAPE '!' GROUP BY \"users\".\"id\", "
				"\"users\".\"username\" HAVING COUNT(\"posts\".\"id\") >= ? ORDER BY \"users\".\"created_at\" DESC LIMIT ?",
				"SELECT \"users\".\"username\" AS \"username\", COUNT(\"posts\".\"id\") AS \"post_count\" FROM \"users\" "
				"LEFT JOIN \"posts\" ON \"posts\".\"author_id\" = \"users\".\"id\" AND \"users\".\"created_at\" >= $1 WHERE "
				"\"users\".\"is_active\" AND \"users\".\"username\" LIKE $2 ESCAPE '!' GROUP BY \"users\".\"id\", "
				"\"users\".\"username\" HAVING COUNT(\"posts\".\"id\") >= $3 ORDER BY \"users\".\"created_at\" DESC LIMIT $4");
		else
			check_sql(statement,
				"SELECT \"users\".\"username\" AS \"username\", COUNT(\"posts\".\"id\") AS \"post_count\" FROM \"users\" "
				"LEFT JOIN \"posts\" ON \"posts\".\"author_id\" = \"users\".\"id\" WHERE \"users\".\"is_active\" GROUP BY "
				"\"users\".\"id\", \"users\".\"username\" HAVING COUNT(\"posts\".\"id\") >= ? ORDER BY "
				"\"users\".\"username\" ASC LIMIT ?",
				"SELECT \"users\".\"username\" AS \"username\", COUNT(\"posts\".\"id\") AS \"post_count\" FROM \"users\" "
				"LEFT JOIN \"posts\" ON \"posts\".\"author_id\" = \"users\".\"id\" WHERE \"users\".\"is_active\" GROUP BY "
				"\"users\".\"id\", \"users\".\"username\" HAVING COUNT(\"posts\".\"id\") >= $1 ORDER BY "
				"\"users\".\"username\" ASC LIMIT $2");
	}
}

static void joins(void **state)
{
	(void)state;
	const bool no = false;
	check_sql(STATEMENT(SQL(SELECT(users.id), FROM(users), JOIN(posts, EQ(posts.author_id, users.id), GT(posts.votes, 1)))),
		"SELECT \"users\".\"id\" FROM \"users\" JOIN \"posts\" ON \"posts\".\"author_id\" = \"users\".\"id\" AND "
		"\"posts\".\"votes\" > ?",
		"SELECT \"users\".\"id\" FROM \"users\" JOIN \"posts\" ON \"posts\".\"author_id\" = \"users\".\"id\" AND "
		"\"posts\".\"votes\" > $1");
	check_sql(STATEMENT(SQL(SELECT(users.id), FROM(users), WHEN(no, JOIN(posts, EQ(posts.author_id, users.id))))),
		"SELECT \"users\".\"id\" FROM \"users\"",
		"SELECT \"users\".\"id\" FROM \"users\"");
	check_sql(STATEMENT(SQL(SELECT(users.id), FROM(users), JOIN(posts, WHEN(no, EQ(posts.author_id, users.id))))),
		"SELECT \"users\".\"id\" FROM \"users\" JOIN \"posts\" ON 1",
		"SELECT \"users\".\"id\" FROM \"users\" JOIN \"posts\" ON TRUE");
}

static void groups_and_labels(void **state)
{
	(void)state;
	check_sql(STATEMENT(SQL(SELECT(AS(DIV(users.age, 10), decade), AS(COUNT_ROWS(), n)), FROM(users), GROUP_BY(LABEL(decade)), ORDER_BY(DESC(LABEL(n)), LABEL(decade)))),
		"SELECT \"users\".\"age\" / ? AS \"decade\", COUNT(*) AS \"n\" FROM \"users\" GROUP BY \"users\".\"age\" / "
		"?1 ORDER BY \"n\" DESC, \"decade\"",
		"SELECT \"users\".\"age\" / CAST($1 AS INTEGER) AS \"decade\", COUNT(*) AS \"n\" FROM \"users\" GROUP BY "
		"\"users\".\"age\" / CAST($1 AS INTEGER) ORDER BY \"n\" DESC, \"decade\"");
	check_sql(STATEMENT(SQL(SELECT(users.age, COUNT_ROWS()), FROM(users), GROUP_BY(users.age), HAVING(GT(COUNT_ROWS(), 1), LT(MIN(users.id), 5)))),
		"SELECT \"users\".\"age\", COUNT(*) FROM \"users\" GROUP BY \"users\".\"age\" HAVING COUNT(*) > ? AND "
		"MIN(\"users\".\"id\") < ?",
		"SELECT \"users\".\"age\", COUNT(*) FROM \"users\" GROUP BY \"users\".\"age\" HAVING COUNT(*) > $1 AND "
		"MIN(\"users\".\"id\") < $2");
}

static void ordering_and_limits(void **state)
{
	(void)state;
	const bool no = false;
	check_sql(STATEMENT(SQL(SELECT(users.id), FROM(users), ORDER_BY(users.age, ASC(LOWER(users.username)), WHEN(no, DESC(users.id))))),
		"SELECT \"users\".\"id\" FROM \"users\" ORDER BY \"users\".\"age\", LOWER(\"users\".\"username\") ASC",
		"SELECT \"users\".\"id\" FROM \"users\" ORDER BY \"users\".\"age\", LOWER(\"users\".\"username\") ASC");
	check_sql(STATEMENT(SQL(SELECT(users.id), FROM(users), WHEN(no, ORDER_BY(users.age)), LIMIT(10), OFFSET(20))),
		"SELECT \"users\".\"id\" FROM \"users\" LIMIT ? OFFSET ?",
		"SELECT \"users\".\"id\" FROM \"users\" LIMIT $1 OFFSET $2");
	check_sql(STATEMENT(SQL(SELECT(users.id), FROM(users), OFFSET(20))),
		"SELECT \"users\".\"id\" FROM \"users\" LIMIT -1 OFFSET ?",
		"SELECT \"users\".\"id\" FROM \"users\" OFFSET $1");
	check_sql(STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(WHEN(no, users.is_active)), ORDER_BY(WHEN(no, users.id)))),
		"SELECT \"users\".\"id\" FROM \"users\"",
		"SELECT \"users\".\"id\" FROM \"users\"");
}

static void inserting(void **state)
{
	(void)state;
	const bool no = false;
	Order line = { 0 };
	const cq_timestamp since = { 0 };
	check_sql(STATEMENT(SQL(INSERT_INTO(users, SET(username, "ann"), SET(bio, NULL_TEXT), WHEN(no, SET(age, 3))))),
		"INSERT INTO \"users\" (\"username\", \"bio\") VALUES (?, NULL)",
		"INSERT INTO \"users\" (\"username\", \"bio\") VALUES ($1, NULL)");
	check_sql(STATEMENT(SQL(INSERT_INTO(users, SET(username, LOWER(VALUE("Ann")))), RETURNING(users.id, AS(users.created_at, made)))),
		"INSERT INTO \"users\" (\"username\") VALUES (LOWER(?)) RETURNING \"users\".\"id\", "
		"\"users\".\"created_at\" AS \"made\"",
		"INSERT INTO \"users\" (\"username\") VALUES (LOWER(CAST($1 AS TEXT))) RETURNING \"users\".\"id\", "
		"\"users\".\"created_at\" AS \"made\"");
	check_sql(STATEMENT(SQL(INSERT_INTO(orders, SET(number, 1), SET(line, 2), SET(what, "x"), SET(taken, since)), RETURNING_ALL(orders))),
		"INSERT INTO \"the orders\" (\"order\", \"line\", \"the \"\"what\"\"\", \"taken\") VALUES (?, ?, ?, ?) "
		"RETURNING \"the orders\".\"order\", \"the orders\".\"line\", \"the orders\".\"the \"\"what\"\"\", \"the "
		"orders\".\"taken\"",
		"INSERT INTO \"the orders\" (\"order\", \"line\", \"the \"\"what\"\"\", \"taken\") VALUES ($1, $2, $3, $4) "
		"RETURNING \"the orders\".\"order\", \"the orders\".\"line\", \"the orders\".\"the \"\"what\"\"\", \"the "
		"orders\".\"taken\"");
	check_sql(STATEMENT(SQL(INSERT_INTO(orders, VALUES(&line, 1)))),
		"INSERT INTO \"the orders\" (\"order\", \"line\", \"the \"\"what\"\"\", \"taken\") VALUES (?, ?, ?, ?)",
		"INSERT INTO \"the orders\" (\"order\", \"line\", \"the \"\"what\"\"\", \"taken\") VALUES ($1, $2, $3, $4)");
}

static void updating(void **state)
{
	(void)state;
	const bool no = false;
	const cq_decimal amount = { 1500, 3 };
	check_sql(STATEMENT(SQL(UPDATE(users, SET(age, ADD(users.age, 1)), WHEN(no, SET(bio, "x"))), WHERE(EQ(users.id, 1)))),
		"UPDATE \"users\" SET \"age\" = \"users\".\"age\" + ?, \"updated_at\" = strftime('%Y-%m-%d %H:%M:%f000', "
		"'now') WHERE \"users\".\"id\" = ?",
		"UPDATE \"users\" SET \"age\" = \"users\".\"age\" + CAST($1 AS INTEGER), \"updated_at\" = CURRENT_TIMESTAMP "
		"WHERE \"users\".\"id\" = $2");
	check_sql(STATEMENT(SQL(UPDATE(posts, SET(title, "x"), SET(votes, 1)), ALL_ROWS, RETURNING(posts.id))),
		"UPDATE \"posts\" SET \"title\" = ?, \"votes\" = ? RETURNING \"posts\".\"id\"",
		"UPDATE \"posts\" SET \"title\" = $1, \"votes\" = $2 RETURNING \"posts\".\"id\"");
	check_sql(STATEMENT(SQL(UPDATE(forms, SET(amount, amount)), ALL_ROWS)),
		"UPDATE \"forms\" SET \"amount\" = ?, \"at\" = CAST(strftime('%s', 'now') AS INTEGER) * 1000000 + "
		"CAST(substr(strftime('%f', 'now'), 4) AS INTEGER) * 1000, \"clock\" = strftime('%H:%M:%f000', 'now')",
		"UPDATE \"forms\" SET \"amount\" = $1, \"at\" = CAST(extract(epoch FROM CURRENT_TIMESTAMP) * 1000000 AS "
		"BIGINT), \"clock\" = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIME)");
	check_sql(STATEMENT(SQL(UPDATE(orders, SET(what, "x")), WHERE(EQ(orders.number, 1)), RETURNING_ALL(orders))),
		"UPDATE \"the orders\" SET \"the \"\"what\"\"\" = ? WHERE \"the orders\".\"order\" = ? RETURNING \"the "
		"orders\".\"order\", \"the orders\".\"line\", \"the orders\".\"the \"\"what\"\"\", \"the orders\".\"taken\"",
		"UPDATE \"the orders\" SET \"the \"\"what\"\"\" = $1 WHERE \"the orders\".\"order\" = $2 RETURNING \"the "
		"orders\".\"order\", \"the orders\".\"line\", \"the orders\".\"the \"\"what\"\"\", \"the orders\".\"taken\"");
}

static void deleting(void **state)
{
	(void)state;
	const bool no = false;
	check_sql(STATEMENT(SQL(DELETE_FROM(posts), WHERE(EXISTS(SELECT(users.id), FROM(users), WHERE(EQ(users.id, posts.author_id)))))),
		"DELETE FROM \"posts\" WHERE EXISTS (SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" = "
		"\"posts\".\"author_id\")",
		"DELETE FROM \"posts\" WHERE EXISTS (SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" = "
		"\"posts\".\"author_id\")");
	check_sql(STATEMENT(SQL(DELETE_FROM(posts), ALL_ROWS)), "DELETE FROM \"posts\"", "DELETE FROM \"posts\"");
	check_sql(STATEMENT(SQL(DELETE_FROM(posts), WHERE(WHEN(no, EQ(posts.id, 1))), ALL_ROWS, RETURNING(posts.id))),
		"DELETE FROM \"posts\" RETURNING \"posts\".\"id\"",
		"DELETE FROM \"posts\" RETURNING \"posts\".\"id\"");
}

static void no_condition(void **state)
{
	(void)state;
	const bool no = false;
	const size_t none = 0;
	CHECK_REFUSED(cq__dialect_sqlite, SQL(DELETE_FROM(posts), WHERE(WHEN(no, EQ(posts.id, 1)))), CQ_NO_CONDITION, "DELETE_FROM(posts)");
	CHECK_REFUSED(cq__dialect_sqlite, SQL(DELETE_FROM(posts), WHERE(ALL_OF(i, none, EQ(posts.id, (int64_t)i)))), CQ_NO_CONDITION, "posts");
	CHECK_REFUSED(cq__dialect_postgres, SQL(UPDATE(posts, SET(votes, 1)), WHERE(NOT(WHEN(no, EQ(posts.id, 1))))), CQ_NO_CONDITION, "UPDATE(posts)");
}

static void flags(void **state)
{
	(void)state;
	cq_statement statements[] = {
		STATEMENT(SQL(SELECT_ALL(users), FROM(users))),
		STATEMENT(SQL(DELETE_FROM(users), ALL_ROWS)),
		STATEMENT(SQL(DELETE_FROM(users), ALL_ROWS, RETURNING(users.id))),
	};
	const struct { bool reads_only, returns_rows; uint32_t columns; } expected[] = { { true, true, 9 }, { false, false, 0 }, { false, true, 1 } };
	for (int i = 0; i < 3; i++) {
		cq__rendered rendered;
		assert_int_equal(kit_render(&cq__dialect_sqlite, &statements[i], &rendered, NULL), CQ_OK);
		assert_int_equal(rendered.reads_only, expected[i].reads_only);
		assert_int_equal(rendered.returns_rows, expected[i].returns_rows);
		assert_int_equal(rendered.column_count, expected[i].columns);
		cq__rendered_release(&rendered);
	}
}

static void object_rows(void **state)
{
	(void)state;
	const uint64_t columns = 1 << 1 | 1 << 4, none = 0;
	const uint32_t parameters[] = { 1, 4, 1, 4, 0 };
	cq_statement statement = STATEMENT(SQL(INSERT_INTO(users, VALUES((User *)NULL, 0)), RETURNING(ADD(users.id, 7))));
	cq__tree tree;
	cq__typing typing;
	cq__rendered rendered;
	assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(&statement), statement.node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, statement.value_count), CQ_OK);
	assert_int_equal(cq__render_insert_rows(&cq__dialect_sqlite, CQ_TABLE(users), &columns, 2, CQ__ROWS_VALUES, &tree, &typing, &rendered, NULL), CQ_OK);
	assert_string_equal(rendered.sql, "INSERT INTO \"users\" (\"username\", \"is_active\") VALUES (?, ?), (?, ?) RETURNING \"users\".\"id\" + ?");
	assert_int_equal(rendered.parameter_count, 5);
	assert_int_equal(rendered.row_parameter_count, 4);
	/* The first value of the statement is the array. */
	for (int i = 0; i < 5; i++)
		assert_int_equal(rendered.parameters[i], i < 4 ? parameters[i] : 1);
	kit_prepare(&rendered);
	cq__rendered_release(&rendered);
	cq__typing_release(&typing);
	cq__tree_release(&tree);
	assert_int_equal(cq__render_insert_rows(&cq__dialect_postgres, CQ_TABLE(users), &none, 1, CQ__ROWS_VALUES, NULL, NULL, &rendered, NULL), CQ_OK);
	assert_string_equal(rendered.sql, "INSERT INTO \"users\" DEFAULT VALUES");
	cq__rendered_release(&rendered);
	assert_int_equal(cq__render_insert_rows(&cq__dialect_postgres, CQ_TABLE(users), &none, 2, CQ__ROWS_VALUES, NULL, NULL, &rendered, NULL), CQ_UNSUPPORTED);
}

/* The forms whose text is the same for any number of objects. */
static void object_forms(void **state)
{
	(void)state;
	const uint64_t columns = 1 << 1 | 1 << 4, none = 0;
	cq_statement statement = STATEMENT(SQL(INSERT_INTO(users, VALUES((User *)NULL, 0)), ON_CONFLICT_DO_NOTHING(users, KEY(username)), RETURNING(ADD(users.id, 7))));
	cq__tree tree;
	cq__typing typing;
	cq__rendered rendered;
	assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(&statement), statement.node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, statement.value_count), CQ_OK);
	assert_int_equal(cq__render_insert_rows(&cq__dialect_postgres, CQ_TABLE(users), &columns, 1000, CQ__ROWS_ARRAYS, &tree, &typing, &rendered, NULL), CQ_OK);
	assert_string_equal(rendered.sql, "INSERT INTO \"users\" (\"username\", \"is_active\") SELECT \"1\", \"2\" FROM "
		"unnest(CAST($1 AS TEXT[]), CAST($2 AS BOOLEAN[])) WITH ORDINALITY AS \"rows\" (\"1\", \"2\", \"0\") ORDER BY \"0\" "
		"ON CONFLICT (\"username\") DO NOTHING RETURNING \"users\".\"id\" + CAST($3 AS INTEGER)");
	assert_int_equal(rendered.parameter_count, 3);
	assert_int_equal(rendered.row_parameter_count, 2);
	assert_int_equal(rendered.parameters[0], 1);
	assert_int_equal(rendered.parameters[1], 4);
	cq__rendered_release(&rendered);
	cq__typing_release(&typing);
	cq__tree_release(&tree);
	assert_int_equal(cq__render_insert_rows(&cq__dialect_postgres, CQ_TABLE(users), &columns, 1000, CQ__ROWS_COPY, NULL, NULL, &rendered, NULL), CQ_OK);
	assert_string_equal(rendered.sql, "COPY \"users\" (\"username\", \"is_active\") FROM STDIN (FORMAT binary)");
	assert_int_equal(rendered.parameter_count, 2);
	assert_int_equal(rendered.row_parameter_count, 2);
	assert_int_equal(rendered.parameters[1], 4);
	cq__rendered_release(&rendered);
	for (int form = CQ__ROWS_ARRAYS; form <= CQ__ROWS_COPY; form++) {
		assert_int_equal(cq__render_insert_rows(&cq__dialect_sqlite, CQ_TABLE(users), &columns, 9, (cq__rows_form)form, NULL, NULL, &rendered, NULL), CQ_UNSUPPORTED);
		assert_int_equal(cq__render_insert_rows(&cq__dialect_postgres, CQ_TABLE(users), &none, 9, (cq__rows_form)form, NULL, NULL, &rendered, NULL), CQ_UNSUPPORTED);
	}
}

/* Each allocation of the renderer fails in turn: a status, nothing left behind. */
static void without_memory(void **state)
{
	(void)state;
	cq_statement statement = STATEMENT(SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1), LIKE(users.username, "x"))));
	cq__tree tree;
	cq__typing typing;
	assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(&statement), statement.node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, statement.value_count), CQ_OK);
	cq_status status = CQ_NO_MEMORY;
	for (long n = 1; status != CQ_OK; n++) {
		cq__rendered rendered;
		cq__error error = { 0 };
		assert_true(n < 100);
		cq__alloc_fail_after(n);
		status = cq__render(&cq__dialect_postgres, &tree, &typing, &rendered, &error);
		cq__alloc_fail_after(0);
		assert_true(status == CQ_OK || status == CQ_NO_MEMORY);
		assert_int_equal(rendered.sql != NULL, status == CQ_OK);
		cq__rendered_release(&rendered);
		cq__error_release(&error);
	}
	cq__typing_release(&typing);
	cq__tree_release(&tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(selecting),
		cmocka_unit_test(top_authors),
		cmocka_unit_test(joins),
		cmocka_unit_test(groups_and_labels),
		cmocka_unit_test(ordering_and_limits),
		cmocka_unit_test(inserting),
		cmocka_unit_test(updating),
		cmocka_unit_test(deleting),
		cmocka_unit_test(no_condition),
		cmocka_unit_test(flags),
		cmocka_unit_test(object_rows),
		cmocka_unit_test(object_forms),
		cmocka_unit_test(without_memory),
	};
	return cmocka_run_group_tests(tests, kit_setup, kit_teardown);
}
