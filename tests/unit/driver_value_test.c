/* driver_value_test.c: labels of enums that a database gives, whatever their bytes.
 *
 * It knows nothing of any database library. ctest runs it.
 */
#include "driver/value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A value may hold a NUL where a label ends: nothing behind the label is looked at. */
static void a_label_is_compared_whole(void **state)
{
	(void)state;
	char *const known = strdup("sad");
	assert_non_null(known);
	const char *const names[] = { known };
	const int32_t numbers[] = { 7 };
	const cq_enum labels = { .name = "mood", .count = 1, .labels = names, .values = numbers };
	int32_t number = 0;
	assert_true(cq__enum_number(&labels, "sad", 3, &number));
	assert_int_equal(number, 7);
	assert_false(cq__enum_number(&labels, "sad\0and more of it", 16, &number));
	assert_false(cq__enum_number(&labels, "sa", 2, &number));
	assert_false(cq__enum_number(&labels, "", 0, &number));
	free(known);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_label_is_compared_whole) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
