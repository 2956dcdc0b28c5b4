/* exec/rows.h: rows written as they are: any number of updates, deletions and insertions, on their way together.
 * It knows nothing of what the rows are for. bulk.c and the flush of a session call it.
 */
#ifndef CQ__EXEC_ROWS_H
#define CQ__EXEC_ROWS_H

#include "exec/engine.h"

typedef enum cq__row_write_kind { CQ__ROWS_UPDATE, CQ__ROWS_DELETE, CQ__ROWS_INSERT } cq__row_write_kind;

/* One statement over an array of objects of a table. */
typedef struct cq__row_write {
	cq__row_write_kind kind;
	const cq_table *table;
	const uint32_t *members; /* indexes of columns: set_count that are set, or given, and then those that are compared */
	uint32_t set_count, member_count;
	bool behind;             /* each object is two: what is compared is of the second. The members say so: CQ__MEMBER_BEHIND */
	const void *rows;
	size_t count;
	int64_t changes;         /* out */
} cq__row_write;

/* Carries out all of them, in this order. A database at the other end of a wire is sent all of them before the first answer is
 * awaited; the first that fails there fails all behind it, in a transaction. The caller has entered the connection; failures go to
 * db->working. */
CQ_CHECKED cq_status cq__write_rows(cq_connection *db, cq__row_write *writes, size_t count);

/* insert.c: inserts objects as cq_insert_many does, keys and database defaults written back, but without a transaction of its own: on
 * failure some rows may be there, and some objects written to. stride: from one object to the next; only their columns need to be there.
 * texts: the memory of what the database makes, must not be NULL. */
CQ_CHECKED cq_status cq__insert_rows(cq_connection *db, const cq_table *table, void *objects, size_t count, size_t stride, cq__arena *texts);

#endif
