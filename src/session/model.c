/* session/model.c: what the sessions of an engine know of tables: made and checked at a table's first use, and kept by the engine.
 * It knows nothing of objects and statements. See session/model.h.
 *
 * A model is made together with all that its relations lead to, in memory that is dropped as a whole when one of them is wrong.
 */
#include "session/model.h"

#include "base/alloc.h"
#include "meta/model.h"
#include "session/enter.h"
#include "session/identity.h"
#include "session/make.h"

#include <string.h>

/* ---- the registry --------------------------------------------------------------------------------------------------- */

/* Where a table's description was met: each unit of a program has its own. */
typedef struct known_table {
	const cq_table *table;
	cq__model *model;
} known_table;

typedef struct batch {
	struct batch *next;
	cq__arena *memory;
} batch;

typedef struct registry {
	cq__map known;       /* by the pointer in a known_table */
	cq__model **models;
	uint32_t count;
	batch *batches;
	cq__arena *memory;   /* known_tables, batches, and `models` as a list */
} registry;

static void release(void *models)
{
	registry *const all = models;
	for (const batch *each = all->batches; each != NULL; each = each->next)
		cq__arena_destroy(each->memory);
	cq__map_release(&all->known);
	cq__arena_destroy(all->memory);
	cq__free(all);
}

static registry *have_registry(cq_engine *engine)
{
	if (engine->models != NULL)
		return engine->models;
	registry *const all = cq__zalloc(sizeof *all);
	if (all == NULL || (all->memory = cq__arena_create(CQ__ARENA_SMALL)) == NULL) {
		cq__free(all);
		return NULL;
	}
	engine->models = all;
	engine->models_release = release;
	return all;
}

/* From now on this description is found at once. */
static bool know(registry *all, const cq_table *table, cq__model *model)
{
	known_table *const entry = cq__arena_alloc(all->memory, sizeof *entry);
	if (entry == NULL)
		return false;
	*entry = (known_table){ table, model };
	return cq__map_put(&all->known, &entry->table, sizeof entry->table, entry, NULL) == CQ_OK;
}

/* ---- columns -------------------------------------------------------------------------------------------------------- */

static cq_status no_memory(cq__making *making)
{
	return cq__session_fail(making->session, CQ_NO_MEMORY, NULL);
}

cq_status cq__make_columns(cq__making *making, cq__columns *out, const uint16_t *indexes, uint32_t count)
{
	uint16_t *const copy = cq__arena_alloc_array(making->memory, count != 0 ? count : 1, sizeof *copy);
	if (copy == NULL)
		return no_memory(making);
	memcpy(copy, indexes, count * sizeof *copy);
	*out = (cq__columns){ count, copy };
	return CQ_OK;
}

static cq_status make_key(cq__making *making, cq__model *model)
{
	uint16_t indexes[CQ__MOST_KEY];
	uint32_t count = 0;
	for (const cq_column *column = NULL; (column = cq__primary_key_next(model->table, column)) != NULL;) {
		if (count == CQ__MOST_KEY)
			return cq__session_fail(making->session, CQ_TOO_LARGE, "the primary key of %s has more than %d columns", model->table->name,
				CQ__MOST_KEY);
		indexes[count++] = (uint16_t)cq_column_index(column);
	}
	return cq__make_columns(making, &model->key, indexes, count);
}

/* ---- unique values -------------------------------------------------------------------------------------------------- */

/* A UNIQUE option with a condition says nothing of all rows. */
static bool is_unique_option(const cq_attribute *option)
{
	return option->kind == CQ_OPTION_UNIQUE && option[1].kind != CQ_OPTION_INDEX_WHERE;
}

static cq_status make_unique_option(cq__making *making, cq__model *model, const char *const *names)
{
	uint16_t indexes[CQ__MOST_KEY];
	uint32_t count = 0;
	for (; *names != NULL; names++) {
		const cq_column *const column = cq__table_column(model->table, *names);
		if (column == NULL)
			return cq__session_fail(making->session, CQ_MISUSE, "UNIQUE of %s names a column %s that it does not have",
				model->table->name, *names);
		if (count == CQ__MOST_KEY)
			return cq__session_fail(making->session, CQ_TOO_LARGE, "a UNIQUE of %s has more than %d columns", model->table->name,
				CQ__MOST_KEY);
		indexes[count++] = (uint16_t)cq_column_index(column);
	}
	return cq__make_columns(making, &model->uniques[model->unique_count++], indexes, count);
}

static cq_status make_uniques(cq__making *making, cq__model *model)
{
	const cq_table *const table = model->table;
	size_t most = 1;
	for (uint32_t i = 0; i < table->column_count; i++)
		most += (cq_table_columns(table)[i].flags & CQ_COLUMN_UNIQUE) != 0;
	for (const cq_attribute *option = table->options; option->kind != CQ_OPTION_END; option++)
		most += is_unique_option(option);
	if ((model->uniques = cq__arena_alloc_array(making->memory, most, sizeof *model->uniques)) == NULL)
		return no_memory(making);
	if (model->key.count != 0)
		model->uniques[model->unique_count++] = model->key;
	for (uint16_t i = 0; i < table->column_count; i++)
		if ((cq_table_columns(table)[i].flags & CQ_COLUMN_UNIQUE) != 0)
			CQ_TRY(cq__make_columns(making, &model->uniques[model->unique_count++], &i, 1));
	for (const cq_attribute *option = table->options; option->kind != CQ_OPTION_END; option++)
		if (is_unique_option(option))
			CQ_TRY(make_unique_option(making, model, option->first));
	return CQ_OK;
}

/* ---- models --------------------------------------------------------------------------------------------------------- */

static cq_status note_only(cq__making *making, const cq_table *table, const char *attribute, uint32_t index, uint16_t *out)
{
	if (*out != UINT16_MAX)
		return cq__session_fail(making->session, CQ_MISUSE, "%s has two columns that say %s, %s and %s: there is one for each row", table->name, attribute,
			cq_table_columns(table)[*out].name, cq_table_columns(table)[index].name);
	*out = (uint16_t)index;
	return CQ_OK;
}

static cq_status look_at_columns(cq__making *making, cq__model *model)
{
	const cq_table *const table = model->table;
	uint16_t *const texts = cq__arena_alloc_array(making->memory, table->column_count, sizeof *texts);
	if (texts == NULL)
		return no_memory(making);
	model->texts.indexes = texts;
	model->version = model->soft_delete = UINT16_MAX;
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		const cq__type_information *const type = cq__type_info((cq_type)column->type);
		const uint32_t size = (column->flags & CQ_COLUMN_NULLABLE) != 0 ? type->nullable_size : type->size;
		if (model->columns_end < table->offsets[i] + size)
			model->columns_end = table->offsets[i] + size;
		if (type->pointer_null)
			texts[model->texts.count++] = (uint16_t)i;
		if (cq__column_attribute(column, CQ_ATTRIBUTE_VERSION) != NULL)
			CQ_TRY(note_only(making, table, "VERSION", i, &model->version));
		if (cq__column_attribute(column, CQ_ATTRIBUTE_SOFT_DELETE) != NULL)
			CQ_TRY(note_only(making, table, "SOFT_DELETE", i, &model->soft_delete));
	}
	model->has_texts = model->texts.count != 0;
	model->auto_key = model->key.count == 1 && cq__column_auto_key(cq__model_column(model, model->key.indexes[0]));
	return CQ_OK;
}

static cq__model *find_known(const cq__making *making, const cq_table *table)
{
	const registry *const all = making->session->engine->models;
	for (uint32_t i = 0; i < all->count; i++)
		if (cq__same_table(all->models[i]->table, table))
			return all->models[i];
	for (uint32_t i = 0; i < making->count; i++)
		if (cq__same_table(making->models[i]->table, table))
			return making->models[i];
	return NULL;
}

cq_status cq__make_model(cq__making *making, const cq_table *table, cq__model **out)
{
	const registry *const all = making->session->engine->models;
	table = cq__table_base(table);
	if (cq__table_derived(table))
		return cq__session_fail(making->session, CQ_MISUSE, "%s is a query of the statements that use it, and has no objects", table->name);
	if ((*out = find_known(making, table)) != NULL)
		return CQ_OK;
	cq__model **const models = cq__arena_list_grow(making->memory, making->models, (making->count + 1) * sizeof(cq__model *));
	if (models == NULL)
		return no_memory(making);
	making->models = models;
	cq__model *const model = cq__arena_zalloc(making->memory, sizeof *model);
	if (model == NULL)
		return no_memory(making);
	model->table = table;
	model->pads_chars = cq__dialect_can(making->session->engine->dialect, CQ__DIALECT_PADS_CHARS);
	model->number = all->count + making->count;
	CQ_TRY(make_key(making, model));
	CQ_TRY(look_at_columns(making, model));
	CQ_TRY(make_uniques(making, model));
	*out = models[making->count++] = model;
	return CQ_OK;
}

/* ---- making --------------------------------------------------------------------------------------------------------- */

/* Also what its relations lead to, and theirs. */
static cq_status make_all(cq__making *making, const cq_table *table, cq__model **out)
{
	CQ_TRY(cq__make_model(making, table, out));
	for (uint32_t i = 0; i < making->count; i++)
		CQ_TRY(cq__make_relations(making, making->models[i]));
	for (uint32_t i = 0; i < making->count; i++)
		CQ_TRY(cq__make_backs(making, making->models[i]));
	return CQ_OK;
}

static cq_status keep(registry *all, cq__making *making)
{
	batch *const kept = cq__arena_alloc(all->memory, sizeof *kept);
	cq__model **const models = cq__arena_list_grow(all->memory, all->models, (all->count + making->count) * sizeof(cq__model *));
	if (models != NULL)
		all->models = models;
	if (kept == NULL || models == NULL)
		return no_memory(making);
	memcpy(models + all->count, making->models, making->count * sizeof(cq__model *));
	all->count += making->count;
	*kept = (batch){ all->batches, making->memory };
	all->batches = kept;
	return CQ_OK;
}

static cq_status make(cq_session *session, registry *all, const cq_table *table, cq__model **out)
{
	cq__making making = { .session = session, .memory = cq__arena_create(CQ__ARENA_SMALL) };
	if (making.memory == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	cq_status status = make_all(&making, table, out);
	if (status == CQ_OK && making.count != 0)
		status = keep(all, &making);
	else if (status == CQ_OK)
		cq__arena_destroy(making.memory);
	if (status != CQ_OK)
		cq__arena_destroy(making.memory);
	return status;
}

cq_status cq__model_find(cq_session *session, const cq_table *table, cq__model **out)
{
	*out = NULL;
	if (table == NULL)
		return cq__session_fail(session, CQ_MISUSE, "the table is NULL");
	registry *const all = have_registry(session->engine);
	if (all == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	const known_table *const known = cq__map_get(&all->known, &table, sizeof table);
	cq__model *model = known != NULL ? known->model : NULL;
	if (model == NULL) {
		CQ_TRY(make(session, all, table, &model));
		if (!know(all, table, model))
			return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	}
	if (model->key.count == 0)
		return cq__session_fail(session, CQ_MISUSE, "%s has no primary key, so a session cannot tell its rows apart", model->table->name);
	*out = model;
	return CQ_OK;
}

const cq__relation *cq__model_relation(const cq__model *model, const cq_relation *said)
{
	for (uint32_t i = 0; i < model->relation_count; i++)
		if (model->relations[i].said == said)
			return &model->relations[i];
	for (uint32_t i = 0; said != NULL && i < model->relation_count; i++)
		if (strcmp(model->relations[i].said->name, said->name) == 0)
			return cq__same_table(cq__table_base(said->table), model->table) ? &model->relations[i] : NULL;
	return NULL;
}
