/* driver/postgres/postgres.h: what the files of the PostgreSQL driver share: the connection, its items, and the functions
 * between them.
 *
 * It knows nothing of statements as programs or of operations. Nobody outside this folder includes it.
 *
 * What is to be done is an item. Items stand in `queued` in their order; when it is an item's turn its kind sends commands
 * (cq__pg_send_…), and libpq answers each command with results, in order. Commands that are answered all or none stand in
 * one group, which a Sync ends. Nothing here waits: the connection's watch is ready, and pipeline.c reads.
 */
#ifndef CQ__DRIVER_POSTGRES_H
#define CQ__DRIVER_POSTGRES_H

#include "base/alloc.h"
#include "base/list.h"
#include "base/log.h"
#include "base/text.h"
#include "driver/driver.h"
#include "driver/prepared_cache.h"
#include "driver/postgres/rows.h"
#include "driver/postgres/values.h"
#include "io/process.h"

#include <libpq-fe.h>

typedef struct cq__pg_item cq__pg_item;
typedef struct cq__pg_kind cq__pg_kind;
typedef struct cq__pg_prepared cq__pg_prepared;
typedef struct cq__pg_cancel cq__pg_cancel;

/* ---- items -------------------------------------------------------------------------------------------------------- */

/* Where an item is. */
typedef enum cq__pg_place {
	CQ__PG_FREE,
	CQ__PG_QUEUED,   /* nothing of it was sent */
	CQ__PG_SENT,     /* its commands are under way */
	CQ__PG_FINISHED  /* nothing of it is under way any more */
} cq__pg_place;

/* How an item goes through the pipeline; one constant table a kind. All functions are called with the connection entered
 * (cq__pg_enter), so it does not go while they run. */
struct cq__pg_kind {
	/* It is its turn: sends its commands with cq__pg_send_… (not the Sync). CQ_OK: they are under way (or, without any, it is
	 * done). A failure, recorded in item->error: nothing was sent, and it ends with that. */
	cq_status (*send)(cq__connection *connection, cq__pg_item *item);
	/* A result of one of its commands, `tag` as it was sent: everything but a Sync's, also PGRES_FATAL_ERROR and
	 * PGRES_PIPELINE_ABORTED. It is cleared by the caller. NULL: the default, cq__pg_take_result. */
	void (*result)(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result);
	/* All its commands, and its Sync, are answered without a failure. True: it has sent more commands and goes on (a group
	 * of its own again). NULL: it is done. */
	bool (*answered)(cq__connection *connection, cq__pg_item *item);
	/* With `looks`: its commands are answered and its Sync is not sent yet. What it finds wrong with the rows it has recorded, and
	 * then what the commands did is undone. NULL: item->status says it all. */
	void (*look)(cq__connection *connection, cq__pg_item *item);
	/* Its outcome is known: item->status, and the failure in item->error. For items without a request; it may queue others,
	 * and the item is gone afterwards. NULL: nothing. */
	void (*done)(cq__connection *connection, cq__pg_item *item);
	/* Only with `simple`: the socket is ready while item->copying is set; instead of PQgetResult. PQputCopyData and
	 * PQgetCopyData are called here, and item->wants_write says whether the socket is to be watched for writing. */
	void (*ready)(cq__connection *connection, cq__pg_item *item);
	bool alone;  /* a group of its own: nothing shares its Sync */
	bool holds;  /* nothing behind it is sent until it is done: it sends in several steps */
	bool looks;  /* its Sync waits until its results have been looked at: a failure in them undoes it. Implies alone and holds */
	bool ends_hidden; /* ends the transaction of a stream's own */
	bool simple; /* outside of pipeline mode: COPY, several statements in one text. The connection is idle before and, once
	              * PQgetResult has given NULL, behind it. Implies alone and holds */
};

struct cq__pg_item {
	cq__list_link link;       /* in queued or sent; in spare */
	cq__list_link finish_link; /* in finished */
	cq__job job;              /* request->job.next points at it while the request is here */
	cq__connection *connection;
	const cq__pg_kind *kind;
	cq__request *request;     /* NULL: a thing of the driver's own, or nobody waits for it any more */
	void *owner;              /* of the kind */
	cq__error *error;         /* where its failure goes: the request's, or `own_error` */
	cq_status status;         /* the first failure */
	uint8_t place;            /* cq__pg_place */
	uint8_t step;             /* of the kind; 0 when sent */
	uint8_t mode;             /* cq__pg_group */
	bool over;                /* its outcome is set; its replies may still be on their way (`told`) */
	bool sat_out;             /* somebody sits and looks at `over`; no callback */
	bool aborted;             /* a command of it was not run, for one before it had failed */
	bool failed;              /* a command of it failed */
	bool prepares;            /* it brought the statement's Parse along; else one that was sent before it did */
	bool again;               /* it was sent a second time with a new prepared statement */
	bool resend;              /* what failed was not its own fault: it goes back to the queue when the group has ended */
	bool stopped;             /* the program wants it to end: a cancellation is or will be sent */
	bool cancel_sent;         /* the server was asked to stop while it was at it */
	bool late;                /* ... because its deadline passed */
	bool hit;                 /* another's cancellation has met it: it goes again, in a group of its own */
	bool told;                /* the request was completed before its replies were read: they are dropped */
	bool begun;               /* the first result of it has been seen */
	bool own_arena;           /* the request's arena is the driver's */
	bool copying;             /* simple: see ready */
	bool wants_write;         /* simple: see ready */
	bool committed;           /* COMMIT: its tag was COMMIT */
	bool begins;              /* it is a BEGIN */
	bool inside;              /* a transaction of the program was open when it was sent */
	bool synced;              /* looks: its Sync was sent */
	uint32_t group;           /* the number of its group */
	uint32_t open_commands;   /* sent and not answered, its Sync not counted */
	cq__deadline stop_by;     /* stopped: when it is told so, whatever the server says */
	cq__deadline drained_by;  /* told: the server, which was asked to stop it, must have answered by then; 0: it was not asked */
	uint32_t cancel_epoch;    /* connection->cancels when it was sent */
	cq__pg_prepared *prepared; /* what it uses, pinned; NULL: none */
	uint32_t generation;      /* of it when it was sent */
	cq__pg_prepared *other;   /* ROWS: of the other of its two texts, likewise pinned */
	uint64_t queued_ns, sent_ns; /* with timing */
	cq__error own_error;      /* the last member, and clear in an item that is not used */
};

/* What one answer of libpq belongs to. */
typedef struct cq__pg_command {
	cq__pg_item *item;        /* NULL: a Sync, or of an item that was given up */
	uint32_t tag;             /* of a Sync: the number of its group */
	bool sync;
	bool seen;                /* a result was given for it */
} cq__pg_command;

/* What shares a Sync with what. */
typedef enum cq__pg_group {
	CQ__PG_GROUP_NONE,
	CQ__PG_GROUP_SINGLE, /* an item alone */
	CQ__PG_GROUP_READS,  /* reads outside of a transaction: sent again when another one fails */
	CQ__PG_GROUP_WITHIN  /* of one open transaction, or behind its BEGIN */
} cq__pg_group;

/* Tags of commands that the core sends itself; those of other kinds begin with CQ__PG_TAG_OWN. */
enum { CQ__PG_TAG_RUN, CQ__PG_TAG_PARSE, CQ__PG_TAG_DEALLOCATE, CQ__PG_TAG_DESCRIBE, CQ__PG_TAG_UNDO, CQ__PG_TAG_OWN };

/* ---- prepared statements ------------------------------------------------------------------------------------------ */

enum { CQ__PG_NAME = 40 };

/* What is known of a statement's results; see scan.c. */
typedef struct cq__pg_scan {
	bool large;               /* the last one had many rows */
	uint32_t runs;
	size_t rows;              /* that the last one had */
	double whole_ns;          /* a row, by each way, on average; 0: not known */
	double chunked_ns;
} cq__pg_scan;

struct cq__pg_prepared {
	cq__cached entry;         /* its users are items */
	uint32_t generation;      /* how many names it has had before */
	bool parsed;              /* the server has it, or will when it has read what was sent */
	cq__pg_decoder decoder;
	cq__pg_scan scan;
	char name[CQ__PG_NAME];
};

typedef struct cq__pg_cache {
	cq__prepared_cache prepared;
	uint32_t suffix;          /* of the next name: no name is given twice, and another client's statement behind a pooler is
	                           * never taken for ours */
	char (*dropped)[CQ__PG_NAME]; /* to be deallocated on the server when no transaction is open */
	uint32_t dropped_count;
	uint32_t dropped_capacity;
} cq__pg_cache;

/* ---- what libpq connects with: url.c ------------------------------------------------------------------------------- */

/* url.c: what libpq is given. */
typedef struct cq__pg_parameters {
	PQconninfoOption *parsed; /* where the texts stand */
	const char **keywords;
	const char **values;
	size_t count;
	char *options;
	int64_t timeout_ms;       /* of connecting to one host */
} cq__pg_parameters;

/* ---- the connection ----------------------------------------------------------------------------------------------- */

/* How libpq goes. */
typedef enum cq__pg_mode {
	CQ__PG_MODE_SIMPLE,   /* one command at a time, without waiting: COPY, several statements in one text */
	CQ__PG_MODE_PIPELINE,
	CQ__PG_MODE_ALONE     /* one statement, which libpq may wait for: see short.c */
} cq__pg_mode;

struct cq__connection {
	PGconn *handle;           /* NULL: it was never made, or is gone */
	cq__loop *loop;
	cq__watch watch;          /* of libpq's descriptor */
	cq__deferred flush;       /* sends what is queued */
	cq__deferred read_on;     /* reads what libpq took in while it sent */
	cq__deferred deliver;     /* calls `completed` of what is done */
	cq__timer timer;          /* of connecting; later the grace of what was stopped, and the draining of it */
	cq__list queued;
	cq__list sent;            /* in the order of their groups */
	cq__list finished;        /* whose `done` or `completed` is to be called */
	cq__job_list failed;      /* requests that never became items, likewise */
	cq__list spare;           /* items for the next ones */
	uint32_t spare_count;
	uint32_t items;           /* that are not spare */
	cq__pg_command *commands; /* a ring: what libpq still has to answer */
	uint32_t command_first, command_count, command_capacity;
	uint32_t group;           /* the number of the group that is open, or of the next one */
	uint8_t group_mode;       /* cq__pg_group of the one that is open: commands were sent, and its Sync not yet */
	uint32_t told;            /* items whose request was completed before their replies came */
	cq__pg_item *holder;      /* nothing else is sent until it is done */
	cq__pg_item *opening;     /* a BEGIN in the group that is open */
	cq__pg_item *beginner;    /* a BEGIN whose Sync was sent and not answered */
	uint32_t load;            /* requests that are not done */
	uint32_t unsent;          /* requests that were queued since the last flush */
	cq__pg_encoder encoder;
	cq__pg_cache cache;
	cq__pg_decoder decoder;   /* of statements that are not cached */
	cq__pg_cancel *cancel;    /* NULL until the first */
	uint32_t cancels;         /* cancellations begun */
	cq__error broken_error;   /* why it is of no more use */
	bool connecting;
	bool broken;
	bool refused;             /* libpq did not take a command: it is broken as soon as nobody is in the middle of something */
	uint8_t mode;             /* cq__pg_mode: how libpq goes */
	bool unnamed;
	bool read_only;
	bool blocked;             /* the socket takes no more for now */
	bool lost;                /* a BEGIN failed, and nothing outside of its transaction was sent since */
	bool in_transaction;      /* as the server last told */
	bool never_stood;         /* broken before it was connected */
	bool closed;
	unsigned entered;         /* calls into it under way: it is freed when the last one leaves */
	unsigned process;         /* cq__process_now() when opened; another number once it closes */
	cq__log log;
	cq__pg_parameters parameters; /* while it connects */
	const char *host;         /* the one that is tried, of libpq's */
	bool failed_at_once;      /* it could not even begin */
	cq__notified *notified;
	void *notified_user;
	cq__list streams;         /* of stream.c */
	struct cq__pg_stream *own_stream; /* the one whose cursor stands in a transaction of its own; NULL: none does */
	uint32_t streams_opened;
	uint32_t depth;           /* of savepoints, as far as control requests tell */
	uint32_t hidden_transactions; /* of streams, begun or to be begun, whose end was not answered yet: nobody sees them */
	cq__pg_rows rows;         /* of the ROWS request that it is at */
	uint64_t scan_begun;      /* of scan.c */
};

/* ---- pipeline.c: what the kinds call ------------------------------------------------------------------------------ */

/* A new item at the end of the queue (or at its front); it is sent at the next turn of the loop, or with cq__pg_flush. NULL:
 * no memory. request may be NULL. */
cq__pg_item *cq__pg_enqueue(cq__connection *connection, const cq__pg_kind *kind, cq__request *request, void *owner);

/* Each sends one command of an item, in its send() or answered(). A failure is recorded in item->error. The parameters are
 * connection->encoder's as it stands, if `encoded`, else none. Results come binary. */
CQ_CHECKED cq_status cq__pg_send_text(cq__connection *connection, cq__pg_item *item, uint32_t tag, const char *sql,
	const Oid *types, bool encoded);
CQ_CHECKED cq_status cq__pg_send_parse(cq__connection *connection, cq__pg_item *item, uint32_t tag, const char *name,
	const char *sql, int type_count, const Oid *types);

/* What PQsend… has answered: libpq refuses a command that it may have written a part of, so the connection is of no more use. */
CQ_CHECKED cq_status cq__pg_sent(cq__connection *connection, cq__pg_item *item, int sent);

/* The most parameters that a statement has. */
enum { CQ__PG_MOST_PARAMETERS = 65535 };

/* The same for a text of the executor with what the encoder holds: takes its prepared statement from the cache, or prepares
 * it in the same group; without names it goes as it is. runs: how many objects' parameters the encoder holds (ROWS). */
CQ_CHECKED cq_status cq__pg_send_statement(cq__connection *connection, cq__pg_item *item, uint32_t tag, const cq__text *text,
	size_t runs);

/* Makes the group that is open fail, in which the item stands. */
void cq__pg_send_undo(cq__connection *connection, cq__pg_item *item);

/* What a result means for an item without a request of its own: an error is recorded, an abort noted; CQ_OK for a result
 * that tells of success. */
cq_status cq__pg_take_status(cq__connection *connection, cq__pg_item *item, const PGresult *result);

/* The same, and the rows go to the item's request: decoded, counted; changes are added up. */
void cq__pg_take_result(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result);

/* The latter alone: the result tells of success, and there is a request. */
void cq__pg_take_success(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result);

/* Sends what is queued and reads nothing. */
void cq__pg_flush(cq__connection *connection);

/* The same without ending the group that is open: when much has been queued in one turn, the server need not wait for its end. */
void cq__pg_send_ahead(cq__connection *connection);

/* Ends the group that is open: the Sync alone, and with what follows from it. */
void cq__pg_sync(cq__connection *connection);
void cq__pg_group_sync(cq__connection *connection);

/* Behind an item's commands: ends its group, where nothing may join it. */
void cq__pg_settle_group(cq__connection *connection, cq__pg_item *item);

/* The mode changes, if it is another one; the connection is idle. False: it broke. */
CQ_CHECKED bool cq__pg_enter_mode(cq__connection *connection, cq__pg_mode mode);

/* An item that is used again. */
cq__pg_item *cq__pg_item_new(cq__connection *connection, const cq__pg_kind *kind, cq__request *request, void *owner);
void cq__pg_item_free(cq__connection *connection, cq__pg_item *item);

/* Another command to be answered: room is made before it is sent, so that it can be noted behind it. */
CQ_CHECKED bool cq__pg_command_room(cq__connection *connection, uint32_t more);
void cq__pg_command_push(cq__connection *connection, cq__pg_item *item, uint32_t tag);

/* The oldest that is not answered. */
static inline cq__pg_command *cq__pg_command_first(cq__connection *connection)
{
	return &connection->commands[connection->command_first];
}
void cq__pg_command_pop(cq__connection *connection);

/* Reads what has come, without waiting. */
void cq__pg_read(cq__connection *connection);

/* Of an idle connection: whether the server is still at the other end, as far as its socket tells. */
bool cq__pg_look_alive(cq__connection *connection);

/* Puts an item among the finished ones (item->status is its outcome): it is told so from the loop, or looked at. */
void cq__pg_finish(cq__connection *connection, cq__pg_item *item);

/* Sets an item's outcome although its replies are still to come: they will be dropped. */
void cq__pg_tell(cq__connection *connection, cq__pg_item *item, cq_status status, const char *why);

/* Who sat an item out is through with it. */
void cq__pg_sat_out(cq__connection *connection, cq__pg_item *item);

/* Everything ends with this status: the connection closes. */
void cq__pg_end_all(cq__connection *connection, cq_status status, const char *why);

/* Turns the loop until *flag is set or `deadline` (0: none) passed; false: it passed. Outside of tasks only. */
CQ_CHECKED bool cq__pg_wait_for(cq__connection *connection, const bool *flag, cq__deadline deadline);

/* Calls what is done, from the loop; how many. */
int cq__pg_deliver(cq__connection *connection);

/* Asks an item to stop; see cancel.c. */
void cq__pg_stop(cq__connection *connection, cq__pg_item *item, bool late);

/* The connection is of no more use: everything in it ends, nothing twice. error NULL: what libpq says. */
void cq__pg_break(cq__connection *connection, const char *why);

/* While one is entered it is not freed. */
static inline void cq__pg_enter(cq__connection *connection)
{
	connection->entered++;
}
void cq__pg_leave_slow(cq__connection *connection);
static inline void cq__pg_leave(cq__connection *connection)
{
	if (__builtin_expect(--connection->entered == 0 && connection->closed, 0))
		cq__pg_leave_slow(connection);
}

/* What the watch wants now. */
void cq__pg_watch(cq__connection *connection);

/* Whether the program has a transaction open. */
static inline bool cq__pg_in_transaction(const cq__connection *connection)
{
	return connection->in_transaction && connection->hidden_transactions == 0;
}

/* The item of a request that was submitted; NULL: it is done. */
static inline cq__pg_item *cq__pg_item_of(const cq__request *request)
{
	return request->job.next != NULL && request->job.state == CQ__JOB_NEW ? CQ__JOB_ENTRY(request->job.next, cq__pg_item, job) : NULL;
}

/* ---- the kinds ---------------------------------------------------------------------------------------------------- */

extern const cq__pg_kind cq__pg_kind_statement; /* statement.c */
extern const cq__pg_kind cq__pg_kind_returning; /* the same for a write whose rows are looked at before it is kept */
extern const cq__pg_kind cq__pg_kind_control;   /* control.c */
extern const cq__pg_kind cq__pg_kind_prepare;   /* statement.c */

extern const cq__pg_kind cq__pg_kind_scan;      /* scan.c */
/* Notes that a statement gave so many rows, as long as these are many; whether it is one for kind_scan. */
enum { CQ__PG_MANY_ROWS = 4096 };
void cq__pg_scan_note(cq__pg_scan *scan, const cq__request *request, size_t rows);
bool cq__pg_scan_wanted(const cq__connection *connection, const cq__request *request);

/* Large data. */
extern const cq__pg_kind cq__pg_kind_script; /* script.c */
/* rows.c: the kind that carries out this ROWS request, in the form that its text and number of objects want. */
const cq__pg_kind *cq__pg_rows_kind(const cq__request *request);
/* Whether rows can hardly fail to fit, so that a write need not wait until they have been looked at: keys that the database made. */
bool cq__pg_gives_keys(const cq__decode_plan *plan);
/* stream.c: the driver's entries. */
cq_status cq__pg_stream_open(cq__connection *connection, cq__request *request, size_t buffer_rows);
cq_status cq__pg_stream_next(cq__connection *connection, cq__request *request, int64_t deadline_ns, void **row);
void cq__pg_stream_close(cq__connection *connection, cq__request *request);
bool cq__pg_stream_ready(cq__connection *connection, cq__request *request);
/* The connection breaks or closes: streams that are still open end with connection->broken_error. */
void cq__pg_stream_end_all(cq__connection *connection);
/* Asks what is fetched to stop. */
void cq__pg_stream_cancel(cq__connection *connection, cq__request *request);
/* Before any request is queued: a stream's own transaction ends there, so that the request is in none; and streams learn of the
 * program's transactions. */
void cq__pg_stream_yield(cq__connection *connection, const cq__request *request);
/* listen.c: hands over what PQnotifies gives; after each read. And the driver's entry. */
void cq__pg_notifications(cq__connection *connection);
void cq__pg_listen(cq__connection *connection, cq__notified *notified, void *user);
/* The connection breaks: who listens is told. */
void cq__pg_listen_lost(cq__connection *connection);

/* ---- connect.c ---------------------------------------------------------------------------------------------------- */

/* CQ_INVALID_URL for what libpq cannot read; the message holds nothing of what may be a password. */
CQ_CHECKED cq_status cq__pg_check_url(const char *url, cq__error *error);

/* Without what poolers do not take where there may be one (`unnamed`). */
CQ_CHECKED cq_status cq__pg_parameters_make(cq__pg_parameters *parameters, const cq__open_options *open, cq__error *error);
void cq__pg_parameters_release(cq__pg_parameters *parameters);

/* What the URL says of a parameter; NULL: nothing. */
const char *cq__pg_parameters_find(const cq__pg_parameters *parameters, const char *keyword);

/* Leaves out the host that did not answer, and those before it; false: there is no other. */
CQ_CHECKED bool cq__pg_parameters_skip(cq__pg_parameters *parameters, const char *host);

/* Begins to connect; a failure is told to what is queued. */
CQ_CHECKED cq_status cq__pg_connect_begin(cq__connection *connection, const cq__open_options *options, cq__error *error);
void cq__pg_connect_ready(cq__connection *connection);

/* The watch's function. */
void cq__pg_watch_ready(cq__watch *watch, int mask);
void cq__pg_read_on(cq__connection *connection);

/* A message of libpq as one line, without the password; in *buffer's memory. */
const char *cq__pg_message(const cq__connection *connection, const char *text, char *buffer, size_t size);

/* ---- short.c, driver.c -------------------------------------------------------------------------------------------- */

/* The driver's entry. A statement that is prepared on an idle connection goes the short way; all else is queued and sat out. */
void cq__pg_run(cq__connection *connection, cq__request *request);
void cq__pg_run_queued(cq__connection *connection, cq__request *request);

/* Whether it is open, in this process. Closing gives the connection a number that no process has. */
static inline bool cq__pg_is_ours(const cq__connection *connection)
{
	return __builtin_expect(connection->process == cq__process_now(), 1);
}

/* ---- statement.c -------------------------------------------------------------------------------------------------- */

/* The rows of a success into its request, and what it changed. */
CQ_CHECKED cq_status cq__pg_take_rows(cq__request *request, cq__pg_decoder *decoder, const PGresult *result);

/* The request's outputs as they are before it begins, and after a failure. */
void cq__pg_request_clear(cq__request *request);
void cq__pg_request_empty(cq__request *request, bool own_arena);

/* ---- errors.c ----------------------------------------------------------------------------------------------------- */

/* Records a result that is an error, and gives its status. */
cq_status cq__pg_result_failed(cq__connection *connection, const PGresult *result, cq__error *error);

/* The same for a call that libpq refused. */
cq_status cq__pg_call_failed(cq__connection *connection, cq__error *error);

/* The status of a SQLSTATE. */
cq_status cq__pg_status_of(const char *sqlstate);

/* Whether the server ends the session with this error. */
bool cq__pg_is_fatal(const PGresult *result);

/* Whether the statement only has to be prepared again: 26000, 42P05, 0A000 of RevalidateCachedQuery. */
bool cq__pg_is_stale(const PGresult *result);

/* Notices of the server go to the log. */
void cq__pg_notice(void *connection, const PGresult *result);

/* ---- statement_cache.c -------------------------------------------------------------------------------------------- */

void cq__pg_cache_init(cq__pg_cache *cache, size_t limit);
void cq__pg_cache_release(cq__pg_cache *cache);

static inline cq__pg_prepared *cq__pg_prepared_of(cq__cached *entry)
{
	return (cq__pg_prepared *)(void *)entry;
}

static inline cq__pg_prepared *cq__pg_cache_find(const cq__pg_cache *cache, uint32_t id)
{
	cq__cached *const latest = cache->prepared.latest;
	return cq__pg_prepared_of(latest != NULL && latest->id == id ? latest : cq__prepared_cache_find(&cache->prepared, id));
}

/* It is used: it is the last to go. */
static inline void cq__pg_cache_touch(cq__pg_cache *cache, cq__pg_prepared *prepared)
{
	if (__builtin_expect(&prepared->entry != cache->prepared.latest, 0))
		cq__prepared_cache_touch(&cache->prepared, &prepared->entry);
}

/* The entry of a text, pinned; it may have to be prepared (`parsed`). NULL: no memory. */
cq__pg_prepared *cq__pg_cache_take(cq__pg_cache *cache, const cq__text *text);

/* Not used any more. */
void cq__pg_cache_done(cq__pg_cache *cache, cq__pg_prepared *prepared);

/* The server's one is of no use: it will be prepared anew, under another name. */
void cq__pg_cache_renew(cq__pg_cache *cache, cq__pg_prepared *prepared);

/* ---- cancel.c ----------------------------------------------------------------------------------------------------- */

/* Whether a cancellation is under way: nothing is sent, for it might hit what it was not meant for. */
static inline bool cq__pg_cancelling(const cq__connection *connection)
{
	return connection->cancel != NULL;
}

/* Cancels what the server is at, if it was asked to stop. */
void cq__pg_cancel_head(cq__connection *connection);
void cq__pg_cancel_timer(cq__connection *connection);
void cq__pg_cancel_release(cq__connection *connection);
/* The connection closes: the server is told, and nobody hears how it goes. */
void cq__pg_cancel_and_leave(cq__connection *connection);

#endif
