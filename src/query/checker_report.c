/* query/checker_report.c: says which rule is broken and where: the clause, the expression and the columns in it.
 * It knows nothing of the rules. The other parts of the checker call it.
 */
#include "query/checker_parts.h"

#include "base/buffer.h"

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

/* What a node names behind its word, before its operands; false when it names nothing. */
static bool describe_reference(cq__buffer *text, const cq_node *node)
{
	switch ((cq_operator)node->op) {
	case CQ_OP_ALL: case CQ_OP_FROM: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE:
	case CQ_OP_DELETE_FROM: case CQ_OP_SELECT_ALL: case CQ_OP_RETURNING_ALL:
		cq__buffer_append_text(text, ((const cq_table *)node->ref)->name);
		return true;
	case CQ_OP_SELECT_ROW: case CQ_OP_RETURNING_ROW:
		cq__buffer_append_text(text, ((const cq_row_type *)node->ref)->name);
		return true;
	case CQ_OP_SET:
		describe_column(text, node->ref);
		return true;
	case CQ_OP_LABEL: case CQ_OP_BIND:
		cq__buffer_append_text(text, node->ref);
		return true;
	default:
		return false;
	}
}

static void describe(cq__buffer *text, const cq__tree *tree, uint32_t node, unsigned depth)
{
	const cq_node *const n = &tree->nodes[node];
	const cq__sort sort = cq__operator_sort(n->op);
	if (n->op == CQ_OP_COLUMN) {
		describe_column(text, n->ref);
		return;
	}
	if (n->op == CQ_OP_VALUE) {
		describe_value(text, n);
		return;
	}
	cq__buffer_append_text(text, cq__operator_text(n->op));
	if (n->op == CQ_OP_NULL || n->op == CQ_OP_ABSENT || n->op == CQ_OP_STATEMENT)
		return;
	if (n->op == CQ_OP_RAW || n->op == CQ_OP_SUBQUERY || n->op == CQ_OP_RAW_SQL || depth == DEEPEST_SHOWN) {
		cq__buffer_append_text(text, "(...)");
		return;
	}
	const size_t bare = text->length;
	cq__buffer_append_char(text, '(');
	bool more = describe_reference(text, n);
	/* A clause is told by its word and its table; what stands in it would only be repeated. */
	for (uint32_t i = 0; sort != CQ__SORT_CLAUSE && i < n->count; i++) {
		cq__buffer_append_text(text, more ? ", " : "");
		more = true;
		if (i == MOST_SHOWN) {
			cq__buffer_append_text(text, "...");
			break;
		}
		describe(text, tree, cq__operand(tree, node, i), depth + 1);
	}
	if (n->op == CQ_OP_AS)
		cq__buffer_append_format(text, ", %s", (const char *)n->ref);
	cq__buffer_append_char(text, ')');
	if (!more && sort == CQ__SORT_CLAUSE)
		cq__buffer_truncate(text, bare);
}

/* The clause around a node, CQ__NO_NODE for a clause itself and what stands in none. */
static uint32_t clause_around(const cq__tree *tree, uint32_t node)
{
	if (cq__operator_sort(tree->nodes[node].op) == CQ__SORT_CLAUSE)
		return CQ__NO_NODE;
	for (uint32_t up = tree->parent[node]; up != CQ__NO_NODE; up = tree->parent[up]) {
		if (cq__operator_sort(tree->nodes[up].op) == CQ__SORT_CLAUSE)
			return up;
	}
	return CQ__NO_NODE;
}

static const cq_column *first_column(const cq__tree *tree, uint32_t node)
{
	const cq_node *const n = &tree->nodes[node];
	if (n->op == CQ_OP_COLUMN || n->op == CQ_OP_SET)
		return n->ref;
	for (uint32_t i = 0; i < n->count; i++) {
		const cq_column *const found = first_column(tree, cq__operand(tree, node, i));
		if (found != NULL)
			return found;
	}
	return NULL;
}

static const cq_table *named_table(const cq_node *node)
{
	switch ((cq_operator)node->op) {
	case CQ_OP_ALL: case CQ_OP_FROM: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE:
	case CQ_OP_DELETE_FROM: case CQ_OP_SELECT_ALL: case CQ_OP_RETURNING_ALL: case CQ_OP_ROWS:
		return node->ref;
	default:
		return NULL;
	}
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
	const uint32_t clause = clause_around(tree, node);
	if (clause != CQ__NO_NODE)
		cq__buffer_append_format(text, "%s: ", cq__operator_text(tree->nodes[clause].op));
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

cq_status cq__report_parameter(const cq__checker *checker, cq__rule rule, uint32_t node, const char *name, size_t length)
{
	cq__buffer text = { 0 };
	open_message(&text, checker->tree, node);
	describe(&text, checker->tree, node, 0);
	cq__buffer_append_format(&text, ": :%.*s", length > 100 ? 100 : (int)length, name);
	return record(checker, rule, node, NULL, &text);
}
