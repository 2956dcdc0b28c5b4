/* meta/row_list.c: reads rows out of JSON arrays, straight into their structs. See row_list.h.
 *
 * It knows nothing of databases. It reads what cquel itself asked a database to write, and trusts none of it.
 */
#include "meta/row_list.h"

#include "base/text.h"
#include "meta/convert.h"
#include "meta/type_registry.h"

#include <math.h>
#include <string.h>

enum { FIRST_ROWS = 8 };

/* Where reading stands; `type`, `row` and `field` say where in messages. */
typedef struct reader {
	const char *at;
	const char *end;
	cq__arena *arena;
	cq__error *error;
	const cq_row_type *type;
	const cq_row_field *field; /* NULL: between rows */
	size_t row;                /* from 1 */
} reader;

typedef enum token_kind { TOKEN_NULL, TOKEN_TRUE, TOKEN_FALSE, TOKEN_NUMBER, TOKEN_STRING, TOKEN_OTHER } token_kind;

/* One value that is no list. */
typedef struct token {
	token_kind kind;
	const char *text; /* of a string: without quotes and escapes */
	size_t length;
} token;

static cq_status refuse(const reader *from, cq_status status, const char *what)
{
	return cq__error_set(from->error, status, "element %zu of a list of %s%s%s: %s", from->row, from->type->name,
		from->field != NULL ? ", field " : "", from->field != NULL ? from->field->name : "", what);
}

static cq_status refuse_token(const reader *from, cq_status status, const token *value)
{
	const int length = value->length > 64 ? 64 : (int)value->length;
	return cq__error_set(from->error, status, "element %zu of a list of %s, field %s: \"%.*s\" is no %s", from->row, from->type->name,
		from->field->name, length, value->text, cq_type_name((cq_type)from->field->type));
}

/* ---- JSON ------------------------------------------------------------------------------------------------------------- */

static void skip_blanks(reader *from)
{
	while (from->at < from->end && (*from->at == ' ' || *from->at == '\t' || *from->at == '\n' || *from->at == '\r'))
		from->at++;
}

/* Whether that character comes next; it is read then. */
static bool take(reader *from, char wanted)
{
	skip_blanks(from);
	if (from->at == from->end || *from->at != wanted)
		return false;
	from->at++;
	return true;
}

static bool take_word(reader *from, const char *word)
{
	const size_t length = strlen(word);
	if ((size_t)(from->end - from->at) < length || memcmp(from->at, word, length) != 0)
		return false;
	from->at += length;
	return true;
}

/* Four hexadecimal digits. */
static bool take_unit(reader *from, uint32_t *unit)
{
	*unit = 0;
	for (int i = 0; i < 4; i++) {
		const int digit = from->at < from->end ? cq__hexadecimal_digit(*from->at) : -1;
		if (digit < 0)
			return false;
		*unit = *unit << 4 | (uint32_t)digit;
		from->at++;
	}
	return true;
}

static size_t put_utf8(char *out, uint32_t character)
{
	if (character < 0x80) {
		out[0] = (char)character;
		return 1;
	}
	const int more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
	static const unsigned char first[] = { 0, 0xc0, 0xe0, 0xf0 };
	out[0] = (char)(first[more] | character >> 6 * more);
	for (int i = 1; i <= more; i++)
		out[i] = (char)(0x80 | (character >> 6 * (more - i) & 0x3f));
	return (size_t)more + 1;
}

/* The character behind a backslash; 0 when it is none that JSON has, or the NUL that a text cannot hold. */
static uint32_t take_escape(reader *from)
{
	const char c = (char)(from->at < from->end ? *from->at++ : '\0');
	uint32_t high, low;
	switch (c) {
	case '"': case '\\': case '/':
		return (unsigned char)c;
	case 'b': return '\b';
	case 'f': return '\f';
	case 'n': return '\n';
	case 'r': return '\r';
	case 't': return '\t';
	case 'u':
		if (!take_unit(from, &high))
			return 0;
		if (high < 0xd800 || high > 0xdfff)
			return high;
		if (high > 0xdbff || !take_word(from, "\\u") || !take_unit(from, &low) || low < 0xdc00 || low > 0xdfff)
			return 0;
		return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
	default:
		return 0;
	}
}

/* Behind the opening quote. A string without escapes is shown where it stands. */
static cq_status read_string(reader *from, token *out)
{
	const char *const start = from->at;
	while (from->at < from->end && *from->at != '"' && *from->at != '\\')
		from->at++;
	if (from->at < from->end && *from->at == '"') {
		*out = (token){ TOKEN_STRING, start, (size_t)(from->at++ - start) };
		return CQ_OK;
	}
	/* Escapes are longer than what they stand for, so the rest of the text is room enough. */
	const char *close = from->at;
	while (close < from->end && *close != '"')
		close += *close == '\\' ? 2 : 1;
	if (close >= from->end)
		return refuse(from, CQ_WRONG_TYPE, "the JSON ends inside a string");
	char *const copy = cq__arena_alloc_text(from->arena, (size_t)(close - start) + 1);
	if (copy == NULL)
		return cq__error_set(from->error, CQ_NO_MEMORY, NULL);
	size_t length = (size_t)(from->at - start);
	memcpy(copy, start, length);
	while (*from->at != '"') {
		if (*from->at != '\\') {
			copy[length++] = *from->at++;
			continue;
		}
		from->at++;
		const uint32_t character = take_escape(from);
		if (character == 0)
			return refuse(from, CQ_BAD_TEXT, "the JSON holds an escape that no text can hold");
		length += put_utf8(copy + length, character);
	}
	from->at++;
	*out = (token){ TOKEN_STRING, copy, length };
	return CQ_OK;
}

static bool is_number_part(char c)
{
	return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

static cq_status read_token(reader *from, token *out)
{
	skip_blanks(from);
	const char *const start = from->at;
	*out = (token){ TOKEN_OTHER, start, 0 };
	if (from->at == from->end)
		return refuse(from, CQ_WRONG_TYPE, "the JSON ends before its end");
	if (take_word(from, "null"))
		out->kind = TOKEN_NULL;
	else if (take_word(from, "true"))
		out->kind = TOKEN_TRUE;
	else if (take_word(from, "false"))
		out->kind = TOKEN_FALSE;
	else if (take(from, '"'))
		return read_string(from, out);
	while (out->kind == TOKEN_OTHER && from->at < from->end && is_number_part(*from->at))
		from->at++;
	if (from->at == start)
		return refuse(from, CQ_WRONG_TYPE, "a value of JSON is expected");
	if (out->kind == TOKEN_OTHER)
		out->kind = TOKEN_NUMBER;
	out->length = (size_t)(from->at - start);
	return CQ_OK;
}

/* ---- values ----------------------------------------------------------------------------------------------------------- */

/* The member's value: of an optional, behind `present`, which is set. */
#define STORE(type, optional, given)                                          \
	do {                                                                      \
		if (field->nullable)                                                  \
			*(optional *)member = (optional){ .present = true, .value = (given) }; \
		else                                                                  \
			*(type *)member = (given);                                        \
		return CQ_OK;                                                         \
	} while (0)

static cq_status store_boolean(const reader *from, const token *value, void *member)
{
	const cq_row_field *const field = from->field;
	const bool digit = value->kind == TOKEN_NUMBER && value->length == 1 && (*value->text == '0' || *value->text == '1');
	if (value->kind != TOKEN_TRUE && value->kind != TOKEN_FALSE && !digit)
		return refuse_token(from, CQ_WRONG_TYPE, value);
	STORE(bool, cq_opt_bool, value->kind == TOKEN_TRUE || (digit && *value->text == '1'));
}

static cq_status store_integer(const reader *from, const token *value, void *member)
{
	const cq_row_field *const field = from->field;
	int64_t number = 0;
	const cq_status status = cq__int64_parse(value->text, value->length, &number);
	if (status != CQ_OK)
		return refuse_token(from, status, value);
	if (field->type == CQ_TYPE_BIGINT)
		STORE(int64_t, cq_opt_int64, number);
	if (field->type == CQ_TYPE_SMALLINT ? number != (int16_t)number : number != (int32_t)number)
		return refuse_token(from, CQ_OUT_OF_RANGE, value);
	if (field->type == CQ_TYPE_INTEGER)
		STORE(int32_t, cq_opt_int32, (int32_t)number);
	STORE(int16_t, cq_opt_int16, (int16_t)number);
}

static cq_status store_real(const reader *from, const token *value, void *member)
{
	const cq_row_field *const field = from->field;
	double number = 0;
	const cq_status status = cq__double_parse(value->text, value->length, &number);
	if (status != CQ_OK)
		return refuse_token(from, status, value);
	if (field->type == CQ_TYPE_DOUBLE)
		STORE(double, cq_opt_double, number);
	/* The shortest digits of the largest float are a little above it: what rounds to it is it. */
	const double beyond = 0x1.ffffffp127;
	if (!isinf(number) && fabs(number) >= beyond)
		return refuse_token(from, CQ_OUT_OF_RANGE, value);
	STORE(float, cq_opt_float, (float)number);
}

/* A database that keeps decimals as doubles writes more digits than a decimal holds: then the double is read. */
static cq_status store_decimal(const reader *from, const token *value, void *member)
{
	const cq_row_field *const field = from->field;
	cq_decimal decimal = { 0, 0 };
	double number = 0;
	cq_status status = cq__decimal_parse(value->text, value->length, &decimal);
	if (status == CQ_OK)
		status = cq_decimal_rescale(decimal, field->scale, &decimal);
	else if (status == CQ_OUT_OF_RANGE && (status = cq__double_parse(value->text, value->length, &number)) == CQ_OK)
		status = cq__decimal_from_double(number, field->scale, &decimal);
	if (status != CQ_OK)
		return refuse_token(from, status, value);
	STORE(cq_decimal, cq_opt_decimal, decimal);
}

static cq_status store_text(const reader *from, const token *value, void *member)
{
	char *const copy = cq__arena_text(from->arena, value->text, value->length);
	if (copy == NULL)
		return cq__error_set(from->error, CQ_NO_MEMORY, NULL);
	*(const char **)member = copy;
	return CQ_OK;
}

static cq_status store_bytes(const reader *from, const token *value, void *member)
{
	const size_t size = value->length / 2;
	unsigned char *const bytes = cq__arena_alloc(from->arena, size + 1);
	if (bytes == NULL)
		return cq__error_set(from->error, CQ_NO_MEMORY, NULL);
	for (size_t i = 0; i < size; i++) {
		const int high = cq__hexadecimal_digit(value->text[2 * i]), low = cq__hexadecimal_digit(value->text[2 * i + 1]);
		if (high < 0 || low < 0)
			return refuse_token(from, CQ_WRONG_TYPE, value);
		bytes[i] = (unsigned char)(high << 4 | low);
	}
	if (value->length % 2 != 0)
		return refuse_token(from, CQ_WRONG_TYPE, value);
	*(cq_bytes *)member = (cq_bytes){ bytes, size };
	return CQ_OK;
}

static cq_status store_enum(const reader *from, const token *value, void *member)
{
	const cq_row_field *const field = from->field;
	const cq_enum *const labels = field->detail;
	int64_t number = 0;
	const bool numbered = value->kind == TOKEN_NUMBER && cq__int64_parse(value->text, value->length, &number) == CQ_OK;
	for (uint32_t i = 0; i < labels->count; i++) {
		const char *const label = labels->labels[i];
		if (numbered ? labels->values[i] == number : strlen(label) == value->length && memcmp(label, value->text, value->length) == 0)
			STORE(int, cq_opt_enum, labels->values[i]);
	}
	return refuse_token(from, CQ_WRONG_TYPE, value);
}

/* The types whose text a function of convert.h reads. */
#define STORE_PARSED(parse, type, optional)                                   \
	do {                                                                      \
		type parsed = { 0 };                                                  \
		const cq_status status = parse(value->text, value->length, &parsed);  \
		if (status != CQ_OK)                                                  \
			return refuse_token(from, status, value);                         \
		STORE(type, optional, parsed);                                        \
	} while (0)

static cq_status store_parsed(const reader *from, const token *value, void *member)
{
	const cq_row_field *const field = from->field;
	switch ((cq_type)field->type) {
	case CQ_TYPE_DATE:
		STORE_PARSED(cq__date_parse, cq_date, cq_opt_date);
	case CQ_TYPE_TIME:
		STORE_PARSED(cq__time_parse, cq_time, cq_opt_time);
	case CQ_TYPE_TIMESTAMP:
		STORE_PARSED(cq__timestamp_parse, cq_timestamp, cq_opt_timestamp);
	case CQ_TYPE_INTERVAL:
		STORE_PARSED(cq__interval_parse, cq_interval, cq_opt_interval);
	case CQ_TYPE_UUID:
		STORE_PARSED(cq__uuid_parse, cq_uuid, cq_opt_uuid);
	default:
		return refuse(from, CQ_UNSUPPORTED, "a list of rows holds no objects; give its row the columns that are wanted");
	}
}

static cq_status store_null(const reader *from, void *member)
{
	const cq__type_information *const type = cq__type_info((cq_type)from->field->type);
	if (!from->field->nullable)
		return refuse(from, CQ_NULL_VALUE, "NULL stands in a field that cannot hold it");
	memset(member, 0, type->pointer_null ? type->size : type->nullable_size);
	return CQ_OK;
}

static cq_status store(const reader *from, const token *value, void *member)
{
	const cq_type type = (cq_type)from->field->type;
	if (value->kind == TOKEN_NULL)
		return store_null(from, member);
	if (type == CQ_TYPE_BOOLEAN)
		return store_boolean(from, value, member);
	if (value->kind != TOKEN_NUMBER && value->kind != TOKEN_STRING)
		return refuse_token(from, CQ_WRONG_TYPE, value);
	switch (type) {
	case CQ_TYPE_SMALLINT: case CQ_TYPE_INTEGER: case CQ_TYPE_BIGINT:
		return store_integer(from, value, member);
	case CQ_TYPE_REAL: case CQ_TYPE_DOUBLE:
		return store_real(from, value, member);
	case CQ_TYPE_DECIMAL:
		return store_decimal(from, value, member);
	case CQ_TYPE_ENUM:
		return store_enum(from, value, member);
	default:
		break;
	}
	if (value->kind != TOKEN_STRING)
		return refuse_token(from, CQ_WRONG_TYPE, value);
	switch (type) {
	case CQ_TYPE_TEXT: case CQ_TYPE_VARCHAR: case CQ_TYPE_CHAR: case CQ_TYPE_JSON:
		return store_text(from, value, member);
	case CQ_TYPE_BYTES:
		return store_bytes(from, value, member);
	default:
		return store_parsed(from, value, member);
	}
}

/* ---- rows ------------------------------------------------------------------------------------------------------------- */

static cq_status read_list(reader *from, const cq_row_type *type, cq_any_list *out);

static cq_status read_field(reader *from, char *row)
{
	void *const member = row + from->field->offset;
	if (from->field->type != CQ_TYPE_LIST) {
		token value;
		CQ_TRY(read_token(from, &value));
		return store(from, &value, member);
	}
	const reader outer = *from;
	const cq_status status = read_list(from, outer.field->detail, member);
	from->type = outer.type;
	from->field = outer.field;
	from->row = outer.row;
	return status;
}

static cq_status read_row(reader *from, char *row)
{
	if (!take(from, '['))
		return refuse(from, CQ_WRONG_TYPE, "an array of JSON is expected");
	for (uint32_t i = 0; i < from->type->count; i++) {
		if (i != 0 && !take(from, ','))
			return refuse(from, CQ_WRONG_TYPE, "its array has too few values");
		from->field = &from->type->fields[i];
		CQ_TRY(read_field(from, row));
		from->field = NULL;
	}
	return take(from, ']') ? CQ_OK : refuse(from, CQ_WRONG_TYPE, "its array has too many values");
}

static cq_status read_list(reader *from, const cq_row_type *type, cq_any_list *out)
{
	size_t capacity = 0;
	*out = (cq_any_list){ NULL, 0 };
	from->type = type;
	from->field = NULL;
	from->row = 1;
	if (!take(from, '['))
		return refuse(from, CQ_WRONG_TYPE, "an array of JSON is expected");
	if (take(from, ']'))
		return CQ_OK;
	do {
		if (out->count == capacity) {
			const size_t wanted = capacity == 0 ? FIRST_ROWS : 2 * capacity;
			void *const grown = wanted > SIZE_MAX / type->size ? NULL : cq__arena_list_grow(from->arena, out->items, wanted * type->size);
			if (grown == NULL)
				return cq__error_set(from->error, CQ_NO_MEMORY, NULL);
			out->items = grown;
			capacity = wanted;
		}
		char *const row = (char *)out->items + out->count * type->size;
		memset(row, 0, type->size);
		CQ_TRY(read_row(from, row));
		from->row = ++out->count + 1;
	} while (take(from, ','));
	return take(from, ']') ? CQ_OK : refuse(from, CQ_WRONG_TYPE, "the JSON goes on where its list should end");
}

cq_status cq__row_list_parse(const char *text, size_t size, const cq_row_type *type, cq__arena *arena, cq_any_list *out, cq__error *error)
{
	reader from = { .at = text, .end = text + size, .arena = arena, .error = error, .type = type, .row = 1 };
	cq_status status = memchr(text, '\0', size) != NULL || !cq__text_is_utf8(text, size) ? refuse(&from, CQ_BAD_TEXT, "the JSON is no UTF-8 text") :
		read_list(&from, type, out);
	skip_blanks(&from);
	if (status == CQ_OK && from.at != from.end)
		status = refuse(&from, CQ_WRONG_TYPE, "the JSON goes on behind its list");
	if (status != CQ_OK)
		*out = (cq_any_list){ NULL, 0 };
	return status;
}
