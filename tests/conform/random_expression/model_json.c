/* random_expression/model_json.c: documents: read, followed along a path, built, compared.
 *
 * It knows nothing of SQL. model.c calls it; the test compares documents by it.
 */
#include "expression.h"

#include "base/buffer.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where a part of a document's text starts and ends. */
typedef struct span {
	const char *start, *end;
} span;

static const char *behind_blanks(const char *at)
{
	return at + strspn(at, " \t\r\n");
}

/* at stands on the opening quote. */
static const char *behind_string(const char *at)
{
	for (at++; *at != '"'; at++) {
		if (*at == '\\')
			at++;
		if (*at == '\0')
			abort();
	}
	return at + 1;
}

static const char *behind_value(const char *at)
{
	at = behind_blanks(at);
	if (*at == '"')
		return behind_string(at);
	if (*at != '[' && *at != '{')
		return at + strcspn(at, ",]} \t\r\n");
	int depth = 0;
	do {
		if (*at == '\0')
			abort();
		depth += *at == '[' || *at == '{';
		depth -= *at == ']' || *at == '}';
		at = *at == '"' ? behind_string(at) : at + 1;
	} while (depth != 0);
	return at;
}

static span value_at(const char *at)
{
	at = behind_blanks(at);
	return (span){ at, behind_value(at) };
}

/* The next member of an array or object behind `at`, which stands behind the opening bracket or the last member. False at
 * the end. Of an array there is no key. */
static bool next_member(const char **at, bool object, span *key, span *member)
{
	*at = behind_blanks(*at);
	if (**at == ',')
		*at = behind_blanks(*at + 1);
	if (**at == ']' || **at == '}')
		return false;
	if (object) {
		*key = value_at(*at);
		*at = behind_blanks(key->end) + 1;
	}
	*member = value_at(*at);
	*at = member->end;
	return true;
}

static void append_code(cq__buffer *out, unsigned code)
{
	if (code >= 0x800) {
		cq__buffer_append_char(out, (char)(0xE0 | code >> 12));
		cq__buffer_append_char(out, (char)(0x80 | (code >> 6 & 63)));
	} else if (code >= 0x80) {
		cq__buffer_append_char(out, (char)(0xC0 | code >> 6));
	}
	cq__buffer_append_char(out, (char)(code >= 0x80 ? 0x80 | (code & 63) : code));
}

/* The text that a string in quotes stands for; none of ours is beyond the basic plane. */
static void unescape(cq__buffer *out, span string)
{
	for (const char *at = string.start + 1; at < string.end - 1; at++) {
		if (*at != '\\') {
			cq__buffer_append_char(out, *at);
			continue;
		}
		switch (*++at) {
		case 'n': cq__buffer_append_char(out, '\n'); break;
		case 't': cq__buffer_append_char(out, '\t'); break;
		case 'r': cq__buffer_append_char(out, '\r'); break;
		case 'b': cq__buffer_append_char(out, '\b'); break;
		case 'f': cq__buffer_append_char(out, '\f'); break;
		case 'u': {
			const char digits[] = { at[1], at[2], at[3], at[4], '\0' };
			append_code(out, (unsigned)strtoul(digits, NULL, 16));
			at += 4;
			break;
		}
		default: cq__buffer_append_char(out, *at); break;
		}
	}
}

static void append_string(cq__buffer *out, const char *text, size_t size)
{
	cq__buffer_append_char(out, '"');
	for (size_t i = 0; i < size; i++) {
		if (text[i] == '"' || text[i] == '\\')
			cq__buffer_append_char(out, '\\');
		if ((unsigned char)text[i] < 0x20)
			cq__buffer_append_format(out, "\\u%04x", (unsigned)(unsigned char)text[i]);
		else
			cq__buffer_append_char(out, text[i]);
	}
	cq__buffer_append_char(out, '"');
}

static value taken(const scope *at, cq__buffer *text)
{
	if (text->status != CQ_OK)
		abort();
	const value result = sized_value(at, cq__buffer_text(text), text->length);
	cq__buffer_release(text);
	return result;
}

/* ---- one form for all documents that say the same ------------------------------------------------------------------- */

static int by_key(const void *a, const void *b)
{
	const span *const x = a, *const y = b;
	const size_t length_x = (size_t)(x->end - x->start), length_y = (size_t)(y->end - y->start);
	const int order = memcmp(x->start, y->start, length_x < length_y ? length_x : length_y);
	return order != 0 ? order : (length_x > length_y) - (length_x < length_y);
}

static void canonical(cq__buffer *out, span part);

static void canonical_string(cq__buffer *out, span part)
{
	cq__buffer plain = { 0 };
	unescape(&plain, part);
	append_string(out, cq__buffer_text(&plain), plain.length);
	cq__buffer_release(&plain);
}

static void canonical_members(cq__buffer *out, span part)
{
	enum { MOST = 16 };
	const bool object = *part.start == '{';
	struct { span key, member; } members[MOST];
	uint32_t count = 0;
	const char *at = part.start + 1;
	while (next_member(&at, object, &members[count].key, &members[count].member)) {
		if (++count == MOST)
			abort();
	}
	if (object)
		qsort(members, count, sizeof *members, by_key);
	cq__buffer_append_char(out, *part.start);
	for (uint32_t i = 0; i < count; i++) {
		if (i != 0)
			cq__buffer_append_char(out, ',');
		if (object) {
			canonical_string(out, members[i].key);
			cq__buffer_append_char(out, ':');
		}
		canonical(out, members[i].member);
	}
	cq__buffer_append_char(out, object ? '}' : ']');
}

static void canonical(cq__buffer *out, span part)
{
	if (*part.start == '[' || *part.start == '{')
		canonical_members(out, part);
	else if (*part.start == '"')
		canonical_string(out, part);
	else if (*part.start == '-' || (*part.start >= '0' && *part.start <= '9'))
		/* -0 is 0. */
		cq__buffer_append_format(out, "%.12g", strtod(part.start, NULL) + 0.0);
	else
		cq__buffer_append(out, part.start, (size_t)(part.end - part.start));
}

bool same_json(const char *a, const char *b)
{
	cq__buffer x = { 0 }, y = { 0 };
	canonical(&x, value_at(a));
	canonical(&y, value_at(b));
	const bool same = strcmp(cq__buffer_text(&x), cq__buffer_text(&y)) == 0;
	cq__buffer_release(&x);
	cq__buffer_release(&y);
	return same;
}

/* ---- paths ---------------------------------------------------------------------------------------------------------- */

static bool step(span *part, const term *key, value held)
{
	const bool object = key->kind == KIND_TEXT;
	span name = { NULL, NULL }, member;
	int64_t index = 0;
	if (*part->start != (object ? '{' : '['))
		return false;
	for (const char *at = part->start + 1; next_member(&at, object, &name, &member); index++) {
		cq__buffer plain = { 0 };
		if (object)
			unescape(&plain, name);
		const bool found = object ? strcmp(cq__buffer_text(&plain), held.text) == 0 : index == held.integer;
		cq__buffer_release(&plain);
		if (found) {
			*part = member;
			return true;
		}
	}
	return false;
}

/* Blanks between the parts are left out; strings stand as they are. */
static void append_compact(cq__buffer *out, span part)
{
	for (const char *at = part.start; at < part.end;) {
		const char *const end = *at == '"' ? behind_string(at) : at + 1;
		if (strchr(" \t\r\n", *at) == NULL)
			cq__buffer_append(out, at, (size_t)(end - at));
		at = end;
	}
}

static value followed(const scope *at, const term *expression, bool as_document)
{
	const value document = operand_value(at, expression, 0);
	if (document.null)
		return document;
	span part = value_at(document.text);
	for (uint32_t i = 1; i < expression->count; i++) {
		if (!step(&part, expression->operands[i], operand_value(at, expression, i)))
			return null_value();
	}
	cq__buffer out = { 0 };
	if (!as_document && *part.start == 'n')
		return null_value();
	if (!as_document && *part.start == '"')
		unescape(&out, part);
	else
		append_compact(&out, part);
	return taken(at, &out);
}

/* ---- building ------------------------------------------------------------------------------------------------------- */

static void append_real(cq__buffer *out, double number)
{
	char text[40];
	snprintf(text, sizeof text, "%.15g", number + 0.0);
	cq__buffer_append_text(out, text);
	if (strpbrk(text, ".e") == NULL)
		cq__buffer_append_text(out, ".0");
}

static void append_content(cq__buffer *out, const scope *at, const term *part)
{
	const value held = evaluate(at, part);
	if (held.null) {
		cq__buffer_append_text(out, "null");
		return;
	}
	switch ((kind)part->kind) {
	case KIND_BOOLEAN: cq__buffer_append_text(out, held.integer != 0 ? "true" : "false"); break;
	case KIND_INTEGER: cq__buffer_append_format(out, "%" PRId64, held.integer); break;
	case KIND_REAL: append_real(out, held.real); break;
	case KIND_JSON: cq__buffer_append(out, held.text, held.size); break;
	default: {
		const value text = as_text(at, (kind)part->kind, held);
		append_string(out, text.text, text.size);
		break;
	}
	}
}

static value built(const scope *at, const term *expression)
{
	const bool object = expression->op == CQ_OP_JSON_OBJECT;
	cq__buffer out = { 0 };
	cq__buffer_append_char(&out, object ? '{' : '[');
	for (uint32_t i = 0; i < expression->count; i++) {
		if (i != 0 && !(object && i % 2 == 1))
			cq__buffer_append_char(&out, ',');
		append_content(&out, at, expression->operands[i]);
		if (object && i % 2 == 0)
			cq__buffer_append_char(&out, ':');
	}
	cq__buffer_append_char(&out, object ? '}' : ']');
	return taken(at, &out);
}

static value element_count(const scope *at, const term *expression)
{
	const value document = operand_value(at, expression, 0);
	if (document.null)
		return document;
	int64_t count = 0;
	span member;
	for (const char *from = behind_blanks(document.text) + 1; next_member(&from, false, NULL, &member);)
		count++;
	return integer_value(count);
}

value evaluate_json(const scope *at, const term *expression)
{
	switch ((cq_operator)expression->op) {
	case CQ_OP_JSON_GET: return followed(at, expression, true);
	case CQ_OP_JSON_TEXT: return followed(at, expression, false);
	case CQ_OP_JSON_LENGTH: return element_count(at, expression);
	case CQ_OP_JSON_OBJECT:
	case CQ_OP_JSON_ARRAY: return built(at, expression);
	default: abort();
	}
}
