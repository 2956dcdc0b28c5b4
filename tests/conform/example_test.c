/* tests/conform/example_test.c: the example programs, as somebody runs them: they say the same on every database.
 *
 * It knows nothing of what is in them. CMake builds them beside the tests.
 */
#include "support/database.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST = 1 << 16 };

/* What a program prints, freed by the caller; it must end well. */
static char *output(const char *program, const char *arguments, const char *url)
{
	char command[600];
	assert_true((size_t)snprintf(command, sizeof command, "'%s/%s' %s '%s'", CQ_TEST_EXAMPLES, program, arguments, url) < sizeof command);
	FILE *const from = popen(command, "r");
	char *const text = calloc(1, MOST);
	assert_true(from != NULL && text != NULL);
	const size_t length = fread(text, 1, MOST - 1, from);
	const int status = pclose(from);
	if (status != 0)
		fail_msg("%s ended with %d:\n%s", command, status, text);
	assert_true(length > 0 && length < MOST - 1);
	return text;
}

/* Line by line, but for those that begin like `own`, which are the database's own words. */
static void expect_same(const char *program, const char *arguments, const char *own)
{
	char *const here = output(program, arguments, database_create_shared());
	char *const there = output(program, arguments, "sqlite://");
	char *rest_here = NULL, *rest_there = NULL;
	char *line = strtok_r(here, "\n", &rest_here), *wanted = strtok_r(there, "\n", &rest_there);
	for (; line != NULL && wanted != NULL; line = strtok_r(NULL, "\n", &rest_here), wanted = strtok_r(NULL, "\n", &rest_there)) {
		if (own == NULL || strncmp(wanted, own, strlen(own)) != 0)
			assert_string_equal(line, wanted);
		else
			assert_memory_equal(line, wanted, strlen(own));
	}
	assert_true(line == NULL && wanted == NULL);
	free(here);
	free(there);
	database_drop();
}

static void the_quickstart(void **state)
{
	(void)state;
	expect_same("quickstart", "", "the name ann is taken: ");
}

/* Without Chinook's script it has a slice of the rows. */
static void the_music_shop(void **state)
{
	(void)state;
	expect_same("chinook", "none", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_quickstart), cmocka_unit_test(the_music_shop) };
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests_name("examples", tests, NULL, NULL);
}
