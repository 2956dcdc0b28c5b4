/* session/link.c: foreign keys that come from other objects, and rows of associations, noted for the next flush.
 * It knows nothing of members. See session/link.h.
 */
#include "session/link.h"

#include "session/enter.h"
#include "session/journal.h"

/* ---- foreign keys --------------------------------------------------------------------------------------------------- */

static const cq__columns *foreign_key(const cq__relation *relation)
{
	return relation->said->kind == CQ_BELONGS_TO ? &relation->near : &relation->far;
}

static const cq__columns *referred(const cq__relation *relation)
{
	return relation->said->kind == CQ_BELONGS_TO ? &relation->far : &relation->near;
}

static bool same_columns(const cq__columns *a, const cq__columns *b)
{
	return a->count == b->count && memcmp(a->indexes, b->indexes, a->count * sizeof *a->indexes) == 0;
}

cq__link *cq__link_find(const cq__entry *child, const cq__relation *relation)
{
	const cq__columns *const columns = foreign_key(relation);
	for (cq__link *link = child->links; link != NULL; link = link->next)
		if (same_columns(cq__link_columns(link), columns))
			return link;
	return NULL;
}

/* A link of the session's, in front of `next`. Links are cleared before the journal is dropped. */
static cq__link *link_create(cq_session *session, cq__link *next, const cq__relation *relation, cq__entry *parent)
{
	cq__link *const link = cq__arena_alloc(session->journal_memory, sizeof *link);
	if (link == NULL)
		(void)cq__session_fail(session, CQ_NO_MEMORY, NULL);
	else
		*link = (cq__link){ .next = next, .relation = relation, .parent = parent };
	return link;
}

/* The list without one of its links: those before it are copied, for the journal has the old list. */
static cq_status list_without(cq_session *session, cq__link *list, const cq__link *without, cq__link **out)
{
	*out = without->next;
	for (; list != without; list = list->next)
		if ((*out = link_create(session, *out, list->relation, list->parent)) == NULL)
			return CQ_NO_MEMORY;
	return CQ_OK;
}

static void set_links(cq_session *session, cq__entry *child, cq__link *links)
{
	child->links = links;
	if (links != NULL)
		cq__entry_set_flags(session, child, CQ__ENTRY_LINKED);
	else
		cq__entry_clear_flags(session, child, CQ__ENTRY_LINKED);
}

cq_status cq__link_set(cq_session *session, cq__entry *child, const cq__relation *relation, cq__entry *parent)
{
	if (relation->said->kind != CQ_BELONGS_TO && relation->back != NULL)
		relation = relation->back;
	const cq__link *const old = cq__link_find(child, relation);
	if (old != NULL && old->parent == parent && old->relation == relation)
		return CQ_OK;
	cq__link *rest = child->links;
	if (old != NULL)
		CQ_TRY(list_without(session, child->links, old, &rest));
	cq__link *const link = link_create(session, rest, relation, parent);
	if (link == NULL)
		return CQ_NO_MEMORY;
	CQ_TRY(cq__journal_entry(session, child));
	set_links(session, child, link);
	session->links_noted++;
	return CQ_OK;
}

cq_status cq__link_drop(cq_session *session, cq__entry *child, const cq__relation *relation)
{
	const cq__link *const old = cq__link_find(child, relation);
	if (old == NULL)
		return CQ_OK;
	cq__link *rest;
	CQ_TRY(list_without(session, child->links, old, &rest));
	CQ_TRY(cq__journal_entry(session, child));
	set_links(session, child, rest);
	return CQ_OK;
}

cq__entry *cq__link_parent_by_key(cq_session *session, const cq__entry *child, const cq__relation *relation, bool *known)
{
	cq__model *const parent = relation->said->kind == CQ_BELONGS_TO ? relation->target : relation->own;
	cq__key key;
	cq__key_read(&key, child->model, foreign_key(relation), child->object);
	*known = true;
	if (key.null)
		return NULL;
	cq__entry *const found = same_columns(referred(relation), &parent->key) ? cq__entry_of_key(session, parent, &key) : NULL;
	*known = found != NULL;
	return found;
}

static cq_status settle_child(cq_session *session, cq__entry *child, const cq__entry *parent)
{
	for (const cq__link *link = child->links, *next; link != NULL; link = next) {
		next = link->next;
		if (link->parent != parent)
			continue;
		const cq__relation *const relation = link->relation;
		cq__key key;
		cq__key_read(&key, parent->model, cq__link_sources(link), parent->snapshot);
		CQ_TRY(cq__link_drop(session, child, relation));
		CQ_TRY(cq__key_write(session, &key, child->model, foreign_key(relation), child->object));
		next = child->links;
	}
	return CQ_OK;
}

cq_status cq__links_settle(cq_session *session, const cq__entry *parent)
{
	for (uint32_t i = 0; session->links_noted != 0 && parent->snapshot != NULL && i < session->entry_count; i++) {
		cq__entry *const child = cq__entry_at(session, i);
		if (cq__entry_live(child) && child->links != NULL)
			CQ_TRY(settle_child(session, child, parent));
	}
	return CQ_OK;
}

/* ---- rows of associations ------------------------------------------------------------------------------------------- */

/* What an association is found by: the three members of its struct that stand side by side. */
typedef struct pair {
	const cq__relation *relation;
	const cq__entry *near, *far;
} pair;

_Static_assert(sizeof(pair) == offsetof(cq__association, added) - offsetof(cq__association, relation), "a pair is a part of the struct");

/* A relation and its BACK are one association: as of the one that stands first. */
static pair pair_of(const cq__relation *relation, const cq__entry *near, const cq__entry *far)
{
	if (relation->back != NULL && (uintptr_t)relation->back < (uintptr_t)relation)
		return (pair){ relation->back, far, near };
	return (pair){ relation, near, far };
}

static cq_status index_put(cq_session *session, cq__association *association)
{
	if (cq__map_put(&session->association_index, &association->relation, sizeof(pair), association, NULL) == CQ_OK)
		return CQ_OK;
	return cq__session_fail(session, CQ_NO_MEMORY, NULL);
}

/* An undoing of the journal has taken associations out of the list: the index is made anew. */
static cq_status index_update(cq_session *session)
{
	if (session->association_indexed == session->associations)
		return CQ_OK;
	cq__map_release(&session->association_index);
	session->association_indexed = NULL;
	for (cq__association *association = session->associations; association != NULL; association = association->next)
		CQ_TRY(index_put(session, association));
	session->association_indexed = session->associations;
	return CQ_OK;
}

static cq__association *look_up(const cq_session *session, const pair *wanted)
{
	if (session->association_indexed == session->associations)
		return cq__map_get(&session->association_index, wanted, sizeof *wanted);
	cq__association *association = session->associations;
	while (association != NULL && memcmp(&association->relation, wanted, sizeof *wanted) != 0)
		association = association->next;
	return association;
}

const cq__association *cq__association_find(const cq_session *session, const cq__relation *relation, const cq__entry *near,
	const cq__entry *far)
{
	if (session->associations == NULL)
		return NULL;
	const pair wanted = pair_of(relation, near, far);
	const cq__association *const found = look_up(session, &wanted);
	return found != NULL && !found->undone ? found : NULL;
}

/* One that stands there already: says the opposite, or was undone. */
static cq_status note_again(cq_session *session, cq__association *association, bool added)
{
	if (!association->undone && association->added == added)
		return CQ_OK;
	CQ_TRY(cq__journal_bytes(session, NULL, &association->added, 1));
	CQ_TRY(cq__journal_bytes(session, NULL, &association->undone, 1));
	association->undone = !association->undone;
	association->added = added;
	return CQ_OK;
}

cq_status cq__association_note(cq_session *session, const cq__relation *relation, cq__entry *near, cq__entry *far, bool added)
{
	CQ_TRY(index_update(session));
	const pair wanted = pair_of(relation, near, far);
	cq__association *const found = look_up(session, &wanted);
	if (found != NULL)
		return note_again(session, found, added);
	cq__association *const association = cq__arena_alloc(session->journal_memory, sizeof *association);
	if (association == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	*association = (cq__association){ .next = session->associations, .relation = wanted.relation,
		.near = wanted.near == near ? near : far, .far = wanted.near == near ? far : near, .added = added };
	CQ_TRY(cq__journal_associations(session));
	CQ_TRY(index_put(session, association));
	session->associations = association;
	session->association_indexed = association;
	return CQ_OK;
}

/* ---- the end -------------------------------------------------------------------------------------------------------- */

void cq__links_clear(cq_session *session)
{
	for (uint32_t i = 0; session->links_noted != 0 && i < session->entry_count; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		if ((entry->flags & CQ__ENTRY_LINKED) != 0)
			set_links(session, entry, NULL);
	}
	session->links_noted = 0;
	session->associations = NULL;
	cq__links_release(session);
}

void cq__links_release(cq_session *session)
{
	cq__map_release(&session->association_index);
	session->association_indexed = NULL;
}
