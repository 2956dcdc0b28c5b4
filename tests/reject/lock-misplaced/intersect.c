/* lock-misplaced: intersect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		FOR_UPDATE()));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		INTERSECT(SELECT(posts.id), FROM(posts)),
		FOR_UPDATE())); /* reject: FOR_UPDATE(): ... */
#endif
}
