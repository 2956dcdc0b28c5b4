/* field-null-outer: all */
#include "../models.h"

#ifndef OuterRow_FIELDS
#define OuterRow_FIELDS(FIELD) \
	FIELD(username, TEXT, users.username) \
	FIELD(title, TEXT, posts.title)
CQ_ROW(OuterRow)
#endif

CASE
{
	cq_rows(OuterRow) found;
#ifndef MISTAKE
	return cq_all(db, OuterRow, &found, SQL(
		SELECT_ROW(OuterRow),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id))));
#else
	return cq_all(db, OuterRow, &found, SQL( /* reject: field title is TEXT, posts.title: ... */
		SELECT_ROW(OuterRow),
		FROM(users),
		LEFT_JOIN(posts, EQ(posts.author_id, users.id))));
#endif
}
