/* expressions.c: every word of the larger expressions, used well, nested and chosen. */
#include "../models.h"

cq_status choices(cq_opt_int64 mentor, bool by_age, cq_decimal price);
cq_status rows_of_expressions(int64_t id, int age);
cq_status functions(int from, const char *what, cq_timestamp since, cq_date day);
cq_status json_values(const char *key, int place);
cq_status aggregates_and_windows(int frame, double share);
cq_condition stored(int64_t least);

cq_status choices(cq_opt_int64 mentor, bool by_age, cq_decimal price)
{
	const int64_t least = 3;
	CQ_TRY(cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(GT(users.age, 17), "grown"), CASE_WHEN(IS_NULL(users.score), users.bio), ELSE("young")),
			CQ_CASE(WHEN(by_age, CASE_WHEN(AND(users.is_active, GT(users.age, least)), users.age)), ELSE(NULL)),
			CQ_CASE(CASE_WHEN(condition, CQ_CASE(CASE_WHEN(users.is_active, 1), ELSE(2)))),
			COALESCE(NULLIF(users.bio, ""), users.username), CAST(users.role, TEXT), CAST(users.is_active, INTEGER),
			CAST(CAST(users.age, TEXT), DECIMAL(10, 2)), CAST("2024-01-01", DATE), CAST(name, JSON), CAST(users.created_at, DATE)),
		FROM(users),
		WHERE(IS_DISTINCT(users.boss_id, mentor), IS_NOT_DISTINCT(users.bio, name), IS_DISTINCT(users.score, NULL), OR(IS_NOT_DISTINCT(users.id, large),
			EQ(CQ_CASE(CASE_WHEN(users.is_active, users.age)), 3))),
		ORDER_BY(NULLS_LAST(CQ_CASE(CASE_WHEN(users.is_active, 0), ELSE(1))), by_age ? NULLS_FIRST(DESC(users.age)) : NULLS_LAST(users.age)))));
	return cq_execute(db, NULL, SQL(
		SELECT(products.id),
		FROM(products),
		WHERE(IS_NOT_DISTINCT(products.price, price), GT(CQ_CASE(CASE_WHEN(GT(products.weight, real), products.price), ELSE(price)), 0))));
}

cq_status rows_of_expressions(int64_t id, int age)
{
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(OR(EQ(ROW(users.id, users.age), ROW(id, age)), GT(ROW(users.created_at, users.id), ROW(NOW(), id))),
			IN(ROW(users.id, users.role), ROW(1, ROLE_ADMIN), ROW(id, ROLE_USER)),
			NOT_IN(ROW(users.id, users.username), SUBQUERY_ROWS(SELECT(posts.author_id, posts.title), FROM(posts), WHERE(EQ(posts.author_id, users.id)))))));
}

cq_status functions(int from, const char *what, cq_timestamp since, cq_date day)
{
	CQ_TRY(cq_execute(db, NULL, SQL(
		SELECT(TRIM(users.bio), SUBSTR(users.username, from), SUBSTR(users.bio, 1, LENGTH(users.username)), REPLACE(users.bio, what, ""),
			POSITION(what, users.username), DATE_TRUNC(WEEK, users.created_at), EXTRACT(EPOCH, users.created_at),
			DATE_ADD(MONTH, users.created_at, from), DATE_DIFF(DAY, NOW(), since), FUNC(NULLABLE(TEXT), "left", users.bio, from),
			FUNC(BIGINT, "pg_catalog.random"), FUNC(ENUM(Role), "f", 1, 2, 3, 4, 5, 6, 7, users.role)),
		FROM(users),
		WHERE(LT(DATE_ADD(DAY, users.created_at, 30), NOW()), EQ(EXTRACT(YEAR, users.created_at), 2024)),
		ORDER_BY(DATE_TRUNC(DAY, users.created_at)))));
	return cq_execute(db, NULL, SQL(
		SELECT(ABS(products.weight), ROUND(products.price, 1), ROUND(products.weight), FLOOR(products.price), CEIL(products.weight),
			POWER(products.weight, 2), ADD(ROUND(products.price), 1), TODAY(), DATE_ADD(products.made, products.lasts),
			DATE_DIFF(WEEK, products.made, day), EXTRACT(DAY_OF_WEEK, products.made)),
		FROM(products)));
}

cq_status json_values(const char *key, int place)
{
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_GET(products.details, "a", 0, key, place), JSON_TEXT(JSON_GET(products.details, "a"), key), JSON_LENGTH(products.details),
			JSON_OBJECT("id", products.id, key, JSON_ARRAY(products.price, NULL, "x")), JSON_OBJECT(), JSON_ARRAY()),
		FROM(products),
		WHERE(EQ(JSON_TEXT(products.details, key), "x"), GT(JSON_LENGTH(JSON_GET(products.details, "list")), 3))));
}

cq_status aggregates_and_windows(int frame, double share)
{
	CQ_TRY(cq_execute(db, NULL, SQL(
		SELECT(users.role, STRING_AGG(users.username, ", "), STRING_AGG(users.username, name, ORDER_BY(DESC(users.age), users.id)),
			JSON_AGG(users.id), JSON_AGG(JSON_OBJECT("id", users.id), ORDER_BY(users.id)), FILTER(COUNT_ROWS(), users.is_active),
			ADD(FILTER(SUM(users.age), GT(users.age, 3)), 1), OVER(RANK(), ORDER_BY(DESC(COUNT(users.id)))),
			SUBQUERY(SELECT(JSON_AGG(posts.title, ORDER_BY(posts.id))), FROM(posts))),
		FROM(users),
		GROUP_BY(users.role),
		HAVING(GT(FILTER(COUNT(users.id), users.is_active), 3)),
		ORDER_BY(OVER(ROW_NUMBER(), ORDER_BY(MAX(users.age)))))));
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, OVER(ROW_NUMBER(), PARTITION_BY(users.role, users.is_active), ORDER_BY(DESC(users.age))),
			OVER(SUM(users.age), ORDER_BY(users.id), ROWS_BETWEEN(PRECEDING(frame), CURRENT_ROW)),
			OVER(AVG(users.age), PARTITION_BY(users.role), ORDER_BY(users.age), RANGE_BETWEEN(PRECEDING(share), FOLLOWING(share))),
			OVER(FILTER(COUNT_ROWS(), users.is_active), ORDER_BY(users.id), GROUPS_BETWEEN(CURRENT_ROW, UNBOUNDED_FOLLOWING)),
			SUB(users.age, OVER(LAG(users.age, frame, 0), ORDER_BY(users.id))), OVER(LEAD(users.bio), ORDER_BY(users.id)), OVER(NTILE(frame), ORDER_BY(users.id)),
			OVER(FIRST_VALUE(users.bio), ORDER_BY(users.id)), OVER(LAST_VALUE(users.age), PARTITION_BY(users.role)), OVER(NTH_VALUE(users.age, 2), ORDER_BY(users.id)),
			OVER(DENSE_RANK(), ORDER_BY(users.age)), OVER(PERCENT_RANK(), ORDER_BY(users.age)), OVER(CUME_DIST(), ORDER_BY(users.age)),
			CQ_CASE(CASE_WHEN(GT(OVER(COUNT_ROWS()), 1), "many"), ELSE("one"))),
		FROM(users),
		WHERE(EXISTS(SELECT(OVER(RANK(), ORDER_BY(posts.id))), FROM(posts), WHERE(EQ(posts.author_id, users.id))))));
}

cq_condition stored(int64_t least)
{
	return CONDITION(OR(EQ(ROW(users.id, users.age), ROW(least, 3)), IS_DISTINCT(users.score, 3), GT(SUBSTR(users.bio, 1, 1), "a")));
}
