/* scalars.c: choices, casts, texts, numbers.
 *
 * It knows nothing of the databases. expression_values_test.c runs it.
 */
#include "values.h"

void values_choices(void **state)
{
	(void)state;
	CHECK_VALUE(1, "two", CASE(CASE_WHEN(GT(things.number, 100), "one"), CASE_WHEN(EQ(things.number, 42), "two"), ELSE("three")));
	CHECK_VALUE(2, NULL, CASE(CASE_WHEN(GT(things.number, 100), "one")));
	CHECK_VALUE(2, "-42", CASE(CASE_WHEN(GT(things.number, 100), 1), ELSE(things.number)));
	CHECK_VALUE(1, "true", IS_DISTINCT(things.missing, 5));
	CHECK_VALUE(2, "false", IS_DISTINCT(things.missing, 5));
	CHECK_VALUE(2, "true", IS_NOT_DISTINCT(things.missing, 5));
	CHECK_VALUE(1, "true", IS_NOT_DISTINCT(things.missing, NULL));
	CHECK_VALUE(1, "false", IS_DISTINCT(things.note, "x"));
	CHECK_VALUE(2, "true", IS_DISTINCT(things.note, ""));
	CHECK_VALUE(3, NULL, NULLIF(things.note, ""));
	CHECK_VALUE(1, "x", NULLIF(things.note, ""));
	CHECK_VALUE(1, "42", COALESCE(things.missing, things.number));
	CHECK_VALUE(1, "true", NOT(IS_DISTINCT(things.number, 42)));
}

void values_casts(void **state)
{
	(void)state;
	CHECK_VALUE(1, "3", CAST(things.ratio, INTEGER));
	CHECK_VALUE(2, "-3", CAST(things.ratio, BIGINT));
	CHECK_VALUE(3, "0", CAST(things.ratio, SMALLINT));
	CHECK_VALUE(2, "-3", CAST(things.price, INTEGER));
	CHECK_VALUE(1, "12.35", CAST(things.price, DECIMAL(10, 2)));
	CHECK_VALUE(2, "-2.68", CAST(things.price, DECIMAL(10, 2)));
	CHECK_VALUE(3, "0.01", CAST(things.price, DECIMAL(10, 2)));
	CHECK_VALUE(2, "-3", CAST(things.ratio, DECIMAL(10, 0)));
	CHECK_VALUE(2, "-42", CAST(things.number, TEXT));
	CHECK_VALUE(1, "1", CAST(things.ready, BIGINT));
	CHECK_VALUE(2, "0", CAST(things.ready, INTEGER));
	CHECK_VALUE(2, "true", CAST(things.number, BOOLEAN));
	CHECK_VALUE(3, "false", CAST(things.small, BOOLEAN));
	CHECK_VALUE(1, "2024-02-29 00:00:00.000000", CAST(things.day, TIMESTAMP));
	CHECK_VALUE(1, "2024-02-29", CAST(things.at, DATE));
	CHECK_VALUE(1, "2024-02-29 23:59:59.999600", CAST(things.at, TEXT));
	CHECK_VALUE(1, "2024-02-29", CAST(things.day, TEXT));
	CHECK_VALUE(1, "23:59:59.123456", CAST(things.clock, TEXT));
	CHECK_VALUE(2, "00:00:00.000000", CAST(things.clock, TEXT));
	CHECK_VALUE(1, "2024-02-29", CAST("2024-02-29", DATE));
	CHECK_VALUE(1, "2024-02-29 10:00:00.999900", CAST("2024-02-29 10:00:00.999900", TIMESTAMP));
	CHECK_VALUE(1, "2024-02-29 10:00:00.500000", CAST("2024-02-29 10:00:00.5", TIMESTAMP));
	CHECK_VALUE(1, "2024-02-29 10:00:00.000000", CAST("2024-02-29 10:00:00", TIMESTAMP));
	CHECK_VALUE(1, "2024-02-29 00:00:00.000000", CAST("2024-02-29", TIMESTAMP));
	CHECK_VALUE(1, "-17", CAST("-17", INTEGER));
	CHECK_VALUE(1, "1.5", CAST("1.5", DOUBLE));
	CHECK_VALUE(1, "1.25", CAST("1.254", DECIMAL(5, 2)));
	CHECK_VALUE(1, "{\"a\":1}", CAST("{\"a\":1}", JSON));
	CHECK_VALUE(2, "sad", CAST(things.mood, TEXT));
	CHECK_VALUE(1, "45", CAST(ADD(things.ratio, things.number), INTEGER));
	CHECK_VALUE(1, NULL, CAST(things.missing, TEXT));
	CHECK_VALUE(1, NULL, CAST(things.missing, BOOLEAN));
	CHECK_VALUE(1, "true", EQ(CAST(things.number, TEXT), "42"));
}

void values_texts(void **state)
{
	(void)state;
	const int64_t from = 2;
	CHECK_VALUE(1, "Ann", TRIM(things.name));
	CHECK_VALUE(2, "'été", SUBSTR(things.name, 2, 4));
	CHECK_VALUE(2, "'été '%_!", SUBSTR(things.name, from));
	CHECK_VALUE(3, "", SUBSTR(things.name, 1, 3));
	CHECK_VALUE(2, "d'ete 'X_!", REPLACE(REPLACE(things.name, "é", "e"), "%", "X"));
	CHECK_VALUE(1, " Ann ", REPLACE(things.name, "a", "b"));
	CHECK_VALUE(1, " Ann ", REPLACE(things.name, "", "b"));
	CHECK_VALUE(2, "3", POSITION("é", things.name));
	CHECK_VALUE(2, "7", POSITION("'%", things.name));
	CHECK_VALUE(1, "0", POSITION("a", things.name));
	CHECK_VALUE(1, "0", POSITION("É", VALUE("été")));
	CHECK_VALUE(2, NULL, POSITION("a", things.note));
	CHECK_VALUE(2, "10", LENGTH(things.name));
	CHECK_VALUE(1, "x-42", CONCAT(things.note, "-", CAST(things.number, TEXT)));
	CHECK_VALUE(1, "true", STARTS_WITH(things.name, " A"));
	CHECK_VALUE(1, "false", STARTS_WITH(things.name, " a"));
	CHECK_VALUE(1, "false", EQ(VALUE("a"), VALUE("A")));
	CHECK_VALUE(1, "false", EQ(VALUE("a"), VALUE("a ")));
	CHECK_VALUE(1, "false", LIKE(VALUE("abc"), "A%"));
	CHECK_VALUE(1, "true", ILIKE(VALUE("abc"), "A%"));
	CHECK_VALUE(1, "true", IN(VALUE("a"), "b", "a"));
	CHECK_VALUE(1, "false", EQ(VALUE((bool)true), 0));
	CHECK_VALUE(1, "false", IN(VALUE("a"), "A", "b"));
	CHECK_VALUE(2, "true", CONTAINS(things.name, "'%_!"));
	CHECK_VALUE(1, "false", CONTAINS(things.name, things.note));
	CHECK_VALUE(1, "7", FUNC(INTEGER, "abs", things.small));
}

void values_numbers(void **state)
{
	(void)state;
	const double power = 0.5;
	CHECK_VALUE(2, "42", ABS(things.number));
	CHECK_VALUE(2, "2.5", ABS(things.ratio));
	CHECK_VALUE(2, "2.675", ABS(things.price));
	CHECK_VALUE(1, "3", ROUND(things.ratio));
	CHECK_VALUE(2, "-3", ROUND(things.ratio));
	CHECK_VALUE(3, "0", ROUND(things.ratio));
	CHECK_VALUE(1, "42", ROUND(things.number));
	CHECK_VALUE(1, "42", ROUND(things.number, 2));
	CHECK_VALUE(1, "12.35", ROUND(things.price, 2));
	CHECK_VALUE(2, "-2.68", ROUND(things.price, 2));
	CHECK_VALUE(1, "12", ROUND(things.price));
	CHECK_VALUE(3, "0.1", ROUND(things.ratio, 1));
	CHECK_VALUE(1, "1.01", ROUND(VALUE(1.005), 2));
	CHECK_VALUE(2, "-3", FLOOR(things.ratio));
	CHECK_VALUE(2, "-2", CEIL(things.ratio));
	CHECK_VALUE(2, "-3", FLOOR(things.price));
	CHECK_VALUE(1, "13", CEIL(things.price));
	CHECK_VALUE(2, "-42", CEIL(things.number));
	CHECK_VALUE(2, "1764", POWER(things.number, 2));
	CHECK_VALUE(1, "1.5811388300841898", POWER(things.ratio, power));
	CHECK_VALUE(2, "-6", DIV(things.number, 7));
	CHECK_VALUE(2, "-8", DIV(things.number, 5));
	CHECK_VALUE(2, "-2", MOD(things.number, 5));
	CHECK_VALUE(1, "2", MOD(things.number, -5));
	CHECK_VALUE(1, NULL, ABS(things.missing));
	CHECK_VALUE(1, "84", MUL(things.number, 2));
}

void values_rows(void **state)
{
	(void)state;
	CHECK_VALUE(1, "true", EQ(ROW(things.number, things.note), ROW(42, "x")));
	CHECK_VALUE(1, "false", NE(ROW(things.number, things.note), ROW(42, "x")));
	CHECK_VALUE(1, "true", LT(ROW(things.number, things.note), ROW(42, "y")));
	CHECK_VALUE(1, "true", IN(ROW(things.number, things.note), ROW(1, "a"), ROW(42, "x")));
	CHECK_VALUE(1, "true", IN(ROW(things.number, VALUE("k")), ROW(42, "k")));
	CHECK_VALUE(1, "true", NOT_IN(ROW(things.number, things.note), ROW(1, "a")));
	CHECK_VALUE(1, "true", IN(ROW(things.number, things.small), SUBQUERY_ROWS(SELECT(other.number, other.small), FROM(other))));
}
