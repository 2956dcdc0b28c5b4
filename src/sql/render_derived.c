/* sql/render_derived.c: queries that stand for tables (WITH, QUERY, LATERAL, VALUES_AS), and what their columns are called.
 *
 * It knows nothing of joins. render_joins.c, render_combine.c, render_statement.c and render_items.c call it.
 */
#include "sql/render_state.h"

#include <stdio.h>
#include <string.h>

/* ---- the names and types of columns -------------------------------------------------------------------------------- */

static const cq__naming *naming_of(const cq__renderer *renderer)
{
	const cq__naming *const naming = renderer->naming;
	return naming != NULL && naming->query == renderer->query ? naming : NULL;
}

static void put_number_name(cq__renderer *renderer, uint32_t position)
{
	char name[12];
	(void)snprintf(name, sizeof name, "%u", position + 1);
	cq__render_name(renderer, name);
}

bool cq__render_given_name(cq__renderer *renderer, uint32_t position, const char *opening)
{
	const cq__naming *const naming = naming_of(renderer);
	if (naming == NULL || !naming->labels)
		return false;
	cq__put(renderer, opening);
	if (naming->table == NULL)
		put_number_name(renderer, position);
	else if (position < naming->table->column_count)
		cq__render_name(renderer, cq__column_sql_name(&cq_table_columns(naming->table)[position]));
	else
		cq__render_fail(renderer, CQ_MISUSE, "%s has fewer columns than what is selected for it", naming->table->name);
	return true;
}

/* The column of the derived table that an item becomes, or NULL. */
static const cq_column *column_of(const cq__naming *naming, uint32_t position)
{
	if (naming == NULL || naming->table == NULL || position >= naming->table->column_count)
		return NULL;
	return &cq_table_columns(naming->table)[position];
}

/* Whether an item is a column whose type the database takes for that of `becomes` without a cast. */
static bool is_same_type(const cq__renderer *renderer, uint32_t item, const cq_column *becomes)
{
	const cq_node *const node = cq__node(renderer, item);
	if (node->op != CQ_OP_COLUMN)
		return false;
	const cq_column *const column = node->ref;
	switch ((cq_type)column->type) {
	case CQ_TYPE_DECIMAL:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_ENUM: return cq__same_table(cq_column_table(column), cq_column_table(becomes));
	default: return column->type == becomes->type;
	}
}

/* The type that a parameter is written with. */
static cq_type parameter_type(const cq__renderer *renderer, uint32_t item)
{
	const cq__meant *const meant = &renderer->typing->value[renderer->tree->value[item]];
	return (cq_type)(meant->type != CQ_TYPE_NONE ? meant->type : renderer->typing->node[item].type);
}

/* What a parameter or NULL must be cast to where the database asks for types, or NULL. */
static const char *value_cast(const cq__renderer *renderer, uint32_t item, uint32_t position, const cq_column *becomes)
{
	const cq__dialect *const dialect = renderer->dialect;
	const uint16_t op = cq__node(renderer, item)->op;
	if (becomes != NULL) {
		const char *const wanted = dialect->cast_type((cq_type)becomes->type, NULL);
		return op == CQ_OP_VALUE && strcmp(dialect->cast_type(parameter_type(renderer, item), NULL), wanted) == 0 ? NULL : wanted;
	}
	if (op == CQ_OP_VALUE || renderer->typing->node[item].type != CQ_TYPE_NONE)
		return NULL;
	const cq__typed *const other = cq__combined_type(renderer, renderer->query, position);
	return other != NULL ? dialect->cast_type((cq_type)other->type, other->column) : NULL;
}

/* What an item must be cast to, or NULL. */
static const char *cast_of(const cq__renderer *renderer, uint32_t item, uint32_t position)
{
	const cq__dialect *const dialect = renderer->dialect;
	const cq__naming *const naming = naming_of(renderer);
	const cq_column *const becomes = column_of(naming, position);
	const uint16_t op = cq__node(renderer, item)->op;
	if (cq__dialect_can(dialect, CQ__DIALECT_TYPED_VALUES) && (op == CQ_OP_VALUE || op == CQ_OP_NULL))
		return value_cast(renderer, item, position, becomes);
	if (becomes == NULL || !naming->recursive || dialect->recursive_type == NULL || is_same_type(renderer, item, becomes))
		return NULL;
	return dialect->recursive_type((cq_type)becomes->type);
}

/* A derived table's column has its type's own form, so a column of another one cannot pass for it. */
static void check_storage(cq__renderer *renderer, uint32_t item, uint32_t position)
{
	const cq_column *const column = renderer->typing->node[item].column;
	const cq_column *const becomes = column_of(naming_of(renderer), position);
	if (column != NULL && becomes != NULL && cq__sql_storage(column) != CQ_STORAGE_NATURAL)
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s.%s has STORED_AS, and %s.%s cannot say so",
			cq_column_table(column)->name, column->name, naming_of(renderer)->table->name, becomes->name);
	const cq__typed *const first = cq__combined_type(renderer, renderer->query, position);
	if (first != NULL)
		cq__check_combined_form(renderer, first, &renderer->typing->node[item]);
}

void cq__render_item_value(cq__renderer *renderer, uint32_t item, uint32_t position)
{
	const char *const type = cast_of(renderer, item, position);
	check_storage(renderer, item, position);
	if (type != NULL)
		cq__put(renderer, "CAST(");
	cq__render_expression(renderer, item, CQ__LEVEL_ANY, false);
	if (type != NULL) {
		cq__put(renderer, " AS ");
		cq__put(renderer, type);
		cq__put(renderer, ")");
	}
}

/* ---- a query in parentheses ---------------------------------------------------------------------------------------- */

static void render_named_query(cq__renderer *renderer, uint32_t query, cq__naming naming)
{
	const cq__naming *const outer = renderer->naming;
	naming.query = query;
	renderer->naming = &naming;
	cq__put(renderer, "(");
	cq__render_query(renderer, query);
	cq__put(renderer, ")");
	renderer->naming = outer;
}

void cq__render_listed(cq__renderer *renderer, uint32_t query, const char *alias)
{
	const uint32_t width = cq__query_column_count(renderer->tree, query);
	cq__put(renderer, "SELECT ");
	for (uint32_t i = 0; i < width; i++) {
		cq__put(renderer, i == 0 ? "" : ", ");
		cq__render_name(renderer, alias);
		cq__put(renderer, ".");
		put_number_name(renderer, i);
	}
	cq__put(renderer, " FROM ");
	render_named_query(renderer, query, (cq__naming){ .labels = true });
	cq__put(renderer, " AS ");
	cq__render_name(renderer, alias);
}

/* The rows of VALUES_AS as queries, the columns named in the first. */
static void render_rows(cq__renderer *renderer, uint32_t source)
{
	const cq__naming *const outer = renderer->naming;
	const uint32_t query = renderer->query;
	cq__naming naming = { .query = source, .table = cq__node(renderer, source)->ref, .labels = true };
	renderer->naming = &naming;
	renderer->query = source;
	cq__put(renderer, "(");
	for (uint32_t i = 0; i < cq__node(renderer, source)->count; i++) {
		const uint32_t row = cq__operand(renderer->tree, source, i);
		if (cq__absent(renderer->tree, row))
			continue;
		cq__put(renderer, naming.labels ? "SELECT " : " UNION ALL SELECT ");
		for (uint32_t k = 0; k < cq__node(renderer, row)->count; k++) {
			cq__put(renderer, k == 0 ? "" : ", ");
			cq__render_item_value(renderer, cq__operand(renderer->tree, row, k), k);
			(void)cq__render_given_name(renderer, k, " AS ");
		}
		naming.labels = false;
	}
	cq__put(renderer, ")");
	renderer->naming = outer;
	renderer->query = query;
	if (naming.labels)
		cq__render_fail(renderer, CQ_MISUSE, "VALUES_AS(%s): no row is there", naming.table->name);
}

void cq__render_derived(cq__renderer *renderer, uint32_t source)
{
	const cq_node *const node = cq__node(renderer, source);
	const cq_table *const table = node->ref;
	if (node->op == CQ_OP_LATERAL && !cq__dialect_has(renderer->dialect, CQ__CLAUSES_LATERAL))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "LATERAL: %s has none", renderer->dialect->name);
	if (node->op == CQ_OP_LATERAL)
		cq__put(renderer, "LATERAL ");
	if (node->op == CQ_OP_VALUES_AS)
		render_rows(renderer, source);
	else
		render_named_query(renderer, cq__operand(renderer->tree, source, 0), (cq__naming){ .table = table, .labels = true });
	cq__put(renderer, " AS ");
	cq__render_name(renderer, cq__table_exposed_name(table));
}

/* ---- WITH ----------------------------------------------------------------------------------------------------------- */

static bool is_with(const cq__renderer *renderer, uint32_t clause)
{
	const uint16_t op = cq__node(renderer, clause)->op;
	return (op == CQ_OP_WITH || op == CQ_OP_WITH_RECURSIVE) && !cq__absent(renderer->tree, clause);
}

static void render_with(cq__renderer *renderer, uint32_t clause)
{
	const cq__tree *const tree = renderer->tree;
	const cq_table *const table = cq__node(renderer, clause)->ref;
	const bool recursive = cq__node(renderer, clause)->op == CQ_OP_WITH_RECURSIVE;
	const uint32_t query = cq__operand(tree, clause, 0);
	cq__render_name(renderer, cq__table_exposed_name(table));
	for (uint32_t i = 0; i < table->column_count; i++) {
		cq__put(renderer, i == 0 ? " (" : ", ");
		cq__render_name(renderer, cq__column_sql_name(&cq_table_columns(table)[i]));
	}
	if (recursive && !cq__dialect_has(renderer->dialect, CQ__CLAUSES_RECURSIVE_LIMIT) &&
		(cq__query_clause(tree, query, CQ_OP_ORDER_BY) != CQ__NO_NODE || cq__query_clause(tree, query, CQ_OP_LIMIT) != CQ__NO_NODE ||
			cq__query_clause(tree, query, CQ_OP_OFFSET) != CQ__NO_NODE))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "WITH_RECURSIVE(%s): %s takes no ORDER_BY, LIMIT or OFFSET in it",
			table->name, renderer->dialect->name);
	cq__put(renderer, ") AS ");
	render_named_query(renderer, query, (cq__naming){ .table = table, .recursive = recursive });
}

void cq__render_withs(cq__renderer *renderer, uint32_t query)
{
	const bool recursive = cq__query_clause(renderer->tree, query, CQ_OP_WITH_RECURSIVE) != CQ__NO_NODE;
	bool first = true;
	for (uint32_t i = 0; i < cq__node(renderer, query)->count; i++) {
		const uint32_t clause = cq__operand(renderer->tree, query, i);
		if (!is_with(renderer, clause))
			continue;
		cq__put(renderer, !first ? ", " : recursive ? "WITH RECURSIVE " : "WITH ");
		first = false;
		render_with(renderer, clause);
	}
	if (!first)
		cq__put(renderer, " ");
}
