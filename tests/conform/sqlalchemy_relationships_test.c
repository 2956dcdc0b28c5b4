/* tests/conform/sqlalchemy_relationships_test.c: the snippets of SQLAlchemy's pages on basic relationship patterns, adjacency lists, linking by
 * back_populates and how relationships join. Each mapping has a file of its own in the folder beside.
 */
#include "support/snippet.h"

#define SNIPPETS(X)                                                                                                   \
	X(one_to_many) X(one_to_many_both_ways) X(many_to_one) X(one_to_one) X(many_to_many) X(association_object)        \
	X(association_and_many_to_many) X(back_populates) X(one_way)                                                      \
	X(adjacency_list) X(self_referential_query) X(self_referential_eager_loading) X(composite_adjacency_list) X(composite_adjacency_list_deleted)  \
	X(multiple_join_paths) X(alternate_join_conditions) X(custom_conditions) X(overlapping_foreign_keys) X(materialized_path)  \
	X(self_referential_many_to_many) X(composite_secondary_join) X(row_limited)

SNIPPETS(SNIPPET_DECLARED)

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { SNIPPETS(SNIPPET_TEST) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
