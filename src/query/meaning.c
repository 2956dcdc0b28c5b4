/* query/meaning.c: what each value of a program is bound as: the type and column of what it meets.
 * It knows nothing of rules or databases. The typing pass calls it; binders read what it leaves.
 */
#include "query/meaning.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "query/typing_parts.h"

static cq__meant plain(cq_type type)
{
	return (cq__meant){ .type = (uint8_t)type };
}

static cq__meant like_node(const cq__typed *typed)
{
	return (cq__meant){ .type = typed->type, .scale = typed->scale, .column = typed->column };
}

/* What the other operands of a comparison or COALESCE make of one; `otherwise` when they say nothing. */
static cq__meant like_others(const cq__typing *typing, const cq__tree *tree, uint32_t parent, uint32_t node, cq__meant otherwise)
{
	const uint32_t speaking = cq__speaking_operand(tree, typing->node, parent, 0, node);
	if (speaking == CQ__NO_NODE)
		return otherwise;
	if (tree->nodes[cq__branch_value(tree, speaking)].op != CQ_OP_VALUE)
		return like_node(&typing->node[speaking]);
	/* Values are as they are, but for a C int beside a bool, which compares with no number. */
	const cq_node *const own = &tree->nodes[cq__branch_value(tree, node)];
	const bool is_int = own->op == CQ_OP_VALUE && (own->flags & CQ_VALUE_LITERAL_INT) != 0;
	return is_int && typing->node[speaking].type == CQ_TYPE_BOOLEAN ? like_node(&typing->node[speaking]) : otherwise;
}

static cq__meant matched(cq_operator op, bool first)
{
	cq__meant meant = plain(CQ_TYPE_TEXT);
	if (!first && op == CQ_OP_STARTS_WITH)
		meant.use = CQ__USE_PREFIX;
	else if (!first && op == CQ_OP_ENDS_WITH)
		meant.use = CQ__USE_SUFFIX;
	else if (!first && op == CQ_OP_CONTAINS)
		meant.use = CQ__USE_INFIX;
	return meant;
}

static cq__meant of_column(const cq_column *column)
{
	return (cq__meant){ .type = column->type, .scale = cq__column_scale(column), .column = column };
}

/* Among the operands of a node the place of one of them. They stand in the order of their nodes, and a list of rows may have
 * thousands. */
static uint32_t place_of(const cq__tree *tree, uint32_t parent, uint32_t node)
{
	uint32_t low = 0, high = tree->nodes[parent].count - 1;
	while (low < high) {
		const uint32_t middle = low + (high - low) / 2;
		if (cq__operand(tree, parent, middle) < node)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The i-th column that a query gives to what is compared with it, or to the first arm of a UNION that it is. */
static cq__meant like_query(const cq__typing *typing, const cq__tree *tree, uint32_t query, uint32_t i)
{
	const cq__typed column = cq__query_column(tree, typing, query, i);
	return like_node(&column);
}

static cq__meant of_table(const cq_table *table, uint32_t i)
{
	return i < table->column_count ? of_column(&cq_table_columns(table)[i]) : plain(CQ_TYPE_NONE);
}

/* What the members of the tuples beside it make of the i-th member of a tuple. */
static cq__meant like_member(const cq__typing *typing, const cq__tree *tree, uint32_t tuple, uint32_t i)
{
	const uint32_t parent = tree->parent[tuple];
	if (parent == CQ__NO_NODE)
		return plain(CQ_TYPE_NONE);
	const cq_node *const n = &tree->nodes[parent];
	if (n->op == CQ_OP_VALUES_AS)
		return of_table(n->ref, i);
	for (uint32_t k = 0; k < n->count; k++) {
		const uint32_t other = cq__operand(tree, parent, k);
		const cq_node *const row = &tree->nodes[other];
		if (other == tuple || cq__absent(tree, other))
			continue;
		if (row->op == CQ_OP_SUBQUERY)
			return like_query(typing, tree, other, i);
		if (row->op != CQ_OP_TUPLE || i >= row->count)
			continue;
		const uint32_t member = cq__operand(tree, other, i);
		const uint16_t op = tree->nodes[member].op;
		if (op != CQ_OP_VALUE && op != CQ_OP_NULL && typing->node[member].type != CQ_TYPE_NONE)
			return like_node(&typing->node[member]);
	}
	return plain(CQ_TYPE_NONE);
}

/* The same without the operands that are absent. */
static uint32_t present_place_of(const cq__tree *tree, uint32_t parent, uint32_t node)
{
	uint32_t place = 0;
	for (uint32_t i = 0; cq__operand(tree, parent, i) != node; i++)
		place += !cq__absent(tree, cq__operand(tree, parent, i));
	return place;
}

static cq__meant of_field(const cq__tree *tree, uint32_t parent, uint32_t node)
{
	const cq_row_type *const row = tree->nodes[parent].ref;
	const uint32_t place = present_place_of(tree, parent, node);
	if (place >= row->count)
		return plain(CQ_TYPE_NONE);
	return (cq__meant){ .type = row->fields[place].type, .scale = (uint8_t)row->fields[place].scale };
}

static bool has_more_arms(const cq__tree *tree, uint32_t query)
{
	for (uint32_t i = 0; i < tree->nodes[query].count; i++) {
		if (cq__is_set_operation(tree->nodes[cq__operand(tree, query, i)].op))
			return true;
	}
	return false;
}

/* What an item of a select list is selected for: the column of a derived table, the first arm's column of a UNION, what the
 * other arms made of it, or what the subquery as a value is meant for. */
static cq__meant of_item(const cq__typing *typing, const cq__tree *tree, uint32_t select, uint32_t node, cq__meant selects)
{
	const uint32_t query = tree->parent[select];
	if (query == CQ__NO_NODE || !cq__is_query(tree, query))
		return plain(CQ_TYPE_NONE);
	const uint32_t place = present_place_of(tree, select, node);
	const uint32_t user = tree->parent[query];
	const cq_operator op = user != CQ__NO_NODE ? (cq_operator)tree->nodes[user].op : CQ_OP_ABSENT;
	if (op == CQ_OP_WITH || op == CQ_OP_WITH_RECURSIVE || op == CQ_OP_QUERY || op == CQ_OP_LATERAL)
		return of_table(tree->nodes[user].ref, place);
	if (cq__is_set_operation((uint16_t)op))
		return like_query(typing, tree, tree->query[user], place);
	if (has_more_arms(tree, query))
		return like_node(&typing->node[node]);
	return tree->nodes[query].op == CQ_OP_SUBQUERY && tree->nodes[select].count == 1 ? selects : plain(CQ_TYPE_NONE);
}

/* A member's name is a text, an element's index a number. */
static cq__meant key(const cq__tree *tree, uint32_t node)
{
	const cq_type type = (cq_type)tree->nodes[node].type;
	return plain(type == CQ_TYPE_TEXT || type == CQ_TYPE_VARCHAR || type == CQ_TYPE_CHAR ? CQ_TYPE_TEXT : CQ_TYPE_INTEGER);
}

/* What the ORDER_BY of an OVER sorts by first, or CQ__NO_NODE. */
static uint32_t first_key(const cq__tree *tree, uint32_t over)
{
	for (uint32_t i = 1; i < tree->nodes[over].count; i++) {
		const uint32_t order = cq__operand(tree, over, i);
		if (tree->nodes[order].op != CQ_OP_ORDER_BY)
			continue;
		for (uint32_t k = 0; k < tree->nodes[order].count; k++) {
			if (!cq__absent(tree, cq__operand(tree, order, k)))
				return cq__operand(tree, order, k);
		}
	}
	return CQ__NO_NODE;
}

/* How far a frame reaches: in rows and groups a whole number, in a range a number like those that it is measured along, or an
 * INTERVAL as it is. */
static cq__meant distance(const cq__typing *typing, const cq__tree *tree, uint32_t frame, uint32_t node)
{
	const uint32_t over = tree->parent[frame];
	const bool range = (tree->nodes[frame].flags & CQ_FRAME_KIND) == CQ_FRAME_RANGE;
	const uint32_t key = range && over != CQ__NO_NODE ? first_key(tree, over) : CQ__NO_NODE;
	if (range && tree->nodes[node].type == CQ_TYPE_INTERVAL)
		return plain(CQ_TYPE_INTERVAL);
	switch (key != CQ__NO_NODE ? (cq_type)typing->node[key].type : CQ_TYPE_NONE) {
	case CQ_TYPE_REAL: case CQ_TYPE_DOUBLE:
		return plain(CQ_TYPE_DOUBLE);
	case CQ_TYPE_DECIMAL:
		return like_node(&typing->node[key]);
	default:
		return plain(CQ_TYPE_BIGINT);
	}
}

/* What the operands of functions are meant for, the `place`-th of them. */
static cq__meant by_function(const cq__typing *typing, const cq__tree *tree, uint32_t node, uint32_t place)
{
	const uint32_t parent = tree->parent[node];
	switch ((cq_operator)tree->nodes[parent].op) {
	case CQ_OP_CONCAT: case CQ_OP_LOWER: case CQ_OP_UPPER: case CQ_OP_TRIM: case CQ_OP_REPLACE: case CQ_OP_POSITION:
	case CQ_OP_STRING_AGG:
		return plain(CQ_TYPE_TEXT);
	case CQ_OP_SUBSTR:
		return plain(place == 0 ? CQ_TYPE_TEXT : CQ_TYPE_INTEGER);
	case CQ_OP_ROUND: case CQ_OP_DATE_ADD: case CQ_OP_NTH_VALUE:
		return plain(place == 0 ? CQ_TYPE_NONE : CQ_TYPE_INTEGER);
	case CQ_OP_INTERVAL_ADD:
		return plain(place == 0 ? CQ_TYPE_NONE : CQ_TYPE_INTERVAL);
	case CQ_OP_NTILE:
		return plain(CQ_TYPE_INTEGER);
	case CQ_OP_LAG: case CQ_OP_LEAD:
		if (place == 2)
			return like_node(&typing->node[cq__operand(tree, parent, 0)]);
		return plain(place == 1 ? CQ_TYPE_INTEGER : CQ_TYPE_NONE);
	case CQ_OP_FRAME:
		return distance(typing, tree, parent, node);
	case CQ_OP_JSON_GET: case CQ_OP_JSON_TEXT: case CQ_OP_JSON_LENGTH:
		return place == 0 ? plain(CQ_TYPE_JSON) : key(tree, node);
	case CQ_OP_JSON_OBJECT:
		return plain(place % 2 == 0 ? CQ_TYPE_TEXT : CQ_TYPE_NONE);
	case CQ_OP_FILTER:
		return plain(place == 0 ? CQ_TYPE_NONE : CQ_TYPE_BOOLEAN);
	default:
		return plain(CQ_TYPE_NONE);
	}
}

/* Whether a choice is written as the one operand that is left of it. */
static bool is_its_operand(const cq__tree *tree, uint32_t node, uint32_t operand)
{
	const uint16_t op = tree->nodes[node].op;
	return cq__present_operands(tree, node) == 1 && (op == CQ_OP_COALESCE || (op == CQ_OP_CASE && tree->nodes[operand].op == CQ_OP_ELSE));
}

/* What one of several values is meant for: the database makes a pattern of what is chosen, and only of a value that stands
 * alone the binder does. */
static cq__meant as_one_of(cq__meant meant)
{
	if (meant.use == CQ__USE_PREFIX || meant.use == CQ__USE_SUFFIX || meant.use == CQ__USE_INFIX)
		meant.use = CQ__USE_PLAIN;
	return meant;
}

/* What an operand is meant for by the operator that takes it, which itself is meant as `parents`. */
static cq__meant by_parent(const cq__typing *typing, const cq__tree *tree, uint32_t node, cq__meant parents)
{
	const uint32_t parent = tree->parent[node];
	const cq_node *const n = &tree->nodes[parent];
	const cq_operator op = (cq_operator)n->op;
	switch (op) {
	case CQ_OP_EQ: case CQ_OP_NE: case CQ_OP_LT: case CQ_OP_LE: case CQ_OP_GT: case CQ_OP_GE: case CQ_OP_IS_DISTINCT:
	case CQ_OP_IS_NOT_DISTINCT: case CQ_OP_BETWEEN: case CQ_OP_IN: case CQ_OP_NOT_IN: case CQ_OP_IN_ARRAY:
	case CQ_OP_NOT_IN_ARRAY: case CQ_OP_IN_QUERY: case CQ_OP_NOT_IN_QUERY:
		return like_others(typing, tree, parent, node, plain(CQ_TYPE_NONE));
	case CQ_OP_COALESCE: case CQ_OP_NULLIF: case CQ_OP_CASE:
		return like_others(typing, tree, parent, node, is_its_operand(tree, parent, node) ? parents : as_one_of(parents));
	case CQ_OP_CASE_WHEN:
		return cq__operand(tree, parent, 0) == node ? plain(CQ_TYPE_BOOLEAN) : parents;
	case CQ_OP_TUPLE:
		return like_member(typing, tree, parent, place_of(tree, parent, node));
	case CQ_OP_LIKE: case CQ_OP_ILIKE: case CQ_OP_STARTS_WITH: case CQ_OP_ENDS_WITH: case CQ_OP_CONTAINS:
		return matched(op, cq__operand(tree, parent, 0) == node);
	case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_NOT: case CQ_OP_ALL_OF: case CQ_OP_ANY_OF: case CQ_OP_WHERE:
	case CQ_OP_HAVING: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN:
		return plain(CQ_TYPE_BOOLEAN);
	case CQ_OP_LIMIT: case CQ_OP_OFFSET:
		return (cq__meant){ .type = CQ_TYPE_BIGINT, .use = CQ__USE_LIMIT };
	case CQ_OP_SET: {
		cq__meant assigned = of_column(n->ref);
		assigned.use = CQ__USE_ASSIGN;
		return assigned;
	}
	case CQ_OP_ROWS:
		return plain(CQ_TYPE_OBJECT);
	case CQ_OP_SELECT_ROW: case CQ_OP_RETURNING_ROW:
		return of_field(tree, parent, node);
	case CQ_OP_SELECT:
		return of_item(typing, tree, parent, node, parents);
	case CQ_OP_AS: case CQ_OP_ELSE:
		return parents;
	case CQ_OP_SUBQUERY:
		return as_one_of(parents);
	default:
		return by_function(typing, tree, node, place_of(tree, parent, node));
	}
}

cq_status cq__values_mean(cq__typing *typing, const cq__tree *tree)
{
	cq__meant *const meant = cq__alloc_array(tree->count, sizeof *meant);
	if (meant == NULL)
		return CQ_NO_MEMORY;
	/* A parent stands behind its operands, so going backwards each is known when its operands ask. */
	for (uint32_t i = tree->root; i-- != 0;) {
		meant[i] = by_parent(typing, tree, i, meant[tree->parent[i]]);
		if (tree->nodes[i].op == CQ_OP_VALUE)
			typing->value[tree->value[i]] = meant[i];
	}
	cq__free(meant);
	return CQ_OK;
}
