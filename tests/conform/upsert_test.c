/* upsert_test.c: objects that are inserted or written to the row that has their unique key; arrays written past the unit of work. */
#include "helpers.h"

static int64_t count_people(void)
{
	return SEEN(SELECT(COUNT_ROWS()), FROM(people));
}

/* ---- upserts ---------------------------------------------------------------------------------------------------------- */

static void test_a_new_row(void **state)
{
	(void)state;
	Person ann = CQ_NEW(Person, .username = "ann", .bio = "x"), *found;
	MUST(cq_upsert(session, Person, &ann, username));
	assert_int_equal(cq_state_of(session, &ann), CQ_PERSISTENT);
	assert_true(ann.id > 0);
	assert_true(ann.created_at.microseconds > 0);
	assert_false(cq_is_modified(session, &ann));
	MUST(cq_get(session, Person, &found, ann.id));
	assert_ptr_equal(found, &ann);
	assert_int_equal(count_people(), 0);
	ann.bio = "y";
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people), WHERE(EQ(people.bio, "y"))), 1);
}

static void test_a_row_that_is_there(void **state)
{
	(void)state;
	Person *const old = add_person("ann");
	MUST(cq_commit(session));
	const int64_t id = old->id, created = old->created_at.microseconds;
	session_again();
	Person ann = CQ_NEW(Person, .username = "ann", .bio = "new");
	MUST(cq_upsert(session, Person, &ann, username));
	/* BEGIN and the statement. */
	assert_int_equal(sent(), 2);
	MUST(cq_commit(session));
	assert_int_equal(ann.id, id);
	assert_int_equal(ann.created_at.microseconds, created); /* left to the database, which had it already */
	assert_int_equal(count_people(), 1);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people), WHERE(EQ(people.bio, "new"))), 1);
}

/* Two objects of one row, in so few that each is written by itself on PostgreSQL. */
static void test_two_with_one_key(void **state)
{
	(void)state;
	Person both[] = { CQ_NEW(Person, .username = "ann", .bio = "first"), CQ_NEW(Person, .username = "bob"), CQ_NEW(Person, .username = "ann", .bio = "last") };
	MUST(cq_upsert_all(session, Person, both, 3, username));
	MUST(cq_commit(session));
	assert_int_equal(cq_state_of(session, &both[0]), CQ_PERSISTENT);
	assert_int_equal(cq_state_of(session, &both[2]), CQ_TRANSIENT);
	assert_int_not_equal(both[0].id, both[1].id);
	assert_int_equal(both[2].id, both[0].id);
	assert_string_equal(both[0].bio, "last");
	assert_string_equal(both[2].bio, "last");
	assert_false(cq_is_modified(session, &both[0]));
	assert_int_equal(count_people(), 2);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people), WHERE(EQ(people.username, "ann"), EQ(people.bio, "last"))), 1);
	MUST(cq_expunge_all(session));
}

static void test_where_the_session_has_the_row(void **state)
{
	(void)state;
	Person *const own = add_person("ann"), *found;
	MUST(cq_commit(session));
	Person ann = CQ_NEW(Person, .username = "ann", .bio = "new");
	MUST(cq_upsert(session, Person, &ann, username));
	assert_string_equal(own->bio, "new");
	assert_string_equal(ann.bio, "new");
	assert_int_equal(ann.id, own->id);
	assert_int_equal(cq_state_of(session, &ann), CQ_TRANSIENT);
	assert_int_equal(cq_state_of(session, own), CQ_PERSISTENT);
	assert_false(cq_is_modified(session, own));
	MUST(cq_get(session, Person, &found, own->id));
	assert_ptr_equal(found, own);
	MUST(cq_rollback(session));
	assert_null(own->bio);
}

static void test_rollback(void **state)
{
	(void)state;
	Person ann = CQ_NEW(Person, .username = "ann");
	MUST(cq_upsert(session, Person, &ann, username));
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, &ann), CQ_TRANSIENT);
	assert_int_equal(ann.id, 0);
	MUST(cq_add(session, Person, &ann));
	MUST(cq_commit(session));
	assert_int_equal(count_people(), 1);
}

static void test_many_in_few_statements(void **state)
{
	(void)state;
	enum { COUNT = 100 };
	static Person all[COUNT];
	static char names[COUNT][20];
	(void)add_person("p3");
	(void)add_person("p50");
	MUST(cq_commit(session));
	const int64_t third = SEEN(SELECT(people.id), FROM(people), WHERE(EQ(people.username, "p3")));
	session_again();
	for (int i = 0; i < COUNT; i++) {
		(void)snprintf(names[i], sizeof names[i], "p%d", COUNT - 1 - i);
		all[i] = CQ_NEW(Person, .username = names[i], .bio = "all");
	}
	MUST(cq_upsert_all(session, Person, all, COUNT, username));
	/* BEGIN, SAVEPOINT, rows of 64 and then one by one where there are no arrays, RELEASE. */
	assert_true(sent() <= 3 + 1 + COUNT - 64);
	MUST(cq_commit(session));
	assert_int_equal(count_people(), COUNT);
	for (int i = 0; i < COUNT; i++) {
		Person *found;
		char name[20];
		(void)snprintf(name, sizeof name, "p%d", COUNT - 1 - i);
		assert_string_equal(all[i].username, name);
		MUST(cq_one(session, Person, &found, SQL(SELECT_ALL(people), FROM(people), WHERE(EQ(people.username, name)))));
		assert_ptr_equal(found, &all[i]);
	}
	assert_int_equal(all[COUNT - 1 - 3].id, third);
}

static void test_of_many_all_or_none(void **state)
{
	(void)state;
	Person *const old = add_person("old");
	MUST(cq_commit(session));
	const int64_t id = old->id;
	session_again();
	/* The second has the key of another row. */
	Person two[] = { CQ_NEW(Person, .username = "new"), CQ_NEW(Person, .id = id, .username = "other") };
	const cq_status status = cq_upsert_all(session, Person, two, 2, username);
	assert_int_equal(status, CQ_UNIQUE);
	assert_int_equal(cq_state_of(session, &two[0]), CQ_TRANSIENT);
	assert_int_equal(two[0].id, 0);
	/* The transaction goes on. */
	MUST(cq_upsert(session, Person, &two[0], username));
	MUST(cq_commit(session));
	assert_int_equal(count_people(), 2);
}

static void test_a_version_is_counted(void **state)
{
	(void)state;
	Person *const ann = add_person("ann");
	Post *post;
	MUST(cq_add_new(session, Post, &post, .title = "x"));
	MUST(cq_append(session, ann, people.posts, post));
	MUST(cq_commit(session));
	const int64_t id = post->id, author = ann->id;
	session_again();
	Post again = CQ_NEW(Post, .id = id, .author_id = author, .title = "y");
	MUST(cq_upsert(session, Post, &again, id));
	assert_int_equal(again.version, 2);
	again.title = "z";
	MUST(cq_commit(session));
	assert_int_equal(again.version, 3);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts), WHERE(EQ(posts.title, "z"), EQ(posts.version, 3))), 1);
}

static void test_a_key_of_two_columns(void **state)
{
	(void)state;
	Seat seats_of[] = { CQ_NEW(Seat, .room = "a", .number = 1, .guest = "ann"), CQ_NEW(Seat, .room = "a", .number = 2) };
	MUST(cq_upsert_all(session, Seat, seats_of, 2, room, number));
	assert_string_equal(seats_of[1].label, "a seat");
	MUST(cq_commit(session));
	session_again();
	Seat seat = CQ_NEW(Seat, .room = "a", .number = 1, .guest = "bob");
	MUST(cq_upsert(session, Seat, &seat, number, room));
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(seats)), 2);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(seats), WHERE(EQ(seats.guest, "bob"))), 1);
}

static void test_what_is_pending_is_written_before(void **state)
{
	(void)state;
	(void)add_person("ann");
	Person ann = CQ_NEW(Person, .username = "ann", .bio = "x");
	MUST(cq_upsert(session, Person, &ann, username));
	MUST(cq_commit(session));
	assert_int_equal(count_people(), 1);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people), WHERE(EQ(people.bio, "x"))), 1);
}

static void test_misuse(void **state)
{
	(void)state;
	Person ann = CQ_NEW(Person, .username = "ann");
	REFUSED(cq_upsert(session, Person, &ann, bio), CQ_MISUSE, "no unique key");
	REFUSED(cq_session_upsert(session, CQ_TABLE(people), &ann, 1, (const char *const[]){ "name" }, 1), CQ_MISUSE, "has no column name");
	REFUSED(cq_session_upsert(session, CQ_TABLE(people), NULL, 1, (const char *const[]){ "username" }, 1), CQ_MISUSE, "NULL");
	MUST(cq_add(session, Person, &ann));
	REFUSED(cq_upsert(session, Person, &ann, username), CQ_MISUSE, "has object 0 already");
	MUST(cq_upsert_all(session, Person, &ann, 0, username));
}

/* ---- past the unit of work -------------------------------------------------------------------------------------------- */

static void test_insert_many(void **state)
{
	(void)state;
	Person *const author = add_person("ann");
	MUST(cq_flush(session));
	Post two[] = { CQ_NEW(Post, .author_id = author->id, .title = "a"), CQ_NEW(Post, .author_id = author->id, .title = "b") };
	MUST(cq_insert_many(session, Post, two, 2));
	assert_true(two[0].id != 0 && two[1].id != 0);
	assert_int_equal(cq_state_of(session, &two[0]), CQ_TRANSIENT);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts)), 0);
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts)), 2);
	Post third = CQ_NEW(Post, .author_id = author->id, .title = "c");
	MUST(cq_insert(session, Post, &third));
	MUST(cq_rollback(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts)), 2);
}

static void test_update_many(void **state)
{
	(void)state;
	Person *const ann = add_person("ann"), *const bob = add_person("bob"), *again;
	int64_t changes;
	MUST(cq_commit(session));
	Person changed[] = { CQ_NEW(Person, .id = ann->id, .username = "ann", .bio = "x"), CQ_NEW(Person, .id = 999999, .username = "nobody", .bio = "y") };
	MUST(cq_update_many(session, Person, &changes, changed, 2, bio));
	assert_int_equal(changes, 1);
	assert_true(cq_is_expired(session, ann));
	assert_false(cq_is_expired(session, bob));
	MUST(cq_get(session, Person, &again, ann->id));
	assert_ptr_equal(again, ann);
	assert_string_equal(ann->bio, "x");
	MUST(cq_rollback(session));
	MUST(cq_get(session, Person, &again, ann->id));
	assert_null(ann->bio);
}

static void test_delete_many(void **state)
{
	(void)state;
	Person *const ann = add_person("ann"), *const bob = add_person("bob"), *again;
	int64_t changes;
	MUST(cq_commit(session));
	const int64_t id = ann->id;
	const Person gone = { .id = id };
	MUST(cq_delete_many(session, Person, &changes, &gone, 1));
	assert_int_equal(changes, 1);
	assert_int_equal(cq_state_of(session, ann), CQ_DELETED);
	assert_int_equal(cq_state_of(session, bob), CQ_PERSISTENT);
	MUST(cq_get(session, Person, &again, id));
	assert_null(again);
	MUST(cq_rollback(session));
	assert_int_equal(cq_state_of(session, ann), CQ_PERSISTENT);
	MUST(cq_get(session, Person, &again, id));
	assert_ptr_equal(again, ann);
	MUST(cq_delete_many(session, Person, NULL, &gone, 1));
	MUST(cq_commit(session));
	assert_int_equal(cq_state_of(session, ann), CQ_DETACHED);
	assert_int_equal(count_people(), 1);
}

static void test_a_refused_array(void **state)
{
	(void)state;
	(void)add_person("ann");
	MUST(cq_commit(session));
	Person two[] = { CQ_NEW(Person, .username = "bob"), CQ_NEW(Person, .username = "ann") };
	const cq_status status = cq_insert_many(session, Person, two, 2);
	assert_int_equal(status, CQ_UNIQUE);
	assert_int_equal(cq_session_error(session)->code, CQ_UNIQUE);
	MUST(cq_rollback(session));
	assert_int_equal(count_people(), 1);
	assert_int_equal(two[0].id, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_a_new_row), TEST(test_a_row_that_is_there), TEST(test_two_with_one_key), TEST(test_where_the_session_has_the_row),
		TEST(test_rollback),
		TEST(test_many_in_few_statements), TEST(test_of_many_all_or_none), TEST(test_a_version_is_counted), TEST(test_a_key_of_two_columns),
		TEST(test_what_is_pending_is_written_before), TEST(test_misuse), TEST(test_insert_many), TEST(test_update_many),
		TEST(test_delete_many), TEST(test_a_refused_array),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
