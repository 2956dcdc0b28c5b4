/* not-an-expression: select_ordering */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(DESC(users.id)), /* reject: SELECT(DESC(users.id)): ... */
		FROM(users)));
#endif
}
