/* task/stack.c: memory for the stacks of tasks: mapped, guarded, given back, used again.
 *
 * It knows nothing of what runs on them. Stacks grow downwards on every machine that cquel is built for.
 */
#include "task/stack.h"

#include "base/alloc.h"

#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define CQ__STACK_UNDER_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CQ__STACK_UNDER_ASAN 1
#endif
#endif

#ifdef CQ__STACK_UNDER_ASAN
#include <sanitizer/asan_interface.h>
#endif

#ifndef MAP_NORESERVE
#define MAP_NORESERVE 0
#endif
#ifndef MAP_STACK
#define MAP_STACK 0
#endif

enum {
#ifdef CQ__STACK_UNDER_ASAN
	USUAL_BYTES = 1024 * 1024, /* frames are larger by the red zones */
#else
	USUAL_BYTES = 256 * 1024,
#endif
	LEAST_BYTES = 32 * 1024,
	GUARD_BYTES = 64 * 1024,   /* more than one page: a large frame must not step over it */
	KEPT_BYTES = 16 * 1024,    /* of an idle stack that is not among the warm ones */
	HUGE_PAGE_BYTES = 2 * 1024 * 1024,
	WARM = 16,
	MOST_IDLE = 256
};

void cq__stacks_init(cq__stacks *stacks)
{
	cq__list_init(&stacks->idle);
	stacks->count = 0;
}

static size_t round_up(size_t bytes, size_t unit)
{
	return (bytes + unit - 1) / unit * unit;
}

static size_t round_down(size_t bytes, size_t unit)
{
	return bytes / unit * unit;
}

static size_t page_bytes(void)
{
	const long bytes = sysconf(_SC_PAGESIZE);
	return bytes > 0 ? (size_t)bytes : 4096;
}

static cq__stack *map(size_t asked)
{
	const size_t page = page_bytes();
	const size_t guard = round_up(GUARD_BYTES, page);
	const size_t usable = round_up(asked, page);
	const size_t mapped = guard + usable;
	if (cq__alloc_fails())
		return NULL;
	char *const mapping = mmap(NULL, mapped, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
	if (mapping == MAP_FAILED)
		return NULL;
	if (mprotect(mapping + guard, usable, PROT_READ | PROT_WRITE) != 0) {
		(void)munmap(mapping, mapped);
		return NULL;
	}
#ifdef MADV_NOHUGEPAGE
	/* One touched page must not become two megabytes; a kernel without huge pages refuses, and that is as good. */
	if (usable >= HUGE_PAGE_BYTES)
		(void)madvise(mapping + guard, usable, MADV_NOHUGEPAGE);
#endif
	const size_t record = round_up(sizeof(cq__stack), 64);
	cq__stack *const stack = (cq__stack *)(void *)(mapping + mapped - record);
	*stack = (cq__stack){ .low = mapping + guard, .bytes = usable - record, .mapped = mapped, .asked = asked };
	return stack;
}

static void unmap(cq__stack *stack)
{
	(void)munmap((char *)stack + round_up(sizeof(cq__stack), 64) - stack->mapped, stack->mapped);
}

void cq__stacks_release(cq__stacks *stacks)
{
	cq__list_link *link;
	while ((link = cq__list_pop_front(&stacks->idle)) != NULL)
		unmap(CQ__LIST_ENTRY(link, cq__stack, link));
	stacks->count = 0;
}

cq__stack *cq__stack_take(cq__stacks *stacks, size_t bytes)
{
	const size_t asked = bytes == 0 ? USUAL_BYTES : bytes < LEAST_BYTES ? LEAST_BYTES : bytes;
	if (asked != USUAL_BYTES || cq__list_empty(&stacks->idle))
		return map(asked);
	stacks->count--;
	return CQ__LIST_ENTRY(cq__list_pop_front(&stacks->idle), cq__stack, link);
}

/* The frames that were left without returning have marked their memory. */
static void forget_marks(const cq__stack *stack)
{
#ifdef CQ__STACK_UNDER_ASAN
	__asan_unpoison_memory_region(stack->low, stack->bytes);
#else
	(void)stack;
#endif
}

void cq__stack_give(cq__stacks *stacks, cq__stack *stack)
{
	forget_marks(stack);
	if (stack->asked != USUAL_BYTES || stacks->count >= MOST_IDLE) {
		unmap(stack);
		return;
	}
	if (stacks->count >= WARM)
		(void)madvise(stack->low, round_down(stack->bytes - KEPT_BYTES, page_bytes()), MADV_DONTNEED);
	cq__list_push_front(&stacks->idle, &stack->link);
	stacks->count++;
}
