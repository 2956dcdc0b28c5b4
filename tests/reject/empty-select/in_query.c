/* empty-select: in_query; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(users.id, SUBQUERY(SELECT(), FROM(posts)))))); /* reject: SELECT(): ... */
#endif
}
