/* table-not-in-from: nullif */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(NULLIF(GT(users.age, 3), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(NULLIF(GT(products.id, 3), false)),
		FROM(users)));
#endif
}
