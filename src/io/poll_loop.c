/* io/poll_loop.c: the built-in loop: one turn with poll(2) for what the watches want.
 *
 * It knows nothing of who they are. The executor drives it when a program awaits without an event loop of its own.
 */
#include "base/alloc.h"
#include "io/loop.h"

#include <errno.h>
#include <poll.h>
#include <string.h>

/* The array that poll(2) takes, kept from wait to wait while the watches stay the same. */
struct cq__poll_set {
	struct pollfd *descriptors;
	cq__watch **watches; /* beside them; NULL: it went while its neighbours were called */
	size_t count;
	size_t capacity;
	bool current;        /* shows what the watches want */
};

void cq__poll_set_changed(cq__loop *loop, cq__watch *gone)
{
	struct cq__poll_set *const set = loop->poll_set;
	if (set == NULL)
		return;
	set->current = false;
	if (gone != NULL && gone->poll_index != 0) {
		set->watches[gone->poll_index - 1] = NULL;
		gone->poll_index = 0;
	}
}

void cq__poll_set_release(cq__loop *loop)
{
	struct cq__poll_set *const set = loop->poll_set;
	if (set == NULL)
		return;
	cq__free(set->descriptors);
	cq__free(set->watches);
	cq__free(set);
	loop->poll_set = NULL;
}

static cq_status reserve(struct cq__poll_set *set, size_t count)
{
	if (count <= set->capacity)
		return CQ_OK;
	const size_t capacity = count + count / 2 + 4;
	struct pollfd *const descriptors = cq__realloc_array(set->descriptors, capacity, sizeof *descriptors);
	if (descriptors == NULL)
		return CQ_NO_MEMORY;
	set->descriptors = descriptors;
	cq__watch **const watches = cq__realloc_array(set->watches, capacity, sizeof *watches);
	if (watches == NULL)
		return CQ_NO_MEMORY;
	set->watches = watches;
	set->capacity = capacity;
	return CQ_OK;
}

static cq_status refresh(cq__loop *loop)
{
	if (loop->poll_set == NULL) {
		loop->poll_set = cq__zalloc(sizeof *loop->poll_set);
		if (loop->poll_set == NULL)
			return CQ_NO_MEMORY;
	}
	struct cq__poll_set *const set = loop->poll_set;
	if (set->current)
		return CQ_OK;
	CQ_TRY(reserve(set, loop->watch_count));
	set->count = 0;
	for (cq__list_link *link = loop->watches.head.next; link != &loop->watches.head; link = link->next) {
		cq__watch *const watch = CQ__LIST_ENTRY(link, cq__watch, link);
		watch->poll_index = 0;
		if (watch->mask == 0)
			continue;
		const int events = ((watch->mask & CQ__LOOP_READ) != 0 ? POLLIN : 0) |
			((watch->mask & CQ__LOOP_WRITE) != 0 ? POLLOUT : 0);
		set->descriptors[set->count] = (struct pollfd){ .fd = watch->descriptor, .events = (short)events };
		set->watches[set->count] = watch;
		watch->poll_index = ++set->count;
	}
	set->current = true;
	return CQ_OK;
}

/* What came, as the watch sees it: an error or hang-up is for whoever reads or writes next to find. */
static int mask_of(const cq__watch *watch, short events)
{
	int mask = 0;
	if ((events & (POLLIN | POLLHUP | POLLERR | POLLNVAL)) != 0)
		mask |= CQ__LOOP_READ;
	if ((events & (POLLOUT | POLLERR | POLLNVAL)) != 0)
		mask |= CQ__LOOP_WRITE;
	return mask & watch->mask;
}

static int call_ready(cq__loop *loop)
{
	struct cq__poll_set *const set = loop->poll_set;
	const size_t count = set->count;
	int called = 0;
	for (size_t i = 0; i < count; i++) {
		cq__watch *const watch = set->watches[i];
		const short events = set->descriptors[i].revents;
		if (watch == NULL || events == 0)
			continue;
		const int mask = mask_of(watch, events);
		if (mask == 0)
			continue;
		watch->ready(watch, mask);
		called++;
		/* The watch may have waited again: then the set is another one. */
		if (loop->poll_set != set || set->count != count)
			break;
	}
	return called;
}

/* Sleeps until something is ready, and calls it. */
static cq_status wait_ready(cq__loop *loop, cq__deadline deadline, int *called, cq__error *error)
{
	if (refresh(loop) != CQ_OK)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	struct cq__poll_set *const set = loop->poll_set;
	const int ready = poll(set->descriptors, (nfds_t)set->count, cq__deadline_poll_ms(deadline));
	if (ready < 0 && errno != EINTR && errno != EAGAIN) {
		const int number = errno;
		const cq_status status = cq__error_set(error, CQ_SYSTEM, "poll failed: %s", strerror(number));
		cq__error_set_native(error, number);
		return status;
	}
	*called += ready > 0 ? call_ready(loop) : 0;
	return CQ_OK;
}

cq_status cq__loop_poll(cq__loop *loop, cq__deadline until, int *called, cq__error *error)
{
	const unsigned stirs = loop->stirs;
	int done = cq__loop_run_deferred(loop);
	if (called != NULL)
		*called = done;
	cq__deadline deadline = cq__deadline_earlier(until, cq__loop_deadline(loop));
	if (loop->stirs != stirs)
		deadline = 1;
	if (loop->watch_count == 0 && deadline == 0) {
		/* What was deferred may have been all that there was to do. */
		if (done != 0)
			return CQ_OK;
		return cq__error_set(error, CQ_MISUSE, "the loop has nothing to wait for and would never return");
	}
	CQ_TRY(wait_ready(loop, deadline, &done, error));
	done += cq__loop_expire(loop);
	if (called != NULL)
		*called = done;
	return CQ_OK;
}
