/* unit/driver_postgres_cache_test.c: prepared statements: found again, evicted, void after a change of the schema, gone at the
 * server. A real server answers.
 */
#include "driver_postgres_server.h"

static const char named[] = "SELECT count(*) FROM pg_prepared_statements";

/* Runs the same text, with its id; true when it was prepared before. */
static bool run_again(cq__connection *connection, const cq__text *text, cq_status expected)
{
	kit_call call;
	kit_make(&call, text->sql);
	call.request.text = text;
	const cq_status status = kit_run_call(connection, &call);
	if (status != expected)
		fail_msg("%s: %s", text->sql, kit_said);
	const bool cached = call.request.was_cached;
	kit_free(&call);
	return cached;
}

static void texts_are_prepared_once(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	const cq__text text = kit_text("SELECT 1::bigint");
	assert_false(run_again(connection, &text, CQ_OK));
	assert_true(run_again(connection, &text, CQ_OK));
	assert_true(run_again(connection, &text, CQ_OK));
	assert_int_equal(kit_value(connection, named), 2);
	/* One that is run for this once leaves nothing. */
	cq__text once = kit_text("SELECT 2::bigint");
	once.cacheable = false;
	assert_false(run_again(connection, &once, CQ_OK));
	assert_false(run_again(connection, &once, CQ_OK));
	/* What the executor forgets the server forgets. */
	cq__driver_postgres.forget(connection, text.id);
	assert_int_equal(kit_value(connection, "SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT 1::bigint'"), 1);
	assert_int_equal(kit_value(connection, "SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT 1::bigint'"), 0);
	assert_false(run_again(connection, &text, CQ_OK));
	cq__driver_postgres.forget(connection, 123456);
	kit_close(connection);
}

static void the_oldest_go_first(void **state)
{
	(void)state;
	cq__open_options options = kit_options();
	options.statement_cache_bytes = 20000;
	cq__connection *const connection = kit_open_with(&options);
	enum { MANY = 60 };
	static char sql[MANY][40];
	cq__text texts[MANY];
	for (int i = 0; i < MANY; i++) {
		(void)snprintf(sql[i], sizeof sql[i], "SELECT %d::bigint", i);
		texts[i] = kit_text(sql[i]);
		assert_false(run_again(connection, &texts[i], CQ_OK));
		/* The first one is in use all the time. */
		assert_int_equal(run_again(connection, &texts[0], CQ_OK), true);
	}
	assert_true(run_again(connection, &texts[MANY - 1], CQ_OK));
	assert_false(run_again(connection, &texts[1], CQ_OK));
	kit_turn(20);
	const int64_t held = kit_value(connection, named);
	assert_true(held >= 3 && held <= 12);
	/* In a transaction nothing is dropped that could fail there, and all of it goes behind it. */
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	for (int i = 20; i < 40; i++)
		assert_false(run_again(connection, &texts[i], CQ_OK));
	assert_false(run_again(connection, &texts[20], CQ_OK));
	assert_int_equal(kit_control(connection, CQ__CONTROL_COMMIT, "COMMIT"), CQ_OK);
	(void)kit_value(connection, named);
	assert_true(kit_value(connection, named) <= 12);
	kit_close(connection);
}

/* The schema changes under a prepared statement. */
static void void_plans_are_made_anew(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE changing (id integer)");
	(void)kit_ask(kit.plain, "INSERT INTO changing VALUES (1)");
	cq__connection *const connection = kit_open();
	const cq__text text = kit_text("SELECT id FROM changing");
	assert_false(run_again(connection, &text, CQ_OK));
	assert_true(run_again(connection, &text, CQ_OK));
	(void)kit_ask(kit.plain, "ALTER TABLE changing ALTER id TYPE bigint");
	/* Unseen: on the short way, and through the queue. */
	(void)run_again(connection, &text, CQ_OK);
	assert_true(run_again(connection, &text, CQ_OK));
	(void)kit_ask(kit.plain, "ALTER TABLE changing ALTER id TYPE smallint");
	kit_call calls[5];
	for (size_t i = 0; i < COUNT(calls); i++) {
		kit_make(&calls[i], text.sql);
		calls[i].request.text = &text;
		cq__driver_postgres.submit(connection, &calls[i].request);
	}
	for (size_t i = 0; i < COUNT(calls); i++) {
		kit_finish(&calls[i]);
		assert_int_equal(kit_number_of(&calls[i]), 1);
		kit_free(&calls[i]);
	}
	assert_true(run_again(connection, &text, CQ_OK));
	/* In a transaction it is a failure, told as it is; behind it all is well. */
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	(void)kit_ask(kit.plain, "ALTER TABLE changing ALTER id TYPE bigint");
	kit_call call;
	kit_make(&call, text.sql);
	call.request.text = &text;
	call.request.within = true;
	assert_int_equal(kit_run_call(connection, &call), CQ_UNSUPPORTED);
	assert_string_equal(cq__error_get(&call.error)->sqlstate, "0A000");
	kit_free(&call);
	assert_int_equal(kit_control(connection, CQ__CONTROL_ROLLBACK, "ROLLBACK"), CQ_OK);
	(void)run_again(connection, &text, CQ_OK);
	assert_true(run_again(connection, &text, CQ_OK));
	/* A change that the statement does not survive is told once. */
	(void)kit_ask(kit.plain, "DROP TABLE changing");
	(void)run_again(connection, &text, CQ_SYNTAX);
	assert_string_not_equal(kit_said, "");
	(void)run_again(connection, &text, CQ_SYNTAX);
	kit_turn(20);
	assert_true(kit_value(connection, named) <= 3);
	kit_close(connection);
}

/* Somebody else has taken the server's statements away. */
static void what_is_gone_at_the_server_is_prepared_anew(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE gone (id bigint)");
	cq__connection *const connection = kit_open();
	const cq__text read = kit_text("SELECT count(*) FROM gone"), write = kit_text("INSERT INTO gone VALUES (1)");
	assert_false(run_again(connection, &read, CQ_OK));
	assert_false(run_again(connection, &write, CQ_OK));
	cq__text all = kit_text("DEALLOCATE ALL");
	all.cacheable = false;
	(void)run_again(connection, &all, CQ_OK);
	(void)run_again(connection, &read, CQ_OK);
	(void)run_again(connection, &write, CQ_OK);
	assert_int_equal(kit_number("SELECT count(*) FROM gone"), 2);
	(void)run_again(connection, &all, CQ_OK);
	kit_call calls[4];
	for (size_t i = 0; i < COUNT(calls); i++) {
		const cq__text *const text = i % 2 == 0 ? &read : &write;
		kit_make(&calls[i], text->sql);
		calls[i].request.text = text;
		cq__driver_postgres.submit(connection, &calls[i].request);
	}
	for (size_t i = 0; i < COUNT(calls); i++) {
		kit_finish(&calls[i]);
		assert_int_equal(calls[i].request.status, CQ_OK);
		kit_free(&calls[i]);
	}
	assert_int_equal(kit_number("SELECT count(*) FROM gone"), 4);
	/* COMMIT and ROLLBACK need none. */
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	(void)run_again(connection, &write, CQ_OK);
	(void)run_again(connection, &all, CQ_OK);
	assert_int_equal(kit_control(connection, CQ__CONTROL_COMMIT, "COMMIT"), CQ_OK);
	assert_int_equal(kit_number("SELECT count(*) FROM gone"), 5);
	kit_close(connection);
}

/* The name that a text which has not been prepared yet would get is taken by somebody else, who keeps it. */
static void take_next_name(cq__connection *connection, const cq__text *text)
{
	char sql[120];
	(void)snprintf(sql, sizeof sql, "PREPARE cq_%u_%08x AS SELECT 13::bigint", (unsigned)text->id,
		(unsigned)connection->cache.suffix);
	cq__text prepare = kit_text(sql);
	prepare.cacheable = false;
	(void)run_again(connection, &prepare, CQ_OK);
}

static int64_t count_thirteens(cq__connection *connection)
{
	return kit_value(connection, "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'PREPARE %13::bigint'");
}

/* 42P05: the server has a statement of that name already; once, another name is taken. */
static void a_name_that_is_taken_is_given_up(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE taken (id bigint)");
	cq__connection *const connection = kit_open();
	const cq__text read = kit_text("SELECT count(*) FROM taken"), write = kit_text("INSERT INTO taken VALUES (1)");
	take_next_name(connection, &read);
	assert_false(run_again(connection, &read, CQ_OK));
	assert_true(run_again(connection, &read, CQ_OK));
	take_next_name(connection, &write);
	assert_false(run_again(connection, &write, CQ_OK));
	assert_true(run_again(connection, &write, CQ_OK));
	assert_int_equal(kit_number("SELECT count(*) FROM taken"), 2);
	/* Whose they are they stay. */
	kit_turn(20);
	assert_int_equal(count_thirteens(connection), 2);
	/* Among others of one Sync, and in the form that only prepares. */
	kit_call calls[5];
	const cq__text many = kit_text("SELECT count(*) + 0 FROM taken");
	take_next_name(connection, &many);
	for (size_t i = 0; i < COUNT(calls); i++) {
		kit_make(&calls[i], i % 2 == 0 ? many.sql : "SELECT 1::bigint");
		if (i % 2 == 0)
			calls[i].request.text = &many;
		cq__driver_postgres.submit(connection, &calls[i].request);
	}
	for (size_t i = 0; i < COUNT(calls); i++) {
		kit_finish(&calls[i]);
		assert_int_equal(kit_number_of(&calls[i]), i % 2 == 0 ? 2 : 1);
		kit_free(&calls[i]);
	}
	/* In a transaction it is a failure, which has ended that; behind it all is well. */
	const cq__text within = kit_text("SELECT count(*) + 1 FROM taken");
	take_next_name(connection, &within);
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	kit_call call;
	kit_make(&call, within.sql);
	call.request.text = &within;
	call.request.within = true;
	assert_int_equal(kit_run_call(connection, &call), CQ_DATABASE);
	assert_string_equal(cq__error_get(&call.error)->sqlstate, "42P05");
	kit_free(&call);
	assert_int_equal(kit_control(connection, CQ__CONTROL_ROLLBACK, "ROLLBACK"), CQ_OK);
	assert_false(run_again(connection, &within, CQ_OK));
	assert_true(run_again(connection, &within, CQ_OK));
	kit_turn(20);
	assert_int_equal(count_thirteens(connection), 4);
	kit_close(connection);
}

/* Every name is taken: it is tried once again and not for ever. */
static void names_are_not_tried_for_ever(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	const cq__text text = kit_text("SELECT 1::bigint");
	const uint32_t suffix = connection->cache.suffix;
	for (uint32_t i = 0; i < 3; i++) {
		connection->cache.suffix = suffix + i;
		take_next_name(connection, &text);
	}
	connection->cache.suffix = suffix;
	(void)run_again(connection, &text, CQ_DATABASE);
	assert_non_null(strstr(kit_said, "already exists"));
	/* The next run begins with the third, and ends with a fourth. */
	(void)run_again(connection, &text, CQ_OK);
	assert_true(run_again(connection, &text, CQ_OK));
	kit_close(connection);
}

/* 26000 in a transaction is a failure; behind it the statement is prepared anew. */
static void what_is_gone_inside_a_transaction_is_told(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE vanished (id bigint)");
	cq__connection *const connection = kit_open();
	const cq__text write = kit_text("INSERT INTO vanished VALUES (1)");
	cq__text all = kit_text("DEALLOCATE ALL");
	all.cacheable = false;
	assert_false(run_again(connection, &write, CQ_OK));
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	(void)run_again(connection, &all, CQ_OK);
	kit_call call, behind;
	kit_make(&call, write.sql);
	call.request.text = &write;
	call.request.within = true;
	assert_int_equal(kit_run_call(connection, &call), CQ_DATABASE);
	assert_string_equal(cq__error_get(&call.error)->sqlstate, "26000");
	assert_true(call.request.in_transaction);
	kit_free(&call);
	kit_make(&behind, "INSERT INTO vanished VALUES (2)");
	behind.request.within = true;
	assert_int_equal(kit_run_call(connection, &behind), CQ_DATABASE);
	assert_string_equal(cq__error_get(&behind.error)->sqlstate, "25P02");
	kit_free(&behind);
	assert_int_equal(kit_control(connection, CQ__CONTROL_COMMIT, "COMMIT"), CQ_DATABASE);
	assert_int_equal(kit_number("SELECT count(*) FROM vanished"), 1);
	assert_false(run_again(connection, &write, CQ_OK));
	assert_true(run_again(connection, &write, CQ_OK));
	assert_int_equal(kit_number("SELECT count(*) FROM vanished"), 3);
	kit_close(connection);
}

/* A text that does not even parse takes nobody along, and leaves nothing behind. */
static void bad_texts_leave_nothing(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	const cq__text bad = kit_text("SELECT nonsense FROM nowhere"), empty = kit_text("");
	for (int i = 0; i < 3; i++) {
		assert_false(run_again(connection, &bad, CQ_SYNTAX));
		(void)run_again(connection, &empty, CQ_SYNTAX);
	}
	kit_call calls[6];
	for (size_t i = 0; i < COUNT(calls); i++) {
		kit_make(&calls[i], i % 2 == 0 ? bad.sql : "SELECT 1::bigint");
		if (i % 2 == 0)
			calls[i].request.text = &bad;
		cq__driver_postgres.submit(connection, &calls[i].request);
	}
	for (size_t i = 0; i < COUNT(calls); i++) {
		kit_finish(&calls[i]);
		assert_int_equal(calls[i].request.status, i % 2 == 0 ? CQ_SYNTAX : CQ_OK);
		kit_free(&calls[i]);
	}
	assert_int_equal(kit_value(connection, "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%nonsense%' AND statement NOT LIKE '%pg_%'"), 0);
	/* COPY is no statement to be run: it would leave the connection in the middle of something. */
	(void)kit_ask(kit.plain, "CREATE TABLE copied (id bigint)");
	assert_int_equal(kit_try(connection, "COPY copied FROM STDIN"), CQ_UNSUPPORTED);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BROKEN);
	kit_close(connection);
}

/* Behind a pooler that hands each transaction to another session: no name is used. */
static void without_names_nothing_is_kept(void **state)
{
	(void)state;
	cq__open_options options = kit_options();
	options.unnamed = true;
	cq__connection *const connection = kit_open_with(&options);
	const cq__text text = kit_text("SELECT 1::bigint");
	for (int i = 0; i < 3; i++)
		assert_false(run_again(connection, &text, CQ_OK));
	assert_int_equal(kit_value(connection, named), 0);
	kit_close(connection);
}

int main(void)
{
	if (!kit_available())
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_prepared_once),
		cmocka_unit_test(the_oldest_go_first),
		cmocka_unit_test(void_plans_are_made_anew),
		cmocka_unit_test(what_is_gone_at_the_server_is_prepared_anew),
		cmocka_unit_test(a_name_that_is_taken_is_given_up),
		cmocka_unit_test(names_are_not_tried_for_ever),
		cmocka_unit_test(what_is_gone_inside_a_transaction_is_told),
		cmocka_unit_test(bad_texts_leave_nothing),
		cmocka_unit_test(without_names_nothing_is_kept),
	};
	return cmocka_run_group_tests(tests, kit_begin, kit_end);
}
