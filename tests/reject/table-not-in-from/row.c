/* table-not-in-from: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, GT(users.age, 3)), ROW(3, true)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: WHERE(EQ(ROW(users.id, GT(products.id, 3)), ROW(3, true))): ... */
		WHERE(EQ(ROW(users.id, GT(products.id, 3)), ROW(3, true)))));
#endif
}
