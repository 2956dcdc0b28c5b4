/* not-text: upper */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(UPPER(users.bio)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(UPPER(users.is_active)), /* reject: UPPER(users.is_active): ... */
		FROM(users)));
#endif
}
