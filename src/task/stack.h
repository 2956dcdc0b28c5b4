/* task/stack.h: memory for the stacks of tasks, each with a guard below it.
 *
 * It knows nothing of tasks or of how stacks are switched. scheduler.c takes stacks and gives them back.
 */
#ifndef CQ__TASK_STACK_H
#define CQ__TASK_STACK_H

#include "base/list.h"
#include "task/switch.h"

#include <stddef.h>

/* A stack. The record stands at its upper end, in the first page that is touched anyway. */
typedef struct cq__stack {
	cq__list_link link;    /* among the idle ones */
	cq__context context;   /* of the flow of control that stands on it */
	char *low;             /* the lowest byte that may be touched */
	size_t bytes;          /* from there up to this record */
	size_t mapped;         /* with guard and record */
	size_t asked;
} cq__stack;

/* Stacks that are idle; the latest is the first to be used again. */
typedef struct cq__stacks {
	cq__list idle;
	size_t count;
} cq__stacks;

void cq__stacks_init(cq__stacks *stacks);

/* Unmaps what is idle. */
void cq__stacks_release(cq__stacks *stacks);

/* A stack of at least so many bytes; 0: as many as is usual. NULL when there is no memory, address space or mapping left. */
cq__stack *cq__stack_take(cq__stacks *stacks, size_t bytes);

/* Gives one back; never from the stack itself. */
void cq__stack_give(cq__stacks *stacks, cq__stack *stack);

#endif
