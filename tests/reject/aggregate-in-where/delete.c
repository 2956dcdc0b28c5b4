/* aggregate-in-where: delete */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		WHERE(GT(AVG(users.age), 3.5)))); /* reject: WHERE(GT(AVG(users.age), 3.5)): ... */
#endif
}
