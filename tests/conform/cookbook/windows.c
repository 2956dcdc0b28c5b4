/* cookbook/windows.c: recipes of grouping, aggregates and windows.
 *
 * It knows nothing of how they are compared. cookbook_test.c runs them.
 */
#include "cookbook.h"

#define Section_FIELDS(FIELD)                                                                     \
	FIELD(section,  TEXT, posts.section)                                                          \
	FIELD(number,   BIGINT, COUNT_ROWS())                                                         \
	FIELD(scored,   BIGINT, COUNT(posts.score))                                                   \
	FIELD(authors,  BIGINT, COUNT_DISTINCT(posts.author_id))                                      \
	FIELD(words,    NULLABLE(BIGINT), SUM(posts.words))                                           \
	FIELD(mean,     NULLABLE(DOUBLE), AVG(posts.score))                                           \
	FIELD(longest,  NULLABLE(INTEGER), MAX(posts.words))                                          \
	FIELD(first,    NULLABLE(DATE), MIN(posts.posted))                                            \
	FIELD(large,    BIGINT, FILTER(COUNT_ROWS(), GT(posts.words, 300)))                           \
	FIELD(recent,   BIGINT, COALESCE(FILTER(SUM(posts.words), GE(posts.posted, day(2024, 3, 1))), 0)) \
	FIELD(share,    NULLABLE(DOUBLE), ROUND(DIV(MUL(100.0, COUNT_ROWS()), SUBQUERY(SELECT(COUNT_ROWS()), FROM(earlier))), 1))
CQ_ROW(Section)

#define Titles_FIELDS(FIELD)                                                                      \
	FIELD(section, TEXT, posts.section)                                                           \
	FIELD(titles,  NULLABLE(TEXT), STRING_AGG(posts.title, ", ", ORDER_BY(DESC(posts.words), posts.id)))
CQ_ROW(Titles)

void cookbook_groups(void **state)
{
	(void)state;
	READ(Section, NONE,
		"SELECT section, COUNT(*), COUNT(score), COUNT(DISTINCT author_id), SUM(words), AVG(score), MAX(words), MIN(posted), "
		"SUM(words > 300), SUM(CASE WHEN posted >= '2024-03-01' THEN words ELSE 0 END), ROUND(100.0 * COUNT(*) / (SELECT COUNT(*) FROM posts), 1) "
		"FROM posts GROUP BY section HAVING COUNT(*) > 2 ORDER BY SUM(words) DESC",
		SELECT_ROW(Section), FROM(posts), GROUP_BY(posts.section), HAVING(GT(COUNT_ROWS(), 2)), ORDER_BY(DESC(SUM(posts.words))));
	READ(Titles, SQLITE,
		"SELECT section, group_concat(title, ', ') FROM (SELECT * FROM posts ORDER BY words DESC, id) GROUP BY section ORDER BY section",
		SELECT_ROW(Titles), FROM(posts), GROUP_BY(posts.section), ORDER_BY(posts.section));
	/* In no order that is known: of one text only. */
	READ(Titles, NONE, "SELECT section, title FROM posts WHERE id IN (1, 3, 6) ORDER BY section",
		SELECT(posts.section, STRING_AGG(posts.title, ", ")), FROM(posts), WHERE(IN(posts.id, 1, 3, 6)), GROUP_BY(posts.section),
		ORDER_BY(posts.section));
	READ(Count, NONE, "SELECT DISTINCT section, words / 300 FROM posts ORDER BY 1, 2",
		SELECT(AS(posts.section, name), AS(CAST(DIV(posts.words, 300), BIGINT), number)), DISTINCT, FROM(posts), ORDER_BY(LABEL(name), LABEL(number)));
	READ(Count, SQLITE | MARIADB,
		"SELECT section, MAX(words) FROM posts GROUP BY section ORDER BY section",
		SELECT(posts.section, CAST(posts.words, BIGINT)), DISTINCT_ON(posts.section), FROM(posts), ORDER_BY(posts.section, DESC(posts.words)));
	/* Authors with everything that their key covers, their posts or none. */
	READ(Count, NONE,
		"SELECT username, COUNT(posts.id) FROM users LEFT JOIN posts ON author_id = users.id GROUP BY users.id HAVING COUNT(posts.id) < 2 ORDER BY 2 DESC, age, username",
		SELECT(users.username, COUNT(posts.id)), FROM(users), LEFT_JOIN(posts, ALONG(posts.author_id)), GROUP_BY(users.id),
		HAVING(LT(COUNT(posts.id), 2)), ORDER_BY(DESC(COUNT(posts.id)), NULLS_FIRST(users.age), users.username));
}

#define Place_FIELDS(FIELD)                                                                                       \
	FIELD(id,       BIGINT, posts.id)                                                                             \
	FIELD(row,      BIGINT, OVER(ROW_NUMBER(), ORDER_BY(posts.words, posts.id)))                                  \
	FIELD(place,    BIGINT, OVER(RANK(), PARTITION_BY(posts.section), ORDER_BY(DESC(posts.words))))               \
	FIELD(dense,    BIGINT, OVER(DENSE_RANK(), ORDER_BY(posts.words)))                                            \
	FIELD(percent,  DOUBLE, OVER(PERCENT_RANK(), ORDER_BY(posts.words)))                                          \
	FIELD(below,    DOUBLE, OVER(CUME_DIST(), ORDER_BY(posts.words)))                                             \
	FIELD(quarter,  BIGINT, OVER(NTILE(4), ORDER_BY(posts.words, posts.id)))                                      \
	FIELD(before,   NULLABLE(INTEGER), OVER(LAG(posts.words), PARTITION_BY(posts.author_id), ORDER_BY(posts.id))) \
	FIELD(next,     NULLABLE(TEXT), OVER(LEAD(posts.title, 2), ORDER_BY(posts.id)))                               \
	FIELD(first,    NULLABLE(TEXT), OVER(FIRST_VALUE(posts.title), PARTITION_BY(posts.section), ORDER_BY(posts.id))) \
	FIELD(last,     NULLABLE(TEXT), OVER(LAST_VALUE(posts.title), PARTITION_BY(posts.section), ORDER_BY(posts.id), \
		ROWS_BETWEEN(UNBOUNDED_PRECEDING, UNBOUNDED_FOLLOWING)))                                                  \
	FIELD(third,    NULLABLE(TEXT), OVER(NTH_VALUE(posts.title, 3), PARTITION_BY(posts.section), ORDER_BY(posts.id)))
CQ_ROW(Place)

#define Running_FIELDS(FIELD)                                                                                     \
	FIELD(id,       BIGINT, posts.id)                                                                             \
	FIELD(running,  NULLABLE(BIGINT), OVER(SUM(posts.words), ORDER_BY(posts.id), ROWS_BETWEEN(UNBOUNDED_PRECEDING, CURRENT_ROW))) \
	FIELD(all,      NULLABLE(DOUBLE), OVER(AVG(posts.score), PARTITION_BY(posts.author_id)))                        \
	FIELD(rest,     BIGINT, OVER(COUNT_ROWS(), ORDER_BY(posts.posted), RANGE_BETWEEN(CURRENT_ROW, UNBOUNDED_FOLLOWING))) \
	FIELD(large,    BIGINT, OVER(FILTER(COUNT_ROWS(), GT(posts.words, 300)), PARTITION_BY(posts.author_id)))
CQ_ROW(Running)

#define Moving_FIELDS(FIELD)                                                                                      \
	FIELD(id,       BIGINT, posts.id)                                                                             \
	FIELD(moving,   NULLABLE(DOUBLE), OVER(AVG(posts.words), ORDER_BY(posts.id), ROWS_BETWEEN(PRECEDING(1), FOLLOWING(1)))) \
	FIELD(around,   NULLABLE(INTEGER), OVER(MAX(posts.words), ORDER_BY(posts.section), GROUPS_BETWEEN(PRECEDING(1), CURRENT_ROW))) \
	FIELD(near,     BIGINT, OVER(COUNT_ROWS(), ORDER_BY(posts.words), RANGE_BETWEEN(PRECEDING(50), FOLLOWING(50))))
CQ_ROW(Moving)

void cookbook_windows(void **state)
{
	(void)state;
	READ(Place, NONE,
		"SELECT id, ROW_NUMBER() OVER (ORDER BY words, id), RANK() OVER (PARTITION BY section ORDER BY words DESC), DENSE_RANK() OVER (ORDER BY words), "
		"PERCENT_RANK() OVER (ORDER BY words), CUME_DIST() OVER (ORDER BY words), NTILE(4) OVER (ORDER BY words, id), "
		"LAG(words) OVER (PARTITION BY author_id ORDER BY id), LEAD(title, 2) OVER (ORDER BY id), FIRST_VALUE(title) OVER s, "
		"LAST_VALUE(title) OVER (PARTITION BY section ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NTH_VALUE(title, 3) OVER s "
		"FROM posts WINDOW s AS (PARTITION BY section ORDER BY id) ORDER BY id",
		SELECT_ROW(Place), FROM(posts), ORDER_BY(posts.id));
	READ(Running, NONE,
		"SELECT id, SUM(words) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING), AVG(score) OVER (PARTITION BY author_id), "
		"COUNT(*) OVER (ORDER BY posted RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING), COUNT(*) FILTER (WHERE words > 300) OVER (PARTITION BY author_id) "
		"FROM posts ORDER BY id",
		SELECT_ROW(Running), FROM(posts), ORDER_BY(posts.id));
	SCALAR(cq_opt_double, NONE, "SELECT AVG(score) OVER () FROM posts LIMIT 1", SELECT(OVER(AVG(posts.score))), FROM(posts), LIMIT(1));
	READ(Moving, MARIADB,
		"SELECT id, AVG(words) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), MAX(words) OVER (ORDER BY section GROUPS 1 PRECEDING), "
		"COUNT(*) OVER (ORDER BY words RANGE BETWEEN 50 PRECEDING AND 50 FOLLOWING) FROM posts ORDER BY id",
		SELECT_ROW(Moving), FROM(posts), ORDER_BY(posts.id));
	/* A third operand makes it a number for every row, where one is the first. */
	READ(Count, NONE, "SELECT title, COALESCE(LAG(words) OVER (PARTITION BY section ORDER BY id), 0) FROM posts ORDER BY id",
		SELECT(posts.title, CAST(OVER(LAG(posts.words, 1, 0), PARTITION_BY(posts.section), ORDER_BY(posts.id)), BIGINT)), FROM(posts), ORDER_BY(posts.id));
	READ(Name, NONE, "SELECT id, username FROM users ORDER BY RANK() OVER (ORDER BY balance DESC), id",
		SELECT_ROW(Name), FROM(users), ORDER_BY(OVER(RANK(), ORDER_BY(DESC(users.balance))), users.id));
}

#define Month_FIELDS(FIELD)                                                                       \
	FIELD(month,    DATE, DATE_TRUNC(MONTH, posts.posted))                                        \
	FIELD(words,    NULLABLE(BIGINT), SUM(posts.words))                                           \
	FIELD(before,   NULLABLE(BIGINT), OVER(LAG(SUM(posts.words)), ORDER_BY(DATE_TRUNC(MONTH, posts.posted)))) \
	FIELD(place,    BIGINT, OVER(RANK(), ORDER_BY(DESC(COUNT_ROWS()))))
CQ_ROW(Month)

#define Taken_FIELDS(FIELD) FIELD(month, DATE, DATE_TRUNC(MONTH, posts.posted)) FIELD(words, NULLABLE(BIGINT), SUM(posts.words))
CQ_ROW(Taken)
CQ_DERIVED(Taken, taken)

#define Grown_FIELDS(FIELD)                                                                       \
	FIELD(month,    DATE, taken.month)                                                            \
	FIELD(running,  NULLABLE(BIGINT), OVER(SUM(taken.words), ORDER_BY(taken.month), ROWS_BETWEEN(UNBOUNDED_PRECEDING, CURRENT_ROW)))
CQ_ROW(Grown)

#define Best_FIELDS(FIELD)                                                                        \
	FIELD(section,  TEXT, posts.section)                                                          \
	FIELD(title,    TEXT, posts.title)                                                            \
	FIELD(place,    BIGINT, OVER(ROW_NUMBER(), PARTITION_BY(posts.section), ORDER_BY(DESC(posts.words), posts.id)))
CQ_ROW(Best)
CQ_DERIVED(Best, best)

#define Gap_FIELDS(FIELD)                                                                         \
	FIELD(meter,    INTEGER, readings.meter)                                                      \
	FIELD(since,    NULLABLE(DATE), OVER(LAG(readings.read_on), PARTITION_BY(readings.meter), ORDER_BY(readings.read_on))) \
	FIELD(until,    DATE, readings.read_on)                                                       \
	FIELD(used,     NULLABLE(INTEGER), SUB(readings.amount, OVER(LAG(readings.amount), PARTITION_BY(readings.meter), ORDER_BY(readings.read_on))))
CQ_ROW(Gap)
CQ_DERIVED(Gap, gaps)

void cookbook_analytics(void **state)
{
	(void)state;
	/* Windows over groups. */
	READ(Month, NONE,
		"SELECT m, w, LAG(w) OVER (ORDER BY m), RANK() OVER (ORDER BY n DESC) FROM "
		"(SELECT date(posted, 'start of month') AS m, SUM(words) AS w, COUNT(*) AS n FROM posts GROUP BY 1) ORDER BY m",
		SELECT_ROW(Month), FROM(posts), GROUP_BY(LABEL(month)), ORDER_BY(LABEL(month)));
	/* A running sum of sums goes over a query of its own. */
	READ(Grown, NONE,
		"SELECT m, SUM(w) OVER (ORDER BY m) FROM (SELECT date(posted, 'start of month') AS m, SUM(words) AS w FROM posts GROUP BY 1) ORDER BY m",
		SELECT_ROW(Grown), FROM(QUERY(taken, SELECT_ROW(Taken), FROM(posts), GROUP_BY(LABEL(month)))), ORDER_BY(taken.month));
	/* The two longest of each section. */
	READ(Best, NONE,
		"SELECT section, title, p FROM (SELECT section, title, ROW_NUMBER() OVER (PARTITION BY section ORDER BY words DESC, id) AS p FROM posts) "
		"WHERE p <= 2 ORDER BY section, p",
		SELECT(best.section, best.title, best.place), FROM(QUERY(best, SELECT_ROW(Best), FROM(posts))), WHERE(LE(best.place, 2)),
		ORDER_BY(best.section, best.place));
	/* Where days are missing. */
	READ(Gap, NONE,
		"SELECT * FROM (SELECT meter, LAG(read_on) OVER w AS since, read_on AS until, amount - LAG(amount) OVER w AS used FROM readings "
		"WINDOW w AS (PARTITION BY meter ORDER BY read_on)) WHERE julianday(until) - julianday(since) > 1 ORDER BY meter, until",
		WITH(gaps, SELECT_ROW(Gap), FROM(readings)), SELECT(gaps.meter, gaps.since, gaps.until, gaps.used), FROM(gaps),
		WHERE(GT(DATE_DIFF(DAY, gaps.until, gaps.since), 1)), ORDER_BY(gaps.meter, gaps.until));
}
