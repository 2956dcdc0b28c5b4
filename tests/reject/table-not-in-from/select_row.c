/* table-not-in-from: select_row */
#include "../models.h"

#ifndef Age_FIELDS
#define Age_FIELDS(FIELD) \
	FIELD(age, INTEGER, users.age)
CQ_ROW(Age)
#endif

#ifndef Title_FIELDS
#define Title_FIELDS(FIELD) \
	FIELD(title, TEXT, posts.title)
CQ_ROW(Title)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(Age),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SELECT: ... */
		SELECT_ROW(Title),
		FROM(users)));
#endif
}
