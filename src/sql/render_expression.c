/* sql/render_expression.c: values, arithmetic, functions, AND, OR and NOT, with parentheses where they are needed.
 *
 * It knows nothing of clauses. The clauses of render_statement.c, render_items.c and render_write.c call it.
 */
#include "sql/render_state.h"

#include "meta/type_registry.h"

/* An AND or OR of more operands is cut into pieces, for SQLite takes no tree deeper than 1,000. */
enum { PIECE = 100, LONGEST_CHAIN = 200 };

typedef struct infix {
	const char *text;
	uint8_t level; /* 0: not an infix operator */
} infix;

static const infix infix_operators[CQ_OP_COUNT_OF] = {
	[CQ_OP_ADD] = { " + ", CQ__LEVEL_SUM },
	[CQ_OP_SUB] = { " - ", CQ__LEVEL_SUM },
	[CQ_OP_MUL] = { " * ", CQ__LEVEL_PRODUCT },
	[CQ_OP_DIV] = { " / ", CQ__LEVEL_PRODUCT },
	[CQ_OP_MOD] = { " % ", CQ__LEVEL_PRODUCT },
};

/* Functions that every database writes alike. */
static const char *const functions[CQ_OP_COUNT_OF] = {
	[CQ_OP_LOWER] = "LOWER(",
	[CQ_OP_UPPER] = "UPPER(",
	[CQ_OP_TRIM] = "TRIM(",
	[CQ_OP_REPLACE] = "REPLACE(",
};

static bool is_conjunction(cq_operator op)
{
	return op == CQ_OP_AND || op == CQ_OP_ALL_OF;
}

static bool is_disjunction(cq_operator op)
{
	return op == CQ_OP_OR || op == CQ_OP_ANY_OF;
}

/* The first operand that is there; the node must have one. */
static uint32_t first_present(const cq__renderer *renderer, uint32_t node)
{
	uint32_t i = 0;
	while (cq__absent(renderer->tree, cq__operand(renderer->tree, node, i)))
		i++;
	return cq__operand(renderer->tree, node, i);
}

/* What is written for a node: lists of one are their only operand, a CASE without conditions is its ELSE, and an AS is written
 * by the select list only. */
static uint32_t written(const cq__renderer *renderer, uint32_t node)
{
	for (;;) {
		const cq_operator op = (cq_operator)cq__node(renderer, node)->op;
		const bool list = is_conjunction(op) || is_disjunction(op) || op == CQ_OP_CONCAT || op == CQ_OP_COALESCE;
		const uint32_t otherwise = op == CQ_OP_CASE ? cq__case_otherwise(renderer, node) : CQ__NO_NODE;
		if (otherwise != CQ__NO_NODE) {
			node = otherwise;
			continue;
		}
		if (op != CQ_OP_AS && !(list && cq__present_operands(renderer->tree, node) == 1))
			return node;
		node = first_present(renderer, node);
	}
}

static cq__level level_of(const cq__renderer *renderer, uint32_t node)
{
	const cq_operator op = (cq_operator)cq__node(renderer, node)->op;
	if (is_conjunction(op) || is_disjunction(op)) {
		if (cq__present_operands(renderer->tree, node) == 0)
			return CQ__LEVEL_ATOM;
		return is_conjunction(op) ? CQ__LEVEL_AND : CQ__LEVEL_OR;
	}
	switch (op) {
	case CQ_OP_RAW: return CQ__LEVEL_ANY;
	case CQ_OP_NOT: return CQ__LEVEL_NOT;
	case CQ_OP_NEG: return CQ__LEVEL_SIGN;
	case CQ_OP_CONCAT: return renderer->dialect->concat_operator != NULL ? CQ__LEVEL_CONCAT : CQ__LEVEL_ATOM;
	case CQ_OP_IS_DISTINCT: return renderer->dialect->distinct[0] != NULL ? CQ__LEVEL_COMPARISON : CQ__LEVEL_NOT;
	case CQ_OP_EXISTS: return CQ__LEVEL_ATOM;
	default: break;
	}
	if (infix_operators[op].level != 0)
		return (cq__level)infix_operators[op].level;
	return cq__operator_sort((uint16_t)op) == CQ__SORT_CONDITION ? CQ__LEVEL_COMPARISON : CQ__LEVEL_ATOM;
}

/* Whether the database sees a node's type from the node itself. */
bool cq__tells_type(const cq__renderer *renderer, uint32_t node)
{
	const cq_operator op = (cq_operator)cq__node(renderer, written(renderer, node))->op;
	return op != CQ_OP_VALUE && op != CQ_OP_NULL;
}

/* Whether one of the operands tells it for the others. */
bool cq__operands_tell_type(const cq__renderer *renderer, uint32_t node)
{
	for (uint32_t i = 0; i < cq__node(renderer, node)->count; i++) {
		const uint32_t operand = cq__operand(renderer->tree, node, i);
		if (!cq__absent(renderer->tree, operand) && cq__tells_type(renderer, operand))
			return true;
	}
	return false;
}

void cq__render_operands(cq__renderer *renderer, uint32_t node, uint32_t from, const char *separator, cq__level level,
	bool typed)
{
	bool first = true;
	for (uint32_t i = from; i < cq__node(renderer, node)->count; i++) {
		const uint32_t operand = cq__operand(renderer->tree, node, i);
		if (cq__absent(renderer->tree, operand))
			continue;
		if (!first)
			cq__put(renderer, separator);
		first = false;
		cq__render_expression(renderer, operand, level, typed);
	}
}

/* Operands of an AND or OR from *next on, `count` of those that are there, joined; *next stands behind them then. */
static void render_pieces(cq__renderer *renderer, uint32_t node, uint32_t *next, uint32_t count, const char *separator,
	cq__level level)
{
	uint32_t piece = 1;
	if (count > LONGEST_CHAIN)
		for (piece = PIECE; piece < (count + PIECE - 1) / PIECE;)
			piece *= PIECE;
	for (uint32_t done = 0, some; done < count && renderer->status == CQ_OK; done += some) {
		some = count - done < piece ? count - done : piece;
		cq__put(renderer, done != 0 ? separator : "");
		if (piece > 1) {
			cq__put(renderer, "(");
			render_pieces(renderer, node, next, some, separator, level);
			cq__put(renderer, ")");
			continue;
		}
		while (cq__absent(renderer->tree, cq__operand(renderer->tree, node, *next)))
			++*next;
		cq__render_expression(renderer, cq__operand(renderer->tree, node, (*next)++), level, true);
	}
}

static void render_chain(cq__renderer *renderer, uint32_t node, const char *separator, cq__level level)
{
	uint32_t next = 0;
	render_pieces(renderer, node, &next, cq__present_operands(renderer->tree, node), separator, level);
}

static void render_junction(cq__renderer *renderer, uint32_t node)
{
	const bool conjunction = is_conjunction((cq_operator)cq__node(renderer, node)->op);
	if (cq__present_operands(renderer->tree, node) == 0)
		cq__put(renderer, conjunction ? renderer->dialect->true_text : renderer->dialect->false_text);
	else
		render_chain(renderer, node, conjunction ? " AND " : " OR ", conjunction ? CQ__LEVEL_AND : CQ__LEVEL_OR);
}

void cq__render_conjunction(cq__renderer *renderer, uint32_t node)
{
	const uint32_t present = cq__present_operands(renderer->tree, node);
	if (present == 0)
		cq__put(renderer, renderer->dialect->true_text);
	else
		render_chain(renderer, node, " AND ", present == 1 ? CQ__LEVEL_ANY : CQ__LEVEL_AND);
}

static bool is_moment(cq_type type)
{
	return type == CQ_TYPE_DATE || type == CQ_TYPE_TIME || type == CQ_TYPE_TIMESTAMP;
}

static bool wants_cast(const cq__renderer *renderer, cq_type type, bool typed)
{
	return !typed && (cq__dialect_can(renderer->dialect, CQ__DIALECT_TYPED_VALUES) ||
		(is_moment(type) && cq__dialect_can(renderer->dialect, CQ__DIALECT_TYPED_MOMENTS)));
}

/* A parameter with a CAST where the dialect wants one and nothing else tells its type. */
static void render_value(cq__renderer *renderer, uint32_t node, bool typed)
{
	const uint32_t value = renderer->tree->value[node];
	const cq__meant *const meant = &renderer->typing->value[value];
	const bool unknown = meant->type == CQ_TYPE_NONE;
	/* Where nothing else is known a C int stays as narrow as it is. */
	const bool is_int = (cq__node(renderer, node)->flags & CQ_VALUE_LITERAL_INT) != 0;
	const cq_type own = is_int ? CQ_TYPE_INTEGER : (cq_type)cq__node(renderer, node)->type;
	const cq_type type = unknown ? own : (cq_type)meant->type;
	if (!wants_cast(renderer, type, typed && !unknown)) {
		cq__render_placeholder(renderer, value);
		return;
	}
	cq__put(renderer, "CAST(");
	cq__render_placeholder(renderer, value);
	cq__put(renderer, " AS ");
	cq__put(renderer, renderer->dialect->cast_type(type, meant->column));
	cq__put(renderer, ")");
}

static void render_null(cq__renderer *renderer, uint32_t node, bool typed)
{
	const cq__typed *const yields = &renderer->typing->node[node];
	if (wants_cast(renderer, CQ_TYPE_NONE, typed) && yields->type != CQ_TYPE_NONE) {
		cq__put(renderer, "CAST(NULL AS ");
		cq__put(renderer, renderer->dialect->cast_type((cq_type)yields->type, yields->column));
		cq__put(renderer, ")");
	} else {
		cq__put(renderer, "NULL");
	}
}

static cq__family family_of(const cq__renderer *renderer, uint32_t node)
{
	return cq__type_info((cq_type)renderer->typing->node[node].type)->family;
}

static void render_arithmetic(cq__renderer *renderer, uint32_t node)
{
	const cq_operator op = (cq_operator)cq__node(renderer, node)->op;
	const cq__level level = (cq__level)infix_operators[op].level;
	const uint32_t left = cq__operand(renderer->tree, node, 0), right = cq__operand(renderer->tree, node, 1);
	const cq__family family = family_of(renderer, node);
	const bool typed = cq__operands_tell_type(renderer, node);
	const bool takes_decimal = cq__dialect_can(renderer->dialect, CQ__DIALECT_DECIMAL_MODULO);
	if (op == CQ_OP_MOD && (family == CQ__FAMILY_REAL || (family == CQ__FAMILY_DECIMAL && !takes_decimal)))
		cq__render_fail(renderer, CQ_UNSUPPORTED, "MOD: %s takes the remainder of whole numbers only",
			renderer->dialect->name);
	const bool make_real = op == CQ_OP_DIV && family == CQ__FAMILY_DECIMAL &&
		cq__dialect_can(renderer->dialect, CQ__DIALECT_DECIMAL_DIVIDES_WHOLE);
	if (make_real)
		cq__put(renderer, "CAST(");
	cq__render_expression(renderer, left, make_real ? CQ__LEVEL_ANY : level, typed);
	if (make_real)
		cq__put(renderer, " AS REAL)");
	const bool whole = op == CQ_OP_DIV && family == CQ__FAMILY_INTEGER;
	cq__put(renderer, whole ? renderer->dialect->whole_division : infix_operators[op].text);
	/* a - (b - c): the same level on the right needs its parentheses. */
	cq__render_expression(renderer, right, (cq__level)(level + 1), typed);
}

static void render_concat(cq__renderer *renderer, uint32_t node)
{
	const bool typed = cq__operands_tell_type(renderer, node);
	if (renderer->dialect->concat_operator == NULL) {
		cq__put(renderer, "CONCAT(");
		cq__render_operands(renderer, node, 0, ", ", CQ__LEVEL_ANY, typed);
		cq__put(renderer, ")");
		return;
	}
	const char separator[] = { ' ', renderer->dialect->concat_operator[0], renderer->dialect->concat_operator[1], ' ',
		'\0' };
	cq__render_operands(renderer, node, 0, separator, CQ__LEVEL_ATOM, typed);
}

static void render_call(cq__renderer *renderer, uint32_t node, const char *function, bool typed)
{
	cq__put(renderer, function);
	cq__render_operands(renderer, node, 0, ", ", CQ__LEVEL_ANY, typed);
	cq__put(renderer, ")");
}

static void render_not(cq__renderer *renderer, uint32_t node)
{
	cq__put(renderer, "NOT ");
	cq__render_expression(renderer, cq__operand(renderer->tree, node, 0), CQ__LEVEL_ATOM, true);
}

static void render_node(cq__renderer *renderer, uint32_t node, bool typed)
{
	const cq_node *const n = cq__node(renderer, node);
	const cq_operator op = (cq_operator)n->op;
	cq__check_one_form(renderer, node);
	if (is_conjunction(op) || is_disjunction(op)) {
		render_junction(renderer, node);
		return;
	}
	if (infix_operators[op].level != 0) {
		render_arithmetic(renderer, node);
		return;
	}
	if (functions[op] != NULL) {
		render_call(renderer, node, functions[op], false);
		return;
	}
	if (cq__renders_aggregate(op)) {
		cq__render_aggregate(renderer, node, CQ__NO_NODE, CQ__NO_NODE);
		return;
	}
	switch (op) {
	case CQ_OP_COLUMN: cq__render_column(renderer, n->ref); break;
	case CQ_OP_VALUE: render_value(renderer, node, typed); break;
	case CQ_OP_NULL: render_null(renderer, node, typed); break;
	case CQ_OP_NOW: cq__put(renderer, renderer->dialect->now((cq_type)n->type, CQ_STORAGE_NATURAL)); break;
	case CQ_OP_EXCLUDED: cq__render_excluded(renderer, n->ref); break;
	case CQ_OP_RAW: cq__render_raw(renderer, node); break;
	case CQ_OP_NOT: render_not(renderer, node); break;
	case CQ_OP_NEG:
		cq__put(renderer, "-");
		/* Never "--", which opens a comment. */
		cq__render_expression(renderer, cq__operand(renderer->tree, node, 0), CQ__LEVEL_ATOM, false);
		break;
	case CQ_OP_CONCAT: render_concat(renderer, node); break;
	case CQ_OP_COALESCE: render_call(renderer, node, "COALESCE(", cq__operands_tell_type(renderer, node)); break;
	case CQ_OP_NULLIF: cq__render_nullif(renderer, node); break;
	case CQ_OP_FUNC: cq__render_named_function(renderer, node); break;
	case CQ_OP_TUPLE: cq__render_tuple(renderer, node, typed); break;
	case CQ_OP_CASE: cq__render_case(renderer, node); break;
	case CQ_OP_FILTER: cq__render_filter(renderer, node, CQ__NO_NODE); break;
	case CQ_OP_OVER: cq__render_over(renderer, node); break;
	case CQ_OP_COLLECT: cq__render_collect(renderer, node); break;
	case CQ_OP_JSON_GET:
	case CQ_OP_JSON_TEXT: cq__render_json_path(renderer, node); break;
	case CQ_OP_JSON_OBJECT:
	case CQ_OP_JSON_ARRAY: cq__render_json_made(renderer, node); break;
	case CQ_OP_CAST:
	case CQ_OP_ABS:
	case CQ_OP_ROUND:
	case CQ_OP_FLOOR:
	case CQ_OP_CEIL:
	case CQ_OP_POWER:
	case CQ_OP_LENGTH:
	case CQ_OP_SUBSTR:
	case CQ_OP_POSITION:
	case CQ_OP_DATE_TRUNC:
	case CQ_OP_EXTRACT:
	case CQ_OP_DATE_ADD:
	case CQ_OP_DATE_DIFF:
	case CQ_OP_INTERVAL_ADD:
	case CQ_OP_JSON_LENGTH: cq__render_function(renderer, node); break;
	case CQ_OP_SUBQUERY:
		cq__put(renderer, "(");
		cq__render_query(renderer, node);
		cq__put(renderer, ")");
		break;
	default:
		if (cq__operator_sort(n->op) == CQ__SORT_CONDITION)
			cq__render_condition(renderer, node);
		else
			cq__render_fail(renderer, CQ_MISUSE, "%s cannot stand in an expression", cq__operator_text(n->op));
		break;
	}
}

void cq__render_expression(cq__renderer *renderer, uint32_t node, cq__level level, bool typed)
{
	if (!cq__render_goes_on(renderer))
		return;
	if (cq__absent(renderer->tree, node)) {
		cq__render_fail(renderer, CQ_MISUSE, "an optional part that is left out stands where one is needed");
		return;
	}
	node = written(renderer, node);
	if (cq__node(renderer, node)->op == CQ_OP_LABEL) {
		cq__render_label(renderer, node, level);
		return;
	}
	const bool parentheses = level_of(renderer, node) < level;
	if (parentheses)
		cq__put(renderer, "(");
	render_node(renderer, node, typed);
	if (parentheses)
		cq__put(renderer, ")");
}
