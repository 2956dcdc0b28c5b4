/* driver_postgres_listen_test.c: notifications: waited for, by callback, in order, on several channels, to the end of the
 * connection; and where there are none.
 *
 * It knows nothing of the driver's loop. ctest runs it.
 */
#include "unit/driver_postgres_shop.h"

#include "driver/postgres/postgres.h"
#include "exec/engine.h"

#include <cquel/listen.h>
#include <cquel/op.h>

#include <poll.h>

static cq_listener *listen_on(cq_connection *db, const char *channel)
{
	cq_listener *listener;
	MUST(cq_listen(db, channel, &listener));
	return listener;
}

static void expect(cq_connection *db, cq_listener *listener, const char *channel, const char *payload)
{
	cq_notification heard;
	MUST(cq_listener_next(listener, 5000, &heard));
	assert_string_equal(heard.channel, channel);
	assert_string_equal(heard.payload, payload);
	assert_true(heard.process > 0);
}

static void expect_nothing(cq_listener *listener)
{
	cq_notification heard;
	assert_int_equal(cq_listener_next(listener, 30, &heard), CQ_TIMEOUT);
	assert_string_equal(heard.payload, "");
}

static void what_others_say_is_heard(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_listener *orders = listen_on(db, "orders");
	expect_nothing(orders);
	told("NOTIFY orders, '42'");
	expect(db, orders, "orders", "42");
	/* Also what comes while a statement is under way, in order. */
	for (int i = 0; i < 100; i++) {
		char sql[64];
		(void)snprintf(sql, sizeof sql, "NOTIFY orders, '%d'", i);
		told(sql);
		if (i % 10 == 0)
			assert_int_equal(count_users(db), 0);
	}
	for (int i = 0; i < 100; i++) {
		char payload[16];
		(void)snprintf(payload, sizeof payload, "%d", i);
		expect(db, orders, "orders", payload);
	}
	expect_nothing(orders);
	cq_listener_close(&orders);
	assert_null(orders);
	assert_int_equal(count_users(db), 0);
}

static void a_program_tells_itself_and_others(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_listener *one = listen_on(db, "Odd \"name\""), *same = listen_on(db, "Odd \"name\""), *other = listen_on(db, "other");
	cq_connection *second;
	assert_int_equal(cq_connect(((shop *)*state)->engine, &second), CQ_OK);
	MUST(cq_notify(second, "Odd \"name\"", "a"));
	MUST(cq_notify(db, "other", NULL));
	expect(db, one, "Odd \"name\"", "a");
	expect(db, same, "Odd \"name\"", "a");
	expect(db, other, "other", "");
	expect_nothing(one);
	/* A transaction tells when it commits. */
	MUST(cq_begin(second, NULL));
	MUST(cq_notify(second, "other", "never"));
	MUST(cq_rollback(second));
	MUST(cq_begin(second, NULL));
	MUST(cq_notify(second, "other", "then"));
	expect_nothing(other);
	MUST(cq_commit(second));
	expect(db, other, "other", "then");
	cq_disconnect(&second);
	/* The other one on the channel goes on. */
	cq_listener_close(&one);
	MUST(cq_notify(db, "Odd \"name\"", "b"));
	expect(db, same, "Odd \"name\"", "b");
	cq_listener_close(&same);
	cq_listener_close(&other);
}

/* What a transaction began to hear goes with it, and does not make later ones deaf. */
static void a_rollback_silences_its_own(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_begin(db, NULL));
	cq_listener *gone = listen_on(db, "orders");
	MUST(cq_rollback(db));
	told("NOTIFY orders, 'unheard'");
	expect_nothing(gone);
	cq_listener *later = listen_on(db, "orders");
	told("NOTIFY orders, 'heard'");
	expect(db, later, "orders", "heard");
	expect(db, gone, "orders", "heard");
	cq_listener_close(&gone);
	cq_listener_close(&later);
}

/* Whoever asks how the connection stands takes what has come off the socket: it is still told. */
static void a_look_at_the_connection_loses_nothing(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_listener *orders = listen_on(db, "orders");
	told("NOTIFY orders, 'seen'");
	struct pollfd socket = { .fd = PQsocket(((cq__connection *)db->driven)->handle), .events = POLLIN };
	assert_int_equal(poll(&socket, 1, 5000), 1);
	assert_int_equal(db->driver->state(db->driven), CQ__STATE_IDLE);
	expect(db, orders, "orders", "seen");
	cq_listener_close(&orders);
}

typedef struct witness {
	size_t count;
	size_t ends;
	cq_status status;
	char last[16];
	size_t close_at;
} witness;

static void hear(void *user, cq_listener *listener, const cq_notification *notification, cq_status status)
{
	witness *const seen = user;
	if (notification == NULL) {
		seen->ends++;
		seen->status = status;
		return;
	}
	seen->count++;
	(void)snprintf(seen->last, sizeof seen->last, "%s", notification->payload);
	cq_notification out;
	assert_int_equal(cq_listener_next(listener, 0, &out), CQ_MISUSE);
	if (seen->count == seen->close_at)
		cq_listener_close(&listener);
}

static void drive_until(cq_connection *db, const size_t *count, size_t wanted)
{
	for (int i = 0; i < 500 && *count < wanted; i++)
		MUST(cq_engine_drive(cq_connection_engine(db), 10));
	assert_int_equal(*count, wanted);
}

static void by_callback(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_listener *listener = listen_on(db, "orders");
	witness seen = { 0 };
	told("NOTIFY orders, 'before'");
	MUST(cq_listener_on_notification(listener, hear, &seen));
	drive_until(db, &seen.count, 1);
	assert_string_equal(seen.last, "before");
	for (int i = 0; i < 20; i++) {
		char sql[64];
		(void)snprintf(sql, sizeof sql, "NOTIFY orders, '%d'", i);
		told(sql);
	}
	drive_until(db, &seen.count, 21);
	assert_string_equal(seen.last, "19");
	/* It may close the listener itself. */
	seen.close_at = 22;
	told("NOTIFY orders, 'last'");
	drive_until(db, &seen.count, 22);
	told("NOTIFY orders, 'unheard'");
	MUST(cq_engine_drive(cq_connection_engine(db), 0));
	assert_int_equal(count_users(db), 0);
	assert_int_equal(seen.count, 22);
}

static void a_lost_connection_ends_it(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_listener *waiting = listen_on(db, "orders"), *called = listen_on(db, "orders");
	witness seen = { 0 };
	MUST(cq_listener_on_notification(called, hear, &seen));
	told("NOTIFY orders, 'last words'");
	expect(db, waiting, "orders", "last words");
	told("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
	cq_notification heard;
	assert_int_equal(cq_listener_next(waiting, 5000, &heard), CQ_CONNECTION);
	assert_int_equal(cq_listener_next(waiting, 5000, &heard), CQ_CONNECTION);
	drive_until(db, &seen.ends, 1);
	assert_int_equal(seen.status, CQ_CONNECTION);
	assert_int_equal(seen.count, 1);
	cq_listener_close(&waiting);
	cq_listener_close(&called);
}

static void what_cannot_be(void **state)
{
	cq_connection *db = ((shop *)*state)->db;
	cq_listener *listener = listen_on(db, "orders");
	cq_notification heard;
	assert_int_equal(cq_listen(db, "", &(cq_listener *){ NULL }), CQ_TOO_LARGE);
	assert_int_equal(cq_listen(db, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", &(cq_listener *){ NULL }), CQ_TOO_LARGE);
	assert_int_equal(cq_listen(db, "\xff", &(cq_listener *){ NULL }), CQ_BAD_TEXT);
	assert_int_equal(cq_listen(db, NULL, &(cq_listener *){ NULL }), CQ_MISUSE);
	assert_int_equal(cq_notify(db, "", "x"), CQ_TOO_LARGE);
	assert_int_equal(cq_listener_next(NULL, 0, &heard), CQ_MISUSE);
	/* Disconnecting ends it, and the session that others get is silent. */
	cq_disconnect(&((shop *)*state)->db);
	assert_int_equal(cq_listener_next(listener, 0, &heard), CQ_MISUSE);
	cq_listener_close(&listener);
	assert_int_equal(cq_connect(((shop *)*state)->engine, &((shop *)*state)->db), CQ_OK);
	db = ((shop *)*state)->db;
	int64_t channels = -1;
	MUST(cq_scalar(db, &channels, RAW_SQL("SELECT count(*) FROM pg_listening_channels()")));
	assert_int_equal(channels, 0);
	/* A shared handle has no session. */
	cq_connection *shared;
	assert_int_equal(cq_connect_shared(((shop *)*state)->engine, &shared), CQ_OK);
	assert_int_equal(cq_listen(shared, "orders", &listener), CQ_UNSUPPORTED);
	MUST(cq_notify(shared, "orders", "x"));
	cq_disconnect(&shared);
}

static void sqlite_has_none(void **state)
{
	(void)state;
	cq_engine *engine;
	cq_connection *db;
	assert_int_equal(cq_engine_open(&engine, "sqlite://", NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	cq_listener *listener;
	assert_int_equal(cq_listen(db, "orders", &listener), CQ_UNSUPPORTED);
	assert_int_equal(cq_notify(db, "orders", NULL), CQ_UNSUPPORTED);
	cq_engine_close(&engine);
}

int main(void)
{
	const int missing = shop_on_postgres();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_others_say_is_heard, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_program_tells_itself_and_others, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_rollback_silences_its_own, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_look_at_the_connection_loses_nothing, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(by_callback, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_lost_connection_ends_it, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(what_cannot_be, shop_open, shop_close),
		cmocka_unit_test(sqlite_has_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
