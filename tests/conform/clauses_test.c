/* tests/conform/clauses_test.c: what the larger clauses do to real rows: derived tables, set operations, joins, conflicts,
 * writes with other tables.
 */
#include "conform/shop.h"
#include "support/database.h"

#define Named_FIELDS(FIELD)            \
	FIELD(id, BIGINT, users.id)        \
	FIELD(name, TEXT, users.username)
CQ_ROW(Named)
CQ_DERIVED(Named, named)
CQ_DERIVED(Named, found)
CQ_DERIVED_ALIAS(Named, named, other)

#define Number_FIELDS(FIELD) FIELD(n, BIGINT, users.id)
CQ_ROW(Number)
CQ_DERIVED(Number, numbers)

/* ann 1, bob 2, cat 3; one post of ann's, two of bob's. */
static void fill(cq_connection *db)
{
	add_user(db, "ann");
	add_user(db, "bob");
	add_user(db, "cat");
	Post written[] = { CQ_NEW(Post, .author_id = 1, .title = "x"), CQ_NEW(Post, .author_id = 2, .title = "y"),
		CQ_NEW(Post, .author_id = 2, .title = "z") };
	MUST(cq_insert_many(db, Post, written, 3));
}

static void expect_rows(const Named *rows, size_t count, const char *expected, int line)
{
	char text[512] = "";
	size_t length = 0;
	for (size_t i = 0; i < count && length < sizeof text; i++)
		length += (size_t)snprintf(text + length, sizeof text - length, "%s%lld %s", i == 0 ? "" : ", ",
			(long long)rows[i].id, rows[i].name);
	if (strcmp(text, expected) != 0)
		fail_msg("line %d: wanted \"%s\", got \"%s\"", line, expected, text);
}

#define EXPECT(expected, ...) \
	do { \
		cq_rows(Named) rows_; \
		MUST(cq_all(db, Named, &rows_, SQL(__VA_ARGS__))); \
		expect_rows(rows_.items, rows_.count, expected, __LINE__); \
		cq_free(&rows_); \
	} while (0)

/* The users by name. */
#define EXPECT_USERS(expected) EXPECT(expected, SELECT_ROW(Named), FROM(users), ORDER_BY(users.id))
#define EXPECT_POSTS(expected) EXPECT(expected, SELECT(posts.author_id, posts.title), FROM(posts), ORDER_BY(posts.id))

static void queries_stand_for_tables(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	fill(db);
	EXPECT("2 bob, 3 cat", WITH(named, SELECT_ROW(Named), FROM(users)), SELECT(named.id, named.name), FROM(named),
		WHERE(GT(named.id, 1)), ORDER_BY(named.id));
	EXPECT("2 y, 2 z", WITH(named, SELECT_ROW(Named), FROM(users)), WITH(found, SELECT(named.id, UPPER(named.name)), FROM(named)),
		SELECT(found.id, posts.title), FROM(found), JOIN(posts, EQ(posts.author_id, found.id)), WHERE(EQ(found.name, "BOB")),
		ORDER_BY(posts.id));
	EXPECT("2 2, 1 1", SELECT(named.id, named.name),
		FROM(QUERY(named, SELECT(posts.author_id, CAST(COUNT_ROWS(), TEXT)), FROM(posts), GROUP_BY(posts.author_id))),
		ORDER_BY(DESC(named.name)));
	EXPECT("1 first, 3 third", SELECT(users.id, named.name), FROM(users),
		JOIN(VALUES_AS(named, ROW(3, "third"), ROW(1, "first")), EQ(named.id, users.id)), ORDER_BY(users.id));
}

static void recursion_goes_on(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	EXPECT("1 x, 2 xy, 3 xyy, 4 xyyy",
		WITH_RECURSIVE(named, SELECT(VALUE(1), VALUE("x")),
			UNION_ALL(SELECT(ADD(named.id, 1), CONCAT(named.name, "y")), FROM(named), WHERE(LT(named.id, 4)))),
		SELECT(named.id, named.name), FROM(named), ORDER_BY(named.id));
	int64_t sum;
	MUST(cq_scalar(db, &sum, SQL(
		WITH_RECURSIVE(numbers, SELECT(VALUE(1)), UNION_ALL(SELECT(ADD(numbers.n, 1)), FROM(numbers), WHERE(LT(numbers.n, 100)))),
		SELECT(COALESCE(SUM(numbers.n), 0)), FROM(numbers))));
	assert_int_equal(sum, 5050);
}

static void parts_are_combined_from_left_to_right(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	fill(db);
	/* (1, 2, 3 and 9) but only 9: INTERSECT does not come first. */
	EXPECT("9 i", SELECT(users.id, VALUE("i")), FROM(users), UNION(SELECT(VALUE(9), VALUE("i"))),
		INTERSECT(SELECT(VALUE(9), VALUE("i"))));
	EXPECT("3 u", SELECT(AS(users.id, key), VALUE("u")), FROM(users), EXCEPT(SELECT(posts.author_id, VALUE("u")), FROM(posts)));
	EXPECT("3 u, 2 u, 2 u", SELECT(AS(users.id, key), VALUE("u")), FROM(users),
		UNION_ALL(SELECT(posts.author_id, VALUE("u")), FROM(posts)), ORDER_BY(DESC(LABEL(key))), LIMIT(3));
	/* One of the first part is not all that there is. */
	EXPECT("1 ann, 2 bob", SELECT_ROW(Named), FROM(users), WHERE(EQ(users.id, 1)),
		UNION(SELECT(users.id, users.username), FROM(users), WHERE(EQ(users.id, 2))));
}

static void joins_keep_both_sides(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	fill(db);
	EXPECT("0 ann, 0 bob, 3 cat", SELECT(COALESCE(found.id, 0), users.username),
		FROM(QUERY(found, SELECT_ROW(Named), FROM(users), WHERE(EQ(users.username, "cat")))),
		RIGHT_JOIN(users, EQ(users.id, found.id)), ORDER_BY(users.id));
	EXPECT("1 -, 2 b, 9 -", SELECT(AS(COALESCE(named.id, found.id, 0), key), COALESCE(found.name, "-")),
		FROM(VALUES_AS(named, ROW(1, "a"), ROW(9, "a"), ROW(2, "a"))),
		FULL_JOIN(VALUES_AS(found, ROW(2, "b")), EQ(found.id, named.id)), ORDER_BY(LABEL(key)));
	int64_t count;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT_ROWS()), FROM(users), CROSS_JOIN(posts))));
	assert_int_equal(count, 9);
	/* A key asked for beside other rows gives more than one. */
	EXPECT("1 x, 1 y, 1 z", SELECT(users.id, posts.title), FROM(users), CROSS_JOIN(posts), WHERE(EQ(users.id, 1)),
		ORDER_BY(posts.title));
}

static void conflicts_are_settled(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	fill(db);
	int64_t changes;
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(users, SET(username, "ann"), SET(balance, cq_decimal_constant("0"))),
		ON_CONFLICT_DO_NOTHING(users))));
	assert_int_equal(changes, 0);
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(users, SET(username, "bob"), SET(age, 7), SET(balance, cq_decimal_constant("0"))),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(age, EXCLUDED(users.age)), SET(bio, CONCAT(users.username, "!"))))));
	assert_int_equal(changes, 1);
	EXPECT("7 bob!", SELECT(CAST(COALESCE(users.age, 0), BIGINT), COALESCE(users.bio, "")), FROM(users), WHERE(EQ(users.username, "bob")));
	User two[] = { CQ_NEW(User, .username = "cat", .bio = "new"), CQ_NEW(User, .username = "dan", .bio = "new") };
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(users, VALUES(two, 2)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(bio, EXCLUDED(users.bio))))));
	assert_int_equal(changes, 2);
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(users, VALUES(two, 2)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(age, COALESCE(ADD(users.age, 1), 40)), SET(bio, CONCAT(EXCLUDED(users.bio), "er"))))));
	EXPECT("40 newer, 40 newer", SELECT(CAST(COALESCE(users.age, 0), BIGINT), COALESCE(users.bio, "")), FROM(users), WHERE(GT(users.id, 2)));
	/* PostgreSQL has made keys for the rows that were in conflict. */
	EXPECT(database_kind() == CLIENT_SQLITE ? "3 cat, 4 dan" : "3 cat, 7 dan", SELECT_ROW(Named), FROM(users), WHERE(EQ(users.bio, "newer")), ORDER_BY(users.id));
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(users, SET(username, posts.title), SET(balance, cq_decimal_constant("0"))), FROM(posts),
		ON_CONFLICT_DO_NOTHING(users, KEY(username)))));
	assert_int_equal(changes, 3);
}

static void other_tables_decide_what_is_written(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	fill(db);
	int64_t changes;
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(notes, SET(body, UPPER(posts.title))), FROM(posts),
		JOIN(users, EQ(users.id, posts.author_id)), WHERE(EQ(users.username, "bob")))));
	assert_int_equal(changes, 2);
	EXPECT("1 Y, 2 Z", SELECT(notes.id, notes.body), FROM(notes), ORDER_BY(notes.id));
	MUST(cq_execute(db, &changes, SQL(UPDATE(posts, SET(title, CONCAT(posts.title, users.username))), FROM(users),
		WHERE(EQ(posts.author_id, users.id), NE(users.username, "ann")))));
	assert_int_equal(changes, 2);
	EXPECT_POSTS("1 x, 2 ybob, 2 zbob");
	EXPECT("2 ybob", DELETE_FROM(posts), USING(users), WHERE(EQ(posts.author_id, users.id), EQ(users.username, "bob"),
		STARTS_WITH(posts.title, "y")), RETURNING(posts.author_id, posts.title));
	EXPECT_POSTS("1 x, 2 zbob");
	MUST(cq_execute(db, &changes, SQL(WITH(named, SELECT_ROW(Named), FROM(users), WHERE(EQ(users.username, "bob"))),
		DELETE_FROM(posts), WHERE(IN(posts.author_id, SUBQUERY(SELECT(named.id), FROM(named)))))));
	assert_int_equal(changes, 1);
	EXPECT_POSTS("1 x");
	EXPECT_USERS("1 ann, 2 bob, 3 cat");
}

static void nulls_stand_where_they_are_told(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	fill(db);
	MUST(cq_execute(db, NULL, SQL(UPDATE(users, SET(age, 3)), WHERE(EQ(users.username, "bob")))));
	EXPECT("2 bob, 1 ann, 3 cat", SELECT_ROW(Named), FROM(users), ORDER_BY(NULLS_LAST(users.age), users.id));
	EXPECT("1 ann, 3 cat, 2 bob", SELECT_ROW(Named), FROM(users), ORDER_BY(NULLS_FIRST(DESC(users.age)), users.id));
}

static void what_sqlite_lacks_is_said(void **state)
{
	database_only(CLIENT_SQLITE);
	cq_connection *const db = ((shop *)*state)->db;
	cq_rows(Named) rows;
	assert_int_equal(cq_all(db, Named, &rows, SQL(SELECT_ROW(Named), FROM(users), FOR_UPDATE())), CQ_UNSUPPORTED);
	assert_non_null(strstr(cq_last_error(db)->message, "FOR_UPDATE"));
	assert_int_equal(cq_all(db, Named, &rows, SQL(SELECT_ROW(Named), DISTINCT_ON(users.age), FROM(users))), CQ_UNSUPPORTED);
	assert_non_null(strstr(cq_last_error(db)->message, "DISTINCT_ON"));
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(queries_stand_for_tables, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(recursion_goes_on, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(parts_are_combined_from_left_to_right, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(joins_keep_both_sides, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(conflicts_are_settled, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(other_tables_decide_what_is_written, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(nulls_stand_where_they_are_told, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(what_sqlite_lacks_is_said, shop_open, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
