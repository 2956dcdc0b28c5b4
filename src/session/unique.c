/* session/unique.c: unique values that pass from row to row within one flush, and how one is vacated.
 * It knows nothing of other orders, nor of sending. order.c and cycle.c call it.
 */
#include "session/work.h"

#include "base/clock.h"
#include "meta/model.h"
#include "meta/type_registry.h"
#include "session/identity.h"
#include "session/model.h"
#include "session/snapshot.h"

/* ---- who gives and who takes ------------------------------------------------------------------------------------------------------ */

static bool changes(const cq__work_item *item, const cq__columns *columns)
{
	if (item->write != CQ__WRITE_UPDATE)
		return item->write == CQ__WRITE_INSERT || item->write == CQ__WRITE_DELETE;
	for (uint32_t i = 0; i < columns->count; i++)
		if (cq__column_in(item->columns, columns->indexes[i]))
			return true;
	return false;
}

static bool gives(const cq__work_item *item, const cq__columns *columns)
{
	return item->entry != NULL && item->write != CQ__WRITE_INSERT && changes(item, columns);
}

bool cq__unique_unknown(const cq__work_item *item, const cq__columns *columns)
{
	for (uint32_t i = 0; i < columns->count; i++) {
		const cq_column *const column = cq__model_column(item->model, columns->indexes[i]);
		const void *const member = cq__model_member(item->model, item->row, columns->indexes[i]);
		cq__part part;
		if ((column->flags & CQ_COLUMN_GENERATED) != 0 || cq__is_default_marker(column, member))
			return true;
		if (!cq__column_auto_key(column))
			continue;
		cq__part_read(&part, column, member);
		if (part.null || part.number == 0)
			return true;
	}
	return false;
}

static bool takes(const cq__work_item *item, const cq__columns *columns)
{
	if (item->entry == NULL || item->write == CQ__WRITE_DELETE || !changes(item, columns))
		return false;
	return item->write == CQ__WRITE_UPDATE || !cq__unique_unknown(item, columns);
}

/* Which tables have items of either sort at all. */
static cq_status count_givers(cq__work *work, uint32_t **givers, bool *any)
{
	*givers = cq__work_memory(work, work->tables_count * sizeof **givers);
	if (*givers == NULL)
		return CQ_NO_MEMORY;
	*any = false;
	for (uint32_t i = 0; i < work->items_count; i++) {
		const cq__work_item *const item = &work->items[i];
		if (item->entry == NULL || (item->write != CQ__WRITE_UPDATE && item->write != CQ__WRITE_DELETE))
			continue;
		(*givers)[cq__work_place(work, item->model)]++;
		*any = true;
	}
	return CQ_OK;
}

/* One unique set of columns of one table. */
typedef struct unique_set {
	uint32_t place, unique;
	cq__lookup old;        /* rows by the value that they give away; slots NULL: none does yet */
} unique_set;

static cq_status add_giver(cq__work *work, unique_set *set, uint32_t item, uint32_t givers)
{
	const cq__columns *const columns = &work->items[item].model->uniques[set->unique];
	if (!gives(&work->items[item], columns))
		return CQ_OK;
	if (set->old.slots == NULL)
		CQ_TRY(cq__lookup_init(work, &set->old, columns, true, givers));
	cq__lookup_put(work, &set->old, item);
	return CQ_OK;
}

static cq_status add_taker(cq__work *work, const unique_set *set, uint32_t item, bool *any)
{
	const cq__work_item *const taker = &work->items[item];
	const cq__columns *const columns = &taker->model->uniques[set->unique];
	if (set->old.slots == NULL || !takes(taker, columns))
		return CQ_OK;
	const uint32_t giver = cq__lookup_find(work, &set->old, taker->model, columns, taker->row);
	if (giver == CQ__NO_ITEM || giver == item)
		return CQ_OK;
	*any = true;
	return cq__order_edge(work, giver, item, CQ__EDGE_UNIQUE, (uint16_t)set->unique, NULL);
}

/* The sets of all tables in which something is given away. firsts: of each table the index + 1 of its first. */
static cq_status list_sets(cq__work *work, const uint32_t *givers, unique_set **sets, uint32_t **firsts)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < work->tables_count; i++)
		count += givers[i] != 0 ? work->tables[i].model->unique_count : 0;
	*sets = cq__work_memory(work, count * sizeof **sets);
	*firsts = cq__work_memory(work, work->tables_count * sizeof **firsts);
	if (*sets == NULL || *firsts == NULL)
		return CQ_NO_MEMORY;
	count = 0;
	for (uint32_t i = 0; i < work->tables_count; i++) {
		if (givers[i] == 0)
			continue;
		(*firsts)[i] = count + 1;
		for (uint32_t k = 0; k < work->tables[i].model->unique_count; k++)
			(*sets)[count++] = (unique_set){ .place = i, .unique = k };
	}
	return CQ_OK;
}

cq_status cq__unique_edges(cq__work *work, bool *any)
{
	uint32_t *givers, *firsts;
	unique_set *sets;
	bool some;
	*any = false;
	if (work->inserts == work->items_count)
		return CQ_OK;
	CQ_TRY(count_givers(work, &givers, &some));
	if (!some)
		return CQ_OK;
	CQ_TRY(list_sets(work, givers, &sets, &firsts));
	for (unsigned pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < work->items_count; i++) {
			const uint32_t place = cq__work_place(work, work->items[i].model), first = firsts[place];
			for (uint32_t k = 0; first != 0 && k < work->tables[place].model->unique_count; k++)
				CQ_TRY(pass == 0 ? add_giver(work, &sets[first - 1 + k], i, givers[place])
					: add_taker(work, &sets[first - 1 + k], i, any));
		}
	}
	return CQ_OK;
}

/* ---- vacating ------------------------------------------------------------------------------------------------------------------------ */

static bool refers(const cq__model *model, uint32_t index)
{
	const char *table, *name;
	if (cq__column_reference(cq__model_column(model, index), &table, &name))
		return true;
	for (uint32_t i = 0; i < model->relation_count; i++)
		for (uint32_t k = 0; model->relations[i].said->kind == CQ_BELONGS_TO && k < model->relations[i].near.count; k++)
			if (model->relations[i].near.indexes[k] == index)
				return true;
	return false;
}

static bool has_many_values(uint8_t type)
{
	return type != CQ_TYPE_BOOLEAN && type != CQ_TYPE_ENUM && type != CQ_TYPE_JSON && type != CQ_TYPE_INTERVAL &&
		type != CQ_TYPE_REAL && type != CQ_TYPE_DOUBLE;
}

unsigned cq__unique_vacating(const cq__model *model, uint32_t unique, uint32_t *column)
{
	const cq__columns *const columns = &model->uniques[unique];
	unsigned least = CQ__CANNOT_VACATE;
	for (uint32_t i = 0; i < columns->count; i++) {
		const cq_column *const each = cq__model_column(model, columns->indexes[i]);
		unsigned cost = CQ__CANNOT_VACATE;
		if ((each->flags & CQ_COLUMN_GENERATED) != 0)
			continue;
		if ((each->flags & (CQ_COLUMN_NULLABLE | CQ_COLUMN_PRIMARY_KEY)) == CQ_COLUMN_NULLABLE)
			cost = CQ__VACATES_BY_NULL;
		else if (has_many_values(each->type) && !refers(model, columns->indexes[i]))
			cost = CQ__VACATES_BY_VALUE;
		if (cost < least) {
			least = cost;
			*column = columns->indexes[i];
		}
	}
	return least;
}

/* Numbers that nobody has guessed. */
static uint64_t next_number(cq__work *work)
{
	if (work->nobody == 0)
		work->nobody = cq__monotonic_ns() * UINT64_C(0x9e3779b97f4a7c15) ^ (uintptr_t)work->session;
	uint64_t mixed = ++work->nobody;
	mixed = (mixed ^ mixed >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94d049bb133111eb);
	return mixed ^ mixed >> 31;
}

/* A text as long as the column takes, up to 24 characters. */
static const char *nobodys_text(cq__work *work, const cq_column *column)
{
	const cq_attribute *const length = cq__column_attribute(column, CQ_ATTRIBUTE_LENGTH);
	uint32_t size = 24;
	if (length != NULL && length->number != 0 && length->number < size)
		size = length->number;
	char *const text = cq__work_memory(work, size + 1);
	for (uint32_t i = 0; text != NULL && i < size; i++)
		text[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[next_number(work) % 36];
	return text;
}

/* Digits in front of the point and behind it are within what a column takes. */
static int64_t nobodys_coefficient(uint64_t number, const cq_column *column)
{
	const cq_attribute *const precision = cq__column_attribute(column, CQ_ATTRIBUTE_PRECISION);
	int64_t limit = 1;
	for (uint32_t i = 0; i < (precision != NULL ? precision->number : 18) && i < 18; i++)
		limit *= 10;
	return (int64_t)(number % (uint64_t)limit);
}

/* Numbers are large ones, for columns that are checked to be positive. */
static cq_status write_nobodys(cq__work *work, const cq_column *column, void *place)
{
	const uint64_t number = next_number(work);
	switch (column->type) {
	case CQ_TYPE_SMALLINT: *(int16_t *)place = (int16_t)(16384 + number % 16384); break;
	case CQ_TYPE_INTEGER: *(int32_t *)place = (int32_t)((1 << 30) + number % (1 << 30)); break;
	case CQ_TYPE_BIGINT: *(int64_t *)place = (int64_t)((UINT64_C(1) << 62) + number % (UINT64_C(1) << 62)); break;
	case CQ_TYPE_DECIMAL:
		*(cq_decimal *)place = (cq_decimal){ nobodys_coefficient(number, column), cq__column_scale(column) };
		break;
	case CQ_TYPE_DATE: ((cq_date *)place)->days = (int32_t)(100000 + number % 2000000); break;
	case CQ_TYPE_TIME: ((cq_time *)place)->microseconds = (int64_t)(number % UINT64_C(86400000000)); break;
	case CQ_TYPE_TIMESTAMP: ((cq_timestamp *)place)->microseconds = (int64_t)(number % (UINT64_C(1) << 57)); break;
	case CQ_TYPE_UUID:
		for (uint32_t i = 0; i < sizeof(cq_uuid); i++)
			((cq_uuid *)place)->bytes[i] = (uint8_t)next_number(work);
		break;
	case CQ_TYPE_BYTES: {
		const char *const bytes = nobodys_text(work, column);
		if (bytes == NULL)
			return CQ_NO_MEMORY;
		*(cq_bytes *)place = (cq_bytes){ bytes, strlen(bytes) };
		break;
	}
	default: {
		const char *const text = nobodys_text(work, column);
		if (text == NULL)
			return CQ_NO_MEMORY;
		*(const char **)place = text;
		break;
	}
	}
	return CQ_OK;
}

static cq_status write_vacant(cq__work *work, const cq__model *model, uint32_t index, unsigned how, void *row)
{
	const cq_column *const column = cq__model_column(model, index);
	const cq__type_information *const information = cq__type_info((cq_type)column->type);
	char *const member = cq__model_member(model, row, index);
	const bool nullable = (column->flags & CQ_COLUMN_NULLABLE) != 0;
	memset(member, 0, nullable ? information->nullable_size : information->size);
	if (how == CQ__VACATES_BY_NULL)
		return CQ_OK;
	if (nullable && !information->pointer_null)
		*(bool *)(void *)member = true;
	return write_nobodys(work, column, member + (nullable ? information->value_offset : 0));
}

/* An update whose row is changed ahead in a column that it leaves alone has to set that, too. */
static cq_status set_again(cq__work *work, cq__work_item *item, uint32_t column)
{
	const uint32_t words = cq__column_words(item->model);
	if (item->write != CQ__WRITE_UPDATE || cq__column_in(item->columns, column))
		return CQ_OK;
	uint64_t *const columns = cq__work_room(work, words * sizeof *columns);
	if (columns == NULL)
		return CQ_NO_MEMORY;
	memcpy(columns, item->columns, words * sizeof *columns);
	cq__column_add(columns, column);
	item->columns = columns;
	return cq__work_group(work, item);
}

cq_status cq__unique_vacate(cq__work *work, uint32_t holder, uint32_t unique)
{
	cq__model *const model = work->items[holder].model;
	uint32_t column, item;
	const unsigned how = cq__unique_vacating(model, unique, &column);
	CQ_TRY(cq__work_add(work, CQ__WRITE_AHEAD, work->items[holder].entry, model, &item));
	cq__work_item *const ahead = &work->items[item], *const held = &work->items[holder];
	uint64_t *const columns = cq__work_memory(work, cq__column_words(model) * sizeof *columns);
	ahead->of = holder;
	ahead->row = cq__work_memory(work, model->table->object_size);
	if (columns == NULL || ahead->row == NULL)
		return CQ_NO_MEMORY;
	cq__column_add(columns, column);
	ahead->columns = columns;
	ahead->old = held->old;
	memcpy(ahead->row, held->old, model->columns_end);
	CQ_TRY(write_vacant(work, model, column, how, ahead->row));
	/* A row that is found by another key from now on. */
	if ((cq__model_column(model, column)->flags & CQ_COLUMN_PRIMARY_KEY) != 0)
		held->old = ahead->row;
	CQ_TRY(set_again(work, held, column));
	CQ_TRY(cq__work_group(work, ahead));
	return cq__order_behind(work, item);
}
