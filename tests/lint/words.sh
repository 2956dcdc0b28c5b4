#!/bin/sh
# Writes include/cquel/expr.h (long names), words.h (short words) and words_off.h from one table of the language's words.
# It knows nothing of what the words do. With --check it compares the committed headers with what it would write.
set -eu
cd "$(dirname "$0")/../.."

# word|parameters (- none, ... any)|expansion; TXT is the word as the program wrote it, with its arguments.
# A line that begins with # opens a section.
table() {
	cat <<'TABLE'
# Comparisons: two operands, columns, expressions or C values of one family of types
EQ|...|CQ_PRIV_COMPARE(CQ_OP_EQ, TXT, __VA_ARGS__)
NE|...|CQ_PRIV_COMPARE(CQ_OP_NE, TXT, __VA_ARGS__)
LT|...|CQ_PRIV_COMPARE(CQ_OP_LT, TXT, __VA_ARGS__)
LE|...|CQ_PRIV_COMPARE(CQ_OP_LE, TXT, __VA_ARGS__)
GT|...|CQ_PRIV_COMPARE(CQ_OP_GT, TXT, __VA_ARGS__)
GE|...|CQ_PRIV_COMPARE(CQ_OP_GE, TXT, __VA_ARGS__)
IS_DISTINCT|...|CQ_PRIV_DISTINCTION(CQ_OP_IS_DISTINCT, TXT, __VA_ARGS__)
IS_NOT_DISTINCT|...|CQ_PRIV_DISTINCTION(CQ_OP_IS_NOT_DISTINCT, TXT, __VA_ARGS__)
BETWEEN|...|CQ_PRIV_BETWEEN(TXT, __VA_ARGS__)
# IN(needle, value, ...) or IN(needle, SUBQUERY(...)); IN_ARRAY(needle, array, count)
IN|...|CQ_PRIV_IN(CQ_OP_IN, CQ_OP_IN_QUERY, TXT, __VA_ARGS__)
NOT_IN|...|CQ_PRIV_IN(CQ_OP_NOT_IN, CQ_OP_NOT_IN_QUERY, TXT, __VA_ARGS__)
IN_ARRAY|...|CQ_PRIV_IN_ARRAY(CQ_OP_IN_ARRAY, TXT, __VA_ARGS__)
NOT_IN_ARRAY|...|CQ_PRIV_IN_ARRAY(CQ_OP_NOT_IN_ARRAY, TXT, __VA_ARGS__)
# Rows of expressions, on both sides of EQ ... GE, IN and NOT_IN: ROW(a, b), SUBQUERY_ROWS(SELECT(a, b), ...)
ROW|...|CQ_PRIV_TUPLE_OF(TXT, __VA_ARGS__)
SUBQUERY_ROWS|...|CQ_PRIV_SUBQUERY_ROWS(TXT, __VA_ARGS__)
# Texts: LIKE and ILIKE take a pattern (% and _; ! escapes), the others take their second operand literally
LIKE|...|CQ_PRIV_LIKE(CQ_OP_LIKE, TXT, __VA_ARGS__)
ILIKE|...|CQ_PRIV_LIKE(CQ_OP_ILIKE, TXT, __VA_ARGS__)
STARTS_WITH|...|CQ_PRIV_LIKE(CQ_OP_STARTS_WITH, TXT, __VA_ARGS__)
ENDS_WITH|...|CQ_PRIV_LIKE(CQ_OP_ENDS_WITH, TXT, __VA_ARGS__)
CONTAINS|...|CQ_PRIV_LIKE(CQ_OP_CONTAINS, TXT, __VA_ARGS__)
CONCAT|...|CQ_PRIV_CONCAT(TXT, __VA_ARGS__)
LOWER|...|CQ_PRIV_LOWER(CQ_OP_LOWER, TXT, __VA_ARGS__)
UPPER|...|CQ_PRIV_LOWER(CQ_OP_UPPER, TXT, __VA_ARGS__)
LENGTH|...|CQ_PRIV_LENGTH_OF(TXT, __VA_ARGS__)
TRIM|...|CQ_PRIV_LOWER(CQ_OP_TRIM, TXT, __VA_ARGS__)
SUBSTR|...|CQ_PRIV_SUBSTR(TXT, __VA_ARGS__)
REPLACE|...|CQ_PRIV_REPLACE(TXT, __VA_ARGS__)
POSITION|...|CQ_PRIV_POSITION(TXT, __VA_ARGS__)
# Logic: conditions, BOOLEAN columns, stored conditions
AND|...|CQ_PRIV_LOGIC(CQ_OP_AND, "AND", TXT, __VA_ARGS__)
OR|...|CQ_PRIV_LOGIC(CQ_OP_OR, "OR", TXT, __VA_ARGS__)
NOT|...|CQ_PRIV_NOT(TXT, __VA_ARGS__)
IS_NULL|...|CQ_PRIV_NULL_TEST(CQ_OP_IS_NULL, TXT, __VA_ARGS__)
IS_NOT_NULL|...|CQ_PRIV_NULL_TEST(CQ_OP_IS_NOT_NULL, TXT, __VA_ARGS__)
# Optional and chosen parts: WHEN(c, part) is absent when c is false; EITHER is ?: for any two; ANY_OF(i, n, condition) loops
WHEN|c, x|CQ_PRIV_WHEN(TXT, c, x)
EITHER|c, a, b|CQ_PRIV_EITHER(TXT, c, a, b)
ANY_OF|i, n, x|CQ_PRIV_LOOP(CQ_OP_ANY_OF, TXT, i, n, x)
ALL_OF|i, n, x|CQ_PRIV_LOOP(CQ_OP_ALL_OF, TXT, i, n, x)
ANY_OF_VALUES|n, conditions|CQ_PRIV_LOOP_VALUES(CQ_OP_ANY_OF, TXT, n, conditions)
ALL_OF_VALUES|n, conditions|CQ_PRIV_LOOP_VALUES(CQ_OP_ALL_OF, TXT, n, conditions)
CONDITION|...|CQ_PRIV_CONDITION(TXT, (__VA_ARGS__))
# Numbers
ADD|...|CQ_PRIV_ARITHMETIC(CQ_OP_ADD, TXT, __VA_ARGS__)
SUB|...|CQ_PRIV_ARITHMETIC(CQ_OP_SUB, TXT, __VA_ARGS__)
MUL|...|CQ_PRIV_ARITHMETIC(CQ_OP_MUL, TXT, __VA_ARGS__)
DIV|...|CQ_PRIV_ARITHMETIC(CQ_OP_DIV, TXT, __VA_ARGS__)
MOD|...|CQ_PRIV_ARITHMETIC(CQ_OP_MOD, TXT, __VA_ARGS__)
NEG|...|CQ_PRIV_NEG(TXT, __VA_ARGS__)
COALESCE|...|CQ_PRIV_COALESCE(TXT, __VA_ARGS__)
ABS|...|CQ_PRIV_NUMBER_OF(CQ_OP_ABS, TXT, __VA_ARGS__)
ROUND|...|CQ_PRIV_ROUND(TXT, __VA_ARGS__)
FLOOR|...|CQ_PRIV_NUMBER_OF(CQ_OP_FLOOR, TXT, __VA_ARGS__)
CEIL|...|CQ_PRIV_NUMBER_OF(CQ_OP_CEIL, TXT, __VA_ARGS__)
POWER|...|CQ_PRIV_POWER(TXT, __VA_ARGS__)
# Choices and types: CASE(CASE_WHEN(condition, value), ..., ELSE(value)); CAST(x, TYPE) with a type as in a list of columns
CASE|...|CQ_PRIV_CASE(TXT, __VA_ARGS__)
CASE_WHEN|...|CQ_PRIV_CASE_WHEN(TXT, __VA_ARGS__)
ELSE|...|CQ_PRIV_ELSE(TXT, __VA_ARGS__)
CAST|x, T|CQ_PRIV_CAST(TXT, x, T)
NULLIF|...|CQ_PRIV_NULLIF(TXT, __VA_ARGS__)
# Moments, in UTC; units are SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR, for EXTRACT also DAY_OF_WEEK DAY_OF_YEAR EPOCH
NOW||CQ_PRIV_NOW_OF("NOW()", TIMESTAMP)
TODAY||CQ_PRIV_NOW_OF("TODAY()", DATE)
DATE_TRUNC|...|CQ_PRIV_DATE_TRUNC(TXT, __VA_ARGS__)
EXTRACT|...|CQ_PRIV_EXTRACT(TXT, __VA_ARGS__)
DATE_ADD|...|CQ_PRIV_DATE_ADD(TXT, __VA_ARGS__)
DATE_DIFF|...|CQ_PRIV_DATE_DIFF(TXT, __VA_ARGS__)
# JSON: a path of keys and indexes; an object of keys and values
JSON_GET|...|CQ_PRIV_JSON_PATH(CQ_OP_JSON_GET, CQ_PRIV_A_JSON, TXT, __VA_ARGS__)
JSON_TEXT|...|CQ_PRIV_JSON_PATH(CQ_OP_JSON_TEXT, CQ_PRIV_A_TEXT, TXT, __VA_ARGS__)
JSON_LENGTH|...|CQ_PRIV_JSON_LENGTH(TXT, __VA_ARGS__)
JSON_OBJECT|...|CQ_PRIV_JSON_OBJECT(TXT, __VA_ARGS__)
JSON_ARRAY|...|CQ_PRIV_JSON_ARRAY(TXT, __VA_ARGS__)
# Aggregates
COUNT|...|CQ_PRIV_COUNT_OF(CQ_OP_COUNT, TXT, __VA_ARGS__)
COUNT_DISTINCT|...|CQ_PRIV_COUNT_OF(CQ_OP_COUNT_DISTINCT, TXT, __VA_ARGS__)
COUNT_ROWS||CQ_PRIV_COUNT_ROWS_OF("COUNT_ROWS()")
SUM|...|CQ_PRIV_SUM(TXT, __VA_ARGS__)
AVG|...|CQ_PRIV_AVG(TXT, __VA_ARGS__)
MIN|...|CQ_PRIV_LEAST(CQ_OP_MIN, TXT, __VA_ARGS__)
MAX|...|CQ_PRIV_LEAST(CQ_OP_MAX, TXT, __VA_ARGS__)
STRING_AGG|...|CQ_PRIV_STRING_AGG(TXT, __VA_ARGS__)
JSON_AGG|...|CQ_PRIV_JSON_AGG(TXT, __VA_ARGS__)
FILTER|...|CQ_PRIV_FILTER(TXT, __VA_ARGS__)
# Windows: OVER(function, PARTITION_BY(...), ORDER_BY(...), ROWS_BETWEEN(bound, bound)), of an aggregate or a window function
OVER|...|CQ_PRIV_WINDOW_OVER(TXT, __VA_ARGS__)
PARTITION_BY|...|CQ_PRIV_PARTITION_BY(TXT, __VA_ARGS__)
ROWS_BETWEEN|...|CQ_PRIV_ROWS_FRAME(TXT, __VA_ARGS__)
RANGE_BETWEEN|...|CQ_PRIV_RANGE_FRAME(TXT, __VA_ARGS__)
GROUPS_BETWEEN|...|CQ_PRIV_GROUPS_FRAME(TXT, __VA_ARGS__)
ROW_NUMBER||CQ_PRIV_WINDOW_0(CQ_OP_ROW_NUMBER, "ROW_NUMBER()", CQ_PRIV_A_BIGINT)
RANK||CQ_PRIV_WINDOW_0(CQ_OP_RANK, "RANK()", CQ_PRIV_A_BIGINT)
DENSE_RANK||CQ_PRIV_WINDOW_0(CQ_OP_DENSE_RANK, "DENSE_RANK()", CQ_PRIV_A_BIGINT)
PERCENT_RANK||CQ_PRIV_WINDOW_0(CQ_OP_PERCENT_RANK, "PERCENT_RANK()", CQ_PRIV_A_DOUBLE)
CUME_DIST||CQ_PRIV_WINDOW_0(CQ_OP_CUME_DIST, "CUME_DIST()", CQ_PRIV_A_DOUBLE)
NTILE|...|CQ_PRIV_NTILE(TXT, __VA_ARGS__)
LAG|...|CQ_PRIV_LAG(CQ_OP_LAG, TXT, __VA_ARGS__)
LEAD|...|CQ_PRIV_LAG(CQ_OP_LEAD, TXT, __VA_ARGS__)
FIRST_VALUE|...|CQ_PRIV_FIRST_VALUE(CQ_OP_FIRST_VALUE, TXT, __VA_ARGS__)
LAST_VALUE|...|CQ_PRIV_FIRST_VALUE(CQ_OP_LAST_VALUE, TXT, __VA_ARGS__)
NTH_VALUE|...|CQ_PRIV_NTH_VALUE(TXT, __VA_ARGS__)
# Values, labels, raw expressions
VALUE|...|CQ_PRIV_VALUE(TXT, (__VA_ARGS__))
NULL_OF|...|CQ_PRIV_NULL_OF(TXT, __VA_ARGS__)
NULL_TEXT|-|CQ_PRIV_NULL_OF("NULL_TEXT", TEXT)
AS|x, label|CQ_PRIV_AS(TXT, x, #label)
LABEL|label|CQ_PRIV_LABEL(TXT, #label)
ALL|t|CQ_PRIV_ALL(TXT, t)
RAW|...|CQ_PRIV_RAW(TXT, __VA_ARGS__)
FUNC|...|CQ_PRIV_FUNC(TXT, __VA_ARGS__)
ASC|...|CQ_PRIV_ORDERING(CQ_OP_ASC, TXT, __VA_ARGS__)
DESC|...|CQ_PRIV_ORDERING(CQ_OP_DESC, TXT, __VA_ARGS__)
NULLS_FIRST|...|CQ_PRIV_NULLS(CQ_OP_NULLS_FIRST, TXT, __VA_ARGS__)
NULLS_LAST|...|CQ_PRIV_NULLS(CQ_OP_NULLS_LAST, TXT, __VA_ARGS__)
# Subqueries: clauses, as in SQL(...)
EXISTS|...|CQ_PRIV_EXISTS(TXT, __VA_ARGS__)
COLLECT|-|CQ_PRIV_COLLECT
SUBQUERY|...|CQ_PRIV_SUBQUERY(TXT, __VA_ARGS__)
# Along relations: ANY(users.posts, condition, ...) and HAS(posts.author, ...) ask, COUNT_OF(users.posts, ...) counts; ..._AS(alias, relation, ...) over an alias
ANY|...|CQ_PRIV_ANY_ALONG(1, TXT, __VA_ARGS__)
HAS|...|CQ_PRIV_ANY_ALONG(0, TXT, __VA_ARGS__)
COUNT_OF|...|CQ_PRIV_COUNT_ALONG(TXT, __VA_ARGS__)
ANY_AS|...|CQ_PRIV_ANY_AS(1, TXT, __VA_ARGS__)
HAS_AS|...|CQ_PRIV_ANY_AS(0, TXT, __VA_ARGS__)
COUNT_OF_AS|...|CQ_PRIV_COUNT_AS(TXT, __VA_ARGS__)
# Queries in a table's place: FROM(QUERY(t, ...)), JOIN(LATERAL(t, ...), condition), CROSS_JOIN(VALUES_AS(t, ROW(...), ...))
QUERY|...|CQ_PRIV_QUERY_AS(TXT, __VA_ARGS__)
LATERAL|...|CQ_PRIV_LATERAL(TXT, __VA_ARGS__)
VALUES_AS|...|CQ_PRIV_VALUES_AS(TXT, __VA_ARGS__)
# Clauses, in their order
WITH|...|CQ_PRIV_WITH(CQ_OP_WITH, TXT, __VA_ARGS__)
WITH_RECURSIVE|...|CQ_PRIV_WITH(CQ_OP_WITH_RECURSIVE, TXT, __VA_ARGS__)
SELECT|...|CQ_PRIV_SELECT(TXT, __VA_ARGS__)
SELECT_ALL|t|CQ_PRIV_SELECT_ALL(TXT, t)
SELECT_ROW|R|CQ_PRIV_SELECT_ROW(TXT, R)
DISTINCT|-|CQ_PRIV_DISTINCT
DISTINCT_ON|...|CQ_PRIV_DISTINCT_ON(TXT, __VA_ARGS__)
FROM|...|CQ_PRIV_FROM(CQ_OP_FROM, CQ_PRIV_K_FROM, TXT, __VA_ARGS__)
USING|...|CQ_PRIV_FROM(CQ_OP_USING, CQ_PRIV_K_USING, TXT, __VA_ARGS__)
JOIN|...|CQ_PRIV_JOIN(CQ_OP_JOIN, 0, TXT, __VA_ARGS__)
LEFT_JOIN|...|CQ_PRIV_JOIN(CQ_OP_LEFT_JOIN, CQ_PRIV_PROVIDES, TXT, __VA_ARGS__)
RIGHT_JOIN|...|CQ_PRIV_JOIN(CQ_OP_RIGHT_JOIN, CQ_PRIV_MISSING_BEFORE, TXT, __VA_ARGS__)
FULL_JOIN|...|CQ_PRIV_FULL_JOIN(TXT, __VA_ARGS__)
CROSS_JOIN|...|CQ_PRIV_CROSS_JOIN(TXT, __VA_ARGS__)
ALONG|...|CQ_PRIV_ALONG(TXT, __VA_ARGS__)
WHERE|...|CQ_PRIV_WHERE(TXT, __VA_ARGS__)
GROUP_BY|...|CQ_PRIV_GROUP_BY(TXT, __VA_ARGS__)
HAVING|...|CQ_PRIV_HAVING(TXT, __VA_ARGS__)
UNION|...|CQ_PRIV_UNION(CQ_OP_UNION, TXT, __VA_ARGS__)
UNION_ALL|...|CQ_PRIV_UNION(CQ_OP_UNION_ALL, TXT, __VA_ARGS__)
INTERSECT|...|CQ_PRIV_UNION(CQ_OP_INTERSECT, TXT, __VA_ARGS__)
EXCEPT|...|CQ_PRIV_UNION(CQ_OP_EXCEPT, TXT, __VA_ARGS__)
ORDER_BY|...|CQ_PRIV_ORDER_BY(TXT, __VA_ARGS__)
LIMIT|n|CQ_PRIV_LIMIT(CQ_OP_LIMIT, CQ_PRIV_K_LIMIT, TXT, n)
OFFSET|n|CQ_PRIV_LIMIT(CQ_OP_OFFSET, CQ_PRIV_K_OFFSET, TXT, n)
FOR_UPDATE|...|CQ_PRIV_LOCK(0, TXT, __VA_ARGS__)
FOR_SHARE|...|CQ_PRIV_LOCK(CQ_LOCK_SHARE, TXT, __VA_ARGS__)
# Writing rows: INSERT_INTO(t, SET(column, value), ...) or INSERT_INTO(t, VALUES(array, count)); UPDATE(t, SET(...), ...)
INSERT_INTO|...|CQ_PRIV_INSERT_INTO(TXT, __VA_ARGS__)
UPDATE|...|CQ_PRIV_UPDATE(TXT, __VA_ARGS__)
DELETE_FROM|t|CQ_PRIV_DELETE_FROM(TXT, t)
SET|column, x|CQ_PRIV_ASSIGN(TXT, column, x)
VALUES|array, count|CQ_PRIV_VALUES(TXT, array, count)
ON_CONFLICT_DO_NOTHING|...|CQ_PRIV_CONFLICT_NOTHING(TXT, __VA_ARGS__)
ON_CONFLICT_DO_UPDATE|...|CQ_PRIV_CONFLICT_UPDATE(TXT, __VA_ARGS__)
KEY|...|CQ_PRIV_KEY_OF(TXT, __VA_ARGS__)
EXCLUDED|column|CQ_PRIV_EXCLUDED(TXT, column)
RETURNING|...|CQ_PRIV_RETURNING(TXT, __VA_ARGS__)
RETURNING_ALL|t|CQ_PRIV_RETURNING_ALL(TXT, t)
RETURNING_ROW|R|CQ_PRIV_RETURNING_ROW(TXT, R)
ALL_ROWS|-|CQ_PRIV_ALL_ROWS
# What a session does with the rows: OPTIONS(SELECTIN(users.posts, posts.tags, WHERE(...), ORDER_BY(...)), JOINED(posts.author))
OPTIONS|...|CQ_PRIV_OPTIONS_OF(TXT, __VA_ARGS__)
SELECTIN|...|CQ_PRIV_SELECTIN(TXT, __VA_ARGS__)
JOINED|...|CQ_PRIV_JOINED(TXT, __VA_ARGS__)
UNLOADED|...|CQ_PRIV_UNLOADED(TXT, __VA_ARGS__)
POPULATE_EXISTING|-|CQ_PRIV_OPTION_WORD(CQ_OP_POPULATE_EXISTING, "POPULATE_EXISTING")
WITH_DELETED|-|CQ_PRIV_OPTION_WORD(CQ_OP_WITH_DELETED, "WITH_DELETED")
# Statements
SQL|...|CQ_PRIV_SQL(TXT, __VA_ARGS__)
RAW_SQL|...|CQ_PRIV_RAW_SQL(__VA_ARGS__)
BIND|name, x|CQ_PRIV_BIND(TXT, #name, x)
TABLE
	# STATEMENT is spelt in cquel/execute.h, where its long name stands.
}

head_of() { printf '/* cquel/%s: %s\n *\n * Written by tests/lint/words.sh; not edited by hand.\n */\n#pragma GCC system_header\n' "$1" "$2"; }

# define PREFIX: the table as macros named PREFIX and the word
define() {
	table | awk -F'|' -v prefix="$1" '
		/^#/ { print "\n/*" substr($0, 2) ". */"; next }
		{
			# CQ_ROW defines a row type: the word ROW has another long name.
			word = prefix $1 == "CQ_ROW" ? "CQ_TUPLE" : prefix $1
			if ($2 == "-") { print "#define " word " " $3; next }
			if ($2 == "...") { text = "\"" word "(\" #__VA_ARGS__ \")\"" }
			else {
				count = split($2, parameter, ", ")
				text = "\"" word "("
				for (i = 1; i <= count; i++) text = text (i > 1 ? ", " : "") "\" #" parameter[i] " \""
				text = text ")\""
			}
			line = $3
			at = index(line, "TXT")
			if (at) line = substr(line, 1, at - 1) text substr(line, at + 3)
			print "#define " word "(" $2 ") " line
		}'
}

write_expr() {
	head_of expr.h "the language by its long names, which always exist; docs/language.md is the guide."
	printf '#ifndef CQUEL_EXPR_H\n#define CQUEL_EXPR_H\n\n#include <cquel/priv/collect.h>\n#include <cquel/priv/combine.h>\n#include <cquel/priv/conflict.h>\n'
	printf '\n/* CQ_TARGETS was there in time. */\n#ifdef CQ_TARGETS\n#define CQ_PRIV_TARGETED\n#endif\n'
	define CQ_
	printf '\n#endif\n'
}

write_words() {
	head_of words.h "the language by its short words: EQ for CQ_EQ. Opt-in, and the last include: words_off.h takes them back."
	printf '#include <cquel.h>\n#include <cquel/words_off.h>\n'
	printf '\n#if defined CQ_TARGETS && !defined CQ_PRIV_TARGETED\n#error "CQ_TARGETS must be defined before cquel is first included"\n#endif\n'
	define ""
	printf '#define STATEMENT(statement) CQ_STATEMENT(statement)\n'
}

write_words_off() {
	head_of words_off.h "takes the short words of words.h back, and other headers' macros of the same names with them."
	table | awk -F'|' '!/^#/ { print "#undef " $1 }'
	printf '#undef STATEMENT\n'
}

for header in expr words words_off; do
	if [ "${1:-}" = --check ]; then
		write_$header | cmp - include/cquel/$header.h
	else
		write_$header >include/cquel/$header.h
	fi
done
