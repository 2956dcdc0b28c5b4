/* cquel/transaction.h: transactions, savepoints, and the scopes that leave nothing open.
 *
 * It knows nothing of drivers. Whether a transaction is open is asked of the database, never counted.
 */
#ifndef CQUEL_TRANSACTION_H
#define CQUEL_TRANSACTION_H

#include <cquel/engine.h>

#include <stdbool.h>

/* A scope's helpers return from the user's function; warnings about that belong to this file. */
#pragma GCC system_header

/** How much of other transactions a transaction may see. A database may give more than is asked for: SQLite's are all
 *  serializable. */
typedef enum cq_isolation {
	CQ_ISOLATION_DEFAULT,         /* the database's own */
	CQ_ISOLATION_READ_COMMITTED,  /* each statement sees what was committed before it began */
	CQ_ISOLATION_REPEATABLE_READ, /* all statements see the state that the first one saw */
	CQ_ISOLATION_SERIALIZABLE     /* as if transactions ran one after another; PostgreSQL ends one with CQ_SERIALIZATION for that,
	                               * and it is to be run again: cq_transact */
} cq_isolation;

/** How a transaction is begun. Start from CQ_TRANSACTION_OPTIONS_INIT, or name what you need:
 *      &(cq_transaction_options){ .isolation = CQ_ISOLATION_SERIALIZABLE, .read_only = true } */
typedef struct cq_transaction_options {
	bool read_only;         /* PostgreSQL: writing is CQ_READ_ONLY. SQLite: takes no write lock; writing gives CQ_SNAPSHOT once
	                         * another connection wrote, and may give CQ_BUSY at once; on a shared handle CQ_READ_ONLY */
	bool deferrable;        /* with read_only and SERIALIZABLE on PostgreSQL: waits at its beginning for a state that needs no
	                         * further checks, and then never fails for others; elsewhere nothing has to be waited for */
	cq_isolation isolation; /* inside an open transaction CQ_MISUSE, unless it has that level or a higher one already */
} cq_transaction_options;

#define CQ_TRANSACTION_OPTIONS_INIT { .isolation = CQ_ISOLATION_DEFAULT }

CQ_BEGIN_DECLS

/** Begins a transaction, or, when one is open already, a savepoint inside it. On SQLite one that may write begins IMMEDIATE:
 *  it waits for the lock now, up to the busy timeout; CQ_BUSY when the lock cannot be had.
 *
 *  Example:
 *      CQ_TRY(cq_begin(db, NULL));
 *      ...
 *      CQ_TRY(cq_commit(db));
 *
 *  options  NULL for CQ_TRANSACTION_OPTIONS_INIT
 *  CQ_UNSUPPORTED for a level that the database cannot be asked for. */
CQ_API CQ_CHECKED cq_status cq_begin(cq_connection *db, const cq_transaction_options *options);

/** Commits what the latest cq_begin or cq_savepoint that is still open began: a savepoint's work becomes its surroundings'.
 *  CQ_BUSY leaves the transaction open: commit again, or roll back. CQ_MISUSE when none is open.
 *
 *  CQ_DATABASE when the transaction was rolled back instead, with the first cause in the message: because the database had
 *  done so by itself, as SQLite does when a writing statement is stopped, the disk is full or a constraint says ON CONFLICT ROLLBACK;
 *  or because a statement in it had failed, after which PostgreSQL takes nothing more. A savepoint then stays open, to be
 *  rolled back, which on PostgreSQL makes the transaction usable again; the outermost transaction is over.
 *
 *  From such a failure on, statements, inserts, streams, submits and savepoints give CQ_DATABASE with the first cause until
 *  that is rolled back, so that nothing of the transaction is left behind by itself.
 *
 *  CQ_COMMIT_UNKNOWN when the connection was lost, or the call cancelled or too late, while COMMIT was under way: it may or may not
 *  be committed. Look for what it wrote, on a new connection, before you do it again. */
CQ_API CQ_CHECKED cq_status cq_commit(cq_connection *db);

/** Undoes what the latest cq_begin or cq_savepoint that is still open began. CQ_OK also when the database has rolled it back
 *  by itself; CQ_MISUSE when none was begun. */
CQ_API CQ_CHECKED cq_status cq_rollback(cq_connection *db);

/** Begins a savepoint; CQ_MISUSE outside a transaction. */
CQ_API CQ_CHECKED cq_status cq_savepoint(cq_connection *db);

/** Whether a transaction is open, asked of the database. false for NULL and for another thread's connection. */
CQ_API bool cq_in_transaction(cq_connection *db);

/* ---- again and again ---------------------------------------------------------------------------------------------------- */

/** What cq_transact runs in a transaction. It may be run more than once: whatever it does beside the database is done each
 *  time. It returns CQ_OK to commit, and anything else to roll back.
 *
 *  attempt  1 the first time */
typedef cq_status cq_transaction_function(cq_connection *db, void *argument, uint32_t attempt);

/** How cq_transact goes on after a failure. */
typedef struct cq_transact_options {
	cq_transaction_options transaction;
	uint32_t attempts;      /* at most, the first included; 0 and 1: no other */
	int64_t backoff_ms;     /* before the second attempt it waits between the half of this and this, before each further one
	                         * twice as long */
	int64_t backoff_max_ms; /* but never longer than this */
} cq_transact_options;

#define CQ_TRANSACT_OPTIONS_INIT { .attempts = 5, .backoff_ms = 10, .backoff_max_ms = 1000 }

/** Runs a function in a transaction: commits when it returns CQ_OK, otherwise rolls back, what it left open inside included. When
 *  the failure, also that of beginning or committing, is of the class CQ_CLASS_RETRYABLE (CQ_SERIALIZATION, CQ_DEADLOCK,
 *  CQ_SNAPSHOT, CQ_BUSY), it waits a little and runs it again, up to options->attempts times. Never after
 *  CQ_COMMIT_UNKNOWN. In a task only the task waits; outside one the event loop turns.
 *
 *  Inside an open transaction the function runs once, in a savepoint: what would have to be run again is the whole transaction.
 *
 *  options  NULL for CQ_TRANSACT_OPTIONS_INIT
 *  Gives what the last attempt gave; CQ_CANCELLED when the task is cancelled while it waits.
 *
 *  Example:
 *      static cq_status transfer(cq_connection *db, void *argument, uint32_t attempt) { ... }
 *      CQ_TRY(cq_transact(db, transfer, &order, NULL)); */
CQ_API CQ_CHECKED cq_status cq_transact(cq_connection *db, cq_transaction_function *function, void *argument,
	const cq_transact_options *options);

/* ---- scopes ----------------------------------------------------------------------------------------------------------- */

/** What a scope does on something other than a connection: a session's. */
typedef struct cq_session cq_session;
typedef struct cq_scope cq_scope;
typedef struct cq_scope_verbs {
	cq_status (*begin)(cq_scope *scope);
	cq_status (*commit)(cq_scope *scope);
	void (*leave)(cq_scope *scope);
} cq_scope_verbs;

/** A scope's state; only the macros below touch it. */
struct cq_scope {
	cq_connection *db;
	cq_status *out;    /* of the _STATUS forms */
	const cq_transaction_options *options; /* of the _WITH forms, or NULL */
	cq_status status;  /* of beginning or committing */
	uint32_t level;    /* of the transaction or savepoint it began; 0: none is open */
	uint32_t kind;     /* CQ_PRIV_SCOPE_... */
	uint32_t entered;
	cq_session *on;    /* instead of db */
	const cq_scope_verbs *verbs; /* its; NULL for a connection */
};

enum { CQ_PRIV_SCOPE_TRANSACTION, CQ_PRIV_SCOPE_READ_ONLY, CQ_PRIV_SCOPE_SAVEPOINT };

/* The functions behind the scopes: begin, commit, and what the cleanup attribute calls, which rolls back what is open. */
CQ_API CQ_CHECKED cq_status cq_scope_begin(cq_scope *scope);
CQ_API CQ_CHECKED cq_status cq_scope_commit(cq_scope *scope);
CQ_API void cq_scope_leave(cq_scope *scope);
CQ_API extern const cq_scope_verbs cq_session_scope_verbs;
/** Notes where in the program the next call on the session stands, for messages; what macros put in the place of their session.
 *  Returns it, also NULL. */
CQ_API cq_session *cq_session_at(cq_session *session, const char *file, int line);

CQ_END_DECLS

#define CQ_PRIV_SCOPE_PASTE(a, b) a##b
#define CQ_PRIV_SCOPE_NAME(n) CQ_PRIV_SCOPE_PASTE(cq_priv_scope_, n)

/* A connection, or a session. */
#ifndef __cplusplus
#define CQ_PRIV_SCOPE_DB(db) _Generic((db), cq_session *: (cq_connection *)0, default: (db))
#define CQ_PRIV_SCOPE_ON(db) _Generic((db), cq_session *: cq_session_at((cq_session *)(void *)(db), __FILE__, __LINE__), default: (cq_session *)0)
#define CQ_PRIV_SCOPE_VERBS(db) _Generic((db), cq_session *: &cq_session_scope_verbs, default: (const cq_scope_verbs *)0)
#else
#define CQ_PRIV_SCOPE_DB(db) (db)
#define CQ_PRIV_SCOPE_ON(db) 0
#define CQ_PRIV_SCOPE_VERBS(db) 0
#endif

#define CQ_PRIV_SCOPE_OPEN(db, out, options, kind, scope)                                                          \
	for (cq_scope scope __attribute__((cleanup(cq_scope_leave))) = { CQ_PRIV_SCOPE_DB(db), (out), (options), CQ_OK, 0, (kind), 0, \
		CQ_PRIV_SCOPE_ON(db), CQ_PRIV_SCOPE_VERBS(db) };

#define CQ_PRIV_SCOPE_RETURN(db, options, kind, scope)                                                             \
	CQ_PRIV_SCOPE_OPEN(db, (cq_status *)0, options, kind, scope)                                               \
	__extension__({                                                                                            \
		if (!scope.entered && cq_scope_begin(&scope) != CQ_OK)                                             \
			return scope.status;                                                                       \
		!scope.entered++;                                                                                  \
	});                                                                                                        \
	__extension__({                                                                                            \
		if (cq_scope_commit(&scope) != CQ_OK)                                                              \
			return scope.status;                                                                       \
		(void)0;                                                                                           \
	}))

#define CQ_PRIV_SCOPE_STORE(db, out, options, kind, scope)                                                         \
	CQ_PRIV_SCOPE_OPEN(db, out, options, kind, scope)                                                          \
	!scope.entered && cq_scope_begin(&scope) == CQ_OK && !scope.entered++; (void)!cq_scope_commit(&scope))

#define CQ_PRIV_NO_OPTIONS ((const cq_transaction_options *)0)

/** CQ_TRANSACTION(db) { ... } runs its body in a transaction (in a savepoint when one is open) and commits at the body's end.
 *  Left in any other way (return, break, goto, CQ_TRY) it rolls back; `continue` is the body's end. When it cannot begin or
 *  commit, the surrounding function, which must return cq_status, returns that failure. cq_last_error tells the first cause:
 *  rolling back does not hide it.
 *
 *  Example:
 *      static cq_status transfer(cq_connection *db)
 *      {
 *          CQ_TRANSACTION(db) {
 *              CQ_TRY(cq_execute(db, NULL, SQL(UPDATE(accounts, SET(amount, 0)), WHERE(EQ(accounts.id, 1)))));
 *          }
 *          return CQ_OK;
 *      } */
#define CQ_TRANSACTION(db) \
	CQ_PRIV_SCOPE_RETURN(db, CQ_PRIV_NO_OPTIONS, CQ_PRIV_SCOPE_TRANSACTION, CQ_PRIV_SCOPE_NAME(__COUNTER__))

/** The same with options, a const cq_transaction_options *.
 *  Example: CQ_TRANSACTION_WITH(db, &(cq_transaction_options){ .isolation = CQ_ISOLATION_SERIALIZABLE, .deferrable = true }) */
#define CQ_TRANSACTION_WITH(db, ...) \
	CQ_PRIV_SCOPE_RETURN(db, (__VA_ARGS__), CQ_PRIV_SCOPE_TRANSACTION, CQ_PRIV_SCOPE_NAME(__COUNTER__))

/** The same for reading: one state of the database for all its statements, and no lock that a writer would wait for (read_only
 *  and CQ_ISOLATION_REPEATABLE_READ). Inside an open transaction a savepoint, with the state that this one sees. */
#define CQ_READ_TRANSACTION(db) \
	CQ_PRIV_SCOPE_RETURN(db, CQ_PRIV_NO_OPTIONS, CQ_PRIV_SCOPE_READ_ONLY, CQ_PRIV_SCOPE_NAME(__COUNTER__))

/** The same as a savepoint, inside a transaction; CQ_MISUSE outside one. */
#define CQ_SAVEPOINT(db) \
	CQ_PRIV_SCOPE_RETURN(db, CQ_PRIV_NO_OPTIONS, CQ_PRIV_SCOPE_SAVEPOINT, CQ_PRIV_SCOPE_NAME(__COUNTER__))

/** CQ_TRANSACTION_STATUS(db, &status) { ... } stores where CQ_TRANSACTION returns, so it can stand in any function: status is
 *  set to CQ_OK when it has begun and to the failure of beginning (the body does not run) or committing. A body that leaves
 *  early has rolled back and sets it itself. */
#define CQ_TRANSACTION_STATUS(db, status) \
	CQ_PRIV_SCOPE_STORE(db, status, CQ_PRIV_NO_OPTIONS, CQ_PRIV_SCOPE_TRANSACTION, CQ_PRIV_SCOPE_NAME(__COUNTER__))
#define CQ_TRANSACTION_WITH_STATUS(db, status, ...) \
	CQ_PRIV_SCOPE_STORE(db, status, (__VA_ARGS__), CQ_PRIV_SCOPE_TRANSACTION, CQ_PRIV_SCOPE_NAME(__COUNTER__))
#define CQ_SAVEPOINT_STATUS(db, status) \
	CQ_PRIV_SCOPE_STORE(db, status, CQ_PRIV_NO_OPTIONS, CQ_PRIV_SCOPE_SAVEPOINT, CQ_PRIV_SCOPE_NAME(__COUNTER__))

#endif
