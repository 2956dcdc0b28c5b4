/* like-not-text: nullif */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(NULLIF(LIKE(users.username, "4%"), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(NULLIF(LIKE(users.age, "4%"), false)), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
