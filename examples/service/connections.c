/* connections.c: keeps a list of libevent's connections, and looks over it every now and then. It knows nothing of requests; service.c
 * opens and closes it.
 */
#include "connections.h"

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

typedef struct Connection {
	struct bufferevent *stream; /* a share in it, so that it is there to be looked at, and its socket nobody else's */
	int64_t since_ms;           /* it is the client's turn */
	struct Connection *next;
} Connection;

struct Connections {
	struct evconnlistener *listener; /* NULL: nobody listens */
	struct event *look;
	Connection *first;
	size_t count, most;
	int64_t patience_ms;
};

enum { LOOK_MS = 1000, LOOKS = 4 }; /* at least so many looks in the time that a client has */

static int64_t now_ms(void)
{
	struct timespec now;
	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The answer to what is not there yet. It goes past libevent, which has nothing under way to this client, and cannot send it. */
static const char too_slow[] =
	"HTTP/1.1 408 Request Timeout\r\nContent-Type: application/json\r\nContent-Length: 39\r\nConnection: close\r\n\r\n"
	"{\"error\":\"the request came too slowly\"}";

/* libevent finds the connection at its end, and tidies up. */
static void hang_up(const Connection *connection)
{
	const int fd = bufferevent_getfd(connection->stream);
	if (evbuffer_get_length(bufferevent_get_output(connection->stream)) == 0)
		(void)send(fd, too_slow, sizeof too_slow - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
	(void)shutdown(fd, SHUT_RDWR);
}

/* A connection that has ended has let go of its stream. */
static bool has_ended(const Connection *connection)
{
	bufferevent_event_cb tell = NULL;
	bufferevent_getcb(connection->stream, NULL, NULL, &tell, NULL);
	return tell == NULL;
}

static void look_at(const Connections *connections, Connection *connection, int64_t now)
{
	/* While a request is in work, libevent reads no further. */
	if ((bufferevent_get_enabled(connection->stream) & EV_READ) == 0)
		connection->since_ms = now;
	else if (now - connection->since_ms >= connections->patience_ms)
		hang_up(connection);
}

/* Forgets those that have ended, and hangs up on those that take too long. */
static void look_over(Connections *connections)
{
	const int64_t now = now_ms();
	for (Connection **place = &connections->first; *place != NULL;) {
		Connection *const connection = *place;
		if (!has_ended(connection)) {
			look_at(connections, connection, now);
			place = &connection->next;
			continue;
		}
		*place = connection->next;
		connections->count--;
		(void)bufferevent_decref(connection->stream);
		free(connection);
	}
}

static void on_look(evutil_socket_t none, short what, void *argument)
{
	Connections *const connections = argument;
	(void)none;
	(void)what;
	look_over(connections);
	if (connections->listener != NULL && connections->count < connections->most)
		(void)evconnlistener_enable(connections->listener);
}

/* An answer is on its way: now it is the client's turn. */
static void on_answer(struct evbuffer *output, const struct evbuffer_cb_info *change, void *argument)
{
	Connection *const connection = argument;
	(void)output;
	if (change->n_added > 0)
		connection->since_ms = now_ms();
}

/* Somebody has called: libevent asks for the stream that it is to talk over. NULL: it makes one itself, which nobody looks after. */
static struct bufferevent *on_connection(struct event_base *base, void *argument)
{
	Connections *const connections = argument;
	struct bufferevent *const stream = bufferevent_socket_new(base, -1, BEV_OPT_CLOSE_ON_FREE);
	Connection *const connection = calloc(1, sizeof *connection);
	if (stream == NULL || connection == NULL || evbuffer_add_cb(bufferevent_get_output(stream), on_answer, connection) == NULL) {
		if (stream != NULL)
			bufferevent_free(stream);
		free(connection);
		return NULL;
	}
	if (connections->count + 1 >= connections->most)
		look_over(connections);
	bufferevent_incref(stream);
	*connection = (Connection){ .stream = stream, .since_ms = now_ms(), .next = connections->first };
	connections->first = connection;
	if (++connections->count >= connections->most && connections->listener != NULL)
		(void)evconnlistener_disable(connections->listener);
	return stream;
}

Connections *connections_open(struct event_base *base, struct evhttp *http, int64_t patience_ms, size_t most)
{
	Connections *const connections = calloc(1, sizeof *connections);
	if (connections == NULL)
		return NULL;
	*connections = (Connections){ .most = most, .patience_ms = patience_ms };
	connections->look = event_new(base, -1, EV_PERSIST, on_look, connections);
	const int64_t every_ms = patience_ms / LOOKS < LOOK_MS ? patience_ms / LOOKS + 1 : LOOK_MS;
	const struct timeval every = { .tv_sec = every_ms / 1000, .tv_usec = every_ms % 1000 * 1000 };
	if (connections->look == NULL || event_add(connections->look, &every) != 0) {
		connections_close(connections);
		return NULL;
	}
	evhttp_set_bevcb(http, on_connection, connections);
	return connections;
}

void connections_listen(Connections *connections, struct evconnlistener *listener)
{
	connections->listener = listener;
}

bool connections_owe(const Connections *connections)
{
	for (const Connection *connection = connections->first; connection != NULL; connection = connection->next) {
		if (!has_ended(connection) && evbuffer_get_length(bufferevent_get_output(connection->stream)) != 0)
			return true;
	}
	return false;
}

void connections_close(Connections *connections)
{
	if (connections == NULL)
		return;
	look_over(connections);
	if (connections->look != NULL)
		event_free(connections->look);
	free(connections);
}
