/* meta/relation.c: the columns of relations, and whether both sides of one fit.
 * It knows nothing of statements and sessions.
 */
#include "meta/relation.h"

#include "meta/model.h"
#include "meta/type_registry.h"

#include <string.h>

#define FAULT(fault, word, id, about) complain(fault, id, CQ_SAY_##word, about)

static bool complain(cq__relation_fault *fault, const char *rule, const char *sentence, const char *name)
{
	if (fault != NULL)
		*fault = (cq__relation_fault){ rule, sentence, name };
	return false;
}

static uint32_t names_count(const char *const *names)
{
	uint32_t count = 0;
	while (names != NULL && count <= CQ__RELATION_COLUMNS && names[count] != NULL)
		count++;
	return count;
}

static bool column_names(const cq_table *table, const char *const *names, const cq_column **out, cq__relation_fault *fault)
{
	for (uint32_t i = 0; names[i] != NULL; i++) {
		out[i] = cq__table_column(table, names[i]);
		if (out[i] == NULL)
			return FAULT(fault, RELATION_COLUMN, "relation-column", names[i]);
	}
	return true;
}

static cq__family family_of(const cq_column *column)
{
	return cq__type_info((cq_type)column->type)->family;
}

/* The keys of `parent` that the columns of `child` hold. */
static bool held_keys(const cq_table *parent, const cq_column *const *child, uint32_t count, const cq_column **out,
	cq__relation_fault *fault)
{
	const cq_column *key = NULL;
	bool by_place = false;
	for (uint32_t i = 0; i < count; i++) {
		const char *table, *name;
		key = i == 0 || key != NULL ? cq__primary_key_next(parent, key) : NULL;
		if (cq__column_reference(child[i], &table, &name) && strcmp(table, cq__table_base(parent)->name) == 0) {
			out[i] = cq__table_column(parent, name);
			if (out[i] == NULL)
				return FAULT(fault, RELATION_COLUMN, "relation-column", name);
		} else {
			by_place = true;
			out[i] = key;
			if (key == NULL)
				return FAULT(fault, RELATION_KEY, "relation-key", child[i]->name);
		}
		if (family_of(out[i]) != family_of(child[i]))
			return FAULT(fault, RELATION_TYPE, "relation-type", child[i]->name);
	}
	if (by_place && (key == NULL || cq__primary_key_next(parent, key) != NULL))
		return FAULT(fault, RELATION_KEY, "relation-key", NULL);
	return true;
}

static bool countable(const char *const *names, uint32_t *out, cq__relation_fault *fault)
{
	*out = names_count(names);
	return (*out > 0 && *out <= CQ__RELATION_COLUMNS) || FAULT(fault, RELATION_KEY, "relation-key", NULL);
}

bool cq__relation_join_of(const cq_relation *relation, cq__relation_join *out, cq__relation_fault *fault)
{
	out->own = relation->table;
	out->target = *relation->target;
	out->through = relation->kind == CQ_MANY_TO_MANY && relation->through != NULL ? *relation->through : NULL;
	if (out->target == NULL || (relation->kind == CQ_MANY_TO_MANY && out->through == NULL))
		return FAULT(fault, RELATION_TARGET, "relation-target", out->target == NULL ? relation->object : NULL);
	if (!countable(relation->columns, &out->near_count, fault))
		return false;
	out->far_count = out->near_count;
	switch ((cq_relation_kind)relation->kind) {
	case CQ_BELONGS_TO:
		return column_names(out->own, relation->columns, out->near, fault) &&
			held_keys(out->target, out->near, out->near_count, out->far, fault);
	case CQ_HAS_ONE:
	case CQ_HAS_MANY:
		return column_names(out->target, relation->columns, out->far, fault) &&
			held_keys(out->own, out->far, out->far_count, out->near, fault);
	case CQ_MANY_TO_MANY:
		return countable(relation->far_columns, &out->far_count, fault) &&
			column_names(out->through, relation->columns, out->through_near, fault) &&
			column_names(out->through, relation->far_columns, out->through_far, fault) &&
			held_keys(out->own, out->through_near, out->near_count, out->near, fault) &&
			held_keys(out->target, out->through_far, out->far_count, out->far, fault);
	}
	return FAULT(fault, NOT_A_RELATION, "not-a-relation", relation->name);
}

const cq_relation *cq__table_relation(const cq_table *table, const char *name)
{
	for (uint32_t i = 0; i < table->relation_count; i++)
		if (strcmp(table->relations[i].name, name) == 0)
			return &table->relations[i];
	return NULL;
}

bool cq__same_relation(const cq_relation *a, const cq_relation *b)
{
	return a == b || (strcmp(a->name, b->name) == 0 && cq__same_table(a->table, b->table));
}

static bool same_names(const char *const *a, const char *const *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	for (; *a != NULL && *b != NULL; a++, b++)
		if (strcmp(*a, *b) != 0)
			return false;
	return *a == *b;
}

/* Whether `back` is `relation` seen from the other side. */
static bool leads_back(const cq_relation *relation, const cq_relation *back)
{
	if (back->back == NULL || strcmp(back->back, relation->name) != 0 || *back->target == NULL ||
		!cq__same_table(*back->target, cq__table_base(relation->table)))
		return false;
	if (relation->kind == CQ_MANY_TO_MANY)
		return back->kind == CQ_MANY_TO_MANY && *back->through != NULL && *relation->through != NULL &&
			cq__same_table(*back->through, *relation->through) && same_names(back->columns, relation->far_columns) &&
			same_names(back->far_columns, relation->columns);
	return (back->kind == CQ_BELONGS_TO) != (relation->kind == CQ_BELONGS_TO) && back->kind != CQ_MANY_TO_MANY &&
		same_names(back->columns, relation->columns);
}

const cq_relation *cq__relation_back(const cq_relation *relation, cq__relation_fault *fault)
{
	if (fault != NULL)
		*fault = (cq__relation_fault){ NULL, NULL, NULL };
	if (relation->back == NULL)
		return NULL;
	if (*relation->target == NULL) {
		FAULT(fault, RELATION_TARGET, "relation-target", relation->object);
		return NULL;
	}
	const cq_relation *const back = cq__table_relation(*relation->target, relation->back);
	if (back != NULL && leads_back(relation, back))
		return back;
	FAULT(fault, RELATION_BACK, "relation-back", relation->back);
	return NULL;
}

bool cq__relation_check(const cq_relation *relation, cq__relation_fault *fault)
{
	cq__relation_join join;
	if (!cq__relation_join_of(relation, &join, fault))
		return false;
	const bool many = cq__relation_to_many(relation);
	if ((!many && (relation->order != NULL || relation->write_only)) ||
		((relation->cascade & CQ_CASCADE_DELETE_ORPHAN) && relation->kind != CQ_HAS_ONE && relation->kind != CQ_HAS_MANY))
		return FAULT(fault, RELATION_TRAIT, "relation-trait", relation->name);
	if (relation->order != NULL && cq__table_column(join.target, relation->order) == NULL)
		return FAULT(fault, RELATION_COLUMN, "relation-column", relation->order);
	return relation->back == NULL || cq__relation_back(relation, fault) != NULL;
}

static const cq_column *marked_column(const cq_table *table, cq_attribute_kind kind)
{
	uint32_t columns = 0;
	if (table->attributes == NULL)
		return NULL;
	/* Each column opens with a COLUMN row. */
	for (const cq_attribute *attribute = table->attributes; attribute->kind != CQ_ATTRIBUTE_END; attribute++) {
		columns += attribute->kind == CQ_ATTRIBUTE_COLUMN;
		if (attribute->kind == kind)
			return &cq_table_columns(table)[columns - 1];
	}
	return NULL;
}

const cq_column *cq__table_version(const cq_table *table)
{
	return marked_column(table, CQ_ATTRIBUTE_VERSION);
}

const cq_column *cq__table_soft_delete(const cq_table *table)
{
	return marked_column(table, CQ_ATTRIBUTE_SOFT_DELETE);
}
