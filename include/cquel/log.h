/* cquel/log.h: what an engine tells a program that asked to be told: statements, their parameters and their timings.
 *
 * It knows nothing of engines: an engine's options name the function that receives the records. None is the default.
 */
#ifndef CQUEL_LOG_H
#define CQUEL_LOG_H

#include <cquel/export.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* LEVEL(name): how much a record matters, the least first */
#define CQ_LOG_LEVEL_LIST(LEVEL) LEVEL(TRACE) LEVEL(STATEMENT) LEVEL(WARNING) LEVEL(ERROR)

#define CQ_PRIV_LOG_LEVEL_ENUM(name) CQ_LOG_##name,
/** TRACE: connections that open and close, and statements that the engine's cache drops. STATEMENT: one record a statement,
 *  when it is done. WARNING: something a program should look at. ERROR: a failure, which is also returned as a status; that
 *  of an operation is only in its statement's record and in cq_operation_error. */
typedef enum cq_log_level { CQ_LOG_LEVEL_LIST(CQ_PRIV_LOG_LEVEL_ENUM) CQ_LOG_LEVEL_COUNT } cq_log_level;
#undef CQ_PRIV_LOG_LEVEL_ENUM

/** One record. Strings are never NULL ("" where there is nothing to say) and live until the log function returns.
 *  Times are nanoseconds of the monotonic clock, 0 where they were not measured. */
typedef struct cq_log_record {
	cq_log_level level;
	const char *message;    /* one sentence, or "" for a statement that succeeded */
	const char *sql;        /* the statement's text as the database got it */
	const char *parameters; /* the bound values as a JSON array, long ones cut */
	bool cached;            /* the statement was prepared before */
	uint64_t queue_ns;      /* from submitting until it was sent, or until SQLite's worker took it; 0 when it need not wait */
	uint64_t prepare_ns;    /* the database's preparing of the text, 0 when cached */
	uint64_t wait_ns;       /* the database at work: from sending to the last of the answer; on SQLite also binding the values */
	uint64_t decode_ns;     /* making the rows the program's; of a large result measured in samples, see docs/observability.md */
	uint64_t run_ns;        /* wait_ns and decode_ns */
	uint64_t total_ns;      /* all: queue_ns, prepare_ns and run_ns */
	int64_t rows;           /* rows given or changed */
	const char *file;       /* where the statement stands in the program */
	int line;
} cq_log_record;

/** Receives the records of an engine.
 *
 *  user    what the engine's options gave beside the function
 *  record  valid until the function returns; copy what is to be kept
 *
 *  It is called on the thread that owns the engine, never while the library holds a lock. It must return, and must not
 *  call the engine that it is told about.
 *
 *  Example:
 *      static void print_statement(void *user, const cq_log_record *record)
 *      {
 *          fprintf(user, "%s %s (%.1f us)\n", record->sql, record->parameters, (double)record->total_ns / 1e3);
 *      } */
typedef void cq_log_function(void *user, const cq_log_record *record);

CQ_BEGIN_DECLS

/** The name of a level, "CQ_LOG_WARNING" for instance; a static string, never NULL, any thread. */
CQ_API const char *cq_log_level_name(cq_log_level level);

CQ_END_DECLS

#endif
