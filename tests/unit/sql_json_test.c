/* sql_json_test.c: the SQL of JSON taken apart and made, and lists of rows, for the three dialects.
 *
 * It knows nothing of what the databases compute: tests/conform/expression_values_test.c does. ctest runs it.
 */
#include "sql_dialects.h"

#define Author_FIELDS(FIELD)                  \
	FIELD(username, TEXT, users.username)     \
	FIELD(is_active, BOOLEAN, users.is_active) \
	FIELD(role, ENUM(Role), users.role)       \
	FIELD(at, TIMESTAMP, users.created_at)
CQ_ROW(Author)
#define Boss_FIELDS(FIELD) FIELD(id, BIGINT, boss.id) FIELD(bio, NULLABLE(TEXT), boss.bio)
CQ_ROW(Boss)

static void path(void **state)
{
	(void)state;
	const int64_t big = 2;
	CHECK_ITEM(JSON_GET(posts.body, "a"),
		"(SELECT CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' WHEN 'object' THEN value WHEN 'array' "
		"THEN value ELSE json_quote(value) END FROM json_each(\"posts\".\"body\") WHERE key = ?)",
		"(\"posts\".\"body\" -> CAST($1 AS TEXT))",
		"JSON_EXTRACT(`posts`.`body`, CONCAT('$.', JSON_QUOTE(?) COLLATE utf8mb4_nopad_bin))");
	CHECK_ITEM(JSON_GET(posts.body, 0),
		"(\"posts\".\"body\" -> ?)",
		"CASE WHEN jsonb_typeof(\"posts\".\"body\") = 'array' THEN \"posts\".\"body\" -> CAST($1 AS INTEGER) END",
		"CASE WHEN JSON_TYPE(`posts`.`body`) = 'ARRAY' THEN JSON_EXTRACT(`posts`.`body`, CONCAT('$[', ?, ']')) END");
	CHECK_ITEM(JSON_TEXT(posts.body, "a", 1),
		"(SELECT CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE value || '' END FROM "
		"json_each((SELECT CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' WHEN 'object' THEN value WHEN "
		"'array' THEN value ELSE json_quote(value) END FROM json_each(\"posts\".\"body\") WHERE key = ?)) "
		"WHERE key = ?)",
		"CASE WHEN jsonb_typeof((\"posts\".\"body\" -> CAST($1 AS TEXT))) = 'array' THEN "
		"(\"posts\".\"body\" -> CAST($1 AS TEXT)) ->> CAST($2 AS INTEGER) END",
		"JSON_UNQUOTE(NULLIF(CONCAT(CASE WHEN JSON_TYPE(JSON_EXTRACT(`posts`.`body`, CONCAT('$.', "
		"JSON_QUOTE(?) COLLATE utf8mb4_nopad_bin))) = 'ARRAY' THEN JSON_EXTRACT(JSON_EXTRACT(`posts`.`body`, CONCAT('$.', JSON_QUOTE(?) COLLATE utf8mb4_nopad_bin)), "
		"CONCAT('$[', ?, ']')) END), 'null')) COLLATE utf8mb4_nopad_bin");
	CHECK_ITEM(JSON_TEXT(posts.body, posts.title, big),
		"(SELECT CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE value || '' END FROM "
		"json_each((SELECT CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' WHEN 'object' THEN value WHEN "
		"'array' THEN value ELSE json_quote(value) END FROM json_each(\"posts\".\"body\") WHERE key = "
		"\"posts\".\"title\")) WHERE key = ?)",
		"CASE WHEN jsonb_typeof((\"posts\".\"body\" -> \"posts\".\"title\")) = 'array' THEN "
		"(\"posts\".\"body\" -> \"posts\".\"title\") ->> CAST($1 AS INTEGER) END",
		"JSON_UNQUOTE(NULLIF(CONCAT(CASE WHEN JSON_TYPE(JSON_EXTRACT(`posts`.`body`, CONCAT('$.', "
		"JSON_QUOTE(`posts`.`title`) COLLATE utf8mb4_nopad_bin))) = 'ARRAY' THEN JSON_EXTRACT(JSON_EXTRACT(`posts`.`body`, CONCAT('$.', "
		"JSON_QUOTE(`posts`.`title`) COLLATE utf8mb4_nopad_bin)), CONCAT('$[', ?, ']')) END), 'null')) COLLATE utf8mb4_nopad_bin");
	CHECK_ITEM(JSON_LENGTH(posts.body),
		"CASE WHEN json_type(\"posts\".\"body\") = 'array' THEN json_array_length(\"posts\".\"body\") END",
		"CASE WHEN jsonb_typeof(\"posts\".\"body\") = 'array' THEN jsonb_array_length(\"posts\".\"body\") END",
		"CASE WHEN JSON_TYPE(`posts`.`body`) = 'ARRAY' THEN JSON_LENGTH(`posts`.`body`) END");
}

static void made(void **state)
{
	(void)state;
	const cq_timestamp at = { 1 };
	CHECK_ITEM(JSON_OBJECT("id", posts.id, "body", posts.body, "day", posts.day, "good", GT(posts.rating, 3.5)),
		"json_object(?, \"posts\".\"id\", ?, json(\"posts\".\"body\"), ?, \"posts\".\"day\", ?, json(CASE WHEN "
		"(\"posts\".\"rating\" > ?) THEN 'true' WHEN NOT (\"posts\".\"rating\" > ?5) THEN 'false' END))",
		"jsonb_build_object(CAST($1 AS TEXT), \"posts\".\"id\", CAST($2 AS TEXT), \"posts\".\"body\", CAST($3 AS "
		"TEXT), \"posts\".\"day\", CAST($4 AS TEXT), \"posts\".\"rating\" > $5)",
		"JSON_OBJECT(?, `posts`.`id`, ?, JSON_COMPACT(`posts`.`body`), ?, DATE_FORMAT(`posts`.`day`, "
		"'%Y-%m-%d'), ?, JSON_COMPACT(CASE WHEN (`posts`.`rating` > ?) THEN 'true' WHEN NOT (`posts`.`rating` > "
		"?) THEN 'false' END))");
	CHECK_ITEM(JSON_ARRAY(posts.picture, posts.key, VALUE("x"), 3, at),
		"json_array(CASE WHEN \"posts\".\"picture\" IS NOT NULL THEN LOWER(hex(\"posts\".\"picture\")) END, "
		"\"posts\".\"key\", ?, ?, ?)",
		"jsonb_build_array(encode(\"posts\".\"picture\", 'hex'), \"posts\".\"key\", CAST($1 AS TEXT), CAST($2 AS "
		"INTEGER), to_char(CAST($3 AS TIMESTAMP WITH TIME ZONE) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'))",
		"JSON_ARRAY(LOWER(HEX(`posts`.`picture`)), `posts`.`key`, ?, ?, DATE_FORMAT(CAST(? AS DATETIME(6)), "
		"'%Y-%m-%d %H:%i:%s.%f'))");
	CHECK_ITEM(JSON_ARRAY(),
		"json_array()",
		"jsonb_build_array()",
		"JSON_ARRAY()");
	CHECK_ITEM(JSON_AGG(posts.title),
		"NULLIF(json_group_array(\"posts\".\"title\"), '[]')",
		"jsonb_agg(\"posts\".\"title\")",
		"JSON_ARRAYAGG(`posts`.`title`)");
	CHECK_ITEM(JSON_AGG(posts.body, ORDER_BY(DESC(posts.id))),
		NULL,
		"jsonb_agg(\"posts\".\"body\" ORDER BY \"posts\".\"id\" DESC)",
		"JSON_ARRAYAGG(JSON_COMPACT(`posts`.`body`) ORDER BY `posts`.`id` DESC)");
}

static void lists(void **state)
{
	(void)state;
	CHECK_ITEM(COLLECT(Author, FROM(users), WHERE(EQ(users.id, posts.author_id)), ORDER_BY(users.id), LIMIT(3)),
		"(SELECT json_group_array(json_array(list.\"1\", json(CASE WHEN list.\"2\" THEN 'true' WHEN NOT "
		"list.\"2\" THEN 'false' END), list.\"3\", list.\"4\")) FROM (SELECT \"users\".\"username\" AS \"1\", "
		"\"users\".\"is_active\" AS \"2\", \"users\".\"role\" AS \"3\", \"users\".\"created_at\" AS \"4\" FROM "
		"\"users\" WHERE \"users\".\"id\" = \"posts\".\"author_id\" ORDER BY \"users\".\"id\" LIMIT ?) AS list)",
		"(SELECT COALESCE(json_agg(json_build_array(list.\"1\", list.\"2\", list.\"3\", to_char(list.\"4\" AT "
		"TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'))), '[]') FROM (SELECT \"users\".\"username\" AS \"1\", "
		"\"users\".\"is_active\" AS \"2\", \"users\".\"role\" AS \"3\", \"users\".\"created_at\" AS \"4\" FROM "
		"\"users\" WHERE \"users\".\"id\" = \"posts\".\"author_id\" ORDER BY \"users\".\"id\" LIMIT $1) AS list)",
		"(SELECT COALESCE(JSON_ARRAYAGG(JSON_ARRAY(`users`.`username`, JSON_COMPACT(CASE WHEN "
		"`users`.`is_active` THEN 'true' WHEN NOT `users`.`is_active` THEN 'false' END), `users`.`role`, "
		"DATE_FORMAT(`users`.`created_at`, '%Y-%m-%d %H:%i:%s.%f')) ORDER BY `users`.`id` LIMIT ?), "
		"JSON_ARRAY()) FROM `users` WHERE `users`.`id` = `posts`.`author_id`)");
	CHECK_ITEM(COLLECT(Boss, FROM(boss), JOIN(users, EQ(users.boss_id, boss.id)), ORDER_BY(NULLS_LAST(DESC(boss.bio)))),
		"(SELECT json_group_array(json_array(list.\"1\", list.\"2\")) FROM (SELECT \"boss\".\"id\" AS \"1\", "
		"\"boss\".\"bio\" AS \"2\" FROM \"users\" AS \"boss\" JOIN \"users\" ON \"users\".\"boss_id\" = "
		"\"boss\".\"id\" ORDER BY \"boss\".\"bio\" DESC NULLS LAST) AS list)",
		"(SELECT COALESCE(json_agg(json_build_array(list.\"1\", list.\"2\")), '[]') FROM (SELECT \"boss\".\"id\" "
		"AS \"1\", \"boss\".\"bio\" AS \"2\" FROM \"users\" AS \"boss\" JOIN \"users\" ON \"users\".\"boss_id\" "
		"= \"boss\".\"id\" ORDER BY \"boss\".\"bio\" DESC NULLS LAST) AS list)",
		"(SELECT COALESCE(JSON_ARRAYAGG(JSON_ARRAY(`boss`.`id`, `boss`.`bio`) ORDER BY `boss`.`bio` IS NULL, "
		"`boss`.`bio` DESC), JSON_ARRAY()) FROM `users` AS `boss` JOIN `users` ON `users`.`boss_id` = "
		"`boss`.`id`)");
}

static void refused(void **state)
{
	(void)state;
	CHECK_REFUSED(cq__dialect_postgres, SQL(SELECT(JSON_ARRAY(forms.at)), FROM(forms)), CQ_UNSUPPORTED, "STORED_AS");
	CHECK_REFUSED(cq__dialect_mariadb, SQL(SELECT(COLLECT(Boss, FROM(boss), GROUP_BY(boss.id, boss.bio))), FROM(posts)), CQ_UNSUPPORTED,
		"GROUP_BY");
}

/* What is taken out of an array is written twice on MariaDB: at depth n 2 to the nth times. */
static void too_deep(void **state)
{
	(void)state;
	enum { DEPTH = 200 };
	cq_statement statement;
	cq__rendered rendered;
	cq__error error = { 0 };
	cq_statement_init(&statement, NULL);
	cq_push_column(&statement, CQ_COLUMN(posts.body));
	for (int i = 0; i < DEPTH; i++)
		cq_push_value(&statement, CQ_TYPE_INTEGER, CQ_VALUE_LITERAL_INT, (cq_value){ .integer = i });
	cq_push(&statement, CQ_OP_JSON_GET, DEPTH + 1);
	cq_push(&statement, CQ_OP_SELECT, 1);
	cq_push_ref(&statement, CQ_OP_FROM, 0, CQ_TABLE(posts));
	cq_push(&statement, CQ_OP_STATEMENT, 2);
	assert_int_equal(kit_render(&cq__dialect_mariadb, &statement, &rendered, &error), CQ_TOO_LARGE);
	assert_null(rendered.sql);
	cq__error_release(&error);
	cq_statement_release(&statement);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(too_deep),
		cmocka_unit_test(path),
		cmocka_unit_test(made),
		cmocka_unit_test(lists),
		cmocka_unit_test(refused),
	};
	return cmocka_run_group_tests(tests, kit_setup, kit_teardown);
}
