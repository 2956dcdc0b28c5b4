/* conform/session_random/relate.c: the steps that add objects and change what relations hold.
 * It knows nothing of what is compared. See step.h.
 */
#include "step.h"

#include <stdlib.h>

/* A child comes to a parent, called from the parent's side or from the child's. */
static void call_relate(int child, int parent, int relation, bool from_child)
{
	const struct object *const p = &s.now.objects[parent], *const c = &s.now.objects[child];
	const struct relation *const has = &kinds[p->kind].relations[relation];
	say("%s #%d.%s <- %s #%d%s", kinds[p->kind].name, parent, has->name, kinds[c->kind].name, child, from_child ? ", from its side" : "");
	if (from_child)
		must("cq_assign", cq_session_assign(s.session, kinds[c->kind].relations[has->back].handle, c->real, p->real));
	else if (has->kind == CQ_HAS_ONE)
		must("cq_assign", cq_session_assign(s.session, has->handle, p->real, c->real));
	else
		must("cq_append", cq_session_append(s.session, has->handle, p->real, c->real));
}

static bool any_stale_between(int child, int parent, int kind_of_parent, int relation)
{
	const struct relation *const has = &kinds[kind_of_parent].relations[relation];
	const int from = parent_of(&s.now, child, has->column);
	return (has->back >= 0 && s.now.objects[child].members[has->back].stale) || (parent >= 0 && s.now.objects[parent].members[relation].stale) ||
		(from >= 0 && s.now.objects[from].members[relation].stale);
}

/* The one that would be displaced is to be an object that can be, too. */
static bool displaces_well(int parent, int relation)
{
	const struct object *const p = &s.now.objects[parent];
	const struct member *const m = &p->members[relation];
	if (kinds[p->kind].relations[relation].kind != CQ_HAS_ONE)
		return true;
	if (!m->loaded || m->count == 0)
		return true;
	return usable_row(m->items[0]);
}

/* Relations with children, and how often each is drawn. */
static const struct { int kind, relation; } having[] = { { USERS, 0 }, { USERS, 0 }, { USERS, 1 }, { USERS, 2 }, { USERS, 4 }, { USERS, 5 }, { POSTS, 2 },
	{ POSTS, 2 }, { COMMENTS, 2 } };
enum { HAVING = sizeof having / sizeof *having };

static void relate_to(int child, int kind_of_parent, int relation, int parent, bool from_child)
{
	const struct relation *const has = &kinds[kind_of_parent].relations[relation];
	if (any_stale_between(child, parent, kind_of_parent, relation) || !displaces_well(parent, relation))
		return;
	call_relate(child, parent, relation, from_child && has->back >= 0);
	relate(&s.now, child, kind_of_parent, relation, parent, false);
}

static void relate_any(uint32_t a, uint32_t b, uint32_t c)
{
	const int kind_of_parent = having[a % HAVING].kind, relation = having[a % HAVING].relation;
	const int child = pick(kinds[kind_of_parent].relations[relation].target, usable, b), parent = pick(kind_of_parent, usable, c);
	if (child >= 0 && parent >= 0)
		relate_to(child, kind_of_parent, relation, parent, c % 2 == 0);
}

/* Ships and captains know of each other from one side only. */
static void assign_across(int object, uint32_t which)
{
	struct object *const o = &s.now.objects[object];
	const struct relation *const r = &kinds[o->kind].relations[0];
	const int other = which % 5 == 0 ? -1 : pick(r->target, usable, which);
	if (o->members[0].stale)
		return;
	say("%s #%d.%s = #%d", kinds[o->kind].name, object, r->name, other);
	must("cq_assign", cq_session_assign(s.session, r->handle, o->real, other >= 0 ? s.now.objects[other].real : NULL));
	o->touched = true;
	o->link[r->column] = other >= 0 ? other : LINK_TO_NONE;
	member_one(&s.now, object, 0, other);
}

static int likely_kind(uint32_t a)
{
	static const int likely[] = { USERS, USERS, USERS, PROFILES, POSTS, POSTS, POSTS, COMMENTS, COMMENTS, TAGS, TAGS, SEATS, SEATS, SHIPS, CAPTAINS, LETTERS };
	return likely[a % (sizeof likely / sizeof *likely)];
}

static void add_any(uint32_t a, uint32_t b, uint32_t c)
{
	const int of = likely_kind(a);
	static const struct { int kind, relation; } home[KINDS] = { [PROFILES] = { USERS, 2 }, [POSTS] = { USERS, 0 }, [COMMENTS] = { POSTS, 2 }, [LETTERS] = { USERS, 5 } };
	const bool has_home = of == PROFILES || of == POSTS || of == COMMENTS || of == LETTERS;
	const int parent = has_home ? pick(home[of].kind, usable, b) : -1;
	if (has_home && parent < 0)
		return;
	const bool by_relation = has_home && c % 3 == 0 && displaces_well(parent, home[of].relation) && !s.now.objects[parent].members[home[of].relation].stale;
	const int object = make_object(of, b ^ c);
	if (object < 0)
		return;
	if (by_relation) {
		call_relate(object, parent, home[of].relation, false);
		added(&s.now, object);
		relate(&s.now, object, home[of].kind, home[of].relation, parent, false);
		return;
	}
	add_object(object);
	if (has_home && c % 32 != 1)
		relate_to(object, home[of].kind, home[of].relation, parent, c % 2 == 0);
	else if ((of == SHIPS || of == CAPTAINS) && c % 2 == 0)
		assign_across(object, c);
}

/* ---- leaving -------------------------------------------------------------------------------------------------------- */

/* A child leaves its parent, which is known; NOT NULL is to refuse some of it. */
static void leave_any(uint32_t a, uint32_t b, uint32_t c)
{
	const int kind_of_parent = having[a % HAVING].kind, relation = having[a % HAVING].relation;
	const struct relation *const has = &kinds[kind_of_parent].relations[relation];
	const int child = pick(has->target, usable_row, b);
	if (child < 0 || any_stale_between(child, -1, kind_of_parent, relation))
		return;
	const int from = parent_of(&s.now, child, has->column);
	if (from < 0 || !usable(from) || (!kinds[has->target].columns[has->column].nullable && !has->orphan && c % 8 != 0))
		return;
	const struct object *const p = &s.now.objects[from], *const o = &s.now.objects[child];
	/* What is deleted softly is not in what was loaded since. */
	if (p->members[relation].loaded && !member_has(&s.now, from, relation, child))
		return;
	const bool from_child = has->back >= 0 && c % 2 == 0;
	say("%s #%d.%s leaves %s #%d%s", kinds[p->kind].name, from, has->name, kinds[o->kind].name, child, from_child ? ", from its side" : "");
	if (from_child)
		must("cq_assign", cq_session_assign(s.session, kinds[o->kind].relations[has->back].handle, o->real, NULL));
	else if (has->kind == CQ_HAS_MANY)
		must("cq_remove", cq_session_remove(s.session, has->handle, p->real, o->real));
	else
		must("cq_assign", cq_session_assign(s.session, has->handle, p->real, NULL));
	if (has->kind == CQ_HAS_ONE && !from_child && !p->members[relation].loaded) {
		s.now.replaced[from] = 1;
		s.now.objects[from].touched = true;
		member_one(&s.now, from, relation, -1);
		return;
	}
	relate(&s.now, child, kind_of_parent, relation, -1, true);
}

static void tag_any(uint32_t a, uint32_t b, uint32_t c)
{
	const int post = pick(POSTS, usable, a), tag = pick(TAGS, usable, b);
	if (post < 0 || tag < 0 || s.now.objects[post].members[3].stale || s.now.objects[tag].members[0].stale || s.now.note_count == MOST_NOTES)
		return;
	const bool there = has_pair(&s.now, post, tag);
	void *const p = s.now.objects[post].real, *const t = s.now.objects[tag].real;
	const cq_relation *const tags = kinds[POSTS].relations[3].handle, *const posts = kinds[TAGS].relations[0].handle;
	say("posts #%d.tags %s tags #%d", post, there ? "loses" : "gets", tag);
	if (there)
		must("cq_remove", c % 2 == 0 ? cq_session_remove(s.session, tags, p, t) : cq_session_remove(s.session, posts, t, p));
	else
		must("cq_append", c % 2 == 0 ? cq_session_append(s.session, tags, p, t) : cq_session_append(s.session, posts, t, p));
	associate(&s.now, post, tag, !there);
}

void step_relations(const struct step *one)
{
	switch (one->what) {
	case STEP_ADD: add_any(one->a, one->b, one->c); break;
	case STEP_RELATE:
		if (one->a % 5 == 0) {
			const int object = pick(one->a % 2 == 0 ? SHIPS : CAPTAINS, usable, one->b);
			if (object >= 0)
				assign_across(object, one->c);
		} else {
			relate_any(one->a, one->b, one->c);
		}
		break;
	case STEP_LEAVE: leave_any(one->a, one->b, one->c); break;
	case STEP_TAG: tag_any(one->a, one->b, one->c); break;
	default: break;
	}
}
