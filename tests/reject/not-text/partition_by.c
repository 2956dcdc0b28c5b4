/* not-text: partition_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(EQ(LOWER(users.username), "x")), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LOWER(users.age): ... */
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(EQ(LOWER(users.age), "x")), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
