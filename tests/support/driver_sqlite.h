/* support/driver_sqlite.h: what the tests of the SQLite driver share: connections, texts and requests made by hand.
 *
 * It knows nothing of the executor: the driver's table of functions is called directly.
 */
#ifndef CQ_TEST_DRIVER_SQLITE_H
#define CQ_TEST_DRIVER_SQLITE_H

#include "base/alloc.h"
#include "base/clock.h"
#include "driver/driver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* A directory of the test's own and the path of a file in it that is not there yet; gone with kit_file_remove. */
typedef struct kit_file {
	char directory[64];
	char path[96];
} kit_file;

void kit_file_make(kit_file *file);
void kit_file_remove(kit_file *file);

/* Opened read-write and created; path NULL is a database in memory. */
cq__connection *kit_open(const char *path);
cq__connection *kit_open_with(const char *path, size_t cache_bytes, int64_t busy_timeout_ms);

/* A cacheable text with an id of its own. A SELECT reads only. */
cq__text kit_text(const char *sql, const cq__bind *binds, uint32_t bind_count);

/* A request for it, nothing done with its rows. */
cq__request kit_request(const cq__text *text, const cq_value *values, cq__error *error);

/* Runs texts without values, which must succeed. */
void kit_execute(cq__connection *connection, const char *sql);

/* Runs a text without values; its status, the error's message in kit_message. */
cq_status kit_try(cq__connection *connection, const char *sql);
const char *kit_message(void);

/* The one integer that a SELECT gives. */
int64_t kit_integer(cq__connection *connection, const char *sql);

/* Runs a control statement, which must give `expected`. */
void kit_control(cq__connection *connection, cq__control control, const char *sql, cq_status expected);

/* The loop that all connections watch in. It is the test itself that waits, as a program's own loop does. */
cq__loop *kit_loop(void);

/* How many descriptors the connections want to be watched. */
int kit_watched(void);

/* Calls drive() when a descriptor is readable until so many requests were completed, at most ten seconds. */
void kit_drive(cq__connection *connection, int completions);

/* The plan of one BIGINT column. */
extern const cq__decode_plan kit_integer_plan;

/* A statement that runs for very long. */
extern const char kit_endless[];

#endif
