/* unit/driver_postgres_pipeline_test.c: what is sent together: order, what a failure takes along, what is sent again, and a server
 * that goes away in the middle. A real server answers.
 */
#include "driver_postgres_server.h"

#include <poll.h>

/* ---- order -------------------------------------------------------------------------------------------------------- */

static void answers_belong_to_their_questions(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	enum { MANY = 200 };
	static kit_call calls[MANY];
	char sql[MANY][40];
	kit_turns = 0;
	for (int i = 0; i < MANY; i++) {
		(void)snprintf(sql[i], sizeof sql[i], "SELECT %d::bigint", i);
		kit_submit(connection, &calls[i], sql[i]);
	}
	assert_int_equal(cq__driver_postgres.load(connection), MANY);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BUSY);
	for (int i = 0; i < MANY; i++)
		kit_finish(&calls[i]);
	for (int i = 0; i < MANY; i++) {
		assert_int_equal(kit_number_of(&calls[i]), i);
		assert_int_equal(calls[i].turn, i + 1);
		kit_free(&calls[i]);
	}
	assert_int_equal(cq__driver_postgres.load(connection), 0);
	/* The Sync behind the last one may still be on its way. */
	kit_do(connection, "SELECT 1::bigint");
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_IDLE);
	kit_close(connection);
}

static void one_that_is_waited_for_finishes_those_before_it(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	kit_call first, second, third;
	kit_turns = 0;
	kit_submit(connection, &first, "SELECT 1::bigint");
	kit_submit(connection, &second, "SELECT 2::bigint");
	kit_submit(connection, &third, "SELECT 3::bigint");
	cq__driver_postgres.wait(connection, &second.request);
	assert_int_equal(second.completed, 0);
	assert_int_equal(kit_number_of(&second), 2);
	kit_finish(&first);
	kit_finish(&third);
	/* Done and not delivered yet: it is taken from there. */
	kit_free(&first);
	kit_submit(connection, &first, "SELECT 4::bigint");
	cq__driver_postgres.cancel(connection, &first.request);
	assert_int_equal(first.completed, 0);
	cq__driver_postgres.wait(connection, &first.request);
	assert_int_equal(first.request.status, CQ_CANCELLED);
	kit_turn(20);
	assert_int_equal(first.completed, 0);
	kit_free(&first);
	kit_free(&second);
	kit_free(&third);
	kit_close(connection);
}

/* ---- failures ----------------------------------------------------------------------------------------------------- */

static void reads_do_not_suffer_from_each_other(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	static const char *const texts[] = { "SELECT 1::bigint", "SELECT 1/0", "SELECT 3::bigint", "SELECT nonsense", "SELECT 5::bigint",
		"SELECT 6::bigint" };
	kit_call calls[COUNT(texts)];
	kit_turns = 0;
	for (size_t i = 0; i < COUNT(texts); i++)
		kit_submit(connection, &calls[i], texts[i]);
	for (size_t i = 0; i < COUNT(texts); i++)
		kit_finish(&calls[i]);
	assert_int_equal(calls[1].request.status, CQ_DATABASE);
	assert_string_equal(cq__error_get(&calls[1].error)->sqlstate, "22012");
	assert_int_equal(calls[3].request.status, CQ_SYNTAX);
	assert_string_equal(cq__error_get(&calls[3].error)->sqlstate, "42703");
	for (size_t i = 0; i < COUNT(texts); i++) {
		if (i != 1 && i != 3)
			assert_int_equal(kit_number_of(&calls[i]), (int)i + 1);
		assert_false(calls[i].request.in_transaction);
		kit_free(&calls[i]);
	}
	kit_close(connection);
}

static void each_write_stands_alone(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE alone (id bigint PRIMARY KEY)");
	cq__connection *const connection = kit_open();
	static const char *const texts[] = { "INSERT INTO alone VALUES (1)", "INSERT INTO alone VALUES (1)", "SELECT count(*) FROM alone",
		"INSERT INTO alone VALUES (2), (3)", "SELECT 1/0", "DELETE FROM alone WHERE id = 1", "SELECT count(*) FROM alone" };
	kit_call calls[COUNT(texts)];
	for (size_t i = 0; i < COUNT(texts); i++)
		kit_submit(connection, &calls[i], texts[i]);
	for (size_t i = 0; i < COUNT(texts); i++)
		kit_finish(&calls[i]);
	assert_int_equal(calls[0].request.status, CQ_OK);
	assert_int_equal(calls[0].request.changes, 1);
	assert_int_equal(calls[1].request.status, CQ_UNIQUE);
	assert_string_equal(cq__error_get(&calls[1].error)->constraint, "alone_pkey");
	assert_string_equal(cq__error_get(&calls[1].error)->table, "alone");
	assert_int_equal(kit_number_of(&calls[2]), 1);
	assert_int_equal(calls[3].request.changes, 2);
	assert_int_equal(calls[4].request.status, CQ_DATABASE);
	assert_int_equal(calls[5].request.changes, 1);
	assert_int_equal(kit_number_of(&calls[6]), 2);
	for (size_t i = 0; i < COUNT(texts); i++)
		kit_free(&calls[i]);
	assert_int_equal(kit_number("SELECT count(*) FROM alone"), 2);
	kit_close(connection);
}

/* What is only checked when the statement is kept fails it, although its own answer was success. */
static void what_fails_at_the_end_has_failed(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE parents (id bigint PRIMARY KEY)");
	(void)kit_ask(kit.plain, "CREATE TABLE children (id bigint REFERENCES parents DEFERRABLE INITIALLY DEFERRED)");
	cq__connection *const connection = kit_open();
	kit_call before, bad, behind;
	kit_submit(connection, &before, "INSERT INTO parents VALUES (1)");
	kit_submit(connection, &bad, "INSERT INTO children VALUES (7)");
	kit_submit(connection, &behind, "INSERT INTO children VALUES (1)");
	kit_finish(&before);
	kit_finish(&bad);
	kit_finish(&behind);
	assert_int_equal(before.request.status, CQ_OK);
	assert_int_equal(bad.request.status, CQ_FOREIGN_KEY);
	assert_int_equal(bad.request.changes, 0);
	assert_int_equal(behind.request.status, CQ_OK);
	kit_free(&before);
	kit_free(&bad);
	kit_free(&behind);
	/* The same on the short way, the second time. */
	for (int i = 0; i < 3; i++) {
		static cq__text text;
		if (i == 0)
			text = kit_text("INSERT INTO children VALUES (8)");
		kit_make(&bad, text.sql);
		bad.request.text = &text;
		assert_int_equal(kit_run_call(connection, &bad), CQ_FOREIGN_KEY);
		kit_free(&bad);
	}
	assert_int_equal(kit_number("SELECT count(*) FROM children"), 1);
	kit_close(connection);
}

/* ---- transactions ------------------------------------------------------------------------------------------------- */

static void a_transaction_goes_as_one(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE ones (id bigint PRIMARY KEY)");
	cq__connection *const connection = kit_open();
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	assert_true(cq__driver_postgres.in_transaction(connection));
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_TRANSACTION);
	kit_call calls[4];
	static const char *const texts[] = { "INSERT INTO ones VALUES (1)", "INSERT INTO ones VALUES (1)", "INSERT INTO ones VALUES (2)",
		"SELECT count(*) FROM ones" };
	for (size_t i = 0; i < COUNT(texts); i++) {
		kit_make(&calls[i], texts[i]);
		calls[i].request.within = true;
		cq__driver_postgres.submit(connection, &calls[i].request);
	}
	kit_call commit;
	kit_make_control(&commit, CQ__CONTROL_COMMIT, "COMMIT");
	commit.request.within = true;
	cq__driver_postgres.submit(connection, &commit.request);
	kit_finish(&commit);
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_int_equal(calls[i].completed, 1);
	assert_int_equal(calls[0].request.status, CQ_OK);
	assert_int_equal(calls[1].request.status, CQ_UNIQUE);
	assert_int_equal(calls[2].request.status, CQ_DATABASE);
	assert_string_equal(cq__error_get(&calls[2].error)->sqlstate, "25P02");
	assert_int_equal(calls[3].request.status, CQ_DATABASE);
	/* The server answers it with success. */
	assert_int_equal(commit.request.status, CQ_DATABASE);
	assert_false(commit.request.abandoned);
	assert_false(commit.request.in_transaction);
	assert_false(cq__driver_postgres.in_transaction(connection));
	for (size_t i = 0; i < COUNT(texts); i++)
		kit_free(&calls[i]);
	kit_free(&commit);
	assert_int_equal(kit_number("SELECT count(*) FROM ones"), 0);
	kit_close(connection);
}

static void what_belongs_to_a_transaction_needs_its_begin(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE begun (id bigint PRIMARY KEY)");
	cq__connection *const connection = kit_open();
	kit_call begin, within, later, outside;
	kit_make_control(&begin, CQ__CONTROL_BEGIN, "BEGIN ISOLATION LEVEL NONSENSE");
	cq__driver_postgres.submit(connection, &begin.request);
	kit_make(&within, "INSERT INTO begun VALUES (1)");
	within.request.within = true;
	cq__driver_postgres.submit(connection, &within.request);
	cq__pg_flush(connection);
	kit_make(&later, "INSERT INTO begun VALUES (2)");
	later.request.within = true;
	cq__driver_postgres.submit(connection, &later.request);
	kit_finish(&later);
	kit_finish(&begin);
	assert_int_equal(begin.request.status, CQ_SYNTAX);
	assert_int_equal(within.request.status, CQ_DATABASE);
	assert_int_equal(later.request.status, CQ_DATABASE);
	kit_submit(connection, &outside, "INSERT INTO begun VALUES (3)");
	kit_finish(&outside);
	assert_int_equal(outside.request.status, CQ_OK);
	assert_int_equal(kit_number("SELECT sum(id) FROM begun"), 3);
	kit_free(&begin);
	kit_free(&within);
	kit_free(&later);
	kit_free(&outside);
	/* One that succeeds takes them along. */
	kit_make_control(&begin, CQ__CONTROL_BEGIN, "BEGIN");
	cq__driver_postgres.submit(connection, &begin.request);
	kit_make(&within, "INSERT INTO begun VALUES (4)");
	within.request.within = true;
	cq__driver_postgres.submit(connection, &within.request);
	kit_finish(&within);
	assert_int_equal(within.request.status, CQ_OK);
	assert_true(within.request.in_transaction);
	assert_int_equal(kit_control(connection, CQ__CONTROL_ROLLBACK, "ROLLBACK"), CQ_OK);
	assert_int_equal(kit_number("SELECT sum(id) FROM begun"), 3);
	kit_free(&begin);
	kit_free(&within);
	kit_close(connection);
}

/* ---- writes whose rows cannot be handed over ----------------------------------------------------------------------- */

static void rows_that_are_not_taken_undo_their_write(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE given (id bigint PRIMARY KEY, note bigint)");
	(void)kit_ask(kit.plain, "INSERT INTO given VALUES (1, 1), (2, 2)");
	cq__connection *const connection = kit_open();
	kit_call call;
	for (int i = 0; i < 3; i++) {
		kit_make(&call, "UPDATE given SET note = 0 RETURNING id");
		call.request.sink = CQ__SINK_FIRST;
		call.request.row_limit = 2;
		assert_int_equal(kit_run_call(connection, &call), CQ_TOO_MANY_ROWS);
		assert_null(call.request.arena);
		kit_free(&call);
		assert_int_equal(kit_number("SELECT sum(note) FROM given"), 3);
	}
	kit_make(&call, "UPDATE given SET note = 5 WHERE id = 1 RETURNING note");
	call.request.sink = CQ__SINK_FIRST;
	call.request.row_limit = 2;
	assert_int_equal(kit_run_call(connection, &call), CQ_OK);
	assert_int_equal(*(const int64_t *)call.request.items, 5);
	kit_free(&call);
	assert_int_equal(kit_number("SELECT sum(note) FROM given"), 7);
	/* In a transaction all of it is undone, as behind any other failure. */
	static cq__text text;
	text = kit_text("UPDATE given SET note = 0 RETURNING id");
	for (int i = 0; i < 3; i++) {
		assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
		kit_make(&call, text.sql);
		call.request.text = &text;
		call.request.sink = CQ__SINK_FIRST;
		call.request.row_limit = 2;
		call.request.within = true;
		assert_int_equal(kit_run_call(connection, &call), CQ_TOO_MANY_ROWS);
		kit_free(&call);
		assert_int_equal(kit_control(connection, CQ__CONTROL_COMMIT, "COMMIT"), CQ_DATABASE);
		assert_int_equal(kit_number("SELECT sum(note) FROM given"), 7);
	}
	kit_close(connection);
}

/* ---- a server that goes ------------------------------------------------------------------------------------------- */

static void a_killed_backend_ends_everything_once(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE killed (id bigint PRIMARY KEY)");
	cq__connection *const connection = kit_open();
	static const char *const texts[] = { "SELECT 1::bigint", "INSERT INTO killed VALUES (1)", "SELECT 2::bigint",
		"SELECT pg_sleep(30)", "INSERT INTO killed VALUES (2)", "SELECT 3::bigint" };
	kit_call calls[COUNT(texts)];
	for (size_t i = 0; i < COUNT(texts); i++)
		kit_submit(connection, &calls[i], texts[i]);
	kit_turn(50);
	kit_call queued;
	/* The read behind it shares its Sync, and servers answer at the Sync. */
	assert_int_equal(calls[1].completed, 1);
	kit_kill(kit_process(connection));
	for (size_t i = 0; i < COUNT(texts); i++)
		kit_finish(&calls[i]);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(calls[i].request.status, CQ_OK);
	for (size_t i = 3; i < COUNT(texts); i++) {
		assert_int_equal(calls[i].request.status, CQ_CONNECTION);
		assert_string_equal(cq__error_get(&calls[i].error)->sqlstate, "57P01");
	}
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BROKEN);
	/* What comes now is refused, and told from the loop. */
	kit_submit(connection, &queued, "SELECT 4::bigint");
	assert_int_equal(queued.completed, 0);
	kit_finish(&queued);
	assert_int_equal(queued.request.status, CQ_CONNECTION);
	assert_false(queued.request.abandoned);
	assert_int_equal(kit_try(connection, "SELECT 5::bigint"), CQ_CONNECTION);
	kit_turn(20);
	for (size_t i = 0; i < COUNT(texts); i++) {
		assert_int_equal(calls[i].completed, 1);
		kit_free(&calls[i]);
	}
	kit_free(&queued);
	kit_close(connection);
}

static void an_idle_connection_that_was_killed_is_found_dead(void **state)
{
	(void)state;
	for (int way = 0; way < 3; way++) {
		cq__connection *const connection = kit_open();
		static cq__text text;
		text = kit_text("SELECT 1::bigint");
		kit_call call;
		for (int i = 0; i < 2; i++) {
			kit_make(&call, text.sql);
			call.request.text = &text;
			assert_int_equal(kit_run_call(connection, &call), CQ_OK);
			kit_free(&call);
		}
		assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_IDLE);
		kit_kill(kit_process(connection));
		kit_make(&call, text.sql);
		call.request.text = &text;
		/* Whoever looks before it is used sees it. */
		if (way == 2)
			assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BROKEN);
		if (way == 0) {
			assert_int_equal(kit_run_call(connection, &call), CQ_CONNECTION);
		} else {
			cq__driver_postgres.submit(connection, &call.request);
			kit_finish(&call);
			assert_int_equal(call.request.status, CQ_CONNECTION);
		}
		assert_true(*cq__error_get(&call.error)->message != '\0');
		assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BROKEN);
		kit_free(&call);
		kit_close(connection);
	}
}

static void a_commit_that_nobody_answered_is_unknown(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE slow (id bigint PRIMARY KEY)");
	(void)kit_ask(kit.plain, "CREATE FUNCTION wait_long() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(30); RETURN NULL; END $$");
	(void)kit_ask(kit.plain, "CREATE CONSTRAINT TRIGGER slowly AFTER INSERT ON slow DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_long()");
	cq__connection *const connection = kit_open();
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	kit_do(connection, "INSERT INTO slow VALUES (1)");
	kit_call commit, behind;
	kit_make_control(&commit, CQ__CONTROL_COMMIT, "COMMIT");
	cq__driver_postgres.submit(connection, &commit.request);
	kit_submit(connection, &behind, "INSERT INTO slow VALUES (2)");
	kit_turn(50);
	assert_int_equal(commit.completed, 0);
	kit_kill(kit_process(connection));
	kit_finish(&commit);
	kit_finish(&behind);
	assert_int_equal(commit.request.status, CQ_COMMIT_UNKNOWN);
	assert_int_equal(behind.request.status, CQ_CONNECTION);
	kit_free(&commit);
	kit_free(&behind);
	kit_close(connection);
}

/* A connection that is closed with everything under way completes all of it. */
static void closing_completes_what_is_under_way(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	const int process = kit_process(connection);
	kit_call calls[3];
	kit_submit(connection, &calls[0], "SELECT pg_sleep(30)");
	kit_submit(connection, &calls[1], "SELECT 1::bigint");
	cq__pg_flush(connection);
	kit_submit(connection, &calls[2], "SELECT 2::bigint");
	kit_turn(20);
	kit_close(connection);
	for (size_t i = 0; i < COUNT(calls); i++) {
		assert_int_equal(calls[i].completed, 1);
		assert_int_equal(calls[i].request.status, CQ_CANCELLED);
		kit_free(&calls[i]);
	}
	/* The server does not go on with it. */
	char sql[100];
	(void)snprintf(sql, sizeof sql, "SELECT count(*) FROM pg_stat_activity WHERE pid = %d", process);
	for (int i = 0; i < 100 && kit_number(sql) != 0; i++)
		(void)usleep(20000);
	assert_int_equal(kit_number(sql), 0);
}

/* ---- parameters of all sizes --------------------------------------------------------------------------------------- */

static void much_goes_both_ways_at_once(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	enum { MANY = 40, LENGTH = 1000000 };
	static kit_call calls[MANY];
	static cq_value value;
	static const cq__bind bind = { .from = CQ_TYPE_TEXT, .to = CQ_TYPE_TEXT };
	char *const text = malloc(LENGTH + 1);
	assert_non_null(text);
	memset(text, 'x', LENGTH);
	text[LENGTH] = '\0';
	value = (cq_value){ .text = text };
	static const cq__decode column = { .type = CQ_TYPE_TEXT, .name = "text" };
	static const cq__decode_plan plan = { .row_size = sizeof(char *), .column_count = 1, .result_columns = 1, .columns = &column,
		.name = "Text", .complete = true };
	for (int i = 0; i < MANY; i++) {
		kit_make(&calls[i], "SELECT $1::text");
		calls[i].text.binds = &bind;
		calls[i].text.bind_count = 1;
		calls[i].request.values = &value;
		calls[i].request.plan = &plan;
		cq__driver_postgres.submit(connection, &calls[i].request);
	}
	for (int i = 0; i < MANY; i++) {
		kit_finish(&calls[i]);
		assert_int_equal(calls[i].request.status, CQ_OK);
		assert_int_equal(strlen(*(char *const *)calls[i].request.items), LENGTH);
		kit_free(&calls[i]);
	}
	free(text);
	kit_close(connection);
}

/* Where the socket is full libpq reads while it sends; here the test does. A write with rows that has failed is told of nothing more: its
 * server skips all up to the Sync, and that is sent when the rows have been seen. */
static void what_came_while_it_was_sent_is_seen(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE there (id bigint PRIMARY KEY)");
	(void)kit_ask(kit.plain, "INSERT INTO there VALUES (1)");
	cq__connection *const connection = kit_open();
	kit_call call;
	kit_make(&call, "INSERT INTO there VALUES (1) RETURNING id");
	cq__driver_postgres.submit(connection, &call.request);
	cq__pg_flush(connection);
	struct pollfd descriptor = { .fd = PQsocket(connection->handle), .events = POLLIN };
	assert_int_equal(poll(&descriptor, 1, 5000), 1);
	do
		assert_int_equal(PQconsumeInput(connection->handle), 1);
	while (poll(&descriptor, 1, 200) == 1);
	cq__pg_flush(connection);
	kit_finish(&call);
	assert_int_equal(call.request.status, CQ_UNIQUE);
	kit_free(&call);
	kit_make(&call, "SELECT 7::bigint");
	assert_int_equal(kit_run_call(connection, &call), CQ_OK);
	assert_int_equal(kit_number_of(&call), 7);
	kit_free(&call);
	kit_close(connection);
}

/* Many objects and their rest are two texts in one group: when neither could be prepared, neither is taken for prepared. */
static void both_texts_of_objects_are_prepared_anew(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	static const cq__bind binds[] = { { .from = CQ_TYPE_BIGINT, .to = CQ_TYPE_BIGINT } };
	static const int64_t objects[] = { 1, 2, 3 };
	cq__text tail = kit_text("INSERT INTO made_later VALUES ($1)");
	kit_call call;
	kit_make(&call, "INSERT INTO made_later VALUES ($1), ($2)");
	call.text.binds = tail.binds = binds;
	call.text.bind_count = tail.bind_count = 1;
	call.text.rows_per_run = 2;
	tail.rows_per_run = 1;
	call.request.kind = CQ__REQUEST_ROWS;
	call.request.tail = &tail;
	call.request.rows = objects;
	call.request.row_count = COUNT(objects);
	call.request.row_stride = sizeof *objects;
	assert_int_not_equal(kit_run_call(connection, &call), CQ_OK);
	(void)kit_ask(kit.plain, "CREATE TABLE made_later (id bigint)");
	cq__error_clear(&call.error);
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	call.request.within = true;
	if (kit_run_call(connection, &call) != CQ_OK)
		fail_msg("%s", kit_said);
	assert_int_equal(kit_control(connection, CQ__CONTROL_COMMIT, "COMMIT"), CQ_OK);
	assert_int_equal(kit_number("SELECT sum(id) FROM made_later"), 6);
	kit_free(&call);
	kit_close(connection);
}

/* What the server says of an object stands behind the table's name, whatever that looks like. */
static void a_copied_object_is_found_behind_any_name(void **state)
{
	(void)state;
	static const char *const names[] = { "\"odd, 9 \"\" 8\"", "public.\"line 7, line 8\"", "plain9" };
	static const cq__bind binds[] = { { .from = CQ_TYPE_BIGINT, .to = CQ_TYPE_BIGINT } };
	static const int64_t objects[] = { 1, 2, 3, 2, 5 };
	cq__connection *const connection = kit_open();
	for (size_t i = 0; i < COUNT(names); i++) {
		char sql[100], copy[100], insert[100];
		(void)snprintf(sql, sizeof sql, "CREATE TABLE %s (id bigint UNIQUE)", names[i]);
		(void)snprintf(copy, sizeof copy, "COPY %s (id) FROM STDIN (FORMAT binary)", names[i]);
		(void)snprintf(insert, sizeof insert, "INSERT INTO %s VALUES ($1)", names[i]);
		(void)kit_ask(kit.plain, sql);
		cq__text tail = kit_text(insert);
		kit_call call;
		kit_make(&call, copy);
		call.text.binds = tail.binds = binds;
		call.text.bind_count = tail.bind_count = 1;
		call.text.rows_form = CQ__ROWS_COPY;
		call.request.kind = CQ__REQUEST_ROWS;
		call.request.tail = &tail;
		call.request.rows = objects;
		call.request.row_count = COUNT(objects);
		call.request.row_stride = sizeof *objects;
		assert_int_equal(kit_run_call(connection, &call), CQ_UNIQUE);
		if (strstr(kit_said, "object 3:") == NULL)
			fail_msg("%s: %s", names[i], kit_said);
		kit_free(&call);
	}
	kit_close(connection);
}

/* Of a command that libpq does not take a part may be written: nothing goes behind it. */
static void a_script_that_is_refused_breaks_the_connection(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	kit_call call;
	kit_do(connection, "SELECT 1::bigint");
	kit_make(&call, "SELECT 1; SELECT 2");
	call.text.returns_rows = false;
	call.request.kind = CQ__REQUEST_SCRIPT;
	call.request.plan = NULL;
	call.request.sink = CQ__SINK_NONE;
	assert_true(cq__pg_enter_mode(connection, CQ__PG_MODE_SIMPLE));
	/* Behind the driver's back it is at something already. */
	assert_int_equal(PQsendQuery(connection->handle, "SELECT 1"), 1);
	assert_int_equal(kit_run_call(connection, &call), CQ_CONNECTION);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BROKEN);
	kit_free(&call);
	kit_close(connection);
}

int main(void)
{
	if (!kit_available())
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_copied_object_is_found_behind_any_name),
		cmocka_unit_test(a_script_that_is_refused_breaks_the_connection),
		cmocka_unit_test(both_texts_of_objects_are_prepared_anew),
		cmocka_unit_test(answers_belong_to_their_questions),
		cmocka_unit_test(one_that_is_waited_for_finishes_those_before_it),
		cmocka_unit_test(reads_do_not_suffer_from_each_other),
		cmocka_unit_test(each_write_stands_alone),
		cmocka_unit_test(what_fails_at_the_end_has_failed),
		cmocka_unit_test(a_transaction_goes_as_one),
		cmocka_unit_test(what_belongs_to_a_transaction_needs_its_begin),
		cmocka_unit_test(rows_that_are_not_taken_undo_their_write),
		cmocka_unit_test(a_killed_backend_ends_everything_once),
		cmocka_unit_test(an_idle_connection_that_was_killed_is_found_dead),
		cmocka_unit_test(a_commit_that_nobody_answered_is_unknown),
		cmocka_unit_test(closing_completes_what_is_under_way),
		cmocka_unit_test(much_goes_both_ways_at_once),
		cmocka_unit_test(what_came_while_it_was_sent_is_seen),
	};
	return cmocka_run_group_tests(tests, kit_begin, kit_end);
}
