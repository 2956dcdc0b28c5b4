/* table-not-in-from: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(GT(users.age, 3), INTEGER)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(CAST(GT(products.id, 3), INTEGER)),
		FROM(users)));
#endif
}
