/* query/checker_report.c: says which rule is broken and where: the clause, the expression and the columns in it.
 * It knows nothing of the rules. The other parts of the checker call it.
 */
#include "query/checker_parts.h"

#include "base/buffer.h"

#include <cquel/relation.h>

#include <string.h>

enum { DEEPEST_SHOWN = 3, MOST_SHOWN = 4 };

static const char *article(const char *word)
{
	return strchr("AEIOU", *word) != NULL ? "an" : "a";
}

static void describe_value(cq__buffer *text, const cq_node *node)
{
	const char *const type = node->type == CQ_TYPE_NONE ? "untyped" : cq_type_name((cq_type)node->type);
	if ((node->flags & CQ_VALUE_ARRAY) != 0)
		cq__buffer_append_format(text, "an array of %s", type);
	else if ((node->flags & CQ_VALUE_LITERAL_INT) != 0)
		cq__buffer_append_text(text, "a C int");
	else
		cq__buffer_append_format(text, "%s %s value", article(type), type);
}

static void describe_column(cq__buffer *text, const cq_column *column)
{
	cq__buffer_append_format(text, "%s.%s", cq_column_table(column)->name, column->name);
}

static const char *unit_name(uint8_t unit)
{
	static const char *const names[CQ_UNIT_COUNT_OF] = {
		[CQ_UNIT_SECOND] = "SECOND", [CQ_UNIT_MINUTE] = "MINUTE", [CQ_UNIT_HOUR] = "HOUR", [CQ_UNIT_DAY] = "DAY",
		[CQ_UNIT_WEEK] = "WEEK", [CQ_UNIT_MONTH] = "MONTH", [CQ_UNIT_QUARTER] = "QUARTER", [CQ_UNIT_YEAR] = "YEAR",
		[CQ_UNIT_DAY_OF_WEEK] = "DAY_OF_WEEK", [CQ_UNIT_DAY_OF_YEAR] = "DAY_OF_YEAR", [CQ_UNIT_EPOCH] = "EPOCH",
	};
	return unit < CQ_UNIT_COUNT_OF ? names[unit] : "?";
}

/* The table that a node refers to. */
static const cq_table *named_table(const cq_node *node)
{
	switch ((cq_operator)node->op) {
	case CQ_OP_ALL: case CQ_OP_TABLE: case CQ_OP_FROM: case CQ_OP_USING: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN:
	case CQ_OP_FULL_JOIN: case CQ_OP_CROSS_JOIN: case CQ_OP_QUERY: case CQ_OP_LATERAL: case CQ_OP_VALUES_AS: case CQ_OP_WITH:
	case CQ_OP_WITH_RECURSIVE: case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE: case CQ_OP_DELETE_FROM: case CQ_OP_SELECT_ALL:
	case CQ_OP_RETURNING_ALL: case CQ_OP_ROWS: case CQ_OP_ON_CONFLICT_NOTHING: case CQ_OP_ON_CONFLICT_UPDATE:
		return node->ref;
	default:
		return NULL;
	}
}

/* What a node names behind its word, before its operands; false when it names nothing. */
static bool describe_reference(cq__buffer *text, const cq_node *node)
{
	const cq_table *const table = named_table(node);
	if (table != NULL) {
		cq__buffer_append_text(text, table->name);
		return true;
	}
	switch ((cq_operator)node->op) {
	case CQ_OP_SELECT_ROW: case CQ_OP_RETURNING_ROW: case CQ_OP_COLLECT:
		cq__buffer_append_text(text, ((const cq_row_type *)node->ref)->name);
		return true;
	case CQ_OP_SET: case CQ_OP_EXCLUDED:
		describe_column(text, node->ref);
		return true;
	case CQ_OP_LABEL: case CQ_OP_BIND:
		cq__buffer_append_text(text, node->ref);
		return true;
	case CQ_OP_FUNC:
		cq__buffer_append_format(text, "\"%s\"", (const char *)node->ref);
		return true;
	case CQ_OP_DATE_TRUNC: case CQ_OP_EXTRACT: case CQ_OP_DATE_ADD: case CQ_OP_DATE_DIFF:
		cq__buffer_append_text(text, unit_name(node->flags));
		return true;
	default:
		return false;
	}
}

/* What a node says behind its operands. */
static void describe_rest(cq__buffer *text, const cq_node *node)
{
	if (node->op == CQ_OP_AS)
		cq__buffer_append_format(text, ", %s", (const char *)node->ref);
	else if (node->op == CQ_OP_CAST)
		cq__buffer_append_format(text, ", %s", cq_type_name((cq_type)node->type));
	else if (node->op == CQ_OP_ALONG && node->ref != NULL)
		cq__buffer_append_format(text, ", %s", ((const cq_table *)node->ref)->name);
}

/* The word as the program wrote it, which for a few operators their flags or type tell. */
static const char *word_of(const cq_node *node)
{
	static const char *const frames[] = { "ROWS_BETWEEN", "RANGE_BETWEEN", "GROUPS_BETWEEN", "ROWS_BETWEEN" };
	switch ((cq_operator)node->op) {
	case CQ_OP_FRAME:
		return frames[node->flags & CQ_FRAME_KIND];
	case CQ_OP_NOW:
		return node->type == CQ_TYPE_DATE ? "TODAY" : "NOW";
	case CQ_OP_FOR_UPDATE:
		return (node->flags & CQ_LOCK_SHARE) != 0 ? "FOR_SHARE" : "FOR_UPDATE";
	case CQ_OP_INTERVAL_ADD:
		return "DATE_ADD";
	case CQ_OP_LOAD:
		return node->flags == CQ_LOAD_JOINED ? "JOINED" : node->flags == CQ_LOAD_NOTHING ? "UNLOADED" : "SELECTIN";
	default:
		return cq__operator_text(node->op);
	}
}

/* Whether a node says no more than its word in a message. */
static bool is_opaque(const cq_node *node)
{
	return node->op == CQ_OP_RAW || node->op == CQ_OP_SUBQUERY || node->op == CQ_OP_RAW_SQL;
}

static void describe_frame(cq__buffer *text, const cq_node *node)
{
	static const char *const bounds[8] = { "UNBOUNDED_PRECEDING", "PRECEDING(...)", "CURRENT_ROW", "FOLLOWING(...)", "UNBOUNDED_FOLLOWING", "?", "?", "?" };
	cq__buffer_append_format(text, "%s(%s, %s)", word_of(node), bounds[node->flags / CQ_FRAME_START % 8], bounds[node->flags / CQ_FRAME_END % 8]);
}

/* What is told without its operands; false for the rest. */
static bool describe_leaf(cq__buffer *text, const cq_node *node)
{
	switch ((cq_operator)node->op) {
	case CQ_OP_COLUMN:
		describe_column(text, node->ref);
		return true;
	case CQ_OP_VALUE:
		describe_value(text, node);
		return true;
	case CQ_OP_TABLE:
		cq__buffer_append_text(text, ((const cq_table *)node->ref)->name);
		return true;
	case CQ_OP_RELATION: {
		const cq_relation *const relation = node->ref;
		cq__buffer_append_format(text, "%s.%s", relation->table->name, relation->name);
		return true;
	}
	case CQ_OP_NULL: case CQ_OP_ABSENT: case CQ_OP_STATEMENT:
		cq__buffer_append_text(text, cq__operator_text(node->op));
		return true;
	case CQ_OP_FRAME:
		describe_frame(text, node);
		return true;
	default:
		return false;
	}
}

static void describe(cq__buffer *text, const cq__tree *tree, uint32_t node, unsigned depth)
{
	const cq_node *const n = &tree->nodes[node];
	const bool clause = cq__is_clause(tree, node);
	if (describe_leaf(text, n))
		return;
	cq__buffer_append_text(text, word_of(n));
	if (is_opaque(n) || depth == DEEPEST_SHOWN) {
		cq__buffer_append_text(text, "(...)");
		return;
	}
	const size_t bare = text->length;
	cq__buffer_append_char(text, '(');
	bool more = describe_reference(text, n);
	/* A clause is told by its word and its table; what stands in it would only be repeated. */
	for (uint32_t i = 0; !clause && i < n->count; i++) {
		cq__buffer_append_text(text, more ? ", " : "");
		more = true;
		if (i == MOST_SHOWN || cq__operator_sort(n->op) == CQ__SORT_SOURCE || n->op == CQ_OP_COLLECT) {
			cq__buffer_append_text(text, "...");
			break;
		}
		describe(text, tree, cq__operand(tree, node, i), depth + 1);
	}
	describe_rest(text, n);
	cq__buffer_append_char(text, ')');
	if (!more && clause)
		cq__buffer_truncate(text, bare);
}

static const cq_column *first_column(const cq__tree *tree, uint32_t node)
{
	const cq_node *const n = &tree->nodes[node];
	if (n->op == CQ_OP_COLUMN || n->op == CQ_OP_SET || n->op == CQ_OP_EXCLUDED)
		return n->ref;
	for (uint32_t i = 0; i < n->count; i++) {
		const cq_column *const found = first_column(tree, cq__operand(tree, node, i));
		if (found != NULL)
			return found;
	}
	return NULL;
}

static cq_status record(const cq__checker *checker, cq__rule rule, uint32_t node, const cq_column *column, cq__buffer *text)
{
	const cq__rule_text *const said = &cq__rule_texts[rule];
	const char *const message = cq__buffer_text(text);
	if (text->status != CQ_OK) {
		cq__buffer_release(text);
		return cq__error_set(checker->error, CQ_NO_MEMORY, NULL);
	}
	const cq_table *table = named_table(cq__node(checker, node));
	if (column == NULL && table == NULL)
		column = first_column(checker->tree, node);
	if (column != NULL)
		table = cq_column_table(column);
	cq__error_set(checker->error, CQ_RULE, "%s: %s", message, said->sentence);
	if (checker->error != NULL) {
		cq__error_set_rule(checker->error, said->id);
		cq__error_set_table(checker->error, table != NULL ? table->name : NULL);
		cq__error_set_column(checker->error, column != NULL ? column->name : NULL);
	}
	cq__buffer_release(text);
	return CQ_RULE;
}

static void open_message(cq__buffer *text, const cq__tree *tree, uint32_t node)
{
	const uint32_t clause = cq__clause_at(tree, node);
	if (clause != CQ__NO_NODE && clause != node)
		cq__buffer_append_format(text, "%s: ", word_of(&tree->nodes[clause]));
}

cq_status cq__report(const cq__checker *checker, cq__rule rule, uint32_t node, const cq_column *column)
{
	cq__buffer text = { 0 };
	open_message(&text, checker->tree, node);
	describe(&text, checker->tree, node, 0);
	if (column != NULL) {
		cq__buffer_append_text(&text, ": ");
		describe_column(&text, column);
	}
	return record(checker, rule, node, column, &text);
}

cq_status cq__report_field(const cq__checker *checker, cq__rule rule, uint32_t node, const char *field)
{
	cq__buffer text = { 0 };
	open_message(&text, checker->tree, node);
	cq__buffer_append_format(&text, "field %s, ", field);
	describe(&text, checker->tree, node, 0);
	return record(checker, rule, node, NULL, &text);
}

static cq__rule rule_of(const char *id)
{
	int rule = 0;
	while (rule + 1 < CQ__RULE_COUNT && strcmp(cq__rule_texts[rule].id, id) != 0)
		rule++;
	return (cq__rule)rule;
}

cq_status cq__report_relation(const cq__checker *checker, uint32_t node, const char *rule, const char *name)
{
	cq__buffer text = { 0 };
	open_message(&text, checker->tree, node);
	describe(&text, checker->tree, node, 0);
	if (name != NULL)
		cq__buffer_append_format(&text, ": %s", name);
	return record(checker, rule_of(rule), node, NULL, &text);
}

cq_status cq__report_parameter(const cq__checker *checker, cq__rule rule, uint32_t node, const char *name, size_t length)
{
	cq__buffer text = { 0 };
	open_message(&text, checker->tree, node);
	describe(&text, checker->tree, node, 0);
	cq__buffer_append_format(&text, ": :%.*s", length > 100 ? 100 : (int)length, name);
	return record(checker, rule, node, NULL, &text);
}
