/* session/associate.c: rows of association tables that a flush adds and takes away.
 * It knows nothing of members or of how statements are sent. collect.c and write.c call it.
 */
#include "session/work.h"

#include "session/link.h"

cq_status cq__associate_collect(cq__work *work)
{
	for (const cq__association *each = work->session->associations; each != NULL; each = each->next) {
		uint32_t item;
		if (!cq__association_due(each))
			continue;
		CQ_TRY(cq__work_add(work, each->added ? CQ__WRITE_LINK : CQ__WRITE_UNLINK, NULL, each->relation->through, &item));
		work->items[item].association = each;
		if ((work->items[item].row = cq__work_memory(work, each->relation->through->table->object_size)) == NULL)
			return CQ_NO_MEMORY;
		work->items[item].old = work->items[item].row;
	}
	return CQ_OK;
}

/* What a row is told apart by: of an entry that is written in this flush the row that it is to be, or was while an association
 * is taken away. */
static const void *row_of(const cq__work *work, const cq__entry *entry, bool added)
{
	const cq__work_item *const item = cq__work_item_of(work, entry);
	if (item != NULL)
		return added || item->old == NULL ? item->row : item->old;
	return entry->snapshot != NULL ? entry->snapshot : entry->object;
}

cq_status cq__associate_fill(cq__work *work, cq__work_item *item)
{
	const cq__association *const association = item->association;
	const cq__relation *const relation = association->relation;
	CQ_TRY(cq__work_copy_key(work, association->near->model, &relation->near, row_of(work, association->near, association->added),
		item->model, &relation->through_near, item->row));
	return cq__work_copy_key(work, association->far->model, &relation->far, row_of(work, association->far, association->added),
		item->model, &relation->through_far, item->row);
}

uint32_t cq__associate_columns(const cq__relation *relation, uint32_t *members)
{
	const cq__columns *const sides[] = { &relation->through_near, &relation->through_far };
	uint32_t count = 0;
	for (uint32_t side = 0; side < 2; side++) {
		for (uint32_t i = 0; i < sides[side]->count; i++) {
			uint32_t at = 0;
			while (at < count && members[at] != sides[side]->indexes[i])
				at++;
			if (at == count)
				members[count++] = sides[side]->indexes[i];
		}
	}
	return count;
}
