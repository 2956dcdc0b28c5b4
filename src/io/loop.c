/* io/loop.c: which descriptors and moments are waited for, and the one hook to whoever waits.
 *
 * It knows nothing of connections or operations, and waits for nothing itself: poll_loop.c or the program's loop does.
 */
#include "io/loop.h"

/* A deadline that has always passed. */
static const cq__deadline at_once = 1;

/* What only an outside loop needs: it woke for the loop's own descriptor. */
static void own_ready(cq__watch *watch, int mask)
{
	cq__loop *const loop = watch->user;
	(void)mask;
	(void)cq__loop_run_deferred(loop);
	(void)cq__timers_fire(loop, cq__monotonic_ns());
	cq__loop_tell_own(loop);
}

static cq__deadline own_deadline(const cq__loop *loop)
{
	if (!cq__list_empty(&loop->deferred))
		return at_once;
	return loop->timers != NULL ? loop->timers->deadline : 0;
}

void cq__loop_tell_own(cq__loop *loop)
{
	if (loop->want != NULL)
		cq__loop_want(loop, &loop->own, 0, loop->owed ? at_once : own_deadline(loop));
}

void cq__loop_init(cq__loop *loop)
{
	*loop = (cq__loop){ .own_wakeup = { -1, -1 } };
	cq__list_init(&loop->watches);
	cq__list_init(&loop->deferred);
	cq__watch_init(&loop->own, -1, own_ready, loop);
}

void cq__loop_release(cq__loop *loop)
{
	cq__list_link *link;
	while (cq__list_pop_front(&loop->deferred) != NULL)
		;
	while (loop->timers != NULL)
		cq__timer_stop(loop, loop->timers);
	while ((link = cq__list_first(&loop->watches)) != NULL)
		cq__loop_forget(loop, CQ__LIST_ENTRY(link, cq__watch, link));
	cq__poll_set_release(loop);
	cq__wakeup_close(&loop->own_wakeup);
}

cq_status cq__loop_set_hook(cq__loop *loop, cq__loop_want_function *want, void *user, cq__error *error)
{
	cq__loop_want_function *const old = loop->want;
	void *const old_user = loop->user;
	if (want != NULL && loop->own.descriptor < 0) {
		CQ_TRY(cq__wakeup_open(&loop->own_wakeup, error));
		loop->own.descriptor = loop->own_wakeup.read_end;
	}
	loop->want = want;
	loop->user = user;
	CQ__LIST_EACH(link, &loop->watches) {
		const cq__watch *const watch = CQ__LIST_ENTRY(link, cq__watch, link);
		if (old != NULL)
			old(old_user, watch->descriptor, 0, 0);
		if (want != NULL)
			want(user, watch->descriptor, watch->mask, watch->deadline);
	}
	/* The built-in loop looks at timers and deferred things themselves. */
	if (want == NULL)
		cq__loop_forget(loop, &loop->own);
	cq__loop_tell_own(loop);
	return CQ_OK;
}

void cq__watch_init(cq__watch *watch, int descriptor, cq__watch_ready *ready, void *user)
{
	cq__list_link_init(&watch->link);
	watch->descriptor = descriptor;
	watch->mask = 0;
	watch->deadline = 0;
	watch->ready = ready;
	watch->user = user;
	watch->poll_index = 0;
}

void cq__loop_want(cq__loop *loop, cq__watch *watch, int mask, cq__deadline deadline)
{
	if (watch->mask == mask && watch->deadline == deadline)
		return;
	const bool was_in = cq__list_linked(&watch->link);
	const bool stays = mask != 0 || deadline != 0;
	const bool mask_changed = watch->mask != mask;
	watch->mask = mask;
	watch->deadline = deadline;
	if (!was_in) {
		cq__list_push_back(&loop->watches, &watch->link);
		loop->watch_count++;
	} else if (!stays) {
		cq__list_remove(&watch->link);
		loop->watch_count--;
	}
	if (mask_changed || was_in != stays)
		cq__poll_set_changed(loop, stays ? NULL : watch);
	if (loop->want != NULL)
		loop->want(loop->user, watch->descriptor, mask, deadline);
}

void cq__loop_remind(cq__loop *loop)
{
	if (loop->want == NULL)
		return;
	CQ__LIST_EACH(link, &loop->watches) {
		const cq__watch *const watch = CQ__LIST_ENTRY(link, cq__watch, link);
		if (watch->deadline != 0)
			loop->want(loop->user, watch->descriptor, watch->mask, watch->deadline);
	}
}

bool cq__loop_ready(cq__loop *loop, int descriptor, int mask)
{
	for (cq__list_link *link = loop->watches.head.next; link != &loop->watches.head; link = link->next) {
		cq__watch *const watch = CQ__LIST_ENTRY(link, cq__watch, link);
		if (watch->descriptor != descriptor)
			continue;
		if (mask == 0) {
			/* The outside loop's timer may be a little early, or its deadline an old one. */
			if (!cq__deadline_passed(watch->deadline))
				return false;
			cq__loop_want(loop, watch, watch->mask, 0);
			watch->ready(watch, 0);
			return true;
		}
		if ((watch->mask & mask) == 0)
			return false;
		watch->ready(watch, watch->mask & mask);
		return true;
	}
	return false;
}

cq__deadline cq__loop_deadline(const cq__loop *loop)
{
	cq__deadline earliest = own_deadline(loop);
	for (const cq__list_link *link = loop->watches.head.next; link != &loop->watches.head; link = link->next) {
		const cq__watch *const watch = CQ__LIST_ENTRY(link, const cq__watch, link);
		if (watch != &loop->own)
			earliest = cq__deadline_earlier(earliest, watch->deadline);
	}
	return earliest;
}

bool cq__loop_waits(const cq__loop *loop)
{
	return loop->watch_count != 0 || loop->timers != NULL || !cq__list_empty(&loop->deferred);
}

static bool late(const cq__loop *loop, const cq__watch *watch, cq__deadline now)
{
	return watch->deadline != 0 && watch->deadline <= now && watch != &loop->own;
}

/* Each call may change the list, so the search starts again behind every one; a deadline that was called is gone. */
static int expire_watches(cq__loop *loop, cq__deadline now)
{
	int called = 0;
	cq__list_link *link = loop->watches.head.next;
	while (link != &loop->watches.head) {
		cq__watch *const watch = CQ__LIST_ENTRY(link, cq__watch, link);
		if (!late(loop, watch, now)) {
			link = link->next;
			continue;
		}
		cq__loop_want(loop, watch, watch->mask, 0);
		watch->ready(watch, 0);
		called++;
		if ((size_t)called > loop->watch_count)
			break;
		link = loop->watches.head.next;
	}
	return called;
}

int cq__loop_expire(cq__loop *loop)
{
	const cq__deadline earliest = cq__loop_deadline(loop);
	if (earliest == 0)
		return 0;
	/* The moment is taken once: what asks for a new one that has passed already waits for the next turn. */
	const uint64_t now = cq__monotonic_ns();
	if (now < earliest)
		return 0;
	const int called = expire_watches(loop, now);
	return called + cq__timers_fire(loop, now);
}
