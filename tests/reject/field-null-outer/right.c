/* field-null-outer: right */
#include "../models.h"

#ifndef RightRow_FIELDS
#define RightRow_FIELDS(FIELD) \
	FIELD(username, TEXT, users.username) \
	FIELD(title, NULLABLE(TEXT), posts.title)
CQ_ROW(RightRow)
#endif

CASE
{
#ifndef MISTAKE
	cq_rows(RightRow) found;
	return cq_all(db, RightRow, &found, SQL(
		SELECT_ROW(RightRow),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	cq_rows(RightRow) found;
	return cq_all(db, RightRow, &found, SQL( /* reject: field username is TEXT, users.username: ... */
		SELECT_ROW(RightRow),
		FROM(users),
		RIGHT_JOIN(posts, EQ(posts.author_id, users.id))));
#endif
}
