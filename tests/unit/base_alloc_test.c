/* base_alloc_test.c: allocations that fail when a test says so, and arrays that cannot overflow.
 *
 * It knows the internal header only.
 */
#include "base/alloc.h"

#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>

static bool one_allocation(void)
{
	void *const memory = cq__alloc(8);
	cq__free(memory);
	return memory != NULL;
}

static void fails_once(void **state)
{
	(void)state;
	cq__alloc_fail_after(3);
	assert_true(one_allocation());
	assert_true(one_allocation());
	assert_false(one_allocation());
	assert_true(one_allocation());
	assert_int_equal(cq__alloc_count(), 4);
	cq__alloc_fail_after(0);
	assert_true(one_allocation());
	assert_int_equal(cq__alloc_count(), 0);
}

static void fails_from_then_on(void **state)
{
	(void)state;
	cq__alloc_fail_from(2);
	assert_true(one_allocation());
	assert_false(one_allocation());
	assert_null(cq__zalloc(1));
	assert_null(cq__realloc(NULL, 1));
	assert_null(cq__alloc_array(1, 1));
	cq__alloc_fail_from(0);
	assert_true(one_allocation());
}

static void a_refused_realloc_keeps_the_old(void **state)
{
	(void)state;
	char *text = cq__alloc_text("kept", 4);
	cq__alloc_fail_after(1);
	assert_null(cq__realloc(text, 1000));
	cq__alloc_fail_after(0);
	assert_string_equal(text, "kept");
	cq__free(text);
}

static void arrays_do_not_overflow(void **state)
{
	(void)state;
	volatile size_t half = SIZE_MAX / 2;
	assert_null(cq__alloc_array(half, 3));
	assert_null(cq__realloc_array(NULL, half, 3));
	unsigned char *const zeros = cq__alloc_array(7, 3);
	for (int i = 0; i < 21; i++)
		assert_int_equal(zeros[i], 0);
	cq__free(zeros);
	void *const empty = cq__alloc_array(0, 8);
	assert_non_null(empty);
	cq__free(empty);
}

static void *allocate_often(void *failures)
{
	for (int i = 0; i < 1000; i++)
		*(int *)failures += !one_allocation();
	return NULL;
}

static void exactly_one_fails_over_all_threads(void **state)
{
	(void)state;
	pthread_t threads[4];
	int failures[4] = { 0 };
	cq__alloc_fail_after(2000);
	for (int i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, allocate_often, &failures[i]), 0);
	for (int i = 0; i < 4; i++)
		pthread_join(threads[i], NULL);
	assert_int_equal(cq__alloc_count(), 4000);
	cq__alloc_fail_after(0);
	assert_int_equal(failures[0] + failures[1] + failures[2] + failures[3], 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fails_once),
		cmocka_unit_test(fails_from_then_on),
		cmocka_unit_test(a_refused_realloc_keeps_the_old),
		cmocka_unit_test(arrays_do_not_overflow),
		cmocka_unit_test(exactly_one_fails_over_all_threads),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
