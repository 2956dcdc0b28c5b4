/* session/describe.h: aliases and row types that no list of the program's describes: those of loading along relations.
 * It knows nothing of statements. The engine keeps them until it closes: compiled statements point to them.
 */
#ifndef CQ__SESSION_DESCRIBE_H
#define CQ__SESSION_DESCRIBE_H

#include "session/session.h"

/* The number-th alias of a table, from 1: "posts_1". The same one each time. */
CQ_CHECKED cq_status cq__describe_alias(cq_session *session, const cq_table *table, uint32_t number, const cq_table **out);

/* A row of `count` pointers to objects of these tables, in this order; all but the first may be NULL. association: a MANY_TO_MANY whose
 * association's columns that lead back (near) stand behind them; else NULL. */
CQ_CHECKED cq_status cq__describe_objects(cq_session *session, const cq__relation *association, const cq_table *const *tables,
	uint32_t count, const cq_row_type **out);

/* The primary key of a model, as a row. */
CQ_CHECKED cq_status cq__describe_key(cq_session *session, const cq__model *model, const cq_row_type **out);

#endif
