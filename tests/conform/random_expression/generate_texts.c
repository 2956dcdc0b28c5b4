/* random_expression/generate_texts.c: texts, moments and documents, and the numbers read from them.
 *
 * It knows nothing of how they are computed. generate.c asks for them.
 */
#include "expression.h"

#include <string.h>

static term *cast(generator *g, kind of, cq_type type, term *from)
{
	term *const made = term_1(g, CQ_OP_CAST, of, from);
	made->type = made->width = (uint8_t)type;
	made->bound = 40;
	return made;
}

/* ---- texts ---------------------------------------------------------------------------------------------------------- */

static term *joined(generator *g, int depth)
{
	const uint32_t count = 2 + below(g, 2);
	term *const made = term_new(g, CQ_OP_CONCAT, KIND_TEXT, count);
	for (uint32_t i = 0; i < count; i++) {
		made->operands[i] = generate(g, KIND_TEXT, depth - 1);
		made->bound += made->operands[i]->bound;
	}
	return made->bound <= 300 ? made : made->operands[0];
}

static term *changed(generator *g, cq_operator op, int depth)
{
	term *const made = term_1(g, op, KIND_TEXT, generate(g, KIND_TEXT, depth - 1));
	made->bound = made->operands[0]->bound;
	return made;
}

static term *first_character(generator *g)
{
	if (!chance(g, 4))
		return integer_literal(g, 1 + below(g, 6));
	term *const far = term_1(g, CQ_OP_ABS, KIND_INTEGER, thing_column(g, CQ_COLUMN(things.small), 0));
	far->width = CQ_TYPE_SMALLINT;
	return term_2(g, CQ_OP_ADD, KIND_INTEGER, integer_literal(g, 1), far);
}

static term *part(generator *g, int depth)
{
	term *const text = generate(g, KIND_TEXT, depth - 1), *const from = first_character(g);
	term *const made = chance(g, 3) ? term_2(g, CQ_OP_SUBSTR, KIND_TEXT, text, from) :
		term_3(g, CQ_OP_SUBSTR, KIND_TEXT, text, from, integer_literal(g, below(g, 6)));
	made->bound = text->bound;
	return made;
}

static term *replaced(generator *g, int depth)
{
	term *const text = generate(g, KIND_TEXT, depth - 1);
	term *const made = term_3(g, CQ_OP_REPLACE, KIND_TEXT, text, generate_leaf(g, KIND_TEXT), generate_leaf(g, KIND_TEXT));
	made->bound = text->bound * 40;
	return made->bound <= 300 ? made : text;
}

/* Numbers whose text the database decides on are left out: whole numbers have one only. */
static term *written_out(generator *g, int depth)
{
	static const kind kinds[] = { KIND_INTEGER, KIND_DATE, KIND_TIMESTAMP, KIND_TIME, KIND_UUID, KIND_ENUM };
	const kind of = kinds[below(g, 6)];
	return cast(g, KIND_TEXT, CQ_TYPE_TEXT, generate(g, of, depth - 1));
}

term *generate_text(generator *g, int depth)
{
	switch (below(g, 11)) {
	case 0: return changed(g, CQ_OP_LOWER, depth);
	case 1: return changed(g, CQ_OP_UPPER, depth);
	case 2: return changed(g, CQ_OP_TRIM, depth);
	case 3:
	case 4: return part(g, depth);
	case 5: return replaced(g, depth);
	case 6:
	case 7: return written_out(g, depth);
	case 8: return generate_json_text(g, depth);
	default: return joined(g, depth);
	}
}

/* ---- moments -------------------------------------------------------------------------------------------------------- */

/* Years that stay within four digits: n of a unit is at most some ten years. */
static term *moved(generator *g, kind of, int depth)
{
	static const int64_t most[] = { 1000000, 100000, 5000, 400, 60, 40, 12, 4 };
	const uint8_t unit = (uint8_t)(of == KIND_DATE ? CQ_UNIT_DAY + below(g, 5) : below(g, 8));
	term *number;
	if (chance(g, 3))
		number = thing_column(g, unit >= CQ_UNIT_MONTH ? CQ_COLUMN(things.small) : CQ_COLUMN(things.votes), 0);
	else
		number = integer_literal(g, (int64_t)below(g, (uint32_t)most[unit] * 2) - most[unit]);
	/* Only PostgreSQL has intervals to be added. */
	if (chance(g, 12))
		return term_2(g, CQ_OP_INTERVAL_ADD, of, generate(g, of, depth - 1), generate_leaf(g, KIND_INTERVAL));
	term *const made = term_2(g, CQ_OP_DATE_ADD, of, generate(g, of, depth - 1), number);
	made->flags = unit;
	return made;
}

static term *written_moment(generator *g, kind of)
{
	static const char *const dates[] = { "2024-02-29", "1999-12-31", "1900-01-01" };
	static const char *const moments[] = { "2024-02-29 23:59:59.123456", "1999-12-31 00:00:00.000000" };
	if (of == KIND_DATE)
		return cast(g, of, CQ_TYPE_DATE, text_literal(g, dates[below(g, 3)]));
	return cast(g, of, CQ_TYPE_TIMESTAMP, text_literal(g, moments[below(g, 2)]));
}

term *generate_moment(generator *g, kind of, int depth)
{
	switch (below(g, 6)) {
	case 0:
	case 1: return moved(g, of, depth);
	case 2:
	case 3: {
		term *const made = term_1(g, CQ_OP_DATE_TRUNC, of, generate(g, of, depth - 1));
		made->flags = (uint8_t)(of == KIND_DATE ? CQ_UNIT_DAY + below(g, 5) : below(g, 8));
		return made;
	}
	case 4: return written_moment(g, of);
	default:
		return cast(g, of, of == KIND_DATE ? CQ_TYPE_DATE : CQ_TYPE_TIMESTAMP, generate(g, of == KIND_DATE ? KIND_TIMESTAMP : KIND_DATE, depth - 1));
	}
}

term *generate_date_number(generator *g, int depth)
{
	const kind of = chance(g, 2) ? KIND_DATE : KIND_TIMESTAMP;
	if (chance(g, 2)) {
		term *const made = term_2(g, CQ_OP_DATE_DIFF, KIND_INTEGER, generate(g, of, depth - 1), generate(g, of, depth - 1));
		made->flags = (uint8_t)(of == KIND_DATE ? CQ_UNIT_DAY + below(g, 2) : below(g, CQ_UNIT_WEEK + 1));
		made->width = CQ_TYPE_BIGINT;
		made->bound = 1e11;
		return made;
	}
	term *const made = term_1(g, CQ_OP_EXTRACT, KIND_INTEGER, generate(g, of, depth - 1));
	made->flags = (uint8_t)(of == KIND_DATE ? CQ_UNIT_DAY + below(g, CQ_UNIT_COUNT_OF - CQ_UNIT_DAY) : below(g, CQ_UNIT_COUNT_OF));
	made->width = made->flags == CQ_UNIT_EPOCH ? CQ_TYPE_BIGINT : CQ_TYPE_INTEGER;
	made->bound = made->flags == CQ_UNIT_EPOCH ? 1e11 : 9999;
	return made;
}

/* ---- documents ------------------------------------------------------------------------------------------------------ */

static term *path(generator *g, cq_operator op, kind of, int depth)
{
	static const char *const keys[] = { "a", "b", "c", "t", "n", "d", "\xC3\xA9", "b c", "it's", "no \"such\"" };
	const uint32_t steps = 1 + below(g, 2);
	term *const made = term_new(g, op, of, 1 + steps);
	made->operands[0] = generate(g, KIND_JSON, depth - 1);
	for (uint32_t i = 1; i <= steps; i++)
		made->operands[i] = chance(g, 3) ? integer_literal(g, below(g, 4)) : text_literal(g, keys[below(g, sizeof keys / sizeof *keys)]);
	made->bound = 100;
	return made;
}

/* What a document is made of; bytes have no place in one, and intervals no common form. */
static term *content(generator *g, int depth)
{
	static const kind kinds[] = { KIND_INTEGER, KIND_TEXT, KIND_BOOLEAN, KIND_JSON, KIND_REAL, KIND_DATE, KIND_UUID };
	return generate_exact(g, kinds[below(g, 7)], depth - 1);
}

static term *built(generator *g, int depth)
{
	static const char *const keys[] = { "a", "b", "it's", "\xC3\xA9" };
	const uint32_t count = below(g, 3);
	const bool object = chance(g, 2);
	term *const made = term_new(g, object ? CQ_OP_JSON_OBJECT : CQ_OP_JSON_ARRAY, KIND_JSON, object ? 2 * count : count);
	const uint32_t offset = below(g, 2);
	for (uint32_t i = 0; i < count; i++) {
		if (object)
			made->operands[2 * i] = text_literal(g, keys[offset + i]);
		made->operands[object ? 2 * i + 1 : i] = content(g, depth);
	}
	return made;
}

term *generate_json(generator *g, int depth)
{
	static const char *const documents[] = { "{\"a\": [1]}", "[1, \"x\"]", "null", "7" };
	switch (below(g, 5)) {
	case 0: return cast(g, KIND_JSON, CQ_TYPE_JSON, text_literal(g, documents[below(g, 4)]));
	case 1:
	case 2: return path(g, CQ_OP_JSON_GET, KIND_JSON, depth);
	default: return built(g, depth);
	}
}

term *generate_json_text(generator *g, int depth)
{
	return path(g, CQ_OP_JSON_TEXT, KIND_TEXT, depth);
}

/* Of arrays only: what else has no length is no matter of the language. */
term *generate_json_length(generator *g, int depth)
{
	term *array = thing_column(g, CQ_COLUMN(things.tags), 0);
	if (chance(g, 2)) {
		const uint32_t count = below(g, 3);
		array = term_new(g, CQ_OP_JSON_ARRAY, KIND_JSON, count);
		for (uint32_t i = 0; i < count; i++)
			array->operands[i] = content(g, depth - 1);
	}
	term *const made = term_1(g, CQ_OP_JSON_LENGTH, KIND_INTEGER, array);
	made->width = CQ_TYPE_INTEGER;
	made->bound = 10;
	return made;
}
