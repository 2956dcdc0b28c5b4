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

typedef struct cq_transaction_options {
	bool read_only; /* takes no write lock; writing in it gives CQ_SNAPSHOT once another connection wrote, and may give CQ_BUSY
	                 * at once */
} cq_transaction_options;

#define CQ_TRANSACTION_OPTIONS_INIT { false }

CQ_BEGIN_DECLS

/** Begins a transaction that may write (BEGIN IMMEDIATE: it waits for the lock now, up to the busy timeout), or, when one is
 *  open already, a savepoint inside it. CQ_BUSY when the lock cannot be had.
 *
 *  Example:
 *      CQ_TRY(cq_begin(db, NULL));
 *      ...
 *      CQ_TRY(cq_commit(db));
 *
 *  options  NULL for CQ_TRANSACTION_OPTIONS_INIT */
CQ_API CQ_CHECKED cq_status cq_begin(cq_connection *db, const cq_transaction_options *options);

/** Commits what the latest cq_begin or cq_savepoint that is still open began: a savepoint's work becomes its surroundings'.
 *  CQ_BUSY leaves the transaction open: commit again, or roll back. CQ_MISUSE when none is open; CQ_DATABASE when the database
 *  has rolled the whole transaction back by itself, as SQLite does when a writing statement is stopped, the disk is full or a
 *  constraint says ON CONFLICT ROLLBACK: a savepoint then stays open, to be rolled back; the outermost transaction is over.
 *
 *  From such a failure on, nothing is sent until the outermost transaction or scope has ended: statements, inserts, streams,
 *  submits and savepoints give CQ_DATABASE, with the first cause in the message, so that nothing of the transaction is left
 *  behind by itself. */
CQ_API CQ_CHECKED cq_status cq_commit(cq_connection *db);

/** Undoes what the latest cq_begin or cq_savepoint that is still open began. CQ_OK also when the database has rolled it back
 *  by itself; CQ_MISUSE when none was begun. */
CQ_API CQ_CHECKED cq_status cq_rollback(cq_connection *db);

/** Begins a savepoint; CQ_MISUSE outside a transaction. */
CQ_API CQ_CHECKED cq_status cq_savepoint(cq_connection *db);

/** Whether a transaction is open, asked of the database. false for NULL and for another thread's connection. */
CQ_API bool cq_in_transaction(cq_connection *db);

/* ---- scopes ----------------------------------------------------------------------------------------------------------- */

/** A scope's state; only the macros below touch it. */
typedef struct cq_scope {
	cq_connection *db;
	cq_status *out;    /* of the _STATUS forms */
	cq_status status;  /* of beginning or committing */
	uint32_t level;    /* of the transaction or savepoint it began; 0: none is open */
	uint32_t kind;     /* CQ_PRIV_SCOPE_... */
	uint32_t entered;
} cq_scope;

enum { CQ_PRIV_SCOPE_TRANSACTION, CQ_PRIV_SCOPE_READ_ONLY, CQ_PRIV_SCOPE_SAVEPOINT };

/* The functions behind the scopes: begin, commit, and what the cleanup attribute calls, which rolls back what is open. */
CQ_API CQ_CHECKED cq_status cq_scope_begin(cq_scope *scope);
CQ_API CQ_CHECKED cq_status cq_scope_commit(cq_scope *scope);
CQ_API void cq_scope_leave(cq_scope *scope);

CQ_END_DECLS

#define CQ_PRIV_SCOPE_PASTE(a, b) a##b
#define CQ_PRIV_SCOPE_NAME(n) CQ_PRIV_SCOPE_PASTE(cq_priv_scope_, n)

#define CQ_PRIV_SCOPE_OPEN(db, out, kind, scope)                                                                   \
	for (cq_scope scope __attribute__((cleanup(cq_scope_leave))) = { (db), (out), CQ_OK, 0, (kind), 0 };

#define CQ_PRIV_SCOPE_RETURN(db, kind, scope)                                                                      \
	CQ_PRIV_SCOPE_OPEN(db, (cq_status *)0, kind, scope)                                                        \
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

#define CQ_PRIV_SCOPE_STORE(db, out, kind, scope)                                                                  \
	CQ_PRIV_SCOPE_OPEN(db, out, kind, scope)                                                                   \
	!scope.entered && cq_scope_begin(&scope) == CQ_OK && !scope.entered++; (void)!cq_scope_commit(&scope))

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
#define CQ_TRANSACTION(db) CQ_PRIV_SCOPE_RETURN(db, CQ_PRIV_SCOPE_TRANSACTION, CQ_PRIV_SCOPE_NAME(__COUNTER__))

/** The same for reading: one state of the database for all its statements, and no write lock. */
#define CQ_READ_TRANSACTION(db) CQ_PRIV_SCOPE_RETURN(db, CQ_PRIV_SCOPE_READ_ONLY, CQ_PRIV_SCOPE_NAME(__COUNTER__))

/** The same as a savepoint, inside a transaction; CQ_MISUSE outside one. */
#define CQ_SAVEPOINT(db) CQ_PRIV_SCOPE_RETURN(db, CQ_PRIV_SCOPE_SAVEPOINT, CQ_PRIV_SCOPE_NAME(__COUNTER__))

/** CQ_TRANSACTION_STATUS(db, &status) { ... } stores where CQ_TRANSACTION returns, so it can stand in any function: status is
 *  set to CQ_OK when it has begun and to the failure of beginning (the body does not run) or committing. A body that leaves
 *  early has rolled back and sets it itself. */
#define CQ_TRANSACTION_STATUS(db, status)                                                                          \
	CQ_PRIV_SCOPE_STORE(db, status, CQ_PRIV_SCOPE_TRANSACTION, CQ_PRIV_SCOPE_NAME(__COUNTER__))
#define CQ_SAVEPOINT_STATUS(db, status)                                                                            \
	CQ_PRIV_SCOPE_STORE(db, status, CQ_PRIV_SCOPE_SAVEPOINT, CQ_PRIV_SCOPE_NAME(__COUNTER__))

#endif
