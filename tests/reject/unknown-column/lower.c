/* unknown-column: lower */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(LOWER(users.username)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(LOWER(users.nmae)), /* reject: nmae */
		FROM(users)));
#endif
}
