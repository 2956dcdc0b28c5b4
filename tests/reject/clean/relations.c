/* relations: models that know each other, and every word that goes along a relation. */
#include "../models.h"

/* A model that stands before the one it leads to, and one that leads to none that is defined here. */
#define leaves_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(branch_id, NULLABLE(BIGINT)) \
	COLUMN(elsewhere_id, BIGINT) \
	COLUMN(revision, SMALLINT, VERSION) \
	CQ_SOFT_DELETE(COLUMN)
#define leaves_RELATIONS(RELATION) \
	RELATION(branch, BELONGS_TO(Branch, branch_id), BACK(leaves), CASCADE(NONE)) \
	RELATION(elsewhere, BELONGS_TO(Elsewhere, elsewhere_id), PASSIVE_DELETES)
#define branches_COLUMNS(COLUMN) \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define branches_RELATIONS(RELATION) \
	RELATION(leaves, HAS_MANY(Leaf, branch_id), BACK(branch), ORDERED_BY_DESC(id), CASCADE(SAVE_UPDATE, MERGE, REFRESH_EXPIRE, EXPUNGE, DELETE)) \
	RELATION(first, HAS_ONE(Leaf, branch_id), LOADED(JOINED), CASCADE(ALL, DELETE_ORPHAN)) \
	RELATION(others, MANY_TO_MANY(Branch, crossings, one_id, other_id), WRITE_ONLY)
#define crossings_COLUMNS(COLUMN) \
	COLUMN(one_id, BIGINT, PRIMARY_KEY) \
	COLUMN(other_id, BIGINT, PRIMARY_KEY)
CQ_MODEL(Leaf, leaves)
CQ_MODEL(Branch, branches)
CQ_ASSOCIATION(crossings)
CQ_RELATIONS(branches)
CQ_ALIAS(branches, twin)

CASE
{
	const cq_condition kept = CONDITION(ANY(branches.leaves, GT(leaves.id, number)));
	const cq_status status = cq_execute(db, NULL, SQL(
		SELECT_ALL(branches),
		FROM(branches),
		LEFT_JOIN(leaves, ALONG(branches.leaves), WHEN(newest, GT(leaves.id, number))),
		LEFT_JOIN(twin, ALONG(branches.others, twin)),
		WHERE(kept, OR(HAS(branches.first, IS_NULL(leaves.deleted_at)), NOT(ANY_AS(twin, branches.others))),
			newest ? ANY(branches.leaves) : HAS(branches.first), GT(COUNT_OF(branches.leaves, EQ(leaves.revision, 3)), 1),
			ANY_AS(twin, branches.others, GT(crossings.other_id, 3), ANY(twin.leaves))),
		ORDER_BY(DESC(COUNT_OF(branches.leaves))),
		LIMIT(3),
		OPTIONS(SELECTIN(branches.leaves, WHERE(WHEN(newest, IS_NULL(leaves.deleted_at)), ANY_OF(i, count, EQ(leaves.id, number + (int)i))), ORDER_BY(leaves.id)),
			WHEN(newest, JOINED(branches.first, leaves.branch)), UNLOADED(branches.others), POPULATE_EXISTING, WITH_DELETED)));
	if (status != CQ_OK)
		return status;
	return cq_execute(db, NULL, SQL(
		UPDATE(leaves, SET(revision, 3)),
		WHERE(HAS(leaves.branch, GT(branches.id, 3))),
		OPTIONS(WITH_DELETED),
		RETURNING(leaves.id)));
}
