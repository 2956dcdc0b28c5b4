/* cookbook/tables.c: recipes of joins, queries that stand for tables, set operations, trees, lists in rows, locks.
 *
 * It knows nothing of how they are compared. cookbook_test.c runs them.
 */
#include "cookbook.h"

#include <string.h>

#define Written_FIELDS(FIELD)                                  \
	FIELD(name,   NULLABLE(TEXT), users.username)              \
	FIELD(number, NULLABLE(BIGINT), summaries.number)
CQ_ROW(Written)

#define Authored_FIELDS(FIELD)                                 \
	FIELD(title,  TEXT, posts.title)                           \
	FIELD(author, OBJECT(User), ALL(users))
CQ_ROW(Authored)

void cookbook_joins(void **state)
{
	(void)state;
	READ(Pair, NONE, "SELECT u.username, b.username FROM users u LEFT JOIN users b ON b.id = u.boss_id AND b.is_active ORDER BY u.id",
		SELECT_ROW(Pair), FROM(users), LEFT_JOIN(boss, ALONG(users.boss_id, boss), boss.is_active), ORDER_BY(users.id));
	READ(Name, NONE, "SELECT users.id, title FROM users JOIN posts ON author_id = users.id AND section = 'arts' WHERE is_active ORDER BY posts.id",
		SELECT(users.id, posts.title), FROM(users), JOIN(posts, ALONG(posts.author_id), EQ(posts.section, "arts")), WHERE(users.is_active), ORDER_BY(posts.id));
	READ(Written, NONE, "SELECT username, number FROM summaries RIGHT JOIN users ON author_id = users.id WHERE users.id < 5 ORDER BY users.id",
		SELECT_ROW(Written), FROM(summaries), RIGHT_JOIN(users, ALONG(summaries.author_id)), WHERE(LT(users.id, 5)), ORDER_BY(users.id));
	READ(Written, MARIADB, "SELECT username, number FROM users FULL JOIN (SELECT 1 AS id, 10 AS number UNION ALL SELECT 99, 20) v ON v.id = users.id ORDER BY username, number",
		SELECT(users.username, listed.id), FROM(users), FULL_JOIN(VALUES_AS(listed, ROW(10, "1"), ROW(20, "99")), EQ(CAST(listed.name, BIGINT), users.id)),
		ORDER_BY(NULLS_FIRST(users.username), NULLS_FIRST(listed.id)));
	READ(Name, NONE, "SELECT users.id, folders.name FROM users CROSS JOIN folders WHERE users.id < 3 AND parent_id IS NULL ORDER BY 1, 2",
		SELECT(users.id, folders.name), FROM(users), CROSS_JOIN(folders), WHERE(LT(users.id, 3), IS_NULL(folders.parent_id)),
		ORDER_BY(users.id, folders.name));
	READ(Authored, NONE, "SELECT title, users.* FROM posts JOIN users ON users.id = author_id WHERE section = 'sports' ORDER BY posts.id",
		SELECT_ROW(Authored), FROM(posts), JOIN(users, ALONG(posts.author_id)), WHERE(EQ(posts.section, "sports")), ORDER_BY(posts.id));
	READ(User, NONE, "SELECT * FROM users WHERE role = 'reader' ORDER BY id",
		SELECT_ALL(users), FROM(users), WHERE(EQ(users.role, ROLE_READER)), ORDER_BY(users.id));
}

#define Total_FIELDS(FIELD)                                    \
	FIELD(author_id, BIGINT, posts.author_id)                  \
	FIELD(number,    BIGINT, COUNT_ROWS())                     \
	FIELD(words,     NULLABLE(BIGINT), SUM(posts.words))
CQ_ROW(Total)
CQ_DERIVED(Total, totals)
CQ_DERIVED_ALIAS(Total, totals, others)

#define Point_FIELDS(FIELD) FIELD(section, TEXT) FIELD(weight, INTEGER) FIELD(until, DATE)
CQ_ROW(Point)
CQ_DERIVED(Point, points)

void cookbook_queries(void **state)
{
	(void)state;
	READ(Count, NONE,
		"SELECT username, words FROM (SELECT author_id, SUM(words) AS words FROM posts GROUP BY author_id) t JOIN users ON users.id = t.author_id "
		"WHERE words > 500 ORDER BY words DESC",
		SELECT(users.username, COALESCE(totals.words, 0)), FROM(QUERY(totals, SELECT_ROW(Total), FROM(posts), GROUP_BY(posts.author_id))),
		JOIN(users, EQ(users.id, totals.author_id)), WHERE(GT(totals.words, 500)), ORDER_BY(DESC(totals.words)));
	/* Who wrote more than somebody with as many posts. */
	READ(Count, NONE,
		"WITH t AS (SELECT author_id, COUNT(*) AS n, SUM(words) AS w FROM posts GROUP BY author_id) "
		"SELECT username, COUNT(*) FROM t JOIN t o ON o.n = t.n AND o.w < t.w JOIN users ON users.id = t.author_id GROUP BY username ORDER BY username",
		WITH(totals, SELECT_ROW(Total), FROM(posts), GROUP_BY(posts.author_id)),
		SELECT(users.username, COUNT_ROWS()), FROM(totals), JOIN(others, EQ(others.number, totals.number), LT(others.words, totals.words)),
		JOIN(users, EQ(users.id, totals.author_id)), GROUP_BY(users.username), ORDER_BY(users.username));
	/* A query inside a WITH inside a subquery. */
	READ(Name, NONE,
		"SELECT id, username FROM users WHERE id = (WITH l AS (SELECT id, name FROM (SELECT author_id AS id, title AS name FROM posts WHERE section = 'arts') n "
		"WHERE id > 1) SELECT MAX(id) FROM l)",
		SELECT_ROW(Name), FROM(users), WHERE(EQ(users.id, SUBQUERY(
			WITH(listed, SELECT(named.id, named.name),
				FROM(QUERY(named, SELECT(posts.author_id, posts.title), FROM(posts), WHERE(EQ(posts.section, "arts")))), WHERE(GT(named.id, 1))),
			SELECT(MAX(listed.id)), FROM(listed)))));
	/* Two WITHs, the second over the first. */
	READ(Count, NONE,
		"SELECT section, COUNT(*) FROM posts WHERE author_id IN (SELECT id FROM users WHERE is_active) AND words < 300 GROUP BY section ORDER BY section",
		WITH(named, SELECT_ROW(Name), FROM(users), WHERE(users.is_active)),
		WITH(counts, SELECT(posts.section, CAST(posts.words, BIGINT)), FROM(posts), JOIN(named, EQ(named.id, posts.author_id))),
		SELECT(counts.name, COUNT_ROWS()), FROM(counts), WHERE(LT(counts.number, 300)), GROUP_BY(counts.name), ORDER_BY(counts.name));
	READ(Count, NONE,
		"SELECT title, words * w FROM posts JOIN (SELECT 'news' AS s, 2 AS w, '2024-02-01' AS u UNION ALL SELECT 'arts', 3, '2024-12-31') v "
		"ON v.s = section AND posted < v.u ORDER BY posts.id",
		SELECT(posts.title, CAST(MUL(posts.words, points.weight), BIGINT)), FROM(posts),
		JOIN(VALUES_AS(points, ROW("news", 2, day(2024, 2, 1)), ROW("arts", 3, day(2024, 12, 31))), EQ(points.section, posts.section),
			LT(posts.posted, points.until)), ORDER_BY(posts.id));
	/* The longest post of each author. */
	READ(Pair, SQLITE | MARIADB,
		"SELECT username, (SELECT title FROM posts WHERE author_id = users.id ORDER BY words DESC, id LIMIT 1) FROM users ORDER BY id",
		SELECT(users.username, named.name), FROM(users), LEFT_JOIN(LATERAL(named, SELECT(posts.id, posts.title), FROM(posts),
			WHERE(EQ(posts.author_id, users.id)), ORDER_BY(DESC(posts.words), posts.id), LIMIT(1)), GT(named.id, 0)), ORDER_BY(users.id));
}

void cookbook_unions(void **state)
{
	(void)state;
	READ(Name, NONE,
		"SELECT id, username FROM users WHERE id < 3 UNION SELECT id, name FROM folders WHERE id < 3 UNION SELECT 2, 'bob' ORDER BY 1 DESC, 2 LIMIT 4",
		SELECT(AS(users.id, id), AS(users.username, name)), FROM(users), WHERE(LT(users.id, 3)),
		UNION(SELECT(folders.id, folders.name), FROM(folders), WHERE(LT(folders.id, 3))), UNION(SELECT(VALUE(2), VALUE("bob"))),
		ORDER_BY(DESC(LABEL(id)), LABEL(name)), LIMIT(4));
	READ(Count, NONE, "SELECT section, COUNT(*) FROM posts GROUP BY section UNION ALL SELECT 'all', COUNT(*) FROM posts ORDER BY 2, 1",
		SELECT(AS(posts.section, section), AS(COUNT_ROWS(), n)), FROM(posts), GROUP_BY(posts.section),
		UNION_ALL(SELECT(VALUE("all"), COUNT_ROWS()), FROM(posts)), ORDER_BY(LABEL(n), LABEL(section)));
	/* Left to right: (all but those of news) and those of sports. */
	READ(Name, NONE,
		"SELECT id, username FROM users WHERE id IN (SELECT author_id FROM posts WHERE section = 'sports') AND id NOT IN (4, 7) OR id = 8 ORDER BY id",
		SELECT(AS(users.id, id), AS(users.username, name)), FROM(users), EXCEPT(SELECT_ROW(Name), FROM(users), WHERE(IN(users.id, 4, 7))),
		INTERSECT(SELECT_ROW(Name), FROM(users), WHERE(OR(EQ(users.id, 8), IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts),
			WHERE(EQ(posts.section, "sports"))))))), ORDER_BY(LABEL(id)));
	/* As a table. */
	READ(Count, NONE,
		"SELECT name, COUNT(*) FROM (SELECT 1 AS id, section AS name FROM posts UNION ALL SELECT 2, role FROM users) GROUP BY name ORDER BY name",
		SELECT(named.name, COUNT_ROWS()), FROM(QUERY(named, SELECT(VALUE(1), posts.section), FROM(posts),
			UNION_ALL(SELECT(VALUE(2), CAST(users.role, TEXT)), FROM(users)))), GROUP_BY(named.name), ORDER_BY(named.name));
}

#define Branch_FIELDS(FIELD) FIELD(id, BIGINT) FIELD(depth, INTEGER) FIELD(path, TEXT)
CQ_ROW(Branch)
CQ_DERIVED(Branch, tree)

#define Day_FIELDS(FIELD) FIELD(date, DATE)
CQ_ROW(Day)
CQ_DERIVED(Day, days)

#define Daily_FIELDS(FIELD) FIELD(date, DATE, days.date) FIELD(amount, NULLABLE(INTEGER), readings.amount)
CQ_ROW(Daily)

void cookbook_trees(void **state)
{
	(void)state;
	READ(Branch, NONE,
		"WITH RECURSIVE t(id, depth, path) AS (SELECT id, 0, '/' || name FROM folders WHERE parent_id IS NULL UNION ALL "
		"SELECT f.id, t.depth + 1, t.path || '/' || f.name FROM folders f JOIN t ON f.parent_id = t.id WHERE t.depth < 3) SELECT * FROM t ORDER BY path",
		WITH_RECURSIVE(tree, SELECT(folders.id, VALUE(0), CONCAT("/", folders.name)), FROM(folders), WHERE(IS_NULL(folders.parent_id)),
			UNION_ALL(SELECT(folders.id, ADD(tree.depth, 1), CONCAT(tree.path, "/", folders.name)), FROM(folders),
				JOIN(tree, EQ(folders.parent_id, tree.id)), WHERE(LT(tree.depth, 3)))),
		SELECT(tree.id, tree.depth, tree.path), FROM(tree), ORDER_BY(tree.path));
	/* Every day of a week, read or not. */
	READ(Daily, NONE,
		"WITH RECURSIVE d(date) AS (SELECT '2024-01-01' UNION ALL SELECT date(date, '+1 day') FROM d WHERE date < '2024-01-08') "
		"SELECT date, amount FROM d LEFT JOIN readings ON read_on = date AND meter = 1 ORDER BY date",
		WITH_RECURSIVE(days, SELECT(VALUE(day(2024, 1, 1))),
			UNION_ALL(SELECT(DATE_ADD(DAY, days.date, 1)), FROM(days), WHERE(LT(days.date, day(2024, 1, 8))))),
		SELECT_ROW(Daily), FROM(days), LEFT_JOIN(readings, EQ(readings.read_on, days.date), EQ(readings.meter, 1)), ORDER_BY(days.date));
}

#define PostItem_FIELDS(FIELD)                                 \
	FIELD(id,     BIGINT, posts.id)                            \
	FIELD(title,  TEXT, posts.title)                           \
	FIELD(posted, DATE, posts.posted)                          \
	FIELD(score,  NULLABLE(DOUBLE), posts.score)
CQ_ROW(PostItem)

#define TeamItem_FIELDS(FIELD)                                 \
	FIELD(name,  TEXT, boss.username)                          \
	FIELD(posts, LIST(PostItem), COLLECT(PostItem, FROM(posts), WHERE(EQ(posts.author_id, boss.id)), ORDER_BY(posts.id)))
CQ_ROW(TeamItem)

#define Leader_FIELDS(FIELD)                                   \
	FIELD(name,  TEXT, users.username)                         \
	FIELD(latest, LIST(PostItem), COLLECT(PostItem, FROM(posts), WHERE(EQ(posts.author_id, users.id)), ORDER_BY(DESC(posts.posted)), LIMIT(2))) \
	FIELD(team,  LIST(TeamItem), COLLECT(TeamItem, FROM(boss), WHERE(EQ(boss.boss_id, users.id)), ORDER_BY(boss.id)))
CQ_ROW(Leader)

#define SectionItem_FIELDS(FIELD) FIELD(section, TEXT, posts.section) FIELD(number, BIGINT, COUNT_ROWS())
CQ_ROW(SectionItem)
#define Sections_FIELDS(FIELD)                                 \
	FIELD(name, TEXT, users.username)                          \
	FIELD(sections, LIST(SectionItem), COLLECT(SectionItem, FROM(posts), WHERE(EQ(posts.author_id, users.id)), GROUP_BY(posts.section), ORDER_BY(posts.section)))
CQ_ROW(Sections)

/* The fields of PostItem. */
#define POST_ITEM "json_array(id, title, posted, score)"

void cookbook_lists(void **state)
{
	(void)state;
	READ(Leader, NONE,
		"SELECT username, (SELECT json_group_array(json(i)) FROM (SELECT " POST_ITEM " AS i FROM posts WHERE author_id = u.id ORDER BY posted DESC LIMIT 2)), "
		"(SELECT json_group_array(json(j)) FROM (SELECT json_array(username, json((SELECT json_group_array(json(i)) FROM (SELECT " POST_ITEM
		" AS i FROM posts WHERE author_id = b.id ORDER BY id)))) AS j FROM users b WHERE b.boss_id = u.id ORDER BY b.id)) FROM users u ORDER BY id",
		SELECT_ROW(Leader), FROM(users), ORDER_BY(users.id));
	READ(Sections, MARIADB,
		"SELECT username, (SELECT json_group_array(json(i)) FROM (SELECT json_array(section, COUNT(*)) AS i FROM posts WHERE author_id = users.id "
		"GROUP BY section ORDER BY section)) FROM users WHERE is_active ORDER BY id",
		SELECT_ROW(Sections), FROM(users), WHERE(users.is_active), ORDER_BY(users.id));
}

void cookbook_locks(void **state)
{
	(void)state;
	static const char plain[] = "SELECT id, username FROM users WHERE is_active ORDER BY id";
	READ(Name, SQLITE, plain, SELECT_ROW(Name), FROM(users), WHERE(users.is_active), ORDER_BY(users.id), FOR_UPDATE());
	READ(Name, SQLITE | MARIADB, plain, SELECT_ROW(Name), FROM(users), WHERE(users.is_active), ORDER_BY(users.id), FOR_UPDATE(OF(users), SKIP_LOCKED));
	READ(Name, SQLITE, plain, SELECT_ROW(Name), FROM(users), WHERE(users.is_active), ORDER_BY(users.id), FOR_SHARE(NOWAIT));
	assert_non_null(strstr(cq_last_error(kitchen_db)->message, "FOR_SHARE: "));
}
