/* session/cycle.c: rows that wait for each other in a ring: where it is opened, and by which additional write.
 * It knows nothing of tables' order or of sending. order.c calls it.
 *
 * A unique value is vacated; a foreign key that may be NULL is NULL first and set later, or becomes NULL ahead of a deletion.
 */
#include "session/work.h"

#include "session/enter.h"
#include "session/identity.h"
#include "session/snapshot.h"

enum { WHITE, GREY, BLACK };
enum { OPENS_BY_NULL = 2, CANNOT_OPEN = 100 };

/* A path of items, each waiting for the one before it. */
typedef struct cycle_step {
	uint32_t item;
	uint32_t edge; /* index + 1 of the one that is followed; 0: none yet */
} cycle_step;

typedef struct cycle_walk {
	cq__work *work;
	cycle_step *path;
	uint32_t depth, capacity;
} cycle_walk;

/* ---- opening one ------------------------------------------------------------------------------------------------------------------ */

static const char *row_text(const cq__work_item *item, char out[CQ__KEY_TEXT])
{
	cq__key key;
	cq__key_read(&key, item->model, &item->model->key, item->row);
	return cq__key_text(&key, out);
}

static unsigned cost_of(const cq__work *work, const cq__edge *edge)
{
	const cq__work_item *const from = &work->items[edge->from], *const to = &work->items[edge->to];
	uint32_t column;
	switch (edge->reason) {
	case CQ__EDGE_UNIQUE:
		return cq__unique_vacating(from->model, edge->unique, &column);
	case CQ__EDGE_PARENT:
		return edge->foreign->nullable && to->write == CQ__WRITE_INSERT ? OPENS_BY_NULL : CANNOT_OPEN;
	case CQ__EDGE_CHILD:
		return edge->foreign->nullable ? OPENS_BY_NULL : CANNOT_OPEN;
	default:
		return CANNOT_OPEN;
	}
}

static cq_status refuse(const cq__work *work, const cycle_walk *walk, uint32_t first)
{
	char one[CQ__KEY_TEXT], other[CQ__KEY_TEXT];
	const cq__work_item *const a = &work->items[walk->path[first].item];
	const cq__work_item *const b = &work->items[walk->path[walk->depth - 1].item];
	for (uint32_t i = first; i < walk->depth; i++)
		if (work->edges[walk->path[i].edge - 1].reason == CQ__EDGE_UNIQUE)
			return cq__session_fail(work->session, CQ_MISUSE,
				"cq_flush: %s %s and %s %s take unique values from each other that no other value can stand for meanwhile; flush in between",
				a->model->table->name, row_text(a, one), b->model->table->name, row_text(b, other));
	return cq__session_fail(work->session, CQ_MISUSE,
		"cq_flush: %s %s and %s %s refer to each other, and neither foreign key may be NULL", a->model->table->name, row_text(a, one),
		b->model->table->name, row_text(b, other));
}

static const uint64_t *set_of(cq__work *work, const cq__model *model, const cq__columns *columns)
{
	uint64_t *const set = cq__work_memory(work, cq__column_words(model) * sizeof *set);
	for (uint32_t i = 0; set != NULL && i < columns->count; i++)
		cq__column_add(set, columns->indexes[i]);
	return set;
}

/* An additional write of a row's foreign key: of its old row, which becomes NULL there, or late, as its new row has it. */
static cq_status add_half(cq__work *work, uint32_t of, const cq__foreign *foreign, bool late, uint32_t *out)
{
	cq__model *const model = work->items[of].model;
	CQ_TRY(cq__work_add(work, late ? CQ__WRITE_UPDATE : CQ__WRITE_AHEAD, work->items[of].entry, model, out));
	cq__work_item *const half = &work->items[*out], *const whole = &work->items[of];
	half->of = of;
	half->columns = set_of(work, model, foreign->own);
	half->row = cq__work_memory(work, model->table->object_size);
	if (half->columns == NULL || half->row == NULL)
		return CQ_NO_MEMORY;
	memcpy(half->row, late ? whole->row : whole->old, model->columns_end);
	half->old = late ? whole->row : whole->old;
	half->late = late ? foreign : NULL;
	half->links = late && whole->links;
	if (late) {
		half->halves = whole->halves;
		whole->halves = *out + 1;
	}
	CQ_TRY(cq__work_copy_key(work, NULL, NULL, NULL, model, foreign->own, late ? whole->row : half->row));
	CQ_TRY(cq__work_group(work, half));
	return late ? CQ_OK : cq__order_behind(work, *out);
}

static void drop(cq__work *work, uint32_t edge)
{
	work->edges[edge].broken = true;
	work->items[work->edges[edge].to].waits--;
}

/* The foreign key is NULL when the row is inserted, and set when its parent is there. */
static cq_status open_parent(cq__work *work, uint32_t edge)
{
	const cq__edge opened = work->edges[edge];
	uint32_t half;
	CQ_TRY(add_half(work, opened.to, opened.foreign, true, &half));
	drop(work, edge);
	CQ_TRY(cq__order_edge(work, opened.to, half, CQ__EDGE_FIRM, 0, NULL));
	return opened.from == opened.to ? CQ_OK : cq__order_edge(work, opened.from, half, CQ__EDGE_FIRM, 0, NULL);
}

/* The foreign key becomes NULL before anything else. */
static cq_status open_child(cq__work *work, uint32_t edge)
{
	const cq__edge opened = work->edges[edge];
	uint32_t half;
	CQ_TRY(add_half(work, opened.from, opened.foreign, false, &half));
	drop(work, edge);
	return cq__order_edge(work, half, opened.to, CQ__EDGE_FIRM, 0, NULL);
}

static cq_status open_edge(cq__work *work, uint32_t edge)
{
	switch (work->edges[edge].reason) {
	case CQ__EDGE_PARENT:
		return open_parent(work, edge);
	case CQ__EDGE_CHILD:
		return open_child(work, edge);
	default:
		CQ_TRY(cq__unique_vacate(work, work->edges[edge].from, work->edges[edge].unique));
		drop(work, edge);
		return CQ_OK;
	}
}

/* ---- finding them ------------------------------------------------------------------------------------------------------------------ */

static cq_status push(cycle_walk *walk, uint32_t item)
{
	if (walk->depth == walk->capacity) {
		const uint32_t capacity = walk->capacity != 0 ? 2 * walk->capacity : 64;
		cycle_step *const grown = cq__work_memory(walk->work, capacity * sizeof *grown);
		if (grown == NULL)
			return CQ_NO_MEMORY;
		if (walk->depth != 0)
			memcpy(grown, walk->path, walk->depth * sizeof *grown);
		walk->path = grown;
		walk->capacity = capacity;
	}
	walk->path[walk->depth++] = (cycle_step){ .item = item };
	walk->work->items[item].colour = GREY;
	return CQ_OK;
}

/* The path has come back to an item of its own: the ring is opened where that costs least, and the walk goes on from there. */
static cq_status open_ring(cycle_walk *walk, uint32_t item)
{
	cq__work *const work = walk->work;
	uint32_t first = walk->depth - 1;
	while (walk->path[first].item != item)
		first--;
	uint32_t best = first;
	unsigned least = CANNOT_OPEN;
	for (uint32_t i = first; i < walk->depth; i++) {
		const unsigned cost = cost_of(work, &work->edges[walk->path[i].edge - 1]);
		if (cost < least) {
			least = cost;
			best = i;
		}
	}
	if (least == CANNOT_OPEN)
		return refuse(work, walk, first);
	CQ_TRY(open_edge(work, walk->path[best].edge - 1));
	while (walk->depth - 1 > best)
		work->items[walk->path[--walk->depth].item].colour = WHITE;
	return CQ_OK;
}

static uint32_t next_edge(const cq__work *work, const cycle_step *step)
{
	uint32_t at = step->edge != 0 ? work->edges[step->edge - 1].next : work->items[step->item].edges;
	while (at != 0 && work->edges[at - 1].broken)
		at = work->edges[at - 1].next;
	return at;
}

static cq_status walk_from(cycle_walk *walk, uint32_t root)
{
	cq__work *const work = walk->work;
	CQ_TRY(push(walk, root));
	while (walk->depth != 0) {
		cycle_step *const step = &walk->path[walk->depth - 1];
		step->edge = next_edge(work, step);
		if (step->edge == 0) {
			work->items[step->item].colour = BLACK;
			walk->depth--;
			continue;
		}
		const uint32_t to = work->edges[step->edge - 1].to;
		if (work->items[to].colour == WHITE)
			CQ_TRY(push(walk, to));
		else if (work->items[to].colour == GREY)
			CQ_TRY(open_ring(walk, to));
	}
	return CQ_OK;
}

/* What is added on the way cannot close a ring: the writes ahead wait for nothing, and nothing waits for the late ones. */
cq_status cq__order_break_cycles(cq__work *work)
{
	cycle_walk walk = { .work = work };
	const uint32_t count = work->items_count;
	for (uint32_t i = 0; i < count; i++)
		if (work->items[i].colour == WHITE && work->items[i].edges != 0)
			CQ_TRY(walk_from(&walk, i));
	return CQ_OK;
}
