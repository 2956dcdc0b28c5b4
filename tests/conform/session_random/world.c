/* conform/session_random/world.c: the naive model: what is in relations, and what adding, relating and rolling back mean to rows and objects.
 * It knows nothing of the session under test. See world.h; flush.c has what a flush does.
 */
#include "world.h"

#include <string.h>

struct row *row_find(struct world *w, int of, const int64_t *key)
{
	for (int i = 0; i < MOST_ROWS; i++) {
		struct row *const r = &w->rows[of][i];
		if (r->live && memcmp(r->values, key, (size_t)kinds[of].keys * sizeof *key) == 0)
			return r;
	}
	return NULL;
}

struct row *row_new(struct world *w, int of)
{
	for (int i = 0; i < MOST_ROWS; i++)
		if (!w->rows[of][i].live) {
			w->rows[of][i] = (struct row){ .live = true };
			return &w->rows[of][i];
		}
	wrong("the model has no room for another row of %s", kinds[of].name);
}

bool is_live(const struct object *o)
{
	return o->state == CQ_PENDING || o->state == CQ_PERSISTENT || o->state == CQ_DELETED;
}

bool is_persistent(const struct object *o)
{
	return o->state == CQ_PERSISTENT;
}

int object_of_row(const struct world *w, int of, const int64_t *key)
{
	for (int i = 0; i < w->object_count; i++) {
		const struct object *const o = &w->objects[i];
		if (o->kind == of && is_persistent(o) && memcmp(o->seen, key, (size_t)kinds[of].keys * sizeof *key) == 0)
			return i;
	}
	return -1;
}

/* ---- relations ------------------------------------------------------------------------------------------------------ */

/* The parent that a child has, as far as the session knows: an object or -1. */
int parent_of(const struct world *w, int child, int column)
{
	const struct object *const o = &w->objects[child];
	if (o->link[column] >= 0)
		return o->link[column];
	if (o->link[column] == LINK_TO_NONE || o->now[column] == NONE)
		return -1;
	return object_of_row(w, kinds[o->kind].columns[column].refers, &o->now[column]);
}

bool member_has(const struct world *w, int object, int relation, int item)
{
	const struct member *const m = &w->objects[object].members[relation];
	for (int i = 0; m->loaded && i < m->count; i++)
		if (m->items[i] == item)
			return true;
	return false;
}

void member_put(struct world *w, int object, int relation, int item)
{
	struct member *const m = &w->objects[object].members[relation];
	if (!m->loaded || member_has(w, object, relation, item))
		return;
	if (m->count == MOST_ITEMS)
		wrong("the model has no room for another item");
	m->items[m->count++] = (uint8_t)item;
}

void member_take(struct world *w, int object, int relation, int item)
{
	struct member *const m = &w->objects[object].members[relation];
	int kept = 0;
	for (int i = 0; m->loaded && i < m->count; i++)
		if (m->items[i] != item)
			m->items[kept++] = m->items[i];
	m->count = kept;
}

void member_one(struct world *w, int object, int relation, int item)
{
	struct member *const m = &w->objects[object].members[relation];
	m->loaded = true;
	m->count = item >= 0;
	m->items[0] = (uint8_t)item;
}

static void unparent(struct world *w, int child, const struct relation *has)
{
	w->objects[child].link[has->column] = LINK_TO_NONE;
	if (has->back >= 0)
		member_one(w, child, has->back, -1);
	if (has->orphan)
		w->objects[child].orphan = true;
}

/* A child comes to a parent along a foreign key, or (parent -1) leaves the one it has. taken: it was taken out of that one's relation. has may be
 * NULL: nobody looks at it from that side; then `relation` is the child's. */
void relate(struct world *w, int child, int kind_of_parent, int relation, int parent, bool taken)
{
	const struct relation *const has = &kinds[kind_of_parent].relations[relation];
	const int from = parent_of(w, child, has->column);
	struct object *const o = &w->objects[child];
	o->touched = true;
	if (from >= 0)
		w->objects[from].touched = true;
	if (parent >= 0)
		w->objects[parent].touched = true;
	if (from >= 0 && from != parent) {
		if (has->kind == CQ_HAS_MANY)
			member_take(w, from, relation, child);
		else if (w->objects[from].members[relation].loaded)
			member_one(w, from, relation, -1);
	}
	if (parent >= 0 && has->kind == CQ_HAS_ONE) {
		struct member *const m = &w->objects[parent].members[relation];
		if (m->loaded && m->count == 1 && m->items[0] != child)
			unparent(w, m->items[0], has);
		else if (!m->loaded && from != parent && is_persistent(&w->objects[parent]))
			w->replaced[parent] = 1;
		member_one(w, parent, relation, child);
	} else if (parent >= 0) {
		member_put(w, parent, relation, child);
	}
	o->link[has->column] = parent >= 0 ? parent : LINK_TO_NONE;
	if (has->back >= 0)
		member_one(w, child, has->back, parent);
	if (has->orphan)
		o->orphan = parent < 0 && (taken || from >= 0);
}

bool has_pair(const struct world *w, int post, int tag)
{
	for (int i = 0; i < w->note_count; i++)
		if (w->notes[i].post == post && w->notes[i].tag == tag)
			return w->notes[i].added;
	for (int i = 0; i < w->pair_count; i++)
		if (w->pairs[i][0] == w->objects[post].seen[0] && w->pairs[i][1] == w->objects[tag].seen[0])
			return is_persistent(&w->objects[post]) && is_persistent(&w->objects[tag]);
	return false;
}

void associate(struct world *w, int post, int tag, bool put)
{
	int kept = 0;
	bool undone = false;
	w->objects[post].touched = w->objects[tag].touched = true;
	for (int i = 0; i < w->note_count; i++) {
		if (w->notes[i].post == post && w->notes[i].tag == tag)
			undone = true;
		else
			w->notes[kept++] = w->notes[i];
	}
	w->note_count = kept;
	if (!undone) {
		if (w->note_count == MOST_NOTES)
			wrong("the model has no room for another note");
		w->notes[w->note_count++] = (struct note){ post, tag, put };
	}
	if (put) {
		member_put(w, post, 3, tag);
		member_put(w, tag, 0, post);
	} else {
		member_take(w, post, 3, tag);
		member_take(w, tag, 0, post);
	}
}

/* A new object's relations are empty, but for those whose foreign key says something. */
void added(struct world *w, int object)
{
	struct object *const o = &w->objects[object];
	o->state = CQ_PENDING;
	for (int i = 0; i < MOST_COLUMNS; i++)
		o->link[i] = NO_LINK;
	for (int i = 0; i < kinds[o->kind].relation_count; i++) {
		const struct relation *const r = &kinds[o->kind].relations[i];
		const bool said = r->kind == CQ_BELONGS_TO && o->now[r->column] != NONE && o->now[r->column] != 0;
		o->members[i] = (struct member){ .loaded = !said };
	}
}

void unload(struct object *o)
{
	o->unloaded = true;
	for (int i = 0; i < MOST_RELATIONS; i++)
		o->members[i] = (struct member){ .loaded = false };
}

static bool hidden(int of, const struct row *r)
{
	return kinds[of].soft >= 0 && r->values[kinds[of].soft] != NONE;
}

int related_rows(const struct world *w, int object, int relation, int64_t *keys)
{
	const struct object *const o = &w->objects[object];
	const struct relation *const r = &kinds[o->kind].relations[relation];
	const struct row *const own = row_find((struct world *)(uintptr_t)w, o->kind, o->seen);
	int count = 0;
	if (own == NULL)
		return 0;
	if (r->kind == CQ_BELONGS_TO) {
		if (own->values[r->column] != NONE)
			keys[count++] = own->values[r->column];
		return count;
	}
	if (r->kind == CQ_MANY_TO_MANY) {
		for (int i = 0; i < w->pair_count; i++)
			if (w->pairs[i][r->column] == own->values[0])
				keys[count++] = w->pairs[i][1 - r->column];
		return count;
	}
	for (int i = 0; i < MOST_ROWS; i++) {
		const struct row *const child = &w->rows[r->target][i];
		if (child->live && child->values[r->column] == own->values[0] && !hidden(r->target, child))
			keys[count++] = child->values[0];
	}
	return count;
}

/* Whether a flush would have something to look at. */
bool anything_pending(const struct world *w)
{
	for (int i = 0; i < w->object_count; i++) {
		const struct object *const o = &w->objects[i];
		if (o->state == CQ_PENDING || (is_persistent(o) && (o->doomed || o->orphan || memcmp(o->now, o->seen, sizeof o->now) != 0)))
			return true;
		for (int c = 0; is_persistent(o) && c < MOST_COLUMNS; c++)
			if (o->link[c] != NO_LINK)
				return true;
		if (w->replaced[i])
			return true;
	}
	return w->note_count != 0;
}

/* ---- ends ----------------------------------------------------------------------------------------------------------- */

void commit_model(void)
{
	for (int i = 0; i < s.now.object_count; i++) {
		struct object *const o = &s.now.objects[i];
		if (o->state == CQ_DELETED) {
			o->state = CQ_DETACHED;
			o->lost = true;
		}
		o->reread = o->unloaded = false;
	}
	s.base = s.now;
	s.open = false;
	s.levels = 0;
}

static void put_back(int object, const struct world *before, bool inner)
{
	struct object *const o = &s.now.objects[object];
	const struct object *const was = &before->objects[object];
	const bool expired = o->expired, reread = o->reread, unloaded = o->unloaded;
	void *const real = o->real;
	if (o->lost)
		return;
	if (object >= before->object_count || was->state == CQ_TRANSIENT) {
		if (!o->learned) {
			o->state = CQ_TRANSIENT;
			o->doomed = o->orphan = o->expired = false;
			unload(o);
			return;
		}
		o->state = CQ_PERSISTENT;
		o->expired = o->reread = true;
		o->doomed = o->orphan = false;
		for (int i = 0; i < MOST_COLUMNS; i++)
			o->link[i] = NO_LINK;
		return;
	}
	*o = *was;
	o->real = real;
	o->expired = o->expired || expired;
	o->unloaded = o->unloaded || unloaded;
	o->reread = reread || (inner && was->reread);
	if (o->state == CQ_PERSISTENT)
		memcpy(o->now, o->seen, sizeof o->now);
}

/* What was taken out of the session does not come back; who held it may hold it again. */
static void doubt_lost(struct object *o)
{
	for (int r = 0; r < kinds[o->kind].relation_count; r++)
		for (int i = 0; i < o->members[r].count; i++)
			if (s.now.objects[o->members[r].items[i]].lost)
				o->members[r].stale = true;
}

/* What the latest level, or the whole transaction, has changed is undone. Objects that were read inside are settled by adopt_after_rollback. */
void rollback_model(void)
{
	const bool inner = s.levels > 0 && !s.level[s.levels - 1].outermost;
	const struct world *const before = inner ? &s.level[s.levels - 1].before : &s.base;
	const int count = s.now.object_count;
	for (int i = 0; i < count; i++)
		put_back(i, before, inner);
	for (int i = 0; i < count; i++)
		doubt_lost(&s.now.objects[i]);
	memcpy(s.now.rows, before->rows, sizeof s.now.rows);
	memcpy(s.now.pairs, before->pairs, sizeof s.now.pairs);
	s.now.pair_count = before->pair_count;
	s.now.note_count = 0;
	memset(s.now.replaced, 0, sizeof s.now.replaced);
	if (inner) {
		s.levels--;
	} else {
		s.levels = 0;
		s.open = false;
	}
	s.broken = false;
}
