/* empty-select: subquery; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, SUBQUERY(SELECT(posts.id), FROM(posts))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, SUBQUERY(SELECT(), FROM(posts))), /* reject: SELECT(): ... */
		FROM(users)));
#endif
}
