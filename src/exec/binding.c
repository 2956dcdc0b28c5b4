/* exec/binding.c: tables that are bound to another engine, and the way of their statements to it.
 * It knows nothing of drivers and pools: what goes elsewhere goes through a hidden handle of the other engine (connect.c).
 * See exec/binding.h.
 */
#include "exec/binding.h"

#include "base/alloc.h"
#include "meta/model.h"

#include <cquel/query.h>
#include <cquel/routing.h>

/* ---- binding -------------------------------------------------------------------------------------------------------- */

static cq__binding *find(const cq_engine *engine, const cq_table *table)
{
	for (size_t i = 0; i < engine->binding_count; i++)
		if (cq__same_table(engine->bindings[i].table, table))
			return &engine->bindings[i];
	return NULL;
}

static cq_status refuse_binding(cq_engine *engine, const cq_table *table, const cq_engine *other)
{
	if (table == NULL || cq__table_derived(table))
		return cq__error_set(&engine->error, CQ_MISUSE, "cq_engine_bind: the table is NULL, or a query of the statements that use it");
	if (other == NULL || other == engine)
		return CQ_OK;
	if (!cq__engine_entered(other) || other->closed || other->loop != engine->loop)
		return cq__error_set(&engine->error, CQ_MISUSE,
			"cq_engine_bind: the other engine has another loop: open it with cq_engine_options.beside");
	if (other->pool.settings.unkept)
		return cq__error_set(&engine->error, CQ_UNSUPPORTED,
			"cq_engine_bind: in memory each connection is a database of its own, so %s would not be found there", table->name);
	return CQ_OK;
}

cq_status cq_engine_bind(cq_engine *engine, const cq_table *table, cq_engine *other)
{
	if (engine == NULL || !cq__engine_entered(engine) || engine->closed)
		return CQ_MISUSE;
	cq__error_clear(&engine->error);
	CQ_TRY(refuse_binding(engine, table, other));
	table = cq__table_base(table);
	cq__binding *const bound = find(engine, table);
	if (other == NULL || other == engine) {
		if (bound != NULL)
			*bound = engine->bindings[--engine->binding_count];
		return CQ_OK;
	}
	if (bound != NULL) {
		bound->other = other;
		return CQ_OK;
	}
	cq__binding *const more = cq__alloc_array(engine->binding_count + 1, sizeof *more);
	if (more == NULL)
		return cq__error_set(&engine->error, CQ_NO_MEMORY, NULL);
	for (size_t i = 0; i < engine->binding_count; i++)
		more[i] = engine->bindings[i];
	cq__free(engine->bindings);
	engine->bindings = more;
	more[engine->binding_count++] = (cq__binding){ table, other };
	return CQ_OK;
}

static void forget(cq_engine *engine, const cq_engine *closing)
{
	for (size_t i = 0; i < engine->binding_count; i++)
		if (engine->bindings[i].other == closing)
			engine->bindings[i].other = NULL;
}

void cq__bindings_close(cq_engine *closing)
{
	forget(closing->home, closing);
	CQ__LIST_EACH(link, &closing->home->companions)
		forget(CQ__LIST_ENTRY(link, cq_engine, beside), closing);
}

/* ---- which tables a statement uses ---------------------------------------------------------------------------------- */

/* One table of each side is enough to say why a statement goes nowhere. */
typedef struct sources {
	const cq_table *own;        /* that is not bound, or NULL */
	const cq__binding *bound;
	const cq__binding *another; /* bound to another engine than `bound` */
} sources;

/* The handle's own routes come before what all handles of the engine have. */
static const cq__binding *find_for(const cq_connection *db, const cq_table *table)
{
	for (size_t i = 0; i < db->route_count; i++)
		if (cq__same_table(db->routes[i].table, table))
			return &db->routes[i];
	return find(db->engine, table);
}

static void add_source(const cq_connection *db, const cq_table *table, sources *to)
{
	if (table == NULL || cq__table_derived(table))
		return;
	const cq__binding *const bound = find_for(db, cq__table_base(table));
	if (bound == NULL || bound->other == db->engine)
		to->own = cq__table_base(table);
	else if (to->bound == NULL)
		to->bound = bound;
	else if (to->bound->other != bound->other)
		to->another = bound;
}

/* The clauses that bring a table into a query, or change one. */
static bool brings_table(uint16_t op)
{
	switch (op) {
	case CQ_OP_FROM:
	case CQ_OP_USING:
	case CQ_OP_JOIN:
	case CQ_OP_LEFT_JOIN:
	case CQ_OP_RIGHT_JOIN:
	case CQ_OP_FULL_JOIN:
	case CQ_OP_CROSS_JOIN:
	case CQ_OP_INSERT_INTO:
	case CQ_OP_UPDATE:
	case CQ_OP_DELETE_FROM:
		return true;
	default:
		return false;
	}
}

/* ---- the way -------------------------------------------------------------------------------------------------------- */

/* A task that waits inside of the handle keeps the record that it works with. */
__attribute__((format(printf, 3, 4))) static cq_status refuse(cq_connection *db, cq_status status, const char *format, ...)
{
	cq__error refused = { 0 };
	va_list arguments;
	va_start(arguments, format);
	cq__error_set_list(&refused, status, format, arguments);
	va_end(arguments);
	return cq__connection_refused(db, &refused);
}

static cq_status check(cq_connection *db, const sources *used, const char *call)
{
	const char *const name = used->bound->table->name;
	if (used->own != NULL || used->another != NULL)
		return refuse(db, CQ_MISUSE, "%s: %s is bound to another engine than %s, and a statement is run by one database", call, name,
			used->own != NULL ? used->own->name : used->another->table->name);
	if (used->bound->other == NULL)
		return refuse(db, CQ_MISUSE, "%s: the engine that %s is bound to was closed", call, name);
	if (db->levels != 0 || db->driver->in_transaction(db->driven))
		return refuse(db, CQ_MISUSE, "%s: %s is bound to another engine, and could not be a part of the transaction that is open", call,
			name);
	return CQ_OK;
}

static cq_status route(cq_connection **db, const sources *used, const char *call, bool waits)
{
	cq_connection *const from = *db;
	if (used->bound == NULL)
		return CQ_OK;
	CQ_TRY(check(from, used, call));
	cq_connection *to = cq__connection_beside(from, used->bound->other);
	if (to == NULL)
		return refuse(from, CQ_NO_MEMORY, "%s: there is no memory for a handle of another engine", call);
	if (waits)
		CQ_TRY(cq__connection_enter_statement(to, call, true));
	*db = to;
	return CQ_OK;
}

cq_status cq__statement_route_bound(cq_connection **db, const cq_statement *statement, const char *call, bool waits)
{
	sources used = { 0 };
	const cq_node *const nodes = cq_statement_nodes(statement);
	for (uint32_t i = 0; statement->failure == CQ_OK && i < statement->node_count; i++)
		if (brings_table(nodes[i].op))
			add_source(*db, nodes[i].ref, &used);
	return route(db, &used, call, waits);
}

cq_status cq__table_route_bound(cq_connection **db, const cq_table *table, const char *call)
{
	sources used = { 0 };
	add_source(*db, table, &used);
	return route(db, &used, call, true);
}
