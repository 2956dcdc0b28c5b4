/* query_macros_test.c: what the compiler accepts, the checker accepts: statements written with the macros.
 *
 * It knows nothing of what the compiler rejects; tests/reject does.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cquel/words.h>

#define Mood_VALUES(VALUE) VALUE(MOOD_GLAD, "glad") VALUE(MOOD_SAD, "sad")
CQ_ENUM(Mood)

#define users_COLUMNS(COLUMN)                                          \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                    \
	COLUMN(username, VARCHAR(50), UNIQUE)                              \
	COLUMN(bio, NULLABLE(TEXT))                                        \
	COLUMN(age, INTEGER, DEFAULT(3))                                   \
	COLUMN(boss_id, NULLABLE(BIGINT), REFERENCES(users, id))           \
	COLUMN(is_active, BOOLEAN, DEFAULT(true))                          \
	COLUMN(salary, NULLABLE(DECIMAL(10, 2)))                           \
	COLUMN(rating, DOUBLE, DEFAULT(1))                                 \
	COLUMN(mood, ENUM(Mood), DEFAULT(MOOD_GLAD))                       \
	COLUMN(settings, NULLABLE(JSON))                                   \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)
CQ_MODEL(User, users)
CQ_ALIAS(users, boss)

#define posts_COLUMNS(COLUMN)                                          \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                    \
	COLUMN(author_id, BIGINT, REFERENCES(users, id))                   \
	COLUMN(title, VARCHAR(200))                                        \
	COLUMN(views, SMALLINT, DEFAULT(0))
CQ_MODEL(Post, posts)

#define TopAuthor_FIELDS(FIELD)                                        \
	FIELD(username, TEXT, users.username)                              \
	FIELD(post_count, BIGINT, COUNT(posts.id))
CQ_ROW(TopAuthor)

#define Title_FIELDS(FIELD)                                            \
	FIELD(user, OBJECT(User), ALL(users))                              \
	FIELD(title, NULLABLE(TEXT), posts.title)                          \
	FIELD(views, SMALLINT, COALESCE(posts.views, 0))                   \
	FIELD(mood, ENUM(Mood), users.mood)
CQ_ROW(Title)

static void expect_accepted(cq_statement statement, const char *text)
{
	const char *rule;
	char message[400];
	if (cq_statement_check(&statement, &rule, message, sizeof message) != CQ_OK)
		fail_msg("%s breaks %s: %s", text, rule, message);
	cq_statement_release(&statement);
}

#define ACCEPTED(...) expect_accepted(STATEMENT(SQL(__VA_ARGS__)), #__VA_ARGS__)

/* Kept from the optimiser, as a program's own would be. */
static volatile bool yes = true, no;
static const char *volatile name = "ann";
static volatile int64_t large = 7;

static void conditions_and_values(void **state)
{
	(void)state;
	const int64_t ids[] = { 1, 2 };
	const enum Mood glad = MOOD_GLAD;
	const cq_opt_int64 optional = { .present = false };
	const cq_decimal price = { 250, 2 };
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(users.is_active, EQ(users.id, large), NE(users.username, name)));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(EQ(users.is_active, true), GT(users.rating, 3), LT(users.salary, 10)));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(EQ(users.mood, glad), EQ(users.salary, price), GE(users.rating, 2.5)));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(IN(users.id, 1, large), NOT_IN(users.mood, MOOD_SAD), IN_ARRAY(users.id, ids, 2)));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(BETWEEN(users.age, 1, large), LIKE(users.bio, "a%"), STARTS_WITH(users.bio, name)));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(NOT(OR(IS_NULL(users.bio), AND(users.is_active, IS_NOT_NULL(users.boss_id))))));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(EQ(users.settings, "{}"), EQ(users.created_at, cq_now())));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(WHEN(no, EQ(users.id, 1)), WHEN(yes, EQ(users.id, 2))));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(ANY_OF(i, 2, EQ(users.id, ids[i])), ALL_OF(i, 0, EQ(users.id, ids[i]))));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(yes ? EQ(users.id, 1) : GT(users.id, large)));
	const cq_condition kept[] = { CONDITION(EQ(users.id, 1)), CONDITION(users.is_active) };
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(kept[0], ANY_OF_VALUES(2, kept)));
	ACCEPTED(UPDATE(users, SET(boss_id, optional), SET(bio, NULL), SET(username, name)), WHERE(EQ(users.id, 1)));
}

static void expressions(void **state)
{
	(void)state;
	ACCEPTED(SELECT(ADD(users.age, 1), MUL(users.salary, 2), DIV(users.rating, users.age), NEG(users.age), MOD(users.id, 10)), FROM(users));
	ACCEPTED(SELECT(CONCAT(users.username, ": ", users.bio), LOWER(users.bio), LENGTH(users.username)), FROM(users));
	ACCEPTED(SELECT(COALESCE(users.bio, "none"), COALESCE(users.salary, 0), VALUE(3), VALUE("x")), FROM(users));
	ACCEPTED(SELECT(COUNT_ROWS(), COUNT(users.bio), COUNT_DISTINCT(users.age), SUM(users.age), AVG(users.salary), MIN(users.bio)), FROM(users));
	ACCEPTED(SELECT(COALESCE(SUM(users.age), 0), MAX(users.created_at)), FROM(users));
	ACCEPTED(SELECT(RAW(TEXT, "upper(?)", users.bio), RAW(BIGINT, "1")), FROM(users));
	ACCEPTED(SELECT(EITHER(yes, users.username, users.bio)), FROM(users));
}

static void statements(void **state)
{
	(void)state;
	ACCEPTED(SELECT_ROW(TopAuthor), FROM(users), LEFT_JOIN(posts, EQ(posts.author_id, users.id), WHEN(no, GT(posts.views, 3))),
		WHERE(users.is_active), GROUP_BY(users.id, users.username), HAVING(GE(COUNT(posts.id), 2)),
		ORDER_BY(yes ? DESC(users.created_at) : ASC(users.username)), LIMIT(20), OFFSET(large));
	ACCEPTED(SELECT_ROW(Title), FROM(users), LEFT_JOIN(posts, EQ(posts.author_id, users.id)));
	ACCEPTED(SELECT(ALL(users), COUNT(posts.id)), FROM(users), JOIN(posts, EQ(posts.author_id, users.id)), GROUP_BY(users.id));
	ACCEPTED(SELECT_ALL(users), DISTINCT, FROM(users), JOIN(boss, EQ(boss.id, users.boss_id)), ORDER_BY(boss.username, DESC(users.id)));
	ACCEPTED(SELECT(AS(users.age, years), COUNT_ROWS()), FROM(users), GROUP_BY(LABEL(years)), ORDER_BY(DESC(LABEL(years))));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id)))));
	ACCEPTED(SELECT(users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts)))));
	ACCEPTED(SELECT(VALUE(1)));
}

static void writes(void **state)
{
	(void)state;
	User people[] = { CQ_NEW(User, .username = "ann"), CQ_NEW(User, .username = "bob") };
	ACCEPTED(INSERT_INTO(users, SET(username, name), SET(bio, NULL_TEXT), SET(mood, MOOD_SAD), WHEN(no, SET(age, 3))), RETURNING(users.id));
	ACCEPTED(INSERT_INTO(users, VALUES(people, 2)), RETURNING_ALL(users));
	ACCEPTED(INSERT_INTO(posts, SET(author_id, large), SET(title, "t")), RETURNING(posts.id, posts.title));
	ACCEPTED(UPDATE(users, SET(age, ADD(users.age, 1)), SET(is_active, GT(users.age, 3)), SET(salary, 3)), WHERE(EQ(users.id, 1)));
	ACCEPTED(UPDATE(users, SET(username, COALESCE(users.bio, "none"))), ALL_ROWS);
	ACCEPTED(DELETE_FROM(posts), WHERE(IN(posts.author_id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(NOT(users.is_active))))));
	ACCEPTED(DELETE_FROM(posts), ALL_ROWS);
	expect_accepted(STATEMENT(RAW_SQL("select :a, ':b', :c::text", BIND(a, 1), BIND(c, name))), "RAW_SQL");
}

/* What the compiler lets pass, because a type was lost or more than it sees is needed. */
static void the_checker_sees_more(void **state)
{
	(void)state;
	const char *rule;
	char message[400];
	const cq_condition elsewhere = CONDITION(EQ(posts.id, 1));
	cq_statement statement = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(elsewhere)));
	assert_int_equal(cq_statement_check(&statement, &rule, message, sizeof message), CQ_RULE);
	assert_string_equal(rule, "table-not-in-from");
	assert_string_equal(message, "WHERE: posts.id: " CQ_SAY_TABLE_NOT_IN_FROM);

	statement = STATEMENT(SQL(SELECT(users.username), FROM(users), GROUP_BY(users.username), ORDER_BY(users.age)));
	assert_int_equal(cq_statement_check(&statement, &rule, message, sizeof message), CQ_RULE);
	assert_string_equal(rule, "not-grouped");

	const char *const nothing = NULL;
	statement = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(EQ(users.bio, nothing))));
	assert_int_equal(cq_statement_check(&statement, &rule, message, sizeof message), CQ_RULE);
	assert_string_equal(rule, "null-compared");

	statement = STATEMENT(SQL(DELETE_FROM(users), WHERE(WHEN(no, EQ(users.id, 1)))));
	assert_int_equal(cq_statement_check(&statement, &rule, message, sizeof message), CQ_NO_CONDITION);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(conditions_and_values),
		cmocka_unit_test(expressions),
		cmocka_unit_test(statements),
		cmocka_unit_test(writes),
		cmocka_unit_test(the_checker_sees_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
