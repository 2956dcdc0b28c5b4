/* random_expression/databases.h: statements over random expressions: checked, written for three databases, and run there.
 *
 * It knows nothing of how expressions are made. The test gives it expressions and, of the rows, what the model says.
 */
#ifndef RANDOM_DATABASES_H
#define RANDOM_DATABASES_H

#include "expression.h"

enum { MOST_ITEMS = 12, MOST_ROWS = THING_COUNT, DATABASES = 3 };

/* SELECT of items and what stands behind it, and the rows that it is to give. */
typedef struct query {
	term *items[MOST_ITEMS];
	uint32_t able[MOST_ITEMS]; /* databases_for each of them */
	uint32_t item_count;
	const term *where, *having;
	const term *groups[2];
	uint32_t group_count;
	bool by_id; /* ORDER_BY the key; else the groups */
	value expected[MOST_ROWS][MOST_ITEMS];
	uint32_t row_count;
} query;

/* How it went. */
typedef struct tally {
	uint64_t hits[CQ_OP_COUNT_OF];
	uint32_t made;
	uint32_t accepted[DATABASES], lacking[DATABASES]; /* SQLite, PostgreSQL, MariaDB: expressions */
	uint32_t compared[DATABASES]; /* values that the model has, too */
	uint32_t failures;
	bool asked[DATABASES];
} tally;

/* Opens what can be reached, with the table and its rows. */
void databases_open(tally *counts);
void databases_close(void);

/* Which databases can be asked for a query with this item alone, a bit each, 1 << 0 SQLite: all that do not lack something
 * that they are known to lack. 0, and a failure is told, when the checker refuses it. */
uint32_t databases_for(const term *item, const query *around, tally *counts);

/* Asks a database, 0 SQLite, 1 PostgreSQL, 2 MariaDB, for all items that it is able to give, and compares them with what is
 * expected. */
void databases_try(const query *asked, int database, tally *counts);

#endif
