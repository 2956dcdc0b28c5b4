/* answers.c: from a JSON value to an HTTP answer, and from a failure of the database to one. It knows nothing of who carries requests
 * out; service.c and the handlers call it.
 */
#include "answers.h"

#include <event2/buffer.h>
#include <stdlib.h>
#include <string.h>

enum { RETRY_AFTER_SECONDS = 1 };

/* ---- what a handler answers ------------------------------------------------------------------------------------------- */

cq_status reply(Request *request, int status, json_t *answer)
{
	/* jansson makes nothing of nothing: the answer was not to be had, by lack of memory or because a stored text is no UTF-8. */
	if (answer == NULL && status != 204)
		return refuse(request, 500, "the answer cannot be written as JSON");
	json_decref(request->answer);
	request->answer = answer;
	request->status = status;
	return CQ_OK;
}

/* Without the half of a character that a cut has left at its end. */
static json_t *whole_text(const char *text)
{
	size_t length = strlen(text);
	json_t *whole = json_stringn(text, length);
	for (int cut = 0; whole == NULL && cut < 3 && length > 0; cut++)
		whole = json_stringn(text, --length);
	return whole != NULL ? whole : json_string("the request is not understood");
}

cq_status refuse(Request *request, int status, const char *format, ...)
{
	char sentence[512];
	va_list arguments;
	va_start(arguments, format);
	(void)vsnprintf(sentence, sizeof sentence, format, arguments);
	va_end(arguments);
	json_decref(request->answer);
	request->answer = json_pack("{s:o}", "error", whole_text(sentence));
	request->status = status;
	return CQ_OK;
}

/* What it says about the database stays here, in the log. */
cq_status refuse_failure(Request *request, cq_status status, const cq_error *error)
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

/* ---- sending ---------------------------------------------------------------------------------------------------------- */

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
	case 413: return "Payload Too Large";
	case 415: return "Unsupported Media Type";
	case 503: return "Service Unavailable";
	default: return "Internal Server Error";
	}
}

static void add_number(struct evkeyvalq *headers, const char *name, size_t number)
{
	char text[24];
	(void)snprintf(text, sizeof text, "%zu", number);
	(void)evhttp_add_header(headers, name, text);
}

/* The body, which a HEAD is only told of. */
static void add_body(struct evhttp_request *http, struct evbuffer *body, const json_t *answer)
{
	struct evkeyvalq *const headers = evhttp_request_get_output_headers(http);
	char *const text = answer == NULL ? NULL : json_dumps(answer, JSON_COMPACT);
	if (text == NULL)
		return;
	(void)evhttp_add_header(headers, "Content-Type", "application/json");
	if (evhttp_request_get_command(http) == EVHTTP_REQ_HEAD)
		add_number(headers, "Content-Length", strlen(text));
	else if (body != NULL)
		(void)evbuffer_add(body, text, strlen(text));
	free(text);
}

void send_answer(struct evhttp_request *http, const AnswerHead *head, const json_t *answer)
{
	struct evkeyvalq *const headers = evhttp_request_get_output_headers(http);
	struct evbuffer *const body = evbuffer_new();
	add_body(http, body, answer);
	if (head->status == 503)
		add_number(headers, "Retry-After", RETRY_AFTER_SECONDS);
	if (head->allow != NULL)
		(void)evhttp_add_header(headers, "Allow", head->allow);
	if (head->location != NULL)
		(void)evhttp_add_header(headers, "Location", head->location);
	if (head->closes)
		(void)evhttp_add_header(headers, "Connection", "close");
	evhttp_send_reply(http, head->status, reason_of(head->status), body);
	if (body != NULL)
		evbuffer_free(body);
}

void send_refusal(struct evhttp_request *http, const AnswerHead *head, const char *sentence)
{
	json_t *const answer = json_pack("{s:o}", "error", whole_text(sentence));
	send_answer(http, head, answer);
	json_decref(answer);
}
