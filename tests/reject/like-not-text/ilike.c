/* like-not-text: ilike */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ILIKE(users.username, name))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ILIKE(users.username, number)))); /* reject: ILIKE(users.username, number): ... */
#endif
}
