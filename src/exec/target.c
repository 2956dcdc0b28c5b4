/* exec/target.c: decode plans: which column of a result becomes which member of what the program asked for.
 * It knows nothing of how values are read. run.c, operation.c and stream.c ask for plans; drivers follow them.
 */
#include "exec/target.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "meta/type_registry.h"
#include "query/checker.h"
#include "sql/dialect.h"

#include <cquel/rules.h>

typedef struct plan_maker {
	const cq__compiled *compiled;
	cq__error *error;
	const char *name;          /* of the target */
	cq__decode *columns;
	cq__decode_object *objects;
	uint32_t column_count;
	uint32_t object_count;
} plan_maker;

/* What a value goes to. */
typedef struct value_place {
	const char *name;
	const cq_enum *labels;
	const cq_row_type *rows;
	uint32_t offset;
	uint8_t type;
	uint8_t nullable;
	uint8_t scale;
	bool scaled;               /* `scale` is the place's own; else the item's counts */
} value_place;

#define BROKEN(planner, rule_id, ...) broken_rule((planner)->error, rule_id, __VA_ARGS__)

__attribute__((format(printf, 3, 4))) static cq_status broken_rule(cq__error *error, const char *rule,
	const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	cq__error_set_list(error, CQ_RULE, format, arguments);
	va_end(arguments);
	cq__error_set_rule(error, rule);
	return CQ_RULE;
}

static const char *item_text(const cq__item *item)
{
	return item->column != NULL ? item->column->name : *item->name != '\0' ? item->name : "an expression";
}

/* One value of the result into one member. */
static cq_status plan_value(plan_maker *planner, const cq__item *item, const value_place *place)
{
	if (item->nullable != 0 && !place->nullable)
		return BROKEN(planner, item->nullable & CQ__NULLABLE_OUTER ? "field-null-outer" : "field-null", "%s%s%s: %s: %s",
			planner->name, *place->name != '\0' ? "." : "", place->name, item_text(item),
			item->nullable & CQ__NULLABLE_OUTER ? CQ_SAY_FIELD_NULL_OUTER : CQ_SAY_FIELD_NULL);
	planner->columns[planner->column_count++] = (cq__decode){
		.column = item->first,
		.offset = place->offset,
		.type = place->type,
		.nullable = place->nullable,
		.storage = item->storage,
		.scale = place->scaled ? place->scale : item->scale,
		.labels = place->labels != NULL ? place->labels : item->labels,
		.rows = place->rows,
		.name = place->name,
	};
	return CQ_OK;
}

/* The columns of a table into the members of its object. `first` is its first column in the result. */
static void plan_object_columns(plan_maker *planner, const cq_table *table, uint32_t first, uint16_t object)
{
	const cq_column *const columns = cq_table_columns(table);
	for (uint32_t i = 0; i < table->column_count; i++)
		planner->columns[planner->column_count++] = (cq__decode){
			.column = first + i,
			.offset = table->offsets[i],
			.type = columns[i].type,
			.nullable = (columns[i].flags & CQ_COLUMN_NULLABLE) != 0,
			.storage = (uint8_t)cq__sql_storage(&columns[i]),
			.scale = cq__column_scale(&columns[i]),
			.object = object,
			.labels = cq__column_enum(&columns[i]),
			.name = columns[i].name,
		};
}

/* Whether two tables, or aliases of tables, have the same object. */
static bool same_object(const cq_table *a, const cq_table *b)
{
	return cq__same_table(cq__table_base(a), cq__table_base(b)) && a->object_size == b->object_size;
}

/* An object that a row points to. */
static cq_status plan_member_object(plan_maker *planner, const cq__item *item, const cq_row_field *field)
{
	const cq_table *const table = *(const cq_table *const *)field->detail;
	if (item->object == NULL || !same_object(item->object, table))
		return BROKEN(planner, "field-type", "%s.%s: %s is not a whole row of %s: %s", planner->name, field->name,
			item->object != NULL ? item->object->name : item_text(item), table->name, CQ_SAY_FIELD_TYPE);
	if (item->nullable != 0 && !field->nullable)
		return BROKEN(planner, "field-null-outer", "%s.%s: %s: %s", planner->name, field->name, item->object->name,
			CQ_SAY_FIELD_NULL_OUTER);
	cq__decode_object *const object = &planner->objects[planner->object_count++];
	*object = (cq__decode_object){
		.offset = field->offset,
		.size = table->object_size,
		.first = planner->column_count,
		.last = planner->column_count + table->column_count,
		.nullable = item->nullable != 0,
	};
	const cq_column *const key = cq__primary_key_next(item->object, NULL);
	if (key != NULL) {
		object->has_key = 1;
		object->key_first = item->first + cq_column_index(key);
	}
	plan_object_columns(planner, table, item->first, (uint16_t)planner->object_count);
	return CQ_OK;
}

static cq_status plan_row(plan_maker *planner, const cq_row_type *row)
{
	const cq__compiled *const compiled = planner->compiled;
	/* cq__check_row has compared the counts. */
	if (!compiled->raw && compiled->item_count != row->count)
		return cq__error_set(planner->error, CQ_MISUSE, NULL);
	for (uint32_t i = 0; i < row->count; i++) {
		const cq_row_field *const field = &row->fields[i];
		const value_place place = {
			.name = field->name,
			.labels = field->type == CQ_TYPE_ENUM ? field->detail : NULL,
			.rows = field->type == CQ_TYPE_LIST ? field->detail : NULL,
			.offset = field->offset,
			.type = field->type,
			.nullable = field->nullable,
			.scale = (uint8_t)field->scale,
			.scaled = field->type == CQ_TYPE_DECIMAL,
		};
		/* A raw statement's columns are only known by name when it runs. */
		const cq__item unknown = { .name = field->name, .first = i };
		const cq__item *const item = compiled->raw ? &unknown : &compiled->items[i];
		cq_status status;
		if (field->type != CQ_TYPE_OBJECT)
			status = plan_value(planner, item, &place);
		else if (compiled->raw)
			status = cq__error_set(planner->error, CQ_MISUSE, "%s.%s: RAW_SQL gives values by name, not whole objects",
				row->name, field->name);
		else
			status = plan_member_object(planner, item, field);
		if (status != CQ_OK)
			return status;
	}
	return CQ_OK;
}

static cq_status plan_object(plan_maker *planner, const cq_table *table)
{
	const cq__compiled *const compiled = planner->compiled;
	const cq__item *const item = compiled->items;
	if (!compiled->raw) {
		if (compiled->item_count != 1 || item->object == NULL || !same_object(item->object, table))
			return BROKEN(planner, "object-type", "%s: %s", table->name, CQ_SAY_OBJECT_TYPE);
		if (item->nullable != 0)
			return BROKEN(planner, "object-null-outer", "%s: %s", item->object->name, CQ_SAY_OBJECT_NULL_OUTER);
	}
	plan_object_columns(planner, table, compiled->raw ? 0 : item->first, 0);
	if (compiled->raw)
		for (uint32_t i = 0; i < table->column_count; i++)
			planner->columns[i].name = cq__column_sql_name(&cq_table_columns(table)[i]);
	return CQ_OK;
}

/* What a scalar's C type holds of this item: an int32_t also an ENUM's number, a text also JSON. */
static uint8_t scalar_type(const cq__compiled *compiled, const cq_target *target)
{
	const uint8_t type = (uint8_t)target->type;
	if (compiled->item_count != 1)
		return type;
	const uint8_t item = compiled->items[0].type;
	const bool serves = (type == CQ_TYPE_INTEGER && item == CQ_TYPE_ENUM) || (type == CQ_TYPE_TEXT && item == CQ_TYPE_JSON);
	return serves ? item : type;
}

static cq_status plan_scalar(plan_maker *planner, const cq_target *target)
{
	const cq__compiled *const compiled = planner->compiled;
	const value_place place = {
		.name = "",
		.labels = target->type == CQ_TYPE_ENUM ? target->descriptor : NULL,
		.type = scalar_type(compiled, target),
		.nullable = target->nullable != 0,
	};
	const cq__item unknown = { .name = "" };
	if (!compiled->raw && compiled->items->nullable != 0 && !target->nullable)
		return BROKEN(planner, "scalar-null", "%s: %s", item_text(compiled->items), CQ_SAY_SCALAR_NULL);
	return plan_value(planner, compiled->raw ? &unknown : compiled->items, &place);
}

/* The members behind the columns that an insert returns. */
static void plan_members(plan_maker *planner, const cq_table *table)
{
	for (uint32_t i = 0; i < planner->compiled->item_count; i++) {
		const cq__item *const item = &planner->compiled->items[i];
		planner->columns[planner->column_count++] = (cq__decode){
			.column = item->first,
			.offset = table->offsets[cq_column_index(item->column)],
			.type = item->type,
			.nullable = (item->column->flags & CQ_COLUMN_NULLABLE) != 0,
			.storage = item->storage,
			.scale = item->scale,
			.labels = item->labels,
			.name = item->column->name,
		};
	}
}

/* What a target needs room for; CQ_MISUSE when it is none. */
static cq_status measure(const cq_target *target, cq__error *error, uint32_t *columns, uint32_t *objects)
{
	uint32_t size = 0;
	*columns = 1;
	*objects = 0;
	if (target->kind == CQ_TARGET_ROW && target->descriptor != NULL) {
		const cq_row_type *const row = target->descriptor;
		*columns = row->count;
		for (uint32_t i = 0; i < row->count; i++)
			if (row->fields[i].type == CQ_TYPE_OBJECT) {
				*columns += (*(const cq_table *const *)row->fields[i].detail)->column_count;
				++*objects;
			}
		size = row->size;
	} else if ((target->kind == CQ_TARGET_OBJECT || target->kind == CQ__TARGET_MEMBERS) && target->descriptor != NULL) {
		*columns = ((const cq_table *)target->descriptor)->column_count;
		size = ((const cq_table *)target->descriptor)->object_size;
	} else if (target->kind == CQ_TARGET_SCALAR) {
		const cq__type_information *const type = cq__type_info((cq_type)target->type);
		size = target->nullable && !type->pointer_null ? type->nullable_size : type->size;
	}
	if (size == 0 || size != target->size)
		return cq__error_set(error, CQ_MISUSE, "the target of the result is %u bytes, and what describes it says %u",
			target->size, size);
	return CQ_OK;
}

/* The rules that need the whole program. */
static cq_status check_target(const cq__compiled *compiled, const cq_target *target, cq__error *error)
{
	if (compiled->raw || (target->kind != CQ_TARGET_ROW && target->kind != CQ_TARGET_SCALAR))
		return CQ_OK;
	cq__tree tree = { 0 };
	cq__typing typing = { 0 };
	cq_status status = cq__tree_init(&tree, compiled->nodes + compiled->key_prefix, compiled->node_count - compiled->key_prefix);
	if (status == CQ_OK)
		status = cq__typing_init(&typing, &tree, tree.value_count);
	if (status != CQ_OK)
		cq__error_set(error, status, NULL);
	else if (target->kind == CQ_TARGET_ROW)
		status = cq__check_row(&tree, &typing, target->descriptor, error);
	else
		status = cq__check_scalar(&tree, &typing, (cq_type)scalar_type(compiled, target), error);
	cq__typing_release(&typing);
	cq__tree_release(&tree);
	return status;
}

static cq_status plan_target(plan_maker *planner, const cq_target *target)
{
	switch (target->kind) {
	case CQ_TARGET_ROW:
		planner->name = ((const cq_row_type *)target->descriptor)->name;
		return plan_row(planner, target->descriptor);
	case CQ_TARGET_OBJECT:
		planner->name = ((const cq_table *)target->descriptor)->object;
		return plan_object(planner, target->descriptor);
	case CQ__TARGET_MEMBERS:
		planner->name = ((const cq_table *)target->descriptor)->object;
		plan_members(planner, target->descriptor);
		return CQ_OK;
	default:
		planner->name = "the result";
		return plan_scalar(planner, target);
	}
}

cq_status cq__plan_make(cq__cache *cache, cq__compiled *compiled, const cq_target *target, cq__error *error,
	const cq__decode_plan **out)
{
	uint32_t columns, objects;
	cq_status status = measure(target, error, &columns, &objects);
	if (status != CQ_OK)
		return status;
	if (!compiled->raw && compiled->item_count == 0)
		return cq__error_set(error, CQ_MISUSE, "the statement gives no rows; run it with cq_execute, or add RETURNING");
	const size_t bytes = sizeof(cq__plan) + columns * sizeof(cq__decode) + objects * sizeof(cq__decode_object);
	cq__plan *const plan = cq__zalloc(bytes);
	if (plan == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	plan_maker planner = { .compiled = compiled, .error = error };
	planner.columns = (cq__decode *)(void *)(plan + 1);
	planner.objects = (cq__decode_object *)(void *)(planner.columns + columns);
	status = check_target(compiled, target, error);
	if (status == CQ_OK)
		status = plan_target(&planner, target);
	if (status != CQ_OK) {
		cq__free(plan);
		return status;
	}
	plan->decode = (cq__decode_plan){
		.row_size = target->size,
		.column_count = planner.column_count,
		.object_count = planner.object_count,
		.result_columns = compiled->raw ? 0 : compiled->result_columns,
		.columns = planner.columns,
		.objects = planner.objects,
		.name = planner.name,
	};
	/* Relations of an object are no columns: they begin as not loaded. */
	plan->decode.complete = target->kind != CQ__TARGET_MEMBERS
		&& (target->kind != CQ_TARGET_OBJECT || cq__table_base(target->descriptor)->relation_count == 0);
	plan->decode.by_name = compiled->raw && target->kind != CQ_TARGET_SCALAR;
	plan->target = *target;
	plan->bytes = bytes;
	plan->next = compiled->plans;
	compiled->plans = plan;
	*out = &plan->decode;
	cq__cache_grow(cache, compiled, bytes);
	return CQ_OK;
}
