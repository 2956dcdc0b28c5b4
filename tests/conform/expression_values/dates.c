/* dates.c: truncated, taken apart, moved and subtracted: month ends, leap days, moments before 1970, fractions.
 *
 * It knows nothing of the databases. expression_values_test.c runs it.
 */
#include "values.h"

void values_truncated(void **state)
{
	(void)state;
	CHECK_VALUE(1, "2024-02-29 23:59:59.000000", DATE_TRUNC(SECOND, things.at));
	CHECK_VALUE(1, "2024-02-29 23:59:00.000000", DATE_TRUNC(MINUTE, things.at));
	CHECK_VALUE(1, "2024-02-29 23:00:00.000000", DATE_TRUNC(HOUR, things.at));
	CHECK_VALUE(1, "2024-02-29 00:00:00.000000", DATE_TRUNC(DAY, things.at));
	CHECK_VALUE(1, "2024-02-26 00:00:00.000000", DATE_TRUNC(WEEK, things.at));
	CHECK_VALUE(1, "2024-02-01 00:00:00.000000", DATE_TRUNC(MONTH, things.at));
	CHECK_VALUE(1, "2024-01-01 00:00:00.000000", DATE_TRUNC(QUARTER, things.at));
	CHECK_VALUE(1, "2024-01-01 00:00:00.000000", DATE_TRUNC(YEAR, things.at));
	CHECK_VALUE(3, "1969-12-31 23:59:58.000000", DATE_TRUNC(SECOND, things.at));
	CHECK_VALUE(3, "1969-10-01 00:00:00.000000", DATE_TRUNC(QUARTER, things.at));
	CHECK_VALUE(1, "2024-02-29", DATE_TRUNC(DAY, things.day));
	CHECK_VALUE(1, "2024-02-26", DATE_TRUNC(WEEK, things.day));
	CHECK_VALUE(1, "2024-02-01", DATE_TRUNC(MONTH, things.day));
	CHECK_VALUE(3, "1969-10-01", DATE_TRUNC(QUARTER, things.day));
	CHECK_VALUE(2, "2023-01-01", DATE_TRUNC(YEAR, things.day));
	CHECK_VALUE(1, "2024-01-01", DATE_TRUNC(WEEK, CAST("2024-01-01", DATE)));
	CHECK_VALUE(1, "2024-01-01", DATE_TRUNC(WEEK, CAST("2024-01-07", DATE)));
	CHECK_VALUE(1, "2024-01-01 00:00:00.000000", DATE_TRUNC(WEEK, CAST("2024-01-07 23:59:59.999999", TIMESTAMP)));
}

void values_extracted(void **state)
{
	(void)state;
	const cq_timestamp moment = { -1 };
	CHECK_VALUE(1, "59", EXTRACT(SECOND, things.at));
	CHECK_VALUE(1, "59", EXTRACT(MINUTE, things.at));
	CHECK_VALUE(1, "23", EXTRACT(HOUR, things.at));
	CHECK_VALUE(1, "29", EXTRACT(DAY, things.at));
	CHECK_VALUE(1, "9", EXTRACT(WEEK, things.at));
	CHECK_VALUE(1, "2", EXTRACT(MONTH, things.at));
	CHECK_VALUE(1, "1", EXTRACT(QUARTER, things.at));
	CHECK_VALUE(1, "2024", EXTRACT(YEAR, things.at));
	CHECK_VALUE(1, "4", EXTRACT(DAY_OF_WEEK, things.at));
	CHECK_VALUE(1, "60", EXTRACT(DAY_OF_YEAR, things.at));
	CHECK_VALUE(1, "1709251199", EXTRACT(EPOCH, things.at));
	CHECK_VALUE(3, "-2", EXTRACT(EPOCH, things.at));
	CHECK_VALUE(3, "-1", EXTRACT(EPOCH, moment));
	CHECK_VALUE(3, "-86400", EXTRACT(EPOCH, things.day));
	CHECK_VALUE(3, "4", EXTRACT(QUARTER, things.day));
	CHECK_VALUE(3, "1", EXTRACT(WEEK, things.day));
	CHECK_VALUE(3, "365", EXTRACT(DAY_OF_YEAR, things.day));
	CHECK_VALUE(1, "7", EXTRACT(DAY_OF_WEEK, CAST("2024-01-07", DATE)));
	CHECK_VALUE(1, "1", EXTRACT(DAY_OF_WEEK, CAST("2024-01-01", DATE)));
	CHECK_VALUE(1, "53", EXTRACT(WEEK, CAST("2021-01-01", DATE)));
	CHECK_VALUE(1, "52", EXTRACT(WEEK, CAST("2023-01-01", DATE)));
	CHECK_VALUE(1, "1", EXTRACT(WEEK, CAST("2024-12-30", DATE)));
}

void values_added(void **state)
{
	(void)state;
	const int64_t minus = -1;
	const cq_interval span = { 1, 1, 1000000 };
	CHECK_VALUE(1, "2024-03-01 00:00:00.999600", DATE_ADD(SECOND, things.at, 1));
	CHECK_VALUE(1, "2024-02-29 23:58:59.999600", DATE_ADD(MINUTE, things.at, minus));
	CHECK_VALUE(1, "2024-03-01 23:59:59.999600", DATE_ADD(HOUR, things.at, 24));
	CHECK_VALUE(1, "2024-03-01 23:59:59.999600", DATE_ADD(DAY, things.at, 1));
	CHECK_VALUE(1, "2024-03-07 23:59:59.999600", DATE_ADD(WEEK, things.at, 1));
	CHECK_VALUE(1, "2024-01-29 23:59:59.999600", DATE_ADD(MONTH, things.at, minus));
	CHECK_VALUE(1, "2025-02-28 23:59:59.999600", DATE_ADD(YEAR, things.at, 1));
	CHECK_VALUE(1, "2028-02-29 23:59:59.999600", DATE_ADD(YEAR, things.at, 4));
	CHECK_VALUE(2, "2023-02-28 00:00:00.000001", DATE_ADD(MONTH, things.at, 1));
	CHECK_VALUE(2, "2024-02-29 00:00:00.000001", DATE_ADD(MONTH, things.at, 13));
	CHECK_VALUE(2, "2022-11-30 00:00:00.000001", DATE_ADD(MONTH, things.at, -2));
	CHECK_VALUE(2, "2023-04-30 00:00:00.000001", DATE_ADD(QUARTER, things.at, 1));
	CHECK_VALUE(2, "2023-02-28", DATE_ADD(MONTH, things.day, 1));
	CHECK_VALUE(2, "2023-02-01", DATE_ADD(DAY, things.day, 1));
	CHECK_VALUE(1, "2024-03-01", DATE_ADD(DAY, things.day, 1));
	CHECK_VALUE(1, "2023-02-28", DATE_ADD(YEAR, things.day, -1));
	CHECK_VALUE(1, "2024-02-22", DATE_ADD(WEEK, things.day, -1));
	CHECK_VALUE(3, "1970-01-01 00:00:00.500000", DATE_ADD(SECOND, things.at, 2));
	CHECK_VALUE(1, NULL, DATE_ADD(DAY, things.day, things.missing));
	CHECK_VALUE(2, "2023-02-05", DATE_ADD(DAY, things.day, things.missing));
	CHECK_VALUE(1, "2024-03-31", DATE_ADD(DAY, DATE_ADD(MONTH, DATE_TRUNC(MONTH, things.day), 2), -1));
	CHECK_VALUE_ON(ONLY_POSTGRES, 2, "2023-03-01 00:00:01.000001", DATE_ADD(things.at, span));
}

void values_apart(void **state)
{
	(void)state;
	CHECK_VALUE(1, "0", DATE_DIFF(SECOND, things.at, DATE_ADD(SECOND, things.at, 0)));
	CHECK_VALUE(1, "59", DATE_DIFF(SECOND, things.at, DATE_TRUNC(MINUTE, things.at)));
	CHECK_VALUE(1, "-59", DATE_DIFF(SECOND, DATE_TRUNC(MINUTE, things.at), things.at));
	CHECK_VALUE(1, "23", DATE_DIFF(HOUR, things.at, DATE_TRUNC(DAY, things.at)));
	CHECK_VALUE(1, "1439", DATE_DIFF(MINUTE, things.at, DATE_TRUNC(DAY, things.at)));
	CHECK_VALUE(1, "59", DATE_DIFF(DAY, things.at, DATE_TRUNC(YEAR, things.at)));
	CHECK_VALUE(1, "8", DATE_DIFF(WEEK, things.at, DATE_TRUNC(YEAR, things.at)));
	CHECK_VALUE(1, "-59", DATE_DIFF(DAY, DATE_TRUNC(YEAR, things.at), things.at));
	CHECK_VALUE(1, "394", DATE_DIFF(DAY, things.day, CAST("2023-01-31", DATE)));
	CHECK_VALUE(1, "-394", DATE_DIFF(DAY, CAST("2023-01-31", DATE), things.day));
	CHECK_VALUE(1, "-56", DATE_DIFF(WEEK, CAST("2023-01-31", DATE), things.day));
	CHECK_VALUE(3, "-1", DATE_DIFF(SECOND, things.at, CAST("1970-01-01", TIMESTAMP)));
}
