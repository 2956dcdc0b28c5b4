/* base/text.h: texts and numbers, independent of the process's locale.
 *
 * It knows nothing of SQL types. Decoders, URL parsing, renderers and logs call it.
 */
#ifndef CQ__BASE_TEXT_H
#define CQ__BASE_TEXT_H

#include "base/buffer.h"

#include <cquel/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Room for every text of cq__double_format and cq__int64_format, with the NUL. */
#define CQ__NUMBER_TEXT 32

/* Whether the bytes are UTF-8 (no surrogates, nothing overlong, nothing above U+10FFFF). NUL bytes count as ASCII. */
bool cq__text_is_utf8(const void *text, size_t size);

/* CQ_OK, or CQ_BAD_TEXT when the text holds a NUL byte or is not UTF-8: what may become a const char * of a program. */
CQ_CHECKED cq_status cq__text_check(const void *text, size_t size);

/* The number of characters (code points) of valid UTF-8. */
size_t cq__text_length(const void *text, size_t size);

/* Copies as much as fits and always closes with a NUL (capacity > 0); false when the text was cut. */
bool cq__text_copy(char *out, size_t capacity, const char *text);

/* Equal but for the case of ASCII letters. _n compares a NUL-terminated word with size bytes. */
bool cq__text_equal_ascii(const char *a, const char *b);
bool cq__text_equal_ascii_n(const char *word, const void *text, size_t size);

/* A whole decimal integer with optional sign and nothing else: CQ_WRONG_TYPE for other texts, CQ_OUT_OF_RANGE when it
 * does not fit; *out is then 0. */
CQ_CHECKED cq_status cq__int64_parse(const char *text, size_t size, int64_t *out);

/* A whole number with optional fraction and exponent, or "inf", "infinity", "nan" in any case, with a point whatever
 * the locale says. CQ_WRONG_TYPE for other texts, CQ_OUT_OF_RANGE beyond a double, CQ_NO_MEMORY; *out is then 0. */
CQ_CHECKED cq_status cq__double_parse(const char *text, size_t size, double *out);

/* The value of a hexadecimal digit of either case; -1 for what is none. */
static inline int cq__hexadecimal_digit(char character)
{
	if (character >= '0' && character <= '9')
		return character - '0';
	if (character >= 'a' && character <= 'f')
		return character - 'a' + 10;
	return character >= 'A' && character <= 'F' ? character - 'A' + 10 : -1;
}

/* Writes the decimal digits; the length. */
size_t cq__unsigned_format(uint64_t number, char out[CQ__NUMBER_TEXT]);
size_t cq__int64_format(int64_t number, char out[CQ__NUMBER_TEXT]);

/* The shortest of 15, 16 or 17 digits that reads back as the same double, with a point; "inf", "-inf" and "nan"
 * otherwise; the length. A whole number gets no ".0". */
size_t cq__double_format(double number, char out[CQ__NUMBER_TEXT]);

/* The same with at most that many significant digits, 1 to 17. */
size_t cq__double_format_digits(double number, int digits, char out[CQ__NUMBER_TEXT]);

/* Appends the text as a JSON string with its quotes. The text must be UTF-8. */
void cq__json_append(cq__buffer *buffer, const void *text, size_t size);

#endif
