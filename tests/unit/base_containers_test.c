/* base_containers_test.c: buffer, map and list.
 *
 * It knows the internal headers only.
 */
#include "base/alloc.h"
#include "base/buffer.h"
#include "base/list.h"
#include "base/map.h"

#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void write_much(cq__buffer *buffer)
{
	for (int i = 0; i < 100; i++) {
		cq__buffer_append_text(buffer, "row ");
		cq__buffer_append_int64(buffer, -i);
		cq__buffer_append_char(buffer, ',');
		cq__buffer_append_unsigned(buffer, UINT64_MAX);
		cq__buffer_append_double(buffer, 0.5);
		cq__buffer_append_format(buffer, " %0*d;", i * 7, i);
	}
}

static void a_buffer_holds_what_was_written(void **state)
{
	(void)state;
	cq__buffer buffer = { .data = NULL };
	assert_string_equal(cq__buffer_text(&buffer), "");
	cq__buffer_append_int64(&buffer, INT64_MIN);
	cq__buffer_append_format(&buffer, " %s %d", "x", 7);
	assert_string_equal(cq__buffer_text(&buffer), "-9223372036854775808 x 7");
	cq__buffer_truncate(&buffer, 3);
	assert_string_equal(cq__buffer_text(&buffer), "-92");
	cq__buffer_clear(&buffer);
	write_much(&buffer);
	assert_int_equal(buffer.status, CQ_OK);
	assert_int_equal(strlen(cq__buffer_text(&buffer)), buffer.length);
	char *const taken = cq__buffer_take(&buffer);
	assert_memory_equal(taken, "row 0,184467440737095516150.5 0;row -1,", 39);
	cq__free(taken);
	char *const empty = cq__buffer_take(&buffer);
	assert_string_equal(empty, "");
	cq__free(empty);
}

static void a_buffer_remembers_its_failure(void **state)
{
	(void)state;
	cq__buffer buffer = { .data = NULL };
	cq__alloc_fail_after(LONG_MAX);
	write_much(&buffer);
	const long allocations = cq__alloc_count();
	cq__buffer_release(&buffer);
	for (long n = 1; n <= allocations; n++) {
		cq__alloc_fail_after(n);
		write_much(&buffer);
		assert_int_equal(buffer.status, CQ_NO_MEMORY);
		assert_null(cq__buffer_take(&buffer));
		assert_int_equal(buffer.status, CQ_OK);
	}
	cq__alloc_fail_after(0);
	assert_int_equal(cq__buffer_reserve(&buffer, SIZE_MAX), CQ_NO_MEMORY);
	cq__buffer_append_char(&buffer, 'x');
	assert_int_equal(buffer.length, 0);
	cq__buffer_release(&buffer);
}

enum { KEYS = 100000, KEY_SIZE = 16 };

static void a_map_of_many_keys(void **state)
{
	(void)state;
	char(*const keys)[KEY_SIZE] = calloc(KEYS, KEY_SIZE);
	cq__map map = { .slots = NULL };
	void *old;
	for (int i = 0; i < KEYS; i++) {
		snprintf(keys[i], KEY_SIZE, "key %d", i);
		assert_int_equal(cq__map_put(&map, keys[i], strlen(keys[i]), keys[i], &old), CQ_OK);
		assert_null(old);
	}
	assert_int_equal(map.count, KEYS);
	/* Every third goes, in an order that is not the one of insertion. */
	for (int i = 0; i < KEYS; i++) {
		const int k = (int)((int64_t)i * 7919 % KEYS);
		if (k % 3 == 0)
			assert_ptr_equal(cq__map_remove(&map, keys[k], strlen(keys[k])), keys[k]);
	}
	for (int i = 0; i < KEYS; i++) {
		void *const found = cq__map_get(&map, keys[i], strlen(keys[i]));
		assert_ptr_equal(found, i % 3 == 0 ? NULL : keys[i]);
	}
	assert_null(cq__map_remove(&map, "key 0", 5));
	size_t seen = 0;
	size_t cursor = 0;
	while (cq__map_next(&map, &cursor) != NULL)
		seen++;
	assert_int_equal(seen, map.count);
	assert_int_equal(seen, KEYS - (KEYS + 2) / 3);
	cq__map_release(&map);
	free(keys);
}

/* All keys in one run of slots that wraps around the end: the hardest case of a removal. */
static void a_map_whose_hashes_collide(void **state)
{
	(void)state;
	static const char names[] = "abcdefghijk";
	for (size_t removed = 0; removed < 11; removed++) {
		cq__map map = { .slots = NULL };
		for (size_t i = 0; i < 11; i++) {
			const uint64_t hash = 13 + i / 4;
			assert_int_equal(cq__map_put_hashed(&map, hash, &names[i], 1, (void *)&names[i], NULL), CQ_OK);
		}
		assert_int_equal(map.capacity, 16);
		assert_ptr_equal(cq__map_remove_hashed(&map, 13 + removed / 4, &names[removed], 1), &names[removed]);
		for (size_t i = 0; i < 11; i++) {
			const void *const found = cq__map_get_hashed(&map, 13 + i / 4, &names[i], 1);
			assert_ptr_equal(found, i == removed ? NULL : &names[i]);
		}
		cq__map_release(&map);
	}
}

static void a_map_replaces_and_survives_failure(void **state)
{
	(void)state;
	cq__map map = { .slots = NULL };
	int one = 1;
	int two = 2;
	void *old;
	assert_null(cq__map_get(&map, "k", 1));
	assert_null(cq__map_remove(&map, "k", 1));
	assert_int_equal(cq__map_put(&map, "k", 1, &one, NULL), CQ_OK);
	assert_int_equal(cq__map_put(&map, "k", 1, &two, &old), CQ_OK);
	assert_ptr_equal(old, &one);
	assert_int_equal(map.count, 1);
	assert_int_equal(cq__map_put(&map, "", 0, &one, NULL), CQ_OK);
	assert_ptr_equal(cq__map_get(&map, "", 0), &one);
	static const char keys[] = "0123456789";
	for (size_t i = 0; i < 10; i++)
		assert_int_equal(cq__map_put(&map, &keys[i], 1, &one, NULL), CQ_OK);
	cq__alloc_fail_after(1);
	assert_int_equal(cq__map_put(&map, "new", 3, &one, &old), CQ_NO_MEMORY);
	cq__alloc_fail_after(0);
	assert_int_equal(map.count, 12);
	assert_null(cq__map_get(&map, "new", 3));
	assert_ptr_equal(cq__map_get(&map, "k", 1), &two);
	cq__map_release(&map);
}

/* Every changed bit of the key changes about half of the hash's bits, whatever the size. */
static void the_hash_spreads(void **state)
{
	(void)state;
	unsigned char key[80];
	for (size_t i = 0; i < sizeof key; i++)
		key[i] = (unsigned char)(i * 37);
	for (size_t size = 1; size <= sizeof key; size++) {
		const uint64_t plain = cq__hash(key, size, 0);
		assert_int_equal(plain, cq__hash(key, size, 0));
		assert_int_not_equal(plain, cq__hash(key, size - 1, 0));
		assert_int_not_equal(plain, cq__hash(key, size, 1));
		int changed = 0;
		for (size_t bit = 0; bit < size * 8; bit++) {
			key[bit / 8] ^= (unsigned char)(1u << bit % 8);
			const int bits = __builtin_popcountll(plain ^ cq__hash(key, size, 0));
			key[bit / 8] ^= (unsigned char)(1u << bit % 8);
			assert_true(bits >= 8);
			changed += bits;
		}
		const double mean = (double)changed / (double)(size * 8);
		assert_true(mean > 28 && mean < 36);
	}
}

typedef struct item {
	int number;
	cq__list_link link;
} item;

static void lists_keep_their_order(void **state)
{
	(void)state;
	item items[6];
	cq__list list;
	cq__list other;
	cq__list_init(&list);
	cq__list_init(&other);
	assert_null(cq__list_first(&list));
	assert_null(cq__list_pop_front(&list));
	for (int i = 0; i < 6; i++) {
		items[i].number = i;
		cq__list_link_init(&items[i].link);
		cq__list_push_back(i < 4 ? &list : &other, &items[i].link);
	}
	cq__list_remove(&items[1].link);
	cq__list_remove(&items[1].link);
	assert_false(cq__list_linked(&items[1].link));
	cq__list_push_front(&list, &items[1].link);
	cq__list_append_all(&list, &other);
	assert_true(cq__list_empty(&other));
	cq__list_append_all(&list, &other);
	static const int expected[] = { 1, 0, 2, 3, 4, 5 };
	int at = 0;
	CQ__LIST_EACH(link, &list) {
		assert_int_equal(CQ__LIST_ENTRY(link, item, link)->number, expected[at++]);
		cq__list_remove(link);
	}
	assert_int_equal(at, 6);
	assert_true(cq__list_empty(&list));
	assert_null(cq__list_last(&list));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_buffer_holds_what_was_written),
		cmocka_unit_test(a_buffer_remembers_its_failure),
		cmocka_unit_test(a_map_of_many_keys),
		cmocka_unit_test(a_map_whose_hashes_collide),
		cmocka_unit_test(a_map_replaces_and_survives_failure),
		cmocka_unit_test(the_hash_spreads),
		cmocka_unit_test(lists_keep_their_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
