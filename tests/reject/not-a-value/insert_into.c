/* not-a-value: insert_into; compiler only: a program holds nothing but values that a database can hold */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, number))));
#else
	return cq_execute(db, NULL, SQL(
		INSERT_INTO(users, SET(username, name), SET(age, &number)))); /* reject: SET(age, &number): ... */
#endif
}
