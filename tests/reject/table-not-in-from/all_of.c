/* table-not-in-from: all_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ALL_OF(i, count, GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: WHERE(ALL_OF(i, count, GT(products.id, 3))): ... */
		WHERE(ALL_OF(i, count, GT(products.id, 3)))));
#endif
}
