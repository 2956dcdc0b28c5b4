/* table-not-in-from: coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(GT(users.age, 3), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(COALESCE(GT(products.id, 3), false)),
		FROM(users)));
#endif
}
