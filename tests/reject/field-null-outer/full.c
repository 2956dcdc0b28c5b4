/* field-null-outer: full */
#include "../models.h"

#ifndef FullRow_FIELDS
#define FullRow_FIELDS(FIELD) \
	FIELD(username, TEXT, users.username) \
	FIELD(title, NULLABLE(TEXT), posts.title)
CQ_ROW(FullRow)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(FullRow) found;
	return cq_all(db, FullRow, &found, SQL(
		SELECT_ROW(FullRow),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	cq_rows(FullRow) found;
	return cq_all(db, FullRow, &found, SQL( /* reject: field username is TEXT, users.username: ... */
		SELECT_ROW(FullRow),
		FROM(users),
		FULL_JOIN(posts, EQ(posts.author_id, users.id))));
#endif
}
