/* session/link.h: what the next flush has to write because of relations: foreign keys that come from other objects, and rows of
 * association tables. It knows nothing of members; relation.c and cascade.c note here, the flush reads and, when it has
 * written, clears.
 */
#ifndef CQ__SESSION_LINK_H
#define CQ__SESSION_LINK_H

#include "session/entry.h"

/* The columns of the child's table that a link sets: of BELONGS_TO those of its own table, of HAS_… those of the target's. */
static inline const cq__columns *cq__link_columns(const cq__link *link)
{
	return link->relation->said->kind == CQ_BELONGS_TO ? &link->relation->near : &link->relation->far;
}

/* The columns of the parent's table that they are taken from, in the same order. */
static inline const cq__columns *cq__link_sources(const cq__link *link)
{
	return link->relation->said->kind == CQ_BELONGS_TO ? &link->relation->far : &link->relation->near;
}

/* Whether it still says something: a parent that was taken out of the session before it had a row does not. */
static inline bool cq__link_due(const cq__link *link)
{
	return link->parent == NULL || cq__entry_live(link->parent);
}

/* The same of a row of an association: neither was taken out, and it was not undone. Who goes through session->associations asks this. */
static inline bool cq__association_due(const cq__association *association)
{
	return !association->undone && cq__entry_live(association->near) && cq__entry_live(association->far);
}

/* The child's foreign key is to come from the parent at the next flush; parent NULL: it is to be NULL. It takes the place of a link that sets the
 * same columns. relation: BELONGS_TO of the child's model or HAS_… of the parent's; where both stand for each other it is the
 * child's that is kept. Journalled. CQ_NO_MEMORY changes nothing. */
CQ_CHECKED cq_status cq__link_set(cq_session *session, cq__entry *child, const cq__relation *relation, cq__entry *parent);

/* The link of the child that sets the same columns as the relation (of either side), or NULL: its key in the struct is the last word. */
cq__link *cq__link_find(const cq__entry *child, const cq__relation *relation);

/* Forgets the child's link of that relation: the key in its struct is the last word. Journalled. */
CQ_CHECKED cq_status cq__link_drop(cq_session *session, cq__entry *child, const cq__relation *relation);

/* The entry that the child's key in its struct (not a link) names along the relation, when the session has it; else NULL. relation: of either
 * side. *known is false when the key names a row that the session does not have. */
cq__entry *cq__link_parent_by_key(cq_session *session, const cq__entry *child, const cq__relation *relation, bool *known);

/* A row of the association is to be added, or taken away. One that stands for the opposite is undone instead: what is added and taken away again writes nothing. A relation and its BACK are one association: near and far are kept as of one of them. Journalled. */
CQ_CHECKED cq_status cq__association_note(cq_session *session, const cq__relation *relation, cq__entry *near, cq__entry *far, bool added);

/* What is noted of that pair, seen from either side, or NULL. */
const cq__association *cq__association_find(const cq_session *session, const cq__relation *relation, const cq__entry *near,
	const cq__entry *far);

/* All is written: no links, no associations any more. The flush calls it at its end, when nothing can fail any more; a rollback of the whole
 * transaction needs no such call, the journal takes them back. Nothing is journalled. */
void cq__links_clear(cq_session *session);

/* An entry that has a row leaves the session: links to it become the keys that they stand for, in the structs of the children. Links that end are
 * journalled, the children's columns are not: they are changes like the program's. */
CQ_CHECKED cq_status cq__links_settle(cq_session *session, const cq__entry *parent);

/* The session is closed. */
void cq__links_release(cq_session *session);

#endif
