/* driver/postgres/stream.h: a stream: its two chunks, and where its cursor stands.
 *
 * It knows nothing of other requests. stream.c and stream_cursor.c include it.
 */
#ifndef CQ__DRIVER_POSTGRES_STREAM_H
#define CQ__DRIVER_POSTGRES_STREAM_H

#include "driver/postgres/postgres.h"

typedef struct cq__pg_chunk {
	cq__arena *arena;
	char *rows;
	size_t count;
} cq__pg_chunk;

/* Where the cursor is. It is declared WITH HOLD: the server finishes the result by itself when the transaction that the cursor
 * stands in is committed, and the cursor goes on behind it. */
typedef enum cq__pg_cursor_place {
	CQ__PG_CURSOR_OWN,    /* in a read-only transaction of its own, which ends when another statement comes */
	CQ__PG_CURSOR_WITHIN, /* in the program's transaction */
	CQ__PG_CURSOR_HELD,   /* in no transaction */
	CQ__PG_CURSOR_GONE,   /* there is none (any more) */
	CQ__PG_CURSOR_NEVER   /* the statement takes no cursor: its rows come in one go */
} cq__pg_cursor_place;

typedef struct cq__pg_stream {
	cq__list_link link;      /* in the connection's streams, until it is closed */
	cq__connection *connection;
	cq__request *request;    /* the executor's; NULL when it is closed */
	const cq__text *text;    /* NULL when it was closed or has been sent */
	cq__request work;        /* by which one chunk is decoded */
	cq__pg_decoder decoder;
	cq__error error;
	cq_status failure;       /* comes behind the rows that were read before it */
	cq__pg_item *fetch;      /* under way or queued, or NULL */
	cq__pg_item *yield;      /* the COMMIT that another statement asked for, in which the server completes the result, or NULL */
	cq__pg_chunk chunks[2];
	unsigned reading;        /* the reader's chunk; the other one is filled */
	size_t at;               /* the next row of it */
	size_t chunk_rows;       /* at most */
	size_t next_rows;        /* that the next FETCH asks for */
	uint64_t fills;
	uint32_t number;         /* in the cursor's name */
	uint32_t depth;          /* WITHIN: of savepoints where it was declared */
	uint32_t items;          /* of the pipeline that point here: it is freed behind the last */
	uint8_t place;           /* cq__pg_cursor_place */
	bool declared;           /* DECLARE is sent */
	bool reopens;            /* ... and gone again: the next FETCH comes behind another one */
	bool within;             /* it was opened in the program's transaction */
	bool reads_only;         /* its transaction may be rolled back in the end */
	bool filled;             /* the other chunk is there, or what ended it is known */
	bool ended;              /* nothing more is to be fetched */
	bool refused;            /* the server takes no cursor for it: the statement is run as it is */
	bool yielded;            /* behind a pooler: its transaction ended for another statement's sake, and the cursor with it */
	bool awaited;            /* `completed` is to be called when it is filled */
	int64_t awaited_ns;      /* with timing: when `awaited` was set, less what was decoded until then */
	cq__timer patience;      /* what is fetched and not wanted any more has until then to come by itself */
} cq__pg_stream;

/* A stream whose first chunk is not fetched yet; NULL: no memory. */
cq__pg_stream *cq__pg_stream_create(cq__connection *connection, cq__request *request, size_t chunk_rows);

/* Adds to the request's times: how long its reader has sat for rows, in which decoding may have its part. */
static inline void cq__pg_stream_add_times(cq__request *request, int64_t sat_ns, int64_t decoded_ns)
{
	const int64_t wait_ns = sat_ns > decoded_ns ? sat_ns - decoded_ns : 0;
	request->wait_ns += wait_ns;
	request->run_ns += wait_ns;
}

/* Queues what fills the chunk that is not read. */
void cq__pg_stream_fetch(cq__pg_stream *stream);

/* Queues what ends the cursor and its own transaction, if there is one. */
void cq__pg_stream_drop_cursor(cq__pg_stream *stream);

/* Ends it with a failure. */
void cq__pg_stream_fail(cq__pg_stream *stream, cq_status status, const cq__error *error);

/* What is fetched is not wanted any more. A chunk comes soon as a rule, and to stop it costs a connection of its own, and the
 * transaction that the cursor stands in: the server is told only when the chunk does not come. */
void cq__pg_stream_lose_patience(cq__pg_stream *stream);

/* Frees a closed stream, or leaves it to the last of its items. */
void cq__pg_stream_release(cq__pg_stream *stream);

#endif
