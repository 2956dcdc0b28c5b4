/* soft_delete_test.c: rows with a deletion moment: cq_delete writes it, statements and loading do not see them, WITH_DELETED does. */
#include "helpers.h"

#define links_COLUMNS(COLUMN)                                                  \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                            \
	COLUMN(before_id, NULLABLE(BIGINT), REFERENCES(links, id), INDEXED)        \
	CQ_SOFT_DELETE(COLUMN)
#define links_RELATIONS(RELATION)                                              \
	RELATION(before, BELONGS_TO(Link, before_id), BACK(behind))                \
	RELATION(behind, HAS_MANY(Link, before_id), BACK(before), CASCADE(ALL))
CQ_MODEL(Link, links)
CQ_RELATIONS(links)

/* Ann with two posts of two comments each. */
static Person *make(void)
{
	Person *const ann = add_person("ann");
	for (int i = 0; i < 2; i++) {
		Post *post;
		MUST(cq_add_new(session, Post, &post, .title = i == 0 ? "first" : "second"));
		MUST(cq_append(session, ann, people.posts, post));
		for (int j = 0; j < 2; j++) {
			Comment *comment;
			MUST(cq_add_new(session, Comment, &comment, .body = j == 0 ? "yes" : "no"));
			MUST(cq_append(session, post, posts.comments, comment));
		}
	}
	MUST(cq_commit(session));
	(void)sent();
	return ann;
}

#define VISIBLE_POSTS(...) visible(STATEMENT(SQL(SELECT(COUNT_ROWS()), FROM(posts), __VA_ARGS__)))
static int64_t visible(cq_statement statement)
{
	int64_t count;
	MUST(cq_scalar(session, &count, statement));
	return count;
}

static void test_delete_writes_the_moment(void **state)
{
	(void)state;
	Person *const ann = make();
	Post *const first = ann->posts.items[0];
	const cq_timestamp before = cq_now();
	MUST(cq_delete(session, first));
	MUST(cq_commit(session));
	assert_int_equal(cq_state_of(session, first), CQ_PERSISTENT);
	assert_true(first->deleted_at.present);
	assert_true(first->deleted_at.value.microseconds >= before.microseconds);
	assert_int_equal(first->version, 2);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts)), 2);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts), WHERE(IS_NOT_NULL(posts.deleted_at))), 1);
	/* Its comments went with it, at the same moment; those of the other post did not. */
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(comments), JOIN(posts, ALONG(comments.post_id)), WHERE(EQ(comments.deleted_at, posts.deleted_at))), 2);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(comments), WHERE(IS_NULL(comments.deleted_at))), 2);
}

static void test_comments_that_are_not_loaded_go_too(void **state)
{
	(void)state;
	Person *const ann = make();
	const int64_t id = ann->posts.items[0]->id;
	session_again();
	Post *post;
	MUST(cq_get(session, Post, &post, id));
	assert_false(cq_is_loaded(post->comments));
	MUST(cq_delete(session, post));
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(comments), WHERE(IS_NOT_NULL(comments.deleted_at))), 2);
}

/* Level by level: what many objects lead to is read by one statement. */
static void test_what_many_lead_to_is_read_at_once(void **state)
{
	(void)state;
	const int64_t id = make()->id;
	Person *ann;
	session_again();
	MUST(cq_get(session, Person, &ann, id));
	MUST(cq_load(session, ann, people.posts));
	(void)sent();
	for (size_t i = 0; i < 2; i++)
		MUST(cq_delete(session, ann->posts.items[i]));
	MUST(cq_flush(session));
	assert_int_equal(sent(), 4); /* BEGIN, comments, and what is set in two tables */
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(comments), WHERE(IS_NOT_NULL(comments.deleted_at))), 4);
}

/* A list as long as no stack is deep. */
static void test_levels_without_end(void **state)
{
	(void)state;
	const int64_t length = database_kind() == CLIENT_POSTGRES ? 3000 : 30000;
	Link *const chain = calloc((size_t)length, sizeof *chain);
	cq_connection *db;
	assert_non_null(chain);
	for (int64_t i = 0; i < length; i++)
		chain[i] = (Link){ .id = i + 1, .before_id = { i != 0, i } };
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	const cq_table *const table = CQ_TABLE(links);
	assert_int_equal(cq_create_all(db, &table, 1), CQ_OK);
	assert_int_equal(cq_insert_many(db, Link, chain, (size_t)length), CQ_OK);
	cq_disconnect(&db);
	free(chain);
	Link *first;
	MUST(cq_get(session, Link, &first, 1));
	MUST(cq_delete(session, first));
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(links), WHERE(IS_NOT_NULL(links.deleted_at))), length);
}

static void test_deleted_rows_are_not_seen(void **state)
{
	(void)state;
	Person *const ann = make();
	Post *const first = ann->posts.items[0], *post;
	const int64_t id = first->id, ann_id = ann->id;
	cq_objects(Post) found;
	MUST(cq_delete(session, first));
	MUST(cq_commit(session));
	MUST(cq_get(session, Post, &post, id));
	assert_null(post);
	session_again();
	MUST(cq_get(session, Post, &post, id));
	assert_null(post);
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts))));
	assert_int_equal(found.count, 1);
	assert_string_equal(found.items[0]->title, "second");
	cq_free(&found);
	/* A condition of its own is not weakened by one that is an OR. */
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), WHERE(OR(EQ(posts.id, id), EQ(posts.title, "second"))))));
	assert_int_equal(found.count, 1);
	cq_free(&found);
	/* Loading. */
	Person *person;
	MUST(cq_one(session, Person, &person, SQL(SELECT_ALL(people), FROM(people), WHERE(EQ(people.id, ann_id)), OPTIONS(SELECTIN(people.posts)))));
	assert_int_equal(cq_count(person->posts), 1);
	/* With them. */
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id), OPTIONS(WITH_DELETED))));
	assert_int_equal(found.count, 2);
	assert_int_equal(found.items[0]->id, id);
	cq_free(&found);
}

static void test_in_joins_subqueries_and_relations(void **state)
{
	(void)state;
	Person *const ann = make();
	(void)add_person("bob");
	int64_t count;
	MUST(cq_delete(session, ann->posts.items[0]));
	MUST(cq_commit(session));
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT(posts.id)), FROM(people), JOIN(posts, EQ(posts.author_id, people.id)))));
	assert_int_equal(count, 1);
	/* Whoever has only deleted posts stays in a LEFT_JOIN. */
	MUST(cq_delete(session, ann->posts.items[1]));
	MUST(cq_commit(session));
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT_ROWS()), FROM(people), LEFT_JOIN(posts, EQ(posts.author_id, people.id)))));
	assert_int_equal(count, 2);
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT_ROWS()), FROM(people), WHERE(EXISTS(SELECT(posts.id), FROM(posts), WHERE(EQ(posts.author_id, people.id)))))));
	assert_int_equal(count, 0);
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT_ROWS()), FROM(people), WHERE(ANY(people.posts)))));
	assert_int_equal(count, 0);
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT_ROWS()), FROM(people), WHERE(ANY(people.posts)), OPTIONS(WITH_DELETED))));
	assert_int_equal(count, 1);
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT_ROWS()), FROM(people), WHERE(EQ(COUNT_OF(people.posts), 0)))));
	assert_int_equal(count, 2);
	/* Each query of several, each with its own WHERE or none. */
	cq_rows(int64_t) counts;
	MUST(cq_scalars(session, &counts, SQL(SELECT(AS(COUNT_ROWS(), n)), FROM(comments), UNION_ALL(SELECT(COUNT_ROWS()), FROM(posts), WHERE(GT(posts.id, 0))),
		UNION_ALL(SELECT(COUNT_ROWS()), FROM(people)), ORDER_BY(LABEL(n)))));
	assert_int_equal(counts.count, 3);
	assert_true(counts.items[0] == 0 && counts.items[1] == 0 && counts.items[2] == 2);
	cq_free(&counts);
	/* A statement that writes reads what is seen. */
	MUST(cq_execute(session, &count, SQL(INSERT_INTO(seats, SET(room, posts.title), SET(number, 1)), FROM(posts))));
	assert_int_equal(count, 0);
	MUST(cq_execute(session, &count, SQL(UPDATE(people, SET(bio, posts.title)), FROM(posts), WHERE(EQ(posts.author_id, people.id)))));
	assert_int_equal(count, 0);
	MUST(cq_execute(session, &count, SQL(DELETE_FROM(people), USING(posts), ALL_ROWS)));
	assert_int_equal(count, 0);
}

static void test_restore(void **state)
{
	(void)state;
	Person *const ann = make();
	Post *const first = ann->posts.items[0], *post;
	const int64_t id = first->id;
	MUST(cq_delete(session, first));
	MUST(cq_commit(session));
	first->deleted_at = (cq_opt_timestamp){ .present = false };
	MUST(cq_commit(session));
	MUST(cq_get(session, Post, &post, id));
	assert_ptr_equal(post, first);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts), WHERE(IS_NULL(posts.deleted_at))), 2);
}

static void test_rollback_takes_it_back(void **state)
{
	(void)state;
	Person *const ann = make();
	Post *const first = ann->posts.items[0], *post;
	MUST(cq_delete(session, first));
	MUST(cq_flush(session));
	assert_true(first->deleted_at.present);
	MUST(cq_rollback(session));
	assert_false(first->deleted_at.present);
	assert_int_equal(first->version, 1);
	MUST(cq_get(session, Post, &post, first->id));
	assert_ptr_equal(post, first);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts), WHERE(IS_NULL(posts.deleted_at))), 2);
}

static void test_an_orphan_is_deleted_softly(void **state)
{
	(void)state;
	Person *const ann = make();
	Post *const first = ann->posts.items[0];
	Comment *const comment = first->comments.items[0];
	MUST(cq_remove(session, first, posts.comments, comment));
	MUST(cq_commit(session));
	assert_true(comment->deleted_at.present);
	assert_int_equal(comment->post_id, first->id);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(comments), WHERE(IS_NOT_NULL(comments.deleted_at))), 1);
}

static void test_a_parent_that_really_goes_takes_the_rows(void **state)
{
	(void)state;
	Person *const ann = make();
	MUST(cq_delete(session, ann));
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people)), 0);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts)), 0);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(comments)), 0);
}

static void test_statements_that_write_see_every_row(void **state)
{
	(void)state;
	Person *const ann = make();
	int64_t changes;
	MUST(cq_delete(session, ann->posts.items[0]));
	MUST(cq_commit(session));
	MUST(cq_execute(session, &changes, SQL(UPDATE(posts, SET(deleted_at, (cq_opt_timestamp){ .present = false })), WHERE(IS_NOT_NULL(posts.deleted_at)))));
	assert_int_equal(changes, 1);
	MUST(cq_execute(session, &changes, SQL(DELETE_FROM(comments), WHERE(IS_NOT_NULL(comments.deleted_at)))));
	assert_int_equal(changes, 2);
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts), WHERE(IS_NULL(posts.deleted_at))), 2);
}

static void test_a_session_that_sees_them(void **state)
{
	(void)state;
	Person *const ann = make();
	const int64_t id = ann->posts.items[0]->id;
	Post *post;
	MUST(cq_delete(session, ann->posts.items[0]));
	MUST(cq_commit(session));
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.with_deleted = true;
	session_with(&options);
	MUST(cq_get(session, Post, &post, id));
	assert_non_null(post);
	assert_int_equal(VISIBLE_POSTS(ORDER_BY(COUNT_ROWS())), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_delete_writes_the_moment), TEST(test_comments_that_are_not_loaded_go_too), TEST(test_deleted_rows_are_not_seen),
		TEST(test_what_many_lead_to_is_read_at_once), TEST(test_levels_without_end),
		TEST(test_in_joins_subqueries_and_relations), TEST(test_restore), TEST(test_rollback_takes_it_back),
		TEST(test_an_orphan_is_deleted_softly), TEST(test_a_parent_that_really_goes_takes_the_rows),
		TEST(test_statements_that_write_see_every_row), TEST(test_a_session_that_sees_them),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
