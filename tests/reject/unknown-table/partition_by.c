/* unknown-table: partition_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(RANK(), PARTITION_BY(users.age), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(RANK(), PARTITION_BY(uesrs.age), ORDER_BY(users.id))), /* reject: uesrs */
		FROM(users)));
#endif
}
