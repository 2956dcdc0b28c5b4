/* service/service.h: a request on its way through the service: what came, what goes back, and who carries it out. What the
 * resources (users.c, posts.c ...) share with service.c, which knows nothing of them but a table of routes.
 */
#ifndef SERVICE_SERVICE_H
#define SERVICE_SERVICE_H

#include "models.h"

#include <cquel/task.h>

#include <event2/http.h>
#include <event2/keyvalq_struct.h>
#include <jansson.h>

enum { MOST_IDS = 2 };

/* A request. It lives from its arrival until its answer is handed to libevent; everything in it goes with it. */
typedef struct Request {
	cq_session *session;       /* of this request alone; what is written is committed behind the handler */
	int64_t ids[MOST_IDS];     /* the numbers of the path */
	json_t *body;              /* a JSON object; NULL where none came */
	struct evkeyvalq query;    /* what stands behind the question mark */

	int status;                /* HTTP's; 0: there is no answer yet */
	json_t *answer;            /* NULL: an answer without a body */
	int64_t location;          /* of what was made: its number; 0: nothing was */

	struct Service *service;
	struct evhttp_request *http;
	const struct Route *route;
	cq_task *task;             /* that carries it out */
	struct event *client;      /* sees whether the client leaves; NULL: nobody looks */
} Request;

/* What answers a request, in a task of its own: straight-line code that may wait. What it returns other than CQ_OK is
 * rolled back and told by service.c; an answer of 400 and above is rolled back, too. */
typedef cq_status Handler(Request *request);

typedef struct Route {
	enum evhttp_cmd_type method;
	const char *path;          /* a star stands for a number: "/posts/" "*" "/tags" */
	Handler *handle;
} Route;

extern const Route routes[];   /* of routes.c; the last has no path */

/* Answers. All return CQ_OK, so a handler ends with one of them; reply takes the value over. */
cq_status reply(Request *request, int status, json_t *answer);
__attribute__((format(printf, 3, 4))) cq_status refuse(Request *request, int status, const char *format, ...);
/* What a failure of the database is for the one who asked. */
cq_status refuse_failure(Request *request, cq_status status, const cq_error *error);

/* ---- the service ---- */

typedef struct ServiceOptions {
	const char *address;
	uint16_t port;             /* 0: any that is free */
	uint32_t most;             /* requests in work; those above are refused with 503 */
	int64_t deadline_ms;       /* of each request */
	int64_t patience_ms;       /* with a client: so long it may take for its next request, all in all */
	size_t body_bytes;         /* of a request at most */
	size_t connections;        /* at most */
} ServiceOptions;

typedef struct Service Service;

/* Listens, and answers in the base's loop. NULL: it cannot listen, and has said why. */
Service *service_open(struct event_base *base, cq_engine *engine, const ServiceOptions *options);
uint16_t service_port(const Service *service);

/* Takes no new connections, answers what has arrived, and ends the base's loop when all is answered. */
void service_drain(Service *service);
/* Behind cq_engine_close, which ends the tasks that still carry requests out. May be NULL. */
void service_close(Service *service);

#endif
