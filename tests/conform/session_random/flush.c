/* conform/session_random/flush.c: what a flush does to the rows, by the documented rules: cascades, then all writes at once, then what must hold.
 * It knows nothing of any order of statements: only the outcome is said. See world.h.
 */
#include "world.h"

#include <string.h>

/* What is being worked out. Keys of rows that the database will make are -1 - object meanwhile. */
static struct {
	struct world *w;
	uint64_t must, may;
	bool gone[KINDS][MOST_ROWS];
	bool more;
	int moved_profiles;
} f;

static void fails(cq_status status)
{
	f.must |= UINT64_C(1) << status;
}

static bool of_row(const struct object *o, const struct row *r)
{
	return is_persistent(o) && memcmp(o->seen, r->values, (size_t)kinds[o->kind].keys * sizeof *r->values) == 0;
}

static int object_at(int of, const struct row *r)
{
	for (int i = 0; i < f.w->object_count; i++)
		if (f.w->objects[i].kind == of && of_row(&f.w->objects[i], r))
			return i;
	return -1;
}

static int index_of(int of, const struct row *r)
{
	return (int)(r - f.w->rows[of]);
}

/* ---- what is deleted ------------------------------------------------------------------------------------------------ */

static void take_replaced(int parent)
{
	const struct relation *const has = &kinds[USERS].relations[2];
	const struct member *const m = &f.w->objects[parent].members[2];
	for (int i = 0; i < MOST_ROWS; i++) {
		const struct row *const child = &f.w->rows[PROFILES][i];
		if (!child->live || child->values[has->column] != f.w->objects[parent].seen[0])
			continue;
		const int object = object_at(PROFILES, child);
		if (object >= 0 && (f.w->objects[object].link[has->column] != NO_LINK || (m->count == 1 && m->items[0] == object)))
			continue;
		if (object >= 0)
			f.w->objects[object].orphan = true;
		f.gone[PROFILES][i] = true;
	}
}

static void begin_deletions(void)
{
	for (int i = 0; i < f.w->object_count; i++)
		if (f.w->replaced[i] && is_persistent(&f.w->objects[i]))
			take_replaced(i);
	for (int i = 0; i < f.w->object_count; i++) {
		struct object *const o = &f.w->objects[i];
		if (!is_persistent(o) || !(o->doomed || o->orphan))
			continue;
		if (kinds[o->kind].soft >= 0) {
			o->now[kinds[o->kind].soft] = 1;
			o->doomed = o->orphan = false;
			continue;
		}
		o->doomed = true;
		const struct row *const r = row_find(f.w, o->kind, o->seen);
		if (r != NULL)
			f.gone[o->kind][index_of(o->kind, r)] = true;
	}
}

/* Whether a child goes where the parent goes: its foreign key says so, and no link of its says something else. */
static bool follows(const struct object *child, int column, const struct object *parent)
{
	if (child->link[column] != NO_LINK)
		return child->link[column] >= 0 && &f.w->objects[child->link[column]] == parent;
	return is_persistent(child) && parent != NULL && child->seen[column] == parent->seen[0];
}

/* A new object goes with its parent, and what it is the parent of goes with it. */
static void drop(int object)
{
	struct object *const o = &f.w->objects[object];
	o->state = CQ_TRANSIENT;
	o->lost = f.more = true;
	for (int i = 0; i < kinds[o->kind].relation_count; i++) {
		const struct relation *const r = &kinds[o->kind].relations[i];
		for (int k = 0; k < f.w->object_count && r->all && r->kind != CQ_MANY_TO_MANY && r->kind != CQ_BELONGS_TO; k++) {
			struct object *const child = &f.w->objects[k];
			if (child->kind != r->target || child->link[r->column] != object || child->doomed)
				continue;
			if (child->state == CQ_PENDING)
				drop(k);
			const struct row *const row = is_persistent(child) ? row_find(f.w, child->kind, child->seen) : NULL;
			child->doomed = is_persistent(child);
			if (row != NULL)
				f.gone[child->kind][index_of(child->kind, row)] = true;
		}
	}
}

static void spread_row(int of, struct row *parent)
{
	const int parent_object = object_at(of, parent);
	const struct object *const o = parent_object >= 0 ? &f.w->objects[parent_object] : NULL;
	for (int i = 0; i < kinds[of].relation_count; i++) {
		const struct relation *const r = &kinds[of].relations[i];
		if (!r->all || (r->kind != CQ_HAS_MANY && r->kind != CQ_HAS_ONE))
			continue;
		for (int k = 0; k < MOST_ROWS; k++) {
			const struct row *const child = &f.w->rows[r->target][k];
			const int at = child->live ? object_at(r->target, child) : -1;
			if (!child->live || f.gone[r->target][k])
				continue;
			if (at >= 0 && f.w->objects[at].link[r->column] != NO_LINK ? !follows(&f.w->objects[at], r->column, o) : child->values[r->column] != parent->values[0])
				continue;
			f.gone[r->target][k] = f.more = true;
			if (at >= 0)
				f.w->objects[at].doomed = true;
		}
		for (int k = 0; o != NULL && k < f.w->object_count; k++) {
			const struct object *const child = &f.w->objects[k];
			if (child->kind == r->target && child->state == CQ_PENDING && follows(child, r->column, o))
				drop(k);
		}
	}
}

static void spread(void)
{
	do {
		f.more = false;
		for (int of = 0; of < KINDS; of++)
			for (int i = 0; i < MOST_ROWS; i++)
				if (f.w->rows[of][i].live && f.gone[of][i])
					spread_row(of, &f.w->rows[of][i]);
	} while (f.more);
}

static bool leaves(int object)
{
	const struct object *const o = &f.w->objects[object];
	return (is_persistent(o) && o->doomed) || o->state == CQ_TRANSIENT;
}

/* Rows and objects that stay, and had a parent that goes: their foreign key becomes NULL. */
static void leave_behind(int of, const struct row *parent)
{
	const int at = object_at(of, parent);
	for (int i = 0; i < kinds[of].relation_count; i++) {
		const struct relation *const r = &kinds[of].relations[i];
		if (r->kind != CQ_HAS_MANY && r->kind != CQ_HAS_ONE)
			continue;
		for (int k = 0; k < f.w->object_count; k++) {
			struct object *const child = &f.w->objects[k];
			if (child->kind != r->target || !is_live(child) || child->state == CQ_DELETED || leaves(k) || at < 0 || !follows(child, r->column, &f.w->objects[at]))
				continue;
			child->link[r->column] = LINK_TO_NONE;
			if (r->back >= 0 && child->members[r->back].loaded)
				member_one(f.w, k, r->back, -1);
			if (!kinds[r->target].columns[r->column].nullable)
				fails(CQ_MISUSE);
		}
		for (int k = 0; k < MOST_ROWS; k++) {
			struct row *const child = &f.w->rows[r->target][k];
			if (child->live && !f.gone[r->target][k] && child->values[r->column] == parent->values[0] && object_at(r->target, child) < 0)
				child->values[r->column] = NONE;
		}
	}
}

static void forget_pairs(int of, const struct row *gone)
{
	if (of != POSTS && of != TAGS)
		return;
	int kept = 0;
	for (int i = 0; i < f.w->pair_count; i++)
		if (f.w->pairs[i][of == POSTS ? 0 : 1] != gone->values[0])
			memmove(f.w->pairs[kept++], f.w->pairs[i], sizeof f.w->pairs[i]);
	f.w->pair_count = kept;
}

static void forget_notes(void)
{
	int kept = 0;
	for (int i = 0; i < f.w->note_count; i++)
		if (!leaves(f.w->notes[i].post) && !leaves(f.w->notes[i].tag))
			f.w->notes[kept++] = f.w->notes[i];
	f.w->note_count = kept;
}

/* Who held it holds it no more. */
static void let_go(int object)
{
	for (int i = 0; i < f.w->object_count; i++)
		for (int r = 0; r < kinds[f.w->objects[i].kind].relation_count; r++)
			if (!leaves(i) && kinds[f.w->objects[i].kind].relations[r].kind != CQ_BELONGS_TO && member_has(f.w, i, r, object))
				member_take(f.w, i, r, object);
}

/* Values that somebody else has put into a row are unknown to whoever orders the writes. */
static void check_version(const struct object *o, const struct row *r)
{
	if (r == NULL || memcmp(r->values, o->seen, sizeof r->values) != 0)
		f.may |= UINT64_C(1) << CQ_UNIQUE;
	const int version = kinds[o->kind].version;
	if (r == NULL ? version >= 0 || !o->doomed : version >= 0 && r->values[version] != o->seen[version])
		fails(CQ_STALE);
}

static void delete_all(void)
{
	begin_deletions();
	spread();
	for (int of = 0; of < KINDS; of++)
		for (int i = 0; i < MOST_ROWS; i++)
			if (f.w->rows[of][i].live && f.gone[of][i]) {
				leave_behind(of, &f.w->rows[of][i]);
				forget_pairs(of, &f.w->rows[of][i]);
			}
	forget_notes();
	for (int i = 0; i < f.w->object_count; i++) {
		struct object *const o = &f.w->objects[i];
		if (is_persistent(o) && o->doomed)
			check_version(o, row_find(f.w, o->kind, o->seen));
		if (leaves(i))
			let_go(i);
	}
	for (int of = 0; of < KINDS; of++)
		for (int i = 0; i < MOST_ROWS; i++)
			if (f.gone[of][i])
				f.w->rows[of][i].live = false;
	for (int i = 0; i < f.w->object_count; i++)
		if (is_persistent(&f.w->objects[i]) && f.w->objects[i].doomed)
			f.w->objects[i].state = CQ_DELETED;
}

/* ---- what is written ------------------------------------------------------------------------------------------------ */

static int64_t key_to_be(int object)
{
	const struct object *const o = &f.w->objects[object];
	return o->state == CQ_PENDING && o->now[0] == 0 ? -1 - object : o->state == CQ_PENDING ? o->now[0] : o->seen[0];
}

/* Foreign keys come from links. True: one of a persistent object that is expired, of which only that is written. */
static void resolve_links(struct object *o)
{
	for (int c = 0; c < kinds[o->kind].column_count; c++) {
		if (o->link[c] == LINK_TO_NONE)
			o->now[c] = NONE;
		else if (o->link[c] >= 0)
			o->now[c] = key_to_be(o->link[c]);
	}
}

static void insert(int object)
{
	struct object *const o = &f.w->objects[object];
	const struct kind *const k = &kinds[o->kind];
	if (k->automatic && o->now[0] == 0)
		o->now[0] = -1 - object;
	if (k->version >= 0 && o->now[k->version] == 0)
		o->now[k->version] = 1;
	if (row_find(f.w, o->kind, o->now) != NULL)
		fails(CQ_UNIQUE);
	struct row *const r = row_new(f.w, o->kind);
	memcpy(r->values, o->now, sizeof r->values);
}

static void update(struct object *o, struct row *const *at)
{
	const struct kind *const k = &kinds[o->kind];
	struct row *const r = *at;
	if (memcmp(o->now, o->seen, (size_t)k->column_count * sizeof *o->now) == 0)
		return;
	check_version(o, r);
	if (o->kind == PROFILES && o->now[1] != o->seen[1])
		f.moved_profiles++;
	if (k->version >= 0)
		o->now[k->version] = o->seen[k->version] + 1;
	for (int c = 0; r != NULL && c < k->column_count; c++)
		if (o->now[c] != o->seen[c])
			r->values[c] = o->now[c];
}

static void write_all(void)
{
	struct row *at[MOST_OBJECTS];
	for (int i = 0; i < f.w->object_count; i++)
		at[i] = is_persistent(&f.w->objects[i]) ? row_find(f.w, f.w->objects[i].kind, f.w->objects[i].seen) : NULL;
	for (int i = 0; i < f.w->object_count; i++)
		if (is_live(&f.w->objects[i]) && f.w->objects[i].state != CQ_DELETED)
			resolve_links(&f.w->objects[i]);
	for (int i = 0; i < f.w->object_count; i++)
		if (is_persistent(&f.w->objects[i]))
			update(&f.w->objects[i], &at[i]);
	for (int i = 0; i < f.w->object_count; i++)
		if (f.w->objects[i].state == CQ_PENDING)
			insert(i);
}

static int64_t key_now(int object)
{
	return f.w->objects[object].now[0];
}

static void write_pairs(void)
{
	for (int i = 0; i < f.w->note_count; i++) {
		const struct note *const n = &f.w->notes[i];
		const int64_t post = key_now(n->post), tag = key_now(n->tag);
		int at = 0;
		while (at < f.w->pair_count && (f.w->pairs[at][0] != post || f.w->pairs[at][1] != tag))
			at++;
		if (n->added && at < f.w->pair_count) {
			fails(CQ_UNIQUE);
		} else if (n->added) {
			f.w->pairs[f.w->pair_count][0] = post;
			f.w->pairs[f.w->pair_count++][1] = tag;
		} else if (at < f.w->pair_count) {
			memmove(f.w->pairs[at], f.w->pairs[--f.w->pair_count], sizeof f.w->pairs[at]);
		}
	}
	f.w->note_count = 0;
}

/* ---- what must hold ------------------------------------------------------------------------------------------------- */

static bool same_on(const struct row *a, const struct row *b, uint32_t columns)
{
	for (int c = 0; c < MOST_COLUMNS; c++)
		if ((columns & (1u << c)) != 0 && (a->values[c] != b->values[c] || a->values[c] == NONE))
			return false;
	return true;
}

static void check_row(int of, int at)
{
	const struct row *const r = &f.w->rows[of][at];
	const struct kind *const k = &kinds[of];
	for (int c = 0; c < k->column_count; c++) {
		if (r->values[c] == NONE && !k->columns[c].nullable) {
			fails(CQ_NULL_VALUE);
			f.may |= UINT64_C(1) << CQ_MISUSE;
		} else if (r->values[c] != NONE && k->columns[c].refers >= 0 && row_find(f.w, k->columns[c].refers, &r->values[c]) == NULL) {
			fails(CQ_FOREIGN_KEY);
			f.may |= UINT64_C(1) << CQ_MISUSE;
		}
	}
	for (int other = 0; other < at; other++) {
		if (!f.w->rows[of][other].live)
			continue;
		for (int u = 0; u < 2; u++)
			if (k->unique[u] != 0 && same_on(r, &f.w->rows[of][other], k->unique[u]))
				fails(CQ_UNIQUE);
		if (same_on(r, &f.w->rows[of][other], (1u << k->keys) - 1))
			fails(CQ_UNIQUE);
	}
}

static void settle(struct object *o)
{
	o->doomed = o->orphan = false;
	for (int c = 0; c < MOST_COLUMNS; c++)
		o->link[c] = NO_LINK;
	if (o->state == CQ_PENDING)
		o->state = CQ_PERSISTENT;
	if (is_persistent(o))
		memcpy(o->seen, o->now, sizeof o->seen);
}

uint64_t flush_model(struct world *w, uint64_t *may)
{
	memset(&f, 0, sizeof f);
	f.w = w;
	delete_all();
	write_all();
	write_pairs();
	memset(w->replaced, 0, sizeof w->replaced);
	for (int of = 0; of < KINDS; of++)
		for (int i = 0; i < MOST_ROWS; i++)
			if (w->rows[of][i].live)
				check_row(of, i);
	for (int i = 0; i < w->object_count; i++)
		settle(&w->objects[i]);
	/* Two profiles that change places have nowhere to stand meanwhile. */
	if (f.moved_profiles > 1)
		f.may |= UINT64_C(1) << CQ_MISUSE;
	*may = f.may | f.must;
	return f.must;
}

void flush_keys(struct world *w)
{
	int64_t made[MOST_OBJECTS];
	for (int i = 0; i < w->object_count; i++) {
		made[i] = 0;
		if (!is_persistent(&w->objects[i]) || w->objects[i].seen[0] != -1 - i)
			continue;
		made[i] = value_of(w->objects[i].kind, 0, w->objects[i].real);
		if (made[i] <= 0 || row_find(w, w->objects[i].kind, &made[i]) != NULL)
			wrong("the key of a new row of %s is %lld", kinds[w->objects[i].kind].name, (long long)made[i]);
		row_find(w, w->objects[i].kind, w->objects[i].seen)->values[0] = made[i];
		w->objects[i].seen[0] = w->objects[i].now[0] = made[i];
	}
	for (int of = 0; of < KINDS; of++)
		for (int i = 0; i < MOST_ROWS; i++)
			for (int c = 0; w->rows[of][i].live && c < kinds[of].column_count; c++)
				if (w->rows[of][i].values[c] < 0 && w->rows[of][i].values[c] != NONE)
					w->rows[of][i].values[c] = made[-1 - w->rows[of][i].values[c]];
	for (int i = 0; i < w->object_count; i++)
		for (int c = 0; is_persistent(&w->objects[i]) && c < kinds[w->objects[i].kind].column_count; c++)
			if (w->objects[i].now[c] < 0 && w->objects[i].now[c] != NONE)
				w->objects[i].now[c] = w->objects[i].seen[c] = made[-1 - w->objects[i].now[c]];
	for (int i = 0; i < w->pair_count; i++)
		for (int half = 0; half < 2; half++)
			if (w->pairs[i][half] < 0)
				w->pairs[i][half] = made[-1 - w->pairs[i][half]];
}
