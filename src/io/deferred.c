/* io/deferred.c: what is to be done at the next turn of the loop, before it sleeps.
 *
 * It knows nothing of what that is. Drivers gather what they send with it, and the tasks that are ready run in it.
 */
#include "io/loop.h"

void cq__loop_defer(cq__loop *loop, cq__deferred *deferred)
{
	if (cq__is_deferred(deferred))
		return;
	const bool first = cq__list_empty(&loop->deferred);
	deferred->turn = loop->turn;
	cq__list_push_back(&loop->deferred, &deferred->link);
	if (first)
		cq__loop_tell_own(loop);
}

void cq__loop_undefer(cq__loop *loop, cq__deferred *deferred)
{
	if (!cq__is_deferred(deferred))
		return;
	cq__list_remove(&deferred->link);
	if (cq__list_empty(&loop->deferred))
		cq__loop_tell_own(loop);
}

int cq__loop_run_deferred(cq__loop *loop)
{
	cq__list_link *link;
	int run = 0;
	if (cq__list_empty(&loop->deferred))
		return 0;
	/* A turn inside of this one, however it came about, runs what this one has left, and neither runs what was deferred since. */
	const unsigned turn = ++loop->turn;
	while ((link = cq__list_first(&loop->deferred)) != NULL) {
		cq__deferred *const deferred = CQ__LIST_ENTRY(link, cq__deferred, link);
		if ((int)(deferred->turn - turn) >= 0)
			break;
		cq__list_remove(link);
		run++;
		deferred->run(deferred);
	}
	cq__loop_tell_own(loop);
	return run;
}
