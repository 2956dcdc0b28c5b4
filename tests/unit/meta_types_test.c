/* meta_types_test.c: the table of types, and UUIDs.
 *
 * It knows the public header, meta/type_registry.h and meta/convert.h only.
 */
#include "meta/convert.h"
#include "meta/type_registry.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <cquel/model.h>

static void every_type_is_described(void **state)
{
	(void)state;
#define CHECK(type_name, c, optional, type_family)                                    \
	{                                                                             \
		const cq__type_information *const type = cq__type_info(CQ_TYPE_##type_name); \
		assert_string_equal(type->name, #type_name);                          \
		assert_string_equal(cq_type_name(CQ_TYPE_##type_name), #type_name);   \
		assert_int_equal(type->family, CQ__FAMILY_##type_family);             \
		assert_int_equal(type->size, sizeof(c));                              \
		assert_int_equal(type->nullable_size, sizeof(optional));              \
		assert_int_equal(type->alignment, _Alignof(c));                       \
		assert_int_equal(type->nullable_alignment, _Alignof(optional));       \
		assert_true(type->value_offset + type->size <= type->nullable_size);  \
	}
	CQ_TYPE_LIST(CHECK)
#undef CHECK
	for (int i = 0; i < CQ__FAMILY_COUNT; i++)
		assert_true(strlen(cq__family_name((cq__family)i)) > 3);
	assert_non_null(cq__family_name((cq__family)99));
}

static void a_nullable_is_a_flag_and_a_value(void **state)
{
	(void)state;
	assert_int_equal(cq__type_info(CQ_TYPE_DECIMAL)->value_offset, offsetof(cq_opt_decimal, value));
	assert_int_equal(cq__type_info(CQ_TYPE_BOOLEAN)->value_offset, offsetof(cq_opt_bool, value));
	assert_int_equal(cq__type_info(CQ_TYPE_UUID)->value_offset, offsetof(cq_opt_uuid, value));
	assert_int_equal(cq__type_info(CQ_TYPE_ENUM)->value_offset, offsetof(cq_opt_enum, value));
	assert_false(cq__type_info(CQ_TYPE_ENUM)->pointer_null);
	assert_true(cq__type_info(CQ_TYPE_TEXT)->pointer_null);
	assert_true(cq__type_info(CQ_TYPE_BYTES)->pointer_null);
	assert_int_equal(cq__type_info(CQ_TYPE_JSON)->value_offset, 0);
}

static void what_is_no_type_has_no_size(void **state)
{
	(void)state;
	const cq_type others[] = { CQ_TYPE_NONE, CQ_TYPE_OBJECT, CQ_TYPE_COUNT, (cq_type)1000 };
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(cq__type_info(others[i])->size, 0);
		assert_int_equal(cq__type_info(others[i])->family, CQ__FAMILY_NONE);
		assert_non_null(cq_type_name(others[i]));
	}
}

static void lists_are_rows_and_their_number(void **state)
{
	(void)state;
	const cq__type_information *const list = cq__type_info(CQ_TYPE_LIST);
	assert_string_equal(list->name, "LIST");
	assert_int_equal(list->size, sizeof(cq_any_list));
	assert_int_equal(list->alignment, _Alignof(cq_any_list));
	assert_int_equal(list->family, CQ__FAMILY_NONE);
}

static void uuids(void **state)
{
	(void)state;
	static const char *const forms[] = {
		"00112233-4455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-AABBCCDDEEFF",
		"00112233445566778899aAbBcCdDeEfF",
	};
	for (size_t i = 0; i < 3; i++) {
		cq_uuid uuid;
		char text[CQ_UUID_TEXT];
		assert_int_equal(cq_uuid_parse(forms[i], &uuid), CQ_OK);
		for (int k = 0; k < 16; k++)
			assert_int_equal(uuid.bytes[k], k * 17);
		assert_string_equal(cq_uuid_format(uuid, text), forms[0]);
	}
	static const char *const wrong[] = {
		"", "0011", "00112233-4455-6677-8899-aabbccddeef", "00112233-4455-6677-8899-aabbccddeefg",
		"0011223344-55-6677-8899-aabbccddeeff", "{0112233-4455-6677-8899-aabbccddeef}",
		"00112233-4455-6677-8899-aabbccddeeff0", "0011223344556677889-aabbccddeeff",
	};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		cq_uuid uuid = { .bytes = { 1 } };
		assert_int_equal(cq_uuid_parse(wrong[i], &uuid), CQ_WRONG_TYPE);
		assert_int_equal(uuid.bytes[0], 0);
	}
}

static void random_uuids_differ(void **state)
{
	(void)state;
	cq_uuid last = { .bytes = { 0 } };
	for (int i = 0; i < 1000; i++) {
		cq_uuid uuid;
		assert_int_equal(cq_uuid_random(&uuid), CQ_OK);
		assert_memory_not_equal(uuid.bytes, last.bytes, 16);
		assert_int_equal(uuid.bytes[6] >> 4, 4);
		assert_int_equal(uuid.bytes[8] >> 6, 2);
		last = uuid;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_type_is_described),
		cmocka_unit_test(a_nullable_is_a_flag_and_a_value),
		cmocka_unit_test(what_is_no_type_has_no_size),
		cmocka_unit_test(lists_are_rows_and_their_number),
		cmocka_unit_test(uuids),
		cmocka_unit_test(random_uuids_differ),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
