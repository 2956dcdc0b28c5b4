/* sql_kit.h: models with one of everything, and the checks that the tests of src/sql share.
 *
 * It knows nothing of engines. Every statement that is checked is also prepared by a SQLite database in memory, whose
 * tables were made by the statements of sql/ddl.h. Each is also written down, to be prepared by every other database.
 */
#ifndef SQL_KIT_H
#define SQL_KIT_H

#include "base/alloc.h"
#include "query/checker.h"
#include "sql/ddl.h"
#include "sql/render.h"
#include "support/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include <cquel/words.h>

#define Role_VALUES(VALUE) VALUE(ROLE_READER, "reader") VALUE(ROLE_EDITOR, "editor") VALUE(ROLE_OWNER, "it's \"mine\"")
CQ_ENUM(Role)

#define STAMPS(COLUMN)                            \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)    \
	COLUMN(updated_at, TIMESTAMP, DEFAULT_NOW, ON_UPDATE_NOW)

#define users_COLUMNS(COLUMN)                                                       \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                                 \
	COLUMN(username, VARCHAR(50), UNIQUE, COMMENT("the name to log in with"))       \
	COLUMN(bio, NULLABLE(TEXT))                                                     \
	COLUMN(age, INTEGER, DEFAULT(18), CHECK("age >= 0"))                            \
	COLUMN(is_active, BOOLEAN, DEFAULT(true))                                       \
	COLUMN(role, ENUM(Role), DEFAULT(ROLE_READER))                                  \
	COLUMN(boss_id, NULLABLE(BIGINT), REFERENCES(users, id), ON_DELETE(SET_NULL))   \
	STAMPS(COLUMN)
CQ_MODEL(User, users)
CQ_ALIAS(users, boss)

#define posts_COLUMNS(COLUMN)                                                                        \
	COLUMN(id, BIGINT, PRIMARY_KEY, AUTO_INCREMENT)                                                  \
	COLUMN(author_id, BIGINT, REFERENCES(users, id), ON_DELETE(CASCADE), ON_UPDATE(RESTRICT), INDEXED) \
	COLUMN(title, VARCHAR(200), DEFAULT("it's \"new\""))                                             \
	COLUMN(price, DECIMAL(10, 2), DEFAULT_SQL("9.5"))                                                     \
	COLUMN(rating, NULLABLE(DOUBLE))                                                                 \
	COLUMN(weight, REAL, DEFAULT(0.25))                                                              \
	COLUMN(votes, SMALLINT, DEFAULT(0))                                                              \
	COLUMN(body, NULLABLE(JSON))                                                                     \
	COLUMN(picture, NULLABLE(BYTES))                                                                 \
	COLUMN(key, NULLABLE(UUID))                                                                      \
	COLUMN(day, NULLABLE(DATE))                                                                      \
	COLUMN(slug, TEXT, GENERATED("lower(title)"))
#define posts_OPTIONS(OPTION)                                \
	OPTION(COMMENT("what users wrote"))                      \
	OPTION(INDEX(author_id, day))                            \
	OPTION(UNIQUE(author_id, title))                         \
	OPTION(INDEX_NAMED(good_posts, rating))                  \
	OPTION(CHECK("price >= 0"))                              \
	OPTION(CHECK_NAMED(light_or_voted, "weight < 1 OR votes > 0"))
CQ_MODEL(Post, posts)

/* Names that no C identifier can be, and that hold quotes. */
#define orders_COLUMNS(COLUMN)                                     \
	COLUMN(number, INTEGER, PRIMARY_KEY, SQL_NAME("order"))        \
	COLUMN(line, SMALLINT, PRIMARY_KEY)                            \
	COLUMN(what, CHAR(8), SQL_NAME("the \"what\""), UNIQUE)        \
	COLUMN(taken, TIMESTAMP)
#define orders_OPTIONS(OPTION) OPTION(SQL_NAME("the orders"))
CQ_MODEL(Order, orders)

/* Other stored forms. */
#define forms_COLUMNS(COLUMN)                                                   \
	COLUMN(key, UUID, PRIMARY_KEY, STORED_AS(BYTES))                            \
	COLUMN(at, TIMESTAMP, STORED_AS(INTEGER), DEFAULT_NOW, ON_UPDATE_NOW)       \
	COLUMN(on_day, DATE, STORED_AS(INTEGER), DEFAULT_NOW)             \
	COLUMN(clock, TIME, DEFAULT_NOW, ON_UPDATE_NOW)                             \
	COLUMN(amount, DECIMAL(12, 3), STORED_AS(INTEGER))            \
	COLUMN(exact, DECIMAL(12, 3), STORED_AS(TEXT))                \
	COLUMN(role, ENUM(Role), STORED_AS(INTEGER), DEFAULT(ROLE_EDITOR))          \
	COLUMN(span, INTERVAL)                                   \
	COLUMN(token, UUID, DEFAULT_SQL("'00000000-0000-0000-0000-000000000000'"))
CQ_MODEL(Form, forms)

static const cq_table *const *kit_tables(size_t *count)
{
	static const cq_table *tables[4];
	/* Not in the order they can be created in. */
	tables[0] = CQ_TABLE(posts);
	tables[1] = CQ_TABLE(users);
	tables[2] = CQ_TABLE(orders);
	tables[3] = CQ_TABLE(forms);
	*count = 4;
	return tables;
}

static void kit_execute(sqlite3 *database, const char *sql)
{
	char *message = NULL;
	if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", message, sql);
}

static __attribute__((unused)) void kit_run(sqlite3 *database, const cq__ddl *ddl)
{
	for (uint32_t i = 0; i < ddl->count; i++)
		kit_execute(database, ddl->statements[i]);
}

/* An empty database that takes no text in double quotes for a string. */
static sqlite3 *kit_empty_database(void)
{
	sqlite3 *database = NULL;
	assert_int_equal(sqlite3_open(":memory:", &database), SQLITE_OK);
	sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	kit_execute(database, "PRAGMA foreign_keys = ON; PRAGMA case_sensitive_like = ON");
	return database;
}

/* The database that every statement of a test program is prepared by. */
static sqlite3 *kit_database;

static __attribute__((unused)) int kit_setup(void **state)
{
	(void)state;
	size_t count;
	const cq_table *const *const tables = kit_tables(&count);
	cq__ddl ddl;
	kit_database = kit_empty_database();
	assert_int_equal(cq__ddl_create(&cq__dialect_sqlite, tables, count, &ddl, NULL), CQ_OK);
	kit_run(kit_database, &ddl);
	cq__ddl_release(&ddl);
	record_begin(tables, count);
	return 0;
}

static __attribute__((unused)) int kit_teardown(void **state)
{
	(void)state;
	return sqlite3_close(kit_database) == SQLITE_OK ? 0 : -1;
}

static __attribute__((unused)) cq_status kit_render(const cq__dialect *dialect, const cq_statement *statement, cq__rendered *out,
	cq__error *error)
{
	cq__tree tree;
	cq__typing typing;
	*out = (cq__rendered){ 0 };
	assert_int_equal(statement->failure, CQ_OK);
	assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(statement), statement->node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, statement->value_count), CQ_OK);
	const cq_status status = cq__render(dialect, &tree, &typing, out, error);
	if (status == CQ_OK)
		record_statement(dialect, out->sql);
	cq__typing_release(&typing);
	cq__tree_release(&tree);
	return status;
}

/* What has no golden text of a database's own is written down for it all the same. */
static __attribute__((unused)) void kit_write_down(const cq__dialect *dialect, const cq_statement *statement, const char *file, int line)
{
	cq__rendered rendered;
	cq__error error = { 0 };
	const cq_status status = kit_render(dialect, statement, &rendered, &error);
	if (status != CQ_OK && status != CQ_UNSUPPORTED)
		fail_msg("%s:%d: %s: %s", file, line, dialect->name, cq__error_get(&error)->message);
	cq__rendered_release(&rendered);
	cq__error_release(&error);
}

/* SQLite understands the text, and sees as many parameters and columns in it as the renderer says. */
static __attribute__((unused)) void kit_prepare(const cq__rendered *rendered)
{
	sqlite3_stmt *prepared = NULL;
	if (sqlite3_prepare_v2(kit_database, rendered->sql, (int)rendered->length + 1, &prepared, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sqlite3_errmsg(kit_database), rendered->sql);
	assert_int_equal(sqlite3_bind_parameter_count(prepared), rendered->parameter_count);
	if (rendered->column_count != 0)
		assert_int_equal(sqlite3_column_count(prepared), rendered->column_count);
	assert_int_equal(sqlite3_column_count(prepared) != 0, rendered->returns_rows);
	if (rendered->reads_only)
		assert_true(sqlite3_stmt_readonly(prepared));
	sqlite3_finalize(prepared);
}

static void kit_check(cq_statement *statement, const char *sqlite, const char *postgres, const char *file, int line)
{
	const cq__dialect *const dialects[] = { &cq__dialect_sqlite, &cq__dialect_postgres };
	const char *const expected[] = { sqlite, postgres };
	for (int i = 0; i < 2; i++) {
		cq__rendered rendered;
		cq__error error = { 0 };
		if (kit_render(dialects[i], statement, &rendered, &error) != CQ_OK)
			fail_msg("%s:%d: %s", file, line, cq__error_get(&error)->message);
		assert_int_equal(strlen(rendered.sql), rendered.length);
		if (strcmp(rendered.sql, expected[i]) != 0)
			fail_msg("%s:%d:\n    wanted %s\n    got    %s", file, line, expected[i], rendered.sql);
		if (i == 0)
			kit_prepare(&rendered);
		cq__rendered_release(&rendered);
		cq__error_release(&error);
	}
	kit_write_down(&cq__dialect_mariadb, statement, file, line);
	cq_statement_release(statement);
}

/* The texts of a statement for SQLite and PostgreSQL. */
static __attribute__((unused)) void check_sql(cq_statement statement, const char *sqlite, const char *postgres)
{
	kit_check(&statement, sqlite, postgres, __FILE__, __LINE__);
}

/* The same from within another macro. */
#define CHECK_SQL(statement, sqlite, postgres) \
	do { \
		cq_statement kit_statement = STATEMENT(statement); \
		kit_check(&kit_statement, sqlite, postgres, __FILE__, __LINE__); \
	} while (0)

/* The status and a part of the message of a statement that a dialect cannot write. */
#define CHECK_REFUSED(dialect, statement, status, part) \
	do { \
		cq_statement kit_statement = STATEMENT(statement); \
		cq__rendered kit_rendered; \
		cq__error kit_error = { 0 }; \
		assert_int_equal(kit_render(&(dialect), &kit_statement, &kit_rendered, &kit_error), status); \
		assert_null(kit_rendered.sql); \
		if (strstr(cq__error_get(&kit_error)->message, part) == NULL) \
			fail_msg("no \"%s\" in \"%s\"", part, cq__error_get(&kit_error)->message); \
		cq__error_release(&kit_error); \
		cq_statement_release(&kit_statement); \
	} while (0)

#endif
