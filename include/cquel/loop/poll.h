/* cquel/loop/poll.h: an engine in a program that calls poll(2) itself, with an array of its own.
 *
 * It knows nothing of what the engine waits for; docs/event-loops.md explains the pattern. A program that waits for nothing but
 * engines needs none of it: cq_engine_drive(engine, -1) is the built-in loop.
 */
#ifndef CQUEL_LOOP_POLL_H
#define CQUEL_LOOP_POLL_H

#include <cquel/op.h>

#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>

/* One descriptor that is watched. */
typedef struct cq_poll_watch {
	int fd;
	unsigned mask;       /* 0: only the deadline is waited for */
	int64_t deadline_ms; /* of cq_poll_now, -1: none */
} cq_poll_watch;

/** What an engine waits for, to be put into a program's own array. The caller's; it must outlive the engine or be detached. Only
 *  the functions below touch it. */
typedef struct cq_poll {
	cq_engine *engine;   /* NULL: detached */
	cq_poll_watch *watches;
	size_t count, capacity;
	int blind;           /* there was no memory for one of them: looked at every 10 milliseconds instead, until the engine waits for nothing */
} cq_poll;

/* Milliseconds of the monotonic clock. */
static inline int64_t cq_poll_now(void)
{
	struct timespec now;
	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static inline void cq_poll_want(void *user, int fd, unsigned mask, int deadline_ms)
{
	cq_poll *const set = (cq_poll *)user;
	size_t i = 0;
	while (i < set->count && set->watches[i].fd != fd)
		i++;
	if (mask == 0 && deadline_ms < 0) {
		if (i < set->count)
			set->watches[i] = set->watches[--set->count];
		return;
	}
	if (i == set->capacity) {
		const size_t capacity = i == 0 ? 8 : 2 * i;
		cq_poll_watch *const larger = (cq_poll_watch *)realloc(set->watches, capacity * sizeof *larger);
		if (larger == NULL) {
			set->blind = 1;
			return;
		}
		set->watches = larger;
		set->capacity = capacity;
	}
	if (i == set->count)
		set->count++;
	set->watches[i].fd = fd;
	set->watches[i].mask = mask;
	/* The clock's milliseconds are cut off, so one more makes sure that the moment has come. */
	set->watches[i].deadline_ms = deadline_ms < 0 ? -1 : deadline_ms == 0 ? 0 : cq_poll_now() + deadline_ms + 1;
}

static inline void cq_poll_let_go(void *user)
{
	cq_poll *const set = (cq_poll *)user;
	free(set->watches);
	set->watches = NULL;
	set->count = set->capacity = 0;
	set->engine = NULL;
}

/** Lets the program wait for an engine. Closing the engine detaches.
 *  Thread: the engine's. CQ_MISUSE, CQ_SYSTEM.
 *
 *  Example:
 *      cq_poll set;
 *      CQ_TRY(cq_poll_attach(engine, &set));
 *      for (;;) {
 *          int timeout_ms = my_next_timer();
 *          size_t count = cq_poll_fill(&set, descriptors + mine, ROOM - mine, &timeout_ms);
 *          poll(descriptors, mine + count, timeout_ms);
 *          CQ_TRY(cq_poll_drive(&set, descriptors + mine, count));
 *          ...
 *      } */
static inline CQ_CHECKED cq_status cq_poll_attach(cq_engine *engine, cq_poll *set)
{
	if (engine == NULL || set == NULL)
		return CQ_MISUSE;
	/* It may be this set that the engine has already. */
	CQ_TRY(cq_engine_attach(engine, NULL));
	set->engine = engine;
	set->watches = NULL;
	set->count = set->capacity = 0;
	set->blind = 0;
	cq_loop_hook hook;
	hook.want = cq_poll_want;
	hook.user = set;
	hook.detached = cq_poll_let_go;
	const cq_status status = cq_engine_attach(engine, &hook);
	if (status != CQ_OK)
		cq_poll_let_go(set);
	return status;
}

/** Takes the engine out of it; nothing when it is out already. CQ_MISUSE inside a callback. */
static inline CQ_CHECKED cq_status cq_poll_detach(cq_poll *set)
{
	return set == NULL || set->engine == NULL ? CQ_OK : cq_engine_attach(set->engine, NULL);
}

/** Writes what the engine waits for, now, and shortens the time to wait.
 *
 *  fds         room for so many entries; when it is too little nothing is written, and the number is what was needed
 *  timeout_ms  as poll takes it, -1 for no limit: what the program's own timers ask for; shortened to the engine's next deadline
 *  Returns how many entries there are. */
static inline size_t cq_poll_fill(const cq_poll *set, struct pollfd *fds, size_t room, int *timeout_ms)
{
	const int64_t now = cq_poll_now();
	int64_t earliest = set->blind ? now + 10 : -1;
	size_t count = 0;
	for (size_t i = 0; i < set->count; i++) {
		const cq_poll_watch *const watch = &set->watches[i];
		if (watch->deadline_ms >= 0 && (earliest < 0 || watch->deadline_ms < earliest))
			earliest = watch->deadline_ms;
		if (watch->mask == 0)
			continue;
		if (count < room) {
			fds[count].fd = watch->fd;
			fds[count].events = (short)(((watch->mask & CQ_WANT_READ) != 0 ? POLLIN : 0) | ((watch->mask & CQ_WANT_WRITE) != 0 ? POLLOUT : 0));
			fds[count].revents = 0;
		}
		count++;
	}
	if (earliest >= 0) {
		const int64_t left = earliest > now ? earliest - now : 0;
		if (*timeout_ms < 0 || left < *timeout_ms)
			*timeout_ms = left < INT_MAX ? (int)left : INT_MAX;
	}
	return count;
}

/** Drives the engine when poll has found something among these entries, or a deadline has passed; callbacks are called and tasks
 *  run in here. The status of cq_engine_drive. */
static inline CQ_CHECKED cq_status cq_poll_drive(cq_poll *set, const struct pollfd *fds, size_t count)
{
	const int64_t now = cq_poll_now();
	int due = set->blind;
	for (size_t i = 0; i < count; i++)
		due = due || fds[i].revents != 0;
	for (size_t i = 0; i < set->count; i++)
		due = due || (set->watches[i].deadline_ms >= 0 && set->watches[i].deadline_ms <= now);
	if (set->engine == NULL || !due)
		return CQ_OK;
	const cq_status status = cq_engine_drive(set->engine, 0);
	/* A callback may have closed it. */
	if (set->engine == NULL || (set->count == 0 && !cq_engine_waits(set->engine)))
		set->blind = 0;
	return status;
}

#endif
