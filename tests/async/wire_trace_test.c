/* tests/async/wire_trace_test.c: what goes over the wire to PostgreSQL for the main cases, message by message, as libpq's own trace
 * tells it: how many round trips there are, and where the Syncs stand.
 */
#include "conform/shop.h"
#include "support/client.h"
#include "support/wire.h"

#include <cquel/driver/postgres.h>

static void begin_trace(cq_connection *db)
{
	wire_begin(cq_postgres_handle(db));
}

static void expect(cq_connection *db, const char *what, const char *expected, unsigned trips)
{
	wire_expect(cq_postgres_handle(db), what, expected, trips);
}

static int with_users(void **state)
{
	char name[16];
	shop_open(state);
	for (int i = 0; i < 10; i++) {
		(void)snprintf(name, sizeof name, "user%d", i);
		add_user(((shop *)*state)->db, name);
	}
	return 0;
}

static void read_one(cq_connection *db, int64_t id)
{
	User *user;
	MUST(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, id)))));
	assert_int_equal(user->id, id);
	cq_free(&user);
}

enum { MOST = 8 };

typedef struct batch {
	cq_connection *db;
	cq_operation *operations[MOST];
	int64_t counts[MOST];
	size_t count;
} batch;

static void submit_read(batch *all)
{
	cq_connection *const db = all->db;
	MUST(cq_submit_scalar(db, &all->counts[all->count], &all->operations[all->count],
		SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(GT(users.id, (int64_t)all->count)))));
	all->count++;
}

static void submit_write(batch *all)
{
	cq_connection *const db = all->db;
	MUST(cq_submit_execute(db, NULL, &all->operations[all->count],
		SQL(UPDATE(users, SET(bio, "seen")), WHERE(EQ(users.id, (int64_t)all->count)))));
	all->count++;
}

static void await_batch(batch *all)
{
	cq_connection *const db = all->db;
	MUST(cq_await_all(all->count, all->operations));
	for (size_t i = 0; i < all->count; i++)
		cq_operation_release(&all->operations[i]);
	all->count = 0;
}

static void one_statement_is_one_round_trip(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	begin_trace(db);
	read_one(db, 3);
	expect(db, "the first time", "PBDES 12trkz", 1);
	begin_trace(db);
	read_one(db, 4);
	expect(db, "prepared", "BDES 2trkz", 1);
}

static void reads_share_a_sync_and_writes_have_their_own(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	batch all = { .db = db };
	submit_read(&all);
	submit_write(&all);
	await_batch(&all);
	begin_trace(db);
	for (int i = 0; i < 4; i++)
		submit_read(&all);
	await_batch(&all);
	expect(db, "four reads", "BDEBDEBDEBDES 2trk2trk2trk2trkz", 1);
	begin_trace(db);
	for (int i = 0; i < 3; i++)
		submit_write(&all);
	await_batch(&all);
	expect(db, "three writes", "BDESBDESBDES 2nkz2nkz2nkz", 1);
	begin_trace(db);
	submit_read(&all);
	submit_read(&all);
	submit_write(&all);
	submit_read(&all);
	await_batch(&all);
	expect(db, "reads around a write", "BDEBDESBDESBDES 2trk2trkz2nkz2trkz", 1);
}

static void a_transaction_sends_what_is_submitted_at_once(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	batch all = { .db = db };
	for (int i = 0; i < 2; i++) {
		if (i == 1)
			begin_trace(db);
		MUST(cq_begin(db, NULL));
		submit_write(&all);
		submit_read(&all);
		submit_write(&all);
		await_batch(&all);
		MUST(cq_commit(db));
	}
	expect(db, "a transaction", "PBDES 12nkz BDEBDEBDES 2nk2trk2nkz PBDES 12nkz", 3);
}

static void many_objects_are_copied(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	enum { NOTES = 5000 };
	static Note many[NOTES];
	for (int i = 0; i < 2; i++) {
		for (int j = 0; j < NOTES; j++)
			many[j] = (Note){ .id = 1 + i * NOTES + j, .body = "x" };
		if (i == 1)
			begin_trace(db);
		MUST(cq_insert_many(db, Note, many, NOTES));
	}
	/* BEGIN; the parameters' types; a savepoint, COPY and its data; COMMIT. */
	expect(db, "objects that bring their keys", "PBDES 12nkz PDS 1pnz Q kg dc kkz PBDES 12nkz", 5);
}

int main(void)
{
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	(void)setenv("CQUEL_TEST_DATABASE", "postgresql", 1);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(one_statement_is_one_round_trip, with_users, shop_close),
		cmocka_unit_test_setup_teardown(reads_share_a_sync_and_writes_have_their_own, with_users, shop_close),
		cmocka_unit_test_setup_teardown(a_transaction_sends_what_is_submitted_at_once, with_users, shop_close),
		cmocka_unit_test_setup_teardown(many_objects_are_copied, with_users, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
