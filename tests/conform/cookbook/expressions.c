/* cookbook/expressions.c: recipes of conditions, texts, numbers, choices and casts.
 *
 * It knows nothing of how they are compared. cookbook_test.c runs them.
 */
#include "cookbook.h"

#define BY_ID " ORDER BY users.id"
#define NAMES "SELECT id, username FROM users WHERE "

void cookbook_comparisons(void **state)
{
	(void)state;
	const int64_t ids[] = {2, 4, 6, 99};
	const char *const names[] = {"ann", "eve"};
	const char *const no_bio = NULL;
	const cq_opt_int32 no_age = {0};
	READ(Name, NONE, NAMES "age >= 20 AND age < 60 AND id <> 2" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(GE(users.age, 20), LT(users.age, 60), NE(users.id, 2)), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "age BETWEEN 19 AND 33 AND balance <= 10 OR age > 60" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(OR(AND(BETWEEN(users.age, 19, 33), LE(users.balance, 10)), GT(users.age, 60))), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "role IN ('owner', 'editor') AND id NOT IN (3, 17)" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(IN(users.role, ROLE_OWNER, ROLE_EDITOR), NOT_IN(users.id, 3, 17)), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "id IN (2, 4, 6, 99) AND id NOT IN (4)" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(IN_ARRAY(users.id, ids, 4), NOT_IN_ARRAY(users.id, &ids[1], 1)), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "username IN ('ann', 'eve')" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(IN_ARRAY(users.username, names, 2)), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "bio IS NULL AND age IS NOT NULL" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(IS_NULL(users.bio), IS_NOT_NULL(users.age)), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "bio IS NOT 'reads' AND bio IS NOT NULL AND age IS NOT NULL" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(IS_DISTINCT(users.bio, "reads"), IS_DISTINCT(users.bio, no_bio), IS_DISTINCT(users.age, no_age)),
		ORDER_BY(users.id));
	READ(Name, NONE, NAMES "bio IS NULL OR age IS NULL" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(OR(IS_NOT_DISTINCT(users.bio, NULL), IS_NOT_DISTINCT(users.age, no_age))), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "is_active AND NOT (age = 28)" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(users.is_active, NOT(EQ(users.age, 28))), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "is_active = FALSE" BY_ID, SELECT_ROW(Name), FROM(users), WHERE(EQ(users.is_active, false)), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "(age, balance) = (28, 10.00) OR (age, id) > (41, 0)" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(OR(EQ(ROW(users.age, users.balance), ROW(28, cq_decimal_constant("10.00"))),
			GT(ROW(users.age, users.id), ROW(41, 0)))), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "(id, username) IN (VALUES (1, 'ann'), (2, 'ann'), (5, 'eve'))" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(IN(ROW(users.id, users.username), ROW(1, "ann"), ROW(2, "ann"), ROW(5, "eve"))), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "(id, 'news') IN (SELECT author_id, section FROM posts)" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(IN(ROW(users.id, "news"), SUBQUERY_ROWS(SELECT(posts.author_id, posts.section), FROM(posts)))),
		ORDER_BY(users.id));
	READ(Name, NONE, NAMES "id NOT IN (SELECT author_id FROM posts WHERE section = 'arts') AND EXISTS (SELECT 1 FROM posts WHERE author_id = users.id)" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(NOT_IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts), WHERE(EQ(posts.section, "arts")))),
			EXISTS(SELECT(posts.id), FROM(posts), WHERE(ALONG(posts.author_id)))), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "balance = (SELECT MAX(balance) FROM users AS u)" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(EQ(users.balance, SUBQUERY(SELECT(MAX(boss.balance)), FROM(boss)))), ORDER_BY(users.id));
}

#define Text_FIELDS(FIELD)                                                        \
	FIELD(name,     TEXT, UPPER(users.username))                                  \
	FIELD(lowered,  TEXT, LOWER(users.username))                                  \
	FIELD(both,     NULLABLE(TEXT), CONCAT(users.username, ": ", users.bio))      \
	FIELD(length,   NULLABLE(INTEGER), LENGTH(users.bio))                         \
	FIELD(bio,      TEXT, COALESCE(users.bio, "-"))                               \
	FIELD(trimmed,  TEXT, TRIM(CONCAT("  ", users.username, " ")))                \
	FIELD(tail,     TEXT, SUBSTR(users.username, 2))                              \
	FIELD(middle,   TEXT, SUBSTR(users.username, 2, 1))                           \
	FIELD(replaced, NULLABLE(TEXT), REPLACE(users.bio, "a", "(a)"))               \
	FIELD(place,    NULLABLE(INTEGER), POSITION("a", users.bio))                  \
	FIELD(nothing,  NULLABLE(TEXT), NULLIF(users.bio, ""))
CQ_ROW(Text)

void cookbook_texts(void **state)
{
	(void)state;
	READ(Text, NONE,
		"SELECT UPPER(username), LOWER(username), username || ': ' || bio, LENGTH(bio), COALESCE(bio, '-'), TRIM('  ' || username || ' '), "
		"SUBSTR(username, 2), SUBSTR(username, 2, 1), REPLACE(bio, 'a', '(a)'), INSTR(bio, 'a'), NULLIF(bio, '') FROM users" BY_ID,
		SELECT_ROW(Text), FROM(users), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "username LIKE '_a%' ESCAPE '!'" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(LIKE(users.username, "_a%")), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "LOWER(username) LIKE 'ha%'" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(ILIKE(users.username, "hA%")), ORDER_BY(users.id));
	READ(Name, NONE, NAMES "username LIKE 'H%' OR bio LIKE '%lot' OR bio LIKE '%100!%!_%' ESCAPE '!'" BY_ID,
		SELECT_ROW(Name), FROM(users), WHERE(OR(STARTS_WITH(users.username, "H"), ENDS_WITH(users.bio, "lot"), CONTAINS(users.bio, "100%_"))),
		ORDER_BY(users.id));
	READ(Count, NONE, "SELECT UPPER(SUBSTR(username, 1, 1)) AS initial, COUNT(*) FROM users GROUP BY 1 ORDER BY 1",
		SELECT(AS(UPPER(SUBSTR(users.username, 1, 1)), initial), COUNT_ROWS()), FROM(users), GROUP_BY(LABEL(initial)), ORDER_BY(LABEL(initial)));
}

#define Number_FIELDS(FIELD)                                                      \
	FIELD(id,       BIGINT, posts.id)                                             \
	FIELD(added,    INTEGER, ADD(posts.words, 1))                                 \
	FIELD(taken,    BIGINT, SUB(posts.words, posts.id))                           \
	FIELD(times,    NULLABLE(DOUBLE), MUL(posts.score, posts.words))              \
	FIELD(part,     INTEGER, DIV(posts.words, 7))                                 \
	FIELD(rest,     INTEGER, MOD(posts.words, 7))                                 \
	FIELD(minus,    NULLABLE(DOUBLE), NEG(posts.score))                           \
	FIELD(size,     INTEGER, ABS(SUB(posts.words, 300)))                          \
	FIELD(rounded,  NULLABLE(DOUBLE), ROUND(posts.score))                         \
	FIELD(digits,   NULLABLE(DOUBLE), ROUND(posts.score, 1))                      \
	FIELD(below,    NULLABLE(DOUBLE), FLOOR(posts.score))                         \
	FIELD(above,    NULLABLE(DOUBLE), CEIL(posts.score))                          \
	FIELD(squared,  NULLABLE(DOUBLE), POWER(posts.score, 2))                      \
	FIELD(known,    DOUBLE, COALESCE(posts.score, 0.0))
CQ_ROW(Number)

#define Money_FIELDS(FIELD)                                                       \
	FIELD(name,     TEXT, users.username)                                         \
	FIELD(more,     DECIMAL(18, 4), MUL(users.balance, cq_decimal_constant("1.05"))) \
	FIELD(rounded,  DECIMAL(10, 1), ROUND(users.balance, 1))                      \
	FIELD(below,    DECIMAL(10, 0), FLOOR(users.balance))                         \
	FIELD(size,     DECIMAL(10, 2), ABS(users.balance))                           \
	FIELD(less,     DECIMAL(12, 2), SUB(users.balance, 10))                       \
	FIELD(half,     NULLABLE(DOUBLE), DIV(CAST(users.balance, DOUBLE), 2))
CQ_ROW(Money)

void cookbook_numbers(void **state)
{
	(void)state;
	READ(Number, NONE,
		"SELECT id, words + 1, words - id, score * words, words / 7, words % 7, -score, ABS(words - 300), ROUND(score), ROUND(score, 1), "
		"FLOOR(score), CEIL(score), POWER(score, 2), COALESCE(score, 0.0) FROM posts ORDER BY id",
		SELECT_ROW(Number), FROM(posts), ORDER_BY(posts.id));
	READ(Money, NONE,
		"SELECT username, balance * 1.05, ROUND(balance, 1), FLOOR(balance), ABS(balance), balance - 10, balance / 2.0 FROM users" BY_ID,
		SELECT_ROW(Money), FROM(users), ORDER_BY(users.id));
	SCALAR(int64_t, NONE, "SELECT COUNT(bio) FROM users", SELECT(COUNT(users.bio)), FROM(users));
	SCALAR(int64_t, NONE, "SELECT COUNT(DISTINCT age) FROM users", SELECT(COUNT_DISTINCT(users.age)), FROM(users));
	SCALAR(cq_opt_int64, NONE, "SELECT SUM(age) FROM users", SELECT(SUM(users.age)), FROM(users));
	SCALAR(cq_opt_decimal, NONE, "SELECT SUM(balance) FROM users WHERE id < 0", SELECT(SUM(users.balance)), FROM(users), WHERE(LT(users.id, 0)));
	SCALAR(cq_opt_double, NONE, "SELECT AVG(age) FROM users", SELECT(AVG(users.age)), FROM(users));
	SCALAR(cq_opt_date, NONE, "SELECT MIN(posted) FROM posts", SELECT(MIN(posts.posted)), FROM(posts));
	SCALAR(cq_opt_int32, NONE, "SELECT MAX(words) FROM posts", SELECT(MAX(posts.words)), FROM(posts));
}

#define Choice_FIELDS(FIELD)                                                                                                \
	FIELD(name,  TEXT, users.username)                                                                                      \
	FIELD(kind,  TEXT, CASE(CASE_WHEN(LT(users.age, 20), "young"), CASE_WHEN(IS_NULL(users.age), "unknown"), ELSE("grown"))) \
	FIELD(some,  NULLABLE(INTEGER), CASE(CASE_WHEN(users.is_active, users.age)))                                            \
	FIELD(rank,  INTEGER, CASE(CASE_WHEN(EQ(users.role, ROLE_OWNER), 0), CASE_WHEN(EQ(users.role, ROLE_EDITOR), 1), ELSE(2))) \
	FIELD(sign,  DECIMAL(10, 2), CASE(CASE_WHEN(LT(users.balance, 0), NEG(users.balance)), ELSE(users.balance)))
CQ_ROW(Choice)

void cookbook_choices(void **state)
{
	(void)state;
	READ(Choice, NONE,
		"SELECT username, CASE WHEN age < 20 THEN 'young' WHEN age IS NULL THEN 'unknown' ELSE 'grown' END, CASE WHEN is_active THEN age END, "
		"CASE role WHEN 'owner' THEN 0 WHEN 'editor' THEN 1 ELSE 2 END, ABS(balance) FROM users" BY_ID,
		SELECT_ROW(Choice), FROM(users), ORDER_BY(users.id));
	/* In an order of one's own, and as what is grouped by. */
	READ(Name, NONE, "SELECT id, username FROM users ORDER BY CASE role WHEN 'editor' THEN 0 WHEN 'owner' THEN 1 ELSE 2 END, username DESC",
		SELECT_ROW(Name), FROM(users), ORDER_BY(CASE(CASE_WHEN(EQ(users.role, ROLE_EDITOR), 0), CASE_WHEN(EQ(users.role, ROLE_OWNER), 1), ELSE(2)),
			DESC(users.username)));
	READ(Count, NONE, "SELECT CASE WHEN words < 200 THEN 'short' ELSE 'long' END AS size, COUNT(*) AS n FROM posts GROUP BY size HAVING COUNT(*) > 1 ORDER BY n, size",
		SELECT(AS(CASE(CASE_WHEN(LT(posts.words, 200), "short"), ELSE("long")), size), AS(COUNT_ROWS(), n)), FROM(posts),
		GROUP_BY(LABEL(size)), HAVING(GT(COUNT_ROWS(), 1)), ORDER_BY(LABEL(n), LABEL(size)));
	READ(Name, NONE, "SELECT id, username FROM users ORDER BY age NULLS LAST, id", SELECT_ROW(Name), FROM(users), ORDER_BY(NULLS_LAST(users.age), users.id));
	READ(Name, NONE, "SELECT id, username FROM users ORDER BY age DESC NULLS FIRST, id DESC LIMIT 5 OFFSET 1",
		SELECT_ROW(Name), FROM(users), ORDER_BY(NULLS_FIRST(DESC(users.age)), DESC(users.id)), LIMIT(5), OFFSET(1));
	READ(Name, NONE, "SELECT id, username FROM users ORDER BY is_active, username LIMIT -1 OFFSET 4",
		SELECT_ROW(Name), FROM(users), ORDER_BY(ASC(users.is_active), ASC(users.username)), OFFSET(4));
}

#define Cast_FIELDS(FIELD)                                                        \
	FIELD(id,      BIGINT, posts.id)                                              \
	FIELD(whole,   NULLABLE(INTEGER), CAST(posts.score, INTEGER))                 \
	FIELD(real,    DOUBLE, CAST(posts.words, DOUBLE))                             \
	FIELD(text,    TEXT, CAST(posts.words, TEXT))                                 \
	FIELD(moment,  TIMESTAMP, CAST(posts.posted, TIMESTAMP))                      \
	FIELD(exact,   NULLABLE(DECIMAL(10, 1)), CAST(posts.score, DECIMAL(10, 1)))   \
	FIELD(written, TEXT, CAST(posts.posted, TEXT))                                \
	FIELD(number,  BIGINT, CAST(SUBSTR("1234", 2), BIGINT))
CQ_ROW(Cast)

void cookbook_casts(void **state)
{
	(void)state;
	READ(Cast, NONE,
		"SELECT id, CAST(ROUND(score) AS INTEGER), CAST(words AS REAL), CAST(words AS TEXT), posted || ' 00:00:00.000000', ROUND(score, 1), posted, 234 "
		"FROM posts ORDER BY id",
		SELECT_ROW(Cast), FROM(posts), ORDER_BY(posts.id));
	READ(Count, NONE, "SELECT role, CAST(is_active AS INTEGER) FROM users" BY_ID,
		SELECT(CAST(users.role, TEXT), CAST(users.is_active, BIGINT)), FROM(users), ORDER_BY(users.id));
	SCALAR(cq_date, NONE, "SELECT '2024-02-29'", SELECT(CAST(users.created_at, DATE)), FROM(users), WHERE(EQ(users.id, 2)));
}
