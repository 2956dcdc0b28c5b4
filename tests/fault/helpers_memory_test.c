/* helpers_memory_test.c: each allocation of upserts, arrays, soft deletions, CQ_CRUD and a hook that adds fails in turn: what is rolled back
 * has left nothing, in the database and the objects, and the same succeeds afterwards.
 *
 * Leaks are found by the sanitizer this is built with.
 */
#include "conform/helpers.h"

#include "fault/in_turn.h"

#include <cquel/crud.h>

CQ_CRUD(Person, people)

typedef struct work {
	Person two[2];
	Person more[2];
} work;

static work new_work(void)
{
	return (work){ .two = { CQ_NEW(Person, .username = "ann", .bio = "x"), CQ_NEW(Person, .username = "bob") },
		.more = { CQ_NEW(Person, .username = "carl"), CQ_NEW(Person, .username = "dora") } };
}

/* A seat for each commit. */
static cq_status add_seat(cq_session *of, cq_event event, const cq_table *table, void *object, void *argument)
{
	Seat *seat;
	(void)event;
	(void)table;
	(void)object;
	(void)argument;
	return cq_add_new(of, Seat, &seat, .room = "a", .number = 1);
}

static cq_status inside(cq_session *of, work *w)
{
	Person *eve;
	Post *post;
	const Person values = CQ_NEW(Person, .username = "eve");
	const Person_fields fields = { .bio = CQ_GIVEN("given") };
	CQ_TRY(cq_upsert_all(of, Person, w->two, 2, username));
	CQ_TRY(cq_insert_many(of, Person, w->more, 2));
	CQ_TRY(cq_update_many(of, Person, NULL, w->two, 2, bio));
	CQ_TRY(cq_delete_many(of, Person, NULL, &w->more[1], 1));
	CQ_TRY(Person_create(of, &values, &eve));
	CQ_TRY(cq_add_new(of, Post, &post, .title = "gone"));
	CQ_TRY(cq_append(of, eve, people.posts, post));
	CQ_TRY(cq_flush(of));
	CQ_TRY(cq_delete(of, post));
	CQ_TRY(Person_update(of, w->two[0].id, &fields, &eve));
	return cq_commit(of);
}

static cq_status behind(cq_session *of, int64_t *visible)
{
	cq_objects(Person) all;
	CQ_TRY(cq_all(of, Person, &all, SQL(SELECT_ALL(people), FROM(people), WHERE(NOT(ANY(people.posts))), OPTIONS(SELECTIN(people.posts), JOINED(people.posts, posts.comments)))));
	*visible = (int64_t)all.count;
	cq_free(&all);
	return CQ_OK;
}

/* Whether it was committed: all of it. */
static bool check_stored(void)
{
	const int64_t people_of = SEEN(SELECT(COUNT_ROWS()), FROM(people));
	const bool stored = people_of != 0;
	cq_connection *db;
	assert_int_equal(people_of, stored ? 4 : 0);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(people), WHERE(EQ(people.bio, "given"))), stored);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(posts), WHERE(IS_NOT_NULL(posts.deleted_at))), stored);
	assert_int_equal(SEEN(SELECT(COUNT_ROWS()), FROM(seats)), stored);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	if (cq_execute(db, NULL, SQL(DELETE_FROM(posts), ALL_ROWS)) != CQ_OK || cq_execute(db, NULL, SQL(DELETE_FROM(people), ALL_ROWS)) != CQ_OK
		|| cq_execute(db, NULL, SQL(DELETE_FROM(seats), ALL_ROWS)) != CQ_OK)
		fail_msg("%s", cq_last_error(db)->message);
	cq_disconnect(&db);
	return stored;
}

static void each_allocation_fails_in_turn(void **state)
{
	(void)state;
	const cq_hook hooks[] = { { CQ_BEFORE_COMMIT, NULL, add_seat, NULL } };
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	options.hooks = hooks;
	options.hook_count = 1;
	in_turn at = { 0 };
	do {
		work w = new_work();
		int64_t visible = -1;
		session_with(&options);
		in_turn_begin(&at);
		const cq_status written = inside(session, &w);
		const cq_status status = written == CQ_OK ? behind(session, &visible) : written;
		in_turn_end(&at, status);
		if (written != CQ_OK) {
			if (cq_in_transaction(session) || cq_has_changes(session))
				MUST(cq_rollback(session));
			for (int i = 0; i < 2; i++) {
				assert_int_equal(cq_state_of(session, &w.two[i]), CQ_TRANSIENT);
				assert_int_equal(w.two[i].id, 0);
			}
			assert_false(check_stored());
			w = new_work();
			MUST(inside(session, &w));
		}
		MUST(behind(session, &visible));
		assert_int_equal(visible, 4);
		assert_int_equal(cq_state_of(session, &w.two[0]), CQ_PERSISTENT);
		assert_string_equal(w.two[0].bio, "given");
		cq_session_close(&session); /* before what it holds goes */
		assert_true(check_stored());
	} while (at.reached);
	print_message("%ld allocations failed\n", at.failures);
	assert_true(at.failures > 20);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(each_allocation_fails_in_turn),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
