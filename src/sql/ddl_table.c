/* sql/ddl_table.c: CREATE TABLE with its columns and constraints.
 *
 * It knows nothing of indexes or of the order of tables. ddl.c calls it.
 */
#include "sql/ddl_state.h"

#include <string.h>

static const char *action_text(uint32_t action)
{
	switch ((cq_action)action) {
	case CQ_ACTION_NO_ACTION: return "NO ACTION";
	case CQ_ACTION_RESTRICT: return "RESTRICT";
	case CQ_ACTION_CASCADE: return "CASCADE";
	case CQ_ACTION_SET_NULL: return "SET NULL";
	case CQ_ACTION_SET_DEFAULT: return "SET DEFAULT";
	}
	return "NO ACTION";
}

/* A line of the table's definition. */
static void start_line(cq__ddl_writer *writer)
{
	cq__ddl_put(writer, writer->first ? "\n    " : ",\n    ");
	writer->first = false;
}

static bool is_rowid_key(const cq__ddl_writer *writer, const cq_column *column)
{
	return cq__dialect_can(writer->dialect, CQ__DIALECT_LONE_KEY_IS_ROWID) && cq__column_auto_key(column);
}

/* SQLite counts only in a lone INTEGER PRIMARY KEY. */
static void check_rowid_key(cq__ddl_writer *writer, const cq_column *column)
{
	const cq_table *const table = cq_column_table(column);
	const cq_column *const first = cq__primary_key_next(table, NULL);
	if (first == column && cq__primary_key_next(table, column) == NULL)
		return;
	cq__ddl_fail(writer, CQ_UNSUPPORTED, "%s.%s: %s has AUTO_INCREMENT only for a table's only primary key column",
		table->name, column->name, writer->dialect->name);
}

/* MariaDB counts in one column of a table, and looks its greatest number up in an index that begins with it. */
static void check_counter(cq__ddl_writer *writer, const cq_column *column)
{
	const cq_table *const table = cq_column_table(column);
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const other = &cq_table_columns(table)[i];
		if (other != column && cq__column_auto_key(other))
			cq__ddl_fail(writer, CQ_UNSUPPORTED, "%s.%s: %s has AUTO_INCREMENT for one column of a table only", table->name,
				column->name, writer->dialect->name);
	}
	if (cq__primary_key_next(table, NULL) != column && (column->flags & CQ_COLUMN_UNIQUE) == 0)
		cq__ddl_fail(writer, CQ_UNSUPPORTED, "%s.%s: %s has AUTO_INCREMENT only for a column that is UNIQUE or the first of "
			"the primary key", table->name, column->name, writer->dialect->name);
}

static void write_automatic_key(cq__ddl_writer *writer, const cq_column *column)
{
	if (!is_rowid_key(writer, column)) {
		if (cq__dialect_defines(writer->dialect, CQ__DEFINES_KEYED_COUNTERS))
			check_counter(writer, column);
		cq__ddl_put(writer, writer->dialect->automatic_key);
		return;
	}
	const char *const parts[] = { "pk", cq__table_sql_name(cq_column_table(column)) };
	check_rowid_key(writer, column);
	cq__ddl_put(writer, " NOT NULL ");
	cq__ddl_put_constraint(writer, NULL, parts, 2, true);
	cq__ddl_put(writer, "PRIMARY KEY");
	if ((column->flags & CQ_COLUMN_AUTO_INCREMENT) != 0)
		cq__ddl_put(writer, " AUTOINCREMENT");
}

static void write_default(cq__ddl_writer *writer, const cq_column *column)
{
	const cq_attribute *const constant = cq__column_attribute(column, CQ_ATTRIBUTE_DEFAULT);
	const cq_attribute *const expression = cq__column_attribute(column, CQ_ATTRIBUTE_DEFAULT_SQL);
	if (constant != NULL) {
		cq__ddl_put(writer, " DEFAULT ");
		cq__ddl_default(writer, column, constant);
	} else if (expression != NULL) {
		cq__ddl_put(writer, " DEFAULT (");
		cq__ddl_put(writer, expression->first);
		cq__ddl_put(writer, ")");
	} else if (cq__column_attribute(column, CQ_ATTRIBUTE_DEFAULT_NOW) != NULL) {
		cq__ddl_put(writer, " DEFAULT (");
		cq__ddl_put(writer, writer->dialect->now((cq_type)column->type, cq__sql_storage(column)));
		cq__ddl_put(writer, ")");
	}
}

static void write_generated(cq__ddl_writer *writer, const cq_attribute *generated)
{
	const bool is_virtual = generated->number == 1 && cq__dialect_can(writer->dialect, CQ__DIALECT_VIRTUAL_COLUMNS);
	cq__ddl_put(writer, " GENERATED ALWAYS AS (");
	cq__ddl_put(writer, generated->first);
	cq__ddl_put(writer, is_virtual ? ") VIRTUAL" : ") STORED");
}

/* A longer name would be cut by the database, and two of them could become one. */
static void check_length(cq__ddl_writer *writer, const char *name)
{
	const cq__dialect *const dialect = writer->dialect;
	if (dialect->name_limit != 0 && cq__sql_name_length(dialect, name) > dialect->name_limit)
		cq__ddl_fail(writer, CQ_UNSUPPORTED, "%s takes names of at most %u %s: %s", dialect->name, dialect->name_limit,
			cq__dialect_defines(dialect, CQ__DEFINES_NAMES_BY_CHARACTER) ? "characters" : "bytes", name);
}

/* What other databases say by NOT NULL or by the type. NULL passes a CHECK. */
static void write_column_condition(cq__ddl_writer *writer, const cq_column *column)
{
	const bool never_null = (column->flags & CQ_COLUMN_GENERATED) != 0 && (column->flags & CQ_COLUMN_NULLABLE) == 0 &&
		!cq__dialect_defines(writer->dialect, CQ__DEFINES_GENERATED_NULLS);
	const bool json = column->type == CQ_TYPE_JSON &&
		cq__dialect_defines(writer->dialect, CQ__DEFINES_JSON_BY_CHECK);
	if (!never_null && !json)
		return;
	cq__ddl_put(writer, " CHECK (");
	if (json) {
		cq__ddl_put(writer, "JSON_VALID(");
		cq__ddl_name(writer, cq__column_sql_name(column));
		cq__ddl_put(writer, never_null ? ") AND " : ")");
	}
	if (never_null) {
		cq__ddl_name(writer, cq__column_sql_name(column));
		cq__ddl_put(writer, " IS NOT NULL");
	}
	cq__ddl_put(writer, ")");
}

/* Behind everything but a condition. */
static void write_comment(cq__ddl_writer *writer, const cq_attribute *comment, const char *before)
{
	if (comment == NULL || !cq__dialect_defines(writer->dialect, CQ__DEFINES_INLINE_COMMENTS))
		return;
	cq__ddl_put(writer, before);
	cq__sql_text_literal(writer->dialect, &writer->text, comment->first);
}

static void write_value_source(cq__ddl_writer *writer, const cq_column *column)
{
	const cq_attribute *const generated = cq__column_attribute(column, CQ_ATTRIBUTE_GENERATED);
	if (cq__column_auto_key(column)) {
		write_automatic_key(writer, column);
		return;
	}
	if ((column->flags & CQ_COLUMN_NULLABLE) == 0 &&
		(generated == NULL || cq__dialect_defines(writer->dialect, CQ__DEFINES_GENERATED_NULLS)))
		cq__ddl_put(writer, " NOT NULL");
	if (generated != NULL)
		write_generated(writer, generated);
	else
		write_default(writer, column);
}

static void write_column(cq__ddl_writer *writer, const cq_column *column)
{
	const cq_attribute *const collation = cq__column_attribute(column, CQ_ATTRIBUTE_COLLATE);
	start_line(writer);
	check_length(writer, cq__column_sql_name(column));
	cq__ddl_name(writer, cq__column_sql_name(column));
	cq__ddl_put(writer, " ");
	writer->dialect->append_column_type(&writer->text, column);
	if (collation != NULL) {
		cq__ddl_put(writer, " COLLATE ");
		cq__ddl_name(writer, collation->first);
	}
	write_value_source(writer, column);
	write_comment(writer, cq__column_attribute(column, CQ_ATTRIBUTE_COMMENT), " COMMENT ");
	write_column_condition(writer, column);
}

/* Text without an end can be hashed for a UNIQUE, but a primary key and a foreign key need an index of the whole. */
static void check_key_type(cq__ddl_writer *writer, const cq_column *column, const char *what)
{
	if (writer->dialect->is_endless != NULL && writer->dialect->is_endless(column))
		cq__ddl_fail(writer, CQ_UNSUPPORTED, "%s.%s: %s takes no %s in a %s; give it a length (VARCHAR(n))",
			cq_column_table(column)->name, column->name, writer->dialect->name, cq_type_name((cq_type)column->type), what);
}

static void write_primary_key(cq__ddl_writer *writer, const cq_table *table)
{
	const cq_column *column = cq__primary_key_next(table, NULL);
	if (column == NULL || is_rowid_key(writer, column))
		return;
	const char *const parts[] = { "pk", cq__table_sql_name(table) };
	start_line(writer);
	cq__ddl_put_constraint(writer, NULL, parts, 2, true);
	for (const char *before = "PRIMARY KEY ("; column != NULL;
		 column = cq__primary_key_next(table, column), before = ", ") {
		cq__ddl_put(writer, before);
		cq__ddl_name(writer, cq__column_sql_name(column));
		check_key_type(writer, column, "primary key");
	}
	cq__ddl_put(writer, ")");
}

static void write_unique(cq__ddl_writer *writer, const cq_table *table)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		if ((column->flags & CQ_COLUMN_UNIQUE) == 0)
			continue;
		const char *const parts[] = { "uq", cq__table_sql_name(table), cq__column_sql_name(column) };
		start_line(writer);
		cq__ddl_put_constraint(writer, NULL, parts, 3, true);
		cq__ddl_put(writer, "UNIQUE (");
		cq__ddl_name(writer, cq__column_sql_name(column));
		cq__ddl_put(writer, ")");
	}
	for (const cq_attribute *option = NULL; (option = cq__table_option(table, CQ_OPTION_UNIQUE, option)) != NULL;) {
		/* With a condition it is an index. */
		if (option[1].kind == CQ_OPTION_INDEX_WHERE)
			continue;
		start_line(writer);
		cq__ddl_put(writer, "CONSTRAINT ");
		cq__ddl_list_name(writer, "uq", table, option);
		cq__ddl_put(writer, " UNIQUE ");
		cq__ddl_column_list(writer, table, option, true);
	}
}

static void check_target_schema(cq__ddl_writer *writer, const cq_column *column, const cq_table *target)
{
	const cq_table *const table = cq_column_table(column);
	if (cq__dialect_defines(writer->dialect, CQ__DEFINES_HOME_REFERENCES) && cq__table_schema(table) != NULL &&
		cq__table_schema(target) == NULL)
		cq__ddl_fail(writer, CQ_UNSUPPORTED, "%s.%s: %s looks for %s in %s; give %s a SCHEMA, too", table->name, column->name,
			writer->dialect->name, target->name, cq__table_schema(table), target->name);
}

static void write_action(cq__ddl_writer *writer, const cq_column *column, const cq_attribute *action, const char *event)
{
	if (action == NULL)
		return;
	if (action->number == CQ_ACTION_SET_DEFAULT && !cq__dialect_defines(writer->dialect, CQ__DEFINES_SET_DEFAULT))
		cq__ddl_fail(writer, CQ_UNSUPPORTED, "%s.%s: %s has no SET DEFAULT", cq_column_table(column)->name, column->name,
			writer->dialect->name);
	cq__ddl_put(writer, event);
	cq__ddl_put(writer, action_text(action->number));
}

void cq__ddl_foreign_key(cq__ddl_writer *writer, const cq_column *column, bool late)
{
	const cq_attribute *const reference = cq__column_attribute(column, CQ_ATTRIBUTE_REFERENCES);
	const uint32_t position = cq__ddl_find(writer, reference->first);
	if (position == UINT32_MAX)
		return;
	const cq_table *const target = writer->tables[position];
	const cq_column *const key = cq__table_column(target, reference->second);
	cq__buffer name = { 0 };
	cq__ddl_foreign_key_name(writer, &name, column);
	if (name.status != CQ_OK)
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
	cq__ddl_put(writer, "CONSTRAINT ");
	cq__ddl_name(writer, cq__buffer_text(&name));
	cq__ddl_put(writer, " FOREIGN KEY ");
	if (late && cq__dialect_defines(writer->dialect, CQ__DEFINES_LATE_IF_NOT_EXISTS)) {
		cq__ddl_put(writer, "IF NOT EXISTS ");
		cq__ddl_name(writer, cq__buffer_text(&name));
		cq__ddl_put(writer, " ");
	}
	cq__buffer_release(&name);
	check_key_type(writer, column, "foreign key");
	check_target_schema(writer, column, target);
	cq__ddl_put(writer, "(");
	cq__ddl_name(writer, cq__column_sql_name(column));
	cq__ddl_put(writer, ") REFERENCES ");
	if (cq__dialect_can(writer->dialect, CQ__DIALECT_SCHEMA_IS_FILE))
		cq__ddl_name(writer, cq__table_sql_name(target));
	else
		cq__sql_table(writer->dialect, &writer->text, target);
	cq__ddl_put(writer, " (");
	cq__ddl_name(writer, key != NULL ? cq__column_sql_name(key) : reference->second);
	cq__ddl_put(writer, ")");
	write_action(writer, column, cq__column_attribute(column, CQ_ATTRIBUTE_ON_DELETE), " ON DELETE ");
	write_action(writer, column, cq__column_attribute(column, CQ_ATTRIBUTE_ON_UPDATE), " ON UPDATE ");
}

static void write_foreign_keys(cq__ddl_writer *writer, const cq_table *table)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		if (cq__column_attribute(column, CQ_ATTRIBUTE_REFERENCES) == NULL || cq__ddl_is_late(writer, column))
			continue;
		start_line(writer);
		cq__ddl_foreign_key(writer, column, false);
	}
}

/* The n-th constraint of a kind: the first has no number. */
static void put_numbered(cq__ddl_writer *writer, const char *given, const char *const *parts, uint32_t count,
	uint32_t number)
{
	cq__buffer numbered = { 0 };
	cq__buffer_append_format(&numbered, "%s_%u", parts[count - 1], number);
	const char *with_number[3] = { parts[0], parts[1], NULL };
	with_number[count - 1] = cq__buffer_text(&numbered);
	if (numbered.status != CQ_OK)
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
	start_line(writer);
	cq__ddl_put_constraint(writer, given, number == 1 ? parts : with_number, count, false);
	cq__buffer_release(&numbered);
}

static void write_labels_check(cq__ddl_writer *writer, const cq_column *column, const cq_enum *labels)
{
	const bool numbers = cq__sql_storage(column) == CQ_STORAGE_INTEGER;
	cq__ddl_put(writer, "CHECK (");
	cq__ddl_name(writer, cq__column_sql_name(column));
	cq__ddl_put(writer, " IN (");
	for (uint32_t i = 0; i < labels->count; i++) {
		if (i != 0)
			cq__ddl_put(writer, ", ");
		if (numbers)
			cq__buffer_append_int64(&writer->text, labels->values[i]);
		else
			cq__sql_text_literal(writer->dialect, &writer->text, labels->labels[i]);
	}
	cq__ddl_put(writer, "))");
}

static void write_condition(cq__ddl_writer *writer, const char *condition)
{
	cq__ddl_put(writer, "CHECK (");
	cq__ddl_put(writer, condition);
	cq__ddl_put(writer, ")");
}

static void write_column_checks(cq__ddl_writer *writer, const cq_column *column)
{
	const char *const parts[] = { "ck", cq__table_sql_name(cq_column_table(column)), cq__column_sql_name(column) };
	const cq_enum *const labels = cq__column_enum(column);
	uint32_t number = 1;
	if (labels != NULL && labels->count != 0) {
		put_numbered(writer, NULL, parts, 3, number++);
		write_labels_check(writer, column, labels);
	}
	/* A column's rows stand together, so its other checks stand behind its first. */
	const cq_attribute *check = cq__column_attribute(column, CQ_ATTRIBUTE_CHECK);
	for (; check != NULL && check->kind != CQ_ATTRIBUTE_COLUMN && check->kind != CQ_ATTRIBUTE_END; check++) {
		if (check->kind != CQ_ATTRIBUTE_CHECK)
			continue;
		put_numbered(writer, check->second, parts, 3, number++);
		write_condition(writer, check->first);
	}
}

static void write_checks(cq__ddl_writer *writer, const cq_table *table)
{
	for (uint32_t i = 0; i < table->column_count; i++)
		write_column_checks(writer, &cq_table_columns(table)[i]);
	const char *const parts[] = { "ck", cq__table_sql_name(table) };
	uint32_t number = 1;
	for (const cq_attribute *option = NULL; (option = cq__table_option(table, CQ_OPTION_CHECK, option)) != NULL;
		 number++) {
		put_numbered(writer, option->second, parts, 2, number);
		write_condition(writer, option->first);
	}
}

void cq__ddl_table(cq__ddl_writer *writer, const cq_table *table)
{
	cq__ddl_put(writer, "CREATE TABLE IF NOT EXISTS ");
	check_length(writer, cq__table_sql_name(table));
	cq__sql_table(writer->dialect, &writer->text, table);
	cq__ddl_put(writer, " (");
	writer->first = true;
	for (uint32_t i = 0; i < table->column_count; i++)
		write_column(writer, &cq_table_columns(table)[i]);
	write_primary_key(writer, table);
	write_unique(writer, table);
	write_foreign_keys(writer, table);
	write_checks(writer, table);
	cq__ddl_put(writer, "\n)");
	cq__ddl_put(writer, writer->dialect->table_options);
	write_comment(writer, cq__table_option(table, CQ_OPTION_COMMENT, NULL), " COMMENT=");
	cq__ddl_end(writer);
}
