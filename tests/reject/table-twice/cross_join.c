/* table-twice: cross_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		CROSS_JOIN(boss)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.id),
		FROM(users),
		CROSS_JOIN(users)));
#endif
}
