/* random_expression/generate_conditions.c: comparisons, lists, patterns, AND, OR and NOT, and conditions over subqueries.
 *
 * It knows nothing of how they are computed. generate.c asks for them.
 */
#include "expression.h"

#include <stdlib.h>

static kind comparable(generator *g, bool ordered)
{
	static const kind kinds[] = { KIND_INTEGER, KIND_INTEGER, KIND_REAL, KIND_DECIMAL, KIND_TEXT, KIND_TEXT, KIND_DATE, KIND_TIME, KIND_TIMESTAMP, KIND_UUID,
		KIND_BYTES, KIND_BOOLEAN, KIND_ENUM };
	return kinds[below(g, ordered ? 9 : 13)];
}

/* The other side of a comparison; a C int serves reals and decimals too. */
static term *other_side(generator *g, kind of, int depth)
{
	if ((of == KIND_REAL || of == KIND_DECIMAL) && chance(g, 6))
		return integer_literal(g, (int64_t)below(g, 9) - 3);
	if (of == KIND_ENUM && chance(g, 2))
		return integer_literal(g, below(g, 3));
	if (of == KIND_BOOLEAN && chance(g, 4))
		return integer_literal(g, below(g, 2));
	return generate_exact(g, of, depth);
}

static term *compared(generator *g, cq_operator op, bool ordered, int depth)
{
	const kind of = comparable(g, ordered);
	/* The present moment lies behind all that the rows hold but for a few years. */
	if (of == KIND_TIMESTAMP && chance(g, 2)) {
		term *const now = term_new(g, CQ_OP_NOW, KIND_TIMESTAMP, 0);
		now->type = CQ_TYPE_TIMESTAMP;
		return term_2(g, op, KIND_BOOLEAN, thing_column(g, CQ_COLUMN(things.moment), 0), now);
	}
	return term_2(g, op, KIND_BOOLEAN, of == KIND_ENUM ? generate_column(g, of) : generate_exact(g, of, depth - 1), other_side(g, of, depth - 1));
}

static term *distinct(generator *g, cq_operator op, int depth)
{
	const kind of = comparable(g, false);
	return term_2(g, op, KIND_BOOLEAN, of == KIND_ENUM ? generate_column(g, of) : generate_exact(g, of, depth - 1), other_side(g, of, depth - 1));
}

static term *absent(generator *g)
{
	return term_new(g, CQ_OP_ABSENT, KIND_BOOLEAN, 0);
}

/* One operand is always there. */
static term *junction(generator *g, cq_operator op, int depth)
{
	const uint32_t count = 2 + below(g, 2), always = below(g, count);
	term *const made = term_new(g, op, KIND_BOOLEAN, count);
	for (uint32_t i = 0; i < count; i++)
		made->operands[i] = i != always && chance(g, 6) ? absent(g) : generate(g, KIND_BOOLEAN, depth - 1);
	return made;
}

static term *run_time_junction(generator *g, cq_operator op, int depth)
{
	const uint32_t count = below(g, 4);
	term *const made = term_new(g, op, KIND_BOOLEAN, count);
	for (uint32_t i = 0; i < count; i++)
		made->operands[i] = generate(g, KIND_BOOLEAN, depth - 1);
	return made;
}

static term *listed(generator *g, cq_operator op, int depth)
{
	const kind of = comparable(g, false);
	const uint32_t count = 1 + below(g, 3);
	term *const made = term_new(g, op, KIND_BOOLEAN, 1 + count);
	made->operands[0] = of == KIND_ENUM ? generate_column(g, of) : generate_exact(g, of, depth - 1);
	for (uint32_t i = 1; i <= count; i++)
		made->operands[i] = other_side(g, of, depth - 2);
	return made;
}

static term *in_array(generator *g, cq_operator op, int depth)
{
	static const kind kinds[] = { KIND_INTEGER, KIND_TEXT, KIND_DATE, KIND_REAL };
	const kind of = kinds[below(g, 4)];
	const uint32_t count = below(g, 5);
	value *const elements = cq__arena_alloc_array(g->arena, count + 1, sizeof *elements);
	if (elements == NULL)
		abort();
	for (uint32_t i = 0; i < count; i++)
		elements[i] = generate_literal(g, of)->value;
	term *const array = term_new(g, CQ_OP_VALUE, of, 0);
	array->type = of == KIND_INTEGER ? CQ_TYPE_BIGINT : of == KIND_TEXT ? CQ_TYPE_TEXT : of == KIND_DATE ? CQ_TYPE_DATE : CQ_TYPE_DOUBLE;
	array->flags = CQ_VALUE_ARRAY;
	array->elements = elements;
	array->element_count = count;
	/* A column, so that the array's elements are what the column holds. */
	return term_2(g, op, KIND_BOOLEAN, chance(g, 2) ? generate_column(g, of) : generate_exact(g, of, depth - 1), array);
}

static term *between(generator *g, int depth)
{
	const kind of = comparable(g, true);
	return term_3(g, CQ_OP_BETWEEN, KIND_BOOLEAN, generate_exact(g, of, depth - 1), other_side(g, of, depth - 1), other_side(g, of, depth - 1));
}

static term *pattern(generator *g)
{
	static const char *const pieces[] = { "%", "_", "a", "n", "!%", "!_", "!!", "\xC3\xA9", "it's", "%", "\\", "A" };
	const uint32_t count = 1 + below(g, 4);
	char *const text = cq__arena_alloc_text(g->arena, 32);
	if (text == NULL)
		abort();
	size_t length = 0;
	for (uint32_t i = 0; i < count; i++) {
		for (const char *from = pieces[below(g, sizeof pieces / sizeof *pieces)]; *from != '\0'; from++)
			text[length++] = *from;
	}
	text[length] = '\0';
	return text_literal(g, text);
}

static term *matched(generator *g, cq_operator op, int depth)
{
	term *const text = generate(g, KIND_TEXT, depth - 1);
	if (op == CQ_OP_LIKE || op == CQ_OP_ILIKE)
		return term_2(g, op, KIND_BOOLEAN, text, pattern(g));
	return term_2(g, op, KIND_BOOLEAN, text, chance(g, 2) ? generate_literal(g, KIND_TEXT) : generate(g, KIND_TEXT, depth - 2));
}

/* ROW(a, b) = ROW(c, d), or IN several of them. */
static term *rows_compared(generator *g, cq_operator op, int depth)
{
	const bool ordered = op != CQ_OP_EQ && op != CQ_OP_NE && op != CQ_OP_IN && op != CQ_OP_NOT_IN;
	const uint32_t members = 2 + below(g, 2), sides = op == CQ_OP_IN || op == CQ_OP_NOT_IN ? 2 + below(g, 2) : 2;
	term *const made = term_new(g, op, KIND_BOOLEAN, sides);
	for (uint32_t i = 0; i < sides; i++)
		made->operands[i] = term_new(g, CQ_OP_TUPLE, KIND_BOOLEAN, members);
	for (uint32_t i = 0; i < members; i++) {
		const kind of = ordered ? comparable(g, true) : KIND_INTEGER + (kind)below(g, 4);
		for (uint32_t side = 0; side < sides; side++)
			made->operands[side]->operands[i] = generate_exact(g, of, side == 0 ? 0 : depth - 3);
	}
	return made;
}

/* ---- subqueries over the table's second name ------------------------------------------------------------------------ */

static term *subquery(generator *g, term *item, term *condition)
{
	term *const made = term_new(g, CQ_OP_SUBQUERY, item->kind, condition != NULL ? 2 : 1);
	made->operands[0] = item;
	made->operands[1] = condition;
	return made;
}

static term *exists(generator *g, int depth)
{
	term *condition;
	g->inside = true;
	if (chance(g, 2)) {
		condition = term_1(g, CQ_OP_ALONG, KIND_BOOLEAN, thing_column(g, CQ_COLUMN(things.parent_id), 0));
		condition->ref = CQ_TABLE(others);
		if (chance(g, 2))
			condition = term_2(g, CQ_OP_AND, KIND_BOOLEAN, condition, generate(g, KIND_BOOLEAN, depth - 2));
	} else {
		condition = generate(g, KIND_BOOLEAN, depth - 2);
	}
	term *const inner = subquery(g, thing_column(g, CQ_COLUMN(things.id), 1), condition);
	g->inside = false;
	return term_1(g, CQ_OP_EXISTS, KIND_BOOLEAN, inner);
}

static term *in_query(generator *g, cq_operator op, int depth)
{
	static const kind kinds[] = { KIND_INTEGER, KIND_TEXT, KIND_DATE };
	const kind of = kinds[below(g, 3)];
	term *const needle = generate(g, of, depth - 1);
	g->inside = true;
	term *const item = generate(g, of, 1);
	term *const inner = subquery(g, item, chance(g, 2) ? generate(g, KIND_BOOLEAN, depth - 2) : NULL);
	g->inside = false;
	return term_2(g, op, KIND_BOOLEAN, needle, inner);
}

term *generate_scalar_query(generator *g, int depth)
{
	static const cq_operator operators[] = { CQ_OP_MIN, CQ_OP_MAX, CQ_OP_COUNT };
	const cq_operator op = operators[below(g, 3)];
	g->inside = true;
	term *const item = term_1(g, op, KIND_INTEGER, thing_column(g, chance(g, 2) ? CQ_COLUMN(things.votes) : CQ_COLUMN(things.size), 1));
	term *const made = subquery(g, item, chance(g, 3) ? NULL : generate(g, KIND_BOOLEAN, depth - 2));
	g->inside = false;
	item->bound = made->bound = 100;
	item->width = made->width = op == CQ_OP_COUNT ? CQ_TYPE_BIGINT : CQ_TYPE_INTEGER;
	return made;
}

static term *queried(generator *g, int depth)
{
	if (g->inside || g->plain)
		return compared(g, CQ_OP_EQ, false, depth);
	switch (below(g, 4)) {
	case 0: return in_query(g, CQ_OP_IN_QUERY, depth);
	case 1: return in_query(g, CQ_OP_NOT_IN_QUERY, depth);
	default: return exists(g, depth);
	}
}

term *generate_boolean(generator *g, int depth)
{
	static const cq_operator orders[] = { CQ_OP_LT, CQ_OP_LE, CQ_OP_GT, CQ_OP_GE };
	static const cq_operator matches[] = { CQ_OP_LIKE, CQ_OP_ILIKE, CQ_OP_STARTS_WITH, CQ_OP_ENDS_WITH, CQ_OP_CONTAINS };
	static const cq_operator rows[] = { CQ_OP_EQ, CQ_OP_NE, CQ_OP_LT, CQ_OP_LE, CQ_OP_GT, CQ_OP_GE, CQ_OP_IN, CQ_OP_NOT_IN };
	switch (below(g, 20)) {
	case 0: return compared(g, CQ_OP_EQ, false, depth);
	case 1: return compared(g, CQ_OP_NE, false, depth);
	case 2:
	case 3: return compared(g, orders[below(g, 4)], true, depth);
	case 4: return distinct(g, chance(g, 2) ? CQ_OP_IS_DISTINCT : CQ_OP_IS_NOT_DISTINCT, depth);
	case 5: return junction(g, CQ_OP_AND, depth);
	case 6: return junction(g, CQ_OP_OR, depth);
	case 7: return term_1(g, CQ_OP_NOT, KIND_BOOLEAN, generate(g, KIND_BOOLEAN, depth - 1));
	case 8: return run_time_junction(g, chance(g, 2) ? CQ_OP_ALL_OF : CQ_OP_ANY_OF, depth);
	case 9: return term_1(g, CQ_OP_IS_NULL, KIND_BOOLEAN, generate(g, (kind)below(g, KIND_COUNT), depth - 1));
	case 10: return term_1(g, CQ_OP_IS_NOT_NULL, KIND_BOOLEAN, generate(g, (kind)below(g, KIND_COUNT), depth - 1));
	case 11:
	case 12: return listed(g, chance(g, 2) ? CQ_OP_IN : CQ_OP_NOT_IN, depth);
	case 13: return in_array(g, chance(g, 2) ? CQ_OP_IN_ARRAY : CQ_OP_NOT_IN_ARRAY, depth);
	case 14: return between(g, depth);
	case 15:
	case 16: return matched(g, matches[below(g, 5)], depth);
	case 17: return rows_compared(g, rows[below(g, 8)], depth);
	case 18: {
		term *const made = term_1(g, CQ_OP_CAST, KIND_BOOLEAN, generate(g, KIND_INTEGER, depth - 1));
		made->type = CQ_TYPE_BOOLEAN;
		return made;
	}
	default: return queried(g, depth);
	}
}
