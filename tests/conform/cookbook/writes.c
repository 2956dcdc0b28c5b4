/* cookbook/writes.c: recipes that write: inserts, upserts, updates and deletes with other tables.
 *
 * It knows nothing of how they are compared. cookbook_test.c runs them.
 */
#include "cookbook.h"

#define SEE_STOCK "SELECT sku, amount, note, price FROM stock ORDER BY sku"
#define SEE_SUMMARIES "SELECT author_id, number, words, best FROM summaries ORDER BY author_id"
#define SEE_USERS "SELECT username, bio, age, balance, role, boss_id FROM users ORDER BY username"
#define SEE_POSTS "SELECT title, section, words, author_id FROM posts ORDER BY title"

#define StockLine_FIELDS(FIELD) FIELD(sku, TEXT, stock.sku) FIELD(amount, INTEGER, stock.amount) FIELD(note, NULLABLE(TEXT), stock.note)
CQ_ROW(StockLine)

void cookbook_inserts(void **state)
{
	(void)state;
	const char *const no_bio = NULL;
	const cq_opt_int32 forty = {true, 40};
	WRITE(NONE, "INSERT INTO users (username, bio, age, balance, is_active, role, settings) VALUES ('ivy', NULL, 40, 1.5, TRUE, 'editor', '{}')", SEE_USERS,
		INSERT_INTO(users, SET(username, "ivy"), SET(bio, no_bio), SET(age, forty), SET(balance, cq_decimal_constant("1.5")), SET(is_active, true),
			SET(role, ROLE_EDITOR), SET(settings, "{}"), SET(boss_id, NULL)));
	WRITE(NONE, "INSERT INTO stock (sku, amount, note, price) VALUES ('cap', 3, NULL, 0)", SEE_STOCK,
		INSERT_INTO(stock, SET(sku, "cap"), SET(amount, 3), SET(note, NULL_TEXT), SET(price, cq_decimal_constant("0"))));
	/* A row for each that is found. */
	WRITE(NONE, "INSERT INTO summaries (author_id, number, words) SELECT author_id, COUNT(*), SUM(words) FROM posts WHERE author_id NOT IN (1, 4) "
		"GROUP BY author_id HAVING COUNT(*) > 1 ORDER BY author_id LIMIT 2", SEE_SUMMARIES,
		INSERT_INTO(summaries, SET(author_id, posts.author_id), SET(number, COUNT_ROWS()), SET(words, SUM(posts.words))), FROM(posts),
		WHERE(NOT_IN(posts.author_id, 1, 4)), GROUP_BY(posts.author_id), HAVING(GT(COUNT_ROWS(), 1)), ORDER_BY(posts.author_id), LIMIT(2));
	RETURNED(StockLine, NONE, "INSERT INTO stock (sku, amount, note, price) VALUES ('tip', 1, 'new', 2) RETURNING sku, amount, note", SEE_STOCK,
		INSERT_INTO(stock, SET(sku, "tip"), SET(amount, 1), SET(note, "new"), SET(price, cq_decimal_constant("2"))), RETURNING_ROW(StockLine));
	RETURNED(Stock, NONE, "INSERT INTO stock (sku, amount, price) VALUES ('tip', 1, 2) RETURNING *", SEE_STOCK,
		INSERT_INTO(stock, SET(sku, "tip"), SET(amount, 1), SET(price, cq_decimal_constant("2"))), RETURNING_ALL(stock));
}

void cookbook_upserts(void **state)
{
	(void)state;
	const Stock delivered[] = {
		{.sku = "ink", .amount = 5, .note = "blue", .price = {500, 2}}, {.sku = "glue", .amount = 2, .note = NULL, .price = {125, 2}},
		{.sku = "wax", .amount = 1, .note = "red", .price = {1200, 2}},
	};
	WRITE(NONE, "INSERT OR IGNORE INTO stock VALUES ('ink', 5, 'blue', 5.00), ('glue', 2, NULL, 1.25), ('wax', 1, 'red', 12.00)", SEE_STOCK,
		INSERT_INTO(stock, VALUES(delivered, 3)), ON_CONFLICT_DO_NOTHING(stock));
	WRITE(NONE, "INSERT INTO stock VALUES ('ink', 5, 'blue', 5.00), ('glue', 2, NULL, 1.25), ('wax', 1, 'red', 12.00) ON CONFLICT (sku) DO UPDATE SET "
		"amount = stock.amount + excluded.amount, note = COALESCE(excluded.note, stock.note), price = excluded.price", SEE_STOCK,
		INSERT_INTO(stock, VALUES(delivered, 3)), ON_CONFLICT_DO_UPDATE(stock, KEY(sku), SET(amount, ADD(stock.amount, EXCLUDED(stock.amount))),
			SET(note, COALESCE(EXCLUDED(stock.note), stock.note)), SET(price, EXCLUDED(stock.price))));
	/* users has two keys: MariaDB would take either. */
	WRITE(MARIADB, "INSERT INTO users (username, balance, settings) VALUES ('bob', 1, '{}') ON CONFLICT (username) DO UPDATE SET balance = users.balance + 1", SEE_USERS,
		INSERT_INTO(users, SET(username, "bob"), SET(balance, cq_decimal_constant("1")), SET(settings, "{}")),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(balance, ADD(users.balance, EXCLUDED(users.balance)))));
	/* From a query; authors with a summary get it anew. */
	WRITE(NONE, "INSERT INTO summaries (author_id, number, words, best) SELECT author_id, COUNT(*), SUM(words), MAX(title) FROM posts WHERE TRUE GROUP BY author_id "
		"ON CONFLICT (author_id) DO UPDATE SET number = excluded.number, words = excluded.words", SEE_SUMMARIES,
		INSERT_INTO(summaries, SET(author_id, posts.author_id), SET(number, COUNT_ROWS()), SET(words, SUM(posts.words)), SET(best, MAX(posts.title))), FROM(posts),
		GROUP_BY(posts.author_id), ON_CONFLICT_DO_UPDATE(summaries, KEY(author_id), SET(number, EXCLUDED(summaries.number)),
			SET(words, EXCLUDED(summaries.words))));
	RETURNED(StockLine, NONE, "INSERT INTO stock VALUES ('pad', 1, NULL, 1) ON CONFLICT (sku) DO UPDATE SET amount = stock.amount + 1 RETURNING sku, amount, note", SEE_STOCK,
		INSERT_INTO(stock, SET(sku, "pad"), SET(amount, 1), SET(price, cq_decimal_constant("1"))),
		ON_CONFLICT_DO_UPDATE(stock, KEY(sku), SET(amount, ADD(stock.amount, EXCLUDED(stock.amount)))), RETURNING(stock.sku, stock.amount, stock.note));
}

#define Sum_FIELDS(FIELD) FIELD(author_id, BIGINT, posts.author_id) FIELD(number, BIGINT, COUNT_ROWS()) FIELD(words, NULLABLE(BIGINT), SUM(posts.words))
CQ_ROW(Sum)
CQ_DERIVED(Sum, sums)

void cookbook_updates(void **state)
{
	(void)state;
	WRITE(NONE, "UPDATE users SET age = age + 1, bio = UPPER(bio) WHERE is_active AND role = 'reader'", SEE_USERS,
		UPDATE(users, SET(age, ADD(users.age, 1)), SET(bio, UPPER(users.bio))), WHERE(users.is_active, EQ(users.role, ROLE_READER)));
	WRITE(NONE, "UPDATE stock SET amount = CASE WHEN amount > 9 THEN amount - 1 ELSE 0 END, note = NULL", SEE_STOCK,
		UPDATE(stock, SET(amount, CASE(CASE_WHEN(GT(stock.amount, 9), SUB(stock.amount, 1)), ELSE(0))), SET(note, NULL)), ALL_ROWS);
	/* From a derived table. */
	WRITE(NONE, "UPDATE summaries SET number = (SELECT COUNT(*) FROM posts WHERE posts.author_id = summaries.author_id), "
		"words = (SELECT SUM(words) FROM posts WHERE posts.author_id = summaries.author_id), best = 'fresh'", SEE_SUMMARIES,
		UPDATE(summaries, SET(number, sums.number), SET(words, sums.words), SET(best, "fresh")),
		FROM(QUERY(sums, SELECT_ROW(Sum), FROM(posts), GROUP_BY(posts.author_id))), WHERE(EQ(summaries.author_id, sums.author_id)));
	WRITE(NONE, "UPDATE posts SET title = title || ' by ' || (SELECT username FROM users WHERE id = author_id) WHERE author_id IN "
		"(SELECT id FROM users WHERE boss_id = (SELECT id FROM users WHERE username = 'bob'))", SEE_POSTS,
		UPDATE(posts, SET(title, CONCAT(posts.title, " by ", users.username))), FROM(users), JOIN(boss, ALONG(users.boss_id, boss)),
		WHERE(ALONG(posts.author_id), EQ(boss.username, "bob")));
	WRITE(MARIADB, "WITH s AS (SELECT author_id, COUNT(*) AS n FROM posts GROUP BY author_id) UPDATE users SET age = (SELECT n FROM s WHERE author_id = id) "
		"WHERE id IN (SELECT author_id FROM s WHERE n > 2)", SEE_USERS,
		WITH(sums, SELECT_ROW(Sum), FROM(posts), GROUP_BY(posts.author_id)),
		UPDATE(users, SET(age, CAST(sums.number, INTEGER))), FROM(sums), WHERE(EQ(users.id, sums.author_id), GT(sums.number, 2)));
	RETURNED(StockLine, MARIADB, "UPDATE stock SET amount = amount * 2 WHERE sku IN ('ink') RETURNING sku, amount, note", SEE_STOCK,
		UPDATE(stock, SET(amount, MUL(stock.amount, 2))), WHERE(EQ(stock.sku, "ink")), RETURNING_ROW(StockLine));
}

void cookbook_deletes(void **state)
{
	(void)state;
	WRITE(NONE, "DELETE FROM posts WHERE author_id IN (SELECT id FROM users WHERE NOT is_active)", SEE_POSTS,
		DELETE_FROM(posts), USING(users), WHERE(ALONG(posts.author_id), NOT(users.is_active)));
	WRITE(NONE, "DELETE FROM posts WHERE words < (SELECT AVG(words) FROM posts)", SEE_POSTS,
		DELETE_FROM(posts), WHERE(LT(CAST(posts.words, DOUBLE), SUBQUERY(SELECT(AVG(earlier.words)), FROM(earlier)))));
	WRITE(NONE, "DELETE FROM posts WHERE author_id IN (SELECT author_id FROM (SELECT author_id, COUNT(*) AS n FROM posts GROUP BY author_id) WHERE n > 2) AND section = 'news'",
		SEE_POSTS, DELETE_FROM(posts), USING(QUERY(sums, SELECT(earlier.author_id, COUNT_ROWS(), SUM(earlier.words)), FROM(earlier), GROUP_BY(earlier.author_id))),
		WHERE(EQ(sums.author_id, posts.author_id), GT(sums.number, 2), EQ(posts.section, "news")));
	RETURNED(StockLine, NONE, "DELETE FROM stock WHERE note IS NOT NULL AND amount < 9 RETURNING sku, amount, note", SEE_STOCK,
		DELETE_FROM(stock), WHERE(IS_NOT_NULL(stock.note), LT(stock.amount, 9)), RETURNING_ROW(StockLine));
	WRITE(NONE, "DELETE FROM summaries", SEE_SUMMARIES, DELETE_FROM(summaries), ALL_ROWS);
}
