/* conform/introspect/catalogues.c: what each database's catalogue says of a table: queries that give the lines of schemas.h.
 *
 * It knows nothing of models but their tables' names. In a query {schema} and {table} are the names as text literals.
 */
#include "conform/introspect/schemas.h"
#include "meta/model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The tables of a place: its names. */
static const char *const names_queries[CLIENT_KINDS] = {
	[CLIENT_SQLITE] = "SELECT name FROM pragma_table_list WHERE schema = {schema} AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
	[CLIENT_POSTGRES] = "SELECT tablename FROM pg_tables WHERE schemaname = {schema}",
	[CLIENT_MARIADB] = "SELECT table_name FROM information_schema.tables WHERE table_schema = {schema}",
};

static const char *const sqlite_queries[] = {
	"SELECT printf('column %02d %s %s%s%s%s%s', cid + 1, name, replace(type, ' GENERATED ALWAYS', ''), iif(\"notnull\", ' not null', ' null'), "
	"iif(dflt_value IS NOT NULL, ' default', ''), iif(hidden IN (2, 3), ' generated', ''), "
	"iif(pk = 1 AND type = 'INTEGER' AND (SELECT max(pk) FROM pragma_table_xinfo({table}, {schema})) = 1, ' automatic', '')) "
	"FROM pragma_table_xinfo({table}, {schema}) ORDER BY cid",

	"SELECT 'primary key (' || group_concat(name, ', ') || ')' FROM "
	"(SELECT name FROM pragma_table_xinfo({table}, {schema}) WHERE pk > 0 ORDER BY pk)",

	"SELECT CASE origin WHEN 'u' THEN 'unique' ELSE iif(\"unique\", 'unique index', 'index') END || ' (' || "
	"(SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(l.name, {schema}) ORDER BY seqno)) || ')' || "
	"iif(partial, ' partial', '') FROM pragma_index_list({table}, {schema}) AS l WHERE origin <> 'pk'",

	"SELECT printf('foreign key (%s) references %s (%s) on update %s on delete %s', \"from\", \"table\", \"to\", on_update, on_delete) "
	"FROM pragma_foreign_key_list({table}, {schema})",

	/* There is no pragma for checks. */
	"SELECT 'checks ' || n FROM (SELECT (length(sql) - length(replace(sql, ' CHECK (', ''))) / 8 AS n FROM {schema:name}.sqlite_master "
	"WHERE type = 'table' AND name = {table}) WHERE n > 0",
	NULL,
};

#define POSTGRES_TABLE "CAST(format('%I.%I', {schema}, {table}) AS regclass)"
#define POSTGRES_NAMES(relation, numbers) \
	"(SELECT string_agg(attname, ', ' ORDER BY n) FROM unnest(" numbers ") WITH ORDINALITY AS k(number, n) " \
	"JOIN pg_attribute ON attrelid = " relation " AND attnum = k.number)"
#define POSTGRES_ACTION(column) \
	"CASE " column " WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' " \
	"ELSE 'SET DEFAULT' END"

static const char *const postgres_queries[] = {
	"SELECT format('column %s %s %s%s%s%s%s', to_char(attnum, 'FM00'), attname, format_type(atttypid, atttypmod), "
	"CASE WHEN attnotnull THEN ' not null' ELSE ' null' END, CASE WHEN atthasdef AND attgenerated = '' THEN ' default' END, "
	"CASE WHEN attgenerated <> '' THEN ' generated' END, CASE WHEN attidentity <> '' THEN ' automatic' END) "
	"FROM pg_attribute WHERE attrelid = " POSTGRES_TABLE " AND attnum > 0 ORDER BY attnum",

	"SELECT format('%s (%s)', CASE contype WHEN 'p' THEN 'primary key' ELSE 'unique' END, " POSTGRES_NAMES("conrelid", "conkey") ") "
	"FROM pg_constraint WHERE conrelid = " POSTGRES_TABLE " AND contype IN ('p', 'u')",

	"SELECT format('%s (%s)%s', CASE WHEN indisunique THEN 'unique index' ELSE 'index' END, "
	POSTGRES_NAMES("indrelid", "CAST(indkey AS int2[])") ", CASE WHEN indpred IS NOT NULL THEN ' partial' END) "
	"FROM pg_index WHERE indrelid = " POSTGRES_TABLE " AND NOT EXISTS "
	"(SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND conrelid = indrelid AND contype IN ('p', 'u'))",

	"SELECT format('foreign key (%s) references %s (%s) on update %s on delete %s', " POSTGRES_NAMES("conrelid", "conkey") ", "
	"(SELECT relname FROM pg_class WHERE pg_class.oid = confrelid), " POSTGRES_NAMES("confrelid", "confkey") ", "
	POSTGRES_ACTION("confupdtype") ", " POSTGRES_ACTION("confdeltype") ") "
	"FROM pg_constraint WHERE conrelid = " POSTGRES_TABLE " AND contype = 'f'",

	"SELECT format('checks %s', count(*)) FROM pg_constraint WHERE conrelid = " POSTGRES_TABLE " AND contype = 'c' HAVING count(*) > 0",

	"SELECT CASE objsubid WHEN 0 THEN format('comment: %s', description) ELSE format('comment on %s: %s', "
	"(SELECT attname FROM pg_attribute WHERE attrelid = objoid AND attnum = objsubid), description) END "
	"FROM pg_description WHERE classoid = CAST('pg_class' AS regclass) AND objoid = " POSTGRES_TABLE,
	NULL,
};

#define MARIADB_TABLE "table_schema = {schema} AND table_name = {table}"

static const char *const mariadb_queries[] = {
	"SELECT CONCAT('column ', LPAD(ordinal_position, 2, '0'), ' ', column_name, ' ', column_type, "
	"IF(is_nullable = 'YES', ' null', ' not null'), IF(column_default IS NULL OR column_default = 'NULL', '', ' default'), "
	"IF(is_generated = 'ALWAYS', ' generated', ''), IF(extra LIKE '%auto_increment%', ' automatic', '')) "
	"FROM information_schema.columns WHERE " MARIADB_TABLE " ORDER BY ordinal_position",

	"SELECT CONCAT(IF(index_name = 'PRIMARY', 'primary key', 'unique'), ' (', "
	"GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', '), ')') "
	"FROM information_schema.statistics WHERE " MARIADB_TABLE " AND non_unique = 0 GROUP BY index_name",

	/* One that MariaDB makes for a foreign key has the key's name. */
	"SELECT CONCAT('index (', GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', '), ')') "
	"FROM information_schema.statistics WHERE " MARIADB_TABLE " AND non_unique = 1 AND index_name NOT IN "
	"(SELECT constraint_name FROM information_schema.table_constraints WHERE " MARIADB_TABLE " AND constraint_type = 'FOREIGN KEY') "
	"GROUP BY index_name",

	"SELECT CONCAT('foreign key (', k.column_name, ') references ', r.referenced_table_name, ' (', k.referenced_column_name, ') on update ', "
	"REPLACE(r.update_rule, 'RESTRICT', 'NO ACTION'), ' on delete ', REPLACE(r.delete_rule, 'RESTRICT', 'NO ACTION')) "
	"FROM information_schema.referential_constraints AS r JOIN information_schema.key_column_usage AS k "
	"ON k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name AND k.table_name = r.table_name "
	"WHERE r.constraint_schema = {schema} AND r.table_name = {table}",

	"SELECT CONCAT('checks ', COUNT(*)) FROM information_schema.check_constraints "
	"WHERE constraint_schema = {schema} AND table_name = {table} HAVING COUNT(*) > 0",

	"SELECT CONCAT('comment: ', table_comment) FROM information_schema.tables WHERE " MARIADB_TABLE " AND table_comment <> ''",
	"SELECT CONCAT('comment on ', column_name, ': ', column_comment) FROM information_schema.columns "
	"WHERE " MARIADB_TABLE " AND column_comment <> ''",

	/* Texts compare by their bytes. */
	"SELECT CONCAT('collation of ', column_name, ': ', collation_name) FROM information_schema.columns "
	"WHERE " MARIADB_TABLE " AND collation_name NOT IN ('utf8mb4_bin', 'utf8mb4_nopad_bin')",
	"SELECT CONCAT('engine: ', engine) FROM information_schema.tables WHERE " MARIADB_TABLE " AND engine <> 'InnoDB'",
	NULL,
};

static const char *const *const queries[CLIENT_KINDS] = { sqlite_queries, postgres_queries, mariadb_queries };

static char *put(char *end, const char *text, char quote)
{
	*end++ = quote;
	for (; *text != '\0'; text++) {
		if (*text == quote)
			*end++ = quote;
		*end++ = *text;
	}
	*end++ = quote;
	return end;
}

/* A name for each of the words in braces; those of the tests are short. */
static void run_query(client *db, const char *query, const char *space, const char *table, facts *out)
{
	char sql[4000], *end = sql;
	client_rows rows;
	for (; *query != '\0'; query++) {
		assert_true(end < sql + sizeof sql - 200);
		if (*query != '{') {
			*end++ = *query;
			continue;
		}
		const size_t length = strcspn(query, "}");
		if (strncmp(query, "{table", 6) == 0)
			end = put(end, table, '\'');
		else
			end = put(end, space, length > 8 ? '"' : '\'');
		query += length;
	}
	*end = '\0';
	if (!client_query(db, sql, &rows))
		fail_msg("%s: %s", client_message(db), sql);
	for (size_t i = 0; i < rows.rows; i++) {
		if (client_cell(&rows, i, 0) != NULL)
			describe(out, "%s", client_cell(&rows, i, 0));
	}
	client_rows_release(&rows);
}

/* Where a table without a schema stands. */
static const char *default_space(client_kind kind, client *db)
{
	static char space[80];
	static const char *const asks[CLIENT_KINDS] = { "SELECT 'main'", "SELECT current_schema()", "SELECT DATABASE()" };
	client_rows rows;
	assert_true(client_query(db, asks[kind], &rows));
	snprintf(space, sizeof space, "%s", client_cell(&rows, 0, 0));
	client_rows_release(&rows);
	return space;
}

void introspect_table(client_kind kind, client *db, const cq_table *table, facts *out)
{
	const char *const schema = cq__table_schema(table);
	const char *const space = schema != NULL ? schema : default_space(kind, db);
	for (const char *const *query = queries[kind]; *query != NULL; query++)
		run_query(db, *query, space, cq__table_sql_name(table), out);
}

void introspect_names(client_kind kind, client *db, const char *space, facts *out)
{
	run_query(db, names_queries[kind], space != NULL ? space : default_space(kind, db), "", out);
}
