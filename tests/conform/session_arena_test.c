/* session_arena_test.c: objects in memory that the program gave: with their texts, and the relations between them, they outlive session and engine.
 *
 * What is read behind these is found by the sanitizer this is built with.
 */
#include "conform/relation.h"

#include "base/arena.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static cq_session_options options;

static int open_arena(void **state)
{
	options = (cq_session_options)CQ_SESSION_OPTIONS_INIT;
	relation_open(state);
	ELSEWHERE("INSERT INTO users (name, bio) VALUES ('ann', 'long enough to stand somewhere'), ('bob', NULL)");
	ELSEWHERE("INSERT INTO posts (author_id, title) VALUES (1, 'one'), (1, 'two'), (2, 'three')");
	ELSEWHERE("INSERT INTO tags (name) VALUES ('red')");
	ELSEWHERE("INSERT INTO post_tags (post_id, tag_id) VALUES (1, 1), (2, 1)");
	assert_int_equal(cq_arena_open(&options.arena), CQ_OK);
	session_with(&options);
	return 0;
}

static int close_arena(void **state)
{
	one_session_close(state);
	cq_arena_close(&options.arena);
	return 0;
}

static void close_session_and_engine(void)
{
	cq_session_close(&session);
	cq_engine_close(&engine);
}

/* ---- what outlives -------------------------------------------------------------------------------------------------- */

static void what_was_read(void **state)
{
	(void)state;
	cq_objects(User) found;
	MUST(cq_all(session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id), OPTIONS(SELECTIN(users.posts), SELECTIN(users.posts, posts.tags),
		JOINED(users.profile)))));
	assert_int_equal(found.count, 2);
	User *const ann = found.items[0], *const bob = found.items[1];
	cq_free(&found);
	close_session_and_engine();
	assert_string_equal(ann->name, "ann");
	assert_string_equal(ann->bio, "long enough to stand somewhere");
	assert_string_equal(ann->mood, "calm");
	assert_null(bob->bio);
	assert_null(cq_related(bob->profile));
	assert_false(cq_is_loaded(bob->notes));
	unsigned titles = 0;
	CQ_EACH(Post, post, ann->posts) {
		titles += strcmp(post->title, "one") == 0 ? 1 : strcmp(post->title, "two") == 0 ? 2 : 100;
		assert_ptr_equal(cq_related(post->author), ann);
		assert_int_equal(cq_count(post->tags), 1);
		assert_string_equal(cq_items(post->tags)[0]->name, "red");
	}
	assert_int_equal(titles, 3);
	assert_int_equal(cq_count(bob->posts), 1);
	assert_string_equal(cq_items(bob->posts)[0]->title, "three");
}

/* What cq_arena_open shows. */
static void what_a_scope_has_read(void **state)
{
	(void)state;
	User *user = NULL;
	cq_status status;
	unsigned length = 0;
	cq_session_close(&session);
	CQ_SESSION_STATUS(engine, &options, scoped, &status)
		status = cq_one(scoped, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1)), OPTIONS(SELECTIN(users.posts))));
	assert_int_equal(status, CQ_OK);
	CQ_EACH(Post, post, user->posts)
		length += (unsigned)strlen(post->title);
	assert_int_equal(length, 6);
	cq_arena_close(&options.arena);
}

/* In memory of the results of their own, and copied out of them: of the second statement most are known. */
static void what_was_read_in_pieces(void **state)
{
	(void)state;
	Post *const one = GET(Post, 1), *const two = GET(Post, 2), *three = NULL;
	cq_objects(Post) found;
	MUST(cq_all(session, Post, &found, SQL(SELECT_ALL(posts), FROM(posts), ORDER_BY(posts.id))));
	assert_int_equal(found.count, 3);
	assert_ptr_equal(found.items[0], one);
	three = found.items[2];
	cq_free(&found);
	User *const bob = GET(User, 2);
	LOAD(bob, users.posts);
	/* Read anew: the texts are those of another result. */
	ELSEWHERE("UPDATE posts SET title = 'another title of the second' WHERE id = 2");
	MUST(cq_refresh(session, two));
	MUST(cq_expire(session, one));
	assert_ptr_equal(GET(Post, 1), one);
	close_session_and_engine();
	assert_string_equal(one->title, "one");
	assert_string_equal(two->title, "another title of the second");
	assert_string_equal(three->title, "three");
	assert_holds(bob->posts, three);
	assert_ptr_equal(cq_related(three->author), bob);
}

static void what_was_added_and_changed(void **state)
{
	(void)state;
	char name[] = "eve", title[] = "first", bio[] = "assigned by the program";
	User *eve;
	Post *first, *second;
	MUST(cq_add_new(session, User, &eve, .name = name));
	MUST(cq_add_new(session, Post, &first, .title = title));
	memset(name, 'x', sizeof name - 1);
	memset(title, 'x', sizeof title - 1);
	APPEND(eve, users.posts, first);
	COMMIT();
	eve->bio = bio;
	MUST(cq_set_field(session, first, "title", "set by name"));
	MUST(cq_add_new(session, Post, &second, .title = "second"));
	APPEND(eve, users.posts, second);
	COMMIT();
	memset(bio, 'x', sizeof bio - 1);
	/* Arrays and texts that a rollback puts back. */
	eve->bio = "given up";
	REMOVE(eve, users.posts, first);
	ROLLBACK();
	close_session_and_engine();
	assert_string_equal(eve->name, "eve");
	assert_string_equal(eve->bio, "assigned by the program");
	assert_string_equal(eve->mood, "calm");
	assert_holds(eve->posts, first, second);
	assert_ptr_equal(cq_related(first->author), eve);
	assert_string_equal(first->title, "set by name");
	assert_string_equal(second->title, "second");
	assert_int_equal(second->author_id, eve->id);
}

/* The database's text, and the array of what was appended, are in the arena; the struct stays the program's. */
static void what_the_programs_own_objects_were_given(void **state)
{
	(void)state;
	User zoe = CQ_NEW(User, .name = "zoe");
	Post *post;
	ADDED(User, &zoe);
	MUST(cq_add_new(session, Post, &post, .title = "hers"));
	APPEND(&zoe, users.posts, post);
	COMMIT();
	close_session_and_engine();
	assert_string_equal(zoe.mood, "calm");
	assert_holds(zoe.posts, post);
	assert_string_equal(cq_items(zoe.posts)[0]->title, "hers");
	assert_ptr_equal(cq_related(post->author), &zoe);
}

static void what_was_merged_and_inserted_or_updated(void **state)
{
	(void)state;
	char bio[] = "merged", name[] = "ida";
	User given = CQ_NEW(User, .name = name, .bio = bio), *merged;
	Document document = CQ_NEW(Document, .text = "text"), *kept;
	document.data = (cq_bytes){ "\1\0\2", 3 };
	MUST(cq_merge(session, User, &given, &merged));
	MUST(cq_merge(session, Document, &document, &kept));
	COMMIT();
	memset(bio, 'x', sizeof bio - 1);
	memset(name, 'x', sizeof name - 1);
	close_session_and_engine();
	assert_string_equal(merged->name, "ida");
	assert_string_equal(merged->bio, "merged");
	assert_string_equal(merged->mood, "calm");
	assert_int_equal(kept->data.size, 3);
	assert_memory_equal(kept->data.data, "\1\0\2", 3);
}

/* ---- leaving -------------------------------------------------------------------------------------------------------- */

static void what_was_expunged(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	Post *const one = cq_items(ann->posts)[0];
	LOAD(one, posts.tags);
	Tag *const red = cq_items(one->tags)[0];
	MUST(cq_expunge(session, ann));
	assert_int_equal(cq_state_of(session, ann), CQ_DETACHED);
	assert_int_equal(cq_state_of(session, one), CQ_DETACHED);
	/* Along CASCADE(ALL), and no further. */
	assert_int_equal(cq_state_of(session, red), CQ_PERSISTENT);
	ann->name = "changed";
	COMMIT();
	close_session_and_engine();
	assert_int_equal(cq_count(ann->posts), 2);
	assert_string_equal(cq_items(ann->posts)[0]->title, "one");
	assert_string_equal(cq_items(one->tags)[0]->name, "red");
}

/* Without an arena they are the session's memory, and stay until it closes; a copy outlives it. */
static void expunged_without_an_arena(void **state)
{
	(void)state;
	session_again();
	User *const ann = GET(User, 1), *copy;
	LOAD(ann, users.posts);
	MUST(cq_expunge(session, ann));
	COMMIT();
	assert_string_equal(ann->bio, "long enough to stand somewhere");
	assert_string_equal(cq_items(ann->posts)[1]->title, "two");
	MUST(cq_take(session, User, ann, &copy));
	close_session_and_engine();
	assert_string_equal(copy->bio, "long enough to stand somewhere");
	assert_string_equal(cq_items(copy->posts)[1]->title, "two");
	cq_free(&copy);
}

/* ---- many sessions -------------------------------------------------------------------------------------------------- */

static void one_after_the_other(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	LOAD(ann, users.posts);
	session_with(&options);
	/* Another session, another object; what the first has read can be merged into it. */
	User *const again = GET(User, 1), *merged;
	assert_ptr_not_equal(again, ann);
	ann->name = "anna";
	MUST(cq_merge(session, User, ann, &merged));
	assert_ptr_equal(merged, again);
	COMMIT();
	assert_int_equal(SEEN("SELECT COUNT(*) FROM users WHERE name = 'anna'"), 1);
	close_session_and_engine();
	assert_string_equal(again->name, "anna");
	assert_string_equal(cq_items(ann->posts)[1]->title, "two");
	assert_string_equal(cq_items(again->posts)[1]->title, "two");
}

static void side_by_side(void **state)
{
	(void)state;
	cq_session *other;
	User *bob;
	User *const ann = GET(User, 1);
	MUST(cq_session_open(engine, &options, &other));
	assert_int_equal(cq_get(other, User, &bob, 2), CQ_OK);
	cq_session_close(&session);
	assert_int_equal(cq_load(other, bob, users.posts), CQ_OK);
	cq_session_close(&other);
	assert_string_equal(ann->name, "ann");
	assert_string_equal(cq_items(bob->posts)[0]->title, "three");
}

/* Its memory stays as long as the session needs it. */
static void closed_before_its_session(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	cq_arena_close(&options.arena);
	assert_null(options.arena);
	LOAD(ann, users.posts);
	cq_items(ann->posts)[0]->title = "changed";
	COMMIT();
	assert_string_equal(ann->name, "ann");
	assert_int_equal(SEEN("SELECT COUNT(*) FROM posts WHERE title = 'changed'"), 1);
	cq_session_close(&session);
}

static void closed_behind_an_engine_whose_session_was_forgotten(void **state)
{
	(void)state;
	User *const ann = GET(User, 1);
	cq_engine_close(&engine);
	assert_string_equal(ann->name, "ann");
	cq_session_close(&session);
	assert_string_equal(ann->name, "ann");
}

static void on_a_handle_of_the_programs(void **state)
{
	(void)state;
	cq_connection *db;
	User *ann;
	cq_session_close(&session);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_session_on(db, &options, &session), CQ_OK);
	ann = GET(User, 1);
	cq_session_close(&session);
	cq_disconnect(&db);
	assert_string_equal(ann->name, "ann");
}

/* ---- how much ------------------------------------------------------------------------------------------------------- */

enum { SESSIONS = 200, NEW_ONES = 1000 };

/* What a session needs for itself ends with it. */
static void a_session_leaves_its_objects_only(void **state)
{
	(void)state;
	User *user;
	for (int i = 0; i < NEW_ONES; i++)
		MUST(cq_add_new(session, User, &user, .name = "a name", .bio = "what is told of them"));
	COMMIT();
	cq_session_close(&session);
	const size_t bytes = cq__arena_bytes(options.arena);
	/* The objects, the texts of the program's and the database's twice at most, and the room of the last block. */
	assert_in_range(bytes, NEW_ONES * sizeof(User), NEW_ONES * (sizeof(User) + 128) + CQ__ARENA_LARGEST_BLOCK);
	for (int i = 0; i < SESSIONS; i++)
		session_with(&options);
	assert_int_equal(cq__arena_bytes(options.arena), bytes);
}

/* ---- misuse --------------------------------------------------------------------------------------------------------- */

static void misuse(void **state)
{
	(void)state;
	cq_arena *none = NULL;
	cq_session *refused_session;
	cq_session_factory *factory;
	cq_rows(User) rows;
	cq_connection *db;
	cq_session_options wrong = options;
	assert_int_equal(cq_arena_open(NULL), CQ_MISUSE);
	cq_arena_close(NULL);
	cq_arena_close(&none);
	/* A result's own memory is none. */
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_all(db, User, &rows, SQL(SELECT_ALL(users), FROM(users))), CQ_OK);
	wrong.arena = rows.arena;
	assert_int_equal(cq_session_open(engine, &wrong, &refused_session), CQ_MISUSE);
	assert_null(refused_session);
	assert_non_null(strstr(cq_engine_error(engine)->message, "the arena is none that cq_arena_open gave"));
	cq_free(&rows);
	cq_disconnect(&db);
	assert_int_equal(cq_session_factory_open(engine, &options, &factory), CQ_MISUSE);
	assert_null(factory);
	assert_non_null(strstr(cq_engine_error(engine)->message, "an arena is for one piece of work"));
}

/* What a child process writes before it is ended. */
static bool ends(void (*what)(void *argument), void *argument, char *said, size_t size)
{
	int status = 0, pipes[2];
	assert_int_equal(pipe(pipes), 0);
	const pid_t child = fork();
	if (child == 0) {
		(void)dup2(pipes[1], STDERR_FILENO);
		(void)signal(SIGABRT, SIG_DFL);
		what(argument);
		_exit(0);
	}
	(void)close(pipes[1]);
	const ssize_t got = read(pipes[0], said, size - 1);
	said[got > 0 ? got : 0] = '\0';
	(void)close(pipes[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status);
}

static void free_object(void *object)
{
	User *user = object;
	cq_free(&user);
}

static void close_as_arena(void *memory)
{
	cq_arena *arena = memory;
	cq_arena_close(&arena);
}

static void freed_by_hand(void **state)
{
	(void)state;
	char said[300];
	cq_connection *db;
	cq_rows(User) rows;
	User *ann;
	MUST(cq_one(session, User, &ann, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 1)))));
	cq_session_close(&session);
	assert_true(ends(free_object, ann, said, sizeof said));
	assert_non_null(strstr(said, "cq_free: this object is a session's"));
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_all(db, User, &rows, SQL(SELECT_ALL(users), FROM(users))), CQ_OK);
	assert_true(ends(close_as_arena, rows.arena, said, sizeof said));
	assert_non_null(strstr(said, "cq_arena_close: none that cq_arena_open gave"));
	cq_free(&rows);
	cq_disconnect(&db);
}

#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(what_was_read),
		TEST(what_a_scope_has_read),
		TEST(what_was_read_in_pieces),
		TEST(what_was_added_and_changed),
		TEST(what_the_programs_own_objects_were_given),
		TEST(what_was_merged_and_inserted_or_updated),
		TEST(what_was_expunged),
		TEST(expunged_without_an_arena),
		TEST(one_after_the_other),
		TEST(side_by_side),
		TEST(closed_before_its_session),
		TEST(closed_behind_an_engine_whose_session_was_forgotten),
		TEST(on_a_handle_of_the_programs),
		TEST(a_session_leaves_its_objects_only),
		TEST(misuse),
		TEST(freed_by_hand),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
