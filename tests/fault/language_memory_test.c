/* language_memory_test.c: each kind of statement of the larger language with each allocation failing in turn, the library's own
 * and SQLite's, from compiling it to its last row. Each failure is a status that leaves outputs and tables as they were, and the
 * connection fit for the same statement. Leaks are found by the sanitizer this is built with and by SQLite's counter.
 */
#include "fault/language.h"

#include "base/alloc.h"

#include <limits.h>
#include <sqlite3.h>

/* SQLite's allocator with one call that fails; the worker thread of a connection allocates, too. */
static sqlite3_mem_methods real;
static long until_failure, calls;

static bool fails_now(void)
{
	__atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
	return __atomic_load_n(&until_failure, __ATOMIC_RELAXED) > 0 && __atomic_sub_fetch(&until_failure, 1, __ATOMIC_RELAXED) == 0;
}
static void *failing_malloc(int size) { return fails_now() ? NULL : real.xMalloc(size); }
static void *failing_realloc(void *memory, int size) { return fails_now() ? NULL : real.xRealloc(memory, size); }

/* Who fails, and how. */
typedef struct failing {
	const char *name;
	void (*begin)(long n); /* LONG_MAX only counts */
	void (*end)(void);
	long (*count)(void);
} failing;

static void end_own(void) { cq__alloc_fail_after(0); }
static void begin_sqlite(long n)
{
	__atomic_store_n(&calls, 0, __ATOMIC_RELAXED);
	__atomic_store_n(&until_failure, n, __ATOMIC_RELAXED);
}
static void end_sqlite(void) { __atomic_store_n(&until_failure, 0, __ATOMIC_RELAXED); }
static long count_sqlite(void) { return __atomic_load_n(&calls, __ATOMIC_RELAXED); }

static const failing own = { "own", cq__alloc_fail_after, end_own, cq__alloc_count };
static const failing own_rest = { "own, all the rest", cq__alloc_fail_from, end_own, cq__alloc_count };
static const failing sqlite = { "SQLite's", begin_sqlite, end_sqlite, count_sqlite };

static shop *opened_shop(void)
{
	void *state;
	shop_open(&state);
	shop *const opened = state;
	language_fill(opened->db);
	return opened;
}

static void close_shop(shop *opened)
{
	void *state = opened;
	shop_close(&state);
	assert_int_equal(sqlite3_memory_used(), 0);
}

/* The n-th allocation fails once: what is stored is that of before, or, where the library could do without, that of behind. */
static cq_status fail_one(const language_kind *kind, const failing *who, long n, const char *before, const char *behind)
{
	shop *const opened = opened_shop();
	cq_connection *const db = opened->db;
	who->begin(n);
	const cq_status status = kind->run(db);
	who->end();
	if (status != CQ_OK && status != CQ_NO_MEMORY)
		fail_msg("%s, %s allocation %ld: %s: %s", kind->name, who->name, n, cq_status_name(status), cq_last_error(db)->message);
	assert_false(cq_in_transaction(db));
	assert_int_equal(cq_engine_pending(opened->engine), 0);
	const char *state = language_state(db);
	if (strcmp(state, status == CQ_OK ? behind : before) != 0)
		fail_msg("%s, %s allocation %ld: %s, but stored is %s", kind->name, who->name, n, cq_status_name(status), state);
	cq_free(&state);
	if (status != CQ_OK) {
		if (kind->run(db) != CQ_OK)
			fail_msg("%s, %s allocation %ld: afterwards %s", kind->name, who->name, n, cq_last_error(db)->message);
		state = language_state(db);
		assert_string_equal(state, behind);
		cq_free(&state);
	}
	close_shop(opened);
	return status;
}

static long count_allocations(const language_kind *kind, const failing *who, const char **before, const char **behind)
{
	shop *const opened = opened_shop();
	cq_connection *const db = opened->db;
	const char *text = language_state(db);
	*before = strdup(text);
	cq_free(&text);
	who->begin(LONG_MAX);
	MUST(kind->run(db));
	const long count = who->count();
	who->end();
	text = language_state(db);
	*behind = strdup(text);
	cq_free(&text);
	close_shop(opened);
	return count;
}

static void fail_each(const failing *who, long most)
{
	long all = 0, ended = 0;
	for (size_t k = 0; k < LANGUAGE_KINDS; k++) {
		const language_kind *const kind = &language_kinds[k];
		const char *before, *behind;
		const long count = count_allocations(kind, who, &before, &behind), step = 1 + count / most;
		long failed = 0;
		for (long n = 1; n <= count; n += step, all++)
			failed += fail_one(kind, who, n, before, behind) != CQ_OK;
		if (count != 0 && failed < 3) /* cq_sql_text asks SQLite for nothing */
			fail_msg("%s, %s allocations: %ld, failed %ld", kind->name, who->name, count, failed);
		ended += failed;
		free((void *)(uintptr_t)before);
		free((void *)(uintptr_t)behind);
	}
	print_message("%s: %ld allocations failed in turn, %ld statements ended with a status\n", who->name, all, ended);
	assert_true(ended > all / 4);
}

static void own_allocations_fail(void **state)
{
	(void)state;
	fail_each(&own, LONG_MAX);
}

static void none_may_be_left(void **state)
{
	(void)state;
	fail_each(&own_rest, LONG_MAX);
}

/* SQLite asks for memory hundreds of times a statement, mostly in ways that other statements share. */
static void allocations_of_sqlite_fail(void **state)
{
	(void)state;
	fail_each(&sqlite, 60);
}

int main(void)
{
	if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real) != SQLITE_OK)
		return 1;
	sqlite3_mem_methods replaced = real;
	replaced.xMalloc = failing_malloc;
	replaced.xRealloc = failing_realloc;
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &replaced) != SQLITE_OK)
		return 1;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(own_allocations_fail),
		cmocka_unit_test(none_may_be_left),
		cmocka_unit_test(allocations_of_sqlite_fail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
