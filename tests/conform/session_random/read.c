/* conform/session_random/read.c: the steps that read, and that declare objects out of date.
 * It knows nothing of what is written. See step.h.
 */
#include "step.h"

#include <string.h>

/* ---- out of date ---------------------------------------------------------------------------------------------------- */

static void expire_object(uint32_t a)
{
	int reached[MOST_OBJECTS];
	const int object = pick(-1, usable_row, a);
	if (object < 0 || !flushed() || !known_row(object))
		return;
	say("cq_expire(%s #%d)", kinds[s.now.objects[object].kind].name, object);
	const int count = reach(object, reached, 0);
	must("cq_expire", cq_expire(s.session, s.now.objects[object].real));
	for (int i = 0; i < count; i++) {
		s.now.objects[reached[i]].expired = true;
		unload(&s.now.objects[reached[i]]);
	}
}

static void expire_all(void)
{
	if (!flushed())
		return;
	say("cq_expire_all");
	must("cq_expire_all", cq_expire_all(s.session));
	for (int i = 0; i < s.now.object_count; i++)
		if (is_persistent(&s.now.objects[i])) {
			s.now.objects[i].expired = true;
			unload(&s.now.objects[i]);
			/* Without memory to note them relations stay as they are. */
			for (int r = 0; fault.struck && r < kinds[s.now.objects[i].kind].relation_count; r++)
				adopt_flag(i, r);
		}
}

static void refresh_object(uint32_t a)
{
	int reached[MOST_OBJECTS];
	const int object = pick(-1, known_row, a);
	if (object < 0 || !flushed() || !known_row(object))
		return;
	const int count = reach(object, reached, 0);
	bool there = true;
	for (int i = 0; i < count; i++)
		there = there && row_find(&s.now, s.now.objects[reached[i]].kind, s.now.objects[reached[i]].seen) != NULL;
	if (!there)
		return;
	say("cq_refresh(%s #%d)", kinds[s.now.objects[object].kind].name, object);
	must("cq_refresh", cq_refresh(s.session, s.now.objects[object].real));
	for (int i = 0; i < count; i++) {
		struct object *const o = &s.now.objects[reached[i]];
		const struct row *const r = row_find(&s.now, o->kind, o->seen);
		/* What is further away may be declared out of date, instead of being read. */
		if (i > 0 && cq_is_expired(s.session, o->real)) {
			o->expired = true;
			unload(o);
			continue;
		}
		memcpy(o->now, r->values, sizeof o->now);
		memcpy(o->seen, r->values, sizeof o->seen);
		o->expired = false;
		o->reread = o->unloaded = true;
	}
	/* Along relations that are loaded it is read again what they hold. */
	for (int r = 0; r < kinds[s.now.objects[object].kind].relation_count; r++)
		if (kinds[s.now.objects[object].kind].relations[r].all)
			s.now.objects[object].members[r].stale = false;
	for (int i = 0; i < count; i++)
		for (int r = 0; r < kinds[s.now.objects[reached[i]].kind].relation_count; r++)
			if (!s.now.objects[reached[i]].members[r].stale)
				adopt_member(reached[i], r, false);
	read_done();
}

/* ---- reading -------------------------------------------------------------------------------------------------------- */

static void get_object(uint32_t a, uint32_t b)
{
	const int of = (int)(a % KINDS);
	int64_t key[2] = { 999999, 0 };
	if (!flushed())
		return;
	for (int i = 0; i < MOST_ROWS; i++) {
		const struct row *const r = &s.now.rows[of][(i + (int)(b % MOST_ROWS)) % MOST_ROWS];
		if (r->live && b % 8 != 0) {
			if (kinds[of].soft >= 0 && r->values[kinds[of].soft] != NONE)
				continue;
			memcpy(key, r->values, sizeof key);
			break;
		}
	}
	void *found = NULL;
	say("cq_get(%s, %lld)", kinds[of].name, (long long)key[0]);
	const int object = object_of_row(&s.now, of, key);
	must("cq_get", session_get(of, key, &found));
	const struct row *const r = row_find(&s.now, of, key);
	if (found != NULL && object >= 0 && found != s.now.objects[object].real)
		wrong("cq_get gave another object");
	if ((found != NULL) != (r != NULL))
		wrong("cq_get gave %s object, and there is %s row", found != NULL ? "an" : "no", r != NULL ? "a" : "no");
	if (found != NULL && object >= 0 && cq_is_expired(s.session, found))
		wrong("cq_get gave an expired object");
	if (found != NULL && object < 0)
		(void)object_known(of, found);
	read_done();
}

static int wanted_kind;
static unsigned wanted_how;
static void *given[MOST_ROWS];
static int given_count;

static void keep_given(int of, void *object)
{
	(void)of;
	if (given_count == MOST_ROWS)
		wrong("more objects than there are rows");
	given[given_count++] = object;
}

static cq_status call_all(void)
{
	given_count = 0;
	return session_all(wanted_kind, wanted_how, keep_given);
}

static void adopt_each(int relation)
{
	for (int i = 0; i < given_count; i++)
		adopt_member(object_known(wanted_kind, given[i]), relation, true);
}

static void adopt_behind(int relation, int inner)
{
	for (int i = 0; i < given_count; i++) {
		const struct member m = s.now.objects[object_known(wanted_kind, given[i])].members[relation];
		for (int k = 0; k < m.count; k++)
			adopt_member(m.items[k], inner, true);
	}
}

static void all_objects(uint32_t a, uint32_t b)
{
	wanted_kind = (int)(a % KINDS);
	wanted_how = b % 2;
	say("cq_all(%s, %u)", kinds[wanted_kind].name, wanted_how);
	if (!attempt("cq_all", call_all))
		return;
	int rows = 0;
	for (int i = 0; i < MOST_ROWS; i++) {
		const struct row *const r = &s.now.rows[wanted_kind][i];
		rows += r->live && (kinds[wanted_kind].soft < 0 || r->values[kinds[wanted_kind].soft] == NONE);
	}
	look_at_expired();
	for (int i = 0; i < given_count; i++)
		(void)object_known(wanted_kind, given[i]);
	if (rows != given_count)
		wrong("cq_all gave %d objects of %s, and there are %d rows", given_count, kinds[wanted_kind].name, rows);
	if (wanted_how == 1 && wanted_kind == USERS) {
		adopt_each(0);
		adopt_each(2);
		adopt_each(3);
		adopt_behind(0, 3);
	} else if (wanted_how == 1 && wanted_kind == POSTS) {
		adopt_each(0);
		adopt_each(3);
		adopt_each(2);
		adopt_behind(2, 2);
	}
	read_done();
}

static void *wanted_object;
static const cq_relation *wanted_relation;

static cq_status call_load(void)
{
	return cq_session_load(s.session, wanted_relation, &wanted_object, 1, NULL);
}

static void load_relation(uint32_t a, uint32_t b)
{
	const int object = pick(-1, known_row, a);
	if (object < 0 || kinds[s.now.objects[object].kind].relation_count == 0)
		return;
	if (s.now.objects[object].expired && (!flushed() || !known_row(object)))
		return;
	const int relation = (int)(b % (uint32_t)kinds[s.now.objects[object].kind].relation_count);
	if (row_find(&s.now, s.now.objects[object].kind, s.now.objects[object].seen) == NULL)
		return;
	wanted_object = s.now.objects[object].real;
	wanted_relation = kinds[s.now.objects[object].kind].relations[relation].handle;
	say("cq_load(%s #%d.%s)", kinds[s.now.objects[object].kind].name, object, wanted_relation->name);
	if (!attempt("cq_load", call_load))
		return;
	look_at_expired();
	s.now.objects[object].members[relation].stale = false;
	if (is_persistent(&s.now.objects[object]))
		adopt_member(object, relation, true);
	read_done();
}

/* ---- one step ------------------------------------------------------------------------------------------------------- */

void step_reading(const struct step *one)
{
	switch (one->what) {
	case STEP_EXPIRE: expire_object(one->a); break;
	case STEP_EXPIRE_ALL: expire_all(); break;
	case STEP_REFRESH: refresh_object(one->a); break;
	case STEP_GET: get_object(one->a, one->b); break;
	case STEP_ALL: all_objects(one->a, one->b); break;
	case STEP_LOAD: load_relation(one->a, one->b); break;
	default: break;
	}
}
