/* session/arena.c: memory of the program's that the objects of sessions stand in, and the results whose memory is kept with them.
 * It knows nothing of rows, nor of entries. See session/arena.h; programs open and close arenas.
 */
#include "session/arena.h"

#include "session/enter.h"

#include <stdio.h>
#include <stdlib.h>

/* What an arena of the program's knows of itself: the first that stands in it. */
typedef struct given {
	struct cq__adopted *adopted;
	size_t holders; /* the program, and the sessions */
} given;

__attribute__((noinline, cold, noreturn)) static void end_program(const char *why)
{
	(void)fprintf(stderr, "%s\n", why);
	abort();
}

/* cq_free of an object that a statement gave frees the memory that it stands first in: right on a connection, and here the end of what others hold. */
static void freed_by_hand(void *owner)
{
	(void)owner;
	end_program("cq_free: this object is a session's, which frees it when it closes; of what a session gives, arrays and rows are freed");
}

/* Also what an arena of the program's is known by. */
static void given_freed_by_hand(void *owner)
{
	(void)owner;
	end_program("cq_free: this memory is an arena of cq_arena_open, and freed by cq_arena_close");
}

/* ---- results -------------------------------------------------------------------------------------------------------- */

void cq__adopted_free(const struct cq__adopted *adopted)
{
	for (const struct cq__adopted *each = adopted; each != NULL; each = each->next) {
		cq__arena_hold(each->arena, each->release, each->owner);
		cq__arena_destroy(each->arena);
	}
}

cq_status cq__session_adopt(cq_session *session, cq_arena *result)
{
	struct cq__adopted *const adopted = cq__arena_alloc(session->objects, sizeof *adopted);
	struct cq__adopted **const list = session->objects == session->memory ? &session->adopted : &((given *)session->objects->owner)->adopted;
	if (adopted == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	*adopted = (struct cq__adopted){ *list, result, result->release, result->owner };
	*list = adopted;
	cq__arena_hold(result, freed_by_hand, NULL);
	return CQ_OK;
}

/* ---- arenas of the program's ---------------------------------------------------------------------------------------- */

bool cq__arena_is_given(const cq_arena *arena)
{
	return arena->self == arena && arena->release == given_freed_by_hand;
}

void cq__arena_enter(cq_arena *arena)
{
	((given *)arena->owner)->holders++;
}

void cq__arena_leave(cq_arena *arena)
{
	given *const own = arena->owner;
	if (--own->holders != 0)
		return;
	cq__adopted_free(own->adopted);
	cq__arena_hold(arena, NULL, NULL);
	cq__arena_destroy(arena);
}

cq_status cq_arena_open(cq_arena **out)
{
	if (out == NULL)
		return CQ_MISUSE;
	*out = NULL;
	cq_arena *const arena = cq__arena_create(CQ__ARENA_SMALL);
	if (arena == NULL)
		return CQ_NO_MEMORY;
	given *const own = cq__arena_zalloc(arena, sizeof *own);
	if (own == NULL) {
		cq__arena_destroy(arena);
		return CQ_NO_MEMORY;
	}
	own->holders = 1;
	cq__arena_hold(arena, given_freed_by_hand, own);
	*out = arena;
	return CQ_OK;
}

void cq_arena_close(cq_arena **arena)
{
	if (arena == NULL || *arena == NULL)
		return;
	cq_arena *const closing = *arena;
	*arena = NULL;
	if (!cq__arena_is_given(closing))
		end_program("cq_arena_close: none that cq_arena_open gave, or closed already; a result is freed by cq_free");
	cq__arena_leave(closing);
}
