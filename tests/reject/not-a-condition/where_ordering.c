/* not-a-condition: where_ordering */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(DESC(users.is_active)))); /* reject: WHERE(DESC(users.is_active)): ... */
#endif
}
