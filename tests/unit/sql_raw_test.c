/* sql_raw_test.c: the program's own text: RAW's ? and RAW_SQL's :name are found where they are and nowhere else; schemas.
 *
 * It knows nothing of the rest of the language. ctest runs it.
 */
#include "sql_kit.h"

#include "sql/scan.h"

/* A RAW_SQL of this text with a BIND of each name; values are whole numbers. */
static cq_status render_raw_sql(const cq__dialect *dialect, const char *text, const char *const *names, cq__rendered *rendered,
	cq__error *error)
{
	cq_statement statement;
	uint32_t count = 0;
	cq_statement_init(&statement, NULL);
	for (; names[count] != NULL; count++) {
		cq_push_value(&statement, CQ_TYPE_BIGINT, 0, (cq_value){ .integer = 1 });
		cq_push_ref(&statement, CQ_OP_BIND, 1, names[count]);
	}
	cq_push_ref(&statement, CQ_OP_RAW_SQL, count, text);
	cq_push(&statement, CQ_OP_STATEMENT, 1);
	const cq_status status = kit_render(dialect, &statement, rendered, error);
	cq_statement_release(&statement);
	return status;
}

static void check_raw_sql(const cq__dialect *dialect, const char *text, const char *expected, bool reads_only, bool returns_rows)
{
	/* Every name that the text has stands in it at least once. */
	static const char *const all[] = { "a", "b", "long_name" };
	const char *names[4] = { NULL };
	uint32_t count = 0;
	for (int i = 0; i < 3; i++) {
		char mark[16];
		snprintf(mark, sizeof mark, ":%s", all[i]);
		if (strstr(text, mark) != NULL)
			names[count++] = all[i];
	}
	cq__rendered rendered;
	cq__error error = { 0 };
	if (render_raw_sql(dialect, text, names, &rendered, &error) != CQ_OK)
		fail_msg("%s: %s", cq__error_get(&error)->message, text);
	assert_string_equal(rendered.sql, expected);
	assert_int_equal(rendered.parameter_count, count);
	assert_int_equal(rendered.reads_only, reads_only);
	assert_int_equal(rendered.returns_rows, returns_rows);
	cq__rendered_release(&rendered);
}

static void named_parameters(void **state)
{
	(void)state;
	check_raw_sql(&cq__dialect_sqlite, "SELECT :a + :b, :a", "SELECT ? + ?, ?1", true, true);
	record_nonsense_begins();
	check_raw_sql(&cq__dialect_sqlite,
		"select ':x', \"a:x\", [:x], `:x`, 1 -- :x\n, :long_name /* :x /* */",
		"select ':x', \"a:x\", [:x], `:x`, 1 -- :x\n, ? /* :x /* */", true, true);
	record_nonsense_ends();
	check_raw_sql(&cq__dialect_sqlite, "DELETE FROM users WHERE id=:a", "DELETE FROM users WHERE id=?", false, false);
	check_raw_sql(&cq__dialect_sqlite,
		"DELETE FROM users WHERE id=:a RETURNING id;",
		"DELETE FROM users WHERE id=? RETURNING id;", false, true);
	check_raw_sql(&cq__dialect_sqlite,
		"SELECT 'it''s :x' WHERE :a -- end",
		"SELECT 'it''s :x' WHERE ? -- end\n", true, true);
	check_raw_sql(&cq__dialect_sqlite, "PRAGMA user_version", "PRAGMA user_version", false, true);
	check_raw_sql(&cq__dialect_sqlite,
		"CREATE TRIGGER t AFTER INSERT ON users BEGIN DELETE FROM posts; SELECT 1; END",
		"CREATE TRIGGER t AFTER INSERT ON users BEGIN DELETE FROM posts; SELECT 1; END", false, false);
	record_nonsense_begins();
	check_raw_sql(&cq__dialect_postgres,
		"SELECT :a::date, x := 1, '{}'::jsonb ? 'k', E'it\\'s :x', e'\\':x', U&':x'",
		"SELECT $1::date, x := 1, '{}'::jsonb ? 'k', E'it\\'s :x', e'\\':x', U&':x'", false, true);
	check_raw_sql(&cq__dialect_postgres,
		"SELECT $$ :x $$, $tag$ :x $$ :x $tag$, a$b:x, /* /* :x */ :x */ :b",
		"SELECT $$ :x $$, $tag$ :x $$ :x $tag$, a$b:x, /* /* :x */ :x */ $1", false, true);
	check_raw_sql(&cq__dialect_postgres,
		"SELECT t[1:n], t[m:n], t[(m):n], t[m :n], ARRAY[:a, :b], t[:n], t[:long_name]",
		"SELECT t[1:n], t[m:n], t[(m):n], t[m :n], ARRAY[$1, $2], t[:n], t[$3]", false, true);
	check_raw_sql(&cq__dialect_postgres,
		"SELECT 1 WHERE x @? '$' AND x ?| ARRAY['a'] AND y = :a",
		"SELECT 1 WHERE x @? '$' AND x ?| ARRAY['a'] AND y = $1", false, true);
	record_nonsense_ends();
}

/* MariaDB: what looks like a comment may be none, backslashes escape in both kinds of strings, and a mark cannot say which
 * value it stands for. */
static void named_parameters_mariadb(void **state)
{
	(void)state;
	record_nonsense_begins();
	check_raw_sql(&cq__dialect_mariadb,
		"SELECT 'it\\'s :x', \"a\\\":x\", `:x\\`, 5--:a # :x\n, 1 -- :x\n, 2 --\t:x",
		"SELECT 'it\\'s :x', \"a\\\":x\", `:x\\`, 5--? # :x\n, 1 -- :x\n, 2 --\t:x\n", false, true);
	record_nonsense_ends();
	check_raw_sql(&cq__dialect_mariadb,
		"SELECT /*! :a + */ 1 /*M!100500 + :b */ /* :x */ + 2*/* :x */3, @user := :long_name",
		"SELECT /*! ? + */ 1 /*M!100500 + ? */ /* :x */ + 2*/* :x */3, @user := ?", false, true);
	cq__rendered rendered;
	const char *const names[] = { "b", "a", NULL };
	assert_int_equal(render_raw_sql(&cq__dialect_mariadb, "SELECT :a, :b, :a", names, &rendered, NULL), CQ_OK);
	assert_string_equal(rendered.sql, "SELECT ?, ?, ?");
	assert_int_equal(rendered.parameter_count, 3);
	assert_int_equal(rendered.parameters[0], 1);
	assert_int_equal(rendered.parameters[1], 0);
	assert_int_equal(rendered.parameters[2], 1);
	cq__rendered_release(&rendered);
}

static void check_refused(const cq__dialect *dialect, const char *text, const char *name, cq_status expected, const char *part)
{
	const char *const names[] = { name, NULL };
	cq__rendered rendered;
	cq__error error = { 0 };
	assert_int_equal(render_raw_sql(dialect, text, names, &rendered, &error), expected);
	assert_null(rendered.sql);
	if (strstr(cq__error_get(&error)->message, part) == NULL)
		fail_msg("no \"%s\" in \"%s\"", part, cq__error_get(&error)->message);
	cq__error_release(&error);
}

static void refused(void **state)
{
	(void)state;
	check_refused(&cq__dialect_sqlite, "SELECT :b", "a", CQ_MISUSE, ":b");
	check_refused(&cq__dialect_sqlite, "SELECT 1", "a", CQ_MISUSE, ":a");
	check_refused(&cq__dialect_sqlite, "SELECT ':a'", "a", CQ_MISUSE, ":a");
	check_refused(&cq__dialect_sqlite, "SELECT ?", NULL, CQ_MISUSE, "?");
	check_refused(&cq__dialect_sqlite, "SELECT @b", NULL, CQ_MISUSE, "@b");
	check_refused(&cq__dialect_sqlite, "SELECT $b", NULL, CQ_MISUSE, "$b");
	check_refused(&cq__dialect_postgres, "SELECT $1", NULL, CQ_MISUSE, "$1");
	check_refused(&cq__dialect_sqlite, "SELECT 'it", NULL, CQ_SYNTAX, "'it");
	check_refused(&cq__dialect_postgres, "SELECT /* /* */", NULL, CQ_SYNTAX, "/*");
	check_refused(&cq__dialect_postgres, "SELECT $x$ :a", NULL, CQ_SYNTAX, "$x$");
	check_refused(&cq__dialect_mariadb, "SELECT /*! 1", NULL, CQ_SYNTAX, "");
	check_refused(&cq__dialect_mariadb, "SELECT ?", NULL, CQ_MISUSE, "?");
	check_refused(&cq__dialect_sqlite, "DELETE FROM users; DELETE FROM posts", NULL, CQ_MISUSE, "more than one");
}

/* RAW of this text over `count` columns. */
static cq_status render_raw(const cq__dialect *dialect, const char *text, uint32_t count, cq__rendered *rendered, cq__error *error)
{
	cq_statement statement;
	cq_statement_init(&statement, NULL);
	for (uint32_t i = 0; i < count; i++)
		cq_push_column(&statement, CQ_COLUMN(users.id));
	cq_push_node(&statement, CQ_OP_RAW, CQ_TYPE_BIGINT, 0, count, text);
	cq_push(&statement, CQ_OP_SELECT, 1);
	cq_push_ref(&statement, CQ_OP_FROM, 0, CQ_TABLE(users));
	cq_push(&statement, CQ_OP_STATEMENT, 2);
	const cq_status status = kit_render(dialect, &statement, rendered, error);
	cq_statement_release(&statement);
	return status;
}

static void raw_operands(void **state)
{
	(void)state;
	cq__rendered rendered;
	record_nonsense_begins();
	assert_int_equal(render_raw(&cq__dialect_postgres, "'?' || \"?\" || $$?$$ || (x ?? 'k') || ?", 1, &rendered, NULL), CQ_OK);
	record_nonsense_ends();
	assert_string_equal(rendered.sql, "SELECT '?' || \"?\" || $$?$$ || (x ? 'k') || \"users\".\"id\" FROM \"users\"");
	cq__rendered_release(&rendered);
	assert_int_equal(render_raw(&cq__dialect_postgres, "?", 2, &rendered, NULL), CQ_MISUSE);
	assert_int_equal(render_raw(&cq__dialect_postgres, "? + ?", 1, &rendered, NULL), CQ_MISUSE);
	assert_int_equal(render_raw(&cq__dialect_sqlite, "?1", 1, &rendered, NULL), CQ_MISUSE);
	assert_int_equal(render_raw(&cq__dialect_sqlite, "??", 0, &rendered, NULL), CQ_MISUSE);
	assert_int_equal(render_raw(&cq__dialect_sqlite, ":a", 0, &rendered, NULL), CQ_MISUSE);
	assert_int_equal(render_raw(&cq__dialect_postgres, "1; DROP TABLE users", 0, &rendered, NULL), CQ_MISUSE);
	assert_int_equal(render_raw(&cq__dialect_postgres, "'", 0, &rendered, NULL), CQ_SYNTAX);
}

/* The tokens of a text, one after the other, are the text. */
static void tokens_cover_text(void **state)
{
	(void)state;
	static const char letters[] = "a1 '\"`[]:?$;-/*E\\\n(@=";
	uint64_t random = 42;
	for (int run = 0; run < 20000; run++) {
		char text[24];
		size_t length = 0;
		for (; length < sizeof text - 1; length++) {
			random = random * 6364136223846793005u + 1442695040888963407u;
			text[length] = letters[(random >> 33) % (sizeof letters - 1)];
		}
		text[length] = '\0';
		cq__scanner scanner;
		cq__scan_init(&scanner, text, run % 2 == 0 ? cq__dialect_sqlite.lexical : cq__dialect_postgres.lexical);
		const char *behind = text;
		for (cq__token token; (token = cq__scan_next(&scanner)) != CQ__TOKEN_END;) {
			assert_ptr_equal(scanner.start, behind);
			assert_true(scanner.at > scanner.start);
			behind = scanner.at;
		}
		assert_ptr_equal(behind, text + length);
	}
}

/* ---- a table in a schema, which on SQLite is an attached database ---------------------------------------------------- */

#define notes_COLUMNS(COLUMN)                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)                       \
	COLUMN(text, TEXT, INDEXED)                           \
	COLUMN(parent, NULLABLE(BIGINT), REFERENCES(notes, id))
#define notes_OPTIONS(OPTION) OPTION(SCHEMA("archive"))
CQ_MODEL(Note, notes)
CQ_ALIAS(notes, parents)

static void schemas(void **state)
{
	(void)state;
	const cq_table *const table = CQ_TABLE(notes);
	cq__ddl ddl;
	record_tables(&table, 1);
	assert_int_equal(cq__ddl_create(&cq__dialect_postgres, &table, 1, &ddl, NULL), CQ_OK);
	assert_non_null(strstr(ddl.statements[0], "REFERENCES \"archive\".\"notes\" (\"id\")"));
	assert_string_equal(ddl.statements[1], "CREATE INDEX IF NOT EXISTS \"ix_notes_text\" ON \"archive\".\"notes\" (\"text\")");
	cq__ddl_release(&ddl);
	kit_execute(kit_database, "ATTACH ':memory:' AS archive");
	assert_int_equal(cq__ddl_create(&cq__dialect_sqlite, &table, 1, &ddl, NULL), CQ_OK);
	assert_string_equal(ddl.statements[1], "CREATE INDEX IF NOT EXISTS \"archive\".\"ix_notes_text\" ON \"notes\" (\"text\")");
	kit_run(kit_database, &ddl);
	kit_run(kit_database, &ddl);
	cq__ddl_release(&ddl);
	check_sql(STATEMENT(SQL(SELECT(notes.id), FROM(notes), JOIN(parents, EQ(parents.id, notes.parent)), WHERE(EQ(notes.text, "x")))),
		"SELECT \"archive\".\"notes\".\"id\" FROM \"archive\".\"notes\" JOIN \"archive\".\"notes\" AS \"parents\" ON "
		"\"parents\".\"id\" = \"archive\".\"notes\".\"parent\" WHERE \"archive\".\"notes\".\"text\" = ?",
		"SELECT \"archive\".\"notes\".\"id\" FROM \"archive\".\"notes\" JOIN \"archive\".\"notes\" AS \"parents\" ON "
		"\"parents\".\"id\" = \"archive\".\"notes\".\"parent\" WHERE \"archive\".\"notes\".\"text\" = $1");
	check_sql(STATEMENT(SQL(UPDATE(notes, SET(text, "x")), WHERE(EQ(notes.id, 1)), RETURNING(notes.id))),
		"UPDATE \"archive\".\"notes\" SET \"text\" = ? WHERE \"archive\".\"notes\".\"id\" = ? RETURNING "
		"\"notes\".\"id\"",
		"UPDATE \"archive\".\"notes\" SET \"text\" = $1 WHERE \"archive\".\"notes\".\"id\" = $2 RETURNING "
		"\"notes\".\"id\"");
	check_sql(STATEMENT(SQL(INSERT_INTO(notes, SET(text, "x")), RETURNING_ALL(notes))),
		"INSERT INTO \"archive\".\"notes\" (\"text\") VALUES (?) RETURNING \"notes\".\"id\", \"notes\".\"text\", "
		"\"notes\".\"parent\"",
		"INSERT INTO \"archive\".\"notes\" (\"text\") VALUES ($1) RETURNING \"notes\".\"id\", \"notes\".\"text\", "
		"\"notes\".\"parent\"");
	check_sql(STATEMENT(SQL(DELETE_FROM(notes), WHERE(EQ(notes.id, 1)), RETURNING(notes.id))),
		"DELETE FROM \"archive\".\"notes\" WHERE \"archive\".\"notes\".\"id\" = ? RETURNING \"notes\".\"id\"",
		"DELETE FROM \"archive\".\"notes\" WHERE \"archive\".\"notes\".\"id\" = $1 RETURNING \"notes\".\"id\"");
	kit_execute(kit_database, "DETACH archive");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(named_parameters),
		cmocka_unit_test(named_parameters_mariadb),
		cmocka_unit_test(refused),
		cmocka_unit_test(raw_operands),
		cmocka_unit_test(tokens_cover_text),
		cmocka_unit_test(schemas),
	};
	return cmocka_run_group_tests(tests, kit_setup, kit_teardown);
}
