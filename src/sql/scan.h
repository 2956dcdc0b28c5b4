/* sql/scan.h: SQL text cut into quotes, comments, words and parameter marks, so that marks are found only where they are.
 *
 * It knows nothing of the grammar. render_raw.c reads RAW and RAW_SQL texts with it.
 */
#ifndef CQ__SQL_SCAN_H
#define CQ__SQL_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum cq__token {
	CQ__TOKEN_END,
	CQ__TOKEN_BLANK,    /* blanks and comments */
	CQ__TOKEN_WORD,     /* a name, keyword or number */
	CQ__TOKEN_QUOTED,   /* a text or a quoted name */
	CQ__TOKEN_OPERATOR, /* one character, or :: or := */
	CQ__TOKEN_SEMICOLON,
	CQ__TOKEN_QUESTION,        /* ? */
	CQ__TOKEN_DOUBLE_QUESTION, /* ?? */
	CQ__TOKEN_NAME,            /* :name */
	CQ__TOKEN_FOREIGN_BIND,    /* a parameter in the database's own spelling: $1, @name, $name */
	CQ__TOKEN_UNCLOSED,        /* a quote or comment without its end */
} cq__token;

typedef struct cq__scanner {
	const char *at;       /* behind the token */
	const char *start;    /* of the token */
	uint32_t lexical;     /* CQ__LEXICAL_… */
	uint32_t brackets;    /* open [ */
	char last;            /* the last character that is no blank; 0 at the start */
	bool spaced;          /* blanks stand between it and the token */
	bool line_comment;    /* the BLANK token is a comment that a line end would close and none came */
	bool doubtful;        /* the NAME token may be the upper bound of a slice: a[:n] */
	bool last_is_operand; /* the last token that is no blank ends an operand */
	bool run_comment;     /* inside a comment that the database runs */
	bool subscript;       /* the innermost [ follows an operand: a[1], not ARRAY[1] */
} cq__scanner;

/* Starts reading a NUL-terminated text. */
void cq__scan_init(cq__scanner *scanner, const char *text, uint32_t lexical);

/* The next token; it is scanner->start up to scanner->at. */
cq__token cq__scan_next(cq__scanner *scanner);

static inline size_t cq__scan_length(const cq__scanner *scanner)
{
	return (size_t)(scanner->at - scanner->start);
}

/* Whether a WORD token is this keyword, in any case. */
bool cq__scan_is(const cq__scanner *scanner, const char *keyword);

#endif
