/* support/record.c: see record.h. A record is a line "KIND DIALECT LENGTH", and behind it so many bytes and a line's end. */
#include "support/record.h"

#include "query/tree.h"
#include "query/typing.h"
#include "sql/render.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const cq__dialect *const dialects[] = { &cq__dialect_sqlite, &cq__dialect_postgres, &cq__dialect_mariadb };

static bool nonsense;

const char *record_kind_name(record_kind kind)
{
	static const char *const names[RECORD_KINDS] = { "begin", "space", "ddl", "drop", "alone", "end", "statement", "nonsense" };
	return names[kind];
}

/* Opened anew by each run of a program, closed by its end; NULL where nothing is recorded. */
static FILE *records(void)
{
	static FILE *file;
	const char *const folder = getenv("CQUEL_TEST_RECORD");
	if (file == NULL && folder != NULL && *folder != '\0') {
		char path[4096];
		snprintf(path, sizeof path, "%s/%s.records", folder, program_invocation_short_name);
		file = fopen(path, "w");
		if (file == NULL)
			fail_msg("cannot write %s: %s", path, strerror(errno));
	}
	return file;
}

static void put(record_kind kind, const cq__dialect *dialect, const char *text)
{
	FILE *const file = records();
	if (file != NULL)
		fprintf(file, "%s %s %zu\n%s\n", record_kind_name(kind), dialect->name, strlen(text), text);
}

static void put_schemas(const cq__dialect *dialect, const cq_table *const *tables, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *const schema = cq__table_schema(tables[i]);
		bool known = schema == NULL;
		for (size_t j = 0; j < i && !known; j++)
			known = cq__table_schema(tables[j]) != NULL && strcmp(cq__table_schema(tables[j]), schema) == 0;
		if (!known)
			put(RECORD_SPACE, dialect, schema);
	}
}

static void put_ddl(record_kind kind, const cq__dialect *dialect, const cq__ddl *ddl)
{
	for (uint32_t i = 0; i < ddl->count; i++)
		put(kind, dialect, ddl->statements[i]);
}

void record_begin(const cq_table *const *tables, size_t count)
{
	if (records() == NULL)
		return;
	for (size_t i = 0; i < sizeof dialects / sizeof *dialects; i++)
		put(RECORD_BEGIN, dialects[i], program_invocation_short_name);
	record_tables(tables, count);
}

static void put_tables(const cq__dialect *dialect, const cq_table *const *tables, size_t count)
{
	cq__ddl create, drop;
	cq__error error = { 0 };
	if (cq__ddl_create(dialect, tables, count, &create, &error) != CQ_OK)
		fail_msg("%s: %s", dialect->name, cq__error_get(&error)->message);
	assert_int_equal(cq__ddl_drop(dialect, tables, count, &drop, NULL), CQ_OK);
	put_schemas(dialect, tables, count);
	put_ddl(RECORD_DDL, dialect, &create);
	put_ddl(RECORD_DROP, dialect, &drop);
	cq__ddl_release(&create);
	cq__ddl_release(&drop);
	cq__error_release(&error);
}

void record_tables(const cq_table *const *tables, size_t count)
{
	for (size_t i = 0; i < sizeof dialects / sizeof *dialects && records() != NULL; i++)
		put_tables(dialects[i], tables, count);
}

void record_alone(const cq__dialect *dialect, const cq_table *const *tables, size_t count)
{
	if (records() == NULL)
		return;
	put(RECORD_ALONE, dialect, "");
	put_tables(dialect, tables, count);
	put(RECORD_END, dialect, "");
}

void record_statement(const cq__dialect *dialect, const char *sql)
{
	put(nonsense ? RECORD_NONSENSE : RECORD_STATEMENT, dialect, sql);
}

void record_query(const cq_statement *statement)
{
	for (size_t i = 0; i < sizeof dialects / sizeof *dialects && records() != NULL; i++) {
		cq__tree tree;
		cq__typing typing;
		cq__rendered rendered;
		cq__error error = { 0 };
		assert_int_equal(statement->failure, CQ_OK);
		assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(statement), statement->node_count), CQ_OK);
		assert_int_equal(cq__typing_init(&typing, &tree, statement->value_count), CQ_OK);
		const cq_status status = cq__render(dialects[i], &tree, &typing, &rendered, &error);
		if (status == CQ_OK)
			record_statement(dialects[i], rendered.sql);
		else if (status != CQ_UNSUPPORTED)
			fail_msg("%s: %s", dialects[i]->name, cq__error_get(&error)->message);
		cq__rendered_release(&rendered);
		cq__typing_release(&typing);
		cq__tree_release(&tree);
		cq__error_release(&error);
	}
}

void record_nonsense_begins(void)
{
	nonsense = true;
}

void record_nonsense_ends(void)
{
	nonsense = false;
}
