/* check.c: each resource of the service, once: what is made, read, changed and deleted, and what is refused. */
#include "ask.h"
#include "client.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check_users(Asker *asker)
{
	const int64_t id = make(asker, "/users", "{\"username\": \"Zoë\", \"bio\": \"x\"}", "{\"username\": \"Zoë\", \"bio\": \"x\"}");
	const char *const path = text("/users/%" PRId64, id);
	expect(asker, 200, "GET", path, NULL, text("{\"id\": %" PRId64 ", \"username\": \"Zoë\"}", id));
	expect(asker, 409, "POST", "/users", "{\"username\": \"Zoë\"}", "");
	expect(asker, 400, "POST", "/users", "{\"username\": \"\"}", "{\"error\": \"username must not be empty\"}");
	expect(asker, 400, "POST", "/users", "{\"bio\": \"y\"}", "{\"error\": \"username is missing\"}");
	expect(asker, 400, "POST", "/users", "{\"username\": \"y\", \"age\": 3}", "{\"error\": \"there is no member age\"}");
	expect(asker, 400, "POST", "/users", "{\"username\": 7}", "{\"error\": \"username must be a text\"}");
	expect(asker, 400, "POST", "/users", "[1]", "{\"error\": \"the body must be a JSON object\"}");
	expect(asker, 400, "POST", "/users", "{\"username\": ", "");
	expect(asker, 400, "POST", "/users", NULL, "{\"error\": \"there is no body\"}");
	expect(asker, 400, "POST", "/users", "{\"username\": \"12345678901234567890123456789012345678901\"}", "");
	expect(asker, 200, "PATCH", path, "{\"bio\": null}", "{\"username\": \"Zoë\", \"bio\": null}");
	expect(asker, 409, "PATCH", path, "{\"username\": \"ann\"}", "");
	expect(asker, 200, "PATCH", path, "{\"username\": \"Zoé\"}", "{\"username\": \"Zoé\"}");
	expect(asker, 404, "PATCH", "/users/999999", "{\"bio\": \"y\"}", "");
	expect(asker, 404, "GET", "/users/999999", NULL, "{\"error\": \"there is no user 999999\"}");
	expect(asker, 404, "GET", "/users/abc", NULL, "");
	expect(asker, 404, "GET", "/users/9223372036854775808", NULL, "{\"error\": \"there is nothing of that name\"}");
	expect(asker, 405, "PUT", path, "{}", "");
	expect(asker, 400, "GET", "/users?limit=0", NULL, "");
	expect(asker, 400, "GET", "/users?offset=-1", NULL, "");
	expect(asker, 400, "GET", "/users?limit=1%00junk", NULL, "");
	expect(asker, 200, "GET", "/users?offset=0&limit=1", NULL, "{\"offset\": 0, \"limit\": 1, \"items\": [{\"username\": \"ann\"}]}");
	expect(asker, 204, "DELETE", path, NULL, "");
	expect(asker, 404, "DELETE", path, NULL, "");
	expect(asker, 409, "DELETE", "/users/1", NULL, "");
	expect(asker, 404, "GET", "/nothing", NULL, "");
}

static void check_posts(Asker *asker)
{
	const int64_t id = make(asker, "/posts", "{\"author_id\": 1, \"title\": \"On C\", \"body\": \"...\", \"tags\": [\"sql\", \"c\"]}",
		"{\"title\": \"On C\", \"version\": 1, \"author\": {\"username\": \"ann\"}, \"comments\": [], \"tags\": [\"c\", \"sql\"]}");
	const char *const path = text("/posts/%" PRId64, id), *const comments = text("/posts/%" PRId64 "/comments", id);
	expect(asker, 409, "POST", "/posts", "{\"author_id\": 999999, \"title\": \"x\", \"body\": \"\"}", "");
	expect(asker, 400, "POST", "/posts", "{\"author_id\": 1, \"title\": \"x\", \"body\": \"\", \"tags\": [\"\"]}", "");
	expect(asker, 200, "PATCH", path, "{\"title\": \"On C11\"}", "{\"title\": \"On C11\", \"version\": 2, \"tags\": [\"c\", \"sql\"]}");
	expect(asker, 409, "PATCH", path, "{\"title\": \"Late\", \"version\": 1}", "");
	expect(asker, 200, "PATCH", path, "{\"body\": \"!\", \"version\": 2, \"tags\": [\"c\", \"new\"]}", "{\"title\": \"On C11\", \"body\": \"!\", \"version\": 3, \"tags\": [\"c\", \"new\"]}");
	const int64_t comment = make(asker, comments, "{\"author_id\": 2, \"body\": \"Indeed.\"}", "{\"body\": \"Indeed.\"}");
	expect(asker, 404, "POST", "/posts/999999/comments", "{\"author_id\": 1, \"body\": \"x\"}", "");
	expect(asker, 200, "GET", path, NULL, "{\"comments\": [{\"body\": \"Indeed.\", \"author\": {\"id\": 2}}], \"author\": {\"id\": 1}, \"tags\": [\"c\", \"new\"]}");
	expect(asker, 200, "GET", comments, NULL, "{\"total\": 1, \"items\": [{\"body\": \"Indeed.\"}]}");
	expect(asker, 200, "PATCH", text("/comments/%" PRId64, comment), "{\"body\": \"Hm.\"}", "{\"body\": \"Hm.\"}");
	expect(asker, 204, "DELETE", text("/comments/%" PRId64, comment), NULL, "");
	expect(asker, 200, "GET", comments, NULL, "{\"total\": 0, \"items\": []}");
	expect(asker, 200, "GET", "/tags?limit=100", NULL, "");
	expect(asker, 200, "GET", "/users/1/posts", NULL, "");
	expect(asker, 204, "DELETE", path, NULL, "");
	expect(asker, 404, "GET", path, NULL, "");
	expect(asker, 404, "GET", comments, NULL, "");
	expect(asker, 404, "DELETE", path, NULL, "");
}

static void check_bounds(Asker *asker)
{
	const size_t size = 200000;
	char *const large = malloc(size + 64);
	if (large == NULL)
		abort();
	const int start = snprintf(large, 64, "{\"username\": \"large\", \"bio\": \"");
	memset(large + start, 'x', size);
	(void)snprintf(large + (size_t)start + size, 3, "\"}");
	expect(asker, 413, "POST", "/users", large, "{\"error\": \"the body has 200032 bytes, and at most 65536 are taken\"}");
	free(large);
	expect(asker, 200, "GET", "/health", NULL, "{\"status\": \"ok\"}");
}

/* One request with all that a client may say beside the path: the status, JSON with an error where it fails, and a header. */
static void expect_head(Asker *asker, int status, const char *method, const char *path, const char *headers, const char *body,
	const char *name, const char *value)
{
	(void)asker_ask(asker, method, path, headers, body, strlen(body));
	const char *const found = asker->head == NULL ? NULL : http_header(asker->head, name);
	if (asker->status == status && found != NULL && strncmp(found, value, strlen(value)) == 0 && strchr("\r", found[strlen(value)]) != NULL)
		return;
	asker->wrong++;
	(void)fprintf(stderr, "%s %s: %d, %s: %.60s\n  instead of %d, %s\n", method, path, asker->status, name, found == NULL ? "(none)" : found, status, value);
}

static void check_methods(Asker *asker)
{
	static const char json[] = "application/json", type[] = "Content-Type";
	expect_head(asker, 405, "OPTIONS", "/users", "", "", "Allow", "GET, HEAD, POST");
	expect_head(asker, 405, "PUT", "/users/1", "", "{}", "Allow", "GET, HEAD, PATCH, DELETE");
	expect_head(asker, 405, "TRACE", "/posts/1/comments", "", "", "Allow", "GET, HEAD, POST");
	expect_head(asker, 405, "HEAD", "/comments/1", "", "", "Allow", "PATCH, DELETE");
	expect_head(asker, 405, "DELETE", "/health", "", "", "Allow", "GET, HEAD");
	expect_head(asker, 404, "OPTIONS", "/nothing", "", "", type, json);
	expect(asker, 405, "PUT", "/users/1", "{}", "{\"error\": \"that cannot be done with it\"}");
	expect_head(asker, 200, "GET", "/users/1", "", "", type, json);
	const char *const length = text("%zu", strlen(asker->answer));
	expect_head(asker, 200, "HEAD", "/users/1", "", "", "Content-Length", length);
	expect_head(asker, 200, "HEAD", "/users/1", "", "", type, json);
	expect_head(asker, 404, "HEAD", "/users/999999", "", "", type, json);
	expect_head(asker, 200, "HEAD", "/health", "", "", type, json);
	expect(asker, 200, "GET", "/users/1", NULL, "{\"username\": \"ann\"}"); /* nothing is left behind a HEAD on the connection */
	expect_head(asker, 415, "POST", "/users", "Content-Type: text/plain\r\n", "{\"username\": \"never\"}", type, json);
	expect_head(asker, 415, "POST", "/users", "Content-Type: application/jsonp\r\n", "{\"username\": \"never\"}", type, json);
	expect_head(asker, 400, "POST", "/users", "Content-Type: application/json; charset=utf-8\r\n", "{\"username\": 1}", type, json);
}

int scene_check(const Scene *scene)
{
	Asker asker;
	asker_open(&asker, scene->port);
	check_users(&asker);
	check_posts(&asker);
	check_methods(&asker);
	check_bounds(&asker);
	asker_close(&asker);
	return asker.wrong;
}
