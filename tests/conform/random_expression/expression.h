/* random_expression/expression.h: expressions as the test keeps them: made by the generator, written as a program, computed
 * by the model.
 *
 * It knows nothing of SQL. The language itself is only seen through the functions of cquel/query.h.
 */
#ifndef RANDOM_EXPRESSION_H
#define RANDOM_EXPRESSION_H

#include "base/arena.h"
#include "things.h"

#include <stdbool.h>
#include <stdint.h>

/* What compares with what. */
typedef enum kind {
	KIND_BOOLEAN, KIND_INTEGER, KIND_REAL, KIND_DECIMAL, KIND_TEXT, KIND_BYTES, KIND_DATE, KIND_TIME, KIND_TIMESTAMP,
	KIND_INTERVAL, KIND_UUID, KIND_JSON, KIND_ENUM, KIND_COUNT
} kind;

/* A value; its term says of which kind. Whole numbers, days, microseconds, 0 and 1 are `integer`; REAL and DECIMAL `real`;
 * everything else a text (JSON, INTERVAL and UUID as they are written) or bytes. */
typedef struct value {
	bool null;
	int64_t integer;
	double real;
	const char *text;
	size_t size;
} value;

typedef struct term {
	uint16_t op;     /* cq_operator */
	uint8_t kind;
	uint8_t type;    /* of VALUE, NULL, CAST, FUNC, RAW, NOW: cq_type */
	uint8_t flags;   /* as in cq_node */
	uint8_t width;   /* of a whole number: its cq_type; NONE: a C int, which is as wide as what it meets */
	uint8_t scale;   /* of a DECIMAL */
	uint8_t table;   /* of a COLUMN: 0 things, 1 others */
	double bound;    /* no value is greater; of texts, no text longer */
	const void *ref;
	uint32_t count;
	struct term **operands;
	value value;           /* of VALUE */
	const value *elements; /* of a VALUE that is an array */
	uint32_t element_count;
} term;

/* ---- generate*.c ---------------------------------------------------------------------------------------------------- */

typedef struct generator {
	uint64_t random;
	cq__arena *arena; /* of the terms and their texts */
	bool inside;      /* a subquery: both tables are there */
	bool exact;       /* only numbers that come out the same wherever they are computed */
	bool plain;       /* no subqueries */
} generator;

uint32_t below(generator *g, uint32_t limit);
/* True once in `times`. */
bool chance(generator *g, uint32_t times);

/* A term of that operator with room for `count` operands. */
term *term_new(generator *g, cq_operator op, kind of, uint32_t count);
term *term_1(generator *g, cq_operator op, kind of, term *a);
term *term_2(generator *g, cq_operator op, kind of, term *a, term *b);
term *term_3(generator *g, cq_operator op, kind of, term *a, term *b, term *c);

/* A random expression of a kind, at most `depth` operators above its leaves. */
term *generate(generator *g, kind of, int depth);
/* A column or value. */
term *generate_leaf(generator *g, kind of);
term *generate_column(generator *g, kind of);
term *generate_literal(generator *g, kind of);
/* The same exactly. */
term *generate_exact(generator *g, kind of, int depth);
/* A whole number of a C int. */
term *integer_literal(generator *g, int64_t number);
term *text_literal(generator *g, const char *text);

/* COALESCE, CASE, NULLIF, which every kind has. */
term *generate_choice(generator *g, kind of, int depth);
term *generate_integer(generator *g, int depth);
term *generate_fraction(generator *g, kind of, int depth);
term *generate_text(generator *g, int depth);
term *generate_moment(generator *g, kind of, int depth);
term *generate_json(generator *g, int depth);
term *generate_boolean(generator *g, int depth);

/* Parts of whole numbers and texts that read dates or documents. */
term *generate_date_number(generator *g, int depth);
term *generate_json_text(generator *g, int depth);
term *generate_json_length(generator *g, int depth);
term *generate_scalar_query(generator *g, int depth);

/* A column of things that aggregates, windows and groups are made of. */
term *thing_column(generator *g, const cq_column *column, uint8_t table);

/* ---- write.c -------------------------------------------------------------------------------------------------------- */

/* Appends an expression to a statement. */
void write_expression(cq_statement *statement, const term *expression);

/* ---- model*.c ------------------------------------------------------------------------------------------------------- */

/* The rows that columns are read from. */
typedef struct scope {
	const Thing *rows[2]; /* of things, of others */
	const Thing *members[THING_COUNT]; /* of the group; with windows, all */
	uint32_t member_count;
	cq__arena *arena;     /* of texts that are made */
	cq_timestamp now;
	int database; /* whose NULLs are sorted and whose quirks are followed: 0 SQLite, 1 PostgreSQL, 2 MariaDB */
} scope;

value evaluate(const scope *at, const term *expression);
value null_value(void);
value integer_value(int64_t number);
value real_value(double number);
value text_value(const char *text);
value sized_value(const scope *at, const char *text, size_t size);
static inline value operand_value(const scope *at, const term *expression, uint32_t i)
{
	return evaluate(at, expression->operands[i]);
}

/* A number as a double, whatever its kind. */
double number_of(const term *expression, value number);
/* Half away from zero. */
double round_half_away(double number, int digits);

/* -1, 0, 1; of two values of one kind, neither NULL. */
int compare_values(kind of, value a, value b);
/* The text that SQLite stores and CAST gives. */
value as_text(const scope *at, kind of, value from);
value from_text(const scope *at, kind of, const char *text);

value evaluate_condition(const scope *at, const term *expression);
value evaluate_number(const scope *at, const term *expression);
value evaluate_text(const scope *at, const term *expression);
value evaluate_moment(const scope *at, const term *expression);
value evaluate_json(const scope *at, const term *expression);
value evaluate_query(const scope *at, const term *expression);
value evaluate_aggregate(const scope *at, const term *expression);
value evaluate_over(const scope *at, const term *expression);
/* The same with NULL before everything, and labels by their texts: as SQLite orders. */
int compare_sorted(const scope *at, kind of, value a, value b);

/* Whether two documents say the same: blanks, and how a number is written, do not count. */
bool same_json(const char *a, const char *b);

#endif
