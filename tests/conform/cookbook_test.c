/* cookbook_test: every word of the language in use, as a program uses them: the same statement means the same on SQLite,
 * PostgreSQL and MariaDB, and the same as plain SQL.
 *
 * It knows nothing of texts: tests/unit/sql_*_test.c say how they are written. Servers that are not there are left out, and
 * that is said (tests/run.sh starts both).
 */
#include "support/client.h"

#include "cookbook/cookbook.h"

#define COOKBOOK_TEST(name) cmocka_unit_test_setup_teardown(cookbook_##name, kitchen_clean, kitchen_taste),

int main(void)
{
	const struct CMUnitTest tests[] = { COOKBOOK_RECIPES(COOKBOOK_TEST) };
	return cmocka_run_group_tests(tests, kitchen_open, kitchen_close);
}
