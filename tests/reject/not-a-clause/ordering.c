/* not-a-clause: ordering */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(users.age))));
#else
	return cq_execute(db, NULL, SQL( /* reject: SQL, argument 3: ... */
		SELECT(users.id),
		FROM(users),
		DESC(users.age)));
#endif
}
