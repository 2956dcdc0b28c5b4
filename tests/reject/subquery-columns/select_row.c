/* subquery-columns: select_row */
#include "../models.h"

#ifndef MemberName_FIELDS
#define MemberName_FIELDS(FIELD) \
	FIELD(id, BIGINT, users.id) \
	FIELD(name, TEXT, users.username)
CQ_ROW(MemberName)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(posts.id, SUBQUERY(SELECT_ROW(Member), FROM(users))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: SUBQUERY(SELECT_ROW(MemberName), FROM(users)): ... */
		WHERE(IN(posts.id, SUBQUERY(SELECT_ROW(MemberName), FROM(users))))));
#endif
}
