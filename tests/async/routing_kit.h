/* tests/async/routing_kit.h: what the tests of routing share: handles, marks, and the counters of replicas.
 *
 * It knows nothing of which databases there are.
 */
#ifndef CQ_TEST_ROUTING_KIT_H
#define CQ_TEST_ROUTING_KIT_H

#include "fault/server.h"

#include <cquel/op.h>
#include <cquel/routing.h>
#include <cquel/schema.h>
#include <cquel/transaction.h>

#include <unistd.h>

#define MUST(call) must((call), db, __LINE__)

static inline void must(cq_status status, cq_connection *db, int line)
{
	if (status != CQ_OK)
		fail_msg("line %d: %s: %s [%s]", line, cq_status_name(status), cq_last_error(db)->message, cq_last_error(db)->sql);
}

static inline void must_connect(cq_status status, cq_engine *engine, int line)
{
	if (status != CQ_OK)
		fail_msg("line %d: %s: %s", line, cq_status_name(status), cq_engine_error(engine)->message);
}

#define SHARE(engine, db) must_connect(cq_connect_shared(engine, db), engine, __LINE__)
#define CONNECT(engine, db) must_connect(cq_connect(engine, db), engine, __LINE__)
#define CONNECT_READ_ONLY(engine, db) must_connect(cq_connect_read_only(engine, db), engine, __LINE__)

static inline cq_engine *open_engine(const char *url, const cq_engine_options *options)
{
	char message[CQ_ERROR_TEXT];
	cq_engine *engine;
	if (cq_engine_open(&engine, url, options, message) != CQ_OK)
		fail_msg("%s: %s", url, message);
	return engine;
}

static inline void create(cq_engine *engine, const cq_table *table)
{
	cq_connection *db;
	CONNECT(engine, &db);
	MUST(cq_create_all(db, &table, 1));
	cq_disconnect(&db);
}

static inline int64_t count_marks(cq_connection *db)
{
	int64_t n = -1;
	MUST(cq_scalar(db, &n, SQL(SELECT(COUNT(marks.id)), FROM(marks))));
	return n;
}

static inline void add_mark(cq_connection *db, const char *note)
{
	Mark mark = CQ_NEW(Mark, .note = note);
	MUST(cq_insert(db, Mark, &mark));
}

static inline cq_pool_counters replica_counters(const cq_engine *engine, size_t index)
{
	cq_pool_counters counters;
	cq_engine_replica_counters(engine, index, &counters);
	return counters;
}

#endif
