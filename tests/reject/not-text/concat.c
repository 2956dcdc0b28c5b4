/* not-text: concat */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CONCAT(users.username, " ", users.bio)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CONCAT(users.username, " ", users.age): ... */
		SELECT(CONCAT(users.username, " ", users.age)),
		FROM(users)));
#endif
}
