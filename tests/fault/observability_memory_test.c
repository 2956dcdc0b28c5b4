/* tests/fault/observability_memory_test.c: each allocation of dry runs, checks, lists and plans fails in turn: a status each time.
 *
 * Leaks are found by the sanitizer this is built with; the wrong status is found here.
 */
#include "conform/shop.h"

#include "base/alloc.h"

#include <cquel/observe.h>

#include <limits.h>

static void drop_check(void *user, const cq_query_check *check)
{
	assert_non_null(check->message);
	++*(int *)user;
}

static void drop_site(void *user, const cq_site_counters *site)
{
	assert_non_null(site->sql);
	++*(int *)user;
}

#define Written_FIELDS(FIELD)               \
	FIELD(title, TEXT, posts.title)         \
	FIELD(author, OBJECT(User), ALL(users))
CQ_ROW(Written)

static cq_status walk(cq_connection *db)
{
	int64_t count;
	int seen = 0;
	Note note = { .body = "x" };
	Written *written;
	const char *name;
	char *plan;
	CQ_TRY(cq_connection_set_dry_run(db, true));
	CQ_TRY(cq_one(db, Written, &written, SQL(SELECT_ROW(Written), FROM(posts), JOIN(users, ALONG(posts.author_id)))));
	cq_free(&written);
	CQ_TRY(cq_scalar_one(db, &name, SQL(SELECT(users.username), FROM(users))));
	cq_free(&name);
	CQ_TRY(cq_insert(db, Note, &note));
	CQ_TRY(cq_connection_set_dry_run(db, false));
	for (int i = 0; i < 4; i++)
		CQ_TRY(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	CQ_TRY(cq_check_queries_with(db, drop_check, &seen));
	CQ_TRY(cq_engine_sites(cq_connection_engine(db), drop_site, &seen));
	assert_true(seen > 8);
	CQ_TRY(cq_explain(db, &plan, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.username, "ann")))));
	cq_text_free(plan);
	return CQ_OK;
}

static void drop_record(void *user, const cq_log_record *record)
{
	(void)user;
	assert_non_null(record->message);
}

static cq_status run_all(void)
{
	cq_engine *engine;
	cq_connection *db;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.repeat_alarm = 2;
	options.log = drop_record;
	cq_status status = cq_engine_open(&engine, "sqlite://?cache_size=100", &options, NULL);
	const cq_table *const tables[] = { cq_target_User.target.descriptor, cq_target_Note.target.descriptor,
		cq_target_Post.target.descriptor };
	if (status == CQ_OK)
		status = cq_connect(engine, &db);
	if (status == CQ_OK)
		status = cq_create_all(db, tables, 3);
	if (status == CQ_OK)
		status = walk(db);
	cq_engine_close(&engine);
	return status;
}

static void each_allocation_may_fail(void **state)
{
	(void)state;
	assert_int_equal(run_all(), CQ_OK);
	cq__alloc_fail_after(LONG_MAX);
	assert_int_equal(run_all(), CQ_OK);
	const long count = cq__alloc_count();
	assert_true(count > 50);
	for (long n = 1; n <= count; n++) {
		cq__alloc_fail_after(n);
		const cq_status once = run_all();
		cq__alloc_fail_from(n);
		const cq_status ever = run_all();
		cq__alloc_fail_from(0);
		if ((once != CQ_OK && once != CQ_NO_MEMORY) || (ever != CQ_OK && ever != CQ_NO_MEMORY))
			fail_msg("allocation %ld: %s, %s", n, cq_status_name(once), cq_status_name(ever));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_allocation_may_fail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
