/* query/checker.h: the second enforcer of the rules: over a whole program, when its shape is first seen.
 * It knows nothing of databases and SQL text. The executors and cq_statement_check call it; src/query/checker_*.c are its parts.
 */
#ifndef CQ__QUERY_CHECKER_H
#define CQ__QUERY_CHECKER_H

#include "base/error.h"
#include "query/typing.h"

/** Checks a statement's shape against every rule. CQ_OK, or with *error filled: CQ_RULE (message, rule, table, column),
 *  CQ_NO_CONDITION (an UPDATE or DELETE whose condition has vanished), CQ_MISUSE (not a statement), CQ_NO_MEMORY. */
CQ_CHECKED cq_status cq__check(const cq__tree *tree, const cq__typing *typing, cq__error *error);

/** Checks what only the values show: a NULL text compared or written to a NOT NULL column, VALUES of no rows. */
CQ_CHECKED cq_status cq__check_values(const cq__tree *tree, const cq__typing *typing, const cq_value *values, cq__error *error);

/** Checks that a statement's columns, by position, fit the fields of a row (field-count, field-type, field-null …). */
CQ_CHECKED cq_status cq__check_row(const cq__tree *tree, const cq__typing *typing, const cq_row_type *row, cq__error *error);

/** Checks that a statement gives one column that a variable of this SQL type holds (scalar-columns, scalar-type). */
CQ_CHECKED cq_status cq__check_scalar(const cq__tree *tree, const cq__typing *typing, cq_type variable, cq__error *error);

#endif
