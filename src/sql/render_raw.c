/* sql/render_raw.c: the program's own text, RAW in expressions and RAW_SQL as a whole statement, with its marks replaced.
 *
 * It knows nothing of what the text means. render_expression.c and render_statement.c call it.
 */
#include "sql/render_state.h"

#include "sql/scan.h"

#include <string.h>

static void put_token(cq__renderer *renderer, const cq__scanner *scanner)
{
	cq__buffer_append(&renderer->text, scanner->start, cq__scan_length(scanner));
	/* What follows the text must not become part of its last comment. */
	if (scanner->line_comment)
		cq__put(renderer, "\n");
}

static void fail_mark(cq__renderer *renderer, const cq__scanner *scanner, const char *what, const char *cure)
{
	cq__render_fail(renderer, CQ_MISUSE, "%s: %.*s is a parameter of the database's own; write %s", what,
		(int)cq__scan_length(scanner), scanner->start, cure);
}

static void fail_unclosed(cq__renderer *renderer, const cq__scanner *scanner, const char *what)
{
	cq__render_fail(renderer, CQ_SYNTAX, "%s: the quote or comment that opens at %.20s is not closed", what,
		scanner->start);
}

static bool lexical(const cq__renderer *renderer, uint32_t flag)
{
	return (renderer->dialect->lexical & flag) != 0;
}

/* ?? stands for the operator ?, which some databases have. */
static void put_literal_question(cq__renderer *renderer, const cq__scanner *scanner)
{
	if (lexical(renderer, CQ__LEXICAL_QUESTION_BINDS))
		fail_mark(renderer, scanner, "RAW", "? for an operand");
	else
		cq__put(renderer, "?");
}

void cq__render_raw(cq__renderer *renderer, uint32_t node)
{
	const uint32_t count = cq__node(renderer, node)->count;
	uint32_t used = 0;
	cq__scanner scanner;
	cq__scan_init(&scanner, cq__node(renderer, node)->ref, renderer->dialect->lexical);
	for (cq__token token; (token = cq__scan_next(&scanner)) != CQ__TOKEN_END && renderer->status == CQ_OK;) {
		switch (token) {
		case CQ__TOKEN_QUESTION:
			/* A digit would become part of the placeholder. */
			if (*scanner.at >= '0' && *scanner.at <= '9')
				fail_mark(renderer, &scanner, "RAW", "? for an operand, and no number behind it");
			else if (used < count)
				cq__render_expression(renderer, cq__operand(renderer->tree, node, used), CQ__LEVEL_ATOM, false);
			used++;
			break;
		case CQ__TOKEN_DOUBLE_QUESTION: put_literal_question(renderer, &scanner); break;
		case CQ__TOKEN_FOREIGN_BIND: fail_mark(renderer, &scanner, "RAW", "? for an operand"); break;
		case CQ__TOKEN_NAME:
			if (lexical(renderer, CQ__LEXICAL_NAME_BINDS))
				fail_mark(renderer, &scanner, "RAW", "? for an operand");
			else
				put_token(renderer, &scanner);
			break;
		case CQ__TOKEN_UNCLOSED: fail_unclosed(renderer, &scanner, "RAW"); break;
		case CQ__TOKEN_SEMICOLON: cq__render_fail(renderer, CQ_MISUSE, "RAW: a semicolon ends no expression"); break;
		default: put_token(renderer, &scanner); break;
		}
	}
	if (used != count)
		cq__render_fail(renderer, CQ_MISUSE, "RAW: the text has %u ? and there are %u operands", used, count);
}

/* The BIND of a name that stands behind a colon, or CQ__NO_NODE. */
static uint32_t find_bind(const cq__renderer *renderer, uint32_t node, const char *name, size_t length)
{
	for (uint32_t i = 0; i < cq__node(renderer, node)->count; i++) {
		const uint32_t bind = cq__operand(renderer->tree, node, i);
		const cq_node *const n = cq__node(renderer, bind);
		if (n->op != CQ_OP_BIND || cq__absent(renderer->tree, bind))
			continue;
		if (strlen(n->ref) == length && memcmp(n->ref, name, length) == 0)
			return bind;
	}
	return CQ__NO_NODE;
}

static void render_named(cq__renderer *renderer, uint32_t node, const cq__scanner *scanner)
{
	const size_t length = cq__scan_length(scanner) - 1;
	const uint32_t bind = find_bind(renderer, node, scanner->start + 1, length);
	const uint32_t operand = bind != CQ__NO_NODE ? cq__operand(renderer->tree, bind, 0) : CQ__NO_NODE;
	/* The text around it decides on its type: :name::date. */
	if (operand != CQ__NO_NODE && cq__node(renderer, operand)->op == CQ_OP_VALUE)
		cq__render_placeholder(renderer, renderer->tree->value[operand]);
	else if (operand != CQ__NO_NODE)
		cq__render_expression(renderer, operand, CQ__LEVEL_ATOM, true);
	else if (scanner->doubtful)
		put_token(renderer, scanner);
	else
		cq__render_fail(renderer, CQ_MISUSE, "RAW_SQL: no BIND gives :%.*s", (int)length, scanner->start + 1);
}

/* What the first keyword says of the whole statement. */
static void judge_first_word(cq__renderer *renderer, const cq__scanner *scanner, bool *is_create)
{
	static const char *const giving_rows[] = { "SELECT", "VALUES", "WITH", "PRAGMA", "EXPLAIN", "SHOW", "TABLE" };
	enum { READING = 2 };
	for (size_t i = 0; i < sizeof giving_rows / sizeof *giving_rows; i++) {
		if (!cq__scan_is(scanner, giving_rows[i]))
			continue;
		renderer->returns_rows = true;
		renderer->reads_only = i < READING && cq__dialect_can(renderer->dialect, CQ__DIALECT_TRUSTS_SELECT);
	}
	*is_create = cq__scan_is(scanner, "CREATE");
}

static void check_binds_used(cq__renderer *renderer, uint32_t node)
{
	for (uint32_t i = 0; i < cq__node(renderer, node)->count; i++) {
		const uint32_t bind = cq__operand(renderer->tree, node, i);
		if (cq__absent(renderer->tree, bind) || cq__node(renderer, bind)->op != CQ_OP_BIND)
			continue;
		const char *const name = cq__node(renderer, bind)->ref;
		cq__scanner scanner;
		cq__scan_init(&scanner, cq__node(renderer, node)->ref, renderer->dialect->lexical);
		bool used = false;
		for (cq__token token; !used && (token = cq__scan_next(&scanner)) != CQ__TOKEN_END;) {
			used = token == CQ__TOKEN_NAME && cq__scan_length(&scanner) == strlen(name) + 1 &&
				memcmp(scanner.start + 1, name, strlen(name)) == 0;
		}
		if (!used)
			cq__render_fail(renderer, CQ_MISUSE, "RAW_SQL: the text has no :%s", name);
	}
}

void cq__render_raw_sql(cq__renderer *renderer, uint32_t node)
{
	bool began = false, ended = false, is_create = false;
	cq__scanner scanner;
	cq__scan_init(&scanner, cq__node(renderer, node)->ref, renderer->dialect->lexical);
	for (cq__token token; (token = cq__scan_next(&scanner)) != CQ__TOKEN_END && renderer->status == CQ_OK;) {
		if (token == CQ__TOKEN_WORD) {
			if (!began)
				judge_first_word(renderer, &scanner, &is_create);
			began = true;
			renderer->returning |= cq__scan_is(&scanner, "RETURNING");
			renderer->returns_rows |= renderer->returning;
		}
		/* The body of a trigger has semicolons of its own. */
		if (ended && token != CQ__TOKEN_BLANK && token != CQ__TOKEN_SEMICOLON && !is_create)
			cq__render_fail(renderer, CQ_MISUSE, "RAW_SQL: more than one statement");
		ended |= token == CQ__TOKEN_SEMICOLON;
		if (token == CQ__TOKEN_NAME)
			render_named(renderer, node, &scanner);
		else if (token == CQ__TOKEN_UNCLOSED)
			fail_unclosed(renderer, &scanner, "RAW_SQL");
		else if (token == CQ__TOKEN_FOREIGN_BIND)
			fail_mark(renderer, &scanner, "RAW_SQL", ":name and BIND(name, value)");
		else if ((token == CQ__TOKEN_QUESTION || token == CQ__TOKEN_DOUBLE_QUESTION) &&
			lexical(renderer, CQ__LEXICAL_QUESTION_BINDS))
			fail_mark(renderer, &scanner, "RAW_SQL", ":name and BIND(name, value)");
		else
			put_token(renderer, &scanner);
	}
	check_binds_used(renderer, node);
}
