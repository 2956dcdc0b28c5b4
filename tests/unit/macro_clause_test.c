/* macro_clause_test.c: what the macros of tables, joins, combined queries, conflicts, locks and collections write is what the
 * functions write. It knows nothing of databases: every statement stays a program, and is checked as one.
 */
#include <cquel.h>

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define Role_VALUES(VALUE) VALUE(ROLE_USER, "user") VALUE(ROLE_ADMIN, "admin")
CQ_ENUM(Role)
#define users_COLUMNS(COLUMN)             \
	COLUMN(id, BIGINT, PRIMARY_KEY)       \
	COLUMN(username, VARCHAR(50), UNIQUE) \
	COLUMN(bio, NULLABLE(TEXT))           \
	COLUMN(age, INTEGER)                  \
	COLUMN(boss_id, NULLABLE(BIGINT), REFERENCES(users, id))
#define posts_COLUMNS(COLUMN)                         \
	COLUMN(id, BIGINT, PRIMARY_KEY)                   \
	COLUMN(author_id, BIGINT, REFERENCES(users, id))  \
	COLUMN(title, VARCHAR(200))
CQ_MODEL(User, users)
CQ_MODEL(Post, posts)
CQ_ALIAS(users, boss)

#include <cquel/words.h>

#define Total_FIELDS(FIELD)                     \
	FIELD(author, BIGINT, posts.author_id)      \
	FIELD(number, BIGINT, COUNT(posts.id))      \
	FIELD(last, NULLABLE(TEXT), MAX(posts.title))
CQ_ROW(Total)
CQ_DERIVED(Total, totals)
CQ_DERIVED_ALIAS(Total, totals, others)
#define Shape_FIELDS(FIELD) FIELD(price, DECIMAL(8, 2)) FIELD(role, ENUM(Role)) FIELD(note, NULLABLE(VARCHAR(9)))
CQ_ROW(Shape)
CQ_DERIVED(Shape, shapes)
#define Named_FIELDS(FIELD) FIELD(id, BIGINT) FIELD(name, TEXT)
CQ_ROW(Named)
CQ_DERIVED(Named, names)
#define PostItem_FIELDS(FIELD) FIELD(title, TEXT, posts.title)
CQ_ROW(PostItem)
#define UserItem_FIELDS(FIELD) \
	FIELD(username, TEXT, users.username) \
	FIELD(posts, LIST(PostItem), COLLECT(PostItem, FROM(posts), WHERE(EQ(posts.author_id, users.id)), ORDER_BY(posts.id)))
CQ_ROW(UserItem)
#define BossItem_FIELDS(FIELD) \
	FIELD(name, TEXT, boss.username) \
	FIELD(people, LIST(UserItem), COLLECT(UserItem, FROM(users), WHERE(EQ(users.boss_id, boss.id))))
CQ_ROW(BossItem)

static cq_statement made;

/* The functions' side of each case. */
static void begin(void) { cq_statement_init(&made, NULL); }
static void op(cq_operator o, uint32_t n) { cq_push(&made, o, n); }
static void ref(cq_operator o, uint32_t n, const void *r) { cq_push_ref(&made, o, n, r); }
static void literal(int v) { cq_push_value(&made, CQ_TYPE_INTEGER, CQ_VALUE_LITERAL_INT, (cq_value){.integer = v}); }
static void text(const char *v) { cq_push_value(&made, CQ_TYPE_TEXT, CQ_VALUE_CAN_BE_NULL, (cq_value){.text = v}); }
#define COL(c) cq_push_column(&made, CQ_COLUMN(c))
#define TAB(o, n, t) ref(o, n, CQ_TABLE(t))

static bool is_named(uint16_t o) { return o == CQ_OP_AS || o == CQ_OP_LABEL; }

static void same_nodes(const cq_statement *written)
{
	assert_int_equal(written->failure, CQ_OK);
	assert_int_equal(written->node_count, made.node_count);
	assert_int_equal(written->value_count, made.value_count);
	for (uint32_t i = 0; i < made.node_count; i++) {
		cq_node a = cq_statement_nodes(written)[i];
		cq_node b = cq_statement_nodes(&made)[i];
		if (is_named(b.op)) {
			assert_string_equal(a.ref, b.ref);
			a.ref = b.ref = NULL;
		}
		assert_int_equal(a.op, b.op);
		assert_memory_equal(&a, &b, sizeof a);
	}
	for (uint32_t i = 0; i < made.value_count; i++)
		assert_memory_equal(&cq_statement_values(written)[i], &cq_statement_values(&made)[i], sizeof(cq_value));
}

static void equal(cq_statement written)
{
	same_nodes(&written);
	const char *rule;
	char sentence[256];
	if (cq_statement_check(&written, &rule, sentence, sizeof sentence) != CQ_OK)
		fail_msg("%s: %s", rule, sentence);
	cq_statement_release(&written);
	cq_statement_release(&made);
}

/* SELECT_ROW(Total), FROM(posts), GROUP_BY(posts.author_id) as a subquery. */
static void totals_of_posts(void)
{
	COL(posts.author_id); COL(posts.id); op(CQ_OP_COUNT, 1); COL(posts.title); op(CQ_OP_MAX, 1); ref(CQ_OP_SELECT_ROW, 3, &cq_row_Total);
	TAB(CQ_OP_FROM, 0, posts); COL(posts.author_id); op(CQ_OP_GROUP_BY, 1); op(CQ_OP_SUBQUERY, 3);
}

static void derived_tables_are_described(void **state)
{
	(void)state;
	const cq_table *const table = CQ_TABLE(shapes);
	assert_string_equal(table->name, "shapes");
	assert_null(table->alias_of);
	assert_int_equal(table->column_count, 3);
	assert_int_equal(table->object_size, sizeof(Shape));
	assert_int_equal(table->options[0].kind, CQ_OPTION_DERIVED);
	assert_ptr_equal(table->options[0].first, &cq_row_Shape);
	assert_int_equal(table->options[1].kind, CQ_OPTION_END);
	const cq_column *const columns = cq_table_columns(table);
	assert_ptr_equal(CQ_COLUMN(shapes.note), &columns[2]);
	assert_ptr_equal(cq_column_table(CQ_COLUMN(shapes.note)), table);
	assert_string_equal(columns[1].name, "role");
	assert_int_equal(columns[0].type, CQ_TYPE_DECIMAL);
	assert_int_equal(columns[1].type, CQ_TYPE_ENUM);
	assert_int_equal(columns[2].type, CQ_TYPE_VARCHAR);
	assert_int_equal(columns[0].flags, 0);
	assert_int_equal(columns[2].flags, CQ_COLUMN_NULLABLE);
	static const uint32_t kinds[] = { CQ_ATTRIBUTE_COLUMN, CQ_ATTRIBUTE_PRECISION, CQ_ATTRIBUTE_COLUMN, CQ_ATTRIBUTE_ENUM, CQ_ATTRIBUTE_COLUMN, CQ_ATTRIBUTE_LENGTH, CQ_ATTRIBUTE_END };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		assert_int_equal(table->attributes[i].kind, kinds[i]);
	assert_int_equal(table->attributes[1].number, 8);
	assert_ptr_equal(table->attributes[3].first, &cq_enum_Role);
	assert_int_equal(table->offsets[2], offsetof(Shape, note));
	assert_ptr_equal(CQ_TABLE(others)->alias_of, CQ_TABLE(totals));
	assert_string_equal(CQ_TABLE(others)->name, "others");
	assert_int_equal(cq_row_UserItem.fields[1].type, CQ_TYPE_LIST);
	assert_ptr_equal(cq_row_UserItem.fields[1].detail, &cq_row_PostItem);
	assert_int_equal(sizeof(cq_list_PostItem), sizeof(cq_any_list));
	assert_int_equal(offsetof(cq_list_PostItem, count), offsetof(cq_any_list, count));
}

static void sources_are_equal(void **state)
{
	(void)state;
	begin();
	COL(totals.number); op(CQ_OP_SELECT, 1); totals_of_posts(); TAB(CQ_OP_QUERY, 1, totals); TAB(CQ_OP_FROM, 1, totals); op(CQ_OP_STATEMENT, 2);
	equal(STATEMENT(SQL(SELECT(totals.number), FROM(QUERY(totals, SELECT_ROW(Total), FROM(posts), GROUP_BY(posts.author_id))))));

	begin();
	COL(users.id); COL(totals.number); op(CQ_OP_SELECT, 2); TAB(CQ_OP_FROM, 0, users);
	totals_of_posts(); TAB(CQ_OP_QUERY, 1, totals); COL(totals.author); COL(users.id); op(CQ_OP_EQ, 2); TAB(CQ_OP_JOIN, 2, totals);
	COL(posts.id); COL(posts.author_id); COL(posts.title); op(CQ_OP_SELECT, 3); TAB(CQ_OP_FROM, 0, posts); COL(posts.author_id); COL(users.id); op(CQ_OP_EQ, 2); op(CQ_OP_WHERE, 1);
	literal(3); op(CQ_OP_LIMIT, 1); op(CQ_OP_SUBQUERY, 4); TAB(CQ_OP_LATERAL, 1, others); COL(users.age); literal(3); op(CQ_OP_GT, 2); TAB(CQ_OP_LEFT_JOIN, 2, others);
	op(CQ_OP_STATEMENT, 4);
	equal(STATEMENT(SQL(SELECT(users.id, totals.number), FROM(users),
		JOIN(QUERY(totals, SELECT_ROW(Total), FROM(posts), GROUP_BY(posts.author_id)), EQ(totals.author, users.id)),
		LEFT_JOIN(LATERAL(others, SELECT(posts.id, posts.author_id, posts.title), FROM(posts), WHERE(EQ(posts.author_id, users.id)), LIMIT(3)), GT(users.age, 3)))));
}

static void values_are_a_table(void **state)
{
	(void)state;
	begin();
	COL(names.name); op(CQ_OP_SELECT, 1); literal(1); text("a"); op(CQ_OP_TUPLE, 2); literal(2); text("b"); op(CQ_OP_TUPLE, 2);
	TAB(CQ_OP_VALUES_AS, 2, names); TAB(CQ_OP_FROM, 1, names); TAB(CQ_OP_CROSS_JOIN, 0, users); op(CQ_OP_STATEMENT, 3);
	equal(STATEMENT(SQL(SELECT(names.name), FROM(VALUES_AS(names, ROW(1, "a"), ROW(2, "b"))), CROSS_JOIN(users))));
}

static void joins_are_equal(void **state)
{
	(void)state;
	begin();
	COL(users.id); op(CQ_OP_SELECT, 1); TAB(CQ_OP_FROM, 0, users); COL(posts.author_id); ref(CQ_OP_ALONG, 1, NULL); TAB(CQ_OP_RIGHT_JOIN, 1, posts);
	COL(users.boss_id); TAB(CQ_OP_ALONG, 1, boss); COL(boss.age); literal(3); op(CQ_OP_GT, 2); TAB(CQ_OP_FULL_JOIN, 2, boss); op(CQ_OP_STATEMENT, 4);
	equal(STATEMENT(SQL(SELECT(users.id), FROM(users), RIGHT_JOIN(posts, ALONG(posts.author_id)), FULL_JOIN(boss, ALONG(users.boss_id, boss), GT(boss.age, 3)))));

	begin();
	TAB(CQ_OP_DELETE_FROM, 0, posts); TAB(CQ_OP_USING, 0, users); COL(posts.author_id); ref(CQ_OP_ALONG, 1, NULL); op(CQ_OP_WHERE, 1); op(CQ_OP_STATEMENT, 3);
	equal(STATEMENT(SQL(DELETE_FROM(posts), USING(users), WHERE(ALONG(posts.author_id)))));
}

static void combined_queries_are_equal(void **state)
{
	(void)state;
	begin();
	totals_of_posts(); TAB(CQ_OP_WITH, 1, totals);
	COL(totals.author); ref(CQ_OP_AS, 1, "id"); op(CQ_OP_SELECT, 1); TAB(CQ_OP_FROM, 0, totals);
	COL(users.id); op(CQ_OP_SELECT, 1); TAB(CQ_OP_FROM, 0, users); op(CQ_OP_SUBQUERY, 2); op(CQ_OP_UNION_ALL, 1);
	COL(posts.id); op(CQ_OP_SELECT, 1); TAB(CQ_OP_FROM, 0, posts); op(CQ_OP_SUBQUERY, 2); op(CQ_OP_EXCEPT, 1);
	ref(CQ_OP_LABEL, 0, "id"); op(CQ_OP_ORDER_BY, 1); literal(9); op(CQ_OP_LIMIT, 1); op(CQ_OP_STATEMENT, 7);
	equal(STATEMENT(SQL(WITH(totals, SELECT_ROW(Total), FROM(posts), GROUP_BY(posts.author_id)), SELECT(AS(totals.author, id)), FROM(totals),
		UNION_ALL(SELECT(users.id), FROM(users)), EXCEPT(SELECT(posts.id), FROM(posts)), ORDER_BY(LABEL(id)), LIMIT(9))));

	begin();
	COL(users.id); COL(users.username); op(CQ_OP_SELECT, 2); TAB(CQ_OP_FROM, 0, users); COL(users.boss_id); op(CQ_OP_IS_NULL, 1); op(CQ_OP_WHERE, 1);
	COL(boss.id); COL(boss.username); op(CQ_OP_SELECT, 2); TAB(CQ_OP_FROM, 0, boss); COL(boss.boss_id); COL(names.id); op(CQ_OP_EQ, 2); TAB(CQ_OP_JOIN, 1, names); op(CQ_OP_SUBQUERY, 3);
	op(CQ_OP_UNION, 1); op(CQ_OP_SUBQUERY, 4); TAB(CQ_OP_WITH_RECURSIVE, 1, names);
	COL(names.name); op(CQ_OP_COUNT, 1); op(CQ_OP_SELECT, 1); TAB(CQ_OP_FROM, 0, names);
	COL(posts.id); op(CQ_OP_SELECT, 1); TAB(CQ_OP_FROM, 0, posts); op(CQ_OP_SUBQUERY, 2); op(CQ_OP_INTERSECT, 1); op(CQ_OP_STATEMENT, 4);
	equal(STATEMENT(SQL(WITH_RECURSIVE(names, SELECT(users.id, users.username), FROM(users), WHERE(IS_NULL(users.boss_id)),
			UNION(SELECT(boss.id, boss.username), FROM(boss), JOIN(names, EQ(boss.boss_id, names.id)))),
		SELECT(COUNT(names.name)), FROM(names), INTERSECT(SELECT(posts.id), FROM(posts)))));

	begin();
	COL(posts.title); op(CQ_OP_SELECT, 1); COL(posts.author_id); op(CQ_OP_DISTINCT_ON, 1); TAB(CQ_OP_FROM, 0, posts); COL(posts.author_id); op(CQ_OP_ORDER_BY, 1); op(CQ_OP_STATEMENT, 4);
	equal(STATEMENT(SQL(SELECT(posts.title), DISTINCT_ON(posts.author_id), FROM(posts), ORDER_BY(posts.author_id))));
}

static void locks_are_equal(void **state)
{
	(void)state;
	begin();
	COL(users.id); op(CQ_OP_SELECT, 1); TAB(CQ_OP_FROM, 0, users); cq_push_node(&made, CQ_OP_FOR_UPDATE, CQ_TYPE_NONE, 0, 0, NULL); op(CQ_OP_STATEMENT, 3);
	equal(STATEMENT(SQL(SELECT(users.id), FROM(users), FOR_UPDATE())));

	begin();
	COL(users.id); op(CQ_OP_SELECT, 1); TAB(CQ_OP_FROM, 0, users); COL(posts.author_id); ref(CQ_OP_ALONG, 1, NULL); TAB(CQ_OP_JOIN, 1, posts); literal(1); op(CQ_OP_LIMIT, 1);
	TAB(CQ_OP_TABLE, 0, users); TAB(CQ_OP_TABLE, 0, posts); cq_push_node(&made, CQ_OP_FOR_UPDATE, CQ_TYPE_NONE, CQ_LOCK_SHARE | CQ_LOCK_SKIP_LOCKED, 2, NULL); op(CQ_OP_STATEMENT, 5);
	equal(STATEMENT(SQL(SELECT(users.id), FROM(users), JOIN(posts, ALONG(posts.author_id)), LIMIT(1), FOR_SHARE(OF(users, posts), SKIP_LOCKED))));

	begin();
	COL(users.id); op(CQ_OP_SELECT, 1); TAB(CQ_OP_FROM, 0, users); cq_push_node(&made, CQ_OP_FOR_UPDATE, CQ_TYPE_NONE, CQ_LOCK_NOWAIT, 0, NULL); op(CQ_OP_STATEMENT, 3);
	equal(STATEMENT(SQL(SELECT(users.id), FROM(users), FOR_UPDATE(NOWAIT))));
}

static void writes_are_equal(void **state)
{
	(void)state;
	begin();
	COL(posts.title); ref(CQ_OP_SET, 1, CQ_COLUMN(users.username)); COL(posts.id); op(CQ_OP_COUNT, 1); ref(CQ_OP_SET, 1, CQ_COLUMN(users.age)); TAB(CQ_OP_INSERT_INTO, 2, users);
	TAB(CQ_OP_FROM, 0, posts); COL(posts.title); op(CQ_OP_GROUP_BY, 1); TAB(CQ_OP_ON_CONFLICT_NOTHING, 0, users); op(CQ_OP_STATEMENT, 4);
	equal(STATEMENT(SQL(INSERT_INTO(users, SET(username, posts.title), SET(age, COUNT(posts.id))), FROM(posts), GROUP_BY(posts.title), ON_CONFLICT_DO_NOTHING(users))));

	begin();
	text("ann"); ref(CQ_OP_SET, 1, CQ_COLUMN(users.username)); literal(3); ref(CQ_OP_SET, 1, CQ_COLUMN(users.age)); TAB(CQ_OP_INSERT_INTO, 2, users);
	COL(users.username); op(CQ_OP_CONFLICT_KEY, 1); ref(CQ_OP_EXCLUDED, 0, CQ_COLUMN(users.bio)); ref(CQ_OP_SET, 1, CQ_COLUMN(users.bio));
	COL(users.age); literal(1); op(CQ_OP_ADD, 2); ref(CQ_OP_SET, 1, CQ_COLUMN(users.age)); TAB(CQ_OP_ON_CONFLICT_UPDATE, 3, users); COL(users.id); op(CQ_OP_RETURNING, 1); op(CQ_OP_STATEMENT, 3);
	equal(STATEMENT(SQL(INSERT_INTO(users, SET(username, "ann"), SET(age, 3)),
		ON_CONFLICT_DO_UPDATE(users, KEY(username), SET(bio, EXCLUDED(users.bio)), SET(age, ADD(users.age, 1))), RETURNING(users.id))));

	begin();
	text("ann"); ref(CQ_OP_SET, 1, CQ_COLUMN(users.username)); literal(3); ref(CQ_OP_SET, 1, CQ_COLUMN(users.age)); TAB(CQ_OP_INSERT_INTO, 2, users);
	COL(users.id); op(CQ_OP_CONFLICT_KEY, 1); TAB(CQ_OP_ON_CONFLICT_NOTHING, 1, users); op(CQ_OP_STATEMENT, 2);
	equal(STATEMENT(SQL(INSERT_INTO(users, SET(username, "ann"), SET(age, 3)), ON_CONFLICT_DO_NOTHING(users, KEY(id)))));

	begin();
	COL(posts.title); ref(CQ_OP_SET, 1, CQ_COLUMN(users.bio)); TAB(CQ_OP_UPDATE, 1, users); TAB(CQ_OP_FROM, 0, posts); COL(posts.author_id); ref(CQ_OP_ALONG, 1, NULL); op(CQ_OP_WHERE, 1); op(CQ_OP_STATEMENT, 3);
	equal(STATEMENT(SQL(UPDATE(users, SET(bio, posts.title)), FROM(posts), WHERE(ALONG(posts.author_id)))));
}

static void collections_are_equal(void **state)
{
	(void)state;
	begin();
	COL(boss.username);
	COL(users.username);
	COL(posts.title); ref(CQ_OP_SELECT_ROW, 1, &cq_row_PostItem); TAB(CQ_OP_FROM, 0, posts); COL(posts.author_id); COL(users.id); op(CQ_OP_EQ, 2); op(CQ_OP_WHERE, 1);
	COL(posts.id); op(CQ_OP_ORDER_BY, 1); op(CQ_OP_SUBQUERY, 4); ref(CQ_OP_COLLECT, 1, &cq_row_PostItem);
	ref(CQ_OP_SELECT_ROW, 2, &cq_row_UserItem); TAB(CQ_OP_FROM, 0, users); COL(users.boss_id); COL(boss.id); op(CQ_OP_EQ, 2); op(CQ_OP_WHERE, 1); op(CQ_OP_SUBQUERY, 3); ref(CQ_OP_COLLECT, 1, &cq_row_UserItem);
	ref(CQ_OP_SELECT_ROW, 2, &cq_row_BossItem); TAB(CQ_OP_FROM, 0, boss); op(CQ_OP_STATEMENT, 2);
	equal(STATEMENT(SQL(SELECT_ROW(BossItem), FROM(boss))));
}

static void clauses_are_added(void **state)
{
	(void)state;
	begin();
	COL(users.id); op(CQ_OP_SELECT, 1); TAB(CQ_OP_FROM, 0, users); COL(users.age); literal(3); op(CQ_OP_GT, 2); op(CQ_OP_WHERE, 1); op(CQ_OP_STATEMENT, 3);
	cq_statement added;
	cq_statement_init(&added, NULL);
	cq_push_column(&added, CQ_COLUMN(posts.author_id)); cq_push_ref(&added, CQ_OP_ALONG, 1, NULL); cq_push_ref(&added, CQ_OP_JOIN, 1, CQ_TABLE(posts));
	cq_push_column(&added, CQ_COLUMN(posts.title)); cq_push(&added, CQ_OP_ORDER_BY, 1);
	cq_push_value(&added, CQ_TYPE_INTEGER, CQ_VALUE_LITERAL_INT, (cq_value){.integer = 20}); cq_push(&added, CQ_OP_LIMIT, 1); cq_push(&added, CQ_OP_STATEMENT, 3);
	assert_int_equal(cq_statement_extend(&made, &added), CQ_OK);
	cq_statement list = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3))));
	assert_int_equal(cq_extend(&list, JOIN(posts, ALONG(posts.author_id)), ORDER_BY(posts.title), LIMIT(20)), CQ_OK);
	equal(list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(derived_tables_are_described),
		cmocka_unit_test(sources_are_equal),
		cmocka_unit_test(values_are_a_table),
		cmocka_unit_test(joins_are_equal),
		cmocka_unit_test(combined_queries_are_equal),
		cmocka_unit_test(locks_are_equal),
		cmocka_unit_test(writes_are_equal),
		cmocka_unit_test(collections_are_equal),
		cmocka_unit_test(clauses_are_added),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
