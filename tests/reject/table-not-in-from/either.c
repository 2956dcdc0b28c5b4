/* table-not-in-from: either */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, GT(users.age, 3), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: WHERE(EITHER(newest, GT(products.id, 3), users.is_active)): ... */
		WHERE(EITHER(newest, GT(products.id, 3), users.is_active))));
#endif
}
