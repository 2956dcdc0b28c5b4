/* driver/postgres/decode_plan.c: whether a result's columns are those that a plan wants, where they stand, and how each
 * becomes its member.
 *
 * It knows nothing of values. Asked once for each result; most find that all is as it was.
 */
#include "driver/postgres/decode_parts.h"

#include "base/alloc.h"
#include "base/text.h"

void cq__pg_decoder_release(cq__pg_decoder *decoder)
{
	cq__free(decoder->steps);
	cq__free(decoder->keys);
	cq__free(decoder->types);
	*decoder = (cq__pg_decoder){ 0 };
}

static const char *plan_name(const cq__decode_plan *plan)
{
	return plan->name != NULL ? plan->name : "the row";
}

static bool names_fit(const cq__pg_decoder *decoder, const PGresult *result)
{
	for (uint32_t i = 0; i < decoder->column_count; i++) {
		const char *const there = PQfname(result, decoder->steps[i].column);
		if (there == NULL || !cq__text_equal_ascii(there, decoder->steps[i].entry->name))
			return false;
	}
	return true;
}

static inline bool fits(const cq__pg_decoder *decoder, const PGresult *result, const cq__decode_plan *plan)
{
	/* The server would rather fail than give a prepared statement's columns other names or types. */
	if (__builtin_expect((decoder->settled != NULL) & (decoder->settled == plan), 1))
		return true;
	if (decoder->plan != plan || decoder->columns != plan->columns || decoder->column_count != plan->column_count ||
		decoder->object_count != plan->object_count || decoder->result_columns != (uint32_t)PQnfields(result))
		return false;
	for (uint32_t i = 0; i < decoder->result_columns; i++)
		if (decoder->types[i] != PQftype(result, (int)i))
			return false;
	return !plan->by_name || names_fit(decoder, result);
}

static cq_status find_column(const PGresult *result, const cq__decode_plan *plan, const cq__decode *entry, cq__error *error,
	int *out)
{
	const int count = PQnfields(result);
	for (int i = 0; entry->name != NULL && i < count; i++) {
		const char *const there = PQfname(result, i);
		if (there != NULL && cq__text_equal_ascii(there, entry->name)) {
			*out = i;
			return CQ_OK;
		}
	}
	return cq__error_set(error, CQ_WRONG_TYPE, "the result has no column called %s, which %s has",
		entry->name != NULL ? entry->name : "\"\"", plan_name(plan));
}

static cq_status check_count(const PGresult *result, const cq__decode_plan *plan, cq__error *error)
{
	const uint32_t there = (uint32_t)PQnfields(result);
	if (plan->result_columns != 0 && there != plan->result_columns)
		return cq__error_set(error, CQ_WRONG_TYPE, "the result has %u columns where %s has %u", (unsigned)there,
			plan_name(plan), (unsigned)plan->result_columns);
	for (uint32_t i = 0; i < plan->column_count && !plan->by_name; i++)
		if (plan->columns[i].column >= there)
			return cq__error_set(error, CQ_WRONG_TYPE, "the result has %u columns, and %s reads number %u",
				(unsigned)there, plan_name(plan), (unsigned)plan->columns[i].column + 1);
	return CQ_OK;
}

static cq_status make_step(cq__pg_step *step, const PGresult *result, const cq__decode_plan *plan, const cq__decode *entry,
	cq__error *error)
{
	int column = (int)entry->column;
	if (plan->by_name)
		CQ_TRY(find_column(result, plan, entry, error, &column));
	*step = (cq__pg_step){ .entry = entry, .column = column, .offset = entry->offset, .object = entry->object, .type = PQftype(result, column) };
	step->convert = cq__pg_find_convert(entry, step->type, &step->pace);
	if (entry->nullable && step->pace != CQ__PG_PACE_CONVERT && step->pace != CQ__PG_PACE_TEXT)
		step->pace |= CQ__PG_PACE_OPTIONAL;
	/* NULL without a type is a text: only a value tells. */
	if (step->convert != cq__pg_convert_nothing || step->type == CQ__OID_TEXT || step->type == CQ__OID_UNKNOWN)
		return CQ_OK;
	return cq__error_set(error, CQ_WRONG_TYPE, "%s%s%s: the result's column \"%s\" has PostgreSQL's type %u, which is not read as %s",
		plan_name(plan), entry->name != NULL ? "." : "", entry->name != NULL ? entry->name : "", PQfname(result, column),
		(unsigned)step->type, cq_type_name((cq_type)entry->type));
}

static cq_status make_room(cq__pg_decoder *decoder, uint32_t columns, const cq__decode_plan *plan)
{
	decoder->plan = NULL;
	cq__pg_step *const steps = cq__realloc_array(decoder->steps, plan->column_count, sizeof *steps);
	if (steps == NULL)
		return CQ_NO_MEMORY;
	decoder->steps = steps;
	uint32_t *const keys = cq__realloc_array(decoder->keys, plan->object_count, sizeof *keys);
	if (keys == NULL)
		return CQ_NO_MEMORY;
	decoder->keys = keys;
	Oid *const types = cq__realloc_array(decoder->types, columns, sizeof *types);
	if (types == NULL)
		return CQ_NO_MEMORY;
	decoder->types = types;
	return CQ_OK;
}

static cq_status make(cq__pg_decoder *decoder, const PGresult *result, const cq__decode_plan *plan, cq__error *error)
{
	const uint32_t columns = (uint32_t)PQnfields(result);
	CQ_TRY(check_count(result, plan, error));
	if (make_room(decoder, columns, plan) != CQ_OK)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	for (uint32_t i = 0; i < columns; i++)
		decoder->types[i] = PQftype(result, (int)i);
	for (uint32_t i = 0; i < plan->column_count; i++)
		CQ_TRY(make_step(&decoder->steps[i], result, plan, &plan->columns[i], error));
	decoder->first_own = NULL;
	for (uint32_t i = plan->column_count; i-- > 0;)
		if (decoder->steps[i].object == 0)
			decoder->first_own = &decoder->steps[i];
	/* A key is known by its place, and that is not known where columns go by name. */
	for (uint32_t i = 0; i < plan->object_count; i++)
		decoder->keys[i] = plan->objects[i].has_key && !plan->by_name && plan->objects[i].key_first < columns
			? plan->objects[i].key_first : UINT32_MAX;
	decoder->plain = plan->complete && plan->object_count == 0 && plan->column_count != 0 && plan->column_count == columns;
	for (uint32_t i = 0; i < plan->column_count; i++)
		decoder->plain = decoder->plain && decoder->steps[i].object == 0 && decoder->steps[i].pace != CQ__PG_PACE_CONVERT;
	decoder->plan = plan;
	decoder->columns = plan->columns;
	decoder->column_count = plan->column_count;
	decoder->object_count = plan->object_count;
	decoder->result_columns = columns;
	return CQ_OK;
}

cq_status cq__pg_decoder_fit(cq__pg_decoder *decoder, const PGresult *result, const cq__decode_plan *plan,
	cq__error *error)
{
	if (__builtin_expect(fits(decoder, result, plan), 1))
		return CQ_OK;
	decoder->settled = NULL;
	CQ_TRY(make(decoder, result, plan, error));
	decoder->settled = decoder->of_prepared ? plan : NULL;
	return CQ_OK;
}
