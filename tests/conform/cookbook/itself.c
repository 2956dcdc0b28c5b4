/* cookbook/itself.c: recipes of statements that use the table that they write, and of queries in odd places.
 *
 * It knows nothing of how they are compared. cookbook_test.c runs them.
 */
#include "cookbook.h"

#define Top_FIELDS(FIELD)                                      \
	FIELD(section, TEXT, posts.section)                        \
	FIELD(number,  BIGINT, COUNT_ROWS())                       \
	FIELD(top,     NULLABLE(TEXT), SUBQUERY(SELECT(earlier.title), FROM(earlier), WHERE(EQ(earlier.section, posts.section)), \
		ORDER_BY(DESC(earlier.words)), LIMIT(1)))
CQ_ROW(Top)

void cookbook_itself(void **state)
{
	(void)state;
	READ(Top, NONE, "SELECT section, COUNT(*), (SELECT title FROM posts e WHERE e.section = posts.section ORDER BY words DESC LIMIT 1) FROM posts GROUP BY section ORDER BY section",
		SELECT_ROW(Top), FROM(posts), GROUP_BY(posts.section), ORDER_BY(posts.section));
	READ(Name, NONE, "SELECT id, username FROM users WHERE id IN (SELECT author_id FROM posts ORDER BY words DESC LIMIT 3) ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts), ORDER_BY(DESC(posts.words)), LIMIT(3)))), ORDER_BY(users.id));
	READ(Name, NONE, "SELECT id, username FROM users WHERE id IN (SELECT author_id FROM posts WHERE section='arts' INTERSECT SELECT author_id FROM posts WHERE section='news') ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts), WHERE(EQ(posts.section, "arts")), INTERSECT(SELECT(posts.author_id), FROM(posts), WHERE(EQ(posts.section, "news")))))), ORDER_BY(users.id));
	READ(Name, NONE, "SELECT id, username FROM users WHERE id < 3 UNION ALL SELECT id, username FROM (SELECT id, username FROM users ORDER BY id DESC LIMIT 1) ORDER BY 1",
		WITH(named, SELECT_ROW(Name), FROM(users), ORDER_BY(DESC(users.id)), LIMIT(1)), SELECT(AS(users.id, id), users.username), FROM(users), WHERE(LT(users.id, 3)), UNION_ALL(SELECT(named.id, named.name), FROM(named)), ORDER_BY(LABEL(id)));
	WRITE(NONE, "UPDATE users SET age = (SELECT MAX(age) FROM users) WHERE age IS NULL", "SELECT id, age FROM users ORDER BY id",
		UPDATE(users, SET(age, SUBQUERY(SELECT(MAX(boss.age)), FROM(boss)))), WHERE(IS_NULL(users.age)));
	WRITE(NONE, "UPDATE users SET bio = (SELECT b.username FROM users b WHERE b.id = users.boss_id) WHERE boss_id IS NOT NULL", "SELECT id, bio FROM users ORDER BY id",
		UPDATE(users, SET(bio, boss.username)), FROM(boss), WHERE(EQ(boss.id, users.boss_id)));
	WRITE(NONE, "DELETE FROM posts WHERE EXISTS (SELECT 1 FROM posts e WHERE e.words = posts.words AND e.id < posts.id)", "SELECT id FROM posts ORDER BY id",
		DELETE_FROM(posts), USING(earlier), WHERE(EQ(earlier.words, posts.words), LT(earlier.id, posts.id)));
	WRITE(NONE, "INSERT INTO stock SELECT sku || '2', amount, note, price FROM stock WHERE amount > 5", "SELECT sku, amount FROM stock ORDER BY sku",
		INSERT_INTO(stock, SET(sku, CONCAT(stock.sku, "2")), SET(amount, stock.amount), SET(note, stock.note), SET(price, stock.price)), FROM(stock), WHERE(GT(stock.amount, 5)));
	WRITE(NONE, "INSERT INTO stock SELECT sku, amount + 1, note, price FROM stock WHERE TRUE ON CONFLICT (sku) DO UPDATE SET amount = excluded.amount", "SELECT sku, amount FROM stock ORDER BY sku",
		INSERT_INTO(stock, SET(sku, stock.sku), SET(amount, ADD(stock.amount, 1)), SET(note, stock.note), SET(price, stock.price)), FROM(stock), ON_CONFLICT_DO_UPDATE(stock, KEY(sku), SET(amount, EXCLUDED(stock.amount))));
	WRITE(MARIADB, "UPDATE readings SET meter = amount, amount = meter", "SELECT meter, amount FROM readings ORDER BY 1, 2",
		UPDATE(readings, SET(meter, readings.amount), SET(amount, readings.meter)), ALL_ROWS);
	WRITE(NONE, "INSERT INTO summaries (author_id, number) SELECT author_id, COUNT(*) FROM posts WHERE section = 'sports' GROUP BY author_id", "SELECT author_id, number FROM summaries ORDER BY 1",
		INSERT_INTO(summaries, SET(author_id, users.id), SET(number, COALESCE(SUBQUERY(SELECT(COUNT_ROWS()), FROM(posts), WHERE(EQ(posts.author_id, users.id), EQ(posts.section, "sports"))), 0))), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts), WHERE(EQ(posts.section, "sports"))))));
}
