/* like-not-text: raw */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", LIKE(users.username, "4%"), true)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", LIKE(users.age, "4%"), true)), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
