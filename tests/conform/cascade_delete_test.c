/* tests/conform/cascade_delete_test.c: what deleting an object does to what belongs to it: children, orphans, associations, loaded or not.
 */
#include "conform/relation.h"

/* ann has two posts (the first with two tags), a profile and a note; bob has one post. */
static int open_filled(void **state)
{
	relation_open(state);
	ELSEWHERE("INSERT INTO users (name) VALUES ('ann'), ('bob')");
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'one'), (1, 'two'), (2, 'three')");
	ELSEWHERE("INSERT INTO profiles (user_id, text) VALUES (1, 'first')");
	ELSEWHERE("INSERT INTO tags (name) VALUES ('red'), ('blue')");
	ELSEWHERE("INSERT INTO post_tags (post_id, tag_id) VALUES (1, 1), (1, 2), (3, 1)");
	ELSEWHERE("INSERT INTO notes (owner_id, text) VALUES (1, 'note'), (1, 'other')");
	return 0;
}

static void all_that_is_loaded_goes_with_it(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	LOAD(ann, users.profile);
	LOAD(ann, users.notes);
	LOAD(GET(Post, 1), posts.tags);
	LOAD(GET(Post, 2), posts.tags);
	Tag *const red = GET(Tag, 1);
	LOAD(red, tags.posts);
	Post *const one = GET(Post, 1);
	Note *const note = GET(Note, 1);
	DELETED(ann);
	assert_int_equal(cq_state_of(session, one), CQ_PERSISTENT);
	forget_sent();
	FLUSH();
	assert_sent("BEGIN; UPDATE events 0; UPDATE notes 2; DELETE post_tags 2; DELETE profiles 1; DELETE posts 2; DELETE users 1");
	assert_int_equal(cq_state_of(session, one), CQ_DELETED);
	assert_int_equal(cq_state_of(session, ann), CQ_DELETED);
	/* Who held it holds it no more. */
	assert_holds(red->posts, GET(Post, 3));
	assert_false(note->owner_id.present);
	COMMIT();
	assert_int_equal(cq_state_of(session, one), CQ_DETACHED);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts"), 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags"), 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM notes WHERE owner_id IS NULL"), 2);
}

static void what_is_not_loaded_is_read_or_written_by_one_statement(void **state)
{
	(void)state;
	DELETED(GET(User, 1));
	forget_sent();
	FLUSH();
	/* Posts and the profile are read, for they are deleted as objects; keys of notes and events and rows of
	 * post_tags are written at once. */
	assert_sent("SELECT; SELECT; BEGIN; UPDATE notes 2; UPDATE events 0; DELETE post_tags 2; DELETE profiles 1; DELETE posts 2; DELETE users 1");
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts"), 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM profiles"), 0);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM notes WHERE owner_id IS NULL"), 2);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags"), 1);
}

static void children_in_the_session_know_of_it(void **state)
{
	(void)state;
	Note *const note = GET(Note, 1);
	DELETED(GET(User, 1));
	COMMIT();
	assert_false(note->owner_id.present);
	assert_false(cq_is_modified(session, note));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM notes WHERE owner_id IS NULL"), 2);
}

static void a_rollback_brings_all_of_it_back(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	Tag *const red = GET(Tag, 1);
	LOAD(red, tags.posts);
	LOAD(ann, users.posts);
	LOAD(ann, users.notes);
	Post *const one = GET(Post, 1), *const two = GET(Post, 2);
	Note *const note = GET(Note, 1);
	DELETED(ann);
	FLUSH();
	ROLLBACK();
	assert_int_equal(cq_state_of(session, ann), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(session, one), CQ_PERSISTENT);
	assert_holds(ann->posts, one, two);
	assert_holds(red->posts, one, GET(Post, 3));
	assert_int_equal(note->owner_id.value, 1);
	assert_int_equal(cq_count(ann->notes), 2);
	forget_sent();
	FLUSH();
	assert_sent("");
}

static void an_orphan_is_deleted_unless_it_is_put_elsewhere(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	LOAD(ann, users.posts);
	LOAD(bob, users.posts);
	Post *const one = GET(Post, 1), *const two = GET(Post, 2);
	LOAD(two, posts.tags);
	REMOVE(ann, users.posts, one);
	REMOVE(ann, users.posts, two);
	APPEND(bob, users.posts, one);
	assert_empty(ann->posts);
	forget_sent();
	COMMIT();
	assert_sent("BEGIN; UPDATE posts 1; DELETE posts 1; COMMIT");
	assert_int_equal(cq_state_of(session, one), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(session, two), CQ_DETACHED);
	/* Losing the parent from the child's own side is the same. */
	ASSIGN(one, posts.author, NULL);
	COMMIT();
	assert_int_equal(cq_state_of(session, one), CQ_DETACHED);
}

static void an_orphan_without_a_row_leaves_with_what_it_brought(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .name = "ann");
	Node root = CQ_NEW(Node, .name = "root");
	Post hello = CQ_NEW(Post, .title = "hello");
	ADDED(User, &ann);
	ADDED(Node, &root);
	APPEND(&ann, users.posts, &hello);
	REMOVE(&ann, users.posts, &hello);
	assert_int_equal(cq_state_of(session, &hello), CQ_TRANSIENT);
	assert_empty(ann.posts);
	APPEND(&ann, users.posts, &hello);
	assert_int_equal(cq_state_of(session, &hello), CQ_PENDING);
	COMMIT();
	assert_int_equal(hello.author_id, ann.id);
}

static void deleting_one_child_takes_it_out_of_the_collection(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	LOAD(ann, users.profile);
	Post *const two = GET(Post, 2);
	DELETED(GET(Post, 1));
	DELETED(cq_related(ann->profile));
	forget_sent();
	FLUSH();
	assert_sent("BEGIN; DELETE post_tags 2; DELETE profiles 1; DELETE posts 1");
	assert_holds(ann->posts, two);
	assert_null(cq_related(ann->profile));
	ROLLBACK();
	assert_holds(ann->posts, GET(Post, 1), two);
	assert_non_null(cq_related(ann->profile));
}

static void what_moved_away_in_time_stays(void **state)
{
	(void)state;
	User *const ann = GET(User, 1), *const bob = GET(User, 2);
	Post *const one = GET(Post, 1);
	APPEND(bob, users.posts, one);
	DELETED(ann);
	COMMIT();
	assert_int_equal(cq_state_of(session, one), CQ_PERSISTENT);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts WHERE author_id = 2"), 2);
	/* What came in time goes. */
	Post *const three = GET(Post, 3);
	Post late = CQ_NEW(Post, .title = "late");
	APPEND(bob, users.posts, &late);
	DELETED(bob);
	COMMIT();
	assert_int_equal(cq_state_of(session, &late), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, three), CQ_DETACHED);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts"), 0);
}

static void a_tree_goes_level_by_level(void **state)
{
	(void)state;
	ELSEWHERE("INSERT INTO nodes (id, parent_id, name) VALUES (901, NULL, 'root'), (902, 901, 'a'), (903, 901, 'b'), (904, 902, 'c'), (905, 904, 'd'), (906, NULL, 'other')");
	ELSEWHERE("INSERT INTO sights (from_id, to_id) VALUES (902, 906), (906, 905), (906, 906)");
	DELETED(GET(Node, 901));
	forget_sent();
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM nodes"), 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM sights"), 1);
}

static void a_tag_loses_its_rows_only(void **state)
{
	(void)state;
	Tag *const red = GET(Tag, 1);
	Post *const one = GET(Post, 1);
	LOAD(one, posts.tags);
	/* What was about to be added is not. */
	APPEND(GET(Post, 2), posts.tags, red);
	DELETED(red);
	forget_sent();
	COMMIT();
	assert_sent("BEGIN; DELETE post_tags 2; DELETE tags 1; COMMIT");
	assert_holds(one->tags, GET(Tag, 2));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags"), 1);
}

static void deleting_goes_along_every_kind(void **state)
{
	(void)state;
	ELSEWHERE("INSERT INTO photos (name) VALUES ('cover'), ('one'), ('two'), ('other')");
	ELSEWHERE("INSERT INTO albums (cover_id) VALUES (1), (4)");
	ELSEWHERE("INSERT INTO album_photos (album_id, photo_id) VALUES (1, 2), (1, 3), (2, 4)");
	Album *const album = GET(Album, 1);
	Photo *const two = GET(Photo, 3);
	DELETED(album);
	forget_sent();
	COMMIT();
	assert_sent("SELECT; SELECT; BEGIN; DELETE album_photos 2; DELETE albums 1; DELETE photos 3; COMMIT");
	assert_int_equal(cq_state_of(session, two), CQ_DETACHED);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM photos"), 1);
	/* The same when it is loaded: nothing is read. */
	Album *const last = GET(Album, 2);
	LOAD(last, albums.photos);
	LOAD(last, albums.cover);
	DELETED(last);
	forget_sent();
	COMMIT();
	assert_sent("BEGIN; DELETE album_photos 1; DELETE albums 1; DELETE photos 1; COMMIT");
}

static void a_key_that_may_not_be_null_refuses(void **state)
{
	(void)state;
	Team team = CQ_NEW(Team, .name = "team");
	Desk desk = CQ_NEW(Desk, .place = "window");
	ADDED(Team, &team);
	ADDED(Desk, &desk);
	APPEND(&team, teams.desks, &desk);
	COMMIT();
	DELETED(&team);
	forget_sent();
	REFUSED(cq_flush(session), CQ_MISUSE, "teams.desks", "the Team 1", "the Desk 1", "desks.team_id");
	assert_sent("");
	/* The session is as it was: the program can say what it wants. */
	assert_int_equal(cq_state_of(session, &team), CQ_PERSISTENT);
	assert_holds(team.desks, &desk);
	DELETED(&desk);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM desks"), 0);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM teams"), 0);
}

static void passive_deletes_are_the_databases(void **state)
{
	(void)state;
	ELSEWHERE("INSERT INTO teams (name) VALUES ('a')");
	ELSEWHERE("INSERT INTO members (team_id, name) VALUES (1, 'x'), (1, 'y')");
	Team *const team = GET(Team, 1);
	Member *const unseen = GET(Member, 2);
	DELETED(team);
	forget_sent();
	COMMIT();
	/* Nothing is read; desks cannot lose their team, so that is left to the foreign key. */
	assert_sent("BEGIN; DELETE teams 1; COMMIT");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM members"), 0);
	REFUSED(cq_refresh(session, unseen), CQ_NO_ROW, "");
	/* What is loaded is expired: nobody takes it for a row that is there. */
	Team loaded = CQ_NEW(Team, .name = "b");
	Member member = CQ_NEW(Member, .name = "z");
	ADDED(Team, &loaded);
	APPEND(&loaded, teams.members, &member);
	COMMIT();
	forget_sent();
	DELETED(&loaded);
	COMMIT();
	assert_sent("BEGIN; DELETE teams 1; COMMIT");
	assert_true(cq_is_expired(session, &member));
	assert_int_equal(SEEN("SELECT COUNT(*) FROM members"), 0);
}

static void a_part_of_a_collection_is_not_all_of_it(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts, WHERE(EQ(posts.title, "one")));
	assert_holds(ann->posts, GET(Post, 1));
	DELETED(ann);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts"), 1);
}

static void a_failed_flush_leaves_everything(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	LOAD(ann, users.notes);
	Note *const note = GET(Note, 1);
	Post *const one = GET(Post, 1), *const two = GET(Post, 2);
	Tag twice = CQ_NEW(Tag, .name = "red");
	ADDED(Tag, &twice);
	DELETED(ann);
	REFUSED(cq_flush(session), CQ_UNIQUE, "");
	assert_int_equal(cq_state_of(session, ann), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(session, one), CQ_PERSISTENT);
	assert_holds(ann->posts, one, two);
	assert_int_equal(cq_count(ann->notes), 2);
	assert_int_equal(note->owner_id.value, 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts"), 3);
	/* What was asked for stays asked for. */
	MUST(cq_expunge(session, &twice));
	ROLLBACK();
	DELETED(ann);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts"), 1);
}

#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_filled, one_session_close)

/* What a relation shows may have left the session: its rows are still the deleted one's. */
static void what_has_left_the_session_holds_nothing_back(void **state)
{
	(void)state;
	Post *const one = GET(Post, 1);
	Tag *const red = GET(Tag, 1);
	Note *const note = GET(Note, 1);
	LOAD(one, posts.tags);
	LOAD(GET(User, 1), users.notes);
	MUST(cq_expunge(session, red));
	MUST(cq_expunge(session, note));
	DELETED(one);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM post_tags"), 1);
	DELETED(GET(User, 1));
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users"), 1);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM notes WHERE owner_id IS NULL"), 2);
}

/* The rows of the deleted one are asked for before the flush has written where its children went. */
static void what_was_sent_away_by_its_key_stays(void **state)
{
	(void)state;
	Post *const one = GET(Post, 1);
	const int64_t left = one->author_id;
	const int64_t posts_of = seen(STATEMENT(SQL(SELECT(COUNT(posts.id)), FROM(posts), WHERE(EQ(posts.author_id, left)))));
	const int64_t posts_there = SEEN("SELECT COUNT(*) FROM posts");
	User other = CQ_NEW(User, .name = "other");
	assert_true(posts_of > 1);
	ADDED(User, &other);
	FLUSH();
	one->author_id = other.id;
	DELETED(GET(User, left));
	COMMIT();
	assert_int_equal(cq_state_of(session, one), CQ_PERSISTENT);
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts"), posts_there - posts_of + 1);
	assert_int_equal(seen(STATEMENT(SQL(SELECT(posts.author_id), FROM(posts), WHERE(EQ(posts.id, one->id))))), other.id);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(all_that_is_loaded_goes_with_it),
		TEST(what_is_not_loaded_is_read_or_written_by_one_statement),
		TEST(children_in_the_session_know_of_it),
		TEST(a_rollback_brings_all_of_it_back),
		TEST(an_orphan_is_deleted_unless_it_is_put_elsewhere),
		TEST(an_orphan_without_a_row_leaves_with_what_it_brought),
		TEST(deleting_one_child_takes_it_out_of_the_collection),
		TEST(what_moved_away_in_time_stays),
		TEST(a_tree_goes_level_by_level),
		TEST(a_tag_loses_its_rows_only),
		TEST(deleting_goes_along_every_kind),
		TEST(a_key_that_may_not_be_null_refuses),
		TEST(passive_deletes_are_the_databases),
		TEST(a_part_of_a_collection_is_not_all_of_it),
		TEST(what_has_left_the_session_holds_nothing_back),
		TEST(what_was_sent_away_by_its_key_stays),
		TEST(a_failed_flush_leaves_everything),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
