/* exec/compile.c: a statement seen for the first time becomes a compiled one: read, typed, checked, rendered, bound.
 * It knows nothing of connections. The executors call it when the cache has no such shape; cq_sql_text calls its front half.
 */
#include "exec/compile.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "meta/type_registry.h"
#include "query/checker.h"
#include "query/rules.h"
#include "query/shape.h"
#include "query/statement.h"

/* ---- checking ----------------------------------------------------------------------------------------------------- */

/* A C unsigned number above INT64_MAX is told by its node, so that the shape alone shows it. */
static cq_status check_ranges(const cq_statement *statement, cq__error *error)
{
	const cq_node *const nodes = cq_statement_nodes(statement);
	for (uint32_t i = 0; i < statement->node_count; i++)
		if (nodes[i].op == CQ_OP_VALUE && (nodes[i].flags & CQ_VALUE_OUT_OF_RANGE) != 0)
			return cq__error_set(error, CQ_OUT_OF_RANGE, "a value of the statement is above INT64_MAX, and no column can hold it");
	return CQ_OK;
}

static cq_status check(cq__checked *checked, const cq_statement *statement, cq__error *error)
{
	cq_status status = cq__tree_init(&checked->tree, cq_statement_nodes(statement), statement->node_count);
	if (status != CQ_OK)
		return cq__error_set(error, status, status == CQ_MISUSE ? "the statement's program is not well formed" : NULL);
	status = cq__typing_init(&checked->typing, &checked->tree, statement->value_count);
	if (status != CQ_OK)
		return cq__error_set(error, status, status == CQ_MISUSE ? "the statement's values do not fit its program" : NULL);
	status = check_ranges(statement, error);
	return status == CQ_OK ? cq__check(&checked->tree, &checked->typing, error) : status;
}

cq_status cq__checked_init(cq__checked *checked, const cq_statement *statement, cq__error *error)
{
	*checked = (cq__checked){ 0 };
	cq_status status = cq__statement_failure(statement, error);
	if (status == CQ_OK)
		status = check(checked, statement, error);
	if (status == CQ_OK)
		return CQ_OK;
	if (statement->site != NULL)
		cq__error_set_site(error, statement->site->file, statement->site->line);
	cq__checked_release(checked);
	return status;
}

void cq__checked_release(cq__checked *checked)
{
	cq__typing_release(&checked->typing);
	cq__tree_release(&checked->tree);
	*checked = (cq__checked){ 0 };
}

/* ---- what a result's columns are ---------------------------------------------------------------------------------- */

static void describe_column(cq__item *item, const cq_column *column)
{
	item->column = column;
	item->labels = cq__column_enum(column);
	item->storage = (uint8_t)cq__sql_storage(column);
}

static void describe_item(const cq__checked *checked, uint32_t node, cq__item *item)
{
	const cq_node *const nodes = checked->tree.nodes;
	const cq__typed *const typed = &checked->typing.node[node];
	item->name = "";
	if (nodes[node].op == CQ_OP_AS)
		item->name = nodes[node].ref;
	else if (nodes[node].op == CQ_OP_COLUMN)
		item->name = ((const cq_column *)nodes[node].ref)->name;
	if (nodes[node].op == CQ_OP_ALL)
		item->object = nodes[node].ref;
	item->type = typed->type;
	item->nullable = typed->nullable;
	item->scale = typed->scale;
	if (typed->column != NULL)
		describe_column(item, typed->column);
}

/* Whether the query around a SELECT_ALL or RETURNING_ALL may leave its table out: ALL's typing, which these share. */
static void describe_whole(const cq__checked *checked, uint32_t head, cq__item *item)
{
	item->name = "";
	item->object = checked->tree.nodes[head].ref;
	item->type = CQ_TYPE_OBJECT;
	item->nullable = checked->typing.node[head].nullable;
}

static cq_status describe_items(cq__compiled *compiled, const cq__checked *checked)
{
	const cq__tree *const tree = &checked->tree;
	const uint32_t head = cq__query_items(tree, tree->root);
	if (head == CQ__NO_NODE)
		return CQ_OK;
	const cq_node *const node = &tree->nodes[head];
	const bool whole = node->op == CQ_OP_SELECT_ALL || node->op == CQ_OP_RETURNING_ALL;
	const uint32_t most = whole ? 1 : node->count;
	cq__item *const items = cq__arena_alloc_array(compiled->arena, most, sizeof *items);
	if (items == NULL)
		return CQ_NO_MEMORY;
	uint32_t count = 0, column = 0;
	for (uint32_t i = 0; i < most; i++) {
		if (!whole && cq__absent(tree, cq__operand(tree, head, i)))
			continue;
		cq__item *const item = &items[count++];
		if (whole)
			describe_whole(checked, head, item);
		else
			describe_item(checked, cq__operand(tree, head, i), item);
		item->first = column;
		column += item->object != NULL ? item->object->column_count : 1;
	}
	compiled->items = items;
	compiled->item_count = count;
	compiled->result_columns = column;
	return CQ_OK;
}

/* ---- where values come from --------------------------------------------------------------------------------------- */

/* Binds for the values of a column's members or of an assignment to it: what the column says about them. */
static void bind_column(cq__bind *bind, const cq_column *column)
{
	bind->column = column;
	bind->storage = (uint8_t)cq__sql_storage(column);
	bind->scale = cq__column_scale(column);
	bind->labels = cq__column_enum(column);
}

/* What only an assignment is held to: VARCHAR(n), DECIMAL(p, s), NOT NULL. */
static void bind_limits(cq__bind *bind, const cq_column *column)
{
	const cq_attribute *const length = cq__column_attribute(column, CQ_ATTRIBUTE_LENGTH);
	const cq_attribute *const precision = cq__column_attribute(column, CQ_ATTRIBUTE_PRECISION);
	bind->length = length != NULL ? length->number : 0;
	bind->precision = precision != NULL ? (uint8_t)precision->number : 0;
	bind->nullable = (column->flags & CQ_COLUMN_NULLABLE) != 0;
}

static void bind_value(cq__bind *bind, const cq__checked *checked, const cq_node *node, uint32_t value)
{
	const cq__meant *const meant = &checked->typing.value[value];
	*bind = (cq__bind){
		.source = value,
		.from = node->type,
		.to = meant->type,
		.flags = node->flags,
		.use = (uint8_t)meant->use,
		.scale = meant->scale,
		.nullable = (node->flags & CQ_VALUE_CAN_BE_NULL) != 0 || (meant->type == CQ_TYPE_NONE && meant->column == NULL),
	};
	if (meant->column == NULL)
		return;
	bind_column(bind, meant->column);
	if (meant->use == CQ__USE_ASSIGN)
		bind_limits(bind, meant->column);
}

/* `keyed`: members of the key, and of a second object, are compared, all others are written. */
static void bind_member(cq__bind *bind, const cq_table *table, uint32_t member, bool keyed)
{
	const uint32_t index = member & ~(uint32_t)CQ__MEMBER_BEHIND, behind = member != index ? table->object_size : 0;
	const cq_column *const column = &cq_table_columns(table)[index];
	const bool compared = behind != 0 || (keyed && (column->flags & CQ_COLUMN_PRIMARY_KEY) != 0);
	*bind = (cq__bind){ .source = behind + table->offsets[index], .from = column->type, .to = column->type,
		.use = compared ? CQ__USE_PLAIN : CQ__USE_ASSIGN };
	bind_column(bind, column);
	if (!compared)
		bind_limits(bind, column);
}

/* The node of each value, in the values' order. */
static uint32_t *nodes_of_values(const cq__tree *tree)
{
	uint32_t *const nodes = cq__alloc_array(tree->value_count, sizeof *nodes);
	for (uint32_t i = 0; nodes != NULL && i < tree->count; i++)
		if (tree->nodes[i].op == CQ_OP_VALUE)
			nodes[tree->value[i]] = i;
	return nodes;
}

/* The parameters from `first` on. */
static cq_status bind_values(cq__bind *binds, const cq__checked *checked, const cq__rendered *rendered, uint32_t first)
{
	const cq__tree *const tree = &checked->tree;
	if (rendered->parameter_count == first)
		return CQ_OK;
	uint32_t *const nodes = nodes_of_values(tree);
	if (nodes == NULL)
		return CQ_NO_MEMORY;
	for (uint32_t i = first; i < rendered->parameter_count; i++)
		bind_value(&binds[i - first], checked, &tree->nodes[nodes[rendered->parameters[i]]], rendered->parameters[i]);
	cq__free(nodes);
	return CQ_OK;
}

/* Binds of one object for statements of objects, which the driver repeats for each object of the statement, and of the
 * values behind them; of other statements those of all values. */
static cq_status bind_parameters(cq__compiled *compiled, const cq__checked *checked, const cq__rendered *rendered,
	uint32_t row_count, bool keyed)
{
	const uint32_t first = row_count != 0 ? rendered->row_parameter_count : 0;
	const uint32_t members = row_count != 0 ? first / row_count : 0, values = rendered->parameter_count - first;
	cq__bind *const binds = cq__arena_alloc_array(compiled->arena, members + values, sizeof *binds);
	if (binds == NULL)
		return CQ_NO_MEMORY;
	for (uint32_t i = 0; i < members; i++)
		bind_member(&binds[i], compiled->table, rendered->parameters[i], keyed);
	CQ_TRY(bind_values(binds + members, checked, rendered, first));
	compiled->text.binds = binds;
	compiled->text.bind_count = row_count != 0 ? members : values;
	compiled->text.value_binds = row_count != 0 ? binds + members : NULL;
	compiled->text.value_bind_count = row_count != 0 ? values : 0;
	return CQ_OK;
}

/* ---- how many rows ------------------------------------------------------------------------------------------------- */

/* Whether the column is a table's whole primary key. */
static bool is_lone_key(const cq_column *column)
{
	const cq_table *const table = cq_column_table(column);
	const cq_column *const key = cq__primary_key_next(table, NULL);
	return key == column && cq__primary_key_next(table, key) == NULL;
}

/* Whether a condition is key = value. */
static bool picks_one(const cq__tree *tree, uint32_t condition)
{
	if (tree->nodes[condition].op != CQ_OP_EQ)
		return false;
	const cq_node *const left = &tree->nodes[cq__operand(tree, condition, 0)];
	const cq_node *const right = &tree->nodes[cq__operand(tree, condition, 1)];
	return left->op == CQ_OP_COLUMN && right->op == CQ_OP_VALUE && is_lone_key(left->ref);
}

/* Whether more than the rows of one table can come back: from a join, from another SELECT, from a write. */
static bool adds_rows(uint16_t op)
{
	return cq__is_join(op) || cq__is_set_operation(op) || op == CQ_OP_INSERT_INTO || op == CQ_OP_UPDATE || op == CQ_OP_DELETE_FROM;
}

/* Whether a SELECT from one table asks for a primary key: then no second row need be looked for. */
static bool gives_one(const cq__tree *tree)
{
	const uint32_t where = cq__query_clause(tree, tree->root, CQ_OP_WHERE);
	if (where == CQ__NO_NODE || cq__query_clause(tree, tree->root, CQ_OP_FROM) == CQ__NO_NODE)
		return false;
	for (uint32_t i = 0; i < tree->nodes[tree->root].count; i++) {
		const uint32_t clause = cq__operand(tree, tree->root, i);
		if (adds_rows(tree->nodes[clause].op) && !cq__absent(tree, clause))
			return false;
	}
	for (uint32_t i = 0; i < tree->nodes[where].count; i++)
		if (!cq__absent(tree, cq__operand(tree, where, i)) && picks_one(tree, cq__operand(tree, where, i)))
			return true;
	return false;
}

/* ---- putting it together ------------------------------------------------------------------------------------------ */

/* The table of INSERT_INTO(table, VALUES(...)), or NULL. */
static const cq_table *inserted_table(const cq__tree *tree)
{
	const uint32_t insert = cq__query_clause(tree, tree->root, CQ_OP_INSERT_INTO);
	if (insert == CQ__NO_NODE || tree->nodes[insert].count != 1)
		return NULL;
	const cq_node *const only = &tree->nodes[cq__operand(tree, insert, 0)];
	return only->op == CQ_OP_ROWS ? only->ref : NULL;
}

/* What a new compiled statement is made of. */
typedef struct compile_recipe {
	const cq_node *key;
	uint32_t key_count;
	uint32_t key_prefix;
	uint32_t row_count;  /* of a statement of objects, 0 otherwise */
	cq__rows_form form;
	uint64_t hash;
	const cq_table *table;
	bool keyed;          /* the rows of the objects' keys are written */
} compile_recipe;

static void count_values(cq__compiled *compiled, const cq__tree *tree)
{
	compiled->plain_values = true;
	compiled->value_count = tree->value_count;
	for (uint32_t i = 0; i < tree->count; i++) {
		const cq_node *const node = &tree->nodes[i];
		if (node->op == CQ_OP_VALUE
			&& ((node->flags & CQ_VALUE_ARRAY) != 0 || cq__type_info((cq_type)node->type)->pointer_null))
			compiled->plain_values = false;
	}
}

static cq_status fill(cq__compiled *compiled, const cq__checked *checked, const cq__rendered *rendered,
	const compile_recipe *recipe)
{
	cq_node *const key = cq__arena_alloc_array(compiled->arena, recipe->key_count, sizeof *key);
	char *const sql = cq__arena_text(compiled->arena, rendered->sql, rendered->length);
	if (key == NULL || sql == NULL)
		return CQ_NO_MEMORY;
	memcpy(key, recipe->key, recipe->key_count * sizeof *key);
	compiled->nodes = key;
	compiled->node_count = recipe->key_count;
	compiled->key_prefix = recipe->key_prefix;
	compiled->hash = recipe->hash;
	compiled->table = recipe->table;
	compiled->rows = recipe->table != NULL;
	compiled->raw = cq__query_clause(&checked->tree, checked->tree.root, CQ_OP_RAW_SQL) != CQ__NO_NODE;
	count_values(compiled, &checked->tree);
	compiled->one_at_most = gives_one(&checked->tree);
	compiled->text = (cq__text){
		.sql = sql,
		.length = (uint32_t)rendered->length,
		.reads_only = rendered->reads_only,
		.returns_rows = rendered->returns_rows,
		.returning = rendered->returning && !rendered->reads_only,
		.rows_per_run = recipe->row_count,
		.rows_form = (uint8_t)recipe->form,
		.cacheable = true,
	};
	cq_status status = describe_items(compiled, checked);
	if (status == CQ_OK)
		status = bind_parameters(compiled, checked, rendered, recipe->form == CQ__ROWS_VALUES ? recipe->row_count : 1,
			recipe->keyed);
	compiled->bytes = cq__arena_bytes(compiled->arena);
	return status;
}

/* Makes the compiled statement and puts it into the cache. */
static cq_status assemble(cq__cache *cache, const cq__checked *checked, const cq__rendered *rendered,
	const compile_recipe *recipe, cq_site *site, cq__error *error, cq__compiled **out)
{
	if (rendered->length > INT32_MAX)
		return cq__error_set(error, CQ_TOO_LARGE, "the statement's text is larger than a database takes");
	cq__arena *const arena = cq__arena_create(CQ__ARENA_SMALL);
	cq__compiled *const compiled = arena != NULL ? cq__arena_zalloc(arena, sizeof *compiled) : NULL;
	if (compiled == NULL) {
		cq__arena_destroy(arena);
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	}
	compiled->arena = arena;
	compiled->site = site;
	cq_status status = fill(compiled, checked, rendered, recipe);
	if (status == CQ_OK) {
		compiled->text.id = cache->next_text++;
		status = cq__cache_add(cache, compiled, site);
	}
	if (status != CQ_OK) {
		cq__compiled_free(compiled);
		return cq__error_set(error, status, NULL);
	}
	*out = compiled;
	return CQ_OK;
}

/* Nobody would load what OPTIONS says: sessions take them out before they run a statement. */
static cq_status refuse_options(const cq__tree *tree, const cq_statement *statement, cq__error *error)
{
	if (cq__query_clause(tree, tree->root, CQ_OP_OPTIONS) == CQ__NO_NODE)
		return CQ_OK;
	cq__error_set(error, CQ_RULE, "OPTIONS: " CQ_SAY_OPTIONS_SESSION);
	cq__error_set_rule(error, cq__rule_texts[CQ__RULE_OPTIONS_SESSION].id);
	if (statement->site != NULL)
		cq__error_set_site(error, statement->site->file, statement->site->line);
	return CQ_RULE;
}

cq_status cq__compile_slow(cq__cache *cache, const cq__dialect *dialect, const cq_statement *statement, uint64_t hash,
	cq__error *error, cq__compiled **out)
{
	cq__checked checked;
	cq__rendered rendered;
	*out = NULL;
	cq_status status = cq__checked_init(&checked, statement, error);
	if (status != CQ_OK)
		return status;
	status = refuse_options(&checked.tree, statement, error);
	if (status == CQ_OK)
		status = cq__render(dialect, &checked.tree, &checked.typing, &rendered, error);
	if (status == CQ_OK) {
		const compile_recipe recipe = {
			.key = cq_statement_nodes(statement),
			.key_count = statement->node_count,
			.hash = hash,
			.table = inserted_table(&checked.tree),
		};
		/* Objects are bound by the statements that cq__compile_rows makes: this one's text is only shown. */
		if (recipe.table != NULL)
			rendered.parameter_count = 0;
		if (cache->bind_limit != 0 && rendered.parameter_count > cache->bind_limit)
			status = cq__error_set(error, CQ_TOO_LARGE, "the statement has %u values, and this database takes %u of them in "
				"one statement; IN_ARRAY sends an array of any length as one", rendered.parameter_count, cache->bind_limit);
		else
			status = assemble(cache, &checked, &rendered, &recipe, statement->site, error, out);
		cq__rendered_release(&rendered);
	}
	cq__checked_release(&checked);
	return status;
}

/* ---- statements of objects ---------------------------------------------------------------------------------------- */

enum { MOST_COLUMN_WORDS = 64, KEY_NODES = 1 + MOST_COLUMN_WORDS + CQ_INLINE_NODES };

/* The key of such a statement begins with nodes that no program has: which columns, how many objects. */
static cq_status rows_key(cq_node *key, uint32_t *key_count, const cq_statement *statement, const cq_table *table,
	const uint64_t *columns, uint32_t row_count, cq__rows_form form)
{
	const uint32_t words = (table->column_count + 63) / 64;
	if (words > MOST_COLUMN_WORDS || statement->node_count > CQ_INLINE_NODES)
		return CQ_TOO_LARGE;
	key[0] = (cq_node){ CQ_OP_ROWS, UINT8_MAX, (uint8_t)form, row_count, table };
	for (uint32_t i = 0; i < words; i++)
		key[1 + i] = (cq_node){ UINT16_MAX, UINT8_MAX, 0, (uint32_t)columns[i], (const void *)(uintptr_t)(columns[i] >> 32) };
	memcpy(key + 1 + words, cq_statement_nodes(statement), statement->node_count * sizeof *key);
	*key_count = 1 + words + statement->node_count;
	return CQ_OK;
}

static cq_status compile_rows_slow(cq__cache *cache, const cq__dialect *dialect, const cq_statement *statement,
	const compile_recipe *recipe, const uint64_t *columns, cq_site *site, cq__error *error, cq__compiled **out)
{
	cq__checked checked;
	cq__rendered rendered;
	cq_status status = cq__checked_init(&checked, statement, error);
	if (status != CQ_OK)
		return status;
	status = cq__render_insert_rows(dialect, recipe->table, columns, recipe->row_count, recipe->form, &checked.tree,
		&checked.typing, &rendered, error);
	if (status == CQ_OK) {
		status = assemble(cache, &checked, &rendered, recipe, site, error, out);
		cq__rendered_release(&rendered);
	}
	cq__checked_release(&checked);
	return status;
}

cq_status cq__compile_rows(cq__cache *cache, const cq__dialect *dialect, const cq_statement *statement,
	const cq_table *table, const uint64_t *columns, uint32_t row_count, cq__rows_form form, cq_site *site,
	cq__error *error, cq__compiled **out)
{
	*out = NULL;
	cq_node key[KEY_NODES];
	uint32_t key_count;
	cq_status status = rows_key(key, &key_count, statement, table, columns, row_count, form);
	if (status != CQ_OK)
		return cq__error_set(error, status, "the table or the statement that inserts its objects is too large");
	uint64_t hash;
	*out = cq__cache_find(cache, site, key, key_count, &hash);
	if (*out != NULL)
		return CQ_OK;
	const compile_recipe recipe = { .key = key, .key_count = key_count,
		.key_prefix = key_count - statement->node_count, .row_count = row_count, .form = form, .hash = hash, .table = table };
	return compile_rows_slow(cache, dialect, statement, &recipe, columns, site, error, out);
}

/* ---- statements of objects by key --------------------------------------------------------------------------------- */

/* The parameters become those of one object: of the values in the text's order, the members that they stand for. */
static cq_status render_keyed(const cq__dialect *dialect, const cq__checked *checked, const compile_recipe *recipe,
	const uint32_t *members, cq__rendered *rendered, cq__error *error)
{
	if (recipe->form != CQ__ROWS_VALUES)
		return cq__render_keyed_arrays(dialect, recipe->table, members, &checked->tree, &checked->typing, rendered, error);
	const cq_status status = cq__render(dialect, &checked->tree, &checked->typing, rendered, error);
	if (status != CQ_OK)
		return status;
	for (uint32_t i = 0; i < rendered->parameter_count; i++)
		rendered->parameters[i] = members[rendered->parameters[i]];
	rendered->row_parameter_count = rendered->parameter_count;
	return CQ_OK;
}

static cq_status compile_keyed_slow(cq__cache *cache, const cq__dialect *dialect, const cq_statement *statement,
	const compile_recipe *recipe, const uint32_t *members, cq__error *error, cq__compiled **out)
{
	cq__checked checked;
	cq__rendered rendered;
	cq_status status = cq__checked_init(&checked, statement, error);
	if (status != CQ_OK)
		return status;
	status = render_keyed(dialect, &checked, recipe, members, &rendered, error);
	if (status == CQ_OK) {
		if (cache->bind_limit != 0 && rendered.parameter_count > cache->bind_limit)
			status = cq__error_set(error, CQ_TOO_LARGE, "%s: %u members of an object are sent, and a statement of this database "
				"takes %u values", recipe->table->name, rendered.parameter_count, cache->bind_limit);
		else
			status = assemble(cache, &checked, &rendered, recipe, NULL, error, out);
		cq__rendered_release(&rendered);
	}
	cq__checked_release(&checked);
	return status;
}

cq_status cq__compile_keyed(cq__cache *cache, const cq__dialect *dialect, const cq_statement *statement,
	const cq_table *table, const uint32_t *members, uint32_t most_rows, cq__rows_form form, cq__error *error,
	cq__compiled **out)
{
	*out = NULL;
	if (statement->failure != CQ_OK)
		return cq__statement_failure(statement, error);
	cq_node *const key = cq__alloc_array((size_t)statement->node_count + 1, sizeof *key);
	if (key == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	/* No program and no insert has such a node. All that is compared stands in one of the two objects. */
	const bool behind = (members[statement->value_count - 1] & CQ__MEMBER_BEHIND) != 0;
	key[0] = (cq_node){ CQ_OP_WHERE, behind ? UINT8_MAX - 1 : UINT8_MAX, (uint8_t)form, most_rows, table };
	memcpy(key + 1, cq_statement_nodes(statement), statement->node_count * sizeof *key);
	const uint32_t key_count = statement->node_count + 1;
	uint64_t hash;
	cq_status status = CQ_OK;
	*out = cq__cache_find(cache, NULL, key, key_count, &hash);
	if (*out == NULL) {
		const compile_recipe recipe = { .key = key, .key_count = key_count, .key_prefix = 1, .row_count = most_rows,
			.form = form, .hash = hash, .table = table, .keyed = true };
		status = compile_keyed_slow(cache, dialect, statement, &recipe, members, error, out);
	}
	cq__free(key);
	return status;
}
