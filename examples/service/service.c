/* service.c: from an HTTP request to a handler in a task, and back: who is let in, by when it must be answered, which
 * failure of the database is which answer, and how the service ends. It knows nothing of what the handlers do.
 */
#include "service.h"

#include <cquel/task.h>

#include <arpa/inet.h>
#include <errno.h>
#include <event2/buffer.h>
#include <event2/event.h>
#include <inttypes.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

struct Service {
	cq_engine *engine;
	struct event_base *base;
	struct evhttp *http;
	struct evhttp_bound_socket *socket;
	struct event *quiet;       /* while it drains: nothing has happened for a while */
	ServiceOptions options;
	uint32_t in_work;
	bool draining;
	unsigned turns;            /* of the loop, since it drains and still listens */
};

enum {
	RETRY_AFTER_SECONDS = 1,
	ATTEMPTS = 3,              /* of a transaction that collided with others */
	IDLE_SECONDS = 10,         /* how long a connection may take to say something */
	QUIET_MS = 200,            /* how long nothing must have happened before the service ends */
	LAST_TURNS = 200,
	HEADER_BYTES = 16 * 1024,
};

/* ---- answers ---------------------------------------------------------------------------------------------------------- */

cq_status reply(Request *request, int status, json_t *answer)
{
	json_decref(request->answer);
	request->answer = answer;
	request->status = status;
	return CQ_OK;
}

cq_status refuse(Request *request, int status, const char *format, ...)
{
	char sentence[512];
	va_list arguments;
	va_start(arguments, format);
	(void)vsnprintf(sentence, sizeof sentence, format, arguments);
	va_end(arguments);
	json_t *const text = json_string(sentence);
	/* A sentence that quotes half a character was cut, or is not UTF-8: the status says enough. */
	return reply(request, status, json_pack("{s:o}", "error", text != NULL ? text : json_string("")));
}

static const char *reason_of(int status)
{
	switch (status) {
	case 200: return "OK";
	case 201: return "Created";
	case 204: return "No Content";
	case 400: return "Bad Request";
	case 404: return "Not Found";
	case 405: return "Method Not Allowed";
	case 409: return "Conflict";
	case 503: return "Service Unavailable";
	default: return "Internal Server Error";
	}
}

static void send_answer(const Service *service, struct evhttp_request *http, int status, const json_t *answer)
{
	struct evkeyvalq *const headers = evhttp_request_get_output_headers(http);
	struct evbuffer *const body = evbuffer_new();
	char *const text = answer == NULL ? NULL : json_dumps(answer, JSON_COMPACT);
	if (body != NULL && text != NULL) {
		(void)evbuffer_add(body, text, strlen(text));
		(void)evhttp_add_header(headers, "Content-Type", "application/json");
	}
	free(text);
	if (status == 503) {
		char seconds[12];
		(void)snprintf(seconds, sizeof seconds, "%d", RETRY_AFTER_SECONDS);
		(void)evhttp_add_header(headers, "Retry-After", seconds);
	}
	if (service->draining)
		(void)evhttp_add_header(headers, "Connection", "close");
	evhttp_send_reply(http, status, reason_of(status), body);
	if (body != NULL)
		evbuffer_free(body);
}

static void send_refusal(const Service *service, struct evhttp_request *http, int status, const char *sentence)
{
	json_t *const answer = json_pack("{s:s}", "error", sentence);
	send_answer(service, http, status, answer);
	json_decref(answer);
}

/* ---- failures --------------------------------------------------------------------------------------------------------- */

/* What a failure is for the one who asked. What it says about the database stays here, in the log. */
static cq_status tell_failure(Request *request, cq_status status, const cq_error *error)
{
	switch (status) {
	case CQ_UNIQUE:
		return refuse(request, 409, "another one has that %s already", error->column[0] != '\0' ? error->column : "value");
	case CQ_FOREIGN_KEY:
		return refuse(request, 409, "it refers to something that is not there, or is still referred to");
	case CQ_STALE:
		return refuse(request, 409, "somebody else has changed it meanwhile: read it again");
	case CQ_COMMIT_UNKNOWN:
		return refuse(request, 503, "the database was lost while it committed: look whether it was done before you try again");
	default:
		break;
	}
	switch (cq_status_class(status)) {
	case CQ_CLASS_DATA:
	case CQ_CLASS_INTEGRITY:
		return refuse(request, 400, "%s", error->message);
	case CQ_CLASS_RETRYABLE:
		return refuse(request, 503, "too many want the same thing at once; try again");
	case CQ_CLASS_TIMEOUT:
		return refuse(request, 503, "it took too long; try again");
	case CQ_CLASS_CONNECTION:
		return refuse(request, 503, "the database is away; try again");
	default:
		(void)fprintf(stderr, "%s: %s: %s [%s]\n", request->route->path, cq_status_name(status), error->message, error->sql);
		return refuse(request, 500, "the service has made a mistake, and noted it");
	}
}

/* ---- carrying out ----------------------------------------------------------------------------------------------------- */

/* One attempt, in a session of its own: what the handler wrote is committed before anybody hears of it. */
static cq_status attempt(cq_engine *engine, Request *request)
{
	CQ_TRY(cq_session_open(engine, NULL, &request->session));
	cq_status status = request->route->handle(request);
	if (status == CQ_OK && request->status < 400)
		status = cq_commit(request->session);
	if (status != CQ_OK)
		(void)tell_failure(request, status, cq_session_error(request->session));
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

static cq_status work(cq_engine *engine, void *argument)
{
	Request *const request = argument;
	Service *const service = request->service;
	const cq_status status = cq_with_timeout(engine, service->options.deadline_ms, carry_out, request);
	if (status == CQ_TIMEOUT || request->status == 0)
		(void)tell_failure(request, status, cq_engine_error(engine));
	if (request->location != 0) {
		char path[64];
		(void)snprintf(path, sizeof path, "%s/%" PRId64, request->route->path, request->location);
		(void)evhttp_add_header(evhttp_request_get_output_headers(request->http), "Location", path);
	}
	send_answer(service, request->http, request->status, request->answer);
	free_request(request);
	service->in_work--;
	stay_awake(service);
	return CQ_OK; /* whatever failed has been answered */
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

/* The route, or NULL and what the answer is. */
static const Route *find_route(struct evhttp_request *http, const char *path, int64_t *ids, int *status)
{
	*status = 404;
	for (const Route *route = routes; route->path != NULL; route++) {
		if (!matches(route->path, path, ids))
			continue;
		if (route->method == evhttp_request_get_command(http))
			return route;
		*status = 405;
	}
	return NULL;
}

/* The body as a JSON object; false when it is something else, with the sentence. */
static bool read_body(struct evhttp_request *http, json_t **out, char *sentence, size_t size)
{
	struct evbuffer *const buffer = evhttp_request_get_input_buffer(http);
	const size_t length = evbuffer_get_length(buffer);
	*out = NULL;
	if (length == 0)
		return true;
	json_error_t error;
	*out = json_loadb((const char *)evbuffer_pullup(buffer, -1), length, JSON_REJECT_DUPLICATES, &error);
	if (*out == NULL)
		(void)snprintf(sentence, size, "the body is no JSON: line %d, column %d: %s", error.line, error.column, error.text);
	else if (!json_is_object(*out))
		(void)snprintf(sentence, size, "the body must be a JSON object");
	return json_is_object(*out);
}

/* A request of its own, or NULL when it has been answered already. */
static Request *let_in(Service *service, struct evhttp_request *http)
{
	const struct evhttp_uri *const uri = evhttp_request_get_evhttp_uri(http);
	const char *const path = evhttp_uri_get_path(uri), *const query = evhttp_uri_get_query(uri);
	char sentence[256];
	int64_t ids[MOST_IDS] = { 0 };
	int status;
	const Route *const route = find_route(http, path == NULL ? "" : path, ids, &status);
	if (route == NULL) {
		send_refusal(service, http, status, status == 404 ? "there is nothing of that name" : "that cannot be done with it");
		return NULL;
	}
	json_t *body;
	if (!read_body(http, &body, sentence, sizeof sentence)) {
		send_refusal(service, http, 400, sentence);
		json_decref(body);
		return NULL;
	}
	Request *const request = calloc(1, sizeof *request);
	if (request == NULL) {
		send_refusal(service, http, 503, "there is no memory left");
		json_decref(body);
		return NULL;
	}
	*request = (Request){ .body = body, .service = service, .http = http, .route = route };
	memcpy(request->ids, ids, sizeof ids);
	TAILQ_INIT(&request->query);
	/* What libevent gives ends at a NUL: the rest would be gone unseen. */
	if (query != NULL && (strstr(query, "%00") != NULL || evhttp_parse_query_str(query, &request->query) != 0)) {
		send_refusal(service, http, 400, "what stands behind the question mark cannot be read");
		free_request(request);
		return NULL;
	}
	return request;
}

/* Asked by whoever sends requests here, also when there are too many of them. */
static bool answer_health(const Service *service, struct evhttp_request *http)
{
	const char *const path = evhttp_uri_get_path(evhttp_request_get_evhttp_uri(http));
	if (path == NULL || strcmp(path, "/health") != 0)
		return false;
	json_t *const answer = json_pack("{s:s, s:i}", "status", service->draining ? "ends" : "ok", "in_work", (int)service->in_work);
	send_answer(service, http, service->draining ? 503 : 200, answer);
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
		send_refusal(service, http, 503, "too many requests are in work; try again");
		return;
	}
	Request *const request = let_in(service, http);
	if (request == NULL)
		return;
	/* Counted before it begins: all that arrive in one turn of the loop are seen. */
	service->in_work++;
	if (cq_spawn(service->engine, NULL, work, request, NULL) == CQ_OK)
		return;
	service->in_work--;
	send_refusal(service, http, 503, "there is no room for another request; try again");
	free_request(request);
}

/* ---- beginning and ending --------------------------------------------------------------------------------------------- */

static void on_quiet(evutil_socket_t none, short what, void *argument)
{
	Service *const service = argument;
	(void)none;
	(void)what;
	if (service->in_work != 0)
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
	if (service->quiet == NULL || service->http == NULL) {
		service_close(service);
		return NULL;
	}
	evhttp_set_allowed_methods(service->http, EVHTTP_REQ_GET | EVHTTP_REQ_POST | EVHTTP_REQ_PUT | EVHTTP_REQ_PATCH | EVHTTP_REQ_DELETE);
	evhttp_set_max_headers_size(service->http, HEADER_BYTES);
	evhttp_set_max_body_size(service->http, (ev_ssize_t)options->body_bytes);
	evhttp_set_timeout(service->http, IDLE_SECONDS);
	evhttp_set_gencb(service->http, on_request, service);
	service->socket = evhttp_bind_socket_with_handle(service->http, options->address, options->port);
	if (service->socket == NULL) {
		(void)fprintf(stderr, "cannot listen on %s, port %u\n", options->address, options->port);
		service_close(service);
		return NULL;
	}
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
	if (service->http != NULL)
		evhttp_free(service->http);
	if (service->quiet != NULL)
		event_free(service->quiet);
	free(service);
}
