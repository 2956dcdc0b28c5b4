/* service/client.h: the scenes that a service goes through; each gives 0 when all was as it must be. */
#ifndef CQ_TEST_SERVICE_CLIENT_H
#define CQ_TEST_SERVICE_CLIENT_H

#include <stddef.h>
#include <stdint.h>

typedef struct Scene {
	uint16_t port;
	size_t requests, in_flight;
	int process;           /* of the service */
	const char *command;   /* that restarts its database */
	int milliseconds;
} Scene;

/* Every resource, once: what is made, read, changed, deleted; what is refused. */
int scene_check(const Scene *scene);
/* Reads and writes: every answer is 2xx. */
int scene_load(const Scene *scene);
/* More at once than is let in: 2xx, or 503 with Retry-After; some of both. */
int scene_overload(const Scene *scene);
/* Each answer is 2xx or 503 with Retry-After. */
int scene_deadline(const Scene *scene);
/* Writes while the database is restarted: 201, or 503 until it is back and for less than a second more; every 201 is there afterwards. */
int scene_restart(const Scene *scene);
/* SIGTERM under load: whatever was accepted is answered. */
int scene_drain(const Scene *scene);

#endif
