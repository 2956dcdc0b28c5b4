/* base/text.c: checking, comparing and escaping texts.
 *
 * It knows nothing of SQL types. See base/text.h; numbers are in base/number.c.
 */
#include "base/text.h"

#include <string.h>

static const uint64_t high_bits = UINT64_C(0x8080808080808080);

static uint64_t read_eight(const unsigned char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, sizeof word);
	return word;
}

static bool is_continuation(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

/* The bytes of the character at `at` that is not ASCII, 0 when it is none. */
static size_t sequence_length(const unsigned char *at, size_t left)
{
	const unsigned char lead = at[0];
	if (lead < 0xC2)
		return 0;
	if (lead < 0xE0)
		return left >= 2 && is_continuation(at[1]) ? 2 : 0;
	if (lead < 0xF0) {
		if (left < 3 || !is_continuation(at[1]) || !is_continuation(at[2]))
			return 0;
		/* E0 80..9F would be overlong, ED A0..BF a surrogate. */
		const bool overlong = lead == 0xE0 && at[1] < 0xA0;
		const bool surrogate = lead == 0xED && at[1] >= 0xA0;
		return overlong || surrogate ? 0 : 3;
	}
	if (lead > 0xF4 || left < 4 || !is_continuation(at[1]) || !is_continuation(at[2]) || !is_continuation(at[3]))
		return 0;
	/* F0 80..8F would be overlong, F4 90..BF above U+10FFFF. */
	if ((lead == 0xF0 && at[1] < 0x90) || (lead == 0xF4 && at[1] >= 0x90))
		return 0;
	return 4;
}

/* Checks from `at` on; NUL bytes are refused when no_nul is set. */
static bool is_valid(const unsigned char *at, size_t left, bool no_nul)
{
	while (left != 0) {
		if (left >= 8) {
			const uint64_t word = read_eight(at);
			/* A zero byte borrows from its neighbour: its high bit, or one further up, comes out set. */
			const uint64_t zero = no_nul ? (word - high_bits / 128) & ~word & high_bits : 0;
			if (((word & high_bits) | zero) == 0) {
				at += 8;
				left -= 8;
				continue;
			}
		}
		size_t length = 1;
		if (*at >= 0x80)
			length = sequence_length(at, left);
		else if (*at == 0 && no_nul)
			return false;
		if (length == 0)
			return false;
		at += length;
		left -= length;
	}
	return true;
}

bool cq__text_is_utf8(const void *text, size_t size)
{
	return is_valid(text, size, false);
}

cq_status cq__text_check(const void *text, size_t size)
{
	return is_valid(text, size, true) ? CQ_OK : CQ_BAD_TEXT;
}

size_t cq__text_length(const void *text, size_t size)
{
	const unsigned char *const bytes = text;
	size_t length = 0;
	for (size_t i = 0; i < size; i++)
		length += !is_continuation(bytes[i]);
	return length;
}

bool cq__text_copy(char *out, size_t capacity, const char *text)
{
	const size_t length = strlen(text);
	const size_t copied = length < capacity ? length : capacity - 1;
	memcpy(out, text, copied);
	out[copied] = '\0';
	return copied == length;
}

static unsigned char lower(char character)
{
	const unsigned char byte = (unsigned char)character;
	return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + ('a' - 'A')) : byte;
}

bool cq__text_equal_ascii_n(const char *word, const void *text, size_t size)
{
	const char *const other = text;
	for (size_t i = 0; i < size; i++) {
		/* A NUL in word differs from every byte but a NUL, and a NUL in the text ends nothing. */
		if (word[i] == '\0' || lower(word[i]) != lower(other[i]))
			return false;
	}
	return word[size] == '\0';
}

bool cq__text_equal_ascii(const char *a, const char *b)
{
	return cq__text_equal_ascii_n(a, b, strlen(b));
}

static void append_control(cq__buffer *buffer, unsigned char byte)
{
	static const char hexadecimal[] = "0123456789abcdef";
	static const char *const short_forms[] = {
		['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r",
	};
	if (byte < sizeof short_forms / sizeof short_forms[0] && short_forms[byte] != NULL) {
		cq__buffer_append(buffer, short_forms[byte], 2);
		return;
	}
	const char escape[] = { '\\', 'u', '0', '0', hexadecimal[byte >> 4], hexadecimal[byte & 15] };
	cq__buffer_append(buffer, escape, sizeof escape);
}

void cq__json_append(cq__buffer *buffer, const void *text, size_t size)
{
	const unsigned char *const bytes = text;
	size_t plain = 0; /* where the run that needs no escape began */
	cq__buffer_append_char(buffer, '"');
	for (size_t i = 0; i < size; i++) {
		const unsigned char byte = bytes[i];
		if (byte >= ' ' && byte != '"' && byte != '\\' && byte != 0x7F)
			continue;
		cq__buffer_append(buffer, bytes + plain, i - plain);
		plain = i + 1;
		if (byte == '"' || byte == '\\') {
			cq__buffer_append_char(buffer, '\\');
			cq__buffer_append_char(buffer, (char)byte);
		} else {
			append_control(buffer, byte);
		}
	}
	if (size != plain)
		cq__buffer_append(buffer, bytes + plain, size - plain);
	cq__buffer_append_char(buffer, '"');
}
