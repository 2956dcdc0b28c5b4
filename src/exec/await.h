/* exec/await.h: the one place where the executor waits for a request.
 * It knows nothing of what a request asks for. All that sends one and needs its answer calls it: run.c, insert.c,
 * transaction.c, schema.c and their kin.
 */
#ifndef CQ__EXEC_AWAIT_H
#define CQ__EXEC_AWAIT_H

#include "exec/engine.h"
#include "io/waiter.h"

/* Whether there may be tasks: only then a call asks whether it runs in one. */
static inline bool cq__may_be_in_task(const cq_connection *db)
{
	return __builtin_expect(db->engine->loop->fibres != NULL, 0);
}

/* What others compile while a task waits may push a statement out of the cache. Whoever looks at it behind the wait keeps it:
 * until the next one is kept in its place. */
enum { CQ__KEEP_STATEMENT, CQ__KEEP_ROWS };
void cq__keep_compiled(cq_connection *db, unsigned place, cq__compiled *compiled);

/* cq__sit_out where there may be tasks. site and compiled may be NULL; the compiled statement is kept. */
void cq__sit_out_among_tasks(cq_connection *db, cq__request *request, const cq_site *site, cq__compiled *compiled);

/* Carries out a request and returns when it is done. In a task others run meanwhile: then the handle is taken, and whoever
 * calls anything that waits on it gets CQ_MISUSE. While db->shielded is set a cancelled task waits as well. `completed` and
 * `owner` of the request are not the caller's. */
static inline void cq__sit_out(cq_connection *db, cq__request *request)
{
	if (cq__may_be_in_task(db))
		cq__sit_out_among_tasks(db, request, NULL, NULL);
	else
		db->driver->run(db->driven, request);
}

/* The same for a statement of the program, which messages name. */
static inline void cq__sit_out_statement(cq_connection *db, cq__request *request, const cq_site *site,
	cq__compiled *compiled)
{
	if (cq__may_be_in_task(db))
		cq__sit_out_among_tasks(db, request, site, compiled);
	else
		db->driver->run(db->driven, request);
}

/* Who waits inside of a handle, for messages. It stands on the stack of who waits. */
struct cq__sitter {
	const cq_site *site;      /* NULL: a call without a statement of the program */
	const char *text;         /* SQL or the call's name */
	struct cq__sitter *outer; /* who waited there before, and still does; set by cq__sit_down */
};

/* From here on the handle is taken, until who sat down gets up. What closes may sit down beside who waits there already, and
 * they get up in any order. */
void cq__sit_down(cq_connection *db, struct cq__sitter *sitter);
void cq__get_up(cq_connection *db, const struct cq__sitter *sitter);

/* Sits down and waits for what wakes the waiter; CQ_OK, CQ_TIMEOUT, CQ_CANCELLED. */
cq_status cq__suspend_in(cq_connection *db, cq__waiter *waiter, cq__deadline until, bool shielded, struct cq__sitter *sitter);

/* Records that somebody waits inside of the handle, as the failure of a call that came meanwhile. */
cq_status cq__refuse_second(cq_connection *db, const char *call);

/* For who ends the handle: from now on every call that waits on it is refused. False, and that is recorded and logged, when a
 * task waits inside of it: it stays. */
bool cq__take_for_good(cq_connection *db);

#endif
