/* session/collection.h: the members of objects that hold what a relation leads to, and changing them.
 * It knows nothing of what a change means to the other side or to the database: relation.c does.
 * relation.c, merge.c and cascade.c change members with it; load.c hands over what it has read.
 */
#ifndef CQ__SESSION_COLLECTION_H
#define CQ__SESSION_COLLECTION_H

#include "session/session.h"

/* Bits of a member's flags beside CQ_RELATION_LOADED. */
enum {
	CQ__MEMBER_PART = 2, /* loaded with conditions of the program: there may be more */
	CQ__MEMBER_NOTED = 4, /* a collection that is not loaded: its items are a list of the objects that were put into it since */
	CQ__MEMBER_GIVEN = 8 /* its array came with a new object, and may be that of the object which this is a copy of: it is copied before it changes */
};

static inline cq_any_many *cq__member_many(const cq__relation *relation, const void *object)
{
	return (cq_any_many *)(void *)((char *)(uintptr_t)object + relation->offset);
}

static inline cq_any_one *cq__member_one(const cq__relation *relation, const void *object)
{
	return (cq_any_one *)(void *)((char *)(uintptr_t)object + relation->offset);
}

static inline uint32_t cq__member_flags(const cq__relation *relation, const void *object)
{
	return relation->many ? cq__member_many(relation, object)->flags : cq__member_one(relation, object)->flags;
}

/* Whether the relation of that object says something. */
static inline bool cq__member_loaded(const cq__relation *relation, const void *object)
{
	return (cq__member_flags(relation, object) & CQ_RELATION_LOADED) != 0;
}

/* What a relation holds, of either kind: *items, and how many. Nothing when it is not loaded. `one` is room for the one object. */
uint32_t cq__member_items(const cq__relation *relation, const void *object, void *one[1], void *const **items);

/* What stands before the items of every array that a member points to, wherever it was made. */
typedef struct cq__items_head {
	uint32_t capacity;
	uint32_t journalled;      /* the epoch in which the member was noted in the journal */
	uint32_t copied;          /* the epoch in which the array was made: whoever goes back, goes back to another one */
	uint32_t noted;           /* of CQ__MEMBER_NOTED: how many there are */
} cq__items_head;

/* Whether a loaded collection has the object. */
bool cq__collection_has(const cq__relation *relation, const void *object, const void *item);

/* Puts an object at a collection's end, or takes it out, in order: one step that can fail and changes nothing that a program sees, and one that
 * cannot. put: the item is not in it. What was made ready is undone by an undoing of the journal, not what was then put or taken: these come last.
 *
 * In a collection that is not loaded it is noted, so that cq__relation_set_loaded looks at it; in a write-only one nothing happens. The array that
 * the program sees is copied before something is taken out, so that a rollback has the old one: once in each epoch of the journal; an addition goes
 * behind it. CQ_NO_MEMORY, recorded in session->working, leaves it as it was. */
CQ_CHECKED cq_status cq__collection_ready_to_put(cq_session *session, const cq__relation *relation, cq__entry *entry);
CQ_CHECKED cq_status cq__collection_ready_to_take(cq_session *session, const cq__relation *relation, cq__entry *entry);
void cq__collection_put(const cq__relation *relation, cq__entry *entry, void *item);
void cq__collection_take(const cq__relation *relation, cq__entry *entry, const void *item);

/* Both steps of taking out, for all items that leave, of a loaded collection. */
CQ_CHECKED cq_status cq__collection_take_all(cq_session *session, const cq__relation *relation, cq__entry *entry,
	bool (*leaves)(const cq_session *session, const void *item));

/* Sets the member of a relation to one, which is loaded then. Journalled. */
CQ_CHECKED cq_status cq__member_set(cq_session *session, const cq__relation *relation, cq__entry *entry, void *item);

/* What a loader has read: the relation of that object, of either kind, is loaded and holds the count objects (at most one of a relation to
 * one), in this order, without doubles. The pointers are copied. What the session knows better is put right at once: an object that was
 * put into it, or taken out, and is not written yet; a foreign key that is about to be another one. Where its BACK is a relation to one, that one
 * of each object is loaded, too. A write-only relation stays as it is. */
CQ_CHECKED cq_status cq__relation_set_loaded(cq_session *session, const cq__relation *relation, cq__entry *entry, void *const *items,
	size_t count);

/* Says of a relation that was just loaded that the program's own conditions were on it: it may not be all that there is. */
void cq__relation_set_part(const cq__relation *relation, cq__entry *entry);

/* The relations of an object say nothing any more: it is expired, or its row is read again. What was put into collections, or assigned, and is not yet
 * written is kept. Journalled. */
CQ_CHECKED cq_status cq__relations_unload(cq_session *session, cq__entry *entry);

/* Whether a foreign key of the object leads somewhere: it is neither NULL nor, where it may not be NULL, zero. False for other kinds than BELONGS_TO. */
bool cq__foreign_key_set(const cq__relation *relation, const void *object);

/* An object comes into the session: what its relations hold, if they hold something, stays. Of a new one all the others count as loaded and empty,
 * but one to a parent whose foreign key the program has set by hand, and write-only ones. Journalled. */
CQ_CHECKED cq_status cq__relations_begin(cq_session *session, cq__entry *entry);

#endif
