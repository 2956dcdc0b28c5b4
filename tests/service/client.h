/* service/client.h: the scenes that a service goes through; each gives 0 when all was as it must be. */
#ifndef CQ_TEST_SERVICE_CLIENT_H
#define CQ_TEST_SERVICE_CLIENT_H

#include <stddef.h>
#include <stdint.h>

typedef struct Scene {
	uint16_t port;
	size_t requests, in_flight;
	int process;           /* of the service */
	const char *database;  /* of the service: its URL */
	const char *texts;     /* a file of texts, one a line; NULL: none */
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
/* SIGTERM while requests are held up: they are answered before the service ends, new connections are refused. */
int scene_finish(const Scene *scene);
/* The same, with a second SIGTERM: it ends at once. */
int scene_hurry(const Scene *scene);
/* Clients that leave while their requests wait: these end long before their deadline, and have written nothing. */
int scene_gone(const Scene *scene);
/* One that leaves during a COMMIT (PostgreSQL): what was to be committed is. */
int scene_commit(const Scene *scene);
/* Many that leave at any moment, among others, who are answered as ever. */
int scene_throng(const Scene *scene);
/* Clients that send or read a little at a time, or too much; the service's patience is 1,000 milliseconds. */
int scene_slow(const Scene *scene);
/* Bodies and texts of all kinds: every answer is JSON, none is a 500, what is stored is read back byte for byte. */
int scene_naughty(const Scene *scene);

#endif
