/* crud_test.c: the functions that CQ_CRUD makes, for an automatic key, a key of two columns, and rows that are deleted softly. */
#include "helpers.h"

#include <cquel/crud.h>

CQ_CRUD(Person, people)
CQ_CRUD(Post, posts)
CQ_CRUD(Seat, seats)

static Person *create_person(const char *name)
{
	const Person values = CQ_NEW(Person, .username = name);
	Person *person;
	MUST(Person_create(session, &values, &person));
	return person;
}

static void test_create_and_get(void **state)
{
	(void)state;
	char name[] = "ann";
	const Person values = CQ_NEW(Person, .username = name, .bio = "x");
	Person *ann, *found;
	MUST(Person_create(session, &values, &ann));
	memset(name, 'z', 3); /* its texts are copied */
	assert_string_equal(ann->username, "ann");
	assert_true(ann->id > 0);
	assert_true(ann->created_at.microseconds > 0);
	MUST(Person_get(session, ann->id, &found));
	assert_ptr_equal(found, ann);
	MUST(Person_get(session, ann->id + 1, &found));
	assert_null(found);
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people), WHERE(EQ(people.username, "ann"))), 1);
}

static void test_what_create_was_refused_is_forgotten(void **state)
{
	(void)state;
	(void)create_person("ann");
	MUST(cq_commit(session));
	const Person values = CQ_NEW(Person, .username = "ann");
	Person *person = (Person *)state;
	const cq_status status = Person_create(session, &values, &person);
	assert_int_equal(status, CQ_UNIQUE);
	assert_null(person);
	MUST(cq_rollback(session));
	(void)create_person("bob");
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people)), 2);
}

static void test_update_sets_what_is_given(void **state)
{
	(void)state;
	Person *const ann = create_person("ann"), *changed;
	const int64_t id = ann->id;
	MUST(cq_commit(session));
	(void)sent();
	const Person_fields fields = { .bio = CQ_GIVEN("x"), .is_active = CQ_GIVEN(false) };
	MUST(Person_update(session, id, &fields, &changed));
	assert_ptr_equal(changed, ann);
	assert_non_null(strstr(sent_text("UPDATE"), "\"bio\""));
	assert_non_null(strstr(sent_text("UPDATE"), "\"is_active\""));
	assert_null(strstr(sent_text("UPDATE"), "\"username\" ="));
	assert_int_equal(sent(), 2);
	const Person_fields none = { .bio = { .given = false } };
	MUST(Person_update(session, id, &none, &changed));
	MUST(Person_update(session, id, NULL, &changed));
	assert_non_null(changed);
	assert_int_equal(sent(), 0);
	const Person_fields no_bio = { .bio = CQ_GIVEN(NULL) };
	MUST(Person_update(session, id, &no_bio, &changed));
	assert_null(changed->bio);
	MUST(Person_update(session, id + 1, &fields, &changed));
	assert_null(changed);
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people), WHERE(IS_NULL(people.bio), NOT(people.is_active))), 1);
}

/* What a request brings ends before the session does. */
static void test_texts_of_an_update_are_copied(void **state)
{
	(void)state;
	const int64_t id = create_person("ann")->id;
	Person mine = CQ_NEW(Person, .username = "bob"), *changed;
	MUST(cq_add(session, Person, &mine));
	MUST(cq_commit(session));
	char *const text = malloc(8);
	const Person_fields fields = { .bio = CQ_GIVEN(text) };
	/* Of the session's object; the same words again; of an object of the program's own. */
	for (int i = 0; i < 3; i++) {
		(void)snprintf(text, 8, "hello");
		MUST(Person_update(session, i < 2 ? id : mine.id, &fields, &changed));
		assert_ptr_not_equal(changed->bio, text);
		(void)snprintf(text, 8, "gone");
		assert_string_equal(changed->bio, "hello");
	}
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people), WHERE(EQ(people.bio, "hello"))), 2);
	/* What was refused stays changed, and is looked at by the rollback. */
	(void)snprintf(text, 8, "bob");
	const Person_fields refused = { .username = CQ_GIVEN(text) };
	MUST(Person_get(session, id, &changed));
	Person *const ann = changed;
	assert_int_equal(Person_update(session, id, &refused, &changed), CQ_UNIQUE);
	assert_string_equal(ann->username, "bob");
	assert_ptr_not_equal(ann->username, text);
	free(text);
	MUST(cq_rollback(session));
	assert_string_equal(ann->username, "ann");
	MUST(cq_expunge(session, &mine));
}

static void test_a_refused_update(void **state)
{
	(void)state;
	Person *const ann = create_person("ann"), *changed;
	(void)create_person("bob");
	MUST(cq_commit(session));
	const int64_t id = ann->id;
	const Person_fields fields = { .username = CQ_GIVEN("bob") };
	const cq_status status = Person_update(session, id, &fields, &changed);
	assert_int_equal(status, CQ_UNIQUE);
	assert_null(changed);
	MUST(cq_rollback(session));
	MUST(Person_get(session, id, &changed));
	assert_string_equal(changed->username, "ann");
}

static void test_list_and_count(void **state)
{
	(void)state;
	char name[20];
	int64_t count;
	Person_objects page;
	for (int i = 0; i < 7; i++) {
		(void)snprintf(name, sizeof name, "p%d", i);
		(void)create_person(name);
	}
	MUST(cq_commit(session));
	MUST(Person_count(session, &count));
	assert_int_equal(count, 7);
	MUST(Person_list(session, 2, 3, &page));
	assert_int_equal(page.count, 3);
	assert_string_equal(page.items[0]->username, "p2");
	assert_string_equal(page.items[2]->username, "p4");
	cq_free(&page);
	MUST(Person_list(session, 5, -1, &page));
	assert_int_equal(page.count, 2);
	cq_free(&page);
	MUST(Person_list(session, 7, 3, &page));
	assert_int_equal(page.count, 0);
	cq_free(&page);
}

static void test_delete_and_exists(void **state)
{
	(void)state;
	bool yes;
	const int64_t id = create_person("ann")->id;
	MUST(Person_exists(session, id, &yes));
	assert_true(yes);
	MUST(Person_delete(session, id, &yes));
	assert_true(yes);
	MUST(Person_exists(session, id, &yes));
	assert_false(yes);
	MUST(Person_delete(session, id, &yes));
	assert_false(yes);
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people)), 0);
}

static void test_outputs_that_are_not_there(void **state)
{
	(void)state;
	Person *ann;
	const Person values = CQ_NEW(Person, .username = "ann");
	const Person_fields fields = { .is_active = CQ_GIVEN(false) };
	MUST(Person_create(session, &values, &ann));
	REFUSED(Person_get(session, ann->id, NULL), CQ_MISUSE, "NULL");
	REFUSED(Person_exists(session, ann->id, NULL), CQ_MISUSE, "NULL");
	REFUSED(Person_count(session, NULL), CQ_MISUSE, "NULL");
	REFUSED(Person_list(session, 0, 1, NULL), CQ_MISUSE, "NULL");
	REFUSED(Person_create(session, &values, NULL), CQ_MISUSE, "NULL");
	REFUSED(Person_create(session, NULL, &ann), CQ_MISUSE, "NULL");
	REFUSED(Person_update(session, 1, &fields, NULL), CQ_MISUSE, "NULL");
	REFUSED(Person_delete(session, 1, NULL), CQ_MISUSE, "NULL");
	MUST(Person_get(session, 1, &ann));
	REFUSED(cq_crud_delete(session, ann, NULL), CQ_MISUSE, "NULL");
	assert_int_equal(cq_state_of(session, ann), CQ_PERSISTENT);
	assert_true(ann->is_active);
}

static void test_a_key_of_two_columns(void **state)
{
	(void)state;
	const Seat values = CQ_NEW(Seat, .room = "a", .number = 3);
	Seat *seat, *found;
	bool yes;
	MUST(Seat_create(session, &values, &seat));
	MUST(cq_commit(session));
	session_again();
	const Seat_fields fields = { .guest = CQ_GIVEN("ann") };
	MUST(Seat_update(session, "a", 3, &fields, &found));
	assert_string_equal(found->guest, "ann");
	assert_string_equal(found->label, "a seat");
	MUST(Seat_exists(session, "a", 4, &yes));
	assert_false(yes);
	MUST(Seat_exists(session, "a", 3, &yes));
	assert_true(yes);
	Seat_objects all;
	MUST(Seat_list(session, 0, 10, &all));
	assert_int_equal(all.count, 1);
	assert_ptr_equal(all.items[0], found);
	cq_free(&all);
	MUST(Seat_delete(session, "a", 3, &yes));
	MUST(cq_commit(session));
	assert_true(yes);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(seats)), 0);
}

static void test_soft_deletion(void **state)
{
	(void)state;
	const int64_t author = create_person("ann")->id;
	const Post values = CQ_NEW(Post, .author_id = author, .title = "x");
	Post *post;
	int64_t count;
	bool yes;
	MUST(Post_create(session, &values, &post));
	const int64_t id = post->id;
	MUST(cq_commit(session));
	MUST(Post_delete(session, id, &yes));
	assert_true(yes);
	MUST(cq_commit(session));
	MUST(Post_exists(session, id, &yes));
	assert_false(yes);
	MUST(Post_count(session, &count));
	assert_int_equal(count, 0);
	MUST(Post_delete(session, id, &yes));
	assert_false(yes);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts)), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_create_and_get), TEST(test_what_create_was_refused_is_forgotten), TEST(test_update_sets_what_is_given), TEST(test_texts_of_an_update_are_copied), TEST(test_a_refused_update),
		TEST(test_list_and_count), TEST(test_delete_and_exists), TEST(test_outputs_that_are_not_there), TEST(test_soft_deletion),
		TEST(test_list_and_count), TEST(test_delete_and_exists), TEST(test_a_key_of_two_columns), TEST(test_soft_deletion),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
