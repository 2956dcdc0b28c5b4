/* cquel/status.h: what a call says when it returns, and the description of a failure.
 *
 * Every call that can fail returns cq_status and writes its outputs through pointers, valid and empty on failure.
 * CQ_STATUS_LIST is the only list: the enum, the names, the sentences and the classes are expanded from it.
 */
/* CQ_TRY stands around a program's statements: an error in one is shown on its own line, not through this file. */
#pragma GCC system_header
#ifndef CQUEL_STATUS_H
#define CQUEL_STATUS_H

#include <cquel/export.h>

/* STATUS(name, class, sentence) */
/* clang-format off */
#define CQ_STATUS_LIST(STATUS)                                                                                   \
	STATUS(OK,              NONE,        "success")                                                              \
	STATUS(NO_ROW,          RESULT,      "the statement gave no row where one was asked for")                    \
	STATUS(TOO_MANY_ROWS,   RESULT,      "the statement gave more than one row where one was asked for")         \
	STATUS(NULL_VALUE,      DATA,        "a NULL stands where none may be")                                      \
	STATUS(WRONG_TYPE,      DATA,        "a value has another type than its column or field")                    \
	STATUS(OUT_OF_RANGE,    DATA,        "a number does not fit where it goes")                                  \
	STATUS(BAD_TEXT,        DATA,        "a text holds a NUL byte or is not UTF-8")                              \
	STATUS(TOO_LARGE,       DATA,        "a value, list or statement is larger than a database takes")           \
	STATUS(MISUSE,          PROGRAMMING, "a call was made with arguments or at a time that it does not allow")   \
	STATUS(RULE,            PROGRAMMING, "a statement breaks a rule of the language")                            \
	STATUS(NO_CONDITION,    PROGRAMMING, "UPDATE or DELETE is left without a condition and does not say ALL_ROWS")\
	STATUS(SYNTAX,          PROGRAMMING, "the database does not accept the statement")                           \
	STATUS(UNSUPPORTED,     PROGRAMMING, "this database or driver cannot do that")                               \
	STATUS(INVALID_URL,     PROGRAMMING, "the URL of the database cannot be read")                               \
	STATUS(UNIQUE,          INTEGRITY,   "a unique or primary key constraint is violated")                       \
	STATUS(FOREIGN_KEY,     INTEGRITY,   "a foreign key constraint is violated")                                 \
	STATUS(NOT_NULL,        INTEGRITY,   "a NOT NULL constraint is violated")                                    \
	STATUS(CHECK,           INTEGRITY,   "a CHECK constraint is violated")                                       \
	STATUS(INTEGRITY,       INTEGRITY,   "a constraint is violated")                                             \
	STATUS(BUSY,            RETRYABLE,   "the database is locked by another connection")                         \
	STATUS(SNAPSHOT,        RETRYABLE,   "the transaction's snapshot is too old to write; run it again")         \
	STATUS(SERIALIZATION,   RETRYABLE,   "the transaction cannot be serialized with others; run it again")       \
	STATUS(DEADLOCK,        RETRYABLE,   "the transaction was in a deadlock and was chosen to end; run it again")\
	STATUS(STALE,           RETRYABLE,   "a row that an object stands for was changed or deleted by somebody else")\
	STATUS(TIMEOUT,         TIMEOUT,     "the deadline passed")                                                  \
	STATUS(CANCELLED,       TIMEOUT,     "the operation was cancelled")                                          \
	STATUS(CONNECTION,      CONNECTION,  "the database cannot be reached or the connection is lost")             \
	STATUS(COMMIT_UNKNOWN,  CONNECTION,  "the connection was lost while COMMIT was under way")                   \
	STATUS(READ_ONLY,       DATABASE,    "the database or transaction is read-only")                             \
	STATUS(DENIED,          DATABASE,    "the database does not permit that to this user")                       \
	STATUS(FULL,            DATABASE,    "the disk or a limit of the database is full")                          \
	STATUS(CORRUPT,         DATABASE,    "the file is damaged or not a database")                                \
	STATUS(IO,              DATABASE,    "reading or writing the database failed")                               \
	STATUS(DATABASE,        DATABASE,    "the database reports an error")                                        \
	STATUS(NO_MEMORY,       RESOURCE,    "out of memory")                                                        \
	STATUS(SYSTEM,          RESOURCE,    "a call to the operating system failed")
/* clang-format on */

#define CQ_PRIV_STATUS_ENUM(name, class, sentence) CQ_##name,
typedef enum cq_status { CQ_STATUS_LIST(CQ_PRIV_STATUS_ENUM) CQ_STATUS_COUNT } cq_status;
#undef CQ_PRIV_STATUS_ENUM

/* CLASS(name): what a program does about a failure depends on its class */
#define CQ_CLASS_LIST(CLASS) \
	CLASS(NONE) CLASS(RESULT) CLASS(DATA) CLASS(PROGRAMMING) CLASS(INTEGRITY) CLASS(RETRYABLE) CLASS(TIMEOUT) CLASS(CONNECTION) CLASS(DATABASE) CLASS(RESOURCE)

#define CQ_PRIV_CLASS_ENUM(name) CQ_CLASS_##name,
typedef enum cq_class { CQ_CLASS_LIST(CQ_PRIV_CLASS_ENUM) CQ_CLASS_COUNT } cq_class;
#undef CQ_PRIV_CLASS_ENUM

/** A failure, as cq_last_error gives it. Strings are never NULL ("" where there is nothing to say) and live until the
 *  next call on the object that was asked. */
typedef struct cq_error {
	cq_status code;         /* CQ_OK: nothing failed yet */
	cq_class kind;          /* the class of the code ("class" is a word of C++) */
	const char *message;    /* one sentence, with what and where */
	const char *sqlstate;   /* five characters, where the database gives them */
	const char *constraint; /* the violated constraint's name, where known */
	const char *table;      /* table and column, where known */
	const char *column;
	const char *rule;       /* id of the broken rule of docs/rules.md, for CQ_RULE */
	const char *sql;        /* the statement's text, where there is one */
	const char *file;       /* where the statement stands in the program */
	int line;
	int native;             /* the database library's own code, 0 for none */
} cq_error;

CQ_BEGIN_DECLS

/** The name of a status, "CQ_NO_ROW" for instance; a static string, never NULL, any thread. */
CQ_API const char *cq_status_name(cq_status status);

/** The sentence of a status; a static string, never NULL, any thread. */
CQ_API const char *cq_status_text(cq_status status);

/** The class of a status; any thread. */
CQ_API cq_class cq_status_class(cq_status status);

CQ_END_DECLS

/** Returns a failing status upward from a function that itself returns cq_status.
 *  Example: CQ_TRY(cq_execute(db, NULL, SQL(DELETE_FROM(posts), ALL_ROWS))); */
#define CQ_TRY(call) \
	do { \
		const cq_status cq_priv_status = (call); \
		if (cq_priv_status != CQ_OK) \
			return cq_priv_status; \
	} while (0)

#endif
