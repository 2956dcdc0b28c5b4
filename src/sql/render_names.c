/* sql/render_names.c: tables, their aliases and columns as a statement names them.
 *
 * It knows nothing of clauses. The other parts of the renderer call it.
 */
#include "sql/render_state.h"

#include "meta/relation.h"

void cq__render_name(cq__renderer *renderer, const char *name)
{
	cq__sql_name(renderer->dialect, &renderer->text, name);
}

/* "users"."id"; with the schema before it where the table has one, so that two tables of one name stay apart; of an alias
 * "boss"."id". */
void cq__render_column(cq__renderer *renderer, const cq_column *column)
{
	const cq_table *const table = cq_column_table(column);
	if (table->alias_of != NULL)
		cq__render_name(renderer, table->name);
	else if (renderer->bare_tables)
		cq__render_name(renderer, cq__table_sql_name(table));
	else
		cq__sql_table(renderer->dialect, &renderer->text, table);
	cq__put(renderer, ".");
	cq__render_name(renderer, cq__column_sql_name(column));
}

/* The table of an INSERT, UPDATE or DELETE. */
void cq__render_target(cq__renderer *renderer, const cq_table *table)
{
	cq__sql_table(renderer->dialect, &renderer->text, table);
}

/* A table as a query of its own, under its name; hidden: without the rows that have this column. */
static void render_inside(cq__renderer *renderer, const cq_table *table, const cq_column *hidden)
{
	const cq_table *const base = cq__table_base(table);
	if (cq__table_schema(table) != NULL && table->alias_of == NULL)
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: %s takes no query in place of a table of a SCHEMA; give it an alias",
			base->name, renderer->dialect->name);
	cq__put(renderer, "(SELECT ");
	for (uint32_t i = 0; i < base->column_count; i++) {
		cq__put(renderer, i == 0 ? "" : ", ");
		cq__render_column(renderer, &cq_table_columns(base)[i]);
	}
	cq__put(renderer, " FROM ");
	cq__sql_table(renderer->dialect, &renderer->text, base);
	if (hidden != NULL) {
		cq__put(renderer, " WHERE ");
		cq__render_column(renderer, &cq_table_columns(base)[cq_column_index(hidden)]);
		cq__put(renderer, " IS NULL");
	}
	cq__put(renderer, ") AS ");
	cq__render_name(renderer, cq__table_exposed_name(table));
}

/* What is written elsewhere in the statement MariaDB would refuse by its name. */
static bool is_shielded(const cq__renderer *renderer, const cq_table *table)
{
	const cq_table *const shielded = renderer->shielded;
	return shielded != NULL && renderer->query != renderer->tree->root && cq__same_table(cq__table_base(shielded), cq__table_base(table));
}

/* The same for an alias, with its own name behind it: "users" AS "boss". */
void cq__render_source(cq__renderer *renderer, uint32_t clause)
{
	const cq_node *const n = cq__node(renderer, clause);
	const cq_table *const table = n->ref;
	const cq_column *const hidden = (n->flags & CQ_SOURCE_UNDELETED) != 0 ? cq__table_soft_delete(table) : NULL;
	if (hidden != NULL || is_shielded(renderer, table)) {
		render_inside(renderer, table, hidden);
		return;
	}
	cq__sql_table(renderer->dialect, &renderer->text, table);
	if (table->alias_of != NULL) {
		cq__put(renderer, " AS ");
		cq__render_name(renderer, table->name);
	}
}
