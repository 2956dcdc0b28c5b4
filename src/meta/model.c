/* meta/model.c: names, keys, identity and default markers, read from the static data of tables and columns.
 * It knows nothing of statements or databases. Everything above src/meta that looks at a column calls it.
 */
#include "meta/model.h"

#include <limits.h>
#include <string.h>

const char cq_default_text[] = "DEFAULT";

const cq_attribute *cq__column_attribute(const cq_column *column, cq_attribute_kind kind)
{
	const cq_attribute *row = cq_column_table(column)->attributes;
	if (row == NULL)
		return NULL;
	uint32_t left = cq_column_index(column) + 1;
	for (; row->kind != CQ_ATTRIBUTE_END && left != 0; row++)
		left -= row->kind == CQ_ATTRIBUTE_COLUMN;
	if (left != 0)
		return NULL;
	for (; row->kind != CQ_ATTRIBUTE_END && row->kind != CQ_ATTRIBUTE_COLUMN; row++) {
		if (row->kind == (uint32_t)kind)
			return row;
	}
	return NULL;
}

const cq_attribute *cq__table_option(const cq_table *table, cq_option_kind kind, const cq_attribute *after)
{
	const cq_attribute *row = after != NULL ? after + 1 : cq__table_base(table)->options;
	if (row == NULL)
		return NULL;
	for (; row->kind != CQ_OPTION_END; row++) {
		if (row->kind == (uint32_t)kind)
			return row;
	}
	return NULL;
}

const cq_row_type *cq__table_row(const cq_table *table)
{
	const cq_attribute *const derived = cq__table_option(table, CQ_OPTION_DERIVED, NULL);
	return derived != NULL ? derived->first : NULL;
}

bool cq__table_derived(const cq_table *table)
{
	return cq__table_option(table, CQ_OPTION_DERIVED, NULL) != NULL;
}

const char *cq__table_sql_name(const cq_table *table)
{
	const cq_attribute *const name = cq__table_option(table, CQ_OPTION_SQL_NAME, NULL);
	return name != NULL ? name->first : cq__table_base(table)->name;
}

const char *cq__table_exposed_name(const cq_table *table)
{
	return table->alias_of != NULL ? table->name : cq__table_sql_name(table);
}

const char *cq__table_schema(const cq_table *table)
{
	const cq_attribute *const schema = cq__table_option(table, CQ_OPTION_SCHEMA, NULL);
	return schema != NULL ? schema->first : NULL;
}

const char *cq__column_sql_name(const cq_column *column)
{
	const cq_attribute *const name = cq__column_attribute(column, CQ_ATTRIBUTE_SQL_NAME);
	return name != NULL ? name->first : column->name;
}

const cq_column *cq__table_column(const cq_table *table, const char *name)
{
	const cq_column *const columns = cq_table_columns(table);
	for (uint32_t i = 0; i < table->column_count; i++) {
		if (strcmp(columns[i].name, name) == 0)
			return &columns[i];
	}
	return NULL;
}

/* The field that a column of a derived table is, or NULL. */
static const cq_row_field *column_field(const cq_column *column)
{
	const cq_row_type *const row = cq__table_row(cq_column_table(column));
	for (uint32_t i = 0; row != NULL && i < row->count; i++) {
		if (strcmp(row->fields[i].name, column->name) == 0)
			return &row->fields[i];
	}
	return NULL;
}

const cq_enum *cq__column_enum(const cq_column *column)
{
	const cq_attribute *const row = cq__column_attribute(column, CQ_ATTRIBUTE_ENUM);
	if (row != NULL || column->type != CQ_TYPE_ENUM)
		return row != NULL ? row->first : NULL;
	const cq_row_field *const field = column_field(column);
	return field != NULL ? field->detail : NULL;
}

uint8_t cq__column_scale(const cq_column *column)
{
	if (column->type != CQ_TYPE_DECIMAL)
		return 0;
	const cq_attribute *const row = cq__column_attribute(column, CQ_ATTRIBUTE_PRECISION);
	if (row != NULL)
		return (uint8_t)row->integer;
	const cq_row_field *const field = column_field(column);
	return field != NULL ? (uint8_t)field->scale : 0;
}

bool cq__column_reference(const cq_column *column, const char **table, const char **name)
{
	const cq_attribute *const row = cq__column_attribute(column, CQ_ATTRIBUTE_REFERENCES);
	if (row == NULL)
		return false;
	*table = row->first;
	*name = row->second;
	return true;
}

static bool same_name(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool cq__same_table(const cq_table *a, const cq_table *b)
{
	if (a == b)
		return true;
	if ((a->alias_of == NULL) != (b->alias_of == NULL) || !same_name(a->name, b->name))
		return false;
	const cq_table *const base_a = cq__table_base(a);
	const cq_table *const base_b = cq__table_base(b);
	if (base_a == base_b)
		return true;
	const cq_row_type *const row_a = cq__table_row(base_a);
	const cq_row_type *const row_b = cq__table_row(base_b);
	if ((row_a == NULL) != (row_b == NULL) || (row_a != NULL && !same_name(row_a->name, row_b->name)))
		return false;
	return same_name(base_a->name, base_b->name) && same_name(cq__table_schema(a), cq__table_schema(b));
}

bool cq__same_column(const cq_column *a, const cq_column *b)
{
	return a == b || (same_name(a->name, b->name) && cq__same_table(cq_column_table(a), cq_column_table(b)));
}

const cq_column *cq__primary_key_next(const cq_table *table, const cq_column *after)
{
	const cq_column *const columns = cq_table_columns(table);
	for (uint32_t i = after != NULL ? cq_column_index(after) + 1 : 0; i < table->column_count; i++) {
		if ((columns[i].flags & CQ_COLUMN_PRIMARY_KEY) != 0)
			return &columns[i];
	}
	return NULL;
}

/* Columns without an order. */
typedef struct column_set {
	const cq_column *const *columns;
	uint32_t count;
} column_set;

static bool holds(const column_set *set, const char *name)
{
	for (uint32_t i = 0; i < set->count; i++) {
		if (strcmp(set->columns[i]->name, name) == 0)
			return true;
	}
	return false;
}

static bool is_primary_key(const cq_table *table, const column_set *set)
{
	uint32_t count = 0;
	for (const cq_column *key = NULL; (key = cq__primary_key_next(table, key)) != NULL; count++) {
		if (!holds(set, key->name))
			return false;
	}
	return count != 0 && count == set->count;
}

static bool names_exactly(const char *const *names, const column_set *set)
{
	uint32_t count = 0;
	for (; names[count] != NULL; count++) {
		if (!holds(set, names[count]))
			return false;
	}
	return count != 0 && count == set->count;
}

/* The next UNIQUE option without a condition. */
static const cq_attribute *next_unique(const cq_table *table, const cq_attribute *after)
{
	const cq_attribute *option = after;
	while ((option = cq__table_option(table, CQ_OPTION_UNIQUE, option)) != NULL) {
		if (option[1].kind != CQ_OPTION_INDEX_WHERE)
			return option;
	}
	return NULL;
}

bool cq__table_unique_over(const cq_table *table, const cq_column *const *columns, uint32_t count)
{
	const column_set set = { columns, count };
	if (count == 1 && (columns[0]->flags & CQ_COLUMN_UNIQUE) != 0)
		return true;
	if (is_primary_key(table, &set))
		return true;
	for (const cq_attribute *option = NULL; (option = next_unique(table, option)) != NULL;) {
		if (names_exactly(option->first, &set))
			return true;
	}
	return false;
}

uint32_t cq__table_unique_count(const cq_table *table)
{
	const cq_column *const columns = cq_table_columns(table);
	const cq_column *const key = cq__primary_key_next(table, NULL);
	const bool lone_key = key != NULL && cq__primary_key_next(table, key) == NULL;
	uint32_t count = key != NULL;
	for (uint32_t i = 0; i < table->column_count; i++)
		count += (columns[i].flags & CQ_COLUMN_UNIQUE) != 0 && !(lone_key && &columns[i] == key);
	for (const cq_attribute *option = NULL; (option = next_unique(table, option)) != NULL;)
		count++;
	return count;
}

static bool is_integer(const cq_column *column)
{
	return column->type == CQ_TYPE_SMALLINT || column->type == CQ_TYPE_INTEGER || column->type == CQ_TYPE_BIGINT;
}

bool cq__column_auto_key(const cq_column *column)
{
	if ((column->flags & CQ_COLUMN_AUTO_INCREMENT) != 0)
		return true;
	const uint8_t value_of_its_own = CQ_COLUMN_GENERATED | CQ_COLUMN_DEFAULT | CQ_COLUMN_DATABASE_DEFAULT;
	if ((column->flags & CQ_COLUMN_PRIMARY_KEY) == 0 || (column->flags & value_of_its_own) != 0 || !is_integer(column))
		return false;
	const cq_table *const table = cq_column_table(column);
	const cq_column *const first = cq__primary_key_next(table, NULL);
	return first == column && cq__primary_key_next(table, first) == NULL &&
		cq__column_attribute(column, CQ_ATTRIBUTE_REFERENCES) == NULL;
}

bool cq__column_required(const cq_column *column)
{
	if ((column->flags & (CQ_COLUMN_NULLABLE | CQ_COLUMN_GENERATED | CQ_COLUMN_DATABASE_DEFAULT)) != 0)
		return false;
	if ((column->flags & CQ_COLUMN_DEFAULT) != 0 && cq__column_attribute(column, CQ_ATTRIBUTE_DEFAULT_CALL) == NULL)
		return false;
	return !cq__column_auto_key(column);
}

/* Reals are compared as bits, for a NaN equals nothing. */
static bool is_marked_float(const void *value)
{
	uint32_t bits;
	memcpy(&bits, value, sizeof bits);
	return (bits & INT32_MAX) == (UINT32_C(0x7fc00000) | 0xc0de);
}

static bool is_marked_double(const void *value)
{
	uint64_t bits;
	memcpy(&bits, value, sizeof bits);
	return (bits & INT64_MAX) == (UINT64_C(0x7ff8000000000000) | 0xc0de);
}

static bool is_marked_uuid(const cq_uuid *value)
{
	for (size_t i = 0; i < sizeof value->bytes; i++) {
		if (value->bytes[i] != 0xff)
			return false;
	}
	return true;
}

/* MARK(type, member type, optional, condition on `value`): the markers of types that have a `present` when nullable */
#define MARK(name, c, optional, condition)                                                        \
	case CQ_TYPE_##name: {                                                                        \
		const optional *const given = member;                                                     \
		const c *const value = nullable ? &given->value : (const c *)member;                      \
		return (!nullable || given->present) && (condition);                                      \
	}

bool cq__is_default_marker(const cq_column *column, const void *member)
{
	if ((column->flags & CQ_COLUMN_DATABASE_DEFAULT) == 0)
		return false;
	const bool nullable = (column->flags & CQ_COLUMN_NULLABLE) != 0;
	switch ((cq_type)column->type) {
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON:
		return *(const char *const *)member == cq_default_text;
	case CQ_TYPE_BYTES:
		return ((const cq_bytes *)member)->data == cq_default_text;
	MARK(SMALLINT, int16_t, cq_opt_int16, *value == INT16_MIN)
	MARK(INTEGER, int32_t, cq_opt_int32, *value == INT32_MIN)
	MARK(BIGINT, int64_t, cq_opt_int64, *value == INT64_MIN)
	MARK(REAL, float, cq_opt_float, is_marked_float(value))
	MARK(DOUBLE, double, cq_opt_double, is_marked_double(value))
	MARK(DECIMAL, cq_decimal, cq_opt_decimal, value->coefficient == INT64_MIN)
	MARK(DATE, cq_date, cq_opt_date, value->days == INT32_MIN)
	MARK(TIME, cq_time, cq_opt_time, value->microseconds == INT64_MIN)
	MARK(TIMESTAMP, cq_timestamp, cq_opt_timestamp, value->microseconds == INT64_MIN + 1)
	MARK(INTERVAL, cq_interval, cq_opt_interval, value->microseconds == INT64_MIN)
	MARK(UUID, cq_uuid, cq_opt_uuid, is_marked_uuid(value))
	MARK(ENUM, int, cq_opt_enum, *value == INT_MIN)
	case CQ_TYPE_BOOLEAN:
	case CQ_TYPE_NONE:
	case CQ_TYPE_OBJECT:
	case CQ_TYPE_LIST:
	case CQ_TYPE_COUNT:
		break;
	}
	return false;
}
