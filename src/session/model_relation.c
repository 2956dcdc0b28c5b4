/* session/model_relation.c: the relations of a model: which columns meet which, checked.
 * It knows nothing of objects and statements. model.c calls it.
 */
#include "session/make.h"

#include "meta/model.h"
#include "session/enter.h"
#include "session/identity.h"
#include "session/model.h"

#include <string.h>

#define SAID "the relation %s of %s: "

__attribute__((format(printf, 3, 4))) static cq_status refuse(cq__making *making, const cq__relation *relation, const char *format, ...)
{
	char why[512];
	va_list arguments;
	va_start(arguments, format);
	(void)vsnprintf(why, sizeof why, format, arguments);
	va_end(arguments);
	return cq__session_fail(making->session, CQ_MISUSE, SAID "%s", relation->said->name, relation->own->table->name, why);
}

/* ---- columns -------------------------------------------------------------------------------------------------------- */

static cq_status named_columns(cq__making *making, const cq__relation *relation, const cq__model *model, const char *const *names,
	cq__columns *out)
{
	uint16_t indexes[CQ__MOST_KEY];
	uint32_t count = 0;
	for (; names != NULL && *names != NULL; names++) {
		const cq_column *const column = cq__table_column(model->table, *names);
		if (column == NULL)
			return refuse(making, relation, "%s has no column %s", model->table->name, *names);
		if (count == CQ__MOST_KEY)
			return refuse(making, relation, "its key has more than %d columns", CQ__MOST_KEY);
		indexes[count++] = (uint16_t)cq_column_index(column);
	}
	if (count == 0)
		return refuse(making, relation, "it names no column");
	return cq__make_columns(making, out, indexes, count);
}

/* What a column of a foreign key refers to: what it says itself, else the primary key's column of the same place. */
static bool referred(const cq__model *from, uint32_t column, const cq__model *to, uint32_t place, uint16_t *out)
{
	const char *table, *name;
	if (cq__column_reference(cq__model_column(from, column), &table, &name) && strcmp(table, to->table->name) == 0) {
		const cq_column *const found = cq__table_column(to->table, name);
		if (found != NULL) {
			*out = (uint16_t)cq_column_index(found);
			return true;
		}
	}
	if (place >= to->key.count)
		return false;
	*out = to->key.indexes[place];
	return true;
}

static cq_status key_columns(cq__making *making, const cq__relation *relation, const cq__model *from, const cq__columns *foreign,
	const cq__model *to, cq__columns *out)
{
	uint16_t indexes[CQ__MOST_KEY];
	for (uint32_t i = 0; i < foreign->count; i++) {
		if (!referred(from, foreign->indexes[i], to, i, &indexes[i]))
			return refuse(making, relation, "its key has %u columns, and that of %s %u", foreign->count, to->table->name, to->key.count);
		const cq_column *const a = cq__model_column(from, foreign->indexes[i]), *const b = cq__model_column(to, indexes[i]);
		if (cq__type_info((cq_type)a->type)->family != cq__type_info((cq_type)b->type)->family)
			return refuse(making, relation, "%s.%s is %s and %s.%s is %s", from->table->name, a->name, cq_type_name((cq_type)a->type),
				to->table->name, b->name, cq_type_name((cq_type)b->type));
	}
	return cq__make_columns(making, out, indexes, foreign->count);
}

/* One NULL is enough for a foreign key to name nothing. */
static bool may_be_null(const cq__model *model, const cq__columns *columns)
{
	for (uint32_t i = 0; i < columns->count; i++)
		if ((cq__model_column(model, columns->indexes[i])->flags & CQ_COLUMN_NULLABLE) != 0)
			return true;
	return false;
}

/* ---- one relation --------------------------------------------------------------------------------------------------- */

static cq_status make_pairs(cq__making *making, cq__relation *made)
{
	const cq_relation *const said = made->said;
	switch ((cq_relation_kind)said->kind) {
	case CQ_BELONGS_TO:
		CQ_TRY(named_columns(making, made, made->own, said->columns, &made->near));
		made->nullable = may_be_null(made->own, &made->near);
		return key_columns(making, made, made->own, &made->near, made->target, &made->far);
	case CQ_HAS_ONE:
	case CQ_HAS_MANY:
		CQ_TRY(named_columns(making, made, made->target, said->columns, &made->far));
		made->nullable = may_be_null(made->target, &made->far);
		return key_columns(making, made, made->target, &made->far, made->own, &made->near);
	case CQ_MANY_TO_MANY:
		CQ_TRY(named_columns(making, made, made->through, said->columns, &made->through_near));
		CQ_TRY(named_columns(making, made, made->through, said->far_columns, &made->through_far));
		CQ_TRY(key_columns(making, made, made->through, &made->through_near, made->own, &made->near));
		return key_columns(making, made, made->through, &made->through_far, made->target, &made->far);
	default:
		return refuse(making, made, "it is of no kind");
	}
}

static cq_status make_order(cq__making *making, cq__relation *made)
{
	made->order = UINT16_MAX;
	if (made->said->order == NULL)
		return CQ_OK;
	const cq_column *const column = cq__table_column(made->target->table, made->said->order);
	if (column == NULL)
		return refuse(making, made, "ORDERED_BY names a column %s that %s does not have", made->said->order, made->target->table->name);
	made->order = (uint16_t)cq_column_index(column);
	return CQ_OK;
}

static cq_status make_relation(cq__making *making, cq__model *model, const cq_relation *said, cq__relation *made)
{
	const bool associates = said->kind == CQ_MANY_TO_MANY;
	*made = (cq__relation){ .said = said, .own = model, .offset = said->offset };
	if (said->target == NULL || *said->target == NULL)
		return refuse(making, made, "it leads to %s, which is not defined where %s is", said->object, model->table->name);
	if (associates && (said->through == NULL || *said->through == NULL))
		return refuse(making, made, "the table of its association is not defined where %s is", model->table->name);
	CQ_TRY(cq__make_model(making, *said->target, &made->target));
	if (associates)
		CQ_TRY(cq__make_model(making, *said->through, &made->through));
	made->many = said->kind == CQ_HAS_MANY || associates;
	made->cascade = (said->cascade & CQ_CASCADE_SAID) != 0 ? (uint8_t)(said->cascade & ~CQ_CASCADE_SAID)
		: CQ_CASCADE_SAVE_UPDATE | CQ_CASCADE_MERGE;
	CQ_TRY(make_pairs(making, made));
	return make_order(making, made);
}

cq_status cq__make_relations(cq__making *making, cq__model *model)
{
	const cq_table *const table = model->table;
	if (table->relation_count == 0)
		return CQ_OK;
	cq__relation *const relations = cq__arena_alloc_array(making->memory, table->relation_count, sizeof *relations);
	if (relations == NULL)
		return cq__session_fail(making->session, CQ_NO_MEMORY, NULL);
	for (uint32_t i = 0; i < table->relation_count; i++)
		CQ_TRY(make_relation(making, model, &table->relations[i], &relations[i]));
	model->relations = relations;
	model->relation_count = table->relation_count;
	return CQ_OK;
}

/* ---- both sides ----------------------------------------------------------------------------------------------------- */

static bool same_columns(const cq__columns *a, const cq__columns *b)
{
	return a->count == b->count && memcmp(a->indexes, b->indexes, a->count * sizeof *a->indexes) == 0;
}

static bool is_back(const cq__relation *a, const cq__relation *b)
{
	if (a->target != b->own || b->target != a->own)
		return false;
	if (a->said->kind == CQ_MANY_TO_MANY || b->said->kind == CQ_MANY_TO_MANY)
		return a->said->kind == b->said->kind && a->through == b->through && same_columns(&a->through_near, &b->through_far)
			&& same_columns(&a->through_far, &b->through_near);
	return (a->said->kind == CQ_BELONGS_TO) != (b->said->kind == CQ_BELONGS_TO) && same_columns(&a->near, &b->far)
		&& same_columns(&a->far, &b->near);
}

static cq__relation *named(const cq__model *model, const char *name)
{
	for (uint32_t i = 0; i < model->relation_count; i++)
		if (strcmp(model->relations[i].said->name, name) == 0)
			return &model->relations[i];
	return NULL;
}

cq_status cq__make_backs(cq__making *making, cq__model *model)
{
	for (uint32_t i = 0; i < model->relation_count; i++) {
		cq__relation *const relation = &model->relations[i];
		const char *const name = relation->said->back;
		if (name == NULL)
			continue;
		cq__relation *const back = named(relation->target, name);
		if (back == NULL)
			return refuse(making, relation, "%s has no relation %s that BACK could name", relation->target->table->name, name);
		if (!is_back(relation, back))
			return refuse(making, relation, "%s.%s is not the same relation seen from the other side", relation->target->table->name, name);
		relation->back = back;
		if (back->back == NULL)
			back->back = relation;
	}
	return CQ_OK;
}
