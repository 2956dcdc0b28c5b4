/* support/proxy.c: the wire that can be cut; see proxy.h. */
#include "support/proxy.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

enum { MOST_LINKS = 128, PORTION = 16384 };

/* What is on its way in one direction. */
typedef struct lane {
	char data[PORTION];
	size_t start, length;
	uint64_t passed;
	uint64_t limit;  /* bytes that pass before the cut */
	proxy_cut cut;
	bool stalled, ended;
} lane;

typedef struct span {
	int client, server; /* -1: not open */
	lane lanes[PROXY_DIRECTIONS];
	bool open;
} span;

struct proxy {
	pthread_t thread;
	pthread_mutex_t lock; /* over all below */
	int listener, wake;
	int port;
	struct sockaddr_un server;
	bool stopping, refusing;
	bool held[PROXY_DIRECTIONS];
	bool cutting;         /* links made from now on are cut */
	proxy_direction cut_direction;
	uint64_t cut_bytes;
	proxy_cut cut_manner;
	int cut_all;          /* -1, or the manner in which all are cut now */
	unsigned connections;
	uint64_t most_bytes[PROXY_DIRECTIONS];
	span links[MOST_LINKS];
};

const char *proxy_cut_name(proxy_cut cut)
{
	static const char *const names[PROXY_CUTS] = { "FIN", "RST", "half-close", "stall" };
	return names[cut];
}

/* ---- one link ----------------------------------------------------------------------------------------------------- */

static void close_link(span *self, bool reset)
{
	if (reset) {
		const struct linger at_once = { 1, 0 };
		(void)setsockopt(self->client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
	}
	close(self->client);
	close(self->server);
	self->open = false;
}

static void cut_link(span *self, proxy_direction direction, proxy_cut cut)
{
	switch (cut) {
	case PROXY_HALF_CLOSE:
		(void)shutdown(direction == PROXY_TO_SERVER ? self->server : self->client, SHUT_WR);
		self->lanes[direction].stalled = true;
		return;
	case PROXY_STALL:
		self->lanes[direction].stalled = true;
		return;
	default:
		close_link(self, cut == PROXY_RESET);
	}
}

static void note_bytes(proxy *wire, const span *self)
{
	for (int i = 0; i < PROXY_DIRECTIONS; i++)
		if (self->lanes[i].passed > wire->most_bytes[i])
			wire->most_bytes[i] = self->lanes[i].passed;
}

/* Moves what can be moved; the cut comes as soon as its bytes have passed. */
static void pump(proxy *wire, span *self, proxy_direction direction, bool readable)
{
	lane *const way = &self->lanes[direction];
	const int from = direction == PROXY_TO_SERVER ? self->client : self->server;
	const int to = direction == PROXY_TO_SERVER ? self->server : self->client;
	if (way->stalled || wire->held[direction])
		return;
	if (readable && way->length == 0) {
		const ssize_t got = recv(from, way->data, sizeof way->data, MSG_DONTWAIT);
		if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) {
			way->ended = true;
			if (got < 0)
				close_link(self, true);
			else
				(void)shutdown(to, SHUT_WR);
			/* The other way has nothing more to carry for a client that is gone. */
			if (self->open && (self->lanes[!direction].ended || direction == PROXY_TO_CLIENT))
				close_link(self, false);
			return;
		}
		way->start = 0;
		way->length = got > 0 ? (size_t)got : 0;
	}
	while (way->length != 0) {
		const uint64_t left = way->limit - way->passed;
		const size_t most = left < way->length ? (size_t)left : way->length;
		const ssize_t sent = most == 0 ? 0 : send(to, way->data + way->start, most, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (sent < 0) {
			if (errno != EAGAIN && errno != EINTR)
				close_link(self, false);
			return;
		}
		way->passed += (uint64_t)sent;
		way->start += (size_t)sent;
		way->length -= (size_t)sent;
		note_bytes(wire, self);
		if (way->passed == way->limit) {
			cut_link(self, direction, way->cut);
			return;
		}
	}
}

static void accept_link(proxy *wire)
{
	const int client = accept4(wire->listener, NULL, NULL, SOCK_CLOEXEC);
	if (client < 0)
		return;
	span *self = NULL;
	for (unsigned i = 0; i < MOST_LINKS && self == NULL; i++)
		if (!wire->links[i].open)
			self = &wire->links[i];
	const int server = self == NULL || wire->refusing ? -1 : socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (server < 0 || connect(server, (const struct sockaddr *)&wire->server, sizeof wire->server) != 0) {
		if (server >= 0)
			close(server);
		close(client);
		return;
	}
	*self = (span){ .client = client, .server = server, .open = true };
	wire->connections++;
	for (int i = 0; i < PROXY_DIRECTIONS; i++) {
		const bool cut = wire->cutting && wire->cut_direction == (proxy_direction)i;
		self->lanes[i].limit = cut ? wire->cut_bytes : UINT64_MAX;
		self->lanes[i].cut = wire->cut_manner;
	}
	for (int i = 0; i < PROXY_DIRECTIONS && self->open; i++)
		if (self->lanes[i].limit == 0)
			cut_link(self, (proxy_direction)i, self->lanes[i].cut);
}

static void cut_all_now(proxy *wire)
{
	for (unsigned i = 0; i < MOST_LINKS && wire->cut_all >= 0; i++)
		for (int j = 0; j < PROXY_DIRECTIONS; j++)
			if (wire->links[i].open)
				cut_link(&wire->links[i], (proxy_direction)j, (proxy_cut)wire->cut_all);
	wire->cut_all = -1;
}

/* ---- the thread ---------------------------------------------------------------------------------------------------- */

/* Of one side of a link: what it sends goes in `direction`, what it gets comes in the other one. */
static short wanted(const proxy *wire, const span *self, proxy_direction direction)
{
	const lane *const in = &self->lanes[direction], *const out = &self->lanes[!direction];
	short events = 0;
	if (!in->stalled && !in->ended && in->length == 0 && !wire->held[direction])
		events |= POLLIN;
	if (!out->stalled && out->length != 0 && !wire->held[!direction])
		events |= POLLOUT;
	return events;
}

static void *carry(void *argument)
{
	proxy *const wire = argument;
	struct pollfd waiting[2 + 2 * MOST_LINKS];
	unsigned index[2 + 2 * MOST_LINKS];
	pthread_mutex_lock(&wire->lock);
	while (!wire->stopping) {
		nfds_t count = 2;
		waiting[0] = (struct pollfd){ .fd = wire->wake, .events = POLLIN };
		waiting[1] = (struct pollfd){ .fd = wire->listener, .events = POLLIN };
		for (unsigned i = 0; i < MOST_LINKS; i++) {
			const span *const self = &wire->links[i];
			if (!self->open)
				continue;
			index[count] = index[count + 1] = i;
			/* One that wants nothing would still report a hang-up, again and again. */
			const short client = wanted(wire, self, PROXY_TO_SERVER), server = wanted(wire, self, PROXY_TO_CLIENT);
			waiting[count++] = (struct pollfd){ .fd = client != 0 ? self->client : -1, .events = client };
			waiting[count++] = (struct pollfd){ .fd = server != 0 ? self->server : -1, .events = server };
		}
		pthread_mutex_unlock(&wire->lock);
		(void)poll(waiting, count, -1);
		pthread_mutex_lock(&wire->lock);
		uint64_t signals;
		if (waiting[0].revents != 0)
			(void)!read(wire->wake, &signals, sizeof signals);
		cut_all_now(wire);
		for (nfds_t i = 2; i + 1 < count; i += 2) {
			span *const self = &wire->links[index[i]];
			const bool client = (waiting[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0;
			const bool server = (waiting[i + 1].revents & (POLLIN | POLLHUP | POLLERR)) != 0;
			if (self->open)
				pump(wire, self, PROXY_TO_SERVER, client);
			if (self->open)
				pump(wire, self, PROXY_TO_CLIENT, server);
		}
		if (waiting[1].revents != 0)
			accept_link(wire);
	}
	for (unsigned i = 0; i < MOST_LINKS; i++)
		if (wire->links[i].open)
			close_link(&wire->links[i], false);
	pthread_mutex_unlock(&wire->lock);
	return NULL;
}

static void wake(proxy *wire)
{
	const uint64_t one = 1;
	assert_int_equal(write(wire->wake, &one, sizeof one), sizeof one);
}

/* ---- the test's side ------------------------------------------------------------------------------------------------ */

proxy *proxy_start(const char *server_socket)
{
	proxy *const wire = calloc(1, sizeof *wire);
	assert_non_null(wire);
	wire->cut_all = -1;
	wire->server.sun_family = AF_UNIX;
	assert_in_range(snprintf(wire->server.sun_path, sizeof wire->server.sun_path, "%s", server_socket), 1,
		sizeof wire->server.sun_path - 1);
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof address;
	wire->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	wire->wake = eventfd(0, EFD_CLOEXEC);
	assert_true(wire->listener >= 0 && wire->wake >= 0);
	assert_int_equal(bind(wire->listener, (const struct sockaddr *)&address, size), 0);
	assert_int_equal(listen(wire->listener, 128), 0);
	assert_int_equal(getsockname(wire->listener, (struct sockaddr *)&address, &size), 0);
	wire->port = ntohs(address.sin_port);
	assert_int_equal(pthread_mutex_init(&wire->lock, NULL), 0);
	assert_int_equal(pthread_create(&wire->thread, NULL, carry, wire), 0);
	return wire;
}

void proxy_stop(proxy *wire)
{
	pthread_mutex_lock(&wire->lock);
	wire->stopping = true;
	pthread_mutex_unlock(&wire->lock);
	wake(wire);
	pthread_join(wire->thread, NULL);
	pthread_mutex_destroy(&wire->lock);
	close(wire->listener);
	close(wire->wake);
	free(wire);
}

int proxy_port(const proxy *wire)
{
	return wire->port;
}

void proxy_cut_at(proxy *wire, proxy_direction direction, uint64_t bytes, proxy_cut cut)
{
	pthread_mutex_lock(&wire->lock);
	/* Nobody is told of the end of what is stalled. */
	for (unsigned i = 0; i < MOST_LINKS; i++)
		if (wire->links[i].open && (wire->links[i].lanes[0].stalled || wire->links[i].lanes[1].stalled))
			close_link(&wire->links[i], false);
	wire->cutting = true;
	wire->cut_direction = direction;
	wire->cut_bytes = bytes;
	wire->cut_manner = cut;
	pthread_mutex_unlock(&wire->lock);
}

void proxy_heal(proxy *wire)
{
	pthread_mutex_lock(&wire->lock);
	wire->cutting = wire->refusing = false;
	pthread_mutex_unlock(&wire->lock);
}

void proxy_cut_all(proxy *wire, proxy_cut cut, bool refuse)
{
	pthread_mutex_lock(&wire->lock);
	wire->cut_all = (int)cut;
	wire->refusing = refuse;
	pthread_mutex_unlock(&wire->lock);
	wake(wire);
}

void proxy_hold(proxy *wire, proxy_direction direction)
{
	pthread_mutex_lock(&wire->lock);
	wire->held[direction] = true;
	pthread_mutex_unlock(&wire->lock);
	wake(wire);
}

void proxy_let_go(proxy *wire)
{
	pthread_mutex_lock(&wire->lock);
	wire->held[PROXY_TO_SERVER] = wire->held[PROXY_TO_CLIENT] = false;
	pthread_mutex_unlock(&wire->lock);
	wake(wire);
}

uint64_t proxy_bytes(proxy *wire, proxy_direction direction)
{
	pthread_mutex_lock(&wire->lock);
	const uint64_t bytes = wire->most_bytes[direction];
	pthread_mutex_unlock(&wire->lock);
	return bytes;
}

unsigned proxy_connections(proxy *wire)
{
	pthread_mutex_lock(&wire->lock);
	const unsigned connections = wire->connections;
	pthread_mutex_unlock(&wire->lock);
	return connections;
}

unsigned proxy_open(proxy *wire)
{
	unsigned open = 0;
	pthread_mutex_lock(&wire->lock);
	for (unsigned i = 0; i < MOST_LINKS; i++)
		open += wire->links[i].open;
	pthread_mutex_unlock(&wire->lock);
	return open;
}
