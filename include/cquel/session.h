/* cquel/session.h: a session: the objects a piece of work has loaded, added, changed and deleted, and the one call that writes
 * all of that to the database in the right order. docs/session.md is the guide.
 *
 * Objects are plain structs. No call but those that say so waits for the database; touching an object never does.
 *
 * Common to all of them:
 *   thread  the engine's. A session serves one task at a time: a call while another task waits inside of it is CQ_MISUSE, and
 *           the message names both places.
 *   errors  what cq_session_error(session) then describes.
 *   NULL    a session or object that is NULL is CQ_MISUSE, but for closing.
 */
#pragma GCC system_header
#ifndef CQUEL_SESSION_H
#define CQUEL_SESSION_H

#include <cquel/relation.h>
#include <cquel/result.h>
#include <cquel/schema.h>
#include <cquel/transaction.h>

/** A session; opaque. */
typedef struct cq_session cq_session;

/** What a session knows of an object. */
typedef enum cq_object_state {
	CQ_TRANSIENT,  /* nothing: not of this session */
	CQ_PENDING,    /* added, not yet written */
	CQ_PERSISTENT, /* it has a row */
	CQ_DELETED,    /* its row is deleted by a flush of the open transaction */
	CQ_DETACHED    /* it had a row; taken out of the session, or deleted and committed */
} cq_object_state;

/** What a hook is called for. */
typedef enum cq_event {
	CQ_BEFORE_INSERT, CQ_AFTER_INSERT, CQ_BEFORE_UPDATE, CQ_AFTER_UPDATE, CQ_BEFORE_DELETE, CQ_AFTER_DELETE,
	CQ_AFTER_LOAD,
	CQ_BEFORE_COMMIT, CQ_AFTER_COMMIT, CQ_AFTER_ROLLBACK, /* object is NULL */
	CQ_EVENT_COUNT
} cq_event;

/** A hook. BEFORE_INSERT and BEFORE_UPDATE may change the object's columns; what a BEFORE hook returns other than CQ_OK ends the
 *  flush or commit with that status; after the fact it is ignored. It must not wait, flush, or end the transaction.
 *
 *  table   of the object; NULL for those without one */
typedef cq_status cq_hook_function(cq_session *session, cq_event event, const cq_table *table, void *object, void *argument);

typedef struct cq_hook {
	cq_event event;
	const cq_table *table;    /* NULL: objects of every table */
	cq_hook_function *function;
	void *argument;
} cq_hook;

/** Statements over a table go to another engine (see cq_engine_bind), for the sessions with these options. They are no part of the
 *  session's transaction, so they are for reading: writing objects of that table is CQ_MISUSE. The engines share a loop. */
typedef struct cq_session_route {
	const cq_table *table;
	cq_engine *engine;
} cq_session_route;

/** How a session behaves. Start from CQ_SESSION_OPTIONS_INIT. */
typedef struct cq_session_options {
	bool no_autoflush;         /* statements do not flush first; what is pending is not seen by them */
	bool expire_on_commit;     /* objects are expired when the transaction is committed */
	bool with_deleted;         /* rows that are deleted softly are seen */
	cq_transaction_options transaction; /* how transactions begin */
	const cq_hook *hooks;      /* hook_count of them, called in this order; copied */
	size_t hook_count;
	const cq_session_route *routes; /* route_count of them; copied */
	size_t route_count;
	uint32_t batch;            /* the most keys of one statement that loads a relation; 0: 500, and 32,768 where they are sent as one array */
	cq_arena *arena;           /* of cq_arena_open: the session's objects stand in it, and outlive the session; NULL: in its own memory. Not a factory's */
} cq_session_options;

#define CQ_SESSION_OPTIONS_INIT { .batch = 0 }

/** An array of pointers to the session's objects: what cq_all gives for a session. The array is freed with cq_free(&users), the
 *  objects are the session's. */
#define cq_objects(S) struct { S **items; size_t count; cq_arena *arena; }

CQ_BEGIN_DECLS

/* ---- memory that outlives sessions -------------------------------------------------------------------------------------- */

/** Makes memory for the objects of sessions (cq_session_options.arena): what these read and add, its texts, and the arrays of relations stay readable, the relations
 *  between them loaded as they were, when the session and the engine are closed, until cq_arena_close. Any number of sessions may use it, one after the other or side by side; it
 *  grows with each, and is given back as a whole.
 *
 *  out  NULL on failure. Closed with cq_arena_close.
 *
 *  CQ_MISUSE for NULL, CQ_NO_MEMORY. Any thread, and one at a time with the sessions on it. Never waits.
 *
 *  Example:
 *      cq_session_options options = CQ_SESSION_OPTIONS_INIT;
 *      CQ_TRY(cq_arena_open(&options.arena));
 *      User *user = NULL;
 *      cq_status status;
 *      CQ_SESSION_STATUS(engine, &options, session, &status)
 *          status = cq_one(session, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 7)), OPTIONS(SELECTIN(users.posts))));
 *      if (status == CQ_OK)
 *          CQ_EACH(Post, post, user->posts) puts(post->title);
 *      cq_arena_close(&options.arena); */
CQ_API CQ_CHECKED cq_status cq_arena_open(cq_arena **out);

/** Frees an arena with all objects and texts in it, and sets *arena to NULL; *arena may be NULL. While a session is open on it, its memory stays
 *  until that is closed. Only for what cq_arena_open gave: the memory of a result ends the program with a message, for it is cq_free's. */
CQ_API void cq_arena_close(cq_arena **arena);

/* ---- sessions ----------------------------------------------------------------------------------------------------------- */

/** Opens a session on a shared handle of its own (cq_connect_shared): nothing is sent, and no connection held, before it is
 *  needed. Outside of a transaction reading takes any connection of the pool; the first write (a flush that has something to write, an
 *  INSERT, UPDATE or DELETE, FOR_UPDATE), cq_begin, or an isolation above the statement's own begins one.
 *
 *  options  NULL for CQ_SESSION_OPTIONS_INIT; copied
 *  out      NULL on failure. Closed with cq_session_close.
 *
 *  CQ_MISUSE (NULL, another thread, an event or a route that there is not, an arena that cq_arena_open did not give), CQ_NO_MEMORY; cq_engine_error(engine) describes them.
 *  The _at forms take the place that messages about the session name.
 *
 *  Example: CQ_TRY(cq_session_open(engine, NULL, &session)); */
#define cq_session_open(engine, options, out) cq_session_open_at((engine), (options), (out), __FILE__, __LINE__)
CQ_API CQ_CHECKED cq_status cq_session_open_at(cq_engine *engine, const cq_session_options *options, cq_session **out,
	const char *file, int line);

/** Opens one on a handle of the program's, exclusive or shared, which must live as long (cq_disconnect refuses it meanwhile). A transaction that is open on it already is joined:
 *  the session's own is then a savepoint of it. options, out and errors as cq_session_open, which cq_last_error(db) describes.
 *  Example: CQ_TRY(cq_session_on(db, NULL, &session)); */
#define cq_session_on(db, options, out) cq_session_on_at((db), (options), (out), __FILE__, __LINE__)
CQ_API CQ_CHECKED cq_status cq_session_on_at(cq_connection *db, const cq_session_options *options, cq_session **out,
	const char *file, int line);

/** Rolls back what is open, and frees the session with all its objects and texts; those of the program's own stay as they are. Sets *session to
 *  NULL; *session may be NULL. Objects and texts that cq_take copied, or that stand in an arena of the program's, live on. One in which a task waits, that a hook closes, or that a
 *  factory made for a task, stays, and *session with it: cq_session_error(*session) says so. */
CQ_API void cq_session_close(cq_session **session);

/** The handle that the session works on, for what a session has no verb for: cq_submit_all, cq_stream_open, cq_explain. The session's own:
 *  not to be disconnected. NULL for NULL, and when the engine was closed. Never waits. */
CQ_API cq_connection *cq_session_connection(cq_session *session);

/* A session's scope: what CQ_SESSION was given, and what its cleanup attribute calls: closes the session, which may be NULL, and leaves its latest
 * failure where cq_engine_error tells it. */
typedef struct cq_session_scope {
	cq_engine *engine;
	const cq_session_options *options;
	cq_status *out; /* of the _STATUS form */
	bool entered;
} cq_session_scope;
CQ_API void cq_session_scope_leave(cq_session **session);

/** The session's latest failure; never NULL, its code CQ_OK when nothing failed yet. A call that succeeds leaves it. Owned by the session, valid
 *  until the next call on it. For NULL and another thread's it is a static CQ_MISUSE record.
 *  Example: if (cq_commit(session) != CQ_OK) fprintf(stderr, "%s\n", cq_session_error(session)->message); */
CQ_API const cq_error *cq_session_error(cq_session *session);

/** Defaults that many sessions are opened with: the options, once. */
typedef struct cq_session_factory cq_session_factory;

/** Makes a factory.
 *
 *  options  NULL for CQ_SESSION_OPTIONS_INIT; copied. CQ_MISUSE for one with an arena: that is a piece of work's own
 *  out      NULL on failure. Closed with cq_session_factory_close, also when its engine was closed before.
 *
 *  Errors as cq_session_open. Example: CQ_TRY(cq_session_factory_open(engine, &options, &factory)); */
CQ_API CQ_CHECKED cq_status cq_session_factory_open(cq_engine *engine, const cq_session_options *options, cq_session_factory **out);
/** Closes a factory and the sessions that cq_session_current made of it; those of cq_session_new live on. Sets *factory to NULL; *factory may be NULL. */
CQ_API void cq_session_factory_close(cq_session_factory **factory);

/** Opens a session with the factory's options: cq_session_open. It is the caller's, closed with cq_session_close.
 *  Example: CQ_TRY(cq_session_new(factory, &session)); */
#define cq_session_new(factory, out) cq_session_new_at((factory), (out), __FILE__, __LINE__)
CQ_API CQ_CHECKED cq_status cq_session_new_at(cq_session_factory *factory, cq_session **out, const char *file, int line);

/** The current task's session of that factory, opened at its first use and closed when the task ends; outside of tasks one for the factory. Not to be
 *  closed by the program. Errors as cq_session_open; *out is NULL then.
 *  Example: CQ_TRY(cq_session_current(factory, &session)); */
CQ_API CQ_CHECKED cq_status cq_session_current(cq_session_factory *factory, cq_session **out);

/* ---- objects: the functions behind the macros below --------------------------------------------------------------------- */

/** Adds an object of the program's, and what its relations with SAVE_UPDATE hold (cq_add). Nothing is sent. Adding again does nothing; what is marked for
 *  deletion is not any more; what was detached comes back.
 *
 *  table   of the object's model, no alias
 *  object  a struct of table->object_size bytes, which must live until it is expunged or the session closes
 *
 *  CQ_MISUSE for an object that is deleted in the open transaction, whose row has another object in the session, or whose model cannot be used;
 *  CQ_NO_MEMORY. Nothing is added then. */
CQ_API CQ_CHECKED cq_status cq_session_add(cq_session *session, const cq_table *table, void *object);

/** The same for an array of count structs, all or none (cq_add_all). count 0 does nothing. */
CQ_API CQ_CHECKED cq_status cq_session_add_all(cq_session *session, const cq_table *table, void *objects, size_t count);
/** Copies a struct and its texts into the session's memory and adds the copy (cq_add_new).
 *
 *  values  borrowed until the call returns; its relations are not looked at
 *  out     S **: the object, the session's; NULL on failure. Errors as cq_session_add */
CQ_API CQ_CHECKED cq_status cq_session_add_new(cq_session *session, const cq_table *table, const void *values, void *out);
/** Gives the object with a primary key (cq_get): the session's, unless it is expired; else its row is read, what is pending flushed before.
 *  A key that was changed in an object and is not flushed is not looked for.
 *
 *  key, types  count values in the order of the key's columns, and a cq_type each; borrowed until the call returns
 *  out         S **: the object, the session's; NULL when there is no such row, and on failure
 *
 *  CQ_MISUSE for another number of values, CQ_WRONG_TYPE, CQ_OUT_OF_RANGE, CQ_NULL_VALUE for one that is none of its column's; what the
 *  database says. Waits. */
CQ_API CQ_CHECKED cq_status cq_session_get(cq_session *session, const cq_table *table, void *out, const cq_value *key, const uint8_t *types, size_t count);
/** Brings the state of an object that is not the session's into it, with what its relations with MERGE have loaded (cq_merge; docs/relations.md, Merging).
 *
 *  given  borrowed until the call returns, and not changed
 *  out    S **: the session's object for it; NULL on failure
 *
 *  CQ_STALE when the given VERSION is neither 0 nor the row's; what the database says; nothing is changed then. Waits. */
CQ_API CQ_CHECKED cq_status cq_session_merge(cq_session *session, const cq_table *table, const void *given, void *out);

/** Marks a persistent object for deletion by the next flush, with what its cascades reach; a pending one is simply taken out. Nothing is sent.
 *  CQ_MISUSE for an object that the session does not have.
 *  Example: CQ_TRY(cq_delete(session, user)); CQ_TRY(cq_commit(session)); */
CQ_API CQ_CHECKED cq_status cq_delete(cq_session *session, void *object);

/** Writes what was added, changed and deleted (docs/unit-of-work.md tells the order); begins the transaction when there is
 *  something to write. On failure the transaction is as the database has it (on PostgreSQL: to be rolled back), all objects and
 *  their states are as before the call, and it may be called again. Waits.
 *
 *  CQ_STALE when a row was changed or deleted by somebody else; CQ_UNIQUE, CQ_FOREIGN_KEY … of the database; what a hook gave; CQ_MISUSE for rows that
 *  cannot be ordered. */
CQ_API CQ_CHECKED cq_status cq_flush(cq_session *session);

/** Reads a persistent object's row again, and with it the relations that are loaded and have REFRESH_EXPIRE; unwritten changes are lost. CQ_NO_ROW: it is gone.
 *  CQ_MISUSE for an object that is not persistent. Waits. */
CQ_API CQ_CHECKED cq_status cq_refresh(cq_session *session, void *object);

/** Declares an object out of date: what is changed and not written is given up, what it holds stays readable, its relations are no longer loaded, and whichever call reads its row next
 *  (cq_get, cq_refresh, a statement) writes it anew. Goes on along REFRESH_EXPIRE. Nothing is sent. CQ_MISUSE for an object that is not persistent. */
CQ_API CQ_CHECKED cq_status cq_expire(cq_session *session, void *object);

/** The same for all persistent objects of the session. */
CQ_API CQ_CHECKED cq_status cq_expire_all(cq_session *session);

/** Takes an object out of the session, with what cascades reach (EXPUNGE is one of CASCADE(ALL)). It and what it has loaded stay readable: what stands in
 *  an arena of the program's (cq_session_options.arena) until that is closed, what stands in the session's memory until the session is closed;
 *  cq_take makes a copy that outlives it. Objects of the program's own are its own again, but for the texts and arrays that the session gave them.
 *  Nothing is sent; what is not written stays so. CQ_MISUSE for an object that the session does not have. */
CQ_API CQ_CHECKED cq_status cq_expunge(cq_session *session, void *object);

/** The same for all objects; inside a flush (a hook) CQ_MISUSE. */
CQ_API CQ_CHECKED cq_status cq_expunge_all(cq_session *session);

/** Copies an object, its texts and its loaded relations (as deep as they are loaded) into memory that outlives the session: one block, the
 *  caller's, freed with cq_free(&copy). The session's objects are not changed. Nothing is sent (cq_take).
 *
 *  out  S **: the copy; NULL on failure
 *  CQ_MISUSE for an object that the session does not have, CQ_NO_MEMORY. */
CQ_API CQ_CHECKED cq_status cq_session_take(cq_session *session, const void *object, void *out);

/** What the session knows of an object; CQ_TRANSIENT for NULL. Never waits. */
CQ_API cq_object_state cq_state_of(const cq_session *session, const void *object);

/** Whether an object was declared out of date. false for NULL and for what the session does not have. Never waits. */
CQ_API bool cq_is_expired(const cq_session *session, const void *object);

/** Whether an object holds something that is not written: true of a pending one. false for NULL and for what the session does not have. Never waits. */
CQ_API bool cq_is_modified(cq_session *session, const void *object);

/** Whether there is anything that a flush would write: it looks at all objects, as a flush does. false for NULL. Never waits. */
CQ_API bool cq_has_changes(cq_session *session);

/** Sets a column by a name known only at run time, checked: the name against the model, the value against the column. Texts are copied.
 *  CQ_MISUSE for a name that the model lacks, or that is the primary key of a persistent object; CQ_WRONG_TYPE, CQ_OUT_OF_RANGE, CQ_NULL_VALUE,
 *  CQ_TOO_LARGE, CQ_BAD_TEXT: the column then holds what it held. Nothing is sent.
 *
 *  type, value  a cq_type and the member of value that is of it; CQ_TYPE_NONE: NULL */
CQ_API CQ_CHECKED cq_status cq_session_set_field(cq_session *session, void *object, const char *name, uint8_t type, cq_value value);

/* ---- transactions ------------------------------------------------------------------------------------------------------- */

/** Begins the transaction now, or a savepoint inside it (flushing first). */
CQ_API CQ_CHECKED cq_status cq_session_begin(cq_session *session, const cq_transaction_options *options);
/** Flushes and commits the innermost that was begun; without any it commits what the session began by itself. */
CQ_API CQ_CHECKED cq_status cq_session_commit(cq_session *session);
/** Undoes the innermost: added objects are transient again, deleted ones persistent, and every object's columns and relations are what they were
 *  when it began, or what the latest statement read. */
CQ_API CQ_CHECKED cq_status cq_session_rollback(cq_session *session);
/** Whether the session has begun a transaction that the program has not ended, also when the database has. */
CQ_API bool cq_session_in_transaction(cq_session *session);
/** Begins a savepoint, flushing first; CQ_MISUSE outside a transaction. */
CQ_API CQ_CHECKED cq_status cq_session_savepoint(cq_session *session);

/** What cq_transact runs in a session's transaction. It may be run more than once. What it adds to the session must live longer than its call, for
 *  the flush comes behind it: cq_add_new.
 *
 *  attempt  1 the first time */
typedef cq_status cq_session_function(cq_session *session, void *argument, uint32_t attempt);

/** Runs a function in a transaction of the session, and again where that helps; cq_transact(session, function, argument, options) is this.
 *  Commits when it returns CQ_OK, flushing first; otherwise rolls back, the session's objects included. When the failure is of the class
 *  CQ_CLASS_RETRYABLE (CQ_STALE, CQ_SERIALIZATION, CQ_DEADLOCK, CQ_SNAPSHOT, CQ_BUSY), it waits a little and runs it again,
 *  up to options->attempts times. Before each attempt, the first one too, all objects are expired, for what they hold was read before it: the function
 *  begins with what reads those that it changes (cq_get, a statement, cq_refresh), and loads the relations that it goes through. Never after CQ_COMMIT_UNKNOWN.
 *
 *  Inside an open transaction it runs once, in a savepoint; then, and where options allow one attempt only, nothing is expired. CQ_MISUSE outside of one while the session holds changes that are not written, and
 *  there may be another attempt: that would not have them.
 *
 *  options  NULL for CQ_TRANSACT_OPTIONS_INIT, with the session's own options of transactions
 *  Gives what the last attempt gave; CQ_CANCELLED when the task is cancelled while it waits.
 *
 *  Example:
 *      static cq_status transfer(cq_session *session, void *argument, uint32_t attempt) { ... }
 *      CQ_TRY(cq_transact(session, transfer, &order, NULL)); */
CQ_API CQ_CHECKED cq_status cq_session_transact(cq_session *session, cq_session_function *function, void *argument,
	const cq_transact_options *options);

/* ---- statements on a session: the functions behind cq_all(session, …) and its kin --------------------------------------- */

CQ_API CQ_CHECKED cq_status cq_session_run_all(cq_session *session, cq_statement *statement, const cq_target *target, void *out);
CQ_API CQ_CHECKED cq_status cq_session_run_one(cq_session *session, cq_statement *statement, const cq_target *target, cq_want want, void *out);
CQ_API CQ_CHECKED cq_status cq_session_run_scalar(cq_session *session, cq_statement *statement, const cq_target *target, cq_want want, void *out);
CQ_API CQ_CHECKED cq_status cq_session_run_scalars(cq_session *session, cq_statement *statement, const cq_target *target, void *out_rows);
CQ_API CQ_CHECKED cq_status cq_session_run_execute(cq_session *session, int64_t *changes, cq_statement *statement);

/** What cq_create_all(session, …) and cq_drop_all(session, …) call: one of them on the session's handle; a failure becomes the session's. */
CQ_API CQ_CHECKED cq_status cq_session_run_schema(cq_session *session, const char *call,
	cq_status (*function)(cq_connection *db, const cq_table *const *tables, size_t count), const cq_table *const *tables, size_t count);

/* ---- relations: the functions behind cq_append, cq_append_all, cq_remove, cq_assign, cq_load -------------------------------------------- */

CQ_API CQ_CHECKED cq_status cq_session_append(cq_session *session, const cq_relation *relation, void *object, void *other);
CQ_API CQ_CHECKED cq_status cq_session_append_all(cq_session *session, const cq_relation *relation, void *object, void *const *others, size_t count);
CQ_API CQ_CHECKED cq_status cq_session_remove(cq_session *session, const cq_relation *relation, void *object, void *other);
CQ_API CQ_CHECKED cq_status cq_session_assign(cq_session *session, const cq_relation *relation, void *object, void *other);
/** options: NULL, or a statement that holds nothing but clauses for the loaded objects: WHERE, ORDER_BY, OPTIONS. */
CQ_API CQ_CHECKED cq_status cq_session_load(cq_session *session, const cq_relation *relation, void *const *objects, size_t count,
	cq_statement *options);

CQ_END_DECLS

#ifndef __cplusplus
static inline CQ_CHECKED cq_status cq_priv_session_create_all(cq_session *session, const cq_table *const *tables, size_t count)
{
	return cq_session_run_schema(session, "cq_create_all", cq_create_all, tables, count);
}
static inline CQ_CHECKED cq_status cq_priv_session_drop_all(cq_session *session, const cq_table *const *tables, size_t count)
{
	return cq_session_run_schema(session, "cq_drop_all", cq_drop_all, tables, count);
}
#endif

#include <cquel/priv/session.h>
#include <cquel/load.h>

#ifndef __cplusplus

#define CQ_PRIV_SESSION_OPEN(scope, session) \
	cq_session_open_at((scope).engine, (scope).options, &session, __FILE__, __LINE__)

/** CQ_SESSION(engine, options, session) { ... } opens a session, declares `cq_session *session` for its body, and closes it however the body is
 *  left: at its end, by break, return, goto, CQ_TRY. What is not committed by then is rolled back: end the body with
 *  cq_commit(session), or write inside of CQ_TRANSACTION(session). When it cannot be opened, the surrounding function, which must return cq_status, returns that
 *  failure. A failure inside is told by cq_session_error(session) there, and by cq_engine_error(engine) behind.
 *
 *  Objects of your own that are added stand before it, so that they end behind it, or are made by cq_add_new.
 *
 *  options  NULL for CQ_SESSION_OPTIONS_INIT
 *
 *  Example:
 *      static cq_status rename_user(cq_engine *engine, int64_t id, const char *name)
 *      {
 *          CQ_SESSION(engine, NULL, session) {
 *              User *user;
 *              CQ_TRY(cq_get(session, User, &user, id));
 *              if (user == NULL)
 *                  return CQ_NO_ROW;
 *              user->username = name;
 *              CQ_TRY(cq_commit(session));
 *          }
 *          return CQ_OK;
 *      } */
#define CQ_SESSION(engine, options, session) CQ_PRIV_SESSION_RETURN(engine, options, session, CQ_PRIV_SCOPE_NAME(__COUNTER__))
#define CQ_PRIV_SESSION_RETURN(engine, options, session, scope)                                                    \
	for (cq_session_scope scope = {(engine), (options), (cq_status *)0, false}; !scope.entered; scope.entered = true) \
		for (cq_session *session __attribute__((cleanup(cq_session_scope_leave))) = (cq_session *)0;       \
			__extension__({                                                                            \
				if (!scope.entered) {                                                              \
					const cq_status cq_opened = CQ_PRIV_SESSION_OPEN(scope, session);          \
					if (cq_opened != CQ_OK)                                                    \
						return cq_opened;                                                  \
				}                                                                                  \
				!scope.entered;                                                                    \
			});                                                                                        \
			scope.entered = true)

/** CQ_SESSION_STATUS(engine, options, session, &status) { ... } stores where CQ_SESSION returns, so it can stand in any function: status is set to CQ_OK
 *  when the session is open, and else to the failure; then the body does not run. A body that fails sets it itself. */
#define CQ_SESSION_STATUS(engine, options, session, status) CQ_PRIV_SESSION_STORE(engine, options, session, status, CQ_PRIV_SCOPE_NAME(__COUNTER__))
#define CQ_PRIV_SESSION_STORE(engine, options, session, status, scope)                                             \
	for (cq_session_scope scope = {(engine), (options), (status), false}; !scope.entered; scope.entered = true) \
		for (cq_session *session __attribute__((cleanup(cq_session_scope_leave))) = (cq_session *)0;       \
			!scope.entered && (*scope.out = CQ_PRIV_SESSION_OPEN(scope, session)) == CQ_OK;            \
			scope.entered = true)

#endif

#endif
