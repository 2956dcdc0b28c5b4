/* query/options.h: what the OPTIONS of a statement say, taken out of it.
 * It knows nothing of how objects are loaded. Sessions call it before a statement is run: the executors take none with OPTIONS.
 */
#ifndef CQ__QUERY_OPTIONS_H
#define CQ__QUERY_OPTIONS_H

#include "base/error.h"

#include <cquel/query.h>
#include <cquel/relation.h>

#include <stdbool.h>

/* Whether a statement has OPTIONS at all: looks at its clauses only. */
bool cq__statement_has_options(const cq_statement *statement);

/* Takes the OPTIONS out: `statement` is then as if it had none, and `options` holds what they were as a program of its own (their
 * operands, then the OPTIONS node), to be read by cq__option_next. `options` need not be initialised and is released by
 * the caller; without OPTIONS, and on failure, it is empty. Texts stay borrowed.
 *
 * CQ_OK; CQ_RULE with the statement's rule in `error` when the OPTIONS break one (a path that does not follow, a relation that is none …): the
 * statement with OPTIONS is checked as cq_statement_check does, unless `checked` says that one of this shape was; CQ_MISUSE
 * for a program that is not closed; CQ_NO_MEMORY; the statement's own failure. On failure the statement is as it was. */
CQ_CHECKED cq_status cq__statement_without_options(cq_statement *statement, cq_statement *options, bool checked, cq__error *error);

enum { CQ__LOAD_STEPS = 8 };

/* One of the OPTIONS. */
typedef struct cq__option {
	cq_operator op;         /* CQ_OP_LOAD, CQ_OP_POPULATE_EXISTING, CQ_OP_WITH_DELETED */
	cq_loading how;         /* of a LOAD */
	uint32_t path_count;    /* of a LOAD: at least 1 */
	const cq_relation *path[CQ__LOAD_STEPS];
	const cq_node *clauses; /* a WHERE, an ORDER_BY: clause_nodes nodes, clause_values values; none: 0 nodes */
	const cq_value *values;
	uint32_t clause_nodes, clause_values, clause_count;
	uint32_t node, value;   /* where the next one begins */
} cq__option;

/* Goes through them; start with { 0 }. False: there is none left. Absent ones (WHEN) are passed over.
 *     cq__option option = { 0 };
 *     while (cq__option_next(&options, &option)) … */
bool cq__option_next(const cq_statement *options, cq__option *option);

/* The clauses of a LOAD as a statement that holds nothing else, `site` its place; release it. Its failure says when there was no memory. */
void cq__option_clauses(const cq__option *option, cq_site *site, cq_statement *out);

#endif
