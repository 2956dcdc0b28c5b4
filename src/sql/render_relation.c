/* sql/render_relation.c: joins along relations, and the associations that the statement does not name.
 *
 * It knows nothing of loading. render_choice.c and render_joins.c call it.
 */
#include "sql/render_state.h"

#include "meta/model.h"
#include "query/relation.h"

/* The name of an association: it may stand in the statement more than once. */
static void render_through_name(cq__renderer *renderer, uint32_t along)
{
	char name[32] = "through_";
	uint32_t number = cq__through_number(renderer->tree, along), length = sizeof "through_" - 1, digits = 1;
	for (uint32_t rest = number / 10; rest != 0; rest /= 10)
		digits++;
	for (uint32_t i = digits; i-- != 0; number /= 10)
		name[length + i] = (char)('0' + number % 10);
	name[length + digits] = '\0';
	cq__render_name(renderer, name);
}

/* A column of the association by its name in the statement, or behind the name that it got here. */
static void render_through_column(cq__renderer *renderer, uint32_t along, const cq_column *column)
{
	if (!cq__goes_through(renderer->tree, along)) {
		cq__render_column(renderer, column);
		return;
	}
	render_through_name(renderer, along);
	cq__put(renderer, ".");
	cq__render_name(renderer, cq__column_sql_name(column));
}

/* side: columns of a model's table; other: those that equal them, of the association or of the other model's table. */
static void render_pairs(cq__renderer *renderer, uint32_t along, const cq_column *const *side, const cq_column *const *other,
	uint32_t count, bool through)
{
	cq__put(renderer, count > 1 ? "(" : "");
	for (uint32_t i = 0; i < count; i++) {
		cq__put(renderer, i == 0 ? "" : " AND ");
		if (through)
			render_through_column(renderer, along, other[i]);
		else
			cq__render_column(renderer, other[i]);
		cq__put(renderer, " = ");
		cq__render_column(renderer, side[i]);
	}
	cq__put(renderer, count > 1 ? ")" : "");
}

static bool find_join(cq__renderer *renderer, uint32_t along, cq__relation_join *out)
{
	cq__relation_fault fault;
	if (cq__along_join(renderer->tree, along, out, &fault))
		return true;
	cq__render_fail(renderer, CQ_MISUSE, "ALONG(%s.%s): %s", out->own->name, cq__along_relation(renderer->tree, along)->name,
		fault.sentence);
	return false;
}

static void render_step(cq__renderer *renderer, uint32_t along, const cq__relation_join *join, unsigned step)
{
	if (step == CQ_ALONG_NEAR)
		render_pairs(renderer, along, join->near, join->through_near, join->near_count, true);
	else
		render_pairs(renderer, along, join->far, join->through_far, join->far_count, true);
}

/* Whether the join of an ALONG through an association reads the relation's own table. */
static bool joins_own(const cq__renderer *renderer, uint32_t along, const cq__relation_join *join)
{
	const cq_node *const clause = cq__node(renderer, renderer->tree->parent[along]);
	return cq__is_join(clause->op) && cq__same_table(clause->ref, join->own);
}

/* What is left of it for the ON: the step to the table that was there before. */
void cq__render_along_relation(cq__renderer *renderer, uint32_t node)
{
	cq__relation_join join;
	if (!find_join(renderer, node, &join))
		return;
	if (join.through == NULL)
		render_pairs(renderer, node, join.near, join.far, join.near_count, false);
	else if (!cq__goes_through(renderer->tree, node))
		render_step(renderer, node, &join, cq__node(renderer, node)->flags & CQ_ALONG_STEP);
	else
		render_step(renderer, node, &join, joins_own(renderer, node, &join) ? CQ_ALONG_FAR : CQ_ALONG_NEAR);
}

void cq__render_through(cq__renderer *renderer, uint32_t clause)
{
	const uint32_t along = cq__join_through(renderer->tree, clause);
	cq__relation_join join;
	if (!find_join(renderer, along, &join))
		return;
	cq__put(renderer, "(");
	cq__sql_table(renderer->dialect, &renderer->text, join.through);
	cq__put(renderer, " AS ");
	render_through_name(renderer, along);
	cq__put(renderer, " JOIN ");
	cq__render_source(renderer, clause);
	cq__put(renderer, " ON ");
	render_step(renderer, along, &join, joins_own(renderer, along, &join) ? CQ_ALONG_NEAR : CQ_ALONG_FAR);
	const cq_column *const hidden = cq__table_soft_delete(join.through);
	if ((cq__node(renderer, along)->flags & CQ_ALONG_UNDELETED) != 0 && hidden != NULL) {
		cq__put(renderer, " AND ");
		render_through_column(renderer, along, hidden);
		cq__put(renderer, " IS NULL");
	}
	cq__put(renderer, ")");
}
