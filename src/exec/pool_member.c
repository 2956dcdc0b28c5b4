/* exec/pool_member.c: one physical connection of the pool: opened, looked at before it is lent, doomed, closed.
 * It knows nothing of who waits for it. The other files of the pool call it.
 */
#include "base/alloc.h"
#include "exec/pool.h"

/* What did something so long ago may have lost its server since; before, and perhaps in the driver's own call, it is believed. */
#define REST_NS (UINT64_C(50) * 1000000u)

/* ---- lists and counts --------------------------------------------------------------------------------------------- */

static cq__list *list_of(cq__member *member, cq__member_state state)
{
	cq__pool *const pool = member->pool;
	switch (state) {
	case CQ__MEMBER_CLOSED:
		return &pool->closed;
	case CQ__MEMBER_IDLE:
		return &pool->lanes[member->lane].idle;
	case CQ__MEMBER_SHARED:
		return &pool->lanes[member->lane].shared;
	case CQ__MEMBER_DOOMED:
		return &pool->doomed;
	case CQ__MEMBER_CONNECTING:
	case CQ__MEMBER_LENT:
		return &pool->away;
	default:
		return &pool->busy;
	}
}

void cq__member_become(cq__member *member, cq__member_state state)
{
	cq__pool_lane *const lane = &member->pool->lanes[member->lane];
	if (member->state != CQ__MEMBER_CLOSED)
		lane->count[member->state]--;
	if (state != CQ__MEMBER_CLOSED)
		lane->count[state]++;
	cq__list_remove(&member->link);
	member->state = state;
	/* The latest used one is lent first: its caches are warm, and those that nobody needs grow old. */
	cq__list_push_front(list_of(member, state), &member->link);
}

static cq__member *take_memory(cq__pool *pool)
{
	cq__list_link *const link = cq__list_pop_front(&pool->closed);
	if (link != NULL)
		return CQ__LIST_ENTRY(link, cq__member, link);
	cq__member *const member = cq__zalloc(sizeof *member);
	if (member != NULL)
		member->pool = pool;
	return member;
}

/* ---- opening ------------------------------------------------------------------------------------------------------ */

/* So long that no sum of two overflows. */
static uint64_t span_ns(int64_t milliseconds)
{
	const uint64_t most = UINT64_MAX / 4000000u;
	return ((uint64_t)milliseconds < most ? (uint64_t)milliseconds : most) * 1000000u;
}

/* A tenth more or less, so that connections opened together do not all go together. */
static uint64_t retirement(cq__pool *pool)
{
	const int64_t recycle_ms = pool->settings.options.recycle_ms;
	if (recycle_ms <= 0)
		return 0;
	pool->random ^= pool->random << 13;
	pool->random ^= pool->random >> 7;
	pool->random ^= pool->random << 17;
	const uint64_t length = span_ns(recycle_ms);
	return cq__pool_now(pool) + length - length / 10 + pool->random % (length / 5 + 1);
}

/* The connection can be used. */
static void opened(cq__member *member)
{
	cq__pool *const pool = member->pool;
	const uint32_t limit = pool->settings.driver->bind_limit(member->driven);
	if (pool->bind_limit == 0 || limit < pool->bind_limit)
		pool->bind_limit = limit;
	member->retires_ns = retirement(pool);
	member->usable = true;
	pool->counters.opened++;
	pool->ever_opened = pool->ever_opened || member->lane != CQ__LANE_READ;
	cq__log_message(pool->settings.log, CQ_LOG_TRACE, "a connection was opened, %u are open", pool->open);
	if (pool->settings.opened != NULL)
		pool->settings.opened(pool->settings.user, member->driven);
}

/* It may be lent. What was made beside others that serve statements joins them. */
static void make_ready(cq__member *member)
{
	cq__pool *const pool = member->pool;
	member->checked = true;
	member->since_ns = cq__pool_now(pool);
	if (member->joins && cq__lane_serving(&pool->lanes[member->lane]) < pool->shared_limit[member->lane])
		cq__member_share(member);
	else
		cq__member_become(member, CQ__MEMBER_IDLE);
	member->joins = false;
}

static void failed(cq__pool *pool, cq__lane lane, cq_status status, const cq__error *why)
{
	pool->counters.failed++;
	cq__log_message(pool->settings.log, CQ_LOG_TRACE, "a connection could not be opened: %s", cq__error_get(why)->message);
	cq__pool_tell_failure(pool, lane, status, why);
}

static void connected(cq__request *request)
{
	cq__member *const member = request->owner;
	cq__pool *const pool = member->pool;
	if (member->state != CQ__MEMBER_CONNECTING)
		return;
	if (request->status == CQ_OK) {
		opened(member);
		make_ready(member);
	} else {
		failed(pool, member->lane, request->status, &member->error);
		cq__member_doom(member);
	}
	cq__error_clear(&member->error);
	cq__pool_pump(pool);
}

static void begin_request(cq__member *member, cq__request_kind kind, const cq__text *text, void (*completed)(cq__request *))
{
	cq__error_clear(&member->error);
	member->request = (cq__request){ .kind = kind, .text = text, .error = &member->error, .completed = completed,
		.owner = member };
}

static bool make(cq__pool *pool, cq__lane lane, bool joins, cq__error *error)
{
	cq__member *const member = take_memory(pool);
	if (member == NULL) {
		(void)cq__error_set(error, CQ_NO_MEMORY, NULL);
		return false;
	}
	cq__open_options options = pool->settings.open;
	options.read_only = options.read_only || lane == CQ__LANE_READ;
	member->lane = lane;
	member->driven = NULL;
	const cq_status status = pool->settings.driver->open(&options, error, &member->driven);
	if (status != CQ_OK) {
		(void)cq__error_set(error, status, NULL);
		cq__list_push_front(&pool->closed, &member->link);
		return false;
	}
	member->generation = pool->generation;
	member->usable = member->promised = member->leaves = member->checked = false;
	member->users = member->resets = 0;
	member->retires_ns = member->since_ns = 0;
	member->borrower = NULL;
	pool->open++;
	cq__list_push_back(&pool->members, &member->every);
	member->joins = joins;
	if (pool->settings.local) {
		opened(member);
		make_ready(member);
		return true;
	}
	cq__member_become(member, CQ__MEMBER_CONNECTING);
	begin_request(member, CQ__REQUEST_CONNECT, NULL, connected);
	pool->settings.driver->submit(member->driven, &member->request);
	return true;
}

/* A lane that has nothing takes the place of one that nobody uses in another. */
static void make_room(cq__pool *pool, cq__lane needy)
{
	if (!cq__list_empty(&pool->doomed)) {
		cq__loop_defer(pool->settings.loop, &pool->turn);
		return;
	}
	for (int lane = 0; lane < CQ__LANES; lane++) {
		cq__pool_lane *const other = &pool->lanes[lane];
		if (lane == (int)needy)
			continue;
		cq__list_link *const idle = cq__list_last(&other->idle);
		if (idle != NULL) {
			cq__member_doom(CQ__LIST_ENTRY(idle, cq__member, link));
			return;
		}
		CQ__LIST_EACH(link, &other->shared) {
			cq__member *const member = CQ__LIST_ENTRY(link, cq__member, link);
			if (member->users != 0)
				continue;
			cq__member_doom(member);
			return;
		}
	}
}

bool cq__member_open(cq__pool *pool, cq__lane lane, bool joins, bool *refused)
{
	*refused = false;
	if (pool->open >= pool->maximum) {
		make_room(pool, lane);
		return false;
	}
	/* A file that is not there yet is made by who may write. */
	const cq__lane first = lane == CQ__LANE_READ && !pool->ever_opened ? CQ__LANE_WRITE : lane;
	cq__error why = { 0 };
	if (make(pool, first, joins, &why))
		return true;
	*refused = true;
	failed(pool, lane, cq__error_get(&why)->code, &why);
	cq__error_release(&why);
	return false;
}

/* ---- before it is lent -------------------------------------------------------------------------------------------- */

void cq__member_look(const cq__member *member)
{
	const cq__driver *const driver = member->pool->settings.driver;
	if (driver->look != NULL)
		driver->look(member->driven);
}

bool cq__member_fits(cq__member *member)
{
	const cq__pool *const pool = member->pool;
	if (pool->settings.driver->look != NULL && cq__pool_now(pool) - member->since_ns > REST_NS)
		cq__member_look(member);
	const cq__connection_state state = pool->settings.driver->state(member->driven);
	const bool stays = member->generation == pool->generation && (member->retires_ns == 0 || cq__pool_now(pool) < member->retires_ns);
	if (stays && state == CQ__STATE_IDLE)
		return true;
	/* Of a shared one the last statement is over, and perhaps not its cancellation, or the replies to what was given up. */
	if (stays && state == CQ__STATE_BUSY)
		cq__member_settle(member);
	else
		cq__member_doom(member);
	return false;
}

static void answered(cq__request *request)
{
	cq__member *const member = request->owner;
	if (member->state != CQ__MEMBER_PINGED)
		return;
	if (request->status == CQ_OK) {
		make_ready(member);
	} else {
		cq__member_doom(member);
	}
	cq__error_clear(&member->error);
	cq__pool_pump(member->pool);
}

void cq__member_ping(cq__member *member, bool joins)
{
	member->joins = joins;
	static const cq__text question = { .sql = "SELECT 1", .length = 8, .reads_only = true, .returns_rows = true };
	cq__member_become(member, CQ__MEMBER_PINGED);
	begin_request(member, CQ__REQUEST_STATEMENT, &question, answered);
	/* Who asks wants to know soon: a server that is gone without a word would answer after minutes. */
	const int64_t limit_ms = member->pool->settings.open.connect_timeout_ms;
	member->gives_up_ns = limit_ms > 0 ? cq__pool_now(member->pool) + span_ns(limit_ms) : 0;
	member->pool->settings.driver->submit(member->driven, &member->request);
}

void cq__member_give_up(cq__pool *pool, uint64_t now)
{
	bool lost = false;
	CQ__LIST_EACH(link, &pool->busy) {
		cq__member *const member = CQ__LIST_ENTRY(link, cq__member, link);
		if (!cq__member_is_asked(member) || member->gives_up_ns == 0 || member->gives_up_ns > now)
			continue;
		cq__log_message(pool->settings.log, CQ_LOG_WARNING, "a connection did not answer %s in time and is closed",
			member->state == CQ__MEMBER_PINGED ? "whether it is alive" : "its ROLLBACK");
		lost = lost || member->generation == pool->generation;
		cq__member_doom(member);
	}
	/* Those that were opened together would each be waited for as long. */
	if (lost)
		cq__pool_stale(pool);
}

void cq__member_share(cq__member *member)
{
	member->checked = member->promised = false;
	member->users = 0;
	member->resets = 0;
	cq__member_become(member, CQ__MEMBER_SHARED);
}

/* ---- the end ------------------------------------------------------------------------------------------------------ */

void cq__member_doom(cq__member *member)
{
	if (member->state == CQ__MEMBER_DOOMED || member->state == CQ__MEMBER_CLOSED)
		return;
	member->promised = false;
	member->borrower = NULL;
	cq__member_become(member, CQ__MEMBER_DOOMED);
	cq__loop_defer(member->pool->settings.loop, &member->pool->turn);
}

void cq__member_close(cq__member *member)
{
	cq__pool *const pool = member->pool;
	/* What it still has under way completes while it closes, and is nobody's. */
	if (member->state != CQ__MEMBER_DOOMED)
		cq__member_become(member, CQ__MEMBER_DOOMED);
	pool->settings.driver->close(member->driven);
	member->driven = NULL;
	cq__error_release(&member->error);
	cq__list_remove(&member->every);
	cq__member_become(member, CQ__MEMBER_CLOSED);
	pool->open--;
	pool->counters.closed += member->usable;
	cq__log_message(pool->settings.log, CQ_LOG_TRACE, "a connection was closed, %u are open", pool->open);
}
