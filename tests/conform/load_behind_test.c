/* tests/conform/load_behind_test.c: JOINED behind SELECTIN: what stands behind a relation comes with the relation's own statement.
 */
#include "conform/library.h"

#include "base/alloc.h"

static void one_statement_for_both(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 2);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id),
		OPTIONS(SELECTIN(users.posts), JOINED(users.posts, posts.author)))));
	SENT(2);
	TEXT_IS(1, "SELECT \"posts\".\"id\", \"posts\".\"author_id\", \"posts\".\"title\", \"posts\".\"is_public\", \"users_1\".\"id\", "
		"\"users_1\".\"name\", \"users_1\".\"bio\", \"users_1\".\"mentor_id\" FROM \"posts\" LEFT JOIN \"users\" AS \"users_1\" ON "
		"\"users_1\".\"id\" = \"posts\".\"author_id\" WHERE \"posts\".\"author_id\" IN (SELECT value FROM json_each(?)) "
		"ORDER BY \"posts\".\"author_id\", \"posts\".\"id\"",
		"SELECT \"posts\".\"id\", \"posts\".\"author_id\", \"posts\".\"title\", \"posts\".\"is_public\", \"users_1\".\"id\", "
		"\"users_1\".\"name\", \"users_1\".\"bio\", \"users_1\".\"mentor_id\" FROM \"posts\" LEFT JOIN \"users\" AS \"users_1\" ON "
		"\"users_1\".\"id\" = \"posts\".\"author_id\" WHERE \"posts\".\"author_id\" = ANY($1) "
		"ORDER BY \"posts\".\"author_id\", \"posts\".\"id\"");
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(cq_count(found.items[i]->posts), 2);
		assert_ptr_equal(cq_related(cq_items(found.items[i]->posts)[1]->author), found.items[i]);
	}
	cq_free(&found);
}

/* Each post has three comments, of which one is deleted softly: the post comes twice, and is one. */
static void a_collection_behind_a_collection(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 3);
	for (int64_t post = 1; post <= 5; post++)
		library_comments(post);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id),
		OPTIONS(SELECTIN(users.posts), JOINED(users.posts, posts.comments)))));
	SENT(2);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(cq_count(found.items[i]->posts), 3);
		CQ_EACH(Post, post, found.items[i]->posts) {
			assert_int_equal(cq_count(post->comments), post->id == 6 ? 0 : 2);
			if (post->id != 6)
				assert_int_equal(cq_items(post->comments)[0]->id, 10 * post->id + 3);
		}
	}
	cq_free(&found);
}

/* Tags come once for each post that has them, and with each of their posts. */
static void behind_an_association(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 4);
	cq_objects(Post) found;
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), WHERE(LE(posts.id, 3)), ORDER_BY(posts.id),
		OPTIONS(SELECTIN(posts.tags), JOINED(posts.tags, tags.posts), JOINED(posts.tags, tags.posts, posts.author)))));
	SENT(2);
	assert_int_equal(found.count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(cq_count(found.items[i]->tags), i + 1);
		assert_int_equal(cq_items(found.items[i]->tags)[i]->id, i + 1);
	}
	Tag *const tag = cq_items(found.items[2]->tags)[2];
	assert_int_equal(cq_count(tag->posts), 2);
	int64_t keys = 0;
	CQ_EACH(Post, post, tag->posts) {
		keys += post->id;
		assert_int_equal(cq_related(post->author)->id, post->author_id);
	}
	assert_int_equal(keys, 3 + 7);
	cq_free(&found);
}

/* What the session has is not asked for, so what stands behind it takes a statement. */
static void what_was_there_takes_a_statement(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(4, 1);
	User *first;
	MUST(cq_get(session, User, &first, 2));
	library_listen();
	cq_objects(Post) found;
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id),
		OPTIONS(SELECTIN(posts.author), JOINED(posts.author, users.profile)))));
	SENT(3);
	assert_string_equal(cq_related(first->profile)->motto, "user 2");
	assert_string_equal(cq_related(cq_related(found.items[3]->author)->profile)->motto, "user 4");
	assert_null(cq_related(cq_related(found.items[2]->author)->profile));
	cq_free(&found);
	library_listen();
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id),
		OPTIONS(SELECTIN(posts.author), JOINED(posts.author, users.profile), POPULATE_EXISTING))));
	SENT(2);
	cq_free(&found);
}

/* The relation is loaded already, with objects that no row of a join can bring. */
static void behind_what_is_loaded(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 2);
	User *user;
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)), OPTIONS(SELECTIN(users.posts)))));
	library_listen();
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)),
		OPTIONS(SELECTIN(users.posts), JOINED(users.posts, posts.tags)))));
	SENT(2);
	assert_int_equal(cq_count(cq_items(user->posts)[0]->tags), 3);
	assert_int_equal(cq_count(cq_items(user->posts)[1]->tags), 0);
}

static void a_joined_one_whose_members_were_there(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(1, 4);
	User *user;
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts)))));
	/* Gone for the statement, not for the member. */
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(post_tags), WHERE(EQ(post_tags.post_id, 3)))));
	MUST(cq_execute(opened.db, NULL, SQL(DELETE_FROM(posts), WHERE(EQ(posts.id, 3)))));
	library_listen();
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), OPTIONS(JOINED(users.posts), JOINED(users.posts, posts.tags)))));
	/* Only the post that no row stood for is asked for. */
	SENT(2);
	assert_int_equal(cq_count(user->posts), 4);
	CQ_EACH(Post, post, user->posts)
		assert_int_equal(cq_count(post->tags), post->id == 3 ? 0 : post->id % 4);
}

static void keys_of_texts_and_of_two_columns(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	for (int32_t i = 1; i <= 3; i++) {
		Album album = { .artist = "one", .number = i, .title = "t" };
		MUST(cq_insert(opened.db, Album, &album));
		Track track = { .id = i, .artist = "one", .number = { i != 3, 1 }, .title = "x" };
		MUST(cq_insert(opened.db, Track, &track));
	}
	Country country = { .code = "fr", .name = "France" };
	MUST(cq_insert(opened.db, Country, &country));
	City cities_of[] = { { .id = { { 1 } }, .country = "fr" }, { .id = { { 2 } }, .country = "fr", .twin = { true, { { 1 } } } } };
	MUST(cq_insert_many(opened.db, City, cities_of, 2));
	library_listen();
	cq_objects(Album) albums_of;
	MUST(cq_all(session, Album, &albums_of, SQL(SELECT_ALL(albums), FROM(albums), ORDER_BY(albums.number),
		OPTIONS(SELECTIN(albums.tracks), JOINED(albums.tracks, tracks.album)))));
	SENT(2);
	assert_int_equal(cq_count(albums_of.items[0]->tracks), 2);
	assert_ptr_equal(cq_related(cq_items(albums_of.items[0]->tracks)[1]->album), albums_of.items[0]);
	assert_int_equal(cq_count(albums_of.items[2]->tracks), 0);
	cq_free(&albums_of);
	library_listen();
	Country *france;
	MUST(cq_one(session, Country, &france, SQL(SELECT_ALL(countries), FROM(countries),
		OPTIONS(SELECTIN(countries.cities), JOINED(countries.cities, cities.sister)))));
	SENT(2);
	assert_null(cq_related(cq_items(france->cities)[0]->sister));
	assert_ptr_equal(cq_related(cq_items(france->cities)[1]->sister), cq_items(france->cities)[0]);
}

/* The limit counts posts, not comments. */
static void cq_load_with_a_limit(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 4);
	for (int64_t post = 1; post <= 8; post++)
		library_comments(post);
	User *user;
	MUST(cq_get(session, User, &user, 1));
	library_listen();
	MUST(cq_load(session, user, users.posts, ORDER_BY(DESC(posts.id)), LIMIT(2), OPTIONS(JOINED(posts.comments))));
	SENT(1);
	assert_int_equal(cq_count(user->posts), 2);
	assert_int_equal(cq_items(user->posts)[0]->id, 4);
	assert_int_equal(cq_items(user->posts)[1]->id, 3);
	assert_int_equal(cq_count(cq_items(user->posts)[1]->comments), 2);
	/* Of an association nothing repeats the order outside: its statement is followed by another. */
	Post *const post = cq_items(user->posts)[1];
	library_listen();
	MUST(cq_load(session, post, posts.tags, ORDER_BY(DESC(tags.id)), LIMIT(2), OPTIONS(JOINED(tags.posts))));
	SENT(2);
	assert_int_equal(cq_count(post->tags), 2);
	assert_int_equal(cq_items(post->tags)[0]->id, 3);
	assert_int_equal(cq_count(cq_items(post->tags)[0]->posts), 2);
}

static void in_batches(void **state)
{
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.batch = 2;
	library_open_with(state, &options);
	cq_session *const session = opened.session;
	library_people(5, 3);
	cq_objects(Post) found;
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id),
		OPTIONS(SELECTIN(posts.tags), JOINED(posts.tags, tags.posts)))));
	SENT(1 + 8);
	for (size_t i = 0; i < found.count; i++) {
		assert_int_equal(cq_count(found.items[i]->tags), found.items[i]->id % 4);
		CQ_EACH(Tag, tag, found.items[i]->tags)
			assert_int_equal(cq_count(tag->posts), tag->id == 1 ? 12 : tag->id == 2 ? 8 : 4);
	}
	cq_free(&found);
}

/* The program's own joins are another thing than those that are loaded. */
static void beside_a_join_of_the_program(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 2);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id))));
	library_listen();
	MUST(cq_load_all(session, found.items, found.count, users.posts, JOIN(post_tags, EQ(post_tags.post_id, posts.id)),
		JOIN(tags, EQ(tags.id, post_tags.tag_id)), WHERE(GT(tags.id, 1)), OPTIONS(JOINED(posts.tags))));
	SENT(1);
	assert_int_equal(cq_count(found.items[0]->posts), 1);
	assert_int_equal(cq_count(found.items[1]->posts), 1);
	assert_int_equal(cq_count(cq_items(found.items[0]->posts)[0]->tags), 2);
	assert_int_equal(cq_count(cq_items(found.items[1]->posts)[0]->tags), 3);
	cq_free(&found);
}

/* Each allocation fails in turn: CQ_NO_MEMORY, nothing left behind, and what was loaded is loaded whole. */
static void without_memory(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 3);
	for (int64_t post = 1; post <= 9; post++)
		library_comments(post);
	cq_status status = CQ_NO_MEMORY;
	long failed = 0;
	while (status == CQ_NO_MEMORY) {
		cq_objects(User) found;
		MUST(cq_expunge_all(session));
		cq__alloc_fail_after(++failed);
		status = cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id),
			OPTIONS(SELECTIN(users.posts), JOINED(users.posts, posts.comments), SELECTIN(users.posts, posts.tags), JOINED(users.posts, posts.tags, tags.posts))));
		cq__alloc_fail_after(0);
		assert_int_equal(found.count, status == CQ_OK ? 3 : 0);
		for (size_t i = 0; i < found.count; i++)
			CQ_EACH(Post, post, found.items[i]->posts) {
				assert_int_equal(cq_count(post->comments), 2);
				assert_int_equal(cq_count(post->tags), post->id % 4);
			}
		cq_free(&found);
	}
	MUST(status);
	assert_true(failed > 20);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(one_statement_for_both),
		TEST(a_collection_behind_a_collection),
		TEST(behind_an_association),
		TEST(what_was_there_takes_a_statement),
		TEST(behind_what_is_loaded),
		TEST(a_joined_one_whose_members_were_there),
		TEST(keys_of_texts_and_of_two_columns),
		TEST(cq_load_with_a_limit),
		cmocka_unit_test_teardown(in_batches, library_close),
		TEST(beside_a_join_of_the_program),
		TEST(without_memory),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
