/* table-not-in-from: func */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", GT(users.age, 3), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(FUNC(BOOLEAN, "coalesce", GT(products.id, 3), false)),
		FROM(users)));
#endif
}
