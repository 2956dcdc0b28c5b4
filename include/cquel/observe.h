/* cquel/observe.h: what a program can learn of its own statements: where they stand, how often and how long they ran, whether
 * the connected database takes them, and how it would carry one out.
 *
 * It knows nothing of how statements are written. Programs, tests and CI call it; docs/observability.md shows how.
 *
 * Every SQL(...) and RAW_SQL(...) of a program is a place with a file and a line (cq_site). The macros below know all places
 * of the program or shared library they stand in, and of others those that ran. A place in a function of a header is one in each file that
 * includes it; they are shown as one while they say the same.
 */
#ifndef CQUEL_OBSERVE_H
#define CQUEL_OBSERVE_H

#include <cquel/engine.h>
#include <cquel/query.h>

#include <stdio.h>

/** The places of one program or shared library. */
typedef struct cq_site_range {
	const cq_site *first, *end;
} cq_site_range;

#ifdef __ELF__
/* What linkers call the ends of the section; absent where no place stands. */
extern const cq_site cq_priv_first_site[] __asm__("__start_cq_sites") __attribute__((weak, visibility("hidden")));
extern const cq_site cq_priv_end_site[] __asm__("__stop_cq_sites") __attribute__((weak, visibility("hidden")));
#endif

/** All places of the program or library that this is compiled into; none where the object format cannot tell. */
static inline cq_site_range cq_sites_here(void) {
#ifdef __ELF__
	const cq_site_range range = {cq_priv_first_site, cq_priv_end_site};
#else
	const cq_site_range range = {(const cq_site *)0, (const cq_site *)0};
#endif
	return range;
}

/** What an engine has counted of one place. */
typedef struct cq_site_counters {
	const char *file;  /* "" for the statements of cq_insert and cq_insert_many, which no place of the program writes. Those of
	                    * cq_update_many and cq_delete_many are not counted */
	int line;
	const char *sql;   /* what it was compiled to last; "" when it never ran, or the cache dropped it */
	uint64_t calls;    /* 0: it did not run */
	uint64_t errors;   /* calls that failed */
	int64_t rows;      /* given, inserted, updated or deleted */
	uint64_t measured; /* calls whose time was taken: all when statements are logged; else the first eight, then each sixteenth */
	uint64_t time_ns;  /* of all calls; what was not measured is taken to be like what was */
	uint64_t last_ns;  /* of the latest call that was measured */
} cq_site_counters;

/** Receives one place. It must not call the engine. */
typedef void cq_site_function(void *user, const cq_site_counters *site);

/** What the connected database says of one statement. */
typedef struct cq_query_check {
	const char *file;    /* where it stands; "" for those of objects: cq_insert, cq_update_many ... */
	int line;
	const char *sql;     /* "" when it was not evaluated */
	bool evaluated;      /* false: the place did not run in this engine, so nobody knows its SQL */
	cq_status status;    /* CQ_OK: the database takes it, or it was not evaluated */
	const char *message; /* the sentence, "" when there is none */
} cq_query_check;

/** Receives one check. It must not call the engine. */
typedef void cq_query_check_function(void *user, const cq_query_check *check);

CQ_BEGIN_DECLS

/** Tells `function` of each place, in the order of files and lines (cq_engine_sites): those of `range`, run or not, and others that ran.
 *  CQ_MISUSE (engine or function NULL, another thread), CQ_NO_MEMORY; cq_engine_error tells of a function that is NULL. Strings live until the
 *  function returns.
 *  Example: CQ_TRY(cq_engine_sites(engine, add_to_metrics, &metrics)); */
CQ_API CQ_CHECKED cq_status cq_run_engine_sites(cq_engine *engine, cq_site_range range, cq_site_function *function,
	void *user);

/** Writes them as a table, what took longest first, what did not run last (cq_dump_sites). CQ_IO when the file cannot be
 *  written to.
 *  Example: CQ_TRY(cq_dump_sites(engine, stderr)); */
CQ_API CQ_CHECKED cq_status cq_run_dump_sites(cq_engine *engine, cq_site_range range, FILE *file);

/** Has the connected database prepare every statement that the engine knows, without running one (cq_check_queries_with),
 *  and tells `function` of each, and of each place of `range` that was not evaluated. An engine knows what ran, also in a dry
 *  run (cq_connection_set_dry_run), and what its cache has room for.
 *
 *  function  NULL: only the outcome counts
 *  CQ_OK when the database takes them all, else the first failure, which cq_last_error(db) describes with its file:line;
 *  CQ_MISUSE (in an open transaction, too: a statement that is refused might end it), CQ_NO_MEMORY. What was not evaluated is no
 *  failure. CQ_CONNECTION, CQ_TIMEOUT and CQ_CANCELLED end it there: the rest was not asked, and `function` does not hear of it.
 *  Example: CQ_TRY(cq_check_queries_with(db, report, &seen)); */
CQ_API CQ_CHECKED cq_status cq_run_check_queries(cq_connection *db, cq_site_range range,
	cq_query_check_function *function, void *user);

/** Writes a line for each that is refused or was not evaluated, and a summary (cq_check_queries). Also CQ_IO.
 *  Example: the end of a CI job's dry run: return cq_check_queries(db, stderr) == CQ_OK ? 0 : 1; */
CQ_API CQ_CHECKED cq_status cq_run_check_queries_to(cq_connection *db, cq_site_range range, FILE *file);

/** In a dry run statements are compiled, checked, and prepared by the database, but not run: so a test can walk through a
 *  program's functions, whatever the tables hold. Results are empty; what insists on a row (cq_one, cq_scalar) gets one of zeros and
 *  empty texts, NULL where there may be one. Nothing is inserted and nothing written back. Transactions are begun and ended, and
 *  cq_create_all and its like do what they do.
 *  CQ_MISUSE when db is NULL or another thread's. */
CQ_API CQ_CHECKED cq_status cq_connection_set_dry_run(cq_connection *db, bool dry_run);

/** The plan by which the database would carry out a statement with its values (cq_explain): EXPLAIN QUERY PLAN on SQLite, EXPLAIN
 *  elsewhere, as lines of text that are not the same from version to version.
 *
 *  analyze  true (cq_explain_analyze): EXPLAIN ANALYZE, which runs the statement and undoes nothing. CQ_UNSUPPORTED on SQLite
 *  out      the text, to be freed with cq_text_free; NULL on failure
 *  Errors as cq_run_all; CQ_UNSUPPORTED for INSERT_INTO(table, VALUES(...)), which is several statements. The statement is used up. */
CQ_API CQ_CHECKED cq_status cq_run_explain(cq_connection *db, cq_statement *statement, bool analyze, char **out);

CQ_END_DECLS

/** The functions above for the places of the program or library that the call stands in. */
#define cq_engine_sites(engine, function, user) cq_run_engine_sites((engine), cq_sites_here(), (function), (user))
#define cq_dump_sites(engine, file) cq_run_dump_sites((engine), cq_sites_here(), (file))
#define cq_check_queries(db, file) cq_run_check_queries_to((db), cq_sites_here(), (file))
#define cq_check_queries_with(db, function, user) cq_run_check_queries((db), cq_sites_here(), (function), (user))

#endif
