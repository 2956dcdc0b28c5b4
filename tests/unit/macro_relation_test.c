/* macro_relation_test.c: what the words of relations write: the programs that functions build, node for node.
 *
 * It knows nothing of SQL text.
 */
#include "unit/macro_relation/models.h"
#include "meta/relation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include <cquel/words.h>

static cq_statement made;

static void op(cq_operator op, uint32_t count)
{
	cq_push(&made, op, count);
}

static void tab(cq_operator op, uint32_t count, const cq_table *table)
{
	cq_push_ref(&made, op, count, table);
}

static void along(const cq_relation *relation, uint8_t step, const cq_table *table)
{
	cq_push_relation(&made, relation);
	cq_push_node(&made, CQ_OP_ALONG, CQ_TYPE_NONE, step, 1, table);
}

static void greater(const cq_column *column, int number)
{
	cq_push_column(&made, column);
	cq_push_value(&made, CQ_TYPE_INTEGER, CQ_VALUE_LITERAL_INT, (cq_value){ .integer = number });
	op(CQ_OP_GT, 2);
}

static void begin(void)
{
	cq_statement_init(&made, NULL);
	tab(CQ_OP_SELECT_ALL, 0, CQ_TABLE(users));
	tab(CQ_OP_FROM, 0, CQ_TABLE(users));
}

/* The clauses behind SELECT_ALL and FROM are what the test has pushed. */
static void expect(cq_statement written, uint32_t clauses)
{
	op(CQ_OP_STATEMENT, clauses);
	assert_int_equal(written.failure, CQ_OK);
	assert_int_equal(written.node_count, made.node_count);
	assert_memory_equal(cq_statement_nodes(&written), cq_statement_nodes(&made), made.node_count * sizeof(cq_node));
	assert_int_equal(written.value_count, made.value_count);
	for (uint32_t i = 0; i < made.value_count; i++)
		assert_int_equal(cq_statement_values(&written)[i].integer, cq_statement_values(&made)[i].integer);
	cq_statement_release(&written);
	cq_statement_release(&made);
}

/* SELECT 1: the text is the library's own, so the pointer to it is taken from what is compared. */
static void select_one(const cq_statement *written)
{
	const char *const text = cq_statement_nodes(written)[made.node_count].ref;
	assert_string_equal(text, "1");
	cq_push_node(&made, CQ_OP_RAW, CQ_TYPE_INTEGER, 0, 0, text);
	op(CQ_OP_SELECT, 1);
}

static void questions(void **state)
{
	(void)state;
	cq_statement written = STATEMENT(SQL(SELECT_ALL(users), FROM(users), WHERE(ANY(users.posts, GT(posts.votes, 3), GT(posts.id, 4)))));
	begin();
	select_one(&written);
	tab(CQ_OP_FROM, 0, CQ_TABLE(posts));
	along(CQ_RELATION(users.posts), 0, NULL);
	greater(CQ_COLUMN(posts.votes), 3);
	greater(CQ_COLUMN(posts.id), 4);
	op(CQ_OP_WHERE, 3);
	op(CQ_OP_SUBQUERY, 3);
	op(CQ_OP_EXISTS, 1);
	op(CQ_OP_WHERE, 1);
	expect(written, 3);

	written = STATEMENT(SQL(SELECT_ALL(users), FROM(users), WHERE(HAS_AS(boss, users.leader))));
	begin();
	select_one(&written);
	tab(CQ_OP_FROM, 0, CQ_TABLE(boss));
	along(CQ_RELATION(users.leader), 0, CQ_TABLE(boss));
	op(CQ_OP_WHERE, 1);
	op(CQ_OP_SUBQUERY, 3);
	op(CQ_OP_EXISTS, 1);
	op(CQ_OP_WHERE, 1);
	expect(written, 3);

	written = STATEMENT(SQL(SELECT_ALL(users), FROM(users), JOIN(posts, ALONG(users.posts)), WHERE(ANY(posts.tags, GT(tags.id, 3)))));
	begin();
	along(CQ_RELATION(users.posts), 0, NULL);
	tab(CQ_OP_JOIN, 1, CQ_TABLE(posts));
	select_one(&written);
	tab(CQ_OP_FROM, 0, CQ_TABLE(post_tags));
	along(CQ_RELATION(posts.tags), CQ_ALONG_FAR, NULL);
	tab(CQ_OP_JOIN, 1, CQ_TABLE(tags));
	along(CQ_RELATION(posts.tags), CQ_ALONG_NEAR, NULL);
	greater(CQ_COLUMN(tags.id), 3);
	op(CQ_OP_WHERE, 2);
	op(CQ_OP_SUBQUERY, 4);
	op(CQ_OP_EXISTS, 1);
	op(CQ_OP_WHERE, 1);
	expect(written, 4);
}

static void counts(void **state)
{
	(void)state;
	cq_statement written = STATEMENT(SQL(SELECT_ALL(users), FROM(users), WHERE(GT(COUNT_OF(users.posts), 3))));
	begin();
	op(CQ_OP_COUNT_ROWS, 0);
	op(CQ_OP_SELECT, 1);
	tab(CQ_OP_FROM, 0, CQ_TABLE(posts));
	along(CQ_RELATION(users.posts), 0, NULL);
	op(CQ_OP_WHERE, 1);
	op(CQ_OP_SUBQUERY, 3);
	cq_push_value(&made, CQ_TYPE_INTEGER, CQ_VALUE_LITERAL_INT, (cq_value){ .integer = 3 });
	op(CQ_OP_GT, 2);
	op(CQ_OP_WHERE, 1);
	expect(written, 3);
}

static void options(void **state)
{
	(void)state;
	const bool no = false;
	begin();
	cq_push_relation(&made, CQ_RELATION(users.posts));
	cq_push_relation(&made, CQ_RELATION(posts.tags));
	greater(CQ_COLUMN(tags.id), 3);
	op(CQ_OP_WHERE, 1);
	cq_push_column(&made, CQ_COLUMN(tags.id));
	op(CQ_OP_DESC, 1);
	op(CQ_OP_ORDER_BY, 1);
	cq_push_node(&made, CQ_OP_LOAD, CQ_TYPE_NONE, CQ_LOAD_SELECTIN, 4, NULL);
	cq_push_relation(&made, CQ_RELATION(users.leader));
	cq_push_node(&made, CQ_OP_LOAD, CQ_TYPE_NONE, CQ_LOAD_JOINED, 1, NULL);
	op(CQ_OP_ABSENT, 0);
	cq_push_relation(&made, CQ_RELATION(users.reports));
	cq_push_node(&made, CQ_OP_LOAD, CQ_TYPE_NONE, CQ_LOAD_NOTHING, 1, NULL);
	op(CQ_OP_POPULATE_EXISTING, 0);
	op(CQ_OP_WITH_DELETED, 0);
	op(CQ_OP_OPTIONS, 6);
	expect(STATEMENT(SQL(SELECT_ALL(users), FROM(users),
		OPTIONS(SELECTIN(users.posts, posts.tags, WHERE(GT(tags.id, 3)), ORDER_BY(DESC(tags.id))), JOINED(users.leader),
			WHEN(no, SELECTIN(users.posts)), UNLOADED(users.reports), POPULATE_EXISTING, WITH_DELETED))), 3);
}

/* Each operand is evaluated once, in order. */
static void operands_are_evaluated_once(void **state)
{
	(void)state;
	int times = 0;
	cq_statement written = STATEMENT(SQL(SELECT_ALL(users), FROM(users),
		WHERE(ANY(users.posts, GT(posts.votes, ++times)), GT(COUNT_OF(users.posts, GT(posts.votes, ++times)), ++times))));
	assert_int_equal(times, 3);
	for (int i = 0; i < 3; i++)
		assert_int_equal(cq_statement_values(&written)[i].integer, i + 1);
	cq_statement_release(&written);
}

static void units_agree(void **state)
{
	(void)state;
	assert_ptr_not_equal(other_posts(), CQ_RELATION(users.posts));
	assert_true(cq__same_relation(other_posts(), CQ_RELATION(users.posts)));
	cq__relation_join join;
	assert_true(cq__relation_join_of(other_posts(), &join, NULL));
	cq_statement other = other_query();
	const char *rule;
	char text[200];
	assert_int_equal(cq_statement_check(&other, &rule, text, sizeof text), CQ_OK);
	cq_statement_release(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(questions),
		cmocka_unit_test(counts),
		cmocka_unit_test(options),
		cmocka_unit_test(operands_are_evaluated_once),
		cmocka_unit_test(units_agree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
