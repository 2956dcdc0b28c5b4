/* not-a-value: select; compiler only: a program holds nothing but values that a database can hold */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(users.bio, name)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(users.bio, &name)), /* reject: COALESCE(users.bio, &name): ... */
		FROM(users)));
#endif
}
