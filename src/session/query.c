/* session/query.c: statements on a session: what they read becomes the session's objects, what they write is known to these.
 * It knows nothing of how relations are loaded. Behind cq_all, cq_one, cq_scalar, cq_execute and their kin for a session.
 */
#include "base/alloc.h"
#include "meta/model.h"
#include "meta/type_registry.h"
#include "session/changes.h"
#include "session/enter.h"
#include "session/flush.h"
#include "session/joined.h"
#include "session/journal.h"
#include "session/read.h"
#include "session/soft_delete.h"

/* One statement on its way. */
typedef struct running {
	cq_session *session;
	cq_statement *statement;
	cq_target target;         /* what is asked of the database: the program's, or the rows of joins */
	cq__model *model;         /* of CQ_TARGET_OBJECT */
	cq__options options;
	cq__change change;
	cq__joined joined;
	cq__arrival *arrivals;    /* of all objects of the result; cq__free */
	size_t arrival_count;
	bool began;               /* the transaction was there before */
	cq__mark mark;            /* where the journal stood then */
	bool sent;                /* it was run, and well */
	uint32_t step;            /* from one object of the result to the next: those of joins stand between */
} running;

static cq_status no_memory(cq_session *session)
{
	return cq__session_fail(session, CQ_NO_MEMORY, NULL);
}

/* ---- before ------------------------------------------------------------------------------------------------------------- */

static cq_status find_model(running *r, const cq_target *target)
{
	if (target->kind != CQ_TARGET_OBJECT || target->descriptor == NULL)
		return CQ_OK;
	return cq__model_find(r->session, cq__table_base(target->descriptor), &r->model);
}

/* The models of a row list's objects; tables without a primary key have none, and their objects are the program's. */
static cq_status find_field_model(cq_session *session, const cq_row_field *field, cq__model **model)
{
	*model = NULL;
	if (field->type != CQ_TYPE_OBJECT)
		return CQ_OK;
	const cq_table *const table = cq__table_base(*(const cq_table *const *)field->detail);
	return cq__primary_key_next(table, NULL) != NULL ? cq__model_find(session, table, model) : CQ_OK;
}

static cq_status add_defaults(running *r, const cq_target *target)
{
	if (r->model != NULL)
		return cq__options_add_defaults(r->session, &r->options, r->model);
	if (target == NULL || target->kind != CQ_TARGET_ROW)
		return CQ_OK;
	const cq_row_type *const row = target->descriptor;
	for (uint32_t i = 0; i < row->count; i++) {
		cq__model *model;
		CQ_TRY(find_field_model(r->session, &row->fields[i], &model));
		if (model != NULL)
			CQ_TRY(cq__options_add_defaults(r->session, &r->options, model));
	}
	return CQ_OK;
}

/* Everything before the statement itself is sent. */
static cq_status begin(running *r, const cq_target *target, bool gives_rows)
{
	cq_session *const session = r->session;
	if (r->statement->failure != CQ_OK)
		return cq__session_fail(session, (cq_status)r->statement->failure, NULL);
	r->options.with_deleted = session->options.with_deleted;
	if (target != NULL) {
		r->target = *target;
		CQ_TRY(find_model(r, target));
	}
	CQ_TRY(cq__options_take(session, r->statement, r->model, target, &r->options));
	CQ_TRY(add_defaults(r, target));
	CQ_TRY(cq__autoflush(session));
	CQ_TRY(cq__change_look(session, r->statement, gives_rows, &r->change));
	const cq__joinable into = { .statement = r->statement, .model = r->model, .loads = r->options.loads, .memory = r->options.memory };
	CQ_TRY(cq__joined_write(session, &into, &r->target, &r->joined));
	if (!r->options.with_deleted)
		CQ_TRY(cq__soft_delete_filter(session, r->statement));
	r->began = session->began;
	r->mark = cq__journal_mark(session);
	return r->change.writes ? cq__session_begin_writing(session) : cq__session_begin_reading(session);
}

static void end(running *r)
{
	cq__free(r->arrivals);
	cq__options_release(&r->options);
	cq_statement_release(r->statement);
}

/* That there is no row, or more than one, is an answer. */
static bool is_answer(cq_status status)
{
	return status == CQ_OK || status == CQ_NO_ROW || status == CQ_TOO_MANY_ROWS;
}

/* What has failed leaves no transaction behind that was begun for it. */
static cq_status told(running *r, cq_status status)
{
	r->sent = is_answer(status);
	if (status == CQ_OK)
		return CQ_OK;
	(void)cq__session_db_failed(r->session, status);
	if (!r->sent)
		cq__session_unbegin(r->session, r->began);
	return status;
}

/* A call that fails behind its statement, as without memory for what it gives, leaves nothing of what that has written. */
static cq_status ended(running *r, cq_status status)
{
	const bool writes = r->change.writes && r->change.op != CQ_OP_SELECT;
	if (r->sent && !is_answer(status) && (writes || !r->began))
		cq__session_take_back(r->session, r->mark, r->began);
	end(r);
	return status;
}

/* ---- objects ------------------------------------------------------------------------------------------------------------ */

/* What a write returns is what its rows are now; so is what is locked, or a change would be made to what others have written over. */
static unsigned read_flags(const running *r)
{
	if (r->change.writes && r->change.op == CQ_OP_SELECT)
		return CQ__READ_ANEW;
	const bool written = r->change.op != CQ_OP_SELECT && r->change.op != CQ_OP_RAW_SQL;
	return written ? CQ__READ_POPULATE : 0;
}

/* The entries of the result's objects of one model, each once; NULL: no memory. Freed with cq__free. */
static cq__entry **distinct_entries(const running *r, const cq__model *model, size_t *count)
{
	cq__entry **const entries = cq__alloc(r->arrival_count * sizeof *entries);
	*count = 0;
	for (size_t i = 0; entries != NULL && i < r->arrival_count; i += r->step) {
		cq__entry *const entry = r->arrivals[i].entry;
		if (entry == NULL || r->arrivals[i].model != model || (entry->flags & CQ__ENTRY_VISITED) != 0)
			continue;
		entry->flags |= CQ__ENTRY_VISITED;
		entries[(*count)++] = entry;
	}
	for (size_t i = 0; i < *count; i++)
		entries[i]->flags &= (uint8_t)~CQ__ENTRY_VISITED;
	return entries;
}

static cq_status load_relations(running *r, const cq__model *model)
{
	if (r->options.loads == NULL)
		return CQ_OK;
	size_t count;
	cq__entry **const entries = distinct_entries(r, model, &count);
	if (entries == NULL)
		return no_memory(r->session);
	const cq_status status = cq__load_all(r->session, r->options.loads, entries, count, &r->options, r->options.populate_existing);
	cq__free(entries);
	return status;
}

/* What a DELETE returns is no row any more. */
static cq_status leave_deleted(running *r)
{
	size_t count;
	if (r->change.op != CQ_OP_DELETE_FROM || r->change.model == NULL || r->arrival_count == 0)
		return CQ_OK;
	cq__entry **const entries = distinct_entries(r, r->change.model, &count);
	if (entries == NULL)
		return no_memory(r->session);
	const cq_status status = cq__change_leave(r->session, entries, count);
	cq__free(entries);
	return status;
}

/* The rows of objects, or of pointers to objects, in `raw` become the session's. raw->arena is given away. */
static cq_status take_objects(running *r, cq_any_rows *raw)
{
	const uint32_t width = r->joined.width != 0 ? r->joined.width : 1;
	cq_arena *const arena = raw->arena;
	raw->arena = NULL;
	r->step = width;
	r->arrival_count = raw->count * width;
	cq_status status = cq__change_done(r->session, &r->change, NULL);
	if (status == CQ_OK && (r->arrivals = cq__alloc_array(r->arrival_count, sizeof *r->arrivals)) == NULL)
		status = no_memory(r->session);
	if (status != CQ_OK || raw->count == 0) {
		cq__arena_destroy(arena);
		return status;
	}
	for (size_t i = 0; i < raw->count; i++) {
		char *const row = (char *)raw->items + i * r->target.size;
		if (r->joined.width == 0)
			r->arrivals[i] = (cq__arrival){ .model = r->model, .object = row };
		else
			for (uint32_t k = 0; k < width; k++)
				r->arrivals[i * width + k] = (cq__arrival){ .model = r->joined.models[k], .object = ((void **)(void *)row)[k] };
	}
	CQ_TRY(cq__options_resolve(r->session, &r->options, arena, r->arrivals, r->arrival_count, read_flags(r)));
	if (r->joined.width != 0)
		CQ_TRY(cq__joined_wire(r->session, &r->joined, r->options.populate_existing, true, r->arrivals, &raw->count));
	r->arrival_count = raw->count * width;
	CQ_TRY(leave_deleted(r));
	return load_relations(r, r->model);
}

/* The object of a row of the result. */
static void *object_at(const running *r, size_t row)
{
	return r->arrivals[row * r->step].object;
}

static cq_status give_objects(running *r, size_t count, cq_any_rows *out)
{
	if (count == 0)
		return CQ_OK;
	cq__arena *const arena = cq__arena_create(count * sizeof(void *));
	void **const items = arena != NULL ? cq__arena_alloc(arena, count * sizeof *items) : NULL;
	if (items == NULL) {
		cq__arena_destroy(arena);
		return no_memory(r->session);
	}
	for (size_t i = 0; i < count; i++)
		items[i] = object_at(r, i);
	*out = (cq_any_rows){ items, count, arena };
	return CQ_OK;
}

static cq_status all_objects(running *r, cq_any_rows *out)
{
	cq_any_rows raw;
	CQ_TRY(told(r, cq_run_all(r->session->db, r->statement, &r->target, &raw)));
	CQ_TRY(take_objects(r, &raw));
	return give_objects(r, raw.count, out);
}

/* Of a joined collection every parent has several rows, so all are read. */
static cq_status read_few(running *r, cq_want want, cq_any_rows *raw)
{
	if (r->joined.repeats)
		return told(r, cq_run_all(r->session->db, r->statement, &r->target, raw));
	*raw = (cq_any_rows){ 0 };
	void *row;
	CQ_TRY(told(r, cq_run_one(r->session->db, r->statement, &r->target, want, &row)));
	if (row != NULL)
		*raw = (cq_any_rows){ row, 1, cq__arena_of_first(row) };
	return CQ_OK;
}

static cq_status one_object(running *r, cq_want want, void **out)
{
	cq_any_rows raw;
	CQ_TRY(read_few(r, want, &raw));
	CQ_TRY(take_objects(r, &raw));
	if (raw.count == 0)
		return want == CQ_WANT_ONE ? cq__session_fail(r->session, CQ_NO_ROW, NULL) : CQ_OK;
	if (raw.count > 1 && want != CQ_WANT_FIRST)
		return cq__session_fail(r->session, CQ_TOO_MANY_ROWS, NULL);
	*out = object_at(r, 0);
	return CQ_OK;
}

/* ---- row lists ---------------------------------------------------------------------------------------------------------- */

/* Gathers the objects that a row list's rows point to, field by field; how many fields have some. */
static cq_status gather_fields(running *r, const cq_row_type *row, char *rows, size_t count, uint32_t *fields)
{
	*fields = 0;
	r->step = 1;
	for (uint32_t i = 0; i < row->count; i++)
		*fields += row->fields[i].type == CQ_TYPE_OBJECT;
	if (*fields == 0 || count == 0)
		return CQ_OK;
	r->arrivals = cq__alloc_array(count * *fields, sizeof *r->arrivals);
	if (r->arrivals == NULL)
		return no_memory(r->session);
	for (uint32_t i = 0; i < row->count; i++) {
		cq__model *model;
		CQ_TRY(find_field_model(r->session, &row->fields[i], &model));
		for (size_t k = 0; model != NULL && k < count; k++)
			r->arrivals[r->arrival_count++] = (cq__arrival){ .model = model,
				.object = *(void **)(void *)(rows + k * row->size + row->fields[i].offset) };
	}
	return CQ_OK;
}

static cq_status load_fields(running *r, const cq_row_type *row)
{
	for (uint32_t i = 0; i < row->count; i++) {
		cq__model *model;
		CQ_TRY(find_field_model(r->session, &row->fields[i], &model));
		bool before = model == NULL;
		for (uint32_t k = 0; k < i && !before; k++) {
			cq__model *other;
			CQ_TRY(find_field_model(r->session, &row->fields[k], &other));
			before = other == model;
		}
		if (!before)
			CQ_TRY(load_relations(r, model));
	}
	return CQ_OK;
}

/* The objects that rows point to are the session's from here on; the rows stay the program's. */
static cq_status take_rows(running *r, const cq_row_type *row, void *rows, size_t count, cq_arena *arena)
{
	uint32_t fields;
	CQ_TRY(cq__change_done(r->session, &r->change, NULL));
	CQ_TRY(gather_fields(r, row, rows, count, &fields));
	if (r->arrival_count != 0)
		CQ_TRY(cq__options_resolve(r->session, &r->options, arena, r->arrivals, r->arrival_count, read_flags(r) | CQ__READ_COPY));
	size_t at = 0;
	for (uint32_t i = 0; i < row->count && r->arrival_count != 0; i++) {
		cq__model *model;
		CQ_TRY(find_field_model(r->session, &row->fields[i], &model));
		for (size_t k = 0; model != NULL && k < count; k++)
			*(void **)(void *)((char *)rows + k * row->size + row->fields[i].offset) = r->arrivals[at++].object;
	}
	CQ_TRY(leave_deleted(r));
	return r->arrival_count != 0 ? load_fields(r, row) : CQ_OK;
}

static cq_status all_rows(running *r, cq_any_rows *out)
{
	CQ_TRY(told(r, cq_run_all(r->session->db, r->statement, &r->target, out)));
	const cq_status status = r->target.kind == CQ_TARGET_ROW ? take_rows(r, r->target.descriptor, out->items, out->count, out->arena)
		: cq__change_done(r->session, &r->change, NULL);
	if (status != CQ_OK)
		cq_free_memory(out, sizeof *out);
	return status;
}

static cq_status one_row(running *r, cq_want want, void **out)
{
	CQ_TRY(told(r, cq_run_one(r->session->db, r->statement, &r->target, want, out)));
	if (r->target.kind != CQ_TARGET_ROW || *out == NULL)
		return cq__change_done(r->session, &r->change, NULL);
	const cq_status status = take_rows(r, r->target.descriptor, *out, 1, cq__arena_of_first(*out));
	if (status != CQ_OK)
		cq_free_memory(out, sizeof *out);
	return status;
}

/* ---- what only writes --------------------------------------------------------------------------------------------------- */

static cq_status execute(running *r, int64_t *changes)
{
	cq_session *const session = r->session;
	if (r->change.reach != CQ__REACH_KEYS) {
		CQ_TRY(told(r, cq_run_execute(session->db, changes, r->statement)));
		return cq__change_done(session, &r->change, NULL);
	}
	const cq_target target = { .kind = CQ_TARGET_ROW, .size = r->change.keys->size, .descriptor = r->change.keys };
	cq_any_rows keys;
	CQ_TRY(told(r, cq_run_all(session->db, r->statement, &target, &keys)));
	if (changes != NULL)
		*changes = (int64_t)keys.count;
	const cq_status status = cq__change_done(session, &r->change, &keys);
	cq_free_memory(&keys, sizeof keys);
	return status;
}

/* ---- the functions ------------------------------------------------------------------------------------------------------ */

static bool is_object(const cq_target *target)
{
	return target->kind == CQ_TARGET_OBJECT;
}

static cq_status run_all(cq_session *session, cq_statement *statement, const cq_target *target, cq_any_rows *out)
{
	running r = { .session = session, .statement = statement };
	cq_status status = begin(&r, target, true);
	if (status == CQ_OK)
		status = is_object(target) ? all_objects(&r, out) : all_rows(&r, out);
	return ended(&r, status);
}

static cq_status run_one(cq_session *session, cq_statement *statement, const cq_target *target, cq_want want, void **out)
{
	running r = { .session = session, .statement = statement };
	cq_status status = begin(&r, target, true);
	if (status == CQ_OK)
		status = is_object(target) ? one_object(&r, want, out) : one_row(&r, want, out);
	return ended(&r, status);
}

static cq_status run_scalar(cq_session *session, cq_statement *statement, const cq_target *target, cq_want want, void *out)
{
	running r = { .session = session, .statement = statement };
	cq_status status = begin(&r, target, true);
	if (status == CQ_OK)
		status = told(&r, cq_run_scalar(session->db, statement, target, want, out));
	if (status == CQ_OK && (status = cq__change_done(session, &r.change, NULL)) != CQ_OK) {
		if (cq__type_info((cq_type)target->type)->pointer_null)
			cq_free_memory(out, target->size);
	}
	return ended(&r, status);
}

static cq_status run_execute(cq_session *session, int64_t *changes, cq_statement *statement)
{
	running r = { .session = session, .statement = statement };
	cq_status status = begin(&r, NULL, false);
	if (status == CQ_OK)
		status = execute(&r, changes);
	return ended(&r, status);
}

/* A statement, and where its result goes, must be there. */
static cq_status enter(cq_session *session, const char *call, cq_statement *statement, bool complete)
{
	CQ_TRY(cq__session_enter_at(session, call, statement));
	if (complete)
		return CQ_OK;
	if (statement != NULL)
		cq_statement_release(statement);
	return cq__session_leave(session, cq__session_fail(session, CQ_MISUSE, "%s: statement, target or output is NULL", call));
}

cq_status cq_session_run_all(cq_session *session, cq_statement *statement, const cq_target *target, void *out)
{
	if (out != NULL)
		*(cq_any_rows *)out = (cq_any_rows){ 0 };
	CQ_TRY(enter(session, "cq_all", statement, statement != NULL && target != NULL && out != NULL));
	return cq__session_leave(session, run_all(session, statement, target, out));
}

cq_status cq_session_run_scalars(cq_session *session, cq_statement *statement, const cq_target *target, void *out_rows)
{
	return cq_session_run_all(session, statement, target, out_rows);
}

cq_status cq_session_run_one(cq_session *session, cq_statement *statement, const cq_target *target, cq_want want, void *out)
{
	if (out != NULL)
		*(void **)out = NULL;
	CQ_TRY(enter(session, "cq_one", statement, statement != NULL && target != NULL && out != NULL));
	return cq__session_leave(session, run_one(session, statement, target, want, out));
}

cq_status cq_session_run_scalar(cq_session *session, cq_statement *statement, const cq_target *target, cq_want want, void *out)
{
	if (out != NULL && target != NULL)
		memset(out, 0, target->size);
	CQ_TRY(enter(session, "cq_scalar", statement, statement != NULL && target != NULL && out != NULL));
	return cq__session_leave(session, run_scalar(session, statement, target, want, out));
}

cq_status cq_session_run_execute(cq_session *session, int64_t *changes, cq_statement *statement)
{
	if (changes != NULL)
		*changes = 0;
	CQ_TRY(enter(session, "cq_execute", statement, statement != NULL));
	return cq__session_leave(session, run_execute(session, changes, statement));
}
