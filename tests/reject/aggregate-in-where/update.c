/* aggregate-in-where: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(GT(MAX(users.age), 3)))); /* reject: WHERE(GT(MAX(users.age), 3)): ... */
#endif
}
