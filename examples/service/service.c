/* service.c: from an HTTP request to a handler in a task, and back: who is let in, by when it must be answered, what happens
 * when the client leaves, and how the service ends. It knows nothing of what the handlers do.
 */
#include "service.h"

#include "answers.h"
#include "connections.h"

#include <arpa/inet.h>
#include <errno.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <inttypes.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/queue.h>
#include <sys/socket.h>

struct Service {
	cq_engine *engine;
	struct event_base *base;
	struct evhttp *http;
	struct evhttp_bound_socket *socket;
	Connections *connections;
	struct event *quiet;       /* while it drains: nothing has happened for a while */
	ServiceOptions options;
	uint32_t in_work;
	bool draining;
	unsigned turns;            /* of the loop, since it drains and still listens */
};

enum {
	ATTEMPTS = 3,              /* of a transaction that collided with others */
	IDLE_SECONDS = 10,         /* how long a connection may say nothing at all */
	QUIET_MS = 200,            /* how long nothing must have happened before the service ends */
	LAST_TURNS = 200,
	HEADER_BYTES = 16 * 1024,
	FARTHEST_BODY = 4,         /* times the size that is taken */
};

/* ---- carrying out ----------------------------------------------------------------------------------------------------- */

static cq_status commit(cq_engine *engine, void *argument)
{
	cq_session *const session = argument;
	(void)engine;
	return cq_commit(session);
}

/* What is to be written can be given up at any time, and is rolled back then. A COMMIT that is given up may have happened or not, so
 * it is waited for, whatever the client and the clock say; what ends the wait all the same, when a database does not answer any
 * more, is the time limit of each statement that main.c sets. */
static cq_status write_all(cq_engine *engine, Request *request)
{
	CQ_TRY(cq_flush(request->session));
	return cq_shielded(engine, commit, request->session);
}

/* One attempt, in a session of its own: what the handler wrote is committed before anybody hears of it. */
static cq_status attempt(cq_engine *engine, Request *request)
{
	CQ_TRY(cq_session_open(engine, NULL, &request->session));
	cq_status status = request->route->handle(request);
	if (status == CQ_OK && request->status < 400)
		status = write_all(engine, request);
	if (status != CQ_OK)
		(void)refuse_failure(request, status, cq_session_error(request->session));
	cq_session_close(&request->session);
	return status;
}

/* What collided with others has done nothing, and is done again. */
static cq_status carry_out(cq_engine *engine, void *argument)
{
	cq_status status;
	for (int i = 1; ; i++) {
		status = attempt(engine, argument);
		if (cq_status_class(status) != CQ_CLASS_RETRYABLE || status == CQ_STALE || i == ATTEMPTS || cq_task_sleep(engine, 5 * i) != CQ_OK)
			return status;
	}
}

static void free_request(Request *request)
{
	json_decref(request->answer);
	json_decref(request->body);
	evhttp_clear_headers(&request->query);
	free(request);
}

static void stay_awake(Service *service)
{
	const struct timeval after = { .tv_usec = QUIET_MS * 1000 };
	if (service->draining)
		(void)evtimer_add(service->quiet, &after);
}

static void answer_request(Request *request)
{
	AnswerHead head = { .status = request->status, .closes = request->service->draining };
	char path[64];
	if (request->location != 0 && request->status == 201) {
		(void)snprintf(path, sizeof path, "%s/%" PRId64, request->route->path, request->location);
		head.location = path;
	}
	send_answer(request->http, &head, request->answer);
}

static void forget_client(Request *request);

static cq_status work(cq_engine *engine, void *argument)
{
	Request *const request = argument;
	Service *const service = request->service;
	const cq_status status = cq_with_timeout(engine, service->options.deadline_ms, carry_out, request);
	if (status == CQ_TIMEOUT || request->status == 0)
		(void)refuse_failure(request, status, cq_engine_error(engine));
	forget_client(request);
	answer_request(request);
	cq_task_detach(&request->task);
	free_request(request);
	service->in_work--;
	stay_awake(service);
	return CQ_OK; /* whatever failed has been answered */
}

/* ---- a client that leaves --------------------------------------------------------------------------------------------- */

/* Nobody wants the answer any more: the waits of the task end, the handler returns, its session is rolled back. libevent's request
 * stays until it is answered, even when its connection is gone. */
static void on_gone(struct evhttp_connection *connection, void *argument)
{
	Request *const request = argument;
	(void)connection;
	if (request->client != NULL)
		(void)event_del(request->client);
	cq_task_cancel(request->task);
}

/* There is something to read: the end, or the next request, which shows that somebody is there, and stays where it is; behind it nothing
 * can be seen, so that is the last look. */
static void on_readable(evutil_socket_t fd, short what, void *argument)
{
	Request *const request = argument;
	char byte;
	(void)what;
	const ssize_t got = recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
	if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
		on_gone(NULL, request);
	else if (got < 0)
		(void)event_add(request->client, NULL);
}

/* libevent reads nothing while a request is in work, and so does not see by itself who leaves. */
static void watch_client(Request *request)
{
	struct evhttp_connection *const connection = evhttp_request_get_connection(request->http);
	const int fd = bufferevent_getfd(evhttp_connection_get_bufferevent(connection));
	evhttp_connection_set_closecb(connection, on_gone, request);
	request->client = event_new(request->service->base, fd, EV_READ, on_readable, request);
	if (request->client != NULL)
		(void)event_add(request->client, NULL);
}

static void forget_client(Request *request)
{
	struct evhttp_connection *const connection = evhttp_request_get_connection(request->http);
	if (connection != NULL)
		evhttp_connection_set_closecb(connection, NULL, NULL);
	if (request->client != NULL)
		event_free(request->client);
	request->client = NULL;
}

/* ---- letting in ------------------------------------------------------------------------------------------------------- */

/* Whether a path is that of a route; its numbers. */
static bool matches(const char *pattern, const char *path, int64_t *ids)
{
	for (size_t count = 0; *pattern != '\0'; pattern++) {
		if (*pattern != '*') {
			if (*path++ != *pattern)
				return false;
			continue;
		}
		if (*path < '1' || *path > '9' || count == MOST_IDS)
			return false;
		char *end;
		errno = 0;
		ids[count++] = strtoll(path, &end, 10);
		if (errno != 0)
			return false;
		path = end;
	}
	return *path == '\0';
}

/* Adds a method to those that a path has. */
static void add_method(char *methods, size_t size, const char *name)
{
	const size_t length = strlen(methods);
	(void)snprintf(methods + length, size - length, "%s%s", length == 0 ? "" : ", ", name);
}

static const char *method_name(enum evhttp_cmd_type method)
{
	switch (method) {
	case EVHTTP_REQ_GET: return "GET, HEAD"; /* whatever can be got */
	case EVHTTP_REQ_POST: return "POST";
	case EVHTTP_REQ_PATCH: return "PATCH";
	default: return "DELETE";
	}
}

typedef struct Path {
	const Route *route;    /* NULL: there is none */
	int64_t ids[MOST_IDS];
	char methods[64];      /* that there are; "": nothing has that path */
} Path;

static void find_route(struct evhttp_request *http, Path *out)
{
	const char *const path = evhttp_uri_get_path(evhttp_request_get_evhttp_uri(http));
	const enum evhttp_cmd_type asked = evhttp_request_get_command(http), method = asked == EVHTTP_REQ_HEAD ? EVHTTP_REQ_GET : asked;
	*out = (Path){ .route = NULL };
	for (const Route *route = routes; route->path != NULL; route++) {
		if (path == NULL || !matches(route->path, path, out->ids))
			continue;
		add_method(out->methods, sizeof out->methods, method_name(route->method));
		if (route->method == method)
			out->route = route;
	}
}

/* Whether the body says that it is JSON, or nothing about itself. */
static bool is_json(struct evhttp_request *http)
{
	static const char json[] = "application/json";
	const char *const type = evhttp_find_header(evhttp_request_get_input_headers(http), "Content-Type");
	return type == NULL || (strncasecmp(type, json, sizeof json - 1) == 0 && strchr("; \t", type[sizeof json - 1]) != NULL);
}

/* The body as a JSON object, NULL where there is none; and the status, 200 or what it is refused with. */
static int read_body(const Service *service, struct evhttp_request *http, json_t **out, char *sentence, size_t size)
{
	struct evbuffer *const buffer = evhttp_request_get_input_buffer(http);
	const size_t length = evbuffer_get_length(buffer);
	json_error_t error;
	*out = NULL;
	if (length == 0)
		return 200;
	if (length > service->options.body_bytes) {
		(void)snprintf(sentence, size, "the body has %zu bytes, and at most %zu are taken", length, service->options.body_bytes);
		return 413;
	}
	if (!is_json(http)) {
		(void)snprintf(sentence, size, "the body must be JSON, and say so: Content-Type: application/json");
		return 415;
	}
	*out = json_loadb((const char *)evbuffer_pullup(buffer, -1), length, JSON_REJECT_DUPLICATES, &error);
	if (json_is_object(*out))
		return 200;
	if (*out == NULL)
		(void)snprintf(sentence, size, "the body is no JSON: line %d, column %d: %s", error.line, error.column, error.text);
	else
		(void)snprintf(sentence, size, "the body must be a JSON object");
	json_decref(*out);
	*out = NULL;
	return 400;
}

static void turn_away(const Service *service, struct evhttp_request *http, int status, const char *sentence)
{
	send_refusal(http, &(AnswerHead){ .status = status, .closes = service->draining }, sentence);
}

/* Whether there is a route; else it has been told. */
static bool has_route(const Service *service, struct evhttp_request *http, const Path *path)
{
	if (path->route != NULL)
		return true;
	if (path->methods[0] == '\0')
		turn_away(service, http, 404, "there is nothing of that name");
	else
		send_refusal(http, &(AnswerHead){ .status = 405, .allow = path->methods, .closes = service->draining }, "that cannot be done with it");
	return false;
}

/* A request of its own, or NULL when it has been answered already. */
static Request *let_in(Service *service, struct evhttp_request *http)
{
	const char *const query = evhttp_uri_get_query(evhttp_request_get_evhttp_uri(http));
	char sentence[256];
	json_t *body;
	Path path;
	find_route(http, &path);
	if (!has_route(service, http, &path))
		return NULL;
	const int status = read_body(service, http, &body, sentence, sizeof sentence);
	if (status != 200) {
		turn_away(service, http, status, sentence);
		return NULL;
	}
	Request *const request = calloc(1, sizeof *request);
	if (request == NULL) {
		turn_away(service, http, 503, "there is no memory left");
		json_decref(body);
		return NULL;
	}
	*request = (Request){ .body = body, .service = service, .http = http, .route = path.route };
	memcpy(request->ids, path.ids, sizeof path.ids);
	TAILQ_INIT(&request->query);
	/* What libevent gives ends at a NUL: the rest would be gone unseen. */
	if (query != NULL && (strstr(query, "%00") != NULL || evhttp_parse_query_str(query, &request->query) != 0)) {
		turn_away(service, http, 400, "what stands behind the question mark cannot be read");
		free_request(request);
		return NULL;
	}
	return request;
}

/* Asked by whoever sends requests here, also when there are too many of them. */
static bool answer_health(const Service *service, struct evhttp_request *http)
{
	const char *const path = evhttp_uri_get_path(evhttp_request_get_evhttp_uri(http));
	const enum evhttp_cmd_type method = evhttp_request_get_command(http);
	if (path == NULL || strcmp(path, "/health") != 0)
		return false;
	AnswerHead head = { .status = service->draining ? 503 : 200, .closes = service->draining };
	if (method != EVHTTP_REQ_GET && method != EVHTTP_REQ_HEAD) {
		head.status = 405;
		head.allow = "GET, HEAD";
		send_refusal(http, &head, "that cannot be done with it");
		return true;
	}
	json_t *const answer = json_pack("{s:s, s:i}", "status", service->draining ? "ends" : "ok", "in_work", (int)service->in_work);
	send_answer(http, &head, answer);
	json_decref(answer);
	return true;
}

static void on_request(struct evhttp_request *http, void *argument)
{
	Service *const service = argument;
	stay_awake(service);
	if (answer_health(service, http))
		return;
	if (service->in_work >= service->options.most) {
		turn_away(service, http, 503, "too many requests are in work; try again");
		return;
	}
	Request *const request = let_in(service, http);
	if (request == NULL)
		return;
	if (cq_spawn(service->engine, &request->task, work, request, NULL) != CQ_OK) {
		turn_away(service, http, 503, "there is no room for another request; try again");
		free_request(request);
		return;
	}
	/* Counted before it begins: all that arrive in one turn of the loop are seen. */
	service->in_work++;
	watch_client(request);
}

/* ---- beginning and ending --------------------------------------------------------------------------------------------- */

static void on_quiet(evutil_socket_t none, short what, void *argument)
{
	Service *const service = argument;
	(void)none;
	(void)what;
	if (service->in_work != 0 || connections_owe(service->connections))
		stay_awake(service);
	else
		(void)event_base_loopexit(service->base, NULL);
}

static void stop_listening(evutil_socket_t none, short what, void *argument);

static void listen_a_little(Service *service)
{
	const struct timeval soon = { .tv_usec = 1000 };
	(void)event_base_once(service->base, -1, EV_TIMEOUT, stop_listening, service, &soon);
}

/* Who stands in the kernel's queue has been accepted there: the loop takes them in before the socket is closed. But not for ever. */
static void stop_listening(evutil_socket_t none, short what, void *argument)
{
	Service *const service = argument;
	(void)none;
	(void)what;
	struct pollfd waiting = { .fd = evhttp_bound_socket_get_fd(service->socket), .events = POLLIN };
	if (service->turns++ < LAST_TURNS && poll(&waiting, 1, 0) > 0) {
		listen_a_little(service);
		return;
	}
	connections_listen(service->connections, NULL);
	evhttp_del_accept_socket(service->http, service->socket);
	service->socket = NULL;
	stay_awake(service);
}

void service_drain(Service *service)
{
	if (service->draining)
		return;
	service->draining = true;
	listen_a_little(service);
}

Service *service_open(struct event_base *base, cq_engine *engine, const ServiceOptions *options)
{
	Service *const service = calloc(1, sizeof *service);
	if (service == NULL)
		return NULL;
	*service = (Service){ .engine = engine, .base = base, .options = *options };
	service->quiet = evtimer_new(base, on_quiet, service);
	service->http = evhttp_new(base);
	if (service->http != NULL)
		service->connections = connections_open(base, service->http, options->patience_ms, options->connections);
	if (service->quiet == NULL || service->connections == NULL) {
		service_close(service);
		return NULL;
	}
	/* All that libevent knows, so that what cannot be done is told here. */
	evhttp_set_allowed_methods(service->http, EVHTTP_REQ_GET | EVHTTP_REQ_POST | EVHTTP_REQ_HEAD | EVHTTP_REQ_PUT | EVHTTP_REQ_DELETE
		| EVHTTP_REQ_OPTIONS | EVHTTP_REQ_TRACE | EVHTTP_REQ_CONNECT | EVHTTP_REQ_PATCH);
	evhttp_set_max_headers_size(service->http, HEADER_BYTES);
	/* What is somewhat too large is read, and told so here; beyond that libevent refuses without reading. */
	evhttp_set_max_body_size(service->http, (ev_ssize_t)(FARTHEST_BODY * options->body_bytes));
	evhttp_set_timeout(service->http, IDLE_SECONDS);
	evhttp_set_gencb(service->http, on_request, service);
	service->socket = evhttp_bind_socket_with_handle(service->http, options->address, options->port);
	if (service->socket == NULL) {
		(void)fprintf(stderr, "cannot listen on %s, port %u\n", options->address, options->port);
		service_close(service);
		return NULL;
	}
	connections_listen(service->connections, evhttp_bound_socket_get_listener(service->socket));
	return service;
}

uint16_t service_port(const Service *service)
{
	struct sockaddr_in address = { 0 };
	socklen_t size = sizeof address;
	(void)getsockname(evhttp_bound_socket_get_fd(service->socket), (struct sockaddr *)&address, &size);
	return ntohs(address.sin_port);
}

void service_close(Service *service)
{
	if (service == NULL)
		return;
	if (service->http != NULL)
		evhttp_free(service->http);
	connections_close(service->connections);
	if (service->quiet != NULL)
		event_free(service->quiet);
	free(service);
}
