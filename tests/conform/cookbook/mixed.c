/* cookbook/mixed.c: recipes that use much at once.
 *
 * It knows nothing of how they are compared. cookbook_test.c runs them.
 */
#include "cookbook.h"

#define Sold_FIELDS(FIELD) FIELD(author_id, BIGINT, posts.author_id) FIELD(month, DATE, DATE_TRUNC(MONTH, posts.posted)) FIELD(words, BIGINT, COALESCE(SUM(posts.words), 0))
CQ_ROW(Sold)
CQ_DERIVED(Sold, sold)

#define Report_FIELDS(FIELD)                                                                                       \
	FIELD(name,     TEXT, users.username)                                                                          \
	FIELD(months,   BIGINT, COUNT(sold.month))                                                                     \
	FIELD(words,    BIGINT, COALESCE(SUM(sold.words), 0))                                                          \
	FIELD(grade,    TEXT, CASE(CASE_WHEN(GE(SUM(sold.words), 1000), "much"), CASE_WHEN(GT(COUNT(sold.month), 0), "some"), ELSE("none"))) \
	FIELD(latest,   NULLABLE(DATE), MAX(sold.month))                                                               \
	FIELD(boss,     NULLABLE(TEXT), SUBQUERY(SELECT(boss.username), FROM(boss), WHERE(EQ(boss.id, users.boss_id))))  \
	FIELD(place,    BIGINT, OVER(RANK(), ORDER_BY(DESC(COALESCE(SUM(sold.words), 0)))))
CQ_ROW(Report)

#define Change_FIELDS(FIELD)                                                                                       \
	FIELD(month,    DATE, sold.month)                                                                              \
	FIELD(words,    BIGINT, sold.words)                                                                            \
	FIELD(change,   NULLABLE(DOUBLE), ROUND(DIV(MUL(100.0, SUB(sold.words, OVER(LAG(sold.words), PARTITION_BY(sold.author_id), ORDER_BY(sold.month)))), \
		NULLIF(OVER(LAG(sold.words), PARTITION_BY(sold.author_id), ORDER_BY(sold.month)), 0)), 1))
CQ_ROW(Change)

#define Crumb_FIELDS(FIELD) FIELD(id, BIGINT, folders.id) FIELD(parent_id, NULLABLE(BIGINT), folders.parent_id) FIELD(path, TEXT, folders.name)
CQ_ROW(Crumb)
CQ_DERIVED(Crumb, crumbs)

void cookbook_mixed(void **state)
{
	(void)state;
	const char *const sections[] = {"news", "arts"};
	const bool months_only = true;
	READ(Report, NONE,
		"WITH s AS (SELECT author_id, date(posted, 'start of month') AS m, SUM(words) AS w FROM posts WHERE section IN ('news', 'arts') GROUP BY 1, 2) "
		"SELECT username, COUNT(m), COALESCE(SUM(w), 0), CASE WHEN SUM(w) >= 1000 THEN 'much' WHEN COUNT(m) > 0 THEN 'some' ELSE 'none' END, MAX(m), "
		"(SELECT username FROM users b WHERE b.id = u.boss_id), RANK() OVER (ORDER BY COALESCE(SUM(w), 0) DESC) "
		"FROM users u LEFT JOIN s ON s.author_id = u.id WHERE is_active GROUP BY u.id ORDER BY 3 DESC, 1",
		WITH(sold, SELECT_ROW(Sold), FROM(posts), WHERE(IN_ARRAY(posts.section, sections, 2)), GROUP_BY(posts.author_id, DATE_TRUNC(MONTH, posts.posted))),
		SELECT_ROW(Report), FROM(users), LEFT_JOIN(sold, EQ(sold.author_id, users.id)), WHERE(WHEN(months_only, users.is_active)),
		GROUP_BY(users.id), ORDER_BY(DESC(LABEL(words)), LABEL(name)));
	READ(Change, NONE,
		"SELECT m, w, ROUND(100.0 * (w - LAG(w) OVER p) / LAG(w) OVER p, 1) FROM (SELECT author_id, date(posted, 'start of month') AS m, SUM(words) AS w "
		"FROM posts GROUP BY 1, 2) WINDOW p AS (PARTITION BY author_id ORDER BY m) ORDER BY author_id, m",
		SELECT_ROW(Change), FROM(QUERY(sold, SELECT_ROW(Sold), FROM(posts), GROUP_BY(posts.author_id, LABEL(month)))), ORDER_BY(sold.author_id, sold.month));
	/* From a leaf up to the root. */
	READ(Crumb, NONE,
		"WITH RECURSIVE c AS (SELECT id, parent_id, name AS path FROM folders WHERE id = 6 UNION ALL SELECT f.id, f.parent_id, f.name || '/' || path "
		"FROM folders f JOIN c ON c.parent_id = f.id) SELECT * FROM c WHERE parent_id IS NULL",
		WITH_RECURSIVE(crumbs, SELECT_ROW(Crumb), FROM(folders), WHERE(EQ(folders.id, 6)),
			UNION_ALL(SELECT(folders.id, folders.parent_id, CONCAT(folders.name, "/", crumbs.path)), FROM(folders), JOIN(crumbs, EQ(crumbs.parent_id, folders.id)))),
		SELECT(crumbs.id, crumbs.parent_id, crumbs.path), FROM(crumbs), WHERE(IS_NULL(crumbs.parent_id)));
	/* What nobody reads of what somebody has. */
	READ(Name, NONE, "SELECT DISTINCT id, username FROM users WHERE EXISTS (SELECT 1 FROM posts p WHERE p.author_id = users.id AND NOT EXISTS "
		"(SELECT 1 FROM posts q WHERE q.author_id <> p.author_id AND q.section = p.section AND q.words > p.words)) ORDER BY username",
		SELECT_ROW(Name), DISTINCT, FROM(users), WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(ALONG(posts.author_id), NOT(EXISTS(SELECT(earlier.id), FROM(earlier),
			WHERE(NE(earlier.author_id, posts.author_id), EQ(earlier.section, posts.section), GT(earlier.words, posts.words))))))), ORDER_BY(users.username));
	/* Written from a WITH with a window, over what is there. */
	WRITE(NONE,
		"INSERT INTO summaries (author_id, number, words) SELECT author_id, p, w FROM (SELECT author_id, w, RANK() OVER (ORDER BY w DESC) AS p FROM "
		"(SELECT author_id, SUM(words) AS w FROM posts GROUP BY 1)) WHERE p <= 3 ON CONFLICT (author_id) DO UPDATE SET number = excluded.number, words = excluded.words "
		, "SELECT author_id, number, words, best FROM summaries ORDER BY author_id",
		WITH(sold, SELECT(posts.author_id, VALUE(day(2024, 1, 1)), COALESCE(SUM(posts.words), 0)), FROM(posts), GROUP_BY(posts.author_id)),
		WITH(counts, SELECT(CAST(sold.author_id, TEXT), OVER(RANK(), ORDER_BY(DESC(sold.words)))), FROM(sold)),
		INSERT_INTO(summaries, SET(author_id, sold.author_id), SET(number, counts.number), SET(words, sold.words)),
		FROM(sold), JOIN(counts, EQ(CAST(counts.name, BIGINT), sold.author_id)), WHERE(LE(counts.number, 3)),
		ON_CONFLICT_DO_UPDATE(summaries, KEY(author_id), SET(number, EXCLUDED(summaries.number)), SET(words, EXCLUDED(summaries.words))));
}
