/* naughty.c: what a service should not be told. Whatever comes, the answer is JSON, and bad input is never the service's mistake; what it
 * takes it gives back byte for byte.
 */
#include "ask.h"
#include "client.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- bodies ----------------------------------------------------------------------------------------------------------- */

/* Statuses that an answer may have; the last is 0. */
typedef const int Allowed[4];
#define ONLY(...) (Allowed){ __VA_ARGS__ }

/* Asks with these bytes; the answer has one of the statuses, and is JSON: of an error when it is no 2xx. */
static void send_bytes(Asker *asker, const char *method, const char *path, const char *body, size_t length, Allowed allowed)
{
	const int got = asker_ask(asker, method, path, "Content-Type: application/json\r\n", body, length);
	json_t *const answer = asker->answer == NULL || got == 0 ? NULL : json_loads(asker->answer, 0, NULL);
	const char *const error = json_string_value(json_object_get(answer, "error"));
	const bool is_answer = got == 204 || (got >= 200 && got < 300 ? json_is_object(answer) : error != NULL && error[0] != '\0');
	size_t i = 0;
	while (allowed[i] != 0 && allowed[i] != got)
		i++;
	if (!is_answer || allowed[i] == 0) {
		asker->wrong++;
		(void)fprintf(stderr, "%s %s %.*s: %d %.300s\n  instead of %d\n", method, path, (int)(length < 200 ? length : 200), body, got,
			asker->answer == NULL ? "" : asker->answer, allowed[0]);
	}
	json_decref(answer);
}

typedef struct Bad {
	const char *method, *path, *body;
	int status;
} Bad;

static const Bad bad[] = {
	{ "POST", "/users", "{\"username\": \"a\\u0000b\"}", 400 },
	{ "POST", "/users", "{\"user\\u0000name\": \"a\"}", 400 },
	{ "POST", "/users", "{\"username\": \"\xff\xfe\"}", 400 },
	{ "POST", "/users", "{\"username\": \"\xc0\xaf\"}", 400 },
	{ "POST", "/users", "{\"username\": \"\xed\xa0\x80\"}", 400 },
	{ "POST", "/users", "{\"username\": \"\\ud800\"}", 400 },
	{ "POST", "/users", "{\"username\": \"a\", \"username\": \"b\"}", 400 },
	{ "POST", "/users", "{\"username\": \"a\",}", 400 },
	{ "POST", "/users", "{'username': 'a'}", 400 },
	{ "POST", "/users", "{\"username\": \"a\"} {}", 400 },
	{ "POST", "/users", "{\"username\": NaN}", 400 },
	{ "POST", "/users", "null", 400 },
	{ "POST", "/users", "true", 400 },
	{ "POST", "/users", "\"username\"", 400 },
	{ "POST", "/users", "{}", 400 },
	{ "POST", "/users", "{\"username\": null}", 400 },
	{ "POST", "/users", "{\"username\": [\"a\"]}", 400 },
	{ "POST", "/users", "{\"username\": {\"a\": 1}}", 400 },
	{ "POST", "/users", "{\"username\": \"a\", \"bio\": 7}", 400 },
	{ "POST", "/users", "{\"username\": \"a\", \"id\": 7}", 400 },
	{ "POST", "/users", "{\"username\": \"a\", \"\": 7}", 400 },
	{ "POST", "/users", "{\"username\": \"a\", \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\xc3\xab\": 7}", 400 },
	{ "POST", "/posts", "{\"author_id\": 1e400, \"title\": \"a\", \"body\": \"\"}", 400 },
	{ "POST", "/posts", "{\"author_id\": 1.5, \"title\": \"a\", \"body\": \"\"}", 400 },
	{ "POST", "/posts", "{\"author_id\": 1.0, \"title\": \"a\", \"body\": \"\"}", 400 },
	{ "POST", "/posts", "{\"author_id\": \"1\", \"title\": \"a\", \"body\": \"\"}", 400 },
	{ "POST", "/posts", "{\"author_id\": 0, \"title\": \"a\", \"body\": \"\"}", 400 },
	{ "POST", "/posts", "{\"author_id\": -1, \"title\": \"a\", \"body\": \"\"}", 400 },
	{ "POST", "/posts", "{\"author_id\": 9223372036854775807, \"title\": \"a\", \"body\": \"\"}", 409 },
	{ "POST", "/posts", "{\"author_id\": 9223372036854775808, \"title\": \"a\", \"body\": \"\"}", 400 },
	{ "POST", "/posts", "{\"author_id\": 123456789012345678901234567890, \"title\": \"a\", \"body\": \"\"}", 400 },
	{ "POST", "/posts", "{\"author_id\": true, \"title\": \"a\", \"body\": \"\"}", 400 },
	{ "POST", "/posts", "{\"author_id\": 1, \"title\": \"a\", \"body\": \"\", \"tags\": \"a\"}", 400 },
	{ "POST", "/posts", "{\"author_id\": 1, \"title\": \"a\", \"body\": \"\", \"tags\": {}}", 400 },
	{ "POST", "/posts", "{\"author_id\": 1, \"title\": \"a\", \"body\": \"\", \"tags\": [1]}", 400 },
	{ "POST", "/posts", "{\"author_id\": 1, \"title\": \"a\", \"body\": \"\", \"tags\": [null]}", 400 },
	{ "POST", "/posts", "{\"author_id\": 1, \"title\": \"a\", \"body\": \"\", \"tags\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"]}", 400 },
	{ "PATCH", "/posts/1", "{\"version\": 2147483648}", 400 },
	{ "PATCH", "/posts/1", "{\"version\": 0}", 400 },
	{ "PATCH", "/posts/1", "{\"author_id\": 2}", 400 },
	{ "PATCH", "/posts/1", "", 400 },
	{ "PATCH", "/users/1", "", 400 },
	{ "PATCH", "/users/1", "[]", 400 },
	{ "PATCH", "/users/9223372036854775807", "{\"bio\": \"a\"}", 404 },
	{ "POST", "/posts/1/comments", "", 400 },
	{ "POST", "/posts/1/comments", "{\"author_id\": 1}", 400 },
	{ "POST", "/posts/9223372036854775807/comments", "{\"author_id\": 1, \"body\": \"a\"}", 404 },
	{ "DELETE", "/users/2", "{", 400 },
	{ "GET", "/users?limit=99999999999999999999", "", 400 },
	{ "GET", "/users?limit=1e1", "", 400 },
	{ "GET", "/users?limit=", "", 400 },
	{ "GET", "/users?limit=1%001", "", 400 },
	{ "GET", "/users?offset=2147483648", "", 400 },
	{ "GET", "/users?limit=%ff", "", 400 },
	{ "GET", "/users?limit", "", 400 },
	{ "GET", "/users/", "", 404 },
	{ "GET", "/users/0", "", 404 },
	{ "GET", "/users/-1", "", 404 },
	{ "GET", "/users/01", "", 404 },
	{ "GET", "/users/1/", "", 404 },
	{ "GET", "/users/1'--", "", 404 },
	{ "GET", "/users/1%00", "", 404 },
	{ "GET", "/users/%31", "", 404 },
	{ "GET", "/../../etc/passwd", "", 404 },
	{ "GET", "/USERS", "", 404 },
};

static void send_bad(Asker *asker)
{
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		send_bytes(asker, bad[i].method, bad[i].path, bad[i].body, strlen(bad[i].body), ONLY(bad[i].status));
	send_bytes(asker, "POST", "/users", "{\"username\": \"a\0b\"}", 19, ONLY(400));
}

/* A right body, damaged at random: it is taken, or refused. */
static void send_damaged(Asker *asker, size_t count)
{
	static const char whole[] = "{\"author_id\": 1, \"title\": \"On \\u00e9t\xc3\xa9\", \"body\": \"...\", \"tags\": [\"a\", \"b\"]}";
	char damaged[sizeof whole];
	uint32_t random = 11;
	for (size_t i = 0; i < count; i++) {
		size_t length = sizeof whole - 1;
		memcpy(damaged, whole, sizeof whole);
		for (size_t changes = 1 + i % 3; changes > 0; changes--) {
			random = random * 1664525u + 1013904223u;
			damaged[(random >> 8) % length] = (char)(random >> 24);
		}
		if (i % 5 == 0)
			length = (random >> 12) % length;
		send_bytes(asker, "POST", "/posts", damaged, length, ONLY(400, 201, 409));
	}
}

/* An array in an array in an array ... */
static void send_deep(Asker *asker)
{
	enum { DEPTH = 30000 };
	static char deep[2 * DEPTH + 64];
	const int start = snprintf(deep, 32, "{\"username\": ");
	memset(deep + start, '[', DEPTH);
	memset(deep + start + DEPTH, ']', DEPTH);
	deep[start + 2 * DEPTH] = '}';
	send_bytes(asker, "POST", "/users", deep, (size_t)start + 2 * DEPTH + 1, ONLY(400));
	memset(deep + start, '[', 2000);
	memset(deep + start + 2000, ']', 2000);
	deep[start + 4000] = '}';
	send_bytes(asker, "POST", "/users", deep, (size_t)start + 4001, ONLY(400));
}

/* ---- texts ------------------------------------------------------------------------------------------------------------ */

static bool is_text(const json_t *object, const char *name, const char *value)
{
	const char *const found = json_string_value(json_object_get(object, name));
	return found != NULL && strcmp(found, value) == 0;
}

static json_t *read_back(Asker *asker, const char *path)
{
	return asker_ask(asker, "GET", path, "", "", 0) == 200 ? json_loads(asker->answer, 0, NULL) : NULL;
}

static void complain(Asker *asker, const char *what, const char *text)
{
	asker->wrong++;
	(void)fprintf(stderr, "%s: %.100s: %d %.300s\n", what, text, asker->status, asker->answer);
}

static char *written(json_t *value)
{
	char *const out = value == NULL ? NULL : json_dumps(value, JSON_COMPACT);
	json_decref(value);
	return out;
}

/* The text as a post's title, body and tag, and its comment's body, is what it was. */
static void store_post(Asker *asker, const char *naughty, size_t characters)
{
	char *const body = written(json_pack("{s:i, s:s, s:s, s:[s]}", "author_id", 1, "title", characters <= 200 ? naughty : "long", "body", naughty,
		"tags", characters <= 30 ? naughty : "long"));
	char *const comment = written(json_pack("{s:i, s:s}", "author_id", 1, "body", naughty));
	const int64_t id = make(asker, "/posts", body, "");
	expect(asker, 201, "POST", text("/posts/%" PRId64 "/comments", id), comment, "");
	json_t *const post = read_back(asker, text("/posts/%" PRId64, id));
	const json_t *const tags = json_object_get(post, "tags"), *const comments = json_object_get(post, "comments");
	const char *const tag = json_string_value(json_array_get(tags, 0));
	if (!is_text(post, "body", naughty) || !is_text(post, "title", characters <= 200 ? naughty : "long") || json_array_size(tags) != 1
		|| tag == NULL || strcmp(tag, characters <= 30 ? naughty : "long") != 0 || !is_text(json_array_get(comments, 0), "body", naughty))
		complain(asker, "a post is not what was stored", naughty);
	json_decref(post);
	free(body);
	free(comment);
}

/* As a user's name and bio. A name that is there already is told. */
static void store_user(Asker *asker, const char *naughty)
{
	char *const body = written(json_pack("{s:s, s:s}", "username", naughty, "bio", naughty));
	send_bytes(asker, "POST", "/users", body, strlen(body), ONLY(201, 409));
	if (asker->status == 201) {
		json_t *const made = json_loads(asker->answer, 0, NULL);
		const int64_t id = json_integer_value(json_object_get(made, "id"));
		json_t *const user = read_back(asker, text("/users/%" PRId64, id));
		if (!is_text(user, "username", naughty) || !is_text(user, "bio", naughty))
			complain(asker, "a user is not what was stored", naughty);
		json_decref(user);
		json_decref(made);
		expect(asker, 204, "DELETE", text("/users/%" PRId64, id), NULL, "");
	}
	free(body);
}

static size_t characters(const char *text_of)
{
	size_t count = 0;
	for (; *text_of != '\0'; text_of++)
		count += ((unsigned char)*text_of & 0xc0) != 0x80;
	return count;
}

static void store(Asker *asker, const char *naughty)
{
	const size_t count = characters(naughty);
	if (count == 0)
		return;
	store_post(asker, naughty, count);
	if (count <= 40)
		store_user(asker, naughty);
}

/* As a part of a path and of a query, each byte written as %xx: there is nothing of that name, and no such number. */
static void ask_for(Asker *asker, const char *naughty)
{
	char path[1200];
	size_t length = (size_t)snprintf(path, sizeof path, "/users/");
	for (size_t i = 0; naughty[i] != '\0' && length + 4 < sizeof path; i++)
		length += (size_t)snprintf(path + length, sizeof path - length, "%%%02x", (unsigned)(unsigned char)naughty[i]);
	send_bytes(asker, "GET", path, "", 0, ONLY(404));
	memcpy(path, "/tags?", 6); /* of what is not asked for nothing is looked at */
	send_bytes(asker, "GET", path, "", 0, ONLY(200, 400));
}

static size_t store_file(Asker *asker, const char *file)
{
	char line[8192];
	size_t count = 0;
	FILE *const texts = fopen(file, "r");
	if (texts == NULL)
		return 0;
	while (fgets(line, sizeof line, texts) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		store(asker, line);
		ask_for(asker, line);
		count++;
	}
	(void)fclose(texts);
	return count;
}

int scene_naughty(const Scene *scene)
{
	static const char *const own[] = {
		"'; DROP TABLE users; --", "\"quoted\"", "back\\slash \\u0000", "line\nfeed\r\n\ttab", "\x01\x02\x1f\x7f", "%s%n%d", ":name $1 ? @x",
		"\xf0\x9f\x90\xa6 \xe2\x80\xae \xef\xbb\xbf \xef\xbf\xbf", " leading and trailing ", "NULL", "\xcc\x81\xcc\x81",
	};
	Asker asker;
	asker_open(&asker, scene->port);
	send_bad(&asker);
	send_deep(&asker);
	send_damaged(&asker, scene->requests);
	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		store(&asker, own[i]);
		ask_for(&asker, own[i]);
	}
	printf("  %zu lines of %s\n", scene->texts == NULL ? 0 : store_file(&asker, scene->texts), scene->texts == NULL ? "no file" : scene->texts);
	expect(&asker, 200, "GET", "/users/1", NULL, "{\"username\": \"ann\"}");
	asker_close(&asker);
	return asker.wrong == 0 ? 0 : 1;
}
