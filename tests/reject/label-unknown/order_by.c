/* label-unknown: order_by; second enforcer only: labels are texts */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.id, total)),
		FROM(users),
		ORDER_BY(LABEL(total))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.id, total)),
		FROM(users),
		ORDER_BY(LABEL(toal))));
#endif
}
