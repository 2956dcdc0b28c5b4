/* aggregate-in-where: delete_using */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(posts),
		USING(users),
		WHERE(GT(MAX(users.age), 3)))); /* reject: WHERE(GT(MAX(users.age), 3)): ... */
#endif
}
