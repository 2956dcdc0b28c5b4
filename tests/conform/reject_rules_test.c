/* reject_rules_test.c: the second enforcer gives the same verdict as the compiler. The cases of tests/reject are built with
 * the compiler's own rules switched off and run on a database: each mistake is refused by the rule its folder is named
 * after, each clean twin breaks none.
 *
 * It knows nothing of the single rules. What only a compiler can see says so in its first line and is not in cases.h.
 */
#define CQ_PRIV_RULES_OFF

#include "../reject/models.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

cq_connection *db;
bool newest = true;
int number = 3;
int64_t large = 4;
double real = 2.5;
const char *name = "ann";
const char *names[2] = { "ann", "bob" };
size_t count = 2;
cq_opt_int32 maybe = { true, 5 };
cq_condition condition;
User *people;
Post *articles;

/* What stands where it may not is refused by the compiler before this is called. Parts, like CASE_WHEN, have written
 * themselves by then: the second enforcer is to find them. */
cq_ph_wrong cq_put_wrong(cq_statement *s, ...)
{
	(void)s;
	return 0;
}

/* The executors, which here also free what they were given. */
static cq_status take_all(cq_connection *on, cq_statement *statement, const cq_target *target, void *out)
{
	const cq_status status = cq_run_all(on, statement, target, out);
	cq_free_memory(out, sizeof(cq_any_rows));
	return status;
}

static cq_status take_one(cq_connection *on, cq_statement *statement, const cq_target *target, cq_want want, void *out)
{
	const cq_status status = cq_run_one(on, statement, target, want, out);
	cq_free_memory(out, sizeof(void *));
	return status;
}

static cq_status take_scalars(cq_connection *on, cq_statement *statement, const cq_target *target, void *out)
{
	const cq_status status = cq_run_scalars(on, statement, target, out);
	cq_free_memory(out, sizeof(cq_any_rows));
	return status;
}

static cq_status take_stream(cq_connection *on, cq_statement *statement, const cq_target *target,
	const cq_stream_options *options, cq_stream **out)
{
	const cq_status status = cq_stream_open_statement(on, statement, target, options, out);
	cq_stream_close(out);
	return status;
}

static cq_status take_submitted_all(cq_connection *on, cq_statement *statement, const cq_target *target, void *out,
	cq_operation **operation)
{
	*operation = NULL;
	return take_all(on, statement, target, out);
}

static cq_status take_submitted_scalar(cq_connection *on, cq_statement *statement, const cq_target *target, cq_want want,
	void *out, cq_operation **operation)
{
	*operation = NULL;
	return cq_run_scalar(on, statement, target, want, out);
}

#define cq_run_all take_all
#define cq_run_one take_one
#define cq_run_scalars take_scalars
#define cq_stream_open_statement take_stream
#define cq_run_submit_all take_submitted_all
#define cq_run_submit_scalar take_submitted_scalar

#define CASE_AS(name) clean_##name
#include "../reject/cases.h"

#undef CASE_AS
#define CASE_AS(name) mistaken_##name
#define MISTAKE
#include "../reject/cases.h"

typedef struct reject_case {
	const char *rule;
	const char *clause;
	cq_status (*clean)(void);
	cq_status (*mistaken)(void);
} reject_case;

#define CASE_ENTRY(name, rule, clause) { rule, clause, clean_##name, mistaken_##name },
static const reject_case cases[] = { CASE_LIST(CASE_ENTRY) };

static int open_database(void **state)
{
	static cq_engine *engine;
	*state = &engine;
	const cq_table *const tables[] = { CQ_TABLE(users), CQ_TABLE(posts), CQ_TABLE(products), CQ_TABLE(likes) };
	if (cq_engine_open(&engine, "sqlite://", NULL, NULL) != CQ_OK || cq_connect(engine, &db) != CQ_OK)
		return -1;
	static User rows[2];
	static Post posted[2];
	for (int i = 0; i < 2; i++) {
		rows[i] = CQ_NEW(User, .username = i == 0 ? "cleo" : "dora");
		posted[i] = CQ_NEW(Post, .author_id = 1, .title = "A title");
	}
	people = rows;
	articles = posted;
	condition = CONDITION(users.is_active);
	return cq_create_all(db, tables, sizeof tables / sizeof *tables) == CQ_OK ? 0 : -1;
}

static int close_database(void **state)
{
	cq_disconnect(&db);
	cq_engine_close((cq_engine **)*state);
	return 0;
}

/* Whatever else may happen to a clean twin on an empty database, it breaks no rule; this one may lack what it needs. What is for
 * sessions is found to be in order before a connection refuses it. */
static void clean_twins_break_no_rule(void **state)
{
	(void)state;
	int failures = 0;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const cq_status status = cases[i].clean();
		const bool for_sessions = status == CQ_RULE && strcmp(cq_last_error(db)->rule, "options-without-session") == 0;
		if (for_sessions || status == CQ_UNSUPPORTED || cq_status_class(status) != CQ_CLASS_PROGRAMMING)
			continue;
		printf("%s/%s: the clean twin: %s\n", cases[i].rule, cases[i].clause, cq_last_error(db)->message);
		failures++;
	}
	assert_int_equal(failures, 0);
}

static void mistakes_break_their_rule(void **state)
{
	(void)state;
	int failures = 0;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const cq_status status = cases[i].mistaken();
		const char *const rule = status == CQ_OK ? "" : cq_last_error(db)->rule;
		if (status == CQ_RULE && strcmp(rule, cases[i].rule) == 0)
			continue;
		printf("%s/%s: the mistake: %s %s: %s\n", cases[i].rule, cases[i].clause, cq_status_name(status), rule,
			status == CQ_OK ? "" : cq_last_error(db)->message);
		failures++;
	}
	assert_int_equal(failures, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mistakes_break_their_rule),
		cmocka_unit_test(clean_twins_break_no_rule),
	};
	return cmocka_run_group_tests(tests, open_database, close_database);
}
