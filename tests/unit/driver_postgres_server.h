/* unit/driver_postgres_server.h: what the tests of the PostgreSQL driver share: a database of their own, connections, texts and
 * requests made by hand.
 *
 * It knows nothing of the executor: the driver's table of functions is called directly.
 */
#ifndef CQ_TEST_DRIVER_POSTGRES_SERVER_H
#define CQ_TEST_DRIVER_POSTGRES_SERVER_H

#include "support/client.h"

#include "base/alloc.h"
#include "base/clock.h"
#include "driver/driver.h"
#include "driver/postgres/postgres.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static struct {
	PGconn *keeper;       /* of the database that is there */
	PGconn *plain;        /* of ours, beside the driver */
	char name[64];
	char url[512];
	cq__loop loop;
	uint32_t next_id;
	char logged[8192];
} kit;

static inline void kit_ignore(void *user, const PGresult *result)
{
	(void)user;
	(void)result;
}

static inline bool kit_available(void)
{
	const char *const address = getenv("CQUEL_TEST_POSTGRES");
	return address != NULL && *address != '\0';
}

/* Runs a text of the test's own, which must succeed; the first cell of its result, valid until the next call. */
static inline const char *kit_ask(PGconn *connection, const char *sql)
{
	static char cell[256];
	PGresult *const result = PQexec(connection, sql);
	const ExecStatusType status = PQresultStatus(result);
	if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
		fail_msg("%s: %s", sql, PQerrorMessage(connection));
	(void)snprintf(cell, sizeof cell, "%s", PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "");
	PQclear(result);
	return cell;
}

static inline int64_t kit_number(const char *sql)
{
	return strtoll(kit_ask(kit.plain, sql), NULL, 10);
}

/* The value of one of the connection's parameters, as a URL writes it. */
static inline void kit_append(char *url, size_t size, const char *name, const char *value)
{
	if (value == NULL || *value == '\0')
		return;
	const size_t length = strlen(url);
	(void)snprintf(url + length, size - length, "%c%s=%s", strchr(url, '?') == NULL ? '?' : '&', name, value);
}

static inline int kit_begin(void **state)
{
	(void)state;
	kit.keeper = PQconnectdb(getenv("CQUEL_TEST_POSTGRES"));
	if (PQstatus(kit.keeper) != CONNECTION_OK) {
		print_error("%s", PQerrorMessage(kit.keeper));
		return 1;
	}
	PQsetNoticeReceiver(kit.keeper, kit_ignore, NULL);
	char sql[128];
	(void)snprintf(kit.name, sizeof kit.name, "cq_driver_%ld", (long)getpid());
	(void)snprintf(sql, sizeof sql, "CREATE DATABASE %s", kit.name);
	(void)kit_ask(kit.keeper, sql);
	(void)snprintf(kit.url, sizeof kit.url, "postgresql:///%s", kit.name);
	kit_append(kit.url, sizeof kit.url, "host", PQhost(kit.keeper));
	kit_append(kit.url, sizeof kit.url, "port", PQport(kit.keeper));
	kit_append(kit.url, sizeof kit.url, "user", PQuser(kit.keeper));
	kit_append(kit.url, sizeof kit.url, "password", PQpass(kit.keeper));
	kit.plain = PQconnectdb(kit.url);
	PQsetNoticeReceiver(kit.plain, kit_ignore, NULL);
	cq__loop_init(&kit.loop);
	return PQstatus(kit.plain) == CONNECTION_OK ? 0 : 1;
}

static inline int kit_end(void **state)
{
	(void)state;
	char sql[128];
	cq__loop_release(&kit.loop);
	PQfinish(kit.plain);
	(void)snprintf(sql, sizeof sql, "DROP DATABASE %s WITH (FORCE)", kit.name);
	(void)kit_ask(kit.keeper, sql);
	PQfinish(kit.keeper);
	return 0;
}

/* ---- connections -------------------------------------------------------------------------------------------------- */

static inline void kit_log(void *user, const cq_log_record *record)
{
	(void)user;
	const size_t length = strlen(kit.logged);
	(void)snprintf(kit.logged + length, sizeof kit.logged - length, "%s\n", record->message);
}

static inline cq__open_options kit_options(void)
{
	return (cq__open_options){ .url = kit.url, .loop = &kit.loop, .connect_timeout_ms = 10000, .statement_cache_bytes = 1024 * 1024,
		.log = kit_log };
}

/* Not connected yet. */
static inline cq__connection *kit_open_with(const cq__open_options *options)
{
	cq__error error = { 0 };
	cq__connection *connection = NULL;
	if (cq__driver_postgres.open(options, &error, &connection) != CQ_OK)
		fail_msg("open: %s", cq__error_get(&error)->message);
	return connection;
}

static inline cq_status kit_connect(cq__connection *connection, cq__error *error)
{
	cq__request request = { .kind = CQ__REQUEST_CONNECT, .error = error };
	cq__driver_postgres.run(connection, &request);
	return request.status;
}

static inline cq__connection *kit_open(void)
{
	const cq__open_options options = kit_options();
	cq__connection *const connection = kit_open_with(&options);
	cq__error error = { 0 };
	if (kit_connect(connection, &error) != CQ_OK)
		fail_msg("connect: %s", cq__error_get(&error)->message);
	return connection;
}

static inline void kit_close(cq__connection *connection)
{
	cq__driver_postgres.close(connection);
	assert_false(cq__loop_waits(&kit.loop));
}

/* ---- texts and requests ------------------------------------------------------------------------------------------- */

static inline cq__text kit_text(const char *sql)
{
	const bool reads = strncmp(sql, "SELECT", 6) == 0;
	return (cq__text){ .sql = sql, .length = (uint32_t)strlen(sql), .id = ++kit.next_id, .reads_only = reads,
		.returns_rows = reads, .returning = strstr(sql, "RETURNING") != NULL, .cacheable = true };
}

static const cq__decode kit_column = { .column = 0, .offset = 0, .type = CQ_TYPE_BIGINT, .name = "number" };
static const cq__decode_plan kit_plan = { .row_size = sizeof(int64_t), .column_count = 1, .result_columns = 1,
	.columns = &kit_column, .name = "Number", .complete = true };

/* A statement on its way, with all that belongs to it. */
typedef struct kit_call {
	cq__text text;
	cq__request request;
	cq__error error;
	int completed;
	int turn; /* the how manieth to be completed, from 1 */
} kit_call;

static int kit_turns;

static inline void kit_completed(cq__request *request)
{
	kit_call *const call = request->owner;
	call->completed++;
	call->turn = ++kit_turns;
}

static inline void kit_make(kit_call *call, const char *sql)
{
	*call = (kit_call){ .text = kit_text(sql) };
	call->request = (cq__request){ .kind = CQ__REQUEST_STATEMENT, .text = &call->text, .error = &call->error,
		.completed = kit_completed, .owner = call };
	if (call->text.returns_rows || call->text.returning) {
		call->request.plan = &kit_plan;
		call->request.sink = CQ__SINK_ARRAY;
	}
}

static inline void kit_make_control(kit_call *call, cq__control control, const char *sql)
{
	kit_make(call, sql);
	call->request.kind = CQ__REQUEST_CONTROL;
	call->request.control = control;
}

static inline void kit_free(kit_call *call)
{
	cq__arena_destroy(call->request.arena);
	call->request.arena = NULL;
	cq__error_release(&call->error);
}

static inline void kit_submit(cq__connection *connection, kit_call *call, const char *sql)
{
	kit_make(call, sql);
	cq__driver_postgres.submit(connection, &call->request);
}

/* Turns the loop until the call is done, at most ten seconds. */
static inline void kit_finish(kit_call *call)
{
	const cq__deadline until = cq__deadline_after_ms(10000);
	while (call->completed == 0) {
		if (cq__deadline_passed(until))
			fail_msg("not completed: %s", call->text.sql);
		assert_int_equal(cq__loop_poll(&kit.loop, until, NULL, NULL), CQ_OK);
	}
	assert_int_equal(call->completed, 1);
}

static inline void kit_turn(int milliseconds)
{
	const cq__deadline until = cq__deadline_after_ms(milliseconds);
	while (milliseconds > 0 && !cq__deadline_passed(until))
		assert_int_equal(cq__loop_poll(&kit.loop, until, NULL, NULL), CQ_OK);
}

/* Runs a text; its status, and the message in kit_message(). */
static char kit_said[1024];

static inline cq_status kit_run_call(cq__connection *connection, kit_call *call)
{
	cq__driver_postgres.run(connection, &call->request);
	(void)snprintf(kit_said, sizeof kit_said, "%s", cq__error_get(&call->error)->message);
	assert_int_equal(call->completed, 0);
	assert_int_equal(call->request.status, cq__error_get(&call->error)->code);
	return call->request.status;
}

static inline cq_status kit_try(cq__connection *connection, const char *sql)
{
	kit_call call;
	kit_make(&call, sql);
	const cq_status status = kit_run_call(connection, &call);
	kit_free(&call);
	return status;
}

static inline void kit_do(cq__connection *connection, const char *sql)
{
	if (kit_try(connection, sql) != CQ_OK)
		fail_msg("%s: %s", sql, kit_said);
}

static inline cq_status kit_control(cq__connection *connection, cq__control control, const char *sql)
{
	kit_call call;
	kit_make_control(&call, control, sql);
	const cq_status status = kit_run_call(connection, &call);
	kit_free(&call);
	return status;
}

/* The number that a SELECT gives. */
static inline int64_t kit_value(cq__connection *connection, const char *sql)
{
	kit_call call;
	kit_make(&call, sql);
	if (kit_run_call(connection, &call) != CQ_OK)
		fail_msg("%s: %s", sql, kit_said);
	assert_int_equal(call.request.item_count, 1);
	const int64_t value = *(const int64_t *)call.request.items;
	kit_free(&call);
	return value;
}

static inline int64_t kit_number_of(const kit_call *call)
{
	assert_int_equal(call->request.status, CQ_OK);
	assert_int_equal(call->request.item_count, 1);
	return *(const int64_t *)call->request.items;
}

static inline void kit_kill(int process)
{
	char sql[80];
	(void)snprintf(sql, sizeof sql, "SELECT pg_terminate_backend(%d, 5000)", process);
	assert_string_equal(kit_ask(kit.keeper, sql), "t");
}

static inline int kit_process(cq__connection *connection)
{
	return PQbackendPID(cq__driver_postgres.native(connection));
}

#endif
