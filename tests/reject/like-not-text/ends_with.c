/* like-not-text: ends_with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ENDS_WITH(users.username, users.bio))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ENDS_WITH(users.username, users.age)))); /* reject: ENDS_WITH(users.username, users.age): ... */
#endif
}
