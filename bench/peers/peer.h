/* bench/peers/peer.h: what the programs on other libraries share: the command line, the clock, the keys, the rows.
 *
 * It knows nothing of any library. Each program is `NAME CASE PATH OPERATIONS`, does the work once to warm up and once on the
 * clock, and prints the nanoseconds that an operation took. C and C++.
 */
#ifndef CQ_BENCH_PEER_H
#define CQ_BENCH_PEER_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PEER_COLUMNS "id, username, email, age, balance, is_active, created_at"
enum { PEER_USERS = 100000 };

static inline uint64_t peer_random(uint64_t *state)
{
	uint64_t x = *state;
	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	*state = x;
	return x;
}

static inline int64_t peer_key(uint64_t *state)
{
	return (int64_t)(peer_random(state) % PEER_USERS) + 1;
}

/* Row i of what bulk inserts write. */
static inline void peer_texts(int i, char username[32], char email[48])
{
	snprintf(username, 32, "user%d", i + 1);
	snprintf(email, 48, "user%d@example.com", i + 1);
}

static inline int peer_age(int i) { return 18 + i % 60; }
static inline double peer_balance(int i) { return i / 100.0; }
static inline int peer_active(int i) { return i & 1; }
static inline int64_t peer_created(int i) { return INT64_C(1700000000000000) + i; }

static inline long peer_count(const char *text)
{
	return strtol(text, NULL, 10);
}

static inline double peer_now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static inline int peer_print(double started, long operations)
{
	printf("%.1f\n", (peer_now() - started) / (double)operations);
	return 0;
}

#endif
