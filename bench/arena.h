/* bench/arena.h: the memory of strings that a person writes for a program on a database library: blocks, freed at once.
 *
 * It knows nothing of any database. The hand-written sides use it.
 */
#ifndef CQ_BENCH_ARENA_H
#define CQ_BENCH_ARENA_H

#include <stddef.h>
#include <stdlib.h>

enum { ARENA_BLOCK = 65536 };

typedef struct arena_block {
	struct arena_block *next;
} arena_block;

typedef struct arena {
	arena_block *blocks;
	char *here;
	char *end;
} arena;

static char *arena_more(arena *self, size_t size)
{
	const size_t room = size > ARENA_BLOCK - sizeof(arena_block) ? size + sizeof(arena_block) : ARENA_BLOCK;
	arena_block *const fresh = malloc(room);
	if (fresh == NULL)
		return NULL;
	fresh->next = self->blocks;
	self->blocks = fresh;
	self->here = (char *)(fresh + 1) + size;
	self->end = (char *)fresh + room;
	return (char *)(fresh + 1);
}

static inline char *arena_take(arena *self, size_t size)
{
	char *const here = self->here;
	if ((size_t)(self->end - here) < size)
		return arena_more(self, size);
	self->here = here + size;
	return here;
}

/* The newest block stays for the next rows. */
static inline void arena_reset(arena *self)
{
	while (self->blocks != NULL && self->blocks->next != NULL) {
		arena_block *const next = self->blocks->next;
		self->blocks->next = next->next;
		free(next);
	}
	self->here = self->blocks != NULL ? (char *)(self->blocks + 1) : NULL;
}

static inline void arena_release(arena *self)
{
	arena_reset(self);
	free(self->blocks);
}

#endif
