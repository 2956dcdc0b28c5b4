/* conform/session_random/compare.c: the real rows, objects and relations against the model's.
 * It knows nothing of what was done before. step.c calls it behind each step that reads or writes.
 */
#include "step.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- rows ----------------------------------------------------------------------------------------------------------- */

static struct world *looked_at;
static int rows_seen;

static const char *told(int of, const int64_t *values)
{
	static char text[2][300];
	static int turn;
	char *const out = text[turn ^= 1];
	size_t length = 0;
	for (int c = 0; c < kinds[of].column_count; c++)
		length += (size_t)(values[c] == NONE ? snprintf(out + length, sizeof text[0] - length, "%s=NULL ", kinds[of].columns[c].name)
			: snprintf(out + length, sizeof text[0] - length, "%s=%lld ", kinds[of].columns[c].name, (long long)values[c]));
	return out;
}

static void read_values(int of, const void *real, int64_t *values)
{
	for (int c = 0; c < MOST_COLUMNS; c++)
		values[c] = c < kinds[of].column_count ? value_of(of, c, real) : 0;
}

static void look_at_row(int of, const void *real)
{
	int64_t values[MOST_COLUMNS];
	read_values(of, real, values);
	const struct row *const r = row_find(looked_at, of, values);
	if (r == NULL)
		wrong("the database has a row of %s that should not be there: %s", kinds[of].name, told(of, values));
	for (int c = 0; c < kinds[of].column_count; c++)
		if (values[c] != r->values[c])
			wrong("a row of %s is %s and should be %s", kinds[of].name, told(of, values), told(of, r->values));
	rows_seen++;
}

static void look_at_pair(int64_t post, int64_t tag)
{
	rows_seen++;
	for (int i = 0; i < looked_at->pair_count; i++)
		if (looked_at->pairs[i][0] == post && looked_at->pairs[i][1] == tag)
			return;
	wrong("post_tags has (%lld, %lld), which should not be there", (long long)post, (long long)tag);
}

/* The connection may have been ended behind the latest call. */
static void could_not_look(cq_status status, const char *table, cq_connection *db)
{
	if (db != s.plain)
		fault_failed("looking", status, false);
	wrong("reading %s: %s", table, cq_last_error(db)->message);
}

void compare_rows(struct world *w, cq_connection *db)
{
	looked_at = w;
	for (int of = 0; of < KINDS; of++) {
		rows_seen = 0;
		const cq_status status = rows_read(db, of, look_at_row);
		if (status != CQ_OK)
			could_not_look(status, kinds[of].name, db);
		for (int i = 0; i < MOST_ROWS; i++)
			rows_seen -= w->rows[of][i].live;
		if (rows_seen != 0)
			wrong("%d rows of %s are missing", -rows_seen, kinds[of].name);
	}
	rows_seen = 0;
	const cq_status status = pairs_read(db, look_at_pair);
	if (status != CQ_OK)
		could_not_look(status, "post_tags", db);
	if (rows_seen != w->pair_count)
		wrong("post_tags has %d rows and should have %d", rows_seen, w->pair_count);
}

static bool differs;

static void try_row(int of, const void *real)
{
	int64_t values[MOST_COLUMNS];
	read_values(of, real, values);
	const struct row *const r = row_find(looked_at, of, values);
	differs = differs || r == NULL || memcmp(r->values, values, sizeof values) != 0;
	rows_seen++;
}

static void try_pair(int64_t post, int64_t tag)
{
	bool there = false;
	for (int i = 0; i < looked_at->pair_count; i++)
		there = there || (looked_at->pairs[i][0] == post && looked_at->pairs[i][1] == tag);
	differs = differs || !there;
	rows_seen++;
}

bool rows_are(struct world *w)
{
	looked_at = w;
	differs = false;
	for (int of = 0; of < KINDS; of++) {
		rows_seen = 0;
		if (rows_read(s.plain, of, try_row) != CQ_OK)
			wrong("reading %s: %s", kinds[of].name, cq_last_error(s.plain)->message);
		for (int i = 0; i < MOST_ROWS; i++)
			rows_seen -= w->rows[of][i].live;
		differs = differs || rows_seen != 0;
	}
	rows_seen = 0;
	if (pairs_read(s.plain, try_pair) != CQ_OK)
		wrong("reading post_tags: %s", cq_last_error(s.plain)->message);
	return !differs && rows_seen == w->pair_count;
}

/* ---- objects -------------------------------------------------------------------------------------------------------- */

static const char *named(int object)
{
	static char text[2][60];
	static int turn;
	const struct object *const o = &s.now.objects[object];
	turn ^= 1;
	snprintf(text[turn], sizeof text[0], "%s #%d (key %lld)", kinds[o->kind].name, object, (long long)o->now[0]);
	return text[turn];
}

static uint32_t flags_of(int object, int relation)
{
	const struct relation *const r = &kinds[s.now.objects[object].kind].relations[relation];
	const char *const at = (const char *)s.now.objects[object].real + r->handle->offset;
	const uint32_t flags = r->kind == CQ_HAS_MANY || r->kind == CQ_MANY_TO_MANY ? ((const cq_any_many *)(const void *)at)->flags
		: ((const cq_any_one *)(const void *)at)->flags;
	return flags & CQ_RELATION_LOADED;
}

static uint32_t items_of(int object, int relation, void *one[1], void *const **items)
{
	const struct relation *const r = &kinds[s.now.objects[object].kind].relations[relation];
	const char *const at = (const char *)s.now.objects[object].real + r->handle->offset;
	if (r->kind == CQ_HAS_MANY || r->kind == CQ_MANY_TO_MANY) {
		*items = ((const cq_any_many *)(const void *)at)->items;
		return ((const cq_any_many *)(const void *)at)->count;
	}
	one[0] = ((const cq_any_one *)(const void *)at)->object;
	*items = one;
	return one[0] != NULL;
}

void adopt_flag(int object, int relation)
{
	s.now.objects[object].members[relation] = (struct member){ .loaded = flags_of(object, relation), .stale = flags_of(object, relation) };
}

/* The object that a pointer of the session's is: one that the model knows, or one that it gets to know now. */
int object_known(int of, void *real)
{
	struct world *const w = &s.now;
	for (int i = 0; i < w->object_count; i++)
		if (w->objects[i].real == real && !w->objects[i].lost) {
			if (w->objects[i].kind != of)
				wrong("a pointer to an object of %s stands for one of %s", kinds[w->objects[i].kind].name, kinds[of].name);
			return i;
		}
	if (w->object_count == MOST_OBJECTS)
		wrong("the model has no room for another object");
	struct object o = { .real = real, .kind = of, .state = CQ_PERSISTENT, .learned = true, .reread = true };
	read_values(of, real, o.now);
	memcpy(o.seen, o.now, sizeof o.seen);
	for (int c = 0; c < MOST_COLUMNS; c++)
		o.link[c] = NO_LINK;
	if (cq_state_of(s.session, real) != CQ_PERSISTENT)
		wrong("an object of %s that was read is in state %d: %s", kinds[of].name, (int)cq_state_of(s.session, real), told(of, o.now));
	const int other = object_of_row(w, of, o.now);
	if (other >= 0)
		wrong("%s has a second object", named(other));
	o.expired = cq_is_expired(s.session, real);
	const struct row *const r = row_find(w, of, o.now);
	if (!o.expired && r == NULL)
		wrong("an object of %s that was read has no row: %s", kinds[of].name, told(of, o.now));
	if (!o.expired && !r->foreign && memcmp(r->values, o.now, sizeof o.now) != 0)
		wrong("an object of %s was read as %s, and its row is %s", kinds[of].name, told(of, o.now), told(of, r->values));
	w->objects[w->object_count] = o;
	const int at = w->object_count++;
	for (int i = 0; i < kinds[of].relation_count; i++)
		adopt_flag(at, i);
	return at;
}

static int by_number(const void *a, const void *b)
{
	const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

static void tell(char *out, size_t size, const int64_t *keys, int count)
{
	size_t length = (size_t)snprintf(out, size, "{");
	for (int i = 0; i < count && length + 24 < size; i++)
		length += (size_t)snprintf(out + length, size - length, " %lld", (long long)keys[i]);
	snprintf(out + length, size - length, " }");
}

static void same_keys(int object, int relation, int64_t *held, int held_count, int64_t *wanted, int wanted_count)
{
	qsort(held, (size_t)held_count, sizeof *held, by_number);
	qsort(wanted, (size_t)wanted_count, sizeof *wanted, by_number);
	if (held_count == wanted_count && memcmp(held, wanted, (size_t)held_count * sizeof *held) == 0)
		return;
	char a[400], b[400];
	tell(a, sizeof a, held, held_count);
	tell(b, sizeof b, wanted, wanted_count);
	wrong("%s.%s holds %s and should hold %s", named(object), kinds[s.now.objects[object].kind].relations[relation].name, a, b);
}

static bool has_left(const void *real)
{
	for (int i = 0; i < s.now.object_count; i++)
		if (s.now.objects[i].real == real && !s.now.objects[i].lost)
			return false;
	return cq_state_of(s.session, real) == CQ_DETACHED;
}

int held_items(int object, int relation, int *items)
{
	const struct member *const m = &s.now.objects[object].members[relation];
	int held = 0;
	if (!m->stale) {
		for (; m->loaded && held < m->count; held++)
			items[held] = m->items[held];
		return held;
	}
	void *one[1];
	void *const *real;
	const uint32_t count = flags_of(object, relation) != 0 ? items_of(object, relation, one, &real) : 0;
	for (uint32_t i = 0; i < count; i++)
		if (!has_left(real[i]))
			items[held++] = object_known(kinds[s.now.objects[object].kind].relations[relation].target, real[i]);
	return held;
}

void adopt_member(int object, int relation, bool must)
{
	const struct relation *const r = &kinds[s.now.objects[object].kind].relations[relation];
	struct member m = { .loaded = flags_of(object, relation) != 0 };
	const bool was_loaded = s.now.objects[object].members[relation].loaded;
	if (must && !m.loaded)
		wrong("%s.%s is not loaded", named(object), r->name);
	int64_t held[MOST_ITEMS], wanted[MOST_PAIRS];
	void *one[1];
	void *const *items;
	const uint32_t count = m.loaded ? items_of(object, relation, one, &items) : 0;
	/* What was loaded before and holds what was taken out of the session goes on holding it. */
	for (uint32_t i = 0; i < count; i++)
		if (s.now.objects[object].members[relation].stale && has_left(items[i]))
			return;
	for (uint32_t i = 0; i < count; i++) {
		const int item = object_known(r->target, items[i]);
		held[i] = s.now.objects[item].seen[0];
		m.items[m.count++] = (uint8_t)item;
	}
	/* What is deleted softly stays in what was loaded before. */
	const bool may_hold_more = kinds[r->target].soft >= 0 && !must;
	m.stale = m.loaded && may_hold_more;
	if (m.loaded && !may_hold_more)
		same_keys(object, relation, held, m.count, wanted, related_rows(&s.now, object, relation, wanted));
	s.now.objects[object].members[relation] = m;
	for (int i = 0; i < m.count && r->back >= 0 && (r->kind == CQ_HAS_MANY || r->kind == CQ_HAS_ONE); i++) {
		const bool known = flags_of(m.items[i], r->back) != 0;
		if (!known && was_loaded)
			continue;
		if (!known)
			wrong("%s.%s is not loaded", named(m.items[i]), kinds[r->target].relations[r->back].name);
		member_one(&s.now, m.items[i], r->back, object);
		s.now.objects[m.items[i]].members[r->back].stale = false;
	}
	/* Of a pair of relations to one the other is known, too. */
	if (m.count == 1 && r->kind == CQ_BELONGS_TO && r->back >= 0 && kinds[r->target].relations[r->back].kind == CQ_HAS_ONE &&
		flags_of(m.items[0], r->back) != 0 && !s.now.objects[m.items[0]].members[r->back].loaded)
		member_one(&s.now, m.items[0], r->back, object);
}

static void compare_member(int object, int relation)
{
	const struct member *const m = &s.now.objects[object].members[relation];
	const struct relation *const r = &kinds[s.now.objects[object].kind].relations[relation];
	/* A rollback may put back what an object held that is expired nevertheless. */
	if (m->stale || (m->loaded && s.now.objects[object].expired))
		return;
	if ((flags_of(object, relation) != 0) != m->loaded)
		wrong("%s.%s is %sloaded", named(object), r->name, m->loaded ? "not " : "");
	if (!m->loaded)
		return;
	int64_t held[MOST_ITEMS], wanted[MOST_ITEMS];
	void *one[1];
	void *const *items;
	const int count = (int)items_of(object, relation, one, &items);
	for (int i = 0; i < count; i++)
		held[i] = object_known(r->target, items[i]);
	for (int i = 0; i < m->count; i++)
		wanted[i] = m->items[i];
	same_keys(object, relation, held, count, wanted, m->count);
}

static void compare_object(int object)
{
	const struct object *const o = &s.now.objects[object];
	static const char *const states[] = { "transient", "pending", "persistent", "deleted", "detached" };
	int64_t values[MOST_COLUMNS];
	if (o->lost)
		return;
	const cq_object_state state = cq_state_of(s.session, o->real);
	if (state != o->state)
		wrong("%s is %s and should be %s", named(object), states[state], states[o->state]);
	read_values(o->kind, o->real, values);
	if (o->state == CQ_TRANSIENT && kinds[o->kind].automatic && values[0] != 0)
		wrong("%s is transient and still has the key %lld", named(object), (long long)values[0]);
	if (o->state != CQ_PENDING && o->state != CQ_PERSISTENT)
		return;
	if (cq_is_expired(s.session, o->real) != o->expired)
		wrong("%s is %sexpired", named(object), o->expired ? "not " : "");
	for (int c = 0; c < kinds[o->kind].column_count && !o->expired; c++)
		if (o->link[c] == NO_LINK && values[c] != o->now[c])
			wrong("%s is %s and should be %s", named(object), told(o->kind, values), told(o->kind, o->now));
	for (int r = 0; r < kinds[o->kind].relation_count; r++)
		compare_member(object, r);
}

void compare_objects(void)
{
	for (int i = 0; i < s.now.object_count; i++)
		compare_object(i);
}

void compare_all(void)
{
	compare_rows(&s.now, s.open ? cq_session_connection(s.session) : s.plain);
	compare_objects();
	compared();
}

/* What was read since the transaction began may be out of date now, and may be found so. */
void adopt_after_rollback(int object)
{
	struct object *const o = &s.now.objects[object];
	if (o->lost || o->state != CQ_PERSISTENT)
		return;
	for (int i = 0; i < kinds[o->kind].relation_count && (o->expired || o->unloaded); i++)
		adopt_flag(object, i);
	/* A flush may have read it before it began the transaction. */
	if (!o->reread && !o->unloaded && (!o->expired || cq_is_expired(s.session, o->real)))
		return;
	int64_t values[MOST_COLUMNS];
	read_values(o->kind, o->real, values);
	o->expired = cq_is_expired(s.session, o->real);
	const struct row *const r = row_find(&s.now, o->kind, values);
	if (!o->expired && (r == NULL ? !o->robbed : !r->foreign && memcmp(values, r->values, sizeof values) != 0))
		wrong("%s is %s behind a rollback, is not expired, and has %s", named(object), told(o->kind, values), r == NULL ? "no row" : told(o->kind, r->values));
	memcpy(o->now, values, sizeof o->now);
	memcpy(o->seen, values, sizeof o->seen);
	for (int i = 0; i < kinds[o->kind].relation_count; i++)
		adopt_flag(object, i);
	for (int i = 0; i < kinds[o->kind].relation_count && !o->expired && r != NULL; i++)
		adopt_member(object, i, false);
}
