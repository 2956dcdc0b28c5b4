/* golden_prepare_test: every statement that the suite renders, prepared by the database it is written for, over the tables
 * that cquel's own DDL makes there. ctest runs the programs that write them down (support/record.h) before it.
 */
#include "support/client.h"
#include "support/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Failures of one program on one database; the rest is likely the same. */
enum { MOST_TOLD = 20 };

/* What has been seen of one database. */
typedef struct tally {
	unsigned prepared, nonsense, ddl, schemas, alone;
} tally;

/* One program's records for one database, while they are read. */
typedef struct reader {
	client_kind kind;
	client *db;       /* NULL until the program says what its tables are */
	client *alone;    /* the database of an ALONE, while it lasts */
	char **drops;     /* what is to be run at the end of the database, last first */
	size_t drop_count, alone_from;
	char **made;      /* the DDL of the database, to be run again */
	size_t made_count;
	bool dirty;       /* the DDL has not been run twice yet */
	unsigned failures;
	const char *program;
	tally *seen;
} reader;

/* A record of the file, whose text is behind it. */
typedef struct record {
	record_kind kind;
	char dialect[16];
	char *text;
} record;

static const char *const dialect_names[CLIENT_KINDS] = { "sqlite", "postgres", "mariadb" };

static bool read_record(FILE *file, record *out)
{
	char kind[16];
	size_t length;
	if (fscanf(file, "%15s %15s %zu", kind, out->dialect, &length) != 3)
		return false;
	assert_int_equal(fgetc(file), '\n');
	out->text = calloc(length + 1, 1);
	assert_non_null(out->text);
	assert_int_equal(fread(out->text, 1, length, file), length);
	for (out->kind = 0; out->kind < RECORD_KINDS && strcmp(kind, record_kind_name(out->kind)) != 0;)
		out->kind++;
	assert_true(out->kind < RECORD_KINDS);
	return true;
}

/* Not the first one only. */
static void report(reader *in, client *db, const char *what, const char *text)
{
	if (in->failures++ < MOST_TOLD)
		print_error("%s, %s: %s: %s\n    %s\n", in->program, client_kind_name(in->kind), what, client_message(db), text);
}

static void keep(char ***texts, size_t *count, const char *text)
{
	char **const grown = realloc(*texts, (*count + 1) * sizeof *grown);
	assert_non_null(grown);
	*texts = grown;
	grown[*count] = strdup(text);
	assert_non_null(grown[(*count)++]);
}

static void forget(char **texts, size_t *count, size_t from)
{
	while (*count > from)
		free(texts[--*count]);
}

/* Creating what is there, and dropping what is not, are no failures and change nothing. */
static void run_again(reader *in, client *db, char *const *texts, size_t from, size_t count)
{
	for (size_t i = from; i < count; i++) {
		if (!client_execute(db, texts[i]))
			report(in, db, "run again", texts[i]);
	}
}

static void count_tables(reader *in, client *db)
{
	static const char *const queries[CLIENT_KINDS] = {
		"SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'",
		"SELECT relname FROM pg_class WHERE relkind IN ('r', 'i', 'S') AND relnamespace = 'public'::regnamespace",
		"SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()",
	};
	client_rows rows;
	if (!client_query(db, queries[in->kind], &rows))
		report(in, db, "the catalogue", queries[in->kind]);
	if (rows.rows != 0 && in->failures++ < MOST_TOLD)
		print_error("%s, %s: dropping all left %s\n", in->program, client_kind_name(in->kind), client_cell(&rows, 0, 0));
	client_rows_release(&rows);
}

/* The drops of all the tables of a database, one batch behind the other; twice. */
static void drop_all(reader *in, client *db, size_t from)
{
	for (int i = 0; i < 2; i++)
		run_again(in, db, in->drops, from, in->drop_count);
	count_tables(in, db);
	forget(in->drops, &in->drop_count, from);
}

static void settle(reader *in)
{
	if (!in->dirty)
		return;
	in->dirty = false;
	run_again(in, in->db, in->made, 0, in->made_count);
}

static void end_database(reader *in)
{
	if (in->db == NULL)
		return;
	settle(in);
	drop_all(in, in->db, 0);
	forget(in->made, &in->made_count, 0);
	client_close(in->db);
	in->db = NULL;
}

static void begin_alone(reader *in)
{
	if (in->alone == NULL)
		in->alone = client_open(in->kind);
	else if (!client_empty(in->alone))
		report(in, in->alone, "emptied", "");
	in->alone_from = in->drop_count;
	in->seen->alone++;
}

/* Whether it is of the kind that EXPLAIN takes. */
static bool can_plan(const char *sql)
{
	static const char *const words[] = { "SELECT", "WITH", "INSERT", "UPDATE", "DELETE" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (strncmp(sql, words[i], strlen(words[i])) == 0)
			return true;
	}
	return false;
}

static void prepare(reader *in, const char *sql)
{
	client_statement *const statement = client_prepare(in->db, sql);
	in->seen->prepared++;
	if (statement == NULL) {
		report(in, in->db, "refused", sql);
		return;
	}
	if (can_plan(sql) && !client_plan(statement))
		report(in, in->db, "not planned", sql);
	client_finish(statement);
}

/* Marked as refused, and so it is: a mark that is not needed would hide a failure. */
static void refuse(reader *in, const char *sql)
{
	client_statement *const statement = client_prepare(in->db, sql);
	in->seen->nonsense++;
	if (statement != NULL && in->failures++ < MOST_TOLD)
		print_error("%s, %s: marked as nonsense, but the database takes it\n    %s\n", in->program, client_kind_name(in->kind), sql);
	client_finish(statement);
}

static void take(reader *in, record_kind kind, const char *text, bool alone)
{
	client *const db = alone ? in->alone : in->db;
	if (kind != RECORD_BEGIN && kind != RECORD_ALONE && db == NULL)
		fail_msg("%s: a record before the first database: %s", in->program, text);
	switch (kind) {
	case RECORD_BEGIN:
		end_database(in);
		in->db = client_open(in->kind);
		in->seen->schemas++;
		break;
	case RECORD_SPACE:
		if (!client_create_space(db, text))
			report(in, db, "no such schema", text);
		break;
	case RECORD_DDL:
		in->seen->ddl++;
		in->dirty = in->dirty || !alone;
		if (!client_execute(db, text))
			report(in, db, "refused", text);
		if (!alone)
			keep(&in->made, &in->made_count, text);
		else if (!client_execute(db, text))
			report(in, db, "run again", text);
		break;
	case RECORD_DROP: keep(&in->drops, &in->drop_count, text); break;
	case RECORD_ALONE: begin_alone(in); break;
	case RECORD_END: drop_all(in, in->alone, in->alone_from); break;
	case RECORD_STATEMENT:
		settle(in);
		prepare(in, text);
		break;
	case RECORD_NONSENSE:
		settle(in);
		refuse(in, text);
		break;
	case RECORD_KINDS: break;
	}
}

/* Whether the program has left records at all. */
static bool read_program(reader *in, const char *folder)
{
	char path[4096];
	record next;
	bool alone = false, any = false;
	snprintf(path, sizeof path, "%s/%s.records", folder, in->program);
	FILE *const file = fopen(path, "r");
	if (file == NULL)
		return false;
	while (read_record(file, &next)) {
		if (strcmp(next.dialect, dialect_names[in->kind]) == 0) {
			any = true;
			alone = next.kind == RECORD_ALONE || (alone && next.kind != RECORD_END);
			take(in, next.kind, next.text, alone);
		}
		free(next.text);
	}
	assert_true(feof(file));
	fclose(file);
	end_database(in);
	client_close(in->alone);
	in->alone = NULL;
	free(in->drops);
	free(in->made);
	return any;
}

static void prepare_all(client_kind kind, unsigned least_prepared, unsigned least_ddl)
{
	const char *const folder = getenv("CQUEL_TEST_RECORD"), *const programs = getenv("CQUEL_TEST_RECORDING");
	tally seen = { 0 };
	unsigned failures = 0;
	char *const list = strdup(programs != NULL ? programs : ""), *rest = list;
	assert_non_null(folder);
	assert_non_null(list);
	for (char *program; (program = strsep(&rest, ",")) != NULL;) {
		reader in = { .kind = kind, .program = program, .seen = &seen };
		if (!read_program(&in, folder))
			fail_msg("%s has left no records for %s in %s", program, client_kind_name(kind), folder);
		failures += in.failures;
	}
	free(list);
	print_message("%s: %u statements prepared, %u refused by design; %u statements of DDL run in %u databases\n", client_kind_name(kind),
		seen.prepared, seen.nonsense, seen.ddl, seen.schemas + seen.alone);
	if (failures != 0)
		fail_msg("%s: %u failures", client_kind_name(kind), failures);
	/* Fewer than there ever were: something is no longer written down. */
	assert_true(seen.prepared >= least_prepared);
	assert_true(seen.ddl >= least_ddl);
}

static void on_sqlite(void **state)
{
	(void)state;
	prepare_all(CLIENT_SQLITE, 5300, 160);
}

static void on_postgres(void **state)
{
	(void)state;
	prepare_all(CLIENT_POSTGRES, 5300, 200);
}

static void on_mariadb(void **state)
{
	(void)state;
	prepare_all(CLIENT_MARIADB, 5280, 190);
}

int main(void)
{
	if (!client_all_available())
		return CLIENT_SKIPPED;
	if (getenv("CQUEL_TEST_RECORD") == NULL || getenv("CQUEL_TEST_RECORDING") == NULL) {
		fputs("skipped: run by ctest, which has the statements written down first\n", stderr);
		return CLIENT_SKIPPED;
	}
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(on_sqlite),
		cmocka_unit_test(on_postgres),
		cmocka_unit_test(on_mariadb),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
