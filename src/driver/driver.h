/* driver/driver.h: the contract between the executor and a database driver.
 * The executor hands over requests (text, where the values come from, where the rows go); a driver carries them out and
 * never waits in the caller's thread unless it is told that the caller would only sit and wait.
 */
#ifndef CQUEL_DRIVER_DRIVER_H
#define CQUEL_DRIVER_DRIVER_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "io/loop.h"
#include "io/worker.h"
#include "meta/rows_form.h"
#include <cquel/log.h>
#include <cquel/query.h>

/* ---- where values come from ------------------------------------------------------------------------------------- */

/** What a value is meant for; the numbers are cq__use of query/typing.h, which a driver does not see. */
typedef enum cq__bind_use {
	CQ__BIND_PLAIN,  /* compared: longer texts and finer decimals than the column's are legal, NULL is not */
	CQ__BIND_ASSIGN, /* stored: must fit the column as it is */
	CQ__BIND_PREFIX, /* a LIKE pattern is made of it: ! % _ are escaped with !, and % is added */
	CQ__BIND_SUFFIX,
	CQ__BIND_INFIX,
	CQ__BIND_LIMIT   /* LIMIT, OFFSET: a whole number, not negative */
} cq__bind_use;

/** How one parameter of a statement (in the order of its number, from 1) is made. */
typedef struct cq__bind {
	uint32_t source;    /* values: index in the request's values; rows: offset of the member in the object */
	uint8_t from;       /* cq_type of the C value */
	uint8_t to;         /* cq_type of the SQL side, CQ_TYPE_NONE: as it is */
	uint8_t flags;      /* CQ_VALUE_… of the node; an array is sent as JSON text for json_each */
	uint8_t use;        /* cq__bind_use */
	uint8_t storage;    /* cq_storage of the column */
	uint8_t scale;      /* DECIMAL(p, scale) */
	uint8_t nullable;   /* NULL may be sent; rows: the member is an optional */
	uint8_t precision;
	uint32_t length;    /* VARCHAR(n), CHAR(n): characters; 0: no limit */
	const cq_enum *labels;   /* of an ENUM, or NULL */
	const cq_column *column; /* for messages, or NULL */
} cq__bind;

/* ---- where rows go ---------------------------------------------------------------------------------------------- */

/** How one column of a result becomes one member of a struct. */
typedef struct cq__decode {
	uint32_t column;    /* index in the result */
	uint32_t offset;    /* of the member in the struct it goes to */
	uint8_t type;       /* cq_type of the member */
	uint8_t nullable;   /* the member is an optional, or a pointer that may be NULL */
	uint8_t storage;    /* cq_storage */
	uint8_t scale;
	uint16_t object;    /* 0: the row struct itself; n: the n-th object of the plan */
	uint16_t reserved;
	const cq_enum *labels;
	const cq_row_type *rows; /* of a LIST: what its rows are, else NULL */
	const char *name;   /* of the field, for messages */
} cq__decode;

/** An object that is a member of the row (a pointer in it): allocated when one of its key columns is not NULL. */
typedef struct cq__decode_object {
	uint32_t offset;      /* of the pointer in the row struct */
	uint32_t size;        /* of the object */
	uint32_t first, last; /* its entries in `columns`: [first, last) */
	uint32_t key_first;   /* a result column that is never NULL when the object is there (its primary key; else all are looked at) */
	uint8_t has_key;
	uint8_t nullable;     /* an outer join may leave it out: then the pointer is NULL */
} cq__decode_object;

/** Everything about decoding one row; made once for each compiled statement and target, then only read. */
typedef struct cq__decode_plan {
	uint32_t row_size;      /* bytes of the row struct (a scalar: of the scalar) */
	uint32_t column_count;  /* entries of `columns` */
	uint32_t object_count;
	uint32_t result_columns; /* how many columns the result must have; another number is CQ_WRONG_TYPE; 0: any number (the program's own SQL) */
	bool by_name;           /* `column` is to be found anew at each run: the result column called like the entry's `name`; none is CQ_WRONG_TYPE */
	const cq__decode *columns;
	const cq__decode_object *objects;
	const char *name;       /* of the row type, for messages */
	bool complete;          /* every member of the row struct is filled from a column; else rows are zeroed first */
} cq__decode_plan;

/* ---- requests --------------------------------------------------------------------------------------------------- */

/** A statement's text as the driver sees it; lives as long as the executor's compiled statement. */
typedef struct cq__text {
	const char *sql;
	uint32_t length;
	uint32_t id;              /* unique in the engine, never used again: the key of the connection's prepared statements */
	uint32_t bind_count;
	const cq__bind *binds;    /* ROWS: of one object; the parameters of the next object follow in the text */
	uint32_t rows_per_run;    /* ROWS: objects that one run of the text takes; 0 is 1. ARRAYS: the most; COPY: any number */
	uint32_t value_bind_count; /* ROWS: parameters behind those of the objects, the same in every run: request->values */
	const cq__bind *value_binds;
	bool reads_only;          /* a SELECT: reads of a drained batch may share a transaction */
	bool returns_rows;
	bool returning;           /* a write that gives rows: undone when these cannot be handed over */
	bool cacheable;           /* false: prepared for this once (DDL, transaction control) */
	uint8_t rows_form;        /* ROWS: cq__rows_form; other than VALUES only for drivers whose dialect writes it */
} cq__text;

typedef enum cq__request_kind {
	CQ__REQUEST_STATEMENT, /* one statement with values */
	CQ__REQUEST_ROWS,      /* one statement run over an array of objects: binds read members; see `rows`. All or none:
	                        * the driver opens a transaction or savepoint of its own when it takes several runs */
	CQ__REQUEST_SCRIPT,    /* several statements without values (text.sql), all or up to the first that fails */
	CQ__REQUEST_CONTROL,   /* BEGIN, COMMIT, ROLLBACK, SAVEPOINT …: text.sql; see `control` */
	CQ__REQUEST_PREPARE,   /* a STATEMENT's or ROWS' text is prepared anew and not run: the database's word on it, and with a plan whether
	                        * its result fits. Nothing is bound; no row comes */
	CQ__REQUEST_CONNECT    /* done when the connection can be used, or with the reason why it cannot */
} cq__request_kind;

typedef enum cq__control { CQ__CONTROL_NONE, CQ__CONTROL_BEGIN, CQ__CONTROL_COMMIT, CQ__CONTROL_ROLLBACK, CQ__CONTROL_SAVEPOINT, CQ__CONTROL_RELEASE, CQ__CONTROL_ROLLBACK_TO } cq__control;

struct cq__request;
typedef struct cq__request cq__request;

/** What happens to a row that was decoded; runs in the thread that carries out the request. */
typedef enum cq__sink { CQ__SINK_NONE, CQ__SINK_ARRAY, CQ__SINK_FIRST, CQ__SINK_STREAM } cq__sink;

/** What a shared handle notes about a request that goes through it; nobody else touches it. */
typedef struct cq__route {
	cq__list_link link;          /* among those that wait */
	void *handle;                /* that it came through */
	void *member;                /* of the pool, to which it goes; NULL: it waits */
	void *sitter;                /* a cq__waiter: who waits sends it; NULL: it is sent as soon as it can */
	void (*completed)(struct cq__request *request); /* who is told behind the handle */
	int64_t waited_ns;           /* in the queue, when it is measured */
	int place;
} cq__route;

/** One thing to do, owned by the executor's operation; nothing of it may move until `done`. What is marked `out` is zero before. */
struct cq__request {
	cq__job job;                /* of the driver's queues; zero before submit, run and stream_open */
	cq__request_kind kind;
	cq__control control;
	const cq__text *text;
	const cq_value *values;     /* STATEMENT, and ROWS with value_binds: borrowed until done */
	const void *rows;           /* ROWS: objects, row_count of them, each `row_stride` bytes */
	size_t row_count;
	size_t row_stride;
	const cq__text *tail;       /* ROWS: text for one object, for what rows_per_run leaves over; else NULL. COPY always has one:
	                             * the driver takes it where the database cannot copy */

	const cq__decode_plan *plan; /* NULL: rows are counted and dropped */
	cq__sink sink;
	cq_status status;            /* out: CQ_OK or the failure in `error` */
	cq__arena *arena;            /* rows, objects and their texts; made by the driver with cq__arena_create when NULL and a row comes */
	void *items;                 /* ARRAY: plan->row_size * row_count_out, grown in the arena; FIRST: the first row */
	size_t item_count;           /* rows decoded into items */
	size_t item_capacity;
	size_t row_limit;            /* stop after so many rows, 0: all (FIRST for `one` asks for 2 to see a second:
	                              * of a `returning` text that is CQ_TOO_MANY_ROWS, and what it wrote is undone) */
	void *stream;                /* STREAM: the driver's bounded queue, see the driver's vtable */

	int64_t deadline_ns;         /* of cq__monotonic_ns, 0: none. Kept by `run` and `wait`, whose caller sits in the driver. A
	                              * submitted request the driver need not end by itself: whoever submits has a timer and cancels;
	                              * what is cancelled behind its deadline is CQ_TIMEOUT */
	int64_t changes;             /* out: rows inserted, updated, deleted */
	int64_t rows_seen;           /* out: rows the database gave */
	int64_t last_key;            /* out: the last inserted row id, where the database has one */
	int64_t prepare_ns, run_ns;  /* out: filled when timing is asked for */
	int64_t queue_ns;            /* out, likewise: from submit until it was sent, or the worker took it */
	int64_t wait_ns, decode_ns;  /* out, likewise: parts of run_ns, together all of it: the database at work (and values bound);
	                              * rows becoming the program's */
	bool timing;
	bool was_cached;             /* out */
	bool within;                 /* belongs to a transaction: CQ_DATABASE when a failure of an earlier one has ended it */
	bool abandoned;              /* out: its outcome is not known, for the connection was lost or nobody waits any more */
	bool in_transaction;         /* out: whether a transaction is open behind it, asked of the database library */
	int cancelled;               /* asked to stop; of the driver, atomic */
	cq__error *error;            /* set by the driver on failure */
	void (*completed)(cq__request *request); /* runs in the owner's thread, from drive() or wait(), when done */
	void *owner;
	cq__route route;            /* all zero before it is submitted, run or opened */
};

/** What a connection is opened with. */
typedef struct cq__open_options {
	const char *path;            /* SQLite: the file, "" or ":memory:" */
	const char *url;             /* servers: what the library is given, without what is cquel's own */
	cq__loop *loop;              /* where the connection watches its descriptors; outlives it */
	int64_t connect_timeout_ms;  /* 0: none */
	bool unnamed;                /* no prepared statement outlives its run: for poolers that change the server's session */
	int64_t busy_timeout_ms;
	size_t statement_cache_bytes;
	bool read_only;
	bool create;
	bool echo_timing;
	const char *const *settings; /* pairs name, value, NULL-terminated: the URL's query parameters that the driver knows */
	cq_log_function *log;
	void *log_user;
} cq__open_options;

typedef struct cq__connection cq__connection; /* a driver's own */

/** What a connection is doing, asked of the database library. */
typedef enum cq__connection_state {
	CQ__STATE_CONNECTING,
	CQ__STATE_IDLE,        /* nothing is under way and no transaction open: anybody may have it */
	CQ__STATE_TRANSACTION, /* nothing is under way, a transaction (perhaps a failed one) is open */
	CQ__STATE_BUSY,        /* requests, unread replies or a cancellation are under way */
	CQ__STATE_BROKEN       /* of no more use; only close() is left */
} cq__connection_state;

/** Receives what other sessions NOTIFY; called from the loop. channel NULL: the connection is lost, and nothing comes any more. */
typedef void cq__notified(void *user, const char *channel, const char *payload, int process);

/** One driver. Calls come from the thread that owns the engine. */
typedef struct cq__driver {
	const char *name; /* "sqlite" */
	/** Of a server: whether its library can read open_options.url. CQ_INVALID_URL, CQ_UNSUPPORTED; no message holds a password.
	 *  NULL: the executor reads the URL itself. */
	cq_status (*check_url)(const char *url, cq__error *error);
	/** Makes a connection and begins to open it, without waiting; requests may be submitted at once, and fail with the reason
	 *  when it cannot be opened. Here only what is known at once fails (SQLite: the file is opened; nothing is left open). */
	cq_status (*open)(const cq__open_options *options, cq__error *error, cq__connection **out);
	/** Waits for what is running, rolls back an open transaction, finalises, closes. */
	void (*close)(cq__connection *connection);
	/** Queues a request; never waits, never runs it here. */
	void (*submit)(cq__connection *connection, cq__request *request);
	/** Queues and sits out one request, the caller having nothing else to do: runs it in this thread when nothing is queued
	 *  or running, else waits for it. `completed` is not called: the caller looks at the request itself. */
	void (*run)(cq__connection *connection, cq__request *request);
	/** The same for a request that was submitted before: takes it back when the worker has not begun it. */
	void (*wait)(cq__connection *connection, cq__request *request);
	/** Calls `completed` of every request that is done; never waits. Returns how many. The
	 *  driver's own watch does so too. */
	int (*drive)(cq__connection *connection);
	/** Asks a queued or running request to stop: it completes with CQ_CANCELLED (or as it had, if it was done first). */
	void (*cancel)(cq__connection *connection, cq__request *request);
	/** What the connection is doing. */
	cq__connection_state (*state)(cq__connection *connection);
	/** Takes stock of a connection that nobody uses, without waiting, so that the state shows what is left: a server's end is
	 *  found, or an answer that nobody read yet; SQLite: a statement of the program's own that still holds a lock is reset. */
	void (*look)(cq__connection *connection);
	/** How many requests are not done. */
	uint32_t (*load)(cq__connection *connection);
	/** Who hears of notifications; NULL: nobody. The whole entry is NULL where there is no such thing. */
	void (*listen)(cq__connection *connection, cq__notified *notified, void *user);
	/** Whether a transaction is open, asked of the database library, not of a counter. */
	bool (*in_transaction)(cq__connection *connection);
	/** The most parameters one statement takes. */
	uint32_t (*bind_limit)(cq__connection *connection);
	/** Forgets a prepared statement (the executor's cache dropped its text). */
	void (*forget)(cq__connection *connection, uint32_t text_id);
	/** Streaming: opens a bounded queue of `buffer_rows` rows that the request fills; next() gives one row (an object of
	 *  plan->row_size that lives until the next call), NULL with CQ_OK at the end; close() stops early and drains. A request
	 *  with `completed` never waits in open(): what the database says comes with the first row; cancel() stops the rows that
	 *  are on their way, and the next row is then CQ_CANCELLED. */
	cq_status (*stream_open)(cq__connection *connection, cq__request *request, size_t buffer_rows);
	cq_status (*stream_next)(cq__connection *connection, cq__request *request, int64_t deadline_ns, void **row);
	void (*stream_close)(cq__connection *connection, cq__request *request);
	/** Whether stream_next would not wait. When not, the driver calls request->completed from the loop once it would not. */
	bool (*stream_ready)(cq__connection *connection, cq__request *request);
	/** The database library's own handle (sqlite3 *), for what cquel does not cover. */
	void *(*native)(cq__connection *connection);
} cq__driver;

extern const cq__driver cq__driver_sqlite;
extern const cq__driver cq__driver_postgres;

#endif
