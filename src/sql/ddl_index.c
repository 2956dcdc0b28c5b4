/* sql/ddl_index.c: CREATE INDEX and COMMENT ON.
 *
 * It knows nothing of what stands inside CREATE TABLE. ddl.c calls it.
 */
#include "sql/ddl_state.h"

static void put_on_table(cq__ddl_writer *writer, const cq_table *table)
{
	cq__ddl_put(writer, " ON ");
	if (cq__dialect_can(writer->dialect, CQ__DIALECT_SCHEMA_IS_FILE))
		cq__ddl_name(writer, cq__table_sql_name(table));
	else
		cq__sql_table(writer->dialect, &writer->text, table);
	cq__ddl_put(writer, " ");
}

static void start_index(cq__ddl_writer *writer, const cq_table *table, bool unique)
{
	const char *const schema = cq__table_schema(table);
	cq__ddl_put(writer, unique ? "CREATE UNIQUE INDEX IF NOT EXISTS " : "CREATE INDEX IF NOT EXISTS ");
	if (schema != NULL && cq__dialect_can(writer->dialect, CQ__DIALECT_SCHEMA_IS_FILE)) {
		cq__ddl_name(writer, schema);
		cq__ddl_put(writer, ".");
	}
}

static void write_column_index(cq__ddl_writer *writer, const cq_table *table, const cq_column *column)
{
	const char *const parts[] = { "ix", cq__table_sql_name(table), cq__column_sql_name(column) };
	start_index(writer, table, false);
	cq__ddl_constraint(writer, NULL, parts, 3, true);
	put_on_table(writer, table);
	cq__ddl_put(writer, "(");
	cq__ddl_index_column(writer, column, false);
	cq__ddl_put(writer, ")");
	cq__ddl_end(writer);
}

/* An INDEX_WHERE row stands right behind the option that it belongs to. */
static void write_option_index(cq__ddl_writer *writer, const cq_table *table, const cq_attribute *option, bool unique)
{
	start_index(writer, table, unique);
	cq__ddl_list_name(writer, unique ? "uq" : "ix", table, option);
	put_on_table(writer, table);
	cq__ddl_column_list(writer, table, option, unique);
	if (option[1].kind == CQ_OPTION_INDEX_WHERE) {
		/* An index over all rows would refuse rows, or be another one than the model says. */
		if (!cq__dialect_defines(writer->dialect, CQ__DEFINES_PARTIAL_INDEXES))
			cq__ddl_fail(writer, CQ_UNSUPPORTED, "%s: %s has no partial index (WHERE %s)", table->name,
				writer->dialect->name, (const char *)option[1].first);
		cq__ddl_put(writer, " WHERE ");
		cq__ddl_put(writer, option[1].first);
	}
	cq__ddl_end(writer);
}

void cq__ddl_indexes(cq__ddl_writer *writer, const cq_table *table)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		/* A unique constraint is an index already. */
		if (cq__column_attribute(column, CQ_ATTRIBUTE_INDEXED) != NULL && (column->flags & CQ_COLUMN_UNIQUE) == 0)
			write_column_index(writer, table, column);
	}
	for (const cq_attribute *option = NULL; (option = cq__table_option(table, CQ_OPTION_INDEX, option)) != NULL;)
		write_option_index(writer, table, option, false);
	for (const cq_attribute *option = NULL; (option = cq__table_option(table, CQ_OPTION_UNIQUE, option)) != NULL;) {
		if (option[1].kind == CQ_OPTION_INDEX_WHERE)
			write_option_index(writer, table, option, true);
	}
}

void cq__ddl_comments(cq__ddl_writer *writer, const cq_table *table)
{
	const cq_attribute *const own = cq__table_option(table, CQ_OPTION_COMMENT, NULL);
	if (own != NULL) {
		cq__ddl_put(writer, "COMMENT ON TABLE ");
		cq__sql_table(writer->dialect, &writer->text, table);
		cq__ddl_put(writer, " IS ");
		cq__sql_text_literal(writer->dialect, &writer->text, own->first);
		cq__ddl_end(writer);
	}
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		const cq_attribute *const comment = cq__column_attribute(column, CQ_ATTRIBUTE_COMMENT);
		if (comment == NULL)
			continue;
		cq__ddl_put(writer, "COMMENT ON COLUMN ");
		cq__sql_table(writer->dialect, &writer->text, table);
		cq__ddl_put(writer, ".");
		cq__ddl_name(writer, cq__column_sql_name(column));
		cq__ddl_put(writer, " IS ");
		cq__sql_text_literal(writer->dialect, &writer->text, comment->first);
		cq__ddl_end(writer);
	}
}
