/* sql/ddl_order.c: the order in which tables are created, so that references point backwards where they can.
 *
 * It knows nothing of SQL text. ddl.c calls it; the other parts ask where a table stands.
 */
#include "sql/ddl_state.h"

#include "base/alloc.h"

#include <string.h>

uint32_t cq__ddl_find(const cq__ddl_writer *writer, const char *name)
{
	for (uint32_t i = 0; i < writer->table_count; i++) {
		if (strcmp(writer->tables[i]->name, name) == 0)
			return i;
	}
	return UINT32_MAX;
}

bool cq__ddl_is_late(const cq__ddl_writer *writer, const cq_column *column)
{
	if (cq__dialect_can(writer->dialect, CQ__DIALECT_LATE_REFERENCES))
		return false;
	const cq_attribute *const reference = cq__column_attribute(column, CQ_ATTRIBUTE_REFERENCES);
	if (reference == NULL)
		return false;
	const uint32_t target = cq__ddl_find(writer, reference->first);
	return target != UINT32_MAX && target > writer->position;
}

bool cq__ddl_has_ring(cq__ddl_writer *writer)
{
	for (uint32_t t = 0; t < writer->table_count; t++) {
		const cq_table *const table = writer->tables[t];
		for (uint32_t i = 0; i < table->column_count; i++) {
			const cq_attribute *const reference = cq__column_attribute(&cq_table_columns(table)[i],
				CQ_ATTRIBUTE_REFERENCES);
			const uint32_t target = reference != NULL ? cq__ddl_find(writer, reference->first) : UINT32_MAX;
			if (target != UINT32_MAX && target > t)
				return true;
		}
	}
	return false;
}

static void collect(cq__ddl_writer *writer, const cq_table *const *tables, size_t count)
{
	if (count >= UINT32_MAX) {
		cq__ddl_fail(writer, CQ_TOO_LARGE, "too many tables");
		return;
	}
	writer->tables = cq__alloc_array(count, sizeof *writer->tables);
	if (writer->tables == NULL) {
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const cq_table *const table = cq__table_base(tables[i]);
		uint32_t known = 0;
		while (known < writer->table_count && !cq__same_table(writer->tables[known], table))
			known++;
		if (known == writer->table_count)
			writer->tables[writer->table_count++] = table;
	}
}

/* Marks in needs[] which of the tables this one refers to, itself not counted. */
static void find_needs(cq__ddl_writer *writer, uint32_t index, uint8_t *needs, bool strict)
{
	const cq_table *const table = writer->tables[index];
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		const cq_attribute *const reference = cq__column_attribute(column, CQ_ATTRIBUTE_REFERENCES);
		if (reference == NULL)
			continue;
		const uint32_t target = cq__ddl_find(writer, reference->first);
		if (target == UINT32_MAX && strict)
			cq__ddl_fail(writer, CQ_MISUSE, "%s.%s refers to the table %s, which is not among those to create",
				table->name, column->name, (const char *)reference->first);
		else if (target != UINT32_MAX && strict && cq__table_column(writer->tables[target], reference->second) == NULL)
			cq__ddl_fail(writer, CQ_MISUSE, "%s.%s refers to %s.%s, and there is no such column", table->name,
				column->name, (const char *)reference->first, (const char *)reference->second);
		if (target != UINT32_MAX && target != index)
			needs[target] = 1;
	}
}

/* The first table that is not placed and needs none that is not; in a ring just the first that is not placed. */
static uint32_t next_table(const uint8_t *needs, const uint8_t *placed, uint32_t count)
{
	uint32_t otherwise = UINT32_MAX;
	for (uint32_t i = 0; i < count; i++) {
		if (placed[i] != 0)
			continue;
		uint32_t k = 0;
		while (k < count && (needs[(size_t)i * count + k] == 0 || placed[k] != 0))
			k++;
		if (k == count)
			return i;
		if (otherwise == UINT32_MAX)
			otherwise = i;
	}
	return otherwise;
}

static void place(cq__ddl_writer *writer, uint8_t *needs, bool strict)
{
	const uint32_t count = writer->table_count;
	for (uint32_t i = 0; i < count; i++)
		find_needs(writer, i, needs + (size_t)i * count, strict);
	uint8_t *const placed = cq__alloc_array(count, sizeof *placed);
	const cq_table **const order = cq__alloc_array(count, sizeof *order);
	if (placed == NULL || order == NULL) {
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
		cq__free(order);
	} else {
		for (uint32_t i = 0; i < count; i++) {
			const uint32_t next = next_table(needs, placed, count);
			placed[next] = 1;
			order[i] = writer->tables[next];
		}
		cq__free(writer->tables);
		writer->tables = order;
	}
	cq__free(placed);
}

void cq__ddl_order(cq__ddl_writer *writer, const cq_table *const *tables, size_t count, bool strict)
{
	collect(writer, tables, count);
	if (writer->status != CQ_OK)
		return;
	uint8_t *const needs = cq__alloc_array((size_t)writer->table_count * writer->table_count, sizeof *needs);
	if (needs == NULL)
		cq__ddl_fail(writer, CQ_NO_MEMORY, "out of memory while the statements of a schema are written");
	else
		place(writer, needs, strict);
	cq__free(needs);
}
