/* exec/dry_run.c: the switch of a dry run, and the rows of zeros that it gives a program that insists on one.
 * It knows nothing of how statements are prepared. Programs call the switch, run.c asks for rows.
 */
#include "exec/run.h"

#include "meta/type_registry.h"

#include <cquel/observe.h>

cq_status cq_connection_set_dry_run(cq_connection *db, bool dry_run)
{
	const cq_status status = cq__connection_enter_anywhere(db, "cq_connection_set_dry_run");
	if (status == CQ_OK)
		db->dry_run = dry_run;
	return status;
}

/* A value that the member's type has; everything else is zero already. */
static void blank_member(const cq__decode *column, char *member)
{
	static const cq_bytes empty = { "", 0 };
	static const char *const text = "", *const json = "null";
	const cq__type_information *const type = cq__type_info((cq_type)column->type);
	if (column->nullable)
		return;
	if (column->type == CQ_TYPE_ENUM && column->labels != NULL && column->labels->count != 0)
		memcpy(member, &(int32_t){ (int32_t)column->labels->values[0] }, sizeof(int32_t));
	else if (column->type == CQ_TYPE_BYTES)
		memcpy(member, &empty, sizeof empty);
	else if (type->pointer_null && column->rows == NULL)
		memcpy(member, column->type == CQ_TYPE_JSON ? &json : &text, sizeof text);
}

static bool blank_object(cq__arena *arena, const cq__decode_plan *plan, const cq__decode_object *object, char *row)
{
	char *const made = object->nullable ? NULL : cq__arena_zalloc(arena, object->size);
	memcpy(row + object->offset, &made, sizeof made);
	for (uint32_t i = object->first; made != NULL && i < object->last; i++)
		blank_member(&plan->columns[i], made + plan->columns[i].offset);
	return made != NULL || object->nullable;
}

cq_status cq__blank_row(const cq__decode_plan *plan, void **out, cq__error *error)
{
	cq__arena *const arena = cq__arena_create(plan->row_size > CQ__ARENA_SMALL ? plan->row_size : CQ__ARENA_SMALL);
	char *const row = arena != NULL ? cq__arena_zalloc(arena, plan->row_size) : NULL;
	bool good = row != NULL;
	for (uint32_t i = 0; good && i < plan->object_count; i++)
		good = blank_object(arena, plan, &plan->objects[i], row);
	for (uint32_t i = 0; good && i < plan->column_count; i++)
		if (plan->columns[i].object == 0)
			blank_member(&plan->columns[i], row + plan->columns[i].offset);
	if (!good) {
		cq__arena_destroy(arena);
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	}
	*out = row;
	return CQ_OK;
}

cq_status cq__blank_scalar(const cq_target *target, void *out, cq__error *error)
{
	const cq_enum *const labels = target->descriptor;
	void *copy = NULL;
	if (target->type == CQ_TYPE_ENUM && labels != NULL && labels->count != 0)
		memcpy(out, &(int32_t){ (int32_t)labels->values[0] }, sizeof(int32_t));
	if (!cq__type_info((cq_type)target->type)->pointer_null)
		return CQ_OK;
	const char *const text = target->type == CQ_TYPE_JSON ? "null" : "";
	CQ_TRY(cq__hand_over_bytes(text, strlen(text) + 1, &copy, error));
	if (target->type == CQ_TYPE_BYTES)
		*(cq_bytes *)out = (cq_bytes){ copy, 0 };
	else
		*(const char **)out = copy;
	return CQ_OK;
}
