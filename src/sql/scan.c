/* sql/scan.c: SQL text cut into tokens. See scan.h.
 *
 * It knows nothing of the grammar, and of a dialect only its CQ__LEXICAL_ flags. render_raw.c calls it.
 */
#include "sql/scan.h"

#include "base/text.h"
#include "sql/dialect.h"

#include <string.h>

static bool starts_name(char character)
{
	return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_' ||
		(unsigned char)character >= 0x80;
}

static bool continues_name(char character)
{
	return starts_name(character) || (character >= '0' && character <= '9');
}

static bool is_blank(char character)
{
	return character == ' ' || (character >= '\t' && character <= '\r');
}

void cq__scan_init(cq__scanner *scanner, const char *text, uint32_t lexical)
{
	*scanner = (cq__scanner){ .at = text, .start = text, .lexical = lexical };
}

bool cq__scan_is(const cq__scanner *scanner, const char *keyword)
{
	return cq__text_equal_ascii_n(keyword, scanner->start, cq__scan_length(scanner));
}

static bool has(const cq__scanner *scanner, uint32_t flag)
{
	return (scanner->lexical & flag) != 0;
}

/* at stands behind the opening quote. A doubled closing quote is one of the text. */
static cq__token scan_quoted(cq__scanner *scanner, char closing, bool backslashes)
{
	for (; *scanner->at != '\0'; scanner->at++) {
		if (backslashes && *scanner->at == '\\' && scanner->at[1] != '\0') {
			scanner->at++;
		} else if (*scanner->at == closing) {
			scanner->at++;
			if (*scanner->at != closing || closing == ']')
				return CQ__TOKEN_QUOTED;
		}
	}
	return CQ__TOKEN_UNCLOSED;
}

static cq__token scan_line_comment(cq__scanner *scanner)
{
	const size_t length = strcspn(scanner->at, "\n");
	scanner->line_comment = scanner->at[length] == '\0';
	scanner->at += length;
	return CQ__TOKEN_BLANK;
}

/* at stands at the opening slash-star. */
static cq__token scan_block_comment(cq__scanner *scanner)
{
	uint32_t depth = 0;
	while (*scanner->at != '\0') {
		if (scanner->at[0] == '/' && scanner->at[1] == '*' &&
			(depth == 0 || has(scanner, CQ__LEXICAL_NESTED_COMMENTS))) {
			depth++;
			scanner->at += 2;
		} else if (scanner->at[0] == '*' && scanner->at[1] == '/') {
			scanner->at += 2;
			if (--depth == 0)
				return CQ__TOKEN_BLANK;
		} else {
			scanner->at++;
		}
	}
	return CQ__TOKEN_UNCLOSED;
}

/* at stands at a $ that does not continue a name. */
static cq__token scan_dollar(cq__scanner *scanner)
{
	const char *end = scanner->at + 1;
	if (*end >= '0' && *end <= '9' && has(scanner, CQ__LEXICAL_NUMBER_BINDS | CQ__LEXICAL_NAME_BINDS)) {
		while (continues_name(*end))
			end++;
		scanner->at = end;
		return CQ__TOKEN_FOREIGN_BIND;
	}
	if (starts_name(*end)) {
		while (continues_name(*end))
			end++;
	}
	if (*end == '$' && has(scanner, CQ__LEXICAL_DOLLAR_QUOTES)) {
		const size_t length = (size_t)(end + 1 - scanner->at);
		const char *const tag = scanner->at;
		for (scanner->at += length; *scanner->at != '\0'; scanner->at++) {
			if (strncmp(scanner->at, tag, length) == 0) {
				scanner->at += length;
				return CQ__TOKEN_QUOTED;
			}
		}
		return CQ__TOKEN_UNCLOSED;
	}
	if (has(scanner, CQ__LEXICAL_NAME_BINDS) && end > scanner->at + 1) {
		scanner->at = end;
		return CQ__TOKEN_FOREIGN_BIND;
	}
	scanner->at++;
	return CQ__TOKEN_OPERATOR;
}

/* at stands at a colon. Where a database has slices, a colon behind an operand separates the bounds of one. */
static cq__token scan_colon(cq__scanner *scanner)
{
	scanner->doubtful = false;
	if (scanner->at[1] == ':' || scanner->at[1] == '=') {
		scanner->at += 2;
		return CQ__TOKEN_OPERATOR;
	}
	const bool in_slice = scanner->brackets > 0 && scanner->subscript;
	const bool behind_operand = scanner->last_is_operand && (!scanner->spaced || in_slice);
	if (!starts_name(scanner->at[1]) || (behind_operand && !has(scanner, CQ__LEXICAL_NAME_BINDS))) {
		scanner->at++;
		return CQ__TOKEN_OPERATOR;
	}
	scanner->doubtful = in_slice && scanner->last == '[';
	for (scanner->at++; continues_name(*scanner->at); scanner->at++)
		;
	return CQ__TOKEN_NAME;
}

static cq__token scan_word(cq__scanner *scanner)
{
	while (continues_name(*scanner->at) || *scanner->at == '$')
		scanner->at++;
	if (*scanner->at == '\'' && has(scanner, CQ__LEXICAL_ESCAPE_STRINGS) && cq__scan_is(scanner, "E")) {
		scanner->at++;
		return scan_quoted(scanner, '\'', true);
	}
	return CQ__TOKEN_WORD;
}

static cq__token scan_bracket(cq__scanner *scanner, bool behind_operand)
{
	scanner->at++;
	if (has(scanner, CQ__LEXICAL_BRACKET_NAMES))
		return scan_quoted(scanner, ']', false);
	scanner->brackets++;
	scanner->subscript = behind_operand;
	return CQ__TOKEN_OPERATOR;
}

static cq__token scan_mark(cq__scanner *scanner)
{
	switch (*scanner->at) {
	case ';': scanner->at++; return CQ__TOKEN_SEMICOLON;
	case '?':
		scanner->at++;
		if (*scanner->at != '?')
			return CQ__TOKEN_QUESTION;
		scanner->at++;
		return CQ__TOKEN_DOUBLE_QUESTION;
	case ':': return scan_colon(scanner);
	case '$': return scan_dollar(scanner);
	case '[': return scan_bracket(scanner, scanner->last_is_operand);
	case ']': scanner->brackets -= scanner->brackets > 0; break;
	case '@':
		if (has(scanner, CQ__LEXICAL_NAME_BINDS) && starts_name(scanner->at[1])) {
			for (scanner->at++; continues_name(*scanner->at); scanner->at++)
				;
			return CQ__TOKEN_FOREIGN_BIND;
		}
		break;
	default: break;
	}
	scanner->at++;
	return CQ__TOKEN_OPERATOR;
}

/* Where the database runs a comment, only its two ends are blank. */
static bool at_run_comment(const cq__scanner *scanner)
{
	const char *const at = scanner->at;
	if (!has(scanner, CQ__LEXICAL_RUN_COMMENTS))
		return false;
	return strncmp(at, "/*!", 3) == 0 || strncmp(at, "/*M!", 4) == 0 || (scanner->run_comment && strncmp(at, "*/", 2) == 0);
}

static cq__token scan_run_comment(cq__scanner *scanner)
{
	scanner->run_comment = *scanner->at == '/';
	if (!scanner->run_comment) {
		scanner->at += 2;
		return CQ__TOKEN_BLANK;
	}
	scanner->at = strchr(scanner->at, '!') + 1;
	while (*scanner->at >= '0' && *scanner->at <= '9')
		scanner->at++;
	return CQ__TOKEN_BLANK;
}

static bool at_line_comment(const cq__scanner *scanner)
{
	const char *const at = scanner->at;
	if (*at == '#')
		return has(scanner, CQ__LEXICAL_HASH_COMMENTS);
	if (at[0] != '-' || at[1] != '-')
		return false;
	return !has(scanner, CQ__LEXICAL_DASHES_BLANK) || (unsigned char)at[2] <= ' ' || at[2] == 0x7F;
}

static cq__token scan_token(cq__scanner *scanner)
{
	const char *const at = scanner->at;
	if (*at == '\0')
		return scanner->run_comment ? CQ__TOKEN_UNCLOSED : CQ__TOKEN_END;
	if (is_blank(*at)) {
		while (is_blank(*scanner->at))
			scanner->at++;
		return CQ__TOKEN_BLANK;
	}
	if (at_line_comment(scanner))
		return scan_line_comment(scanner);
	if (at_run_comment(scanner))
		return scan_run_comment(scanner);
	if (at[0] == '/' && at[1] == '*')
		return scan_block_comment(scanner);
	if (*at == '\'' || *at == '"' || (*at == '`' && has(scanner, CQ__LEXICAL_BACKTICK_NAMES))) {
		scanner->at++;
		return scan_quoted(scanner, *at, *at != '`' && has(scanner, CQ__LEXICAL_BACKSLASHES));
	}
	return continues_name(*at) ? scan_word(scanner) : scan_mark(scanner);
}

cq__token cq__scan_next(cq__scanner *scanner)
{
	scanner->start = scanner->at;
	scanner->line_comment = false;
	const cq__token token = scan_token(scanner);
	if (token == CQ__TOKEN_BLANK) {
		scanner->spaced = true;
	} else if (token != CQ__TOKEN_END) {
		scanner->spaced = false;
		scanner->last = scanner->at[-1];
		scanner->last_is_operand = token == CQ__TOKEN_QUOTED || token == CQ__TOKEN_NAME || scanner->last == ')' ||
			scanner->last == ']' || (token == CQ__TOKEN_WORD && !cq__scan_is(scanner, "ARRAY"));
	}
	return token;
}
