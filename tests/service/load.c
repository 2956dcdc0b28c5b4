/* load.c: many requests side by side: without a failure, with more than is let in, over a restart of the database, and over the
 * end of the service.
 */
#include "client.h"
#include "http.h"

#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A user that a 201 has acknowledged. */
typedef struct written {
	int64_t id;
	char name[32];
} written;

typedef struct Load {
	const Scene *scene;
	size_t asked, answered;
	size_t good, refused;      /* 2xx; 503 */
	size_t wrong;              /* any other status, a 503 without Retry-After */
	size_t lost;               /* sent over an open connection, and not answered */
	size_t unheard;            /* of connections that nobody took */
	bool only_writes;
	bool ending;               /* SIGTERM is sent */
	int64_t stop_ms;           /* no further requests from then on; 0: when all are asked */
	written *written;
	size_t written_count, written_capacity;
	/* The restart. */
	pid_t restarting;          /* 0: not begun; -1: over */
	int64_t restart_ms, back_ms, last_refusal_ms;
	size_t refused_before;     /* it began, */
	size_t good_after;         /* and 2xx since it is over */
} Load;

static char prefix[24];

static void say_wrong(Load *load, const http_lane *lane, const http_answer *answer)
{
	if (load->wrong++ < 5)
		(void)fprintf(stderr, "%d: %.300s\n  to: %.200s\n", answer->status, answer->body, lane->out);
}

static void ask_write(http_lane *lane, size_t number)
{
	char body[160];
	(void)snprintf(body, sizeof body, "{\"username\": \"%s%zu\", \"bio\": \"the %zuth\"}", prefix, number, number);
	http_ask(lane, "POST", "/users", body);
}

static bool next(http_crowd *crowd, http_lane *lane)
{
	Load *const load = crowd->user;
	char path[64];
	if (load->stop_ms != 0 ? http_now_ms() >= load->stop_ms : load->asked == load->scene->requests)
		return false;
	if (load->ending && lane->fd < 0)
		return false; /* nobody listens any more */
	const size_t number = load->asked++;
	switch (load->only_writes ? 0 : number % 8) {
	case 0:
		ask_write(lane, number);
		break;
	case 1: case 2:
		(void)snprintf(path, sizeof path, "/users?offset=%zu&limit=10", number % 50);
		http_ask(lane, "GET", path, NULL);
		break;
	case 3: case 4:
		http_ask(lane, "GET", "/posts?limit=5", NULL);
		break;
	default:
		http_ask(lane, "GET", number % 2 == 0 ? "/posts/1" : "/users/1", NULL);
	}
	return true;
}

static void keep(Load *load, const http_answer *answer)
{
	json_t *const body = json_loads(answer->body, 0, NULL);
	const json_t *const id = json_object_get(body, "id");
	const char *const name = json_string_value(json_object_get(body, "username"));
	if (!json_is_integer(id) || name == NULL)
		load->wrong++;
	else {
		if (load->written_count == load->written_capacity) {
			load->written_capacity = load->written_capacity == 0 ? 1024 : 2 * load->written_capacity;
			load->written = realloc(load->written, load->written_capacity * sizeof *load->written);
			if (load->written == NULL)
				abort();
		}
		written *const kept = &load->written[load->written_count++];
		kept->id = json_integer_value(id);
		(void)snprintf(kept->name, sizeof kept->name, "%s", name);
	}
	json_decref(body);
}

static void answered(http_crowd *crowd, http_lane *lane, const http_answer *answer)
{
	Load *const load = crowd->user;
	load->answered++;
	if (answer->status >= 200 && answer->status < 300) {
		load->good++;
		load->good_after += load->back_ms != 0;
		if (answer->status == 201)
			keep(load, answer);
	} else if (answer->status == 503 && answer->retry_after > 0) {
		load->refused++;
		load->refused_before += load->restarting == 0;
		load->last_refusal_ms = http_now_ms();
	} else
		say_wrong(load, lane, answer);
}

static void failed(http_crowd *crowd, http_lane *lane, bool refused, bool sent)
{
	Load *const load = crowd->user;
	/* The kernel completes a connection before anybody takes it: when the service stops listening first, that was nobody. */
	if (refused || (load->ending && !lane->reused && lane->in_length == 0))
		load->unheard++;
	else {
		if (load->lost++ < 5)
			(void)fprintf(stderr, "%s without an answer: %.200s\n", sent ? "sent" : "sent in part", lane->out);
	}
}

/* What a user's name must be, and whether it is. */
static void check_next_answer(http_crowd *crowd, http_lane *lane, const http_answer *answer)
{
	Load *const load = crowd->user;
	const written *const kept = lane->user;
	json_t *const body = json_loads(answer->body, 0, NULL);
	const char *const name = json_string_value(json_object_get(body, "username"));
	if (answer->status == 200 && name != NULL && strcmp(name, kept->name) == 0)
		load->good++;
	else
		say_wrong(load, lane, answer);
	json_decref(body);
}

static bool check_next(http_crowd *crowd, http_lane *lane)
{
	Load *const load = crowd->user;
	char path[64];
	if (load->asked == load->written_count)
		return false;
	lane->user = &load->written[load->asked++];
	(void)snprintf(path, sizeof path, "/users/%lld", (long long)((written *)lane->user)->id);
	http_ask(lane, "GET", path, NULL);
	return true;
}

/* Whether all that was acknowledged is there. One at a time: a service that has little time for each must not refuse for the others. */
static bool all_is_there(const Load *before)
{
	http_crowd crowd;
	Load load = { .scene = before->scene, .written = before->written, .written_count = before->written_count };
	http_open(&crowd, before->scene->port, 1);
	crowd.user = &load;
	crowd.next = check_next;
	crowd.answered = check_next_answer;
	crowd.failed = failed;
	http_run(&crowd);
	http_close(&crowd);
	printf("  of %zu acknowledged writes %zu are there\n", load.written_count, load.good);
	return load.good == load.written_count && load.wrong == 0 && load.lost == 0 && load.unheard == 0;
}

static void run(Load *load, void (*look)(http_crowd *crowd))
{
	http_crowd crowd;
	(void)snprintf(prefix, sizeof prefix, "u%d-%lld-", (int)getpid(), (long long)(http_now_ms() % 100000));
	http_open(&crowd, load->scene->port, load->scene->in_flight);
	crowd.user = load;
	crowd.next = next;
	crowd.answered = answered;
	crowd.failed = failed;
	crowd.look = look;
	const int64_t began = http_now_ms();
	http_run(&crowd);
	http_close(&crowd);
	printf("  %zu requests, %zu in flight: %zu good, %zu refused with 503, %zu wrong, %zu lost, %zu unheard, in %lld ms\n", load->asked,
		load->scene->in_flight, load->good, load->refused, load->wrong, load->lost, load->unheard, (long long)(http_now_ms() - began));
}

int scene_load(const Scene *scene)
{
	Load load = { .scene = scene };
	run(&load, NULL);
	const bool right = load.good == scene->requests && all_is_there(&load);
	free(load.written);
	return right ? 0 : 1;
}

int scene_overload(const Scene *scene)
{
	Load load = { .scene = scene };
	run(&load, NULL);
	free(load.written);
	return load.good + load.refused == scene->requests && load.good > 0 && load.refused > 0 ? 0 : 1;
}

int scene_deadline(const Scene *scene)
{
	Load load = { .scene = scene };
	run(&load, NULL);
	const bool right = load.good + load.refused == scene->requests && all_is_there(&load);
	free(load.written);
	return right ? 0 : 1;
}

/* ---- a restart of the database ---------------------------------------------------------------------------------------- */

static void look_at_restart(http_crowd *crowd)
{
	Load *const load = crowd->user;
	const int64_t now = http_now_ms();
	if (load->restarting == 0 && now >= load->restart_ms) {
		load->restarting = fork();
		if (load->restarting == 0) {
			(void)execl("/bin/sh", "sh", "-c", load->scene->command, (char *)NULL);
			_exit(127);
		}
	}
	int status;
	if (load->restarting > 0 && waitpid(load->restarting, &status, WNOHANG) == load->restarting) {
		if (status != 0) {
			(void)fprintf(stderr, "the database was not restarted\n");
			exit(1);
		}
		load->restarting = -1;
		load->back_ms = now;
		load->stop_ms = now + load->scene->milliseconds;
	}
}

int scene_restart(const Scene *scene)
{
	const int64_t now = http_now_ms();
	Load load = { .scene = scene, .only_writes = true, .restart_ms = now + scene->milliseconds, .stop_ms = INT64_MAX };
	run(&load, look_at_restart);
	const int64_t recovery = load.last_refusal_ms > load.back_ms ? load.last_refusal_ms - load.back_ms : 0;
	printf("  refused until %lld ms after the database was back; %zu writes since\n", (long long)recovery, load.good_after);
	const bool right = load.wrong == 0 && load.lost == 0 && load.unheard == 0 && load.refused > 0 && load.refused_before == 0
		&& load.good_after > 0 && recovery < 1000 && all_is_there(&load);
	free(load.written);
	return right ? 0 : 1;
}

/* ---- the end of the service ------------------------------------------------------------------------------------------- */

static void look_at_end(http_crowd *crowd)
{
	Load *const load = crowd->user;
	if (!load->ending && http_now_ms() >= load->restart_ms) {
		load->ending = true;
		(void)kill(load->scene->process, SIGTERM);
	}
}

int scene_drain(const Scene *scene)
{
	const int64_t now = http_now_ms();
	Load load = { .scene = scene, .restart_ms = now + scene->milliseconds, .stop_ms = now + 20000 };
	run(&load, look_at_end);
	free(load.written);
	return load.wrong == 0 && load.lost == 0 && load.good > 0 && http_now_ms() < now + 20000 ? 0 : 1;
}
