/* table-not-in-from: raw */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", GT(users.age, 3), true)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(RAW(BOOLEAN, "? AND ?", GT(products.id, 3), true)),
		FROM(users)));
#endif
}
