/* bench/data.c: the rows of the benchmarks, from a generator of numbers that gives the same ones everywhere.
 *
 * It knows nothing of databases. The cases, the children and database.c call it.
 */
#include "bench.h"

#include <stdlib.h>
#include <string.h>

/* xorshift64: quick, and the same on every machine. */
uint64_t bench_random(uint64_t *state)
{
	uint64_t x = *state;
	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	*state = x;
	return x;
}

void bench_keys(int64_t *keys, size_t count, uint64_t seed)
{
	uint64_t state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
	for (size_t i = 0; i < count; i++)
		keys[i] = (int64_t)(bench_random(&state) % BENCH_USERS) + 1;
}

bool bench_data_make(bench_data *data)
{
	enum { TEXT = 48 }; /* a row's two strings */
	uint64_t state = UINT64_C(88172645463325252);
	data->users = calloc(BENCH_USERS, sizeof *data->users);
	data->text = malloc((size_t)BENCH_USERS * TEXT);
	if (data->users == NULL || data->text == NULL) {
		bench_data_release(data);
		return bench_fail("no memory for the data set");
	}
	char *text = data->text;
	for (int i = 0; i < BENCH_USERS; i++) {
		bench_user *user = &data->users[i];
		user->id = i + 1;
		user->username = text;
		text += snprintf(text, TEXT, "user%d", i + 1) + 1;
		user->email = text;
		text += snprintf(text, TEXT, "user%d@example.com", i + 1) + 1;
		user->age = 18 + (int32_t)(bench_random(&state) % 60);
		user->balance = (double)(bench_random(&state) % 1000000) / 100;
		user->is_active = bench_random(&state) % 2 != 0;
		user->created_at = INT64_C(1700000000000000) + (int64_t)(bench_random(&state) % UINT64_C(31536000000000));
	}
	return true;
}

void bench_data_release(bench_data *data)
{
	free(data->users);
	free(data->text);
	*data = (bench_data){ 0 };
}

static uint64_t mix(uint64_t digest, uint64_t value)
{
	return (digest ^ value) * UINT64_C(0x100000001B3);
}

static uint64_t mix_text(uint64_t digest, const char *text)
{
	while (*text != '\0')
		digest = mix(digest, (unsigned char)*text++);
	return digest;
}

uint64_t bench_digest(uint64_t digest, const bench_user *user)
{
	uint64_t balance;
	memcpy(&balance, &user->balance, sizeof balance);
	digest = mix(digest, (uint64_t)user->id);
	digest = mix_text(mix_text(digest, user->username), user->email);
	digest = mix(mix(digest, (uint64_t)user->age), balance);
	return mix(mix(digest, user->is_active), (uint64_t)user->created_at);
}
