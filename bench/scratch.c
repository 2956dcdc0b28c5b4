/* bench/scratch.c: the folder that the databases and compiled files stand in, removed when the program ends.
 *
 * It knows nothing of what is in it but the names. main.c opens it, a child process adopts its parent's.
 */
#include "bench.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[128];

/* All that is ever made in the folder, so that a signal handler can remove it with unlink alone. */
static const char *const names[] = { "users.db", "hand.db", "cquel.db", "readings.db", "callgrind.out", "source.c",
	"base.c", "source.o", "source.i" };
static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

const char *bench_scratch_folder(void)
{
	return folder;
}

const char *bench_scratch_path(const char *name, char path[256])
{
	snprintf(path, 256, "%s/%s", folder, name);
	return path;
}

/* Only calls that a signal handler may make. */
static void remove_all(void)
{
	if (folder[0] == '\0' || chdir(folder) != 0)
		return;
	char path[64];
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (size_t j = 0; j < sizeof endings / sizeof *endings; j++) {
			const size_t length = strlen(names[i]);
			memcpy(path, names[i], length);
			memcpy(path + length, endings[j], strlen(endings[j]) + 1);
			unlink(path);
		}
	if (chdir("/") == 0)
		rmdir(folder);
}

static void stop(int number)
{
	remove_all();
	_exit(128 + number);
}

static bool make(const char *parent)
{
	snprintf(folder, sizeof folder, "%s/cquel-bench-XXXXXX", parent);
	if (mkdtemp(folder) != NULL)
		return true;
	folder[0] = '\0';
	return false;
}

bool bench_scratch_open(void)
{
	if (!make("/dev/shm")) {
		bench_say(
		    "no memory disk at /dev/shm (%s): the databases stand in /tmp, and writes are slower", strerror(errno));
		if (!make("/tmp"))
			return bench_fail("no folder can be made in /tmp: %s", strerror(errno));
	}
	atexit(remove_all);
	const struct sigaction action = { .sa_handler = stop };
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
	return true;
}

bool bench_scratch_adopt(const char *parent)
{
	if (strlen(parent) >= sizeof folder)
		return bench_fail("%s: the name is too long", parent);
	memcpy(folder, parent, strlen(parent) + 1);
	return true;
}
