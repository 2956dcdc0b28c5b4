/* check.c: each resource of the service, once: what is made, read, changed and deleted, and what is refused. */
#include "client.h"
#include "http.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Check {
	http_crowd crowd;
	const char *method, *path, *body;
	bool asked;
	int status;
	char *answer;
	bool closed;
	int wrong;
} Check;

static bool next(http_crowd *crowd, http_lane *lane)
{
	Check *const check = crowd->user;
	if (check->asked)
		return false;
	check->asked = true;
	http_ask(lane, check->method, check->path, check->body);
	return true;
}

static void answered(http_crowd *crowd, http_lane *lane, const http_answer *answer)
{
	Check *const check = crowd->user;
	(void)lane;
	check->status = answer->status;
	free(check->answer);
	check->answer = strndup(answer->body, answer->length);
}

static void failed(http_crowd *crowd, http_lane *lane, bool refused, bool sent)
{
	Check *const check = crowd->user;
	(void)lane;
	(void)refused;
	(void)sent;
	check->status = 0;
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

/* Asks, and compares: the status, and what the answer must hold at least ("": nothing is looked at). The answer, to be released. */
static json_t *ask(Check *check, int status, const char *method, const char *path, const char *body, const char *holds)
{
	check->method = method;
	check->path = path;
	check->body = body;
	check->asked = false;
	check->status = 0;
	http_run(&check->crowd);
	json_t *const answer = check->answer == NULL ? NULL : json_loads(check->answer, JSON_DECODE_ANY, NULL);
	json_t *const part = *holds == '\0' ? NULL : json_loads(holds, JSON_DECODE_ANY, NULL);
	const bool right = check->status == status && (*holds == '\0' || (part != NULL && is_part(part, answer)));
	json_decref(part);
	if (!right) {
		check->wrong++;
		(void)fprintf(stderr, "%s %s %.200s: %d %.400s\n  instead of %d %s\n", method, path, body == NULL ? "" : body, check->status,
			check->answer == NULL ? "" : check->answer, status, holds);
	}
	return answer;
}

static void expect(Check *check, int status, const char *method, const char *path, const char *body, const char *holds)
{
	json_decref(ask(check, status, method, path, body, holds));
}

/* What was made: its path, in a buffer that the next call uses again. */
static int64_t make(Check *check, const char *path, const char *body, const char *holds)
{
	json_t *const answer = ask(check, 201, "POST", path, body, holds);
	const int64_t id = json_integer_value(json_object_get(answer, "id"));
	json_decref(answer);
	return id;
}

__attribute__((format(printf, 1, 2))) static const char *text(const char *format, ...)
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

static void check_users(Check *check)
{
	const int64_t id = make(check, "/users", "{\"username\": \"Zoë\", \"bio\": \"x\"}", "{\"username\": \"Zoë\", \"bio\": \"x\"}");
	const char *const path = text("/users/%" PRId64, id);
	expect(check, 200, "GET", path, NULL, text("{\"id\": %" PRId64 ", \"username\": \"Zoë\"}", id));
	expect(check, 409, "POST", "/users", "{\"username\": \"Zoë\"}", "");
	expect(check, 400, "POST", "/users", "{\"username\": \"\"}", "{\"error\": \"username must not be empty\"}");
	expect(check, 400, "POST", "/users", "{\"bio\": \"y\"}", "{\"error\": \"username is missing\"}");
	expect(check, 400, "POST", "/users", "{\"username\": \"y\", \"age\": 3}", "{\"error\": \"there is no member age\"}");
	expect(check, 400, "POST", "/users", "{\"username\": 7}", "{\"error\": \"username must be a text\"}");
	expect(check, 400, "POST", "/users", "[1]", "{\"error\": \"the body must be a JSON object\"}");
	expect(check, 400, "POST", "/users", "{\"username\": ", "");
	expect(check, 400, "POST", "/users", NULL, "{\"error\": \"there is no body\"}");
	expect(check, 400, "POST", "/users", "{\"username\": \"12345678901234567890123456789012345678901\"}", "");
	expect(check, 200, "PATCH", path, "{\"bio\": null}", "{\"username\": \"Zoë\", \"bio\": null}");
	expect(check, 409, "PATCH", path, "{\"username\": \"ann\"}", "");
	expect(check, 200, "PATCH", path, "{\"username\": \"Zoé\"}", "{\"username\": \"Zoé\"}");
	expect(check, 404, "PATCH", "/users/999999", "{\"bio\": \"y\"}", "");
	expect(check, 404, "GET", "/users/999999", NULL, "{\"error\": \"there is no user 999999\"}");
	expect(check, 404, "GET", "/users/abc", NULL, "");
	expect(check, 404, "GET", "/users/9223372036854775808", NULL, "{\"error\": \"there is nothing of that name\"}");
	expect(check, 405, "PUT", path, "{}", "");
	expect(check, 400, "GET", "/users?limit=0", NULL, "");
	expect(check, 400, "GET", "/users?offset=-1", NULL, "");
	expect(check, 400, "GET", "/users?limit=1%00junk", NULL, "");
	expect(check, 200, "GET", "/users?offset=0&limit=1", NULL, "{\"offset\": 0, \"limit\": 1, \"items\": [{\"username\": \"ann\"}]}");
	expect(check, 204, "DELETE", path, NULL, "");
	expect(check, 404, "DELETE", path, NULL, "");
	expect(check, 409, "DELETE", "/users/1", NULL, "");
	expect(check, 404, "GET", "/nothing", NULL, "");
}

static void check_posts(Check *check)
{
	const int64_t id = make(check, "/posts", "{\"author_id\": 1, \"title\": \"On C\", \"body\": \"...\", \"tags\": [\"sql\", \"c\"]}",
		"{\"title\": \"On C\", \"version\": 1, \"author\": {\"username\": \"ann\"}, \"comments\": [], \"tags\": [\"c\", \"sql\"]}");
	const char *const path = text("/posts/%" PRId64, id), *const comments = text("/posts/%" PRId64 "/comments", id);
	expect(check, 409, "POST", "/posts", "{\"author_id\": 999999, \"title\": \"x\", \"body\": \"\"}", "");
	expect(check, 400, "POST", "/posts", "{\"author_id\": 1, \"title\": \"x\", \"body\": \"\", \"tags\": [\"\"]}", "");
	expect(check, 200, "PATCH", path, "{\"title\": \"On C11\"}", "{\"title\": \"On C11\", \"version\": 2, \"tags\": [\"c\", \"sql\"]}");
	expect(check, 409, "PATCH", path, "{\"title\": \"Late\", \"version\": 1}", "");
	expect(check, 200, "PATCH", path, "{\"body\": \"!\", \"version\": 2, \"tags\": [\"c\", \"new\"]}", "{\"title\": \"On C11\", \"body\": \"!\", \"version\": 3, \"tags\": [\"c\", \"new\"]}");
	const int64_t comment = make(check, comments, "{\"author_id\": 2, \"body\": \"Indeed.\"}", "{\"body\": \"Indeed.\"}");
	expect(check, 404, "POST", "/posts/999999/comments", "{\"author_id\": 1, \"body\": \"x\"}", "");
	expect(check, 200, "GET", path, NULL, "{\"comments\": [{\"body\": \"Indeed.\", \"author\": {\"id\": 2}}], \"author\": {\"id\": 1}, \"tags\": [\"c\", \"new\"]}");
	expect(check, 200, "GET", comments, NULL, "{\"total\": 1, \"items\": [{\"body\": \"Indeed.\"}]}");
	expect(check, 200, "PATCH", text("/comments/%" PRId64, comment), "{\"body\": \"Hm.\"}", "{\"body\": \"Hm.\"}");
	expect(check, 204, "DELETE", text("/comments/%" PRId64, comment), NULL, "");
	expect(check, 200, "GET", comments, NULL, "{\"total\": 0, \"items\": []}");
	expect(check, 200, "GET", "/tags?limit=100", NULL, "");
	expect(check, 200, "GET", "/users/1/posts", NULL, "");
	expect(check, 204, "DELETE", path, NULL, "");
	expect(check, 404, "GET", path, NULL, "");
	expect(check, 404, "GET", comments, NULL, "");
	expect(check, 404, "DELETE", path, NULL, "");
}

static void check_bounds(Check *check)
{
	const size_t size = 200000;
	char *const large = malloc(size + 64);
	if (large == NULL)
		abort();
	const int start = snprintf(large, 64, "{\"username\": \"large\", \"bio\": \"");
	memset(large + start, 'x', size);
	(void)snprintf(large + (size_t)start + size, 3, "\"}");
	expect(check, 413, "POST", "/users", large, "");
	free(large);
	expect(check, 200, "GET", "/health", NULL, "{\"status\": \"ok\"}");
}

int scene_check(const Scene *scene)
{
	Check check = { .wrong = 0 };
	http_open(&check.crowd, scene->port, 1);
	check.crowd.user = &check;
	check.crowd.next = next;
	check.crowd.answered = answered;
	check.crowd.failed = failed;
	check_users(&check);
	check_posts(&check);
	check_bounds(&check);
	http_close(&check.crowd);
	free(check.answer);
	return check.wrong;
}
