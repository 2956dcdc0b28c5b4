/* session/model_relation.c: the relations of a model: which columns meet which, as places in their tables, and who is whose BACK.
 * It knows nothing of objects and statements, nor of what makes a relation wrong: meta/relation.h does. model.c calls it.
 */
#include "session/make.h"

#include "meta/model.h"
#include "meta/relation.h"
#include "session/enter.h"
#include "session/identity.h"
#include "session/model.h"

_Static_assert((int)CQ__RELATION_COLUMNS <= (int)CQ__MOST_KEY, "the columns of a relation are a key");

static cq_status refuse(cq__making *making, const cq_relation *relation, const cq__relation_fault *fault)
{
	return cq__session_fail(making->session, CQ_MISUSE, "the relation %s of %s: %s%s%s", relation->name, relation->table->name,
		fault->name != NULL ? fault->name : "", fault->name != NULL ? ": " : "", fault->sentence);
}

/* ---- one relation --------------------------------------------------------------------------------------------------- */

static cq_status make_columns(cq__making *making, cq__columns *out, const cq_column *const *columns, uint32_t count)
{
	uint16_t indexes[CQ__RELATION_COLUMNS];
	for (uint32_t i = 0; i < count; i++)
		indexes[i] = (uint16_t)cq_column_index(columns[i]);
	return cq__make_columns(making, out, indexes, count);
}

/* One NULL is enough for a foreign key to name nothing. */
static bool may_be_null(const cq_column *const *columns, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if ((columns[i]->flags & CQ_COLUMN_NULLABLE) != 0)
			return true;
	return false;
}

static cq_status make_pairs(cq__making *making, cq__relation *made, const cq__relation_join *join)
{
	CQ_TRY(make_columns(making, &made->near, join->near, join->near_count));
	CQ_TRY(make_columns(making, &made->far, join->far, join->far_count));
	if (join->through != NULL) {
		CQ_TRY(make_columns(making, &made->through_near, join->through_near, join->near_count));
		return make_columns(making, &made->through_far, join->through_far, join->far_count);
	}
	made->nullable = made->said->kind == CQ_BELONGS_TO ? may_be_null(join->near, join->near_count)
		: may_be_null(join->far, join->far_count);
	return CQ_OK;
}

static cq_status make_relation(cq__making *making, cq__model *model, const cq_relation *said, cq__relation *made)
{
	cq__relation_join join;
	cq__relation_fault fault;
	if (!cq__relation_check(said, &fault) || !cq__relation_join_of(said, &join, &fault))
		return refuse(making, said, &fault);
	*made = (cq__relation){ .said = said, .own = model, .offset = said->offset, .order = UINT16_MAX };
	CQ_TRY(cq__make_model(making, join.target, &made->target));
	if (join.through != NULL)
		CQ_TRY(cq__make_model(making, join.through, &made->through));
	made->many = cq__relation_to_many(said);
	made->cascade = (said->cascade & CQ_CASCADE_SAID) != 0 ? (uint8_t)(said->cascade & ~CQ_CASCADE_SAID)
		: CQ_CASCADE_SAVE_UPDATE | CQ_CASCADE_MERGE;
	if (said->order != NULL)
		made->order = (uint16_t)cq_column_index(cq__table_column(join.target, said->order));
	return make_pairs(making, made, &join);
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

cq_status cq__make_backs(cq__making *making, cq__model *model)
{
	for (uint32_t i = 0; i < model->relation_count; i++) {
		cq__relation *const relation = &model->relations[i];
		cq__relation_fault fault;
		if (relation->said->back == NULL)
			continue;
		const cq_relation *const back = cq__relation_back(relation->said, &fault);
		if (back == NULL)
			return refuse(making, relation->said, &fault);
		relation->back = cq__model_relation(relation->target, back);
	}
	return CQ_OK;
}
