/* cquel/routing.h: where statements go besides the engine's own database: to replicas, and to the engines of other models.
 *
 * It knows nothing of statements. Programs that have replicas (cq_engine_options.replicas) or several databases include it.
 */
#ifndef CQUEL_ROUTING_H
#define CQUEL_ROUTING_H

#include <cquel/engine.h>
#include <cquel/model.h>

CQ_BEGIN_DECLS

/** Connects like cq_connect, with a connection that was opened read-only (PostgreSQL: default_transaction_read_only=on; SQLite:
 *  mode=ro): a write gives CQ_READ_ONLY. It is one of a replica, the least loaded that can be reached; without replicas, or when
 *  none can be reached, it is one of the primary, read-only all the same. What it reads may be a moment old. Behind a pooler
 *  (prepare=unnamed) a session cannot be made read-only, for others use it, too: there only a replica itself refuses writes.
 *
 *  Errors as cq_connect; CQ_UNSUPPORTED for a database in memory, which nobody else can read.
 *  Example:
 *      CQ_TRY(cq_connect_read_only(engine, &report)); */
CQ_API CQ_CHECKED cq_status cq_connect_read_only(cq_engine *engine, cq_connection **out);

/** The same, for the place that messages about the connection shall name; file lives as long as the connection. */
CQ_API CQ_CHECKED cq_status cq_connect_read_only_at(cq_engine *engine, cq_connection **out, const char *file, int line);
#define cq_connect_read_only(engine, out) cq_connect_read_only_at((engine), (out), __FILE__, __LINE__)

/** The handle to read through for this one call, which says that a replica's state, perhaps a moment old, will do. Ask for it at each call,
 *  and do not disconnect it.
 *
 *  For a shared handle (cq_connect_shared) outside of a transaction it reads from the replicas: the least loaded, in turn among equals;
 *  one that cannot be reached is left out for a second, and up to 30 while that goes on, and the others are read from, or
 *  the primary. In all other cases it is db itself: inside a transaction, which reads what it wrote; without replicas; for an
 *  exclusive handle.
 *
 *  A write through it is CQ_READ_ONLY before anything is sent. A SELECT with RAW or FUNC is sent, for the program has marked it; the server refuses
 *  what writes after all. CQ_READ_TRANSACTION(cq_replica(db)) reads one state of one replica.
 *  A failure is also what cq_last_error(db) describes. NULL for NULL.
 *
 *  Example:
 *      CQ_TRY(cq_all(cq_replica(db), User, &users, SQL(SELECT_ALL(users), FROM(users)))); */
CQ_API cq_connection *cq_replica(cq_connection *db);

/** Fills *out with what the pool of a replica, in the order of cq_engine_options.replicas, holds and has done; all zero when there is no such
 *  replica. With index = the number of replicas: the pool of the primary's read-only connections. */
CQ_API void cq_engine_replica_counters(const cq_engine *engine, size_t index, cq_pool_counters *out);

/** Binds a model to another database: from now on statements over the table, and inserts, updates and deletes of its objects, go to `other`
 *  when they are run on a handle of `engine`, exclusive or shared.
 *
 *  table  as CQ_TABLE(events) gives it
 *  other  an engine of the same loop (cq_engine_options.beside); `engine` itself or NULL ends the binding
 *
 *  Such a statement is CQ_MISUSE when it uses a table of each, while a transaction of the handle is open, which could not include
 *  it, and once `other` is closed. RAW_SQL goes to `engine`, whatever it names, and so do the schema commands: give them a connection of `other`.
 *  CQ_MISUSE for engines of two loops, CQ_UNSUPPORTED when `other` is a database in memory, whose connections each have their own, CQ_NO_MEMORY;
 *  cq_engine_error(engine) describes it.
 *
 *  Example:
 *      options.beside = engine;
 *      CQ_TRY(cq_engine_open(&archive, "sqlite:///archive.db", &options, NULL));
 *      CQ_TRY(cq_engine_bind(engine, CQ_TABLE(events), archive)); */
CQ_API CQ_CHECKED cq_status cq_engine_bind(cq_engine *engine, const cq_table *table, cq_engine *other);

CQ_END_DECLS

#endif
