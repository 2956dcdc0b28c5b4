/* base/list.h: a doubly linked list whose links stand inside the elements.
 *
 * It knows nothing of the elements and allocates nothing. Queues of operations and least-recently-used orders are such.
 */
#ifndef CQ__BASE_LIST_H
#define CQ__BASE_LIST_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cq__list_link {
	struct cq__list_link *next;
	struct cq__list_link *previous;
} cq__list_link;

/* The head is a link in a ring with its elements; cq__list_init before use. */
typedef struct cq__list {
	cq__list_link head;
} cq__list;

/* The element that a link stands in. */
#define CQ__LIST_ENTRY(link, type, member) ((type *)(void *)((char *)(link) - offsetof(type, member)))

/* Every link from first to last; the element may be taken out and freed in the body. */
#define CQ__LIST_EACH(link, list)                                                                                  \
	for (cq__list_link *link = (list)->head.next, *link##_next = link->next; link != &(list)->head;            \
		link = link##_next, link##_next = link->next)

static inline void cq__list_init(cq__list *list)
{
	list->head.next = list->head.previous = &list->head;
}

/* A link outside every list says so, so that taking it out twice does no harm. */
static inline void cq__list_link_init(cq__list_link *link)
{
	link->next = link->previous = NULL;
}

static inline bool cq__list_linked(const cq__list_link *link)
{
	return link->next != NULL;
}

static inline bool cq__list_empty(const cq__list *list)
{
	return list->head.next == &list->head;
}

static inline void cq__list_insert_before(cq__list_link *place, cq__list_link *link)
{
	link->next = place;
	link->previous = place->previous;
	place->previous->next = link;
	place->previous = link;
}

static inline void cq__list_push_back(cq__list *list, cq__list_link *link)
{
	cq__list_insert_before(&list->head, link);
}

static inline void cq__list_push_front(cq__list *list, cq__list_link *link)
{
	cq__list_insert_before(list->head.next, link);
}

static inline void cq__list_remove(cq__list_link *link)
{
	if (!cq__list_linked(link))
		return;
	link->previous->next = link->next;
	link->next->previous = link->previous;
	cq__list_link_init(link);
}

/* The first or last link, NULL when there is none. */
static inline cq__list_link *cq__list_first(const cq__list *list)
{
	return cq__list_empty(list) ? NULL : list->head.next;
}

static inline cq__list_link *cq__list_last(const cq__list *list)
{
	return cq__list_empty(list) ? NULL : list->head.previous;
}

/* Takes the first link out; NULL when there is none. */
static inline cq__list_link *cq__list_pop_front(cq__list *list)
{
	cq__list_link *const link = cq__list_first(list);
	if (link != NULL)
		cq__list_remove(link);
	return link;
}

/* Moves all of `from` behind the last of `to`, in their order, in constant time. */
static inline void cq__list_append_all(cq__list *to, cq__list *from)
{
	if (cq__list_empty(from))
		return;
	from->head.next->previous = to->head.previous;
	to->head.previous->next = from->head.next;
	from->head.previous->next = &to->head;
	to->head.previous = from->head.previous;
	cq__list_init(from);
}

#endif
