/* query/raw.h: the parameters in a text of SQL that the program wrote itself: each ? of RAW, each :name of RAW_SQL.
 * It knows SQL's quotes and comments, in which nothing is a parameter, and nothing else of the text.
 * The checker counts with it and the renderer replaces with it, so both see the same parameters.
 */
#ifndef CQ__QUERY_RAW_H
#define CQ__QUERY_RAW_H

#include <stdbool.h>
#include <stddef.h>

/** A run of text, or one parameter: then text and length are its name (of a ? the mark itself). */
typedef struct cq__raw_part {
	const char *text;
	size_t length;
	bool parameter;
} cq__raw_part;

/** The next part of the text at *at, which moves behind it; false at the end. Concatenated, the runs are the whole text
 *  without the parameters.
 *
 *  mark '?': every ? is a parameter, but ?? is a run of one ?: the operators of PostgreSQL that hold one are written so.
 *  mark ':': every :name is one. :: and := are none, nor is a colon right behind a name, a number or a bracket (a[1:n]).
 *  Skipped in either: '…', E'…\'…', "…", `…`, $tag$…$tag$, comments to the end of the line, and nested block comments. */
bool cq__raw_next(const char **at, char mark, cq__raw_part *part);

/** How many parameters a text with ? marks has. */
size_t cq__raw_count(const char *text);

#endif
