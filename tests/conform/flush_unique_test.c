/* tests/conform/flush_unique_test.c: unique values that pass from row to row within one flush.
 */
#include "conform/flush.h"

static User ann, bob, cid;

static void add_three(void)
{
	ann = CQ_NEW(User, .username = "ann", .email = "a@x");
	bob = CQ_NEW(User, .username = "bob", .email = "b@x");
	cid = CQ_NEW(User, .username = "cid");
	MUST(cq_add(session, User, &ann));
	MUST(cq_add(session, User, &bob));
	MUST(cq_add(session, User, &cid));
	MUST(cq_commit(session));
	forget_sent();
}

static void a_name_that_is_deleted_and_added(void **state)
{
	(void)state;
	add_three();
	User again = CQ_NEW(User, .username = "ann");
	MUST(cq_add(session, User, &again));
	MUST(cq_delete(session, &ann));
	MUST(cq_commit(session));
	const char *const told = told_sent();
	assert_true(strstr(told, "DELETE users 1") < strstr(told, "INSERT users 1"));
	assert_int_equal(SEEN("SELECT count(*) FROM users WHERE username = 'ann'"), 1);
}

static void a_child_moves_from_who_is_replaced(void **state)
{
	(void)state;
	add_three();
	Post post = CQ_NEW(Post, .title = "a");
	MUST(cq_append(session, &ann, users.posts, &post));
	MUST(cq_commit(session));
	User again = CQ_NEW(User, .username = "ann", .email = "a@x");
	MUST(cq_add(session, User, &again));
	MUST(cq_assign(session, &post, posts.author, &again));
	MUST(cq_delete(session, &ann));
	MUST(cq_commit(session));
	assert_int_equal(post.author_id.value, again.id);
	assert_int_equal(SEEN("SELECT count(*) FROM users JOIN posts ON author_id = users.id WHERE username = 'ann' AND email = 'a@x'"), 1);
	assert_int_equal(SEEN("SELECT count(*) FROM users"), 3);
}

static void a_name_that_is_given_up_and_taken(void **state)
{
	(void)state;
	add_three();
	User again = CQ_NEW(User, .username = "ann");
	MUST(cq_add(session, User, &again));
	ann.username = "anna";
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; UPDATE users 1; INSERT users 1; COMMIT");
}

static void names_that_move_on(void **state)
{
	(void)state;
	add_three();
	ann.username = "bob";
	bob.username = "cid";
	cid.username = "dan";
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; UPDATE users 1; UPDATE users 1; UPDATE users 1; COMMIT");
	assert_int_equal(SEEN("SELECT count(*) FROM users WHERE username || COALESCE(email, '') IN ('boba@x', 'cidb@x', 'dan')"), 3);
}

static void two_swap_what_may_be_null(void **state)
{
	(void)state;
	add_three();
	ann.email = "b@x";
	bob.email = "a@x";
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; UPDATE users 1; UPDATE users 1; UPDATE users 1; COMMIT");
	assert_int_equal(SEEN("SELECT count(*) FROM users WHERE username || email IN ('annb@x', 'boba@x')"), 2);
	assert_string_equal(ann.email, "b@x");
}

static void three_pass_on_what_may_not(void **state)
{
	(void)state;
	add_three();
	ann.username = "bob";
	bob.username = "cid";
	cid.username = "ann";
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; UPDATE users 1; UPDATE users 1; UPDATE users 1; UPDATE users 1; COMMIT");
	assert_int_equal(SEEN("SELECT count(*) FROM users WHERE username || COALESCE(email, '') IN ('boba@x', 'cidb@x', 'ann')"), 3);
}

static void both_at_once(void **state)
{
	(void)state;
	add_three();
	ann.username = "bob";
	ann.email = "b@x";
	bob.username = "ann";
	bob.email = "a@x";
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM users WHERE username || COALESCE(email, '') IN ('bobb@x', 'anna@x', 'cid')"), 3);
}

static void what_one_parent_has_is_replaced(void **state)
{
	(void)state;
	add_three();
	Profile old = CQ_NEW(Profile, .text = "old"), new = CQ_NEW(Profile, .text = "new");
	MUST(cq_assign(session, &ann, users.profile, &old));
	MUST(cq_commit(session));
	forget_sent();
	MUST(cq_delete(session, &old));
	MUST(cq_add(session, Profile, &new));
	MUST(cq_assign(session, &new, profiles.user, &ann));
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; DELETE profiles 1; INSERT profiles 1; COMMIT");
}

static void seat(Seat *to, int32_t number, int32_t line, int32_t place, const char *guest)
{
	*to = CQ_NEW(Seat, .room = 1, .number = number, .line = line, .place = place, .guest = guest);
	MUST(cq_add(session, Seat, to));
}

static void composite_values_swap(void **state)
{
	(void)state;
	Seat a, b;
	seat(&a, 1, 1, 1, "a");
	seat(&b, 2, 1, 2, "b");
	MUST(cq_commit(session));
	a.place = 2;
	b.place = 1;
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM seats WHERE (guest = 'a' AND place = 2) OR (guest = 'b' AND place = 1)"), 2);
}

static void a_key_is_deleted_and_added(void **state)
{
	(void)state;
	Seat a, b, *found;
	seat(&a, 1, 1, 1, "a");
	MUST(cq_commit(session));
	forget_sent();
	MUST(cq_delete(session, &a));
	seat(&b, 1, 1, 1, "b");
	MUST(cq_commit(session));
	assert_string_equal(told_sent(), "BEGIN; DELETE seats 1; INSERT seats 1; COMMIT");
	MUST(cq_get(session, Seat, &found, 1, 1));
	assert_ptr_equal(found, &b);
	assert_int_equal(SEEN("SELECT count(*) FROM seats WHERE guest = 'b'"), 1);
}

static void keys_swap(void **state)
{
	(void)state;
	Seat a, b, *found;
	seat(&a, 1, 1, 1, "a");
	seat(&b, 2, 1, 2, "b");
	MUST(cq_commit(session));
	a.number = 2;
	b.number = 1;
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM seats WHERE (guest = 'a' AND number = 2) OR (guest = 'b' AND number = 1)"), 2);
	MUST(cq_get(session, Seat, &found, 1, 1));
	assert_ptr_equal(found, &b);
	MUST(cq_get(session, Seat, &found, 1, 2));
	assert_ptr_equal(found, &a);
}

static void a_row_of_seats_moves_up(void **state)
{
	(void)state;
	Seat row[100], first;
	for (int i = 0; i < 100; i++)
		seat(&row[i], i + 1, 1, i + 1, "guest");
	MUST(cq_commit(session));
	for (int i = 0; i < 100; i++)
		row[i].place++;
	seat(&first, 101, 1, 1, "first");
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM seats WHERE place = number + 1"), 100);
	assert_int_equal(SEEN("SELECT place FROM seats WHERE guest = 'first'"), 1);
}

static void all_is_replaced_in_two_statements(void **state)
{
	(void)state;
	enum { MANY = 500 };
	static User old[MANY], new[MANY];
	static char names[MANY][16];
	for (int i = 0; i < MANY; i++) {
		(void)snprintf(names[i], sizeof names[i], "u%d", i);
		old[i] = CQ_NEW(User, .username = names[i]);
		new[i] = CQ_NEW(User, .username = names[i], .age = 30);
	}
	MUST(cq_add_all(session, User, old, MANY));
	MUST(cq_commit(session));
	MUST(cq_add_all(session, User, new, MANY));
	for (int i = 0; i < MANY; i++)
		MUST(cq_delete(session, &old[i]));
	MUST(cq_commit(session));
	assert_int_equal(SEEN("SELECT count(*) FROM users WHERE age = 30"), MANY);
	assert_int_equal(SEEN("SELECT count(*) FROM users"), MANY);
}

/* Somebody who is not in this flush has the value: the database says so, and nothing is changed. */
static void a_value_of_somebody_else(void **state)
{
	(void)state;
	add_three();
	MUST(cq_expunge(session, &cid));
	ann.username = "cid";
	REFUSED(cq_flush(session), CQ_UNIQUE, "username");
	assert_string_equal(ann.username, "cid");
	assert_true(cq_is_modified(session, &ann));
	MUST(cq_rollback(session));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_name_that_is_deleted_and_added),
		TEST(a_child_moves_from_who_is_replaced),
		TEST(a_name_that_is_given_up_and_taken),
		TEST(names_that_move_on),
		TEST(two_swap_what_may_be_null),
		TEST(three_pass_on_what_may_not),
		TEST(both_at_once),
		TEST(what_one_parent_has_is_replaced),
		TEST(composite_values_swap),
		TEST(a_key_is_deleted_and_added),
		TEST(keys_swap),
		TEST(a_row_of_seats_moves_up),
		TEST(all_is_replaced_in_two_statements),
		TEST(a_value_of_somebody_else),
	};
	if (database_missing() != 0)
		return database_missing();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
