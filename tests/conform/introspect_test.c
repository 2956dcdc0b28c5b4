/* introspect_test: tables made by cquel's DDL are, in the words of each database's own catalogue, what the models say: columns
 * in order, types, NULL, defaults, keys, constraints, references with their actions, indexes, comments.
 */
#include "conform/introspect/schemas.h"
#include "sql/ddl.h"
#include "support/client.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const cq__dialect *const dialects[CLIENT_KINDS] = { &cq__dialect_sqlite, &cq__dialect_postgres, &cq__dialect_mariadb };
static const table_set *(*const schemas[])(void) = {
	shop_schema, chinook_schema, every_schema, actions_schema, partial_schema, places_schema,
};

void describe(facts *list, const char *format, ...)
{
	char line[400];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(line, sizeof line, format, arguments);
	va_end(arguments);
	char **const grown = realloc(list->lines, (list->count + 1) * sizeof *grown);
	assert_non_null(grown);
	list->lines = grown;
	grown[list->count] = strdup(line);
	assert_non_null(grown[list->count++]);
}

void facts_release(facts *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->lines[i]);
	free(list->lines);
	*list = (struct facts){ 0 };
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void sort(facts *list)
{
	if (list->count != 0)
		qsort(list->lines, list->count, sizeof *list->lines, by_text);
}

/* Each line that only one of the two has. */
static unsigned differences(const char *what, facts *wanted, facts *found)
{
	unsigned count = 0;
	size_t i = 0, j = 0;
	sort(wanted);
	sort(found);
	while (i < wanted->count || j < found->count) {
		const int order = i == wanted->count ? 1 : j == found->count ? -1 : strcmp(wanted->lines[i], found->lines[j]);
		if (order != 0) {
			print_error("%s: %s %s\n", what, order < 0 ? "wanted" : "found ", order < 0 ? wanted->lines[i] : found->lines[j]);
			count++;
		}
		i += order <= 0;
		j += order >= 0;
	}
	return count;
}

static void run(client *db, const cq__ddl *ddl)
{
	for (uint32_t i = 0; i < ddl->count; i++) {
		if (!client_execute(db, ddl->statements[i]))
			fail_msg("%s: %s", client_message(db), ddl->statements[i]);
	}
}

static unsigned compare_names(client_kind kind, client *db, const table_set *schema, const char *space, bool there)
{
	facts wanted = { 0 }, found = { 0 };
	for (size_t i = 0; i < schema->count && there; i++)
		describe(&wanted, "%s", cq__table_sql_name(schema->tables[i]));
	introspect_names(kind, db, space, &found);
	const unsigned count = differences(schema->name, &wanted, &found);
	facts_release(&wanted);
	facts_release(&found);
	return count;
}

static unsigned compare_tables(client_kind kind, client *db, const table_set *schema, size_t *lines)
{
	unsigned count = 0;
	for (size_t i = 0; i < schema->count; i++) {
		facts wanted = { 0 }, found = { 0 };
		char what[200];
		snprintf(what, sizeof what, "%s, %s.%s", client_kind_name(kind), schema->name, schema->tables[i]->name);
		expect_table(kind, schema, schema->tables[i], &wanted);
		introspect_table(kind, db, schema->tables[i], &found);
		*lines += found.count;
		assert_true(found.count > schema->tables[i]->column_count);
		count += differences(what, &wanted, &found);
		facts_release(&wanted);
		facts_release(&found);
	}
	return count;
}

/* Created twice, compared, dropped twice, and then nothing is left. */
static unsigned prove(client_kind kind, client *db, const table_set *schema, size_t *lines)
{
	cq__ddl create, drop;
	cq__error error = { 0 };
	const char *const space = cq__table_schema(schema->tables[0]);
	const cq_status status = cq__ddl_create(dialects[kind], schema->tables, schema->count, &create, &error);
	if ((schema->without & 1u << kind) != 0) {
		assert_int_equal(status, CQ_UNSUPPORTED);
		cq__error_release(&error);
		return 0;
	}
	if (status != CQ_OK)
		fail_msg("%s: %s", schema->name, cq__error_get(&error)->message);
	assert_int_equal(cq__ddl_drop(dialects[kind], schema->tables, schema->count, &drop, NULL), CQ_OK);
	if (space != NULL && !client_create_space(db, space))
		fail_msg("%s", client_message(db));
	run(db, &create);
	run(db, &create);
	unsigned count = compare_names(kind, db, schema, space, true) + compare_tables(kind, db, schema, lines);
	run(db, &drop);
	run(db, &drop);
	count += compare_names(kind, db, schema, space, false);
	cq__ddl_release(&create);
	cq__ddl_release(&drop);
	cq__error_release(&error);
	return count;
}

static void prove_all(client_kind kind)
{
	client *const db = client_open(kind);
	unsigned count = 0;
	size_t lines = 0;
	for (size_t i = 0; i < sizeof schemas / sizeof *schemas; i++)
		count += prove(kind, db, schemas[i](), &lines);
	print_message("%s: %zu facts of %zu schemas compared\n", client_kind_name(kind), lines, sizeof schemas / sizeof *schemas);
	client_close(db);
	assert_int_equal(count, 0);
}

static void on_sqlite(void **state)
{
	(void)state;
	prove_all(CLIENT_SQLITE);
}

static void on_postgres(void **state)
{
	(void)state;
	prove_all(CLIENT_POSTGRES);
}

static void on_mariadb(void **state)
{
	(void)state;
	prove_all(CLIENT_MARIADB);
}

int main(void)
{
	if (!client_all_available())
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(on_sqlite),
		cmocka_unit_test(on_postgres),
		cmocka_unit_test(on_mariadb),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
