/* session/order.c: which table's rows come before which, what waits for what, and the batches that follow from it.
 * It knows nothing of sending, nor of how cycles are broken (cycle.c). flush.c calls it.
 */
#include "session/work.h"

#include "meta/model.h"
#include "session/enter.h"
#include "session/link.h"
#include "session/model.h"
#include "session/snapshot.h"

#include <stdlib.h>


/* ---- foreign keys between tables ------------------------------------------------------------------------------------------------ */

static bool same_columns(const cq__columns *a, const cq__columns *b)
{
	return a->count == b->count && memcmp(a->indexes, b->indexes, a->count * sizeof *a->indexes) == 0;
}

static cq_status add_foreign(cq__work *work, uint32_t place, const cq__columns *own, uint32_t target, const cq__columns *far,
	bool nullable)
{
	if (place == CQ__NO_ITEM || target == CQ__NO_ITEM)
		return CQ_OK;
	cq__table_work *const table = &work->tables[place];
	for (uint32_t i = 0; i < table->foreign_count; i++)
		if (table->foreigns[i].target == target && same_columns(table->foreigns[i].own, own))
			return CQ_OK;
	if (table->foreign_count == table->foreign_capacity) {
		const uint32_t capacity = table->foreign_capacity != 0 ? 2 * table->foreign_capacity : 4;
		cq__foreign *const grown = cq__work_memory(work, capacity * sizeof *grown);
		if (grown == NULL)
			return CQ_NO_MEMORY;
		if (table->foreign_count != 0)
			memcpy(grown, table->foreigns, table->foreign_count * sizeof *grown);
		table->foreigns = grown;
		table->foreign_capacity = capacity;
	}
	table->foreigns[table->foreign_count++] = (cq__foreign){ own, far, target, nullable };
	return CQ_OK;
}

static cq_status add_relations(cq__work *work, uint32_t place)
{
	const cq__model *const model = work->tables[place].model;
	for (uint32_t i = 0; i < model->relation_count; i++) {
		const cq__relation *const relation = &model->relations[i];
		const uint32_t target = cq__work_place(work, relation->target);
		if (relation->said->kind == CQ_BELONGS_TO) {
			CQ_TRY(add_foreign(work, place, &relation->near, target, &relation->far, relation->nullable));
		} else if (relation->said->kind != CQ_MANY_TO_MANY) {
			CQ_TRY(add_foreign(work, target, &relation->far, place, &relation->near, relation->nullable));
		} else {
			const uint32_t through = cq__work_place(work, relation->through);
			CQ_TRY(add_foreign(work, through, &relation->through_near, place, &relation->near, false));
			CQ_TRY(add_foreign(work, through, &relation->through_far, target, &relation->far, false));
		}
	}
	return CQ_OK;
}

static uint32_t place_named(const cq__work *work, const char *name)
{
	for (uint32_t i = 0; i < work->tables_count; i++)
		if (strcmp(work->tables[i].model->table->name, name) == 0)
			return i;
	return CQ__NO_ITEM;
}

/* A set of one column. */
static const cq__columns *only(cq__work *work, uint32_t index)
{
	cq__columns *const columns = cq__work_memory(work, sizeof *columns);
	uint16_t *const indexes = cq__work_memory(work, sizeof *indexes);
	if (columns == NULL || indexes == NULL)
		return NULL;
	indexes[0] = (uint16_t)index;
	*columns = (cq__columns){ 1, indexes };
	return columns;
}

/* What columns say by themselves. */
static cq_status add_references(cq__work *work, uint32_t place)
{
	const cq_table *const table = work->tables[place].model->table;
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		const char *target_name, *column_name;
		if (!cq__column_reference(column, &target_name, &column_name))
			continue;
		const uint32_t target = place_named(work, target_name);
		const cq_column *const referred = target != CQ__NO_ITEM
			? cq__table_column(work->tables[target].model->table, column_name)
			: NULL;
		if (referred == NULL)
			continue;
		const cq__columns *const own = only(work, i), *const far = only(work, cq_column_index(referred));
		if (own == NULL || far == NULL)
			return CQ_NO_MEMORY;
		CQ_TRY(add_foreign(work, place, own, target, far, (column->flags & CQ_COLUMN_NULLABLE) != 0));
	}
	return CQ_OK;
}

/* ---- ranks: Tarjan's strongly connected components --------------------------------------------------------------------------------- */

typedef struct table_visit {
	uint32_t number, low; /* 0: not seen yet */
	uint32_t foreign;     /* the next to be looked at */
	uint32_t from;        /* whose foreign key led here */
	bool open;            /* on the stack of its component */
} table_visit;

typedef struct table_walk {
	cq__work *work;
	table_visit *visits;
	uint32_t *stack;
	uint32_t depth, numbers, ranks, components;
} table_walk;

static void enter_table(table_walk *walk, uint32_t table, uint32_t from)
{
	walk->visits[table] = (table_visit){ .number = ++walk->numbers, .low = walk->numbers, .from = from, .open = true };
	walk->stack[walk->depth++] = table;
}

/* All tables of a component were seen: they come behind those that they refer to. */
static void close_component(table_walk *walk, uint32_t table)
{
	uint32_t first = walk->depth;
	while (walk->stack[first - 1] != table)
		first--;
	first--;
	const bool several = walk->depth - first > 1;
	for (uint32_t i = walk->depth; i-- > first;) {
		cq__table_work *const each = &walk->work->tables[walk->stack[i]];
		walk->visits[walk->stack[i]].open = false;
		each->component = walk->components;
		each->rank = walk->ranks++;
		each->cyclic |= several;
	}
	walk->components++;
	walk->depth = first;
}

static void walk_from(table_walk *walk, uint32_t root)
{
	enter_table(walk, root, CQ__NO_ITEM);
	for (uint32_t at = root; at != CQ__NO_ITEM;) {
		table_visit *const visit = &walk->visits[at];
		cq__table_work *const table = &walk->work->tables[at];
		if (visit->foreign < table->foreign_count) {
			const uint32_t target = table->foreigns[visit->foreign++].target;
			if (target == at)
				table->cyclic = true;
			if (walk->visits[target].number == 0) {
				enter_table(walk, target, at);
				at = target;
			} else if (walk->visits[target].open && walk->visits[target].number < visit->low) {
				visit->low = walk->visits[target].number;
			}
			continue;
		}
		if (visit->low == visit->number)
			close_component(walk, at);
		const uint32_t from = visit->from;
		if (from != CQ__NO_ITEM && visit->low < walk->visits[from].low)
			walk->visits[from].low = visit->low;
		at = from;
	}
}

cq_status cq__order_tables(cq__work *work)
{
	for (uint32_t i = 0; i < work->tables_count; i++)
		CQ_TRY(add_relations(work, i));
	for (uint32_t i = 0; i < work->tables_count; i++)
		CQ_TRY(add_references(work, i));
	table_walk walk = { .work = work };
	walk.visits = cq__work_memory(work, work->tables_count * sizeof *walk.visits);
	walk.stack = cq__work_memory(work, work->tables_count * sizeof *walk.stack);
	if (walk.visits == NULL || walk.stack == NULL)
		return CQ_NO_MEMORY;
	for (uint32_t i = 0; i < work->tables_count; i++)
		if (walk.visits[i].number == 0)
			walk_from(&walk, i);
	return CQ_OK;
}

/* ---- what waits for what ------------------------------------------------------------------------------------------------------------ */

cq_status cq__order_edge(cq__work *work, uint32_t from, uint32_t to, cq__edge_reason reason, uint16_t unique,
	const cq__foreign *foreign)
{
	CQ_TRY(CQ__WORK_ROOM(work, edges));
	cq__work_item *const item = &work->items[from];
	work->edges[work->edges_count] = (cq__edge){ .from = from, .to = to, .next = item->edges, .reason = (uint8_t)reason,
		.unique = unique, .foreign = foreign };
	item->edges = ++work->edges_count;
	work->items[to].waits++;
	return CQ_OK;
}

cq_status cq__order_behind(cq__work *work, uint32_t item)
{
	cq__work_item *const whole = &work->items[work->items[item].of];
	const uint32_t latest = whole->next;
	whole->next = item + 1;
	return latest != 0 ? cq__order_edge(work, latest - 1, item, CQ__EDGE_FIRM, 0, NULL) : CQ_OK;
}

static bool any_in(const uint64_t *set, const cq__columns *columns)
{
	for (uint32_t i = 0; i < columns->count; i++)
		if (cq__column_in(set, columns->indexes[i]))
			return true;
	return false;
}

static bool sets_any(const cq__work_item *item, const cq__columns *columns)
{
	return any_in(item->columns, columns);
}

static const cq__link *link_over(const cq__work_item *item, const cq__columns *columns)
{
	for (const cq__link *link = item->entry->links; link != NULL; link = link->next)
		if (same_columns(cq__link_columns(link), columns))
			return link;
	return NULL;
}

/* Items by table, each table's in their order. */
typedef struct item_lists {
	uint32_t *items, *starts; /* of table i: items[starts[i]] up to items[starts[i + 1]] */
} item_lists;

static cq_status list_items(cq__work *work, item_lists *lists)
{
	lists->items = cq__work_memory(work, work->items_count * sizeof *lists->items);
	lists->starts = cq__work_memory(work, (work->tables_count + 2) * sizeof *lists->starts);
	if (lists->items == NULL || lists->starts == NULL)
		return CQ_NO_MEMORY;
	for (uint32_t i = 0; i < work->items_count; i++)
		lists->starts[cq__work_place(work, work->items[i].model) + 2]++;
	for (uint32_t i = 2; i < work->tables_count + 2; i++)
		lists->starts[i] += lists->starts[i - 1];
	for (uint32_t i = 0; i < work->items_count; i++)
		lists->items[lists->starts[cq__work_place(work, work->items[i].model) + 1]++] = i;
	return CQ_OK;
}

/* The rows of a table that a foreign key may name: those that come, and those that go. */
static cq_status look_at_target(cq__work *work, const item_lists *lists, const cq__foreign *foreign, cq__lookup *coming,
	cq__lookup *going)
{
	const uint32_t first = lists->starts[foreign->target], last = lists->starts[foreign->target + 1];
	CQ_TRY(cq__lookup_init(work, coming, foreign->far, false, last - first));
	CQ_TRY(cq__lookup_init(work, going, foreign->far, true, last - first));
	for (uint32_t i = first; i < last; i++) {
		const cq__work_item *const item = &work->items[lists->items[i]];
		if (item->entry == NULL)
			continue;
		if (item->write == CQ__WRITE_INSERT ? !cq__unique_unknown(item, foreign->far)
			: item->write == CQ__WRITE_UPDATE && sets_any(item, foreign->far))
			cq__lookup_put(work, coming, lists->items[i]);
		else if (item->write == CQ__WRITE_DELETE)
			cq__lookup_put(work, going, lists->items[i]);
	}
	return CQ_OK;
}

static cq_status wait_for_parent(cq__work *work, const cq__foreign *foreign, const cq__lookup *coming, uint32_t child)
{
	const cq__work_item *const item = &work->items[child];
	const cq__link *const link = link_over(item, foreign->own);
	uint32_t parent;
	if (link != NULL) {
		const cq__work_item *const found = link->parent != NULL ? cq__work_item_of(work, link->parent) : NULL;
		/* A row that is there, and keeps its key, need not be waited for. */
		if (found == NULL || (found->write != CQ__WRITE_INSERT && (found->write != CQ__WRITE_UPDATE || !sets_any(found, foreign->far))))
			return CQ_OK;
		parent = (uint32_t)(found - work->items);
		/* A row that is its own parent needs no other, once its key is known. */
		if (parent == child && (item->write != CQ__WRITE_INSERT || !item->model->auto_key))
			return CQ_OK;
	} else {
		parent = cq__lookup_find(work, coming, item->model, foreign->own, item->row);
		if (parent == CQ__NO_ITEM || parent == child)
			return CQ_OK;
	}
	return cq__order_edge(work, parent, child, CQ__EDGE_PARENT, 0, foreign);
}

static cq_status wait_for_child(cq__work *work, const cq__foreign *foreign, const cq__lookup *going, uint32_t child)
{
	const cq__work_item *const item = &work->items[child];
	const uint32_t parent = cq__lookup_find(work, going, item->model, foreign->own, item->old);
	if (parent == CQ__NO_ITEM || parent == child)
		return CQ_OK;
	return cq__order_edge(work, child, parent, CQ__EDGE_CHILD, 0, foreign);
}

static cq_status order_foreign(cq__work *work, const item_lists *lists, uint32_t place, const cq__foreign *foreign)
{
	cq__lookup coming, going;
	CQ_TRY(look_at_target(work, lists, foreign, &coming, &going));
	for (uint32_t i = lists->starts[place]; i < lists->starts[place + 1]; i++) {
		const uint32_t child = lists->items[i];
		const cq__work_item *const item = &work->items[child];
		if (item->entry == NULL)
			continue;
		const bool moves = item->write == CQ__WRITE_UPDATE && sets_any(item, foreign->own);
		if (item->write == CQ__WRITE_INSERT || moves)
			CQ_TRY(wait_for_parent(work, foreign, &coming, child));
		if (item->write == CQ__WRITE_DELETE || moves)
			CQ_TRY(wait_for_child(work, foreign, &going, child));
	}
	return CQ_OK;
}

/* Rows of associations know both their sides. */
static cq_status order_association(cq__work *work, uint32_t self)
{
	const cq__association *const association = work->items[self].association;
	const cq__entry *const sides[] = { association->near, association->far };
	const cq__columns *const referred[] = { &association->relation->near, &association->relation->far };
	for (uint32_t i = 0; i < 2; i++) {
		const cq__work_item *const side = cq__work_item_of(work, sides[i]);
		if (side == NULL)
			continue;
		const uint32_t other = (uint32_t)(side - work->items);
		const bool comes = side->write == CQ__WRITE_INSERT || (side->write == CQ__WRITE_UPDATE && sets_any(side, referred[i]));
		if (association->added && comes)
			CQ_TRY(cq__order_edge(work, other, self, CQ__EDGE_FIRM, 0, NULL));
		else if (!association->added && side->write == CQ__WRITE_DELETE)
			CQ_TRY(cq__order_edge(work, self, other, CQ__EDGE_FIRM, 0, NULL));
	}
	return CQ_OK;
}

cq_status cq__order_foreigns(cq__work *work, bool all)
{
	bool any = all;
	item_lists lists;
	for (uint32_t i = 0; i < work->tables_count; i++)
		any |= work->tables[i].cyclic;
	if (!any)
		return CQ_OK;
	CQ_TRY(list_items(work, &lists));
	for (uint32_t i = 0; i < work->tables_count; i++) {
		const cq__table_work *const table = &work->tables[i];
		for (uint32_t k = 0; k < table->foreign_count; k++)
			if (all || work->tables[table->foreigns[k].target].component == table->component)
				CQ_TRY(order_foreign(work, &lists, i, &table->foreigns[k]));
	}
	for (uint32_t i = 0; all && i < work->items_count; i++)
		if (work->items[i].association != NULL)
			CQ_TRY(order_association(work, i));
	return CQ_OK;
}

/* ---- batches ------------------------------------------------------------------------------------------------------------------------ */

/* Groups that have items which wait for nothing, as a heap: the one with the lowest rank first. */
typedef struct group_heap {
	cq__work *work;
	uint32_t *groups;
	uint32_t count;
} group_heap;

static bool before(const group_heap *heap, uint32_t a, uint32_t b)
{
	return heap->work->groups[heap->groups[a]].rank < heap->work->groups[heap->groups[b]].rank;
}

static void swap(group_heap *heap, uint32_t a, uint32_t b)
{
	const uint32_t kept = heap->groups[a];
	heap->groups[a] = heap->groups[b];
	heap->groups[b] = kept;
}

static void push_group(group_heap *heap, uint32_t group)
{
	uint32_t at = heap->count++;
	heap->groups[at] = group;
	for (; at != 0 && before(heap, at, (at - 1) / 2); at = (at - 1) / 2)
		swap(heap, at, (at - 1) / 2);
}

static uint32_t pop_group(group_heap *heap)
{
	const uint32_t group = heap->groups[0];
	heap->groups[0] = heap->groups[--heap->count];
	for (uint32_t at = 0, child; (child = 2 * at + 1) < heap->count; at = child) {
		child += child + 1 < heap->count && before(heap, child + 1, child);
		if (!before(heap, child, at))
			break;
		swap(heap, at, child);
	}
	return group;
}

static void push_ready(group_heap *heap, uint32_t item)
{
	cq__work *const work = heap->work;
	cq__group *const group = &work->groups[work->items[item].group];
	work->items[item].next = 0;
	if (group->ready == 0) {
		group->ready = item + 1;
		push_group(heap, work->items[item].group);
	} else {
		work->items[group->last - 1].next = item + 1;
	}
	group->last = item + 1;
}

static void rank_groups(cq__work *work)
{
	for (uint32_t i = 0; i < work->groups_count; i++) {
		cq__group *const group = &work->groups[i];
		const uint32_t rank = work->tables[cq__work_place(work, group->model)].rank;
		const bool backwards = group->write == CQ__WRITE_DELETE || group->write == CQ__WRITE_UNLINK;
		group->rank = (uint64_t)group->write << 56 | (uint64_t)(backwards ? work->tables_count - rank : rank) << 32 | i;
	}
}

static int by_number(const void *a, const void *b)
{
	const uint32_t *const one = a, *const other = b;
	return *one < *other ? -1 : *one > *other;
}

/* In the order in which the objects came into the session: so are the keys that the database makes. */
static void sort_batch(uint32_t *items, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++) {
		if (items[i - 1] > items[i]) {
			qsort(items, count, sizeof *items, by_number);
			return;
		}
	}
}

static cq_status take_batch(group_heap *heap)
{
	cq__work *const work = heap->work;
	CQ_TRY(CQ__WORK_ROOM(work, batches));
	const uint32_t group = pop_group(heap), first = work->order_count;
	uint32_t item = work->groups[group].ready;
	work->groups[group].ready = 0;
	for (; item != 0; item = work->items[item - 1].next)
		work->order[work->order_count++] = item - 1;
	sort_batch(work->order + first, work->order_count - first);
	work->batches[work->batches_count++] = (cq__work_batch){ group, first, work->order_count - first };
	/* What waited for one of the batch may be of its group; it comes behind it. */
	for (uint32_t i = first; i < work->order_count; i++)
		for (uint32_t at = work->items[work->order[i]].edges; at != 0; at = work->edges[at - 1].next) {
			const cq__edge *const edge = &work->edges[at - 1];
			if (!edge->broken && --work->items[edge->to].waits == 0)
				push_ready(heap, edge->to);
		}
	return CQ_OK;
}

static int by_rank(const void *a, const void *b)
{
	const cq__group *const *const one = a, *const *const other = b;
	return (*one)->rank < (*other)->rank ? -1 : (*one)->rank > (*other)->rank;
}

/* Where no item waits for another each group is one batch. */
static cq_status order_groups(cq__work *work)
{
	cq__group **const groups = cq__work_memory(work, work->groups_count * sizeof *groups);
	uint32_t *const ends = cq__work_memory(work, work->groups_count * sizeof *ends);
	if (groups == NULL || ends == NULL)
		return CQ_NO_MEMORY;
	for (uint32_t i = 0; i < work->groups_count; i++)
		groups[i] = &work->groups[i];
	for (uint32_t i = 0; i < work->items_count; i++)
		work->groups[work->items[i].group].ready++;
	qsort(groups, work->groups_count, sizeof *groups, by_rank);
	for (uint32_t i = 0; i < work->groups_count; i++) {
		const uint32_t group = (uint32_t)(groups[i] - work->groups), count = groups[i]->ready;
		if (count == 0)
			continue;
		CQ_TRY(CQ__WORK_ROOM(work, batches));
		work->batches[work->batches_count++] = (cq__work_batch){ group, work->order_count, count };
		ends[group] = work->order_count;
		work->order_count += count;
	}
	for (uint32_t i = 0; i < work->items_count; i++)
		work->order[ends[work->items[i].group]++] = i;
	return CQ_OK;
}

cq_status cq__order_batches(cq__work *work)
{
	group_heap heap = { .work = work, .groups = cq__work_memory(work, work->groups_count * sizeof *heap.groups) };
	work->order = cq__work_room(work, work->items_count * sizeof *work->order);
	if (heap.groups == NULL || work->order == NULL)
		return CQ_NO_MEMORY;
	rank_groups(work);
	if (work->edges_count == 0)
		return order_groups(work);
	for (uint32_t i = 0; i < work->items_count; i++)
		if (work->items[i].waits == 0)
			push_ready(&heap, i);
	while (heap.count != 0)
		CQ_TRY(take_batch(&heap));
	return work->order_count == work->items_count ? CQ_OK
		: cq__session_fail(work->session, CQ_MISUSE, "cq_flush: %u rows wait for each other", work->items_count - work->order_count);
}

/* Whether an UPDATE sets what a foreign key of these tables refers to: rows of other tables may wait for the value. */
static bool referred_changes(const cq__work *work)
{
	for (uint32_t i = 0; i < work->groups_count; i++) {
		const cq__group *const group = &work->groups[i];
		if (group->write != CQ__WRITE_UPDATE)
			continue;
		const uint32_t place = cq__work_place(work, group->model);
		for (uint32_t t = 0; t < work->tables_count; t++)
			for (uint32_t k = 0; k < work->tables[t].foreign_count; k++)
				if (work->tables[t].foreigns[k].target == place && any_in(group->columns, work->tables[t].foreigns[k].far))
					return true;
	}
	return false;
}

cq_status cq__order(cq__work *work)
{
	bool passed_on;
	CQ_TRY(cq__order_tables(work));
	CQ_TRY(cq__unique_edges(work, &passed_on));
	CQ_TRY(cq__order_foreigns(work, passed_on || referred_changes(work)));
	if (work->edges_count != 0)
		CQ_TRY(cq__order_break_cycles(work));
	return cq__order_batches(work);
}
