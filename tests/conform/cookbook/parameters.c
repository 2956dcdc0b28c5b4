/* cookbook/parameters.c: a statement's values as the texts that a server's placeholders take, in their order.
 *
 * It knows nothing of results. kitchen.c calls it.
 */
#include "kitchen.h"

#include <stdio.h>
#include <string.h>

enum { MOST_PARAMETERS = 64, LONGEST = 400 };

static const char *label_of(const cq_column *column, int64_t value)
{
	/* The one ENUM there is. */
	assert_int_equal(column->type, CQ_TYPE_ENUM);
	for (uint32_t i = 0; i < cq_enum_Role.count; i++) {
		if (cq_enum_Role.values[i] == value)
			return cq_enum_Role.labels[i];
	}
	fail_msg("no label of %lld", (long long)value);
	return NULL;
}

static void put_pattern(cq__buffer *out, cq__use use, const char *text)
{
	cq__buffer_append_text(out, use != CQ__USE_PREFIX ? "%" : "");
	for (; *text != '\0'; text++) {
		cq__buffer_append_text(out, strchr("!%_", *text) != NULL ? "!" : "");
		cq__buffer_append_char(out, *text);
	}
	cq__buffer_append_text(out, use != CQ__USE_SUFFIX ? "%" : "");
}

/* PostgreSQL takes {1,2}, MariaDB JSON. */
static void put_array(cq__buffer *out, client_kind kind, cq_type type, const cq_value *value)
{
	cq__buffer_append_char(out, kind == CLIENT_POSTGRES ? '{' : '[');
	for (size_t i = 0; i < value->bytes.size; i++) {
		cq__buffer_append_text(out, i == 0 ? "" : ",");
		switch (type) {
		case CQ_TYPE_INTEGER: cq__buffer_append_int64(out, ((const int32_t *)value->bytes.data)[i]); break;
		case CQ_TYPE_BIGINT: cq__buffer_append_int64(out, ((const int64_t *)value->bytes.data)[i]); break;
		case CQ_TYPE_TEXT: cq__buffer_append_format(out, "\"%s\"", ((const char *const *)value->bytes.data)[i]); break;
		default: fail_msg("no recipe has an array of %s", cq_type_name(type));
		}
	}
	cq__buffer_append_char(out, kind == CLIENT_POSTGRES ? '}' : ']');
}

static void put_plain(cq__buffer *out, client_kind kind, cq_type type, const cq__meant *meant, const cq_value *value)
{
	char text[CQ_INTERVAL_TEXT];
	switch (type) {
	case CQ_TYPE_TEXT: case CQ_TYPE_VARCHAR: case CQ_TYPE_CHAR: case CQ_TYPE_JSON: cq__buffer_append_text(out, value->text); break;
	case CQ_TYPE_REAL: case CQ_TYPE_DOUBLE: cq__buffer_append_format(out, "%.17g", value->real); break;
	case CQ_TYPE_DECIMAL: cq__buffer_append_text(out, cq_decimal_format(value->decimal, text)); break;
	case CQ_TYPE_DATE: cq__buffer_append_text(out, cq_date_format((cq_date){(int32_t)value->integer}, text)); break;
	case CQ_TYPE_TIMESTAMP: cq__buffer_append_text(out, cq_timestamp_format((cq_timestamp){value->integer}, text)); break;
	case CQ_TYPE_INTERVAL: cq__buffer_append_text(out, cq_interval_format(value->interval, text)); break;
	case CQ_TYPE_ENUM: cq__buffer_append_text(out, label_of(meant->column, value->integer)); break;
	default:
		if (meant != NULL && meant->type == CQ_TYPE_ENUM)
			cq__buffer_append_text(out, label_of(meant->column, value->integer));
		else if (kind == CLIENT_POSTGRES && (type == CQ_TYPE_BOOLEAN || (meant != NULL && meant->type == CQ_TYPE_BOOLEAN)))
			cq__buffer_append_text(out, value->integer != 0 ? "true" : "false");
		else
			cq__buffer_append_int64(out, value->integer);
		break;
	}
}

/* false: NULL. */
static bool put_value(cq__buffer *out, client_kind kind, const cq_node *node, const cq__meant *meant, const cq_value *value)
{
	const bool text = node->type == CQ_TYPE_TEXT || node->type == CQ_TYPE_JSON;
	if ((node->flags & CQ_VALUE_ARRAY) != 0)
		put_array(out, kind, (cq_type)node->type, value);
	else if (value->is_null != 0 || (text && value->text == NULL))
		return false;
	else if (meant->use >= CQ__USE_PREFIX && meant->use <= CQ__USE_INFIX)
		put_pattern(out, (cq__use)meant->use, value->text);
	else
		put_plain(out, kind, (cq_type)node->type, meant, value);
	return true;
}

static bool is_whole(const cq_node *node, const cq__meant *meant)
{
	return (node->flags & CQ_VALUE_ARRAY) == 0 && node->type >= CQ_TYPE_SMALLINT && node->type <= CQ_TYPE_BIGINT && meant->type != CQ_TYPE_ENUM;
}

static uint32_t node_of_value(const cq__tree *tree, uint32_t value)
{
	for (uint32_t i = 0; i < tree->count; i++) {
		if (tree->nodes[i].op == CQ_OP_VALUE && tree->value[i] == value)
			return i;
	}
	fail_msg("no node has the value %u", value);
	return 0;
}

/* A member of an object of INSERT_INTO(t, VALUES(array, n)). */
static bool put_member(cq__buffer *out, client_kind kind, const cq_table *table, uint32_t index, const char *object)
{
	const cq_column *const column = &cq_table_columns(table)[index];
	const char *const at = object + table->offsets[index];
	const bool nullable = (column->flags & CQ_COLUMN_NULLABLE) != 0;
	const cq__meant meant = {.column = column, .type = column->type};
	cq_value value = {0};
	if (column->type == CQ_TYPE_TEXT || column->type == CQ_TYPE_VARCHAR || column->type == CQ_TYPE_JSON) {
		value.text = *(const char *const *)(const void *)at;
		if (value.text == NULL)
			return false;
	} else if (column->type == CQ_TYPE_INTEGER) {
		assert_false(nullable);
		value.integer = *(const int32_t *)(const void *)at;
	} else if (column->type == CQ_TYPE_DECIMAL) {
		value.decimal = *(const cq_decimal *)(const void *)at;
	} else {
		fail_msg("no object has a %s", cq_type_name((cq_type)column->type));
	}
	put_plain(out, kind, (cq_type)column->type, &meant, &value);
	return true;
}

static const cq_value *rows_value(const cq_statement *statement, const cq__tree *tree, const cq_table **table)
{
	for (uint32_t i = 0; i < tree->count; i++) {
		if (tree->nodes[i].op == CQ_OP_ROWS) {
			*table = tree->nodes[i].ref;
			return &cq_statement_values(statement)[tree->value[cq__operand(tree, i, 0)]];
		}
	}
	return NULL;
}

bool run_with_parameters(client *db, client_kind kind, const cq_statement *statement, const cq__checked *checked,
	const cq__rendered *rendered, client_rows *rows)
{
	cq__buffer texts[MOST_PARAMETERS] = {{0}};
	const char *parameters[MOST_PARAMETERS] = {0};
	bool whole[MOST_PARAMETERS] = {0};
	const cq_table *table = NULL;
	const cq_value *const objects = rows_value(statement, &checked->tree, &table);
	const uint32_t width = objects != NULL ? rendered->row_parameter_count / (uint32_t)objects->bytes.size : 0;
	assert_true(rendered->parameter_count <= MOST_PARAMETERS);
	for (uint32_t i = 0; i < rendered->parameter_count; i++) {
		const uint32_t what = rendered->parameters[i];
		bool there;
		if (i < rendered->row_parameter_count) {
			there = put_member(&texts[i], kind, table, what, (const char *)objects->bytes.data + i / width * table->object_size);
		} else {
			const uint32_t node = node_of_value(&checked->tree, what);
			whole[i] = is_whole(&checked->tree.nodes[node], &checked->typing.value[what]);
			there = put_value(&texts[i], kind, &checked->tree.nodes[node], &checked->typing.value[what], &cq_statement_values(statement)[what]);
		}
		parameters[i] = there ? cq__buffer_text(&texts[i]) : NULL;
	}
	client_statement *const prepared = client_prepare(db, rendered->sql);
	bool done = prepared != NULL;
	if (done) {
		assert_int_equal(client_parameter_count(prepared), rendered->parameter_count);
		done = client_run_typed(prepared, parameters, whole, rows);
		client_finish(prepared);
	}
	for (uint32_t i = 0; i < rendered->parameter_count; i++)
		cq__buffer_release(&texts[i]);
	return done;
}

/* All columns of objects are given: no table of objects has keys that count by themselves. */
cq_status render_statement(const cq__dialect *dialect, const cq_statement *statement, const cq__checked *checked, cq__rendered *out,
	cq__error *error)
{
	const cq_table *table = NULL;
	const cq_value *const objects = rows_value(statement, &checked->tree, &table);
	if (objects == NULL)
		return cq__render(dialect, &checked->tree, &checked->typing, out, error);
	const uint64_t all = (UINT64_C(1) << table->column_count) - 1;
	return cq__render_insert_rows(dialect, table, &all, (uint32_t)objects->bytes.size, CQ__ROWS_VALUES, &checked->tree, &checked->typing, out, error);
}
