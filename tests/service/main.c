/* main.c: service_client SCENE PORT [--requests N] [--in-flight N] [--process ID] [--command TEXT] [--for MS] [--database URL]
 * [--texts FILE]: goes through one scene with a service that listens on the port; tests/service/run.sh starts it.
 */
#include "client.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	int (*run)(const Scene *scene);
} scenes[] = {
	{ "check", scene_check }, { "load", scene_load }, { "overload", scene_overload }, { "deadline", scene_deadline },
	{ "restart", scene_restart }, { "drain", scene_drain }, { "finish", scene_finish }, { "hurry", scene_hurry }, { "gone", scene_gone },
	{ "commit", scene_commit }, { "throng", scene_throng }, { "slow", scene_slow }, { "naughty", scene_naughty },
};

static bool read_option(Scene *scene, const char *name, const char *value)
{
	const long number = strtol(value, NULL, 10);
	if (strcmp(name, "--requests") == 0)
		scene->requests = (size_t)number;
	else if (strcmp(name, "--in-flight") == 0)
		scene->in_flight = (size_t)number;
	else if (strcmp(name, "--process") == 0)
		scene->process = (int)number;
	else if (strcmp(name, "--command") == 0)
		scene->command = value;
	else if (strcmp(name, "--database") == 0)
		scene->database = value;
	else if (strcmp(name, "--texts") == 0)
		scene->texts = value;
	else if (strcmp(name, "--for") == 0)
		scene->milliseconds = (int)number;
	else
		return false;
	return true;
}

int main(int argc, char **argv)
{
	Scene asked = { .requests = 1000, .in_flight = 16, .milliseconds = 500 };
	bool right = argc >= 3 && argc % 2 == 1;
	for (int i = 3; right && i < argc; i += 2)
		right = read_option(&asked, argv[i], argv[i + 1]);
	if (!right) {
		(void)fprintf(stderr, "usage: service_client SCENE PORT [--requests N] [--in-flight N] [--process ID] [--command TEXT] [--for MS] "
			"[--database URL] [--texts FILE]\n");
		return 2;
	}
	asked.port = (uint16_t)strtol(argv[2], NULL, 10);
	for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++) {
		if (strcmp(argv[1], scenes[i].name) == 0) {
			const int result = scenes[i].run(&asked);
			printf("%s: %s\n", argv[1], result == 0 ? "as it must be" : "FAILED");
			return result;
		}
	}
	(void)fprintf(stderr, "there is no scene %s\n", argv[1]);
	return 2;
}
