/* sql/render.h: a checked program becomes the text of one SQL statement, for one dialect.
 *
 * It knows nothing of databases, connections or values: the same shape always gives the same text. The executor renders
 * each shape once for each dialect; cq_sql_text renders without a connection.
 */
#ifndef CQ__SQL_RENDER_H
#define CQ__SQL_RENDER_H

#include "base/error.h"
#include "meta/rows_form.h"
#include "query/tree.h"
#include "query/typing.h"
#include "sql/dialect.h"

#include <stdbool.h>
#include <stdint.h>

/* The text of a statement and what its placeholders stand for. Placeholder n is parameters[n - 1]. */
typedef struct cq__rendered {
	char *sql; /* NUL-terminated */
	size_t length;
	/* The first row_parameter_count entries: the index of the column of an inserted object, row by row (only statements
	 * with ROWS have any). All others: the index of the value. */
	uint32_t *parameters;
	uint32_t parameter_count;
	uint32_t row_parameter_count;
	uint32_t column_count; /* of the rows that come back; 0 when none do, or when the program's own text decides */
	bool reads_only;       /* changes nothing */
	bool returns_rows;
	bool returning;        /* a write with RETURNING */
} cq__rendered;

/* Renders a statement that the checker has passed. An INSERT of objects is rendered for one row that leaves generated
 * columns and automatic keys to the database; cq__render_insert_rows renders what is run.
 *
 * On failure `out` is empty and `error` (may be NULL) says why: CQ_MISUSE (a text of RAW or RAW_SQL whose marks do not
 * fit its operands, a clause where none may stand), CQ_SYNTAX (a quote or comment in such a text is not closed),
 * CQ_NO_CONDITION, CQ_UNSUPPORTED (the dialect has no such thing), CQ_TOO_LARGE (over 16 MiB), CQ_NO_MEMORY. */
CQ_CHECKED cq_status cq__render(const cq__dialect *dialect, const cq__tree *tree, const cq__typing *typing,
	cq__rendered *out, cq__error *error);

/* Renders an INSERT of `row_count` objects (at least one) giving the columns whose bits are set: bit i % 64 of
 * columns[i / 64] is the table's column i. With no bit set only one row can be inserted (CQ_UNSUPPORTED for more).
 * form: other than VALUES only where the dialect has it, and with a column; then the text takes any number of objects, its
 * row parameters are those of one, and COPY, which has no placeholders, takes none of the statement's clauses.
 * tree and typing: the statement whose WITH (without values), ON_CONFLICT and RETURNING belong to it, or NULL both.
 * Errors as above. */
CQ_CHECKED cq_status cq__render_insert_rows(const cq__dialect *dialect, const cq_table *table, const uint64_t *columns,
	uint32_t row_count, cq__rows_form form, const cq__tree *tree, const cq__typing *typing, cq__rendered *out,
	cq__error *error);

/* Added to the index of a member's column: it stands in a second object of the same table, right behind the first. */
enum { CQ__MEMBER_BEHIND = 1 << 30 };

/* Renders UPDATE(table, SET(...) ...) or DELETE_FROM(table) by primary key as one statement for any number of objects, whose
 * members are the elements of arrays (CQ__ROWS_ARRAYS; CQ_UNSUPPORTED where the dialect has none). members: the columns that
 * are set and then those that are compared, as indexes (all of the latter with CQ__MEMBER_BEHIND, or none), one for each value of
 * the statement. Errors as above. */
CQ_CHECKED cq_status cq__render_keyed_arrays(const cq__dialect *dialect, const cq_table *table, const uint32_t *members,
	const cq__tree *tree, const cq__typing *typing, cq__rendered *out, cq__error *error);

/* Frees what a rendered statement holds; it is empty then. */
void cq__rendered_release(cq__rendered *rendered);

#endif
