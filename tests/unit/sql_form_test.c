/* sql_form_test.c: columns with STORED_AS beside values that are stored in another form: no database would see the difference.
 *
 * It knows nothing of how the forms are written and read. ctest runs it.
 */
#include "sql_kit.h"

CQ_ALIAS(forms, later)

#define REFUSED_EVERYWHERE(statement, part)                                                  \
	do {                                                                                     \
		CHECK_REFUSED(cq__dialect_sqlite, statement, CQ_UNSUPPORTED, part ": a column with STORED_AS"); \
		CHECK_REFUSED(cq__dialect_postgres, statement, CQ_UNSUPPORTED, part ": a column with STORED_AS"); \
		CHECK_REFUSED(cq__dialect_mariadb, statement, CQ_UNSUPPORTED, part ": a column with STORED_AS"); \
	} while (0)

static void check_written(cq_statement *statement, int line)
{
	const cq__dialect *const dialects[] = { &cq__dialect_sqlite, &cq__dialect_postgres, &cq__dialect_mariadb };
	for (int i = 0; i < 3; i++) {
		cq__rendered rendered;
		cq__error error = { 0 };
		if (kit_render(dialects[i], statement, &rendered, &error) != CQ_OK)
			fail_msg("line %d: %s: %s", line, dialects[i]->name, cq__error_get(&error)->message);
		if (i == 0)
			kit_prepare(&rendered);
		cq__rendered_release(&rendered);
	}
	cq_statement_release(statement);
}

#define WRITTEN(statement)                                     \
	do {                                                       \
		cq_statement kit_statement = STATEMENT(statement);     \
		check_written(&kit_statement, __LINE__);               \
	} while (0)

static void compared(void **state)
{
	(void)state;
	REFUSED_EVERYWHERE(SQL(SELECT(forms.clock), FROM(forms), WHERE(LT(forms.at, NOW()))), "LT");
	REFUSED_EVERYWHERE(SQL(SELECT(forms.clock), FROM(forms), JOIN(users, EQ(forms.at, users.created_at))), "EQ");
	REFUSED_EVERYWHERE(SQL(SELECT(forms.clock), FROM(forms), WHERE(IS_DISTINCT(forms.on_day, TODAY()))), "IS_DISTINCT");
	REFUSED_EVERYWHERE(SQL(SELECT(forms.clock), FROM(forms), WHERE(BETWEEN(forms.at, VALUE((cq_timestamp){ 0 }), NOW()))), "BETWEEN");
	REFUSED_EVERYWHERE(SQL(SELECT(forms.clock), FROM(forms), WHERE(IN(forms.at, SUBQUERY(SELECT(users.created_at), FROM(users))))), "IN");
	REFUSED_EVERYWHERE(SQL(SELECT(forms.clock), FROM(forms), JOIN(users, EQ(forms.role, users.role))), "EQ");
	REFUSED_EVERYWHERE(SQL(SELECT(forms.clock), FROM(forms), JOIN(posts, EQ(forms.amount, posts.price))), "EQ");
	REFUSED_EVERYWHERE(SQL(SELECT(forms.clock), FROM(forms), WHERE(EQ(forms.key, forms.token))), "EQ");
	WRITTEN(SQL(SELECT(forms.clock), FROM(forms), WHERE(EQ(forms.at, VALUE((cq_timestamp){ 0 })))));
	WRITTEN(SQL(SELECT(forms.clock), FROM(forms), JOIN(later, AND(EQ(later.at, forms.at), GT(later.amount, forms.amount)))));
	WRITTEN(SQL(SELECT(forms.clock), FROM(forms), WHERE(GT(forms.at, COALESCE(SUBQUERY(SELECT(MAX(later.at)), FROM(later)), VALUE((cq_timestamp){ 0 }))))));
}

static void chosen(void **state)
{
	(void)state;
	REFUSED_EVERYWHERE(SQL(SELECT(CASE(CASE_WHEN(IS_NULL(forms.clock), forms.at), ELSE(NOW()))), FROM(forms)), "CASE");
	REFUSED_EVERYWHERE(SQL(SELECT(COALESCE(users.created_at, forms.at)), FROM(forms), CROSS_JOIN(users)), "COALESCE");
	REFUSED_EVERYWHERE(SQL(SELECT(NULLIF(forms.on_day, TODAY())), FROM(forms)), "NULLIF");
	REFUSED_EVERYWHERE(SQL(SELECT(OVER(LAG(forms.at, 1, NOW()), ORDER_BY(forms.at))), FROM(forms)), "LAG");
	REFUSED_EVERYWHERE(SQL(SELECT(forms.at), FROM(forms), UNION_ALL(SELECT(users.created_at), FROM(users))), "UNION");
	WRITTEN(SQL(SELECT(OVER(LAG(forms.at, users.age, forms.at), ORDER_BY(forms.at))), FROM(forms), CROSS_JOIN(users)));
	WRITTEN(SQL(SELECT(forms.at), FROM(forms), UNION_ALL(SELECT(later.at), FROM(later))));
}

static void assigned(void **state)
{
	(void)state;
	REFUSED_EVERYWHERE(SQL(UPDATE(forms, SET(at, NOW())), ALL_ROWS), "SET");
	REFUSED_EVERYWHERE(SQL(UPDATE(users, SET(created_at, forms.at)), FROM(forms), WHERE(EQ(users.id, 1))), "SET");
	WRITTEN(SQL(UPDATE(forms, SET(at, VALUE((cq_timestamp){ 0 })), SET(role, ROLE_OWNER)), ALL_ROWS));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compared),
		cmocka_unit_test(chosen),
		cmocka_unit_test(assigned),
	};
	return cmocka_run_group_tests(tests, kit_setup, kit_teardown);
}
