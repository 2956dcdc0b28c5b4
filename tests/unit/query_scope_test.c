/* query_scope_test.c: which clause provides a table where it is used, which query defines a derived one, where a reference
 * leads and what outer joins make NULL.
 *
 * It knows nothing of types. In each program it looks at the last use of a column.
 */
#include "query_language.h"

#include "query/scope.h"

static uint32_t last_node(const cq__tree *tree, cq_operator op, const void *reference)
{
	for (uint32_t i = tree->count; i-- != 0;) {
		if (tree->nodes[i].op == op && (reference == NULL || tree->nodes[i].ref == reference))
			return i;
	}
	fail_msg("no %s", cq__operator_text((uint16_t)op));
	return 0;
}

static void read_tree(const char *program, cq_statement *s, cq__tree *tree)
{
	write_program(s, program);
	if (cq__tree_init(tree, cq_statement_nodes(s), s->node_count) != CQ_OK)
		fail_msg("%s", program);
}

#define NOWHERE CQ_OP_COUNT_OF

/* The clause that provides users to the last users.id. */
static const struct {
	const char *program;
	cq_operator clause;
	bool outer;
} provided[] = {
	{ "SELECT(users.id) FROM(users)", CQ_OP_FROM, false },
	{ "SELECT(posts.id) FROM(posts) JOIN(users, EQ(posts.id, users.id))", CQ_OP_JOIN, false },
	{ "SELECT(posts.id) FROM(posts) JOIN(tags, EQ(posts.id, users.id)) JOIN(users, boolean)", NOWHERE, false },
	{ "SELECT(posts.id) FROM(posts) LEFT_JOIN(users, boolean) WHERE(EQ(users.id, int))", CQ_OP_LEFT_JOIN, true },
	{ "SELECT(posts.id) FROM(posts) LEFT_JOIN(users, EQ(users.id, int))", CQ_OP_LEFT_JOIN, false },
	{ "SELECT(posts.id) FROM(posts) LEFT_JOIN(users, boolean) JOIN(tags, EQ(users.id, int))", CQ_OP_LEFT_JOIN, true },
	{ "SELECT(posts.id) FROM(users) LEFT_JOIN(posts, boolean) ORDER_BY(users.id)", CQ_OP_FROM, false },
	{ "SELECT(posts.id) FROM(users) RIGHT_JOIN(posts, boolean) ORDER_BY(users.id)", CQ_OP_FROM, true },
	{ "SELECT(posts.id) FROM(users) RIGHT_JOIN(posts, EQ(users.id, int))", CQ_OP_FROM, false },
	{ "SELECT(posts.id) FROM(tags) JOIN(users, boolean) RIGHT_JOIN(posts, boolean) ORDER_BY(users.id)", CQ_OP_JOIN, true },
	{ "SELECT(posts.id) FROM(posts) RIGHT_JOIN(users, boolean) ORDER_BY(users.id)", CQ_OP_RIGHT_JOIN, false },
	{ "SELECT(posts.id) FROM(posts) FULL_JOIN(users, boolean) ORDER_BY(users.id)", CQ_OP_FULL_JOIN, true },
	{ "SELECT(posts.id) FROM(users) FULL_JOIN(posts, boolean) ORDER_BY(users.id)", CQ_OP_FROM, true },
	{ "SELECT(posts.id) FROM(posts) CROSS_JOIN(users) ORDER_BY(users.id)", CQ_OP_CROSS_JOIN, false },
	{ "SELECT(SUBQUERY(SELECT(users.id) FROM(posts))) FROM(tags) LEFT_JOIN(users, boolean)", CQ_OP_LEFT_JOIN, true },
	/* queries that stand for themselves see what is around the whole query, not what is in it */
	{ "SELECT(users.bio) FROM(users) JOIN(totals, QUERY(totals, SUBQUERY(SELECT(users.id) FROM(posts))), boolean)", NOWHERE, false },
	{ "SELECT(users.bio) FROM(users) JOIN(totals, LATERAL(totals, SUBQUERY(SELECT(users.id) FROM(posts))), boolean)", CQ_OP_FROM, false },
	{ "SELECT(users.bio) FROM(totals, LATERAL(totals, SUBQUERY(SELECT(users.id) FROM(posts)))) JOIN(users, boolean)", NOWHERE, false },
	{ "SELECT(users.bio) FROM(users) CROSS_JOIN(totals, VALUES_AS(totals, TUPLE(users.id, int, int)))", NOWHERE, false },
	{ "SELECT(users.bio) FROM(users) WHERE(EXISTS(SUBQUERY(SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(SELECT(users.id) FROM(posts)))))))", CQ_OP_FROM, false },
	{ "SELECT(users.bio) FROM(users) WHERE(EXISTS(SUBQUERY(SELECT(tags.note) FROM(tags) UNION(SUBQUERY(SELECT(users.id) FROM(posts))))))", CQ_OP_FROM, false },
	{ "SELECT(users.bio) FROM(users) UNION(SUBQUERY(SELECT(users.id) FROM(posts)))", NOWHERE, false },
	{ "WITH(totals, SUBQUERY(SELECT(users.id) FROM(posts))) SELECT(users.bio) FROM(users)", NOWHERE, false },
	{ "SELECT(COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, users.id) FROM(posts)))) FROM(users)", CQ_OP_FROM, false },
	/* writing */
	{ "UPDATE(users, SET(users.age, int)) WHERE(EQ(users.id, int))", CQ_OP_UPDATE, false },
	{ "UPDATE(posts, SET(posts.id, users.id)) FROM(users)", CQ_OP_FROM, false },
	{ "UPDATE(users, SET(users.age, int)) FROM(posts) JOIN(tags, EQ(users.id, int))", NOWHERE, false },
	{ "UPDATE(users, SET(users.age, int)) FROM(posts) RIGHT_JOIN(tags, boolean) WHERE(EQ(users.id, int))", CQ_OP_UPDATE, false },
	{ "UPDATE(posts, SET(posts.id, int)) FROM(users) RETURNING(users.id)", NOWHERE, false },
	{ "UPDATE(users, SET(users.age, int)) FROM(posts) RETURNING(users.id)", CQ_OP_UPDATE, false },
	{ "DELETE_FROM(posts) USING(users) WHERE(EQ(users.id, int))", CQ_OP_USING, false },
	{ "DELETE_FROM(users) USING(posts) WHERE(EQ(users.id, int))", CQ_OP_DELETE_FROM, false },
	{ "INSERT_INTO(users, SET(users.age, users.id))", NOWHERE, false },
	{ "INSERT_INTO(posts, SET(posts.id, users.id)) FROM(users)", CQ_OP_FROM, false },
	{ "INSERT_INTO(users, SET(users.age, int)) FROM(posts) WHERE(EQ(users.id, int))", NOWHERE, false },
	{ "INSERT_INTO(users, SET(users.age, int)) ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.age), SET(users.age, users.id))", CQ_OP_INSERT_INTO, false },
	{ "INSERT_INTO(posts, SET(posts.id, int)) FROM(users) ON_CONFLICT_UPDATE(posts, CONFLICT_KEY(posts.id), SET(posts.id, users.id))", NOWHERE, false },
	{ "INSERT_INTO(users, SET(users.age, int)) RETURNING(users.id)", CQ_OP_INSERT_INTO, false },
};

static void who_provides_a_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof provided / sizeof *provided; i++) {
		cq_statement s;
		cq__tree tree;
		uint32_t clause;
		read_tree(provided[i].program, &s, &tree);
		const uint32_t column = last_node(&tree, CQ_OP_COLUMN, &users.columns[0]);
		const uint32_t query = cq__table_provider(&tree, column, &users_elsewhere.table, &clause);
		const cq_operator op = clause != CQ__NO_NODE ? (cq_operator)tree.nodes[clause].op : NOWHERE;
		if (op != provided[i].clause || (query == CQ__NO_NODE) != (clause == CQ__NO_NODE))
			fail_msg("%s: by %s", provided[i].program, op != NOWHERE ? cq__operator_text((uint16_t)op) : "nothing");
		if (query != CQ__NO_NODE)
			assert_int_equal(tree.parent[clause], query);
		if (cq__is_outer_joined(&tree, column, &users.table) != provided[i].outer)
			fail_msg("%s: outer joined", provided[i].program);
		cq__tree_release(&tree);
	}
}

/* What defines totals, or its alias others, for the last FROM or JOIN of it. */
static const struct {
	const char *program;
	cq_operator definition;
} defined[] = {
	{ "SELECT(totals.n) FROM(totals)", NOWHERE },
	{ "WITH(totals, SUBQUERY(SELECT(int))) SELECT(totals.n) FROM(totals)", CQ_OP_WITH },
	{ "WITH(totals, SUBQUERY(SELECT(int))) SELECT(others.n) FROM(others)", CQ_OP_WITH },
	{ "WITH(totals, SUBQUERY(SELECT(int))) SELECT(totals.n) FROM(totals, QUERY(totals, SUBQUERY(SELECT(int))))", CQ_OP_QUERY },
	{ "SELECT(totals.n) FROM(users) JOIN(totals, LATERAL(totals, SUBQUERY(SELECT(int))), boolean)", CQ_OP_LATERAL },
	{ "SELECT(totals.n) FROM(totals, VALUES_AS(totals, TUPLE(int)))", CQ_OP_VALUES_AS },
	{ "WITH(totals, SUBQUERY(SELECT(int))) SELECT(users.id) FROM(users) WHERE(EXISTS(SUBQUERY(SELECT(totals.n) FROM(totals))))", CQ_OP_WITH },
	{ "WITH(totals, SUBQUERY(SELECT(int))) SELECT(users.id) FROM(users) UNION(SUBQUERY(SELECT(totals.n) FROM(totals)))", CQ_OP_WITH },
	{ "WITH(totals, SUBQUERY(SELECT(totals.n) FROM(totals))) SELECT(int)", NOWHERE },
	{ "WITH_RECURSIVE(totals, SUBQUERY(SELECT(int) UNION_ALL(SUBQUERY(SELECT(totals.n) FROM(totals))))) SELECT(int)", CQ_OP_WITH_RECURSIVE },
	{ "WITH(totals, SUBQUERY(SELECT(int))) UPDATE(users, SET(users.age, totals.n)) FROM(totals)", CQ_OP_WITH },
	{ "SELECT(users.id) FROM(users) WHERE(EXISTS(SUBQUERY(WITH(totals, SUBQUERY(SELECT(int))) SELECT(totals.n) FROM(totals))))", CQ_OP_WITH },
	{ "SELECT(SUBQUERY(WITH(totals, SUBQUERY(SELECT(int))) SELECT(int))) FROM(totals)", NOWHERE },
};

static void what_defines_a_query(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof defined / sizeof *defined; i++) {
		cq_statement s;
		cq__tree tree;
		read_tree(defined[i].program, &s, &tree);
		uint32_t clause = CQ__NO_NODE;
		for (uint32_t k = 0; k < tree.count; k++) {
			if (cq__names_source(tree.nodes[k].op) && (tree.nodes[k].ref == &totals.table || tree.nodes[k].ref == &others.table))
				clause = k;
		}
		const uint32_t definition = cq__derived_definition(&tree, clause, tree.nodes[clause].ref);
		const cq_operator op = definition != CQ__NO_NODE ? (cq_operator)tree.nodes[definition].op : NOWHERE;
		if (op != defined[i].definition)
			fail_msg("%s: by %s", defined[i].program, op != NOWHERE ? cq__operator_text((uint16_t)op) : "nothing");
		if (op != NOWHERE && op != CQ_OP_VALUES_AS)
			assert_int_equal(tree.nodes[cq__query_inside(&tree, definition)].op, CQ_OP_SUBQUERY);
		cq__tree_release(&tree);
	}
}

static const struct {
	const char *program;
	const cq_column *target;
} along[] = {
	{ "SELECT(posts.id) FROM(posts) JOIN(users, ALONG(posts.author_id))", &users.columns[0] },
	{ "SELECT(posts.id) FROM(posts) JOIN(boss, ALONG(posts.author_id))", &boss.columns[0] },
	{ "SELECT(posts.id) FROM(posts) JOIN(users, boolean) JOIN(boss, ALONG(posts.author_id))", &users.columns[0] },
	{ "SELECT(posts.id) FROM(posts) JOIN(users, boolean) JOIN(boss, ALONG(boss, posts.author_id))", &boss.columns[0] },
	{ "SELECT(posts.id) FROM(posts) JOIN(users, ALONG(posts.title))", NULL },
	{ "SELECT(posts.id) FROM(posts) JOIN(tags, ALONG(posts.author_id))", NULL },
	{ "SELECT(posts.id) FROM(posts) JOIN(tags, ALONG(posts.author_id)) JOIN(users, boolean)", NULL },
	{ "SELECT(posts.id) FROM(posts) JOIN(users, boolean) JOIN(tags, ALONG(tags, posts.author_id))", NULL },
	{ "SELECT(posts.id) FROM(posts) JOIN(users, ALONG(boss, posts.author_id))", NULL },
	{ "SELECT(users.id) FROM(users) JOIN(boss, ALONG(users.boss_id))", &boss.columns[0] },
	{ "SELECT(users.id) FROM(users) JOIN(boss, ALONG(boss.boss_id))", &users.columns[0] },
	{ "SELECT(users.id) FROM(users) WHERE(ALONG(users.boss_id))", NULL },
	{ "SELECT(users.id) FROM(users) WHERE(EXISTS(SUBQUERY(SELECT(posts.id) FROM(posts) WHERE(ALONG(posts.author_id)))))", &users.columns[0] },
	{ "DELETE_FROM(posts) USING(users) WHERE(ALONG(posts.author_id))", &users.columns[0] },
	{ "SELECT(posts.id) FROM(posts) JOIN(users, ALONG(users, int))", NULL },
};

static void where_references_lead(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof along / sizeof *along; i++) {
		cq_statement s;
		cq__tree tree;
		read_tree(along[i].program, &s, &tree);
		if (cq__along_target(&tree, last_node(&tree, CQ_OP_ALONG, NULL)) != along[i].target)
			fail_msg("%s", along[i].program);
		assert_null(cq__along_target(&tree, tree.root));
		cq__tree_release(&tree);
	}
}

int main(void)
{
	place_columns();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_provides_a_table),
		cmocka_unit_test(what_defines_a_query),
		cmocka_unit_test(where_references_lead),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
