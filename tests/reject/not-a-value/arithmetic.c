/* not-a-value: arithmetic; compiler only: a program holds nothing but values that a database can hold */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ADD(users.age, number)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(ADD(users.age, &number)), /* reject: ADD(users.age, &number): ... */
		FROM(users)));
#endif
}
