/* session/options.c: the tree of relations that are to be loaded: what the models' lists add to it.
 * It knows nothing of loading. Statements on a session, cq_get and cq_load call it.
 */
#include "session/load.h"

#include "session/enter.h"
#include "session/model.h"
#include "session/read.h"

void cq__options_release(cq__options *options)
{
	cq__arena_destroy(options->memory);
	*options = (cq__options){ 0 };
}

/* ---- what is written over once ------------------------------------------------------------------------------------------ */

static bool make_room(cq__options *options, size_t count)
{
	if (options->memory == NULL)
		options->memory = cq__arena_create(CQ__ARENA_SMALL);
	if (options->memory == NULL || count > UINT32_MAX / 4)
		return false;
	if (options->filled_count + count <= options->filled_capacity)
		return true;
	const size_t capacity = 2 * (options->filled_count + count);
	cq__entry **const grown = cq__arena_list_grow(options->memory, options->filled, capacity * sizeof *grown);
	if (grown == NULL)
		return false;
	options->filled = grown;
	options->filled_capacity = (uint32_t)capacity;
	return true;
}

cq_status cq__options_note(cq_session *session, cq__options *options, cq__entry *const *entries, size_t count)
{
	if (!options->populate_existing)
		return CQ_OK;
	if (!make_room(options, count))
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	for (size_t i = 0; i < count; i++)
		options->filled[options->filled_count++] = entries[i];
	return CQ_OK;
}

/* What is visited already is nothing new to whoever resolves. */
static void visit_filled(const cq__options *options, bool visited)
{
	for (uint32_t i = 0; i < options->filled_count; i++)
		options->filled[i]->flags = (uint8_t)(visited ? options->filled[i]->flags | CQ__ENTRY_VISITED : options->filled[i]->flags & ~CQ__ENTRY_VISITED);
}

cq_status cq__options_resolve(cq_session *session, cq__options *options, cq_arena *arena, struct cq__arrival *arrivals,
	size_t count, unsigned flags)
{
	if (!options->populate_existing)
		return cq__read_resolve(session, arena, arrivals, count, flags);
	if (!make_room(options, count)) {
		if ((flags & CQ__READ_COPY) == 0)
			cq__arena_destroy(arena);
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	}
	visit_filled(options, true);
	const cq_status status = cq__read_resolve(session, arena, arrivals, count, flags | CQ__READ_POPULATE);
	visit_filled(options, false);
	for (size_t i = 0; i < count && status == CQ_OK; i++)
		if (arrivals[i].fresh)
			options->filled[options->filled_count++] = arrivals[i].entry;
	return status;
}

/* ---- the tree ------------------------------------------------------------------------------------------------------------ */

cq__load *cq__options_add(cq_session *session, cq__options *options, cq__load **loads, const cq__relation *relation)
{
	while (*loads != NULL)
		loads = &(*loads)->next;
	if (options->memory == NULL)
		options->memory = cq__arena_create(CQ__ARENA_SMALL);
	cq__load *const load = options->memory != NULL ? cq__arena_zalloc(options->memory, sizeof *load) : NULL;
	if (load == NULL) {
		(void)cq__session_fail(session, CQ_NO_MEMORY, NULL);
		return NULL;
	}
	load->relation = relation;
	*loads = load;
	return load;
}

cq__load *cq__options_find(cq__load *loads, const cq__relation *relation)
{
	while (loads != NULL && loads->relation != relation)
		loads = loads->next;
	return loads;
}

/* The models from the result's to the one that is looked at, the latest first. */
typedef struct steps {
	const struct steps *before;
	const cq__model *model;
} steps;

static uint32_t times_on(const steps *path, const cq__model *model)
{
	uint32_t times = 0;
	for (; path != NULL; path = path->before)
		times += path->model == model;
	return times;
}

/* A model is not entered twice on one path, but for one step of a relation to its own. */
static bool goes_in_circles(const steps *path, const cq__relation *relation)
{
	const uint32_t times = times_on(path, relation->target);
	return relation->own == relation->target ? times > 1 : times > 0;
}

static cq_status add_defaults(cq_session *session, cq__options *options, cq__load **loads, const steps *path)
{
	const cq__model *const model = path->model;
	for (uint32_t i = 0; i < model->relation_count; i++) {
		const cq__relation *const relation = &model->relations[i];
		const uint8_t how = relation->said->loading;
		if ((how != CQ_LOAD_SELECTIN && how != CQ_LOAD_JOINED) || relation->said->write_only != 0 || goes_in_circles(path, relation))
			continue;
		cq__load *load = cq__options_find(*loads, relation);
		/* A step of a path that says nothing of itself is as the model says. */
		if (load != NULL && load->how != CQ_LOAD_EXPLICITLY)
			continue;
		if (load == NULL)
			load = cq__options_add(session, options, loads, relation);
		if (load == NULL)
			return CQ_NO_MEMORY;
		load->how = how;
	}
	for (cq__load *load = *loads; load != NULL; load = load->next) {
		if (load->relation->own != model || load->how == CQ_LOAD_NOTHING)
			continue;
		const steps inner = { path, load->relation->target };
		CQ_TRY(add_defaults(session, options, &load->inner, &inner));
	}
	return CQ_OK;
}

cq_status cq__options_add_defaults(cq_session *session, cq__options *options, const cq__model *model)
{
	const steps path = { NULL, model };
	return add_defaults(session, options, &options->loads, &path);
}
