/* tests/conform/load_odd_test.c: loading where little fits: options that contradict each other, names that are taken, keys that
 * are not written yet, many keys, a session whose factory is closed.
 */
#include "conform/library.h"

/* The name that a join over users would take. */
#define users_1_COLUMNS(COLUMN)        \
	COLUMN(id, BIGINT, PRIMARY_KEY)    \
	COLUMN(owner_id, BIGINT)
#define users_1_RELATIONS(RELATION) RELATION(owner, BELONGS_TO(User, owner_id))
CQ_MODEL(Owned, users_1)
CQ_RELATIONS(users_1)

static void the_last_word_counts(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(1, 4);
	User *user;
#define ASK(...) MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), OPTIONS(__VA_ARGS__))))
	ASK(SELECTIN(users.posts, WHERE(posts.is_public)), JOINED(users.posts));
	SENT(1);
	assert_int_equal(cq_count(user->posts), 4);
	MUST(cq_expunge_all(session));
	library_listen();
	ASK(JOINED(users.posts), SELECTIN(users.posts, WHERE(posts.is_public)));
	SENT(2);
	assert_int_equal(cq_count(user->posts), 2);
	MUST(cq_expunge_all(session));
	ASK(SELECTIN(users.posts, WHERE(posts.is_public)), SELECTIN(users.posts));
	assert_int_equal(cq_count(user->posts), 4);
	MUST(cq_expunge_all(session));
	/* Through a path nothing is taken back. */
	ASK(SELECTIN(users.posts, WHERE(posts.is_public)), SELECTIN(users.posts, posts.tags));
	assert_int_equal(cq_count(user->posts), 2);
	assert_true(cq_is_loaded(cq_items(user->posts)[0]->tags));
	MUST(cq_expunge_all(session));
	ASK(SELECTIN(users.posts), UNLOADED(users.posts));
	assert_false(cq_is_loaded(user->posts));
	MUST(cq_expunge_all(session));
	ASK(UNLOADED(users.posts), SELECTIN(users.posts, posts.tags));
	assert_int_equal(cq_count(cq_items(user->posts)[2]->tags), 3);
	MUST(cq_expunge_all(session));
	ASK(UNLOADED(users.posts, posts.author), JOINED(users.posts, posts.tags));
	assert_int_equal(cq_count(cq_items(user->posts)[2]->tags), 3);
	MUST(cq_expunge_all(session));
	ASK(SELECTIN(users.posts), SELECTIN(users.posts), JOINED(users.mentor), JOINED(users.mentor));
	assert_int_equal(cq_count(user->posts), 4);
#undef ASK
}

static void distinct_and_limited(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(4, 2);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), DISTINCT, FROM(users), JOIN(posts, ALONG(users.posts)), ORDER_BY(DESC(users.name)), LIMIT(2),
		OPTIONS(JOINED(users.posts)))));
	assert_int_equal(found.count, 2);
	assert_int_equal(found.items[1]->id, 3);
	assert_int_equal(cq_count(found.items[1]->posts), 2);
	cq_free(&found);
	MUST(cq_expunge_all(session));
	library_listen();
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), DISTINCT, FROM(users), JOIN(posts, ALONG(users.posts)), LIMIT(3), OPTIONS(JOINED(users.posts)))));
	SENT(1);
	assert_int_equal(found.count, 3);
	cq_free(&found);
}

static void a_name_that_is_taken(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 0);
	const cq_table *const table = CQ_TABLE(users_1);
	MUST(cq_create_all(opened.db, &table, 1));
	Owned owned = { .id = 7, .owner_id = 2 }, *read;
	MUST(cq_insert(opened.db, Owned, &owned));
	library_listen();
	MUST(cq_one(session, Owned, &read, SQL(SELECT_ALL(users_1), FROM(users_1), OPTIONS(JOINED(users_1.owner)))));
	SENT(1);
	assert_string_equal(cq_related(read->owner)->name, "user 2");
}

static int open_without_flush(void **state)
{
	const cq_session_options options = { .no_autoflush = true };
	return library_open_with(state, &options);
}

/* Two objects with one key, until the flush: each relation is loaded all the same. */
static void keys_that_are_not_written(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 2);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id))));
	found.items[0]->id = 2;
	MUST(cq_load_all(session, found.items, found.count, users.posts));
	for (size_t i = 0; i < 3; i++)
		assert_true(cq_is_loaded(found.items[i]->posts));
	assert_int_equal(cq_count(found.items[2]->posts), 2);
	assert_int_equal(cq_items(found.items[2]->posts)[0]->author_id, 3);
	found.items[0]->id = 1;
	cq_free(&found);
}

static void the_same_object_many_times(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 2);
	User *one, *two;
	MUST(cq_get(session, User, &one, 1));
	MUST(cq_get(session, User, &two, 2));
	User *const some[] = { one, two, one, one, two };
	library_listen();
	MUST(cq_load_all(session, some, 5, users.posts, OPTIONS(JOINED(posts.author), JOINED(posts.tags))));
	SENT(1);
	assert_int_equal(cq_count(one->posts), 2);
	assert_int_equal(cq_count(two->posts), 2);
	User *const none[] = { NULL };
	assert_int_equal(cq_load_all(session, none, 1, users.posts), CQ_MISUSE);
	MUST(cq_load_all(session, none, 0, users.posts));
}

static void more_keys_than_a_statement_takes(void **state)
{
	enum { NODES = 70000 };
	cq_session *const session = ((library *)*state)->session;
	Shelf shelf = { .id = 1, .label = "x" };
	MUST(cq_insert(opened.db, Shelf, &shelf));
	Book *const many = calloc(NODES, sizeof *many);
	Publisher *const houses = calloc(NODES, sizeof *houses);
	for (int64_t i = 0; i < NODES; i++) {
		houses[i] = (Publisher){ .id = i + 1, .name = "p" };
		many[i] = (Book){ .id = i + 1, .shelf_id = 1, .publisher_id = { true, i + 1 }, .title = "b" };
	}
	MUST(cq_insert_many(opened.db, Publisher, houses, NODES));
	MUST(cq_insert_many(opened.db, Book, many, NODES));
	library_listen();
	cq_objects(Book) found;
	MUST(cq_all(session, Book, &found, SQL(SELECT_ALL(books), FROM(books), OPTIONS(SELECTIN(books.publisher), UNLOADED(books.shelf)))));
	SENT(4);
	assert_int_equal(found.count, NODES);
	for (size_t i = 0; i < NODES; i++)
		if (cq_related(found.items[i]->publisher)->id != found.items[i]->publisher_id.value)
			fail_msg("book %zu", i);
	cq_free(&found);
	free(many);
	free(houses);
}

static void a_session_outlives_its_factory(void **state)
{
	(void)state;
	cq_session_factory *factory;
	cq_session *mine, *current;
	User *user;
	library_people(1, 1);
	cq_session_options *const options = calloc(1, sizeof *options);
	options->no_autoflush = true;
	assert_int_equal(cq_session_factory_open(opened.engine, options, &factory), CQ_OK);
	free(options);
	assert_int_equal(cq_session_new(factory, &mine), CQ_OK);
	assert_int_equal(cq_session_current(factory, &current), CQ_OK);
	cq_session_factory_close(&factory);
	cq_session_factory_close(&factory);
	assert_null(factory);
	assert_int_equal(cq_one(mine, User, &user, SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts), JOINED(users.posts, posts.tags)))), CQ_OK);
	assert_int_equal(cq_count(cq_items(user->posts)[0]->tags), 1);
	cq_session_close(&mine);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(the_last_word_counts),
		TEST(distinct_and_limited),
		TEST(a_name_that_is_taken),
		cmocka_unit_test_setup_teardown(keys_that_are_not_written, open_without_flush, library_close),
		TEST(the_same_object_many_times),
		TEST(more_keys_than_a_statement_takes),
		TEST(a_session_outlives_its_factory),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
