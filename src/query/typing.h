/* query/typing.h: what each node of a program yields (type, NULL, the column behind it) and what each value is meant for.
 * It reports nothing: the checker judges, the renderer and the bind plan use it. Made when a shape is first seen.
 */
#ifndef CQUEL_QUERY_TYPING_H
#define CQUEL_QUERY_TYPING_H

#include "query/tree.h"

/** Why a node can be NULL; several may hold. */
enum {
	CQ__NULLABLE_ITSELF = 1, /* a nullable column, an aggregate but COUNT, NULL, an optional value */
	CQ__NULLABLE_OUTER = 2   /* its table is outer-joined */
};

/** What a node yields. */
typedef struct cq__typed {
	uint8_t type;            /* cq_type; CQ_TYPE_NONE: not known (RAW without type, a bare NULL) */
	uint8_t nullable;        /* can be NULL, outer joins included: CQ__NULLABLE_…, 0: never */
	uint8_t aggregate;       /* holds an aggregate of its own query level */
	uint8_t scale;           /* of a DECIMAL */
	const cq_column *column; /* the column that a bare column, MIN, MAX, COALESCE … passes on (enum labels, stored form), or NULL */
} cq__typed;

typedef enum cq__use { CQ__USE_PLAIN, CQ__USE_ASSIGN, CQ__USE_PREFIX, CQ__USE_SUFFIX, CQ__USE_INFIX, CQ__USE_LIMIT } cq__use;

/** What a value is bound as. */
typedef struct cq__meant {
	uint8_t type;            /* cq_type of the other side: EQ(users.age, 3) -> INTEGER; CQ_TYPE_NONE: as it is */
	uint8_t scale;
	uint16_t use;            /* cq__use */
	const cq_column *column; /* the column on the other side or assigned, or NULL */
} cq__meant;

typedef struct cq__typing {
	cq__typed *node;  /* one for each node */
	cq__meant *value; /* one for each value */
} cq__typing;

/** Types a program. CQ_MISUSE when it mentions another number of values than value_count, CQ_NO_MEMORY; the typing is
 *  then empty.
 *
 *  An optional can be NULL; a text or bytes value that may be a NULL pointer cannot as far as the shape shows: its value
 *  decides. RAW is as nullable as it says, and through the outer joins of its operands.
 *  Numbers of different families mix in ADD, SUB, MUL, DIV and MOD: the result is DOUBLE when a side is REAL or DOUBLE,
 *  else DECIMAL when a side is DECIMAL, else the wider integer type; a C int has no width. DIV of whole numbers is whole, as in SQL. */
CQ_CHECKED cq_status cq__typing_init(cq__typing *typing, const cq__tree *tree, uint32_t value_count);
void cq__typing_release(cq__typing *typing);

/** Sets of families: what an operand can serve as. A C int serves BOOLEAN, ENUM and every number, a number of 64 bits every
 * number, a text also JSON. */
typedef uint32_t cq__families;
#define CQ__FAMILIES_ALL UINT32_MAX

/** The families a node can serve as: all of them when its type is not known, none for an object and the bare NULL. */
cq__families cq__node_families(const cq__tree *tree, const cq__typing *typing, uint32_t node);

/** The set that holds the one family of a type; all for CQ_TYPE_NONE, none for CQ_TYPE_OBJECT. */
cq__families cq__type_families(cq_type type);

/** The query (STATEMENT or SUBQUERY node) that provides a table to what stands at `node`: its own, or one around it;
 *  *clause is the FROM, JOIN, UPDATE … that does. CQ__NO_NODE when none does. An ON sees FROM and the joins up to its own;
 *  what INSERT_INTO sets sees no table. */
uint32_t cq__table_provider(const cq__tree *tree, uint32_t node, const cq_table *table, uint32_t *clause);

#endif
