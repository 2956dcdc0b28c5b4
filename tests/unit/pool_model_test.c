/* tests/unit/pool_model_test.c: the pool on a driver and a clock that are made of nothing, driven by random steps: never more
 * connections than there may be, first come first served, no place lost, no time-out early or late, nothing dirty lent.
 *
 * CQUEL_TEST_POOL_STEPS says how many steps (10000000 is the long form), CQUEL_TEST_SEED with which seed it begins.
 */
#include "base/alloc.h"
#include "exec/pool.h"
#include "support/share.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_CONNECTIONS = 64, MOST_TICKETS = 48, MOST_USES = 256, STEPS_OF_AN_EPOCH = 4000 };

/* Not assert_true: it is called some hundred times a step. */
#define HOLDS(condition) \
	do { \
		if (!(condition)) \
			fail_msg("step %" PRIu64 ", seed %" PRIu64 ": %s", model.step, model.seed, #condition); \
	} while (0)

struct cq__connection {
	bool open;
	cq__connection_state state;
	cq__request *pending; /* of the pool: a connect, ping or rollback */
	bool lent;
	unsigned uses;
	bool read_only;
};

typedef struct asked {
	cq__ticket ticket;
	bool used;    /* the slot of the array */
	bool waiting;
	bool told;
} asked;

static struct {
	uint64_t step, seed, random, now;
	cq__loop loop;
	cq__log log;
	cq__pool pool;
	cq__pool_settings settings;
	uint32_t maximum, open;
	cq__connection connections[MOST_CONNECTIONS];
	asked tickets[MOST_TICKETS];
	cq__member *uses[MOST_USES];
	unsigned use_count;
	bool kind; /* everything works: an epoch is brought to its end */
	struct {
		uint64_t epochs, asked, granted, waited, timeouts, withdrawn, refused, opened, failed, resets, drained, quarantined, broken, pings,
			shared, stale, closed, most_open;
	} seen;
} model;

static uint64_t any(uint64_t below)
{
	model.random ^= model.random << 13;
	model.random ^= model.random >> 7;
	model.random ^= model.random << 17;
	return model.random % below;
}

static bool chance(unsigned percent)
{
	return any(100) < percent;
}

static uint64_t now(void)
{
	return model.now;
}

/* ---- the driver --------------------------------------------------------------------------------------------------- */

static cq_status stub_open(const cq__open_options *options, cq__error *error, cq__connection **out)
{
	if (!model.kind && chance(5)) {
		model.seen.failed++;
		return cq__error_set(error, CQ_CONNECTION, "refused at once");
	}
	cq__connection *made = NULL;
	for (unsigned i = 0; i < MOST_CONNECTIONS && made == NULL; i++)
		if (!model.connections[i].open)
			made = &model.connections[i];
	HOLDS(made != NULL);
	*made = (cq__connection){ .open = true, .read_only = options->read_only,
		.state = model.settings.local ? CQ__STATE_IDLE : CQ__STATE_CONNECTING };
	model.open++;
	HOLDS(model.open <= model.maximum);
	if (model.open > model.seen.most_open)
		model.seen.most_open = model.open;
	model.seen.opened++;
	*out = made;
	return CQ_OK;
}

static void complete(cq__connection *connection, cq_status status, const char *message)
{
	cq__request *const request = connection->pending;
	connection->pending = NULL;
	request->status = status == CQ_OK ? CQ_OK : cq__error_set(request->error, status, "%s", message);
	request->completed(request);
}

static void stub_close(cq__connection *connection)
{
	HOLDS(connection->open && !connection->lent && connection->uses == 0);
	if (connection->pending != NULL)
		complete(connection, CQ_CANCELLED, "closed");
	connection->open = false;
	model.open--;
	model.seen.closed++;
}

static void stub_submit(cq__connection *connection, cq__request *request)
{
	HOLDS(connection->open && connection->pending == NULL);
	connection->pending = request;
	if (request->kind == CQ__REQUEST_STATEMENT)
		model.seen.pings++;
}

static cq__connection_state after_rollback(void)
{
	return model.kind || chance(85) ? CQ__STATE_IDLE : chance(50) ? CQ__STATE_TRANSACTION : CQ__STATE_BROKEN;
}

static void stub_run(cq__connection *connection, cq__request *request)
{
	HOLDS(connection->open && request->control == CQ__CONTROL_ROLLBACK);
	model.seen.resets++;
	connection->state = after_rollback();
	request->status = CQ_OK;
}

/* Often the end of what was under way has come, and is found now. */
static void stub_look(cq__connection *connection)
{
	HOLDS(connection->open && !connection->lent && connection->uses == 0);
	if (connection->state == CQ__STATE_BUSY && chance(30))
		connection->state = chance(70) ? CQ__STATE_IDLE : CQ__STATE_TRANSACTION;
}

static cq__connection_state stub_state(cq__connection *connection)
{
	HOLDS(connection->open);
	return connection->state;
}

static bool stub_in_transaction(cq__connection *connection)
{
	return connection->state == CQ__STATE_TRANSACTION;
}

static uint32_t stub_bind_limit(cq__connection *connection)
{
	(void)connection;
	return 1000;
}

static void stub_forget(cq__connection *connection, uint32_t id)
{
	HOLDS(connection->open && id != 0);
}

static const cq__driver stub = {
	.name = "stub",
	.open = stub_open,
	.close = stub_close,
	.submit = stub_submit,
	.run = stub_run,
	.state = stub_state,
	.look = stub_look,
	.in_transaction = stub_in_transaction,
	.bind_limit = stub_bind_limit,
	.forget = stub_forget,
};

/* ---- what must hold ----------------------------------------------------------------------------------------------- */

static void got(const cq__ticket *ticket)
{
	cq__connection *const connection = ticket->member->driven;
	HOLDS(connection->open && !connection->lent);
	/* Whoever queued before in the same lane is served before. */
	for (unsigned i = 0; i < MOST_TICKETS; i++) {
		const asked *const other = &model.tickets[i];
		if (other->used && other->waiting && &other->ticket != ticket && other->ticket.lane == ticket->lane)
			HOLDS(other->ticket.number > ticket->number);
	}
	if (ticket->lane == CQ__LANE_READ)
		HOLDS(connection->read_only);
	else
		HOLDS(!connection->read_only);
	model.seen.granted++;
	if (ticket->shared) {
		HOLDS(model.use_count < MOST_USES);
		connection->uses++;
		model.uses[model.use_count++] = ticket->member;
		model.seen.shared++;
		return;
	}
	/* The next borrower finds nobody's transaction, and nobody beside him. */
	HOLDS(connection->state == CQ__STATE_IDLE && connection->uses == 0);
	connection->lent = true;
}

static void decided(asked *one)
{
	HOLDS(!one->told);
	one->told = true;
	one->waiting = false;
	const cq__ticket *const ticket = &one->ticket;
	if (ticket->member != NULL) {
		HOLDS(ticket->status == CQ_OK);
		got(ticket);
		return;
	}
	HOLDS(ticket->status != CQ_OK);
	if (ticket->status == CQ_TIMEOUT) {
		model.seen.timeouts++;
		const int64_t timeout_ms = model.settings.options.timeout_ms;
		HOLDS(timeout_ms >= 0);
		if (timeout_ms > 0)
			HOLDS(model.now >= ticket->asked_ns + (uint64_t)timeout_ms * 1000000u);
	} else {
		model.seen.refused++;
		HOLDS(ticket->status == CQ_CONNECTION || ticket->status == CQ_CANCELLED);
	}
}

static void told(cq__ticket *ticket)
{
	asked *const one = ticket->user;
	HOLDS(one->used && one->waiting);
	model.seen.waited++;
	decided(one);
	one->used = ticket->member != NULL && !ticket->shared;
}

static void look(void)
{
	uint32_t waiting[CQ__LANES] = { 0 };
	cq__deadline earliest = 0;
	for (unsigned i = 0; i < MOST_TICKETS; i++) {
		const asked *const one = &model.tickets[i];
		if (!one->used || !one->waiting)
			continue;
		waiting[one->ticket.lane]++;
		earliest = cq__deadline_earlier(earliest, one->ticket.deadline);
	}
	/* Somebody will wake those who have a limit. */
	if (earliest != 0)
		HOLDS(model.pool.timer.deadline != 0 && model.pool.timer.deadline <= earliest);
	for (int lane = 0; lane < CQ__LANES; lane++) {
		const cq__pool_lane *const at = &model.pool.lanes[lane];
		HOLDS(at->waiting == waiting[lane]);
		/* Nobody is parked while there is room for a connection. */
		if (waiting[lane] != 0 && lane != CQ__LANE_WRITE && model.open < model.maximum && cq__list_empty(&model.pool.doomed))
			HOLDS(cq__lane_coming(at) != 0);
		if (waiting[lane] != 0 && !model.settings.options.pre_ping && cq__list_empty(&model.pool.doomed) && waiting[lane] != at->waiting_shared)
			HOLDS(at->count[CQ__MEMBER_IDLE] == 0);
	}
	HOLDS(model.pool.open == model.open);
	if (!cq__list_empty(&model.pool.doomed))
		HOLDS(cq__is_deferred(&model.pool.turn));
}

/* ---- the steps ---------------------------------------------------------------------------------------------------- */

static cq__lane any_lane(void)
{
	return model.pool.settings.lanes ? (cq__lane)any(CQ__LANES) : CQ__LANE_ANY;
}

static asked *free_slot(void)
{
	for (unsigned i = 0; i < MOST_TICKETS; i++)
		if (!model.tickets[i].used)
			return &model.tickets[i];
	return NULL;
}

static void ask(bool shared)
{
	asked *const one = free_slot();
	if (one == NULL || (shared && model.use_count > MOST_USES - MOST_TICKETS))
		return;
	*one = (asked){ .used = true, .waiting = true };
	one->ticket = (cq__ticket){ .lane = any_lane(), .shared = shared, .told = told, .user = one };
	model.seen.asked++;
	if (cq__pool_ask(&model.pool, &one->ticket)) {
		HOLDS(one->used && !one->told);
		decided(one);
		one->used = one->ticket.member != NULL && !shared;
	}
}

static void share_directly(void)
{
	if (model.use_count > MOST_USES - MOST_TICKETS)
		return;
	cq__member *const member = cq__pool_share(&model.pool, any_lane());
	if (member == NULL)
		return;
	HOLDS(member->driven->open && !member->driven->lent && member->driven->state != CQ__STATE_BROKEN);
	member->driven->uses++;
	model.uses[model.use_count++] = member;
	model.seen.shared++;
}

static asked *any_ticket(bool waiting)
{
	const unsigned first = (unsigned)any(MOST_TICKETS);
	for (unsigned i = 0; i < MOST_TICKETS; i++) {
		asked *const one = &model.tickets[(first + i) % MOST_TICKETS];
		if (one->used && one->waiting == waiting)
			return one;
	}
	return NULL;
}

static void give_back(asked *one)
{
	cq__connection *const connection = one->ticket.member->driven;
	HOLDS(connection->lent);
	connection->lent = false;
	if (!model.kind) {
		const uint64_t roll = any(100);
		connection->state = roll < 70 ? CQ__STATE_IDLE : roll < 82 ? CQ__STATE_TRANSACTION : roll < 94 ? CQ__STATE_BUSY : CQ__STATE_BROKEN;
		model.seen.quarantined += connection->state == CQ__STATE_BUSY;
		model.seen.broken += connection->state == CQ__STATE_BROKEN;
	}
	one->used = false;
	cq__pool_give_back(&model.pool, one->ticket.member);
}

static void withdraw(asked *one)
{
	/* It may have been told a moment ago: then it gives back what it got. */
	one->used = one->waiting = false;
	model.seen.withdrawn++;
	cq__pool_withdraw(&model.pool, &one->ticket);
}

static void let_go(void)
{
	if (model.use_count == 0)
		return;
	const unsigned at = (unsigned)any(model.use_count);
	cq__member *const member = model.uses[at];
	model.uses[at] = model.uses[--model.use_count];
	cq__connection *const connection = member->driven;
	connection->uses--;
	if (!model.kind && chance(3))
		connection->state = chance(50) ? CQ__STATE_BROKEN : connection->uses == 0 ? CQ__STATE_TRANSACTION : CQ__STATE_IDLE;
	else if (!model.kind && connection->uses == 0 && chance(20))
		connection->state = CQ__STATE_BUSY;
	cq__pool_unshare(&model.pool, member);
}

/* A server answers: to a connect, a ping, a rollback; or a busy connection has drained. */
static void answer(cq__connection *connection)
{
	if (!connection->open)
		return;
	if (connection->pending == NULL) {
		if (!connection->lent && connection->uses == 0 && connection->state == CQ__STATE_BUSY) {
			connection->state = model.kind || chance(80) ? CQ__STATE_IDLE : chance(50) ? CQ__STATE_TRANSACTION : CQ__STATE_BROKEN;
			model.seen.drained++;
		}
		return;
	}
	const bool well = model.kind || chance(85);
	switch (connection->pending->kind) {
	case CQ__REQUEST_CONTROL:
		model.seen.resets++;
		connection->state = after_rollback();
		complete(connection, CQ_OK, NULL);
		break;
	default:
		connection->state = well ? CQ__STATE_IDLE : CQ__STATE_BROKEN;
		complete(connection, well ? CQ_OK : CQ_CONNECTION, "no answer");
	}
}

static void pass(uint64_t nanoseconds)
{
	model.now += nanoseconds;
	for (int i = 0; i < 100 && model.pool.timer.deadline != 0 && model.pool.timer.deadline <= model.now; i++) {
		cq__timer_stop(&model.loop, &model.pool.timer);
		model.pool.timer.fire(&model.pool.timer);
	}
	for (unsigned i = 0; i < MOST_TICKETS; i++) {
		const asked *const one = &model.tickets[i];
		if (one->used && one->waiting)
			HOLDS(one->ticket.deadline == 0 || one->ticket.deadline > model.now);
	}
}

static void turn(void)
{
	if (cq__is_deferred(&model.pool.turn)) {
		cq__loop_undefer(&model.loop, &model.pool.turn);
		model.pool.turn.run(&model.pool.turn);
	}
}

/* The server closes a connection that nobody looks at. */
static void cut(cq__connection *connection)
{
	if (connection->open && !connection->lent && connection->pending == NULL && connection->uses == 0)
		connection->state = CQ__STATE_BROKEN;
}

static void one_step(void)
{
	const uint64_t roll = any(1000);
	asked *one;
	if (roll < 120)
		ask(false);
	else if (roll < 160)
		ask(true);
	else if (roll < 300)
		share_directly();
	else if (roll < 450 && (one = any_ticket(false)) != NULL)
		give_back(one);
	else if (roll < 460 && (one = any_ticket(true)) != NULL)
		withdraw(one);
	else if (roll < 630)
		let_go();
	else if (roll < 860)
		answer(&model.connections[any(MOST_CONNECTIONS / 4)]);
	else if (roll < 930)
		pass(any(chance(5) ? 900000000 : 8000000));
	else if (roll < 990)
		turn();
	else if (roll < 996)
		cut(&model.connections[any(MOST_CONNECTIONS / 4)]);
	else if (roll < 998)
		cq__pool_forget(&model.pool, 1 + (uint32_t)any(1000));
	else if (chance(10)) {
		model.seen.stale++;
		cq__pool_stale(&model.pool);
	}
	look();
}

/* ---- epochs ------------------------------------------------------------------------------------------------------- */

static void begin_epoch(void)
{
	static const int64_t timeouts[] = { -1, 0, 1, 20, 300, 30000 };
	const bool local = chance(30);
	model.settings = (cq__pool_settings){
		.driver = &stub,
		.options = {
			.size = (uint32_t)any(5),
			.max_overflow = (uint32_t)any(5),
			.timeout_ms = timeouts[any(sizeof timeouts / sizeof *timeouts)],
			.recycle_ms = chance(50) ? 0 : (int64_t)any(2000) + 1,
			.pre_ping = chance(30),
			.shared = (uint32_t)any(4),
			.shared_depth = 1 + (uint32_t)any(6),
		},
		.local = local,
		.lanes = local && chance(60),
		.loop = &model.loop,
		.log = &model.log,
		.now = now,
		.seed = model.random,
	};
	memset(model.connections, 0, sizeof model.connections);
	memset(model.tickets, 0, sizeof model.tickets);
	model.open = model.use_count = 0;
	model.kind = false;
	cq__loop_init(&model.loop);
	cq__pool_init(&model.pool, &model.settings);
	model.maximum = model.pool.maximum;
	HOLDS(model.maximum >= 1 && model.maximum <= 8);
}

/* Everything that is under way comes to a good end. */
static void settle(void)
{
	for (int i = 0; i < 400; i++) {
		asked *one;
		while ((one = any_ticket(false)) != NULL)
			give_back(one);
		while (model.use_count != 0)
			let_go();
		for (unsigned j = 0; j < MOST_CONNECTIONS; j++)
			answer(&model.connections[j]);
		turn();
		pass(20000000);
	}
}

/* No place is lost: as many as there may be are lent at once, and one more waits. */
static void end_epoch(void)
{
	cq_pool_counters counters;
	model.kind = true;
	settle();
	cq__pool_count(&model.pool, &counters);
	HOLDS(counters.in_use == 0 && counters.waiting == 0 && counters.unready == 0);
	HOLDS(counters.opened >= counters.closed);
	model.settings.options.timeout_ms = model.pool.settings.options.timeout_ms = -1;
	for (uint32_t i = 0; i <= model.maximum; i++) {
		asked *const one = free_slot();
		*one = (asked){ .used = true, .waiting = true };
		one->ticket = (cq__ticket){ .lane = CQ__LANE_ANY, .told = told, .user = one };
		if (cq__pool_ask(&model.pool, &one->ticket)) {
			decided(one);
			HOLDS(one->ticket.member != NULL);
		}
	}
	for (int i = 0; i < 50; i++) {
		for (unsigned j = 0; j < MOST_CONNECTIONS; j++)
			answer(&model.connections[j]);
		turn();
	}
	cq__pool_count(&model.pool, &counters);
	HOLDS(counters.in_use == model.maximum && counters.waiting == 1);
	settle();
	cq__pool_count(&model.pool, &counters);
	HOLDS(counters.in_use == 0 && counters.waiting == 0);
	/* Who still waits when it ends is told. */
	model.kind = false;
	for (int i = 0; i < 30; i++)
		ask(chance(50));
	while (model.use_count != 0)
		let_go();
	for (unsigned i = 0; i < MOST_CONNECTIONS; i++)
		model.connections[i].lent = false;
	cq__pool_release(&model.pool);
	HOLDS(model.open == 0);
	for (unsigned i = 0; i < MOST_TICKETS; i++)
		HOLDS(!model.tickets[i].used || !model.tickets[i].waiting);
	HOLDS(!cq__is_deferred(&model.pool.turn) && model.pool.timer.deadline == 0);
	cq__loop_release(&model.loop);
	model.seen.epochs++;
}

static uint64_t number_of(const char *name, uint64_t otherwise)
{
	const char *const text = getenv(name);
	return text != NULL ? strtoull(text, NULL, 10) : otherwise;
}

static void at_least(const char *what, uint64_t count, uint64_t steps, uint64_t in_a_million)
{
	printf("pool model: %s %" PRIu64 "\n", what, count);
	if (count * 1000000u < steps * in_a_million)
		fail_msg("%s: %" PRIu64 " in %" PRIu64 " steps are too few to say anything", what, count, steps);
}

static void what_must_hold_holds(void **state)
{
	(void)state;
	const uint64_t steps = number_of("CQUEL_TEST_POOL_STEPS", (uint64_t)share(200000));
	model.seed = number_of("CQUEL_TEST_SEED", 1);
	model.random = model.seed * 0x9e3779b97f4a7c15u + 1;
	model.now = 1000000000;
	while (model.step < steps) {
		begin_epoch();
		for (unsigned i = 0; i < STEPS_OF_AN_EPOCH && model.step < steps; i++, model.step++)
			one_step();
		end_epoch();
	}
	printf("pool model: %" PRIu64 " steps, %" PRIu64 " epochs, at most %" PRIu64 " open\n", model.step, model.seen.epochs, model.seen.most_open);
	at_least("asked", model.seen.asked, steps, 100000);
	at_least("granted", model.seen.granted, steps, 50000);
	at_least("told after waiting", model.seen.waited, steps, 30000);
	at_least("timed out", model.seen.timeouts, steps, 5000);
	at_least("withdrawn while waiting", model.seen.withdrawn, steps, 5000);
	at_least("told that a connection could not be made", model.seen.refused, steps, 3000);
	at_least("connections opened", model.seen.opened, steps, 10000);
	at_least("connections closed", model.seen.closed, steps, 10000);
	at_least("rolled back", model.seen.resets, steps, 3000);
	at_least("quarantined", model.seen.quarantined, steps, 3000);
	at_least("drained", model.seen.drained, steps, 1000);
	at_least("came back broken", model.seen.broken, steps, 1000);
	at_least("asked for a sign of life", model.seen.pings, steps, 500);
	at_least("statements on shared ones", model.seen.shared, steps, 20000);
	at_least("generations", model.seen.stale, steps, 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_must_hold_holds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
