/* tests/conform/flush_order_test.c: what a flush sends, in which order, in how many statements, and what objects hold then.
 */
#include "conform/flush.h"

static void parents_first_whatever_was_added_first(void **state)
{
	(void)state;
	Post hello = CQ_NEW(Post, .title = "hello"), bye = CQ_NEW(Post, .title = "bye");
	Profile profile = CQ_NEW(Profile, .text = "about");
	User ann = CQ_NEW(User, .username = "ann");
	MUST(cq_add(session, Post, &hello));
	MUST(cq_add(session, Profile, &profile));
	MUST(cq_add(session, Post, &bye));
	MUST(cq_add(session, User, &ann));
	MUST(cq_append(session, &ann, users.posts, &bye));
	MUST(cq_assign(session, &hello, posts.author, &ann));
	MUST(cq_assign(session, &ann, users.profile, &profile));
	assert_string_equal(told_sent(), "");
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; INSERT users 1; INSERT posts 2; INSERT profiles 1; COMMIT");
	assert_true(ann.id > 0 && hello.id > 0 && bye.id > hello.id && profile.id > 0);
	assert_true(hello.author_id.present && hello.author_id.value == ann.id);
	assert_int_equal(bye.author_id.value, ann.id);
	assert_int_equal(profile.user_id, ann.id);
	assert_string_equal(ann.mood, "calm");
	assert_int_equal(ann.age, 18);
	assert_int_equal(cq_state_of(session, &ann), CQ_PERSISTENT);
	assert_int_equal(SEEN("SELECT count(*) FROM posts JOIN users ON users.id = posts.author_id"), 2);
}

static void nothing_to_write_sends_nothing(void **state)
{
	(void)state;
	MUST(cq_flush(session));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "");
	User ann = CQ_NEW(User, .username = "ann");
	MUST(cq_add(session, User, &ann));
	MUST(cq_flush(session));
	assert_string_equal(told_sent(), "BEGIN; INSERT users 1");
	MUST(cq_flush(session));
	ann.username = "ann";
	char other[] = "ann";
	ann.username = other;
	MUST(cq_flush(session));
	assert_string_equal(told_sent(), "");
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "COMMIT");
}

static void only_what_has_changed_is_updated(void **state)
{
	(void)state;
	char name[20] = "ann";
	User ann = CQ_NEW(User, .username = name);
	MUST(cq_add(session, User, &ann));
	MUST(cq_commit(session));
	forget_sent();
	ann.email = "a@x";
	ann.age = 40;
	MUST(cq_flush(session));
	assert_string_equal(sent_text("UPDATE"), database_kind() == CLIENT_SQLITE
		? "UPDATE \"users\" SET \"email\" = ?, \"age\" = ? WHERE \"users\".\"id\" = ?"
		: "UPDATE \"users\" SET \"email\" = $1, \"age\" = $2 WHERE \"users\".\"id\" = $3");
	forget_sent();
	/* A buffer of the program's is changed in its place. */
	name[0] = 'A';
	MUST(cq_flush(session));
	assert_string_equal(told_sent(), "UPDATE users 1");
	ann.email = NULL;
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "UPDATE users 1; COMMIT");
	assert_int_equal(SEEN("SELECT count(*) FROM users WHERE username = 'Ann' AND age = 40 AND email IS NULL"), 1);
}

static void updates_of_the_same_columns_are_one_statement(void **state)
{
	(void)state;
	User people[30];
	char names[30][16];
	for (int i = 0; i < 30; i++) {
		(void)snprintf(names[i], sizeof names[i], "p%d", i);
		people[i] = CQ_NEW(User, .username = names[i]);
	}
	MUST(cq_add_all(session, User, people, 30));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; INSERT users 30; COMMIT");
	for (int i = 0; i < 30; i++) {
		assert_int_equal(people[i].id, people[0].id + i);
		people[i].age = 100 + i;
		if (i % 10 == 0)
			people[i].mood = "new";
	}
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; UPDATE users 3; UPDATE users 27; COMMIT");
	assert_int_equal(SEEN("SELECT sum(age) FROM users"), 3435);
}

static void what_touches_itself_is_known_at_once(void **state)
{
	(void)state;
	Post post = CQ_NEW(Post, .title = "a");
	MUST(cq_add(session, Post, &post));
	MUST(cq_flush(session));
	assert_false(post.changed.present);
	post.title = "b";
	MUST(cq_flush(session));
	assert_true(post.changed.present);
	const int64_t age = cq_now().microseconds - post.changed.value.microseconds;
	assert_true(age >= 0 && age < 60 * 1000000);
	forget_sent();
	MUST(cq_flush(session));
	assert_string_equal(told_sent(), "");
}

static void a_child_moves_to_a_parent_that_comes(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .username = "ann"), bob = CQ_NEW(User, .username = "bob");
	Post post = CQ_NEW(Post, .title = "a");
	MUST(cq_add(session, User, &ann));
	MUST(cq_append(session, &ann, users.posts, &post));
	MUST(cq_commit(session));
	forget_sent();
	MUST(cq_assign(session, &post, posts.author, &bob));
	MUST(cq_delete(session, &ann));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; INSERT users 1; UPDATE posts 1; DELETE users 1; COMMIT");
	assert_int_equal(post.author_id.value, bob.id);
}

static void children_go_first(void **state)
{
	(void)state;
	User ann = CQ_NEW(User, .username = "ann");
	Post post = CQ_NEW(Post, .title = "a");
	Profile profile = CQ_NEW(Profile, .text = "b");
	MUST(cq_add(session, User, &ann));
	MUST(cq_append(session, &ann, users.posts, &post));
	MUST(cq_assign(session, &ann, users.profile, &profile));
	MUST(cq_commit(session));
	forget_sent();
	MUST(cq_delete(session, &ann));
	MUST(cq_delete(session, &profile));
	MUST(cq_delete(session, &post));
	MUST(cq_flush(session));
	const char *const told = told_sent();
	assert_non_null(strstr(told, "DELETE posts 1"));
	assert_non_null(strstr(told, "DELETE profiles 1"));
	assert_string_equal(strstr(told, "DELETE users"), "DELETE users 1");
	assert_int_equal(cq_state_of(session, &ann), CQ_DELETED);
	MUST(cq_commit(session));
	assert_int_equal(cq_state_of(session, &ann), CQ_DETACHED);
}

static void trees_go_level_by_level(void **state)
{
	(void)state;
	Node nodes_[7];
	for (int i = 0; i < 7; i++) {
		nodes_[i] = CQ_NEW(Node, .name = "n");
		MUST(cq_add(session, Node, &nodes_[i]));
	}
	/* The root is the last one. */
	for (int i = 0; i < 6; i++)
		MUST(cq_assign(session, &nodes_[i], nodes.parent, &nodes_[i < 4 ? 4 + i / 2 : 6]));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; INSERT nodes 1; INSERT nodes 2; INSERT nodes 4; COMMIT");
	for (int i = 0; i < 6; i++)
		assert_int_equal(nodes_[i].parent_id.value, nodes_[i < 4 ? 4 + i / 2 : 6].id);
	for (int i = 6; i >= 0; i--)
		MUST(cq_delete(session, &nodes_[i]));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM nodes"), 0);
}

static void rows_that_need_each_other(void **state)
{
	(void)state;
	Team reds = CQ_NEW(Team, .name = "reds");
	Player pat = CQ_NEW(Player, .name = "pat");
	MUST(cq_add(session, Team, &reds));
	MUST(cq_add(session, Player, &pat));
	MUST(cq_assign(session, &pat, players.team, &reds));
	MUST(cq_assign(session, &reds, teams.captain, &pat));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; INSERT teams 1; INSERT players 1; UPDATE teams 1; COMMIT");
	assert_int_equal(reds.captain_id.value, pat.id);
	assert_int_equal(pat.team_id, reds.id);
	MUST(cq_flush(session));
	assert_string_equal(told_sent(), "");
	MUST(cq_delete(session, &reds));
	MUST(cq_delete(session, &pat));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; UPDATE teams 1; DELETE players 1; DELETE teams 1; COMMIT");
}

static void a_row_that_is_its_own_parent(void **state)
{
	(void)state;
	Node self = CQ_NEW(Node, .name = "self");
	MUST(cq_add(session, Node, &self));
	MUST(cq_assign(session, &self, nodes.parent, &self));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; INSERT nodes 1; UPDATE nodes 1; COMMIT");
	assert_int_equal(self.parent_id.value, self.id);
}

static void associations_come_behind_both_sides(void **state)
{
	(void)state;
	Post post = CQ_NEW(Post, .title = "a");
	Tag red = CQ_NEW(Tag, .name = "red"), blue = CQ_NEW(Tag, .name = "blue"), old = CQ_NEW(Tag, .name = "old");
	MUST(cq_add(session, Post, &post));
	MUST(cq_append(session, &post, posts.tags, &red));
	MUST(cq_add(session, Tag, &old));
	MUST(cq_append(session, &old, tags.posts, &post));
	MUST(cq_commit(session));
	const char *told = told_sent();
	assert_non_null(strstr(told, "INSERT tags 2"));
	assert_non_null(strstr(told, "INSERT posts 1"));
	assert_string_equal(strstr(told, "INSERT post_tags"), "INSERT post_tags 2; COMMIT");
	/* What the association holds beside is the database's. */
	assert_int_equal(SEEN("SELECT count(*) FROM post_tags WHERE since IS NOT NULL"), 2);
	MUST(cq_remove(session, &post, posts.tags, &old));
	MUST(cq_append(session, &post, posts.tags, &blue));
	post.title = "b";
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; INSERT tags 1; UPDATE posts 1; DELETE post_tags 1; INSERT post_tags 1; COMMIT");
	assert_int_equal(SEEN("SELECT count(*) FROM post_tags JOIN tags ON tags.id = tag_id WHERE name IN ('red', 'blue')"), 2);
	assert_int_equal(SEEN("SELECT count(*) FROM post_tags"), 2);
}

static void a_key_that_the_program_changes(void **state)
{
	(void)state;
	Seat seat = CQ_NEW(Seat, .room = 1, .number = 2, .line = 1, .place = 1, .guest = "ann"), *found;
	MUST(cq_add(session, Seat, &seat));
	MUST(cq_commit(session));
	forget_sent();
	seat.number = 3;
	seat.guest = "bob";
	MUST(cq_flush(session));
	assert_string_equal(sent_text("UPDATE"), database_kind() == CLIENT_SQLITE
		? "UPDATE \"seats\" SET \"number\" = ?, \"guest\" = ? WHERE \"seats\".\"room\" = ? AND \"seats\".\"number\" = ?"
		: "UPDATE \"seats\" SET \"number\" = $1, \"guest\" = $2 WHERE \"seats\".\"room\" = $3 AND \"seats\".\"number\" = $4");
	forget_sent();
	MUST(cq_get(session, Seat, &found, 1, 3));
	assert_ptr_equal(found, &seat);
	assert_string_equal(told_sent(), "");
	MUST(cq_get(session, Seat, &found, 1, 2));
	assert_null(found);
	MUST(cq_rollback(session));
	assert_int_equal(seat.number, 2);
	assert_string_equal(seat.guest, "ann");
	MUST(cq_get(session, Seat, &found, 1, 2));
	assert_ptr_equal(found, &seat);
}

/* What stands in the struct is as good as a relation. */
static void keys_that_the_program_sets_are_followed(void **state)
{
	(void)state;
	Node child = CQ_NEW(Node, .id = 2, .name = "child"), root = CQ_NEW(Node, .id = 1, .name = "root");
	child.parent_id = (cq_opt_int64){ true, 1 };
	MUST(cq_add(session, Node, &child));
	MUST(cq_add(session, Node, &root));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; INSERT nodes 1; INSERT nodes 1; COMMIT");
}

static void many_are_few_statements(void **state)
{
	(void)state;
	enum { PARENTS = 1000 };
	static User people[PARENTS];
	static Post posts_[2 * PARENTS];
	static char names[PARENTS][24];
	for (int i = 0; i < PARENTS; i++) {
		(void)snprintf(names[i], sizeof names[i], "user %d", i);
		people[i] = CQ_NEW(User, .username = names[i]);
		MUST(cq_add(session, User, &people[i]));
		for (int k = 0; k < 2; k++) {
			posts_[2 * i + k] = CQ_NEW(Post, .title = names[i]);
			MUST(cq_append(session, &people[i], users.posts, &posts_[2 * i + k]));
		}
	}
	MUST(cq_commit(session));
	const char *const told = told_sent();
	assert_memory_equal(told, "BEGIN; INSERT users", 19);
	assert_non_null(strstr(told, "; INSERT posts"));
	for (int i = 0; i < 2 * PARENTS; i++)
		assert_int_equal(posts_[i].author_id.value, people[i / 2].id);
	assert_int_equal(SEEN("SELECT count(*) FROM posts JOIN users ON author_id = users.id WHERE title = username"), 2 * PARENTS);
	for (int i = 0; i < PARENTS; i++)
		people[i].age = 100 + i;
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; UPDATE users 1000; COMMIT");
	for (int i = 0; i < 2 * PARENTS; i++)
		MUST(cq_delete(session, &posts_[i]));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; DELETE posts 2000; COMMIT");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(parents_first_whatever_was_added_first),
		TEST(nothing_to_write_sends_nothing),
		TEST(only_what_has_changed_is_updated),
		TEST(updates_of_the_same_columns_are_one_statement),
		TEST(what_touches_itself_is_known_at_once),
		TEST(a_child_moves_to_a_parent_that_comes),
		TEST(children_go_first),
		TEST(trees_go_level_by_level),
		TEST(rows_that_need_each_other),
		TEST(a_row_that_is_its_own_parent),
		TEST(associations_come_behind_both_sides),
		TEST(a_key_that_the_program_changes),
		TEST(keys_that_the_program_sets_are_followed),
		TEST(many_are_few_statements),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
