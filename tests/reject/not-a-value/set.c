/* not-a-value: set; compiler only: a program holds nothing but values that a database can hold */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, number)),
		WHERE(EQ(users.id, large))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, &number)), /* reject: SET(age, &number): ... */
		WHERE(EQ(users.id, large))));
#endif
}
