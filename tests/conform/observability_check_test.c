/* tests/conform/observability_check_test.c: dry runs, what the database says of every statement, and plans.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <cquel/observe.h>
#include <cquel/op.h>
#include <cquel/task.h>

#define Kind_VALUES(VALUE) \
	VALUE(PAINTING)        \
	VALUE(SCULPTURE)
CQ_ENUM(Kind)

#define works_COLUMNS(COLUMN)                                 \
	COLUMN(id, BIGINT, PRIMARY_KEY)                           \
	COLUMN(owner_id, NULLABLE(BIGINT), REFERENCES(users, id)) \
	COLUMN(kind, ENUM(Kind))                                  \
	COLUMN(image, BYTES)                                      \
	COLUMN(facts, JSON)
CQ_MODEL(Work, works)

#define Owned_FIELDS(FIELD)                          \
	FIELD(id, BIGINT, works.id)                      \
	FIELD(kind, ENUM(Kind), works.kind)              \
	FIELD(facts, JSON, works.facts)                  \
	FIELD(work, OBJECT(Work), ALL(works))            \
	FIELD(owner, OBJECT(User), ALL(users))
CQ_ROW(Owned)

#define Named_FIELDS(FIELD)       \
	FIELD(id, BIGINT)             \
	FIELD(username, TEXT)
CQ_ROW(Named)

static int open_works(void **state)
{
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	const cq_table *const tables[] = { cq_target_Work.target.descriptor, cq_target_User.target.descriptor };
	MUST(cq_create_all(db, tables, 2));
	return 0;
}

/* ---- dry runs ---------------------------------------------------------------------------------------------------------- */

static void what_insists_on_a_row_gets_zeros(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	assert_int_equal(cq_connection_set_dry_run(db, true), CQ_OK);
	Owned *owned;
	MUST(cq_one(db, Owned, &owned, SQL(SELECT_ROW(Owned), FROM(works), LEFT_JOIN(users, ALONG(works.owner_id)))));
	assert_int_equal(owned->id, 0);
	assert_int_equal(owned->kind, PAINTING);
	assert_string_equal(owned->facts, "null");
	assert_null(owned->owner);
	assert_non_null(owned->work);
	assert_int_equal(owned->work->kind, PAINTING);
	assert_false(owned->work->owner_id.present);
	assert_non_null(owned->work->image.data);
	assert_int_equal(owned->work->image.size, 0);
	assert_string_equal(owned->work->facts, "null");
	cq_free(&owned);
	User *user;
	MUST(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 7)))));
	assert_string_equal(user->username, "");
	assert_null(user->bio);
	cq_free(&user);
	int64_t count = 77;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users))));
	assert_int_equal(count, 0);
	const char *name;
	MUST(cq_scalar_one(db, &name, SQL(SELECT(users.username), FROM(users), WHERE(EQ(users.id, 7)))));
	assert_string_equal(name, "");
	cq_free(&name);
	cq_bytes image;
	MUST(cq_scalar(db, &image, SQL(SELECT(works.image), FROM(works))));
	assert_int_equal(image.size, 0);
	cq_free(&image);
	const char *bio;
	MUST(cq_scalar(db, &bio, SQL(SELECT(users.bio), FROM(users))));
	assert_true(bio == NULL || *bio == '\0');
	cq_free(&bio);
}

static void everything_else_is_empty(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	add_user(db, "ann");
	assert_int_equal(cq_connection_set_dry_run(db, true), CQ_OK);
	cq_rows(User) all;
	MUST(cq_all(db, User, &all, SQL(SELECT_ALL(users), FROM(users))));
	assert_int_equal(all.count, 0);
	User *user;
	MUST(cq_one_or_none(db, User, &user, SQL(SELECT_ALL(users), FROM(users))));
	assert_null(user);
	MUST(cq_first(db, User, &user, SQL(SELECT_ALL(users), FROM(users))));
	assert_null(user);
	cq_stream *stream;
	MUST(cq_stream_open(db, User, NULL, &stream, SQL(SELECT_ALL(users), FROM(users))));
	MUST(cq_stream_next(stream, &user));
	assert_null(user);
	cq_stream_close(&stream);
	cq_operation *operation;
	MUST(cq_submit_one(db, User, &user, &operation, SQL(SELECT_ALL(users), FROM(users), LIMIT(1))));
	MUST(cq_await(operation));
	assert_non_null(user);
	assert_string_equal(user->username, "");
	cq_operation_release(&operation);
	cq_free(&user);
	assert_int_equal(cq_connection_set_dry_run(db, false), CQ_OK);
	assert_int_equal(count_users(db), 1);
}

static void nothing_is_written(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	add_user(db, "ann");
	assert_int_equal(cq_connection_set_dry_run(db, true), CQ_OK);
	int64_t changes = 77;
	MUST(cq_execute(db, &changes, SQL(DELETE_FROM(users), ALL_ROWS)));
	assert_int_equal(changes, 0);
	MUST(cq_execute(db, &changes, SQL(UPDATE(users, SET(username, "bob")), ALL_ROWS)));
	Note note = { .body = "x" }, notes_of[3] = { { .body = "a" }, { .body = "b" }, { .body = "c" } };
	for (int i = 0; i < 3; i++)
		MUST(cq_insert(db, Note, &note));
	assert_int_equal(note.id, 0);
	MUST(cq_insert_many(db, Note, notes_of, 3));
	assert_int_equal(notes_of[2].id, 0);
	MUST(cq_execute(db, &changes, SQL(INSERT_INTO(notes, VALUES(notes_of, 3)))));
	assert_int_equal(changes, 0);
	User more[2] = { CQ_NEW(User, .username = "cid"), CQ_NEW(User, .username = "dan") };
	MUST(cq_insert_many(db, User, more, 2));
	MUST(cq_begin(db, NULL));
	MUST(cq_insert(db, User, &more[0]));
	MUST(cq_commit(db));
	assert_int_equal(cq_connection_set_dry_run(db, false), CQ_OK);
	assert_int_equal(count_users(db), 1);
	int64_t count;
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	assert_int_equal(count, 0);
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(EQ(users.username, "ann")))));
	assert_int_equal(count, 1);
	/* The statements that the dry run has prepared do write. */
	MUST(cq_insert(db, Note, &note));
	assert_int_equal(note.id, 1);
}

static void what_the_database_refuses_is_refused(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	assert_int_equal(cq_connection_set_dry_run(db, true), CQ_OK);
	assert_int_not_equal(cq_execute(db, NULL, RAW_SQL("UPDATE no_such_table SET x = 1")), CQ_OK);
	assert_non_null(strstr(cq_last_error(db)->message, "no_such_table"));
	cq_stream *stream;
	assert_int_not_equal(cq_stream_open(db, Named, NULL, &stream, RAW_SQL("SELECT id FROM no_such_table")), CQ_OK);
	assert_null(stream);
	cq_rows(Named) rows;
	MUST(cq_all(db, Named, &rows, RAW_SQL("SELECT id, username FROM users")));
	assert_int_equal(cq_all(db, Named, &rows, RAW_SQL("SELECT id, bio FROM users")), CQ_WRONG_TYPE);
	assert_int_equal(cq_connection_set_dry_run(NULL, true), CQ_MISUSE);
}

/* ---- the check --------------------------------------------------------------------------------------------------------- */

typedef struct report {
	int taken, refused, unknown;
	int line;
	char message[300], sql[300];
} report;

static void take(void *user, const cq_query_check *check)
{
	report *const to = user;
	to->unknown += !check->evaluated;
	to->taken += check->evaluated && check->status == CQ_OK;
	if (check->status == CQ_OK)
		return;
	/* The first is shown. */
	if (to->refused++ != 0)
		return;
	to->line = check->line;
	(void)snprintf(to->message, sizeof to->message, "%s", check->message);
	(void)snprintf(to->sql, sizeof to->sql, "%s", check->sql);
}

static void statements_are_checked_again(void **state)
{
	const shop *const opened = *state;
	cq_connection *db = opened->db;
	report to = { 0 };
	assert_int_equal(cq_connection_set_dry_run(db, true), CQ_OK);
	Note note = { .body = "x" }, many[1200];
	for (int i = 0; i < 1200; i++)
		many[i] = note;
	int64_t count;
	MUST(cq_insert(db, Note, &note));
	MUST(cq_insert_many(db, Note, many, 70));
	/* Written as a COPY where there is such. */
	MUST(cq_execute(db, NULL, SQL(INSERT_INTO(notes, VALUES(many, 1200)))));
	MUST(cq_update_many(db, Note, &count, many, 70));
	assert_int_equal(count, 0);
	MUST(cq_delete_many(db, Note, &count, many, 2));
	int line = __LINE__; MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(works.id)), FROM(works), WHERE(IS_NOT_NULL(works.owner_id)))));
	(void)count_users(db);
	assert_int_equal(cq_connection_set_dry_run(db, false), CQ_OK);
	assert_int_equal(cq_check_queries_with(db, take, &to), CQ_OK);
	assert_int_equal(to.refused, 0);
	assert_true(to.taken >= 7);
	/* The places of the other tests. */
	assert_true(to.unknown > 20);

	/* The database changes behind the program's back. */
	MUST(cq_execute(db, NULL, RAW_SQL("ALTER TABLE works RENAME COLUMN owner_id TO keeper_id")));
	to = (report){ 0 };
	const cq_status status = cq_check_queries_with(db, take, &to);
	assert_int_not_equal(status, CQ_OK);
	/* It, and the ALTER, which cannot be done a second time; but PostgreSQL looks at what is no query only when it runs. */
	assert_int_equal(to.refused, database_kind() == CLIENT_SQLITE ? 2 : 1);
	assert_int_equal(to.line, line);
	assert_non_null(strstr(to.message, "owner_id"));
	assert_non_null(strstr(to.sql, "COUNT"));
	assert_int_equal(cq_last_error(db)->code, status);
	assert_int_equal(cq_last_error(db)->line, line);
	assert_non_null(strstr(cq_last_error(db)->sql, "COUNT"));
}

static void a_column_of_another_type_is_found(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	report to = { 0 };
	/* SQLite's columns have no types to ask for. */
	if (database_kind() == CLIENT_SQLITE)
		skip();
	assert_int_equal(cq_connection_set_dry_run(db, true), CQ_OK);
	cq_rows(Note) rows;
	int line = __LINE__; MUST(cq_all(db, Note, &rows, SQL(SELECT_ALL(notes), FROM(notes))));
	assert_int_equal(cq_connection_set_dry_run(db, false), CQ_OK);
	MUST(cq_execute(db, NULL, RAW_SQL("ALTER TABLE notes ALTER COLUMN body TYPE bigint USING 0")));
	assert_int_equal(cq_check_queries_with(db, take, &to), CQ_WRONG_TYPE);
	assert_int_equal(to.refused, 1);
	assert_int_equal(to.line, line);
	assert_non_null(strstr(to.message, "body"));
}

static void the_report_is_text(void **state)
{
	const shop *const opened = *state;
	cq_connection *const db = opened->db;
	char *text = NULL, place[64], summary[64];
	size_t size = 0;
	assert_int_equal(cq_connection_set_dry_run(db, true), CQ_OK);
	int line = __LINE__; assert_int_not_equal(cq_execute(db, NULL, RAW_SQL("DELETE FROM nowhere_at_all")), CQ_OK);
	FILE *const file = open_memstream(&text, &size);
	assert_non_null(file);
	assert_int_not_equal(cq_check_queries(db, file), CQ_OK);
	(void)fclose(file);
	(void)snprintf(place, sizeof place, "observability_check_test.c:%d: ", line);
	(void)snprintf(summary, sizeof summary, ", 1 refused, ");
	assert_non_null(strstr(text, place));
	assert_non_null(strstr(strstr(text, place), "nowhere_at_all"));
	assert_non_null(strstr(text, ": not evaluated\n"));
	assert_non_null(strstr(text, summary));
	free(text);
	assert_int_equal(cq_check_queries(db, NULL), CQ_MISUSE);
	assert_int_equal(cq_check_queries_with(NULL, NULL, NULL), CQ_MISUSE);
	assert_int_equal(cq_connection_set_dry_run(db, false), CQ_OK);
	MUST(cq_begin(db, NULL));
	assert_int_equal(cq_check_queries_with(db, NULL, NULL), CQ_MISUSE);
	MUST(cq_commit(db));
}

static bool checking;

static cq_status check_often(cq_engine *engine, void *argument)
{
	(void)argument;
	cq_connection *db;
	cq_status status = cq_connect_shared(engine, &db);
	for (int i = 0; i < 20 && status == CQ_OK; i++) {
		char *plan = NULL;
		report to = { 0 };
		status = cq_check_queries_with(db, take, &to);
		if (status == CQ_OK && to.taken + to.unknown < 20)
			status = CQ_DATABASE;
		if (status == CQ_OK)
			status = cq_explain(db, &plan, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, (int64_t)i))));
		cq_text_free(plan);
	}
	checking = false;
	cq_disconnect(&db);
	return status;
}

/* Statements come into the cache and are thrown out of it all the while. */
static cq_status run_others(cq_engine *engine, void *argument)
{
	(void)argument;
	cq_connection *db;
	cq_status status = cq_connect_shared(engine, &db);
	for (size_t i = 0; checking && status == CQ_OK; i++) {
		int64_t count;
		status = cq_scalar(db, &count, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(ANY_OF(j, i % 40 + 1, EQ(users.id, (int64_t)j)))));
	}
	cq_disconnect(&db);
	return status;
}

static void other_tasks_go_on_meanwhile(void **state)
{
	(void)state;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.statement_cache_bytes = 32 * 1024;
	void *own;
	shop_open_with(&own, database_create_shared(), &options);
	cq_engine *const engine = ((shop *)own)->engine;
	checking = true;
	cq_task *tasks[2];
	const cq_status status = cq_spawn(engine, &tasks[0], check_often, NULL, NULL);
	if (status == CQ_UNSUPPORTED) {
		shop_close(&own);
		skip();
	}
	assert_int_equal(status, CQ_OK);
	assert_int_equal(cq_spawn(engine, &tasks[1], run_others, NULL, NULL), CQ_OK);
	assert_int_equal(cq_task_await(tasks[0]), CQ_OK);
	assert_int_equal(cq_task_await(tasks[1]), CQ_OK);
	cq_task_release(&tasks[0]);
	cq_task_release(&tasks[1]);
	cq_cache_counters cache;
	cq_engine_cache_counters(engine, &cache);
	assert_true(cache.evicted > 10);
	shop_close(&own);
}

static cq_status check_once(cq_engine *engine, void *argument)
{
	cq_connection *db;
	CQ_TRY(cq_current(engine, &db));
	return cq_check_queries_with(db, take, argument);
}

/* What was not asked is not refused. */
static void it_stops_where_nothing_can_be_asked(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_engine *const engine = ((shop *)*state)->engine;
	cq_task *task;
	report to = { 0 }, all = { 0 };
	add_user(db, "ann");
	assert_int_equal(count_users(db), 1);
	const cq_status status = cq_spawn(engine, &task, check_once, &to, NULL);
	if (status == CQ_UNSUPPORTED)
		skip();
	assert_int_equal(status, CQ_OK);
	cq_task_cancel(task);
	assert_int_equal(cq_task_await(task), CQ_CANCELLED);
	cq_task_release(&task);
	assert_int_equal(to.taken + to.refused + to.unknown, 0);
	MUST(cq_check_queries_with(db, take, &all));
	assert_true(all.taken >= 2);
}

static void shared_handles_do_the_same(void **state)
{
	(void)state;
	cq_connection *db;
	report to = { 0 };
	cq_engine *engine = NULL;
	assert_int_equal(cq_engine_open(&engine, database_create_shared(), NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect_shared(engine, &db), CQ_OK);
	shop_create(db);
	add_user(db, "ann");
	assert_int_equal(cq_connection_set_dry_run(db, true), CQ_OK);
	int64_t changes = 77;
	MUST(cq_execute(db, &changes, SQL(DELETE_FROM(users), ALL_ROWS)));
	cq_stream *streams[20];
	for (int i = 0; i < 20; i++) {
		User *user;
		MUST(cq_stream_open(db, User, NULL, &streams[i], SQL(SELECT_ALL(users), FROM(users))));
		MUST(cq_stream_next(streams[i], &user));
		assert_null(user);
	}
	for (int i = 0; i < 20; i++)
		cq_stream_close(&streams[i]);
	assert_int_equal(cq_connection_set_dry_run(db, false), CQ_OK);
	assert_int_equal(count_users(db), 1);
	assert_int_equal(cq_check_queries_with(db, take, &to), CQ_OK);
	assert_true(to.taken >= 4);
	char *plan;
	MUST(cq_explain(db, &plan, SQL(SELECT_ALL(users), FROM(users))));
	assert_non_null(strstr(plan, "users"));
	cq_text_free(plan);
	cq_engine_close(&engine);
	database_drop();
}

/* ---- plans --------------------------------------------------------------------------------------------------------------- */

static void plans_are_explained(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	char *plan;
	const int64_t id = 7;
	MUST(cq_explain(db, &plan, SQL(SELECT_ALL(posts), FROM(posts), JOIN(users, ALONG(posts.author_id)), WHERE(EQ(users.id, id)),
		ORDER_BY(posts.title))));
	assert_non_null(strstr(plan, "users"));
	assert_non_null(strstr(plan, "posts"));
	assert_true(plan[strlen(plan) - 1] == '\n');
	cq_text_free(plan);
	add_user(db, "ann");
	MUST(cq_explain(db, &plan, SQL(DELETE_FROM(users), WHERE(EQ(users.id, 1)))));
	cq_text_free(plan);
	assert_int_equal(count_users(db), 1);

	const bool sqlite = database_kind() == CLIENT_SQLITE;
	const cq_status status = cq_explain_analyze(db, &plan, SQL(DELETE_FROM(users), WHERE(EQ(users.id, 1))));
	assert_int_equal(status, sqlite ? CQ_UNSUPPORTED : CQ_OK);
	assert_true((plan == NULL) == sqlite);
	cq_text_free(plan);
	assert_int_equal(count_users(db), sqlite ? 1 : 0);

	Note note = { .body = "x" };
	assert_int_equal(cq_explain(db, &plan, SQL(INSERT_INTO(notes, VALUES(&note, 1)))), CQ_UNSUPPORTED);
	assert_null(plan);
	int line = __LINE__; assert_int_not_equal(cq_explain(db, &plan, RAW_SQL("DELETE FROM nowhere_at_all")), CQ_OK);
	assert_int_equal(cq_last_error(db)->line, line);
	assert_null(plan);
}

static void a_plan_has_steps_below_steps(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	char *plan;
	MUST(cq_explain(db, &plan, SQL(SELECT(users.id), FROM(users), UNION_ALL(SELECT(posts.id), FROM(posts)))));
	assert_non_null(strstr(plan, "\n  "));
	cq_text_free(plan);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_insists_on_a_row_gets_zeros, open_works, shop_close),
		cmocka_unit_test_setup_teardown(everything_else_is_empty, open_works, shop_close),
		cmocka_unit_test_setup_teardown(nothing_is_written, open_works, shop_close),
		cmocka_unit_test_setup_teardown(what_the_database_refuses_is_refused, open_works, shop_close),
		cmocka_unit_test_setup_teardown(statements_are_checked_again, open_works, shop_close),
		cmocka_unit_test_setup_teardown(a_column_of_another_type_is_found, open_works, shop_close),
		cmocka_unit_test_setup_teardown(the_report_is_text, open_works, shop_close),
		cmocka_unit_test(shared_handles_do_the_same),
		cmocka_unit_test(other_tasks_go_on_meanwhile),
		cmocka_unit_test_setup_teardown(it_stops_where_nothing_can_be_asked, open_works, shop_close),
		cmocka_unit_test_setup_teardown(plans_are_explained, open_works, shop_close),
		cmocka_unit_test_setup_teardown(a_plan_has_steps_below_steps, open_works, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
