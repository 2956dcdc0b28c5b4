/* session/write.c: the batches of a flush on their way to the database: keys and defaults come back, versions and rows are counted.
 * It knows nothing of the order, nor of SQL. flush.c calls it.
 *
 * Insertions are sent and awaited one batch after another, for what they bring back is needed by what follows. All that stands between
 * two of them is sent together.
 */
#include "session/work.h"

#include "exec/binding.h"
#include "exec/rows.h"
#include "sql/render.h"
#include "session/enter.h"
#include "session/identity.h"
#include "session/model.h"
#include "session/snapshot.h"

#include <stdio.h>

/* What is sent together. */
typedef struct write_queue {
	cq__work *work;
	cq__row_write *writes;
	uint32_t *batches;     /* of each write */
	uint32_t count;
} write_queue;

/* ---- handles -------------------------------------------------------------------------------------------------------------------------- */

/* The handle on which a table's rows are written. */
static cq_status route(cq__work *work, const cq_table *table, cq_connection **db)
{
	*db = work->session->db;
	cq_status status = cq__table_route(db, table, "cq_flush");
	if (status == CQ_OK)
		status = cq__connection_enter_statement(*db, "cq_flush", true);
	return status == CQ_OK ? CQ_OK : cq__session_db_failed(work->session, status);
}

static cq_status ended(cq__work *work, cq_connection *db, cq_status status)
{
	(void)cq__connection_leave(db, status);
	return status == CQ_OK ? CQ_OK : cq__session_db_failed(work->session, status);
}

/* ---- what an item's statement is ------------------------------------------------------------------------------------------------------ */

static bool counts_versions(const cq__work_item *item)
{
	return item->of == CQ__NO_ITEM && item->entry != NULL && item->model->version != UINT16_MAX;
}

static cq_status choose_members(cq__work *work, const cq__work_item *item, cq__row_write *write)
{
	const cq__model *const model = item->model;
	uint32_t *const members = cq__work_memory(work, 2 * ((size_t)model->table->column_count + 1) * sizeof *members);
	if (members == NULL)
		return CQ_NO_MEMORY;
	write->members = members;
	if (item->association != NULL) {
		const uint32_t count = cq__associate_columns(item->association->relation, members);
		write->set_count = item->write == CQ__WRITE_LINK ? count : 0;
		write->member_count = count;
		return CQ_OK;
	}
	const uint32_t behind = item->columns != NULL ? CQ__MEMBER_BEHIND : 0;
	for (uint32_t i = 0; item->columns != NULL && i < model->table->column_count; i++)
		if (cq__column_in(item->columns, i))
			members[write->set_count++] = i;
	write->member_count = write->set_count;
	for (uint32_t i = 0; i < model->key.count; i++)
		members[write->member_count++] = model->key.indexes[i] | behind;
	if (counts_versions(item))
		members[write->member_count++] = model->version | behind;
	write->behind = behind != 0;
	return CQ_OK;
}

/* The row of the second half of a cycle: that of the first, with the foreign key that it is about. */
static cq_status make_late(cq__work *work, cq__work_item *item)
{
	cq__work_item *const whole = &work->items[item->of];
	const cq__columns *const own = item->late->own;
	if (item->links)
		CQ_TRY(cq__work_resolve(work, item, true));
	CQ_TRY(cq__work_copy_key(work, item->model, own, item->row, item->model, own, whole->row));
	item->old = whole->row;
	memcpy(item->row, whole->row, item->model->columns_end);
	return CQ_OK;
}

static cq_status complete(cq__work *work, cq__work_item *item)
{
	if (item->association != NULL)
		return cq__associate_fill(work, item);
	if (item->late != NULL)
		return make_late(work, item);
	return item->links ? cq__work_resolve(work, item, true) : CQ_OK;
}

/* ---- insertions ------------------------------------------------------------------------------------------------------------------------- */

/* Keys that come from other rows; and whether the rows of the batch stand side by side. */
static cq_status complete_inserts(cq__work *work, const cq__work_batch *batch, size_t stride, bool *side_by_side)
{
	const char *at = work->items[work->order[batch->first]].row;
	*side_by_side = true;
	for (uint32_t i = 0; i < batch->count; i++, at += stride) {
		cq__work_item *const item = &work->items[work->order[batch->first + i]];
		if (item->links)
			CQ_TRY(cq__work_resolve_insert(work, item));
		*side_by_side &= item->row == at;
	}
	return CQ_OK;
}

/* Copies rows of items to where they stand side by side, or back. */
static void gather_rows(const cq__work *work, const cq__work_batch *batch, size_t stride, char *rows, bool back)
{
	for (uint32_t i = 0; i < batch->count; i++) {
		char *const row = work->items[work->order[batch->first + i]].row;
		memcpy(back ? row : rows + i * stride, back ? rows + i * stride : row, stride);
	}
}

static cq_status insert(cq__work *work, const cq__work_batch *batch)
{
	const cq__model *const model = work->groups[batch->group].model;
	const size_t stride = cq__work_stride(model);
	char *rows = work->items[work->order[batch->first]].row;
	bool side_by_side;
	cq_connection *db;
	CQ_TRY(complete_inserts(work, batch, stride, &side_by_side));
	if (!side_by_side) {
		if ((rows = cq__work_room(work, batch->count * stride)) == NULL)
			return CQ_NO_MEMORY;
		gather_rows(work, batch, stride, rows, false);
	}
	CQ_TRY(route(work, model->table, &db));
	CQ_TRY(ended(work, db, cq__insert_rows(db, model->table, rows, batch->count, stride, work->session->objects)));
	if (!side_by_side)
		gather_rows(work, batch, stride, rows, true);
	return CQ_OK;
}

/* ---- what did not find its row ------------------------------------------------------------------------------------------------------------ */

enum { MOST_NAMED = 5 };

/* Whether a value can be looked for by "=". */
static bool can_be_found(const cq_column *column, const void *member)
{
	cq__part part;
	cq__part_read(&part, column, member);
	return !part.null && column->type != CQ_TYPE_JSON && column->type != CQ_TYPE_REAL && column->type != CQ_TYPE_DOUBLE;
}

/* Whether this flush has written the row: an update that changes nothing finds it by all that it has just got. */
static bool found_again(cq__work *work, cq_connection *db, const cq__row_write *write, const cq__work_item *item)
{
	const cq__model *const model = item->model;
	const size_t size = write->table->object_size;
	cq__row_write again = *write;
	char *const twice = cq__work_memory(work, 2 * size);
	uint32_t *const members = cq__work_memory(work, (write->member_count + (size_t)write->set_count) * sizeof *members);
	if (twice == NULL || members == NULL)
		return false;
	memcpy(twice, item->row, model->columns_end);
	memcpy(twice + size, item->row, model->columns_end);
	memcpy(members, write->members, write->member_count * sizeof *members);
	again.members = members;
	for (uint32_t i = 0; i < write->set_count; i++)
		if (can_be_found(cq__model_column(model, members[i]), cq__model_member(model, item->row, members[i])))
			members[again.member_count++] = members[i] | CQ__MEMBER_BEHIND;
	again.rows = twice;
	again.count = 1;
	const cq_status status = cq__write_rows(db, &again, 1);
	cq__error_clear(&db->working);
	return status == CQ_OK && again.changes != 0;
}

static cq_status stale(cq__work *work, const cq__row_write *write, const cq__work_batch *batch, cq_connection *db)
{
	char text[CQ__KEY_TEXT], names[MOST_NAMED * CQ__KEY_TEXT] = "";
	size_t length = 0;
	unsigned named = 0;
	for (uint32_t i = 0; i < batch->count && named < MOST_NAMED; i++) {
		const cq__work_item *const item = &work->items[work->order[batch->first + i]];
		cq__key key;
		/* What is deleted cannot be found again. */
		if (batch->count > 1 && (!write->behind || found_again(work, db, write, item)))
			continue;
		cq__key_read(&key, item->model, &item->model->key, item->old);
		const int more = snprintf(names + length, sizeof names - length, "%s%s", named++ == 0 ? "" : ", ", cq__key_text(&key, text));
		length += more > 0 && (size_t)more < sizeof names - length ? (size_t)more : 0;
	}
	if (named == 0)
		return cq__session_fail(work->session, CQ_STALE, "%s: %u of %u rows were changed or deleted by somebody else",
			write->table->name,
			(uint32_t)(batch->count - write->changes), batch->count);
	return cq__session_fail(work->session, CQ_STALE, "%s %s: the row was changed or deleted by somebody else", write->table->name, names);
}

/* A row that is to be updated must be there; one that is to be deleted may be gone, unless its version matters. */
static cq_status check(cq__work *work, const cq__row_write *write, const cq__work_batch *batch, cq_connection *db)
{
	const cq__work_item *const first = &work->items[work->order[batch->first]];
	if (db->dry_run || first->association != NULL || (size_t)write->changes >= write->count)
		return CQ_OK;
	return first->write != CQ__WRITE_DELETE || counts_versions(first) ? stale(work, write, batch, db) : CQ_OK;
}

/* ---- all else ------------------------------------------------------------------------------------------------------------------------------- */

/* The rows of a batch, gathered: each as it is to be, and for updates behind it as it was. */
static cq_status gather(cq__work *work, const cq__work_batch *batch, cq__row_write *write)
{
	const size_t size = write->table->object_size, stride = write->behind ? 2 * size : size;
	const cq__model *const model = work->groups[batch->group].model;
	char *const rows = cq__work_room(work, batch->count * stride);
	if (rows == NULL)
		return CQ_NO_MEMORY;
	for (uint32_t i = 0; i < batch->count; i++) {
		cq__work_item *const item = &work->items[work->order[batch->first + i]];
		CQ_TRY(complete(work, item));
		/* Snapshots end with the columns. */
		memcpy(rows + i * stride, item->write == CQ__WRITE_DELETE ? item->old : item->row, model->columns_end);
		if (write->behind)
			memcpy(rows + i * stride + size, item->old, model->columns_end);
	}
	write->rows = rows;
	write->count = batch->count;
	return CQ_OK;
}

static cq_status enqueue(write_queue *queue, uint32_t at)
{
	cq__work *const work = queue->work;
	const cq__work_batch *const batch = &work->batches[at];
	const cq__work_item *const first = &work->items[work->order[batch->first]];
	cq__row_write *const write = &queue->writes[queue->count];
	*write = (cq__row_write){ .table = first->model->table };
	write->kind = first->write == CQ__WRITE_LINK ? CQ__ROWS_INSERT
		: first->write == CQ__WRITE_AHEAD || first->write == CQ__WRITE_UPDATE ? CQ__ROWS_UPDATE
		: CQ__ROWS_DELETE;
	CQ_TRY(choose_members(work, first, write));
	CQ_TRY(gather(work, batch, write));
	queue->batches[queue->count++] = at;
	return CQ_OK;
}

/* Sends what is queued: neighbours for one handle together. */
static cq_status send(write_queue *queue)
{
	cq__work *const work = queue->work;
	for (uint32_t first = 0, end; first < queue->count; first = end) {
		cq_connection *db, *other;
		CQ_TRY(route(work, queue->writes[first].table, &db));
		for (end = first + 1; end < queue->count; end++) {
			CQ_TRY(route(work, queue->writes[end].table, &other));
			if (other != db)
				break;
		}
		CQ_TRY(ended(work, db, cq__write_rows(db, &queue->writes[first], end - first)));
		for (uint32_t i = first; i < end; i++)
			CQ_TRY(check(work, &queue->writes[i], &work->batches[queue->batches[i]], db));
	}
	queue->count = 0;
	return CQ_OK;
}

cq_status cq__write_batches(cq__work *work)
{
	write_queue queue = { .work = work };
	queue.writes = cq__work_memory(work, work->batches_count * sizeof *queue.writes);
	queue.batches = cq__work_memory(work, work->batches_count * sizeof *queue.batches);
	if (queue.writes == NULL || queue.batches == NULL)
		return CQ_NO_MEMORY;
	for (uint32_t i = 0; i < work->batches_count; i++) {
		if (work->groups[work->batches[i].group].write != CQ__WRITE_INSERT) {
			CQ_TRY(enqueue(&queue, i));
			continue;
		}
		CQ_TRY(send(&queue));
		CQ_TRY(insert(work, &work->batches[i]));
	}
	return send(&queue);
}
