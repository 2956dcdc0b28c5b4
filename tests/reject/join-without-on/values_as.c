/* join-without-on: values_as; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(VALUES_AS(totals, ROW(1, 2)), EQ(totals.number, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(VALUES_AS(totals, ROW(1, 2))))); /* reject: JOIN(VALUES_AS(totals, ROW(1, 2))): ... */
#endif
}
