/* table-not-in-from: as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(GT(users.age, 3), flag)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(AS(GT(products.id, 3), flag)),
		FROM(users)));
#endif
}
