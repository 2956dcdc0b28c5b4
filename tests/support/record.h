/* support/record.h: writes down every statement that a test renders, so that the real databases can be asked about each.
 *
 * It knows nothing of databases. Where the environment has CQUEL_TEST_RECORD, a folder, a test program leaves its records
 * there in a file of its own name; conform/golden_prepare_test.c reads them. Elsewhere these functions do nothing.
 */
#ifndef CQ_TEST_RECORD_H
#define CQ_TEST_RECORD_H

#include "sql/ddl.h"
#include "sql/dialect.h"

#include <cquel/query.h>

#include <stddef.h>

/* What a record says. Its text is:                                                                                        */
typedef enum record_kind {
	RECORD_BEGIN,     /* a new, empty database; the name of the program */
	RECORD_SPACE,     /* the name of a schema that tables stand in */
	RECORD_DDL,       /* a statement that makes a part of the database */
	RECORD_DROP,      /* one that, at the end, removes a part again */
	RECORD_ALONE,     /* a database for the DDL and DROP records up to END and nothing else */
	RECORD_END,
	RECORD_STATEMENT, /* a statement to be prepared */
	RECORD_NONSENSE,  /* one that its database refuses: no table or type is there for what it says */
	RECORD_KINDS
} record_kind;

/* "begin", "space" … */
const char *record_kind_name(record_kind kind);

/* For all dialects: what follows runs over these tables, and no others. */
void record_begin(const cq_table *const *tables, size_t count);

/* And over these. */
void record_tables(const cq_table *const *tables, size_t count);

/* Tables that no statement is about, for a dialect that can create them. */
void record_alone(const cq__dialect *dialect, const cq_table *const *tables, size_t count);

/* A statement over the tables of the latest begin. */
void record_statement(const cq__dialect *dialect, const char *sql);

/* The statement in every dialect that can write it. */
void record_query(const cq_statement *statement);

/* Between the two: the statements are syntax only, and a database must refuse them. */
void record_nonsense_begins(void);
void record_nonsense_ends(void);

#endif
