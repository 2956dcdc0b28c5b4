/* hook_test.c: the program's hooks: when they are called, in which order, what they may change and end, and what they must not do. */
#include "helpers.h"

static char called[4096];
static cq_status answer;
static cq_event answered_event;

/* "BEFORE_INSERT people ann, ..." */
static cq_status note(cq_session *in, cq_event event, const cq_table *table, void *object, void *argument)
{
	static const char *const names[] = { "before_insert", "after_insert", "before_update", "after_update", "before_delete", "after_delete",
		"after_load", "before_commit", "after_commit", "after_rollback" };
	assert_ptr_equal(in, session);
	const size_t length = strlen(called);
	const char *const what = object == NULL ? "" : table == CQ_TABLE(people) ? ((Person *)object)->username : ((Post *)object)->title;
	(void)snprintf(called + length, sizeof called - length, "%s%s%s%s%s", length != 0 ? ", " : "", argument == NULL ? "" : (const char *)argument,
		names[event], object == NULL ? "" : " ", what);
	return event == answered_event ? answer : CQ_OK;
}

static const char *told(void)
{
	static char copy[sizeof called];
	memcpy(copy, called, sizeof called);
	called[0] = '\0';
	return copy;
}

static void open_with(const cq_hook *hooks, size_t count)
{
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.hooks = hooks;
	options.hook_count = count;
	session_with(&options);
	called[0] = '\0';
	answer = CQ_OK;
	answered_event = CQ_EVENT_COUNT;
}

static void open_with_all(void)
{
	cq_hook hooks[CQ_EVENT_COUNT];
	for (size_t i = 0; i < CQ_EVENT_COUNT; i++)
		hooks[i] = (cq_hook){ .event = (cq_event)i, .function = note };
	open_with(hooks, CQ_EVENT_COUNT); /* copied */
}

static void test_every_event_is_told(void **state)
{
	(void)state;
	Person *found;
	open_with_all();
	Person *const ann = add_person("ann");
	assert_string_equal(told(), "");
	MUST(cq_flush(session));
	assert_string_equal(told(), "before_insert ann, after_insert ann");
	ann->bio = "x";
	MUST(cq_commit(session));
	assert_string_equal(told(), "before_commit, before_update ann, after_update ann, after_commit");
	MUST(cq_commit(session));
	(void)told();
	const int64_t id = ann->id;
	MUST(cq_expunge(session, ann));
	MUST(cq_get(session, Person, &found, id));
	assert_string_equal(told(), "after_load ann");
	MUST(cq_get(session, Person, &found, id));
	assert_string_equal(told(), "");
	MUST(cq_delete(session, found));
	MUST(cq_flush(session));
	assert_string_equal(told(), "before_delete ann, after_delete ann");
	MUST(cq_rollback(session));
	assert_string_equal(told(), "after_rollback");
}

static void test_nothing_changed_calls_nobody(void **state)
{
	(void)state;
	open_with_all();
	(void)add_person("ann");
	MUST(cq_commit(session));
	(void)told();
	MUST(cq_flush(session));
	assert_string_equal(told(), "");
}

static void test_order_and_tables(void **state)
{
	(void)state;
	const cq_hook hooks[] = {
		{ CQ_BEFORE_INSERT, CQ_TABLE(posts), note, "first " }, { CQ_BEFORE_INSERT, NULL, note, "second " },
		{ CQ_BEFORE_INSERT, CQ_TABLE(people), note, "third " }, { CQ_BEFORE_INSERT, NULL, note, "fourth " },
	};
	open_with(hooks, 4);
	(void)add_person("ann");
	MUST(cq_flush(session));
	assert_string_equal(told(), "second before_insert ann, third before_insert ann, fourth before_insert ann");
}

static cq_status lower(cq_session *in, cq_event event, const cq_table *table, void *object, void *argument)
{
	Person *const person = object;
	(void)in;
	(void)event;
	(void)argument;
	assert_ptr_equal(table, CQ_TABLE(people));
	person->bio = strcmp(person->username, "ann") == 0 ? "made by a hook" : person->bio;
	return CQ_OK;
}

static void test_before_hooks_change_what_is_written(void **state)
{
	(void)state;
	const cq_hook hooks[] = { { CQ_BEFORE_INSERT, CQ_TABLE(people), lower, NULL }, { CQ_BEFORE_UPDATE, CQ_TABLE(people), lower, NULL } };
	open_with(hooks, 2);
	Person *const ann = add_person("ann");
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people), WHERE(EQ(people.bio, "made by a hook"))), 1);
	assert_false(cq_is_modified(session, ann));
	ann->is_active = false;
	ann->bio = "of the program";
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people), WHERE(EQ(people.bio, "made by a hook"), NOT(people.is_active))), 1);
	assert_string_equal(ann->bio, "made by a hook");
}

static void test_a_before_hook_ends_the_flush(void **state)
{
	(void)state;
	open_with_all();
	answered_event = CQ_BEFORE_INSERT;
	answer = CQ_CHECK;
	Person *const ann = add_person("ann");
	REFUSED(cq_flush(session), CQ_CHECK, "CQ_BEFORE_INSERT of people");
	assert_int_equal(cq_state_of(session, ann), CQ_PENDING);
	assert_int_equal(ann->id, 0);
	answer = CQ_OK;
	MUST(cq_commit(session));
	assert_int_equal(cq_state_of(session, ann), CQ_PERSISTENT);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people)), 1);
}

static void test_a_before_hook_ends_the_commit(void **state)
{
	(void)state;
	open_with_all();
	answered_event = CQ_BEFORE_COMMIT;
	answer = CQ_MISUSE;
	(void)add_person("ann");
	REFUSED(cq_commit(session), CQ_MISUSE, "CQ_BEFORE_COMMIT");
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people)), 0);
	answer = CQ_OK;
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people)), 1);
}

static void test_what_after_hooks_give_changes_nothing(void **state)
{
	(void)state;
	open_with_all();
	answered_event = CQ_AFTER_INSERT;
	answer = CQ_CHECK;
	(void)add_person("ann");
	MUST(cq_commit(session));
	answered_event = CQ_AFTER_COMMIT;
	(void)add_person("bob");
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people)), 2);
}

static cq_status tried[3];
static char said[512];

/* All that a hook must not do. */
static cq_status wait_in_hook(cq_session *in, cq_event event, const cq_table *table, void *object, void *argument)
{
	Person *other;
	int64_t count;
	(void)event;
	(void)table;
	(void)object;
	(void)argument;
	tried[0] = cq_flush(in);
	(void)snprintf(said, sizeof said, "%s", cq_session_error(in)->message);
	tried[1] = cq_get(in, Person, &other, 1);
	tried[2] = cq_scalar(cq_session_connection(in), &count, SQL(SELECT(COUNT_ROWS()), FROM(people)));
	return CQ_OK;
}

static void test_a_hook_must_not_wait(void **state)
{
	(void)state;
	for (int event = 0; event < CQ_EVENT_COUNT; event++) {
		if (event == CQ_AFTER_LOAD)
			continue;
		const cq_hook hooks[] = { { (cq_event)event, NULL, wait_in_hook, NULL } };
		char name[20];
		open_with(hooks, 1);
		memset(tried, 0, sizeof tried);
		(void)snprintf(name, sizeof name, "ann%d", event);
		Person *const ann = add_person(name);
		MUST(cq_flush(session));
		ann->bio = "y";
		MUST(cq_commit(session));
		MUST(cq_delete(session, ann));
		MUST(cq_flush(session));
		MUST(cq_rollback(session));
		for (size_t i = 0; i < 3; i++)
			assert_int_equal(tried[i], CQ_MISUSE);
		assert_non_null(strstr(said, "hook"));
	}
}

/* A line in a book for each person that is made. */
static cq_status add_in_hook(cq_session *in, cq_event event, const cq_table *table, void *object, void *argument)
{
	Seat *seat;
	(void)event;
	(void)table;
	(void)argument;
	return cq_add_new(in, Seat, &seat, .room = "lobby", .number = 1, .guest = object == NULL ? NULL : ((Person *)object)->username);
}

static void test_before_commit_adds(void **state)
{
	(void)state;
	const cq_hook hooks[] = { { CQ_BEFORE_COMMIT, NULL, add_in_hook, NULL } };
	open_with(hooks, 1);
	(void)add_person("ann");
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(seats)), 1);
}

static void test_what_a_flush_hook_adds_is_written_by_the_commit(void **state)
{
	(void)state;
	const cq_hook hooks[] = { { CQ_BEFORE_INSERT, CQ_TABLE(people), add_in_hook, NULL } };
	open_with(hooks, 1);
	(void)add_person("ann");
	MUST(cq_commit(session));
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(seats), WHERE(EQ(seats.guest, "ann"))), 1);
}

static void test_bulk_calls_nobody(void **state)
{
	(void)state;
	open_with_all();
	Person people_of[2] = { CQ_NEW(Person, .username = "a"), CQ_NEW(Person, .username = "b") };
	MUST(cq_insert_many(session, Person, people_of, 2));
	MUST(cq_execute(session, NULL, SQL(UPDATE(people, SET(bio, "x")), ALL_ROWS)));
	assert_string_equal(told(), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_every_event_is_told), TEST(test_nothing_changed_calls_nobody), TEST(test_order_and_tables),
		TEST(test_before_hooks_change_what_is_written), TEST(test_a_before_hook_ends_the_flush), TEST(test_a_before_hook_ends_the_commit),
		TEST(test_what_after_hooks_give_changes_nothing), TEST(test_a_hook_must_not_wait), TEST(test_before_commit_adds),
		TEST(test_what_a_flush_hook_adds_is_written_by_the_commit), TEST(test_bulk_calls_nobody),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
