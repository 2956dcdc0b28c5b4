/* clause-order: order_by_before_where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(users.is_active),
		ORDER_BY(users.id)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.id),
		FROM(users),
		ORDER_BY(users.id),
		WHERE(users.is_active)));
#endif
}
