/* task/switch.h: flows of control, each on a stack of its own: one leaves, another goes on.
 *
 * It knows nothing of tasks. scheduler.c switches.
 */
#ifndef CQ__TASK_SWITCH_H
#define CQ__TASK_SWITCH_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct cq__context cq__context;

/* Where a flow of control goes on. All zero is the thread's own flow, which fills it when it leaves; others are made by
 * cq__context_make. */
struct cq__context {
	sigjmp_buf point;
	void (*run)(void *argument); /* of one that has not begun */
	void *argument;
	bool begun;
	char *low;                   /* its stack; of the thread's own flow only known to a sanitizer */
	size_t bytes;
	cq__context *before;         /* whoever switched here last */
	void *fake_stack;            /* of AddressSanitizer */
	void *fiber;                 /* of ThreadSanitizer */
};

/* Whether this build can switch. */
bool cq__switch_supported(void);

/* A flow that calls run(argument) on the stack when it is first switched to. run never returns: it switches away for good. */
void cq__context_make(cq__context *context, char *low, size_t bytes, void (*run)(void *argument), void *argument);

/* The running flow, which is `from`, goes on here when somebody switches to it; until then `to` runs. `last`: nobody will. */
void cq__context_switch(cq__context *from, cq__context *to, bool last);

/* Of one that was left for good, from another flow. */
void cq__context_release(cq__context *context);

#endif
