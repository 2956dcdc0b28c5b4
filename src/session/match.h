/* session/match.h: columns of objects as a key: read, hashed, compared with other columns of other structs, looked up in a table.
 * It knows nothing of sessions or statements. Loading wires objects together with it, in one pass over the rows.
 */
#ifndef CQ__SESSION_MATCH_H
#define CQ__SESSION_MATCH_H

#include "base/arena.h"
#include "meta/type_registry.h"
#include "session/session.h"

/* One member of a key in a struct. */
typedef struct cq__match_part {
	uint32_t offset;      /* of the value; in an optional behind `present` */
	uint32_t present;     /* offset of `present`, or UINT32_MAX */
	uint8_t type;         /* cq_type */
	uint8_t family;       /* cq__family */
	uint8_t size;         /* of the value */
	bool pointer;         /* NULL is a pointer that is NULL */
	bool padded;          /* a text whose blanks at the end say nothing */
} cq__match_part;

typedef struct cq__match {
	uint32_t count;
	bool whole;           /* one part, which is a whole number */
	cq__match_part parts[];
} cq__match;

/* Of a model's columns, or with room for `count` parts to be set by cq__match_set; NULL when there is no memory. */
cq__match *cq__match_of(cq__arena *arena, const cq__model *model, const cq__columns *columns);
cq__match *cq__match_new(cq__arena *arena, uint32_t count);
void cq__match_set(cq__match *key, uint32_t i, uint32_t offset, uint8_t type, bool nullable, bool pads_chars);

/* Whether a member is NULL; where its value stands. */
static inline bool cq__match_part_null(const cq__match_part *part, const void *object)
{
	if (part->present != UINT32_MAX)
		return !*(const bool *)((const char *)object + part->present);
	return part->pointer && *(const void *const *)(const void *)((const char *)object + part->offset) == NULL;
}

static inline const void *cq__match_value(const cq__match_part *part, const void *object)
{
	return (const char *)object + part->offset;
}

/* A part that is a whole number (SMALLINT to BIGINT). */
static inline int64_t cq__match_number(const cq__match_part *part, const void *object)
{
	const void *const value = cq__match_value(part, object);
	if (part->size == sizeof(int64_t))
		return *(const int64_t *)value;
	return part->size == sizeof(int32_t) ? *(const int32_t *)value : *(const int16_t *)value;
}

/* Whether some part is NULL: such a key leads nowhere. */
bool cq__match_null(const cq__match *key, const void *object);

/* ---- a table of objects by key ----------------------------------------------------------------------------------------------- */

/* Objects in the order in which they came; those with the key of an earlier one are that one. */
typedef struct cq__match_table {
	const cq__match *key;
	const void **objects;  /* count of them */
	int64_t *numbers;      /* of a whole key: the same as numbers */
	uint32_t count;
	uint32_t most;         /* there is room for */
	uint32_t mask;
	uint32_t *slots;       /* place + 1 */
} cq__match_table;

/* A table with room for `most` objects; its memory is the arena's. */
CQ_CHECKED cq_status cq__match_table_make(cq__match_table *table, cq__arena *arena, const cq__match *key, size_t most);

/* Room for one more, where it is not known how many there will be: doubled when it is full. */
CQ_CHECKED cq_status cq__match_table_room(cq__match_table *table, cq__arena *arena);

/* The place of the object's key, which is not NULL; it is put in when it is new. There is room for it. */
uint32_t cq__match_table_put(cq__match_table *table, const void *object);

/* Spreads a number over all bits of a hash. */
static inline uint64_t cq__match_spread(uint64_t number)
{
	number *= UINT64_C(0x9e3779b97f4a7c15);
	return number ^ number >> 32;
}

/* The place of a whole key, or UINT32_MAX. */
static inline uint32_t cq__match_table_find_number(const cq__match_table *table, int64_t number)
{
	for (uint32_t at = (uint32_t)cq__match_spread((uint64_t)number) & table->mask;; at = (at + 1) & table->mask) {
		const uint32_t place = table->slots[at];
		if (place == 0)
			return UINT32_MAX;
		if (table->numbers[place - 1] == number)
			return place - 1;
	}
}

/* The place of the same key in another struct, or UINT32_MAX; so for one with a NULL. */
uint32_t cq__match_table_find(const cq__match_table *table, const cq__match *key, const void *object);

#endif
