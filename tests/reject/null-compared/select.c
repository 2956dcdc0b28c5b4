/* null-compared: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(IS_NULL(users.bio)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(EQ(users.bio, NULL)), /* reject: : ... */
		FROM(users)));
#endif
}
