/* exec/pool_reset.c: what becomes of a member that comes back: kept, rolled back, quarantined or closed.
 * It knows nothing of who had it: the driver says what the connection is doing. pool.c calls it.
 */
#include "exec/pool.h"

/* How often a ROLLBACK is tried; how long a connection may drain; between which pauses it is looked at. */
enum { MOST_RESETS = 2 };
#define DRAINS_NS (UINT64_C(2000) * 1000000u)
#define FIRST_PAUSE_NS UINT64_C(250000)
#define BACK_PAUSE_NS (UINT64_C(8) * 1000000u)
#define LONGEST_PAUSE_NS (UINT64_C(50) * 1000000u)

static const cq__text rollback = { .sql = "ROLLBACK", .length = 8 };

static void keep(cq__member *member)
{
	cq__pool *const pool = member->pool;
	const bool old = member->retires_ns != 0 && cq__pool_now(pool) >= member->retires_ns;
	if (pool->settings.unkept || old || member->generation != pool->generation)
		cq__member_doom(member);
	else
		cq__member_become(member, CQ__MEMBER_IDLE);
	member->since_ns = cq__pool_now(pool);
}

static void was_reset(cq__request *request)
{
	cq__member *const member = request->owner;
	if (member->state != CQ__MEMBER_RESET)
		return;
	cq__error_clear(&member->error);
	cq__member_settle(member);
	cq__pool_pump(member->pool);
}

/* True: it is done, and to be looked at again. */
static bool reset(cq__member *member)
{
	const cq__driver *const driver = member->pool->settings.driver;
	if (member->resets++ >= MOST_RESETS) {
		cq__member_doom(member);
		return false;
	}
	cq__error_clear(&member->error);
	member->request = (cq__request){ .kind = CQ__REQUEST_CONTROL, .control = CQ__CONTROL_ROLLBACK, .text = &rollback,
		.error = &member->error, .completed = was_reset, .owner = member };
	if (member->pool->settings.local) {
		driver->run(member->driven, &member->request);
		cq__error_clear(&member->error);
		return true;
	}
	cq__member_become(member, CQ__MEMBER_RESET);
	member->gives_up_ns = cq__pool_now(member->pool) + DRAINS_NS;
	driver->submit(member->driven, &member->request);
	return false;
}

static void quarantine(cq__member *member)
{
	cq__pool *const pool = member->pool;
	const uint64_t now = cq__pool_now(pool);
	if (member->state != CQ__MEMBER_BACK && member->state != CQ__MEMBER_DRAINING) {
		member->gives_up_ns = now + DRAINS_NS;
		member->pause_ns = FIRST_PAUSE_NS;
		member->look_ns = 0;
		cq__member_become(member, CQ__MEMBER_BACK);
		/* A driver that called back is often done with the rest in the same turn. */
		cq__loop_defer(pool->settings.loop, &pool->turn);
		return;
	}
	if (member->state == CQ__MEMBER_BACK && member->pause_ns >= BACK_PAUSE_NS)
		cq__member_become(member, CQ__MEMBER_DRAINING);
	if (now >= member->gives_up_ns) {
		cq__log_message(pool->settings.log, CQ_LOG_WARNING, "a connection came back busy, did not drain and is closed");
		cq__member_doom(member);
		return;
	}
	member->look_ns = now + member->pause_ns;
	if (member->look_ns > member->gives_up_ns)
		member->look_ns = member->gives_up_ns;
	member->pause_ns = member->pause_ns * 2 < LONGEST_PAUSE_NS ? member->pause_ns * 2 : LONGEST_PAUSE_NS;
}

void cq__member_settle(cq__member *member)
{
	const cq__pool *const pool = member->pool;
	bool again;
	do {
		again = false;
		switch (pool->settings.driver->state(member->driven)) {
		case CQ__STATE_IDLE:
			keep(member);
			break;
		case CQ__STATE_TRANSACTION:
			again = reset(member);
			break;
		case CQ__STATE_CONNECTING:
		case CQ__STATE_BUSY:
			/* Without a server there is nothing on its way that would drain. */
			if (pool->settings.local && member->state == CQ__MEMBER_BACK)
				cq__member_doom(member);
			else
				quarantine(member);
			break;
		case CQ__STATE_BROKEN:
			cq__member_doom(member);
			break;
		}
	} while (again);
}

void cq__member_look_again(cq__pool *pool, uint64_t now, bool turn)
{
	CQ__LIST_EACH(link, &pool->busy) {
		cq__member *const member = CQ__LIST_ENTRY(link, cq__member, link);
		if (member->state != CQ__MEMBER_BACK && member->state != CQ__MEMBER_DRAINING)
			continue;
		if (member->look_ns == 0 ? !turn : member->look_ns > now)
			continue;
		/* The end of what it did may have come already, and nobody has read it. */
		cq__member_look(member);
		cq__member_settle(member);
	}
}
