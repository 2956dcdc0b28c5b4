/* tests/unit/pool_member_test.c: single members of the pool on a driver that is made of nothing: what is said of one that breaks
 * while it is shared, and which of them the pool's timer looks at.
 */
#include "base/alloc.h"
#include "exec/pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { MOST = 4 };

struct cq__connection {
	cq__connection_state state;
	cq__request *pending;
};

static cq__connection connections[MOST];
static size_t opened;
static cq__loop loop;
static cq__log quiet;
static cq__pool pool;
static uint64_t clock_ns; /* the pool's */
static int closed;

/* ---- the driver --------------------------------------------------------------------------------------------------- */

static cq_status stub_open(const cq__open_options *options, cq__error *error, cq__connection **out)
{
	(void)options;
	(void)error;
	assert_true(opened < MOST);
	*out = &connections[opened++];
	(*out)->state = CQ__STATE_CONNECTING;
	return CQ_OK;
}

static void stub_close(cq__connection *connection)
{
	connection->state = CQ__STATE_BROKEN;
	closed++;
}

static uint64_t stub_now(void)
{
	return clock_ns;
}

static void stub_submit(cq__connection *connection, cq__request *request)
{
	connection->pending = request;
}

static cq__connection_state stub_state(cq__connection *connection)
{
	return connection->state;
}

static bool stub_in_transaction(cq__connection *connection)
{
	(void)connection;
	return false;
}

static uint32_t stub_bind_limit(cq__connection *connection)
{
	(void)connection;
	return 1000;
}

static const cq__driver stub = {
	.name = "stub",
	.open = stub_open,
	.close = stub_close,
	.submit = stub_submit,
	.state = stub_state,
	.in_transaction = stub_in_transaction,
	.bind_limit = stub_bind_limit,
};

static void connect_all(void)
{
	for (size_t i = 0; i < opened; i++) {
		cq__request *const request = connections[i].pending;
		connections[i].pending = NULL;
		if (request == NULL)
			continue;
		connections[i].state = CQ__STATE_IDLE;
		request->status = CQ_OK;
		request->completed(request);
	}
}

static int begin(void **state)
{
	(void)state;
	memset(connections, 0, sizeof connections);
	opened = 0;
	closed = 0;
	clock_ns = UINT64_C(1000000000);
	const cq__pool_settings settings = {
		.driver = &stub,
		.options = { .size = 2, .max_overflow = 0, .timeout_ms = 30000, .shared = 2, .shared_depth = 8 },
		.loop = &loop,
		.log = &quiet,
		.now = stub_now,
		.seed = 1,
	};
	cq__loop_init(&loop);
	cq__pool_init(&pool, &settings);
	return 0;
}

static int end(void **state)
{
	(void)state;
	cq__pool_release(&pool);
	cq__loop_release(&loop);
	return 0;
}

static void told(cq__ticket *ticket)
{
	(void)ticket;
}

static void ask(cq__ticket *ticket, bool shared)
{
	*ticket = (cq__ticket){ .lane = CQ__LANE_ANY, .shared = shared, .told = told };
	if (!cq__pool_ask(&pool, ticket))
		connect_all();
	assert_non_null(ticket->member);
}

/* ---- tests -------------------------------------------------------------------------------------------------------- */

/* What is found broken when one more asks takes no further statement, and those that still fail on it say what they say: the
 * server is gone. */
static void the_failures_of_one_that_leaves_are_heard(void **state)
{
	(void)state;
	cq__ticket first, second;
	ask(&first, true);
	cq__member *const lost = first.member;
	lost->driven->state = CQ__STATE_BROKEN;
	ask(&second, true);
	assert_ptr_not_equal(second.member, lost);
	assert_int_equal(lost->state, CQ__MEMBER_SHARED);
	assert_false(cq__member_serves(lost));
	const uint64_t before = pool.generation;
	cq__member_doubt(lost, CQ_CONNECTION, false);
	assert_int_equal(pool.generation, before + 1);
	/* Once is enough. */
	cq__member_doubt(lost, CQ_CONNECTION, false);
	assert_int_equal(pool.generation, before + 1);
	cq__pool_unshare(&pool, lost);
	assert_int_equal(lost->state, CQ__MEMBER_DOOMED);
	cq__pool_unshare(&pool, second.member);
}

/* The last statement of a shared one is over, and its cancellation or the replies to what was given up are not: it drains, and is
 * not closed for that. */
static void one_that_is_shared_and_still_busy_is_not_closed(void **state)
{
	(void)state;
	cq__ticket first, second;
	ask(&first, true);
	cq__member *const member = first.member;
	for (int exclusive = 0; exclusive < 2; exclusive++) {
		member->driven->state = CQ__STATE_BUSY;
		cq__pool_unshare(&pool, member);
		assert_int_equal(member->state, CQ__MEMBER_SHARED);
		second = (cq__ticket){ .lane = CQ__LANE_ANY, .shared = !exclusive, .told = told };
		assert_false(cq__pool_ask(&pool, &second));
		assert_int_equal(member->state, CQ__MEMBER_BACK);
		/* What drains within a turn is waited for; none is made in its place. */
		assert_int_equal(opened, 1);
		member->driven->state = CQ__STATE_IDLE;
		cq__pool_turn(&pool);
		assert_ptr_equal(second.member, member);
	}
	assert_int_equal(member->state, CQ__MEMBER_LENT);
	cq__pool_give_back(&pool, member);
	assert_int_equal(opened, 1);
}

/* Time is the pool's own: to the moment that its timer is set for, and so on, until the member is no longer looked at. */
static int let_time_pass(const cq__member *member, uint64_t until)
{
	int looks = 0;
	while (member->state != CQ__MEMBER_IDLE && member->state != CQ__MEMBER_DOOMED && member->state != CQ__MEMBER_CLOSED &&
		pool.timer.deadline <= until) {
		assert_in_range(pool.timer.deadline, clock_ns, clock_ns + UINT64_C(50000000));
		clock_ns = pool.timer.deadline;
		pool.timer.fire(&pool.timer);
		looks++;
	}
	return looks;
}

/* Unread replies have two seconds to come; it is looked at often at first, and never less than each 50 ms. */
static void what_comes_back_busy_drains_or_is_closed(void **state)
{
	(void)state;
	cq__ticket ticket;
	for (int drains = 1; drains >= 0; drains--) {
		ask(&ticket, false);
		cq__member *const member = ticket.member;
		const uint64_t begun = clock_ns, ends = begun + UINT64_C(2000000000);
		member->driven->state = CQ__STATE_BUSY;
		cq__pool_give_back(&pool, member);
		cq__pool_turn(&pool);
		assert_int_equal(member->state, CQ__MEMBER_BACK);
		assert_in_range(let_time_pass(member, ends - 1), 40, 60);
		assert_int_equal(member->state, CQ__MEMBER_DRAINING);
		assert_int_equal(pool.timer.deadline, ends);
		if (drains)
			member->driven->state = CQ__STATE_IDLE;
		(void)let_time_pass(member, ends);
		assert_int_equal(clock_ns, ends);
		assert_int_equal(member->state, drains ? CQ__MEMBER_IDLE : CQ__MEMBER_DOOMED);
		cq__pool_turn(&pool);
		assert_int_equal(closed, !drains);
	}
	assert_int_equal(pool.open, 0);
	assert_int_equal(pool.timer.deadline, 0);
}

static void nothing_is_due_for_those_that_are_lent(void **state)
{
	(void)state;
	cq__ticket first, second;
	ask(&first, false);
	ask(&second, false);
	assert_true(cq__list_empty(&pool.busy));
	assert_int_equal(pool.timer.deadline, 0);
	first.member->driven->state = CQ__STATE_BUSY;
	cq__pool_give_back(&pool, first.member);
	assert_ptr_equal(cq__list_first(&pool.busy), &first.member->link);
	cq__pool_turn(&pool);
	assert_int_not_equal(pool.timer.deadline, 0);
	cq__pool_give_back(&pool, second.member);
	assert_int_equal(second.member->state, CQ__MEMBER_IDLE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_failures_of_one_that_leaves_are_heard, begin, end),
		cmocka_unit_test_setup_teardown(one_that_is_shared_and_still_busy_is_not_closed, begin, end),
		cmocka_unit_test_setup_teardown(what_comes_back_busy_drains_or_is_closed, begin, end),
		cmocka_unit_test_setup_teardown(nothing_is_due_for_those_that_are_lent, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
