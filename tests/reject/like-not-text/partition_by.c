/* like-not-text: partition_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(LIKE(users.username, "4%")), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIKE(users.age, "4%"): ... */
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(LIKE(users.age, "4%")), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
