/* tests/conform/session_random_test.c: random operations on a session, compared with a naive model of rows and objects behind each flush, commit and
 * rollback; a sequence that fails is made as short as it goes and printed. Then the same
 * with one allocation, one statement or the connection failing, at each point.
 *
 * CQUEL_TEST_SEED repeats one sequence and tells it, CQUEL_TEST_LONG makes 100,000 operations of it, or as many as it says, and 200 sequences for each
 * fault, at every point. The name of one of the tests (each_*) as an argument runs that alone. The parts stand in session_random/.
 */
#include "conform/session_random/step.h"

#include "support/database.h"

#include <cquel/execute.h>

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { STEPS = 100, FAULTY_STEPS = 30, FIRST_STEPS = 16, FAULTY_FIRST_STEPS = 11, FAULTY_SHORT = 12, FAULTY_LONG = 200, LONGEST = 30000, SHORT_RUN = 3000, LONG_RUN = 100000 };

struct state s;

/* What a child tells its parent, whatever becomes of it. */
static struct report {
	uint64_t seed;
	uint64_t sequences, operations; /* that did something */
	uint64_t compared;              /* times: rows, objects and relations */
	uint64_t runs, failed;          /* of sequences with a fault, and calls that failed by it */
	long point;
	enum fault_kind kind;
	size_t length;
	char why[2000];
	char text[LONGEST];
} *report;

static void *kept[3 * MOST_OBJECTS];
static int kept_count;

void keep_memory(void *real)
{
	kept[kept_count++] = real;
}

static uint64_t said;

void compared(void)
{
	report->compared++;
}

void say(const char *format, ...)
{
	va_list arguments;
	said++;
	if (report->length + 300 > LONGEST)
		return;
	va_start(arguments, format);
	report->length += (size_t)vsnprintf(report->text + report->length, 200, format, arguments);
	va_end(arguments);
	report->text[report->length++] = '\n';
	report->text[report->length] = '\0';
}

/* Only in a child. */
void wrong(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(report->why, sizeof report->why, format, arguments);
	va_end(arguments);
	_exit(1);
}

static uint64_t first_seed(void)
{
	const char *const seed = getenv("CQUEL_TEST_SEED");
	return seed != NULL && *seed != '\0' ? strtoull(seed, NULL, 10) : 0;
}

static uint64_t operations(void)
{
	const char *const wanted = getenv("CQUEL_TEST_LONG");
	const uint64_t number = wanted != NULL ? strtoull(wanted, NULL, 10) : 0;
	return number > 1 ? number : wanted != NULL && *wanted != '\0' ? LONG_RUN : SHORT_RUN;
}

/* ---- a sequence ----------------------------------------------------------------------------------------------------- */

static const uint8_t weights[STEP_COUNT] = {
	[STEP_ADD] = 14, [STEP_SET] = 10, [STEP_SWAP] = 5, [STEP_KEY] = 3, [STEP_RELATE] = 16, [STEP_LEAVE] = 6, [STEP_TAG] = 12, [STEP_DELETE] = 6, [STEP_KEEP] = 1,
	[STEP_EXPUNGE] = 1, [STEP_EXPIRE] = 2, [STEP_EXPIRE_ALL] = 1, [STEP_REFRESH] = 2, [STEP_GET] = 3, [STEP_ALL] = 4, [STEP_LOAD] = 5, [STEP_MERGE] = 2,
	[STEP_FLUSH] = 7, [STEP_COMMIT] = 6, [STEP_BEGIN] = 2, [STEP_SAVEPOINT] = 3, [STEP_ROLLBACK] = 4, [STEP_UPDATE] = 1, [STEP_DELETE_FROM] = 1, [STEP_ELSEWHERE] = 2,
};

static uint64_t drawn;

static uint32_t any(void)
{
	drawn ^= drawn << 13;
	drawn ^= drawn >> 7;
	drawn ^= drawn << 17;
	return (uint32_t)(drawn >> 20);
}

static void make_steps(uint64_t seed, struct step *steps)
{
	drawn = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
	for (int i = 0; i < 8; i++)
		(void)any();
	unsigned all = 0;
	for (int i = 0; i < STEP_COUNT; i++)
		all += weights[i];
	for (int i = 0; i < STEPS; i++) {
		uint32_t at = any() % all;
		steps[i].what = 0;
		while (at >= weights[steps[i].what])
			at -= weights[steps[i].what++];
		steps[i].a = any();
		steps[i].b = any();
		steps[i].c = any();
	}
	/* Something to begin with, of every kind; committed. */
	const int first = report->kind == FAULT_NONE ? FIRST_STEPS : FAULTY_FIRST_STEPS;
	for (int i = 0; i < first; i++)
		steps[i] = (struct step){ STEP_ADD, (uint32_t)i, steps[i].b, steps[i].c & ~UINT32_C(1) };
	steps[first].what = STEP_COMMIT;
}

static void open_session(uint64_t seed)
{
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	const bool postgres = s.postgres;
	cq_engine *const engine = s.engine;
	cq_connection *const plain = s.plain;
	memset(&s, 0, sizeof s);
	s.engine = engine;
	s.plain = plain;
	s.postgres = postgres;
	s.expires = options.expire_on_commit = seed % 7 == 0;
	if (cq_session_open(s.engine, &options, &s.session) != CQ_OK)
		wrong("no session");
}

/* Returns how many of the steps did something. */
static uint64_t run_steps(uint64_t seed, const struct step *steps, int count)
{
	uint64_t before = said;
	volatile uint64_t done = 0;
	open_session(seed);
	report->length = 0;
	report->text[0] = '\0';
	volatile int at = 0;
	if (setjmp(fault.back) != 0) {
		fault_recover(&attempted);
		say("(goes on)");
		at++;
	}
	for (; at < count && !fault.ended; at++) {
		before = said;
		step_do(&steps[at]);
		done += said != before;
	}
	if (at >= count && setjmp(fault.back) != 0)
		fault_recover(&attempted);
	end_all(seed % 2 == 0);
	cq_session_close(&s.session);
	compare_rows(&s.now, s.plain);
	while (kept_count > 0)
		free(kept[--kept_count]);
	schema_empty();
	return done;
}

static void open_database(void)
{
	char message[CQ_ERROR_TEXT];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = fault_note;
	options.log_level = CQ_LOG_STATEMENT;
	s.postgres = database_kind() == CLIENT_POSTGRES;
	schema_ready();
	if (cq_engine_open(&s.engine, database_create_shared(), &options, message) != CQ_OK)
		wrong("%s", message);
	if (cq_connect(s.engine, &s.plain) != CQ_OK)
		wrong("no connection");
	schema_create();
	fault_see_plain();
}

static void close_database(void)
{
	cq_disconnect(&s.plain);
	cq_engine_close(&s.engine);
	database_drop();
}

/* With a fault, the sequence is run until there is nothing left to fail: at each point in the long form. */
static void run_points(uint64_t seed, const struct step *steps, int count)
{
	const bool each = operations() != SHORT_RUN;
	for (long point = 1; point == 1 || fault.struck; point += each || point < 10 ? 1 : 1 + point / 8) {
		report->point = point;
		fault_begin(report->kind, point);
		const uint64_t done = run_steps(seed, steps, count);
		report->failed += fault.over;
		report->runs++;
		/* All of it was, in the end. */
		if (!fault.struck)
			report->operations += done;
	}
	report->sequences++;
}

/* ---- children ------------------------------------------------------------------------------------------------------- */

static bool finished(pid_t child)
{
	int status = 0;
	if (waitpid(child, &status, 0) != child)
		return false;
	if (WIFSIGNALED(status))
		snprintf(report->why, sizeof report->why, "signal %d", WTERMSIG(status));
	else if (WEXITSTATUS(status) != 0 && report->why[0] == '\0')
		snprintf(report->why, sizeof report->why, "exit %d", WEXITSTATUS(status));
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* cmocka takes a crash for a failure of the child's own copy of the test, and goes on with the next. */
static void crash_as_a_child(void)
{
	static const int crashes[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL };
	for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
		signal(crashes[i], SIG_DFL);
}

static bool run_alone(uint64_t seed, const struct step *steps, int count)
{
	report->why[0] = '\0';
	fflush(NULL);
	const pid_t child = fork();
	if (child == 0) {
		crash_as_a_child();
		alarm(60);
		(void)!freopen("/dev/null", "w", stderr);
		open_database();
		run_points(seed, steps, count);
		close_database();
		_exit(0);
	}
	return finished(child);
}

/* The file of a child that ended early stays behind. */
static int shorten(uint64_t seed, struct step *steps, int count)
{
	for (int size = count / 2; size >= 1; size = size > 1 ? size / 2 : 0)
		for (int from = 0; from + size <= count;) {
			struct step fewer[STEPS];
			memcpy(fewer, steps, (size_t)from * sizeof *steps);
			memcpy(fewer + from, steps + from + size, (size_t)(count - from - size) * sizeof *steps);
			if (run_alone(seed, fewer, count - size)) {
				from += size;
				continue;
			}
			count -= size;
			memcpy(steps, fewer, (size_t)count * sizeof *steps);
		}
	return count;
}

static int length(void)
{
	return report->kind == FAULT_NONE ? STEPS : FAULTY_STEPS;
}

static void tell(uint64_t seed)
{
	struct step steps[STEPS];
	char first[sizeof report->why];
	memcpy(first, report->why, sizeof first);
	make_steps(seed, steps);
	if (run_alone(seed, steps, length()))
		fail_msg("CQUEL_TEST_SEED=%llu: %s; not by itself", (unsigned long long)seed, first);
	const int count = shorten(seed, steps, length());
	(void)run_alone(seed, steps, count);
	fail_msg("CQUEL_TEST_SEED=%llu, point %ld: %s\nat first: %s\n%s", (unsigned long long)seed, report->point, report->why, first, report->text);
}

/* ---- tests ---------------------------------------------------------------------------------------------------------- */

static bool is_enough(void)
{
	if (first_seed() != 0)
		return report->sequences > 0;
	if (report->kind == FAULT_NONE)
		return report->operations >= operations();
	return report->sequences >= (operations() == SHORT_RUN ? FAULTY_SHORT : FAULTY_LONG);
}

static void run_seeds(void)
{
	struct step steps[STEPS];
	open_database();
	while (!is_enough()) {
		report->seed = (first_seed() != 0 ? first_seed() : 1) + report->sequences;
		make_steps(report->seed, steps);
		run_points(report->seed, steps, length());
	}
	close_database();
	exit(0);
}

static void run(enum fault_kind kind)
{
	report = mmap(NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(report != MAP_FAILED);
	report->kind = kind;
	fflush(NULL);
	const pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		crash_as_a_child();
		run_seeds();
	}
	if (!finished(child))
		tell(report->seed);
	if (first_seed() != 0)
		print_message("%s", report->text);
	print_message("%llu operations in %llu sequences, compared %llu times", (unsigned long long)report->operations,
		(unsigned long long)report->sequences, (unsigned long long)report->compared);
	if (kind != FAULT_NONE)
		print_message("; %llu runs with a fault, %llu calls failed by it", (unsigned long long)report->runs, (unsigned long long)report->failed);
	print_message("\n");
	assert_true(is_enough());
	/* A sequence has many points, and most of them are met; behind a pooler an end is felt within transactions only. */
	const unsigned felt = kind == FAULT_KILL && database_pooled() ? 2 : 10;
	assert_true(kind == FAULT_NONE || first_seed() != 0 || (report->failed > felt * report->sequences && report->operations > 10 * report->sequences));
	assert_true(report->compared > report->sequences);
	munmap(report, sizeof *report);
}

static void a_session_does_as_the_model_does(void **state)
{
	(void)state;
	run(FAULT_NONE);
}

static void each_allocation_may_fail(void **state)
{
	(void)state;
	run(FAULT_MEMORY);
}

static void each_statement_may_fail(void **state)
{
	(void)state;
	run(database_kind() == CLIENT_SQLITE ? FAULT_STATEMENT : FAULT_KILL);
}

int main(int count, char **words)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	if (count > 1)
		cmocka_set_test_filter(words[1]);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_session_does_as_the_model_does),
		cmocka_unit_test(each_allocation_may_fail),
		cmocka_unit_test(each_statement_may_fail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
