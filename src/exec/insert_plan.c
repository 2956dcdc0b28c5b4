/* exec/insert_plan.c: what is known of a table whose objects are inserted, once for each engine.
 * It knows nothing of statements that are sent. insert.c calls it.
 */
#include "exec/insert_plan.h"

#include "base/alloc.h"
#include "exec/run.h"
#include "meta/model.h"
#include "meta/type_registry.h"

static inline bool has(const uint64_t *columns, uint32_t column)
{
	return (columns[column / 64] >> column % 64 & 1) != 0;
}

static inline void add(uint64_t *columns, uint32_t column)
{
	columns[column / 64] |= UINT64_C(1) << column % 64;
}

/* ---- making one ---------------------------------------------------------------------------------------------------- */

static void place_column(cq__insert_plan *plan, const cq_column *column)
{
	const uint32_t index = cq_column_index(column);
	const bool key = plan->key == plan->table->column_count && cq__column_auto_key(column);
	if (column->type == CQ_TYPE_ENUM && cq__sql_storage(column) == CQ_STORAGE_NATURAL)
		plan->has_labels = true;
	if ((column->flags & CQ_COLUMN_GENERATED) != 0) {
		add(plan->generated, index);
	} else if (key || (column->flags & CQ_COLUMN_DATABASE_DEFAULT) != 0) {
		plan->choices[plan->choice_count++] = (cq__insert_choice){ index, plan->table->offsets[index], key };
		if (key) {
			plan->key = index;
			plan->key_type = column->type;
		}
	} else {
		add(plan->given, index);
	}
}

static cq__insert_plan *make(const cq_table *table)
{
	const uint32_t words = (table->column_count + 63) / 64;
	cq__insert_plan *const plan = cq__zalloc(sizeof *plan + 3 * words * sizeof(uint64_t)
		+ table->column_count * sizeof(cq__insert_choice));
	if (plan == NULL)
		return NULL;
	plan->table = table;
	plan->words = words;
	plan->key = table->column_count;
	plan->given = (uint64_t *)(void *)(plan + 1);
	plan->generated = plan->given + words;
	plan->one_columns = plan->generated + words;
	plan->choices = (cq__insert_choice *)(void *)(plan->one_columns + words);
	for (uint32_t i = 0; i < table->column_count; i++)
		place_column(plan, &cq_table_columns(table)[i]);
	return plan;
}

cq_status cq__insert_plan_find(cq_engine *engine, const cq_table *table, cq__error *error, cq__insert_plan **out)
{
	if (__builtin_expect(table == NULL, 0))
		return cq__error_set(error, CQ_MISUSE, "the table of an insert is NULL");
	if (__builtin_expect(engine->last_insert != NULL && engine->last_insert->table == table, 1)) {
		*out = engine->last_insert;
		return CQ_OK;
	}
	/* Keyed by the table's address, which stands in what is kept. */
	*out = cq__map_get(&engine->inserts, &table, sizeof table);
	if (*out != NULL) {
		engine->last_insert = *out;
		return CQ_OK;
	}
	if (table->alias_of != NULL)
		return cq__error_set(error, CQ_MISUSE, "%s is an alias; objects are inserted into its table", table->name);
	if (table->column_count > CQ__INSERT_WORDS * 64)
		return cq__error_set(error, CQ_TOO_LARGE, "%s has more columns than any database takes", table->name);
	cq__insert_plan *const plan = make(table);
	if (plan == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	const cq_status status = cq__map_put(&engine->inserts, &plan->table, sizeof plan->table, plan, NULL);
	if (status != CQ_OK) {
		cq__free(plan);
		return cq__error_set(error, status, NULL);
	}
	*out = engine->last_insert = plan;
	return CQ_OK;
}

void cq__insert_remember(cq__insert_plan *plan, const uint64_t *columns, cq__insert_return returns, cq__compiled *one)
{
	one->references++;
	if (plan->one != NULL)
		cq__compiled_release(plan->one);
	plan->one = one;
	plan->one_returns = returns;
	memcpy(plan->one_columns, columns, plan->words * sizeof *columns);
}

static void release(cq__insert_plan *plan)
{
	if (plan->one != NULL)
		cq__compiled_release(plan->one);
	cq__free(plan);
}

void cq__insert_plans_release(cq_engine *engine)
{
	size_t cursor = 0;
	for (const cq__map_slot *slot; (slot = cq__map_next(&engine->inserts, &cursor)) != NULL;)
		release(slot->value);
	engine->last_insert = NULL;
	cq__map_release(&engine->inserts);
}

/* ---- the automatic key --------------------------------------------------------------------------------------------- */

int64_t cq__insert_key(const cq__insert_plan *plan, const char *object)
{
	const char *const member = object + plan->table->offsets[plan->key];
	int16_t small;
	int32_t middle;
	int64_t large;
	switch (plan->key_type) {
	case CQ_TYPE_SMALLINT:
		memcpy(&small, member, sizeof small);
		return small;
	case CQ_TYPE_INTEGER:
		memcpy(&middle, member, sizeof middle);
		return middle;
	default:
		memcpy(&large, member, sizeof large);
		return large;
	}
}

cq_status cq__insert_set_key(const cq__insert_plan *plan, char *object, int64_t key, cq__error *error)
{
	char *const member = object + plan->table->offsets[plan->key];
	const int16_t small = (int16_t)key;
	const int32_t middle = (int32_t)key;
	if (plan->key_type == CQ_TYPE_SMALLINT && small == key)
		memcpy(member, &small, sizeof small);
	else if (plan->key_type == CQ_TYPE_INTEGER && middle == key)
		memcpy(member, &middle, sizeof middle);
	else if (plan->key_type == CQ_TYPE_BIGINT)
		memcpy(member, &key, sizeof key);
	else
		return cq__error_set(error, CQ_OUT_OF_RANGE, "%s.%s: the key that the database made, %lld, does not fit it",
			plan->table->name, cq_table_columns(plan->table)[plan->key].name, (long long)key);
	return CQ_OK;
}

static int compare_keys(const void *a, const void *b, void *plan)
{
	const int64_t left = cq__insert_key(plan, a), right = cq__insert_key(plan, b);
	return (left > right) - (left < right);
}

void cq__insert_sort(const cq__insert_plan *plan, char *objects, size_t count)
{
	cq__insert_plan copy = *plan;
	qsort_r(objects, count, plan->table->object_size, compare_keys, &copy);
}

/* ---- which columns ------------------------------------------------------------------------------------------------- */

/* Whether an object leaves a column to the database. */
static inline bool leaves(const cq__insert_plan *plan, const cq__insert_choice *choice, const char *object)
{
	if (choice->key)
		return cq__insert_key(plan, object) == 0;
	return cq__is_default_marker(&cq_table_columns(plan->table)[choice->column], object + choice->offset);
}

void cq__insert_columns(const cq__insert_plan *plan, const char *object, uint64_t *columns)
{
	for (uint32_t i = 0; i < plan->words; i++)
		columns[i] = plan->given[i];
	for (uint32_t i = 0; i < plan->choice_count; i++)
		if (!leaves(plan, &plan->choices[i], object))
			add(columns, plan->choices[i].column);
}

bool cq__insert_gives(const cq__insert_plan *plan, const char *object, const uint64_t *columns)
{
	for (uint32_t i = 0; i < plan->choice_count; i++)
		if (leaves(plan, &plan->choices[i], object) == has(columns, plan->choices[i].column))
			return false;
	return true;
}

void cq__insert_leave(const cq__insert_plan *plan, char *object, const uint64_t *columns)
{
	for (uint32_t i = 0; i < plan->choice_count; i++) {
		const cq__insert_choice *const choice = &plan->choices[i];
		const cq_column *const column = &cq_table_columns(plan->table)[choice->column];
		if (has(columns, choice->column))
			continue;
		if (choice->key)
			memset(object + choice->offset, 0, cq__type_info((cq_type)column->type)->size);
		else
			cq_mark_default((cq_type)column->type, (column->flags & CQ_COLUMN_NULLABLE) != 0, object + choice->offset);
	}
}

uint32_t cq__insert_count(const cq__insert_plan *plan, const uint64_t *columns)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < plan->words; i++)
		count += (uint32_t)__builtin_popcountll(columns[i]);
	return count;
}

cq__insert_return cq__insert_returns(const cq__insert_plan *plan, const uint64_t *columns)
{
	bool key = false, others = false;
	for (uint32_t i = 0; i < plan->choice_count; i++)
		if (!has(columns, plan->choices[i].column)) {
			key = key || plan->choices[i].key;
			others = others || !plan->choices[i].key;
		}
	if (!key && !others)
		return CQ__INSERT_RETURNS_NOTHING;
	/* A statement is sent for something else, so what the database computes can come along. */
	for (uint32_t i = 0; i < plan->words; i++)
		others = others || plan->generated[i] != 0;
	if (!others)
		return CQ__INSERT_RETURNS_KEY;
	return key ? CQ__INSERT_RETURNS_KEY_AND_OTHERS : CQ__INSERT_RETURNS_OTHERS;
}

bool cq__insert_returned(const uint64_t *columns, uint32_t column)
{
	return !has(columns, column);
}

void cq__insert_statement_init(cq_statement *statement, const cq__insert_plan *plan, const uint64_t *columns)
{
	cq_statement_init(statement, NULL);
	cq_push_value(statement, CQ_TYPE_NONE, CQ_VALUE_ARRAY, (cq_value){ .bytes = { NULL, 0 } });
	cq_push_ref(statement, CQ_OP_ROWS, 1, plan->table);
	cq_push_ref(statement, CQ_OP_INSERT_INTO, 1, plan->table);
	uint32_t returned = 0;
	for (uint32_t i = 0; columns != NULL && i < plan->table->column_count; i++)
		if (cq__insert_returned(columns, i)) {
			cq_push_column(statement, &cq_table_columns(plan->table)[i]);
			returned++;
		}
	if (returned != 0)
		cq_push(statement, CQ_OP_RETURNING, returned);
	cq_push(statement, CQ_OP_STATEMENT, returned != 0 ? 2 : 1);
}
