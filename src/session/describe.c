/* session/describe.c: aliases and row types that no list of the program's describes: those of loading along relations.
 * It knows nothing of statements. selectin.c and joined.c call it.
 */
#include "session/describe.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "meta/type_registry.h"
#include "session/enter.h"

#include <inttypes.h>
#include <stdio.h>

/* What is described, in front of what it is of. */
enum { KEY_ALIAS, KEY_OBJECTS, KEY_PRIMARY };

static cq__arena *memory_of(cq_session *session)
{
	cq_engine *const engine = session->engine;
	if (engine->described == NULL)
		engine->described = cq__arena_create(CQ__ARENA_SMALL);
	return engine->described;
}

/* Keeps a description under a copy of its key. */
static cq_status keep(cq_session *session, cq__arena *memory, const void *key, size_t size, const void *description)
{
	void *const copy = cq__arena_alloc(memory, size);
	if (copy == NULL)
		return CQ_NO_MEMORY;
	memcpy(copy, key, size);
	return cq__map_put(&session->engine->descriptions, copy, size, (void *)(uintptr_t)description, NULL);
}

/* ---- aliases -------------------------------------------------------------------------------------------------------------- */

static const cq_table *make_alias(cq__arena *memory, const cq_table *table, uint32_t number)
{
	const size_t columns = table->column_count * sizeof(cq_column);
	const size_t length = strlen(table->name) + 12;
	char *const name = cq__arena_alloc_text(memory, length);
	cq_table *const alias = cq__arena_alloc(memory, sizeof *alias + columns);
	if (name == NULL || alias == NULL)
		return NULL;
	(void)snprintf(name, length, "%s_%" PRIu32, table->name, number);
	/* A column's place is counted from its table, so the copy's columns are the copy's. */
	memcpy(alias, table, sizeof *alias + columns);
	alias->name = name;
	alias->alias_of = table;
	return alias;
}

cq_status cq__describe_alias(cq_session *session, const cq_table *table, uint32_t number, const cq_table **out)
{
	const cq_table *const base = cq__table_base(table);
	const uintptr_t key[] = { KEY_ALIAS, (uintptr_t)base, number };
	*out = cq__map_get(&session->engine->descriptions, key, sizeof key);
	if (*out != NULL)
		return CQ_OK;
	cq__arena *const memory = memory_of(session);
	const cq_table *const alias = memory != NULL ? make_alias(memory, base, number) : NULL;
	if (alias == NULL || keep(session, memory, key, sizeof key, alias) != CQ_OK)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	*out = alias;
	return CQ_OK;
}

/* ---- rows ----------------------------------------------------------------------------------------------------------------- */

static cq_row_type *make_row(cq__arena *memory, const char *name, uint32_t count, cq_row_field **fields)
{
	cq_row_type *const row = cq__arena_zalloc(memory, sizeof *row);
	*fields = cq__arena_alloc_array(memory, count, sizeof **fields);
	if (row == NULL || *fields == NULL)
		return NULL;
	*row = (cq_row_type){ .name = name, .fields = *fields, .count = count };
	return row;
}

/* Fields for columns of a table, from `offset` on; what the offset is behind them. */
static uint32_t describe_columns(cq_row_field *fields, const cq_table *table, const cq__columns *columns, uint32_t offset)
{
	for (uint32_t i = 0; i < columns->count; i++) {
		const cq_column *const column = &cq_table_columns(table)[columns->indexes[i]];
		const cq__type_information *const type = cq__type_info((cq_type)column->type);
		const bool nullable = (column->flags & CQ_COLUMN_NULLABLE) != 0;
		fields[i] = (cq_row_field){ .name = column->name, .offset = offset, .type = column->type, .nullable = nullable,
			.scale = cq__column_scale(column), .detail = cq__column_enum(column) };
		/* No member needs more than a multiple of 8. */
		offset += ((nullable ? type->nullable_size : type->size) + 7u) / 8 * 8;
	}
	return offset;
}

/* Pointers to objects, and behind them the columns of a relation's association that lead back. */
static const cq_row_type *make_objects(cq__arena *memory, const cq__relation *association, const cq_table *const *tables, uint32_t count)
{
	cq_row_field *fields;
	const uint32_t columns = association != NULL ? association->through_near.count : 0;
	cq_row_type *const row = make_row(memory, tables[0]->object, count + columns, &fields);
	const cq_table **const described = cq__arena_alloc(memory, count * sizeof *described);
	if (row == NULL || described == NULL)
		return NULL;
	for (uint32_t i = 0; i < count; i++) {
		described[i] = tables[i];
		fields[i] = (cq_row_field){ .name = tables[i]->name, .offset = i * (uint32_t)sizeof(void *), .type = CQ_TYPE_OBJECT,
			.nullable = i != 0, .detail = &described[i] };
	}
	row->size = count * (uint32_t)sizeof(void *);
	if (columns != 0)
		row->size = describe_columns(fields + count, association->through->table, &association->through_near, row->size);
	return row;
}

cq_status cq__describe_objects(cq_session *session, const cq__relation *association, const cq_table *const *tables, uint32_t count,
	const cq_row_type **out)
{
	*out = NULL;
	cq__arena *const memory = memory_of(session);
	const size_t size = (count + 2) * sizeof(uintptr_t);
	uintptr_t *const key = cq__alloc(size);
	if (memory == NULL || key == NULL) {
		cq__free(key);
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	}
	key[0] = KEY_OBJECTS;
	key[1] = (uintptr_t)association;
	for (uint32_t i = 0; i < count; i++)
		key[2 + i] = (uintptr_t)tables[i];
	*out = cq__map_get(&session->engine->descriptions, key, size);
	if (*out == NULL) {
		const cq_row_type *const row = make_objects(memory, association, tables, count);
		if (row != NULL && keep(session, memory, key, size, row) == CQ_OK)
			*out = row;
	}
	cq__free(key);
	return *out != NULL ? CQ_OK : cq__session_fail(session, CQ_NO_MEMORY, NULL);
}

cq_status cq__describe_key(cq_session *session, const cq__model *model, const cq_row_type **out)
{
	const uintptr_t key[] = { KEY_PRIMARY, (uintptr_t)model };
	*out = cq__map_get(&session->engine->descriptions, key, sizeof key);
	if (*out != NULL)
		return CQ_OK;
	cq__arena *const memory = memory_of(session);
	cq_row_field *fields = NULL;
	cq_row_type *const row = memory != NULL ? make_row(memory, model->table->name, model->key.count, &fields) : NULL;
	if (row != NULL)
		row->size = describe_columns(fields, model->table, &model->key, 0);
	if (row == NULL || keep(session, memory, key, sizeof key, row) != CQ_OK)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	*out = row;
	return CQ_OK;
}
