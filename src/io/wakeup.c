/* io/wakeup.c: a descriptor that one thread makes readable so that another one's event loop turns.
 *
 * It knows nothing of what happened. Workers signal one; the loop watches it.
 */
#include "io/wakeup.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/eventfd.h>
#endif

static cq_status fail(cq__wakeup *wakeup, cq__error *error, const char *what)
{
	const int number = errno;
	wakeup->read_end = wakeup->write_end = -1;
	const cq_status status = cq__error_set(error, CQ_SYSTEM, "%s failed: %s", what, strerror(number));
	cq__error_set_native(error, number);
	return status;
}

static bool prepare(int descriptor)
{
	const int flags = fcntl(descriptor, F_GETFL);
	return flags >= 0 && fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0 &&
		fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0;
}

cq_status cq__wakeup_open_pipe(cq__wakeup *wakeup, cq__error *error)
{
	int ends[2];
	if (pipe(ends) != 0)
		return fail(wakeup, error, "pipe");
	if (!prepare(ends[0]) || !prepare(ends[1])) {
		const cq_status status = fail(wakeup, error, "fcntl");
		close(ends[0]);
		close(ends[1]);
		return status;
	}
	wakeup->read_end = ends[0];
	wakeup->write_end = ends[1];
	return CQ_OK;
}

cq_status cq__wakeup_open(cq__wakeup *wakeup, cq__error *error)
{
#if defined(__linux__)
	const int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (descriptor < 0)
		return fail(wakeup, error, "eventfd");
	wakeup->read_end = wakeup->write_end = descriptor;
	return CQ_OK;
#else
	return cq__wakeup_open_pipe(wakeup, error);
#endif
}

void cq__wakeup_signal(const cq__wakeup *wakeup)
{
	/* Eight bytes are what an eventfd takes; a pipe that is full is readable already, so EAGAIN is success. */
	const uint64_t one = 1;
	ssize_t written;
	do
		written = write(wakeup->write_end, &one, sizeof one);
	while (written < 0 && errno == EINTR);
}

void cq__wakeup_clear(const cq__wakeup *wakeup)
{
	char bytes[512];
	ssize_t got;
	do
		got = read(wakeup->read_end, bytes, sizeof bytes);
	while ((got < 0 && errno == EINTR) || got == (ssize_t)sizeof bytes);
}

void cq__wakeup_close(cq__wakeup *wakeup)
{
	if (wakeup->write_end >= 0 && wakeup->write_end != wakeup->read_end)
		close(wakeup->write_end);
	if (wakeup->read_end >= 0)
		close(wakeup->read_end);
	wakeup->read_end = wakeup->write_end = -1;
}
