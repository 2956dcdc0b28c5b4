/* session/selectin.h: one relation of many objects, read by statements of their keys and wired up in one pass.
 * It knows nothing of paths and options. load.c goes through the levels with it.
 *
 * Three steps: prepare says which statements there are, whoever called runs them (at once where the database can), finish makes
 * objects of their rows and sets the members. All memory but that of the rows is the caller's arena.
 */
#ifndef CQ__SESSION_SELECTIN_H
#define CQ__SESSION_SELECTIN_H

#include "query/tree.h"
#include "session/joined.h"
#include "session/load.h"
#include "session/match.h"
#include "session/read.h"

struct cq__selectin;

/* One statement of a relation. */
typedef struct cq__fetch {
	struct cq__fetch *next;
	struct cq__selectin *of;
	cq_statement statement;
	cq_target target;
	cq__joined joined;         /* what stands behind the relation and came along */
	cq_any_rows rows;          /* what it gave: of whoever has it, until finish */
	cq_operation *operation;   /* of whoever runs it */
	cq__arrival *arrivals;     /* the objects of the rows, and of their joins; of MANY_TO_MANY without joins each once */
	uint32_t *which;           /* of MANY_TO_MANY without joins: the arrival of each row */
	uint32_t *places;          /* of the key that each row has */
} cq__fetch;

typedef struct cq__selectin {
	struct cq__selectin *next;
	const cq__load *load;
	const cq__relation *relation;
	cq__options *options;
	cq__arena *memory;
	cq__entry **entries;       /* whose relation is to be loaded */
	uint32_t count;
	cq__match *near;           /* the key in an entry's object */
	cq__match *far;            /* the same key in a row, or in the object that it points to */
	bool inside;               /* in that object */
	cq__match_table keys;      /* of the entries, each once */
	uint32_t *places;          /* which key each entry has; UINT32_MAX: NULL */
	cq__entry **found;         /* BELONGS_TO: what each key leads to, or NULL */
	const void **asked;        /* objects that have the keys that the statements ask for */
	int64_t *numbers;          /* the same as numbers, where they are whole */
	uint32_t asked_count;
	cq__fetch *fetches;
} cq__selectin;

/* Which of the entries need it (anew: all), and the statements: none when everything is there already. */
CQ_CHECKED cq_status cq__selectin_prepare(cq_session *session, cq__arena *memory, const cq__load *load, cq__entry *const *entries,
	size_t count, cq__options *options, bool anew, cq__selectin **out);

/* Sets the members. The rows of all fetches are its own from here on, also on failure. */
CQ_CHECKED cq_status cq__selectin_finish(cq_session *session, cq__selectin *selectin);

/* WHERE: that columns of a table are one of the keys of `count` objects, pushed as one condition. numbers: the keys, where the match is whole. The
 * values borrow from the objects, or are the arena's. False: no memory. */
CQ_CHECKED bool cq__push_keys(cq_statement *statement, cq__arena *memory, const cq_table *table, const cq__columns *columns,
	const cq__match *match, const void *const *objects, const int64_t *numbers, uint32_t count);

/* The most keys of one statement over these columns. */
uint32_t cq__keys_at_once(const cq_session *session, const cq_table *table, const cq__columns *columns);

/* Whether a program of clauses (NULL: none) has one of that kind, not only in a query inside it. */
bool cq__clauses_have(const cq_statement *clauses, cq__rank rank);

#endif
