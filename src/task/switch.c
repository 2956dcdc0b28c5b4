/* task/switch.c: flows of control: makecontext makes the first frame, sigsetjmp and siglongjmp go on from then on.
 *
 * It knows nothing of tasks. Built without _FORTIFY_SOURCE, whose longjmp only knows one stack. CQ_WITH_TASKS unset leaves
 * all of it out, for C libraries without ucontext; then cq__switch_supported is false and nobody calls the rest.
 */
#include "task/switch.h"

#if defined(__SANITIZE_ADDRESS__)
#define CQ__SWITCH_UNDER_ASAN 1
#elif defined(__SANITIZE_THREAD__)
#define CQ__SWITCH_UNDER_TSAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CQ__SWITCH_UNDER_ASAN 1
#elif __has_feature(thread_sanitizer)
#define CQ__SWITCH_UNDER_TSAN 1
#endif
#endif

#ifdef CQ__SWITCH_UNDER_ASAN
#include <sanitizer/common_interface_defs.h>
#endif
#ifdef CQ__SWITCH_UNDER_TSAN
#include <sanitizer/tsan_interface.h>
#endif

#ifdef CQ_WITH_TASKS

#include <stdint.h>
#include <stdlib.h>
#include <ucontext.h>

/* Frames that are left without returning must leave no marks in a stack that goes on, and no entries in a fiber's history. */
#define CQ__SWITCH_UNMARKED __attribute__((no_sanitize("address", "thread")))

bool cq__switch_supported(void)
{
	return true;
}

/* ---- what the sanitizers are told --------------------------------------------------------------------------------- */

/* Before a switch. A flow that leaves for good gives up what AddressSanitizer keeps of its frames. */
CQ__SWITCH_UNMARKED static inline void tell_leaving(cq__context *from, cq__context *to, bool last)
{
	to->before = from;
#ifdef CQ__SWITCH_UNDER_ASAN
	__sanitizer_start_switch_fiber(last ? NULL : &from->fake_stack, to->low, to->bytes);
#else
	(void)last;
#endif
#ifdef CQ__SWITCH_UNDER_TSAN
	from->fiber = __tsan_get_current_fiber();
	__tsan_switch_to_fiber(to->fiber, 0);
#endif
}

/* Behind it, on the other stack. Where the thread's own stack stands is learnt here. */
CQ__SWITCH_UNMARKED static inline void tell_arrived(cq__context *here)
{
#ifdef CQ__SWITCH_UNDER_ASAN
	const void *low;
	size_t bytes;
	__sanitizer_finish_switch_fiber(here->fake_stack, &low, &bytes);
	here->fake_stack = NULL;
	here->before->low = (char *)(uintptr_t)low;
	here->before->bytes = bytes;
#else
	(void)here;
#endif
}

/* ---- the first frame ---------------------------------------------------------------------------------------------- */

/* makecontext hands over numbers of type int. */
CQ__SWITCH_UNMARKED static void begin(unsigned upper, unsigned lower)
{
	cq__context *const here = (cq__context *)(uintptr_t)((uint64_t)upper << 32 | lower);
	tell_arrived(here);
	here->run(here->argument);
	abort();
}

__attribute__((noinline, noreturn)) CQ__SWITCH_UNMARKED static void enter(cq__context *to)
{
	ucontext_t first;
	const uint64_t address = (uint64_t)(uintptr_t)to;
	to->begun = true;
	/* Neither fails: a context of the running thread, and its own signal mask. */
	(void)getcontext(&first);
	first.uc_stack.ss_sp = to->low;
	first.uc_stack.ss_size = to->bytes;
	first.uc_link = NULL;
	makecontext(&first, (void (*)(void))(uintptr_t)begin, 2, (unsigned)(address >> 32), (unsigned)address);
	(void)setcontext(&first);
	abort();
}

/* ---- switching ---------------------------------------------------------------------------------------------------- */

void cq__context_make(cq__context *context, char *low, size_t bytes, void (*run)(void *argument), void *argument)
{
	context->run = run;
	context->argument = argument;
	context->begun = false;
	context->low = low;
	context->bytes = bytes;
	context->before = NULL;
	context->fake_stack = NULL;
	context->fiber = NULL;
#ifdef CQ__SWITCH_UNDER_TSAN
	context->fiber = __tsan_create_fiber(0);
#endif
}

/* No variable lives across the jump but its arguments, which do not change. */
__attribute__((noinline)) CQ__SWITCH_UNMARKED void cq__context_switch(cq__context *from, cq__context *to, bool last)
{
	from->begun = true;
	if (sigsetjmp(from->point, 0) == 0) {
		tell_leaving(from, to, last);
		if (to->begun)
			siglongjmp(to->point, 1);
		enter(to);
	}
	tell_arrived(from);
}

void cq__context_release(cq__context *context)
{
#ifdef CQ__SWITCH_UNDER_TSAN
	__tsan_destroy_fiber(context->fiber);
#endif
	context->fiber = NULL;
}

#else

bool cq__switch_supported(void)
{
	return false;
}

void cq__context_make(cq__context *context, char *low, size_t bytes, void (*run)(void *argument), void *argument)
{
	*context = (cq__context){ .run = run, .argument = argument, .low = low, .bytes = bytes };
}

void cq__context_switch(cq__context *from, cq__context *to, bool last)
{
	(void)from;
	(void)to;
	(void)last;
}

void cq__context_release(cq__context *context)
{
	(void)context;
}

#endif
