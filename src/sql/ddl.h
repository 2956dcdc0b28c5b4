/* sql/ddl.h: the statements that create and drop the tables of models, in an order that foreign keys allow.
 *
 * It knows nothing of databases or connections. The schema commands run what it gives, best in one transaction.
 */
#ifndef CQ__SQL_DDL_H
#define CQ__SQL_DDL_H

#include "base/error.h"
#include "sql/dialect.h"

#include <stddef.h>
#include <stdint.h>

/* Statements in the order they are to be run, each without a semicolon. All zero is an empty list. */
typedef struct cq__ddl {
	char **statements;
	uint32_t count;
	uint32_t capacity;
} cq__ddl;

/* Tables with their constraints and indexes. Running the statements again changes nothing. Aliases stand for their tables,
 * and a table that is given twice is created once.
 *
 * On failure `out` is empty and `error` (may be NULL) says why: CQ_MISUSE (a reference to a table or column that is not
 * there, two constraints of one name), CQ_WRONG_TYPE and CQ_OUT_OF_RANGE (a DEFAULT that its column cannot hold),
 * CQ_UNSUPPORTED (the dialect has no such thing), CQ_NO_MEMORY. */
CQ_CHECKED cq_status cq__ddl_create(const cq__dialect *dialect, const cq_table *const *tables, size_t count,
	cq__ddl *out, cq__error *error);

/* The other way round: tables that are not there are passed over. */
CQ_CHECKED cq_status cq__ddl_drop(const cq__dialect *dialect, const cq_table *const *tables, size_t count, cq__ddl *out,
	cq__error *error);

/* Frees the statements; the list is empty then. */
void cq__ddl_release(cq__ddl *ddl);

#endif
