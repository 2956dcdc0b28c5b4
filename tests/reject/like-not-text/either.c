/* like-not-text: either */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, LIKE(users.username, "4%"), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, LIKE(users.age, "4%"), users.is_active)))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
