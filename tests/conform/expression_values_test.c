/* expression_values_test: what expressions are on SQLite, PostgreSQL and MariaDB: the same value everywhere, or a refusal; on
 * PostgreSQL also through cquel's own driver.
 *
 * It knows nothing of texts: tests/unit/sql_*_test.c say how they are written. ctest runs it; servers that are not there are
 * left out (tests/run.sh starts both).
 */
#include "support/client.h"

#include "expression_values/values.h"

#define VALUES_TEST(name) cmocka_unit_test(values_##name),

int main(void)
{
	const struct CMUnitTest tests[] = { VALUES_TESTS(VALUES_TEST) };
	return cmocka_run_group_tests(tests, values_setup, values_teardown);
}
