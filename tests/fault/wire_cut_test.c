/* tests/fault/wire_cut_test.c: the wire to PostgreSQL is cut at every byte of scripted sessions, in both directions, by FIN,
 * RST, half-close and silence: every operation completes once, nothing waits past its deadline, what was acknowledged is
 * there and what was refused is not, and the same engine serves again.
 *
 * One script uses a connection of its own, one a shared handle and tasks, one copies objects and listens. The short form takes
 * every so-manieth byte; CQUEL_TEST_LONG takes each of the first script and every few of the others. Processes share the work,
 * which is mostly waiting.
 */
#include "fault/server.h"

#include <cquel/listen.h>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TIMEOUT_MS = 400, GRACE_MS = 200, SUBMITTED = 6, TASKS = 3, OBJECTS = 300, PROCESSES = 4 };

typedef enum script { ALONE, SHARED, LARGE, SCRIPTS } script;
static const char *const script_names[SCRIPTS] = { "one connection", "a shared handle and tasks", "COPY and LISTEN" };

typedef struct counts {
	unsigned long sessions, cuts, failures, commits, unknown, unknown_there, late, completions, copies, heard;
	double longest; /* seconds that a call took beyond its deadline */
} counts;

static struct {
	server server;
	counts seen;
	int64_t next; /* the next mark's key */
	char place[100]; /* where the wire is cut */
} run;

typedef struct session {
	script script;
	cq_engine *engine;
	cq_connection *db;
	unsigned completed[SUBMITTED];
	bool submitted[SUBMITTED];
	bool failed;
	int64_t plain_mark, committed_mark;
	cq_status plain_status, commit_status;
	int64_t first_copied; /* of OBJECTS marks; 0: none were sent */
	cq_status copy_status;
} session;

/* ---- time ----------------------------------------------------------------------------------------------------------- */

static double begin_call(void)
{
	return seconds_now();
}

/* deadlines: how many of them may follow each other within one call. */
static void end_call(double begun, int deadlines, const char *what)
{
	const double beyond = seconds_now() - begun - deadlines * (TIMEOUT_MS / 1000.0);
	if (beyond > run.seen.longest)
		run.seen.longest = beyond;
	if (beyond <= GRACE_MS / 1000.0)
		return;
	run.seen.late++;
	print_message("%s came %.0f ms behind its deadline: %s\n", what, beyond * 1000, run.place);
}

/* ---- the script ----------------------------------------------------------------------------------------------------- */

static void note_completion(void *user, cq_operation *operation, cq_status status)
{
	(void)operation;
	(void)status;
	++*(unsigned *)user;
}

static void submit_all(session *it)
{
	cq_operation *operations[SUBMITTED] = { NULL };
	static int64_t found[SUBMITTED];
	for (int i = 0; i < SUBMITTED; i++) {
		const cq_status status = i % 3 == 1
			? cq_submit_execute(it->db, NULL, &operations[i], SQL(UPDATE(marks, SET(note, "seen")), WHERE(EQ(marks.id, i))))
			: cq_submit_scalar(it->db, &found[i], &operations[i], SQL(SELECT(COUNT(marks.id)), FROM(marks), WHERE(GT(marks.id, i))));
		it->submitted[i] = status == CQ_OK;
		if (status == CQ_OK)
			assert_int_equal(cq_operation_on_done(operations[i], note_completion, &it->completed[i]), CQ_OK);
	}
	const double begun = begin_call();
	while (cq_engine_pending(it->engine) != 0 && seconds_now() - begun < 3)
		assert_int_equal(cq_engine_drive(it->engine, 50), CQ_OK);
	end_call(begun, 1, "what was submitted");
	for (int i = 0; i < SUBMITTED; i++) {
		it->failed |= operations[i] == NULL || cq_operation_status(operations[i]) != CQ_OK;
		cq_operation_release(&operations[i]);
	}
}

static cq_status commit_one(session *it)
{
	cq_transaction_options options = CQ_TRANSACTION_OPTIONS_INIT;
	Mark mark = CQ_NEW(Mark, .id = it->committed_mark, .note = "committed");
	double begun = begin_call();
	cq_status status = cq_begin(it->db, &options);
	end_call(begun, 1, "BEGIN");
	if (status != CQ_OK)
		return status;
	begun = begin_call();
	status = cq_insert(it->db, Mark, &mark);
	end_call(begun, 1, "INSERT");
	begun = begin_call();
	if (status == CQ_OK)
		status = cq_commit(it->db);
	else
		(void)!cq_rollback(it->db);
	end_call(begun, 1, "COMMIT");
	return status;
}

static void read_stream(session *it)
{
	cq_stream *stream;
	Mark *mark;
	int rows = 0;
	double begun = begin_call();
	cq_status status = cq_stream_open(it->db, Mark, NULL, &stream, SQL(SELECT_ALL(marks), FROM(marks), ORDER_BY(ASC(marks.id))));
	end_call(begun, 1, "opening a stream");
	while (status == CQ_OK && rows++ < 10) {
		begun = begin_call();
		status = cq_stream_next(stream, &mark);
		end_call(begun, 1, "a row of a stream");
	}
	begun = begin_call();
	cq_stream_close(&stream);
	end_call(begun, 1, "closing a stream");
	it->failed |= status != CQ_OK;
}

static void write_and_commit(session *it)
{
	Mark mark = CQ_NEW(Mark, .id = it->plain_mark, .note = "plain");
	const double begun = begin_call();
	it->plain_status = cq_insert(it->db, Mark, &mark);
	end_call(begun, 1, "INSERT");
	it->commit_status = commit_one(it);
	it->failed |= it->plain_status != CQ_OK || it->commit_status != CQ_OK;
}

/* A task among others on the shared connections: reads, which may be sent again unseen, and a write. */
static cq_status read_among_others(cq_engine *engine, void *argument)
{
	session *const it = argument;
	cq_connection *db;
	double begun = begin_call();
	cq_status status = cq_connect_shared(engine, &db);
	end_call(begun, 1, "a task's connecting");
	for (int i = 0; status == CQ_OK && i < 3; i++) {
		int64_t answer = 0;
		begun = begin_call();
		status = i == 1 ? cq_execute(db, NULL, SQL(UPDATE(marks, SET(note, "seen")), WHERE(EQ(marks.id, 7))))
			: cq_scalar(db, &answer, RAW_SQL("SELECT CAST(:asked AS bigint)", BIND(asked, i + 100)));
		end_call(begun, 1, "a task's statement");
		if (status == CQ_OK && i != 1 && answer != i + 100)
			fail_msg("a task asked for %d and got %lld", i + 100, (long long)answer);
	}
	cq_disconnect(&db);
	it->failed |= status != CQ_OK;
	return status;
}

static void work_in_tasks(session *it)
{
	cq_task *tasks[TASKS] = { NULL };
	for (int i = 0; i < TASKS; i++)
		assert_int_equal(cq_spawn(it->engine, &tasks[i], read_among_others, it, NULL), CQ_OK);
	for (int i = 0; i < TASKS; i++) {
		if (cq_task_await_until(tasks[i], 10 * TIMEOUT_MS) == CQ_TIMEOUT && !cq_task_is_done(tasks[i]))
			fail_msg("a task does not end");
		cq_task_release(&tasks[i]);
	}
}

static void copy_many(session *it)
{
	static Mark many[OBJECTS];
	it->first_copied = run.next;
	run.next += OBJECTS;
	for (int i = 0; i < OBJECTS; i++)
		many[i] = CQ_NEW(Mark, .id = it->first_copied + i, .note = "copied");
	const double begun = begin_call();
	it->copy_status = cq_insert_many(it->db, Mark, many, OBJECTS);
	end_call(begun, 1, "COPY");
	it->failed |= it->copy_status != CQ_OK;
}

static void listen_and_hear(session *it)
{
	cq_listener *listener;
	cq_notification heard;
	double begun = begin_call();
	cq_status status = cq_listen(it->db, "wire", &listener);
	end_call(begun, 1, "LISTEN");
	if (status == CQ_OK) {
		begun = begin_call();
		status = cq_notify(it->db, "wire", "over the wire");
		end_call(begun, 1, "NOTIFY");
	}
	if (status == CQ_OK) {
		begun = begin_call();
		status = cq_listener_next(listener, TIMEOUT_MS, &heard);
		end_call(begun, 1, "a notification");
		if (status == CQ_OK && strcmp(heard.payload, "over the wire") != 0)
			fail_msg("heard: %s", heard.payload);
		run.seen.heard += status == CQ_OK;
	}
	begun = begin_call();
	cq_listener_close(&listener);
	end_call(begun, 1, "closing a listener");
	it->failed |= status != CQ_OK;
}

static void follow_script(session *it)
{
	it->plain_mark = run.next++;
	it->committed_mark = run.next++;
	it->plain_status = it->commit_status = it->copy_status = CQ_CANCELLED;
	double begun = begin_call();
	const cq_status status = it->script == SHARED ? cq_connect_shared(it->engine, &it->db) : cq_connect(it->engine, &it->db);
	end_call(begun, 1, "connecting");
	it->failed = status != CQ_OK;
	if (status != CQ_OK)
		return;
	if (it->script != LARGE) {
		submit_all(it);
		if (it->script == SHARED)
			work_in_tasks(it);
		write_and_commit(it);
		read_stream(it);
	} else {
		copy_many(it);
		listen_and_hear(it);
	}
	begun = begin_call();
	cq_disconnect(&it->db);
	end_call(begun, 1, "disconnecting");
}

/* ---- what must hold behind it --------------------------------------------------------------------------------------- */

static void check_marks(const session *it)
{
	/* An outcome that the program was not told may be either. */
	const bool plain = mark_is_there(&run.server, it->plain_mark), committed = mark_is_there(&run.server, it->committed_mark);
	if (it->plain_status == CQ_OK && !plain)
		fail_msg("an acknowledged INSERT is lost");
	if (it->commit_status == CQ_OK && !committed)
		fail_msg("an acknowledged COMMIT is lost");
	if (it->commit_status != CQ_OK && it->commit_status != CQ_COMMIT_UNKNOWN && committed)
		fail_msg("a transaction that was said to have failed (%s) is committed", cq_status_name(it->commit_status));
	run.seen.commits += it->commit_status == CQ_OK;
	run.seen.unknown += it->commit_status == CQ_COMMIT_UNKNOWN;
	run.seen.unknown_there += it->commit_status == CQ_COMMIT_UNKNOWN && committed;
}

static void check_copied(const session *it)
{
	char sql[160];
	if (it->first_copied == 0)
		return;
	snprintf(sql, sizeof sql, "SELECT count(*) FROM marks WHERE id >= %lld AND id < %lld", (long long)it->first_copied,
		(long long)it->first_copied + OBJECTS);
	const int64_t there = plain_number(&run.server, sql);
	if (there != OBJECTS && (there != 0 || it->copy_status == CQ_OK))
		fail_msg("%lld of %d objects are there, and COPY gave %s", (long long)there, OBJECTS, cq_status_name(it->copy_status));
	run.seen.copies += it->copy_status == CQ_OK;
}

static void check_completions(const session *it)
{
	for (int i = 0; i < SUBMITTED; i++) {
		if (it->completed[i] != (it->submitted[i] ? 1 : 0))
			fail_msg("operation %d completed %u times", i, it->completed[i]);
		run.seen.completions += it->completed[i];
	}
}

/* The same engine, its pool and all, once the wire is whole again. */
static void check_service(session *it)
{
	int64_t count;
	cq_connection *db;
	proxy_heal(run.server.wire);
	const double begun = seconds_now();
	cq_status status;
	/* A connection that is stalled may be found out only now. */
	do {
		status = cq_connect(it->engine, &db);
		if (status == CQ_OK)
			status = cq_scalar(db, &count, SQL(SELECT(COUNT(marks.id)), FROM(marks)));
		if (status != CQ_OK && seconds_now() - begun > 1)
			fail_msg("the engine does not serve again: %s: %s", cq_status_name(status),
				db != NULL ? cq_last_error(db)->message : cq_engine_error(it->engine)->message);
		cq_disconnect(&db);
	} while (status != CQ_OK);
}

static void play(script which, bool whole)
{
	session it = { .script = which };
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	char message[CQ_ERROR_TEXT];
	options.timeout_ms = options.connect_timeout_ms = options.pool.timeout_ms = TIMEOUT_MS;
	options.pool.size = 2;
	if (cq_engine_open(&it.engine, run.server.url, &options, message) != CQ_OK)
		fail_msg("%s", message);
	follow_script(&it);
	check_service(&it);
	check_completions(&it);
	check_marks(&it);
	check_copied(&it);
	run.seen.sessions++;
	run.seen.failures += it.failed;
	if (whole)
		assert_false(it.failed);
	cq_engine_close(&it.engine);
	char sql[100];
	snprintf(sql, sizeof sql, "DELETE FROM marks WHERE id >= 1000 AND id < %lld", (long long)run.next);
	plainly(&run.server, sql);
}

/* How far apart the cuts are. Silence costs several deadlines a session. */
static uint64_t step_of(script which, proxy_cut cut)
{
	static const uint64_t steps[SCRIPTS][2][2] = {
		{ { 61, 997 }, { 1, 37 } }, { { 101, 1499 }, { 3, 97 } }, { { 251, 2999 }, { 11, 397 } },
	};
	return steps[which][is_long()][cut == PROXY_STALL];
}

/* Every process takes a part of the places. */
static void cut_everywhere(script which, int part)
{
	uint64_t bytes[PROXY_DIRECTIONS];
	play(which, true);
	for (int i = 0; i < PROXY_DIRECTIONS; i++)
		bytes[i] = proxy_bytes(run.server.wire, (proxy_direction)i);
	assert_true(bytes[PROXY_TO_SERVER] > 500 && bytes[PROXY_TO_CLIENT] > 800);
	for (int i = 0; i < PROXY_DIRECTIONS; i++)
		for (proxy_cut cut = 0; cut < PROXY_CUTS; cut++) {
			const uint64_t step = step_of(which, cut);
			for (uint64_t at = (uint64_t)part * step; at < bytes[i]; at += PROCESSES * step) {
				snprintf(run.place, sizeof run.place, "%s, %s, %s byte %llu of %llu", script_names[which], proxy_cut_name(cut),
					i == PROXY_TO_SERVER ? "question" : "answer", (unsigned long long)at, (unsigned long long)bytes[i]);
				proxy_cut_at(run.server.wire, (proxy_direction)i, at, cut);
				play(which, false);
				run.seen.cuts++;
			}
		}
}

/* A process with a database and a wire of its own. */
static void cut_a_part(script which, int part)
{
	server_open(&run.server);
	run.next = 1000;
	plainly(&run.server, "INSERT INTO marks(id, note) SELECT n, 'note ' || n FROM generate_series(1, 40) AS n");
	cut_everywhere(which, part);
	server_close(&run.server);
}

static void add(counts *all, const counts *part)
{
	all->sessions += part->sessions;
	all->cuts += part->cuts;
	all->failures += part->failures;
	all->commits += part->commits;
	all->unknown += part->unknown;
	all->unknown_there += part->unknown_there;
	all->late += part->late;
	all->completions += part->completions;
	all->copies += part->copies;
	all->heard += part->heard;
	if (part->longest > all->longest)
		all->longest = part->longest;
}

static counts in_processes(script which)
{
	counts *const parts = mmap(NULL, PROCESSES * sizeof *parts, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t children[PROCESSES];
	counts all = { 0 };
	assert_true(parts != MAP_FAILED);
	fflush(NULL);
	for (int i = 0; i < PROCESSES; i++) {
		children[i] = fork();
		assert_true(children[i] >= 0);
		if (children[i] != 0)
			continue;
		/* What fails here ends this copy of the test with its message. */
		cut_a_part(which, i);
		parts[i] = run.seen;
		fflush(NULL);
		_exit(0);
	}
	int failures = 0;
	for (int i = 0; i < PROCESSES; i++) {
		int status;
		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		failures += status != 0;
		add(&all, &parts[i]);
	}
	assert_int_equal(munmap(parts, PROCESSES * sizeof *parts), 0);
	assert_int_equal(failures, 0);
	return all;
}

static void check_script(script which)
{
	const double begun = seconds_now();
	const counts seen = in_processes(which);
	print_message("%s: %lu sessions, %lu cuts, %lu of them felt; %lu completions; %lu commits acknowledged, %lu unknown (%lu of them are there); "
		"%lu times copied, %lu notifications; at most %.0f ms beyond a deadline; %.0f s\n",
		script_names[which], seen.sessions, seen.cuts, seen.failures, seen.completions, seen.commits, seen.unknown, seen.unknown_there,
		seen.copies, seen.heard, seen.longest * 1000, seconds_now() - begun);
	assert_int_equal(seen.late, 0);
	assert_true(seen.cuts >= (is_long() ? which == ALONE ? 10000 : 2000 : 60));
	/* A cut before the script's end is felt by something, but for reads that are sent again on another connection. */
	assert_true(seen.failures >= seen.cuts * (which == SHARED ? 5 : 9) / 10);
	if (which == LARGE) {
		assert_true(seen.copies > 0 && seen.heard > 0);
		return;
	}
	assert_true(seen.commits > 0);
	if (is_long())
		assert_true(seen.unknown > 0 && seen.unknown_there > 0 && seen.unknown_there < seen.unknown);
}

static void a_cut_wire_loses_nothing(void **state)
{
	(void)state;
	check_script(ALONE);
}

static void nor_do_shared_connections(void **state)
{
	(void)state;
	check_script(SHARED);
}

static void nor_do_copies_and_notifications(void **state)
{
	(void)state;
	check_script(LARGE);
}

int main(void)
{
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cut_wire_loses_nothing),
		cmocka_unit_test(nor_do_shared_connections),
		cmocka_unit_test(nor_do_copies_and_notifications),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
