/* exec/tasks.h: what an engine knows of its tasks.
 *
 * It knows nothing of how they run (src/task). engine.c ends them before the connections that they use.
 */
#ifndef CQ__EXEC_TASKS_H
#define CQ__EXEC_TASKS_H

#include "exec/engine.h"
#include "task/scheduler.h"

/* A handle that cq_current made: of a task, or of an engine for all that is outside of tasks. */
typedef struct cq__current {
	cq__task_local local;
	cq_connection *db; /* NULL: disconnected by the program */
} cq__current;

/* Whether one of the engine's own tasks runs: then the engine cannot be closed. */
bool cq__tasks_forbid_close(const cq_engine *engine);

/* Cancels the engine's tasks, runs them to their end and refuses new ones; then disconnects what cq_current made. */
void cq__tasks_end(cq_engine *engine);

/* Frees what runs the tasks of the engine's own loop. */
void cq__tasks_release(cq_engine *engine);

/* ---- current.c ---------------------------------------------------------------------------------------------------- */

/* A handle is disconnected: cq_current must not give it again. */
void cq__current_forget(cq_connection *db);

/* Disconnects the engine's own one. */
void cq__current_end(cq_engine *engine);

#endif
