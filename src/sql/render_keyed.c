/* sql/render_keyed.c: UPDATE and DELETE of the rows that have the objects' primary keys, their members being arrays.
 *
 * It knows nothing of when that form is chosen. render.c calls it.
 */
#include "sql/render_state.h"

/* What the arrays are as a table: a name with a blank in it is nobody's. Its columns are "1", "2", ... */
static const char source[] = "the objects";

static const cq_column *column_of(const cq_table *table, uint32_t member)
{
	return &cq_table_columns(table)[member & ~(uint32_t)CQ__MEMBER_BEHIND];
}

static void render_element(cq__renderer *renderer, uint32_t place)
{
	cq__render_name(renderer, source);
	cq__buffer_append_format(&renderer->text, ".\"%u\"", place + 1);
}

/* unnest(CAST($1 AS BIGINT[]), ...) AS "the objects" ("1", ...) */
static void render_source(cq__renderer *renderer, const cq_table *table, const uint32_t *members, uint32_t count)
{
	cq__put(renderer, "unnest(");
	for (uint32_t i = 0; i < count; i++) {
		const cq_column *const column = column_of(table, members[i]);
		cq__put(renderer, i == 0 ? "CAST(" : ", CAST(");
		cq__render_row_placeholder(renderer, members[i]);
		cq__put(renderer, " AS ");
		cq__put(renderer, renderer->dialect->cast_type((cq_type)column->type, column));
		cq__put(renderer, "[])");
	}
	cq__put(renderer, ") AS ");
	cq__render_name(renderer, source);
	for (uint32_t i = 0; i < count; i++)
		cq__buffer_append_format(&renderer->text, "%s\"%u\"", i == 0 ? " (" : ", ", i + 1);
	cq__put(renderer, ")");
}

static void render_sets(cq__renderer *renderer, const cq_table *table, const uint32_t *members, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		cq__put(renderer, i == 0 ? " SET " : ", ");
		cq__render_name(renderer, cq__column_sql_name(column_of(table, members[i])));
		cq__put(renderer, " = ");
		render_element(renderer, i);
	}
}

static void render_key(cq__renderer *renderer, const cq_table *table, const uint32_t *members, uint32_t first, uint32_t count)
{
	for (uint32_t i = first; i < count; i++) {
		cq__put(renderer, i == first ? " WHERE " : " AND ");
		cq__render_target(renderer, table);
		cq__put(renderer, ".");
		cq__render_name(renderer, cq__column_sql_name(column_of(table, members[i])));
		cq__put(renderer, " = ");
		render_element(renderer, i);
	}
}

void cq__render_keyed(cq__renderer *renderer, const cq_table *table, const uint32_t *members)
{
	const cq__tree *const tree = renderer->tree;
	const uint32_t update = cq__query_clause(tree, tree->root, CQ_OP_UPDATE), count = tree->value_count;
	if (!cq__dialect_can(renderer->dialect, CQ__DIALECT_ROWS_AS_ARRAYS)) {
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s has no UPDATE of arrays", renderer->dialect->name);
		return;
	}
	uint32_t sets = 0;
	if (update != CQ__NO_NODE) {
		sets = cq__node(renderer, update)->count;
		cq__put(renderer, "UPDATE ");
		cq__render_target(renderer, table);
		render_sets(renderer, table, members, sets);
		cq__render_updated_now(renderer, update, NULL);
		cq__put(renderer, " FROM ");
	} else {
		cq__put(renderer, "DELETE FROM ");
		cq__render_target(renderer, table);
		cq__put(renderer, " USING ");
	}
	render_source(renderer, table, members, count);
	render_key(renderer, table, members, sets, count);
}
