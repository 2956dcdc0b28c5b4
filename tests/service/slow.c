/* slow.c: clients that take their time, or have no end: each is let go of, by time or by size, and none holds up the others.
 *
 * The service's patience must be PATIENCE_MS.
 */
#include "ask.h"
#include "client.h"

#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PATIENCE_MS = 1000, LATEST_MS = 3 * PATIENCE_MS, STEP_MS = 50 };

static int call(uint16_t port, int receive_bytes)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (receive_bytes != 0)
		(void)setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
	if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) != 0)
		abort();
	return fd;
}

static bool is_readable(int fd, int milliseconds)
{
	struct pollfd watched = { .fd = fd, .events = POLLIN };
	return poll(&watched, 1, milliseconds) > 0;
}

typedef struct Trickle {
	const char *name;
	const char *begin;     /* sent at once; then */
	const char *drip;      /* this, each STEP_MS */
	const char *holds;     /* what the answer holds; "": there may be none */
	int repeat;            /* the drip at once, so many times, in place of the above */
} Trickle;

/* Sends until there is something to read, or the connection is broken. */
static void drip(int fd, const Trickle *trickle, int64_t until)
{
	for (int i = 0; trickle->repeat > 0 && i < trickle->repeat; i++) {
		if (send(fd, trickle->drip, strlen(trickle->drip), MSG_NOSIGNAL) < 0)
			return;
	}
	while (http_now_ms() < until && !is_readable(fd, STEP_MS)) {
		if (trickle->repeat == 0 && send(fd, trickle->drip, strlen(trickle->drip), MSG_NOSIGNAL) < 0)
			return;
	}
}

/* Whether the service hangs up in time, and says what it must. */
static bool is_let_go(uint16_t port, const Trickle *trickle)
{
	char answer[2048];
	size_t length = 0;
	const int64_t began = http_now_ms(), until = began + LATEST_MS;
	const int fd = call(port, 0);
	bool closed = false;
	(void)send(fd, trickle->begin, strlen(trickle->begin), MSG_NOSIGNAL);
	drip(fd, trickle, until);
	while (!closed && http_now_ms() < until && is_readable(fd, (int)(until - http_now_ms()))) {
		const ssize_t got = recv(fd, answer + length, sizeof answer - 1 - length, 0);
		closed = got <= 0;
		length += got > 0 ? (size_t)got : 0;
	}
	(void)close(fd);
	answer[length] = '\0';
	const bool right = closed && strstr(answer, trickle->holds) != NULL;
	printf("  %s: %s after %lld ms: %.12s\n", trickle->name, closed ? "let go" : "KEPT", (long long)(http_now_ms() - began), length == 0 ? "(no answer)" : answer);
	if (!right)
		(void)fprintf(stderr, "%s: %s\n", trickle->name, answer);
	return right;
}

static bool all_are_let_go(uint16_t port)
{
	static const Trickle trickles[] = {
		{ "a request line that trickles", "GET /us", "e", " 408 ", 0 },
		{ "headers that trickle", "GET /users HTTP/1.1\r\n", "X: y\r\n", " 408 ", 0 },
		{ "a body that trickles", "POST /users HTTP/1.1\r\nContent-Length: 5000\r\n\r\n", "{", " 408 ", 0 },
		{ "chunks that trickle", "POST /users HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n{\r\n", " 408 ", 0 },
		{ "a second request that trickles", "GET /health HTTP/1.1\r\n\r\nGET /us", "e", " 200 ", 0 },
		{ "empty lines", "", "\r\n", "", 0 },
		{ "nothing", "", "", " 408 ", 0 },
		{ "a flood of headers", "GET /users HTTP/1.1\r\n", "X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n", "", 5000 },
		{ "a request line without end", "GET /", "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu", "", 5000 },
		{ "chunks without end", "POST /users HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", "20\r\n{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{\r\n", "", 20000 },
		{ "a body that is far too large", "POST /users HTTP/1.1\r\nContent-Length: 1000000000000\r\n\r\n", "{{{{", "", 1 },
	};
	bool right = true;
	for (size_t i = 0; i < sizeof trickles / sizeof *trickles; i++)
		right = is_let_go(port, &trickles[i]) && right;
	return right;
}

enum { CHARACTERS = 20000, POSTS = 100 };

/* Posts of which a hundred make an answer of six megabytes, which no socket takes at once. */
static void make_large_posts(Asker *asker)
{
	static const char euro[] = "\xe2\x82\xac";
	static char body[CHARACTERS * 3 + 100];
	const int start = snprintf(body, 100, "{\"author_id\": 1, \"title\": \"large\", \"body\": \"");
	for (size_t i = 0; i < CHARACTERS; i++)
		memcpy(body + (size_t)start + 3 * i, euro, 3);
	(void)snprintf(body + start + 3 * CHARACTERS, 3, "\"}");
	for (int i = 0; i < POSTS; i++)
		expect(asker, 201, "POST", "/posts", body, "");
}

/* Whoever takes in an answer too slowly is let go of, too: it does not get the whole of it. */
static bool reader_is_let_go(uint16_t port)
{
	static const char request[] = "GET /posts?limit=100 HTTP/1.1\r\n\r\n";
	char part[512];
	size_t length = 0;
	ssize_t got = 1;
	const int64_t began = http_now_ms();
	const int fd = call(port, 4096);
	(void)send(fd, request, sizeof request - 1, MSG_NOSIGNAL);
	while (got > 0 && http_now_ms() - began < LATEST_MS) {
		got = recv(fd, part, sizeof part, 0);
		length += got > 0 ? (size_t)got : 0;
		(void)usleep(STEP_MS * 1000);
	}
	/* What the kernel has of it still comes; the rest does not. */
	while (got > 0 && is_readable(fd, LATEST_MS)) {
		got = recv(fd, part, sizeof part, 0);
		length += got > 0 ? (size_t)got : 0;
	}
	(void)close(fd);
	printf("  an answer that is read slowly: %zu bytes of it\n", length);
	return got <= 0 && length > 0 && length < 3 * CHARACTERS * POSTS;
}

int scene_slow(const Scene *scene)
{
	Asker asker;
	bool right = all_are_let_go(scene->port);
	asker_open(&asker, scene->port);
	make_large_posts(&asker);
	asker_close(&asker);
	right = reader_is_let_go(scene->port) && right;
	const int wrong = asker.wrong;
	asker_open(&asker, scene->port);
	expect(&asker, 200, "GET", "/health", NULL, "{\"status\": \"ok\", \"in_work\": 0}");
	asker_close(&asker);
	return right && wrong == 0 && asker.wrong == 0 ? 0 : 1;
}
