/* cquel/schema.h: making the tables of a program's models, and dropping them.
 *
 * It knows nothing of rows. Programs call it at start-up, tests before each case.
 */
#ifndef CQUEL_SCHEMA_H
#define CQUEL_SCHEMA_H

#include <cquel/engine.h>
#include <cquel/model.h>

CQ_BEGIN_DECLS

/** Creates the tables and their indexes that do not exist yet, in foreign-key order (cycles too), all or none: in a
 *  transaction of its own, or a savepoint when one is open. A table that exists is left as it is, whatever its columns.
 *
 *  db      a connection, or a session: then it is done on its handle, and the failure is the session's
 *  tables  count pointers, in any order; borrowed until the call returns
 *  Errors  as cq_run_execute; CQ_MISUSE for an alias or a NULL in the array. Thread: the engine's.
 *
 *  Example: CQ_TRY(cq_create_all(db, CQ_TABLES(users, posts))); */
CQ_API CQ_CHECKED cq_status cq_create_all(cq_connection *db, const cq_table *const *tables, size_t count);

/** Drops the tables that exist, with their rows, in the opposite order, all or none. Parameters, errors and thread as
 *  cq_create_all. */
CQ_API CQ_CHECKED cq_status cq_drop_all(cq_connection *db, const cq_table *const *tables, size_t count);

/** The text cq_create_all would send, without a connection.
 *
 *  dialect  "sqlite", "postgresql" or "mariadb"
 *  out      the text, to be freed with cq_text_free (cquel/result.h); NULL on failure
 *  message  NULL, or CQ_ERROR_TEXT bytes for the sentence of a failure ("" on success)
 *
 *  CQ_UNSUPPORTED for an unknown dialect, CQ_NO_MEMORY, CQ_MISUSE. Any thread. */
CQ_API CQ_CHECKED cq_status cq_create_sql(const char *dialect, const cq_table *const *tables, size_t count, char **out,
	char *message);

CQ_END_DECLS

#endif
