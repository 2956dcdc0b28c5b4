/* sql_random_test.c: 5,000 random statements, each also written by the test with every parenthesis there is; SQLite gives
 * the same rows for both, and PostgreSQL's text has the same parameters.
 *
 * It knows nothing of the renderer's levels. ctest runs it.
 */
#include "sql_kit.h"

typedef struct writer {
	cq_statement statement;
	cq__buffer reference;
	uint64_t random;
} writer;

static uint32_t below(writer *w, uint32_t limit)
{
	w->random = w->random * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(w->random >> 33) % limit;
}

static void put(writer *w, const char *text)
{
	cq__buffer_append_text(&w->reference, text);
}

static void push(writer *w, cq_operator op, uint32_t count)
{
	cq_push(&w->statement, op, count);
}

static void write_number(writer *w, int depth);
static void write_text(writer *w, int depth);
static void write_condition(writer *w, int depth);

/* (a separator b separator c) */
static void write_infix(writer *w, int depth, cq_operator op, const char *separator, uint32_t count, void (*operand)(writer *, int))
{
	put(w, "(");
	for (uint32_t i = 0; i < count; i++) {
		put(w, i == 0 ? "" : separator);
		operand(w, depth - 1);
	}
	put(w, ")");
	push(w, op, count);
}

static void write_call(writer *w, int depth, cq_operator op, const char *name, uint32_t count, void (*operand)(writer *, int))
{
	put(w, name);
	write_infix(w, depth, op, ", ", count, operand);
}

static void write_number_leaf(writer *w)
{
	static const char *const names[] = { "votes", "id", "author_id" };
	const cq_column *const columns[] = { CQ_COLUMN(posts.votes), CQ_COLUMN(posts.id), CQ_COLUMN(posts.author_id) };
	const uint32_t choice = below(w, 5);
	if (choice < 3) {
		cq_push_column(&w->statement, columns[choice]);
		cq__buffer_append_format(&w->reference, "\"posts\".\"%s\"", names[choice]);
	} else {
		const int64_t value = (int64_t)below(w, 12) - 4;
		cq_push_value(&w->statement, CQ_TYPE_BIGINT, 0, (cq_value){ .integer = value });
		cq__buffer_append_format(&w->reference, "(%d)", (int)value);
	}
}

static void write_number(writer *w, int depth)
{
	if (depth <= 0) {
		write_number_leaf(w);
		return;
	}
	switch (below(w, 9)) {
	case 0: write_infix(w, depth, CQ_OP_ADD, " + ", 2, write_number); break;
	case 1:
	case 2: write_infix(w, depth, CQ_OP_SUB, " - ", 2, write_number); break;
	case 3: write_infix(w, depth, CQ_OP_MUL, " * ", 2, write_number); break;
	case 4: write_infix(w, depth, CQ_OP_DIV, " / ", 2, write_number); break;
	case 5: write_infix(w, depth, CQ_OP_MOD, " % ", 2, write_number); break;
	case 6:
		put(w, "(- ");
		write_number(w, depth - 1);
		put(w, ")");
		push(w, CQ_OP_NEG, 1);
		break;
	case 7: write_call(w, depth, CQ_OP_COALESCE, "COALESCE", 2, write_number); break;
	default: write_call(w, depth, CQ_OP_LENGTH, "LENGTH", 1, write_text); break;
	}
}

static void write_text_leaf(writer *w)
{
	static const char *const texts[] = { "a", "%", "it's_!" };
	if (below(w, 2) == 0) {
		cq_push_column(&w->statement, CQ_COLUMN(posts.title));
		put(w, "\"posts\".\"title\"");
	} else {
		const char *const text = texts[below(w, 3)];
		cq_push_value(&w->statement, CQ_TYPE_TEXT, 0, (cq_value){ .text = text });
		cq__sql_text_literal(&cq__dialect_sqlite, &w->reference, text);
	}
}

static void write_text(writer *w, int depth)
{
	if (depth <= 0) {
		write_text_leaf(w);
		return;
	}
	switch (below(w, 4)) {
	case 0: write_call(w, depth, CQ_OP_LOWER, "LOWER", 1, write_text); break;
	case 1: write_call(w, depth, CQ_OP_COALESCE, "COALESCE", 2, write_text); break;
	default: write_infix(w, depth, CQ_OP_CONCAT, " || ", 2 + below(w, 2), write_text); break;
	}
}

/* AND and OR, some of whose operands are left out. */
static void write_junction(writer *w, int depth, cq_operator op, const char *separator)
{
	const uint32_t count = 2 + below(w, 3), always = below(w, count);
	bool first = true;
	put(w, "(");
	for (uint32_t i = 0; i < count; i++) {
		if (i != always && below(w, 4) == 0) {
			push(w, CQ_OP_ABSENT, 0);
			continue;
		}
		put(w, first ? "" : separator);
		first = false;
		write_condition(w, depth - 1);
	}
	put(w, ")");
	push(w, op, count);
}

static void write_between(writer *w, int depth)
{
	put(w, "(");
	write_number(w, depth - 1);
	put(w, " BETWEEN ");
	write_number(w, depth - 1);
	put(w, " AND ");
	write_number(w, depth - 1);
	put(w, ")");
	push(w, CQ_OP_BETWEEN, 3);
}

static void write_in(writer *w, int depth)
{
	const uint32_t count = 1 + below(w, 3);
	const bool negative = below(w, 2) == 0;
	put(w, "(");
	write_number(w, depth - 1);
	put(w, negative ? " NOT IN (" : " IN (");
	for (uint32_t i = 0; i < count; i++) {
		put(w, i == 0 ? "" : ", ");
		write_number(w, depth - 1);
	}
	put(w, "))");
	push(w, negative ? CQ_OP_NOT_IN : CQ_OP_IN, 1 + count);
}

/* The prefix is an expression, so it is taken literally by what the renderer writes around it. */
static void write_prefix(writer *w, int depth)
{
	cq__buffer outer = w->reference, text = { 0 }, prefix = { 0 };
	w->reference = (cq__buffer){ 0 };
	write_text(w, depth - 1);
	text = w->reference;
	w->reference = (cq__buffer){ 0 };
	write_text(w, 1);
	prefix = w->reference;
	w->reference = outer;
	cq__buffer_append_format(&w->reference, "(substr(%s, 1, length(%s)) = %s)", cq__buffer_text(&text), cq__buffer_text(&prefix),
		cq__buffer_text(&prefix));
	cq__buffer_release(&text);
	cq__buffer_release(&prefix);
	push(w, CQ_OP_STARTS_WITH, 2);
}

static void write_comparison(writer *w, int depth)
{
	static const struct { cq_operator op; const char *text; } comparisons[] = {
		{ CQ_OP_EQ, " = " }, { CQ_OP_NE, " <> " }, { CQ_OP_LT, " < " }, { CQ_OP_LE, " <= " }, { CQ_OP_GT, " > " }, { CQ_OP_GE, " >= " },
	};
	const uint32_t choice = below(w, 6), kind = below(w, 4);
	void (*const operand)(writer *, int) = kind == 0 ? write_text : kind == 1 ? write_condition : write_number;
	write_infix(w, depth, comparisons[choice].op, comparisons[choice].text, 2, operand);
}

static void write_condition(writer *w, int depth)
{
	if (depth <= 0) {
		write_infix(w, 1, CQ_OP_LT, " < ", 2, write_number);
		return;
	}
	switch (below(w, 9)) {
	case 0: write_junction(w, depth, CQ_OP_AND, " AND "); break;
	case 1: write_junction(w, depth, CQ_OP_OR, " OR "); break;
	case 2:
		put(w, "(NOT ");
		write_condition(w, depth - 1);
		put(w, ")");
		push(w, CQ_OP_NOT, 1);
		break;
	case 3: write_between(w, depth); break;
	case 4: write_in(w, depth); break;
	case 5: write_prefix(w, depth); break;
	case 6:
		put(w, "(");
		write_number(w, depth - 1);
		put(w, " IS NULL)");
		push(w, CQ_OP_IS_NULL, 1);
		break;
	default: write_comparison(w, depth); break;
	}
}

static void bind_values(sqlite3_stmt *prepared, const cq_statement *statement, const cq__rendered *rendered)
{
	for (uint32_t i = 0; i < rendered->parameter_count; i++) {
		const cq_value *const value = &cq_statement_values(statement)[rendered->parameters[i]];
		uint32_t seen = 0, node = 0;
		/* The node of a value says whether it is a text. */
		for (;; node++) {
			if (cq_statement_nodes(statement)[node].op == CQ_OP_VALUE && seen++ == rendered->parameters[i])
				break;
		}
		if (cq_statement_nodes(statement)[node].type == CQ_TYPE_TEXT)
			sqlite3_bind_text(prepared, (int)i + 1, value->text, -1, SQLITE_STATIC);
		else
			sqlite3_bind_int64(prepared, (int)i + 1, value->integer);
	}
}

static sqlite3_stmt *prepare(const char *sql)
{
	sqlite3_stmt *prepared = NULL;
	if (sqlite3_prepare_v2(kit_database, sql, -1, &prepared, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sqlite3_errmsg(kit_database), sql);
	return prepared;
}

static void same_rows(const cq_statement *statement, const cq__rendered *rendered, const char *reference)
{
	sqlite3_stmt *const ours = prepare(rendered->sql), *const theirs = prepare(reference);
	bind_values(ours, statement, rendered);
	for (int step; (step = sqlite3_step(ours)) == SQLITE_ROW;) {
		assert_int_equal(sqlite3_step(theirs), SQLITE_ROW);
		for (int column = 0; column < 3; column++) {
			const char *const a = (const char *)sqlite3_column_text(ours, column);
			const char *const b = (const char *)sqlite3_column_text(theirs, column);
			if ((a == NULL) != (b == NULL) || (a != NULL && strcmp(a, b) != 0))
				fail_msg("column %d: %s and %s\n%s\n%s", column, a != NULL ? a : "NULL", b != NULL ? b : "NULL", rendered->sql, reference);
		}
	}
	assert_int_equal(sqlite3_errcode(kit_database), SQLITE_DONE);
	assert_int_equal(sqlite3_step(theirs), SQLITE_DONE);
	sqlite3_finalize(ours);
	sqlite3_finalize(theirs);
}

static void random_statement(uint64_t seed)
{
	writer w = { .random = seed };
	cq__rendered sqlite, postgres;
	cq_statement_init(&w.statement, NULL);
	put(&w, "SELECT ");
	write_number(&w, 4);
	put(&w, ", ");
	write_condition(&w, 4);
	put(&w, ", ");
	write_text(&w, 3);
	push(&w, CQ_OP_SELECT, 3);
	cq_push_ref(&w.statement, CQ_OP_FROM, 0, CQ_TABLE(posts));
	put(&w, " FROM \"posts\" WHERE ");
	write_condition(&w, 3);
	push(&w, CQ_OP_WHERE, 1);
	cq_push_column(&w.statement, CQ_COLUMN(posts.id));
	push(&w, CQ_OP_ORDER_BY, 1);
	put(&w, " ORDER BY \"posts\".\"id\"");
	push(&w, CQ_OP_STATEMENT, 4);
	assert_int_equal(kit_render(&cq__dialect_sqlite, &w.statement, &sqlite, NULL), CQ_OK);
	assert_int_equal(kit_render(&cq__dialect_postgres, &w.statement, &postgres, NULL), CQ_OK);
	assert_int_equal(sqlite.parameter_count, postgres.parameter_count);
	assert_int_equal(sqlite.parameter_count, w.statement.value_count);
	kit_prepare(&sqlite);
	same_rows(&w.statement, &sqlite, cq__buffer_text(&w.reference));
	cq__rendered_release(&sqlite);
	cq__rendered_release(&postgres);
	kit_write_down(&cq__dialect_mariadb, &w.statement, __FILE__, __LINE__);
	cq__buffer_release(&w.reference);
	cq_statement_release(&w.statement);
}

static void random_statements(void **state)
{
	(void)state;
	kit_execute(kit_database, "INSERT INTO users (username) VALUES ('ann'), ('bob'), ('eve')");
	kit_execute(kit_database, "INSERT INTO posts (author_id, title, votes) VALUES (1, 'a', 0), (2, '%b', 7), (3, 'it''s_!A', -3)");
	for (uint64_t seed = 1; seed <= 5000; seed++)
		random_statement(seed);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(random_statements) };
	return cmocka_run_group_tests(tests, kit_setup, kit_teardown);
}
