/* query_rules_test.c: docs/rules.md is what the list of rules says. With --write it writes the page instead.
 *
 * It knows nothing of how rules are checked.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "query/rules.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE CQ_TEST_SOURCE_DIR "/docs/rules.md"

static const char opening[] =
	"# The rules\n"
	"\n"
	"<!-- Written from include/cquel/rules.h by `query_rules_test --write`. Change the list, not this page. -->\n"
	"\n"
	"Every rule of the language is enforced twice with the same sentence. The macros enforce it while the program is compiled\n"
	"and quote the expression as it is written:\n"
	"\n"
	"    query.c:12: error: static assertion failed: \"LIKE(users.age, \\\"4%\\\"): both sides must be text\"\n"
	"\n"
	"What was built at run time, from conditions in variables or by functions, is checked again when a statement of that shape\n"
	"first runs; `cq_statement_check` does the same without running it. There the message names the clause and the columns:\n"
	"\n"
	"    WHERE: LIKE(users.age, a TEXT value): both sides must be text\n"
	"\n"
	"That is `CQ_RULE`, and `cq_last_error(db)->rule` is the rule's name below. The compiler sees each rule where the types tell\n"
	"it: what GROUP_BY covers is known to it for the first eight items of a SELECT, and what HAVING and ORDER_BY use, which\n"
	"parts of a WHEN are there, and the number of parameters in a RAW text are found when the statement first runs.\n"
	"\n"
	"A fragment in the examples stands inside a statement over `users` and `posts`.\n";

static void write_page(cq__buffer *page)
{
	cq__buffer_append_text(page, opening);
	for (int i = 0; i < CQ__RULE_COUNT; i++) {
		const cq__rule_text *const rule = &cq__rule_texts[i];
		cq__buffer_append_format(page, "\n## %s\n\n", rule->id);
		cq__buffer_append_format(page, "\"%s\"\n\n", rule->sentence);
		cq__buffer_append_format(page, "    %s\n\n", rule->example);
		cq__buffer_append_format(page, "%s\n", rule->cure);
	}
}

static char *read_page(void)
{
	FILE *const file = fopen(PAGE, "rb");
	if (file == NULL)
		return NULL;
	static char text[256 * 1024];
	const size_t size = fread(text, 1, sizeof text - 1, file);
	text[size] = '\0';
	fclose(file);
	return text;
}

static void the_page_is_the_list(void **state)
{
	(void)state;
	cq__buffer page = { 0 };
	write_page(&page);
	const char *const committed = read_page();
	assert_non_null(committed);
	if (strcmp(committed, cq__buffer_text(&page)) != 0)
		fail_msg("%s differs from include/cquel/rules.h; run query_rules_test --write", PAGE);
	cq__buffer_release(&page);
}

static void assert_id(const char *id)
{
	for (const char *at = id; *at != '\0'; at++)
		assert_true(islower((unsigned char)*at) || (*at == '-' && at != id && at[1] != '\0'));
}

/* Compilers print the sentences, behind a colon. */
static void assert_sentence(const char *sentence)
{
	const size_t length = strlen(sentence);
	assert_true(length > 10 && length <= 150);
	assert_true(sentence[length - 1] != '.');
	for (const char *at = sentence; *at != '\0'; at++)
		assert_true(isprint((unsigned char)*at) && *at != '"' && *at != '\\');
}

static void rules_are_well_written(void **state)
{
	(void)state;
	for (int i = 0; i < CQ__RULE_COUNT; i++) {
		const cq__rule_text *const rule = &cq__rule_texts[i];
		assert_id(rule->id);
		assert_sentence(rule->sentence);
		assert_true(strlen(rule->example) != 0);
		assert_true(rule->cure[strlen(rule->cure) - 1] == '.');
		for (int k = 0; k < i; k++) {
			assert_string_not_equal(rule->id, cq__rule_texts[k].id);
			assert_string_not_equal(rule->sentence, cq__rule_texts[k].sentence);
		}
	}
}

int main(int count, char **words)
{
	if (count == 2 && strcmp(words[1], "--write") == 0) {
		cq__buffer page = { 0 };
		write_page(&page);
		FILE *const file = fopen(PAGE, "wb");
		const int failed = file == NULL || fputs(cq__buffer_text(&page), file) == EOF || fclose(file) != 0;
		cq__buffer_release(&page);
		return failed ? EXIT_FAILURE : EXIT_SUCCESS;
	}
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_page_is_the_list),
		cmocka_unit_test(rules_are_well_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
