/* exec/pool_queue.c: who waits for a member, in which order they are served, and the one place that decides a wait.
 * It knows nothing of what a member is asked to do. pool.c and the members' completions call it.
 */
#include "exec/pool.h"

#include "base/buffer.h"

#include <inttypes.h>

/* ---- deciding ----------------------------------------------------------------------------------------------------- */

static void count_wait(cq__pool *pool, const cq__ticket *ticket)
{
	const uint64_t waited = cq__pool_now(pool) - ticket->asked_ns;
	pool->counters.waits++;
	pool->counters.wait_ns += waited;
	if (waited > pool->counters.longest_ns)
		pool->counters.longest_ns = waited;
}

void cq__pool_tell(cq__pool *pool, cq__ticket *ticket, cq__member *member, cq_status status, const cq__error *why)
{
	cq__pool_lane *const lane = &pool->lanes[ticket->lane];
	const bool queued = cq__list_linked(&ticket->link);
	if (queued) {
		cq__list_remove(&ticket->link);
		lane->waiting--;
		lane->waiting_shared -= ticket->shared;
	}
	const bool was_waiting = ticket->waiting;
	ticket->waiting = false;
	ticket->member = member;
	ticket->status = status;
	if (member != NULL) {
		pool->counters.lent++;
		if (was_waiting)
			count_wait(pool, ticket);
	} else if (ticket->error != NULL && why != NULL && !cq__error_is_set(ticket->error)) {
		cq__error_copy(ticket->error, why);
	} else {
		cq__error_set(ticket->error, status, NULL);
	}
	if (was_waiting && ticket->told != NULL)
		ticket->told(ticket);
}

static cq__ticket *first_ticket(const cq__pool_lane *lane)
{
	cq__list_link *const link = cq__list_first(&lane->queue);
	return link != NULL ? CQ__LIST_ENTRY(link, cq__ticket, link) : NULL;
}

void cq__pool_tell_failure(cq__pool *pool, cq__lane lane, cq_status status, const cq__error *why)
{
	cq__ticket *const first = first_ticket(&pool->lanes[lane]);
	if (first == NULL)
		return;
	if (!first->shared) {
		cq__pool_tell(pool, first, NULL, status, why);
		return;
	}
	/* They would all have gone to that one. Those who ask again while they are told have larger numbers. */
	const uint64_t behind = pool->next_number;
	cq__list_link *link = cq__list_first(&pool->lanes[lane].queue);
	while (link != NULL) {
		cq__ticket *const ticket = CQ__LIST_ENTRY(link, cq__ticket, link);
		cq__list_link *const next = link->next != &pool->lanes[lane].queue.head ? link->next : NULL;
		if (ticket->number >= behind)
			break;
		link = next;
		if (ticket->shared)
			cq__pool_tell(pool, ticket, NULL, status, why);
	}
}

/* ---- time-outs ---------------------------------------------------------------------------------------------------- */

enum { MOST_HOLDERS = 8 };

static void append_holder(const cq__pool *pool, const cq__member *member, uint64_t now, cq__buffer *text)
{
	const cq__borrower *const borrower = member->borrower;
	const double seconds = (double)(now - member->since_ns) / 1e9;
	if (borrower == NULL || borrower->file == NULL)
		cq__buffer_append_format(text, "; one for %.1f s", seconds);
	else
		cq__buffer_append_format(text, "; %s:%d for %.1f s", borrower->file, borrower->line, seconds);
	const cq_site *const site = borrower != NULL ? borrower->latest : NULL;
	if (site == NULL)
		return;
	const char *const sql = pool->settings.sql_of != NULL ? pool->settings.sql_of(pool->settings.user, site) : NULL;
	cq__buffer_append_format(text, ", last at %s:%d%s%.200s", site->file, site->line, sql != NULL ? ": " : "",
		sql != NULL ? sql : "");
}

static void describe(const cq__pool *pool, uint64_t now, const cq__ticket *ticket, cq__error *why)
{
	cq__buffer text = { 0 };
	cq_pool_counters counters;
	cq__pool_count(pool, &counters);
	cq__buffer_append_format(&text, "no connection was free within %" PRId64 " ms: of %u in the pool %u are lent, %u shared, %u not ready",
		pool->settings.options.timeout_ms > 0 ? pool->settings.options.timeout_ms : 0, pool->maximum, counters.in_use,
		counters.shared, counters.unready);
	if (ticket->lane == CQ__LANE_WRITE)
		cq__buffer_append_text(&text, "; there is one writer");
	uint32_t told = 0;
	CQ__LIST_EACH(link, &pool->members) {
		const cq__member *const member = CQ__LIST_ENTRY(link, const cq__member, every);
		if (member->state == CQ__MEMBER_LENT && told++ < MOST_HOLDERS)
			append_holder(pool, member, now, &text);
	}
	if (told > MOST_HOLDERS)
		cq__buffer_append_format(&text, "; and %u more", told - MOST_HOLDERS);
	cq__error_set(why, CQ_TIMEOUT, "%s", cq__buffer_text(&text));
	cq__buffer_release(&text);
}

/* One description serves all who are refused at the same moment. */
static void refuse(cq__pool *pool, cq__ticket *ticket, uint64_t now, cq__error *why)
{
	pool->counters.timeouts++;
	if (ticket->error != NULL && !cq__error_is_set(why))
		describe(pool, now, ticket, why);
	cq__pool_tell(pool, ticket, NULL, CQ_TIMEOUT, cq__error_is_set(why) ? why : NULL);
}

void cq__pool_refuse_late(cq__pool *pool, uint64_t now)
{
	if (pool->earliest == 0 || pool->earliest > now)
		return;
	cq__error why = { 0 };
	const uint64_t behind = pool->next_number;
	for (int i = 0; i < CQ__LANES; i++) {
		cq__list *const queue = &pool->lanes[i].queue;
		cq__list_link *link = cq__list_first(queue);
		while (link != NULL) {
			cq__ticket *const ticket = CQ__LIST_ENTRY(link, cq__ticket, link);
			link = link->next != &queue->head ? link->next : NULL;
			if (ticket->number < behind && ticket->deadline != 0 && ticket->deadline <= now)
				refuse(pool, ticket, now, &why);
		}
	}
	cq__error_release(&why);
	/* What is there now, told or asked meanwhile. */
	pool->earliest = 0;
	for (int i = 0; i < CQ__LANES; i++)
		CQ__LIST_EACH(link, &pool->lanes[i].queue)
			pool->earliest = cq__deadline_earlier(pool->earliest, CQ__LIST_ENTRY(link, cq__ticket, link)->deadline);
}

/* ---- serving ------------------------------------------------------------------------------------------------------ */

/* A sign of life is believed for a second. */
static bool wants_ping(const cq__member *member)
{
	const cq__pool *const pool = member->pool;
	if (!pool->settings.options.pre_ping || pool->settings.local)
		return false;
	return !member->checked || cq__pool_now(pool) - member->since_ns > UINT64_C(1000000000);
}

/* How many members have to come for those who wait: one each, and one for all who share. */
static uint32_t needed(const cq__pool *pool, cq__lane lane)
{
	const cq__pool_lane *const at = &pool->lanes[lane];
	const bool one_to_share = at->waiting_shared != 0 && cq__lane_serving(at) < pool->shared_limit[lane];
	return at->waiting - at->waiting_shared + one_to_share;
}

/* The idle member to lend now, or NULL: there is none, or it is asked for a sign of life first. */
static cq__member *take_idle(cq__pool *pool, cq__lane lane)
{
	cq__list *const idle = &pool->lanes[lane].idle;
	cq__list_link *link;
	while ((link = cq__list_first(idle)) != NULL) {
		cq__member *const member = CQ__LIST_ENTRY(link, cq__member, link);
		if (!cq__member_fits(member))
			continue;
		if (!wants_ping(member))
			return member;
		if (cq__lane_coming(&pool->lanes[lane]) >= needed(pool, lane))
			return NULL;
		cq__member_ping(member, false);
	}
	return NULL;
}

/* A shared member that nobody uses may be had whole. */
static cq__member *take_unused(cq__pool *pool, cq__lane lane)
{
	CQ__LIST_EACH(link, &pool->lanes[lane].shared) {
		cq__member *const member = CQ__LIST_ENTRY(link, cq__member, link);
		if (member->users == 0 && cq__member_fits(member))
			return member;
	}
	return NULL;
}

static cq__member *least_used(const cq__pool_lane *lane)
{
	cq__member *best = NULL;
	CQ__LIST_EACH(link, &lane->shared) {
		cq__member *const member = CQ__LIST_ENTRY(link, cq__member, link);
		if (cq__member_serves(member) && (best == NULL || member->users < best->users))
			best = member;
	}
	return best;
}

/* The least used shared one that still works. */
static cq__member *take_shared(cq__pool *pool, cq__lane lane)
{
	cq__member *best;
	while ((best = least_used(&pool->lanes[lane])) != NULL) {
		if (best->users == 0 ? cq__member_fits(best) : pool->settings.driver->state(best->driven) != CQ__STATE_BROKEN)
			return best;
		/* It goes when the last of its statements has failed; none comes to it. */
		if (best->users != 0)
			best->leaves = true;
	}
	return NULL;
}

static void lend(cq__member *member, const cq__borrower *borrower)
{
	member->checked = member->promised = false;
	member->borrower = borrower;
	member->resets = 0;
	member->since_ns = cq__pool_now(member->pool);
	cq__member_become(member, CQ__MEMBER_LENT);
}

static cq__member *find_shared(cq__pool *pool, cq__lane lane)
{
	cq__member *member = take_shared(pool, lane);
	if (member == NULL && cq__lane_serving(&pool->lanes[lane]) < pool->shared_limit[lane]
		&& (member = take_idle(pool, lane)) != NULL)
		cq__member_share(member);
	return member;
}

/* Serves the first ticket of a lane when there is a member for it. */
static bool serve(cq__pool *pool, cq__lane lane)
{
	cq__ticket *const ticket = first_ticket(&pool->lanes[lane]);
	cq__member *member;
	if (ticket->shared) {
		if ((member = find_shared(pool, lane)) == NULL)
			return false;
		member->users++;
	} else {
		if ((member = take_idle(pool, lane)) == NULL && (member = take_unused(pool, lane)) == NULL)
			return false;
		lend(member, ticket->borrower);
	}
	cq__pool_tell(pool, ticket, member, CQ_OK, NULL);
	return true;
}

/* Has members made for those who wait. True: something changed at once. */
static bool supply(cq__pool *pool, cq__lane lane)
{
	const cq__pool_lane *const at = &pool->lanes[lane];
	while (cq__lane_coming(at) < needed(pool, lane)) {
		bool refused;
		if (lane == CQ__LANE_WRITE && cq__lane_members(at) != 0)
			return false;
		if (!cq__member_open(pool, lane, false, &refused))
			return refused;
		if (pool->settings.local)
			return true;
	}
	return false;
}

/* Who waits for a member of its own gets a shared one when its statements are done, as long as one is left for sharing or nobody else
 * will give one back. */
static void promise(cq__pool *pool, cq__lane lane)
{
	cq__pool_lane *const at = &pool->lanes[lane];
	const bool wanted = at->waiting > at->waiting_shared;
	bool promised = false;
	CQ__LIST_EACH(link, &at->shared) {
		cq__member *const member = CQ__LIST_ENTRY(link, cq__member, link);
		member->promised = member->promised && wanted;
		promised = promised || member->promised;
	}
	if (!wanted || promised || cq__lane_coming(at) != 0)
		return;
	const bool nothing_comes_back = at->count[CQ__MEMBER_LENT] + at->count[CQ__MEMBER_DRAINING] == 0;
	if (at->count[CQ__MEMBER_SHARED] < 2 && !nothing_comes_back)
		return;
	cq__member *const chosen = least_used(at);
	if (chosen != NULL)
		chosen->promised = true;
}

/* The lane whose first ticket is the oldest of those not in `blocked`, or -1. */
static int oldest(const cq__pool *pool, unsigned blocked)
{
	int best = -1;
	uint64_t number = 0;
	for (int lane = 0; lane < CQ__LANES; lane++) {
		const cq__ticket *const ticket = first_ticket(&pool->lanes[lane]);
		if (ticket == NULL || (blocked & (1u << lane)) != 0 || (best >= 0 && ticket->number > number))
			continue;
		best = lane;
		number = ticket->number;
	}
	return best;
}

static void pump_once(cq__pool *pool)
{
	unsigned blocked = 0;
	int lane;
	while ((lane = oldest(pool, blocked)) >= 0)
		if (!serve(pool, (cq__lane)lane) && !supply(pool, (cq__lane)lane))
			blocked |= 1u << lane;
	for (lane = 0; lane < CQ__LANES; lane++)
		if (!cq__list_empty(&pool->lanes[lane].shared))
			promise(pool, (cq__lane)lane);
}

/* What nobody waits for is kept up to the pool's size. */
static void shrink(cq__pool *pool)
{
	uint32_t open = pool->open;
	for (int i = 0; i < CQ__LANES; i++)
		open -= pool->lanes[i].count[CQ__MEMBER_DOOMED];
	for (int i = 0; i < CQ__LANES; i++) {
		cq__list_link *link;
		while (open > cq__pool_kept(pool) && (link = cq__list_last(&pool->lanes[i].idle)) != NULL) {
			cq__member_doom(CQ__LIST_ENTRY(link, cq__member, link));
			open--;
		}
	}
}

/* Where nobody may queue, only those stay who have a connection made in their name. */
static void refuse_the_last(cq__pool *pool)
{
	cq__error why = { 0 };
	for (int i = 0; i < CQ__LANES; i++) {
		const cq__pool_lane *const lane = &pool->lanes[i];
		while (lane->waiting != 0 && lane->waiting - lane->waiting_shared + (lane->waiting_shared != 0) > cq__lane_coming(lane))
			refuse(pool, CQ__LIST_ENTRY(cq__list_last(&lane->queue), cq__ticket, link), cq__pool_now(pool), &why);
	}
	cq__error_release(&why);
}

void cq__pool_pump(cq__pool *pool)
{
	if (pool->ending)
		return;
	if (pool->pumping) {
		pool->again = true;
		return;
	}
	pool->pumping = true;
	do {
		pool->again = false;
		pump_once(pool);
	} while (pool->again);
	pool->pumping = false;
	shrink(pool);
	if (pool->settings.options.timeout_ms == 0 && cq__list_empty(&pool->doomed))
		refuse_the_last(pool);
	cq__pool_arm(pool);
}

/* ---- one statement more ------------------------------------------------------------------------------------------- */

/* Those that serve statements have their hands full: another one joins them, now or when it is made. */
static cq__member *add_shared(cq__pool *pool, cq__lane lane)
{
	const cq__pool_lane *const at = &pool->lanes[lane];
	bool refused;
	if (cq__lane_serving(at) >= pool->shared_limit[lane] || at->waiting != 0)
		return NULL;
	cq__member *const member = take_idle(pool, lane);
	if (member != NULL) {
		cq__member_share(member);
		return member;
	}
	if (cq__lane_coming(at) != 0)
		return NULL;
	cq__list_link *const idle = cq__list_first(&at->idle);
	if (idle != NULL) {
		cq__member_ping(CQ__LIST_ENTRY(idle, cq__member, link), true);
		cq__pool_arm(pool);
	} else if (pool->open < pool->maximum && cq__member_open(pool, lane, true, &refused)) {
		return take_shared(pool, lane);
	}
	return NULL;
}

cq__member *cq__pool_share(cq__pool *pool, cq__lane lane)
{
	/* Whoever asked before and waits is not overtaken. */
	if (pool->lanes[lane].waiting_shared != 0)
		return NULL;
	cq__member *best = take_shared(pool, lane);
	if (best != NULL && best->users >= pool->settings.options.shared_depth) {
		cq__member *const another = add_shared(pool, lane);
		if (another != NULL)
			best = another;
	} else if (best == NULL) {
		best = find_shared(pool, lane);
	}
	if (best == NULL)
		return NULL;
	best->users++;
	pool->counters.lent++;
	return best;
}
