/* table-not-in-from: and */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(AND(users.is_active, GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: WHERE(AND(users.is_active, GT(products.id, 3))): ... */
		WHERE(AND(users.is_active, GT(products.id, 3)))));
#endif
}
