/* sql/render_bulk.c: the forms of an INSERT whose text is the same for any number of objects: one array a column, and COPY.
 *
 * It knows nothing of which form is chosen. render.c calls it.
 */
#include "sql/render_state.h"

static bool has_column(const uint64_t *columns, uint32_t index)
{
	return (columns[index / 64] >> (index % 64) & 1) != 0;
}

/* " ("a", "b")"; how many. */
static uint32_t render_given(cq__renderer *renderer, const cq_table *table, const uint64_t *columns)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < table->column_count; i++) {
		if (!has_column(columns, i))
			continue;
		cq__put(renderer, count++ == 0 ? " (" : ", ");
		cq__render_name(renderer, cq__column_sql_name(&cq_table_columns(table)[i]));
	}
	cq__put(renderer, count != 0 ? ")" : "");
	if (count == 0)
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: objects that give no column are inserted one by one", table->name);
	return count;
}

/* "1", "2", …: what the arrays are called, for the columns' own names might be the database's. "0" is their order. */
static void render_numbers(cq__renderer *renderer, uint32_t count)
{
	for (uint32_t i = 1; i <= count; i++) {
		cq__put(renderer, i == 1 ? "" : ", ");
		cq__buffer_append_format(&renderer->text, "\"%u\"", i);
	}
}

void cq__render_object_arrays(cq__renderer *renderer, const cq_table *table, const uint64_t *columns)
{
	if (!cq__dialect_can(renderer->dialect, CQ__DIALECT_ROWS_AS_ARRAYS)) {
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s has no INSERT of arrays", renderer->dialect->name);
		return;
	}
	cq__put(renderer, "INSERT INTO ");
	cq__render_target(renderer, table);
	const uint32_t count = render_given(renderer, table, columns);
	cq__put(renderer, " SELECT ");
	render_numbers(renderer, count);
	cq__put(renderer, " FROM unnest(");
	for (uint32_t i = 0, place = 0; i < table->column_count; i++) {
		if (!has_column(columns, i))
			continue;
		const cq_column *const column = &cq_table_columns(table)[i];
		cq__put(renderer, place++ == 0 ? "CAST(" : ", CAST(");
		cq__render_row_placeholder(renderer, i);
		cq__put(renderer, " AS ");
		cq__put(renderer, renderer->dialect->cast_type(column->type, column));
		cq__put(renderer, "[])");
	}
	cq__put(renderer, ") WITH ORDINALITY AS \"rows\" (");
	render_numbers(renderer, count);
	/* Keys are made, and RETURNING gives, in the order of the objects. */
	cq__put(renderer, ", \"0\") ORDER BY \"0\"");
}

void cq__render_object_copy(cq__renderer *renderer, const cq_table *table, const uint64_t *columns)
{
	if (!cq__dialect_can(renderer->dialect, CQ__DIALECT_COPIES_ROWS)) {
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s has no COPY", renderer->dialect->name);
		return;
	}
	cq__put(renderer, "COPY ");
	cq__render_target(renderer, table);
	(void)render_given(renderer, table, columns);
	for (uint32_t i = 0; i < table->column_count; i++)
		if (has_column(columns, i))
			cq__keep_row_parameter(renderer, i);
	cq__put(renderer, " FROM STDIN (FORMAT binary)");
}
