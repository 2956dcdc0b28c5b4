/* io/loop.c: which descriptors and deadlines are waited for, and the one hook to whoever waits.
 *
 * It knows nothing of connections or operations, and waits for nothing itself: poll_loop.c or the program's loop does.
 */
#include "io/loop.h"

void cq__loop_init(cq__loop *loop)
{
	cq__list_init(&loop->watches);
	loop->want = NULL;
	loop->user = NULL;
	loop->watch_count = 0;
	loop->poll_set = NULL;
}

void cq__loop_release(cq__loop *loop)
{
	cq__list_link *link;
	while ((link = cq__list_first(&loop->watches)) != NULL)
		cq__loop_forget(loop, CQ__LIST_ENTRY(link, cq__watch, link));
	cq__poll_set_release(loop);
}

void cq__loop_set_hook(cq__loop *loop, cq__loop_want_function *want, void *user)
{
	cq__loop_want_function *const old = loop->want;
	void *const old_user = loop->user;
	loop->want = want;
	loop->user = user;
	for (cq__list_link *link = loop->watches.head.next; link != &loop->watches.head; link = link->next) {
		const cq__watch *const watch = CQ__LIST_ENTRY(link, cq__watch, link);
		if (old != NULL)
			old(old_user, watch->descriptor, 0, 0);
		if (want != NULL)
			want(user, watch->descriptor, watch->mask, watch->deadline);
	}
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
	cq__deadline earliest = 0;
	for (const cq__list_link *link = loop->watches.head.next; link != &loop->watches.head; link = link->next)
		earliest = cq__deadline_earlier(earliest, CQ__LIST_ENTRY(link, const cq__watch, link)->deadline);
	return earliest;
}

int cq__loop_expire(cq__loop *loop)
{
	if (cq__loop_deadline(loop) == 0)
		return 0;
	/* Each call may change the list, so the search starts again behind every one; a deadline that was called is gone.
	 * The moment is taken once: watches that ask for a new one that has passed already wait for the next turn. */
	const uint64_t now = cq__monotonic_ns();
	int called = 0;
	cq__list_link *link = loop->watches.head.next;
	while (link != &loop->watches.head) {
		cq__watch *const watch = CQ__LIST_ENTRY(link, cq__watch, link);
		if (watch->deadline == 0 || watch->deadline > now) {
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
