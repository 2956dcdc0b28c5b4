/* exec/run.h: a statement on its way to the driver, and what came back on its way to the program.
 * It knows nothing of waiting: run.c waits in the caller's thread, operation.c does not; both use these.
 */
#ifndef CQ__EXEC_RUN_H
#define CQ__EXEC_RUN_H

#include "exec/compile.h"
#include "exec/engine.h"
#include "exec/target.h"

#include <cquel/transaction.h>

/* Compiles the statement and fills the request with its text, values and, for a target (may be NULL), plan.
 * Everything else of the request is zero. error: takes the failure, with site and SQL. */
cq_status cq__request_make(cq_connection *db, const cq_statement *statement, const cq_target *target,
	cq__request *request, cq__compiled **compiled, cq__error *error);

/* How many rows the driver needs to read for a want: one, or a second to see that there is one. */
static inline size_t cq__want_limit(cq_want want)
{
	return want == CQ_WANT_FIRST ? 1 : 2;
}

/* The kind of request that a connection makes of a statement. */
static inline cq__request_kind cq__request_kind_of(const cq_connection *db, cq__request_kind kind)
{
	return __builtin_expect(db->dry_run, 0) ? CQ__REQUEST_PREPARE : kind;
}

/* What a finished request gave, handed to the program. Each takes the request's arena, or destroys it. */
void cq__deliver_rows(cq__request *request, cq_any_rows *out);
cq_status cq__deliver_one(cq__request *request, cq_want want, void **out, cq__error *error);
cq_status cq__deliver_scalar(cq__request *request, const cq_target *target, cq_want want, void *out, cq__error *error);

/* A statement was not let in: it is used up, and the handle's latest failure names its place. */
cq_status cq__statement_refuse(cq_connection *db, cq_statement *statement, cq_status status);

/* Adds site and SQL to a failure. */
void cq__error_place(cq__error *error, const cq_site *site, const cq__compiled *compiled);

/* ---- dry_run.c ---------------------------------------------------------------------------------------------------- */

/* What a dry run gives in place of a row that the program insists on. */
cq_status cq__blank_row(const cq__decode_plan *plan, void **out, cq__error *error);
cq_status cq__blank_scalar(const cq_target *target, void *out, cq__error *error);

/* Bytes that the program frees by their address: alone in an arena, as its first object. */
cq_status cq__hand_over_bytes(const void *data, size_t size, void **out, cq__error *error);

/* ---- echo.c ------------------------------------------------------------------------------------------------------- */

/* Logs a finished request as one CQ_LOG_STATEMENT record. values: in the order of compiled->text.binds' sources. */
void cq__echo(cq_engine *engine, const cq_site *site, const cq__compiled *compiled, const cq__request *request,
	const cq_value *values);

/* The same for texts without values: transactions, scripts, objects. */
void cq__echo_text(cq_engine *engine, const char *sql, const cq__request *request);

/* ---- listen.c ----------------------------------------------------------------------------------------------------- */

/* Ends a connection's listeners, which the program still has to close. */
void cq__listeners_end(cq_connection *db);

/* Calls the callbacks of those that have been told something; true when one was called. */
bool cq__listeners_call_back(cq_engine *engine);

/* ---- insert.c ----------------------------------------------------------------------------------------------------- */

/* Carries out INSERT_INTO(table, VALUES(array, count)); `request` has plan and sink, and receives rows and changes. */
cq_status cq__insert_statement(cq_connection *db, const cq_statement *statement, const cq__compiled *compiled,
	const cq_target *target, cq__request *request);

/* Frees what an engine remembers about tables. */
void cq__insert_plans_release(cq_engine *engine);

/* ---- transaction.c ------------------------------------------------------------------------------------------------ */

/* Begins a transaction, or a savepoint when one is open. options: NULL for those of a transaction that may write. *level is then
 * what the two below take. Failures go to db->working. */
cq_status cq__level_begin(cq_connection *db, const cq_transaction_options *options, uint32_t *level);
cq_status cq__level_commit(cq_connection *db, uint32_t level);

/* Undoes a level and all inside it, silently: whatever made this necessary is the first cause. */
void cq__level_undo(cq_connection *db, uint32_t level);

/* Something of the caller's own failed half-way inside of the open levels: all is rolled back, and the levels are lost, as if the
 * database had done it. */
void cq__levels_lose(cq_connection *db, cq__error *why);

/* How many levels are open now; those that are lost are not. */
uint32_t cq__levels_open(cq_connection *db);

/* ---- transact.c --------------------------------------------------------------------------------------------------- */

/* Whether another attempt at a transaction that failed with that may succeed. A function that ran on behind a failure gives what it met
 * last; the cause says more. */
bool cq__may_succeed(const cq_connection *db, cq_status status);

/* Waits before the next attempt; others go on meanwhile. CQ_CANCELLED when the task that waits is cancelled. */
CQ_CHECKED cq_status cq__back_off(cq_connection *db, const cq_transact_options *options, uint32_t attempt);

#endif
