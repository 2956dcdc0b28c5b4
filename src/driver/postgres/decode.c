/* driver/postgres/decode.c: rows of a result, straight into the structs that a program reads them from.
 *
 * It knows nothing of statements. What is common is decoded here, value by value; whatever is rarer is decode_form.c's.
 */
#include "driver/postgres/decode_parts.h"

/* One row of a result on its way, or one object of it. */
typedef struct line {
	const cq__pg_decoder *decoder;
	const PGresult *result;
	cq__arena *arena;
	int row;
	char *out;              /* the struct that the columns go to */
	cq__field_place place;  /* for messages */
} line;

/* NULL, a value of a length that its type does not have, or one that takes more than a store. */
__attribute__((noinline)) static cq_status decode_any(const line *it, const cq__pg_step *step)
{
	void *const member = it->out + step->offset;
	const cq__pg_source from = {
		.place = &it->place,
		.entry = step->entry,
		.arena = it->arena,
		.data = PQgetvalue(it->result, it->row, step->column),
		.length = PQgetlength(it->result, it->row, step->column),
		.type = step->type,
	};
	/* Only an empty value may be NULL. */
	if (from.length == 0 && PQgetisnull(it->result, it->row, step->column) != 0)
		return cq__field_set_null(&it->place, step->entry, member);
	return step->convert(&from, member);
}

static inline cq_uuid uuid_at(const char *data)
{
	cq_uuid uuid;
	memcpy(uuid.bytes, data, sizeof uuid.bytes);
	return uuid;
}

/* Infinities, and the few moments that only PostgreSQL has, are decode_form.c's. */
static inline bool is_common_day(const char *data)
{
	const int32_t days = (int32_t)cq__wire_get_32(data);
	return days > INT32_MIN && days < INT32_MAX - CQ__WIRE_EPOCH_DAYS;
}

static inline bool is_common_moment(const char *data)
{
	const int64_t microseconds = (int64_t)cq__wire_get_64(data);
	return microseconds > INT64_MIN && microseconds < INT64_MAX - CQ__WIRE_EPOCH_MICROSECONDS;
}

/* Most texts are short. */
static inline void copy_bytes(char *to, const char *from, size_t length)
{
	if (length - 8 > 24) {
		memcpy(to, from, length);
		return;
	}
	/* The last bytes overlap those before them. */
	memcpy(to, from, 8);
	if (length > 16) {
		memcpy(to + 8, from + 8, 8);
		memcpy(to + length - 16, from + length - 16, 8);
	}
	memcpy(to + length - 8, from + length - 8, 8);
}

static inline const char *copy_text(const line *it, const cq__pg_step *step, const char *data)
{
	const size_t length = (size_t)PQgetlength(it->result, it->row, step->column);
	char *const copy = cq__arena_alloc_text(it->arena, length + 1);
	if (__builtin_expect(copy == NULL, 0))
		return NULL;
	copy_bytes(copy, data, length);
	copy[length] = '\0';
	return copy;
}

/* PACE(name, member, optional, bytes, what they are, whether that holds): the paces of fixed size. */
#define PACES(PACE)                                                                                              \
	PACE(BOOLEAN, bool, cq_opt_bool, 1, data[0] != 0, true)                                                      \
	PACE(SMALLINT, int16_t, cq_opt_int16, 2, (int16_t)cq__wire_get_16(data), true)                               \
	PACE(INTEGER, int32_t, cq_opt_int32, 4, (int32_t)cq__wire_get_32(data), true)                                \
	PACE(BIGINT, int64_t, cq_opt_int64, 8, (int64_t)cq__wire_get_64(data), true)                                 \
	PACE(REAL, float, cq_opt_float, 4, cq__wire_get_float(data), true)                                           \
	PACE(DOUBLE, double, cq_opt_double, 8, cq__wire_get_double(data), true)                                      \
	PACE(DATE, cq_date, cq_opt_date, 4, ((cq_date){ (int32_t)cq__wire_get_32(data) + CQ__WIRE_EPOCH_DAYS }),     \
		is_common_day(data))                                                                                     \
	PACE(TIME, cq_time, cq_opt_time, 8, ((cq_time){ (int64_t)cq__wire_get_64(data) }), true)                     \
	PACE(TIMESTAMP, cq_timestamp, cq_opt_timestamp, 8,                                                           \
		((cq_timestamp){ (int64_t)cq__wire_get_64(data) + CQ__WIRE_EPOCH_MICROSECONDS }), is_common_moment(data)) \
	PACE(UUID, cq_uuid, cq_opt_uuid, 16, uuid_at(data), true)

#define MEMBER(type) (*(type *)(void *)(it->out + step->offset))

#define DECODE(name, type, optional, size, number, ok)                                       \
	case CQ__PG_PACE_##name:                                                                 \
		if (__builtin_expect(PQgetlength(result, row, step->column) == (size) && (ok), 1)) { \
			MEMBER(type) = number;                                                           \
			continue;                                                                        \
		}                                                                                    \
		break;                                                                               \
	case CQ__PG_PACE_##name + CQ__PG_PACE_OPTIONAL:                                          \
		if (__builtin_expect(PQgetlength(result, row, step->column) == (size) && (ok), 1)) { \
			MEMBER(optional).present = true;                                                 \
			MEMBER(optional).value = number;                                                 \
			continue;                                                                        \
		}                                                                                    \
		break;

/* The columns from `step` on, of those that are the row's own or the object's. What is NULL has no length, and is read as an
 * empty text. all: there are no objects. stays: the result outlives the row, and so texts stay where they are (libpq ends each with
 * a NUL). */
__attribute__((always_inline)) static inline cq_status decode_columns(const line *it, const cq__pg_step *step,
	const cq__pg_step *end, const bool all, const bool stays)
{
	const uint16_t object = all ? 0 : step->object;
	const PGresult *const result = it->result;
	const int row = it->row;
	for (; step < end; step++) {
		if (__builtin_expect(!all && step->object != object, 0))
			continue;
		const char *const data = PQgetvalue(result, row, step->column);
		switch (step->pace) {
			PACES(DECODE)
		case CQ__PG_PACE_TEXT:
			if (__builtin_expect(*data != '\0', 1)) {
				const char *const text = stays ? data : copy_text(it, step, data);
				if (__builtin_expect(text == NULL, 0))
					return CQ_NO_MEMORY;
				MEMBER(const char *) = text;
				continue;
			}
			break;
		case CQ__PG_PACE_CONVERT:
			break;
		default:
			__builtin_unreachable();
		}
		/* Where nothing else needs it, it is in memory only here. */
		const line here = *it;
		const cq_status status = decode_any(all ? &here : it, step);
		if (__builtin_expect(status != CQ_OK, 0))
			return status;
	}
	return CQ_OK;
}

static cq_status decode_values(const line *it, const cq__pg_step *step, const cq__pg_step *end)
{
	return decode_columns(it, step, end, false, false);
}

/* ---- objects ----------------------------------------------------------------------------------------------------- */

/* An outer join left it out: its key is NULL, or without a key all of its columns. */
static bool is_absent(const line *it, uint32_t index)
{
	const cq__pg_decoder *const decoder = it->decoder;
	const cq__decode_object *const object = &decoder->plan->objects[index];
	if (decoder->keys[index] != UINT32_MAX)
		return PQgetisnull(it->result, it->row, (int)decoder->keys[index]) != 0;
	for (uint32_t i = object->first; i < object->last; i++)
		if (PQgetisnull(it->result, it->row, decoder->steps[i].column) == 0)
			return false;
	return true;
}

/* One object of the row: made where it is there, and its columns. */
static cq_status decode_object(const line *it, uint32_t index)
{
	const cq__decode_plan *const plan = it->decoder->plan;
	const cq__decode_object *const object = &plan->objects[index];
	void **const place = (void **)(void *)(it->out + object->offset);
	*place = NULL;
	if (is_absent(it, index)) {
		if (object->nullable)
			return CQ_OK;
		return cq__error_set(it->place.error, CQ_NULL_VALUE, "row %lld of %s: object %u is not there, and may not be absent",
			(long long)it->place.row, plan->name != NULL ? plan->name : "the result", (unsigned)index + 1);
	}
	line inner = *it;
	inner.out = cq__arena_zalloc(it->arena, object->size);
	if (inner.out == NULL)
		return CQ_NO_MEMORY;
	CQ_TRY(decode_values(&inner, it->decoder->steps + object->first, it->decoder->steps + object->last));
	*place = inner.out;
	return CQ_OK;
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static inline cq_status decode_line(const line *it)
{
	const cq__pg_decoder *const decoder = it->decoder;
	if (__builtin_expect(!decoder->plan->complete, 0))
		memset(it->out, 0, decoder->plan->row_size);
	if (__builtin_expect(decoder->first_own != NULL, 1)) {
		const cq_status status = decode_values(it, decoder->first_own, decoder->steps + decoder->column_count);
		if (__builtin_expect(status != CQ_OK, 0))
			return status;
	}
	for (uint32_t i = 0; i < decoder->object_count; i++)
		CQ_TRY(decode_object(it, i));
	return CQ_OK;
}

/* So many rows from `first` on, into structs one behind the other. number: what messages call the first. */
static inline cq_status decode_lines(const cq__pg_decoder *decoder, const PGresult *result, int first, int count, int64_t number,
	cq__arena *arena, cq__error *error, void *out)
{
	line it = { .decoder = decoder, .result = result, .arena = arena, .row = first, .out = out,
		.place = { .error = error, .plan = decoder->plan, .row = number } };
	for (const int end = first + count; it.row < end; it.row++, it.place.row++, it.out += decoder->plan->row_size) {
		const cq_status status = decode_line(&it);
		if (__builtin_expect(status != CQ_OK, 0))
			return status == CQ_NO_MEMORY ? cq__error_set(error, CQ_NO_MEMORY, NULL) : status;
	}
	return CQ_OK;
}

cq_status cq__pg_decode_row(const cq__pg_decoder *decoder, const PGresult *result, int row, int64_t number,
	cq__arena *arena, cq__error *error, void *out)
{
	return decode_lines(decoder, result, row, 1, number, arena, error, out);
}

/* ---- the only row -------------------------------------------------------------------------------------------------- */

/* What point selects give: one row of a statement that was seen before, without objects. */
__attribute__((always_inline)) static inline cq_status decode_only(const cq__pg_decoder *decoder, const PGresult *result,
	cq__request *request, const bool stays)
{
	const cq__decode_plan *const plan = request->plan;
	CQ_TRY(cq__items_need_arena(request, plan->row_size));
	request->items = cq__arena_alloc(request->arena, plan->row_size);
	if (__builtin_expect(request->items == NULL, 0))
		return cq__items_no_memory(request);
	const line it = { .decoder = decoder, .result = result, .arena = request->arena, .out = request->items,
		.place = { .error = request->error, .plan = plan, .row = 1 } };
	const cq_status status = decode_columns(&it, decoder->steps, decoder->steps + decoder->column_count, true, stays);
	return __builtin_expect(status == CQ_NO_MEMORY, 0) ? cq__items_no_memory(request) : status;
}

/* ---- requests ---------------------------------------------------------------------------------------------------- */

/* Room for so many more rows at the end of the array; NULL when there is no memory. */
static char *more_items(cq__request *request, size_t count)
{
	size_t wanted;
	/* The first result is mostly all of it; those of single rows come by the thousand. */
	if (__builtin_add_overflow(request->item_count, count, &wanted) ||
		(wanted > request->item_capacity && !cq__items_grow(request, wanted)))
		return NULL;
	return (char *)request->items + request->item_count * request->plan->row_size;
}

/* The rows of the result from the first on that the request wants, into its items. */
static cq_status take_rows(const cq__pg_decoder *decoder, const PGresult *result, cq__request *request, int count)
{
	const bool first_only = request->sink == CQ__SINK_FIRST;
	if (first_only && request->item_count != 0)
		return CQ_OK;
	CQ_TRY(cq__items_need_arena(request, first_only ? decoder->plan->row_size : 0));
	if (first_only) {
		request->items = cq__arena_alloc(request->arena, decoder->plan->row_size);
		if (__builtin_expect(request->items == NULL, 0))
			return cq__items_no_memory(request);
		const cq_status status = decode_lines(decoder, result, 0, 1, request->rows_seen + 1, request->arena, request->error,
			request->items);
		request->item_count += status == CQ_OK;
		return status;
	}
	char *const out = more_items(request, (size_t)count);
	if (__builtin_expect(out == NULL, 0))
		return cq__items_no_memory(request);
	CQ_TRY(decode_lines(decoder, result, 0, count, request->rows_seen + 1, request->arena, request->error, out));
	request->item_count += (size_t)count;
	return CQ_OK;
}

cq_status cq__pg_decode(cq__pg_decoder *decoder, const PGresult *result, cq__request *request)
{
	const int there = PQntuples(result);
	if (there == 0)
		return CQ_OK;
	if (__builtin_expect((there == 1) & (request->sink == CQ__SINK_FIRST) & (request->plan != NULL) & (request->rows_seen == 0) &
			(decoder->settled == request->plan) & decoder->plain, 1)) {
		CQ_TRY(decode_only(decoder, result, request, false));
		request->item_count = 1;
		request->rows_seen = 1;
		return CQ_OK;
	}
	const bool wanted = request->plan != NULL && request->sink != CQ__SINK_NONE;
	const bool reads_only = request->text == NULL || request->text->reads_only;
	const int64_t limit = request->row_limit != 0 ? (int64_t)request->row_limit : INT64_MAX;
	const int64_t left = limit > request->rows_seen ? limit - request->rows_seen : 0;
	const int taken = there < left ? there : (int)left;
	if (!reads_only && request->sink == CQ__SINK_FIRST && limit == 2 && request->rows_seen + there > 1)
		return cq__error_set(request->error, CQ_TOO_MANY_ROWS, NULL);
	if (wanted && taken != 0) {
		CQ_TRY(cq__pg_decoder_fit(decoder, result, request->plan, request->error));
		CQ_TRY(take_rows(decoder, result, request, taken));
	}
	request->rows_seen += reads_only ? taken : there;
	return CQ_OK;
}

/* ---- a row that stays in its result ------------------------------------------------------------------------------ */

static void clear_result(void *result)
{
	PQclear(result);
}

cq_status cq__pg_decode_own(cq__pg_decoder *decoder, PGresult *result, cq__request *request)
{
	const int there = PQntuples(result);
	/* One row, or a second to see that there is one. Of more, most would be kept for nothing. */
	const bool stays = (request->sink == CQ__SINK_FIRST) & ((unsigned)there - 1 < 2) & (decoder->settled == request->plan) &
		decoder->plain & (request->arena == NULL);
	const cq_status status = __builtin_expect(stays, 1) ? decode_only(decoder, result, request, true) :
		cq__pg_decode(decoder, result, request);
	if (__builtin_expect(!stays || status != CQ_OK, 0)) {
		PQclear(result);
		return status;
	}
	cq__arena_hold(request->arena, clear_result, result);
	request->item_count = 1;
	request->rows_seen = request->row_limit == 1 ? 1 : there;
	return CQ_OK;
}
