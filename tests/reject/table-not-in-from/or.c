/* table-not-in-from: or */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(OR(users.is_active, GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: WHERE(OR(users.is_active, GT(products.id, 3))): ... */
		WHERE(OR(users.is_active, GT(products.id, 3)))));
#endif
}
