/* random_expression/things.h: a small table with a column of every type, NULLs among its values, and its rows in C.
 *
 * It knows nothing of expressions. The generator names its columns, the model reads its rows.
 */
#ifndef RANDOM_THINGS_H
#define RANDOM_THINGS_H

#include <cquel.h>

#define Mood_VALUES(VALUE) VALUE(MOOD_CALM, "calm") VALUE(MOOD_MERRY, "merry") VALUE(MOOD_ODD, "it's odd")
CQ_ENUM(Mood)

/* What is compared with `=` holds no blanks at its end. Reals and decimals are sums of powers of two, so that sums and
 * products of them are the same numbers wherever they are computed. */
#define things_COLUMNS(COLUMN)                                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                        \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(things, id))            \
	COLUMN(small, SMALLINT)                                                \
	COLUMN(votes, NULLABLE(INTEGER))                                       \
	COLUMN(size, INTEGER)                                                  \
	COLUMN(big, NULLABLE(BIGINT))                                          \
	COLUMN(ratio, NULLABLE(DOUBLE))                                        \
	COLUMN(weight, DOUBLE)                                                 \
	COLUMN(single, REAL)                                                   \
	COLUMN(price, DECIMAL(10, 2))                                          \
	COLUMN(discount, NULLABLE(DECIMAL(8, 3)))                              \
	COLUMN(name, VARCHAR(40))                                              \
	COLUMN(note, NULLABLE(TEXT))                                           \
	COLUMN(code, NULLABLE(CHAR(4)))                                        \
	COLUMN(data, NULLABLE(BYTES))                                          \
	COLUMN(day, DATE)                                                      \
	COLUMN(due, NULLABLE(DATE))                                            \
	COLUMN(clock, NULLABLE(TIME))                                          \
	COLUMN(moment, TIMESTAMP)                                              \
	COLUMN(until, NULLABLE(TIMESTAMP))                                     \
	COLUMN(span, NULLABLE(INTERVAL))                                       \
	COLUMN(token, NULLABLE(UUID))                                          \
	COLUMN(document, NULLABLE(JSON))                                       \
	COLUMN(tags, JSON)                                                     \
	COLUMN(mood, ENUM(Mood))                                               \
	COLUMN(feeling, NULLABLE(ENUM(Mood)))                                  \
	COLUMN(flag, BOOLEAN)                                                  \
	COLUMN(maybe, NULLABLE(BOOLEAN))
CQ_MODEL(Thing, things)
CQ_ALIAS(things, others)

enum { THING_COUNT = 9 };

/* The rows, to be inserted as they are. */
extern Thing thing_rows[THING_COUNT];

/* Fills thing_rows. */
void things_fill(void);

#endif
