/* service/http.h: a plain HTTP client: connections that stay open, one request on its way on each, any number side by side.
 *
 * It knows nothing of what is asked. It speaks to 127.0.0.1 and takes what the service sends: answers with a Content-Length.
 */
#ifndef CQ_TEST_SERVICE_HTTP_H
#define CQ_TEST_SERVICE_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct http_answer {
	int status;
	const char *body;      /* with a NUL behind it; lives until the lane's next request */
	size_t length;
	const char *head;      /* the status line and the headers */
	int retry_after;       /* seconds; -1: not said */
	bool closes;           /* Connection: close */
} http_answer;

/* One connection. */
typedef struct http_lane {
	int fd;                /* -1: none */
	bool connecting;
	bool waiting;          /* for an answer */
	bool reused;           /* an answer has come over this connection */
	size_t number;         /* of the lane */
	char *out;             /* the request */
	size_t out_length, out_sent;
	char *in;
	size_t in_length, in_capacity;
	int64_t began_ms;
	void *user;            /* of who made the request */
} http_lane;

/* What lanes are driven with. */
typedef struct http_crowd {
	uint16_t port;
	size_t count;
	http_lane *lanes;
	void *user;
	/* Whether there is another request for the lane: then http_ask was called for it. */
	bool (*next)(struct http_crowd *crowd, http_lane *lane);
	void (*answered)(struct http_crowd *crowd, http_lane *lane, const http_answer *answer);
	/* There is no answer: nobody listens, or the connection ended. `sent`: the request had gone out in full. */
	void (*failed)(struct http_crowd *crowd, http_lane *lane, bool refused, bool sent);
	void (*look)(struct http_crowd *crowd); /* each turn; may be NULL */
} http_crowd;

int64_t http_now_ms(void);

/* What the lane is to send. body NULL: none. */
void http_ask(http_lane *lane, const char *method, const char *path, const char *body);
/* The same with any bytes, and further header lines, each with its line end. */
void http_ask_with(http_lane *lane, const char *method, const char *path, const char *headers, const char *body, size_t length);

/* The value of a header, which goes on to the end of its line, or NULL. */
const char *http_header(const char *head, const char *name);

/* Leaves, whatever is on its way. */
void http_hang_up(http_lane *lane);

void http_open(http_crowd *crowd, uint16_t port, size_t count);
/* Until no lane has another request. An answer that does not come within 30 seconds ends the process. */
void http_run(http_crowd *crowd);
void http_close(http_crowd *crowd);

#endif
