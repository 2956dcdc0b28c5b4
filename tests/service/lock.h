/* service/lock.h: holds up what a service writes: the client's own connection to its database.
 *
 * It knows nothing of HTTP. A failure ends the process.
 */
#ifndef CQ_TEST_SERVICE_LOCK_H
#define CQ_TEST_SERVICE_LOCK_H

#include <stdbool.h>

typedef struct Lock Lock;

/* Whoever writes users waits, until lock_release. */
Lock *lock_users(const char *url);
void lock_release(Lock *lock);

/* On PostgreSQL: whether whoever has written users waits in its COMMIT, for half a second. */
void lock_slow_commit(const char *url, bool slow);

bool lock_is_postgres(const char *url);

#endif
