/* like-not-text: or */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(OR(users.is_active, LIKE(users.username, "4%")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(OR(users.is_active, LIKE(users.age, "4%"))))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
