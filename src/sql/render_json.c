/* sql/render_json.c: what is taken out of a JSON value, JSON made of values, and lists of rows as one JSON value.
 *
 * It knows nothing of how JSON is read back: docs/sql-text.md says what a list of rows looks like. render_expression.c calls it.
 */
#include "sql/render_state.h"

/* ---- out of JSON ---------------------------------------------------------------------------------------------------- */

/* How many steps of a JSON_GET or JSON_TEXT are taken. */
typedef struct path {
	uint32_t node;
	uint32_t steps;
} path;

static void render_path(cq__renderer *renderer, path taken, cq_operator op, cq__level level);

static void fill_step(cq__renderer *renderer, void *context, char mark, cq__level level, bool integer)
{
	const path *const taken = context;
	if (mark == '1')
		render_path(renderer, (path){ taken->node, taken->steps - 1 }, CQ_OP_JSON_GET, level);
	else
		cq__render_argument(renderer, cq__operand(renderer->tree, taken->node, taken->steps), level, integer);
}

static void render_path(cq__renderer *renderer, path taken, cq_operator op, cq__level level)
{
	if (taken.steps == 0) {
		const uint32_t json = cq__operand(renderer->tree, taken.node, 0);
		cq__check_form(renderer, json, "JSON");
		cq__render_expression(renderer, json, level, false);
		return;
	}
	const uint32_t step = cq__operand(renderer->tree, taken.node, taken.steps);
	const cq__asked asked = { .op = op, .count = 2, .operand = (cq_type)renderer->typing->node[step].type };
	cq__render_template(renderer, renderer->dialect->expression(&asked), fill_step, &taken);
}

void cq__render_json_path(cq__renderer *renderer, uint32_t node)
{
	const uint32_t steps = cq__node(renderer, node)->count - 1;
	render_path(renderer, (path){ node, steps }, (cq_operator)cq__node(renderer, node)->op, CQ__LEVEL_ATOM);
}

/* ---- into JSON ------------------------------------------------------------------------------------------------------ */

static void fill_value(cq__renderer *renderer, void *context, char mark, cq__level level, bool integer)
{
	(void)mark;
	cq__render_argument(renderer, *(const uint32_t *)context, level, integer);
}

void cq__render_json_value(cq__renderer *renderer, uint32_t node)
{
	const cq__asked asked = { .op = CQ_OP_VALUE, .operand = (cq_type)renderer->typing->node[node].type };
	cq__check_form(renderer, node, "JSON");
	const char *const text = renderer->dialect->expression(&asked);
	if (text[0] == '{')
		cq__render_expression(renderer, node, CQ__LEVEL_ANY, false);
	else
		cq__render_template(renderer, text, fill_value, &node);
}

void cq__render_json_made(cq__renderer *renderer, uint32_t node)
{
	const cq_node *const n = cq__node(renderer, node);
	const cq__asked asked = { .op = (cq_operator)n->op };
	cq__put(renderer, renderer->dialect->expression(&asked));
	for (uint32_t i = 0; i < n->count; i++) {
		const uint32_t operand = cq__operand(renderer->tree, node, i);
		cq__put(renderer, i == 0 ? "" : ", ");
		if (n->op == CQ_OP_JSON_OBJECT && i % 2 == 0)
			cq__render_expression(renderer, operand, CQ__LEVEL_ANY, false);
		else
			cq__render_json_value(renderer, operand);
	}
	cq__put(renderer, ")");
}

/* ---- lists of rows -------------------------------------------------------------------------------------------------- */

#define LIST_NAME "list"

/* A column of the list's query, by its number, or the item itself. */
typedef struct member {
	uint32_t item;
	uint32_t number; /* from 1; 0: the item */
} member;

static void put_member(cq__renderer *renderer, const member *of, cq__level level)
{
	if (of->number == 0) {
		cq__render_expression(renderer, of->item, level, false);
		return;
	}
	const char quote[] = { renderer->dialect->quote, '\0' };
	cq__put(renderer, LIST_NAME ".");
	cq__put(renderer, quote);
	cq__buffer_append_unsigned(&renderer->text, of->number);
	cq__put(renderer, quote);
}

static void fill_member(cq__renderer *renderer, void *context, char mark, cq__level level, bool integer)
{
	(void)mark;
	(void)integer;
	put_member(renderer, context, level);
}

static void render_member(cq__renderer *renderer, member of)
{
	const cq__typed *const typed = &renderer->typing->node[of.item];
	const cq_storage storage = typed->column != NULL ? cq__sql_storage(typed->column) : CQ_STORAGE_NATURAL;
	cq__asked asked = { .op = CQ_OP_COLLECT, .operand = (cq_type)typed->type };
	/* Every form but a number that stands for something else says itself what it is. */
	if (storage == CQ_STORAGE_INTEGER && typed->type != CQ_TYPE_ENUM)
		cq__check_form(renderer, of.item, "COLLECT");
	else if (storage == CQ_STORAGE_INTEGER)
		asked.operand = CQ_TYPE_INTEGER;
	else if (storage == CQ_STORAGE_REAL)
		asked.operand = CQ_TYPE_DOUBLE;
	else if (storage == CQ_STORAGE_TEXT)
		asked.operand = CQ_TYPE_TEXT;
	else if (storage == CQ_STORAGE_BYTES)
		asked.operand = CQ_TYPE_BYTES;
	const bool list = cq__node(renderer, of.item)->op == CQ_OP_COLLECT;
	if (list)
		asked = (cq__asked){ .op = CQ_OP_VALUE, .operand = CQ_TYPE_JSON };
	/* The inner list has come out of a query as JSON already where the type says so. */
	const char *const text = list && cq__dialect_can(renderer->dialect, CQ__DIALECT_TYPED_VALUES) ?
		"{1}" : renderer->dialect->expression(&asked);
	if (text[0] == '{')
		put_member(renderer, &of, CQ__LEVEL_ANY);
	else
		cq__render_template(renderer, text, fill_member, &of);
}

static void render_row(cq__renderer *renderer, uint32_t query, bool numbered)
{
	const uint32_t items = cq__query_items(renderer->tree, query);
	uint32_t number = 0;
	cq__put(renderer, renderer->dialect->list[1]);
	for (uint32_t i = 0; i < cq__node(renderer, items)->count; i++) {
		uint32_t item = cq__operand(renderer->tree, items, i);
		if (cq__absent(renderer->tree, item))
			continue;
		if (cq__node(renderer, item)->op == CQ_OP_AS)
			item = cq__operand(renderer->tree, item, 0);
		if (cq__node(renderer, item)->op == CQ_OP_ALL) {
			cq__render_fail(renderer, CQ_UNSUPPORTED, "COLLECT: a list's rows hold columns, not objects");
			return;
		}
		cq__put(renderer, number == 0 ? "(" : ", ");
		number++;
		render_member(renderer, (member){ item, numbered ? number : 0 });
	}
	cq__put(renderer, ")");
}

/* SELECT json_group_array(json_array(list."1", …)) FROM (the query) AS list */
static void render_list_of_query(cq__renderer *renderer, uint32_t query)
{
	const cq__naming *const outer = renderer->naming;
	const cq__naming naming = { .query = query, .labels = true };
	const bool coalesce = cq__dialect_can(renderer->dialect, CQ__DIALECT_TYPED_VALUES);
	cq__put(renderer, coalesce ? "(SELECT COALESCE(" : "(SELECT ");
	cq__put(renderer, renderer->dialect->list[0]);
	cq__put(renderer, "(");
	render_row(renderer, query, true);
	cq__put(renderer, coalesce ? "), '[]') FROM (" : ") FROM (");
	renderer->naming = &naming;
	cq__render_query(renderer, query);
	renderer->naming = outer;
	cq__put(renderer, ") AS " LIST_NAME ")");
}

static void put_number(cq__renderer *renderer, uint32_t clause, const char *word)
{
	const uint32_t number = cq__operand(renderer->tree, clause, 0);
	if (cq__node(renderer, number)->op != CQ_OP_VALUE)
		cq__render_fail(renderer, CQ_UNSUPPORTED, "%s: %s takes one value and no expression",
			cq__operator_text(cq__node(renderer, clause)->op), renderer->dialect->name);
	cq__put(renderer, word);
	cq__render_expression(renderer, number, CQ__LEVEL_ATOM, true);
}

static void render_order_and_limit(cq__renderer *renderer, uint32_t query)
{
	const uint32_t order = cq__query_clause(renderer->tree, query, CQ_OP_ORDER_BY);
	const uint32_t limit = cq__query_clause(renderer->tree, query, CQ_OP_LIMIT);
	const uint32_t offset = cq__query_clause(renderer->tree, query, CQ_OP_OFFSET);
	if (order != CQ__NO_NODE) {
		cq__put(renderer, " ");
		cq__render_window_order(renderer, order);
	}
	if (limit != CQ__NO_NODE)
		put_number(renderer, limit, " LIMIT ");
	else if (offset != CQ__NO_NODE) {
		cq__put(renderer, " ");
		cq__put(renderer, renderer->dialect->no_limit);
	}
	if (offset != CQ__NO_NODE)
		put_number(renderer, offset, " OFFSET ");
}

/* A query in FROM sees nothing of what is around it, so the rows are gathered where they are selected. */
static void render_gathered_list(cq__renderer *renderer, uint32_t query)
{
	static const cq_operator clauses[] = { CQ_OP_GROUP_BY, CQ_OP_HAVING, CQ_OP_DISTINCT, CQ_OP_UNION, CQ_OP_UNION_ALL,
		CQ_OP_INTERSECT, CQ_OP_EXCEPT, CQ_OP_WITH, CQ_OP_WITH_RECURSIVE };
	const uint32_t outer = renderer->query;
	for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++) {
		if (cq__query_clause(renderer->tree, query, clauses[i]) != CQ__NO_NODE)
			cq__render_fail(renderer, CQ_UNSUPPORTED, "COLLECT: %s takes no %s in it", renderer->dialect->name,
				cq__operator_text((uint16_t)clauses[i]));
	}
	const uint32_t items = cq__query_items(renderer->tree, query);
	if (renderer->typing->node[items].aggregate != 0)
		cq__render_fail(renderer, CQ_UNSUPPORTED, "COLLECT: %s takes no aggregate in it", renderer->dialect->name);
	renderer->query = query;
	cq__put(renderer, "(SELECT COALESCE(");
	cq__put(renderer, renderer->dialect->list[0]);
	cq__put(renderer, "(");
	render_row(renderer, query, false);
	render_order_and_limit(renderer, query);
	cq__put(renderer, "), ");
	cq__put(renderer, renderer->dialect->list[1]);
	cq__put(renderer, "())");
	cq__render_joins(renderer, query);
	const uint32_t where = cq__query_clause(renderer->tree, query, CQ_OP_WHERE);
	bool opened = false;
	if (where != CQ__NO_NODE)
		cq__render_more_conditions(renderer, where, " WHERE ", &opened);
	cq__put(renderer, ")");
	renderer->query = outer;
}

void cq__render_collect(cq__renderer *renderer, uint32_t node)
{
	const uint32_t query = cq__operand(renderer->tree, node, 0);
	if (cq__query_items(renderer->tree, query) == CQ__NO_NODE)
		cq__render_fail(renderer, CQ_MISUSE, "a query without SELECT");
	else if (cq__dialect_can(renderer->dialect, CQ__DIALECT_DERIVED_SEES_OUTSIDE))
		render_list_of_query(renderer, query);
	else
		render_gathered_list(renderer, query);
}
