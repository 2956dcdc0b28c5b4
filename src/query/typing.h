/* query/typing.h: what each node of a program yields (type, NULL, the column behind it) and what each value is meant for.
 * It reports nothing: the checker judges, the renderer and the bind plan use it. Made when a shape is first seen.
 */
#ifndef CQUEL_QUERY_TYPING_H
#define CQUEL_QUERY_TYPING_H

#include "query/tree.h"

/** What a node yields. */
typedef struct cq__typed {
	uint8_t type;            /* cq_type; CQ_TYPE_NONE: not known (RAW without type, a bare NULL) */
	uint8_t nullable;        /* can be NULL, outer joins included */
	uint8_t aggregate;       /* holds an aggregate of its own query level */
	uint8_t scale;           /* of a DECIMAL */
	const cq_column *column; /* the column that a bare column, MIN, MAX, COALESCE … passes on (enum labels, stored form), or NULL */
} cq__typed;

/** What a value is bound as. */
typedef struct cq__meant {
	uint8_t type;            /* cq_type of the other side: EQ(users.age, 3) -> INTEGER; CQ_TYPE_NONE: as it is */
	uint8_t scale;
	uint16_t use;            /* cq__use */
	const cq_column *column; /* the column on the other side or assigned, or NULL */
} cq__meant;

typedef enum cq__use { CQ__USE_PLAIN, CQ__USE_ASSIGN, CQ__USE_PREFIX, CQ__USE_SUFFIX, CQ__USE_INFIX, CQ__USE_LIMIT } cq__use;

typedef struct cq__typing {
	cq__typed *node;  /* one for each node */
	cq__meant *value; /* one for each value */
} cq__typing;

cq_status cq__typing_init(cq__typing *typing, const cq__tree *tree, uint32_t value_count);
void cq__typing_release(cq__typing *typing);

#endif
