/* cquel/engine.h: an engine (one database, one thread) and its connections.
 *
 * It knows nothing of statements and results: cquel/result.h runs what cquel/query.h describes. Programs begin here.
 *
 * Threads: an engine and all under it belong to the thread that opened it. A call from another thread, or in a forked
 * child, does nothing and gives CQ_MISUSE, and cq_last_error and cq_engine_error say which it was. A child opens engines of its
 * own; it forgets the pointers of its parent's, and closes nothing of them.
 */
#ifndef CQUEL_ENGINE_H
#define CQUEL_ENGINE_H

#include <cquel/log.h>
#include <cquel/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A database that statements are sent to: its URL, its options, and the cache of compiled statements. */
typedef struct cq_engine cq_engine;

/** One connection of an engine; what `db` is in the examples. */
typedef struct cq_connection cq_connection;

/** Room for the message of cq_engine_open, with the closing NUL. */
enum { CQ_ERROR_TEXT = 512 };

/** How many connections an engine has, and how long they live. */
typedef struct cq_pool_options {
	uint32_t size;            /* connections that are kept open when nobody uses them */
	uint32_t max_overflow;    /* further ones while they are needed */
	int64_t timeout_ms;       /* how long cq_connect waits for one; 0: not at all, negative: as long as it takes */
	int64_t recycle_ms;       /* a connection that is older (give or take a tenth) is replaced when it comes back; 0: never */
	bool pre_ping;            /* asks the server for a sign of life before a connection is lent; else only its socket is looked at */
	uint32_t shared;          /* how many of them serve the statements of shared handles (cq_connect_shared), 0: as many as are
	                           * good for the database (SQLite: one writer and four readers; servers: 2) */
	uint32_t shared_depth;    /* statements under way at once on each of these before another one is opened for them */
} cq_pool_options;

#define CQ_POOL_OPTIONS_INIT { .size = 5, .max_overflow = 10, .timeout_ms = 30000, .shared_depth = 64 }

/** How an engine is opened. Start from CQ_ENGINE_OPTIONS_INIT and change what you need:
 *      cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
 *      options.log = print_statement; */
typedef struct cq_engine_options {
	cq_log_function *log;         /* receives the engine's records; NULL: nothing is logged, nothing is measured */
	void *log_user;               /* given to it */
	cq_log_level log_level;       /* records below it are not made; CQ_LOG_STATEMENT is one record a statement (echo) */
	size_t statement_cache_bytes; /* bound of the compiled statements, and of each connection's prepared ones */
	int64_t busy_timeout_ms;      /* how long SQLite waits for another connection's lock; 0: not at all */
	int64_t timeout_ms;           /* of each statement of each connection, see cq_connection_set_timeout; 0: none */
	int64_t connect_timeout_ms;   /* how long making one connection may take; 0: as long as it takes */
	cq_pool_options pool;
	cq_engine *beside;            /* another engine of this thread, whose event loop and tasks this one shares; NULL: its own.
	                               * It must be closed after this one */
	const char *const *replicas;  /* URLs of read-only copies of the database, of the same kind, see cquel/routing.h;
	                               * NULL: none. Copied */
	size_t replica_count;
	uint32_t repeat_alarm;        /* warns when one place of the program runs more than so many statements on one connection
	                               * handle (the N+1 problem); 0: never */
} cq_engine_options;

#define CQ_ENGINE_OPTIONS_INIT \
	{ .log_level = CQ_LOG_STATEMENT, .statement_cache_bytes = 1024 * 1024, .busy_timeout_ms = 5000, .connect_timeout_ms = 10000, \
	  .pool = CQ_POOL_OPTIONS_INIT }

CQ_BEGIN_DECLS

/** Opens an engine. No connection is made yet: a file that cannot be opened is reported by cq_connect.
 *
 *  out      the engine; NULL on failure. Close it with cq_engine_close.
 *  url      sqlite:///app.db       a file, relative to the working directory
 *           sqlite:////var/app.db  a file, absolute
 *           sqlite://              a database in memory; every connection has its own, gone with it
 *           postgresql://user:password@host:port/database?name=value    as libpq takes it: several hosts, an IPv6 address
 *                                  in brackets, ?host=/folder for a socket, sslmode and all of its other parameters
 *           A driver behind a plus sign (sqlite+aiosqlite://) is accepted and ignored; %20 and the like are decoded.
 *           SQLite's parameters (?name=value&...): mode=ro|rw|rwc|memory, busy_timeout=milliseconds, cache_size,
 *           synchronous, journal_mode, foreign_keys, temp_store, mmap_size, journal_size_limit (SQLite's own pragmas).
 *           PostgreSQL's beside libpq's own: prepare=unnamed, without prepared statements that outlive their run, for poolers
 *           that give each transaction another session; connect_timeout=seconds, for each
 *           host, wins over connect_timeout_ms.
 *  options  NULL for CQ_ENGINE_OPTIONS_INIT; copied. The URL's parameters win over them.
 *  message  NULL, or CQ_ERROR_TEXT bytes that receive the sentence of a failure ("" on success): there is no handle yet
 *           that cq_last_error could be asked of. It never holds a password.
 *
 *  CQ_INVALID_URL, CQ_UNSUPPORTED for a scheme without a driver, CQ_MISUSE (out or url NULL), CQ_NO_MEMORY.
 *
 *  Example:
 *      char message[CQ_ERROR_TEXT];
 *      cq_engine *engine;
 *      if (cq_engine_open(&engine, "sqlite:///app.db", NULL, message) != CQ_OK)
 *          fprintf(stderr, "%s\n", message); */
CQ_API CQ_CHECKED cq_status cq_engine_open(cq_engine **out, const char *url, const cq_engine_options *options,
	char *message);

/** Closes an engine: operations under way are cancelled, connections disconnected (open transactions are rolled back), each
 *  with a CQ_LOG_WARNING that names its cq_connect, for nobody gave it back; the pool is closed.
 *  Sets *engine to NULL; *engine may be NULL. From another thread or a forked child: does nothing but that. An engine that one of
 *  its own tasks closes, or in whose handles a task of another engine waits, stays, and *engine with it: cq_engine_error says so. */
CQ_API void cq_engine_close(cq_engine **engine);

/** Connects: takes a connection of the engine's pool, which is the caller's alone until cq_disconnect gives it back. One that is open
 *  and idle is taken at once; else one is made, or, when there are as many as there may be (cq_pool_options), waited for,
 *  in the order of asking. So it is CQ_MISUSE inside a callback; in a task, others run meanwhile.
 *
 *  out      the connection; NULL on failure. cq_disconnect, or closing the engine, ends it.
 *  Errors   CQ_TIMEOUT when none was free in time: the message says who has them. Those of the driver: CQ_CONNECTION,
 *           CQ_CORRUPT, CQ_READ_ONLY ... ; cq_engine_error(engine) describes them. CQ_CANCELLED in a cancelled task. CQ_MISUSE when
 *           out is NULL, which cq_engine_error says, and for an engine that is NULL, being closed or another thread's.
 *
 *  A macro over cq_connect_at: messages name the place of the call.
 *  Example: CQ_TRY(cq_connect(engine, &db)); */
CQ_API CQ_CHECKED cq_status cq_connect(cq_engine *engine, cq_connection **out);

/** The same, for the place that messages about the connection shall name; file lives as long as the connection. */
CQ_API CQ_CHECKED cq_status cq_connect_at(cq_engine *engine, cq_connection **out, const char *file, int line);
#define cq_connect(engine, out) cq_connect_at((engine), (out), __FILE__, __LINE__)

/** Makes a handle that has no connection of its own: each statement outside a transaction goes to one that serves many handles
 *  (PostgreSQL: pipelined with theirs; SQLite: reads to one of several readers, all else to the one writer). A transaction takes a connection
 *  from the pool until it has ended, and so does a stream while it is open. Statements of one handle run in their order, and read
 *  what it wrote; only of reads that are submitted together more than pool.shared_depth may run side by side on several connections. Such a handle is cheap: many tasks have one each. What belongs to a session (SET, temporary tables,
 *  advisory locks) has no place on it: cq_connect is for that. Nobody looks for it in the program's own text: a RAW_SQL of
 *  SELECT set_config(...) or pg_advisory_lock(...), and FUNC or RAW with the same in a SELECT, changes a session that others use,
 *  and the handle's next statement may be in another one. In a transaction, what ends with it is safe: SET LOCAL,
 *  set_config(..., true), pg_advisory_xact_lock.
 *
 *  Never waits, so a callback may make one; else as cq_connect: end it with cq_disconnect. A database in memory has one
 *  connection for each handle.
 *  CQ_MISUSE, CQ_NO_MEMORY; a server that cannot be reached is told by the statements. */
CQ_API CQ_CHECKED cq_status cq_connect_shared(cq_engine *engine, cq_connection **out);
CQ_API CQ_CHECKED cq_status cq_connect_shared_at(cq_engine *engine, cq_connection **out, const char *file, int line);
#define cq_connect_shared(engine, out) cq_connect_shared_at((engine), (out), __FILE__, __LINE__)

/** Makes connections ahead of their use: `count` are open then, at most the pool's size. Waits for them; the first failure of one is returned, and
 *  those that were made stay. Nothing happens for a database in memory. CQ_MISUSE inside a callback. */
CQ_API CQ_CHECKED cq_status cq_engine_warm(cq_engine *engine, uint32_t count);

/** Disconnects: its operations are cancelled and waited for, its streams end, an open transaction is rolled back, and its
 *  connection goes back to the pool, where the next one may have it. An
 *  operation that nobody awaited, attached a callback to or released is reported as a CQ_LOG_WARNING; its handle, like
 *  those of all other operations and streams of the connection, still has to be released. Sets *db to NULL; *db may be
 *  NULL. Results and objects that were read live on.
 *
 *  A connection in which a task waits, or on which a session works, stays, and *db with it, to be disconnected later: cq_last_error(*db) says so. From another
 *  thread or a forked child, and for what cq_replica gave, which goes with its handle: does nothing but set *db to NULL. */
CQ_API void cq_disconnect(cq_connection **db);

/** The engine a connection belongs to; NULL for NULL. */
CQ_API cq_engine *cq_connection_engine(cq_connection *db);

/** The latest failure of a connection: never NULL, its code CQ_OK when nothing failed yet. A call that succeeds leaves
 *  it; the next that fails replaces it. Owned by the connection, valid until the next call on it. For NULL, and for a
 *  call from another thread or a forked child, it is a static CQ_MISUSE record.
 *
 *  Example:
 *      if (status != CQ_OK)
 *          fprintf(stderr, "%s: %s\n", cq_status_name(status), cq_last_error(db)->message); */
CQ_API const cq_error *cq_last_error(const cq_connection *db);

/** The same for calls that have no connection: cq_connect and the event loop. */
CQ_API const cq_error *cq_engine_error(const cq_engine *engine);

/** Sets how long each statement of the connection may take, from its call to its end, waiting for locks and for other
 *  operations included. It is then stopped and gives CQ_TIMEOUT.
 *
 *  timeout_ms  milliseconds; 0 or less: no limit
 *  CQ_MISUSE when db is NULL or another thread's. */
CQ_API CQ_CHECKED cq_status cq_connection_set_timeout(cq_connection *db, int64_t timeout_ms);

/** What an engine's pool holds and has done. */
typedef struct cq_pool_counters {
	uint32_t in_use;       /* lent to one handle, transaction or stream */
	uint32_t shared;       /* serve the statements of shared handles */
	uint32_t idle;         /* kept for the next */
	uint32_t unready;      /* being made, rolled back, drained or closed */
	uint32_t waiting;      /* handles that wait for one */
	uint64_t opened;       /* since the engine was opened, like all below */
	uint64_t closed;
	uint64_t failed;       /* could not be made */
	uint64_t lent;
	uint64_t waits;        /* of those that were lent: how often none was free at once, */
	uint64_t wait_ns;      /* how long it took together, */
	uint64_t longest_ns;   /* and the longest */
	uint64_t timeouts;
} cq_pool_counters;

/** Fills *out; all zero for NULL. */
CQ_API void cq_engine_pool_counters(const cq_engine *engine, cq_pool_counters *out);

/** What an engine's cache of compiled statements holds and has done. */
typedef struct cq_cache_counters {
	size_t bytes;      /* held now, never above statement_cache_bytes but for the one statement in use */
	size_t statements; /* held now */
	uint64_t hits;     /* found, by site or by shape */
	uint64_t compiled; /* not found: typed, checked and rendered */
	uint64_t evicted;
} cq_cache_counters;

/** Fills *out; all zero for NULL. */
CQ_API void cq_engine_cache_counters(const cq_engine *engine, cq_cache_counters *out);

CQ_END_DECLS

#endif
