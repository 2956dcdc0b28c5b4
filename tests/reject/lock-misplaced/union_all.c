/* lock-misplaced: union_all */
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
		UNION_ALL(SELECT(posts.id), FROM(posts)),
		FOR_UPDATE())); /* reject: FOR_UPDATE(): ... */
#endif
}
