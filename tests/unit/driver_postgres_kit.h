/* unit/driver_postgres_kit.h: what the tests of PostgreSQL's values share: a plain connection that sends what was encoded, and
 * results in binary.
 *
 * It knows nothing of the driver's pipeline. The values' own functions are called directly.
 */
#ifndef CQ_TEST_DRIVER_POSTGRES_KIT_H
#define CQ_TEST_DRIVER_POSTGRES_KIT_H

#include "driver_value_kit.h"
#include "base/alloc.h"
#include "driver/postgres/numeric.h"
#include "driver/postgres/values.h"
#include "driver/postgres/wire.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

#define FROM(f, t, ...) { .from = CQ_TYPE_##f, .to = CQ_TYPE_##t, __VA_ARGS__ }
#define ASSIGN .use = CQ__BIND_ASSIGN
#define OF .flags = CQ_VALUE_ARRAY
#define ARRAY(a) { .bytes = { (a), sizeof(a) / sizeof(*(a)) } }

/* The server's connection; NULL: there is no server, and tests that ask one are skipped. */
static PGconn *kit_server;

static void kit_ignore(void *user, const PGresult *result)
{
	(void)user;
	(void)result;
}

static inline int kit_connect(void **state)
{
	(void)state;
	const char *const address = getenv("CQUEL_TEST_POSTGRES");
	if (address == NULL || *address == '\0')
		return 0;
	kit_server = PQconnectdb(address);
	if (PQstatus(kit_server) != CONNECTION_OK) {
		print_error("%s", PQerrorMessage(kit_server));
		return 1;
	}
	PQsetNoticeReceiver(kit_server, kit_ignore, NULL);
	PQclear(PQexec(kit_server, "SET TimeZone TO 'UTC'; SET client_encoding TO 'UTF8'; SET IntervalStyle TO 'iso_8601'; "
		"CREATE TYPE pg_temp.mood AS ENUM ('glad', 'so-so', 'sad'); CREATE DOMAIN pg_temp.age AS integer"));
	return 0;
}

static inline int kit_disconnect(void **state)
{
	(void)state;
	PQfinish(kit_server);
	kit_server = NULL;
	return 0;
}

/* What main() gives when all that needs no server has passed: 77 says that the rest was skipped. */
static inline int kit_result(int failures)
{
	const char *const address = getenv("CQUEL_TEST_POSTGRES");
	return failures != 0 || (address != NULL && *address != '\0') ? failures : 77;
}

/* Runs a text with what the encoder holds; binary results. */
static inline PGresult *kit_ask(const char *sql, const cq__pg_encoder *encoder, const Oid *types)
{
	const int count = encoder != NULL ? encoder->count : 0;
	return PQexecParams(kit_server, sql, count, types, encoder != NULL ? encoder->values : NULL,
		encoder != NULL ? encoder->lengths : NULL, encoder != NULL ? encoder->formats : NULL, 1);
}

/* The same, which must give a row. */
static inline PGresult *kit_rows(const char *sql, const cq__pg_encoder *encoder, const Oid *types)
{
	PGresult *const result = kit_ask(sql, encoder, types);
	if (PQresultStatus(result) != PGRES_TUPLES_OK)
		fail_msg("%s: %s", sql, PQresultErrorMessage(result));
	return result;
}

static inline void kit_hex(const void *data, size_t size, char *out)
{
	for (size_t i = 0; i < size; i++)
		(void)snprintf(out + 2 * i, 3, "%02x", ((const unsigned char *)data)[i]);
	out[2 * size] = '\0';
}

/* Random numbers that are the same in each run. */
static inline uint64_t kit_random(void)
{
	static uint64_t state = UINT64_C(0x9e3779b97f4a7c15);
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state * UINT64_C(0x2545f4914f6cdd1d);
}

/* A number of any magnitude. */
static inline int64_t kit_random_integer(void)
{
	return (int64_t)kit_random() >> (kit_random() % 64);
}

#endif
