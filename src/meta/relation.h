/* meta/relation.h: which columns a relation joins, found by their names and checked against both models.
 * It knows nothing of statements and sessions.
 * The checker and the renderers of the language call it, and what keeps the models of sessions.
 */
#ifndef CQ__META_RELATION_H
#define CQ__META_RELATION_H

#include <cquel/relation.h>
#include <cquel/rules.h>

#include <stdbool.h>

enum { CQ__RELATION_COLUMNS = 15 };

/* The join of a relation. Without an association near[i] of own equals far[i] of target; one of the two sides is the foreign
 * key. With one near[i] of own equals through_near[i] of the association, and far[i] of target equals through_far[i]. */
typedef struct cq__relation_join {
	const cq_table *own;     /* an alias, when the relation is an alias's */
	const cq_table *target;
	const cq_table *through; /* or NULL */
	uint32_t near_count;     /* of near, and of through_near */
	uint32_t far_count;      /* of far, and of through_far; without an association as many as near */
	const cq_column *near[CQ__RELATION_COLUMNS], *far[CQ__RELATION_COLUMNS];
	const cq_column *through_near[CQ__RELATION_COLUMNS], *through_far[CQ__RELATION_COLUMNS];
} cq__relation_join;

/* What is wrong with a relation: a rule of cquel/rules.h, and the name that it is about. */
typedef struct cq__relation_fault {
	const char *rule;     /* "relation-column" */
	const char *sentence; /* reads on behind a colon */
	const char *name;     /* of a column, model or relation; may be NULL */
} cq__relation_fault;

/* Whether the relation leads to any number of objects. */
static inline bool cq__relation_to_many(const cq_relation *relation)
{
	return relation->kind == CQ_HAS_MANY || relation->kind == CQ_MANY_TO_MANY;
}

/* Finds the columns. A column of a foreign key holds what its REFERENCES says when that names the other table, else the column
 * of the primary key at its place. False, with `fault` filled in, when the other model or a column is missing, when numbers or types of columns do not
 * fit. fault may be NULL. */
bool cq__relation_join_of(const cq_relation *relation, cq__relation_join *out, cq__relation_fault *fault);

/* The relation that BACK names, or NULL: it has none, or `fault` says why it cannot be that one. */
const cq_relation *cq__relation_back(const cq_relation *relation, cq__relation_fault *fault);

/* Everything that can be said of one relation: its join, the column of ORDERED_BY, BACK, what is said of it. */
bool cq__relation_check(const cq_relation *relation, cq__relation_fault *fault);

/* The relation of that name, or NULL. */
const cq_relation *cq__table_relation(const cq_table *table, const char *name);

/* Whether both are the same relation of the same table, alias or not, or two units' copies of it. */
bool cq__same_relation(const cq_relation *a, const cq_relation *b);

/* The column with VERSION, and that with SOFT_DELETE (of an alias the alias's), or NULL. */
const cq_column *cq__table_version(const cq_table *table);
const cq_column *cq__table_soft_delete(const cq_table *table);

#endif
