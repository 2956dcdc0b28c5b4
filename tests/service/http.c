/* http.c: the connections of a crowd, driven by poll. */
#include "http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ANSWER_MS = 30000, MOST_LANES = 256 };

int64_t http_now_ms(void)
{
	struct timespec now;
	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void *need(void *memory)
{
	if (memory == NULL)
		abort();
	return memory;
}

void http_ask_with(http_lane *lane, const char *method, const char *path, const char *headers, const char *body, size_t length)
{
	const size_t size = length + strlen(path) + strlen(headers) + 256;
	free(lane->out);
	lane->out = need(malloc(size));
	const int head = snprintf(lane->out, size, "%s %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %zu\r\n\r\n", method, path, headers, length);
	if (length > 0)
		memcpy(lane->out + head, body, length);
	lane->out_length = (size_t)head + length;
	lane->out[lane->out_length] = '\0';
	lane->out_sent = 0;
	lane->in_length = 0;
	lane->waiting = true;
	lane->began_ms = http_now_ms();
}

void http_ask(http_lane *lane, const char *method, const char *path, const char *body)
{
	http_ask_with(lane, method, path, "", body, body == NULL ? 0 : strlen(body));
}

void http_hang_up(http_lane *lane)
{
	if (lane->fd >= 0)
		(void)close(lane->fd);
	lane->fd = -1;
	lane->connecting = false;
	lane->reused = false;
	lane->waiting = false;
}

static void fail(http_crowd *crowd, http_lane *lane, bool refused)
{
	const bool sent = lane->out_sent == lane->out_length;
	http_hang_up(lane);
	crowd->failed(crowd, lane, refused, sent);
}

/* False: nobody listens. */
static bool call_up(const http_crowd *crowd, http_lane *lane)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(crowd->port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	lane->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (lane->fd < 0)
		abort();
	lane->connecting = connect(lane->fd, (struct sockaddr *)&address, sizeof address) != 0;
	return !lane->connecting || errno == EINPROGRESS;
}

/* ---- reading ---------------------------------------------------------------------------------------------------------- */

const char *http_header(const char *head, const char *name)
{
	const size_t length = strlen(name);
	for (const char *line = strstr(head, "\r\n"); line != NULL; line = strstr(line + 2, "\r\n")) {
		if (strncasecmp(line + 2, name, length) == 0 && line[2 + length] == ':')
			return line + 3 + length + strspn(line + 3 + length, " ");
	}
	return NULL;
}

/* Whether the answer is there in full. */
static bool read_answer(http_lane *lane, http_answer *out)
{
	char *const end = lane->in_length == 0 ? NULL : strstr(lane->in, "\r\n\r\n");
	if (end == NULL)
		return false;
	*end = '\0'; /* the head alone is looked at */
	const char *const length = http_header(lane->in, "Content-Length"), *const retry = http_header(lane->in, "Retry-After");
	const char *const connection = http_header(lane->in, "Connection");
	*out = (http_answer){ .body = end + 4, .length = length == NULL ? 0 : strtoul(length, NULL, 10), .retry_after = retry == NULL ? -1 : (int)strtol(retry, NULL, 10),
		.closes = connection != NULL && strncasecmp(connection, "close", 5) == 0 };
	out->head = lane->in;
	if (strncmp(lane->out, "HEAD ", 5) == 0)
		out->length = 0; /* it tells the length of what a GET would give */
	const bool whole = (size_t)(lane->in + lane->in_length - out->body) >= out->length;
	if (whole && sscanf(lane->in, "HTTP/1.%*d %d", &out->status) != 1)
		abort();
	if (!whole)
		*end = '\r';
	return whole;
}

static void receive(http_crowd *crowd, http_lane *lane)
{
	if (lane->in_capacity - lane->in_length < 4096)
		lane->in = need(realloc(lane->in, lane->in_capacity += 16384));
	const ssize_t got = recv(lane->fd, lane->in + lane->in_length, lane->in_capacity - lane->in_length - 1, 0);
	if (got < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (got <= 0) {
		fail(crowd, lane, false);
		return;
	}
	lane->in_length += (size_t)got;
	lane->in[lane->in_length] = '\0';
	http_answer answer;
	if (!read_answer(lane, &answer))
		return;
	lane->waiting = false;
	lane->reused = true;
	if (answer.closes)
		http_hang_up(lane);
	crowd->answered(crowd, lane, &answer);
}

static void transmit(http_crowd *crowd, http_lane *lane)
{
	if (lane->connecting) {
		int error = 0;
		socklen_t size = sizeof error;
		(void)getsockopt(lane->fd, SOL_SOCKET, SO_ERROR, &error, &size);
		if (error != 0) {
			fail(crowd, lane, true);
			return;
		}
		lane->connecting = false;
	}
	const ssize_t sent = send(lane->fd, lane->out + lane->out_sent, lane->out_length - lane->out_sent, MSG_NOSIGNAL);
	if (sent >= 0)
		lane->out_sent += (size_t)sent;
	else if (errno != EAGAIN && errno != EINTR)
		fail(crowd, lane, false);
}

/* ---- driving ---------------------------------------------------------------------------------------------------------- */

/* Whether the lane is at work. */
static bool prepare(http_crowd *crowd, http_lane *lane)
{
	while (!lane->waiting && crowd->next(crowd, lane)) {
		if (lane->fd < 0 && !call_up(crowd, lane))
			fail(crowd, lane, true);
	}
	if (lane->waiting && http_now_ms() - lane->began_ms > ANSWER_MS) {
		(void)fprintf(stderr, "no answer within %d ms to: %.200s\n", ANSWER_MS, lane->out);
		exit(1);
	}
	return lane->waiting;
}

static bool turn(http_crowd *crowd)
{
	struct pollfd watched[MOST_LANES];
	http_lane *lanes[MOST_LANES];
	nfds_t count = 0;
	for (size_t i = 0; i < crowd->count; i++) {
		http_lane *const lane = &crowd->lanes[i];
		if (!prepare(crowd, lane))
			continue;
		const bool sends = lane->connecting || lane->out_sent < lane->out_length;
		lanes[count] = lane;
		watched[count++] = (struct pollfd){ .fd = lane->fd, .events = (short)(sends ? POLLOUT : POLLIN) };
	}
	if (count == 0)
		return false;
	(void)poll(watched, count, 100);
	for (nfds_t i = 0; i < count; i++) {
		if ((watched[i].revents & POLLOUT) != 0 || (watched[i].revents != 0 && lanes[i]->connecting))
			transmit(crowd, lanes[i]);
		else if (watched[i].revents != 0)
			receive(crowd, lanes[i]);
	}
	return true;
}

void http_open(http_crowd *crowd, uint16_t port, size_t count)
{
	if (count > MOST_LANES)
		abort();
	*crowd = (http_crowd){ .port = port, .count = count, .lanes = need(calloc(count, sizeof *crowd->lanes)) };
	for (size_t i = 0; i < count; i++)
		crowd->lanes[i] = (http_lane){ .fd = -1, .number = i };
}

void http_run(http_crowd *crowd)
{
	do {
		if (crowd->look != NULL)
			crowd->look(crowd);
	} while (turn(crowd));
}

void http_close(http_crowd *crowd)
{
	for (size_t i = 0; i < crowd->count; i++) {
		http_hang_up(&crowd->lanes[i]);
		free(crowd->lanes[i].out);
		free(crowd->lanes[i].in);
	}
	free(crowd->lanes);
	crowd->lanes = NULL;
}
