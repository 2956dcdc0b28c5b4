/* ask.c: asks the service one thing after the other, and compares the answers. */
#include "ask.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATIENCE_MS = 5000 };

static bool next(http_crowd *crowd, http_lane *lane)
{
	Asker *const asker = crowd->user;
	if (asker->asked)
		return false;
	asker->asked = true;
	http_ask_with(lane, asker->method, asker->path, asker->headers, asker->body, asker->length);
	return true;
}

static void answered(http_crowd *crowd, http_lane *lane, const http_answer *answer)
{
	Asker *const asker = crowd->user;
	(void)lane;
	asker->status = answer->status;
	asker->retry_after = answer->retry_after;
	free(asker->head);
	free(asker->answer);
	asker->head = strdup(answer->head);
	asker->answer = strndup(answer->body, answer->length);
}

static void failed(http_crowd *crowd, http_lane *lane, bool refused, bool sent)
{
	Asker *const asker = crowd->user;
	(void)lane;
	(void)refused;
	(void)sent;
	asker->status = 0;
	asker->retry_after = -1;
}

static void ask_once(Asker *asker)
{
	asker->asked = false;
	asker->status = 0;
	http_run(&asker->crowd);
}

int asker_ask(Asker *asker, const char *method, const char *path, const char *headers, const char *body, size_t length)
{
	const int64_t until = http_now_ms() + PATIENCE_MS;
	asker->method = method;
	asker->path = path;
	asker->headers = headers;
	asker->body = body;
	asker->length = length;
	for (ask_once(asker); asker->status == 503 && asker->retry_after > 0 && http_now_ms() < until; ask_once(asker))
		(void)sleep((unsigned)asker->retry_after);
	return asker->status;
}

/* Whether `part` is a part of `whole`: objects may have further members, all else is equal. */
static bool is_part(const json_t *part, const json_t *whole)
{
	if (json_is_object(part) && json_is_object(whole)) {
		const char *name;
		json_t *value;
		json_object_foreach((json_t *)part, name, value) {
			if (!is_part(value, json_object_get(whole, name)))
				return false;
		}
		return true;
	}
	if (!json_is_array(part) || !json_is_array(whole) || json_array_size(part) != json_array_size(whole))
		return json_equal(part, whole);
	for (size_t i = 0; i < json_array_size(part); i++) {
		if (!is_part(json_array_get(part, i), json_array_get(whole, i)))
			return false;
	}
	return true;
}

json_t *ask(Asker *asker, int status, const char *method, const char *path, const char *body, const char *holds)
{
	(void)asker_ask(asker, method, path, "", body, body == NULL ? 0 : strlen(body));
	json_t *const answer = asker->answer == NULL ? NULL : json_loads(asker->answer, JSON_DECODE_ANY, NULL);
	json_t *const part = *holds == '\0' ? NULL : json_loads(holds, JSON_DECODE_ANY, NULL);
	const bool right = asker->status == status && (*holds == '\0' || (part != NULL && is_part(part, answer)));
	json_decref(part);
	if (!right) {
		asker->wrong++;
		(void)fprintf(stderr, "%s %s %.200s: %d %.400s\n  instead of %d %s\n", method, path, body == NULL ? "" : body, asker->status,
			asker->answer == NULL ? "" : asker->answer, status, holds);
	}
	return answer;
}

void expect(Asker *asker, int status, const char *method, const char *path, const char *body, const char *holds)
{
	json_decref(ask(asker, status, method, path, body, holds));
}

int64_t make(Asker *asker, const char *path, const char *body, const char *holds)
{
	json_t *const answer = ask(asker, 201, "POST", path, body, holds);
	const int64_t id = json_integer_value(json_object_get(answer, "id"));
	json_decref(answer);
	return id;
}

__attribute__((format(printf, 1, 2))) const char *text(const char *format, ...)
{
	static char rooms[4][512];
	static unsigned room;
	char *const out = rooms[room++ % 4];
	va_list arguments;
	va_start(arguments, format);
	(void)vsnprintf(out, sizeof rooms[0], format, arguments);
	va_end(arguments);
	return out;
}

void asker_open(Asker *asker, uint16_t port)
{
	*asker = (Asker){ .retry_after = -1 };
	http_open(&asker->crowd, port, 1);
	asker->crowd.user = asker;
	asker->crowd.next = next;
	asker->crowd.answered = answered;
	asker->crowd.failed = failed;
}

void asker_close(Asker *asker)
{
	http_close(&asker->crowd);
	free(asker->head);
	free(asker->answer);
}
