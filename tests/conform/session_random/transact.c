/* conform/session_random/transact.c: the steps that begin and end transactions, write past the objects, merge, and what somebody else does meanwhile.
 * It knows nothing of what is compared. See step.h.
 */
#include "step.h"

#include <cquel/execute.h>
#include <cquel/transaction.h>

#include <stdlib.h>
#include <string.h>

/* ---- transactions --------------------------------------------------------------------------------------------------- */

static cq_status call_commit(void)
{
	return cq_commit(s.session);
}

static cq_status call_begin(void)
{
	return cq_begin(s.session, NULL);
}

static cq_status call_savepoint(void)
{
	return cq_savepoint(s.session);
}

static void expire_on_commit(void)
{
	for (int i = 0; s.expires && i < s.now.object_count; i++)
		if (is_persistent(&s.now.objects[i])) {
			s.now.objects[i].expired = true;
			unload(&s.now.objects[i]);
		}
}

static void commit(void)
{
	say("cq_commit");
	const bool inner = s.levels > 0 && !s.level[s.levels - 1].outermost;
	const bool was_open = s.open;
	if (!attempt("cq_commit", call_commit))
		return;
	if (inner) {
		s.levels--;
		if (!s.open)
			wrong("the end of a savepoint ended the transaction");
	} else {
		if (s.open)
			wrong("behind cq_commit the session is in a transaction");
		(void)was_open;
		expire_on_commit();
		commit_model();
	}
	compare_all();
	if (!inner)
		s.base = s.now;
}

static void begin(bool savepoint)
{
	if (s.levels == MOST_LEVELS - 1 || (savepoint && !s.open))
		return;
	say(savepoint ? "cq_savepoint" : "cq_begin");
	const bool outermost = !s.open;
	if (outermost)
		must("cq_begin", cq_begin(s.session, NULL));
	else if (!attempt(savepoint ? "cq_savepoint" : "cq_begin", savepoint ? call_savepoint : call_begin))
		return;
	s.open = true;
	s.level[s.levels].outermost = outermost;
	s.level[s.levels++].before = s.now;
	compare_all();
}

/* ---- statements that write ------------------------------------------------------------------------------------------ */

static unsigned written_kind;
static int64_t written, condition;

static cq_status call_update(void)
{
	return session_update(written_kind, written, condition);
}

static cq_status call_delete(void)
{
	return session_delete(condition);
}

static void expire_row(int of, const struct row *r)
{
	const int object = object_of_row(&s.now, of, r->values);
	if (object < 0)
		return;
	s.now.objects[object].expired = true;
	unload(&s.now.objects[object]);
}

static void update_rows(uint32_t a, uint32_t b, uint32_t c)
{
	written_kind = a % 2 == 0 ? USERS : POSTS;
	written = b % TEXTS;
	condition = c % TEXTS;
	say("UPDATE %s SET %s = t%lld WHERE %s t%lld", kinds[written_kind].name, written_kind == USERS ? "bio" : "title", (long long)written,
		written_kind == USERS ? "username <>" : "title =", (long long)condition);
	if (!attempt("an UPDATE", call_update))
		return;
	for (int i = 0; i < MOST_ROWS; i++) {
		struct row *const r = &s.now.rows[written_kind][i];
		if (!r->live || (written_kind == USERS ? r->values[1] == condition : r->values[3] != condition))
			continue;
		r->values[written_kind == USERS ? 2 : 3] = written;
		r->foreign = true;
		expire_row((int)written_kind, r);
	}
	look_at_end();
}

static void delete_rows(uint32_t a)
{
	condition = 1 + a % 4;
	say("DELETE FROM seats WHERE zone = %lld", (long long)condition);
	if (!attempt("a DELETE", call_delete))
		return;
	for (int i = 0; i < MOST_ROWS; i++) {
		struct row *const r = &s.now.rows[SEATS][i];
		if (!r->live || r->values[2] != condition)
			continue;
		const int object = object_of_row(&s.now, SEATS, r->values);
		if (object >= 0)
			s.now.objects[object].state = CQ_DELETED;
		r->live = false;
	}
	look_at_end();
}

void look_at_end(void)
{
	if (!s.open)
		wrong("a statement that writes began no transaction");
	compare_all();
}

/* ---- merging -------------------------------------------------------------------------------------------------------- */

static void *fill(int of, const int64_t *values)
{
	void *const real = calloc(1, kinds[of].size);
	for (int c = 0; c < kinds[of].column_count; c++)
		value_put(of, c, real, values[c]);
	return real;
}

static void merge_row(int of, struct row *r, uint32_t random)
{
	int64_t values[MOST_COLUMNS];
	memcpy(values, r->values, sizeof values);
	for (int c = kinds[of].keys; c < kinds[of].column_count; c++)
		if (kinds[of].columns[c].refers < 0 && c != kinds[of].version && c != kinds[of].soft)
			values[c] = any_value(of, c, &random);
	int object = object_of_row(&s.now, of, r->values);
	/* An object that is not expired keeps what it was read with; somebody else may have written meanwhile. */
	if (object >= 0 && !s.now.objects[object].expired && memcmp(s.now.objects[object].seen, r->values, sizeof values) != 0)
		return;
	void *const given = fill(of, values);
	void *out = NULL;
	say("cq_merge(%s, key %lld)", kinds[of].name, (long long)values[0]);
	keep_memory(given);
	must("cq_merge", cq_session_merge(s.session, kinds[of].table, given, &out));
	if (object >= 0 && out != s.now.objects[object].real)
		wrong("cq_merge gave another object");
	int64_t merged[MOST_COLUMNS];
	for (int c = 0; c < kinds[of].column_count; c++) {
		merged[c] = value_of(of, c, out);
		if (merged[c] != values[c])
			wrong("cq_merge left %s.%s", kinds[of].name, kinds[of].columns[c].name);
		value_put(of, c, out, r->values[c]);
	}
	/* As it was read, then as it was merged. */
	if (object < 0)
		object = object_known(of, out);
	struct object *const o = &s.now.objects[object];
	read_done();
	memcpy(o->seen, r->values, sizeof o->seen);
	for (int c = 0; c < kinds[of].column_count; c++) {
		value_put(of, c, out, values[c]);
		o->now[c] = values[c];
	}
}

static void merge_any(uint32_t a, uint32_t b, uint32_t c)
{
	static const int merged[] = { TAGS, SEATS, USERS, POSTS, LETTERS };
	const int of = merged[a % (sizeof merged / sizeof *merged)];
	if (!flushed())
		return;
	for (int i = 0; i < MOST_ROWS; i++) {
		struct row *const r = &s.now.rows[of][(i + (int)(b % MOST_ROWS)) % MOST_ROWS];
		if (r->live && (kinds[of].soft < 0 || r->values[kinds[of].soft] == NONE)) {
			merge_row(of, r, c);
			return;
		}
	}
}

/* ---- somebody else -------------------------------------------------------------------------------------------------- */

static bool taken(int of, int column, int64_t value)
{
	for (int i = 0; i < MOST_ROWS; i++)
		if (s.now.rows[of][i].live && s.now.rows[of][i].values[column] == value)
			return true;
	return false;
}

static void stale_letters(void)
{
	for (int i = 0; i < s.now.object_count; i++)
		if (s.now.objects[i].kind == USERS && s.now.objects[i].members[5].loaded)
			s.now.objects[i].members[5].stale = s.base.objects[i].members[5].stale = true;
}

static void write_elsewhere(uint32_t a, uint32_t b, uint32_t c)
{
	static const struct { int kind, column; } what[] = { { USERS, 1 }, { POSTS, 3 }, { TAGS, 1 }, { SEATS, -1 }, { LETTERS, -1 } };
	const int of = what[a % 5].kind, column = what[a % 5].column;
	const uint32_t at = b % MOST_ROWS;
	if (s.open)
		return;
	for (uint32_t i = 0; i < MOST_ROWS; i++) {
		struct row *const r = &s.now.rows[of][(at + i) % MOST_ROWS];
		if (!r->live || (column > 0 && of != POSTS && taken(of, column, c % TEXTS)))
			continue;
		/* Its key may come again, while an object still stands for the old row. */
		if ((of == SEATS || !s.postgres) && column < 0 && object_of_row(&s.now, of, r->values) >= 0)
			continue;
		say("elsewhere: %s %lld %s", kinds[of].name, (long long)r->values[0], column < 0 ? "is deleted" : "is changed");
		r->foreign = true;
		if (column < 0) {
			elsewhere_gone(of, r);
			const int object = object_of_row(&s.now, of, r->values);
			if (object >= 0)
				s.now.objects[object].robbed = s.base.objects[object].robbed = true;
			r->live = false;
			if (of == LETTERS)
				stale_letters();
		} else {
			r->values[column] = c % TEXTS;
			if (kinds[of].version >= 0)
				r->values[kinds[of].version]++;
			elsewhere(of, r);
		}
		s.base.rows[of][(at + i) % MOST_ROWS] = *r;
		return;
	}
}

/* ---- ends ----------------------------------------------------------------------------------------------------------- */

void step_transaction(const struct step *one)
{
	switch (one->what) {
	case STEP_COMMIT: commit(); break;
	case STEP_BEGIN: begin(false); break;
	case STEP_SAVEPOINT: begin(true); break;
	case STEP_ROLLBACK: roll_back(); break;
	case STEP_UPDATE: update_rows(one->a, one->b, one->c); break;
	case STEP_DELETE_FROM: delete_rows(one->a); break;
	case STEP_MERGE: merge_any(one->a, one->b, one->c); break;
	case STEP_ELSEWHERE: write_elsewhere(one->a, one->b, one->c); break;
	default: break;
	}
}

/* What has failed is rolled back: at once where nothing else goes, else before long. */
static void mend(uint32_t chance)
{
	if (!s.broken)
		return;
	if (!s.postgres)
		compare_all();
	if (s.postgres || chance % 3 == 0)
		roll_back();
	s.broken = false;
}

void step_do(const struct step *one)
{
	step_objects(one);
	step_reading(one);
	step_relations(one);
	step_transaction(one);
	mend(one->b);
}

void end_all(bool commits)
{
	if (fault.ended)
		return;
	while (commits && s.levels > 0 && !s.broken)
		commit();
	if (commits && !s.broken)
		commit();
	s.broken = false;
	while (s.levels > 0)
		roll_back();
	roll_back();
	if (s.open)
		wrong("a transaction is open at the end");
	compare_all();
}
