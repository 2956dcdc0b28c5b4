/* field-null-outer: one */
#include "../models.h"

#ifndef OneOuterRow_FIELDS
#define OneOuterRow_FIELDS(FIELD) \
	FIELD(title, TEXT, LOWER(posts.title))
CQ_ROW(OneOuterRow)
#endif

CASE
{
	OneOuterRow *found;
#ifndef MISTAKE
	return cq_one(db, OneOuterRow, &found, SQL(
		SELECT_ROW(OneOuterRow),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_one(db, OneOuterRow, &found, SQL( /* reject: field title is TEXT, LOWER(posts.title): ... */
		SELECT_ROW(OneOuterRow),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id))));
#endif
}
