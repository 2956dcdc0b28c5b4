/* query/tree.c: reads a flat postfix program as a tree, and answers questions about its clauses.
 * It knows nothing of rules, types or SQL text. The typing pass, the checker and the renderer build on it.
 */
#include "query/tree.h"

#include "base/alloc.h"

#include <string.h>

#define ANY UINT32_MAX

/* How many operands an operator takes. Where a rule has a sentence for too few (SELECT(), JOIN without ON), the least
 * number is 0 and the checker speaks. */
typedef struct arity {
	uint32_t least;
	uint32_t most;
} arity;

static arity arity_of(cq_operator op)
{
	switch (op) {
	case CQ_OP_EQ: case CQ_OP_NE: case CQ_OP_LT: case CQ_OP_LE: case CQ_OP_GT: case CQ_OP_GE:
	case CQ_OP_IS_DISTINCT: case CQ_OP_IS_NOT_DISTINCT: case CQ_OP_NULLIF: case CQ_OP_CASE_WHEN:
	case CQ_OP_LIKE: case CQ_OP_ILIKE: case CQ_OP_STARTS_WITH: case CQ_OP_ENDS_WITH: case CQ_OP_CONTAINS:
	case CQ_OP_IN_ARRAY: case CQ_OP_NOT_IN_ARRAY: case CQ_OP_IN_QUERY: case CQ_OP_NOT_IN_QUERY:
	case CQ_OP_ADD: case CQ_OP_SUB: case CQ_OP_MUL: case CQ_OP_DIV: case CQ_OP_MOD: case CQ_OP_POWER:
	case CQ_OP_POSITION: case CQ_OP_DATE_ADD: case CQ_OP_DATE_DIFF: case CQ_OP_INTERVAL_ADD: case CQ_OP_FILTER:
	case CQ_OP_NTH_VALUE:
		return (arity){ 2, 2 };
	case CQ_OP_NOT: case CQ_OP_IS_NULL: case CQ_OP_IS_NOT_NULL: case CQ_OP_EXISTS: case CQ_OP_ALONG: case CQ_OP_ELSE:
	case CQ_OP_CAST: case CQ_OP_NEG: case CQ_OP_ABS: case CQ_OP_FLOOR: case CQ_OP_CEIL:
	case CQ_OP_LOWER: case CQ_OP_UPPER: case CQ_OP_LENGTH: case CQ_OP_TRIM: case CQ_OP_DATE_TRUNC: case CQ_OP_EXTRACT:
	case CQ_OP_JSON_LENGTH: case CQ_OP_COUNT: case CQ_OP_COUNT_DISTINCT:
	case CQ_OP_SUM: case CQ_OP_AVG: case CQ_OP_MIN: case CQ_OP_MAX: case CQ_OP_NTILE: case CQ_OP_FIRST_VALUE:
	case CQ_OP_LAST_VALUE: case CQ_OP_AS: case CQ_OP_COLLECT: case CQ_OP_QUERY: case CQ_OP_LATERAL:
	case CQ_OP_ASC: case CQ_OP_DESC: case CQ_OP_NULLS_FIRST: case CQ_OP_NULLS_LAST: case CQ_OP_WITH: case CQ_OP_WITH_RECURSIVE:
	case CQ_OP_UNION: case CQ_OP_UNION_ALL: case CQ_OP_INTERSECT: case CQ_OP_EXCEPT:
	case CQ_OP_LIMIT: case CQ_OP_OFFSET: case CQ_OP_ROWS: case CQ_OP_SET: case CQ_OP_BIND:
		return (arity){ 1, 1 };
	case CQ_OP_BETWEEN: case CQ_OP_REPLACE:
		return (arity){ 3, 3 };
	case CQ_OP_ROUND: case CQ_OP_JSON_AGG:
		return (arity){ 1, 2 };
	case CQ_OP_SUBSTR: case CQ_OP_STRING_AGG:
		return (arity){ 2, 3 };
	case CQ_OP_LAG: case CQ_OP_LEAD:
		return (arity){ 1, 3 };
	case CQ_OP_FROM: case CQ_OP_USING: case CQ_OP_CROSS_JOIN:
		return (arity){ 0, 1 };
	case CQ_OP_FRAME:
		return (arity){ 0, 2 };
	case CQ_OP_IN: case CQ_OP_NOT_IN: case CQ_OP_JSON_GET: case CQ_OP_JSON_TEXT: case CQ_OP_OVER: case CQ_OP_LOAD:
		return (arity){ 1, ANY };
	case CQ_OP_RAW: case CQ_OP_FUNC: case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_ALL_OF: case CQ_OP_ANY_OF: case CQ_OP_TUPLE:
	case CQ_OP_CASE: case CQ_OP_CONCAT: case CQ_OP_COALESCE: case CQ_OP_JSON_OBJECT: case CQ_OP_JSON_ARRAY:
	case CQ_OP_PARTITION_BY: case CQ_OP_SUBQUERY: case CQ_OP_VALUES_AS: case CQ_OP_SELECT: case CQ_OP_SELECT_ROW:
	case CQ_OP_DISTINCT_ON: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN:
	case CQ_OP_WHERE: case CQ_OP_GROUP_BY: case CQ_OP_HAVING: case CQ_OP_ORDER_BY: case CQ_OP_FOR_UPDATE: case CQ_OP_OPTIONS:
	case CQ_OP_INSERT_INTO: case CQ_OP_CONFLICT_KEY: case CQ_OP_ON_CONFLICT_NOTHING: case CQ_OP_ON_CONFLICT_UPDATE:
	case CQ_OP_UPDATE: case CQ_OP_RETURNING: case CQ_OP_RETURNING_ROW: case CQ_OP_RAW_SQL: case CQ_OP_STATEMENT:
		return (arity){ 0, ANY };
	case CQ_OP_ABSENT: case CQ_OP_COLUMN: case CQ_OP_VALUE: case CQ_OP_NULL: case CQ_OP_LABEL: case CQ_OP_ALL:
	case CQ_OP_COUNT_ROWS: case CQ_OP_NOW: case CQ_OP_EXCLUDED: case CQ_OP_TABLE: case CQ_OP_ROW_NUMBER: case CQ_OP_RANK:
	case CQ_OP_DENSE_RANK: case CQ_OP_PERCENT_RANK: case CQ_OP_CUME_DIST: case CQ_OP_SELECT_ALL: case CQ_OP_DISTINCT:
	case CQ_OP_DELETE_FROM: case CQ_OP_RETURNING_ALL: case CQ_OP_ALL_ROWS: case CQ_OP_RELATION: case CQ_OP_POPULATE_EXISTING:
	case CQ_OP_WITH_DELETED: case CQ_OP_COUNT_OF:
		break;
	}
	return (arity){ 0, 0 };
}

static bool needs_reference(cq_operator op)
{
	switch (op) {
	case CQ_OP_COLUMN: case CQ_OP_LABEL: case CQ_OP_ALL: case CQ_OP_EXCLUDED: case CQ_OP_TABLE: case CQ_OP_RAW:
	case CQ_OP_FUNC: case CQ_OP_AS: case CQ_OP_COLLECT: case CQ_OP_QUERY: case CQ_OP_LATERAL: case CQ_OP_VALUES_AS:
	case CQ_OP_WITH: case CQ_OP_WITH_RECURSIVE: case CQ_OP_SELECT_ALL: case CQ_OP_SELECT_ROW: case CQ_OP_FROM:
	case CQ_OP_USING: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN:
	case CQ_OP_CROSS_JOIN: case CQ_OP_INSERT_INTO: case CQ_OP_ROWS: case CQ_OP_SET: case CQ_OP_ON_CONFLICT_NOTHING:
	case CQ_OP_ON_CONFLICT_UPDATE: case CQ_OP_UPDATE: case CQ_OP_DELETE_FROM: case CQ_OP_RETURNING_ALL:
	case CQ_OP_RETURNING_ROW: case CQ_OP_RAW_SQL: case CQ_OP_BIND: case CQ_OP_RELATION:
		return true;
	default:
		return false;
	}
}

/* Operators that lose single absent operands and vanish only when nothing is left. */
static bool is_list(cq_operator op)
{
	switch (op) {
	case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_ALL_OF: case CQ_OP_ANY_OF: case CQ_OP_CASE: case CQ_OP_CONCAT:
	case CQ_OP_COALESCE: case CQ_OP_PARTITION_BY: case CQ_OP_DISTINCT_ON: case CQ_OP_WHERE: case CQ_OP_GROUP_BY:
	case CQ_OP_HAVING: case CQ_OP_ORDER_BY: case CQ_OP_OPTIONS:
		return true;
	default:
		return false;
	}
}

/* What stays whatever its operands do: a rule judges what is left. */
static bool is_never_absent(cq_operator op)
{
	switch (op) {
	case CQ_OP_SELECT: case CQ_OP_SELECT_ROW: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN:
	case CQ_OP_FULL_JOIN: case CQ_OP_INSERT_INTO: case CQ_OP_ON_CONFLICT_NOTHING: case CQ_OP_ON_CONFLICT_UPDATE:
	case CQ_OP_UPDATE: case CQ_OP_RETURNING: case CQ_OP_RETURNING_ROW: case CQ_OP_RAW_SQL: case CQ_OP_SUBQUERY:
	case CQ_OP_VALUES_AS: case CQ_OP_FOR_UPDATE: case CQ_OP_STATEMENT:
		return true;
	default:
		return false;
	}
}

/* How many of its first operands an operator needs that can lose the others; 0 for all other operators. */
static uint32_t needed_operands(cq_operator op)
{
	switch (op) {
	case CQ_OP_FILTER: case CQ_OP_OVER: case CQ_OP_JSON_AGG: case CQ_OP_LOAD:
		return 1;
	case CQ_OP_STRING_AGG:
		return 2;
	default:
		return 0;
	}
}

uint32_t cq__present_operands(const cq__tree *tree, uint32_t node)
{
	uint32_t present = 0;
	for (uint32_t i = 0; i < tree->nodes[node].count; i++)
		present += !cq__absent(tree, cq__operand(tree, node, i));
	return present;
}

static bool vanishes(const cq__tree *tree, uint32_t node)
{
	const cq_node *const n = &tree->nodes[node];
	const cq_operator op = (cq_operator)n->op;
	if (op == CQ_OP_ABSENT)
		return true;
	if (n->count == 0 || is_never_absent(op))
		return false;
	const uint32_t present = cq__present_operands(tree, node);
	if (is_list(op))
		return present == 0;
	if (op == CQ_OP_IN || op == CQ_OP_NOT_IN)
		return cq__absent(tree, cq__operand(tree, node, 0)) || (n->count > 1 && present == 1);
	const uint32_t needed = needed_operands(op);
	for (uint32_t i = 0; i < needed && i < n->count; i++) {
		if (cq__absent(tree, cq__operand(tree, node, i)))
			return true;
	}
	if (needed != 0)
		return false;
	return present < n->count;
}

static bool is_subquery_or_absent(const cq_node *node)
{
	return node->op == CQ_OP_SUBQUERY || node->op == CQ_OP_ABSENT;
}

static bool is_array_or_absent(const cq_node *node)
{
	return (node->op == CQ_OP_VALUE && (node->flags & CQ_VALUE_ARRAY) != 0) || node->op == CQ_OP_ABSENT;
}

/* A table's name is the name of the source that stands for it, and nothing but a source stands without a condition. */
static bool has_fitting_source(const cq__tree *tree, uint32_t node, bool conditions)
{
	const cq_node *const nodes = tree->nodes;
	if (nodes[node].count == 0)
		return true;
	const cq_node *const first = &nodes[cq__operand(tree, node, 0)];
	if (cq__operator_sort(first->op) != CQ__SORT_SOURCE)
		return conditions;
	return first->ref == nodes[node].ref;
}

/* A bound of a frame: how many operands it takes; more than a frame can have when there is no such bound. */
static uint32_t bound_operands(unsigned bound)
{
	return bound > CQ_BOUND_UNBOUNDED_FOLLOWING ? 3 : bound == CQ_BOUND_PRECEDING || bound == CQ_BOUND_FOLLOWING;
}

static bool is_fitting_frame(const cq_node *frame)
{
	const unsigned start = frame->flags / CQ_FRAME_START % (CQ_FRAME_END / CQ_FRAME_START);
	return (frame->flags & CQ_FRAME_KIND) != CQ_FRAME_KIND && bound_operands(start) + bound_operands(frame->flags / CQ_FRAME_END) == frame->count;
}

/* Whether the operands that only one kind of node can be are of that kind, and the flags of those that have some. */
static bool has_fitting_operands(const cq__tree *tree, uint32_t node)
{
	const cq_node *const nodes = tree->nodes;
	switch ((cq_operator)nodes[node].op) {
	case CQ_OP_EXISTS: case CQ_OP_COLLECT: case CQ_OP_QUERY: case CQ_OP_LATERAL: case CQ_OP_WITH: case CQ_OP_WITH_RECURSIVE:
	case CQ_OP_UNION: case CQ_OP_UNION_ALL: case CQ_OP_INTERSECT: case CQ_OP_EXCEPT:
		return is_subquery_or_absent(&nodes[cq__operand(tree, node, 0)]);
	case CQ_OP_IN_QUERY: case CQ_OP_NOT_IN_QUERY:
		return is_subquery_or_absent(&nodes[cq__operand(tree, node, 1)]);
	case CQ_OP_IN_ARRAY: case CQ_OP_NOT_IN_ARRAY:
		return is_array_or_absent(&nodes[cq__operand(tree, node, 1)]);
	case CQ_OP_ROWS:
		return is_array_or_absent(&nodes[cq__operand(tree, node, 0)]);
	case CQ_OP_FROM: case CQ_OP_USING: case CQ_OP_CROSS_JOIN:
		return has_fitting_source(tree, node, false);
	case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN:
		return has_fitting_source(tree, node, true);
	case CQ_OP_FRAME:
		return is_fitting_frame(&nodes[node]);
	case CQ_OP_ALONG:
		return (nodes[node].flags & CQ_ALONG_STEP) <= CQ_ALONG_FAR && nodes[node].flags <= (CQ_ALONG_UNDELETED | CQ_ALONG_FAR);
	case CQ_OP_DATE_TRUNC: case CQ_OP_EXTRACT: case CQ_OP_DATE_ADD: case CQ_OP_DATE_DIFF:
		return nodes[node].flags < CQ_UNIT_COUNT_OF;
	case CQ_OP_CAST:
		return nodes[node].type != CQ_TYPE_NONE && nodes[node].type < CQ_TYPE_OBJECT;
	default:
		return true;
	}
}

static bool is_well_formed(const cq_node *node)
{
	if (node->op >= CQ_OP_COUNT_OF || node->type >= CQ_TYPE_COUNT)
		return false;
	const arity allowed = arity_of((cq_operator)node->op);
	if (node->count < allowed.least || node->count > allowed.most)
		return false;
	return node->ref != NULL || !needs_reference((cq_operator)node->op);
}

/* Links every node to its operands. `stack` holds the results so far, `depth` how deep each node's operands nest. */
static cq_status link_operands(cq__tree *tree, uint32_t *stack, uint16_t *depth)
{
	uint32_t results = 0, used = 0;
	for (uint32_t i = 0; i < tree->count; i++) {
		const cq_node *const node = &tree->nodes[i];
		if (!is_well_formed(node) || node->count > results)
			return CQ_MISUSE;
		results -= node->count;
		tree->first[i] = used;
		uint16_t deepest = 0;
		for (uint32_t k = 0; k < node->count; k++) {
			const uint32_t operand = stack[results + k];
			tree->operands[used++] = operand;
			tree->parent[operand] = i;
			if (depth[operand] > deepest)
				deepest = depth[operand];
		}
		depth[i] = (uint16_t)(deepest + 1);
		if (depth[i] > CQ__TREE_DEEPEST)
			return CQ_TOO_LARGE;
		if (!has_fitting_operands(tree, i))
			return CQ_MISUSE;
		if (node->op == CQ_OP_VALUE)
			tree->value[i] = tree->value_count++;
		tree->absent[i] = vanishes(tree, i);
		stack[results++] = i;
	}
	return results == 1 ? CQ_OK : CQ_MISUSE;
}

/* Parents stand behind their operands, so going backwards sees each parent first: what stands inside something absent is
 * absent too. */
static void link_downward(cq__tree *tree)
{
	tree->parent[tree->root] = CQ__NO_NODE;
	tree->query[tree->root] = tree->root;
	for (uint32_t i = tree->root; i-- != 0;) {
		const uint32_t parent = tree->parent[i];
		tree->query[i] = tree->nodes[parent].op == CQ_OP_SUBQUERY ? parent : tree->query[parent];
		tree->absent[i] |= tree->absent[parent];
	}
}

cq_status cq__tree_init(cq__tree *tree, const cq_node *nodes, uint32_t count)
{
	memset(tree, 0, sizeof *tree);
	if (count == 0)
		return CQ_MISUSE;
	/* One block: five arrays that stay, and absent behind them. */
	uint32_t *const block = cq__zalloc((size_t)count * (5 * sizeof(uint32_t) + sizeof(uint8_t)));
	uint32_t *const stack = cq__alloc((size_t)count * (sizeof(uint32_t) + sizeof(uint16_t)));
	cq_status status = CQ_NO_MEMORY;
	if (block != NULL && stack != NULL) {
		tree->nodes = nodes;
		tree->count = count;
		tree->first = block;
		tree->operands = block + count;
		tree->value = block + 2 * (size_t)count;
		tree->parent = block + 3 * (size_t)count;
		tree->query = block + 4 * (size_t)count;
		tree->absent = (uint8_t *)(block + 5 * (size_t)count);
		tree->root = count - 1;
		status = link_operands(tree, stack, (uint16_t *)(stack + count));
		if (status == CQ_OK)
			link_downward(tree);
	}
	cq__free(stack);
	if (status != CQ_OK) {
		cq__free(block);
		memset(tree, 0, sizeof *tree);
	}
	return status;
}

void cq__tree_release(cq__tree *tree)
{
	cq__free(tree->first);
	memset(tree, 0, sizeof *tree);
}

cq__rank cq__clause_rank(uint16_t op)
{
	switch ((cq_operator)op) {
	case CQ_OP_WITH: case CQ_OP_WITH_RECURSIVE: return CQ__RANK_WITH;
	case CQ_OP_SELECT: case CQ_OP_SELECT_ALL: case CQ_OP_SELECT_ROW: case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE:
	case CQ_OP_DELETE_FROM: case CQ_OP_RAW_SQL: return CQ__RANK_HEAD;
	case CQ_OP_DISTINCT: case CQ_OP_DISTINCT_ON: return CQ__RANK_DISTINCT;
	case CQ_OP_FROM: case CQ_OP_USING: return CQ__RANK_SOURCE;
	case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN: case CQ_OP_CROSS_JOIN:
		return CQ__RANK_JOIN;
	case CQ_OP_ALL_ROWS: return CQ__RANK_ALL_ROWS;
	case CQ_OP_WHERE: return CQ__RANK_WHERE;
	case CQ_OP_GROUP_BY: return CQ__RANK_GROUP;
	case CQ_OP_HAVING: return CQ__RANK_HAVING;
	case CQ_OP_UNION: case CQ_OP_UNION_ALL: case CQ_OP_INTERSECT: case CQ_OP_EXCEPT: return CQ__RANK_COMBINATION;
	case CQ_OP_ORDER_BY: return CQ__RANK_ORDER;
	case CQ_OP_LIMIT: return CQ__RANK_LIMIT;
	case CQ_OP_OFFSET: return CQ__RANK_OFFSET;
	case CQ_OP_FOR_UPDATE: return CQ__RANK_LOCK;
	case CQ_OP_ON_CONFLICT_NOTHING: case CQ_OP_ON_CONFLICT_UPDATE: return CQ__RANK_CONFLICT;
	case CQ_OP_OPTIONS: return CQ__RANK_OPTIONS;
	case CQ_OP_RETURNING: case CQ_OP_RETURNING_ALL: case CQ_OP_RETURNING_ROW: return CQ__RANK_RETURNING;
	default: return CQ__RANK_NONE;
	}
}

uint32_t cq__query_clause(const cq__tree *tree, uint32_t query, cq_operator op)
{
	for (uint32_t i = 0; i < tree->nodes[query].count; i++) {
		const uint32_t clause = cq__operand(tree, query, i);
		if (tree->nodes[clause].op == op && !cq__absent(tree, clause))
			return clause;
	}
	return CQ__NO_NODE;
}

uint32_t cq__query_items(const cq__tree *tree, uint32_t query)
{
	static const cq_operator giving_rows[] = {
		CQ_OP_SELECT, CQ_OP_SELECT_ALL, CQ_OP_SELECT_ROW, CQ_OP_RETURNING, CQ_OP_RETURNING_ALL, CQ_OP_RETURNING_ROW,
	};
	for (size_t i = 0; i < sizeof giving_rows / sizeof *giving_rows; i++) {
		const uint32_t clause = cq__query_clause(tree, query, giving_rows[i]);
		if (clause != CQ__NO_NODE)
			return clause;
	}
	return CQ__NO_NODE;
}

uint32_t cq__query_label(const cq__tree *tree, uint32_t query, const char *label)
{
	const uint32_t items = cq__query_items(tree, query);
	if (items == CQ__NO_NODE)
		return CQ__NO_NODE;
	const cq_node *const clause = &tree->nodes[items];
	const cq_row_type *const row = clause->op == CQ_OP_SELECT_ROW ? clause->ref : NULL;
	uint32_t field = 0;
	for (uint32_t i = 0; i < clause->count; i++) {
		const uint32_t item = cq__operand(tree, items, i);
		if (cq__absent(tree, item))
			continue;
		if (tree->nodes[item].op == CQ_OP_AS && strcmp(tree->nodes[item].ref, label) == 0)
			return item;
		if (row != NULL && field < row->count && strcmp(row->fields[field].name, label) == 0)
			return item;
		field++;
	}
	return CQ__NO_NODE;
}

uint32_t cq__clause_source(const cq__tree *tree, uint32_t clause)
{
	const cq_node *const n = &tree->nodes[clause];
	if (!cq__names_source(n->op) || n->count == 0)
		return CQ__NO_NODE;
	const uint32_t first = cq__operand(tree, clause, 0);
	return cq__operator_sort(tree->nodes[first].op) == CQ__SORT_SOURCE && !cq__absent(tree, first) ? first : CQ__NO_NODE;
}

bool cq__is_join(uint16_t op)
{
	return op == CQ_OP_JOIN || op == CQ_OP_LEFT_JOIN || op == CQ_OP_RIGHT_JOIN || op == CQ_OP_FULL_JOIN || op == CQ_OP_CROSS_JOIN;
}

bool cq__is_set_operation(uint16_t op)
{
	return op == CQ_OP_UNION || op == CQ_OP_UNION_ALL || op == CQ_OP_INTERSECT || op == CQ_OP_EXCEPT;
}

uint32_t cq__query_inside(const cq__tree *tree, uint32_t node)
{
	if (tree->nodes[node].count != 1)
		return CQ__NO_NODE;
	const uint32_t query = cq__operand(tree, node, 0);
	return tree->nodes[query].op == CQ_OP_SUBQUERY ? query : CQ__NO_NODE;
}

#define CQ__SORT_OF(name, sort, text) [CQ_OP_##name] = CQ__SORT_##sort,
#define CQ__TEXT_OF(name, sort, text) [CQ_OP_##name] = text,

cq__sort cq__operator_sort(uint16_t op)
{
	static const uint8_t sorts[] = { CQ_OPERATOR_LIST(CQ__SORT_OF) };
	return (cq__sort)sorts[op];
}

const char *cq__operator_text(uint16_t op)
{
	static const char *const texts[] = { CQ_OPERATOR_LIST(CQ__TEXT_OF) };
	return texts[op];
}
