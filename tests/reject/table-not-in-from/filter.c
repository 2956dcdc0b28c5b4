/* table-not-in-from: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), GT(users.age, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(FILTER(COUNT(users.id), GT(products.id, 3))),
		FROM(users)));
#endif
}
