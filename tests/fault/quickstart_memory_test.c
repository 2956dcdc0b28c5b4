/* quickstart_memory_test.c: the first program a newcomer runs, with every allocation failing in turn: the library's own and
 * SQLite's. Each run ends with a status, nothing crashes and nothing is lost (the sanitizers and SQLite's counter look).
 * It knows nothing of what the program does: it is included whole, with its main under another name.
 */
#define main quickstart_main
#include "../../examples/quickstart/main.c"
#undef main

#include "base/alloc.h"

#include <fcntl.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <unistd.h>

#include <cmocka.h>

/* SQLite's allocator with one call that fails; the worker thread of a connection allocates too. */
static sqlite3_mem_methods real;
static long until_failure;

static bool fails_now(void) { return __atomic_load_n(&until_failure, __ATOMIC_RELAXED) > 0 && __atomic_sub_fetch(&until_failure, 1, __ATOMIC_RELAXED) == 0; }
static void *failing_malloc(int size) { return fails_now() ? NULL : real.xMalloc(size); }
static void *failing_realloc(void *memory, int size) { return fails_now() ? NULL : real.xRealloc(memory, size); }

static int silent_run(void)
{
	fflush(stdout);
	fflush(stderr);
	const int out = dup(1), err = dup(2), nowhere = open("/dev/null", O_WRONLY);
	dup2(nowhere, 1);
	dup2(nowhere, 2);
	const int code = quickstart_main(1, (char *[]){"quickstart", NULL});
	fflush(stdout);
	fflush(stderr);
	dup2(out, 1);
	dup2(err, 2);
	close(out);
	close(err);
	close(nowhere);
	return code;
}

static void own_allocations_fail(void **state)
{
	(void)state;
	cq__alloc_fail_after(0x7fffffff);
	assert_int_equal(silent_run(), 0);
	const long all = cq__alloc_count();
	assert_true(all > 20);
	long failed = 0;
	for (long n = 1; n <= all; n++) {
		cq__alloc_fail_after(n);
		const int code = silent_run();
		cq__alloc_fail_after(0);
		assert_true(code == 0 || code == 1);
		failed += code;
		assert_int_equal(sqlite3_memory_used(), 0);
	}
	print_message("%ld allocations failed in turn, %ld runs ended with a status\n", all, failed);
	assert_true(failed > all / 2);
	assert_int_equal(silent_run(), 0);
}

static void allocations_of_sqlite_fail(void **state)
{
	(void)state;
	long n = 1, failed = 0;
	for (;; n++) {
		until_failure = n;
		const int code = silent_run();
		const bool reached = until_failure == 0;
		until_failure = 0;
		assert_true(code == 0 || code == 1);
		failed += code;
		assert_int_equal(sqlite3_memory_used(), 0);
		if (!reached)
			break;
	}
	print_message("SQLite's allocations up to the %ld-th failed in turn, %ld runs ended with a status\n", n, failed);
	assert_true(failed > n / 4);
	assert_int_equal(silent_run(), 0);
}

int main(void)
{
	if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real) != SQLITE_OK)
		return 1;
	sqlite3_mem_methods failing = real;
	failing.xMalloc = failing_malloc;
	failing.xRealloc = failing_realloc;
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &failing) != SQLITE_OK)
		return 1;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(own_allocations_fail),
		cmocka_unit_test(allocations_of_sqlite_fail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
