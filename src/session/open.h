/* session/open.h: what opening a session and keeping the options of many have in common.
 * It knows nothing of objects. session.c and factory.c call it.
 */
#ifndef CQ__SESSION_OPEN_H
#define CQ__SESSION_OPEN_H

#include "session/session.h"

/* CQ_MISUSE, CQ_UNSUPPORTED for what no session of the engine could have. */
CQ_CHECKED cq_status cq__session_options_check(const cq_engine *engine, const cq_session_options *options, cq__error *error);

/* Copies options and what they point to. */
CQ_CHECKED cq_status cq__session_options_copy(cq_session_options *to, const cq_session_options *from, cq__arena *memory, cq__error *error);

#endif
