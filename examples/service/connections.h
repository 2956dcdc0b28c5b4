/* service/connections.h: the connections of clients: how many there may be, and how long each may take over what it has to do. It
 * knows nothing of requests.
 *
 * libevent's own time limit begins again with each byte, so whoever sends one byte at a time would stay for ever. Here a client has
 * all in all so long to take in its last answer and to send its next request; while its request is in work it has nothing to do.
 */
#ifndef SERVICE_CONNECTIONS_H
#define SERVICE_CONNECTIONS_H

#include <event2/http.h>
#include <event2/listener.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Connections Connections;

/* Looks after all connections that the server takes from now on. NULL: no memory. */
Connections *connections_open(struct event_base *base, struct evhttp *http, int64_t patience_ms, size_t most);

/* Who listens: above the most connections it does so no longer, and further ones wait in the kernel's queue. NULL: nobody does. */
void connections_listen(Connections *connections, struct evconnlistener *listener);

/* Whether part of an answer is still to be sent to somebody. */
bool connections_owe(const Connections *connections);

/* Behind evhttp_free, which closes them. May be NULL. */
void connections_close(Connections *connections);

#endif
