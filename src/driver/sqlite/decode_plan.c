/* driver/sqlite/decode_plan.c: whether a result's columns are those that a plan wants, and where they stand.
 *
 * It knows nothing of values. Asked once for each result, at its first row.
 */
#include "base/text.h"
#include "driver/sqlite/sqlite.h"

#include <string.h>

static const char *plan_name(const cq__decode_plan *plan)
{
	return plan->name != NULL ? plan->name : "the row";
}

static cq_status find_column(const cq__decoder *decoder, int count, cq__decode *entry)
{
	for (int i = 0; entry->name != NULL && i < count; i++) {
		const char *const there = sqlite3_column_name(decoder->statement, i);
		if (there == NULL)
			return cq__error_set(decoder->error, CQ_NO_MEMORY, NULL);
		if (cq__text_equal_ascii(there, entry->name)) {
			entry->column = (uint32_t)i;
			return CQ_OK;
		}
	}
	return cq__error_set(decoder->error, CQ_WRONG_TYPE, "the result has no column called %s, which %s has",
		entry->name != NULL ? entry->name : "\"\"", plan_name(decoder->plan));
}

/* A copy of the plan with the columns as this result names them. */
static cq_status go_by_name(cq__decoder *decoder, int count, cq__arena **scratch)
{
	const cq__decode_plan *const plan = decoder->plan;
	if (*scratch == NULL)
		*scratch = cq__arena_create(CQ__ARENA_SMALL);
	cq__decode_plan *const copy = *scratch != NULL ? cq__arena_alloc(*scratch, sizeof *copy) : NULL;
	if (copy == NULL)
		return cq__error_set(decoder->error, CQ_NO_MEMORY, NULL);
	*copy = *plan;
	if (plan->column_count != 0) {
		cq__decode *const columns = cq__arena_alloc_array(*scratch, plan->column_count, sizeof *columns);
		if (columns == NULL)
			return cq__error_set(decoder->error, CQ_NO_MEMORY, NULL);
		memcpy(columns, plan->columns, plan->column_count * sizeof *columns);
		for (uint32_t i = 0; i < plan->column_count; i++)
			CQ_TRY(find_column(decoder, count, &columns[i]));
		copy->columns = columns;
	}
	if (plan->object_count != 0) {
		cq__decode_object *const objects = cq__arena_alloc_array(*scratch, plan->object_count, sizeof *objects);
		if (objects == NULL)
			return cq__error_set(decoder->error, CQ_NO_MEMORY, NULL);
		memcpy(objects, plan->objects, plan->object_count * sizeof *objects);
		/* A key is known by its place, and that is not known here: all columns of the object are looked at. */
		for (uint32_t i = 0; i < plan->object_count; i++)
			objects[i].has_key = 0;
		copy->objects = objects;
	}
	decoder->plan = copy;
	return CQ_OK;
}

cq_status cq__sqlite_check_columns(cq__decoder *decoder, cq__arena **scratch)
{
	const int there = sqlite3_column_count(decoder->statement);
	const cq__decode_plan *const plan = decoder->plan;
	if (__builtin_expect((uint32_t)there == plan->result_columns && !plan->by_name, 1))
		return CQ_OK;
	if (plan->result_columns != 0 && (uint32_t)there != plan->result_columns)
		return cq__error_set(decoder->error, CQ_WRONG_TYPE, "the result has %d columns where %s has %u", there,
			plan_name(plan), (unsigned)plan->result_columns);
	if (plan->by_name)
		return go_by_name(decoder, there, scratch);
	for (uint32_t i = 0; i < plan->column_count; i++)
		if (plan->columns[i].column >= (uint32_t)there)
			return cq__error_set(decoder->error, CQ_WRONG_TYPE, "the result has %d columns, and %s reads number %u", there,
				plan_name(plan), (unsigned)plan->columns[i].column + 1);
	return CQ_OK;
}
