/* random_expression/generate_numbers.c: arithmetic and the functions that give numbers, kept small enough for every type.
 *
 * It knows nothing of other kinds than that they can be counted or cast. generate.c asks for them.
 */
#include "expression.h"

#include <math.h>

static double limit_of(uint8_t width)
{
	switch ((cq_type)width) {
	case CQ_TYPE_SMALLINT: return 32767;
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_NONE: return 2147483647;
	default: return 1e15;
	}
}

static uint8_t wider(const term *a, const term *b)
{
	const uint8_t width = a->width > b->width ? a->width : b->width;
	return width == CQ_TYPE_NONE ? CQ_TYPE_INTEGER : width;
}

static uint8_t own_width(const term *a)
{
	return a->width == CQ_TYPE_NONE ? CQ_TYPE_INTEGER : a->width;
}

static double result_bound(cq_operator op, double a, double b)
{
	switch (op) {
	case CQ_OP_MUL: return a * b;
	case CQ_OP_MOD: return b;
	case CQ_OP_DIV: return a;
	default: return a + b;
	}
}

static term *arithmetic(generator *g, int depth)
{
	static const cq_operator operators[] = { CQ_OP_ADD, CQ_OP_SUB, CQ_OP_MUL, CQ_OP_DIV, CQ_OP_MOD };
	const cq_operator op = operators[below(g, 5)];
	term *const made = term_2(g, op, KIND_INTEGER, generate(g, KIND_INTEGER, depth - 1), generate(g, KIND_INTEGER, depth - 1));
	made->width = wider(made->operands[0], made->operands[1]);
	made->bound = result_bound(op, made->operands[0]->bound, made->operands[1]->bound);
	if (made->bound <= limit_of(made->width))
		return made;
	/* Too large: the greater type takes it, or a part of it stays. */
	return made->operands[0];
}

static term *like_first(generator *g, cq_operator op, kind of, int depth)
{
	term *const made = term_1(g, op, of, op == CQ_OP_NEG ? generate(g, of, depth - 1) : generate_exact(g, of, depth - 1));
	made->width = own_width(made->operands[0]);
	made->bound = made->operands[0]->bound;
	made->scale = op == CQ_OP_FLOOR || op == CQ_OP_CEIL ? 0 : made->operands[0]->scale;
	if (op == CQ_OP_FLOOR || op == CQ_OP_CEIL || op == CQ_OP_ROUND)
		made->bound += 1;
	return made->bound <= limit_of(made->width) ? made : made->operands[0];
}

static term *whole_of(generator *g, int depth)
{
	static const char *const numbers[] = { "42", "-7", "0", "123456" };
	term *from;
	switch (below(g, 4)) {
	case 0: from = generate_exact(g, KIND_REAL, depth - 1); break;
	case 1: from = generate_exact(g, KIND_DECIMAL, depth - 1); break;
	case 2: from = generate(g, KIND_BOOLEAN, depth - 1); break;
	default: from = text_literal(g, numbers[below(g, 4)]); break;
	}
	term *const made = term_1(g, CQ_OP_CAST, KIND_INTEGER, from);
	made->type = made->width = CQ_TYPE_BIGINT;
	made->bound = from->kind == KIND_TEXT ? 123456 : from->kind == KIND_BOOLEAN ? 1 : from->bound + 1;
	if (made->bound <= 1e9 && chance(g, 2))
		made->type = made->width = CQ_TYPE_INTEGER;
	return made->bound <= limit_of(made->width) ? made : generate_leaf(g, KIND_INTEGER);
}

static term *counted(generator *g, int depth)
{
	if (chance(g, 2)) {
		term *const made = term_1(g, CQ_OP_LENGTH, KIND_INTEGER, generate(g, chance(g, 3) ? KIND_BYTES : KIND_TEXT, depth - 1));
		made->width = CQ_TYPE_INTEGER;
		made->bound = 1000;
		return made;
	}
	term *const made = term_2(g, CQ_OP_POSITION, KIND_INTEGER, generate(g, KIND_TEXT, 1), generate(g, KIND_TEXT, depth - 1));
	made->width = CQ_TYPE_INTEGER;
	made->bound = 1000;
	return made;
}

/* Functions by name, and the program's own text: what each database has under the same name. */
static term *by_name(generator *g, int depth)
{
	term *const operand = generate(g, KIND_INTEGER, depth - 1);
	term *const made = term_1(g, chance(g, 2) ? CQ_OP_FUNC : CQ_OP_RAW, KIND_INTEGER, operand);
	made->type = made->width = CQ_TYPE_BIGINT;
	made->flags = CQ_RAW_NULLABLE;
	made->ref = made->op == CQ_OP_FUNC ? "abs" : "? + 1";
	made->bound = operand->bound + 1;
	return made->bound <= limit_of(made->width) ? made : operand;
}

term *generate_integer(generator *g, int depth)
{
	switch (below(g, 16)) {
	case 0: return like_first(g, CQ_OP_NEG, KIND_INTEGER, depth);
	case 1: return like_first(g, CQ_OP_ABS, KIND_INTEGER, depth);
	case 2: return like_first(g, chance(g, 2) ? CQ_OP_FLOOR : CQ_OP_CEIL, KIND_INTEGER, depth);
	case 3: return like_first(g, CQ_OP_ROUND, KIND_INTEGER, depth);
	case 4: return whole_of(g, depth);
	case 5:
	case 6: return counted(g, depth);
	case 7:
	case 8:
	case 9: return generate_date_number(g, depth);
	case 10: return generate_json_length(g, depth);
	case 11: return by_name(g, depth);
	case 12: return g->inside || g->plain ? arithmetic(g, depth) : generate_scalar_query(g, depth);
	default: return arithmetic(g, depth);
	}
}

/* ---- reals and decimals --------------------------------------------------------------------------------------------- */

/* A number for arithmetic of that kind: of the kind itself on one side, on the other of any that gives it. */
static term *other_number(generator *g, kind of, int depth)
{
	if (chance(g, 3))
		return generate(g, KIND_INTEGER, depth - 1);
	return generate(g, of == KIND_REAL && chance(g, 4) ? KIND_DECIMAL : of, depth - 1);
}

static term *mixed(generator *g, kind of, int depth)
{
	static const cq_operator operators[] = { CQ_OP_ADD, CQ_OP_SUB, CQ_OP_MUL, CQ_OP_DIV };
	const cq_operator op = operators[below(g, g->exact ? 3 : 4)];
	term *a = generate(g, of, depth - 1), *b = other_number(g, of, depth);
	if (chance(g, 2)) {
		term *const c = a;
		a = b;
		b = c;
	}
	term *const made = term_2(g, op, of, a, b);
	/* A quotient is at most the dividend by the least step there is. */
	made->bound = op == CQ_OP_DIV ? a->bound * 1000 : result_bound(op, a->bound, b->bound);
	const unsigned scale = op == CQ_OP_MUL ? (unsigned)a->scale + b->scale : a->scale > b->scale ? a->scale : b->scale;
	made->scale = of == KIND_DECIMAL ? (uint8_t)scale : 0;
	if (made->bound > 1e9 || scale > 5)
		return generate_leaf(g, of);
	return made;
}

static term *rounded(generator *g, kind of, int depth)
{
	term *const made = term_2(g, CQ_OP_ROUND, of, generate_exact(g, of, depth - 1), integer_literal(g, below(g, 4)));
	made->bound = made->operands[0]->bound + 1;
	made->scale = made->operands[0]->scale;
	return made;
}

/* DECIMAL of a real is not exact where digits are lost; of what is exact, all digits stay. */
static term *cast_number(generator *g, kind of, int depth)
{
	static const char *const numbers[] = { "2.5", "-0.25", "17", "0" };
	static const kind from_kinds[] = { KIND_INTEGER, KIND_REAL, KIND_DECIMAL };
	term *const from = chance(g, 5) ? text_literal(g, numbers[below(g, 4)]) : generate_exact(g, from_kinds[below(g, 3)], depth - 1);
	term *const made = term_1(g, CQ_OP_CAST, of, from);
	made->type = of == KIND_REAL ? CQ_TYPE_DOUBLE : CQ_TYPE_DECIMAL;
	made->width = made->type;
	made->scale = of == KIND_DECIMAL ? (uint8_t)(g->exact ? 5 : below(g, 4)) : 0;
	made->flags = made->scale;
	made->bound = from->kind == KIND_TEXT ? 20 : from->bound + 1;
	return made->bound <= 1e9 ? made : generate_leaf(g, of);
}

static term *power(generator *g, int depth)
{
	term *const base = generate_exact(g, KIND_REAL, depth - 1);
	if (base->bound > 2000)
		return base;
	term *const made = term_2(g, CQ_OP_POWER, KIND_REAL, base, integer_literal(g, below(g, 3)));
	made->bound = base->bound * base->bound + 1;
	return made;
}

term *generate_fraction(generator *g, kind of, int depth)
{
	term *made;
	switch (below(g, 12)) {
	case 0: made = like_first(g, CQ_OP_NEG, of, depth); break;
	case 1: made = like_first(g, CQ_OP_ABS, of, depth); break;
	case 2: made = like_first(g, CQ_OP_FLOOR, of, depth); break;
	case 3: made = like_first(g, CQ_OP_CEIL, of, depth); break;
	case 4: made = like_first(g, CQ_OP_ROUND, of, depth); break;
	case 5: made = g->exact ? mixed(g, of, depth) : rounded(g, of, depth); break;
	case 6:
	case 7: made = cast_number(g, of, depth); break;
	case 8: made = of == KIND_REAL ? power(g, depth) : mixed(g, of, depth); break;
	case 9:
		if (of == KIND_DECIMAL && chance(g, 3)) {
			/* Not on SQLite. */
			made = term_2(g, CQ_OP_MOD, of, generate_exact(g, of, 1), generate_column(g, of));
			made->scale = 3;
			made->bound = 1e5;
			break;
		}
		made = mixed(g, of, depth);
		break;
	default: made = mixed(g, of, depth); break;
	}
	return made->bound <= 1e9 ? made : generate_leaf(g, of);
}
