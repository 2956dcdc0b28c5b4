/* base/arena.c: the slow paths of the arena: new blocks, growing lists, reset and end.
 *
 * It knows nothing of what is stored. See base/arena.h.
 */
#include "base/arena.h"

#include "base/alloc.h"

#include <pthread.h>

struct cq__arena_block {
	_Alignas(CQ__ARENA_ALIGNMENT) cq__arena_block *next;
	size_t room; /* bytes behind this structure */
};

/* A list knows its neighbours, so that its block may move when it grows. */
struct cq__arena_list {
	_Alignas(CQ__ARENA_ALIGNMENT) cq__arena_list *next;
	cq__arena_list *previous;
	size_t room;
};

static size_t round_up(size_t size)
{
	return (size + (CQ__ARENA_ALIGNMENT - 1)) & ~(size_t)(CQ__ARENA_ALIGNMENT - 1);
}

static void use(cq__arena *arena, void *header_end, size_t room)
{
	arena->front = header_end;
	arena->back = arena->front + room;
}

static size_t second_room(size_t first_room)
{
	const size_t smallest = 1024 - sizeof(cq__arena_block);
	const size_t largest = CQ__ARENA_LARGEST_BLOCK - sizeof(cq__arena_block);
	const size_t doubled = first_room < largest / 2 ? round_up(first_room * 2) : largest;
	return doubled < smallest ? smallest : doubled;
}

/* ---- small ones for the next results ------------------------------------------------------------------------------ */

/* A thread that destroys small arenas keeps some: many results at once are more than the allocator keeps at hand. They belong
 * to nobody else, so there is nothing to lock, and the thread's end frees them. */
enum { MOST_KEPT = 512 };

/* Under a sanitizer every arena is new, so that it finds who uses a result that was freed. */
#if defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define KEEPS false
#endif
#endif
#if !defined KEEPS && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
#define KEEPS true
#elif !defined KEEPS
#define KEEPS false
#endif

static _Thread_local struct {
	cq__arena *first; /* linked by `owner` */
	unsigned room;    /* for so many more */
	bool known;       /* whether the thread's end can be watched; without that there is no room */
} kept;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t end_of_thread;
static bool has_key;

/* What is made in its place is no arena. */
static void end(cq__arena *arena)
{
	arena->self = NULL;
	cq__free(arena);
}

static void free_kept(void *unused)
{
	(void)unused;
	while (kept.first != NULL) {
		cq__arena *const arena = kept.first;
		kept.first = arena->owner;
		end(arena);
	}
	/* Other ends that come later free what they have at once. */
	kept.room = 0;
	kept.known = true;
}

static void make_key(void)
{
	has_key = pthread_key_create(&end_of_thread, free_kept) == 0;
}

/* The library may be unloaded before its threads end. */
__attribute__((destructor)) static void forget_key(void)
{
	free_kept(NULL);
	if (has_key)
		(void)pthread_key_delete(end_of_thread);
}

/* False: there are enough, or the thread's end cannot be watched. */
static bool make_room(void)
{
	if (kept.known)
		return false;
	kept.known = true;
	(void)pthread_once(&once, make_key);
	if (has_key && pthread_setspecific(end_of_thread, &kept) == 0)
		kept.room = MOST_KEPT;
	return kept.room != 0;
}

static inline bool may_keep(void)
{
	return KEEPS && !atomic_load_explicit(&cq__alloc_watched, memory_order_relaxed);
}

static inline void keep(cq__arena *arena)
{
	arena->owner = kept.first;
	kept.first = arena;
	kept.room--;
}

/* Where there is no room, or not yet. */
__attribute__((noinline)) static void keep_or_free(cq__arena *arena)
{
	if (arena->first_room == CQ__ARENA_SMALL && may_keep() && make_room())
		keep(arena);
	else
		end(arena);
}

static inline cq__arena *take_kept(size_t first_block)
{
	cq__arena *const arena = kept.first;
	if ((arena == NULL) | (first_block != CQ__ARENA_SMALL) || !may_keep())
		return NULL;
	kept.first = arena->owner;
	kept.room++;
	use(arena, arena + 1, CQ__ARENA_SMALL);
	return arena;
}

/* ---- beginning and end -------------------------------------------------------------------------------------------- */

__attribute__((noinline)) static cq__arena *make(size_t first_block)
{
	if (first_block > SIZE_MAX / 2)
		return NULL;
	const size_t room = round_up(first_block != 0 ? first_block : CQ__ARENA_ALIGNMENT);
	cq__arena *const arena = cq__alloc(sizeof(cq__arena) + room);
	if (arena == NULL)
		return NULL;
	use(arena, arena + 1, room);
	arena->blocks = NULL;
	arena->spare = NULL;
	arena->lists = NULL;
	arena->first_room = room;
	arena->next_room = second_room(room);
	arena->bytes = sizeof(cq__arena) + room;
	arena->release = NULL;
	arena->owner = NULL;
	arena->self = arena;
	return arena;
}

cq__arena *cq__arena_create(size_t first_block)
{
	cq__arena *const again = take_kept(first_block);
	return __builtin_expect(again != NULL, 1) ? again : make(first_block);
}

static void free_blocks(cq__arena_block *block)
{
	while (block != NULL) {
		cq__arena_block *const next = block->next;
		cq__free(block);
		block = next;
	}
}

static void free_lists(cq__arena_list *list)
{
	while (list != NULL) {
		cq__arena_list *const next = list->next;
		cq__free(list);
		list = next;
	}
}

/* All but the first block: it is as it was made. */
__attribute__((noinline)) static void free_more(cq__arena *arena)
{
	free_blocks(arena->blocks);
	cq__free(arena->spare);
	free_lists(arena->lists);
	arena->blocks = arena->spare = NULL;
	arena->lists = NULL;
	arena->next_room = second_room(arena->first_room);
	arena->bytes = sizeof(cq__arena) + arena->first_room;
}

/* What it refers to, see cq__arena_hold. */
static inline void release(cq__arena *arena)
{
	if (arena->release == NULL)
		return;
	arena->release(arena->owner);
	arena->release = NULL;
}

void cq__arena_destroy(cq__arena *arena)
{
	if (arena == NULL)
		return;
	/* Most results are small. */
	if (__builtin_expect((arena->blocks != NULL) | (arena->spare != NULL) | (arena->lists != NULL), 0))
		free_more(arena);
	release(arena);
	if (__builtin_expect((arena->first_room == CQ__ARENA_SMALL) & (kept.room != 0) && may_keep(), 1))
		keep(arena);
	else
		keep_or_free(arena);
}

void cq__arena_reset(cq__arena *arena)
{
	if (arena->blocks != NULL) {
		/* The newest is as large as any of the regular ones. */
		cq__free(arena->spare);
		arena->spare = arena->blocks;
		free_blocks(arena->blocks->next);
		arena->spare->next = NULL;
		arena->blocks = NULL;
	}
	free_lists(arena->lists);
	arena->lists = NULL;
	release(arena);
	use(arena, arena + 1, arena->first_room);
	arena->bytes = sizeof(cq__arena) + arena->first_room;
	if (arena->spare != NULL)
		arena->bytes += sizeof(cq__arena_block) + arena->spare->room;
}

/* A block with at least that much room, counted but not linked. */
static cq__arena_block *new_block(cq__arena *arena, size_t room)
{
	cq__arena_block *const block = cq__alloc(sizeof(cq__arena_block) + room);
	if (block == NULL)
		return NULL;
	block->room = room;
	arena->bytes += sizeof(cq__arena_block) + room;
	return block;
}

/* Makes a block with room for size bytes the current one. */
static bool next_block(cq__arena *arena, size_t size)
{
	cq__arena_block *block = arena->spare;
	if (block != NULL && block->room >= size) {
		arena->spare = NULL;
	} else {
		block = new_block(arena, size > arena->next_room ? size : arena->next_room);
		if (block == NULL)
			return false;
		arena->next_room = second_room(arena->next_room);
	}
	block->next = arena->blocks;
	arena->blocks = block;
	use(arena, block + 1, block->room);
	return true;
}

/* A block for one large thing, put behind the current one, which stays in use. */
static void *own_block(cq__arena *arena, size_t size)
{
	cq__arena_block *const block = new_block(arena, size);
	if (block == NULL)
		return NULL;
	if (arena->blocks == NULL) {
		block->next = NULL;
		arena->blocks = block;
	} else {
		block->next = arena->blocks->next;
		arena->blocks->next = block;
	}
	return block + 1;
}

/* Whether something of that size gets a block of its own. All else ends the current block, of which less than that size
 * is then lost, and brings on larger blocks. */
static bool is_large(size_t size)
{
	return size > CQ__ARENA_LARGEST_BLOCK / 4;
}

void *cq__arena_alloc_slow(cq__arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		return NULL;
	const size_t rounded = round_up(size != 0 ? size : 1);
	if (rounded > (size_t)(arena->back - arena->front)) {
		if (is_large(rounded))
			return own_block(arena, rounded);
		if (!next_block(arena, rounded))
			return NULL;
	}
	void *const object = arena->front;
	arena->front += rounded;
	return object;
}

char *cq__arena_alloc_text_slow(cq__arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		return NULL;
	const size_t rounded = round_up(size);
	if (is_large(rounded))
		return own_block(arena, rounded);
	if (!next_block(arena, rounded))
		return NULL;
	arena->back -= size;
	return (char *)arena->back;
}

void *cq__arena_alloc_array(cq__arena *arena, size_t count, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count, size, &bytes))
		return NULL;
	return cq__arena_zalloc(arena, bytes);
}

static void link_list(cq__arena *arena, cq__arena_list *list)
{
	if (list->next != NULL)
		list->next->previous = list;
	if (list->previous != NULL)
		list->previous->next = list;
	else
		arena->lists = list;
}

static void free_list(cq__arena *arena, cq__arena_list *list)
{
	if (list->next != NULL)
		list->next->previous = list->previous;
	if (list->previous != NULL)
		list->previous->next = list->next;
	else
		arena->lists = list->next;
	arena->bytes -= sizeof(cq__arena_list) + list->room;
	cq__free(list);
}

void *cq__arena_list_grow(cq__arena *arena, void *list, size_t bytes)
{
	cq__arena_list *const old = list != NULL ? (cq__arena_list *)list - 1 : NULL;
	if (bytes > SIZE_MAX / 2)
		return NULL;
	if (bytes == 0) {
		if (old != NULL)
			free_list(arena, old);
		return NULL;
	}
	const size_t old_room = old != NULL ? old->room : 0;
	/* realloc: a large block moves by its page table, without being copied. */
	cq__arena_list *const grown = cq__realloc(old, sizeof(cq__arena_list) + bytes);
	if (grown == NULL)
		return NULL;
	if (list == NULL) {
		grown->next = arena->lists;
		grown->previous = NULL;
		arena->bytes += sizeof(cq__arena_list);
	}
	link_list(arena, grown);
	arena->bytes += bytes;
	arena->bytes -= old_room;
	grown->room = bytes;
	return grown + 1;
}
