/* unknown-column: substr */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(SUBSTR(users.bio, 1), "a"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: boi */
		WHERE(EQ(SUBSTR(users.boi, 1), "a"))));
#endif
}
