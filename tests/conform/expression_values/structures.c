/* structures.c: JSON, aggregates, windows, lists of rows.
 *
 * It knows nothing of the databases. expression_values_test.c runs it.
 */
#include "values.h"

void values_json(void **state)
{
	(void)state;
	const char *const key = "k.e\"y";
	const int64_t index = 1;
	CHECK_VALUE(1, "1", JSON_TEXT(things.body, "a", 0));
	CHECK_VALUE(1, "two", JSON_TEXT(things.body, "a", index, "b"));
	CHECK_VALUE(1, "\"two\"", JSON_GET(things.body, "a", 1, "b"));
	CHECK_VALUE(1, "{\"b\":\"two\"}", JSON_GET(things.body, "a", 1));
	CHECK_VALUE(1, NULL, JSON_TEXT(things.body, "a", 2));
	CHECK_VALUE(1, "null", JSON_GET(things.body, "a", 2));
	CHECK_VALUE(1, "true", JSON_TEXT(things.body, "a", 3));
	CHECK_VALUE(1, "null", JSON_TEXT(things.body, "a", 4));
	CHECK_VALUE(1, NULL, JSON_TEXT(things.body, "a", 5));
	CHECK_VALUE(1, NULL, JSON_GET(things.body, "a", 5));
	CHECK_VALUE(1, "v", JSON_TEXT(things.body, key));
	CHECK_VALUE(1, "5", JSON_TEXT(things.body, "0"));
	CHECK_VALUE(1, NULL, JSON_TEXT(things.body, 0));
	CHECK_VALUE(2, NULL, JSON_TEXT(things.body, "0"));
	CHECK_VALUE(2, "20", JSON_TEXT(things.body, 1));
	CHECK_VALUE(1, NULL, JSON_TEXT(things.body, "n"));
	CHECK_VALUE(1, NULL, JSON_TEXT(things.body, "none", "there"));
	CHECK_VALUE(1, "9007199254740993", JSON_TEXT(things.body, "big"));
	CHECK_VALUE(2, "2", JSON_LENGTH(things.body));
	CHECK_VALUE(1, NULL, JSON_LENGTH(things.body));
	CHECK_VALUE(3, NULL, JSON_LENGTH(things.body));
	CHECK_VALUE(1, "5", JSON_LENGTH(JSON_GET(things.body, "a")));
}

void values_json_made(void **state)
{
	(void)state;
	CHECK_VALUE(1, "[]", JSON_ARRAY());
	CHECK_VALUE(1, "{}", JSON_OBJECT());
	CHECK_VALUE(1, "[42, null, \"x\", true]", JSON_ARRAY(things.number, things.missing, things.note, things.ready));
	CHECK_VALUE(2, "{\"b\": [10, 20]}", JSON_OBJECT("b", things.body));
	CHECK_VALUE(1, "[\"2024-02-29\", \"2024-02-29 23:59:59.999600\", \"23:59:59.123456\"]",
		JSON_ARRAY(things.day, things.at, things.clock));
	CHECK_VALUE(1, "{\"a\": {\"c\": \"glad\"}}", JSON_OBJECT("a", JSON_OBJECT("c", things.mood)));
	CHECK_VALUE(1, "[\"it's \\\"q\\\"\", 3, false]", JSON_ARRAY("it's \"q\"", 3, GT(things.number, 100)));
}

void values_aggregates(void **state)
{
	(void)state;
	CHECK_TOTAL("2", FILTER(COUNT_ROWS(), things.ready));
	CHECK_TOTAL("1", FILTER(COUNT(things.missing), GT(things.missing, 0)));
	CHECK_TOTAL("2147483689", FILTER(SUM(things.number), GT(things.number, 0)));
	CHECK_TOTAL("2147483647", SUM(things.number));
	CHECK_TOTAL("3.225", AVG(things.price));
	CHECK_TOTAL("2.5", AVG(things.missing));
	CHECK_TOTAL("0", FILTER(COUNT(things.id), GT(things.id, 100)));
	CHECK_TOTAL(NULL, FILTER(SUM(things.number), GT(things.id, 100)));
	CHECK_TOTAL_ON(NOT_SQLITE, "|x", STRING_AGG(things.note, "|", ORDER_BY(DESC(things.id))));
	CHECK_TOTAL_ON(NOT_SQLITE, "d'été '%_!; Ann ", FILTER(STRING_AGG(things.name, ";", ORDER_BY(DESC(things.id))), LT(things.id, 3)));
	CHECK_TOTAL(NULL, FILTER(STRING_AGG(things.note, ", "), GT(things.id, 100)));
	CHECK_VALUE(1, "x", STRING_AGG(things.note, ", "));
	CHECK_TOTAL_ON(NOT_SQLITE, "[0, 5, null]", JSON_AGG(things.missing, ORDER_BY(DESC(things.id))));
	CHECK_TOTAL_ON(NOT_MARIADB, "[true]", FILTER(JSON_AGG(things.ready), EQ(things.id, 1)));
	CHECK_TOTAL_ON(NOT_MARIADB, NULL, FILTER(JSON_AGG(things.ready), EQ(things.id, 100)));
	CHECK_VALUE(99, NULL, JSON_AGG(things.id));
	CHECK_VALUE(2, "[[10, 20]]", JSON_AGG(things.body));
}

#define CHECK_LAST(wanted, kinds, ...)                                                                                   \
	do {                                                                                                                 \
		cq_statement values_statement = STATEMENT(SQL(SELECT(__VA_ARGS__), FROM(things), ORDER_BY(DESC(things.id)))); \
		values_check(&values_statement, wanted, kinds, __FILE__, __LINE__);                                              \
	} while (0)

void values_windows(void **state)
{
	(void)state;
	CHECK_LAST("3", EVERYWHERE, OVER(ROW_NUMBER(), ORDER_BY(things.id)));
	CHECK_LAST("2", EVERYWHERE, OVER(ROW_NUMBER(), PARTITION_BY(things.ready), ORDER_BY(things.id)));
	CHECK_LAST("1", EVERYWHERE, OVER(RANK(), ORDER_BY(DESC(things.ready))));
	CHECK_LAST("2147483647", EVERYWHERE, OVER(SUM(things.number), ORDER_BY(things.id)));
	CHECK_LAST("2147483605", NOT_MARIADB, OVER(SUM(things.number), ORDER_BY(things.id), ROWS_BETWEEN(PRECEDING(1), CURRENT_ROW)));
	CHECK_LAST("2147483647", EVERYWHERE,
		OVER(SUM(things.number), ORDER_BY(things.id), ROWS_BETWEEN(UNBOUNDED_PRECEDING, UNBOUNDED_FOLLOWING)));
	CHECK_LAST("2147483647", NOT_MARIADB,
		OVER(SUM(things.number), ORDER_BY(things.id), GROUPS_BETWEEN(CURRENT_ROW, UNBOUNDED_FOLLOWING)));
	CHECK_LAST("-42", EVERYWHERE, OVER(LAG(things.number), ORDER_BY(things.id)));
	CHECK_LAST("42", EVERYWHERE, OVER(LAG(things.number, 2), ORDER_BY(things.id)));
	CHECK_LAST("-1", EVERYWHERE, OVER(LEAD(things.number, 1, -1), ORDER_BY(things.id)));
	CHECK_LAST("none", NOT_MARIADB, OVER(LEAD(things.note, 1, "none"), ORDER_BY(things.id)));
	CHECK_LAST("2", EVERYWHERE, OVER(FILTER(COUNT_ROWS(), things.ready), ORDER_BY(things.id)));
	CHECK_LAST(NULL, EVERYWHERE,
		OVER(FILTER(MIN(things.number), GT(things.id, 100)), ORDER_BY(things.id), ROWS_BETWEEN(CURRENT_ROW, UNBOUNDED_FOLLOWING)));
	CHECK_LAST("2", EVERYWHERE, OVER(NTILE(2), ORDER_BY(things.id)));
	CHECK_LAST("1", EVERYWHERE, OVER(CUME_DIST(), ORDER_BY(things.id)));
	CHECK_LAST("1", EVERYWHERE, OVER(PERCENT_RANK(), ORDER_BY(things.id)));
	CHECK_LAST("42", EVERYWHERE, OVER(FIRST_VALUE(things.number), ORDER_BY(things.id)));
	CHECK_LAST("-42", EVERYWHERE, OVER(NTH_VALUE(things.number, 2), ORDER_BY(things.id)));
	CHECK_LAST("2", EVERYWHERE, OVER(ROW_NUMBER(), ORDER_BY(NULLS_LAST(DESC(things.note)))));
	CHECK_LAST("3.5", EVERYWHERE, OVER(AVG(things.small), PARTITION_BY(things.mood)));
}

#define Inner_FIELDS(FIELD)              \
	FIELD(number, BIGINT, other.number)  \
	FIELD(ready, BOOLEAN, other.ready)
CQ_ROW(Inner)
#define Outer_FIELDS(FIELD)                     \
	FIELD(id, BIGINT, other.id)                 \
	FIELD(price, DECIMAL(10, 3), other.price)   \
	FIELD(note, NULLABLE(TEXT), other.note)     \
	FIELD(at, TIMESTAMP, other.at)              \
	FIELD(mood, ENUM(Mood), other.mood)
CQ_ROW(Outer)
CQ_ALIAS(things, third)
#define Nest_FIELDS(FIELD)                \
	FIELD(id, BIGINT, other.id)           \
	FIELD(thirds, LIST(Third), COLLECT(Third, FROM(third), WHERE(GE(third.id, other.id)), ORDER_BY(DESC(third.id))))
#define Third_FIELDS(FIELD) FIELD(id, BIGINT, third.id)
CQ_ROW(Third)
CQ_ROW(Nest)

void values_lists(void **state)
{
	(void)state;
	CHECK_VALUE(1, "[[2147483647, true], [-42, false], [42, true]]", COLLECT(Inner, FROM(other), ORDER_BY(DESC(other.id))));
	CHECK_VALUE(2, "[[-42, false]]", COLLECT(Inner, FROM(other), WHERE(EQ(other.id, things.id))));
	CHECK_VALUE(1, "[[1,\"12.345\",\"x\",\"2024-02-29 23:59:59.999600\",\"glad\"]]",
		COLLECT(Outer, FROM(other), WHERE(EQ(other.id, things.id))));
	CHECK_VALUE(2, "[]", COLLECT(Inner, FROM(other), WHERE(EQ(other.id, 77))));
	CHECK_VALUE(2, "[[-42, false]]", COLLECT(Inner, FROM(other), ORDER_BY(other.id), LIMIT(1), OFFSET(1)));
	CHECK_VALUE(1, "[[1, [[3], [2], [1]]], [2, [[3], [2]]], [3, [[3]]]]", COLLECT(Nest, FROM(other), ORDER_BY(other.id)));
}
