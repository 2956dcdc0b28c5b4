/* table-not-in-from: not */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT(GT(products.id, 3))))); /* reject: WHERE(NOT(GT(products.id, 3))): ... */
#endif
}
