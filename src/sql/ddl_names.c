/* sql/ddl_names.c: names of constraints and indexes; each is the same every time, on every machine.
 *
 * It knows nothing of what the constraints say. The other parts of the DDL writer call it.
 */
#include "sql/ddl_state.h"

#include "base/alloc.h"

#include <string.h>

/* Two tables and columns may join to one name (a, b_c and a_b, c); a second index of that name would silently not be
 * created. */
static void claim(cq__ddl_writer *writer, const char *name)
{
	const size_t length = strlen(name);
	if (cq__map_get(&writer->names, name, length) != NULL) {
		cq__ddl_fail(writer, CQ_MISUSE, "two constraints or indexes would be called %s; give one of them a name", name);
		return;
	}
	char *const key = cq__alloc_text(name, length);
	if (key == NULL || cq__map_put(&writer->names, key, length, key, NULL) != CQ_OK) {
		cq__free(key);
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
	}
}

void cq__ddl_release_names(cq__ddl_writer *writer)
{
	size_t cursor = 0;
	for (const cq__map_slot *slot; (slot = cq__map_next(&writer->names, &cursor)) != NULL;)
		cq__free(slot->value);
	cq__map_release(&writer->names);
}

void cq__ddl_constraint(cq__ddl_writer *writer, const char *given, const char *const *parts, uint32_t count,
	bool shared)
{
	cq__buffer name = { 0 };
	if (given != NULL)
		cq__sql_constraint_name(writer->dialect, &name, &given, 1);
	else
		cq__sql_constraint_name(writer->dialect, &name, parts, count);
	if (name.status != CQ_OK)
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
	else if (shared)
		claim(writer, cq__buffer_text(&name));
	cq__ddl_name(writer, cq__buffer_text(&name));
	cq__buffer_release(&name);
}

void cq__ddl_put_constraint(cq__ddl_writer *writer, const char *given, const char *const *parts, uint32_t count,
	bool shared)
{
	cq__ddl_put(writer, "CONSTRAINT ");
	cq__ddl_constraint(writer, given, parts, count, shared);
	cq__ddl_put(writer, " ");
}

void cq__ddl_foreign_key_name(cq__ddl_writer *writer, cq__buffer *buffer, const cq_column *column)
{
	const cq_attribute *const reference = cq__column_attribute(column, CQ_ATTRIBUTE_REFERENCES);
	const uint32_t target = cq__ddl_find(writer, reference->first);
	const char *const parts[] = {
		"fk",
		cq__table_sql_name(cq_column_table(column)),
		cq__column_sql_name(column),
		target != UINT32_MAX ? cq__table_sql_name(writer->tables[target]) : reference->first,
	};
	cq__sql_constraint_name(writer->dialect, buffer, parts, 4);
}

static const cq_column *option_column(cq__ddl_writer *writer, const cq_table *table, const char *name)
{
	const cq_column *const column = cq__table_column(table, name);
	if (column == NULL)
		cq__ddl_fail(writer, CQ_MISUSE, "an index or constraint of %s names %s, which is no column of it", table->name,
			name);
	return column;
}

void cq__ddl_list_name(cq__ddl_writer *writer, const char *prefix, const cq_table *table, const cq_attribute *option)
{
	const char *const *const names = option->first;
	uint32_t count = 0;
	while (names[count] != NULL)
		count++;
	const char **const parts = cq__alloc_array(count + 2, sizeof *parts);
	if (parts == NULL) {
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
		return;
	}
	parts[0] = prefix;
	parts[1] = cq__table_sql_name(table);
	for (uint32_t i = 0; i < count; i++) {
		const cq_column *const column = option_column(writer, table, names[i]);
		parts[i + 2] = column != NULL ? cq__column_sql_name(column) : names[i];
	}
	cq__ddl_constraint(writer, option->second, parts, count + 2, true);
	cq__free(parts);
}

void cq__ddl_index_column(cq__ddl_writer *writer, const cq_column *column, bool whole)
{
	cq__ddl_name(writer, cq__column_sql_name(column));
	if (!whole && writer->dialect->is_endless != NULL && writer->dialect->is_endless(column))
		cq__buffer_append_format(&writer->text, "(%u)", writer->dialect->index_prefix);
}

void cq__ddl_column_list(cq__ddl_writer *writer, const cq_table *table, const cq_attribute *option, bool whole)
{
	const char *const *const names = option->first;
	cq__ddl_put(writer, "(");
	for (uint32_t i = 0; names[i] != NULL; i++) {
		const cq_column *const column = option_column(writer, table, names[i]);
		if (i != 0)
			cq__ddl_put(writer, ", ");
		if (column != NULL)
			cq__ddl_index_column(writer, column, whole);
	}
	cq__ddl_put(writer, ")");
}
