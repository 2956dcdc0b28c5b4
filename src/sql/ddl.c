/* sql/ddl.c: the lists of statements that create and drop tables. See ddl.h.
 *
 * It knows nothing of columns or constraints. The schema commands call it.
 */
#include "sql/ddl_state.h"

#include "base/alloc.h"

#include <stdarg.h>

void cq__ddl_fail(cq__ddl_writer *writer, cq_status status, const char *format, ...)
{
	if (writer->status != CQ_OK)
		return;
	writer->status = status;
	va_list arguments;
	va_start(arguments, format);
	(void)cq__error_set_list(writer->error, status, format, arguments);
	va_end(arguments);
}

void cq__ddl_end(cq__ddl_writer *writer)
{
	cq__ddl *const out = writer->out;
	if (out->count == out->capacity) {
		const uint32_t capacity = out->capacity != 0 ? 2 * out->capacity : 16;
		char **const grown = cq__realloc_array(out->statements, capacity, sizeof *grown);
		if (grown == NULL) {
			cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
			return;
		}
		out->statements = grown;
		out->capacity = capacity;
	}
	char *const statement = cq__buffer_take(&writer->text);
	if (statement == NULL)
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
	else
		out->statements[out->count++] = statement;
}

static void alter_table(cq__ddl_writer *writer, const cq_column *column)
{
	cq__ddl_put(writer, "ALTER TABLE ");
	cq__sql_table(writer->dialect, &writer->text, cq_column_table(column));
	cq__ddl_put(writer, " ADD ");
	cq__ddl_foreign_key(writer, column, true);
}

static void add_late_reference(cq__ddl_writer *writer, const cq_column *column)
{
	if (cq__dialect_defines(writer->dialect, CQ__DEFINES_LATE_IF_NOT_EXISTS)) {
		alter_table(writer, column);
		cq__ddl_end(writer);
		return;
	}
	cq__buffer quoted = { 0 }, name = { 0 };
	cq__sql_table(writer->dialect, &quoted, cq_column_table(column));
	cq__ddl_foreign_key_name(writer, &name, column);
	if (quoted.status != CQ_OK || name.status != CQ_OK)
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
	cq__ddl_put(writer, "DO $cquel$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = CAST(");
	cq__sql_text_literal(writer->dialect, &writer->text, cq__buffer_text(&quoted));
	cq__ddl_put(writer, " AS regclass) AND conname = ");
	cq__sql_text_literal(writer->dialect, &writer->text, cq__buffer_text(&name));
	cq__ddl_put(writer, ") THEN ");
	alter_table(writer, column);
	cq__ddl_put(writer, "; END IF; END $cquel$");
	cq__ddl_end(writer);
	cq__buffer_release(&quoted);
	cq__buffer_release(&name);
}

static void drop_late_reference(cq__ddl_writer *writer, const cq_column *column)
{
	cq__ddl_put(writer, "ALTER TABLE IF EXISTS ");
	cq__sql_table(writer->dialect, &writer->text, cq_column_table(column));
	cq__ddl_put(writer, cq__dialect_defines(writer->dialect, CQ__DEFINES_LATE_IF_NOT_EXISTS) ?
		" DROP FOREIGN KEY IF EXISTS " : " DROP CONSTRAINT IF EXISTS ");
	cq__buffer name = { 0 };
	cq__ddl_foreign_key_name(writer, &name, column);
	if (name.status != CQ_OK)
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
	cq__ddl_name(writer, cq__buffer_text(&name));
	cq__buffer_release(&name);
	cq__ddl_end(writer);
}

static void each_late_reference(cq__ddl_writer *writer, void (*write)(cq__ddl_writer *writer, const cq_column *column))
{
	for (writer->position = 0; writer->position < writer->table_count && writer->status == CQ_OK; writer->position++) {
		const cq_table *const table = writer->tables[writer->position];
		for (uint32_t i = 0; i < table->column_count && writer->status == CQ_OK; i++) {
			if (cq__ddl_is_late(writer, &cq_table_columns(table)[i]))
				write(writer, &cq_table_columns(table)[i]);
		}
	}
}

static cq_status finish(cq__ddl_writer *writer)
{
	cq__buffer_release(&writer->text);
	cq__ddl_release_names(writer);
	cq__free(writer->tables);
	if (writer->status != CQ_OK)
		cq__ddl_release(writer->out);
	return writer->status;
}

cq_status cq__ddl_create(const cq__dialect *dialect, const cq_table *const *tables, size_t count, cq__ddl *out,
	cq__error *error)
{
	*out = (cq__ddl){ 0 };
	cq__ddl_writer writer = { .dialect = dialect, .out = out, .error = error };
	cq__ddl_order(&writer, tables, count, true);
	for (writer.position = 0; writer.position < writer.table_count && writer.status == CQ_OK; writer.position++) {
		cq__ddl_table(&writer, writer.tables[writer.position]);
		cq__ddl_indexes(&writer, writer.tables[writer.position]);
		if (cq__dialect_can(dialect, CQ__DIALECT_COMMENTS))
			cq__ddl_comments(&writer, writer.tables[writer.position]);
	}
	each_late_reference(&writer, add_late_reference);
	return finish(&writer);
}

cq_status cq__ddl_drop(const cq__dialect *dialect, const cq_table *const *tables, size_t count, cq__ddl *out,
	cq__error *error)
{
	*out = (cq__ddl){ 0 };
	cq__ddl_writer writer = { .dialect = dialect, .out = out, .error = error };
	cq__ddl_order(&writer, tables, count, false);
	if (writer.status == CQ_OK && dialect->before_drop != NULL && cq__ddl_has_ring(&writer)) {
		cq__ddl_put(&writer, dialect->before_drop);
		cq__ddl_end(&writer);
	}
	each_late_reference(&writer, drop_late_reference);
	for (uint32_t i = writer.table_count; i-- != 0 && writer.status == CQ_OK;) {
		cq__ddl_put(&writer, "DROP TABLE IF EXISTS ");
		cq__sql_table(dialect, &writer.text, writer.tables[i]);
		cq__ddl_end(&writer);
	}
	return finish(&writer);
}

void cq__ddl_release(cq__ddl *ddl)
{
	for (uint32_t i = 0; i < ddl->count; i++)
		cq__free(ddl->statements[i]);
	cq__free(ddl->statements);
	*ddl = (cq__ddl){ 0 };
}
