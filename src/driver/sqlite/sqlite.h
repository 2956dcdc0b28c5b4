/* driver/sqlite/sqlite.h: what the files of the SQLite driver share: the connection and the functions between them.
 *
 * It knows nothing of statements as programs or of operations. Nobody outside this folder includes it.
 *
 * The handle is opened without sqlite3's own locks (SQLITE_OPEN_NOMUTEX): it belongs to the thread that carries out
 * requests at the moment, the worker or the owner, as io/worker.h hands it over.
 */
#ifndef CQ__DRIVER_SQLITE_H
#define CQ__DRIVER_SQLITE_H

#include "base/alloc.h"
#include "base/list.h"
#include "driver/driver.h"
#include "driver/items.h"
#include "driver/prepared_cache.h"
#include "driver/value.h"

#include <sqlite3.h>

typedef struct cq__prepared cq__prepared;
typedef struct cq__stream cq__stream;

/* A prepared statement. One in use, from which a stream reads or that runs, is not shared. */
struct cq__prepared {
	cq__cached entry;
	sqlite3_stmt *statement;
	bool read_only;
	bool binds_array;        /* SQLite owns a text of any length until its parameter is cleared */
};

static inline cq__prepared *cq__prepared_of(cq__cached *entry)
{
	return (cq__prepared *)(void *)entry;
}

/* The statements that open and close transactions, each prepared when it is first needed. */
enum {
	CQ__FIXED_BEGIN,
	CQ__FIXED_BEGIN_IMMEDIATE,
	CQ__FIXED_COMMIT,
	CQ__FIXED_ROLLBACK,
	CQ__FIXED_SAVEPOINT, /* guard.c's own */
	CQ__FIXED_RELEASE,
	CQ__FIXED_ROLLBACK_TO,
	CQ__FIXED_COUNT
};

struct cq__connection {
	sqlite3 *handle;
	cq__prepared_cache cache;
	cq__arena *scratch;         /* texts that are bound, until the statement is reset; NULL until needed */
	sqlite3_stmt *fixed[CQ__FIXED_COUNT];
	cq__request *current;       /* what is being carried out */
	cq__batch *batch;           /* what it was taken from; NULL when run directly */
	uint64_t first_look_ns;     /* when the watchdog first looked at it; 0: not yet */
	cq__error unwanted;         /* of a request that has no place for one */
	cq_status stopped;          /* why the watchdog stopped it: CQ_OK, CQ_TIMEOUT or CQ_CANCELLED */
	bool watched;               /* the progress handler is installed */
	bool sharing;               /* a read transaction of our own is open for a batch */
	bool lost;            /* a failure ended the transaction, and nothing outside it was sent since */
	uint64_t busy_since_ns;
	int64_t busy_timeout_ms;
	cq__list streams;           /* open ones */
	unsigned open_streams;

	/* The owner's side. */
	cq__worker worker;
	cq__loop *loop;
	cq__watch watch;            /* of the worker's wake-up descriptor, while somebody waits for it to be signalled */
	uint32_t outstanding;       /* requests that were submitted and not handed back to who submitted them */
	uint32_t chunks_wanted;     /* streams whose reader is to be told when their next rows have come */
	unsigned process;           /* cq__process_now() when opened; another number once it closes */
	uint32_t bind_limit;
	unsigned driving;           /* calls of drive() under way */
	bool closed;                /* in a callback of drive(), which frees it at its end */
	atomic_bool in_transaction; /* behind the last request */
	uint32_t *forgotten;        /* ids to drop when the handle is free next */
	uint32_t forgotten_count;
	uint32_t forgotten_capacity;
};

/* ---- connection.c, settings.c ------------------------------------------------------------------------------------ */

CQ_CHECKED cq_status cq__sqlite_open_handle(const cq__open_options *options, cq__connection *connection,
	cq__error *error);
void cq__sqlite_close_handle(cq__connection *connection);
CQ_CHECKED cq_status cq__sqlite_apply_settings(cq__connection *connection, const cq__open_options *options,
	cq__error *error);

/* ---- statement_cache.c ------------------------------------------------------------------------------------------- */

void cq__sqlite_cache_init(cq__prepared_cache *cache, size_t limit);

/* The prepared statement of a text, its `users` one up: from the cache, or prepared now. On failure *out is NULL and the
 * request's error is set. */
CQ_CHECKED cq_status cq__sqlite_prepare(cq__connection *connection, cq__request *request, const cq__text *text,
	cq__prepared **out);

/* Resets it and gives it back: it is kept if it is cached, else finalized. */
void cq__sqlite_done_with(cq__connection *connection, cq__prepared *prepared);

/* The one that cq__sqlite_prepare finds without looking further, or NULL. */
static inline cq__prepared *cq__sqlite_cached(const cq__prepared_cache *cache, uint32_t id)
{
	cq__cached *const latest = cache->latest;
	return latest != NULL && latest->id == id && latest->users == 0 ? cq__prepared_of(latest) : NULL;
}

/* ---- errors.c ---------------------------------------------------------------------------------------------------- */

/* Records the handle's failure in the request (or error) and gives its status. `preparing` tells a statement that the
 * database does not accept from one that failed. */
CQ_CHECKED cq_status cq__sqlite_failed(cq__connection *connection, cq__request *request, int code, bool preparing);
CQ_CHECKED cq_status cq__sqlite_handle_failed(sqlite3 *handle, cq__error *error, int code, bool preparing);

/* ---- bind.c, bind_text.c, json_array.c --------------------------------------------------------------------------- */

/* Where values are bound. */
typedef struct cq__binder {
	sqlite3_stmt *statement;
	cq__arena **scratch;  /* texts made here live in it until the statement is reset; made when needed */
	sqlite3 *handle;
	cq__giver giver;
	bool copies;          /* the values go before the statement is done: sqlite3 copies them */
	bool bound_array;     /* out */
} cq__binder;

/* Binds all values of a STATEMENT or a stream. */
CQ_CHECKED cq_status cq__sqlite_bind_values(cq__binder *binder, const cq__text *text, const cq_value *values);

/* Binds the members of one object, to the parameters from `first` (1 is the first). */
CQ_CHECKED cq_status cq__sqlite_bind_object(cq__binder *binder, const cq__text *text, const void *object, int first);

/* The values behind the objects of a run, from parameter `first` on. */
CQ_CHECKED cq_status cq__sqlite_bind_behind(cq__binder *binder, const cq__text *text, const cq_value *values, int first);

/* One value that is not NULL; bind.c calls it for what is not a plain number or text. */
CQ_CHECKED cq_status cq__sqlite_bind_form(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value);

/* An array as JSON text. */
CQ_CHECKED cq_status cq__sqlite_bind_array(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value);

/* Binds a text or bytes that live as long as the binder was told, or in the scratch arena. */
CQ_CHECKED cq_status cq__sqlite_bind_text(cq__binder *binder, const cq__bind *bind, int place, const char *text,
	size_t length, bool in_scratch);

/* Room in the scratch arena, NULL when there is no memory. */
char *cq__sqlite_scratch(cq__binder *binder, size_t size);

/* CQ_OK or the failure of a sqlite3_bind call, recorded. */
CQ_CHECKED cq_status cq__sqlite_bound(cq__binder *binder, const cq__bind *bind, int code);

/* Empties a scratch arena; a large one is freed. */
void cq__sqlite_scratch_reset(cq__arena **scratch);

/* ---- decode.c, decode_form.c ------------------------------------------------------------------------------------- */

/* Where the columns of a row go. */
typedef struct cq__decoder {
	sqlite3_stmt *statement;
	cq__arena *arena;
	cq__error *error;
	const cq__decode_plan *plan;
	int64_t row; /* from 1, for messages */
} cq__decoder;

/* Whether the statement gives the columns that the plan wants; behind the first step, for sqlite3 prepares silently anew
 * when the schema has changed. A plan that goes by name is replaced by one with the columns found, which lives in the
 * scratch arena. */
CQ_CHECKED cq_status cq__sqlite_check_columns(cq__decoder *decoder, cq__arena **scratch);

/* The row that the statement stands at, into `row`, plan->row_size bytes. */
CQ_CHECKED cq_status cq__sqlite_decode_row(const cq__decoder *decoder, void *row);

/* How many rows the time of decoding this one (from 1) stands for when times are measured; 0: it is not looked at. Two looks at
 * the clock cost as much as decoding a short row. */
static inline int64_t cq__sqlite_sample(int64_t row)
{
	return row <= 16 ? 1 : row % 64 == 0 ? 64 : 0;
}

/* A value that decode.c does not take in its stride: NULL, another storage class, dates and their kin. */
CQ_CHECKED cq_status cq__sqlite_decode_form(const cq__decoder *decoder, const cq__decode *entry, sqlite3_value *value,
	void *member);

/* ---- statement.c, rows.c, control.c ------------------------------------------------------------------------------ */

/* Each carries out a request of its kind and gives its status; the request's outputs are set. */
CQ_CHECKED cq_status cq__sqlite_run_statement(cq__connection *connection, cq__request *request);
CQ_CHECKED cq_status cq__sqlite_run_rows(cq__connection *connection, cq__request *request);
CQ_CHECKED cq_status cq__sqlite_run_prepare(cq__connection *connection, cq__request *request);
CQ_CHECKED cq_status cq__sqlite_run_script(cq__connection *connection, cq__request *request);
CQ_CHECKED cq_status cq__sqlite_run_control(cq__connection *connection, cq__request *request);

/* Steps a bound statement to its end, or to what the request wants, and decodes its rows. */
CQ_CHECKED cq_status cq__sqlite_step_all(cq__connection *connection, cq__request *request, sqlite3_stmt *statement);

/* Runs one of the fixed statements; the sqlite3 code. */
int cq__sqlite_fixed(cq__connection *connection, int which);

/* guard.c: what keeps several runs together, or a write and the rows that it gives. */
typedef enum cq__guard { CQ__GUARD_NONE, CQ__GUARD_TRANSACTION, CQ__GUARD_SAVEPOINT } cq__guard;

CQ_CHECKED cq_status cq__sqlite_guard_open(cq__connection *connection, cq__request *request, cq__guard *out);

/* Keeps what was written, or undoes it when status is a failure; the statements that wrote must have been reset. */
CQ_CHECKED cq_status cq__sqlite_guard_close(cq__connection *connection, cq__request *request, cq__guard kind,
	cq_status status);

/* The read transaction that reads of a batch share. Opening it fails silently: they then run each in its own. */
void cq__sqlite_share_begin(cq__connection *connection);
void cq__sqlite_share_end(cq__connection *connection);

/* ---- watchdog.c -------------------------------------------------------------------------------------------------- */

/* Waits for other connections' locks, no longer than the timeout, the deadline and the caller want. */
void cq__sqlite_watch_busy(cq__connection *connection);

/* Looks at the deadline and at cancellation while statements run. */
void cq__sqlite_watch(cq__connection *connection, bool on);

/* CQ_OK, or why the request should not go on; before it begins and between its parts. */
CQ_CHECKED cq_status cq__sqlite_may_go_on(cq__connection *connection, cq__request *request);

/* ---- requests.c -------------------------------------------------------------------------------------------------- */

/* Carries out one request, with the watchdog on when it has a deadline, in the owner's thread; its status, error and outputs
 * are set. */
void cq__sqlite_run_directly(cq__connection *connection, cq__request *request);

/* A list of requests: the worker's run(). */
void cq__sqlite_carry_out_batch(void *connection, cq__batch *batch);

/* Completes a request that was never begun. */
void cq__sqlite_refuse_request(cq__request *request, cq_status status, const char *why);

/* Drops the statements of texts that were forgotten while the worker had the handle. */
void cq__sqlite_drop_forgotten(cq__connection *connection);

/* ---- stream.c ---------------------------------------------------------------------------------------------------- */

CQ_CHECKED cq_status cq__sqlite_stream_open(cq__connection *connection, cq__request *request, size_t buffer_rows);
CQ_CHECKED cq_status cq__sqlite_stream_next(cq__connection *connection, cq__request *request, int64_t deadline_ns,
	void **row);
bool cq__sqlite_stream_ready(cq__connection *connection, cq__request *request);
void cq__sqlite_stream_cancel(cq__connection *connection, cq__request *request);
void cq__sqlite_stream_close(cq__connection *connection, cq__request *request);

/* Carries out a stream's own request: prepares it, or reads its next rows. */
CQ_CHECKED cq_status cq__sqlite_run_stream(cq__connection *connection, cq__request *request);

/* Ends the streams that are still open when the connection closes; the worker has stopped. */
void cq__sqlite_stream_end_all(cq__connection *connection);

/* ---- driver.c ---------------------------------------------------------------------------------------------------- */

/* Queues and sits out a request in the worker's order, or carries it out at once when nothing else is under way. */
void cq__sqlite_run(cq__connection *connection, cq__request *request);

/* Of requests that nobody outside of the driver knows; else the connection's count and watch go with it. */
void cq__sqlite_submit(cq__connection *connection, cq__request *request);
void cq__sqlite_wait(cq__connection *connection, cq__request *request);

/* Stops a request, queued or running. */
void cq__sqlite_cancel(cq__connection *connection, cq__request *request);

/* Watches the worker's descriptor as long as somebody waits for it to be signalled; after each change of the counts. */
void cq__sqlite_rewatch(cq__connection *connection);

#endif
