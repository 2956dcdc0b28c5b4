/* cquel/driver/postgres.h: what only PostgreSQL has: libpq's own handle.
 *
 * Options are parameters of the URL, see cq_engine_open. It does not include libpq-fe.h.
 */
#ifndef CQUEL_DRIVER_POSTGRES_H
#define CQUEL_DRIVER_POSTGRES_H

#include <cquel/engine.h>

struct pg_conn;

CQ_BEGIN_DECLS

/** The connection's libpq handle (a PGconn), for what cquel does not cover: large objects, tracing, its parameters. NULL when
 *  the connection is NULL, another thread's, not PostgreSQL's, or a shared handle without a transaction.
 *
 *  The connection owns it: do not close or reset it. It is in non-blocking mode and, at times, in pipeline mode. Use it only
 *  while no operation of the connection is under way and no stream is open; leave it idle, in the mode that you found it in,
 *  and no transaction open. */
CQ_API struct pg_conn *cq_postgres_handle(cq_connection *db);

CQ_END_DECLS

#endif
