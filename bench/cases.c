/* bench/cases.c: the list of cases, and the rounds in which the two sides take turns.
 *
 * It knows nothing of any database or of cquel. main.c runs what stands here; child.c counts instructions of the same work.
 */
#include "bench.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static bool run_points(const bench_side *side, void *state, const int64_t *keys, size_t operations, uint64_t *sum)
{
	return side->points(state, keys, operations, sum);
}

static bool run_scan(const bench_side *side, void *state, const int64_t *keys, size_t operations, uint64_t *sum)
{
	(void)keys;
	size_t rows = 0;
	if (!side->scan(state, &rows, NULL))
		return false;
	*sum += rows;
	return rows == operations || bench_fail("%s: %zu rows read, %zu are there", side->name, rows, operations);
}

static bool run_bulk(const bench_side *side, void *state, const int64_t *keys, size_t operations, uint64_t *sum)
{
	(void)keys;
	*sum += operations;
	return side->insert_bulk(state);
}

static bool run_commits(const bench_side *side, void *state, const int64_t *keys, size_t operations, uint64_t *sum)
{
	(void)keys;
	*sum += operations;
	return side->insert_commit(state, operations);
}

static bool run_returning(const bench_side *side, void *state, const int64_t *keys, size_t operations, uint64_t *sum)
{
	(void)keys;
	*sum += operations;
	return side->insert_returning(state);
}

static bool run_inflight_many(const bench_side *side, void *state, const int64_t *keys, size_t operations, uint64_t *sum)
{
	return side->inflight_many(state, keys, operations, sum);
}

static bool run_inflight(const bench_side *side, void *state, const int64_t *keys, size_t operations, uint64_t *sum)
{
	return side->inflight(state, keys, operations, sum);
}

static bool run_flush(const bench_side *side, void *state, const int64_t *keys, size_t operations, uint64_t *sum)
{
	(void)keys;
	*sum += operations;
	return side->flush(state, sum);
}

static const bench_work point_work = {
	.rounds = 31, .operations = 5000, .counted = 2000, .scale = 1e6, .run = run_points
};
static const bench_work scan_work = {
	.rounds = 21, .operations = BENCH_USERS, .counted = BENCH_USERS, .scale = 1e9, .run = run_scan
};
static const bench_work bulk_work = {
	.writes = true, .rounds = 11, .operations = BENCH_USERS, .counted = BENCH_USERS, .scale = 1e9, .run = run_bulk
};
static const bench_work commit_work = {
	.writes = true, .rounds = 31, .operations = 1000, .counted = 1000, .scale = 1e6, .run = run_commits
};
static const bench_work inflight_work = { .rounds = 251,
	.operations = (size_t)16 * BENCH_IN_FLIGHT,
	.counted = (size_t)32 * BENCH_IN_FLIGHT,
	.scale = 1e6,
	.run = run_inflight };
static const bench_work inflight_many_work = { .rounds = 251,
	.operations = (size_t)4 * BENCH_IN_FLIGHT * BENCH_CONNECTIONS,
	.counted = (size_t)8 * BENCH_IN_FLIGHT * BENCH_CONNECTIONS,
	.scale = 1e6,
	.run = run_inflight_many };
static const bench_work server_point_work = {
	.rounds = 31, .operations = 2000, .counted = 2000, .scale = 1e6, .run = run_points
};
static const bench_work scan_processor_work = {
	.rounds = 21, .operations = BENCH_USERS, .counted = BENCH_USERS, .scale = 1e9, .processor = true, .run = run_scan
};
static const bench_work returning_work = {
	.writes = true, .rounds = 11, .operations = BENCH_USERS, .counted = BENCH_USERS, .scale = 1e9, .run = run_returning
};
static const bench_work session_load_work = {
	.rounds = 31, .operations = 1000, .counted = 1000, .scale = 1e6, .run = run_scan
};
static const bench_work session_flush_work = {
	.writes = true, .rounds = 21, .operations = 10000, .counted = 10000, .scale = 1e6, .run = run_flush
};

/* clang-format off */
const bench_case bench_cases[] = {
	{ "build-statement", "instructions", BENCH_BAR_VALUE, 200, 200, bench_measure_build, NULL, &bench_sqlite,
		"building the point select and looking its compiled form up" },
	{ "sqlite-point", "us", BENCH_BAR_RATIO, 1.10, 1.08, bench_measure_paired, &point_work, &bench_sqlite,
		"select by key into a struct, result freed" },
	{ "sqlite-scan", "ns a row", BENCH_BAR_RATIO, 1.05, 1.05, bench_measure_paired, &scan_work, &bench_sqlite,
		"100,000 rows of 7 columns into structs" },
	{ "sqlite-bulk-insert", "ns a row", BENCH_BAR_RATIO, 0.75, 0.75, bench_measure_paired, &bulk_work, &bench_sqlite,
		"100,000 structs in one transaction" },
	{ "sqlite-insert-commit", "us", BENCH_BAR_RATIO, 1.08, 1.08, bench_measure_paired, &commit_work, &bench_sqlite,
		"one row and its commit" },
	{ "sqlite-inflight-64", "us", BENCH_BAR_RATIO, 0.60, 0, bench_measure_paired, &inflight_work, &bench_sqlite,
		"64 point selects in flight; by hand one by one" },
	{ "sqlite-stream-rss", "MiB", BENCH_BAR_VALUE, 16, 16, bench_measure_stream, NULL, &bench_sqlite,
		"growth of memory while 5 million rows stream by" },
	{ "pg-point", "us", BENCH_BAR_RATIO, 1.05, 1.05, bench_measure_paired, &server_point_work, &bench_postgres,
		"select by key into a struct, one at a time; by hand PQexecPrepared" },
	{ "pg-inflight-64", "us", BENCH_BAR_RATIO, 1.05, 0, bench_measure_paired, &inflight_work, &bench_postgres,
		"64 point selects in flight on one connection; by hand a pipeline with one Sync" },
	{ "pg-inflight-64x4", "us", BENCH_BAR_RATIO, 1.05, 0, bench_measure_paired, &inflight_many_work, &bench_postgres,
		"the same on four connections" },
	{ "pg-scan", "ns a row", BENCH_BAR_RATIO, 1.00, 0, bench_measure_paired, &scan_work, &bench_postgres,
		"100,000 rows of 7 columns into structs; by hand one binary result" },
	{ "pg-scan-cpu", "ns a row", BENCH_BAR_RATIO, 1.00, 0, bench_measure_paired, &scan_processor_work, &bench_postgres,
		"the same, time of the client's processor" },
	{ "pg-bulk-insert", "ns a row", BENCH_BAR_RATIO, 1.10, 0, bench_measure_paired, &bulk_work, &bench_postgres,
		"100,000 structs in one transaction; by hand COPY in binary" },
	{ "pg-bulk-insert-returning", "ns a row", BENCH_BAR_RATIO, 1.10, 0, bench_measure_paired, &returning_work, &bench_postgres,
		"the same with the keys coming back; by hand unnest of binary arrays" },
	{ "pg-stream-rss", "MiB", BENCH_BAR_VALUE, 16, 16, bench_measure_stream, NULL, &bench_postgres,
		"growth of memory while 5 million rows stream by" },
	{ "session-load", "us a user", BENCH_BAR_RATIO, 1.15, 1.15, bench_measure_paired, &session_load_work, &bench_session_load,
		"1,000 users with 10 posts each and 5 tags a post, three statements; by hand the same, wired by hand" },
	{ "session-flush", "us a post", BENCH_BAR_RATIO, 1.25, 1.25, bench_measure_paired, &session_flush_work, &bench_session_flush,
		"10,000 new posts with a user and two comments each; instead of by hand cq_insert_many" },
	{ "session-clean", "ms", BENCH_BAR_VALUE, 10, 10, bench_measure_clean, NULL, &bench_sqlite,
		"a flush that finds nothing changed in 100,000 loaded objects" },
	{ "session-clean-memory", "MiB", BENCH_BAR_RATIO, 2.5, 2.5, bench_measure_clean_memory, NULL, &bench_sqlite,
		"what that session has of the allocator; instead of by hand the structs alone, of cq_all" },
	{ "task-switch", "ns", BENCH_BAR_VALUE, 100, 100, bench_measure_switch, NULL, NULL,
		"one task gives way to another" },
	{ "tasks-10000", "KiB a task", BENCH_BAR_VALUE, 16, 16, bench_measure_tasks, NULL, &bench_postgres,
		"resident memory of 10,000 tasks that each await a query" },
	{ "compile-time", "ms a query", BENCH_BAR_VALUE, 30, 30, bench_measure_compile_time, NULL, NULL,
		"60 distinct statements compiled at -O2" },
	{ "compile-size", "KB a query", BENCH_BAR_VALUE, 25, 25, bench_measure_compile_size, NULL, NULL,
		"the same 60 statements, preprocessed" },
	{ "compile-point", "ms a query", BENCH_BAR_VALUE, 15, 15, bench_measure_compile_point, NULL, NULL,
		"60 point selects compiled at -O2" },
	{ "compile-flat", "s", BENCH_BAR_VALUE, 0.3, 0.3, bench_measure_compile_flat, NULL, NULL,
		"one AND of 64 operands compiled at -O2" },
	{ "compile-schema", "s", BENCH_BAR_VALUE, 1, 1, bench_measure_compile_schema, NULL, NULL,
		"50 tables of 100 columns compiled at -O2" },
};
/* clang-format on */
const size_t bench_case_count = sizeof bench_cases / sizeof *bench_cases;

const bench_case *bench_case_find(const char *name)
{
	for (size_t i = 0; i < bench_case_count; i++)
		if (strcmp(bench_cases[i].name, name) == 0)
			return &bench_cases[i];
	return NULL;
}

static int compare(const void *left, const void *right)
{
	const double a = *(const double *)left;
	const double b = *(const double *)right;
	return (a > b) - (a < b);
}

double bench_median(double *values, size_t count)
{
	qsort(values, count, sizeof *values, compare);
	return count % 2 != 0 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

enum { CQUEL, HAND, SIDES, ROUNDS_MAX = 251 };

typedef struct paired {
	const bench_work *work;
	const bench_database *database;
	const bench_side *side[SIDES];
	void *state[SIDES];
	char path[SIDES][256];
	bench_data data;
	int64_t *keys;
	double seconds[SIDES][ROUNDS_MAX];
	double ratio[ROUNDS_MAX];
} paired;

static double now(const bench_work *work)
{
	struct timespec time;
	clock_gettime(work->processor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Whether a side has what the case calls. */
static bool takes_part(const bench_side *side, const bench_work *work)
{
	return side->open != NULL &&
	       ((work->run == run_points && side->points != NULL) || (work->run == run_scan && side->scan != NULL) ||
	           (work->run == run_bulk && side->insert_bulk != NULL) ||
	           (work->run == run_commits && side->insert_commit != NULL) ||
	           (work->run == run_returning && side->insert_returning != NULL) ||
	           (work->run == run_inflight && side->inflight != NULL) || (work->run == run_flush && side->flush != NULL) ||
	           (work->run == run_inflight_many && side->inflight_many != NULL));
}

/* Both sides must read the very same rows before they are timed; the table is then in their caches too. */
static bool check_same_graph(paired *self)
{
	uint64_t digest[SIDES] = { 0 };
	size_t rows[SIDES] = { 0 };
	for (int i = 0; i < SIDES; i++)
		if (self->state[i] != NULL && !self->side[i]->scan(self->state[i], &rows[i], &digest[i]))
			return false;
	if (self->state[CQUEL] != NULL && self->state[HAND] != NULL && (rows[CQUEL] != rows[HAND] || digest[CQUEL] != digest[HAND]))
		return bench_fail("the two sides do not make the same objects");
	return true;
}

static bool check_same_rows(paired *self)
{
	uint64_t wanted = 0;
	if (self->database->graph)
		return check_same_graph(self);
	for (size_t i = 0; i < BENCH_USERS; i++)
		wanted = bench_digest(wanted, &self->data.users[i]);
	for (int i = 0; i < SIDES; i++) {
		size_t rows = 0;
		uint64_t digest = 0;
		if (self->state[i] == NULL || self->side[i]->scan == NULL)
			continue;
		if (!self->side[i]->scan(self->state[i], &rows, &digest))
			return false;
		if (rows != BENCH_USERS || digest != wanted)
			return bench_fail("%s: the rows read are not the rows written", self->side[i]->name);
	}
	return true;
}

static bool open_sides(paired *self)
{
	if (!bench_data_make(&self->data))
		return false;
	bool made = false;
	for (int i = 0; i < SIDES; i++) {
		const char *const name = !self->work->writes ? "users" : i == HAND ? "hand" : "cquel";
		self->database->path(name, self->path[i]);
		if (!takes_part(self->side[i], self->work))
			continue;
		if (self->work->writes ? !self->database->users(self->path[i], NULL)
		                       : !made && !self->database->users(self->path[i], &self->data))
			return false;
		made = true;
		self->state[i] = self->side[i]->open(self->path[i], &self->data);
		if (self->state[i] == NULL)
			return false;
	}
	return self->work->writes || check_same_rows(self);
}

static bool round_of(paired *self, int side, uint64_t *sum, double *seconds)
{
	const bench_work *const work = self->work;
	if (self->state[side] == NULL)
		return true;
	if (work->writes && !self->database->empty(self->path[side]))
		return false;
	if (self->side[side]->before != NULL && !self->side[side]->before(self->state[side]))
		return false;
	const double start = now(work);
	const bool good = work->run(self->side[side], self->state[side], self->keys, work->operations, sum);
	*seconds = now(work) - start;
	return good && (self->side[side]->after == NULL || self->side[side]->after(self->state[side]));
}

/* Round 0 warms up and is not kept. Who goes first changes from round to round. */
static bool take_turns(paired *self)
{
	const bench_work *const work = self->work;
	for (size_t round = 0; round <= work->rounds; round++) {
		double seconds[SIDES] = { 0 };
		uint64_t sum[SIDES] = { 0 };
		bench_keys(self->keys, work->operations, round + 1);
		for (int turn = 0; turn < SIDES; turn++) {
			const int side = (turn + (int)(round % 2)) % SIDES;
			if (!round_of(self, side, &sum[side], &seconds[side]))
				return false;
		}
		if (self->state[CQUEL] != NULL && self->state[HAND] != NULL && sum[CQUEL] != sum[HAND])
			return bench_fail("the two sides read different rows");
		if (round == 0)
			continue;
		for (int side = 0; side < SIDES; side++)
			self->seconds[side][round - 1] = seconds[side];
		self->ratio[round - 1] = seconds[CQUEL] / seconds[HAND];
	}
	return true;
}

bool bench_measure_paired(const bench_case *self, bench_result *result)
{
	if (bench_option.instructions)
		return bench_count_instructions(self, result);
	paired *const all = calloc(1, sizeof *all);
	if (all == NULL)
		return bench_fail("no memory");
	all->work = self->work;
	all->database = self->database;
	all->side[CQUEL] = self->database->cquel;
	all->side[HAND] = self->database->hand;
	all->keys = calloc(self->work->operations, sizeof *all->keys);
	const bool good = all->keys != NULL && open_sides(all) && take_turns(all);
	const size_t rounds = self->work->rounds;
	const double unit = self->work->scale / (double)self->work->operations;
	if (good && all->state[CQUEL] != NULL)
		result->cquel = bench_median(all->seconds[CQUEL], rounds) * unit;
	if (good && all->state[HAND] != NULL)
		result->hand = bench_median(all->seconds[HAND], rounds) * unit;
	if (good && all->state[CQUEL] != NULL && all->state[HAND] != NULL)
		result->ratio = bench_median(all->ratio, rounds);
	for (int side = 0; side < SIDES; side++) {
		if (all->state[side] != NULL)
			all->side[side]->close(all->state[side]);
	}
	for (int side = 0; side < SIDES; side++) {
		if (all->path[side][0] != '\0')
			self->database->drop(all->path[side]);
	}
	bench_data_release(&all->data);
	free(all->keys);
	free(all);
	return good;
}
