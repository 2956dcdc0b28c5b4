/* cquel/result.h: running statements and taking their results: the functions behind cq_all, cq_one, cq_scalar, cq_insert ...
 *
 * The macros of cquel/priv/executor.h check at compile time and then call these; a binding calls them itself. They know
 * nothing of the macro language: a target says what one row becomes.
 *
 * Common to all of them:
 *   statement  borrowed; whatever it holds on the heap is released, so it is used up. Values that it borrows need live
 *              only until the call returns.
 *   outputs    valid and empty (NULL, 0, absent) on failure. Results are freed with cq_free(&out).
 *   errors     what cq_last_error(db) then describes. CQ_RULE, CQ_NO_CONDITION, CQ_WRONG_TYPE and CQ_OUT_OF_RANGE for the
 *              statement and its values before anything is sent; CQ_UNIQUE, CQ_BUSY ... from the database; CQ_NULL_VALUE,
 *              CQ_WRONG_TYPE, CQ_OUT_OF_RANGE, CQ_BAD_TEXT for a row that does not fit its target; CQ_TIMEOUT;
 *              CQ_NO_MEMORY; CQ_MISUSE.
 *   thread     the engine's.
 */
#ifndef CQUEL_RESULT_H
#define CQUEL_RESULT_H

#include <cquel/engine.h>
#include <cquel/query.h>

/** What a result's memory is taken from; opaque, freed with the result. */
typedef struct cq__arena cq_arena;

/** What every cq_rows(T) looks like: an array of T (structs or scalars), its length, and the memory behind it. */
typedef struct cq_any_rows {
	void *items; /* NULL when count is 0 */
	size_t count;
	cq_arena *arena;
} cq_any_rows;

/** What a row becomes. */
typedef enum cq_target_kind {
	CQ_TARGET_ROW,    /* a struct made by CQ_ROW; descriptor: const cq_row_type * */
	CQ_TARGET_OBJECT, /* a model's struct; descriptor: const cq_table * (or an alias's) */
	CQ_TARGET_SCALAR  /* one C value, of the row's first column; descriptor: const cq_enum * for an ENUM, else NULL */
} cq_target_kind;

typedef struct cq_target {
	uint32_t kind;     /* cq_target_kind */
	uint32_t type;     /* SCALAR: cq_type, as whose C type (cquel/types.h) the value is stored */
	uint32_t nullable; /* SCALAR: not 0 when the C type can say NULL: a cq_opt_..., a text that may be NULL */
	uint32_t size;     /* of the struct or scalar, bytes; checked */
	const void *descriptor;
} cq_target;

/** How many rows are wanted. */
typedef enum cq_want {
	CQ_WANT_FIRST,      /* the first of any number */
	CQ_WANT_ONE,        /* exactly one: CQ_NO_ROW, CQ_TOO_MANY_ROWS otherwise */
	CQ_WANT_ONE_OR_NONE /* CQ_TOO_MANY_ROWS when there is a second */
} cq_want;

CQ_BEGIN_DECLS

/** Runs a statement and takes all its rows (cq_all, cq_scalars).
 *
 *  Items of a select list go to a row's fields by position; those of a whole raw statement (RAW_SQL) by the fields' names,
 *  or an object's columns' names.
 *
 *  out_rows  a cq_rows(T), seen as cq_any_rows: T of target->size bytes. Free with cq_free(&rows), also when it is empty.
 *
 *  Example: CQ_TRY(cq_all(db, TopAuthor, &top, SQL(SELECT_ROW(TopAuthor), FROM(users)))); */
CQ_API CQ_CHECKED cq_status cq_run_all(cq_connection *db, cq_statement *statement, const cq_target *target,
	void *out_rows);

/** Runs a statement and takes one row (cq_one, cq_one_or_none, cq_first).
 *
 *  out  T **: the row, to be freed with cq_free(&row); NULL (and CQ_OK) for no row with FIRST and ONE_OR_NONE. */
CQ_API CQ_CHECKED cq_status cq_run_one(cq_connection *db, cq_statement *statement, const cq_target *target,
	cq_want want, void *out);

/** Runs a statement and takes the first column of its first row (cq_scalar, cq_scalar_one, cq_scalar_one_or_none).
 *
 *  Without a row: CQ_NO_ROW, unless the target can say NULL and one is not insisted on; then it is absent.
 *  out  target->size bytes. A text or bytes is freed with cq_free(&text); numbers need nothing. */
CQ_API CQ_CHECKED cq_status cq_run_scalar(cq_connection *db, cq_statement *statement, const cq_target *target,
	cq_want want, void *out);

/** Runs a statement and takes the first column of all its rows (cq_scalars): cq_run_all for a scalar target. */
CQ_API CQ_CHECKED cq_status cq_run_scalars(cq_connection *db, cq_statement *statement, const cq_target *target,
	void *out_rows);

/** Runs a statement for what it does (cq_execute). Rows it may give are dropped.
 *
 *  INSERT_INTO(table, VALUES(array, count)) is split as cq_run_insert_many says, without writing anything back.
 *  changes  NULL, or receives how many rows were inserted, updated or deleted: those that match, changed or not */
CQ_API CQ_CHECKED cq_status cq_run_execute(cq_connection *db, int64_t *changes, cq_statement *statement);

/** Inserts an object (cq_insert): what the struct holds. Left to the database, and written back into the struct, are an
 *  automatic key that is 0 and the columns with DEFAULT_NOW or DEFAULT_SQL that hold CQ_NEW's marker. A generated column
 *  is never sent; it is written back when others are.
 *
 *  A text or bytes that the database made is the connection's: valid until it closes.
 *
 *  Example:
 *      User ann = CQ_NEW(User, .username = "ann");
 *      CQ_TRY(cq_insert(db, User, &ann));          // ann.id is set */
CQ_API CQ_CHECKED cq_status cq_run_insert(cq_connection *db, const cq_table *table, void *object);

/** Inserts an array of objects (cq_insert_many), all or none: in a transaction of its own, or a savepoint when one is open.
 *
 *  Neighbours that leave the same columns to the database share a statement of many rows, split so that no statement takes
 *  more parameters than the database allows. What cq_run_insert writes back is written back here too; objects whose keys
 *  are given but whose other columns are left to the database are inserted one by one for that. On failure all objects are
 *  left to the database again where they were before.
 *
 *  objects  count structs of table->object_size bytes; count 0 does nothing */
CQ_API CQ_CHECKED cq_status cq_run_insert_many(cq_connection *db, const cq_table *table, void *objects, size_t count);

/** Changes the rows of an array of objects (cq_update_many), found by primary key, all or none.
 *
 *  Each row gets what its object holds in the columns; those with ON_UPDATE_NOW are touched unless they are named. A key that no row has
 *  is no failure: it is missing in the count. Keys are to differ; of two objects with one key either may be the one that stays.
 *
 *  changes       NULL, or receives how many rows there were; 0 on failure
 *  objects       count structs of table->object_size bytes; count 0 does nothing
 *  columns       column_count names, as in the list; with 0 all but the key, generated columns and those with ON_UPDATE_NOW
 *
 *  CQ_MISUSE for a table without a primary key, an alias, a name that the table does not have or that is of the key, and an
 *  object that leaves a column to the database (CQ_NEW's marker). CQ_UNIQUE and the like from the database. */
CQ_API CQ_CHECKED cq_status cq_run_update_many(cq_connection *db, const cq_table *table, int64_t *changes,
	const void *objects, size_t count, const char *const *columns, size_t column_count);

/** Deletes the rows of an array of objects (cq_delete_many), found by primary key, all or none. Of the objects only the keys
 *  are looked at.
 *
 *  changes, objects and errors  as cq_run_update_many */
CQ_API CQ_CHECKED cq_status cq_run_delete_many(cq_connection *db, const cq_table *table, int64_t *changes,
	const void *objects, size_t count);

/** The text a statement is sent as, without a connection (cq_sql_text).
 *
 *  dialect  "sqlite", "postgresql" or "mariadb"
 *  out      the text, to be freed with cq_text_free; NULL on failure
 *  message  NULL, or CQ_ERROR_TEXT bytes for the sentence of a failure ("" on success)
 *
 *  CQ_UNSUPPORTED for an unknown dialect or a construct it lacks; CQ_RULE and the like as the executors. Any thread. */
CQ_API CQ_CHECKED cq_status cq_run_sql_text(const char *dialect, cq_statement *statement, char **out, char *message);

/** Frees a text of cq_run_sql_text or cq_create_sql; NULL is allowed. Any thread. */
CQ_API void cq_text_free(char *text);

/** Frees a result and all it reaches; what cq_free(&x) calls.
 *
 *  x     points to: a cq_rows(T); a pointer to a row, object or text from cq_one, cq_scalar and their kin; a cq_bytes from
 *        cq_scalar. *x may be NULL or empty, and is afterwards.
 *  size  sizeof *x, which tells them apart
 *
 *  Only what these functions gave may be freed: not a member of a row, nor a text of the program's own. Any thread. */
CQ_API void cq_free_memory(void *x, size_t size);

/* ---- streams ---------------------------------------------------------------------------------------------------------- */

/** The rows of a statement, one at a time, with a bounded number of them in memory. */
typedef struct cq_stream cq_stream;

typedef struct cq_stream_options {
	size_t buffer_rows; /* rows read ahead */
} cq_stream_options;

#define CQ_STREAM_OPTIONS_INIT { 256 }

/** Opens a stream over a statement's rows. Its values are copied. Other statements may run on the connection meanwhile; but the
 *  stream keeps the state of the database that it began to read, so once another connection has written, writing on this one
 *  gives CQ_SNAPSHOT until the stream is closed or at its end.
 *
 *  options  NULL for CQ_STREAM_OPTIONS_INIT
 *  out      the stream; NULL on failure. Close it with cq_stream_close. */
CQ_API CQ_CHECKED cq_status cq_stream_open_statement(cq_connection *db, cq_statement *statement, const cq_target *target,
	const cq_stream_options *options, cq_stream **out);

/** Gives the next row. The connection's timeout is that of each call, not of the whole stream.
 *
 *  row  T **: valid until the next call on the stream; NULL at the end, and on failure
 *
 *  Example:
 *      User *user;
 *      while ((status = cq_stream_next(stream, &user)) == CQ_OK && user != NULL)
 *          puts(user->username);
 *      cq_stream_close(&stream); */
CQ_API CQ_CHECKED cq_status cq_stream_next(cq_stream *stream, void *row);

/** Stops the statement if it is not at its end, and frees the stream. A task that waits in it meanwhile gets CQ_CANCELLED. Sets *stream
 *  to NULL; *stream may be NULL. */
CQ_API void cq_stream_close(cq_stream **stream);

CQ_END_DECLS

#endif
