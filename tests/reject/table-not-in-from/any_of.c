/* table-not-in-from: any_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: WHERE(ANY_OF(i, count, GT(products.id, 3))): ... */
		WHERE(ANY_OF(i, count, GT(products.id, 3)))));
#endif
}
