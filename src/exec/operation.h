/* exec/operation.h: operations and streams inside, and how the engine ends them.
 * It knows nothing of event loops: operation.c completes them, loop.c calls their callbacks.
 */
#ifndef CQ__EXEC_OPERATION_H
#define CQ__EXEC_OPERATION_H

#include "exec/engine.h"

/* What an operation's result becomes. */
typedef enum cq__form { CQ__FORM_ALL, CQ__FORM_ONE, CQ__FORM_SCALAR, CQ__FORM_EXECUTE } cq__form;

struct cq_operation {
	cq__request request;
	cq_connection *db;         /* NULL when it was disconnected */
	cq__list_link link;        /* in db->operations */
	cq__list_link ready;       /* in engine->ready, while its callback is to be called */
	cq__arena *arena;          /* this struct and the copies of its values */
	cq__compiled *compiled;
	const cq_site *site;
	cq__form form;
	cq_want want;
	cq_target target;
	void *out;                 /* NULL: nobody wants it */
	cq_operation_callback *callback;
	void *user;
	cq__timer timer;           /* of its deadline */
	struct operation_wait *waits; /* tasks that wait for it */
	uint32_t waiters;          /* calls that await it: the last of them frees one that was released meanwhile */
	bool released;
	bool unwanted;             /* released before it was done: what it gives is nobody's */
	bool done;
	bool heeded;               /* awaited, given a callback, or asked for its status */
	bool timed_out;            /* cancelled because its deadline passed */
	cq_status status;
	cq__error error;
};

/* Cancels, waits for and detaches all operations (streams) of a connection that closes. */
void cq__operations_end(cq_connection *db);
void cq__streams_end(cq_connection *db);

/* Takes the program's event loop from the engine. */
void cq__hook_end(cq_engine *engine);

/* Stands for a callback that was called, so that there is no second one. */
void cq__called_back(void *user, cq_operation *operation, cq_status status);

/* Copies values, and all they point to, into an arena; NULL when there is no memory. nodes: of the compiled statement. */
cq_value *cq__values_copy(cq__arena *arena, const cq__compiled *compiled, const cq_value *values);

#endif
