/* exec/insert_plan.h: what is known of a table whose objects are inserted, once for each engine.
 * It knows nothing of statements that are sent. insert.c calls it.
 */
#ifndef CQ__EXEC_INSERT_PLAN_H
#define CQ__EXEC_INSERT_PLAN_H

#include "exec/engine.h"

/* Sets of columns are bits; this many words hold those of the largest table. */
enum { CQ__INSERT_WORDS = 64 };

/* A column that some objects give and others leave to the database. */
typedef struct cq__insert_choice {
	uint32_t column;
	uint32_t offset;
	bool key; /* left when it is 0; else when it holds the marker */
} cq__insert_choice;

/* What an insert that leaves columns out must bring back. */
typedef enum cq__insert_return {
	CQ__INSERT_RETURNS_NOTHING,
	CQ__INSERT_RETURNS_KEY,            /* only the automatic key */
	CQ__INSERT_RETURNS_KEY_AND_OTHERS,
	CQ__INSERT_RETURNS_OTHERS          /* but no automatic key */
} cq__insert_return;

typedef struct cq__insert_plan {
	const cq_table *table;
	cq_site site_of_one;       /* so that the statements of this table are found like those of a program's place */
	cq_site site_of_many;
	cq__compiled *one;         /* the latest statement of one object that brings back a key or nothing; a reference, or NULL */
	cq__insert_return one_returns;
	uint64_t *one_columns;     /* what it gives */
	uint32_t words;            /* of a set of columns */
	uint32_t choice_count;
	uint32_t key;              /* the automatic key's column; column_count: there is none */
	uint8_t key_type;
	bool has_labels;           /* an ENUM that is stored as its label */
	uint64_t *given;           /* columns that all objects give */
	uint64_t *generated;
	cq__insert_choice *choices;
} cq__insert_plan;

/* The plan of a table, made the first time. CQ_MISUSE for an alias, CQ_TOO_LARGE, CQ_NO_MEMORY. */
cq_status cq__insert_plan_find(cq_engine *engine, const cq_table *table, cq__error *error, cq__insert_plan **out);

/* The columns that an object gives. */
void cq__insert_columns(const cq__insert_plan *plan, const char *object, uint64_t *columns);

/* Whether it gives just these. */
bool cq__insert_gives(const cq__insert_plan *plan, const char *object, const uint64_t *columns);

uint32_t cq__insert_count(const cq__insert_plan *plan, const uint64_t *columns);

cq__insert_return cq__insert_returns(const cq__insert_plan *plan, const uint64_t *columns);

/* Whether a column comes back: it is left out, and the database fills it. */
bool cq__insert_returned(const uint64_t *columns, uint32_t column);

/* Remembers the statement of one object for the next that gives the same columns. */
void cq__insert_remember(cq__insert_plan *plan, const uint64_t *columns, cq__insert_return returns, cq__compiled *one);

/* That statement, or NULL. */
static inline cq__compiled *cq__insert_remembered(const cq__insert_plan *plan, const uint64_t *columns)
{
	cq__compiled *const one = plan->one;
	if (one == NULL || one->dropped)
		return NULL;
	for (uint32_t i = 0; i < plan->words; i++)
		if (plan->one_columns[i] != columns[i])
			return NULL;
	return one;
}

/* INSERT_INTO(table, VALUES(...)), and for columns other than NULL RETURNING what comes back. Release it. */
void cq__insert_statement_init(cq_statement *statement, const cq__insert_plan *plan, const uint64_t *columns);

/* The automatic key of an object; only when the plan has one. */
int64_t cq__insert_key(const cq__insert_plan *plan, const char *object);
cq_status cq__insert_set_key(const cq__insert_plan *plan, char *object, int64_t key, cq__error *error);

/* Leaves to the database again what the columns leave to it. */
void cq__insert_leave(const cq__insert_plan *plan, char *object, const uint64_t *columns);

/* Sorts objects by it. */
void cq__insert_sort(const cq__insert_plan *plan, char *objects, size_t count);

#endif
