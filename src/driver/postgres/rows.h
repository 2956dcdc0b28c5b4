/* driver/postgres/rows.h: how far the ROWS request is that a connection is at.
 *
 * It knows nothing of the pipeline. The connection has one; rows.c and copy.c use it.
 */
#ifndef CQ__DRIVER_POSTGRES_ROWS_H
#define CQ__DRIVER_POSTGRES_ROWS_H

#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

/* All zero is that of a connection that has carried out none. */
typedef struct cq__pg_rows {
	size_t at;            /* objects that are sent */
	size_t run;           /* ARRAYS: how many the next run takes */
	uint8_t step;         /* COPY: of copy.c */
	cq_status failure;    /* COPY: found here, while the server takes data */
	cq__error error;
	cq__buffer buffer;    /* COPY */
} cq__pg_rows;

/* Frees what it holds. */
static inline void cq__pg_rows_release(cq__pg_rows *rows)
{
	cq__error_release(&rows->error);
	cq__buffer_release(&rows->buffer);
}

#endif
