/* conform/session_random/step.c: single operations, done to the session and to the model, and what each must answer.
 * It knows nothing of how they are drawn or shrunk. The test calls step_do; relate.c has the steps that change relations.
 */
#include "step.h"

#include <cquel/execute.h>
#include <cquel/transaction.h>

#include <stdlib.h>
#include <string.h>

/* ---- calls ---------------------------------------------------------------------------------------------------------- */

struct world attempted;

static void look_at_transaction(void)
{
	s.open = cq_in_transaction(s.session);
}

/* What is expired and was read by the call that has just been made. */
void look_at_expired(void)
{
	for (int i = 0; i < s.now.object_count; i++) {
		struct object *const o = &s.now.objects[i];
		if (o->lost || !is_persistent(o) || !o->expired || cq_is_expired(s.session, o->real))
			continue;
		const struct row *const r = row_find(&s.now, o->kind, o->seen);
		if (r == NULL)
			wrong("an expired object of %s has no row, and was read", kinds[o->kind].name);
		memcpy(o->now, r->values, sizeof o->now);
		memcpy(o->seen, r->values, sizeof o->seen);
		o->expired = false;
		o->reread = o->unloaded = true;
		for (int k = 0; k < kinds[o->kind].relation_count; k++)
			if (o->members[k].loaded)
				adopt_member(i, k, false);
	}
}

/* Behind a call that has read something and had nothing to write. */
void read_done(void)
{
	look_at_transaction();
	look_at_expired();
	if (s.open || s.levels != 0)
		return;
	for (int i = 0; i < s.now.object_count; i++) {
		struct object *const o = &s.now.objects[i];
		o->reread = false;
		/* Changes that came to nothing are undone by a rollback all the same. */
		o->unloaded = o->unloaded || o->touched;
	}
	s.base = s.now;
}

static bool failure_allowed(cq_status status, uint64_t may)
{
	return status != CQ_OK && (may >> status & 1) != 0;
}

bool attempt(const char *name, cq_status (*call)(void))
{
	uint64_t may;
	const bool was_open = s.open;
	attempted = s.now;
	const uint64_t must = flush_model(&attempted, &may);
	fault.may_be_open = was_open || (anything_pending(&s.now) && strcmp(name, "cq_flush") != 0);
	fault_arm();
	const cq_status status = call();
	fault_disarm();
	fault_failed(name, status, true);
	if (status != CQ_OK && !failure_allowed(status, may))
		wrong("%s: %s: %s [%s]", name, cq_status_name(status), cq_session_error(s.session)->message, cq_session_error(s.session)->sql);
	if (status == CQ_OK && must != 0)
		wrong("%s must fail, and did not", name);
	if (status != CQ_OK) {
		say("  %s: %s", name, cq_status_name(status));
		if (cq_in_transaction(s.session) != was_open)
			wrong("a failed %s has %s a transaction", name, was_open ? "ended" : "left");
		look_at_expired();
		compare_objects();
		s.broken = was_open;
		return false;
	}
	flush_keys(&attempted);
	s.now = attempted;
	look_at_transaction();
	return true;
}

static cq_status call_flush(void)
{
	return cq_flush(s.session);
}

/* Nothing is pending behind it. */
bool flushed(void)
{
	return !anything_pending(&s.now) || attempt("cq_flush", call_flush);
}

void roll_back(void)
{
	say("cq_rollback");
	must("cq_rollback", cq_rollback(s.session));
	rollback_model();
	if (cq_in_transaction(s.session) != s.open)
		wrong("behind cq_rollback the session is %sin a transaction", s.open ? "not " : "");
	const int count = s.now.object_count;
	for (int i = 0; i < count; i++)
		adopt_after_rollback(i);
	compare_all();
	for (int i = 0; i < count && !s.open; i++)
		s.now.objects[i].unloaded = s.now.objects[i].touched = s.now.objects[i].reread = false;
	if (!s.open)
		s.base = s.now;
}

/* ---- objects -------------------------------------------------------------------------------------------------------- */

bool usable(int object)
{
	const struct object *const o = &s.now.objects[object];
	return !o->lost && !o->doomed && !o->orphan && !o->expired && (o->state == CQ_PENDING || o->state == CQ_PERSISTENT);
}

bool usable_row(int object)
{
	return usable(object) && is_persistent(&s.now.objects[object]);
}

bool known_row(int object)
{
	const struct object *const o = &s.now.objects[object];
	return !o->lost && !o->doomed && !o->orphan && is_persistent(o);
}

int pick(int of, bool (*fits)(int object), uint32_t which)
{
	int count = 0;
	for (int round = 0; round < 2; round++) {
		int at = round == 0 || count == 0 ? -1 : (int)(which % (uint32_t)count);
		for (int i = 0; i < s.now.object_count; i++) {
			if ((of >= 0 && s.now.objects[i].kind != of) || !fits(i))
				continue;
			if (round == 0)
				count++;
			else if (at-- == 0)
				return i;
		}
	}
	return -1;
}

static uint32_t draw(uint32_t *random, uint32_t below)
{
	*random = *random * 1664525u + 1013904223u;
	return (*random >> 8) % below;
}

int64_t any_value(int of, int column, uint32_t *random)
{
	const struct column *const c = &kinds[of].columns[column];
	if (c->nullable && draw(random, 4) == 0)
		return NONE;
	if (c->form == TEXT || c->form == MAYBE_TEXT)
		return of == SEATS ? draw(random, 4) : draw(random, TEXTS);
	return 1 + draw(random, 4);
}

static bool is_plain(int of, int column)
{
	return column >= kinds[of].keys && kinds[of].columns[column].refers < 0 && column != kinds[of].version && column != kinds[of].soft;
}

static int rows_of(int of)
{
	int count = 0;
	for (int i = 0; i < MOST_ROWS; i++)
		count += s.now.rows[of][i].live;
	for (int i = 0; i < s.now.object_count; i++)
		count += s.now.objects[i].kind == of && s.now.objects[i].state == CQ_PENDING;
	return count;
}

/* A struct of the program's with columns, not in the session; -1 when there are enough. An object that a rollback has made transient may be it. */
int make_object(int of, uint32_t random)
{
	if (s.now.object_count > MOST_OBJECTS - 40 || rows_of(of) > MOST_ROWS / 3)
		return -1;
	struct object o = { .kind = of, .state = CQ_TRANSIENT };
	int at = s.now.object_count;
	for (int i = 0; i < s.now.object_count && draw(&random, 3) == 0; i++)
		if (s.now.objects[i].kind == of && s.now.objects[i].state == CQ_TRANSIENT && !s.now.objects[i].lost)
			at = i;
	o.real = at < s.now.object_count ? s.now.objects[at].real : calloc(1, kinds[of].size);
	for (int c = 0; c < kinds[of].column_count; c++)
		o.now[c] = !is_plain(of, c) && kinds[of].columns[c].nullable ? NONE
			: is_plain(of, c) || (of == SEATS && c < kinds[of].keys) ? any_value(of, c, &random) : 0;
	for (int c = 0; c < kinds[of].column_count; c++)
		value_put(of, c, o.real, o.now[c]);
	s.now.objects[at] = o;
	if (at == s.now.object_count) {
		s.now.object_count++;
		keep_memory(o.real);
	}
	return at;
}

void must_(const char *name, cq_status status)
{
	fault_disarm();
	fault_failed(name, status, false);
	if (status != CQ_OK)
		wrong("%s: %s: %s", name, cq_status_name(status), cq_session_error(s.session)->message);
}

void add_object(int object)
{
	say("cq_add(%s #%d)", kinds[s.now.objects[object].kind].name, object);
	must("cq_add", cq_session_add(s.session, kinds[s.now.objects[object].kind].table, s.now.objects[object].real));
	added(&s.now, object);
}

/* ---- columns -------------------------------------------------------------------------------------------------------- */

static void put(int object, int column, int64_t value)
{
	struct object *const o = &s.now.objects[object];
	say("%s #%d.%s = %lld", kinds[o->kind].name, object, kinds[o->kind].columns[column].name, (long long)value);
	o->now[column] = value;
	value_put(o->kind, column, o->real, value);
}

static void set_column(uint32_t a, uint32_t b, uint32_t c)
{
	const int object = pick(-1, usable, a);
	if (object < 0)
		return;
	struct object *const o = &s.now.objects[object];
	const int column = (int)(b % (uint32_t)kinds[o->kind].column_count);
	if (is_plain(o->kind, column))
		put(object, column, any_value(o->kind, column, &c));
	else if (o->kind == SEATS && is_persistent(o) && c % 4 == 0 && column < 2)
		put(object, column, any_value(o->kind, column, &c));
}

static void swap_columns(uint32_t a, uint32_t b, uint32_t c)
{
	static const int swappable[][2] = { { USERS, 1 }, { TAGS, 1 }, { POSTS, 4 }, { SEATS, 3 }, { SEATS, 1 }, { SEATS, 0 } };
	const int *const what = swappable[c % (sizeof swappable / sizeof *swappable)];
	const int one = pick(what[0], usable_row, a), other = pick(what[0], usable_row, b);
	if (one < 0 || one == other)
		return;
	const int64_t value = s.now.objects[one].now[what[1]];
	put(one, what[1], s.now.objects[other].now[what[1]]);
	put(other, what[1], value);
}

static bool loaded_either(int child, int column)
{
	const int of = s.now.objects[child].kind, refers = kinds[of].columns[column].refers;
	for (int r = 0; r < kinds[of].relation_count; r++)
		if (kinds[of].relations[r].kind == CQ_BELONGS_TO && kinds[of].relations[r].column == column && s.now.objects[child].members[r].loaded)
			return true;
	for (int r = 0; r < kinds[refers].relation_count; r++) {
		const struct relation *const has = &kinds[refers].relations[r];
		for (int i = 0; i < s.now.object_count && has->target == of && has->column == column && has->kind != CQ_BELONGS_TO; i++)
			if (s.now.objects[i].kind == refers && s.now.objects[i].members[r].loaded)
				return true;
	}
	return false;
}

/* By hand, where no relation shows it; and written at once, so that what it means is plain. */
static void set_foreign_key(uint32_t a, uint32_t b, uint32_t c)
{
	const int object = pick(-1, usable_row, a);
	if (object < 0 || !flushed() || !known_row(object))
		return;
	const struct object *const o = &s.now.objects[object];
	const int column = (int)(b % (uint32_t)kinds[o->kind].column_count);
	if (kinds[o->kind].columns[column].refers < 0 || loaded_either(object, column))
		return;
	const int parent = pick(kinds[o->kind].columns[column].refers, usable_row, c);
	put(object, column, c % 16 == 0 ? 999999 : c % 5 == 0 && kinds[o->kind].columns[column].nullable ? NONE : parent >= 0 ? s.now.objects[parent].seen[0] : 999999);
	(void)flushed();
}

/* ---- deleting and leaving ------------------------------------------------------------------------------------------- */

static void delete_object(uint32_t a)
{
	const int object = pick(-1, usable_row, a);
	if (object < 0)
		return;
	say("cq_delete(%s #%d)", kinds[s.now.objects[object].kind].name, object);
	must("cq_delete", cq_delete(s.session, s.now.objects[object].real));
	s.now.objects[object].doomed = true;
}

static bool doomed(int object)
{
	return s.now.objects[object].doomed && is_persistent(&s.now.objects[object]);
}

static void keep_object(uint32_t a)
{
	const int object = pick(-1, doomed, a);
	if (object < 0)
		return;
	struct object *const o = &s.now.objects[object];
	say("cq_add(%s #%d) again", kinds[o->kind].name, object);
	must("cq_add", cq_session_add(s.session, kinds[o->kind].table, o->real));
	o->doomed = o->orphan = false;
}

/* What an object reaches along relations with CASCADE(ALL) that are loaded. */
int reach(int object, int *reached, int count)
{
	const struct object *const o = &s.now.objects[object];
	for (int i = 0; i < count; i++)
		if (reached[i] == object)
			return count;
	reached[count++] = object;
	for (int r = 0; r < kinds[o->kind].relation_count; r++) {
		int items[MOST_ITEMS];
		const int held = kinds[o->kind].relations[r].all ? held_items(object, r, items) : 0;
		for (int i = 0; i < held; i++)
			count = reach(items[i], reached, count);
	}
	return count;
}

static void expunge_object(uint32_t a)
{
	int reached[MOST_OBJECTS];
	const int object = pick(-1, usable_row, a);
	if (object < 0 || !flushed() || !known_row(object))
		return;
	say("cq_expunge(%s #%d)", kinds[s.now.objects[object].kind].name, object);
	const int count = reach(object, reached, 0);
	must("cq_expunge", cq_expunge(s.session, s.now.objects[object].real));
	for (int i = 0; i < count; i++) {
		struct object *const o = &s.now.objects[reached[i]];
		if (cq_state_of(s.session, o->real) != CQ_DETACHED)
			wrong("%s #%d is not detached", kinds[o->kind].name, reached[i]);
		o->lost = true;
		o->state = CQ_DETACHED;
		for (int k = 0; k < s.now.object_count; k++)
			for (int r = 0; r < MOST_RELATIONS; r++)
				if (member_has(&s.now, k, r, reached[i]) && kinds[s.now.objects[k].kind].relations[r].target == o->kind)
					s.now.objects[k].members[r].stale = true;
	}
	if (!s.open)
		s.base = s.now;
}

/* ---- one step ------------------------------------------------------------------------------------------------------- */

void step_objects(const struct step *one)
{
	switch (one->what) {
	case STEP_SET: set_column(one->a, one->b, one->c); break;
	case STEP_SWAP: swap_columns(one->a, one->b, one->c); break;
	case STEP_KEY: set_foreign_key(one->a, one->b, one->c); break;
	case STEP_DELETE: delete_object(one->a); break;
	case STEP_KEEP: keep_object(one->a); break;
	case STEP_EXPUNGE: expunge_object(one->a); break;
	case STEP_FLUSH:
		say("cq_flush");
		if (attempt("cq_flush", call_flush))
			compare_all();
		break;
	default:
		break;
	}
}
