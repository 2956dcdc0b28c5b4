/* query_checker_cases.h: for every rule that the checker can see statements that break it, and the same made well.
 *
 * It knows nothing of the checker. query_checker_test.c expands it; the notation is that of query_language.h.
 */
#ifndef QUERY_CHECKER_CASES_H
#define QUERY_CHECKER_CASES_H

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

/* What the cases below repeat. */
#define TOTALS "SUBQUERY(SELECT_ROW(Total, users.username, COUNT_ROWS, MAX(users.salary)) FROM(users) GROUP_BY(users.username))"
#define WITH_TOTALS "WITH(totals, " TOTALS ") "
#define RECURSIVE "WITH_RECURSIVE(totals, SUBQUERY(SELECT(users.username, users.id, users.salary) FROM(users) "
#define INSERT "INSERT_INTO(users, SET(users.username, text)) "
#define DISTINCT_AUTHORS "SELECT(posts.id) DISTINCT_ON(posts.author_id) FROM(posts)"
#define FRAMED "OVER(SUM(users.age), ORDER_BY(users.id), FRAME(["

/* Clauses and tables of the larger language. */
#define QUERY_CASES(CASE)                                                                                                 \
	CASE("clause-order", "SELECT(totals.n) " WITH_TOTALS "FROM(totals)", WITH_TOTALS "SELECT(totals.n) FROM(totals)") \
	CASE("clause-order", GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) WHERE(users.is_active)", \
		GOOD " WHERE(users.is_active) UNION(SUBQUERY(SELECT(posts.id) FROM(posts)))") \
	CASE("clause-order", "SELECT(AS('id', users.id)) FROM(users) ORDER_BY(LABEL('id')) UNION(SUBQUERY(SELECT(posts.id) FROM(posts)))", \
		"SELECT(AS('id', users.id)) FROM(users) UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) ORDER_BY(LABEL('id'))") \
	CASE("clause-order", GOOD " FOR_UPDATE LIMIT(int)", GOOD " LIMIT(int) FOR_UPDATE") \
	CASE("clause-order", INSERT "RETURNING(users.id) ON_CONFLICT_NOTHING(users)", INSERT "ON_CONFLICT_NOTHING(users) RETURNING(users.id)") \
	CASE("clause-order", "SELECT(users.id) CROSS_JOIN(posts) FROM(users)", GOOD " CROSS_JOIN(posts)") \
	CASE("clause-order", "DELETE_FROM(posts) WHERE(posts.views) USING(users)", "DELETE_FROM(posts) USING(users) WHERE(EQ(posts.author_id, users.id))") \
	CASE("clause-twice", "SELECT(users.id) DISTINCT_ON(users.id) DISTINCT FROM(users)", "SELECT(users.id) DISTINCT FROM(users)") \
	CASE("clause-twice", INSERT "ON_CONFLICT_NOTHING(users) ON_CONFLICT_NOTHING(users)", INSERT "ON_CONFLICT_NOTHING(users)") \
	CASE("clause-twice", GOOD " FOR_UPDATE FOR_UPDATE([SHARE])", GOOD " FOR_UPDATE([SHARE])") \
	CASE("clause-twice", "DELETE_FROM(posts) USING(users) USING(tags) ALL_ROWS", "DELETE_FROM(posts) USING(users) JOIN(tags, int) ALL_ROWS") \
	CASE("clause-misplaced", "SELECT(users.id) USING(users)", GOOD) \
	CASE("clause-misplaced", "DELETE_FROM(posts) FROM(users) ALL_ROWS", "DELETE_FROM(posts) USING(users) ALL_ROWS") \
	CASE("clause-misplaced", "UPDATE(users, SET(users.age, int)) JOIN(posts, int) ALL_ROWS", \
		"UPDATE(users, SET(users.age, posts.views)) FROM(posts) JOIN(tags, EQ(tags.post_id, posts.id)) WHERE(EQ(posts.author_id, users.id))") \
	CASE("clause-misplaced", "DELETE_FROM(posts) JOIN(users, int) ALL_ROWS", "DELETE_FROM(posts) USING(tags) JOIN(users, int) ALL_ROWS") \
	CASE("clause-misplaced", "UPDATE(users, SET(users.age, int)) FROM(posts) GROUP_BY(posts.id) ALL_ROWS", \
		"UPDATE(users, SET(users.age, int)) FROM(posts) ALL_ROWS") \
	CASE("clause-misplaced", "INSERT_INTO(users, ROWS(users, object[])) FROM(posts)", \
		"INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts)") \
	CASE("clause-misplaced", INSERT "LIMIT(int)", "INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) ORDER_BY(posts.id) LIMIT(int)") \
	CASE("clause-misplaced", "INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) FOR_UPDATE", \
		"INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) OFFSET(int)") \
	CASE("clause-misplaced", GOOD " ON_CONFLICT_NOTHING(users)", GOOD) \
	CASE("clause-misplaced", "UPDATE(users, SET(users.age, int)) ALL_ROWS ON_CONFLICT_NOTHING(users)", "UPDATE(users, SET(users.age, int)) ALL_ROWS") \
	CASE("clause-misplaced", GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts) ORDER_BY(posts.id)))", \
		GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts) WHERE(GT(posts.id, int))))") \
	CASE("clause-misplaced", GOOD " EXCEPT(SUBQUERY(SELECT(posts.id) FROM(posts) LIMIT(int)))", \
		GOOD " EXCEPT(SUBQUERY(SELECT(posts.id) FROM(posts))) LIMIT(int)") \
	CASE("clause-misplaced", GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts) INTERSECT(SUBQUERY(SELECT(posts.id) FROM(posts)))))", \
		GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) INTERSECT(SUBQUERY(SELECT(posts.id) FROM(posts)))") \
	CASE("clause-misplaced", "WITH(totals, SUBQUERY(DELETE_FROM(users) ALL_ROWS)) SELECT(int)", WITH_TOTALS "SELECT(int)") \
	CASE("clause-missing", "WITH(totals, " TOTALS ")", WITH_TOTALS "SELECT(int)") \
	CASE("clause-missing", "SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(FROM(users))))", \
		"SELECT(totals.n) FROM(totals, QUERY(totals, " TOTALS "))") \
	CASE("no-where", "DELETE_FROM(posts) USING(users)", "DELETE_FROM(posts) USING(users) WHERE(EQ(posts.author_id, users.id))") \
	CASE("no-where", "UPDATE(users, SET(users.age, int)) FROM(posts)", "UPDATE(users, SET(users.age, int)) FROM(posts) ALL_ROWS") \
	CASE("join-without-on", GOOD " RIGHT_JOIN(posts)", GOOD " RIGHT_JOIN(posts, EQ(posts.author_id, users.id))") \
	CASE("join-without-on", GOOD " FULL_JOIN(posts, ~)", GOOD " FULL_JOIN(posts, EQ(posts.author_id, users.id))") \
	CASE("join-without-on", GOOD " JOIN(totals, QUERY(totals, " TOTALS "))", \
		GOOD " JOIN(totals, QUERY(totals, " TOTALS "), EQ(totals.username, users.username))") \
	CASE("not-a-condition", GOOD " RIGHT_JOIN(posts, posts.title)", GOOD " RIGHT_JOIN(posts, EQ(posts.id, users.id))") \
	CASE("not-a-condition", GOOD " FULL_JOIN(totals, QUERY(totals, " TOTALS "), totals.n)", \
		GOOD " FULL_JOIN(totals, QUERY(totals, " TOTALS "), EQ(totals.n, users.id))") \
	CASE("table-not-in-from", GOOD " RIGHT_JOIN(posts, EQ(tags.post_id, posts.id))", GOOD " RIGHT_JOIN(posts, EQ(posts.author_id, users.id))") \
	CASE("table-not-in-from", "SELECT(tags.word) FROM(users) CROSS_JOIN(posts)", "SELECT(posts.title) FROM(users) CROSS_JOIN(posts)") \
	CASE("table-not-in-from", "SELECT(totals.n) FROM(users) JOIN(totals, QUERY(totals, SUBQUERY(SELECT(posts.title, posts.id, users.salary) FROM(posts))), int)", \
		"SELECT(totals.n) FROM(users) JOIN(totals, LATERAL(totals, SUBQUERY(SELECT(posts.title, posts.id, users.salary) FROM(posts))), int)") \
	CASE("table-not-in-from", "SELECT(users.id) FROM(totals, LATERAL(totals, SUBQUERY(SELECT(users.username, users.id, users.salary)))) JOIN(users, int)", \
		GOOD " JOIN(totals, LATERAL(totals, SUBQUERY(SELECT(users.username, users.id, users.salary))), int)") \
	CASE("table-not-in-from", GOOD " UNION(SUBQUERY(SELECT(users.id) FROM(posts)))", GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts)))") \
	CASE("table-not-in-from", "WITH(totals, SUBQUERY(SELECT(users.username, users.id, users.salary) FROM(posts))) SELECT(totals.n) FROM(totals) CROSS_JOIN(users)", \
		WITH_TOTALS "SELECT(totals.n) FROM(totals) CROSS_JOIN(users)") \
	CASE("table-not-in-from", WITH_TOTALS "SELECT(totals.n) FROM(users)", \
		WITH_TOTALS "SELECT(totals.n) FROM(users) JOIN(totals, EQ(totals.username, users.username))") \
	CASE("table-not-in-from", "DELETE_FROM(posts) USING(users) WHERE(EQ(tags.post_id, posts.id))", \
		"DELETE_FROM(posts) USING(tags) WHERE(EQ(tags.post_id, posts.id))") \
	CASE("table-not-in-from", "UPDATE(users, SET(users.age, tags.post_id)) FROM(posts) ALL_ROWS", \
		"UPDATE(users, SET(users.age, posts.id)) FROM(posts) ALL_ROWS") \
	CASE("table-not-in-from", "INSERT_INTO(users, SET(users.username, users.bio)) FROM(posts)", \
		"INSERT_INTO(users, SET(users.username, users.username)) FROM(users)") \
	CASE("table-not-in-from", "INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.bio, posts.title))", \
		"INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.bio, users.username))") \
	CASE("table-not-in-from", "INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) RETURNING(posts.id)", \
		"INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) RETURNING(users.id)") \
	CASE("table-not-in-from", GOOD " FOR_UPDATE(TABLE(posts))", GOOD " FOR_UPDATE(TABLE(users))") \
	CASE("table-not-in-from", GOOD " WHERE(EXISTS(SUBQUERY(SELECT(posts.id) FROM(posts) FOR_UPDATE(TABLE(users)))))", \
		GOOD " WHERE(EXISTS(SUBQUERY(SELECT(posts.id) FROM(posts) FOR_UPDATE(TABLE(posts)))))") \
	CASE("table-not-in-from", "SELECT_ROW(WithList, users.username, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(users)))) FROM(users)", \
		"SELECT_ROW(WithList, users.username, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(posts) WHERE(EQ(posts.author_id, users.id))))) FROM(users)") \
	CASE("table-not-in-from", GOOD " WHERE(EQ(OVER(ROW_NUMBER, ORDER_BY(posts.id)), int))", GOOD) \
	CASE("table-not-in-from", "SELECT(posts.id) FROM(posts) WHERE(ALONG(posts.author_id))", \
		"SELECT(posts.id) FROM(posts) JOIN(users, ALONG(posts.author_id))") \
	CASE("table-not-in-from", "SELECT(posts.id) FROM(posts) JOIN(users, ALONG(boss, posts.author_id))", \
		"SELECT(posts.id) FROM(posts) JOIN(boss, ALONG(boss, posts.author_id))") \
	CASE("not-a-reference", "SELECT(posts.id) FROM(posts) JOIN(users, ALONG(posts.title))", GOOD " JOIN(boss, ALONG(users.boss_id))") \
	CASE("not-a-reference", "SELECT(posts.id) FROM(posts) JOIN(tags, ALONG(tags, posts.author_id))", \
		"SELECT(posts.id) FROM(posts) WHERE(EXISTS(SUBQUERY(SELECT(int) FROM(users) WHERE(ALONG(posts.author_id)))))") \
	CASE("table-twice", "SELECT(totals.n) FROM(totals, QUERY(totals, " TOTALS ")) JOIN(totals, QUERY(totals, " TOTALS "), int)", \
		"SELECT(totals.n) FROM(totals, QUERY(totals, " TOTALS ")) JOIN(others, QUERY(others, " TOTALS "), int)") \
	CASE("table-twice", WITH_TOTALS WITH_TOTALS "SELECT(totals.n) FROM(totals)", \
		WITH_TOTALS "SELECT(totals.n) FROM(totals) JOIN(others, EQ(others.n, totals.n))") \
	CASE("table-twice", "UPDATE(users, SET(users.age, int)) FROM(users) ALL_ROWS", "UPDATE(users, SET(users.age, boss.age)) FROM(boss) ALL_ROWS") \
	CASE("table-twice", "DELETE_FROM(users) USING(users) ALL_ROWS", "DELETE_FROM(users) USING(boss) WHERE(EQ(boss.id, users.boss_id))") \
	CASE("table-twice", GOOD " CROSS_JOIN(users)", GOOD " CROSS_JOIN(boss)") \
	CASE("table-twice", WITH_TOTALS "SELECT(sums.word) FROM(sums)", WITH_TOTALS "SELECT(tags.word) FROM(tags)") \
	CASE("table-twice", "SELECT(sums.word) FROM(sums) WHERE(EXISTS(SUBQUERY(SELECT(int) FROM(totals, QUERY(totals, " TOTALS ")) WHERE(EQ(totals.n, sums.post_id)))))", \
		"SELECT(sums.word) FROM(sums) WHERE(EXISTS(SUBQUERY(SELECT(int) FROM(others, QUERY(others, " TOTALS ")) WHERE(EQ(others.n, sums.post_id)))))") \
	CASE("alias-target", "DELETE_FROM(totals) ALL_ROWS", "DELETE_FROM(posts) ALL_ROWS") \
	CASE("alias-target", WITH_TOTALS "UPDATE(totals, SET(totals.n, int)) ALL_ROWS", \
		WITH_TOTALS "UPDATE(users, SET(users.boss_id, totals.n)) FROM(totals) WHERE(EQ(totals.username, users.username))") \
	CASE("derived-unknown", "SELECT(totals.n) FROM(totals)", WITH_TOTALS "SELECT(totals.n) FROM(totals)") \
	CASE("derived-unknown", GOOD " LEFT_JOIN(totals, EQ(totals.n, users.id))", WITH_TOTALS GOOD " LEFT_JOIN(totals, EQ(totals.n, users.id))") \
	CASE("derived-unknown", "DELETE_FROM(posts) USING(totals) ALL_ROWS", WITH_TOTALS "DELETE_FROM(posts) USING(totals) ALL_ROWS") \
	CASE("derived-unknown", "WITH(totals, SUBQUERY(SELECT(others.username, others.n, others.price) FROM(others))) SELECT(totals.n) FROM(totals)", \
		WITH_TOTALS "SELECT(others.n) FROM(others)") \
	CASE("derived-unknown", GOOD " WHERE(IN_QUERY(users.id, SUBQUERY(SELECT(totals.n) FROM(totals))))", \
		WITH_TOTALS GOOD " WHERE(IN_QUERY(users.id, SUBQUERY(SELECT(totals.n) FROM(totals))))") \
	CASE("derived-shape", "WITH(totals, SUBQUERY(SELECT(users.username) FROM(users))) SELECT(totals.n) FROM(totals)", \
		WITH_TOTALS "SELECT(totals.n) FROM(totals)") \
	CASE("derived-shape", "SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(SELECT(users.username, users.username, users.salary) FROM(users))))", \
		"SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(SELECT(users.username, users.id, users.salary) FROM(users))))") \
	CASE("derived-shape", "SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(SELECT(users.username, users.id, users.salary, users.id) FROM(users))))", \
		"SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(SELECT(users.username, NULL, NULL) FROM(users))))") \
	CASE("derived-shape", "SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text, int)))", \
		"SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text, int, NULL), TUPLE(text, bigint, decimal)))") \
	CASE("derived-shape", "SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text, int, decimal), TUPLE(text, text, decimal)))", \
		"SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text, int, decimal)))") \
	CASE("derived-shape", "WITH(tags, SUBQUERY(SELECT_ALL(tags) FROM(tags))) SELECT(int)", WITH_TOTALS "SELECT(int)") \
	CASE("field-null-outer", "WITH(totals, SUBQUERY(SELECT_ROW(Total, users.username, posts.id, NULL) FROM(users) RIGHT_JOIN(posts, int))) SELECT(totals.n) FROM(totals)", \
		"WITH(totals, SUBQUERY(SELECT_ROW(Total, posts.title, users.id, NULL) FROM(users) RIGHT_JOIN(posts, int))) SELECT(totals.n) FROM(totals)") \
	CASE("field-null", "WITH(totals, SUBQUERY(SELECT(users.bio, users.id, users.salary) FROM(users))) SELECT(totals.n) FROM(totals)", \
		"WITH(totals, SUBQUERY(SELECT(COALESCE(users.bio, text), users.id, users.salary) FROM(users))) SELECT(totals.n) FROM(totals)") \
	CASE("field-null", "WITH(totals, SUBQUERY(SELECT(users.username, posts.id, users.salary) FROM(users) RIGHT_JOIN(posts, int))) SELECT(totals.n) FROM(totals)", \
		"WITH(totals, SUBQUERY(SELECT(posts.title, posts.id, users.salary) FROM(users) RIGHT_JOIN(posts, int))) SELECT(totals.n) FROM(totals)") \
	CASE("field-null", "SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(NULL, int, decimal)))", \
		"SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text, NULL, decimal)))") \
	CASE("field-null", "SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text!, int, decimal)))", \
		"SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text, bigint!, decimal)))") \
	CASE("derived-shape", "SELECT(totals.n) FROM(totals, VALUES_AS(totals, text))", \
		"SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text, int, decimal)))") \
	CASE("empty-values", "SELECT(totals.n) FROM(totals, VALUES_AS(totals))", \
		"SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text, int, decimal)))") \
	CASE("empty-values", "SELECT(users.id) DISTINCT_ON() FROM(users)", "SELECT(users.id) DISTINCT_ON(users.id) FROM(users)") \
	CASE("union-shape", "SELECT(text) UNION(SUBQUERY(SELECT(users.created_at) FROM(users)))",                             \
		"SELECT(timestamp) UNION(SUBQUERY(SELECT(users.created_at) FROM(users)))")                                        \
	CASE("union-shape", "SELECT(AS('n', bigint)) UNION(SUBQUERY(SELECT(users.is_active) FROM(users)))",                   \
		"SELECT(AS('n', int)) UNION(SUBQUERY(SELECT(users.is_active) FROM(users)))")                                      \
	CASE("union-shape", GOOD " UNION(SUBQUERY(SELECT(posts.title) FROM(posts)))", GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts)))") \
	CASE("union-shape", GOOD " UNION_ALL(SUBQUERY(SELECT(posts.id, posts.title) FROM(posts)))", GOOD " UNION_ALL(SUBQUERY(SELECT(int)))") \
	CASE("union-shape", "SELECT(users.id, users.age) FROM(users) INTERSECT(SUBQUERY(SELECT(posts.id) FROM(posts)))", \
		"SELECT(users.id, users.age) FROM(users) INTERSECT(SUBQUERY(SELECT(posts.id, CAST(INTEGER, posts.views)) FROM(posts)))") \
	CASE("union-shape", GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) EXCEPT(SUBQUERY(SELECT(tags.word) FROM(tags)))", \
		GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) EXCEPT(SUBQUERY(SELECT(NULL)))") \
	CASE("union-shape", "SELECT(posts.views) FROM(posts) UNION(SUBQUERY(SELECT(users.id) FROM(users)))", \
		"SELECT(posts.views) FROM(posts) UNION(SUBQUERY(SELECT(CAST(SMALLINT, users.id)) FROM(users)))") \
	CASE("union-shape", GOOD " UNION(SUBQUERY(SELECT(users.age) FROM(users)))", GOOD " UNION(SUBQUERY(SELECT(bigint)))") \
	CASE("union-shape", "SELECT_ALL(users) FROM(users) UNION(SUBQUERY(SELECT_ALL(posts) FROM(posts)))", \
		"SELECT_ALL(users) FROM(users) UNION(SUBQUERY(SELECT_ALL(boss) FROM(boss)))") \
	CASE("union-order", GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) ORDER_BY(users.id)", \
		"SELECT(AS('id', users.id)) FROM(users) UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) ORDER_BY(DESC(LABEL('id')))") \
	CASE("union-order", "SELECT(AS('id', users.id)) FROM(users) UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) ORDER_BY(ADD(LABEL('id'), int))", \
		"SELECT(AS('id', users.id)) FROM(users) UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) ORDER_BY(NULLS_LAST(DESC(LABEL('id'))))") \
	CASE("label-unknown", GOOD " UNION(SUBQUERY(SELECT(AS('id', posts.id)) FROM(posts))) ORDER_BY(LABEL('id'))", \
		"SELECT(AS('id', users.id)) FROM(users) UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) ORDER_BY(LABEL('id'))") \
	CASE("label-unknown", "SELECT(AS('n', users.age), OVER(RANK, ORDER_BY(LABEL('n')))) FROM(users)", \
		"SELECT(AS('n', users.age), OVER(RANK, ORDER_BY(users.age))) FROM(users) ORDER_BY(LABEL('n'))") \
	CASE("recursive-shape", RECURSIVE ")) SELECT(totals.n) FROM(totals)", \
		RECURSIVE "UNION_ALL(SUBQUERY(SELECT(users.username, totals.n, users.salary) FROM(users) JOIN(totals, EQ(totals.n, users.boss_id)))))) SELECT(totals.n) FROM(totals)") \
	CASE("recursive-shape", RECURSIVE "UNION(SUBQUERY(SELECT(posts.title, posts.id, NULL) FROM(posts))))) SELECT(totals.n) FROM(totals)", \
		RECURSIVE "UNION(SUBQUERY(SELECT(totals.username, totals.n, NULL) FROM(totals))))) SELECT(totals.n) FROM(totals)") \
	CASE("recursive-shape", RECURSIVE "EXCEPT(SUBQUERY(SELECT(totals.username, totals.n, NULL) FROM(totals))))) SELECT(totals.n) FROM(totals)", \
		RECURSIVE "UNION(SUBQUERY(SELECT(totals.username, totals.n, NULL) FROM(totals) WHERE(LT(totals.n, int)))))) SELECT(totals.n) FROM(totals)") \
	CASE("recursive-shape", RECURSIVE "UNION(SUBQUERY(SELECT(posts.title, posts.id, NULL) FROM(posts) LEFT_JOIN(totals, int))))) SELECT(totals.n) FROM(totals)", \
		RECURSIVE "UNION(SUBQUERY(SELECT(totals.username, posts.id, NULL) FROM(totals) LEFT_JOIN(posts, int))))) SELECT(totals.n) FROM(totals)") \
	CASE("recursive-shape", RECURSIVE "UNION(SUBQUERY(SELECT(posts.title, posts.id, NULL) FROM(posts) WHERE(IN_QUERY(posts.id, SUBQUERY(SELECT(totals.n) FROM(totals)))))))) SELECT(totals.n) FROM(totals)", \
		RECURSIVE "UNION(SUBQUERY(SELECT(posts.title, posts.id, NULL) FROM(posts) JOIN(totals, EQ(totals.n, posts.id)))))) SELECT(totals.n) FROM(totals)") \
	CASE("recursive-shape", RECURSIVE "UNION(SUBQUERY(SELECT(text, COUNT_ROWS, NULL) FROM(totals))))) SELECT(totals.n) FROM(totals)", \
		RECURSIVE "UNION(SUBQUERY(SELECT(text, totals.n, NULL) FROM(totals))))) SELECT(totals.n) FROM(totals)") \
	CASE("lock-misplaced", "SELECT(users.id) DISTINCT FROM(users) FOR_UPDATE", GOOD " FOR_UPDATE([SKIP_LOCKED] TABLE(users))") \
	CASE("lock-misplaced", GOOD " GROUP_BY(users.id) FOR_UPDATE", GOOD " WHERE(users.is_active) FOR_UPDATE") \
	CASE("lock-misplaced", "SELECT(COUNT(users.id)) FROM(users) FOR_UPDATE([SHARE])", GOOD " FOR_UPDATE([SHARE])") \
	CASE("lock-misplaced", "SELECT(OVER(ROW_NUMBER)) FROM(users) FOR_UPDATE", \
		"SELECT(SUBQUERY(SELECT(MAX(posts.id)) FROM(posts))) FROM(users) FOR_UPDATE") \
	CASE("lock-misplaced", GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts))) FOR_UPDATE", GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts)))") \
	CASE("clause-misplaced", GOOD " UNION(SUBQUERY(SELECT(posts.id) FROM(posts) FOR_UPDATE))", \
		GOOD " WHERE(IN_QUERY(users.id, SUBQUERY(SELECT(posts.id) FROM(posts) FOR_UPDATE)))") \
	CASE("lock-misplaced", WITH_TOTALS "SELECT(totals.n) FROM(totals) FOR_UPDATE(TABLE(totals))", \
		"SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(SELECT(users.username, users.id, users.salary) FROM(users)))) FOR_UPDATE(TABLE(totals))") \
	CASE("distinct-on-order", DISTINCT_AUTHORS " ORDER_BY(posts.id)", DISTINCT_AUTHORS " ORDER_BY(DESC(posts.author_id), posts.id)") \
	CASE("distinct-on-order", DISTINCT_AUTHORS " ORDER_BY(posts.views, posts.author_id)", DISTINCT_AUTHORS " ORDER_BY(posts.author_id)") \
	CASE("distinct-on-order", "SELECT(posts.id) DISTINCT_ON(posts.author_id, posts.views) FROM(posts) ORDER_BY(posts.author_id, posts.id)", \
		"SELECT(posts.id) DISTINCT_ON(posts.author_id, posts.views) FROM(posts) ORDER_BY(posts.views, posts.author_id, posts.id)") \
	CASE("not-an-expression", GOOD " FOR_UPDATE(users.id)", GOOD " FOR_UPDATE(TABLE(users))") \
	CASE("not-an-expression", GOOD " ORDER_BY(NULLS_FIRST(NULLS_LAST(users.age)))", GOOD " ORDER_BY(NULLS_FIRST(users.age))") \
	CASE("not-a-key", INSERT "ON_CONFLICT_UPDATE(users, SET(users.bio, text))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.bio, text))") \
	CASE("not-a-key", INSERT "ON_CONFLICT_NOTHING(users, SET(users.bio, text))", INSERT "ON_CONFLICT_NOTHING(users, CONFLICT_KEY(users.username))") \
	CASE("not-a-key", INSERT "ON_CONFLICT_NOTHING(users, CONFLICT_KEY(LOWER(users.username)))", \
		INSERT "ON_CONFLICT_NOTHING(users, CONFLICT_KEY(users.id))") \
	CASE("not-a-key", INSERT "ON_CONFLICT_UPDATE(users, ~, SET(users.bio, text), SET(users.age, int))", \
		INSERT "ON_CONFLICT_NOTHING(users, ~)") \
	CASE("not-a-key", INSERT "ON_CONFLICT_UPDATE(users)", INSERT "ON_CONFLICT_NOTHING(users)") \
	CASE("not-a-key", INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), EQ(users.bio, text))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.bio, EXCLUDED(users.bio)))") \
	CASE("empty-set", INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), ~, SET(users.age, int))") \
	CASE("empty-values", INSERT "ON_CONFLICT_NOTHING(users, CONFLICT_KEY())", INSERT "ON_CONFLICT_NOTHING(users)") \
	CASE("conflict-target", INSERT "ON_CONFLICT_NOTHING(users, CONFLICT_KEY(users.bio))", \
		INSERT "ON_CONFLICT_NOTHING(users, CONFLICT_KEY(users_elsewhere.username))") \
	CASE("conflict-target", "INSERT_INTO(tags, SET(tags.post_id, int), SET(tags.word, text)) ON_CONFLICT_NOTHING(tags, CONFLICT_KEY(tags.post_id))", \
		"INSERT_INTO(tags, SET(tags.post_id, int), SET(tags.word, text)) ON_CONFLICT_NOTHING(tags, CONFLICT_KEY(tags.word, tags.post_id))") \
	CASE("set-other-table", INSERT "ON_CONFLICT_NOTHING(posts)", INSERT "ON_CONFLICT_NOTHING(users_elsewhere)") \
	CASE("set-other-table", INSERT "ON_CONFLICT_NOTHING(users, CONFLICT_KEY(posts.id))", INSERT "ON_CONFLICT_NOTHING(users, CONFLICT_KEY(users.id))") \
	CASE("set-other-table", INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(posts.title, text))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.bio, text))") \
	CASE("set-other-table", INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.bio, EXCLUDED(posts.title)))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.bio, CONCAT(EXCLUDED(users.bio), users.bio)))") \
	CASE("value-type", INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.age, EXCLUDED(users.bio)))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.age, ADD(users.age, EXCLUDED(users.age))))") \
	CASE("null-into-not-null", INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.username, EXCLUDED(users.bio)))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.username, EXCLUDED(users.username)))") \
	CASE("null-into-not-null", INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.username, text!))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.bio, text!))") \
	CASE("column-set-twice", INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.bio, text), SET(users.bio, text))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.username, text))") \
	CASE("column-read-only", INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.initials, text))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.rating, double))") \
	CASE("excluded-misplaced", "UPDATE(users, SET(users.bio, EXCLUDED(users.bio))) ALL_ROWS", \
		"UPDATE(users, SET(users.bio, users.username)) ALL_ROWS") \
	CASE("excluded-misplaced", "INSERT_INTO(users, SET(users.username, EXCLUDED(users.username)))", INSERT) \
	CASE("excluded-misplaced", INSERT "ON_CONFLICT_NOTHING(users) RETURNING(EXCLUDED(users.bio))", \
		INSERT "ON_CONFLICT_NOTHING(users) RETURNING(users.bio)") \
	CASE("column-missing", "INSERT_INTO(users, SET(users.bio, posts.title)) FROM(posts)", \
		"INSERT_INTO(users, SET(users.bio, posts.title), SET(users.username, posts.title)) FROM(posts)") \
	CASE("null-into-not-null", "INSERT_INTO(users, SET(users.username, posts.title)) FROM(tags) LEFT_JOIN(posts, EQ(posts.id, tags.post_id))", \
		"INSERT_INTO(users, SET(users.username, posts.title)) FROM(tags) JOIN(posts, EQ(posts.id, tags.post_id))") \
	CASE("value-type", "INSERT_INTO(users, SET(users.username, posts.id)) FROM(posts)", \
		"INSERT_INTO(users, SET(users.username, posts.title), SET(users.boss_id, posts.author_id)) FROM(posts)") \
	CASE("value-type", "UPDATE(users, SET(users.age, posts.title)) FROM(posts) ALL_ROWS", \
		"UPDATE(users, SET(users.age, posts.views)) FROM(posts) ALL_ROWS") \
	CASE("aggregate-and-column", "INSERT_INTO(users, SET(users.username, posts.title), SET(users.age, COUNT_ROWS)) FROM(posts)", \
		"INSERT_INTO(users, SET(users.username, posts.title), SET(users.age, COUNT_ROWS)) FROM(posts) GROUP_BY(posts.title)") \
	CASE("not-grouped", "INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) GROUP_BY(posts.views)", \
		"INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) GROUP_BY(posts.id)") \
	CASE("having-without-group", "INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) HAVING(GT(posts.id, int))", \
		"INSERT_INTO(users, SET(users.username, posts.title)) FROM(posts) GROUP_BY(posts.title) HAVING(GT(COUNT_ROWS, int))") \
	CASE("aggregate-in-where", INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.age, MAX(users.age)))", \
		INSERT "ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.age, users.age))") \
	CASE("aggregate-in-where", "UPDATE(users, SET(users.age, COUNT(posts.id))) FROM(posts) ALL_ROWS", \
		"UPDATE(users, SET(users.boss_id, SUBQUERY(SELECT(COUNT(posts.id)) FROM(posts)))) ALL_ROWS") \
	CASE("aggregate-in-where", GOOD " RIGHT_JOIN(posts, EQ(MAX(posts.author_id), users.id))", \
		GOOD " RIGHT_JOIN(posts, EQ(posts.author_id, users.id))") \
	CASE("aggregate-in-where", "SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text, COUNT_ROWS, decimal)))", \
		"SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(text, int, decimal)))") \
	CASE("field-null", "SELECT_ROW(Name, users.username) FROM(users) UNION(SUBQUERY(SELECT(users.bio) FROM(users)))", \
		"SELECT_ROW(Name, users.username) FROM(users) UNION(SUBQUERY(SELECT(posts.title) FROM(posts)))") \
	CASE("field-type", "SELECT_ROW(Small, int) FROM(posts) UNION(SUBQUERY(" GOOD "))", \
		"SELECT_ROW(Small, posts.views) FROM(posts) UNION(SUBQUERY(SELECT(posts.views) FROM(posts)))") \
	CASE("field-null-outer", "SELECT_ROW(Name, users.username) FROM(users) RIGHT_JOIN(posts, EQ(posts.author_id, users.id))", \
		"SELECT_ROW(Name, posts.title) FROM(users) RIGHT_JOIN(posts, EQ(posts.author_id, users.id))") \
	CASE("field-null-outer", "SELECT_ROW(Name, users.username) FROM(users) FULL_JOIN(posts, EQ(posts.author_id, users.id))", \
		"SELECT_ROW(Bio, users.username) FROM(users) FULL_JOIN(posts, EQ(posts.author_id, users.id))") \
	CASE("field-type", "SELECT_ROW(WithList, users.username, COLLECT(Name, SUBQUERY(SELECT_ROW(Name, posts.title) FROM(posts)))) FROM(users)", \
		"SELECT_ROW(WithList, users.username, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(posts)))) FROM(users)") \
	CASE("field-type", "SELECT_ROW(WithList, users.username, users.settings) FROM(users)", \
		"SELECT_ROW(WithList, users.username, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(posts) ORDER_BY(posts.id) LIMIT(int)))) FROM(users)") \
	CASE("field-type", "SELECT_ROW(Name, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(posts)))) FROM(users)", \
		"SELECT_ROW(Name, users.username) FROM(users)") \
	CASE("field-null", "SELECT_ROW(WithList, users.username, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, tags.note) FROM(tags)))) FROM(users)", \
		"SELECT_ROW(WithList, users.username, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, tags.word) FROM(tags)))) FROM(users)") \
	CASE("not-an-expression", GOOD " WHERE(EQ(users.id, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(posts)))))", GOOD) \
	CASE("not-grouped", "SELECT_ROW(WithList, users.username, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(posts) WHERE(EQ(posts.author_id, users.id))))) FROM(users) GROUP_BY(users.username)", \
		"SELECT_ROW(WithList, users.username, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(posts) WHERE(EQ(posts.author_id, users.id))))) FROM(users) GROUP_BY(users.id)") \
	CASE("not-grouped", "SELECT(users.age) DISTINCT_ON(users.id) FROM(users) GROUP_BY(users.age)", \
		"SELECT(users.age) DISTINCT_ON(users.age) FROM(users) GROUP_BY(users.age)")

/* Its expressions. */
#define EXPRESSION_CASES(CASE)                                                                                            \
	CASE("not-an-expression", GOOD " WHERE(ELSE(int))", GOOD " WHERE(IS_NULL(CASE(CASE_WHEN(users.is_active, int))))") \
	CASE("not-an-expression", "SELECT(STRING_AGG(users.bio, text, users.id)) FROM(users)", "SELECT(STRING_AGG(users.bio, text)) FROM(users)") \
	CASE("not-a-branch", "SELECT(CASE(users.age, ELSE(int))) FROM(users)", "SELECT(CASE(CASE_WHEN(GT(users.age, int), int), ELSE(int))) FROM(users)") \
	CASE("not-a-branch", "SELECT(CASE(CASE_WHEN(users.is_active, int), ELSE(int), CASE_WHEN(users.is_active, int))) FROM(users)", \
		"SELECT(CASE(CASE_WHEN(users.is_active, int), CASE_WHEN(GT(users.age, int), int))) FROM(users)") \
	CASE("not-a-branch", "SELECT(CASE(ELSE(int))) FROM(users)", "SELECT(CASE(~, ELSE(int))) FROM(users)") \
	CASE("not-a-branch", "SELECT(CASE()) FROM(users)", "SELECT(CASE(CASE_WHEN(users.is_active, users.age))) FROM(users)") \
	CASE("not-an-expression", "SELECT(CASE_WHEN(users.is_active, int)) FROM(users)", "SELECT(CASE(CASE_WHEN(users.is_active, int))) FROM(users)") \
	CASE("not-a-condition", "SELECT(CASE(CASE_WHEN(users.age, int))) FROM(users)", "SELECT(CASE(CASE_WHEN(users.is_active, int))) FROM(users)") \
	CASE("type-mismatch", "SELECT(CASE(CASE_WHEN(users.is_active, users.age), ELSE(text))) FROM(users)", \
		"SELECT(CASE(CASE_WHEN(users.is_active, users.age), ELSE(NULL))) FROM(users)") \
	CASE("type-mismatch", "SELECT(CASE(CASE_WHEN(users.is_active, users.age), CASE_WHEN(users.is_active, users.bio))) FROM(users)", \
		"SELECT(CASE(CASE_WHEN(users.is_active, users.age), CASE_WHEN(users.is_active, users.id))) FROM(users)") \
	CASE("cast-type", "SELECT(CAST(BIGINT, users.created_at)) FROM(users)", "SELECT(CAST(BIGINT, users.username)) FROM(users)") \
	CASE("cast-type", "SELECT(CAST(TEXT, users.photo)) FROM(users)", "SELECT(CAST(TEXT, users.mood)) FROM(users)") \
	CASE("cast-type", "SELECT(CAST(TEXT, users.is_active)) FROM(users)", "SELECT(CAST(INTEGER, users.is_active)) FROM(users)") \
	CASE("cast-type", "SELECT(CAST(DECIMAL, users.is_active)) FROM(users)", "SELECT(CAST(DECIMAL, users.rating)) FROM(users)") \
	CASE("cast-type", "SELECT(CAST(UUID, users.id)) FROM(users)", "SELECT(CAST(UUID, users.bio)) FROM(users)") \
	CASE("cast-type", "SELECT(CAST(TIME, users.created_at)) FROM(users)", "SELECT(CAST(DATE, users.created_at)) FROM(users)") \
	CASE("cast-type", "SELECT(CAST(JSON, users.age)) FROM(users)", "SELECT(CAST(JSON, users.bio)) FROM(users)") \
	CASE("cast-type", "SELECT(CAST(BOOLEAN, users.rating)) FROM(users)", "SELECT(CAST(BOOLEAN, users.age)) FROM(users)") \
	CASE("type-mismatch", "SELECT(NULLIF(users.age, text)) FROM(users)", "SELECT(NULLIF(users.age, int)) FROM(users)") \
	CASE("null-compared", "SELECT(NULLIF(users.age, NULL)) FROM(users)", "SELECT(NULLIF(users.bio, text?)) FROM(users)") \
	CASE("type-mismatch", GOOD " WHERE(IS_DISTINCT(users.age, users.bio))", GOOD " WHERE(IS_DISTINCT(users.age, NULL))") \
	CASE("type-mismatch", GOOD " WHERE(IS_NOT_DISTINCT(users.age, text))", GOOD " WHERE(IS_NOT_DISTINCT(users.age, integer?))") \
	CASE("not-text", "SELECT(TRIM(users.age)) FROM(users)", "SELECT(TRIM(users.bio)) FROM(users)") \
	CASE("not-text", "SELECT(SUBSTR(users.age, int)) FROM(users)", "SELECT(SUBSTR(users.bio, int)) FROM(users)") \
	CASE("not-numeric", "SELECT(SUBSTR(users.bio, text)) FROM(users)", "SELECT(SUBSTR(users.bio, users.age, int)) FROM(users)") \
	CASE("not-text", "SELECT(REPLACE(users.bio, text, int)) FROM(users)", "SELECT(REPLACE(users.bio, text, text)) FROM(users)") \
	CASE("not-text", "SELECT(POSITION(text, users.age)) FROM(users)", "SELECT(POSITION(text, users.bio)) FROM(users)") \
	CASE("not-numeric", "SELECT(ABS(users.bio)) FROM(users)", "SELECT(ABS(users.salary)) FROM(users)") \
	CASE("not-numeric", "SELECT(ROUND(users.bio)) FROM(users)", "SELECT(ROUND(users.rating)) FROM(users)") \
	CASE("not-numeric", "SELECT(ROUND(users.rating, double)) FROM(users)", "SELECT(ROUND(users.rating, int)) FROM(users)") \
	CASE("not-numeric", "SELECT(POWER(users.age, text)) FROM(users)", "SELECT(POWER(users.age, double)) FROM(users)") \
	CASE("not-numeric", "SELECT(FLOOR(users.created_at)) FROM(users)", "SELECT(CEIL(users.rating)) FROM(users)") \
	CASE("not-a-date", "SELECT(DATE_TRUNC([MONTH] users.username)) FROM(users)", "SELECT(DATE_TRUNC([MONTH] users.created_at)) FROM(users)") \
	CASE("not-a-date", "SELECT(EXTRACT([YEAR] users.age)) FROM(users)", "SELECT(EXTRACT([YEAR] users.created_at)) FROM(users)") \
	CASE("not-a-date", "SELECT(DATE_ADD([DAY] text, int)) FROM(users)", "SELECT(DATE_ADD([DAY] users.created_at, int)) FROM(users)") \
	CASE("not-a-date", "SELECT(DATE_DIFF([DAY] users.created_at, int)) FROM(users)", \
		"SELECT(DATE_DIFF([DAY] users.created_at, timestamp)) FROM(users)") \
	CASE("type-mismatch", "SELECT(DATE_DIFF([DAY] users.created_at, date)) FROM(users)", \
		"SELECT(DATE_DIFF([DAY] CAST(DATE, users.created_at), date)) FROM(users)") \
	CASE("date-unit", "SELECT(DATE_TRUNC([DAY_OF_WEEK] users.created_at)) FROM(users)", "SELECT(EXTRACT([DAY_OF_WEEK] users.created_at)) FROM(users)") \
	CASE("date-unit", "SELECT(DATE_DIFF([MONTH] users.created_at, timestamp)) FROM(users)", \
		"SELECT(DATE_DIFF([WEEK] users.created_at, timestamp)) FROM(users)") \
	CASE("date-unit", "SELECT(EXTRACT([HOUR] date)) FROM(users)", "SELECT(EXTRACT([HOUR] NOW(TIMESTAMP))) FROM(users)") \
	CASE("date-unit", "SELECT(DATE_ADD([EPOCH] users.created_at, int)) FROM(users)", "SELECT(DATE_ADD([QUARTER] users.created_at, int)) FROM(users)") \
	CASE("not-numeric", "SELECT(DATE_ADD([DAY] users.created_at, double)) FROM(users)", \
		"SELECT(DATE_ADD([DAY] users.created_at, users.age)) FROM(users)") \
	CASE("type-mismatch", "SELECT(INTERVAL_ADD(users.created_at, users.age)) FROM(users)", \
		"SELECT(INTERVAL_ADD(users.created_at, interval)) FROM(users)") \
	CASE("not-json", "SELECT(JSON_GET(users.username, text)) FROM(users)", "SELECT(JSON_GET(users.settings, text, int)) FROM(users)") \
	CASE("not-json", "SELECT(JSON_LENGTH(users.age)) FROM(users)", "SELECT(JSON_LENGTH(users.settings)) FROM(users)") \
	CASE("json-key", "SELECT(JSON_GET(users.settings, double)) FROM(users)", "SELECT(JSON_TEXT(users.settings, int)) FROM(users)") \
	CASE("json-key", "SELECT(JSON_OBJECT(int, users.id)) FROM(users)", "SELECT(JSON_OBJECT(text, users.id)) FROM(users)") \
	CASE("json-pairs", "SELECT(JSON_OBJECT(text)) FROM(users)", "SELECT(JSON_OBJECT(text, users.id, text, users.bio)) FROM(users)") \
	CASE("row-shape", GOOD " WHERE(EQ(TUPLE(users.id, users.age), TUPLE(int)))", GOOD " WHERE(EQ(TUPLE(users.id, users.age), TUPLE(int, int)))") \
	CASE("row-shape", GOOD " WHERE(EQ(TUPLE(users.id, users.age), SUBQUERY(SELECT(posts.id) FROM(posts))))", \
		GOOD " WHERE(EQ(SUBQUERY(SELECT(posts.id, posts.views) FROM(posts)), TUPLE(users.id, users.age)))") \
	CASE("row-shape", GOOD " WHERE(LT(TUPLE(users.id, users.age), TUPLE(int, text)))", \
		GOOD " WHERE(LT(TUPLE(users.id, users.bio), TUPLE(int, text)))") \
	CASE("type-mismatch", GOOD " WHERE(EQ(users.id, TUPLE(int)))", GOOD " WHERE(EQ(users.id, int))") \
	CASE("row-shape", GOOD " WHERE(IN(TUPLE(users.id, users.age), TUPLE(int, int), TUPLE(int, int, int)))", \
		GOOD " WHERE(IN(TUPLE(users.id, users.age), TUPLE(int, int), TUPLE(int, int)))") \
	CASE("type-mismatch", GOOD " WHERE(IN(TUPLE(users.id, users.age), int))", GOOD " WHERE(NOT_IN(TUPLE(users.id, users.age), TUPLE(int, int)))") \
	CASE("row-shape", GOOD " WHERE(IN_QUERY(TUPLE(users.id, users.age), SUBQUERY(SELECT(posts.id) FROM(posts))))", \
		GOOD " WHERE(IN_QUERY(TUPLE(users.id, users.age), SUBQUERY(SELECT(posts.id, posts.views) FROM(posts))))") \
	CASE("row-shape", GOOD " WHERE(NOT_IN_QUERY(TUPLE(users.id, users.age), SUBQUERY(SELECT(posts.id, posts.title) FROM(posts))))", \
		GOOD " WHERE(NOT_IN_QUERY(TUPLE(users.id, users.bio), SUBQUERY(SELECT(posts.id, posts.title) FROM(posts))))") \
	CASE("null-compared", GOOD " WHERE(EQ(TUPLE(users.id, users.bio), TUPLE(int, NULL)))", \
		GOOD " WHERE(EQ(TUPLE(users.id, users.bio), TUPLE(int, text?)))") \
	CASE("null-compared", GOOD " WHERE(EQ(TUPLE(users.id, users.bio), TUPLE(int, text!)))", \
		GOOD " WHERE(EQ(TUPLE(users.id, users.bio), TUPLE(int, text)))") \
	CASE("not-an-expression", "SELECT(TUPLE(users.id, users.age)) FROM(users)", "SELECT(users.id, users.age) FROM(users)") \
	CASE("not-a-condition", GOOD " WHERE(TUPLE(users.is_active))", GOOD " WHERE(users.is_active)") \
	CASE("empty-values", GOOD " WHERE(EQ(TUPLE(), TUPLE()))", GOOD " WHERE(EQ(TUPLE(users.id), TUPLE(int)))") \
	CASE("subquery-columns", "SELECT(SUBQUERY(SELECT(posts.id, posts.title) FROM(posts))) FROM(users)", \
		"SELECT(SUBQUERY(SELECT(MAX(posts.id)) FROM(posts))) FROM(users)") \
	CASE("subquery-columns", "SELECT(ADD(users.age, SUBQUERY(SELECT_ALL(posts) FROM(posts)))) FROM(users)", \
		"SELECT(ADD(users.age, SUBQUERY(SELECT(posts.views) FROM(posts) LIMIT(int)))) FROM(users)") \
	CASE("not-numeric", "SELECT(ADD(users.age, SUBQUERY(SELECT(posts.title) FROM(posts)))) FROM(users)", \
		"SELECT(ADD(users.age, SUBQUERY(SELECT(posts.id) FROM(posts)))) FROM(users)") \
	CASE("filter-not-aggregate", "SELECT(FILTER(users.age, users.is_active)) FROM(users)", \
		"SELECT(FILTER(SUM(users.age), users.is_active)) FROM(users)") \
	CASE("filter-not-aggregate", "SELECT(FILTER(ADD(SUM(users.age), int), users.is_active)) FROM(users)", \
		"SELECT(ADD(FILTER(COUNT_ROWS, users.is_active), int)) FROM(users)") \
	CASE("not-a-condition", "SELECT(FILTER(SUM(users.age), users.bio)) FROM(users)", "SELECT(FILTER(SUM(users.age), IS_NULL(users.bio))) FROM(users)") \
	CASE("aggregate-in-where", "SELECT(FILTER(SUM(users.age), GT(COUNT_ROWS, int))) FROM(users)", \
		"SELECT(FILTER(SUM(users.age), GT(users.id, int))) FROM(users)") \
	CASE("aggregate-of-aggregate", "SELECT(STRING_AGG(MAX(users.bio), text)) FROM(users)", \
		"SELECT(STRING_AGG(users.bio, text, ORDER_BY(DESC(users.id)))) FROM(users)") \
	CASE("aggregate-of-aggregate", "SELECT(JSON_AGG(users.id, ORDER_BY(MAX(users.age)))) FROM(users)", \
		"SELECT(JSON_AGG(users.id, ORDER_BY(users.age))) FROM(users)") \
	CASE("aggregate-and-column", "SELECT(users.id, STRING_AGG(users.bio, text)) FROM(users)", "SELECT(STRING_AGG(users.bio, text)) FROM(users)") \
	CASE("aggregate-and-column", "SELECT(users.id, FILTER(COUNT_ROWS, users.is_active)) FROM(users)", \
		"SELECT(COUNT_ROWS, FILTER(COUNT_ROWS, users.is_active)) FROM(users)") \
	CASE("aggregate-and-column", "SELECT(CASE(CASE_WHEN(users.is_active, COUNT_ROWS))) FROM(users)", \
		"SELECT(CASE(CASE_WHEN(GT(COUNT_ROWS, int), MAX(users.age)))) FROM(users)") \
	CASE("aggregate-in-where", GOOD " WHERE(GT(FILTER(COUNT_ROWS, users.is_active), int))", \
		GOOD " GROUP_BY(users.id) HAVING(GT(FILTER(COUNT_ROWS, users.is_active), int))") \
	CASE("not-grouped", "SELECT(EXTRACT([YEAR] users.created_at)) FROM(users) GROUP_BY(EXTRACT([MONTH] users.created_at))", \
		"SELECT(EXTRACT([YEAR] users.created_at)) FROM(users) GROUP_BY(EXTRACT([YEAR] users.created_at))") \
	CASE("not-grouped", "SELECT(CASE(CASE_WHEN(users.is_active, users.age))) FROM(users) GROUP_BY(users.is_active)", \
		"SELECT(CASE(CASE_WHEN(users.is_active, users.age))) FROM(users) GROUP_BY(users.is_active, users.age)") \
	CASE("not-text", "SELECT(STRING_AGG(users.age, text)) FROM(users)", "SELECT(STRING_AGG(CAST(TEXT, users.age), text)) FROM(users)") \
	CASE("not-an-expression", "SELECT(STRING_AGG(users.bio, ORDER_BY(users.id))) FROM(users)", "SELECT(STRING_AGG(users.bio, text)) FROM(users)") \
	CASE("over-not-a-function", "SELECT(OVER(users.age, PARTITION_BY(users.id))) FROM(users)", \
		"SELECT(OVER(SUM(users.age), PARTITION_BY(users.id))) FROM(users)") \
	CASE("over-not-a-function", "SELECT(OVER(SUM(users.age), users.id)) FROM(users)", "SELECT(OVER(SUM(users.age), ORDER_BY(users.id))) FROM(users)") \
	CASE("over-not-a-function", "SELECT(OVER(SUM(users.age), ORDER_BY(users.id), PARTITION_BY(users.id))) FROM(users)", \
		"SELECT(OVER(SUM(users.age), PARTITION_BY(users.id), ORDER_BY(users.id), FRAME([ROWS PRECEDING CURRENT_ROW] int))) FROM(users)") \
	CASE("over-not-a-function", "SELECT(OVER(SUM(users.age), ORDER_BY(users.id), ORDER_BY(users.age))) FROM(users)", \
		"SELECT(OVER(SUM(users.age), ORDER_BY(users.id, users.age))) FROM(users)") \
	CASE("over-not-a-function", "SELECT(OVER(COUNT_DISTINCT(users.age))) FROM(users)", "SELECT(OVER(COUNT(users.age))) FROM(users)") \
	CASE("over-not-a-function", "SELECT(OVER(FILTER(COUNT_DISTINCT(users.age), users.is_active))) FROM(users)", \
		"SELECT(FILTER(COUNT_DISTINCT(users.age), users.is_active)) FROM(users)") \
	CASE("over-not-a-function", "SELECT(OVER(JSON_AGG(users.age, ORDER_BY(users.id)))) FROM(users)", \
		"SELECT(OVER(JSON_AGG(users.age), ORDER_BY(users.id))) FROM(users)") \
	CASE("window-without-over", "SELECT(ROW_NUMBER) FROM(users)", "SELECT(OVER(ROW_NUMBER, ORDER_BY(users.id))) FROM(users)") \
	CASE("window-without-over", "SELECT(ADD(LAG(users.age), int)) FROM(users)", \
		"SELECT(ADD(OVER(LAG(users.age, int, int), ORDER_BY(users.id)), int)) FROM(users)") \
	CASE("filter-not-aggregate", "SELECT(OVER(FILTER(users.age, users.is_active))) FROM(users)", \
		"SELECT(OVER(FILTER(COUNT_ROWS, users.is_active))) FROM(users)") \
	CASE("window-misplaced", GOOD " WHERE(LT(OVER(ROW_NUMBER, ORDER_BY(users.id)), int))", GOOD " ORDER_BY(OVER(ROW_NUMBER, ORDER_BY(users.id)))") \
	CASE("window-misplaced", GOOD " GROUP_BY(users.id) HAVING(LT(OVER(COUNT_ROWS), int))", GOOD " GROUP_BY(users.id) HAVING(LT(COUNT_ROWS, int))") \
	CASE("window-misplaced", GOOD " JOIN(posts, LT(OVER(ROW_NUMBER), int))", GOOD " JOIN(posts, LT(posts.id, int))") \
	CASE("window-misplaced", GOOD " GROUP_BY(users.id, OVER(ROW_NUMBER))", GOOD " GROUP_BY(users.id, users.age)") \
	CASE("window-misplaced", "UPDATE(users, SET(users.age, OVER(ROW_NUMBER))) ALL_ROWS", "UPDATE(users, SET(users.age, int)) ALL_ROWS") \
	CASE("window-misplaced", "DELETE_FROM(users) ALL_ROWS RETURNING(OVER(ROW_NUMBER))", "DELETE_FROM(users) ALL_ROWS RETURNING(users.id)") \
	CASE("window-misplaced", "SELECT(AS('n', OVER(ROW_NUMBER))) FROM(users) GROUP_BY(LABEL('n'))", \
		"SELECT(AS('n', OVER(ROW_NUMBER))) FROM(users) ORDER_BY(LABEL('n'))") \
	CASE("window-misplaced", "SELECT(SUM(OVER(ROW_NUMBER))) FROM(users)", "SELECT(OVER(SUM(users.age))) FROM(users)") \
	CASE("window-misplaced", "SELECT(OVER(RANK, ORDER_BY(OVER(ROW_NUMBER)))) FROM(users)", "SELECT(OVER(RANK, ORDER_BY(users.id))) FROM(users)") \
	CASE("window-misplaced", "INSERT_INTO(users, SET(users.username, text), SET(users.boss_id, OVER(ROW_NUMBER)))", \
		"INSERT_INTO(users, SET(users.username, posts.title), SET(users.boss_id, OVER(ROW_NUMBER))) FROM(posts)") \
	CASE("frame-bounds", "SELECT(OVER(COUNT_ROWS, FRAME([RANGE PRECEDING CURRENT_ROW] int))) FROM(users)", \
		"SELECT(OVER(COUNT_ROWS, FRAME([RANGE UNBOUNDED_PRECEDING CURRENT_ROW]))) FROM(users)") \
	CASE("frame-bounds", "SELECT(OVER(COUNT_ROWS, ORDER_BY(users.age, users.id), FRAME([RANGE PRECEDING CURRENT_ROW] int))) FROM(users)", \
		"SELECT(OVER(COUNT_ROWS, ORDER_BY(users.age, ~), FRAME([RANGE PRECEDING CURRENT_ROW] int))) FROM(users)") \
	CASE("frame-bounds", "SELECT(OVER(COUNT_ROWS, FRAME([GROUPS CURRENT_ROW UNBOUNDED_FOLLOWING]))) FROM(users)", \
		"SELECT(OVER(COUNT_ROWS, FRAME([ROWS CURRENT_ROW UNBOUNDED_FOLLOWING]))) FROM(users)") \
	CASE("frame-bounds", "SELECT(" FRAMED "ROWS PRECEDING CURRENT_ROW] users.age))) FROM(users)", \
		"SELECT(" FRAMED "ROWS PRECEDING CURRENT_ROW] ADD(int, int)))) FROM(users)") \
	CASE("frame-bounds", "SELECT(" FRAMED "ROWS CURRENT_ROW PRECEDING] int))) FROM(users)", \
		"SELECT(" FRAMED "ROWS PRECEDING CURRENT_ROW] int))) FROM(users)") \
	CASE("frame-bounds", "SELECT(" FRAMED "RANGE UNBOUNDED_FOLLOWING UNBOUNDED_FOLLOWING]))) FROM(users)", \
		"SELECT(" FRAMED "RANGE UNBOUNDED_PRECEDING UNBOUNDED_FOLLOWING]))) FROM(users)") \
	CASE("frame-bounds", "SELECT(" FRAMED "GROUPS UNBOUNDED_PRECEDING UNBOUNDED_PRECEDING]))) FROM(users)", \
		"SELECT(" FRAMED "GROUPS PRECEDING FOLLOWING] int, int))) FROM(users)") \
	CASE("not-numeric", "SELECT(" FRAMED "ROWS PRECEDING CURRENT_ROW] double))) FROM(users)", \
		"SELECT(" FRAMED "RANGE PRECEDING CURRENT_ROW] double))) FROM(users)") \
	CASE("not-numeric", "SELECT(OVER(NTILE(users.bio), ORDER_BY(users.id))) FROM(users)", \
		"SELECT(OVER(NTILE(int), ORDER_BY(users.id))) FROM(users)") \
	CASE("not-numeric", "SELECT(OVER(LAG(users.age, text), ORDER_BY(users.id))) FROM(users)", \
		"SELECT(OVER(LEAD(users.age, int), ORDER_BY(users.id))) FROM(users)") \
	CASE("type-mismatch", "SELECT(OVER(LAG(users.age, int, text), ORDER_BY(users.id))) FROM(users)", \
		"SELECT(OVER(LAG(users.age, int, NULL), ORDER_BY(users.id))) FROM(users)") \
	CASE("not-numeric", "SELECT(OVER(NTH_VALUE(users.bio, users.bio), ORDER_BY(users.id))) FROM(users)", \
		"SELECT(OVER(NTH_VALUE(users.bio, int), ORDER_BY(users.id))) FROM(users)") \
	CASE("empty-values", "SELECT(OVER(RANK, PARTITION_BY(), ORDER_BY(users.id))) FROM(users)", \
		"SELECT(OVER(RANK, PARTITION_BY(users.age), ORDER_BY(users.id))) FROM(users)") \
	CASE("not-grouped", "SELECT(users.username, OVER(RANK, ORDER_BY(users.age))) FROM(users) GROUP_BY(users.username)", \
		"SELECT(users.username, OVER(RANK, ORDER_BY(DESC(SUM(users.age))))) FROM(users) GROUP_BY(users.username)") \
	CASE("not-grouped", "SELECT(users.username, OVER(SUM(users.age))) FROM(users) GROUP_BY(users.username)", \
		"SELECT(users.username, OVER(SUM(SUM(users.age)))) FROM(users) GROUP_BY(users.username)") \
	CASE("not-grouped", "SELECT(OVER(FILTER(COUNT_ROWS, users.is_active))) FROM(users) GROUP_BY(users.username)", \
		"SELECT(OVER(FILTER(COUNT_ROWS, users.is_active))) FROM(users) GROUP_BY(users.is_active)") \
	CASE("aggregate-and-column", "SELECT(users.id, OVER(RANK, ORDER_BY(COUNT_ROWS))) FROM(users)", \
		"SELECT(users.id, OVER(COUNT_ROWS, PARTITION_BY(users.age))) FROM(users)") \
	CASE("not-an-expression", GOOD " ORDER_BY(PARTITION_BY(users.id))", GOOD " ORDER_BY(users.id)") \
	CASE("field-null", "SELECT_ROW(Name, CASE(CASE_WHEN(users.is_active, users.username))) FROM(users)", \
		"SELECT_ROW(Name, CASE(CASE_WHEN(users.is_active, users.username), ELSE(text))) FROM(users)") \
	CASE("field-null", "SELECT_ROW(Name, NULLIF(users.username, text)) FROM(users)", \
		"SELECT_ROW(Name, COALESCE(NULLIF(users.username, text), text)) FROM(users)") \
	CASE("field-null", "SELECT_ROW(Name, OVER(LAG(users.username), ORDER_BY(users.id))) FROM(users)", \
		"SELECT_ROW(Name, OVER(LAG(users.username, int, text), ORDER_BY(users.id))) FROM(users)") \
	CASE("field-null", "SELECT_ROW(Name, SUBQUERY(SELECT(posts.title) FROM(posts))) FROM(users)", \
		"SELECT_ROW(Name, COALESCE(SUBQUERY(SELECT(posts.title) FROM(posts)), text)) FROM(users)") \
	CASE("field-null", "SELECT_ROW(Name, JSON_TEXT(users.settings, text)) FROM(users)", \
		"SELECT_ROW(Bio, JSON_TEXT(users.settings, text)) FROM(users)") \
	CASE("field-type", "SELECT_ROW(Small, OVER(ROW_NUMBER, ORDER_BY(users.id))) FROM(users)", \
		"SELECT_ROW(Counted, users.username, OVER(ROW_NUMBER, ORDER_BY(users.id))) FROM(users)") \
	CASE("field-type", "SELECT_ROW(Small, CAST(INTEGER, posts.views)) FROM(posts)", "SELECT_ROW(Small, CAST(SMALLINT, users.id)) FROM(users)")

#endif
