/* driver/postgres/decode_parts.h: what the files that decode results share.
 *
 * It knows nothing of connections. Only decode.c, decode_form.c and decode_plan.c include it.
 */
#ifndef CQ__DRIVER_POSTGRES_DECODE_PARTS_H
#define CQ__DRIVER_POSTGRES_DECODE_PARTS_H

#include "driver/postgres/values.h"
#include "driver/postgres/wire.h"

/* One value on its way: what it is called in messages, and what it holds. */
typedef struct cq__pg_source {
	const cq__field_place *place;
	const cq__decode *entry;
	cq__arena *arena;
	const char *data; /* length bytes, and libpq's NUL behind them */
	int length;
	Oid type;
} cq__pg_source;

/* Makes the member of a value that is not NULL. */
typedef cq_status cq__pg_convert(const cq__pg_source *from, void *member);

/* The conversions that decode.c makes in its stride, where the column's type and the member's are one. */
typedef enum cq__pg_pace {
	CQ__PG_PACE_CONVERT, /* a call of `convert` */
	CQ__PG_PACE_BOOLEAN,
	CQ__PG_PACE_SMALLINT,
	CQ__PG_PACE_INTEGER,
	CQ__PG_PACE_BIGINT,
	CQ__PG_PACE_REAL,
	CQ__PG_PACE_DOUBLE,
	CQ__PG_PACE_DATE,
	CQ__PG_PACE_TIME,
	CQ__PG_PACE_TIMESTAMP,
	CQ__PG_PACE_UUID,
	CQ__PG_PACE_TEXT,
	CQ__PG_PACE_OPTIONAL = 16 /* is added to those of fixed size where the member may be NULL */
} cq__pg_pace;

/* How one column becomes one member. */
struct cq__pg_step {
	const cq__decode *entry;
	cq__pg_convert *convert; /* also for what the pace does not take; never NULL */
	int column;              /* of the result */
	uint32_t offset;         /* of the member in the row or object */
	uint16_t object;         /* 0: the row */
	uint8_t pace;            /* cq__pg_pace */
	Oid type;
};

/* The conversion of a column's type into a member, and its pace; one that only refuses when there is none. */
cq__pg_convert *cq__pg_find_convert(const cq__decode *entry, Oid type, uint8_t *pace);

/* Refuses every value. */
cq__pg_convert cq__pg_convert_nothing;

#endif
