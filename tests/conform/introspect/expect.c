/* conform/introspect/expect.c: what a model's table should be in a database's catalogue, in the catalogue's own words.
 *
 * It asks the model only: what the DDL writer makes of it is what is to be proven.
 */
#include "conform/introspect/schemas.h"
#include "meta/model.h"
#include "sql/dialect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const types[CQ_TYPE_COUNT][CLIENT_KINDS] = {
	[CQ_TYPE_BOOLEAN] = { "BOOLEAN", "boolean", "tinyint(1)" },
	[CQ_TYPE_SMALLINT] = { "SMALLINT", "smallint", "smallint(6)" },
	[CQ_TYPE_INTEGER] = { "INTEGER", "integer", "int(11)" },
	[CQ_TYPE_BIGINT] = { "BIGINT", "bigint", "bigint(20)" },
	[CQ_TYPE_REAL] = { "REAL", "real", "float" },
	[CQ_TYPE_DOUBLE] = { "DOUBLE", "double precision", "double" },
	[CQ_TYPE_DECIMAL] = { "NUMERIC(%u, %u)", "numeric(%u,%u)", "decimal(%u,%u)" },
	[CQ_TYPE_TEXT] = { "TEXT", "text", "longtext" },
	[CQ_TYPE_VARCHAR] = { "VARCHAR(%u)", "character varying(%u)", "varchar(%u)" },
	[CQ_TYPE_CHAR] = { "CHAR(%u)", "character(%u)", "char(%u)" },
	[CQ_TYPE_BYTES] = { "BLOB", "bytea", "longblob" },
	[CQ_TYPE_DATE] = { "DATE", "date", "date" },
	[CQ_TYPE_TIME] = { "TIME", "time without time zone", "time(6)" },
	[CQ_TYPE_TIMESTAMP] = { "DATETIME", "timestamp with time zone", "datetime(6)" },
	[CQ_TYPE_INTERVAL] = { "TEXT", "interval", "varchar(80)" },
	[CQ_TYPE_UUID] = { "CHAR(36)", "uuid", "char(36)" },
	[CQ_TYPE_JSON] = { "TEXT", "jsonb", "longtext" },
	[CQ_TYPE_ENUM] = { "VARCHAR", "character varying", "varchar(255)" },
};

/* By storage. */
static const char *const stored_types[][CLIENT_KINDS] = {
	[CQ_STORAGE_TEXT] = { "TEXT", "text", "varchar(80)" },
	[CQ_STORAGE_INTEGER] = { "BIGINT", "bigint", "bigint(20)" },
	[CQ_STORAGE_REAL] = { "REAL", "double precision", "double" },
	[CQ_STORAGE_BYTES] = { "BLOB", "bytea", "binary(16)" },
};

static const char *type_format(client_kind kind, const cq_column *column)
{
	const cq_storage storage = cq__sql_storage(column);
	const bool is_enum = column->type == CQ_TYPE_ENUM, is_key = (column->flags & CQ_COLUMN_PRIMARY_KEY) != 0;
	/* An ENUM's numbers are C ints, and a text of it is as long as any of its labels. */
	if (is_enum && storage == CQ_STORAGE_INTEGER && kind != CLIENT_SQLITE)
		return types[CQ_TYPE_INTEGER][kind];
	if (storage == CQ_STORAGE_TEXT && kind == CLIENT_MARIADB && (is_enum || column->type == CQ_TYPE_UUID))
		return types[column->type][kind];
	if (storage != CQ_STORAGE_NATURAL)
		return stored_types[storage][kind];
	/* Only this name makes a key that counts in SQLite. */
	if (kind == CLIENT_SQLITE && is_key && cq__column_auto_key(column))
		return "INTEGER";
	if (kind == CLIENT_SQLITE && is_key && column->type == CQ_TYPE_INTEGER)
		return "INT";
	return types[column->type][kind];
}

static const char *type_text(client_kind kind, const cq_column *column)
{
	static char text[80];
	const cq_attribute *const length = cq__column_attribute(column, CQ_ATTRIBUTE_LENGTH);
	const cq_attribute *const precision = cq__column_attribute(column, CQ_ATTRIBUTE_PRECISION);
	const char *const format = type_format(kind, column), *const mark = strstr(format, "%u");
	if (mark == NULL)
		return format;
	const bool two = strstr(mark + 1, "%u") != NULL;
	const unsigned first = two ? precision->number : length->number;
	snprintf(text, sizeof text, "%.*s%u", (int)(mark - format), format, first);
	if (two)
		snprintf(text + strlen(text), sizeof text - strlen(text), "%s%u)", kind == CLIENT_SQLITE ? ", " : ",", (unsigned)precision->integer);
	else
		snprintf(text + strlen(text), sizeof text - strlen(text), ")");
	return text;
}

static bool has_default(const cq_column *column)
{
	return cq__column_attribute(column, CQ_ATTRIBUTE_DEFAULT) != NULL || cq__column_attribute(column, CQ_ATTRIBUTE_DEFAULT_SQL) != NULL ||
		cq__column_attribute(column, CQ_ATTRIBUTE_DEFAULT_NOW) != NULL;
}

/* Where a column that is computed cannot be NOT NULL, a CHECK says it. */
static bool null_is_checked(client_kind kind, const cq_column *column)
{
	return kind == CLIENT_MARIADB && (column->flags & CQ_COLUMN_GENERATED) != 0 && (column->flags & CQ_COLUMN_NULLABLE) == 0;
}

static void expect_columns(client_kind kind, const cq_table *table, facts *out)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		const bool nullable = (column->flags & CQ_COLUMN_NULLABLE) != 0 || null_is_checked(kind, column);
		describe(out, "column %02u %s %s%s%s%s%s", i + 1, cq__column_sql_name(column), type_text(kind, column),
			nullable ? " null" : " not null", has_default(column) ? " default" : "",
			(column->flags & CQ_COLUMN_GENERATED) != 0 ? " generated" : "", cq__column_auto_key(column) ? " automatic" : "");
	}
}

static void expect_comments(client_kind kind, const cq_table *table, facts *out)
{
	const cq_attribute *const own = cq__table_option(table, CQ_OPTION_COMMENT, NULL);
	if (kind == CLIENT_SQLITE)
		return;
	if (own != NULL)
		describe(out, "comment: %s", (const char *)own->first);
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		const cq_attribute *const comment = cq__column_attribute(column, CQ_ATTRIBUTE_COMMENT);
		if (comment != NULL)
			describe(out, "comment on %s: %s", cq__column_sql_name(column), (const char *)comment->first);
	}
}

static void expect_primary_key(const cq_table *table, facts *out)
{
	char names[400] = "";
	for (const cq_column *key = NULL; (key = cq__primary_key_next(table, key)) != NULL;)
		snprintf(names + strlen(names), sizeof names - strlen(names), "%s%s", *names != '\0' ? ", " : "", cq__column_sql_name(key));
	if (*names != '\0')
		describe(out, "primary key (%s)", names);
}

/* The columns of an INDEX or UNIQUE option. */
static const char *option_columns(const cq_table *table, const cq_attribute *option)
{
	static char names[400];
	*names = '\0';
	for (const char *const *name = option->first; *name != NULL; name++) {
		snprintf(names + strlen(names), sizeof names - strlen(names), "%s%s", *names != '\0' ? ", " : "",
			cq__column_sql_name(cq__table_column(table, *name)));
	}
	return names;
}

static void expect_indexes(const cq_table *table, facts *out)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		if ((column->flags & CQ_COLUMN_UNIQUE) != 0)
			describe(out, "unique (%s)", cq__column_sql_name(column));
		else if (cq__column_attribute(column, CQ_ATTRIBUTE_INDEXED) != NULL)
			describe(out, "index (%s)", cq__column_sql_name(column));
	}
	for (const cq_attribute *option = NULL; (option = cq__table_option(table, CQ_OPTION_UNIQUE, option)) != NULL;) {
		const bool partial = option[1].kind == CQ_OPTION_INDEX_WHERE;
		describe(out, "unique %s(%s)%s", partial ? "index " : "", option_columns(table, option), partial ? " partial" : "");
	}
	for (const cq_attribute *option = NULL; (option = cq__table_option(table, CQ_OPTION_INDEX, option)) != NULL;) {
		const bool partial = option[1].kind == CQ_OPTION_INDEX_WHERE;
		describe(out, "index (%s)%s", option_columns(table, option), partial ? " partial" : "");
	}
}

static const char *action(client_kind kind, const cq_attribute *attribute)
{
	switch (attribute != NULL ? (cq_action)attribute->number : CQ_ACTION_NO_ACTION) {
	case CQ_ACTION_CASCADE: return "CASCADE";
	case CQ_ACTION_SET_NULL: return "SET NULL";
	case CQ_ACTION_SET_DEFAULT: return "SET DEFAULT";
	case CQ_ACTION_RESTRICT:
		/* One and the same in MariaDB. */
		return kind == CLIENT_MARIADB ? "NO ACTION" : "RESTRICT";
	case CQ_ACTION_NO_ACTION: break;
	}
	return "NO ACTION";
}

static const cq_table *table_of(const table_set *schema, const char *name)
{
	for (size_t i = 0; i < schema->count; i++) {
		if (strcmp(schema->tables[i]->name, name) == 0)
			return schema->tables[i];
	}
	fail_msg("there is no model %s", name);
	return NULL;
}

static void expect_references(client_kind kind, const table_set *schema, const cq_table *table, facts *out)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		const cq_attribute *const reference = cq__column_attribute(column, CQ_ATTRIBUTE_REFERENCES);
		if (reference == NULL)
			continue;
		const cq_table *const target = table_of(schema, reference->first);
		describe(out, "foreign key (%s) references %s (%s) on update %s on delete %s", cq__column_sql_name(column), cq__table_sql_name(target),
			cq__column_sql_name(cq__table_column(target, reference->second)), action(kind, cq__column_attribute(column, CQ_ATTRIBUTE_ON_UPDATE)),
			action(kind, cq__column_attribute(column, CQ_ATTRIBUTE_ON_DELETE)));
	}
}

static void expect_checks(client_kind kind, const cq_table *table, facts *out)
{
	unsigned count = 0;
	for (const cq_attribute *row = table->attributes; row->kind != CQ_ATTRIBUTE_END; row++)
		count += row->kind == CQ_ATTRIBUTE_CHECK || row->kind == CQ_ATTRIBUTE_ENUM;
	for (const cq_attribute *row = table->options; row->kind != CQ_OPTION_END; row++)
		count += row->kind == CQ_OPTION_CHECK;
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		/* JSON is text there, held to be JSON by a CHECK. */
		count += (kind == CLIENT_MARIADB && column->type == CQ_TYPE_JSON) || null_is_checked(kind, column);
	}
	if (count != 0)
		describe(out, "checks %u", count);
}

void expect_table(client_kind kind, const table_set *schema, const cq_table *table, facts *out)
{
	expect_columns(kind, table, out);
	expect_comments(kind, table, out);
	expect_primary_key(table, out);
	expect_indexes(table, out);
	expect_references(kind, schema, table, out);
	expect_checks(kind, table, out);
}
