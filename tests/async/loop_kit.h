/* tests/async/loop_kit.h: what the tests of the event loops' adapters share: an engine with notes, and what is counted.
 *
 * It knows nothing of any loop. Each test puts timers and sockets of its own beside the engine.
 */
#ifndef CQ_TEST_LOOP_KIT_H
#define CQ_TEST_LOOP_KIT_H

#include "conform/shop.h"

#include <cquel/task.h>

#include <dirent.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { LOOP_STATEMENTS = 40 };

/* What an engine does in somebody else's loop. */
typedef struct loop_work {
	cq_engine *engine;
	cq_connection *db;
	cq_operation *operations[LOOP_STATEMENTS];
	int64_t counts[LOOP_STATEMENTS];
	int called_back;
	int slept, yields;
	bool enough;
	int64_t took_ms;
} loop_work;

static inline int64_t loop_now_ms(void)
{
	struct timespec now;
	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* What the adapters take memory with: a test defines calloc and realloc as these before it includes one. */
static bool loop_no_memory;

static inline void *loop_calloc(size_t count, size_t size)
{
	return loop_no_memory ? NULL : calloc(count, size);
}

static inline void *loop_realloc(void *old, size_t size)
{
	return loop_no_memory ? NULL : realloc(old, size);
}

/* How many descriptors this process has open. */
static inline int loop_descriptors(void)
{
	int count = 0;
	DIR *const folder = opendir("/proc/self/fd");
	assert_non_null(folder);
	while (readdir(folder) != NULL)
		count++;
	(void)closedir(folder);
	return count;
}

static inline void loop_begin(loop_work *work, void **state)
{
	shop *const opened = *state;
	memset(work, 0, sizeof *work);
	work->engine = opened->engine;
	work->db = opened->db;
}

static inline void loop_called(void *user, cq_operation *operation, cq_status status)
{
	loop_work *const work = user;
	assert_int_equal(status, CQ_OK);
	work->called_back++;
	cq_operation_release(&operation);
}

/* Submits statements whose callbacks come from the loop. */
static inline void loop_submit(loop_work *work)
{
	cq_connection *const db = work->db;
	for (int i = 0; i < LOOP_STATEMENTS; i++) {
		MUST(cq_submit_scalar(db, &work->counts[i], &work->operations[i], SQL(SELECT(COUNT(notes.id)), FROM(notes))));
		MUST(cq_operation_on_done(work->operations[i], loop_called, work));
	}
}

/* A task that waits for time and for statements, with nobody but the loop to run it. */
static inline cq_status loop_task(cq_engine *engine, void *argument)
{
	loop_work *const work = argument;
	cq_connection *db;
	const int64_t began = loop_now_ms();
	CQ_TRY(cq_current(engine, &db));
	for (int i = 0; i < 5; i++) {
		int64_t count;
		CQ_TRY(cq_task_sleep(engine, 4));
		CQ_TRY(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
		work->slept++;
	}
	work->took_ms = loop_now_ms() - began;
	return CQ_OK;
}

/* One that is always ready: whatever else is in the loop must have its turn nevertheless. */
static inline cq_status loop_hog(cq_engine *engine, void *argument)
{
	loop_work *const work = argument;
	while (!work->enough) {
		work->yields++;
		CQ_TRY(cq_task_yield(engine));
	}
	return CQ_OK;
}

/* A statement that only its deadline ends. */
static inline cq_operation *loop_submit_endless(loop_work *work, int64_t *number)
{
	cq_connection *const db = work->db;
	cq_operation *operation;
	MUST(cq_connection_set_timeout(db, 30));
	MUST(cq_submit_scalar(db, number, &operation, ENDLESS_COUNT));
	MUST(cq_connection_set_timeout(db, 0));
	return operation;
}

#endif
