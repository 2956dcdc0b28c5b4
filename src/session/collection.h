/* session/collection.h: the members of objects that hold what a relation leads to, and changing them.
 * It knows nothing of foreign keys, of the other side, or of what a change means to the database: relation.c does.
 * relation.c, merge.c and cascade.c change members with it; load.c hands over what it has read.
 */
#ifndef CQ__SESSION_COLLECTION_H
#define CQ__SESSION_COLLECTION_H

#include "session/session.h"

/* Bits of a member's flags beside CQ_RELATION_LOADED. */
enum {
	CQ__MEMBER_PART = 2, /* loaded with conditions of the program: there may be more */
	CQ__MEMBER_NOTED = 4 /* a collection that is not loaded: its items are a list of the objects whose place in it was changed since */
};

static inline cq_any_many *cq__member_many(const cq__relation *relation, const void *object)
{
	return (cq_any_many *)(void *)((char *)(uintptr_t)object + relation->offset);
}

static inline cq_any_one *cq__member_one(const cq__relation *relation, const void *object)
{
	return (cq_any_one *)(void *)((char *)(uintptr_t)object + relation->offset);
}

/* Whether the relation of that object says something. */
static inline bool cq__member_loaded(const cq__relation *relation, const void *object)
{
	const uint32_t flags = relation->many ? cq__member_many(relation, object)->flags : cq__member_one(relation, object)->flags;
	return (flags & CQ_RELATION_LOADED) != 0;
}

/* What a relation holds, of either kind: *items, and how many. Nothing when it is not loaded. `one` is room for the one object. */
uint32_t cq__member_items(const cq__relation *relation, const void *object, void *one[1], void *const **items);

/* Whether a loaded collection has the object. */
bool cq__collection_has(const cq__relation *relation, const void *object, const void *item);

/* Puts an object at a collection's end, or takes it out, in order; nothing happens when it is in it, or not. In a collection that is not
 * loaded it is noted, so that cq__relation_set_loaded looks at it; in a write-only one nothing happens.
 *
 * The array that the program sees is copied before it is changed, so that a rollback has the old one: for each change that takes out,
 * once for each mark of the journal; an addition goes behind it. Journalled. CQ_NO_MEMORY, recorded in session->working, leaves it as it was. */
CQ_CHECKED cq_status cq__collection_append(cq_session *session, const cq__relation *relation, cq__entry *entry, void *item);
CQ_CHECKED cq_status cq__collection_remove(cq_session *session, const cq__relation *relation, cq__entry *entry, const void *item);

/* Sets the member of a relation to one, which is loaded then. Journalled. */
CQ_CHECKED cq_status cq__member_set(cq_session *session, const cq__relation *relation, cq__entry *entry, void *item);

/* What a loader has read: the relation of that object, of either kind, is loaded and holds the count objects (at most one of a relation to
 * one), in this order, without doubles. The pointers are copied. What the session knows better is put right at once: an object that was
 * put into it, or taken out, and is not written yet; a foreign key that is about to be another one. A write-only relation stays as it is. */
CQ_CHECKED cq_status cq__relation_set_loaded(cq_session *session, const cq__relation *relation, cq__entry *entry, void *const *items,
	size_t count);

/* Says of a relation that was just loaded that the program's own conditions were on it: it may not be all that there is. */
void cq__relation_set_part(const cq__relation *relation, cq__entry *entry);

/* The relations of an object say nothing any more: it is expired, or its row is read again. What is noted for collections and not yet
 * written stays noted. Journalled. */
CQ_CHECKED cq_status cq__relations_unload(cq_session *session, cq__entry *entry);

/* An object is new in the session: what its relations hold, if they hold something, stays, and all the others count as loaded and empty, but
 * one to a parent whose foreign key the program has set by hand, and write-only ones. Journalled. */
CQ_CHECKED cq_status cq__relations_begin(cq_session *session, cq__entry *entry);

#endif
