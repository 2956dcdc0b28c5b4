/* table-not-in-from: count */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(GT(users.age, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(COUNT(GT(products.id, 3))),
		FROM(users)));
#endif
}
