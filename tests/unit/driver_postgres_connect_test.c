/* unit/driver_postgres_connect_test.c: URLs as libpq reads them, connecting, what its failures say, and what no message says: the
 * password.
 */
#include "driver_postgres_server.h"

#include "exec/url.h"
#include "io/process.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>

/* ---- URLs --------------------------------------------------------------------------------------------------------- */

/* What libpq's own tests ask of its URLs. */
static const char *const urls[] = {
	"postgresql://uri-user:secret@host:12345/db", "postgresql://uri-user@host:12345/db", "postgresql://uri-user@host/db",
	"postgresql://host:12345/db", "postgresql://host/db", "postgresql://uri-user@host:12345/", "postgresql://uri-user@host/",
	"postgresql://uri-user@", "postgresql://host:12345/", "postgresql://host:12345", "postgresql://host/db", "postgresql://host/",
	"postgresql://host", "postgresql://", "postgresql://?hostaddr=127.0.0.1", "postgresql://example.com?hostaddr=63.1.2.4",
	"postgresql://%68ost/", "postgresql://host/db?user=uri-user", "postgresql://host/db?user=uri-user&port=12345",
	"postgresql://host/db?u%73er=someotheruser&port=12345", "postgresql://host/db?u%7aer=someotheruser&port=12345",
	"postgresql://host:12345?user=uri-user", "postgresql://host?user=uri-user", "postgresql://host?", "postgresql://[::1]:12345/db",
	"postgresql://[::1]/db", "postgresql://[2001:db8::1234]/", "postgresql://[200z:db8::1234]/", "postgresql://[::1]", "postgres://",
	"postgres:///", "postgres:///db", "postgres://uri-user@/db", "postgres://?host=/path/to/socket/dir",
	"postgresql://host?uzer=", "postgre://", "postgres://[::1", "postgres://[]", "postgres://[::1]z", "postgresql://host?zzz",
	"postgresql://host?value1&value2", "postgresql://host?key=key=value", "postgres://host?dbname=%XXfoo", "postgresql://a%00b",
	"postgresql://%zz", "postgresql://%1", "postgresql://%", "postgres://@host", "postgres://host:/", "postgres://:12345/",
	"postgres://otheruser@?host=/no/such/directory", "postgres://otheruser@/?host=/no/such/directory",
	"postgres://otheruser@:12345?host=/no/such/socket/path", "postgres://otheruser@:12345/db?host=/path/to/socket",
	"postgres://:12345/db?host=/path/to/socket", "postgres://:12345?host=/path/to/socket",
	"postgres://%2Fvar%2Flib%2Fpostgresql/dbname",
	/* and of others */
	"postgresql://host?sslmode=disable", "postgresql://host?sslmode=prefer&ssl=true", "postgresql://a,b,c:5433/db?target_session_attrs=read-write",
	"postgresql://ann:top%20secret@host/", "postgresql://ann:secret%zz@host/", "postgresql://ann:secret@[::1/", "postgresql://ann:secret@host?nonsense=1",
	"postgresql://ann:secret%00@host/",
};

static const char *value_of(const cq__pg_parameters *parameters, const char *keyword)
{
	for (size_t i = 0; i < parameters->count; i++)
		if (strcmp(parameters->keywords[i], keyword) == 0)
			return parameters->values[i];
	return NULL;
}

static void assert_same(const PQconninfoOption *expected, const char *url)
{
	cq__pg_parameters parameters;
	cq__error error = { 0 };
	const cq__open_options options = { .url = url };
	assert_int_equal(cq__pg_parameters_make(&parameters, &options, &error), CQ_OK);
	for (const PQconninfoOption *option = expected; option->keyword != NULL; option++) {
		const char *const value = value_of(&parameters, option->keyword);
		if (strcmp(option->keyword, "options") == 0 || strcmp(option->keyword, "client_encoding") == 0 ||
			strcmp(option->keyword, "fallback_application_name") == 0)
			continue;
		if (option->val == NULL)
			assert_null(value);
		else
			assert_string_equal(value, option->val);
	}
	assert_string_equal(value_of(&parameters, "client_encoding"), "UTF8");
	assert_non_null(strstr(value_of(&parameters, "options"), "TimeZone=UTC"));
	cq__pg_parameters_release(&parameters);
}

static void urls_mean_what_libpq_says(void **state)
{
	(void)state;
	size_t good = 0, bad = 0;
	for (size_t i = 0; i < COUNT(urls); i++) {
		char *message = NULL;
		PQconninfoOption *const expected = PQconninfoParse(urls[i], &message);
		PQfreemem(message);
		cq__url url;
		cq__error error = { 0 };
		cq_status status = cq__url_parse(&url, urls[i], &error);
		if (status == CQ_OK) {
			status = cq__pg_check_url(url.server, &error);
			if (status == CQ_OK && expected != NULL)
				assert_same(expected, url.server);
			cq__url_release(&url);
		}
		if ((expected != NULL) != (status == CQ_OK))
			fail_msg("%s: %s", urls[i], cq__error_get(&error)->message);
		assert_true(status == CQ_OK || status == CQ_INVALID_URL);
		assert_null(strstr(cq__error_get(&error)->message, "secret"));
		assert_true(status == CQ_OK || strlen(cq__error_get(&error)->message) > 20);
		*(expected != NULL ? &good : &bad) += 1;
		PQconninfoFree(expected);
		cq__error_release(&error);
	}
	assert_true(good >= 40 && bad >= 15);
}

static void some_urls_are_refused_here(void **state)
{
	(void)state;
	static const struct {
		const char *url;
		cq_status status;
		const char *part;
	} cases[] = {
		{ "postgresql://ann:se@cret@host/db", CQ_INVALID_URL, "%40" },
		{ "postgresql://ann:p@ss@cret@host:5432", CQ_INVALID_URL, "%40" },
		{ "postgresql://host/db?replication=database", CQ_UNSUPPORTED, "replication" },
		{ "postgresql://ann:secret/db", CQ_INVALID_URL, "no port" },
		{ "postgresql://host,ann:secret/db", CQ_INVALID_URL, "no port" },
		{ "postgresql:///db?port=5432,secret", CQ_INVALID_URL, "no port" },
		{ "postgresql://ann:700000/db", CQ_INVALID_URL, "no port" },
		{ "postgresql://host?nonsense=1", CQ_INVALID_URL, "\"nonsense\"" },
		{ "postgresql://host?sslmode", CQ_INVALID_URL, "\"sslmode\"" },
		{ "postgresql://ann:cret@host?nonsense=1", CQ_INVALID_URL, "\"?\"" },
		{ "postgresql://host?connect_timeout=abc", CQ_INVALID_URL, "connect_timeout must be" },
		{ "postgresql://host?connect_timeout=", CQ_INVALID_URL, "connect_timeout must be" },
		{ "postgresql://host?connect_timeout=1.5", CQ_INVALID_URL, "connect_timeout must be" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		cq__error error = { 0 };
		assert_int_equal(cq__pg_check_url(cases[i].url, &error), cases[i].status);
		const char *const message = cq__error_get(&error)->message;
		if (strstr(message, cases[i].part) == NULL || strstr(message, "cret") != NULL)
			fail_msg("%s: %s", cases[i].url, message);
		cq__error_release(&error);
	}
	assert_int_equal(cq__pg_check_url("postgresql://a,b:5433,c/db", NULL), CQ_OK);
	assert_int_equal(cq__pg_check_url("postgresql://host?connect_timeout=-1", NULL), CQ_OK);
	assert_int_equal(cq__pg_check_url("postgresql://host?connect_timeout=2147483647", NULL), CQ_OK);
	/* An @ behind the host is nobody's user. */
	assert_int_equal(cq__pg_check_url("postgresql:///db?user=ann@example.com", NULL), CQ_OK);
}

/* What a message may quote, whoever asked: passwords, short ones too. */
static void messages_hide_passwords(void **state)
{
	(void)state;
	static const struct {
		const char *url, *text, *said;
	} cases[] = {
		{ "postgresql://ann:topsecret@127.0.0.1:1/db", "no \"topsecret\" there", "no \"***\" there" },
		{ "postgresql://ann:xy@127.0.0.1:1/db", "no \"xy\" or xyz", "no \"**\" or xyz" },
		{ "postgresql://ann:x@127.0.0.1:1/db", "x: an axis, x", "*: an axis, *" },
		{ "postgresql://ann@127.0.0.1:1/db?sslpassword=keyword", "the key takes no keyword", "the key takes no ***" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		char said[200];
		cq__open_options options = kit_options();
		options.url = cases[i].url;
		cq__connection *const connection = kit_open_with(&options);
		assert_string_equal(cq__pg_message(connection, cases[i].text, said, sizeof said), cases[i].said);
		kit_close(connection);
	}
}

/* ---- connecting --------------------------------------------------------------------------------------------------- */

/* Connects, which must fail, within two seconds. */
static cq_status fail_to_connect(const char *url, int64_t timeout_ms, cq__error *error)
{
	cq__open_options options = kit_options();
	options.url = url;
	options.connect_timeout_ms = timeout_ms;
	cq__connection *const connection = kit_open_with(&options);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_CONNECTING);
	/* What is queued hears the same. */
	kit_call call;
	kit_submit(connection, &call, "SELECT 1::bigint");
	const cq__deadline late = cq__deadline_after_ms(2000);
	const cq_status status = kit_connect(connection, error);
	assert_false(cq__deadline_passed(late));
	assert_int_not_equal(status, CQ_OK);
	kit_finish(&call);
	assert_int_equal(call.request.status, status);
	assert_string_equal(cq__error_get(&call.error)->message, cq__error_get(error)->message);
	assert_false(call.request.abandoned);
	kit_free(&call);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BROKEN);
	/* And what comes later. */
	assert_int_equal(kit_try(connection, "SELECT 1::bigint"), status);
	kit_close(connection);
	return status;
}

/* The test's own URL with another part. */
static const char *other_url(const char *database, const char *name, const char *value)
{
	static char url[512];
	(void)snprintf(url, sizeof url, "postgresql:///%s", database);
	kit_append(url, sizeof url, "host", PQhost(kit.keeper));
	kit_append(url, sizeof url, "port", PQport(kit.keeper));
	if (strcmp(name, "user") != 0)
		kit_append(url, sizeof url, "user", PQuser(kit.keeper));
	kit_append(url, sizeof url, name, value);
	return url;
}

static void failures_say_why(void **state)
{
	(void)state;
	cq__error error = { 0 };
	assert_int_equal(fail_to_connect("postgresql:///db?host=/nonexistent-folder", 5000, &error), CQ_CONNECTION);
	assert_non_null(strstr(cq__error_get(&error)->message, "/nonexistent-folder"));
	cq__error_release(&error);
	assert_int_equal(fail_to_connect("postgresql://ann:topsecret@127.0.0.1:1/db", 5000, &error), CQ_CONNECTION);
	assert_null(strstr(cq__error_get(&error)->message, "topsecret"));
	cq__error_release(&error);
	assert_int_equal(fail_to_connect(other_url("no_such_base", "password", "topsecret"), 5000, &error), CQ_CONNECTION);
	assert_string_equal(cq__error_get(&error)->sqlstate, "3D000");
	assert_non_null(strstr(cq__error_get(&error)->message, "no_such_base"));
	assert_null(strstr(cq__error_get(&error)->message, "topsecret"));
	assert_null(strstr(cq__error_get(&error)->message, "LOCATION"));
	cq__error_release(&error);
	assert_int_equal(fail_to_connect(other_url(kit.name, "user", "nobody_at_all"), 5000, &error), CQ_DENIED);
	assert_string_equal(cq__error_get(&error)->sqlstate, "28000");
	cq__error_release(&error);
	/* The password in the place of something that is quoted. */
	assert_int_equal(fail_to_connect(other_url("topsecret", "password", "topsecret"), 5000, &error), CQ_CONNECTION);
	assert_null(strstr(cq__error_get(&error)->message, "topsecret"));
	cq__error_release(&error);
	assert_null(strstr(kit.logged, "topsecret"));
}

/* A server of our own that says nothing, or hangs up. */
static int listen_here(uint16_t *port)
{
	const int server = socket(AF_INET, SOCK_STREAM, 0);
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
	socklen_t size = sizeof address;
	assert_int_equal(bind(server, (struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(listen(server, 8), 0);
	assert_int_equal(getsockname(server, (struct sockaddr *)&address, &size), 0);
	*port = ntohs(address.sin_port);
	return server;
}

static void a_silent_server_is_given_up(void **state)
{
	(void)state;
	uint16_t port;
	char url[100];
	cq__error error = { 0 };
	const int server = listen_here(&port);
	(void)snprintf(url, sizeof url, "postgresql://127.0.0.1:%d/db", port);
	const cq__deadline early = cq__deadline_after_ms(190), late = cq__deadline_after_ms(400);
	assert_int_equal(fail_to_connect(url, 200, &error), CQ_CONNECTION);
	assert_true(cq__deadline_passed(early));
	assert_false(cq__deadline_passed(late));
	assert_non_null(strstr(cq__error_get(&error)->message, "200 ms"));
	cq__error_release(&error);
	/* The URL's own limit, in seconds. */
	(void)snprintf(url, sizeof url, "postgresql://127.0.0.1:%d/db?connect_timeout=1", port);
	assert_int_equal(fail_to_connect(url, 60000, &error), CQ_CONNECTION);
	assert_non_null(strstr(cq__error_get(&error)->message, "1000 ms"));
	cq__error_release(&error);
	/* The next host is tried, each with a part of the engine's time, and with its own port. */
	cq__open_options options = kit_options();
	char several[600];
	(void)snprintf(several, sizeof several, "postgresql:///%s?host=127.0.0.1,%s&port=%d,%s&user=%s", kit.name, PQhost(kit.keeper), port,
		PQport(kit.keeper), PQuser(kit.keeper));
	options.url = several;
	options.connect_timeout_ms = 400;
	const cq__deadline before = cq__deadline_after_ms(190), behind = cq__deadline_after_ms(390);
	cq__connection *connection = kit_open_with(&options);
	assert_int_equal(kit_value(connection, "SELECT 1::bigint"), 1);
	assert_true(cq__deadline_passed(before));
	assert_false(cq__deadline_passed(behind));
	kit_close(connection);
	(void)snprintf(several, sizeof several, "postgresql://127.0.0.1:%d,127.0.0.1:%d,127.0.0.1:1/db", port, port);
	assert_int_equal(fail_to_connect(several, 300, &error), CQ_CONNECTION);
	cq__error_release(&error);
	/* Closed while it is tried; the request of whoever waits for it is cancelled. */
	options.url = url;
	connection = kit_open_with(&options);
	kit_call call;
	kit_submit(connection, &call, "SELECT 1::bigint");
	kit_turn(10);
	kit_close(connection);
	assert_int_equal(call.completed, 1);
	assert_int_equal(call.request.status, CQ_CANCELLED);
	kit_free(&call);
	close(server);
}

static void what_is_queued_waits_for_the_connection(void **state)
{
	(void)state;
	const cq__open_options options = kit_options();
	cq__connection *const connection = kit_open_with(&options);
	kit_call first, second;
	kit_submit(connection, &first, "SELECT 1::bigint");
	kit_submit(connection, &second, "SELECT 2::bigint");
	cq__driver_postgres.cancel(connection, &first.request);
	assert_int_equal(kit_value(connection, "SELECT 3::bigint"), 3);
	kit_finish(&first);
	kit_finish(&second);
	assert_int_equal(first.request.status, CQ_CANCELLED);
	assert_int_equal(kit_number_of(&second), 2);
	kit_free(&first);
	kit_free(&second);
	kit_close(connection);
}

/* ---- the session -------------------------------------------------------------------------------------------------- */

/* The one text that a SELECT gives. */
static const char *text_of(cq__connection *connection, const char *sql)
{
	static const cq__decode column = { .type = CQ_TYPE_TEXT, .name = "text" };
	static const cq__decode_plan plan = { .row_size = sizeof(char *), .column_count = 1, .result_columns = 1, .columns = &column,
		.name = "Text", .complete = true };
	static char text[256];
	kit_call call;
	kit_make(&call, sql);
	call.request.plan = &plan;
	if (kit_run_call(connection, &call) != CQ_OK)
		fail_msg("%s: %s", sql, kit_said);
	(void)snprintf(text, sizeof text, "%s", *(char *const *)call.request.items);
	kit_free(&call);
	return text;
}

static void sessions_are_set_up(void **state)
{
	(void)state;
	for (int unnamed = 0; unnamed < 2; unnamed++) {
		char url[600];
		(void)snprintf(url, sizeof url, "%s&options=-c%%20work_mem%%3D8MB%%20-c%%20TimeZone%%3DAsia%%2FTokyo&client_encoding=LATIN1", kit.url);
		cq__open_options options = kit_options();
		options.url = url;
		options.unnamed = unnamed != 0;
		options.read_only = true;
		cq__connection *const connection = kit_open_with(&options);
		assert_string_equal(text_of(connection, "SELECT current_setting('TimeZone')"), "UTC");
		assert_string_equal(text_of(connection, "SELECT current_setting('client_encoding')"), "UTF8");
		assert_string_equal(text_of(connection, "SELECT current_setting('standard_conforming_strings')"), "on");
		assert_string_equal(text_of(connection, "SELECT current_setting('work_mem')"), "8MB");
		assert_string_equal(text_of(connection, "SELECT current_setting('application_name')"), "cquel");
		/* A pooler would give what is set here to others, who write. */
		assert_int_equal(kit_try(connection, "CREATE TABLE never (id bigint)"), unnamed ? CQ_OK : CQ_READ_ONLY);
		assert_int_equal(kit_value(connection, "SELECT count(*) FROM pg_prepared_statements"), unnamed ? 0 : 7);
		kit_close(connection);
	}
	char url[600];
	(void)snprintf(url, sizeof url, "%s&application_name=mine", kit.url);
	cq__open_options options = kit_options();
	options.url = url;
	cq__connection *const connection = kit_open_with(&options);
	assert_string_equal(text_of(connection, "SELECT current_setting('application_name')"), "mine");
	kit_close(connection);
}

static void notices_go_to_the_log(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	kit.logged[0] = '\0';
	kit_do(connection, "DO $$ BEGIN RAISE WARNING 'mind the gap'; END $$");
	assert_non_null(strstr(kit.logged, "mind the gap"));
	kit_close(connection);
}

/* ---- other processes ---------------------------------------------------------------------------------------------- */

static void a_child_does_and_closes_nothing(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	kit_do(connection, "SELECT 1::bigint");
	const pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		kit_call call;
		kit_make(&call, "SELECT 2::bigint");
		cq__driver_postgres.run(connection, &call.request);
		bool good = call.request.status == CQ_MISUSE;
		kit_submit(connection, &call, "SELECT 3::bigint");
		good = good && call.request.status == CQ_MISUSE && cq__driver_postgres.drive(connection) == 0;
		cq__driver_postgres.cancel(connection, &call.request);
		cq__driver_postgres.forget(connection, 1);
		good = good && cq__driver_postgres.native(connection) == NULL && !cq__driver_postgres.in_transaction(connection) &&
			cq__driver_postgres.state(connection) == CQ__STATE_BROKEN;
		cq__driver_postgres.close(connection);
		_exit(good ? 0 : 1);
	}
	int ended;
	assert_int_equal(waitpid(child, &ended, 0), child);
	assert_int_equal(ended, 0);
	assert_int_equal(kit_value(connection, "SELECT 4::bigint"), 4);
	kit_close(connection);
}

/* ---- without memory ----------------------------------------------------------------------------------------------- */

static void memory_may_be_missing_anywhere(void **state)
{
	(void)state;
	const cq__open_options options = kit_options();
	static const cq__bind bind = { .from = CQ_TYPE_TEXT, .to = CQ_TYPE_TEXT };
	const cq_value value = { .text = "a text" };
	int failures = 0;
	for (long n = 1;; n++) {
		cq__error error = { 0 };
		cq__connection *connection = NULL;
		kit_call call, submitted;
		kit_make(&call, "SELECT length($1)::bigint");
		call.text.binds = &bind;
		call.text.bind_count = 1;
		call.request.values = &value;
		kit_make(&submitted, "SELECT 5::bigint");
		cq__alloc_fail_after(n);
		cq_status status = cq__driver_postgres.open(&options, &error, &connection);
		if (status == CQ_OK) {
			cq__driver_postgres.submit(connection, &submitted.request);
			cq__driver_postgres.run(connection, &call.request);
			status = call.request.status;
		}
		const bool failed = cq__alloc_count() >= n;
		cq__alloc_fail_after(0);
		if (connection != NULL) {
			kit_finish(&submitted);
			if (submitted.request.status == CQ_OK)
				assert_int_equal(kit_number_of(&submitted), 5);
			else
				assert_int_equal(submitted.request.status, CQ_NO_MEMORY);
			if (status == CQ_OK)
				assert_int_equal(kit_number_of(&call), 6);
			if (cq__driver_postgres.state(connection) != CQ__STATE_BROKEN)
				assert_int_equal(kit_value(connection, "SELECT 7::bigint"), 7);
			kit_close(connection);
		}
		if (status != CQ_OK)
			assert_int_equal(status, CQ_NO_MEMORY);
		failures += failed;
		kit_free(&call);
		kit_free(&submitted);
		cq__error_release(&error);
		if (!failed)
			break;
	}
	assert_true(failures >= 10);
}

int main(void)
{
	if (!kit_available())
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(urls_mean_what_libpq_says),
		cmocka_unit_test(some_urls_are_refused_here),
		cmocka_unit_test(messages_hide_passwords),
		cmocka_unit_test(failures_say_why),
		cmocka_unit_test(a_silent_server_is_given_up),
		cmocka_unit_test(what_is_queued_waits_for_the_connection),
		cmocka_unit_test(sessions_are_set_up),
		cmocka_unit_test(notices_go_to_the_log),
		cmocka_unit_test(a_child_does_and_closes_nothing),
		cmocka_unit_test(memory_may_be_missing_anywhere),
	};
	return cmocka_run_group_tests(tests, kit_begin, kit_end);
}
