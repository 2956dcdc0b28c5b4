/* unknown-word: aggregate */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CUONT(users.id)), /* reject: CUONT */
		FROM(users)));
#endif
}
