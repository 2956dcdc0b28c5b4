/* bench/tasks.c: what tasks cost: a switch from one to another in time, and ten thousand that each await a query in memory.
 *
 * It knows nothing of libpq. The cases call it; child.c runs the second in a process of its own.
 */
#include "bench.h"

#include <cquel.h>
#include <cquel/task.h>

#include <cquel/words.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SWITCHES = 1000000, ROUNDS = 11, TASKS = 10000 };

#define users_COLUMNS(COLUMN)       \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(age, INTEGER)
CQ_MODEL(Person, users)

/* ---- switches -------------------------------------------------------------------------------------------------------- */

static cq_status yield_often(cq_engine *engine, void *left)
{
	size_t *const count = left;
	while (*count != 0) {
		--*count;
		CQ_TRY(cq_task_yield(engine));
	}
	return CQ_OK;
}

/* Two tasks that give way to each other: each yield is one switch. */
static bool time_switches(cq_engine *engine, double *nanoseconds)
{
	size_t left = SWITCHES;
	cq_task *tasks[2];
	struct timespec before, after;
	for (int i = 0; i < 2; i++)
		if (cq_spawn(engine, &tasks[i], yield_often, &left, NULL) != CQ_OK)
			return bench_fail("a task cannot be spawned");
	clock_gettime(CLOCK_MONOTONIC, &before);
	const bool good = cq_gather(2, tasks, CQ_GATHER_ALL) == CQ_OK;
	clock_gettime(CLOCK_MONOTONIC, &after);
	for (int i = 0; i < 2; i++)
		cq_task_release(&tasks[i]);
	*nanoseconds = ((double)(after.tv_sec - before.tv_sec) * 1e9 + (double)(after.tv_nsec - before.tv_nsec)) / SWITCHES;
	return good && left == 0;
}

bool bench_measure_switch(const bench_case *self, bench_result *result)
{
	(void)self;
	cq_engine *engine;
	double times[ROUNDS];
	char message[CQ_ERROR_TEXT];
	if (cq_engine_open(&engine, "sqlite://", NULL, message) != CQ_OK)
		return bench_fail("%s", message);
	bool good = true;
	for (int i = 0; good && i < ROUNDS; i++)
		good = time_switches(engine, &times[i]);
	cq_engine_close(&engine);
	if (good)
		result->cquel = bench_median(times, ROUNDS);
	return good || bench_fail("the tasks did not end well");
}

/* ---- ten thousand ----------------------------------------------------------------------------------------------------- */

typedef struct errand {
	int64_t key;
	int32_t age;
} errand;

static size_t waiting, most_waiting;

static cq_status fetch(cq_engine *engine, void *argument)
{
	errand *const it = argument;
	cq_connection *db;
	CQ_TRY(cq_current(engine, &db));
	if (++waiting > most_waiting)
		most_waiting = waiting;
	const cq_status status = cq_scalar(db, &it->age, SQL(SELECT(users.age), FROM(users), WHERE(EQ(users.id, it->key))));
	waiting--;
	return status;
}

bool bench_run_tasks(const char *url, double *kibibytes)
{
	cq_engine *engine;
	char message[CQ_ERROR_TEXT];
	static errand errands[TASKS];
	static cq_task *tasks[TASKS];
	errand first = { .key = 1 };
	if (cq_engine_open(&engine, url, NULL, message) != CQ_OK)
		return bench_fail("%s", message);
	/* Connections, statements and all that is made once. */
	cq_task *one;
	bool good = cq_spawn(engine, &one, fetch, &first, NULL) == CQ_OK && cq_task_await(one) == CQ_OK;
	if (good)
		cq_task_release(&one);
	memset(errands, 1, sizeof errands);
	memset(tasks, 1, sizeof tasks);
	const double before = bench_memory("VmRSS:");
	for (int i = 0; good && i < TASKS; i++) {
		errands[i] = (errand){ .key = i + 1 };
		good = cq_spawn(engine, &tasks[i], fetch, &errands[i], NULL) == CQ_OK;
	}
	good = good && cq_gather(TASKS, tasks, CQ_GATHER_ALL) == CQ_OK;
	const double peak = bench_memory("VmHWM:");
	for (int i = 0; good && i < TASKS; i++) {
		good = errands[i].age >= 18;
		cq_task_release(&tasks[i]);
	}
	cq_engine_close(&engine);
	*kibibytes = (peak - before) / TASKS;
	if (good && most_waiting != TASKS)
		return bench_fail("only %zu tasks waited at once", most_waiting);
	return good || bench_fail("the tasks did not end well");
}
