/* tests/conform/sqlalchemy_cascades_test.c: the snippets of SQLAlchemy's page on cascades. Each mapping has a file of its own in the folder beside.
 */
#include "support/snippet.h"

#define SNIPPETS(X)                                                                                                    \
	X(save_update) X(save_update_both_ways) X(delete_cascade) X(delete_without_cascade) X(delete_many_to_many)         \
	X(passive_deletes_unloaded) X(passive_deletes_loaded) X(not_null_prevents) X(delete_orphan) X(notes_on_delete)     \
	X(merge) X(refresh_expire_and_expunge)

SNIPPETS(SNIPPET_DECLARED)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { SNIPPETS(SNIPPET_TEST) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
