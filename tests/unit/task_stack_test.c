/* unit/task_stack_test.c: stacks of tasks: guarded, handed back, used again, and switched between.
 *
 * It knows nothing of schedulers.
 */
#include "base/alloc.h"
#include "task/stack.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct trip {
	cq__context outside;
	cq__stack *stack;
	int steps[8];
	int count;
} trip;

static void travel(void *argument)
{
	trip *const own = argument;
	own->steps[own->count++] = 1;
	cq__context_switch(&own->stack->context, &own->outside, false);
	own->steps[own->count++] = 3;
	cq__context_switch(&own->stack->context, &own->outside, true);
}

static void flows_take_turns(void **state)
{
	(void)state;
	cq__stacks stacks;
	cq__stacks_init(&stacks);
	trip own = { .stack = cq__stack_take(&stacks, 0) };
	assert_non_null(own.stack);
	assert_true(cq__switch_supported());
	for (int round = 0; round < 3; round++) {
		own.count = 0;
		cq__context_make(&own.stack->context, own.stack->low, own.stack->bytes, travel, &own);
		cq__context_switch(&own.outside, &own.stack->context, false);
		own.steps[own.count++] = 2;
		cq__context_switch(&own.outside, &own.stack->context, false);
		own.steps[own.count++] = 4;
		assert_int_equal(own.count, 4);
		for (int i = 0; i < 4; i++)
			assert_int_equal(own.steps[i], i + 1);
		cq__context_release(&own.stack->context);
	}
	cq__stack_give(&stacks, own.stack);
	cq__stacks_release(&stacks);
}

static void all_of_a_stack_can_be_used(void **state)
{
	(void)state;
	cq__stacks stacks;
	cq__stacks_init(&stacks);
	const size_t sizes[] = { 0, 1, 32 * 1024, 100000, 3 * 1024 * 1024 };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		cq__stack *const stack = cq__stack_take(&stacks, sizes[i]);
		assert_non_null(stack);
		assert_true(stack->bytes + 4096 >= sizes[i]);
		assert_true(stack->bytes >= 32 * 1024 - 4096);
		memset(stack->low, 0x5a, stack->bytes);
		assert_true(stack->low + stack->bytes <= (char *)stack);
		cq__stack_give(&stacks, stack);
	}
	cq__stacks_release(&stacks);
}

static void the_latest_is_used_again(void **state)
{
	(void)state;
	enum { MANY = 300 };
	cq__stacks stacks;
	cq__stack *taken[MANY];
	cq__stacks_init(&stacks);
	for (int i = 0; i < MANY; i++)
		assert_non_null(taken[i] = cq__stack_take(&stacks, 0));
	for (int i = 0; i < MANY; i++) {
		memset(taken[i]->low, 1, taken[i]->bytes);
		cq__stack_give(&stacks, taken[i]);
	}
	/* Not all are kept, and those that are have given back what lies deep. */
	assert_int_equal(stacks.count, 256);
	cq__stack *const latest = cq__stack_take(&stacks, 0);
	assert_ptr_equal(latest, taken[255]);
	assert_int_equal(latest->low[0], 0);
	assert_int_equal(latest->low[latest->bytes - 1], 1);
	/* One of another size is a new one. */
	cq__stack *const large = cq__stack_take(&stacks, 8 * 1024 * 1024);
	assert_non_null(large);
	assert_int_equal(stacks.count, 255);
	cq__stack_give(&stacks, large);
	assert_int_equal(stacks.count, 255);
	cq__stack_give(&stacks, latest);
	cq__stacks_release(&stacks);
	assert_int_equal(stacks.count, 0);
}

static void without_memory_there_is_none(void **state)
{
	(void)state;
	cq__stacks stacks;
	cq__stacks_init(&stacks);
	cq__alloc_fail_after(1);
	assert_null(cq__stack_take(&stacks, 0));
	cq__alloc_fail_after(0);
	/* No address space holds that. */
	assert_null(cq__stack_take(&stacks, (size_t)1 << 60));
	cq__stacks_release(&stacks);
}

__attribute__((noinline)) static int dig(int depth)
{
	volatile char frame[1000];
	frame[0] = (char)depth;
	frame[sizeof frame - 1] = frame[0];
	return depth == 0 ? 0 : dig(depth - 1) + frame[sizeof frame - 1];
}

static void overrun(void *argument)
{
	(void)argument;
	_exit(dig(1 << 20) == 0 ? 1 : 2);
}

static void running_over_the_end_is_a_fault(void **state)
{
	(void)state;
	const pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		/* A sanitizer would tell of the fault in its own way, on a stack of its own. */
		(void)signal(SIGSEGV, SIG_DFL);
		(void)signal(SIGBUS, SIG_DFL);
		cq__stacks stacks;
		cq__context outside = { 0 };
		cq__stacks_init(&stacks);
		cq__stack *const stack = cq__stack_take(&stacks, 0);
		cq__context_make(&stack->context, stack->low, stack->bytes, overrun, NULL);
		cq__context_switch(&outside, &stack->context, false);
		_exit(3);
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGSEGV);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(flows_take_turns),
		cmocka_unit_test(all_of_a_stack_can_be_used),
		cmocka_unit_test(the_latest_is_used_again),
		cmocka_unit_test(without_memory_there_is_none),
		cmocka_unit_test(running_over_the_end_is_a_fault),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
