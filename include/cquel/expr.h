/* cquel/expr.h: the language by its long names, which always exist; docs/language.md is the guide.
 *
 * Written by tests/lint/words.sh; not edited by hand.
 */
#pragma GCC system_header
#ifndef CQUEL_EXPR_H
#define CQUEL_EXPR_H

#include <cquel/priv/collect.h>
#include <cquel/priv/combine.h>
#include <cquel/priv/conflict.h>

/* CQ_TARGETS was there in time. */
#ifdef CQ_TARGETS
#define CQ_PRIV_TARGETED
#endif

/* Comparisons: two operands, columns, expressions or C values of one family of types. */
#define CQ_EQ(...) CQ_PRIV_COMPARE(CQ_OP_EQ, "CQ_EQ(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_NE(...) CQ_PRIV_COMPARE(CQ_OP_NE, "CQ_NE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_LT(...) CQ_PRIV_COMPARE(CQ_OP_LT, "CQ_LT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_LE(...) CQ_PRIV_COMPARE(CQ_OP_LE, "CQ_LE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_GT(...) CQ_PRIV_COMPARE(CQ_OP_GT, "CQ_GT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_GE(...) CQ_PRIV_COMPARE(CQ_OP_GE, "CQ_GE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_IS_DISTINCT(...) CQ_PRIV_DISTINCTION(CQ_OP_IS_DISTINCT, "CQ_IS_DISTINCT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_IS_NOT_DISTINCT(...) CQ_PRIV_DISTINCTION(CQ_OP_IS_NOT_DISTINCT, "CQ_IS_NOT_DISTINCT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_BETWEEN(...) CQ_PRIV_BETWEEN("CQ_BETWEEN(" #__VA_ARGS__ ")", __VA_ARGS__)

/* IN(needle, value, ...) or IN(needle, SUBQUERY(...)); IN_ARRAY(needle, array, count). */
#define CQ_IN(...) CQ_PRIV_IN(CQ_OP_IN, CQ_OP_IN_QUERY, "CQ_IN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_NOT_IN(...) CQ_PRIV_IN(CQ_OP_NOT_IN, CQ_OP_NOT_IN_QUERY, "CQ_NOT_IN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_IN_ARRAY(...) CQ_PRIV_IN_ARRAY(CQ_OP_IN_ARRAY, "CQ_IN_ARRAY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_NOT_IN_ARRAY(...) CQ_PRIV_IN_ARRAY(CQ_OP_NOT_IN_ARRAY, "CQ_NOT_IN_ARRAY(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Rows of expressions, on both sides of EQ ... GE, IN and NOT_IN: ROW(a, b), SUBQUERY_ROWS(SELECT(a, b), ...). */
#define CQ_TUPLE(...) CQ_PRIV_TUPLE_OF("CQ_TUPLE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_SUBQUERY_ROWS(...) CQ_PRIV_SUBQUERY_ROWS("CQ_SUBQUERY_ROWS(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Texts: LIKE and ILIKE take a pattern (% and _; ! escapes), the others take their second operand literally. */
#define CQ_LIKE(...) CQ_PRIV_LIKE(CQ_OP_LIKE, "CQ_LIKE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ILIKE(...) CQ_PRIV_LIKE(CQ_OP_ILIKE, "CQ_ILIKE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_STARTS_WITH(...) CQ_PRIV_LIKE(CQ_OP_STARTS_WITH, "CQ_STARTS_WITH(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ENDS_WITH(...) CQ_PRIV_LIKE(CQ_OP_ENDS_WITH, "CQ_ENDS_WITH(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_CONTAINS(...) CQ_PRIV_LIKE(CQ_OP_CONTAINS, "CQ_CONTAINS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_CONCAT(...) CQ_PRIV_CONCAT("CQ_CONCAT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_LOWER(...) CQ_PRIV_LOWER(CQ_OP_LOWER, "CQ_LOWER(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_UPPER(...) CQ_PRIV_LOWER(CQ_OP_UPPER, "CQ_UPPER(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_LENGTH(...) CQ_PRIV_LENGTH_OF("CQ_LENGTH(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_TRIM(...) CQ_PRIV_LOWER(CQ_OP_TRIM, "CQ_TRIM(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_SUBSTR(...) CQ_PRIV_SUBSTR("CQ_SUBSTR(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_REPLACE(...) CQ_PRIV_REPLACE("CQ_REPLACE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_POSITION(...) CQ_PRIV_POSITION("CQ_POSITION(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Logic: conditions, BOOLEAN columns, stored conditions. */
#define CQ_AND(...) CQ_PRIV_LOGIC(CQ_OP_AND, "AND", "CQ_AND(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_OR(...) CQ_PRIV_LOGIC(CQ_OP_OR, "OR", "CQ_OR(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_NOT(...) CQ_PRIV_NOT("CQ_NOT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_IS_NULL(...) CQ_PRIV_NULL_TEST(CQ_OP_IS_NULL, "CQ_IS_NULL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_IS_NOT_NULL(...) CQ_PRIV_NULL_TEST(CQ_OP_IS_NOT_NULL, "CQ_IS_NOT_NULL(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Optional and chosen parts: WHEN(c, part) is absent when c is false; EITHER is ?: for any two; ANY_OF(i, n, condition) loops. */
#define CQ_WHEN(c, x) CQ_PRIV_WHEN("CQ_WHEN(" #c ", " #x ")", c, x)
#define CQ_EITHER(c, a, b) CQ_PRIV_EITHER("CQ_EITHER(" #c ", " #a ", " #b ")", c, a, b)
#define CQ_ANY_OF(i, n, x) CQ_PRIV_LOOP(CQ_OP_ANY_OF, "CQ_ANY_OF(" #i ", " #n ", " #x ")", i, n, x)
#define CQ_ALL_OF(i, n, x) CQ_PRIV_LOOP(CQ_OP_ALL_OF, "CQ_ALL_OF(" #i ", " #n ", " #x ")", i, n, x)
#define CQ_ANY_OF_VALUES(n, conditions) CQ_PRIV_LOOP_VALUES(CQ_OP_ANY_OF, "CQ_ANY_OF_VALUES(" #n ", " #conditions ")", n, conditions)
#define CQ_ALL_OF_VALUES(n, conditions) CQ_PRIV_LOOP_VALUES(CQ_OP_ALL_OF, "CQ_ALL_OF_VALUES(" #n ", " #conditions ")", n, conditions)
#define CQ_CONDITION(...) CQ_PRIV_CONDITION("CQ_CONDITION(" #__VA_ARGS__ ")", (__VA_ARGS__))

/* Numbers. */
#define CQ_ADD(...) CQ_PRIV_ARITHMETIC(CQ_OP_ADD, "CQ_ADD(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_SUB(...) CQ_PRIV_ARITHMETIC(CQ_OP_SUB, "CQ_SUB(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_MUL(...) CQ_PRIV_ARITHMETIC(CQ_OP_MUL, "CQ_MUL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_DIV(...) CQ_PRIV_ARITHMETIC(CQ_OP_DIV, "CQ_DIV(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_MOD(...) CQ_PRIV_ARITHMETIC(CQ_OP_MOD, "CQ_MOD(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_NEG(...) CQ_PRIV_NEG("CQ_NEG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_COALESCE(...) CQ_PRIV_COALESCE("CQ_COALESCE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ABS(...) CQ_PRIV_NUMBER_OF(CQ_OP_ABS, "CQ_ABS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ROUND(...) CQ_PRIV_ROUND("CQ_ROUND(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_FLOOR(...) CQ_PRIV_NUMBER_OF(CQ_OP_FLOOR, "CQ_FLOOR(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_CEIL(...) CQ_PRIV_NUMBER_OF(CQ_OP_CEIL, "CQ_CEIL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_POWER(...) CQ_PRIV_POWER("CQ_POWER(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Choices and types: CASE(CASE_WHEN(condition, value), ..., ELSE(value)); CAST(x, TYPE) with a type as in a list of columns. */
#define CQ_CASE(...) CQ_PRIV_CASE("CQ_CASE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_CASE_WHEN(...) CQ_PRIV_CASE_WHEN("CQ_CASE_WHEN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ELSE(...) CQ_PRIV_ELSE("CQ_ELSE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_CAST(x, T) CQ_PRIV_CAST("CQ_CAST(" #x ", " #T ")", x, T)
#define CQ_NULLIF(...) CQ_PRIV_NULLIF("CQ_NULLIF(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Moments, in UTC; units are SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR, for EXTRACT also DAY_OF_WEEK DAY_OF_YEAR EPOCH. */
#define CQ_NOW() CQ_PRIV_NOW_OF("NOW()", TIMESTAMP)
#define CQ_TODAY() CQ_PRIV_NOW_OF("TODAY()", DATE)
#define CQ_DATE_TRUNC(...) CQ_PRIV_DATE_TRUNC("CQ_DATE_TRUNC(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_EXTRACT(...) CQ_PRIV_EXTRACT("CQ_EXTRACT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_DATE_ADD(...) CQ_PRIV_DATE_ADD("CQ_DATE_ADD(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_DATE_DIFF(...) CQ_PRIV_DATE_DIFF("CQ_DATE_DIFF(" #__VA_ARGS__ ")", __VA_ARGS__)

/* JSON: a path of keys and indexes; an object of keys and values. */
#define CQ_JSON_GET(...) CQ_PRIV_JSON_PATH(CQ_OP_JSON_GET, CQ_PRIV_A_JSON, "CQ_JSON_GET(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_JSON_TEXT(...) CQ_PRIV_JSON_PATH(CQ_OP_JSON_TEXT, CQ_PRIV_A_TEXT, "CQ_JSON_TEXT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_JSON_LENGTH(...) CQ_PRIV_JSON_LENGTH("CQ_JSON_LENGTH(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_JSON_OBJECT(...) CQ_PRIV_JSON_OBJECT("CQ_JSON_OBJECT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_JSON_ARRAY(...) CQ_PRIV_JSON_ARRAY("CQ_JSON_ARRAY(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Aggregates. */
#define CQ_COUNT(...) CQ_PRIV_COUNT_OF(CQ_OP_COUNT, "CQ_COUNT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_COUNT_DISTINCT(...) CQ_PRIV_COUNT_OF(CQ_OP_COUNT_DISTINCT, "CQ_COUNT_DISTINCT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_COUNT_ROWS() CQ_PRIV_COUNT_ROWS_OF("COUNT_ROWS()")
#define CQ_SUM(...) CQ_PRIV_SUM("CQ_SUM(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_AVG(...) CQ_PRIV_AVG("CQ_AVG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_MIN(...) CQ_PRIV_LEAST(CQ_OP_MIN, "CQ_MIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_MAX(...) CQ_PRIV_LEAST(CQ_OP_MAX, "CQ_MAX(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_STRING_AGG(...) CQ_PRIV_STRING_AGG("CQ_STRING_AGG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_JSON_AGG(...) CQ_PRIV_JSON_AGG("CQ_JSON_AGG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_FILTER(...) CQ_PRIV_FILTER("CQ_FILTER(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Windows: OVER(function, PARTITION_BY(...), ORDER_BY(...), ROWS_BETWEEN(bound, bound)), of an aggregate or a window function. */
#define CQ_OVER(...) CQ_PRIV_WINDOW_OVER("CQ_OVER(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_PARTITION_BY(...) CQ_PRIV_PARTITION_BY("CQ_PARTITION_BY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ROWS_BETWEEN(...) CQ_PRIV_ROWS_FRAME("CQ_ROWS_BETWEEN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_RANGE_BETWEEN(...) CQ_PRIV_RANGE_FRAME("CQ_RANGE_BETWEEN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_GROUPS_BETWEEN(...) CQ_PRIV_GROUPS_FRAME("CQ_GROUPS_BETWEEN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ROW_NUMBER() CQ_PRIV_WINDOW_0(CQ_OP_ROW_NUMBER, "ROW_NUMBER()", CQ_PRIV_A_BIGINT)
#define CQ_RANK() CQ_PRIV_WINDOW_0(CQ_OP_RANK, "RANK()", CQ_PRIV_A_BIGINT)
#define CQ_DENSE_RANK() CQ_PRIV_WINDOW_0(CQ_OP_DENSE_RANK, "DENSE_RANK()", CQ_PRIV_A_BIGINT)
#define CQ_PERCENT_RANK() CQ_PRIV_WINDOW_0(CQ_OP_PERCENT_RANK, "PERCENT_RANK()", CQ_PRIV_A_DOUBLE)
#define CQ_CUME_DIST() CQ_PRIV_WINDOW_0(CQ_OP_CUME_DIST, "CUME_DIST()", CQ_PRIV_A_DOUBLE)
#define CQ_NTILE(...) CQ_PRIV_NTILE("CQ_NTILE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_LAG(...) CQ_PRIV_LAG(CQ_OP_LAG, "CQ_LAG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_LEAD(...) CQ_PRIV_LAG(CQ_OP_LEAD, "CQ_LEAD(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_FIRST_VALUE(...) CQ_PRIV_FIRST_VALUE(CQ_OP_FIRST_VALUE, "CQ_FIRST_VALUE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_LAST_VALUE(...) CQ_PRIV_FIRST_VALUE(CQ_OP_LAST_VALUE, "CQ_LAST_VALUE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_NTH_VALUE(...) CQ_PRIV_NTH_VALUE("CQ_NTH_VALUE(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Values, labels, raw expressions. */
#define CQ_VALUE(...) CQ_PRIV_VALUE("CQ_VALUE(" #__VA_ARGS__ ")", (__VA_ARGS__))
#define CQ_NULL_OF(...) CQ_PRIV_NULL_OF("CQ_NULL_OF(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_NULL_TEXT CQ_PRIV_NULL_OF("NULL_TEXT", TEXT)
#define CQ_AS(x, label) CQ_PRIV_AS("CQ_AS(" #x ", " #label ")", x, #label)
#define CQ_LABEL(label) CQ_PRIV_LABEL("CQ_LABEL(" #label ")", #label)
#define CQ_ALL(t) CQ_PRIV_ALL("CQ_ALL(" #t ")", t)
#define CQ_RAW(...) CQ_PRIV_RAW("CQ_RAW(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_FUNC(...) CQ_PRIV_FUNC("CQ_FUNC(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ASC(...) CQ_PRIV_ORDERING(CQ_OP_ASC, "CQ_ASC(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_DESC(...) CQ_PRIV_ORDERING(CQ_OP_DESC, "CQ_DESC(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_NULLS_FIRST(...) CQ_PRIV_NULLS(CQ_OP_NULLS_FIRST, "CQ_NULLS_FIRST(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_NULLS_LAST(...) CQ_PRIV_NULLS(CQ_OP_NULLS_LAST, "CQ_NULLS_LAST(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Subqueries: clauses, as in SQL(...). */
#define CQ_EXISTS(...) CQ_PRIV_EXISTS("CQ_EXISTS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_COLLECT CQ_PRIV_COLLECT
#define CQ_SUBQUERY(...) CQ_PRIV_SUBQUERY("CQ_SUBQUERY(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Along relations: ANY(users.posts, condition, ...) and HAS(posts.author, ...) ask, COUNT_OF(users.posts, ...) counts; ..._AS(alias, relation, ...) over an alias. */
#define CQ_ANY(...) CQ_PRIV_ANY_ALONG(1, "CQ_ANY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_HAS(...) CQ_PRIV_ANY_ALONG(0, "CQ_HAS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_COUNT_OF(...) CQ_PRIV_COUNT_ALONG("CQ_COUNT_OF(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ANY_AS(...) CQ_PRIV_ANY_AS(1, "CQ_ANY_AS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_HAS_AS(...) CQ_PRIV_ANY_AS(0, "CQ_HAS_AS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_COUNT_OF_AS(...) CQ_PRIV_COUNT_AS("CQ_COUNT_OF_AS(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Queries in a table's place: FROM(QUERY(t, ...)), JOIN(LATERAL(t, ...), condition), CROSS_JOIN(VALUES_AS(t, ROW(...), ...)). */
#define CQ_QUERY(...) CQ_PRIV_QUERY_AS("CQ_QUERY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_LATERAL(...) CQ_PRIV_LATERAL("CQ_LATERAL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_VALUES_AS(...) CQ_PRIV_VALUES_AS("CQ_VALUES_AS(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Clauses, in their order. */
#define CQ_WITH(...) CQ_PRIV_WITH(CQ_OP_WITH, "CQ_WITH(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_WITH_RECURSIVE(...) CQ_PRIV_WITH(CQ_OP_WITH_RECURSIVE, "CQ_WITH_RECURSIVE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_SELECT(...) CQ_PRIV_SELECT("CQ_SELECT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_SELECT_ALL(t) CQ_PRIV_SELECT_ALL("CQ_SELECT_ALL(" #t ")", t)
#define CQ_SELECT_ROW(R) CQ_PRIV_SELECT_ROW("CQ_SELECT_ROW(" #R ")", R)
#define CQ_DISTINCT CQ_PRIV_DISTINCT
#define CQ_DISTINCT_ON(...) CQ_PRIV_DISTINCT_ON("CQ_DISTINCT_ON(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_FROM(...) CQ_PRIV_FROM(CQ_OP_FROM, CQ_PRIV_K_FROM, "CQ_FROM(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_USING(...) CQ_PRIV_FROM(CQ_OP_USING, CQ_PRIV_K_USING, "CQ_USING(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_JOIN(...) CQ_PRIV_JOIN(CQ_OP_JOIN, 0, "CQ_JOIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_LEFT_JOIN(...) CQ_PRIV_JOIN(CQ_OP_LEFT_JOIN, CQ_PRIV_PROVIDES, "CQ_LEFT_JOIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_RIGHT_JOIN(...) CQ_PRIV_JOIN(CQ_OP_RIGHT_JOIN, CQ_PRIV_MISSING_BEFORE, "CQ_RIGHT_JOIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_FULL_JOIN(...) CQ_PRIV_FULL_JOIN("CQ_FULL_JOIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_CROSS_JOIN(...) CQ_PRIV_CROSS_JOIN("CQ_CROSS_JOIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ALONG(...) CQ_PRIV_ALONG("CQ_ALONG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_WHERE(...) CQ_PRIV_WHERE("CQ_WHERE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_GROUP_BY(...) CQ_PRIV_GROUP_BY("CQ_GROUP_BY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_HAVING(...) CQ_PRIV_HAVING("CQ_HAVING(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_UNION(...) CQ_PRIV_UNION(CQ_OP_UNION, "CQ_UNION(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_UNION_ALL(...) CQ_PRIV_UNION(CQ_OP_UNION_ALL, "CQ_UNION_ALL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_INTERSECT(...) CQ_PRIV_UNION(CQ_OP_INTERSECT, "CQ_INTERSECT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_EXCEPT(...) CQ_PRIV_UNION(CQ_OP_EXCEPT, "CQ_EXCEPT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ORDER_BY(...) CQ_PRIV_ORDER_BY("CQ_ORDER_BY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_LIMIT(n) CQ_PRIV_LIMIT(CQ_OP_LIMIT, CQ_PRIV_K_LIMIT, "CQ_LIMIT(" #n ")", n)
#define CQ_OFFSET(n) CQ_PRIV_LIMIT(CQ_OP_OFFSET, CQ_PRIV_K_OFFSET, "CQ_OFFSET(" #n ")", n)
#define CQ_FOR_UPDATE(...) CQ_PRIV_LOCK(0, "CQ_FOR_UPDATE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_FOR_SHARE(...) CQ_PRIV_LOCK(CQ_LOCK_SHARE, "CQ_FOR_SHARE(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Writing rows: INSERT_INTO(t, SET(column, value), ...) or INSERT_INTO(t, VALUES(array, count)); UPDATE(t, SET(...), ...). */
#define CQ_INSERT_INTO(...) CQ_PRIV_INSERT_INTO("CQ_INSERT_INTO(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_UPDATE(...) CQ_PRIV_UPDATE("CQ_UPDATE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_DELETE_FROM(t) CQ_PRIV_DELETE_FROM("CQ_DELETE_FROM(" #t ")", t)
#define CQ_SET(column, x) CQ_PRIV_ASSIGN("CQ_SET(" #column ", " #x ")", column, x)
#define CQ_VALUES(array, count) CQ_PRIV_VALUES("CQ_VALUES(" #array ", " #count ")", array, count)
#define CQ_ON_CONFLICT_DO_NOTHING(...) CQ_PRIV_CONFLICT_NOTHING("CQ_ON_CONFLICT_DO_NOTHING(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_ON_CONFLICT_DO_UPDATE(...) CQ_PRIV_CONFLICT_UPDATE("CQ_ON_CONFLICT_DO_UPDATE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_KEY(...) CQ_PRIV_KEY_OF("CQ_KEY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_EXCLUDED(column) CQ_PRIV_EXCLUDED("CQ_EXCLUDED(" #column ")", column)
#define CQ_RETURNING(...) CQ_PRIV_RETURNING("CQ_RETURNING(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_RETURNING_ALL(t) CQ_PRIV_RETURNING_ALL("CQ_RETURNING_ALL(" #t ")", t)
#define CQ_RETURNING_ROW(R) CQ_PRIV_RETURNING_ROW("CQ_RETURNING_ROW(" #R ")", R)
#define CQ_ALL_ROWS CQ_PRIV_ALL_ROWS

/* What a session does with the rows: OPTIONS(SELECTIN(users.posts, posts.tags, WHERE(...), ORDER_BY(...)), JOINED(posts.author)). */
#define CQ_OPTIONS(...) CQ_PRIV_OPTIONS_OF("CQ_OPTIONS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_SELECTIN(...) CQ_PRIV_SELECTIN("CQ_SELECTIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_JOINED(...) CQ_PRIV_JOINED("CQ_JOINED(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_UNLOADED(...) CQ_PRIV_UNLOADED("CQ_UNLOADED(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_POPULATE_EXISTING CQ_PRIV_OPTION_WORD(CQ_OP_POPULATE_EXISTING, "POPULATE_EXISTING")
#define CQ_WITH_DELETED CQ_PRIV_OPTION_WORD(CQ_OP_WITH_DELETED, "WITH_DELETED")

/* Statements. */
#define CQ_SQL(...) CQ_PRIV_SQL("CQ_SQL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CQ_RAW_SQL(...) CQ_PRIV_RAW_SQL(__VA_ARGS__)
#define CQ_BIND(name, x) CQ_PRIV_BIND("CQ_BIND(" #name ", " #x ")", #name, x)

#endif
