/* tests/async/failover_test.c: marked reads and changes of roles on a PostgreSQL with a streaming standby, both the test's own: one is
 * killed and comes back, one is taken for what it is not, and one is promoted when the other dies.
 */
#include "support/client.h"

#include "async/routing_kit.h"

#include <cquel/task.h>

#include <signal.h>
#include <sys/wait.h>

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

/* One that was lost speaks for all that were opened before. */
static void a_lost_connection_is_taken_for_a_lost_server(void **state)
{
	(void)state;
	for (int shared = 0; shared < 2; shared++) {
		cq_engine *engine = open_engine(servers.primary, NULL);
		cq_connection *db, *other;
		cq_pool_counters counters;
		cq_operation *operation;
		int64_t process = 0, slept;
		bool done = false;
		assert_int_equal(cq_engine_warm(engine, 4), CQ_OK);
		if (shared != 0)
			SHARE(engine, &db);
		else
			CONNECT(engine, &db);
		CONNECT(engine, &other);
		MUST(cq_scalar(db, &process, SQL(SELECT(FUNC(BIGINT, "pg_backend_pid")))));
		MUST(cq_submit_scalar(db, &slept, &operation, RAW_SQL("SELECT 1::bigint FROM pg_sleep(20)")));
		assert_int_equal(cq_scalar(other, &done, SQL(SELECT(RAW(BOOLEAN, "pg_terminate_backend(CAST(? AS integer))", process)))), CQ_OK);
		assert_true(done);
		assert_int_equal(cq_await(operation), CQ_CONNECTION);
		cq_operation_release(&operation);
		cq_disconnect(&db);
		cq_disconnect(&other);
		cq_engine_pool_counters(engine, &counters);
		assert_int_equal(counters.closed, 4);
		/* What is opened since is kept. */
		for (int i = 0; i < 5; i++) {
			CONNECT(engine, &db);
			add_mark(db, "served");
			cq_disconnect(&db);
		}
		cq_engine_pool_counters(engine, &counters);
		assert_int_equal(counters.closed, 4);
		assert_int_equal(counters.opened, 5);
		cq_engine_close(&engine);
	}
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
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marked_reads_go_to_the_standby),
		cmocka_unit_test(the_primary_is_read_only_where_it_is_read),
		cmocka_unit_test(a_standby_that_is_killed_is_left_out_and_comes_back),
		cmocka_unit_test(a_lost_connection_is_taken_for_a_lost_server),
		cmocka_unit_test(a_standby_mistaken_for_a_primary_is_found_out),
		cmocka_unit_test(the_same_engine_writes_to_the_new_primary),
	};
	return cmocka_run_group_tests(tests, start_servers, stop_servers);
}
