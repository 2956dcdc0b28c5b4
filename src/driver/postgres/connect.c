/* driver/postgres/connect.c: a connection is made, step by step, without waiting; and what its failure says.
 *
 * It knows nothing of statements: what is queued meanwhile goes out when the connection stands, or ends with the reason why
 * it does not.
 *
 * Names of hosts are looked up by libpq, in getaddrinfo(), which waits; hostaddr= in the URL avoids it.
 */
#include "driver/postgres/postgres.h"

#include <stdio.h>
#include <string.h>

enum { OLDEST_SERVER = 130000 };

/* ---- messages ----------------------------------------------------------------------------------------------------- */

/* Appends one line, and the next behind "; ". The place in the source of the server is of no use to anybody. */
static size_t append_line(char *buffer, size_t size, size_t length, const char *line, size_t line_length)
{
	static const char place[] = "LOCATION:";
	while (line_length != 0 && (*line == ' ' || *line == '\t')) {
		line++;
		line_length--;
	}
	if (line_length == 0 || (line_length >= sizeof place - 1 && memcmp(line, place, sizeof place - 1) == 0))
		return length;
	const int written = snprintf(buffer + length, size - length, "%s%.*s", length != 0 ? "; " : "", (int)line_length, line);
	const size_t more = written > 0 ? (size_t)written : 0;
	return length + more < size ? length + more : size - 1;
}

static bool is_of_word(char character)
{
	return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/* One that short stands in many words by chance. */
static void hide_short(char *text, const char *secret, size_t length)
{
	for (char *at = strstr(text, secret); at != NULL; at = strstr(at + 1, secret))
		if ((at == text || !is_of_word(at[-1])) && !is_of_word(at[length]))
			memset(at, '*', length);
}

/* Never shows a password, whoever wrote it there. */
static void hide_secret(char *text, const char *secret)
{
	const size_t length = secret != NULL ? strlen(secret) : 0;
	if (length == 0)
		return;
	if (length < 3) {
		hide_short(text, secret, length);
		return;
	}
	for (char *at = strstr(text, secret); at != NULL; at = strstr(at, secret)) {
		memcpy(at, "***", 3);
		memmove(at + 3, at + length, strlen(at + length) + 1);
		at += 3;
	}
}

const char *cq__pg_message(const cq__connection *connection, const char *text, char *buffer, size_t size)
{
	size_t length = 0;
	*buffer = '\0';
	while (text != NULL && *text != '\0') {
		const size_t line = strcspn(text, "\n");
		length = append_line(buffer, size, length, text, line < 900 ? line : 900);
		text += line;
		text += *text == '\n';
	}
	hide_secret(buffer, connection->handle != NULL ? PQpass(connection->handle) : NULL);
	/* Of a key's password nothing is said once the connection stands. */
	hide_secret(buffer, cq__pg_parameters_find(&connection->parameters, "sslpassword"));
	return buffer;
}

/* ---- failing ------------------------------------------------------------------------------------------------------ */

/* The SQLSTATE stands in libpq's text alone, between a severity and a colon, for that text was asked to be verbose. */
static bool find_state(const char *text, char state[6])
{
	for (const char *at = strstr(text, ":  "); at != NULL; at = strstr(at + 1, ":  ")) {
		const char *const code = at + 3;
		if (strspn(code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 5 && code[5] == ':') {
			memcpy(state, code, 5);
			state[5] = '\0';
			return true;
		}
	}
	return false;
}

static void fail(cq__connection *connection)
{
	char buffer[1024], state[6];
	const char *const text = PQerrorMessage(connection->handle);
	const bool known = find_state(text, state);
	const cq_status status = known && cq__pg_status_of(state) == CQ_DENIED ? CQ_DENIED : CQ_CONNECTION;
	cq__error_set(&connection->broken_error, status, "%s", cq__pg_message(connection, text, buffer, sizeof buffer));
	if (known)
		cq__error_set_sqlstate(&connection->broken_error, state);
	cq__pg_break(connection, NULL);
}

/* ---- the connection stands ---------------------------------------------------------------------------------------- */

/* Behind a pooler, which keeps the time zone of each of its clients and takes it only like this. */
static cq_status send_setting(cq__connection *connection, cq__pg_item *item)
{
	return cq__pg_send_text(connection, item, CQ__PG_TAG_RUN, item->owner, NULL, false);
}

static void done_setting(cq__connection *connection, cq__pg_item *item)
{
	if (item->status != CQ_OK)
		cq__log_message(&connection->log, CQ_LOG_WARNING, "the session does not take a setting: %s",
			cq__error_get(item->error)->message);
}

static const cq__pg_kind setting = { .send = send_setting, .done = done_setting, .alone = true };

/* What the first message could not say. */
static bool add_setting(cq__connection *connection, const char *name, const char *wanted, const char *sql)
{
	const char *const there = PQparameterStatus(connection->handle, name);
	if (there != NULL && strcmp(there, wanted) == 0)
		return true;
	cq__pg_item *const item = cq__pg_item_new(connection, &setting, NULL, (void *)(uintptr_t)sql);
	if (item == NULL)
		return false;
	item->place = CQ__PG_QUEUED;
	cq__list_push_front(&connection->queued, &item->link);
	return true;
}

static void stand(cq__connection *connection)
{
	PGconn *const handle = connection->handle;
	cq__timer_stop(connection->loop, &connection->timer);
	(void)PQsetErrorVerbosity(handle, PQERRORS_DEFAULT);
	if (PQserverVersion(handle) < OLDEST_SERVER) {
		cq__error_set(&connection->broken_error, CQ_UNSUPPORTED, "the server is of version %d.%d, and 13 is the oldest that is supported",
			PQserverVersion(handle) / 10000, PQserverVersion(handle) % 10000);
		cq__pg_break(connection, NULL);
		return;
	}
	/* A pooler gives its sessions of the server to others, too, who may want to write. */
	const bool set_read_only = connection->read_only && !connection->unnamed;
	if (connection->read_only && !set_read_only)
		cq__log_message(&connection->log, CQ_LOG_WARNING, "behind a pooler (prepare=unnamed) a session cannot be made read-only");
	if (PQsetnonblocking(handle, 1) != 0 || !add_setting(connection, "TimeZone", "UTC", "SET TimeZone = 'UTC'") ||
		(set_read_only && !add_setting(connection, "default_transaction_read_only", "on", "SET default_transaction_read_only = on"))) {
		cq__error_set(&connection->broken_error, CQ_NO_MEMORY, NULL);
		cq__pg_break(connection, NULL);
		return;
	}
	connection->connecting = false;
	connection->host = NULL;
	cq__pg_parameters_release(&connection->parameters);
	cq__watch_init(&connection->watch, PQsocket(handle), cq__pg_watch_ready, connection);
	cq__pg_flush(connection);
}

/* ---- its steps ---------------------------------------------------------------------------------------------------- */

static void want(cq__connection *connection, int mask)
{
	cq__watch_init(&connection->watch, PQsocket(connection->handle), cq__pg_watch_ready, connection);
	cq__loop_want(connection->loop, &connection->watch, mask, 0);
}


/* The time of another host begins. */
static void set_host_timer(cq__connection *connection)
{
	connection->host = PQhost(connection->handle);
	cq__timer_set(connection->loop, &connection->timer, cq__deadline_after_ms(connection->parameters.timeout_ms));
}

void cq__pg_connect_ready(cq__connection *connection)
{
	/* The step may close the descriptor, and open another one of the same number. */
	cq__loop_forget(connection->loop, &connection->watch);
	const PostgresPollingStatusType next = PQconnectPoll(connection->handle);
	switch (next) {
	case PGRES_POLLING_READING:
	case PGRES_POLLING_WRITING:
		if (PQhost(connection->handle) != connection->host)
			set_host_timer(connection);
		want(connection, next == PGRES_POLLING_READING ? CQ__LOOP_READ : CQ__LOOP_WRITE);
		break;
	case PGRES_POLLING_OK:
		stand(connection);
		break;
	default:
		fail(connection);
		break;
	}
}

/* A failure to begin is told at the next turn, for nobody hears of it before. */
static cq_status begin(cq__connection *connection)
{
	connection->handle = PQconnectStartParams(connection->parameters.keywords, connection->parameters.values, 0);
	if (connection->handle == NULL)
		return CQ_NO_MEMORY;
	(void)PQsetErrorVerbosity(connection->handle, PQERRORS_VERBOSE);
	(void)PQsetNoticeReceiver(connection->handle, cq__pg_notice, connection);
	connection->failed_at_once = PQstatus(connection->handle) == CONNECTION_BAD;
	if (connection->failed_at_once) {
		cq__timer_set(connection->loop, &connection->timer, 1);
		return CQ_OK;
	}
	set_host_timer(connection);
	want(connection, CQ__LOOP_WRITE);
	return CQ_OK;
}

/* The host does not answer: the next one is tried, as libpq does when it waits itself. */
static void connect_late(cq__connection *connection)
{
	if (cq__pg_parameters_skip(&connection->parameters, PQhost(connection->handle))) {
		cq__loop_forget(connection->loop, &connection->watch);
		PQfinish(connection->handle);
		connection->handle = NULL;
		if (begin(connection) == CQ_OK)
			return;
		cq__error_set(&connection->broken_error, CQ_NO_MEMORY, NULL);
	}
	cq__error_set(&connection->broken_error, CQ_CONNECTION, "the server was not reached within %lld ms",
		(long long)connection->parameters.timeout_ms);
	cq__pg_break(connection, NULL);
}

static void timer_fired(cq__timer *timer)
{
	cq__connection *const connection = timer->user;
	cq__pg_enter(connection);
	if (!connection->connecting)
		cq__pg_cancel_timer(connection);
	else if (connection->failed_at_once)
		fail(connection);
	else
		connect_late(connection);
	(void)cq__pg_deliver(connection);
	cq__pg_leave(connection);
}

cq_status cq__pg_connect_begin(cq__connection *connection, const cq__open_options *options, cq__error *error)
{
	CQ_TRY(cq__pg_parameters_make(&connection->parameters, options, error));
	connection->connecting = true;
	connection->read_only = options->read_only;
	connection->timer = (cq__timer){ .fire = timer_fired, .user = connection };
	if (begin(connection) == CQ_OK)
		return CQ_OK;
	cq__pg_parameters_release(&connection->parameters);
	return cq__error_set(error, CQ_NO_MEMORY, NULL);
}
