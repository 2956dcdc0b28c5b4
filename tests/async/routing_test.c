/* tests/async/routing_test.c: where statements go: replicas, marked reads, models of other databases, all of them files.
 */
#include "support/client.h"

#include "async/routing_kit.h"

#include <cquel/task.h>

#define events_COLUMNS(COLUMN)          \
	COLUMN(id, BIGINT, PRIMARY_KEY)     \
	COLUMN(mark_id, BIGINT)             \
	COLUMN(what, TEXT)
CQ_MODEL(Event, events)

/* ---- files ------------------------------------------------------------------------------------------------------------- */

static struct {
	char folder[64], first[120], second[120], read_only[120];
} file;

static int make_files(void **state)
{
	(void)state;
	snprintf(file.folder, sizeof file.folder, "/tmp/cquel-routing-XXXXXX");
	assert_non_null(mkdtemp(file.folder));
	snprintf(file.first, sizeof file.first, "sqlite:///%s/first.db", file.folder);
	snprintf(file.second, sizeof file.second, "sqlite:///%s/second.db", file.folder);
	snprintf(file.read_only, sizeof file.read_only, "sqlite:///%s/first.db?mode=ro", file.folder);
	return 0;
}

static int remove_files(void **state)
{
	(void)state;
	char command[100];
	snprintf(command, sizeof command, "rm -rf %s", file.folder);
	return system(command);
}

static cq_engine *open_with_replicas(const char *const *replicas, size_t count)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.replicas = replicas;
	options.replica_count = count;
	cq_engine *const engine = open_engine(file.first, &options);
	create(engine, CQ_TABLE(marks));
	return engine;
}

static void a_replica_is_of_the_same_kind(void **state)
{
	(void)state;
	static const char *const wrong[] = { "postgresql://somebody:secret@here/db", "sqlite://", "sqlite:///app.db?mode=strange", "nothing" };
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		char message[CQ_ERROR_TEXT];
		cq_engine *engine;
		options.replicas = (const char *const[]){ file.read_only, wrong[i] };
		options.replica_count = 2;
		assert_int_equal(cq_engine_open(&engine, file.first, &options, message), CQ_INVALID_URL);
		assert_null(engine);
		assert_null(strstr(message, "secret"));
	}
}

static void files_are_read_through_read_only_handles(void **state)
{
	(void)state;
	char *const copies[] = { strdup(file.first), strdup(file.read_only) };
	cq_engine *engine = open_with_replicas((const char *const *)copies, 2);
	/* The engine has its own. */
	free(copies[0]);
	free(copies[1]);
	cq_connection *db, *own;
	SHARE(engine, &db);
	add_mark(db, "first");
	for (int i = 0; i < 10; i++)
		assert_int_equal(count_marks(cq_replica(db)), 1);
	/* In turn. */
	assert_int_equal(replica_counters(engine, 0).lent, 5);
	assert_int_equal(replica_counters(engine, 1).lent, 5);
	assert_int_equal(replica_counters(engine, 2).lent, 0);
	/* An exclusive handle reads from where it is. */
	CONNECT(engine, &own);
	assert_ptr_equal(cq_replica(own), own);
	assert_null(cq_replica(NULL));
	assert_ptr_equal(cq_replica(cq_replica(db)), cq_replica(db));
	cq_disconnect(&own);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void nothing_is_written_through_a_replica(void **state)
{
	(void)state;
	cq_engine *engine = open_with_replicas((const char *const[]){ file.read_only }, 1);
	cq_connection *db;
	SHARE(engine, &db);
	const int64_t before = count_marks(db);
	Mark two[2] = { CQ_NEW(Mark, .note = "a"), CQ_NEW(Mark, .note = "b") };
	cq_operation *operation;
	assert_int_equal(cq_insert(cq_replica(db), Mark, &two[0]), CQ_READ_ONLY);
	assert_string_equal(cq_last_error(db)->message, cq_last_error(cq_replica(db))->message);
	assert_int_equal(cq_last_error(db)->code, CQ_READ_ONLY);
	assert_int_equal(cq_insert_many(cq_replica(db), Mark, two, 2), CQ_READ_ONLY);
	assert_int_equal(cq_delete_many(cq_replica(db), Mark, NULL, two, 1), CQ_READ_ONLY);
	assert_int_equal(cq_execute(cq_replica(db), NULL, SQL(UPDATE(marks, SET(note, "x")), ALL_ROWS)), CQ_READ_ONLY);
	assert_int_equal(cq_execute(cq_replica(db), NULL, RAW_SQL("DELETE FROM marks")), CQ_READ_ONLY);
	assert_int_equal(cq_execute(cq_replica(db), NULL, RAW_SQL("BEGIN")), CQ_READ_ONLY);
	assert_int_equal(cq_begin(cq_replica(db), NULL), CQ_READ_ONLY);
	MUST(cq_submit_execute(cq_replica(db), NULL, &operation, SQL(DELETE_FROM(marks), ALL_ROWS)));
	assert_int_equal(cq_await(operation), CQ_READ_ONLY);
	cq_operation_release(&operation);
	/* None of that was sent. */
	assert_int_equal(replica_counters(engine, 0).lent, 0);
	assert_int_equal(replica_counters(engine, 0).opened, 0);
	/* What looks like a read is the database's to refuse. */
	int64_t n;
	assert_int_equal(cq_scalar(cq_replica(db), &n, RAW_SQL("WITH m AS (SELECT 1) INSERT INTO marks(note) SELECT 'x' FROM m RETURNING id")), CQ_READ_ONLY);
	assert_int_equal(count_marks(db), before);
	/* It is not the program's to end. */
	cq_connection *hidden = cq_replica(db);
	cq_disconnect(&hidden);
	assert_null(hidden);
	assert_int_equal(cq_last_error(db)->code, CQ_MISUSE);
	assert_int_equal(count_marks(cq_replica(db)), before);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static cq_status read_twice(cq_connection *db, int64_t *first, int64_t *second)
{
	CQ_READ_TRANSACTION(cq_replica(db)) {
		CQ_TRY(cq_scalar(cq_replica(db), first, SQL(SELECT(COUNT(marks.id)), FROM(marks))));
		Mark mark = CQ_NEW(Mark, .note = "meanwhile");
		CQ_TRY(cq_insert(db, Mark, &mark));
		CQ_TRY(cq_scalar(cq_replica(db), second, SQL(SELECT(COUNT(marks.id)), FROM(marks))));
	}
	return CQ_OK;
}

static void a_transaction_reads_what_it_wrote(void **state)
{
	(void)state;
	cq_engine *engine = open_with_replicas((const char *const[]){ file.read_only }, 1);
	cq_connection *db;
	cq_stream *stream;
	Mark *row;
	SHARE(engine, &db);
	const int64_t before = count_marks(db);
	MUST(cq_begin(db, NULL));
	assert_ptr_equal(cq_replica(db), db);
	add_mark(db, "inside");
	assert_int_equal(count_marks(cq_replica(db)), before + 1);
	MUST(cq_rollback(db));
	assert_ptr_not_equal(cq_replica(db), db);
	assert_int_equal(replica_counters(engine, 0).lent, 0);
	/* A transaction of the replica sees one state. */
	int64_t first, second;
	MUST(read_twice(db, &first, &second));
	assert_int_equal(first, before);
	assert_int_equal(second, before);
	assert_int_equal(count_marks(cq_replica(db)), before + 1);
	/* Streams and operations, and what is left of them when the handle ends. */
	cq_operation *operation;
	MUST(cq_stream_open(cq_replica(db), Mark, NULL, &stream, SQL(SELECT_ALL(marks), FROM(marks), ORDER_BY(marks.id))));
	MUST(cq_stream_next(stream, &row));
	assert_non_null(row);
	MUST(cq_submit_scalar(cq_replica(db), &first, &operation, SQL(SELECT(COUNT(marks.id)), FROM(marks))));
	MUST(cq_await(operation));
	assert_int_equal(first, before + 1);
	cq_disconnect(&db);
	cq_operation_release(&operation);
	cq_stream_close(&stream);
	assert_int_equal(replica_counters(engine, 0).in_use, 0);
	cq_engine_close(&engine);
}

static void who_cannot_be_reached_is_left_out(void **state)
{
	(void)state;
	char gone[140];
	snprintf(gone, sizeof gone, "sqlite:///%s/nowhere/gone.db", file.folder);
	cq_engine *engine = open_with_replicas((const char *const[]){ gone, file.read_only }, 2);
	cq_connection *db, *report;
	SHARE(engine, &db);
	const int64_t before = count_marks(db);
	for (int i = 0; i < 20; i++)
		assert_int_equal(count_marks(cq_replica(db)), before);
	assert_int_equal(cq_last_error(db)->code, CQ_OK);
	assert_int_equal(replica_counters(engine, 0).failed, 1);
	assert_int_equal(replica_counters(engine, 1).lent, 20);
	cq_disconnect(&db);
	cq_engine_close(&engine);
	/* Without any that can be, it is the primary, read-only all the same. */
	engine = open_with_replicas((const char *const[]){ gone }, 1);
	CONNECT_READ_ONLY(engine, &db);
	CONNECT_READ_ONLY(engine, &report);
	assert_int_equal(replica_counters(engine, 0).failed, 1);
	assert_int_equal(replica_counters(engine, 1).in_use, 2);
	assert_int_equal(count_marks(report), before);
	Mark mark = CQ_NEW(Mark, .note = "never");
	assert_int_equal(cq_insert(report, Mark, &mark), CQ_READ_ONLY);
	cq_disconnect(&report);
	cq_disconnect(&db);
	SHARE(engine, &db);
	assert_int_equal(count_marks(cq_replica(db)), before);
	/* It comes back: the pause was a second. */
	const double begun = seconds_now();
	while (replica_counters(engine, 0).failed == 1 && seconds_now() - begun < 3) {
		assert_int_equal(count_marks(cq_replica(db)), before);
		usleep(20000);
	}
	assert_true(seconds_now() - begun > 0.5 && seconds_now() - begun < 2);
	assert_int_equal(replica_counters(engine, 0).failed, 2);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

enum { READERS = 60 };

static cq_status read_in_task(cq_engine *engine, void *argument)
{
	cq_connection *db;
	int64_t *const seen = argument;
	CQ_TRY(cq_connect_shared(engine, &db));
	cq_status status = CQ_OK;
	for (int i = 0; i < 20 && status == CQ_OK; i++)
		status = cq_scalar(cq_replica(db), seen, SQL(SELECT(COUNT(marks.id)), FROM(marks)));
	cq_disconnect(&db);
	return status;
}

static void tasks_read_side_by_side(void **state)
{
	(void)state;
	cq_engine *engine = open_with_replicas((const char *const[]){ file.read_only, file.first, file.read_only }, 3);
	cq_task *tasks[READERS];
	int64_t seen[READERS] = { 0 };
	cq_connection *db;
	SHARE(engine, &db);
	add_mark(db, "seen by all");
	for (int i = 0; i < READERS; i++)
		assert_int_equal(cq_spawn(engine, &tasks[i], read_in_task, &seen[i], NULL), CQ_OK);
	/* Some are stopped in the middle. */
	for (int i = 0; i < READERS / 2; i++)
		assert_int_equal(cq_engine_drive(engine, 0), CQ_OK);
	for (int i = 0; i < READERS; i += 10)
		cq_task_cancel(tasks[i]);
	for (int i = 0; i < READERS; i++) {
		const cq_status status = cq_task_await(tasks[i]);
		assert_true(status == CQ_OK || (i % 10 == 0 && status == CQ_CANCELLED));
		if (status == CQ_OK)
			assert_int_equal(seen[i], count_marks(db));
		cq_task_release(&tasks[i]);
	}
	for (size_t i = 0; i < 3; i++) {
		assert_true(replica_counters(engine, i).lent > 0);
		assert_int_equal(replica_counters(engine, i).in_use + replica_counters(engine, i).waiting, 0);
	}
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void memory_is_nobody_else_s(void **state)
{
	(void)state;
	cq_engine *engine = open_engine("sqlite://", NULL);
	cq_connection *db;
	assert_int_equal(cq_connect_read_only(engine, &db), CQ_UNSUPPORTED);
	assert_null(db);
	cq_engine_close(&engine);
}

/* ---- models of two databases ---------------------------------------------------------------------------------------------- */

typedef struct two_engines {
	cq_engine *engine, *archive;
} two_engines;

static two_engines open_two(void)
{
	two_engines it;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	it.engine = open_engine(file.first, &options);
	options.beside = it.engine;
	options.replicas = (const char *const[]){ file.second };
	options.replica_count = 1;
	it.archive = open_engine(file.second, &options);
	create(it.engine, CQ_TABLE(marks));
	create(it.archive, CQ_TABLE(events));
	assert_int_equal(cq_engine_bind(it.engine, CQ_TABLE(events), it.archive), CQ_OK);
	return it;
}

static void close_two(two_engines *it)
{
	cq_engine_close(&it->archive);
	cq_engine_close(&it->engine);
}

static int64_t count_events(cq_connection *db)
{
	int64_t n = -1;
	MUST(cq_scalar(db, &n, SQL(SELECT(COUNT(events.id)), FROM(events))));
	return n;
}

static void use_bound(cq_connection *db, cq_connection *archive)
{
	const int64_t before = count_events(archive);
	Event one = CQ_NEW(Event, .mark_id = 1, .what = "one"), several[] = {
		CQ_NEW(Event, .mark_id = 2, .what = "two"), CQ_NEW(Event, .mark_id = 3, .what = "three"), CQ_NEW(Event, .mark_id = 4, .what = "four") };
	MUST(cq_insert(db, Event, &one));
	MUST(cq_insert_many(db, Event, several, 3));
	assert_true(one.id > 0 && several[2].id == one.id + 3);
	assert_int_equal(count_events(archive), before + 4);
	assert_int_equal(count_events(db), before + 4);
	assert_int_equal(count_events(cq_replica(db)), before + 4);
	int64_t changes;
	several[0].what = "second";
	MUST(cq_update_many(db, Event, &changes, several, 1, what));
	assert_int_equal(changes, 1);
	Event *found = NULL;
	MUST(cq_one(db, Event, &found, SQL(SELECT_ALL(events), FROM(events), WHERE(EQ(events.id, several[0].id)))));
	assert_string_equal(found->what, "second");
	cq_free(&found);
	MUST(cq_delete_many(db, Event, &changes, several, 3));
	MUST(cq_execute(db, &changes, SQL(DELETE_FROM(events), WHERE(EQ(events.id, one.id)))));
	assert_int_equal(changes, 1);
	cq_operation *operation;
	int64_t n = -1;
	MUST(cq_submit_scalar(db, &n, &operation, SQL(SELECT(COUNT(events.id)), FROM(events))));
	MUST(cq_await(operation));
	cq_operation_release(&operation);
	assert_int_equal(n, before);
	cq_stream *stream;
	Event *event;
	MUST(cq_stream_open(db, Event, NULL, &stream, SQL(SELECT_ALL(events), FROM(events))));
	MUST(cq_stream_next(stream, &event));
	cq_stream_close(&stream);
	/* The rest is the engine's. */
	(void)count_marks(db);
}

static void bound_models_go_to_their_engine(void **state)
{
	(void)state;
	two_engines it = open_two();
	cq_connection *db, *own, *archive;
	SHARE(it.engine, &db);
	CONNECT(it.engine, &own);
	SHARE(it.archive, &archive);
	use_bound(db, archive);
	use_bound(own, archive);
	/* A failure over there is a failure here. */
	Event same = CQ_NEW(Event, .id = 1000, .mark_id = 1, .what = "x");
	assert_int_equal(cq_insert(db, Event, &same), CQ_OK);
	assert_int_equal(cq_insert(db, Event, &same), CQ_UNIQUE);
	assert_int_equal(cq_last_error(db)->code, CQ_UNIQUE);
	MUST(cq_execute(db, NULL, SQL(DELETE_FROM(events), ALL_ROWS)));
	/* A derived table is what its query uses. */
	int64_t n = -1;
	MUST(cq_scalar(db, &n, SQL(SELECT(COUNT(marks.id)), FROM(marks), WHERE(IN(marks.id, SUBQUERY(SELECT(marks.id), FROM(marks)))))));
	cq_disconnect(&db);
	cq_disconnect(&own);
	cq_disconnect(&archive);
	close_two(&it);
}

static void a_statement_is_run_by_one_database(void **state)
{
	(void)state;
	two_engines it = open_two();
	cq_connection *db;
	int64_t n = 7;
	cq_operation *operation;
	SHARE(it.engine, &db);
	assert_int_equal(cq_scalar(db, &n, SQL(SELECT(COUNT(marks.id)), FROM(marks), JOIN(events, EQ(events.mark_id, marks.id)))), CQ_MISUSE);
	assert_non_null(strstr(cq_last_error(db)->message, "events"));
	assert_non_null(strstr(cq_last_error(db)->message, "marks"));
	assert_true(cq_last_error(db)->line != 0);
	assert_int_equal(cq_submit_scalar(db, &n, &operation,
		SQL(SELECT(COUNT(events.id)), FROM(events), WHERE(IN(events.mark_id, SUBQUERY(SELECT(marks.id), FROM(marks)))))), CQ_MISUSE);
	assert_non_null(strstr(cq_last_error(db)->message, "marks"));
	/* Nor is it a part of another database's transaction. */
	Event event = CQ_NEW(Event, .mark_id = 1, .what = "never");
	MUST(cq_begin(db, NULL));
	add_mark(db, "inside");
	assert_int_equal(cq_insert(db, Event, &event), CQ_MISUSE);
	assert_non_null(strstr(cq_last_error(db)->message, "events"));
	assert_int_equal(cq_scalar(db, &n, SQL(SELECT(COUNT(events.id)), FROM(events))), CQ_MISUSE);
	MUST(cq_commit(db));
	assert_int_equal(count_events(db), 0);
	/* Unbound, it is looked for where all else is. */
	assert_int_equal(cq_engine_bind(it.engine, CQ_TABLE(events), NULL), CQ_OK);
	assert_int_not_equal(cq_scalar(db, &n, SQL(SELECT(COUNT(events.id)), FROM(events))), CQ_OK);
	assert_non_null(strstr(cq_last_error(db)->message, "no such table"));
	assert_int_equal(cq_engine_bind(it.engine, CQ_TABLE(events), it.archive), CQ_OK);
	assert_int_equal(count_events(db), 0);
	/* The wrong engine. */
	cq_engine *stranger = open_engine(file.second, NULL);
	assert_int_equal(cq_engine_bind(it.engine, CQ_TABLE(events), stranger), CQ_MISUSE);
	assert_int_equal(cq_engine_bind(it.engine, NULL, it.archive), CQ_MISUSE);
	cq_engine_close(&stranger);
	/* One that was closed too early. */
	cq_engine_close(&it.archive);
	assert_int_equal(cq_scalar(db, &n, SQL(SELECT(COUNT(events.id)), FROM(events))), CQ_MISUSE);
	assert_non_null(strstr(cq_last_error(db)->message, "closed"));
	(void)count_marks(db);
	cq_disconnect(&db);
	cq_engine_close(&it.engine);
}

static cq_status add_in_task(cq_engine *engine, void *argument)
{
	cq_connection *db;
	Event event = CQ_NEW(Event, .mark_id = 1, .what = "late");
	(void)argument;
	CQ_TRY(cq_current(engine, &db));
	return cq_insert(db, Event, &event);
}

static void an_engine_stays_while_another_s_task_waits_in_it(void **state)
{
	(void)state;
	two_engines it = open_two();
	cq_connection *db, *own;
	cq_task *task;
	SHARE(it.engine, &db);
	CONNECT(it.archive, &own);
	const int64_t before = count_events(db);
	/* The writer's place is taken. */
	assert_int_equal(cq_begin(own, NULL), CQ_OK);
	assert_int_equal(cq_spawn(it.engine, &task, add_in_task, NULL, NULL), CQ_OK);
	assert_int_equal(cq_engine_drive(it.engine, 10), CQ_OK);
	cq_engine *const archive = it.archive;
	cq_engine_close(&it.archive);
	assert_ptr_equal(it.archive, archive);
	assert_int_equal(cq_engine_error(it.archive)->code, CQ_MISUSE);
	assert_int_equal(cq_commit(own), CQ_OK);
	cq_disconnect(&own);
	assert_int_equal(cq_task_await(task), CQ_OK);
	cq_task_release(&task);
	assert_int_equal(count_events(db), before + 1);
	MUST(cq_execute(db, NULL, SQL(DELETE_FROM(events), ALL_ROWS)));
	/* What serves a handle goes with the engine that it is of, while the handle stays. */
	cq_engine_close(&it.archive);
	assert_null(it.archive);
	cq_disconnect(&db);
	cq_engine_close(&it.engine);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_replica_is_of_the_same_kind),
		cmocka_unit_test(files_are_read_through_read_only_handles),
		cmocka_unit_test(nothing_is_written_through_a_replica),
		cmocka_unit_test(a_transaction_reads_what_it_wrote),
		cmocka_unit_test(who_cannot_be_reached_is_left_out),
		cmocka_unit_test(tasks_read_side_by_side),
		cmocka_unit_test(memory_is_nobody_else_s),
		cmocka_unit_test(bound_models_go_to_their_engine),
		cmocka_unit_test(a_statement_is_run_by_one_database),
		cmocka_unit_test(an_engine_stays_while_another_s_task_waits_in_it),
	};
	return cmocka_run_group_tests(tests, make_files, remove_files);
}
