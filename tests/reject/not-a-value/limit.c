/* not-a-value: limit; compiler only: a program holds nothing but values that a database can hold */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(number)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LIMIT(&number))); /* reject: LIMIT(&number): ... */
#endif
}
