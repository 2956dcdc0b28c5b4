/* not-a-value: value; compiler only: a program holds nothing but values that a database can hold */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(VALUE(number)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(VALUE(*people)), /* reject: VALUE(*people): ... */
		FROM(users)));
#endif
}
