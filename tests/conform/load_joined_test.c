/* tests/conform/load_joined_test.c: OPTIONS(JOINED(...)): relations that come with the statement itself.
 */
#include "conform/library.h"

CQ_ALIAS(users, boss)

static void one_object_comes_along(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 2);
	cq_objects(Post) found;
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), WHERE(GT(posts.id, 1)), ORDER_BY(posts.id), LIMIT(4),
		OPTIONS(JOINED(posts.author)))));
	SENT(1);
	TEXT_IS(0, "SELECT \"posts\".\"id\", \"posts\".\"author_id\", \"posts\".\"title\", \"posts\".\"is_public\", \"users_1\".\"id\", "
		"\"users_1\".\"name\", \"users_1\".\"bio\", \"users_1\".\"mentor_id\" FROM \"posts\" LEFT JOIN \"users\" AS \"users_1\" ON "
		"\"users_1\".\"id\" = \"posts\".\"author_id\" WHERE \"posts\".\"id\" > ? ORDER BY \"posts\".\"id\" LIMIT ?",
		"SELECT \"posts\".\"id\", \"posts\".\"author_id\", \"posts\".\"title\", \"posts\".\"is_public\", \"users_1\".\"id\", "
		"\"users_1\".\"name\", \"users_1\".\"bio\", \"users_1\".\"mentor_id\" FROM \"posts\" LEFT JOIN \"users\" AS \"users_1\" ON "
		"\"users_1\".\"id\" = \"posts\".\"author_id\" WHERE \"posts\".\"id\" > $1 ORDER BY \"posts\".\"id\" LIMIT $2");
	assert_int_equal(found.count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(cq_related(found.items[i]->author)->id, found.items[i]->author_id);
	assert_ptr_equal(cq_related(found.items[1]->author), cq_related(found.items[2]->author));
	cq_free(&found);
}

static void what_is_not_there_is_null(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 0);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id),
		OPTIONS(JOINED(users.mentor), JOINED(users.profile)))));
	SENT(1);
	assert_int_equal(found.count, 3);
	assert_null(cq_related(found.items[0]->mentor));
	assert_null(cq_related(found.items[0]->profile));
	assert_ptr_equal(cq_related(found.items[2]->mentor), found.items[0]);
	assert_string_equal(cq_related(found.items[1]->profile)->motto, "user 2");
	assert_ptr_equal(cq_related(cq_related(found.items[1]->profile)->user), found.items[1]);
	cq_free(&found);
}

static void a_collection_gives_each_parent_once(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 2);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(DESC(users.id)), OPTIONS(JOINED(users.posts)))));
	SENT(1);
	TEXT_IS(0, "SELECT \"users\".\"id\", \"users\".\"name\", \"users\".\"bio\", \"users\".\"mentor_id\", \"posts_1\".\"id\", "
		"\"posts_1\".\"author_id\", \"posts_1\".\"title\", \"posts_1\".\"is_public\" FROM \"users\" LEFT JOIN \"posts\" AS \"posts_1\" ON "
		"\"posts_1\".\"author_id\" = \"users\".\"id\" ORDER BY \"users\".\"id\" DESC, \"posts_1\".\"id\"",
		"SELECT \"users\".\"id\", \"users\".\"name\", \"users\".\"bio\", \"users\".\"mentor_id\", \"posts_1\".\"id\", "
		"\"posts_1\".\"author_id\", \"posts_1\".\"title\", \"posts_1\".\"is_public\" FROM \"users\" LEFT JOIN \"posts\" AS \"posts_1\" ON "
		"\"posts_1\".\"author_id\" = \"users\".\"id\" ORDER BY \"users\".\"id\" DESC, \"posts_1\".\"id\"");
	assert_int_equal(found.count, 3);
	assert_int_equal(found.items[0]->id, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(cq_count(found.items[i]->posts), 2);
		assert_true(cq_items(found.items[i]->posts)[0]->id < cq_items(found.items[i]->posts)[1]->id);
		assert_ptr_equal(cq_related(cq_items(found.items[i]->posts)[0]->author), found.items[i]);
	}
	cq_free(&found);
}

static void two_collections_are_no_product(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 3);
	User *user;
	/* One parent, whose rows are posts times mentees. */
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1)),
		OPTIONS(JOINED(users.posts), JOINED(users.mentees)))));
	SENT(1);
	assert_int_equal(cq_count(user->posts), 3);
	assert_int_equal(cq_count(user->mentees), 2);
	assert_int_equal(cq_items(user->mentees)[1]->id, 3);
}

static void an_association_and_what_stands_behind_it(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 4);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(JOINED(users.posts, posts.tags)))));
	SENT(1);
	assert_int_equal(found.count, 2);
	assert_int_equal(cq_count(found.items[1]->posts), 4);
	for (size_t i = 0; i < 4; i++) {
		Post *const post = cq_items(found.items[1]->posts)[i];
		assert_int_equal(cq_count(post->tags), post->id % 4);
	}
	assert_int_equal(cq_items(cq_items(found.items[0]->posts)[2]->tags)[2]->id, 3);
	cq_free(&found);
}

static void joins_and_statements_together(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 4);
	cq_objects(Post) found;
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id),
		OPTIONS(JOINED(posts.author), SELECTIN(posts.author, users.profile), SELECTIN(posts.tags)))));
	SENT(3);
	assert_string_equal(cq_related(cq_related(found.items[4]->author)->profile)->motto, "user 2");
	assert_int_equal(cq_count(found.items[4]->tags), 1);
	cq_free(&found);
	library_listen();
	/* JOINED behind a statement of its own is joined into that. */
	cq_objects(User) people;
	MUST(cq_all(session, User, &people, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id),
		OPTIONS(SELECTIN(users.mentees), JOINED(users.mentees, users.mentor), POPULATE_EXISTING))));
	SENT(2);
	assert_ptr_equal(cq_related(cq_items(people.items[0]->mentees)[0]->mentor), people.items[0]);
	cq_free(&people);
}

static void a_limit_counts_objects(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(5, 3);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), WHERE(GT(users.id, 1)), ORDER_BY(DESC(users.id)), LIMIT(2),
		OFFSET(1), OPTIONS(JOINED(users.posts)))));
	SENT(1);
	TEXT_IS(0, "SELECT \"users\".\"id\", \"users\".\"name\", \"users\".\"bio\", \"users\".\"mentor_id\", \"posts_1\".\"id\", "
		"\"posts_1\".\"author_id\", \"posts_1\".\"title\", \"posts_1\".\"is_public\" FROM \"users\" LEFT JOIN \"posts\" AS \"posts_1\" ON "
		"\"posts_1\".\"author_id\" = \"users\".\"id\" WHERE \"users\".\"id\" IN (SELECT \"users\".\"id\" FROM \"users\" WHERE "
		"\"users\".\"id\" > ? ORDER BY \"users\".\"id\" DESC LIMIT ? OFFSET ?) ORDER BY \"users\".\"id\" DESC, \"posts_1\".\"id\"",
		"SELECT \"users\".\"id\", \"users\".\"name\", \"users\".\"bio\", \"users\".\"mentor_id\", \"posts_1\".\"id\", "
		"\"posts_1\".\"author_id\", \"posts_1\".\"title\", \"posts_1\".\"is_public\" FROM \"users\" LEFT JOIN \"posts\" AS \"posts_1\" ON "
		"\"posts_1\".\"author_id\" = \"users\".\"id\" WHERE \"users\".\"id\" IN (SELECT \"users\".\"id\" FROM \"users\" WHERE "
		"\"users\".\"id\" > $1 ORDER BY \"users\".\"id\" DESC LIMIT $2 OFFSET $3) ORDER BY \"users\".\"id\" DESC, \"posts_1\".\"id\"");
	assert_int_equal(found.count, 2);
	assert_int_equal(found.items[0]->id, 4);
	assert_int_equal(cq_count(found.items[1]->posts), 3);
	cq_free(&found);
	User *user;
	MUST(cq_first(session, User, &user, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), LIMIT(1), OPTIONS(JOINED(users.posts)))));
	assert_int_equal(user->id, 1);
	assert_int_equal(cq_count(user->posts), 3);
}

/* The order inside names another table, which is not there outside: then the collection takes a statement of its own. */
static void what_cannot_be_joined_takes_a_statement(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(4, 2);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), JOIN(profiles, EQ(profiles.user_id, users.id)),
		ORDER_BY(DESC(profiles.id)), LIMIT(1), OPTIONS(JOINED(users.posts)))));
	SENT(2);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.items[0]->id, 4);
	assert_int_equal(cq_count(found.items[0]->posts), 2);
	cq_free(&found);
	library_listen();
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1)),
		UNION(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2))), OPTIONS(JOINED(users.profile)))));
	SENT(2);
	assert_int_equal(found.count, 2);
	assert_true(cq_is_loaded(found.items[0]->profile));
	cq_free(&found);
}

static void how_many_rows_are_how_many_objects(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 3);
	User *user;
	assert_int_equal(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(LT(users.id, 3)), OPTIONS(JOINED(users.posts)))),
		CQ_TOO_MANY_ROWS);
	assert_null(user);
	assert_int_equal(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(GT(users.id, 3)), OPTIONS(JOINED(users.posts)))),
		CQ_NO_ROW);
	MUST(cq_one_or_none(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(GT(users.id, 3)), OPTIONS(JOINED(users.posts)))));
	assert_null(user);
	MUST(cq_one_or_none(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)), OPTIONS(JOINED(users.posts)))));
	assert_int_equal(cq_count(user->posts), 3);
	Post *post;
	MUST(cq_first(session, Post, &post, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(DESC(posts.id)), OPTIONS(JOINED(posts.author)))));
	assert_int_equal(cq_related(post->author)->id, 3);
}

static void an_alias_is_joined_as_its_table(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 2);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(boss), FROM(users), JOIN(boss, EQ(boss.id, users.mentor_id)), WHERE(EQ(users.id, 2)),
		OPTIONS(JOINED(boss.posts)))));
	SENT(1);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.items[0]->id, 1);
	assert_int_equal(cq_count(found.items[0]->posts), 2);
	cq_free(&found);
}

CQ_ALIAS(users, users_1)
CQ_ALIAS(post_tags, post_tags_1)

static void names_of_the_programs_own_stay_its_own(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 4);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), JOIN(users_1, EQ(users_1.id, users.mentor_id)),
		JOIN(post_tags_1, EQ(post_tags_1.tag_id, users_1.id)), WHERE(EQ(users.id, 3), EQ(post_tags_1.post_id, 1)),
		OPTIONS(JOINED(users.mentor, users.mentor), JOINED(users.posts, posts.tags)))));
	SENT(1);
	assert_int_equal(found.count, 1);
	assert_int_equal(cq_related(found.items[0]->mentor)->id, 1);
	assert_null(cq_related(cq_related(found.items[0]->mentor)->mentor));
	assert_int_equal(cq_count(cq_items(found.items[0]->posts)[2]->tags), 3);
	cq_free(&found);
}

static void keys_of_two_columns_are_joined(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	for (int32_t i = 1; i <= 3; i++) {
		Album album = { .artist = "someone", .number = i, .title = "an album" };
		MUST(cq_insert(opened.db, Album, &album));
		for (int k = 1; k < i; k++) {
			Track track = { .id = 10 * i + k, .artist = "someone", .number = { true, i }, .title = "a track" };
			MUST(cq_insert(opened.db, Track, &track));
		}
	}
	library_listen();
	cq_objects(Album) found;
	MUST(cq_all(session, Album, &found, SQL(SELECT_ALL(albums), FROM(albums), ORDER_BY(albums.number), LIMIT(5), OPTIONS(JOINED(albums.tracks)))));
	SENT(1);
	assert_int_equal(found.count, 3);
	for (int i = 0; i < 3; i++)
		assert_int_equal(cq_count(found.items[i]->tracks), i);
	cq_free(&found);
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(one_object_comes_along),
		TEST(what_is_not_there_is_null),
		TEST(a_collection_gives_each_parent_once),
		TEST(two_collections_are_no_product),
		TEST(an_association_and_what_stands_behind_it),
		TEST(joins_and_statements_together),
		TEST(a_limit_counts_objects),
		TEST(what_cannot_be_joined_takes_a_statement),
		TEST(how_many_rows_are_how_many_objects),
		TEST(an_alias_is_joined_as_its_table),
		TEST(names_of_the_programs_own_stay_its_own),
		TEST(keys_of_two_columns_are_joined),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
