/* session/arena.h: the memory that a session's objects stand in, where it is not the session's own: results that it keeps, and the program's arenas.
 * It knows nothing of rows, nor of entries. session.c and read.c call it.
 *
 * An arena of the program's counts who holds it: the program from cq_arena_open to cq_arena_close, and each session on it. The last frees it.
 */
#ifndef CQ__SESSION_ARENA_H
#define CQ__SESSION_ARENA_H

#include "session/session.h"

/* Whether cq_arena_open gave it. */
bool cq__arena_is_given(const cq_arena *arena);

/* A session holds an arena that cq_arena_open gave, and leaves it. */
void cq__arena_enter(cq_arena *arena);
void cq__arena_leave(cq_arena *arena);

/* The memory of a result stays as long as the session's objects. CQ_NO_MEMORY, recorded: it is the caller's still. */
CQ_CHECKED cq_status cq__session_adopt(cq_session *session, cq_arena *result);

/* Frees the results of a list. */
void cq__adopted_free(const struct cq__adopted *adopted);

#endif
