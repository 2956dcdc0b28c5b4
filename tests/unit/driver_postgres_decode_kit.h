/* unit/driver_postgres_decode_kit.h: what the tests of PostgreSQL's decoder share: results become requests, and say what was wrong.
 *
 * It knows nothing of connections and of the executor.
 */
#ifndef CQ_TEST_DRIVER_POSTGRES_DECODE_KIT_H
#define CQ_TEST_DRIVER_POSTGRES_DECODE_KIT_H

#include "driver_decode_kit.h"
#include "driver_postgres_kit.h"

static cq__arena *kept; /* of the last result */
static char last_message[512];

static inline int close_all(void **state)
{
	cq__arena_destroy(kept);
	kept = NULL;
	return kit_disconnect(state);
}

static inline int no_message(void **state)
{
	(void)state;
	last_message[0] = '\0';
	return 0;
}

/* Decodes a result into a request of its own; its arena is kept. */
static inline cq_status decode_all(cq__pg_decoder *decoder, const PGresult *result, cq__request *request)
{
	cq__error error = { 0 };
	request->error = &error;
	const cq_status status = cq__pg_decode(decoder, result, request);
	assert_int_equal(status, error.shown.code);
	(void)snprintf(last_message, sizeof last_message, "%s", cq__error_get(&error)->message);
	cq__error_release(&error);
	request->error = NULL;
	if (kept != request->arena)
		cq__arena_destroy(kept);
	kept = request->arena;
	return status;
}

#define NEEDS_SERVER \
	do { \
		(void)state; \
		if (kit_server == NULL) \
			skip(); \
	} while (0)

#endif
