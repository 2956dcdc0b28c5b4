/* tests/conform/flush_failure_test.c: flushes that fail half-way: what the database has then, and what the objects.
 */
#include "conform/flush.h"

#include "base/alloc.h"

#define clocks_COLUMNS(COLUMN)     \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(hour, INTEGER, DEFAULT_SQL("'noon'"))
CQ_MODEL(Clock, clocks)

static bool left_to_database(const User *user)
{
	return user->mood == cq_default_text;
}

/* The flush began the transaction; it is gone, and everything is as it was. */
static void a_row_that_is_refused(void **state)
{
	(void)state;
	User good = CQ_NEW(User, .username = "good"), bad = CQ_NEW(User, .username = "bad", .age = -1);
	Post post = CQ_NEW(Post, .title = "a");
	MUST(cq_add(session, User, &good));
	MUST(cq_add(session, User, &bad));
	MUST(cq_append(session, &good, users.posts, &post));
	REFUSED(cq_flush(session), CQ_CHECK, "age");
	assert_string_equal(told_sent() + strlen("BEGIN; INSERT users "), database_kind() == CLIENT_SQLITE ? "1; ROLLBACK" : "0; ROLLBACK");
	const User *const both[] = { &good, &bad };
	for (unsigned i = 0; i < 2; i++) {
		assert_int_equal(cq_state_of(session, both[i]), CQ_PENDING);
		assert_int_equal(both[i]->id, 0);
		assert_true(left_to_database(both[i]));
	}
	assert_false(post.author_id.present);
	bad.age = 1;
	MUST(cq_commit(session));
	assert_int_equal(post.author_id.value, good.id);
	assert_int_equal(SEEN("SELECT count(*) FROM users JOIN posts ON author_id = users.id"), 1);
	assert_int_equal(SEEN("SELECT count(*) FROM users"), 2);
}

/* Each kind of write in one flush, of which the last fails. */
static void all_of_it_is_undone(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .username = "ann"), bob = CQ_NEW(User, .username = "bob"), new = CQ_NEW(User, .username = "new");
	Post post = CQ_NEW(Post, .title = "a"), gone = CQ_NEW(Post, .title = "gone");
	Tag tag = CQ_NEW(Tag, .name = "tag");
	Document document = CQ_NEW(Document, .text = "text");
	MUST(cq_append(session, ({ MUST(cq_add(session, User, &ann)); &ann; }), users.posts, &post));
	MUST(cq_add(session, User, &bob));
	MUST(cq_add(session, Post, &gone));
	MUST(cq_add(session, Tag, &tag));
	MUST(cq_add(session, Document, &document));
	MUST(cq_commit(session));
	/* A row that nobody here knows of stands on a user's. */
	ELSEWHERE("INSERT INTO profiles (user_id, text) SELECT id, 'x' FROM users WHERE username = 'bob'");
	MUST(cq_add(session, User, &new));
	MUST(cq_assign(session, &post, posts.author, &new));
	MUST(cq_append(session, &post, posts.tags, &tag));
	document.text = "changed";
	MUST(cq_delete(session, &gone));
	MUST(cq_expire(session, &bob));
	assert_int_equal(cq_state_of(session, &bob), CQ_PERSISTENT);
	ann.username = "bob";
	REFUSED(cq_flush(session), CQ_UNIQUE, "username");
	assert_false(cq_in_transaction(cq_session_connection(session)));
	assert_int_equal(cq_state_of(session, &new), CQ_PENDING);
	assert_int_equal(new.id, 0);
	assert_int_equal(post.author_id.value, ann.id);
	assert_ptr_equal(cq_related(post.author), &new);
	assert_int_equal(document.version, 1);
	assert_true(cq_is_modified(session, &document));
	assert_int_equal(cq_state_of(session, &gone), CQ_PERSISTENT);
	assert_string_equal(ann.username, "bob");
	assert_int_equal(SEEN("SELECT count(*) FROM posts JOIN users ON users.id = author_id WHERE username = 'ann'"), 1);
	ann.username = "anna";
	MUST(cq_commit(session));
	assert_int_equal(document.version, 2);
	assert_int_equal(cq_state_of(session, &gone), CQ_DETACHED);
	assert_int_equal(SEEN("SELECT count(*) FROM posts JOIN users ON users.id = author_id JOIN post_tags ON post_id = posts.id WHERE username = 'new'"), 1);
	assert_int_equal(SEEN("SELECT count(*) FROM posts"), 1);
}

static void the_transaction_that_was_open(void **state)
{
	(void)state;
	User before = CQ_NEW(User, .username = "before"), with = CQ_NEW(User, .username = "with");
	MUST(cq_begin(session, NULL));
	MUST(cq_add(session, User, &before));
	MUST(cq_flush(session));
	MUST(cq_add(session, User, &with));
	before.age = -1;
	forget_sent();
	REFUSED(cq_flush(session), CQ_CHECK, "age");
	assert_int_equal(cq_state_of(session, &before), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(session, &with), CQ_PENDING);
	assert_int_equal(with.id, 0);
	assert_int_equal(before.age, -1);
	if (database_kind() == CLIENT_SQLITE) {
		assert_string_equal(told_sent(), "SAVEPOINT; INSERT users 1; UPDATE users 0; ROLLBACK; RELEASE");
		before.age = 1;
		MUST(cq_commit(session));
		assert_string_equal(told_sent(), "SAVEPOINT; INSERT users 1; UPDATE users 1; RELEASE; COMMIT");
		assert_int_equal(SEEN("SELECT count(*) FROM users WHERE age IN (1, 18)"), 2);
		return;
	}
	assert_string_equal(told_sent(), "INSERT users 1; UPDATE users 0");
	before.age = 1;
	REFUSED(cq_flush(session), CQ_DATABASE, "until it is rolled back");
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, &before), CQ_TRANSIENT);
	assert_int_equal(before.id, 0);
	assert_true(left_to_database(&before));
	assert_int_equal(SEEN("SELECT count(*) FROM users"), 0);
}

/* The program's own savepoint keeps what was before it, on every database. */
static void a_savepoint_of_the_program(void **state)
{
	(void)state;
	User before = CQ_NEW(User, .username = "before"), with = CQ_NEW(User, .username = "with"), bad = CQ_NEW(User, .username = "bad", .age = -1);
	MUST(cq_begin(session, NULL));
	MUST(cq_add(session, User, &before));
	MUST(cq_begin(session, NULL));
	MUST(cq_add(session, User, &with));
	MUST(cq_flush(session));
	MUST(cq_add(session, User, &bad));
	REFUSED(cq_flush(session), CQ_CHECK, "age");
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, &before), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(session, &with), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, &bad), CQ_TRANSIENT);
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM users WHERE username = 'before'"), 1);
	assert_int_equal(SEEN("SELECT count(*) FROM users"), 1);
}

/* What fails by our own judgement, behind rows that are written already. */
static void a_stale_row_in_a_savepoint_of_the_program(void **state)
{
	(void)state;
	User before = CQ_NEW(User, .username = "before"), with = CQ_NEW(User, .username = "with");
	Document document = CQ_NEW(Document, .text = "text");
	User *users_seen;
	MUST(cq_add(session, Document, &document));
	MUST(cq_commit(session));
	ELSEWHERE("DELETE FROM documents");
	MUST(cq_begin(session, NULL));
	MUST(cq_add(session, User, &before));
	MUST(cq_savepoint(session));
	MUST(cq_add(session, User, &with));
	document.text = "changed";
	REFUSED(cq_flush(session), CQ_STALE, "documents");
	if (database_kind() == CLIENT_POSTGRES) {
		REFUSED(cq_flush(session), CQ_DATABASE, "cq_rollback");
		REFUSED(cq_get(session, User, &users_seen, 999), CQ_DATABASE, "cq_rollback");
		REFUSED(cq_savepoint(session), CQ_DATABASE, "cq_rollback");
		REFUSED(cq_commit(session), CQ_DATABASE, "cq_rollback");
	}
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, &with), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, &before), CQ_PERSISTENT);
	cq_objects(User) all;
	MUST(cq_all(session, User, &all, SQL(SELECT_ALL(users), FROM(users))));
	assert_int_equal(all.count, 1);
	assert_ptr_equal(all.items[0], &before);
	cq_free(&all);
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM users"), 1);
}

/* A failed flush leaves what the struct holds; what is assigned then says what it is to hold. */
static void a_link_that_says_what_the_row_says_mends_the_struct(void **state)
{
	(void)state;
	Team team = CQ_NEW(Team, .name = "team");
	User other = CQ_NEW(User, .username = "other");
	MUST(cq_add(session, Team, &team));
	MUST(cq_commit(session));
	team.captain_id.present = true;
	team.captain_id.value = 999999;
	REFUSED(cq_flush(session), CQ_FOREIGN_KEY, "");
	MUST(cq_assign(session, &team, teams.captain, NULL));
	/* Not before all is written. */
	other.age = -1;
	MUST(cq_add(session, User, &other));
	REFUSED(cq_flush(session), CQ_CHECK, "age");
	assert_true(team.captain_id.present);
	other.age = 1;
	forget_sent();
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; INSERT users 1; COMMIT");
	assert_false(team.captain_id.present);
	assert_false(cq_is_modified(session, &team));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "");
}

static void one_row_alone_needs_no_savepoint(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .username = "ann");
	MUST(cq_begin(session, NULL));
	MUST(cq_add(session, User, &ann));
	MUST(cq_flush(session));
	ann.age = -1;
	REFUSED(cq_flush(session), CQ_CHECK, "age");
	assert_string_equal(told_sent(), "BEGIN; INSERT users 1; UPDATE users 0");
	MUST(cq_rollback(session));
}

static void a_connection_that_is_lost(void **state)
{
	(void)state;
	database_only(CLIENT_POSTGRES);
	database_session();
	User ann = CQ_NEW(User, .username = "ann"), bob = CQ_NEW(User, .username = "bob");
	MUST(cq_add(session, User, &ann));
	MUST(cq_begin(session, NULL));
	MUST(cq_flush(session));
	ELSEWHERE("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()");
	MUST(cq_add(session, User, &bob));
	ann.age = 20;
	REFUSED(cq_flush(session), CQ_CONNECTION, "");
	assert_int_equal(cq_state_of(session, &bob), CQ_PENDING);
	assert_int_equal(cq_state_of(session, &ann), CQ_PERSISTENT);
	assert_int_equal(ann.age, 20);
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, &ann), CQ_TRANSIENT);
	ann.age = 18;
	MUST(cq_add(session, User, &ann));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM users"), 1);
}

/* Where an object cannot be written at all nothing is sent. */
static void what_is_misuse_sends_nothing(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .username = "ann"), bob = CQ_NEW(User, .username = "bob");
	MUST(cq_add(session, User, &ann));
	MUST(cq_commit(session));
	forget_sent();
	MUST(cq_add(session, User, &bob));
	ann.mood = cq_default_text;
	REFUSED(cq_flush(session), CQ_MISUSE, "users.mood");
	assert_string_equal(told_sent(), "");
}

/* ---- no memory ----------------------------------------------------------------------------------------------------------------------- */

typedef struct crowd {
	User ann, bob, new;
	Post post, gone, more[3];
	Tag tag, other;
	Node nodes[3];
	Team team;
	Player player;
	Document document;
} crowd;

static crowd now;

static void settle_crowd(void)
{
	now.ann = CQ_NEW(User, .username = "ann", .email = "a@x");
	now.bob = CQ_NEW(User, .username = "bob", .email = "b@x");
	now.post = CQ_NEW(Post, .title = "a");
	now.gone = CQ_NEW(Post, .title = "gone");
	now.tag = CQ_NEW(Tag, .name = "tag");
	now.document = CQ_NEW(Document, .text = "text");
	MUST(cq_add(session, User, &now.ann));
	MUST(cq_add(session, User, &now.bob));
	MUST(cq_append(session, &now.ann, users.posts, &now.post));
	MUST(cq_append(session, &now.ann, users.posts, &now.gone));
	MUST(cq_append(session, &now.post, posts.tags, &now.tag));
	MUST(cq_add(session, Document, &now.document));
	MUST(cq_commit(session));
}

static void change_crowd(void)
{
	now.new = CQ_NEW(User, .username = "new");
	now.other = CQ_NEW(Tag, .name = "other");
	now.team = CQ_NEW(Team, .name = "team");
	now.player = CQ_NEW(Player, .name = "player");
	for (int i = 0; i < 3; i++) {
		now.more[i] = CQ_NEW(Post, .title = "more");
		MUST(cq_append(session, &now.ann, users.posts, &now.more[i]));
		now.nodes[i] = CQ_NEW(Node, .name = "node");
		MUST(cq_add(session, Node, &now.nodes[i]));
		if (i != 0)
			MUST(cq_assign(session, &now.nodes[i - 1], nodes.parent, &now.nodes[i]));
	}
	MUST(cq_add(session, User, &now.new));
	MUST(cq_add(session, Team, &now.team));
	MUST(cq_add(session, Player, &now.player));
	MUST(cq_assign(session, &now.player, players.team, &now.team));
	MUST(cq_assign(session, &now.team, teams.captain, &now.player));
	MUST(cq_assign(session, &now.post, posts.author, &now.new));
	MUST(cq_append(session, &now.post, posts.tags, &now.other));
	MUST(cq_remove(session, &now.post, posts.tags, &now.tag));
	MUST(cq_delete(session, &now.gone));
	now.document.text = "changed";
	now.ann.email = "b@x";
	now.bob.email = "a@x";
}

static void check_as_before(const crowd *before)
{
	assert_memory_equal(&now, before, sizeof now);
	assert_int_equal(cq_state_of(session, &now.new), CQ_PENDING);
	assert_int_equal(cq_state_of(session, &now.player), CQ_PENDING);
	assert_int_equal(cq_state_of(session, &now.gone), CQ_PERSISTENT);
	assert_true(cq_is_modified(session, &now.document));
}

static void check_written(void)
{
	assert_int_equal(SEEN("SELECT count(*) FROM users WHERE username || COALESCE(email, '') IN ('annb@x', 'boba@x', 'new')"), 3);
	assert_int_equal(SEEN("SELECT count(*) FROM posts"), 4);
	assert_int_equal(SEEN("SELECT count(*) FROM posts JOIN users ON users.id = author_id WHERE title = 'a' AND username = 'new'"), 1);
	assert_int_equal(SEEN("SELECT count(*) FROM post_tags JOIN tags ON tags.id = tag_id WHERE name = 'other'"), 1);
	assert_int_equal(SEEN("SELECT count(*) FROM post_tags"), 1);
	assert_int_equal(SEEN("SELECT count(*) FROM nodes"), 3);
	assert_int_equal(SEEN("SELECT count(*) FROM nodes WHERE parent_id IS NULL"), 1);
	assert_int_equal(SEEN("SELECT count(*) FROM teams JOIN players ON players.id = captain_id AND teams.id = team_id"), 1);
	assert_int_equal(SEEN("SELECT version FROM documents"), 2);
	assert_int_equal(cq_state_of(session, &now.gone), CQ_DETACHED);
}

static void memory_that_is_not_there_at_any_point(void **state)
{
	(void)state;
	settle_crowd();
	change_crowd();
	const crowd before = now;
	long n = 0;
	for (;;) {
		cq__alloc_fail_after(++n);
		const cq_status status = cq_flush(session);
		const long count = cq__alloc_count();
		cq__alloc_fail_after(0);
		if (status == CQ_OK && count < n)
			break;
		/* Some of what is asked for can be done without. */
		if (status == CQ_OK) {
			MUST(cq_rollback(session));
			MUST(cq_expunge_all(session));
			ELSEWHERE("DELETE FROM post_tags");
			ELSEWHERE("DELETE FROM posts");
			ELSEWHERE("DELETE FROM users");
			ELSEWHERE("DELETE FROM tags");
			ELSEWHERE("DELETE FROM documents");
			settle_crowd();
			change_crowd();
			memcpy((void *)(uintptr_t)&before, &now, sizeof now);
			continue;
		}
		REFUSED(status, CQ_NO_MEMORY, "");
		assert_false(cq_in_transaction(cq_session_connection(session)));
		check_as_before(&before);
	}
	print_message("%ld allocations\n", n);
	MUST(cq_commit(session));
	check_written();
}

/* In a transaction that was open before. */
static void memory_that_is_not_there_inside_a_transaction(void **state)
{
	(void)state;
	for (long n = 1;; n++) {
		Document own = CQ_NEW(Document, .text = "own"), more[2];
		MUST(cq_begin(session, NULL));
		MUST(cq_add(session, Document, &own));
		MUST(cq_flush(session));
		more[0] = CQ_NEW(Document, .text = "more");
		more[1] = CQ_NEW(Document, .text = "more");
		MUST(cq_add_all(session, Document, more, 2));
		own.text = "changed";
		cq__alloc_fail_after(n);
		const cq_status status = cq_flush(session);
		const long count = cq__alloc_count();
		cq__alloc_fail_after(0);
		if (status != CQ_OK) {
			REFUSED(status, CQ_NO_MEMORY, "");
			assert_int_equal(cq_state_of(session, &more[1]), CQ_PENDING);
			assert_int_equal(more[0].id, 0);
			assert_int_equal(own.version, 1);
			/* The transaction goes on with what was before, or takes nothing more. */
			const cq_status again = cq_flush(session);
			assert_true(again == CQ_OK || (again == CQ_DATABASE && database_kind() == CLIENT_POSTGRES));
			assert_int_equal(own.version, again == CQ_OK ? 2 : 1);
		}
		MUST(cq_rollback(session));
		assert_int_equal(cq_state_of(session, &own), CQ_TRANSIENT);
		assert_int_equal(SEEN("SELECT count(*) FROM documents"), 0);
		MUST(cq_expunge_all(session));
		if (status == CQ_OK && count < n)
			break;
	}
}

/* The row is there, and what the database has put into it is no number. */
static void an_answer_that_is_not_understood(void **state)
{
	(void)state;
	if (database_kind() != CLIENT_SQLITE)
		skip();
	ELSEWHERE("CREATE TABLE clocks (id INTEGER PRIMARY KEY, hour INTEGER NOT NULL DEFAULT 'noon')");
	Clock clock = CQ_NEW(Clock);
	MUST(cq_begin(session, NULL));
	MUST(cq_add(session, Clock, &clock));
	REFUSED(cq_flush(session), CQ_WRONG_TYPE, "hour");
	assert_int_equal(cq_state_of(session, &clock), CQ_PENDING);
	/* It would be written twice. */
	clock.hour = 12;
	assert_int_equal(cq_commit(session), CQ_DATABASE);
	MUST(cq_rollback(session));
	clock.hour = 12;
	MUST(cq_add(session, Clock, &clock));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM clocks"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_row_that_is_refused),
		TEST(all_of_it_is_undone),
		TEST(the_transaction_that_was_open),
		TEST(a_savepoint_of_the_program),
		TEST(a_stale_row_in_a_savepoint_of_the_program),
		TEST(a_link_that_says_what_the_row_says_mends_the_struct),
		TEST(one_row_alone_needs_no_savepoint),
		TEST(an_answer_that_is_not_understood),
		TEST(a_connection_that_is_lost),
		TEST(what_is_misuse_sends_nothing),
		TEST(memory_that_is_not_there_at_any_point),
		TEST(memory_that_is_not_there_inside_a_transaction),
	};
	if (database_missing() != 0)
		return database_missing();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
