/* cquel/execute.h: the verbs: run a statement and take its result. Macros that check the statement against what its rows
 * become and then call the functions of cquel/result.h and cquel/op.h, which document errors, ownership and thread.
 *
 * db is a connection, or, for cq_all to cq_delete_many, a session. T is a model's struct (the statement selects its objects: SELECT_ALL(users)) or a row list's
 * (SELECT_ROW(TopAuthor), or items by position). statement is SQL(...), RAW_SQL(...) or a kept cq_statement.
 */
#pragma GCC system_header
#ifndef CQUEL_EXECUTE_H
#define CQUEL_EXECUTE_H

#include <cquel/observe.h>
#include <cquel/priv/executor.h>
#include <cquel/session.h>
#include <cquel/upsert.h>

/** An array of T with the memory behind it: items, count. Empty: `cq_rows(User) users = {0};` Freed with cq_free(&users).
 *  Each mention is a type of its own; name it to pass it on: `typedef cq_rows(User) Users;`. */
#define cq_rows(T) struct { T *items; size_t count; cq_arena *arena; }

/** Frees a cq_rows(T), or what cq_one, cq_first, cq_scalar put into a pointer; sets it to empty. */
#define cq_free(x) cq_free_memory((x), sizeof *(x))

/* What is done for a session, and for a connection. */
#define CQ_PRIV_ON_SESSION(db, session, connection) _Generic((db), cq_session *: session, default: connection)
#define CQ_PRIV_IS_OBJECTS_0 _Generic(cq_out->items, __typeof__(&*cq_tt->of): 1, cq_ph_error: 1, default: 0)
#define CQ_PRIV_IS_OBJECTS_1 CQ_PRIV_IS_ROWS_OF(cq_out)
#define CQ_PRIV_OBJECTS_NAME_0 "cq_objects"
#define CQ_PRIV_OBJECTS_NAME_1 "cq_rows"

/** All rows. out: a cq_rows(T) *; of a session and a model a cq_objects(T) *: pointers to the session's objects.
 *  Example: cq_rows(User) found; CQ_TRY(cq_all(db, User, &found, SQL(SELECT_ALL(users), FROM(users)))); */
#define cq_all(db, T, out, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("cq_all(" #T ")", statement) CQ_PRIV_TARGET("cq_all", T) \
		CQ_PRIV_OUT("cq_all(" #T ")", out, cq_ph_no_rows *) CQ_PRIV_OUT_RULE("cq_all", T, CQ_PRIV_ON_SESSION(db, 1, CQ_PRIV_IS_ROWS_OF(cq_out)), "the output is no cq_rows(" #T ")") \
		CQ_PRIV_OUT_RULE("cq_all", T, CQ_PRIV_ON_SESSION(db, CQ_PRIV_CAT(CQ_PRIV_IS_OBJECTS_, CQ_PRIV_IS_LIST(T##_FIELDS(CQ_PRIV_NOTHING))), 1), "the output is no " CQ_PRIV_CAT(CQ_PRIV_OBJECTS_NAME_, CQ_PRIV_IS_LIST(T##_FIELDS(CQ_PRIV_NOTHING))) "(" #T "), which a session gives") \
		CQ_PRIV_ELSE_STATUS CQ_PRIV_ON_SESSION(db, cq_session_run_all, cq_run_all)((db), CQ_PRIV_WRITTEN, &cq_tt->target, cq_out); })

#define CQ_PRIV_ONE(what, db, T, out, want, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF(what "(" #T ")", statement) CQ_PRIV_TARGET(what, T) \
		CQ_PRIV_OUT(what "(" #T ")", out, cq_ph_error) CQ_PRIV_OUT_RULE(what, T, CQ_PRIV_IS_POINTER_OF(cq_out), "the output is no pointer to a " #T " *") \
		CQ_PRIV_ELSE_STATUS CQ_PRIV_ON_SESSION(db, cq_session_run_one, cq_run_one)((db), CQ_PRIV_WRITTEN, &cq_tt->target, want, cq_out); })
/** Exactly one row; CQ_NO_ROW and CQ_TOO_MANY_ROWS otherwise. out: a T **, freed with cq_free(out).
 *  Example: User *user; CQ_TRY(cq_one(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, 7))))); */
#define cq_one(db, T, out, statement) CQ_PRIV_ONE("cq_one", db, T, out, CQ_WANT_ONE, statement)
/** One row, or CQ_OK and NULL; CQ_TOO_MANY_ROWS when there is a second.
 *  Example: CQ_TRY(cq_one_or_none(db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.username, name))))); */
#define cq_one_or_none(db, T, out, statement) CQ_PRIV_ONE("cq_one_or_none", db, T, out, CQ_WANT_ONE_OR_NONE, statement)
/** The first row, or CQ_OK and NULL.
 *  Example: CQ_TRY(cq_first(db, User, &newest, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(DESC(users.created_at)), LIMIT(1)))); */
#define cq_first(db, T, out, statement) CQ_PRIV_ONE("cq_first", db, T, out, CQ_WANT_FIRST, statement)

#define CQ_PRIV_SCALAR_RUN(what, db, out, want, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF(what "(" #out ")", statement) CQ_PRIV_SCALAR(what "(" #out ")", out) \
		CQ_PRIV_ELSE_STATUS CQ_PRIV_ON_SESSION(db, cq_session_run_scalar, cq_run_scalar)((db), CQ_PRIV_WRITTEN, &cq_scalar_, want, cq_out); })
/** The one column of the first row. out: a pointer to the C type that holds it (int64_t for COUNT; cq_opt_int64 for SUM,
 *  which is NULL over no rows). No row: absent, where the type can say so, else CQ_NO_ROW.
 *  Example: int64_t n; CQ_TRY(cq_scalar(db, &n, SQL(SELECT(COUNT(users.id)), FROM(users)))); */
#define cq_scalar(db, out, statement) CQ_PRIV_SCALAR_RUN("cq_scalar", db, out, CQ_WANT_FIRST, statement)
/** The same of exactly one row. */
#define cq_scalar_one(db, out, statement) CQ_PRIV_SCALAR_RUN("cq_scalar_one", db, out, CQ_WANT_ONE, statement)
/** The same of at most one row. */
#define cq_scalar_one_or_none(db, out, statement) CQ_PRIV_SCALAR_RUN("cq_scalar_one_or_none", db, out, CQ_WANT_ONE_OR_NONE, statement)

/** The one column of all rows. out: a cq_rows(C type) *.
 *  Example: cq_rows(int64_t) ids; CQ_TRY(cq_scalars(db, &ids, SQL(SELECT(users.id), FROM(users)))); */
#define cq_scalars(db, out, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("cq_scalars(" #out ")", statement) CQ_PRIV_SCALAR("cq_scalars(" #out ")", (out)->items) (void)cq_out; \
		CQ_PRIV_ELSE_STATUS CQ_PRIV_ON_SESSION(db, cq_session_run_scalars, cq_run_scalars)((db), CQ_PRIV_WRITTEN, &cq_scalar_, (out)); })

/** Runs a statement for what it does. changes: an int64_t * for the number of rows, or NULL.
 *  Example: CQ_TRY(cq_execute(db, &gone, SQL(DELETE_FROM(posts), WHERE(EQ(posts.author_id, id))))); */
#define cq_execute(db, changes, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("cq_execute", statement) CQ_PRIV_ELSE_STATUS CQ_PRIV_ON_SESSION(db, cq_session_run_execute, cq_run_execute)((db), (changes), CQ_PRIV_WRITTEN); })

/** Inserts one object; its key and database defaults are written back. object: a S *.
 *  Example: User ann = CQ_NEW(User, .username = "ann"); CQ_TRY(cq_insert(db, User, &ann)); */
#define cq_insert(db, S, object) \
	CQ_PRIV_X({ __auto_type cq_tt = &cq_target_##S; S *const cq_object = (object); CQ_PRIV_ELSE_STATUS CQ_PRIV_OF_BOTH(db, cq_session_run_insert, cq_run_insert), (const cq_table *)cq_tt->target.descriptor, cq_object); })

/** Inserts count objects, all or none; keys and database defaults are written back. objects: a S *.
 *  Example: CQ_TRY(cq_insert_many(db, User, people, sizeof people / sizeof *people)); */
#define cq_insert_many(db, S, objects, count) \
	CQ_PRIV_X({ __auto_type cq_tt = &cq_target_##S; S *const cq_objects = (objects); CQ_PRIV_ELSE_STATUS CQ_PRIV_OF_BOTH(db, cq_session_run_insert_many, cq_run_insert_many), (const cq_table *)cq_tt->target.descriptor, cq_objects, (count)); })

/** Changes the rows that count objects have the primary keys of, all or none: in each the named columns become what its object holds
 *  there; without a name all but the key. changes: an int64_t * for the number of rows that there were, or NULL. objects: a
 *  const S *. What is named: members of S.
 *  Example: CQ_TRY(cq_update_many(db, User, &changed, people, count, username, is_active)); */
#define cq_update_many(db, S, changes, objects, ...) \
	CQ_PRIV_CAT(CQ_PRIV_UPDATE_MANY_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(__VA_ARGS__)))(db, S, changes, objects, __VA_ARGS__)
#define CQ_PRIV_UPDATE_MANY_0(db, S, changes, objects, count) \
	CQ_PRIV_X({ __auto_type cq_tt = &cq_target_##S; const S *const cq_objects = (objects); \
		CQ_PRIV_ELSE_STATUS CQ_PRIV_OF_BOTH(db, cq_session_run_update_many, cq_run_update_many), (const cq_table *)cq_tt->target.descriptor, (changes), cq_objects, (count), (const char *const *)0, 0); })
#define CQ_PRIV_UPDATE_MANY_1(db, S, changes, objects, count, ...) \
	CQ_PRIV_X({ __auto_type cq_tt = &cq_target_##S; const S *const cq_objects = (objects); \
		const char *const cq_names[] = {CQ_PRIV_MEMBER_NAMES(S, CQ_PRIV_COUNT(__VA_ARGS__), __VA_ARGS__)}; \
		CQ_PRIV_ELSE_STATUS CQ_PRIV_OF_BOTH(db, cq_session_run_update_many, cq_run_update_many), (const cq_table *)cq_tt->target.descriptor, (changes), cq_objects, (count), cq_names, sizeof cq_names / sizeof *cq_names); })
/* The name of a member that there is. */
#define CQ_PRIV_MEMBER_NAME(S, i, name) &#name[0 * sizeof ((const S *)0)->name],
#define CQ_PRIV_MEMBER_NAMES(S, n, ...) CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_MEMBER_NAME, S, __VA_ARGS__)

/** Deletes the rows that count objects have the primary keys of, all or none. changes, objects: as cq_update_many.
 *  Example: CQ_TRY(cq_delete_many(db, Post, NULL, old, count)); */
#define cq_delete_many(db, S, changes, objects, count) \
	CQ_PRIV_X({ __auto_type cq_tt = &cq_target_##S; const S *const cq_objects = (objects); \
		CQ_PRIV_ELSE_STATUS CQ_PRIV_OF_BOTH(db, cq_session_run_delete_many, cq_run_delete_many), (const cq_table *)cq_tt->target.descriptor, (changes), cq_objects, (count)); })

/** The text a statement is sent as; no connection needed. dialect: "sqlite", "postgresql" or "mariadb". out: a char **, freed with
 *  cq_text_free. message: NULL, or CQ_ERROR_TEXT bytes for the sentence of a failure. */
#define cq_sql_text(dialect, out, message, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("cq_sql_text", statement) CQ_PRIV_ELSE_STATUS cq_run_sql_text((dialect), CQ_PRIV_WRITTEN, (out), (message)); })

/** The plan by which the connected database would carry out the statement (cq_run_explain). out: a char **, freed with cq_text_free.
 *  Example: char *plan; CQ_TRY(cq_explain(db, &plan, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, id))))); */
#define cq_explain(db, out, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("cq_explain", statement) CQ_PRIV_ELSE_STATUS cq_run_explain((db), CQ_PRIV_WRITTEN, 0, (out)); })
/** The same after running it, with what each step took. */
#define cq_explain_analyze(db, out, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("cq_explain_analyze", statement) CQ_PRIV_ELSE_STATUS cq_run_explain((db), CQ_PRIV_WRITTEN, 1, (out)); })

/** Opens a stream of rows of T. options: NULL or a cq_stream_options *. out: a cq_stream **, closed with cq_stream_close.
 *  Example: CQ_TRY(cq_stream_open(db, User, NULL, &stream, SQL(SELECT_ALL(users), FROM(users)))); */
#define cq_stream_open(db, T, options, out, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("cq_stream_open(" #T ")", statement) CQ_PRIV_TARGET("cq_stream_open", T) \
		CQ_PRIV_ELSE_STATUS cq_stream_open_statement((db), CQ_PRIV_WRITTEN, &cq_tt->target, (options), (out)); })

/** A statement as a value: kept, copied, run any number of times (its values are those it was made with; texts are
 *  borrowed), checked when it is first run. A large one is freed with cq_statement_release. */
#define CQ_STATEMENT(statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("STATEMENT", statement) cq_statement *const cq_made = CQ_PRIV_WRITTEN; *cq_made; })

/** Adds clauses to a statement that is a value (cq_statement_extend). statement: a cq_statement *; it borrows the texts of the
 *  clauses. Its tables are checked when it is run: the clauses alone do not say what stands in it.
 *  Example: cq_statement list = STATEMENT(SQL(SELECT_ALL(users), FROM(users)));
 *           CQ_TRY(cq_extend(&list, WHERE(users.is_active), ORDER_BY(users.username), LIMIT(20))); */
#define cq_extend(statement, ...) CQ_PRIV_EXTEND(CQ_PRIV_COUNT(__VA_ARGS__), "cq_extend(" #__VA_ARGS__ ")", statement, __VA_ARGS__)
#define CQ_PRIV_EXTEND(n, txt, statement, ...) CQ_PRIV_EXTEND_N(n, txt, statement, __VA_ARGS__)
#define CQ_PRIV_EXTEND_N(n, txt, statement, ...) \
	CQ_PRIV_X({ cq_statement cq_store, *const cq_s = &cq_store; cq_statement_init(cq_s, (cq_site *)0); CQ_PRIV_HEADLESS \
		CQ_PRIV_CAT(CQ_PRIV_EACH_, n)(CQ_PRIV_NEXT_CLAUSE, , __VA_ARGS__) \
		cq_push(cq_s, CQ_OP_STATEMENT, n); enum { cq_kinds = 0 CQ_PRIV_OVER(n, CQ_PRIV_OR_K) }; \
		CQ_PRIV_RULE((cq_kinds & CQ_PRIV_K_ERROR) || !(cq_kinds & CQ_PRIV_NOT_ADDED), txt ": " CQ_SAY_CLAUSE_MISPLACED) \
		CQ_PRIV_ELSE_STATUS cq_priv_extended((statement), cq_s) CQ_PRIV_OVER(n, CQ_PRIV_CLOSE); })

/* ---- starting operations: the same with an operation to await (cquel/op.h) */

/** Starts cq_all. operation: a cq_operation **, awaited and released by the caller; out must live until it is done.
 *  Example: CQ_TRY(cq_submit_all(db, User, &found, &operation, SQL(SELECT_ALL(users), FROM(users)))); */
#define cq_submit_all(db, T, out, operation, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("cq_submit_all(" #T ")", statement) CQ_PRIV_TARGET("cq_submit_all", T) \
		CQ_PRIV_OUT("cq_submit_all(" #T ")", out, cq_ph_no_rows *) CQ_PRIV_OUT_RULE("cq_submit_all", T, CQ_PRIV_IS_ROWS_OF(cq_out), "the output is no cq_rows(" #T ")") \
		CQ_PRIV_ELSE_STATUS cq_run_submit_all((db), CQ_PRIV_WRITTEN, &cq_tt->target, cq_out, (operation)); })
#define CQ_PRIV_SUBMIT_ONE(what, db, T, out, operation, want, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF(what "(" #T ")", statement) CQ_PRIV_TARGET(what, T) \
		CQ_PRIV_OUT(what "(" #T ")", out, cq_ph_error) CQ_PRIV_OUT_RULE(what, T, CQ_PRIV_IS_POINTER_OF(cq_out), "the output is no pointer to a " #T " *") \
		CQ_PRIV_ELSE_STATUS cq_run_submit_one((db), CQ_PRIV_WRITTEN, &cq_tt->target, want, cq_out, (operation)); })
/** Start cq_one, cq_one_or_none and cq_first. */
#define cq_submit_one(db, T, out, operation, statement) CQ_PRIV_SUBMIT_ONE("cq_submit_one", db, T, out, operation, CQ_WANT_ONE, statement)
#define cq_submit_one_or_none(db, T, out, operation, statement) CQ_PRIV_SUBMIT_ONE("cq_submit_one_or_none", db, T, out, operation, CQ_WANT_ONE_OR_NONE, statement)
#define cq_submit_first(db, T, out, operation, statement) CQ_PRIV_SUBMIT_ONE("cq_submit_first", db, T, out, operation, CQ_WANT_FIRST, statement)
/** Starts cq_scalar. */
#define cq_submit_scalar(db, out, operation, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("cq_submit_scalar(" #out ")", statement) CQ_PRIV_SCALAR("cq_submit_scalar(" #out ")", out) \
		CQ_PRIV_ELSE_STATUS cq_run_submit_scalar((db), CQ_PRIV_WRITTEN, &cq_scalar_, CQ_WANT_FIRST, cq_out, (operation)); })
/** Starts cq_execute. */
#define cq_submit_execute(db, changes, operation, statement) \
	CQ_PRIV_X({ CQ_PRIV_QUERY_OF("cq_submit_execute", statement) CQ_PRIV_ELSE_STATUS cq_run_submit_execute((db), (changes), CQ_PRIV_WRITTEN, (operation)); })

#endif
