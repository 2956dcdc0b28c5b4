/* cquel/words.h: the language by its short words: EQ for CQ_EQ. Opt-in, and the last include: words_off.h takes them back.
 *
 * Written by tests/lint/words.sh; not edited by hand.
 */
#pragma GCC system_header
#include <cquel.h>
#include <cquel/words_off.h>

#if defined CQ_TARGETS && !defined CQ_PRIV_TARGETED
#error "CQ_TARGETS must be defined before cquel is first included"
#endif

/* Comparisons: two operands, columns, expressions or C values of one family of types. */
#define EQ(...) CQ_PRIV_COMPARE(CQ_OP_EQ, "EQ(" #__VA_ARGS__ ")", __VA_ARGS__)
#define NE(...) CQ_PRIV_COMPARE(CQ_OP_NE, "NE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define LT(...) CQ_PRIV_COMPARE(CQ_OP_LT, "LT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define LE(...) CQ_PRIV_COMPARE(CQ_OP_LE, "LE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define GT(...) CQ_PRIV_COMPARE(CQ_OP_GT, "GT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define GE(...) CQ_PRIV_COMPARE(CQ_OP_GE, "GE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define IS_DISTINCT(...) CQ_PRIV_DISTINCTION(CQ_OP_IS_DISTINCT, "IS_DISTINCT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define IS_NOT_DISTINCT(...) CQ_PRIV_DISTINCTION(CQ_OP_IS_NOT_DISTINCT, "IS_NOT_DISTINCT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define BETWEEN(...) CQ_PRIV_BETWEEN("BETWEEN(" #__VA_ARGS__ ")", __VA_ARGS__)

/* IN(needle, value, ...) or IN(needle, SUBQUERY(...)); IN_ARRAY(needle, array, count). */
#define IN(...) CQ_PRIV_IN(CQ_OP_IN, CQ_OP_IN_QUERY, "IN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define NOT_IN(...) CQ_PRIV_IN(CQ_OP_NOT_IN, CQ_OP_NOT_IN_QUERY, "NOT_IN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define IN_ARRAY(...) CQ_PRIV_IN_ARRAY(CQ_OP_IN_ARRAY, "IN_ARRAY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define NOT_IN_ARRAY(...) CQ_PRIV_IN_ARRAY(CQ_OP_NOT_IN_ARRAY, "NOT_IN_ARRAY(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Rows of expressions, on both sides of EQ ... GE, IN and NOT_IN: ROW(a, b), SUBQUERY_ROWS(SELECT(a, b), ...). */
#define ROW(...) CQ_PRIV_TUPLE_OF("ROW(" #__VA_ARGS__ ")", __VA_ARGS__)
#define SUBQUERY_ROWS(...) CQ_PRIV_SUBQUERY_ROWS("SUBQUERY_ROWS(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Texts: LIKE and ILIKE take a pattern (% and _; ! escapes), the others take their second operand literally. */
#define LIKE(...) CQ_PRIV_LIKE(CQ_OP_LIKE, "LIKE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ILIKE(...) CQ_PRIV_LIKE(CQ_OP_ILIKE, "ILIKE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define STARTS_WITH(...) CQ_PRIV_LIKE(CQ_OP_STARTS_WITH, "STARTS_WITH(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ENDS_WITH(...) CQ_PRIV_LIKE(CQ_OP_ENDS_WITH, "ENDS_WITH(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CONTAINS(...) CQ_PRIV_LIKE(CQ_OP_CONTAINS, "CONTAINS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CONCAT(...) CQ_PRIV_CONCAT("CONCAT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define LOWER(...) CQ_PRIV_LOWER(CQ_OP_LOWER, "LOWER(" #__VA_ARGS__ ")", __VA_ARGS__)
#define UPPER(...) CQ_PRIV_LOWER(CQ_OP_UPPER, "UPPER(" #__VA_ARGS__ ")", __VA_ARGS__)
#define LENGTH(...) CQ_PRIV_LENGTH_OF("LENGTH(" #__VA_ARGS__ ")", __VA_ARGS__)
#define TRIM(...) CQ_PRIV_LOWER(CQ_OP_TRIM, "TRIM(" #__VA_ARGS__ ")", __VA_ARGS__)
#define SUBSTR(...) CQ_PRIV_SUBSTR("SUBSTR(" #__VA_ARGS__ ")", __VA_ARGS__)
#define REPLACE(...) CQ_PRIV_REPLACE("REPLACE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define POSITION(...) CQ_PRIV_POSITION("POSITION(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Logic: conditions, BOOLEAN columns, stored conditions. */
#define AND(...) CQ_PRIV_LOGIC(CQ_OP_AND, "AND", "AND(" #__VA_ARGS__ ")", __VA_ARGS__)
#define OR(...) CQ_PRIV_LOGIC(CQ_OP_OR, "OR", "OR(" #__VA_ARGS__ ")", __VA_ARGS__)
#define NOT(...) CQ_PRIV_NOT("NOT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define IS_NULL(...) CQ_PRIV_NULL_TEST(CQ_OP_IS_NULL, "IS_NULL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define IS_NOT_NULL(...) CQ_PRIV_NULL_TEST(CQ_OP_IS_NOT_NULL, "IS_NOT_NULL(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Optional and chosen parts: WHEN(c, part) is absent when c is false; EITHER is ?: for any two; ANY_OF(i, n, condition) loops. */
#define WHEN(c, x) CQ_PRIV_WHEN("WHEN(" #c ", " #x ")", c, x)
#define EITHER(c, a, b) CQ_PRIV_EITHER("EITHER(" #c ", " #a ", " #b ")", c, a, b)
#define ANY_OF(i, n, x) CQ_PRIV_LOOP(CQ_OP_ANY_OF, "ANY_OF(" #i ", " #n ", " #x ")", i, n, x)
#define ALL_OF(i, n, x) CQ_PRIV_LOOP(CQ_OP_ALL_OF, "ALL_OF(" #i ", " #n ", " #x ")", i, n, x)
#define ANY_OF_VALUES(n, conditions) CQ_PRIV_LOOP_VALUES(CQ_OP_ANY_OF, "ANY_OF_VALUES(" #n ", " #conditions ")", n, conditions)
#define ALL_OF_VALUES(n, conditions) CQ_PRIV_LOOP_VALUES(CQ_OP_ALL_OF, "ALL_OF_VALUES(" #n ", " #conditions ")", n, conditions)
#define CONDITION(...) CQ_PRIV_CONDITION("CONDITION(" #__VA_ARGS__ ")", (__VA_ARGS__))

/* Numbers. */
#define ADD(...) CQ_PRIV_ARITHMETIC(CQ_OP_ADD, "ADD(" #__VA_ARGS__ ")", __VA_ARGS__)
#define SUB(...) CQ_PRIV_ARITHMETIC(CQ_OP_SUB, "SUB(" #__VA_ARGS__ ")", __VA_ARGS__)
#define MUL(...) CQ_PRIV_ARITHMETIC(CQ_OP_MUL, "MUL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define DIV(...) CQ_PRIV_ARITHMETIC(CQ_OP_DIV, "DIV(" #__VA_ARGS__ ")", __VA_ARGS__)
#define MOD(...) CQ_PRIV_ARITHMETIC(CQ_OP_MOD, "MOD(" #__VA_ARGS__ ")", __VA_ARGS__)
#define NEG(...) CQ_PRIV_NEG("NEG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define COALESCE(...) CQ_PRIV_COALESCE("COALESCE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ABS(...) CQ_PRIV_NUMBER_OF(CQ_OP_ABS, "ABS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ROUND(...) CQ_PRIV_ROUND("ROUND(" #__VA_ARGS__ ")", __VA_ARGS__)
#define FLOOR(...) CQ_PRIV_NUMBER_OF(CQ_OP_FLOOR, "FLOOR(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CEIL(...) CQ_PRIV_NUMBER_OF(CQ_OP_CEIL, "CEIL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define POWER(...) CQ_PRIV_POWER("POWER(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Choices and types: CASE(CASE_WHEN(condition, value), ..., ELSE(value)); CAST(x, TYPE) with a type as in a list of columns. */
#define CASE(...) CQ_PRIV_CASE("CASE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CASE_WHEN(...) CQ_PRIV_CASE_WHEN("CASE_WHEN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ELSE(...) CQ_PRIV_ELSE("ELSE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CAST(x, T) CQ_PRIV_CAST("CAST(" #x ", " #T ")", x, T)
#define NULLIF(...) CQ_PRIV_NULLIF("NULLIF(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Moments, in UTC; units are SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR, for EXTRACT also DAY_OF_WEEK DAY_OF_YEAR EPOCH. */
#define NOW() CQ_PRIV_NOW_OF("NOW()", TIMESTAMP)
#define TODAY() CQ_PRIV_NOW_OF("TODAY()", DATE)
#define DATE_TRUNC(...) CQ_PRIV_DATE_TRUNC("DATE_TRUNC(" #__VA_ARGS__ ")", __VA_ARGS__)
#define EXTRACT(...) CQ_PRIV_EXTRACT("EXTRACT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define DATE_ADD(...) CQ_PRIV_DATE_ADD("DATE_ADD(" #__VA_ARGS__ ")", __VA_ARGS__)
#define DATE_DIFF(...) CQ_PRIV_DATE_DIFF("DATE_DIFF(" #__VA_ARGS__ ")", __VA_ARGS__)

/* JSON: a path of keys and indexes; an object of keys and values. */
#define JSON_GET(...) CQ_PRIV_JSON_PATH(CQ_OP_JSON_GET, CQ_PRIV_A_JSON, "JSON_GET(" #__VA_ARGS__ ")", __VA_ARGS__)
#define JSON_TEXT(...) CQ_PRIV_JSON_PATH(CQ_OP_JSON_TEXT, CQ_PRIV_A_TEXT, "JSON_TEXT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define JSON_LENGTH(...) CQ_PRIV_JSON_LENGTH("JSON_LENGTH(" #__VA_ARGS__ ")", __VA_ARGS__)
#define JSON_OBJECT(...) CQ_PRIV_JSON_OBJECT("JSON_OBJECT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define JSON_ARRAY(...) CQ_PRIV_JSON_ARRAY("JSON_ARRAY(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Aggregates. */
#define COUNT(...) CQ_PRIV_COUNT_OF(CQ_OP_COUNT, "COUNT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define COUNT_DISTINCT(...) CQ_PRIV_COUNT_OF(CQ_OP_COUNT_DISTINCT, "COUNT_DISTINCT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define COUNT_ROWS() CQ_PRIV_COUNT_ROWS_OF("COUNT_ROWS()")
#define SUM(...) CQ_PRIV_SUM("SUM(" #__VA_ARGS__ ")", __VA_ARGS__)
#define AVG(...) CQ_PRIV_AVG("AVG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define MIN(...) CQ_PRIV_LEAST(CQ_OP_MIN, "MIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define MAX(...) CQ_PRIV_LEAST(CQ_OP_MAX, "MAX(" #__VA_ARGS__ ")", __VA_ARGS__)
#define STRING_AGG(...) CQ_PRIV_STRING_AGG("STRING_AGG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define JSON_AGG(...) CQ_PRIV_JSON_AGG("JSON_AGG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define FILTER(...) CQ_PRIV_FILTER("FILTER(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Windows: OVER(function, PARTITION_BY(...), ORDER_BY(...), ROWS_BETWEEN(bound, bound)), of an aggregate or a window function. */
#define OVER(...) CQ_PRIV_WINDOW_OVER("OVER(" #__VA_ARGS__ ")", __VA_ARGS__)
#define PARTITION_BY(...) CQ_PRIV_PARTITION_BY("PARTITION_BY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ROWS_BETWEEN(...) CQ_PRIV_ROWS_FRAME("ROWS_BETWEEN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define RANGE_BETWEEN(...) CQ_PRIV_RANGE_FRAME("RANGE_BETWEEN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define GROUPS_BETWEEN(...) CQ_PRIV_GROUPS_FRAME("GROUPS_BETWEEN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ROW_NUMBER() CQ_PRIV_WINDOW_0(CQ_OP_ROW_NUMBER, "ROW_NUMBER()", CQ_PRIV_A_BIGINT)
#define RANK() CQ_PRIV_WINDOW_0(CQ_OP_RANK, "RANK()", CQ_PRIV_A_BIGINT)
#define DENSE_RANK() CQ_PRIV_WINDOW_0(CQ_OP_DENSE_RANK, "DENSE_RANK()", CQ_PRIV_A_BIGINT)
#define PERCENT_RANK() CQ_PRIV_WINDOW_0(CQ_OP_PERCENT_RANK, "PERCENT_RANK()", CQ_PRIV_A_DOUBLE)
#define CUME_DIST() CQ_PRIV_WINDOW_0(CQ_OP_CUME_DIST, "CUME_DIST()", CQ_PRIV_A_DOUBLE)
#define NTILE(...) CQ_PRIV_NTILE("NTILE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define LAG(...) CQ_PRIV_LAG(CQ_OP_LAG, "LAG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define LEAD(...) CQ_PRIV_LAG(CQ_OP_LEAD, "LEAD(" #__VA_ARGS__ ")", __VA_ARGS__)
#define FIRST_VALUE(...) CQ_PRIV_FIRST_VALUE(CQ_OP_FIRST_VALUE, "FIRST_VALUE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define LAST_VALUE(...) CQ_PRIV_FIRST_VALUE(CQ_OP_LAST_VALUE, "LAST_VALUE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define NTH_VALUE(...) CQ_PRIV_NTH_VALUE("NTH_VALUE(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Values, labels, raw expressions. */
#define VALUE(...) CQ_PRIV_VALUE("VALUE(" #__VA_ARGS__ ")", (__VA_ARGS__))
#define NULL_OF(...) CQ_PRIV_NULL_OF("NULL_OF(" #__VA_ARGS__ ")", __VA_ARGS__)
#define NULL_TEXT CQ_PRIV_NULL_OF("NULL_TEXT", TEXT)
#define AS(x, label) CQ_PRIV_AS("AS(" #x ", " #label ")", x, #label)
#define LABEL(label) CQ_PRIV_LABEL("LABEL(" #label ")", #label)
#define ALL(t) CQ_PRIV_ALL("ALL(" #t ")", t)
#define RAW(...) CQ_PRIV_RAW("RAW(" #__VA_ARGS__ ")", __VA_ARGS__)
#define FUNC(...) CQ_PRIV_FUNC("FUNC(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ASC(...) CQ_PRIV_ORDERING(CQ_OP_ASC, "ASC(" #__VA_ARGS__ ")", __VA_ARGS__)
#define DESC(...) CQ_PRIV_ORDERING(CQ_OP_DESC, "DESC(" #__VA_ARGS__ ")", __VA_ARGS__)
#define NULLS_FIRST(...) CQ_PRIV_NULLS(CQ_OP_NULLS_FIRST, "NULLS_FIRST(" #__VA_ARGS__ ")", __VA_ARGS__)
#define NULLS_LAST(...) CQ_PRIV_NULLS(CQ_OP_NULLS_LAST, "NULLS_LAST(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Subqueries: clauses, as in SQL(...). */
#define EXISTS(...) CQ_PRIV_EXISTS("EXISTS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define COLLECT CQ_PRIV_COLLECT
#define SUBQUERY(...) CQ_PRIV_SUBQUERY("SUBQUERY(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Along relations: ANY(users.posts, condition, ...) and HAS(posts.author, ...) ask, COUNT_OF(users.posts, ...) counts; ..._AS(alias, relation, ...) over an alias. */
#define ANY(...) CQ_PRIV_ANY_ALONG(1, "ANY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define HAS(...) CQ_PRIV_ANY_ALONG(0, "HAS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define COUNT_OF(...) CQ_PRIV_COUNT_ALONG("COUNT_OF(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ANY_AS(...) CQ_PRIV_ANY_AS(1, "ANY_AS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define HAS_AS(...) CQ_PRIV_ANY_AS(0, "HAS_AS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define COUNT_OF_AS(...) CQ_PRIV_COUNT_AS("COUNT_OF_AS(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Queries in a table's place: FROM(QUERY(t, ...)), JOIN(LATERAL(t, ...), condition), CROSS_JOIN(VALUES_AS(t, ROW(...), ...)). */
#define QUERY(...) CQ_PRIV_QUERY_AS("QUERY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define LATERAL(...) CQ_PRIV_LATERAL("LATERAL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define VALUES_AS(...) CQ_PRIV_VALUES_AS("VALUES_AS(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Clauses, in their order. */
#define WITH(...) CQ_PRIV_WITH(CQ_OP_WITH, "WITH(" #__VA_ARGS__ ")", __VA_ARGS__)
#define WITH_RECURSIVE(...) CQ_PRIV_WITH(CQ_OP_WITH_RECURSIVE, "WITH_RECURSIVE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define SELECT(...) CQ_PRIV_SELECT("SELECT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define SELECT_ALL(t) CQ_PRIV_SELECT_ALL("SELECT_ALL(" #t ")", t)
#define SELECT_ROW(R) CQ_PRIV_SELECT_ROW("SELECT_ROW(" #R ")", R)
#define DISTINCT CQ_PRIV_DISTINCT
#define DISTINCT_ON(...) CQ_PRIV_DISTINCT_ON("DISTINCT_ON(" #__VA_ARGS__ ")", __VA_ARGS__)
#define FROM(...) CQ_PRIV_FROM(CQ_OP_FROM, CQ_PRIV_K_FROM, "FROM(" #__VA_ARGS__ ")", __VA_ARGS__)
#define USING(...) CQ_PRIV_FROM(CQ_OP_USING, CQ_PRIV_K_USING, "USING(" #__VA_ARGS__ ")", __VA_ARGS__)
#define JOIN(...) CQ_PRIV_JOIN(CQ_OP_JOIN, 0, "JOIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define LEFT_JOIN(...) CQ_PRIV_JOIN(CQ_OP_LEFT_JOIN, CQ_PRIV_PROVIDES, "LEFT_JOIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define RIGHT_JOIN(...) CQ_PRIV_JOIN(CQ_OP_RIGHT_JOIN, CQ_PRIV_MISSING_BEFORE, "RIGHT_JOIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define FULL_JOIN(...) CQ_PRIV_FULL_JOIN("FULL_JOIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define CROSS_JOIN(...) CQ_PRIV_CROSS_JOIN("CROSS_JOIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ALONG(...) CQ_PRIV_ALONG("ALONG(" #__VA_ARGS__ ")", __VA_ARGS__)
#define WHERE(...) CQ_PRIV_WHERE("WHERE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define GROUP_BY(...) CQ_PRIV_GROUP_BY("GROUP_BY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define HAVING(...) CQ_PRIV_HAVING("HAVING(" #__VA_ARGS__ ")", __VA_ARGS__)
#define UNION(...) CQ_PRIV_UNION(CQ_OP_UNION, "UNION(" #__VA_ARGS__ ")", __VA_ARGS__)
#define UNION_ALL(...) CQ_PRIV_UNION(CQ_OP_UNION_ALL, "UNION_ALL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define INTERSECT(...) CQ_PRIV_UNION(CQ_OP_INTERSECT, "INTERSECT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define EXCEPT(...) CQ_PRIV_UNION(CQ_OP_EXCEPT, "EXCEPT(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ORDER_BY(...) CQ_PRIV_ORDER_BY("ORDER_BY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define LIMIT(n) CQ_PRIV_LIMIT(CQ_OP_LIMIT, CQ_PRIV_K_LIMIT, "LIMIT(" #n ")", n)
#define OFFSET(n) CQ_PRIV_LIMIT(CQ_OP_OFFSET, CQ_PRIV_K_OFFSET, "OFFSET(" #n ")", n)
#define FOR_UPDATE(...) CQ_PRIV_LOCK(0, "FOR_UPDATE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define FOR_SHARE(...) CQ_PRIV_LOCK(CQ_LOCK_SHARE, "FOR_SHARE(" #__VA_ARGS__ ")", __VA_ARGS__)

/* Writing rows: INSERT_INTO(t, SET(column, value), ...) or INSERT_INTO(t, VALUES(array, count)); UPDATE(t, SET(...), ...). */
#define INSERT_INTO(...) CQ_PRIV_INSERT_INTO("INSERT_INTO(" #__VA_ARGS__ ")", __VA_ARGS__)
#define UPDATE(...) CQ_PRIV_UPDATE("UPDATE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define DELETE_FROM(t) CQ_PRIV_DELETE_FROM("DELETE_FROM(" #t ")", t)
#define SET(column, x) CQ_PRIV_ASSIGN("SET(" #column ", " #x ")", column, x)
#define VALUES(array, count) CQ_PRIV_VALUES("VALUES(" #array ", " #count ")", array, count)
#define ON_CONFLICT_DO_NOTHING(...) CQ_PRIV_CONFLICT_NOTHING("ON_CONFLICT_DO_NOTHING(" #__VA_ARGS__ ")", __VA_ARGS__)
#define ON_CONFLICT_DO_UPDATE(...) CQ_PRIV_CONFLICT_UPDATE("ON_CONFLICT_DO_UPDATE(" #__VA_ARGS__ ")", __VA_ARGS__)
#define KEY(...) CQ_PRIV_KEY_OF("KEY(" #__VA_ARGS__ ")", __VA_ARGS__)
#define EXCLUDED(column) CQ_PRIV_EXCLUDED("EXCLUDED(" #column ")", column)
#define RETURNING(...) CQ_PRIV_RETURNING("RETURNING(" #__VA_ARGS__ ")", __VA_ARGS__)
#define RETURNING_ALL(t) CQ_PRIV_RETURNING_ALL("RETURNING_ALL(" #t ")", t)
#define RETURNING_ROW(R) CQ_PRIV_RETURNING_ROW("RETURNING_ROW(" #R ")", R)
#define ALL_ROWS CQ_PRIV_ALL_ROWS

/* What a session does with the rows: OPTIONS(SELECTIN(users.posts, posts.tags, WHERE(...), ORDER_BY(...)), JOINED(posts.author)). */
#define OPTIONS(...) CQ_PRIV_OPTIONS_OF("OPTIONS(" #__VA_ARGS__ ")", __VA_ARGS__)
#define SELECTIN(...) CQ_PRIV_SELECTIN("SELECTIN(" #__VA_ARGS__ ")", __VA_ARGS__)
#define JOINED(...) CQ_PRIV_JOINED("JOINED(" #__VA_ARGS__ ")", __VA_ARGS__)
#define UNLOADED(...) CQ_PRIV_UNLOADED("UNLOADED(" #__VA_ARGS__ ")", __VA_ARGS__)
#define POPULATE_EXISTING CQ_PRIV_OPTION_WORD(CQ_OP_POPULATE_EXISTING, "POPULATE_EXISTING")
#define WITH_DELETED CQ_PRIV_OPTION_WORD(CQ_OP_WITH_DELETED, "WITH_DELETED")

/* Statements. */
#define SQL(...) CQ_PRIV_SQL("SQL(" #__VA_ARGS__ ")", __VA_ARGS__)
#define RAW_SQL(...) CQ_PRIV_RAW_SQL(__VA_ARGS__)
#define BIND(name, x) CQ_PRIV_BIND("BIND(" #name ", " #x ")", #name, x)
#define STATEMENT(statement) CQ_STATEMENT(statement)
