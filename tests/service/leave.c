/* leave.c: clients that go away in the middle: their requests end long before their deadline, write nothing, and hold nothing up; a
 * COMMIT that is under way ends.
 */
#include "ask.h"
#include "client.h"
#include "lock.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LEAVERS = 8, AT_ONCE_MS = 1500 };

/* ---- waiting requests ------------------------------------------------------------------------------------------------- */

typedef struct Leaving {
	int64_t leave_ms;      /* all hang up then */
	size_t asked, answered;
	const char *mark;
} Leaving;

static void name_of(char *out, size_t size, const char *mark, size_t number)
{
	(void)snprintf(out, size, "{\"username\": \"%s-%d-%zu\"}", mark, (int)getpid(), number);
}

static bool leaving_next(http_crowd *crowd, http_lane *lane)
{
	Leaving *const leaving = crowd->user;
	char body[100];
	if (leaving->asked == crowd->count || lane->user != NULL)
		return false;
	lane->user = leaving;
	name_of(body, sizeof body, leaving->mark, leaving->asked++);
	http_ask(lane, "POST", "/users", body);
	return true;
}

static void leaving_answered(http_crowd *crowd, http_lane *lane, const http_answer *answer)
{
	Leaving *const leaving = crowd->user;
	(void)lane;
	(void)fprintf(stderr, "answered before it left: %d %.200s\n", answer->status, answer->body);
	leaving->answered++;
}

static void leaving_failed(http_crowd *crowd, http_lane *lane, bool refused, bool sent)
{
	(void)crowd;
	(void)lane;
	(void)refused;
	(void)sent;
}

static void leaving_look(http_crowd *crowd)
{
	const Leaving *const leaving = crowd->user;
	for (size_t i = 0; i < crowd->count && http_now_ms() >= leaving->leave_ms; i++)
		http_hang_up(&crowd->lanes[i]);
}

/* So many ask for a user to be made, and hang up after so many milliseconds. Whether nobody was answered. */
static bool ask_and_leave(const Scene *scene, const char *mark, size_t count, int after_ms)
{
	http_crowd crowd;
	Leaving leaving = { .leave_ms = http_now_ms() + after_ms, .mark = mark };
	http_open(&crowd, scene->port, count);
	crowd.user = &leaving;
	crowd.next = leaving_next;
	crowd.answered = leaving_answered;
	crowd.failed = leaving_failed;
	crowd.look = leaving_look;
	http_run(&crowd);
	http_close(&crowd);
	return leaving.answered == 0;
}

static int64_t in_work(Asker *asker)
{
	json_t *const health = ask(asker, 200, "GET", "/health", NULL, "{\"status\": \"ok\"}");
	const int64_t count = json_integer_value(json_object_get(health, "in_work"));
	json_decref(health);
	return count;
}

/* Whether no request is in work any more, within a time that is far below the deadline of a request. */
static bool is_idle(Asker *asker)
{
	const int64_t began = http_now_ms();
	while (in_work(asker) != 0 && http_now_ms() - began < AT_ONCE_MS)
		(void)usleep(5000);
	const int64_t left = in_work(asker);
	printf("  %lld ms after they left: %lld in work\n", (long long)(http_now_ms() - began), (long long)left);
	return left == 0;
}

/* Users of the names are made: none was there. */
static void expect_unwritten(Asker *asker, const char *mark, size_t count)
{
	char body[100];
	for (size_t i = 0; i < count; i++) {
		name_of(body, sizeof body, mark, i);
		expect(asker, 201, "POST", "/users", body, "");
	}
}

int scene_gone(const Scene *scene)
{
	Asker asker;
	asker_open(&asker, scene->port);
	Lock *const lock = lock_users(scene->database);
	bool right = ask_and_leave(scene, "gone", LEAVERS, 300);
	right = is_idle(&asker) && right; /* the lock is still held */
	lock_release(lock);
	expect_unwritten(&asker, "gone", LEAVERS);
	asker_close(&asker);
	return right && asker.wrong == 0 ? 0 : 1;
}

int scene_commit(const Scene *scene)
{
	char body[100];
	Asker asker;
	asker_open(&asker, scene->port);
	lock_slow_commit(scene->database, true);
	bool right = ask_and_leave(scene, "committed", 1, 250);
	right = is_idle(&asker) && right;
	lock_slow_commit(scene->database, false);
	name_of(body, sizeof body, "committed", 0);
	expect(&asker, 409, "POST", "/users", body, "");
	asker_close(&asker);
	return right && asker.wrong == 0 ? 0 : 1;
}

/* ---- under load ------------------------------------------------------------------------------------------------------- */

/* One of three requests is left behind, after 0 to 3 milliseconds; all others are answered as ever. */
typedef struct Throng {
	size_t requests, asked, good, left, wrong;
	size_t refused;        /* 503 with Retry-After: the machine has much else to do */
	uint32_t random;
} Throng;

static uint32_t draw(Throng *throng)
{
	throng->random = throng->random * 1664525u + 1013904223u;
	return throng->random >> 8;
}

static bool throng_next(http_crowd *crowd, http_lane *lane)
{
	Throng *const throng = crowd->user;
	char body[160];
	if (throng->asked == throng->requests)
		return false;
	const size_t number = throng->asked++;
	lane->user = draw(throng) % 3 == 0 ? throng : NULL;
	switch (number % 4) {
	case 0:
		(void)snprintf(body, sizeof body, "{\"username\": \"throng-%d-%zu\"}", (int)getpid(), number);
		http_ask(lane, "POST", "/users", body);
		break;
	case 1:
		(void)snprintf(body, sizeof body, "{\"author_id\": 1, \"title\": \"%zu\", \"body\": \"\", \"tags\": [\"a%zu\", \"b\", \"c\"]}", number, number % 7);
		http_ask(lane, "POST", "/posts", body);
		break;
	case 2:
		http_ask(lane, "GET", "/posts/1", NULL);
		break;
	default:
		http_ask(lane, "GET", "/posts?limit=20", NULL);
	}
	return true;
}

static void throng_answered(http_crowd *crowd, http_lane *lane, const http_answer *answer)
{
	Throng *const throng = crowd->user;
	if (answer->status == 200 || answer->status == 201)
		throng->good++;
	else if (answer->status == 503 && answer->retry_after > 0)
		throng->refused++;
	else if (throng->wrong++ < 5)
		(void)fprintf(stderr, "%d %.300s\n  to %.200s\n", answer->status, answer->body, lane->out);
}

static void throng_failed(http_crowd *crowd, http_lane *lane, bool refused, bool sent)
{
	Throng *const throng = crowd->user;
	(void)refused;
	(void)sent;
	if (throng->wrong++ < 5)
		(void)fprintf(stderr, "no answer to %.200s\n", lane->out);
}

static void throng_look(http_crowd *crowd)
{
	Throng *const throng = crowd->user;
	for (size_t i = 0; i < crowd->count; i++) {
		http_lane *const lane = &crowd->lanes[i];
		if (lane->user != NULL && lane->waiting && !lane->connecting && lane->out_sent == lane->out_length
			&& http_now_ms() - lane->began_ms >= (int64_t)(draw(throng) % 4)) {
			http_hang_up(lane);
			throng->left++;
		}
	}
}

int scene_throng(const Scene *scene)
{
	http_crowd crowd;
	Throng throng = { .requests = scene->requests, .random = 7 };
	Asker asker;
	http_open(&crowd, scene->port, scene->in_flight);
	crowd.user = &throng;
	crowd.next = throng_next;
	crowd.answered = throng_answered;
	crowd.failed = throng_failed;
	crowd.look = throng_look;
	http_run(&crowd);
	http_close(&crowd);
	printf("  %zu requests, %zu in flight: %zu good, %zu refused with 503, %zu left behind, %zu wrong\n", throng.asked, scene->in_flight, throng.good,
		throng.refused, throng.left, throng.wrong);
	asker_open(&asker, scene->port);
	const bool idle = is_idle(&asker);
	expect_unwritten(&asker, "after", 1);
	asker_close(&asker);
	return idle && asker.wrong == 0 && throng.wrong == 0 && throng.left > 0 && throng.good > 0
		&& throng.good + throng.refused + throng.left == throng.requests ? 0 : 1;
}
