/* table-not-in-from: json_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(GT(users.age, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(JSON_AGG(GT(products.id, 3))),
		FROM(users)));
#endif
}
