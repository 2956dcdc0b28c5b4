/* service: a small HTTP JSON API over users, posts, comments and tags: one task and one session of the database for each
 * request, all in one thread. sh examples/service/run.sh builds and starts it; this file reads the arguments, opens what
 * there is to open, and closes it in the opposite order.
 */
#include "data.h"
#include "service.h"

#include <cquel/loop/libevent.h>

#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
	"usage: service [--port N] [--address A] [--database URL] [--most N] [--deadline MS] [--patience MS]\n"
	"  --port      what it listens on (8080); 0: any that is free\n"
	"  --address   of the machine (127.0.0.1)\n"
	"  --database  sqlite:///service.db, or postgresql://user:password@host/database\n"
	"  --most      requests in work (256); those above are answered with 503\n"
	"  --deadline  of each request, in milliseconds (5000)\n"
	"  --patience  with a client, in milliseconds (20000): how long it may take over a request\n"
	"It ends on SIGTERM or Ctrl-C, when all that has arrived is answered; a second one ends it at once.\n";

typedef struct Arguments {
	ServiceOptions service;
	const char *database;
} Arguments;

static bool read_number(const char *text, long least, long most, long *out)
{
	char *end;
	errno = 0;
	*out = strtol(text, &end, 10);
	return errno == 0 && end != text && *end == '\0' && *out >= least && *out <= most;
}

static bool read_arguments(int argc, char **argv, Arguments *out)
{
	static const struct option names[] = {
		{ "port", required_argument, NULL, 'p' }, { "address", required_argument, NULL, 'a' },
		{ "database", required_argument, NULL, 'd' }, { "most", required_argument, NULL, 'm' },
		{ "deadline", required_argument, NULL, 't' }, { "patience", required_argument, NULL, 'w' }, { NULL, 0, NULL, 0 },
	};
	long number;
	for (int option; (option = getopt_long(argc, argv, "", names, NULL)) != -1;) {
		switch (option) {
		case 'a': out->service.address = optarg; break;
		case 'd': out->database = optarg; break;
		case 'p':
			if (!read_number(optarg, 0, 65535, &number))
				return false;
			out->service.port = (uint16_t)number;
			break;
		case 'm':
			if (!read_number(optarg, 1, 100000, &number))
				return false;
			out->service.most = (uint32_t)number;
			break;
		case 't':
			if (!read_number(optarg, 1, 3600000, &number))
				return false;
			out->service.deadline_ms = number;
			break;
		case 'w':
			if (!read_number(optarg, 1, 3600000, &number))
				return false;
			out->service.patience_ms = number;
			break;
		default: return false;
		}
	}
	return optind == argc;
}

/* The signals that end the service. */
typedef struct Signals {
	struct event *terminated, *interrupted;
	Service *service;
} Signals;

static void on_signal(evutil_socket_t number, short what, void *argument)
{
	Signals *const signals = argument;
	(void)what;
	(void)fprintf(stderr, "service: %s: answers what is under way, then ends\n", strsignal((int)number));
	/* From now on they do what they do in any program: who is not willing to wait ends it at once, and the database rolls back. */
	(void)event_del(signals->terminated);
	(void)event_del(signals->interrupted);
	service_drain(signals->service);
}

static int serve(struct event_base *base, Service *service, const char *address)
{
	Signals signals = { .service = service };
	int result = 1;
	signals.terminated = evsignal_new(base, SIGTERM, on_signal, &signals);
	signals.interrupted = evsignal_new(base, SIGINT, on_signal, &signals);
	if (signals.terminated != NULL && signals.interrupted != NULL && evsignal_add(signals.terminated, NULL) == 0
		&& evsignal_add(signals.interrupted, NULL) == 0) {
		printf("http://%s:%u\n", address, service_port(service));
		(void)fflush(stdout);
		result = event_base_dispatch(base) >= 0 ? 0 : 1;
	}
	if (signals.terminated != NULL)
		event_free(signals.terminated);
	if (signals.interrupted != NULL)
		event_free(signals.interrupted);
	return result;
}

int main(int argc, char **argv)
{
	Arguments asked = { .service = { .address = "127.0.0.1", .port = 8080, .most = 256, .deadline_ms = 5000, .patience_ms = 20000,
		.body_bytes = 64 * 1024, .connections = 900 }, /* a process has 1,024 descriptors, unless it is given more */
		.database = "sqlite:///service.db" };
	if (!read_arguments(argc, argv, &asked)) {
		(void)fputs(usage, stderr);
		return 2;
	}
	(void)signal(SIGPIPE, SIG_IGN); /* who hangs up is told by write */

	char message[CQ_ERROR_TEXT];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.connect_timeout_ms = 2000;
	options.timeout_ms = 5000; /* of each statement, also of a COMMIT, which a request's own deadline leaves alone */
	options.pool.timeout_ms = 2000; /* who waits longer for a connection is refused with 503 */
	cq_engine *engine;
	if (cq_engine_open(&engine, asked.database, &options, message) != CQ_OK) {
		(void)fprintf(stderr, "service: %s\n", message);
		return 1;
	}
	int result = 1;
	Service *service = NULL;
	struct event_base *const base = event_base_new();
	/* The tables are made before the engine is in the loop: nobody has to be answered yet, so waiting is in order. */
	if (base != NULL && data_prepare(engine) == CQ_OK && cq_libevent_attach(engine, base) == CQ_OK)
		service = service_open(base, engine, &asked.service);
	if (service != NULL)
		result = serve(base, service, asked.service.address);
	/* Tasks that are left end with the engine; they answer, so the service closes behind it. */
	cq_engine_close(&engine);
	service_close(service);
	if (base != NULL)
		event_base_free(base);
	return result;
}
