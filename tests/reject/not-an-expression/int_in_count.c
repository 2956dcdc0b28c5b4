/* not-an-expression: int_in_count; seen when code is generated: an int may be what an unknown word returns */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(1)), /* reject: ... */
		FROM(users)));
#endif
}
