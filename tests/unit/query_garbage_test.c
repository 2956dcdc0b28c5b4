/* query_garbage_test.c: programs made at random, and good ones damaged, never crash the tree, the typing, the checker or, for
 * any dialect, the renderer; nor do statements that are copied and extended by such.
 *
 * It knows nothing of what they should say: only that it is a status. References are of the kind that an operator names,
 * for nothing can tell a wild pointer. CQUEL_TEST_FUZZ is a number of seconds: so long it goes on with other seeds, which it
 * prints; CQUEL_TEST_FUZZ_SEED is the one to begin with.
 */
#include "query_language.h"

#include "base/clock.h"
#include "query/checker.h"
#include "sql/render.h"
#include "support/share.h"

#include <cquel/relation.h>

static uint64_t random_state = UINT64_C(0x9e3779b97f4a7c15);

static uint32_t random_below(uint32_t bound)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return (uint32_t)(random_state >> 33) % bound;
}

/* Relations of all kinds between any tables, most of which have no such columns. */
static const cq_relation *random_relation(void)
{
	static const cq_table *targets[TABLE_COUNT];
	static cq_relation relations[16];
	static const char *const columns[][4] = { { "id", NULL }, { "author_id", NULL }, { "boss_id", NULL }, { "post_id", "word", NULL }, { NULL } };
	if (relations[0].name == NULL) {
		for (uint32_t i = 0; i < TABLE_COUNT; i++)
			targets[i] = tables[i].table;
		for (uint32_t i = 0; i < 16; i++)
			relations[i] = (cq_relation){ .name = "r", .table = targets[random_below(TABLE_COUNT)], .target = &targets[random_below(TABLE_COUNT)],
				.through = &targets[random_below(TABLE_COUNT)], .columns = columns[random_below(5)], .far_columns = columns[random_below(5)],
				.object = "R", .kind = (uint8_t)(i % 4) };
		relations[0] = (cq_relation){ .name = "posts", .table = targets[0], .target = &targets[1], .columns = columns[1], .object = "Post", .kind = CQ_HAS_MANY };
	}
	return &relations[random_below(3) == 0 ? 0 : random_below(16)];
}

static const void *random_reference(cq_operator op)
{
	static const char *const texts[] = { "n", "username", "select :n", "? ?", "'", "" };
	const cq_table *const table = tables[random_below(TABLE_COUNT)].table;
	switch (reference_of(op)) {
	case TABLE_REFERENCE:
		return table;
	case COLUMN_REFERENCE:
		return &cq_table_columns(table)[random_below(table->column_count)];
	case ROW_REFERENCE:
		return &rows[random_below(ROW_COUNT)];
	case TEXT_REFERENCE:
		return texts[random_below(sizeof texts / sizeof *texts)];
	case RELATION_REFERENCE:
		return random_relation();
	case NO_REFERENCE:
		break;
	}
	return NULL;
}

static cq_node random_node(cq_operator op, uint32_t count)
{
	const bool typed = op == CQ_OP_VALUE || op == CQ_OP_NULL || has_type(op);
	const bool flagged = (op >= CQ_OP_CAST && op <= CQ_OP_FRAME) || op == CQ_OP_ALONG || op == CQ_OP_LOAD;
	return (cq_node){
		.op = (uint16_t)op,
		.type = (uint8_t)(typed ? random_below(CQ_TYPE_COUNT) : 0),
		.flags = (uint8_t)(typed ? random_below(16) : flagged ? random_below(op == CQ_OP_FRAME ? 256 : CQ_UNIT_COUNT_OF + 1) : 0),
		.count = count,
		.ref = random_below(200) != 0 ? random_reference(op) : NULL,
	};
}

enum { MOST_NODES = 48 };

/* Nodes that take what stands before them, mostly in numbers that fit, closed by a statement. */
static uint32_t write_garbage(cq_node nodes[MOST_NODES])
{
	const uint32_t count = 2 + random_below(MOST_NODES - 2);
	uint32_t results = 0;
	for (uint32_t i = 0; i + 1 < count; i++) {
		const cq_operator op = (cq_operator)random_below(CQ_OP_COUNT_OF);
		const cq__sort sort = cq__operator_sort((uint16_t)op);
		const bool leaf = sort == CQ__SORT_LEAF || sort == CQ__SORT_VALUE;
		uint32_t taken = leaf || results == 0 ? 0 : random_below(results < 3 ? results + 1 : 4);
		if (random_below(100) == 0)
			taken = random_below(8);
		nodes[i] = random_node(op, taken);
		results = taken > results ? 1 : results - taken + 1;
	}
	nodes[count - 1] = random_node(random_below(20) != 0 ? CQ_OP_STATEMENT : CQ_OP_AND, results);
	return count;
}

static const char *const good[] = {
	("SELECT(users.id, AS('n', COUNT(posts.id))) FROM(users) LEFT_JOIN(posts, EQ(posts.author_id, users.id)) WHERE(users.is_active, "
	 "STARTS_WITH(users.username, text)) GROUP_BY(users.id) HAVING(GE(COUNT(posts.id), int)) ORDER_BY(DESC(LABEL('n'))) LIMIT(int)"),
	"SELECT_ROW(Name, users.username) FROM(users) WHERE(IN_QUERY(users.id, SUBQUERY(SELECT(posts.author_id) FROM(posts))))",
	"INSERT_INTO(users, SET(users.username, text), SET(users.bio, NULL_TEXT)) RETURNING_ALL(users)",
	"UPDATE(users, SET(users.age, ADD(users.age, int)), ~) WHERE(OR(EQ(users.id, int), IN(users.age, int, int))) RETURNING(users.id)",
	"RAW_SQL('select :n', BIND('n', int))",
	("WITH(totals, SUBQUERY(SELECT(users.username, COUNT_ROWS, NULL_DECIMAL) FROM(users) GROUP_BY(users.username))) "
	 "SELECT(totals.n, others.price) FROM(totals) LEFT_JOIN(others, QUERY(others, SUBQUERY(SELECT_ROW(Total, text, int, NULL) FROM(users))), "
	 "EQ(others.n, totals.n)) UNION_ALL(SUBQUERY(SELECT(int, NULL))) LIMIT(int)"),
	("SELECT(AS('c', CASE(CASE_WHEN(users.is_active, int), ELSE(users.age))), OVER(SUM(posts.views), PARTITION_BY(users.id), "
	 "ORDER_BY(posts.id), FRAME([ROWS PRECEDING CURRENT_ROW] int))) FROM(posts) JOIN(users, ALONG(posts.author_id)) "
	 "WHERE(EQ(TUPLE(users.id, users.age), TUPLE(int, int))) ORDER_BY(NULLS_LAST(DESC(users.bio)))"),
	("SELECT(OVER(LAG(posts.views, int, int), ORDER_BY(posts.id)), JSON_OBJECT(text, posts.id), CAST(TEXT posts.id), "
	 "DATE_TRUNC([MONTH] posts.created_at)) FROM(posts) CROSS_JOIN(tags)"),
	("SELECT(posts.author_id, FILTER(STRING_AGG(posts.title, text, ORDER_BY(posts.id)), GT(posts.views, int)), JSON_AGG(posts.id)) "
	 "FROM(posts) GROUP_BY(posts.author_id) ORDER_BY(FILTER(COUNT_ROWS, EQ(posts.id, int)))"),
	"SELECT(posts.id) FROM(posts) WHERE(EQ(DATE_ADD([DAY] posts.created_at, int), NOW(TIMESTAMP))) FOR_UPDATE([SHARE] TABLE(posts))",
	("SELECT_ROW(WithList, users.username, COLLECT(Listed, SUBQUERY(SELECT_ROW(Listed, posts.title) FROM(posts) "
	 "WHERE(ALONG(posts.author_id))))) FROM(users) LEFT_JOIN(boss, ALONG(boss, users.boss_id))"),
	("INSERT_INTO(users, SET(users.username, totals.username), SET(users.age, int)) FROM(totals, VALUES_AS(totals, TUPLE(text, int, decimal), "
	 "TUPLE(text, NULL, NULL))) WHERE(IS_NOT_DISTINCT(totals.n, int)) ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), "
	 "SET(users.bio, EXCLUDED(users.bio)))"),
	"DELETE_FROM(posts) USING(users) JOIN(tags, EQ(tags.post_id, users.id)) WHERE(ALONG(posts.author_id), EQ(users.age, int)) RETURNING(posts.id)",
	("INSERT_INTO(users, ROWS(users, object[])) ON_CONFLICT_UPDATE(users, CONFLICT_KEY(users.username), SET(users.age, ADD(users.age, int))) "
	 "RETURNING_ALL(users)"),
	("WITH_RECURSIVE(totals, SUBQUERY(SELECT(text, int, NULL_DECIMAL) UNION_ALL(SUBQUERY(SELECT(totals.username, ADD(totals.n, int), totals.price) "
	 "FROM(totals) WHERE(LT(totals.n, int)))))) UPDATE(users, SET(users.age, COALESCE(totals.n, int))) FROM(totals) WHERE(EQ(users.username, totals.username))"),
};

/* What statements are extended by. */
static const char *const clauses[] = {
	"WHERE(EQ(users.id, int), ~) ORDER_BY(DESC(users.id)) LIMIT(int) OFFSET(int)",
	"JOIN(posts, ALONG(posts.author_id)) LEFT_JOIN(boss, EQ(boss.id, users.boss_id)) WHERE(LIKE(posts.title, text))",
	"GROUP_BY(users.age) HAVING(GT(COUNT_ROWS, int)) DISTINCT ~",
	"UNION(SUBQUERY(SELECT(int, text))) EXCEPT(SUBQUERY(SELECT(users.id, users.username) FROM(users)))",
	"WHERE(IN(users.age, int, int, int), EXISTS(SUBQUERY(SELECT(posts.id) FROM(posts)))) RETURNING_ALL(users)",
	"CROSS_JOIN(others, QUERY(others, SUBQUERY(SELECT_ROW(Total, text, int, NULL) FROM(posts)))) FOR_UPDATE([NOWAIT] TABLE(users))",
};

/* Some nodes changed: another operator of the same count, another reference, another count. */
static void damage_nodes(cq_node *nodes, uint32_t count, uint32_t times)
{
	for (; times != 0; times--) {
		cq_node *const node = &nodes[random_below(count)];
		const uint32_t change = random_below(8);
		if (change == 0)
			node->count = random_below(5);
		else
			*node = random_node(change < 5 ? (cq_operator)random_below(CQ_OP_COUNT_OF) : (cq_operator)node->op, node->count);
	}
}

/* A good program along a relation: the notation has no words for that. */
static void write_related(cq_statement *s)
{
	const cq_relation *const along = random_relation();
	cq_statement_init(s, NULL);
	cq_push_ref(s, CQ_OP_SELECT_ALL, 0, along->table);
	cq_push_ref(s, CQ_OP_FROM, 0, along->table);
	cq_push_relation(s, along);
	cq_push_ref(s, CQ_OP_ALONG, 1, NULL);
	cq_push_ref(s, CQ_OP_JOIN, 1, *along->target);
	cq_push_related(s, along, NULL, random_below(2) != 0);
	cq_push_related_end(s, along, 0);
	cq_push(s, CQ_OP_IS_NOT_NULL, 1);
	cq_push(s, CQ_OP_WHERE, 1);
	cq_push_relation(s, along);
	cq_push_column(s, cq_table_columns(*along->target));
	cq_push(s, CQ_OP_ORDER_BY, 1);
	cq_push_node(s, CQ_OP_LOAD, CQ_TYPE_NONE, CQ_LOAD_SELECTIN, 2, NULL);
	cq_push(s, CQ_OP_OPTIONS, 1);
	cq_push(s, CQ_OP_STATEMENT, 5);
}

/* A good program, seldom whole. */
static uint32_t damage(cq_node nodes[MOST_NODES])
{
	cq_statement s;
	if (random_below(8) == 0)
		write_related(&s);
	else
		write_program(&s, good[random_below(sizeof good / sizeof *good)]);
	assert_true(s.node_count <= MOST_NODES);
	memcpy(nodes, s.nodes, s.node_count * sizeof *nodes);
	damage_nodes(nodes, s.node_count, random_below(20) == 0 ? 0 : 1 + random_below(3));
	return s.node_count;
}

enum { VALUE_NODES = 8 * MOST_NODES, DIALECTS = 3 };

static const cq__dialect *const dialects[DIALECTS] = { &cq__dialect_sqlite, &cq__dialect_postgres, &cq__dialect_mariadb };
static unsigned rendered_by[DIALECTS];

static void look_at_text(cq_status status, const cq__rendered *text, const cq__error *error, const cq__tree *tree)
{
	if (status != CQ_OK && status != CQ_UNSUPPORTED && status != CQ_MISUSE && status != CQ_SYNTAX && status != CQ_NO_CONDITION)
		fail_msg("%s: %s", cq_status_name(status), cq__error_get(error)->message);
	if (status != CQ_OK) {
		assert_null(text->sql);
		assert_int_equal(cq__error_get(error)->code, status);
		assert_true(strlen(cq__error_get(error)->message) != 0);
		return;
	}
	assert_int_equal(strlen(text->sql), text->length);
	for (uint32_t i = text->row_parameter_count; i < text->parameter_count; i++)
		assert_true(text->parameters[i] < tree->value_count);
}

static bool inserts_rows(const cq__tree *tree, const cq_table **table)
{
	for (uint32_t i = 0; i < tree->count; i++) {
		if (tree->nodes[i].op == CQ_OP_ROWS) {
			*table = tree->nodes[i].ref;
			return true;
		}
	}
	return false;
}

/* What the checker passed, each dialect writes or refuses. */
static void render_each(const cq__tree *tree, const cq__typing *typing)
{
	const cq_table *table = NULL;
	const uint64_t some = 1 + random_below(127);
	const bool rows_too = inserts_rows(tree, &table);
	for (size_t i = 0; i < DIALECTS; i++) {
		cq__rendered text;
		cq__error error = { 0 };
		cq_status status = cq__render(dialects[i], tree, typing, &text, &error);
		look_at_text(status, &text, &error, tree);
		rendered_by[i] += status == CQ_OK;
		cq__rendered_release(&text);
		cq__error_clear(&error);
		if (rows_too) {
			status = cq__render_insert_rows(dialects[i], table, &some, 1 + random_below(3), CQ__ROWS_VALUES, tree, typing, &text, &error);
			look_at_text(status, &text, &error, tree);
			cq__rendered_release(&text);
			cq__error_clear(&error);
		}
	}
}

static cq_status check_nodes(const cq_node *nodes, uint32_t count)
{
	static const cq_value values[VALUE_NODES];
	cq__tree tree;
	cq__typing typing;
	cq__error error = { 0 };
	cq_status status = cq__tree_init(&tree, nodes, count);
	if (status != CQ_OK)
		return status;
	status = cq__typing_init(&typing, &tree, tree.value_count);
	assert_int_equal(status, CQ_OK);
	status = cq__check(&tree, &typing, &error);
	assert_int_equal(cq__error_get(&error)->code, status);
	if (status == CQ_RULE)
		assert_true(strlen(cq__error_get(&error)->rule) != 0);
	cq__error_clear(&error);
	if (status == CQ_OK) {
		status = cq__check_values(&tree, &typing, values, &error);
		cq__error_clear(&error);
		const cq_status row = cq__check_row(&tree, &typing, &rows[random_below(ROW_COUNT)], &error);
		assert_true(row == CQ_OK || row == CQ_RULE);
		cq__error_clear(&error);
		const cq_status scalar = cq__check_scalar(&tree, &typing, (cq_type)random_below(CQ_TYPE_COUNT), &error);
		assert_true(scalar == CQ_OK || scalar == CQ_RULE);
		cq__error_clear(&error);
		render_each(&tree, &typing);
	}
	cq__typing_release(&typing);
	cq__tree_release(&tree);
	return status;
}

/* What came of them; each outcome must occur, or the garbage would be of one kind only. */
static void check_many(uint32_t times, uint32_t write(cq_node[MOST_NODES]), unsigned least_checked)
{
	unsigned misuse = 0, broken = 0;
	for (uint32_t i = 0; i < times; i++) {
		cq_node nodes[MOST_NODES];
		const uint32_t count = write(nodes);
		const cq_status status = check_nodes(nodes, count);
		assert_true(status == CQ_OK || status == CQ_RULE || status == CQ_MISUSE || status == CQ_NO_CONDITION);
		misuse += status == CQ_MISUSE;
		broken += status == CQ_RULE;
	}
	assert_true(misuse != 0);
	assert_true(broken > least_checked);
}

static void random_programs(void **state)
{
	(void)state;
	check_many((uint32_t)share(100000), write_garbage, (unsigned)share(500));
}

/* The programs that are damaged are in order before: damage to what was refused at once would test nothing. */
static void whole_programs(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		cq_statement s;
		const char *rule;
		char sentence[300];
		write_program(&s, good[i]);
		if (cq_statement_check(&s, &rule, sentence, sizeof sentence) != CQ_OK)
			fail_msg("%s\n%s: %s", good[i], rule, sentence);
	}
}

static void damaged_programs(void **state)
{
	(void)state;
	check_many((uint32_t)share(100000), damage, (unsigned)share(10000));
}

/* A statement of such nodes, its values rarely in the right number. */
static void make_statement(cq_statement *s, const char *program, uint32_t times)
{
	write_program(s, program);
	damage_nodes(s->spilled_nodes != NULL ? s->spilled_nodes : s->nodes, s->node_count, times);
	s->value_count = 0;
	for (uint32_t i = 0; i < s->node_count; i++)
		s->value_count += cq_statement_nodes(s)[i].op == CQ_OP_VALUE;
	if (random_below(50) == 0)
		s->value_count += random_below(2);
	if (s->value_count > CQ_INLINE_VALUES)
		s->value_count = CQ_INLINE_VALUES;
	memset(s->values, 0, sizeof s->values);
}

static void extend_damaged(uint32_t times)
{
	unsigned extended = 0, refused = 0, passed = 0;
	for (uint32_t i = 0; i < times; i++) {
		cq_statement base, copy;
		make_statement(&base, good[random_below(sizeof good / sizeof *good)], random_below(3));
		for (uint32_t n = 1 + random_below(4); n != 0; n--) {
			cq_statement added;
			make_statement(&added, clauses[random_below(sizeof clauses / sizeof *clauses)], random_below(3) / 2);
			const uint32_t before = base.node_count;
			const cq_status status = cq_statement_extend(&base, &added);
			assert_true(status == CQ_OK || status == CQ_MISUSE);
			assert_true(status == CQ_OK || base.node_count == before);
			extended += status == CQ_OK;
			refused += status == CQ_MISUSE;
			cq_statement_release(&added);
		}
		cq_statement_copy(&copy, &base);
		assert_int_equal(copy.failure, base.failure);
		assert_int_equal(copy.node_count, base.node_count);
		assert_memory_equal(cq_statement_nodes(&copy), cq_statement_nodes(&base), base.node_count * sizeof(cq_node));
		cq_statement_release(&base);
		passed += check_nodes(cq_statement_nodes(&copy), copy.node_count) == CQ_OK;
		cq_statement_release(&copy);
	}
	assert_true(extended > times / 2);
	assert_true(refused != 0 && passed != 0);
}

static void extended_programs(void **state)
{
	(void)state;
	extend_damaged((uint32_t)share(30000));
}

/* Each dialect has written thousands of the programs above. */
static void texts_were_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < DIALECTS; i++)
		assert_true(rendered_by[i] > (unsigned)share(2000));
}

static uint64_t number_of(const char *variable)
{
	const char *const text = getenv(variable);
	return text != NULL ? strtoull(text, NULL, 0) : 0;
}

static void for_as_long_as_is_wanted(void **state)
{
	(void)state;
	const uint64_t end = cq__monotonic_ns() + number_of("CQUEL_TEST_FUZZ") * UINT64_C(1000000000);
	uint64_t seed = number_of("CQUEL_TEST_FUZZ_SEED") + 1;
	for (; cq__monotonic_ns() < end; seed++) {
		print_message("seed %llu\n", (unsigned long long)(seed - 1));
		random_state = seed * UINT64_C(0x9e3779b97f4a7c15) | 1;
		check_many(30000, write_garbage, 100);
		check_many(60000, damage, 5000);
		extend_damaged(20000);
	}
}

int main(void)
{
	place_columns();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_programs),
		cmocka_unit_test(whole_programs),
		cmocka_unit_test(damaged_programs),
		cmocka_unit_test(extended_programs),
		cmocka_unit_test(texts_were_written),
		cmocka_unit_test(for_as_long_as_is_wanted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
