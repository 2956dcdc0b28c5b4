/* query_checker_test.c: every rule that the checker can see: statements that break it, and the same made well.
 *
 * It knows nothing of the macros that enforce the same rules in the compiler.
 */
#include "query_language.h"

#include "base/alloc.h"
#include "query/checker.h"
#include "query/rules.h"

/* Rules that only the compiler, or an executor with what the caller gave, can see. */
static const char *const unseen[] = {
	"ternary-mismatch", "outside-sql", "raw-nul", "scalar-null", "object-type", "object-null-outer",
	"unknown-word-in-list", "c-condition",
};

#define GOOD "SELECT(users.id) FROM(users)"

/* CASE(rule, statement that breaks it, the same made well) */
#define CASES(CASE)                                                                                                       \
	CASE("not-a-condition", "SELECT(users.id) FROM(users) WHERE(AND(users.is_active, ASC(users.id)))",                    \
		"SELECT(users.id) FROM(users) WHERE(AND(users.is_active, EQ(users.id, int)))")                                    \
	CASE("not-a-condition", GOOD " WHERE(ALL(users))", GOOD " WHERE(EXISTS(SUBQUERY(SELECT_ALL(users))))")                \
	CASE("not-an-expression", GOOD " WHERE(AS('n', users.is_active))", GOOD " WHERE(users.is_active)")                    \
	CASE("not-an-expression", "SELECT(ADD(users.age, ASC(users.id))) FROM(users)", "SELECT(ADD(users.age, users.id)) FROM(users)") \
	CASE("not-an-expression", "SELECT(COUNT(ALL(users))) FROM(users)", "SELECT(COUNT(users.id)) FROM(users)")             \
	CASE("not-an-expression", "SELECT(users.id) FROM(users) WHERE(EQ(users.id, AS('n', users.id)))",                      \
		"SELECT(AS('n', users.id)) FROM(users) WHERE(EQ(users.id, users.id))")                                            \
	CASE("not-an-expression", "SELECT(ADD(users.age, bigint[])) FROM(users)", "SELECT(ADD(users.age, bigint)) FROM(users)") \
	CASE("not-an-expression", "SELECT(users.id, WHERE(users.is_active)) FROM(users)",                                     \
		"SELECT(users.id) FROM(users) WHERE(users.is_active)")                                                            \
	CASE("not-a-value", "RAW_SQL('select :id', BIND('id', ADD(int, int)))", "RAW_SQL('select :id', BIND('id', int))")     \
	CASE("not-a-condition", GOOD " WHERE(users.age)", GOOD " WHERE(users.is_active)")                                     \
	CASE("not-a-condition", GOOD " WHERE(AND(users.is_active, users.username))", GOOD " WHERE(AND(users.is_active, int))") \
	CASE("not-a-condition", GOOD " WHERE(NULL)", GOOD " WHERE(IS_NULL(users.bio))")                                       \
	CASE("not-a-condition", GOOD " JOIN(posts, posts.id)", GOOD " JOIN(posts, EQ(posts.author_id, users.id))")            \
	CASE("not-a-condition", GOOD " GROUP_BY(users.id) HAVING(COUNT(users.id))",                                           \
		GOOD " GROUP_BY(users.id) HAVING(GT(COUNT(users.id), int))")                                                      \
	CASE("not-a-condition", GOOD " WHERE(NOT(users.bio))", GOOD " WHERE(NOT(users.is_active))")                           \
	CASE("not-a-condition", "UPDATE(users, SET(users.age, int)) WHERE(users.age)",                                        \
		"UPDATE(users, SET(users.age, int)) WHERE(GT(users.age, int))")                                                   \
	CASE("type-mismatch", GOOD " WHERE(EQ(users.age, text))", GOOD " WHERE(EQ(users.age, bigint))")                       \
	CASE("type-mismatch", GOOD " WHERE(EQ(users.is_active, bigint))", GOOD " WHERE(EQ(users.is_active, int))")            \
	CASE("type-mismatch", GOOD " WHERE(EQ(users.salary, double))", GOOD " WHERE(EQ(users.salary, decimal))")              \
	CASE("type-mismatch", GOOD " WHERE(BETWEEN(users.age, int, text))", GOOD " WHERE(BETWEEN(users.age, int, bigint))")   \
	CASE("type-mismatch", GOOD " WHERE(IN(users.age, int, text))", GOOD " WHERE(IN(users.age, int, bigint))")             \
	CASE("type-mismatch", GOOD " WHERE(IN_ARRAY(users.age, text[]))", GOOD " WHERE(IN_ARRAY(users.age, bigint[]))")       \
	CASE("type-mismatch", GOOD " WHERE(NOT_IN_QUERY(users.username, SUBQUERY(SELECT(posts.id) FROM(posts))))",            \
		GOOD " WHERE(NOT_IN_QUERY(users.username, SUBQUERY(SELECT(posts.title) FROM(posts))))")                           \
	CASE("type-mismatch", "SELECT(COALESCE(users.bio, int)) FROM(users)", "SELECT(COALESCE(users.bio, text)) FROM(users)") \
	CASE("type-mismatch", GOOD " WHERE(EQ(users.created_at, text))", GOOD " WHERE(EQ(users.created_at, timestamp))")      \
	CASE("null-compared", GOOD " WHERE(EQ(users.bio, NULL))", GOOD " WHERE(IS_NULL(users.bio))")                          \
	CASE("null-compared", GOOD " WHERE(IN(users.bio, text, NULL_TEXT))", GOOD " WHERE(IN(users.bio, text, text))")        \
	CASE("null-compared", GOOD " WHERE(EQ(users.bio, text!))", GOOD " WHERE(EQ(users.bio, text?))")                       \
	CASE("like-not-text", GOOD " WHERE(LIKE(users.age, text))", GOOD " WHERE(LIKE(users.username, text))")                \
	CASE("like-not-text", GOOD " WHERE(LIKE(users.bio, NULL))", GOOD " WHERE(LIKE(users.bio, users.username))")           \
	CASE("null-compared", GOOD " WHERE(LIKE(users.bio, NULL_TEXT))", GOOD " WHERE(LIKE(users.bio, text?))")               \
	CASE("type-mismatch", GOOD " WHERE(IN_ARRAY(users.mood, bigint[]))", GOOD " WHERE(IN_ARRAY(users.mood, integer[]))")  \
	CASE("like-not-text", GOOD " WHERE(STARTS_WITH(users.username, int))", GOOD " WHERE(STARTS_WITH(users.username, text))") \
	CASE("not-numeric", "SELECT(SUM(users.username)) FROM(users)", "SELECT(SUM(users.age)) FROM(users)")                  \
	CASE("not-numeric", "SELECT(AVG(users.is_active)) FROM(users)", "SELECT(AVG(users.salary)) FROM(users)")              \
	CASE("not-numeric", "SELECT(ADD(users.age, text)) FROM(users)", "SELECT(ADD(users.age, double)) FROM(users)")         \
	CASE("not-numeric", "SELECT(ADD(users.age, NULL)) FROM(users)", "SELECT(ADD(users.age, NULL_INTEGER)) FROM(users)")   \
	CASE("not-numeric", "SELECT(NEG(users.bio)) FROM(users)", "SELECT(NEG(users.rating)) FROM(users)")                    \
	CASE("not-text", "SELECT(LOWER(users.age)) FROM(users)", "SELECT(LOWER(users.bio)) FROM(users)")                      \
	CASE("not-text", "SELECT(CONCAT(users.bio, int)) FROM(users)", "SELECT(CONCAT(users.bio, text)) FROM(users)")         \
	CASE("not-text", "SELECT(LENGTH(users.age)) FROM(users)", "SELECT(LENGTH(users.photo)) FROM(users)")                  \
	CASE("min-max-type", "SELECT(MAX(users.is_active)) FROM(users)", "SELECT(MAX(users.created_at)) FROM(users)")         \
	CASE("min-max-type", "SELECT(MIN(users.mood)) FROM(users)", "SELECT(MIN(users.salary)) FROM(users)")                  \
	CASE("min-max-type", "SELECT(MIN(users.settings)) FROM(users)", "SELECT(MIN(users.username)) FROM(users)")            \
	CASE("value-range", GOOD " WHERE(EQ(users.id, huge))", GOOD " WHERE(EQ(users.id, bigint))")                           \
	CASE("raw-parameters", "SELECT(RAW(TEXT 'substr(?, ?)', users.bio)) FROM(users)",                                     \
		"SELECT(RAW(TEXT 'substr(?, ?)', users.bio, int)) FROM(users)")                                                   \
	CASE("raw-parameters", "RAW_SQL('select :a, :b', BIND('a', int))", "RAW_SQL('select :a, :b', BIND('a', int), BIND('b', int))") \
	CASE("raw-parameters", "RAW_SQL('select a[1], :n')", "RAW_SQL('select a[:n], ARRAY[:m]', BIND('m', int))")             \
	CASE("raw-parameters", "RAW_SQL('select 1', BIND('a', int))", "RAW_SQL('select :a', BIND('a', int))")                 \
	CASE("raw-parameters", "RAW_SQL('select :a', BIND('a', int), BIND('a', int))", "RAW_SQL('select :a, :a', BIND('a', int))") \
	CASE("subquery-columns", GOOD " WHERE(IN_QUERY(users.id, SUBQUERY(SELECT(posts.id, posts.title) FROM(posts))))",      \
		GOOD " WHERE(IN_QUERY(users.id, SUBQUERY(SELECT(posts.id) FROM(posts))))")                                        \
	CASE("subquery-columns", GOOD " WHERE(IN_QUERY(users.id, SUBQUERY(SELECT_ALL(posts) FROM(posts))))",                  \
		GOOD " WHERE(EXISTS(SUBQUERY(SELECT_ALL(posts) FROM(posts))))")                                                   \
	CASE("subquery-columns", GOOD " WHERE(EQ(users.id, SUBQUERY(SELECT(posts.id, posts.id) FROM(posts))))",               \
		GOOD " WHERE(EQ(users.id, SUBQUERY(SELECT(MAX(posts.id)) FROM(posts))))")                                         \
	CASE("table-not-in-from", "SELECT(posts.title) FROM(users)", "SELECT(posts.title) FROM(posts)")                       \
	CASE("table-not-in-from", GOOD " WHERE(EQ(posts.id, int))", GOOD " JOIN(posts, int) WHERE(EQ(posts.id, int))")        \
	CASE("table-not-in-from", GOOD " WHERE(EQ(boss.id, int))", "SELECT(boss.id) FROM(boss) WHERE(EQ(boss.id, int))")      \
	CASE("table-not-in-from", "SELECT(users.id)", "SELECT(int)")                                                          \
	CASE("table-not-in-from", GOOD " ORDER_BY(posts.id)", GOOD " ORDER_BY(users.age)")                                    \
	CASE("table-not-in-from", GOOD " GROUP_BY(users.id, posts.id)", GOOD " GROUP_BY(users.id)")                           \
	CASE("table-not-in-from", "SELECT_ALL(posts) FROM(users)", "SELECT_ALL(users) FROM(users)")                           \
	CASE("table-not-in-from", "UPDATE(users, SET(users.age, posts.views)) ALL_ROWS", "UPDATE(users, SET(users.age, ADD(users.age, int))) ALL_ROWS") \
	CASE("table-not-in-from", "INSERT_INTO(users, SET(users.username, users.bio))", "INSERT_INTO(users, SET(users.username, text))") \
	CASE("table-not-in-from", "DELETE_FROM(users) WHERE(EQ(posts.id, int))", "DELETE_FROM(users) WHERE(EQ(users.id, int))") \
	CASE("table-not-in-from", "SELECT(users.id) FROM(users) JOIN(boss, EQ(boss.id, posts.author_id)) JOIN(posts, EQ(posts.author_id, users.id))", \
		"SELECT(users.id) FROM(users) JOIN(posts, EQ(posts.author_id, users.id)) JOIN(boss, EQ(boss.id, posts.author_id))") \
	CASE("table-not-in-from", GOOD " WHERE(EXISTS(SUBQUERY(SELECT(posts.id) FROM(posts) WHERE(EQ(tags.post_id, posts.id)))))", \
		GOOD " WHERE(EXISTS(SUBQUERY(SELECT(posts.id) FROM(posts) WHERE(EQ(posts.author_id, users.id)))))")               \
	CASE("table-not-in-from", GOOD " WHERE(EXISTS(SUBQUERY(SELECT(posts.id) FROM(posts)))) ORDER_BY(posts.id)", GOOD " ORDER_BY(users.id)") \
	CASE("table-not-in-from", GOOD " WHERE(OR(~, EQ(posts.id, int)))", GOOD " WHERE(OR(~, EQ(users.id, int)))")           \
	CASE("table-twice", GOOD " JOIN(users, EQ(users.id, users.boss_id))", GOOD " JOIN(boss, EQ(boss.id, users.boss_id))") \
	CASE("table-twice", GOOD " JOIN(users_elsewhere, EQ(users.id, users.boss_id))",                                       \
		GOOD " WHERE(EQ(users_elsewhere.id, int))")                                                                       \
	CASE("join-without-on", GOOD " JOIN(posts)", GOOD " JOIN(posts, EQ(posts.author_id, users.id))")                      \
	CASE("join-without-on", GOOD " LEFT_JOIN(posts, ~)", GOOD " LEFT_JOIN(posts, EQ(posts.author_id, users.id), ~)")      \
	CASE("alias-target", "DELETE_FROM(boss) ALL_ROWS", "DELETE_FROM(users) ALL_ROWS")                                     \
	CASE("alias-target", "UPDATE(boss, SET(boss.age, int)) ALL_ROWS", "UPDATE(users, SET(users.age, int)) ALL_ROWS")      \
	CASE("alias-target", "INSERT_INTO(boss, SET(boss.username, text))", "INSERT_INTO(users, SET(users.username, text))")  \
	CASE("label-unknown", GOOD " ORDER_BY(LABEL('total'))", "SELECT(AS('total', users.age)) FROM(users) ORDER_BY(LABEL('total'))") \
	CASE("label-unknown", GOOD " WHERE(EQ(LABEL('total'), int))",                                                         \
		"SELECT(AS('total', users.age), COUNT(users.id)) FROM(users) GROUP_BY(LABEL('total'))")                           \
	CASE("label-unknown", "SELECT_ROW(Name, users.username) FROM(users) ORDER_BY(LABEL('other'))",                        \
		"SELECT_ROW(Name, users.username) FROM(users) ORDER_BY(LABEL('username'))")                                       \
	CASE("aggregate-in-where", GOOD " WHERE(GT(COUNT(users.id), int))",                                                   \
		GOOD " GROUP_BY(users.id) HAVING(GT(COUNT(users.id), int))")                                                      \
	CASE("aggregate-in-where", GOOD " JOIN(posts, EQ(MAX(posts.author_id), users.id))", GOOD " JOIN(posts, EQ(posts.author_id, users.id))") \
	CASE("aggregate-in-where", GOOD " GROUP_BY(users.id, COUNT(users.id))", GOOD " GROUP_BY(users.id, users.age)")        \
	CASE("aggregate-in-where", "UPDATE(users, SET(users.rating, AVG(users.rating))) ALL_ROWS", "UPDATE(users, SET(users.rating, double)) ALL_ROWS") \
	CASE("aggregate-in-where", "DELETE_FROM(users) ALL_ROWS RETURNING(COUNT_ROWS)", "DELETE_FROM(users) ALL_ROWS RETURNING(users.id)") \
	CASE("aggregate-in-where", "SELECT(AS('n', COUNT_ROWS)) FROM(users) GROUP_BY(LABEL('n'))",                            \
		"SELECT(AS('n', users.age)) FROM(users) GROUP_BY(LABEL('n'))")                                                    \
	CASE("aggregate-of-aggregate", "SELECT(SUM(COUNT(users.id))) FROM(users)", "SELECT(ADD(COUNT(users.id), SUM(users.age))) FROM(users)") \
	CASE("aggregate-and-column", "SELECT(users.username, COUNT(users.id)) FROM(users)",                                   \
		"SELECT(users.username, COUNT(users.id)) FROM(users) GROUP_BY(users.username)")                                   \
	CASE("aggregate-and-column", "SELECT(ALL(users), COUNT(posts.id)) FROM(users) JOIN(posts, EQ(posts.author_id, users.id))", \
		"SELECT(ALL(users), COUNT(posts.id)) FROM(users) JOIN(posts, EQ(posts.author_id, users.id)) GROUP_BY(users.id)")  \
	CASE("aggregate-and-column", GOOD " ORDER_BY(COUNT(users.id))", GOOD " GROUP_BY(users.id) ORDER_BY(COUNT(users.id))") \
	CASE("aggregate-and-column", "SELECT(ADD(users.age, MAX(users.age))) FROM(users)", "SELECT(ADD(int, MAX(users.age))) FROM(users)") \
	CASE("not-grouped", "SELECT(users.age, COUNT(users.id)) FROM(users) GROUP_BY(users.username)",                        \
		"SELECT(users.age, COUNT(users.id)) FROM(users) GROUP_BY(users.username, users.age)")                             \
	CASE("not-grouped", "SELECT(users.username) FROM(users) GROUP_BY(users.username) HAVING(GT(users.age, int))",         \
		"SELECT(users.username) FROM(users) GROUP_BY(users.username) HAVING(GT(MAX(users.age), int))")                    \
	CASE("not-grouped", "SELECT(users.username) FROM(users) GROUP_BY(users.username) ORDER_BY(DESC(users.age))",          \
		"SELECT(users.username) FROM(users) GROUP_BY(users.username) ORDER_BY(DESC(users.username))")                     \
	CASE("not-grouped", "SELECT(ADD(users.age, int)) FROM(users) GROUP_BY(ADD(users.age, users.age))",                    \
		"SELECT(ADD(users.age, int)) FROM(users) GROUP_BY(ADD(users.age, int))")                                          \
	CASE("not-grouped", "SELECT(tags.note) FROM(tags) GROUP_BY(tags.post_id)", "SELECT(tags.note) FROM(tags) GROUP_BY(tags.post_id, tags.word)") \
	CASE("not-grouped", "SELECT_ALL(users) FROM(users) GROUP_BY(users.age)", "SELECT_ALL(users) FROM(users) GROUP_BY(users.id)") \
	CASE("not-grouped", "SELECT(boss.age) FROM(users) JOIN(boss, int) GROUP_BY(users.id)", "SELECT(users.age) FROM(users) JOIN(boss, int) GROUP_BY(users.id)") \
	CASE("not-grouped", "SELECT(EXISTS(SUBQUERY(SELECT(posts.id) FROM(posts) WHERE(EQ(posts.author_id, users.boss_id))))) FROM(users) GROUP_BY(users.age)", \
		"SELECT(EXISTS(SUBQUERY(SELECT(posts.id) FROM(posts) WHERE(EQ(posts.author_id, users.boss_id))))) FROM(users) GROUP_BY(users.boss_id)") \
	CASE("having-without-group", GOOD " HAVING(GT(users.age, int))", GOOD " WHERE(GT(users.age, int))")                   \
	CASE("having-without-group", "SELECT(COUNT_ROWS) FROM(users) GROUP_BY(~) HAVING(GT(COUNT_ROWS, int))",                \
		"SELECT(COUNT_ROWS) FROM(users) GROUP_BY(users.age, ~) HAVING(GT(COUNT_ROWS, int))")                              \
	CASE("empty-select", "SELECT() FROM(users)", "SELECT(users.id) FROM(users)")                                          \
	CASE("empty-select", "SELECT(~, ~) FROM(users)", "SELECT(~, users.id) FROM(users)")                                   \
	CASE("empty-select", "DELETE_FROM(users) ALL_ROWS RETURNING()", "DELETE_FROM(users) ALL_ROWS RETURNING(users.id)")    \
	CASE("empty-set", "UPDATE(users) ALL_ROWS", "UPDATE(users, SET(users.age, int)) ALL_ROWS")                            \
	CASE("empty-set", "UPDATE(users, ~) ALL_ROWS", "UPDATE(users, ~, SET(users.age, int)) ALL_ROWS")                      \
	CASE("empty-set", "INSERT_INTO(users)", "INSERT_INTO(users, SET(users.username, text))")                              \
	CASE("empty-values", GOOD " WHERE(IN(users.id))", GOOD " WHERE(IN(users.id, int))")                                   \
	CASE("empty-values", GOOD " WHERE()", GOOD " WHERE(~)")                                                               \
	CASE("empty-values", GOOD " ORDER_BY()", GOOD " ORDER_BY(~)")                                                         \
	CASE("empty-values", GOOD " WHERE(AND())", GOOD " WHERE(AND(users.is_active))")                                       \
	CASE("empty-values", "SELECT(CONCAT()) FROM(users)", "SELECT(CONCAT(users.bio)) FROM(users)")                         \
	CASE("no-where", "DELETE_FROM(users)", "DELETE_FROM(users) ALL_ROWS")                                                 \
	CASE("no-where", "UPDATE(users, SET(users.age, int))", "UPDATE(users, SET(users.age, int)) WHERE(EQ(users.id, int))") \
	CASE("not-a-clause", GOOD " EQ(users.id, int)", GOOD " WHERE(EQ(users.id, int))")                                     \
	CASE("not-a-clause", GOOD " users.id", GOOD " ~")                                                                     \
	CASE("clause-missing", "FROM(users)", GOOD)                                                                           \
	CASE("clause-missing", "", "SELECT(int)")                                                                             \
	CASE("clause-missing", GOOD " WHERE(EXISTS(SUBQUERY(FROM(posts))))", GOOD " WHERE(EXISTS(SUBQUERY(SELECT(posts.id) FROM(posts))))") \
	CASE("clause-twice", GOOD " WHERE(users.is_active) WHERE(users.is_active)", GOOD " WHERE(users.is_active, users.is_active)") \
	CASE("clause-twice", GOOD " FROM(posts)", GOOD " ~")                                                                  \
	CASE("clause-twice", "SELECT(users.id) SELECT_ALL(users) FROM(users)", "SELECT(users.id, ALL(users)) FROM(users)")    \
	CASE("clause-misplaced", "INSERT_INTO(users, SET(users.username, text)) WHERE(users.is_active)",                      \
		"INSERT_INTO(users, SET(users.username, text)) RETURNING(users.id)")                                              \
	CASE("clause-misplaced", GOOD " RETURNING(users.id)", GOOD " ORDER_BY(users.id)")                                     \
	CASE("clause-misplaced", "SELECT(users.id) UPDATE(users, SET(users.age, int)) ALL_ROWS", "UPDATE(users, SET(users.age, int)) ALL_ROWS RETURNING(users.id)") \
	CASE("clause-misplaced", "DELETE_FROM(users) ALL_ROWS LIMIT(int)", "DELETE_FROM(users) ALL_ROWS")                     \
	CASE("clause-misplaced", "RAW_SQL('select 1') LIMIT(int)", "RAW_SQL('select 1')")                                     \
	CASE("clause-misplaced", GOOD " WHERE(EXISTS(SUBQUERY(DELETE_FROM(posts) ALL_ROWS)))", GOOD " WHERE(EXISTS(SUBQUERY(SELECT(int))))") \
	CASE("clause-order", "SELECT(users.id) WHERE(users.is_active) FROM(users)", "SELECT(users.id) FROM(users) WHERE(users.is_active)") \
	CASE("clause-order", "FROM(users) SELECT(users.id)", GOOD)                                                            \
	CASE("clause-order", "SELECT(int) JOIN(users, int)", "SELECT(int) FROM(users)")                                       \
	CASE("clause-order", GOOD " LIMIT(int) ORDER_BY(users.id)", GOOD " ORDER_BY(users.id) LIMIT(int) OFFSET(int)")        \
	CASE("limit-not-integer", GOOD " LIMIT(text)", GOOD " LIMIT(bigint)")                                                 \
	CASE("limit-not-integer", GOOD " LIMIT(users.age)", GOOD " LIMIT(ADD(int, int))")                                     \
	CASE("limit-not-integer", GOOD " LIMIT(int) OFFSET(double)", GOOD " LIMIT(int) OFFSET(int)")                          \
	CASE("not-an-assignment", "UPDATE(users, EQ(users.age, int)) ALL_ROWS", "UPDATE(users, SET(users.age, int)) ALL_ROWS") \
	CASE("not-an-assignment", "INSERT_INTO(users, SET(users.username, text), ROWS(users, object[]))", "INSERT_INTO(users, ROWS(users, object[]))") \
	CASE("not-an-assignment", "UPDATE(users, ROWS(users, object[])) ALL_ROWS", "UPDATE(users, SET(users.age, int)) ALL_ROWS") \
	CASE("value-type", "UPDATE(users, SET(users.age, text)) ALL_ROWS", "UPDATE(users, SET(users.age, bigint)) ALL_ROWS")  \
	CASE("value-type", "INSERT_INTO(users, SET(users.username, int))", "INSERT_INTO(users, SET(users.username, text))")   \
	CASE("value-type", "UPDATE(users, SET(users.mood, text)) ALL_ROWS", "UPDATE(users, SET(users.mood, int)) ALL_ROWS")   \
	CASE("value-type", "UPDATE(users, SET(users.salary, users.rating)) ALL_ROWS", "UPDATE(users, SET(users.salary, users.salary)) ALL_ROWS") \
	CASE("null-into-not-null", "INSERT_INTO(users, SET(users.username, NULL_TEXT))", "INSERT_INTO(users, SET(users.username, text), SET(users.bio, NULL))") \
	CASE("null-into-not-null", "UPDATE(users, SET(users.username, users.bio)) ALL_ROWS", "UPDATE(users, SET(users.username, COALESCE(users.bio, text))) ALL_ROWS") \
	CASE("null-into-not-null", "UPDATE(users, SET(users.age, integer?)) ALL_ROWS", "UPDATE(users, SET(users.boss_id, bigint?)) ALL_ROWS") \
	CASE("null-into-not-null", "UPDATE(users, SET(users.is_active, boolean?)) ALL_ROWS", "UPDATE(users, SET(users.username, text?)) ALL_ROWS") \
	CASE("null-into-not-null", "UPDATE(users, SET(users.username, text!)) ALL_ROWS", "UPDATE(users, SET(users.bio, text!)) ALL_ROWS") \
	CASE("column-set-twice", "UPDATE(users, SET(users.age, int), SET(users.age, int)) ALL_ROWS", "UPDATE(users, SET(users.age, int), SET(users.bio, text)) ALL_ROWS") \
	CASE("column-set-twice", "UPDATE(users, SET(users.age, int), SET(users_elsewhere.age, int)) ALL_ROWS",                \
		"UPDATE(users, SET(users.age, int), SET(users_elsewhere.age, ~)) ALL_ROWS")                                       \
	CASE("column-read-only", "INSERT_INTO(users, SET(users.id, int), SET(users.username, text))", "INSERT_INTO(users, SET(users.username, text))") \
	CASE("column-read-only", "UPDATE(users, SET(users.initials, text)) ALL_ROWS", "UPDATE(users, SET(users.created_at, timestamp)) ALL_ROWS") \
	CASE("column-missing", "INSERT_INTO(users, SET(users.bio, text))", "INSERT_INTO(users, SET(users.bio, text), SET(users.username, text))") \
	CASE("column-missing", "INSERT_INTO(tags, SET(tags.post_id, int))", "INSERT_INTO(tags, SET(tags.post_id, int), SET(tags.word, text))") \
	CASE("column-missing", "INSERT_INTO(users, SET(users.bio, text), SET(users.username, ~))", "INSERT_INTO(users, SET(users.bio, ~), SET(users.username, text))") \
	CASE("set-other-table", "UPDATE(users, SET(posts.title, text)) ALL_ROWS", "UPDATE(posts, SET(posts.title, text)) ALL_ROWS") \
	CASE("set-other-table", "INSERT_INTO(users, ROWS(posts, object[]))", "INSERT_INTO(users, ROWS(users_elsewhere, object[]))") \
	CASE("field-type", "SELECT_ROW(Name, users.age) FROM(users)", "SELECT_ROW(Name, users.username) FROM(users)")         \
	CASE("field-type", "SELECT_ROW(WithUser, ALL(posts), COUNT_ROWS) FROM(posts) GROUP_BY(posts.id)",                     \
		"SELECT_ROW(WithUser, ALL(boss), COUNT_ROWS) FROM(boss) GROUP_BY(boss.id)")                                       \
	CASE("field-type", "UPDATE(users, SET(users.age, int)) ALL_ROWS RETURNING_ROW(Name, users.age)",                      \
		"UPDATE(users, SET(users.age, int)) ALL_ROWS RETURNING_ROW(Name, users.username)")                                \
	CASE("field-type", "SELECT_ROW(Small, users.age) FROM(users)", "SELECT_ROW(Small, ADD(posts.views, int)) FROM(posts)") \
	CASE("field-null", "SELECT_ROW(Name, users.bio) FROM(users)", "SELECT_ROW(Name, COALESCE(users.bio, text)) FROM(users)") \
	CASE("field-null", "SELECT_ROW(Name, MAX(users.username)) FROM(users)", "SELECT_ROW(Bio, MAX(users.username)) FROM(users)") \
	CASE("field-null-outer", "SELECT_ROW(Name, posts.title) FROM(users) LEFT_JOIN(posts, EQ(posts.author_id, users.id))", \
		"SELECT_ROW(Name, posts.title) FROM(users) JOIN(posts, EQ(posts.author_id, users.id))")                           \
	CASE("field-null-outer", "SELECT_ROW(Name, UPPER(posts.title)) FROM(users) LEFT_JOIN(posts, EQ(posts.author_id, users.id))", \
		"SELECT_ROW(Counted, users.username, COUNT(posts.id)) FROM(users) LEFT_JOIN(posts, EQ(posts.author_id, users.id)) GROUP_BY(users.id)") \
	CASE("field-count", "SELECT_ROW(Counted, users.username) FROM(users)", "SELECT_ROW(Counted, users.username, users.id) FROM(users)")

static const struct rule_case {
	const char *rule;
	const char *bad;
	const char *good;
} cases[] = {
#define CASE(rule, bad, good) { rule, bad, good },
	CASES(CASE)
#undef CASE
};
enum { CASE_COUNT = sizeof cases / sizeof *cases };

static cq_status check_text(const char *program, const char **rule, char *text, size_t size)
{
	cq_statement s;
	write_program(&s, program);
	const cq_status status = cq_statement_check(&s, rule, text, size);
	cq_statement_release(&s);
	return status;
}

static void every_case(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i++) {
		char text[400];
		const char *rule;
		if (check_text(cases[i].bad, &rule, text, sizeof text) != CQ_RULE)
			fail_msg("%s is not found in %s: %s", cases[i].rule, cases[i].bad, text);
		if (strcmp(rule, cases[i].rule) != 0)
			fail_msg("%s breaks %s, not %s: %s", cases[i].bad, cases[i].rule, rule, text);
		if (check_text(cases[i].good, &rule, text, sizeof text) != CQ_OK)
			fail_msg("%s is in order, but: %s", cases[i].good, text);
		assert_string_equal(rule, "");
		assert_string_equal(text, "");
	}
}

static bool has_case(const char *rule)
{
	for (size_t i = 0; i < CASE_COUNT; i++) {
		if (strcmp(cases[i].rule, rule) == 0)
			return true;
	}
	for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++) {
		if (strcmp(unseen[i], rule) == 0)
			return true;
	}
	/* These have tests of their own below. */
	return strcmp(rule, "condition-too-large") == 0 || strcmp(rule, "scalar-columns") == 0 || strcmp(rule, "scalar-type") == 0;
}

static void every_rule_has_a_case(void **state)
{
	(void)state;
	for (int rule = 0; rule < CQ__RULE_COUNT; rule++) {
		if (!has_case(cq__rule_texts[rule].id))
			fail_msg("no case for %s; only what the compiler alone sees is listed as unseen", cq__rule_texts[rule].id);
	}
}

static void expect_message(const char *program, const char *message)
{
	char text[400];
	const char *rule;
	assert_int_equal(check_text(program, &rule, text, sizeof text), CQ_RULE);
	assert_string_equal(text, message);
}

static void messages_name_clause_and_columns(void **state)
{
	(void)state;
	expect_message(GOOD " WHERE(EQ(users.age, text))", "WHERE: EQ(users.age, a TEXT value): " CQ_SAY_TYPE_MISMATCH);
	expect_message(GOOD " HAVING(GT(users.age, int))", "HAVING: " CQ_SAY_HAVING_WITHOUT_GROUP);
	expect_message("SELECT(SUM(COUNT(users.id))) FROM(users)", "SELECT: SUM(COUNT(users.id)): " CQ_SAY_AGGREGATE_OF_AGGREGATE);
	expect_message(GOOD " JOIN(posts)", "JOIN(posts): " CQ_SAY_JOIN_WITHOUT_ON);
	expect_message("INSERT_INTO(users, SET(users.bio, text))", "INSERT_INTO(users): users.username: " CQ_SAY_COLUMN_MISSING);
	expect_message("FROM(users)", "SQL: " CQ_SAY_CLAUSE_MISSING);
	expect_message("SELECT_ROW(Name, users.bio) FROM(users)", "SELECT_ROW: field username, users.bio: " CQ_SAY_FIELD_NULL);
	expect_message("DELETE_FROM(users) WHERE(GT(COUNT_ROWS, int))", "WHERE: COUNT_ROWS(): " CQ_SAY_AGGREGATE_IN_WHERE);
	expect_message("SELECT(RAW(TEXT '?')) FROM(users)", "SELECT: RAW(...): " CQ_SAY_RAW_PARAMETERS);
	expect_message(GOOD " WHERE(IN(users.age, int, int, int, int, text))",
		"WHERE: IN(users.age, a C int, a C int, a C int, ...): " CQ_SAY_TYPE_MISMATCH);
}

static void errors_name_table_and_column(void **state)
{
	(void)state;
	cq_statement s;
	cq__tree tree;
	cq__typing typing;
	cq__error error = { 0 };
	write_program(&s, "INSERT_INTO(users, SET(users.bio, text))");
	assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(&s), s.node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, s.value_count), CQ_OK);
	assert_int_equal(cq__check(&tree, &typing, &error), CQ_RULE);
	assert_string_equal(cq__error_get(&error)->rule, "column-missing");
	assert_string_equal(cq__error_get(&error)->table, "users");
	assert_string_equal(cq__error_get(&error)->column, "username");
	assert_int_equal(cq__error_get(&error)->code, CQ_RULE);
	cq__error_release(&error);
	cq__typing_release(&typing);
	cq__tree_release(&tree);
}

static void a_condition_that_vanished_sends_nothing(void **state)
{
	(void)state;
	static const char *const programs[] = {
		"DELETE_FROM(users) WHERE(~)", "DELETE_FROM(users) ~", "DELETE_FROM(users) WHERE(AND(~, ~))",
		"DELETE_FROM(users) WHERE(NOT(~))", "DELETE_FROM(users) WHERE(ALL_OF())", "DELETE_FROM(users) WHERE(ANY_OF())",
		"DELETE_FROM(users) WHERE(OR(EQ(users.id, int), ALL_OF()))", "DELETE_FROM(users) WHERE(EQ(users.id, ~))",
		"UPDATE(users, SET(users.age, int)) WHERE(~, ANY_OF())", "DELETE_FROM(users) WHERE(IN(users.id, ~))",
	};
	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
		char text[400];
		const char *rule;
		if (check_text(programs[i], &rule, text, sizeof text) != CQ_NO_CONDITION)
			fail_msg("%s: %s", programs[i], text);
		assert_string_equal(rule, "");
	}
	char text[400];
	assert_int_equal(check_text("DELETE_FROM(users) ALL_ROWS WHERE(~)", NULL, text, sizeof text), CQ_OK);
	assert_int_equal(check_text("DELETE_FROM(users) WHERE(AND(EQ(users.id, int), ALL_OF()))", NULL, text, sizeof text), CQ_OK);
	assert_int_equal(check_text(GOOD " WHERE(ALL_OF())", NULL, text, sizeof text), CQ_OK);
	assert_int_equal(check_text(GOOD " WHERE(~)", NULL, text, sizeof text), CQ_OK);
}

static void rows_and_scalars(void **state)
{
	(void)state;
	static const struct {
		const char *program;
		int row;          /* of `rows`, -1: a scalar */
		cq_type variable;
		const char *rule; /* NULL: in order */
	} results[] = {
		{ "SELECT(users.username) FROM(users)", 0, 0, NULL },
		{ "SELECT(users.username, users.id) FROM(users)", 0, 0, "field-count" },
		{ "SELECT(users.age) FROM(users)", 0, 0, "field-type" },
		{ "SELECT(users.bio) FROM(users)", 0, 0, "field-null" },
		{ "SELECT(posts.title) FROM(users) LEFT_JOIN(posts, int)", 0, 0, "field-null-outer" },
		{ "SELECT_ALL(users) FROM(users)", 0, 0, "field-count" },
		{ "DELETE_FROM(users) ALL_ROWS", 0, 0, "field-count" },
		{ "DELETE_FROM(users) ALL_ROWS RETURNING(users.username)", 0, 0, NULL },
		{ "RAW_SQL('select 1')", 0, 0, NULL },
		{ "SELECT(COUNT_ROWS) FROM(users)", -1, CQ_TYPE_BIGINT, NULL },
		{ "SELECT(COUNT_ROWS) FROM(users)", -1, CQ_TYPE_INTEGER, "scalar-type" },
		{ "SELECT(COUNT_ROWS) FROM(users)", -1, CQ_TYPE_TEXT, "scalar-type" },
		{ "SELECT(users.username) FROM(users)", -1, CQ_TYPE_TEXT, NULL },
		{ "SELECT(int)", -1, CQ_TYPE_BOOLEAN, NULL },
		{ "SELECT_ALL(users) FROM(users)", -1, CQ_TYPE_BIGINT, "scalar-type" },
		{ "SELECT(ALL(users)) FROM(users)", -1, CQ_TYPE_BIGINT, "scalar-type" },
		{ "SELECT(users.id, users.age) FROM(users)", -1, CQ_TYPE_BIGINT, "scalar-columns" },
		{ "DELETE_FROM(users) ALL_ROWS", -1, CQ_TYPE_BIGINT, "scalar-columns" },
	};
	for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
		cq_statement s;
		cq__tree tree;
		cq__typing typing;
		cq__error error = { 0 };
		write_program(&s, results[i].program);
		assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(&s), s.node_count), CQ_OK);
		assert_int_equal(cq__typing_init(&typing, &tree, s.value_count), CQ_OK);
		const cq_status status = results[i].row >= 0 ? cq__check_row(&tree, &typing, &rows[results[i].row], &error) :
			cq__check_scalar(&tree, &typing, results[i].variable, &error);
		if (status != (results[i].rule == NULL ? CQ_OK : CQ_RULE))
			fail_msg("%s: %s", results[i].program, cq__error_get(&error)->message);
		assert_string_equal(cq__error_get(&error)->rule, results[i].rule == NULL ? "" : results[i].rule);
		cq__error_release(&error);
		cq__typing_release(&typing);
		cq__tree_release(&tree);
	}
}

static void insert_of_no_rows(void **state)
{
	(void)state;
	cq_statement s;
	const char *rule;
	char text[200];
	cq_statement_init(&s, NULL);
	cq_push_value(&s, CQ_TYPE_OBJECT, CQ_VALUE_ARRAY, (cq_value){ .bytes = { &s, 0 } });
	cq_push_ref(&s, CQ_OP_ROWS, 1, &users.table);
	cq_push_ref(&s, CQ_OP_INSERT_INTO, 1, &users.table);
	cq_push(&s, CQ_OP_STATEMENT, 1);
	assert_int_equal(cq_statement_check(&s, &rule, text, sizeof text), CQ_RULE);
	assert_string_equal(rule, "empty-values");
}

static void messages_fit_where_they_go(void **state)
{
	(void)state;
	char text[8];
	assert_int_equal(check_text(GOOD " WHERE(users.age)", NULL, text, sizeof text), CQ_RULE);
	assert_string_equal(text, "WHERE: ");
	assert_int_equal(check_text(GOOD " WHERE(users.age)", NULL, NULL, 0), CQ_RULE);
}

static void no_allocation_is_taken_for_granted(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASE_COUNT; i += 7) {
		cq_statement s;
		write_program(&s, cases[i].bad);
		for (long n = 1;; n++) {
			const char *rule;
			char text[400];
			cq__alloc_fail_after(n);
			const cq_status status = cq_statement_check(&s, &rule, text, sizeof text);
			const bool failed = cq__alloc_count() >= n;
			cq__alloc_fail_after(0);
			assert_true(status == CQ_RULE || (failed && status == CQ_NO_MEMORY));
			if (!failed)
				break;
		}
	}
}

int main(void)
{
	place_columns();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_case),
		cmocka_unit_test(every_rule_has_a_case),
		cmocka_unit_test(messages_name_clause_and_columns),
		cmocka_unit_test(errors_name_table_and_column),
		cmocka_unit_test(a_condition_that_vanished_sends_nothing),
		cmocka_unit_test(rows_and_scalars),
		cmocka_unit_test(insert_of_no_rows),
		cmocka_unit_test(messages_fit_where_they_go),
		cmocka_unit_test(no_allocation_is_taken_for_granted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
