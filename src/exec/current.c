/* exec/current.c: the running task's own database handle, made at its first use and gone with it.
 *
 * It knows nothing of how tasks run. Programs call cq_current; tasks.c and engine.c tell when a handle ends.
 */
#include "exec/tasks.h"

#include "base/alloc.h"

static void end_local(cq__task_local *local)
{
	cq__current *const current = CQ__LIST_ENTRY(local, cq__current, local);
	cq_disconnect(&current->db);
	/* A task still waits inside of it: it is its engine's to end. */
	if (current->db != NULL)
		current->db->current = NULL;
	cq__free(current);
}

/* The record of whoever asks, made when there is none. */
static cq__current *have_record(cq_engine *engine)
{
	cq_task *const running = cq__task_running(engine->loop);
	cq__task_local *const found = running != NULL ? cq__task_local_find(running, engine) : NULL;
	cq__current *current = found != NULL ? CQ__LIST_ENTRY(found, cq__current, local) : NULL;
	if (running == NULL)
		current = engine->current;
	if (current != NULL)
		return current;
	current = cq__zalloc(sizeof *current);
	if (current == NULL)
		return NULL;
	current->local = (cq__task_local){ .key = engine, .end = end_local };
	if (running != NULL)
		cq__task_local_add(running, &current->local);
	else
		engine->current = current;
	return current;
}

cq_status cq_current_at(cq_engine *engine, cq_connection **out, const char *file, int line)
{
	if (out == NULL)
		return cq__engine_null(engine, "cq_current", "out");
	*out = NULL;
	if (engine == NULL || !cq__engine_entered(engine) || engine->closed)
		return CQ_MISUSE;
	cq__current *const current = have_record(engine);
	if (current == NULL) {
		cq__error_clear(&engine->error);
		return cq__error_set(&engine->error, CQ_NO_MEMORY, NULL);
	}
	if (current->db == NULL) {
		CQ_TRY(cq_connect_shared_at(engine, &current->db, file, line));
		current->db->current = current;
	}
	*out = current->db;
	return CQ_OK;
}

/* For programs that do not take the macro. */
#undef cq_current
cq_status cq_current(cq_engine *engine, cq_connection **out)
{
	return cq_current_at(engine, out, NULL, 0);
}

void cq__current_forget(cq_connection *db)
{
	if (db->current != NULL)
		db->current->db = NULL;
}

void cq__current_end(cq_engine *engine)
{
	cq__current *const current = engine->current;
	engine->current = NULL;
	if (current != NULL)
		end_local(&current->local);
}
