/* cookbook_test: every word of the language in use, as a program uses them: the same statement means the same on SQLite,
 * PostgreSQL and MariaDB, and the same as plain SQL.
 *
 * It knows nothing of texts: tests/unit/sql_*_test.c say how they are written. Servers that are not there are left out, and
 * that is said (tests/run.sh starts both).
 */
#include "support/client.h"

#include "cookbook/cookbook.h"

#include <ctype.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path)
{
	FILE *const file = fopen(path, "r");
	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	const size_t size = (size_t)ftell(file);
	rewind(file);
	char *const text = calloc(size + 1, 1);
	assert_non_null(text);
	assert_int_equal(fread(text, 1, size, file), size);
	fclose(file);
	return text;
}

static bool in_name(char character)
{
	return isalnum((unsigned char)character) || character == '_';
}

static bool uses(const char *text, const char *word, size_t length)
{
	for (const char *at = text; (at = strstr(at, word)) != NULL; at += length) {
		if ((at == text || !in_name(at[-1])) && !in_name(at[length]))
			return true;
	}
	return false;
}

/* The recipes: what includes cookbook.h and is not the kitchen. */
static bool a_recipe_uses(const glob_t *files, char *const *texts, const char *word)
{
	for (size_t i = 0; i < files->gl_pathc; i++) {
		if (strstr(texts[i], "#include \"cookbook.h\"") != NULL && uses(texts[i], word, strlen(word)))
			return true;
	}
	return false;
}

/* What says to a session what to do with the rows changes none of them: tests/conform/load_*_test.c. */
static bool is_of_sessions(const char *word)
{
	static const char *const words[] = { "OPTIONS", "SELECTIN", "JOINED", "UNLOADED", "POPULATE_EXISTING", "WITH_DELETED" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

static void every_word_is_used(void **state)
{
	(void)state;
	static const char define[] = "\n#define ";
	glob_t files;
	assert_int_equal(glob(CQ_TEST_SOURCE_DIR "/tests/conform/cookbook/*.c", 0, NULL, &files), 0);
	char **const texts = calloc(files.gl_pathc, sizeof *texts);
	assert_non_null(texts);
	for (size_t i = 0; i < files.gl_pathc; i++)
		texts[i] = read_file(files.gl_pathv[i]);
	char *const words = read_file(CQ_TEST_SOURCE_DIR "/include/cquel/words.h");
	int count = 0, missing = 0;
	for (const char *at = words; (at = strstr(at, define)) != NULL; count++) {
		char word[40] = "";
		at += sizeof define - 1;
		for (size_t length = 0; in_name(*at) && length < sizeof word - 1; at++)
			word[length++] = *at;
		if (!is_of_sessions(word) && !a_recipe_uses(&files, texts, word)) {
			print_error("no recipe uses %s\n", word);
			missing++;
		}
	}
	for (size_t i = 0; i < files.gl_pathc; i++)
		free(texts[i]);
	free(texts);
	free(words);
	globfree(&files);
	assert_true(count > 150);
	assert_int_equal(missing, 0);
}

#define COOKBOOK_TEST(name) cmocka_unit_test_setup_teardown(cookbook_##name, kitchen_clean, kitchen_taste),

int main(void)
{
	const struct CMUnitTest tests[] = { COOKBOOK_RECIPES(COOKBOOK_TEST) cmocka_unit_test(every_word_is_used) };
	return cmocka_run_group_tests(tests, kitchen_open, kitchen_close);
}
