/* base_arena_test.c: what an arena promises: alignment, the first object, growth, reset, and failure without loss.
 *
 * It knows the internal headers only.
 */
#include "base/alloc.h"
#include "base/arena.h"

#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdlib.h>
#include <cmocka.h>

static void one_allocation_for_a_small_arena(void **state)
{
	(void)state;
	cq__alloc_fail_after(LONG_MAX);
	cq__arena *const arena = cq__arena_create(CQ__ARENA_SMALL);
	char *const object = cq__arena_alloc(arena, 600);
	char *const text = cq__arena_text(arena, "ann", 3);
	assert_int_equal(cq__alloc_count(), 1);
	cq__alloc_fail_after(0);
	assert_ptr_equal(object, cq__arena_first(arena));
	assert_ptr_equal(cq__arena_of_first(object), arena);
	assert_string_equal(text, "ann");
	assert_true(cq__arena_bytes(arena) <= 1032);
	cq__arena_destroy(arena);
}

static void the_first_object_is_first_whatever_texts_came(void **state)
{
	(void)state;
	cq__arena *const arena = cq__arena_create(200);
	assert_non_null(cq__arena_text(arena, "before", 6));
	void *const object = cq__arena_alloc(arena, 100);
	assert_ptr_equal(cq__arena_of_first(object), arena);
	cq__arena_destroy(arena);
	cq__arena *const exact = cq__arena_create(200);
	assert_ptr_equal(cq__arena_alloc(exact, 200), cq__arena_first(exact));
	cq__arena_destroy(exact);
}

typedef struct piece {
	unsigned char *at;
	size_t size;
	unsigned char mark;
} piece;

enum { PIECES = 20000 };

/* Pieces of every size, all filled, and all still as they were filled at the end: none overlaps another. */
static void fill_and_check(cq__arena *arena, piece *pieces, unsigned seed)
{
	srand(seed);
	for (int i = 0; i < PIECES; i++) {
		const bool large = rand() % 500 == 0;
		piece *const p = &pieces[i];
		p->size = (size_t)rand() % (large ? 300000 : 90);
		p->mark = (unsigned char)rand();
		if (i % 2 != 0) {
			p->at = (unsigned char *)cq__arena_alloc_text(arena, p->size);
		} else {
			p->at = cq__arena_alloc(arena, p->size);
			assert_int_equal((uintptr_t)p->at % CQ__ARENA_ALIGNMENT, 0);
		}
		assert_non_null(p->at);
		memset(p->at, p->mark, p->size);
	}
	for (int i = 0; i < PIECES; i++) {
		for (size_t k = 0; k < pieces[i].size; k++)
			assert_true(pieces[i].at[k] == pieces[i].mark);
	}
}

static void nothing_overlaps(void **state)
{
	(void)state;
	piece *const pieces = calloc(PIECES, sizeof *pieces);
	cq__arena *const arena = cq__arena_create(64);
	for (unsigned seed = 1; seed <= 3; seed++) {
		fill_and_check(arena, pieces, seed);
		cq__arena_reset(arena);
		assert_true(cq__arena_bytes(arena) < 2 * 300000);
	}
	cq__arena_destroy(arena);
	free(pieces);
}

static void a_warm_arena_allocates_no_more(void **state)
{
	(void)state;
	cq__arena *const arena = cq__arena_create(CQ__ARENA_SMALL);
	for (int round = 0; round < 30; round++) {
		if (round == 20)
			cq__alloc_fail_after(LONG_MAX);
		for (int i = 0; i < 200; i++)
			assert_non_null(cq__arena_alloc(arena, 40));
		cq__arena_reset(arena);
	}
	assert_int_equal(cq__alloc_count(), 0);
	cq__alloc_fail_after(0);
	cq__arena_destroy(arena);
}

static void absurd_sizes_are_refused(void **state)
{
	(void)state;
	volatile size_t largest = SIZE_MAX;
	cq__arena *const arena = cq__arena_create(64);
	for (size_t i = 0; i < 40; i++) {
		assert_null(cq__arena_alloc(arena, largest - i));
		assert_null(cq__arena_alloc_text(arena, largest - i));
		assert_null(cq__arena_text(arena, "x", largest - i));
	}
	assert_null(cq__arena_alloc_array(arena, largest / 2, 3));
	assert_null(cq__arena_list_grow(arena, NULL, largest));
	assert_null(cq__arena_create(largest));
	assert_non_null(cq__arena_alloc(arena, 0));
	assert_string_equal(cq__arena_text(arena, NULL, 0), "");
	cq__arena_destroy(arena);
}

static void lists_grow_and_keep_what_they_hold(void **state)
{
	(void)state;
	cq__arena *const arena = cq__arena_create(64);
	const size_t before = cq__arena_bytes(arena);
	int *lists[3] = { NULL };
	size_t room = 1;
	for (size_t count = 0; count < 50000; count++) {
		if (count + 1 > room || count == 0) {
			room *= 2;
			for (int i = 0; i < 3; i++) {
				lists[i] = cq__arena_list_grow(arena, lists[i], room * sizeof(int));
				assert_non_null(lists[i]);
			}
		}
		for (int i = 0; i < 3; i++)
			lists[i][count] = (int)count * (i + 1);
	}
	for (int count = 0; count < 50000; count++) {
		for (int i = 0; i < 3; i++)
			assert_true(lists[i][count] == count * (i + 1));
	}
	for (int i = 0; i < 3; i += 2)
		assert_null(cq__arena_list_grow(arena, lists[i], 0));
	assert_int_equal(lists[1][49999], 99998);
	cq__arena_list_grow(arena, lists[1], 0);
	assert_int_equal(cq__arena_bytes(arena), before);
	assert_non_null(cq__arena_list_grow(arena, NULL, 100));
	cq__arena_destroy(arena);
}

/* False as soon as one allocation fails. Everything is freed by destroy, whatever failed. */
static bool use_arena(void)
{
	cq__arena *const arena = cq__arena_create(64);
	bool whole = arena != NULL;
	void *list = NULL;
	for (int i = 0; whole && i < 50; i++) {
		whole = cq__arena_alloc(arena, 100) != NULL && cq__arena_text(arena, "text", 4) != NULL;
		void *const grown = whole ? cq__arena_list_grow(arena, list, 10 * (size_t)(i + 1)) : NULL;
		whole = grown != NULL;
		list = whole ? grown : list;
	}
	whole = whole && cq__arena_alloc(arena, 200000) != NULL && cq__arena_alloc_text(arena, 200000) != NULL;
	cq__arena_destroy(arena);
	return whole;
}

static void count_release(void *owner)
{
	++*(int *)owner;
}

static void what_it_refers_to_is_released_once(void **state)
{
	(void)state;
	/* The second one may be the first one again: nothing is left of what that held. */
	for (int round = 0; round < 2; round++) {
		int released = 0;
		cq__arena *const arena = cq__arena_create(round == 0 ? CQ__ARENA_SMALL : 100);
		assert_non_null(cq__arena_alloc(arena, 100));
		cq__arena_hold(arena, count_release, &released);
		assert_non_null(cq__arena_text(arena, "more", 4));
		assert_non_null(cq__arena_alloc(arena, 5000));
		assert_int_equal(released, 0);
		cq__arena_destroy(arena);
		assert_int_equal(released, 1);
		cq__arena_destroy(cq__arena_create(CQ__ARENA_SMALL));
		assert_int_equal(released, 1);
	}
}

static void a_reset_releases_what_it_refers_to(void **state)
{
	(void)state;
	int released = 0;
	cq__arena *const arena = cq__arena_create(CQ__ARENA_SMALL);
	cq__arena_hold(arena, count_release, &released);
	cq__arena_reset(arena);
	assert_int_equal(released, 1);
	cq__arena_destroy(arena);
	assert_int_equal(released, 1);
}

/* What a small arena held before is not in the next one, however many there were at once. */
static void small_arenas_come_again_empty(void **state)
{
	enum { AT_ONCE = 600 };
	cq__arena *arenas[AT_ONCE];
	(void)state;
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < AT_ONCE; i++) {
			arenas[i] = cq__arena_create(CQ__ARENA_SMALL);
			assert_non_null(arenas[i]);
			assert_int_equal(cq__arena_bytes(arenas[i]), sizeof(cq__arena) + CQ__ARENA_SMALL);
			assert_ptr_equal(cq__arena_alloc(arenas[i], CQ__ARENA_SMALL), cq__arena_first(arenas[i]));
			assert_non_null(cq__arena_list_grow(arenas[i], NULL, 100));
			assert_non_null(cq__arena_alloc(arenas[i], 2000));
		}
		for (int i = 0; i < AT_ONCE; i++)
			cq__arena_destroy(arenas[i]);
	}
	/* The failures that a test orders are not passed by. */
	cq__alloc_fail_after(1);
	assert_null(cq__arena_create(CQ__ARENA_SMALL));
	cq__alloc_fail_after(0);
}

static void *destroy_it(void *arena)
{
	cq__arena_destroy(arena);
	return NULL;
}

/* Results are freed in any thread; what a thread keeps ends with it. */
static void another_thread_may_destroy_it(void **state)
{
	(void)state;
	for (int i = 0; i < 10; i++) {
		pthread_t thread;
		assert_int_equal(pthread_create(&thread, NULL, destroy_it, cq__arena_create(CQ__ARENA_SMALL)), 0);
		assert_int_equal(pthread_join(thread, NULL), 0);
	}
}

static void every_failure_is_seen(void **state)
{
	(void)state;
	cq__alloc_fail_after(LONG_MAX);
	assert_true(use_arena());
	const long allocations = cq__alloc_count();
	assert_true(allocations > 50);
	for (long n = 1; n <= allocations; n++) {
		cq__alloc_fail_after(n);
		assert_false(use_arena());
	}
	cq__alloc_fail_after(0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_allocation_for_a_small_arena),
		cmocka_unit_test(the_first_object_is_first_whatever_texts_came),
		cmocka_unit_test(nothing_overlaps),
		cmocka_unit_test(a_warm_arena_allocates_no_more),
		cmocka_unit_test(absurd_sizes_are_refused),
		cmocka_unit_test(lists_grow_and_keep_what_they_hold),
		cmocka_unit_test(what_it_refers_to_is_released_once),
		cmocka_unit_test(a_reset_releases_what_it_refers_to),
		cmocka_unit_test(small_arenas_come_again_empty),
		cmocka_unit_test(another_thread_may_destroy_it),
		cmocka_unit_test(every_failure_is_seen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
