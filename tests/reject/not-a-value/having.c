/* not-a-value: having; compiler only: a program holds nothing but values that a database can hold */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(GT(COUNT(users.id), large))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(GT(COUNT(users.id), &large)))); /* reject: GT(COUNT(users.id), &large): ... */
#endif
}
