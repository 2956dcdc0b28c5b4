/* not-text: substr */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(SUBSTR(users.bio, 2, 3)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBSTR(users.age, 2, 3): ... */
		SELECT(SUBSTR(users.age, 2, 3)),
		FROM(users)));
#endif
}
