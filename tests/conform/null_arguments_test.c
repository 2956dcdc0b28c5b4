/* null_arguments_test.c: what must not be NULL and is, is told as CQ_MISUSE, where nothing is asked of a database yet.
 */
#include "helpers.h"

#include <cquel/crud.h>
#include <cquel/listen.h>

static void values(void **state)
{
	(void)state;
	cq_decimal number = { .coefficient = 7, .scale = 2 };
	cq_date date = { .days = 7 };
	cq_time time = { .microseconds = 7 };
	cq_timestamp moment = { .microseconds = 7 };
	cq_interval span = { .months = 7 };
	cq_uuid uuid = { .bytes = { 7 } };
	assert_int_equal(cq_decimal_parse(NULL, &number), CQ_MISUSE);
	assert_true(number.coefficient == 0 && number.scale == 0);
	assert_int_equal(cq_date_parse(NULL, &date), CQ_MISUSE);
	assert_int_equal(date.days, 0);
	assert_int_equal(cq_time_parse(NULL, &time), CQ_MISUSE);
	assert_int_equal(time.microseconds, 0);
	assert_int_equal(cq_timestamp_parse(NULL, &moment), CQ_MISUSE);
	assert_int_equal(moment.microseconds, 0);
	assert_int_equal(cq_interval_parse(NULL, &span), CQ_MISUSE);
	assert_int_equal(span.months, 0);
	assert_int_equal(cq_uuid_parse(NULL, &uuid), CQ_MISUSE);
	assert_int_equal(uuid.bytes[0], 0);
	number = cq_decimal_constant(NULL);
	assert_int_equal(number.coefficient, 0);
}

static void outputs_of_values(void **state)
{
	(void)state;
	assert_int_equal(cq_decimal_parse("1", NULL), CQ_MISUSE);
	assert_int_equal(cq_decimal_rescale((cq_decimal){ .coefficient = 1 }, 2, NULL), CQ_MISUSE);
	assert_int_equal(cq_date_parse("2024-02-29", NULL), CQ_MISUSE);
	assert_int_equal(cq_date_make(2024, 2, 29, NULL), CQ_MISUSE);
	assert_int_equal(cq_time_parse("12:00", NULL), CQ_MISUSE);
	assert_int_equal(cq_timestamp_parse("2024-02-29", NULL), CQ_MISUSE);
	assert_int_equal(cq_interval_parse("P1D", NULL), CQ_MISUSE);
	assert_int_equal(cq_uuid_parse("00000000-0000-0000-0000-000000000000", NULL), CQ_MISUSE);
	assert_int_equal(cq_uuid_random(NULL), CQ_MISUSE);
	assert_string_equal(cq_decimal_format((cq_decimal){ .coefficient = 1 }, NULL), "");
	assert_string_equal(cq_date_format((cq_date){ .days = 1 }, NULL), "");
	assert_string_equal(cq_time_format((cq_time){ .microseconds = 1 }, NULL), "");
	assert_string_equal(cq_timestamp_format((cq_timestamp){ .microseconds = 1 }, NULL), "");
	assert_string_equal(cq_interval_format((cq_interval){ .days = 1 }, NULL), "");
	assert_string_equal(cq_uuid_format((cq_uuid){ .bytes = { 1 } }, NULL), "");
}

static void statements(void **state)
{
	(void)state;
	char text[CQ_ERROR_TEXT];
	const char *rule;
	cq_statement statement = STATEMENT(SQL(SELECT_ALL(people), FROM(people))), copy;
	assert_int_equal(cq_statement_check(NULL, &rule, text, sizeof text), CQ_MISUSE);
	assert_non_null(strstr(text, "NULL"));
	assert_string_equal(rule, "");
	assert_int_equal(cq_statement_extend(NULL, &statement), CQ_MISUSE);
	assert_int_equal(cq_statement_extend(&statement, NULL), CQ_MISUSE);
	cq_statement_copy(NULL, &statement);
	cq_statement_copy(&copy, NULL);
	assert_int_equal(cq_statement_check(&copy, &rule, text, sizeof text), CQ_MISUSE);
	cq_statement_release(&copy);
	cq_statement_release(NULL);
	assert_int_equal(cq_create_sql("sqlite", CQ_TABLES(people), NULL, text), CQ_MISUSE);
	assert_non_null(strstr(text, "NULL"));
}

static void tables_of_helpers(void **state)
{
	(void)state;
	cq_objects(Person) found;
	int64_t count = 7;
	REFUSED(cq_crud_list(session, NULL, 0, 10, &found), CQ_MISUSE, "cq_crud_list", "the table is NULL");
	REFUSED(cq_crud_count(session, NULL, &count), CQ_MISUSE, "cq_crud_count", "the table is NULL");
	assert_int_equal(cq_crud_list(NULL, NULL, 0, 10, &found), CQ_MISUSE);
}

static void ignore_site(void *user, const cq_site_counters *site)
{
	(void)user;
	(void)site;
}

/* Says who was called and what was NULL; a call that is right has said something else before. */
static void is_told(const cq_error *error, const char *call)
{
	assert_int_equal(error->code, CQ_MISUSE);
	if (strncmp(error->message, call, strlen(call)) != 0 || strstr(error->message, "NULL") == NULL)
		fail_msg("\"%s\" does not tell of %s and NULL", error->message, call);
}

static void what_an_engine_tells(void **state)
{
	(void)state;
	assert_int_equal(cq_connect(engine, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_connect:");
	assert_int_equal(cq_connect_shared(engine, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_connect_shared:");
	assert_int_equal(cq_connect_read_only(engine, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_connect_read_only:");
	assert_int_equal(cq_current(engine, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_current:");
	assert_int_equal(cq_session_open(engine, NULL, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_session_open:");
	assert_int_equal(cq_session_factory_open(engine, NULL, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_session_factory_open:");
	assert_int_equal(cq_engine_sites(engine, NULL, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_engine_sites:");
	assert_int_equal(cq_engine_sites(engine, ignore_site, NULL), CQ_OK);
	assert_int_equal(cq_dump_sites(engine, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_dump_sites:");
	assert_int_equal(cq_shielded(engine, NULL, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_shielded:");
	/* Without an engine there is none to tell it. */
	assert_int_equal(cq_connect(NULL, NULL), CQ_MISUSE);
	assert_int_equal(cq_engine_sites(NULL, NULL, NULL), CQ_MISUSE);
	assert_int_equal(cq_shielded(NULL, NULL, NULL), CQ_MISUSE);
}

static void what_a_factory_tells(void **state)
{
	(void)state;
	cq_session_factory *factory;
	assert_int_equal(cq_session_factory_open(engine, NULL, &factory), CQ_OK);
	assert_int_equal(cq_session_new(factory, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_session_open:");
	assert_int_equal(cq_connect(engine, NULL), CQ_MISUSE);
	assert_int_equal(cq_session_current(factory, NULL), CQ_MISUSE);
	is_told(cq_engine_error(engine), "cq_session_current:");
	assert_int_equal(cq_session_current(NULL, NULL), CQ_MISUSE);
	cq_session_factory_close(&factory);
}

static void what_a_connection_tells(void **state)
{
	(void)state;
	cq_connection *db;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_session_on(db, NULL, NULL), CQ_MISUSE);
	is_told(cq_last_error(db), "cq_session_on:");
	assert_int_equal(cq_check_queries(db, NULL), CQ_MISUSE);
	is_told(cq_last_error(db), "cq_check_queries:");
	if (database_kind() == CLIENT_POSTGRES) {
		cq_listener *listener;
		assert_int_equal(cq_listen(db, "news", &listener), CQ_OK);
		assert_int_equal(cq_listener_next(listener, 0, NULL), CQ_MISUSE);
		is_told(cq_last_error(db), "cq_listener_next:");
		cq_listener_close(&listener);
	}
	assert_int_equal(cq_listener_next(NULL, 0, NULL), CQ_MISUSE);
	assert_int_equal(cq_session_on(NULL, NULL, NULL), CQ_MISUSE);
	cq_disconnect(&db);
}

/* ---- what macros take ---------------------------------------------------------------------------------------------- */

static int bodies;

static cq_status transaction_of_a_connection(cq_connection *db)
{
	CQ_TRANSACTION(db) bodies++;
	return CQ_OK;
}

static cq_status savepoint_of_a_connection(cq_connection *db)
{
	CQ_SAVEPOINT(db) bodies++;
	return CQ_OK;
}

static cq_status transaction_of_a_session(cq_session *work)
{
	CQ_TRANSACTION(work) bodies++;
	return CQ_OK;
}

static cq_status savepoint_of_a_session(cq_session *work)
{
	CQ_SAVEPOINT(work) bodies++;
	return CQ_OK;
}

static cq_status session_of_an_engine(cq_engine *none)
{
	CQ_SESSION(none, NULL, work) bodies += work != NULL;
	return CQ_OK;
}

static void scopes(void **state)
{
	(void)state;
	cq_connection *const none = NULL;
	cq_session *const nobody = NULL;
	cq_status status = CQ_OK;
	bodies = 0;
	assert_int_equal(transaction_of_a_connection(none), CQ_MISUSE);
	assert_int_equal(savepoint_of_a_connection(none), CQ_MISUSE);
	assert_int_equal(transaction_of_a_session(nobody), CQ_MISUSE);
	assert_int_equal(savepoint_of_a_session(nobody), CQ_MISUSE);
	assert_int_equal(session_of_an_engine(NULL), CQ_MISUSE);
	CQ_TRANSACTION_STATUS(none, &status) bodies++;
	assert_int_equal(status, CQ_MISUSE);
	status = CQ_OK;
	CQ_SAVEPOINT_STATUS(nobody, &status) bodies++;
	assert_int_equal(status, CQ_MISUSE);
	status = CQ_OK;
	CQ_TRANSACTION_WITH_STATUS(nobody, &status, NULL) bodies++;
	assert_int_equal(status, CQ_MISUSE);
	status = CQ_OK;
	CQ_SESSION_STATUS((cq_engine *)NULL, NULL, work, &status) bodies++;
	assert_int_equal(status, CQ_MISUSE);
	assert_int_equal(bodies, 0);
}

static void verbs(void **state)
{
	(void)state;
	cq_connection *const none = NULL;
	cq_session *const nobody = NULL;
	assert_int_equal(cq_begin(none, NULL), CQ_MISUSE);
	assert_int_equal(cq_begin(nobody, NULL), CQ_MISUSE);
	assert_int_equal(cq_commit(none), CQ_MISUSE);
	assert_int_equal(cq_commit(nobody), CQ_MISUSE);
	assert_int_equal(cq_rollback(none), CQ_MISUSE);
	assert_int_equal(cq_rollback(nobody), CQ_MISUSE);
	assert_int_equal(cq_flush(nobody), CQ_MISUSE);
	assert_false(cq_in_transaction(none));
	assert_false(cq_in_transaction(nobody));
	assert_int_equal(cq_create_all(none, CQ_TABLES(people)), CQ_MISUSE);
	assert_int_equal(cq_create_all(nobody, CQ_TABLES(people)), CQ_MISUSE);
	assert_int_equal(cq_drop_all(nobody, CQ_TABLES(people)), CQ_MISUSE);
	assert_int_equal(cq_last_error(none)->code, CQ_MISUSE);
	assert_int_equal(cq_last_error(nobody)->code, CQ_MISUSE);
	assert_int_equal(cq_execute(nobody, NULL, SQL(DELETE_FROM(people), WHERE(EQ(people.id, 1)))), CQ_MISUSE);
	assert_int_equal(cq_execute(none, NULL, SQL(DELETE_FROM(people), WHERE(EQ(people.id, 1)))), CQ_MISUSE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values),
		cmocka_unit_test(outputs_of_values),
		cmocka_unit_test(statements),
		TEST(tables_of_helpers),
		TEST(what_an_engine_tells),
		TEST(what_a_factory_tells),
		TEST(what_a_connection_tells),
		cmocka_unit_test(scopes),
		cmocka_unit_test(verbs),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests(tests, NULL, NULL);
}
