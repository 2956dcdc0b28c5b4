/* io/timer.c: moments at which something is called: a pairing heap whose links stand inside the timers.
 *
 * It knows nothing of what they call. loop.c fires those that are due; whoever waits for something sets them.
 *
 * Each timer is not earlier than the one above it. `child` is the first below, `sibling` the next beside; `before` is what points
 * here: the one above for a first child, else the neighbour. Setting takes a constant time, stopping and firing the logarithm
 * of their number, spread over many.
 */
#include "io/loop.h"

/* Two heaps become one. Both are roots: nothing before, nothing beside. */
static cq__timer *meld(cq__timer *a, cq__timer *b)
{
	if (a == NULL || b == NULL)
		return a != NULL ? a : b;
	cq__timer *const upper = b->deadline < a->deadline ? b : a;
	cq__timer *const lower = upper == a ? b : a;
	lower->before = upper;
	lower->sibling = upper->child;
	if (upper->child != NULL)
		upper->child->before = lower;
	upper->child = lower;
	return upper;
}

static cq__timer *take_root(cq__timer *timer)
{
	timer->before = timer->sibling = NULL;
	return timer;
}

/* All that stand beside each other become one heap: neighbours in pairs, then the pairs from the last on. */
static cq__timer *meld_all(cq__timer *first)
{
	cq__timer *pairs = NULL;
	while (first != NULL) {
		cq__timer *const second = first->sibling;
		cq__timer *const rest = second != NULL ? second->sibling : NULL;
		cq__timer *const pair = meld(take_root(first), second != NULL ? take_root(second) : NULL);
		pair->sibling = pairs;
		pairs = pair;
		first = rest;
	}
	cq__timer *root = NULL;
	while (pairs != NULL) {
		cq__timer *const rest = pairs->sibling;
		root = meld(root, take_root(pairs));
		pairs = rest;
	}
	return root;
}

static void take_out(cq__loop *loop, cq__timer *timer)
{
	cq__timer *const below = meld_all(timer->child);
	if (timer->before == NULL) {
		loop->timers = below;
	} else {
		if (timer->before->child == timer)
			timer->before->child = timer->sibling;
		else
			timer->before->sibling = timer->sibling;
		if (timer->sibling != NULL)
			timer->sibling->before = timer->before;
		loop->timers = meld(loop->timers, below);
	}
	timer->before = timer->child = timer->sibling = NULL;
	timer->deadline = 0;
}

void cq__timer_set(cq__loop *loop, cq__timer *timer, cq__deadline deadline)
{
	if (timer->deadline == deadline)
		return;
	const cq__timer *const earliest = loop->timers;
	if (timer->deadline != 0)
		take_out(loop, timer);
	if (deadline != 0) {
		/* What is set while timers fire must not fire among them, or it could do so for ever. */
		timer->deadline = deadline > loop->firing ? deadline : loop->firing + 1;
		loop->timers = meld(loop->timers, timer);
	}
	if (loop->timers != earliest || earliest == timer)
		cq__loop_tell_own(loop);
}

int cq__timers_fire(cq__loop *loop, cq__deadline now)
{
	const cq__deadline outer = loop->firing;
	int fired = 0;
	if (loop->timers == NULL || loop->timers->deadline > now)
		return 0;
	loop->firing = now;
	while (loop->timers != NULL && loop->timers->deadline <= now) {
		cq__timer *const timer = loop->timers;
		take_out(loop, timer);
		fired++;
		timer->fire(timer);
	}
	loop->firing = outer;
	cq__loop_tell_own(loop);
	return fired;
}
