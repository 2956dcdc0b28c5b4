/* sql/render.c: the two entries of the renderer, placeholders, and the result. See render.h.
 *
 * It knows nothing of clauses or operators. The executor and cq_sql_text call it.
 */
#include "sql/render_state.h"

#include "base/alloc.h"

#include <stdarg.h>
#include <string.h>

void cq__render_fail(cq__renderer *renderer, cq_status status, const char *format, ...)
{
	if (renderer->status != CQ_OK)
		return;
	renderer->status = status;
	va_list arguments;
	va_start(arguments, format);
	(void)cq__error_set_list(renderer->error, status, format, arguments);
	va_end(arguments);
}

bool cq__render_goes_on(cq__renderer *renderer)
{
	enum { LONGEST_TEXT = 16 << 20 };
	if (renderer->text.length > LONGEST_TEXT)
		cq__render_fail(renderer, CQ_TOO_LARGE, "the SQL of the statement is longer than %d bytes", LONGEST_TEXT);
	return renderer->status == CQ_OK && renderer->text.status == CQ_OK;
}

/* Keeps a parameter and returns its number, 0 without memory. */
static uint32_t add_parameter(cq__renderer *renderer, uint32_t meaning)
{
	if (renderer->parameter_count == renderer->parameter_capacity) {
		const uint32_t capacity = renderer->parameter_capacity != 0 ? 2 * renderer->parameter_capacity : 16;
		uint32_t *const grown = cq__realloc_array(renderer->parameters, capacity, sizeof *grown);
		if (grown == NULL) {
			cq__render_fail(renderer, CQ_NO_MEMORY, "out of memory while the SQL of a statement is written");
			return 0;
		}
		renderer->parameters = grown;
		renderer->parameter_capacity = capacity;
	}
	renderer->parameters[renderer->parameter_count++] = meaning;
	return renderer->parameter_count;
}

/* SQLite looks through all numbers that a text has for each one that is written, so only what comes again has one. */
static void put_placeholder(cq__renderer *renderer, uint32_t number, bool again)
{
	cq__buffer_append_char(&renderer->text, renderer->dialect->placeholder);
	if (again || !cq__dialect_can(renderer->dialect, CQ__DIALECT_COUNTS_MARKS))
		cq__buffer_append_unsigned(&renderer->text, number);
}

void cq__render_placeholder(cq__renderer *renderer, uint32_t value)
{
	const bool again = renderer->numbers[value] != 0 &&
		!cq__dialect_can(renderer->dialect, CQ__DIALECT_REPEATS_VALUES);
	if (!again)
		renderer->numbers[value] = add_parameter(renderer, value);
	put_placeholder(renderer, renderer->numbers[value], again);
}

void cq__render_row_placeholder(cq__renderer *renderer, uint32_t column)
{
	put_placeholder(renderer, add_parameter(renderer, column), false);
	renderer->row_parameter_count = renderer->parameter_count;
}

void cq__keep_row_parameter(cq__renderer *renderer, uint32_t column)
{
	(void)add_parameter(renderer, column);
	renderer->row_parameter_count = renderer->parameter_count;
}

static cq_status start(cq__renderer *renderer, const cq__dialect *dialect, const cq__tree *tree,
	const cq__typing *typing, cq__error *error)
{
	*renderer = (cq__renderer){ .dialect = dialect, .tree = tree, .typing = typing, .error = error };
	if (tree == NULL)
		return CQ_OK;
	renderer->numbers = cq__alloc_array(tree->value_count, sizeof *renderer->numbers);
	if (renderer->numbers == NULL)
		cq__render_fail(renderer, CQ_NO_MEMORY, "out of memory while the SQL of a statement is written");
	return renderer->status;
}

static cq_status finish(cq__renderer *renderer, cq__rendered *out)
{
	const size_t length = renderer->text.length;
	char *const sql = renderer->status == CQ_OK ? cq__buffer_take(&renderer->text) : NULL;
	if (renderer->status == CQ_OK && sql == NULL)
		cq__render_fail(renderer, CQ_NO_MEMORY, "out of memory while the SQL of a statement is written");
	if (renderer->status == CQ_OK) {
		*out = (cq__rendered){
			.sql = sql,
			.length = length,
			.parameters = renderer->parameters,
			.parameter_count = renderer->parameter_count,
			.row_parameter_count = renderer->row_parameter_count,
			.column_count = renderer->column_count,
			.reads_only = renderer->reads_only,
			.returns_rows = renderer->returns_rows,
			.returning = renderer->returning,
		};
	} else {
		cq__free(renderer->parameters);
	}
	cq__buffer_release(&renderer->text);
	cq__free(renderer->numbers);
	return renderer->status;
}

cq_status cq__render(const cq__dialect *dialect, const cq__tree *tree, const cq__typing *typing, cq__rendered *out,
	cq__error *error)
{
	*out = (cq__rendered){ 0 };
	cq__renderer renderer;
	if (start(&renderer, dialect, tree, typing, error) == CQ_OK)
		cq__render_statement(&renderer, tree->root);
	return finish(&renderer, out);
}

cq_status cq__render_insert_rows(const cq__dialect *dialect, const cq_table *table, const uint64_t *columns,
	uint32_t row_count, cq__rows_form form, const cq__tree *tree, const cq__typing *typing, cq__rendered *out,
	cq__error *error)
{
	*out = (cq__rendered){ 0 };
	cq__renderer renderer;
	if (start(&renderer, dialect, tree, typing, error) == CQ_OK && form == CQ__ROWS_COPY) {
		cq__render_object_copy(&renderer, table, columns);
	} else if (renderer.status == CQ_OK) {
		if (tree != NULL)
			cq__render_write_withs(&renderer, tree->root);
		if (renderer.parameter_count != 0)
			cq__render_fail(&renderer, CQ_UNSUPPORTED, "WITH before an INSERT of objects takes no values");
		if (form == CQ__ROWS_ARRAYS)
			cq__render_object_arrays(&renderer, table, columns);
		else
			cq__render_object_rows(&renderer, table, columns, row_count);
		if (tree != NULL) {
			cq__render_conflict(&renderer, tree->root, table);
			cq__render_returning(&renderer, tree->root);
		}
	}
	return finish(&renderer, out);
}

cq_status cq__render_keyed_arrays(const cq__dialect *dialect, const cq_table *table, const uint32_t *members,
	const cq__tree *tree, const cq__typing *typing, cq__rendered *out, cq__error *error)
{
	*out = (cq__rendered){ 0 };
	cq__renderer renderer;
	if (start(&renderer, dialect, tree, typing, error) == CQ_OK)
		cq__render_keyed(&renderer, table, members);
	return finish(&renderer, out);
}

void cq__rendered_release(cq__rendered *rendered)
{
	cq__free(rendered->sql);
	cq__free(rendered->parameters);
	*rendered = (cq__rendered){ 0 };
}
