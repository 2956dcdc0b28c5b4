/* random_expression_test.c: 20,000 random expressions of every operator of the language: the checker passes each, three
 * databases accept its text, and compute what a model in C does: SQLite all, the servers what means the same there.
 *
 * CQUEL_TEST_SEED and CQUEL_TEST_EXPRESSIONS choose other ones, and another number. It knows nothing of SQL text. ctest runs it.
 */
#include "random_expression/databases.h"
#include "random_expression/groups.h"

#include "query/tree.h"
#include "support/client.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { EXPRESSIONS = 20000, BATCH = 10, DEEPEST = 5, LEAST_HITS = 50 };

static tally counts;

static uint64_t setting(const char *name, uint64_t otherwise)
{
	const char *const text = getenv(name);
	return text != NULL && *text != '\0' ? strtoull(text, NULL, 10) : otherwise;
}

static void count_hits(const term *expression)
{
	counts.hits[expression->op]++;
	for (uint32_t i = 0; i < expression->count; i++)
		count_hits(expression->operands[i]);
}

/* Whether a condition of the rows or groups is true. */
static bool is_true(const scope *at, const term *condition)
{
	if (condition == NULL)
		return true;
	const value held = evaluate(at, condition);
	return !held.null && held.integer != 0;
}

/* All that the database is able to give, of the row or group in scope. */
static void expect(query *asked, const scope *at)
{
	for (uint32_t k = 0; k < asked->item_count; k++) {
		if ((asked->able[k] >> at->database & 1) != 0)
			asked->expected[asked->row_count][k] = evaluate(at, asked->items[k]);
	}
	asked->row_count++;
}

/* The rows that WHERE leaves are the members of everything behind it. */
static scope chosen_rows(const query *asked, int database, cq__arena *arena)
{
	scope at = { .arena = arena, .now = cq_now(), .database = database };
	for (int i = 0; i < THING_COUNT; i++) {
		at.rows[0] = &thing_rows[i];
		if (is_true(&at, asked->where))
			at.members[at.member_count++] = &thing_rows[i];
	}
	return at;
}

static void expect_rows(query *asked, int database, cq__arena *arena)
{
	scope at = chosen_rows(asked, database, arena);
	for (uint32_t i = 0; i < at.member_count; i++) {
		at.rows[0] = at.members[i];
		expect(asked, &at);
	}
}

/* How two rows stand by the groups' keys. */
static int compare_groups(const query *asked, const scope *at, const Thing *a, const Thing *b)
{
	scope left = *at, right = *at;
	int order = 0;
	left.rows[0] = a;
	right.rows[0] = b;
	for (uint32_t i = 0; i < asked->group_count && order == 0; i++)
		order = compare_sorted(at, (kind)asked->groups[i]->kind, evaluate(&left, asked->groups[i]), evaluate(&right, asked->groups[i]));
	return order;
}

/* Without groups there is one row, also of nothing. */
static void expect_groups(query *asked, int database, cq__arena *arena)
{
	scope rows = chosen_rows(asked, database, arena);
	for (uint32_t i = 1; i < rows.member_count; i++) {
		for (uint32_t k = i; k > 0 && compare_groups(asked, &rows, rows.members[k - 1], rows.members[k]) > 0; k--) {
			const Thing *const swapped = rows.members[k];
			rows.members[k] = rows.members[k - 1];
			rows.members[k - 1] = swapped;
		}
	}
	for (uint32_t i = 0, end; i < rows.member_count || (i == 0 && asked->group_count == 0); i = end) {
		scope group = rows;
		group.member_count = 0;
		for (end = i; end < rows.member_count && compare_groups(asked, &rows, rows.members[i], rows.members[end]) == 0; end++)
			group.members[group.member_count++] = rows.members[end];
		group.rows[0] = group.members[0];
		if (is_true(&group, asked->having))
			expect(asked, &group);
		if (rows.member_count == 0)
			break;
	}
}

/* Conditions have the most operators, and some kinds have none of their own. */
static kind some_kind(generator *g)
{
	static const kind often[] = { KIND_BOOLEAN, KIND_BOOLEAN, KIND_BOOLEAN, KIND_BOOLEAN, KIND_BOOLEAN, KIND_INTEGER, KIND_REAL, KIND_DECIMAL, KIND_TEXT, KIND_TEXT,
		KIND_DATE, KIND_TIMESTAMP, KIND_JSON };
	return chance(g, 4) ? (kind)below(g, KIND_COUNT) : often[below(g, sizeof often / sizeof *often)];
}

static void generate_items(generator *g, query *asked, uint32_t items)
{
	asked->by_id = true;
	for (asked->item_count = 0; asked->item_count < items; asked->item_count++)
		asked->items[asked->item_count] = generate(g, some_kind(g), 1 + (int)below(g, DEEPEST));
	asked->where = chance(g, 2) ? NULL : generate(g, KIND_BOOLEAN, 3);
}

static void find_able(query *asked)
{
	static const query bare = { .by_id = true };
	/* A condition that not all can judge is left out. */
	if (asked->where != NULL && databases_for(asked->where, &bare, &counts) != 7)
		asked->where = NULL;
	for (uint32_t i = 0; i < asked->item_count; i++) {
		asked->able[i] = databases_for(asked->items[i], asked, &counts);
		count_hits(asked->items[i]);
		counts.made++;
	}
}

static void random_query(generator *g, uint32_t items)
{
	query asked = { 0 };
	const uint32_t choice = below(g, 10);
	if (choice == 0)
		generate_groups(g, &asked, items);
	else if (choice <= 2)
		generate_windows(g, &asked, items);
	else
		generate_items(g, &asked, items);
	find_able(&asked);
	for (int database = 0; database < DATABASES; database++) {
		asked.row_count = 0;
		if (choice == 0)
			expect_groups(&asked, database, g->arena);
		else
			expect_rows(&asked, database, g->arena);
		databases_try(&asked, database, &counts);
	}
}

static bool stands_in_expressions(uint16_t op)
{
	const cq__sort sort = cq__operator_sort(op);
	switch ((cq_operator)op) {
	/* What names things, what other statements and sessions are about, and what a list of rows is made by. */
	case CQ_OP_RELATION: case CQ_OP_LOAD: case CQ_OP_POPULATE_EXISTING: case CQ_OP_WITH_DELETED:
	case CQ_OP_LABEL: case CQ_OP_ALL: case CQ_OP_TABLE: case CQ_OP_EXCLUDED: case CQ_OP_AS: case CQ_OP_COLLECT: case CQ_OP_CONFLICT_KEY:
		return false;
	default:
		return sort <= CQ__SORT_ORDERING;
	}
}

static void show(uint64_t seed)
{
	static const char *const names[DATABASES] = { "SQLite", "PostgreSQL", "MariaDB" };
	printf("seed %" PRIu64 ", %u expressions\n", seed, counts.made);
	for (int i = 0; i < DATABASES; i++) {
		if (counts.asked[i])
			printf("%s accepted %u and lacks something for %u; %u values compared\n", names[i], counts.accepted[i], counts.lacking[i], counts.compared[i]);
		else
			printf("%s was not there\n", names[i]);
	}
	for (uint16_t op = 0; op < CQ_OP_COUNT_OF; op++) {
		if (stands_in_expressions(op))
			printf("%s %" PRIu64 "%s", cq__operator_text(op), counts.hits[op], op % 12 == 11 ? "\n" : ", ");
	}
	printf("\n");
}

static void random_expressions(void **state)
{
	(void)state;
	const uint64_t seed = setting("CQUEL_TEST_SEED", 20241), wanted = setting("CQUEL_TEST_EXPRESSIONS", EXPRESSIONS);
	generator g = { .random = seed, .arena = cq__arena_create(1 << 16) };
	assert_non_null(g.arena);
	things_fill();
	databases_open(&counts);
	while (counts.made < wanted) {
		random_query(&g, BATCH);
		cq__arena_reset(g.arena);
	}
	databases_close();
	cq__arena_destroy(g.arena);
	show(seed);
	for (uint16_t op = 0; op < CQ_OP_COUNT_OF && wanted >= EXPRESSIONS; op++) {
		if (stands_in_expressions(op) && counts.hits[op] < LEAST_HITS)
			fail_msg("%s was made only %" PRIu64 " times", cq__operator_text(op), counts.hits[op]);
	}
	if (counts.failures != 0)
		fail_msg("%u failures", counts.failures);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(random_expressions) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
