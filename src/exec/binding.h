/* exec/binding.h: tables that are bound to another engine, and the way of their statements to it.
 * It knows nothing of what a statement asks for but the tables it uses. Every executor calls it once it has been let in.
 * docs/routing.md has the whole picture.
 */
#ifndef CQ__EXEC_BINDING_H
#define CQ__EXEC_BINDING_H

#include "exec/engine.h"

typedef struct cq__binding {
	const cq_table *table; /* no alias */
	cq_engine *other;      /* NULL: it was closed */
} cq__binding;

/* The handle that the statement is run on: *db, or a hidden one of the engine that its tables are bound to, which is entered
 * like *db was. waits: the call waits. A failure is recorded on *db, which stays. */
cq_status cq__statement_route_bound(cq_connection **db, const cq_statement *statement, const char *call, bool waits);
static inline cq_status cq__statement_route(cq_connection **db, const cq_statement *statement, const char *call, bool waits)
{
	if (__builtin_expect(((*db)->engine->binding_count | (*db)->route_count) == 0, 1))
		return CQ_OK;
	/* A copy: the caller's own stays in a register. */
	cq_connection *to = *db;
	const cq_status status = cq__statement_route_bound(&to, statement, call, waits);
	*db = to;
	return status;
}

/* The same for a call over the objects of one table, which waits. */
cq_status cq__table_route_bound(cq_connection **db, const cq_table *table, const char *call);
static inline cq_status cq__table_route(cq_connection **db, const cq_table *table, const char *call)
{
	if (__builtin_expect(((*db)->engine->binding_count | (*db)->route_count) == 0, 1))
		return CQ_OK;
	cq_connection *to = *db;
	const cq_status status = cq__table_route_bound(&to, table, call);
	*db = to;
	return status;
}

/* The engine closes: what is bound to it goes nowhere. */
void cq__bindings_close(cq_engine *closing);

#endif
