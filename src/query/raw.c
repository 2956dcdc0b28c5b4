/* query/raw.c: finds the parameters in a program's own text of SQL.
 * It knows SQL's quotes and comments and nothing else of the text. The checker and the renderer call it.
 */
#include "query/raw.h"

#include <string.h>

static bool is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_name(char c)
{
	return is_name_start(c) || (c >= '0' && c <= '9');
}

/* Behind a quoted text that opens at `at`; an unclosed one ends with the text. A doubled quote is two quoted texts. */
static const char *skip_quoted(const char *at, bool backslashes)
{
	const char quote = *at++;
	while (*at != '\0' && *at != quote)
		at += backslashes && *at == '\\' && at[1] != '\0' ? 2 : 1;
	return *at != '\0' ? at + 1 : at;
}

static const char *skip_line(const char *at)
{
	while (*at != '\0' && *at != '\n')
		at++;
	return at;
}

static const char *skip_block_comment(const char *at)
{
	size_t depth = 1;
	for (at += 2; *at != '\0' && depth != 0;) {
		if (at[0] == '*' && at[1] == '/') {
			depth--;
			at += 2;
		} else if (at[0] == '/' && at[1] == '*') {
			depth++;
			at += 2;
		} else {
			at++;
		}
	}
	return at;
}

/* Behind $tag$ … $tag$, or behind the one $ when it opens nothing: $1 is a parameter of PostgreSQL's own. */
static const char *skip_dollar(const char *at)
{
	const char *tag_end = at + 1;
	if (is_name_start(*tag_end)) {
		while (is_name(*tag_end))
			tag_end++;
	}
	if (*tag_end != '$')
		return at + 1;
	const size_t length = (size_t)(tag_end + 1 - at);
	for (const char *end = tag_end + 1; (end = strchr(end, '$')) != NULL; end++) {
		if (strncmp(end, at, length) == 0)
			return end + length;
	}
	return at + strlen(at);
}

/* Behind what stands at `at` and holds no parameter: a quoted text, a comment, or `at` itself when it is neither. */
static const char *skip_opaque(const char *text, const char *at)
{
	const bool behind_name = at > text && is_name(at[-1]);
	switch (*at) {
	case '\'':
		return skip_quoted(at, behind_name && (at[-1] == 'E' || at[-1] == 'e') && (at - text < 2 || !is_name(at[-2])));
	case '"':
	case '`':
		return skip_quoted(at, false);
	case '-':
		return at[1] == '-' ? skip_line(at) : at;
	case '/':
		return at[1] == '*' ? skip_block_comment(at) : at;
	case '$':
		return behind_name ? at + 1 : skip_dollar(at);
	default:
		return at;
	}
}

/* Whether a colon at `at` opens a parameter's name. */
static bool opens_name(const char *text, const char *at)
{
	if (!is_name_start(at[1]))
		return false;
	return at == text || (!is_name(at[-1]) && strchr(":])\"'`", at[-1]) == NULL);
}

bool cq__raw_next(const char **at, char mark, cq__raw_part *part)
{
	const char *const text = *at;
	const char *end = text;
	*part = (cq__raw_part){ text, 0, false };
	if (*text == '\0')
		return false;
	if (mark == '?' && *text == '?') {
		const bool escaped = text[1] == '?';
		*part = (cq__raw_part){ text, 1, !escaped };
		*at = text + (escaped ? 2 : 1);
		return true;
	}
	if (mark == ':' && *text == ':' && opens_name(text, text)) {
		for (end = text + 1; is_name(*end);)
			end++;
		*part = (cq__raw_part){ text + 1, (size_t)(end - text - 1), true };
		*at = end;
		return true;
	}
	while (*end != '\0') {
		const char *const behind = skip_opaque(text, end);
		if (behind != end) {
			end = behind;
			continue;
		}
		if (mark == '?' && *end == '?')
			break;
		if (mark == ':' && *end == ':') {
			if (end != text && opens_name(text, end))
				break;
			/* Both characters of :: and := belong together, so that the second opens nothing. */
			if (end[1] == ':' || end[1] == '=')
				end++;
		}
		end++;
	}
	part->length = (size_t)(end - text);
	*at = end;
	return true;
}

size_t cq__raw_count(const char *text)
{
	size_t count = 0;
	cq__raw_part part;
	while (cq__raw_next(&text, '?', &part))
		count += part.parameter;
	return count;
}
