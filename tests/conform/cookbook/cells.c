/* cookbook/cells.c: results as texts: the same values give the same text, whichever database or struct they come from.
 *
 * It knows nothing of statements. kitchen.c calls it.
 */
#include "kitchen.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put_number(cq__buffer *out, double number)
{
	cq__buffer_append_format(out, "%.7g", number == 0 ? 0.0 : number);
}

/* Blanks, quotes and the .0 of a whole number are the databases' own; recipes have none inside texts of lists. */
static void put_document(cq__buffer *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (strncmp(text, ".0", 2) == 0 && !isdigit((unsigned char)text[2]))
			text++;
		else if (*text != ' ' && *text != '"')
			cq__buffer_append_char(out, *text);
	}
}

static void put_moment(cq__buffer *out, const char *text)
{
	char formatted[CQ_TIMESTAMP_TEXT];
	cq_timestamp moment;
	if (cq_timestamp_parse(text, &moment) != CQ_OK)
		fail_msg("no moment: %s", text);
	cq__buffer_append_text(out, cq_timestamp_format(moment, formatted));
}

static void put_text(cq__buffer *out, cq_type type, const char *text)
{
	char *end;
	if (text == NULL) {
		cq__buffer_append_text(out, "NULL");
		return;
	}
	switch (type) {
	case CQ_TYPE_BOOLEAN: cq__buffer_append_text(out, strcmp(text, "1") == 0 || strcmp(text, "t") == 0 ? "true" : "false"); break;
	case CQ_TYPE_REAL: case CQ_TYPE_DOUBLE: case CQ_TYPE_DECIMAL: {
		const double number = strtod(text, &end);
		if (*end != '\0' || end == text)
			cq__buffer_append_text(out, text);
		else
			put_number(out, number);
		break;
	}
	case CQ_TYPE_TIMESTAMP: put_moment(out, text); break;
	case CQ_TYPE_JSON: case CQ_TYPE_LIST: put_document(out, text); break;
	/* What a look at a table gives: it has no types. */
	case CQ_TYPE_NONE: {
		const double number = strtod(text, &end);
		if (*end == '\0' && end != text)
			put_number(out, number);
		else
			cq__buffer_append_text(out, text);
		break;
	}
	default: cq__buffer_append_text(out, text); break;
	}
}

void cells_of_client(cq__buffer *out, const client_rows *rows, const column_kind *columns, uint32_t count)
{
	if (columns != NULL && rows->rows != 0)
		assert_int_equal(rows->columns, count);
	for (size_t i = 0; i < rows->rows; i++) {
		for (size_t k = 0; k < rows->columns; k++) {
			put_text(out, columns != NULL ? columns[k].type : CQ_TYPE_NONE, client_cell(rows, i, k));
			cq__buffer_append_text(out, k + 1 < rows->columns ? " | " : "\n");
		}
	}
}

static const char *label_of(const cq_enum *labels, int32_t value)
{
	for (uint32_t i = 0; i < labels->count; i++) {
		if (labels->values[i] == value)
			return labels->labels[i];
	}
	return "?";
}

/* A member that is there; an optional holds its value behind its flag. */
static void put_present(cq__buffer *out, cq_type type, const cq_enum *labels, const void *at)
{
	char text[CQ_TIMESTAMP_TEXT];
	switch (type) {
	case CQ_TYPE_BOOLEAN: cq__buffer_append_text(out, *(const bool *)at ? "true" : "false"); break;
	case CQ_TYPE_SMALLINT: cq__buffer_append_int64(out, *(const int16_t *)at); break;
	case CQ_TYPE_INTEGER: cq__buffer_append_int64(out, *(const int32_t *)at); break;
	case CQ_TYPE_BIGINT: cq__buffer_append_int64(out, *(const int64_t *)at); break;
	case CQ_TYPE_DOUBLE: put_number(out, *(const double *)at); break;
	case CQ_TYPE_DECIMAL: put_number(out, cq_decimal_to_double(*(const cq_decimal *)at)); break;
	case CQ_TYPE_DATE: cq__buffer_append_text(out, cq_date_format(*(const cq_date *)at, text)); break;
	case CQ_TYPE_TIMESTAMP: cq__buffer_append_text(out, cq_timestamp_format(*(const cq_timestamp *)at, text)); break;
	case CQ_TYPE_ENUM: cq__buffer_append_text(out, label_of(labels, *(const int32_t *)at)); break;
	default: fail_msg("no recipe has a %s", cq_type_name(type));
	}
}

/* Where an optional's value stands. */
static const void *behind_flag(cq_type type, const void *at)
{
	switch (type) {
	case CQ_TYPE_BOOLEAN: return &((const cq_opt_bool *)at)->value;
	case CQ_TYPE_SMALLINT: return &((const cq_opt_int16 *)at)->value;
	case CQ_TYPE_INTEGER: return &((const cq_opt_int32 *)at)->value;
	case CQ_TYPE_DATE: return &((const cq_opt_date *)at)->value;
	case CQ_TYPE_ENUM: return &((const cq_opt_enum *)at)->value;
	default: return &((const cq_opt_int64 *)at)->value;
	}
}

static void put_member(cq__buffer *out, cq_type type, bool nullable, const void *detail, const char *at)
{
	if (type == CQ_TYPE_TEXT || type == CQ_TYPE_VARCHAR || type == CQ_TYPE_CHAR || type == CQ_TYPE_JSON)
		put_text(out, type, *(const char *const *)(const void *)at);
	else if (nullable && !*(const bool *)at)
		cq__buffer_append_text(out, "NULL");
	else
		put_present(out, type, detail, nullable ? behind_flag(type, at) : at);
}

static void put_list(cq__buffer *out, const cq_row_type *row, const cq_any_list *list);

static void put_list_field(cq__buffer *out, const cq_row_field *field, const char *at)
{
	cq__buffer text = {0};
	if (field->type == CQ_TYPE_LIST) {
		put_list(out, field->detail, (const cq_any_list *)(const void *)at);
		return;
	}
	put_member(&text, (cq_type)field->type, field->nullable != 0, field->detail, at);
	put_document(out, strcmp(cq__buffer_text(&text), "NULL") == 0 ? "null" : cq__buffer_text(&text));
	cq__buffer_release(&text);
}

/* As JSON has it, an array of arrays. */
static void put_list(cq__buffer *out, const cq_row_type *row, const cq_any_list *list)
{
	cq__buffer_append_char(out, '[');
	for (size_t i = 0; i < list->count; i++) {
		cq__buffer_append_text(out, i == 0 ? "[" : ",[");
		for (uint32_t k = 0; k < row->count; k++) {
			cq__buffer_append_text(out, k == 0 ? "" : ",");
			put_list_field(out, &row->fields[k], (const char *)list->items + i * row->size + row->fields[k].offset);
		}
		cq__buffer_append_char(out, ']');
	}
	cq__buffer_append_char(out, ']');
}

static const cq_enum *column_labels(const cq_column *column)
{
	const cq_table *const table = cq_column_table(column);
	uint32_t left = cq_column_index(column) + 1;
	const cq_attribute *row = (table->alias_of != NULL ? table->alias_of : table)->attributes;
	for (; left != 0; row++)
		left -= row->kind == CQ_ATTRIBUTE_COLUMN;
	for (; row->kind != CQ_ATTRIBUTE_END && row->kind != CQ_ATTRIBUTE_COLUMN; row++) {
		if (row->kind == CQ_ATTRIBUTE_ENUM)
			return row->first;
	}
	return NULL;
}

static void put_object(cq__buffer *out, const cq_table *table, const char *object)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		cq__buffer_append_text(out, i == 0 ? "" : " | ");
		if (object == NULL)
			cq__buffer_append_text(out, "NULL");
		else
			put_member(out, (cq_type)column->type, (column->flags & CQ_COLUMN_NULLABLE) != 0, column_labels(column), object + table->offsets[i]);
	}
}

static const cq_table *table_of_field(const cq_row_field *field)
{
	return *(const cq_table *const *)field->detail;
}

static void put_row(cq__buffer *out, const cq_row_type *type, const char *row)
{
	for (uint32_t k = 0; k < type->count; k++) {
		const cq_row_field *const field = &type->fields[k];
		const char *const at = row + field->offset;
		cq__buffer_append_text(out, k == 0 ? "" : " | ");
		if (field->type == CQ_TYPE_LIST)
			put_list(out, field->detail, (const cq_any_list *)(const void *)at);
		else if (field->type == CQ_TYPE_OBJECT)
			put_object(out, table_of_field(field), *(const char *const *)(const void *)at);
		else
			put_member(out, (cq_type)field->type, field->nullable != 0, field->detail, at);
	}
}

void cells_of_structs(cq__buffer *out, const cq_any_rows *rows, const cq_target *target)
{
	for (size_t i = 0; i < rows->count; i++) {
		const char *const row = (const char *)rows->items + i * target->size;
		if (target->kind == CQ_TARGET_OBJECT)
			put_object(out, target->descriptor, row);
		else
			put_row(out, target->descriptor, row);
		cq__buffer_append_char(out, '\n');
	}
}

void cells_of_scalar(cq__buffer *out, const void *value, const cq_row_field *field)
{
	put_member(out, (cq_type)field->type, field->nullable != 0, field->detail, value);
	cq__buffer_append_char(out, '\n');
}

static uint32_t columns_of_table(const cq_table *table, column_kind *columns, uint32_t most)
{
	assert_true(table->column_count <= most);
	for (uint32_t i = 0; i < table->column_count; i++)
		columns[i] = (column_kind){(cq_type)cq_table_columns(table)[i].type, NULL, cq_table_columns(table)[i].name};
	return table->column_count;
}

uint32_t columns_of_target(const cq_target *target, column_kind *columns, uint32_t most)
{
	if (target->kind == CQ_TARGET_OBJECT)
		return columns_of_table(target->descriptor, columns, most);
	const cq_row_type *const row = target->descriptor;
	uint32_t count = 0;
	for (uint32_t k = 0; k < row->count; k++) {
		assert_true(count < most);
		if (row->fields[k].type == CQ_TYPE_OBJECT)
			count += columns_of_table(table_of_field(&row->fields[k]), columns + count, most - count);
		else
			columns[count++] = (column_kind){(cq_type)row->fields[k].type, row->fields[k].detail, row->fields[k].name};
	}
	return count;
}
