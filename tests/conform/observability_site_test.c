/* tests/conform/observability_site_test.c: the places of a program: which there are, what is counted of each, the alarm, the times.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <cquel/observe.h>
#include <cquel/op.h>

#include <pthread.h>

int64_t count_users_elsewhere(cq_connection *db);

/* ---- places that the tests know; each tells its line, and the statement stands in that line -------------------------- */

static void run_names(cq_connection *db, int64_t least, int *line)
{
	cq_rows(const char *) rows;
	*line = __LINE__, MUST(cq_scalars(db, &rows, SQL(SELECT(users.username), FROM(users), WHERE(GE(users.id, least)))));
	cq_free(&rows);
}

/* Nobody calls it with `really`; without that the compiler would leave it out. */
static int run_never(cq_connection *db, bool really)
{
	int64_t count;
	if (really)
		MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(posts.id)), FROM(posts))));
	return __LINE__ - 1;
}

static cq_status run_wrong(cq_connection *db, int *line)
{
	return *line = __LINE__, cq_execute(db, NULL, SQL(INSERT_INTO(users, SET(username, "ann"), SET(balance, ((cq_decimal){ 0, 2 })))));
}

static void run_shape(cq_connection *db, bool narrow, int *line)
{
	int64_t count;
	*line = __LINE__, MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(WHEN(narrow, GT(notes.id, 3))))));
}

/* ---- looking --------------------------------------------------------------------------------------------------------- */

typedef struct seen {
	cq_site_counters sites[256];
	char sql[256][300];
	size_t count;
} seen;

static void see(void *user, const cq_site_counters *site)
{
	seen *const to = user;
	assert_true(to->count < 256);
	to->sites[to->count] = *site;
	(void)snprintf(to->sql[to->count], sizeof to->sql[to->count], "%s", site->sql);
	to->sites[to->count].sql = to->sql[to->count];
	to->count++;
}

static bool ends_with(const char *text, const char *end)
{
	const size_t length = strlen(text), size = strlen(end);
	return length >= size && strcmp(text + length - size, end) == 0;
}

/* How many entries the place has; the last of them in *out. */
static size_t find(cq_engine *engine, const char *file, int line, const char *sql, cq_site_counters *out)
{
	static seen all;
	size_t found = 0;
	all.count = 0;
	assert_int_equal(cq_engine_sites(engine, see, &all), CQ_OK);
	for (size_t i = 0; i < all.count; i++)
		if (ends_with(all.sites[i].file, file) && (line == 0 || all.sites[i].line == line) && strstr(all.sites[i].sql, sql) != NULL) {
			*out = all.sites[i];
			found++;
		}
	return found;
}

static cq_site_counters counters(cq_engine *engine, int line)
{
	cq_site_counters site = { 0 };
	assert_int_equal(find(engine, "observability_site_test.c", line, "", &site), 1);
	return site;
}

/* ---- counters -------------------------------------------------------------------------------------------------------- */

static void calls_and_rows_are_counted(void **state)
{
	const shop *const opened = *state;
	cq_connection *const db = opened->db;
	int line;
	add_user(db, "ann");
	add_user(db, "bob");
	for (int i = 0; i < 40; i++)
		run_names(db, i % 2 + 1, &line);
	const cq_site_counters site = counters(opened->engine, line);
	assert_int_equal(site.calls, 40);
	assert_int_equal(site.rows, 20 * 2 + 20);
	assert_int_equal(site.errors, 0);
	assert_non_null(strstr(site.sql, "SELECT \"users\".\"username\" FROM \"users\" WHERE"));
	/* The first eight, then each sixteenth. */
	assert_int_equal(site.measured, 8 + 2);
	assert_true(site.last_ns > 0 && site.time_ns >= site.last_ns);
}

static void failures_are_counted(void **state)
{
	const shop *const opened = *state;
	int line;
	assert_int_equal(run_wrong(opened->db, &line), CQ_OK);
	assert_int_equal(run_wrong(opened->db, &line), CQ_UNIQUE);
	assert_int_equal(run_wrong(opened->db, &line), CQ_UNIQUE);
	const cq_site_counters site = counters(opened->engine, line);
	assert_int_equal(site.calls, 3);
	assert_int_equal(site.errors, 2);
	assert_int_equal(site.rows, 1);
}

static void what_is_refused_before_it_is_sent_is_counted(void **state)
{
	const shop *const opened = *state;
	cq_connection *const db = opened->db;
	int64_t gone;
	int line;
	bool some = false;
	line = __LINE__, assert_int_equal(cq_execute(db, &gone, SQL(DELETE_FROM(notes), WHERE(WHEN(some, GT(notes.id, 3))))), CQ_NO_CONDITION);
	const cq_site_counters site = counters(opened->engine, line);
	assert_int_equal(site.calls, 1);
	assert_int_equal(site.errors, 1);
	assert_string_equal(site.sql, "");
}

static void what_did_not_run_is_listed(void **state)
{
	const shop *const opened = *state;
	const cq_site_counters site = counters(opened->engine, run_never(opened->db, false));
	assert_int_equal(site.calls, 0);
	assert_string_equal(site.sql, "");
}

static void a_place_in_a_header_is_one(void **state)
{
	const shop *const opened = *state;
	cq_site_counters site = { 0 };
	assert_int_equal(find(opened->engine, "shop.h", 0, "", &site), 1);
	assert_int_equal(site.calls, 0);
	(void)count_users(opened->db);
	assert_int_equal(find(opened->engine, "shop.h", 0, "", &site), 1);
	assert_int_equal(site.calls, 1);
	(void)count_users_elsewhere(opened->db);
	(void)count_users_elsewhere(opened->db);
	assert_int_equal(find(opened->engine, "shop.h", 0, "COUNT", &site), 1);
	assert_int_equal(site.calls, 3);
	assert_int_equal(site.rows, 3);
}

static void the_latest_shape_is_shown(void **state)
{
	const shop *const opened = *state;
	int line;
	run_shape(opened->db, false, &line);
	assert_null(strstr(counters(opened->engine, line).sql, "WHERE"));
	run_shape(opened->db, true, &line);
	assert_non_null(strstr(counters(opened->engine, line).sql, "WHERE"));
	assert_int_equal(counters(opened->engine, line).calls, 2);
}

static void objects_operations_and_streams_are_counted(void **state)
{
	const shop *const opened = *state;
	cq_connection *const db = opened->db;
	cq_site_counters site = { 0 };
	for (int i = 0; i < 3; i++) {
		Note note = { .body = "x" };
		MUST(cq_insert(db, Note, &note));
	}
	assert_int_equal(find(opened->engine, "", 0, "INSERT INTO \"notes\"", &site), 1);
	assert_string_equal(site.file, "");
	assert_int_equal(site.calls, 3);
	assert_int_equal(site.rows, 3);

	int line = 0;
	cq_operation *operation;
	cq_rows(Note) rows;
	line = __LINE__, MUST(cq_submit_all(db, Note, &rows, &operation, SQL(SELECT_ALL(notes), FROM(notes))));
	assert_int_equal(counters(opened->engine, line).calls, 0);
	MUST(cq_await(operation));
	assert_int_equal(counters(opened->engine, line).calls, 1);
	assert_int_equal(counters(opened->engine, line).rows, 3);
	cq_operation_release(&operation);
	cq_free(&rows);

	cq_stream *stream;
	Note *note;
	line = __LINE__, MUST(cq_stream_open(db, Note, NULL, &stream, SQL(SELECT_ALL(notes), FROM(notes), WHERE(GT(notes.id, 1)))));
	do {
		MUST(cq_stream_next(stream, &note));
	} while (note != NULL);
	cq_stream_close(&stream);
	site = counters(opened->engine, line);
	assert_int_equal(site.calls, 1);
	assert_int_equal(site.rows, 2);
	assert_true(site.time_ns > 0);
}

static void values_are_counted_where_they_stand(void **state)
{
	const shop *const opened = *state;
	cq_connection *const db = opened->db;
	Note some[100];
	for (int i = 0; i < 100; i++)
		some[i] = (Note){ .body = "x" };
	int line = __LINE__; MUST(cq_execute(db, NULL, SQL(INSERT_INTO(notes, VALUES(some, 100)))));
	const cq_site_counters site = counters(opened->engine, line);
	assert_int_equal(site.calls, 1);
	assert_int_equal(site.rows, 100);
	assert_true(site.time_ns > 0);
}

static void the_table_has_a_line_for_each(void **state)
{
	const shop *const opened = *state;
	char *text = NULL, line[64], never[64];
	size_t size = 0;
	int place;
	run_names(opened->db, 1, &place);
	FILE *const file = open_memstream(&text, &size);
	assert_non_null(file);
	assert_int_equal(cq_dump_sites(opened->engine, file), CQ_OK);
	(void)fclose(file);
	(void)snprintf(line, sizeof line, "observability_site_test.c:%d  SELECT", place);
	(void)snprintf(never, sizeof never, "observability_site_test.c:%d\n", run_never(opened->db, false));
	assert_non_null(strstr(text, line));
	const char *const not_run = strstr(text, never);
	assert_non_null(not_run);
	assert_true(not_run > strstr(text, line));
	assert_non_null(strstr(text, "  not run"));
	(void)free(text);

	FILE *const full = fopen("/dev/full", "w");
	if (full != NULL) {
		setbuf(full, NULL);
		assert_int_equal(cq_dump_sites(opened->engine, full), CQ_IO);
		(void)fclose(full);
	}
	assert_int_equal(cq_dump_sites(NULL, stderr), CQ_MISUSE);
	assert_int_equal(cq_dump_sites(opened->engine, NULL), CQ_MISUSE);
	assert_int_equal(cq_engine_sites(opened->engine, NULL, NULL), CQ_MISUSE);
}

/* ---- the same places in several threads -------------------------------------------------------------------------------- */

typedef struct other {
	uint64_t calls;
	int line;
	cq_status status;
} other;

static void *run_in_thread(void *user)
{
	other *const own = user;
	cq_engine *engine;
	cq_connection *db = NULL;
	int64_t count;
	own->status = cq_engine_open(&engine, "sqlite://", NULL, NULL);
	if (own->status != CQ_OK)
		return NULL;
	own->status = cq_connect(engine, &db);
	for (uint64_t i = 0; i < own->calls && own->status == CQ_OK; i++)
		own->line = __LINE__, own->status = cq_scalar(db, &count, RAW_SQL("SELECT 1"));
	seen *const all = calloc(1, sizeof *all);
	if (all != NULL && own->status == CQ_OK)
		own->status = cq_engine_sites(engine, see, all);
	bool found = false;
	for (size_t i = 0; all != NULL && i < all->count; i++)
		found |= all->sites[i].line == own->line && all->sites[i].calls == own->calls && strcmp(all->sites[i].sql, "SELECT 1") == 0;
	if (!found && own->status == CQ_OK)
		own->status = CQ_DATABASE;
	free(all);
	cq_engine_close(&engine);
	return NULL;
}

static void each_engine_counts_for_itself(void **state)
{
	(void)state;
	pthread_t threads[4];
	other others[4];
	for (int i = 0; i < 4; i++) {
		others[i] = (other){ .calls = 100 + (uint64_t)i };
		assert_int_equal(pthread_create(&threads[i], NULL, run_in_thread, &others[i]), 0);
	}
	for (int i = 0; i < 4; i++) {
		assert_int_equal(pthread_join(threads[i], NULL), 0);
		assert_int_equal(others[i].status, CQ_OK);
	}
}

/* ---- the alarm, and the times of the log --------------------------------------------------------------------------------- */

typedef struct heard {
	int warnings, statements, queued, torn;
	char message[300], sql[300];
	int line;
} heard;

static void hear(void *user, const cq_log_record *record)
{
	heard *const to = user;
	if (record->level == CQ_LOG_WARNING) {
		to->warnings++;
		(void)snprintf(to->message, sizeof to->message, "%s", record->message);
		(void)snprintf(to->sql, sizeof to->sql, "%s", record->sql);
		to->line = record->line;
	}
	if (record->level != CQ_LOG_STATEMENT)
		return;
	to->statements++;
	to->queued += record->queue_ns != 0;
	/* No part is more than the whole, and none is counted twice. */
	to->torn += record->run_ns != record->wait_ns + record->decode_ns
		|| record->total_ns != record->queue_ns + record->prepare_ns + record->run_ns || record->total_ns > 60000000000u;
}

static shop *open_heard(heard *to, uint32_t alarm)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.log = hear;
	options.log_user = to;
	options.log_level = alarm != 0 ? CQ_LOG_WARNING : CQ_LOG_STATEMENT;
	options.repeat_alarm = alarm;
	void *own;
	shop_open_with(&own, database_create_shared(), &options);
	return own;
}

static void repetition_is_reported_once_a_handle(void **state)
{
	(void)state;
	static heard to;
	to = (heard){ 0 };
	shop *const opened = open_heard(&to, 10);
	cq_connection *const db = opened->db;
	int line, other_line;
	for (int i = 0; i < 10; i++) {
		run_names(db, 1, &line);
		run_shape(db, false, &other_line);
	}
	assert_int_equal(to.warnings, 0);
	for (int i = 0; i < 20; i++)
		run_names(db, 1, &line);
	assert_int_equal(to.warnings, 1);
	char place[100];
	(void)snprintf(place, sizeof place, "observability_site_test.c:%d has run 11 statements", line);
	assert_non_null(strstr(to.message, place));
	assert_non_null(strstr(to.sql, "SELECT"));
	assert_int_equal(to.line, line);

	/* Another handle counts from the beginning, and so does what is given back and taken again. */
	cq_connection *second;
	assert_int_equal(cq_connect(opened->engine, &second), CQ_OK);
	for (int i = 0; i < 10; i++)
		run_names(second, 1, &line);
	assert_int_equal(to.warnings, 1);
	cq_disconnect(&second);
	assert_int_equal(cq_connect(opened->engine, &second), CQ_OK);
	for (int i = 0; i < 10; i++)
		run_names(second, 1, &line);
	assert_int_equal(to.warnings, 1);
	run_names(second, 1, &line);
	assert_int_equal(to.warnings, 2);
	cq_engine_close(&opened->engine);
	database_drop();
}

static void the_times_add_up(void **state)
{
	(void)state;
	static heard to;
	to = (heard){ 0 };
	shop *const opened = open_heard(&to, 0);
	cq_connection *const db = opened->db;
	Note some[500];
	for (int i = 0; i < 500; i++)
		some[i] = (Note){ .body = "some text that is long enough to be copied" };
	MUST(cq_insert_many(db, Note, some, 500));
	cq_rows(Note) rows;
	int line = __LINE__; MUST(cq_all(db, Note, &rows, SQL(SELECT_ALL(notes), FROM(notes))));
	assert_int_equal(rows.count, 500);
	cq_free(&rows);
	assert_int_equal(counters(opened->engine, line).measured, 1);
	const int before = to.statements;
	to.queued = 0;
	cq_operation *operations[8];
	int64_t counts[8];
	for (int i = 0; i < 8; i++)
		MUST(cq_submit_scalar(db, &counts[i], &operations[i], SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	for (int i = 0; i < 8; i++) {
		MUST(cq_await(operations[i]));
		cq_operation_release(&operations[i]);
	}
	assert_int_equal(to.statements, before + 8);
	assert_int_equal(to.queued, 8);
	cq_stream *stream;
	Note *note;
	MUST(cq_stream_open(db, Note, &(cq_stream_options){ 16 }, &stream, SQL(SELECT_ALL(notes), FROM(notes))));
	do {
		MUST(cq_stream_next(stream, &note));
	} while (note != NULL);
	cq_stream_close(&stream);
	assert_int_equal(to.statements, before + 9);
	assert_int_equal(to.torn, 0);
	cq_engine_close(&opened->engine);
	database_drop();
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(calls_and_rows_are_counted, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(failures_are_counted, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(what_is_refused_before_it_is_sent_is_counted, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(what_did_not_run_is_listed, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(a_place_in_a_header_is_one, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(the_latest_shape_is_shown, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(objects_operations_and_streams_are_counted, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(values_are_counted_where_they_stand, shop_open, shop_close),
		cmocka_unit_test_setup_teardown(the_table_has_a_line_for_each, shop_open, shop_close),
		cmocka_unit_test(each_engine_counts_for_itself),
		cmocka_unit_test(repetition_is_reported_once_a_handle),
		cmocka_unit_test(the_times_add_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
