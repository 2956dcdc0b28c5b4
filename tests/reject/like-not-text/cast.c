/* like-not-text: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(LIKE(users.username, "4%"), INTEGER)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(LIKE(users.age, "4%"), INTEGER)), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
