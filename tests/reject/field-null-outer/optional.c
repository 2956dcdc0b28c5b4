/* field-null-outer: optional */
#include "../models.h"

#ifndef OptionalOuterRow_FIELDS
#define OptionalOuterRow_FIELDS(FIELD) \
	FIELD(id, BIGINT, posts.id)
CQ_ROW(OptionalOuterRow)
#endif

CASE
{
	cq_rows(OptionalOuterRow) found;
#ifndef MISTAKE
	return cq_all(db, OptionalOuterRow, &found, SQL(
		SELECT_ROW(OptionalOuterRow),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_all(db, OptionalOuterRow, &found, SQL( /* reject: field id is BIGINT, posts.id: ... */
		SELECT_ROW(OptionalOuterRow),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id), WHEN(newest, IS_NULL(posts.body)))));
#endif
}
