/* query/typing.h: what each node of a program yields (type, NULL, the column behind it) and what each value is meant for.
 * It reports nothing: the checker judges, the renderer and the bind plan use it. Made when a shape is first seen.
 */
#ifndef CQUEL_QUERY_TYPING_H
#define CQUEL_QUERY_TYPING_H

#include "query/scope.h"

/** Why a node can be NULL; several may hold. */
enum {
	CQ__NULLABLE_ITSELF = 1, /* a nullable column, an aggregate but COUNT, NULL, an optional value */
	CQ__NULLABLE_OUTER = 2   /* its table is outer-joined, see cq__is_outer_joined */
};

/** What a node yields. */
typedef struct cq__typed {
	uint8_t type;            /* cq_type; CQ_TYPE_NONE: not known (RAW without type, a bare NULL) */
	uint8_t nullable;        /* can be NULL, outer joins included: CQ__NULLABLE_…, 0: never */
	uint8_t aggregate;       /* holds an aggregate of its own query level; one inside OVER is none */
	uint8_t window;          /* holds an OVER of its own query level */
	uint8_t scale;           /* of a DECIMAL */
	const cq_column *column; /* the column that a bare column, MIN, MAX, COALESCE … passes on (enum labels, stored form), or NULL */
} cq__typed;

/* An item of a select list also holds what the arms of the UNIONs behind it give in its place: it can be NULL when one of
 * them can, and is as wide as the widest. */

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

/** The families a node can serve as: all of them when its type is not known, none for an object and the bare NULL; a CASE of
 *  nothing but values what all of those can. */
cq__families cq__node_families(const cq__tree *tree, const cq__typing *typing, uint32_t node);

/** The set that holds the one family of a type; all for CQ_TYPE_NONE, none for CQ_TYPE_OBJECT. */
cq__families cq__type_families(cq_type type);

/** How many columns a query (a STATEMENT or SUBQUERY) gives: of its first arm, with every column of an ALL and SELECT_ALL. 0
 *  when it gives none that are known. */
uint32_t cq__query_column_count(const cq__tree *tree, uint32_t query);

/** The item that gives a query's i-th column, from 0: an operand of its SELECT…, or a SELECT_ALL or RETURNING_ALL itself;
 *  *column is the table's column where the item is a whole table, else NULL. CQ__NO_NODE when there is no such column. */
uint32_t cq__query_item(const cq__tree *tree, uint32_t query, uint32_t i, const cq_column **column);

/** What a query's i-th column yields, over all of its arms; all zero when there is no such column. */
cq__typed cq__query_column(const cq__tree *tree, const cq__typing *typing, uint32_t query, uint32_t i);

#endif
