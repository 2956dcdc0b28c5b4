/* driver/postgres/bulk.h: the kinds of ROWS requests.
 *
 * It knows nothing of streams. rows.c and copy.c include it.
 */
#ifndef CQ__DRIVER_POSTGRES_BULK_H
#define CQ__DRIVER_POSTGRES_BULK_H

#include "driver/postgres/postgres.h"

extern const cq__pg_kind cq__pg_kind_rows;       /* rows.c: run after run */
extern const cq__pg_kind cq__pg_kind_row;        /* rows.c: one run, whose rows need not be looked at */
extern const cq__pg_kind cq__pg_kind_by_tail;    /* rows.c: a COPY that cannot be: objects one by one */
extern const cq__pg_kind cq__pg_kind_copy_probe; /* copy.c: which types have the columns? */
extern const cq__pg_kind cq__pg_kind_copy;

/* rows.c: puts the number of the object that is to blame, from 0, in front of a failure. */
void cq__pg_name_object(cq__error *error, size_t object);

/* The connection begins with another request. */
static inline void cq__pg_rows_begin(cq__pg_rows *rows)
{
	cq__error_clear(&rows->error);
	rows->at = rows->run = 0;
	rows->step = 0;
	rows->failure = CQ_OK;
}

#endif
