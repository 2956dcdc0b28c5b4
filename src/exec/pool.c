/* exec/pool.c: the pool as a whole: made, asked, given back to, turned by the loop, counted, released.
 * It knows nothing of handles and statements. engine.c and shared.c call it.
 */
#include "exec/pool.h"

#include "base/alloc.h"
#include "io/waiter.h"

/* Shared members, where the program does not say how many. */
enum { SHARED_BY_SERVERS = 2, SHARED_BY_FILES = 5 };

/* ---- the loop ----------------------------------------------------------------------------------------------------- */

static void on_turn(cq__deferred *deferred)
{
	cq__pool_turn(deferred->user);
}

static void on_time(cq__timer *timer)
{
	cq__pool *const pool = timer->user;
	const uint64_t now = cq__pool_now(pool);
	cq__pool_refuse_late(pool, now);
	cq__member_give_up(pool, now);
	cq__member_look_again(pool, now, false);
	cq__pool_pump(pool);
}

void cq__pool_arm(cq__pool *pool)
{
	/* A moment that nobody waits for any more would only wake the loop for nothing. */
	if (pool->lanes[CQ__LANE_ANY].waiting + pool->lanes[CQ__LANE_WRITE].waiting + pool->lanes[CQ__LANE_READ].waiting == 0)
		pool->earliest = 0;
	cq__deadline next = pool->earliest;
	bool at_turn = false;
	CQ__LIST_EACH(link, &pool->busy) {
		const cq__member *const member = CQ__LIST_ENTRY(link, const cq__member, link);
		if (cq__member_is_asked(member))
			next = cq__deadline_earlier(next, member->gives_up_ns);
		if (member->state != CQ__MEMBER_BACK && member->state != CQ__MEMBER_DRAINING)
			continue;
		next = cq__deadline_earlier(next, member->look_ns);
		at_turn = at_turn || member->look_ns == 0;
	}
	if (pool->timer.deadline != next)
		cq__timer_set(pool->settings.loop, &pool->timer, next);
	if (at_turn)
		cq__loop_defer(pool->settings.loop, &pool->turn);
}

void cq__pool_turn(cq__pool *pool)
{
	cq__list_link *link;
	if (pool->ending || pool->pumping)
		return;
	cq__loop_undefer(pool->settings.loop, &pool->turn);
	do {
		while ((link = cq__list_last(&pool->doomed)) != NULL)
			cq__member_close(CQ__LIST_ENTRY(link, cq__member, link));
		cq__member_look_again(pool, cq__pool_now(pool), true);
		cq__pool_pump(pool);
	} while (!cq__list_empty(&pool->doomed));
	cq__loop_undefer(pool->settings.loop, &pool->turn);
	cq__pool_arm(pool);
}

/* ---- making and releasing ----------------------------------------------------------------------------------------- */

static void limit(cq__pool *pool)
{
	cq_pool_options *const options = &pool->settings.options;
	const uint64_t most = (uint64_t)options->size + options->max_overflow;
	pool->maximum = pool->settings.unkept || most > UINT32_MAX ? UINT32_MAX : most == 0 ? 1 : (uint32_t)most;
	/* A writer and a reader, or one for both. */
	pool->settings.lanes = pool->settings.lanes && pool->maximum > 1;
	if (pool->settings.unkept)
		options->size = 0;
	const uint32_t standard = pool->settings.lanes ? SHARED_BY_FILES : SHARED_BY_SERVERS;
	const uint32_t shared = options->shared != 0 ? options->shared : standard;
	pool->shared_limit[CQ__LANE_ANY] = shared;
	pool->shared_limit[CQ__LANE_WRITE] = 1;
	pool->shared_limit[CQ__LANE_READ] = shared > 1 ? shared - 1 : 1;
	if (options->shared_depth == 0)
		options->shared_depth = 1;
}

void cq__pool_init(cq__pool *pool, const cq__pool_settings *settings)
{
	*pool = (cq__pool){ .settings = *settings, .random = settings->seed != 0 ? settings->seed : 1 };
	if (pool->settings.now == NULL)
		pool->settings.now = cq__monotonic_ns;
	limit(pool);
	for (int i = 0; i < CQ__LANES; i++) {
		cq__list_init(&pool->lanes[i].queue);
		cq__list_init(&pool->lanes[i].idle);
		cq__list_init(&pool->lanes[i].shared);
	}
	cq__list_init(&pool->members);
	cq__list_init(&pool->away);
	cq__list_init(&pool->busy);
	cq__list_init(&pool->doomed);
	cq__list_init(&pool->closed);
	pool->timer = (cq__timer){ .fire = on_time, .user = pool };
	pool->turn = (cq__deferred){ .run = on_turn, .user = pool };
}

void cq__pool_release(cq__pool *pool)
{
	cq__list_link *link;
	pool->ending = true;
	for (int i = 0; i < CQ__LANES; i++)
		while ((link = cq__list_first(&pool->lanes[i].queue)) != NULL)
			cq__pool_tell(pool, CQ__LIST_ENTRY(link, cq__ticket, link), NULL, CQ_CANCELLED, NULL);
	/* Readers first: of SQLite's connections the last one to close folds the log into the file, if it may write. */
	CQ__LIST_EACH(reader, &pool->members)
		if (CQ__LIST_ENTRY(reader, cq__member, every)->lane == CQ__LANE_READ)
			cq__member_close(CQ__LIST_ENTRY(reader, cq__member, every));
	while ((link = cq__list_first(&pool->members)) != NULL)
		cq__member_close(CQ__LIST_ENTRY(link, cq__member, every));
	while ((link = cq__list_pop_front(&pool->closed)) != NULL)
		cq__free(CQ__LIST_ENTRY(link, cq__member, link));
	cq__timer_stop(pool->settings.loop, &pool->timer);
	cq__loop_undefer(pool->settings.loop, &pool->turn);
}

/* ---- asking ------------------------------------------------------------------------------------------------------- */

bool cq__pool_ask(cq__pool *pool, cq__ticket *ticket)
{
	cq__pool_lane *const lane = &pool->lanes[ticket->lane];
	const int64_t timeout_ms = pool->settings.options.timeout_ms;
	ticket->member = NULL;
	ticket->status = CQ_OK;
	ticket->waiting = false;
	cq__list_link_init(&ticket->link);
	if (pool->ending) {
		cq__pool_tell(pool, ticket, NULL, CQ_CANCELLED, NULL);
		return true;
	}
	ticket->number = pool->next_number++;
	ticket->asked_ns = cq__pool_now(pool);
	ticket->deadline = timeout_ms > 0 && (uint64_t)timeout_ms < UINT64_MAX / 2000000u
		? ticket->asked_ns + (uint64_t)timeout_ms * 1000000u : 0;
	cq__list_push_back(&lane->queue, &ticket->link);
	lane->waiting++;
	lane->waiting_shared += ticket->shared;
	cq__pool_pump(pool);
	ticket->waiting = cq__list_linked(&ticket->link);
	if (!ticket->waiting)
		return true;
	pool->earliest = cq__deadline_earlier(pool->earliest, ticket->deadline);
	cq__pool_arm(pool);
	return false;
}

void cq__pool_withdraw(cq__pool *pool, cq__ticket *ticket)
{
	if (cq__list_linked(&ticket->link)) {
		cq__pool_lane *const lane = &pool->lanes[ticket->lane];
		cq__list_remove(&ticket->link);
		lane->waiting--;
		lane->waiting_shared -= ticket->shared;
		ticket->waiting = false;
		cq__pool_pump(pool);
		return;
	}
	cq__member *const member = ticket->member;
	ticket->member = NULL;
	if (member == NULL)
		return;
	if (ticket->shared)
		cq__pool_unshare(pool, member);
	else
		cq__pool_give_back(pool, member);
}

/* Who sits and waits for a ticket. */
typedef struct sitter {
	cq__waiter waiter;
	cq__loop *loop;
} sitter;

static void wake(cq__ticket *ticket)
{
	sitter *const sits = ticket->user;
	cq__waiter_wake(sits->loop, &sits->waiter);
}

static cq_status sit_out(cq__pool *pool, cq__ticket *ticket, sitter *sits, cq__error *error)
{
	/* What was doomed a moment ago may be the place that is missing. */
	cq__pool_turn(pool);
	const cq_status status = cq__waiter_wait(pool->settings.loop, &sits->waiter, 0, false, error);
	if (status != CQ_OK)
		cq__pool_withdraw(pool, ticket);
	return status != CQ_OK ? status : ticket->status;
}

cq_status cq__pool_lend(cq__pool *pool, cq__ticket *ticket, cq__error *error)
{
	sitter sits = { .loop = pool->settings.loop };
	ticket->error = error;
	ticket->told = wake;
	ticket->user = &sits;
	return cq__pool_ask(pool, ticket) ? ticket->status : sit_out(pool, ticket, &sits, error);
}

/* ---- coming back -------------------------------------------------------------------------------------------------- */

void cq__pool_give_back(cq__pool *pool, cq__member *member)
{
	member->borrower = NULL;
	if (pool->settings.local)
		cq__member_look(member);
	cq__member_settle(member);
	cq__pool_pump(pool);
}

/* Whether a member that nobody uses at the moment goes on serving. */
static bool goes_on(const cq__pool *pool, const cq__member *member)
{
	if (!cq__member_serves(member) || pool->lanes[member->lane].waiting != 0
		|| pool->open > cq__pool_kept(pool))
		return false;
	if (member->retires_ns != 0 && cq__pool_now(pool) >= member->retires_ns)
		return false;
	const cq__connection_state state = pool->settings.driver->state(member->driven);
	return state == CQ__STATE_IDLE || state == CQ__STATE_BUSY;
}

void cq__pool_unshare(cq__pool *pool, cq__member *member)
{
	if (--member->users != 0)
		return;
	member->since_ns = cq__pool_now(pool);
	if (goes_on(pool, member))
		return;
	member->promised = false;
	cq__member_settle(member);
	cq__pool_pump(pool);
}

/* ---- all of them -------------------------------------------------------------------------------------------------- */

void cq__pool_stale(cq__pool *pool)
{
	pool->generation++;
	CQ__LIST_EACH(link, &pool->members) {
		cq__member *const member = CQ__LIST_ENTRY(link, cq__member, every);
		if (member->state == CQ__MEMBER_IDLE || (member->state == CQ__MEMBER_SHARED && member->users == 0))
			cq__member_doom(member);
	}
}

/* The losses of those that were opened together are one event: what was opened since is not doubted for them. */
void cq__member_doubt(cq__member *member, cq_status status, bool reading)
{
	cq__pool *const pool = member->pool;
	if (pool->settings.local || member->generation != pool->generation)
		return;
	if (status == CQ_READ_ONLY ? reading || pool->settings.open.read_only : pool->settings.driver->state(member->driven) != CQ__STATE_BROKEN)
		return;
	if (status != CQ_READ_ONLY && status != CQ_CONNECTION && status != CQ_COMMIT_UNKNOWN)
		return;
	cq__log_message(pool->settings.log, CQ_LOG_WARNING, status == CQ_READ_ONLY
		? "the server takes no writes: all connections to it are made anew" : "the server was lost: all connections to it are made anew");
	cq__pool_stale(pool);
}

uint32_t cq__pool_load(const cq__pool *pool)
{
	uint32_t load = 0;
	for (int i = 0; i < CQ__LANES; i++) {
		const cq__pool_lane *const lane = &pool->lanes[i];
		load += lane->waiting + lane->count[CQ__MEMBER_LENT];
		for (const cq__list_link *link = lane->shared.head.next; link != &lane->shared.head; link = link->next)
			load += CQ__LIST_ENTRY(link, const cq__member, link)->users;
	}
	return load;
}

void cq__pool_forget(cq__pool *pool, uint32_t text_id)
{
	CQ__LIST_EACH(link, &pool->members) {
		const cq__member *const member = CQ__LIST_ENTRY(link, cq__member, every);
		if (member->state != CQ__MEMBER_CONNECTING && member->state != CQ__MEMBER_DOOMED)
			pool->settings.driver->forget(member->driven, text_id);
	}
}

void cq__pool_count(const cq__pool *pool, cq_pool_counters *out)
{
	*out = pool->counters;
	for (int i = 0; i < CQ__LANES; i++) {
		const cq__pool_lane *const lane = &pool->lanes[i];
		out->in_use += lane->count[CQ__MEMBER_LENT];
		out->shared += lane->count[CQ__MEMBER_SHARED];
		out->idle += lane->count[CQ__MEMBER_IDLE];
		out->waiting += lane->waiting;
		out->unready += cq__lane_coming(lane) + lane->count[CQ__MEMBER_DRAINING] + lane->count[CQ__MEMBER_DOOMED];
	}
}

cq_status cq__pool_warm(cq__pool *pool, uint32_t count, cq__error *error)
{
	if (count > pool->settings.options.size)
		count = pool->settings.options.size;
	if (pool->open >= count)
		return CQ_OK;
	/* Who asks for what is idle and for what is missing has what is missing made. */
	const uint32_t asked = count - pool->open + pool->lanes[CQ__LANE_ANY].count[CQ__MEMBER_IDLE];
	cq__ticket *const tickets = cq__alloc_array(asked, sizeof *tickets);
	sitter *const sits = cq__alloc_array(asked, sizeof *sits);
	cq_status status = tickets != NULL && sits != NULL ? CQ_OK : cq__error_set(error, CQ_NO_MEMORY, NULL);
	uint32_t begun = 0;
	for (; status == CQ_OK && begun < asked; begun++) {
		sits[begun].loop = pool->settings.loop;
		tickets[begun] = (cq__ticket){ .lane = CQ__LANE_ANY, .error = error, .told = wake, .user = &sits[begun] };
		if (cq__pool_ask(pool, &tickets[begun]))
			sits[begun].waiter.done = true;
	}
	for (uint32_t i = 0; i < begun; i++) {
		const cq_status one = sit_out(pool, &tickets[i], &sits[i], error);
		status = status == CQ_OK ? one : status;
	}
	for (uint32_t i = 0; i < begun; i++)
		cq__pool_withdraw(pool, &tickets[i]);
	cq__free(tickets);
	cq__free(sits);
	return status;
}
