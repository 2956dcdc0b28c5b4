/* empty-select: exists; compiler only: nothing is written */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(), FROM(posts))))); /* reject: SELECT(): ... */
#endif
}
