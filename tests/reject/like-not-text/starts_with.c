/* like-not-text: starts_with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(STARTS_WITH(users.username, name))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(STARTS_WITH(users.id, name)))); /* reject: STARTS_WITH(users.id, name): ... */
#endif
}
