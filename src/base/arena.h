/* base/arena.h: memory that is taken piece by piece and given back all at once.
 *
 * It knows nothing of rows or statements. Results, sessions and compiled statements keep their memory in one.
 *
 * Objects are taken from the front of a block, sixteen bytes aligned, and texts from its end, without alignment. The
 * control structure stands at the start of the first block, so a small arena is one allocation, and the first object
 * stands at a fixed distance behind it: whoever holds that object can find the arena.
 */
#ifndef CQ__BASE_ARENA_H
#define CQ__BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
	CQ__ARENA_ALIGNMENT = 16,
	CQ__ARENA_LARGEST_BLOCK = 256 * 1024,
};

typedef struct cq__arena_block cq__arena_block;
typedef struct cq__arena_list cq__arena_list;

typedef struct cq__arena {
	_Alignas(CQ__ARENA_ALIGNMENT) unsigned char *front; /* where the next object goes; always aligned */
	unsigned char *back;                                /* behind the free bytes: the next text ends here */
	cq__arena_block *blocks;                            /* all but the first, the newest first */
	cq__arena_block *spare;                             /* kept by a reset */
	cq__arena_list *lists;                              /* of cq__arena_list_grow */
	size_t first_room;                                  /* bytes behind this structure */
	size_t next_room;                                   /* of the next block */
	size_t bytes;                                       /* taken from the allocator in all */
	void (*release)(void *owner);                       /* of cq__arena_hold, or NULL */
	void *owner;
	const struct cq__arena *self;                       /* itself, as long as it lives: see cq__arena_is_first */
} cq__arena;

_Static_assert(sizeof(cq__arena) % CQ__ARENA_ALIGNMENT == 0, "the first object must be aligned");

/* A first block of this many bytes still comes from the allocator's per-thread cache (glibc: up to 1,032 bytes). */
#define CQ__ARENA_SMALL ((size_t)928)

/* An arena whose first block has at least `first_block` bytes for objects and texts; NULL when there is no memory. */
__attribute__((warn_unused_result)) cq__arena *cq__arena_create(size_t first_block);

/* What is in it refers to what the owner holds: its end, or its reset, calls release(owner). There is one such owner at most. */
static inline void cq__arena_hold(cq__arena *arena, void (*release)(void *owner), void *owner)
{
	arena->release = release;
	arena->owner = owner;
}

/* Frees everything that was taken from it; NULL is allowed. */
void cq__arena_destroy(cq__arena *arena);

/* Everything taken so far is gone; the first block and the newest other one are kept for what comes. */
void cq__arena_reset(cq__arena *arena);

/* When the current block is full; also for size 0. */
void *cq__arena_alloc_slow(cq__arena *arena, size_t size);
char *cq__arena_alloc_text_slow(cq__arena *arena, size_t size);

/* size bytes, not initialised, 16 bytes aligned, valid until destroy or reset; NULL when there is no memory. */
__attribute__((warn_unused_result)) static inline void *cq__arena_alloc(cq__arena *arena, size_t size)
{
	const size_t rounded = (size + (CQ__ARENA_ALIGNMENT - 1)) & ~(size_t)(CQ__ARENA_ALIGNMENT - 1);
	/* Sizes 0 and near SIZE_MAX round to 0, become the largest number here and go the slow way. */
	if (__builtin_expect(rounded - 1 >= (size_t)(arena->back - arena->front), 0))
		return cq__arena_alloc_slow(arena, size);
	void *const object = arena->front;
	arena->front += rounded;
	return object;
}

/* The same, all bytes zero. */
__attribute__((warn_unused_result)) static inline void *cq__arena_zalloc(cq__arena *arena, size_t size)
{
	void *const object = cq__arena_alloc(arena, size);
	return object != NULL ? memset(object, 0, size) : NULL;
}

/* size bytes for a text, not aligned and not initialised; the caller counts the closing NUL in. */
__attribute__((warn_unused_result)) static inline char *cq__arena_alloc_text(cq__arena *arena, size_t size)
{
	if (__builtin_expect(size > (size_t)(arena->back - arena->front), 0))
		return cq__arena_alloc_text_slow(arena, size);
	arena->back -= size;
	return (char *)arena->back;
}

/* A copy of length bytes with a NUL behind them; NULL when there is no memory. text may be NULL when length is 0. */
__attribute__((warn_unused_result)) static inline char *cq__arena_text(cq__arena *arena, const void *text, size_t length)
{
	if (__builtin_expect(length == SIZE_MAX, 0))
		return NULL;
	char *const copy = cq__arena_alloc_text(arena, length + 1);
	if (__builtin_expect(copy == NULL, 0))
		return NULL;
	if (length != 0)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

/* Zeroed elements; NULL also when count * size overflows. */
__attribute__((warn_unused_result)) void *cq__arena_alloc_array(cq__arena *arena, size_t count, size_t size);

/* A list that grows: a block of its own of `bytes` bytes, which may move. list NULL starts one; otherwise it is the last
 * pointer this gave. What it held stays. NULL when there is no memory (the list then stands). It is freed with the
 * arena, or with bytes 0 at once (which returns NULL). */
void *cq__arena_list_grow(cq__arena *arena, void *list, size_t bytes);

/* Where the first object stands, or will: with cq__arena_alloc(size <= first_block) that is the first one's address. */
static inline void *cq__arena_first(cq__arena *arena)
{
	return arena + 1;
}

/* The arena whose first object this is. */
static inline cq__arena *cq__arena_of_first(void *object)
{
	return (cq__arena *)object - 1;
}

/* Whether this is the first object of an arena, and not something else that was mistaken for one: what stands in front of that is somebody
 * else's bytes. */
static inline bool cq__arena_is_first(const void *object)
{
	const cq__arena *const arena = (const cq__arena *)object - 1;
	return (uintptr_t)object % CQ__ARENA_ALIGNMENT == 0 && arena->self == arena;
}

/* Bytes the arena holds from the allocator, used or not. */
static inline size_t cq__arena_bytes(const cq__arena *arena)
{
	return arena->bytes;
}

#endif
