/* driver_postgres_fault_test.c: large data when memory runs out at any allocation, and when the server goes in the middle: a
 * status each time, nothing written by halves, and the program goes on.
 *
 * It knows nothing of single statements. Leaks are found by the sanitizer this is built with. ctest runs it.
 */
#include "unit/driver_postgres_shop.h"

#include "base/alloc.h"

#include <cquel/listen.h>

#include <limits.h>

enum { MANY = 1500 };

static Note *some;

static cq_status copy(cq_connection *db)
{
	return cq_execute(db, NULL, SQL(INSERT_INTO(notes, VALUES(some, MANY))));
}

static cq_status return_arrays(cq_connection *db)
{
	cq_rows(int64_t) keys;
	CQ_TRY(cq_scalars(db, &keys, SQL(INSERT_INTO(notes, VALUES(some, MANY)), RETURNING(notes.id))));
	assert_int_equal(keys.count, MANY);
	cq_free(&keys);
	return CQ_OK;
}

static cq_status stream_beside(cq_connection *db)
{
	cq_stream *stream;
	Note *note;
	size_t count = 0;
	CQ_TRY(cq_stream_open(db, Note, &(cq_stream_options){ 50 }, &stream, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
	cq_status status = CQ_OK;
	while (status == CQ_OK && (status = cq_stream_next(stream, &note)) == CQ_OK && note != NULL)
		if (++count == 100)
			status = cq_execute(db, NULL, SQL(UPDATE(users, SET(bio, "x")), WHERE(EQ(users.id, 1))));
	cq_stream_close(&stream);
	return status;
}

static cq_status listen_once(cq_connection *db)
{
	cq_listener *listener;
	cq_notification heard;
	CQ_TRY(cq_listen(db, "orders", &listener));
	cq_status status = cq_notify(db, "orders", "x");
	if (status == CQ_OK)
		status = cq_listener_next(listener, 5000, &heard);
	cq_listener_close(&listener);
	return status;
}

typedef struct use {
	cq_status (*call)(cq_connection *db);
	const char *before, *check; /* check counts to 0 after a failure */
} use;

static const use uses[] = {
	{ copy, "TRUNCATE notes", "SELECT count(*) FROM notes" },
	{ return_arrays, "TRUNCATE notes", "SELECT count(*) FROM notes" },
	{ stream_beside, "INSERT INTO notes SELECT n, 'x' FROM generate_series(1, 400) AS n ON CONFLICT DO NOTHING", "SELECT 0" },
	{ listen_once, "SELECT 1", "SELECT 0" },
};

/* The handle, or a new one in place of one that is broken. */
static void renew(shop *opened)
{
	int64_t count;
	if (cq_scalar(opened->db, &count, SQL(SELECT(COUNT(users.id)), FROM(users))) == CQ_OK)
		return;
	cq_disconnect(&opened->db);
	assert_int_equal(cq_connect(opened->engine, &opened->db), CQ_OK);
	assert_int_equal(cq_scalar(opened->db, &count, SQL(SELECT(COUNT(users.id)), FROM(users))), CQ_OK);
}

/* Nothing is prepared or compiled yet: each time all of it is asked for. */
static void start_anew(shop *opened)
{
	cq_engine_close(&opened->engine);
	assert_int_equal(cq_engine_open(&opened->engine, database_url(), NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect(opened->engine, &opened->db), CQ_OK);
}

static void without_memory(void **state)
{
	shop *const opened = *state;
	some = make_notes(MANY, 1);
	for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
		cq_status status = CQ_NO_MEMORY;
		int failures = 0;
		long asked_for = LONG_MAX;
		for (long n = 1; status != CQ_OK || n <= asked_for; n++) {
			told(uses[i].before);
			start_anew(opened);
			cq__alloc_fail_after(n);
			status = uses[i].call(opened->db);
			asked_for = cq__alloc_count();
			cq__alloc_fail_after(0);
			failures += status != CQ_OK;
			if (status != CQ_OK)
				assert_int_equal(asked(uses[i].check), 0);
			renew(opened);
			if (status != CQ_OK && status != CQ_NO_MEMORY && status != CQ_CONNECTION)
				fail_msg("use %zu, allocation %ld: %s: %s", i, n, cq_status_name(status), cq_last_error(opened->db)->message);
		}
		assert_int_equal(status, CQ_OK);
		assert_true(failures >= 5);
	}
	free(some);
}

#define KILL \
	"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() " \
	"AND backend_type = 'client backend'"

/* The server ends the session while it waits for a lock in the middle of each. */
static cq_status stream_and_be_cut(cq_connection *db)
{
	cq_stream *stream;
	Note *note;
	size_t count = 0;
	CQ_TRY(cq_stream_open(db, Note, &(cq_stream_options){ 10 }, &stream, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
	cq_status status = CQ_OK;
	while ((status = cq_stream_next(stream, &note)) == CQ_OK && note != NULL)
		if (++count == 100)
			told(KILL);
	assert_in_range(count, 100, 150);
	assert_int_equal(cq_stream_next(stream, &note), status);
	cq_stream_close(&stream);
	return status;
}

static cq_status copy_and_be_cut(cq_connection *db)
{
	told("CREATE OR REPLACE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id = 700 THEN "
		"PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END $$");
	told("CREATE OR REPLACE TRIGGER cutting BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION cut()");
	return copy(db);
}

static cq_status return_and_be_cut(cq_connection *db)
{
	return return_arrays(db);
}

static void cut_off(void **state)
{
	shop *const opened = *state;
	cq_status (*const cuts[])(cq_connection *) = { stream_and_be_cut, copy_and_be_cut, return_and_be_cut };
	some = make_notes(MANY, 1);
	for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
		told(i == 0 ? "INSERT INTO notes SELECT n, 'x' FROM generate_series(1, 4000) AS n" : "TRUNCATE notes");
		assert_int_equal(cuts[i](opened->db), CQ_CONNECTION);
		if (i != 0)
			assert_int_equal(asked("SELECT count(*) FROM notes"), 0);
		renew(opened);
	}
	free(some);
}

int main(void)
{
	const int missing = shop_on_postgres();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(without_memory, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(cut_off, shop_open, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
