/* meta/row_list.h: the rows of a LIST field, read from the one JSON value that a database collected them in.
 *
 * It knows nothing of databases or statements. Decoders call it for a column whose field is a list of rows.
 */
#ifndef CQ__META_ROW_LIST_H
#define CQ__META_ROW_LIST_H

#include "base/arena.h"
#include "base/error.h"

#include <cquel/model.h>

/** Reads `[[field, field, …], …]`: an array for each row, its values in the order of the type's fields.
 *
 *  A value is written so that nothing of it is lost: BOOLEAN true, false, 1 or 0; whole numbers, REAL and DOUBLE as a number or
 *  in quotes; DECIMAL the same, rounded to the field's scale; texts, JSON, ENUM's labels, dates, times, intervals (ISO 8601)
 *  and UUIDs in quotes, BYTES in quotes in hexadecimal; a list of rows as an array again.
 *
 *  text    size bytes, not closed by a NUL
 *  arena   rows and texts are taken from it
 *  out     empty on failure
 *
 *  CQ_WRONG_TYPE for what is no such JSON, another number of values, or a value that is none of its type; CQ_NULL_VALUE for null
 *  in a field that cannot hold it; CQ_OUT_OF_RANGE; CQ_BAD_TEXT for a NUL byte or what is not UTF-8; CQ_UNSUPPORTED for a
 *  field OBJECT; CQ_NO_MEMORY. `error` names row and field. */
CQ_CHECKED cq_status cq__row_list_parse(const char *text, size_t size, const cq_row_type *type, cq__arena *arena, cq_any_list *out,
	cq__error *error);

#endif
