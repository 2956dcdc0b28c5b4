/* chinook/load.c: see load.h. The slice is arrays of objects and goes through the macros. The script's rows are texts for
 * tables that are known only when it is read, so they go through what the macros expand to: a table's description says
 * which columns it has, of what type, and where each stands in the object.
 */
#include "load.h"
#include "script.h"
#include "slice.h"

#include <stdlib.h>
#include <string.h>

#include <cquel/words.h>

#define LENGTH_OF(array) (sizeof(array) / sizeof *(array))

#define TABLE_OF(S, t) CQ_TABLE(t),
#define PLUS_ONE(S, t) + 1
enum { TABLE_COUNT = 0 CHINOOK_MODELS(PLUS_ONE) };

static cq_status make_tables(cq_connection *db)
{
	const cq_table *const tables[] = {CHINOOK_MODELS(TABLE_OF)};
	CQ_TRY(cq_drop_all(db, tables, TABLE_COUNT));
	return cq_create_all(db, tables, TABLE_COUNT);
}

cq_status chinook_load_slice(cq_connection *db)
{
	CQ_TRANSACTION(db) {
		CQ_TRY(make_tables(db));
#define INSERT_SLICE(S, t) CQ_TRY(cq_insert_many(db, S, slice_##t, LENGTH_OF(slice_##t)));
		CHINOOK_MODELS(INSERT_SLICE)
	}
	return CQ_OK;
}

cq_status chinook_count(cq_connection *db, int64_t *out)
{
	*out = 0;
#define ADD_COUNT(S, t)                                                                          \
	{                                                                                            \
		int64_t count;                                                                           \
		CQ_TRY(cq_scalar(db, &count, SQL(SELECT(COUNT_ROWS()), FROM(t))));                       \
		*out += count;                                                                           \
	}
	CHINOOK_MODELS(ADD_COUNT)
	return CQ_OK;
}

/* ---- the script: a row of texts becomes an object --------------------------------------------------------------------- */

/* Objects are inserted this many at a time; no table of the script has as many columns as there is room for values. */
enum { BATCH = 256, ROOM = 32 };

/* The script names a table as its struct is named. */
static const cq_table *find_table(const char *name)
{
	const cq_table *const tables[] = {CHINOOK_MODELS(TABLE_OF)};
	for (size_t i = 0; i < TABLE_COUNT; i++)
		if (strcmp(tables[i]->object, name) == 0)
			return tables[i];
	return NULL;
}

static cq_status parse_integer(const char *text, int32_t *out)
{
	char *end;
	const long value = strtol(text, &end, 10);
	*out = (int32_t)value;
	return *text && !*end && value == *out ? CQ_OK : CQ_WRONG_TYPE;
}

/* Puts a value into a member of the column's type. A nullable number is a cq_opt_...; a text is NULL itself. The object is
 * zero before, so NULL needs nothing more; in a NOT NULL column it is a mistake of the script. */
static cq_status put_value(const cq_column *column, const char *text, void *member)
{
	const bool nullable = column->flags & CQ_COLUMN_NULLABLE;
	if (!text)
		return nullable ? CQ_OK : CQ_NULL_VALUE;
	switch (column->type) {
	case CQ_TYPE_VARCHAR:
		*(const char **)member = text;
		return CQ_OK;
	case CQ_TYPE_INTEGER:
		if (!nullable)
			return parse_integer(text, member);
		((cq_opt_int32 *)member)->present = true;
		return parse_integer(text, &((cq_opt_int32 *)member)->value);
	case CQ_TYPE_TIMESTAMP:
		if (!nullable)
			return cq_timestamp_parse(text, member);
		((cq_opt_timestamp *)member)->present = true;
		return cq_timestamp_parse(text, &((cq_opt_timestamp *)member)->value);
	case CQ_TYPE_DECIMAL:
		return nullable ? CQ_UNSUPPORTED : cq_decimal_parse(text, member);
	default:
		return CQ_UNSUPPORTED;
	}
}

static cq_status put_row(const cq_table *table, const char *const *values, char *object)
{
	const cq_column *columns = cq_table_columns(table);
	memset(object, 0, table->object_size);
	for (uint32_t i = 0; i < table->column_count; i++)
		if (put_value(&columns[i], values[i], object + table->offsets[i]) != CQ_OK)
			return CQ_CORRUPT;
	return CQ_OK;
}

/* Inserts the rows of one INSERT statement through `objects`, which has room for BATCH of the table's. */
static cq_status load_rows(cq_connection *db, struct script *script, const cq_table *table, char *objects, int64_t *loaded)
{
	const char *values[ROOM];
	size_t filled = 0, count;
	while ((count = script_next_row(script, values, ROOM)) > 0) {
		if (count != table->column_count)
			return CQ_CORRUPT;
		CQ_TRY(put_row(table, values, objects + filled * table->object_size));
		if (++filled == BATCH) {
			CQ_TRY(cq_run_insert_many(db, table, objects, filled));
			*loaded += BATCH;
			filled = 0;
		}
	}
	CQ_TRY(cq_run_insert_many(db, table, objects, filled));
	*loaded += (int64_t)filled;
	return CQ_OK;
}

static cq_status load_inserts(cq_connection *db, struct script *script)
{
	int64_t loaded = 0, counted;
	const char *name;
	while (script_next_insert(script, &name)) {
		const cq_table *table = find_table(name);
		char *objects = table ? malloc(BATCH * (size_t)table->object_size) : NULL;
		if (!objects)
			return table ? CQ_NO_MEMORY : CQ_CORRUPT;
		const cq_status status = load_rows(db, script, table, objects, &loaded);
		free(objects);
		CQ_TRY(status);
	}
	CQ_TRY(chinook_count(db, &counted));
	return loaded > 0 && counted == loaded ? CQ_OK : CQ_CORRUPT;
}

static cq_status load_script(cq_connection *db, struct script *script)
{
	CQ_TRANSACTION(db) {
		CQ_TRY(make_tables(db));
		CQ_TRY(load_inserts(db, script));
	}
	return CQ_OK;
}

cq_status chinook_load_script(cq_connection *db, const char *path)
{
	struct script script;
	if (!script_open(&script, path))
		return CQ_IO;
	const cq_status status = load_script(db, &script);
	script_close(&script);
	return status;
}
