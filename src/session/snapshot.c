/* session/snapshot.c: what the database is known to have of an object, and how the object differs from it.
 * It knows nothing of statements. See session/snapshot.h.
 */
#include "session/snapshot.h"

#include "base/alloc.h"
#include "meta/type_registry.h"
#include "session/enter.h"
#include "session/identity.h"
#include "session/model.h"

#include <string.h>

/* ---- members that point --------------------------------------------------------------------------------------------- */

/* A text or bytes: where it is and how long, the NUL of a text included. */
typedef struct pointed {
	const void *data;
	size_t size;
	bool text;
} pointed;

static bool points(const cq_column *column)
{
	return cq__type_info((cq_type)column->type)->pointer_null;
}

static pointed read_pointed(const cq_column *column, const void *member)
{
	if (column->type == CQ_TYPE_BYTES) {
		const cq_bytes *const bytes = member;
		return (pointed){ bytes->data, bytes->size, false };
	}
	const char *const text = *(const char *const *)member;
	return (pointed){ text, text != NULL ? strlen(text) + 1 : 0, true };
}

static const void *data_of(const cq_column *column, const void *member)
{
	return column->type == CQ_TYPE_BYTES ? ((const cq_bytes *)member)->data : *(const char *const *)member;
}

static void point_to(const cq_column *column, void *member, const void *data)
{
	if (column->type == CQ_TYPE_BYTES)
		((cq_bytes *)member)->data = data;
	else
		*(const void **)member = data;
}

static bool same_pointed(const cq_column *column, const void *a, const void *b)
{
	if (data_of(column, a) == data_of(column, b) && (column->type != CQ_TYPE_BYTES || ((const cq_bytes *)a)->size == ((const cq_bytes *)b)->size))
		return true;
	if (data_of(column, a) == NULL || data_of(column, b) == NULL)
		return false;
	if (column->type != CQ_TYPE_BYTES)
		return strcmp(data_of(column, a), data_of(column, b)) == 0;
	const pointed one = read_pointed(column, a), other = read_pointed(column, b);
	return one.size == other.size && memcmp(one.data, other.data, one.size) == 0;
}

void *cq__session_copy(cq_session *session, const void *data, size_t size)
{
	char *const copy = cq__arena_alloc_text(session->objects, size != 0 ? size : 1);
	if (copy == NULL)
		(void)cq__session_fail(session, CQ_NO_MEMORY, NULL);
	else if (size != 0)
		memcpy(copy, data, size);
	return copy;
}

/* ---- images --------------------------------------------------------------------------------------------------------- */

/* The columns of a struct while they are put together, so that a failure in the middle changes nothing. */
typedef struct image {
	_Alignas(16) char room[512];
	char *bytes;
} image;

static cq_status image_begin(cq_session *session, image *made, const cq__model *model, const void *object)
{
	made->bytes = model->columns_end <= sizeof made->room ? made->room : cq__alloc(model->columns_end);
	if (made->bytes == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	memcpy(made->bytes, object, model->columns_end);
	return CQ_OK;
}

static void image_end(const image *made)
{
	if (made->bytes != made->room)
		cq__free(made->bytes);
}

/* Its texts become the session's own: those of `old` where they are the same, copies where not. */
static cq_status own_texts(cq_session *session, const cq__model *model, void *columns, const void *old)
{
	for (uint32_t i = 0; i < model->texts.count; i++) {
		const uint32_t index = model->texts.indexes[i];
		const cq_column *const column = cq__model_column(model, index);
		void *const member = cq__model_member(model, columns, index);
		const void *const data = data_of(column, member);
		if (data == NULL || data == cq_default_text)
			continue;
		if (old != NULL && same_pointed(column, member, cq__model_member(model, old, index))) {
			point_to(column, member, data_of(column, cq__model_member(model, old, index)));
			continue;
		}
		const void *const copy = cq__session_copy(session, data, read_pointed(column, member).size);
		if (copy == NULL)
			return CQ_NO_MEMORY;
		point_to(column, member, copy);
	}
	return CQ_OK;
}

/* ---- taking --------------------------------------------------------------------------------------------------------- */

static cq_status have_snapshot(cq_session *session, const cq__entry *entry, void **out)
{
	*out = entry->snapshot != NULL ? entry->snapshot : cq__arena_alloc(session->memory, entry->model->columns_end);
	return *out != NULL ? CQ_OK : cq__session_fail(session, CQ_NO_MEMORY, NULL);
}

cq_status cq__snapshot_take_loaded(cq_session *session, cq__entry *entry)
{
	void *snapshot;
	CQ_TRY(have_snapshot(session, entry, &snapshot));
	memcpy(snapshot, entry->object, entry->model->columns_end);
	entry->snapshot = snapshot;
	return CQ_OK;
}

static void give_texts(const cq__entry *entry, const void *from)
{
	const cq__model *const model = entry->model;
	for (uint32_t i = 0; i < model->texts.count; i++) {
		const uint32_t index = model->texts.indexes[i];
		const cq_column *const column = cq__model_column(model, index);
		point_to(column, cq__model_member(model, entry->object, index), data_of(column, cq__model_member(model, from, index)));
	}
}

cq_status cq__snapshot_take(cq_session *session, cq__entry *entry)
{
	const cq__model *const model = entry->model;
	void *snapshot;
	image made;
	if (!model->has_texts)
		return cq__snapshot_take_loaded(session, entry);
	CQ_TRY(have_snapshot(session, entry, &snapshot));
	CQ_TRY(image_begin(session, &made, model, entry->object));
	const cq_status status = own_texts(session, model, made.bytes, entry->snapshot);
	if (status == CQ_OK) {
		memcpy(snapshot, made.bytes, model->columns_end);
		entry->snapshot = snapshot;
		if ((entry->flags & CQ__ENTRY_OWN) != 0)
			give_texts(entry, made.bytes);
	}
	image_end(&made);
	return status;
}

cq_status cq__snapshot_adopt(cq_session *session, cq__entry *entry, void *row)
{
	CQ_TRY(own_texts(session, entry->model, row, NULL));
	if ((entry->flags & CQ__ENTRY_OWN) != 0)
		give_texts(entry, row);
	entry->snapshot = row;
	return CQ_OK;
}

cq_status cq__object_fill(cq_session *session, const cq__model *model, void *object, const void *from)
{
	image made;
	CQ_TRY(image_begin(session, &made, model, from));
	const cq_status status = model->has_texts ? own_texts(session, model, made.bytes, NULL) : CQ_OK;
	if (status == CQ_OK)
		memcpy(object, made.bytes, model->columns_end);
	image_end(&made);
	return status;
}

/* ---- comparing ------------------------------------------------------------------------------------------------------ */

static bool same_padded(const cq__entry *entry, uint32_t index)
{
	const uint16_t indexes[] = { (uint16_t)index };
	return cq__key_same(entry->model, &(const cq__columns){ 1, indexes }, entry->object, entry->snapshot);
}

static bool column_same(const cq__entry *entry, uint32_t index)
{
	const cq_column *const column = cq__model_column(entry->model, index);
	const void *const now = cq__model_member(entry->model, entry->object, index);
	const void *const was = cq__model_member(entry->model, entry->snapshot, index);
	if (points(column))
		return same_pointed(column, now, was) || (cq__column_padded(entry->model, column) && same_padded(entry, index));
	cq__part a, b;
	cq__part_read(&a, column, now);
	cq__part_read(&b, column, was);
	return cq__part_equal(&a, &b);
}

bool cq__snapshot_column_changed(const cq__entry *entry, uint32_t column)
{
	return entry->snapshot == NULL || !column_same(entry, column);
}

bool cq__snapshot_changed_columns(const cq__entry *entry, uint64_t *columns)
{
	const uint32_t count = entry->model->table->column_count;
	bool changed = false;
	if (columns != NULL)
		memset(columns, 0, cq__column_words(entry->model) * sizeof *columns);
	if (entry->snapshot != NULL && __builtin_expect(memcmp(entry->object, entry->snapshot, entry->model->columns_end) == 0, 1))
		return false;
	for (uint32_t i = 0; i < count; i++) {
		if (!cq__snapshot_column_changed(entry, i))
			continue;
		if (columns == NULL)
			return true;
		cq__column_add(columns, i);
		changed = true;
	}
	return changed;
}

void cq__snapshot_restore(cq__entry *entry)
{
	const cq__model *const model = entry->model;
	for (uint32_t i = 0; i < model->table->column_count; i++) {
		const cq_column *const column = cq__model_column(model, i);
		const cq__type_information *const type = cq__type_info((cq_type)column->type);
		/* A text of the program's own that says the same stays. */
		if (!column_same(entry, i))
			memcpy(cq__model_member(model, entry->object, i), cq__model_member(model, entry->snapshot, i),
				(column->flags & CQ_COLUMN_NULLABLE) != 0 ? type->nullable_size : type->size);
	}
}

void cq__snapshot_take_row(const cq__entry *entry, const void *row)
{
	const cq__model *const model = entry->model;
	for (uint32_t i = 0; i < model->table->column_count; i++) {
		const cq_column *const column = cq__model_column(model, i);
		const cq__type_information *const type = cq__type_info((cq_type)column->type);
		const size_t size = (column->flags & CQ_COLUMN_NULLABLE) != 0 ? type->nullable_size : type->size;
		const void *const value = cq__model_member(model, row, i);
		if (column_same(entry, i))
			memcpy(cq__model_member(model, entry->object, i), value, size);
		memcpy(cq__model_member(model, entry->snapshot, i), value, size);
	}
}

void cq__snapshot_lend_texts(const cq__entry *entry, void *columns)
{
	const cq__model *const model = entry->model;
	for (uint32_t i = 0; i < model->texts.count; i++) {
		const uint32_t index = model->texts.indexes[i];
		const cq_column *const column = cq__model_column(model, index);
		void *const member = cq__model_member(model, columns, index);
		if (data_of(column, member) != NULL && data_of(column, member) != cq_default_text)
			memcpy(member, cq__model_member(model, entry->object, index), cq__type_info((cq_type)column->type)->size);
	}
}
