/* lock.c: a connection of the test's own beside those of the service. */
#include "lock.h"

#include <cquel.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cquel/words.h>

struct Lock {
	cq_engine *engine;
	cq_connection *db;
};

static void must(cq_engine *engine, cq_status status)
{
	if (status == CQ_OK)
		return;
	(void)fprintf(stderr, "the test's own connection: %s: %s\n", cq_status_name(status), cq_engine_error(engine)->message);
	exit(1);
}

bool lock_is_postgres(const char *url)
{
	return strncmp(url, "postgresql:", 11) == 0;
}

static void reach(Lock *lock, const char *url)
{
	char message[CQ_ERROR_TEXT];
	if (cq_engine_open(&lock->engine, url, NULL, message) != CQ_OK) {
		(void)fprintf(stderr, "%s: %s\n", url, message);
		exit(1);
	}
	must(lock->engine, cq_connect(lock->engine, &lock->db));
}

static void leave(Lock *lock)
{
	cq_disconnect(&lock->db);
	cq_engine_close(&lock->engine);
}

Lock *lock_users(const char *url)
{
	Lock *const lock = calloc(1, sizeof *lock);
	if (lock == NULL)
		abort();
	reach(lock, url);
	must(lock->engine, cq_begin(lock->db, NULL)); /* SQLite has one writer */
	if (lock_is_postgres(url))
		must(lock->engine, cq_execute(lock->db, NULL, RAW_SQL("LOCK TABLE users IN EXCLUSIVE MODE")));
	return lock;
}

void lock_release(Lock *lock)
{
	must(lock->engine, cq_rollback(lock->db));
	leave(lock);
	free(lock);
}

void lock_slow_commit(const char *url, bool slow)
{
	Lock own;
	reach(&own, url);
	must(own.engine, cq_execute(own.db, NULL, RAW_SQL("DROP TRIGGER IF EXISTS slow_commit ON users")));
	if (slow) {
		must(own.engine, cq_execute(own.db, NULL, RAW_SQL("CREATE OR REPLACE FUNCTION slow_commit() RETURNS trigger LANGUAGE plpgsql AS "
			"'BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END'")));
		must(own.engine, cq_execute(own.db, NULL, RAW_SQL("CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON users "
			"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow_commit()")));
	}
	leave(&own);
}
