/* sql/render_condition.c: comparisons, IS NULL, IN, BETWEEN, LIKE and its kin, EXISTS.
 *
 * It knows nothing of clauses or of AND and OR. render_expression.c calls it.
 */
#include "sql/render_state.h"

#include "meta/type_registry.h"

#define ESCAPE " ESCAPE '!'"

static const char *comparison_text(cq_operator op)
{
	switch (op) {
	case CQ_OP_EQ: return " = ";
	case CQ_OP_NE: return " <> ";
	case CQ_OP_LT: return " < ";
	case CQ_OP_LE: return " <= ";
	case CQ_OP_GT: return " > ";
	case CQ_OP_GE: return " >= ";
	default: return NULL;
	}
}

/* Operands of comparisons hold together more tightly than a comparison does. */
static void render_operand(cq__renderer *renderer, uint32_t node, uint32_t i, bool typed)
{
	cq__render_expression(renderer, cq__operand(renderer->tree, node, i), CQ__LEVEL_CONCAT, typed);
}

/* Whether a text takes its collation from a column, all of which compare byte by byte. */
static bool has_collation(const cq__renderer *renderer, uint32_t node)
{
	switch ((cq_operator)cq__node(renderer, node)->op) {
	case CQ_OP_COLUMN:
	case CQ_OP_EXCLUDED: return (renderer->dialect->text_types >> renderer->typing->node[node].type & 1) != 0;
	case CQ_OP_SUBQUERY: return renderer->typing->node[node].column != NULL;
	case CQ_OP_CASE_WHEN: return has_collation(renderer, cq__operand(renderer->tree, node, 1));
	case CQ_OP_LOWER:
	case CQ_OP_UPPER:
	case CQ_OP_TRIM:
	case CQ_OP_SUBSTR:
	case CQ_OP_REPLACE:
	case CQ_OP_CONCAT:
	case CQ_OP_COALESCE:
	case CQ_OP_NULLIF:
	case CQ_OP_CASE:
	case CQ_OP_ELSE:
	case CQ_OP_MIN:
	case CQ_OP_MAX: break;
	default: return false;
	}
	for (uint32_t i = 0; i < cq__node(renderer, node)->count; i++) {
		if (has_collation(renderer, cq__operand(renderer->tree, node, i)))
			return true;
	}
	return false;
}

static bool is_text(const cq__renderer *renderer, uint32_t node)
{
	return cq__type_info((cq_type)renderer->typing->node[node].type)->family == CQ__FAMILY_TEXT;
}

/* Whether texts are compared by no column's collation but the connection's. */
static bool lacks_collation(const cq__renderer *renderer, uint32_t node)
{
	if (renderer->dialect->bytewise[0] == NULL)
		return false;
	bool texts = false;
	for (uint32_t i = 0; i < cq__node(renderer, node)->count; i++) {
		const uint32_t operand = cq__operand(renderer->tree, node, i);
		if (cq__absent(renderer->tree, operand))
			continue;
		if (has_collation(renderer, operand))
			return false;
		texts |= is_text(renderer, operand);
	}
	return texts;
}

/* The first operand, which decides on the comparison's collation. */
static void render_first_at(cq__renderer *renderer, uint32_t node, cq__level level, bool typed)
{
	const bool lacks = lacks_collation(renderer, node);
	cq__put(renderer, lacks ? renderer->dialect->bytewise[0] : "");
	cq__render_expression(renderer, cq__operand(renderer->tree, node, 0), lacks ? CQ__LEVEL_ANY : level, typed);
	cq__put(renderer, lacks ? renderer->dialect->bytewise[1] : "");
}

static void render_first(cq__renderer *renderer, uint32_t node, bool typed)
{
	render_first_at(renderer, node, CQ__LEVEL_CONCAT, typed);
}

void cq__render_nullif(cq__renderer *renderer, uint32_t node)
{
	const bool typed = cq__operands_tell_type(renderer, node);
	cq__put(renderer, "NULLIF(");
	render_first_at(renderer, node, CQ__LEVEL_ANY, typed);
	cq__put(renderer, ", ");
	cq__render_expression(renderer, cq__operand(renderer->tree, node, 1), CQ__LEVEL_ANY, typed);
	cq__put(renderer, ")");
}

/* What is compared with several operands must tell its type itself: PostgreSQL would infer one from each, and they may be of
 * two integer types, or a parameter and a column. It tells theirs then. */
static void render_needle(cq__renderer *renderer, uint32_t node)
{
	render_first(renderer, node, false);
}

static void render_in_list(cq__renderer *renderer, uint32_t node)
{
	const bool negative = cq__node(renderer, node)->op == CQ_OP_NOT_IN;
	if (cq__present_operands(renderer->tree, node) == 1) {
		cq__put(renderer, negative ? renderer->dialect->true_text : renderer->dialect->false_text);
		return;
	}
	const bool rows = cq__node(renderer, cq__operand(renderer->tree, node, 0))->op == CQ_OP_TUPLE;
	render_needle(renderer, node);
	cq__put(renderer, negative ? " NOT IN (" : " IN (");
	cq__put(renderer, rows && cq__dialect_can(renderer->dialect, CQ__DIALECT_ROWS_AS_VALUES) ? "VALUES " : "");
	cq__render_operands(renderer, node, 1, ", ", CQ__LEVEL_ANY, true);
	cq__put(renderer, ")");
}

/* Whether the elements of an array compared with this node are bytes. */
static bool compares_bytes(const cq__renderer *renderer, uint32_t needle)
{
	const cq__typed *const yields = &renderer->typing->node[needle];
	return yields->type == CQ_TYPE_BYTES ||
		(yields->column != NULL && cq__sql_storage(yields->column) == CQ_STORAGE_BYTES);
}

static void render_in_array(cq__renderer *renderer, uint32_t node)
{
	const bool negative = cq__node(renderer, node)->op == CQ_OP_NOT_IN_ARRAY;
	const char *const *const around = negative ? renderer->dialect->not_in_array : renderer->dialect->in_array;
	const uint32_t needle = cq__operand(renderer->tree, node, 0), array = cq__operand(renderer->tree, node, 1);
	if (compares_bytes(renderer, needle) && !cq__dialect_can(renderer->dialect, CQ__DIALECT_ARRAYS_OF_BYTES))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "IN: %s takes no array of BYTES; write a list",
			renderer->dialect->name);
	render_operand(renderer, node, 0, false);
	cq__put(renderer, around[0]);
	cq__render_placeholder(renderer, renderer->tree->value[array]);
	cq__put(renderer, around[1]);
	if (around[2] != NULL) {
		const cq__typed *const yields = &renderer->typing->node[needle];
		cq__put(renderer, renderer->dialect->array_type((cq_type)yields->type, yields->column));
		cq__put(renderer, around[2]);
	}
}

static void render_in_query(cq__renderer *renderer, uint32_t node)
{
	render_operand(renderer, node, 0, false);
	cq__put(renderer, cq__node(renderer, node)->op == CQ_OP_NOT_IN_QUERY ? " NOT IN " : " IN ");
	cq__render_expression(renderer, cq__operand(renderer->tree, node, 1), CQ__LEVEL_ANY, true);
}

static void render_like(cq__renderer *renderer, uint32_t node)
{
	const bool any_case = cq__node(renderer, node)->op == CQ_OP_ILIKE;
	if (any_case && !cq__dialect_can(renderer->dialect, CQ__DIALECT_ILIKE)) {
		cq__put(renderer, "LOWER(");
		cq__render_expression(renderer, cq__operand(renderer->tree, node, 0), CQ__LEVEL_ANY, true);
		cq__put(renderer, ") LIKE LOWER(");
		cq__render_expression(renderer, cq__operand(renderer->tree, node, 1), CQ__LEVEL_ANY, true);
		cq__put(renderer, ")" ESCAPE);
		return;
	}
	render_first(renderer, node, true);
	cq__put(renderer, any_case ? " ILIKE " : " LIKE ");
	render_operand(renderer, node, 1, true);
	cq__put(renderer, ESCAPE);
}

static void put_concat(cq__renderer *renderer)
{
	const char *const concat = renderer->dialect->concat_operator;
	cq__put(renderer, concat != NULL ? " " : ", ");
	cq__put(renderer, concat != NULL ? concat : "");
	cq__put(renderer, concat != NULL ? " " : "");
}

/* The pattern that takes an expression literally; a value is made one before it is bound. */
static void render_literal_pattern(cq__renderer *renderer, uint32_t operand, bool open_start, bool open_end)
{
	const bool function = renderer->dialect->concat_operator == NULL;
	cq__put(renderer, function ? "CONCAT(" : "");
	if (open_start) {
		cq__put(renderer, "'%'");
		put_concat(renderer);
	}
	cq__put(renderer, "REPLACE(REPLACE(REPLACE(");
	cq__render_expression(renderer, operand, CQ__LEVEL_ANY, false);
	cq__put(renderer, ", '!', '!!'), '%', '!%'), '_', '!_')");
	if (open_end) {
		put_concat(renderer);
		cq__put(renderer, "'%'");
	}
	cq__put(renderer, function ? ")" : "");
}

static void render_part(cq__renderer *renderer, uint32_t node)
{
	const cq_operator op = (cq_operator)cq__node(renderer, node)->op;
	const uint32_t operand = cq__operand(renderer->tree, node, 1);
	render_first(renderer, node, true);
	cq__put(renderer, " LIKE ");
	if (cq__tells_type(renderer, operand))
		render_literal_pattern(renderer, operand, op != CQ_OP_STARTS_WITH, op != CQ_OP_ENDS_WITH);
	else
		render_operand(renderer, node, 1, true);
	cq__put(renderer, ESCAPE);
}

static void render_comparison(cq__renderer *renderer, uint32_t node, const char *text)
{
	const bool typed = cq__operands_tell_type(renderer, node);
	render_first(renderer, node, typed);
	cq__put(renderer, text);
	render_operand(renderer, node, 1, typed);
}

/* Comparisons that take NULL for a value. */
static void render_distinct(cq__renderer *renderer, uint32_t node)
{
	const bool same = cq__node(renderer, node)->op == CQ_OP_IS_NOT_DISTINCT;
	const char *const *const texts = renderer->dialect->distinct;
	if (same || texts[0] != NULL) {
		render_comparison(renderer, node, texts[same]);
		return;
	}
	cq__put(renderer, "NOT (");
	render_comparison(renderer, node, texts[1]);
	cq__put(renderer, ")");
}

void cq__render_condition(cq__renderer *renderer, uint32_t node)
{
	const cq_operator op = (cq_operator)cq__node(renderer, node)->op;
	const char *const comparison = comparison_text(op);
	if (comparison != NULL) {
		render_comparison(renderer, node, comparison);
		return;
	}
	switch (op) {
	case CQ_OP_IS_DISTINCT:
	case CQ_OP_IS_NOT_DISTINCT: render_distinct(renderer, node); break;
	case CQ_OP_ALONG: cq__render_along(renderer, node); break;
	case CQ_OP_IS_NULL:
	case CQ_OP_IS_NOT_NULL:
		render_operand(renderer, node, 0, false);
		cq__put(renderer, op == CQ_OP_IS_NULL ? " IS NULL" : " IS NOT NULL");
		break;
	case CQ_OP_IN:
	case CQ_OP_NOT_IN: render_in_list(renderer, node); break;
	case CQ_OP_IN_ARRAY:
	case CQ_OP_NOT_IN_ARRAY: render_in_array(renderer, node); break;
	case CQ_OP_IN_QUERY:
	case CQ_OP_NOT_IN_QUERY: render_in_query(renderer, node); break;
	case CQ_OP_BETWEEN:
		render_needle(renderer, node);
		cq__put(renderer, " BETWEEN ");
		render_operand(renderer, node, 1, true);
		cq__put(renderer, " AND ");
		render_operand(renderer, node, 2, true);
		break;
	case CQ_OP_LIKE:
	case CQ_OP_ILIKE: render_like(renderer, node); break;
	case CQ_OP_STARTS_WITH:
	case CQ_OP_ENDS_WITH:
	case CQ_OP_CONTAINS: render_part(renderer, node); break;
	case CQ_OP_EXISTS:
		cq__put(renderer, "EXISTS ");
		cq__render_expression(renderer, cq__operand(renderer->tree, node, 0), CQ__LEVEL_ANY, true);
		break;
	default: cq__render_fail(renderer, CQ_MISUSE, "%s is not a condition", cq__operator_text((uint16_t)op)); break;
	}
}
