/* cookbook/parts.c: recipes of parts that may be absent, are chosen or repeated, and of statements that are values.
 *
 * It knows nothing of how they are compared. cookbook_test.c runs them.
 */
#include "cookbook.h"

#include <string.h>

#define Ranked_FIELDS(FIELD)                                   \
	FIELD(section, TEXT, posts.section)                        \
	FIELD(title,   TEXT, posts.title)                          \
	FIELD(place,   BIGINT, OVER(RANK(), PARTITION_BY(posts.section), ORDER_BY(DESC(posts.words))))
CQ_ROW(Ranked)
CQ_DERIVED(Ranked, ranked)

/* A query with all that a page may ask for, for each combination of it. */
static void list_posts(const char *section, int64_t since_words, bool longest, bool recent, const char *plain)
{
	READ(Count, NONE, plain,
		WHEN(recent, WITH(listed, SELECT_ROW(Name), FROM(users), WHERE(users.is_active))),
		SELECT(ranked.title, ranked.place),
		FROM(QUERY(ranked, SELECT_ROW(Ranked), FROM(posts),
			WHEN(recent, JOIN(listed, EQ(listed.id, posts.author_id))),
			WHERE(WHEN(section, EQ(posts.section, section)), WHEN(since_words > 0, GE(posts.words, since_words))))),
		WHERE(longest ? LE(ranked.place, 2) : GT(ranked.place, 2)),
		ORDER_BY(longest ? DESC(ranked.title) : ASC(ranked.title)), WHEN(recent, LIMIT(3)));
}

#define RANKED_POSTS "(SELECT section, title, RANK() OVER (PARTITION BY section ORDER BY words DESC) AS p FROM posts "

void cookbook_absent(void **state)
{
	(void)state;
	list_posts("news", 0, true, false, "SELECT title, p FROM " RANKED_POSTS "WHERE section = 'news') WHERE p <= 2 ORDER BY title DESC");
	list_posts(NULL, 0, false, false, "SELECT title, p FROM " RANKED_POSTS ") WHERE p > 2 ORDER BY title");
	list_posts(NULL, 100, false, true,
		"SELECT title, p FROM " RANKED_POSTS "WHERE words >= 100 AND author_id IN (SELECT id FROM users WHERE is_active)) WHERE p > 2 ORDER BY title LIMIT 3");
	for (int known = 0; known < 2; known++) {
		/* A branch that may be absent; with none of them the CASE is its ELSE. */
		READ(Count, NONE, known ? "SELECT CASE WHEN words > 300 THEN 'long' ELSE 'other' END, id FROM posts ORDER BY id" : "SELECT 'other', id FROM posts ORDER BY id",
			SELECT(CASE(WHEN(known, CASE_WHEN(GT(posts.words, 300), "long")), ELSE("other")), posts.id), FROM(posts), ORDER_BY(posts.id));
		READ(Count, NONE, known ? "SELECT section, COUNT(*) FILTER (WHERE words > 300) FROM posts GROUP BY 1 ORDER BY 1" : "SELECT section, COUNT(*) FROM posts GROUP BY 1 ORDER BY 1",
			SELECT(posts.section, FILTER(COUNT_ROWS(), WHEN(known, GT(posts.words, 300)))), FROM(posts), GROUP_BY(posts.section), ORDER_BY(posts.section));
		READ(Name, NONE, known ? "SELECT id, username FROM users WHERE id < 3 UNION SELECT id, name FROM folders WHERE id = 1 ORDER BY 2" :
			"SELECT id, username FROM users WHERE id < 3 ORDER BY 2",
			SELECT(AS(users.id, id), AS(users.username, name)), FROM(users), WHERE(LT(users.id, 3)),
			WHEN(known, UNION(SELECT(folders.id, folders.name), FROM(folders), WHERE(EQ(folders.id, 1)))), ORDER_BY(LABEL(name)));
		READ(Count, NONE, known ? "SELECT title, ROW_NUMBER() OVER (PARTITION BY section ORDER BY id) FROM posts ORDER BY id" :
			"SELECT title, ROW_NUMBER() OVER (ORDER BY id) FROM posts ORDER BY id",
			SELECT(posts.title, OVER(ROW_NUMBER(), WHEN(known, PARTITION_BY(posts.section)), ORDER_BY(posts.id))), FROM(posts), ORDER_BY(posts.id));
		WRITE(NONE, known ? "INSERT INTO stock VALUES ('ink', 1, 'x', 1) ON CONFLICT (sku) DO UPDATE SET amount = excluded.amount, note = 'x'" :
			"INSERT INTO stock VALUES ('ink', 1, 'x', 1) ON CONFLICT (sku) DO UPDATE SET amount = excluded.amount",
			"SELECT sku, amount, note FROM stock ORDER BY sku",
			INSERT_INTO(stock, SET(sku, "ink"), SET(amount, 1), SET(note, "x"), SET(price, cq_decimal_constant("1"))),
			ON_CONFLICT_DO_UPDATE(stock, KEY(sku), SET(amount, EXCLUDED(stock.amount)), WHEN(known, SET(note, "x"))));
	}
	cq_status status = cq_execute(kitchen_db, NULL, SQL(DELETE_FROM(posts), WHERE(WHEN(false, EQ(posts.id, 1)))));
	assert_int_equal(status, CQ_NO_CONDITION);
}

void cookbook_chosen(void **state)
{
	(void)state;
	const char *const names[] = {"ann", "bob", "H"};
	const int64_t sizes[] = {100, 60};
	for (int by_words = 0; by_words < 2; by_words++) {
		READ(Name, NONE, by_words ? "SELECT posts.id, username FROM posts JOIN users ON users.id = author_id ORDER BY words DESC, posts.id LIMIT 4" :
			"SELECT posts.id, username FROM posts JOIN users ON users.id = author_id ORDER BY username, posts.id LIMIT 4",
			SELECT(posts.id, users.username), FROM(posts), JOIN(users, ALONG(posts.author_id)),
			ORDER_BY(EITHER(by_words, DESC(posts.words), ASC(users.username)), posts.id), LIMIT(4));
	}
	READ(Name, NONE, "SELECT id, username FROM users WHERE username LIKE 'ann%' OR username LIKE 'bob%' OR username LIKE 'H%' ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(ANY_OF(i, 3, STARTS_WITH(users.username, names[i]))), ORDER_BY(users.id));
	READ(Count, NONE, "SELECT section, COUNT(*) FILTER (WHERE words <> 100 AND words <> 60) FROM posts GROUP BY section ORDER BY section",
		SELECT(posts.section, FILTER(COUNT_ROWS(), ALL_OF(i, 2, NE(posts.words, sizes[i])))), FROM(posts), GROUP_BY(posts.section), ORDER_BY(posts.section));
	/* Conditions that are values, in all places. */
	const cq_condition conditions[] = {CONDITION(GT(posts.words, 200)), CONDITION(IS_NOT_NULL(posts.score)), CONDITION(EQ(posts.section, "news"))};
	READ(Count, NONE,
		"SELECT CASE WHEN section = 'news' THEN 'n' ELSE '-' END, SUM(words > 200) FROM posts WHERE words > 200 OR score IS NOT NULL GROUP BY 1 ORDER BY 1",
		SELECT(AS(CASE(CASE_WHEN(conditions[2], "n"), ELSE("-")), kind), FILTER(COUNT_ROWS(), conditions[0])), FROM(posts),
		WHERE(ANY_OF_VALUES(2, conditions)), GROUP_BY(LABEL(kind)), ORDER_BY(LABEL(kind)));
	READ(Name, NONE, "SELECT id, username FROM users WHERE id IN (SELECT author_id FROM posts WHERE words > 200 AND score IS NOT NULL) ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts), WHERE(ALL_OF_VALUES(2, conditions))))),
		ORDER_BY(users.id));
	/* Nothing but NULL, with a type. */
	READ(Pair, NONE, "SELECT username, NULL FROM users ORDER BY id", SELECT(users.username, NULL_TEXT), FROM(users), ORDER_BY(users.id));
	SCALAR(cq_opt_int64, NONE, "SELECT COALESCE(NULL, MAX(id)) FROM users", SELECT(COALESCE(NULL_OF(BIGINT), MAX(users.id))), FROM(users));
}

void cookbook_kept(void **state)
{
	(void)state;
	cq_statement page = STATEMENT(SQL(SELECT(users.username, COUNT(users.id)), FROM(users), WHERE(users.is_active), GROUP_BY(users.id)));
	MUST(cq_extend(&page, LEFT_JOIN(posts, ALONG(posts.author_id), GT(posts.words, 100)), WHERE(GT(users.age, 17)), HAVING(GE(COUNT(posts.id), 1))));
	MUST(cq_extend(&page, ORDER_BY(DESC(COUNT(posts.id)), users.username)));
	MUST(cq_extend(&page, LIMIT(2), OFFSET(1)));
	READ_KEPT(Count, NONE,
		"SELECT username, COUNT(*) AS n FROM users JOIN posts ON author_id = users.id AND words > 100 WHERE is_active AND age > 17 "
		"GROUP BY users.id ORDER BY n DESC, username LIMIT 2 OFFSET 1", page);
	cq_statement both = STATEMENT(SQL(SELECT(AS(users.id, id), AS(users.username, name)), FROM(users), WHERE(LT(users.id, 3))));
	MUST(cq_extend(&both, UNION_ALL(SELECT(folders.id, folders.name), FROM(folders), WHERE(LT(folders.id, 2))), ORDER_BY(LABEL(name))));
	READ_KEPT(Name, NONE, "SELECT id, username FROM users WHERE id < 3 UNION ALL SELECT id, name FROM folders WHERE id < 2 ORDER BY 2", both);
	cq_statement first = STATEMENT(SQL(WITH(ranked, SELECT_ROW(Ranked), FROM(posts)), SELECT(ranked.title, ranked.place), FROM(ranked)));
	MUST(cq_extend(&first, WHERE(EQ(ranked.place, 1)), ORDER_BY(ranked.title)));
	READ_KEPT(Count, NONE, "SELECT title, p FROM " RANKED_POSTS ") WHERE p = 1 ORDER BY title", first);
}
