/* macro_program_test.c: what the macros write is what the functions write, byte for byte; operands are evaluated once, in order.
 * It knows nothing of databases: every statement stays a program.
 */
#include <cquel.h>

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define Role_VALUES(VALUE) VALUE(ROLE_USER, "user") VALUE(ROLE_ADMIN, "admin")
CQ_ENUM(Role)
#define users_COLUMNS(COLUMN)                        \
	COLUMN(id, BIGINT, PRIMARY_KEY)                  \
	COLUMN(username, VARCHAR(50), UNIQUE)            \
	COLUMN(bio, NULLABLE(TEXT))                      \
	COLUMN(age, INTEGER)                             \
	COLUMN(balance, DECIMAL(12, 2), DEFAULT_SQL("0"))\
	COLUMN(score, DOUBLE, DEFAULT(1.5))              \
	COLUMN(is_active, BOOLEAN, DEFAULT(true))        \
	COLUMN(role, ENUM(Role), DEFAULT(ROLE_ADMIN))    \
	COLUMN(motto, NULLABLE(TEXT), DEFAULT("none"))   \
	COLUMN(level, NULLABLE(SMALLINT), DEFAULT(7))    \
	COLUMN(token, NULLABLE(BYTES))                   \
	COLUMN(key, NULLABLE(UUID))                      \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)       \
	COLUMN(price, DECIMAL(6, 2), DEFAULT(0.99))      \
	COLUMN(fee, NULLABLE(DECIMAL(6, 2)), DEFAULT("1.50"))
#define posts_COLUMNS(COLUMN)                                                   \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                             \
	COLUMN(author_id, BIGINT, REFERENCES(users, id), ON_DELETE(CASCADE), INDEXED)\
	COLUMN(title, VARCHAR(200))
#define posts_OPTIONS(OPTION) OPTION(INDEX(author_id, title)) OPTION(UNIQUE(title), PARTIAL("author_id > 0")) OPTION(SQL_NAME("post"))
CQ_MODEL(User, users)
CQ_MODEL(Post, posts)
CQ_ALIAS(users, boss)

#include <cquel/words.h>

#define Top_FIELDS(FIELD) FIELD(username, TEXT, users.username) FIELD(posts, BIGINT, COUNT(posts.id)) FIELD(author, OBJECT(User), ALL(users))
CQ_ROW(Top)

static cq_statement made;

/* The functions' side of each case. */
static void begin(void) { cq_statement_init(&made, NULL); }
static void column(const cq_column *c) { cq_push_column(&made, c); }
static void op(cq_operator o, uint32_t n) { cq_push(&made, o, n); }
static void ref(cq_operator o, uint32_t n, const void *r) { cq_push_ref(&made, o, n, r); }
static void int64(int64_t v) { cq_push_value(&made, CQ_TYPE_BIGINT, 0, (cq_value){.integer = v}); }
static void literal(int v) { cq_push_value(&made, CQ_TYPE_INTEGER, CQ_VALUE_LITERAL_INT, (cq_value){.integer = v}); }
static void text(const char *v) { cq_push_value(&made, CQ_TYPE_TEXT, 0, (cq_value){.text = v}); }
#define COL(c) column(CQ_COLUMN(c))

/* Literals of one text are one object or not, as the compiler likes: names and raw texts are compared as texts. */
static bool names_something(uint16_t o) { return o == CQ_OP_AS || o == CQ_OP_LABEL || o == CQ_OP_BIND || o == CQ_OP_RAW || o == CQ_OP_RAW_SQL; }

static void equal(cq_statement written)
{
	assert_int_equal(written.failure, CQ_OK);
	assert_int_equal(made.failure, CQ_OK);
	assert_int_equal(written.node_count, made.node_count);
	assert_int_equal(written.value_count, made.value_count);
	for (uint32_t i = 0; i < made.node_count; i++) {
		cq_node a = cq_statement_nodes(&written)[i];
		cq_node b = cq_statement_nodes(&made)[i];
		if (names_something(b.op)) {
			assert_string_equal(a.ref, b.ref);
			a.ref = b.ref = NULL;
		}
		assert_memory_equal(&a, &b, sizeof a);
	}
	for (uint32_t i = 0; i < made.value_count; i++)
		assert_memory_equal(&cq_statement_values(&written)[i], &cq_statement_values(&made)[i], sizeof(cq_value));
	const char *rule;
	char sentence[256];
	if (cq_statement_check(&written, &rule, sentence, sizeof sentence) != CQ_OK)
		fail_msg("%s: %s", rule, sentence);
	cq_statement_release(&written);
	cq_statement_release(&made);
}

static void selects_are_equal(void **state)
{
	(void)state;
	const int64_t id = 7;
	begin();
	ref(CQ_OP_SELECT_ALL, 0, CQ_TABLE(users)); ref(CQ_OP_FROM, 0, CQ_TABLE(users));
	COL(users.id); int64(id); op(CQ_OP_EQ, 2); op(CQ_OP_WHERE, 1); op(CQ_OP_STATEMENT, 3);
	equal(STATEMENT(SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, id)))));

	begin();
	COL(users.username); COL(posts.id); op(CQ_OP_COUNT, 1); ref(CQ_OP_ALL, 0, CQ_TABLE(users)); ref(CQ_OP_SELECT_ROW, 3, &cq_row_Top);
	ref(CQ_OP_FROM, 0, CQ_TABLE(users));
	COL(posts.author_id); COL(users.id); op(CQ_OP_EQ, 2); op(CQ_OP_ABSENT, 0); ref(CQ_OP_LEFT_JOIN, 2, CQ_TABLE(posts));
	COL(users.is_active); COL(users.username); text("a"); op(CQ_OP_STARTS_WITH, 2); op(CQ_OP_WHERE, 2);
	COL(users.id); op(CQ_OP_GROUP_BY, 1);
	COL(posts.id); op(CQ_OP_COUNT, 1); literal(3); op(CQ_OP_GE, 2); op(CQ_OP_HAVING, 1);
	COL(users.username); op(CQ_OP_DESC, 1); op(CQ_OP_ORDER_BY, 1);
	literal(20); op(CQ_OP_LIMIT, 1); int64(40); op(CQ_OP_OFFSET, 1); op(CQ_OP_STATEMENT, 9);
	const bool recent = false, newest = true;
	const char *prefix = "a";
	equal(STATEMENT(SQL(SELECT_ROW(Top), FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id), WHEN(recent, GT(posts.id, id))),
		WHERE(users.is_active, WHEN(prefix, STARTS_WITH(users.username, prefix))),
		GROUP_BY(users.id), HAVING(GE(COUNT(posts.id), 3)),
		ORDER_BY(newest ? DESC(users.username) : ASC(users.username)), LIMIT(20), OFFSET((int64_t)40))));

	begin();
	COL(users.age); literal(1); op(CQ_OP_ADD, 2); ref(CQ_OP_AS, 1, "next"); COL(users.age); literal(2); op(CQ_OP_GT, 2);
	COL(users.bio); text("x"); op(CQ_OP_COALESCE, 2); COL(users.username); text("-"); COL(users.username); op(CQ_OP_CONCAT, 3);
	COL(users.username); cq_push_node(&made, CQ_OP_RAW, CQ_TYPE_BIGINT, CQ_RAW_NULLABLE, 1, "length(?)"); op(CQ_OP_SELECT, 5);
	op(CQ_OP_DISTINCT, 0); ref(CQ_OP_FROM, 0, CQ_TABLE(users)); ref(CQ_OP_LABEL, 0, "next"); op(CQ_OP_DESC, 1); COL(users.id); op(CQ_OP_ORDER_BY, 2); op(CQ_OP_STATEMENT, 4);
	equal(STATEMENT(SQL(SELECT(AS(ADD(users.age, 1), next), GT(users.age, 2), COALESCE(users.bio, "x"), CONCAT(users.username, "-", users.username),
			RAW(NULLABLE(BIGINT), "length(?)", users.username)),
		DISTINCT, FROM(users), ORDER_BY(DESC(LABEL(next)), users.id))));
}

static void conditions_are_equal(void **state)
{
	(void)state;
	const int64_t ids[] = {4, 5, 6};
	const cq_uuid key = {{1, 2, 3}};
	static const cq_decimal ten = {1000, 2};
	begin();
	op(CQ_OP_COUNT_ROWS, 0); op(CQ_OP_SELECT, 1); ref(CQ_OP_FROM, 0, CQ_TABLE(users));
	COL(users.age); literal(1); literal(2); op(CQ_OP_BETWEEN, 3);
	COL(users.age); literal(1); literal(2); literal(3); op(CQ_OP_IN, 4);
	COL(users.id); cq_push_value(&made, CQ_TYPE_BIGINT, CQ_VALUE_ARRAY, (cq_value){.bytes = {ids, 3}}); op(CQ_OP_NOT_IN_ARRAY, 2);
	COL(users.id); COL(posts.author_id); op(CQ_OP_SELECT, 1); ref(CQ_OP_FROM, 0, CQ_TABLE(posts)); op(CQ_OP_SUBQUERY, 2); op(CQ_OP_IN_QUERY, 2);
	COL(posts.id); op(CQ_OP_SELECT, 1); ref(CQ_OP_FROM, 0, CQ_TABLE(posts)); COL(posts.author_id); COL(users.id); op(CQ_OP_EQ, 2); op(CQ_OP_WHERE, 1);
	op(CQ_OP_SUBQUERY, 3); op(CQ_OP_EXISTS, 1); op(CQ_OP_NOT, 1);
	COL(users.bio); op(CQ_OP_IS_NULL, 1); COL(users.role); literal(ROLE_ADMIN); op(CQ_OP_EQ, 2); op(CQ_OP_OR, 2);
	COL(users.key); cq_push_value(&made, CQ_TYPE_UUID, 0, (cq_value){.uuid = key}); op(CQ_OP_EQ, 2);
	COL(users.balance); cq_push_value(&made, CQ_TYPE_DECIMAL, 0, (cq_value){.decimal = ten}); op(CQ_OP_LE, 2);
	COL(users.score); cq_push_value(&made, CQ_TYPE_DOUBLE, 0, (cq_value){.real = 0.5}); op(CQ_OP_LT, 2);
	COL(users.is_active); literal(1); op(CQ_OP_NE, 2); op(CQ_OP_WHERE, 10); op(CQ_OP_STATEMENT, 3);
	equal(STATEMENT(SQL(SELECT(COUNT_ROWS()), FROM(users),
		WHERE(BETWEEN(users.age, 1, 2), IN(users.age, 1, 2, 3), NOT_IN_ARRAY(users.id, ids, 3), IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts))),
			NOT(EXISTS(SELECT(posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id)))), OR(IS_NULL(users.bio), EQ(users.role, ROLE_ADMIN)),
			EQ(users.key, key), LE(users.balance, ten), LT(users.score, 0.5f), NE(users.is_active, true)))));
}

static void writes_are_equal(void **state)
{
	(void)state;
	const cq_opt_int16 none = {false, 0}, some = {true, 3};
	User people[2] = {CQ_NEW(User, .username = "a"), CQ_NEW(User)};
	begin();
	text("ann"); made.nodes[made.node_count - 1].flags = CQ_VALUE_CAN_BE_NULL; ref(CQ_OP_SET, 1, CQ_COLUMN(users.username));
	literal(4); ref(CQ_OP_SET, 1, CQ_COLUMN(users.age));
	cq_push_value(&made, CQ_TYPE_SMALLINT, CQ_VALUE_CAN_BE_NULL, (cq_value){.is_null = 1}); ref(CQ_OP_SET, 1, CQ_COLUMN(users.level));
	cq_push_node(&made, CQ_OP_NULL, CQ_TYPE_TEXT, 0, 0, NULL); ref(CQ_OP_SET, 1, CQ_COLUMN(users.bio));
	ref(CQ_OP_INSERT_INTO, 4, CQ_TABLE(users)); ref(CQ_OP_RETURNING_ALL, 0, CQ_TABLE(users)); op(CQ_OP_STATEMENT, 2);
	equal(STATEMENT(SQL(INSERT_INTO(users, SET(username, "ann"), SET(age, 4), SET(level, none), SET(bio, NULL_TEXT)), RETURNING_ALL(users))));

	begin();
	cq_push_value(&made, CQ_TYPE_OBJECT, CQ_VALUE_ARRAY, (cq_value){.bytes = {people, 2}}); ref(CQ_OP_ROWS, 1, CQ_TABLE(users));
	ref(CQ_OP_INSERT_INTO, 1, CQ_TABLE(users)); op(CQ_OP_STATEMENT, 1);
	equal(STATEMENT(SQL(INSERT_INTO(users, VALUES(people, 2)))));

	begin();
	COL(users.age); literal(1); op(CQ_OP_ADD, 2); ref(CQ_OP_SET, 1, CQ_COLUMN(users.age)); op(CQ_OP_ABSENT, 0);
	cq_push_value(&made, CQ_TYPE_SMALLINT, CQ_VALUE_CAN_BE_NULL, (cq_value){.integer = 3}); ref(CQ_OP_SET, 1, CQ_COLUMN(users.level));
	ref(CQ_OP_UPDATE, 3, CQ_TABLE(users)); op(CQ_OP_ALL_ROWS, 0); COL(users.id); op(CQ_OP_RETURNING, 1); op(CQ_OP_STATEMENT, 3);
	const bool wanted = false;
	equal(STATEMENT(SQL(UPDATE(users, SET(age, ADD(users.age, 1)), WHEN(wanted, SET(bio, "x")), SET(level, some)), ALL_ROWS, RETURNING(users.id))));

	begin();
	ref(CQ_OP_DELETE_FROM, 0, CQ_TABLE(posts)); COL(posts.id); literal(3); op(CQ_OP_EQ, 2); op(CQ_OP_WHERE, 1); op(CQ_OP_STATEMENT, 2);
	equal(STATEMENT(SQL(DELETE_FROM(posts), WHERE(EQ(posts.id, 3)))));

	begin();
	literal(3); ref(CQ_OP_BIND, 1, "id"); text("x"); made.nodes[made.node_count - 1].flags = CQ_VALUE_CAN_BE_NULL; ref(CQ_OP_BIND, 1, "name");
	ref(CQ_OP_RAW_SQL, 2, "SELECT :id, :name"); op(CQ_OP_STATEMENT, 1);
	equal(STATEMENT(RAW_SQL("SELECT :id, :name", BIND(id, 3), BIND(name, "x"))));
}

static int calls;
static int64_t next(void) { return ++calls; }

static void operands_are_evaluated_once_and_in_order(void **state)
{
	(void)state;
	calls = 0;
	cq_statement s = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(EQ(users.id, next()), BETWEEN(users.id, next(), next()))));
	assert_int_equal(calls, 3);
	for (int i = 0; i < 3; i++)
		assert_int_equal(s.values[i].integer, i + 1);

	const bool never = false;
	s = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(WHEN(never, EQ(users.id, next())), EITHER(never, EQ(users.id, next()), EQ(users.username, "z")),
		never ? EQ(users.id, next()) : EQ(users.bio, "y"))));
	assert_int_equal(calls, 3);
	assert_int_equal(s.value_count, 2);
	assert_string_equal(s.values[0].text, "z");
	assert_string_equal(s.values[1].text, "y");

	int k = 3;
	s = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(EQ(users.age, k++))));
	assert_int_equal(k, 4);
	assert_int_equal(s.values[0].integer, 3);

	struct { unsigned three : 3; bool one : 1; } bits = {5, 1};
	s = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(EQ(users.age, bits.three), EQ(users.is_active, bits.one))));
	assert_int_equal(s.values[0].integer, 5);
	assert_int_equal(s.values[1].integer, 1);

	const size_t huge = (size_t)1 << 63;
	s = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(EQ(users.id, huge))));
	const char *rule;
	char sentence[256];
	assert_int_equal(cq_statement_check(&s, &rule, sentence, sizeof sentence), CQ_RULE);
	assert_string_equal(rule, "value-range");
}

static cq_statement nested(int depth)
{
	return STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(EQ(users.age, depth ? (int)nested(depth - 1).value_count + depth : 0))));
}

static void loops_and_nesting(void **state)
{
	(void)state;
	const char *names[] = {"a", "b", "c"};
	cq_statement s = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(ANY_OF(i, 2, AND(EQ(users.age, (int)i), ANY_OF(j, 3, EQ(users.username, names[j])))))));
	assert_int_equal(s.value_count, 8);
	assert_string_equal(s.values[7].text, "c");
	s = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(ALL_OF(i, 0, EQ(users.username, names[i])))));
	assert_int_equal(s.value_count, 0);
	assert_int_equal(nested(5).values[0].integer, 6);

	s = STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(ANY_OF(i, 1000, EQ(users.age, (int)i)))));
	assert_int_equal(s.value_count, 1000);
	assert_int_equal(s.node_count, 6 + 3 * 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(cq_statement_values(&s)[i].integer, i);
	cq_statement_release(&s);

	int found = 0;
	for (int i = 0; i < 3; i++)
		switch (i) {
		case 1:
			if (STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(EQ(users.age, i)))).value_count == 1)
				found++;
			else
				found = 100;
			break;
		default: break;
		}
	assert_int_equal(found, 1);
}

static cq_condition older_than(int age) { return CONDITION(GT(users.age, age)); }

static void conditions_are_values(void **state)
{
	(void)state;
	cq_condition list[3];
	for (int i = 0; i < 3; i++)
		list[i] = i == 2 ? CONDITION(AND(users.is_active, EQ(users.username, "x"))) : older_than(i);
	begin();
	COL(users.id); op(CQ_OP_SELECT, 1); ref(CQ_OP_FROM, 0, CQ_TABLE(users));
	for (int twice = 0; twice < 2; twice++) {
		for (int i = 0; i < 2; i++) {
			COL(users.age); literal(i); op(CQ_OP_GT, 2);
		}
		COL(users.is_active); COL(users.username); text("x"); op(CQ_OP_EQ, 2); op(CQ_OP_AND, 2);
		op(twice ? CQ_OP_ALL_OF : CQ_OP_ANY_OF, 3);
	}
	COL(users.age); literal(1); op(CQ_OP_GT, 2); op(CQ_OP_WHERE, 3); op(CQ_OP_STATEMENT, 3);
	equal(STATEMENT(SQL(SELECT(users.id), FROM(users), WHERE(ANY_OF_VALUES(3, list), ALL_OF_VALUES(3, list), list[1]))));
}

static void new_objects_hold_the_defaults(void **state)
{
	(void)state;
	const User user = CQ_NEW(User, .username = "ann", .age = 30);
	assert_string_equal(user.username, "ann");
	assert_int_equal(user.age, 30);
	assert_true(user.is_active);
	assert_int_equal(user.role, ROLE_ADMIN);
	assert_true(user.score == 1.5);
	assert_string_equal(user.motto, "none");
	assert_true(user.level.present);
	assert_int_equal(user.level.value, 7);
	assert_int_equal(user.balance.coefficient, INT64_MIN);
	assert_int_equal(user.created_at.microseconds, INT64_MIN + 1);
	assert_int_equal(user.price.coefficient, 99);
	assert_int_equal(user.price.scale, 2);
	assert_true(user.fee.present);
	assert_int_equal(user.fee.value.coefficient, 150);
	assert_int_equal(user.id, 0);
	assert_null(user.bio);
}

static void metadata_is_whole(void **state)
{
	(void)state;
	const cq_table *const table = CQ_TABLE(users);
	assert_string_equal(table->name, "users");
	assert_string_equal(table->object, "User");
	assert_int_equal(table->object_size, sizeof(User));
	assert_int_equal(table->column_count, 15);
	const cq_column *const columns = cq_table_columns(table);
	for (uint32_t i = 0; i < table->column_count; i++) {
		assert_ptr_equal(cq_column_table(&columns[i]), table);
		assert_int_equal(cq_column_index(&columns[i]), i);
	}
	assert_ptr_equal(CQ_COLUMN(users.age), &columns[3]);
	assert_int_equal(table->offsets[3], offsetof(User, age));
	assert_int_equal(columns[0].flags, CQ_COLUMN_PRIMARY_KEY);
	assert_int_equal(columns[1].flags, CQ_COLUMN_UNIQUE);
	assert_int_equal(columns[9].flags, CQ_COLUMN_NULLABLE | CQ_COLUMN_DEFAULT);
	assert_int_equal(columns[12].flags, CQ_COLUMN_DATABASE_DEFAULT);
	assert_ptr_equal(CQ_TABLE(boss)->alias_of, table);
	assert_string_equal(CQ_TABLE(boss)->name, "boss");
	assert_int_equal(cq_row_Top.count, 3);
	assert_int_equal(cq_row_Top.fields[2].type, CQ_TYPE_OBJECT);
	assert_ptr_equal(*(const cq_table *const *)cq_row_Top.fields[2].detail, table);
	const cq_attribute *option = CQ_TABLE(posts)->options;
	assert_int_equal(option[0].kind, CQ_OPTION_INDEX);
	assert_string_equal(((const char *const *)option[0].first)[1], "title");
	assert_null(((const char *const *)option[0].first)[2]);
	assert_int_equal(option[2].kind, CQ_OPTION_INDEX_WHERE);
	assert_int_equal(option[4].kind, CQ_OPTION_END);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(selects_are_equal),
		cmocka_unit_test(conditions_are_equal),
		cmocka_unit_test(writes_are_equal),
		cmocka_unit_test(operands_are_evaluated_once_and_in_order),
		cmocka_unit_test(loops_and_nesting),
		cmocka_unit_test(conditions_are_values),
		cmocka_unit_test(new_objects_hold_the_defaults),
		cmocka_unit_test(metadata_is_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
