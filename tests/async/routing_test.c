/* tests/async/routing_test.c: where statements go: replicas, marked reads, models of other databases; on files, and on a PostgreSQL
 * with a streaming standby, both the test's own, of which one is killed and the other promoted.
 */
#include "support/client.h"

#include "fault/server.h"

#include <cquel/op.h>
#include <cquel/routing.h>
#include <cquel/schema.h>
#include <cquel/transaction.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define events_COLUMNS(COLUMN)          \
	COLUMN(id, BIGINT, PRIMARY_KEY)     \
	COLUMN(mark_id, BIGINT)             \
	COLUMN(what, TEXT)
CQ_MODEL(Event, events)

#define MUST(call) must((call), db, __LINE__)

static void must(cq_status status, cq_connection *db, int line)
{
	if (status != CQ_OK)
		fail_msg("line %d: %s: %s [%s]", line, cq_status_name(status), cq_last_error(db)->message, cq_last_error(db)->sql);
}

static void must_connect(cq_status status, cq_engine *engine, int line)
{
	if (status != CQ_OK)
		fail_msg("line %d: %s: %s", line, cq_status_name(status), cq_engine_error(engine)->message);
}

#define SHARE(engine, db) must_connect(cq_connect_shared(engine, db), engine, __LINE__)
#define CONNECT(engine, db) must_connect(cq_connect(engine, db), engine, __LINE__)
#define CONNECT_READ_ONLY(engine, db) must_connect(cq_connect_read_only(engine, db), engine, __LINE__)

static cq_engine *open_engine(const char *url, const cq_engine_options *options)
{
	char message[CQ_ERROR_TEXT];
	cq_engine *engine;
	if (cq_engine_open(&engine, url, options, message) != CQ_OK)
		fail_msg("%s: %s", url, message);
	return engine;
}

static void create(cq_engine *engine, const cq_table *table)
{
	cq_connection *db;
	CONNECT(engine, &db);
	MUST(cq_create_all(db, &table, 1));
	cq_disconnect(&db);
}

static int64_t count_marks(cq_connection *db)
{
	int64_t n = -1;
	MUST(cq_scalar(db, &n, SQL(SELECT(COUNT(marks.id)), FROM(marks))));
	return n;
}

static void add_mark(cq_connection *db, const char *note)
{
	Mark mark = CQ_NEW(Mark, .note = note);
	MUST(cq_insert(db, Mark, &mark));
}

static cq_pool_counters replica_counters(const cq_engine *engine, size_t index)
{
	cq_pool_counters counters;
	cq_engine_replica_counters(engine, index, &counters);
	return counters;
}

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

/* ---- servers --------------------------------------------------------------------------------------------------------------- */

static struct {
	char base[64], first[80], second[80];
	char primary[240], standby[240];
	bool started[2];
} servers;

static void run_script(const char *verb, const char *folder, const char *more)
{
	fflush(NULL);
	const pid_t child = fork();
	if (child == 0) {
		/* What the shell starts in the background holds no pipe of ours. */
		if (freopen("/dev/null", "w", stdout) == NULL)
			_exit(127);
		execl("/bin/sh", "sh", CQ_TEST_SOURCE_DIR "/tests/support/servers.sh", verb, folder, more, (char *)NULL);
		_exit(127);
	}
	assert_true(child > 0);
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void wait_for_the_table(void)
{
	cq_engine *engine = open_engine(servers.standby, NULL);
	cq_connection *db;
	int64_t n = 0;
	CONNECT(engine, &db);
	for (int i = 0; i < 1000 && n == 0; i++) {
		usleep(10000);
		MUST(cq_scalar(db, &n, RAW_SQL("SELECT count(*) FROM pg_class WHERE relname = 'marks'")));
	}
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static int start_servers(void **state)
{
	(void)state;
	snprintf(servers.base, sizeof servers.base, "/tmp/cquel-route-XXXXXX");
	assert_non_null(mkdtemp(servers.base));
	snprintf(servers.first, sizeof servers.first, "%s/a", servers.base);
	snprintf(servers.second, sizeof servers.second, "%s/b", servers.base);
	char command[100];
	snprintf(command, sizeof command, "chmod 755 %s", servers.base);
	assert_int_equal(system(command), 0);
	run_script("start", servers.first, "postgres");
	servers.started[0] = true;
	run_script("standby", servers.first, servers.second);
	servers.started[1] = true;
	snprintf(servers.primary, sizeof servers.primary, "postgresql://cquel@/postgres?host=%s/p", servers.first);
	snprintf(servers.standby, sizeof servers.standby, "postgresql://cquel@/postgres?host=%s/p", servers.second);
	cq_engine *engine = open_engine(servers.primary, NULL);
	create(engine, CQ_TABLE(marks));
	cq_engine_close(&engine);
	wait_for_the_table();
	return 0;
}

static int stop_servers(void **state)
{
	(void)state;
	if (servers.started[1])
		run_script("stop", servers.second, NULL);
	if (servers.started[0])
		run_script("stop", servers.first, NULL);
	char command[100];
	snprintf(command, sizeof command, "rm -rf %s", servers.base);
	return system(command);
}

/* Like a machine that loses its power. */
static void kill_server(const char *folder)
{
	char path[120];
	int process = 0;
	snprintf(path, sizeof path, "%s/p.pid", folder);
	FILE *const noted = fopen(path, "r");
	assert_non_null(noted);
	assert_int_equal(fscanf(noted, "%d", &process), 1);
	fclose(noted);
	assert_true(process > 1);
	assert_int_equal(kill(process, SIGQUIT), 0);
	for (int i = 0; i < 1000 && kill(process, 0) == 0; i++)
		usleep(10000);
}

static bool is_standby(cq_connection *db)
{
	bool recovering = false;
	MUST(cq_scalar(db, &recovering, SQL(SELECT(FUNC(BOOLEAN, "pg_is_in_recovery")))));
	return recovering;
}

/* Whether somewhere within the time, asked again and again. */
static bool comes_true(bool (*holds)(cq_connection *db), cq_connection *db, double seconds)
{
	for (const double begun = seconds_now(); seconds_now() - begun < seconds; usleep(20000))
		if (holds(db))
			return true;
	return false;
}

static bool is_replayed(cq_connection *db)
{
	return count_marks(cq_replica(db)) == count_marks(db);
}

static bool reads_standby(cq_connection *db)
{
	return is_standby(cq_replica(db));
}

static cq_engine *open_replicated(size_t replicas)
{
	const char *const urls[] = { servers.standby, servers.standby };
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.replicas = urls;
	options.replica_count = replicas;
	return open_engine(servers.primary, &options);
}

static cq_status look_in_transaction(cq_connection *db, bool *standby, int64_t *seen)
{
	CQ_TRANSACTION(db) {
		Mark mark = CQ_NEW(Mark, .note = "inside");
		CQ_TRY(cq_insert(db, Mark, &mark));
		*standby = is_standby(cq_replica(db));
		*seen = count_marks(cq_replica(db));
	}
	return CQ_OK;
}

static cq_status look_in_read_transaction(cq_connection *db, bool *standby)
{
	CQ_READ_TRANSACTION(cq_replica(db))
		*standby = is_standby(cq_replica(db));
	return CQ_OK;
}

static void marked_reads_go_to_the_standby(void **state)
{
	(void)state;
	cq_engine *engine = open_replicated(1);
	cq_connection *db, *report;
	SHARE(engine, &db);
	add_mark(db, "written");
	assert_true(comes_true(is_replayed, db, 10));
	assert_true(is_standby(cq_replica(db)));
	assert_false(is_standby(db));
	/* Many at once. */
	cq_operation *operations[50];
	bool recovering[50] = { false };
	for (int i = 0; i < 50; i++)
		MUST(cq_submit_scalar(cq_replica(db), &recovering[i], &operations[i], SQL(SELECT(FUNC(BOOLEAN, "pg_is_in_recovery")))));
	for (int i = 0; i < 50; i++) {
		MUST(cq_await(operations[i]));
		cq_operation_release(&operations[i]);
		assert_true(recovering[i]);
	}
	/* Inside a transaction all is the primary's. */
	bool standby = true;
	int64_t seen;
	const int64_t before = count_marks(db);
	MUST(look_in_transaction(db, &standby, &seen));
	assert_false(standby);
	assert_int_equal(seen, before + 1);
	MUST(look_in_read_transaction(db, &standby));
	assert_true(standby);
	/* A write never arrives there. */
	const uint64_t lent = replica_counters(engine, 0).lent;
	Mark mark = CQ_NEW(Mark, .note = "never");
	assert_int_equal(cq_insert(cq_replica(db), Mark, &mark), CQ_READ_ONLY);
	assert_int_equal(cq_execute(cq_replica(db), NULL, SQL(DELETE_FROM(marks), ALL_ROWS)), CQ_READ_ONLY);
	assert_int_equal(replica_counters(engine, 0).lent, lent);
	CONNECT_READ_ONLY(engine, &report);
	assert_true(is_standby(report));
	assert_int_equal(cq_insert(report, Mark, &mark), CQ_READ_ONLY);
	assert_true(is_standby(report));
	cq_disconnect(&report);
	/* Kept: that the program's own connection takes no writes says nothing of the server. */
	assert_int_equal(replica_counters(engine, 0).closed, 0);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void the_primary_is_read_only_where_it_is_read(void **state)
{
	(void)state;
	char url[300];
	snprintf(url, sizeof url, "%s&target_session_attrs=read-write", servers.primary);
	cq_engine *engine = open_engine(url, NULL);
	cq_connection *db, *report;
	SHARE(engine, &db);
	assert_ptr_equal(cq_replica(db), db);
	CONNECT_READ_ONLY(engine, &report);
	Mark mark = CQ_NEW(Mark, .note = "never");
	assert_false(is_standby(report));
	assert_int_equal(cq_insert(report, Mark, &mark), CQ_READ_ONLY);
	assert_string_equal(cq_last_error(report)->sqlstate, "25006");
	/* A transaction that was begun read-only is no sign of a new role either. */
	add_mark(db, "written");
	cq_connection *own;
	CONNECT(engine, &own);
	for (int i = 0; i < 2; i++) {
		cq_connection *const in = i == 0 ? db : own;
		assert_int_equal(cq_begin(in, &(cq_transaction_options){ .read_only = true }), CQ_OK);
		assert_int_equal(cq_insert(in, Mark, &mark), CQ_READ_ONLY);
		assert_int_equal(cq_rollback(in), CQ_OK);
	}
	cq_disconnect(&own);
	add_mark(db, "written");
	cq_pool_counters counters;
	cq_engine_pool_counters(engine, &counters);
	assert_int_equal(counters.closed, 0);
	assert_int_equal(replica_counters(engine, 0).closed, 0);
	cq_disconnect(&report);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void a_standby_that_is_killed_is_left_out_and_comes_back(void **state)
{
	(void)state;
	cq_engine *engine = open_replicated(2);
	cq_connection *db, *report;
	SHARE(engine, &db);
	for (int i = 0; i < 10; i++)
		assert_true(is_standby(cq_replica(db)));
	assert_int_equal(replica_counters(engine, 0).lent, 5);
	assert_int_equal(replica_counters(engine, 1).lent, 5);
	kill_server(servers.second);
	usleep(100000);
	for (int i = 0; i < 20; i++)
		assert_false(is_standby(cq_replica(db)));
	assert_int_equal(replica_counters(engine, 0).failed, 1);
	assert_int_equal(replica_counters(engine, 1).failed, 1);
	assert_true(replica_counters(engine, 2).lent >= 20);
	CONNECT_READ_ONLY(engine, &report);
	assert_false(is_standby(report));
	cq_disconnect(&report);
	add_mark(db, "meanwhile");
	run_script("restart", servers.second, NULL);
	assert_true(comes_true(reads_standby, db, 20));
	assert_true(comes_true(is_replayed, db, 20));
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

/* ---- a new role ------------------------------------------------------------------------------------------------------------- */

static void point(const char *link, const char *folder)
{
	char target[100], command[300];
	snprintf(target, sizeof target, "%s/p", folder);
	snprintf(command, sizeof command, "ln -sfn %s %s", target, link);
	assert_int_equal(system(command), 0);
}

/* The name leads to a standby: it connects, it answers, and takes no write. */
static void a_standby_mistaken_for_a_primary_is_found_out(void **state)
{
	(void)state;
	char link[100], url[240];
	snprintf(link, sizeof link, "%s/name", servers.base);
	snprintf(url, sizeof url, "postgresql://cquel@/postgres?host=%s", link);
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.pool.pre_ping = true;
	Mark mark = CQ_NEW(Mark, .note = "after all");
	for (int shared = 0; shared < 2; shared++) {
		point(link, servers.second);
		cq_engine *engine = open_engine(url, &options);
		cq_connection *db, *idle[3];
		assert_int_equal(cq_engine_warm(engine, 4), CQ_OK);
		for (int i = 0; i < 3; i++)
			CONNECT(engine, &idle[i]);
		if (shared != 0)
			SHARE(engine, &db);
		else
			CONNECT(engine, &db);
		assert_true(is_standby(db));
		/* The name leads to the primary now, and no ping finds out. */
		point(link, servers.first);
		usleep(60000);
		assert_true(is_standby(db));
		cq_disconnect(&idle[2]);
		if (shared == 0) {
			cq_disconnect(&db);
			CONNECT(engine, &db);
		}
		assert_true(is_standby(db));
		assert_int_equal(cq_insert(db, Mark, &mark), CQ_READ_ONLY);
		assert_string_equal(cq_last_error(db)->sqlstate, "25006");
		if (shared == 0) {
			cq_disconnect(&db);
			CONNECT(engine, &db);
		}
		/* The next one succeeds. */
		MUST(cq_insert(db, Mark, &mark));
		assert_false(is_standby(db));
		/* Those that were lent meanwhile are not kept. */
		cq_disconnect(&idle[0]);
		CONNECT(engine, &idle[0]);
		assert_false(is_standby(idle[0]));
		/* And one inside of a transaction is found out as well. */
		assert_int_equal(cq_begin(idle[1], NULL), CQ_OK);
		assert_int_equal(cq_insert(idle[1], Mark, &mark), CQ_READ_ONLY);
		assert_int_equal(cq_rollback(idle[1]), CQ_OK);
		cq_disconnect(&idle[1]);
		cq_disconnect(&idle[0]);
		cq_disconnect(&db);
		cq_pool_counters counters;
		cq_engine_pool_counters(engine, &counters);
		assert_true(counters.closed >= 4);
		cq_engine_close(&engine);
		mark = CQ_NEW(Mark, .note = "after all");
	}
}

enum { WRITERS = 4, MOST_WRITES = 1000000 };

static struct {
	cq_engine *engine;
	bool stopping;
	int64_t next;
	unsigned char *told;
	unsigned long acknowledged, refused;
} writing;

static cq_status write_on(cq_engine *engine, void *argument)
{
	cq_connection *db;
	(void)argument;
	CQ_TRY(cq_current(engine, &db));
	while (!writing.stopping && writing.next < MOST_WRITES) {
		Mark mark = CQ_NEW(Mark, .id = writing.next++, .note = "written");
		const cq_status status = cq_insert(db, Mark, &mark);
		writing.told[mark.id - MOST_WRITES / 2] = status == CQ_OK;
		writing.acknowledged += status == CQ_OK;
		writing.refused += status != CQ_OK;
		if (status != CQ_OK)
			CQ_TRY(cq_task_sleep(engine, 10));
	}
	return CQ_OK;
}

static void write_until(unsigned long acknowledged, double seconds)
{
	const double begun = seconds_now();
	while (writing.acknowledged < acknowledged && seconds_now() - begun < seconds)
		assert_int_equal(cq_engine_drive(writing.engine, 5), CQ_OK);
	if (writing.acknowledged < acknowledged)
		fail_msg("%lu writes were acknowledged in %.0f s, and not %lu", writing.acknowledged, seconds, acknowledged);
}

/* From now on a commit is acknowledged when the standby has it. */
static void replicate_synchronously(void)
{
	cq_engine *engine = open_engine(servers.primary, NULL);
	cq_connection *db;
	bool done = false;
	CONNECT(engine, &db);
	MUST(cq_execute(db, NULL, RAW_SQL("ALTER SYSTEM SET synchronous_standby_names = '*'")));
	MUST(cq_scalar(db, &done, SQL(SELECT(FUNC(BOOLEAN, "pg_reload_conf")))));
	for (int i = 0; i < 500 && done; i++) {
		int64_t n = 0;
		MUST(cq_scalar(db, &n, RAW_SQL("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")));
		if (n == 1)
			break;
		usleep(20000);
		assert_true(i < 499);
	}
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void promote(void)
{
	cq_engine *engine = open_engine(servers.standby, NULL);
	cq_connection *db;
	bool promoted = false;
	CONNECT(engine, &db);
	MUST(cq_scalar(db, &promoted, SQL(SELECT(FUNC(BOOLEAN, "pg_promote")))));
	assert_true(promoted);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void the_same_engine_writes_to_the_new_primary(void **state)
{
	(void)state;
	char url[400];
	cq_task *tasks[WRITERS];
	cq_connection *db;
	replicate_synchronously();
	snprintf(url, sizeof url, "postgresql://cquel@/postgres?host=%s/p,%s/p&target_session_attrs=read-write&options=-c%%20synchronous_commit%%3Don",
		servers.first, servers.second);
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	const char *const replicas[] = { servers.standby };
	options.timeout_ms = 5000;
	options.replicas = replicas;
	options.replica_count = 1;
	writing.engine = open_engine(url, &options);
	writing.next = MOST_WRITES / 2;
	writing.told = calloc(MOST_WRITES, 1);
	assert_non_null(writing.told);
	for (int i = 0; i < WRITERS; i++)
		assert_int_equal(cq_spawn(writing.engine, &tasks[i], write_on, NULL, NULL), CQ_OK);
	write_until(200, 30);
	kill_server(servers.first);
	/* What was acknowledged until here was acknowledged by the old one. */
	for (const double begun = seconds_now(); seconds_now() - begun < 0.3;)
		assert_int_equal(cq_engine_drive(writing.engine, 5), CQ_OK);
	const unsigned long before = writing.acknowledged;
	assert_true(writing.refused > 0);
	promote();
	write_until(before + 200, 30);
	writing.stopping = true;
	for (int i = 0; i < WRITERS; i++) {
		assert_int_equal(cq_task_await_until(tasks[i], 5000), CQ_OK);
		cq_task_release(&tasks[i]);
	}
	SHARE(writing.engine, &db);
	assert_false(is_standby(db));
	/* The replica is the primary now, and still only read from. */
	assert_false(is_standby(cq_replica(db)));
	cq_rows(int64_t) ids;
	MUST(cq_scalars(cq_replica(db), &ids, SQL(SELECT(marks.id), FROM(marks), WHERE(GE(marks.id, MOST_WRITES / 2)))));
	for (size_t i = 0; i < ids.count; i++)
		writing.told[ids.items[i] - MOST_WRITES / 2] = 0;
	cq_free(&ids);
	for (int64_t i = 0; i < writing.next - MOST_WRITES / 2; i++)
		if (writing.told[i] != 0)
			fail_msg("the acknowledged mark %lld is lost", (long long)(i + MOST_WRITES / 2));
	print_message("%lu writes acknowledged before the primary died, %lu behind, %lu refused\n", before, writing.acknowledged - before,
		writing.refused);
	cq_disconnect(&db);
	cq_engine_close(&writing.engine);
	free(writing.told);
}

int main(void)
{
	const struct CMUnitTest files[] = {
		cmocka_unit_test(a_replica_is_of_the_same_kind),
		cmocka_unit_test(files_are_read_through_read_only_handles),
		cmocka_unit_test(nothing_is_written_through_a_replica),
		cmocka_unit_test(a_transaction_reads_what_it_wrote),
		cmocka_unit_test(who_cannot_be_reached_is_left_out),
		cmocka_unit_test(memory_is_nobody_else_s),
		cmocka_unit_test(bound_models_go_to_their_engine),
		cmocka_unit_test(a_statement_is_run_by_one_database),
	};
	const struct CMUnitTest replicated[] = {
		cmocka_unit_test(marked_reads_go_to_the_standby),
		cmocka_unit_test(the_primary_is_read_only_where_it_is_read),
		cmocka_unit_test(a_standby_that_is_killed_is_left_out_and_comes_back),
		cmocka_unit_test(a_standby_mistaken_for_a_primary_is_found_out),
		cmocka_unit_test(the_same_engine_writes_to_the_new_primary),
	};
	const int failed = cmocka_run_group_tests(files, make_files, remove_files);
	if (!client_available(CLIENT_POSTGRES))
		return failed != 0 ? failed : CLIENT_SKIPPED;
	return failed + cmocka_run_group_tests(replicated, start_servers, stop_servers);
}
