/* base/log.h: the way of a log record from where something happened to the program's log function.
 *
 * It knows nothing of engines. The engine holds one cq__log; everything below gets a pointer to it.
 */
#ifndef CQ__BASE_LOG_H
#define CQ__BASE_LOG_H

#include <cquel/log.h>
#include <cquel/status.h>

#include <stdbool.h>
#include <stddef.h>

/* All zero logs nothing. */
typedef struct cq__log {
	cq_log_function *function;
	void *user;
	cq_log_level level; /* records below it are not made */
} cq__log;

/* Whether a record of that level is wanted: ask before collecting its texts. log may be NULL. */
static inline bool cq__log_wants(const cq__log *log, cq_log_level level)
{
	return __builtin_expect(log != NULL && log->function != NULL, 0) && level >= log->level;
}

/* Hands a record over when it is wanted; texts that are NULL become "". */
void cq__log_write(const cq__log *log, const cq_log_record *record);

/* A record with nothing but a level and a message, cut at 500 bytes. */
__attribute__((format(printf, 3, 4))) void cq__log_message(const cq__log *log, cq_log_level level, const char *format,
	...);

/* The record of a failure, with the place in the program that is known of it. */
void cq__log_failure(const cq__log *log, cq_status status, const cq_error *error);

#endif
