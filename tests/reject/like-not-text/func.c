/* like-not-text: func */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", LIKE(users.username, "4%"), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", LIKE(users.age, "4%"), false)), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
