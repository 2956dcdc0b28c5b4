/* random_expression/generate.c: leaves of random expressions, the choices that every kind has, and which part makes which kind.
 *
 * It knows nothing of SQL or of the model. random_expression_test.c and groups.c ask for expressions.
 */
#include "expression.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

uint32_t below(generator *g, uint32_t limit)
{
	g->random = g->random * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(g->random >> 33) % limit;
}

bool chance(generator *g, uint32_t times)
{
	return below(g, times) == 0;
}

term *term_new(generator *g, cq_operator op, kind of, uint32_t count)
{
	term *const made = cq__arena_zalloc(g->arena, sizeof *made);
	if (made == NULL)
		abort();
	made->op = (uint16_t)op;
	made->kind = (uint8_t)of;
	made->count = count;
	made->operands = cq__arena_alloc_array(g->arena, count + 1, sizeof *made->operands);
	if (made->operands == NULL)
		abort();
	return made;
}

term *term_1(generator *g, cq_operator op, kind of, term *a)
{
	term *const made = term_new(g, op, of, 1);
	made->operands[0] = a;
	return made;
}

term *term_2(generator *g, cq_operator op, kind of, term *a, term *b)
{
	term *const made = term_new(g, op, of, 2);
	made->operands[0] = a;
	made->operands[1] = b;
	return made;
}

term *term_3(generator *g, cq_operator op, kind of, term *a, term *b, term *c)
{
	term *const made = term_new(g, op, of, 3);
	made->operands[0] = a;
	made->operands[1] = b;
	made->operands[2] = c;
	return made;
}

/* ---- columns -------------------------------------------------------------------------------------------------------- */

static kind kind_of_type(uint8_t type)
{
	switch ((cq_type)type) {
	case CQ_TYPE_BOOLEAN: return KIND_BOOLEAN;
	case CQ_TYPE_SMALLINT: case CQ_TYPE_INTEGER: case CQ_TYPE_BIGINT: return KIND_INTEGER;
	case CQ_TYPE_REAL: case CQ_TYPE_DOUBLE: return KIND_REAL;
	case CQ_TYPE_DECIMAL: return KIND_DECIMAL;
	case CQ_TYPE_BYTES: return KIND_BYTES;
	case CQ_TYPE_DATE: return KIND_DATE;
	case CQ_TYPE_TIME: return KIND_TIME;
	case CQ_TYPE_TIMESTAMP: return KIND_TIMESTAMP;
	case CQ_TYPE_INTERVAL: return KIND_INTERVAL;
	case CQ_TYPE_UUID: return KIND_UUID;
	case CQ_TYPE_JSON: return KIND_JSON;
	case CQ_TYPE_ENUM: return KIND_ENUM;
	default: return KIND_TEXT;
	}
}

/* What the rows hold at most. */
static double bound_of(const cq_column *column)
{
	switch ((cq_type)column->type) {
	case CQ_TYPE_SMALLINT: return 40;
	case CQ_TYPE_INTEGER: return 100;
	case CQ_TYPE_BIGINT: return 123456789;
	case CQ_TYPE_REAL: case CQ_TYPE_DOUBLE: return 1025;
	case CQ_TYPE_DECIMAL: return 100000;
	default: return 40;
	}
}

term *thing_column(generator *g, const cq_column *column, uint8_t table)
{
	term *const made = term_new(g, CQ_OP_COLUMN, kind_of_type(column->type), 0);
	made->ref = table == 0 ? column : &cq_table_columns(CQ_TABLE(others))[cq_column_index(column)];
	made->table = table;
	made->width = column->type;
	made->scale = column->type != CQ_TYPE_DECIMAL ? 0 : column == CQ_COLUMN(things.price) ? 2 : 3;
	made->bound = bound_of(column);
	return made;
}

term *generate_column(generator *g, kind of)
{
	const cq_column *const columns = cq_table_columns(CQ_TABLE(things));
	const cq_column *fitting[32];
	uint32_t count = 0;
	for (uint32_t i = 0; i < CQ_TABLE(things)->column_count; i++) {
		if (kind_of_type(columns[i].type) == of)
			fitting[count++] = &columns[i];
	}
	return thing_column(g, fitting[below(g, count)], g->inside && !chance(g, 3) ? 1 : 0);
}

/* ---- values --------------------------------------------------------------------------------------------------------- */

static term *literal(generator *g, kind of, cq_type type, value held)
{
	term *const made = term_new(g, CQ_OP_VALUE, of, 0);
	made->type = (uint8_t)type;
	made->width = (uint8_t)type;
	made->value = held;
	made->bound = of == KIND_INTEGER ? fabs((double)held.integer) : fabs(held.real);
	if (held.text != NULL)
		made->bound = (double)strlen(held.text);
	return made;
}

term *integer_literal(generator *g, int64_t number)
{
	term *const made = literal(g, KIND_INTEGER, CQ_TYPE_INTEGER, integer_value(number));
	made->flags = CQ_VALUE_LITERAL_INT;
	made->width = CQ_TYPE_NONE;
	return made;
}

term *text_literal(generator *g, const char *text)
{
	return literal(g, KIND_TEXT, CQ_TYPE_TEXT, text_value(text));
}

static term *some_text(generator *g)
{
	static const char *const texts[] = { "", "a", "ann", "Ann", "it's", "%", "!_", "x y", "  trim ", "\xC3\xA9", "\xE2\x82\xAC 5", "\\n", "\"q\"", "12", "\xF0\x9F\x98\x80" };
	return text_literal(g, texts[below(g, sizeof texts / sizeof *texts)]);
}

static term *some_integer(generator *g)
{
	if (chance(g, 4))
		return literal(g, KIND_INTEGER, CQ_TYPE_BIGINT, integer_value((int64_t)below(g, 200) - 100));
	return integer_literal(g, (int64_t)below(g, 14) - 4);
}

static value some_moment(generator *g, kind of)
{
	static const char *const moments[] = { "2024-02-29 23:59:59.123456", "1999-12-31 00:00:00", "2000-01-01 12:00:00.5", "1970-01-01 00:00:00", "2023-03-31 06:07:08.000009", "1955-11-05 06:15:00" };
	const uint32_t choice = below(g, sizeof moments / sizeof *moments);
	cq_timestamp moment;
	if (cq_timestamp_parse(moments[choice], &moment) != CQ_OK)
		abort();
	const int64_t day = INT64_C(86400000000), days = (moment.microseconds - (moment.microseconds < 0 ? day - 1 : 0)) / day;
	if (of == KIND_DATE)
		return integer_value(days);
	return integer_value(of == KIND_TIME ? moment.microseconds - days * day : moment.microseconds);
}

/* As the library itself writes it. */
static value interval_text(generator *g, const char *text)
{
	cq_interval interval;
	char *const written = cq__arena_alloc_text(g->arena, CQ_INTERVAL_TEXT);
	if (written == NULL || cq_interval_parse(text, &interval) != CQ_OK)
		abort();
	return text_value(cq_interval_format(interval, written));
}

term *generate_literal(generator *g, kind of)
{
	static const char *const uuids[] = { "00000000-0000-0000-0000-000000000001", "123e4567-e89b-12d3-a456-426614174000" };
	static const char *const spans[] = { "P1D", "PT1.5S", "-P1M", "PT0S" };
	static const char *const documents[] = { "{\"a\": 1}", "[1, 2]", "{}", "[]", "{\"b\": \"it's\", \"c\": [true, null]}" };
	switch (of) {
	case KIND_BOOLEAN: return literal(g, of, CQ_TYPE_BOOLEAN, integer_value(below(g, 2)));
	case KIND_INTEGER: return some_integer(g);
	case KIND_REAL: return literal(g, of, CQ_TYPE_DOUBLE, real_value(((double)below(g, 64) - 24) / 8));
	case KIND_DECIMAL: {
		term *const made = literal(g, of, CQ_TYPE_DECIMAL, real_value(((double)below(g, 64) - 24) / 4));
		made->scale = 2;
		return made;
	}
	case KIND_TEXT: return some_text(g);
	case KIND_BYTES: {
		static const char *const bytes[] = { "abc", "", "\x01\xff'", "\xe2\x82\xac" };
		const char *const chosen = bytes[below(g, 4)];
		term *const made = literal(g, of, CQ_TYPE_BYTES, text_value(chosen));
		made->value.size = strlen(chosen);
		return made;
	}
	case KIND_DATE: return literal(g, of, CQ_TYPE_DATE, some_moment(g, of));
	case KIND_TIME: return literal(g, of, CQ_TYPE_TIME, some_moment(g, of));
	case KIND_TIMESTAMP: return literal(g, of, CQ_TYPE_TIMESTAMP, some_moment(g, of));
	case KIND_INTERVAL: return literal(g, of, CQ_TYPE_INTERVAL, interval_text(g, spans[below(g, 4)]));
	case KIND_UUID: return literal(g, of, CQ_TYPE_UUID, text_value(uuids[below(g, 2)]));
	case KIND_JSON: return literal(g, of, CQ_TYPE_JSON, text_value(documents[below(g, 5)]));
	default: return generate_column(g, KIND_ENUM);
	}
}

/* A value that may be NULL, by its type. */
static term *optional(generator *g, kind of)
{
	term *const made = generate_literal(g, of);
	if (made->op != CQ_OP_VALUE || of == KIND_TEXT || of == KIND_BYTES || of == KIND_JSON || (made->flags & CQ_VALUE_LITERAL_INT) != 0)
		return made;
	made->flags |= CQ_VALUE_CAN_BE_NULL;
	made->value.null = chance(g, 2);
	return made;
}

term *generate_leaf(generator *g, kind of)
{
	const uint32_t choice = below(g, 8);
	if (choice < 5)
		return generate_column(g, of);
	return choice == 5 ? optional(g, of) : generate_literal(g, of);
}

term *generate_exact(generator *g, kind of, int depth)
{
	const bool before = g->exact;
	g->exact = true;
	term *const made = generate(g, of, depth);
	g->exact = before;
	return made;
}

/* ---- what every kind has -------------------------------------------------------------------------------------------- */

/* What a term of several values of one kind takes on from them. */
static void take_on(term *made, const term *from)
{
	made->bound = from->bound > made->bound ? from->bound : made->bound;
	made->scale = from->scale > made->scale ? from->scale : made->scale;
	made->width = from->width > made->width ? from->width : made->width;
}

static void settle_width(term *made)
{
	if (made->kind == KIND_INTEGER && made->width == CQ_TYPE_NONE)
		made->width = CQ_TYPE_INTEGER;
}

/* The word NULL with a type, where one may stand. */
static term *null_word(generator *g, kind of)
{
	static const uint8_t types[KIND_COUNT] = { CQ_TYPE_BOOLEAN, CQ_TYPE_BIGINT, CQ_TYPE_DOUBLE, CQ_TYPE_DECIMAL, CQ_TYPE_TEXT, CQ_TYPE_BYTES, CQ_TYPE_DATE,
		CQ_TYPE_TIME, CQ_TYPE_TIMESTAMP, CQ_TYPE_INTERVAL, CQ_TYPE_UUID, CQ_TYPE_JSON, CQ_TYPE_ENUM };
	term *const made = term_new(g, CQ_OP_NULL, of, 0);
	made->type = types[of];
	made->width = types[of];
	made->value = null_value();
	return made;
}

static term *coalesce(generator *g, kind of, int depth)
{
	const uint32_t count = 2 + below(g, 2);
	term *const made = term_new(g, CQ_OP_COALESCE, of, count);
	for (uint32_t i = 0; i < count; i++) {
		made->operands[i] = i == 0 ? generate_column(g, of) : generate(g, of, depth - 1);
		take_on(made, made->operands[i]);
	}
	settle_width(made);
	return made;
}

static term *branches(generator *g, kind of, int depth)
{
	const uint32_t count = 1 + below(g, 2);
	const bool otherwise = !chance(g, 3);
	term *const made = term_new(g, CQ_OP_CASE, of, count + otherwise);
	for (uint32_t i = 0; i < made->count; i++) {
		term *result = i == 0 ? generate_column(g, of) : generate(g, of, depth - 1);
		if (i != 0 && of != KIND_ENUM && chance(g, 6))
			result = null_word(g, of);
		take_on(made, result);
		made->operands[i] = i < count ? term_2(g, CQ_OP_CASE_WHEN, of, generate(g, KIND_BOOLEAN, depth - 1), result) :
			term_1(g, CQ_OP_ELSE, of, result);
	}
	settle_width(made);
	return made;
}

static term *nullif(generator *g, kind of, int depth)
{
	term *const made = term_2(g, CQ_OP_NULLIF, of, generate_exact(g, of, depth - 1), generate_exact(g, of, depth - 1));
	take_on(made, made->operands[0]);
	settle_width(made);
	return made;
}

term *generate_choice(generator *g, kind of, int depth)
{
	const bool compares = of != KIND_JSON && of != KIND_INTERVAL;
	const uint32_t choice = below(g, compares ? 3 : 2);
	return choice == 0 ? coalesce(g, of, depth) : choice == 1 ? branches(g, of, depth) : nullif(g, of, depth);
}

term *generate(generator *g, kind of, int depth)
{
	if (depth <= 0 || chance(g, 12))
		return generate_leaf(g, of);
	if (chance(g, 9))
		return generate_choice(g, of, depth);
	switch (of) {
	case KIND_BOOLEAN: return generate_boolean(g, depth);
	case KIND_INTEGER: return generate_integer(g, depth);
	case KIND_REAL:
	case KIND_DECIMAL: return generate_fraction(g, of, depth);
	case KIND_TEXT: return generate_text(g, depth);
	case KIND_DATE:
	case KIND_TIMESTAMP: return generate_moment(g, of, depth);
	case KIND_JSON: return generate_json(g, depth);
	/* These have nothing else, so that a little of it will do. */
	default: return generate_choice(g, of, depth - 2);
	}
}
