/* null-compared: partition_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(NE(users.username, "x")), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(NE(users.username, NULL)), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
