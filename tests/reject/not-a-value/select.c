/* not-a-value: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(users.bio, name)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(users.bio, &name)), /* reject: COALESCE(users.bio, &name): ... */
		FROM(users)));
#endif
}
