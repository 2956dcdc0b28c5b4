/* tests/conform/load_selectin_test.c: OPTIONS(SELECTIN(...)): one statement for each relation and level, wired up.
 */
#include "conform/library.h"

static void a_collection_takes_one_statement(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(4, 3);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(SELECTIN(users.posts)))));
	SENT(2);
	TEXT_IS(1, "SELECT \"posts\".\"id\", \"posts\".\"author_id\", \"posts\".\"title\", \"posts\".\"is_public\" FROM \"posts\" "
		"WHERE \"posts\".\"author_id\" IN (SELECT value FROM json_each(?)) ORDER BY \"posts\".\"author_id\", \"posts\".\"id\"",
		"SELECT \"posts\".\"id\", \"posts\".\"author_id\", \"posts\".\"title\", \"posts\".\"is_public\" FROM \"posts\" "
		"WHERE \"posts\".\"author_id\" = ANY($1) ORDER BY \"posts\".\"author_id\", \"posts\".\"id\"");
	assert_int_equal(found.count, 4);
	int64_t key = 1;
	for (size_t i = 0; i < found.count; i++) {
		assert_int_equal(cq_count(found.items[i]->posts), 3);
		CQ_EACH(Post, post, found.items[i]->posts) {
			assert_int_equal(post->id, key++);
			/* The other side is known with it. */
			assert_ptr_equal(cq_related(post->author), found.items[i]);
			assert_false(cq_is_loaded(post->tags));
		}
		assert_false(cq_is_loaded(found.items[i]->profile));
	}
	cq_free(&found);
}

static void no_object_takes_no_statement(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_listen();
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), OPTIONS(SELECTIN(users.posts)))));
	SENT(1);
	assert_int_equal(found.count, 0);
	cq_free(&found);
}

static void an_object_with_none_has_an_empty_collection(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 0);
	User *user;
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1)),
		OPTIONS(SELECTIN(users.posts), SELECTIN(users.profile), SELECTIN(users.mentor)))));
	/* Its mentor is NULL: nobody is asked for. */
	SENT(3);
	assert_int_equal(cq_count(user->posts), 0);
	assert_null(cq_related(user->profile));
	assert_null(cq_related(user->mentor));
}

static void one_object_is_found_by_its_parents_key(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(4, 0);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(SELECTIN(users.profile)))));
	SENT(2);
	for (size_t i = 0; i < found.count; i++) {
		Profile *const profile = cq_related(found.items[i]->profile);
		if (found.items[i]->id % 2 != 0) {
			assert_null(profile);
			continue;
		}
		assert_string_equal(profile->motto, found.items[i]->name);
		assert_ptr_equal(cq_related(profile->user), found.items[i]);
	}
	cq_free(&found);
}

static void parents_that_are_there_are_not_asked_for(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 2);
	cq_objects(Post) found;
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id), OPTIONS(SELECTIN(posts.author)))));
	SENT(2);
	/* Each key once. */
	assert_string_equal(opened.parameters[1], "[[1, 2, 3]]");
	assert_int_equal(found.count, 6);
	for (size_t i = 0; i < found.count; i++)
		assert_int_equal(cq_related(found.items[i]->author)->id, found.items[i]->author_id);
	assert_ptr_equal(cq_related(found.items[0]->author), cq_related(found.items[1]->author));
	cq_free(&found);
	library_listen();
	/* The mentor of all is the first user, who is there. */
	cq_objects(User) people;
	MUST(cq_all(session, User, &people, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(SELECTIN(users.mentor)))));
	SENT(1);
	assert_null(cq_related(people.items[0]->mentor));
	assert_ptr_equal(cq_related(people.items[2]->mentor), people.items[0]);
	cq_free(&people);
}

static void an_expired_parent_is_read_again(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 1);
	User *user;
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1)))));
	MUST(cq_execute(opened.db, NULL, SQL(UPDATE(users, SET(name, "new")), WHERE(EQ(users.id, 1)))));
	MUST(cq_expire(session, user));
	library_listen();
	Post *post;
	MUST(cq_one(session, Post, &post, SQL(SELECT_ALL(posts), FROM(posts), WHERE(EQ(posts.id, 1)), OPTIONS(SELECTIN(posts.author)))));
	SENT(2);
	assert_ptr_equal(cq_related(post->author), user);
	assert_string_equal(user->name, "new");
	assert_false(cq_is_expired(session, user));
}

static void an_association_takes_one_statement(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 4);
	cq_objects(Post) found;
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id), OPTIONS(SELECTIN(posts.tags)))));
	SENT(2);
	TEXT_IS(1, "SELECT \"tags\".\"id\", \"tags\".\"name\", \"post_tags\".\"post_id\" FROM \"post_tags\" "
		"JOIN \"tags\" ON \"tags\".\"id\" = \"post_tags\".\"tag_id\" "
		"WHERE \"post_tags\".\"post_id\" IN (SELECT value FROM json_each(?)) ORDER BY \"post_tags\".\"post_id\", \"tags\".\"id\"",
		"SELECT \"tags\".\"id\", \"tags\".\"name\", \"post_tags\".\"post_id\" FROM \"post_tags\" "
		"JOIN \"tags\" ON \"tags\".\"id\" = \"post_tags\".\"tag_id\" "
		"WHERE \"post_tags\".\"post_id\" = ANY($1) ORDER BY \"post_tags\".\"post_id\", \"tags\".\"id\"");
	Tag *first = NULL;
	for (size_t i = 0; i < found.count; i++) {
		int32_t key = 0;
		assert_int_equal(cq_count(found.items[i]->tags), found.items[i]->id % 4);
		CQ_EACH(Tag, tag, found.items[i]->tags) {
			assert_int_equal(tag->id, ++key);
			/* The same tag of another post is the same object; its own collection is not loaded. */
			first = first != NULL ? first : tag;
			assert_true(key != 1 || tag == first);
			assert_false(cq_is_loaded(tag->posts));
		}
	}
	cq_free(&found);
	library_listen();
	/* From the other side. */
	cq_objects(Tag) tagged;
	MUST(cq_all(session, Tag, &tagged, SQL(SELECT_ALL(tags), FROM(tags), ORDER_BY(tags.id), OPTIONS(SELECTIN(tags.posts)))));
	SENT(2);
	assert_ptr_equal(tagged.items[0], first);
	assert_int_equal(cq_count(tagged.items[0]->posts), 6);
	assert_int_equal(cq_count(tagged.items[2]->posts), 2);
	cq_free(&tagged);
}

static void paths_go_level_by_level(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(5, 4);
	library_comments(1);
	library_comments(7);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id),
		OPTIONS(SELECTIN(users.posts), SELECTIN(users.posts, posts.tags), SELECTIN(users.posts, posts.comments)))));
	SENT(4);
	Post *const post = cq_items(found.items[0]->posts)[0];
	/* Downwards, without the one that is deleted softly. */
	assert_int_equal(cq_count(post->comments), 2);
	assert_int_equal(cq_items(post->comments)[0]->id, 13);
	assert_int_equal(cq_items(post->comments)[1]->id, 11);
	assert_ptr_equal(cq_related(cq_items(post->comments)[0]->post), post);
	assert_int_equal(cq_count(cq_items(found.items[1]->posts)[2]->comments), 2);
	assert_int_equal(cq_count(cq_items(found.items[1]->posts)[2]->tags), 3);
	cq_free(&found);
}

static void a_path_loads_what_it_leads_through(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 3);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(SELECTIN(users.posts, posts.tags)))));
	SENT(3);
	assert_int_equal(cq_count(cq_items(found.items[1]->posts)[2]->tags), 2);
	cq_free(&found);
	library_listen();
	/* All of it is there now: only the first statement is sent. */
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(SELECTIN(users.posts, posts.tags)))));
	SENT(1);
	cq_free(&found);
	library_listen();
	/* A further step begins at what is there. */
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(SELECTIN(users.posts, posts.comments)))));
	SENT(2);
	assert_int_equal(cq_count(cq_items(found.items[0]->posts)[0]->comments), 0);
	cq_free(&found);
}

static void self_references_go_as_deep_as_said(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(5, 0);
	User *user;
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1)),
		OPTIONS(SELECTIN(users.mentees), SELECTIN(users.mentees, users.mentees)))));
	SENT(3);
	assert_int_equal(cq_count(user->mentees), 4);
	assert_ptr_equal(cq_related(cq_items(user->mentees)[3]->mentor), user);
	assert_int_equal(cq_count(cq_items(user->mentees)[3]->mentees), 0);
}

static void conditions_and_order_are_the_programs(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 4);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id),
		OPTIONS(SELECTIN(users.posts, WHERE(posts.is_public), ORDER_BY(DESC(posts.id)))))));
	SENT(2);
	TEXT_IS(1, "SELECT \"posts\".\"id\", \"posts\".\"author_id\", \"posts\".\"title\", \"posts\".\"is_public\" FROM \"posts\" "
		"WHERE \"posts\".\"author_id\" IN (SELECT value FROM json_each(?)) AND \"posts\".\"is_public\" ORDER BY \"posts\".\"id\" DESC",
		"SELECT \"posts\".\"id\", \"posts\".\"author_id\", \"posts\".\"title\", \"posts\".\"is_public\" FROM \"posts\" "
		"WHERE \"posts\".\"author_id\" = ANY($1) AND \"posts\".\"is_public\" ORDER BY \"posts\".\"id\" DESC");
	assert_int_equal(cq_count(found.items[1]->posts), 2);
	assert_int_equal(cq_items(found.items[1]->posts)[0]->id, 7);
	assert_int_equal(cq_items(found.items[1]->posts)[1]->id, 5);
	cq_free(&found);
	library_listen();
	/* It stays what it is, until it is loaded anew. */
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(SELECTIN(users.posts)))));
	SENT(1);
	assert_int_equal(cq_count(found.items[1]->posts), 2);
	cq_free(&found);
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id),
		OPTIONS(SELECTIN(users.posts), POPULATE_EXISTING))));
	assert_int_equal(cq_count(found.items[1]->posts), 4);
	cq_free(&found);
}

/* What a condition left out was not removed. */
static void a_flush_keeps_what_is_not_in_the_collection(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(2, 4);
	User *user, *other;
	MUST(cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1)),
		OPTIONS(SELECTIN(users.posts, WHERE(posts.is_public))))));
	MUST(cq_one(session, User, &other, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 2)))));
	assert_int_equal(cq_count(user->posts), 2);
	Post *const post = cq_items(user->posts)[0];
	MUST(cq_assign(session, post, posts.author, other));
	assert_int_equal(cq_count(user->posts), 1);
	MUST(cq_flush(session));
	int64_t count;
	MUST(cq_scalar(session, &count, SQL(SELECT(COUNT(posts.id)), FROM(posts), WHERE(EQ(posts.author_id, 1)))));
	assert_int_equal(count, 3);
	/* Loaded now, it has the one that was put into it. */
	MUST(cq_load(session, other, users.posts));
	assert_int_equal(cq_count(other->posts), 5);
	assert_ptr_equal(cq_items(other->posts)[0], post);
	MUST(cq_rollback(session));
}

/* Several relations of one level, within a transaction, and one of them fails. */
static void relations_of_one_level_go_together(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 2);
	library_comments(1);
	MUST(cq_begin(session, NULL));
	cq_objects(Post) found;
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id),
		OPTIONS(SELECTIN(posts.author), SELECTIN(posts.tags), SELECTIN(posts.comments)))));
	assert_int_equal(cq_count(found.items[0]->comments), 2);
	assert_int_equal(cq_count(found.items[2]->tags), 3);
	cq_free(&found);
	MUST(cq_rollback(session));
	MUST(cq_expunge_all(session));
	MUST(cq_execute(opened.db, NULL, RAW_SQL("ALTER TABLE tags RENAME COLUMN name TO label")));
	assert_int_not_equal(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id),
		OPTIONS(SELECTIN(posts.author), SELECTIN(posts.tags), SELECTIN(posts.comments)))), CQ_OK);
	assert_non_null(strstr(cq_session_error(session)->sql, "post_tags"));
	assert_null(found.items);
	MUST(cq_execute(opened.db, NULL, RAW_SQL("ALTER TABLE tags RENAME COLUMN label TO name")));
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id),
		OPTIONS(SELECTIN(posts.author), SELECTIN(posts.tags), SELECTIN(posts.comments)))));
	assert_int_equal(cq_count(found.items[2]->tags), 3);
	cq_free(&found);
}

static void a_value_in_a_condition_finds_its_place(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 4);
	const char *const name = "user 2";
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.name, name)), LIMIT(5),
		OPTIONS(SELECTIN(users.posts, WHERE(GT(posts.id, 5), LT(posts.id, 8))), SELECTIN(users.posts, posts.tags, WHERE(NE(tags.id, 1)))))));
	SENT(3);
	assert_int_equal(found.count, 1);
	assert_int_equal(cq_count(found.items[0]->posts), 2);
	assert_int_equal(cq_count(cq_items(found.items[0]->posts)[1]->tags), 2);
	cq_free(&found);
}

static void keys_of_two_columns(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	for (int32_t i = 1; i <= 5; i++) {
		Album album = { .artist = i % 2 != 0 ? "odd" : "even", .number = i, .title = "an album" };
		MUST(cq_insert(opened.db, Album, &album));
		for (int k = 0; k < i; k++) {
			Track track = { .id = 10 * i + k, .artist = album.artist, .number = { true, i }, .title = "a track" };
			MUST(cq_insert(opened.db, Track, &track));
		}
	}
	Track none = { .id = 99, .artist = "odd", .title = "of no album" };
	MUST(cq_insert(opened.db, Track, &none));
	library_listen();
	cq_objects(Album) found;
	MUST(cq_all(session, Album, &found, SQL(SELECT_ALL(albums), FROM(albums), ORDER_BY(albums.number), OPTIONS(SELECTIN(albums.tracks)))));
	SENT(2);
	for (int i = 0; i < 5; i++)
		assert_int_equal(cq_count(found.items[i]->tracks), i + 1);
	assert_int_equal(cq_items(found.items[4]->tracks)[4]->id, 54);
	cq_free(&found);
	MUST(cq_expunge_all(session));
	library_listen();
	cq_objects(Track) all;
	MUST(cq_all(session, Track, &all, SQL(SELECT_ALL(tracks), FROM(tracks), ORDER_BY(tracks.id), OPTIONS(SELECTIN(tracks.album)))));
	SENT(2);
	assert_int_equal(all.count, 16);
	for (size_t i = 0; i < 15; i++)
		assert_int_equal(cq_related(all.items[i]->album)->number, all.items[i]->number.value);
	assert_null(cq_related(all.items[15]->album));
	cq_free(&all);
}

static void keys_of_texts_and_bytes(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	Country countries_of[] = { { .code = "de", .name = "Germany" }, { .code = "fr", .name = "France" } };
	MUST(cq_insert_many(opened.db, Country, countries_of, 2));
	City cities_of[5];
	memset(cities_of, 0, sizeof cities_of);
	for (uint8_t i = 0; i < 5; i++) {
		cities_of[i].id.bytes[0] = (uint8_t)(i + 1);
		cities_of[i].country = i == 4 ? NULL : i % 2 != 0 ? "fr" : "de";
		cities_of[i].twin = (cq_opt_uuid){ i != 0, cities_of[0].id };
	}
	MUST(cq_insert_many(opened.db, City, cities_of, 5));
	library_listen();
	cq_objects(Country) found;
	MUST(cq_all(session, Country, &found, SQL(SELECT_ALL(countries), FROM(countries), ORDER_BY(countries.code),
		OPTIONS(SELECTIN(countries.cities), SELECTIN(countries.cities, cities.sister)))));
	/* The twin of all is there by then. */
	SENT(2);
	assert_int_equal(cq_count(found.items[0]->cities), 2);
	assert_int_equal(cq_count(found.items[1]->cities), 2);
	City *const first = cq_items(found.items[0]->cities)[0];
	assert_null(cq_related(first->sister));
	assert_ptr_equal(cq_related(cq_items(found.items[1]->cities)[1]->sister), first);
	cq_free(&found);
	MUST(cq_expunge_all(session));
	library_listen();
	cq_objects(City) all;
	MUST(cq_all(session, City, &all, SQL(SELECT_ALL(cities), FROM(cities), WHERE(IS_NOT_NULL(cities.twin)), ORDER_BY(cities.id),
		OPTIONS(SELECTIN(cities.state), SELECTIN(cities.sister)))));
	SENT(3);
	assert_string_equal(cq_related(all.items[0]->state)->name, "France");
	assert_null(cq_related(all.items[3]->state));
	assert_int_equal(cq_related(all.items[3]->sister)->id.bytes[0], 1);
	cq_free(&all);
}

static int open_with_small_batches(void **state)
{
	const cq_session_options options = { .batch = 3 };
	return library_open_with(state, &options);
}

static void keys_go_in_batches(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(7, 2);
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(SELECTIN(users.posts)))));
	SENT(4);
	/* Several are under way at once at a server: they are done in no order. */
	size_t last = 0;
	for (size_t i = 1; i < 4; i++)
		last += strcmp(opened.parameters[i], "[[7]]") == 0;
	assert_int_equal(last, 1);
	for (size_t i = 0; i < 7; i++) {
		assert_int_equal(cq_count(found.items[i]->posts), 2);
		assert_int_equal(cq_items(found.items[i]->posts)[1]->id, 2 * (int64_t)i + 2);
	}
	cq_free(&found);
}

#define Mentoring_FIELDS(FIELD)   \
	FIELD(who, OBJECT(User), ALL(users))  \
	FIELD(title, TEXT, posts.title) \
	FIELD(what, OBJECT(Post), ALL(posts))
CQ_ROW(Mentoring)

static void objects_of_a_row_list_are_loaded_too(void **state)
{
	cq_session *const session = ((library *)*state)->session;
	library_people(3, 2);
	cq_rows(Mentoring) rows;
	MUST(cq_all(session, Mentoring, &rows, SQL(SELECT_ROW(Mentoring), FROM(posts), JOIN(users, EQ(users.id, posts.author_id)),
		ORDER_BY(posts.id), OPTIONS(SELECTIN(users.profile), SELECTIN(posts.tags)))));
	SENT(3);
	assert_int_equal(rows.count, 6);
	assert_ptr_equal(rows.items[0].who, rows.items[1].who);
	assert_string_equal(rows.items[3].title, "post 4");
	assert_string_equal(cq_related(rows.items[3].who->profile)->motto, "user 2");
	assert_int_equal(cq_count(rows.items[2].what->tags), 3);
	Post *const post = rows.items[5].what;
	cq_free(&rows);
	/* The rows are gone, the objects are the session's. */
	assert_string_equal(post->title, "post 6");
}

int main(void)
{
	if (database_missing() != 0)
		return database_missing();
#define TEST(name) cmocka_unit_test_setup_teardown(name, library_open, library_close)
	const struct CMUnitTest tests[] = {
		TEST(a_collection_takes_one_statement),
		TEST(no_object_takes_no_statement),
		TEST(an_object_with_none_has_an_empty_collection),
		TEST(one_object_is_found_by_its_parents_key),
		TEST(parents_that_are_there_are_not_asked_for),
		TEST(an_expired_parent_is_read_again),
		TEST(an_association_takes_one_statement),
		TEST(paths_go_level_by_level),
		TEST(a_path_loads_what_it_leads_through),
		TEST(self_references_go_as_deep_as_said),
		TEST(conditions_and_order_are_the_programs),
		TEST(a_flush_keeps_what_is_not_in_the_collection),
		TEST(relations_of_one_level_go_together),
		TEST(a_value_in_a_condition_finds_its_place),
		TEST(keys_of_two_columns),
		TEST(keys_of_texts_and_bytes),
		cmocka_unit_test_setup_teardown(keys_go_in_batches, open_with_small_batches, library_close),
		TEST(objects_of_a_row_list_are_loaded_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
