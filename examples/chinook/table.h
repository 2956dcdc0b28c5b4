/* chinook/table.h: prints rows as an aligned table. A list of FIELDs can be expanded by a program as well as by cquel: here
 * it gives the headings, and for each row the cells. It knows nothing of any one list.
 */
#ifndef CHINOOK_TABLE_H
#define CHINOOK_TABLE_H

#include <cquel.h>

#include <stddef.h>

/** What a cell holds, as cell_text takes it. */
typedef struct cell {
	cq_type type; /* BIGINT, DOUBLE, DECIMAL, TIMESTAMP or TEXT */
	union {
		int64_t integer;
		double real;
		cq_decimal decimal;
		cq_timestamp timestamp;
		const char *text; /* NULL for SQL's NULL */
	};
} cell;

enum { CELL_TEXT = 256, TABLE_COLUMNS = 8 };

/** Writes a cell's text and returns it: a decimal with its digits, a real with two, a time stamp without microseconds. A
 *  text that is longer is cut. */
const char *cell_text(cell value, char out[CELL_TEXT]);

/** Prints `count` rows of `columns` cells under their headings, each column as wide as its widest cell. */
void print_table(const char *title, const char *const *headings, const cell *cells, size_t columns, size_t count);

static inline cell cell_of_int32(int32_t v) { return (cell){CQ_TYPE_BIGINT, {.integer = v}}; }
static inline cell cell_of_int64(int64_t v) { return (cell){CQ_TYPE_BIGINT, {.integer = v}}; }
static inline cell cell_of_double(double v) { return (cell){CQ_TYPE_DOUBLE, {.real = v}}; }
static inline cell cell_of_decimal(cq_decimal v) { return (cell){CQ_TYPE_DECIMAL, {.decimal = v}}; }
static inline cell cell_of_timestamp(cq_timestamp v) { return (cell){CQ_TYPE_TIMESTAMP, {.timestamp = v}}; }
static inline cell cell_of_text(const char *v) { return (cell){CQ_TYPE_TEXT, {.text = v}}; }

#define CELL_OF(v) \
	_Generic((v), int32_t: cell_of_int32, int64_t: cell_of_int64, double: cell_of_double, cq_decimal: cell_of_decimal, \
		cq_timestamp: cell_of_timestamp, const char *: cell_of_text)(v)

/* FIELD(name, TYPE, expression): a heading, one more column, a cell of the row that `cell_row` points to. */
#define FIELD_HEADING(name, ...) #name,
#define FIELD_ONE(name, ...) + 1
#define FIELD_CELL(name, ...) *cell_at++ = CELL_OF(cell_row->name);

/** The number of fields of a row list. */
#define FIELD_COUNT(R) ((size_t)(0 R##_FIELDS(FIELD_ONE)))

/** Writes the cells of one row (const R *) to an array of FIELD_COUNT(R). */
#define PUT_CELLS(R, row, cells) \
	do { \
		const R *const cell_row = (row); \
		cell *cell_at = (cells); \
		R##_FIELDS(FIELD_CELL) \
		(void)cell_at; \
	} while (0)

/** The headings of a row list, as an array to initialise with: const char *const headings[] = {HEADINGS(Buyer)}; */
#define HEADINGS(R) R##_FIELDS(FIELD_HEADING)

#endif
