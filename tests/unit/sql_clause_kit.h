/* sql_clause_kit.h: derived tables and the check of one statement's text on all three databases.
 *
 * It knows nothing of what is tested. The tests of the larger clauses include it.
 */
#ifndef SQL_CLAUSE_KIT_H
#define SQL_CLAUSE_KIT_H

#include "sql_kit.h"

#define Named_FIELDS(FIELD)            \
	FIELD(id, BIGINT, users.id)        \
	FIELD(name, TEXT, users.username)
CQ_ROW(Named)
CQ_DERIVED(Named, named)
CQ_DERIVED(Named, found)
CQ_DERIVED_ALIAS(Named, named, other)

/* A table with one unique key. */
#define tags_COLUMNS(COLUMN)                                \
	COLUMN(label, VARCHAR(40), PRIMARY_KEY)                 \
	COLUMN(uses, INTEGER, DEFAULT(0))                       \
	COLUMN(note, NULLABLE(TEXT))                            \
	COLUMN(used_at, TIMESTAMP, DEFAULT_NOW, ON_UPDATE_NOW)
CQ_MODEL(Tag, tags)

static int clause_setup(void **state)
{
	static const cq_table *tables[5];
	size_t count;
	cq__ddl ddl;
	const cq_table *const *const kit = kit_tables(&count);
	if (kit_setup(state) != 0)
		return -1;
	memcpy(tables, kit, count * sizeof *tables);
	tables[count] = CQ_TABLE(tags);
	assert_int_equal(cq__ddl_create(&cq__dialect_sqlite, tables + count, 1, &ddl, NULL), CQ_OK);
	kit_run(kit_database, &ddl);
	cq__ddl_release(&ddl);
	record_begin(tables, count + 1);
	return 0;
}

static uint32_t count_marks(const char *sql)
{
	uint32_t marks = 0;
	for (; *sql != '\0'; sql++)
		marks += *sql == '?';
	return marks;
}

/* Each allocation of the renderer fails in turn: a status, nothing left behind. */
static void check_without_memory(const cq__dialect *dialect, const cq_statement *statement)
{
	cq__tree tree;
	cq__typing typing;
	assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(statement), statement->node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, statement->value_count), CQ_OK);
	cq_status status = CQ_NO_MEMORY;
	for (long n = 1; status == CQ_NO_MEMORY; n++) {
		cq__rendered rendered;
		cq__error error = { 0 };
		assert_true(n < 100);
		cq__alloc_fail_after(n);
		status = cq__render(dialect, &tree, &typing, &rendered, &error);
		cq__alloc_fail_after(0);
		assert_int_equal(rendered.sql != NULL, status == CQ_OK);
		cq__rendered_release(&rendered);
		cq__error_release(&error);
	}
	assert_true(status == CQ_OK || status == CQ_UNSUPPORTED);
	cq__typing_release(&typing);
	cq__tree_release(&tree);
}

static void check_one(const cq__dialect *dialect, const cq_statement *statement, const char *expected, int line)
{
	cq__rendered rendered;
	cq__error error = { 0 };
	const cq_status status = kit_render(dialect, statement, &rendered, &error);
	if (status != (expected != NULL ? CQ_OK : CQ_UNSUPPORTED))
		fail_msg("line %d: %s: %d %s", line, dialect->name, status, status != CQ_OK ? cq__error_get(&error)->message : rendered.sql);
	if (expected != NULL && strcmp(rendered.sql, expected) != 0)
		fail_msg("line %d:\n    wanted %s\n    got    %s", line, expected, rendered.sql);
	if (expected != NULL && dialect == &cq__dialect_sqlite)
		kit_prepare(&rendered);
	if (expected != NULL && dialect == &cq__dialect_mariadb)
		assert_int_equal(count_marks(rendered.sql), rendered.parameter_count);
	cq__rendered_release(&rendered);
	cq__error_release(&error);
	check_without_memory(dialect, statement);
}

/* The statement breaks no rule, and is written so on SQLite, PostgreSQL and MariaDB; NULL: not at all. */
static void check_clauses(cq_statement *statement, const char *sqlite, const char *postgres, const char *mariadb, int line)
{
	const char *rule;
	char text[512];
	if (cq_statement_check(statement, &rule, text, sizeof text) != CQ_OK)
		fail_msg("line %d: %s", line, text);
	check_one(&cq__dialect_sqlite, statement, sqlite, line);
	check_one(&cq__dialect_postgres, statement, postgres, line);
	check_one(&cq__dialect_mariadb, statement, mariadb, line);
	cq_statement_release(statement);
}

#define CHECK_CLAUSES(statement, sqlite, postgres, mariadb) \
	do { \
		cq_statement kit_statement = STATEMENT(statement); \
		check_clauses(&kit_statement, sqlite, postgres, mariadb, __LINE__); \
	} while (0)

#endif
