/* exec/engine.h: what engines, connections and operations are inside, and who may enter them.
 * It knows nothing of any one database: drivers and dialects come as tables of functions.
 * All of src/exec and src/schema include it.
 */
#ifndef CQ__EXEC_ENGINE_H
#define CQ__EXEC_ENGINE_H

#include "base/list.h"
#include "base/log.h"
#include "driver/driver.h"
#include "exec/cache.h"
#include "exec/reader.h"
#include "exec/url.h"
#include "io/process.h"
#include "io/waiter.h"
#include "sql/dialect.h"

#include <cquel/engine.h>
#include <cquel/op.h>
#include <cquel/result.h>
#include <cquel/transaction.h>

#include <pthread.h>

struct cq_engine {
	pthread_t owner;
	unsigned process;        /* cq__process_now() when it was opened */
	bool in_callback;        /* a callback is being called: see cq__engine_calls_back */
	bool closed;             /* inside a callback: freed when the drive is left */
	const cq__driver *driver;
	const cq__dialect *dialect;
	cq__log log;
	cq__cache cache;
	cq__pool pool;           /* of physical connections */
	cq__readers readers;     /* the pools that are only read from */
	struct cq__binding *bindings; /* tables whose statements go to other engines */
	size_t binding_count;
	cq__list connections;    /* handles */
	cq__list ready;          /* operations that are done and whose callback was not called yet */
	size_t pending;          /* operations not done, and those in `ready` */
	size_t callbacks;        /* not called yet */
	cq__list told;           /* listeners that have something for their callbacks */
	size_t listening;        /* listeners with a callback */
	cq__map inserts;         /* what is known about tables whose objects are inserted */
	struct cq__insert_plan *last_insert; /* one of them, or NULL */
	cq__map descriptions;    /* of aliases and rows that are made while the program runs, which compiled statements point to: by what they are of */
	cq__arena *described;    /* their memory, or NULL */
	cq__loop *loop;          /* its own, or that of the engine that it was opened beside */
	cq__loop own_loop;
	cq_engine *home;         /* the engine whose loop it is; its hook, `driving` and `companions` are those of all who share it */
	cq__list companions;     /* the engines that were opened beside this one */
	cq__list_link beside;    /* in home->companions */
	cq_loop_hook hook;
	uint32_t driving;        /* depth of drives: more than one only through an await that drives */
	bool ending;             /* its tasks are run to their end: there are no new ones */
	struct cq__current *current; /* the handle that cq_current gives outside of tasks, or NULL */
	cq__list guests;         /* cq__guest: what works on it and is told when it closes */
	void *models;            /* what the sessions of the engine know of tables, or NULL */
	void (*models_release)(void *models);
	cq_engine_options options;
	cq__url url;
	cq__error error;
};

/* Something above the engine that ends with it. */
typedef struct cq__guest {
	cq__list_link link;      /* in engine->guests */
	void (*closing)(struct cq__guest *guest); /* the engine closes: its handles still stand */
} cq__guest;

/* Operations' memory that a connection keeps for the next ones. */
enum { CQ__MOST_SPARE = 64 };

/* How long what undoes or ends something may take where the program sets no limit. */
enum { CQ__LONGEST_END_MS = 5000 };

struct cq_connection {
	cq_engine *engine;
	cq__connection *driven;  /* the driver's, or a place in the pool (driver is cq__driver_shared) */
	const cq__driver *driver;
	cq__member *member;      /* of the pool, the handle's alone; NULL for a shared handle */
	cq__borrower borrower;   /* what messages say about who has it */
	int64_t timeout_ms;
	bool timing;             /* statements are logged */
	__extension__ union {
		struct {
			bool lost;   /* the database rolled the open levels back by itself: nothing is sent until they have ended */
			bool taken;  /* a task waits inside of it: see `sitter` */
		};
		uint16_t barred;     /* both, for who looks at both */
	};
	bool shielded;           /* what is sent undoes or cleans up: a cancelled task waits for it as well */
	struct cq__sitter *sitter; /* of exec/await.h: who waits inside of it, the latest first */
	cq__compiled *held[2];   /* references of exec/await.h, or NULL: what tasks that wait here need of the cache */
	uint32_t levels;         /* open transaction and savepoints; only counts while the database says that it is open */
	cq_isolation isolation;  /* that the open transaction was begun with */
	uint32_t bind_limit;
	size_t pending;          /* operations that are not done */
	cq__error error;         /* of the latest failure, as cq_last_error shows it */
	cq__error working;       /* of the call under way; clear between calls */
	cq__error loss;          /* why the levels were rolled back, or must be: what failed first in the latest transaction */
	cq__list operations;     /* not released */
	cq__list streams;
	cq__list listeners;
	bool listened;           /* the session may still be listening: UNLISTEN before others have it */
	cq__arena *texts;        /* that the database made and an insert wrote back; NULL until there is one */
	cq__arena *spare[CQ__MOST_SPARE];
	uint32_t spare_count;
	bool dry_run;            /* statements are prepared and not run */
	uint32_t *repeats;       /* how often each place ran on this handle, by its number; NULL while nobody asks */
	uint32_t repeat_count;
	struct cq__current *current; /* whose handle it is, or NULL: nobody's that cq_current knows */
	cq_connection *main;     /* of a hidden handle: the one that it serves, and is gone with; NULL: it is the program's */
	cq_connection *replica;  /* of a shared handle where there are replicas: the hidden one that reads from them */
	cq__list hidden;         /* all hidden ones of this handle */
	cq__list_link served;    /* in main->hidden */
	const struct cq__binding *routes; /* tables whose statements go to other engines, before those of the engine, or NULL */
	size_t route_count;
	uint32_t sessions;       /* that work on it: it cannot be disconnected before they are closed */
	bool reads;              /* it is one that reads from replicas */
	bool reading;            /* the transaction that is open, or was, was begun read-only */
	cq__list_link link;
};

/* Whether the caller is the engine's thread and process. */
static inline bool cq__engine_entered(const cq_engine *engine)
{
	return pthread_equal(engine->owner, pthread_self()) && engine->process == cq__process_now();
}

/* Whether the caller is a callback, which must not wait. A task that runs while a callback closes or releases something is none. */
static inline bool cq__engine_calls_back(const cq_engine *engine)
{
	return engine->in_callback && !cq__inside_task(engine->loop);
}

/* CQ_MISUSE of a call whose argument, what, is NULL: told by cq_engine_error, unless there is no engine here to tell it. */
cq_status cq__engine_null(cq_engine *engine, const char *call, const char *what);

/* CQ_OK when a call on the connection may go on and wait; otherwise CQ_MISUSE, recorded where that is no race. */
cq_status cq__connection_refuse(cq_connection *db, const char *call);

/* That record is the failure of a call that was not let in; a call that is under way keeps its own. */
cq_status cq__connection_refused(cq_connection *db, cq__error *refused);

static inline cq_status cq__connection_enter(cq_connection *db, const char *call)
{
	if (__builtin_expect(db == NULL || !cq__engine_entered(db->engine) || (db->engine->in_callback | db->taken), 0))
		return cq__connection_refuse(db, call);
	return CQ_OK;
}

/* The same for calls that send a statement, which a lost transaction must not take. `complete`: no pointer that the call
 * needs is NULL. */
cq_status cq__connection_refuse_statement(cq_connection *db, const char *call, bool complete);
static inline cq_status cq__connection_enter_statement(cq_connection *db, const char *call, bool complete)
{
	if (__builtin_expect(db == NULL || !cq__engine_entered(db->engine) || (db->engine->in_callback | db->barred | !complete), 0))
		return cq__connection_refuse_statement(db, call, complete);
	return CQ_OK;
}

/* The same for calls that submit one, which may be made in a callback. */
static inline cq_status cq__connection_enter_submit(cq_connection *db, const char *call, bool complete)
{
	if (__builtin_expect(db == NULL || !cq__engine_entered(db->engine) || (db->lost | !complete), 0))
		return cq__connection_refuse_statement(db, call, complete);
	return CQ_OK;
}

/* transaction.c: a statement failed: looks whether the database has rolled back what was open with it, and keeps the cause. The
 * failure of what came behind the cause is made to tell it. */
void cq__connection_check_loss(cq_connection *db, cq__error *error);

/* The same for calls that never wait and so may be made in a callback. */
cq_status cq__connection_enter_anywhere(cq_connection *db, const char *call);

/* Ends a call: a failure in db->working becomes what cq_last_error shows. Returns `status`. */
cq_status cq__connection_fail(cq_connection *db, cq_status status);
static inline cq_status cq__connection_leave(cq_connection *db, cq_status status)
{
	return __builtin_expect(status == CQ_OK, 1) ? CQ_OK : cq__connection_fail(db, status);
}

/* The moment at which a statement that begins now must end; 0 for none. */
static inline int64_t cq__connection_deadline(const cq_connection *db)
{
	return __builtin_expect(db->timeout_ms > 0, 0) ? (int64_t)cq__deadline_after_ms(db->timeout_ms) : 0;
}

/* The same for what undoes or ends something at a server: also where the program sets no limit. */
static inline int64_t cq__connection_end_deadline(const cq_connection *db)
{
	return db->timeout_ms > 0 ? cq__connection_deadline(db) : (int64_t)cq__deadline_after_ms(CQ__LONGEST_END_MS);
}

/* A failure of a hidden handle is that of the one it serves, too. */
static inline void cq__connection_tell_main(const cq_connection *db)
{
	for (const cq_connection *from = db; __builtin_expect(from->main != NULL, 0); from = from->main)
		cq__error_copy(&from->main->error, &db->error);
}

/* connect.c: the pools of a new engine; nothing is opened. CQ_INVALID_URL and the like for those of its replicas. */
CQ_CHECKED cq_status cq__engine_make_pools(cq_engine *engine, cq__error *error);

/* connect.c: frees what is left of the pools that are only read from; they are closed already. */
void cq__readers_release(cq__readers *readers);

/* connect.c: the hidden shared handle of another engine that serves this one (or reads from the replicas there, if this one
 * does), made at its first use. NULL: no memory. */
cq_connection *cq__connection_beside(cq_connection *db, cq_engine *other);

/* connect.c: disconnects every handle, each with a warning, and closes the pool. */
void cq__engine_disconnect_all(cq_engine *engine);

/* A callback is to be called: the turn under way does not sleep, and a hook is told. */
void cq__engine_owe(cq_engine *engine);

/* Engines that share a loop share its callbacks: in none of them may be waited inside of one. */
void cq__engine_set_in_callback(cq_engine *engine, bool in_callback);

/* Frees what is closed and nobody is inside of any more, of all engines that share a loop. */
void cq__engine_settle(cq_engine *engine);

/* The driver of a URL's scheme, or NULL. */
const cq__driver *cq__driver_of(const char *scheme);

/* The dialect of that name, or NULL: "sqlite", "postgresql", "mariadb". */
const cq__dialect *cq__dialect_named(const char *name);

#endif
