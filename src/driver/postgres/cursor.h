/* driver/postgres/cursor.h: what streams and large results share: how a cursor is declared.
 *
 * It knows nothing of what is fetched. stream_cursor.c and scan.c include it.
 */
#ifndef CQ__DRIVER_POSTGRES_CURSOR_H
#define CQ__DRIVER_POSTGRES_CURSOR_H

#include "driver/postgres/postgres.h"

/* A plan for the first rows alone would be slow for all of them. Until the transaction ends; no warning where there is none. */
#define CQ__PG_WHOLE_RESULT "SELECT set_config('cursor_tuple_fraction', '1', true)"

/* DECLARE with the statement's parameters, which the encoder holds. holds: WITH HOLD. */
CQ_CHECKED cq_status cq__pg_send_declare(cq__connection *connection, cq__pg_item *item, uint32_t tag, const cq__text *text,
	const char *name, bool holds);

#endif
