/* like-not-text: when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(WHEN(name, STARTS_WITH(users.username, name)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(WHEN(name, STARTS_WITH(users.age, name))))); /* reject: STARTS_WITH(users.age, name): ... */
#endif
}
