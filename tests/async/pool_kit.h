/* tests/async/pool_kit.h: what the tests of the pool share: an engine with the tables of the shop, its counters, and time.
 *
 * It knows nothing of tasks, nor of which database there is.
 */
#ifndef CQ_TEST_POOL_KIT_H
#define CQ_TEST_POOL_KIT_H

#include "conform/shop.h"

#include <time.h>
#include <unistd.h>

#define CONNECT(engine, db) assert_int_equal(cq_connect(engine, db), CQ_OK)
#define SHARE(engine, db) assert_int_equal(cq_connect_shared(engine, db), CQ_OK)

static inline int64_t now_ms(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static inline void pause_ms(long milliseconds)
{
	const struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000 };
	nanosleep(&time, NULL);
}

/* An engine on a new database with the tables of the shop, and nothing open but what made them. */
static inline cq_engine *open_engine_with(cq_pool_options pool, cq_log_function *log)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	cq_engine *engine;
	cq_connection *db;
	char message[CQ_ERROR_TEXT];
	options.pool = pool;
	options.log = log;
	if (cq_engine_open(&engine, database_create_shared(), &options, message) != CQ_OK)
		fail_msg("%s", message);
	CONNECT(engine, &db);
	shop_create(db);
	cq_disconnect(&db);
	return engine;
}

static inline cq_engine *open_engine(cq_pool_options pool)
{
	return open_engine_with(pool, NULL);
}

static inline cq_pool_counters count(const cq_engine *engine)
{
	cq_pool_counters counters;
	cq_engine_pool_counters(engine, &counters);
	return counters;
}

static inline int drop(void **state)
{
	(void)state;
	database_drop();
	return 0;
}

#endif
