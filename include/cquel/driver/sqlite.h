/* cquel/driver/sqlite.h: what only SQLite has: its own handle.
 *
 * Options are parameters of the URL, see cq_engine_open. It does not include sqlite3.h.
 */
#ifndef CQUEL_DRIVER_SQLITE_H
#define CQUEL_DRIVER_SQLITE_H

#include <cquel/engine.h>

struct sqlite3;

CQ_BEGIN_DECLS

/** The connection's sqlite3 handle, for what cquel does not cover: functions, collations, backups. NULL when the connection
 *  is NULL, another thread's or not SQLite's.
 *
 *  The connection owns it: do not close it. Use it only while no operation of the connection is under way and no stream is
 *  open, for the handle is opened for one thread at a time; leave no transaction and no statement open. */
CQ_API struct sqlite3 *cq_sqlite_handle(cq_connection *db);

CQ_END_DECLS

#endif
