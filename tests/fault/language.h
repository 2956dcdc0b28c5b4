/* tests/fault/language.h: one statement of each kind of the larger language, each a function that runs it and looks at what came.
 * It knows nothing of what goes wrong: fault/language_memory_test.c and async/language_test.c decide that. On failure the
 * outputs are empty, which is seen here, too.
 */
#ifndef CQ_TEST_FAULT_LANGUAGE_H
#define CQ_TEST_FAULT_LANGUAGE_H

/* A user's posts also lead to the notes of their numbers. */
#define users_RELATIONS(RELATION)                                   \
	RELATION(posts, HAS_MANY(Post, author_id), BACK(author))        \
	RELATION(noted, MANY_TO_MANY(Note, posts, author_id, id))
#define posts_RELATIONS(RELATION) RELATION(author, BELONGS_TO(User, author_id), BACK(posts))

#include "conform/shop.h"

#define papers_COLUMNS(COLUMN)          \
	COLUMN(id, BIGINT, PRIMARY_KEY)     \
	COLUMN(owner, VARCHAR(20), UNIQUE)  \
	COLUMN(content, JSON)               \
	COLUMN(price, DECIMAL(10, 2))       \
	COLUMN(data, NULLABLE(BYTES))
CQ_MODEL(Paper, papers)

#define Named_FIELDS(FIELD)            \
	FIELD(id, BIGINT, users.id)        \
	FIELD(name, TEXT, users.username)
CQ_ROW(Named)
CQ_DERIVED(Named, named)
CQ_DERIVED(Named, found)
#define Number_FIELDS(FIELD) FIELD(n, BIGINT)
CQ_ROW(Number)
CQ_DERIVED(Number, numbers)

/* Lists in lists. */
#define Sheet_FIELDS(FIELD)                       \
	FIELD(content, JSON, papers.content)          \
	FIELD(price, DECIMAL(10, 2), papers.price)    \
	FIELD(data, NULLABLE(BYTES), papers.data)
CQ_ROW(Sheet)
#define Written_FIELDS(FIELD)                     \
	FIELD(id, BIGINT, posts.id)                   \
	FIELD(title, TEXT, posts.title)               \
	FIELD(sheets, LIST(Sheet), COLLECT(Sheet, FROM(papers), WHERE(EQ(papers.owner, users.username)), ORDER_BY(papers.id)))
CQ_ROW(Written)
#define Author_FIELDS(FIELD)                      \
	FIELD(username, TEXT, users.username)         \
	FIELD(posts, LIST(Written), COLLECT(Written, FROM(posts), WHERE(ALONG(posts.author_id)), ORDER_BY(posts.id)))
CQ_ROW(Author)

enum { USERS = 4, MANY = 150 };

/* ann 1, bob 2, cat 3, dan 4; users 1 and 2 have two posts each, each user a paper. */
static inline void language_fill(cq_connection *db)
{
	static const char *const names[USERS] = { "ann", "bob", "cat", "dan" };
	MUST(cq_create_all(db, (const cq_table *[]){ CQ_TABLE(papers) }, 1));
	for (int i = 0; i < USERS; i++) {
		add_user(db, names[i]);
		Paper paper = CQ_NEW(Paper, .owner = names[i], .content = "{\"a\": [1, \"two\"]}", .price = ((cq_decimal){ 150 + i, 2 }));
		if (i % 2 == 0)
			paper.data = (cq_bytes){ "\0\xff", 2 };
		MUST(cq_insert(db, Paper, &paper));
	}
	Post written[] = { CQ_NEW(Post, .author_id = 1, .title = "v"), CQ_NEW(Post, .author_id = 1, .title = "w"),
		CQ_NEW(Post, .author_id = 2, .title = "x"), CQ_NEW(Post, .author_id = 2, .title = "y") };
	MUST(cq_insert_many(db, Post, written, 4));
}

/* All that is stored, as one text, freed with cq_free. */
static inline const char *language_state(cq_connection *db)
{
	const char *text;
	if (database_kind() == CLIENT_SQLITE)
		MUST(cq_scalar(db, &text, RAW_SQL("SELECT (SELECT COALESCE(group_concat(id || username || COALESCE(bio, '-') || COALESCE(age, '-')), '') FROM users)"
			" || '/' || (SELECT COALESCE(group_concat(id || title || author_id), '') FROM posts)"
			" || '/' || (SELECT COALESCE(group_concat(id || body), '') FROM notes)"
			" || '/' || (SELECT COALESCE(group_concat(id || owner || content || price), '') FROM papers)")));
	else
		MUST(cq_scalar(db, &text, RAW_SQL("SELECT (SELECT COALESCE(string_agg(id || username || COALESCE(bio, '-') || COALESCE(age::text, '-'), ',' ORDER BY id), '') FROM users)"
			" || '/' || (SELECT COALESCE(string_agg(id || title || author_id, ',' ORDER BY id), '') FROM posts)"
			" || '/' || (SELECT COALESCE(string_agg(id || body, ',' ORDER BY id), '') FROM notes)"
			" || '/' || (SELECT COALESCE(string_agg(id || owner || content || price, ',' ORDER BY id), '') FROM papers)")));
	return text;
}

/* Outputs that nothing has been put into yet: whoever leaves them so has not emptied them. */
#define ROWS_OF(T, name) cq_rows(T) name = { (T *)&name, 7, (cq_arena *)&name }
#define GAVE(call, rows)                      \
	do {                                      \
		const cq_status gave_ = (call);       \
		if (gave_ != CQ_OK) {                 \
			assert_null((rows).items);        \
			assert_int_equal((rows).count, 0); \
			return gave_;                     \
		}                                     \
	} while (0)

/* The rows' numbers and names, ended by one that is free. */
static inline void expect_named(const Named *rows, size_t count, const char *expected)
{
	char text[256] = "";
	size_t length = 0;
	for (size_t i = 0; i < count && length < sizeof text; i++)
		length += (size_t)snprintf(text + length, sizeof text - length, "%lld %s,", (long long)rows[i].id, rows[i].name);
	assert_string_equal(text, expected);
}

#define READS(name, expected, ...)                                    \
	static inline cq_status name(cq_connection *db)                   \
	{                                                                 \
		ROWS_OF(Named, rows);                                         \
		GAVE(cq_all(db, Named, &rows, SQL(__VA_ARGS__)), rows);       \
		expect_named(rows.items, rows.count, expected);               \
		cq_free(&rows);                                               \
		return CQ_OK;                                                 \
	}

READS(reads_with, "2 BOB,3 CAT,4 DAN,",
	WITH(named, SELECT_ROW(Named), FROM(users)), WITH(found, SELECT(named.id, UPPER(named.name)), FROM(named), WHERE(GT(named.id, 1))),
	SELECT(found.id, found.name), FROM(found), ORDER_BY(found.id))
READS(reads_query, "1 2,2 2,",
	SELECT(users.id, named.name), FROM(users),
	JOIN(QUERY(named, SELECT(posts.author_id, CAST(COUNT_ROWS(), TEXT)), FROM(posts), GROUP_BY(posts.author_id)), EQ(named.id, users.id)),
	ORDER_BY(users.id))
READS(reads_values, "1 one,4 four,",
	SELECT(users.id, named.name), FROM(users), JOIN(VALUES_AS(named, ROW(4, "four"), ROW(1, "one")), EQ(named.id, users.id)), ORDER_BY(users.id))
READS(reads_recursion, "1 x,2 xy,3 xyy,",
	WITH_RECURSIVE(named, SELECT(VALUE(1), VALUE("x")),
		UNION_ALL(SELECT(ADD(named.id, 1), CONCAT(named.name, "y")), FROM(named), WHERE(LT(named.id, 3)))),
	SELECT(named.id, named.name), FROM(named), ORDER_BY(named.id))
READS(reads_union, "9 u,4 u,3 u,",
	SELECT(AS(users.id, key), VALUE("u")), FROM(users), EXCEPT(SELECT(posts.author_id, VALUE("u")), FROM(posts)),
	UNION(SELECT(VALUE(9), VALUE("u"))), ORDER_BY(DESC(LABEL(key))), LIMIT(5))
READS(reads_windows, "1 1,2 3,3 6,4 10,",
	SELECT(OVER(ROW_NUMBER(), ORDER_BY(users.id)),
		CAST(COALESCE(OVER(SUM(users.id), ORDER_BY(users.id), ROWS_BETWEEN(UNBOUNDED_PRECEDING, CURRENT_ROW)), 0), TEXT)),
	FROM(users), ORDER_BY(users.id))
READS(reads_json, "2 two,2 two,",
	SELECT(CAST(COALESCE(JSON_LENGTH(JSON_GET(papers.content, "a")), 0), BIGINT), COALESCE(JSON_TEXT(papers.content, "a", 1), "")),
	FROM(papers), WHERE(NE(JSON_TEXT(JSON_OBJECT("k", papers.owner), "k"), "ann")), ORDER_BY(papers.id), LIMIT(2))
READS(reads_choices, "1 low,2 low,3 high,4 high,",
	SELECT(users.id, CASE(CASE_WHEN(IN(ROW(users.id, users.username), ROW(1, "ann"), ROW(2, "bob")), "low"), ELSE("high"))), FROM(users),
	WHERE(IS_DISTINCT(users.bio, "none"), EXISTS(SELECT(papers.id), FROM(papers), WHERE(EQ(papers.owner, users.username)))),
	ORDER_BY(users.id))
READS(reads_relations, "1 2,2 2,",
	SELECT(users.id, CAST(COUNT_OF(users.posts, HAS(posts.author)), TEXT)), FROM(users),
	WHERE(ANY(users.posts, NE(posts.title, "none"))), ORDER_BY(users.id))
READS(reads_through, "1 ann,2 bob,3 cat,4 dan,",
	SELECT(users.id, users.username), FROM(users), LEFT_JOIN(notes, ALONG(users.noted), NE(notes.body, "none")), WHERE(NOT(ANY(users.noted))),
	ORDER_BY(users.id))
READS(reads_aggregates, "2 v;w,2 x;y,",
	SELECT(COUNT(posts.id), COALESCE(FILTER(STRING_AGG(posts.title, ";"), NE(posts.title, "none")), "")), FROM(posts),
	GROUP_BY(posts.author_id), ORDER_BY(posts.author_id))

static inline void expect_author(const Author *author, int i)
{
	assert_int_equal(author->posts.count, i < 2 ? 2 : 0);
	for (size_t p = 0; p < author->posts.count; p++) {
		const Written *const post = &author->posts.items[p];
		assert_int_equal(post->id, 2 * i + (int)p + 1);
		assert_int_equal(post->sheets.count, 1);
		assert_string_equal(post->sheets.items->content, "{\"a\": [1, \"two\"]}");
		assert_int_equal(post->sheets.items->price.coefficient, 150 + i);
		assert_int_equal(post->sheets.items->data.size, i == 0 ? 2 : 0);
	}
}

static inline cq_status reads_lists(cq_connection *db)
{
	ROWS_OF(Author, rows);
	GAVE(cq_all(db, Author, &rows, SQL(SELECT_ROW(Author), FROM(users), ORDER_BY(users.id))), rows);
	assert_int_equal(rows.count, USERS);
	for (int i = 0; i < USERS; i++)
		expect_author(&rows.items[i], i);
	cq_free(&rows);
	return CQ_OK;
}

static inline cq_status reads_one_list(cq_connection *db)
{
	Author *author = (Author *)&author;
	const cq_status status = cq_one(db, Author, &author, SQL(SELECT_ROW(Author), FROM(users), WHERE(EQ(users.username, "bob"))));
	if (status != CQ_OK) {
		assert_null(author);
		return status;
	}
	expect_author(author, 1);
	cq_free(&author);
	return CQ_OK;
}

static inline cq_status streams_lists(cq_connection *db)
{
	cq_stream *stream;
	const cq_stream_options small = { .buffer_rows = 1 };
	CQ_TRY(cq_stream_open(db, Author, &small, &stream, SQL(SELECT_ROW(Author), FROM(users), ORDER_BY(users.id))));
	Author *author = NULL;
	cq_status status;
	int i = 0;
	while ((status = cq_stream_next(stream, &author)) == CQ_OK && author != NULL)
		expect_author(author, i++);
	assert_null(author);
	cq_stream_close(&stream);
	if (status == CQ_OK)
		assert_int_equal(i, USERS);
	return status;
}

static inline cq_status submits_lists(cq_connection *db)
{
	ROWS_OF(Author, rows);
	ROWS_OF(Named, both);
	cq_operation *operations[2] = { NULL, NULL };
	char name[] = "u";
	cq_status status = cq_submit_all(db, Author, &rows, &operations[0], SQL(SELECT_ROW(Author), FROM(users), ORDER_BY(users.id)));
	cq_status second = cq_submit_all(db, Named, &both, &operations[1],
		SQL(SELECT(users.id, VALUE(name)), FROM(users), INTERSECT(SELECT(VALUE(3), VALUE(name)))));
	name[0] = '?';
	if (status == CQ_OK)
		status = cq_await(operations[0]);
	if (second == CQ_OK)
		second = cq_await(operations[1]);
	assert_int_equal(rows.count, status == CQ_OK ? USERS : 0);
	if (status == CQ_OK)
		expect_author(&rows.items[1], 1);
	expect_named(both.items, both.count, second == CQ_OK ? "3 u," : "");
	for (int i = 0; i < 2; i++)
		cq_operation_release(&operations[i]);
	cq_free(&rows);
	cq_free(&both);
	return status != CQ_OK ? status : second;
}

/* Long enough to stand on the heap, extended there, copied. */
static inline cq_status extends(cq_connection *db)
{
	cq_statement kept = CQ_STATEMENT(SQL(SELECT(users.id, users.username), FROM(users))), copy;
	cq_status status = CQ_OK;
	for (int64_t i = 0; i < 30 && status == CQ_OK; i++) {
		const uint32_t before = kept.node_count;
		status = cq_extend(&kept, WHERE(NE(users.id, 100 + i)));
		if (status != CQ_OK)
			assert_int_equal(kept.node_count, before);
	}
	if (status == CQ_OK)
		status = cq_extend(&kept, JOIN(posts, ALONG(posts.author_id)), ORDER_BY(posts.id));
	cq_statement_copy(&copy, &kept);
	if (status == CQ_OK)
		status = cq_extend(&copy, LIMIT(3), OFFSET(1));
	ROWS_OF(Named, rows);
	if (status != CQ_OK) {
		cq_statement_release(&kept);
		cq_statement_release(&copy);
		return status;
	}
	status = cq_all(db, Named, &rows, copy);
	expect_named(rows.items, rows.count, status == CQ_OK ? "1 ann,2 bob,2 bob," : "");
	cq_free(&rows);
	cq_statement_release(&kept);
	cq_statement_release(&copy);
	return status;
}

static inline cq_status tells_texts(cq_connection *db)
{
	static const char *const dialects[] = { "sqlite", "postgresql", "mariadb" };
	(void)db;
	for (int i = 0; i < 3; i++) {
		char *text = (char *)&text, message[CQ_ERROR_TEXT];
		const cq_status status = cq_sql_text(dialects[i], &text, message, SQL(WITH(named, SELECT_ROW(Named), FROM(users)),
			SELECT_ROW(Author), FROM(users), JOIN(named, EQ(named.id, users.id)), ORDER_BY(users.id)));
		if (status != CQ_OK) {
			assert_null(text);
			return status;
		}
		assert_non_null(strstr(text, "WITH"));
		cq_text_free(text);
	}
	return CQ_OK;
}

/* ---- what writes: each of them once, for its rows are gone or there then */

static inline cq_status inserts_selected(cq_connection *db)
{
	int64_t changes = 0;
	CQ_TRY(cq_execute(db, &changes, SQL(INSERT_INTO(notes, SET(body, CONCAT(users.username, posts.title))), FROM(posts),
		JOIN(users, ALONG(posts.author_id)), WHERE(NE(posts.title, "v")), ORDER_BY(posts.id))));
	assert_int_equal(changes, 3);
	return CQ_OK;
}

static inline cq_status updates_from(cq_connection *db)
{
	ROWS_OF(Named, rows);
	GAVE(cq_all(db, Named, &rows, SQL(UPDATE(users, SET(bio, CONCAT(posts.title, "!"))), FROM(posts),
		WHERE(ALONG(posts.author_id), IN(posts.title, "w", "y")), RETURNING(users.id, COALESCE(users.bio, "")))), rows);
	assert_int_equal(rows.count, 2);
	cq_free(&rows);
	return CQ_OK;
}

static inline cq_status deletes_using(cq_connection *db)
{
	ROWS_OF(Named, rows);
	GAVE(cq_all(db, Named, &rows, SQL(DELETE_FROM(posts), USING(users), WHERE(ALONG(posts.author_id), EQ(users.username, "bob")),
		RETURNING(posts.id, posts.title))), rows);
	assert_int_equal(rows.count, 2);
	cq_free(&rows);
	return CQ_OK;
}

/* More objects than one statement takes, every second there already, given by the one before it. */
static inline const User *language_people(void)
{
	static User people[MANY];
	static char names[MANY][16];
	for (int i = 0; i < MANY; i++) {
		(void)snprintf(names[i], sizeof names[i], "user%d", i % 2 == 0 ? i : i - 1);
		people[i] = CQ_NEW(User, .username = i == 9 ? "ann" : names[i], .bio = "given");
	}
	return people;
}

static inline cq_status updates_conflicts(cq_connection *db)
{
	const User *const people = language_people();
	ROWS_OF(User, rows);
	GAVE(cq_all(db, User, &rows, SQL(INSERT_INTO(users, VALUES(people, MANY)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(bio, CONCAT(EXCLUDED(users.bio), "!")), SET(age, 3)), RETURNING_ALL(users))), rows);
	assert_int_equal(rows.count, MANY);
	cq_free(&rows);
	return CQ_OK;
}

static inline cq_status passes_over_conflicts(cq_connection *db)
{
	const User *const people = language_people();
	int64_t changes = -1;
	CQ_TRY(cq_execute(db, &changes, SQL(INSERT_INTO(users, VALUES(people, MANY)), ON_CONFLICT_DO_NOTHING(users))));
	assert_int_equal(changes, MANY / 2);
	return CQ_OK;
}

typedef struct language_kind {
	const char *name;
	cq_status (*run)(cq_connection *db);
} language_kind;

static const language_kind language_kinds[] = {
	{ "WITH", reads_with }, { "QUERY", reads_query }, { "VALUES_AS", reads_values },
	{ "WITH_RECURSIVE", reads_recursion }, { "UNION", reads_union }, { "OVER", reads_windows },
	{ "JSON", reads_json }, { "CASE", reads_choices }, { "FILTER", reads_aggregates },
	{ "ANY, HAS, COUNT_OF", reads_relations }, { "ALONG an association", reads_through },
	{ "COLLECT", reads_lists }, { "COLLECT, one", reads_one_list }, { "COLLECT, stream", streams_lists },
	{ "COLLECT, submitted", submits_lists }, { "cq_extend", extends }, { "cq_sql_text", tells_texts },
	{ "INSERT_INTO FROM", inserts_selected }, { "UPDATE FROM", updates_from }, { "DELETE_FROM USING", deletes_using },
	{ "ON_CONFLICT_DO_UPDATE of an array", updates_conflicts },
	{ "ON_CONFLICT_DO_NOTHING of an array", passes_over_conflicts },
};
enum { LANGUAGE_KINDS = sizeof language_kinds / sizeof *language_kinds };

#endif
