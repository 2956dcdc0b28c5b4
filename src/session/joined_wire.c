/* session/joined_wire.c: the rows of a statement with joins: members are set, and each object of the result stays once.
 * It knows nothing of how the statement was written. query.c and selectin.c call it.
 */
#include "session/joined.h"

#include "session/collection.h"
#include "session/enter.h"

/* The rows and what is needed for all of the loads. */
typedef struct wiring {
	cq_session *session;
	const cq__joined *joined;
	bool anew;
	cq__arena *memory;
	const cq__arrival *arrivals;
	size_t rows;
	uint32_t *numbers;      /* by an entry's index: its place among the parents, from 1 */
	uint32_t *stamps;       /* by an entry's index: the parent that it was last put to, from 1 */
	cq__entry **parents;
	uint32_t *starts;
	cq__entry **children;
	void **items;
} wiring;

static const cq__arrival *at(const wiring *w, size_t row, uint32_t place)
{
	return &w->arrivals[row * w->joined->width + place];
}

/* Whose relation is to be set; numbered in the order in which they come. */
static uint32_t number_parents(wiring *w, const cq__load *load, uint32_t place)
{
	uint32_t count = 0;
	memset(w->numbers, 0, w->session->entry_count * sizeof *w->numbers);
	for (size_t i = 0; i < w->rows; i++) {
		cq__entry *const entry = at(w, i, place)->entry;
		if (entry == NULL || w->numbers[entry->index] != 0)
			continue;
		if (cq__member_loaded(load->relation, entry->object) && !w->anew)
			continue;
		w->parents[count++] = entry;
		w->numbers[entry->index] = count;
	}
	return count;
}

/* Children by parent: those of parent i begin at starts[i]. */
static void sort_children(wiring *w, const cq__load *load, uint32_t place, uint32_t parents)
{
	memset(w->starts, 0, ((size_t)parents + 2) * sizeof *w->starts);
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < w->rows; i++) {
			const cq__entry *const parent = at(w, i, place)->entry;
			cq__entry *const child = at(w, i, load->place)->entry;
			const uint32_t number = parent != NULL ? w->numbers[parent->index] : 0;
			if (number == 0 || child == NULL)
				continue;
			if (pass == 0)
				w->starts[number + 1]++;
			else
				w->children[w->starts[number]++] = child;
		}
		for (uint32_t i = 2; pass == 0 && i < parents + 2; i++)
			w->starts[i] += w->starts[i - 1];
	}
}

static cq_status wire_load(wiring *w, const cq__load *load, uint32_t place)
{
	const uint32_t parents = number_parents(w, load, place);
	sort_children(w, load, place, parents);
	memset(w->stamps, 0, w->session->entry_count * sizeof *w->stamps);
	for (uint32_t i = 0; i < parents; i++) {
		uint32_t count = 0;
		for (uint32_t k = w->starts[i]; k < w->starts[i + 1]; k++) {
			cq__entry *const child = w->children[k];
			if (w->stamps[child->index] == i + 1 || (count != 0 && !load->relation->many))
				continue;
			w->stamps[child->index] = i + 1;
			w->items[count++] = child->object;
		}
		CQ_TRY(cq__relation_set_loaded(w->session, load->relation, w->parents[i], w->items, count));
	}
	return CQ_OK;
}

static cq_status wire_loads(wiring *w, const cq__load *loads, uint32_t place)
{
	for (const cq__load *load = loads; load != NULL; load = load->next) {
		if (load->alias == NULL)
			continue;
		CQ_TRY(wire_load(w, load, place));
		CQ_TRY(wire_loads(w, load->inner, load->place));
	}
	return CQ_OK;
}

/* Each object of the result once, in its first place. */
static size_t keep_first(const wiring *w, cq__arrival *arrivals)
{
	const uint32_t width = w->joined->width;
	size_t kept = 0;
	memset(w->stamps, 0, w->session->entry_count * sizeof *w->stamps);
	for (size_t i = 0; i < w->rows; i++) {
		const cq__entry *const entry = arrivals[i * width].entry;
		if (entry == NULL || w->stamps[entry->index] != 0)
			continue;
		w->stamps[entry->index] = 1;
		memmove(&arrivals[kept++ * width], &arrivals[i * width], width * sizeof *arrivals);
	}
	return kept;
}

static bool make_room(wiring *w)
{
	const size_t entries = w->session->entry_count, rows = w->rows + 2;
	w->numbers = cq__arena_alloc(w->memory, entries * sizeof *w->numbers + 1);
	w->stamps = cq__arena_alloc(w->memory, entries * sizeof *w->stamps + 1);
	w->parents = cq__arena_alloc(w->memory, rows * sizeof *w->parents);
	w->starts = cq__arena_alloc(w->memory, rows * sizeof *w->starts);
	w->children = cq__arena_alloc(w->memory, rows * sizeof *w->children);
	w->items = cq__arena_alloc(w->memory, rows * sizeof *w->items);
	return w->numbers != NULL && w->stamps != NULL && w->parents != NULL && w->starts != NULL && w->children != NULL
		&& w->items != NULL && rows <= UINT32_MAX;
}

cq_status cq__joined_wire(cq_session *session, const cq__joined *joined, bool anew, bool once, cq__arrival *arrivals, size_t *rows)
{
	wiring w = { .session = session, .joined = joined, .anew = anew, .arrivals = arrivals, .rows = *rows,
		.memory = cq__arena_create(CQ__ARENA_SMALL) };
	if (w.memory == NULL || !make_room(&w)) {
		cq__arena_destroy(w.memory);
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	}
	const cq_status status = wire_loads(&w, joined->loads, 0);
	if (status == CQ_OK && once && joined->repeats)
		*rows = keep_first(&w, arrivals);
	cq__arena_destroy(w.memory);
	return status;
}
