/* exec/url.h: the URL of a database, taken apart.
 * It knows nothing of engines and opens nothing. cq_engine_open calls it.
 */
#ifndef CQ__EXEC_URL_H
#define CQ__EXEC_URL_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct cq__url {
	cq__arena *arena;           /* of everything below */
	const char *scheme;         /* "sqlite", "postgresql", without the driver behind a plus sign */
	const char *path;           /* the file, or ":memory:"; a server: its address and database, without user and parameters */
	const char *server;         /* of a server: what its library is given; else NULL */
	bool unnamed;               /* prepare=unnamed */
	bool memory;
	bool read_only;
	bool create;
	int64_t busy_timeout_ms;    /* -1: not given */
	const char *const *settings; /* pairs name, value, closed by NULL: pragmas */
} cq__url;

/* Reads a URL. On failure nothing is left to release, and the message in `error` shows neither user nor password:
 * CQ_INVALID_URL, CQ_UNSUPPORTED for a scheme that no driver can have, CQ_MISUSE for NULL, CQ_NO_MEMORY. */
cq_status cq__url_parse(cq__url *url, const char *text, cq__error *error);
void cq__url_release(cq__url *url);

#endif
