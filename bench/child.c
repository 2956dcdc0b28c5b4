/* bench/child.c: figures that need a process of their own: instructions under callgrind, and growth of memory.
 *
 * It knows nothing of any database or of cquel. The cases call it; main.c hands a started child over to bench_child.
 */
#include "bench.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Without valgrind's header the program still builds, and counting fails with a word about it. */
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION (void)0
#define CALLGRIND_STOP_INSTRUMENTATION (void)0
#endif

enum { BUILDS = 10000 };

/* Runs a command and takes the number that it prints, 0 when it prints none. */
static bool run_command(char *const arguments[], double *number)
{
	int ends[2];
	if (pipe(ends) != 0)
		return bench_fail("no pipe");
	fflush(NULL);
	const pid_t process = fork();
	if (process == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		execvp(arguments[0], arguments);
		bench_fail("%s cannot be started", arguments[0]);
		_exit(127);
	}
	close(ends[1]);
	char text[64] = "";
	size_t length = 0;
	ssize_t got;
	while (length < sizeof text - 1 && (got = read(ends[0], text + length, sizeof text - 1 - length)) > 0)
		length += (size_t)got;
	close(ends[0]);
	int status = 0;
	if (process < 0 || waitpid(process, &status, 0) != process || status != 0)
		return bench_fail("%s %s %s ended with status %d", arguments[0], arguments[1], arguments[2], status);
	*number = strtod(text, NULL);
	return true;
}

/* What callgrind counted, from the line of its report that sums all up. */
static bool read_total(const char *path, double *total)
{
	FILE *const report = fopen(path, "r");
	if (report == NULL)
		return bench_fail("callgrind left no report at %s", path);
	char line[4096];
	bool found = false;
	while (fgets(line, sizeof line, report) != NULL)
		if (strncmp(line, "totals: ", 8) == 0) {
			*total = strtod(line + 8, NULL);
			found = true;
		}
	fclose(report);
	remove(path);
	return found || bench_fail("callgrind's report has no total");
}

/* The child's own number (operations, or allocations) in *number, the instructions it took in *total. */
static bool count_child(const char *kind, const char *name, const char *side, double *number, double *total)
{
	char report[256];
	char option[300];
	char *const arguments[] = { (char *)"valgrind", (char *)"-q", (char *)"--tool=callgrind",
		(char *)"--instr-atstart=no", option, (char *)bench_option.program, (char *)"--child", (char *)kind,
		(char *)name, (char *)side, (char *)bench_scratch_folder(), (char *)(bench_option.nomutex ? "--nomutex" : NULL),
		NULL };
	bench_scratch_path("callgrind.out", report);
	snprintf(option, sizeof option, "--callgrind-out-file=%s", report);
	return run_command(arguments, number) && read_total(report, total);
}

static bool count_side(const bench_case *self, const bench_side *side, double *each)
{
	char path[256];
	bench_data data = { 0 };
	const bench_database *const database = self->database;
	database->path(self->work->writes ? "hand" : "users", path);
	bool good = self->work->writes ? database->users(path, NULL)
	                               : bench_data_make(&data) && database->users(path, &data);
	bench_data_release(&data);
	double operations = 0;
	double total = 0;
	good = good && count_child("count", self->name, side->name, &operations, &total);
	database->drop(path);
	if (good && operations > 0)
		*each = total / operations;
	if (good && operations > 0 && total <= 0)
		return bench_fail("callgrind counted nothing: the program was built without valgrind/callgrind.h");
	return good;
}

bool bench_count_instructions(const bench_case *self, bench_result *result)
{
	if (!count_side(self, self->database->cquel, &result->cquel) || !count_side(self, self->database->hand, &result->hand))
		return false;
	if (result->cquel >= 0 && result->hand > 0)
		result->ratio = result->cquel / result->hand;
	return true;
}

bool bench_measure_build(const bench_case *self, bench_result *result)
{
	double allocations = -1;
	double total = 0;
	char path[256];
	if (!self->database->users(self->database->path("users", path), NULL) ||
	    !count_child("build", self->name, self->database->cquel->name, &allocations, &total))
		return false;
	self->database->drop(path);
	if (total <= 0)
		return bench_fail("callgrind counted nothing: the program was built without valgrind/callgrind.h");
	result->cquel = total / BUILDS;
	return allocations == 0 || bench_fail("building a statement makes %g allocations", allocations / BUILDS);
}

bool bench_measure_stream(const bench_case *self, bench_result *result)
{
	const bench_side *const sides[] = { self->database->cquel, self->database->hand };
	double *const figures[] = { &result->cquel, &result->hand };
	char path[256];
	bench_say("%s: writing %d rows to stream", self->name, BENCH_READINGS);
	bool good = self->database->readings(self->database->path("readings", path));
	for (int i = 0; good && i < 2; i++) {
		char *const arguments[] = { (char *)bench_option.program, (char *)"--child", (char *)"memory",
			(char *)self->name, (char *)sides[i]->name, (char *)bench_scratch_folder(), NULL };
		if (sides[i]->stream != NULL)
			good = run_command(arguments, figures[i]);
	}
	self->database->drop(path);
	if (good && result->cquel >= 0 && result->hand > 0)
		result->ratio = result->cquel / result->hand;
	return good;
}

double bench_memory(const char *line_name)
{
	FILE *const status = fopen("/proc/self/status", "r");
	char line[256];
	double kilobytes = -1;
	while (status != NULL && fgets(line, sizeof line, status) != NULL)
		if (strncmp(line, line_name, strlen(line_name)) == 0)
			kilobytes = strtod(line + strlen(line_name), NULL);
	if (status != NULL)
		fclose(status);
	return kilobytes;
}

static int child_memory(const bench_case *self, const bench_side *side)
{
	char path[256];
	void *const state = side->open(self->database->path("readings", path), NULL);
	size_t rows = 0;
	uint64_t sum = 0;
	if (state == NULL)
		return 1;
	const double before = bench_memory("VmRSS:");
	if (!side->stream(state, &rows, &sum))
		return 1;
	const double peak = bench_memory("VmHWM:");
	side->close(state);
	if (!bench_is_readings(rows, sum))
		return !bench_fail("%s: %zu rows were streamed, or not the right ones", side->name, rows);
	printf("%.3f\n", (peak - before) / 1024);
	return 0;
}

static int child_tasks(const bench_case *self)
{
	char path[256], url[400];
	double kibibytes = -1;
	if (!bench_run_tasks(self->database->url(self->database->path("users", path), url), &kibibytes))
		return 1;
	printf("%.3f\n", kibibytes);
	return 0;
}

bool bench_measure_tasks(const bench_case *self, bench_result *result)
{
	char path[256];
	bench_data data = { 0 };
	char *const arguments[] = { (char *)bench_option.program, (char *)"--child", (char *)"tasks", (char *)self->name,
		(char *)self->database->cquel->name, (char *)bench_scratch_folder(), NULL };
	const bool good = bench_data_make(&data) && self->database->users(self->database->path("users", path), &data) &&
		run_command(arguments, &result->cquel);
	bench_data_release(&data);
	self->database->drop(path);
	return good;
}

/* One side of a case that is run twice, warming up first. */
typedef struct two_runs {
	const bench_case *self;
	const bench_side *side;
	size_t count; /* operations of a run */
	char path[256];
	bench_data data;
	int64_t *keys;
	void *state;
	uint64_t sum;
} two_runs;

static bool open_runs(two_runs *both)
{
	const bench_work *const work = both->self->work;
	both->self->database->path(work->writes ? "hand" : "users", both->path);
	if (work->writes && !bench_data_make(&both->data))
		return false;
	both->keys = calloc(2 * both->count, sizeof *both->keys);
	both->state = both->side->open(both->path, &both->data);
	if (both->keys == NULL || both->state == NULL)
		return false;
	bench_keys(both->keys, 2 * both->count, 1);
	return true;
}

static bool prepare_run(two_runs *both, bool (*prepare)(void *side))
{
	return prepare == NULL || prepare(both->state);
}

static bool run_first(two_runs *both)
{
	const bench_work *const work = both->self->work;
	const bench_database *const database = both->self->database;
	/* Another program may have left its rows there. */
	return (!work->writes || database->empty(both->path)) && prepare_run(both, both->side->before) &&
		work->run(both->side, both->state, both->keys, both->count, &both->sum) && prepare_run(both, both->side->after) &&
		(!work->writes || database->empty(both->path)) && prepare_run(both, both->side->before);
}

static bool run_second(two_runs *both)
{
	return both->self->work->run(both->side, both->state, both->keys + both->count, both->count, &both->sum);
}

static void close_runs(two_runs *both)
{
	if (both->state != NULL)
		both->side->close(both->state);
	free(both->keys);
	bench_data_release(&both->data);
}

/* Callgrind does not see the first one. */
static int child_count(const bench_case *self, const bench_side *side)
{
	two_runs both = { .self = self, .side = side, .count = self->work->counted };
	size_t rows = 0;
	bool good = open_runs(&both);
	if (good && !self->work->writes && side->scan != NULL)
		good = side->scan(both.state, &rows, NULL);
	good = good && run_first(&both);
	if (good) {
		CALLGRIND_START_INSTRUMENTATION;
		good = run_second(&both);
		CALLGRIND_STOP_INSTRUMENTATION;
	}
	good = good && prepare_run(&both, side->after);
	close_runs(&both);
	if (good)
		printf("%zu\n", both.count);
	return !good;
}

static int child_build(const bench_case *self, const bench_side *side)
{
	static int64_t keys[BUILDS];
	char path[256];
	long allocations = 0;
	bench_keys(keys, BUILDS, 1);
	void *const state = side->open(self->database->path("users", path), NULL);
	/* The first one compiles the statement. */
	bool good = state != NULL && side->build(state, keys, 2, &allocations);
	if (good) {
		allocations = 0;
		CALLGRIND_START_INSTRUMENTATION;
		good = side->build(state, keys, BUILDS, &allocations);
		CALLGRIND_STOP_INSTRUMENTATION;
	}
	if (state != NULL)
		side->close(state);
	if (good)
		printf("%ld\n", allocations);
	return !good;
}

/* Nanoseconds of one operation, for comparing with other programs. */
static int child_time(const bench_case *self, const bench_side *side)
{
	two_runs both = { .self = self, .side = side, .count = self->work->operations };
	bool good = open_runs(&both) && run_first(&both);
	struct timespec before, after;
	clock_gettime(CLOCK_MONOTONIC, &before);
	good = good && run_second(&both);
	clock_gettime(CLOCK_MONOTONIC, &after);
	good = good && prepare_run(&both, side->after);
	close_runs(&both);
	good = good && (!self->work->writes || self->database->empty(both.path));
	if (good)
		printf("%.1f\n", ((double)(after.tv_sec - before.tv_sec) * 1e9 + (double)(after.tv_nsec - before.tv_nsec)) /
			(double)both.count);
	return !good;
}

/* Makes the database of a case and prints its path; or drops it. */
static int child_make(const bench_case *self)
{
	char path[256];
	bench_data data = { 0 };
	self->database->path(self->work->writes ? "hand" : "users", path);
	const bool good = self->work->writes ? self->database->users(path, NULL)
	                                     : bench_data_make(&data) && self->database->users(path, &data);
	bench_data_release(&data);
	if (good)
		puts(path);
	return !good;
}

static int child_drop(const bench_case *self)
{
	char path[256];
	self->database->drop(self->database->path(self->work->writes ? "hand" : "users", path));
	return 0;
}

int bench_child(int argc, char **argv)
{
	if (argc < 4)
		return !bench_fail("--child kind case side folder");
	const bench_case *const self = bench_case_find(argv[1]);
	if (self == NULL || self->database == NULL || !bench_scratch_adopt(argv[3]))
		return 1;
	const bench_side *const cquel = self->database->cquel;
	const bench_side *const side = strcmp(argv[2], cquel->name) == 0 ? cquel : self->database->hand;
	if (side->open == NULL) {
		printf("0\n");
		return 0;
	}
	if (strcmp(argv[0], "time") == 0)
		return child_time(self, side);
	if (strcmp(argv[0], "make") == 0)
		return child_make(self);
	if (strcmp(argv[0], "drop") == 0)
		return child_drop(self);
	if (strcmp(argv[0], "tasks") == 0)
		return child_tasks(self);
	if (strcmp(argv[0], "count") == 0)
		return child_count(self, side);
	return strcmp(argv[0], "build") == 0 ? child_build(self, side) : child_memory(self, side);
}
