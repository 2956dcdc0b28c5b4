/* end.c: SIGTERM while requests are held up by a lock that the client has. */
#include "client.h"
#include "http.h"
#include "lock.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

enum { HELD = 4, HELD_MS = 1000, AT_ONCE_MS = 500 };

typedef struct Ending {
	const Scene *scene;
	Lock *lock;
	int64_t began_ms, ended_ms;
	size_t asked, good, failed, wrong;
	bool told, refused, hurries;
} Ending;

static bool next(http_crowd *crowd, http_lane *lane)
{
	Ending *const ending = crowd->user;
	char body[100];
	if (ending->asked == HELD)
		return false;
	(void)snprintf(body, sizeof body, "{\"username\": \"end-%d-%zu\"}", (int)getpid(), ending->asked++);
	http_ask(lane, "POST", "/users", body);
	return true;
}

static void answered(http_crowd *crowd, http_lane *lane, const http_answer *answer)
{
	Ending *const ending = crowd->user;
	ending->good += answer->status == 201 && answer->closes;
	if (answer->status != 201) {
		ending->wrong++;
		(void)fprintf(stderr, "%d %.200s\n  to %.200s\n", answer->status, answer->body, lane->out);
	}
}

static void failed(http_crowd *crowd, http_lane *lane, bool refused, bool sent)
{
	Ending *const ending = crowd->user;
	(void)lane;
	(void)refused;
	(void)sent;
	ending->failed++;
	ending->ended_ms = http_now_ms();
}

static void ignore_answer(http_crowd *crowd, http_lane *lane, const http_answer *answer)
{
	(void)crowd;
	(void)lane;
	(void)answer;
}

static void note_refusal(http_crowd *crowd, http_lane *lane, bool refused, bool sent)
{
	bool *const out = crowd->user;
	(void)lane;
	(void)sent;
	*out = refused;
}

static bool ask_health(http_crowd *crowd, http_lane *lane)
{
	if (lane->user != NULL)
		return false;
	lane->user = crowd;
	http_ask(lane, "GET", "/health", NULL);
	return true;
}

/* Whether a new connection is refused. */
static bool is_refused(const Scene *scene)
{
	http_crowd crowd;
	bool refused = false;
	http_open(&crowd, scene->port, 1);
	crowd.user = &refused;
	crowd.next = ask_health;
	crowd.answered = ignore_answer;
	crowd.failed = note_refusal;
	http_run(&crowd);
	http_close(&crowd);
	return refused;
}

static void look(http_crowd *crowd)
{
	Ending *const ending = crowd->user;
	const int64_t passed = http_now_ms() - ending->began_ms;
	if (!ending->told && passed >= HELD_MS / 4) {
		ending->told = true;
		(void)kill(ending->scene->process, SIGTERM);
	}
	if (passed < HELD_MS || ending->lock == NULL)
		return;
	ending->refused = is_refused(ending->scene);
	if (ending->hurries) {
		if (ending->ended_ms == 0 && passed < HELD_MS + AT_ONCE_MS)
			(void)kill(ending->scene->process, SIGTERM);
		return;
	}
	lock_release(ending->lock);
	ending->lock = NULL;
}

static void run(Ending *ending, const Scene *scene)
{
	http_crowd crowd;
	ending->scene = scene;
	ending->began_ms = http_now_ms();
	ending->lock = lock_users(scene->database);
	http_open(&crowd, scene->port, HELD);
	crowd.user = ending;
	crowd.next = next;
	crowd.answered = answered;
	crowd.failed = failed;
	crowd.look = look;
	http_run(&crowd);
	http_close(&crowd);
	if (ending->lock != NULL)
		lock_release(ending->lock);
	printf("  of %d requests %zu answered, %zu not; new connections were %srefused\n", HELD, ending->good, ending->failed, ending->refused ? "" : "NOT ");
}

int scene_finish(const Scene *scene)
{
	Ending ending = { .hurries = false };
	run(&ending, scene);
	return ending.good == HELD && ending.failed == 0 && ending.wrong == 0 && ending.refused ? 0 : 1;
}

int scene_hurry(const Scene *scene)
{
	Ending ending = { .hurries = true };
	run(&ending, scene);
	return ending.good == 0 && ending.failed == HELD && ending.wrong == 0 && ending.refused
		&& ending.ended_ms - ending.began_ms < HELD_MS + AT_ONCE_MS ? 0 : 1;
}
