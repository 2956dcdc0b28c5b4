/* io/wakeup.h: a descriptor that one thread makes readable so that another one's event loop turns.
 *
 * It knows nothing of what happened. Workers signal one; the loop watches it. eventfd on Linux, a pipe elsewhere.
 */
#ifndef CQ__IO_WAKEUP_H
#define CQ__IO_WAKEUP_H

#include "base/error.h"

typedef struct cq__wakeup {
	int read_end;  /* what a loop watches, -1 when closed */
	int write_end; /* the same for an eventfd */
} cq__wakeup;

/* Both ends are non-blocking and closed on exec. CQ_SYSTEM when the system gives no descriptor; nothing is open then. */
CQ_CHECKED cq_status cq__wakeup_open(cq__wakeup *wakeup, cq__error *error);

/* The form for systems without eventfd; on Linux only tests call it. */
CQ_CHECKED cq_status cq__wakeup_open_pipe(cq__wakeup *wakeup, cq__error *error);

/* Makes it readable; any thread. Signals add up to one. */
void cq__wakeup_signal(const cq__wakeup *wakeup);

/* Makes it unreadable until the next signal. */
void cq__wakeup_clear(const cq__wakeup *wakeup);

/* Legal on a closed one. Whoever told a loop of the descriptor has told it mask 0 before. */
void cq__wakeup_close(cq__wakeup *wakeup);

#endif
