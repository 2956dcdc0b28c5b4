/* cookbook/values.c: recipes of values that stand where no column says what they are: every database must know it all the same.
 *
 * It knows nothing of how they are compared. cookbook_test.c runs them.
 */
#include "cookbook.h"

#define Alone_FIELDS(FIELD) FIELD(text, TEXT)
CQ_ROW(Alone)

#define Two_FIELDS(FIELD) FIELD(text, NULLABLE(TEXT)) FIELD(number, NULLABLE(BIGINT))
CQ_ROW(Two)
CQ_DERIVED(Two, two)

#define Made_FIELDS(FIELD) FIELD(document, JSON)
CQ_ROW(Made)

void cookbook_values(void **state)
{
	(void)state;
	const char *const null_text = NULL;
	const cq_opt_int64 none = {0}, five = {true, 5};
	READ(Alone, NONE, "SELECT 'x'",
		SELECT(VALUE("x")));
	READ(Alone, NONE, "SELECT 'ab'",
		SELECT(CONCAT("a", "b")));
	READ(Alone, NONE, "SELECT 'AB'",
		SELECT(UPPER(VALUE("ab"))));
	READ(Two, NONE, "SELECT NULL, NULL UNION ALL SELECT 'x', 5 ORDER BY 2",
		SELECT(AS(NULL_TEXT, a), AS(NULL_OF(BIGINT), n)), UNION_ALL(SELECT(VALUE("x"), VALUE(5))), ORDER_BY(NULLS_FIRST(LABEL(n))));
	READ(Two, NONE, "SELECT NULL, NULL UNION ALL SELECT 'x', 5 ORDER BY 2",
		SELECT(two.text, two.number), FROM(VALUES_AS(two, ROW(null_text, none), ROW("x", five))), ORDER_BY(NULLS_FIRST(two.number)));
	READ(Two, NONE, "SELECT 'x', 12 ",
		SELECT(two.text, ADD(two.number, 7)), FROM(VALUES_AS(two, ROW(null_text, none), ROW("x", five))), WHERE(GT(two.number, 4)));
	SCALAR(int64_t, NONE, "SELECT 3",
		SELECT(ADD(VALUE(INT64_C(1)), INT64_C(2))));
	SCALAR(cq_date, NONE, "SELECT '2024-02-29'",
		SELECT(DATE_ADD(MONTH, day(2024, 1, 31), 1)));
	READ(Two, NONE, "SELECT NULL, 5",
		SELECT(NULLIF(VALUE("a"), "a"), COALESCE(NULL_OF(BIGINT), 5)));
	READ(Made, NONE, "SELECT json_object('a', NULL, 'b', 5, 'c', 'x')",
		SELECT(JSON_OBJECT("a", null_text, "b", 5, "c", "x")));
	READ(Name, NONE, "SELECT id, username FROM users WHERE username IN ('ann','bob') ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(EQ("ann", users.username), OR(EQ(VALUE(1), 1), LT(users.id, 0))), UNION(SELECT_ROW(Name), FROM(users), WHERE(EQ(users.username, "bob"))), ORDER_BY(LABEL(id)));
	READ(Name, NONE, "SELECT id, username FROM users ORDER BY id LIMIT 2",
		SELECT(users.id, CASE(CASE_WHEN(GT(users.id, 0), users.username), ELSE("-"))), FROM(users), ORDER_BY(CASE(CASE_WHEN(EQ(users.id, 0), "b"), ELSE("a")), users.id), LIMIT(2));
	READ(Count, NONE, "SELECT DISTINCT section || '!', 1 FROM posts ORDER BY 1",
		SELECT(AS(CONCAT(posts.section, "!"), s), VALUE(INT64_C(1))), DISTINCT, FROM(posts), ORDER_BY(LABEL(s)));
	SCALAR(cq_opt_double, NONE, "SELECT SUM(score * 2) FROM posts",
		SELECT(SUM(MUL(posts.score, 2))), FROM(posts));
	SCALAR(cq_opt_int64, NONE, "SELECT SUM(CASE WHEN words > 300 THEN 1 ELSE 0 END) FROM posts",
		SELECT(SUM(CASE(CASE_WHEN(GT(posts.words, 300), 1), ELSE(0)))), FROM(posts));
	SCALAR(cq_opt_int64, NONE, "SELECT SUM(5) FROM posts",
		SELECT(SUM(VALUE(5))), FROM(posts));
	SCALAR(cq_opt_int32, NONE, "SELECT MAX(words) FROM posts",
		SELECT(MAX(COALESCE(posts.words, 0))), FROM(posts));
	SCALAR(bool, NONE, "SELECT EXISTS (SELECT 1 FROM posts WHERE words > 5000)",
		SELECT(EXISTS(SELECT(posts.id), FROM(posts), WHERE(GT(posts.words, 5000)))));
	SCALAR(bool, NONE, "SELECT 1",
		SELECT(AND(EQ(VALUE(1), 1), users.is_active)), FROM(users), WHERE(EQ(users.id, 1)));
	READ(Count, NONE, "SELECT section, 3 FROM posts GROUP BY section HAVING AVG(score) > 2.9 ORDER BY 1",
		SELECT(posts.section, VALUE(INT64_C(3))), FROM(posts), GROUP_BY(posts.section), HAVING(GT(AVG(posts.score), 2.9)), ORDER_BY(posts.section));
	/* What is grouped by holds values: it is named, for a value that is written again is another one. */
	READ(Count, NONE, "SELECT section || '!', COUNT(*) FROM posts GROUP BY 1 ORDER BY 1",
		SELECT(AS(CONCAT(posts.section, "!"), name), COUNT_ROWS()), FROM(posts), GROUP_BY(LABEL(name)), ORDER_BY(LABEL(name)));
	READ(Made, NONE, "SELECT json_array(1, 'x', json('true'), 1.5, NULL)", SELECT(JSON_ARRAY(1, "x", (bool)true, 1.5, null_text)));
}
