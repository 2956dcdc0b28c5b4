/* macro_expression_test.c: the words of the larger expressions write what the functions write, byte for byte; operands are
 * evaluated once, in order. It knows nothing of databases: every statement stays a program.
 */
#include <cquel.h>

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define Role_VALUES(VALUE) VALUE(ROLE_USER, "user") VALUE(ROLE_ADMIN, "admin")
CQ_ENUM(Role)
#define users_COLUMNS(COLUMN)               \
	COLUMN(id, BIGINT, PRIMARY_KEY)         \
	COLUMN(username, VARCHAR(50), UNIQUE)   \
	COLUMN(bio, NULLABLE(TEXT))             \
	COLUMN(age, INTEGER)                    \
	COLUMN(score, NULLABLE(INTEGER))        \
	COLUMN(is_active, BOOLEAN)              \
	COLUMN(role, ENUM(Role))                \
	COLUMN(created_at, TIMESTAMP)           \
	COLUMN(born, DATE)                      \
	COLUMN(stays, INTERVAL)                 \
	COLUMN(price, DECIMAL(10, 2))           \
	COLUMN(weight, DOUBLE)                  \
	COLUMN(settings, NULLABLE(JSON))
CQ_MODEL(User, users)

#include <cquel/words.h>

static cq_statement made;

/* The functions' side of each case. */
static void begin(void) { cq_statement_init(&made, NULL); }
static void op(cq_operator o, uint32_t n) { cq_push(&made, o, n); }
static void typed(cq_operator o, cq_type type, uint8_t flags, uint32_t n, const void *ref) { cq_push_node(&made, o, type, flags, n, ref); }
static void unit(cq_operator o, cq_unit u, uint32_t n) { cq_push_node(&made, o, CQ_TYPE_NONE, (uint8_t)u, n, NULL); }
static void literal(int v) { cq_push_value(&made, CQ_TYPE_INTEGER, CQ_VALUE_LITERAL_INT, (cq_value){.integer = v}); }
static void text(const char *v) { cq_push_value(&made, CQ_TYPE_TEXT, 0, (cq_value){.text = v}); }
static void null(void) { op(CQ_OP_NULL, 0); }
#define COL(name) cq_push_column(&made, CQ_COLUMN(users.name))

/* Closes the functions' side as  SELECT(count items), FROM(users)  and compares. */
static void equal(uint32_t count, cq_statement written)
{
	op(CQ_OP_SELECT, count);
	cq_push_ref(&made, CQ_OP_FROM, 0, CQ_TABLE(users));
	op(CQ_OP_STATEMENT, 2);
	assert_int_equal(written.failure, CQ_OK);
	assert_int_equal(made.failure, CQ_OK);
	assert_int_equal(written.node_count, made.node_count);
	assert_int_equal(written.value_count, made.value_count);
	for (uint32_t i = 0; i < made.node_count; i++) {
		cq_node a = cq_statement_nodes(&written)[i];
		cq_node b = cq_statement_nodes(&made)[i];
		if (b.op == CQ_OP_FUNC) {
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
#define WRITTEN(...) STATEMENT(SQL(SELECT(__VA_ARGS__), FROM(users)))

static void choices_are_equal(void **state)
{
	(void)state;
	const bool by_role = false;
	const cq_opt_int32 maybe = {.present = false};
	begin();
	COL(score); cq_push_value(&made, CQ_TYPE_INTEGER, CQ_VALUE_CAN_BE_NULL, (cq_value){.is_null = 1}); op(CQ_OP_IS_DISTINCT, 2);
	COL(bio); null(); op(CQ_OP_IS_NOT_DISTINCT, 2);
	COL(bio); cq_push_value(&made, CQ_TYPE_TEXT, CQ_VALUE_CAN_BE_NULL, (cq_value){.text = "x"}); op(CQ_OP_IS_DISTINCT, 2);
	equal(3, WRITTEN(IS_DISTINCT(users.score, maybe), IS_NOT_DISTINCT(users.bio, NULL), IS_DISTINCT(users.bio, "x")));

	begin();
	COL(age); literal(17); op(CQ_OP_GT, 2); literal(1); op(CQ_OP_CASE_WHEN, 2); literal(0); op(CQ_OP_ELSE, 1); op(CQ_OP_CASE, 2);
	COL(is_active); COL(bio); op(CQ_OP_CASE_WHEN, 2); op(CQ_OP_CASE, 1);
	op(CQ_OP_ABSENT, 0); COL(is_active); text("a"); op(CQ_OP_CASE_WHEN, 2); null(); op(CQ_OP_ELSE, 1); op(CQ_OP_CASE, 3);
	equal(3, WRITTEN(CASE(CASE_WHEN(GT(users.age, 17), 1), ELSE(0)), CASE(CASE_WHEN(users.is_active, users.bio)),
		CASE(WHEN(by_role, CASE_WHEN(EQ(users.role, ROLE_ADMIN), "b")), CASE_WHEN(users.is_active, "a"), ELSE(NULL))));

	begin();
	COL(age); typed(CQ_OP_CAST, CQ_TYPE_TEXT, 0, 1, NULL);
	COL(username); typed(CQ_OP_CAST, CQ_TYPE_DECIMAL, 2, 1, NULL);
	COL(role); typed(CQ_OP_CAST, CQ_TYPE_ENUM, 0, 1, &cq_enum_Role);
	COL(born); typed(CQ_OP_CAST, CQ_TYPE_TIMESTAMP, 0, 1, NULL);
	text("{}"); typed(CQ_OP_CAST, CQ_TYPE_JSON, 0, 1, NULL);
	COL(age); literal(0); op(CQ_OP_NULLIF, 2);
	equal(6, WRITTEN(CAST(users.age, TEXT), CAST(users.username, DECIMAL(10, 2)), CAST(users.role, ENUM(Role)), CAST(users.born, TIMESTAMP),
		CAST("{}", JSON), NULLIF(users.age, 0)));
}

static void rows_are_equal(void **state)
{
	(void)state;
	begin();
	COL(id); COL(age); op(CQ_OP_TUPLE, 2); literal(3); literal(4); op(CQ_OP_TUPLE, 2); op(CQ_OP_LT, 2);
	COL(id); COL(age); op(CQ_OP_TUPLE, 2); literal(1); literal(2); op(CQ_OP_TUPLE, 2); literal(3); literal(4); op(CQ_OP_TUPLE, 2); op(CQ_OP_NOT_IN, 3);
	COL(id); COL(age); op(CQ_OP_TUPLE, 2); COL(id); COL(age); op(CQ_OP_SELECT, 2); cq_push_ref(&made, CQ_OP_FROM, 0, CQ_TABLE(users));
	op(CQ_OP_SUBQUERY, 2); op(CQ_OP_IN_QUERY, 2);
	equal(3, WRITTEN(LT(ROW(users.id, users.age), ROW(3, 4)), NOT_IN(ROW(users.id, users.age), ROW(1, 2), ROW(3, 4)),
		IN(ROW(users.id, users.age), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users)))));
}

static void texts_and_numbers_are_equal(void **state)
{
	(void)state;
	begin();
	COL(bio); op(CQ_OP_TRIM, 1); COL(bio); literal(2); op(CQ_OP_SUBSTR, 2); COL(bio); literal(2); literal(3); op(CQ_OP_SUBSTR, 3);
	COL(bio); text("a"); text("b"); op(CQ_OP_REPLACE, 3); text("x"); COL(username); op(CQ_OP_POSITION, 2);
	equal(5, WRITTEN(TRIM(users.bio), SUBSTR(users.bio, 2), SUBSTR(users.bio, 2, 3), REPLACE(users.bio, "a", "b"), POSITION("x", users.username)));

	begin();
	COL(age); op(CQ_OP_ABS, 1); COL(price); op(CQ_OP_ROUND, 1); COL(weight); literal(1); op(CQ_OP_ROUND, 2);
	COL(price); op(CQ_OP_FLOOR, 1); COL(weight); op(CQ_OP_CEIL, 1); COL(age); literal(2); op(CQ_OP_POWER, 2);
	typed(CQ_OP_FUNC, CQ_TYPE_DOUBLE, 0, 0, "random"); COL(bio); literal(1); typed(CQ_OP_FUNC, CQ_TYPE_TEXT, CQ_RAW_NULLABLE, 2, "left");
	equal(8, WRITTEN(ABS(users.age), ROUND(users.price), ROUND(users.weight, 1), FLOOR(users.price), CEIL(users.weight), POWER(users.age, 2),
		FUNC(DOUBLE, "random"), FUNC(NULLABLE(TEXT), "left", users.bio, 1)));
}

static void moments_are_equal(void **state)
{
	(void)state;
	begin();
	typed(CQ_OP_NOW, CQ_TYPE_TIMESTAMP, 0, 0, NULL); typed(CQ_OP_NOW, CQ_TYPE_DATE, 0, 0, NULL);
	COL(created_at); unit(CQ_OP_DATE_TRUNC, CQ_UNIT_QUARTER, 1); COL(born); unit(CQ_OP_EXTRACT, CQ_UNIT_DAY_OF_WEEK, 1);
	COL(created_at); unit(CQ_OP_EXTRACT, CQ_UNIT_EPOCH, 1); COL(born); literal(3); unit(CQ_OP_DATE_ADD, CQ_UNIT_MONTH, 2);
	typed(CQ_OP_NOW, CQ_TYPE_TIMESTAMP, 0, 0, NULL); COL(created_at); unit(CQ_OP_DATE_DIFF, CQ_UNIT_HOUR, 2);
	COL(created_at); COL(stays); op(CQ_OP_INTERVAL_ADD, 2);
	equal(8, WRITTEN(NOW(), TODAY(), DATE_TRUNC(QUARTER, users.created_at), EXTRACT(DAY_OF_WEEK, users.born), EXTRACT(EPOCH, users.created_at),
		DATE_ADD(MONTH, users.born, 3), DATE_DIFF(HOUR, NOW(), users.created_at), DATE_ADD(users.created_at, users.stays)));
}

static void json_is_equal(void **state)
{
	(void)state;
	begin();
	COL(settings); text("a"); literal(0); op(CQ_OP_JSON_GET, 3); COL(settings); text("b"); op(CQ_OP_JSON_TEXT, 2);
	COL(settings); op(CQ_OP_JSON_LENGTH, 1); text("id"); COL(id); text("n"); null(); op(CQ_OP_JSON_OBJECT, 4); op(CQ_OP_JSON_OBJECT, 0);
	literal(1); COL(bio); op(CQ_OP_JSON_ARRAY, 2); op(CQ_OP_JSON_ARRAY, 0);
	equal(7, WRITTEN(JSON_GET(users.settings, "a", 0), JSON_TEXT(users.settings, "b"), JSON_LENGTH(users.settings),
		JSON_OBJECT("id", users.id, "n", NULL), JSON_OBJECT(), JSON_ARRAY(1, users.bio), JSON_ARRAY()));
}

static void aggregates_are_equal(void **state)
{
	(void)state;
	begin();
	COL(username); text(","); op(CQ_OP_STRING_AGG, 2);
	COL(username); text(","); COL(id); op(CQ_OP_DESC, 1); op(CQ_OP_ORDER_BY, 1); op(CQ_OP_STRING_AGG, 3);
	COL(id); op(CQ_OP_JSON_AGG, 1); COL(id); COL(age); op(CQ_OP_ORDER_BY, 1); op(CQ_OP_JSON_AGG, 2);
	COL(age); op(CQ_OP_SUM, 1); COL(is_active); op(CQ_OP_FILTER, 2); op(CQ_OP_COUNT_ROWS, 0); COL(age); literal(3); op(CQ_OP_GT, 2); op(CQ_OP_FILTER, 2);
	equal(6, WRITTEN(STRING_AGG(users.username, ","), STRING_AGG(users.username, ",", ORDER_BY(DESC(users.id))), JSON_AGG(users.id),
		JSON_AGG(users.id, ORDER_BY(users.age)), FILTER(SUM(users.age), users.is_active), FILTER(COUNT_ROWS(), GT(users.age, 3))));
}

static void frame(int kind, cq_frame_bound start, cq_frame_bound end, uint32_t n)
{
	cq_push_node(&made, CQ_OP_FRAME, CQ_TYPE_NONE, (uint8_t)(kind + (int)start * CQ_FRAME_START + (int)end * CQ_FRAME_END), n, NULL);
}

static void windows_are_equal(void **state)
{
	(void)state;
	begin();
	op(CQ_OP_ROW_NUMBER, 0); COL(role); op(CQ_OP_PARTITION_BY, 1); COL(id); op(CQ_OP_ORDER_BY, 1); op(CQ_OP_OVER, 3);
	COL(age); op(CQ_OP_SUM, 1); COL(id); op(CQ_OP_ORDER_BY, 1); literal(3); frame(CQ_FRAME_ROWS, CQ_BOUND_PRECEDING, CQ_BOUND_CURRENT_ROW, 1); op(CQ_OP_OVER, 3);
	op(CQ_OP_COUNT_ROWS, 0); COL(is_active); op(CQ_OP_FILTER, 2); op(CQ_OP_OVER, 1);
	COL(age); literal(2); literal(0); op(CQ_OP_LAG, 3); COL(id); op(CQ_OP_ORDER_BY, 1); op(CQ_OP_OVER, 2);
	COL(age); op(CQ_OP_LEAD, 1); op(CQ_OP_OVER, 1); literal(4); op(CQ_OP_NTILE, 1); COL(id); op(CQ_OP_ORDER_BY, 1); op(CQ_OP_OVER, 2);
	equal(6, WRITTEN(OVER(ROW_NUMBER(), PARTITION_BY(users.role), ORDER_BY(users.id)),
		OVER(SUM(users.age), ORDER_BY(users.id), ROWS_BETWEEN(PRECEDING(3), CURRENT_ROW)), OVER(FILTER(COUNT_ROWS(), users.is_active)),
		OVER(LAG(users.age, 2, 0), ORDER_BY(users.id)), OVER(LEAD(users.age)), OVER(NTILE(4), ORDER_BY(users.id))));

	begin();
	COL(age); op(CQ_OP_FIRST_VALUE, 1); COL(id); op(CQ_OP_ORDER_BY, 1); literal(1); literal(2); frame(CQ_FRAME_RANGE, CQ_BOUND_PRECEDING, CQ_BOUND_FOLLOWING, 2); op(CQ_OP_OVER, 3);
	COL(age); op(CQ_OP_LAST_VALUE, 1); COL(id); op(CQ_OP_ORDER_BY, 1); frame(CQ_FRAME_GROUPS, CQ_BOUND_UNBOUNDED_PRECEDING, CQ_BOUND_UNBOUNDED_FOLLOWING, 0); op(CQ_OP_OVER, 3);
	COL(age); literal(2); op(CQ_OP_NTH_VALUE, 2); op(CQ_OP_OVER, 1);
	op(CQ_OP_RANK, 0); op(CQ_OP_OVER, 1); op(CQ_OP_DENSE_RANK, 0); op(CQ_OP_OVER, 1); op(CQ_OP_PERCENT_RANK, 0); op(CQ_OP_OVER, 1);
	op(CQ_OP_CUME_DIST, 0); COL(role); op(CQ_OP_PARTITION_BY, 1); op(CQ_OP_OVER, 2);
	equal(7, WRITTEN(OVER(FIRST_VALUE(users.age), ORDER_BY(users.id), RANGE_BETWEEN(PRECEDING(1), FOLLOWING(2))),
		OVER(LAST_VALUE(users.age), ORDER_BY(users.id), GROUPS_BETWEEN(UNBOUNDED_PRECEDING, UNBOUNDED_FOLLOWING)), OVER(NTH_VALUE(users.age, 2)),
		OVER(RANK()), OVER(DENSE_RANK()), OVER(PERCENT_RANK()), OVER(CUME_DIST(), PARTITION_BY(users.role))));
}

static void orderings_are_equal(void **state)
{
	(void)state;
	cq_statement written = STATEMENT(SQL(SELECT(users.id), FROM(users), ORDER_BY(NULLS_FIRST(users.bio), NULLS_LAST(DESC(users.score)))));
	const cq_operator order[] = { CQ_OP_COLUMN, CQ_OP_SELECT, CQ_OP_FROM, CQ_OP_COLUMN, CQ_OP_NULLS_FIRST, CQ_OP_COLUMN, CQ_OP_DESC, CQ_OP_NULLS_LAST, CQ_OP_ORDER_BY, CQ_OP_STATEMENT };
	assert_int_equal(written.node_count, sizeof order / sizeof *order);
	for (uint32_t i = 0; i < written.node_count; i++)
		assert_int_equal(cq_statement_nodes(&written)[i].op, order[i]);
	cq_statement_release(&written);
}

static int calls;
static int next(void) { return ++calls; }

/* In loops and in an if without braces, each operand once and in order. */
static void operands_are_evaluated_once(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		calls = 0;
		cq_statement written;
		if (i < 3)
			written = WRITTEN(CASE(CASE_WHEN(GT(users.age, next()), next()), ELSE(next())), SUBSTR(users.bio, next(), next()), DATE_ADD(DAY, users.born, next()),
				EQ(ROW(users.id, users.age), ROW(next(), next())), OVER(LAG(users.age, next(), next()), ORDER_BY(users.id), ROWS_BETWEEN(PRECEDING(next()), FOLLOWING(next()))),
				NULLIF(users.age, next()), IS_DISTINCT(users.age, next()), JSON_GET(users.settings, next()), JSON_ARRAY(next(), next()), CAST(next(), TEXT));
		else
			continue;
		assert_int_equal(calls, 18);
		assert_int_equal(written.value_count, 18);
		for (uint32_t v = 0; v < written.value_count; v++)
			assert_int_equal(cq_statement_values(&written)[v].integer, v + 1);
		cq_statement_release(&written);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(choices_are_equal),
		cmocka_unit_test(rows_are_equal),
		cmocka_unit_test(texts_and_numbers_are_equal),
		cmocka_unit_test(moments_are_equal),
		cmocka_unit_test(json_is_equal),
		cmocka_unit_test(aggregates_are_equal),
		cmocka_unit_test(windows_are_equal),
		cmocka_unit_test(orderings_are_equal),
		cmocka_unit_test(operands_are_evaluated_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
