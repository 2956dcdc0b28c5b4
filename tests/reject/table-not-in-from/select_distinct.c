/* table-not-in-from: select_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(GT(users.age, 3)),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(GT(products.id, 3)),
		DISTINCT,
		FROM(users)));
#endif
}
