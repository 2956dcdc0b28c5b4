/* support/proxy.h: a wire between a test and a server that can be cut at any byte, in either direction and in any manner.
 *
 * It knows nothing of what goes over it. It listens on a port of this machine and runs in a thread of its own, so that the
 * test's thread may wait for what the wire does.
 */
#ifndef CQ_TEST_PROXY_H
#define CQ_TEST_PROXY_H

#include <stdbool.h>
#include <stdint.h>

typedef struct proxy proxy;

typedef enum proxy_direction { PROXY_TO_SERVER, PROXY_TO_CLIENT, PROXY_DIRECTIONS } proxy_direction;

typedef enum proxy_cut {
	PROXY_FIN,        /* both sides see an orderly end */
	PROXY_RESET,      /* the client's side is reset */
	PROXY_HALF_CLOSE, /* the side that receives in this direction sees the end; the other direction goes on */
	PROXY_STALL,      /* nothing moves any more in this direction, and nobody is told */
	PROXY_CUTS
} proxy_cut;

const char *proxy_cut_name(proxy_cut cut);

/* Forwards to a Unix socket. Never NULL: what cannot be started ends the test. */
proxy *proxy_start(const char *server_socket);
/* Ends all connections. */
void proxy_stop(proxy *wire);

int proxy_port(const proxy *wire);

/* Of every connection made from now on, lets so many bytes through in a direction and then cuts it so. Those that are stalled end. */
void proxy_cut_at(proxy *wire, proxy_direction direction, uint64_t bytes, proxy_cut cut);
/* Connections made from now on are whole. Those that are stalled stay so. */
void proxy_heal(proxy *wire);
/* Cuts all that are open now; new ones are refused until it is healed when `refuse` says so. */
void proxy_cut_all(proxy *wire, proxy_cut cut, bool refuse);

/* Nothing moves in a direction until it is let go again, on any connection; what has come waits. */
void proxy_hold(proxy *wire, proxy_direction direction);
void proxy_let_go(proxy *wire);

/* The most that went over one connection. */
uint64_t proxy_bytes(proxy *wire, proxy_direction direction);
/* Connections made since the start, and those open now. */
unsigned proxy_connections(proxy *wire);
unsigned proxy_open(proxy *wire);

#endif
