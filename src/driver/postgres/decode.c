/* driver/postgres/decode.c: rows of a result, straight into the structs that a program reads them from.
 *
 * It knows nothing of statements. Rows are decoded some dozens at a time, a column of them after the other, so that what a
 * column needs is decided once for all of them; whatever is rarer is decode_form.c's.
 */
#include "driver/postgres/decode_parts.h"

/* Rows [first, first + count) of a result on their way, or one object of a row. */
typedef struct block {
	const cq__pg_decoder *decoder;
	const PGresult *result;
	cq__arena *arena;
	cq__field_place *place; /* its error is NULL while nobody wants to know */
	int64_t number;         /* what messages call the first row, from 1 */
	int first;
	int count;
	char *out;              /* the structs that the columns go to, one each `stride` bytes */
	size_t stride;
} block;

/* NULL, a value of a length that its type does not have, or one that takes more than a store. */
__attribute__((noinline)) static cq_status decode_any(const block *rows, const cq__pg_step *step, int i)
{
	const int row = rows->first + i;
	void *const member = rows->out + (size_t)i * rows->stride + step->offset;
	rows->place->row = rows->number + i;
	const cq__pg_source from = {
		.place = rows->place,
		.entry = step->entry,
		.arena = rows->arena,
		.data = PQgetvalue(rows->result, row, step->column),
		.length = PQgetlength(rows->result, row, step->column),
		.type = step->type,
	};
	/* Only an empty value may be NULL. */
	if (from.length == 0 && PQgetisnull(rows->result, row, step->column) != 0)
		return cq__field_set_null(rows->place, step->entry, member);
	return step->convert(&from, member);
}

/* Whether a value is there and has `size` bytes. Asking libpq costs as much as fetching the value did; mostly the place of
 * the value behind it tells. libpq puts values one behind the other in its blocks of memory, each with a NUL and rounded up to
 * a multiple of eight (pqResultAlloc), and NULL within the PGresult itself: so where a value is outside of that, and the next one
 * just where it is behind one of this size, it is not NULL and has all its bytes. Where libpq does otherwise, nothing but time
 * is lost. */
static inline bool has_size(const block *rows, const cq__pg_step *step, int i, const char *data, const char *next, int size)
{
	enum { WITHIN = 1024 }; /* a PGresult has some 200 bytes */
	const uintptr_t room = ((uintptr_t)size + 8) & ~(uintptr_t)7;
	return __builtin_expect((uintptr_t)next - (uintptr_t)data == room + step->gap &&
			(uintptr_t)data - (uintptr_t)rows->result >= WITHIN, 1) ||
		PQgetlength(rows->result, rows->first + i, step->column) == size;
}

#define EACH(size, ok, store)                                                              \
	for (int i = 0; i < count; i++, to += stride) {                                        \
		const char *const data = places[i];                                                \
		if (__builtin_expect(has_size(rows, step, i, data, nexts[i], size) && (ok), 1)) { \
			store;                                                                         \
			continue;                                                                      \
		}                                                                                  \
		const cq_status status = decode_any(rows, step, i);                                \
		if (__builtin_expect(status != CQ_OK, 0))                                          \
			return status;                                                                 \
	}

/* A column whose values are `size` bytes each: `number` of the bytes at `data`, unless `ok` does not hold of it. */
#define FIXED(type, optional, size, number, ok)                                            \
	do {                                                                                   \
		if (step->nullable)                                                                \
			EACH(size, ok, ((optional *)(void *)to)->present = true; ((optional *)(void *)to)->value = number) \
		else                                                                               \
			EACH(size, ok, *(type *)(void *)to = number)                                   \
		return CQ_OK;                                                                      \
	} while (0)

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
static inline void copy_text(char *to, const char *from, size_t length)
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

static cq_status decode_texts(const block *rows, const cq__pg_step *step, const char *const *places)
{
	const PGresult *const result = rows->result;
	const int column = step->column, count = rows->count, first = rows->first;
	const size_t stride = rows->stride;
	char *to = rows->out + step->offset;
	for (int i = 0; i < count; i++, to += stride) {
		const size_t length = (size_t)PQgetlength(result, first + i, column);
		if (__builtin_expect(length == 0, 0)) {
			CQ_TRY(decode_any(rows, step, i));
			continue;
		}
		char *const copy = cq__arena_alloc_text(rows->arena, length + 1);
		if (__builtin_expect(copy == NULL, 0))
			return CQ_NO_MEMORY;
		copy_text(copy, places[i], length);
		copy[length] = '\0';
		*(const char **)(void *)to = copy;
	}
	return CQ_OK;
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

#define COLUMN_OF(name, type, optional, size, number, ok) \
	case CQ__PG_PACE_##name:                              \
		FIXED(type, optional, size, number, ok);

/* One column of the rows. */
static cq_status decode_column(const block *rows, const cq__pg_step *step)
{
	const char *const *const places = rows->decoder->places + (size_t)(step - rows->decoder->steps) * CQ__PG_BLOCK;
	const char *const *const nexts = rows->decoder->places + step->next;
	const int count = rows->count;
	const size_t stride = rows->stride;
	char *to = rows->out + step->offset;
	switch ((cq__pg_pace)step->pace) {
		PACES(COLUMN_OF)
	case CQ__PG_PACE_TEXT:
		return decode_texts(rows, step, places);
	case CQ__PG_PACE_CONVERT:
		break;
	}
	for (int i = 0; i < count; i++)
		CQ_TRY(decode_any(rows, step, i));
	return CQ_OK;
}

#define VALUE_OF(name, type, optional, size, number, ok)                            \
	case CQ__PG_PACE_##name:                                                        \
		if (__builtin_expect(has_size(rows, step, 0, data, places[step->next], size) && (ok), 1)) { \
			if (step->nullable) {                                                   \
				((optional *)(void *)to)->present = true;                           \
				((optional *)(void *)to)->value = number;                           \
			} else {                                                                \
				*(type *)(void *)to = number;                                       \
			}                                                                       \
			continue;                                                               \
		}                                                                           \
		break;

/* Some columns of the first of the rows, or of an object in it: where there are few, what many share is not worth its while.
 * `at`: which of those in the decoder's places the row is. */
static cq_status decode_values(const block *rows, int at, const cq__pg_step *step, const cq__pg_step *end)
{
	const char *const *const places = rows->decoder->places + at;
	const char *const *place = places + (size_t)(step - rows->decoder->steps) * CQ__PG_BLOCK;
	const uint16_t object = step->object;
	for (; step < end; step++, place += CQ__PG_BLOCK) {
		const char *const data = *place;
		char *const to = rows->out + step->offset;
		if (step->object != object)
			continue;
		switch ((cq__pg_pace)step->pace) {
			PACES(VALUE_OF)
		case CQ__PG_PACE_TEXT: {
			const size_t length = (size_t)PQgetlength(rows->result, rows->first, step->column);
			char *const copy = length != 0 ? cq__arena_alloc_text(rows->arena, length + 1) : NULL;
			if (__builtin_expect(copy == NULL, 0)) {
				if (length != 0)
					return CQ_NO_MEMORY;
				break;
			}
			copy_text(copy, data, length);
			copy[length] = '\0';
			*(const char **)(void *)to = copy;
			continue;
		}
		case CQ__PG_PACE_CONVERT:
			break;
		}
		const cq_status status = decode_any(rows, step, 0);
		if (__builtin_expect(status != CQ_OK, 0))
			return status;
	}
	return CQ_OK;
}

/* ---- objects ----------------------------------------------------------------------------------------------------- */

/* An outer join left it out: its key is NULL, or without a key all of its columns. */
static bool is_absent(const block *rows, uint32_t index, int i)
{
	const cq__pg_decoder *const decoder = rows->decoder;
	const cq__decode_object *const object = &decoder->plan->objects[index];
	const int row = rows->first + i;
	if (decoder->keys[index] != UINT32_MAX)
		return PQgetisnull(rows->result, row, (int)decoder->keys[index]) != 0;
	for (uint32_t j = object->first; j < object->last; j++)
		if (PQgetisnull(rows->result, row, decoder->steps[j].column) == 0)
			return false;
	return true;
}

/* One object of one row: made where it is there, and its columns. */
static cq_status decode_object(const block *rows, uint32_t index, int i)
{
	const cq__decode_plan *const plan = rows->decoder->plan;
	const cq__decode_object *const object = &plan->objects[index];
	void **const place = (void **)(void *)(rows->out + (size_t)i * rows->stride + object->offset);
	*place = NULL;
	if (is_absent(rows, index, i)) {
		if (object->nullable)
			return CQ_OK;
		return cq__error_set(rows->place->error, CQ_NULL_VALUE, "row %lld of %s: object %u is not there, and may not be absent",
			(long long)(rows->number + i), plan->name != NULL ? plan->name : "the result", (unsigned)index + 1);
	}
	block inner = *rows;
	inner.number += i;
	inner.first += i;
	inner.out = cq__arena_zalloc(rows->arena, object->size);
	if (inner.out == NULL)
		return CQ_NO_MEMORY;
	CQ_TRY(decode_values(&inner, i, rows->decoder->steps + object->first, rows->decoder->steps + object->last));
	*place = inner.out;
	return CQ_OK;
}

/* Row by row, as libpq has laid them out. */
static void find_places(const block *rows)
{
	const cq__pg_decoder *const decoder = rows->decoder;
	const cq__pg_step *const end = decoder->steps + decoder->column_count;
	const PGresult *const result = rows->result;
	const int count = rows->count, first = rows->first;
	/* Nothing is behind the last row's last value; what stood there was of other rows. */
	decoder->places[count] = NULL;
	for (int i = 0; i < count; i++) {
		const char **place = decoder->places + i;
		for (const cq__pg_step *step = decoder->steps; step < end; step++, place += CQ__PG_BLOCK)
			*place = PQgetvalue(result, first + i, step->column);
	}
}

static cq_status decode_columns(const block *rows)
{
	const cq__pg_decoder *const decoder = rows->decoder;
	for (uint32_t i = 0; i < decoder->column_count; i++) {
		if (decoder->steps[i].object != 0)
			continue;
		const cq_status status = decode_column(rows, &decoder->steps[i]);
		if (__builtin_expect(status != CQ_OK, 0))
			return status;
	}
	return CQ_OK;
}

static cq_status decode_block(const block *rows)
{
	const cq__pg_decoder *const decoder = rows->decoder;
	find_places(rows);
	if (rows->count != 1)
		CQ_TRY(decode_columns(rows));
	else if (decoder->first_own != NULL)
		CQ_TRY(decode_values(rows, 0, decoder->first_own, decoder->steps + decoder->column_count));
	for (int i = 0; i < rows->count && decoder->object_count != 0; i++)
		for (uint32_t j = 0; j < decoder->object_count; j++)
			CQ_TRY(decode_object(rows, j, i));
	return CQ_OK;
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

/* Rows on their way from a result into an array of structs. */
typedef struct span {
	const cq__pg_decoder *decoder;
	const PGresult *result;
	cq__arena *arena;
	cq__error *error;
	int64_t number; /* of the row `first` */
	int first;
	int count;
	char *out;
} span;

static cq_status decode_part(const span *rows, int from, int count, cq__error *error)
{
	const size_t size = rows->decoder->plan->row_size;
	cq__field_place place = { .error = error, .plan = rows->decoder->plan };
	const block part = { .decoder = rows->decoder, .result = rows->result, .arena = rows->arena, .place = &place,
		.number = rows->number + from, .first = rows->first + from, .count = count,
		.out = rows->out + (size_t)from * size, .stride = size };
	if (!rows->decoder->plan->complete)
		memset(part.out, 0, (size_t)count * size);
	return decode_block(&part);
}

static cq_status decode_span(const span *rows)
{
	for (int done = 0; done < rows->count; done += CQ__PG_BLOCK) {
		const int count = rows->count - done < CQ__PG_BLOCK ? rows->count - done : CQ__PG_BLOCK;
		cq_status status = decode_part(rows, done, count, count == 1 ? rows->error : NULL);
		if (__builtin_expect(status == CQ_OK, 1))
			continue;
		if (status == CQ_NO_MEMORY)
			return cq__error_set(rows->error, CQ_NO_MEMORY, NULL);
		/* Columns come one after the other: which row was the first to fail is seen row by row. */
		for (int i = 0; i < count && count > 1; i++)
			CQ_TRY(decode_part(rows, done + i, 1, rows->error));
		if (count == 1)
			return status;
	}
	return CQ_OK;
}

/* ---- one row ----------------------------------------------------------------------------------------------------- */

static cq_status decode_first(const cq__pg_decoder *decoder, const PGresult *result, cq__request *request)
{
	cq__field_place place = { .error = request->error, .plan = decoder->plan };
	const block row = { .decoder = decoder, .result = result, .arena = request->arena, .place = &place,
		.number = request->rows_seen + 1, .count = 1, .out = request->items, .stride = decoder->plan->row_size };
	if (__builtin_expect(!decoder->plan->complete, 0))
		memset(row.out, 0, row.stride);
	const cq_status status = decode_block(&row);
	return __builtin_expect(status == CQ_NO_MEMORY, 0) ? cq__error_set(request->error, CQ_NO_MEMORY, NULL) : status;
}

cq_status cq__pg_decode_row(const cq__pg_decoder *decoder, const PGresult *result, int row, int64_t number,
	cq__arena *arena, cq__error *error, void *out)
{
	const span one = { .decoder = decoder, .result = result, .arena = arena, .error = error, .number = number,
		.first = row, .count = 1, .out = out };
	return decode_span(&one);
}

/* ---- requests ---------------------------------------------------------------------------------------------------- */

static cq_status no_memory(cq__request *request)
{
	return cq__error_set(request->error, CQ_NO_MEMORY, NULL);
}

/* Room for so many more rows at the end of the array; NULL when there is no memory. */
static char *more_items(cq__request *request, size_t count)
{
	const size_t size = request->plan->row_size;
	size_t wanted, bytes;
	if (__builtin_add_overflow(request->item_count, count, &wanted))
		return NULL;
	if (wanted > request->item_capacity) {
		/* The first result is mostly all of it; those of single rows come by the thousand. */
		size_t capacity = request->item_capacity * 2;
		if (capacity < wanted)
			capacity = wanted;
		if (__builtin_mul_overflow(capacity, size, &bytes))
			return NULL;
		void *const items = cq__arena_list_grow(request->arena, request->items, bytes != 0 ? bytes : 1);
		if (items == NULL)
			return NULL;
		request->items = items;
		request->item_capacity = capacity;
	}
	return (char *)request->items + request->item_count * size;
}

static cq_status need_arena(cq__request *request, size_t first_block)
{
	if (request->arena != NULL)
		return CQ_OK;
	request->arena = cq__arena_create(first_block > CQ__ARENA_SMALL ? first_block : CQ__ARENA_SMALL);
	return request->arena != NULL ? CQ_OK : no_memory(request);
}

/* The rows of the result from the first on that the request wants, into its items. */
static cq_status take_rows(const cq__pg_decoder *decoder, const PGresult *result, cq__request *request, int count)
{
	const bool first_only = request->sink == CQ__SINK_FIRST;
	if (first_only && request->item_count != 0)
		return CQ_OK;
	CQ_TRY(need_arena(request, first_only ? decoder->plan->row_size : 0));
	if (first_only) {
		request->items = cq__arena_alloc(request->arena, decoder->plan->row_size);
		if (__builtin_expect(request->items == NULL, 0))
			return no_memory(request);
		const cq_status status = decode_first(decoder, result, request);
		request->item_count += status == CQ_OK;
		return status;
	}
	span rows = { .decoder = decoder, .result = result, .error = request->error, .number = request->rows_seen + 1,
		.count = count, .arena = request->arena };
	rows.out = more_items(request, (size_t)count);
	if (__builtin_expect(rows.out == NULL, 0))
		return no_memory(request);
	CQ_TRY(decode_span(&rows));
	request->item_count += (size_t)rows.count;
	return CQ_OK;
}

cq_status cq__pg_decode(cq__pg_decoder *decoder, const PGresult *result, cq__request *request)
{
	const int there = PQntuples(result);
	if (there == 0)
		return CQ_OK;
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
